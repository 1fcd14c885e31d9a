// A structured transaction as signed bytes: EIP-1559, type 2. Source: EIP-1559, EIP-2718.

import { type Address, addressOf } from '../chain/index.ts';
import type { PartSwap, SigningTransaction } from '../port/index.ts';
import { invariant, unreachable } from '../../spec/proof/index.ts';
import {
  type SwapWords,
  approveData,
  multicallData,
  v2PartData,
  v2SwapData,
  v3PartData,
} from './calls.ts';
import { type SigningKey, keccak } from './key.ts';
import type { SigningPolicy } from './policy.ts';
import { type RlpItem, bytesOf, encodeRlp, hexOf, joined, rlpNumber } from './rlp.ts';

const TYPE = Uint8Array.of(2);
const NOTHING = new Uint8Array(0);

export interface SignedBytes {
  readonly hash: string;
  readonly raw: string;
}

/** The request has been judged: every address in it is on the policy's lists. */
export function signTransaction(
  transaction: SigningTransaction,
  policy: SigningPolicy,
  key: SigningKey,
): SignedBytes {
  const { to, data } = callOf(transaction, policy, key.account);
  const fields: readonly RlpItem[] = [
    rlpNumber(BigInt(policy.chainID)),
    rlpNumber(BigInt(transaction.nonce)),
    rlpNumber(BigInt(transaction.maxPriorityFeePerGas)),
    rlpNumber(BigInt(transaction.maxFeePerGas)),
    rlpNumber(BigInt(transaction.gasLimit)),
    bytesOf(to),
    NOTHING, // No value: coin of the chain is never sent.
    bytesOf(data),
    [],
  ];
  const digest = keccak(joined([TYPE, encodeRlp(fields)]));
  const { r, s, yParity } = key.sign(digest);
  const signature = [rlpNumber(BigInt(yParity)), rlpNumber(r), rlpNumber(s)];
  const bytes = joined([TYPE, encodeRlp([...fields, ...signature])]);
  return { hash: hexOf(keccak(bytes)), raw: hexOf(bytes) };
}

function callOf(
  { call }: SigningTransaction,
  policy: SigningPolicy,
  account: Address,
): { readonly to: Address; readonly data: string } {
  switch (call.type) {
    case 'Cancel':
      return { to: account, data: '0x' };
    case 'Approve': {
      const data = approveData(router(policy, call.pool), BigInt(call.amount));
      return { to: the(call.token), data };
    }
    case 'Swap': {
      const words = wordsOf(call, account);
      const deadline = BigInt(call.deadline);
      const data =
        call.pool === 'v2'
          ? v2SwapData(words, deadline)
          : multicallData([v3PartData(words)], deadline);
      return { to: router(policy, call.pool), data };
    }
    case 'Swaps': {
      const calls = call.swaps.map((swap) => {
        const words = wordsOf(swap, account);
        return swap.pool === 'v2' ? v2PartData(words) : v3PartData(words);
      });
      return { to: router(policy, 'v3'), data: multicallData(calls, BigInt(call.deadline)) };
    }
    default:
      return unreachable(call);
  }
}

function wordsOf(swap: PartSwap, recipient: Address): SwapWords {
  return {
    tokenIn: the(swap.tokenIn),
    tokenOut: the(swap.tokenOut),
    feePips: swap.feePips,
    exact: swap.exact,
    amountIn: BigInt(swap.amountIn),
    amountOut: BigInt(swap.amountOut),
    recipient,
  };
}

function router(policy: SigningPolicy, pool: 'v2' | 'v3'): Address {
  const found = policy.routers[pool];
  invariant(found !== null, 'I4', { pool });
  return found;
}

function the(text: string): Address {
  const address = addressOf(text);
  invariant(address !== null, 'I4', { text });
  return address;
}
