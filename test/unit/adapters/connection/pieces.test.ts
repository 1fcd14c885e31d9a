import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  Counters,
  RateBudget,
  atVenue,
  backoffMs,
  skewOf,
} from '../../../../adapters/connection/index.ts';
import { epochNs } from '../../../../spec/units/index.ts';

describe('back-off', () => {
  test('grows by twos to its bound', () => {
    const policy = { firstMs: 250, maxMs: 5_000, spread: 0, seed: 0 };
    expect([0, 1, 2, 3, 4, 5, 99].map((attempt) => backoffMs(policy, attempt))).toEqual([
      250, 500, 1_000, 2_000, 4_000, 5_000, 5_000,
    ]);
  });

  test('is spread below its bound, and the same for the same seed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 60 }), (seed, attempt) => {
        const policy = { firstMs: 250, maxMs: 5_000, spread: 0.5, seed };
        const whole = Math.min(5_000, 250 * 2 ** attempt);
        const waitMs = backoffMs(policy, attempt);
        expect(waitMs).toBe(backoffMs(policy, attempt));
        expect(waitMs).toBeGreaterThan(whole / 2 - 1);
        expect(waitMs).toBeLessThanOrEqual(whole);
      }),
    );
  });
});

describe('a rate budget', () => {
  const MINUTE = { kind: 'W', windowMs: 60_000, limit: 100 };

  test('is empty again when the minute of the clock begins, not a minute later', () => {
    const budget = new RateBudget([MINUTE]);
    budget.spend('W', 100, 59_000);
    expect(budget.fits('W', 1, 1, 59_999)).toBe(false);
    expect(budget.fits('W', 100, 1, 60_000)).toBe(true);
    expect(budget.fits('W', 101, 1, 60_000)).toBe(false);
  });

  test('a share leaves the rest to others', () => {
    const budget = new RateBudget([MINUTE]);
    budget.spend('W', 80, 0);
    expect([
      budget.fits('W', 1, 0.8, 0),
      budget.fits('W', 20, 1, 0),
      budget.fits('W', 21, 1, 0),
    ]).toEqual([false, true, false]);
  });

  test('every window of a kind must have room', () => {
    const budget = new RateBudget([
      { kind: 'O', windowMs: 10_000, limit: 2 },
      { kind: 'O', windowMs: 86_400_000, limit: 3 },
    ]);
    budget.spend('O', 2, 0);
    expect(budget.fits('O', 1, 1, 9_999)).toBe(false);
    expect(budget.fits('O', 1, 1, 10_000)).toBe(true);
    budget.spend('O', 1, 10_000);
    expect(budget.fits('O', 1, 1, 20_000)).toBe(false);
  });

  test("the venue's count replaces ours, and what it has not seen is added", () => {
    const budget = new RateBudget([MINUTE]);
    budget.spend('W', 5, 0);
    budget.observe({ ...MINUTE, limit: 60 }, 50, 5, 1_000);
    expect([budget.fits('W', 5, 1, 1_000), budget.fits('W', 6, 1, 1_000)]).toEqual([true, false]);
  });

  test('blocked means blocked, until the later of two times', () => {
    const budget = new RateBudget([MINUTE]);
    budget.block('W', 5_000);
    budget.block('W', 3_000);
    expect(budget.fits('W', 1, 1, 4_999)).toBe(false);
    expect(budget.blockedUntil('W', 4_999)).toBe(5_000);
    expect(budget.fits('W', 1, 1, 5_000)).toBe(true);
  });

  test('a clock set back does not empty a window', () => {
    const budget = new RateBudget([MINUTE]);
    budget.spend('W', 100, 60_000);
    expect(budget.fits('W', 1, 1, 59_000)).toBe(false);
  });
});

test('a skew is the middle of the round trip, and never further off than its error', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -3_600_000_000_000n, max: 3_600_000_000_000n }),
      fc.bigInt({ min: 0n, max: 2_000_000_000n }),
      fc.bigInt({ min: 0n, max: 2_000_000_000n }),
      (truth, there, back) => {
        const sentAt = epochNs(1_700_000_000_000_000_000n);
        const exact = sentAt + there + truth;
        const venueTime = epochNs(exact - (exact % 1_000_000n)); // The venue says milliseconds.
        const receivedAt = epochNs(sentAt + there + back);
        const skew = skewOf({ sentAt, receivedAt, venueTime, venueUnitNs: 1_000_000n });
        const off = skew.offsetNs - truth;
        expect(off < 0n ? -off : off).toBeLessThanOrEqual(skew.errorNs + 1n);
        expect(atVenue(skew, sentAt)).toBe(sentAt + skew.offsetNs);
      },
    ),
  );
});

describe('a budget that falls by itself', () => {
  const policy = { most: 60, decayPerSecond: 1 };

  test('holds what was spent, less what time has taken off it, never below nothing', () => {
    const counters = new Counters(policy);
    counters.spend('BTC', 50, 0);
    expect(counters.fits('BTC', 10, 1, 0)).toBe(true);
    expect(counters.fits('BTC', 11, 1, 0)).toBe(false);
    expect(counters.fits('BTC', 20, 1, 10_000)).toBe(true); // 40 are left, and 20 more are 60.
    expect(counters.fits('BTC', 21, 1, 10_000)).toBe(false);
    expect(counters.fits('BTC', 60, 1, 1_000_000)).toBe(true);
    expect(counters.fits('BTC', 61, 1, 1_000_000)).toBe(false);
  });

  test('one for each name; a share of it is less', () => {
    const counters = new Counters(policy);
    counters.spend('BTC', 60, 0);
    expect(counters.fits('ETH', 36, 0.6, 0)).toBe(true);
    expect(counters.fits('ETH', 37, 0.6, 0)).toBe(false);
  });

  test('full by the venue’s word, whatever was counted; a clock that goes back takes nothing off', () => {
    const counters = new Counters(policy);
    counters.fill('BTC', 10_000);
    expect(counters.fits('BTC', 1, 1, 10_000)).toBe(false);
    expect(counters.fits('BTC', 1, 1, 0)).toBe(false);
    expect(counters.fits('BTC', 1, 1, 1_000)).toBe(true); // A second on from there.
  });
});
