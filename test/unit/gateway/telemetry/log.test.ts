import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type LogLevel, secretOf } from '../../../../gateway/config/index.ts';
import { createLog } from '../../../../gateway/telemetry/log.ts';
import type { Log, LogFields } from '../../../../spec/ports/index.ts';
import { manualPorts } from './ports.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function written(
  write: (log: Log) => void,
  level: LogLevel = 'info',
): Promise<readonly Record<string, unknown>[]> {
  return (await textOf(write, level))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

async function textOf(write: (log: Log) => void, level: LogLevel = 'info'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-log-'));
  folders.push(folder);
  const file = join(folder, 'desk.log');
  const log = createLog({ level, file }, manualPorts().clock, { desk: 1 });
  write(log);
  await log.close();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  return readFileSync(file, 'utf8');
}

async function line(fields: LogFields): Promise<Record<string, unknown>> {
  const [first] = await written((log) => log.info(fields, 'a sentence'));
  return first ?? {};
}

describe('a log line', () => {
  test('is one JSON object: level, time, desk, fields and sentence', async () => {
    expect(await written((log) => log.warn({ clOrdID: 'A1', ageMs: 5 }, 'child in doubt'))).toEqual(
      [
        {
          level: 'warn',
          time: '2026-11-18T11:06:40.000000000Z',
          desk: 1,
          clOrdID: 'A1',
          ageMs: 5,
          sentence: 'child in doubt',
        },
      ],
    );
  });

  test('that comes when the log is closed is counted as lost, and throws nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'causeway-log-'));
    folders.push(folder);
    const file = join(folder, 'desk.log');
    const log = createLog({ level: 'info', file }, manualPorts().clock, { desk: 1 });
    log.info({}, 'the last word');
    const closed = log.close();
    log.info({}, 'while it closes');
    await closed;
    log.error({}, 'behind it');
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(1);
    expect(log.droppedLines()).toBe(2);
  });

  test('is written from the configured level on', async () => {
    const levels = (
      await written((log) => {
        log.debug({}, 'x');
        log.info({}, 'x');
        log.warn({}, 'x');
        log.error({}, 'x');
      }, 'warn')
    ).map(({ level }) => level);
    expect(levels).toEqual(['warn', 'error']);
  });

  test('holds a bigint as text, with all its digits', async () => {
    expect((await line({ price: 64_000_123_456_789_012_345n }))['price']).toBe(
      '64000123456789012345',
    );
  });

  test('holds an error with its cause', async () => {
    const error = new Error('disk full', { cause: new Error('ENOSPC') });
    expect((await line({ error }))['error']).toMatchObject({
      message: 'disk full',
      cause: { message: 'ENOSPC' },
    });
  });

  test('survives a circle, a function, NaN and bytes', async () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    const fields = await line({
      circle,
      call: () => 1,
      ratio: Number.NaN,
      bytes: new Uint8Array(3),
    });
    expect(fields).toMatchObject({ call: '[function]', ratio: 'NaN', bytes: '[3 bytes]' });
    expect(JSON.stringify(fields['circle'])).toContain('[deeper]');
  });

  test('shows a FIX message with | for SOH, and cuts what is long', async () => {
    expect((await line({ message: '8=FIX.4.4\x019=5\x01' }))['message']).toBe('8=FIX.4.4|9=5|');
    expect(String((await line({ message: 'x'.repeat(10_000) }))['message'])).toHaveLength(4_097);
  });

  test('carries nothing that a terminal obeys', async () => {
    const text = await textOf((log) =>
      log.info({ clOrdID: '\x1b[2J\x9b2J\x7f', '\x9bname': 1 }, 'x'),
    );
    expect(text.trimEnd()).not.toMatch(/\p{Cc}/u);
  });
});

describe('I8: a secret is in no log line', () => {
  test('as a secret, wherever it hangs', async () => {
    const text = await textOf((log) =>
      log.info({ deep: { list: [{ key: secretOf('hunter2') }] } }, 'x'),
    );
    expect(text).not.toContain('hunter2');
  });

  test.each([
    'password',
    'Password',
    'apiKey',
    'api_key',
    'secretFile',
    'signature',
    'privateKey',
    'token',
    'listenKey',
    '554',
  ])('as text under the name %s', async (name) => {
    expect(await textOf((log) => log.info({ outer: { [name]: 'hunter2' } }, 'x'))).not.toContain(
      'hunter2',
    );
  });

  test('and what only sounds like one is shown', async () => {
    expect(await line({ tokenAmount: '5', symbol: 'KEY/USDT' })).toMatchObject({
      tokenAmount: '5',
    });
  });
});
