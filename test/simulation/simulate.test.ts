// The simulator itself: a seed is a world, and its own parts keep their promises.
import { describe, expect, test } from '@jest/globals';
import { ORDER_VERSIONS } from '../fixtures/fix-versions.ts';
import { chanceOf } from './chance.ts';
import { ModelledDisk, PowerCut } from './disk.ts';
import { FAULT_KINDS } from './faults.ts';
import { reached } from './reached.ts';
import { CRASH_ROWS } from './rows.ts';
import { readNumbers, shrink, written } from './shrink.ts';
import { type Run, type RunOptions, simulate } from './simulate.ts';
import { spokenBy } from './versions.ts';
import { World } from './world.ts';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);

test('the same seed tells the same story to the last line, and another seed another', async () => {
  const told = async (seed: number) => {
    const { lines, failure } = await simulate({ seed, steps: 450, isVerbose: true });
    expect(failure).toBeNull();
    return lines.map(({ at, who, what }) => `${at} ${who} ${what}`);
  };
  const once = await told(7);
  expect(once.length).toBeGreaterThan(300);
  expect(await told(7)).toEqual(once);
  expect(await told(8)).not.toEqual(once);
});

describe('time', () => {
  test('comes in order, and what happens at one time in the order of planning', () => {
    const world = new World(1, { isVerbose: false });
    const life = { name: 'a', isOver: false };
    const seen: string[] = [];
    const delays = [5, 1, 3, 1, 4, 2, 3, 0.5];
    delays.forEach((delay, index) => {
      world.after(life, delay, () => seen.push(`${delay}#${index}`));
    });
    while (world.step());
    expect(seen).toEqual(['0.5#7', '1#1', '1#3', '2#5', '3#2', '3#6', '4#4', '5#0']);
  });

  test('nothing happens to the dead, and nothing that was cancelled', () => {
    const world = new World(1, { isVerbose: false });
    const [dead, living] = [
      { name: 'dead', isOver: false },
      { name: 'living', isOver: false },
    ];
    const seen: string[] = [];
    world.after(dead, 1, () => seen.push('dead'));
    world.after(living, 1, () => seen.push('cancelled')).cancel();
    world.after(living, 2, () => seen.push('living'));
    dead.isOver = true;
    while (world.step());
    expect(seen).toEqual(['living']);
  });
});

describe('the disk', () => {
  const life = { name: 'process', isOver: false };

  test('gives entries in the order of their keys, from one bound up to the other', () => {
    const world = new World(1, { isVerbose: false });
    world.isFaulty = false;
    const disk = new ModelledDisk(world, () => undefined).open(life);
    const write = (key: number, value: Uint8Array | null) => ({
      table: 't',
      key: bytes(key),
      value,
    });
    disk.commit([
      write(9, bytes(9)),
      write(1, bytes(1)),
      write(255, bytes(255)),
      write(4, bytes(4)),
    ]);
    disk.commit([write(4, null)]);
    const found = [...disk.range('t', bytes(1), bytes(255))].map(([key]) => key[0]);
    expect(found).toEqual([1, 9]);
    expect([...disk.range('t', bytes(0), bytes(255, 0), { reverse: true, limit: 2 })]).toHaveLength(
      2,
    );
    expect(disk.get('t', bytes(4))).toBeNull();
  });

  test('shows what it said was committed, whatever fails, or can be put right', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const world = new World(seed, { isVerbose: false });
      const wanted = new Map<number, number>();
      const model = new ModelledDisk(world, (writes) => {
        for (const { key, value } of writes) wanted.set(key[0] ?? 0, value?.[0] ?? 0);
      });
      const disk = model.open(life);
      for (let turn = 0; turn < 300; turn += 1) {
        const writes = [1, 2, 3].map(() => ({
          table: 't',
          key: bytes(world.chance.below(20)),
          value: bytes(turn % 256),
        }));
        try {
          disk.commit(writes);
        } catch (error) {
          if (!(error instanceof PowerCut)) model.makeRoom();
        }
        model.repair();
      }
      const found = [...disk.range('t', bytes(0), bytes(255))].map(([key, value]) => [
        key[0],
        value[0],
      ]);
      expect(found).toEqual([...wanted].toSorted(([a], [b]) => a - b));
    }
  });
});

test('chance is spread over its range', () => {
  const chance = chanceOf(42);
  const seen = new Map<number, number>();
  for (let turn = 0; turn < 10_000; turn += 1) {
    const value = chance.below(10);
    seen.set(value, (seen.get(value) ?? 0) + 1);
  }
  // Each of ten is expected 1,000 times; 150 is five standard deviations.
  for (const count of seen.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  expect(seen.size).toBe(10);
});

describe('shrinking', () => {
  /** A world of 40 happenings that fails where the 4th and the 18th both come to pass, from the 120th step on. */
  const play = (options: RunOptions): Promise<Run> => {
    const isOut = (number: number): boolean => options.without?.has(number) === true;
    const fails = options.steps >= 120 && !isOut(3) && !isOut(17);
    const failure = fails ? { rule: 'I3', what: 'too much' } : null;
    const happened = Array.from({ length: 40 }, (_, number) => `happening ${number}`);
    return Promise.resolve({
      seed: options.seed,
      failure,
      happened,
      counts: new Map(),
      lines: [],
      seconds: 1,
    });
  };

  test('leaves what the failure needs and nothing else', async () => {
    const options = { seed: 1, steps: 1_000, isVerbose: false };
    const { options: least } = await shrink(options, await play(options), play);
    const others = Array.from({ length: 40 }, (_, number) => number).filter(
      (number) => number !== 3 && number !== 17,
    );
    expect([...(least.without ?? [])].toSorted((a, b) => a - b)).toEqual(others);
    expect(least.steps).toBeGreaterThanOrEqual(120);
    expect(least.steps).toBeLessThan(140);
  });

  test('a list of happenings is written short and read back', () => {
    expect(written(new Set([9, 3, 4, 5, 12, 11]))).toBe('3-5,9,11-12');
    expect([...readNumbers('3-5,9,11-12')]).toEqual([3, 4, 5, 9, 11, 12]);
    expect(written(readNumbers(''))).toBe('');
    expect(() => readNumbers('3-')).toThrow('found "3-"');
  });

  test('a happening that is left out does not come to pass, and the story before it is the same', async () => {
    const told = async (without: ReadonlySet<number>) => {
      const { lines } = await simulate({ seed: 7, steps: 200, isVerbose: true, without });
      return lines.map(({ at, who, what }) => `${at} ${who} ${what}`);
    };
    const whole = await told(new Set());
    const at = whole.findIndex((line) => line.includes('chance #10 '));
    expect(at).toBeGreaterThan(0);
    const shorter = await told(new Set([10]));
    expect(shorter.slice(0, at)).toEqual(whole.slice(0, at));
    expect(shorter[at]).not.toEqual(whole[at]);
  });
});

test('a kind of fault that many seeds never met fails the run, and with few it is only said', () => {
  const few = reached(new Map([['disk: full', 3]]), 10);
  expect(few.failure).toBeNull();
  expect(few.lines.at(-1)).toContain('never met in 10 seeds: ');
  const many = reached(new Map([['disk: full', 3]]), 500);
  expect(many.failure).toContain('disk: commit failed');
  expect(many.failure).not.toContain('disk: full');
});

test('of the rarest kinds more seeds are asked', () => {
  const rare = 'chain: process killed behind a swap';
  const all = [
    ...FAULT_KINDS,
    ...CRASH_ROWS,
    ...ORDER_VERSIONS.flatMap((version) => [
      spokenBy('client', version),
      spokenBy('drop copy', version),
    ]),
  ];
  const met = new Map(all.filter((kind) => kind !== rare).map((kind) => [kind, 1]));
  expect(reached(met, 1_999).failure).toBeNull();
  expect(reached(met, 2_000).failure).toBe(`never met in 2000 seeds: ${rare}`);
});
