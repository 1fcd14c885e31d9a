// A modelled chain: blocks on their parents, transactions that wait for one, a base fee that moves, one pool with the
// exact arithmetic of spec/pools, and others who trade in it. What is on the chain now is the truth that the desk
// is judged by; a reorganisation changes it.

import { createHash } from 'node:crypto';
import type { SigningTransaction } from '../../adapters/port/index.ts';
import {
  type ChainTerms,
  type Log,
  type Mined,
  type Signed,
  type State,
  execute,
  otherSwap,
} from './chain-execution.ts';
import type { Chance } from './chance.ts';
import type { Life, World } from './world.ts';

const BLOCK_MS = 2_000;
/** No reorganisation is deeper: the configuration says so, and the chain keeps to it. */
export const FINAL_DEPTH = 5;
/** Blocks that stand before the first desk looks. */
const FIRST_BLOCKS = 12;
const NS_PER_S = 1_000_000_000n;
const GWEI = 1_000_000_000n;
const [LEAST_FEE, MOST_FEE] = [GWEI / 5n, 40n * GWEI];

/** Everything as it stands behind a block. */
export interface Block extends State {
  readonly number: number;
  readonly hash: string;
  readonly parentHash: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly baseFee: bigint;
  /** Of the account. */
  readonly mined: readonly Mined[];
  /** Of the pool, those of others among them. */
  readonly logs: readonly Log[];
}

/** A chain whose reorganisations look for what is booked. */
export interface Keen {
  readonly chance: Chance;
  /** When the desk's process started. */
  startedAt(): bigint;
  /** Kills it. */
  kill(): void;
}

/** So long behind its start a process holds fewer blocks than a reorganisation may take. */
const LATELY_NS = 6_000_000_000n;

export class ModelledChain {
  readonly terms: ChainTerms;
  readonly #keen: Keen | null;
  readonly #world: World;
  readonly #life: Life = { name: 'chain', isOver: false };
  /** The chain as it stands, from its first block. */
  readonly blocks: Block[] = [];
  /** What waits for a block, by hash. */
  readonly pending = new Map<string, Signed>();
  /** All that ever reached any node, by hash: a miner somewhere may still have it. */
  readonly #everSeen = new Map<string, Signed>();
  #made = 0;

  constructor(terms: ChainTerms, world: World, keen: Keen | null) {
    this.terms = terms;
    this.#keen = keen;
    this.#world = world;
    const start = Number(world.now / NS_PER_S) - FIRST_BLOCKS * 2;
    const amounts = new Map([
      [terms.base, 10n ** 24n],
      [terms.quote, 10n ** 15n],
    ]);
    const first: State = {
      pool: terms.firstPool,
      nonce: 0,
      balances: amounts,
      allowances: new Map(),
    };
    this.blocks.push(this.#block(null, first, { timestamp: start, mined: [], logs: [] }));
    for (let count = 1; count < FIRST_BLOCKS; count += 1) this.#mine(start + 2 * count);
    this.#mineOn();
  }

  get head(): Block {
    return at(this.blocks, -1);
  }

  /** No reorganisation reaches it. */
  get final(): Block {
    return this.blocks[Math.max(0, this.blocks.length - 1 - FINAL_DEPTH)] ?? this.head;
  }

  /** Why a node would not take it; null: it waits for a block now. */
  received(signed: Signed): string | null {
    const { hash, transaction } = signed;
    if (transaction.nonce < this.head.nonce) return 'nonce too low';
    if (this.pending.has(hash)) return 'already known';
    const before = [...this.pending.values()].find(
      (one) => one.transaction.nonce === transaction.nonce,
    );
    if (before !== undefined && !outbids(transaction, before.transaction)) {
      return 'replacement transaction underpriced';
    }
    if (before !== undefined) {
      this.pending.delete(before.hash);
      this.#world.count('chain: transaction replaced');
    }
    this.pending.set(hash, signed);
    this.#everSeen.set(hash, signed);
    return null;
  }

  /** A node that starts again has forgotten what waited. */
  forgetPending(): void {
    this.pending.clear();
  }

  #mineOn(): void {
    this.#world.after(
      this.#life,
      BLOCK_MS,
      () => {
        this.#mineOn();
        this.#mine(Number(this.#world.now / NS_PER_S));
        this.#strike();
      },
      'in passing',
    );
  }

  #strike(): void {
    const { chance } = this.terms;
    const [one] = this.pending.keys();
    if (one !== undefined && this.#world.fault(120, 'chain: transaction dropped', chance)) {
      this.pending.delete(one);
    }
    if (this.#world.fault(60, 'chain: reorganised', chance)) {
      this.#reorganise(chance.between(1, FINAL_DEPTH), 600);
      return;
    }
    // Where it hurts: a swap that may be booked already goes with its block, and no node keeps it.
    const depth = this.#depthOfLastSwap();
    if (depth === null || depth > FINAL_DEPTH) return;
    if (this.#keen !== null) return this.#strikeAt(depth, this.#keen);
    if (this.#world.laterFault(500, 'chain: a swap is lost with its block')) {
      this.#reorganise(depth, 0);
    }
  }

  /** The last swap goes to another block, or is lost to a process that has not seen its block. */
  #strikeAt(depth: number, { chance, startedAt, kill }: Keen): void {
    const world = this.#world;
    const isLate = world.now - startedAt() < LATELY_NS;
    if (depth <= 2 && !isLate && world.fault(700, 'chain: process killed behind a swap', chance)) {
      return kill();
    }
    if (isLate && world.fault(250, 'chain: a swap is lost behind a start', chance)) {
      return this.#reorganise(depth, 0);
    }
    // Booked by then, mostly: a venue waits for one to three blocks.
    if (depth < 2) return;
    if (world.fault(900, 'chain: a swap in another block', chance)) this.#reorganise(depth, 1_000);
  }

  /** One where the head has a swap of the account that came to pass; null: there is none. */
  #depthOfLastSwap(): number | null {
    const index = this.blocks.findLastIndex(({ mined }) => mined.some(({ swap }) => swap !== null));
    return index < 0 ? null : this.blocks.length - index;
  }

  /** Another branch takes the place of the last `depth` blocks; `keptPerMille` of what they held waits again. */
  #reorganise(depth: number, keptPerMille: number): void {
    const { chance } = this.terms;
    const gone = this.blocks.splice(-depth);
    this.#world.tell('chain', `loses ${depth} blocks from ${at(gone, 0).number} on`);
    for (const { hash } of gone.flatMap(({ mined }) => mined)) {
      const signed = this.#everSeen.get(hash);
      // Some nodes put it back among what waits, others forget it.
      if (signed !== undefined && chance.happens(keptPerMille)) this.pending.set(hash, signed);
      else this.#world.count('chain: transaction forgotten with its block');
    }
    // The other branch is as long, mostly.
    const isShorter = this.#world.fault(200, 'chain: its head falls', chance);
    const found = isShorter ? gone.slice(0, -1) : gone;
    for (const { timestamp } of found) {
      const isEmpty = chance.happens(500);
      this.#mine(timestamp, isEmpty && keptPerMille < 1_000);
    }
  }

  /** `isEmpty`: without anything of the account. */
  #mine(notBefore: number, isEmpty = false): void {
    const { chance } = this.terms;
    const parent = this.head;
    const timestamp = Math.max(notBefore, parent.timestamp + 1);
    let state: State = parent;
    const logs: Log[] = [];
    const mined: Mined[] = [];
    const others = (most: number): void => {
      for (let left = chance.below(most + 1); left > 0; left -= 1) {
        const done = otherSwap(state, this.terms);
        if (done === null) continue;
        state = { ...state, pool: done.pool };
        logs.push(...done.logs);
      }
    };
    others(2);
    const fee = this.#baseFee(parent.baseFee);
    const within = { timestamp, fee, terms: this.terms, world: this.#world };
    const isLeftOut =
      this.pending.size > 0 && this.#world.fault(80, 'chain: left out of a block', chance);
    for (let next = isEmpty || isLeftOut ? null : this.#choose(state.nonce, fee); next !== null; ) {
      const done = execute(state, next, within);
      state = done.state;
      mined.push(done.mined);
      logs.push(...done.mined.logs);
      this.pending.delete(next.hash);
      next = this.#choose(state.nonce, fee);
    }
    others(1);
    for (const [hash, { transaction }] of this.pending) {
      if (transaction.nonce < state.nonce) this.pending.delete(hash);
    }
    this.blocks.push(this.#block(parent, state, { timestamp, mined, logs }, fee));
  }

  /** One of the account's for this nonce that the block can pay for: the newest, or an older one that a miner kept. */
  #choose(nonce: number, fee: bigint): Signed | null {
    const { chance } = this.terms;
    const waiting = [...this.pending.values()].filter((one) => fits(one, nonce, fee));
    const [newest] = waiting;
    const older = [...this.#everSeen.values()].find((one) => fits(one, nonce, fee));
    if (newest === undefined) {
      const isKept =
        older !== undefined && this.#world.fault(150, 'chain: what was dropped is mined', chance);
      return isKept ? older : null;
    }
    const isOther = older !== undefined && older.hash !== newest.hash;
    if (!isOther || !this.#world.fault(300, 'chain: the older of two is mined', chance)) {
      return newest;
    }
    return older;
  }

  /** An eighth up or down at most, and now and then a rush. */
  #baseFee(before: bigint): bigint {
    const { chance } = this.terms;
    const isRush = this.#world.fault(15, 'chain: base fee above the bids', chance);
    const next = isRush ? before * 6n : (before * BigInt(chance.between(875, 1_120))) / 1_000n;
    // What rushed up comes down again.
    const calmer = before > 3n * GWEI ? (before * 875n) / 1_000n : next;
    const fee = isRush ? next : calmer;
    return fee < LEAST_FEE ? LEAST_FEE : fee > MOST_FEE ? MOST_FEE : fee;
  }

  #block(
    parent: Block | null,
    { pool, nonce, balances, allowances }: State,
    of: Pick<Block, 'timestamp' | 'mined' | 'logs'>,
    baseFee = GWEI,
  ): Block {
    this.#made += 1;
    const number = (parent?.number ?? 99) + 1;
    const hash = hashOf(`block ${number} ${this.#made}`);
    const parentHash = parent?.hash ?? hashOf('before the first');
    const { timestamp, mined, logs } = of;
    for (const { nonce: one, succeeded } of mined) {
      this.#world.tell('chain', `mines nonce ${one} in ${number}${succeeded ? '' : ', in vain'}`);
    }
    return {
      number,
      hash,
      parentHash,
      timestamp,
      baseFee,
      pool,
      nonce,
      balances,
      allowances,
      mined,
      logs,
    };
  }
}

/** Both fees by a tenth, as geth has it. Source: uniswap.md §7. */
function outbids(next: SigningTransaction, before: SigningTransaction): boolean {
  const isMore = (a: string, b: string): boolean => BigInt(a) * 100n >= BigInt(b) * 110n;
  return (
    isMore(next.maxFeePerGas, before.maxFeePerGas) &&
    isMore(next.maxPriorityFeePerGas, before.maxPriorityFeePerGas)
  );
}

function fits({ transaction }: Signed, nonce: number, fee: bigint): boolean {
  return transaction.nonce === nonce && BigInt(transaction.maxFeePerGas) >= fee;
}

/** 32 bytes that follow from the text: no hash of any chain, and as good here. */
export function hashOf(text: string): string {
  return `0x${createHash('sha256').update(text).digest('hex')}`;
}

function at<T>(list: readonly T[], index: number): T {
  const found = list.at(index);
  if (found === undefined) throw new Error(`nothing at ${index}`);
  return found;
}
