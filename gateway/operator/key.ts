// What lets an operator in: a file in the data folder, which only the desk's own user can read.
//
// A new secret at each start: there is none to keep, and a copy of the data folder holds no valid one.

import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

export interface OperatorKey {
  /** Where the desk listens for operators, such as `http://127.0.0.1:9881`. */
  readonly url: string;
  readonly token: string;
  readonly pid: number;
}

const FILE = 'operator.json';
const TOKEN_BYTES = 32;

/** Writes the key of this process, mode 0600, in place of an older one. */
export function createOperatorKey(dataFolder: string, url: string, token: string): void {
  const file = join(dataFolder, FILE);
  const fresh = `${file}.${process.pid}`;
  rmSync(fresh, { force: true });
  const descriptor = openSync(fresh, 'wx', 0o600);
  const key: OperatorKey = { url, token, pid: process.pid };
  writeSync(descriptor, `${JSON.stringify(key)}\n`);
  closeSync(descriptor);
  renameSync(fresh, file);
}

export function newOperatorToken(): string {
  return randomBytes(TOKEN_BYTES).toString('hex');
}

/** A desk that has stopped lets nobody in. */
export function removeOperatorKey(dataFolder: string): void {
  rmSync(join(dataFolder, FILE), { force: true });
}

/** Whether a desk has written one there, and not stopped since; false too where that cannot be seen. */
export function hasOperatorKey(dataFolder: string): boolean {
  return existsSync(join(dataFolder, FILE));
}

/** Null where no desk has written one there. Throws where it is there and cannot be read. */
export function readOperatorKey(dataFolder: string): OperatorKey | null {
  let text: string;
  try {
    text = readFileSync(join(dataFolder, FILE), 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
  const { url, token, pid } = JSON.parse(text) as OperatorKey;
  return { url, token, pid };
}
