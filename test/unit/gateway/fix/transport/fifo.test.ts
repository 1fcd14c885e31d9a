// The driver's queue: what an array does, whatever is cut off of it.

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Fifo } from '../../../../../gateway/fix/transport/fifo.ts';

test('pushed, shifted, cleared and filtered, in any order: as an array is', () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.nat().map((item) => ({ type: 'push', item }) as const) },
    { weight: 5, arbitrary: fc.constant({ type: 'shift' } as const) },
    { weight: 1, arbitrary: fc.constant({ type: 'filter' } as const) },
    { weight: 1, arbitrary: fc.constant({ type: 'clear' } as const) },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120, size: 'max' }), (steps) => {
      let fifo = new Fifo<number>();
      let array: number[] = [];
      const isOdd = (item: number) => item % 2 === 1;
      for (const one of steps) {
        if (one.type === 'push') {
          fifo.push(one.item);
          array.push(one.item);
        } else if (one.type === 'shift') expect(fifo.shift()).toBe(array.shift());
        else if (one.type === 'clear') {
          fifo.clear();
          array = [];
        } else {
          fifo = fifo.filtered(isOdd);
          array = array.filter(isOdd);
        }
        expect([fifo.length, fifo.first]).toEqual([array.length, array[0]]);
      }
      expect([...fifo]).toEqual(array);
    }),
  );
});
