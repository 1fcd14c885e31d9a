// What waits for a table is read in the order of its keys, whatever came when.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { WaitingWrites } from '../../../../gateway/journal/waiting.ts';

const key = fc.uint8Array({ minLength: 1, maxLength: 2 });
const written = fc.record({ key, value: fc.option(fc.uint8Array({ maxLength: 1 })) });
/** Some come a few at a time, some by the hundred. */
const rounds = fc.array(fc.array(written, { maxLength: 150, size: 'max' }), { maxLength: 4 });

test('a stretch has the last write of each key within it, ascending', () => {
  fc.assert(
    fc.property(rounds, key, key, (all, from, to) => {
      const waiting = new WaitingWrites();
      const model = new Map<string, readonly [Uint8Array, Uint8Array | null]>();
      for (const round of all) {
        for (const one of round) {
          waiting.set(one.key, one.value);
          model.set(Buffer.from(one.key).toString('hex'), [one.key, one.value]);
        }
        const expected = [...model.values()]
          .filter(([at]) => Buffer.compare(at, from) >= 0 && Buffer.compare(at, to) < 0)
          .sort(([one], [other]) => Buffer.compare(one, other));
        expect(waiting.within(from, to)).toEqual(expected);
      }
    }),
  );
});
