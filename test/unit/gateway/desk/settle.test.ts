// How orders end and go on: what each end says, how long an order that does not rest looks on, and which cancels wait.
import { describe, expect, test } from '@jest/globals';
import {
  type Bench,
  cancel,
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
  replace,
  replacedChild,
  reportsOf,
  says,
  venueID,
} from '../../../fixtures/desk.ts';
import { cancels, type Decided, lastEvent, resting, second, tick, types } from './arrangement.ts';
import { childAt, children, gtc, ioc, refuses, show, twoBooks } from './two-books.ts';

const midnight = 1_795_305_600_000_000_000n;

const rejects = ({ effects }: Decided) =>
  reportsOf(effects).filter(({ type }) => type === 'OrderCancelReject');

describe('an order that is filled first', () => {
  const filledEnd = { type: 'OrderEnded', how: 'Filled', text: '' };

  test('ends without a word', () => {
    const { bench, childID } = resting();
    expect(lastEvent(bench.send(filled(childID, 'e1', 10)))).toMatchObject(filledEnd);
  });

  test('is Filled, and the cancel that was pending too late', () => {
    const { bench, childID } = resting();
    bench.send(cancel(bench, 'B', 'A'));
    const decision = bench.send(filled(childID, 'e1', 10));
    expect(rejects(decision)).toMatchObject([
      {
        responseTo: 'Cancel',
        clOrdID: 'B',
        cxlRejReason: 'TooLateToCancel',
        text: 'the order was filled first',
      },
    ]);
    expect(lastEvent(decision)).toMatchObject(filledEnd);
  });

  test('is Filled, and a replace that was to change its price alone too late', () => {
    const { bench, childID } = resting();
    bench.send(replace(bench, ['B', 'A'], { price: price(99) }));
    const decision = bench.send(filled(childID, 'e1', 10));
    expect(rejects(decision)).toMatchObject([
      {
        responseTo: 'Replace',
        clOrdID: 'B',
        cxlRejReason: 'TooLateToCancel',
        text: 'the order was filled first',
      },
    ]);
    expect(lastEvent(decision)).toMatchObject(filledEnd);
    expect(orderOf(bench, 'A')).toMatchObject({ price: price(100), clOrdID: 'A' });
  });
});

describe('the end of a trading day', () => {
  test('is what the client reads when the order expires', () => {
    const { bench, childID } = resting({ timeInForce: 'Day' });
    bench.now = midnight;
    bench.send(tick);
    expect(executions(bench.reports(ended(childID, 'Canceled', 0)))).toMatchObject([
      { execType: 'Expired', text: 'its trading day is over' },
    ]);
  });

  test('comes before the replace that was pending: it is too late, and the order expires', () => {
    const { bench, childID } = resting({ timeInForce: 'Day' });
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(12) }));
    bench.now = midnight;
    bench.send(tick);
    const decision = bench.send(ended(childID, 'Canceled', 0));
    expect(rejects(decision)).toMatchObject([
      {
        responseTo: 'Replace',
        clOrdID: 'B',
        cxlRejReason: 'TooLateToCancel',
        text: 'the trading day of the order is over',
      },
    ]);
    expect(lastEvent(decision)).toMatchObject({
      type: 'OrderEnded',
      how: 'Expired',
      text: 'its trading day is over',
    });
  });
});

describe('a replace whose older children are dead', () => {
  test('to less than was executed means to stop: OrderQty becomes CumQty, and the order is Filled', () => {
    const { bench, childID } = resting();
    bench.send(filled(childID, 'e1', 4));
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(3) }));
    const decision = bench.send(ended(childID, 'Canceled', 4));
    expect(decision.recorded.slice(-2).map(({ event }) => event)).toMatchObject([
      { type: 'OrderReplaced', clOrdID: 'B', orderQty: qty(4) },
      { type: 'OrderEnded', how: 'Filled', text: '' },
    ]);
    expect(orderOf(bench, 'B')).toMatchObject({ cumQty: qty(4), leavesQty: 0n });
  });

  test('to a rest that no venue takes ends the order, and says so', () => {
    const { bench, childID } = resting();
    bench.send(filled(childID, 'e1', '3.9995'));
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(4) }));
    expect(lastEvent(bench.send(ended(childID, 'Canceled', '3.9995')))).toMatchObject({
      type: 'OrderEnded',
      how: 'Canceled',
      text: 'no venue takes what it was replaced by',
    });
  });

  test('is superseded by a cancel, by the broker`s choice', () => {
    const { bench } = resting();
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(12) }));
    expect(rejects(bench.send(cancel(bench, 'C', 'A')))).toMatchObject([
      {
        responseTo: 'Replace',
        clOrdID: 'B',
        cxlRejReason: 'BrokerOption',
        text: 'superseded by the cancel request C',
      },
    ]);
  });

  test('is not refused for a cancel while its new terms are under way, whatever children are dead', () => {
    const bench = newBench();
    bench.replace = 'native';
    replacedChild(bench); // One dead, one alive.
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(12) }));
    expect(types(bench.send(cancel(bench, 'C', 'A')))).not.toContain('RequestRejected');
    expect(orderOf(bench, 'A').pendingReplace).not.toBeNull();
  });
});

describe('an order that does not rest is routed again', () => {
  /** What its first venue does not fill goes to the other one after so long. */
  function routedAfter(ns: bigint): readonly string[] {
    const bench = twoBooks({ here: '20', there: '20' });
    bench.send(enter(bench, 'A', ioc));
    bench.now += ns;
    show(bench, { here: '20', there: '20' });
    bench.send(ended(childAt(bench, 'A', venueID), 'Expired', 0));
    return children(bench, 'A');
  }

  test.each([
    ['a second and a half', 1_500n * 1_000_000n],
    ['2 s, its last fraction of a millisecond included', 2n * second + 999_999n],
  ])('after %s', (_title, ns) => {
    expect(routedAfter(ns)).toEqual(['sandbox 10 IOC Ended', 'other 10 IOC Sent']);
  });

  test('and not after 2 s and 1 ms', () => {
    expect(routedAfter(2n * second + 1_000_000n)).toEqual(['sandbox 10 IOC Ended']);
  });
});

describe('an order that no venue takes any more is', () => {
  const endOf = (bench: Bench) => orderOf(bench, 'A').endedHow;

  test('cancelled, where one has filled something before the others refused', () => {
    const bench = twoBooks({ here: '0', there: '0' });
    bench.send(enter(bench, 'A', gtc));
    const first = childOf(bench, 'A');
    bench.send(filled(first, 'e1', 4));
    bench.send(ended(first, 'Canceled', 4, 'maintenance'));
    refuses(bench, 'A', otherID);
    expect(endOf(bench)).toBe('Canceled');
  });

  test('rejected, where the last that it was sent to refused it, whatever became of it before', () => {
    const bench = twoBooks({ here: '0', there: '0' });
    bench.send(enter(bench, 'A', gtc));
    bench.send(ended(childOf(bench, 'A'), 'Canceled', 0, 'maintenance'));
    refuses(bench, 'A', otherID);
    expect(endOf(bench)).toBe('Rejected');
  });

  test('cancelled, where the last that had it ended it', () => {
    const { bench, childID } = resting();
    bench.send(ended(childID, 'Canceled', 0, 'maintenance'));
    expect(endOf(bench)).toBe('Canceled');
  });

  test('cancelled, where it does not rest and one venue of several took it', () => {
    const bench = twoBooks({ here: '20', there: '20' });
    bench.send(enter(bench, 'A', ioc));
    bench.send(ended(childAt(bench, 'A', venueID), 'Expired', 0));
    refuses(bench, 'A', otherID);
    expect(endOf(bench)).toBe('Canceled');
  });
});

describe('a cancel', () => {
  test('is not sent to a child whose end its venue has told, and whose fills are missing', () => {
    const { bench, childID } = resting();
    bench.send(ended(childID, 'Canceled', 4));
    expect(cancels(bench.send(cancel(bench, 'B', 'A')))).toEqual([]);
  });

  test('of the client`s does not repeat one in doubt: time does', () => {
    const { bench, childID } = resting();
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(12) }));
    bench.send(says({ type: 'CancelUnknown', childID, cause: 'time-out' }));
    expect(cancels(bench.send(cancel(bench, 'C', 'A')))).toEqual([]);
    expect(cancels(bench.send(tick))).toHaveLength(1);
  });

  test('in doubt is repeated at once, though its venue refused the one before a moment ago', () => {
    const { bench, childID } = resting();
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(12) }));
    bench.send(says({ type: 'CancelRefused', childID, text: 'busy' }));
    expect(cancels(bench.send(cancel(bench, 'C', 'A')))).toHaveLength(1);
    bench.send(says({ type: 'CancelUnknown', childID, cause: 'time-out' }));
    expect(cancels(bench.send(tick))).toHaveLength(1);
  });

  test('that one venue refused waits, while the one that is in doubt at another is repeated', () => {
    const bench = twoBooks();
    bench.send(enter(bench, 'A', gtc));
    const [here, there] = [childAt(bench, 'A', venueID), childAt(bench, 'A', otherID)];
    bench.send(cancel(bench, 'B', 'A'));
    bench.send(says({ type: 'CancelRefused', childID: here, text: 'busy' }));
    bench.send(says({ type: 'CancelUnknown', childID: there, cause: 'time-out' }, otherID));
    const repeated = { type: 'CancelChild', venueID: otherID, childID: there };
    expect(cancels(bench.send(tick))).toEqual([repeated]);
  });

  test('I7: in doubt, of a child with new terms under way, is repeated though the kill switch is lifted', () => {
    const { bench, childID } = resting();
    bench.replace = 'native';
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(12) }));
    const kill = { scope: 'venue', scopeID: venueID, who: 'kim', reason: 'runaway' } as const;
    bench.send({ type: 'EngageKill', ...kill });
    bench.send(tick);
    expect(orderOf(bench, 'A').children).toMatchObject([{ cancel: 'Sent', amend: {} }]);
    bench.send(says({ type: 'CancelUnknown', childID, cause: 'time-out' }));
    bench.send({ type: 'RearmKill', ...kill });
    expect(cancels(bench.send(tick))).toHaveLength(1);
  });
});
