// What an account may pay with: allowances and balances, less what its pending transactions count on.

import type { Address } from '../chain/index.ts';
import { formatDecimal } from '../../spec/units/index.ts';
import type { Unsigned } from './account-ports.ts';
import type { UniswapOrdersConfig, UniswapPool, UniswapToken } from './config.ts';
import type { Nonces } from './nonces.ts';
import { type Round, allowanceKey } from './round.ts';
import { type Slot, firstOf, gasReserved, isSwap } from './slots.ts';
import { type SwapTerms, poolNamed, tokensFor } from './swaps.ts';

export interface Means {
  readonly config: UniswapOrdersConfig;
  readonly nonces: Nonces;
  readonly round: Round;
}

/** What a child's swaps pay together, all in the same token, and by which router. */
export interface Payment {
  /** One whose own router all go by: several, v2 pools among them, by the router of v3. */
  readonly pool: UniswapPool;
  readonly tokenIn: UniswapToken;
  readonly amountIn: bigint;
  readonly amountOut: bigint;
}

export function paymentOf(terms: readonly SwapTerms[]): Payment {
  const [first] = terms;
  if (first === undefined) throw new Error('a child without a swap');
  const { pool, tokenIn } = terms.find((one) => one.pool.kind === 'v3') ?? first;
  let [amountIn, amountOut] = [0n, 0n];
  for (const one of terms) {
    amountIn += one.amountIn;
    amountOut += one.amountOut;
  }
  return { pool, tokenIn, amountIn, amountOut };
}

/** What the router must be let to take: exactly these swaps', over zero where the token wants it. */
export function approvalsFor(means: Means, payment: Payment): readonly bigint[] {
  const { pool, tokenIn, amountIn } = payment;
  const { config, nonces, round } = means;
  const router = pool.kind === 'v2' ? config.contracts.routerV2 : config.contracts.routerV3;
  const key = allowanceKey(tokenIn.address, router);
  const isUsed = nonces
    .ascending()
    .some(
      (slot) => !nonces.isMined(slot) && paysBy(config, slot, { token: tokenIn.address, pool }),
    );
  const allowed = round.allowances.get(key) ?? 0n;
  if (!isUsed && allowed >= amountIn) return [];
  const isZero = !isUsed && allowed === 0n;
  return tokenIn.approvesFromZero && !isZero ? [0n, amountIn] : [amountIn];
}

function paysBy(
  config: UniswapOrdersConfig,
  slot: Slot,
  { token, pool }: { readonly token: Address; readonly pool: UniswapPool },
): boolean {
  const { venueSymbol, side } = firstOf(slot);
  const own = poolNamed(config, venueSymbol);
  return own?.kind === pool.kind && tokensFor(side, own).tokenIn.address === token;
}

/** Two pending transactions never count on the same coin or token. Null: there is enough. */
export function shortageOf(
  { config, nonces, round }: Means,
  { payment, unsigned }: { readonly payment: Payment; readonly unsigned: readonly Unsigned[] },
): string | null {
  let coin = 0n;
  const { address } = payment.tokenIn;
  let token = payment.amountIn;
  for (const one of unsigned) coin += BigInt(one.gasLimit) * one.maxFeePerGas;
  for (const slot of nonces.ascending()) {
    if (nonces.isMined(slot)) continue;
    coin += gasReserved(slot);
    const { venueSymbol, side, amountIn } = firstOf(slot);
    const pool = poolNamed(config, venueSymbol);
    if (!isSwap(slot) || pool === null) continue;
    if (tokensFor(side, pool).tokenIn.address === address) token += amountIn;
  }
  if (coin > round.coin) {
    return `gas may cost ${formatDecimal(coin)} ${config.coin}, the account has ${formatDecimal(round.coin)}`;
  }
  const held = round.balances.get(address) ?? 0n;
  if (token <= held) return null;
  return `${token} units of ${address} are needed, the account has ${held}`;
}
