// What a configuration only points at: `${NAME}` of the environment, and files that hold secrets.

import { createPrivateKey, X509Certificate } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { certificateFileOf } from './certificate-file.ts';
import type { Path } from './problems.ts';
import { secretOf } from './secret.ts';

/** A problem before its line is looked up. */
export interface Finding {
  readonly path: Path;
  /** Null: as it is written in the file. */
  readonly found: string | null;
  readonly expected: string;
}

export interface Resolved {
  readonly data: unknown;
  readonly findings: readonly Finding[];
}

export interface Surroundings {
  /** Relative paths start here. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const SECRET_KEYS: ReadonlySet<unknown> = new Set([
  'password',
  'apiKey',
  'secret',
  'privateKey',
  'key',
]);
/** Files that are no secret, but must be read to be checked. */
const CERTIFICATE_KEYS: ReadonlySet<unknown> = new Set(['certificateFile', 'clientCAFile']);
const FILE_SUFFIX = 'File';
const REFERENCE = /^\$\{([A-Za-z_][A-Za-z0-9_]*)\}$/;
/** 16 KiB: the longest PEM key has 3. */
const MAX_SECRET_BYTES = 16_384;
const OTHERS_MAY = 0o077;

/** True for a key whose value is never shown. */
export function isSecretKey(key: unknown): boolean {
  return SECRET_KEYS.has(key);
}

/** True for a key that names a file with a secret in it. */
export function isSecretFileKey(key: unknown): boolean {
  return (
    typeof key === 'string' &&
    key.endsWith(FILE_SUFFIX) &&
    SECRET_KEYS.has(key.slice(0, -FILE_SUFFIX.length))
  );
}

/** The same data with every reference replaced by what it points at, secrets by a `Secret`. */
export function resolveReferences(data: unknown, around: Surroundings): Resolved {
  const findings: Finding[] = [];
  const walk = (value: unknown, path: Path): unknown => {
    if (Array.isArray(value)) return value.map((item, at) => walk(item, [...path, at]));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, walk(item, [...path, key])]),
      );
    }
    const outcome = resolveOne(value, path, around);
    if (outcome.finding !== null) findings.push({ path, ...outcome.finding });
    return outcome.value;
  };
  return { data: walk(data, []), findings };
}

interface Outcome {
  readonly value: unknown;
  readonly finding: Omit<Finding, 'path'> | null;
}

function resolveOne(value: unknown, path: Path, around: Surroundings): Outcome {
  const key = path.at(-1);
  const isSecret = isSecretKey(key);
  if (CERTIFICATE_KEYS.has(key) && typeof value === 'string') return certificates(value, around);
  const variable = typeof value === 'string' ? REFERENCE.exec(value)?.[1] : undefined;
  if (variable !== undefined) {
    const text = around.environment[variable];
    if (text === undefined || text === '') {
      const state = text === undefined ? 'which is not set' : 'which is empty';
      const finding = { found: `\${${variable}}, ${state}`, expected: 'a set variable' };
      return { value: isSecret || isSecretFileKey(key) ? secretOf('') : value, finding };
    }
    if (isSecret) return asSecret(text, String(key));
    return isSecretFileKey(key) ? fromFile(text, String(key), around) : fine(text);
  }
  if (isSecret && value !== null) {
    const expected = `${String(key)}File: a file with mode 0600, or \${NAME} of the environment`;
    return { value: secretOf(''), finding: { found: 'an inline secret', expected } };
  }
  if (isSecretFileKey(key) && value !== null) return fromFile(value, String(key), around);
  return fine(value);
}

function fine(value: unknown): Outcome {
  return { value, finding: null };
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

function certificates(value: string, around: Surroundings): Outcome {
  const path = resolve(around.folder, value);
  const expected = 'a file of PEM certificates';
  const refused = (found: string): Outcome => ({ value: null, finding: { found, expected } });
  try {
    if (!statSync(path).isFile()) return refused(`${value}, no regular file`);
    const pem = readFileSync(path, 'utf8');
    const all = pem.match(CERTIFICATE) ?? [];
    for (const one of all) new X509Certificate(one);
    if (all.length === 0) return refused(`${value}, without a certificate`);
    return fine(certificateFileOf(path, pem));
  } catch (error) {
    return refused(`${value}, which cannot be read (${codeOf(error)})`);
  }
}

function fromFile(value: unknown, key: string, around: Surroundings): Outcome {
  const refused = (found: string, expected: string): Outcome => ({
    value: secretOf(''),
    finding: { found, expected },
  });
  // Never echo what stands here: it may be the secret itself.
  if (typeof value !== 'string' || value === '' || /[\0\r\n]/.test(value) || value.length > 1024) {
    return refused('no path', 'the path of a file that holds the secret');
  }
  const file = readSecretFile(resolve(around.folder, value));
  if (file.type === 'Refused') return refused(file.found, file.expected);
  return asSecret(file.text, key.slice(0, -FILE_SUFFIX.length));
}

type SecretFile =
  | { readonly type: 'Read'; readonly text: string }
  | { readonly type: 'Refused'; readonly found: string; readonly expected: string };

function readSecretFile(file: string): SecretFile {
  const expected = 'a file with the secret, mode 0600';
  const refused = (found: string, wanted = expected): SecretFile => ({
    type: 'Refused',
    found,
    expected: wanted,
  });
  try {
    // Before it is opened: opening a pipe waits for its writer.
    if (!statSync(file).isFile()) return refused('no regular file');
    const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const { mode, size } = fstatSync(descriptor);
      if ((mode & OTHERS_MAY) !== 0) {
        const shown = (mode & 0o7777).toString(8).padStart(4, '0');
        return refused(`mode ${shown}`, '0600: other users can read this secret');
      }
      if (size > MAX_SECRET_BYTES) return refused(`${size} bytes`, `at most ${MAX_SECRET_BYTES}`);
      const text = readFileSync(descriptor, 'utf8').replace(/\r?\n$/, '');
      return text === '' ? refused('an empty file') : { type: 'Read', text };
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return refused(`a file that cannot be read (${codeOf(error)})`);
  }
}

function asSecret(text: string, kind: string): Outcome {
  const fault = faultOf(kind, text);
  if (fault !== null) return { value: secretOf(''), finding: fault };
  return fine(secretOf(text));
}

function faultOf(kind: string, text: string): Omit<Finding, 'path'> | null {
  if (kind === 'privateKey') return faultOfPrivateKey(text);
  return kind === 'key' ? faultOfKey(text) : faultOfText(text);
}

function faultOfKey(text: string): Omit<Finding, 'path'> | null {
  const expected = 'a private key in PEM form, without a passphrase';
  try {
    createPrivateKey(text);
    return null;
  } catch (error) {
    return { found: `no readable key (${codeOf(error)})`, expected };
  }
}

function faultOfText(text: string): Omit<Finding, 'path'> | null {
  if (/^[!-~]{1,512}$/.test(text)) return null;
  const found = 'a secret with spaces, control or other characters, or too long a one';
  return { found, expected: 'one line of visible ASCII, at most 512' };
}

function faultOfPrivateKey(text: string): Omit<Finding, 'path'> | null {
  const expected = 'an Ed25519 private key in PEM form (PKCS #8, without a passphrase)';
  try {
    const type = createPrivateKey(text).asymmetricKeyType ?? 'unknown';
    return type === 'ed25519' ? null : { found: `a key of type ${type}`, expected };
  } catch (error) {
    return { found: `no readable key (${codeOf(error)})`, expected };
  }
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'unknown error';
}
