// Which sources are used at all: fixed costs and minimums make that a choice, not a matter of marginal costs.

import type { Curve } from '../curves/curve.ts';
import { type Level, level, rateRange, savingAt, takesAt } from './levels.ts';

/** A set of the curves, by their index, and its best quantities. */
export interface Candidate {
  readonly members: readonly number[];
  readonly level: Level;
}

export interface Candidates {
  /** Best first. */
  readonly found: readonly Candidate[];
  /** No set, found or not, costs less. */
  readonly lower: number;
  readonly rate: number;
}

/** So many sets are solved at most; beyond, the best found is improved by dropping and swapping. */
const MOST_SETS = 400;
/** Sets whose bound is nearer to the best than this, as a part of it, are looked at, too: lots may turn them. */
const NEAR = 1e-7;

/** Sets that buy `qty` in all, the cheapest among them if `qty` can be had. */
export function candidates(curves: readonly Curve[], qty: number): Candidates {
  const rate = dualRate(curves, qty);
  const savings = curves.map((curve) => savingAt(curve, rate));
  const isChoice = curves.map(({ fixed, from }) => fixed !== 0 || from > 0);
  const dual = savings.reduce((sum, saving) => sum - Math.max(saving, 0), rate * qty);
  const search = new Search(curves, { qty, rate, dual, savings, isChoice });
  search.run();
  const found = search.found.toSorted((a, b) => a.level.cost - b.level.cost);
  const best = found[0];
  const lower = search.isComplete && best !== undefined ? bestLower(found) : dual;
  return { found, lower: Math.max(lower, dual), rate: best?.level.rate ?? rate };
}

function bestLower(found: readonly Candidate[]): number {
  return found.reduce((least, { level: { lower } }) => Math.min(least, lower), Infinity);
}

/** Any rate bounds the sets; so near to the best one, as a part of it, the bound is as good as there. */
const NEAR_RATE = 1e-8;

/** The multiplier at which the relaxed problem, every source used just where it pays, meets the quantity. */
function dualRate(curves: readonly Curve[], qty: number): number {
  let [low, high] = rateRange(curves);
  // A source with a fixed cost begins to pay above its marginal costs.
  for (const { fixed, upTo } of curves) if (fixed > 0 && upTo > 0) high += fixed / upTo;
  for (let step = 0; step < 60 && high - low > NEAR_RATE * Math.abs(high); step += 1) {
    const middle = low + (high - low) / 2;
    let sum = 0;
    for (const curve of curves) {
      const taken = takesAt(curve, middle);
      // Without a fixed cost or a least quantity the best that it takes is never a loss.
      const isFree = curve.fixed === 0 && curve.from === 0;
      if (isFree || middle * taken - curve.cost(taken) - curve.fixed >= 0) sum += taken;
    }
    if (sum < qty) low = middle;
    else high = middle;
  }
  return high;
}

interface Relaxed {
  readonly qty: number;
  readonly rate: number;
  readonly dual: number;
  readonly savings: readonly number[];
  readonly isChoice: readonly boolean[];
}

/** Sets by how far they depart from the relaxed optimum: each departure costs at least its saving. */
class Search {
  readonly found: Candidate[] = [];
  isComplete = true;
  readonly #curves: readonly Curve[];
  readonly #relaxed: Relaxed;
  readonly #choices: readonly number[];
  readonly #isUsed: boolean[];
  #best = Number.POSITIVE_INFINITY;
  #solved = 0;

  constructor(curves: readonly Curve[], relaxed: Relaxed) {
    this.#curves = curves;
    this.#relaxed = relaxed;
    const { savings, isChoice } = relaxed;
    const weight = (at: number) => Math.abs(savings[at] ?? 0);
    this.#choices = curves
      .map((_curve, at) => at)
      .filter((at) => isChoice[at])
      .toSorted((a, b) => weight(a) - weight(b));
    this.#isUsed = curves.map((_curve, at) => !isChoice[at] || (savings[at] ?? 0) >= 0);
  }

  run(): void {
    this.#solve();
    this.#depart(this.#choices.length - 1, this.#relaxed.dual);
    if (!this.isComplete) this.#dropAndSwap();
  }

  /** Departs in one more choice than so far, of those up to `last`, while the bound allows it. */
  #depart(last: number, bound: number): void {
    for (let choice = 0; choice <= last; choice += 1) {
      const at = this.#choices[choice] ?? 0;
      const next = bound + Math.abs(this.#relaxed.savings[at] ?? 0);
      if (next > this.#best + Math.abs(this.#best) * NEAR) return; // The heavier ones cost more yet.
      if (this.#solved >= MOST_SETS) {
        this.isComplete = false;
        return;
      }
      this.#flip(at);
      this.#solve();
      this.#depart(choice - 1, next);
      this.#flip(at);
    }
  }

  #dropAndSwap(): void {
    for (let isBetter = true; isBetter; ) {
      const before = this.#best;
      const best = this.found.find(({ level: { cost } }) => cost === before);
      if (best === undefined) return;
      this.#isUsed.fill(false);
      for (const at of best.members) this.#isUsed[at] = true;
      for (const at of this.#choices) {
        this.#flip(at);
        this.#solve();
        for (const other of this.#choices) {
          if (other >= at || this.#isUsed[other] === this.#isUsed[at]) continue;
          this.#flip(other);
          this.#solve();
          this.#flip(other);
        }
        this.#flip(at);
      }
      isBetter = this.#best < before;
    }
  }

  #flip(at: number): void {
    this.#isUsed[at] = this.#isUsed[at] !== true;
  }

  #solve(): void {
    this.#solved += 1;
    const members = this.#curves.map((_curve, at) => at).filter((at) => this.#isUsed[at]);
    const chosen = this.#curves.filter((_curve, at) => this.#isUsed[at]);
    const solved =
      chosen.length === 0 ? null : level(chosen, this.#relaxed.qty, this.#relaxed.rate);
    if (solved === null) return;
    this.found.push({ members, level: solved });
    this.#best = Math.min(this.#best, solved.cost);
  }
}
