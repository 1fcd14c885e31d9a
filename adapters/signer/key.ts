// The private key: where it is read, and what it signs. Nothing else of this house sees one (I8).

import { createDecipheriv, pbkdf2Sync, scryptSync, timingSafeEqual } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { secp256k1 } from '@noble/curves/secp256k1';
import { keccak_256 } from '@noble/hashes/sha3';
import { type Address, addressOf } from '../chain/index.ts';
import { bytesOf, hexOf } from './rlp.ts';

/** A key that signs and is not shown. */
export interface SigningKey {
  readonly account: Address;
  /** Of a digest of 32 bytes: the two numbers, and which of two points it was. */
  sign(digest: Uint8Array): { readonly r: bigint; readonly s: bigint; readonly yParity: number };
}

/** 64 KiB: a keystore has less than one. */
const MAX_FILE_BYTES = 65_536;
const OTHERS_MAY = 0o077;
/** What a keystore may ask of memory: N = 2^18, r = 8 is the usual, 256 MiB. */
const MAX_SCRYPT_BYTES = 1_073_741_824;

export function keccak(bytes: Uint8Array): Uint8Array {
  return keccak_256(bytes);
}

/** Throws, without a word of the key, where the bytes are none. */
export function signingKey(secret: Uint8Array): SigningKey {
  if (secret.length !== 32 || !secp256k1.utils.isValidPrivateKey(secret)) {
    throw new Error('found no private key: expected 32 bytes that are one');
  }
  const point = secp256k1.getPublicKey(secret, false).slice(1);
  const account = addressOf(hexOf(keccak(point).slice(-20)));
  if (account === null) throw new Error('the key gives no address');
  return {
    account,
    sign(digest) {
      const { r, s, recovery } = secp256k1.sign(digest, secret, { lowS: true });
      return { r, s, yParity: recovery };
    },
  };
}

/** 64 hexadecimal digits in a file that nobody else may read. */
export function keyFromFile(file: string): SigningKey {
  const text = readPrivately(file).trim();
  if (!/^(0x)?[0-9a-fA-F]{64}$/.test(text)) {
    throw new Error(`${file}: found no key, expected 64 hexadecimal digits`);
  }
  return signingKey(bytesOf(text));
}

/** An encrypted keystore, version 3, and the file with its password. Source: Web3 Secret Storage Definition. */
export function keyFromKeystore(file: string, passwordFile: string): SigningKey {
  const password = readPrivately(passwordFile).replace(/\r?\n$/, '');
  const secret = decryptKeystore(readPrivately(file), password);
  if (secret === null) throw new Error(`${file}: the password does not open it`);
  return signingKey(secret);
}

interface Keystore {
  readonly cipher: string;
  readonly iv: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly mac: Uint8Array;
  readonly kdf: string;
  readonly kdfparams: Readonly<Record<string, unknown>>;
}

/** Null where the password is another. Throws where it is no keystore that we read. */
export function decryptKeystore(json: string, password: string): Uint8Array | null {
  const keystore = readKeystore(json);
  const derived = deriveKey(keystore, password);
  const mac = keccak(
    new Uint8Array(Buffer.concat([derived.subarray(16, 32), keystore.ciphertext])),
  );
  if (keystore.mac.length !== 32 || !timingSafeEqual(mac, keystore.mac)) return null;
  const decipher = createDecipheriv('aes-128-ctr', derived.subarray(0, 16), keystore.iv);
  return new Uint8Array(Buffer.concat([decipher.update(keystore.ciphertext), decipher.final()]));
}

function readKeystore(json: string): Keystore {
  const outer = record(JSON.parse(json));
  if (outer['version'] !== 3) throw new Error('found no keystore of version 3');
  const inner = record(outer['crypto'] ?? outer['Crypto']);
  const keystore = {
    cipher: String(inner['cipher']),
    iv: bytesOf(String(record(inner['cipherparams'])['iv'])),
    ciphertext: bytesOf(String(inner['ciphertext'])),
    mac: bytesOf(String(inner['mac'])),
    kdf: String(inner['kdf']),
    kdfparams: record(inner['kdfparams']),
  };
  if (keystore.cipher !== 'aes-128-ctr') {
    throw new Error(`found a keystore of ${keystore.cipher}, expected aes-128-ctr`);
  }
  return keystore;
}

function deriveKey(keystore: Keystore, password: string): Uint8Array {
  const { kdf, kdfparams } = keystore;
  const salt = bytesOf(String(kdfparams['salt']));
  const number = (name: string): number => Number(kdfparams[name]);
  if (number('dklen') !== 32) throw new Error('found a keystore whose dklen is not 32');
  if (kdf === 'scrypt') {
    const cost = { N: number('n'), r: number('r'), p: number('p'), maxmem: MAX_SCRYPT_BYTES };
    return scryptSync(password, salt, 32, cost);
  }
  if (kdf === 'pbkdf2' && kdfparams['prf'] === 'hmac-sha256') {
    return pbkdf2Sync(password, salt, number('c'), 32, 'sha256');
  }
  throw new Error(`found a keystore of ${kdf}, expected scrypt or pbkdf2 with hmac-sha256`);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new Error('found no keystore');
  return value as Readonly<Record<string, unknown>>;
}

/** Throws where others may read the file. */
export function readPrivately(file: string): string {
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile() || stats.size > MAX_FILE_BYTES) {
      throw new Error(`${file}: found no file of at most ${MAX_FILE_BYTES} bytes`);
    }
    if ((stats.mode & OTHERS_MAY) !== 0) {
      const mode = (stats.mode & 0o7777).toString(8).padStart(4, '0');
      throw new Error(`${file}: found mode ${mode}, expected 0600: other users can read this key`);
    }
    return readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
}
