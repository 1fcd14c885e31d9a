// What a node may answer and must not be believed: each of it is no answer (bad-inputs-and-faults.md, EVM responses).

import { describe, expect, test } from '@jest/globals';
import { firstFees, readBlock, readReceipt, readReply } from '../../../../adapters/chain/index.ts';

const GWEI = 10n ** 9n;
const POLICY = { maxFeePerGas: 100n * GWEI, priorityFeePerGas: GWEI };

function reply(body: object) {
  return readReply({ status: 200, body: JSON.stringify({ jsonrpc: '2.0', ...body }) });
}

describe('of what was asked nothing is known', () => {
  const error = { code: -32000, message: 'nonce too low' };
  test.each([
    ['a result and an error', { id: 1, result: '0x1', error }],
    ['another question`s result', { id: 2, result: '0x1' }],
    ['another question`s error', { id: 2, error }],
    ['a result of no question', { result: '0x1' }],
    ['neither', { id: 1 }],
    ['an error without words', { id: 1, error: { code: -32000 } }],
  ])('by %s', (_title, body) => {
    expect(reply(body).type).toBe('Unknown');
  });
});

test('an error beside an empty result is one: some nodes write both', () => {
  const error = { code: -32000, message: 'nonce too low' };
  expect(reply({ id: 1, result: null, error })).toMatchObject({ type: 'Refused' });
});

describe('a base fee', () => {
  const block = (baseFeePerGas: unknown) =>
    readBlock({
      number: '0x1',
      hash: `0x${'1'.repeat(64)}`,
      parentHash: `0x${'0'.repeat(64)}`,
      timestamp: '0x1',
      baseFeePerGas: baseFeePerGas as string,
    });

  test.each(['0x', '', '12', '-0x1', null, `0x1${'0'.repeat(64)}`])('of %j is no block', (fee) => {
    expect(block(fee)).toBeNull();
  });

  test('of 2^256 - 1 is above any cap: nothing is offered', () => {
    const most = block(`0x${'f'.repeat(64)}`)?.baseFeePerGas ?? 0n;
    expect(most).toBe(2n ** 256n - 1n);
    expect(firstFees(most, POLICY)).toBeNull();
  });

  test('of 0 leaves the tip', () => {
    const none = block('0x0')?.baseFeePerGas ?? 1n;
    expect(firstFees(none, POLICY)).toEqual({ maxFeePerGas: GWEI, maxPriorityFeePerGas: GWEI });
  });
});

test('a receipt without a status, or with a log that is none, is no receipt', () => {
  const receipt = {
    transactionHash: `0x${'a'.repeat(64)}`,
    blockHash: `0x${'b'.repeat(64)}`,
    blockNumber: '0x1',
    status: '0x1',
    gasUsed: '0x1',
    effectiveGasPrice: '0x1',
    logs: [],
  };
  expect(readReceipt(receipt)).not.toBeNull();
  expect(readReceipt({ ...receipt, status: '0x' })).toBeNull();
  expect(readReceipt({ ...receipt, logs: [{ address: '0x1' }] })).toBeNull();
});
