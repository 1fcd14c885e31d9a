// What is kept outside the heap, against a map that keeps all.

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KeptTexts, NO_KEY } from '../../../../adapters/connection/kept-texts.ts';
import { epochNs } from '../../../../spec/units/index.ts';

const is = (wanted: string) => (text: string) => (text === wanted ? text : null);

/** Few hashes, so that several texts have one. */
const hash = fc.integer({ min: 1, max: 12 });
const step = fc.oneof(
  fc.record({
    type: fc.constant('add' as const),
    first: hash,
    second: fc.oneof(hash, fc.constant(NO_KEY)),
    unit: fc.constantFrom('a', 'ü', '漢', '"'),
    length: fc.integer({ min: 0, max: 2_700 }),
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

test('each text is found under each of its keys until it is taken, its time has come, or it is the oldest of too many', () => {
  const MOST = 60;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const texts = new KeptTexts(MOST);
      let all: Kept[] = [];
      let [now, latest, count] = [0, 0, 0];
      for (const one of steps) {
        if (one.type === 'add') {
          count += 1;
          latest = Math.max(latest, now + one.keep); // The oldest are those whose time comes first.
          const text = `${count}|${one.unit.repeat(one.length)}`;
          const isKept = texts.add(text, epochNs(BigInt(latest)), one.first, one.second);
          expect(isKept).toBe(text.length * 3 <= 8_192);
          const hashes = one.second === NO_KEY ? [one.first] : [one.first, one.second];
          if (isKept) all.push({ text, until: latest, hashes, taken: false });
        } else if (one.type === 'take') {
          const kept = all.filter(({ taken }) => !taken);
          const which = kept[one.nth % Math.max(kept.length, 1)];
          if (which === undefined) continue;
          const under = which.hashes[one.nth % which.hashes.length] ?? 0;
          const taken = texts.take(under, is(which.text));
          expect(taken).toEqual({ found: which.text, until: epochNs(BigInt(which.until)) });
          which.taken = true;
          expect(texts.take(under, is(which.text))).toBeNull();
        } else {
          now += one.after;
          texts.expire(epochNs(BigInt(now)));
          all = all.filter(({ until }) => until > now);
          while (all.filter(({ taken }) => !taken).length > MOST) all.shift();
        }
        const kept = all.filter(({ taken }) => !taken);
        expect(texts.size).toBe(kept.length);
        for (const { text, hashes, taken } of all.slice(-20)) {
          for (const under of hashes) {
            expect(texts.find(under, is(text))).toBe(taken ? null : text);
          }
        }
      }
    }),
    { numRuns: 100 },
  );
});

test('what was let go is used again: a hundred times as much passes through as is held', () => {
  const texts = new KeptTexts(1_000);
  let held = 0;
  for (let at = 1; at <= 200_000; at += 1) {
    texts.add(`${at}`.padEnd(200, '.'), epochNs(1n), at, at + 1_000_000);
    if (at % 100 === 0) texts.expire(epochNs(0n));
    if (at === 20_000) held = texts.heldBytes;
  }
  expect(texts.size).toBe(1_000);
  expect(texts.heldBytes).toBe(held);
  const mine = (text: string) => (text.startsWith('199500.') ? 'mine' : null);
  expect(texts.find(199_500, mine)).toBe('mine');
  expect(texts.find(1_199_500, mine)).toBe('mine');
});
