// A pool as a curve: hyperbolas for the search, the contract's own integers for what is decided.

import {
  type SwapAnswer,
  type SwapQuote,
  PIPS,
  quoteExactIn,
  quoteExactOut,
} from '../../spec/pools/index.ts';
import { invariant } from '../../spec/proof/index.ts';
import { asQty } from '../../spec/units/index.ts';
import type { PoolSource, RouteOrder } from '../plan.ts';
import {
  type Curve,
  UNIT,
  UNIT_NOTIONAL,
  ceilDiv,
  ceilTo,
  floatToQty,
  floorDiv,
  floorTo,
  notionalToFloat,
  qtyToFloat,
} from './curve.ts';
import { type Hyperbola, hyperbolasOf, tokenIn } from './hyperbolas.ts';
import { mostCrossing, withinLimit } from './pool-limits.ts';

const Q192 = 2n ** 192n;
const WHOLE = BigInt(PIPS);
/** A pool's lot may be 10^-18: a bound is met to a part in 10^8, where floats can tell. */
const NEAR = 10n ** 8n;

export class PoolCurve implements Curve {
  readonly source: PoolSource;
  readonly lot: bigint;
  readonly least: bigint;
  readonly most: bigint;
  readonly from: number;
  readonly upTo: number;
  readonly fixed: number;
  readonly #isBuy: boolean;
  readonly #limit: bigint | null;
  readonly #order: RouteOrder;
  /** All the gas that it could need alone: what an all-in average is held against. */
  readonly #mostGas: bigint;
  readonly #stretches: readonly Hyperbola[];
  /** Some units of the quote token: nearer than that floats say nothing. */
  readonly #rounding: number;
  /** The quantity of a plan is quoted for its cost, its prices and its leg. */
  #last: { readonly qty: bigint; readonly quote: SwapQuote } | null = null;

  constructor(source: PoolSource, order: RouteOrder) {
    this.source = source;
    this.lot = source.lot;
    this.fixed = notionalToFloat(source.gasCost);
    this.#rounding = 8 * 10 ** -source.decimals.quote;
    this.#isBuy = order.side === 'buy';
    this.#limit = order.limit;
    this.#order = order;
    const most = order.orderQty < source.maxQty ? order.orderQty : source.maxQty;
    const wanted = this.#toToken(floorTo(most, this.lot));
    const within = withinLimit(source, this.#isBuy, { wanted, limit: order.limit });
    this.most = floorTo(this.#fromToken(within), this.lot);
    const minQty = ceilTo(source.minQty > 0n ? source.minQty : 1n, this.lot);
    this.upTo = qtyToFloat(this.most);
    this.#mostGas = this.#gasOfMost();
    this.#stretches = this.most === 0n ? [] : hyperbolasOf(source, order, this.upTo);
    this.least = this.#leastQty(minQty, order);
    this.from = this.least <= this.lot ? 0 : qtyToFloat(this.least);
  }

  cost(qty: number): number {
    const { start, cost, price, bend } = this.#stretchOf(qty);
    const beyond = qty - start;
    return this.#isBuy
      ? cost + (price * beyond) / (1 - bend * beyond)
      : cost - (price * beyond) / (1 + bend * beyond);
  }

  marginal(qty: number): number {
    const { start, price, bend } = this.#stretchOf(qty);
    const slope = 1 + (this.#isBuy ? -bend : bend) * (qty - start);
    return (this.#isBuy ? price : -price) / (slope * slope);
  }

  takes(rate: number): number {
    const stretches = this.#stretches;
    const sign = this.#isBuy ? 1 : -1;
    let low = 0; // The last stretch that begins at a marginal cost up to `rate`.
    let high = stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((stretches[middle]?.price ?? 0) * sign <= rate) low = middle + 1;
      else high = middle;
    }
    const stretch = stretches[low - 1];
    if (stretch === undefined) return 0;
    const { start, price, bend } = stretch;
    const end = stretches[low]?.start ?? this.upTo;
    if (!this.#isBuy && rate >= 0) return end;
    const root = Math.sqrt(price / Math.abs(rate));
    const beyond = (this.#isBuy ? 1 - root : root - 1) / bend;
    return Math.min(start + Math.max(beyond, 0), end);
  }

  exactCost(qty: bigint): bigint {
    const quote = this.#quote(qty);
    const unit = 10n ** BigInt(this.source.decimals.quote);
    const swapped = this.#isBuy
      ? ceilDiv(quote.amountIn * UNIT_NOTIONAL, unit)
      : ceilDiv(-quote.amountOut * UNIT_NOTIONAL, unit);
    return swapped + this.#gasOf(quote);
  }

  gasAt(qty: bigint): { readonly cost: bigint; readonly ticksCrossed: number } {
    const quote = this.#quote(qty);
    return { cost: this.#gasOf(quote), ticksCrossed: quote.ticksCrossed };
  }

  crossing(ticks: number): PoolCurve | null {
    const most = mostCrossing(this.source, { isBuy: this.#isBuy, ticks });
    const maxQty = asQty(floorTo(this.#fromToken(most), this.lot));
    const curve = new PoolCurve({ ...this.source, maxQty }, this.#order);
    return curve.least <= curve.most ? curve : null;
  }

  #gasOf({ ticksCrossed }: SwapQuote): bigint {
    const { gasCost, tickGasCost = 0n } = this.source;
    return gasCost + BigInt(ticksCrossed) * tickGasCost;
  }

  #gasOfMost(): bigint {
    const { gasCost, tickGasCost = 0n, transaction } = this.source;
    const alone = gasCost + (transaction?.gasCost ?? 0n);
    const isAsked = averageBound(this.#order) !== null; // No other bound needs the quote.
    if (!isAsked || tickGasCost === 0n || this.most === 0n) return alone;
    return alone + this.#gasOf(this.#quote(this.most)) - gasCost;
  }

  allows(qty: bigint): boolean {
    return qty > 0n && qty >= this.least && qty <= this.most && qty % this.lot === 0n;
  }

  exactPrices(qty: bigint): { readonly worst: bigint; readonly marginal: bigint } {
    const [quote, base] = this.#priceAfter(qty);
    const kept = WHOLE - BigInt(this.source.pool.feePips);
    const price = this.#isBuy
      ? ceilDiv(quote * WHOLE * UNIT, base * kept)
      : floorDiv(quote * kept * UNIT, base * WHOLE);
    // Written out it is rounded away from the client: not beyond a limit that the pool's own price keeps.
    const limit = this.#limit;
    const isBeyond = limit !== null && (this.#isBuy ? price > limit : price < limit);
    return { worst: isBeyond ? limit : price, marginal: price };
  }

  #stretchOf(qty: number): Hyperbola {
    const stretches = this.#stretches;
    let low = 0;
    let high = stretches.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((stretches[middle]?.start ?? 0) <= qty) low = middle;
      else high = middle - 1;
    }
    return stretches[low] ?? NO_STRETCH;
  }

  /** Quote per base of the next unit before the fee, in whole units, as a ratio. */
  #priceAfter(qty: bigint): readonly [quote: bigint, base: bigint] {
    const { pool, decimals, baseIsToken0 } = this.source;
    const [quoteUnit, baseUnit] = [10n ** BigInt(decimals.quote), 10n ** BigInt(decimals.base)];
    if (pool.type === 'V2') {
      const [base, quote] = baseIsToken0
        ? [pool.reserve0, pool.reserve1]
        : [pool.reserve1, pool.reserve0];
      // The reserves as this swap moves them, its fee left out, in millionths of a token.
      const token = this.#toToken(qty);
      const after = this.#isBuy
        ? (base - token) * WHOLE
        : base * WHOLE + token * (WHOLE - BigInt(pool.feePips));
      return [base * quote * WHOLE * WHOLE * baseUnit, after * after * quoteUnit];
    }
    const { after } = this.#quote(qty);
    const root = after.type === 'V3' ? after.sqrtPriceX96 : 0n;
    const square = root * root;
    return baseIsToken0
      ? [square * baseUnit, Q192 * quoteUnit]
      : [Q192 * baseUnit, square * quoteUnit];
  }

  #ask(qty: bigint): SwapAnswer {
    const request = { tokenIn: tokenIn(this.source, this.#isBuy), amount: this.#toToken(qty) };
    const { pool } = this.source;
    return this.#isBuy ? quoteExactOut(pool, request) : quoteExactIn(pool, request);
  }

  #quote(qty: bigint): SwapQuote {
    if (this.#last?.qty === qty) return this.#last.quote;
    const quote = this.#ask(qty);
    const facts = { venueID: this.source.venueID, qty, quote: quote.type };
    invariant(quote.type === 'Quoted' && quote.isWhole, 'I6', facts);
    this.#last = { qty, quote };
    return quote;
  }

  /** Exact: the lot is no finer than the token. */
  #toToken(qty: bigint): bigint {
    return (qty * 10n ** BigInt(this.source.decimals.base)) / UNIT;
  }

  #fromToken(amount: bigint): bigint {
    return (amount * UNIT) / 10n ** BigInt(this.source.decimals.base);
  }

  /**
   * The least quantity at which the swap is worth more than its gas and the average with gas is within an all-in
   * limit: found in floats, made sure in integers.
   */
  #leastQty(minQty: bigint, order: RouteOrder): bigint {
    const bound = averageBound(order);
    const isFree = this.source.gasCost === 0n && bound === null && this.#isBuy;
    if (isFree || minQty > this.most || this.#keeps(minQty, bound)) return minQty;
    if (!this.#keeps(this.most, bound)) return this.most + this.lot;
    let low = minQty; // Does not.
    let high = this.most; // Does; between them the saving grows with the quantity.
    const estimate = this.#estimate(bound);
    const above = ceilTo(estimate + estimate / NEAR + 1n, this.lot);
    for (const guess of [above, above - this.lot]) {
      if (guess <= low || guess >= high) continue;
      if (this.#keeps(guess, bound)) high = guess;
      else low = guess;
    }
    while (high - low > this.lot && high - low > (high * 2n) / NEAR) {
      const middle = floorTo((low + high) / 2n, this.lot);
      if (this.#keeps(middle, bound)) high = middle;
      else low = middle;
    }
    return high;
  }

  #keeps(qty: bigint, bound: bigint | null): boolean {
    const margin = this.#margin(qtyToFloat(qty), bound);
    if (margin !== null) return margin > 0;
    if (this.#ask(qty).type === 'NoQuote') return false;
    const swapped = this.exactCost(qty) - this.#gasOf(this.#quote(qty));
    const isWorth = this.source.gasCost <= (this.#isBuy ? swapped : -swapped);
    return isWorth && swapped !== 0n && (bound === null || swapped + this.#mostGas <= bound * qty);
  }

  /** How far within both bounds, in quote; null where floats are too near to tell. */
  #margin(qty: number, bound: bigint | null): number | null {
    const swapped = this.cost(qty);
    const worth = Math.abs(swapped) - this.fixed;
    const allowed = bound === null ? Number.POSITIVE_INFINITY : (Number(bound) / 1e18) * qty;
    const margin = Math.min(worth, allowed - swapped - notionalToFloat(this.#mostGas));
    const noise = 1e-9 * (Math.abs(swapped) + this.fixed) + this.#rounding;
    return Math.abs(margin) > noise ? margin : null;
  }

  /** Where the float curve meets the bounds. */
  #estimate(bound: bigint | null): bigint {
    const isWithin = (qty: number) => (this.#margin(qty, bound) ?? 0) >= 0;
    const near = (4 * this.fixed) / Math.abs(this.marginal(0)); // Four times the gas in value: most often enough.
    let low = 0;
    let high = near < this.upTo && isWithin(near) ? near : this.upTo;
    for (let step = 0; step < 60 && high - low > 1e-9 * high; step += 1) {
      const middle = (low + high) / 2;
      if (isWithin(middle)) high = middle;
      else low = middle;
    }
    return floatToQty(high);
  }
}

/** What a unit may cost on average with gas, as a cost; null: whatever it is. */
function averageBound({ side, limit, limitBasis }: RouteOrder): bigint | null {
  if (limit === null || limitBasis === 'gross') return null;
  return side === 'buy' ? limit : 0n - limit;
}

const NO_STRETCH: Hyperbola = { start: 0, cost: 0, price: 0, bend: 0 };
