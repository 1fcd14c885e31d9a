// How far the journal has come, in a file beside its folder: an older copy of the folder that is put back
// does not bring it along, and is recognised by it.
//
// It is behind the journal by some seconds, never before it: it is written of what is durable alone.

import { open, readFile, rename } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Disk } from '../../spec/ports/index.ts';
import { commitAt } from './commit-entry.ts';
import { logStart } from './log-start.ts';
import { JournalRefused } from './problems.ts';
import { refuseOther } from './store-file.ts';

export interface Witness {
  readonly epoch: number;
  /** Of the last record of a commit. */
  readonly lastSequence: number;
  /** The chain's hash at that commit, in hexadecimal. */
  readonly hash: string;
}

export function witnessFile(folder: string): string {
  return `${resolve(folder)}.witness`;
}

/** Null where there is none: a new journal, or one of an earlier build. Throws JournalRefused if it does not read. */
export async function readWitness(folder: string): Promise<Witness | null> {
  const file = witnessFile(folder);
  refuseOther(file);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const match = /^epoch (\d+) sequence (\d+) hash ([0-9a-f]{64})\n$/.exec(text);
  if (match === null) throw new JournalRefused(`${file} does not read as a witness of the journal`);
  const [, epoch, lastSequence, hash = ''] = match;
  return { epoch: Number(epoch), lastSequence: Number(lastSequence), hash };
}

/** Whole and flushed, or as it was. */
export async function writeWitness(folder: string, witness: Witness): Promise<void> {
  const file = witnessFile(folder);
  const fresh = await open(`${file}.new`, 'w', 0o600);
  try {
    const { epoch, lastSequence, hash } = witness;
    await fresh.writeFile(`epoch ${epoch} sequence ${lastSequence} hash ${hash}\n`);
    await fresh.sync();
  } finally {
    await fresh.close();
  }
  await rename(`${file}.new`, file);
}

/** What the journal itself says at `lastSequence`; null where no commit ends there. */
export function witnessAt(disk: Disk, lastSequence: number): Witness | null {
  const commit = commitAt(disk, lastSequence);
  if (commit === null) return null;
  const { epoch, hash } = commit;
  return { epoch, lastSequence, hash: Buffer.from(hash).toString('hex') };
}

/** Throws JournalRefused where the journal has not been where the witness saw it. */
export function checkWitness(
  folder: string,
  disk: Disk,
  seen: Witness,
  lastSequence: number,
): void {
  const found = witnessAt(disk, seen.lastSequence);
  if (found?.hash === seen.hash) return;
  const { firstSequence, previousHash } = logStart(disk);
  // What it saw last was trimmed since, which a journal that is older than that cannot have done.
  if (seen.lastSequence < firstSequence - 1) return;
  const before = Buffer.from(previousHash).toString('hex');
  if (seen.lastSequence === firstSequence - 1 && seen.hash === before) return;
  const was = `record ${seen.lastSequence} of epoch ${seen.epoch}`;
  const is =
    lastSequence < seen.lastSequence
      ? `ends at record ${lastSequence}`
      : `has another history there, and ends at record ${lastSequence}`;
  throw new JournalRefused(
    `the journal in ${folder} had come to ${was} and now ${is}: an older copy was put back. Its sequence ` +
      'numbers would be too low for clients, and orders that are open at venues unknown. Put the newest ' +
      `copy back; to start from this one all the same, after clients and venues were looked at, remove ${witnessFile(folder)}`,
  );
}
