// What a pool's logs do to it, and what they say of a swap. Source: uniswap.md §6, after the contracts' events.

import { type ChainLog, signed, wordsOf } from '../chain/index.ts';
import {
  type InitialisedTick,
  MAX_TICK,
  MIN_TICK,
  type Pool,
  type V3Pool,
} from '../../spec/pools/index.ts';

export const TOPICS = {
  v2Sync: '0x1c411e9a96e071241c2f21f7726b17ae89e3cab4c78be50e062b03a9fffbbad1',
  v2Swap: '0xd78ad95fa46c994b6551d0da85fc275fe613ce37657fb8d5e3d130840159d822',
  v3Swap: '0xc42079f94a6350d7e6235f29174924f928cc2ac818eb64fed8004e115fbcca67',
  v3Mint: '0x7a53080ba414158be7ec69b987b5fb7d07dee101fe85488f0853ae16239d0bde',
  v3Burn: '0x0c396cd989a39f4459b5fa1aed6a9a8dcdbc45908acfd67e028cd568da98982c',
} as const;

/** So many words has each event's data, no fewer and no more. */
const WORDS: Readonly<Record<string, number>> = {
  [TOPICS.v2Sync]: 2,
  [TOPICS.v2Swap]: 4,
  [TOPICS.v3Swap]: 5,
  [TOPICS.v3Mint]: 4,
  [TOPICS.v3Burn]: 3,
};

/** Null where there are fewer or more than its event has; of any other event as many as there are. */
function wordsIn({ topics, data }: ChainLog): readonly bigint[] | null {
  const words = wordsOf(data);
  const count = WORDS[topics[0] ?? ''];
  return count === undefined || words?.length === count ? words : null;
}

/** Of an initialised tick that `Pool` does not carry: how much liquidity begins or ends there. */
export type Gross = ReadonlyMap<number, bigint>;

/** A pool with what its quotes do not need but its next logs do. */
export interface PoolState {
  readonly pool: Pool;
  /** v3: by tick; empty in v2. */
  readonly gross: Gross;
}

/** The pool behind the log; the same one where the log does not concern it; null where it cannot be read. */
export function afterLog(state: PoolState, log: ChainLog): PoolState | null {
  const { pool } = state;
  const words = wordsIn(log);
  if (words === null) return null;
  switch (log.topics[0]) {
    case TOPICS.v2Sync: {
      const [reserve0, reserve1] = words;
      if (pool.type !== 'V2' || reserve0 === undefined || reserve1 === undefined) return null;
      return { ...state, pool: { ...pool, reserve0, reserve1 } };
    }
    case TOPICS.v3Swap: {
      const [, , sqrtPriceX96, liquidity, tick] = words;
      if (pool.type !== 'V3' || sqrtPriceX96 === undefined) return null;
      if (liquidity === undefined || tick === undefined) return null;
      return { ...state, pool: { ...pool, sqrtPriceX96, liquidity, tick: Number(signed(tick)) } };
    }
    case TOPICS.v3Mint: {
      const amount = words[1]; // Behind the sender.
      return pool.type !== 'V3' || amount === undefined ? null : moved(state, pool, log, amount);
    }
    case TOPICS.v3Burn: {
      const amount = words[0];
      return pool.type !== 'V3' || amount === undefined ? null : moved(state, pool, log, -amount);
    }
    default:
      return state;
  }
}

/** A position between two ticks grew, or shrank: gross at both, net up at the lower and down at the upper. */
function moved(state: PoolState, pool: V3Pool, log: ChainLog, by: bigint): PoolState | null {
  const lower = tickIn(log.topics[2]);
  const upper = tickIn(log.topics[3]);
  if (lower === null || upper === null) return null;
  if (by === 0n) return state;
  const gross = new Map(state.gross);
  let ticks = pool.ticks;
  for (const [tick, net] of [
    [lower, by],
    [upper, -by],
  ] as const) {
    const now = (gross.get(tick) ?? 0n) + by;
    if (now < 0n) return null;
    if (now === 0n) gross.delete(tick);
    else gross.set(tick, now);
    ticks = withTick(ticks, tick, now === 0n ? null : net);
  }
  const isInRange = lower <= pool.tick && pool.tick < upper;
  const liquidity = isInRange ? pool.liquidity + by : pool.liquidity;
  return { gross, pool: { ...pool, ticks, liquidity } };
}

/** `net` is added to the tick's; null takes it out. */
function withTick(
  ticks: readonly InitialisedTick[],
  tick: number,
  net: bigint | null,
): readonly InitialisedTick[] {
  const at = ticks.findIndex(([one]) => one >= tick);
  const index = at < 0 ? ticks.length : at;
  const present = ticks[index];
  const isThere = present !== undefined && present[0] === tick;
  const before = ticks.slice(0, index);
  const after = ticks.slice(isThere ? index + 1 : index);
  if (net === null) return [...before, ...after];
  const sum = (isThere ? present[1] : 0n) + net;
  return [...before, [tick, sum], ...after];
}

function tickIn(topic: string | undefined): number | null {
  const word = wordsOf(topic ?? '')?.[0];
  if (word === undefined) return null;
  const tick = Number(signed(word));
  return tick >= MIN_TICK && tick <= MAX_TICK ? tick : null;
}

/** What changed hands in one swap, seen from the pool: positive is paid in. */
export interface SwapSeen {
  readonly amount0: bigint;
  readonly amount1: bigint;
}

/** Null where the log is no swap of either kind. */
export function swapOf(log: ChainLog): SwapSeen | null {
  const words = wordsIn(log);
  if (words === null) return null;
  if (log.topics[0] === TOPICS.v3Swap) {
    const [amount0, amount1] = words;
    if (amount0 === undefined || amount1 === undefined) return null;
    return { amount0: signed(amount0), amount1: signed(amount1) };
  }
  if (log.topics[0] !== TOPICS.v2Swap) return null;
  const [in0, in1, out0, out1] = words;
  if (in0 === undefined || in1 === undefined || out0 === undefined || out1 === undefined)
    return null;
  return { amount0: in0 - out0, amount1: in1 - out1 };
}
