import { describe, expect, test } from '@jest/globals';
import { whole } from '../wire-text.ts';
import { delivered, disconnects, loggedOn, of, order, sent } from './machine.ts';

const dup = '43=Y|122=20261121-12:00:00|';

describe('numbers', () => {
  test('SEQ-01: too high is asked for from the expected one; the early message is applied once, in order', () => {
    const session = loggedOn();
    expect(sent(session.receive('D', 4, order), 7, 16)).toEqual(['2 2 7=2 16=0']);
    expect(delivered(session.receive('D', 2, dup + order))).toEqual([2]);
    expect(delivered(session.receive('D', 3, dup + order))).toEqual([3, 4]);
    expect(session.receive('D', 4, dup + order).map(({ type }) => type)).toEqual(['Note']);
    expect(session.state).toMatchObject({
      nextInMsgSeqNum: 5,
      gap: null,
      early: [],
      earlyBytes: 0,
    });
  });

  test('SEQ-02: too low without PossDup gets Logout and the end, nothing applied', () => {
    const session = loggedOn();
    session.receive('0', 2);
    const actions = session.receive('D', 2, order);
    expect(sent(actions, 58)).toEqual(['5 2 58=MsgSeqNum(34) too low, expecting 3 but received 2']);
    expect(disconnects(actions)).toBe(true);
    expect(delivered(actions)).toEqual([]);
    expect(session.state.nextInMsgSeqNum).toBe(3);
  });

  test('SEQ-03: PossDup of a number that was had is ignored', () => {
    const session = loggedOn();
    session.receive('D', 2, order);
    const actions = session.receive('D', 2, dup + order);
    expect(delivered(actions)).toEqual([]);
    expect(sent(actions)).toEqual([]);
  });

  test('SEQ-04: PossDup of a number that was not had is delivered, and says so', () => {
    const session = loggedOn();
    const [message] = of(session.receive('D', 2, dup + order), 'Deliver');
    expect(message).toMatchObject({
      msgSeqNum: 2,
      possDup: true,
      origSendingTime: 1_795_262_400_000_000_000n,
    });
  });

  test('SEQ-05: PossDup without OrigSendingTime is rejected, its number not used up', () => {
    const session = loggedOn();
    session.receive('0', 2);
    expect(sent(session.receive('D', 2, `43=Y|${order}`), 45, 371, 372, 373)).toEqual([
      '3 2 45=2 371=122 372=D 373=1',
    ]);
    expect(session.state.nextInMsgSeqNum).toBe(3);
  });

  test('SEQ-05: OrigSendingTime after SendingTime is rejected, then Logout', () => {
    const session = loggedOn();
    const actions = session.receive('D', 2, `43=Y|122=20261121-12:00:01|${order}`);
    expect(sent(actions, 373)).toEqual(['3 2 373=10', '5 3']);
    expect(delivered(actions)).toEqual([]);
  });

  test('MsgSeqNum missing gets Logout', () => {
    const session = loggedOn();
    const actions = session.receiveRaw(whole('35=0|49=ACME|56=CW|52=20261121-12:00:00|'));
    expect(sent(actions, 58)).toEqual(['5 2 58=MsgSeqNum(34) is missing or no number']);
    expect(disconnects(actions)).toBe(true);
  });

  test.each(['0', '-1', '-9007199254740999'])('MsgSeqNum %s is too low', (msgSeqNum) => {
    const actions = loggedOn().receive('0', msgSeqNum);
    expect(sent(actions)).toEqual(['5 2']);
    expect(disconnects(actions)).toBe(true);
  });

  test('MsgSeqNum 2^53+1 is too high: one ResendRequest, and after some tries Logout', () => {
    const session = loggedOn({ resendPatienceMs: 10_000, maxResendRequests: 3 });
    expect(sent(session.receive('0', '9007199254740993'), 7, 16)).toEqual(['2 2 7=2 16=0']);
    expect(sent(session.receive('0', '9007199254740993'))).toEqual([]);
    const outcome = [session.tick(10), session.tick(10), session.tick(10)].flatMap((actions) =>
      sent(actions),
    );
    expect(outcome).toEqual(['2 3', '2 4', '5 5']);
  });
});

describe('a gap', () => {
  test('SEQ-11: a new hole behind a filled one is asked for alone', () => {
    const session = loggedOn();
    session.receive('D', 4, order);
    session.receive('D', 7, order);
    session.receive('D', 2, dup + order);
    const actions = session.receive('D', 3, dup + order);
    expect(delivered(actions)).toEqual([3, 4]);
    expect(sent(actions, 7, 16)).toEqual(['2 3 7=5 16=6']);
    session.receive('D', 5, dup + order);
    expect(delivered(session.receive('D', 6, dup + order))).toEqual([6, 7]);
    expect(session.state.gap).toBeNull();
  });

  test('SEQ-12: live messages within a resend are applied in the order of their numbers', () => {
    const session = loggedOn();
    session.receive('D', 3, order);
    session.receive('D', 4, order);
    session.receive('D', 5, order);
    expect(delivered(session.receive('D', 2, dup + order))).toEqual([2, 3, 4, 5]);
  });

  test('SEQ-10: a ResendRequest that is itself too high is answered before our own', () => {
    const session = loggedOn();
    const actions = session.receive('2', 5, '7=1|16=0|');
    expect(actions).toEqual([{ type: 'Resend', fromSeqNum: 1, toSeqNum: 1 }]);
    const page = session.input({ type: 'ResendPage', messages: [], toSeqNum: 1 });
    expect(sent(page, 36, 7)).toEqual(['4 1 36=2', '2 2 7=2']);
    session.receive('4', 2, `${dup}123=Y|36=5|`);
    expect(session.state).toMatchObject({ nextInMsgSeqNum: 6, gap: null });
  });

  test('TC 20: while our own request is out, what the peer asks for is sent, and ours not repeated', () => {
    const session = loggedOn();
    session.receive('D', 3, order);
    expect(session.receive('2', 4, '7=1|16=0|')).toEqual([
      { type: 'Resend', fromSeqNum: 1, toSeqNum: 2 },
    ]);
    const page = session.input({ type: 'ResendPage', messages: [], toSeqNum: 2 });
    expect(sent(page, 36)).toEqual(['4 1 36=3']);
    expect(delivered(session.receive('D', 2, dup + order))).toEqual([2, 3]);
    expect(session.state).toMatchObject({ nextInMsgSeqNum: 5, gap: null });
  });

  test('what is kept is bounded by number; the rest comes again', () => {
    const session = loggedOn({ maxEarlyMessages: 3 });
    for (let msgSeqNum = 3; msgSeqNum <= 10; msgSeqNum += 1) session.receive('D', msgSeqNum, order);
    expect(session.state.early.map(({ msgSeqNum }) => msgSeqNum)).toEqual([3, 4, 5]);
    const actions = session.receive('D', 2, dup + order);
    expect(delivered(actions)).toEqual([2, 3, 4, 5]);
    expect(sent(actions, 7, 16)).toEqual(['2 3 7=6 16=0']);
  });

  test('what is kept is bounded by bytes', () => {
    const session = loggedOn({ maxEarlyBytes: 300 });
    for (const msgSeqNum of [3, 4, 5, 6]) session.receive('D', msgSeqNum, order);
    expect(session.state.earlyBytes).toBeLessThanOrEqual(300);
    expect(session.state.early.length).toBeLessThan(4);
  });

  test('an early message that is no good is rejected when its turn comes', () => {
    const session = loggedOn();
    session.receive('D', 3, order.replace('40=1', '40=w'));
    expect(sent(session.receive('0', 2, dup), 45, 373)).toEqual(['3 3 45=3 373=5']);
    expect(session.state.nextInMsgSeqNum).toBe(4);
  });

  test('an early GapFill that is no good is rejected once, and its number asked for again', () => {
    const session = loggedOn({ resendPatienceMs: 10_000 });
    session.receive('4', 3, '123=Y|36=2|');
    expect(sent(session.receive('0', 2, dup), 45, 373)).toEqual(['3 3 45=3 373=5']);
    expect(session.state).toMatchObject({ nextInMsgSeqNum: 3, early: [] });
    expect(sent(session.tick(9), 7)).toEqual([]);
    expect(sent(session.tick(1), 7)).toEqual(['2 4 7=3']);
  });

  test('a gap ends with its connection', () => {
    const session = loggedOn();
    session.receive('D', 5, order);
    session.input({ type: 'TransportClosed', cause: 'reset' });
    expect(session.state).toMatchObject({
      gap: null,
      early: [],
      nextInMsgSeqNum: 2,
      phase: 'Disconnected',
    });
  });
});

describe('SequenceReset', () => {
  test('SEQ-08: a GapFill at the expected number moves on', () => {
    const session = loggedOn();
    expect(session.receive('4', 2, '123=Y|36=20|')).toEqual([]);
    expect(session.state.nextInMsgSeqNum).toBe(20);
  });

  test('SEQ-08: a GapFill too high opens a gap', () => {
    expect(sent(loggedOn().receive('4', 10, '123=Y|36=20|'), 7)).toEqual(['2 2 7=2']);
  });

  test('SEQ-08: a GapFill too low is ignored with PossDup and ends the session without', () => {
    const session = loggedOn();
    expect(sent(session.receive('4', 1, `${dup}123=Y|36=20|`))).toEqual([]);
    expect(disconnects(session.receive('4', 1, '123=Y|36=20|'))).toBe(true);
  });

  test.each(['2', '1', '0', '2147483648'])(
    'a GapFill to %s is rejected, the state the same',
    (newSeqNo) => {
      const session = loggedOn();
      expect(sent(session.receive('4', 2, `123=Y|36=${newSeqNo}|`), 373)).toEqual(['3 2 373=5']);
      expect(session.state.nextInMsgSeqNum).toBe(2);
    },
  );

  test('SEQ-09: a Reset moves on whatever its own number', () => {
    const session = loggedOn();
    expect(sent(session.receive('4', 0, '36=2|'))).toEqual([]);
    expect(sent(session.receive('4', 99, '123=N|36=50|'))).toEqual([]);
    expect(session.state.nextInMsgSeqNum).toBe(50);
  });

  test.each(['1', '2147483648'])(
    'SEQ-09: a Reset to %s is rejected, the state the same',
    (newSeqNo) => {
      const session = loggedOn();
      expect(sent(session.receive('4', 2, `36=${newSeqNo}|`), 372, 373)).toEqual([
        '3 2 372=4 373=5',
      ]);
      expect(session.state.nextInMsgSeqNum).toBe(2);
    },
  );
});

describe('malformed', () => {
  test('VAL-01: garbled is ignored, its number not used up, and the next good message opens a gap', () => {
    const session = loggedOn();
    const garbled = whole(`35=D|49=ACME|56=CW|34=2|52=20261121-12:00:00|${order}`);
    garbled[20] = 0x21;
    expect(sent(session.receiveRaw(garbled))).toEqual([]);
    expect(session.state.nextInMsgSeqNum).toBe(2);
    expect(sent(session.receive('D', 3, order), 7)).toEqual(['2 2 7=2']);
  });

  test('VAL-02: another BeginString gets Logout', () => {
    const session = loggedOn();
    const actions = session.receiveRaw(
      whole('35=0|49=ACME|56=CW|34=2|52=20261121-12:00:00|', 'FIX.4.3'),
    );
    expect(sent(actions, 58)).toEqual(['5 2 58=BeginString(8) must be FIX.4.4']);
    expect(disconnects(session.receive('5', 3))).toBe(true);
  });

  test('VAL-02: other CompIDs get Reject 373=9 and Logout', () => {
    const actions = loggedOn().receiveRaw(whole('35=0|49=ACMX|56=CW|34=2|52=20261121-12:00:00|'));
    expect(sent(actions, 45, 371, 372, 373)).toEqual(['3 2 45=2 372=0 373=9', '5 3']);
  });

  test.each([-121, 121])(
    'VAL-03: SendingTime %d s off gets Reject 373=10 and Logout, then the end',
    (off) => {
      const session = loggedOn();
      session.clock = 300;
      const time = off < 0 ? '20261121-12:02:59' : '20261121-12:07:01';
      const actions = session.receiveRaw(whole(`35=0|49=ACME|56=CW|34=2|52=${time}|`));
      expect(sent(actions, 45, 371, 373)).toEqual(['3 2 45=2 373=10', '5 3']);
      expect(session.state.nextInMsgSeqNum).toBe(3);
      expect(disconnects(session.receive('5', 3))).toBe(true);
    },
  );

  test.each([-120, 120])('VAL-03: SendingTime %d s off is within tolerance', (off) => {
    const session = loggedOn();
    session.clock = 300;
    const time = off < 0 ? '20261121-12:03:00' : '20261121-12:07:00';
    expect(sent(session.receiveRaw(whole(`35=0|49=ACME|56=CW|34=2|52=${time}|`)))).toEqual([]);
  });

  test('VAL-04: an unknown MsgType is rejected, a known one is the application’s', () => {
    const session = loggedOn();
    expect(sent(session.receive('zz', 2), 371, 372, 373)).toEqual(['3 2 372=zz 373=11']);
    expect(delivered(session.receive('V', 3, '262=1|263=0|264=1|267=1|269=0|146=1|55=X|'))).toEqual(
      [3],
    );
  });

  test('VAL-05: a bad field is rejected with its tag, and the number used up', () => {
    const session = loggedOn();
    const actions = session.receive('D', 2, order.replace('38=1', '38=1e5'));
    expect(sent(actions, 45, 371, 372, 373)).toEqual(['3 2 45=2 371=38 372=D 373=6']);
    expect(session.state.nextInMsgSeqNum).toBe(3);
  });

  test('VAL-08: a Reject is delivered, and even a malformed one never answered', () => {
    const session = loggedOn();
    expect(delivered(session.receive('3', 2, '45=1|'))).toEqual([2]);
    expect(sent(session.receive('3', 3, '58=no RefSeqNum|'))).toEqual([]);
    expect(session.state.nextInMsgSeqNum).toBe(4);
  });

  test('VAL-13: a reject of a routed message goes back the same way', () => {
    const bad = order.replace('40=1', '40=w');
    const actions = loggedOn().receive(
      'D',
      2,
      `115=A|116=B|144=|${bad}`.replace('144=|', '144=C|'),
    );
    expect(sent(actions, 115, 128, 129, 145)).toEqual(['3 2 128=A 129=B 145=C']);
  });
});
