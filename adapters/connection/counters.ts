// Budgets that fall by themselves: each request raises a counter, which decays with time, and what
// would pass its threshold is refused by the venue. So it is not sent.

export interface CounterPolicy {
  readonly most: number;
  readonly decayPerSecond: number;
}

interface Counter {
  count: number;
  /** Milliseconds of our clock. */
  at: number;
}

/** Mutable: one counter for each name. Times are milliseconds. */
export class Counters {
  readonly #policy: CounterPolicy;
  readonly #counters = new Map<string, Counter>();

  constructor(policy: CounterPolicy) {
    this.#policy = policy;
  }

  /** Whether `cost` fits in `share` (0 to 1) of the threshold. */
  fits(name: string, cost: number, share: number, nowMs: number): boolean {
    return this.#now(name, nowMs).count + cost <= this.#policy.most * share;
  }

  spend(name: string, cost: number, nowMs: number): void {
    this.#now(name, nowMs).count += cost;
  }

  /** The venue says that the threshold is passed, whatever was counted here. */
  fill(name: string, nowMs: number): void {
    this.#now(name, nowMs).count = this.#policy.most;
  }

  /** A clock that goes back decays nothing. */
  #now(name: string, nowMs: number): Counter {
    const known = this.#counters.get(name);
    if (known === undefined) {
      const fresh = { count: 0, at: nowMs };
      this.#counters.set(name, fresh);
      return fresh;
    }
    const seconds = Math.max(0, nowMs - known.at) / 1_000;
    known.count = Math.max(0, known.count - seconds * this.#policy.decayPerSecond);
    known.at = nowMs;
    return known;
  }
}
