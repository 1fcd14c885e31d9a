// What a block does with its transactions: the account's swaps, approvals and cancels, and what others trade in the pool.

import { type Address, addressWord, intWord, uintWord } from '../../adapters/chain/index.ts';
import type { SigningTransaction, SwapCall } from '../../adapters/port/index.ts';
import { TOPICS } from '../../adapters/uniswap/logs.ts';
import {
  type Pool,
  type SwapQuote,
  quoteExactIn,
  quoteExactOut,
  tickAtSqrtPrice,
} from '../../spec/pools/index.ts';
import type { Chance } from './chance.ts';
import type { World } from './world.ts';

const TRANSFER = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';
const GAS_USED = { Swap: 130_000n, Approve: 46_000n, Cancel: 21_000n, reverted: 70_000n };

/** The account's two tokens and the routers, as a seed's world has them. */
export interface ChainTerms {
  readonly account: Address;
  readonly base: Address;
  readonly quote: Address;
  readonly pool: Address;
  readonly routers: { readonly v2: Address; readonly v3: Address };
  readonly firstPool: Pool;
  /** The draws of all that has to do with the chain. */
  readonly chance: Chance;
}

/** A transaction as the account has signed it. */
export interface Signed {
  readonly hash: string;
  readonly transaction: SigningTransaction;
}

export interface Log {
  readonly address: Address;
  readonly topics: readonly string[];
  readonly data: string;
}

export interface Mined {
  readonly hash: string;
  readonly nonce: number;
  readonly succeeded: boolean;
  readonly gasUsed: bigint;
  readonly gasPrice: bigint;
  readonly logs: readonly Log[];
  /** Of a swap that came to pass: what the pool took and gave, in the tokens' own integers. */
  readonly swap: { readonly base: bigint; readonly quote: bigint } | null;
}

/** What stands behind a block, and what its transactions move. */
export interface State {
  readonly pool: Pool;
  readonly nonce: number;
  readonly balances: ReadonlyMap<Address, bigint>;
  /** By token and router. */
  readonly allowances: ReadonlyMap<string, bigint>;
}

/** The block that a transaction is in. */
interface Within {
  readonly timestamp: number;
  readonly fee: bigint;
  readonly terms: ChainTerms;
  readonly world: World;
}

export function execute(
  state: State,
  { hash, transaction }: Signed,
  within: Within,
): { readonly state: State; readonly mined: Mined } {
  const { fee, terms, world } = within;
  const { call, nonce } = transaction;
  const [most, tip] = [BigInt(transaction.maxFeePerGas), BigInt(transaction.maxPriorityFeePerGas)];
  const gasPrice = most < fee + tip ? most : fee + tip;
  const after = { ...state, nonce: nonce + 1 };
  const told = { hash, nonce, gasPrice, logs: [], swap: null };
  switch (call.type) {
    case 'Cancel':
      return { state: after, mined: { ...told, succeeded: true, gasUsed: GAS_USED.Cancel } };
    case 'Approve': {
      const key = `${call.token.toLowerCase()} ${terms.routers[call.pool]}`;
      const allowances = new Map(state.allowances).set(key, BigInt(call.amount));
      const mined = { ...told, succeeded: true, gasUsed: GAS_USED.Approve };
      return { state: { ...after, allowances }, mined };
    }
    case 'Swap': {
      const done = swapped(state, call, within);
      if (done !== null) {
        const { logs, swap } = done;
        world.count('chain: swap came to pass');
        const mined = { ...told, succeeded: true, gasUsed: GAS_USED.Swap, logs, swap };
        return { state: { ...done.state, nonce: nonce + 1 }, mined };
      }
      world.count('chain: swap reverted');
      world.tell('chain', `reverts the swap of nonce ${nonce}`);
      return { state: after, mined: { ...told, succeeded: false, gasUsed: GAS_USED.reverted } };
    }
    case 'Swaps':
      throw new Error('several swaps as one, where the account has one pool');
  }
}

/** Null: the router refuses it. */
function swapped(
  state: State,
  call: SwapCall,
  { timestamp, terms, world }: Within,
): {
  readonly state: State;
  readonly logs: readonly Log[];
  readonly swap: NonNullable<Mined['swap']>;
} | null {
  const { base, quote, account, pool, routers } = terms;
  if (timestamp > call.deadline) return null;
  if (world.fault(40, 'chain: out of gas', terms.chance)) return null;
  const sells = call.tokenIn.toLowerCase() === base;
  const [tokenIn, tokenOut] = sells ? [base, quote] : [quote, base];
  const [mostIn, leastOut] = [BigInt(call.amountIn), BigInt(call.amountOut)];
  const done = quoted(terms, state.pool, {
    sells,
    exact: call.exact,
    amount: call.exact === 'in' ? mostIn : leastOut,
  });
  if (done === null || done.amountIn > mostIn || done.amountOut < leastOut) return null;
  const key = `${tokenIn} ${routers[call.pool]}`;
  const allowed = state.allowances.get(key) ?? 0n;
  const held = state.balances.get(tokenIn) ?? 0n;
  if (allowed < done.amountIn || held < done.amountIn) return null;
  const allowances = new Map(state.allowances).set(key, allowed - done.amountIn);
  const balances = new Map(state.balances)
    .set(tokenIn, held - done.amountIn)
    .set(tokenOut, (state.balances.get(tokenOut) ?? 0n) + done.amountOut);
  const logs = [
    transfer(tokenIn, [account, pool], done.amountIn),
    transfer(tokenOut, [pool, account], done.amountOut),
    ...poolLogs(terms, done, sells),
  ];
  const swap = sells
    ? { base: done.amountIn, quote: done.amountOut }
    : { base: done.amountOut, quote: done.amountIn };
  return { state: { ...state, pool: done.after, allowances, balances }, logs, swap };
}

/** Somebody else's, towards a price of 100 when it is far from it. */
export function otherSwap(
  state: State,
  terms: ChainTerms,
): { readonly pool: Pool; readonly logs: readonly Log[] } | null {
  const { chance } = terms;
  const price = priceOf(terms, state.pool);
  const sells = price > 100.08 || (price > 99.92 && chance.happens(500));
  const amount = BigInt(chance.between(1, 8_000)) * 10n ** 15n;
  const done = quoted(terms, state.pool, { sells, exact: sells ? 'in' : 'out', amount });
  return done === null ? null : { pool: done.after, logs: poolLogs(terms, done, sells) };
}

function quoted(
  terms: ChainTerms,
  pool: Pool,
  ask: { readonly sells: boolean; readonly exact: 'in' | 'out'; readonly amount: bigint },
): SwapQuote | null {
  const request = { tokenIn: sideOf(terms, ask.sells), amount: ask.amount };
  const found = ask.exact === 'in' ? quoteExactIn(pool, request) : quoteExactOut(pool, request);
  return found.type === 'Quoted' && found.isWhole ? found : null;
}

/** Which token is paid in. */
function sideOf(terms: ChainTerms, sells: boolean): 0 | 1 {
  return sells === baseIsToken0(terms) ? 0 : 1;
}

export function baseIsToken0({ base, quote }: Pick<ChainTerms, 'base' | 'quote'>): boolean {
  return BigInt(base) < BigInt(quote);
}

/** Of one whole base token, roughly: for stories, and for those who trade by it. */
function priceOf(terms: ChainTerms, pool: Pool): number {
  const ratio =
    pool.type === 'V2'
      ? Number(pool.reserve1) / Number(pool.reserve0)
      : (Number(pool.sqrtPriceX96) / 2 ** 96) ** 2;
  return (baseIsToken0(terms) ? ratio : 1 / ratio) * 1e12;
}

function poolLogs(
  terms: ChainTerms,
  { amountIn, amountOut, after }: SwapQuote,
  sells: boolean,
): readonly Log[] {
  const { pool: address, account } = terms;
  const isZeroIn = sideOf(terms, sells) === 0;
  const who = `0x${addressWord(account)}`;
  if (after.type === 'V2') {
    const [in0, in1] = isZeroIn ? [amountIn, 0n] : [0n, amountIn];
    const [out0, out1] = isZeroIn ? [0n, amountOut] : [amountOut, 0n];
    return [
      { address, topics: [TOPICS.v2Sync], data: words(after.reserve0, after.reserve1) },
      { address, topics: [TOPICS.v2Swap, who, who], data: words(in0, in1, out0, out1) },
    ];
  }
  const { sqrtPriceX96, liquidity, tick } = after;
  const [amount0, amount1] = isZeroIn ? [amountIn, -amountOut] : [-amountOut, amountIn];
  const data = words(amount0, amount1, sqrtPriceX96, liquidity, BigInt(tick));
  return [{ address, topics: [TOPICS.v3Swap, who, who], data }];
}

function transfer(token: Address, [from, to]: readonly [Address, Address], amount: bigint): Log {
  const topics = [TRANSFER, `0x${addressWord(from)}`, `0x${addressWord(to)}`];
  return { address: token, topics, data: words(amount) };
}

function words(...values: readonly bigint[]): string {
  return `0x${values.map((one) => (one < 0n ? intWord(one) : uintWord(one))).join('')}`;
}

/** A pool at a price of 100, with so many whole units of base on its side, or within its ranges. */
export function poolAt100(kind: 'v2' | 'v3', units: bigint, baseIsToken0: boolean): Pool {
  const [base, quote] = [units * 10n ** 18n, units * 100n * 10n ** 6n];
  const [amount0, amount1] = baseIsToken0 ? [base, quote] : [quote, base];
  if (kind === 'v2') {
    return { type: 'V2', reserve0: amount0, reserve1: amount1, feePips: 100 };
  }
  const sqrtPriceX96 = root((amount1 << 192n) / amount0);
  const tick = tickAtSqrtPrice(sqrtPriceX96);
  const spacing = 10;
  const middle = Math.floor(tick / spacing) * spacing;
  const whole = root(base * quote);
  // Three positions, one within the other: swaps cross their ends.
  const ranges = [
    [20, whole / 2n],
    [60, whole / 4n],
    [3_000, whole / 4n],
  ] as const;
  const ticks = ranges
    .flatMap(([reach, liquidity]): readonly (readonly [number, bigint])[] => [
      [middle - reach, liquidity],
      [middle + reach, -liquidity],
    ])
    .toSorted(([a], [b]) => a - b);
  const liquidity = ranges.reduce((sum, [, one]) => sum + one, 0n);
  return { type: 'V3', sqrtPriceX96, tick, liquidity, feePips: 100, tickSpacing: spacing, ticks };
}

/** The whole part of the square root, by Newton's way. */
function root(value: bigint): bigint {
  let guess = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}
