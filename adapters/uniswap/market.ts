// Pool states, kept by block: read once out of storage, then moved by each block's logs, and rolled back with the
// chain. A head that does not come makes every pool unquotable.
//
// Source: uniswap.md §6.

import {
  type Block,
  type BlockHash,
  type FeePolicy,
  Follower,
  type Json,
  type RpcQuestion,
  readBlock,
  readLogs,
} from '../chain/index.ts';
import type { MachineAction, PoolMarket, PoolMarketOutput, WireInput } from '../port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import { epochNs } from '../../spec/units/index.ts';
import type { BookState, PoolSnapshot, VenueNotice } from '../../spec/venues/index.ts';
import {
  GAS_OF_SWAP,
  GAS_OF_TICK,
  GAS_SHARED,
  UNISWAP_ORDERS_DEFAULTS,
  type UniswapMarketConfig,
  type UniswapPool,
  baseIsToken0,
} from './config.ts';
import { mostGasOf } from './gas.ts';
import { type PoolState, afterLog } from './logs.ts';
import { NodeLine, replyOf } from './node-line.ts';
import { PoolReading, type ReadingQuestion, type ReadingStep } from './reading.ts';

type About =
  | { readonly type: 'Head' }
  | { readonly type: 'Parent' }
  | { readonly type: 'Logs'; readonly block: Block }
  | {
      readonly type: 'Pool';
      readonly venueSymbol: string;
      readonly asked: ReadingQuestion['asked'];
    };

type States = ReadonlyMap<string, PoolState>;

/** Reading a storage again and again would flood the node: after a failure this long a pause. */
const PAUSE_MS = 2_000;

export function createUniswapMarket(config: UniswapMarketConfig): PoolMarket {
  const machine = new PoolMarketMachine(config);
  return { step: (input) => machine.step(input) };
}

class PoolMarketMachine {
  readonly #config: UniswapMarketConfig;
  readonly #follower: Follower;
  readonly #line: NodeLine<About>;
  /** States behind each block that is held. */
  readonly #behind = new Map<BlockHash, States>();
  /** Blocks of the chain that are not applied yet, oldest first. */
  #waiting: Block[] = [];
  /** The first states, while they are read; null: they are known, or nothing has begun. */
  #readings: Map<string, PoolReading> | null = null;
  #read = new Map<string, PoolState>();
  /** Pools whose contract is not what the configuration says. */
  readonly #wrong = new Set<string>();
  /** The block behind which the states stand that are published. */
  #standing: Block | null = null;
  #headSeenAt: EpochNs | null = null;
  #pollAt: EpochNs = epochNs(0n);
  #now: EpochNs = epochNs(0n);
  #published: BookState = 'Syncing';
  #actions: MachineAction[] = [];
  #notices: VenueNotice[] = [];
  #dirty = false;

  constructor(config: UniswapMarketConfig) {
    this.#config = config;
    this.#follower = new Follower(config.blocksHeld);
    this.#line = new NodeLine(config.rpcURL, config.answerBoundMs);
  }

  step(input: WireInput): PoolMarketOutput {
    this.#now = input.now;
    this.#actions = [];
    this.#notices = [];
    this.#dirty = false;
    this.#take(input);
    this.#poll();
    const state = this.#state();
    if (state !== this.#published) this.#dirty = true;
    this.#published = state;
    const pools = this.#dirty ? this.#config.pools.map((pool) => this.#snapshot(pool)) : [];
    return { actions: this.#actions, notices: this.#notices, pools: pools.flat() };
  }

  #take(input: WireInput): void {
    switch (input.type) {
      case 'HttpReplied': {
        const about = this.#line.take(input.requestID);
        if (about === null) return;
        const reply = replyOf(input.outcome);
        if (reply.type === 'Result') return this.#answered(about, reply.result);
        return this.#failed(about, reply.type === 'Unknown' ? reply.cause : reply.message);
      }
      case 'Started':
      case 'ClockTicked':
      case 'ChannelOpened':
      case 'ChannelClosed':
      case 'FrameReceived':
        return; // Nothing but the time is new.
      default:
        return unreachable(input);
    }
  }

  #answered(about: About, result: Json): void {
    switch (about.type) {
      case 'Head': {
        const block = readBlock(result);
        return block === null ? this.#pause('the head cannot be read') : this.#headSeen(block);
      }
      case 'Parent': {
        const block = readBlock(result);
        // Gone again: the next head shows another way.
        return block === null ? this.#pause('a parent is not known') : this.#walked(block);
      }
      case 'Logs':
        return this.#logsSeen(about.block, result);
      case 'Pool': {
        const reading = this.#readings?.get(about.venueSymbol);
        if (reading === undefined) return;
        return this.#readOn(about.venueSymbol, reading.answered(about.asked, result));
      }
      default:
        return unreachable(about);
    }
  }

  #headSeen(block: Block): void {
    if (this.#follower.head === null) return this.#begin(block);
    this.#headSeenAt = this.#now;
    this.#follow(this.#follower.headSeen(block), block);
  }

  #walked(block: Block): void {
    this.#follow(this.#follower.parentSeen(block), block);
  }

  #follow(followed: ReturnType<Follower['headSeen']>, block: Block): void {
    switch (followed.type) {
      case 'Same':
        this.#dirty = this.#waiting.length === 0; // It is still the head: as fresh as now.
        return;
      case 'ParentWanted':
        return this.#ask(
          { method: 'eth_getBlockByHash', params: [followed.hash, false] },
          { type: 'Parent' },
        );
      case 'Extended':
        return this.#extended(followed.keep, followed.blocks);
      case 'Lost':
        this.#remark('warn', 'the chain shares no block with what was held: pools are read anew', {
          block: Number(block.number),
        });
        return this.#begin(block);
      default:
        return unreachable(followed);
    }
  }

  #extended(keep: BlockHash, blocks: readonly Block[]): void {
    const standing = this.#standing;
    if (standing !== null && standing.hash !== keep) {
      this.#remark('info', 'the chain was reorganised', {
        block: Number(standing.number),
        keep,
        blocks: blocks.length,
      });
    }
    if (!this.#behind.has(keep)) {
      const head = blocks.at(-1);
      if (head !== undefined) this.#begin(head);
      return;
    }
    this.#waiting = [...blocks];
    if (blocks.length === 0) this.#standing = this.#follower.head;
    else this.#askLogs();
    this.#dirty = true;
  }

  #askLogs(): void {
    const block = this.#waiting[0];
    if (block === undefined) return;
    const address = this.#config.pools.map((pool) => pool.address);
    const filter = { blockHash: block.hash, address };
    this.#ask({ method: 'eth_getLogs', params: [filter] }, { type: 'Logs', block });
  }

  #logsSeen(block: Block, result: Json): void {
    if (this.#waiting[0]?.hash !== block.hash) return;
    const before = this.#behind.get(block.parentHash);
    const logs = readLogs(result);
    if (before === undefined || logs === null) return this.#stumble(block, 'its logs are no logs');
    const after = new Map(before);
    for (const log of logs) {
      const pool = this.#config.pools.find(({ address }) => address === log.address);
      const state = pool === undefined ? undefined : after.get(pool.venueSymbol);
      if (pool === undefined || state === undefined) continue;
      const next = afterLog(state, log);
      if (next === null) return this.#stumble(block, 'a log of a pool cannot be read');
      after.set(pool.venueSymbol, next);
    }
    this.#behind.set(block.hash, after);
    this.#standing = block;
    this.#waiting.shift();
    this.#dropOld();
    this.#dirty = true;
    this.#askLogs();
  }

  /** What is held ends before this block; the next head leads to it again. */
  #stumble(block: Block, why: string): void {
    this.#remark('warn', 'a block could not be followed', { block: Number(block.number), why });
    this.#waiting = [];
    this.#follower.dropAbove(block.parentHash);
    if (this.#follower.head === null) this.#standing = null;
    this.#pause(why);
  }

  #dropOld(): void {
    for (const hash of this.#behind.keys()) {
      if (!this.#follower.holds(hash)) this.#behind.delete(hash);
    }
  }

  // ---- The first states -------------------------------------------------------------------------------

  #begin(block: Block): void {
    this.#line.forget();
    this.#follower.begin(block);
    this.#behind.clear();
    this.#waiting = [];
    this.#standing = null;
    this.#headSeenAt = this.#now;
    this.#read = new Map();
    const { contracts, tickReach } = this.#config;
    this.#readings = new Map();
    for (const pool of this.#config.pools) {
      if (this.#wrong.has(pool.venueSymbol)) continue;
      const reading = new PoolReading(pool, { contracts, at: block.hash, tickReach });
      this.#readings.set(pool.venueSymbol, reading);
      this.#readOn(pool.venueSymbol, reading.begin());
    }
  }

  #readOn(venueSymbol: string, step: ReadingStep): void {
    switch (step.type) {
      case 'Ask':
        for (const { asked, question } of step.questions) {
          this.#ask(question, { type: 'Pool', venueSymbol, asked });
        }
        return;
      case 'Done':
        this.#read.set(venueSymbol, step.state);
        return this.#readingsDone(venueSymbol);
      case 'Wrong':
        this.#wrong.add(venueSymbol);
        this.#remark('error', 'a pool is not what the configuration says: it is not traded', {
          venueSymbol,
          found: step.found,
          expected: step.expected,
        });
        return this.#readingsDone(venueSymbol);
      case 'Unreadable':
        return this.#giveUpReading(`${venueSymbol}: ${step.what} cannot be read`);
      default:
        return unreachable(step);
    }
  }

  #readingsDone(venueSymbol: string): void {
    const { head } = this.#follower;
    this.#readings?.delete(venueSymbol);
    if (this.#readings === null || this.#readings.size > 0 || head === null) return;
    this.#readings = null;
    this.#behind.set(head.hash, this.#read);
    this.#standing = head;
    this.#dirty = true;
  }

  #giveUpReading(cause: string): void {
    this.#readings = null;
    this.#line.forget();
    this.#follower.forget();
    this.#pause(cause);
  }

  // ---- Asking ------------------------------------------------------------------------------------------

  #poll(): void {
    if (this.#line.waiting > 0 || this.#now < this.#pollAt) return;
    this.#pollAt = this.#in(this.#config.pollMs);
    this.#ask({ method: 'eth_getBlockByNumber', params: ['latest', false] }, { type: 'Head' });
  }

  #failed(about: About, cause: string): void {
    switch (about.type) {
      case 'Logs':
        return this.#stumble(about.block, cause);
      case 'Pool':
        // The block may be gone; the next head is a better one to read at.
        return this.#readings === null ? undefined : this.#giveUpReading(cause);
      case 'Head':
      case 'Parent':
        return this.#pause(cause);
      default:
        return unreachable(about);
    }
  }

  #pause(cause: string): void {
    this.#pollAt = this.#in(PAUSE_MS);
    this.#remark('info', 'the node did not answer as asked', { cause });
  }

  #ask(question: RpcQuestion, about: About): void {
    this.#actions.push(this.#line.ask(question, about));
  }

  #remark(
    level: 'error' | 'warn' | 'info',
    sentence: string,
    fields: Readonly<Record<string, string | number>>,
  ): void {
    const { venueID } = this.#config;
    this.#notices.push({ type: 'Remarked', venueID, level, sentence, fields });
  }

  #in(ms: number): EpochNs {
    return epochNs(this.#now + BigInt(ms) * 1_000_000n);
  }

  // ---- Telling -----------------------------------------------------------------------------------------

  #state(): BookState {
    if (this.#standing === null || this.#headSeenAt === null) return 'Syncing';
    const silence = this.#now - this.#headSeenAt;
    return silence > BigInt(this.#config.silenceMs) * 1_000_000n ? 'Invalid' : 'Live';
  }

  /** None before the pool is known. */
  #snapshot(pool: UniswapPool): readonly PoolSnapshot[] {
    const standing = this.#standing;
    const states = standing === null ? undefined : this.#behind.get(standing.hash);
    const found = states?.get(pool.venueSymbol);
    if (standing === null || states === undefined || found === undefined) return [];
    const price = standing.baseFeePerGas + this.#config.priorityFeePerGas;
    return [
      {
        venueID: this.#config.venueID,
        instrumentID: pool.instrumentID,
        venueSymbol: pool.venueSymbol,
        state: this.#state(),
        blockNumber: standing.number,
        receivedAt: this.#headSeenAt ?? this.#now,
        pool: found.pool,
        decimals: { base: pool.base.decimals, quote: pool.quote.decimals },
        baseIsToken0: baseIsToken0(pool),
        gasWei: GAS_OF_SWAP[pool.kind] * price,
        mostGasWei: mostGasOf(
          { gasLimits: UNISWAP_ORDERS_DEFAULTS.gasLimits, fees: feesOf(this.#config) },
          standing.baseFeePerGas,
          pool.kind,
        ),
        sharedGasWei: GAS_SHARED * price,
        tickGasWei: GAS_OF_TICK * price,
      },
    ];
  }
}

function feesOf({ priorityFeePerGas, maxFeePerGas }: UniswapMarketConfig): FeePolicy {
  return { priorityFeePerGas, maxFeePerGas };
}
