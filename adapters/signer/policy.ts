// What this signer signs, by its own list: whoever asks cannot move it. Each refusal says what was found and allowed.

import { type Address, addressOf } from '../chain/index.ts';
import type { PartSwap, SigningRequest, SigningTransaction } from '../port/index.ts';
import { unreachable } from '../../spec/proof/index.ts';

export interface TokenLimit {
  readonly address: Address;
  /** For people: as in `USDT`. */
  readonly symbol: string;
  /** Paid by one swap at most, in the token's own integers. */
  readonly perSwap: bigint;
  /** Paid by all swaps of an hour at most. */
  readonly perHour: bigint;
}

export interface SigningPolicy {
  readonly chainID: number;
  readonly routers: { readonly v2: Address | null; readonly v3: Address | null };
  readonly tokens: readonly TokenLimit[];
  /** Wei for each unit of gas at most. */
  readonly maxFeePerGas: bigint;
  readonly maxGasLimit: number;
  /** A deadline may be so far ahead at most. */
  readonly maxDeadlineS: number;
}

/** What one nonce may still pay: it is counted once, however often it is signed anew. */
export interface Spent {
  readonly nonce: number;
  readonly token: Address;
  readonly amount: bigint;
  /** Seconds since 1970. */
  readonly at: number;
}

export interface PolicyView {
  readonly account: Address;
  /** Seconds since 1970. */
  readonly now: number;
  readonly spent: readonly Spent[];
}

const HOUR_S = 3_600;

export type Judged =
  | { readonly type: 'Allowed'; readonly spending: readonly Spent[] }
  | { readonly type: 'Refused'; readonly text: string };

/** All of the request, or the first thing that stands against it. */
export function judge(request: SigningRequest, policy: SigningPolicy, view: PolicyView): Judged {
  if (request.chainID !== policy.chainID) {
    return refused(`chain ${request.chainID}; this signer signs for ${policy.chainID}`);
  }
  if (addressOf(request.account) !== view.account) {
    return refused(`account ${request.account}; this signer's is ${view.account}`);
  }
  const spending: Spent[] = [];
  for (const transaction of request.transactions) {
    const objection =
      gasObjection(transaction, policy) ?? callObjection(transaction, policy, view, spending);
    if (objection !== null) return refused(objection);
  }
  return { type: 'Allowed', spending };
}

/** Spendings that still count, with new ones in the place of what the same nonce had. */
export function recordSpent(
  spent: readonly Spent[],
  more: readonly Spent[],
  now: number,
): readonly Spent[] {
  const recent = spent.filter(({ at }) => now - at < HOUR_S);
  const kept = recent.filter(
    (one) => !more.some(({ nonce, token }) => nonce === one.nonce && token === one.token),
  );
  return [...kept, ...more.map((one) => counted(recent, one))];
}

/** The nonce's first bytes may still be mined: the larger amount of the two counts. */
function counted(recent: readonly Spent[], one: Spent): Spent {
  const before = recent.find(({ nonce, token }) => nonce === one.nonce && token === one.token);
  return before !== undefined && before.amount > one.amount ? before : one;
}

function gasObjection(transaction: SigningTransaction, policy: SigningPolicy): string | null {
  const fee = BigInt(transaction.maxFeePerGas);
  if (fee > policy.maxFeePerGas) {
    return `a fee of ${fee} wei a gas; at most ${policy.maxFeePerGas} are allowed`;
  }
  if (BigInt(transaction.maxPriorityFeePerGas) > fee) return 'a tip above the whole fee';
  if (transaction.gasLimit <= policy.maxGasLimit) return null;
  return `${transaction.gasLimit} gas; at most ${policy.maxGasLimit} are allowed`;
}

function callObjection(
  transaction: SigningTransaction,
  policy: SigningPolicy,
  view: PolicyView,
  spending: Spent[],
): string | null {
  const { call, nonce } = transaction;
  switch (call.type) {
    case 'Cancel':
      return null;
    case 'Approve': {
      const token = tokenOf(policy, call.token);
      if (policy.routers[call.pool] === null) return `no router of ${call.pool} is allowed`;
      if (token === null) return `token ${call.token} is not allowed`;
      return over(token, BigInt(call.amount));
    }
    case 'Swap':
      return swapsObjection([call], { call, nonce }, policy, { view, spending });
    case 'Swaps': {
      if (policy.routers.v3 === null) return 'no router of v3 is allowed: swaps go together by it';
      const v2Buy = call.swaps.find((swap) => swap.pool === 'v2' && swap.exact === 'out');
      if (v2Buy !== undefined) return 'an exact output of a v2 pool together with other swaps';
      return swapsObjection(call.swaps, { call, nonce }, policy, { view, spending });
    }
    default:
      return unreachable(call);
  }
}

/** Each swap by the lists; what all of them together pay of a token by its limits. */
function swapsObjection(
  swaps: readonly PartSwap[],
  { call, nonce }: { readonly call: { readonly deadline: number }; readonly nonce: number },
  policy: SigningPolicy,
  { view, spending }: { readonly view: PolicyView; readonly spending: Spent[] },
): string | null {
  const paid = new Map<TokenLimit, bigint>();
  for (const swap of swaps) {
    const tokenIn = tokenOf(policy, swap.tokenIn);
    const tokenOut = tokenOf(policy, swap.tokenOut);
    if (policy.routers[swap.pool] === null) return `no router of ${swap.pool} is allowed`;
    if (tokenIn === null) return `token ${swap.tokenIn} is not allowed`;
    if (tokenOut === null) return `token ${swap.tokenOut} is not allowed`;
    if (tokenIn === tokenOut) return 'a token for itself';
    if (BigInt(swap.amountOut) <= 0n) return 'a swap without a least amount to receive';
    paid.set(tokenIn, (paid.get(tokenIn) ?? 0n) + BigInt(swap.amountIn));
  }
  if (call.deadline > view.now + policy.maxDeadlineS) {
    return `a deadline ${call.deadline - view.now} s ahead; at most ${policy.maxDeadlineS} are allowed`;
  }
  for (const [token, amount] of paid) {
    const tooMuch = over(token, amount) ?? overHour(token, { nonce, amount }, view, spending);
    if (tooMuch !== null) return tooMuch;
  }
  for (const [token, amount] of paid) {
    spending.push({ nonce, token: token.address, amount, at: view.now });
  }
  return null;
}

function over(token: TokenLimit, amount: bigint): string | null {
  if (amount <= token.perSwap) return null;
  return `${amount} units of ${token.symbol} in one swap; at most ${token.perSwap} are allowed`;
}

function overHour(
  token: TokenLimit,
  asked: { readonly nonce: number; readonly amount: bigint },
  view: PolicyView,
  spending: readonly Spent[],
): string | null {
  let sum = asked.amount;
  for (const one of [...view.spent, ...spending]) {
    if (one.token !== token.address || one.nonce === asked.nonce) continue;
    if (view.now - one.at < HOUR_S) sum += one.amount;
  }
  if (sum <= token.perHour) return null;
  return `${sum} units of ${token.symbol} within an hour; at most ${token.perHour} are allowed`;
}

function tokenOf(policy: SigningPolicy, text: string): TokenLimit | null {
  const address = addressOf(text);
  return policy.tokens.find((token) => token.address === address) ?? null;
}

function refused(text: string): Judged {
  return { type: 'Refused', text };
}
