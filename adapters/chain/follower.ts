// The chain as we hold it: the newest blocks, each on its parent. A head is walked back by parent hash to a block
// that we hold; what stood above that one is gone. Source: uniswap.md §6.

import type { Block, BlockHash } from './terms.ts';

/** A head below ours is believed the so manieth time in a row: before, another node may only lag. */
const BELIEVED_AT = 4;

/** What a block leads to. */
export type Followed =
  /** It is the head that we hold, or an older one that may be the word of a node that lags. */
  | { readonly type: 'Same' }
  /** Its parent, or its parent's, is not known: asked for by hash. */
  | { readonly type: 'ParentWanted'; readonly hash: BlockHash }
  /** Blocks above `keep` are gone (none where it is the head we held), and these follow, oldest first. */
  | { readonly type: 'Extended'; readonly keep: BlockHash; readonly blocks: readonly Block[] }
  /** It shares no block with what we hold: begin anew. */
  | { readonly type: 'Lost' };

/** Mutable: one for each machine that follows a chain. */
export class Follower {
  readonly #most: number;
  /** Oldest first, each the parent of the next. */
  #held: Block[] = [];
  /** Newest first: the way back from a head to what we hold. */
  #walk: Block[] = [];
  /** How often in a row a head was told that stands below ours. */
  #behind = 0;

  /** Holds `most` blocks: no reorganisation may be deeper. */
  constructor(most: number) {
    this.#most = most;
  }

  get head(): Block | null {
    return this.#held.at(-1) ?? null;
  }

  get oldest(): Block | null {
    return this.#held[0] ?? null;
  }

  block(hash: BlockHash): Block | null {
    return this.#held.find((one) => one.hash === hash) ?? null;
  }

  holds(hash: BlockHash): boolean {
    return this.#held.some((block) => block.hash === hash);
  }

  /** Holds this block and no other. */
  begin(block: Block): void {
    this.#held = [block];
    this.#walk = [];
  }

  /** Holds nothing. */
  forget(): void {
    this.#held = [];
    this.#walk = [];
  }

  /** Forgets what stands above this block, to be told of it again. */
  dropAbove(hash: BlockHash): void {
    const at = this.#held.findIndex((block) => block.hash === hash);
    this.#held = this.#held.slice(0, at + 1);
    this.#walk = [];
  }

  /** A head as a node tells it: forgets a walk that was under way. */
  headSeen(block: Block): Followed {
    this.#walk = [];
    const isBelow = block.hash !== this.head?.hash && this.holds(block.hash);
    this.#behind = isBelow ? this.#behind + 1 : 0;
    if (isBelow && this.#behind < BELIEVED_AT) return { type: 'Same' };
    return this.#step(block);
  }

  /** The answer to `ParentWanted`. */
  parentSeen(block: Block): Followed {
    const child = this.#walk.at(-1);
    if (child === undefined || child.parentHash !== block.hash) return { type: 'Same' };
    return this.#step(block);
  }

  #step(block: Block): Followed {
    if (block.hash === this.head?.hash && this.#walk.length === 0) return { type: 'Same' };
    if (this.#walk.length === 0 && this.holds(block.hash)) return this.#extend(block.hash);
    this.#walk.push(block);
    if (this.holds(block.parentHash)) return this.#extend(block.parentHash);
    const oldest = this.#held[0];
    const isTooDeep = oldest === undefined || block.number <= oldest.number;
    if (isTooDeep || this.#walk.length >= this.#most) {
      this.#walk = [];
      return { type: 'Lost' };
    }
    return { type: 'ParentWanted', hash: block.parentHash };
  }

  #extend(keep: BlockHash): Followed {
    const blocks = this.#walk.reverse();
    this.#walk = [];
    const at = this.#held.findIndex((block) => block.hash === keep);
    this.#held = [...this.#held.slice(0, at + 1), ...blocks].slice(-this.#most);
    return { type: 'Extended', keep, blocks };
  }
}
