// How Kraken is asked about our orders, over REST, and how its answers are read. What follows from them is
// decided in `adapters/connection/inquiry.ts`, for all venues alike.

import {
  type Amends,
  type Child,
  type ChildLedger,
  Inquiry,
  type Lines,
  type OrderQuestion,
  type OrderView,
  type Query,
  type Questions,
  type TradeView,
  type Turn,
} from '../connection/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import type { ChildID, VenueExecID } from '../../spec/terms/index.ts';
import { epochMs } from '../../spec/units/index.ts';
import {
  type AbsenceRound,
  type Question,
  hasMore,
  namedTradesQuestion,
  questionOf,
  startRound,
  takePage,
  tradesQuestion,
} from './absence.ts';
import type { KrakenOrdersConfig } from './config.ts';
import type { QueryAbout, TradesAbout, TradesNamed, TradesPage } from './requests.ts';
import {
  type Page,
  type RestAnswer,
  type RestOrder,
  readClosedOrders,
  readOpenOrders,
  readOrders,
  readTrades,
  readTradesOf,
} from './rest.ts';

export interface InquiryParts {
  readonly config: KrakenOrdersConfig;
  readonly turn: Turn;
  readonly ledger: ChildLedger;
  readonly lines: Lines;
  readonly questions: Questions<QueryAbout>;
  readonly amends: Amends;
  cancelUnknown(order: OrderView): void;
  /** Since when strangers' trades are news, on the venue's clock; null: the line was never whole. */
  watchedSince(): EpochNs | null;
}

/** A question with its answer. */
export interface Asked {
  readonly query: Query<QueryAbout>;
  readonly askedAt: EpochNs;
  /** How many questions the one request asked. */
  readonly among: number;
}

/** A trade is looked for from so much before the order was sent: the clocks may differ. */
const MARGIN_S = 10;
/** QueryOrders takes so many ids. */
const TOGETHER_MOST = 50;
/** QueryTrades takes so many. */
const TRADES_MOST = 20;
/** A snapshot of executions has the newest so many trades: with fewer it has all. */
const SNAPSHOT_TRADES = 50;
/** So few are asked for by themselves where a list that goes on did not show them; of more the proof reads all. */
const ALONE_MOST = 3;

/** Orders with the ids of their trades, each trade as it was matched. */
const WITH_TRADES = 'trades=true&consolidate_taker=false';
const NO_TRADES: readonly TradeView[] = [];

/** Asks Kraken, one private question at a time. */
export class KrakenInquiry {
  readonly #parts: InquiryParts;
  readonly #venueSymbols: readonly string[];
  readonly inquiry: Inquiry<TradesAbout, AbsenceRound>;
  /** What an answer to several did not settle is asked for itself. */
  readonly #alone = new WeakSet<Query<QueryAbout>>();
  /** Children that are asked about for the names of their trades. */
  readonly #naming = new Set<ChildID>();
  /** The trades of an order as the answer that is being read names them. */
  readonly #named = new Map<ChildID, readonly VenueExecID[]>();
  /** Trades that are to be asked for by their ids. */
  readonly #wanted = new Set<VenueExecID>();

  constructor(parts: InquiryParts) {
    const { config, turn, ledger, lines, questions, amends } = parts;
    this.#parts = parts;
    this.#venueSymbols = config.symbols.map(({ venueSymbol }) => venueSymbol);
    this.inquiry = new Inquiry({
      turn,
      ledger,
      lines,
      questions,
      amends,
      orderDeadlineMs: config.orderDeadlineMs,
      queryLagMs: config.queryLagMs,
      openScopes: [null],
      namesOfOrder: 2, // Among the open ones, then among the closed ones: both must be without it.
      asksEarly: false, // Each question counts, and the stream tells of an order that lives.
      startRound: (child) => startRound(child, turn.atVenue(child.since)),
      cancelUnknown: (order) => parts.cancelUnknown(order),
      askForTrades: (children) => this.#askForGaps(children),
    });
  }

  /** All trades since that instant of our clock, whoever's; `waitMs`: the stream may tell them meanwhile. */
  askForTradesSince(from: EpochNs, waitMs: number): void {
    const trades = { type: 'Since', from, offset: 0, untilWhole: false } as const;
    this.#parts.questions.put('trades', { type: 'Trades', trades: { ...trades } }, waitMs);
  }

  /** The newest trades were heard, of these times of the venue's clock: do they reach back as far as is to be asked for? */
  heardTrades(trades: readonly EpochNs[]): void {
    const { questions, turn } = this.#parts;
    const [from] = [...questions.all()].flatMap(({ key, about }) =>
      key === 'trades' && about.type === 'Trades' && about.trades.type === 'Since'
        ? [about.trades.from]
        : [],
    );
    if (from === undefined) return;
    const marginNs = BigInt(MARGIN_S) * 1_000_000_000n;
    const isReached = trades.some((at) => at < turn.atVenue(from) - marginNs);
    if (trades.length < SNAPSHOT_TRADES || isReached) questions.drop('trades');
    else this.askForTradesSince(from, 0);
  }

  /** An order names its trades: what it does not name, or what they do not make whole, is looked for in the history. */
  #askForGaps(children: readonly Child[]): void {
    for (const child of children) {
      const named = this.#named.get(child.childID);
      if (named !== undefined) this.#lookFor(child, named);
      else {
        this.#naming.add(child.childID);
        this.inquiry.ask(child.childID);
      }
    }
  }

  #lookFor(child: Child, named: readonly VenueExecID[]): void {
    const { ledger, questions } = this.#parts;
    this.#named.delete(child.childID);
    const unknown = named.filter((one) => !ledger.knowsFill(child.childID, one));
    if (unknown.length === 0) return this.#askInHistory([child]);
    for (const one of unknown) this.#wanted.add(one);
    questions.put('named trades', { type: 'Trades', trades: { type: 'Named', asked: [] } });
  }

  /** The newest trades, back to the earliest of these children while a fill is missing. */
  #askInHistory(children: readonly Child[]): void {
    const [first, ...rest] = children.map(({ since }) => since);
    if (first === undefined) return;
    const from = rest.reduce((earliest, at) => (at < earliest ? at : earliest), first);
    const trades: TradesPage = { type: 'Since', from, offset: 0, untilWhole: true };
    this.#parts.questions.put('missing trades', { type: 'Trades', trades });
  }

  /**
   * The questions that one request asks with `query`, it first: behind a crash each open order and each in
   * doubt waits for its answer, and the lowest tier asks once in three seconds.
   */
  together(
    query: Query<QueryAbout>,
    due: Iterable<Query<QueryAbout>>,
  ): readonly Query<QueryAbout>[] {
    const way = this.#wayOf(query);
    const group = [query];
    if (way === null) return group;
    for (const other of due) {
      if (group.length >= TOGETHER_MOST) break;
      if (other !== query && this.#wayOf(other) === way) group.push(other);
    }
    return group;
  }

  /** What those have in common that one request can ask; null: it is asked for itself. */
  #wayOf(query: Query<QueryAbout>): string | null {
    const { about } = query;
    if (about.type === 'OrderStatus') {
      const child = this.#parts.ledger.child(about.childID);
      if (child === null || this.#alone.has(query)) return null;
      if (child.venueOrderID !== null) return 'QueryOrders';
      return this.#asksClosed(child) ? 'ClosedOrders' : 'OpenOrders';
    }
    if (about.type !== 'Absence') return null;
    const { pages, part, from, offset } = about.round;
    return pages === 0 ? 'Absence' : `Absence ${part} ${from} ${offset}`;
  }

  /** Null where the question has become pointless. `queries`: all that the request asks. */
  form(
    about: OrderQuestion<TradesAbout, AbsenceRound>,
    queries: readonly Query<QueryAbout>[],
  ): Question | null {
    switch (about.type) {
      case 'OpenOrders':
        return { path: '/0/private/OpenOrders', params: '', cost: 1 };
      case 'OrderStatus': {
        const children = queries.flatMap((query) => this.#childOf(query));
        const [child] = children;
        if (child === undefined) return null;
        return children.length === 1 ? this.#statusQuestion(child) : this.#statusesOf(children);
      }
      case 'Trades':
        return this.#tradesQuestion(about.trades);
      case 'Absence':
        return this.#roundsQuestion(about.round, queries);
      default:
        return unreachable(about);
    }
  }

  #tradesQuestion(about: TradesAbout): Question | null {
    if (about.type === 'Since') {
      return tradesQuestion(this.#secondsAtVenue(about.from), about.offset);
    }
    about.asked = [...this.#wanted].slice(0, TRADES_MOST);
    return about.asked.length === 0 ? null : namedTradesQuestion(about.asked);
  }

  #childOf({ about }: Query<QueryAbout>): readonly Child[] {
    const child = about.type === 'OrderStatus' ? this.#parts.ledger.child(about.childID) : null;
    return child === null ? [] : [child];
  }

  /** One history for all of them, from where the earliest begins: they go through it in step. */
  #roundsQuestion(round: AbsenceRound, queries: readonly Query<QueryAbout>[]): Question {
    const rounds = queries.flatMap(({ about }) => (about.type === 'Absence' ? [about.round] : []));
    const from = Math.min(...rounds.map((one) => one.from));
    for (const one of rounds) one.from = from;
    return questionOf(round);
  }

  #secondsAtVenue(at: EpochNs): number {
    return Math.floor(epochMs(this.#parts.turn.atVenue(at)) / 1_000) - MARGIN_S;
  }

  /** Open first: one that is not open then can only be closed. */
  #statusQuestion(child: Child): Question {
    if (child.venueOrderID !== null) return ordersQuestion([child.venueOrderID]);
    const params = `cl_ord_id=${child.childID}&${WITH_TRADES}`;
    return this.#asksClosed(child)
      ? { path: '/0/private/ClosedOrders', params, cost: 1 }
      : { path: '/0/private/OpenOrders', params, cost: 1 };
  }

  /** The same of several, of which each is asked for in this way. */
  #statusesOf(children: readonly Child[]): Question {
    const ids = children.flatMap(({ venueOrderID }) => venueOrderID ?? []);
    if (ids.length > 0) return ordersQuestion(ids);
    if (!children.every((child) => this.#asksClosed(child))) {
      return { path: '/0/private/OpenOrders', params: WITH_TRADES, cost: 1 };
    }
    const from = Math.min(...children.map(({ since }) => this.#secondsAtVenue(since)));
    const params = `start=${from}&closetime=both&${WITH_TRADES}`;
    return { path: '/0/private/ClosedOrders', params, cost: 1 };
  }

  #asksClosed(child: Child): boolean {
    return this.inquiry.askedInVain(child.childID) % 2 === 1;
  }

  answered(
    about: OrderQuestion<TradesAbout, AbsenceRound>,
    { query, askedAt, among }: Asked,
    answer: RestAnswer,
  ): void {
    const { questions, ledger } = this.#parts;
    if (answer.error !== '' && !mayRefuse(about, answer.error)) return questions.againLater(query);
    switch (about.type) {
      case 'OpenOrders': {
        const { venueSymbol } = about;
        const open = readOpenOrders(answer.result, this.#venueSymbols);
        return this.inquiry.openOrders({ query, venueSymbol, askedAt }, open);
      }
      case 'OrderStatus': {
        const child = ledger.child(about.childID);
        if (child === null) return questions.done(query);
        return this.#status(child, { query, childID: about.childID, askedAt, among }, answer);
      }
      case 'Trades':
        return about.trades.type === 'Since'
          ? this.#trades(query, about.trades, answer)
          : this.#tradesNamed(query, about.trades, answer);
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
    asked: Asked & Parameters<Inquiry<TradesAbout, AbsenceRound>['status']>[0],
    answer: RestAnswer,
  ): void {
    const isShared = asked.among > 1;
    const isUnknown = answer.error.startsWith('EOrder:Unknown order');
    if (isUnknown && !isShared) return this.inquiry.status(asked, { type: 'NotFound' });
    const page = answer.error === '' ? this.#ordersOf(child, answer) : null;
    const order = page?.items.find(
      ({ venueOrderID, clientOrderID }) =>
        venueOrderID === child.venueOrderID ||
        this.#parts.ledger.childIDOf(clientOrderID) === child.childID,
    );
    if (order !== undefined) {
      return this.#found(child, asked, order);
    }
    const isWhole = page !== null && (!isShared || page.items.length >= page.count);
    const isProofs = page !== null && child.venueOrderID === null && asked.among > ALONE_MOST;
    if (isWhole || isProofs) return this.inquiry.status(asked, { type: 'NotFound' });
    // What one of several is to blame for, or a page that goes on, says nothing of this one.
    if (isShared && (answer.error === '' || isUnknown)) this.#alone.add(asked.query);
    return this.inquiry.status(asked, { type: 'Failed' });
  }

  #found(
    child: Child,
    asked: Parameters<Inquiry<TradesAbout, AbsenceRound>['status']>[0],
    order: RestOrder,
  ): void {
    const { childID } = child;
    this.#named.set(childID, order.tradeIDs);
    this.inquiry.status(asked, { type: 'Found', order });
    const named = this.#named.get(childID); // Gone where its fills were due at once.
    this.#named.delete(childID);
    if (!this.#naming.delete(childID) || named === undefined) return;
    if (this.#parts.ledger.missingFills().includes(child)) this.#lookFor(child, named);
  }

  /** In the form of the question that was asked: what has changed since makes it unreadable, and again. */
  #ordersOf(child: Child, { result }: RestAnswer): Page<RestOrder> | null {
    if (child.venueOrderID === null && this.#asksClosed(child)) {
      return readClosedOrders(result, this.#venueSymbols);
    }
    const read = child.venueOrderID === null ? readOpenOrders : readOrders;
    const items = read(result, this.#venueSymbols);
    return items === null ? null : { items, count: items.length };
  }

  /** Those that the answer lacks are looked for in the history. */
  #tradesNamed(query: Query<QueryAbout>, { asked }: TradesNamed, answer: RestAnswer): void {
    const { questions, ledger, turn } = this.#parts;
    const trades =
      answer.error === '' ? readTradesOf(answer.result, this.#venueSymbols) : NO_TRADES;
    if (trades === null) return questions.againLater(query);
    for (const trade of trades) ledger.traded(trade);
    for (const one of asked) this.#wanted.delete(one);
    const isMissing = ledger.isMissingFills(turn.now); // What has become whole is said.
    if (isMissing && trades.length < asked.length) this.#askInHistory(ledger.missingFills());
    if (this.#wanted.size > 0) questions.more(query);
    else questions.done(query);
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
    const isLast = !hasMore(about, page);
    if (about.untilWhole && !ledger.isMissingFills(turn.now)) return questions.done(query);
    if (!isLast) return questions.more(query);
    questions.done(query);
    for (const child of [...ledger.open()]) {
      if (child.since >= about.from) ledger.tradesComplete(child.childID, turn.now);
    }
  }
}

/** Whether that error says something of what was asked for, and not only that it was not answered. */
function mayRefuse(about: OrderQuestion<TradesAbout, AbsenceRound>, error: string): boolean {
  if (about.type === 'OrderStatus') return true;
  return about.type === 'Trades' && about.trades.type === 'Named' && error.startsWith('EQuery:');
}

function ordersQuestion(venueOrderIDs: readonly string[]): Question {
  const ids = encodeURIComponent(venueOrderIDs.join(','));
  const params = `txid=${ids}&${WITH_TRADES}`;
  return { path: '/0/private/QueryOrders', params, cost: 1 };
}
