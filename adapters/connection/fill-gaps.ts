// The cumulative audit: what the venue says is executed against the fills that are known, and when those that are
// missing are asked for.

import { PassingMap } from '../../spec/passing/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import type { ChildID } from '../../spec/terms/index.ts';
import { type Qty, addQty, epochNs, formatDecimal } from '../../spec/units/index.ts';
import type { Turn } from './turn.ts';

/** What is known of one child's fills. */
export interface FillCount {
  readonly childID: ChildID;
  /** Executed before this ledger, of trades that it has not seen. */
  baseline: Qty;
  /** Of the trades that are known, each id once. */
  filled: Qty;
  /** The most that the venue ever said is executed. */
  venueCumQty: Qty;
  gapDueAt: EpochNs | null;
  gapTries: number;
}

export interface FillGapsParts<T> {
  readonly remark: Turn['remark'];
  /** Nothing of it is missing, or what is missing is due: its end can be said. */
  sayEnd(entry: T): void;
}

/** A gap is asked about again after 2, 4, 8 … up to so many milliseconds. */
const GAP_RETRY_MOST_MS = 20_000;

const NONE: readonly never[] = [];

/** Mutable: the children with fewer fills than the venue says. */
export class FillGaps<T extends FillCount> {
  readonly #parts: FillGapsParts<T>;
  readonly #gaps = new PassingMap<ChildID, T>();
  /** None of them is due before: asked at each frame, of as many as are under way. */
  #dueFrom: EpochNs | null = null;

  constructor(parts: FillGapsParts<T>) {
    this.#parts = parts;
  }

  /** Whether the venue still counts fills that are not known here; what has become whole is said. */
  isMissing(now: EpochNs): boolean {
    for (const entry of this.all()) this.auditLater(entry, now);
    return this.#gaps.size > 0;
  }

  /** Children of which the venue counts more than is known here, whether or not it is time to ask. */
  all(): readonly T[] {
    return [...this.#gaps.values()];
  }

  drop(entry: T): void {
    this.#gaps.delete(entry.childID);
  }

  /** Children whose fills must be asked for now. Each is due again, later and later, until it is whole. */
  due(now: EpochNs): readonly T[] {
    if (this.#dueFrom === null || now < this.#dueFrom) return NONE;
    const due: T[] = [];
    let next: EpochNs | null = null;
    for (const entry of this.#gaps.values()) {
      if (entry.gapDueAt === null) continue;
      if (now >= entry.gapDueAt) {
        this.#parts.sayEnd(entry); // The fills are late: whoever waits for them hears why.
        entry.gapTries += 1;
        entry.gapDueAt = later(now, gapRetryMs(entry.gapTries));
        due.push(entry);
        if (entry.gapTries === 3) this.#remark(entry);
      }
      if (next === null || entry.gapDueAt < next) next = entry.gapDueAt;
    }
    this.#dueFrom = next;
    return due;
  }

  #remark(entry: T): void {
    this.#parts.remark('warn', 'fills are missing that the venue counts', {
      childID: entry.childID,
      cumQty: formatDecimal(addQty(entry.baseline, entry.filled)),
      venueCumQty: formatDecimal(entry.venueCumQty),
    });
  }

  /** What is missing is due when it would be asked for again. */
  auditLater(entry: T, now: EpochNs): void {
    this.audit(entry, now, gapRetryMs(entry.gapTries));
  }

  /**
   * What is missing is due after `graceMs`. With a baseline on trust any difference is looked into, without one
   * only what is missing. An end is said when nothing is missing or what is missing is due: the answer to an order
   * that trades at once is ahead of its trades, and its end alone made the desk ask for every such order.
   */
  audit(entry: T, now: EpochNs, graceMs: number): void {
    const known = addQty(entry.baseline, entry.filled);
    const whole = entry.baseline === 0n ? known >= entry.venueCumQty : known === entry.venueCumQty;
    if (whole) {
      entry.gapDueAt = null;
      entry.gapTries = 0;
      this.#gaps.delete(entry.childID);
      return this.#parts.sayEnd(entry);
    }
    this.#gaps.set(entry.childID, entry);
    const dueAt = later(now, graceMs);
    if (entry.gapDueAt === null || (entry.gapTries === 0 && dueAt < entry.gapDueAt)) {
      entry.gapDueAt = dueAt;
      if (this.#dueFrom === null || dueAt < this.#dueFrom) this.#dueFrom = dueAt;
    }
  }
}

function gapRetryMs(tries: number): number {
  return Math.min(GAP_RETRY_MOST_MS, 1_000 * 2 ** Math.min(tries, 5));
}

function later(at: EpochNs, ms: number): EpochNs {
  return epochNs(at + BigInt(ms) * 1_000_000n);
}
