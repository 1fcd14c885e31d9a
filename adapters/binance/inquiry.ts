// What became of our orders: asked of the venue until there is evidence, never concluded from silence.

import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import type { ChildID } from '../../spec/terms/index.ts';
import {
  type AbsenceRound,
  type Question,
  absenceFrom,
  questionOf,
  startRound,
  takePage,
} from './absence.ts';
import type { BinanceOrdersConfig } from './config.ts';
import type { Verdict } from './errors.ts';
import type { Child, ChildLedger } from './ledger.ts';
import type { Lines } from './lines.ts';
import { type Questions, retryMs } from './questions.ts';
import type { InFlight, Query, QueryAbout } from './requests.ts';
import type { Turn } from './turn.ts';
import {
  type OrderView,
  type Params,
  type Reply,
  cancelIDOf,
  childIDOfClientOrderID,
  orderIDParam,
  readOrder,
  readOrders,
  readTrades,
} from './wire.ts';

export interface InquiryParts {
  readonly config: BinanceOrdersConfig;
  readonly turn: Turn;
  readonly ledger: ChildLedger;
  readonly lines: Lines;
  readonly questions: Questions;
}

/** Questions about orders, as opposed to those about the venue. */
export type OrderQuestion = Extract<
  QueryAbout,
  { type: 'OpenOrders' | 'OrderStatus' | 'Trades' | 'Absence' }
>;

/** An answer may overtake the events that belong to it: so long is what they miss not asked for. */
const ANSWER_GRACE_MS = 1_000;
/** After a proof that failed, the next one begins so much later. */
const PROOF_RETRY_MS = 10_000;
/** Trades on one page: the venue's maximum. */
const TRADES_PAGE = 1_000;
/** An order that was acknowledged and is not found so often: a person is told. */
const REMARK_TRIES = 3;

/** Mutable: how often each child in doubt was asked about in vain. */
export class Inquiry {
  readonly #parts: InquiryParts;
  readonly #turn: Turn;
  readonly #ledger: ChildLedger;
  readonly #questions: Questions;
  readonly #inVain = new Map<ChildID, number>();

  constructor(parts: InquiryParts) {
    this.#parts = parts;
    this.#turn = parts.turn;
    this.#ledger = parts.ledger;
    this.#questions = parts.questions;
  }

  /** Asks what became of `childID`. */
  ask(childID: ChildID): void {
    this.#questions.put(`status ${childID}`, { type: 'OrderStatus', childID });
  }

  /** Asks for all open orders of a symbol. */
  askOpen(venueSymbol: string): void {
    this.#questions.put(`open ${venueSymbol}`, { type: 'OpenOrders', venueSymbol });
  }

  /** Asks for the fills that the venue counts and the ledger lacks. */
  askForGaps(): void {
    for (const { childID, venueOrderID } of this.#ledger.dueGaps(this.#turn.now)) {
      if (venueOrderID === null) continue;
      this.#questions.put(`trades ${childID}`, { type: 'Trades', childID, fromID: null });
    }
  }

  /** After a line was lost, a fill may be missing anywhere: each symbol, then each child in doubt. */
  askAll(): void {
    for (const { venueSymbol } of this.#parts.config.symbols) this.askOpen(venueSymbol);
    for (const child of this.#ledger.unsettled()) {
      if (child.standing === 'InDoubt') this.ask(child.childID);
    }
    for (const { key, about } of this.#questions.all()) {
      if (about.type === 'OrderStatus' || about.type === 'Trades') this.#parts.lines.await(key);
    }
  }

  /** The periodic audit of what works, symbol by symbol. */
  audit(): void {
    const venueSymbols = new Set<string>();
    for (const child of this.#ledger.unsettled()) {
      if (child.standing === 'Working') venueSymbols.add(child.venueSymbol);
    }
    for (const venueSymbol of venueSymbols) this.askOpen(venueSymbol);
  }

  /** Nobody needs to know any more. */
  drop(childID: ChildID): void {
    this.#inVain.delete(childID);
    this.#questions.drop(`status ${childID}`);
    this.#questions.drop(`absence ${childID}`);
  }

  /** An order as an answer shows it; null where it is no child's. */
  shown(order: OrderView): Child | null {
    // While reconciling, events are held back: what an answer shows to be missing, is missing.
    const graceMs = this.#parts.lines.isReconciling() ? 0 : ANSWER_GRACE_MS;
    return this.#ledger.shown(order, this.#turn.now, graceMs);
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

  /** Null where the question has become pointless. */
  form(about: OrderQuestion): Question | null {
    switch (about.type) {
      case 'OpenOrders':
        return { method: 'openOrders.status', params: { symbol: about.venueSymbol }, weight: 6 };
      case 'OrderStatus': {
        const child = this.#ledger.child(about.childID);
        if (child === null) return null;
        const byCancelID = (this.#inVain.get(about.childID) ?? 0) % 2 === 1;
        return { method: 'order.status', params: nameParams(child, byCancelID), weight: 4 };
      }
      case 'Trades':
        return this.#tradesOf(about.childID, about.fromID);
      case 'Absence':
        return questionOf(about.round);
      default:
        return unreachable(about);
    }
  }

  #tradesOf(childID: ChildID, fromID: bigint | null): Question | null {
    const child = this.#ledger.child(childID);
    if (child === null || child.venueOrderID === null) return null;
    const orderId = orderIDParam(child.venueOrderID);
    if (orderId === null) return null;
    const from: Params = fromID === null ? {} : { fromId: fromID };
    const params = { symbol: child.venueSymbol, orderId, ...from, limit: TRADES_PAGE };
    return { method: 'myTrades', params, weight: 5 };
  }

  answered(
    about: OrderQuestion,
    asking: { readonly query: Query; readonly request: InFlight },
    reply: Reply,
    verdict: Verdict,
  ): void {
    const { query, request } = asking;
    switch (about.type) {
      case 'OpenOrders':
        return this.#openOrders(query, about.venueSymbol, request.sentAt, listOf(reply, verdict));
      case 'OrderStatus':
        return this.#status(query, about.childID, request.sentAt, { reply, verdict });
      case 'Trades':
        return this.#trades(query, about, reply, verdict);
      case 'Absence':
        return this.#page(query, about.round, reply, verdict);
      default:
        return unreachable(about);
    }
  }

  #openOrders(
    query: Query,
    venueSymbol: string,
    askedAt: EpochNs,
    orders: readonly OrderView[] | null,
  ): void {
    if (orders === null) return this.#questions.againLater(query);
    const open = new Set<ChildID>();
    for (const order of orders) {
      const child = this.shown(order);
      if (child === null) this.#remarkStranger(order);
      else open.add(child.childID);
      if (child !== null) this.followUp(child);
    }
    for (const child of this.#ledger.unsettled()) {
      if (child.venueSymbol !== venueSymbol || open.has(child.childID)) continue;
      if (child.standing === 'Working' && child.sentAt < askedAt) this.ask(child.childID);
    }
    this.#questions.done(query);
  }

  #remarkStranger(order: OrderView): void {
    if (childIDOfClientOrderID(order.clientOrderID) === null) return;
    this.#turn.remark('error', 'an open order carries an id of our form, but is not known here', {
      venueSymbol: order.venueSymbol,
      venueOrderID: order.venueOrderID,
      clientOrderID: order.clientOrderID,
    });
  }

  #status(
    query: Query,
    childID: ChildID,
    askedAt: EpochNs,
    { reply, verdict }: { readonly reply: Reply; readonly verdict: Verdict },
  ): void {
    const before = this.#ledger.child(childID);
    if (before === null) return this.#questions.done(query);
    if (verdict.type === 'Done') {
      const order = readOrder(reply.result);
      const child = order === null ? null : this.shown(order);
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
    if (verdict.type === 'Archived' && query.attempt === 0) {
      const fields = { childID, text: verdict.text };
      this.#turn.remark('error', "an order of ours is in the venue's archive", fields);
    }
    if (verdict.type !== 'NoSuchOrder') return this.#questions.againLater(query);
    if (before.standing === 'InDoubt') return this.#notFound(query, before, askedAt);
    if (query.attempt === REMARK_TRIES) {
      const sentence = 'the venue does not find an order that it had acknowledged';
      this.#turn.remark('error', sentence, { childID });
    }
    this.#questions.againLater(query);
  }

  /** Not found *yet*, unless it was asked after the order's own deadline: then history is read whole. */
  #notFound(query: Query, child: Child, askedAt: EpochNs): void {
    this.#parts.lines.settled(query.key); // Reconciliation has its answer; the proof takes its time.
    const tries = (this.#inVain.get(child.childID) ?? 0) + 1;
    this.#inVain.set(child.childID, tries);
    const countsFrom = absenceFrom(child, this.#lineUpAt(), {
      orderDeadlineMs: this.#parts.config.recvWindowMs,
      queryLagMs: this.#parts.config.queryLagMs,
      skewErrorNs: this.#turn.skewErrorNs,
    });
    // Asked once by its own id and once by the id that a cancel gives: both must be unknown.
    if (askedAt < countsFrom || tries < 2) {
      const untilMs = Number((countsFrom - this.#turn.now) / 1_000_000n) + 1;
      return this.#questions.again(query, untilMs > 0 ? Math.min(retryMs(query), untilMs) : 0);
    }
    this.#questions.done(query);
    const round = startRound(child, this.#turn.atVenue(child.since));
    this.#questions.put(`absence ${child.childID}`, { type: 'Absence', round });
  }

  /** Since when the user stream is heard without a break. */
  #lineUpAt(): EpochNs {
    return this.#parts.lines.forQuestions()?.upAt ?? this.#turn.now;
  }

  #page(query: Query, round: AbsenceRound, reply: Reply, verdict: Verdict): void {
    if (verdict.type !== 'Done') return this.#questions.againLater(query);
    const { childID, venueSymbol } = round.child;
    const page = { result: reply.result, venueNow: this.#turn.venueNow };
    const outcome = takePage(round, page, (id) => this.#ledger.knows(venueSymbol, id));
    if (outcome.type === 'More') return this.#questions.more(query);
    this.#questions.done(query);
    switch (outcome.type) {
      case 'Found': {
        const child = this.shown(outcome.order);
        return child === null ? this.ask(childID) : this.followUp(child);
      }
      case 'Complete':
        this.#inVain.delete(childID);
        return this.#ledger.absent(childID, outcome.evidence);
      case 'Unproven':
        this.#turn.remark('error', 'a child stays in doubt: its absence cannot be proven', {
          childID,
          reason: outcome.reason,
        });
        return this.#questions.put(
          `status ${childID}`,
          { type: 'OrderStatus', childID },
          PROOF_RETRY_MS,
        );
      default:
        return unreachable(outcome);
    }
  }

  #trades(
    query: Query,
    about: { readonly childID: ChildID; fromID: bigint | null },
    reply: Reply,
    verdict: Verdict,
  ): void {
    const trades = verdict.type === 'Done' ? readTrades(reply.result) : null;
    if (trades === null) return this.#questions.againLater(query);
    for (const trade of trades) this.#ledger.traded(trade);
    const last = trades.at(-1);
    if (trades.length >= TRADES_PAGE && last !== undefined) {
      about.fromID = BigInt(last.fill.venueExecID) + 1n;
      return this.#questions.more(query);
    }
    this.#questions.done(query);
    this.#ledger.tradesComplete(about.childID, this.#turn.now);
  }
}

function listOf(reply: Reply, verdict: Verdict): readonly OrderView[] | null {
  return verdict.type === 'Done' ? readOrders(reply.result) : null;
}

/** By the venue's own id where it is known, else by ours, or by the one that a cancel gives it. */
export function nameParams(child: Child, byCancelID: boolean): Params {
  const orderId = child.venueOrderID === null ? null : orderIDParam(child.venueOrderID);
  const symbol = child.venueSymbol;
  if (orderId !== null) return { symbol, orderId };
  return { symbol, origClientOrderId: byCancelID ? cancelIDOf(child.childID) : child.childID };
}
