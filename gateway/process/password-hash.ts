// Passwords as they are kept: by scrypt with a salt, in the string format that password hashes have in common
// ($scrypt$ln=…,r=…,p=…$salt$hash, base64 without padding). Off the event loop, in libuv's threads.

import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

export interface PasswordHash {
  /** log2 of N. */
  readonly ln: number;
  readonly r: number;
  readonly p: number;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** 8 MiB and some 32 ms of one core: 1,000 clients that come at once are in within 20 s on two. */
export const DEFAULT_LN = 13;
/** A hash that would take more than 256 MiB at r = 8 is a mistake, or an attack on memory. */
const MOST_LN = 18;
const LEAST_LN = 10;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const FORM =
  /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

/** Null: it is none, so it is a password in plain text. */
export function parsePasswordHash(text: string): PasswordHash | null {
  const [, ln = '', r = '', p = '', salt = '', hash = ''] = FORM.exec(text) ?? [];
  const [logN, blocks, lanes] = [Number(ln), Number(r), Number(p)];
  if (hash === '' || logN < LEAST_LN || logN > MOST_LN) return null;
  if (blocks < 1 || blocks > 8 || lanes < 1 || lanes > 16) return null;
  return {
    ln: logN,
    r: blocks,
    p: lanes,
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

/** A new hash, with a salt of its own. */
export async function hashPassword(password: string, ln = DEFAULT_LN): Promise<string> {
  const cost = { ln, r: 8, p: 1 };
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, { ...cost, salt }, HASH_BYTES);
  return `$scrypt$ln=${ln},r=${cost.r},p=${cost.p}$${base64(salt)}$${base64(hash)}`;
}

/** Compares in a time that says nothing of the difference. */
export async function isPassword(password: string, expected: PasswordHash): Promise<boolean> {
  const found = await derive(password, expected, expected.hash.length);
  return timingSafeEqual(found, expected.hash);
}

function derive(
  password: string,
  { ln, r, p, salt }: Omit<PasswordHash, 'hash'>,
  length: number,
): Promise<Buffer> {
  const N = 2 ** ln;
  const maxmem = 256 * N * r + 1_048_576;
  return new Promise((resolve, reject) => {
    scrypt(password, salt, length, { N, r, p, maxmem }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
