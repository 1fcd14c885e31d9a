// Swaps on a real node, followed: a desk for a file of tests, and what they ask of it and of the chain.

import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { ChildID } from '../../spec/terms/index.ts';
import { type Hex, hex } from '../sandbox/chain/index.ts';
import { ACCOUNT_TEXT, ChainDesk } from './desk.ts';

export const PATIENCE_MS = 60_000;

export const GWEI = 10n ** 9n;

export let desk: ChainDesk;

/** A chain and a desk for all tests of a file, where each begins with every nonce settled. To be called once. */
export function useDesk(): void {
  beforeAll(async () => {
    desk = await ChainDesk.begin();
  }, PATIENCE_MS);
  afterAll(() => desk.end());
  beforeEach(async () => {
    desk.chain.proxy.clear();
    desk.chain.proxy.lagBy(0);
    await baseFee(10n * GWEI);
    await desk.chain.mine();
    await settled();
  });
}

export function ended(child: ChildID): Promise<void> {
  return desk.until(() => desk.of('Ended', child).length > 0, `${child} has ended`);
}

export function signedFor(children: readonly ChildID[]) {
  return desk.reports.flatMap((report) =>
    report.type === 'TransactionsSigned' && children.includes(report.childID)
      ? report.transactions
      : [],
  );
}

export function swapsOf(child: ChildID) {
  return signedFor([child]).filter(({ purpose }) => purpose === 'Swap');
}

export async function coinHeld(): Promise<bigint> {
  const { rpc } = desk.chain.node;
  return BigInt(await rpc.call<Hex>('eth_getBalance', [ACCOUNT_TEXT, 'latest']));
}

/** From the next block on, as the adapter sees it. */
export async function setCoin(wei: bigint): Promise<void> {
  await desk.chain.node.rpc.call('anvil_setBalance', [ACCOUNT_TEXT, hex(wei)]);
  await desk.chain.mine();
  await delay(300);
}

/** A block now and then, until it holds. */
export async function mineUntil(holds: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 100 && !holds(); tries += 1) {
    await delay(250);
    await baseFee(10n * GWEI);
    await desk.chain.mine();
  }
  await desk.until(holds, what, 1_000);
}

/** Nothing of the last test is left: each nonce is final. */
export async function settled(): Promise<void> {
  await mineUntil(() => (desk.account?.transactions.length ?? 0) === 0, 'all nonces are settled');
  await desk.until(() => desk.venueState === 'Ready', 'the venue is ready');
  await delay(100);
}

export function baseFee(wei: bigint): Promise<unknown> {
  return desk.chain.node.rpc.call('anvil_setNextBlockBaseFeePerGas', [hex(wei)]);
}

/** Blocks too dear for what waits. */
export async function emptyBlocks(count: number, wei: bigint): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    await baseFee(wei);
    await desk.chain.mine();
    await delay(100);
  }
}

export function rawOf(bytes: Uint8Array | undefined): Hex {
  return `0x${Buffer.from(bytes ?? []).toString('hex')}`;
}

export function durable(child: ChildID) {
  return child as Parameters<ChainDesk['orders']['cancel']>[0];
}
