// The order socket's lines: opened, logged on, subscribed, reconciled, and replaced before they end.

import { type BackoffPolicy, backoffMs } from './backoff.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import type { VenueID } from '../../spec/terms/index.ts';
import type { VenueState } from '../../spec/venues/index.ts';
import type { Turn } from './turn.ts';
import type { ExecutionView } from './views.ts';

/**
 * `Preparing`: the venue's own steps from an open line to the user stream. `Retiring`: replaced by a
 * newer one, and closed when it owes nothing.
 */
export type Phase = 'Opening' | 'Preparing' | 'Reconciling' | 'Ready' | 'Retiring';

export interface Session {
  readonly channel: string;
  phase: Phase;
  /** What it waits for while it is prepared, for people. */
  step: string;
  /** When this phase or step began; while reconciling, when it last got on. */
  since: EpochNs;
  /** When it subscribed to the user stream: what happens from then on is heard. */
  upAt: EpochNs;
  /** Keys of the questions that its reconciliation waits for. */
  readonly awaited: Set<string>;
  /** Events since the subscription, until the reconciliation is done. */
  readonly held: ExecutionView[];
}

export interface LinesParts {
  readonly venueID: VenueID;
  readonly url: string;
  readonly backoff: BackoffPolicy;
  /** The next line is opened when one is so old; null: the venue ends none for its age. */
  readonly renewAfterMs: number | null;
  readonly turn: Turn;
  /** A line is being opened: what that costs is spent. */
  opening(): void;
  /** It is open: the venue's own steps begin, and end in `subscribed` or in `giveUp`. */
  prepare(session: Session): void;
  /** The user stream is on: whatever may have happened before is asked for now. */
  subscribed(): void;
  /** Everything was asked; `held` are the events that came meanwhile. */
  reconciled(held: readonly ExecutionView[]): void;
  /** The line is gone: what was sent on it will not be answered. */
  lost(channel: string, cause: string): void;
  /** Whether an answer is still waited for on it. */
  owes(channel: string): boolean;
  /** The venue wants to hear nothing before, milliseconds of its clock; null: it has not said so. */
  blockedUntil(): number | null;
}

/** A line that was replaced is closed when it owes nothing, and at the latest after this. */
const RETIRE_WITHIN_MS = 15_000;
/** A step before `Reconciling` that lasts longer is given up. */
const STEP_MOST_MS = 30_000;
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
  #gate: string | null = null;
  /** Why the present lines take no new order although they are whole: the next one has to show that it may. */
  #distrust: string | null = null;

  constructor(parts: LinesParts) {
    this.#parts = parts;
    this.#turn = parts.turn;
  }

  get state(): VenueState {
    return this.#state;
  }

  /** Why the venue takes no new order; null: it does. */
  get gated(): string | null {
    return this.#gate ?? this.#distrust;
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
      step: 'Opening',
      since: this.#turn.now,
      upAt: this.#turn.now,
      awaited: new Set(),
      held: [],
    });
    this.#parts.opening();
    this.#turn.act({ type: 'OpenChannel', channel, url: this.#parts.url });
    this.#tell(cause);
  }

  /** The next line is opened while the present one works. */
  openNext(): void {
    if (this.#connectAt !== null || this.#approaching()) return;
    this.#open('renewing the line');
  }

  opened(channel: string): void {
    const session = this.#sessions.get(channel);
    if (session !== undefined) this.#parts.prepare(session);
  }

  /** The next step on the way to the user stream, with a bound of its own. */
  prepare(session: Session, step: string): void {
    session.step = step;
    session.awaited.clear();
    this.#enter(session, 'Preparing');
    this.#tell(step);
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
    this.#distrust = null;
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
    this.#parts.lost(channel, `the line was lost: ${cause}`);
    if (!this.#running || session.phase === 'Retiring') return;
    if (session.phase === 'Ready' && this.#turn.aged(session.since, STEADY_AFTER_MS)) {
      this.#attempt = 0;
    }
    if (this.#connectAt === null && !this.#approaching()) this.#scheduleConnect();
    this.#tell(cause);
  }

  #scheduleConnect(): void {
    const waitMs = backoffMs(this.#parts.backoff, this.#attempt);
    this.#attempt += 1;
    this.#connectAt = this.#unbanned(this.#turn.in(waitMs));
  }

  #unbanned(at: EpochNs): EpochNs {
    const blocked = this.#parts.blockedUntil();
    const bannedUntil = this.#turn.in(blocked === null ? 0 : blocked - this.#turn.venueMs);
    return bannedUntil > at ? bannedUntil : at;
  }

  /**
   * No new order until a line that is opened at `at` is ready. Meanwhile the present one is kept for what rests there and
   * what is on its way: its answers and events are heard, cancels go out on it.
   */
  openAnew(cause: string, at: EpochNs): void {
    if (!this.#running) return;
    this.#distrust = cause;
    this.#connectAt = this.#unbanned(at);
    for (const session of [...this.#sessions.values()]) {
      if (session.phase !== 'Ready' && session.phase !== 'Retiring') this.giveUp(session, cause);
    }
    this.#tell(cause);
  }

  /** Whether what the venue says on it is news: not of one that is replaced, or is to be. */
  isOnTrial(session: Session): boolean {
    if (session.phase === 'Retiring') return false;
    return session.phase !== 'Ready' || this.#distrust === null;
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
    const { renewAfterMs, owes } = this.#parts;
    switch (session.phase) {
      case 'Ready':
        if (renewAfterMs !== null && this.#turn.aged(session.upAt, renewAfterMs)) this.openNext();
        return;
      case 'Retiring':
        if (owes(session.channel) && !this.#turn.aged(session.since, RETIRE_WITHIN_MS)) return;
        return this.giveUp(session, 'replaced by a newer line');
      case 'Reconciling':
        if (this.#parts.blockedUntil() !== null) return;
        if (!this.#turn.aged(session.since, STALLED_AFTER_MS)) return;
        return this.giveUp(session, `reconciling stood still for ${STALLED_AFTER_MS} ms`);
      case 'Opening':
      case 'Preparing':
        if (!this.#turn.aged(session.since, STEP_MOST_MS)) return;
        return this.giveUp(session, `${session.step} lasted more than ${STEP_MOST_MS} ms`);
      default:
        return unreachable(session.phase);
    }
  }

  /** While there is a cause, the venue takes no new order although its line is whole. */
  gate(cause: string | null): void {
    if (cause === this.#gate) return;
    this.#gate = cause;
    this.#tell(cause ?? 'the venue takes orders again');
  }

  /** The line that orders go out on, unless the venue is gated; cancels go all the same. */
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
    const { venueID } = this.#parts;
    this.#turn.notice({ type: 'StateChanged', venueID, state, cause });
  }

  #stateNow(): VenueState {
    if (!this.#running) return 'Stopped';
    if (this.forOrders() !== null) return this.gated === null ? 'Ready' : 'Reconciling';
    if (this.forQuestions() !== null) return 'Reconciling';
    return this.#approaching() ? 'Connecting' : 'Down';
  }
}
