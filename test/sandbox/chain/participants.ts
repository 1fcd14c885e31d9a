// The others in the pools: one who brings each pool to the market's price, and some who swap as they like.
// Models of people, so plain numbers; what they send are integers all the same.

import { decodeFunctionResult, encodeFunctionData } from 'viem';
import { seededRandom } from '../exchange/random.ts';
import { routerAbi, routerV2Abi, tokenAbi, v2Abi, v3Abi } from './abi.ts';
import type { Hex } from './artifacts.ts';
import {
  type Deployment,
  type Pool,
  type Prices,
  fund,
  rawPrice,
  sqrtPriceX96,
  transact,
  units,
} from './deploy.ts';
import { type Rpc, hex } from './rpc.ts';

export interface ParticipantOptions {
  readonly seed: number;
  /** Chance that a step brings a swap of somebody, per pool. */
  readonly tradeChance: number;
  /** The largest such swap, in the quote currency. */
  readonly largestSwap: number;
  /** A pool is brought to the price once it is off by more than its fee and this. */
  readonly toleranceBps: number;
  /** Standard deviation of one step of the price, where no market is followed. */
  readonly volatilityBps: number;
}

export const USUAL_PARTICIPANTS: ParticipantOptions = {
  seed: 1,
  tradeChance: 0.2,
  largestSwap: 20_000,
  toleranceBps: 1,
  volatilityBps: 2,
};

export interface Participants {
  /** Everybody acts once on the prices given; symbols without one walk by themselves. */
  step(prices: Prices): Promise<void>;
  prices(): Prices;
}

/** Which of the node's accounts they are. */
const ARBITRAGEUR = 1;
const TRADER = 2;
const GAS = 600_000;
const NO_LIMIT = 0n;
const NEVER = 2n ** 40n;
/** Whole units of each token that they begin with. */
const FUNDS = 10n ** 9n;
/** They pay enough to be mined whatever the base fee does. */
const FEES = { maxFeePerGas: hex(2_000n * 10n ** 9n), maxPriorityFeePerGas: hex(10n ** 9n) };

async function allowanceOf(rpc: Rpc, token: Hex, args: readonly [Hex, Hex]): Promise<bigint> {
  const data = encodeFunctionData({ abi: tokenAbi, functionName: 'allowance', args });
  return BigInt(await rpc.call<Hex>('eth_call', [{ to: token, data }, 'latest']));
}

/** The node must mine for each transaction while this funds them. */
export async function createParticipants(
  rpc: Rpc,
  deployment: Deployment,
  given: { readonly options: ParticipantOptions; readonly prices: Prices },
): Promise<Participants> {
  const { options } = given;
  const random = seededRandom(options.seed);
  const accounts = await rpc.call<readonly Hex[]>('eth_accounts');
  const [arbitrageur, trader] = [accounts[ARBITRAGEUR], accounts[TRADER]];
  if (arbitrageur === undefined || trader === undefined) throw new Error('too few accounts');
  const prices: Record<string, number> = { ...given.prices };
  for (const account of [arbitrageur, trader]) {
    await fund(rpc, account, deployment.tokens, FUNDS);
    for (const { address } of Object.values(deployment.tokens)) {
      for (const router of [deployment.router, deployment.routerV2]) {
        // On a chain that was kept they may have it: Tether's token refuses an allowance over another.
        if ((await allowanceOf(rpc, address, [account, router])) > 0n) continue;
        const args = [router, 2n ** 256n - 1n] as const;
        const data = encodeFunctionData({ abi: tokenAbi, functionName: 'approve', args });
        await transact(rpc, account, { to: address, data });
      }
    }
  }

  const send = async (from: Hex, pool: Pool, data: Hex): Promise<void> => {
    const call = { from, to: routerOf(deployment, pool), data, gas: hex(GAS), ...FEES };
    await rpc.call('eth_sendTransaction', [call]);
  };

  const arbitrage = async (pool: Pool, price: number): Promise<void> => {
    const now = await rawPriceOf(rpc, pool);
    const wanted = rawPrice(price, pool.base, pool.quote, pool.baseIsToken0);
    const off = Math.abs(wanted / now - 1) * 10_000;
    if (off <= pool.feePips / 100 + options.toleranceBps) return;
    const tokenIn = wanted > now ? 1 : 0; // Paying token1 raises the price of token0.
    if (pool.kind === 'v2') {
      const amount = await amountToPrice(rpc, pool, { wanted, tokenIn });
      return send(
        arbitrageur,
        pool,
        swapIn(deployment, pool, { tokenIn, amount, limit: NO_LIMIT, to: arbitrageur }),
      );
    }
    const amount = 2n ** 100n; // The limit ends it.
    const limit = sqrtPriceX96(wanted);
    return send(
      arbitrageur,
      pool,
      swapIn(deployment, pool, { tokenIn, amount, limit, to: arbitrageur }),
    );
  };

  const trade = async (pool: Pool, price: number): Promise<void> => {
    const value = options.largestSwap * random.unit();
    const paysBase = random.unit() < 0.5;
    const amount = paysBase
      ? units(value / price, pool.base.decimals)
      : units(value, pool.quote.decimals);
    if (amount === 0n) return;
    const tokenIn = paysBase === pool.baseIsToken0 ? 0 : 1;
    await send(
      trader,
      pool,
      swapIn(deployment, pool, { tokenIn, amount, limit: NO_LIMIT, to: trader }),
    );
  };

  return {
    prices: () => prices,
    async step(followed) {
      for (const [symbol, price] of Object.entries(prices)) {
        const drift = Math.exp((options.volatilityBps / 10_000) * random.normal());
        prices[symbol] = followed[symbol] ?? price * drift;
      }
      for (const pool of deployment.pools) {
        const price = prices[symbolOf(pool)];
        if (price === undefined) continue;
        await arbitrage(pool, price);
        if (random.unit() < options.tradeChance) await trade(pool, price);
      }
    },
  };
}

export function routerOf(deployment: Deployment, pool: Pool): Hex {
  return pool.kind === 'v2' ? deployment.routerV2 : deployment.router;
}

/** As the simulated exchange calls it: `ETHUSDT`. */
export function symbolOf(pool: Pool): string {
  return `${pool.base.symbol.replace(/^W/, '')}${pool.quote.symbol}`;
}

export interface ExactIn {
  readonly tokenIn: 0 | 1;
  readonly amount: bigint;
  /** 0: none. */
  readonly limit: bigint;
  readonly to: Hex;
}

/** What the router is called with; no minimum, for people who do not care. */
export function swapIn(deployment: Deployment, pool: Pool, swap: ExactIn): Hex {
  const tokens = tokensOf(pool);
  const tokenIn = tokens[swap.tokenIn].address;
  const tokenOut = tokens[swap.tokenIn === 0 ? 1 : 0].address;
  if (pool.kind === 'v2') {
    return encodeFunctionData({
      abi: routerV2Abi,
      functionName: 'swapExactTokensForTokens',
      args: [swap.amount, 0n, [tokenIn, tokenOut], swap.to, NEVER],
    });
  }
  return encodeFunctionData({
    abi: routerAbi,
    functionName: 'exactInputSingle',
    args: [
      {
        tokenIn,
        tokenOut,
        fee: pool.feePips,
        recipient: swap.to,
        amountIn: swap.amount,
        amountOutMinimum: 0n,
        sqrtPriceLimitX96: swap.limit,
      },
    ],
  });
}

/** token0 and token1. */
export function tokensOf(pool: Pool): readonly [Pool['base'], Pool['base']] {
  return pool.baseIsToken0 ? [pool.base, pool.quote] : [pool.quote, pool.base];
}

async function rawPriceOf(rpc: Rpc, pool: Pool): Promise<number> {
  if (pool.kind === 'v2') {
    const [reserve0, reserve1] = await reservesOf(rpc, pool);
    return Number(reserve1) / Number(reserve0);
  }
  const data = encodeFunctionData({ abi: v3Abi, functionName: 'slot0' });
  const answer = await rpc.call<Hex>('eth_call', [{ to: pool.address, data }, 'latest']);
  const [root] = decodeFunctionResult({ abi: v3Abi, functionName: 'slot0', data: answer });
  return (Number(root) / 2 ** 96) ** 2;
}

async function reservesOf(rpc: Rpc, pool: Pool): Promise<readonly [bigint, bigint]> {
  const data = encodeFunctionData({ abi: v2Abi, functionName: 'getReserves' });
  const answer = await rpc.call<Hex>('eth_call', [{ to: pool.address, data }, 'latest']);
  const [reserve0, reserve1] = decodeFunctionResult({
    abi: v2Abi,
    functionName: 'getReserves',
    data: answer,
  });
  return [reserve0, reserve1];
}

/** How much to pay in so that the reserves' ratio becomes the price, the fee left out. */
async function amountToPrice(
  rpc: Rpc,
  pool: Pool,
  to: { readonly wanted: number; readonly tokenIn: 0 | 1 },
): Promise<bigint> {
  const [reserve0, reserve1] = await reservesOf(rpc, pool);
  const product = Number(reserve0) * Number(reserve1);
  const after = to.tokenIn === 1 ? Math.sqrt(product * to.wanted) : Math.sqrt(product / to.wanted);
  const before = Number(to.tokenIn === 1 ? reserve1 : reserve0);
  return BigInt(Math.max(1, Math.floor(after - before)));
}
