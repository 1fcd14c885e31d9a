// What a configuration says of a FIX session beyond its names: terms, hours, throttle.
import { afterEach, describe, expect, test } from '@jest/globals';
import { formatProblems, loadConfig } from '../../../../gateway/config/index.ts';
import { EXAMPLE, folderWith, only, removeFolders } from './desk-folder.ts';

afterEach(removeFolders);

/** The example with these lines in its one session. */
function withSession(...lines: readonly string[]): string {
  return EXAMPLE.replace(/^( *)accounts: .*$/m, (line, indent: string) =>
    [line, ...lines.map((one) => `${indent}${one}`)].join('\n'),
  );
}

function session(...lines: readonly string[]) {
  const result = loadConfig(folderWith(withSession(...lines)).file, {});
  if (!result.ok) throw new Error(formatProblems(result.error));
  return result.value.config.sessions[0];
}

const HOURS = 'timeZone: America/New_York, start: "08:00", end: "17:00"';

test('left out: always open, no throttle, and the terms are the safe ones', () => {
  expect(session()).toMatchObject({
    schedule: null,
    throttle: null,
    fix: { testSession: false, nextExpectedMsgSeqNum: false, gapPolicy: 'keep', resendChunk: 0 },
  });
});

describe('the hours', () => {
  test('are those of every day, and each begins the numbers again', () => {
    expect(session(`schedule: { ${HOURS} }`)?.schedule).toEqual({
      timeZone: 'America/New_York',
      start: '08:00',
      end: '17:00',
      days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
      holidays: [],
      resetSequence: true,
    });
  });

  test('are those of a week', () => {
    const week = session(`schedule: { ${HOURS}, weekly: { from: Sun, to: Fri } }`)?.schedule;
    expect(week?.days).toEqual({ from: 'Sun', to: 'Fri' });
  });

  test.each([
    ['timeZone: EST5EDT2, start: "08:00", end: "17:00"', 'schedule.timeZone', 'EST5EDT2'],
    ['timeZone: "+05:00", start: "08:00", end: "17:00"', 'schedule.timeZone', '+05:00'],
    ['timeZone: UTC, start: "8:00", end: "17:00"', 'schedule.start', '8:00'],
    ['timeZone: UTC, start: "08:00", end: "24:00"', 'schedule.end', '24:00'],
    [`${HOURS}, days: [Monday]`, 'schedule.days[0]', 'Monday'],
    [`${HOURS}, holidays: ["2026-02-30"]`, 'schedule.holidays[0]', '2026-02-30'],
  ])('%s is refused', (hours, key, found) => {
    const problem = only(withSession(`schedule: { ${hours} }`));
    expect(problem).toContain(`sessions[0].${key}`);
    expect(problem).toContain(found);
  });

  test('by the day and by the week at once are refused', () => {
    const both = withSession(`schedule: { ${HOURS}, days: [Mon], weekly: { from: Sun, to: Fri } }`);
    expect(only(both)).toContain('found days and weekly  expected one of the two');
  });
});

test('a throttle rejects what is above, unless it says otherwise', () => {
  expect(session('throttle: { ordersPerSecond: 50 }')?.throttle).toEqual({
    messagesPerSecond: null,
    ordersPerSecond: 50,
    above: 'reject',
  });
  expect(only(withSession('throttle: { ordersPerSecond: 50, above: drop }'))).toContain(
    'one of queue, reject, disconnect',
  );
});

describe('the version', () => {
  const version = (...lines: readonly string[]) =>
    EXAMPLE.replace(/^( *)beginString: FIX\.4\.4$/m, (_, indent: string) =>
      lines.map((line) => `${indent}${line}`).join('\n'),
    );

  test.each(['FIX.4.2', 'FIX.4.3', 'FIX.4.4'])('%s is its own', (beginString) => {
    const result = loadConfig(folderWith(version(`beginString: ${beginString}`)).file, {});
    if (!result.ok) throw new Error(formatProblems(result.error));
    const [found] = result.value.config.sessions;
    expect(found?.dictionary.version).toBe(beginString);
    expect(found?.dictionary.beginString).toBe(beginString);
  });

  test.each(['FIX.5.0', 'FIX.5.0SP1', 'FIX.5.0SP2'])('%s travels over FIXT.1.1', (applVersion) => {
    const lines = ['beginString: FIXT.1.1', `defaultApplVerID: ${applVersion}`];
    const result = loadConfig(folderWith(version(...lines)).file, {});
    if (!result.ok) throw new Error(formatProblems(result.error));
    const [found] = result.value.config.sessions;
    expect(found?.dictionary.version).toBe(applVersion);
    expect(found?.dictionary.beginString).toBe('FIXT.1.1');
  });

  test.each([
    [['beginString: FIX.4.1'], 'beginString', 'FIX.4.1'],
    [['beginString: FIX.5.0SP2'], 'beginString', 'FIX.5.0SP2'],
    [['beginString: FIXT.1.1'], 'defaultApplVerID', 'one of FIX.5.0, FIX.5.0SP1, FIX.5.0SP2'],
    [['beginString: FIXT.1.1', 'defaultApplVerID: 9'], 'defaultApplVerID', 'FIX.5.0SP2'],
    [
      ['beginString: FIX.4.2', 'defaultApplVerID: FIX.5.0'],
      'defaultApplVerID',
      'no such key beside beginString FIX.4.2',
    ],
  ])('%s is refused', (lines, key, says) => {
    const problem = only(version(...lines));
    expect(problem).toContain(`sessions[0].${key}`);
    expect(problem).toContain(says);
  });

  test.each([
    ['FIX.4.2', false],
    ['FIX.4.3', true],
  ])('a drop copy in %s may tell of children: %p', (beginString, may) => {
    const dropCopy = `dropCopies:
  - id: RISK
    beginString: ${beginString}
    senderCompID: CAUSEWAY
    targetCompID: RISK
    username: risk
    passwordFile: secrets/acme.password
    children: true
`;
    const text = EXAMPLE.replace(/^instruments:$/m, `${dropCopy}\ninstruments:`);
    if (may) return expect(loadConfig(folderWith(text).file, {}).ok).toBe(true);
    const problem = only(text);
    expect(problem).toContain('dropCopies[0].children');
    expect(problem).toContain('a beginString from FIX.4.3 on');
  });
});

describe('sessions of the same CompIDs', () => {
  const other = (fix: string, first = '') =>
    withSession(...(first === '' ? [] : [`fix: { ${first} }`])).replace(
      /^instruments:$/m,
      `  - id: OTHER
    beginString: FIX.4.4
    senderCompID: CAUSEWAY
    targetCompID: ACME
    username: other
    passwordFile: secrets/acme.password
    accounts: [A3]
    fix: { ${fix} }

instruments:`,
    );

  test.each([
    ['qualified: true, targetSubID: OMS2', ''],
    ['qualified: true, targetSubID: OMS2', 'qualified: true, targetSubID: OMS1'],
    [
      'qualified: true, targetSubID: OMS1, targetLocationID: NY',
      'qualified: true, targetSubID: OMS1, targetLocationID: LDN',
    ],
  ])('are told apart by { %s } and { %s }', (fix, first) => {
    const result = loadConfig(folderWith(other(fix, first)).file, {});
    expect(result.ok ? [] : formatProblems(result.error)).toEqual([]);
  });

  test.each([
    ['targetSubID: OMS2', ''],
    ['qualified: true, targetSubID: OMS1', 'qualified: true, targetSubID: OMS1'],
    // A Logon of OMS1 in New York would be either's.
    ['qualified: true, targetSubID: OMS1', 'qualified: true, targetLocationID: NY'],
  ])('are not by { %s } and { %s }', (fix, first) => {
    const problem = only(other(fix, first));
    expect(problem).toContain('sessions[1].targetCompID');
    expect(problem).toContain('fix.qualified');
  });

  test('qualified by nothing is refused', () => {
    expect(only(withSession('fix: { qualified: true }'))).toContain('sessions[0].fix.qualified');
  });
});

describe('a template', () => {
  const templated = (compID: string, ...lines: readonly string[]) =>
    withSession(...lines).replace(/targetCompID: .*/, `targetCompID: ${compID}`);
  const loaded = (text: string) => {
    const result = loadConfig(folderWith(text).file, {});
    if (!result.ok) throw new Error(formatProblems(result.error));
    return result.value.config.sessions[0];
  };

  test('says what the CompIDs of its clients begin with, and how many there may be', () => {
    expect(loaded(templated('DESK*', 'template: { maxSessions: 7 }'))).toMatchObject({
      targetCompID: 'DESK',
      template: { maxSessions: 7 },
    });
    expect(loaded(templated('DESK*', 'template: {}'))?.template).toEqual({ maxSessions: 100 });
  });

  test('without one a * is a character like others', () => {
    expect(loaded(templated('DESK*'))).toMatchObject({ targetCompID: 'DESK*', template: null });
  });

  test('that names one client is refused, with what was expected', () => {
    const problem = only(templated('DESK7', 'template: {}'));
    expect(problem).toContain('sessions[0].targetCompID');
    expect(problem).toContain('"DESK7"');
    expect(problem).toContain('as DESK*');
  });

  test('whose sessions would be told by sub-IDs is refused', () => {
    const problem = only(
      templated('DESK*', 'template: {}', 'fix: { qualified: true, targetSubID: OMS }'),
    );
    expect(problem).toContain('sessions[0].fix.qualified');
  });
});
