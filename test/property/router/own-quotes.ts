// What a quantity costs at a source, worked out anew: no line of the router's own.
import type { BookSource, PoolSource, RouteOrder, Source } from '../../../router/index.ts';
import { v2In, v2Out, v3Swap } from '../../fixtures/pool-contract.ts';
import { E18, E36 } from './draw.ts';

/** Signed: paid is positive, received negative. 36 decimals. Null: the venue or the limit forbids it. */
export function ownCost(source: Source, order: RouteOrder, qty: bigint): bigint | null {
  if (qty <= 0n || qty % source.lot !== 0n || qty < source.minQty) return null;
  if (qty > source.maxQty) return null;
  return source.type === 'Book' ? bookCost(source, order, qty) : poolCost(source, order, qty);
}

function bookCost(source: BookSource, { side, limit, limitBasis }: RouteOrder, qty: bigint) {
  let [left, gross, worst] = [qty, 0n, 0n];
  for (const [ticks, lots] of source.levels) {
    if (left === 0n) break;
    const size = BigInt(lots) * (source.levelLot ?? source.lot);
    const part = left < size ? left : size;
    worst = BigInt(ticks) * source.tick;
    gross += part * worst;
    left -= part;
  }
  if (left > 0n) return null;
  if ((side === 'buy' ? gross : worst * qty) < source.minNotional) return null;
  const fee = source.takerFee;
  if (limit !== null) {
    const scaled = limit * E18;
    const unit = limitBasis === 'gross' ? E18 : side === 'buy' ? E18 + fee : E18 - fee;
    if (side === 'buy' ? worst * unit > scaled : worst * unit < scaled) return null;
  }
  const paid = gross * fee;
  const charged = paid >= 0n ? (paid + E18 - 1n) / E18 : -(-paid / E18);
  return side === 'buy' ? gross + charged : charged - gross;
}

function poolCost(source: PoolSource, order: RouteOrder, qty: bigint): bigint | null {
  const { pool, decimals, baseIsToken0, gasCost } = source;
  const { side, limit, limitBasis } = order;
  const base = (qty * 10n ** BigInt(decimals.base)) / E18;
  const zeroForOne = baseIsToken0 === (side === 'sell');
  let quote: bigint;
  let price: readonly [bigint, bigint]; // Quote per base after it, before the fee, in raw units.
  if (pool.type === 'V2') {
    const [reserve, other] = baseIsToken0
      ? [pool.reserve0, pool.reserve1]
      : [pool.reserve1, pool.reserve0];
    if (side === 'buy' && base >= reserve) return null;
    quote = side === 'buy' ? v2In(pool, zeroForOne, base) : v2Out(pool, zeroForOne, base);
    const kept = BigInt(1_000_000 - pool.feePips);
    const after =
      side === 'buy' ? (reserve - base) * 1_000_000n : reserve * 1_000_000n + base * kept;
    price = [reserve * other * 10n ** 12n, after * after];
  } else {
    const amountSpecified = side === 'buy' ? -base : base;
    const swapped = v3Swap(pool, { zeroForOne, amountSpecified });
    if (swapped === null || swapped.left !== 0n) return null;
    quote = side === 'buy' ? swapped.amountIn : swapped.amountOut;
    const square = swapped.sqrtPriceX96 ** 2n;
    price = baseIsToken0 ? [square, 1n << 192n] : [1n << 192n, square];
  }
  const notional = quote * 10n ** BigInt(36 - decimals.quote);
  const cost = (side === 'buy' ? notional : -notional) + gasCost;
  if (gasCost > notional) return null; // Its gas would be more than the swap itself.
  if (limit !== null) {
    const kept = BigInt(1_000_000 - pool.feePips);
    const raw = limit * 10n ** BigInt(decimals.quote); // Over E18 and 10^base decimals.
    const unit = E18 * 10n ** BigInt(decimals.base);
    const isBeyond =
      side === 'buy'
        ? price[0] * 1_000_000n * unit > price[1] * kept * raw
        : price[0] * kept * unit < price[1] * 1_000_000n * raw;
    if (isBeyond) return null;
    if (limitBasis === 'allIn' && cost > (side === 'buy' ? 1n : -1n) * limit * qty) return null;
  }
  return cost;
}

/** What each number of lots costs; index 0 is nothing. */
export function costTable(
  source: Source,
  order: RouteOrder,
  { lot, lots }: { readonly lot: bigint; readonly lots: number },
): readonly (bigint | null)[] {
  const costs: (bigint | null)[] = [0n];
  for (let count = 1; count <= lots; count += 1) {
    costs.push(ownCost(source, order, BigInt(count) * lot));
  }
  return costs;
}

export function toFloat(notional: bigint): number {
  return Number(notional) / Number(E36);
}
