// A desk over two exchanges and two pools, every part a process of its own: orders are split over all of them and come
// back as one; what the chain takes back is taken back; and who kills signer or node stops the chain alone.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeFunctionData } from 'viem';
import type { FixMessage } from '../counterparties/fix-client.ts';
import { type Rig, type RigChain, sleep, startRig } from '../counterparties/rig.ts';
import { type LabClient, labClient, newOrder, reports } from '../crash/desk.ts';
import { startSigner } from '../sandbox/chain-venues.ts';
import { tokenAbi } from '../sandbox/chain/abi.ts';
import { type Hex, rpcTo } from '../sandbox/chain/index.ts';
import { objectsOf, runCli } from '../unit/gateway/cli/run-cli.ts';

const PATIENCE_MS = 90_000;
const POOLS = ['uniswap-v3', 'uniswap-v2'];
const MARKET = { 40: '1', 44: null, 59: '3' } as const;

const folder = mkdtempSync(join(tmpdir(), 'causeway-chain-gateway-'));
let rig: Rig;
let chain: RigChain;
let client: LabClient;
/** Its session does not wait for a chain. */
let hasty: LabClient;

beforeAll(async () => {
  rig = await startRig({
    folder,
    seed: 11,
    sessions: [
      { id: 'ACME', accounts: ['A1'], iocOnChain: true },
      { id: 'HASTY', accounts: ['A1'] },
    ],
    venues: ['binance', 'kraken'],
    chainVenues: POOLS,
    exchangeArguments: ['--common-seed', '7'],
  });
  if (rig.chain === null) throw new Error('the rig has no chain');
  chain = rig.chain;
  await rig.startGateway();
  await rig.healthy();
  client = labClient(rig, folder);
  hasty = labClient(rig, folder, { id: 'HASTY' });
  await client.loggedOn();
  await hasty.loggedOn();
}, PATIENCE_MS);

afterAll(async () => {
  await client.fix.stop();
  await hasty.fix.stop();
  await rig.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}, PATIENCE_MS);

const FINAL: ReadonlySet<string | null> = new Set(['2', '4', '8', 'C']);

async function ended(clOrdID: string, of: LabClient = client): Promise<FixMessage> {
  return of.until(`the end of ${clOrdID}`, (message) => {
    return message.get(11) === clOrdID && FINAL.has(message.get(39));
  });
}

const trades = (clOrdID: string, of: LabClient = client): readonly FixMessage[] =>
  of.heard.filter(reports('F', clOrdID));

/** What of the quote token the venues' accounts hold, in its own integers. */
async function quoteHeld(): Promise<bigint> {
  const { USDT } = chain.deployment.tokens;
  let sum = 0n;
  for (const { account } of chain.accounts) {
    const args = [account as Hex] as const;
    const data = encodeFunctionData({ abi: tokenAbi, functionName: 'balanceOf', args });
    const call = { to: USDT.address, data };
    sum += BigInt(await rpcTo(chain.rpc).call<Hex>('eth_call', [call, 'latest']));
  }
  return sum;
}

/** With six decimals, as the token's own integers. */
const inUnits = (amount: string): bigint => {
  const [whole = '0', fraction = ''] = amount.split('.');
  expect(fraction.length).toBeLessThanOrEqual(6);
  return BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
};

async function control(path: string, body: unknown): Promise<void> {
  const response = await fetch(`${chain.control}/control/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
}

async function venueState(venueID: string): Promise<string> {
  const { stdout } = await runCli(['venues', '--json', '--data', rig.dataFolder]);
  const row = objectsOf(stdout).find((one) => one['venueID'] === venueID);
  return String(row?.['state']);
}

async function untilVenue(venueID: string, holds: (state: string) => boolean): Promise<void> {
  const until = Date.now() + 30_000;
  for (;;) {
    const state = await venueState(venueID);
    if (holds(state)) return;
    if (Date.now() > until) throw new Error(`${venueID} is still ${state}`);
    await sleep(200);
  }
}

describe('an order over two exchanges and two pools', () => {
  test(
    'is split over all four and comes back as one order with the fills of all of them',
    async () => {
      // A pool that stands above the exchanges' prices by more than they show is left out: then anew, once it has followed them.
      let [clOrdID, before, used] = ['', 0n, [] as readonly string[]];
      for (let tries = 1; tries <= 4 && used.length < 4; tries += 1) {
        if (tries > 1) {
          await control('participants', { running: true });
          await sleep(5_000);
        }
        // Others' swaps in the same block could move a shallow pool beyond the bound of ours.
        await control('participants', { running: false });
        await sleep(2_500);
        before = await quoteHeld();
        clOrdID = `ALL${tries}`;
        // More than both exchanges show below the 30 bps that a v2 pool takes; what fades meanwhile is asked for again.
        client.fix.send('D', newOrder(clOrdID, { 38: '300', 44: '3100' }));
        const end = await ended(clOrdID);
        // Where a book faded, less may be left than any venue takes: that ends as cancelled.
        const cumQty = Number(end.get(14));
        expect([end.get(39), end.get(151)]).toEqual([cumQty === 300 ? '2' : '4', '0']);
        expect(cumQty).toBeGreaterThan(299.99);
        used = [...new Set(trades(clOrdID).map((fill) => fill.get(30) ?? ''))];
      }
      expect(used.toSorted((a, b) => a.localeCompare(b))).toEqual([
        'binance',
        'kraken',
        ...POOLS.toSorted(),
      ]);
      const fills = trades(clOrdID);
      expect(new Set(fills.map((fill) => fill.get(37))).size).toBe(1);
      // GrossTradeAmt(381) is on the fills of the chain alone, and what left the accounts, to the token's last unit.
      const onChain = fills.filter((fill) => POOLS.includes(fill.get(30) ?? ''));
      expect(fills.filter((fill) => fill.get(381) !== null)).toEqual(onChain);
      const paid = onChain.reduce((sum, fill) => sum + inUnits(fill.get(381) ?? ''), 0n);
      expect(before - (await quoteHeld())).toBe(paid);
      const story = await runCli(['story', clOrdID, '--data', rig.dataFolder]);
      expect(story.stdout).toMatch(/uniswap-v3 [\d.]+ up to [\d.]+ by a v3 pool behind block \d+/);
      expect(story.stdout).toMatch(/uniswap-v2 [\d.]+ up to [\d.]+ by a v2 pool behind block \d+/);
    },
    PATIENCE_MS,
  );

  test(
    'goes where its client says, pools included',
    async () => {
      client.fix.send('D', newOrder('TO-V2', { ...MARKET, 38: '0.5', 100: 'uniswap-v2' }));
      await ended('TO-V2');
      expect(trades('TO-V2').map((fill) => [fill.get(30), fill.get(32)])).toEqual([
        ['uniswap-v2', '0.5'],
      ]);
      client.fix.send('D', newOrder('NO-POOL', { ...MARKET, 38: '10', 5102: POOLS.join(' ') }));
      await ended('NO-POOL');
      for (const fill of trades('NO-POOL')) expect(POOLS).not.toContain(fill.get(30));
    },
    PATIENCE_MS,
  );

  test(
    'goes to no chain as immediate-or-cancel of a session that does not wait for one',
    async () => {
      hasty.fix.send('D', newOrder('FAST', { ...MARKET, 38: '10' }));
      await ended('FAST', hasty);
      expect(trades('FAST', hasty).length).toBeGreaterThan(0);
      for (const fill of trades('FAST', hasty)) expect(POOLS).not.toContain(fill.get(30));
    },
    PATIENCE_MS,
  );

  test('fill or kill is one exact swap where only a pool has all of it', async () => {
    client.fix.send('D', newOrder('FOK', { 38: '5', 44: '3500', 59: '4', 5101: POOLS.join(' ') }));
    await ended('FOK');
    expect(trades('FOK').map((fill) => fill.get(32))).toEqual(['5']);
  });

  test('the venues are shown with their state and the age of what they show', async () => {
    const health = await fetch(`http://127.0.0.1:${rig.httpPort}/health`);
    const { venues } = (await health.json()) as { readonly venues: readonly object[] };
    for (const venueID of POOLS) {
      expect(venues).toContainEqual(
        expect.objectContaining({ venueID, state: 'Ready', bookAgeMs: expect.any(Number) }),
      );
    }
    const metrics = await (await fetch(`http://127.0.0.1:${rig.httpPort}/metrics`)).text();
    expect(metrics).toMatch(/^causeway_venue_book_age_seconds\{[^}]*venue="uniswap-v3"/m);
  });
});

test(
  'a fill that a reorganisation takes back is told as a trade cancel, and again when it is mined again',
  async () => {
    await control('participants', { running: false });
    // Two blocks go: without others' swaps in them the pool is what it was, and takes ours again.
    await sleep(2_500);
    const order = { ...MARKET, 38: '0.7', 100: 'uniswap-v3' };
    client.fix.send('D', newOrder('GONE', order));
    const trade = await client.until('the trade', reports('F', 'GONE'));
    await control('reorganise', { depth: 2 });
    const cancelled = await client.until('the trade cancel', reports('H', 'GONE'));
    expect(cancelled.get(19)).toBe(trade.get(17));
    expect([32, 31, 381].map((tag) => cancelled.get(tag))).toEqual(
      [32, 31, 381].map((tag) => trade.get(tag)),
    );
    expect(cancelled.get(14)).toBe('0');
    // The same bytes are shown to the node again: the swap is mined in another block.
    const again = await client.until(
      'the trade again',
      (message) => reports('F', 'GONE')(message) && message.get(17) !== trade.get(17),
    );
    expect([again.get(32), again.get(14)]).toEqual(['0.7', '0.7']);
  },
  PATIENCE_MS,
);

describe('what of the chain dies', () => {
  test(
    'killing a signer stops its venue and nothing else; a new one brings it back',
    async () => {
      chain.signers.get('uniswap-v3')?.kill('SIGKILL');
      await untilVenue('uniswap-v3', (state) => state === 'Connecting');
      expect(await venueState('uniswap-v2')).toBe('Ready');
      expect(await venueState('binance')).toBe('Ready');
      client.fix.send('D', newOrder('WITHOUT', { ...MARKET, 38: '3' }));
      const end = await ended('WITHOUT');
      // Others trade at the exchanges too: what fades before it is taken is cancelled.
      expect(Number(end.get(14))).toBeGreaterThan(0);
      expect(trades('WITHOUT').map((fill) => fill.get(30))).not.toContain('uniswap-v3');
      const account = chain.accounts.find(({ venue }) => venue === 'uniswap-v3');
      if (account === undefined) throw new Error('no account');
      chain.signers.set('uniswap-v3', await startSigner(chain.deployment, account));
      await untilVenue('uniswap-v3', (state) => state === 'Ready');
    },
    PATIENCE_MS,
  );

  test(
    'killing the node stops the pools; orders go on over the exchanges, and a pool`s order is refused',
    async () => {
      chain.process.kill('SIGTERM');
      for (const venueID of POOLS) await untilVenue(venueID, (state) => state === 'Connecting');
      client.fix.send('D', newOrder('ASHORE', { ...MARKET, 38: '2' }));
      expect(Number((await ended('ASHORE')).get(14))).toBeGreaterThan(0);
      client.fix.send('D', newOrder('AFLOAT', { ...MARKET, 38: '2', 100: 'uniswap-v2' }));
      const refused = await ended('AFLOAT');
      expect(refused.get(39)).toBe('8');
      expect(refused.get(58)).toContain('uniswap-v2 is Connecting');
    },
    PATIENCE_MS,
  );
});
