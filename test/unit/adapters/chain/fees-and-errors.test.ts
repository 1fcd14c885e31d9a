// What is offered for gas, and what refusals mean (uniswap.md §7 and §8).

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  bumpedFees,
  firstFees,
  highestFees,
  judgeRefusal,
} from '../../../../adapters/chain/index.ts';

const GWEI = 10n ** 9n;
const policy = { maxFeePerGas: 100n * GWEI, priorityFeePerGas: GWEI };

describe('a first offer', () => {
  test('is twice the base fee and the tip: it survives five full blocks', () => {
    const fees = firstFees(20n * GWEI, policy);
    expect(fees).toEqual({ maxFeePerGas: 41n * GWEI, maxPriorityFeePerGas: GWEI });
    // Each full block raises the base fee by an eighth.
    const after = (20 * (9 / 8) ** 5 + 1) * 1e9;
    expect(Number(fees?.maxFeePerGas)).toBeGreaterThan(after);
  });

  test('is never above the cap, and none where even this block is', () => {
    expect(firstFees(80n * GWEI, policy)?.maxFeePerGas).toBe(100n * GWEI);
    expect(firstFees(99n * GWEI, policy)?.maxFeePerGas).toBe(100n * GWEI);
    expect(firstFees(99n * GWEI + 1n, policy)).toBeNull();
  });
});

describe('a replacement', () => {
  const fee = fc.bigInt({ min: 1n, max: 90n * GWEI });

  test('offers an eighth more of both, rounded up, which every node takes, within the cap', () => {
    fc.assert(
      fc.property(fee, fee, fee, (maxFeePerGas, maxPriorityFeePerGas, baseFee) => {
        const before = { maxFeePerGas, maxPriorityFeePerGas };
        const after = bumpedFees(before, baseFee, policy);
        if (after === null) return expect(maxFeePerGas * 9n).toBeGreaterThan(800n * GWEI - 8n);
        expect(after.maxFeePerGas * 8n).toBeGreaterThanOrEqual(maxFeePerGas * 9n);
        expect(after.maxPriorityFeePerGas * 8n).toBeGreaterThanOrEqual(maxPriorityFeePerGas * 9n);
        expect(after.maxFeePerGas).toBeLessThanOrEqual(policy.maxFeePerGas);
      }),
    );
  });

  test('starts from the highest that was ever signed', () => {
    const all = [
      { maxFeePerGas: 10n, maxPriorityFeePerGas: 5n },
      { maxFeePerGas: 8n, maxPriorityFeePerGas: 7n },
    ];
    expect(highestFees(all)).toEqual({ maxFeePerGas: 10n, maxPriorityFeePerGas: 7n });
  });
});

// Texts of anvil 1.7.1, go-ethereum, Besu, Erigon and Nethermind.
test.each([
  ['transaction already imported', 'Known'],
  ['already known', 'Known'],
  ['Known transaction', 'Known'],
  ['AlreadyKnown', 'Known'],
  ['nonce too low', 'NonceTooLow'],
  ['nonce too low: next nonce 5, tx nonce 4', 'NonceTooLow'],
  ['OldNonce', 'NonceTooLow'],
  ['replacement transaction underpriced', 'Underpriced'],
  ['could not replace existing tx', 'Underpriced'],
  ['FeeTooLowToCompete', 'Underpriced'],
  ['ReplacementNotAllowed', 'Underpriced'],
  ['Insufficient funds for gas * price + value', 'NotNow'],
  ['Upfront cost exceeds account balance', 'NotNow'],
  ['max fee per gas less than block base fee', 'NotNow'],
  ['transaction underpriced', 'NotNow'],
  ['txpool is full', 'NotNow'],
  ['account limit exceeded', 'NotNow'],
  ['intrinsic gas too low', 'RefusedForGood'],
  ['exceeds block gas limit', 'RefusedForGood'],
  ['invalid chain id for signer', 'RefusedForGood'],
  ['invalid sender', 'RefusedForGood'],
  ['Internal error', 'Unknown'],
  ['', 'Unknown'],
])('"%s" means %s', (message, verdict) => {
  expect(judgeRefusal(message)).toBe(verdict);
});
