// Drives one session: bytes in and out, the store behind it, and the gate that holds back what is
// not durable yet. The one mutable thing around the pure machine.

import { unreachable } from '../../../spec/proof/index.ts';
import type { Clock, Log } from '../../../spec/ports/index.ts';
import { defaultFramerLimits, Framer, type FramerLimits } from '../codec/framer.ts';
import { MessageView } from '../codec/message-view.ts';
import type { MessageBody } from '../codec/message-writer.ts';
import { type SessionID, sessionIDOf, type SessionRules } from '../session/settings.ts';
import {
  type Deliver,
  hasEarlyDue,
  initialState,
  type Rejection,
  type Send,
  type SessionAction,
  type SessionInput,
  type SessionState,
} from '../session/state.ts';
import { step } from '../session/step.ts';
import type { SentMessage, SessionChange, SessionStore } from '../store.ts';
import { Fifo } from './fifo.ts';

/** What a session's messages mean. Called on the session's thread, in the order of the numbers. */
export interface SessionApplication {
  /**
   * Decides before it returns: when it has, `takeChanges` holds the message's number as used up, so
   * the decision's events belong into the batch that takes them. The view ends with the call.
   */
  deliver(message: Deliver, session: SessionDriver): void;
  loggedOn(session: SessionDriver, how: { readonly epochOpened: boolean }): void;
  loggedOff(session: SessionDriver, reason: string): void;
  /** The peer answered a TestRequest: what was sent before it has arrived. */
  testAnswered?(session: SessionDriver, testReqID: string): void;
}

/**
 * Who makes changes durable (I1). A batch of the journal is one decision's events, and the changes of
 * every session that it touched:
 *
 *     deliver(message, session)      the desk decides; its reports go out by session.send(…)
 *     changesWaiting(session)        the gate notes the session
 *     batch closes                   session.takeChanges() for each session noted, into the batch
 *     batch is on disk               session.release(change.ticket) for each: now the bytes leave
 *
 * A report may touch other sessions than the one that asked: each tells the gate for itself.
 * Tickets are released in ascending order; releasing one releases those before it.
 */
export interface DurabilityGate {
  /**
   * Something of this session waits for a commit. Called when the outermost call into the driver
   * ends: after the application has decided, never between a decision and its reports.
   */
  changesWaiting(session: SessionDriver): void;
}

/** What the driver needs of a connection. `Transport` of spec/ports is one. */
export interface Wire {
  write(bytes: Uint8Array): boolean;
  readonly queuedBytes: number;
  /** True while its bytes are left unread: then silence says nothing of the peer. */
  readonly isPaused?: boolean;
  end(): void;
  destroy(): void;
}

export interface DriverLimits {
  readonly framer: FramerLimits;
  /** Bytes for a peer that does not read: beyond, it is disconnected and asks again later. */
  readonly maxQueuedBytes: number;
  /** A resend pauses while so many bytes wait for the peer. */
  readonly resendHighWaterBytes: number;
  /** Messages of one page from the store. */
  readonly resendPageMessages: number;
}

export const defaultDriverLimits: DriverLimits = {
  framer: defaultFramerLimits,
  maxQueuedBytes: 4_194_304,
  resendHighWaterBytes: 262_144,
  resendPageMessages: 100,
};

export interface DriverParts {
  readonly rules: SessionRules;
  readonly store: SessionStore;
  readonly application: SessionApplication;
  readonly gate: DurabilityGate;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly limits?: DriverLimits;
}

/** How an application message is sent. */
export interface SendOptions {
  /** A report of an earlier epoch that may not have arrived: PossResend(97)=Y. */
  readonly possResend?: boolean;
  /** Further header fields, encoded: what `routeBack` gives, sub-IDs. */
  readonly headerFields?: Uint8Array | null;
}

/** A message on its way out. It leaves when all before it have, and its own ticket is released. */
interface Queued {
  readonly msgSeqNum: number;
  readonly bytes: Uint8Array;
  /** Waits for the peer's Logon. */
  readonly isApplication: boolean;
  /** 0: waits for no commit. */
  readonly ticket: number;
}

/**
 * Life: `open` with a wire, `receive` its bytes, `tick` the clock, `closed`. The application's side:
 * `send`, `reject`, `logout`. The journal's side: `takeChanges`, `release`.
 */
export class SessionDriver {
  readonly sessionID: SessionID;
  readonly rules: SessionRules;
  readonly #parts: DriverParts;
  readonly #limits: DriverLimits;
  readonly #view: MessageView;
  #state: SessionState;
  #wire: Wire | null = null;
  #framer: Framer;
  /** The wire ends when the queue is empty. */
  #ending = false;
  #queue = new Fifo<Queued>();
  #queuedBytes = 0;
  /** Sent, in no change yet. */
  #unsaved: SentMessage[] = [];
  /** In no released change yet: a resend must not take their absence from the store for a gap. */
  readonly #undurable = new Fifo<{ readonly msgSeqNum: number; readonly ticket: number }>();
  /** Blocks of numbers in changes that are not released: most changes bring none. */
  readonly #reservations = new Fifo<{
    readonly ticket: number;
    readonly epoch: number;
    readonly end: number;
  }>();
  #saved: { readonly epoch: number; readonly nextIn: number; readonly askedOutEnd: number };
  #nextTicket = 1;
  #releasedTicket = 0;
  #somethingWaits = false;
  /** A message waits for the next change, though it may bring no other news: a Logon behind a gap. */
  #isNextTicketAwaited = false;
  #depth = 0;
  /** One line in the log for a chunk of rubbish, not one for each of its pieces. */
  #isGarbledNoted = false;

  constructor(parts: DriverParts) {
    this.#parts = parts;
    this.rules = parts.rules;
    this.sessionID = sessionIDOf(parts.rules.settings);
    this.#limits = parts.limits ?? defaultDriverLimits;
    this.#view = new MessageView(parts.rules.dictionary);
    this.#framer = new Framer(this.#limits.framer);
    this.#state = initialState(parts.store.load(this.sessionID), parts.clock.now());
    this.#saved = savedOf(this.#state);
  }

  get state(): SessionState {
    return this.#state;
  }

  /** A live session takes no second connection. */
  get isConnected(): boolean {
    return this.#wire !== null;
  }

  /** False for a connection that was cut: what it still has to say is no longer this session's. */
  isOn(wire: Wire): boolean {
    return this.#wire === wire;
  }

  /** Bytes on their way to the peer: numbered, or written and not taken by the operating system. */
  get outstandingBytes(): number {
    return this.#queuedBytes + (this.#wire?.queuedBytes ?? 0);
  }

  /** Bytes numbered for the peer and not written to the wire. */
  get queuedBytes(): number {
    return this.#queuedBytes;
  }

  /** A connection for this session. An initiator's Logon goes out at once. */
  open(wire: Wire): void {
    this.#enter(() => {
      this.#wire = wire;
      this.#ending = false;
      this.#framer = new Framer(this.#limits.framer);
      this.#step({ type: 'TransportOpened', now: this.#now() });
    });
  }

  /** A chunk of the peer's bytes, whatever its boundaries. */
  receive(chunk: Uint8Array): void {
    this.#enter(() => {
      this.#framer.push(chunk);
      this.#isGarbledNoted = false;
      while (this.#wire !== null && this.#takeFrame());
      this.#serveResend();
    });
  }

  /** The wire has room again. */
  drained(): void {
    this.#enter(() => this.#serveResend());
  }

  /** The wire has closed, from whichever side. */
  closed(cause: string): void {
    this.#enter(() => {
      if (this.#wire === null) return;
      this.#dropWire();
      this.#step({ type: 'TransportClosed', cause, now: this.#now() });
      this.#somethingWaits ||= this.#isDirty();
    });
  }

  /** Call it a few times a second. */
  tick(): void {
    this.#enter(() => {
      const now = this.#now();
      const isDeaf = this.#wire?.isPaused === true;
      this.#step({ type: 'ClockTicked', isHeld: this.#queue.length > 0, isDeaf, now });
      if (this.#ending && now - this.#state.phaseSince >= this.#endPatience())
        this.#cut('slow end');
      this.#somethingWaits ||= this.#isDirty();
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
    if (!this.#isDirty()) return null;
    const { epoch, nextInMsgSeqNum, askedOutEnd } = this.#state;
    const ticket = this.#nextTicket;
    this.#nextTicket += 1;
    const messages = this.#unsaved;
    this.#unsaved = [];
    this.#somethingWaits = false;
    this.#isNextTicketAwaited = false;
    if (epoch !== this.#saved.epoch || askedOutEnd !== this.#saved.askedOutEnd)
      this.#reservations.push({ ticket, epoch, end: askedOutEnd });
    this.#saved = savedOf(this.#state);
    return {
      sessionID: this.sessionID,
      epoch,
      nextInMsgSeqNum,
      reservedOutEnd: askedOutEnd,
      messages,
      ticket,
    };
  }

  /** The changes up to this ticket are on disk: what waited for them leaves, in order. */
  release(ticket: number): void {
    this.#enter(() => {
      dropUpTo(this.#undurable, ticket);
      for (
        let done = this.#reservations.first;
        done !== undefined && done.ticket <= ticket;
        done = this.#reservations.first
      ) {
        this.#reservations.shift();
        const { epoch, end } = done;
        this.#step({ type: 'ReservationDurable', epoch, end, now: this.#now() });
      }
      this.#releasedTicket = ticket;
      this.#flush();
      this.#serveResend();
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

  /** False: nothing whole is left. */
  #takeFrame(): boolean {
    const frame = this.#framer.next();
    switch (frame) {
      case 'More':
        return false;
      case 'Message':
        this.#takeMessage();
        return true;
      case 'Garbled':
        this.#takeGarbled('Frame');
        return true;
      case 'TooLong':
        this.#cut('BodyLength(9) beyond the bound');
        return false;
      case 'NotFix':
        this.#cut('the bytes are no FIX');
        return false;
      default:
        return unreachable(frame);
    }
  }

  #takeMessage(): void {
    const { bytes, start, end } = this.#framer;
    const cause = this.#view.read(bytes, start, end);
    if (cause !== null) return this.#takeGarbled(cause);
    this.#step({ type: 'MessageReceived', view: this.#view, now: this.#now() });
    while (hasEarlyDue(this.#state)) this.#step({ type: 'EarlyDue', now: this.#now() });
  }

  #takeGarbled(cause: Extract<SessionInput, { type: 'GarbledReceived' }>['cause']): void {
    const { phase } = this.#state;
    if (phase === 'AwaitingLogon' || phase === 'LogonSent')
      return this.#cut('garbled before logon');
    if (this.#isGarbledNoted) return;
    this.#isGarbledNoted = true;
    this.#step({ type: 'GarbledReceived', cause, now: this.#now() });
  }

  /** Callbacks come last, so that what they send is numbered and queued after the step's own. */
  #step(input: SessionInput): readonly SessionAction[] {
    const before = this.#state.phase;
    const { state, actions } = step(this.rules, this.#state, input);
    this.#state = state;
    if (before === 'LogonSent' && state.phase === 'Disconnected') this.#dropApplication();
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
      this.#flush(); // What was sent while the peer's Logon was awaited.
      application.loggedOn(this, action);
    } else if (action.type === 'LoggedOff') application.loggedOff(this, action.reason);
  }

  #send({ message, category, after: waitsFor, onWire }: Send): void {
    const ticket = waitsFor === 'commit' ? this.#nextTicket : 0;
    if (ticket > 0) {
      this.#somethingWaits = true;
      this.#isNextTicketAwaited = true;
    }
    if (category === 'application') {
      this.#unsaved.push(message);
      this.#undurable.push({ msgSeqNum: message.msgSeqNum, ticket });
    }
    if (!onWire || this.#wire === null) return;
    if (category === 'resend' || (ticket === 0 && this.#queue.length === 0))
      return this.#write(message.bytes);
    const { msgSeqNum, bytes } = message;
    this.#queue.push({ msgSeqNum, bytes, ticket, isApplication: category === 'application' });
    this.#queuedBytes += message.bytes.length;
    this.#boundQueue();
  }

  #flush(): void {
    const isEarly = this.#state.phase === 'LogonSent';
    for (let next = this.#queue.first; next !== undefined; next = this.#queue.first) {
      if (this.#wire === null || next.ticket > this.#releasedTicket) break;
      if (isEarly && next.isApplication) break;
      this.#queue.shift();
      this.#queuedBytes -= next.bytes.length;
      this.#write(next.bytes);
    }
    if (this.#ending && this.#queue.length === 0) this.#wire?.end();
  }

  #write(bytes: Uint8Array): void {
    this.#wire?.write(bytes);
    this.#boundQueue();
  }

  #boundQueue(): void {
    const queued = this.#queuedBytes + (this.#wire?.queuedBytes ?? 0);
    if (queued > this.#limits.maxQueuedBytes) this.#cut('the peer does not read');
  }

  #serveResend(): void {
    while (this.#mayResend()) {
      const { resend, epoch } = this.#state;
      if (resend === null) return;
      const limit = this.#limits.resendPageMessages;
      const range = { fromSeqNum: resend.next, toSeqNum: resend.end, epoch, limit };
      const messages = this.#parts.store.sentMessages({ sessionID: this.sessionID, ...range });
      const last = messages.at(-1);
      const toSeqNum = last === undefined || messages.length < limit ? resend.end : last.msgSeqNum;
      this.#step({ type: 'ResendPage', messages, toSeqNum, now: this.#now() });
    }
  }

  #mayResend(): boolean {
    const { resend } = this.#state;
    if (resend === null || this.#wire === null) return false;
    // What is still on its way out must not be passed over: it would then come too low.
    const oldest = this.#undurable.first;
    if (oldest !== undefined && oldest.msgSeqNum <= resend.end) return false;
    const queued = this.#queue.first;
    if (queued !== undefined && queued.msgSeqNum <= resend.end) return false;
    return this.#wire.queuedBytes < this.#limits.resendHighWaterBytes;
  }

  #disconnect(reason: string): void {
    this.#parts.log.info({ sessionID: this.sessionID, reason }, 'session disconnects');
    this.#ending = true;
    if (this.#queue.length === 0) this.#wire?.end();
  }

  /** Closes at once, with no word to the peer. */
  #cut(reason: string): void {
    const wire = this.#wire;
    this.#parts.log.warn({ sessionID: this.sessionID, reason }, 'connection cut');
    this.#dropWire();
    wire?.destroy();
    this.#step({ type: 'TransportClosed', cause: reason, now: this.#now() });
    this.#somethingWaits ||= this.#isDirty();
  }

  /** What was queued is not lost: it is in a change, and the peer asks for its number. */
  #dropWire(): void {
    this.#wire = null;
    this.#ending = false;
    this.#queue.clear();
    this.#queuedBytes = 0;
  }

  /** Their Logon was not accepted: they wait for the next one. */
  #dropApplication(): void {
    this.#queue = this.#queue.filtered(({ isApplication }) => !isApplication);
    this.#queuedBytes = 0;
    for (const { bytes } of this.#queue) this.#queuedBytes += bytes.length;
  }

  #endPatience(): bigint {
    return BigInt(this.rules.settings.logoutTimeoutMs) * 1_000_000n;
  }

  #isDirty(): boolean {
    const { epoch, nextIn, askedOutEnd } = this.#saved;
    const state = this.#state;
    return (
      this.#isNextTicketAwaited ||
      this.#unsaved.length > 0 ||
      state.epoch !== epoch ||
      state.nextInMsgSeqNum !== nextIn ||
      state.askedOutEnd !== askedOutEnd
    );
  }
}

function savedOf({ epoch, nextInMsgSeqNum, askedOutEnd }: SessionState) {
  return { epoch, nextIn: nextInMsgSeqNum, askedOutEnd };
}

function dropUpTo(list: Fifo<{ readonly ticket: number }>, ticket: number): void {
  while (list.first !== undefined && list.first.ticket <= ticket) list.shift();
}
