// When a session is open: windows of local time, by day or by week, with holidays. The calendar is a
// library's; what a window is when the clocks change is stated here.

import { Temporal } from 'temporal-polyfill';
import type { EpochNs } from '../../../spec/ports/index.ts';

export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export interface ScheduleSettings {
  /** A name of the IANA's, such as `America/New_York`. */
  readonly timeZone: string;
  /** Local, `HH:MM` or `HH:MM:SS`. An end that is not after its start is on the next day. */
  readonly start: string;
  readonly end: string;
  /** On which days it starts, where it is open by the day; else from which day to which. */
  readonly days: readonly Weekday[] | { readonly from: Weekday; readonly to: Weekday };
  /** Local, `YYYY-MM-DD`: no day's window starts then, and a week's is closed from midnight to midnight. */
  readonly holidays: readonly string[];
  /** Sequence numbers begin again with each window: a new epoch. */
  readonly resetSequence: boolean;
}

export interface Schedule {
  readonly resetSequence: boolean;
  at(now: EpochNs): Hours;
  /** An instant in the schedule's own zone, for people. */
  say(at: EpochNs): string;
}

export interface Hours {
  /** Null: closed. */
  readonly window: Window | null;
  /** The next opening after now; null: none within a year. */
  readonly opensAt: EpochNs | null;
}

export interface Window {
  /** When the day's or week's window began, also where a holiday came between. */
  readonly beganAt: EpochNs;
  readonly closesAt: EpochNs;
}

/** A part of a window that no holiday interrupts: from <= now < to. */
interface Part {
  readonly beganAt: bigint;
  readonly from: bigint;
  readonly to: bigint;
}

/** Why these settings make no schedule; null: they do. */
export function scheduleProblem(settings: ScheduleSettings): string | null {
  const { timeZone, start, end, holidays } = settings;
  if (!isZone(timeZone)) return `timeZone: ${timeZone} is no time zone of the IANA's`;
  for (const [key, text] of [
    ['start', start],
    ['end', end],
  ] as const)
    if (!isTime(text)) return `${key}: ${text} is no time of day, such as 17:00`;
  for (const day of holidays) if (!isDate(day)) return `holidays: ${day} is no day, YYYY-MM-DD`;
  return null;
}

/** A name, not an offset: an offset does not know when the clocks change. */
export function isZone(name: string): boolean {
  return /^[A-Za-z]/.test(name) && isUnderstood(() => instant(0n).toZonedDateTimeISO(name));
}

export function isTime(text: string): boolean {
  return (
    /^\d\d:\d\d(:\d\d)?$/.test(text) &&
    isUnderstood(() => Temporal.PlainTime.from(text, { overflow: 'reject' }))
  );
}

export function isDate(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    isUnderstood(() => Temporal.PlainDate.from(text, { overflow: 'reject' }))
  );
}

function isUnderstood(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return false;
    throw error;
  }
}

/** Settings without a problem, as the machine asks them. The answer is kept while it holds: 60 us each else. */
export function scheduleOf(settings: ScheduleSettings): Schedule {
  let known: { readonly from: EpochNs; readonly until: EpochNs; readonly hours: Hours } | null =
    null;
  return {
    resetSequence: settings.resetSequence,
    at(now) {
      if (known === null || now < known.from || now >= known.until) {
        const hours = hoursAt(settings, now);
        known = {
          from: now,
          until: hours.window?.closesAt ?? hours.opensAt ?? dayAfter(now),
          hours,
        };
      }
      return known.hours;
    },
    say: (at) =>
      instant(at).toZonedDateTimeISO(settings.timeZone).toString({ smallestUnit: 'minute' }),
  };
}

function hoursAt(settings: ScheduleSettings, now: EpochNs): Hours {
  let window: Window | null = null;
  for (const { beganAt, from, to } of partsAround(settings, now)) {
    if (to <= now) continue;
    if (from > now) return { window, opensAt: from as EpochNs };
    window = { beganAt: beganAt as EpochNs, closesAt: to as EpochNs };
  }
  return { window, opensAt: null };
}

const DAYS_BEFORE = 8;
const DAYS_AFTER = 366;

/** In the order of time, from the week before to a year after. */
function* partsAround(settings: ScheduleSettings, now: EpochNs): Iterable<Part> {
  const today = instant(now).toZonedDateTimeISO(settings.timeZone).toPlainDate();
  const first = today.subtract({ days: DAYS_BEFORE });
  for (let ahead = 0; ahead <= DAYS_BEFORE + DAYS_AFTER; ahead += 1) {
    const day = first.add({ days: ahead });
    if (startsOn(settings, day)) yield* partsOf(settings, day);
  }
}

function startsOn({ days, holidays }: ScheduleSettings, day: Temporal.PlainDate): boolean {
  const name = WEEKDAYS[day.dayOfWeek - 1];
  if ('from' in days) return name === days.from;
  return name !== undefined && days.includes(name) && !holidays.includes(day.toString());
}

function* partsOf(settings: ScheduleSettings, day: Temporal.PlainDate): Iterable<Part> {
  const { timeZone, start, end } = settings;
  const last = day.add({ days: daysLong(settings) });
  const beganAt = local(day, start, timeZone);
  const endsAt = local(last, end, timeZone);
  let from = beganAt;
  for (const holiday of holidaysWithin(settings, day, last)) {
    const closesAt = local(holiday, '00:00', timeZone);
    if (closesAt > from) yield { beganAt, from, to: closesAt };
    from = local(holiday.add({ days: 1 }), '00:00', timeZone);
  }
  if (endsAt > from) yield { beganAt, from: from > beganAt ? from : beganAt, to: endsAt };
}

/** Only a week's window goes on around them. */
function holidaysWithin(
  { days, holidays }: ScheduleSettings,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): readonly Temporal.PlainDate[] {
  if (!('from' in days)) return [];
  return holidays
    .toSorted()
    .map((text) => Temporal.PlainDate.from(text))
    .filter(
      (day) =>
        Temporal.PlainDate.compare(day, first) >= 0 && Temporal.PlainDate.compare(day, last) <= 0,
    );
}

function daysLong({ days, start, end }: ScheduleSettings): number {
  const isLater = Temporal.PlainTime.compare(end, start) > 0;
  if (!('from' in days)) return isLater ? 0 : 1;
  const between = (WEEKDAYS.indexOf(days.to) - WEEKDAYS.indexOf(days.from) + 7) % 7;
  return between === 0 && !isLater ? 7 : between;
}

/**
 * A local time as an instant. One that the clocks pass over when they are put forward is as much later
 * as they are (02:30 is 03:30); of one that they show twice it is the first.
 */
function local(day: Temporal.PlainDate, time: string, timeZone: string): bigint {
  const { epochNanoseconds } = day
    .toPlainDateTime(time)
    .toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  return epochNanoseconds;
}

function instant(at: bigint): Temporal.Instant {
  return Temporal.Instant.fromEpochNanoseconds(at);
}

const NS_PER_DAY = 86_400_000_000_000n;

function dayAfter(now: EpochNs): EpochNs {
  return (now + NS_PER_DAY) as EpochNs;
}
