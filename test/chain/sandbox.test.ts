// The simulated chain is a real node: what the tests of the adapter rest on is shown here.

import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { privateKeyToAccount } from 'viem/accounts';
import { compileToken } from '../sandbox/chain/artifacts.ts';
import { tokenBytecode } from '../sandbox/chain/token-bytecode.ts';
import {
  type Hex,
  type RunningChain,
  RpcError,
  hex,
  rpcTo,
  startChain,
} from '../sandbox/chain/index.ts';

/** Known to everybody: the fifth account of the test mnemonic. */
const KEY: Hex = '0x47e179ec197488593b187f80a00eb0da91f1b9d0b13f8733639f19c30a34926a';
const ME = privateKeyToAccount(KEY);
const GWEI = 10n ** 9n;

interface Block {
  readonly number: Hex;
  readonly hash: Hex;
  readonly parentHash: Hex;
  readonly baseFeePerGas: Hex;
  readonly transactions: readonly Hex[];
}

test('the token that is deployed is what its source compiles to', () => {
  expect(tokenBytecode).toBe(compileToken());
}, 60_000);

describe('a chain that goes by itself', () => {
  let chain: RunningChain;
  beforeAll(async () => {
    chain = await startChain({ seed: 3, blockTimeS: 1 });
  }, 60_000);

  test('blocks come at the interval, base fees differ, and others swap in the pools', async () => {
    const { rpc } = chain.node;
    const from = Number(await rpc.call<Hex>('eth_blockNumber'));
    const blocks: Block[] = [];
    while (blocks.length < 6) {
      const number = hex(from + blocks.length);
      const block = await rpc.call<Block | null>('eth_getBlockByNumber', [number, false]);
      if (block === null) await delay(100);
      else blocks.push(block);
    }
    expect(new Set(blocks.map(({ baseFeePerGas }) => baseFeePerGas)).size).toBeGreaterThan(3);
    expect(blocks.flatMap(({ transactions }) => transactions).length).toBeGreaterThan(0);
  });

  test('its folder on the disk stays small, and goes with it', async () => {
    const { folder } = chain.node;
    const { rpc } = chain.node;
    await rpc.call('anvil_mine', [hex(300)]);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true });
    const states = files.filter((one) => one.isFile());
    const bytes = states.reduce(
      (sum, one) => sum + statSync(join(one.parentPath, one.name)).size,
      0,
    );
    expect(states.length).toBeLessThanOrEqual(128);
    expect(bytes).toBeLessThan(200 * 1024 * 1024);
    await chain.stop();
    expect(existsSync(folder)).toBe(false);
  }, 60_000);
});

test('a chain that is kept starts again with its others in the pools, and funds nobody twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-others-'));
  const options = { blockTimeS: null, stateFile: join(folder, 'chain.json'), funded: [ME.address] };
  const held = async ({ node, deployment }: RunningChain): Promise<Hex> => {
    const data: Hex = `0x70a08231${ME.address.slice(2).padStart(64, '0')}`; // balanceOf(address)
    const call = { to: deployment.tokens.USDT.address, data };
    return node.rpc.call<Hex>('eth_call', [call, 'latest']);
  };
  const first = await startChain(options);
  const before = await held(first);
  expect(BigInt(before)).toBeGreaterThan(0n);
  await first.stop();
  const second = await startChain(options);
  expect(await held(second)).toBe(before);
  expect(second.participants).not.toBeNull();
  await second.stop();
  rmSync(folder, { recursive: true });
}, 60_000);

describe('a chain that is kept in a file, and the proxy in front of it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-kept-'));
  const options = {
    blockTimeS: null,
    participants: null,
    stateFile: join(folder, 'chain.json'),
  };
  let chain: RunningChain;
  let nonce = 0;
  beforeAll(async () => {
    chain = await startChain({ ...options, funded: [ME.address] });
  }, 60_000);
  afterAll(async () => {
    await chain.stop();
    rmSync(folder, { recursive: true });
  });

  test('has its contracts and its blocks again after a restart', async () => {
    const before = await chain.node.rpc.call<Hex>('eth_blockNumber');
    const { deployment } = chain;
    await chain.stop();
    chain = await startChain(options);
    expect(chain.deployment).toEqual(deployment);
    const after = await chain.node.rpc.call<Hex>('eth_blockNumber');
    expect(BigInt(after)).toBeGreaterThanOrEqual(BigInt(before));
    const coin = await chain.node.rpc.call<Hex>('eth_getBalance', [ME.address, 'latest']);
    expect(BigInt(coin)).toBe(10_000n * 10n ** 18n);
  }, 60_000);

  const signed = (capGwei: bigint, tip: bigint): Promise<Hex> =>
    ME.signTransaction({
      chainId: chain.deployment.chainId,
      type: 'eip1559',
      nonce,
      to: ME.address,
      gas: 21_000n,
      maxFeePerGas: capGwei * GWEI,
      maxPriorityFeePerGas: tip,
    });
  const send = (raw: Hex): Promise<Hex> =>
    rpcTo(chain.proxy.url).call<Hex>('eth_sendRawTransaction', [raw]);
  const count = async (): Promise<number> =>
    Number(await chain.node.rpc.call<Hex>('eth_getTransactionCount', [ME.address, 'latest']));

  test('loses the answer of a transaction that is mined all the same', async () => {
    chain.proxy.arm({ kind: 'loseAnswer' });
    await expect(send(await signed(200n, GWEI))).rejects.toThrow('fetch failed');
    await chain.mine();
    expect(await count()).toBe(nonce + 1);
    nonce += 1;
  });

  test('drops a request that the node then never sees', async () => {
    chain.proxy.arm({ kind: 'dropRequest' });
    await expect(send(await signed(200n, GWEI))).rejects.toThrow('fetch failed');
    await chain.mine();
    expect(await count()).toBe(nonce);
  });

  test('like geth, replaces only for a tenth more of both fees, in its words', async () => {
    chain.proxy.behaveLikeGeth(true);
    const raw = await signed(200n, 1_000n);
    await send(raw);
    await expect(send(raw)).rejects.toThrow('already known');
    await expect(send(await signed(220n, 1_099n))).rejects.toThrow(
      'replacement transaction underpriced',
    );
    await expect(send(await signed(219n, 1_100n))).rejects.toThrow(RpcError);
    await send(await signed(220n, 1_100n));
    await chain.mine();
    expect(await count()).toBe(nonce + 1);
    nonce += 1;
  });

  test('two heads: each other question is answered as of some blocks before', async () => {
    await chain.mine(5);
    chain.proxy.lagBy(3);
    const rpc = rpcTo(chain.proxy.url);
    const numbers: number[] = [];
    for (let i = 0; i < 4; i += 1) {
      const block = await rpc.call<Block>('eth_getBlockByNumber', ['latest', false]);
      numbers.push(Number(block.number));
    }
    chain.proxy.lagBy(0);
    expect(Math.max(...numbers) - Math.min(...numbers)).toBe(3);
  });
});
