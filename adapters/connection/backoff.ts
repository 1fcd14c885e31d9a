// How long to wait before the next try: exponential, bounded, and the same for the same seed.

export interface BackoffPolicy {
  readonly firstMs: number;
  readonly maxMs: number;
  /** Share of the wait that is spread, 0 to 1: 0.5 waits between half and all of it. */
  readonly spread: number;
  /** Two processes with two seeds do not knock at the same time. */
  readonly seed: number;
}

/** Milliseconds to wait before try number `attempt`, counted from 0. Never above `maxMs`. */
export function backoffMs(policy: BackoffPolicy, attempt: number): number {
  const whole = Math.min(policy.maxMs, policy.firstMs * 2 ** Math.min(attempt, 30));
  return Math.floor(whole * (1 - policy.spread * fraction(policy.seed, attempt)));
}

/** A number in [0, 1) that depends on nothing but its arguments (the finalizer of MurmurHash3, 32 bit). */
function fraction(seed: number, attempt: number): number {
  let hash = Math.imul(seed ^ (attempt + 0x9e3779b9), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
