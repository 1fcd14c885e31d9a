// Pools as their logs tell them.

import { decodeAbiParameters } from 'viem';
import { type ChainLog, type Json, quantityOf, readLogs } from '../../adapters/chain/index.ts';
import { type PoolState, afterLog } from '../../adapters/uniswap/logs.ts';
import type { Hex, Pool, RunningChain } from '../sandbox/chain/index.ts';

const INITIALIZE = '0x98636036cb66a9c19a37435efc1e90142190214e8abeb821bdba3f2990dd4c95';

/** A pool from nothing but its logs. */
export async function fromLogs(chain: RunningChain, pool: Pool): Promise<PoolState> {
  const filter = { address: pool.address, fromBlock: '0x0', toBlock: 'latest' };
  const json = await chain.node.rpc.call<readonly (Json & { readonly blockNumber: Hex })[]>(
    'eth_getLogs',
    [filter],
  );
  const ordered = [...json].sort(
    (a, b) => Number(quantityOf(a.blockNumber)) - Number(quantityOf(b.blockNumber)),
  );
  let state: PoolState =
    pool.kind === 'v2'
      ? {
          pool: { type: 'V2', reserve0: 0n, reserve1: 0n, feePips: pool.feePips },
          gross: new Map(),
        }
      : {
          pool: {
            type: 'V3',
            sqrtPriceX96: 0n,
            tick: 0,
            liquidity: 0n,
            tickSpacing: pool.tickSpacing,
            feePips: pool.feePips,
            ticks: [],
          },
          gross: new Map(),
        };
  for (const one of ordered) {
    const [log] = readLogs([one]) ?? [];
    if (log === undefined) throw new Error('a log cannot be read');
    if (log.topics[0] === INITIALIZE && state.pool.type === 'V3') {
      const [sqrtPriceX96, tick] = decodeAbiParameters(
        [{ type: 'uint160' }, { type: 'int24' }],
        log.data as Hex,
      );
      state = { ...state, pool: { ...state.pool, sqrtPriceX96, tick } };
    } else state = applied(state, [log]);
  }
  return state;
}

export function applied(state: PoolState, logs: readonly ChainLog[]): PoolState {
  let now = state;
  for (const log of logs) {
    const next = afterLog(now, log);
    if (next === null) throw new Error(`a log cannot be read: ${JSON.stringify(log)}`);
    now = next;
  }
  return now;
}
