// What one turn brings is one commit, and nothing leaves before it.

import { expect, test } from '@jest/globals';
import { defaultSessionSettings } from '../../../../../gateway/fix/session/settings.ts';
import { memoryStore, type SessionChange } from '../../../../../gateway/fix/store.ts';
import { MessageWriter } from '../../../../../gateway/fix/codec/message-writer.ts';
import { SessionDriver } from '../../../../../gateway/fix/transport/driver.ts';
import { storeGate } from '../../../../../gateway/fix/transport/store-gate.ts';
import { fix44 } from '../../../../../spec/dictionaries/index.ts';
import type { EpochNs, Log } from '../../../../../spec/ports/index.ts';
import { MemoryWire, noon } from './pair.ts';
import { fieldIn, whole } from '../wire-text.ts';

const silent: Log = { error() {}, warn() {}, info() {}, debug() {} };

/** Two sessions of one store, logged on, with a turn of the event loop that comes when it is told. */
function twoSessions() {
  const commits: (readonly SessionChange[])[] = [];
  const turns: (() => void)[] = [];
  const memory = memoryStore();
  let isLost = false;
  const store = {
    ...memory,
    apply(...changes: readonly SessionChange[]) {
      if (isLost) throw new Error('the disk is lost');
      commits.push(changes);
      memory.apply(...changes);
    },
  };
  const gate = storeGate({ store, soon: (run) => void turns.push(run) });
  const turn = (): void => {
    for (const run of turns.splice(0)) run();
  };
  const sessions = ['ONE', 'TWO'].map((targetCompID) => {
    const driver = new SessionDriver({
      rules: {
        settings: {
          ...defaultSessionSettings,
          role: 'Acceptor',
          beginString: 'FIX.4.4',
          senderCompID: 'CW',
          targetCompID,
        },
        dictionary: fix44,
        authenticate: () => true,
      },
      store,
      application: { deliver() {}, loggedOn() {}, loggedOff() {} },
      gate,
      clock: { now: () => noon as EpochNs },
      log: silent,
    });
    const wire = new MemoryWire();
    driver.open(wire);
    const head = `35=A|49=${targetCompID}|56=CW|34=1|52=20261121-12:00:00|`;
    driver.receive(whole(`${head}98=0|108=30|`));
    turn();
    wire.written = [];
    return { driver, wire };
  });
  commits.length = 0;
  const news = () =>
    new MessageWriter().begin('B').string(148, 'x').int(33, 1).string(58, 'y').end();
  const send = (): void => {
    for (const { driver } of sessions) driver.send(news());
  };
  const lose = (): void => {
    isLost = true;
  };
  const left = () => sessions.map(({ wire }) => wire.written.map((one) => fieldIn(one, 34)));
  return { commits, send, lose, turn, left };
}

test('all sessions’ changes of a turn are one commit, and leave behind it', () => {
  const { commits, send, turn, left } = twoSessions();
  send();
  send();
  expect(left()).toEqual([[], []]);
  turn();
  expect(commits.map((changes) => changes.map(({ messages }) => messages.length))).toEqual([
    [2, 2],
  ]);
  expect(left()).toEqual([
    ['2', '3'],
    ['2', '3'],
  ]);
});

test('a store that throws lets nothing leave, and is heard', () => {
  const { send, turn, lose, left } = twoSessions();
  send();
  lose();
  expect(turn).toThrow('the disk is lost');
  expect(left()).toEqual([[], []]);
});
