// A value of a table, with a CRC-32 behind it that binds it to its table and its key.
import { crc32 } from 'node:zlib';
import type { Disk } from '../../spec/ports/index.ts';
import { JournalCorrupt } from './problems.ts';

export const sealBytes = 4;

/** The table's part of the seal, worked out once. */
export function tableSeed(table: string): number {
  return crc32(table);
}

/** Writes the seal over table, key and value into its place: key, value and seal lie from `keyAt` to `end`. */
export function sealValue(
  seed: number,
  bytes: Uint8Array,
  view: DataView,
  keyAt: number,
  end: number,
): void {
  const seal = end - sealBytes;
  view.setUint32(seal, crc32(bytes.subarray(keyAt, seal), seed));
}

/** The value with its seal behind it. */
export function sealed(table: string, key: Uint8Array, value: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(value.length + sealBytes);
  bytes.set(value, 0);
  new DataView(bytes.buffer).setUint32(value.length, crc32(value, crc32(key, tableSeed(table))));
  return bytes;
}

/** The value without its seal. Throws JournalCorrupt, which names table and key, if the seal does not hold. */
export function unseal(table: string, key: Uint8Array, sealed: Uint8Array): Uint8Array {
  const end = sealed.length - sealBytes;
  if (end < 0) {
    throw new JournalCorrupt(placeOf(table, key), `${sealed.length} bytes`, 'a sealed value');
  }
  const value = sealed.subarray(0, end);
  const expected = new DataView(sealed.buffer, sealed.byteOffset + end, sealBytes).getUint32(0);
  const found = crc32(value, crc32(key, tableSeed(table)));
  if (found !== expected) {
    throw new JournalCorrupt(
      placeOf(table, key),
      `CRC-32 ${found.toString(16)}`,
      expected.toString(16),
    );
  }
  return value;
}

/** What a disk's tables have, without the seals. */
export function unsealing(disk: Pick<Disk, 'get' | 'range'>): Pick<Disk, 'get' | 'range'> {
  return {
    get(table, key) {
      const found = disk.get(table, key);
      return found === null ? null : unseal(table, key, found);
    },
    *range(table, from, to, options) {
      for (const [key, found] of disk.range(table, from, to, options)) {
        yield [key, unseal(table, key, found)];
      }
    },
  };
}

function placeOf(table: string, key: Uint8Array): string {
  return `table ${table}, key ${Buffer.from(key).toString('hex')}`;
}
