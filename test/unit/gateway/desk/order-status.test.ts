// OrdStatus(39) by precedence, and what an order waits for.
import { describe, expect, test } from '@jest/globals';
import { awaitedOf, ordStatusOf } from '../../../../gateway/desk/index.ts';
import type { ParentOrder } from '../../../../spec/events/index.ts';
import { enter, newBench, orderOf, price, qty } from '../../../fixtures/desk.ts';

describe('ordStatusOf', () => {
  const base: ParentOrder = (() => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    return orderOf(bench, 'A');
  })();
  const origin = { sessionID: base.sessionID, sessionEpoch: 1, msgSeqNum: 9 };
  const pendingCancel = { clOrdID: base.clOrdID, origClOrdID: base.clOrdID, origin };
  const pendingReplace = { ...pendingCancel, orderQty: qty(1), price: null, worstPrice: price(1) };
  const quantities = (cum: number, leaves: number, dead: number) => ({
    cumQty: qty(cum),
    leavesQty: qty(leaves),
    deadQty: qty(dead),
  });

  // Source: FIX 4.4 Vol 4, Execution Report, OrdStatus precedence.
  test.each([
    ['New', quantities(0, 10, 0)],
    ['PartiallyFilled', quantities(3, 7, 0)],
    ['Filled', quantities(10, 0, 0)],
    ['PendingReplace', { ...quantities(10, 0, 0), pendingReplace }],
    ['PendingCancel', { ...quantities(10, 0, 0), pendingReplace, pendingCancel }],
    ['PendingCancel', { ...quantities(3, 7, 0), pendingCancel }],
    ['Canceled', { ...quantities(3, 0, 7), pendingCancel, endedHow: 'Canceled' }],
    ['Canceled', { ...quantities(0, 0, 10), endedHow: 'Canceled' }],
    ['Expired', { ...quantities(3, 0, 7), endedHow: 'Expired' }],
    ['Rejected', { ...quantities(0, 0, 10), endedHow: 'Rejected' }],
    ['Filled', { ...quantities(10, 0, 0), endedHow: 'Canceled' }],
    ['Filled', { ...quantities(12, 0, 0), overfillQty: qty(2), endedHow: 'Filled' }],
  ] as const)('%s: %p', (ordStatus, change) => {
    expect(ordStatusOf({ ...base, ...change })).toBe(ordStatus);
  });

  test('nothing is awaited of an order without a doubt or a cancel', () => {
    expect(awaitedOf(base)).toBe('');
  });
});
