// Client sessions: their messages become commands, and what they may have missed is sent again.

import { MsgType, Tag, fix44 } from '../../spec/dictionaries/index.ts';
import type { Origin } from '../../spec/events/index.ts';
import type { Clock, EpochNs, Log, Timers } from '../../spec/ports/index.ts';
import { type SessionID, asSessionID } from '../../spec/terms/index.ts';
import {
  type Deliver,
  MessageView,
  type SentMessage,
  SessionDriver,
  defaultSessionSettings,
  routeBack,
  sameSecret,
  sessionIDOf,
  type SessionSettings,
} from '../fix/index.ts';
import type { Journal } from '../journal/index.ts';
import { commandOf } from '../orderentry/index.ts';
import type { DeskHost } from './desk-host.ts';
import {
  type Delivery,
  deliveryPut,
  ended,
  journalStore,
  loadDelivery,
  sentSince,
} from './fix-records.ts';
import type { MessageRates } from './message-rates.ts';
import type { Releases } from './releases.ts';
import { tables } from './tables.ts';

/** Reports of one page of a catch-up, each about 300 bytes. */
const CATCH_UP_PAGE = 200;
/** With so much on its way to the peer the next page waits; the driver cuts at eight times as much. */
const CATCH_UP_HIGH_WATER_BYTES = 512 * 1024;
const CATCH_UP_PAUSE_MS = 50;

/** One FIX session as configured. */
export interface FixSession {
  readonly id: SessionID;
  readonly settings: Pick<
    SessionSettings,
    'beginString' | 'senderCompID' | 'targetCompID' | 'minHeartBtInt' | 'maxHeartBtInt'
  >;
  readonly username: string | null;
  /** Null: none is asked for. */
  readonly password: { reveal(): string } | null;
}

export interface FixHostParts {
  readonly sessions: readonly FixSession[];
  readonly journal: Journal;
  readonly releases: Releases;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  /** The time of the journal's last record when this process took over. */
  readonly lastTime: EpochNs;
  readonly rates: Pick<MessageRates, 'count'>;
  host(): DeskHost;
  /** For metrics. */
  seen(session: SessionID, direction: 'in' | 'out', msgType: string): void;
}

export interface FixHost {
  readonly drivers: readonly SessionDriver[];
  driver(sessionID: SessionID): SessionDriver | null;
  /** Ours for the engine's name of a session. */
  sessionID(driver: SessionDriver): SessionID;
  /**
   * Notes, in the first batch of this process, that the connections of the one before have ended: when
   * they did shows in no later record.
   */
  takeOver(): void;
}

export function createFixHost(parts: FixHostParts): FixHost {
  const byID = new Map<SessionID, SessionDriver>();
  const names = new Map<string, SessionID>();
  const store = journalStore(parts.journal);
  const catchUps: (readonly [SessionDriver, CatchUp])[] = [];
  for (const session of parts.sessions) {
    const name = sessionIDOf(session.settings);
    const catchUp: CatchUp = { delivery: loadDelivery(parts.journal, name), isPending: false };
    const driver = new SessionDriver({
      rules: {
        settings: { ...defaultSessionSettings, ...session.settings, role: 'Acceptor' },
        dictionary: fix44,
        authenticate: (given) => mayLogOn(session, given),
      },
      store,
      clock: parts.clock,
      log: parts.log,
      gate: { changesWaiting: (one) => parts.host().saveSession(one) },
      application: {
        deliver: (message, one) => deliver(parts, session.id, message, one),
        loggedOn: (one) => loggedOn(parts, one, catchUp),
        loggedOff: (one, reason) => loggedOff(parts, one, catchUp, reason),
      },
    });
    byID.set(session.id, driver);
    catchUps.push([driver, catchUp]);
    names.set(driver.sessionID, session.id);
  }
  return {
    drivers: [...byID.values()],
    driver: (sessionID) => byID.get(sessionID) ?? null,
    sessionID: (driver) => names.get(driver.sessionID) ?? asSessionID(driver.sessionID),
    takeOver() {
      for (const [driver, catchUp] of catchUps) {
        const { delivery } = catchUp;
        if (delivery === null || delivery.connection === null) continue;
        saveDelivery(parts, driver, catchUp, ended(delivery, parts.lastTime));
      }
    },
  };
}

/** Both comparisons are always made, each in constant time. */
export function mayLogOn(
  session: FixSession,
  given: { readonly username: string | null; readonly password: string | null },
): boolean {
  const userFits = session.username === null || sameSecret(session.username, given.username ?? '');
  const passwordFits =
    session.password === null || sameSecret(session.password.reveal(), given.password ?? '');
  return userFits && passwordFits;
}

function deliver(
  parts: FixHostParts,
  sessionID: SessionID,
  message: Deliver,
  session: SessionDriver,
): void {
  const { view, msgSeqNum, possResend, origSendingTime } = message;
  const { msgType } = view;
  parts.seen(sessionID, 'in', msgType);
  if (msgType === MsgType.Reject || msgType === MsgType.BusinessMessageReject) {
    // An answer to an answer would never end: a person reads it.
    const text = view.string(Tag.Text);
    const refSeqNum = view.int(Tag.RefSeqNum);
    parts.log.warn({ sessionID, msgType, refSeqNum, text }, 'the client refused a message of ours');
    return;
  }
  parts.rates.count(sessionID, msgType, parts.clock.now());
  const host = parts.host();
  const origin: Origin = { sessionID, sessionEpoch: session.state.epoch, msgSeqNum };
  const translation = commandOf(view, { msgType, possResend, origSendingTime }, origin);
  if (translation.type === 'SessionReject') {
    const { refTagID, reason, text } = translation;
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
    value: view.message,
  });
  host.enter(translation.command);
}

/** What one session's peer may have missed, and whether it is being caught up. */
interface CatchUp {
  delivery: Delivery | null;
  /** Its epoch has changed, and the reports of the old one are still to be sent again. */
  isPending: boolean;
}

/**
 * A new epoch takes with it the reports of the old one that are not known to have arrived: they follow
 * the logon under new numbers, with PossResend=Y and their old ExecIDs (design, Journal and recovery).
 * They are read when all that was appended before the logon is durable, so that none is missed.
 */
function loggedOn(parts: FixHostParts, session: SessionDriver, catchUp: CatchUp): void {
  const { sessionID } = session;
  parts.log.info({ sessionID, sessionEpoch: session.state.epoch }, 'session logged on');
  const missed = catchUp.delivery;
  if (missed === null || missed.epoch === session.state.epoch) {
    if (!catchUp.isPending) isConnected(parts, session, catchUp, parts.clock.now());
    return;
  }
  catchUp.isPending = true;
  const startedAt = parts.clock.now();
  parts.releases.when(parts.journal.nextSequence - 1, () => {
    const toEpoch = session.state.epoch;
    const { epoch: fromEpoch, cutoff } = missed;
    const reports = sentSince(parts.journal, { sessionID, fromEpoch, toEpoch, cutoff });
    sendPages(parts, session, reports, () => {
      catchUp.isPending = false;
      isConnected(parts, session, catchUp, startedAt);
    });
  });
}

/**
 * One page after the other, each when the one before is durable and the peer has read most of it: a
 * peer with much to catch up on is not cut for reading too slowly.
 */
function sendPages(
  parts: FixHostParts,
  session: SessionDriver,
  reports: readonly SentMessage[],
  done: () => void,
): void {
  let next = 0;
  const page = (): void => {
    if (session.outstandingBytes > CATCH_UP_HIGH_WATER_BYTES) {
      parts.timers.after(CATCH_UP_PAUSE_MS, page);
      return;
    }
    const end = Math.min(next + CATCH_UP_PAGE, reports.length);
    for (const report of reports.slice(next, end)) {
      session.send(bodyOf(report), { possResend: true });
    }
    next = end;
    if (next === reports.length) done();
    else parts.releases.when(parts.journal.nextSequence - 1, page);
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
  if (delivery === null || catchUp.isPending) return;
  saveDelivery(parts, session, catchUp, ended(delivery, parts.clock.now()));
}

/** All that is not known to have arrived has been sent, or is the peer's to ask for by its numbers. */
function isConnected(
  parts: FixHostParts,
  session: SessionDriver,
  catchUp: CatchUp,
  loggedOnAt: EpochNs,
): void {
  const { epoch, heartBtInt, phase } = session.state;
  const { delivery } = catchUp;
  const cutoff = delivery !== null && delivery.epoch === epoch ? delivery.cutoff : loggedOnAt;
  const connected = { epoch, cutoff, connection: { loggedOnAt, heartBtInt } };
  // It may have parted again before it was caught up.
  const next = phase === 'LoggedOn' ? connected : ended(connected, parts.clock.now());
  saveDelivery(parts, session, catchUp, next);
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

const HEADER: ReadonlySet<number> = new Set<number>([
  Tag.BeginString,
  Tag.BodyLength,
  Tag.MsgType,
  Tag.SenderCompID,
  Tag.TargetCompID,
  Tag.MsgSeqNum,
  Tag.SendingTime,
  Tag.OrigSendingTime,
  Tag.PossDupFlag,
  Tag.PossResend,
]);

/** The body of a message as it was sent: what stands between header and CheckSum. */
export function bodyOf(message: SentMessage): {
  readonly msgType: string;
  readonly bytes: Uint8Array;
} {
  const view = new MessageView(fix44);
  const cause = view.read(message.bytes);
  if (cause !== null)
    throw new Error(`message ${message.msgSeqNum} in the store is garbled: ${cause}`);
  let first = 0;
  while (first < view.count && HEADER.has(view.tagAt(first))) first += 1;
  const start = view.fieldStartAt(first);
  const end = view.fieldStartAt(view.count - 1);
  return { msgType: message.msgType, bytes: view.buffer.slice(start, end) };
}
