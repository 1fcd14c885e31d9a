// X.509 certificates for tests, made when they are needed by Node's own crypto: DER by hand, no tool to be installed.
// Source: RFC 5280, sections 4.1 and 4.2; RFC 5758, section 3.2 (ecdsa-with-SHA256).

import {
  createPrivateKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  X509Certificate,
} from 'node:crypto';

export interface TestCertificate {
  /** PEM. */
  readonly certificate: string;
  readonly key: string;
  /** As a configuration names it: `sha256:` and 64 digits. */
  readonly pin: string;
  readonly commonName: string;
}

export interface Wanted {
  readonly commonName: string;
  /** Null: it signs itself. */
  readonly issuer?: TestCertificate | null;
  readonly isAuthority?: boolean;
  readonly validFrom?: Date;
  readonly validTo?: Date;
  readonly dnsName?: string;
}

const DAY_MS = 86_400_000;

export function makeCertificate(wanted: Wanted): TestCertificate {
  const { commonName, issuer = null, isAuthority = false } = wanted;
  const validFrom = wanted.validFrom ?? new Date(Date.now() - DAY_MS);
  const validTo = wanted.validTo ?? new Date(Date.now() + DAY_MS);
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const algorithm = sequence(objectID(1, 2, 840, 10045, 4, 3, 2));
  const extensions = [
    // basicConstraints, critical.
    sequence(
      objectID(2, 5, 29, 19),
      boolean(true),
      octets(sequence(...(isAuthority ? [boolean(true)] : []))),
    ),
    ...(wanted.dnsName === undefined
      ? []
      : [
          sequence(
            objectID(2, 5, 29, 17),
            octets(sequence(tlv(0x82, Buffer.from(wanted.dnsName)))),
          ),
        ]),
  ];
  const toBeSigned = sequence(
    tlv(0xa0, integer(Buffer.of(2))),
    integer(Buffer.concat([Buffer.of(0x40), randomBytes(15)])),
    algorithm,
    nameOf(issuer?.commonName ?? commonName),
    sequence(time(validFrom), time(validTo)),
    nameOf(commonName),
    pair.publicKey.export({ format: 'der', type: 'spki' }),
    tlv(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', toBeSigned, createPrivateKey(issuer?.key ?? key));
  const der = sequence(toBeSigned, algorithm, tlv(0x03, Buffer.concat([Buffer.of(0), signature])));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  const certificate = `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
  const fingerprint = new X509Certificate(certificate).fingerprint256;
  const pin = `sha256:${fingerprint.replaceAll(':', '').toLowerCase()}`;
  return { certificate, key, pin, commonName };
}

function tlv(tag: number, content: Uint8Array): Buffer {
  const { length } = content;
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return tlv(0x30, Buffer.concat(parts));
}

function integer(bytes: Uint8Array): Buffer {
  return tlv(0x02, bytes);
}

function boolean(value: boolean): Buffer {
  return tlv(0x01, Buffer.of(value ? 0xff : 0));
}

function octets(content: Uint8Array): Buffer {
  return tlv(0x04, content);
}

function objectID(first: number, second: number, ...rest: readonly number[]): Buffer {
  const bytes = [first * 40 + second];
  for (const part of rest) {
    const groups = [part & 0x7f];
    for (let left = part >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    bytes.push(...groups);
  }
  return tlv(0x06, Buffer.from(bytes));
}

function nameOf(commonName: string): Buffer {
  const attribute = sequence(objectID(2, 5, 4, 3), tlv(0x0c, Buffer.from(commonName)));
  return sequence(tlv(0x31, attribute));
}

/** UTCTime: YYMMDDHHMMSSZ, for years up to 2049. */
function time(at: Date): Buffer {
  const text = at
    .toISOString()
    .replace(/[-:T]|\.\d+/g, '')
    .slice(2);
  return tlv(0x17, Buffer.from(text));
}
