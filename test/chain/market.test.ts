// Pool states that follow a real node: after each block, reorganisation and rollback they are what storage says.

import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeFunctionResult, encodeFunctionData } from 'viem';
import { createHttpClient, createSockets, runPools } from '../../adapters/connection/index.ts';
import type { RunningMarket } from '../../adapters/connection/index.ts';
import { UNISWAP_MARKET_DEFAULTS, createUniswapMarket } from '../../adapters/uniswap/index.ts';
import { realClock, realTimers } from '../../gateway/process/real-world.ts';
import type { PoolSnapshot, VenueNotice } from '../../spec/venues/index.ts';
import { asVenueID } from '../../spec/terms/index.ts';
import { v3Abi } from '../sandbox/chain/abi.ts';
import { type Hex, type Pool, type RunningChain, hex, startChain } from '../sandbox/chain/index.ts';
import { contractsOf, poolOf } from './configured.ts';

const PRICES = { ETHUSDT: 3_000, BTCUSDT: 60_000 };

let chain: RunningChain;
let market: RunningMarket;
let pools: readonly PoolSnapshot[] = [];
const notices: VenueNotice[] = [];
const traded = (): readonly Pool[] =>
  chain.deployment.pools.filter(({ kind, feePips }) => kind === 'v3' && feePips === 500);

beforeAll(async () => {
  chain = await startChain({ blockTimeS: null, seed: 5 });
  const timers = realTimers();
  market = runPools(
    createUniswapMarket({
      ...UNISWAP_MARKET_DEFAULTS,
      venueID: asVenueID('uniswap'),
      rpcURL: chain.proxy.url,
      contracts: contractsOf(chain.deployment),
      pools: traded().map(poolOf),
      maxFeePerGas: 300n * 10n ** 9n,
      priorityFeePerGas: 10n ** 9n,
      pollMs: 20,
      silenceMs: 1_500,
      blocksHeld: 16,
    }),
    {
      clock: realClock(),
      timers,
      sockets: createSockets(timers),
      http: createHttpClient(timers),
    },
    {
      pooled: (found) => void (pools = found),
      noticed: (notice) => void notices.push(notice),
      failed: (error) => {
        throw error;
      },
    },
  );
  market.start();
}, 60_000);

afterAll(async () => {
  market.close();
  await chain.stop();
});

describe('pool states', () => {
  test('are read out of storage at first, ticks and all', async () => {
    await standsAtHead();
    for (const { pool } of pools) {
      if (pool.type !== 'V3') throw new Error('a v3 pool is expected');
      expect(pool.ticks.length).toBe(8); // Four positions begin, four end.
    }
  }, 30_000);

  test('follow each block of swaps', async () => {
    for (let i = 0; i < 5; i += 1) {
      await someSwaps();
      await chain.mine(1 + (i % 3));
      await standsAtHead();
    }
  }, 60_000);

  test('go back with a reorganisation that leaves swaps out', async () => {
    await someSwaps();
    await chain.mine(3);
    await standsAtHead();
    await chain.node.rpc.call('anvil_reorg', [2, []]);
    // The blocks that went may have held none of the swaps: then only the word tells that it was seen.
    await until(() => notices.some(isAbout('the chain was reorganised')), 'it is seen');
    await standsAtHead();
  }, 30_000);

  test('go back with a height that falls without any notification', async () => {
    await someSwaps();
    await chain.mine(2);
    await standsAtHead();
    await chain.node.rpc.call('anvil_rollback', [2]);
    await standsAtHead();
    await someSwaps();
    await chain.mine(1);
    await standsAtHead();
  }, 30_000);

  test('are read anew behind a reorganisation deeper than what is held', async () => {
    await someSwaps();
    await chain.mine(20);
    await standsAtHead();
    await chain.node.rpc.call('anvil_reorg', [18, []]);
    await standsAtHead();
  }, 60_000);

  test('a node of two heads confuses nobody', async () => {
    chain.proxy.lagBy(2);
    await someSwaps();
    await chain.mine(2);
    await delay(300);
    chain.proxy.lagBy(0);
    await standsAtHead();
  }, 30_000);

  test('are not to be quoted once no head comes, and are again when one does', async () => {
    chain.proxy.arm({ kind: 'html', method: 'eth_getBlockByNumber', count: 1_000 });
    await until(() => pools.every(({ state }) => state === 'Invalid'), 'pools are invalid');
    chain.proxy.clear();
    await standsAtHead();
  }, 30_000);

  test('say what one swap costs in gas, of the coin of the chain', async () => {
    await chain.node.rpc.call('anvil_setNextBlockBaseFeePerGas', [hex(10n ** 10n)]);
    await chain.mine(1);
    await standsAtHead();
    // 200,000 gas at 10 + 1 gwei.
    expect(pools.map(({ gasWei }) => gasWei)).toEqual(pools.map(() => 22n * 10n ** 14n));
  }, 30_000);
});

test('a pool that is not what the configuration says is named and not shown', async () => {
  const [one] = traded();
  if (one === undefined) throw new Error('no pool');
  const timers = realTimers();
  const seen: VenueNotice[] = [];
  const shown: PoolSnapshot[] = [];
  const wrong = runPools(
    createUniswapMarket({
      ...UNISWAP_MARKET_DEFAULTS,
      venueID: asVenueID('uniswap'),
      rpcURL: chain.node.url,
      contracts: contractsOf(chain.deployment),
      pools: [{ ...poolOf(one), base: { ...poolOf(one).base, decimals: 17 } }],
      maxFeePerGas: 300n * 10n ** 9n,
      priorityFeePerGas: 1n,
    }),
    { clock: realClock(), timers, sockets: createSockets(timers), http: createHttpClient(timers) },
    {
      pooled: (found) => void shown.push(...found),
      noticed: (notice) => void seen.push(notice),
      failed: (error) => {
        throw error;
      },
    },
  );
  wrong.start();
  const isNamed = isAbout('a pool is not what the configuration says: it is not traded');
  await until(() => seen.some(isNamed), 'it is named');
  wrong.close();
  expect(shown).toEqual([]);
});

function isAbout(sentence: string): (notice: VenueNotice) => boolean {
  return (notice) => notice.type === 'Remarked' && notice.sentence === sentence;
}

function someSwaps(): Promise<void> {
  const off = (price: number): number => price * (1 + (Math.random() - 0.5) / 50);
  const moved = Object.entries(PRICES).map(([symbol, price]) => [symbol, off(price)] as const);
  return chain.participants?.step(Object.fromEntries(moved)) ?? Promise.resolve();
}

/** The machine stands behind the node's head, and says of each pool what its storage says. */
async function standsAtHead(): Promise<void> {
  const head = BigInt(await chain.node.rpc.call<Hex>('eth_blockNumber'));
  await until(
    () =>
      pools.length > 0 && pools.every((one) => one.state === 'Live' && one.blockNumber === head),
    `pools stand at ${head}`,
  );
  // A block of the same height but another branch is seen with the next poll: its states come to be shown.
  const endsAt = Date.now() + 10_000;
  for (;;) {
    const stored = await storedStates();
    const shown = pools.map(({ pool }) =>
      pool.type === 'V3' ? [pool.sqrtPriceX96, pool.tick, pool.liquidity] : null,
    );
    if (Date.now() > endsAt || isDeepStrictEqual(shown, stored))
      return expect(shown).toEqual(stored);
    await delay(20);
  }
}

/** Price, tick and liquidity of each pool, as the node has them in storage. */
async function storedStates(): Promise<readonly unknown[]> {
  const states: unknown[] = [];
  for (const pool of traded()) {
    const root = await read(pool, 'slot0');
    const slot0 = decodeFunctionResult({ abi: v3Abi, functionName: 'slot0', data: root });
    const answer = await read(pool, 'liquidity');
    const liquidity = decodeFunctionResult({ abi: v3Abi, functionName: 'liquidity', data: answer });
    states.push([slot0[0], slot0[1], liquidity]);
  }
  return states;
}

function read(pool: Pool, functionName: 'slot0' | 'liquidity'): Promise<Hex> {
  const data = encodeFunctionData({ abi: v3Abi, functionName });
  return chain.node.rpc.call<Hex>('eth_call', [{ to: pool.address, data }, 'latest']);
}

async function until(holds: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    if (holds()) return;
    await delay(10);
  }
  throw new Error(`it did not come about that ${what}`);
}
