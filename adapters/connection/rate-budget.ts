// What may still be asked of a venue in its current windows, so that it never has to tell us.

/** One limit: at most `limit` units of `kind` in each window of `windowMs`, aligned to the UTC clock. */
export interface RateLimit {
  readonly kind: string;
  readonly windowMs: number;
  readonly limit: number;
}

interface Window {
  limit: number;
  readonly windowMs: number;
  start: number;
  count: number;
}

/** Times are milliseconds of the venue's clock, since its windows are aligned to that. */
export class RateBudget {
  readonly #kinds = new Map<string, Map<number, Window>>();
  readonly #blocked = new Map<string, number>();

  constructor(limits: readonly RateLimit[]) {
    for (const limit of limits) this.setLimit(limit);
  }

  setLimit({ kind, windowMs, limit }: RateLimit): void {
    const windows = this.#windows(kind);
    const known = windows.get(windowMs);
    if (known === undefined) windows.set(windowMs, { limit, windowMs, start: 0, count: 0 });
    else known.limit = limit;
  }

  /** The venue's own figure for the window at `nowMs`; `unseen` is what we sent that it has not answered. */
  observe(limit: RateLimit, count: number, unseen: number, nowMs: number): void {
    this.setLimit(limit);
    const window = this.#windows(limit.kind).get(limit.windowMs);
    if (window === undefined) return;
    roll(window, nowMs);
    window.count = count + unseen;
  }

  /** Whether `amount` fits in `share` (0 to 1) of every window of `kind`, and nothing blocks it. */
  fits(kind: string, amount: number, share: number, nowMs: number): boolean {
    if (this.blockedUntil(kind, nowMs) !== null) return false;
    for (const window of this.#windows(kind).values()) {
      roll(window, nowMs);
      if (window.count + amount > window.limit * share) return false;
    }
    return true;
  }

  spend(kind: string, amount: number, nowMs: number): void {
    for (const window of this.#windows(kind).values()) {
      roll(window, nowMs);
      window.count += amount;
    }
  }

  /** Nothing of `kind` before `untilMs`: the venue said so. The later of two wins. */
  block(kind: string, untilMs: number): void {
    this.#blocked.set(kind, Math.max(untilMs, this.#blocked.get(kind) ?? 0));
  }

  blockedUntil(kind: string, nowMs: number): number | null {
    const until = this.#blocked.get(kind);
    if (until === undefined) return null;
    if (nowMs < until) return until;
    this.#blocked.delete(kind);
    return null;
  }

  #windows(kind: string): Map<number, Window> {
    const known = this.#kinds.get(kind);
    if (known !== undefined) return known;
    const windows = new Map<number, Window>();
    this.#kinds.set(kind, windows);
    return windows;
  }
}

/** A window that has passed is empty again. A clock corrected backwards keeps the count. */
function roll(window: Window, nowMs: number): void {
  const start = Math.floor(nowMs / window.windowMs) * window.windowMs;
  if (start <= window.start) return;
  window.start = start;
  window.count = 0;
}
