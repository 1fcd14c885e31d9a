// Binance's order side as one machine: orders are sent once and followed to evidence of their end.
// Its lines, what it asks about orders and what it knows of them are those of `adapters/connection`;
// here is what Binance says and wants to hear.
//
// Source: binance-spot-api-docs, web-socket-api.md and user-data-stream.md, snapshot 2026-07-21.

import {
  ChildLedger,
  Credentials,
  type ExecutionView,
  type InFlight,
  Lines,
  type OrderParts,
  Placing,
  Questions,
  type Session,
  Turn,
  type VenueHand,
  type Verdict,
  sinksOf,
  stepOrders,
} from '../connection/index.ts';
import type { OrdersInput, OrdersOutput, RequestSigner, VenueOrders } from '../port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import type { ChildID } from '../../spec/terms/index.ts';
import { epochNs } from '../../spec/units/index.ts';
import type { Capabilities } from '../../spec/venues/index.ts';
import type { BinanceOrdersConfig } from './config.ts';
import { backOffMs, judge } from './errors.ts';
import { BinanceInquiry } from './inquiry.ts';
import { Queries } from './queries.ts';
import { type Purpose, type QueryAbout, Requests } from './requests.ts';
import { Sending } from './sending.ts';
import { UserStream, isPublic, isSigned } from './user-stream.ts';
import { type Reply, childIDOfClientOrderID, endOf, readOrderFrame } from './wire.ts';

/** The venue closes a line after 24 h: the next one is opened before. */
const RENEW_AFTER_MS = 84_600_000; // 23.5 h

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
  readonly #turn: Turn;
  readonly #requests: Requests;
  readonly #ledger: ChildLedger;
  readonly #lines: Lines;
  readonly #credentials: Credentials;
  readonly #questions: Questions<QueryAbout>;
  readonly #asked: BinanceInquiry;
  readonly #placing: Placing;
  readonly #stream: UserStream;
  readonly #sending: Sending;
  readonly #queries: Queries;
  readonly #parts: OrderParts;
  readonly #hand: VenueHand;
  #auditAt: EpochNs = epochNs(0n);

  constructor(config: BinanceOrdersConfig, signer: RequestSigner) {
    const { venueID } = config;
    this.#config = config;
    const venueSymbols = config.symbols.map((symbol) => symbol.venueSymbol);
    const turn = new Turn(venueID);
    this.#turn = turn;
    this.#requests = new Requests(config, signer);
    this.#ledger = new ChildLedger(
      { endOf, childIDOf: childIDOfClientOrderID },
      sinksOf(turn, (childID) => this.#placing.want(childID)),
      config.keepForgottenMs,
    );
    this.#lines = new Lines({
      venueID,
      url: config.wsApiURL,
      backoff: config.backoff,
      renewAfterMs: RENEW_AFTER_MS,
      turn,
      opening: () => this.#requests.connected(turn.venueMs),
      prepare: (session) => this.#stream.askTime(session),
      subscribed: () => this.#subscribed(),
      reconciled: (held) => this.#reconciled(held),
      lost: (channel, cause) => this.#lost(channel, cause),
      owes: (channel) => this.#requests.hasOn(channel),
      blockedUntil: () => this.#requests.blockedUntil(turn.venueMs),
    });
    this.#credentials = new Credentials({ turn, lines: this.#lines, backoff: config.backoff });
    this.#stream = new UserStream({
      turn,
      signer,
      lines: this.#lines,
      requests: this.#requests,
      askClock: () => this.#questions.put('clock', { type: 'Clock' }),
    });
    this.#sending = new Sending({
      turn,
      lines: this.#lines,
      requests: this.#requests,
      stream: this.#stream,
    });
    this.#questions = new Questions({
      turn,
      ask: (query) => this.#queries.ask(query),
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
      cancelUnknown: (order) => this.#sending.cancelUnknown(order),
    });
    this.#queries = new Queries({
      turn,
      venueSymbols,
      lines: this.#lines,
      requests: this.#requests,
      questions: this.#questions,
      stream: this.#stream,
      asked: this.#asked,
    });
    this.#placing = new Placing({
      turn,
      ledger: this.#ledger,
      lines: this.#lines,
      venueSymbols,
      inquiry: this.#asked.inquiry,
      amends: null,
      affordsOrder: () => this.#sending.affordsOrder(),
      sendOrder: (child, line) => this.#sending.order(child, line),
      sendCancel: (child, line) => this.#sending.cancel(child, line),
    });
    const { inquiry } = this.#asked;
    this.#parts = {
      turn,
      ledger: this.#ledger,
      lines: this.#lines,
      placing: this.#placing,
      inquiry,
    };
    this.#hand = {
      started: () => this.#stream.started(),
      received: (channel, frame) => this.#received(channel, frame),
      replied: () => undefined, // This machine asks nothing over HTTP.
      ticked: () => this.#ticked(),
      pump: () => this.#pump(),
    };
  }

  step(input: OrdersInput): OrdersOutput {
    return stepOrders(input, this.#parts, this.#hand);
  }

  #lost(channel: string, cause: string): void {
    this.#stream.lost(channel);
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
      case 'BalancesTold': {
        const { venueID } = this.#config;
        const { balances } = frame;
        return this.#turn.notice({ type: 'BalancesFound', venueID, isWhole: false, balances });
      }
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
    if (verdict.type === 'WrongTime')
      this.#stream.readClockAgain(verdict.text, request?.sentAt ?? null);
    if (request !== null) {
      this.#judgeCredentials(session, request.purpose, verdict);
      return this.#answered(session, request, reply, verdict);
    }
    if (reply.id === null && verdict.type === 'NotAuthorized') {
      this.#lines.giveUp(session, 'the session is no longer authorized');
    }
  }

  /** One right covers orders and cancels: only an order that is taken shows that the key has it. */
  #judgeCredentials(session: Session, purpose: Purpose, verdict: Verdict): void {
    if (!isSigned(purpose)) return;
    const { type } = purpose;
    if (verdict.type === 'Done') this.#credentials.done(session, type);
    if (verdict.type !== 'NotAuthorized') return;
    const shownBy = type === 'Cancel' || type === 'CancelUnknown' ? 'Place' : type;
    this.#credentials.refused(session, { request: type, text: verdict.text, shownBy });
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

  #answered(session: Session, request: InFlight<Purpose>, reply: Reply, verdict: Verdict): void {
    if (verdict.type === 'Done') this.#stream.done(request);
    const { purpose } = request;
    const shows = (childID: ChildID): boolean => this.#showsChild(childID, reply);
    switch (purpose.type) {
      case 'Place':
        return this.#placing.placed(purpose.childID, verdict, shows);
      case 'Cancel':
        return this.#placing.cancelled(purpose.childID, verdict, shows);
      case 'CancelUnknown':
        return this.#placing.cancelledUnknown(
          purpose.venueOrderID,
          verdict.type === 'Done' ? 'taken' : reply.msg,
        );
      case 'Query':
        return this.#queries.answered(purpose.query, request, reply, verdict);
      case 'Clock':
        if (verdict.type === 'Done' && this.#stream.readClock(request, reply)) {
          return this.#stream.clockRead(session);
        }
        return this.#lines.giveUp(session, `no time from the venue: ${reply.msg}`);
      case 'Logon':
        if (verdict.type !== 'Done') {
          return this.#lines.giveUp(session, `logon failed: ${verdict.text}`);
        }
        return this.#stream.loggedOn(session);
      case 'Subscribe':
        if (verdict.type === 'Done') return this.#lines.subscribed(session);
        return this.#lines.giveUp(session, `subscription failed: ${verdict.text}`);
      default:
        return unreachable(purpose);
    }
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
    this.#queries.listings.ask();
    this.#queries.askBalances();
    this.#asked.inquiry.askAll();
    this.#placing.sendCancels();
  }

  #reconciled(held: readonly ExecutionView[]): void {
    for (const execution of held) this.#book(execution);
    this.#auditAt = this.#turn.in(this.#config.auditEveryMs);
  }

  #pump(): void {
    this.#placing.sendCancels();
    this.#questions.pump();
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
    this.#stream.readClockIfDue();
    this.#queries.listings.askIfDue();
    if (this.#turn.now < this.#auditAt) return;
    this.#auditAt = this.#turn.in(this.#config.auditEveryMs);
    this.#queries.askBalances(); // A lost event of them shows nowhere else.
    this.#asked.inquiry.audit();
  }
}
