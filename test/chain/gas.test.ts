// A swap never fails by its own gas limit where it crosses ticks, those included that cost most: fresh ones in a pool
// that has been traded both ways (routing.md, "headroom from the quote's own tick count").

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decodeFunctionResult, encodeFunctionData, parseAbi } from 'viem';
import type { ChildID } from '../../spec/terms/index.ts';
import {
  type Hex,
  type Pool,
  addPool,
  hex,
  provideBetween,
  providerOf,
  startChain,
  transact,
} from '../sandbox/chain/index.ts';
import { v3Abi } from '../sandbox/chain/abi.ts';
import { poolOf } from './configured.ts';
import { ACCOUNT_TEXT, ChainDesk } from './desk.ts';

const PATIENCE_MS = 60_000;
const GWEI = 10n ** 9n;
const PRICE = 3_000;
/** What the limits counted for a tick before. */
const COUNTED_BEFORE = 46_000;

const quoterAbi = parseAbi([
  'function quoteExactInputSingle((address tokenIn, address tokenOut, uint256 amount, uint24 fee, uint160 limit) params) returns (uint256 amount, uint160 sqrtPriceX96After, uint32 ticksCrossed, uint256 gas)',
  'function quoteExactOutputSingle((address tokenIn, address tokenOut, uint256 amount, uint24 fee, uint160 limit) params) returns (uint256 amount, uint160 sqrtPriceX96After, uint32 ticksCrossed, uint256 gas)',
]);

let desk: ChainDesk;
let pool: Pool;

beforeAll(async () => {
  const chain = await startChain({ blockTimeS: null, participants: null, funded: [ACCOUNT_TEXT] });
  const { node, deployment } = chain;
  const { WETH, USDT } = deployment.tokens;
  pool = await atOnce(async () => {
    // A tick for each hundredth of a per cent.
    const data = encodeFunctionData({
      abi: v3Abi,
      functionName: 'enableFeeAmount',
      args: [100, 1],
    });
    await transact(node.rpc, await providerOf(node.rpc), { to: deployment.factoryV3, data });
    const v3 = { feePips: 100, tickSpacing: 1 };
    return addPool(node.rpc, deployment, {
      base: WETH,
      quote: USDT,
      v3,
      price: PRICE,
      liquidity: 0.1,
    });
  }, node.rpc);
  desk = new ChainDesk(chain, {}, () => [poolOf(pool)]);
  await desk.startSigner();
  await desk.startOrders();
  // Both of its fee counters have counted from here on, and a tick that somebody provides at above the price has neither.
  for (const side of ['buy', 'sell'] as const) await filled(desk.submit(side, '0.1', LIMITS[side]));
}, PATIENCE_MS);
afterAll(() => desk.end());

const LIMITS = { buy: '3300', sell: '2700' } as const;

test.each([
  ['as many as one swap may cross, planned', 8, 8],
  ['four more than were planned', 7, 3],
])(
  'fresh ticks of the dearest kind, %s: it fills',
  async (_, ticks, planned) => {
    await freshTicksAhead(ticks + 3);
    const [side, qty] = await acrossTicks(ticks);
    const { venueSymbol } = poolOf(pool);
    const within = await filled(
      desk.submitTogether(side, [[venueSymbol, '0.001', LIMITS[side]]], 0),
    );
    const across = await filled(
      desk.submitTogether(side, [[venueSymbol, qty, LIMITS[side]]], planned),
    );
    const perTick = (across.gasUsed - within.gasUsed) / ticks;
    expect(perTick).toBeGreaterThan(COUNTED_BEFORE);
    expect(across.gasUsed).toBeLessThan(across.gasLimit);
  },
  PATIENCE_MS,
);

/** Single-tick positions next to each other, above the price as the pool counts it. */
async function freshTicksAhead(count: number): Promise<void> {
  const { rpc } = desk.chain.node;
  const first = (await tickNow()) + 2;
  await atOnce(async () => {
    for (let tickLower = first; tickLower < first + count; tickLower += 1) {
      const range = { tickLower, tickUpper: tickLower + 1, price: PRICE, quoteValue: 1_000 };
      await provideBetween(rpc, desk.chain.deployment, pool, range);
    }
  }, rpc);
}

/** The side on which the pool's own price rises, and a quantity that crosses so many ticks, found by the published quoter. */
async function acrossTicks(ticks: number): Promise<readonly ['buy' | 'sell', string]> {
  const side = pool.baseIsToken0 ? 'buy' : 'sell';
  for (let tenths = 1; tenths < 2_000; tenths += 1) {
    const crossed = await crossedBy(side, BigInt(tenths) * 10n ** 17n);
    if (crossed === ticks) return [side, (tenths / 10).toFixed(1)];
    if (crossed > ticks) break;
  }
  throw new Error(`no quantity crosses ${ticks} ticks`);
}

async function crossedBy(side: 'buy' | 'sell', amount: bigint): Promise<number> {
  const { base, quote, feePips: fee } = pool;
  const [tokenIn, tokenOut] = side === 'buy' ? [quote, base] : [base, quote];
  const params = { tokenIn: tokenIn.address, tokenOut: tokenOut.address, amount, fee, limit: 0n };
  const abi = quoterAbi;
  const data =
    side === 'buy'
      ? encodeFunctionData({ abi, functionName: 'quoteExactOutputSingle', args: [params] })
      : encodeFunctionData({ abi, functionName: 'quoteExactInputSingle', args: [params] });
  const answer = await desk.chain.node.rpc.call<Hex>('eth_call', [
    { to: desk.chain.deployment.quoter, data, gas: hex(20_000_000) },
    'latest',
  ]);
  // Both answer in the same form.
  return decodeFunctionResult({ abi, functionName: 'quoteExactInputSingle', data: answer })[2];
}

async function tickNow(): Promise<number> {
  const data = encodeFunctionData({ abi: v3Abi, functionName: 'slot0' });
  const answer = await desk.chain.node.rpc.call<Hex>('eth_call', [
    { to: pool.address, data },
    'latest',
  ]);
  return decodeFunctionResult({ abi: v3Abi, functionName: 'slot0', data: answer })[1];
}

/** Mines until it has ended, by its fill; what its swap took, and what it could have. */
async function filled(
  childID: ChildID,
): Promise<{ readonly gasUsed: number; readonly gasLimit: number }> {
  const hasEnded = () => desk.of('Ended', childID).length > 0;
  for (let tries = 0; tries < 100 && !hasEnded(); tries += 1) {
    await desk.until(hasEnded, 'it ended', 250).catch(() => undefined);
    await desk.chain.node.rpc.call('anvil_setNextBlockBaseFeePerGas', [hex(10n * GWEI)]);
    await desk.chain.mine();
  }
  expect(desk.of('Ended', childID)).toMatchObject([{ how: 'Filled' }]);
  const hash = desk.of('Filled', childID)[0]?.fill.venueExecID.split(':')[1] ?? '';
  const { rpc } = desk.chain.node;
  const receipt = await rpc.call<{ readonly gasUsed: Hex }>('eth_getTransactionReceipt', [hash]);
  const sent = await rpc.call<{ readonly gas: Hex }>('eth_getTransactionByHash', [hash]);
  return { gasUsed: Number(receipt.gasUsed), gasLimit: Number(sent.gas) };
}

/** While it lasts, the node mines each transaction as it comes. */
async function atOnce<T>(
  work: () => Promise<T>,
  rpc: { call(method: string, params: readonly unknown[]): Promise<unknown> },
): Promise<T> {
  await rpc.call('evm_setAutomine', [true]);
  const done = await work();
  await rpc.call('evm_setAutomine', [false]);
  return done;
}
