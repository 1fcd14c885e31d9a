// The signer as a process of its own, behind its socket.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type TransactionSerialized, parseTransaction } from 'viem';
import { createHttpClient } from '../../../../adapters/connection/index.ts';
import type { HttpOutcome } from '../../../../adapters/port/index.ts';
import { realTimers } from '../../../../gateway/process/real-world.ts';
import { BIN } from '../../../tools/bin.ts';
import { STRANGE, USDT, WETH } from './policy-arrangement.ts';

const KEY = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80';
const ACCOUNT = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266';

const folder = mkdtempSync(join(tmpdir(), 'causeway-signer-'));
const socket = join(folder, 'signer.sock');
const said: string[] = [];
let signer: ChildProcess;

beforeAll(async () => {
  writeFileSync(join(folder, 'key'), KEY, { mode: 0o600 });
  writeFileSync(
    join(folder, 'signer.yaml'),
    [
      'socket: signer.sock',
      'chainID: 1337',
      'keyFile: key',
      `routers: { v2: "0x${'33'.repeat(20)}", v3: "0x${'44'.repeat(20)}" }`,
      'tokens:',
      `  - { symbol: USDT, address: "${USDT}", decimals: 6, perSwap: "1000", perHour: "1500" }`,
      `  - { symbol: WETH, address: "${WETH}", decimals: 18, perSwap: "1", perHour: "2" }`,
      'maxFeePerGasGwei: 100',
      'maxGasLimit: 1000000',
      'maxDeadlineS: 120',
    ].join('\n'),
  );
  signer = await started();
}, 30_000);

afterAll(() => {
  signer.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

test('says its account, and never its key', async () => {
  expect(await asked('/account', {})).toEqual({ type: 'Account', account: ACCOUNT });
  expect(said.join('')).toContain(ACCOUNT);
  expect(said.join('')).not.toContain(KEY.slice(2, 20));
});

test('its socket is for its own user alone', () => {
  expect(statSync(socket).mode & 0o777).toBe(0o600);
});

test('signs a swap within its limits', async () => {
  const answer = (await asked('/sign', request(1))) as Signed;
  expect(answer.type).toBe('Signed');
  const parsed = parseTransaction(answer.signed[0]?.raw as TransactionSerialized);
  expect(parsed).toMatchObject({ chainId: 1337, nonce: 1, to: `0x${'44'.repeat(20)}` });
});

test.each([
  ['bytes to sign', { chainID: 1337, account: ACCOUNT, digest: `0x${'00'.repeat(32)}` }],
  ['a call that it does not know', request(2, { type: 'Transfer' })],
  ['a field too many', { ...request(2), value: '1' }],
])('refuses %s', async (_title, body) => {
  expect(await asked('/sign', body)).toMatchObject({
    type: 'Refused',
    text: expect.stringMatching(/^not a request: /),
  });
});

test('refuses a token that is not on its list', async () => {
  const answer = await asked('/sign', request(2, { tokenOut: STRANGE }));
  expect(answer).toEqual({ type: 'Refused', text: `token ${STRANGE} is not allowed` });
});

test('killed and started again it still knows what the hour has spent', async () => {
  const gone = new Promise((resolve) => signer.once('exit', resolve));
  signer.kill('SIGKILL');
  await gone;
  expect(readFileSync(`${socket}.spent`, 'utf8')).toContain('1000000000');
  signer = await started();
  expect(await asked('/sign', request(2))).toEqual({
    type: 'Refused',
    text: '2000000000 units of USDT within an hour; at most 1500000000 are allowed',
  });
  expect((await asked('/sign', request(1))) as Signed).toMatchObject({ type: 'Signed' });
}, 30_000);

test('a second signer on the same socket ends, and the first one goes on', async () => {
  const second = spawn(process.execPath, [BIN, 'signer', '--config', join(folder, 'signer.yaml')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  second.stderr.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')));
  const code = await new Promise((resolve) => second.once('close', resolve));
  expect(code).toBe(3);
  expect(words).toContain('another signer listens there');
  expect(await asked('/account', {})).toMatchObject({ account: ACCOUNT });
}, 30_000);

interface Signed {
  readonly type: string;
  readonly signed: readonly { readonly raw: string; readonly hash: string }[];
}

function request(nonce: number, call: Readonly<Record<string, unknown>> = {}) {
  return {
    chainID: 1337,
    account: ACCOUNT,
    transactions: [
      {
        nonce,
        gasLimit: 300_000,
        maxFeePerGas: '50000000000',
        maxPriorityFeePerGas: '1000000000',
        call: {
          type: 'Swap',
          pool: 'v3',
          tokenIn: USDT,
          tokenOut: WETH,
          feePips: 500,
          exact: 'out',
          amountIn: '1000000000',
          amountOut: '300000000000000000',
          deadline: Math.floor(Date.now() / 1_000) + 60,
          ...call,
        },
      },
    ],
  };
}

function started(): Promise<ChildProcess> {
  const one = spawn(
    process.execPath,
    [BIN, 'signer', '--config', join(folder, 'signer.yaml'), '--json'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  one.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
  return new Promise((resolve, reject) => {
    one.once('exit', (code) =>
      reject(new Error(`the signer ended with ${code}: ${said.join('')}`)),
    );
    one.stdout.on('data', (chunk: Buffer) => {
      said.push(chunk.toString('utf8'));
      resolve(one);
    });
  });
}

async function asked(path: string, body: object): Promise<unknown> {
  const http = createHttpClient(realTimers());
  const outcome = await new Promise<HttpOutcome>((resolve) =>
    http.send(
      {
        method: 'POST',
        url: `unix:${socket}:${path}`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        timeoutMs: 5_000,
      },
      resolve,
    ),
  );
  http.close();
  if (outcome.type === 'Failed') throw new Error(outcome.cause);
  return JSON.parse(outcome.body);
}
