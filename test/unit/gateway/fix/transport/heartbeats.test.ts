// A heartbeat needs no commit of its own: its number goes along with one that comes anyway, within a bound.
import { expect, test } from '@jest/globals';
import { sessionIDOf } from '../../../../../gateway/fix/index.ts';
import type { EpochNs } from '../../../../../spec/ports/index.ts';
import { fieldIn } from '../wire-text.ts';
import { Pair } from './pair.ts';

/** Logged on with a heartbeat of 30 s; each side has had the other's Logon, number 1. */
function loggedOn(): Pair {
  const pair = new Pair();
  pair.connect();
  pair.settle();
  pair.pass(1);
  return pair;
}

/** What the gateway's disk says is the next number from the client. */
function durablyExpected({ gateway }: Pair): number | undefined {
  const sessionID = sessionIDOf(gateway.driver.rules.settings);
  return gateway.store.load(sessionID)?.nextInMsgSeqNum;
}

/** Both sides' heartbeats go out and come in, and the clock ticks once more. */
function heartbeat(pair: Pair): void {
  pair.pass(30);
  pair.settle();
  pair.pass(1);
}

test('a heartbeat causes no commit, and its number goes along with the next message’s', () => {
  const pair = loggedOn();
  expect(durablyExpected(pair)).toBe(2);
  heartbeat(pair);
  expect(pair.gateway.driver.state.nextInMsgSeqNum).toBe(3);
  expect(durablyExpected(pair)).toBe(2);
  // Here a message is decided by being sent back.
  pair.client.send('order');
  pair.carry();
  pair.gateway.send('report');
  expect(durablyExpected(pair)).toBe(4);
});

test('heartbeats wait for a minute, then they are committed together', () => {
  const pair = loggedOn();
  heartbeat(pair); // The first came at 31 s.
  pair.pass(29);
  pair.settle();
  expect(durablyExpected(pair)).toBe(2);
  pair.pass(30);
  expect(durablyExpected(pair)).toBe(4);
});

test('any other admin message is committed with the next tick', () => {
  const pair = loggedOn();
  heartbeat(pair);
  pair.client.driver.requestTest('are you there');
  pair.carry();
  pair.pass(1);
  expect(durablyExpected(pair)).toBe(4);
});

test('a heartbeat whose number a crash has forgotten is asked for, and filled without any message', () => {
  const pair = loggedOn();
  heartbeat(pair);
  pair.cut();
  pair.gateway.crash();
  pair.client.send('order');
  pair.connect();
  const said: string[] = [];
  for (let turn = 0; turn < 10; turn += 1) {
    for (const bytes of pair.client.wire?.written ?? []) said.push(`${fieldIn(bytes, 35)}`);
    if (!pair.carry()) break;
  }
  // Asked for by the gateway, the client's Logon and heartbeat are one SequenceReset.
  expect(said.filter((msgType) => msgType === '4')).toHaveLength(1);
  expect(pair.gateway.received).toEqual(['order']);
  expect(pair.gateway.driver.state.nextInMsgSeqNum).toBe(pair.client.driver.state.nextOutMsgSeqNum);
});

test('a peer whose answer lies unread is not cut by a process that stood still between reading and ticking', () => {
  const pair = loggedOn();
  const { driver } = pair.gateway;
  const stand = (seconds: number): void => {
    pair.clock.now = (pair.clock.now + BigInt(seconds) * 1_000_000_000n) as EpochNs;
  };
  stand(36);
  driver.tick(); // Silent: a TestRequest.
  driver.tickIsDue();
  stand(100);
  driver.tick();
  expect(driver.state.phase).toBe('LoggedOn');
  driver.tickIsDue();
  driver.tick();
  expect(driver.state.phase).toBe('Disconnected');
});
