// A simulated chain, whole: node, contracts, pools, other people, and the proxy that a client connects to.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { seededRandom } from '../exchange/random.ts';
import type { Hex } from './artifacts.ts';
import { type Deployment, type Prices, deploy, fund, hasFunds } from './deploy.ts';
import { type RunningNode, startNode } from './node.ts';
import {
  type ParticipantOptions,
  type Participants,
  USUAL_PARTICIPANTS,
  createParticipants,
} from './participants.ts';
import { type NodeProxy, startProxy } from './proxy.ts';
import { hex } from './rpc.ts';

export interface ChainOptions {
  readonly seed: number;
  readonly chainId: number;
  /** Whole seconds between two blocks; 0: a block for each transaction; null: only when it is asked for. */
  readonly blockTimeS: number | null;
  /** Where the proxy listens; 0: any free port. */
  readonly port: number;
  readonly prices: Prices;
  /** What lies in the pools, as a part of the usual. */
  readonly liquidity: number;
  /** What gas costs, as a part of the usual. */
  readonly gas: number;
  /** The chain is kept here over a restart; null: it begins anew. */
  readonly stateFile: string | null;
  /** Null: nobody else swaps. */
  readonly participants: ParticipantOptions | null;
  /** Get a thousand units of each token, once. */
  readonly funded: readonly Hex[];
  /** Where prices are looked up that the others follow: a simulated exchange's control interface. */
  readonly pricesFrom: string | null;
}

export const USUAL_CHAIN: ChainOptions = {
  seed: 1,
  chainId: 1337,
  blockTimeS: 1,
  port: 0,
  prices: { ETHUSDT: 3_000, BTCUSDT: 60_000 },
  liquidity: 1,
  gas: 1,
  stateFile: null,
  participants: USUAL_PARTICIPANTS,
  funded: [],
  pricesFrom: null,
};

export interface RunningChain {
  readonly node: RunningNode;
  /** What clients connect to. */
  readonly proxy: NodeProxy;
  readonly deployment: Deployment;
  readonly participants: Participants | null;
  /** Gives more to an account. */
  fund(account: Hex, units: bigint): Promise<void>;
  /** One block, where none comes by itself. */
  mine(blocks?: number): Promise<void>;
  /** Starts or stops the others. */
  run(running: boolean): void;
  stop(): Promise<void>;
}

/** The base fee walks between these, in wei. */
const BASE_FEE = { least: 5n * 10n ** 9n, first: 15n * 10n ** 9n, most: 60n * 10n ** 9n };
/** Units of each token that a funded account gets. */
const FUNDED_UNITS = 10_000n;

/** Takes some seconds where the contracts are to be deployed. */
export async function startChain(given: Partial<ChainOptions> = {}): Promise<RunningChain> {
  const options: ChainOptions = { ...USUAL_CHAIN, ...given };
  if (options.stateFile !== null) mkdirSync(dirname(options.stateFile), { recursive: true });
  const { chainId, stateFile } = options;
  const node = await startNode({ blockTimeS: 0, chainId, port: 0, stateFile });
  try {
    return await furnished(node, options);
  } catch (error) {
    await node.stop();
    throw error;
  }
}

async function furnished(node: RunningNode, options: ChainOptions): Promise<RunningChain> {
  const { rpc } = node;
  const deployment = await deployed(node, options);
  for (const account of options.funded) {
    if (await hasFunds(rpc, account, deployment.tokens)) continue; // On a chain that was kept.
    await fund(rpc, account, deployment.tokens, FUNDED_UNITS);
  }
  const participants =
    options.participants === null
      ? null
      : await createParticipants(rpc, deployment, {
          options: options.participants,
          prices: options.prices,
        });
  if (options.blockTimeS === null) await rpc.call('evm_setAutomine', [false]);
  else if (options.blockTimeS > 0) await rpc.call('evm_setIntervalMining', [options.blockTimeS]);

  const fees = baseFeeWalk(options);
  await rpc.call('anvil_setNextBlockBaseFeePerGas', [hex(fees.next())]);
  let running = true;
  let stopping = false;
  let step: Promise<void> = Promise.resolve();
  const act = async (): Promise<void> => {
    await rpc.call('anvil_setNextBlockBaseFeePerGas', [hex(fees.next())]);
    if (running && participants !== null) {
      await participants.step(await followedPrices(options.pricesFrom));
    }
  };
  const timer =
    options.blockTimeS === null || options.blockTimeS === 0
      ? null
      : setInterval(() => {
          // One step at a time, and a node that is gone for a moment ends nothing.
          step = step.then(act).catch((error: unknown) => {
            if (!stopping) process.stderr.write(`the others in the pools: ${String(error)}\n`);
          });
        }, options.blockTimeS * 1_000);
  const proxy = await startProxy({ upstream: node.url, port: options.port });

  return {
    node,
    proxy,
    deployment,
    participants,
    fund: (account, units) => fund(rpc, account, deployment.tokens, units),
    async mine(blocks = 1) {
      for (let i = 0; i < blocks; i += 1) await rpc.call('evm_mine');
    },
    run: (wanted) => void (running = wanted),
    async stop() {
      stopping = true;
      if (timer !== null) clearInterval(timer);
      await step;
      await proxy.stop();
      await node.stop();
    },
  };
}

/** The contracts of the last start where the chain still has them, else new ones. */
async function deployed(node: RunningNode, options: ChainOptions): Promise<Deployment> {
  const file = options.stateFile === null ? null : `${options.stateFile}.contracts.json`;
  if (file !== null && existsSync(file)) {
    const before = JSON.parse(readFileSync(file, 'utf8')) as Deployment;
    const code = await node.rpc.call<Hex>('eth_getCode', [before.router, 'latest']);
    if (code !== '0x') return before;
  }
  const fresh = await deploy(node.rpc, options.prices, options.liquidity);
  if (file !== null) writeFileSync(file, JSON.stringify(fresh));
  return fresh;
}

/** Moves by up to an eighth a block, as the rule of the chain would let it. */
function baseFeeWalk({ seed, gas }: ChainOptions): { next(): bigint } {
  const random = seededRandom(seed + 2);
  const scaled = (fee: bigint): bigint => (fee * BigInt(Math.round(gas * 1_000))) / 1_000n;
  const [least, most] = [scaled(BASE_FEE.least), scaled(BASE_FEE.most)];
  let fee = scaled(BASE_FEE.first);
  return {
    next() {
      fee += (fee * BigInt(random.below(251) - 125)) / 1_000n;
      if (fee < least) fee = least;
      if (fee > most) fee = most;
      return fee;
    },
  };
}

/** Nothing where nobody is to be followed or the exchange does not answer. */
async function followedPrices(from: string | null): Promise<Prices> {
  if (from === null) return {};
  try {
    const response = await fetch(`${from}/control/health`);
    const { prices } = (await response.json()) as { readonly prices: Record<string, string> };
    return Object.fromEntries(
      Object.entries(prices).map(([symbol, price]) => [symbol, Number(price)]),
    );
  } catch {
    return {};
  }
}
