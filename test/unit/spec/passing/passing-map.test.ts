// A map of what comes and goes is a Map to whoever asks it, and leaves V8 nothing to keep of what has gone.

import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PassingMap } from '../../../../spec/passing/index.ts';

const key = fc.nat(2_000);
const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ does: fc.constant('set' as const), key }) },
    { weight: 4, arbitrary: fc.record({ does: fc.constant('delete' as const), key }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('deleteAll' as const), key }) },
  ),
  { maxLength: 400 },
);

test('it holds what a Map holds, in the same order, through any number of renewals', () => {
  fc.assert(
    fc.property(fc.nat(1_200), steps, (before, script) => {
      const entries = Array.from({ length: before }, (_, at): [number, number] => [at, -1]);
      const map = new Map(entries);
      const passing = new PassingMap(entries);
      for (const [at, step] of script.entries()) {
        if (step.does === 'set') {
          map.set(step.key, at);
          passing.set(step.key, at);
          continue;
        }
        const gone = step.does === 'delete' ? [step.key] : [...map.keys()].slice(0, 200);
        for (const one of gone) {
          map.delete(one);
          passing.delete(one);
        }
        expect(passing.has(step.key)).toBe(map.has(step.key));
        expect(passing.get(step.key)).toBe(map.get(step.key));
      }
      expect(passing.size).toBe(map.size);
      expect([...passing]).toEqual([...map]);
      const seen: [number, number][] = [];
      for (const one of passing.entries()) seen.push(one);
      passing.forEach((value, at, all) => expect(all.get(at)).toBe(value));
      expect(seen.map(([at]) => at)).toEqual([...passing.keys()]);
      expect(seen.map(([, value]) => value)).toEqual([...passing.values()]);
      passing.clear();
      expect([...passing]).toEqual([]);
    }),
  );
});

test('who walks it may delete what he is shown', () => {
  const passing = new PassingMap(Array.from({ length: 300 }, (_, at) => [at, at]));
  const shown: number[] = [];
  for (const one of passing.values()) {
    shown.push(one);
    passing.delete(one);
  }
  expect(shown).toHaveLength(300);
  expect(passing.size).toBe(0);
});

/** With five entries there at a time, each 1 KB: what of an entry outlives it, in bytes. */
const CHURN = `
  import { getHeapSpaceStatistics } from 'node:v8';
  const { PassingMap } = await import(process.argv[1]);
  const kept = () => getHeapSpaceStatistics().find((one) => one.space_name === 'old_space').space_used_size;
  const map = new PassingMap();
  let next = 0;
  const pass = (entries) => {
    for (const end = next + entries; next < end; next += 1) {
      map.set('entry ' + next, new Array(128).fill(next));
      map.delete('entry ' + (next - 5));
    }
  };
  pass(50_000);
  gc();
  const before = kept();
  pass(100_000);
  console.log((kept() - before) / 100_000);
`;

test('what has gone is not kept until all of the heap is collected', () => {
  const file = new URL('../../../../spec/passing/index.js', import.meta.url).href;
  const flags = ['--expose-gc', '--heap-growing-percent=10000', '--input-type=module'];
  const said = execFileSync(process.execPath, [...flags, '-e', CHURN, file], { encoding: 'utf8' });
  expect(Number(said)).toBeLessThan(150); // A Map: 427.
});
