// Time enters here and nowhere else.

declare const instant: unique symbol;

/** UTC in whole nanoseconds since 1970-01-01T00:00:00Z. */
export type EpochNs = bigint & { readonly [instant]: 'utc' };

/** Nanoseconds of the monotonic clock, from an arbitrary origin: durations and leases only. */
export type MonotonicNs = bigint & { readonly [instant]: 'monotonic' };

export interface Clock {
  /** Wall anchor plus monotonic elapsed: never goes backwards while the process lives. */
  now(): EpochNs;
  monotonic(): MonotonicNs;
}
