// Rate limits: request weight per address, unfilled orders per account, bans.
// Source: web-socket-api.md, "Rate limits"; windows are fixed and aligned to the wall clock.

import type { Account, OrderCount } from '../exchange/terms.ts';

export interface LimitOptions {
  readonly requestWeightPerMinute: number;
  readonly ordersPer10Seconds: number;
  readonly ordersPerDay: number;
}

/** Binance's own figures. */
export const REAL_LIMITS: LimitOptions = {
  requestWeightPerMinute: 6_000,
  ordersPer10Seconds: 100,
  ordersPerDay: 200_000,
};

/** For benches, which send more than Binance would take. */
export const NO_LIMITS: LimitOptions = {
  requestWeightPerMinute: 1_000_000_000,
  ordersPer10Seconds: 1_000_000_000,
  ordersPerDay: 1_000_000_000,
};

const MINUTE_MS = 60_000;
/** Addresses remembered at once; beyond it the oldest is forgotten. */
const MAX_ADDRESSES = 1_000;

export interface Refused {
  readonly status: 418 | 429;
  readonly msg: string;
  /** Milliseconds since the epoch. */
  readonly retryAfter: number;
}

export interface Limits {
  readonly weightPerMinute: number;
  /** Null: within the limit. The weight counts either way. */
  charge(address: string, weight: number): Refused | null;
  ban(until: number): void;
  /** Refuses as if the weight were used up, until `until`. */
  exhaust(until: number): void;
  used(address: string): number;
  weightJson(address: string): string;
}

export function createLimits(options: LimitOptions, now: () => number): Limits {
  const used = new Map<string, { window: number; weight: number }>();
  let bannedUntil = 0;
  let exhaustedUntil = 0;
  const limit = options.requestWeightPerMinute;

  const usage = (address: string): { window: number; weight: number } => {
    const window = Math.floor(now() / MINUTE_MS);
    const found = used.get(address);
    if (found !== undefined) {
      if (found.window !== window) {
        found.window = window;
        found.weight = 0;
      }
      return found;
    }
    if (used.size >= MAX_ADDRESSES) used.delete(used.keys().next().value ?? '');
    const fresh = { window, weight: 0 };
    used.set(address, fresh);
    return fresh;
  };
  const tooMuch = (retryAfter: number): Refused => ({
    status: 429,
    msg: `Too much request weight used; current limit is ${limit} request weight per 1 MINUTE. Please use WebSocket Streams for live updates to avoid polling the API.`,
    retryAfter,
  });

  return {
    weightPerMinute: limit,
    charge: (address, weight) => {
      const usedNow = usage(address);
      usedNow.weight += weight;
      const time = now();
      if (time < bannedUntil) {
        return {
          status: 418,
          msg: `Way too much request weight used; IP banned until ${bannedUntil}. Please use WebSocket Streams for live updates to avoid bans.`,
          retryAfter: bannedUntil,
        };
      }
      if (time < exhaustedUntil) return tooMuch(exhaustedUntil);
      return usedNow.weight > limit ? tooMuch((usedNow.window + 1) * MINUTE_MS) : null;
    },
    ban: (until) => void (bannedUntil = until),
    exhaust: (until) => void (exhaustedUntil = until),
    used: (address) => usage(address).weight,
    weightJson: (address) =>
      `{"rateLimitType":"REQUEST_WEIGHT","interval":"MINUTE","intervalNum":1,"limit":${limit},"count":${usage(address).weight}}`,
  };
}

export function orderCounts(options: LimitOptions): OrderCount[] {
  return [
    {
      interval: 'SECOND',
      intervalNum: 10,
      windowMs: 10_000,
      limit: options.ordersPer10Seconds,
      window: 0,
      count: 0,
    },
    {
      interval: 'DAY',
      intervalNum: 1,
      windowMs: 86_400_000,
      limit: options.ordersPerDay,
      window: 0,
      count: 0,
    },
  ];
}

/** The count that is full, or null after this order has been counted in all of them. */
export function countOrder(account: Account, time: number): OrderCount | null {
  for (const count of account.orderCounts) {
    roll(count, time);
    if (count.count >= count.limit) return count;
  }
  for (const count of account.orderCounts) count.count += 1;
  return null;
}

export function orderCountsJson(account: Account, time: number): string {
  return account.orderCounts
    .map((count) => {
      roll(count, time);
      return `{"rateLimitType":"ORDERS","interval":"${count.interval}","intervalNum":${count.intervalNum},"limit":${count.limit},"count":${count.count}}`;
    })
    .join(',');
}

export function windowEnd(count: OrderCount, time: number): number {
  return (Math.floor(time / count.windowMs) + 1) * count.windowMs;
}

function roll(count: OrderCount, time: number): void {
  const window = Math.floor(time / count.windowMs);
  if (count.window === window) return;
  count.window = window;
  count.count = 0;
}
