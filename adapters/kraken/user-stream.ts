// A line's way to the user stream (a token, the clock, the subscription), and what the stream tells there: executions
// in their order from a snapshot on, and balances.
//
// Source: Kraken API Center, guides/spot-ws-auth, websocket-v2/{ping,executions,balances}, mirrored 2026-08.

import {
  type ChildLedger,
  type Credentials,
  type ExecutionView,
  type InFlight,
  type Lines,
  type OrderView,
  type Session,
  type Turn,
  isObject,
  textOf,
} from '../connection/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import type { VenueOrderID } from '../../spec/terms/index.ts';
import { epochNs } from '../../spec/units/index.ts';
import type { Question } from './absence.ts';
import type { BalancesTold } from './balances.ts';
import { judge } from './errors.ts';
import { OrderMerge } from './merge.ts';
import type { Purpose, Requests } from './requests.ts';
import type { RestAnswer } from './rest.ts';
import type { ExecutionPart, OrderFrame, Params, Reply } from './wire.ts';

/** The clock is read so often, by a ping, which also keeps a quiet line open. */
const CLOCK_EVERY_MS = 30_000;
/** The venue's times have microseconds. */
const MICROSECOND_NS = 1_000n;
const TOKEN_COST = 1;
const TOKEN: Question = { path: '/0/private/GetWebSocketsToken', params: '', cost: TOKEN_COST };

/** What a subscription begins with: the open orders, and when each of the newest trades was. */
export interface Snapshot {
  readonly open: readonly OrderView[];
  readonly trades: readonly EpochNs[];
}

export interface UserStreamParts {
  readonly turn: Turn;
  readonly venueSymbols: readonly string[];
  readonly ledger: ChildLedger;
  readonly lines: Lines;
  readonly requests: Requests;
  readonly credentials: Credentials;
  /** Since when strangers' trades are news, on the venue's clock; null: the line was never whole. */
  watchedSince(): EpochNs | null;
  book(execution: ExecutionView): void;
  /** The subscription has its snapshot and its answer. */
  began(snapshot: Snapshot): void;
}

/** Mutable: what is known of each line. */
export class UserStream {
  readonly #parts: UserStreamParts;
  readonly #turn: Turn;
  readonly #lines: Lines;
  readonly #requests: Requests;
  readonly #merge = new OrderMerge();
  /** A bearer's credential, by line: it is in the frames, and in no report, notice or cause (I8). */
  readonly #tokens = new Map<string, string>();
  /** The newest `sequence` of each line; none between a subscription and its snapshot. */
  readonly #sequences = new Map<string, number>();
  /** What each line's subscription began with, until its answer is there, too. */
  readonly #snapshots = new Map<string, Snapshot>();
  /** The same of the channel of balances; null before its snapshot. */
  readonly #balanceSequences = new Map<string, number | null>();
  /** Lines that wait for a token until another private question is answered. */
  readonly #tokenWanted = new Set<string>();
  #clockAskedAt: EpochNs = epochNs(0n);

  constructor(parts: UserStreamParts) {
    this.#parts = parts;
    this.#turn = parts.turn;
    this.#lines = parts.lines;
    this.#requests = parts.requests;
  }

  askToken(session: Session): void {
    this.#lines.prepare(session, 'Token');
    this.#tokenWanted.add(session.channel);
    this.askWantedTokens();
  }

  askWantedTokens(): void {
    for (const channel of this.#tokenWanted) {
      if (!this.#requests.affordsToken(TOKEN_COST, this.#turn.now)) return;
      this.#tokenWanted.delete(channel);
      const { action } = this.#requests.ask(TOKEN, { type: 'Token', channel }, this.#turn.now);
      this.#turn.act(action);
    }
  }

  tokenAnswered(channel: string, answer: RestAnswer): void {
    const session = this.#lines.get(channel);
    if (session === null) return;
    const { credentials } = this.#parts;
    if (judge(answer.error).type === 'NotAuthorized') {
      const refused = { request: 'Token', text: answer.error, shownBy: 'Token' };
      return credentials.refused(session, refused);
    }
    const token = isObject(answer.result) ? textOf(answer.result, 'token') : null;
    if (token === null) {
      return this.#lines.giveUp(session, `no token: ${answer.error || 'none in the answer'}`);
    }
    credentials.done(session, 'Token');
    this.#tokens.set(channel, token);
    this.#lines.prepare(session, 'Clock');
    this.#ping(channel);
  }

  #ping(channel: string): void {
    this.#clockAskedAt = this.#turn.now;
    const request = { purpose: { type: 'Clock' }, method: 'ping', params: null } as const;
    this.#turn.act(this.#requests.send(request, channel, this.#turn.now));
  }

  pingIfDue(channel: string): void {
    if (this.#turn.aged(this.#clockAskedAt, CLOCK_EVERY_MS)) this.#ping(channel);
  }

  ponged(session: Session, request: InFlight<Purpose>, reply: Reply): void {
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
    this.send(session.channel, { type: 'Subscribe' }, 'subscribe', params);
  }

  /** A message was lost: what is open is heard anew, and all else is asked for. */
  #resubscribe(session: Session, cause: string): void {
    this.#turn.remark('warn', 'the stream of executions has a gap', { cause });
    const params: Params = [['channel', '"executions"']];
    this.send(session.channel, { type: 'Unsubscribe' }, 'unsubscribe', params);
    this.#subscribe(session);
  }

  /** With the token of its line. */
  send(channel: string, purpose: Purpose, method: string, params: Params): void {
    const token = JSON.stringify(this.#tokens.get(channel) ?? '');
    const request = { purpose, method, params: [...params, ['token', token]] } as const;
    this.#turn.act(this.#requests.send(request, channel, this.#turn.now));
  }

  lost(channel: string): void {
    this.#tokens.delete(channel);
    this.#sequences.delete(channel);
    this.#snapshots.delete(channel);
    this.#balanceSequences.delete(channel);
    this.#tokenWanted.delete(channel);
  }

  /** Without balances orders go on: what a venue does not tell limits nothing. */
  hearBalances({ channel }: Session): void {
    if (this.#balanceSequences.has(channel)) return;
    this.#balanceSequences.set(channel, null);
    const params: Params = [
      ['channel', '"balances"'],
      ['snapshot', 'true'],
    ];
    this.send(channel, { type: 'HearBalances' }, 'subscribe', params);
  }

  toldBalances(session: Session, frame: BalancesTold): void {
    const { channel } = session;
    const { isSnapshot, sequence, balances } = frame;
    const before = this.#balanceSequences.get(channel) ?? null;
    if (!isSnapshot && (before === null || sequence <= before)) return;
    if (!isSnapshot && before !== null && sequence > before + 1) {
      // A message was lost: all of them are heard anew.
      this.send(channel, { type: 'Unsubscribe' }, 'unsubscribe', [['channel', '"balances"']]);
      this.#balanceSequences.delete(channel);
      return this.hearBalances(session);
    }
    this.#balanceSequences.set(channel, sequence);
    const { venueID } = this.#turn;
    this.#turn.notice({ type: 'BalancesFound', venueID, isWhole: isSnapshot, balances });
  }

  executed(session: Session, frame: Extract<OrderFrame, { type: 'Executed' }>): void {
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
      if (execution !== null && !this.#lines.hold(session, execution)) this.#parts.book(execution);
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
      if (!this.#isHistory(execution)) this.#parts.book(execution);
    }
    this.#snapshots.set(session.channel, { open, trades });
    this.takeSnapshot(session);
  }

  /** Snapshot and answer to the subscription may come in either order. */
  takeSnapshot(session: Session): void {
    const snapshot = this.#snapshots.get(session.channel);
    if (snapshot === undefined || session.phase !== 'Reconciling') return;
    this.#snapshots.delete(session.channel);
    this.#parts.began(snapshot);
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
    const venueSymbol = this.#parts.venueSymbols.find((one) =>
      this.#parts.ledger.knows(one, venueOrderID),
    );
    return venueSymbol === undefined ? null : { venueSymbol };
  }

  /** A trade of before this machine, of an order that it does not follow: not news. */
  #isHistory({ order, fill }: ExecutionView): boolean {
    const { ledger } = this.#parts;
    if (fill === null || ledger.knows(order.venueSymbol, order.venueOrderID)) return false;
    const childID = ledger.childIDOf(order.clientOrderID);
    if (childID !== null && ledger.child(childID) !== null) return false;
    const watchedSince = this.#parts.watchedSince();
    return watchedSince === null || fill.transactTime < watchedSince;
  }

  readClockAgain(text: string): void {
    this.#turn.remark('warn', 'the venue found our time wrong', { text });
    this.#turn.distrustClock();
    const line = this.#lines.forQuestions();
    if (line !== null) this.#ping(line.channel);
  }
}
