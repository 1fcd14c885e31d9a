// A book's side as a curve: a ladder of levels, each at its price with the taker fee.

import type { BookSource, RouteOrder } from '../plan.ts';
import {
  type Curve,
  UNIT,
  ceilDiv,
  ceilTo,
  floorDiv,
  floorTo,
  notionalToFloat,
  qtyToFloat,
} from './curve.ts';

/** Sums of ticks times lots stay exact in a float up to here. */
const SAFE = Number.MAX_SAFE_INTEGER;

/** How many of the levels an order may use: those within its limit, until they show more than it wants. */
export interface Reach {
  readonly count: number;
  /** The levels are not those of a book: the first of them that is out of order. */
  readonly isSound: boolean;
}

interface Walked {
  readonly qty: bigint;
  readonly gross: bigint;
  readonly worst: bigint;
}

export class Ladder implements Curve {
  readonly source: BookSource;
  readonly lot: bigint;
  readonly least: bigint;
  readonly most: bigint;
  readonly from: number;
  readonly upTo: number;
  readonly fixed = 0;
  readonly #isBuy: boolean;
  readonly #levelLot: bigint;
  /** Running sums before each level, and after the last; and each level's own price. */
  readonly #qtys: Float64Array;
  readonly #costs: Float64Array;
  readonly #prices: Float64Array;
  readonly #count: number;
  /** The quantity of a plan is walked for its cost, its prices and its leg. */
  #last: Walked | null = null;

  constructor(source: BookSource, order: RouteOrder, { count }: Reach) {
    this.source = source;
    this.lot = source.lot;
    this.#isBuy = order.side === 'buy';
    this.#levelLot = source.levelLot ?? source.lot;
    const tick = tickWithFee(source, this.#isBuy);
    const size = qtyToFloat(this.#levelLot);
    this.#count = count;
    this.#qtys = new Float64Array(count + 1);
    this.#costs = new Float64Array(count + 1);
    this.#prices = new Float64Array(count);
    let shown = 0;
    for (let at = 0; at < count; at += 1) {
      const [ticks, lots] = source.levels[at] ?? [0, 0];
      shown += lots;
      this.#prices[at] = ticks * tick;
      this.#qtys[at + 1] = shown * size;
      this.#costs[at + 1] = (this.#costs[at] ?? 0) + lots * size * ticks * tick;
    }
    const most = smallest(this.#shown(count), source.maxQty, order.orderQty);
    const bounds = this.#bounds(floorTo(most, this.lot));
    this.least = bounds.least;
    this.most = bounds.most;
    this.from = this.least <= this.lot ? 0 : qtyToFloat(this.least);
    this.upTo = qtyToFloat(this.most);
  }

  cost(qty: number): number {
    const at = this.#levelOf(qty);
    return (this.#costs[at] ?? 0) + (qty - (this.#qtys[at] ?? 0)) * (this.#prices[at] ?? 0);
  }

  marginal(qty: number): number {
    return this.#prices[this.#levelOf(qty)] ?? 0;
  }

  takes(rate: number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#prices[middle] ?? 0) <= rate) low = middle + 1;
      else high = middle;
    }
    return this.#qtys[low] ?? 0;
  }

  exactCost(qty: bigint): bigint {
    const { gross } = this.#walk(qty);
    const fee = ceilDiv(gross * this.source.takerFee, UNIT);
    return this.#isBuy ? gross + fee : fee - gross;
  }

  allows(qty: bigint): boolean {
    if (qty <= 0n || qty < this.least || qty > this.most || qty % this.lot !== 0n) return false;
    if (this.source.minNotional <= 0n) return true;
    const { gross, worst } = this.#walk(qty);
    return (this.#isBuy ? gross : worst * qty) >= this.source.minNotional;
  }

  exactPrices(qty: bigint): { readonly worst: bigint; readonly marginal: bigint } {
    const { worst } = this.#walk(qty);
    const { takerFee } = this.source;
    const marginal = this.#isBuy
      ? ceilDiv(worst * (UNIT + takerFee), UNIT)
      : floorDiv(worst * (UNIT - takerFee), UNIT);
    return { worst, marginal };
  }

  gasAt(): null {
    return null;
  }

  crossing(): null {
    return null;
  }

  /** The level that the next unit after `qty` comes from; the last one where there is none. */
  #levelOf(qty: number): number {
    let low = 0;
    let high = this.#count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#qtys[middle + 1] ?? 0) <= qty) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #shown(count: number): bigint {
    let shown = 0n;
    let lots = 0; // While the sum is exact: a bigint each level took 5 µs.
    for (let at = 0; at < count; at += 1) {
      const own = this.source.levels[at]?.[1] ?? 0;
      if (own > SAFE - lots) {
        shown += BigInt(lots);
        lots = 0;
      }
      lots += own;
    }
    return (shown + BigInt(lots)) * this.#levelLot;
  }

  /** Price times quantity of the best `qty`, exactly, and the worst price among them. */
  #walk(qty: bigint): Walked {
    if (this.#last?.qty === qty) return this.#last;
    const { levels, tick } = this.source;
    const unit = tick * this.#levelLot;
    let left = qty;
    let gross = 0n;
    let sum = 0; // Of ticks times lots, while that is exact.
    let worstTicks = 0;
    for (let at = 0; at < this.#count && left > 0n; at += 1) {
      const [ticks, lots] = levels[at] ?? [0, 0];
      if (lots === 0) continue;
      worstTicks = ticks;
      const size = BigInt(lots) * this.#levelLot;
      if (size > left) {
        gross += BigInt(ticks) * tick * left;
        left = 0n;
        continue;
      }
      left -= size;
      const product = ticks * lots;
      if (product > SAFE) gross += BigInt(ticks) * BigInt(lots) * unit;
      else if (product > SAFE - sum) {
        gross += BigInt(sum) * unit;
        sum = product;
      } else sum += product;
    }
    this.#last = { qty, gross: gross + BigInt(sum) * unit, worst: BigInt(worstTicks) * tick };
    return this.#last;
  }

  /** From this level on even the last price is far above the minimum, with what is shown before. */
  #isClear(at: number): boolean {
    const last = Math.abs(this.#prices[this.#count - 1] ?? 0);
    return last * (this.#qtys[at] ?? 0) > 2 * notionalToFloat(this.source.minNotional);
  }

  /**
   * The least quantity that reaches both minimums of the venue, and the most above it that does. The venue may
   * hold its least notional against the order's price or against its fills: both have to reach it, and a
   * sell's worst price falls with its quantity.
   */
  #bounds(most: bigint): { readonly least: bigint; readonly most: bigint } {
    const { levels, minNotional, minQty, tick } = this.source;
    const byQty = ceilTo(minQty > 0n ? minQty : 1n, this.lot);
    if (minNotional <= 0n) return { least: byQty, most };
    let least: bigint | null = null;
    let shown = 0n;
    let gross = 0n;
    for (let at = 0; at < this.#count && shown < most; at += 1) {
      const [ticks, lots] = levels[at] ?? [0, 0];
      if (least !== null && this.#isClear(at)) break;
      const price = BigInt(ticks) * tick;
      const size = BigInt(lots) * this.#levelLot;
      const first = floorTo(shown, this.lot) + this.lot; // The least that needs this level.
      const needed = this.#isBuy
        ? shown + ceilDiv(minNotional - gross, price)
        : ceilDiv(minNotional, price);
      const enough = ceilTo(greatest(needed, first, byQty), this.lot);
      if (least === null && enough <= shown + size) {
        least = enough;
        if (this.#isBuy) break; // Of a buy what is enough stays so.
      } else if (least !== null && enough > first) {
        return { least, most: smallest(most, floorTo(shown, this.lot)) };
      }
      shown += size;
      gross += price * size;
    }
    return { least: least ?? most + this.lot, most };
  }
}

/** Terms that no venue has: its levels are not looked at. Null: they are sound. */
export function termsFault({ lot, tick, takerFee }: BookSource): string | null {
  if (lot <= 0n || tick <= 0n) return 'its grid is unknown';
  return takerFee <= -UNIT || takerFee >= UNIT ? 'its fee is no part of the price' : null;
}

/** Levels in order, within the limit, as far as the order reaches and one beyond. */
export function reachOf(source: BookSource, order: RouteOrder): Reach {
  const { levels } = source;
  const limit = ticksWithin(source, order);
  const wanted = qtyToFloat(order.orderQty);
  const size = qtyToFloat(source.levelLot ?? source.lot);
  const direction = order.side === 'buy' ? 1 : -1;
  let shown = 0;
  let before = order.side === 'buy' ? 0 : Number.POSITIVE_INFINITY;
  for (let at = 0; at < levels.length; at += 1) {
    const [ticks, lots] = levels[at] ?? [0, 0];
    if (!(ticks > 0 && lots >= 0 && (ticks - before) * direction >= 0)) {
      return { count: at, isSound: false };
    }
    if (limit !== null && ticks * direction > limit * direction)
      return { count: at, isSound: true };
    shown += lots;
    before = ticks;
    if (shown * size > wanted) return { count: at + 1, isSound: true };
  }
  return { count: levels.length, isSound: true };
}

/** The last price within the limit, in ticks; null: there is no limit. */
function ticksWithin(source: BookSource, order: RouteOrder): number | null {
  if (order.limit === null) return null;
  const isBuy = order.side === 'buy';
  const fee = order.limitBasis === 'allIn' ? source.takerFee : 0n;
  const tick = source.tick * (isBuy ? UNIT + fee : UNIT - fee);
  const ticks = isBuy ? floorDiv(order.limit * UNIT, tick) : ceilDiv(order.limit * UNIT, tick);
  return Number(ticks); // Beyond 2^53, where a float is coarse, no level's price is.
}

/** One tick with the fee, as a cost. */
function tickWithFee({ tick, takerFee }: BookSource, isBuy: boolean): number {
  return notionalToFloat(tick * (isBuy ? UNIT + takerFee : takerFee - UNIT));
}

function smallest(...values: readonly bigint[]): bigint {
  return values.reduce((least, value) => (value < least ? value : least));
}

function greatest(...values: readonly bigint[]): bigint {
  return values.reduce((most, value) => (value > most ? value : most));
}
