// Client sessions: their messages become commands, and what they may have missed is sent again.

import { type Dictionary, MsgType, Place, Tag } from '../../spec/dictionaries/index.ts';
import type { Origin } from '../../spec/events/index.ts';
import type { Clock, EpochNs, Log, Timers } from '../../spec/ports/index.ts';
import { type SessionID, asSessionID } from '../../spec/terms/index.ts';
import {
  type Deliver,
  type DriverLimits,
  holdsSecret,
  masked,
  type MessageAudit,
  MessageView,
  type SentMessage,
  type Schedule,
  SessionDriver,
  type SessionTemplates,
  defaultSessionSettings,
  routeBack,
  sameSecret,
  scheduleOf,
  sessionIDOf,
} from '../fix/index.ts';
import type { Journal } from '../journal/index.ts';
import { commandOf } from '../orderentry/index.ts';
import type { AuditTrail } from './audit-trail.ts';
import { ClockSteps } from './clock-steps.ts';
import type { DeskHost } from './desk-host.ts';
import {
  type Delivery,
  deliveryPut,
  ended,
  incomingParts,
  journalStore,
  loadDelivery,
  sentSince,
  steppedOver,
  takenOver,
} from './fix-records.ts';
import type { FixSession } from './fix-session.ts';
import type { MessageRates } from './message-rates.ts';
import { parsePasswordHash } from './password-hash.ts';
import { namesKept } from './session-names.ts';
import { type Made, type SessionTemplate, madeBy } from './session-templates.ts';
import { tables } from './tables.ts';

/** With so much on its way to the peer the next page waits; the driver cuts at eight times as much. */
const CATCH_UP_HIGH_WATER_BYTES = 512 * 1024;
const CATCH_UP_PAUSE_MS = 50;

export interface FixHostParts {
  readonly sessions: readonly FixSession[];
  readonly templates?: readonly SessionTemplate[];
  /** The engine's names of sessions that are neither a client's nor a template's. */
  readonly others?: readonly string[];
  /** A template has made it, now or in a process before. */
  made?(session: FixSession, template: FixSession): void;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  /** Runs it when what waits now has had its turn; see `DriverParts.soon`. */
  readonly soon?: (run: () => void) => void;
  /** The time of the journal's last record when this process took over. */
  readonly lastTime: EpochNs;
  readonly rates: Pick<MessageRates, 'count'>;
  host(): DeskHost;
  readonly audit: Pick<AuditTrail, 'of'>;
  readonly limits?: DriverLimits;
  /** For metrics. */
  seen(session: SessionID, direction: 'in' | 'out', msgType: string): void;
}

export interface FixHost {
  /** Live: those that templates make come to them. */
  readonly drivers: readonly SessionDriver[];
  readonly templates: SessionTemplates;
  driver(sessionID: SessionID): SessionDriver | null;
  /** Ours for the engine's name of a session. */
  sessionID(driver: SessionDriver): SessionID;
  /**
   * Notes, in the first batch of this process, that the connections of the one before have ended: when
   * they did shows in no later record.
   */
  takeOver(): void;
  /** To be called behind each decision, so that no record of a time that was set forward stands long without what that means. */
  watchClock(): void;
}

export function createFixHost(parts: FixHostParts): FixHost {
  const byID = new Map<SessionID, SessionDriver>();
  const names = new Map<string, SessionID>();
  const drivers: SessionDriver[] = [];
  const store = journalStore(parts.journal);
  const catchUps: (readonly [SessionDriver, CatchUp])[] = [];
  const steps = new ClockSteps(parts.clock);
  const templates = parts.templates ?? [];
  /** How many sessions each template has made. */
  const counts = new Map<SessionTemplate, number>();

  function add(session: FixSession): SessionDriver {
    const name = sessionIDOf(session.settings);
    const audit = parts.audit.of(name);
    const catchUp: CatchUp = { delivery: loadDelivery(parts.journal, name), since: null };
    const driver = new SessionDriver({
      rules: {
        settings: { ...defaultSessionSettings, ...session.settings, role: 'Acceptor' },
        dictionary: session.dictionary,
        schedule: hoursOf(session),
        authenticate: (given) => mayLogOn(session, given),
      },
      store,
      ...(parts.soon === undefined ? {} : { soon: parts.soon }),
      clock: parts.clock,
      log: parts.log,
      audit,
      ...(parts.limits === undefined ? {} : { limits: parts.limits }),
      gate: { changesWaiting: (one) => parts.host().saveSession(one) },
      application: {
        deliver: (message, one) => deliver({ ...parts, audit }, session.id, message, one),
        loggedOn(one) {
          watchClock();
          loggedOn(parts, one, catchUp);
        },
        loggedOff(one, reason) {
          watchClock();
          loggedOff(parts, one, catchUp, reason);
        },
      },
    });
    drivers.push(driver);
    byID.set(session.id, driver);
    catchUps.push([driver, catchUp]);
    names.set(driver.sessionID, session.id);
    return driver;
  }

  function watchClock(): void {
    const before = steps.look();
    if (before === null) return;
    const now = parts.clock.now();
    for (const [driver, catchUp] of catchUps) {
      if (catchUp.since !== null) catchUp.since = { ...catchUp.since, loggedOnAt: now };
      const { delivery } = catchUp;
      if (delivery === null || delivery.connection === null) continue;
      saveDelivery(parts, driver, catchUp, steppedOver(delivery, { before, now }));
    }
  }

  function addMade({ template, session }: Made): SessionDriver {
    counts.set(template, (counts.get(template) ?? 0) + 1);
    parts.made?.(session, template.session);
    return add(session);
  }

  for (const session of parts.sessions) add(session);
  if (templates.length > 0) {
    const others = new Set(parts.others);
    for (const name of namesKept(parts.journal)) {
      const made = names.has(name) || others.has(name) ? null : madeBy(templates, name);
      if (made !== null) addMade(made);
    }
  }
  return {
    drivers,
    driver: (sessionID) => byID.get(sessionID) ?? null,
    sessionID: (driver) => names.get(driver.sessionID) ?? asSessionID(driver.sessionID),
    templates: {
      dictionary: (beginString) =>
        templates.find(({ session }) => session.settings.beginString === beginString)?.session
          .dictionary ?? null,
      refusal(compIDs) {
        const made = madeBy(templates, sessionIDOf(compIDs));
        if (made === null) return 'CompIDs of no session';
        const isFull = (counts.get(made.template) ?? 0) >= made.template.maxSessions;
        return isFull ? `template ${made.template.session.id} has made all its sessions` : null;
      },
      make(compIDs) {
        const refusal = this.refusal(compIDs);
        const made = madeBy(templates, sessionIDOf(compIDs));
        if (refusal !== null || made === null) return refusal ?? 'CompIDs of no session';
        const { id, settings } = made.session;
        const { targetCompID } = settings;
        parts.log.info({ sessionID: id, targetCompID }, 'a template made a session');
        return addMade(made);
      },
    },
    takeOver() {
      const now = parts.clock.now();
      for (const [driver, catchUp] of catchUps) {
        const { delivery } = catchUp;
        if (delivery === null) continue;
        const left = takenOver(delivery, { lastTime: parts.lastTime, now });
        if (left !== delivery) saveDelivery(parts, driver, catchUp, left);
      }
    },
    watchClock,
  };
}

export function hoursOf({ schedule = null }: FixSession): Schedule | null {
  return schedule === null ? null : scheduleOf(schedule);
}

/** Both comparisons are always made, each in constant time. A hash is no password: without a verdict nobody has it. */
export function mayLogOn(
  session: FixSession,
  given: { readonly username: string | null; readonly password: string | null },
): boolean {
  const userFits = session.username === null || sameSecret(session.username, given.username ?? '');
  const expected = session.password?.reveal() ?? null;
  const passwordFits =
    expected === null ||
    (parsePasswordHash(expected) === null && sameSecret(expected, given.password ?? ''));
  return userFits && passwordFits;
}

function deliver(
  parts: Omit<FixHostParts, 'audit'> & { readonly audit: MessageAudit },
  sessionID: SessionID,
  message: Deliver,
  session: SessionDriver,
): void {
  const { view, msgSeqNum, possResend, origSendingTime } = message;
  const { msgType } = view;
  const now = parts.clock.now();
  parts.seen(sessionID, 'in', msgType);
  if (msgType === MsgType.Reject || msgType === MsgType.BusinessMessageReject) {
    // An answer to an answer would never end: a person reads it.
    const text = view.string(Tag.Text);
    const refSeqNum = view.int(Tag.RefSeqNum);
    parts.audit.received(view.message, now, 'Taken');
    parts.log.warn({ sessionID, msgType, refSeqNum, text }, 'the client refused a message of ours');
    return;
  }
  parts.rates.count(sessionID, msgType, now);
  const host = parts.host();
  const origin: Origin = { sessionID, sessionEpoch: session.state.epoch, msgSeqNum };
  const translation = commandOf(view, { msgType, possResend, origSendingTime }, origin);
  if (translation.type === 'SessionReject') {
    const { refTagID, reason, text } = translation;
    parts.audit.received(view.message, now, 'Taken');
    const headerFields = routeBack(view);
    session.reject({
      refSeqNum: msgSeqNum,
      refMsgType: msgType,
      refTagID,
      reason,
      text,
      headerFields,
    });
    return;
  }
  host.along({
    table: tables.fixIncoming,
    key: [session.sessionID, origin.sessionEpoch, msgSeqNum],
    value: incomingParts(now, holdsSecret(view) ? masked(view.message) : view.message),
  });
  host.enter(translation.command);
}

/** What one session's peer may have missed, and whether it is being caught up. */
interface CatchUp {
  delivery: Delivery | null;
  /** Its epoch has changed, and the reports of the old one are still to be sent again: since then. Null: nothing is. */
  since: Since | null;
}

interface Since {
  /** What the new epoch has sent from here on is not known to have arrived. */
  readonly cutoff: EpochNs;
  /** By the time as it is now. */
  readonly loggedOnAt: EpochNs;
}

/**
 * A new epoch takes with it the reports of the old one that are not known to have arrived: they follow
 * the logon under new numbers, with PossResend=Y and their old ExecIDs (design, Journal and recovery).
 * They are numbered at once, before anything that happens in the new epoch: else a client would hear of an order's
 * end first, and then of what was pending. Hence those that are not on disk yet are taken from the session itself.
 */
function loggedOn(parts: FixHostParts, session: SessionDriver, catchUp: CatchUp): void {
  const { sessionID } = session;
  const { epoch: toEpoch } = session.state;
  parts.log.info({ sessionID, sessionEpoch: toEpoch }, 'session logged on');
  const missed = catchUp.delivery;
  if (missed === null || missed.epoch === toEpoch) {
    if (catchUp.since === null) isConnected(parts, session, catchUp, sinceNow(parts.clock));
    return;
  }
  const begun = sinceNow(parts.clock);
  catchUp.since = begun;
  const { epoch: fromEpoch, cutoff } = missed;
  const stored = sentSince(parts.journal, { sessionID, fromEpoch, toEpoch, cutoff });
  sendAgain(parts, session, [...stored, ...notStored(session, missed, stored)], () => {
    const since = catchUp.since ?? begun;
    catchUp.since = null;
    isConnected(parts, session, catchUp, since);
  });
}

/** Of the old epochs, behind what the journal shows of them. */
function notStored(
  session: SessionDriver,
  { epoch: fromEpoch, cutoff }: Delivery,
  stored: readonly SentMessage[],
): readonly SentMessage[] {
  const last = stored.at(-1);
  return session.undurable.filter(
    ({ epoch, msgSeqNum, sendingTime }) =>
      epoch >= fromEpoch &&
      epoch < session.state.epoch &&
      sendingTime >= cutoff &&
      (last === undefined ||
        epoch > last.epoch ||
        (epoch === last.epoch && msgSeqNum > last.msgSeqNum)),
  );
}

/**
 * As many at once as a peer may have on its way to it; what is more than that goes when it has read: a peer with
 * much to catch up on is not cut for reading too slowly.
 */
function sendAgain(
  parts: FixHostParts,
  session: SessionDriver,
  reports: readonly SentMessage[],
  done: () => void,
): void {
  let next = 0;
  const page = (): void => {
    while (next < reports.length && session.outstandingBytes <= CATCH_UP_HIGH_WATER_BYTES) {
      const report = reports[next];
      if (report === undefined) break;
      session.send(bodyOf(report, session.rules.dictionary), { possResend: true });
      next += 1;
    }
    if (next === reports.length) done();
    else parts.timers.after(CATCH_UP_PAUSE_MS, page);
  };
  page();
}

function loggedOff(
  parts: FixHostParts,
  session: SessionDriver,
  catchUp: CatchUp,
  reason: string,
): void {
  parts.log.info({ sessionID: session.sessionID, reason }, 'session logged off');
  const { delivery } = catchUp;
  if (delivery === null || catchUp.since !== null) return;
  saveDelivery(parts, session, catchUp, ended(delivery, parts.clock.now()));
}

/** All that is not known to have arrived has been sent, or is the peer's to ask for by its numbers. */
function isConnected(
  parts: FixHostParts,
  session: SessionDriver,
  catchUp: CatchUp,
  since: Since,
): void {
  const { epoch, heartBtInt, phase } = session.state;
  const { delivery } = catchUp;
  const { loggedOnAt } = since;
  const cutoff = delivery !== null && delivery.epoch === epoch ? delivery.cutoff : since.cutoff;
  const connected = { epoch, cutoff, connection: { loggedOnAt, heartBtInt } };
  // It may have parted again before it was caught up.
  const next = phase === 'LoggedOn' ? connected : ended(connected, parts.clock.now());
  saveDelivery(parts, session, catchUp, next);
}

function sinceNow(clock: Clock): Since {
  const now = clock.now();
  return { cutoff: now, loggedOnAt: now };
}

function saveDelivery(
  parts: FixHostParts,
  session: SessionDriver,
  catchUp: CatchUp,
  delivery: Delivery,
): void {
  catchUp.delivery = delivery;
  parts.host().saveSession(session, [deliveryPut(session.sessionID, delivery)]);
}

/** The body of a message as it was sent: what stands between header and CheckSum. */
export function bodyOf(
  message: SentMessage,
  dictionary: Dictionary,
): {
  readonly msgType: string;
  readonly bytes: Uint8Array;
} {
  const view = new MessageView(dictionary);
  const cause = view.read(message.bytes);
  if (cause !== null)
    throw new Error(`message ${message.msgSeqNum} in the store is garbled: ${cause}`);
  let first = 0;
  while (first < view.count && dictionary.places[view.tagAt(first)] === Place.Header) first += 1;
  const start = view.fieldStartAt(first);
  const end = view.fieldStartAt(view.count - 1);
  return { msgType: message.msgType, bytes: view.buffer.slice(start, end) };
}
