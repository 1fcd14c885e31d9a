// A modelled disk: commits whole or not at all, but for the faults that it is told to have.

import type { Disk } from '../../spec/ports/index.ts';
import type { Life, World } from './world.ts';

type Write = Parameters<Disk['commit']>[0][number];

/** The power went while a commit was under way. */
export class PowerCut extends Error {}

interface Table {
  /** Keys in order, as hexadecimal text, which sorts as the bytes do. */
  keys: string[];
  readonly values: Map<string, Uint8Array>;
}

/** How many times as often the power is cut there. */
const TARGETED = 75;

export class ModelledDisk {
  readonly #world: World;
  readonly #tables = new Map<string, Table>();
  /** What undoes a torn commit, as a sound store does by itself. */
  #torn: (() => void) | null = null;
  #reserve = true;
  #isFull = false;
  /** Sees each batch that is on disk, as soon as it is. */
  readonly #committed: (writes: readonly Write[]) => void;

  /** Whether what is committed now is where it hurts to lose power. */
  readonly #isTarget: () => boolean;

  constructor(
    world: World,
    committed: (writes: readonly Write[]) => void,
    isTarget: () => boolean = () => false,
  ) {
    this.#world = world;
    this.#committed = committed;
    this.#isTarget = isTarget;
  }

  /** The disk as one process has it: dead with the process. */
  open(life: Life): Disk {
    const alive = () => {
      if (life.isOver) throw new Error('a dead process used its disk');
    };
    return {
      get: (table, key) => {
        alive();
        return this.#table(table).values.get(hex(key)) ?? null;
      },
      range: (table, from, to, options) => {
        alive();
        return this.#range(table, hex(from), hex(to), options ?? {});
      },
      commit: (writes) => {
        alive();
        this.#commit(writes);
      },
      close: () => undefined,
    };
  }

  /** Frees what was held back for a full disk: once, until someone has made room. */
  releaseReserve(): boolean {
    const had = this.#reserve;
    this.#reserve = false;
    if (had) {
      this.#isFull = false;
      this.#world.count('disk: reserve used');
    }
    return had;
  }

  /** An operator made room. */
  makeRoom(): void {
    this.#isFull = false;
    this.#reserve = true;
  }

  /** The last whole commit is put in its place again. True: one was torn. */
  repair(): boolean {
    if (this.#torn === null) return false;
    this.#torn();
    this.#torn = null;
    return true;
  }

  #commit(writes: readonly Write[]): void {
    const { chance } = this.#world;
    if (this.#isFull || this.#world.fault(2, 'disk: full')) {
      this.#isFull = true;
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    }
    if (this.#world.fault(2, 'disk: commit failed')) throw new Error('EIO: i/o error');
    const often = this.#isTarget() ? TARGETED : 1;
    if (this.#world.fault(4 * often, 'power: cut before a commit'))
      throw new PowerCut('nothing written');
    if (this.#world.fault(3, 'power: cut within a commit, its tail torn')) {
      const kept = writes.slice(0, chance.below(writes.length));
      const before = kept.map(({ table, key }) => {
        const value = this.#table(table).values.get(hex(key)) ?? null;
        return { table, key, value };
      });
      this.#apply(kept);
      this.#torn = () => this.#apply(before.toReversed());
      throw new PowerCut('torn');
    }
    this.#apply(writes);
    this.#committed(writes);
    if (this.#world.fault(4 * often, 'power: cut behind a commit'))
      throw new PowerCut('all written');
  }

  #apply(writes: readonly Write[]): void {
    for (const { table, key, value } of writes) {
      const { keys, values } = this.#table(table);
      const name = hex(key);
      if (value === null) {
        if (values.delete(name)) keys.splice(firstAtLeast(keys, name), 1);
        continue;
      }
      if (!values.has(name)) {
        const last = keys.at(-1);
        if (last === undefined || last < name) keys.push(name);
        else keys.splice(firstAtLeast(keys, name), 0, name);
      }
      values.set(name, new Uint8Array(value)); // A Buffer's slice is a view.
    }
  }

  *#range(
    table: string,
    from: string,
    to: string,
    options: { readonly limit?: number; readonly reverse?: boolean },
  ): Generator<readonly [Uint8Array, Uint8Array]> {
    const { keys, values } = this.#table(table);
    const found = keys.slice(firstAtLeast(keys, from), firstAtLeast(keys, to));
    if (options.reverse === true) found.reverse();
    for (const name of found.slice(0, options.limit ?? found.length)) {
      const value = values.get(name);
      if (value !== undefined) yield [Buffer.from(name, 'hex'), new Uint8Array(value)];
    }
  }

  #table(name: string): Table {
    const known = this.#tables.get(name);
    if (known !== undefined) return known;
    const table: Table = { keys: [], values: new Map() };
    this.#tables.set(name, table);
    return table;
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

function firstAtLeast(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
