import { describe, expect, test } from '@jest/globals';
import { dictionaryOf } from '../../../../../spec/dictionaries/index.ts';
import type { SessionSettings } from '../../../../../gateway/fix/session/settings.ts';
import { delivered, disconnects, type Machine, machine, of, order, sent } from './machine.ts';

const logon = '98=0|108=30|';

function opened(...args: Parameters<typeof machine>): Machine {
  const session = machine(...args);
  session.input({ type: 'TransportOpened' });
  return session;
}

/** The peer has sent eight messages, and we nine. */
const stored = { epoch: 1, nextInMsgSeqNum: 9, reservedOutEnd: 10 };
const dup = '43=Y|122=20261121-12:00:00|';

describe('NextExpectedMsgSeqNum(789) as acceptor', () => {
  const settings = { nextExpectedMsgSeqNum: true } as const;

  test('LOG-11: equal: each says what it expects behind the Logons, and nothing is sent again', () => {
    const session = opened(settings, { stored });
    const actions = session.receive('A', 9, `${logon}789=10|`);
    expect(sent(actions, 789)).toEqual(['A 10 789=10']);
    expect(of(actions, 'Resend')).toEqual([]);
  });

  test('LOG-11: too low: what the peer lacks is sent up to our Logon, without a ResendRequest', () => {
    const session = opened(settings, { stored });
    const actions = session.receive('A', 9, `${logon}789=7|`);
    expect(sent(actions, 789)).toEqual(['A 10 789=10']);
    expect(of(actions, 'Resend')).toEqual([{ type: 'Resend', fromSeqNum: 7, toSeqNum: 10 }]);
    const page = session.input({ type: 'ResendPage', messages: [], toSeqNum: 10 });
    expect(sent(page, 36)).toEqual(['4 7 36=11']);
  });

  test('LOG-11: too high: Logout that names both, numbers unchanged', () => {
    const session = opened(settings, { stored });
    const actions = session.receive('A', 9, `${logon}789=11|`);
    expect(sent(actions, 58)).toEqual([
      '5 10 58=NextExpectedMsgSeqNum(789) must be from 1 to 10, but is 11',
    ]);
    expect(disconnects(actions)).toBe(true);
    expect(session.state.nextInMsgSeqNum).toBe(9);
  });

  test('what we lack comes unasked: our Logon says the number, no ResendRequest goes out', () => {
    const session = opened(settings, { stored });
    const actions = session.receive('A', 12, `${logon}789=10|`);
    expect(sent(actions, 789)).toEqual(['A 10 789=9']);
    expect(delivered(session.receive('D', 9, dup + order))).toEqual([9]);
    session.receive('4', 10, `${dup}123=Y|36=13|`);
    expect(session.state).toMatchObject({ nextInMsgSeqNum: 13, gap: null });
  });

  test('what does not come unasked is asked for after all', () => {
    const session = opened({ ...settings, resendPatienceMs: 5_000 }, { stored });
    session.receive('A', 12, `${logon}789=10|`);
    expect(sent(session.tick(5), 7, 16)).toEqual(['2 11 7=9 16=0']);
  });

  test('with a peer that does not say it a gap is asked for at once', () => {
    const session = opened(settings, { stored });
    expect(sent(session.receive('A', 12, logon), 7)).toEqual(['A 10', '2 11 7=9']);
  });

  test('is passed over where the session does not go by it', () => {
    const session = opened({}, { stored });
    const actions = session.receive('A', 9, `${logon}789=7|`);
    expect(sent(actions, 789)).toEqual(['A 10']);
    expect(of(actions, 'Resend')).toEqual([]);
  });

  test('with ResetSeqNumFlag=Y both begin at 1', () => {
    const session = opened(settings, { stored });
    const actions = session.receive('A', 1, `${logon}141=Y|789=1|`);
    expect(sent(actions, 141, 789)).toEqual(['A 1 141=Y 789=2']);
  });

  test('is not said in FIX 4.2, which has no such field', () => {
    const session = machine(
      { nextExpectedMsgSeqNum: true, beginString: 'FIX.4.2' },
      { rules: { dictionary: dictionaryOf('FIX.4.2') } },
    );
    session.input({ type: 'TransportOpened' });
    expect(sent(session.receive('A', 1, logon), 789)).toEqual(['A 1']);
  });
});

describe('NextExpectedMsgSeqNum(789) as initiator', () => {
  const settings = { role: 'Initiator', nextExpectedMsgSeqNum: true } as const;

  test('says what it expects; both as expected, nothing follows', () => {
    const session = machine(settings, { stored });
    expect(sent(session.input({ type: 'TransportOpened' }), 789)).toEqual(['A 10 789=9']);
    const actions = session.receive('A', 9, `${logon}789=11|`);
    expect(sent(actions)).toEqual([]);
    expect(of(actions, 'Resend')).toEqual([]);
  });

  test('sends what the acceptor lacks, up to its own Logon', () => {
    const session = opened(settings, { stored });
    const actions = session.receive('A', 9, `${logon}789=4|`);
    expect(of(actions, 'Resend')).toEqual([{ type: 'Resend', fromSeqNum: 4, toSeqNum: 10 }]);
  });

  test('asks for nothing when the acceptor’s number is too high: it comes', () => {
    const session = opened(settings, { stored });
    expect(sent(session.receive('A', 20, `${logon}789=11|`))).toEqual([]);
    session.receive('4', 9, `${dup}123=Y|36=21|`);
    expect(session.state).toMatchObject({ nextInMsgSeqNum: 21, gap: null });
  });

  test('an acceptor that expects what was never sent is left', () => {
    const session = opened(settings, { stored });
    expect(disconnects(session.receive('A', 9, `${logon}789=12|`))).toBe(true);
  });
});

describe('TestMessageIndicator(464)', () => {
  test('Y is refused on a session for production', () => {
    expect(sent(opened().receive('A', 1, `${logon}464=Y|`), 58)).toEqual([
      '5 1 58=TestMessageIndicator(464)=Y: this session is for production',
    ]);
  });

  test('N says the same as nothing', () => {
    expect(sent(opened().receive('A', 1, `${logon}464=N|`))).toEqual(['A 1']);
  });

  test('must be Y on a session for tests, whose answer says so too', () => {
    expect(sent(opened({ testSession: true }).receive('A', 1, logon), 58)).toEqual([
      '5 1 58=TestMessageIndicator(464) must be Y: this session is for tests',
    ]);
    expect(sent(opened({ testSession: true }).receive('A', 1, `${logon}464=Y|`), 464)).toEqual([
      'A 1 464=Y',
    ]);
  });

  test('an initiator says it, and leaves a side that does not', () => {
    const session = machine({ role: 'Initiator', testSession: true });
    expect(sent(session.input({ type: 'TransportOpened' }), 464)).toEqual(['A 1 464=Y']);
    expect(disconnects(session.receive('A', 1, logon))).toBe(true);
  });
});

describe('ResetSeqNumFlag(141)', () => {
  test('is refused where the session does not accept it, numbers unchanged', () => {
    const session = opened({ acceptReset: false }, { stored });
    expect(sent(session.receive('A', 1, `${logon}141=Y|`), 58)).toEqual([
      '5 10 58=ResetSeqNumFlag(141)=Y is not accepted on this session',
    ]);
    expect(session.state).toMatchObject({ epoch: 1, nextInMsgSeqNum: 9 });
  });

  test('an initiator that asked for it is answered with number 1', () => {
    const session = opened({ role: 'Initiator', askReset: true }, { stored });
    const actions = session.receive('A', 5, `${logon}141=Y|`);
    expect(sent(actions, 58)).toEqual([
      '5 2 58=MsgSeqNum(34) must be 1 with ResetSeqNumFlag(141)=Y',
    ]);
  });
});

describe('the answer to an initiator', () => {
  const answer = (settings: Partial<SessionSettings>, body: string) =>
    opened({ role: 'Initiator', ...settings }).receive('A', 1, body);

  test('has EncryptMethod 0', () => {
    expect(disconnects(answer({}, '98=1|108=30|'))).toBe(true);
  });

  test.each([
    ['what was asked for', '30', false],
    ['another that is within its range', '20', false],
    ['one out of its range', '61', true],
  ])('LOG-12: a HeartBtInt of %s', (_, heartBtInt, isLeft) => {
    const actions = answer(
      { heartBtInt: 30, minHeartBtInt: 10, maxHeartBtInt: 60 },
      `98=0|108=${heartBtInt}|`,
    );
    expect(disconnects(actions)).toBe(isLeft);
  });
});

describe('sub- and location IDs', () => {
  const settings = {
    senderSubID: 'DESK',
    senderLocationID: 'NY',
    targetSubID: 'TRADER',
    targetLocationID: 'LDN',
  } as const;
  const theirs = '50=TRADER|57=DESK|142=LDN|143=NY|';

  test('are said in each message, and asked for in each', () => {
    const session = opened(settings);
    expect(sent(session.receive('A', 1, theirs + logon), 50, 57, 142, 143)).toEqual([
      'A 1 50=DESK 57=TRADER 142=NY 143=LDN',
    ]);
    expect(sent(session.receive('1', 2, `${theirs}112=a|`), 50)).toEqual(['0 2 50=DESK']);
    const other = session.receive('1', 3, '50=OTHER|57=DESK|142=LDN|143=NY|112=b|');
    expect(sent(other, 45, 373)).toEqual(['3 3 45=3 373=9', '5 4']);
  });

  test('a Logon without them gets no session and no word', () => {
    const actions = opened(settings).receive('A', 1, logon);
    expect(sent(actions)).toEqual([]);
    expect(disconnects(actions)).toBe(true);
  });
});
