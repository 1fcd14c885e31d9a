// What the ledger remembers has a bound.

import { expect, test } from '@jest/globals';
import { ChildLedger } from '../../../../adapters/connection/ledger.ts';
import { childIDOfClientOrderID, endOf } from '../../../../adapters/binance/wire.ts';
import { asVenueExecID, asVenueOrderID } from '../../../../spec/terms/index.ts';
import { asPrice, asQty } from '../../../../spec/units/index.ts';
import type { VenueReport } from '../../../../spec/venues/index.ts';
import { START, child } from '../binance/scripted-line.ts';

const KEEP_MS = 600_000;

test('of the forgotten children so many are remembered and no more, the oldest goes first', () => {
  const reports: VenueReport[] = [];
  const ledger = new ChildLedger(
    { endOf, childIDOf: childIDOfClientOrderID },
    { report: (report) => reports.push(report), remark() {}, sweep() {} },
    KEEP_MS,
    2,
  );
  const children = [child(1), child(2), child(3)];
  for (const one of children) {
    ledger.submit(one, START);
    ledger.refuse(one.childID, 'no');
  }
  const remembered = () => children.map(({ childID }) => ledger.child(childID) !== null);
  for (const one of children.slice(0, 2)) ledger.forget(one.childID, START);
  ledger.sweepForgotten(START);
  expect(remembered()).toEqual([true, true, true]);
  for (const one of children.slice(2)) ledger.forget(one.childID, START);
  ledger.sweepForgotten(START);
  expect(remembered()).toEqual([false, true, true]);
});

test('a fill of a child that is remembered no more still names it, and is said once', () => {
  const reports: VenueReport[] = [];
  const ledger = new ChildLedger(
    { endOf, childIDOf: childIDOfClientOrderID },
    { report: (report) => reports.push(report), remark() {}, sweep() {} },
    KEEP_MS,
    0,
  );
  const { childID } = child(1);
  ledger.submit(child(1), START);
  ledger.refuse(childID, 'no');
  ledger.forget(childID, START);
  ledger.sweepForgotten(START);
  reports.length = 0;
  const fill = {
    venueOrderID: asVenueOrderID('7'),
    venueExecID: asVenueExecID('1'),
    lastQty: asQty(10n ** 18n),
    lastPx: asPrice(10n ** 20n),
    liquidity: 'taker',
    feeAmount: 0n,
    feeAsset: '',
    transactTime: START,
  } as const;
  const order = {
    venueSymbol: 'BTCUSDT',
    venueOrderID: fill.venueOrderID,
    clientOrderID: childID,
    status: 'FILLED',
    side: 'BUY',
    price: fill.lastPx,
    origQty: fill.lastQty,
    executedQty: fill.lastQty,
  };
  const execution = { order, executionType: 'TRADE', fill, reason: '' };
  ledger.executed(execution, START);
  ledger.executed(execution, START);
  expect(reports).toEqual([{ type: 'Filled', childID, venueSymbol: 'BTCUSDT', fill }]);
});
