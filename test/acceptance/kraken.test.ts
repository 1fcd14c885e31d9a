// A desk whose only venue is Kraken, and one with both: the real gateway and the simulated exchanges, each
// a process.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { type Rig, type RigVenue, startRig } from '../counterparties/rig.ts';
import { type CliRun, runCli } from '../unit/gateway/cli/run-cli.ts';

const CLI = [{ id: 'CLI', accounts: ['A1'] }];

interface LedgerOrder {
  readonly clientOrderId: string;
  readonly status: string;
  readonly executedQty: string;
}

interface Ledger {
  readonly accounts: readonly [
    {
      readonly orders: readonly LedgerOrder[];
      readonly trades: readonly { readonly qty: string; readonly commissionAsset: string }[];
    },
  ];
}

let rig: Rig | null = null;
let folder = '';

async function started(venues: readonly RigVenue[]): Promise<Rig> {
  folder = mkdtempSync(join(tmpdir(), 'causeway-kraken-'));
  rig = await startRig({ folder, seed: 7, sessions: CLI, venues });
  await rig.startGateway();
  await rig.healthy();
  return rig;
}

afterEach(async () => {
  await rig?.close();
  rig = null;
  rmSync(folder, { recursive: true, force: true });
});

function order({ configFile }: Rig, ...args: readonly string[]): Promise<CliRun> {
  return runCli(['order', ...args, '--config', configFile]);
}

async function ledger(at: Rig, venue: RigVenue): Promise<Ledger['accounts'][0]> {
  const whole = (await at.controlAt(venue, 'GET', '/control/ledger')) as Ledger;
  return whole.accounts[0];
}

test('with Kraken alone an order fills there, one rests, and a kill loses nothing of it', async () => {
  const desk = await started(['kraken']);
  const bought = await order(desk, 'buy', '0.01', 'BTC/USDT', '--market');
  expect(bought.stdout).toMatch(/Trade +Filled +0\.01 @ [\d.]+ +0\.01 +0 +[\d.]+ +kraken\n/);
  expect(bought.code).toBe(0);

  const resting = await order(desk, 'buy', '0.1', 'BTC/USDT', '--limit', '50000', '--tif', 'gtc');
  expect(resting.stdout).toContain('rests, 0.1 open, filled 0 of 0.1');
  const before = await ledger(desk, 'kraken');
  const open = before.orders.filter(({ status }) => status === 'NEW');
  expect(open).toHaveLength(1);

  await desk.killGateway();
  await desk.control('POST', '/control/fill', {
    symbol: 'BTC/USDT',
    clientOrderId: open[0]?.clientOrderId,
    quantity: '0.04',
  });
  await desk.startGateway();
  await desk.healthy();
  const orderID = /causeway story (ORD-\S+)/.exec(resting.stdout)?.[1] ?? '';
  const story = await storyWith(desk, orderID, '0.04 @ 50000');
  expect(story).toContain('0.04 @ 50000');

  const after = await ledger(desk, 'kraken');
  expect(after.orders).toHaveLength(2);
  expect(after.trades.every(({ commissionAsset }) => commissionAsset === 'USDT')).toBe(true);
});

test('with both an order fills at one of them, and each knows its own', async () => {
  const desk = await started(['binance', 'kraken']);
  const sold = await order(desk, 'sell', '0.02', 'BTC/USDT', '--limit', '50000', '--tif', 'ioc');
  expect(sold.code).toBe(0);
  expect(sold.stdout).toContain('filled 0.02 of 0.02');
  const [binance, kraken] = [await ledger(desk, 'binance'), await ledger(desk, 'kraken')];
  const filled = [...binance.orders, ...kraken.orders].reduce(
    (sum, { executedQty }) => sum + Number(executedQty),
    0,
  );
  expect(filled).toBeCloseTo(0.02, 8);
});

/** The journal is another process's: the story is read until it says what is awaited. */
async function storyWith(at: Rig, orderID: string, awaited: string): Promise<string> {
  for (let tries = 0; tries < 40; tries += 1) {
    const { stdout } = await runCli(['story', orderID, '--data', at.dataFolder]);
    if (stdout.includes(awaited)) return stdout;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return 'the story never said it';
}
