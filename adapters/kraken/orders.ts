// Kraken's order side as one machine: orders go out on the private socket, questions over REST.
// Its lines, what it asks about orders and what it knows of them are those of `adapters/connection`;
// here is what Kraken says and wants to hear.
//
// Source: Kraken API Center, websocket-v2/{add_order,amend_order,cancel_order,executions}, guides/{spot-ws-auth,
// spot-amends}, mirrored 2026-08.

import {
  Amends,
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
  textOf,
} from '../connection/index.ts';
import type { NonceSigner, OrdersInput, OrdersOutput, VenueOrders } from '../port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import { type ChildID, asVenueOrderID } from '../../spec/terms/index.ts';
import { ZERO_QTY, epochNs } from '../../spec/units/index.ts';
import type { Capabilities } from '../../spec/venues/index.ts';
import type { KrakenOrdersConfig } from './config.ts';
import { isSessionLost, judge } from './errors.ts';
import { KrakenInquiry } from './inquiry.ts';
import { Queries } from './queries.ts';
import { type Purpose, type QueryAbout, Requests } from './requests.ts';
import { Sending } from './sending.ts';
import { type Snapshot, UserStream } from './user-stream.ts';
import { type Reply, childIDOfClientOrderID, endOf, readOrderFrame } from './wire.ts';

/** A cancel that was taken ends the order by an event: without it for so long, the order is asked for. */
const CANCEL_EVENT_MS = 1_000;
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

/** Mutable and hot: one per account. All that it does is in the output of `step`. */
class OrdersMachine {
  readonly #config: KrakenOrdersConfig;
  readonly #venueSymbols: readonly string[];
  readonly #turn: Turn;
  readonly #requests: Requests;
  readonly #ledger: ChildLedger;
  readonly #lines: Lines;
  readonly #credentials: Credentials;
  readonly #questions: Questions<QueryAbout>;
  readonly #amends: Amends;
  readonly #asked: KrakenInquiry;
  readonly #placing: Placing;
  readonly #stream: UserStream;
  readonly #sending: Sending;
  readonly #queries: Queries;
  readonly #parts: OrderParts;
  readonly #hand: VenueHand;
  /** Until then nothing is asked about orders: the snapshot may answer it. Null: it is there. */
  #snapshotBy: EpochNs | null = null;
  /** When each taken cancel should have ended its order. */
  readonly #endsDue = new Map<ChildID, EpochNs>();
  #watchedSince: EpochNs | null = null;
  #lastWholeAt: EpochNs | null = null;
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
      sinksOf(turn, (childID) => this.#placing.want(childID)),
      config.keepForgottenMs,
    );
    this.#lines = new Lines({
      venueID,
      url: config.privateURL,
      backoff: config.backoff,
      renewAfterMs: null,
      turn,
      opening: () => undefined, // Connections have a limit of their own, which the back-off keeps.
      prepare: (session) => this.#stream.askToken(session),
      subscribed: () => this.#subscribed(),
      reconciled: (held) => this.#reconciled(held),
      lost: (channel, cause) => this.#lost(channel, cause),
      owes: (channel) => this.#requests.hasOn(channel),
      blockedUntil: () => this.#requests.blockedUntil(turn.now),
    });
    this.#credentials = new Credentials({ turn, lines: this.#lines, backoff: config.backoff });
    this.#stream = new UserStream({
      turn,
      venueSymbols: this.#venueSymbols,
      ledger: this.#ledger,
      lines: this.#lines,
      requests: this.#requests,
      credentials: this.#credentials,
      watchedSince: () => this.#watchedSince,
      book: (execution) => this.#book(execution),
      began: (snapshot) => this.#began(snapshot),
    });
    this.#sending = new Sending({
      turn,
      orderDeadlineMs: config.orderDeadlineMs,
      ledger: this.#ledger,
      lines: this.#lines,
      requests: this.#requests,
      stream: this.#stream,
    });
    this.#questions = new Questions({
      turn,
      ask: (query) => this.#queries.ask(query),
      put: ({ key, about }) => {
        if (about.type !== 'Listings' && about.type !== 'Absence') this.#lines.await(key);
      },
      settled: (key) => this.#lines.settled(key),
    });
    this.#amends = new Amends({
      turn,
      ledger: this.#ledger,
      inquiry: {
        ask: (childID) => this.#asked.inquiry.ask(childID),
        countsFrom: (sentAt) => this.#asked.inquiry.countsFrom(sentAt),
      },
      affords: (child) => this.#sending.affordsAmend(child),
      send: (child, terms, line) => this.#sending.amend(child, terms, line),
    });
    this.#asked = new KrakenInquiry({
      config,
      turn,
      ledger: this.#ledger,
      lines: this.#lines,
      questions: this.#questions,
      amends: this.#amends,
      cancelUnknown: (order) => this.#sending.cancelUnknown(order),
      watchedSince: () => this.#watchedSince,
    });
    this.#queries = new Queries({
      turn,
      venueSymbols: this.#venueSymbols,
      lines: this.#lines,
      requests: this.#requests,
      questions: this.#questions,
      asked: this.#asked,
      awaitsSnapshot: () => this.#snapshotBy !== null && turn.now < this.#snapshotBy,
      tokenAnswered: (channel, answer) => this.#stream.tokenAnswered(channel, answer),
    });
    this.#placing = new Placing({
      turn,
      ledger: this.#ledger,
      lines: this.#lines,
      venueSymbols: this.#venueSymbols,
      inquiry: this.#asked.inquiry,
      amends: this.#amends,
      affordsOrder: (child) => this.#sending.affordsOrder(child),
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
      started: () => undefined,
      received: (channel, frame) => this.#received(channel, frame),
      replied: (requestID, outcome) => {
        this.#queries.answered(requestID, outcome);
        this.#pump();
      },
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

  // ---- What the venue says on the socket -----------------------------------------------------------

  #received(channel: string, bytes: Uint8Array): void {
    const session = this.#lines.get(channel);
    if (session === null) return;
    const frame = readOrderFrame(bytes);
    switch (frame.type) {
      case 'Executed':
        this.#stream.executed(session, frame);
        return this.#pump();
      case 'BalancesTold':
        return this.#stream.toldBalances(session, frame);
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
    if (verdict.type === 'WrongTime') this.#stream.readClockAgain(verdict.text);
    const { purpose } = request;
    this.#judgeCredentials(session, purpose, verdict);
    switch (purpose.type) {
      case 'Place':
        this.#sending.heed(purpose.childID, verdict.type === 'Throttled');
        return this.#placing.placed(purpose.childID, verdict, (id) => this.#shows(id, reply));
      case 'Cancel':
        this.#sending.heed(purpose.childID, verdict.type === 'Throttled');
        return this.#placing.cancelled(purpose.childID, verdict, (id) => this.#awaitEnd(id));
      case 'Amend':
        this.#sending.heed(purpose.childID, verdict.type === 'Throttled');
        return this.#amends.answered(purpose.childID, verdict);
      case 'Clock':
        return this.#stream.ponged(session, request, reply);
      case 'Subscribe':
        if (verdict.type !== 'Done') {
          return this.#lines.giveUp(session, `subscription failed: ${reply.error}`);
        }
        this.#lines.subscribed(session);
        this.#stream.takeSnapshot(session);
        return this.#stream.hearBalances(session);
      case 'HearBalances':
        if (verdict.type === 'Done') return;
        return this.#turn.remark('warn', 'the venue does not tell our balances', {
          text: reply.error,
        });
      case 'CancelUnknown':
        return this.#placing.cancelledUnknown(
          purpose.venueOrderID,
          reply.error === '' ? 'taken' : reply.error,
        );
      case 'Unsubscribe':
        return; // The subscription behind it brings the snapshot, or ends the line.
      default:
        return unreachable(purpose);
    }
  }

  /**
   * Orders and amends are one right, cancels another. Balances are left out, and what is asked over REST but the token: a
   * key may lack the right to just that, and its orders are taken all the same.
   */
  #judgeCredentials(session: Session, { type }: Purpose, verdict: Verdict): void {
    if (type === 'HearBalances') return;
    if (verdict.type === 'Done') this.#credentials.done(session, type);
    if (verdict.type !== 'NotAuthorized') return;
    const shownBy = type === 'Amend' ? 'Place' : type === 'CancelUnknown' ? 'Cancel' : type;
    this.#credentials.refused(session, { request: type, text: verdict.text, shownBy });
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

  // ---- What is asked of the venue ------------------------------------------------------------------

  #subscribed(): void {
    this.#watchedSince ??= this.#turn.venueNow;
    this.#queries.listings.ask();
    // What is unsettled is audited by its quantity; what had ended may have been filled since.
    if (this.#lastWholeAt !== null) {
      this.#asked.askForTradesSince(this.#lastWholeAt, SNAPSHOT_MS);
    }
    this.#snapshotBy = this.#turn.in(SNAPSHOT_MS);
    this.#asked.inquiry.askAll(SNAPSHOT_MS);
    this.#placing.sendCancels();
  }

  /** Its trades are booked already: what they make whole need not be asked for. */
  #began({ open, trades }: Snapshot): void {
    this.#snapshotBy = null;
    this.#asked.heardTrades(trades);
    this.#asked.inquiry.openAtStart(open, this.#turn.now);
  }

  #reconciled(held: readonly ExecutionView[]): void {
    for (const execution of held) this.#book(execution);
    this.#auditAt = this.#turn.in(this.#config.auditEveryMs);
  }

  #pump(): void {
    this.#placing.sendCancels();
    this.#stream.askWantedTokens();
    this.#questions.pump();
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
    this.#stream.pingIfDue(line.channel);
    this.#queries.listings.askIfDue();
    if (this.#turn.now < this.#auditAt) return;
    this.#auditAt = this.#turn.in(this.#config.auditEveryMs);
    this.#asked.inquiry.audit();
  }
}
