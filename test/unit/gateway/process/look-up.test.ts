// What the indexes of ended orders are asked for a command, around the end of a trade date.
import { describe, expect, test } from '@jest/globals';
import { emptyState } from '../../../../gateway/desk/index.ts';
import { ColdOrders } from '../../../../gateway/process/cold-orders.ts';
import { lookUp } from '../../../../gateway/process/desk-host.ts';
import { epochNs } from '../../../../spec/units/index.ts';
import {
  cancel,
  childOf,
  enter,
  filled,
  newBench,
  orderOf,
  status,
} from '../../../fixtures/desk.ts';

const second = 1_000_000_000n;
/** 2026-11-22T00:00:00Z. */
const midnight = epochNs(1_795_305_600_000_000_000n);

/** Order A, sent and filled in the last second of the day. */
function filledBeforeMidnight() {
  const bench = newBench();
  bench.now = midnight - second;
  const order = enter(bench, 'A');
  bench.send(order);
  bench.send(filled(childOf(bench, 'A'), 'e1', 10));
  const cold = new ColdOrders({ get: () => null, range: () => [] });
  cold.add(orderOf(bench, 'A'), epochNs(bench.now), 1);
  return { bench, cold, order };
}

describe('just after midnight', () => {
  test('I2: an order that was sent before it and comes again as PossResend is found', () => {
    const { cold, order } = filledBeforeMidnight();
    const again = { ...order, possResend: true };
    expect(lookUp({ cold, state: emptyState() }, again, epochNs(midnight + second))).toMatchObject({
      isClOrdIDTaken: true,
      order: { clOrdID: 'A', endedHow: 'Filled' },
    });
  });

  test('a new order of the new day may have the ClOrdID of the day before', () => {
    const { cold, order } = filledBeforeMidnight();
    const at = epochNs(midnight + second);
    expect(lookUp({ cold, state: emptyState() }, { ...order, sentAt: at }, at).isClOrdIDTaken).toBe(
      false,
    );
  });

  test('an order that was filled before it is not unknown to a status request or a cancel', () => {
    const { bench, cold } = filledBeforeMidnight();
    const at = epochNs(midnight + second);
    expect(lookUp({ cold, state: emptyState() }, status(bench, 'A'), at).order).toMatchObject({
      endedHow: 'Filled',
    });
    expect(lookUp({ cold, state: emptyState() }, cancel(bench, 'B', 'A'), at).order).toMatchObject({
      endedHow: 'Filled',
    });
  });
});
