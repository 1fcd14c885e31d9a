// How Kraken is asked about our orders, over REST, and how its answers are read. What follows from them is
// decided in `adapters/connection/inquiry.ts`, for all venues alike.

import {
  type Child,
  type ChildLedger,
  Inquiry,
  type Lines,
  type OrderQuestion,
  type OrderView,
  type Query,
  type Questions,
  type Turn,
} from '../connection/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import { epochMs } from '../../spec/units/index.ts';
import {
  type AbsenceRound,
  type Question,
  hasMore,
  questionOf,
  startRound,
  takePage,
  tradesQuestion,
} from './absence.ts';
import type { KrakenOrdersConfig } from './config.ts';
import type { QueryAbout, TradesPage } from './requests.ts';
import {
  type RestAnswer,
  readClosedOrders,
  readOpenOrders,
  readOrders,
  readTrades,
} from './rest.ts';

export interface InquiryParts {
  readonly config: KrakenOrdersConfig;
  readonly turn: Turn;
  readonly ledger: ChildLedger;
  readonly lines: Lines;
  readonly questions: Questions<QueryAbout>;
  /** Since when strangers' trades are news, on the venue's clock; null: the line was never whole. */
  watchedSince(): EpochNs | null;
}

/** A trade is looked for from so much before the order was sent: the clocks may differ. */
const MARGIN_S = 10;

/** Asks Kraken, one private question at a time. */
export class KrakenInquiry {
  readonly #parts: InquiryParts;
  readonly #venueSymbols: readonly string[];
  readonly inquiry: Inquiry<TradesPage, AbsenceRound>;

  constructor(parts: InquiryParts) {
    const { config, turn, ledger, lines, questions } = parts;
    this.#parts = parts;
    this.#venueSymbols = config.symbols.map(({ venueSymbol }) => venueSymbol);
    this.inquiry = new Inquiry({
      turn,
      ledger,
      lines,
      questions,
      orderDeadlineMs: config.orderDeadlineMs,
      queryLagMs: config.queryLagMs,
      openScopes: [null],
      namesOfOrder: 2, // Among the open ones, then among the closed ones: both must be without it.
      startRound: (child) => startRound(child, turn.atVenue(child.since)),
      askForTrades: (children) => this.askForTrades(children.map((child) => child.since)),
    });
  }

  /** All trades since the earliest of these instants, of our clock. One question serves them all. */
  askForTrades(since: readonly EpochNs[]): void {
    const [first, ...rest] = since;
    if (first === undefined) return;
    const from = rest.reduce((earliest, at) => (at < earliest ? at : earliest), first);
    const trades = { from, offset: 0 };
    this.#parts.questions.put('trades', { type: 'Trades', trades });
  }

  /** Null where the question has become pointless. */
  form(about: OrderQuestion<TradesPage, AbsenceRound>): Question | null {
    switch (about.type) {
      case 'OpenOrders':
        return { path: '/0/private/OpenOrders', params: '', cost: 1 };
      case 'OrderStatus': {
        const child = this.#parts.ledger.child(about.childID);
        return child === null ? null : this.#statusQuestion(child);
      }
      case 'Trades':
        return tradesQuestion(this.#secondsAtVenue(about.trades.from), about.trades.offset);
      case 'Absence':
        return questionOf(about.round);
      default:
        return unreachable(about);
    }
  }

  #secondsAtVenue(at: EpochNs): number {
    return Math.floor(epochMs(this.#parts.turn.atVenue(at)) / 1_000) - MARGIN_S;
  }

  /** Open first: one that is not open then can only be closed. */
  #statusQuestion(child: Child): Question {
    if (child.venueOrderID !== null) {
      const params = `txid=${encodeURIComponent(child.venueOrderID)}`;
      return { path: '/0/private/QueryOrders', params, cost: 1 };
    }
    const params = `cl_ord_id=${child.childID}`;
    return this.#asksClosed(child)
      ? { path: '/0/private/ClosedOrders', params, cost: 2 }
      : { path: '/0/private/OpenOrders', params, cost: 1 };
  }

  #asksClosed(child: Child): boolean {
    return this.inquiry.askedInVain(child.childID) % 2 === 1;
  }

  answered(
    about: OrderQuestion<TradesPage, AbsenceRound>,
    asking: { readonly query: Query<QueryAbout>; readonly askedAt: EpochNs },
    answer: RestAnswer,
  ): void {
    const { query, askedAt } = asking;
    const { questions, ledger } = this.#parts;
    if (answer.error !== '' && about.type !== 'OrderStatus') return questions.againLater(query);
    switch (about.type) {
      case 'OpenOrders': {
        const { venueSymbol } = about;
        const open = readOpenOrders(answer.result, this.#venueSymbols);
        return this.inquiry.openOrders({ query, venueSymbol, askedAt }, open);
      }
      case 'OrderStatus': {
        const child = ledger.child(about.childID);
        if (child === null) return questions.done(query);
        return this.#status(child, { query, childID: about.childID, askedAt }, answer);
      }
      case 'Trades':
        return this.#trades(query, about.trades, answer);
      case 'Absence': {
        const { round } = about;
        const page = { result: answer.result, venueSymbols: this.#venueSymbols };
        const { venueSymbol } = round.child;
        const outcome = takePage(round, page, (id) => ledger.knows(venueSymbol, id));
        return this.inquiry.page(query, round, outcome);
      }
      default:
        return unreachable(about);
    }
  }

  #status(
    child: Child,
    asked: Parameters<Inquiry<TradesPage, AbsenceRound>['status']>[0],
    answer: RestAnswer,
  ): void {
    if (answer.error.startsWith('EOrder:Unknown order')) {
      return this.inquiry.status(asked, { type: 'NotFound' });
    }
    const orders = answer.error === '' ? this.#ordersOf(child, answer) : null;
    if (orders === null) return this.inquiry.status(asked, { type: 'Failed' });
    const order = orders.find(
      ({ venueOrderID, clientOrderID }) =>
        venueOrderID === child.venueOrderID ||
        this.#parts.ledger.childIDOf(clientOrderID) === child.childID,
    );
    return this.inquiry.status(
      asked,
      order === undefined ? { type: 'NotFound' } : { type: 'Found', order },
    );
  }

  /** In the form of the question that was asked: what has changed since makes it unreadable, and again. */
  #ordersOf(child: Child, { result }: RestAnswer): readonly OrderView[] | null {
    if (child.venueOrderID !== null) return readOrders(result, this.#venueSymbols);
    if (this.#asksClosed(child)) return readClosedOrders(result, this.#venueSymbols)?.items ?? null;
    return readOpenOrders(result, this.#venueSymbols);
  }

  #trades(query: Query<QueryAbout>, about: TradesPage, answer: RestAnswer): void {
    const { questions, ledger, turn } = this.#parts;
    const page = readTrades(answer.result, this.#venueSymbols);
    if (page === null) return questions.againLater(query);
    const since = this.#parts.watchedSince();
    for (const trade of page.items) {
      const { venueOrderID, transactTime } = trade.fill;
      const isOurs = ledger.knows(trade.venueSymbol, venueOrderID);
      if (isOurs || (since !== null && transactTime >= since)) ledger.traded(trade);
    }
    if (hasMore(about, page)) return questions.more(query);
    questions.done(query);
    for (const child of [...ledger.all()]) {
      if (child.since >= about.from) ledger.tradesComplete(child.childID, turn.now);
    }
  }
}
