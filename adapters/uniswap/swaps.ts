// A child's parts as swaps, and mined swaps as its fills. A buy is exact output, a sell exact input: quantities are
// exact, the limit is the bound, and all or nothing is done.

import { type Address, type ChainLog, type Receipt, wordsOf } from '../chain/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { type Side, type VenueOrderID, asVenueExecID } from '../../spec/terms/index.ts';
import { asNotional, asPrice, asQty } from '../../spec/units/index.ts';
import type {
  ChildOrder,
  ChildSwap,
  Fill,
  SignedSwap,
  SignedTransaction,
} from '../../spec/venues/index.ts';
import { TICKS_MOST, type UniswapPool, type UniswapToken, baseIsToken0 } from './config.ts';
import { swapOf } from './logs.ts';
import { exactTokenAmount, fromTokenAmount } from './prices.ts';

export interface SwapTerms {
  readonly pool: UniswapPool;
  readonly tokenIn: UniswapToken;
  readonly tokenOut: UniswapToken;
  readonly exact: 'in' | 'out';
  readonly amountIn: bigint;
  readonly amountOut: bigint;
  readonly ticksCrossed: number;
}

/** Of a child that does not say: as many as one swap may cross. */
const TICKS_UNKNOWN = TICKS_MOST;
const NOTIONAL_DECIMALS = 36;
const TRANSFER = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';

/** The child's limit is what it pays at most or receives at least, to the token's last unit. Text: why there is none. */
function swapTerms(part: ChildSwap, side: Side, pool: UniswapPool): SwapTerms | string {
  const { base, quote } = pool;
  const baseAmount = exactTokenAmount(part.orderQty, base.decimals);
  if (baseAmount === null || baseAmount === 0n) {
    return `a quantity finer than the ${base.decimals} decimals of the token`;
  }
  const worst = part.price * part.orderQty;
  const unit = 10n ** BigInt(NOTIONAL_DECIMALS - quote.decimals);
  const { ticksCrossed } = part;
  const tokens = { pool, ticksCrossed, ...tokensFor(side, pool) };
  if (side === 'buy') {
    const amountIn = worst / unit;
    if (amountIn === 0n) return 'a limit of nothing';
    return { ...tokens, exact: 'out', amountIn, amountOut: baseAmount };
  }
  const amountOut = (worst + unit - 1n) / unit;
  if (amountOut === 0n) return 'a limit of nothing';
  return { ...tokens, exact: 'in', amountIn: baseAmount, amountOut };
}

/** The swaps of a child, in the order of its parts. Text: why there are none. */
export function termsOf(
  config: { readonly pools: readonly UniswapPool[] },
  child: ChildOrder,
): readonly SwapTerms[] | string {
  const all: SwapTerms[] = [];
  for (const part of partsOf(child)) {
    const pool = poolNamed(config, part.venueSymbol);
    if (pool === null) return `pool ${part.venueSymbol} is not configured`;
    const terms = swapTerms(part, child.side, pool);
    if (typeof terms === 'string') return terms;
    all.push(terms);
  }
  if (all.length > 1 && child.side === 'buy' && all.some(({ pool }) => pool.kind === 'v2')) {
    return 'a buy in a v2 pool together with others: that router gives out more than was asked';
  }
  return all;
}

/** A child of one swap is a group of one. */
function partsOf({ swaps, venueSymbol, orderQty, price }: ChildOrder): readonly ChildSwap[] {
  if (swaps !== undefined && swaps.length > 0) return swaps;
  return [{ venueSymbol, orderQty, price, ticksCrossed: TICKS_UNKNOWN }];
}

/** The swaps that a transaction makes, by the pool's name. */
export function swapsIn(
  transaction: Omit<SignedTransaction, 'hash' | 'raw'>,
): readonly SignedSwap[] {
  return transaction.swaps.length > 0 ? transaction.swaps : [transaction];
}

export function poolNamed(
  { pools }: { readonly pools: readonly UniswapPool[] },
  venueSymbol: string,
): UniswapPool | null {
  return pools.find((pool) => pool.venueSymbol === venueSymbol) ?? null;
}

export function tokensFor(
  side: Side,
  pool: UniswapPool,
): { readonly tokenIn: UniswapToken; readonly tokenOut: UniswapToken } {
  const { base, quote } = pool;
  return side === 'buy' ? { tokenIn: quote, tokenOut: base } : { tokenIn: base, tokenOut: quote };
}

export interface MinedSwaps {
  readonly receipt: Receipt;
  readonly side: Side;
  readonly account: Address;
  readonly chainID: number;
  readonly venueOrderID: VenueOrderID;
  readonly transactTime: EpochNs;
}

/** A fill but for its fee: gas is of the whole transaction. */
export type BookedSwap = Omit<Fill, 'feeAmount' | 'feeAsset'>;

/**
 * Booked from the pool's own event and from what it sent. Null where the receipt holds no swap of the pool, or no
 * transfer of what was bought: what did not arrive is no fill, whatever the pool says.
 */
export function fillOf(mined: MinedSwaps, pool: UniswapPool): BookedSwap | null {
  const { receipt, side } = mined;
  const ordinal = receipt.logs.findIndex((log) => isSwapIn(pool, log));
  const log = receipt.logs[ordinal];
  const swap = log === undefined ? null : swapOf(log);
  if (swap === null) return null;
  const [base, quote] = baseIsToken0(pool)
    ? [swap.amount0, swap.amount1]
    : [swap.amount1, swap.amount0];
  const [seenBase, seenQuote] = [magnitude(base), magnitude(quote)];
  // A token that keeps a part of each transfer brings less than its pool gave out.
  const arrivedBase = side === 'buy' ? arrived(mined, pool, pool.base) : seenBase;
  const arrivedQuote = side === 'sell' ? arrived(mined, pool, pool.quote) : seenQuote;
  if (arrivedBase === null || arrivedQuote === null) return null;
  const lastQty = fromTokenAmount(arrivedBase, pool.base.decimals);
  if (lastQty === 0n) return null;
  const notional = fromTokenAmount(arrivedQuote, pool.quote.decimals) * 10n ** 18n;
  return {
    venueOrderID: mined.venueOrderID,
    venueExecID: asVenueExecID(`${mined.chainID}:${receipt.transactionHash}:${ordinal}`),
    lastQty: asQty(lastQty),
    lastPx: asPrice(halfEven(notional, lastQty)),
    grossTradeAmt: asNotional(notional),
    liquidity: 'taker',
    transactTime: mined.transactTime,
  };
}

function isSwapIn(pool: UniswapPool, log: ChainLog): boolean {
  return log.address === pool.address && swapOf(log) !== null;
}

/** What of the token came from the pool to the account; null: no transfer of it is in the receipt. */
function arrived(mined: MinedSwaps, pool: UniswapPool, token: UniswapToken): bigint | null {
  let sum: bigint | null = null;
  for (const log of mined.receipt.logs) {
    if (log.address !== token.address || log.topics[0] !== TRANSFER) continue;
    if (BigInt(log.topics[1] ?? '0x0') !== BigInt(pool.address)) continue;
    if (BigInt(log.topics[2] ?? '0x0') !== BigInt(mined.account)) continue;
    const [amount] = wordsOf(log.data) ?? [];
    if (amount !== undefined) sum = (sum ?? 0n) + amount;
  }
  return sum;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** The quotient rounded half to even. */
function halfEven(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const twiceRest = (dividend % divisor) * 2n;
  if (twiceRest > divisor) return quotient + 1n;
  if (twiceRest < divisor) return quotient;
  return quotient % 2n === 0n ? quotient : quotient + 1n;
}
