// The session test cases by their numbers, in every version: what is the same in all, and what a version lacks.

import { describe, expect, test } from '@jest/globals';
import { dictionaryOf, type FixVersion } from '../../../../../spec/dictionaries/index.ts';
import { FIX_VERSIONS } from '../../../../fixtures/fix-versions.ts';
import { whole } from '../wire-text.ts';
import { delivered, disconnects, type Machine, machine, sent } from './machine.ts';

const dup = '43=Y|122=20261121-12:00:00|';
/** A Logon's fields, and an Email's, which all versions have. */
const email = '164=T|94=0|147=Subject|33=1|58=line|';

function logonOf(version: FixVersion): string {
  const { applVerID } = dictionaryOf(version);
  return `98=0|108=30|${applVerID === null ? '' : `1137=${applVerID}|`}`;
}

function emailOf(version: FixVersion): string {
  // 4.0 has neither EmailThreadID nor Subject.
  return version === 'FIX.4.0' ? '94=0|33=1|58=line|' : email;
}

function loggedOn(version: FixVersion): Machine {
  const dictionary = dictionaryOf(version);
  const session = machine({ beginString: dictionary.beginString }, { rules: { dictionary } });
  session.input({ type: 'TransportOpened' });
  session.receive('A', 1, logonOf(version));
  const { epoch, askedOutEnd } = session.state;
  session.input({ type: 'ReservationDurable', epoch, end: askedOutEnd });
  return session;
}

/** 371, 372 and 373 came with FIX 4.2: before it a Reject has RefSeqNum and Text alone. */
function rejected(version: FixVersion, number: string, fields: string): string {
  return ['FIX.4.0', 'FIX.4.1'].includes(version) ? `3 ${number}` : `3 ${number} ${fields}`;
}

describe.each(FIX_VERSIONS)('%s', (version) => {
  test('1a: a Logon with a number too high is answered, then asked for', () => {
    const dictionary = dictionaryOf(version);
    const session = machine({ beginString: dictionary.beginString }, { rules: { dictionary } });
    session.input({ type: 'TransportOpened' });
    const all = ['FIX.4.0', 'FIX.4.1'].includes(version) ? '999999' : '0';
    expect(sent(session.receive('A', 5, logonOf(version)), 7, 16)).toEqual([
      'A 1',
      `2 2 7=1 16=${all}`,
    ]);
  });

  test('2b: a number too high is asked for, and each is applied once and in order', () => {
    const session = loggedOn(version);
    expect(sent(session.receive('C', 4, emailOf(version)), 7)).toEqual(['2 2 7=2']);
    const applied = [2, 3].flatMap((number) =>
      delivered(session.receive('C', number, dup + emailOf(version))),
    );
    expect(applied).toEqual([2, 3, 4]);
  });

  test('2e: PossDup: had already is ignored, not had is applied', () => {
    const session = loggedOn(version);
    expect(delivered(session.receive('C', 2, emailOf(version)))).toEqual([2]);
    expect(session.receive('C', 2, dup + emailOf(version)).map(({ type }) => type)).toEqual([
      'Note',
    ]);
    expect(delivered(session.receive('C', 3, dup + emailOf(version)))).toEqual([3]);
  });

  test('2f: OrigSendingTime after SendingTime: Reject, Logout, its answer ends the session', () => {
    const session = loggedOn(version);
    session.receive('C', 2, emailOf(version));
    const late = session.receive('C', 2, `43=Y|122=20261121-12:00:10|${emailOf(version)}`);
    expect(sent(late, 371, 372, 373)).toEqual([rejected(version, '2', '372=C 373=10'), '5 3']);
    expect(disconnects(session.receive('5', 3))).toBe(true);
  });

  test('2i: another BeginString: Logout, and the number is used up', () => {
    const session = loggedOn(version);
    const other = version === 'FIX.4.2' ? 'FIX.4.4' : 'FIX.4.2';
    const message = whole('35=0|49=ACME|56=CW|34=2|52=20261121-12:00:00|', other);
    expect(sent(session.receiveRaw(message))).toEqual(['5 2']);
    expect(session.state).toMatchObject({ nextInMsgSeqNum: 3, phase: 'LogoutSent' });
    expect(disconnects(session.receive('5', 3))).toBe(true);
  });

  test.each([
    ['SenderCompID', '49=OTHER|56=CW|'],
    ['TargetCompID', '49=ACME|56=OTHER|'],
  ])('2k: another %s: Reject, then Logout', (_, compIDs) => {
    const session = loggedOn(version);
    const { beginString } = dictionaryOf(version);
    const message = whole(`35=0|${compIDs}34=2|52=20261121-12:00:00|`, beginString);
    expect(sent(session.receiveRaw(message), 372, 373)).toEqual([
      rejected(version, '2', '372=0 373=9'),
      '5 3',
    ]);
  });

  test('2q: a MsgType that the version has not is rejected, and the number used up', () => {
    const session = loggedOn(version);
    expect(sent(session.receive('*', 2), 371, 372, 373)).toEqual([
      rejected(version, '2', '372=* 373=11'),
    ]);
    expect(session.state.nextInMsgSeqNum).toBe(3);
  });

  test('2t: the first three fields out of order are garbled, and use up no number', () => {
    const session = loggedOn(version);
    const { beginString } = dictionaryOf(version);
    const message = whole('34=2|35=0|49=ACME|56=CW|52=20261121-12:00:00|', beginString);
    expect(session.receiveRaw(message).map(({ type }) => type)).toEqual(['Note']);
    expect(session.state.nextInMsgSeqNum).toBe(2);
  });

  test('11a, 11c: SequenceReset moves up, and is rejected where it would move down', () => {
    const session = loggedOn(version);
    expect(session.receive('4', 0, '36=9|').map(({ type }) => type)).toEqual(['Note']);
    expect(session.state.nextInMsgSeqNum).toBe(9);
    expect(sent(session.receive('4', 0, '36=8|123=N|'), 371, 372, 373)).toEqual([
      rejected(version, '2', '372=4 373=5'),
    ]);
    expect(session.state.nextInMsgSeqNum).toBe(9);
  });

  test('13b: a Logout is answered, whatever its number', () => {
    expect(sent(loggedOn(version).receive('5', 2))).toEqual(['5 2']);
    expect(sent(loggedOn(version).receive('5', 7))).toEqual(['5 2']);
  });

  test('14d: routing fields without a value are rejected, and nothing is routed back', () => {
    const session = loggedOn(version);
    expect(sent(session.receive('C', 2, `115=|${emailOf(version)}`), 128, 371, 373)).toEqual([
      rejected(version, '2', '371=115 373=4'),
    ]);
  });

  test('15: header and body fields may come in any order after the first three', () => {
    const session = loggedOn(version);
    const { beginString } = dictionaryOf(version);
    // Subject and EmailType the other way round than in the dictionary.
    const body = version === 'FIX.4.0' ? '33=1|58=line|94=0|' : '33=1|58=line|147=S|94=0|164=T|';
    const message = whole(`35=C|52=20261121-12:00:00|34=2|56=CW|49=ACME|${body}`, beginString);
    expect(delivered(session.receiveRaw(message))).toEqual([2]);
  });

  test('a resent message that is no good is rejected, and the one kept behind it applied', () => {
    const session = loggedOn(version);
    session.receive('C', 3, emailOf(version));
    const actions = session.receive('C', 2, `${dup}94=x|33=1|58=line|`);
    expect(sent(actions, 45)).toEqual(['3 3 45=2']);
    expect(delivered(actions)).toEqual([3]);
  });

  test('what was rejected and comes again is rejected again; no number is used up twice', () => {
    const session = loggedOn(version);
    const bad = '94=x|33=1|58=line|';
    expect(sent(session.receive('C', 2, bad), 45)).toEqual(['3 2 45=2']);
    expect(sent(session.receive('C', 2, dup + bad), 45)).toEqual(['3 3 45=2']);
    expect(session.state.nextInMsgSeqNum).toBe(3);
  });
});
