// The real clock, timers and randomness: the only place where the process asks its surroundings.

import { randomBytes, randomInt } from 'node:crypto';
import { hrtime } from 'node:process';
import type {
  Clock,
  EpochNs,
  MonotonicNs,
  Random,
  TimerHandle,
  Timers,
} from '../../spec/ports/index.ts';

const NS_PER_MS = 1_000_000n;
/** A clock that was set by more than this is followed; smaller steps are slewed away by monotonic time. */
const RESYNC_NS = 500n * NS_PER_MS;
const RESYNC_EVERY_MS = 1_000;

/**
 * UTC as wall anchor plus monotonic time. When the system's clock is set forward the anchor follows;
 * when it is set back, time stands still until the wall has caught up: it never goes backwards.
 */
export function realClock(): Clock {
  let anchor = BigInt(Date.now()) * NS_PER_MS - hrtime.bigint();
  let last = 0n;
  let checkedAtMs = Date.now();
  return {
    now() {
      const monotonic = hrtime.bigint();
      const wallMs = Date.now();
      if (wallMs - checkedAtMs > RESYNC_EVERY_MS || wallMs < checkedAtMs) {
        checkedAtMs = wallMs;
        const fresh = BigInt(wallMs) * NS_PER_MS - monotonic;
        const drift = fresh - anchor;
        if (drift > RESYNC_NS || drift < -RESYNC_NS) anchor = fresh;
      }
      const now = anchor + monotonic;
      last = now > last ? now : last;
      return last as EpochNs;
    },
    monotonic: () => hrtime.bigint() as MonotonicNs,
  };
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

export function realRandom(): Random {
  return {
    bytes: (length) => new Uint8Array(randomBytes(length)),
    below: (bound) => randomInt(bound),
  };
}
