// What is signed, against viem: it decodes our bytes, finds our account, and encodes the same call data.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type TransactionSerialized,
  decodeFunctionData,
  encodeFunctionData,
  keccak256,
  parseAbi,
  parseTransaction,
  recoverTransactionAddress,
  toRlp,
} from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import type { PartSwap, SigningTransaction, SwapCall } from '../../../../adapters/port/index.ts';
import { addressOf } from '../../../../adapters/chain/index.ts';
import { signingKey } from '../../../../adapters/signer/key.ts';
import { type RlpItem, bytesOf, encodeRlp, hexOf } from '../../../../adapters/signer/rlp.ts';
import { signTransaction } from '../../../../adapters/signer/transaction.ts';
import { policyWith } from './policy-arrangement.ts';

type Hex = `0x${string}`;

/** Hardhat's and anvil's first account: known to everybody. */
const KEY: Hex = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80';
const ACCOUNT = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266';
const key = signingKey(bytesOf(KEY));
const policy = policyWith({});

const routerAbi = parseAbi([
  'function multicall(uint256 deadline, bytes[] data)',
  'function exactInputSingle((address tokenIn, address tokenOut, uint24 fee, address recipient, uint256 amountIn, uint256 amountOutMinimum, uint160 sqrtPriceLimitX96) params)',
  'function exactOutputSingle((address tokenIn, address tokenOut, uint24 fee, address recipient, uint256 amountOut, uint256 amountInMaximum, uint160 sqrtPriceLimitX96) params)',
  'function swapExactTokensForTokens(uint256 amountIn, uint256 amountOutMin, address[] path, address to, uint256 deadline)',
  'function swapTokensForExactTokens(uint256 amountOut, uint256 amountInMax, address[] path, address to, uint256 deadline)',
  'function approve(address spender, uint256 value)',
]);
/** SwapRouter02's own of v2, without a deadline. */
const partAbi = parseAbi([
  'function swapExactTokensForTokens(uint256 amountIn, uint256 amountOutMin, address[] path, address to)',
]);

const amount = fc.bigInt({ min: 1n, max: 2n ** 128n }).map(String);
const swaps: fc.Arbitrary<SwapCall> = fc.record({
  type: fc.constant('Swap' as const),
  pool: fc.constantFrom('v2' as const, 'v3' as const),
  tokenIn: fc.constant(policy.tokens[0]?.address ?? ''),
  tokenOut: fc.constant(policy.tokens[1]?.address ?? ''),
  feePips: fc.constantFrom(100, 500, 3_000),
  exact: fc.constantFrom('in' as const, 'out' as const),
  amountIn: amount,
  amountOut: amount,
  deadline: fc.integer({ min: 1, max: 2 ** 40 }),
});

function transaction(call: SigningTransaction['call']): SigningTransaction {
  return {
    nonce: 7,
    gasLimit: 300_000,
    maxFeePerGas: '50000000000',
    maxPriorityFeePerGas: '1000000000',
    call,
  };
}

test("the key's account is the one that everybody knows for it", () => {
  expect(key.account).toBe(ACCOUNT);
});

test('any swap is signed by the account, with the fields asked for and without value', async () => {
  await fc.assert(
    fc.asyncProperty(swaps, fc.integer({ min: 0, max: 2 ** 31 }), async (call, nonce) => {
      const { raw, hash } = signTransaction({ ...transaction(call), nonce }, policy, key);
      const parsed = parseTransaction(raw as TransactionSerialized);
      expect(parsed).toMatchObject({
        type: 'eip1559',
        chainId: policy.chainID,
        gas: 300_000n,
        maxFeePerGas: 50_000_000_000n,
        maxPriorityFeePerGas: 1_000_000_000n,
        to: policy.routers[call.pool],
      });
      expect(parsed.nonce ?? 0).toBe(nonce);
      expect(parsed.value ?? 0n).toBe(0n);
      expect(hash).toBe(keccak256(raw as Hex));
      const signer = await recoverTransactionAddress({
        serializedTransaction: raw as TransactionSerialized,
      });
      expect(signer.toLowerCase()).toBe(ACCOUNT);
    }),
    { numRuns: 50 },
  );
});

test('the same bytes as another signer with the same key', async () => {
  const { raw } = signTransaction(transaction({ type: 'Cancel' }), policy, key);
  const theirs = await privateKeyToAccount(KEY).signTransaction({
    chainId: policy.chainID,
    type: 'eip1559',
    nonce: 7,
    gas: 300_000n,
    maxFeePerGas: 50_000_000_000n,
    maxPriorityFeePerGas: 1_000_000_000n,
    to: ACCOUNT,
  });
  expect(raw).toBe(theirs);
});

describe('the call', () => {
  test('of several swaps is one multicall of them with the deadline, each paid out to the account', () => {
    const parts = fc.array(
      swaps.map(
        ({ type: _type, deadline: _deadline, ...part }): PartSwap => ({
          ...part,
          exact: part.pool === 'v2' ? 'in' : part.exact,
        }),
      ),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 2 ** 40 }), (drawn, deadline) => {
        const call = { type: 'Swaps', swaps: drawn, deadline } as const;
        const { raw } = signTransaction(transaction(call), policy, key);
        const parsed = parseTransaction(raw as TransactionSerialized);
        expect(parsed.to).toBe(policy.routers.v3);
        const calls = drawn.map((part) => {
          const [amountIn, amountOut] = [BigInt(part.amountIn), BigInt(part.amountOut)];
          const [tokenIn, tokenOut] = [part.tokenIn as Hex, part.tokenOut as Hex];
          if (part.pool === 'v2') {
            const args = [amountIn, amountOut, [tokenIn, tokenOut], ACCOUNT] as const;
            return encodeFunctionData({ abi: partAbi, args });
          }
          const common = { tokenIn, tokenOut, fee: part.feePips, recipient: ACCOUNT } as const;
          const sqrtPriceLimitX96 = 0n;
          return part.exact === 'in'
            ? encodeFunctionData({
                abi: routerAbi,
                functionName: 'exactInputSingle',
                args: [{ ...common, amountIn, amountOutMinimum: amountOut, sqrtPriceLimitX96 }],
              })
            : encodeFunctionData({
                abi: routerAbi,
                functionName: 'exactOutputSingle',
                args: [{ ...common, amountOut, amountInMaximum: amountIn, sqrtPriceLimitX96 }],
              });
        });
        const functionName = 'multicall';
        const args = [BigInt(deadline), calls] as const;
        expect(parsed.data).toBe(encodeFunctionData({ abi: routerAbi, functionName, args }));
      }),
      { numRuns: 50 },
    );
  });

  test('of any v3 swap is one swap in a multicall with the deadline, paid out to the account', () => {
    fc.assert(
      fc.property(swaps, (drawn) => {
        const call = { ...drawn, pool: 'v3' as const };
        const { functionName, args } = decoded(call);
        expect(functionName).toBe('multicall');
        const [deadline, [inner]] = args as unknown as [bigint, readonly Hex[]];
        expect(deadline).toBe(BigInt(call.deadline));
        const swap = decodeFunctionData({ abi: routerAbi, data: inner ?? '0x' });
        expect(swap.functionName).toBe(
          call.exact === 'in' ? 'exactInputSingle' : 'exactOutputSingle',
        );
        const [params] = swap.args as unknown as [Readonly<Record<string, unknown>>];
        expect(params).toEqual({
          tokenIn: expect.stringMatching(new RegExp(call.tokenIn, 'i')),
          tokenOut: expect.stringMatching(new RegExp(call.tokenOut, 'i')),
          fee: call.feePips,
          recipient: expect.stringMatching(new RegExp(ACCOUNT, 'i')),
          ...(call.exact === 'in'
            ? { amountIn: BigInt(call.amountIn), amountOutMinimum: BigInt(call.amountOut) }
            : { amountOut: BigInt(call.amountOut), amountInMaximum: BigInt(call.amountIn) }),
          sqrtPriceLimitX96: 0n,
        });
      }),
    );
  });

  test('of any v2 swap is what another encoder makes of it', () => {
    fc.assert(
      fc.property(swaps, (drawn) => {
        const call = { ...drawn, pool: 'v2' as const };
        const path = [call.tokenIn as Hex, call.tokenOut as Hex] as const;
        const deadline = BigInt(call.deadline);
        const [amountIn, amountOut] = [BigInt(call.amountIn), BigInt(call.amountOut)];
        const theirs =
          call.exact === 'in'
            ? encodeFunctionData({
                abi: routerAbi,
                functionName: 'swapExactTokensForTokens',
                args: [amountIn, amountOut, path, ACCOUNT, deadline],
              })
            : encodeFunctionData({
                abi: routerAbi,
                functionName: 'swapTokensForExactTokens',
                args: [amountOut, amountIn, path, ACCOUNT, deadline],
              });
        expect(dataOf(call)).toBe(theirs);
      }),
    );
  });

  test('of an approval lets the pool’s own router take the amount, no more', () => {
    const token = policy.tokens[0]?.address ?? '';
    const { raw } = signTransaction(
      transaction({ type: 'Approve', pool: 'v2', token, amount: '123' }),
      policy,
      key,
    );
    const { to, data } = parseTransaction(raw as TransactionSerialized);
    expect(to).toBe(token);
    expect(decodeFunctionData({ abi: routerAbi, data: data ?? '0x' }).args).toEqual([
      expect.stringMatching(new RegExp(policy.routers.v2 ?? '', 'i')),
      123n,
    ]);
  });
});

test('lists of bytes of any length are written as another encoder writes them', () => {
  const { item } = fc.letrec<{ item: RlpItem }>((tie) => ({
    item: fc.oneof(
      { maxDepth: 3 },
      fc.uint8Array({ maxLength: 70 }),
      fc.array(tie('item') as fc.Arbitrary<RlpItem>, { maxLength: 5 }),
    ),
  }));
  fc.assert(
    fc.property(item, (value) => {
      expect(hexOf(encodeRlp(value))).toBe(toRlp(value as never));
    }),
  );
});

test.each([
  ['too short', new Uint8Array(31).fill(1)],
  ['zero', new Uint8Array(32)],
  [
    'the order of the group',
    bytesOf('fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141'),
  ],
])('a key that is %s is none, and is not quoted', (_title, secret) => {
  expect(() => signingKey(secret)).toThrow('found no private key: expected 32 bytes that are one');
});

function dataOf(call: SwapCall): string {
  const { raw } = signTransaction(transaction(call), policy, key);
  return parseTransaction(raw as TransactionSerialized).data ?? '0x';
}

function decoded(call: SwapCall) {
  return decodeFunctionData({ abi: routerAbi, data: dataOf(call) as Hex });
}

test('an address in letters of either case is the same one', () => {
  expect(addressOf('0xF39FD6E51AAD88F6F4CE6AB8827279CFFFB92266')).toBe(addressOf(ACCOUNT));
});
