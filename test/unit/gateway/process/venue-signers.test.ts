import { createPrivateKey, createPublicKey, verify } from 'node:crypto';
import { expect, test } from '@jest/globals';
import {
  createEd25519Signer,
  createHmacSigner,
} from '../../../../gateway/process/venue-signers.ts';

// The key of Binance's FIX documentation, and its signature of the Logon shown there.
const PEM =
  '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIIJEYWtGBrhACmb9Dvy+qa8WEf0lQOl1s4CLIAB9m89u\n-----END PRIVATE KEY-----\n';

test("Ed25519: the documentation's payload has the documentation's signature", () => {
  const payload = ['A', 'EXAMPLE', 'SPOT', '1', '20240627-11:17:25.223'].join('\u0001');
  const signature = createEd25519Signer('KEY', PEM).sign(payload);
  expect(signature).toBe(
    '4MHXelVVcpkdwuLbl6n73HQUXUf1dse2PCgT1DYqW9w8AVZ1RACFGM+5UdlGPrQHrgtS3CvsRURC1oj73j8gCA==',
  );
  const key = createPublicKey(createPrivateKey(PEM));
  expect(verify(null, Buffer.from(payload), key, Buffer.from(signature, 'base64'))).toBe(true);
});

test('a file that is no Ed25519 key is refused without a word of it', () => {
  for (const text of ['', 'secret-secret', PEM.slice(0, 60)]) {
    expect(() => createEd25519Signer('KEY', text)).toThrow('found no Ed25519 key');
  }
});

test('a signer shows its public half and no other', () => {
  const signer = createHmacSigner('KEY', 'top-secret');
  expect(JSON.stringify(signer)).toBe('{"apiKey":"KEY","algorithm":"HMAC-SHA256"}');
});
