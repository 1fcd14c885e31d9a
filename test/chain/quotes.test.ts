// Quotes against the contracts themselves: thousands of random swaps, each equal to the wei in amounts, price,
// liquidity and tick, on pool states that come from logs alone. SEED draws others.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeAbiParameters, decodeFunctionResult, encodeFunctionData } from 'viem';
import { type Json, readLogs } from '../../adapters/chain/index.ts';
import { type PoolState, swapOf } from '../../adapters/uniswap/logs.ts';
import { type SwapAnswer, quoteExactIn, quoteExactOut } from '../../spec/pools/index.ts';
import { type SeededRandom, seededRandom } from '../sandbox/exchange/random.ts';
import { tokenAbi, v2Abi, v3Abi } from '../sandbox/chain/abi.ts';
import {
  type Hex,
  type Pool,
  type RunningChain,
  hex,
  routerOf,
  startChain,
  tokensOf,
  transact,
} from '../sandbox/chain/index.ts';
import { applied, fromLogs } from './pool-logs.ts';
import { FAR, type Swap, calldata, drawSwap, willPass } from './random-swaps.ts';

const SEED = Number(process.env['SEED'] ?? '1');

const ROUNDS = Number(process.env['CHAIN_ROUNDS'] ?? '40');

const SWAPS_A_ROUND = 60;

interface Receipt {
  readonly status: Hex;
  readonly transactionHash: Hex;
  readonly logs: Json;
}

interface Sent {
  readonly swap: Swap;
  readonly answer: SwapAnswer;
}

let chain: RunningChain;

let me: Hex;

let pools: Pool[];

let states: PoolState[];

let nonce: number;

const random = seededRandom(SEED);

beforeAll(async () => {
  chain = await startChain({ participants: null, blockTimeS: 0, seed: SEED });
  const { rpc } = chain.node;
  [me = '0x'] = await rpc.call<readonly Hex[]>('eth_accounts');
  await chain.fund(me, 10n ** 11n);
  await rpc.call('evm_setBlockGasLimit', [hex(40_000_000_000n)]);
  for (const { address } of Object.values(chain.deployment.tokens)) {
    for (const router of [chain.deployment.router, chain.deployment.routerV2]) {
      if (address === chain.deployment.tokens.USDT.address && router === chain.deployment.routerV2)
        continue;
      const args = [router, 2n ** 256n - 1n] as const;
      await call(address, encodeFunctionData({ abi: tokenAbi, functionName: 'approve', args }));
    }
  }
  pools = [...chain.deployment.pools, await otherPool(10_000, 200), await otherPool(100, 1)];
  states = await Promise.all(pools.map((pool) => fromLogs(chain, pool)));
  await rpc.call('evm_setAutomine', [false]);
  nonce = Number(await rpc.call<Hex>('eth_getTransactionCount', [me, 'latest']));
}, 90_000);

afterAll(() => chain.stop());

describe(`random swaps, seed ${SEED}`, () => {
  test('quotes equal what the contracts then do, to the wei', async () => {
    const seen = { swaps: 0, refused: 0, crossed: 0, out: 0, partial: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      if (round % 2 === 1) await moveLiquidity(random);
      const sent = await sendSwaps();
      const receipts = await mineAll();
      for (const [i, { swap, answer }] of sent.entries()) {
        const receipt = receipts[i];
        if (receipt === undefined) throw new Error('a swap was not mined');
        compare(swap, answer, receipt);
        seen.swaps += 1;
        if (receipt.status !== '0x1') seen.refused += 1;
        if (answer.type !== 'Quoted') continue;
        if (answer.ticksCrossed > 0) seen.crossed += 1;
        if (swap.exact === 'out') seen.out += 1;
        if (!answer.isWhole) seen.partial += 1;
      }
    }
    process.stderr.write(`seed ${SEED}: ${JSON.stringify(seen)}\n`);
    // What the test is about happened often enough.
    expect(seen.swaps).toBe(ROUNDS * SWAPS_A_ROUND);
    expect(seen.crossed).toBeGreaterThan(seen.swaps / 20);
    expect(seen.out).toBeGreaterThan(seen.swaps / 5);
    expect(seen.partial).toBeGreaterThan(seen.swaps / 100);
    expect(seen.refused).toBeGreaterThan(0);
    await sameAsStorage();
  }, 180_000);
});

/** Quoted one on the other, and sent without waiting: the account's nonces keep them in order. */
async function sendSwaps(): Promise<Sent[]> {
  const sent: Sent[] = [];
  const sending: Promise<unknown>[] = [];
  const predicted = states.map(({ pool }) => pool);
  for (let i = 0; i < SWAPS_A_ROUND; i += 1) {
    const swap = drawSwap(random, pools, predicted);
    const pool = predicted[swap.at];
    if (pool === undefined) throw new Error('no such pool');
    const answer =
      swap.exact === 'in' ? quoteExactIn(pool, swap.request) : quoteExactOut(pool, swap.request);
    if (willPass(swap, answer)) predicted[swap.at] = answer.after;
    sent.push({ swap, answer });
    const of = pools[swap.at];
    if (of === undefined) throw new Error('no such pool');
    const data = calldata(swap, answer, of, me);
    const to = routerOf(chain.deployment, of);
    const fees = { maxFeePerGas: hex(10n ** 13n), maxPriorityFeePerGas: hex(10n ** 9n) };
    const one = { from: me, to, data, gas: hex(29_000_000), nonce: hex(nonce), ...fees };
    nonce += 1;
    sending.push(chain.node.rpc.call('eth_sendTransaction', [one]));
  }
  await Promise.all(sending);
  return sent;
}

function compare(swap: Swap, answer: SwapAnswer, receipt: Receipt): void {
  const state = states[swap.at];
  if (state === undefined) throw new Error('no such pool');
  const passes = willPass(swap, answer);
  const shown = `${JSON.stringify(swap, replacer)} on ${pools[swap.at]?.name} quoted ${JSON.stringify(answer, replacer).slice(0, 300)}`;
  if ((receipt.status === '0x1') !== passes) throw new Error(`status ${receipt.status}: ${shown}`);
  if (!passes) return;
  const logs = readLogs(receipt.logs)?.filter(
    (log) => BigInt(log.address) === BigInt(pools[swap.at]?.address ?? 0),
  );
  const event = logs?.map(swapOf).find((one) => one !== null);
  if (logs === undefined || event === undefined) throw new Error(`no swap: ${shown}`);
  const [paid, received] =
    swap.request.tokenIn === 0 ? [event.amount0, -event.amount1] : [event.amount1, -event.amount0];
  if (paid !== answer.amountIn || received !== answer.amountOut) {
    throw new Error(`paid ${paid}, received ${received}: ${shown}`);
  }
  const after = applied(state, logs);
  states[swap.at] = after;
  expect(after.pool).toEqual(answer.after);
}

/** Everything that was sent, in one block; receipts in its order. */
async function mineAll(): Promise<readonly Receipt[]> {
  const { rpc } = chain.node;
  await rpc.call('evm_mine');
  return rpc.call<readonly Receipt[]>('eth_getBlockReceipts', ['latest']);
}

/** A position more in one pool, between ticks near and far, or a part of one less. */
async function moveLiquidity(chance: SeededRandom): Promise<void> {
  const at = chance.below(pools.length);
  const pool = pools[at];
  const state = states[at];
  if (pool === undefined || state === undefined) throw new Error('no such pool');
  if (state.pool.type === 'V2') return;
  const { tickSpacing, tick } = state.pool;
  const [token0, token1] = tokensOf(pool);
  const middle = Math.round(tick / tickSpacing);
  const low = middle - 1 - chance.below(120);
  const high = low + 1 + chance.below(120);
  const value = 10 ** (2 + chance.unit() * 4);
  const amounts = [token0, token1].map(({ symbol, decimals }) => {
    const price = symbol === 'USDT' ? 1 : symbol === 'WETH' ? 3_000 : 60_000;
    return (BigInt(Math.floor((value / price) * 1e6)) * 10n ** BigInt(decimals)) / 1_000_000n;
  });
  const [amount0 = 0n, amount1 = 0n] = amounts;
  const params = {
    token0: token0.address,
    token1: token1.address,
    fee: pool.feePips,
    tickLower: clamp(low * tickSpacing, tickSpacing),
    tickUpper: clamp(high * tickSpacing, tickSpacing),
    amount0Desired: amount0,
    amount1Desired: amount1,
    amount0Min: 0n,
    amount1Min: 0n,
    recipient: me,
    deadline: FAR,
  };
  const mint = encodeFunctionData({ abi: v3Abi, functionName: 'mint', args: [params] });
  const burn = encodeFunctionData({
    abi: v3Abi,
    functionName: 'decreaseLiquidity',
    args: [
      {
        tokenId: BigInt(1 + chance.below(12)),
        liquidity: BigInt(1 + chance.below(1_000_000_000)),
        amount0Min: 0n,
        amount1Min: 0n,
        deadline: FAR,
      },
    ],
  });
  for (const data of [mint, burn]) {
    const one = {
      from: me,
      to: chain.deployment.positionManager,
      data,
      gas: hex(3_000_000),
      nonce: hex(nonce),
      maxFeePerGas: hex(10n ** 13n),
    };
    nonce += 1;
    await chain.node.rpc.call('eth_sendTransaction', [one]);
  }
  for (const receipt of await mineAll()) {
    const logs = readLogs(receipt.logs) ?? [];
    for (const [i, one] of pools.entries()) {
      const own = logs.filter(({ address }) => BigInt(address) === BigInt(one.address));
      const before = states[i];
      if (before !== undefined) states[i] = applied(before, own);
    }
  }
}

function clamp(tick: number, spacing: number): number {
  const most = Math.floor(887_272 / spacing) * spacing;
  return Math.max(-most, Math.min(most, tick));
}

/** A further pool of WETH and USDT with another fee and spacing. */
async function otherPool(feePips: number, tickSpacing: number): Promise<Pool> {
  const first = chain.deployment.pools.find(({ kind }) => kind === 'v3');
  const state = first === undefined ? null : await fromLogs(chain, first);
  if (first === undefined || state?.pool.type !== 'V3') throw new Error('no pool to begin from');
  const { factoryV3, positionManager } = chain.deployment;
  if (feePips === 100) {
    const args = [feePips, tickSpacing] as const;
    await call(
      factoryV3,
      encodeFunctionData({ abi: v3Abi, functionName: 'enableFeeAmount', args }),
    );
  }
  const [token0, token1] = tokensOf(first);
  const create = [token0.address, token1.address, feePips, state.pool.sqrtPriceX96] as const;
  await call(
    positionManager,
    encodeFunctionData({
      abi: v3Abi,
      functionName: 'createAndInitializePoolIfNecessary',
      args: create,
    }),
  );
  const middle = Math.round(state.pool.tick / tickSpacing) * tickSpacing;
  for (const width of [3, 40, 400]) {
    const params = {
      token0: token0.address,
      token1: token1.address,
      fee: feePips,
      tickLower: middle - width * tickSpacing,
      tickUpper: middle + width * tickSpacing,
      amount0Desired: 10n ** 12n,
      amount1Desired: 10n ** 21n,
      amount0Min: 0n,
      amount1Min: 0n,
      recipient: me,
      deadline: FAR,
    };
    await call(
      positionManager,
      encodeFunctionData({ abi: v3Abi, functionName: 'mint', args: [params] }),
    );
  }
  const args = [token0.address, token1.address, feePips] as const;
  const data = encodeFunctionData({ abi: v3Abi, functionName: 'getPool', args });
  const word = await chain.node.rpc.call<Hex>('eth_call', [{ to: factoryV3, data }, 'latest']);
  const [address] = decodeAbiParameters([{ type: 'address' }], word);
  return { ...first, name: `WETH/USDT-v3-${feePips}`, address, feePips, tickSpacing };
}

function call(to: Hex, data: Hex): Promise<unknown> {
  return transact(chain.node.rpc, me, { to, data });
}

/** At the end the contracts' own storage says the same. */
async function sameAsStorage(): Promise<void> {
  for (const [at, pool] of pools.entries()) {
    const state = states[at]?.pool;
    if (state === undefined) throw new Error('no such pool');
    if (state.type === 'V2') {
      const [reserve0, reserve1] = await read('getReserves', v2Abi, pool.address, []);
      expect([reserve0, reserve1]).toEqual([state.reserve0, state.reserve1]);
      continue;
    }
    const [sqrtPriceX96, tick] = await read('slot0', v3Abi, pool.address, []);
    const liquidity = await read('liquidity', v3Abi, pool.address, []);
    expect([sqrtPriceX96, tick, liquidity]).toEqual([
      state.sqrtPriceX96,
      state.tick,
      state.liquidity,
    ]);
    for (const [index, net] of state.ticks) {
      const [gross, stored] = await read('ticks', v3Abi, pool.address, [index]);
      expect([gross, stored]).toEqual([states[at]?.gross.get(index), net]);
    }
  }
}

/** The first words that a view gives back, whatever they are. */
async function read(
  functionName: 'getReserves' | 'slot0' | 'liquidity' | 'ticks',
  abi: typeof v2Abi | typeof v3Abi,
  to: Hex,
  args: readonly unknown[],
): Promise<readonly unknown[]> {
  const data = encodeFunctionData({ abi, functionName, args } as never);
  const answer = await chain.node.rpc.call<Hex>('eth_call', [{ to, data }, 'latest']);
  return decodeFunctionResult({ abi, functionName, data: answer } as never) as readonly unknown[];
}

function replacer(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
