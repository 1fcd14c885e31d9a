// From the float quantities of a search to whole lots: floored, the rest put where it is cheapest, then lots
// are exchanged between any two sources as long as that fills more or costs less.

import { type Curve, ceilTo, floatToQty, floorTo, qtyToFloat } from '../curves/curve.ts';
import { type Split, splitOf } from './split.ts';
import type { Candidate } from './sets.ts';

/** Exchanges made at most; each fills more or costs less, so that few are ever needed. */
const MOST_EXCHANGES = 256;
/** A gain smaller than this part of the cost is a float's noise. */
const NOISE = 1e-14;

/** The set's quantities on their lots; as much of `qty` as that allows. */
export function onLots(curves: readonly Curve[], candidate: Candidate, qty: bigint): Split {
  const chosen = candidate.members.flatMap((at) => curves[at] ?? []);
  const qtys = chosen.map((curve, at) => floored(curve, candidate.level.qtys[at] ?? 0));
  const exchange = new Exchange(chosen, qtys, qty);
  exchange.run();
  const all = curves.map(() => 0n);
  candidate.members.forEach((at, place) => (all[at] = qtys[place] ?? 0n));
  return splitOf(curves, all);
}

function floored(curve: Curve, qty: number): bigint {
  if (qty >= curve.upTo) return curve.most;
  const exact = floorTo(floatToQty(qty), curve.lot);
  if (curve.from > 0 && exact < curve.least) return curve.least;
  return exact < curve.most ? exact : curve.most;
}

class Exchange {
  readonly #curves: readonly Curve[];
  /** Changed in place. */
  readonly #qtys: bigint[];
  /** What is not placed yet. */
  #rest: bigint;
  readonly #next: Float64Array;
  readonly #last: Float64Array;

  constructor(curves: readonly Curve[], qtys: bigint[], qty: bigint) {
    this.#curves = curves;
    this.#qtys = qtys;
    this.#rest = qtys.reduce((rest, one) => rest - one, qty);
    this.#next = new Float64Array(curves.length);
    this.#last = new Float64Array(curves.length);
  }

  run(): void {
    this.#takeBack();
    this.#place();
    this.#curves.forEach((_curve, at) => this.#price(at));
    for (let count = 0; count < MOST_EXCHANGES && this.#exchange(); count += 1);
  }

  /** Floats may have placed some lots too many. */
  #takeBack(): void {
    while (this.#rest < 0n) {
      const from = this.#pick(
        (at) => this.#canFall(at),
        (at) => -this.#lastOf(at),
      );
      if (from === null) return;
      const room = floorTo(this.#qtyOf(from) - this.#leastOf(from), this.#lotOf(from));
      const over = ceilTo(-this.#rest, this.#lotOf(from));
      this.#move(from, over < room ? -over : -room);
    }
  }

  #place(): void {
    while (this.#rest > 0n) {
      const to = this.#pick(
        (at) => this.#canRise(at),
        (at) => this.#nextOf(at),
      );
      if (to === null) return;
      const room = this.#mostOf(to) - this.#qtyOf(to);
      const whole = floorTo(room < this.#rest ? room : this.#rest, this.#lotOf(to));
      this.#move(to, whole);
    }
  }

  /** One exchange that fills more or costs less; false when there is none. */
  #exchange(): boolean {
    const count = this.#curves.length;
    for (let to = 0; to < count; to += 1) {
      for (let from = 0; from < count; from += 1) {
        if (to === from) continue;
        const isCheaper = (this.#next[to] ?? 0) < (this.#last[from] ?? 0);
        if (!isCheaper && this.#rest === 0n) continue;
        const lot = this.#lotOf(to);
        const lotFrom = this.#lotOf(from);
        const short = lot - this.#rest; // One lot more there: what has to come from here.
        const given = short > 0n ? floorTo(short + lotFrom - 1n, lotFrom) : 0n;
        if (this.#tries(to, lot, from, given)) return true;
        const taken = floorTo(this.#rest + lotFrom, lot); // One lot less here: what fits there.
        if (taken > 0n && this.#tries(to, taken, from, lotFrom)) return true;
      }
    }
    return false;
  }

  #tries(to: number, taken: bigint, from: number, given: bigint): boolean {
    const after = { to: this.#qtyOf(to) + taken, from: this.#qtyOf(from) - given };
    if (after.to > this.#mostOf(to) || after.from < this.#leastOf(from)) return false;
    const rest = this.#rest - taken + given;
    if (rest < 0n || rest > this.#rest) return false;
    if (rest === this.#rest) {
      const gain =
        this.#cost(to, this.#qtyOf(to)) -
        this.#cost(to, after.to) +
        this.#cost(from, this.#qtyOf(from)) -
        this.#cost(from, after.from);
      const scale = Math.abs(this.#cost(to, after.to)) + Math.abs(this.#cost(from, after.from));
      if (!(gain > NOISE * scale)) return false;
    }
    this.#move(to, taken);
    this.#move(from, -given);
    this.#price(to);
    this.#price(from);
    return true;
  }

  /** The admissible source with the least price. */
  #pick(isAdmissible: (at: number) => boolean, price: (at: number) => number): number | null {
    let best: number | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at < this.#curves.length; at += 1) {
      if (!isAdmissible(at) || price(at) >= least) continue;
      best = at;
      least = price(at);
    }
    return best;
  }

  #canRise(at: number): boolean {
    const lot = this.#lotOf(at);
    return lot <= this.#rest && this.#qtyOf(at) + lot <= this.#mostOf(at);
  }

  #canFall(at: number): boolean {
    return this.#qtyOf(at) - this.#lotOf(at) >= this.#leastOf(at);
  }

  #move(at: number, by: bigint): void {
    this.#qtys[at] = this.#qtyOf(at) + by;
    this.#rest -= by;
  }

  #price(at: number): void {
    this.#next[at] = this.#canTakeMore(at) ? this.#nextOf(at) : Number.POSITIVE_INFINITY;
    this.#last[at] = this.#canFall(at) ? this.#lastOf(at) : Number.NEGATIVE_INFINITY;
  }

  #canTakeMore(at: number): boolean {
    return this.#qtyOf(at) + this.#lotOf(at) <= this.#mostOf(at);
  }

  #nextOf(at: number): number {
    return this.#curves[at]?.marginal(qtyToFloat(this.#qtyOf(at))) ?? 0;
  }

  /** Average cost of the last lot: above it no exchange of it gains. */
  #lastOf(at: number): number {
    const lot = qtyToFloat(this.#lotOf(at));
    const qty = qtyToFloat(this.#qtyOf(at));
    const curve = this.#curves[at];
    if (curve === undefined) return 0;
    // A level's edge: the unit before it is the last.
    return Math.max(curve.marginal(qty - lot * 1e-6), curve.marginal(qty - lot));
  }

  #cost(at: number, qty: bigint): number {
    const curve = this.#curves[at];
    return curve === undefined || qty === 0n ? 0 : curve.cost(qtyToFloat(qty)) + curve.fixed;
  }

  #qtyOf(at: number): bigint {
    return this.#qtys[at] ?? 0n;
  }

  #lotOf(at: number): bigint {
    return this.#curves[at]?.lot ?? 1n;
  }

  #mostOf(at: number): bigint {
    return this.#curves[at]?.most ?? 0n;
  }

  #leastOf(at: number): bigint {
    const curve = this.#curves[at];
    return curve === undefined || curve.from === 0 ? 0n : curve.least;
  }
}
