// Keys out of files: the test vectors of the Web3 Secret Storage Definition, and files that others may read.

import { createCipheriv } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { scrypt } from '@noble/hashes/scrypt';
import { keccak256 } from 'viem';
import { decryptKeystore, keyFromFile, keyFromKeystore } from '../../../../adapters/signer/key.ts';
import { hexOf } from '../../../../adapters/signer/rlp.ts';

const SECRET = '0x7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d';
const ADDRESS = '0x008aeeda4d805471df9b2a5b0f38a0c3bcba786b';
const PBKDF2 = {
  crypto: {
    cipher: 'aes-128-ctr',
    cipherparams: { iv: '6087dab2f9fdbbfaddc31a909735c1e6' },
    ciphertext: '5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46',
    kdf: 'pbkdf2',
    kdfparams: {
      c: 262144,
      dklen: 32,
      prf: 'hmac-sha256',
      salt: 'ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd',
    },
    mac: '517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2',
  },
  id: '3198bc9c-6672-5ab3-d995-4942343ae5b6',
  version: 3,
};
/** By other implementations than ours: scrypt as of @noble/hashes, Keccak as of viem. r = 8 as wallets have it. */
const SCRYPT = scryptKeystore('testpassword');

const folder = mkdtempSync(join(tmpdir(), 'causeway-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, text, { mode });
  chmodSync(path, mode);
  return path;
}

describe('a keystore', () => {
  test.each([
    ['pbkdf2', PBKDF2],
    ['scrypt', SCRYPT],
  ])('of %s gives its key for its password', (_kdf, keystore) => {
    const secret = decryptKeystore(JSON.stringify(keystore), 'testpassword');
    expect(hexOf(secret ?? new Uint8Array())).toBe(SECRET);
  });

  test('gives nothing for another password', () => {
    expect(decryptKeystore(JSON.stringify(PBKDF2), 'testpassworD')).toBeNull();
  });

  test.each([
    ['version', { ...PBKDF2, version: 1 }, 'found no keystore of version 3'],
    ['cipher', { ...PBKDF2, crypto: { ...PBKDF2.crypto, cipher: 'aes-256-cbc' } }, 'aes-256-cbc'],
    ['kdf', { ...PBKDF2, crypto: { ...PBKDF2.crypto, kdf: 'argon2' } }, 'a keystore of argon2'],
  ])('of another %s is refused by name', (_what, keystore, words) => {
    expect(() => decryptKeystore(JSON.stringify(keystore), 'testpassword')).toThrow(words);
  });

  test('and the file with its password make a key', () => {
    const password = file('password', 'testpassword\n');
    expect(keyFromKeystore(file('keystore', JSON.stringify(PBKDF2)), password).account).toBe(
      ADDRESS,
    );
  });
});

describe('a key file', () => {
  test('of 64 digits is a key, with 0x or without', () => {
    expect(keyFromFile(file('with', `${SECRET}\n`)).account).toBe(ADDRESS);
    expect(keyFromFile(file('without', SECRET.slice(2))).account).toBe(ADDRESS);
  });

  test('that others may read is refused, whatever is in it', () => {
    const open = file('open', SECRET, 0o640);
    expect(() => keyFromFile(open)).toThrow('found mode 0640, expected 0600');
  });

  test('without a key is refused, and not quoted', () => {
    const other = file('other', 'not a key at all');
    expect(() => keyFromFile(other)).toThrow('found no key, expected 64 hexadecimal digits');
  });
});

function scryptKeystore(password: string): object {
  const salt = Buffer.alloc(32, 7);
  const iv = Buffer.alloc(16, 9);
  const derived = scrypt(password, salt, { N: 8_192, r: 8, p: 1, dkLen: 32 });
  const cipher = createCipheriv('aes-128-ctr', derived.slice(0, 16), iv);
  const ciphertext = Buffer.concat([
    cipher.update(Buffer.from(SECRET.slice(2), 'hex')),
    cipher.final(),
  ]);
  const mac = keccak256(new Uint8Array(Buffer.concat([derived.slice(16), ciphertext])));
  return {
    version: 3,
    Crypto: {
      cipher: 'aes-128-ctr',
      cipherparams: { iv: iv.toString('hex') },
      ciphertext: ciphertext.toString('hex'),
      kdf: 'scrypt',
      kdfparams: { dklen: 32, n: 8_192, r: 8, p: 1, salt: salt.toString('hex') },
      mac: mac.slice(2),
    },
  };
}
