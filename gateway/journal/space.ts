// Room on the disk: how much is free, a reserve held back for the moment when there is none, and a watermark before it.
import type { StatsFs } from 'node:fs';
import { open, rename, stat, statfs, unlink } from 'node:fs/promises';
import { saysOutOfSpace } from './problems.ts';

const chunkBytes = 1024 * 1024;

export interface SpaceOptions {
  readonly folder: string;
  readonly reserveFile: string;
  readonly reserveBytes: number;
  /** Below this much free space new orders are refused. */
  readonly watermarkBytes: number;
}

/**
 * Bytes that are free on a disk, for `anyone` or for this process: part of it is kept for root alone. Without end where it
 * does not say how large it is.
 */
export function freeBytes(
  { bavail, bfree, blocks, bsize }: Pick<StatsFs, 'bavail' | 'bfree' | 'blocks' | 'bsize'>,
  whose: 'anyone' | 'this process',
): number {
  if (blocks === 0) return Number.POSITIVE_INFINITY; // A disk of memory without a bound.
  const isRoots = whose === 'this process' && process.getuid?.() === 0;
  return bsize * (isRoots ? bfree : bavail);
}

/**
 * True when the folder's disk has less than the watermark, or no room for the reserve. Writes the reserve, whole,
 * if it is not there and there is room for it above the watermark.
 */
export async function measureSpace(options: SpaceOptions): Promise<boolean> {
  const free = freeBytes(await statfs(options.folder), 'anyone');
  if (await holdsReserve(options)) return free < options.watermarkBytes;
  if (free < options.watermarkBytes + options.reserveBytes) return true;
  return !(await writeReserve(options));
}

async function holdsReserve(options: SpaceOptions): Promise<boolean> {
  const size = await stat(options.reserveFile).then(
    (found) => found.size,
    () => -1,
  );
  return size >= options.reserveBytes;
}

/** Real blocks, not a hole: written, flushed, then given its name. False: there was no room after all. */
async function writeReserve(options: SpaceOptions): Promise<boolean> {
  const temporary = `${options.reserveFile}.new`;
  const file = await open(temporary, 'w', 0o600);
  try {
    const zeros = new Uint8Array(Math.min(chunkBytes, options.reserveBytes));
    for (let left = options.reserveBytes; left > 0; left -= zeros.length) {
      await file.writeFile(zeros.subarray(0, Math.min(left, zeros.length)));
    }
    await file.sync();
  } catch (error) {
    if (!saysOutOfSpace(error)) throw error;
    await unlink(temporary);
    return false;
  } finally {
    await file.close();
  }
  await rename(temporary, options.reserveFile);
  return true;
}
