// By how much the desk's time has gone on more than a clock that nobody sets: the machine's was set forward, and what is
// told by "so many seconds ago" is told wrongly across it.

import type { Clock, EpochNs, MonotonicNs } from '../../spec/ports/index.ts';
import { epochNs } from '../../spec/units/index.ts';

/** A difference below this is no step: a tenth of the shortest heartbeat's patience. */
const STEP_NS = 200_000_000n;

/**
 * The desk's time without its steps forward since now: for what must not look older than it is. It is behind by those
 * steps until the process ends.
 */
export function withoutSteps(clock: Clock): () => EpochNs {
  const since = clock.now() - clock.monotonic();
  return () => {
    const now = clock.now();
    const usual = epochNs(since + clock.monotonic());
    return usual < now ? usual : now;
  };
}

/** Mutable: when it was looked at last. */
export class ClockSteps {
  readonly #clock: Clock;
  #wall: EpochNs;
  #monotonic: MonotonicNs;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#wall = clock.now();
    this.#monotonic = clock.monotonic();
  }

  /** What the time would be now if it had gone on as ever since the last look; null: it has. */
  look(): EpochNs | null {
    const wall = this.#clock.now();
    const monotonic = this.#clock.monotonic();
    const usual = epochNs(this.#wall + (monotonic - this.#monotonic));
    this.#wall = wall;
    this.#monotonic = monotonic;
    return wall - usual > STEP_NS ? usual : null;
  }
}
