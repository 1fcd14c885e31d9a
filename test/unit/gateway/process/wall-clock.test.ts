// What a desk's clock does when the machine's is set, or was set back across a restart. Times in milliseconds.
import { expect, test } from '@jest/globals';
import { type WallClock, anchorOf, wallClock } from '../../../../gateway/process/wall-clock.ts';
import type { EpochNs } from '../../../../spec/ports/index.ts';

const NS_PER_MS = 1_000_000n;
const NOON = 1_763_726_400_000;

/** A machine whose clocks are moved by hand: it is noon, and it has run for an hour. */
function machine() {
  const at = { wallMs: NOON, monotonicMs: 3_600_000 };
  const time = {
    wall: () => BigInt(at.wallMs) * NS_PER_MS,
    monotonic: () => BigInt(at.monotonicMs) * NS_PER_MS,
  };
  const pass = (ms: number): void => {
    at.wallMs += ms;
    at.monotonicMs += ms;
  };
  return { at, time, pass };
}

const msOf = (clock: WallClock): number => Number(clock.now() / NS_PER_MS) - NOON;
const epoch = (ms: number): EpochNs => (BigInt(NOON + ms) * NS_PER_MS) as EpochNs;

test('a wall that is set forward is followed at once, and said', () => {
  const { at, time, pass } = machine();
  const steps: number[] = [];
  const clock = wallClock(time, { stepped: (byMs) => steps.push(byMs) });
  at.wallMs += 60_000;
  pass(1_001);
  expect(msOf(clock)).toBe(61_001);
  expect(steps).toEqual([60_000]);
});

test('a wall that is set back is not: time goes on a tenth slower until it fits', () => {
  const { at, time, pass } = machine();
  const clock = wallClock(time);
  at.wallMs -= 10_000;
  pass(2_000);
  expect(msOf(clock)).toBe(1_800);
  // 9.8 s are left to lose, of which half a second is let be: 93 s more.
  for (let second = 0; second < 200; second += 1) {
    pass(1_001);
    clock.now();
  }
  const ahead = msOf(clock) - (at.wallMs - NOON);
  expect(ahead).toBeGreaterThan(0);
  expect(ahead).toBeLessThanOrEqual(500);
});

test.each([
  [-1, 'Ahead', 0],
  [0, 'Ahead', 0],
  [1, 'Held', 1],
  [120_000, 'Held', 120_000],
  [120_001, 'Behind', 0],
] as const)(
  'a last record %i ms ahead of the wall: %s, and time begins at %i',
  (ms, type, from) => {
    const clock = wallClock(machine().time);
    expect(clock.goOnFrom(epoch(ms)).type).toBe(type);
    expect(msOf(clock)).toBe(from);
  },
);

test('a clock that goes on from the last record gets to the wall by a tenth, and that is no step', () => {
  const { at, time, pass } = machine();
  const steps: number[] = [];
  const clock = wallClock(time, { stepped: (byMs) => steps.push(byMs) });
  clock.goOnFrom(epoch(30_000));
  pass(10_000);
  expect(msOf(clock)).toBe(39_000);
  // Set right again, beyond what is recorded: followed.
  at.wallMs += 60_000;
  pass(1_001);
  expect(msOf(clock)).toBe(71_001);
  expect(steps).toEqual([60_000]);
});

test('a thread that begins later, by the desk`s anchor, tells the same time and loses the same tenth', () => {
  const { time, pass } = machine();
  const desk = wallClock(time);
  desk.goOnFrom(epoch(60_000));
  pass(2_000);
  const worker = wallClock(time, { anchor: anchorOf(desk) });
  expect(worker.now()).toBe(desk.now());
  pass(5_000);
  expect(worker.now()).toBe(desk.now());
  expect(msOf(desk)).toBe(66_300);
});
