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
/** A clock that was set by more than this is followed; smaller differences are left to monotonic time. */
const RESYNC_NS = 500n * NS_PER_MS;
const RESYNC_EVERY_NS = 1_000n * NS_PER_MS;
/** Set back, time goes on by a tenth slower: a heartbeat is then still within the fifth that peers allow. */
const SLEW = 10n;

/**
 * UTC as wall anchor plus monotonic time. When the system's clock is set forward the anchor follows at
 * once, since orders must not look younger than they are. When it is set back, time neither follows nor
 * stands still, or every time-out and heartbeat would: it goes on, slower, until the wall has caught up.
 * `stepped` hears of each step, in milliseconds.
 */
export function realClock(stepped: (byMs: number) => void = () => undefined): Clock {
  let checkedAt = hrtime.bigint();
  let anchor = BigInt(Date.now()) * NS_PER_MS - checkedAt;
  let last = 0n;
  let drift = 0n;

  function follow(monotonic: bigint): void {
    const fresh = BigInt(Date.now()) * NS_PER_MS - monotonic;
    const drifted = fresh - anchor;
    const step = drifted - drift;
    const elapsed = monotonic - checkedAt;
    checkedAt = monotonic;
    if (drifted > RESYNC_NS) anchor = fresh;
    else if (drifted < -RESYNC_NS) anchor -= elapsed / SLEW;
    drift = fresh - anchor;
    if (step > RESYNC_NS || step < -RESYNC_NS) stepped(Number(step / NS_PER_MS));
  }

  return {
    now() {
      const monotonic = hrtime.bigint();
      if (monotonic - checkedAt > RESYNC_EVERY_NS) follow(monotonic);
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
