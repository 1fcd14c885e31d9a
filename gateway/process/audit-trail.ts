// Every message that no other table keeps: it goes along with the next batch, whoever's that is.

import { epochNs } from '../../spec/units/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { type MessageAudit, masked, type Reception } from '../fix/index.ts';
import { type BatchPut, keyOf, type Part } from '../journal/index.ts';
import { tables } from './tables.ts';

/** With so much waiting it gets a batch of its own: a flood of messages is not kept in memory. */
const MOST_BYTES = 262_144;
/** On a desk that commits nothing, what came may be lost with the process for so long. */
const MOST_AGE_NS = 10_000_000_000n;
/** Of a garbled message so much is kept. */
const MOST_GARBLED_BYTES = 4_096;
/** Key, value header and what the journal adds to each. */
const PUT_BYTES = 96;

/** A message, or that those of some numbers were sent again. */
export type AuditEntry =
  | {
      readonly type: 'Message';
      readonly at: EpochNs;
      readonly direction: 'in' | 'out';
      readonly reception: Reception;
      readonly bytes: Uint8Array;
    }
  | {
      readonly type: 'SentAgain';
      readonly at: EpochNs;
      readonly epoch: number;
      readonly fromSeqNum: number;
      readonly toSeqNum: number;
    };

const KINDS = ['Sent', 'SentAgain', 'Taken', 'Early', 'Garbled'] as const;

export interface AuditTrail {
  /** For the engine's name of a session. */
  of(sessionID: string): MessageAudit;
  /** What waits, for the batch that is made now: it does not wait any more. */
  take(): readonly BatchPut[];
  /** It waits for a batch already, and should not for longer. */
  isDue(now: EpochNs): boolean;
}

/** `full`: called when more waits than is good. */
export function createAuditTrail(full: () => void): AuditTrail {
  let waiting: Waiting[] = [];
  let bytes = 0;
  let ordinal = 0;

  function add(sessionID: string, entry: AuditEntry): void {
    const last = waiting.at(-1);
    const both = last?.sessionID === sessionID ? joined(last.entry, entry) : null;
    if (last !== undefined && both !== null) {
      waiting[waiting.length - 1] = { ...last, entry: both };
      return;
    }
    ordinal = (ordinal + 1) % 2 ** 32;
    waiting.push({ sessionID, ordinal, entry });
    bytes += PUT_BYTES + (entry.type === 'Message' ? entry.bytes.length : 0);
    if (bytes > MOST_BYTES) full();
  }

  return {
    of: (sessionID) => ({
      received(message, at, reception) {
        const most = reception === 'Garbled' ? MOST_GARBLED_BYTES : message.length;
        const kept = masked(message).slice(0, most);
        add(sessionID, { type: 'Message', at, direction: 'in', reception, bytes: kept });
      },
      sent(message, at) {
        const kept = masked(message);
        add(sessionID, {
          type: 'Message',
          at,
          direction: 'out',
          reception: 'Taken',
          bytes: kept,
        });
      },
      sentAgain({ epoch, msgSeqNum }, at) {
        const range = { epoch, fromSeqNum: msgSeqNum, toSeqNum: msgSeqNum };
        add(sessionID, { type: 'SentAgain', at, ...range });
      },
    }),
    take() {
      if (waiting.length === 0) return NOTHING;
      const puts = waiting.map(putOf);
      waiting = [];
      bytes = 0;
      return puts;
    },
    isDue(now) {
      const [first] = waiting;
      return first !== undefined && now - first.entry.at > MOST_AGE_NS;
    },
  };
}

const NOTHING: readonly BatchPut[] = [];

interface Waiting {
  readonly sessionID: string;
  /** Two of one nanosecond have keys of their own. */
  readonly ordinal: number;
  readonly entry: AuditEntry;
}

/** The next number of the same resend: a million of them are a few entries. */
function joined(last: AuditEntry, next: AuditEntry): AuditEntry | null {
  if (last.type !== 'SentAgain' || next.type !== 'SentAgain') return null;
  const isNext = last.epoch === next.epoch && last.toSeqNum + 1 === next.fromSeqNum;
  return isNext ? { ...last, toSeqNum: next.toSeqNum } : null;
}

function putOf({ sessionID, ordinal, entry }: Waiting): BatchPut {
  return {
    table: tables.fixAudit,
    key: auditKey(sessionID, entry.at, ordinal),
    value: partsOf(entry),
  };
}

/** Session, i64 time, u32 ordinal. */
export function auditKey(sessionID: string, at: EpochNs, ordinal: number): Uint8Array {
  const session = keyOf(sessionID);
  const key = new Uint8Array(session.length + 12);
  key.set(session);
  const view = new DataView(key.buffer);
  view.setBigInt64(session.length, at);
  view.setUint32(session.length + 8, ordinal);
  return key;
}

/** u8 kind; of a message its bytes, of a range u64 epoch, first and last number. */
function partsOf(entry: AuditEntry): readonly Part[] {
  if (entry.type === 'SentAgain') {
    return [kindOf('SentAgain'), entry.epoch, entry.fromSeqNum, entry.toSeqNum];
  }
  const kind = entry.direction === 'out' ? 'Sent' : entry.reception;
  return [kindOf(kind), entry.bytes];
}

function kindOf(kind: (typeof KINDS)[number]): Uint8Array {
  return Uint8Array.of(KINDS.indexOf(kind));
}

/** The time in a key of `fix-audit`. */
export function auditedAt(key: Uint8Array): EpochNs {
  const view = new DataView(key.buffer, key.byteOffset, key.byteLength);
  return epochNs(view.getBigInt64(key.byteLength - 12));
}

/** Key and value of `fix-audit`. Throws for a kind of a later build. */
export function decodeAudit(key: Uint8Array, value: Uint8Array): AuditEntry {
  const at = auditedAt(key);
  const kind = KINDS[value[0] ?? KINDS.length];
  switch (kind) {
    case 'SentAgain': {
      const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
      const [epoch = 0, fromSeqNum = 0, toSeqNum = 0] = [1, 9, 17].map((offset) =>
        Number(view.getBigUint64(offset)),
      );
      return { type: 'SentAgain', at, epoch, fromSeqNum, toSeqNum };
    }
    case 'Sent':
      return {
        type: 'Message',
        at,
        direction: 'out',
        reception: 'Taken',
        bytes: value.slice(1),
      };
    case 'Taken':
    case 'Early':
    case 'Garbled':
      return { type: 'Message', at, direction: 'in', reception: kind, bytes: value.slice(1) };
    default:
      throw new Error(`a message of kind ${value[0]} in the audit trail: a later build wrote it`);
  }
}
