// Who asks: REST by key, nonce and signature, the private socket by a token that REST gave out.
// Source: Kraken API Center, guides/spot-rest-auth and spot-ws-auth.

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { SeededRandom } from '../exchange/random.ts';
import type { Account } from '../exchange/terms.ts';

/** A token must be used within this. */
const TOKEN_LASTS_MS = 900_000;

interface Key {
  readonly account: Account;
  readonly secret: Buffer;
  nonce: bigint;
}

export interface SignedRequest {
  readonly path: string;
  readonly apiKey: string | undefined;
  readonly signature: string | undefined;
  readonly body: string;
}

export type Identified =
  | { readonly ok: true; readonly account: Account }
  | { readonly ok: false; readonly error: string };

export interface Keys {
  add(apiKey: string, secret: string, account: Account): void;
  revoke(apiKey: string): boolean;
  /** Every request's nonce must be above the one before of the same key. */
  identify(request: SignedRequest): Identified;
  giveToken(account: Account): string;
  accountOfToken(token: string): Account | null;
}

export function createKeys(random: SeededRandom, now: () => number): Keys {
  const keys = new Map<string, Key>();
  const tokens = new Map<string, { readonly account: Account; readonly givenAt: number }>();
  return {
    add: (apiKey, secret, account) => {
      if (keys.has(apiKey)) throw new Error(`API key "${apiKey}" is given twice`);
      keys.set(apiKey, { account, secret: Buffer.from(secret, 'base64'), nonce: 0n });
    },
    revoke: (apiKey) => keys.delete(apiKey),
    identify: (request) => {
      const key = keys.get(request.apiKey ?? '');
      if (key === undefined) return { ok: false, error: 'EAPI:Invalid key' };
      const nonce = new URLSearchParams(request.body).get('nonce') ?? '';
      if (!/^\d{1,20}$/.test(nonce)) return { ok: false, error: 'EAPI:Invalid nonce' };
      if (!isSigned(request, nonce, key.secret)) {
        return { ok: false, error: 'EAPI:Invalid signature' };
      }
      if (BigInt(nonce) <= key.nonce) return { ok: false, error: 'EAPI:Invalid nonce' };
      key.nonce = BigInt(nonce);
      return { ok: true, account: key.account };
    },
    giveToken: (account) => {
      const token = random.id(43);
      tokens.set(token, { account, givenAt: now() });
      return token;
    },
    accountOfToken: (token) => {
      const given = tokens.get(token);
      if (given === undefined || now() - given.givenAt > TOKEN_LASTS_MS) return null;
      return given.account;
    },
  };
}

function isSigned(request: SignedRequest, nonce: string, secret: Buffer): boolean {
  const hashed = createHash('sha256')
    .update(nonce + request.body)
    .digest();
  const expected = createHmac('sha512', secret).update(request.path).update(hashed).digest();
  const found = Buffer.from(request.signature ?? '', 'base64');
  return found.length === expected.length && timingSafeEqual(found, expected);
}
