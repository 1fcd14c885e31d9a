// What is kept outside the heap, against a map that keeps all.

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KeptRecords, NO_KEY } from '../../../../adapters/connection/kept-records.ts';
import {
  type Chunk,
  INTEGER_MOST,
  Pen,
  VALUE_BYTES_MOST,
  chunkOf,
} from '../../../../adapters/connection/pen.ts';
import { epochNs } from '../../../../spec/units/index.ts';

const textAt = (chunk: Chunk, at: number) => new Pen().at(chunk, at).text();
const is = (wanted: string) => (chunk: Chunk, at: number) =>
  textAt(chunk, at) === wanted ? wanted : null;

function add(
  records: KeptRecords,
  text: string,
  until: number,
  keys: readonly [number, number],
): boolean {
  const write = (chunk: Chunk, at: number) => {
    const pen = new Pen().at(chunk, at);
    pen.putText(text);
    return pen.place;
  };
  return records.add(text.length * 2 + 3, write, epochNs(BigInt(until)), keys);
}

/** Few hashes, so that several records have one. */
const hash = fc.integer({ min: 1, max: 12 });
const step = fc.oneof(
  fc.record({
    type: fc.constant('add' as const),
    first: hash,
    second: fc.oneof(hash, fc.constant(NO_KEY)),
    unit: fc.constantFrom('a', 'ü', '漢', '"'),
    length: fc.integer({ min: 0, max: 4_100 }),
    keep: fc.integer({ min: 0, max: 5 }),
  }),
  fc.record({ type: fc.constant('take' as const), nth: fc.nat() }),
  fc.record({ type: fc.constant('expire' as const), after: fc.integer({ min: 0, max: 3 }) }),
);

interface Kept {
  readonly text: string;
  readonly until: number;
  readonly hashes: readonly number[];
  taken: boolean;
}

test('each record is found under each of its keys until it is taken, its time has come, or it is the oldest of too many', () => {
  const MOST = 60;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const records = new KeptRecords(MOST);
      let all: Kept[] = [];
      let [now, latest, count] = [0, 0, 0];
      for (const one of steps) {
        if (one.type === 'add') {
          count += 1;
          latest = Math.max(latest, now + one.keep); // The oldest are those whose time comes first.
          const text = `${count}|${one.unit.repeat(one.length)}`;
          const isKept = add(records, text, latest, [one.first, one.second]);
          expect(isKept).toBe(text.length * 2 + 3 <= 8_192);
          const hashes = one.second === NO_KEY ? [one.first] : [one.first, one.second];
          if (isKept) all.push({ text, until: latest, hashes, taken: false });
        } else if (one.type === 'take') {
          const kept = all.filter(({ taken }) => !taken);
          const which = kept[one.nth % Math.max(kept.length, 1)];
          if (which === undefined) continue;
          const under = which.hashes[one.nth % which.hashes.length] ?? 0;
          const taken = records.take(under, is(which.text));
          expect(taken).toEqual({ found: which.text, until: epochNs(BigInt(which.until)) });
          which.taken = true;
          expect(records.take(under, is(which.text))).toBeNull();
        } else {
          now += one.after;
          records.expire(epochNs(BigInt(now)));
          all = all.filter(({ until }) => until > now);
          while (all.filter(({ taken }) => !taken).length > MOST) all.shift();
        }
        const kept = all.filter(({ taken }) => !taken);
        expect(records.size).toBe(kept.length);
        for (const { text, hashes, taken } of all.slice(-20)) {
          for (const under of hashes) {
            expect(records.find(under, is(text))).toBe(taken ? null : text);
          }
        }
      }
    }),
    { numRuns: 100 },
  );
});

test('what was let go is used again: a hundred times as much passes through as is held', () => {
  const records = new KeptRecords(1_000);
  let held = 0;
  for (let at = 1; at <= 200_000; at += 1) {
    add(records, `${at}`.padEnd(200, '.'), 1, [at, at + 1_000_000]);
    if (at % 100 === 0) records.expire(epochNs(0n));
    if (at === 20_000) held = records.heldBytes;
  }
  expect(records.size).toBe(1_000);
  expect(records.heldBytes).toBe(held);
  const mine = (chunk: Chunk, at: number) =>
    textAt(chunk, at).startsWith('199500.') ? 'mine' : null;
  expect(records.find(199_500, mine)).toBe('mine');
  expect(records.find(1_199_500, mine)).toBe('mine');
});

test('values are read as they were written, whatever their size and script', () => {
  const pen = new Pen();
  const chunk = chunkOf(1_000);
  const integers = [0n, 1n, (1n << 64n) - 1n, 1n << 64n, INTEGER_MOST];
  const written = ['', 'a', 'ÿ', 'Āb', '漢字', '\ud800', 'line\nline'];
  pen.at(chunk, 7);
  for (const one of integers) {
    const from = pen.place;
    pen.putInteger(one);
    expect(pen.place - from).toBeLessThanOrEqual(VALUE_BYTES_MOST);
  }
  for (const one of written) pen.putText(one);
  pen.putCount(65_535);
  pen.putOneOf(['x', 'y'], 'y');
  const end = pen.place;
  pen.at(chunk, 7);
  expect(integers.map(() => pen.integer())).toEqual(integers);
  expect(written.map(() => pen.text())).toEqual(written);
  expect([pen.count(), pen.oneOf(['x', 'y']), pen.place]).toEqual([65_535, 'y', end]);
});
