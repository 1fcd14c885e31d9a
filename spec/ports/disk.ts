// What the journal asks of a store, so that a modelled disk can stand where LMDB does.

/**
 * One ordered key-value store with atomic synchronous commits.
 * `commit` returns only when the whole batch is on disk; it throws when nothing of it is visible.
 */
export interface Disk {
  /** Keys compare as bytes. */
  get(table: string, key: Uint8Array): Uint8Array | null;
  /** Entries with from <= key < to, in key order (reverse: descending), at most `limit`. */
  range(
    table: string,
    from: Uint8Array,
    to: Uint8Array,
    options?: { readonly limit?: number; readonly reverse?: boolean },
  ): Iterable<readonly [Uint8Array, Uint8Array]>;
  commit(
    writes: readonly {
      readonly table: string;
      readonly key: Uint8Array;
      readonly value: Uint8Array | null;
    }[],
  ): void;
  close(): void;
}
