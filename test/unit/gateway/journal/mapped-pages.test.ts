// Mapped pages of the store: when they are let go, which, and that nothing is lost by it.
import { readFileSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openLmdbDisk } from '../../../../gateway/journal/lmdb-disk.ts';
import {
  type Mapping,
  MappedPages,
  mappedPagesOf,
  rssFileOf,
  sharedMappingsOf,
} from '../../../../gateway/journal/mapped-pages.ts';
import { bytesOf } from './support.ts';

const MIB = 1024 * 1024;

describe('what the kernel tells', () => {
  test('mapped bytes of files, of a status', () => {
    const status = 'Name:\tnode\nRssAnon:\t  146000 kB\nRssFile:\t   57344 kB\nRssShmem:\t  0 kB\n';
    expect(rssFileOf(status)).toBe(56 * MIB);
    expect(rssFileOf('Name:\tnode\n')).toBe(0);
  });

  test('shared maps of the file, and no other', () => {
    const maps = [
      '7f0000000000-7f0000010000 r--s 00000000 08:01 12   /data/a b/store/data.mdb',
      '7f0000020000-7f0000030000 rw-p 00000000 08:01 12   /data/a b/store/data.mdb',
      '7f0000040000-7f0000050000 rw-s 00000000 08:01 13   /data/a b/store/lock.mdb',
      '7f0000060000-7f0000070000 r--s 00000000 08:01 12   /data/a b/store/data.mdb (deleted)',
      '7f0000080000-7f0000090000 rw-p 00000000 00:00 0 ',
      '7fff00000000-7fff00800000 r--s 00000000 08:01 12   /data/a b/store/data.mdb',
      '',
    ].join('\n');
    expect(sharedMappingsOf('/data/a b/store/data.mdb', maps)).toEqual([
      { start: 0x7f0000000000n, bytes: 65_536 },
      { start: 0x7fff00000000n, bytes: 8 * MIB },
    ]);
  });
});

describe('pages are let go', () => {
  const MAP: Mapping = { start: 4_096n, bytes: 64 * MIB };

  function watched(): { pages: MappedPages; seen: { mapped: number; letGo: Mapping[] } } {
    const seen = { mapped: 30 * MIB, letGo: [] as Mapping[] };
    const pages = new MappedPages({
      mapped: () => seen.mapped,
      mappings: () => [MAP],
      letGo: (mapping) => {
        seen.letGo.push(mapping);
        seen.mapped = 29 * MIB;
      },
    });
    return { pages, seen };
  }

  test('once eight MiB are mapped beyond what stays', () => {
    const { pages, seen } = watched();
    seen.mapped = 38 * MIB - 1;
    pages.committed(MIB);
    expect(seen.letGo).toEqual([]);
    seen.mapped = 38 * MIB;
    pages.committed(MIB);
    expect(seen.letGo).toEqual([MAP]);
  });

  test('counted from what stayed the last time', () => {
    const { pages, seen } = watched();
    seen.mapped = 40 * MIB;
    pages.committed(MIB);
    seen.mapped = 37 * MIB - 1;
    pages.committed(MIB);
    expect(seen.letGo).toEqual([MAP]);
    seen.mapped = 37 * MIB;
    pages.committed(MIB);
    expect(seen.letGo).toEqual([MAP, MAP]);
  });

  test('and is looked at each MiB that is committed', () => {
    const { pages, seen } = watched();
    pages.committed(MIB);
    seen.mapped = 40 * MIB;
    pages.committed(MIB - 1);
    expect(seen.letGo).toEqual([]);
    pages.committed(1);
    expect(seen.letGo).toEqual([MAP]);
  });
});

test('a store that is written and read stays within the bound, and what was written is read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'causeway-mapped-'));
  const disk = openLmdbDisk({ folder, tables: ['log'], durability: 'os' });
  try {
    const file = await realpath(join(folder, 'data.mdb'));
    const pages = mappedPagesOf(file);
    if (pages === null) throw new Error('koffi is not installed: npm install has an optional part');
    const value = (at: number): Uint8Array => new Uint8Array(2_000).fill(at % 251);
    let most = 0;
    for (let at = 0; at < 20_000; at += 100) {
      const writes = Array.from({ length: 100 }, (_, more) => at + more);
      disk.commit(
        writes.map((n) => ({
          table: 'log',
          key: bytesOf(String(n).padStart(6, '0')),
          value: value(n),
        })),
      );
      pages.committed(100 * 2_000);
      most = Math.max(most, mappedOf(file));
    }
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(20 * MIB);
    for (let at = 0; at < 20_000; at += 997) {
      expect(disk.get('log', bytesOf(String(at).padStart(6, '0')))).toEqual(Buffer.from(value(at)));
    }
  } finally {
    await disk.closed();
    await rm(folder, { recursive: true, force: true });
  }
});

/** Bytes of the file's pages that this process has mapped now, as the kernel counts them map by map. */
function mappedOf(file: string): number {
  const maps = readFileSync('/proc/self/smaps', 'utf8').split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m);
  const sizes = maps
    .filter((map) => map.slice(0, map.indexOf('\n')).endsWith(` ${file}`))
    .map((map) => Number(/^Rss:\s+(\d+) kB$/m.exec(map)?.[1]) * 1_024);
  return sizes.reduce((sum, size) => sum + size, 0);
}
