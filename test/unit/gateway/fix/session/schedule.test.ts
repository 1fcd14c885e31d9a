import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EpochNs } from '../../../../../spec/ports/index.ts';
import {
  scheduleOf,
  scheduleProblem,
  type ScheduleSettings,
  WEEKDAYS,
} from '../../../../../gateway/fix/session/schedule.ts';

const daily: ScheduleSettings = {
  timeZone: 'America/New_York',
  start: '08:00',
  end: '17:00',
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
  holidays: [],
  resetSequence: true,
};
const weekly: ScheduleSettings = {
  ...daily,
  start: '17:00',
  end: '17:00',
  days: { from: 'Sun', to: 'Fri' },
};

function ns(utc: string): EpochNs {
  return (BigInt(Date.parse(utc)) * 1_000_000n) as EpochNs;
}

function utc(at: bigint | null | undefined): string | null {
  return at === null || at === undefined
    ? null
    : new Date(Number(at / 1_000_000n)).toISOString().slice(0, 16);
}

/** [began, closes, next opening], in UTC. */
function hours(settings: Partial<ScheduleSettings>, at: string, base = daily) {
  const { window, opensAt } = scheduleOf({ ...base, ...settings }).at(ns(at));
  return [utc(window?.beganAt), utc(window?.closesAt), utc(opensAt)];
}

describe('by the day', () => {
  // New York is five hours behind UTC in November 2026; the 21st is a Saturday.
  test.each([
    ['before it starts', '2026-11-20T12:59:59Z', [null, null, '2026-11-20T13:00']],
    [
      'as it starts',
      '2026-11-20T13:00:00Z',
      ['2026-11-20T13:00', '2026-11-20T22:00', '2026-11-23T13:00'],
    ],
    [
      'just before it ends',
      '2026-11-20T21:59:59Z',
      ['2026-11-20T13:00', '2026-11-20T22:00', '2026-11-23T13:00'],
    ],
    ['as it ends', '2026-11-20T22:00:00Z', [null, null, '2026-11-23T13:00']],
    ['on a day without', '2026-11-21T15:00:00Z', [null, null, '2026-11-23T13:00']],
  ])('%s', (_, at, expected) => {
    expect(hours({}, at)).toEqual(expected);
  });

  test('an end that is not after its start is on the next day', () => {
    const overnight = { start: '18:00', end: '06:00' } as const;
    const friday = ['2026-11-20T23:00', '2026-11-21T11:00', '2026-11-23T23:00'];
    expect(hours(overnight, '2026-11-21T05:00:00Z')).toEqual(friday);
    expect(hours(overnight, '2026-11-21T11:00:00Z')).toEqual([null, null, '2026-11-23T23:00']);
  });

  test('with its end at its start it is open all day, and begins anew each day', () => {
    const round = { start: '17:00', end: '17:00', days: WEEKDAYS } as const;
    expect(hours(round, '2026-11-20T21:59:00Z').slice(0, 2)).toEqual([
      '2026-11-19T22:00',
      '2026-11-20T22:00',
    ]);
    expect(hours(round, '2026-11-20T22:00:00Z').slice(0, 2)).toEqual([
      '2026-11-20T22:00',
      '2026-11-21T22:00',
    ]);
  });

  test('no window starts on a holiday; the night of the day before goes on', () => {
    const thanksgiving = { holidays: ['2026-11-26'] };
    expect(hours(thanksgiving, '2026-11-26T15:00:00Z')).toEqual([null, null, '2026-11-27T13:00']);
    const overnight = { ...thanksgiving, start: '18:00', end: '06:00' };
    expect(hours(overnight, '2026-11-26T10:00:00Z')).toEqual([
      '2026-11-25T23:00',
      '2026-11-26T11:00',
      '2026-11-27T23:00',
    ]);
  });

  test('without a day in a year it never opens', () => {
    expect(hours({ days: [] }, '2026-11-20T15:00:00Z')).toEqual([null, null, null]);
  });
});

describe('by the week', () => {
  test.each([
    [
      'within',
      '2026-11-18T12:00:00Z',
      ['2026-11-15T22:00', '2026-11-20T22:00', '2026-11-22T22:00'],
    ],
    ['between', '2026-11-21T12:00:00Z', [null, null, '2026-11-22T22:00']],
  ])('%s', (_, at, expected) => {
    expect(hours({}, at, weekly)).toEqual(expected);
  });

  test('a holiday closes it from midnight to midnight, and it is the same week after', () => {
    const settings = { holidays: ['2026-11-18'] };
    expect(hours(settings, '2026-11-18T04:59:00Z', weekly)).toEqual([
      '2026-11-15T22:00',
      '2026-11-18T05:00',
      '2026-11-19T05:00',
    ]);
    expect(hours(settings, '2026-11-18T05:00:00Z', weekly)).toEqual([
      null,
      null,
      '2026-11-19T05:00',
    ]);
    expect(hours(settings, '2026-11-19T05:00:00Z', weekly).slice(0, 2)).toEqual([
      '2026-11-15T22:00',
      '2026-11-20T22:00',
    ]);
  });

  test('from a day to the same day is the whole week', () => {
    const whole = { days: { from: 'Sun', to: 'Sun' } } as const;
    expect(hours(whole, '2026-11-18T12:00:00Z', weekly).slice(0, 2)).toEqual([
      '2026-11-15T22:00',
      '2026-11-22T22:00',
    ]);
  });
});

// 2026: New York puts its clocks forward on March 8 at 02:00, and back on November 1 at 02:00.
describe('when the clocks change', () => {
  test.each([
    ['before', '2026-03-06T15:00:00Z', ['2026-03-06T13:00', '2026-03-06T22:00']],
    ['after', '2026-03-09T15:00:00Z', ['2026-03-09T12:00', '2026-03-09T21:00']],
  ])('08:00 is 08:00 %s', (_, at, expected) => {
    expect(hours({}, at).slice(0, 2)).toEqual(expected);
  });

  const night = { start: '02:30', end: '05:00', days: ['Sun'] } as const;
  test('a time that is passed over is as much later: 02:30 is 03:30', () => {
    expect(hours(night, '2026-03-08T06:00:00Z')[2]).toBe('2026-03-08T07:30');
  });

  test('of a time that comes twice it is the first', () => {
    const early = { ...night, start: '01:30' };
    expect(hours(early, '2026-11-01T04:00:00Z')[2]).toBe('2026-11-01T05:30');
  });

  test('a window over the change is as long as the night was', () => {
    const over = { start: '20:00', end: '08:00', days: ['Sat'] } as const;
    expect(hours(over, '2026-03-08T03:00:00Z').slice(0, 2)).toEqual([
      '2026-03-08T01:00',
      '2026-03-08T12:00', // 11 h
    ]);
    expect(hours(over, '2026-11-01T03:00:00Z').slice(0, 2)).toEqual([
      '2026-11-01T00:00',
      '2026-11-01T13:00', // 13 h
    ]);
  });
});

test('an opening is said in its own zone', () => {
  expect(scheduleOf(daily).say(ns('2026-11-23T13:00:00Z'))).toBe(
    '2026-11-23T08:00-05:00[America/New_York]',
  );
});

test.each([
  ['EST5EDT2', 'timeZone: EST5EDT2 is no time zone of the IANA’s'],
  ['+05:00', 'timeZone: +05:00 is no time zone of the IANA’s'],
  ['Mars/Olympus', 'timeZone: Mars/Olympus is no time zone of the IANA’s'],
  ['', 'timeZone:  is no time zone of the IANA’s'],
])('%s is no time zone', (timeZone, problem) => {
  expect(scheduleProblem({ ...daily, timeZone })).toBe(problem.replace('’', "'"));
});

test.each([
  [{ start: '24:00' }, 'start: 24:00 is no time of day, such as 17:00'],
  [{ end: '5pm' }, 'end: 5pm is no time of day, such as 17:00'],
  [{ holidays: ['2026-02-30'] }, 'holidays: 2026-02-30 is no day, YYYY-MM-DD'],
])('%j is refused', (settings, problem) => {
  expect(scheduleProblem({ ...daily, ...settings })).toBe(problem);
});

test('what is remembered is what would be found anew, in whatever order it is asked', () => {
  const from = ns('2026-02-20T00:00:00Z');
  const instants = fc.array(fc.integer({ min: 0, max: 300 * 24 * 60 }), { maxLength: 12 });
  fc.assert(
    fc.property(instants, fc.constantFrom(daily, weekly), (minutes, settings) => {
      const remembering = scheduleOf({ ...settings, holidays: ['2026-03-09', '2026-04-03'] });
      for (const minute of minutes) {
        const now = (from + BigInt(minute) * 60_000_000_000n) as EpochNs;
        const fresh = scheduleOf({ ...settings, holidays: ['2026-03-09', '2026-04-03'] }).at(now);
        expect(remembering.at(now)).toEqual(fresh);
        const { window, opensAt } = fresh;
        if (window !== null) expect(window.beganAt <= now && now < window.closesAt).toBe(true);
        expect(opensAt === null || opensAt > now).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});
