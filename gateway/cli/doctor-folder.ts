// The data folder: what its file system is, how long a flush takes there, how much room is left, and who may read it.

import {
  closeSync,
  existsSync,
  fdatasyncSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  statfsSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { secretFilesOf, type GatewayConfig } from '../config/index.ts';
import { freeBytes, journalDefaults, openJournalReader } from '../journal/index.ts';
import { GOES_ON_NS, realClock } from '../process/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { isoTime } from '../../spec/units/index.ts';
import type { Finding } from './doctor-finding.ts';

/** By the magic number of statfs(2). */
const FILE_SYSTEMS: ReadonlyMap<number, readonly [name: string, state: Finding['state']]> = new Map(
  [
    [0xef53, ['ext4', 'ok']],
    [0x58465342, ['xfs', 'ok']],
    [0x9123683e, ['btrfs', 'ok']],
    [0x2fc12fc1, ['zfs', 'ok']],
    [0xf2f52010, ['f2fs', 'ok']],
    [0x794c7630, ['overlay', 'warn']],
    [0x01021994, ['tmpfs', 'fail']],
    [0x858458f6, ['ramfs', 'fail']],
    [0x6969, ['nfs', 'fail']],
    [0xff534d42, ['cifs', 'fail']],
    [0xfe534d42, ['smb2', 'fail']],
    [0x01021997, ['9p', 'fail']],
    [0x65735546, ['fuse', 'warn']],
  ],
);

const FILE_SYSTEM_REMEDIES: Readonly<Record<Finding['state'], string>> = {
  ok: '',
  warn: 'a local ext4 or xfs, on a volume of its own',
  fail: 'a local ext4 or xfs: LMDB maps its file, and what is flushed must outlive the machine',
};

/** As the journal writes: a page, then a flush. */
const FLUSHES = 100;
const PAGE_BYTES = 4_096;
/** The aim of a commit is 0.5 ms; an order waits for one. */
const FLUSH_WARN_MS = 10;
/** A commit that takes 10 s ends the desk; a disk that takes a tenth of a second for a page will come to that. */
const FLUSH_FAIL_MS = 100;
/** No disk with a lasting cache is faster. */
const FLUSH_BELIEVED_MS = 0.01;
const OTHERS_MAY = 0o077;

export async function folderFindings(
  config: GatewayConfig,
  file: string,
): Promise<readonly Finding[]> {
  const folder = existing(config.dataFolder);
  const isThere = folder === config.dataFolder;
  return [
    fileSystemFinding(statfsSync(folder).type, folder),
    spaceFinding(folder),
    flushFinding(folder),
    ...(isThere ? [modeFinding('data folder', folder), ...recordedFindings(folder)] : []),
    ...secretFindings(file),
  ];
}

/** The folder, or the nearest one above it: before the first start there is none. */
function existing(folder: string): string {
  let found = folder;
  while (!existsSync(found) && dirname(found) !== found) found = dirname(found);
  return found;
}

/** Exported for tests. */
export function fileSystemFinding(magic: number, folder: string): Finding {
  const [name, state] = FILE_SYSTEMS.get(magic) ?? [`of type 0x${magic.toString(16)}`, 'warn'];
  return {
    check: 'file system',
    state,
    found: `${name}: ${folder}`,
    remedy: FILE_SYSTEM_REMEDIES[state],
  };
}

function spaceFinding(folder: string): Finding {
  const free = freeBytes(statfsSync(folder), 'anyone');
  const { spaceWatermarkBytes, reserveBytes } = journalDefaults;
  const least = spaceWatermarkBytes + reserveBytes;
  const isLow = free < 10 * least;
  return {
    check: 'free space',
    state: free < least ? 'fail' : isLow ? 'warn' : 'ok',
    found:
      free === Number.POSITIVE_INFINITY ? 'no bound is told' : `${(free / 2 ** 30).toFixed(1)} GiB`,
    remedy: isLow ? `below ${least / 2 ** 20} MiB new orders are refused: make room` : '',
  };
}

function flushFinding(folder: string): Finding {
  let scratch: string;
  try {
    scratch = mkdtempSync(join(folder, '.doctor-'));
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { check: 'disk flush', state: 'fail', found, remedy: `write access to ${folder}` };
  }
  try {
    return judgedFlushes(flushTimes(join(scratch, 'flush')));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** Milliseconds, ascending. */
function flushTimes(file: string): readonly number[] {
  const clock = realClock();
  const page = new Uint8Array(PAGE_BYTES).fill(0x5a);
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    const times: number[] = [];
    for (let flush = 0; flush < FLUSHES; flush += 1) {
      const startedAt = clock.monotonic();
      writeSync(descriptor, page);
      fdatasyncSync(descriptor);
      times.push(Number(clock.monotonic() - startedAt) / 1e6);
    }
    return times.sort((a, b) => a - b);
  } finally {
    closeSync(descriptor);
  }
}

/** `times` in milliseconds, ascending. Exported for tests. */
export function judgedFlushes(times: readonly number[]): Finding {
  const at = (part: number): number => times[Math.floor(part * (times.length - 1))] ?? 0;
  const [p50, p99] = [at(0.5), at(0.99)];
  const found = `p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, longest ${at(1).toFixed(2)} ms`;
  const finding = (state: Finding['state'], remedy: string): Finding => ({
    check: 'disk flush',
    state,
    found: `${found} of ${times.length}`,
    remedy,
  });
  if (p99 > FLUSH_FAIL_MS) return finding('fail', 'a disk of its own, with a lasting write cache');
  if (p99 > FLUSH_WARN_MS) return finding('warn', 'each order waits so long: a faster disk');
  if (p50 < FLUSH_BELIEVED_MS) {
    return finding('warn', 'no disk is so fast: look whether flushes reach one');
  }
  return finding('ok', '');
}

/** Before the first start there is no journal. */
function recordedFindings(folder: string): readonly Finding[] {
  if (!existsSync(join(folder, 'store', 'data.mdb'))) return [];
  try {
    const reader = openJournalReader(folder);
    const { lastTime } = reader;
    reader.close();
    return [recordedFinding(lastTime, realClock().now())];
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const remedy = '`causeway journal verify` says what is wrong with it';
    return [{ check: 'recorded time', state: 'fail', found, remedy }];
  }
}

/** A start goes on from the last record's time up to two minutes behind it, and believes the machine beyond. Exported for tests. */
export function recordedFinding(lastTime: EpochNs, now: EpochNs): Finding {
  const behindNs = lastTime - now;
  const behindS = Number(behindNs / 1_000_000_000n);
  const found = `the last record is of ${isoTime(lastTime)}`;
  if (behindS < 1) return { check: 'recorded time', state: 'ok', found, remedy: '' };
  return {
    check: 'recorded time',
    state: behindNs > GOES_ON_NS ? 'fail' : 'warn',
    found: `${found}, ${behindS} s ahead of this machine's clock`,
    remedy: 'if the machine is wrong set it right; else wait so long before the start',
  };
}

/** The secrets' own modes are the configuration's to refuse. */
function secretFindings(file: string): readonly Finding[] {
  const files = secretFilesOf(file);
  if (files.length === 0) return [];
  const all: Finding = {
    check: 'keys',
    state: 'ok',
    found: `${files.length} files, for their owner alone`,
    remedy: '',
  };
  const folders = [...new Set(files.map(dirname))];
  return [all, ...folders.map((folder) => modeFinding("keys' folder", folder))];
}

function modeFinding(check: string, folder: string): Finding {
  const { mode, uid } = statSync(folder);
  const shown = (mode & 0o7777).toString(8).padStart(4, '0');
  const isOurs = process.getuid === undefined || uid === process.getuid();
  const isClosed = (mode & OTHERS_MAY) === 0;
  return {
    check,
    state: isClosed && isOurs ? 'ok' : (mode & 0o022) === 0 && isOurs ? 'warn' : 'fail',
    found: `mode ${shown}${isOurs ? '' : `, owned by ${uid}`}: ${folder}`,
    remedy: isClosed && isOurs ? '' : `chmod 700 ${folder}${isOurs ? '' : ', owned by its user'}`,
  };
}
