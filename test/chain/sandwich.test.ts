// Another account swaps before and behind ours in the same block: ours is filled within its bound, or undone, and
// nothing else (routing.md, the sandwich; uniswap.md §7 and §9).

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { encodeFunctionData } from 'viem';
import type { ChildID } from '../../spec/terms/index.ts';
import { tokenAbi } from '../sandbox/chain/abi.ts';
import { type Hex, type Pool, hex, swapIn } from '../sandbox/chain/index.ts';
import { ACCOUNT_TEXT, ChainDesk } from './desk.ts';

const PATIENCE_MS = 60_000;
const GWEI = 10n ** 9n;
const E18 = 10n ** 18n;

let desk: ChainDesk;
let rival: Hex;
let pool: Pool;
beforeAll(async () => {
  desk = await ChainDesk.begin();
  const { deployment, node } = desk.chain;
  const accounts = await node.rpc.call<readonly Hex[]>('eth_accounts');
  rival = accounts.at(-1) ?? '0x';
  const found = deployment.pools.find(
    ({ base, feePips }) => base.symbol === 'WETH' && feePips === 500,
  );
  if (found === undefined) throw new Error('no pool');
  pool = found;
  await node.rpc.call('evm_setAutomine', [true]);
  await desk.chain.fund(rival, 10_000n);
  await node.rpc.call('evm_setAutomine', [false]);
  for (const { address } of [deployment.tokens.WETH, deployment.tokens.USDT]) {
    const args = [deployment.router, 2n ** 255n] as const;
    const data = encodeFunctionData({ abi: tokenAbi, functionName: 'approve', args });
    await send({ to: address, data }, 50n);
  }
  await mine();
}, PATIENCE_MS);
afterAll(() => desk.end());

test(
  'a swap between the two is filled, for no less than its bound, however much was taken of it',
  async () => {
    const fair = await fairPrice();
    const before = await held();
    const child = await sandwiched((fair * 99n) / 100n);
    await desk.until(() => desk.of('Ended', child).length > 0, 'it ended');
    const [fill] = desk.of('Filled', child);
    if (fill === undefined) throw new Error('no fill');
    // Others were first: it is worse than it was planned, and what arrived is what is booked.
    expect(fill.fill.lastPx).toBeLessThan((fair * 9_990n) / 10_000n);
    expect(fill.fill.lastPx).toBeGreaterThanOrEqual((fair * 99n) / 100n);
    const after = await held();
    expect(fill.fill.grossTradeAmt).toBe((after.usdt - before.usdt) * 10n ** 30n);
    expect(before.weth - after.weth).toBe(E18);
  },
  PATIENCE_MS,
);

test(
  'one that would get less than its bound is undone: no token moves, the gas is told, the nonce is used once',
  async () => {
    const fair = await fairPrice();
    const before = await held();
    const child = await sandwiched((fair * 9_998n) / 10_000n);
    await mineUntil(() => desk.of('Ended', child).length > 0);
    expect(desk.of('Filled', child)).toEqual([]);
    expect(desk.of('Ended', child)).toMatchObject([{ how: 'Canceled', cumQty: 0n }]);
    const after = await held();
    expect([after.weth, after.usdt]).toEqual([before.weth, before.usdt]);
    expect(desk.of('Ended', child)[0]?.fee?.amount).toBe(before.coin - after.coin);
    await mineUntil(() => desk.account?.transactions.length === 0);
    expect(new Set(swapsOf(child).map(({ nonce }) => nonce)).size).toBe(1);
  },
  PATIENCE_MS,
);

/** Ours of 1 WETH with this bound between theirs, all three in one block: a dearer bid goes first. */
async function sandwiched(bound: bigint): Promise<ChildID> {
  await baseFee();
  await mine();
  const child = desk.submit('sell', '1', decimalOf(bound));
  await desk.pending();
  const theirs = [
    await send(swap(pool.baseIsToken0 ? 0 : 1, 300n * E18), 60n),
    await send(swap(pool.baseIsToken0 ? 1 : 0, 880_000n * 10n ** 6n), 15n),
  ];
  await baseFee();
  await mine();
  const blocks = await Promise.all([...theirs, swapsOf(child)[0]?.hash ?? '0x'].map(blockOf));
  expect(new Set(blocks).size).toBe(1);
  return child;
}

function swap(tokenIn: 0 | 1, amount: bigint) {
  const { deployment } = desk.chain;
  const data = swapIn(deployment, pool, { tokenIn, amount, limit: 0n, to: rival });
  return { to: deployment.router, data };
}

function send(call: { readonly to: Hex; readonly data: Hex }, gwei: bigint): Promise<Hex> {
  const fees = { maxFeePerGas: hex(gwei * GWEI), maxPriorityFeePerGas: hex(GWEI) };
  const transaction = { from: rival, ...call, gas: hex(900_000), ...fees };
  return desk.chain.node.rpc.call('eth_sendTransaction', [transaction]);
}

/** What a hundredth of a WETH brings now, of one. */
async function fairPrice(): Promise<bigint> {
  const child = desk.submit('sell', '0.01', '2000');
  await mineUntil(() => desk.of('Ended', child).length > 0);
  return desk.of('Filled', child)[0]?.fill.lastPx ?? 0n;
}

function swapsOf(child: ChildID) {
  return desk
    .of('TransactionsSigned', child)
    .flatMap(({ transactions }) => transactions)
    .filter(({ purpose }) => purpose === 'Swap');
}

async function blockOf(hash: string): Promise<Hex> {
  const receipt = await desk.chain.node.rpc.call<{ readonly blockNumber: Hex }>(
    'eth_getTransactionReceipt',
    [hash],
  );
  return receipt.blockNumber;
}

async function held() {
  const { WETH, USDT } = desk.chain.deployment.tokens;
  const coin = await desk.chain.node.rpc.call<Hex>('eth_getBalance', [ACCOUNT_TEXT, 'latest']);
  return { weth: await desk.balance(WETH), usdt: await desk.balance(USDT), coin: BigInt(coin) };
}

async function mineUntil(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !holds(); tries += 1) {
    await desk.until(holds, 'it came about', 250).catch(() => undefined);
    await baseFee();
    await mine();
  }
  await desk.until(holds, 'it came about', 1_000);
}

function mine(): Promise<void> {
  return desk.chain.mine();
}

function baseFee(): Promise<unknown> {
  return desk.chain.node.rpc.call('anvil_setNextBlockBaseFeePerGas', [hex(10n * GWEI)]);
}

/** Cut to hundredths: the pool's tick. */
function decimalOf(price: bigint): string {
  const cents = price / 10n ** 16n;
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
}
