import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';

const MAIN = fileURLToPath(new URL('../../../sandbox/binance/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sandbox-main-'));
const children: ChildProcess[] = [];

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function run(...args: string[]): {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
} {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let [out, err] = ['', ''];
  child.stdout?.on('data', (data) => (out += String(data)));
  child.stderr?.on('data', (data) => (err += String(data)));
  return { child, out: () => out, err: () => err };
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', (code) => resolve(code)));
}

test('it says in one JSON line where it listens, and ends cleanly on SIGTERM', async () => {
  const { publicKey } = generateKeyPairSync('ed25519');
  const [hmac, pem] = [join(folder, 'hmac.json'), join(folder, 'public.pem')];
  writeFileSync(hmac, '{"apiKey":"h","secret":"never shown"}');
  writeFileSync(pem, publicKey.export({ type: 'spki', format: 'pem' }));
  const venue = run(
    '--hmac-key-file',
    hmac,
    '--ed25519-api-key',
    'e',
    '--ed25519-public-key',
    pem,
    '--quiet',
  );
  await new Promise((resolve) => venue.child.stdout?.once('data', resolve));
  const line = JSON.parse(venue.out());
  expect(Object.keys(line.listening)).toEqual(['rest', 'wsApi', 'streams', 'control']);
  const health = await (await fetch(`${line.listening.control}/control/health`)).json();
  expect(JSON.stringify(health)).toContain('BTCUSDT');
  venue.child.kill('SIGTERM');
  expect(await ended(venue.child)).toBe(0);
  expect(venue.out().split('\n')).toHaveLength(2);
  expect(venue.out() + venue.err()).not.toContain('never shown');
});

test('a configuration with a problem names its place and ends with 2', async () => {
  const file = join(folder, 'bad.json');
  writeFileSync(
    file,
    '{"accounts":[{"name":"a","balances":{"BTC":1.5},"keys":[]}],"colour":"red"}',
  );
  const venue = run('--config', file);
  expect(await ended(venue.child)).toBe(2);
  expect(venue.err()).toContain('accounts.0.balances.BTC');
  expect(venue.err()).toContain('colour');
});
