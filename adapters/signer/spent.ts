// What the last hour has spent, on the disk: a restart does not begin a new hour.

import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { addressOf } from '../chain/index.ts';
import type { Spent } from './policy.ts';

interface Line {
  readonly nonce: number;
  readonly token: string;
  readonly amount: string;
  readonly at: number;
}

/** Throws where the file is there and cannot be read: then the limit could not be held. */
export function loadSpent(file: string): readonly Spent[] {
  if (!existsSync(file)) return [];
  const lines = JSON.parse(readFileSync(file, 'utf8')) as readonly Line[];
  return lines.map(({ nonce, token, amount, at }) => {
    const address = addressOf(token);
    if (address === null) throw new Error(`${file}: found token ${token}, expected an address`);
    return { nonce, token: address, amount: BigInt(amount), at };
  });
}

/** On the disk when it returns, whole. */
export function saveSpent(file: string, spent: readonly Spent[]): void {
  const lines = spent.map((one): Line => ({ ...one, amount: String(one.amount) }));
  const fresh = `${file}.new`;
  const descriptor = openSync(fresh, 'w', 0o600);
  try {
    writeSync(descriptor, JSON.stringify(lines));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(fresh, file);
}
