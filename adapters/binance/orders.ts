// Binance's order side as one machine: orders are sent once and followed to evidence of their end.
// Its lines, what it asks about orders and what it knows of them are those of `adapters/connection`;
// here is what Binance says and wants to hear.
//
// Source: binance-spot-api-docs, web-socket-api.md and user-data-stream.md, snapshot 2026-07-21.

import {
  type Asking,
  ChildLedger,
  type ExecutionView,
  type InFlight,
  Lines,
  ListingsWatch,
  type OrderParts,
  type OrderView,
  Placing,
  type Query,
  Questions,
  type Session,
  Turn,
  type VenueHand,
  type Verdict,
  isObject,
  stepOrders,
} from '../connection/index.ts';
import type { OrdersInput, OrdersOutput, RequestSigner, VenueOrders } from '../port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import type { ChildID } from '../../spec/terms/index.ts';
import { epochNs, formatDecimal } from '../../spec/units/index.ts';
import type { AssetBalance, Capabilities, ChildOrder } from '../../spec/venues/index.ts';
import type { Question } from './absence.ts';
import { ACCOUNT_WEIGHT, readAccount } from './balances.ts';
import type { BinanceOrdersConfig } from './config.ts';
import { backOffMs, judge } from './errors.ts';
import { BinanceInquiry, nameParams } from './inquiry.ts';
import { readListings } from './listings.ts';
import {
  CANCEL_SHARE,
  type Purpose,
  QUERY_SHARE,
  type QueryAbout,
  Requests,
  type Sent,
} from './requests.ts';
import {
  type Params,
  type Reply,
  cancelIDOf,
  childIDOfClientOrderID,
  endOf,
  orderIDParam,
  readOrderFrame,
  readRateLimits,
  readServerTime,
} from './wire.ts';

/** The venue closes a line after 24 h: the next one is opened before. */
const RENEW_AFTER_MS = 84_600_000; // 23.5 h
const MILLISECOND_NS = 1_000_000n;
const CLOCK_EVERY_MS = 60_000;
/** So many answers "wrong time" in a row although the clock was read between them: it cannot be fixed. */
const WRONG_TIMES_MOST = 5;

export function createBinanceOrders(
  config: BinanceOrdersConfig,
  signer: RequestSigner,
): VenueOrders {
  const machine = new OrdersMachine(config, signer);
  return { capabilities: capabilitiesOf(config), step: (input) => machine.step(input) };
}

function capabilitiesOf(config: BinanceOrdersConfig): Capabilities {
  return {
    timesInForce: ['GTC', 'IOC', 'FOK'],
    postOnly: true,
    replace: 'cancelAndNew',
    orderDeadlineMs: config.recvWindowMs,
    queryLagMs: config.queryLagMs,
  };
}

/** Mutable and hot: one per account. All that it does is in the output of `step`. */
class OrdersMachine {
  readonly #config: BinanceOrdersConfig;
  readonly #signer: RequestSigner;
  readonly #turn: Turn;
  readonly #requests: Requests;
  readonly #ledger: ChildLedger;
  readonly #lines: Lines;
  readonly #questions: Questions<QueryAbout>;
  readonly #asked: BinanceInquiry;
  readonly #placing: Placing;
  readonly #listings: ListingsWatch;
  readonly #parts: OrderParts;
  readonly #hand: VenueHand;
  readonly #venueSymbols: readonly string[];
  /** Lines that need no signatures any more. */
  readonly #loggedOn = new Set<string>();
  #wrongTimes = 0;
  #auditAt: EpochNs = epochNs(0n);

  constructor(config: BinanceOrdersConfig, signer: RequestSigner) {
    const { venueID } = config;
    this.#config = config;
    this.#signer = signer;
    this.#venueSymbols = config.symbols.map((symbol) => symbol.venueSymbol);
    const turn = new Turn(venueID);
    this.#turn = turn;
    this.#requests = new Requests(config, signer);
    this.#ledger = new ChildLedger(
      { endOf, childIDOf: childIDOfClientOrderID },
      {
        report: (report) => turn.report(report),
        remark: (level, sentence, fields) => turn.remark(level, sentence, fields),
        sweep: (childID) => this.#placing.want(childID),
      },
      config.keepForgottenMs,
    );
    this.#lines = new Lines({
      venueID,
      url: config.wsApiURL,
      backoff: config.backoff,
      renewAfterMs: RENEW_AFTER_MS,
      turn,
      opening: () => this.#requests.connected(turn.venueMs),
      prepare: (session) => this.#askTime(session),
      subscribed: () => this.#subscribed(),
      reconciled: (held) => this.#reconciled(held),
      lost: (channel, cause) => this.#lost(channel, cause),
      owes: (channel) => this.#requests.hasOn(channel),
      blockedUntil: () => this.#requests.blockedUntil(turn.venueMs),
    });
    this.#questions = new Questions({
      turn,
      ask: (query) => this.#ask(query),
      put: ({ key, about }) => {
        // Without balances orders go on: what a venue does not tell limits nothing.
        const isAwaited = about.type !== 'Absence' && about.type !== 'Balances';
        if (!isPublic(about) && isAwaited) this.#lines.await(key);
      },
      settled: (key) => this.#lines.settled(key),
    });
    this.#asked = new BinanceInquiry({
      config,
      turn,
      ledger: this.#ledger,
      lines: this.#lines,
      questions: this.#questions,
      cancelUnknown: (order) => this.#cancelUnknown(order),
    });
    this.#placing = new Placing({
      turn,
      ledger: this.#ledger,
      lines: this.#lines,
      venueSymbols: this.#venueSymbols,
      inquiry: this.#asked.inquiry,
      amends: null,
      affordsOrder: () => this.#requests.affordsOrder(turn.venueMs),
      sendOrder: (child, line) => {
        const purpose = { type: 'Place', childID: child.childID } as const;
        const request = { purpose, method: 'order.place', params: placeParams(child), weight: 1 };
        this.#send(this.#requests.sendSigned(this.#lineOf(line), request, turn));
      },
      sendCancel: (child, line) => {
        if (!this.#requests.affords(1, CANCEL_SHARE, turn.venueMs)) return 'AllWait';
        const { childID } = child;
        const purpose = { type: 'Cancel', childID } as const;
        const params = { ...nameParams(child, false), newClientOrderId: cancelIDOf(childID) };
        const request = { purpose, method: 'order.cancel', params, weight: 1 };
        this.#send(this.#requests.sendSigned(this.#lineOf(line), request, turn));
        return 'Sent';
      },
    });
    this.#listings = new ListingsWatch(venueID, turn);
    const { inquiry } = this.#asked;
    this.#parts = {
      turn,
      ledger: this.#ledger,
      lines: this.#lines,
      placing: this.#placing,
      inquiry,
    };
    this.#hand = {
      started: () => void (this.#wrongTimes = 0),
      received: (channel, frame) => this.#received(channel, frame),
      replied: () => undefined, // This machine asks nothing over HTTP.
      ticked: () => this.#ticked(),
      pump: () => this.#pump(),
    };
  }

  step(input: OrdersInput): OrdersOutput {
    return stepOrders(input, this.#parts, this.#hand);
  }

  #send({ action }: Sent): void {
    this.#turn.act(action);
  }

  #lineOf({ channel }: Session): { readonly channel: string; readonly loggedOn: boolean } {
    return { channel, loggedOn: this.#loggedOn.has(channel) };
  }

  // ---- A line's way to the user stream: the clock, a logon where the key allows it, the subscription --

  #askTime(session: Session): void {
    this.#lines.prepare(session, 'Clock');
    const request = { purpose: { type: 'Clock' }, method: 'time', params: {}, weight: 1 } as const;
    this.#send(this.#requests.send(session.channel, request, this.#turn));
  }

  #clockRead(session: Session): void {
    if (this.#signer.algorithm !== 'Ed25519') return this.#subscribe(session);
    this.#lines.prepare(session, 'Logon');
    const purpose = { type: 'Logon' } as const;
    const request = { purpose, method: 'session.logon', params: {}, weight: 2 };
    this.#send(this.#requests.sendSigned(this.#lineOf(session), request, this.#turn));
  }

  #subscribe(session: Session): void {
    this.#lines.prepare(session, 'Subscribing');
    const purpose = { type: 'Subscribe' } as const;
    if (this.#loggedOn.has(session.channel)) {
      const request = { purpose, method: 'userDataStream.subscribe', params: {}, weight: 2 };
      this.#send(this.#requests.send(session.channel, request, this.#turn));
    } else {
      const method = 'userDataStream.subscribe.signature';
      const request = { purpose, method, params: {}, weight: 2 };
      this.#send(this.#requests.sendSigned(this.#lineOf(session), request, this.#turn));
    }
  }

  #lost(channel: string, cause: string): void {
    this.#loggedOn.delete(channel);
    for (const request of this.#requests.lost(channel)) this.#unanswered(request, cause);
  }

  // ---- What the venue says -----------------------------------------------------------------------

  #received(channel: string, bytes: Uint8Array): void {
    const session = this.#lines.get(channel);
    if (session === null) return;
    const frame = readOrderFrame(bytes);
    switch (frame.type) {
      case 'Executed':
        if (!this.#lines.hold(session, frame.execution)) this.#book(frame.execution);
        return this.#pump();
      case 'Replied':
        this.#replied(session, frame);
        return this.#pump();
      case 'BalancesTold':
        return this.#toldBalances(frame.balances, false);
      case 'ShuttingDown':
        this.#turn.remark('info', 'the venue is about to close the line', { channel });
        return this.#lines.openNext();
      case 'StreamEnded':
        return this.#lines.giveUp(session, 'the venue ended the user stream');
      case 'Unreadable': {
        const fields = { channel, reason: frame.reason, bytes: bytes.byteLength };
        this.#turn.remark('error', 'a frame of the order socket cannot be read', fields);
        this.#auditAt = this.#turn.now; // It may have been a fill.
        return;
      }
      case 'Other':
        return;
      default:
        return unreachable(frame);
    }
  }

  #toldBalances(balances: readonly AssetBalance[], isWhole: boolean): void {
    const { venueID } = this.#config;
    this.#turn.notice({ type: 'BalancesFound', venueID, isWhole, balances });
  }

  #book(execution: ExecutionView): void {
    if (execution.executionType === 'TRADE_PREVENTION') {
      const { venueSymbol, venueOrderID, status } = execution.order;
      const sentence = 'the venue prevented a trade of ours with ourselves';
      this.#turn.remark('warn', sentence, { venueSymbol, venueOrderID, status });
    }
    const child = this.#ledger.executed(execution, this.#turn.now);
    if (child !== null) this.#asked.inquiry.followUp(child);
  }

  #replied(session: Session, reply: Reply): void {
    this.#requests.observe(reply, this.#turn.venueMs);
    const request = this.#requests.take(session.channel, reply);
    const verdict = judge(reply);
    if (verdict.type === 'Throttled') this.#bePatient(reply, verdict);
    if (verdict.type === 'WrongTime') this.#readClockAgain(verdict.text, request?.sentAt ?? null);
    if (request !== null) return this.#answered(session, request, reply, verdict);
    if (reply.id === null && verdict.type === 'NotAuthorized') {
      this.#lines.giveUp(session, 'the session is no longer authorized');
    }
  }

  #bePatient(reply: Reply, verdict: Extract<Verdict, { type: 'Throttled' }>): void {
    const venueMs = this.#turn.venueMs;
    const waitMs = backOffMs(
      verdict.banned,
      reply.retryAt === null ? null : reply.retryAt - venueMs,
    );
    this.#requests.block(verdict.what, venueMs + waitMs);
    const fields = { waitMs, text: verdict.text };
    if (verdict.banned) this.#turn.remark('error', 'the venue has banned us', fields);
    else this.#turn.remark('warn', 'the venue asks for patience', fields);
  }

  /**
   * Requests that were sent before the clock was read say nothing of its reading: a burst that was held
   * up on its way is one finding, however many answers it brings.
   */
  #readClockAgain(text: string, sentAt: EpochNs | null): void {
    const readAt = this.#turn.skewReadAt;
    if (readAt === null || sentAt === null || sentAt < readAt) return;
    this.#wrongTimes += 1;
    this.#turn.remark('warn', 'the venue found our time wrong', { text });
    if (this.#wrongTimes >= WRONG_TIMES_MOST) {
      return this.#lines.stop('the clock skew cannot be fixed');
    }
    this.#turn.distrustClock();
    this.#questions.put('clock', { type: 'Clock' });
  }

  #answered(session: Session, request: InFlight<Purpose>, reply: Reply, verdict: Verdict): void {
    if (verdict.type === 'Done' && wasTimed(request)) this.#wrongTimes = 0;
    const { purpose } = request;
    const shows = (childID: ChildID): boolean => this.#showsChild(childID, reply);
    switch (purpose.type) {
      case 'Place':
        return this.#placing.placed(purpose.childID, verdict, shows);
      case 'Cancel':
        return this.#placing.cancelled(purpose.childID, verdict, shows);
      case 'CancelUnknown':
        return this.#turn.remark(
          'warn',
          'a cancel was sent for an open order that the desk does not know',
          {
            venueOrderID: purpose.venueOrderID,
            answer: verdict.type === 'Done' ? 'taken' : reply.msg,
          },
        );
      case 'Query':
        return this.#questionAnswered(purpose.query, request, reply, verdict);
      case 'Clock':
        if (verdict.type === 'Done' && this.#readClock(request, reply)) {
          return this.#clockRead(session);
        }
        return this.#lines.giveUp(session, `no time from the venue: ${reply.msg}`);
      case 'Logon':
        if (verdict.type !== 'Done') {
          return this.#lines.giveUp(session, `logon failed: ${verdict.text}`);
        }
        this.#loggedOn.add(session.channel);
        return this.#subscribe(session);
      case 'Subscribe':
        if (verdict.type === 'Done') return this.#lines.subscribed(session);
        return this.#lines.giveUp(session, `subscription failed: ${verdict.text}`);
      default:
        return unreachable(purpose);
    }
  }

  #cancelUnknown({ venueSymbol: symbol, venueOrderID }: OrderView): void {
    const line = this.#lines.forOrders() ?? this.#lines.forQuestions();
    const orderId = orderIDParam(venueOrderID);
    if (line === null || orderId === null) return;
    if (!this.#requests.affords(1, CANCEL_SHARE, this.#turn.venueMs)) return;
    const purpose = { type: 'CancelUnknown', venueOrderID } as const;
    const request = { purpose, method: 'order.cancel', params: { symbol, orderId }, weight: 1 };
    this.#send(this.#requests.sendSigned(this.#lineOf(line), request, this.#turn));
  }

  #showsChild(childID: ChildID, reply: Reply): boolean {
    const { order } = reply;
    const child = order === null ? null : this.#asked.inquiry.shown(order, null);
    if (child?.childID !== childID) return false;
    this.#asked.inquiry.followUp(child);
    return true;
  }

  /** No answer will come: an order or a cancel is in doubt, a question is asked again. */
  #unanswered(request: InFlight<Purpose>, cause: string): void {
    const { purpose } = request;
    switch (purpose.type) {
      case 'Place':
        return this.#placing.fallInDoubt(purpose.childID, cause);
      case 'Cancel':
        return this.#placing.cancelUnanswered(purpose.childID, cause);
      case 'Query':
        return this.#questions.again(purpose.query, 0);
      case 'Clock':
      case 'Logon':
      case 'Subscribe':
      case 'CancelUnknown':
        return; // The phase's own bound ends it.
      default:
        return unreachable(purpose);
    }
  }

  // ---- What is asked of the venue ----------------------------------------------------------------

  #subscribed(): void {
    this.#askListings();
    this.#questions.put('balances', { type: 'Balances' });
    this.#asked.inquiry.askAll();
    this.#placing.sendCancels();
  }

  #askListings(): void {
    this.#listings.asked();
    const about = { type: 'Listings', venueSymbols: this.#venueSymbols } as const;
    this.#questions.put('listings', about);
  }

  #reconciled(held: readonly ExecutionView[]): void {
    for (const execution of held) this.#book(execution);
    this.#auditAt = this.#turn.in(this.#config.auditEveryMs);
  }

  #pump(): void {
    this.#placing.sendCancels();
    this.#questions.pump();
  }

  #ask(query: Query<QueryAbout>): Asking<QueryAbout> {
    const session = this.#lines.forQuestions();
    if (session === null) return { type: 'NoRoom' };
    const question = this.#form(query.about);
    if (question === null) return { type: 'Pointless' };
    const { weight } = question;
    if (!this.#requests.affords(weight, QUERY_SHARE, this.#turn.venueMs)) {
      return { type: 'NoRoom' };
    }
    const request = { ...question, purpose: { type: 'Query', query } } as const;
    const sent = isPublic(query.about)
      ? this.#requests.send(session.channel, request, this.#turn)
      : this.#requests.sendSigned(this.#lineOf(session), request, this.#turn);
    this.#send(sent);
    return { type: 'Asked', requestID: sent.id };
  }

  #form(about: QueryAbout): Question | null {
    if (about.type === 'Clock') return { method: 'time', params: {}, weight: 1 };
    if (about.type === 'Balances') {
      return { method: 'account.status', params: {}, weight: ACCOUNT_WEIGHT };
    }
    if (about.type !== 'Listings') return this.#asked.form(about);
    return { method: 'exchangeInfo', params: { symbols: about.venueSymbols }, weight: 20 };
  }

  #questionAnswered(
    query: Query<QueryAbout>,
    request: InFlight<Purpose>,
    reply: Reply,
    verdict: Verdict,
  ): void {
    if (!this.#questions.awaits(query, request.id)) return;
    if (verdict.type === 'Throttled' || verdict.type === 'WrongTime') {
      return this.#questions.again(query, 100); // The budget holds it back for as long as it must.
    }
    const { about } = query;
    if (about.type === 'Listings') {
      return this.#listingsAnswered(query, about.venueSymbols, reply, verdict);
    }
    if (about.type === 'Balances') {
      const balances = verdict.type === 'Done' ? readAccount(reply.result) : null;
      if (balances === null) return this.#questions.againLater(query);
      this.#toldBalances(balances, true);
      return this.#questions.done(query);
    }
    if (about.type !== 'Clock') {
      return this.#asked.answered(about, { query, request }, reply, verdict);
    }
    if (verdict.type === 'Done' && this.#readClock(request, reply)) this.#questions.done(query);
    else this.#questions.againLater(query);
  }

  #listingsAnswered(
    query: Query<QueryAbout>,
    asked: readonly string[],
    reply: Reply,
    verdict: Verdict,
  ): void {
    if (verdict.type === 'Refused') {
      if (asked.length === 1) this.#listings.delisted(asked, verdict.text);
      else this.#askEach(asked);
      return this.#questions.done(query);
    }
    const read = verdict.type === 'Done' ? readListings(reply.result, asked) : null;
    if (read === null) return this.#questions.againLater(query);
    if (isObject(reply.result)) {
      for (const { limit } of readRateLimits(reply.result['rateLimits'])) {
        this.#requests.budget.setLimit(limit);
      }
    }
    this.#listings.take(read);
    return this.#questions.done(query);
  }

  /** One delisted symbol makes the venue refuse them all: each is asked for alone. */
  #askEach(venueSymbols: readonly string[]): void {
    for (const venueSymbol of venueSymbols) {
      const about = { type: 'Listings', venueSymbols: [venueSymbol] } as const;
      this.#questions.put(`listings ${venueSymbol}`, about);
    }
  }

  #readClock(request: InFlight<Purpose>, reply: Reply): boolean {
    const venueTime = readServerTime(reply.result);
    if (venueTime === null) return false;
    this.#turn.readClock(request.sentAt, venueTime, MILLISECOND_NS);
    return true;
  }

  #ticked(): void {
    if (!this.#lines.isRunning) return;
    const boundMs = this.#config.answerBoundMs;
    for (const request of this.#requests.overdue(this.#turn.now, boundMs)) {
      this.#unanswered(request, `no answer within ${boundMs} ms`);
    }
    this.#lines.ticked();
    this.#ledger.sweepForgotten(this.#turn.now);
    this.#asked.inquiry.askForGaps();
    if (this.#lines.forOrders() !== null) this.#askByTheClock();
    this.#pump();
  }

  #askByTheClock(): void {
    const readAt = this.#turn.skewReadAt;
    if (readAt === null || this.#turn.aged(readAt, CLOCK_EVERY_MS)) {
      this.#questions.put('clock', { type: 'Clock' });
    }
    if (this.#listings.isDue()) this.#askListings();
    if (this.#turn.now < this.#auditAt) return;
    this.#auditAt = this.#turn.in(this.#config.auditEveryMs);
    this.#questions.put('balances', { type: 'Balances' }); // A lost event of them shows nowhere else.
    this.#asked.inquiry.audit();
  }
}

/** RESULT: the answer says what was executed at once, its trades come as events alone. */
function placeParams(child: ChildOrder): Params {
  return {
    symbol: child.venueSymbol,
    side: child.side === 'buy' ? 'BUY' : 'SELL',
    type: 'LIMIT',
    timeInForce: child.timeInForce,
    price: formatDecimal(child.price),
    quantity: formatDecimal(child.orderQty),
    newClientOrderId: child.childID,
    newOrderRespType: 'RESULT',
  };
}

/** Whether the venue has looked at its timestamp. */
function wasTimed({ purpose }: InFlight<Purpose>): boolean {
  if (purpose.type === 'Clock' || purpose.type === 'Subscribe') return false;
  return purpose.type !== 'Query' || !isPublic(purpose.query.about);
}

/** Whether anybody may ask it: neither key nor timestamp is sent. */
function isPublic(about: QueryAbout): boolean {
  return about.type === 'Clock' || about.type === 'Listings';
}
