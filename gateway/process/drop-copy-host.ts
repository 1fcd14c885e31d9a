// Drop copy sessions: their FIX sessions, their cursors, and the feed that follows the journal.
//
// Nothing of it stands in an order's way: a commit of the desk writes nothing for a drop copy, and a feed
// looks on its own clock at how far the journal is.

import { MsgType, Tag } from '../../spec/dictionaries/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import type { Clock, Log, Timers } from '../../spec/ports/index.ts';
import type { SessionID } from '../../spec/terms/index.ts';
import {
  type CopyFilter,
  type Cursor,
  type FeedAction,
  type FeedInput,
  type FeedState,
  cursorFrom,
  decodeCursor,
  encodeCursor,
  initialFeed,
  lagNs,
  stepFeed,
} from '../dropcopy/index.ts';
import {
  type Deliver,
  type DriverLimits,
  type MessageAudit,
  SessionDriver,
  bytesOf,
  defaultSessionSettings,
  fieldOf,
  sessionIDOf,
} from '../fix/index.ts';
import { type BatchPut, type Journal, keyOf } from '../journal/index.ts';
import type { AuditTrail } from './audit-trail.ts';
import type { DeskHost } from './desk-host.ts';
import { hoursOf, mayLogOn } from './fix-host.ts';
import { journalStore } from './fix-records.ts';
import type { FixSession } from './fix-session.ts';
import type { PageSource } from './page-source.ts';
import type { Releases } from './releases.ts';
import { tables } from './tables.ts';

/** How often a feed looks for more: what a copy is later than its report by, at most, when all is well. */
const LOOK_EVERY_MS = 10;
const NS_PER_MS = 1_000_000;

export interface DropCopySession extends FixSession {
  readonly filter: CopyFilter;
}

export interface DropCopyHostParts {
  readonly sessions: readonly DropCopySession[];
  readonly pages: PageSource;
  readonly journal: Journal;
  readonly releases: Releases;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  /** See `DriverParts.soon`. */
  readonly soon?: (run: () => void) => void;
  readonly audit: Pick<AuditTrail, 'of'>;
  readonly limits?: DriverLimits;
  host(): DeskHost;
  /** For metrics. */
  seen(session: SessionID, direction: 'in' | 'out', msgType: string): void;
}

/** How far a drop copy is behind. */
export interface DropCopyStatus {
  readonly sessionID: SessionID;
  readonly isLive: boolean;
  /** Journal sequences. */
  readonly confirmed: number;
  readonly sent: number;
  /** Since when it has not been given all there is; 0: it was. */
  readonly lagMs: number;
}

export interface DropCopyHost {
  readonly drivers: readonly SessionDriver[];
  driver(sessionID: SessionID): SessionDriver | null;
  /** Where a drop copy is new it begins here; in a batch of its own. */
  begin(): void;
  /** The sequences behind which they still read. */
  readers(): readonly number[];
  /** Those that were sent copies which are not known to have arrived, by the engine's names. */
  unconfirmed(): readonly string[];
  status(): readonly DropCopyStatus[];
  close(): Promise<void>;
}

export function createDropCopyHost(parts: DropCopyHostParts): DropCopyHost {
  const feeds = parts.sessions.map((session) => new Feed(session, parts));
  const byID = new Map(feeds.map((feed) => [feed.sessionID, feed]));
  return {
    drivers: feeds.map(({ driver }) => driver),
    driver: (sessionID) => byID.get(sessionID)?.driver ?? null,
    begin() {
      for (const feed of feeds) feed.begin();
    },
    readers: () => feeds.map(({ confirmed }) => confirmed),
    unconfirmed: () =>
      feeds.filter((feed) => feed.isUnconfirmed).map(({ driver }) => driver.sessionID),
    status: () => feeds.map((feed) => feed.status()),
    async close() {
      for (const feed of feeds) feed.close();
      await parts.pages.close();
    },
  };
}

/** One drop copy: the machine, and what carries out its wishes. */
class Feed {
  readonly sessionID: SessionID;
  readonly driver: SessionDriver;
  readonly #parts: DropCopyHostParts;
  readonly #isNew: boolean;
  readonly #audit: MessageAudit;
  #state: FeedState;
  /** Its copies go into one batch with the cursor, not each into one of its own. */
  #isSending = false;
  readonly #watch: { cancel(): void };

  constructor(session: DropCopySession, parts: DropCopyHostParts) {
    const { journal, clock, log } = parts;
    this.sessionID = session.id;
    this.#parts = parts;
    this.#audit = parts.audit.of(sessionIDOf(session.settings));
    this.driver = new SessionDriver({
      rules: {
        settings: { ...defaultSessionSettings, ...session.settings, role: 'Acceptor' },
        dictionary: session.dictionary,
        schedule: hoursOf(session),
        authenticate: (given) => mayLogOn(session, given),
      },
      ...(parts.soon === undefined ? {} : { soon: parts.soon }),
      store: journalStore(journal),
      clock,
      log,
      audit: this.#audit,
      ...(parts.limits === undefined ? {} : { limits: parts.limits }),
      gate: {
        changesWaiting: (driver) => {
          if (!this.#isSending) parts.host().saveSession(driver);
        },
      },
      application: {
        deliver: (message) => this.#refuse(message),
        loggedOn: () => this.#loggedOn(),
        loggedOff: (_, reason) => {
          log.info({ sessionID: session.id, reason }, 'drop copy logged off');
          this.#take({ type: 'LoggedOff' });
        },
        testAnswered: (_, testReqID) =>
          this.#take({ type: 'TestAnswered', testReqID, now: clock.now() }),
      },
    });
    const kept = journal.get(tables.dropCopies, keyOf(session.id));
    this.#isNew = kept === null;
    const cursor =
      kept === null
        ? cursorFrom(journal.nextSequence - 1, this.driver.state.epoch, clock.now())
        : this.#behindWhatIsGone(decodeCursor(kept));
    this.#state = initialFeed(cursor, clock.now());
    this.#watch = parts.timers.every(LOOK_EVERY_MS, () => this.#look());
  }

  /**
   * Of a drop copy that was not configured for a while retention takes no notice: what is gone since it cannot be told,
   * and goes on, loudly, where the log can tell again.
   */
  #behindWhatIsGone(cursor: Cursor): Cursor {
    const { journal, log } = this.#parts;
    const { firstSequence } = journal;
    const snapshots = journal.snapshots();
    const begin = snapshots.find((sequence) => sequence <= cursor.confirmed) ?? 0;
    if (begin + 1 >= firstSequence) return cursor;
    const goesOn = snapshots.findLast((sequence) => sequence + 1 >= firstSequence);
    if (goesOn === undefined) return cursor;
    log.error(
      { sessionID: this.sessionID, from: cursor.confirmed + 1, through: goesOn },
      'retention has taken records that a drop copy was not given: their copies are lost to it',
    );
    const sent = Math.max(cursor.sent, goesOn);
    const everSent = Math.max(cursor.everSent, goesOn);
    return { ...cursor, confirmed: goesOn, sent, everSent };
  }

  get confirmed(): number {
    return this.#state.cursor.confirmed;
  }

  get isUnconfirmed(): boolean {
    const { confirmed, everSent } = this.#state.cursor;
    return confirmed < everSent;
  }

  begin(): void {
    if (!this.#isNew) return;
    this.#perform({ type: 'Save', cursor: this.#state.cursor });
    this.#parts.log.info(
      { sessionID: this.sessionID, sequence: this.#state.cursor.sent },
      'a new drop copy begins here',
    );
  }

  status(): DropCopyStatus {
    const { cursor, isLive } = this.#state;
    const { confirmed, sent } = cursor;
    const { sessionID } = this;
    const { journal, clock } = this.#parts;
    const lagMs = Number(lagNs(this.#state, journal.durableSequence, clock.now())) / NS_PER_MS;
    return { sessionID, isLive, confirmed, sent, lagMs };
  }

  close(): void {
    this.#watch.cancel();
  }

  #loggedOn(): void {
    const { epoch, heartBtInt } = this.driver.state;
    const { cursor } = this.#state;
    const { sessionID } = this;
    const behind = this.#parts.journal.durableSequence - cursor.sent;
    this.#parts.log.info({ sessionID, sessionEpoch: epoch, behind }, 'drop copy logged on');
    this.#take({ type: 'LoggedOn', epoch, heartBtInt, now: this.#parts.clock.now() });
  }

  #look(): void {
    if (!this.#state.isLive) return;
    this.#take({
      type: 'Look',
      durable: this.#parts.journal.durableSequence,
      outstandingBytes: this.driver.outstandingBytes,
      now: this.#parts.clock.now(),
    });
  }

  #take(input: FeedInput): void {
    const { state, actions } = stepFeed(this.#state, input);
    this.#state = state;
    for (const action of actions) this.#perform(action);
  }

  #perform(action: FeedAction): void {
    switch (action.type) {
      case 'Read':
        return this.#read(action);
      case 'Send':
        return this.#send(action);
      case 'Save':
        return this.#save(encodeCursor(action.cursor));
      case 'RequestTest':
        return this.driver.requestTest(action.testReqID);
      default:
        return unreachable(action);
    }
  }

  #read({ turn, after, through }: Extract<FeedAction, { type: 'Read' }>): void {
    this.#parts.pages.read(this.sessionID, { after, through }, (page) => {
      if (page === null) return this.#take({ type: 'ReadFailed', turn });
      this.#take({ type: 'PageRead', turn, page, now: this.#parts.clock.now() });
    });
  }

  /** Numbers, messages and cursor are one batch, and nothing leaves before it is durable (I1, I2). */
  #send({ turn, copies, possResendThrough, cursor }: Extract<FeedAction, { type: 'Send' }>): void {
    const { journal, releases, seen } = this.#parts;
    this.#isSending = true;
    for (const { sequence, msgType, bytes, clientCompID } of copies) {
      const headerFields = fieldOf(Tag.OnBehalfOfCompID, bytesOf(clientCompID));
      const possResend = sequence <= possResendThrough;
      this.driver.send({ msgType, bytes }, { possResend, headerFields });
      seen(this.sessionID, 'out', msgType);
    }
    this.#isSending = false;
    this.#save(encodeCursor(cursor));
    releases.when(journal.nextSequence - 1, () => this.#take({ type: 'Committed', turn }));
  }

  #save(value: Uint8Array): void {
    const put: BatchPut = { table: tables.dropCopies, key: [this.sessionID], value };
    this.#parts.host().saveSession(this.driver, [put]);
  }

  /** No order is entered here. The refusal is a decision of the desk like any other, once (I2). */
  #refuse({ view, msgSeqNum }: Deliver): void {
    const { log, host, seen } = this.#parts;
    const { sessionID } = this;
    const { msgType } = view;
    seen(sessionID, 'in', msgType);
    this.#audit.received(view.message, this.#parts.clock.now(), 'Taken');
    if (msgType === MsgType.Reject || msgType === MsgType.BusinessMessageReject) {
      const text = view.string(Tag.Text);
      const refSeqNum = view.int(Tag.RefSeqNum);
      log.warn({ sessionID, msgType, refSeqNum, text }, 'the drop copy refused a message of ours');
      return;
    }
    host().enter({
      type: 'RefuseMessage',
      origin: { sessionID, sessionEpoch: this.driver.state.epoch, msgSeqNum },
      refMsgType: msgType,
      businessRejectReason: 'NotAuthorized',
      refID: view.string(Tag.ClOrdID),
      text: 'a drop copy session takes no orders and no requests: it gets copies of reports',
    });
  }
}
