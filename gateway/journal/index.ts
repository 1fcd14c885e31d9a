export type { BatchPut, BatchRecord, JournalBatch } from './batch.ts';
export type { Journal, QueueDepth, RangeOptions, Snapshot } from './face.ts';
export type { JournalRecord } from './records.ts';
export { type Release, releaseWhenDurable } from './release.ts';
export type { Durability } from './lmdb-disk.ts';
export { type InlineJournal, type InlineJournalOptions, openInlineJournal } from './inline.ts';
export { type JournalOptions, journalDefaults, openJournal } from './journal.ts';
export { type Verification, verifyDisk, verifyJournal } from './verify.ts';
export { JournalCorrupt, type JournalFatal, JournalRefused } from './problems.ts';
