// Snapshots that are taken while the desk goes on: each is the state of one moment (I5).
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DeskState, restoreState, snapshotOf, stateHash } from '../../gateway/desk/index.ts';
import { SnapshotTaker } from '../../gateway/process/snapshot-taker.ts';
import { WireReader, decodeDeskSnapshot } from '../../spec/events/index.ts';
import { benchFor, commandOf, histories } from './history.ts';

const runs = { seed: Number(process.env['SEED'] ?? 1), numRuns: Number(process.env['RUNS'] ?? 60) };

interface Written {
  readonly sequence: number;
  readonly bytes: Uint8Array;
  readonly hash: string;
}

/** A journal that says which record is the next, and keeps what is written. */
function notedSnapshots(state: () => number) {
  const written: Written[] = [];
  return {
    written,
    get nextSequence() {
      return state();
    },
    flush: () => Promise.resolve(),
    writeSnapshot(sequence: number, bytes: Uint8Array, hash: Uint8Array) {
      // Copied: the taker goes on from the bytes it has.
      written.push({ sequence, bytes: bytes.slice(), hash: Buffer.from(hash).toString() });
      return Promise.resolve();
    },
  };
}

const freshHash = (state: DeskState) => stateHash(restoreState(snapshotOf(state)));

test('a snapshot is the state as of its record, whatever is decided between its slices', async () => {
  await fc.assert(
    fc.asyncProperty(histories(), fc.integer({ min: 1, max: 7 }), async (steps, every) => {
      const bench = benchFor(steps);
      const { state } = bench;
      const journal = notedSnapshots(() => bench.recorded.length + 1);
      const left = [...steps];
      const step = (): void => {
        const next = left.shift();
        if (next !== undefined) bench.send(commandOf(bench, next));
      };
      const pause = (): Promise<void> => {
        step();
        return Promise.resolve();
      };
      const taker = new SnapshotTaker({ state, journal, slices: { orders: 1, pause } });
      const expected: { readonly sequence: number; readonly hash: string; readonly of: unknown }[] =
        [];
      while (left.length > 0) {
        for (let count = 0; count < every; count += 1) step();
        const sequence = bench.recorded.length;
        expected.push({ sequence, hash: freshHash(state), of: structuredClone(snapshotOf(state)) });
        await taker.take([]);
      }
      const found = journal.written.map(({ sequence, hash, bytes }) => {
        return { sequence, hash, of: decodeDeskSnapshot(new WireReader(bytes)) };
      });
      expect(found).toEqual(expected);
    }),
    runs,
  );
});

test('two that are asked for at once are taken one behind the other', async () => {
  const bench = benchFor([]);
  const journal = notedSnapshots(() => bench.recorded.length + 1);
  const slices = { orders: 1, pause: () => Promise.resolve() };
  const taker = new SnapshotTaker({ state: bench.state, journal, slices });
  await Promise.all([taker.take([]), taker.take([])]);
  const [one, other] = journal.written;
  expect(journal.written).toHaveLength(2);
  expect(other).toEqual(one);
});
