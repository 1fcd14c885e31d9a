// A swap's price is the rounded ratio of two amounts: what is booked and told is the amounts.
import { expect, test } from '@jest/globals';
import { createDeskProjection } from '../../../../gateway/process/desk-projection.ts';
import { MessageWriter } from '../../../../gateway/fix/index.ts';
import { dialectOf, writeReport } from '../../../../gateway/orderentry/index.ts';
import { asVenueExecID } from '../../../../spec/terms/index.ts';
import { asNotional, asSignedQty, epochNs } from '../../../../spec/units/index.ts';
import type { VenueReport } from '../../../../spec/venues/index.ts';
import {
  type Bench,
  ONE,
  childOf,
  decimal,
  enter,
  executions,
  newBench,
  noon,
  orderOf,
  poolOf,
  poolsID,
  poolsOnly,
  price,
  qty,
  says,
  venueOrderIDOf,
} from '../../../fixtures/desk.ts';
import { fix44 } from '../../../../spec/dictionaries/index.ts';

const ten = asNotional(10n * ONE * ONE);

/** 3 for exactly 10: a price of 3.33..., which times 3 is no 10. */
function swapped(bench: Bench) {
  bench.pools.pool = poolOf('1000000', '3333333');
  bench.send(enter(bench, 'A', { price: price(4), orderQty: qty(6) }));
  const childID = childOf(bench, 'A');
  const fill: VenueReport = {
    type: 'Filled',
    childID,
    venueSymbol: 'BTCUSDT-v2',
    fill: {
      venueOrderID: venueOrderIDOf(childID),
      venueExecID: asVenueExecID('1337:0xabc:2'),
      lastQty: qty(3),
      lastPx: price('3.333333333333333333'),
      grossTradeAmt: ten,
      liquidity: 'taker',
      feeAmount: decimal('0.002'),
      feeAsset: 'ETH',
      transactTime: epochNs(noon),
    },
  };
  return { childID, report: executions(bench.reports(says(fill, poolsID)))[0] };
}

test('order and position are booked with what was paid, to the unit', () => {
  const bench = newBench({ instruments: [poolsOnly] });
  swapped(bench);
  expect(orderOf(bench, 'A')).toMatchObject({ cumQty: qty(3), cumNotional: ten });
  expect([...bench.state.positions.values()]).toMatchObject([
    { qty: asSignedQty(3n * ONE), boughtNotional: ten, soldNotional: 0n },
  ]);
});

test('the client is told GrossTradeAmt(381) beside the rounded LastPx(31)', () => {
  const bench = newBench({ instruments: [poolsOnly] });
  const { report } = swapped(bench);
  if (report === undefined) throw new Error('nothing was reported');
  const body = writeReport(new MessageWriter(), report, dialectOf(fix44));
  const text = Buffer.from(body.bytes).toString('latin1');
  expect(text).toContain('\u000131=3.333333333333333333\u0001381=10\u0001');
});

test('a fill that is taken back takes exactly that back, and says it', () => {
  const bench = newBench({ instruments: [poolsOnly] });
  const { childID } = swapped(bench);
  const venueExecID = asVenueExecID('1337:0xabc:2');
  const venueOrderID = venueOrderIDOf(childID);
  const gone = { type: 'FillCancelled', childID, venueOrderID, venueExecID, text: 'gone' } as const;
  const [report] = executions(bench.reports(says(gone, poolsID)));
  expect(report).toMatchObject({ execType: 'TradeCancel', grossTradeAmt: ten, cumNotional: 0n });
  expect([...bench.state.positions.values()]).toMatchObject([{ qty: 0n, boughtNotional: 0n }]);
});

test('the same is read from the journal later', () => {
  const bench = newBench({ instruments: [poolsOnly] });
  swapped(bench);
  const projection = createDeskProjection();
  projection.restore(null);
  const told = bench.recorded.map((one) => projection.apply(one).reports).flat();
  expect(executions(told).at(-1)).toMatchObject({ execType: 'Trade', grossTradeAmt: ten });
});
