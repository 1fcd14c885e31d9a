// A venue on a chain: what it signs is in the journal before it leaves (crash row 11), and a fill that its chain takes
// back is taken back from the client (crash row 12).

import { describe, expect, test } from '@jest/globals';
import {
  type DeskState,
  positionsOf,
  restoreState,
  snapshotOf,
  stateHash,
} from './chain-arrangement.ts';
import type { ChildID } from '../../../../spec/terms/index.ts';
import { asVenueExecID } from '../../../../spec/terms/index.ts';
import type { SignedTransaction } from '../../../../spec/venues/index.ts';
import {
  type Bench,
  acknowledged,
  childOf,
  ended,
  enter,
  executions,
  filled,
  newBench,
  orderOf,
  otherID,
  price,
  qty,
  says,
  venueID,
  venueOrderIDOf,
} from '../../../fixtures/desk.ts';
import { childAt, gtc, twoBooks } from './two-books.ts';
import { epochNs } from '../../../../spec/units/index.ts';

const HASH = `0x${'ab'.repeat(32)}`;
const OTHER = `0x${'cd'.repeat(32)}`;

function signed(childID: ChildID, nonce: number, hash = HASH): SignedTransaction {
  return {
    nonce,
    hash,
    raw: Uint8Array.of(2, 0, 255),
    purpose: 'Swap',
    childID,
    venueSymbol: 'ETHUSDT',
    side: 'buy',
    amountIn: 6_000_000_000n,
    amountOut: 2n * 10n ** 18n,
    deadline: epochNs(1_795_262_460_000_000_000n),
    gasLimit: 600_000,
    maxFeePerGas: 21_000_000_000n,
    swaps: [],
    maxPriorityFeePerGas: 1_000_000_000n,
  };
}

function signs(childID: ChildID, ...transactions: readonly SignedTransaction[]) {
  return says({ type: 'TransactionsSigned', childID, transactions });
}

const accountOf = (state: DeskState) => state.chainAccounts.get(venueID);

describe('what a venue has signed', () => {
  test('is an event each, in one decision, and broadcast behind it in the order of the nonces', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const childID = childOf(bench, 'A');
    const approve = { ...signed(childID, 5, OTHER), purpose: 'Approve' as const };
    const { recorded, effects } = bench.send(signs(childID, approve, signed(childID, 6)));
    expect(recorded.map(({ event }) => event.type)).toEqual([
      'TransactionSigned',
      'TransactionSigned',
    ]);
    expect(effects).toEqual([
      { type: 'BroadcastTransaction', venueID, hash: OTHER },
      { type: 'BroadcastTransaction', venueID, hash: HASH },
    ]);
    expect(accountOf(bench.state)).toMatchObject({ nextNonce: 7 });
  });

  test('is kept though its order has ended, and over a restart', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A', { timeInForce: 'IOC' }));
    const childID = childOf(bench, 'A');
    bench.send(says({ type: 'Refused', childID, text: 'no' }));
    bench.send(signs(childID, signed(childID, 0)));
    const again = restoreState(snapshotOf(bench.state));
    expect(accountOf(again)).toEqual(accountOf(bench.state));
    expect(accountOf(again)?.transactions).toEqual([signed(childID, 0)]);
    expect(stateHash(again)).toBe(stateHash(bench.state));
  });

  test('takes no nonce twice, but for a transaction in the place of another', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const childID = childOf(bench, 'A');
    bench.send(signs(childID, signed(childID, 3)));
    bench.send(signs(childID, signed(childID, 3, OTHER)));
    expect(accountOf(bench.state)).toMatchObject({ nextNonce: 4 });
    bench.send(says({ type: 'NonceSettled', childID, nonce: 3, hash: OTHER }));
    expect(() => bench.send(signs(childID, signed(childID, 3)))).toThrow('I2 broken');
  });

  test('is forgotten once its nonce is settled; the next nonce is not', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const childID = childOf(bench, 'A');
    bench.send(signs(childID, signed(childID, 3)));
    const settled = says({ type: 'NonceSettled', childID, nonce: 3, hash: HASH });
    expect(bench.events(settled).map(({ type }) => type)).toEqual(['TransactionSettled']);
    expect(accountOf(bench.state)).toEqual({ venueID, nextNonce: 4, transactions: [], fills: [] });
    expect(bench.events(settled)).toEqual([]);
  });
});

describe('a fill that its chain takes back', () => {
  const execID = `1337:${HASH}:4`;
  const takesBack = (childID: ChildID) =>
    says({
      type: 'FillCancelled',
      childID,
      venueOrderID: venueOrderIDOf(childID),
      venueExecID: asVenueExecID(execID),
      text: 'it is not on the chain any more',
    });

  /** An order of 10, of which 4 were filled by a swap. */
  function partlyFilled(): { readonly bench: Bench; readonly childID: ChildID } {
    const bench = newBench();
    bench.send(enter(bench, 'A', { orderQty: qty(10) }));
    const childID = childOf(bench, 'A');
    bench.send(signs(childID, signed(childID, 0)));
    bench.send(fillOf(childID, 4));
    return { bench, childID };
  }

  const fillOf = (childID: ChildID, lastQty: number) => filled(childID, execID, lastQty);

  test('is told as TradeCancel with the report that it takes back, and its quantity is open again', () => {
    const { bench, childID } = partlyFilled();
    const sequence = bench.recorded.find(({ event }) => event.type === 'ChildFilled')?.sequence;
    expect(accountOf(bench.state)?.fills).toMatchObject([{ childID, venueExecID: execID }]);
    const [report] = executions(bench.reports(takesBack(childID)));
    expect(report).toMatchObject({
      execType: 'TradeCancel',
      execRefID: `${bench.state.desk}-${sequence}-0`,
      ordStatus: 'New',
      lastQty: qty(4),
      cumQty: qty(0),
      leavesQty: qty(10),
      text: 'it is not on the chain any more',
    });
    expect(accountOf(bench.state)?.fills).toEqual([]);
  });

  test('moves the position back to where it was', () => {
    const { bench, childID } = partlyFilled();
    bench.send(takesBack(childID));
    expect(positionsOf(bench.state)).toMatchObject([
      { qty: 0n, boughtNotional: 0n, soldNotional: 0n },
    ]);
  });

  test('is taken back once, however often it is said', () => {
    const { bench, childID } = partlyFilled();
    bench.send(takesBack(childID));
    expect(bench.events(takesBack(childID))).toEqual([]);
  });

  test('may come again under the same execution id, and is booked again', () => {
    const { bench, childID } = partlyFilled();
    bench.send(takesBack(childID));
    const [report] = executions(bench.reports(fillOf(childID, 4)));
    expect(report).toMatchObject({ execType: 'Trade', lastQty: qty(4), cumQty: qty(4) });
  });

  test('in another block, where the pool gave other amounts, is taken back and booked with those', () => {
    const { bench, childID } = partlyFilled();
    const elsewhere = filled(childID, execID, 4, '100.5');
    const reports = executions(bench.reports(elsewhere));
    expect(reports).toMatchObject([
      { execType: 'TradeCancel', lastQty: qty(4), lastPx: price(100), cumQty: qty(0) },
      { execType: 'Trade', lastQty: qty(4), lastPx: price('100.5'), cumQty: qty(4) },
    ]);
    expect(accountOf(bench.state)?.fills).toMatchObject([{ childID, venueExecID: execID }]);
    expect(bench.events(elsewhere)).toEqual([]);
  });

  test('that is final is no other in another block: such a word is a conflict', () => {
    const { bench, childID } = partlyFilled();
    bench.send(says({ type: 'NonceSettled', childID, nonce: 0, hash: HASH }));
    const events = bench.events(filled(childID, execID, 4, '100.5'));
    expect(events.map(({ type }) => type)).toEqual(['FillConflicted']);
  });

  test('in another block comes again whole though its child had ended', () => {
    const { bench, childID, child } = halfFilled();
    const events = bench.events(filled(childID, execID, 5, '100.5'));
    expect(events.map(({ type }) => type)).toEqual([
      'ChildFillCancelled',
      'ChildFilled',
      'ChildEnded',
    ]);
    expect(child()).toMatchObject({ phase: 'Ended', endedHow: 'Filled', cumQty: qty(5) });
    expect(orderOf(bench, 'A')).toMatchObject({ cumQty: qty(5), leavesQty: qty(5), deadQty: 0n });
  });

  /** An order of 10 over two venues, of which the first has filled its 5 and ended. */
  function halfFilled() {
    const bench = twoBooks();
    bench.send(enter(bench, 'A', gtc));
    const childID = childAt(bench, 'A', venueID);
    bench.send(acknowledged(childAt(bench, 'A', otherID), otherID));
    bench.send(signs(childID, signed(childID, 0)));
    bench.send(filled(childID, execID, 5));
    bench.send(ended(childID, 'Filled', 5));
    const child = () => orderOf(bench, 'A').children.find((one) => one.childID === childID);
    expect(child()?.phase).toBe('Ended');
    return { bench, childID, child };
  }

  test('I3: of a live order goes nowhere else while it may be filled again: its child is in doubt', () => {
    const { bench, childID, child } = halfFilled();
    const { recorded } = bench.send(takesBack(childID));
    expect(recorded.map(({ event }) => event.type)).toEqual(['ChildFillCancelled']);
    expect(child()).toMatchObject({ phase: 'InDoubt', cumQty: 0n, endReported: null });
    bench.now += 1_000_000_000n;
    expect(bench.events({ type: 'Tick' })).toEqual([]);
    bench.send(filled(childID, execID, 5));
    expect(child()).toMatchObject({ phase: 'Ended', endedHow: 'Filled', cumQty: qty(5) });
    expect(orderOf(bench, 'A')).toMatchObject({ cumQty: qty(5), leavesQty: qty(5), deadQty: 0n });
  });

  test('of a live order goes out again once its venue says that it never will be', () => {
    const { bench, childID } = halfFilled();
    bench.send(takesBack(childID));
    const again = bench.events(ended(childID, 'Expired', 0));
    expect(again.map(({ type }) => type)).toContain('ChildDecided');
    expect(orderOf(bench, 'A').leavesQty).toBe(qty(10));
  });

  test('of a live order is over a restart what it was before', () => {
    const { bench, childID } = halfFilled();
    bench.send(takesBack(childID));
    const again = restoreState(snapshotOf(bench.state));
    expect(stateHash(again)).toBe(stateHash(bench.state));
  });

  test('after the end of its order leaves it short: what was filled is cancelled for that part', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A', { orderQty: qty(4), timeInForce: 'IOC' }));
    const childID = childOf(bench, 'A');
    bench.send(signs(childID, signed(childID, 0)));
    bench.send(fillOf(childID, 4));
    bench.send(ended(childID, 'Filled', 4));
    const reports = executions(bench.reports(takesBack(childID)));
    expect(reports).toMatchObject([
      { execType: 'TradeCancel', cumQty: qty(0), leavesQty: qty(0), lastQty: qty(4) },
    ]);
    const again = executions(bench.reports(fillOf(childID, 4)));
    expect(again).toMatchObject([{ execType: 'Trade', ordStatus: 'Filled', cumQty: qty(4) }]);
  });

  test('lowers what was over the quantity first', () => {
    const { bench, childID } = partlyFilled();
    bench.send(filled(childID, 'e2', 8));
    expect(orderOf(bench, 'A')).toMatchObject({ cumQty: qty(12), overfillQty: qty(2) });
    bench.send(takesBack(childID));
    const { cumQty, overfillQty, leavesQty, deadQty } = orderOf(bench, 'A');
    expect([cumQty, overfillQty, leavesQty + deadQty]).toEqual([qty(8), qty(0), qty(2)]);
  });
});
