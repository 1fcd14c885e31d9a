// What became of our orders: asked of the venue until there is evidence, never concluded from silence.
// How a venue is asked, and how its answers are read, is the venue's own part.

import type { EpochNs } from '../../spec/ports/index.ts';
import { type ChildID, intentOfChildID } from '../../spec/terms/index.ts';
import { epochNs } from '../../spec/units/index.ts';
import type { UnknownOrder } from '../../spec/venues/index.ts';
import type { Amends } from './amends.ts';
import type { Child } from './child.ts';
import type { ChildLedger } from './ledger.ts';
import type { Lines } from './lines.ts';
import type { ListingsQuestion } from './listings-watch.ts';
import { type Query, type Questions, retryMs } from './questions.ts';
import type { Turn } from './turn.ts';
import type { OrderView } from './views.ts';

/** Questions about orders, as opposed to those about the venue. */
export type OrderQuestion<Trades, Round> =
  /** Null: all of the account's, where a venue does not ask symbol by symbol. */
  | { readonly type: 'OpenOrders'; readonly venueSymbol: string | null }
  | { readonly type: 'OrderStatus'; readonly childID: ChildID }
  | { readonly type: 'Trades'; readonly trades: Trades }
  | { readonly type: 'Absence'; readonly round: Round };

/** All that an order machine asks again and again until it is answered. */
export type VenueQuestion<Trades, Round> =
  | OrderQuestion<Trades, Round>
  | { readonly type: 'Clock' }
  /** Of the account. */
  | { readonly type: 'Balances' }
  | ListingsQuestion;

/** What a status question was answered. `Failed`: nothing that helps; it is asked again. */
export type StatusAnswer =
  | { readonly type: 'Found'; readonly order: OrderView }
  | { readonly type: 'NotFound' }
  | { readonly type: 'Archived'; readonly text: string }
  | { readonly type: 'Failed' };

/** What came of one page of the history that is to prove an absence. */
export type RoundOutcome =
  | { readonly type: 'More' }
  | { readonly type: 'Found'; readonly order: OrderView }
  | { readonly type: 'Complete'; readonly evidence: string }
  /** Something in the history may be it: nothing is proven. */
  | { readonly type: 'Unproven'; readonly reason: string };

export interface InquiryParts<Trades, Round> {
  readonly turn: Turn;
  readonly ledger: ChildLedger;
  readonly lines: Lines;
  readonly questions: Questions<VenueQuestion<Trades, Round>>;
  /** Null: at this venue an order keeps its terms. */
  readonly amends: Amends | null;
  /** How long the venue may still take an order that was sent. */
  readonly orderDeadlineMs: number;
  readonly queryLagMs: number;
  /** What the open orders are asked by: each symbol, or once for all (null). */
  readonly openScopes: readonly (string | null)[];
  /** "Not found" counts after so many, where an order may have several names. */
  readonly namesOfOrder: number;
  /**
   * Whether it is asked again before that counts: an order may be found sooner than the user stream tells of it.
   * Otherwise the proof, which reads all, is the next question.
   */
  readonly asksEarly: boolean;
  startRound(child: Child): Round;
  /** Sends a cancel for an open order that no child is, where the venue's budget has room for it. */
  cancelUnknown(order: OrderView): void;
  /** The fills of these are missing: asks for them. */
  askForTrades(children: readonly Child[]): void;
}

/** An answer may overtake the events that belong to it: so long is what they miss not asked for. */
const ANSWER_GRACE_MS = 1_000;
/** After a proof that failed, the next one begins so much later. */
const PROOF_RETRY_MS = 10_000;
/** An order that was acknowledged and is not found so often: a person is told. */
const REMARK_TRIES = 3;

/** `left`: keys of the questions that are not answered yet. */
interface Search {
  readonly desk: number;
  readonly left: Set<string>;
  readonly found: UnknownOrder[];
}

/** Mutable: how often each child in doubt was asked about in vain. */
export class Inquiry<Trades, Round extends { readonly child: Child }> {
  readonly #parts: InquiryParts<Trades, Round>;
  readonly #turn: Turn;
  readonly #ledger: ChildLedger;
  readonly #questions: Questions<VenueQuestion<Trades, Round>>;
  readonly #inVain = new Map<ChildID, number>();
  /** The search for open orders that no child is, while it goes on. */
  #search: Search | null = null;

  constructor(parts: InquiryParts<Trades, Round>) {
    this.#parts = parts;
    this.#turn = parts.turn;
    this.#ledger = parts.ledger;
    this.#questions = parts.questions;
  }

  /** Asks what became of `childID`. */
  ask(childID: ChildID): void {
    this.#questions.put(`status ${childID}`, { type: 'OrderStatus', childID });
  }

  #askOpen(venueSymbol: string | null, waitMs = 0): void {
    const about = { type: 'OpenOrders', venueSymbol } as const;
    this.#questions.put(`open ${venueSymbol ?? 'all'}`, about, waitMs);
  }

  /**
   * The user stream began with all that is open: neither that is asked for, nor each of those. One in doubt that is not
   * among them has been asked about by the first of its names.
   */
  openAtStart(orders: readonly OrderView[], askedAt: EpochNs): void {
    const asked = { venueSymbol: null, askedAt, termsAsOf: null };
    const open = this.#takeOpen(asked, orders);
    for (const childID of open) this.#questions.drop(`status ${childID}`);
    for (const { childID, standing } of this.#ledger.unsettled()) {
      if (standing !== 'InDoubt' || this.askedInVain(childID) % 2 === 1) continue;
      this.#inVain.set(childID, this.askedInVain(childID) + 1);
    }
    this.#questions.drop('open all');
  }

  /** Asks for all that is open; one search at a time: what is asked for again meanwhile has the same answer. */
  findUnknown(desk: number): void {
    if (this.#search !== null) return;
    const keys = this.#parts.openScopes.map((scope) => `unknown ${scope ?? 'all'}`);
    this.#search = { desk, left: new Set(keys), found: [] };
    for (const [place, venueSymbol] of this.#parts.openScopes.entries()) {
      this.#questions.put(keys[place] ?? '', { type: 'OpenOrders', venueSymbol });
    }
  }

  /** One of the search's answers; with the last of them it is told. */
  #searched(key: string, orders: readonly OrderView[]): void {
    const search = this.#search;
    if (search === null || !search.left.delete(key)) return;
    for (const order of orders) {
      const childID = this.#ledger.childIDOf(order.clientOrderID);
      if (this.#ledger.knows(order.venueSymbol, order.venueOrderID)) continue;
      if (childID !== null && this.#ledger.child(childID) !== null) continue;
      const isOurs = childID !== null && intentOfChildID(childID)?.desk === search.desk;
      if (isOurs) this.#parts.cancelUnknown(order);
      const { venueSymbol, venueOrderID, clientOrderID } = order;
      search.found.push({ venueSymbol, venueOrderID, clientOrderID, isOurs });
    }
    if (search.left.size > 0) return;
    this.#search = null;
    const { venueID } = this.#turn;
    this.#turn.notice({ type: 'UnknownFound', venueID, orders: search.found });
  }

  /** Asks for the fills that the venue counts and the ledger lacks. */
  askForGaps(): void {
    const due = this.#ledger.dueGaps(this.#turn.now);
    if (due.length > 0) this.#parts.askForTrades(due);
  }

  /**
   * After a line was lost, a fill may be missing anywhere: what is open, then each child in doubt. `openWaitMs`: how
   * long the user stream has to say by itself what is open. A proof that waits begins anew: its time counts from the line.
   */
  askAll(openWaitMs = 0): void {
    for (const scope of this.#parts.openScopes) this.#askOpen(scope, openWaitMs);
    for (const child of this.#ledger.unsettled()) {
      if (child.standing !== 'InDoubt') continue;
      this.#questions.drop(`absence ${child.childID}`);
      this.ask(child.childID);
    }
    for (const { key, about } of this.#questions.all()) {
      if (about.type === 'OrderStatus' || about.type === 'Trades') this.#parts.lines.await(key);
    }
  }

  /** The periodic audit of what works. */
  audit(): void {
    const working = new Set<string>();
    for (const child of this.#ledger.unsettled()) {
      if (child.standing === 'Working') working.add(child.venueSymbol);
    }
    for (const scope of this.#parts.openScopes) {
      if (scope === null ? working.size > 0 : working.has(scope)) this.#askOpen(scope);
    }
  }

  /** Nobody needs to know any more. */
  drop(childID: ChildID): void {
    this.#inVain.delete(childID);
    this.#questions.drop(`status ${childID}`);
    this.#questions.drop(`absence ${childID}`);
  }

  /** How often it was asked about in vain: where an order has several names, each has its turn. */
  askedInVain(childID: ChildID): number {
    return this.#inVain.get(childID) ?? 0;
  }

  /** An order as an answer shows it, its terms as of then; null where it is no child's. */
  shown(order: OrderView, termsAsOf: EpochNs | null): Child | null {
    // While reconciling, events are held back: what an answer shows to be missing, is missing.
    const graceMs = this.#parts.lines.isReconciling() ? 0 : ANSWER_GRACE_MS;
    const child = this.#ledger.shown(order, this.#turn.now, graceMs);
    if (child !== null) this.#parts.amends?.shown(child, order, termsAsOf);
    return child;
  }

  /** What is known now need not be asked; what is missing is asked for. */
  followUp(child: Child): void {
    if (child.standing === 'Working' || child.standing === 'Ended') {
      this.#inVain.delete(child.childID);
      this.#questions.drop(`absence ${child.childID}`);
      if (child.end !== null) this.#questions.drop(`status ${child.childID}`);
    }
    this.askForGaps();
  }

  /** `orders`: what is open in `venueSymbol` (null: anywhere); null: the answer was none. */
  openOrders(
    asked: {
      readonly query: Query<VenueQuestion<Trades, Round>>;
      readonly venueSymbol: string | null;
      readonly askedAt: EpochNs;
    },
    orders: readonly OrderView[] | null,
  ): void {
    if (orders === null) return this.#questions.againLater(asked.query);
    this.#takeOpen({ ...asked, termsAsOf: asked.askedAt }, orders);
    this.#questions.done(asked.query);
    this.#searched(asked.query.key, orders);
  }

  /** Those of ours that are open; whatever else should be is asked for. */
  #takeOpen(
    asked: {
      readonly venueSymbol: string | null;
      readonly askedAt: EpochNs;
      /** Null: how old they are is not known. */
      readonly termsAsOf: EpochNs | null;
    },
    orders: readonly OrderView[],
  ): ReadonlySet<ChildID> {
    const open = new Set<ChildID>();
    for (const order of orders) {
      const child = this.shown(order, asked.termsAsOf);
      if (child === null) this.#remarkStranger(order);
      else open.add(child.childID);
      if (child !== null) this.followUp(child);
    }
    for (const child of this.#ledger.unsettled()) {
      const isAsked = asked.venueSymbol === null || child.venueSymbol === asked.venueSymbol;
      if (!isAsked || open.has(child.childID)) continue;
      if (child.standing === 'Working' && child.sentAt < asked.askedAt) this.ask(child.childID);
    }
    return open;
  }

  #remarkStranger(order: OrderView): void {
    if (this.#ledger.childIDOf(order.clientOrderID) === null) return;
    this.#turn.remark('error', 'an open order carries an id of our form, but is not known here', {
      venueSymbol: order.venueSymbol,
      venueOrderID: order.venueOrderID,
      clientOrderID: order.clientOrderID,
    });
  }

  status(
    asked: {
      readonly query: Query<VenueQuestion<Trades, Round>>;
      readonly childID: ChildID;
      readonly askedAt: EpochNs;
    },
    answer: StatusAnswer,
  ): void {
    const { query, childID } = asked;
    const before = this.#ledger.child(childID);
    if (before === null) return this.#questions.done(query);
    if (answer.type === 'Found') {
      const child = this.shown(answer.order, asked.askedAt);
      if (child?.childID !== childID) return this.#questions.againLater(query);
      this.followUp(child);
      return this.#questions.done(query);
    }
    if (
      before.standing !== 'Sent' &&
      before.standing !== 'InDoubt' &&
      before.standing !== 'Working'
    ) {
      return this.#questions.done(query);
    }
    if (answer.type === 'Archived' && query.attempt === 0) {
      const fields = { childID, text: answer.text };
      this.#turn.remark('error', "an order of ours is in the venue's archive", fields);
    }
    if (answer.type !== 'NotFound') return this.#questions.againLater(query);
    if (before.standing === 'InDoubt') return this.#notFound(query, before, asked.askedAt);
    if (query.attempt === REMARK_TRIES) {
      const sentence = 'the venue does not find an order that it had acknowledged';
      this.#turn.remark('error', sentence, { childID });
    }
    this.#questions.againLater(query);
  }

  /** Not found *yet*, unless it was asked after the order's own deadline: then history is read whole. */
  #notFound(query: Query<VenueQuestion<Trades, Round>>, child: Child, askedAt: EpochNs): void {
    this.#parts.lines.settled(query.key); // Reconciliation has its answer; the proof takes its time.
    const tries = this.askedInVain(child.childID) + 1;
    this.#inVain.set(child.childID, tries);
    const countsFrom = this.countsFrom(child.sentAt);
    const untilMs = Math.max(0, Number((countsFrom - this.#turn.now) / 1_000_000n) + 1);
    const { namesOfOrder, asksEarly } = this.#parts;
    if (tries < namesOfOrder || (asksEarly && askedAt < countsFrom)) {
      return this.#questions.again(query, Math.min(retryMs(query), untilMs));
    }
    this.#questions.done(query);
    const round = this.#parts.startRound(child);
    const waitMs = askedAt < countsFrom ? untilMs : 0;
    this.#questions.put(`absence ${child.childID}`, { type: 'Absence', round }, waitMs);
  }

  /**
   * From when on "not found" counts, or "still as it was": the deadline of what was sent then, and the line's, have
   * passed, and the lag twice.
   */
  countsFrom(sentAt: EpochNs): EpochNs {
    const { lines, orderDeadlineMs, queryLagMs } = this.#parts;
    const lineUpAt = lines.forQuestions()?.upAt ?? this.#turn.now;
    const from = sentAt > lineUpAt ? sentAt : lineUpAt;
    const waitMs = orderDeadlineMs + 2 * queryLagMs + 1; // Timestamps are cut to milliseconds.
    return epochNs(from + BigInt(waitMs) * 1_000_000n + 2n * this.#turn.skewErrorNs);
  }

  /** One page of the history was read. */
  page(query: Query<VenueQuestion<Trades, Round>>, round: Round, outcome: RoundOutcome): void {
    if (outcome.type === 'More') return this.#questions.more(query);
    this.#questions.done(query);
    const { childID } = round.child;
    if (outcome.type === 'Found') {
      const child = this.shown(outcome.order, null);
      return child === null ? this.ask(childID) : this.followUp(child);
    }
    if (outcome.type === 'Complete') {
      this.#inVain.delete(childID);
      return this.#ledger.absent(childID, outcome.evidence);
    }
    this.#turn.remark('error', 'a child stays in doubt: its absence cannot be proven', {
      childID,
      reason: outcome.reason,
    });
    const about = { type: 'OrderStatus', childID } as const;
    return this.#questions.put(`status ${childID}`, about, PROOF_RETRY_MS);
  }
}
