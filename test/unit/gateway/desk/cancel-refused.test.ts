// A cancel that its venue refuses is sent again, less and less often, and the operator is called.
import { describe, expect, test } from '@jest/globals';
import { cancel, qty, replace, says, venueID, venueOrderIDOf } from '../../../fixtures/desk.ts';
import { resting, second, tick } from './arrangement.ts';

describe('a cancel that its venue refuses', () => {
  test('is sent again after 1 s, 2 s, 4 s, up to 60 s; at the fifth refusal the operator is called, once', () => {
    const { bench, childID } = resting();
    bench.send(cancel(bench, 'B', 'A'));
    const waits: number[] = [];
    const alarms: number[] = [];
    for (let turn = 1; turn <= 7; turn += 1) {
      const { effects } = bench.send(says({ type: 'CancelRefused', childID, text: 'no' }));
      if (effects.some((one) => one.type === 'RaiseAlarm' && one.level === 'error'))
        alarms.push(turn);
      let waited = 0;
      for (let sent = false; !sent && waited < 200; ) {
        bench.now += second;
        waited += 1;
        sent = bench.send(tick).effects.some((one) => one.type === 'CancelChild');
      }
      waits.push(waited);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60]);
    expect(alarms).toEqual([5]);
  });

  test('five times may have lost the order: then an operator`s word that it has ended is taken, and not before', () => {
    const { bench, childID } = resting();
    bench.send(cancel(bench, 'B', 'A'));
    const finding = {
      type: 'Ended',
      venueOrderID: venueOrderIDOf(childID),
      cumQty: qty(0),
    } as const;
    const resolve = {
      type: 'ResolveChild',
      childID,
      finding,
      who: 'kim',
      reason: 'asked',
    } as const;
    for (let turn = 1; turn <= 4; turn += 1) {
      bench.send(says({ type: 'CancelRefused', childID, text: 'unknown order' }));
      bench.now += 60n * second;
      bench.send(tick);
    }
    expect(bench.events(resolve).map(({ type }) => type)).toEqual(['AdminRefused']);
    bench.send(says({ type: 'CancelRefused', childID, text: 'unknown order' }));
    expect(bench.events(resolve).map(({ type }) => type)).toEqual([
      'ChildResolved',
      'ChildEndReported',
      'ChildEnded',
      'OrderEnded',
    ]);
  });

  test("a client's new cancel goes out at once", () => {
    const { bench, childID } = resting({ timeInForce: 'Day' });
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(5) }));
    bench.send(says({ type: 'CancelRefused', childID, text: 'no' }));
    const { effects } = bench.send(cancel(bench, 'C', 'A'));
    expect(effects).toContainEqual({ type: 'CancelChild', venueID, childID });
  });
});
