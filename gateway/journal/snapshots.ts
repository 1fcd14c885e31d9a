// Snapshots of state, in the journal's own store: parts first, then the manifest, which makes them a snapshot.
//
// A snapshot without its manifest does not exist, so a process may die at any point of writing one. Each part is a
// batch of its own, so that the commits of the desk pass between them.
import { createHash } from 'node:crypto';
import type { EpochNs } from '../../spec/ports/index.ts';
import type { BatchPut } from './batch.ts';
import type { Journal, Snapshot } from './face.ts';
import {
  keyAfterAll,
  partKey,
  sequenceAt,
  sequenceKey,
  sequenceOfKey,
  writeSequence,
} from './keys.ts';
import { JournalCorrupt } from './problems.ts';

export const manifestTable = 'snapshots';
export const partTable = 'snapshot-parts';
export const snapshotTables: readonly string[] = [manifestTable, partTable];

/** One commit of this size takes about a millisecond more than an empty one. */
const partBytes = 256 * 1024;
const keptSnapshots = 2;
/** Parts removed in one transaction, and read for it: a millisecond. With its pages this stays well under 1,000 keys. */
const removedAtOnce = 4;
const manifestHeaderBytes = 60;

/** What a snapshot needs of the journal. */
export type SnapshotReader = Pick<Journal, 'get' | 'range'>;

interface Manifest {
  readonly sequence: number;
  readonly takenAt: EpochNs;
  readonly bytes: number;
  readonly parts: number;
  readonly digest: Uint8Array;
  readonly stateHash: Uint8Array;
}

/**
 * Writes by `commit`, which settles when its puts are durable. Throws when what is read back is not what was written.
 * Of older snapshots one more stays, and for each of `readers`, sequences behind which somebody still reads, the
 * newest that is not behind it. Each part is hashed and read back by itself: 28 MB at once held the desk up for 0.1 s.
 */
export async function storeSnapshot(
  snapshot: Snapshot,
  reader: SnapshotReader,
  commit: (puts: readonly BatchPut[]) => Promise<void>,
  readers: readonly number[] = [],
): Promise<void> {
  const { sequence, takenAt, stateHash, bytes } = snapshot;
  const manifestKey = sequenceKey(sequence);
  if (reader.get(manifestTable, manifestKey) !== null) return;
  const parts = Math.ceil(bytes.length / partBytes);
  const written = createHash('sha256');
  for (let part = 0; part < parts; part += 1) {
    const value = bytes.subarray(part * partBytes, (part + 1) * partBytes);
    const key = partKey(sequence, part);
    await commit([{ table: partTable, key, value }]);
    const found = reader.get(partTable, key);
    if (found === null || Buffer.compare(found, value) !== 0) {
      throw new JournalCorrupt(`snapshot ${sequence}, part ${part}`, 'others', 'the bytes written');
    }
    written.update(found);
  }
  const digest = written.digest();
  const manifest = { sequence, takenAt, bytes: bytes.length, parts, digest, stateHash };
  const value = encodeManifest(manifest);
  await commit([{ table: manifestTable, key: manifestKey, value }]);
  const kept = await removeOldManifests(reader, commit, readers);
  await removeParts(reader, commit, kept);
}

/**
 * The sequence up to which no record is needed to come to the state of the last two snapshots, or of any sequence in
 * `readers`: 0 where all are. Snapshots were read back and verified before they counted.
 */
export function neededBehind(reader: SnapshotReader, readers: readonly number[]): number {
  const sequences = manifestSequences(reader);
  const bounds = readers.map((at) => sequences.find((sequence) => sequence <= at) ?? 0);
  return Math.min(sequences[keptSnapshots - 1] ?? 0, ...bounds);
}

/** The newest snapshot of a sequence below `before`, or null. Throws JournalCorrupt if it is damaged. */
export function readNewestSnapshot(reader: SnapshotReader, before: number): Snapshot | null {
  const options = { limit: 1, reverse: true };
  for (const [, value] of reader.range(
    manifestTable,
    sequenceKey(0),
    sequenceKey(before),
    options,
  )) {
    return readSnapshot(reader, value);
  }
  return null;
}

/** The snapshot of one manifest. Throws JournalCorrupt if its parts are missing or damaged. */
export function readSnapshot(reader: SnapshotReader, manifestBytes: Uint8Array): Snapshot {
  const manifest = decodeManifest(manifestBytes);
  const bytes = readParts(reader, manifest);
  checkDigest(manifest, bytes);
  const { sequence, takenAt, stateHash } = manifest;
  return { sequence, takenAt, stateHash, bytes };
}

function readParts(reader: SnapshotReader, manifest: Manifest): Uint8Array {
  const bytes = new Uint8Array(manifest.bytes);
  for (let part = 0; part < manifest.parts; part += 1) {
    const value = reader.get(partTable, partKey(manifest.sequence, part));
    const place = `snapshot ${manifest.sequence}, part ${part}`;
    if (value === null) throw new JournalCorrupt(place, 'none', `one of ${manifest.parts}`);
    if (part * partBytes + value.length > bytes.length) {
      throw new JournalCorrupt(place, `${value.length} bytes`, `${bytes.length} in all`);
    }
    bytes.set(value, part * partBytes);
  }
  return bytes;
}

function checkDigest(manifest: Manifest, bytes: Uint8Array): void {
  const found = digestOf(bytes);
  if (Buffer.compare(found, manifest.digest) === 0) return;
  throw new JournalCorrupt(
    `snapshot ${manifest.sequence}`,
    `SHA-256 ${found.toString('hex')}`,
    Buffer.from(manifest.digest).toString('hex'),
  );
}

/** Newest first. */
export function manifestSequences(reader: SnapshotReader): readonly number[] {
  const options = { reverse: true };
  return [...reader.range(manifestTable, sequenceKey(0), keyAfterAll, options)].map(([key]) =>
    sequenceOfKey(key),
  );
}

async function removeOldManifests(
  reader: SnapshotReader,
  commit: (puts: readonly BatchPut[]) => Promise<void>,
  readers: readonly number[],
): Promise<ReadonlySet<number>> {
  const sequences = manifestSequences(reader);
  const kept = new Set(sequences.slice(0, keptSnapshots));
  for (const at of readers) {
    const needed = sequences.find((sequence) => sequence <= at);
    if (needed !== undefined) kept.add(needed);
  }
  const old = sequences.filter((sequence) => !kept.has(sequence));
  const removals = old.map((sequence) => ({
    table: manifestTable,
    key: sequenceKey(sequence),
    value: null,
  }));
  if (removals.length > 0) await commit(removals);
  return kept;
}

/** Removes the parts of snapshots that went, and of those that a dying process left without a manifest. */
async function removeParts(
  reader: SnapshotReader,
  commit: (puts: readonly BatchPut[]) => Promise<void>,
  kept: ReadonlySet<number>,
): Promise<void> {
  let from = partKey(0, 0);
  for (;;) {
    const next = firstKey(reader, from);
    if (next === null) return;
    const sequence = sequenceOfKey(next);
    from = partKey(sequence + 1, 0);
    if (kept.has(sequence)) continue;
    for (;;) {
      const parts = [
        ...reader.range(partTable, partKey(sequence, 0), from, { limit: removedAtOnce }),
      ];
      if (parts.length === 0) break;
      await commit(parts.map(([key]) => ({ table: partTable, key, value: null })));
    }
  }
}

function firstKey(reader: SnapshotReader, from: Uint8Array): Uint8Array | null {
  for (const [key] of reader.range(partTable, from, keyAfterAll, { limit: 1 })) return key;
  return null;
}

/** u64 sequence, i64 time, u64 bytes, u32 parts, 32 B SHA-256 of the bytes, then the state hash. */
function encodeManifest(manifest: Manifest): Uint8Array {
  const bytes = new Uint8Array(manifestHeaderBytes + manifest.stateHash.length);
  const view = new DataView(bytes.buffer);
  writeSequence(view, 0, manifest.sequence);
  view.setBigInt64(8, manifest.takenAt);
  writeSequence(view, 16, manifest.bytes);
  view.setUint32(24, manifest.parts);
  bytes.set(manifest.digest, 28);
  bytes.set(manifest.stateHash, manifestHeaderBytes);
  return bytes;
}

function decodeManifest(bytes: Uint8Array): Manifest {
  if (bytes.length < manifestHeaderBytes) {
    throw new JournalCorrupt('a snapshot manifest', `${bytes.length} bytes`, 'a whole manifest');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    sequence: sequenceAt(view, 0),
    takenAt: view.getBigInt64(8) as EpochNs,
    bytes: sequenceAt(view, 16),
    parts: view.getUint32(24),
    digest: bytes.slice(28, manifestHeaderBytes),
    stateHash: bytes.slice(manifestHeaderBytes),
  };
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
