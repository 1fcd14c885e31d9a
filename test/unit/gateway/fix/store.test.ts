import { expect, test } from '@jest/globals';
import { memoryStore, type SentMessage } from '../../../../gateway/fix/store.ts';
import type { EpochNs } from '../../../../spec/ports/index.ts';

const sessionID = 'FIX.4.4:CW->ACME';
const message = (msgSeqNum: number, epoch = 1): SentMessage => ({
  epoch,
  msgSeqNum,
  msgType: '8',
  sendingTime: 0n as EpochNs,
  bytes: Uint8Array.of(msgSeqNum),
});
const change = (epoch: number, messages: readonly SentMessage[]) => ({
  sessionID,
  epoch,
  nextInMsgSeqNum: 2,
  reservedOutEnd: 100,
  messages,
  ticket: 1,
});
const numbers = (found: readonly SentMessage[]) => found.map(({ msgSeqNum }) => msgSeqNum);

test('a range has the messages within it, ascending, up to the limit', () => {
  const store = memoryStore();
  store.apply(
    change(
      1,
      [2, 4, 5, 9].map((number) => message(number)),
    ),
  );
  const range = { sessionID, epoch: 1, fromSeqNum: 3, toSeqNum: 9, limit: 2 };
  expect(numbers(store.sentMessages(range))).toEqual([4, 5]);
  expect(numbers(store.sentMessages({ ...range, limit: 10 }))).toEqual([4, 5, 9]);
  expect(numbers(store.sentMessages({ ...range, fromSeqNum: 10 }))).toEqual([]);
  expect(store.load(sessionID)).toEqual({ epoch: 1, nextInMsgSeqNum: 2, reservedOutEnd: 100 });
});

test('a new epoch has none of the old one’s messages', () => {
  const store = memoryStore();
  store.apply(change(1, [message(2)]));
  store.apply(change(2, [message(3, 1), message(1, 2)]));
  const range = { sessionID, fromSeqNum: 1, toSeqNum: 9, limit: 10 };
  expect(numbers(store.sentMessages({ ...range, epoch: 2 }))).toEqual([1]);
  expect(numbers(store.sentMessages({ ...range, epoch: 1 }))).toEqual([]);
});

test('the history is bounded: the oldest go', () => {
  const store = memoryStore(3);
  store.apply(
    change(
      1,
      [1, 2, 3, 4, 5].map((number) => message(number)),
    ),
  );
  const range = { sessionID, epoch: 1, fromSeqNum: 1, toSeqNum: 9, limit: 10 };
  expect(numbers(store.sentMessages(range))).toEqual([3, 4, 5]);
});
