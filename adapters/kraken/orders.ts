// Kraken's order side as one machine: orders go out on the private socket, questions over REST.
// Its lines, what it asks about orders and what it knows of them are those of `adapters/connection`;
// here is what Kraken says and wants to hear.
//
// Source: Kraken API Center, websocket-v2/{add_order,amend_order,cancel_order,executions}, guides/{spot-ws-auth,
// spot-amends}, mirrored 2026-08.

import {
  Amends,
  type Asking,
  ChildLedger,
  type ExecutionView,
  type InFlight,
  Lines,
  ListingsWatch,
  type OrderView,
  type OrderParts,
  Placing,
  type Query,
  Questions,
  type Session,
  Turn,
  type VenueHand,
  backOffMs,
  isObject,
  stepOrders,
  retryAfterMs,
  textOf,
} from '../connection/index.ts';
import type {
  HttpOutcome,
  NonceSigner,
  OrdersInput,
  OrdersOutput,
  VenueOrders,
} from '../port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import { type ChildID, type VenueOrderID, asVenueOrderID } from '../../spec/terms/index.ts';
import { ZERO_QTY, epochMs, epochNs } from '../../spec/units/index.ts';
import type { Capabilities } from '../../spec/venues/index.ts';
import type { Question } from './absence.ts';
import type { KrakenOrdersConfig } from './config.ts';
import { isSessionLost, judge } from './errors.ts';
import type { BalancesTold } from './balances.ts';
import { type Asked, KrakenInquiry } from './inquiry.ts';
import { readAssetPairs } from './listings.ts';
import { OrderMerge } from './merge.ts';
import { type Purpose, type QueryAbout, Requests, type RestPurpose } from './requests.ts';
import { type RestAnswer, readRest } from './rest.ts';
import { restName } from './symbols.ts';
import {
  type ExecutionPart,
  type OrderFrame,
  type Params,
  type Reply,
  addOrderParams,
  amendOrderParams,
  childIDOfClientOrderID,
  endOf,
  readOrderFrame,
} from './wire.ts';

/** The clock is read so often, by a ping, which also keeps a quiet line open. */
const CLOCK_EVERY_MS = 30_000;
/** The venue's times have microseconds. */
const MICROSECOND_NS = 1_000n;
/** A cancel that was taken ends the order by an event: without it for so long, the order is asked for. */
const CANCEL_EVENT_MS = 1_000;
/** REST said that its counter is full: nothing is asked for so long. */
const REST_PAUSE_MS = 5_000;
const TOKEN_COST = 1;
const TOKEN: Question = { path: '/0/private/GetWebSocketsToken', params: '', cost: TOKEN_COST };
/** The snapshot follows the subscription's answer; without it for so long, REST is asked what is open. */
const SNAPSHOT_MS = 2_000;

export function createKrakenOrders(config: KrakenOrdersConfig, signer: NonceSigner): VenueOrders {
  const machine = new OrdersMachine(config, signer);
  return { capabilities: capabilitiesOf(config), step: (input) => machine.step(input) };
}

function capabilitiesOf(config: KrakenOrdersConfig): Capabilities {
  return {
    timesInForce: ['GTC', 'IOC', 'FOK'],
    postOnly: true,
    replace: 'native',
    orderDeadlineMs: config.orderDeadlineMs,
    queryLagMs: config.queryLagMs,
  };
}

/** What a subscription begins with: the open orders, and when each of the newest trades was. */
interface Snapshot {
  readonly open: readonly OrderView[];
  readonly trades: readonly EpochNs[];
}

/** Mutable and hot: one per account. All that it does is in the output of `step`. */
class OrdersMachine {
  readonly #config: KrakenOrdersConfig;
  readonly #venueSymbols: readonly string[];
  readonly #turn: Turn;
  readonly #requests: Requests;
  readonly #ledger: ChildLedger;
  readonly #lines: Lines;
  readonly #questions: Questions<QueryAbout>;
  readonly #amends: Amends;
  readonly #asked: KrakenInquiry;
  readonly #placing: Placing;
  readonly #listings: ListingsWatch;
  readonly #parts: OrderParts;
  readonly #hand: VenueHand;
  readonly #merge = new OrderMerge();
  /** A bearer's credential, by line: it is in the frames, and in no report, notice or cause (I8). */
  readonly #tokens = new Map<string, string>();
  /** The newest `sequence` of each line; none between a subscription and its snapshot. */
  readonly #sequences = new Map<string, number>();
  /** What each line's subscription began with, until its answer is there, too. */
  readonly #snapshots = new Map<string, Snapshot>();
  /** Until then nothing is asked about orders: the snapshot may answer it. Null: it is there. */
  #snapshotBy: EpochNs | null = null;
  /** The same of the channel of balances; null before its snapshot. */
  readonly #balanceSequences = new Map<string, number | null>();
  /** Lines that wait for a token until another private question is answered. */
  readonly #tokenWanted = new Set<string>();
  /** When each taken cancel should have ended its order. */
  readonly #endsDue = new Map<ChildID, EpochNs>();
  #watchedSince: EpochNs | null = null;
  #lastWholeAt: EpochNs | null = null;
  #clockAskedAt: EpochNs = epochNs(0n);
  #auditAt: EpochNs = epochNs(0n);

  constructor(config: KrakenOrdersConfig, signer: NonceSigner) {
    const { venueID } = config;
    this.#config = config;
    this.#venueSymbols = config.symbols.map(({ venueSymbol }) => venueSymbol);
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
      url: config.privateURL,
      backoff: config.backoff,
      renewAfterMs: null,
      turn,
      opening: () => undefined, // Connections have a limit of their own, which the back-off keeps.
      prepare: (session) => this.#askToken(session),
      subscribed: () => this.#subscribed(),
      reconciled: (held) => this.#reconciled(held),
      lost: (channel, cause) => this.#lost(channel, cause),
      owes: (channel) => this.#requests.hasOn(channel),
      blockedUntil: () => this.#requests.blockedUntil(turn.now),
    });
    this.#questions = new Questions({
      turn,
      ask: (query) => this.#ask(query),
      put: ({ key, about }) => {
        if (about.type !== 'Listings' && about.type !== 'Absence') this.#lines.await(key);
      },
      settled: (key) => this.#lines.settled(key),
    });
    this.#amends = this.#newAmends();
    this.#asked = new KrakenInquiry({
      config,
      turn,
      ledger: this.#ledger,
      lines: this.#lines,
      questions: this.#questions,
      amends: this.#amends,
      cancelUnknown: (order) => this.#cancelUnknown(order),
      watchedSince: () => this.#watchedSince,
    });
    this.#placing = this.#newPlacing();
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
      started: () => undefined,
      received: (channel, frame) => this.#received(channel, frame),
      replied: (requestID, outcome) => {
        this.#restAnswered(requestID, outcome);
        this.#pump();
      },
      ticked: () => this.#ticked(),
      pump: () => this.#pump(),
    };
  }

  #newPlacing(): Placing {
    const turn = this.#turn;
    return new Placing({
      turn,
      ledger: this.#ledger,
      lines: this.#lines,
      venueSymbols: this.#venueSymbols,
      inquiry: this.#asked.inquiry,
      amends: this.#amends,
      affordsOrder: ({ venueSymbol }) => this.#requests.affordsOrder(venueSymbol, turn.now),
      sendOrder: (child, { channel }) => {
        this.#requests.spendOrder(child.venueSymbol, turn.now);
        const purpose = { type: 'Place', childID: child.childID } as const;
        this.#sendPrivate(channel, purpose, 'add_order', addOrderParams(child, this.#deadline()));
      },
      // One order in each request: an error answer of several names none of them. Each pair has a counter of its own,
      // and an older order costs less.
      sendCancel: ({ childID, venueSymbol, sentAt }, { channel }) => {
        if (!this.#requests.spendCancel(venueSymbol, sentAt, turn.now)) return 'ThisWaits';
        const params = [['cl_ord_id', `["${childID}"]`]] as const;
        this.#sendPrivate(channel, { type: 'Cancel', childID }, 'cancel_order', params);
        return 'Sent';
      },
    });
  }

  #newAmends(): Amends {
    const turn = this.#turn;
    return new Amends({
      turn,
      ledger: this.#ledger,
      inquiry: {
        ask: (childID) => this.#asked.inquiry.ask(childID),
        countsFrom: (sentAt) => this.#asked.inquiry.countsFrom(sentAt),
      },
      affords: ({ venueSymbol, sentAt }) =>
        this.#requests.affordsAmend(venueSymbol, sentAt, turn.now),
      send: ({ childID, venueSymbol, sentAt }, terms, { channel }) => {
        this.#requests.spendAmend(venueSymbol, sentAt, turn.now);
        const params = amendOrderParams(childID, terms, this.#deadline());
        this.#sendPrivate(channel, { type: 'Amend', childID }, 'amend_order', params);
      },
    });
  }

  /** Of what is sent now, on the venue's clock. */
  #deadline(): EpochNs {
    return epochNs(this.#turn.venueNow + BigInt(this.#config.orderDeadlineMs) * 1_000_000n);
  }

  step(input: OrdersInput): OrdersOutput {
    return stepOrders(input, this.#parts, this.#hand);
  }

  // ---- A line's way to the user stream: a token, the clock, the subscription -----------------------

  #askToken(session: Session): void {
    this.#lines.prepare(session, 'Token');
    this.#tokenWanted.add(session.channel);
    this.#askWantedTokens();
  }

  #askWantedTokens(): void {
    for (const channel of this.#tokenWanted) {
      if (!this.#requests.affordsToken(TOKEN_COST, this.#turn.now)) return;
      this.#tokenWanted.delete(channel);
      const { action } = this.#requests.ask(TOKEN, { type: 'Token', channel }, this.#turn.now);
      this.#turn.act(action);
    }
  }

  #tokenAnswered(channel: string, answer: RestAnswer): void {
    const session = this.#lines.get(channel);
    if (session === null) return;
    const token = isObject(answer.result) ? textOf(answer.result, 'token') : null;
    if (token === null) {
      return this.#lines.giveUp(session, `no token: ${answer.error || 'none in the answer'}`);
    }
    this.#tokens.set(channel, token);
    this.#lines.prepare(session, 'Clock');
    this.#ping(channel);
  }

  #ping(channel: string): void {
    this.#clockAskedAt = this.#turn.now;
    const request = { purpose: { type: 'Clock' }, method: 'ping', params: null } as const;
    this.#turn.act(this.#requests.send(request, channel, this.#turn.now));
  }

  #ponged(session: Session, request: InFlight<Purpose>, reply: Reply): void {
    if (reply.timeIn !== null) {
      this.#turn.readClock(request.sentAt, reply.timeIn, MICROSECOND_NS);
    } else if (session.phase === 'Preparing') {
      return this.#lines.giveUp(session, 'no time from the venue');
    }
    if (session.phase === 'Preparing') this.#subscribe(session);
  }

  #subscribe(session: Session): void {
    this.#lines.prepare(session, 'Subscribing');
    this.#sequences.delete(session.channel);
    this.#snapshots.delete(session.channel);
    const params: Params = [
      ['channel', '"executions"'],
      ['snap_orders', 'true'],
      ['snap_trades', 'true'],
    ];
    this.#sendPrivate(session.channel, { type: 'Subscribe' }, 'subscribe', params);
  }

  /** A message was lost: what is open is heard anew, and all else is asked for. */
  #resubscribe(session: Session, cause: string): void {
    this.#turn.remark('warn', 'the stream of executions has a gap', { cause });
    const params: Params = [['channel', '"executions"']];
    this.#sendPrivate(session.channel, { type: 'Unsubscribe' }, 'unsubscribe', params);
    this.#subscribe(session);
  }

  #sendPrivate(channel: string, purpose: Purpose, method: string, params: Params): void {
    const token = JSON.stringify(this.#tokens.get(channel) ?? '');
    const request = { purpose, method, params: [...params, ['token', token]] } as const;
    this.#turn.act(this.#requests.send(request, channel, this.#turn.now));
  }

  #lost(channel: string, cause: string): void {
    this.#tokens.delete(channel);
    this.#sequences.delete(channel);
    this.#snapshots.delete(channel);
    this.#balanceSequences.delete(channel);
    this.#tokenWanted.delete(channel);
    for (const request of this.#requests.lost(channel)) this.#unanswered(request, cause);
  }

  // ---- What the venue says on the socket -----------------------------------------------------------

  #received(channel: string, bytes: Uint8Array): void {
    const session = this.#lines.get(channel);
    if (session === null) return;
    const frame = readOrderFrame(bytes);
    switch (frame.type) {
      case 'Executed':
        this.#executed(session, frame);
        return this.#pump();
      case 'BalancesTold':
        return this.#toldBalances(session, frame);
      case 'Replied':
        this.#replied(session, frame);
        return this.#pump();
      case 'SystemTold':
        return this.#lines.gate(frame.system === 'online' ? null : `venue is in ${frame.system}`);
      case 'Unreadable': {
        const fields = { channel, reason: frame.reason, bytes: bytes.byteLength };
        this.#turn.remark('error', 'a frame of the private socket cannot be read', fields);
        this.#auditAt = this.#turn.now; // It may have been a fill.
        return;
      }
      case 'Other':
        return;
      default:
        return unreachable(frame);
    }
  }

  /** Without balances orders go on: what a venue does not tell limits nothing. */
  #hearBalances({ channel }: Session): void {
    if (this.#balanceSequences.has(channel)) return;
    this.#balanceSequences.set(channel, null);
    const params: Params = [
      ['channel', '"balances"'],
      ['snapshot', 'true'],
    ];
    this.#sendPrivate(channel, { type: 'HearBalances' }, 'subscribe', params);
  }

  #toldBalances(session: Session, frame: BalancesTold): void {
    const { channel } = session;
    const { isSnapshot, sequence, balances } = frame;
    const before = this.#balanceSequences.get(channel) ?? null;
    if (!isSnapshot && (before === null || sequence <= before)) return;
    if (!isSnapshot && before !== null && sequence > before + 1) {
      // A message was lost: all of them are heard anew.
      this.#sendPrivate(channel, { type: 'Unsubscribe' }, 'unsubscribe', [
        ['channel', '"balances"'],
      ]);
      this.#balanceSequences.delete(channel);
      return this.#hearBalances(session);
    }
    this.#balanceSequences.set(channel, sequence);
    const { venueID } = this.#config;
    this.#turn.notice({ type: 'BalancesFound', venueID, isWhole: isSnapshot, balances });
  }

  #executed(session: Session, frame: Extract<OrderFrame, { type: 'Executed' }>): void {
    const before = this.#sequences.get(session.channel);
    if (frame.isSnapshot) {
      this.#sequences.set(session.channel, frame.sequence);
      return this.#began(session, frame.parts);
    }
    if (before !== undefined) {
      if (frame.sequence <= before) return; // Said before.
      this.#sequences.set(session.channel, frame.sequence);
      if (frame.sequence > before + 1) {
        this.#resubscribe(session, `had ${before}, got ${frame.sequence}`);
      }
    }
    for (const part of frame.parts) {
      const execution = this.#read(part);
      if (execution !== null && !this.#lines.hold(session, execution)) this.#book(execution);
    }
  }

  /** Its trades are booked at once: what they make whole need not be asked for. */
  #began(session: Session, parts: readonly ExecutionPart[]): void {
    const open: OrderView[] = [];
    const trades: EpochNs[] = [];
    for (const part of parts) {
      const execution = this.#read(part);
      if (execution === null) continue;
      const { fill, order } = execution;
      if (fill === null) open.push(order);
      else trades.push(fill.transactTime);
      if (!this.#isHistory(execution)) this.#book(execution);
    }
    this.#snapshots.set(session.channel, { open, trades });
    this.#takeSnapshot(session);
  }

  /** Snapshot and answer to the subscription may come in either order. */
  #takeSnapshot(session: Session): void {
    const snapshot = this.#snapshots.get(session.channel);
    if (snapshot === undefined || session.phase !== 'Reconciling') return;
    this.#snapshots.delete(session.channel);
    this.#snapshotBy = null;
    const { open, trades } = snapshot;
    this.#asked.heardTrades(trades);
    this.#asked.inquiry.openAtStart(open, this.#turn.now);
  }

  /** Null where nothing says yet of which symbol it is. */
  #read(part: ExecutionPart): ExecutionView | null {
    const execution = this.#merge.merge(part, (venueOrderID) => this.#knownOrder(venueOrderID));
    if (part.otherFees !== '') {
      const { venueOrderID, otherFees } = part;
      const sentence = 'a trade has fees in further assets, which are not booked';
      this.#turn.remark('warn', sentence, { venueOrderID, otherFees });
    }
    return execution;
  }

  #knownOrder(venueOrderID: VenueOrderID): { readonly venueSymbol: string } | null {
    const venueSymbol = this.#venueSymbols.find((one) => this.#ledger.knows(one, venueOrderID));
    return venueSymbol === undefined ? null : { venueSymbol };
  }

  /** A trade of before this machine, of an order that it does not follow: not news. */
  #isHistory({ order, fill }: ExecutionView): boolean {
    if (fill === null || this.#ledger.knows(order.venueSymbol, order.venueOrderID)) return false;
    const childID = this.#ledger.childIDOf(order.clientOrderID);
    if (childID !== null && this.#ledger.child(childID) !== null) return false;
    return this.#watchedSince === null || fill.transactTime < this.#watchedSince;
  }

  #book(execution: ExecutionView): void {
    const child = this.#ledger.executed(execution, this.#turn.now);
    if (child === null) return;
    const { executionType, order } = execution;
    if (executionType === 'restated') {
      const { childID } = child;
      const fields = { childID, reason: execution.reason };
      this.#turn.remark('warn', 'the venue changed an order of ours by itself', fields);
    }
    if (executionType === 'amended' || executionType === 'restated') {
      this.#amends.told(child, order);
    }
    this.#asked.inquiry.followUp(child);
  }

  /** A cancel of several orders has several answers under one id: the first counts, and ours name one. */
  #replied(session: Session, reply: Reply): void {
    const request = this.#requests.take(session.channel, reply.id);
    if (request === null) return;
    this.#answered(session, request, reply);
    // Whatever it was asked: nothing that is sent on this line will be taken any more, the next one has its own token.
    if (isSessionLost(reply.error)) this.#lines.giveUp(session, reply.error);
  }

  #answered(session: Session, request: InFlight<Purpose>, reply: Reply): void {
    const verdict = judge(reply.error);
    if (verdict.type === 'WrongTime') this.#readClockAgain(verdict.text);
    const { purpose } = request;
    switch (purpose.type) {
      case 'Place':
        this.#heed(purpose.childID, verdict.type === 'Throttled');
        return this.#placing.placed(purpose.childID, verdict, (id) => this.#shows(id, reply));
      case 'Cancel':
        this.#heed(purpose.childID, verdict.type === 'Throttled');
        return this.#placing.cancelled(purpose.childID, verdict, (id) => this.#awaitEnd(id));
      case 'Amend':
        this.#heed(purpose.childID, verdict.type === 'Throttled');
        return this.#amends.answered(purpose.childID, verdict);
      case 'Clock':
        return this.#ponged(session, request, reply);
      case 'Subscribe':
        if (verdict.type !== 'Done') {
          return this.#lines.giveUp(session, `subscription failed: ${reply.error}`);
        }
        this.#lines.subscribed(session);
        this.#takeSnapshot(session);
        return this.#hearBalances(session);
      case 'HearBalances':
        if (verdict.type === 'Done') return;
        return this.#turn.remark('warn', 'the venue does not tell our balances', {
          text: reply.error,
        });
      case 'CancelUnknown':
        return this.#turn.remark(
          'warn',
          'a cancel was sent for an open order that the desk does not know',
          {
            venueOrderID: purpose.venueOrderID,
            answer: reply.error === '' ? 'taken' : reply.error,
          },
        );
      case 'Unsubscribe':
        return; // The subscription behind it brings the snapshot, or ends the line.
      default:
        return unreachable(purpose);
    }
  }

  /** Its age is not known: it is counted as the youngest. */
  #cancelUnknown({ venueSymbol, venueOrderID }: OrderView): void {
    const { now } = this.#turn;
    const line = this.#lines.forOrders() ?? this.#lines.forQuestions();
    if (line === null || !this.#requests.spendCancel(venueSymbol, now, now)) return;
    const params = [['order_id', JSON.stringify([venueOrderID])]] as const;
    this.#sendPrivate(
      line.channel,
      { type: 'CancelUnknown', venueOrderID },
      'cancel_order',
      params,
    );
  }

  #heed(childID: ChildID, isThrottled: boolean): void {
    const child = isThrottled ? this.#ledger.child(childID) : null;
    if (child === null) return;
    this.#requests.exhaust(child.venueSymbol, this.#turn.now);
    const { venueSymbol } = child;
    this.#turn.remark('warn', 'the venue asks for patience with a pair', { venueSymbol });
  }

  #readClockAgain(text: string): void {
    this.#turn.remark('warn', 'the venue found our time wrong', { text });
    this.#turn.distrustClock();
    const line = this.#lines.forQuestions();
    if (line !== null) this.#ping(line.channel);
  }

  /** The answer to an order names the venue's id: it lives. How it fares comes by events. */
  #shows(childID: ChildID, reply: Reply): boolean {
    const orderID = reply.result === null ? null : textOf(reply.result, 'order_id');
    const child = this.#ledger.child(childID);
    if (orderID === null || child === null) return false;
    const shown = this.#asked.inquiry.shown(
      {
        venueSymbol: child.venueSymbol,
        venueOrderID: asVenueOrderID(orderID),
        clientOrderID: childID,
        status: 'new',
        side: child.side,
        price: child.price,
        origQty: child.orderQty,
        executedQty: ZERO_QTY,
      },
      null,
    );
    if (shown?.childID !== childID) return false;
    this.#asked.inquiry.followUp(shown);
    return true;
  }

  /** The answer to a cancel says that it was taken, not what was filled: the event says it. */
  #awaitEnd(childID: ChildID): boolean {
    this.#endsDue.set(childID, this.#turn.in(CANCEL_EVENT_MS));
    return true;
  }

  #askForDueEnds(): void {
    for (const [childID, dueAt] of this.#endsDue) {
      if (this.#turn.now < dueAt) continue;
      this.#endsDue.delete(childID);
      if (this.#ledger.child(childID)?.end === null) this.#asked.inquiry.ask(childID);
    }
  }

  /** No answer will come: an order or a cancel is in doubt. */
  #unanswered({ purpose }: InFlight<Purpose>, cause: string): void {
    switch (purpose.type) {
      case 'Place':
        return this.#placing.fallInDoubt(purpose.childID, cause);
      case 'Cancel':
        return this.#placing.cancelUnanswered(purpose.childID, cause);
      case 'Amend':
        return this.#amends.unanswered(purpose.childID, cause);
      case 'Clock':
      case 'Subscribe':
      case 'HearBalances':
      case 'CancelUnknown':
      case 'Unsubscribe':
        return; // The step's own bound ends it, and the clock is read again.
      default:
        return unreachable(purpose);
    }
  }

  // ---- What is asked over REST ---------------------------------------------------------------------

  #subscribed(): void {
    this.#watchedSince ??= this.#turn.venueNow;
    this.#askListings();
    // What is unsettled is audited by its quantity; what had ended may have been filled since.
    if (this.#lastWholeAt !== null) {
      this.#asked.askForTradesSince(this.#lastWholeAt, SNAPSHOT_MS);
    }
    this.#snapshotBy = this.#turn.in(SNAPSHOT_MS);
    this.#asked.inquiry.askAll(SNAPSHOT_MS);
    this.#placing.sendCancels();
  }

  #reconciled(held: readonly ExecutionView[]): void {
    for (const execution of held) this.#book(execution);
    this.#auditAt = this.#turn.in(this.#config.auditEveryMs);
  }

  #askListings(): void {
    this.#listings.asked();
    this.#questions.put('listings', { type: 'Listings', venueSymbols: this.#venueSymbols });
  }

  #pump(): void {
    this.#placing.sendCancels();
    this.#askWantedTokens();
    this.#questions.pump();
  }

  #ask(query: Query<QueryAbout>): Asking<QueryAbout> {
    if (this.#lines.forQuestions() === null) return { type: 'NoRoom' };
    if (this.#snapshotBy !== null && this.#turn.now < this.#snapshotBy) return { type: 'NoRoom' };
    const queries = this.#asked.together(query, this.#questions.due());
    const question = this.#form(query.about, queries);
    if (question === null) return { type: 'Pointless' };
    if (!this.#requests.affords(question, this.#turn.now)) return { type: 'NoRoom' };
    const purpose: RestPurpose = { type: 'Query', queries };
    const { id, action } = this.#requests.ask(question, purpose, this.#turn.now);
    this.#turn.act(action);
    return { type: 'Asked', requestID: id, alongside: queries.slice(1) };
  }

  #form(about: QueryAbout, queries: readonly Query<QueryAbout>[]): Question | null {
    switch (about.type) {
      case 'Clock': // Asked by a ping, on the line.
      case 'Balances': // Told by a channel of it.
        return null;
      case 'Listings': {
        const pairs = about.venueSymbols.map(restName).join(',');
        const params = about.venueSymbols.length === 0 ? '' : `pair=${encodeURIComponent(pairs)}`;
        return { path: '/0/public/AssetPairs', params, cost: null };
      }
      default:
        return this.#asked.form(about, queries);
    }
  }

  #restAnswered(requestID: string, outcome: HttpOutcome): void {
    const request = this.#requests.answered(requestID);
    if (request === null) return;
    const answer = readRest(outcome);
    this.#bePatient(outcome, answer);
    const { purpose, sentAt } = request;
    if (purpose.type === 'Token') return this.#tokenAnswered(purpose.channel, answer);
    for (const query of purpose.queries) {
      if (!this.#questions.awaits(query, request.id)) continue;
      const among = purpose.queries.length;
      this.#queryAnswered({ query, askedAt: sentAt, among }, answer);
    }
  }

  #queryAnswered(asking: Asked, answer: RestAnswer): void {
    const { query } = asking;
    const { about } = query;
    if (about.type === 'Clock' || about.type === 'Balances') return this.#questions.done(query);
    if (about.type !== 'Listings') {
      return this.#asked.answered(about, asking, answer);
    }
    return this.#listingsAnswered(query, about.venueSymbols, answer);
  }

  #bePatient(outcome: HttpOutcome, answer: RestAnswer): void {
    const isTooMany = outcome.type === 'Answered' && outcome.status === 429;
    if (!isTooMany && judge(answer.error).type !== 'Throttled') return;
    const waitMs = isTooMany
      ? backOffMs(false, retryAfterMs(outcome.headers['retry-after']))
      : REST_PAUSE_MS;
    this.#requests.block(epochMs(this.#turn.now) + waitMs, this.#turn.now);
    this.#turn.remark('warn', 'the venue asks for patience', { waitMs, text: answer.error });
  }

  /** A pair that is gone makes the venue refuse them all: then all that it lists is asked for. */
  #listingsAnswered(query: Query<QueryAbout>, asked: readonly string[], answer: RestAnswer): void {
    if (answer.error.startsWith('EQuery:') && asked.length > 0) {
      this.#questions.done(query);
      return this.#questions.put('all listings', { type: 'Listings', venueSymbols: [] });
    }
    const read = answer.error === '' ? readAssetPairs(answer.result, this.#venueSymbols) : null;
    if (read === null) return this.#questions.againLater(query);
    this.#listings.take(read);
    return this.#questions.done(query);
  }

  // ---- Time ----------------------------------------------------------------------------------------

  #ticked(): void {
    if (!this.#lines.isRunning) return;
    const boundMs = this.#config.answerBoundMs;
    for (const request of this.#requests.overdue(this.#turn.now, boundMs)) {
      this.#unanswered(request, `no answer within ${boundMs} ms`);
    }
    this.#lines.ticked();
    this.#ledger.sweepForgotten(this.#turn.now);
    this.#asked.inquiry.askForGaps();
    this.#askForDueEnds();
    this.#amends.ask();
    const line = this.#lines.forOrders();
    if (line !== null) this.#askByTheClock(line);
    this.#pump();
  }

  #askByTheClock(line: Session): void {
    this.#lastWholeAt = this.#turn.now;
    if (this.#turn.aged(this.#clockAskedAt, CLOCK_EVERY_MS)) this.#ping(line.channel);
    if (this.#listings.isDue()) this.#askListings();
    if (this.#turn.now < this.#auditAt) return;
    this.#auditAt = this.#turn.in(this.#config.auditEveryMs);
    this.#asked.inquiry.audit();
  }
}
