import { describe, expect, test } from '@jest/globals';
import { delivered, disconnects, loggedOn, order, sent } from './machine.ts';

const dup = '43=Y|122=20261121-12:00:00|';

describe('a ResendRequest in chunks', () => {
  test('asks for so many numbers, and for the next when they have come', () => {
    const session = loggedOn({ resendChunk: 3 });
    expect(sent(session.receive('D', 10, order), 7, 16)).toEqual(['2 2 7=2 16=4']);
    expect(sent(session.receive('D', 2, dup + order), 7)).toEqual([]);
    expect(sent(session.receive('D', 3, dup + order), 7)).toEqual([]);
    expect(sent(session.receive('D', 4, dup + order), 7, 16)).toEqual(['2 3 7=5 16=7']);
    expect(sent(session.receive('4', 5, `${dup}123=Y|36=8|`), 7, 16)).toEqual(['2 4 7=8 16=9']);
    session.receive('D', 8, dup + order);
    expect(delivered(session.receive('D', 9, dup + order))).toEqual([9, 10]);
    expect(session.state).toMatchObject({ nextInMsgSeqNum: 11, gap: null });
  });

  test('that is as long as the gap asks for it once', () => {
    const session = loggedOn({ resendChunk: 3 });
    expect(sent(session.receive('D', 5, order), 7, 16)).toEqual(['2 2 7=2 16=4']);
    session.receive('D', 2, dup + order);
    session.receive('D', 3, dup + order);
    const last = session.receive('D', 4, dup + order);
    expect(delivered(last)).toEqual([4, 5]);
    expect(sent(last)).toEqual([]);
  });
});

describe('a gap inside a resend', () => {
  test('is asked for alone when the resend passes over it, and once', () => {
    const session = loggedOn();
    session.receive('D', 7, order);
    session.receive('D', 2, dup + order);
    expect(sent(session.receive('D', 5, dup + order), 7, 16)).toEqual(['2 3 7=3 16=4']);
    expect(sent(session.receive('D', 6, dup + order), 7)).toEqual([]);
    expect(delivered(session.receive('D', 3, dup + order))).toEqual([3]);
    expect(delivered(session.receive('D', 4, dup + order))).toEqual([4, 5, 6, 7]);
    expect(session.state.gap).toBeNull();
  });

  test('is not seen in a live message behind the gap', () => {
    const session = loggedOn();
    session.receive('D', 5, order);
    expect(sent(session.receive('D', 6, order))).toEqual([]);
  });
});

describe('the policy to ask again', () => {
  test('keeps no message after a gap: it comes again, and all are applied in order', () => {
    const session = loggedOn({ gapPolicy: 'askAgain' });
    expect(sent(session.receive('D', 4, order), 7, 16)).toEqual(['2 2 7=2 16=0']);
    expect(session.state.early).toEqual([]);
    const applied = [2, 3, 4].flatMap((msgSeqNum) =>
      delivered(session.receive('D', msgSeqNum, dup + order)),
    );
    expect(applied).toEqual([2, 3, 4]);
    expect(session.state.gap).toBeNull();
  });

  test('asks for what came meanwhile and was not kept', () => {
    const session = loggedOn({ gapPolicy: 'askAgain' });
    session.receive('D', 3, order);
    session.receive('D', 4, order);
    session.receive('D', 2, dup + order);
    expect(sent(session.receive('D', 3, dup + order), 7, 16)).toEqual(['2 3 7=4 16=0']);
    expect(delivered(session.receive('D', 4, dup + order))).toEqual([4]);
    expect(session.state.gap).toBeNull();
  });
});

test('a ResendRequest that brings nothing is repeated as often as agreed, then Logout', () => {
  const session = loggedOn({ resendPatienceMs: 10_000, maxResendRequests: 2 });
  session.receive('D', 3, order);
  session.receive('0', 4);
  expect(sent(session.tick(9.9))).toEqual([]);
  expect(sent(session.tick(0.1), 7)).toEqual(['2 3 7=2']);
  const end = session.tick(10);
  expect(sent(end, 58)).toEqual(['5 4 58=MsgSeqNum(34) 2 was asked for and did not come']);
  expect(disconnects(end)).toBe(true);
});
