// Drives one session: the pure machine, with what comes in, what goes out and what is to be on disk first around it.

import { MsgType } from '../../../spec/dictionaries/index.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';
import { unreachable } from '../../../spec/proof/index.ts';
import { MessageView } from '../codec/message-view.ts';
import type { MessageBody } from '../codec/message-writer.ts';
import { type SessionID, sessionIDOf, type SessionRules } from '../session/settings.ts';
import {
  hasEarlyDue,
  initialState,
  type LogonVerdict,
  type Rejection,
  type Send,
  type SessionAction,
  type SessionInput,
  type SessionState,
} from '../session/state.ts';
import { step } from '../session/step.ts';
import { waitNs } from '../session/throttle.ts';
import type { SentMessage, SessionChange } from '../store.ts';
import {
  type ApplicationOf,
  defaultDriverLimits,
  type GateOf,
  type PartsOf,
  type SendOptions,
  type Wire,
} from './driver-parts.ts';
import { type Garbled, Inbox } from './inbox.ts';
import { Outbox } from './outbox.ts';
import { ResendPages } from './resend-pages.ts';
import { Unsaved } from './unsaved.ts';

export type SessionApplication = ApplicationOf<SessionDriver>;
export type DurabilityGate = GateOf<SessionDriver>;
export type DriverParts = PartsOf<SessionDriver>;

/**
 * Life: `open` with a wire, `receive` its bytes, `tick` the clock, `closed`. The application's side:
 * `send`, `reject`, `logout`. The journal's side: `takeChanges`, `release`.
 */
export class SessionDriver {
  readonly sessionID: SessionID;
  readonly rules: SessionRules;
  readonly #parts: DriverParts;
  readonly #view: MessageView;
  readonly #inbox: Inbox;
  readonly #outbox: Outbox;
  readonly #unsaved: Unsaved;
  readonly #resends: ResendPages;
  #state: SessionState;
  #wire: Wire | null = null;
  #somethingWaits = false;
  #depth = 0;
  /** When the tick that is to come was due; null: none is. */
  #heardUntil: EpochNs | null = null;
  /** `ResendPages.served` at the last tick. */
  #pagesAtTick = 0;

  constructor(parts: DriverParts) {
    const limits = parts.limits ?? defaultDriverLimits;
    const { soon } = parts;
    this.#parts = parts;
    this.rules = parts.rules;
    this.sessionID = sessionIDOf(parts.rules.settings);
    this.#view = new MessageView(parts.rules.dictionary, parts.rules.settings.validation);
    this.#state = initialState(parts.store.load(this.sessionID), parts.clock.now());
    this.#unsaved = new Unsaved(this.#state);
    this.#inbox = new Inbox({
      limits,
      view: this.#view,
      soon,
      now: () => this.#now(),
      waitNs: () => this.#waitNs(),
      take: () => this.#takeMessage(),
      garbled: (what) => this.#takeGarbled(what),
      unreadable: (reason) => this.#cut(reason),
      turn: () => this.#enter(() => this.#takeTurn()),
    });
    this.#outbox = new Outbox({
      maxQueuedBytes: limits.maxQueuedBytes,
      state: () => this.#state,
      cut: (reason) => this.#cut(reason),
    });
    this.#resends = new ResendPages({
      limits,
      soon,
      state: () => this.#state,
      sentMessages: (range) => parts.store.sentMessages({ sessionID: this.sessionID, ...range }),
      step: (page) => void this.#step({ ...page, now: this.#now() }),
      flush: () => this.#outbox.flush(),
      mayGoOn: (end) => this.#mayResend(end, limits.resendHighWaterBytes),
      next: () => this.#enter(() => this.#resends.serve()),
    });
  }

  get state(): SessionState {
    return this.#state;
  }

  /** A live session takes no second connection. */
  get isConnected(): boolean {
    return this.#wire !== null;
  }

  /** False outside the hours of its schedule. */
  get isOpen(): boolean {
    const { schedule = null } = this.rules;
    return schedule === null || schedule.at(this.#now()).window !== null;
  }

  /** False for a connection that was cut: what it still has to say is no longer this session's. */
  isOn(wire: Wire): boolean {
    return this.#wire === wire;
  }

  /** Application messages that were sent and are not known to be on disk, of earlier epochs too. */
  get undurable(): readonly SentMessage[] {
    return this.#unsaved.undurable;
  }

  /** Bytes on their way to the peer: numbered, or written and not taken by the operating system. */
  get outstandingBytes(): number {
    return this.#outbox.queuedBytes + (this.#wire?.queuedBytes ?? 0);
  }

  /** Bytes numbered for the peer and not written to the wire. */
  get queuedBytes(): number {
    return this.#outbox.queuedBytes;
  }

  /** Messages numbered for the peer and not written to the wire. */
  get queuedMessages(): number {
    return this.#outbox.length;
  }

  /** A connection for this session, with what was decided of its Logon. An initiator's goes out at once. */
  open(wire: Wire, verdict: LogonVerdict | null = null): void {
    this.#enter(() => {
      this.#wire = wire;
      this.#outbox.open(wire);
      this.#inbox.open(wire);
      this.#step({ type: 'TransportOpened', verdict, now: this.#now() });
    });
  }

  /** A chunk of the peer's bytes, whatever its boundaries. */
  receive(chunk: Uint8Array): void {
    this.#enter(() => {
      if (this.#inbox.push(chunk)) this.#takeTurn();
    });
  }

  /** The wire has room again. */
  drained(): void {
    this.#enter(() => this.#resends.serve());
  }

  /** The wire has closed, from whichever side. */
  closed(cause: string): void {
    this.#enter(() => {
      if (this.#wire === null) return;
      this.#inbox.takeRest();
      this.#dropWire();
      this.#end(cause);
    });
  }

  /** What has arrived by now is read before the next tick: of silence since now that one can tell nothing. */
  tickIsDue(): void {
    this.#heardUntil ??= this.#now();
  }

  /** Call it a few times a second. */
  tick(): void {
    this.#enter(() => {
      const now = this.#now();
      const heardUntil = this.#heardUntil ?? now;
      this.#heardUntil = null;
      if (this.#inbox.isHeldDue) this.#takeTurn();
      const isDeaf = this.#wire?.isPaused === true;
      this.#step({ type: 'ClockTicked', isHeld: this.#isHeld(), isDeaf, heardUntil, now });
      if (this.#outbox.isEnding && this.#now() - this.#state.phaseSince >= this.#endPatience())
        this.#cut('slow end');
      this.#somethingWaits ||= this.#unsaved.isDue(this.#state, this.#now());
    });
  }

  /** Numbers and keeps the message, and sends it when its change is released. */
  send(body: MessageBody, options: SendOptions = {}): SentMessage {
    return this.#enter(() => {
      const { possResend = false, headerFields = null } = options;
      const now = this.#now();
      const actions = this.#step({ type: 'SendApplication', body, possResend, headerFields, now });
      for (const action of actions) if (action.type === 'Send') return action.message;
      throw new Error('a sent message has no Send');
    });
  }

  /** Answers a delivered message with a session-level Reject(35=3). */
  reject(rejection: Rejection): void {
    this.#enter(() => void this.#step({ type: 'RejectMessage', rejection, now: this.#now() }));
  }

  /** Asks for a sign that all that was sent so far has arrived; see `testAnswered`. */
  requestTest(testReqID: string): void {
    this.#enter(() => void this.#step({ type: 'RequestTest', testReqID, now: this.#now() }));
  }

  logout(text: string): void {
    this.#enter(() => void this.#step({ type: 'Logout', text, now: this.#now() }));
  }

  /**
   * What must become durable, since the last time; null: nothing. Messages with a ticket above the
   * last released one stay here until `release`.
   */
  takeChanges(): SessionChange | null {
    const change = this.#unsaved.take(this.sessionID, this.#state);
    if (change !== null) this.#somethingWaits = false;
    return change;
  }

  /** The changes up to this ticket are on disk: what waited for them leaves, in order. */
  release(ticket: number): void {
    this.#enter(() => {
      this.#unsaved.settle(
        ticket,
        ({ epoch, end }) =>
          void this.#step({ type: 'ReservationDurable', epoch, end, now: this.#now() }),
      );
      this.#outbox.release(ticket);
      this.#resends.serve();
    });
  }

  /**
   * Runs one entry from outside; the outermost tells the gate if something waits for a commit. Not
   * after a throw: a message whose decision failed must not become durable as one that was had (I2).
   */
  #enter<T>(run: () => T): T {
    this.#depth += 1;
    let result: T;
    try {
      result = run();
    } finally {
      this.#depth -= 1;
    }
    if (this.#depth === 0 && this.#somethingWaits) this.#parts.gate.changesWaiting(this);
    return result;
  }

  #now() {
    return this.#parts.clock.now();
  }

  #takeTurn(): void {
    this.#inbox.takeTurn();
    this.#resends.serve();
  }

  #waitNs(): bigint {
    const message = { msgType: this.#view.msgType, now: this.#now() };
    return waitNs(this.rules.settings, this.#state, message);
  }

  #takeMessage(): void {
    const now = this.#now();
    this.#unsaved.heard(this.#view.msgType === MsgType.Heartbeat, now);
    this.#step({ type: 'MessageReceived', view: this.#view, now });
    while (hasEarlyDue(this.#state)) this.#step({ type: 'EarlyDue', now: this.#now() });
  }

  #takeGarbled({ cause, bytes, isFirst }: Garbled): void {
    if (bytes !== null) this.#parts.audit?.received(bytes, this.#now(), 'Garbled');
    const { phase } = this.#state;
    if (phase === 'AwaitingLogon' || phase === 'LogonSent')
      return this.#cut('garbled before logon');
    if (isFirst) this.#step({ type: 'GarbledReceived', cause, now: this.#now() });
  }

  /** Callbacks come last, so that what they send is numbered and queued after the step's own. */
  #step(input: SessionInput): readonly SessionAction[] {
    const { phase: before, early } = this.#state;
    const { state, actions } = step(this.rules, this.#state, input);
    this.#state = state;
    if (input.type === 'MessageReceived' && !actions.some(isDelivery)) {
      const reception = state.early.length > early.length ? 'Early' : 'Taken';
      this.#parts.audit?.received(input.view.message, input.now, reception);
    }
    if (before === 'LogonSent' && state.phase === 'Disconnected') this.#outbox.dropApplication();
    for (const action of actions) this.#perform(action);
    for (const action of actions) this.#callBack(action);
    return actions;
  }

  #perform(action: SessionAction): void {
    switch (action.type) {
      case 'Send':
        return this.#send(action);
      case 'OpenEpoch':
      case 'Reserve':
        this.#somethingWaits = true;
        return;
      case 'Disconnect':
        return this.#disconnect(action.reason);
      case 'Note':
        this.#parts.log[action.level](
          { sessionID: this.sessionID, ...action.fields },
          action.sentence,
        );
        return;
      case 'Resend': // The state has it; it is served after the chunk.
        return this.#resends.begin(action.fromSeqNum);
      case 'Deliver':
      case 'LoggedOn':
      case 'LoggedOff':
      case 'TestAnswered':
        return;
      default:
        return unreachable(action);
    }
  }

  #callBack(action: SessionAction): void {
    const { application } = this.#parts;
    if (action.type === 'Deliver') application.deliver(action, this);
    else if (action.type === 'TestAnswered') application.testAnswered?.(this, action.testReqID);
    else if (action.type === 'LoggedOn') {
      this.#outbox.flush(); // What was sent while the peer's Logon was awaited.
      application.loggedOn(this, action);
    } else if (action.type === 'LoggedOff') application.loggedOff(this, action.reason);
  }

  #send({ message, category, after: waitsFor, onWire }: Send): void {
    const ticket = waitsFor === 'commit' ? this.#unsaved.awaitNext() : 0;
    if (ticket > 0) this.#somethingWaits = true;
    const isApplication = category === 'application';
    if (isApplication) this.#unsaved.keep(message, ticket);
    else this.#auditSent(message, category);
    if (!onWire || this.#wire === null) return;
    const { msgSeqNum, bytes } = message;
    if (category === 'resend') this.#outbox.write(bytes);
    else this.#outbox.post({ msgSeqNum, bytes, ticket, isApplication });
  }

  #auditSent(message: SentMessage, category: 'admin' | 'resend'): void {
    const { audit } = this.#parts;
    const isGapFill = message.msgType === MsgType.SequenceReset;
    if (category === 'admin') audit?.sent(message.bytes, message.sendingTime);
    else if (isGapFill) audit?.sent(message.bytes, this.#now());
    else audit?.sentAgain(message, this.#now());
  }

  /** What is still on its way out must not be passed over by a resend: it would then come too low. */
  #mayResend(end: number, highWaterBytes: number): boolean {
    if (this.#wire === null) return false;
    const undurable = this.#unsaved.firstUndurable;
    if (undurable !== null && undurable <= end) return false;
    const queued = this.#outbox.first;
    if (queued !== null && queued <= end) return false;
    return this.#wire.queuedBytes < highWaterBytes;
  }

  /** A question to the peer has not left: the disk is behind, or a resend that the peer is reading is before it. */
  #isHeld(): boolean {
    const { served } = this.#resends;
    const isRead = served !== this.#pagesAtTick;
    this.#pagesAtTick = served;
    return this.#outbox.length > 0 && (this.#outbox.isBehindDisk || isRead);
  }

  #disconnect(reason: string): void {
    this.#parts.log.info({ sessionID: this.sessionID, reason }, 'session disconnects');
    this.#outbox.end();
  }

  /** Closes at once, with no word to the peer. */
  #cut(reason: string): void {
    const wire = this.#wire;
    this.#parts.log.warn({ sessionID: this.sessionID, reason }, 'connection cut');
    this.#dropWire();
    wire?.destroy();
    this.#end(reason);
  }

  #end(cause: string): void {
    this.#step({ type: 'TransportClosed', cause, now: this.#now() });
    this.#somethingWaits ||= this.#unsaved.isThere(this.#state);
  }

  #dropWire(): void {
    this.#wire = null;
    this.#inbox.drop();
    this.#outbox.drop();
  }

  #endPatience(): bigint {
    return BigInt(this.rules.settings.logoutTimeoutMs) * 1_000_000n;
  }
}

function isDelivery({ type }: SessionAction): boolean {
  return type === 'Deliver';
}
