import { expect, test } from '@jest/globals';
import {
  type Address,
  type Block,
  Follower,
  readBlock,
  readReceipt,
} from '../../../../adapters/chain/index.ts';
import { Nonces } from '../../../../adapters/uniswap/nonces.ts';
import { newSlot } from '../../../../adapters/uniswap/slots.ts';
import { asChildID } from '../../../../spec/terms/index.ts';
import { epochNs } from '../../../../spec/units/index.ts';

const ACCOUNT = `0x${'aa'.repeat(20)}` as Address;
const HASH = `0x${'ab'.repeat(32)}`;

function blockAt(number: number): Block {
  const block = readBlock({
    number: `0x${number.toString(16)}`,
    hash: `0x${number.toString(16).padStart(64, '0')}`,
    parentHash: `0x${(number - 1).toString(16).padStart(64, '0')}`,
    timestamp: '0x1',
    baseFeePerGas: '0x1',
  });
  if (block === null) throw new Error('no block');
  return block;
}

// A process that has begun to look at block 100 takes the node's word for a receipt in block 99. A reorganisation of
// depth 3 then shares no block with what it holds, and that word is of another chain.
test('what was seen mined below the first block held is asked for again when the chain is lost', () => {
  const follower = new Follower(16);
  const nonces = new Nonces(ACCOUNT, follower);
  follower.begin(blockAt(100));
  const slot = newSlot(
    [
      {
        nonce: 7,
        hash: HASH,
        raw: Uint8Array.of(1),
        purpose: 'Swap',
        childID: asChildID('00010000-0100-4000-8000-000a881bc2d8'),
        venueSymbol: 'ETHUSDT',
        side: 'buy',
        amountIn: 1n,
        amountOut: 1n,
        deadline: epochNs(1n),
        gasLimit: 1,
        maxFeePerGas: 1n,
        maxPriorityFeePerGas: 1n,
        swaps: [],
      },
    ],
    { durable: true, block: 0n, now: epochNs(0n) },
  );
  nonces.take(slot);
  expect(nonces.hashesInDoubt()).toEqual([HASH]);
  slot.mined = readReceipt({
    transactionHash: HASH,
    blockHash: `0x${'99'.repeat(32)}`,
    blockNumber: '0x63',
    status: '0x1',
    gasUsed: '0x1',
    effectiveGasPrice: '0x1',
    logs: [],
  });
  expect(nonces.isMined(slot)).toBe(true);
  expect(nonces.hashesInDoubt()).toEqual([]);
  nonces.forgetMined();
  follower.begin(blockAt(100));
  expect(nonces.isMined(slot)).toBe(false);
  expect(nonces.hashesInDoubt()).toEqual([HASH]);
});
