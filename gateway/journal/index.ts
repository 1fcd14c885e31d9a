export type { BatchPut, BatchRecord, JournalBatch } from './batch.ts';
export type { Journal, QueueDepth, RangeOptions, Snapshot } from './face.ts';
export type { JournalRecord } from './records.ts';
export { type Release, releaseWhenDurable } from './release.ts';
export { type JournalFollower, openJournalFollower } from './follower.ts';
export {
  type Durability,
  type LmdbDisk,
  type LmdbDiskOptions,
  openLmdbDisk,
} from './lmdb-disk.ts';
export { type InlineJournal, type InlineJournalOptions, openInlineJournal } from './inline.ts';
export { type JournalOptions, journalDefaults, openJournal } from './journal.ts';
export { type JournalReader, openJournalReader } from './reader.ts';
export { freeBytes } from './space.ts';
export { type Verification, verifyDisk, verifyJournal } from './verify.ts';
export type { ArchiveHeader } from './archive.ts';
export { type Archived, type JournalView, type Stretch, openJournalView } from './export.ts';
export {
  type StagedImport,
  type StagedJournal,
  stageImport,
  verifyArchive,
} from './import.ts';
export { type Compacted, compactJournal, stageBackup } from './copies.ts';
export { type KeyParts, type Part, keyOf } from './keys.ts';
export { JournalCorrupt, type JournalFatal, JournalRefused } from './problems.ts';
export {
  type Archive,
  type JournalArchivist,
  type TrimWish,
  openJournalArchivist,
} from './archivist.ts';
