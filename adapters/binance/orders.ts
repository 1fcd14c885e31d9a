// Binance's order side: one socket that is logged on, watched, reconciled and replaced in time, and
// on it orders that are sent once and followed until there is evidence of their end.
//
// Source: binance-spot-api-docs, web-socket-api.md and user-data-stream.md, snapshot 2026-07-21.

import { type ClockSkew, NO_SKEW, atVenue, backoffMs, skewOf } from '../connection/index.ts';
import type {
  MachineAction,
  OrdersInput,
  OrdersOutput,
  RequestSigner,
  VenueOrders,
} from '../port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import type { ChildID } from '../../spec/terms/index.ts';
import { epochMs, epochNs, formatDecimal } from '../../spec/units/index.ts';
import type {
  AdoptedChild,
  Capabilities,
  ChildOrder,
  ListingFound,
  VenueNotice,
  VenueReport,
  VenueState,
} from '../../spec/venues/index.ts';
import { absenceFrom, questionOf, startRound, takePage } from './absence.ts';
import type { BinanceOrdersConfig } from './config.ts';
import { type Verdict, backOffMs, judge } from './errors.ts';
import { isObject } from './json.ts';
import { type Child, ChildLedger } from './ledger.ts';
import { readListings, sameListings } from './listings.ts';
import {
  CANCEL_SHARE,
  type InFlight,
  QUERY_SHARE,
  type Query,
  type QueryAbout,
  Requests,
} from './requests.ts';
import {
  type ExecutionView,
  type OrderView,
  type Params,
  type Reply,
  cancelIDOf,
  childIDOfClientOrderID,
  orderIDParam,
  readOrder,
  readOrderFrame,
  readOrders,
  readRateLimits,
  readServerTime,
  readTrades,
} from './wire.ts';

type Phase = 'Opening' | 'Clock' | 'Logon' | 'Subscribing' | 'Reconciling' | 'Ready' | 'Retiring';

interface Session {
  readonly channel: string;
  phase: Phase;
  loggedOn: boolean;
  /** When this phase began. */
  since: EpochNs;
  /** When it subscribed to the user stream: what happens from then on is heard. */
  upAt: EpochNs;
  /** Keys of the questions that reconciliation waits for. */
  readonly awaited: Set<string>;
  /** Events since the subscription, until the reconciliation is done. */
  readonly buffer: ExecutionView[];
}

/** The venue closes a line after 24 h: the next one is opened before. */
const RENEW_AFTER_MS = 84_600_000; // 23.5 h
/** A line that was replaced is closed when it owes nothing, and at the latest after this. */
const RETIRE_WITHIN_MS = 15_000;
/** A phase before `Ready` that lasts longer is given up. */
const PHASE_MOST_MS = 30_000;
/** A reconciliation that gets no further for so long is given up: a minute's budget, and some. */
const STALLED_AFTER_MS = 90_000;
/** Ready for so long: the next loss is a new one, and the back-off begins anew. */
const STEADY_AFTER_MS = 30_000;
const CLOCK_EVERY_MS = 60_000;
const LISTINGS_EVERY_MS = 300_000;
/** Events that one reconciliation may hold back. */
const BUFFER_MOST = 20_000;
/** An answer may overtake the events that belong to it: so long is what they miss not asked for. */
const ANSWER_GRACE_MS = 1_000;
/** Questions on the wire at once. */
const QUERIES_MOST = 32;
/** A question about an order: again after 250 ms, 500 ms … at most so long. */
const QUERY_RETRY_MOST_MS = 10_000;
/** After so many failures reconciliation goes on without this answer; the question stays. */
const RECONCILE_TRIES = 3;
/** So many answers "wrong time" in a row although the clock was set between them: it cannot be fixed. */
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
  readonly #requests: Requests;
  readonly #signer: RequestSigner;
  readonly #ledger: ChildLedger;
  readonly #queries = new Map<string, Query>();
  readonly #cancelWanted = new Set<ChildID>();
  readonly #cancelling = new Set<ChildID>();
  /** Of children in doubt: how often the venue was asked in vain. */
  readonly #doubts = new Map<ChildID, number>();
  readonly #sessions = new Map<string, Session>();
  #channels = 0;
  #skew: ClockSkew = NO_SKEW;
  #clockSetAt: EpochNs | null = null;
  #wrongTimes = 0;
  #attempt = 0;
  #connectAt: EpochNs | null = null;
  #auditAt: EpochNs = epochNs(0n);
  #listings: readonly ListingFound[] = [];
  #listingsAt: EpochNs | null = null;
  #state: VenueState = 'Down';
  #running = false;
  #now: EpochNs = epochNs(0n);
  #actions: MachineAction[] = [];
  #reports: VenueReport[] = [];
  #notices: VenueNotice[] = [];

  constructor(config: BinanceOrdersConfig, signer: RequestSigner) {
    this.#config = config;
    this.#signer = signer;
    this.#requests = new Requests(config, signer);
    this.#ledger = new ChildLedger(
      {
        report: (report) => this.#reports.push(report),
        remark: (level, sentence, fields) => this.#remark(level, sentence, fields),
        sweep: (childID) => this.#cancelWanted.add(childID),
      },
      config.keepForgottenMs,
    );
  }

  step(input: OrdersInput): OrdersOutput {
    this.#actions = [];
    this.#reports = [];
    this.#notices = [];
    this.#now = input.now;
    this.#take(input);
    return { actions: this.#actions, reports: this.#reports, notices: this.#notices };
  }

  #take(input: OrdersInput): void {
    switch (input.type) {
      case 'Submit':
        return this.#submit(input.child);
      case 'Cancel':
        return this.#cancel(input.childID);
      case 'FrameReceived':
        return this.#received(input.channel, input.frame);
      case 'ClockTicked':
        return this.#ticked();
      case 'Started':
        return this.#start();
      case 'Adopt':
        return this.#adopt(input.children);
      case 'Resolve':
        return this.#resolve(input.childID);
      case 'Forget':
        this.#doubts.delete(input.childID);
        return this.#ledger.forget(input.childID, this.#now);
      case 'ChannelOpened':
        return this.#opened(input.channel);
      case 'ChannelClosed':
        return this.#closed(input.channel, input.cause);
      case 'HttpReplied':
        return; // This machine asks nothing over HTTP.
      default:
        return unreachable(input);
    }
  }

  // ---- Orders ------------------------------------------------------------------------------------

  /** Sent in this very step or refused; never kept, never sent twice. */
  #submit(child: ChildOrder): void {
    const line = this.#orderLine();
    const hindrance = this.#hindrance(child, line);
    if (hindrance !== null || line === null) {
      if (this.#ledger.child(child.childID) !== null) return; // Sent before: not a word of it is undone.
      const text = `not sent: ${hindrance ?? 'venue not connected'}`;
      this.#reports.push({ type: 'Refused', childID: child.childID, text });
      return;
    }
    this.#ledger.submit(child, this.#now);
    this.#actions.push(
      this.#requests.sendSigned(
        line,
        {
          purpose: { type: 'Place', childID: child.childID },
          method: 'order.place',
          params: placeParams(child),
          weight: 1,
        },
        this.#times(),
      ),
    );
  }

  #hindrance(child: ChildOrder, line: Session | null): string | null {
    if (this.#ledger.child(child.childID) !== null) {
      this.#remark('error', 'a child was submitted twice; it is sent once', {
        childID: child.childID,
      });
      return 'submitted before';
    }
    if (!this.#config.symbols.some((symbol) => symbol.venueSymbol === child.venueSymbol)) {
      return `symbol ${child.venueSymbol} is not configured`;
    }
    if (line === null) return `venue not connected (${this.#state})`;
    return this.#requests.affordsOrder(this.#venueNow()) ? null : 'rate budget';
  }

  #placed(childID: ChildID, reply: Reply, verdict: Verdict): void {
    switch (verdict.type) {
      case 'Done': {
        const order = readOrder(reply.result);
        const child = order === null ? null : this.#shown(order);
        if (child?.childID === childID) return this.#followUp(child);
        return this.#fallInDoubt(childID, 'the answer to it cannot be read');
      }
      case 'Refused':
      case 'Throttled':
      case 'WrongTime':
      case 'NotAuthorized':
        this.#doubts.delete(childID);
        this.#dropQuery(`status ${childID}`);
        this.#dropQuery(`absence ${childID}`);
        return this.#ledger.refuse(childID, verdict.text);
      case 'DuplicateID':
      case 'NoSuchOrder':
      case 'Archived':
      case 'Unknown':
        return this.#fallInDoubt(childID, verdict.text);
      default:
        return unreachable(verdict);
    }
  }

  #fallInDoubt(childID: ChildID, cause: string): void {
    if (this.#ledger.doubt(childID, cause)) this.#ask(childID, 0);
    else if (this.#ledger.child(childID)?.standing === 'InDoubt') this.#ask(childID, 0);
  }

  #cancel(childID: ChildID): void {
    const child = this.#ledger.child(childID);
    if (child === null) {
      const text = 'this child is not known here';
      this.#reports.push({ type: 'CancelRefused', childID, text });
      return;
    }
    if (child.standing === 'Ended' || child.standing === 'Refused' || child.standing === 'Absent') {
      this.#ledger.answer(childID);
      return;
    }
    this.#cancelWanted.add(childID);
    this.#sendCancels();
  }

  /** Cancels wait for a line and for the venue's patience, never for other requests. */
  #sendCancels(): void {
    if (this.#cancelWanted.size === 0) return;
    const line = this.#cancelLine();
    if (line === null) return;
    for (const childID of this.#cancelWanted) {
      if (this.#cancelling.has(childID)) continue;
      const child = this.#ledger.child(childID);
      if (child === null || child.end !== null) {
        this.#cancelWanted.delete(childID);
        continue;
      }
      if (!this.#requests.affords(1, CANCEL_SHARE, this.#venueNow())) return;
      this.#cancelWanted.delete(childID);
      this.#cancelling.add(childID);
      const purpose = { type: 'Cancel', childID } as const;
      const params = { ...nameParams(child, false), newClientOrderId: cancelIDOf(childID) };
      const request = { purpose, method: 'order.cancel', params, weight: 1 };
      this.#actions.push(this.#requests.sendSigned(line, request, this.#times()));
    }
  }

  #cancelled(childID: ChildID, reply: Reply, verdict: Verdict): void {
    this.#cancelling.delete(childID);
    switch (verdict.type) {
      case 'Done': {
        const order = readOrder(reply.result);
        const child = order === null ? null : this.#shown(order);
        if (child?.childID === childID) return this.#followUp(child);
        return this.#cancelInDoubt(childID, 'the answer to the cancel cannot be read');
      }
      case 'Throttled':
      case 'WrongTime':
        this.#cancelWanted.add(childID); // Not done, and wanted still.
        return;
      case 'Refused':
      case 'NotAuthorized':
      case 'DuplicateID':
      case 'NoSuchOrder':
      case 'Archived':
        this.#reports.push({ type: 'CancelRefused', childID, text: verdict.text });
        return this.#ask(childID, 0);
      case 'Unknown':
        return this.#cancelInDoubt(childID, verdict.text);
      default:
        return unreachable(verdict);
    }
  }

  #cancelInDoubt(childID: ChildID, cause: string): void {
    if (this.#ledger.child(childID)?.end !== null) return; // Its end was seen meanwhile.
    this.#reports.push({ type: 'CancelUnknown', childID, cause });
    this.#ask(childID, 0);
  }

  #adopt(children: readonly AdoptedChild[]): void {
    for (const adopted of children) {
      const { childID } = adopted.child;
      this.#ledger.adopt(adopted, this.#now);
      if (adopted.inDoubt) this.#ledger.answer(childID);
      if (adopted.cancelWanted) this.#cancelWanted.add(childID);
      this.#ask(childID, 0);
    }
    this.#pump();
  }

  #resolve(childID: ChildID): void {
    if (this.#ledger.child(childID) === null) {
      this.#remark('error', 'asked to resolve a child that is not known here', { childID });
      return;
    }
    if (this.#ledger.answer(childID)) return;
    this.#ask(childID, 0);
    this.#pump();
  }

  // ---- What the socket says ----------------------------------------------------------------------

  #received(channel: string, bytes: Uint8Array): void {
    const session = this.#sessions.get(channel);
    if (session === undefined) return;
    const frame = readOrderFrame(bytes);
    switch (frame.type) {
      case 'Executed':
        return this.#executed(session, frame.execution);
      case 'Replied':
        return this.#replied(session, frame);
      case 'ShuttingDown':
        this.#notice(session, 'info', 'the venue is about to close the line');
        return this.#openNext();
      case 'StreamEnded':
        return this.#giveUp(session, 'the venue ended the user stream');
      case 'Unreadable':
        this.#remark('error', 'a frame of the order socket cannot be read', {
          reason: frame.reason,
          bytes: bytes.byteLength,
        });
        this.#auditAt = this.#now; // It may have been a fill.
        return;
      case 'Other':
        return;
      default:
        return unreachable(frame);
    }
  }

  #executed(session: Session, execution: ExecutionView): void {
    if (session.phase !== 'Ready' && session.phase !== 'Retiring') {
      session.buffer.push(execution);
      if (session.buffer.length > BUFFER_MOST)
        this.#giveUp(session, 'too many events while reconciling');
      return;
    }
    this.#book(execution);
    this.#pump();
  }

  #book(execution: ExecutionView): void {
    if (execution.executionType === 'TRADE_PREVENTION') {
      this.#remark('warn', 'the venue prevented a trade of ours with ourselves', {
        venueSymbol: execution.order.venueSymbol,
        venueOrderID: execution.order.venueOrderID,
        status: execution.order.status,
      });
    }
    const child = this.#ledger.executed(execution, this.#now);
    if (child !== null) this.#followUp(child);
  }

  /** While reconciling, events are held back: what an answer shows is missing, is missing. */
  #shown(order: OrderView): Child | null {
    let graceMs = ANSWER_GRACE_MS;
    for (const { phase } of this.#sessions.values()) if (phase === 'Reconciling') graceMs = 0;
    return this.#ledger.shown(order, this.#now, graceMs);
  }

  /** What is known now need not be asked; what is missing is asked for. */
  #followUp(child: Child): void {
    if (child.standing === 'Working' || child.standing === 'Ended') {
      this.#doubts.delete(child.childID);
      this.#dropQuery(`absence ${child.childID}`);
      if (child.end !== null) this.#dropQuery(`status ${child.childID}`);
    }
    if (child.end !== null) this.#cancelWanted.delete(child.childID);
    this.#askForGaps();
  }

  #askForGaps(): void {
    for (const child of this.#ledger.dueGaps(this.#now)) {
      if (child.venueOrderID === null) continue;
      this.#enqueue(`trades ${child.childID}`, {
        type: 'Trades',
        childID: child.childID,
        fromID: null,
      });
    }
  }

  #replied(session: Session, reply: Reply): void {
    this.#requests.observe(reply, this.#venueNow());
    const request = this.#requests.take(session.channel, reply);
    const verdict = judge(reply);
    this.#heed(session, reply, verdict, request);
    if (request === null) {
      if (reply.id === null && verdict.type === 'NotAuthorized') {
        this.#giveUp(session, 'the session is no longer authorized');
      }
      return;
    }
    this.#answered(session, request, reply, verdict);
    this.#pump();
  }

  /** What any answer says of clock and patience, whatever it was asked. */
  #heed(session: Session, reply: Reply, verdict: Verdict, request: InFlight | null): void {
    if (verdict.type === 'Done' && request !== null && wasTimed(request)) this.#wrongTimes = 0;
    if (verdict.type === 'Throttled') {
      const venueMs = epochMs(this.#venueNow());
      const asked = reply.retryAt === null ? null : reply.retryAt - venueMs;
      const waitMs = backOffMs(verdict.banned, asked);
      this.#requests.block(verdict.what, venueMs + waitMs);
      const sentence = verdict.banned ? 'the venue has banned us' : 'the venue asks for patience';
      this.#notice(session, verdict.banned ? 'error' : 'warn', sentence, {
        waitMs,
        text: verdict.text,
      });
    }
    if (verdict.type !== 'WrongTime') return;
    this.#wrongTimes += 1;
    this.#notice(session, 'warn', 'the venue found our time wrong', { text: verdict.text });
    if (this.#wrongTimes >= WRONG_TIMES_MOST) return this.#stop('the clock skew cannot be fixed');
    this.#clockSetAt = null; // The next answer counts, however long it took.
    this.#enqueue('clock', { type: 'Clock' });
  }

  #answered(session: Session, request: InFlight, reply: Reply, verdict: Verdict): void {
    const { purpose } = request;
    switch (purpose.type) {
      case 'Place':
        return this.#placed(purpose.childID, reply, verdict);
      case 'Cancel':
        return this.#cancelled(purpose.childID, reply, verdict);
      case 'Query':
        return this.#queryAnswered(purpose.query, request, reply, verdict);
      case 'Clock':
        if (verdict.type !== 'Done' || !this.#setClock(request, reply)) {
          return this.#giveUp(session, `no time from the venue: ${reply.msg}`);
        }
        return this.#logOn(session);
      case 'Logon':
        if (verdict.type !== 'Done')
          return this.#giveUp(session, `logon failed: ${textOf(verdict)}`);
        session.loggedOn = true;
        return this.#subscribe(session);
      case 'Subscribe':
        if (verdict.type !== 'Done') {
          return this.#giveUp(session, `subscription failed: ${textOf(verdict)}`);
        }
        return this.#reconcile(session);
      default:
        return unreachable(purpose);
    }
  }

  // ---- Lines -------------------------------------------------------------------------------------

  #start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#wrongTimes = 0;
    this.#attempt = 0;
    this.#open('starting');
  }

  #open(cause: string): void {
    this.#channels += 1;
    const channel = `orders.${this.#channels}`;
    this.#connectAt = null;
    this.#sessions.set(channel, {
      channel,
      phase: 'Opening',
      loggedOn: false,
      since: this.#now,
      upAt: this.#now,
      awaited: new Set(),
      buffer: [],
    });
    this.#requests.budget.spend('REQUEST_WEIGHT', 2, epochMs(this.#venueNow())); // A connect costs 2.
    this.#actions.push({ type: 'OpenChannel', channel, url: this.#config.wsApiURL });
    this.#tell(cause);
  }

  /** The next line is opened while the present one works. */
  #openNext(): void {
    if (this.#connectAt !== null) return; // It is backing off.
    for (const session of this.#sessions.values()) {
      if (session.phase !== 'Ready' && session.phase !== 'Retiring') return;
    }
    this.#open('renewing the line');
  }

  #opened(channel: string): void {
    const session = this.#sessions.get(channel);
    if (session === undefined) return;
    this.#enter(session, 'Clock');
    const request = { purpose: { type: 'Clock' }, method: 'time', params: {}, weight: 1 } as const;
    this.#actions.push(this.#requests.send(channel, request, this.#times()));
  }

  #logOn(session: Session): void {
    if (this.#signer.algorithm !== 'Ed25519') return this.#subscribe(session);
    this.#enter(session, 'Logon');
    const request = {
      purpose: { type: 'Logon' },
      method: 'session.logon',
      params: {},
      weight: 2,
    } as const;
    this.#actions.push(this.#requests.sendSigned(session, request, this.#times()));
  }

  #subscribe(session: Session): void {
    this.#enter(session, 'Subscribing');
    const purpose = { type: 'Subscribe' } as const;
    const method = session.loggedOn
      ? 'userDataStream.subscribe'
      : 'userDataStream.subscribe.signature';
    const request = { purpose, method, params: {}, weight: 2 };
    const action = session.loggedOn
      ? this.#requests.send(session.channel, request, this.#times())
      : this.#requests.sendSigned(session, request, this.#times());
    this.#actions.push(action);
  }

  /** The stream is on: now all that was open, in bulk, then what is missing there, one by one. */
  #reconcile(session: Session): void {
    this.#enter(session, 'Reconciling');
    session.upAt = this.#now;
    this.#enqueue('listings', { type: 'Listings', venueSymbols: this.#venueSymbols() });
    for (const venueSymbol of this.#venueSymbols()) {
      const key = `open ${venueSymbol}`;
      this.#enqueue(key, { type: 'OpenOrders', venueSymbol });
      session.awaited.add(key);
    }
    for (const child of this.#ledger.unsettled()) {
      if (child.standing === 'InDoubt') this.#ask(child.childID, 0);
    }
    for (const { key, about } of this.#queries.values()) {
      if (about.type === 'OrderStatus' || about.type === 'Trades') session.awaited.add(key);
    }
    this.#sendCancels();
    this.#tell('connected');
  }

  #settled(key: string): void {
    for (const session of this.#sessions.values()) {
      if (session.phase !== 'Reconciling') continue;
      if (session.awaited.delete(key)) session.since = this.#now; // It gets on.
      if (session.awaited.size === 0) this.#ready(session);
    }
  }

  #ready(session: Session): void {
    for (const other of this.#sessions.values()) {
      if (other.phase === 'Ready') this.#enter(other, 'Retiring');
    }
    this.#enter(session, 'Ready');
    for (const execution of session.buffer.splice(0)) this.#book(execution);
    this.#auditAt = later(this.#now, this.#config.auditEveryMs);
    this.#tell('reconciled');
  }

  #enter(session: Session, phase: Phase): void {
    session.phase = phase;
    session.since = this.#now;
  }

  #giveUp(session: Session, cause: string): void {
    this.#actions.push({ type: 'CloseChannel', channel: session.channel, cause });
    this.#closed(session.channel, cause);
  }

  #closed(channel: string, cause: string): void {
    const session = this.#sessions.get(channel);
    if (session === undefined) return;
    this.#sessions.delete(channel);
    for (const request of this.#requests.lost(channel))
      this.#unanswered(request, `the line was lost: ${cause}`);
    if (!this.#running) return;
    const steady = session.phase === 'Ready' && this.#aged(session.since, STEADY_AFTER_MS);
    if (steady) this.#attempt = 0;
    if (session.phase === 'Retiring') return;
    if (this.#connectAt === null && !this.#approaching()) this.#scheduleConnect();
    this.#tell(cause);
    this.#pump();
  }

  #scheduleConnect(): void {
    const waitMs = backoffMs(this.#config.backoff, this.#attempt);
    this.#attempt += 1;
    const blocked = this.#requests.blockedUntil(this.#venueNow());
    const banMs = blocked === null ? 0 : blocked - epochMs(this.#venueNow());
    this.#connectAt = later(this.#now, Math.max(waitMs, banMs));
  }

  /** Whether a line is on its way to `Ready`. */
  #approaching(): boolean {
    for (const { phase } of this.#sessions.values()) {
      if (phase !== 'Ready' && phase !== 'Retiring') return true;
    }
    return false;
  }

  /** No answer will come: an order or a cancel is in doubt, a question is asked again. */
  #unanswered(request: InFlight, cause: string): void {
    const { purpose } = request;
    switch (purpose.type) {
      case 'Place':
        return this.#fallInDoubt(purpose.childID, cause);
      case 'Cancel':
        this.#cancelling.delete(purpose.childID);
        return this.#cancelInDoubt(purpose.childID, cause);
      case 'Query':
        return this.#again(purpose.query, 0);
      case 'Clock':
      case 'Logon':
      case 'Subscribe':
        return; // The phase's own bound ends it.
      default:
        return unreachable(purpose);
    }
  }

  #stop(cause: string): void {
    if (!this.#running) return;
    this.#running = false;
    this.#connectAt = null;
    const channels = [...this.#sessions.keys()];
    for (const channel of channels) {
      this.#actions.push({ type: 'CloseChannel', channel, cause });
      this.#closed(channel, cause);
    }
    this.#remark('error', 'the venue is stopped and waits for an operator', { cause });
    this.#tell(cause);
  }

  // ---- Questions ---------------------------------------------------------------------------------

  /** Asks the venue what became of `childID`, `waitMs` from now. */
  #ask(childID: ChildID, waitMs: number): void {
    this.#enqueue(`status ${childID}`, { type: 'OrderStatus', childID }, waitMs);
  }

  #enqueue(key: string, about: QueryAbout, waitMs = 0): void {
    const notBefore = later(this.#now, waitMs);
    const known = this.#queries.get(key);
    if (known === undefined) {
      this.#queries.set(key, { key, about, attempt: 0, notBefore, asked: false, requestID: null });
    } else if (!known.asked && notBefore < known.notBefore) {
      known.notBefore = notBefore;
    }
    if (about.type !== 'OrderStatus' && about.type !== 'Trades') return;
    for (const session of this.#sessions.values()) {
      if (session.phase === 'Reconciling') session.awaited.add(key);
    }
  }

  #dropQuery(key: string): void {
    const query = this.#queries.get(key);
    if (query === undefined || query.asked) return; // Its answer is on the way, and harmless.
    this.#queries.delete(key);
    this.#settled(key);
  }

  #done(query: Query): void {
    this.#queries.delete(query.key);
    this.#settled(query.key);
  }

  #again(query: Query, waitMs: number): void {
    query.asked = false;
    query.attempt += 1;
    query.notBefore = later(this.#now, waitMs);
    if (query.attempt >= RECONCILE_TRIES) this.#settled(query.key);
  }

  #againLater(query: Query): void {
    this.#again(query, queryRetryMs(query.attempt));
  }

  /** Sends what is due, wanted cancels first. */
  #pump(): void {
    this.#sendCancels();
    if (this.#queries.size === 0) return;
    const line = this.#queryLine();
    if (line === null) return;
    let asked = this.#requests.questionsAsked();
    for (const query of this.#queries.values()) {
      if (asked >= QUERIES_MOST) return;
      if (query.asked || this.#now < query.notBefore) continue;
      if (!this.#put(line, query)) return;
      asked += 1;
    }
  }

  /** False: the budget is used up, all else waits too. */
  #put(line: Session, query: Query): boolean {
    const question = this.#questionFor(query.about);
    if (question === null) {
      this.#done(query);
      return true;
    }
    if (!this.#requests.affords(question.weight, QUERY_SHARE, this.#venueNow())) return false;
    query.asked = true;
    query.requestID = this.#requests.nextID;
    const request = { ...question, purpose: { type: 'Query', query } } as const;
    const isPublic = query.about.type === 'Clock' || query.about.type === 'Listings';
    const action = isPublic
      ? this.#requests.send(line.channel, request, this.#times())
      : this.#requests.sendSigned(line, request, this.#times());
    this.#actions.push(action);
    return true;
  }

  /** Null where the question has become pointless. */
  #questionFor(about: QueryAbout): { method: string; params: Params; weight: number } | null {
    switch (about.type) {
      case 'Clock':
        return { method: 'time', params: {}, weight: 1 };
      case 'Listings':
        return { method: 'exchangeInfo', params: { symbols: about.venueSymbols }, weight: 20 };
      case 'OpenOrders':
        return { method: 'openOrders.status', params: { symbol: about.venueSymbol }, weight: 6 };
      case 'OrderStatus': {
        const child = this.#ledger.child(about.childID);
        if (child === null) return null;
        const byCancelID = (this.#doubts.get(about.childID) ?? 0) % 2 === 1;
        return { method: 'order.status', params: nameParams(child, byCancelID), weight: 4 };
      }
      case 'Trades': {
        const child = this.#ledger.child(about.childID);
        const orderId = child?.venueOrderID == null ? null : orderIDParam(child.venueOrderID);
        if (child === null || orderId === null) return null;
        const from: Params = about.fromID === null ? {} : { fromId: about.fromID };
        const params = { symbol: child.venueSymbol, orderId, ...from, limit: TRADES_PAGE };
        return { method: 'myTrades', params, weight: 5 };
      }
      case 'Absence':
        return questionOf(about.round);
      default:
        return unreachable(about);
    }
  }

  #queryAnswered(query: Query, request: InFlight, reply: Reply, verdict: Verdict): void {
    const { about } = query;
    if (this.#queries.get(query.key) !== query) return; // Dropped meanwhile.
    if (query.requestID !== request.id) return; // Asked again meanwhile: this page may be another's.
    if (verdict.type === 'Throttled' || verdict.type === 'WrongTime')
      return this.#again(query, 100);
    switch (about.type) {
      case 'Clock':
        if (verdict.type === 'Done' && this.#setClock(request, reply)) return this.#done(query);
        return this.#againLater(query);
      case 'Listings':
        return this.#listingsAnswered(query, about.venueSymbols, reply, verdict);
      case 'OpenOrders':
        return this.#openOrdersAnswered(query, about.venueSymbol, request.sentAt, reply, verdict);
      case 'OrderStatus':
        return this.#statusAnswered(query, about.childID, request.sentAt, reply, verdict);
      case 'Trades':
        return this.#tradesAnswered(query, about, reply, verdict);
      case 'Absence':
        return this.#pageAnswered(query, reply, verdict);
      default:
        return unreachable(about);
    }
  }

  #listingsAnswered(
    query: Query,
    venueSymbols: readonly string[],
    reply: Reply,
    verdict: Verdict,
  ): void {
    if (verdict.type === 'Refused' && venueSymbols.length > 1) {
      // One delisted symbol makes the venue refuse them all: each is asked for alone.
      for (const venueSymbol of venueSymbols) {
        this.#enqueue(`listings ${venueSymbol}`, { type: 'Listings', venueSymbols: [venueSymbol] });
      }
      return this.#done(query);
    }
    if (verdict.type === 'Refused') {
      this.#delisted(venueSymbols, textOf(verdict));
      return this.#done(query);
    }
    const read = verdict.type === 'Done' ? readListings(reply.result, venueSymbols) : null;
    if (read === null) return this.#againLater(query);
    for (const { venueSymbol, fault } of read.faults) this.#delisted([venueSymbol], fault);
    if (isObject(reply.result)) {
      for (const { limit } of readRateLimits(reply.result['rateLimits'])) {
        if (limit.kind !== 'RAW_REQUESTS') this.#requests.budget.setLimit(limit);
      }
    }
    this.#listingsAt = this.#now;
    this.#listed(read.listings);
    this.#done(query);
  }

  /** What was listed and is no longer is halted, for the desk to stop it. */
  #delisted(venueSymbols: readonly string[], fault: string): void {
    this.#remark('error', 'a configured symbol cannot be traded', {
      venueSymbols: venueSymbols.join(' '),
      fault,
    });
    const gone = this.#listings.filter((listing) => venueSymbols.includes(listing.venueSymbol));
    this.#listed(gone.map((listing) => ({ ...listing, state: 'Halted' })));
  }

  #listed(found: readonly ListingFound[]): void {
    const names = new Set(found.map((listing) => listing.venueSymbol));
    const others = this.#listings.filter((listing) => !names.has(listing.venueSymbol));
    const all = [...others, ...found].sort((a, b) => (a.venueSymbol < b.venueSymbol ? -1 : 1));
    if (sameListings(all, this.#listings)) return;
    this.#listings = all;
    this.#notices.push({ type: 'ListingsFound', venueID: this.#config.venueID, listings: all });
  }

  #openOrdersAnswered(
    query: Query,
    venueSymbol: string,
    askedAt: EpochNs,
    reply: Reply,
    verdict: Verdict,
  ): void {
    const orders = verdict.type === 'Done' ? readOrders(reply.result) : null;
    if (orders === null) return this.#againLater(query);
    const open = new Set<ChildID>();
    for (const order of orders) {
      const child = this.#shown(order);
      if (child !== null) {
        open.add(child.childID);
        this.#followUp(child);
      } else if (childIDOfClientOrderID(order.clientOrderID) !== null) {
        this.#remark('error', 'an open order carries an id of our form, but is not known here', {
          venueSymbol,
          venueOrderID: order.venueOrderID,
          clientOrderID: order.clientOrderID,
        });
      }
    }
    for (const child of this.#ledger.unsettled()) {
      if (child.venueSymbol !== venueSymbol || open.has(child.childID)) continue;
      if (child.standing === 'Working' && child.sentAt < askedAt) this.#ask(child.childID, 0);
    }
    this.#done(query);
  }

  #statusAnswered(
    query: Query,
    childID: ChildID,
    askedAt: EpochNs,
    reply: Reply,
    verdict: Verdict,
  ): void {
    const before = this.#ledger.child(childID);
    if (before === null) return this.#done(query);
    if (verdict.type === 'Done') {
      const order = readOrder(reply.result);
      const child = order === null ? null : this.#shown(order);
      if (child?.childID !== childID) return this.#againLater(query);
      this.#followUp(child);
      return this.#done(query);
    }
    if (
      before.standing === 'Refused' ||
      before.standing === 'Absent' ||
      before.standing === 'Ended'
    ) {
      return this.#done(query);
    }
    if (verdict.type === 'Archived') {
      this.#remark('error', "an order of ours is in the venue's archive", {
        childID,
        text: verdict.text,
      });
    }
    if (verdict.type !== 'NoSuchOrder') return this.#againLater(query);
    if (before.standing === 'InDoubt') return this.#notFound(query, before, askedAt);
    if (query.attempt === RECONCILE_TRIES) {
      this.#remark('error', 'the venue does not find an order that it had acknowledged', {
        childID,
      });
    }
    this.#againLater(query);
  }

  /** Not found *yet*, unless it was asked after the order's own deadline: then history is read whole. */
  #notFound(query: Query, child: Child, askedAt: EpochNs): void {
    this.#settled(query.key); // Reconciliation has its answer; the proof takes its own time.
    const tries = (this.#doubts.get(child.childID) ?? 0) + 1;
    this.#doubts.set(child.childID, tries);
    const countsFrom = absenceFrom(child, this.#lineUpAt(), {
      orderDeadlineMs: this.#config.recvWindowMs,
      queryLagMs: this.#config.queryLagMs,
      skewErrorNs: this.#skew.errorNs,
    });
    // Asked once by its own id and once by the id that a cancel gives: both must be unknown.
    if (askedAt < countsFrom || tries < 2) {
      const waitMs = queryRetryMs(query.attempt);
      const untilMs = Number((countsFrom - this.#now) / 1_000_000n) + 1;
      this.#again(query, untilMs > 0 ? Math.min(waitMs, untilMs) : 0);
      return;
    }
    this.#done(query);
    const round = startRound(child, atVenue(this.#skew, child.since));
    this.#enqueue(`absence ${child.childID}`, { type: 'Absence', round });
  }

  #pageAnswered(query: Query, reply: Reply, verdict: Verdict): void {
    if (query.about.type !== 'Absence') return;
    const { round } = query.about;
    const { childID, venueSymbol } = round.child;
    if (verdict.type !== 'Done') return this.#againLater(query);
    const page = { result: reply.result, venueNow: this.#venueNow() };
    const outcome = takePage(round, page, (id) => this.#ledger.knows(venueSymbol, id));
    switch (outcome.type) {
      case 'More':
        query.attempt = 0;
        query.asked = false;
        return;
      case 'Found': {
        this.#done(query);
        const child = this.#shown(outcome.order);
        return child === null ? this.#ask(childID, 0) : this.#followUp(child);
      }
      case 'Complete':
        this.#done(query);
        this.#doubts.delete(childID);
        return this.#ledger.absent(childID, outcome.evidence);
      case 'Unproven':
        this.#remark('error', 'a child stays in doubt: its absence cannot be proven', {
          childID,
          reason: outcome.reason,
        });
        this.#done(query);
        return this.#ask(childID, QUERY_RETRY_MOST_MS);
      default:
        return unreachable(outcome);
    }
  }

  #tradesAnswered(
    query: Query,
    about: { readonly childID: ChildID; fromID: bigint | null },
    reply: Reply,
    verdict: Verdict,
  ): void {
    const trades = verdict.type === 'Done' ? readTrades(reply.result) : null;
    if (trades === null) return this.#againLater(query);
    for (const trade of trades) this.#ledger.traded(trade);
    const last = trades.at(-1);
    if (trades.length >= TRADES_PAGE && last !== undefined) {
      about.fromID = BigInt(last.fill.venueExecID) + 1n;
      query.asked = false;
      return;
    }
    this.#done(query);
    this.#ledger.tradesComplete(about.childID, this.#now);
  }

  // ---- Time --------------------------------------------------------------------------------------

  #ticked(): void {
    if (!this.#running) return;
    if (this.#connectAt !== null && this.#now >= this.#connectAt) this.#open('connecting again');
    for (const request of this.#requests.overdue(this.#now, this.#config.answerBoundMs)) {
      this.#unanswered(request, `no answer within ${this.#config.answerBoundMs} ms`);
    }
    for (const session of [...this.#sessions.values()]) this.#watch(session);
    this.#ledger.sweepForgotten(this.#now);
    this.#askForGaps();
    if (this.#orderLine() !== null) this.#askByTheClock();
    this.#pump();
  }

  #watch(session: Session): void {
    switch (session.phase) {
      case 'Ready':
        if (this.#aged(session.upAt, RENEW_AFTER_MS)) this.#openNext();
        return;
      case 'Retiring':
        if (this.#requests.hasOn(session.channel) && !this.#aged(session.since, RETIRE_WITHIN_MS))
          return;
        return this.#giveUp(session, 'replaced by a newer line');
      case 'Opening':
      case 'Clock':
      case 'Logon':
      case 'Subscribing':
        if (this.#aged(session.since, PHASE_MOST_MS)) {
          this.#giveUp(session, `${session.phase} lasted more than ${PHASE_MOST_MS} ms`);
        }
        return;
      case 'Reconciling':
        if (this.#requests.blockedUntil(this.#venueNow()) !== null) return;
        if (this.#aged(session.since, STALLED_AFTER_MS)) {
          this.#giveUp(session, `reconciling stood still for ${STALLED_AFTER_MS} ms`);
        }
        return;
      default:
        return unreachable(session.phase);
    }
  }

  #askByTheClock(): void {
    if (this.#clockSetAt !== null && this.#aged(this.#clockSetAt, CLOCK_EVERY_MS)) {
      this.#enqueue('clock', { type: 'Clock' });
    }
    if (this.#listingsAt !== null && this.#aged(this.#listingsAt, LISTINGS_EVERY_MS)) {
      this.#listingsAt = this.#now;
      this.#enqueue('listings', { type: 'Listings', venueSymbols: this.#venueSymbols() });
    }
    if (this.#now < this.#auditAt) return;
    this.#auditAt = later(this.#now, this.#config.auditEveryMs);
    const symbols = new Set<string>();
    for (const child of this.#ledger.unsettled()) {
      if (child.standing === 'Working') symbols.add(child.venueSymbol);
    }
    for (const venueSymbol of symbols)
      this.#enqueue(`open ${venueSymbol}`, { type: 'OpenOrders', venueSymbol });
  }

  /** A better reading, or one after the venue found our time wrong, replaces the one before. */
  #setClock(request: InFlight, reply: Reply): boolean {
    const venueTime = readServerTime(reply.result);
    if (venueTime === null) return false;
    const exchange = {
      sentAt: request.sentAt,
      receivedAt: this.#now,
      venueTime,
      venueUnitNs: 1_000_000n,
    };
    const skew = skewOf(exchange);
    const stale = this.#clockSetAt === null || this.#aged(this.#clockSetAt, 5 * CLOCK_EVERY_MS);
    if (!stale && skew.errorNs > 4n * this.#skew.errorNs) return true;
    this.#skew = skew;
    this.#clockSetAt = this.#now;
    return true;
  }

  // ---- Small parts -------------------------------------------------------------------------------

  /** The line that orders go out on. */
  #orderLine(): Session | null {
    for (const session of this.#sessions.values()) if (session.phase === 'Ready') return session;
    return null;
  }

  #cancelLine(): Session | null {
    return this.#orderLine() ?? this.#queryLine();
  }

  /** The newest line that may ask about the account. */
  #queryLine(): Session | null {
    let newest: Session | null = null;
    for (const session of this.#sessions.values()) {
      if (session.phase === 'Reconciling' || session.phase === 'Ready') newest = session;
    }
    return newest;
  }

  /** Since when the user stream is heard without a break. */
  #lineUpAt(): EpochNs {
    return this.#queryLine()?.upAt ?? this.#now;
  }

  #venueSymbols(): string[] {
    return this.#config.symbols.map((symbol) => symbol.venueSymbol);
  }

  #venueNow(): EpochNs {
    return atVenue(this.#skew, this.#now);
  }

  #times(): { now: EpochNs; venueNow: EpochNs } {
    return { now: this.#now, venueNow: this.#venueNow() };
  }

  #aged(since: EpochNs, ms: number): boolean {
    return this.#now - since >= BigInt(ms) * 1_000_000n;
  }

  #tell(cause: string): void {
    const state = this.#stateNow();
    if (state === this.#state) return;
    this.#state = state;
    this.#notices.push({ type: 'StateChanged', venueID: this.#config.venueID, state, cause });
  }

  #stateNow(): VenueState {
    if (!this.#running) return 'Stopped';
    if (this.#orderLine() !== null) return 'Ready';
    if (this.#queryLine() !== null) return 'Reconciling';
    return this.#approaching() ? 'Connecting' : 'Down';
  }

  #remark(
    level: 'error' | 'warn' | 'info',
    sentence: string,
    fields: Readonly<Record<string, string | number>>,
  ): void {
    this.#notices.push({
      type: 'Remarked',
      venueID: this.#config.venueID,
      level,
      sentence,
      fields,
    });
  }

  #notice(
    session: Session,
    level: 'error' | 'warn' | 'info',
    sentence: string,
    fields: Readonly<Record<string, string | number>> = {},
  ): void {
    this.#remark(level, sentence, { channel: session.channel, ...fields });
  }
}

/** Trades on one page: the venue's maximum. */
const TRADES_PAGE = 1_000;

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

/** By the venue's own id where it is known, else by ours, or by the one that a cancel gives it. */
function nameParams(child: Child, byCancelID: boolean): Params {
  const orderId = child.venueOrderID === null ? null : orderIDParam(child.venueOrderID);
  const symbol = child.venueSymbol;
  if (orderId !== null) return { symbol, orderId };
  return { symbol, origClientOrderId: byCancelID ? cancelIDOf(child.childID) : child.childID };
}

/** Whether the venue has looked at its timestamp. */
function wasTimed({ purpose }: InFlight): boolean {
  if (purpose.type === 'Clock' || purpose.type === 'Subscribe') return false;
  if (purpose.type !== 'Query') return true;
  return purpose.query.about.type !== 'Clock' && purpose.query.about.type !== 'Listings';
}

function textOf(verdict: Verdict): string {
  return verdict.type === 'Done' ? '' : verdict.text;
}

function queryRetryMs(attempt: number): number {
  return Math.min(QUERY_RETRY_MOST_MS, 250 * 2 ** Math.min(attempt, 10));
}

function later(at: EpochNs, ms: number): EpochNs {
  return epochNs(at + BigInt(ms) * 1_000_000n);
}
