// Is this who he says he is? Passwords against what is configured or what the peer has changed it to since, a few
// at a time and off the event loop, so that a flood of logons takes nothing from the desk.

import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock, Log } from '../../spec/ports/index.ts';
import { type LogonRequest, type LogonVerdict, type Refused, sameSecret } from '../fix/index.ts';
import { type BatchPut, type Journal, keyOf } from '../journal/index.ts';
import type { FixSession } from './fix-session.ts';
import { hashPassword, isPassword, parsePasswordHash } from './password-hash.ts';
import { tables, textBytes, bytesText } from './tables.ts';

/** Each takes a thread of libuv's four and 8 MiB: files and names are still looked up beside them. */
const AT_ONCE = 2;
/** More than that wait for their turn: refused, to come again. */
const MOST_WAITING = 2_000;
const LEAST_CHARACTERS = 8;
const MOST_CHARACTERS = 128;

export const NOT_ACCEPTED = 'Username(553) or Password(554) is not accepted';

export interface Credentials {
  /** `decided` is called once, at once or later. A new password is durable before it is called. */
  check(
    session: FixSession,
    given: Pick<LogonRequest, 'username' | 'password' | 'newPassword'>,
    decided: (verdict: LogonVerdict | Refused) => void,
  ): void;
}

export interface CredentialsParts {
  readonly journal: Pick<Journal, 'get'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** Makes it durable, and calls back when it is. */
  save(put: BatchPut, durable: () => void): void;
}

export function createCredentials(parts: CredentialsParts): Credentials {
  const { journal, clock, log } = parts;
  const turns = createTurns();
  /** What was right once in this process need not be worked out again. */
  const known = new Map<string, { readonly secret: string; readonly proof: Buffer }>();
  const processKey = randomBytes(32);
  const proofOf = (password: string): Buffer =>
    createHmac('sha256', processKey).update(password).digest();

  /** The configured one, or what the peer made of it; null: none is asked for. */
  function secretOf(session: FixSession): string | null {
    const configured = session.password?.reveal() ?? null;
    if (configured === null) return null;
    const kept = journal.get(tables.fixCredentials, keyOf(session.id));
    return kept === null ? configured : (changedFrom(configured, kept) ?? configured);
  }

  async function isRight(session: FixSession, secret: string, given: string): Promise<boolean> {
    const hash = parsePasswordHash(secret);
    if (hash === null) return sameSecret(secret, given);
    const proof = proofOf(given);
    const before = known.get(session.id);
    if (before?.secret === secret && timingSafeEqual(before.proof, proof)) return true;
    const fits = await isPassword(given, hash);
    if (fits) known.set(session.id, { secret, proof });
    return fits;
  }

  async function judge(
    session: FixSession,
    { username, password, newPassword }: Parameters<Credentials['check']>[1],
  ): Promise<LogonVerdict> {
    const secret = secretOf(session);
    // Both are always looked at, in a time that does not tell which of them it was.
    const userFits = session.username === null || sameSecret(session.username, username ?? '');
    const passwordFits = secret === null || (await isRight(session, secret, password ?? ''));
    if (!userFits || !passwordFits) return { type: 'Denied', text: NOT_ACCEPTED };
    if (newPassword === null) return { type: 'Accepted' };
    const configured = session.password?.reveal() ?? '';
    const problem = problemOf(newPassword, password ?? '', configured);
    if (problem !== null) return { type: 'Denied', text: `NewPassword(925) ${problem}` };
    const value = valueOf(configured, await hashPassword(newPassword), clock.now());
    const put: BatchPut = { table: tables.fixCredentials, key: [session.id], value };
    await new Promise<void>((resolve) => parts.save(put, resolve));
    log.warn({ sessionID: session.id }, 'the peer has changed its password');
    return { type: 'Accepted' };
  }

  return {
    check(session, given, decided) {
      // Without a hash to work out, or a password to change, it is decided at once.
      const secret = secretOf(session);
      const isQuick = given.newPassword === null && isPlain(secret);
      if (isQuick) {
        const userFits =
          session.username === null || sameSecret(session.username, given.username ?? '');
        const fits = secret === null || sameSecret(secret, given.password ?? '');
        return decided(
          userFits && fits ? { type: 'Accepted' } : { type: 'Denied', text: NOT_ACCEPTED },
        );
      }
      const hasTurn = turns(() =>
        judge(session, given).then(decided, (error: unknown) => {
          log.error({ sessionID: session.id, error }, 'a password could not be checked');
          decided({ type: 'Refused', reason: 'its password could not be checked' });
        }),
      );
      if (!hasTurn) decided({ type: 'Refused', reason: 'too many logons at once' });
    },
  };
}

function isPlain(secret: string | null): boolean {
  return secret === null || parsePasswordHash(secret) === null;
}

/** Why a new password is none; null: it is one. */
function problemOf(next: string, before: string, configured: string): string | null {
  if (parsePasswordHash(configured) === null)
    return 'cannot be taken: the password of this session is kept in plain text';
  if (next === before) return 'is the password of now';
  if (next.length < LEAST_CHARACTERS || next.length > MOST_CHARACTERS)
    return `must have ${LEAST_CHARACTERS} to ${MOST_CHARACTERS} characters`;
  return /^[ -~]+$/.test(next) ? null : 'must be of visible ASCII and spaces';
}

/**
 * What a change is kept as: SHA-256 of the configured hash that it is a change of, i64 time, the new hash. A
 * configuration with another hash is newer: an operator has set a password anew.
 */
function valueOf(configured: string, hash: string, at: bigint): BatchPut['value'] {
  return [fingerprint(configured), at, textBytes(hash)];
}

const FINGERPRINT_BYTES = 32;

/** The changed hash, where it is a change of what is configured. */
function changedFrom(configured: string, kept: Uint8Array): string | null {
  const isOf = Buffer.compare(kept.subarray(0, FINGERPRINT_BYTES), fingerprint(configured)) === 0;
  return isOf ? bytesText(kept.subarray(FINGERPRINT_BYTES + 8)) : null;
}

function fingerprint(text: string): Uint8Array {
  return createHash('sha256').update(text).digest();
}

/** Runs a few at once, the others in the order of their coming. False: too many wait. */
function createTurns(): (run: () => Promise<void>) => boolean {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;
  const next = (): void => {
    while (running < AT_ONCE) {
      const run = waiting.shift();
      if (run === undefined) return;
      running += 1;
      void run().finally(() => {
        running -= 1;
        next();
      });
    }
  };
  return (run) => {
    if (waiting.length >= MOST_WAITING) return false;
    waiting.push(run);
    next();
    return true;
  };
}
