import { describe, expect, test } from '@jest/globals';
import type { SessionAction } from '../../../../../gateway/fix/session/state.ts';
import { delivered, disconnects, epochNs, loggedOn, machine, of, order, sent } from './machine.ts';

describe('heartbeats', () => {
  test('HB-01: nothing sent for HeartBtInt brings a Heartbeat', () => {
    const session = loggedOn();
    expect(sent(session.tick(29.9))).toEqual([]);
    expect(sent(session.tick(0.1))).toEqual(['0 2']);
    session.receive('0', 2);
    expect(sent(session.tick(29.9))).toEqual([]);
  });

  test('HB-02: a TestRequest is answered at once with its id', () => {
    expect(sent(loggedOn().receive('1', 2, '112=x|'), 112)).toEqual(['0 2 112=x']);
  });

  test('HB-03: silence for the interval and a fifth brings a TestRequest, as long again the end', () => {
    const session = loggedOn();
    session.tick(30);
    expect(sent(session.tick(5.9))).toEqual([]);
    const [request] = sent(session.tick(0.1), 112);
    expect(request).toMatch(/^1 3 112=.+/);
    expect(disconnects(session.tick(35.9))).toBe(false);
    const end = session.tick(0.1);
    expect(disconnects(end)).toBe(true);
    expect(of(end, 'LoggedOff')[0]?.reason).toBe('TestRequest unanswered');
  });

  test('HB-03: a TestRequest that waits for our disk runs out only once it has left', () => {
    const session = loggedOn();
    session.tick(36);
    expect(disconnects(session.tick(100, true))).toBe(false);
    expect(disconnects(session.tick(35.9))).toBe(false);
    expect(disconnects(session.tick(0.2))).toBe(true);
  });

  test('HB-03: each TestRequest has an id of its own', () => {
    const session = loggedOn();
    const ids = [1, 2].map((turn) => {
      session.tick(30);
      const [request] = sent(session.tick(6), 112);
      session.receive('0', turn + 1);
      return request?.split('112=')[1];
    });
    expect(new Set(ids).size).toBe(2);
  });

  test('HB-04: any message is a sign of life', () => {
    const session = loggedOn();
    session.tick(36);
    session.receive('D', 2, order);
    expect(disconnects(session.tick(35.9))).toBe(false);
  });

  test("a TestRequest of the application's is answered by its id, and ends nothing unanswered", () => {
    const session = loggedOn();
    expect(sent(session.input({ type: 'RequestTest', testReqID: 'Q1' }), 112)).toEqual([
      '1 2 112=Q1',
    ]);
    session.tick(30);
    expect(of(session.receive('0', 2), 'TestAnswered')).toEqual([]);
    expect(disconnects(session.tick(35.9))).toBe(false);
    expect(of(session.receive('0', 3, '112=Q1|'), 'TestAnswered')).toEqual([
      { type: 'TestAnswered', testReqID: 'Q1' },
    ]);
  });

  test('an answer behind a gap counts when the gap is filled', () => {
    const session = loggedOn();
    expect(of(session.receive('0', 3, '112=Q1|'), 'TestAnswered')).toEqual([]);
    const filled = session.receive('4', 2, '43=Y|122=20261121-12:00:00|123=Y|36=3|');
    expect(of(filled, 'TestAnswered')).toHaveLength(1);
  });

  test('HeartBtInt 0 means none', () => {
    const session = machine({ minHeartBtInt: 0 });
    session.input({ type: 'TransportOpened' });
    session.receive('A', 1, '98=0|108=0|');
    expect(session.tick(100_000)).toEqual([]);
  });
});

test('while what the peer says is left unread, its silence is not counted; our heartbeats go on', () => {
  const session = loggedOn();
  const deaf = (seconds: number): readonly SessionAction[] => {
    session.clock += seconds;
    return session.input({ type: 'ClockTicked', isHeld: false, isDeaf: true });
  };
  for (let round = 0; round < 10; round += 1) expect(sent(deaf(30))[0]).toMatch(/^0 /);
  expect(session.state.phase).toBe('LoggedOn');
  // Read again, it has its whole patience: the interval and a fifth, twice.
  expect(sent(session.tick(35.9))[0]).toMatch(/^0 /);
  expect(sent(session.tick(0.1))[0]).toMatch(/^1 /);
  expect(disconnects(deaf(100))).toBe(false);
  expect(disconnects(session.tick(36))).toBe(true);
});

test('silence is told only until the moment whose bytes have all been read', () => {
  const session = loggedOn();
  const start = session.clock;
  /** A tick `seconds` behind the Logon, by a process that has read what came in the first `heard` of them. */
  const late = (seconds: number, heard: number): readonly SessionAction[] => {
    session.clock = start + seconds;
    return session.input({
      type: 'ClockTicked',
      isHeld: false,
      heardUntil: epochNs(start + heard),
    });
  };
  expect(sent(late(50, 35.9))[0]).toMatch(/^0 /);
  expect(sent(late(60, 36))[0]).toMatch(/^1 /);
  expect(disconnects(late(200, 95.9))).toBe(false);
  expect(disconnects(late(201, 96))).toBe(true);
});

describe('logout', () => {
  test('HB-05: answered, and closed when the peer has not in 10 s', () => {
    const session = loggedOn();
    const actions = session.receive('5', 2);
    expect(sent(actions)).toEqual(['5 2']);
    expect(disconnects(actions)).toBe(false);
    expect(disconnects(session.tick(9.9))).toBe(false);
    expect(disconnects(session.tick(0.1))).toBe(true);
  });

  test('HB-05: closed at once where the session says so', () => {
    expect(disconnects(loggedOn({ closeAfterLogout: true }).receive('5', 2))).toBe(true);
  });

  test('HB-05: a Logout with a number too high is answered, the gap left for the next logon', () => {
    const session = loggedOn();
    expect(sent(session.receive('5', 9))).toEqual(['5 2']);
    expect(session.state.nextInMsgSeqNum).toBe(2);
  });

  test('HB-06: ours unanswered closes after the time-out, numbers kept', () => {
    const session = loggedOn();
    expect(sent(session.input({ type: 'Logout', text: 'end of day' }), 58)).toEqual([
      '5 2 58=end of day',
    ]);
    expect(disconnects(session.tick(10))).toBe(true);
    expect(session.state).toMatchObject({ nextInMsgSeqNum: 2, nextOutMsgSeqNum: 3 });
  });

  test('HB-07: ours, and the peer first asks for a resend', () => {
    const session = loggedOn();
    session.input({ type: 'Logout', text: 'end of day' });
    expect(of(session.receive('2', 2, '7=1|16=0|'), 'Resend')).toHaveLength(1);
    const page = session.input({ type: 'ResendPage', messages: [], toSeqNum: 2 });
    expect(sent(page, 36)).toEqual(['4 1 36=3']);
    expect(disconnects(session.receive('5', 3))).toBe(true);
  });

  test('a transport that closes says so once', () => {
    const session = loggedOn();
    const types = (actions: readonly SessionAction[]) => actions.map(({ type }) => type);
    expect(types(session.input({ type: 'TransportClosed', cause: 'reset' }))).toEqual([
      'LoggedOff',
    ]);
    expect(types(session.input({ type: 'TransportClosed', cause: 'reset' }))).toEqual([]);
    expect(delivered(session.receive('D', 2, order))).toEqual([]);
  });
});
