// One child with parts in several pools is one transaction on a real node: one nonce, a fill for each pool, all or
// nothing (routing.md, advice; uniswap.md §7).

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { decodeFunctionResult, encodeFunctionData } from 'viem';
import { GAS_OF_TICK } from '../../adapters/uniswap/config.ts';
import type { ChildID } from '../../spec/terms/index.ts';
import { type Hex, type Pool, hex } from '../sandbox/chain/index.ts';
import { v3Abi } from '../sandbox/chain/abi.ts';
import { poolOf } from './configured.ts';
import { ACCOUNT_TEXT, ChainDesk } from './desk.ts';

const PATIENCE_MS = 60_000;
const GWEI = 10n ** 9n;
const E18 = 10n ** 18n;

let desk: ChainDesk;
beforeAll(async () => {
  desk = await ChainDesk.begin({}, ofEther);
}, PATIENCE_MS);
afterAll(() => desk.end());
beforeEach(async () => {
  desk.chain.proxy.clear();
  await baseFee(10n * GWEI);
  await mineUntil(() => (desk.account?.transactions.length ?? 0) === 0, 'all nonces are settled');
  await desk.until(() => desk.venueState === 'Ready', 'the venue is ready');
});

/** All three pools of ether under names of their own. */
function ofEther(pools: readonly Pool[]) {
  return pools
    .filter(({ base }) => base.symbol === 'WETH')
    .map((pool) => ({
      ...poolOf(pool),
      venueSymbol: pool.kind === 'v2' ? 'ETH-v2' : `ETH-v3-${pool.feePips}`,
    }));
}

const BUY = [
  ['ETH-v3-500', '2', '3030'],
  ['ETH-v3-3000', '1', '3030'],
] as const;
const SELL = [
  ['ETH-v3-500', '1', '2900'],
  ['ETH-v2', '0.5', '2900'],
  ['ETH-v3-3000', '0.25', '2900'],
] as const;

test(
  'a buy over two pools receives exactly its quantity by one nonce, and pays the sum of its fills to the last unit',
  async () => {
    const before = await held();
    const child = desk.submitTogether('buy', BUY);
    await mineUntil(() => desk.of('Ended', child).length > 0, 'it ended');
    const after = await held();
    const fills = desk.of('Filled', child);
    expect(fills.map(({ venueSymbol, fill }) => [venueSymbol, fill.lastQty])).toEqual([
      ['ETH-v3-500', 2n * E18],
      ['ETH-v3-3000', E18],
    ]);
    expect(after.weth - before.weth).toBe(3n * E18);
    const gross = fills.reduce((sum, { fill }) => sum + (fill.grossTradeAmt ?? 0n), 0n);
    expect((before.usdt - after.usdt) * 10n ** 30n).toBe(gross);
    // The whole gas, of the approval before it too, is on the first of them.
    const gas = fills.reduce((sum, { fill }) => sum + fill.feeAmount, 0n);
    expect(gas).toBe(before.coin - after.coin);
    expect(fills[1]?.fill.feeAmount).toBe(0n);
    expect(swapsOf(child).length).toBe(1);
    expect(desk.of('Ended', child)).toMatchObject([{ how: 'Filled', cumQty: 3n * E18 }]);
    expect(desk.of('Acknowledged', child).length).toBe(1);
  },
  PATIENCE_MS,
);

test(
  'a sell over v2 and v3 pools pays exactly its quantity; each fill is known by chain, hash and its own log',
  async () => {
    const before = await held();
    const child = desk.submitTogether('sell', SELL);
    await mineUntil(() => desk.of('Ended', child).length > 0, 'it ended');
    const after = await held();
    const fills = desk.of('Filled', child).map(({ fill }) => fill);
    expect(before.weth - after.weth).toBe((175n * E18) / 100n);
    const gross = fills.reduce((sum, fill) => sum + (fill.grossTradeAmt ?? 0n), 0n);
    expect((after.usdt - before.usdt) * 10n ** 30n).toBe(gross);
    const [swap] = swapsOf(child);
    const { chainId } = desk.chain.deployment;
    const places = fills.map(({ venueExecID }) => venueExecID.split(':'));
    for (const place of places) expect(place.slice(0, 2)).toEqual([String(chainId), swap?.hash]);
    expect(new Set(places.map(([, , ordinal]) => ordinal)).size).toBe(3);
    expect(new Set(fills.map(({ venueOrderID }) => venueOrderID)).size).toBe(1);
  },
  PATIENCE_MS,
);

test(
  'what one pool does not give at its limit undoes all of them: no fill, and the gas told with the end',
  async () => {
    const before = await held();
    const child = desk.submitTogether('sell', [
      ['ETH-v3-500', '1', '2900'],
      ['ETH-v3-3000', '1', '4000'],
    ]);
    await mineUntil(() => desk.of('Ended', child).length > 0, 'it ended');
    const after = await held();
    expect(desk.of('Filled', child)).toEqual([]);
    expect([after.weth, after.usdt]).toEqual([before.weth, before.usdt]);
    expect(desk.of('Ended', child)).toMatchObject([
      {
        how: 'Canceled',
        cumQty: 0n,
        text: expect.stringMatching(/^a pool refused one of 2 swaps, so all, in block \d+$/),
        fee: { amount: before.coin - after.coin, asset: 'ETH' },
      },
    ]);
  },
  PATIENCE_MS,
);

test(
  'a reorganisation takes all its fills back; the same bytes fill again under the same execution ids',
  async () => {
    const child = desk.submitTogether('sell', SELL);
    await desk.mineOurs();
    await desk.until(() => desk.of('Ended', child).length > 0, 'it ended');
    const ids = idsOf(child);
    await desk.chain.mine();
    await desk.chain.node.rpc.call('anvil_reorg', [2, []]);
    await desk.until(() => desk.of('FillCancelled', child).length === 3, 'all are taken back');
    expect(desk.of('FillCancelled', child).map(({ venueExecID }) => venueExecID)).toEqual(ids);
    await mineUntil(() => desk.of('Filled', child).length === 6, 'it fills again');
    expect(idsOf(child).slice(3)).toEqual(ids);
    expect(swapsOf(child).length).toBe(1);
  },
  PATIENCE_MS,
);

test(
  'one that the node drops is sent again, and fills each pool once',
  async () => {
    const child = desk.submitTogether('sell', SELL);
    await desk.pending();
    await desk.chain.node.rpc.call('anvil_dropTransaction', [swapsOf(child)[0]?.hash ?? '']);
    await mineUntil(() => desk.of('Ended', child).length > 0, 'it ended');
    expect(desk.of('Filled', child).length).toBe(3);
    expect(new Set(swapsOf(child).map(({ nonce }) => nonce)).size).toBe(1);
  },
  PATIENCE_MS,
);

test(
  'one that blocks leave out is replaced whole under its nonce: the same swaps, dearer',
  async () => {
    const child = desk.submitTogether('sell', SELL);
    await desk.pending();
    for (let block = 0; block < 3; block += 1) {
      await baseFee(40n * GWEI); // Its cap was 21 gwei: the node lets it go.
      await desk.chain.mine();
      await desk.until(() => true, 'a moment');
    }
    await desk.until(() => swapsOf(child).length >= 2, 'it is signed anew');
    const [first, second] = swapsOf(child);
    expect(second?.nonce).toBe(first?.nonce);
    expect(second?.swaps).toEqual(first?.swaps);
    expect(second?.swaps.length).toBe(3);
    await mineUntil(() => desk.of('Ended', child).length > 0, 'it ended');
    expect(desk.of('Filled', child).length).toBe(3);
  },
  PATIENCE_MS,
);

test(
  'killed behind the first of its fills, the next process tells them all, under the ids that they had',
  async () => {
    const child = desk.submitTogether('sell', SELL);
    await desk.mineOurs();
    await desk.until(() => desk.of('Filled', child).length === 3, 'it filled');
    const ids = idsOf(child);
    desk.kill();
    desk.forgetFillsAfter(child, 1);
    await desk.startOrders();
    await mineUntil(() => desk.of('Filled', child).length === 6, 'they are told');
    expect(idsOf(child).slice(3)).toEqual(ids);
    expect(desk.of('Ended', child).at(-1)).toMatchObject({ how: 'Filled' });
  },
  PATIENCE_MS,
);

test(
  'a buy in a v2 pool goes along with nobody: that router gives out more than was asked',
  async () => {
    const child = desk.submitTogether('buy', [BUY[0], ['ETH-v2', '1', '3100']]);
    await desk.until(() => desk.of('Refused', child).length > 0, 'it is refused');
    expect(desk.of('Refused', child)).toMatchObject([
      { notSent: true, text: expect.stringMatching(/gives out more than was asked/) },
    ]);
    expect(swapsOf(child)).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  'two swaps as one take less gas than apart, by more than a transaction`s own 21,000',
  async () => {
    const [first, second] = SELL;
    const apart = [first, second].map(([symbol, qty, limit]) =>
      desk.submit('sell', qty, limit, symbol),
    );
    await mineUntil(() => apart.every((one) => desk.of('Ended', one).length > 0), 'both ended');
    const together = desk.submitTogether('sell', [first, second]);
    await mineUntil(() => desk.of('Ended', together).length > 0, 'it ended');
    const gasApart = (await Promise.all(apart.map(gasUsed))).reduce((sum, gas) => sum + gas);
    const gasTogether = await gasUsed(together);
    expect(gasApart - gasTogether).toBeGreaterThan(21_000);
  },
  PATIENCE_MS,
);

test(
  'a tick that is crossed takes at least what a plan counts for it, and less than twice; one that nobody has crossed up to 72,000',
  async () => {
    const sold = async (qty: string) => {
      const before = await tickNow();
      const child = desk.submitTogether('sell', [['ETH-v3-500', qty, '2000']]);
      await mineUntil(() => desk.of('Ended', child).length > 0, 'it ended');
      const ticks = await initialisedWithin(before, await tickNow());
      return { gas: await gasUsed(child), ticks };
    };
    const within = await sold('1');
    expect(within.ticks).toBe(0);
    const fresh = await soldAcross(sold);
    // Back again in parts that the signer's limit of one swap allows.
    for (let bought = 0; bought < fresh.qty; bought += 230) {
      const child = desk.submitTogether('buy', [['ETH-v3-500', '230', '3500']]);
      await mineUntil(() => desk.of('Ended', child).length > 0, 'it ended');
    }
    const crossed = await soldAcross(sold);
    const first = (fresh.gas - within.gas) / fresh.ticks;
    const again = (crossed.gas - within.gas) / crossed.ticks;
    expect(again).toBeGreaterThan(Number(GAS_OF_TICK) - 4_000);
    expect(again).toBeLessThan(2 * Number(GAS_OF_TICK));
    expect(first).toBeGreaterThan(again);
    expect(first).toBeLessThanOrEqual(72_000);
  },
  PATIENCE_MS,
);

const idsOf = (child: ChildID) => desk.of('Filled', child).map(({ fill }) => fill.venueExecID);

function swapsOf(child: ChildID) {
  return desk
    .of('TransactionsSigned', child)
    .flatMap(({ transactions }) => transactions)
    .filter(({ purpose }) => purpose === 'Swap');
}

interface Sold {
  readonly gas: number;
  readonly ticks: number;
}

/** The first sell of 700 that crosses ticks, of a few; `qty` is what all of them sold. */
async function soldAcross(
  sold: (qty: string) => Promise<Sold>,
): Promise<Sold & { readonly qty: number }> {
  for (let qty = 700; qty <= 2_800; qty += 700) {
    const one = await sold('700');
    if (one.ticks > 0) return { ...one, qty };
  }
  throw new Error('nothing crossed a tick');
}

function ofPool500(functionName: 'slot0'): Promise<number>;
function ofPool500(functionName: 'ticks', tick: number): Promise<boolean>;
async function ofPool500(
  functionName: 'slot0' | 'ticks',
  tick?: number,
): Promise<number | boolean> {
  const pool = desk.chain.deployment.pools.find(
    ({ kind, feePips, base }) => kind === 'v3' && feePips === 500 && base.symbol === 'WETH',
  );
  if (pool === undefined) throw new Error('no pool of 0.05 %');
  const data =
    tick === undefined
      ? encodeFunctionData({ abi: v3Abi, functionName: 'slot0' })
      : encodeFunctionData({ abi: v3Abi, functionName: 'ticks', args: [tick] });
  const found = await desk.chain.node.rpc.call<Hex>('eth_call', [
    { to: pool.address, data },
    'latest',
  ]);
  if (functionName === 'slot0') {
    return decodeFunctionResult({ abi: v3Abi, functionName, data: found })[1];
  }
  return decodeFunctionResult({ abi: v3Abi, functionName, data: found })[7];
}

const tickNow = (): Promise<number> => ofPool500('slot0');

/** Ticks that somebody provides at, between two prices. */
async function initialisedWithin(one: number, other: number): Promise<number> {
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  let found = 0;
  for (let tick = Math.ceil((low + 1) / 10) * 10; tick <= high; tick += 10) {
    if (await ofPool500('ticks', tick)) found += 1;
  }
  return found;
}

/** By its swap alone, approvals left out. */
async function gasUsed(child: ChildID): Promise<number> {
  const hash = desk.of('Filled', child)[0]?.fill.venueExecID.split(':')[1] ?? '';
  const receipt = await desk.chain.node.rpc.call<{ readonly gasUsed: Hex }>(
    'eth_getTransactionReceipt',
    [hash],
  );
  return Number(receipt.gasUsed);
}

async function held() {
  const { WETH, USDT } = desk.chain.deployment.tokens;
  const coin = await desk.chain.node.rpc.call<Hex>('eth_getBalance', [ACCOUNT_TEXT, 'latest']);
  return {
    weth: await desk.balance(WETH),
    usdt: await desk.balance(USDT),
    coin: BigInt(coin),
  };
}

/** A block now and then, until it holds. */
async function mineUntil(holds: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 100 && !holds(); tries += 1) {
    await desk.until(holds, what, 250).catch(() => undefined);
    await baseFee(10n * GWEI);
    await desk.chain.mine();
  }
  await desk.until(holds, what, 1_000);
}

function baseFee(wei: bigint): Promise<unknown> {
  return desk.chain.node.rpc.call('anvil_setNextBlockBaseFeePerGas', [hex(wei)]);
}
