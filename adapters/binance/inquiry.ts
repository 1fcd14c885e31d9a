// How Binance is asked about our orders, and how its answers are read. What follows from them is decided
// in `adapters/connection/inquiry.ts`, for all venues alike.

import { type Child, type ChildLedger, Inquiry, type OrderView } from '../connection/index.ts';
import type { InFlight, Lines, Query, Questions, Turn, Verdict } from '../connection/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import { type AbsenceRound, type Question, questionOf, startRound, takePage } from './absence.ts';
import type { BinanceOrdersConfig } from './config.ts';
import type { OrderAbout, Purpose, QueryAbout, TradesPage } from './requests.ts';
import {
  type Params,
  type Reply,
  cancelIDOf,
  orderIDParam,
  readOrders,
  readTrades,
} from './wire.ts';

export interface InquiryParts {
  readonly config: BinanceOrdersConfig;
  readonly turn: Turn;
  readonly ledger: ChildLedger;
  readonly lines: Lines;
  readonly questions: Questions<QueryAbout>;
  cancelUnknown(order: OrderView): void;
}

/** Trades on one page: the venue's maximum. */
const TRADES_PAGE = 1_000;

/** Asks Binance, by symbol and by page. */
export class BinanceInquiry {
  readonly #parts: InquiryParts;
  readonly inquiry: Inquiry<TradesPage, AbsenceRound>;

  constructor(parts: InquiryParts) {
    const { config, turn, ledger, lines, questions } = parts;
    this.#parts = parts;
    this.inquiry = new Inquiry({
      amends: null,
      turn,
      ledger,
      lines,
      questions,
      orderDeadlineMs: config.recvWindowMs,
      queryLagMs: config.queryLagMs,
      openScopes: config.symbols.map(({ venueSymbol }) => venueSymbol),
      namesOfOrder: 2, // By its own id, and by the id that a cancel gives: both must be unknown.
      asksEarly: true,
      startRound: (child) => startRound(child, turn.atVenue(child.since)),
      cancelUnknown: (order) => parts.cancelUnknown(order),
      askForTrades: (children) => this.#askForTrades(children),
    });
  }

  #askForTrades(children: readonly Child[]): void {
    for (const { childID, venueOrderID } of children) {
      if (venueOrderID === null) continue;
      const trades = { childID, fromID: null };
      this.#parts.questions.put(`trades ${childID}`, { type: 'Trades', trades });
    }
  }

  /** Null where the question has become pointless. */
  form(about: OrderAbout): Question | null {
    switch (about.type) {
      case 'OpenOrders': {
        const params = about.venueSymbol === null ? {} : { symbol: about.venueSymbol };
        return { method: 'openOrders.status', params, weight: about.venueSymbol === null ? 80 : 6 };
      }
      case 'OrderStatus': {
        const child = this.#parts.ledger.child(about.childID);
        if (child === null) return null;
        const byCancelID = this.inquiry.askedInVain(about.childID) % 2 === 1;
        return { method: 'order.status', params: nameParams(child, byCancelID), weight: 4 };
      }
      case 'Trades':
        return this.#tradesOf(about.trades);
      case 'Absence':
        return questionOf(about.round);
      default:
        return unreachable(about);
    }
  }

  #tradesOf({ childID, fromID }: TradesPage): Question | null {
    const child = this.#parts.ledger.child(childID);
    if (child === null || child.venueOrderID === null) return null;
    const orderId = orderIDParam(child.venueOrderID);
    if (orderId === null) return null;
    const from: Params = fromID === null ? {} : { fromId: fromID };
    const params = { symbol: child.venueSymbol, orderId, ...from, limit: TRADES_PAGE };
    return { method: 'myTrades', params, weight: 5 };
  }

  answered(
    about: OrderAbout,
    asking: { readonly query: Query<QueryAbout>; readonly request: InFlight<Purpose> },
    reply: Reply,
    verdict: Verdict,
  ): void {
    const { query, request } = asking;
    const askedAt = request.sentAt;
    switch (about.type) {
      case 'OpenOrders': {
        const { venueSymbol } = about;
        return this.inquiry.openOrders({ query, venueSymbol, askedAt }, listOf(reply, verdict));
      }
      case 'OrderStatus':
        return this.#status({ query, childID: about.childID, askedAt }, reply, verdict);
      case 'Trades':
        return this.#trades(query, about.trades, reply, verdict);
      case 'Absence':
        return this.#page(query, about.round, reply, verdict);
      default:
        return unreachable(about);
    }
  }

  #status(
    asked: Parameters<Inquiry<TradesPage, AbsenceRound>['status']>[0],
    reply: Reply,
    verdict: Verdict,
  ): void {
    const order = verdict.type === 'Done' ? reply.order : null;
    if (order !== null) return this.inquiry.status(asked, { type: 'Found', order });
    if (verdict.type === 'NoSuchOrder') return this.inquiry.status(asked, { type: 'NotFound' });
    if (verdict.type !== 'Archived') return this.inquiry.status(asked, { type: 'Failed' });
    return this.inquiry.status(asked, { type: 'Archived', text: verdict.text });
  }

  #page(query: Query<QueryAbout>, round: AbsenceRound, reply: Reply, verdict: Verdict): void {
    const { turn, ledger, questions } = this.#parts;
    if (verdict.type !== 'Done') return questions.againLater(query);
    const page = { result: reply.result, venueNow: turn.venueNow };
    const outcome = takePage(round, page, (id) => ledger.knows(round.child.venueSymbol, id));
    return this.inquiry.page(query, round, outcome);
  }

  #trades(query: Query<QueryAbout>, about: TradesPage, reply: Reply, verdict: Verdict): void {
    const { turn, ledger, questions } = this.#parts;
    const trades = verdict.type === 'Done' ? readTrades(reply.result) : null;
    if (trades === null) return questions.againLater(query);
    for (const trade of trades) ledger.traded(trade);
    const last = trades.at(-1);
    if (trades.length >= TRADES_PAGE && last !== undefined) {
      about.fromID = BigInt(last.fill.venueExecID) + 1n;
      return questions.more(query);
    }
    questions.done(query);
    ledger.tradesComplete(about.childID, turn.now);
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
