// The kinds of value that a configuration holds, each with the words for what it expects.

import { isIP } from 'node:net';
import * as z from 'zod';
import {
  type Notional,
  type Qty,
  type Rate,
  asNotional,
  asQty,
  asRate,
  ONE,
  parseDecimal,
} from '../../spec/units/index.ts';
import { type CertificateFile, isCertificateFile } from './certificate-file.ts';
import { isSecret, type Secret } from './secret.ts';

/** A value that `read` understands; where it gives null the problem expects `expected`, and so does the reference. */
export function field<T>(expected: string, read: (value: unknown) => T | null): z.ZodType<T> {
  return z
    .unknown()
    .transform((value, context): T => {
      const got = read(value);
      if (got !== null) return got;
      context.addIssue({ code: 'custom', message: expected });
      return z.NEVER;
    })
    .meta({ expected });
}

/** A map with these keys and no others. */
export function keys<S extends z.ZodRawShape>(shape: S): z.ZodObject<S, z.core.$strict> {
  const known = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? `one of ${known}` : `a map: ${known}`),
  });
}

/** At least one of them: a gateway without is misconfigured. */
export function listOf<T>(item: z.ZodType<T>, what: string): z.ZodType<T[]> {
  return z.array(item, { error: `a list of ${what}, at least one` }).min(1, {
    error: `at least one of ${what}`,
  });
}

export function mapOf<T>(item: z.ZodType<T>, what: string): z.ZodType<Record<string, T>> {
  return z.record(z.string(), item, { error: `a map of ${what}` });
}

export function whole(min: number, max: number): z.ZodType<number> {
  return field(`a whole number from ${min} to ${max}`, (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max
      ? value
      : null,
  );
}

export function oneOf<const T extends string>(...values: readonly T[]): z.ZodType<T> {
  const expected = values.length === 1 ? `${values[0]}` : `one of ${values.join(', ')}`;
  return field(expected, (value) => values.find((one) => one === value) ?? null);
}

export const truth: z.ZodType<boolean> = field('true or false', (value) =>
  typeof value === 'boolean' ? value : null,
);

function matching(form: RegExp, expected: string): z.ZodType<string> {
  return field(expected, (value) => (typeof value === 'string' && form.test(value) ? value : null));
}

export const name = matching(
  /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/,
  'a name: letters, digits, _ . -, at most 32',
);
export const compID = matching(/^[!-~]{1,64}$/, 'a CompID: visible ASCII, at most 64, no space');
export const userName = matching(/^[!-~]{1,64}$/, 'a name: visible ASCII, at most 64, no space');
export const symbol = matching(
  /^[A-Z0-9]{1,20}\/[A-Z0-9]{1,20}$/,
  'a symbol BASE/QUOTE, such as BTC/USDT',
);
export const venueSymbol = matching(
  /^[A-Za-z0-9._/-]{1,40}$/,
  "the venue's own symbol, such as BTCUSDT",
);
export const path = matching(/^[^\0\r\n]{1,1024}$/, 'a path');

const LABEL = /^(?!-)[A-Za-z0-9-]{1,63}$/;

export const host = field('an IP address or host name', (value) => {
  if (typeof value !== 'string' || value.length > 253) return null;
  return isIP(value) > 0 || value.split('.').every((label) => LABEL.test(label)) ? value : null;
});

/** Health and metrics have no log-in. */
export const loopbackHost = field(
  'a loopback address, such as 127.0.0.1: health and metrics have no log-in',
  (value) => (typeof value === 'string' && isLoopback(value) ? value : null),
);

/** TLS, but for a venue on this machine. No user, password or query: those may be secrets. */
export function url(protocol: 'https' | 'wss'): z.ZodType<string> {
  const plain = protocol === 'https' ? 'http:' : 'ws:';
  const expected = `a ${protocol}:// address without user and query; ${plain}// on loopback only`;
  return field(expected, (value) => {
    if (typeof value !== 'string' || !URL.canParse(value)) return null;
    const parsed = new URL(value);
    const hasMore = parsed.username + parsed.password + parsed.search + parsed.hash !== '';
    if (hasMore) return null;
    if (parsed.protocol === `${protocol}:`) return value;
    return parsed.protocol === plain && isLoopback(parsed.hostname) ? value : null;
  });
}

/** A YAML number has been through a float: quantities are text. */
export const qty: z.ZodType<Qty> = field('a decimal in quotes, such as "50"', (value) => {
  const decimal = typeof value === 'string' ? parseDecimal(value) : null;
  return decimal?.type === 'Exact' && decimal.value > 0n ? asQty(decimal.value) : null;
});

const BPS_IN_ONE = 10_000n;
/** In basis points: ten per cent. More is a slip of the pen. */
const MOST_FEE_BPS = 1_000n;

/** A part of an amount, written in basis points; negative is a rebate. */
export const feeBps: z.ZodType<Rate> = field(
  'basis points in quotes, such as "10" or "-0.5", at most 1000 and 14 decimals',
  (value) => {
    const decimal = typeof value === 'string' ? parseDecimal(value) : null;
    if (decimal?.type !== 'Exact' || decimal.value % BPS_IN_ONE !== 0n) return null;
    const most = MOST_FEE_BPS * ONE;
    return decimal.value > most || decimal.value < -most
      ? null
      : asRate(decimal.value / BPS_IN_ONE);
  },
);

/** Of a position, where none at all is a limit too. */
export const qtyOrNone: z.ZodType<Qty> = field(
  'a decimal in quotes, such as "50" or "0"',
  (value) => {
    const decimal = typeof value === 'string' ? parseDecimal(value) : null;
    return decimal?.type === 'Exact' && decimal.value >= 0n ? asQty(decimal.value) : null;
  },
);

export interface Amount {
  readonly notional: Notional;
  readonly currency: string;
}

export const amount: z.ZodType<Amount> = field(
  'an amount with its currency, such as "1000000 USDT"',
  (value) => (typeof value === 'string' ? parseAmount(value) : null),
);

const AMOUNT = /^(\S+) ([A-Z0-9]{1,20})$/;

export function parseAmount(text: string): Amount | null {
  const [, digits = '', currency = ''] = AMOUNT.exec(text) ?? [];
  const decimal = parseDecimal(digits);
  if (decimal.type !== 'Exact' || decimal.value <= 0n) return null;
  return { notional: asNotional(decimal.value * ONE), currency };
}

/** Put in place of a file of certificates by `resolveReferences`. */
export const certificates: z.ZodType<CertificateFile> = field(
  'a file of PEM certificates',
  (value) => (isCertificateFile(value) ? value : null),
);

const PREFIX = /^(.+)\/(\d{1,3})$/;

/** One address, or a net of them. */
export const addresses: z.ZodType<string> = field(
  'an IPv4 or IPv6 address, or a net such as 10.0.0.0/8',
  (value) => {
    if (typeof value !== 'string') return null;
    const [, net = value, bits = '0'] = PREFIX.exec(value) ?? [];
    const most = isIP(net) === 6 ? 128 : 32;
    return isIP(net) > 0 && Number(bits) <= most ? value : null;
  },
);

const PIN = /^sha256:[0-9a-f]{64}$/;
const SUBJECT = /^[A-Za-z]{1,20}=[^\0\r\n]{1,256}$/;

/** With or without colons, in any case; kept without, in small letters. */
export const clientCertificate: z.ZodType<string> = field(
  'sha256: and the 64 hexadecimal digits of a certificate, or a subject such as O=ACME,CN=oms',
  (value) => {
    if (typeof value !== 'string') return null;
    const pin = value
      .replaceAll(':', '')
      .toLowerCase()
      .replace(/^sha256/, 'sha256:');
    if (PIN.test(pin)) return pin;
    return SUBJECT.test(value) ? value : null;
  },
);

/** Put in place of a secret's file or reference by `resolveReferences`. */
export const secret: z.ZodType<Secret> = field(
  'a file that holds the secret, or ${NAME} of the environment',
  (value) => (isSecret(value) ? value : null),
);

function isLoopback(address: string): boolean {
  const bare = address.replace(/^\[(.*)\]$/, '$1');
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}
