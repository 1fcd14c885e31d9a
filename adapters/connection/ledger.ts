// Our children as this venue has shown them: what is acknowledged, filled and ended, each said once,
// in whatever order and however often the venue says it.

import type { EpochNs } from '../../spec/ports/index.ts';
import {
  type ChildID,
  type VenueExecID,
  type VenueOrderID,
  asChildID,
} from '../../spec/terms/index.ts';
import { type Qty, ZERO_QTY, addQty, subtractQty } from '../../spec/units/index.ts';
import type {
  AdoptedChild,
  ChildEndHow,
  ChildOrder,
  Fill,
  FillKnown,
  VenueReport,
} from '../../spec/venues/index.ts';
import type { Child, Standing } from './child.ts';
import { Children, type Entry } from './children.ts';
import { FillGaps } from './fill-gaps.ts';
import type { Turn } from './turn.ts';
import type { ExecutionView, OrderView, TradeView } from './views.ts';

export interface LedgerSinks {
  readonly report: (report: VenueReport) => void;
  readonly remark: Turn['remark'];
  /** An order that works although it was reported as never having worked: to be cancelled. */
  readonly sweep: (childID: ChildID) => void;
}

/** So long after an event that is behind what the venue has said, what is missing may still come. */
const EVENT_GRACE_MS = 1_000;
/** Fills and orders of strangers that are remembered, so that each is shown once. */
const STRANGERS_MOST = 10_000;

/** What is said goes into the present step's output. */
export function sinksOf(turn: Turn, sweep: LedgerSinks['sweep']): LedgerSinks {
  return {
    report: (report) => turn.report(report),
    remark: (level, sentence, fields) => turn.remark(level, sentence, fields),
    sweep,
  };
}

/** How a venue's words are read. */
export interface VenueWords {
  /** How an order in this state has ended; null while it lives, and for a state that is not known. */
  readonly endOf: (status: string) => ChildEndHow | null;
  /** The child that a client order id names, whatever a cancel has made of it; null for a stranger's. */
  readonly childIDOf: (clientOrderID: string) => ChildID | null;
}

export class ChildLedger {
  readonly #children: Children;
  readonly #gaps: FillGaps<Entry>;
  readonly #strangers = new Set<string>();
  readonly #words: VenueWords;
  readonly #sinks: LedgerSinks;

  /** `keepMs`: how long a forgotten child's late fills still find it. */
  constructor(words: VenueWords, sinks: LedgerSinks, keepMs: number, rememberedMost?: number) {
    this.#words = words;
    this.#sinks = sinks;
    this.#gaps = new FillGaps({
      remark: sinks.remark,
      sayEnd: (entry) => this.#sayEnd(entry),
    });
    this.#children = new Children(keepMs, (entry) => this.#gaps.drop(entry), rememberedMost);
  }

  /** The child that a client order id names; null for a stranger's. */
  childIDOf(clientOrderID: string): ChildID | null {
    return this.#words.childIDOf(clientOrderID);
  }

  child(childID: ChildID): Child | null {
    return this.#children.seen(childID);
  }

  /** Those of which something may still be said. */
  open(): IterableIterator<Child> {
    return this.#children.open();
  }

  /** Children that the venue may still fill or that are in doubt. */
  unsettled(): IterableIterator<Child> {
    return this.#children.unsettled();
  }

  /** Whether `venueOrderID` belongs to a child of ours. */
  knows(venueSymbol: string, venueOrderID: VenueOrderID): boolean {
    return this.#children.knows(venueSymbol, venueOrderID);
  }

  submit(child: ChildOrder, now: EpochNs): void {
    this.#add(child, now, now, 'Sent');
  }

  adopt(adopted: AdoptedChild, now: EpochNs): void {
    if (this.#children.seen(adopted.child.childID) !== null) return;
    const standing = adopted.venueOrderID === null ? 'InDoubt' : 'Working';
    const entry = this.#add(adopted.child, adopted.decidedAt, now, standing);
    for (const fill of adopted.fills) keep(entry, fill);
    entry.baseline = rest(adopted.cumQty, entry.filled);
    entry.venueCumQty = adopted.cumQty;
    entry.acknowledged = adopted.venueOrderID !== null && !adopted.inDoubt;
    if (adopted.venueOrderID !== null) this.#children.name(entry, adopted.venueOrderID);
  }

  #add(child: ChildOrder, since: EpochNs, sentAt: EpochNs, standing: Standing): Entry {
    const entry: Entry = {
      childID: child.childID,
      venueSymbol: child.venueSymbol,
      side: child.side,
      price: child.price,
      orderQty: child.orderQty,
      since,
      sentAt,
      venueOrderID: null,
      standing,
      text: '',
      end: null,
      endHeld: false,
      acknowledged: false,
      answerWanted: false,
      baseline: ZERO_QTY,
      filled: ZERO_QTY,
      fills: [],
      venueCumQty: ZERO_QTY,
      gapDueAt: null,
      gapTries: 0,
    };
    this.#children.add(entry);
    return entry;
  }

  /** The venue refused it, or it was never sent. What has shown itself alive is not refused any more. */
  refuse(childID: ChildID, text: string): void {
    const entry = this.#children.get(childID);
    if (entry === undefined || (entry.standing !== 'Sent' && entry.standing !== 'InDoubt')) return;
    this.#children.stand(entry, 'Refused');
    entry.text = text;
    entry.answerWanted = false;
    this.#sinks.report({ type: 'Refused', childID, text });
  }

  /** Sent, outcome unknown. True: it is in doubt from now on. */
  doubt(childID: ChildID, cause: string): boolean {
    const entry = this.#children.get(childID);
    if (entry === undefined || entry.standing !== 'Sent') return false;
    this.#children.stand(entry, 'InDoubt');
    this.#sinks.report({ type: 'Unknown', childID, cause });
    return true;
  }

  /** The venue's word: it has these terms now. */
  amended(childID: ChildID, { price, orderQty }: Pick<Child, 'price' | 'orderQty'>): void {
    const entry = this.#children.get(childID);
    if (entry === undefined) return;
    entry.price = price;
    entry.orderQty = orderQty;
    this.#sinks.report({ type: 'Amended', childID, price, orderQty });
  }

  /** Proven: it never arrived. */
  absent(childID: ChildID, evidence: string): void {
    const entry = this.#children.get(childID);
    if (entry === undefined || entry.standing !== 'InDoubt') return;
    this.#children.stand(entry, 'Absent');
    entry.text = evidence;
    entry.answerWanted = false;
    this.#sinks.report({ type: 'Absent', childID, evidence });
  }

  /**
   * The desk asks what became of it. True: it is already known, and was said again; false: ask the venue.
   */
  answer(childID: ChildID): boolean {
    const entry = this.#children.get(childID);
    if (entry === undefined) return false;
    if (entry.standing === 'Refused') {
      this.#sinks.report({ type: 'Refused', childID, text: entry.text });
      return true;
    }
    if (entry.standing === 'Absent') {
      this.#sinks.report({ type: 'Absent', childID, evidence: entry.text });
      return true;
    }
    entry.answerWanted = true;
    if (entry.standing !== 'Ended' || entry.venueOrderID === null) return false;
    this.#sayAgain(entry, entry.venueOrderID);
    return true;
  }

  /** What is found next is said, even if it was said before; an end that was said stays said. */
  want(childID: ChildID): void {
    const entry = this.#children.get(childID);
    if (entry !== undefined && entry.end === null) entry.answerWanted = true;
  }

  /** An execution report of the user stream. */
  executed(execution: ExecutionView, now: EpochNs): Child | null {
    const { order, fill } = execution;
    const entry = this.#find(order);
    if (entry === null) {
      if (fill !== null) this.#strangersFill(order.venueSymbol, fill, order.clientOrderID);
      return null;
    }
    if (this.#words.endOf(order.status) === 'Rejected' && !entry.acknowledged) {
      this.refuse(entry.childID, execution.reason);
      return entry;
    }
    this.#acknowledge(entry, order.venueOrderID);
    if (fill !== null) this.#fill(entry, fill);
    this.#settle(entry, order, execution.reason);
    // An event of before the fills that an answer has told of (its NEW) does not say that they are lost: without
    // this, the history was asked for each order that traded at once.
    const known = addQty(entry.baseline, entry.filled);
    const isLost = entry.baseline !== 0n || order.executedQty > known;
    this.#gaps.audit(entry, now, isLost ? 0 : EVENT_GRACE_MS);
    return entry;
  }

  /** An order as an answer or a list shows it; what it shows to be missing is due after `graceMs`. */
  shown(order: OrderView, now: EpochNs, graceMs: number): Child | null {
    const entry = this.#find(order);
    if (entry === null) return null;
    if (this.#words.endOf(order.status) === 'Rejected' && !entry.acknowledged) {
      this.refuse(entry.childID, 'rejected');
      return entry;
    }
    const isAwaited = entry.answerWanted;
    this.#acknowledge(entry, order.venueOrderID);
    this.#settle(entry, order, '');
    if (isAwaited) this.#sayEnd(entry); // The desk has asked: it hears all that is known.
    this.#gaps.audit(entry, now, graceMs);
    return entry;
  }

  /** A trade as the account's history shows it. */
  traded(trade: TradeView): void {
    const entry = this.#children.ofOrder(trade.venueSymbol, trade.fill.venueOrderID);
    if (entry === undefined) this.#strangersFill(trade.venueSymbol, trade.fill, '');
    else this.#fill(entry, trade.fill);
  }

  /** Whether that trade of the child is known here. */
  knowsFill(childID: ChildID, venueExecID: VenueExecID): boolean {
    const fills = this.#children.seen(childID)?.fills ?? [];
    return fills.some((fill) => fill.venueExecID === venueExecID);
  }

  /** All trades of this order were just shown: from here on nothing is taken on trust. */
  tradesComplete(childID: ChildID, now: EpochNs): void {
    const entry = this.#children.get(childID);
    if (entry === undefined) return;
    entry.baseline = ZERO_QTY;
    this.#gaps.auditLater(entry, now);
  }

  /** Whether the venue still counts fills that are not known here; what has become whole is said. */
  isMissingFills(now: EpochNs): boolean {
    return this.#gaps.isMissing(now);
  }

  /** Children of which the venue counts more than is known here, whether or not it is time to ask. */
  missingFills(): readonly Child[] {
    return this.#gaps.all();
  }

  /** Children whose fills must be asked for now. Each is due again, later and later, until it is whole. */
  dueGaps(now: EpochNs): readonly Child[] {
    return this.#gaps.due(now);
  }

  /** The desk has booked everything; late fills find it for a while yet. */
  forget(childID: ChildID, now: EpochNs): void {
    this.#children.forget(childID, now);
  }

  /** Lets go of what was to be forgotten by now, and of the oldest where too many are remembered. */
  sweepForgotten(now: EpochNs): void {
    this.#children.sweep(now);
  }

  /** By the venue's order id, else by the client's. A second order under a child's id is not the child. */
  #find(order: OrderView): Entry | null {
    const known = this.#children.ofOrder(order.venueSymbol, order.venueOrderID);
    if (known !== undefined) return known;
    const entry = this.#named(order.clientOrderID);
    if (entry === undefined) return null;
    if (entry.venueSymbol === order.venueSymbol && entry.venueOrderID === null) return entry;
    this.#strange(`order|${order.venueSymbol}|${order.venueOrderID}`, () =>
      this.#sinks.remark('error', 'a second order at the venue carries the id of a child', {
        childID: entry.childID,
        venueSymbol: order.venueSymbol,
        venueOrderID: order.venueOrderID,
      }),
    );
    return null;
  }

  /** An id that is a child's as it stands needs no proof that it is of our form: that took 4 us an order. */
  #named(clientOrderID: string): Entry | undefined {
    const entry = this.#children.get(asChildID(clientOrderID));
    if (entry !== undefined) return entry;
    const childID = this.#words.childIDOf(clientOrderID);
    return childID === null ? undefined : this.#children.get(childID);
  }

  #acknowledge(entry: Entry, venueOrderID: VenueOrderID): void {
    if (entry.venueOrderID === null) this.#children.name(entry, venueOrderID);
    if (entry.standing === 'Refused' || entry.standing === 'Absent') {
      this.#sinks.remark('error', 'an order works that was reported as never having worked', {
        childID: entry.childID,
        venueOrderID,
        standing: entry.standing,
      });
      this.#sinks.sweep(entry.childID);
    }
    if (entry.standing !== 'Ended') this.#children.stand(entry, 'Working');
    if (entry.acknowledged && !entry.answerWanted) return;
    entry.acknowledged = true;
    if (entry.end === null) {
      entry.answerWanted = false;
      this.#sinks.report({ type: 'Acknowledged', childID: entry.childID, venueOrderID });
    } else {
      this.#sayAgain(entry, venueOrderID);
    }
  }

  #sayAgain(entry: Entry, venueOrderID: VenueOrderID): void {
    entry.answerWanted = false;
    this.#sinks.report({ type: 'Acknowledged', childID: entry.childID, venueOrderID });
    if (entry.end === null) return;
    entry.endHeld = false;
    this.#sinks.report({ type: 'Ended', childID: entry.childID, venueOrderID, ...entry.end });
  }

  /** Once by (symbol, order id, trade id); the same id with another content goes through once, too. */
  #fill(entry: Entry, fill: Fill): void {
    if (entry.fills.some((known) => isSame(known, fill))) return;
    keep(entry, fill);
    const { childID, venueSymbol } = entry;
    this.#sinks.report({ type: 'Filled', childID, venueSymbol, fill });
  }

  #strangersFill(venueSymbol: string, fill: Fill, clientOrderID: string): void {
    const key = `fill|${venueSymbol}|${fill.venueOrderID}|${fill.venueExecID}|${contentOf(fill)}`;
    this.#strange(key, () =>
      this.#sinks.report({
        type: 'Filled',
        childID: this.#words.childIDOf(clientOrderID),
        venueSymbol,
        fill,
      }),
    );
  }

  #strange(key: string, say: () => void): void {
    if (this.#strangers.has(key)) return;
    for (const oldest of this.#strangers) {
      if (this.#strangers.size < STRANGERS_MOST) break;
      this.#strangers.delete(oldest);
    }
    this.#strangers.add(key);
    say();
  }

  #settle(entry: Entry, order: OrderView, text: string): void {
    if (order.executedQty > entry.venueCumQty) entry.venueCumQty = order.executedQty;
    const how = this.#words.endOf(order.status);
    if (how === null || entry.end !== null) return;
    entry.end = { how, cumQty: order.executedQty, text };
    this.#children.stand(entry, 'Ended');
    entry.endHeld = true;
  }

  #sayEnd(entry: Entry): void {
    if (!entry.endHeld || entry.end === null || entry.venueOrderID === null) return;
    entry.endHeld = false;
    const { childID, venueOrderID, end } = entry;
    this.#sinks.report({ type: 'Ended', childID, venueOrderID, ...end });
  }
}

/** One id counts once in the sum, whatever else comes under it. */
function keep(entry: Entry, { venueExecID, lastQty, lastPx }: FillKnown): void {
  const isNew = !entry.fills.some((known) => known.venueExecID === venueExecID);
  // Pushed, or behind a spread, it would have room for 17: that was half of what is kept of a child that ended.
  entry.fills = entry.fills.concat({ venueExecID, lastQty, lastPx });
  if (isNew) entry.filled = addQty(entry.filled, lastQty);
}

function isSame(one: FillKnown, other: FillKnown): boolean {
  return (
    one.venueExecID === other.venueExecID &&
    one.lastQty === other.lastQty &&
    one.lastPx === other.lastPx
  );
}

function rest(whole: Qty, part: Qty): Qty {
  return whole > part ? subtractQty(whole, part) : ZERO_QTY;
}

function contentOf(fill: Fill): string {
  return `${fill.lastQty}@${fill.lastPx}`;
}
