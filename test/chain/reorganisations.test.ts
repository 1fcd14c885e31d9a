// Fills that a reorganisation takes back, or does not, on a real node (uniswap.md §7; crash row 12).

import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { privateKeyToAccount } from 'viem/accounts';
import { ACCOUNT_TEXT, KEY } from './desk.ts';
import { GWEI, PATIENCE_MS, desk, ended, mineUntil, rawOf, swapsOf, useDesk } from './swaps.ts';

useDesk();
// The allowance stands before: each transaction is a swap.
beforeAll(async () => {
  const child = desk.submit('sell', '0.1', '2800');
  await mineUntil(() => desk.of('Ended', child).length > 0, 'it ended');
}, PATIENCE_MS);

describe('a reorganisation', () => {
  test(
    'that leaves a reported fill out takes it back; the same bytes fill again, under the same execution id',
    async () => {
      const child = desk.submit('sell', '0.2', '2800');
      await desk.mineOurs();
      await ended(child);
      await desk.chain.mine();
      await desk.chain.node.rpc.call('anvil_reorg', [2, []]);
      await desk.until(
        () => desk.of('FillCancelled', child).length === 1,
        'the fill is taken back',
      );
      const [first] = desk.of('Filled', child);
      expect(desk.of('FillCancelled', child)[0]?.venueExecID).toBe(first?.fill.venueExecID);
      await mineUntil(() => desk.of('Filled', child).length === 2, 'it fills again');
      expect(desk.of('Filled', child)[1]?.fill.venueExecID).toBe(first?.fill.venueExecID);
      // The desk holds the child for open since, and is told of its end anew.
      await desk.until(() => desk.of('Ended', child).length === 2, 'its end is told again');
      expect(swapsOf(child).length).toBe(1);
    },
    PATIENCE_MS,
  );

  test(
    'that comes without any notification, as a height that falls, takes it back too; what is mined in its place fills',
    async () => {
      const child = desk.submit('sell', '0.2', '2800');
      await desk.until(() => swapsOf(child).length === 1, 'it is signed');
      const before = await desk.chain.node.rpc.call<string>('evm_snapshot', []);
      await desk.mineOurs();
      await ended(child);
      expect(await desk.chain.node.rpc.call<boolean>('evm_revert', [before])).toBe(true);
      await mineUntil(() => desk.of('FillCancelled', child).length === 1, 'it is taken back');
      await mineUntil(() => desk.of('Filled', child).length === 2, 'it fills again');
      const [first, second] = desk.of('Filled', child).map(({ fill }) => fill.venueExecID);
      expect(second).toBe(first);
      await desk.until(() => desk.of('Ended', child).length === 2, 'its end is told again');
    },
    PATIENCE_MS,
  );

  test(
    'that puts a fill in another block takes nothing back: it is said again, the same',
    async () => {
      const child = desk.submit('sell', '0.2', '2800');
      await desk.mineOurs();
      await ended(child);
      const raw = rawOf(swapsOf(child).at(-1)?.raw);
      await desk.chain.mine();
      await desk.chain.node.rpc.call('anvil_reorg', [2, [[raw, 1]]]);
      await desk.chain.mine(1);
      await desk.until(() => desk.of('Filled', child).length === 2, 'it is said again');
      const [first, second] = desk.of('Filled', child).map(({ fill }) => fill);
      expect(second?.venueExecID).toBe(first?.venueExecID);
      expect([second?.lastQty, second?.grossTradeAmt]).toEqual([
        first?.lastQty,
        first?.grossTradeAmt,
      ]);
      expect(desk.of('FillCancelled', child)).toEqual([]);
    },
    PATIENCE_MS,
  );

  test(
    'that puts a rival of the same nonce in its place takes the fill back for good',
    async () => {
      const child = desk.submit('sell', '0.2', '2800');
      await desk.mineOurs();
      await ended(child);
      const nonce = swapsOf(child)[0]?.nonce ?? 0;
      const rival = await privateKeyToAccount(KEY).signTransaction({
        chainId: desk.chain.deployment.chainId,
        type: 'eip1559',
        nonce,
        to: ACCOUNT_TEXT,
        gas: 21_000n,
        maxFeePerGas: 200n * GWEI,
        maxPriorityFeePerGas: GWEI,
      });
      await desk.chain.node.rpc.call('anvil_reorg', [1, [[rival, 0]]]);
      await desk.until(
        () => desk.of('FillCancelled', child).length === 1,
        'the fill is taken back',
      );
      for (let i = 0; i < 8; i += 1) {
        await desk.chain.mine();
        await delay(100);
      }
      await desk.until(() => desk.account?.transactions.length === 0, 'the nonce is settled');
      expect(desk.of('Filled', child).length).toBe(1);
      expect(desk.of('Ended', child).map(({ how, cumQty }) => [how, cumQty])).toEqual([
        ['Filled', expect.any(BigInt)],
        ['Canceled', 0n],
      ]);
      expect(desk.notices).toContainEqual(
        expect.objectContaining({ sentence: 'a transaction that is not ours took a nonce' }),
      );
    },
    PATIENCE_MS,
  );

  test(
    'a node of two heads takes no fill back',
    async () => {
      desk.chain.proxy.lagBy(2);
      const child = desk.submit('sell', '0.2', '2800');
      await desk.mineOurs();
      for (let i = 0; i < 4; i += 1) {
        await delay(300);
        await desk.chain.mine();
      }
      await ended(child);
      await delay(500);
      desk.chain.proxy.lagBy(0);
      expect(desk.of('Filled', child).length).toBe(1);
      expect(desk.of('FillCancelled', child)).toEqual([]);
    },
    PATIENCE_MS,
  );
});
