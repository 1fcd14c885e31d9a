// Who fails again and again waits, longer each time.

import type { Clock } from '../../spec/ports/index.ts';

export interface BackOffBounds {
  /** So many failures cost nothing. */
  readonly free: number;
  /** The first wait; each further failure doubles it, up to the bound. */
  readonly firstMs: number;
  readonly mostMs: number;
  /** Without a failure for so long all is forgotten. */
  readonly forgetMs: number;
  /** Who else has failed is forgotten, the oldest first. */
  readonly mostKeys: number;
}

export interface BackOff {
  /** How long this key still waits, in ms; 0: it may try. */
  waitMs(key: string): number;
  failed(key: string): void;
  succeeded(key: string): void;
}

interface Failures {
  readonly count: number;
  /** Of the monotonic clock, like `until`. */
  readonly at: bigint;
  readonly until: bigint;
}

const NS_PER_MS = 1_000_000n;

export function createBackOff(bounds: BackOffBounds, clock: Pick<Clock, 'monotonic'>): BackOff {
  /** In the order of the last failure. */
  const all = new Map<string, Failures>();
  return {
    waitMs(key) {
      const found = all.get(key);
      if (found === undefined) return 0;
      const left = found.until - clock.monotonic();
      return left > 0n ? Number((left + NS_PER_MS - 1n) / NS_PER_MS) : 0;
    },
    failed(key) {
      const now = clock.monotonic();
      const before = all.get(key);
      const isOld = before === undefined || now - before.at > BigInt(bounds.forgetMs) * NS_PER_MS;
      const count = isOld ? 1 : before.count + 1;
      const doublings = Math.min(count - bounds.free - 1, 30);
      const waitMs = doublings < 0 ? 0 : Math.min(bounds.firstMs * 2 ** doublings, bounds.mostMs);
      all.delete(key);
      all.set(key, { count, at: now, until: now + BigInt(waitMs) * NS_PER_MS });
      const [oldest] = all.keys();
      if (all.size > bounds.mostKeys && oldest !== undefined) all.delete(oldest);
    },
    succeeded: (key) => void all.delete(key),
  };
}
