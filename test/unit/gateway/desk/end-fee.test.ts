// A swap that its pool refused cost gas: the journal has it with the child's end, once.
import { expect, test } from '@jest/globals';
import { tellEvent } from '../../../../gateway/cli/story-events.ts';
import {
  childOf,
  decimal,
  enter,
  newBench,
  poolOf,
  poolsID,
  poolsOnly,
  price,
  qty,
  says,
  venueOrderIDOf,
} from '../../../fixtures/desk.ts';

test('gas of a refused swap is a fee on the end of its child, and the story tells it', () => {
  const bench = newBench({ instruments: [poolsOnly] });
  bench.pools.pool = poolOf('1000', '100000');
  bench.send(enter(bench, 'A', { price: price(101), orderQty: qty(1) }));
  const childID = childOf(bench, 'A');
  const end = {
    type: 'Ended',
    childID,
    venueOrderID: venueOrderIDOf(childID),
    how: 'Canceled',
    cumQty: qty(0),
    text: 'the pool refused the swap in block 9',
    fee: { amount: decimal('0.0003'), asset: 'ETH' },
  } as const;
  const [event] = bench.events(says(end, poolsID));
  if (event === undefined) throw new Error('nothing was recorded');
  expect(event).toMatchObject({ feeAmount: decimal('0.0003'), feeAsset: 'ETH' });
  expect(tellEvent(event).how).toMatch(/the pool refused the swap in block 9, fee 0\.0003 ETH$/);
  const again = bench.events(says(end, poolsID)).filter(({ type }) => type === event.type);
  expect(again).toEqual([]);
});
