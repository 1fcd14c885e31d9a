// A transaction as the signer is asked for it, and the signer's answer.

import { bytesOf } from '../chain/index.ts';
import type { PartSwap, SigningAnswer, SigningCall } from '../port/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import type { Side } from '../../spec/terms/index.ts';
import type { SignedSwap, SignedTransaction } from '../../spec/venues/index.ts';
import type { SigningJob, Unsigned } from './account-ports.ts';
import type { UniswapOrdersConfig } from './config.ts';
import { poolNamed, swapsIn, tokensFor } from './swaps.ts';

const NS_PER_S = 1_000_000_000n;

/** Null: a pool of it is not configured any more. */
export function callOf(
  transaction: Omit<Unsigned, 'call'>,
  config: UniswapOrdersConfig,
): SigningCall | null {
  const { purpose, side, amountIn, venueSymbol, deadline } = transaction;
  const pool = poolNamed(config, venueSymbol);
  if (pool === null) return null;
  switch (purpose) {
    case 'Cancel':
      return { type: 'Cancel' };
    case 'Approve': {
      const token = tokensFor(side, pool).tokenIn.address;
      return { type: 'Approve', pool: pool.kind, token, amount: String(amountIn) };
    }
    case 'Swap': {
      const by = { deadline: Number(deadline / NS_PER_S) };
      const swaps = swapsIn(transaction).map((swap) => partOf(swap, side, config));
      const [first, ...others] = swaps;
      if (first === undefined || first === null) return null;
      if (others.length === 0) return { type: 'Swap', ...first, ...by };
      const whole = swaps.flatMap((swap) => swap ?? []);
      return whole.length < swaps.length ? null : { type: 'Swaps', swaps: whole, ...by };
    }
    default:
      return unreachable(purpose);
  }
}

function partOf(swap: SignedSwap, side: Side, config: UniswapOrdersConfig): PartSwap | null {
  const pool = poolNamed(config, swap.venueSymbol);
  if (pool === null) return null;
  const { tokenIn, tokenOut } = tokensFor(side, pool);
  return {
    pool: pool.kind,
    tokenIn: tokenIn.address,
    tokenOut: tokenOut.address,
    feePips: pool.feePips,
    exact: side === 'buy' ? 'out' : 'in',
    amountIn: String(swap.amountIn),
    amountOut: String(swap.amountOut),
  };
}

/** Null where the answer is not one pair of hash and bytes for each that was asked for. */
export function readSigned(
  job: SigningJob,
  signed: readonly { readonly hash: string; readonly raw: string }[],
): readonly SignedTransaction[] | null {
  if (signed.length !== job.transactions.length) return null;
  const all: SignedTransaction[] = [];
  for (const [at, { call: _call, ...transaction }] of job.transactions.entries()) {
    const raw = bytesOf(signed[at]?.raw ?? '');
    const hash = signed[at]?.hash ?? '';
    if (raw === null || raw.length === 0 || !/^0x[0-9a-f]{64}$/.test(hash)) return null;
    all.push({ ...transaction, hash, raw });
  }
  return all;
}

export function refusalOf(answer: SigningAnswer | null): string {
  if (answer === null) return 'the signer does not answer';
  return answer.type === 'Refused'
    ? `the signer refused: ${answer.text}`
    : 'the signer said nothing';
}
