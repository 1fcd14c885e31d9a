import { describe, expect, test } from '@jest/globals';
import { sameSecret } from '../../../../../gateway/fix/session/settings.ts';
import { whole } from '../wire-text.ts';
import { delivered, disconnects, loggedOn, machine, of, order, sent } from './machine.ts';

const logon = '98=0|108=30|';

function opened(...args: Parameters<typeof machine>) {
  const session = machine(...args);
  session.input({ type: 'TransportOpened' });
  return session;
}

describe('an acceptor', () => {
  test('LOG-01: a valid Logon is answered with the same HeartBtInt, and nothing goes first', () => {
    const actions = opened().receive('A', 1, logon);
    expect(sent(actions, 98, 108)).toEqual(['A 1 98=0 108=30']);
    expect(of(actions, 'LoggedOn')).toHaveLength(1);
  });

  test('LOG-02: a number too high is answered, then asked for from the expected one', () => {
    const session = opened({}, { stored: { epoch: 1, nextInMsgSeqNum: 3, reservedOutEnd: 5 } });
    expect(sent(session.receive('A', 7, logon), 7, 16)).toEqual(['A 5', '2 6 7=3 16=0']);
    const filled = session.receive('4', 3, '43=Y|122=20261121-12:00:00|123=Y|36=8|');
    expect(filled).toEqual([]);
    expect(session.state.nextInMsgSeqNum).toBe(8);
    expect(session.state.gap).toBeNull();
  });

  test('LOG-03: a number too low gets a Logout that names both, and leaves ours as it was', () => {
    const session = opened({}, { stored: { epoch: 1, nextInMsgSeqNum: 9, reservedOutEnd: 5 } });
    const actions = session.receive('A', 4, logon);
    expect(sent(actions, 58)).toEqual(['5 5 58=MsgSeqNum(34) too low, expecting 9 but received 4']);
    expect(disconnects(actions)).toBe(true);
    expect(session.state.nextInMsgSeqNum).toBe(9);
  });

  test('LOG-06: a wrong password gets a Logout that tells nothing, the right one a session', () => {
    const authenticate = ({ password }: { readonly password: string | null }) =>
      sameSecret('s3cret', password ?? '');
    const wrong = opened({}, { rules: { authenticate } });
    const actions = wrong.receive('A', 1, `${logon}553=acme|554=guess|`);
    expect(sent(actions, 58)).toEqual(['5 1 58=Username(553) or Password(554) is not accepted']);
    expect(disconnects(actions)).toBe(true);
    expect(wrong.state.nextInMsgSeqNum).toBe(1);
    expect(JSON.stringify(of(actions, 'Note'))).not.toContain('guess');
    const right = opened({}, { rules: { authenticate } });
    expect(sent(right.receive('A', 1, `${logon}553=acme|554=s3cret|`))).toEqual(['A 1']);
  });

  test.each([
    [
      'LOG-07: a first message that is no Logon',
      whole(`35=D|49=ACME|56=CW|34=1|52=20261121-12:00:00|${order}`),
    ],
    [
      'LOG-08: a SendingTime out of tolerance',
      whole(`35=A|49=ACME|56=CW|34=1|52=20261121-11:57:59|${logon}`),
    ],
    ['LOG-08: no SendingTime', whole(`35=A|49=ACME|56=CW|34=1|${logon}`)],
    [
      'LOG-08: another version',
      whole(`35=A|49=ACME|56=CW|34=1|52=20261121-12:00:00|${logon}`, 'FIX.4.2'),
    ],
    ['LOG-05: other CompIDs', whole(`35=A|49=ACMF|56=CW|34=1|52=20261121-12:00:00|${logon}`)],
  ])('%s is closed without a message, state and numbers unchanged', (_, message) => {
    const session = opened();
    const before = session.state;
    const actions = session.receiveRaw(message);
    expect(sent(actions)).toEqual([]);
    expect(disconnects(actions)).toBe(true);
    expect(session.state).toEqual({ ...before, phase: 'Disconnected' });
  });

  test('LOG-09: ResetSeqNumFlag=Y begins an epoch: both numbers 1, answered with the flag', () => {
    const session = opened({}, { stored: { epoch: 4, nextInMsgSeqNum: 90, reservedOutEnd: 1000 } });
    const actions = session.receive('A', 1, `${logon}141=Y|`);
    expect(of(actions, 'OpenEpoch')).toEqual([{ type: 'OpenEpoch', epoch: 5 }]);
    expect(sent(actions, 141)).toEqual(['A 1 141=Y']);
    expect(session.state).toMatchObject({ epoch: 5, nextInMsgSeqNum: 2, nextOutMsgSeqNum: 2 });
  });

  test('LOG-09: the answer of a new epoch waits until the epoch is durable', () => {
    const actions = opened().receive('A', 1, `${logon}141=Y|`);
    expect(of(actions, 'Send').map(({ after }) => after)).toEqual(['commit']);
  });

  test('LOG-09: without the flag the numbers go on, and the answer has no flag', () => {
    const session = opened({}, { stored: { epoch: 4, nextInMsgSeqNum: 90, reservedOutEnd: 1000 } });
    expect(sent(session.receive('A', 90, logon), 141)).toEqual(['A 1000']);
    expect(session.state.epoch).toBe(4);
  });

  test('ResetSeqNumFlag=Y in a live session begins an epoch without parting', () => {
    const session = loggedOn();
    session.receive('0', 2);
    const actions = session.receive('A', 1, `${logon}141=Y|`);
    expect(sent(actions, 141)).toEqual(['A 1 141=Y']);
    expect(disconnects(actions)).toBe(false);
    expect(delivered(session.receive('D', 2, order))).toEqual([2]);
  });

  test('ResetSeqNumFlag=Y asks for number 1', () => {
    const actions = opened().receive('A', 2, `${logon}141=Y|`);
    expect(sent(actions, 58)).toEqual([
      '5 1 58=MsgSeqNum(34) must be 1 with ResetSeqNumFlag(141)=Y',
    ]);
  });

  test('ResetOnLogon begins an epoch without a flag in the answer', () => {
    const session = opened(
      { resetOnLogon: true },
      { stored: { epoch: 1, nextInMsgSeqNum: 9, reservedOutEnd: 9 } },
    );
    expect(sent(session.receive('A', 1, logon), 141)).toEqual(['A 1']);
  });

  test.each([
    ['-1', 'HeartBtInt(108) must be from 5 to 60'],
    ['0', 'HeartBtInt(108) must be from 5 to 60'],
    ['4', 'HeartBtInt(108) must be from 5 to 60'],
    ['61', 'HeartBtInt(108) must be from 5 to 60'],
  ])('LOG-12: HeartBtInt %s is refused with the range', (heartBtInt, text) => {
    const actions = opened({ minHeartBtInt: 5, maxHeartBtInt: 60 }).receive(
      'A',
      1,
      `98=0|108=${heartBtInt}|`,
    );
    expect(sent(actions, 58)).toEqual([`5 1 58=${text}`]);
    expect(disconnects(actions)).toBe(true);
  });

  test.each(['5', '60'])('LOG-12: HeartBtInt %s on the edge is agreed', (heartBtInt) => {
    const session = opened({ minHeartBtInt: 5, maxHeartBtInt: 60 });
    expect(sent(session.receive('A', 1, `98=0|108=${heartBtInt}|`), 108)).toEqual([
      `A 1 108=${heartBtInt}`,
    ]);
  });

  test('only EncryptMethod 0', () => {
    expect(sent(opened().receive('A', 1, '98=1|108=30|'), 58)).toEqual([
      '5 1 58=EncryptMethod(98) must be 0',
    ]);
  });

  test('a Logon that is no good message is told what is wrong with it', () => {
    expect(sent(opened().receive('A', 1, '98=0|'), 58)).toEqual([
      '5 1 58=Required tag missing: HeartBtInt(108)',
    ]);
  });

  test('a second Logon in a live session is rejected', () => {
    const session = loggedOn();
    expect(sent(session.receive('A', 2, logon), 373)).toEqual(['3 2 373=99']);
    expect(session.state.nextInMsgSeqNum).toBe(3);
  });
});

describe('an initiator', () => {
  const settings = { role: 'Initiator', credentials: { username: 'u', password: 'p' } } as const;

  test('sends its Logon when the transport opens', () => {
    const session = machine(settings);
    expect(sent(session.input({ type: 'TransportOpened' }), 108, 553, 554)).toEqual([
      'A 1 108=30 553=u 554=p',
    ]);
    expect(of(session.receive('A', 1, logon), 'LoggedOn')).toHaveLength(1);
    expect(session.state.phase).toBe('LoggedOn');
  });

  test('asks for a new epoch with ResetSeqNumFlag=Y', () => {
    const session = machine(
      { ...settings, askReset: true },
      { stored: { epoch: 2, nextInMsgSeqNum: 7, reservedOutEnd: 9 } },
    );
    expect(sent(session.input({ type: 'TransportOpened' }), 141)).toEqual(['A 1 141=Y']);
    session.receive('A', 1, `${logon}141=Y|`);
    expect(session.state).toMatchObject({ epoch: 3, nextInMsgSeqNum: 2, phase: 'LoggedOn' });
  });

  test('LOG-10: a Logout for an answer closes, with the peer’s words as the reason', () => {
    const session = machine(settings);
    session.input({ type: 'TransportOpened' });
    const actions = session.receive('5', 1, '58=not today|');
    expect(of(actions, 'Disconnect')[0]?.reason).toBe('the Logon was refused: not today');
    expect(sent(actions)).toEqual([]);
  });

  test('gives up when no answer comes', () => {
    const session = machine(settings);
    session.input({ type: 'TransportOpened' });
    expect(disconnects(session.tick(9.9))).toBe(false);
    expect(disconnects(session.tick(0.1))).toBe(true);
  });
});

test('secrets are compared whole', () => {
  expect(sameSecret('abc', 'abc')).toBe(true);
  for (const given of ['', 'a', 'abd', 'abca', 'abcabc'])
    expect(sameSecret('abc', given)).toBe(false);
  expect(sameSecret('', '')).toBe(true);
  expect(sameSecret('', 'a')).toBe(false);
});
