// What is to be whole at its place is written beside it, in a folder of its own: two commands at once never write into
// each other's, and what a killed one has left is removed by the next.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, statfsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { DiskWrite } from './batch.ts';
import { type LmdbDisk, openLmdbDisk } from './lmdb-disk.ts';
import { JournalRefused, textOf } from './problems.ts';
import { freeBytes } from './space.ts';

/** Behind it the process that writes there. */
export const stagingMark = '.incomplete';
const folderMode = 0o700;
/** Fresh pages are half full, and those above them are written anew. */
const pagesForBytes = 3;
const leastRoom = 1024 * 1024;

/** A new folder beside `path`, mode 0700; folders that are missing on the way are made. */
export function stagingBeside(path: string): string {
  const above = dirname(resolve(path));
  makeFolder(above);
  const prefix = `${basename(path)}${stagingMark}-`;
  for (const name of readdirSync(above)) {
    if (name.startsWith(prefix) && !isAlive(Number.parseInt(name.slice(prefix.length), 10))) {
      rmSync(join(above, name), { recursive: true, force: true });
    }
  }
  return mkdtempSync(join(above, `${prefix}${process.pid}-`));
}

/** As `mkdir -p`, which in Node never returns where folders can be neither made nor found, as in /proc. */
export function makeFolder(folder: string): void {
  const path = resolve(folder);
  if (isFolder(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: folderMode });
  } catch (error) {
    if (!isFolder(path)) throw error; // Else another has made it meanwhile.
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** A process of another user's lives too. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Bytes that this process may still write to the disk of `folder`. */
export function roomAt(folder: string): number {
  return freeBytes(statfsSync(folder), 'this process');
}

/**
 * A store in a folder that is staged. Where there is no room for a commit it is refused before it is made: LMDB's own way
 * out of a full disk is an I/O error, or a signal that ends the process.
 */
export function openStagedDisk(folder: string, tables: readonly string[]): LmdbDisk {
  requireRoom(folder, 0);
  const disk = openLmdbDisk({ folder, tables, durability: 'fsync' });
  return {
    ...disk,
    commit(writes) {
      requireRoom(folder, pagesForBytes * bytesOf(writes));
      try {
        disk.commit(writes);
      } catch (error) {
        throw new JournalRefused(`${folder} could not be written: ${textOf(error)}`);
      }
    },
  };
}

function requireRoom(folder: string, bytes: number): void {
  const room = roomAt(folder);
  if (room >= leastRoom + bytes) return;
  throw new JournalRefused(
    `the disk of ${dirname(dirname(folder))} has ${megabytes(room)} of room, which is not enough: nothing was written`,
  );
}

function bytesOf(writes: readonly DiskWrite[]): number {
  let bytes = 0;
  for (const { key, value } of writes) bytes += key.length + (value?.length ?? 0);
  return bytes;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
