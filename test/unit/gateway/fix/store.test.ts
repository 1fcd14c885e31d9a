// One contract for each store that keeps sessions itself: in memory, and on a disk with LMDB; and what LMDB has behind a kill.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { diskStore, storeTables } from '../../../../gateway/fix/disk-store.ts';
import { type KeepingStore, memoryStore, type SentMessage } from '../../../../gateway/fix/store.ts';
import { openLmdbDisk } from '../../../../gateway/journal/index.ts';
import type { EpochNs } from '../../../../spec/ports/index.ts';

const sessionID = 'FIX.4.4:CW->ACME';
const message = (msgSeqNum: number, epoch = 1): SentMessage => ({
  epoch,
  msgSeqNum,
  msgType: '8',
  sendingTime: 0n as EpochNs,
  bytes: Uint8Array.of(msgSeqNum % 256),
});
const change = (epoch: number, messages: readonly SentMessage[]) => ({
  sessionID,
  epoch,
  nextInMsgSeqNum: 2,
  reservedOutEnd: 100,
  messages,
  ticket: 1,
});
const numbers = (found: readonly SentMessage[]) => found.map(({ msgSeqNum }) => msgSeqNum);

const base = mkdtempSync(join(tmpdir(), 'causeway-store-'));
const opened: ReturnType<typeof lmdb>[] = [];
const tables = Object.values(storeTables);

function lmdb(folder: string) {
  return openLmdbDisk({ folder: join(base, folder), tables, durability: 'fsync' });
}

afterAll(async () => {
  for (const disk of opened) await disk.closed();
  rmSync(base, { recursive: true });
});

let folders = 0;

function onDisk(maxMessages?: number): KeepingStore {
  const disk = lmdb(`${(folders += 1)}`);
  opened.push(disk);
  return diskStore(maxMessages === undefined ? { disk } : { disk, maxMessages });
}

const all = { sessionID, epoch: 1, fromSeqNum: 1, toSeqNum: 1_000_000, limit: 1_000_000 };

describe.each([
  ['memory', memoryStore],
  ['LMDB', onDisk],
])('a store: %s', (_, made) => {
  test('of a session that it has not seen it has nothing', () => {
    const store = made();
    expect(store.load(sessionID)).toBeNull();
    expect(store.sentMessages(all)).toEqual([]);
  });

  test('a range has the messages within it, ascending, up to the limit', () => {
    const store = made();
    store.apply(
      change(
        1,
        [2, 4, 5, 9].map((number) => message(number)),
      ),
    );
    const range = { sessionID, epoch: 1, fromSeqNum: 3, toSeqNum: 9, limit: 2 };
    expect(numbers(store.sentMessages(range))).toEqual([4, 5]);
    expect(numbers(store.sentMessages({ ...range, limit: 10 }))).toEqual([4, 5, 9]);
    expect(numbers(store.sentMessages({ ...range, fromSeqNum: 10 }))).toEqual([]);
    expect(store.load(sessionID)).toMatchObject({
      epoch: 1,
      nextInMsgSeqNum: 2,
      reservedOutEnd: 100,
    });
  });

  test('a message comes back as it was', () => {
    const store = made();
    const bytes = Buffer.from('8=FIX.4.4\u00019=5\u000135=8\u000110=1\u0001');
    const sent = { ...message(70_000), msgType: 'AE', sendingTime: 5n as EpochNs, bytes };
    store.apply(change(1, [sent]));
    const [found] = store.sentMessages(all);
    expect({ ...found, bytes: Buffer.from(found?.bytes ?? []) }).toEqual(sent);
  });

  test('of several changes the last numbers count, and when the epoch began is kept', () => {
    const store = made();
    const epochSince = 1_795_262_400_123_456_789n as EpochNs;
    const first = { ...change(1, [message(2)]), epochSince };
    store.apply(first, { ...first, nextInMsgSeqNum: 7, messages: [message(3)] });
    const stored = { epoch: 1, epochSince, nextInMsgSeqNum: 7, reservedOutEnd: 100 };
    expect(store.load(sessionID)).toEqual(stored);
    expect(numbers(store.sentMessages(all))).toEqual([2, 3]);
  });

  test('a new epoch has none of the old one’s messages', () => {
    const store = made();
    store.apply(change(1, [message(2)]));
    store.apply(change(2, [message(3, 1), message(1, 2)]));
    expect(numbers(store.sentMessages({ ...all, epoch: 2 }))).toEqual([1]);
    expect(numbers(store.sentMessages({ ...all, epoch: 1 }))).toEqual([]);
  });

  test('of two epochs’ changes at once only the later one’s messages are kept', () => {
    const store = made();
    store.apply(change(1, [message(2)]), change(2, [message(1, 2)]));
    expect(numbers(store.sentMessages({ ...all, epoch: 2 }))).toEqual([1]);
    expect(numbers(store.sentMessages({ ...all, epoch: 1 }))).toEqual([]);
    expect(store.load(sessionID)?.epoch).toBe(2);
  });

  test('a session has none of the messages of one whose name begins with its own', () => {
    const store = made();
    const other = { ...change(1, [message(3)]), sessionID: `${sessionID}2` };
    store.apply(change(1, [message(2)]), other);
    store.apply(change(2, []));
    expect(numbers(store.sentMessages({ ...all, sessionID: other.sessionID }))).toEqual([3]);
    expect(numbers(store.sentMessages(all))).toEqual([]);
  });

  test('the history is bounded: the oldest go', () => {
    const store = made(3);
    store.apply(
      change(
        1,
        [1, 2, 3, 4, 5].map((number) => message(number)),
      ),
    );
    expect(numbers(store.sentMessages(all))).toEqual([3, 4, 5]);
    store.apply(change(1, [message(6)]));
    expect(numbers(store.sentMessages(all)).slice(-3)).toEqual([4, 5, 6]);
  });
});

describe('a store on LMDB', () => {
  test('of an epoch that has ended every commit takes some messages away, until none is left', () => {
    const disk = lmdb('sweep');
    opened.push(disk);
    const store = diskStore({ disk });
    const long = Array.from({ length: 600 }, (_, at) => message(at + 1));
    store.apply(change(1, long));
    const left = [1, 2, 3].map((number) => {
      store.apply(change(2, [message(number, 2)]));
      return store.sentMessages(all).length;
    });
    expect(left).toEqual([600 - 257, 600 - 2 * 257, 0]);
    expect(numbers(store.sentMessages({ ...all, epoch: 2 }))).toEqual([1, 2, 3]);
  });

  test('a password in a message is masked', () => {
    const store = onDisk();
    const bytes = Buffer.from('8=FIX.4.4\u00019=21\u000135=BE\u0001554=secret\u000110=123\u0001');
    store.apply(change(1, [{ ...message(2), msgType: 'BE', bytes }]));
    const [found] = store.sentMessages(all);
    expect(Buffer.from(found?.bytes ?? []).toString()).not.toContain('secret');
  });

  test('numbers of another format are refused by name', () => {
    const disk = lmdb('format');
    opened.push(disk);
    const key = new TextEncoder().encode(sessionID);
    disk.commit([{ table: storeTables.sessions, key, value: new Uint8Array(24) }]);
    expect(() => diskStore({ disk }).load(sessionID)).toThrow(
      `the stored numbers of ${sessionID} are 24 bytes of format 0, expected 33 of format 1`,
    );
  });

  test('killed at any time it has every change that returned, each whole, and at most one more', async () => {
    const folder = join(base, 'killed');
    const program = fileURLToPath(new URL('keep-forever.js', import.meta.url));
    const child = spawn(process.execPath, [program, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    let returned = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      returned = Number(line);
      if (returned === 40) child.kill('SIGKILL');
    }
    await ended;
    const disk = lmdb('killed');
    opened.push(disk);
    const store = diskStore({ disk });
    const next = store.load(sessionID)?.nextInMsgSeqNum ?? 0;
    expect([returned, returned + 1]).toContain(next);
    expect(numbers(store.sentMessages(all))).toEqual(
      Array.from({ length: 2 * next }, (_, at) => at + 1),
    );
  });
});
