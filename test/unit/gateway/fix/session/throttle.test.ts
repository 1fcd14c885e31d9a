import { describe, expect, test } from '@jest/globals';
import { dictionaryOf } from '../../../../../spec/dictionaries/index.ts';
import type { Throttle } from '../../../../../gateway/fix/session/buckets.ts';
import { defaultSessionSettings } from '../../../../../gateway/fix/session/settings.ts';
import { waitNs } from '../../../../../gateway/fix/session/throttle.ts';
import type { EpochNs } from '../../../../../spec/ports/index.ts';
import {
  delivered,
  disconnects,
  loggedOn,
  type Machine,
  machine,
  noon,
  of,
  order,
  sent,
} from './machine.ts';

const news = '148=h|33=1|58=t|';
const cancel = '11=C1|41=A1|55=ETH/USDT|54=1|60=20261121-12:00:00|';

function throttled(throttle: Partial<Throttle>): Machine {
  return loggedOn({
    throttle: { messagesPerSecond: null, ordersPerSecond: null, above: 'reject', ...throttle },
  });
}

/** How many of `count` orders from `from` on were delivered. */
function orders(session: Machine, from: number, count: number): number {
  let taken = 0;
  for (let at = 0; at < count; at += 1)
    taken += delivered(session.receive('D', from + at, order)).length;
  return taken;
}

describe('a throttle that rejects', () => {
  test('THR-03: takes one second’s worth at once, and answers the next with its number and its id', () => {
    const session = throttled({ ordersPerSecond: 3 });
    expect(orders(session, 2, 3)).toBe(3);
    const over = session.receive('D', 5, order);
    expect(delivered(over)).toEqual([]);
    expect(sent(over, 45, 372, 379, 380, 58)).toEqual([
      'j 2 45=5 372=D 379=A1 380=0 58=more than 3 orders a second',
    ]);
    expect(session.state.nextInMsgSeqNum).toBe(6);
  });

  test('a rejected message is had: repeated as PossDup it is ignored', () => {
    const session = throttled({ ordersPerSecond: 1 });
    orders(session, 2, 2);
    const again = session.receive('D', 3, `43=Y|122=20261121-12:00:00|${order}`);
    expect(of(again, 'Note').map(({ sentence }) => sentence)).toEqual(['repeated message ignored']);
    expect(sent(again)).toEqual([]);
  });

  test('gives one more for each part of a second, and never more than one second’s worth', () => {
    const session = throttled({ ordersPerSecond: 4 });
    expect(orders(session, 2, 10)).toBe(4);
    session.clock += 0.25;
    expect(orders(session, 12, 10)).toBe(1);
    session.clock += 60;
    expect(orders(session, 22, 10)).toBe(4);
  });

  test('what was rejected uses up nothing: the rate is that of what is taken', () => {
    const session = throttled({ ordersPerSecond: 10 });
    let taken = 0;
    for (let at = 0; at < 1000; at += 1) {
      session.clock = at / 100; // 100 a second for ten seconds, at most 10 taken of each.
      taken += delivered(session.receive('D', 2 + at, order)).length;
    }
    expect(taken).toBe(10 + 99); // One second's worth, then one each tenth of a second up to 9.99 s.
  });

  test('orders and messages have a bucket each', () => {
    const session = throttled({ ordersPerSecond: 1, messagesPerSecond: 3 });
    expect(orders(session, 2, 2)).toBe(1);
    expect(delivered(session.receive('B', 4, news))).toEqual([4]);
    expect(delivered(session.receive('B', 5, news))).toEqual([5]);
    expect(sent(session.receive('B', 6, news), 372, 58)).toEqual([
      'j 3 372=B 58=more than 3 messages a second',
    ]);
  });

  test('a cancel is counted and always taken', () => {
    const session = throttled({ messagesPerSecond: 1 });
    expect(delivered(session.receive('F', 2, cancel))).toEqual([2]);
    expect(delivered(session.receive('F', 3, cancel))).toEqual([3]);
    expect(delivered(session.receive('D', 4, order))).toEqual([]);
  });

  test('admin messages are not counted', () => {
    const session = throttled({ messagesPerSecond: 1 });
    for (let msgSeqNum = 2; msgSeqNum < 50; msgSeqNum += 1)
      expect(sent(session.receive('1', msgSeqNum, '112=a|'))).toHaveLength(1);
    expect(delivered(session.receive('D', 50, order))).toEqual([50]);
  });

  test('what was asked for again is not held against the peer', () => {
    const session = throttled({ ordersPerSecond: 1 });
    session.receive('D', 8, order);
    const dup = `43=Y|122=20261121-12:00:00|${order}`;
    const numbers = [2, 3, 4, 5, 6, 7].flatMap((at) => delivered(session.receive('D', at, dup)));
    expect(numbers).toEqual([2, 3, 4, 5, 6, 7, 8]);
  });

  test('a refused order that was routed is answered the same way back', () => {
    const session = throttled({ ordersPerSecond: 1 });
    orders(session, 2, 1);
    expect(sent(session.receive('D', 3, `115=FUND|${order}`), 128)).toEqual(['j 2 128=FUND']);
  });

  test('a flood is in the log once; the next one, behind a second of silence, once more', () => {
    const session = throttled({ ordersPerSecond: 10 });
    let notes = 0;
    const flood = (from: number, count: number) => {
      for (let at = 0; at < count; at += 1) {
        session.clock += 0.01; // Ten times as many as may come: each tenth is taken.
        notes += of(session.receive('D', from + at, order), 'Note').length;
      }
    };
    flood(2, 500);
    expect(notes).toBe(1);
    session.clock += 1;
    flood(502, 500);
    expect(notes).toBe(2);
  });

  test('answers ten times as many as may come in a second, and a thousand at least; more than that waits unread', () => {
    const throttle = { messagesPerSecond: null, ordersPerSecond: 1, above: 'reject' } as const;
    const names = { beginString: 'FIX.4.4', senderCompID: 'CW', targetCompID: 'ACME' };
    const settings = { ...defaultSessionSettings, ...names, role: 'Acceptor', throttle } as const;
    const session = throttled(throttle);
    const waits = (msgType: string) =>
      waitNs(settings, session.state, { msgType, now: noon as EpochNs });
    expect(orders(session, 2, 1)).toBe(1);
    for (let at = 0; at < 1000; at += 1) {
      expect(waits('D')).toBe(0n);
      expect(sent(session.receive('D', 3 + at, order), 45)).toEqual([`j ${2 + at} 45=${3 + at}`]);
    }
    expect(waits('D')).toBe(1_000_000n);
    // What is always taken waits for nothing.
    expect([waits('F'), waits('0')]).toEqual([0n, 0n]);
  });

  test('FIX 4.1 has no BusinessMessageReject: it gets a Reject', () => {
    const session = machine(
      {
        beginString: 'FIX.4.1',
        throttle: { messagesPerSecond: 1, ordersPerSecond: null, above: 'reject' },
      },
      { rules: { dictionary: dictionaryOf('FIX.4.1') } },
    );
    session.input({ type: 'TransportOpened' });
    session.receive('A', 1, '98=0|108=30|');
    const email = '164=T|94=0|147=Subject|33=1|58=line|';
    session.receive('C', 2, email);
    expect(sent(session.receive('C', 3, email), 45, 58)).toEqual([
      '3 2 45=3 58=more than 1 messages a second',
    ]);
  });

  test('parting and coming back fills no bucket', () => {
    const session = throttled({ ordersPerSecond: 2 });
    orders(session, 2, 2);
    session.input({ type: 'TransportClosed', cause: 'gone' });
    session.input({ type: 'TransportOpened' });
    session.receive('A', 4, '98=0|108=30|');
    expect(orders(session, 5, 1)).toBe(0);
  });
});

test('a throttle that disconnects says why, and asks for the message at the next logon', () => {
  const session = throttled({ ordersPerSecond: 1, above: 'disconnect' });
  expect(orders(session, 2, 1)).toBe(1);
  const over = session.receive('D', 3, order);
  expect(delivered(over)).toEqual([]);
  expect(sent(over, 58)).toEqual(['5 2 58=more than 1 orders a second']);
  expect(disconnects(over)).toBe(true);
  expect(session.state.nextInMsgSeqNum).toBe(3);
});
