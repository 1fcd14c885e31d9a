// The children that a ledger remembers: those of which something may still be said, and those that are settled. Whoever
// asks for one does not see which it is.

import { PassingMap } from '../../spec/passing/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import type { ChildID, VenueOrderID } from '../../spec/terms/index.ts';
import { type Price, type Qty, ZERO_QTY, epochNs } from '../../spec/units/index.ts';
import type { FillKnown } from '../../spec/venues/index.ts';
import type { Child, ChildEnd, Standing } from './child.ts';
import type { FillCount } from './fill-gaps.ts';
import { Forgotten } from './forgotten.ts';
import { type Settled, type SettledChild, SettledChildren } from './settled.ts';

/** Written by the ledger alone; `standing` and `venueOrderID` through `Children`. */
export interface Entry extends Child, FillCount {
  price: Price;
  orderQty: Qty;
  venueOrderID: VenueOrderID | null;
  standing: Standing;
  text: string;
  end: ChildEnd | null;
  /** Its end is known and not said: fills are on their way, and the end alone would be asked about. */
  endHeld: boolean;
  acknowledged: boolean;
  /** The desk asked: what is found is said again. */
  answerWanted: boolean;
  /** Of one id there may be several with other contents. No map: it was 0.5 of 1.3 KB that are kept of a child. */
  fills: readonly FillKnown[];
}

/** Forgotten children that late fills still find; a later one's fill names its child itself. */
const REMEMBERED_MOST = 100_000;
/** Mutable. */
export class Children {
  readonly #open = new PassingMap<ChildID, Entry>();
  readonly #byVenueOrderID = new PassingMap<string, Entry>();
  /** Those that may still be filled or are in doubt. */
  readonly #unsettled = new PassingMap<ChildID, Entry>();
  readonly #settled: SettledChildren;
  /** Settled ones of which the venue, or the desk, spoke again since they were last swept. */
  #reopened: { readonly entry: Entry; readonly until: EpochNs }[] = [];
  readonly #forgotten: Forgotten;
  readonly #keepNs: bigint;
  readonly #dropped: (entry: Entry) => void;

  /** `keepMs`: how long a forgotten child is found. `dropped`: an entry is no child's any more. */
  constructor(
    keepMs: number,
    dropped: (entry: Entry) => void,
    rememberedMost: number = REMEMBERED_MOST,
  ) {
    this.#keepNs = BigInt(keepMs) * 1_000_000n;
    this.#dropped = dropped;
    this.#settled = new SettledChildren(rememberedMost);
    this.#forgotten = new Forgotten(rememberedMost);
  }

  /** As it is now, to be looked at. */
  seen(childID: ChildID): Readonly<SettledChild> | null {
    return this.#open.get(childID) ?? this.#settled.get(childID);
  }

  get(childID: ChildID): Entry | undefined {
    return this.#open.get(childID) ?? this.#reopen(this.#settled.take(childID));
  }

  ofOrder(venueSymbol: string, venueOrderID: VenueOrderID): Entry | undefined {
    const entry = this.#byVenueOrderID.get(orderKey(venueSymbol, venueOrderID));
    return entry ?? this.#reopen(this.#settled.takeOrder(venueSymbol, venueOrderID));
  }

  /** Whether that order is one's. */
  knows(venueSymbol: string, venueOrderID: VenueOrderID): boolean {
    return (
      this.#byVenueOrderID.has(orderKey(venueSymbol, venueOrderID)) ||
      this.#settled.knows(venueSymbol, venueOrderID)
    );
  }

  /** Those of which something may still be said. */
  open(): IterableIterator<Entry> {
    return this.#open.values();
  }

  unsettled(): IterableIterator<Entry> {
    return this.#unsettled.values();
  }

  add(entry: Entry): void {
    this.#open.set(entry.childID, entry);
    this.stand(entry, entry.standing);
    if (entry.venueOrderID !== null) this.name(entry, entry.venueOrderID);
  }

  stand(entry: Entry, standing: Standing): void {
    entry.standing = standing;
    if (isUnsettled(standing)) this.#unsettled.set(entry.childID, entry);
    else this.#unsettled.delete(entry.childID);
  }

  name(entry: Entry, venueOrderID: VenueOrderID): void {
    entry.venueOrderID = venueOrderID;
    this.#byVenueOrderID.set(orderKey(entry.venueSymbol, venueOrderID), entry);
  }

  /** It is to be found for a while yet. */
  forget(childID: ChildID, now: EpochNs): void {
    const entry = this.#open.get(childID);
    if (entry !== undefined) this.#remember(entry, epochNs(now + this.#keepNs));
  }

  /** Lets go of what was to be forgotten by now, and of the oldest where too many are remembered. */
  sweep(now: EpochNs): void {
    if (this.#reopened.length > 0) {
      const reopened = this.#reopened;
      this.#reopened = [];
      for (const { entry, until } of reopened) {
        if (this.#open.get(entry.childID) === entry) this.#remember(entry, until);
      }
    }
    this.#settled.expire(now);
    for (let next = this.#forgotten.next(now); next !== null; next = this.#forgotten.next(now)) {
      const entry = this.#open.get(next);
      if (entry !== undefined) this.#drop(entry);
    }
  }

  #remember(entry: Entry, until: EpochNs): void {
    if (isSettled(entry) && this.#settled.add(entry, until)) this.#drop(entry);
    else this.#forgotten.add(entry.childID, until);
  }

  #reopen(settled: Settled | null): Entry | undefined {
    if (settled === null) return undefined;
    const { child, until } = settled;
    const entry: Entry = { ...child, ...NOTHING_DUE };
    this.add(entry);
    this.#reopened.push({ entry, until });
    return entry;
  }

  #drop(entry: Entry): void {
    this.#open.delete(entry.childID);
    this.#unsettled.delete(entry.childID);
    if (entry.venueOrderID !== null) {
      this.#byVenueOrderID.delete(orderKey(entry.venueSymbol, entry.venueOrderID));
    }
    this.#dropped(entry);
  }
}

/** What every settled child has in common. */
const NOTHING_DUE = {
  endHeld: false,
  answerWanted: false,
  baseline: ZERO_QTY,
  gapDueAt: null,
  gapTries: 0,
} as const satisfies Omit<Entry, keyof SettledChild>;

/** All was said of it, and nothing of it is waited for. */
function isSettled(entry: Entry): boolean {
  return (
    !isUnsettled(entry.standing) &&
    !entry.endHeld &&
    !entry.answerWanted &&
    entry.baseline === 0n &&
    entry.gapDueAt === null
  );
}

function isUnsettled(standing: Standing): boolean {
  return standing === 'Sent' || standing === 'InDoubt' || standing === 'Working';
}

function orderKey(venueSymbol: string, venueOrderID: VenueOrderID): string {
  return `${venueSymbol}|${venueOrderID}`;
}
