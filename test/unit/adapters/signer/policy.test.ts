// The signer's own limits: what stands on them passes, one unit more does not.

import { describe, expect, test } from '@jest/globals';
import type {
  ApproveCall,
  PartSwap,
  SigningRequest,
  SigningTransaction,
  SwapCall,
  SwapsCall,
} from '../../../../adapters/port/index.ts';
import { type Spent, judge, recordSpent } from '../../../../adapters/signer/policy.ts';
import { ACCOUNT, STRANGE, USDT, WETH, policyWith } from './policy-arrangement.ts';

const NOW = 1_763_700_000;
const swap: SwapCall = {
  type: 'Swap',
  pool: 'v3',
  tokenIn: USDT,
  tokenOut: WETH,
  feePips: 500,
  exact: 'out',
  amountIn: '1000000000',
  amountOut: '300000000000000000',
  deadline: NOW + 120,
};
const approve: ApproveCall = { type: 'Approve', pool: 'v3', token: USDT, amount: '1000000000' };

/** 600 and 400 USDT: together as much as one swap may pay. */
const together: SwapsCall = {
  type: 'Swaps',
  swaps: ['600000000', '400000000'].map((amountIn, at) => ({
    pool: 'v3',
    tokenIn: USDT,
    tokenOut: WETH,
    feePips: at === 0 ? 500 : 3_000,
    exact: 'out',
    amountIn,
    amountOut: '100000000000000000',
  })),
  deadline: NOW + 120,
};

/** With one of its swaps changed. */
function butFor(changes: Partial<PartSwap>): SwapsCall {
  const [first, ...others] = together.swaps;
  if (first === undefined) throw new Error('no swaps');
  return { ...together, swaps: [{ ...first, ...changes }, ...others] };
}

test('several swaps are held to the limits of one, all that they pay together', () => {
  expect(refusal(request(together))).toBeNull();
  expect(refusal(request(butFor({ amountIn: '600000001' })))).toMatch(
    /^1000000001 units of USDT in one swap/,
  );
  const judged = judge(request(together), policyWith({}), {
    account: ACCOUNT,
    now: NOW,
    spent: [],
  });
  expect(judged).toEqual({
    type: 'Allowed',
    spending: [{ nonce: 5, token: USDT, amount: 1_000_000_000n, at: NOW }],
  });
});

test.each([
  ['a token that is not listed', butFor({ tokenOut: STRANGE }), `token ${STRANGE} is not allowed`],
  ['a swap for nothing', butFor({ amountOut: '0' }), 'a swap without a least amount to receive'],
  ['a token for itself', butFor({ tokenOut: USDT }), 'a token for itself'],
  ['a buy in a v2 pool', butFor({ pool: 'v2' }), 'an exact output of a v2 pool together with'],
  ['a deadline a second later', { ...together, deadline: NOW + 121 }, 'a deadline 121 s ahead'],
])('any of several swaps refuses them all: %s', (_title, call, text) => {
  expect(refusal(request(call))).toContain(text);
});

function request(
  call: SigningTransaction['call'],
  changes: Partial<SigningTransaction> = {},
): SigningRequest {
  const transaction: SigningTransaction = {
    nonce: 5,
    gasLimit: 1_000_000,
    maxFeePerGas: '100000000000',
    maxPriorityFeePerGas: '100000000000',
    call,
    ...changes,
  };
  return { chainID: 1337, account: ACCOUNT, transactions: [transaction] };
}

function refusal(asked: SigningRequest, spent: readonly Spent[] = []): string | null {
  const judged = judge(asked, policyWith({}), { account: ACCOUNT, now: NOW, spent });
  return judged.type === 'Refused' ? judged.text : null;
}

test.each([
  ['a swap', request(swap)],
  ['an approval', request(approve)],
  ['a cancel', request({ type: 'Cancel' })],
])('%s on every bound at once is allowed', (_title, asked) => {
  expect(refusal(asked)).toBeNull();
});

test.each([
  ['another chain', { ...request(swap), chainID: 1 }, 'chain 1; this signer signs for 1337'],
  ['another account', { ...request(swap), account: STRANGE }, `account ${STRANGE}; this`],
  ['a wei more for gas', request(swap, { maxFeePerGas: '100000000001' }), 'a fee of 100000000001'],
  ['a tip above the fee', request(swap, { maxFeePerGas: '5' }), 'a tip above the whole fee'],
  ['a unit of gas more', request(swap, { gasLimit: 1_000_001 }), '1000001 gas; at most 1000000'],
  ['a token paid that is not listed', request({ ...swap, tokenIn: STRANGE }), `token ${STRANGE}`],
  ['a token taken that is not listed', request({ ...swap, tokenOut: STRANGE }), `token ${STRANGE}`],
  ['a token for itself', request({ ...swap, tokenOut: USDT }), 'a token for itself'],
  [
    'a unit more in one swap',
    request({ ...swap, amountIn: '1000000001' }),
    '1000000001 units of USDT in one swap; at most 1000000000 are allowed',
  ],
  ['no least amount', request({ ...swap, amountOut: '0' }), 'without a least amount'],
  [
    'a deadline a second later',
    request({ ...swap, deadline: NOW + 121 }),
    'a deadline 121 s ahead',
  ],
  ['an approval of a stranger', request({ ...approve, token: STRANGE }), `token ${STRANGE}`],
  [
    'an approval of a unit more',
    request({ ...approve, amount: '1000000001' }),
    '1000000001 units of USDT',
  ],
])('%s is refused with what was found', (_title, asked, words) => {
  expect(refusal(asked)).toContain(words);
});

test('a router that is not listed is refused', () => {
  const policy = policyWith({ routers: { v2: null, v3: null } });
  const view = { account: ACCOUNT, now: NOW, spent: [] };
  expect(judge(request(swap), policy, view)).toEqual({
    type: 'Refused',
    text: 'no router of v3 is allowed',
  });
});

test('one transaction that is not allowed refuses all of the request', () => {
  const [first] = request(approve).transactions;
  const [second] = request({ ...swap, tokenOut: STRANGE }).transactions;
  if (first === undefined || second === undefined) throw new Error('no transactions');
  const both = { ...request(approve), transactions: [first, second] };
  expect(refusal(both)).toBe(`token ${STRANGE} is not allowed`);
});

describe('the amount of an hour', () => {
  const spent = (nonce: number, amount: bigint, agoS: number): Spent => ({
    nonce,
    token: USDT,
    amount,
    at: NOW - agoS,
  });

  test('counts what other nonces paid within it', () => {
    const before = [spent(1, 1_000_000_000n, 3_599), spent(2, 500_000_000n, 10)];
    expect(refusal(request(swap), before)).toBeNull(); // 2,500 of 2,500.
    expect(refusal(request(swap), [...before, spent(3, 1n, 10)])).toContain('2500000001 units');
  });

  test('forgets what is an hour old', () => {
    const old = [spent(1, 1_000_000_000n, 3_600), spent(2, 1_000_000_000n, 10)];
    expect(refusal(request(swap), old)).toBeNull();
  });

  test('counts a nonce once, however often it is signed anew', () => {
    const same = [spent(5, 1_000_000_000n, 10), spent(4, 1_500_000_000n, 10)];
    expect(refusal(request(swap), same)).toBeNull();
  });

  test('keeps the larger amount of a nonce: its first bytes may still be mined', () => {
    const first = [spent(5, 900n, 10)];
    const smaller = recordSpent(first, [spent(5, 100n, 0)], NOW);
    expect(smaller).toEqual([spent(5, 900n, 10)]);
    expect(recordSpent(first, [spent(5, 1_000n, 0)], NOW)).toEqual([spent(5, 1_000n, 0)]);
  });
});
