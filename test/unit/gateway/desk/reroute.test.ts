// What a venue refuses, fades or cannot be sent goes over the others, with a bound; a venue that is down
// holds up only itself.
import { describe, expect, test } from '@jest/globals';
import { formatDecimal } from '../../../../spec/units/index.ts';
import {
  acknowledged,
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
  says,
  status,
  venueID,
} from '../../../fixtures/desk.ts';
import { rest, second, tick, types } from './arrangement.ts';
import { children, childAt, gtc, ioc, refuses, show, twoBooks } from './two-books.ts';

describe('an order that does not rest', () => {
  test('what one venue refuses is routed again over the other, where it is shown', () => {
    const bench = twoBooks({ here: '5', there: '20' });
    bench.send(enter(bench, 'A', ioc));
    bench.send(filled(childAt(bench, 'A', otherID), 'e1', 5, 100.05, otherID));
    expect(types(refuses(bench, 'A', venueID))).toEqual([
      'ChildRefused',
      'RouteDecided',
      'ChildDecided',
    ]);
    expect(children(bench, 'A')).toEqual([
      'sandbox 5 IOC Ended',
      'other 5 IOC Ended',
      'other 5 IOC Sent',
    ]);
  });

  test('what fades is routed again; a venue where a child is still out is not asked twice', () => {
    const bench = twoBooks({ here: '5', there: '20' });
    bench.send(enter(bench, 'A', ioc));
    bench.send(ended(childAt(bench, 'A', venueID), 'Expired', 0));
    // The other's child is still out: what its book shows may be what that one takes.
    expect(children(bench, 'A')).toEqual(['sandbox 5 IOC Ended', 'other 5 IOC Sent']);
    bench.send(filled(childAt(bench, 'A', otherID), 'e1', 5, 100.05, otherID));
    bench.send(ended(childAt(bench, 'A', otherID), 'Filled', 5, '', otherID));
    expect(orderOf(bench, 'A')).toMatchObject({ cumQty: qty(5), leavesQty: qty(5) });
    expect(children(bench, 'A').at(-1)).toBe('other 5 IOC Sent');
  });

  test('only what is shown within the limit is asked for again: where nothing is, it ends', () => {
    const bench = twoBooks();
    bench.send(enter(bench, 'A', { ...ioc, price: price('100.00') }));
    const childID = childAt(bench, 'A', venueID);
    const reports = executions(bench.reports(ended(childID, 'Expired', 0)));
    expect(reports).toMatchObject([{ execType: 'Canceled', ordStatus: 'Canceled' }]);
    expect(children(bench, 'A')).toEqual(['sandbox 10 IOC Ended']);
  });

  test('goes to a venue that failed it no second time, so that two venues end it', () => {
    const bench = twoBooks({ here: '20', there: '20' });
    bench.send(enter(bench, 'A', ioc));
    refuses(bench, 'A', venueID);
    const { effects } = refuses(bench, 'A', otherID);
    expect(effects.map((one) => one.type)).toEqual(['ForgetChild', 'ReportToClient']);
    expect(orderOf(bench, 'A')).toMatchObject({ endedHow: 'Rejected' });
    expect(children(bench, 'A')).toEqual(['sandbox 10 IOC Ended', 'other 10 IOC Ended']);
  });

  test('is routed three times at most', () => {
    const bench = twoBooks({ here: '50', there: '5' });
    bench.send(enter(bench, 'A', { ...ioc, orderQty: qty(100) }));
    // The other venue fills all that it is sent, and always shows 5 more.
    for (let turn = 1; turn <= 5; turn += 1) {
      const open = orderOf(bench, 'A').children.filter((child) => child.phase !== 'Ended');
      for (const { childID, venueID: venue, orderQty } of open) {
        const all = formatDecimal(orderQty);
        if (venue === otherID) bench.send(filled(childID, `e${turn}`, all, 100.05, otherID));
        else bench.send(ended(childID, 'Expired', 0));
      }
    }
    const routings = orderOf(bench, 'A').children.map((child) => child.routing);
    expect(Math.max(...routings.map(Number))).toBe(3);
    expect(orderOf(bench, 'A')).toMatchObject({ endedHow: 'Canceled', cumQty: qty(15) });
  });

  test('is not routed again when it is older than 2 s: it was for that moment', () => {
    const bench = twoBooks({ here: '5', there: '20' });
    bench.send(enter(bench, 'A', ioc));
    bench.send(filled(childAt(bench, 'A', otherID), 'e1', 5, 100.05, otherID));
    bench.now += 2n * second + 1_000_000n;
    show(bench, { here: '5', there: '20' });
    bench.send(ended(childAt(bench, 'A', venueID), 'Expired', 0));
    expect(orderOf(bench, 'A')).toMatchObject({ endedHow: 'Canceled', cumQty: qty(5) });
  });

  test('what never reached its venue is not routed again: proof takes too long', () => {
    const bench = twoBooks({ here: '20', there: '20' });
    bench.send(enter(bench, 'A', ioc));
    const childID = childOf(bench, 'A');
    bench.send(says({ type: 'Unknown', childID, cause: 'time-out' }));
    bench.send(says({ type: 'Absent', childID, evidence: 'complete history' }));
    expect(children(bench, 'A')).toEqual(['sandbox 10 IOC Ended']);
    expect(orderOf(bench, 'A').endedHow).toBe('Rejected');
  });

  test('I7: it ends only when its last child has, on evidence', () => {
    const bench = twoBooks();
    bench.send(enter(bench, 'A', ioc));
    const [here, there] = [childAt(bench, 'A', venueID), childAt(bench, 'A', otherID)];
    bench.send(says({ type: 'Unknown', childID: there, cause: 'time-out' }, otherID));
    bench.send(ended(here, 'Expired', 0));
    expect(orderOf(bench, 'A').endedHow).toBeNull();
    expect(executions(bench.reports(status(bench, 'A')))[0]?.text).toBe(
      `awaiting whether the order reached other (child ${there})`,
    );
    bench.send(ended(there, 'Expired', 0, '', otherID));
    expect(orderOf(bench, 'A').endedHow).toBe('Canceled');
  });

  test('a fill or kill that its venue refused goes whole to the other; a killed one ends', () => {
    const bench = twoBooks({ here: '20', there: '20' });
    bench.send(enter(bench, 'A', { ...ioc, timeInForce: 'FOK' }));
    refuses(bench, 'A', venueID, true);
    expect(children(bench, 'A')).toEqual(['sandbox 10 FOK Ended', 'other 10 FOK Sent']);
    bench.send(ended(childOf(bench, 'A'), 'Expired', 0, '', otherID));
    expect(orderOf(bench, 'A').endedHow).toBe('Canceled');
    bench.send(enter(bench, 'B', { ...ioc, timeInForce: 'FOK' }));
    bench.send(ended(childOf(bench, 'B'), 'Expired', 0));
    expect(children(bench, 'B')).toEqual(['sandbox 10 FOK Ended']);
    expect(orderOf(bench, 'B').endedHow).toBe('Canceled');
  });
});

describe('an order that rests', () => {
  test('goes on over the other venue when one could not be sent to, and the one is asked again later', () => {
    const bench = twoBooks({ here: '20', there: '5' });
    bench.send(enter(bench, 'A', gtc));
    expect(children(bench, 'A')).toEqual(['sandbox 10 IOC Sent']);
    const { recorded } = refuses(bench, 'A', venueID, true);
    expect(recorded.map(({ event }) => event)).toContainEqual({
      type: 'VenueExcluded',
      orderID: orderOf(bench, 'A').orderID,
      venueID,
      how: 'NotSent',
      text: 'not sent: rate budget',
      until: bench.now + second,
    });
    expect(children(bench, 'A')).toEqual(['sandbox 10 IOC Ended', 'other 10 GTC Sent']);
  });

  test('waits for the only venue when that could not be sent to: 1 s, then 2 s, then 4 s', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const waits: number[] = [];
    for (let turn = 1; turn <= 3; turn += 1) {
      refuses(bench, 'A', venueID, true);
      expect(orderOf(bench, 'A').endedHow).toBeNull();
      const before = orderOf(bench, 'A').children.length;
      let waited = 0;
      while (orderOf(bench, 'A').children.length === before && waited < 60) {
        bench.now += second;
        waited += 1;
        bench.send(tick);
      }
      waits.push(waited);
    }
    expect(waits).toEqual([1, 2, 4]);
  });

  test('ends when every venue has refused it, in the words of the last', () => {
    const bench = twoBooks({ here: '20', there: '20' });
    bench.send(enter(bench, 'A', gtc));
    refuses(bench, 'A', venueID);
    expect(children(bench, 'A').at(-1)).toBe('other 10 IOC Sent');
    const reports = executions(
      bench.reports(
        says({ type: 'Refused', childID: childOf(bench, 'A'), text: 'too small' }, otherID),
      ),
    );
    expect(reports).toMatchObject([{ execType: 'Rejected', text: 'too small' }]);
  });

  test('waits for a venue that is down when the other has refused it, and tries that again after a minute', () => {
    const bench = twoBooks({ here: '20', there: '20' });
    bench.other.state = 'Down';
    bench.send(enter(bench, 'A', gtc));
    refuses(bench, 'A', venueID);
    expect(orderOf(bench, 'A').endedHow).toBeNull();
    expect(executions(bench.reports(status(bench, 'A')))[0]?.text).toBe(
      'awaiting a venue that takes 10',
    );
    bench.now += 59n * second;
    expect(bench.events(tick)).toEqual([]);
    bench.now += second;
    bench.send(tick);
    expect(children(bench, 'A').at(-1)).toMatch(/^sandbox 10 .* Sent$/);
  });

  test('what fades of its taking part is posted, and nothing is taken there again at once', () => {
    const bench = twoBooks({ here: '4', there: '6' });
    bench.send(enter(bench, 'A', gtc));
    expect(children(bench, 'A')).toEqual(['sandbox 4 IOC Sent', 'other 6 IOC Sent']);
    bench.send(ended(childAt(bench, 'A', venueID), 'Expired', 0));
    // The book still shows 4: it is not believed, the rest is posted.
    expect(children(bench, 'A')).toEqual([
      'sandbox 4 IOC Ended',
      'other 6 IOC Sent',
      'sandbox 4 GTC Sent',
    ]);
    expect(orderOf(bench, 'A').exclusions).toMatchObject([{ venueID, how: 'Faded', times: 1 }]);
  });

  test('a child that its venue ended unasked goes over the other', () => {
    const bench = twoBooks({ here: '1', there: '1' });
    const childID = rest(bench, 'A', { ...gtc, price: price('99.95') });
    bench.send(ended(childID, 'Canceled', 0, 'maintenance'));
    expect(children(bench, 'A')).toEqual(['sandbox 10 GTC Ended', 'other 10 GTC Sent']);
    expect(orderOf(bench, 'A').exclusions).toMatchObject([{ venueID, how: 'Ended' }]);
  });

  test('a replace forgets what venues failed it with: its terms are other ones', () => {
    const bench = twoBooks({ here: '20', there: '20' });
    bench.send(enter(bench, 'A', { ...gtc, price: price('99.95') }));
    refuses(bench, 'A', venueID);
    bench.send(acknowledged(childOf(bench, 'A'), otherID));
    bench.send(replace(bench, ['B', 'A'], { price: price('99.90') }));
    bench.send(ended(childOf(bench, 'A'), 'Canceled', 0, '', otherID));
    expect(orderOf(bench, 'B').exclusions).toEqual([]);
    expect(children(bench, 'B').at(-1)).toBe('sandbox 10 GTC Sent');
  });

  test('is given up after 50 failures, whatever the waits', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    for (let turn = 1; turn <= 60 && orderOf(bench, 'A').endedHow === null; turn += 1) {
      refuses(bench, 'A', venueID, true);
      bench.now += 60n * second;
      bench.send(tick);
    }
    expect(orderOf(bench, 'A').children).toHaveLength(50);
    expect(orderOf(bench, 'A').endedHow).toBe('Rejected');
  });

  test('a rest that no venue takes for its size ends with the last child', () => {
    const bench = twoBooks({ here: '20', there: '20' });
    bench.send(enter(bench, 'A', { ...gtc, price: price('99.95') }));
    const childID = childOf(bench, 'A');
    bench.send(filled(childID, 'e1', '9.9995'));
    // The venue's own word; 0.0005 is below every lot.
    const reports = executions(bench.reports(ended(childID, 'Canceled', '9.9995')));
    expect(reports).toMatchObject([
      { execType: 'Canceled', text: '0.0005 is less than any venue takes' },
    ]);
  });
});

describe('I3 over several children', () => {
  test('a cancel cancels each of them, and the order ends when all have', () => {
    const bench = twoBooks({ here: '4', there: '4' });
    bench.send(enter(bench, 'A', gtc));
    const { effects } = bench.send(cancel(bench, 'B', 'A'));
    const cancels = effects.filter((one) => one.type === 'CancelChild');
    expect(cancels.map((one) => one.venueID)).toEqual([venueID, otherID]);
    bench.send(ended(childAt(bench, 'A', venueID), 'Canceled', 0));
    expect(orderOf(bench, 'A').endedHow).toBeNull();
    bench.send(ended(childAt(bench, 'A', otherID), 'Canceled', 0, '', otherID));
    expect(orderOf(bench, 'A')).toMatchObject({ endedHow: 'Canceled', deadQty: qty(10) });
  });

  test('a replace down goes out only when every child is confirmed dead', () => {
    const bench = twoBooks({ here: '4', there: '4' });
    bench.send(enter(bench, 'A', gtc));
    bench.send(replace(bench, ['B', 'A'], { ...gtc, orderQty: qty(6) }));
    bench.send(ended(childAt(bench, 'A', venueID), 'Canceled', 0));
    expect(orderOf(bench, 'A').orderQty).toBe(qty(10));
    bench.send(filled(childAt(bench, 'A', otherID), 'e1', 1, 100.05, otherID));
    bench.send(ended(childAt(bench, 'A', otherID), 'Canceled', 1, '', otherID));
    const order = orderOf(bench, 'B');
    expect(order).toMatchObject({ orderQty: qty(6), cumQty: qty(1), leavesQty: qty(5) });
    const open = order.children.filter((child) => child.phase !== 'Ended');
    expect(open.reduce((sum, child) => sum + child.orderQty, 0n)).toBe(qty(5));
  });

  test('an end whose fills are missing keeps its quantity bound: nothing goes out in its place', () => {
    const bench = twoBooks({ here: '4', there: '6' });
    bench.send(enter(bench, 'A', gtc));
    bench.send(ended(childAt(bench, 'A', venueID), 'Expired', 3)); // Three were filled, none is here yet.
    expect(children(bench, 'A')).toHaveLength(2);
    bench.send(filled(childAt(bench, 'A', venueID), 'e1', 3));
    expect(children(bench, 'A').at(-1)).toBe('sandbox 1 GTC Sent');
  });

  test('a venue that fills more than it was sent has its sibling cancelled: nothing is left for that', () => {
    const bench = twoBooks({ here: '4', there: '6' });
    bench.send(enter(bench, 'A', gtc));
    const there = childAt(bench, 'A', otherID);
    const { effects } = bench.send(filled(childAt(bench, 'A', venueID), 'e1', 5));
    expect(effects).toContainEqual({ type: 'CancelChild', venueID: otherID, childID: there });
  });

  test('several orders in one tick, each over several venues: every intent has its own number', () => {
    const bench = twoBooks({ here: '4', there: '4' });
    for (const id of ['A', 'B']) {
      bench.send(enter(bench, id, gtc));
      // Each venue fails its child, and what went to the other instead.
      for (const venue of [venueID, otherID]) refuses(bench, id, venue, true);
      for (const { childID, phase, venueID: venue } of orderOf(bench, id).children) {
        const refused = { type: 'Refused', childID, text: 'not sent: no', notSent: true } as const;
        if (phase !== 'Ended') bench.send(says(refused, venue));
      }
    }
    bench.now += 10n * second;
    show(bench, { here: '4', there: '4' });
    const decided = bench.events(tick).filter((event) => event.type === 'ChildDecided');
    expect(decided).toHaveLength(4);
    const all = bench.recorded.flatMap(({ event }) =>
      event.type === 'ChildDecided' ? [event.intent] : [],
    );
    expect(all).toEqual(all.map((_, at) => at + 1));
  });
});

describe('a venue that is down', () => {
  test('at the start holds up only itself', () => {
    const bench = twoBooks();
    bench.venueState = 'Down';
    bench.send(enter(bench, 'A', ioc));
    expect(children(bench, 'A')).toEqual(['other 10 IOC Sent']);
  });

  test('with every venue down an order is refused, and told why of each', () => {
    const bench = twoBooks();
    bench.venueState = 'Down';
    bench.other.state = 'Reconciling';
    expect(executions(bench.reports(enter(bench, 'A', ioc)))).toMatchObject([
      {
        ordRejReason: 'ExchangeClosed',
        text: 'BTC/USDT cannot be traded now: sandbox is Down, other is Reconciling',
      },
    ]);
  });

  test('a cancel for its order is accepted and sent; its doubt is resolved when it is back', () => {
    const bench = twoBooks({ here: '4', there: '4' });
    bench.send(enter(bench, 'A', gtc));
    const [here, there] = [childAt(bench, 'A', venueID), childAt(bench, 'A', otherID)];
    bench.venueState = 'Down';
    bench.send(says({ type: 'Unknown', childID: here, cause: 'connection lost' }));
    bench.send(filled(there, 'e1', 4, 100.05, otherID));
    const { effects } = bench.send(cancel(bench, 'B', 'A'));
    expect(
      executions(effects.flatMap((e) => (e.type === 'ReportToClient' ? [e.report] : []))),
    ).toMatchObject([{ execType: 'PendingCancel' }]);
    bench.venueState = 'Ready';
    expect(bench.send(acknowledged(here)).effects).toEqual([
      { type: 'CancelChild', venueID, childID: here },
    ]);
    bench.send(ended(here, 'Canceled', 0));
    expect(orderOf(bench, 'A')).toMatchObject({ endedHow: 'Canceled', cumQty: qty(4) });
  });
});
