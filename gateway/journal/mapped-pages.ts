// The store's pages that this process has mapped, let go now and then, so that RSS does not grow with the log.
//
// LMDB reads through a shared map, and the kernel maps up to sixteen cached pages for each one that is touched: in time the
// whole log stands in RSS. MADV_DONTNEED takes pages of a shared map of a file out of the process and loses nothing, the
// next touch finds them in the page cache (madvise(2)). Node has no madvise, koffi calls it; where either is absent the
// pages stay, and are the page cache's to take back. Why: docs/decisions/0048-mapped-pages-are-let-go.md.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A range of addresses. */
export interface Mapping {
  readonly start: bigint;
  readonly bytes: number;
}

export interface MappedPagesPorts {
  /** Bytes of files that the process has mapped (RssFile). */
  mapped(): number;
  /** Where the store's file is mapped now. */
  mappings(): readonly Mapping[];
  letGo(mapping: Mapping): void;
}

/** Bytes mapped beyond those that stayed the last time before they are let go again. */
const most = 8 * 1024 * 1024;
/** It is looked each time so many bytes have been committed: 50 us a look, so that costs nothing. */
const lookEach = 1024 * 1024;

/**
 * For the thread that grows the map, and no other: LMDB maps and unmaps a file in the thread that needs it larger or
 * closes it, so between two commits no range that is found can have become another's.
 */
export class MappedPages {
  readonly #ports: MappedPagesPorts;
  #stays: number;
  #unseen = 0;

  constructor(ports: MappedPagesPorts) {
    this.#ports = ports;
    this.#stays = ports.mapped();
  }

  /** A commit of so many bytes has returned. */
  committed(bytes: number): void {
    this.#unseen += bytes;
    if (this.#unseen < lookEach) return;
    this.#unseen = 0;
    const { mapped, mappings, letGo } = this.#ports;
    if (mapped() - this.#stays < most) return;
    for (const mapping of mappings()) letGo(mapping);
    this.#stays = mapped();
  }
}

/** Of a file by its real path, on this machine. Null: it has no /proc, or no madvise is to be had. */
export function mappedPagesOf(path: string): MappedPages | null {
  const madvise = loadMadvise();
  if (madvise === null) return null;
  return new MappedPages({
    mapped: () => rssFileOf(readFileSync('/proc/self/status', 'utf8')),
    mappings: () => sharedMappingsOf(path, readFileSync('/proc/self/maps', 'utf8')),
    letGo: ({ start, bytes }) => madvise(start, bytes, MADV_DONTNEED),
  });
}

/** Bytes, of the text of /proc/PID/status. */
export function rssFileOf(status: string): number {
  return Number(/^RssFile:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1_024;
}

/** Those of `path` in the text of /proc/PID/maps that are shared: of a private one, what was written would be lost. */
export function sharedMappingsOf(path: string, maps: string): readonly Mapping[] {
  const lines = maps.matchAll(/^([0-9a-f]+)-([0-9a-f]+) ..[-x]s [0-9a-f]+ \S+ \d+ +(\/.*)$/gm);
  return [...lines].flatMap(([, from, to, file]) => {
    if (file !== path) return [];
    const start = BigInt(`0x${from}`);
    return [{ start, bytes: Number(BigInt(`0x${to}`) - start) }];
  });
}

/** Of Linux, on each of its architectures that Node runs on. */
const MADV_DONTNEED = 4;

type Madvise = (address: bigint, bytes: number, advice: number) => number;

interface Koffi {
  load(library: null): { func(declaration: string): Madvise };
}

/** An optional package: a machine that it has no build for does without. */
function loadMadvise(): Madvise | null {
  if (process.platform !== 'linux') return null;
  try {
    const koffi = createRequire(import.meta.url)('koffi') as Koffi;
    return koffi.load(null).func('int madvise(uintptr_t address, size_t bytes, int advice)');
  } catch {
    return null;
  }
}
