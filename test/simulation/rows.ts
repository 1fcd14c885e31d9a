// The rows of the crash table (docs/recovery.md) at which a process died: told by what was waiting for the disk, by what
// is durable, and by what was on its way.

import type { InlineJournal } from '../../gateway/journal/index.ts';
import { startTable } from '../../gateway/journal/log-start.ts';
import { tables } from '../../gateway/process/tables.ts';
import { type EventType, recordTypes } from '../../spec/events/index.ts';
import type { SimulatedChainVenue } from './chain-venue.ts';
import type { Witness } from './witness.ts';

export const CRASH_ROWS = [
  'row 1: a client`s message was decided, not flushed',
  'row 2: flushed, and nothing or a part was sent',
  'row 3: an admin message was sent, its number is not durable',
  'row 4: a child`s intent is durable, not known whether it was sent',
  'row 5: a venue`s report was decided, not flushed',
  'row 6: a cancel was sent, its outcome is not known',
  'row 8: a replace is pending',
  'row 9: a kill switch`s cancels were half done',
  'row 10: time had come, and was not flushed',
  'row 11: signed, not flushed',
  'row 11: signed and durable, not broadcast',
  'row 11: broadcast, without a receipt',
  'row 11: replaced, and not settled',
  'row 12: a fill that a reorganisation could take back',
  'row 13: within a commit',
  'row 13: within a snapshot',
  'row 14: during recovery',
  'row 15: a limit or kill switch was decided, not flushed',
  'row 17: the disk was full',
  'row 18: the disk failed',
  'copies: numbered, not flushed',
  'row 7: new terms for a child are under way',
  'row 13: within a slice of a trim',
  'row 13: while the log was archived',
] as const;

export type CrashRow = (typeof CRASH_ROWS)[number];

const OF_CLIENTS: readonly EventType[] = [
  'OrderAccepted',
  'OrderRejected',
  'CancelRequested',
  'ReplaceRequested',
  'RequestRejected',
  'StatusReported',
];
const OF_VENUES: readonly EventType[] = [
  'ChildAcknowledged',
  'ChildFilled',
  'ChildEndReported',
  'ChildRefused',
  'ChildProvenAbsent',
  'ChildAmended',
  'ChildAmendRefused',
];
const OF_TIME: readonly EventType[] = [
  'InDoubtOverdue',
  'CancelOverdue',
  'OrderExpiring',
  'KillVerified',
];
const OF_OPERATORS: readonly EventType[] = [
  'KillEngaged',
  'KillRearmed',
  'LimitChanged',
  'LimitReset',
  'ChildResolved',
];

const TYPE_OF = new Map(
  (Object.keys(recordTypes) as EventType[]).map((type) => [recordTypes[type], type]),
);

interface Waiting {
  readonly sequence: number;
  readonly events: readonly EventType[];
  readonly hasCopies: boolean;
  readonly hasTrim: boolean;
}

/** What one process has decided and not yet on disk. */
export class Undurable {
  #waiting: Waiting[] = [];

  /** Sees what is appended to the journal, from now on. */
  watch(journal: InlineJournal): void {
    const append = journal.append.bind(journal);
    journal.append = (batch) => {
      const sequence = append(batch);
      const events = batch.records.flatMap(({ type }) => TYPE_OF.get(type) ?? []);
      const hasCopies = batch.puts.some(({ table }) => table === tables.dropCopies);
      const hasTrim = batch.puts.some(({ table }) => table === startTable);
      this.#waiting.push({ sequence, events, hasCopies, hasTrim });
      return sequence;
    };
    journal.onDurable((durable) => {
      this.#waiting = this.#waiting.filter(({ sequence }) => sequence > durable);
    });
  }

  has(types: readonly EventType[]): boolean {
    return this.#waiting.some(({ events }) => events.some((type) => types.includes(type)));
  }

  get hasTrim(): boolean {
    return this.#waiting.some((one) => one.hasTrim);
  }

  get hasCopies(): boolean {
    return this.#waiting.some((one) => one.hasCopies);
  }
}

export interface Death {
  /** What is to go from the log is being archived. */
  readonly isArchiving: boolean;
  readonly undurable: Undurable;
  readonly witness: Witness;
  readonly chain: SimulatedChainVenue | null;
  /** The last thing that happened. */
  readonly cause: string;
  readonly why: string;
  /** What left had not arrived, or had not left though it was durable. */
  readonly wasSending: boolean;
  readonly adminSent: boolean;
  readonly inSnapshot: boolean;
  readonly isListening: boolean;
}

export function rowsAt(death: Death): readonly CrashRow[] {
  const { undurable, witness, chain, cause, why } = death;
  const { orders, chainAccounts } = witness.shadow;
  const children = [...orders.values()].flatMap((order) => order.children);
  const open = children.filter(({ phase }) => phase !== 'Ended');
  const transactions = [...chainAccounts.values()].flatMap((account) => account.transactions);
  const nonces = new Set(transactions.map(({ nonce }) => nonce));
  const rows: readonly (readonly [CrashRow, boolean])[] = [
    [CRASH_ROWS[0], undurable.has(OF_CLIENTS)],
    [CRASH_ROWS[1], death.wasSending || cause === 'power: cut behind a commit'],
    [CRASH_ROWS[2], death.adminSent],
    [CRASH_ROWS[3], open.some(({ phase }) => phase === 'Sent')],
    [CRASH_ROWS[4], undurable.has(OF_VENUES)],
    [CRASH_ROWS[5], open.some(({ cancel }) => cancel !== 'None')],
    [CRASH_ROWS[6], [...orders.values()].some(({ pendingReplace }) => pendingReplace !== null)],
    [CRASH_ROWS[7], [...orders.values()].some(({ killedBy }) => killedBy !== null)],
    [CRASH_ROWS[8], undurable.has(OF_TIME)],
    [CRASH_ROWS[9], undurable.has(['TransactionSigned'])],
    [CRASH_ROWS[10], transactions.some(({ hash }) => chain?.hasLeft(hash) === false)],
    [CRASH_ROWS[11], transactions.some(({ hash }) => chain?.chain.pending.has(hash) === true)],
    [CRASH_ROWS[12], nonces.size < transactions.length],
    [CRASH_ROWS[13], [...chainAccounts.values()].some(({ fills }) => fills.length > 0)],
    [CRASH_ROWS[14], cause === 'power: cut within a commit, its tail torn'],
    [CRASH_ROWS[15], death.inSnapshot],
    [CRASH_ROWS[16], !death.isListening],
    [CRASH_ROWS[17], undurable.has(OF_OPERATORS)],
    [CRASH_ROWS[18], why === 'OutOfSpace'],
    [CRASH_ROWS[19], cause === 'disk: commit failed'],
    [CRASH_ROWS[20], undurable.hasCopies],
    [CRASH_ROWS[21], open.some(({ amend }) => amend !== null)],
    [CRASH_ROWS[22], undurable.hasTrim],
    [CRASH_ROWS[23], death.isArchiving],
  ];
  return rows.flatMap(([row, isIt]) => (isIt ? [row] : []));
}
