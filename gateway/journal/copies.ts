// Copies of a whole store, key by key: a backup beside the running gateway, and a store that is written anew.
//
// Each is read in one transaction, so of one moment, and LMDB's own list of free pages is not copied: what a store has
// grown by, and whatever is wrong with that list, stays behind. Each is verified before it counts.
import { renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DiskWrite } from './batch.ts';
import { syncFolder } from './export.ts';
import { lockFolder } from './folder.ts';
import { type StagedJournal, refuseUsed, stage } from './import.ts';
import type { LmdbDisk } from './lmdb-disk.ts';
import { openReadOnly } from './reader.ts';
import { openStagedDisk } from './staging.ts';
import { requireStore } from './store-file.ts';
import { highestKey, lowestKey } from './verify.ts';

const commitBytes = 4 * 1024 * 1024;

/** Beside the gateway that writes it, or without one. Throws JournalRefused, and as `stage` does. */
export async function stageBackup(folder: string, to: string): Promise<StagedJournal> {
  refuseUsed(to);
  return stage(to, (store) => copyStore(folder, store));
}

export interface Compacted {
  readonly bytesBefore: number;
  readonly bytes: number;
  readonly records: number;
}

/**
 * Writes the store anew, verifies it and puts it in the place of the old one, in one step: a process that dies before
 * that has changed nothing. Throws JournalRefused while a gateway has the folder, and where there is not the room.
 */
export async function compactJournal(folder: string): Promise<Compacted> {
  const store = join(folder, 'store');
  const file = join(store, 'data.mdb');
  requireStore(store);
  const lock = await lockFolder(folder);
  try {
    const bytesBefore = statSync(file).size;
    const staged = await stage(join(folder, 'compacted'), (fresh) => copyStore(folder, fresh));
    try {
      const fresh = join(staged.folder, 'store', 'data.mdb');
      const { size } = statSync(fresh);
      syncFolder(join(staged.folder, 'store'));
      renameSync(fresh, file);
      // It speaks of readers of the file that was here.
      rmSync(join(store, 'lock.mdb'), { force: true });
      syncFolder(store);
      return { bytesBefore, bytes: size, records: staged.verification.records };
    } finally {
      staged.discard();
    }
  } finally {
    await lock.release();
  }
}

async function copyStore(folder: string, store: string): Promise<void> {
  const { disk: from, all } = openReadOnly(folder, true);
  try {
    const to = openStagedDisk(store, all);
    try {
      for (const table of all) copyTable(from, to, table);
    } finally {
      await to.closed();
    }
  } finally {
    await from.closed();
  }
}

function copyTable(from: LmdbDisk, to: LmdbDisk, table: string): void {
  let writes: DiskWrite[] = [];
  let bytes = 0;
  for (const [key, value] of from.range(table, lowestKey, highestKey)) {
    writes.push({ table, key, value });
    bytes += key.length + value.length;
    if (bytes < commitBytes) continue;
    to.commit(writes);
    writes = [];
    bytes = 0;
  }
  to.commit(writes);
}
