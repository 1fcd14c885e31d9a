// A pool read out of its contract's storage, all at one block by its hash, and compared with its configuration.

import {
  type Address,
  type BlockHash,
  type Json,
  type RpcQuestion,
  addressOf,
} from '../chain/index.ts';
import type { InitialisedTick } from '../../spec/pools/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import {
  SELECTORS,
  addressAnswer,
  firstWord,
  getPairCall,
  getPoolCall,
  populatedTicksAnswer,
  populatedTicksCall,
  reservesAnswer,
  slot0Answer,
  wordsAround,
} from './calls.ts';
import { type UniswapContracts, type UniswapPool, baseIsToken0 } from './config.ts';
import type { PoolState } from './logs.ts';

type Asked =
  | {
      readonly type:
        | 'token0'
        | 'token1'
        | 'factory'
        | 'fee'
        | 'tickSpacing'
        | 'baseDecimals'
        | 'quoteDecimals'
        | 'reserves'
        | 'slot0'
        | 'liquidity';
    }
  | { readonly type: 'ticks'; readonly word: number };

export interface ReadingQuestion {
  readonly asked: Asked;
  readonly question: RpcQuestion;
}

/** `Wrong`: the contract is not what the configuration says. `Unreadable`: the answer is none. */
export type ReadingStep =
  | { readonly type: 'Ask'; readonly questions: readonly ReadingQuestion[] }
  | { readonly type: 'Done'; readonly state: PoolState }
  | { readonly type: 'Wrong'; readonly found: string; readonly expected: string }
  | { readonly type: 'Unreadable'; readonly what: string };

/** Mutable: one for each pool that is being read. */
export class PoolReading {
  readonly #pool: UniswapPool;
  readonly #contracts: UniswapContracts;
  readonly #at: BlockHash;
  readonly #tickReach: number;
  readonly #ticks: InitialisedTick[] = [];
  readonly #gross = new Map<number, bigint>();
  #open = 0;
  #reserves: readonly [bigint, bigint] | null = null;
  #slot0: { readonly sqrtPriceX96: bigint; readonly tick: number } | null = null;
  #liquidity: bigint | null = null;

  constructor(
    pool: UniswapPool,
    of: {
      readonly contracts: UniswapContracts;
      readonly at: BlockHash;
      readonly tickReach: number;
    },
  ) {
    this.#pool = pool;
    this.#contracts = of.contracts;
    this.#at = of.at;
    this.#tickReach = of.tickReach;
  }

  begin(): ReadingStep {
    const { kind, address, base, quote, feePips } = this.#pool;
    const { factoryV2, factoryV3 } = this.#contracts;
    const both: ReadingQuestion[] = [
      this.#question({ type: 'token0' }, address, SELECTORS.token0),
      this.#question({ type: 'token1' }, address, SELECTORS.token1),
      this.#question({ type: 'baseDecimals' }, base.address, SELECTORS.decimals),
      this.#question({ type: 'quoteDecimals' }, quote.address, SELECTORS.decimals),
    ];
    if (kind === 'v2') {
      const pair = getPairCall(base.address, quote.address);
      return this.#ask([
        ...both,
        this.#question({ type: 'factory' }, factoryV2, pair),
        this.#question({ type: 'reserves' }, address, SELECTORS.getReserves),
      ]);
    }
    const pool = getPoolCall(base.address, quote.address, feePips);
    return this.#ask([
      ...both,
      this.#question({ type: 'factory' }, factoryV3, pool),
      this.#question({ type: 'fee' }, address, SELECTORS.fee),
      this.#question({ type: 'tickSpacing' }, address, SELECTORS.tickSpacing),
      this.#question({ type: 'liquidity' }, address, SELECTORS.liquidity),
      this.#question({ type: 'slot0' }, address, SELECTORS.slot0),
    ]);
  }

  answered(asked: Asked, result: Json): ReadingStep {
    this.#open -= 1;
    const data = typeof result === 'string' ? result : '';
    const refused = this.#take(asked, data);
    if (refused !== null) return refused;
    if (asked.type === 'slot0') return this.#askTicks();
    return this.#open > 0 ? { type: 'Ask', questions: [] } : this.#done();
  }

  /** Null: it is as it should be, or noted. */
  #take(asked: Asked, data: string): ReadingStep | null {
    const pool = this.#pool;
    const [token0, token1] = baseIsToken0(pool) ? [pool.base, pool.quote] : [pool.quote, pool.base];
    switch (asked.type) {
      case 'token0':
        return sameAddress('token0', data, token0.address);
      case 'token1':
        return sameAddress('token1', data, token1.address);
      case 'factory':
        return sameAddress('the pool that the factory names', data, pool.address);
      case 'fee':
        return sameNumber('fee', data, pool.feePips);
      case 'tickSpacing':
        return sameNumber('tickSpacing', data, pool.tickSpacing);
      case 'baseDecimals':
        return sameNumber('decimals of the base token', data, pool.base.decimals);
      case 'quoteDecimals':
        return sameNumber('decimals of the quote token', data, pool.quote.decimals);
      case 'reserves':
        this.#reserves = reservesAnswer(data);
        return this.#reserves === null ? { type: 'Unreadable', what: 'reserves' } : null;
      case 'slot0':
        this.#slot0 = slot0Answer(data);
        return this.#slot0 === null ? { type: 'Unreadable', what: 'slot0' } : null;
      case 'liquidity':
        this.#liquidity = firstWord(data);
        return this.#liquidity === null ? { type: 'Unreadable', what: 'liquidity' } : null;
      case 'ticks': {
        const found = populatedTicksAnswer(data);
        if (found === null) return { type: 'Unreadable', what: `ticks of word ${asked.word}` };
        this.#ticks.push(...found.ticks);
        for (const [tick, gross] of found.gross) this.#gross.set(tick, gross);
        return null;
      }
      default:
        return unreachable(asked);
    }
  }

  #askTicks(): ReadingStep {
    if (this.#slot0 === null) return { type: 'Unreadable', what: 'slot0' };
    const { address, tickSpacing } = this.#pool;
    const words = wordsAround(this.#slot0.tick, tickSpacing, this.#tickReach);
    const lens = this.#contracts.tickLens;
    return this.#ask(
      words.map((word) =>
        this.#question({ type: 'ticks', word }, lens, populatedTicksCall(address, word)),
      ),
    );
  }

  #done(): ReadingStep {
    const { kind, feePips, tickSpacing } = this.#pool;
    if (kind === 'v2') {
      const [reserve0 = 0n, reserve1 = 0n] = this.#reserves ?? [];
      return {
        type: 'Done',
        state: { pool: { type: 'V2', reserve0, reserve1, feePips }, gross: new Map() },
      };
    }
    if (this.#slot0 === null || this.#liquidity === null) {
      return { type: 'Unreadable', what: 'slot0 and liquidity' };
    }
    const ticks = this.#ticks.sort(([a], [b]) => a - b);
    const liquidity = this.#liquidity;
    return {
      type: 'Done',
      state: {
        pool: { type: 'V3', ...this.#slot0, liquidity, feePips, tickSpacing, ticks },
        gross: this.#gross,
      },
    };
  }

  #ask(questions: readonly ReadingQuestion[]): ReadingStep {
    this.#open += questions.length;
    return { type: 'Ask', questions };
  }

  #question(asked: Asked, to: Address, data: string): ReadingQuestion {
    const at = { blockHash: this.#at, requireCanonical: true };
    return { asked, question: { method: 'eth_call', params: [{ to, data }, at] } };
  }
}

function sameAddress(what: string, data: string, expected: Address): ReadingStep | null {
  const found = addressAnswer(data);
  if (found === addressOf(expected)) return null;
  return { type: 'Wrong', found: `${what} ${found ?? 'unreadable'}`, expected };
}

function sameNumber(what: string, data: string, expected: number): ReadingStep | null {
  const found = firstWord(data);
  if (found === BigInt(expected)) return null;
  return { type: 'Wrong', found: `${what} ${found ?? 'unreadable'}`, expected: String(expected) };
}
