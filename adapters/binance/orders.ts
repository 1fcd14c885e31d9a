// Binance's order side as one machine: orders are sent once and followed to evidence of their end.
// Its lines are in `lines.ts`, what it asks about orders in `inquiry.ts`, what it knows in `ledger.ts`.
//
// Source: binance-spot-api-docs, web-socket-api.md and user-data-stream.md, snapshot 2026-07-21.

import type { OrdersInput, OrdersOutput, RequestSigner, VenueOrders } from '../port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import type { ChildID } from '../../spec/terms/index.ts';
import { epochMs, epochNs, formatDecimal } from '../../spec/units/index.ts';
import type { AdoptedChild, Capabilities, ChildOrder } from '../../spec/venues/index.ts';
import type { Question } from './absence.ts';
import type { BinanceOrdersConfig } from './config.ts';
import { type Verdict, backOffMs, judge } from './errors.ts';
import { Inquiry, nameParams } from './inquiry.ts';
import { ChildLedger } from './ledger.ts';
import { Lines, type Session } from './lines.ts';
import { ListingsWatch } from './listings-watch.ts';
import { Questions, isPublic } from './questions.ts';
import { CANCEL_SHARE, type InFlight, type Query, type QueryAbout, Requests } from './requests.ts';
import { Turn } from './turn.ts';
import {
  type ExecutionView,
  type Params,
  type Reply,
  cancelIDOf,
  readOrder,
  readOrderFrame,
  readServerTime,
} from './wire.ts';

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
  readonly #turn: Turn;
  readonly #requests: Requests;
  readonly #ledger: ChildLedger;
  readonly #lines: Lines;
  readonly #questions: Questions;
  readonly #inquiry: Inquiry;
  readonly #listings: ListingsWatch;
  readonly #cancelWanted = new Set<ChildID>();
  readonly #cancelling = new Set<ChildID>();
  #wrongTimes = 0;
  #auditAt: EpochNs = epochNs(0n);

  constructor(config: BinanceOrdersConfig, signer: RequestSigner) {
    const turn = new Turn(config.venueID);
    const requests = new Requests(config, signer);
    const ledger = new ChildLedger(
      {
        report: (report) => turn.report(report),
        remark: (level, sentence, fields) => turn.remark(level, sentence, fields),
        sweep: (childID) => this.#cancelWanted.add(childID),
      },
      config.keepForgottenMs,
    );
    const lines = new Lines({
      config,
      signer,
      turn,
      requests,
      subscribed: () => this.#subscribed(),
      reconciled: (held) => this.#reconciled(held),
      lost: (lost, cause) => {
        for (const request of lost) this.#unanswered(request, cause);
      },
    });
    const questions = new Questions({
      turn,
      requests,
      form: (about) => this.#form(about),
      put: ({ key, about }) => {
        if (!isPublic(about) && about.type !== 'Absence') lines.await(key);
      },
      settled: (key) => lines.settled(key),
    });
    const venueSymbols = config.symbols.map((symbol) => symbol.venueSymbol);
    this.#config = config;
    this.#turn = turn;
    this.#requests = requests;
    this.#ledger = ledger;
    this.#lines = lines;
    this.#questions = questions;
    this.#inquiry = new Inquiry({ config, turn, ledger, lines, questions });
    this.#listings = new ListingsWatch({
      venueID: config.venueID,
      venueSymbols,
      turn,
      requests,
      questions,
    });
  }

  step(input: OrdersInput): OrdersOutput {
    this.#turn.begin(input.now);
    this.#take(input);
    return this.#turn.output();
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
        this.#wrongTimes = 0;
        return this.#lines.start();
      case 'Adopt':
        return this.#adopt(input.children);
      case 'Resolve':
        return this.#resolve(input.childID);
      case 'Forget':
        return this.#ledger.forget(input.childID, this.#turn.now);
      case 'ChannelOpened':
        return this.#lines.opened(input.channel);
      case 'ChannelClosed':
        this.#lines.closed(input.channel, input.cause);
        return this.#pump();
      case 'HttpReplied':
        return; // This machine asks nothing over HTTP.
      default:
        return unreachable(input);
    }
  }

  // ---- What the desk asks ------------------------------------------------------------------------

  /** Sent in this very step or refused; never kept, never sent twice. */
  #submit(child: ChildOrder): void {
    const { childID } = child;
    if (this.#ledger.child(childID) !== null) {
      const sentence = 'a child was submitted twice; it is sent once';
      return this.#turn.remark('error', sentence, { childID });
    }
    const line = this.#lines.forOrders();
    const hindrance = this.#hindrance(child, line);
    if (line === null || hindrance !== null) {
      const text = `not sent: ${hindrance ?? 'venue not connected'}`;
      return this.#turn.report({ type: 'Refused', childID, text, notSent: true });
    }
    this.#ledger.submit(child, this.#turn.now);
    const purpose = { type: 'Place', childID } as const;
    const request = { purpose, method: 'order.place', params: placeParams(child), weight: 1 };
    this.#turn.act(this.#requests.sendSigned(line, request, this.#turn));
  }

  #hindrance(child: ChildOrder, line: Session | null): string | null {
    if (!this.#config.symbols.some((symbol) => symbol.venueSymbol === child.venueSymbol)) {
      return `symbol ${child.venueSymbol} is not configured`;
    }
    if (line === null) return `venue not connected (${this.#lines.state})`;
    return this.#requests.affordsOrder(this.#turn.venueNow) ? null : 'rate budget';
  }

  #cancel(childID: ChildID): void {
    const child = this.#ledger.child(childID);
    if (child === null) {
      const text = 'this child is not known here';
      return this.#turn.report({ type: 'CancelRefused', childID, text });
    }
    if (child.standing === 'Ended' || child.standing === 'Refused' || child.standing === 'Absent') {
      this.#ledger.answer(childID);
      return;
    }
    this.#cancelWanted.add(childID);
    this.#sendCancels();
  }

  #adopt(children: readonly AdoptedChild[]): void {
    for (const adopted of children) {
      const { childID } = adopted.child;
      this.#ledger.adopt(adopted, this.#turn.now);
      if (adopted.inDoubt) this.#ledger.want(childID);
      if (adopted.cancelWanted) this.#cancelWanted.add(childID);
      this.#inquiry.ask(childID);
    }
    this.#pump();
  }

  #resolve(childID: ChildID): void {
    if (this.#ledger.child(childID) === null) {
      const sentence = 'asked to resolve a child that is not known here';
      return this.#turn.remark('error', sentence, { childID });
    }
    if (this.#ledger.answer(childID)) return;
    this.#inquiry.ask(childID);
    this.#pump();
  }

  /** Cancels wait for a line and for the venue's patience, never for other requests. */
  #sendCancels(): void {
    if (this.#cancelWanted.size === 0) return;
    const line = this.#lines.forOrders() ?? this.#lines.forQuestions();
    if (line === null) return;
    for (const childID of this.#cancelWanted) {
      if (this.#cancelling.has(childID)) continue;
      const child = this.#ledger.child(childID);
      if (child === null || child.end !== null) {
        this.#cancelWanted.delete(childID);
        continue;
      }
      if (!this.#requests.affords(1, CANCEL_SHARE, this.#turn.venueNow)) return;
      this.#cancelWanted.delete(childID);
      this.#cancelling.add(childID);
      const purpose = { type: 'Cancel', childID } as const;
      const params = { ...nameParams(child, false), newClientOrderId: cancelIDOf(childID) };
      const request = { purpose, method: 'order.cancel', params, weight: 1 };
      this.#turn.act(this.#requests.sendSigned(line, request, this.#turn));
    }
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
    if (child !== null) this.#inquiry.followUp(child);
  }

  #replied(session: Session, reply: Reply): void {
    this.#requests.observe(reply, this.#turn.venueNow);
    const request = this.#requests.take(session.channel, reply);
    const verdict = judge(reply);
    if (verdict.type === 'Throttled') this.#bePatient(reply, verdict);
    if (verdict.type === 'WrongTime') this.#readClockAgain(verdict.text);
    if (request !== null) return this.#answered(session, request, reply, verdict);
    if (reply.id === null && verdict.type === 'NotAuthorized') {
      this.#lines.giveUp(session, 'the session is no longer authorized');
    }
  }

  #bePatient(reply: Reply, verdict: Extract<Verdict, { type: 'Throttled' }>): void {
    const venueMs = epochMs(this.#turn.venueNow);
    const waitMs = backOffMs(
      verdict.banned,
      reply.retryAt === null ? null : reply.retryAt - venueMs,
    );
    this.#requests.block(verdict.what, venueMs + waitMs);
    const fields = { waitMs, text: verdict.text };
    if (verdict.banned) this.#turn.remark('error', 'the venue has banned us', fields);
    else this.#turn.remark('warn', 'the venue asks for patience', fields);
  }

  #readClockAgain(text: string): void {
    this.#wrongTimes += 1;
    this.#turn.remark('warn', 'the venue found our time wrong', { text });
    if (this.#wrongTimes >= WRONG_TIMES_MOST) {
      return this.#lines.stop('the clock skew cannot be fixed');
    }
    this.#turn.distrustClock();
    this.#questions.put('clock', { type: 'Clock' });
  }

  #answered(session: Session, request: InFlight, reply: Reply, verdict: Verdict): void {
    if (verdict.type === 'Done' && wasTimed(request)) this.#wrongTimes = 0;
    const { purpose } = request;
    switch (purpose.type) {
      case 'Place':
        return this.#placed(purpose.childID, reply, verdict);
      case 'Cancel':
        return this.#cancelled(purpose.childID, reply, verdict);
      case 'Query':
        return this.#questionAnswered(purpose.query, request, reply, verdict);
      case 'Clock':
        if (verdict.type === 'Done' && this.#readClock(request, reply)) {
          return this.#lines.clockRead(session);
        }
        return this.#lines.giveUp(session, `no time from the venue: ${reply.msg}`);
      case 'Logon':
        if (verdict.type === 'Done') return this.#lines.loggedOn(session);
        return this.#lines.giveUp(session, `logon failed: ${verdict.text}`);
      case 'Subscribe':
        if (verdict.type === 'Done') return this.#lines.subscribed(session);
        return this.#lines.giveUp(session, `subscription failed: ${verdict.text}`);
      default:
        return unreachable(purpose);
    }
  }

  #placed(childID: ChildID, reply: Reply, verdict: Verdict): void {
    switch (verdict.type) {
      case 'Done':
        if (this.#showsChild(childID, reply)) return;
        return this.#fallInDoubt(childID, 'the answer to it cannot be read');
      case 'Refused':
      case 'Throttled':
      case 'WrongTime':
      case 'NotAuthorized':
        this.#inquiry.drop(childID);
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

  /** Whether the answer is an order, and this child's; then it is taken. */
  #showsChild(childID: ChildID, reply: Reply): boolean {
    const order = readOrder(reply.result);
    const child = order === null ? null : this.#inquiry.shown(order);
    if (child?.childID !== childID) return false;
    this.#inquiry.followUp(child);
    return true;
  }

  #fallInDoubt(childID: ChildID, cause: string): void {
    this.#ledger.doubt(childID, cause);
    if (this.#ledger.child(childID)?.standing === 'InDoubt') this.#inquiry.ask(childID);
  }

  #cancelled(childID: ChildID, reply: Reply, verdict: Verdict): void {
    this.#cancelling.delete(childID);
    switch (verdict.type) {
      case 'Done':
        if (this.#showsChild(childID, reply)) return;
        return this.#cancelInDoubt(childID, 'the answer to the cancel cannot be read');
      case 'Throttled':
      case 'WrongTime':
        this.#cancelWanted.add(childID); // Not done, and wanted still.
        return;
      case 'Refused':
      case 'NotAuthorized':
      case 'DuplicateID':
      case 'NoSuchOrder':
      case 'Archived':
        this.#turn.report({ type: 'CancelRefused', childID, text: verdict.text });
        return this.#askWhatIs(childID);
      case 'Unknown':
        return this.#cancelInDoubt(childID, verdict.text);
      default:
        return unreachable(verdict);
    }
  }

  #cancelInDoubt(childID: ChildID, cause: string): void {
    if (this.#ledger.child(childID)?.end !== null) return; // Its end was seen meanwhile.
    this.#turn.report({ type: 'CancelUnknown', childID, cause });
    this.#askWhatIs(childID);
  }

  /** And says it, even if it is what was said before. */
  #askWhatIs(childID: ChildID): void {
    this.#ledger.want(childID);
    this.#inquiry.ask(childID);
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
        return this.#questions.again(purpose.query, 0);
      case 'Clock':
      case 'Logon':
      case 'Subscribe':
        return; // The phase's own bound ends it.
      default:
        return unreachable(purpose);
    }
  }

  // ---- What is asked of the venue ----------------------------------------------------------------

  #subscribed(): void {
    this.#listings.ask();
    this.#inquiry.askAll();
    this.#sendCancels();
  }

  #reconciled(held: readonly ExecutionView[]): void {
    for (const execution of held) this.#book(execution);
    this.#auditAt = this.#turn.in(this.#config.auditEveryMs);
  }

  #pump(): void {
    this.#sendCancels();
    this.#questions.pump(this.#lines.forQuestions());
  }

  #form(about: QueryAbout): Question | null {
    if (about.type === 'Clock') return { method: 'time', params: {}, weight: 1 };
    if (about.type !== 'Listings') return this.#inquiry.form(about);
    return { method: 'exchangeInfo', params: { symbols: about.venueSymbols }, weight: 20 };
  }

  #questionAnswered(query: Query, request: InFlight, reply: Reply, verdict: Verdict): void {
    if (!this.#questions.awaits(query, request)) return;
    if (verdict.type === 'Throttled' || verdict.type === 'WrongTime') {
      return this.#questions.again(query, 100); // The budget holds it back for as long as it must.
    }
    const { about } = query;
    if (about.type === 'Listings') {
      return this.#listings.answered(query, about.venueSymbols, reply, verdict);
    }
    if (about.type !== 'Clock') {
      return this.#inquiry.answered(about, { query, request }, reply, verdict);
    }
    if (verdict.type === 'Done' && this.#readClock(request, reply)) this.#questions.done(query);
    else this.#questions.againLater(query);
  }

  #readClock(request: InFlight, reply: Reply): boolean {
    const venueTime = readServerTime(reply.result);
    if (venueTime === null) return false;
    this.#turn.readClock(request.sentAt, venueTime);
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
    this.#inquiry.askForGaps();
    if (this.#lines.forOrders() !== null) this.#askByTheClock();
    this.#pump();
  }

  #askByTheClock(): void {
    const readAt = this.#turn.skewReadAt;
    if (readAt === null || this.#turn.aged(readAt, CLOCK_EVERY_MS)) {
      this.#questions.put('clock', { type: 'Clock' });
    }
    this.#listings.ticked();
    if (this.#turn.now < this.#auditAt) return;
    this.#auditAt = this.#turn.in(this.#config.auditEveryMs);
    this.#inquiry.audit();
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
function wasTimed({ purpose }: InFlight): boolean {
  if (purpose.type === 'Clock' || purpose.type === 'Subscribe') return false;
  return purpose.type !== 'Query' || !isPublic(purpose.query.about);
}
