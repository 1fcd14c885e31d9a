// What the ledger remembers has a bound, and whether a child was forgotten does not show.

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ChildLedger } from '../../../../adapters/connection/ledger.ts';
import { childIDOfClientOrderID, endOf } from '../../../../adapters/binance/wire.ts';
import { asVenueExecID, asVenueOrderID } from '../../../../spec/terms/index.ts';
import type { EpochNs } from '../../../../spec/ports/index.ts';
import { asPrice, asQty, epochNs } from '../../../../spec/units/index.ts';
import type { AdoptedChild, VenueReport } from '../../../../spec/venues/index.ts';
import { START, child, decimal } from '../binance/scripted-line.ts';

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

const STATUSES = ['NEW', 'PARTIALLY_FILLED', 'FILLED', 'CANCELED', 'EXPIRED', 'REJECTED'] as const;
const child$ = fc.integer({ min: 1, max: 3 });
const qty$ = fc.integer({ min: 0, max: 3 }).map((lots) => asQty(BigInt(lots) * 10n ** 17n));
const fill$ = fc.record({
  venueExecID: fc.constantFrom('1', '2', '漢').map(asVenueExecID),
  lastQty: qty$,
  lastPx: fc.constantFrom(
    ...[10n ** 20n, decimal('100.5'), 10n ** 50n].map(asPrice), // The last fits no record.
  ),
});
const venues$ = fc.record({
  type: fc.constantFrom('executed' as const, 'shown' as const, 'traded' as const),
  of: child$,
  status: fc.constantFrom(...STATUSES),
  executedQty: qty$,
  fill: fc.option(fill$),
});
const desks$ = fc.record({
  type: fc.constantFrom(
    ...(['refuse', 'doubt', 'absent', 'answer', 'want', 'whole', 'due'] as const),
  ),
  of: child$,
});
const forget$ = fc.record({ type: fc.constant('forget' as const), of: child$ });
const sweep$ = fc.record({ type: fc.constant('sweep' as const), of: child$ });

test('until its time has come, a child that was forgotten is as one that was not', () => {
  const steps = fc.array(fc.oneof(venues$, desks$, forget$, sweep$), {
    maxLength: 60,
    size: 'max',
  });
  let settled = 0;
  fc.assert(
    fc.property(steps, (all) => {
      const [left, right] = [said(), said()];
      for (const { ledger } of [left, right]) {
        for (const one of [child(1), child(2)]) ledger.submit(one, START);
        ledger.adopt(adopted, START);
      }
      let now = START;
      for (const step of all) {
        now = epochNs(now + 1_000_000n);
        const { childID } = child(step.of);
        if (step.type === 'forget' && left.ledger.child(childID)?.end) settled += 1;
        if (step.type === 'forget') left.ledger.forget(childID, now);
        else if (step.type === 'sweep') left.ledger.sweepForgotten(now);
        else for (const { ledger } of [left, right]) take(ledger, step, now);
        expect(left.words).toEqual(right.words);
        expect(awaited(left.ledger)).toEqual(awaited(right.ledger));
        const orderID = asVenueOrderID(`${step.of}`);
        expect(left.ledger.knows('BTCUSDT', orderID)).toBe(right.ledger.knows('BTCUSDT', orderID));
      }
      for (const { childID } of [child(1), child(2), child(3)]) {
        expect(right.ledger.child(childID)).toMatchObject({ ...left.ledger.child(childID) });
      }
    }),
    { numRuns: 300 },
  );
  expect(settled).toBeGreaterThan(100);
});

/** Filled in part before, by trades that the ledger is not told of. */
const adopted: AdoptedChild = {
  child: child(3),
  venueOrderID: asVenueOrderID('3'),
  cumQty: asQty(10n ** 17n),
  fills: [],
  decidedAt: START,
  inDoubt: false,
  cancelWanted: false,
  amend: null,
};

function awaited(ledger: ChildLedger): readonly string[][] {
  return [[...ledger.unsettled()], ledger.missingFills()].map((all) =>
    all.map(({ childID }) => childID).toSorted(),
  );
}

interface Said {
  readonly ledger: ChildLedger;
  readonly words: unknown[];
}

function said(): Said {
  const words: unknown[] = [];
  const ledger = new ChildLedger(
    { endOf, childIDOf: childIDOfClientOrderID },
    {
      report: (report) => words.push(report),
      remark: (...remark) => words.push(remark),
      sweep: (childID) => words.push({ sweep: childID }),
    },
    KEEP_MS,
  );
  return { ledger, words };
}

type Told = typeof venues$ extends fc.Arbitrary<infer T> ? T : never;
type Asked = typeof desks$ extends fc.Arbitrary<infer T> ? T : never;

function take(ledger: ChildLedger, step: Told | Asked, now: EpochNs): void {
  if (isTold(step)) tell(ledger, step, now);
  else ask(ledger, step, now);
}

function isTold(step: Told | Asked): step is Told {
  return 'status' in step;
}

function ask(ledger: ChildLedger, { type, of }: Asked, now: EpochNs): void {
  const { childID } = child(of);
  switch (type) {
    case 'refuse':
      return ledger.refuse(childID, 'no\n"no"');
    case 'doubt':
      return void ledger.doubt(childID, 'silence');
    case 'absent':
      return ledger.absent(childID, 'not in the list');
    case 'answer':
      return void ledger.answer(childID);
    case 'want':
      return ledger.want(childID);
    case 'whole':
      return ledger.tradesComplete(childID, now);
    case 'due':
      return void ledger.dueGaps(now);
  }
}

function tell(ledger: ChildLedger, step: Told, now: EpochNs): void {
  const one = child(step.of);
  const venueOrderID = asVenueOrderID(`${step.of}`);
  const fill =
    step.fill === null
      ? null
      : ({
          ...step.fill,
          venueOrderID,
          liquidity: 'taker',
          feeAmount: 0n,
          feeAsset: '',
          transactTime: now,
        } as const);
  const order = {
    venueSymbol: 'BTCUSDT',
    venueOrderID,
    clientOrderID: one.childID,
    status: step.status,
    side: 'BUY',
    price: one.price,
    origQty: one.orderQty,
    executedQty: step.executedQty,
  };
  if (step.type === 'shown') ledger.shown(order, now, 2_000);
  else if (step.type === 'executed')
    ledger.executed({ order, executionType: '', fill, reason: '' }, now);
  else if (fill !== null) ledger.traded({ venueSymbol: 'BTCUSDT', fill });
}
