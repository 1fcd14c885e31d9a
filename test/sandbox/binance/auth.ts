// Who sent a request: API keys, signatures, time windows.
// Source: web-socket-api.md and rest-api.md, "Request security" and "Timing security".

import { createHmac, createPublicKey, createSecretKey, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { reject } from '../exchange/terms.ts';
import type { Account, Rejection } from '../exchange/terms.ts';

export type ApiKeyOptions =
  | { readonly type: 'HMAC'; readonly apiKey: string; readonly secret: string }
  | { readonly type: 'Ed25519'; readonly apiKey: string; readonly publicKeyPem: string };

export interface ApiKey {
  readonly apiKey: string;
  readonly type: 'HMAC' | 'Ed25519';
  readonly key: KeyObject;
  readonly account: Account;
}

export type Identified = { readonly ok: true; readonly key: ApiKey } | Rejection;

/** Parameters of a request by name: strings, numbers and booleans as the client sent them. */
export type Params = Readonly<Record<string, unknown>>;

const DEFAULT_RECV_WINDOW_MS = 5_000;
const MAX_RECV_WINDOW_MS = 60_000;
/** How far a request's time may run ahead of the server's. */
const AHEAD_MS = 1_000;
/** From here on a timestamp must be in microseconds: in milliseconds it would be the year 5138. */
const MICROSECONDS_FROM = 100_000_000_000_000;

export function readApiKey(options: ApiKeyOptions, account: Account): ApiKey {
  const key =
    options.type === 'HMAC'
      ? createSecretKey(Buffer.from(options.secret, 'ascii'))
      : createPublicKey(options.publicKeyPem);
  if (options.type === 'Ed25519' && key.asymmetricKeyType !== 'ed25519') {
    throw new Error(`key "${options.apiKey}": expected the PEM of an Ed25519 public key`);
  }
  return { apiKey: options.apiKey, type: options.type, key, account };
}

/** The text that a WS API request signs: every parameter but `signature`, sorted, raw. */
export function signaturePayload(params: Params): string {
  let payload = '';
  for (const name of Object.keys(params).sort()) {
    if (name === 'signature') continue;
    payload += `${payload === '' ? '' : '&'}${name}=${String(params[name])}`;
  }
  return payload;
}

export function signatureHolds(key: ApiKey, payload: string, signature: string): boolean {
  if (key.type === 'HMAC') {
    const expected = createHmac('sha256', key.key).update(payload, 'utf8').digest('hex');
    return expected === signature.toLowerCase();
  }
  return verify(null, Buffer.from(payload, 'utf8'), key.key, Buffer.from(signature, 'base64'));
}

/** Null: the time of the request is within the window. Accepts milliseconds and microseconds. */
export function timingObjection(params: Params, serverTime: number): Rejection | null {
  const timestamp = wholeNumber(params['timestamp']);
  if (timestamp === null) {
    return reject(
      -1102,
      "Mandatory parameter 'timestamp' was not sent, was empty/null, or malformed.",
    );
  }
  const recvWindow =
    params['recvWindow'] === undefined ? DEFAULT_RECV_WINDOW_MS : decimal(params['recvWindow']);
  if (recvWindow === null)
    return reject(-1130, "Data sent for parameter 'recvWindow' is not valid.");
  if (recvWindow > MAX_RECV_WINDOW_MS) {
    return reject(-1131, 'recvWindow must be less than 60000.');
  }
  const sentAt = timestamp >= MICROSECONDS_FROM ? timestamp / 1_000 : timestamp;
  if (sentAt >= serverTime + AHEAD_MS) {
    return reject(-1021, "Timestamp for this request was 1000ms ahead of the server's time.");
  }
  if (serverTime - sentAt > recvWindow) {
    return reject(-1021, 'Timestamp for this request is outside of the recvWindow.');
  }
  return null;
}

/** The key that the request names, once its signature and its time hold. */
export function identify(
  keys: ReadonlyMap<string, ApiKey>,
  request: {
    readonly apiKey: unknown;
    readonly payload: string;
    readonly params: Params;
    readonly serverTime: number;
  },
): Identified {
  if (typeof request.apiKey !== 'string' || request.apiKey === '') {
    return reject(-2014, 'API-key format invalid.');
  }
  const key = keys.get(request.apiKey);
  if (key === undefined) return reject(-2015, 'Invalid API-key, IP, or permissions for action.');
  const late = timingObjection(request.params, request.serverTime);
  if (late !== null) return late;
  const signature = request.params['signature'];
  if (typeof signature !== 'string' || signature === '') {
    return reject(
      -1102,
      "Mandatory parameter 'signature' was not sent, was empty/null, or malformed.",
    );
  }
  if (!signatureHolds(key, request.payload, signature)) {
    return reject(-1022, 'Signature for this request is not valid.');
  }
  return { ok: true, key };
}

function wholeNumber(value: unknown): number | null {
  const text = String(value);
  return /^\d{1,16}$/.test(text) ? Number(text) : null;
}

function decimal(value: unknown): number | null {
  const text = String(value);
  return /^\d{1,9}(\.\d{1,3})?$/.test(text) ? Number(text) : null;
}
