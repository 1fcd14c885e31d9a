// What differs between the versions of FIX in a session. Source: FIX 4.0 to 4.4 and FIXT 1.1, session protocol.
import { describe, expect, test } from '@jest/globals';
import { dictionaryOf, type FixVersion } from '../../../../../spec/dictionaries/index.ts';
import type { SessionSettings } from '../../../../../gateway/fix/session/settings.ts';
import { delivered, disconnects, machine, of, sent } from './machine.ts';

function opened(version: FixVersion, settings: Partial<SessionSettings> = {}) {
  const dictionary = dictionaryOf(version);
  const { beginString } = dictionary;
  const session = machine({ beginString, ...settings }, { rules: { dictionary } });
  session.input({ type: 'TransportOpened' });
  return session;
}

const logon = '98=0|108=30|';

describe('FIX 4.0 and 4.1', () => {
  test.each([
    ['FIX.4.0', '999999'],
    ['FIX.4.1', '999999'],
    ['FIX.4.2', '0'],
  ] as const)('%s: all that is missing is asked for as EndSeqNo %s', (version, end) => {
    const session = opened(version);
    session.receive('A', 1, logon);
    expect(sent(session.receive('0', 5), 7, 16)).toEqual([`2 2 7=2 16=${end}`]);
  });

  test.each([
    ['FIX.4.0', '3 2 45=2'],
    ['FIX.4.1', '3 2 45=2'],
    ['FIX.4.2', '3 2 45=2 371=54 372=D 373=5'],
  ] as const)('%s: a Reject has the fields that the version has', (version, reject) => {
    const session = opened(version);
    session.receive('A', 1, logon);
    const order = '11=A|21=1|55=X|54=Z|38=1|40=1|60=20261121-12:00:00|';
    expect(sent(session.receive('D', 2, order), 45, 371, 372, 373)).toEqual([reject]);
  });
});

describe('FIXT.1.1', () => {
  test('the Logon of both sides says the default version', () => {
    const session = opened('FIX.5.0SP2');
    expect(sent(session.receive('A', 1, `${logon}1137=9|`), 1137)).toEqual(['A 1 1137=9']);
    const initiator = machine(
      { beginString: 'FIXT.1.1', role: 'Initiator' },
      { rules: { dictionary: dictionaryOf('FIX.5.0') } },
    );
    expect(sent(initiator.input({ type: 'TransportOpened' }), 1137)).toEqual(['A 1 1137=7']);
    const other = initiator.receive('A', 1, `${logon}1137=9|`);
    expect(sent(other, 58)).toEqual(['5 2 58=DefaultApplVerID(1137) must be 7, FIX.5.0']);
  });

  test('a Logon with another default is told which it must be, one without any is told nothing', () => {
    const other = opened('FIX.5.0SP2').receive('A', 1, `${logon}1137=7|`);
    expect(sent(other, 58)).toEqual(['5 1 58=DefaultApplVerID(1137) must be 9, FIX.5.0SP2']);
    expect(disconnects(other)).toBe(true);
    const none = opened('FIX.5.0SP2').receive('A', 1, logon);
    expect(sent(none)).toEqual([]);
    expect(disconnects(none)).toBe(true);
  });

  test('a message is read by the version that its ApplVerID names, the next one by the default again', () => {
    const session = opened('FIX.5.0SP2');
    session.receive('A', 1, `${logon}1137=9|`);
    const order = '11=A|55=X|54=1|38=1|40=1|60=20261121-12:00:00|';
    // FIX 4.2 asks for HandlInst(21).
    expect(sent(session.receive('D', 2, `1128=4|${order}`), 371, 373)).toEqual([
      '3 2 371=21 373=1',
    ]);
    const handled = session.receive('D', 3, `1128=4|21=1|${order}`);
    expect(delivered(handled)).toEqual([3]);
    expect(of(handled, 'Deliver')[0]?.view.dictionary.version).toBe('FIX.4.2');
    expect(delivered(session.receive('D', 4, order))).toEqual([4]);
  });

  test('an ApplVerID that no version has is a wrong value', () => {
    const session = opened('FIX.5.0SP2');
    session.receive('A', 1, `${logon}1137=9|`);
    const order = '1128=77|11=A|55=X|54=1|38=1|40=1|60=20261121-12:00:00|';
    expect(sent(session.receive('D', 2, order), 371, 373)).toEqual(['3 2 371=1128 373=5']);
  });
});
