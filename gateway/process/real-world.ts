// The real clock, timers and randomness: the only place where the process asks its surroundings.

import { randomBytes, randomInt } from 'node:crypto';
import { hrtime } from 'node:process';
import type { Random, TimerHandle, Timers } from '../../spec/ports/index.ts';
import { type WallClock, type WallClockOptions, wallClock } from './wall-clock.ts';

const NS_PER_MS = 1_000_000n;

/** The machine's, as `wallClock` follows it. */
export function realClock(options: WallClockOptions = {}): WallClock {
  const machine = { wall: () => BigInt(Date.now()) * NS_PER_MS, monotonic: () => hrtime.bigint() };
  return wallClock(machine, options);
}

export function realTimers(): Timers {
  return {
    after(delayMs, fire) {
      const timer = setTimeout(fire, delayMs);
      return { cancel: () => clearTimeout(timer) };
    },
    every(periodMs, fire): TimerHandle {
      // setInterval of Node does not catch up: a blocked loop gets one call, not a burst.
      const timer = setInterval(fire, periodMs);
      return { cancel: () => clearInterval(timer) };
    },
  };
}

/** Behind what is waiting now, sockets too. */
export function realSoon(run: () => void): void {
  setImmediate(run);
}

export function realRandom(): Random {
  return {
    bytes: (length) => new Uint8Array(randomBytes(length)),
    below: (bound) => randomInt(bound),
  };
}
