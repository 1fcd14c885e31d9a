import { describe, expect, test } from '@jest/globals';
import type { EpochNs } from '../../../../../spec/ports/index.ts';
import { scheduleOf, type ScheduleSettings } from '../../../../../gateway/fix/session/schedule.ts';
import type { SessionSettings } from '../../../../../gateway/fix/session/settings.ts';
import type { StoredSession } from '../../../../../gateway/fix/store.ts';
import { disconnects, type Machine, machine, noon, of, sent } from './machine.ts';

const logon = '98=0|108=3600|';
const hour = 3600;

/** Noon is Saturday's, 07:00 in New York. Open 08:00 to 17:00 there: from 13:00 to 22:00 UTC. */
const settings: ScheduleSettings = {
  timeZone: 'America/New_York',
  start: '08:00',
  end: '17:00',
  days: ['Sat', 'Sun'],
  holidays: [],
  resetSequence: true,
};

function scheduled(
  options: {
    readonly stored?: StoredSession;
    readonly schedule?: Partial<ScheduleSettings>;
    readonly session?: Partial<SessionSettings>;
  } = {},
): Machine {
  const schedule = scheduleOf({ ...settings, ...options.schedule });
  const session = { maxHeartBtInt: hour, ...options.session };
  const { stored } = options;
  return machine(
    session,
    stored === undefined ? { rules: { schedule } } : { stored, rules: { schedule } },
  );
}

const hours = (count: number) => BigInt(count) * 3_600_000_000_000n;
const stored = (epochSince: bigint): StoredSession => ({
  epoch: 3,
  epochSince: epochSince as EpochNs,
  nextInMsgSeqNum: 50,
  reservedOutEnd: 60,
});

describe('a session with hours', () => {
  test('LOG-14: a Logon outside them gets a Logout that says when it opens', () => {
    const session = scheduled();
    session.input({ type: 'TransportOpened' });
    const actions = session.receive('A', 1, logon);
    expect(sent(actions, 58)).toEqual([
      '5 1 58=the session is closed; it opens: 2026-11-21T08:00-05:00[America/New_York]',
    ]);
    expect(disconnects(actions)).toBe(true);
  });

  test('LOG-14: whoever has not shown who it is does not learn them', () => {
    const schedule = scheduleOf(settings);
    const session = machine({}, { rules: { schedule, authenticate: () => false } });
    session.input({ type: 'TransportOpened' });
    expect(sent(session.receive('A', 1, logon), 58)).toEqual([
      '5 1 58=Username(553) or Password(554) is not accepted',
    ]);
  });

  test('LOG-14: within them it is answered; at their end it is logged out, and closed when that is answered', () => {
    const session = scheduled();
    session.tick(hour);
    session.input({ type: 'TransportOpened' });
    expect(sent(session.receive('A', 1, logon))).toEqual(['A 1']);
    expect(sent(session.tick(9 * hour - 1), 35)).not.toContain('5');
    const end = session.tick(1);
    expect(sent(end, 58).at(-1)).toMatch(
      /^5 \d+ 58=the session is closed; it opens: 2026-11-22T08:00-05:00/,
    );
    expect(disconnects(session.receive('5', 2))).toBe(true);
  });

  test('a peer that does not answer that Logout is left after the time-out', () => {
    const session = scheduled();
    session.tick(hour);
    session.input({ type: 'TransportOpened' });
    session.receive('A', 1, logon);
    session.tick(9 * hour);
    expect(disconnects(session.tick(9))).toBe(false);
    expect(disconnects(session.tick(1))).toBe(true);
  });
});

describe('the sequence reset at a window’s edge', () => {
  test('LOG-14: an epoch of the day before ends when the window opens, once', () => {
    const session = scheduled({ stored: stored(noon - hours(24)) });
    expect(of(session.tick(hour - 1), 'OpenEpoch')).toEqual([]);
    expect(of(session.tick(1), 'OpenEpoch')).toEqual([{ type: 'OpenEpoch', epoch: 4 }]);
    expect(session.state).toMatchObject({ nextInMsgSeqNum: 1, nextOutMsgSeqNum: 1 });
    expect(of(session.tick(hour), 'OpenEpoch')).toEqual([]);
  });

  test('a restart within the window begins nothing again', () => {
    const session = scheduled({ stored: stored(noon + hours(1)) });
    session.tick(4 * hour);
    session.input({ type: 'TransportOpened' });
    expect(sent(session.receive('A', 50, logon))).toEqual(['A 60']);
    expect(session.state.epoch).toBe(3);
  });

  test('a restart behind the edge begins again before the Logon’s number is looked at', () => {
    const session = scheduled({ stored: stored(noon - hours(10)) });
    session.clock = 2 * hour;
    session.input({ type: 'TransportOpened' });
    expect(sent(session.receive('A', 1, logon))).toEqual(['A 1']);
    expect(session.state).toMatchObject({ epoch: 4, nextInMsgSeqNum: 2 });
  });

  test('is left out where the session says so', () => {
    const session = scheduled({
      stored: stored(noon - hours(24)),
      schedule: { resetSequence: false },
    });
    expect(of(session.tick(2 * hour), 'OpenEpoch')).toEqual([]);
  });

  test('between two windows that touch, the session is logged out and begins again', () => {
    const session = scheduled({ schedule: { start: '08:00', end: '08:00' } });
    session.tick(hour);
    session.input({ type: 'TransportOpened' });
    session.receive('A', 1, logon);
    const end = session.tick(24 * hour);
    expect(sent(end, 58).at(-1)).toMatch(
      /58=the window has ended; the next has begun, from number 1$/,
    );
    expect(of(session.tick(9), 'OpenEpoch')).toEqual([]);
    expect(of(session.tick(1), 'OpenEpoch')).toHaveLength(1);
  });
});

test('an initiator outside its hours does not log on', () => {
  const session = scheduled({ session: { role: 'Initiator' } });
  const actions = session.input({ type: 'TransportOpened' });
  expect(sent(actions)).toEqual([]);
  expect(disconnects(actions)).toBe(true);
});
