// A journal's records, read from outside: while its gateway runs, and after it was killed.

import { type Database, type RootDatabase, open } from 'lmdb';
import { readRecord } from '../../../gateway/journal/records.ts';
import { unseal } from '../../../gateway/journal/sealed.ts';
import { decodeEvent, type Recorded } from '../../../spec/events/index.ts';

export interface JournalFile {
  /** The last sequence on disk; 0 in an empty journal. */
  last(): number;
  /** The events from `sequence` on, in order; throws where one is missing. */
  events(fromSequence: number): Generator<Recorded>;
  /** What the newest snapshot says of the state: its sequence and hash; null where there is none. */
  newestSnapshot(): { readonly sequence: number; readonly stateHash: string } | null;
  close(): Promise<void>;
}

const MARKER = 0;
/** The state hash stands behind so much of a snapshot's manifest. */
const MANIFEST_HEADER_BYTES = 60;

export function openJournalFile(dataFolder: string): JournalFile {
  const root: RootDatabase<Uint8Array, Uint8Array> = open({
    path: `${dataFolder}/store`,
    noSubdir: false,
    readOnly: true,
    maxDbs: 32,
    overlappingSync: false,
    encoding: 'binary',
    keyEncoding: 'binary',
  });
  const table = (name: string): Database<Uint8Array, Uint8Array> =>
    root.openDB<Uint8Array, Uint8Array>({ name, encoding: 'binary', keyEncoding: 'binary' });
  const log = table('log');
  const snapshots = table('snapshots');

  function last(): number {
    root.resetReadTxn();
    for (const key of log.getKeys({ reverse: true, limit: 1 })) return sequenceOf(key);
    return 0;
  }

  return {
    last,
    *events(fromSequence) {
      let next = fromSequence;
      const end = last();
      while (next <= end) {
        const to = Math.min(next + 512, end + 1);
        for (const { key, value } of log.getRange({ start: keyOf(next), end: keyOf(to) })) {
          if (key.length !== 8) continue; // A commit, behind its last record.
          if (sequenceOf(key) !== next) break;
          next += 1;
          const record = readRecord(value, `record ${next - 1}`);
          if (record.type === MARKER) continue;
          const event = decodeEvent(record.type, record.schemaVersion, record.payload);
          yield { sequence: record.sequence, at: record.time, event };
        }
        if (next !== to) throw new Error(`record ${next} is missing: the log ends at ${end}`);
      }
    },
    newestSnapshot() {
      root.resetReadTxn();
      for (const { key, value } of snapshots.getRange({ reverse: true, limit: 1 })) {
        const manifest = unseal('snapshots', key, value);
        const stateHash = Buffer.from(manifest.subarray(MANIFEST_HEADER_BYTES)).toString('utf8');
        return { sequence: sequenceOf(key), stateHash };
      }
      return null;
    },
    close: () => root.close(),
  };
}

function keyOf(sequence: number): Uint8Array {
  const key = Buffer.alloc(8);
  key.writeBigUInt64BE(BigInt(sequence));
  return new Uint8Array(key);
}

function sequenceOf(key: Uint8Array): number {
  return Number(new DataView(key.buffer, key.byteOffset, 8).getBigUint64(0));
}
