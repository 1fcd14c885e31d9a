import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  identify,
  readApiKey,
  signatureHolds,
  signaturePayload,
  timingObjection,
} from '../../../sandbox/binance/auth.ts';
import { testMarket } from './market.ts';

// The secret and both samples are in Binance's documentation of HMAC keys; ../shared/venues/binance.md.
const API_KEY = 'vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A';
const SECRET = 'NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j';

function hmacKey(): ReturnType<typeof readApiKey> {
  return readApiKey({ type: 'HMAC', apiKey: API_KEY, secret: SECRET }, testMarket().account('ann'));
}

describe('signatures', () => {
  test.each([
    [
      'ASCII values',
      {
        symbol: 'BTCUSDT',
        side: 'SELL',
        type: 'LIMIT',
        timeInForce: 'GTC',
        quantity: '0.01000000',
        price: '52000.00',
        recvWindow: 100,
      },
      'aa1b5712c094bc4e57c05a1a5c1fd8d88dcd628338ea863fec7b88e59fe2db24',
    ],
    [
      'full-width digits in UTF-8',
      {
        symbol: '１２３４５６',
        side: 'BUY',
        type: 'LIMIT',
        timeInForce: 'GTC',
        quantity: '1.00000000',
        price: '0.10000000',
        recvWindow: 5000,
      },
      'b33892ae8e687c939f4468c6268ddd4c40ac1af18ad19a064864c47bae0752cd',
    ],
  ])('HMAC-SHA256 over the sorted raw parameters: %s', (_name, order, signature) => {
    const params = { ...order, timestamp: 1_645_423_376_532, apiKey: API_KEY, signature };
    const payload = signaturePayload(params);
    expect(payload.startsWith(`apiKey=${API_KEY}&price=`)).toBe(true);
    expect(signatureHolds(hmacKey(), payload, signature)).toBe(true);
    expect(signatureHolds(hmacKey(), payload, signature.toUpperCase())).toBe(true);
    expect(signatureHolds(hmacKey(), `${payload}0`, signature)).toBe(false);
  });

  test('Ed25519 in base64 over the same payload', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const key = readApiKey(
      { type: 'Ed25519', apiKey: 'k', publicKeyPem },
      testMarket().account('ann'),
    );
    const signature = sign(null, Buffer.from('a=1&b=2'), privateKey).toString('base64');
    expect(signatureHolds(key, 'a=1&b=2', signature)).toBe(true);
    expect(signatureHolds(key, 'a=1&b=3', signature)).toBe(false);
  });
});

describe('time window', () => {
  const NOW = 1_700_000_000_000;
  test.each([
    ['as old as the window', { timestamp: NOW - 5_000 }, null],
    ['older than the window', { timestamp: NOW - 5_001 }, -1021],
    ['just under a second ahead', { timestamp: NOW + 999 }, null],
    ['a second ahead', { timestamp: NOW + 1_000 }, -1021],
    ['in microseconds', { timestamp: NOW * 1_000 }, null],
    ['with a window of its own', { timestamp: NOW - 100, recvWindow: 99.9 }, -1021],
    ['with the longest window', { timestamp: NOW - 60_000, recvWindow: 60_000 }, null],
    ['with a longer one', { timestamp: NOW, recvWindow: 60_001 }, -1131],
    ['missing', {}, -1102],
    ['no number', { timestamp: 'now' }, -1102],
  ])('a timestamp %s', (_name, params, code) => {
    expect(timingObjection(params, NOW)?.code ?? null).toBe(code);
  });
});

describe('who asks', () => {
  test.each([
    ['no key', undefined, 'x', -2014],
    ['an unknown key', 'nobody', 'x', -2015],
    ['a wrong signature', API_KEY, 'x', -1022],
    ['no signature', API_KEY, undefined, -1102],
  ])('%s is refused with its own code', (_name, apiKey, signature, code) => {
    const key = hmacKey();
    const params = { timestamp: 5, signature };
    const who = identify(new Map([[API_KEY, key]]), {
      apiKey,
      payload: 'timestamp=5',
      params,
      serverTime: 5,
    });
    expect(who.ok ? null : who.code).toBe(code);
  });
});
