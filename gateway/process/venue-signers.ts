// The venues' request signers. A secret goes in, and only signatures come out (I8).

import {
  type KeyObject,
  createHash,
  createHmac,
  createPrivateKey,
  createSecretKey,
  sign,
} from 'node:crypto';
import type { NonceSigner, RequestSigner } from '../../adapters/port/index.ts';

/** HMAC-SHA256 over the payload's UTF-8 bytes, lower-case hex. */
export function createHmacSigner(apiKey: string, secret: string): RequestSigner {
  const key = createSecretKey(secret, 'utf8');
  return {
    apiKey,
    algorithm: 'HMAC-SHA256',
    sign: (payload) => createHmac('sha256', key).update(payload, 'utf8').digest('hex'),
  };
}

/**
 * HMAC-SHA512 over path and SHA-256 of nonce and body, base64. The secret is base64 itself; throws
 * where it is none, without a word of it.
 */
export function createNonceSigner(apiKey: string, secret: string): NonceSigner {
  const bytes = Buffer.from(secret, 'base64');
  if (bytes.length === 0 || bytes.toString('base64') !== secret) {
    throw new Error('found a secret that is no base64, expected one as the venue shows it');
  }
  const key = createSecretKey(bytes);
  return {
    apiKey,
    algorithm: 'HMAC-SHA512',
    sign({ path, nonce, body }) {
      const hashed = createHash('sha256')
        .update(nonce + body, 'utf8')
        .digest();
      return createHmac('sha512', key).update(path, 'utf8').update(hashed).digest('base64');
    },
  };
}

/** Ed25519, base64. Throws where `privateKeyPem` is no Ed25519 key, without a word of it. */
export function createEd25519Signer(apiKey: string, privateKeyPem: string): RequestSigner {
  const key = readKey(privateKeyPem);
  if (key === null || key.asymmetricKeyType !== 'ed25519') {
    throw new Error('found no Ed25519 key, expected a PEM file in PKCS #8 form');
  }
  return {
    apiKey,
    algorithm: 'Ed25519',
    sign: (payload) => sign(null, Buffer.from(payload, 'utf8'), key).toString('base64'),
  };
}

/** Null where it is none: the library's own message might quote the key. */
function readKey(privateKeyPem: string): KeyObject | null {
  try {
    return createPrivateKey(privateKeyPem);
  } catch {
    return null;
  }
}
