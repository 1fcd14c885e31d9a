// Prometheus metrics. Every label has a bound: what is not known beforehand counts as `other`.

import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { KillScope } from '../../spec/terms/index.ts';
import type { DeskStatus } from './status.ts';

export interface MetricsOptions {
  readonly version: string;
  readonly desk: number;
  readonly sessions: readonly string[];
  readonly venues: readonly string[];
  readonly dropCopies: readonly string[];
}

export interface Metrics {
  countFixMessage(message: FixMessageFact): void;
  countRiskRefusal(reason: string): void;
  observeOrderAck(durationMs: number): void;
  observeJournalFlush(durationMs: number): void;
  observeEventLoopDelay(delayMs: number): void;
  /** In Prometheus' text form, the gauges as `status` says. */
  text(status: DeskStatus, droppedLogLines: number): Promise<string>;
  readonly contentType: string;
}

export interface FixMessageFact {
  readonly sessionID: string;
  readonly direction: 'in' | 'out';
  /** MsgType(35). */
  readonly msgType: string;
}

const OTHER = 'other';
const KILL_SCOPES: readonly KillScope[] = ['firm', 'account', 'session', 'venue', 'instrument'];
/** Administrative messages, and those of an order's life. */
const MSG_TYPES = new Set(['0', '1', '2', '3', '4', '5', 'A', '8', '9', 'D', 'F', 'G', 'H', 'j']);
/** More reasons than there are checks. */
const MAX_REASONS = 64;
/** 50 µs to 10 s, in steps of about two. */
const SECONDS = [
  0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5,
  5, 10,
];

export function createMetrics(options: MetricsOptions): Metrics {
  const register = new Registry();
  const registers = [register];
  const venues = new Set(options.venues);
  const dropCopies = new Set(options.dropCopies);
  const reasons = new Set<string>();

  const tally = messageTally(options.sessions);
  new Counter({
    name: 'causeway_fix_messages_total',
    help: 'FIX messages by session, direction and MsgType(35).',
    labelNames: ['session', 'direction', 'msg_type'],
    registers,
    collect() {
      this.reset();
      for (const { session, direction, msgType, count } of tally.counts())
        this.inc({ session, direction, msg_type: msgType }, count);
    },
  });
  const orderAck = histogram(
    'causeway_order_ack_duration_seconds',
    'NewOrderSingle read to its first ExecutionReport written.',
  );
  const journalFlush = histogram(
    'causeway_journal_flush_duration_seconds',
    'One commit of the journal.',
  );
  const loopDelay = histogram(
    'causeway_event_loop_delay_seconds',
    'How late a timer of 100 ms fires.',
  );
  const journalLag = gauge(
    'causeway_journal_lag_seconds',
    'Age of the oldest decision that is not on disk yet.',
  );
  const journalQueue = gauge(
    'causeway_journal_queued_records',
    'Events that were decided and are not on disk yet.',
  );
  const logFirst = gauge(
    'causeway_journal_log_first_sequence',
    'The first record that the log has: what was before it has been taken away by retention.',
  );
  const logBytes = gauge('causeway_journal_log_bytes', 'Bytes that the log takes in the store.');
  const trimmed = gauge(
    'causeway_retention_trimmed_records',
    'Records that retention took from the log since the start.',
  );
  const archived = gauge(
    'causeway_retention_archived_records',
    'Records that retention wrote into archives since the start.',
  );
  const removed = gauge(
    'causeway_retention_removed_values',
    'Messages, ended orders and their ids that retention took away since the start.',
  );
  const damaged = gauge(
    'causeway_journal_damaged',
    'One where the log does not prove what lies before the snapshot that the desk has started with.',
  );
  const retentionFailures = gauge(
    'causeway_retention_failures',
    'Times that retention failed since the start; nothing goes then, and the journal grows.',
  );
  const inDoubt = gauge(
    'causeway_in_doubt_orders',
    'Child orders that were sent and whose outcome is not known.',
    ['venue'],
  );
  const inDoubtAge = gauge(
    'causeway_in_doubt_oldest_age_seconds',
    'Age of the oldest child order in doubt.',
    ['venue'],
  );
  const balanceBreaks = gauge(
    'causeway_balance_breaks',
    'Assets of which a venue says that we have other than the desk has booked, and the operator was called.',
    ['venue'],
  );
  const credentialsRefused = gauge(
    'causeway_venue_credentials_refused',
    'One from when a venue refuses a request for its key, signature or rights until it does one of that kind.',
    ['venue'],
  );
  const bookAge = gauge('causeway_venue_book_age_seconds', "Age of a venue's oldest book in use.", [
    'venue',
  ]);
  const dropCopyLag = gauge(
    'causeway_drop_copy_lag_seconds',
    'Since when a drop copy has not been given all that there is for it; 0: it has.',
    ['consumer'],
  );
  const kills = gauge('causeway_kill_switches_active', 'Kill switches that are active.', ['scope']);
  const killResidue = gauge(
    'causeway_kill_switch_children_left',
    'Child orders that an active kill switch is to end and that have not ended.',
    ['scope'],
  );
  const droppedLines = gauge('causeway_log_lines_dropped', 'Log lines lost since the start.');
  const refusals = new Counter({
    name: 'causeway_risk_refusals_total',
    help: 'Orders that risk refused, by the check that refused.',
    labelNames: ['reason'],
    registers,
  });
  const info = gauge('causeway_build_info', 'Always 1; its labels say what runs.', [
    'version',
    'node',
    'desk',
  ]);
  info.set({ version: options.version, node: process.version, desk: String(options.desk) }, 1);

  function histogram(name: string, help: string): Histogram {
    return new Histogram({ name, help, buckets: SECONDS, registers });
  }

  function gauge(name: string, help: string, labelNames: readonly string[] = []): Gauge {
    return new Gauge({ name, help, labelNames: [...labelNames], registers });
  }

  function boundedReason(reason: string): string {
    if (!reasons.has(reason) && reasons.size >= MAX_REASONS) return OTHER;
    reasons.add(reason);
    return reason;
  }

  function setGauges(status: DeskStatus): void {
    journalLag.set(status.journal.lagMs / 1_000);
    journalQueue.set(status.journal.queuedRecords);
    logFirst.set(status.journal.firstSequence);
    logBytes.set(status.journal.logBytes);
    trimmed.set(status.journal.trimmedRecords);
    archived.set(status.journal.archivedRecords);
    removed.set(status.journal.removedValues);
    damaged.set(status.journal.isDamaged ? 1 : 0);
    retentionFailures.set(status.journal.retentionFailures);
    for (const scope of KILL_SCOPES) {
      const active = status.kills.filter((kill) => kill.scope === scope);
      kills.set({ scope }, active.length);
      killResidue.set(
        { scope },
        active.reduce((sum, { childrenLeft }) => sum + childrenLeft, 0),
      );
    }
    bookAge.reset();
    for (const venue of status.venues.filter(({ venueID }) => venues.has(venueID))) {
      const labels = { venue: venue.venueID };
      inDoubt.set(labels, venue.inDoubtOrders);
      inDoubtAge.set(labels, venue.inDoubtOldestAgeMs / 1_000);
      balanceBreaks.set(labels, venue.balanceBreaks);
      credentialsRefused.set(labels, venue.credentialsRefused === null ? 0 : 1);
      if (venue.bookAgeMs !== null) bookAge.set(labels, venue.bookAgeMs / 1_000);
    }
    for (const { sessionID, lagMs } of status.dropCopies) {
      if (dropCopies.has(sessionID)) dropCopyLag.set({ consumer: sessionID }, lagMs / 1_000);
    }
  }

  return {
    contentType: register.contentType,
    countFixMessage: tally.count,
    countRiskRefusal: (reason) => refusals.inc({ reason: boundedReason(reason) }),
    observeOrderAck: (durationMs) => orderAck.observe(durationMs / 1_000),
    observeJournalFlush: (durationMs) => journalFlush.observe(durationMs / 1_000),
    observeEventLoopDelay: (delayMs) => loopDelay.observe(delayMs / 1_000),
    text: (status, dropped) => {
      setGauges(status);
      droppedLines.set(dropped);
      return register.metrics();
    },
  };
}

interface MessageCount {
  readonly session: string;
  readonly direction: 'in' | 'out';
  readonly msgType: string;
  readonly count: number;
}

interface MessageTally {
  readonly count: (message: FixMessageFact) => void;
  counts(): IterableIterator<MessageCount>;
}

/** Counts where prom-client would look its labels up: 40 ns a message and not 640, three messages an order. */
function messageTally(sessionIDs: readonly string[]): MessageTally {
  const empty = () => ({ in: new Map<string, number>(), out: new Map<string, number>() });
  const bySession = new Map(sessionIDs.map((sessionID) => [sessionID, empty()]));
  const other = empty();
  return {
    count({ sessionID, direction, msgType }) {
      const counts = (bySession.get(sessionID) ?? other)[direction];
      const known = MSG_TYPES.has(msgType) ? msgType : OTHER;
      counts.set(known, (counts.get(known) ?? 0) + 1);
    },
    *counts() {
      for (const [session, directions] of [...bySession, [OTHER, other] as const]) {
        for (const direction of ['in', 'out'] as const) {
          for (const [msgType, count] of directions[direction]) {
            yield { session, direction, msgType, count };
          }
        }
      }
    },
  };
}
