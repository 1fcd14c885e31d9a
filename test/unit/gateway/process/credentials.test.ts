// Passwords as hashes, changed by their owners, checked a few at a time.
import { describe, expect, test } from '@jest/globals';
import type { LogonVerdict, Refused } from '../../../../gateway/fix/index.ts';
import { keyOf, type BatchPut } from '../../../../gateway/journal/index.ts';
import { createCredentials } from '../../../../gateway/process/credentials.ts';
import { mayLogOn } from '../../../../gateway/process/fix-host.ts';
import type { FixSession } from '../../../../gateway/process/fix-session.ts';
import {
  hashPassword,
  isPassword,
  parsePasswordHash,
} from '../../../../gateway/process/password-hash.ts';
import { asSessionID } from '../../../../spec/terms/index.ts';
import { epochNs } from '../../../../spec/units/index.ts';
import { fix44 } from '../../../../spec/dictionaries/index.ts';

/** The least that is taken: fast. */
const LN = 10;

function sessionWith(password: string | null, id = 'ACME'): FixSession {
  return {
    id: asSessionID(id),
    settings: {
      beginString: 'FIX.4.4',
      senderCompID: 'CW',
      targetCompID: id,
      minHeartBtInt: 1,
      maxHeartBtInt: 60,
    },
    dictionary: fix44,
    username: 'acme',
    password: password === null ? null : { reveal: () => password },
  };
}

/** A journal of one table in memory; what is saved becomes durable when told. */
function desk() {
  const table = new Map<string, Uint8Array>();
  const waiting: (() => void)[] = [];
  const log = { error() {}, warn() {}, info() {}, debug() {} };
  const make = () =>
    createCredentials({
      journal: { get: (_, key) => table.get(Buffer.from(key).toString()) ?? null },
      clock: { now: () => epochNs(1n) },
      log,
      save(put, durable) {
        waiting.push(() => {
          table.set(keyText(put), bytesOf(put));
          durable();
        });
      },
    });
  let credentials = make();
  return {
    restart: () => (credentials = make()),
    commit() {
      for (const one of waiting.splice(0)) one();
    },
    get waits(): number {
      return waiting.length;
    },
    kept: () => [...table.values()].map((value) => Buffer.from(value).toString('latin1')).join(),
    check: (
      session: FixSession,
      password: string | null,
      { username = 'acme', newPassword = null as string | null } = {},
    ): Promise<LogonVerdict | Refused> =>
      new Promise((resolve) => {
        credentials.check(session, { username, password, newPassword }, resolve);
      }),
  };
}

function keyText({ key }: BatchPut): string {
  if (ArrayBuffer.isView(key)) throw new Error('a key by its parts');
  return Buffer.from(keyOf(...key)).toString();
}

function bytesOf({ value }: BatchPut): Uint8Array {
  if (value === null || ArrayBuffer.isView(value)) throw new Error('a value by its parts');
  return Buffer.concat(
    value.map((part) => {
      if (ArrayBuffer.isView(part)) return part;
      const word = Buffer.alloc(8);
      word.writeBigInt64BE(BigInt(part));
      return word;
    }),
  );
}

const until = async (holds: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 2_000 && !holds(); turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(holds()).toBe(true);
};

describe('a hash', () => {
  test('is of one password, with a salt of its own', async () => {
    const [one, other] = [await hashPassword('hunter2', LN), await hashPassword('hunter2', LN)];
    expect(one).not.toBe(other);
    for (const text of [one, other]) {
      const hash = parsePasswordHash(text);
      if (hash === null) throw new Error(`no hash: ${text}`);
      expect(await isPassword('hunter2', hash)).toBe(true);
      expect(await isPassword('hunter3', hash)).toBe(false);
      expect(text).not.toContain('hunter2');
    }
  });

  test('RFC 7914, section 12: "pleaseletmein", SodiumChloride, N = 16384, r = 8, p = 1', async () => {
    const digest =
      '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2' +
      'd5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887';
    const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
    const salt = base64(Buffer.from('SodiumChloride'));
    const text = `$scrypt$ln=14,r=8,p=1$${salt}$${base64(Buffer.from(digest, 'hex'))}`;
    const hash = parsePasswordHash(text);
    if (hash === null) throw new Error('no hash');
    expect(await isPassword('pleaseletmein', hash)).toBe(true);
    expect(await isPassword('pleaseletmeout', hash)).toBe(false);
  });

  test.each([
    'hunter2',
    '$scrypt$ln=30,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    '$scrypt$ln=14,r=99,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    '$2b$10$abcdefghijklmnopqrstuv',
  ])('%s is none', (text) => {
    expect(parsePasswordHash(text)).toBeNull();
  });
});

describe('a Logon', () => {
  test.each([
    ['right', 'acme', 'Accepted'],
    ['wrong', 'acme', 'Denied'],
    ['right', 'other', 'Denied'],
    [null, 'acme', 'Denied'],
  ] as const)(
    'with password %s and name %s, against hash and plain text: %s',
    async (password, username, type) => {
      const one = desk();
      for (const secret of ['right', await hashPassword('right', LN)]) {
        expect(await one.check(sessionWith(secret), password, { username })).toMatchObject({
          type,
        });
      }
    },
  );

  test('the hash itself is no password', async () => {
    const hash = await hashPassword('right', LN);
    const session = sessionWith(hash);
    expect(await desk().check(session, hash)).toMatchObject({ type: 'Denied' });
    expect(mayLogOn(session, { username: 'acme', password: hash })).toBe(false);
  });

  test('of a session without a password needs none', async () => {
    expect(await desk().check(sessionWith(null), null)).toEqual({ type: 'Accepted' });
  });

  test('with a plain password is decided at once', () => {
    const verdicts: string[] = [];
    const given = { username: 'acme', password: 'right', newPassword: null };
    createCredentials({
      journal: { get: () => null },
      clock: { now: () => epochNs(1n) },
      log: { error() {}, warn() {}, info() {}, debug() {} },
      save() {},
    }).check(sessionWith('right'), given, ({ type }) => verdicts.push(type));
    expect(verdicts).toEqual(['Accepted']);
  });
});

describe('NewPassword(925)', () => {
  test('counts once it is durable, over a restart, and the old one no more', async () => {
    const one = desk();
    const session = sessionWith(await hashPassword('the old one', LN));
    let isDecided = false;
    const verdict = one
      .check(session, 'the old one', { newPassword: 'the new one' })
      .then((found) => {
        isDecided = true;
        return found;
      });
    await until(() => one.waits === 1);
    expect(isDecided).toBe(false);
    expect(await one.check(session, 'the old one')).toEqual({ type: 'Accepted' });
    one.commit();
    expect(await verdict).toEqual({ type: 'Accepted' });
    expect(one.kept()).not.toContain('the new one');
    one.restart();
    expect(await one.check(session, 'the old one')).toMatchObject({ type: 'Denied' });
    expect(await one.check(session, 'the new one')).toEqual({ type: 'Accepted' });
  });

  test('gives way to a password that an operator sets anew', async () => {
    const one = desk();
    const session = sessionWith(await hashPassword('the old one', LN));
    const changed = one.check(session, 'the old one', { newPassword: 'the new one' });
    await until(() => one.waits === 1);
    one.commit();
    await changed;
    const anew = sessionWith(await hashPassword('set by hand', LN));
    expect(await one.check(anew, 'the new one')).toMatchObject({ type: 'Denied' });
    expect(await one.check(anew, 'set by hand')).toEqual({ type: 'Accepted' });
  });

  test.each([
    ['short', 'must have 8 to 128 characters'],
    ['the old one', 'is the password of now'],
    ['new passwörd', 'must be of visible ASCII and spaces'],
  ])('%s is not taken: it %s', async (newPassword, problem) => {
    const session = sessionWith(await hashPassword('the old one', LN));
    const verdict = await desk().check(session, 'the old one', { newPassword });
    expect(verdict).toEqual({ type: 'Denied', text: `NewPassword(925) ${problem}` });
  });

  test('is not taken with a wrong password, nor where the password is kept in plain text', async () => {
    const one = desk();
    const hashed = sessionWith(await hashPassword('the old one', LN));
    const wrong = await one.check(hashed, 'wrong', { newPassword: 'the new one' });
    expect(wrong).toMatchObject({ type: 'Denied', text: expect.stringContaining('Password(554)') });
    const plain = await one.check(sessionWith('the old one'), 'the old one', {
      newPassword: 'the new one',
    });
    expect(plain).toMatchObject({ type: 'Denied', text: expect.stringContaining('plain text') });
    expect(one.waits).toBe(0);
  });
});

test('a flood of logons is worked off two at a time, and the loop turns meanwhile', async () => {
  const one = desk();
  const hash = await hashPassword('right', 14);
  let turns = 0;
  const turning = setInterval(() => (turns += 1), 1);
  const verdicts = await Promise.all(
    Array.from({ length: 20 }, (_, at) => one.check(sessionWith(hash, `S${at}`), 'right')),
  );
  clearInterval(turning);
  expect(verdicts.every(({ type }) => type === 'Accepted')).toBe(true);
  expect(turns).toBeGreaterThan(20);
});

test('more than wait their turn are refused, to come again', async () => {
  const one = desk();
  const hash = await hashPassword('right', LN);
  const all = Array.from({ length: 2_010 }, (_, at) =>
    one.check(sessionWith(hash, `S${at}`), 'wrong'),
  );
  const refused = (await Promise.all(all)).filter(({ type }) => type === 'Refused');
  expect(refused).toHaveLength(8); // Two are being worked out, 2,000 wait.
});
