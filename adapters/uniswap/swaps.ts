// A child as one swap, and a mined swap as its fill. A buy is exact output, a sell exact input: quantities are exact,
// the limit is the bound, and all or nothing is done.

import { type Address, type ChainLog, type Receipt, wordsOf } from '../chain/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { type Side, type VenueOrderID, asVenueExecID } from '../../spec/terms/index.ts';
import { asNotional, asPrice, asQty } from '../../spec/units/index.ts';
import type { ChildOrder, Fill } from '../../spec/venues/index.ts';
import { type UniswapPool, type UniswapToken, baseIsToken0 } from './config.ts';
import { swapOf } from './logs.ts';
import { exactTokenAmount, fromTokenAmount } from './prices.ts';

export interface SwapTerms {
  readonly tokenIn: UniswapToken;
  readonly tokenOut: UniswapToken;
  readonly exact: 'in' | 'out';
  readonly amountIn: bigint;
  readonly amountOut: bigint;
}

const NOTIONAL_DECIMALS = 36;
const TRANSFER = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';

/** The child's limit is what it pays at most or receives at least, to the token's last unit. Text: why there is none. */
export function swapTerms(child: ChildOrder, pool: UniswapPool): SwapTerms | string {
  const { base, quote } = pool;
  const baseAmount = exactTokenAmount(child.orderQty, base.decimals);
  if (baseAmount === null || baseAmount === 0n) {
    return `a quantity finer than the ${base.decimals} decimals of the token`;
  }
  const worst = child.price * child.orderQty;
  const unit = 10n ** BigInt(NOTIONAL_DECIMALS - quote.decimals);
  const tokens = tokensFor(child.side, pool);
  if (child.side === 'buy') {
    const amountIn = worst / unit;
    if (amountIn === 0n) return 'a limit of nothing';
    return { ...tokens, exact: 'out', amountIn, amountOut: baseAmount };
  }
  const amountOut = (worst + unit - 1n) / unit;
  if (amountOut === 0n) return 'a limit of nothing';
  return { ...tokens, exact: 'in', amountIn: baseAmount, amountOut };
}

export function tokensFor(
  side: Side,
  pool: UniswapPool,
): { readonly tokenIn: UniswapToken; readonly tokenOut: UniswapToken } {
  const { base, quote } = pool;
  return side === 'buy' ? { tokenIn: quote, tokenOut: base } : { tokenIn: base, tokenOut: quote };
}

export interface MinedSwap {
  readonly receipt: Receipt;
  readonly pool: UniswapPool;
  readonly side: Side;
  readonly account: Address;
  readonly chainID: number;
  readonly venueOrderID: VenueOrderID;
  readonly feeAsset: string;
  readonly transactTime: EpochNs;
}

/** Booked from the pool's own event and from what arrived; null where the receipt holds no swap of the pool. */
export function fillOf(mined: MinedSwap): Fill | null {
  const { receipt, pool, side } = mined;
  const ordinal = receipt.logs.findIndex((log) => isSwapIn(pool, log));
  const log = receipt.logs[ordinal];
  const swap = log === undefined ? null : swapOf(log);
  if (swap === null) return null;
  const [base, quote] = baseIsToken0(pool)
    ? [swap.amount0, swap.amount1]
    : [swap.amount1, swap.amount0];
  const [seenBase, seenQuote] = [magnitude(base), magnitude(quote)];
  // A token that keeps a part of each transfer brings less than its pool gave out.
  const arrivedBase = side === 'buy' ? (arrived(mined, pool.base) ?? seenBase) : seenBase;
  const arrivedQuote = side === 'sell' ? (arrived(mined, pool.quote) ?? seenQuote) : seenQuote;
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
    feeAmount: receipt.gasUsed * receipt.effectiveGasPrice,
    feeAsset: mined.feeAsset,
    transactTime: mined.transactTime,
  };
}

function isSwapIn(pool: UniswapPool, log: ChainLog): boolean {
  return log.address === pool.address && swapOf(log) !== null;
}

/** What of the token came to the account; null: no transfer of it is in the receipt. */
function arrived(mined: MinedSwap, token: UniswapToken): bigint | null {
  let sum: bigint | null = null;
  for (const log of mined.receipt.logs) {
    if (log.address !== token.address || log.topics[0] !== TRANSFER) continue;
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
