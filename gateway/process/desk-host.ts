// Joins the one writer with the journal: each decision's events, session numbers, outgoing messages and
// indexes go into one batch, and what follows from it leaves when that batch is durable (I1).

import {
  type AdminCommand,
  type Command,
  type ParentOrder,
  type Recorded,
  type Tick,
  WireWriter,
  encodeEvent,
  eventSchemaVersion,
  recordTypes,
} from '../../spec/events/index.ts';
import type { Clock, EpochNs, Log } from '../../spec/ports/index.ts';
import { type Durable, invariant } from '../../spec/proof/index.ts';
import type { AccountID, ClOrdID, SessionID, VenueID } from '../../spec/terms/index.ts';
import { type Qty, type TradeDate, epochNs, tradeDate } from '../../spec/units/index.ts';
import {
  type Context,
  type Decision,
  type DeskSettings,
  type DeskState,
  DeskStopped,
  type Effect,
  type LookedUp,
  type MarketView,
  NOTHING_FOUND,
  type SessionProfile,
  type VenueView,
  createDesk,
  keyOf,
  originOf,
} from '../desk/index.ts';
import { MessageWriter, type SessionDriver } from '../fix/index.ts';
import type { BatchPut, Journal } from '../journal/index.ts';
import { dialectOf, writeReport } from '../orderentry/index.ts';
import type { AuditTrail } from './audit-trail.ts';
import type { ColdOrders } from './cold-orders.ts';
import { addPutsOf, putsOf } from './fix-records.ts';
import type { MessageRates } from './message-rates.ts';
import { markKey } from './recovery.ts';
import type { Releases } from './releases.ts';
import { type SnapshotSlices, SnapshotTaker } from './snapshot-taker.ts';
import { tables, textBytes } from './tables.ts';

const NS_PER_DAY = 86_400_000_000_000n;

/** What leaves for a venue, once durable. */
export type VenueEffect = Extract<
  Effect,
  {
    readonly type:
      | 'SubmitChild'
      | 'CancelChild'
      | 'AmendChild'
      | 'ResolveChild'
      | 'ForgetChild'
      | 'AskAgain'
      | 'FindUnknown'
      | 'BroadcastTransaction';
  }
>;

export interface DeskHostParts {
  readonly state: DeskState;
  readonly journal: Journal;
  readonly cold: ColdOrders;
  readonly releases: Releases;
  readonly marks: ReadonlySet<string>;
  readonly clock: Clock;
  readonly log: Log;
  readonly market: MarketView;
  readonly rates: Pick<MessageRates, 'of'>;
  readonly settings: DeskSettings;
  /** More waiting records than this: new orders are refused until the journal has caught up. */
  readonly maxQueuedRecords: number;
  readonly profile: (sessionID: SessionID) => SessionProfile | null;
  readonly isAccount: (account: AccountID) => boolean;
  /** Null: the venue does not tell. */
  readonly balance: (venueID: VenueID, asset: string) => Qty | null;
  readonly venue: (venueID: VenueID) => VenueView | null;
  session(sessionID: SessionID): SessionDriver | null;
  /** All of them: what they have waiting goes along with the messages that get a batch of their own. */
  sessions(): readonly SessionDriver[];
  toVenue(effect: Durable<VenueEffect>): void;
  /** For metrics. */
  sent(sessionID: SessionID, msgType: string): void;
  /** Messages that go along with whichever batch comes next. */
  readonly audit: Pick<AuditTrail, 'take' | 'isDue'>;
  /** Each decision, as it was taken: for metrics. */
  observed(decision: Decision): void;
  /** Sequences behind which somebody still reads the journal: snapshots for them stay. */
  readers(): readonly number[];
  /** How much of a snapshot is made at once. */
  readonly slices: SnapshotSlices;
  /** The desk has stopped: `cause` is durable as a mark, the process must end. */
  stopped(cause: DeskStopped): void;
}

export interface DeskHost {
  /** Decides the command now, in the order of arrival. */
  enter(command: Command | Tick): void;
  /** A further write for the batch of the command that is entered next, such as the message it came in: copied by then. */
  along(put: BatchPut): void;
  /** A batch of its own: session numbers that no decision carries. */
  saveSession(session: SessionDriver, puts?: readonly BatchPut[]): void;
  /** A batch of its own for what no session and no decision brings. */
  savePuts(puts: readonly BatchPut[]): void;
  /** A batch of its own for messages that have waited for one: those that have for long, or all. */
  saveAudit(which: 'Due' | 'All'): void;
  /** As `enter`; settles with what it came to, once that is durable. Rejects where the desk has stopped. */
  operate(command: AdminCommand): Promise<readonly Recorded[]>;
  /** Writes a snapshot of the state as of now; settles when it is verified. */
  snapshot(): Promise<void>;
}

export function createDeskHost(parts: DeskHostParts): DeskHost {
  const { state, journal, cold, releases } = parts;
  const events = new WireWriter();
  const messages = new MessageWriter();
  const snapshots = new SnapshotTaker({ state, journal, slices: parts.slices });
  let along: BatchPut[] = [];
  /** Sessions that the decision being recorded speaks to; null between decisions. */
  let touched: SessionDriver[] | null = null;
  let isStopped = false;
  /** Whoever waits for what the command being entered comes to. */
  let answer: ((recorded: readonly Recorded[]) => void) | null = null;

  const desk = createDesk(state, {
    stamp: () => parts.clock.now(),
    nextSequence: () => journal.nextSequence,
    hasMarks: parts.marks.size > 0,
    isMarked: (key) => parts.marks.has(key.slice(0, 500)),
    context: (command, at) => contextOf(parts, command, at),
  });
  desk.decisions$.subscribe({
    next: (decision) => {
      // What cannot be recorded has changed the state all the same: it stops the desk like a throw there.
      try {
        record(decision);
      } catch (error) {
        const events = decision.recorded.map(({ event }) => event);
        stop(new DeskStopped(keyOf(decision.command, events), decision.command, error));
      }
    },
    error: (error: unknown) => stop(error),
  });

  function record(decision: Decision): void {
    const spokenTo = new Array<SessionDriver>(); // Few: a Set of them took three times the memory.
    touched = spokenTo;
    for (const effect of decision.effects) {
      if (effect.type !== 'ReportToClient') continue;
      const session = parts.session(effect.report.sessionID);
      if (session === null) continue;
      const body = writeReport(messages, effect.report, dialectOf(session.rules.dictionary));
      addTo(spokenTo, session);
      session.send(body);
      parts.sent(effect.report.sessionID, body.msgType);
    }
    const origin = originOf(decision.command);
    const source = origin === null ? null : parts.session(origin.sessionID);
    if (source !== null) addTo(spokenTo, source);
    touched = null;
    const firstSequence = journal.nextSequence;
    // ExecIDs are made of the sequences that the events were decided with.
    const decidedAs = decision.recorded[0]?.sequence ?? firstSequence;
    invariant(decidedAs === firstSequence, 'I2', { decidedAs, firstSequence });
    const lastSequence = firstSequence + Math.max(decision.recorded.length, 1) - 1;
    const puts: BatchPut[] = along;
    along = [];
    puts.push(...parts.audit.take());
    for (const order of decision.ended) puts.push(...cold.add(order, decision.at, lastSequence));
    const tickets = takenAlong(spokenTo, puts);
    const records = decision.recorded.map(({ event }) => ({
      type: recordTypes[event.type],
      schemaVersion: eventSchemaVersion,
      payload: encodeEvent(event, events),
    }));
    journal.append({ firstSequence, time: decision.at, records, puts });
    releases.when(lastSequence, (durably) => {
      for (const effect of decision.effects) {
        if (effect.type === 'RaiseAlarm') parts.log[effect.level](effect.fields, effect.sentence);
        else if (effect.type !== 'ReportToClient') parts.toVenue(durably(effect));
      }
      released(tickets);
    });
    const waiting = answer;
    answer = null; // What follows from the command, such as each order that a kill switch stops, is no answer.
    if (waiting !== null) releases.when(lastSequence, () => waiting(decision.recorded));
    parts.observed(decision);
  }

  /** Crash rule for a broken invariant: the command is marked, durably, and then the process ends. */
  function stop(error: unknown): void {
    isStopped = true;
    if (!(error instanceof DeskStopped)) throw error;
    const value = textBytes(`${error.command.type}: ${error.message}`);
    const mark: BatchPut = { table: tables.marks, key: markKey(error.key), value };
    const time = parts.clock.now();
    journal.append({ firstSequence: journal.nextSequence, time, records: [], puts: [mark] });
    journal.flush().then(
      () => parts.stopped(error),
      () => parts.stopped(error),
    );
  }

  return {
    enter(command) {
      if (!isStopped) desk.commands.next(command);
    },
    operate: (command) =>
      new Promise((resolve, reject) => {
        answer = resolve;
        if (!isStopped) desk.commands.next(command);
        answer = null;
        if (isStopped) reject(new Error('the desk has stopped'));
      }),
    along: (put) => void along.push(put),
    saveSession(session, puts = []) {
      // What a decision sends goes into the batch of its events, never before them (I1).
      if (touched !== null) {
        addTo(touched, session);
        along.push(...puts);
        return;
      }
      const change = session.takeChanges();
      if ((change === null && puts.length === 0) || isStopped) return;
      const own = change === null ? puts : [...putsOf(change), ...puts];
      const all = [...own, ...parts.audit.take()];
      const firstSequence = journal.nextSequence;
      const sequence = journal.append({
        firstSequence,
        time: parts.clock.now(),
        records: [],
        puts: all,
      });
      if (change !== null) releases.when(sequence, () => session.release(change.ticket));
    },
    savePuts(puts) {
      if (touched !== null) {
        along.push(...puts);
        return;
      }
      if (isStopped) return;
      const time = parts.clock.now();
      journal.append({ firstSequence: journal.nextSequence, time, records: [], puts });
    },
    saveAudit(which) {
      // A batch that is being made takes them, and nothing comes between a decision and its batch.
      if (touched !== null || isStopped) return;
      const time = parts.clock.now();
      if (which === 'Due' && !parts.audit.isDue(time)) return;
      const puts = [...parts.audit.take()];
      if (puts.length === 0) return;
      // All may be asked for in the midst of a session's step: then what that session has is not whole.
      const tickets = which === 'Due' ? takenAlong(parts.sessions(), puts) : [];
      const firstSequence = journal.nextSequence;
      const sequence = journal.append({ firstSequence, time, records: [], puts });
      if (tickets.length > 0) releases.when(sequence, () => released(tickets));
    },
    snapshot: () => snapshots.take(parts.readers()),
  };
}

function addTo(sessions: SessionDriver[], session: SessionDriver): void {
  if (!sessions.includes(session)) sessions.push(session);
}

type Ticket = readonly [SessionDriver, number];

/** What these sessions have waiting, put into a batch; to be released when that is durable. */
function takenAlong(sessions: Iterable<SessionDriver>, puts: BatchPut[]): readonly Ticket[] {
  const tickets = new Array<Ticket>();
  for (const session of sessions) {
    const change = session.takeChanges();
    if (change === null) continue;
    addPutsOf(change, puts);
    tickets.push([session, change.ticket]);
  }
  return tickets;
}

function released(tickets: readonly Ticket[]): void {
  for (const [session, ticket] of tickets) session.release(ticket);
}

/** Its functions are the parts' own: made anew for each decision they took a kilobyte an order. */
function contextOf(parts: DeskHostParts, command: Command, at: EpochNs): Context {
  return {
    now: at,
    market: parts.market,
    settings: parts.settings,
    venue: parts.venue,
    profile: parts.profile,
    isAccount: parts.isAccount,
    balance: parts.balance,
    rate: (sessionID) => parts.rates.of(sessionID, at),
    lookedUp: lookUp(parts, command, at),
    closedFor: closedFor(parts),
  };
}

/** Refuses new orders rather than let the queue to the disk, or the disk, fill up. */
function closedFor(parts: DeskHostParts): string | null {
  const { journal } = parts;
  if (journal.spaceLow) return 'no new orders now: the disk of the journal is nearly full';
  if (journal.queueDepth.records <= parts.maxQueuedRecords) return null;
  return 'no new orders now: the journal is behind';
}

/**
 * What the indexes of ended orders say about a command. They are by trade date: an order that was sent
 * before midnight is looked for on its own day too, and one that is spoken of on the day before.
 * Exported for tests.
 */
export function lookUp(
  parts: Pick<DeskHostParts, 'cold'> & { readonly state: Pick<DeskState, 'byChild'> },
  command: Command,
  at: EpochNs,
): LookedUp {
  const { cold } = parts;
  switch (command.type) {
    case 'EnterOrder': {
      const { origin, clOrdID, possResend, sentAt } = command;
      const { sessionID } = origin;
      const date = tradeDate(at);
      const sentOn = tradeDate(sentAt);
      const isTakenOn = (day: TradeDate) => cold.isClOrdIDTaken(sessionID, day, clOrdID);
      const used = isTakenOn(date) ? date : sentOn !== date && isTakenOn(sentOn) ? sentOn : null;
      if (used === null) return NOTHING_FOUND;
      const order = possResend ? cold.byClOrdID(sessionID, used, clOrdID) : null;
      return { order, isClOrdIDTaken: true };
    }
    case 'CancelOrder':
    case 'ReplaceOrder': {
      const { sessionID } = command.origin;
      return {
        order: endedLately(cold, at, sessionID, command.origClOrdID),
        isClOrdIDTaken: cold.isClOrdIDTaken(sessionID, tradeDate(at), command.clOrdID),
      };
    }
    case 'RequestOrderStatus': {
      const { sessionID } = command.origin;
      const order = endedLately(cold, at, sessionID, command.clOrdID);
      return { order, isClOrdIDTaken: false };
    }
    case 'ReportFromVenue': {
      const { childID } = command.report;
      // An open order is the state's own: no index is asked (a look-up for each report of every order).
      if (childID === null || parts.state.byChild.has(childID)) return NOTHING_FOUND;
      return { order: cold.byChildID(childID), isClOrdIDTaken: false };
    }
    case 'RejectOrder':
    case 'RefuseMessage':
    case 'ConfigureDesk':
    case 'StartDesk':
    case 'TickOrder':
    case 'ResumeVenue':
    case 'EngageKill':
    case 'RearmKill':
    case 'ResolveChild':
    case 'AgreeHolding':
    case 'SetLimit':
    case 'ResetLimit':
      return NOTHING_FOUND;
  }
}

/** The order with this ClOrdID that ended on the day of `at` or, if none did, on the day before. */
function endedLately(
  cold: ColdOrders,
  at: EpochNs,
  sessionID: SessionID,
  clOrdID: ClOrdID,
): ParentOrder | null {
  const today = cold.byClOrdID(sessionID, tradeDate(at), clOrdID);
  if (today !== null) return today;
  return cold.byClOrdID(sessionID, tradeDate(epochNs(at - NS_PER_DAY)), clOrdID);
}
