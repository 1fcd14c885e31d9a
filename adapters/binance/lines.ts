// The order socket's lines: opened, logged on, subscribed, reconciled, and replaced before they end.

import { backoffMs } from '../connection/index.ts';
import type { RequestSigner } from '../port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import { epochMs } from '../../spec/units/index.ts';
import type { VenueState } from '../../spec/venues/index.ts';
import type { BinanceOrdersConfig } from './config.ts';
import type { InFlight, Requests } from './requests.ts';
import type { Turn } from './turn.ts';
import type { ExecutionView } from './wire.ts';

/** `Retiring`: replaced by a newer one, and closed when it owes nothing. */
export type Phase =
  | 'Opening'
  | 'Clock'
  | 'Logon'
  | 'Subscribing'
  | 'Reconciling'
  | 'Ready'
  | 'Retiring';

export interface Session {
  readonly channel: string;
  phase: Phase;
  loggedOn: boolean;
  /** When this phase began; while reconciling, when it last got on. */
  since: EpochNs;
  /** When it subscribed to the user stream: what happens from then on is heard. */
  upAt: EpochNs;
  /** Keys of the questions that its reconciliation waits for. */
  readonly awaited: Set<string>;
  /** Events since the subscription, until the reconciliation is done. */
  readonly held: ExecutionView[];
}

export interface LinesParts {
  readonly config: BinanceOrdersConfig;
  readonly signer: RequestSigner;
  readonly turn: Turn;
  readonly requests: Requests;
  /** The user stream is on: whatever may have happened before is asked for now. */
  subscribed(): void;
  /** Everything was asked; `held` are the events that came meanwhile. */
  reconciled(held: readonly ExecutionView[]): void;
  /** None of these will be answered. */
  lost(requests: readonly InFlight[], cause: string): void;
}

/** The venue closes a line after 24 h: the next one is opened before. */
const RENEW_AFTER_MS = 84_600_000; // 23.5 h
/** A line that was replaced is closed when it owes nothing, and at the latest after this. */
const RETIRE_WITHIN_MS = 15_000;
/** A phase before `Reconciling` that lasts longer is given up. */
const PHASE_MOST_MS = 30_000;
/** A reconciliation that gets no further for so long is given up: a minute's budget, and some. */
const STALLED_AFTER_MS = 90_000;
/** Ready for so long: the next loss is a new one, and the back-off begins anew. */
const STEADY_AFTER_MS = 30_000;
/** Events that one reconciliation may hold back. */
const HELD_MOST = 20_000;

/** Mutable: one venue has one line, or two while one replaces the other. */
export class Lines {
  readonly #parts: LinesParts;
  readonly #turn: Turn;
  readonly #sessions = new Map<string, Session>();
  #count = 0;
  #attempt = 0;
  #connectAt: EpochNs | null = null;
  #state: VenueState = 'Down';
  #running = false;

  constructor(parts: LinesParts) {
    this.#parts = parts;
    this.#turn = parts.turn;
  }

  get state(): VenueState {
    return this.#state;
  }

  get isRunning(): boolean {
    return this.#running;
  }

  get(channel: string): Session | null {
    return this.#sessions.get(channel) ?? null;
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#attempt = 0;
    this.#open('starting');
  }

  #open(cause: string): void {
    this.#count += 1;
    const channel = `orders.${this.#count}`;
    this.#connectAt = null;
    this.#sessions.set(channel, {
      channel,
      phase: 'Opening',
      loggedOn: false,
      since: this.#turn.now,
      upAt: this.#turn.now,
      awaited: new Set(),
      held: [],
    });
    this.#parts.requests.connected(this.#turn.venueNow);
    this.#turn.act({ type: 'OpenChannel', channel, url: this.#parts.config.wsApiURL });
    this.#tell(cause);
  }

  /** The next line is opened while the present one works. */
  openNext(): void {
    if (this.#connectAt !== null || this.#approaching()) return;
    this.#open('renewing the line');
  }

  opened(channel: string): void {
    const session = this.#sessions.get(channel);
    if (session === undefined) return;
    this.#enter(session, 'Clock');
    const request = { purpose: { type: 'Clock' }, method: 'time', params: {}, weight: 1 } as const;
    this.#turn.act(this.#parts.requests.send(channel, request, this.#turn));
  }

  clockRead(session: Session): void {
    if (this.#parts.signer.algorithm !== 'Ed25519') return this.#subscribe(session);
    this.#enter(session, 'Logon');
    const purpose = { type: 'Logon' } as const;
    const request = { purpose, method: 'session.logon', params: {}, weight: 2 };
    this.#turn.act(this.#parts.requests.sendSigned(session, request, this.#turn));
  }

  loggedOn(session: Session): void {
    session.loggedOn = true;
    this.#subscribe(session);
  }

  #subscribe(session: Session): void {
    const { requests } = this.#parts;
    this.#enter(session, 'Subscribing');
    const purpose = { type: 'Subscribe' } as const;
    if (session.loggedOn) {
      const request = { purpose, method: 'userDataStream.subscribe', params: {}, weight: 2 };
      this.#turn.act(requests.send(session.channel, request, this.#turn));
    } else {
      const method = 'userDataStream.subscribe.signature';
      const request = { purpose, method, params: {}, weight: 2 };
      this.#turn.act(requests.sendSigned(session, request, this.#turn));
    }
  }

  subscribed(session: Session): void {
    this.#enter(session, 'Reconciling');
    session.upAt = this.#turn.now;
    this.#parts.subscribed();
    this.#tell('connected');
    if (session.awaited.size === 0) this.#ready(session);
  }

  /** A reconciliation under way waits for this question, too. */
  await(key: string): void {
    for (const session of this.#sessions.values()) {
      if (session.phase === 'Reconciling') session.awaited.add(key);
    }
  }

  settled(key: string): void {
    for (const session of this.#sessions.values()) {
      if (session.phase !== 'Reconciling' || !session.awaited.delete(key)) continue;
      session.since = this.#turn.now;
      if (session.awaited.size === 0) this.#ready(session);
    }
  }

  #ready(session: Session): void {
    for (const other of this.#sessions.values()) {
      if (other.phase === 'Ready') this.#enter(other, 'Retiring');
    }
    this.#enter(session, 'Ready');
    this.#parts.reconciled(session.held.splice(0));
    this.#tell('reconciled');
  }

  /** True: the event is held back until its line has reconciled. */
  hold(session: Session, execution: ExecutionView): boolean {
    if (session.phase === 'Ready' || session.phase === 'Retiring') return false;
    session.held.push(execution);
    if (session.held.length > HELD_MOST) this.giveUp(session, 'too many events while reconciling');
    return true;
  }

  #enter(session: Session, phase: Phase): void {
    session.phase = phase;
    session.since = this.#turn.now;
  }

  giveUp(session: Session, cause: string): void {
    if (this.#sessions.get(session.channel) !== session) return; // It is gone already.
    this.#turn.act({ type: 'CloseChannel', channel: session.channel, cause });
    this.closed(session.channel, cause);
  }

  closed(channel: string, cause: string): void {
    const session = this.#sessions.get(channel);
    if (session === undefined) return;
    this.#sessions.delete(channel);
    this.#parts.lost(this.#parts.requests.lost(channel), `the line was lost: ${cause}`);
    if (!this.#running || session.phase === 'Retiring') return;
    if (session.phase === 'Ready' && this.#turn.aged(session.since, STEADY_AFTER_MS)) {
      this.#attempt = 0;
    }
    if (this.#connectAt === null && !this.#approaching()) this.#scheduleConnect();
    this.#tell(cause);
  }

  #scheduleConnect(): void {
    const waitMs = backoffMs(this.#parts.config.backoff, this.#attempt);
    this.#attempt += 1;
    const blocked = this.#parts.requests.blockedUntil(this.#turn.venueNow);
    const banMs = blocked === null ? 0 : blocked - epochMs(this.#turn.venueNow);
    this.#connectAt = this.#turn.in(Math.max(waitMs, banMs));
  }

  /** Whether a line is on its way to `Ready`. */
  #approaching(): boolean {
    for (const { phase } of this.#sessions.values()) {
      if (phase !== 'Ready' && phase !== 'Retiring') return true;
    }
    return false;
  }

  /** Until somebody starts it again. */
  stop(cause: string): void {
    if (!this.#running) return;
    this.#running = false;
    this.#connectAt = null;
    for (const session of [...this.#sessions.values()]) this.giveUp(session, cause);
    this.#turn.remark('error', 'the venue is stopped and waits for an operator', { cause });
    this.#tell(cause);
  }

  ticked(): void {
    if (this.#connectAt !== null && this.#turn.now >= this.#connectAt) {
      this.#open('connecting again');
    }
    for (const session of [...this.#sessions.values()]) this.#watch(session);
  }

  #watch(session: Session): void {
    const { requests } = this.#parts;
    switch (session.phase) {
      case 'Ready':
        if (this.#turn.aged(session.upAt, RENEW_AFTER_MS)) this.openNext();
        return;
      case 'Retiring':
        if (requests.hasOn(session.channel) && !this.#turn.aged(session.since, RETIRE_WITHIN_MS)) {
          return;
        }
        return this.giveUp(session, 'replaced by a newer line');
      case 'Reconciling':
        if (requests.blockedUntil(this.#turn.venueNow) !== null) return;
        if (!this.#turn.aged(session.since, STALLED_AFTER_MS)) return;
        return this.giveUp(session, `reconciling stood still for ${STALLED_AFTER_MS} ms`);
      case 'Opening':
      case 'Clock':
      case 'Logon':
      case 'Subscribing':
        if (!this.#turn.aged(session.since, PHASE_MOST_MS)) return;
        return this.giveUp(session, `${session.phase} lasted more than ${PHASE_MOST_MS} ms`);
      default:
        return unreachable(session.phase);
    }
  }

  /** The line that orders go out on. */
  forOrders(): Session | null {
    for (const session of this.#sessions.values()) if (session.phase === 'Ready') return session;
    return null;
  }

  /** The newest line that may ask about the account. */
  forQuestions(): Session | null {
    let newest: Session | null = null;
    for (const session of this.#sessions.values()) {
      if (session.phase === 'Reconciling' || session.phase === 'Ready') newest = session;
    }
    return newest;
  }

  isReconciling(): boolean {
    for (const { phase } of this.#sessions.values()) if (phase === 'Reconciling') return true;
    return false;
  }

  #tell(cause: string): void {
    const state = this.#stateNow();
    if (state === this.#state) return;
    this.#state = state;
    const { venueID } = this.#parts.config;
    this.#turn.notice({ type: 'StateChanged', venueID, state, cause });
  }

  #stateNow(): VenueState {
    if (!this.#running) return 'Stopped';
    if (this.forOrders() !== null) return 'Ready';
    if (this.forQuestions() !== null) return 'Reconciling';
    return this.#approaching() ? 'Connecting' : 'Down';
  }
}
