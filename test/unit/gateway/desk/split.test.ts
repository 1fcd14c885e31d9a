// One order over two venues: what goes where, at what price, as what, and what the journal keeps of it.
import { describe, expect, test } from '@jest/globals';
import { route, routeWhole } from '../../../../router/index.ts';
import { questionOf } from '../../../../gateway/desk/index.ts';
import {
  WireWriter,
  decodeEvent,
  encodeEvent,
  eventSchemaVersion,
  recordTypes,
} from '../../../../spec/events/index.ts';
import { asNotional, asRate } from '../../../../spec/units/index.ts';
import {
  ONE,
  bookOf,
  decimal,
  enter,
  instrument,
  listing,
  newBench,
  noon,
  orderOf,
  otherID,
  otherListing,
  price,
  qty,
  twoVenues,
  venueID,
} from '../../../fixtures/desk.ts';
import { childTerms as children, routed } from './arrangement.ts';

const bps = (text: string) => asRate(decimal(text) / 10_000n);

/** A: 4 at 100.00 and 4 at 100.10. B: 5 at 100.05. Bids well below. */
function twoBooks(instruments = [twoVenues]) {
  const bench = newBench({ instruments });
  const asks = [
    ['100.00', '4'],
    ['100.10', '4'],
  ] as const;
  bench.book = bookOf(listing, { asks, bids: [['99.90', '3']] });
  bench.other.book = bookOf(otherListing, { asks: [['100.05', '5']], bids: [['99.90', '1']] });
  return bench;
}

describe('an order that does not rest', () => {
  test('is split so that it costs least: 4 at 100.00, 5 at 100.05, 1 at 100.10', () => {
    const bench = twoBooks();
    const events = bench.events(enter(bench, 'A', { timeInForce: 'IOC', price: price(101) }));
    expect(children(bench, 'A')).toEqual([
      [venueID, '5', '101', 'IOC'],
      [otherID, '5', '101', 'IOC'],
    ]);
    // 400 + 500.25 + 100.10
    const event = routed(events);
    expect(event).toMatchObject({
      how: 'Split',
      filledQty: qty(10),
      cost: asNotional(decimal('1000.35') * ONE),
      unused: [],
    });
    // It is the best; the bound on the gap is a few units of the last place of the router's floats.
    expect(Number(event.boundBps)).toBeLessThanOrEqual(0.0001);
  });

  test('fees count: 20 bps on 100.05 are dearer than 100.10 without', () => {
    const bench = twoBooks();
    bench.other.fees = { taker: bps('20'), maker: bps('0') };
    bench.send(enter(bench, 'A', { timeInForce: 'IOC', price: price(101) }));
    expect(children(bench, 'A')).toEqual([
      [venueID, '8', '101', 'IOC'],
      [otherID, '2', '101', 'IOC'],
    ]);
  });

  test('what nobody shows goes along where most is taken; the sum is the order`s', () => {
    const bench = twoBooks();
    bench.send(enter(bench, 'A', { timeInForce: 'IOC', price: price('100.05') }));
    // 4 at A and 5 at B are within the limit, 1 is not shown.
    expect(children(bench, 'A')).toEqual([
      [otherID, '6', '100.05', 'IOC'],
      [venueID, '4', '100.05', 'IOC'],
    ]);
  });

  test('a market order goes out at its collar on each venue`s tick, towards the client', () => {
    const bench = twoBooks();
    const terms = { ordType: 'Market', price: null, timeInForce: 'Day' } as const;
    bench.send(enter(bench, 'A', terms));
    // The middle of 99.90 and 100.00 is 99.95, 100 bps above it 100.9495: 100.94 and 100.90 on the ticks.
    expect(children(bench, 'A')).toEqual([
      [venueID, '5', '100.94', 'IOC'],
      [otherID, '5', '100.9', 'IOC'],
    ]);
  });

  test('a sell`s price is rounded up to the venue`s tick', () => {
    const bench = twoBooks();
    const terms = { side: 'sell', timeInForce: 'IOC', price: price('99.88') } as const;
    bench.send(enter(bench, 'A', { ...terms, orderQty: qty(4) }));
    expect(children(bench, 'A')).toEqual([
      [venueID, '3', '99.88', 'IOC'],
      [otherID, '1', '99.9', 'IOC'],
    ]);
  });

  test('a quantity on the finer lot alone leaves the coarser venue whole lots', () => {
    const bench = twoBooks();
    const terms = { timeInForce: 'IOC', price: price(101), orderQty: qty('10.005') } as const;
    bench.send(enter(bench, 'A', terms));
    expect(children(bench, 'A')).toEqual([
      [venueID, '5.005', '101', 'IOC'],
      [otherID, '5', '101', 'IOC'],
    ]);
  });
});

describe('fill or kill', () => {
  const terms = { timeInForce: 'FOK', price: price(101) } as const;

  test('goes whole to the cheapest venue that shows all of it, never split', () => {
    const bench = twoBooks();
    bench.send(enter(bench, 'A', { ...terms, orderQty: qty(5) }));
    // At A 4 at 100.00 and 1 at 100.10 are 500.10; at B 5 at 100.05 are 500.25.
    expect(children(bench, 'A')).toEqual([[venueID, '5', '101', 'FOK']]);
  });

  test('is cancelled unfilled where no single venue shows all of it, and nothing is sent', () => {
    const bench = twoBooks();
    const { effects, recorded } = bench.send(enter(bench, 'A', terms));
    expect(effects.map((one) => one.type)).toEqual(['ReportToClient', 'ReportToClient']);
    expect(orderOf(bench, 'A')).toMatchObject({ endedHow: 'Canceled', children: [] });
    expect(routed(recorded.map(({ event }) => event))).toMatchObject({
      how: 'Whole',
      legs: [],
      unused: [{ venueID }, { venueID: otherID }],
    });
  });
});

describe('an order that rests', () => {
  test('takes what is shown within its limit, and posts the rest at the same moment', () => {
    const bench = twoBooks();
    bench.send(enter(bench, 'A', { price: price('100.05') }));
    // Nobody stands before it at 100.05, fees are the same: the first venue has the rest beside its share.
    expect(children(bench, 'A')).toEqual([
      [venueID, '5', '100.05', 'GTC'],
      [otherID, '5', '100.05', 'IOC'],
    ]);
  });

  test('the rest is posted where the maker fee is least', () => {
    const bench = twoBooks();
    bench.fees = { taker: bps('1'), maker: bps('1') };
    bench.other.fees = { taker: bps('1'), maker: bps('0.5') };
    bench.send(enter(bench, 'A', { price: price('100.05') }));
    expect(children(bench, 'A')).toEqual([
      [venueID, '4', '100.05', 'IOC'],
      [otherID, '6', '100.05', 'GTC'],
    ]);
  });

  test('at equal fees it is posted behind the shorter queue: 1 at the other, 3 here', () => {
    const bench = twoBooks();
    bench.send(enter(bench, 'A', { price: price('99.90') }));
    expect(children(bench, 'A')).toEqual([[otherID, '10', '99.9', 'GTC']]);
  });

  test('a rest too small to stand alone goes out with a share, and rests there', () => {
    const bench = twoBooks();
    bench.venueState = 'Down';
    bench.send(enter(bench, 'A', { price: price('100.05'), orderQty: qty('5.04') }));
    // The other venue's least quantity is 0.05.
    expect(children(bench, 'A')).toEqual([[otherID, '5.04', '100.05', 'GTC']]);
  });

  test('a rest below a venue`s minimum is posted at another', () => {
    const bench = twoBooks();
    bench.other.fees = { taker: bps('1'), maker: bps('-1') };
    bench.send(enter(bench, 'A', { price: price('99.90'), orderQty: qty('0.04') }));
    expect(children(bench, 'A')).toEqual([[venueID, '0.04', '99.9', 'GTC']]);
  });
});

describe('an all-in limit', () => {
  test('bounds price and fee together, on each venue`s tick', () => {
    const bench = twoBooks();
    bench.profile = { ...bench.profile, limitBasis: 'allIn' };
    bench.fees = { taker: bps('10'), maker: bps('8') };
    bench.send(enter(bench, 'A', { timeInForce: 'IOC', price: price('100.10') }));
    // 100.00 and 10 bps are 100.10; the other venue takes no fee.
    expect(children(bench, 'A')).toEqual([
      [otherID, '6', '100.1', 'IOC'],
      [venueID, '4', '100', 'IOC'],
    ]);
  });

  test('a sell gets its limit after the fee', () => {
    const bench = twoBooks();
    bench.profile = { ...bench.profile, limitBasis: 'allIn' };
    bench.fees = { taker: bps('10'), maker: bps('8') };
    bench.other.state = 'Down';
    const terms = { side: 'sell', timeInForce: 'IOC', price: price('99.80') } as const;
    bench.send(enter(bench, 'A', { ...terms, orderQty: qty(3) }));
    // 99.89 less 10 bps is 99.79011, 99.90 less 10 bps is 99.8001.
    expect(children(bench, 'A')).toEqual([[venueID, '3', '99.9', 'IOC']]);
  });
});

describe('the record of a routing', () => {
  const terms = { timeInForce: 'IOC', price: price(101) } as const;

  test('read back from the journal and asked again, the router gives the same plan', () => {
    const bench = twoBooks();
    bench.other.fees = { taker: bps('3.5'), maker: bps('1') };
    const event = routed(bench.events(enter(bench, 'A', terms)));
    const bytes = encodeEvent(event, new WireWriter());
    const read = decodeEvent(recordTypes.RouteDecided, eventSchemaVersion, bytes);
    if (read.type !== 'RouteDecided') throw new Error(`read ${read.type}`);
    const { order, sources } = questionOf(read);
    const plan = route(order, sources);
    const { filledQty, cost, legs, unused, boundBps } = read;
    expect({ ...plan, boundBps: String(plan.boundBps) }).toEqual({
      filledQty,
      cost,
      legs,
      unused,
      boundBps,
    });
    expect(legs).toHaveLength(2);
  });

  test('so does a fill or kill`s', () => {
    const bench = twoBooks();
    const event = routed(bench.events(enter(bench, 'A', { ...terms, timeInForce: 'FOK' })));
    const { order, sources } = questionOf(event);
    expect(routeWhole(order, sources).unused).toEqual(event.unused);
  });

  test('says of each venue that was not used why', () => {
    const bench = twoBooks();
    bench.other.state = 'Reconciling';
    const event = routed(bench.events(enter(bench, 'A', terms)));
    expect(event.unused).toEqual([{ venueID: otherID, why: 'is Reconciling' }]);
    bench.other.state = 'Ready';
    bench.other.book = { ...bookOf(otherListing, {}), state: 'Syncing' };
    expect(routed(bench.events(enter(bench, 'B', terms))).unused).toEqual([
      { venueID: otherID, why: 'has no live book' },
    ]);
  });

  test('is bounded, however deep the books are', () => {
    const bench = twoBooks();
    const deep = Array.from({ length: 5_000 }, (_, at) => [`${100 + at}`, '0.001'] as const);
    bench.book = bookOf(listing, { asks: deep, bids: [['99.90', '3']] });
    const event = routed(bench.events(enter(bench, 'A', { ...terms, price: price(6_000) })));
    expect(encodeEvent(event, new WireWriter()).length).toBeLessThan(4_000);
  });

  test('holds no more of a book than the order could use', () => {
    const bench = twoBooks();
    const event = routed(bench.events(enter(bench, 'A', { ...terms, price: price('100.05') })));
    // 100.10 at the first venue is beyond the limit.
    expect(event.books.map(({ levels }) => levels)).toEqual([
      [{ ticks: 10_000, lots: 4_000 }],
      [{ ticks: 2_001, lots: 500 }],
    ]);
  });

  test('there is none where one venue lists the instrument: nothing was chosen', () => {
    const bench = twoBooks([instrument]);
    const events = bench.events(enter(bench, 'A', terms));
    expect(events.map((event) => event.type)).toEqual(['OrderAccepted', 'ChildDecided']);
    expect(children(bench, 'A')).toEqual([[venueID, '10', '101', 'IOC']]);
  });
});

test('the reference price is the middle of the best bid and the best ask of all live books', () => {
  const bench = twoBooks();
  bench.other.book = bookOf(otherListing, { bids: [['99.95', '1']], asks: [['100.05', '5']] });
  const accepted = (id: string) => bench.events(enter(bench, id, { price: price('99.5') }))[0];
  expect(accepted('A')).toMatchObject({ referencePrice: price('99.975') });
  bench.other.book = { ...bench.other.book, receivedAt: (noon - 60_000_000_000n) as never };
  expect(accepted('B')).toMatchObject({ referencePrice: price('99.95') });
});
