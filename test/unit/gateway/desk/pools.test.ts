// An order over an exchange and a pool on a chain: what goes where, at what bound, and what the journal keeps of it.
import { describe, expect, test } from '@jest/globals';
import { questionOf } from '../../../../gateway/desk/index.ts';
import { route, routeWhole } from '../../../../router/index.ts';
import {
  type EventOf,
  WireWriter,
  decodeEvent,
  encodeEvent,
  eventSchemaVersion,
  recordTypes,
} from '../../../../spec/events/index.ts';
import { sqrtPriceAtTick } from '../../../../spec/pools/index.ts';
import { asInstrumentID } from '../../../../spec/terms/index.ts';
import { asNotional, asRate, epochNs } from '../../../../spec/units/index.ts';
import type { PoolSnapshot } from '../../../../spec/venues/index.ts';
import {
  type Bench,
  ONE,
  bookOf,
  decimal,
  enter,
  instrument,
  listing,
  newBench,
  noon,
  orderOf,
  poolOf,
  poolsID,
  poolsOnly,
  price,
  qty,
  venueID,
  withPools,
} from '../../../fixtures/desk.ts';
import { childTerms as children, routed } from './arrangement.ts';

/**
 * The exchange asks 101 for 20. The pool holds 1,010 and 100,000: behind a buy of 10 its price is
 * 1010 * 100000 / 1000^2 = 101, and those 10 cost 100000 * 10 / 1000 = 1,000 and one unit.
 */
function bookAndPool(shown = '20', gas = '0'): Bench {
  const bench = newBench({ instruments: [withPools] });
  bench.book = bookOf(listing, { asks: [['101', shown]], bids: [['99.90', '3']] });
  bench.pools.pool = poolOf('1010', '100000', gas);
  bench.profile = { ...bench.profile, iocOnChain: true };
  return bench;
}

const ioc = { timeInForce: 'IOC', price: price(101), orderQty: qty(15) } as const;

const whyNotPools = (bench: Bench, clOrdID: string, terms: object = ioc) =>
  routed(bench.events(enter(bench, clOrdID, terms))).unused.find((one) => one.venueID === poolsID)
    ?.why;

describe('an order over an exchange and a pool', () => {
  test('is split where their prices meet: 10 of the pool, up to 101, and 5 of the book at 101', () => {
    const bench = bookAndPool();
    const event = routed(bench.events(enter(bench, 'A', ioc)));
    // The swap's bound is its average of 100 and 10 bps, on the tick away from the client: 100.11.
    expect(children(bench, 'A')).toEqual([
      [venueID, '5', '101', 'IOC'],
      [poolsID, '10', '100.11', 'IOC'],
    ]);
    expect(event.cost).toBe(asNotional(1_505n * ONE * ONE + ONE));
  });

  test('gas is one swap`s fixed cost: 0.2 coins of 100.45 are more than the 10 that the pool saves', () => {
    const bench = bookAndPool('20', '0.2');
    expect(whyNotPools(bench, 'A')).toMatch(/^it would save .*, less than its gas of 20\.09$/);
    expect(children(bench, 'A')).toEqual([[venueID, '15', '101', 'IOC']]);
  });

  test('what nobody shows goes along to the exchange, never to the pool', () => {
    const bench = bookAndPool('5');
    bench.send(enter(bench, 'A', { ...ioc, orderQty: qty(20) }));
    expect(children(bench, 'A')).toEqual([
      [venueID, '10', '101', 'IOC'],
      [poolsID, '10', '100.11', 'IOC'],
    ]);
  });

  test('one that rests takes the pool`s share at once, and rests at the exchange', () => {
    const bench = bookAndPool('5');
    bench.send(enter(bench, 'A', { price: price(101), orderQty: qty(20) }));
    expect(children(bench, 'A')).toEqual([
      [venueID, '10', '101', 'GTC'],
      [poolsID, '10', '100.11', 'IOC'],
    ]);
  });

  test('a sell`s bound is below its average, and never below its limit', () => {
    const bench = bookAndPool();
    bench.book = bookOf(listing, { asks: [['110', '1']], bids: [['90', '3']] });
    const sell = { side: 'sell', timeInForce: 'IOC', orderQty: qty(10) } as const;
    bench.send(enter(bench, 'A', { ...sell, price: price(96) }));
    // 10 paid in bring 100000 * 10 / 1020 = 980.392156..., on average 98.0392156...; less 10 bps 97.9411764...
    expect(children(bench, 'A')).toEqual([[poolsID, '10', '97.94', 'IOC']]);
    bench.send(enter(bench, 'B', { ...sell, price: price('98'), orderQty: qty('1') }));
    // 1 brings 98.911..., less 10 bps 98.812...
    expect(children(bench, 'B')).toEqual([[poolsID, '1', '98.81', 'IOC']]);
  });

  test('the bound of a swap is never beyond the order`s limit, whatever the slippage', () => {
    const bench = bookAndPool();
    bench.pools.terms = { ...bench.pools.terms, maxSlippage: asRate(decimal('0.05')) };
    bench.send(enter(bench, 'A', ioc));
    expect(children(bench, 'A')[1]).toEqual([poolsID, '10', '101', 'IOC']);
  });

  test('of an all-in limit the gas is taken off first: 0.01 coins of 100.45 over 10', () => {
    const bench = bookAndPool('20', '0.01');
    bench.profile = { ...bench.profile, limitBasis: 'allIn' };
    bench.pools.terms = { ...bench.pools.terms, maxSlippage: asRate(decimal('0.05')) };
    bench.send(enter(bench, 'A', ioc));
    expect(children(bench, 'A')[1]).toEqual([poolsID, '10', '100.89955', 'IOC']);
  });
});

describe('fill or kill', () => {
  const fok = { timeInForce: 'FOK', price: price(101), orderQty: qty(10) } as const;

  test('is one exact swap where that is the cheapest source that shows all of it', () => {
    const bench = bookAndPool();
    bench.send(enter(bench, 'A', fok));
    expect(children(bench, 'A')).toEqual([[poolsID, '10', '100.11', 'FOK']]);
  });

  test('goes to the exchange where the swap`s gas makes it dearer', () => {
    const bench = bookAndPool('20', '0.2');
    bench.send(enter(bench, 'A', fok));
    expect(children(bench, 'A')).toEqual([[venueID, '10', '101', 'FOK']]);
  });

  test('is never split between them', () => {
    const bench = bookAndPool('5');
    bench.send(enter(bench, 'A', { ...fok, orderQty: qty(12) }));
    expect(orderOf(bench, 'A')).toMatchObject({ endedHow: 'Canceled', children: [] });
  });
});

describe('a pool is not used, and the record says why', () => {
  test('by an IOC order of a session that does not wait for a chain', () => {
    const bench = bookAndPool();
    bench.profile = { ...bench.profile, iocOnChain: false };
    expect(whyNotPools(bench, 'A')).toBe(
      'is on a chain, where IOC orders of its session do not go',
    );
    expect(children(bench, 'A')).toEqual([[venueID, '15', '101', 'IOC']]);
    // A market order of the same session waits for nothing else.
    bench.send(enter(bench, 'B', { ordType: 'Market', price: null, orderQty: qty(15) }));
    expect(children(bench, 'B').map(([venue]) => venue)).toEqual([venueID, poolsID]);
  });

  test('while its chain is not known, or was known too long ago', () => {
    const bench = bookAndPool();
    const known = bench.pools.pool;
    bench.pools.pool = null;
    expect(whyNotPools(bench, 'A')).toBe('has no pool state');
    bench.pools.pool = known === null ? null : { ...known, state: 'Invalid' };
    expect(whyNotPools(bench, 'B')).toBe('has no live pool state');
    bench.pools.pool =
      known === null ? null : { ...known, receivedAt: epochNs(noon - 5_000_000_001n) };
    expect(whyNotPools(bench, 'C')).toBe('has an old pool state');
    bench.pools.state = 'Connecting';
    expect(whyNotPools(bench, 'D')).toBe('is Connecting');
  });

  test('while nothing says what its gas is worth', () => {
    const bench = bookAndPool();
    const ether = { ...instrument, instrumentID: asInstrumentID('ETH-USDT'), symbol: 'ETH/USDT' };
    bench.pools.terms = { ...bench.pools.terms, gasInstrument: ether.instrumentID };
    expect(whyNotPools(bench, 'A')).toBe('asks for gas that has no price in USDT');
    bench.send({ type: 'ConfigureDesk', instruments: [ether], limits: [] });
    // The bench shows books of one instrument only.
    const why = 'asks for gas, and ETH/USDT has no live market to value it';
    expect(whyNotPools(bench, 'B')).toBe(why);
  });
});

describe('an instrument that only a pool lists', () => {
  test('is judged by the pool`s price, and routed there', () => {
    const bench = newBench({ instruments: [poolsOnly] });
    bench.pools.pool = poolOf('1000', '100000');
    const market = { ordType: 'Market', price: null, timeInForce: 'Day' } as const;
    const events = bench.events(enter(bench, 'A', { ...market, orderQty: qty('0.1') }));
    expect(events[0]).toMatchObject({ type: 'OrderAccepted', referencePrice: price(100) });
    // 0.1 of 1,000 costs 10.001000100010..., on average 100.01000100...; with 10 bps 100.11001...
    expect(children(bench, 'A')).toEqual([[poolsID, '0.1', '100.12', 'IOC']]);
  });

  test('a limit order waits there until the pool`s price is within its limit', () => {
    const bench = newBench({ instruments: [poolsOnly] });
    bench.pools.pool = poolOf('1000', '100000');
    bench.send(enter(bench, 'A', { price: price('99'), orderQty: qty(1) }));
    expect(orderOf(bench, 'A')).toMatchObject({ endedHow: null, children: [] });
    bench.pools.pool = poolOf('1020', '98000');
    bench.now += 1_000_000_000n;
    bench.send({ type: 'Tick' });
    expect(children(bench, 'A').map(([venue, size]) => [venue, size])).toEqual([[poolsID, '1']]);
  });

  test('is no market while the pool is not live', () => {
    const bench = newBench({ instruments: [poolsOnly] });
    const [report] = bench.reports(enter(bench, 'A'));
    expect(report).toMatchObject({
      execType: 'Rejected',
      text: expect.stringContaining('pools has no live pool'),
    });
  });
});

describe('the record of a routing', () => {
  const again = (event: EventOf<'RouteDecided'>) => {
    const bytes = encodeEvent(event, new WireWriter());
    const read = decodeEvent(recordTypes.RouteDecided, eventSchemaVersion, bytes);
    if (read.type !== 'RouteDecided') throw new Error(`read ${read.type}`);
    return { read, bytes, ...questionOf(read) };
  };

  /** A v3 pool at 100 whose liquidity changes at each of 40 ticks around its price. */
  function steppedPool(): PoolSnapshot {
    const tick = 46_054;
    const ticks = Array.from({ length: 40 }, (_, at) => {
      const net = at < 20 ? 10n ** 20n : -(10n ** 20n);
      return [46_000 + at * 2 + (at < 20 ? 0 : 20), net] as const;
    });
    const liquidity = 20n * 10n ** 20n;
    const pool = {
      type: 'V3',
      sqrtPriceX96: sqrtPriceAtTick(tick),
      tick,
      liquidity,
      tickSpacing: 2,
      feePips: 500,
      ticks,
    } as const;
    return { ...poolOf('1', '1', '0.0001'), pool };
  }

  test('read back from the journal and asked again, the router gives the same plan', () => {
    for (const pool of [poolOf('1010', '100000', '0.001'), steppedPool()]) {
      const bench = bookAndPool();
      bench.pools.pool = pool;
      const event = routed(bench.events(enter(bench, 'A', ioc)));
      const { read, order, sources } = again(event);
      const plan = route(order, sources);
      expect([plan.filledQty, plan.cost, plan.legs, plan.unused, String(plan.boundBps)]).toEqual([
        read.filledQty,
        read.cost,
        read.legs,
        read.unused,
        read.boundBps,
      ]);
      expect(read.legs.map((leg) => leg.venueID)).toEqual([venueID, poolsID]);
      expect(read.pools[0]?.blockNumber).toBe(77);
    }
  });

  test('so does a fill or kill`s', () => {
    const bench = bookAndPool();
    bench.pools.pool = steppedPool();
    const terms = { ...ioc, timeInForce: 'FOK', orderQty: qty(5) } as const;
    const { read, order, sources } = again(routed(bench.events(enter(bench, 'A', terms))));
    const plan = routeWhole(order, sources);
    expect([plan.legs, plan.cost]).toEqual([read.legs, read.cost]);
  });

  test('one swap crosses eight ticks at most, which its gas pays for, and the record is as short', () => {
    const bench = bookAndPool();
    bench.pools.pool = steppedPool();
    const deep = { ...ioc, price: price(103), orderQty: qty(10_000) };
    const { read, bytes } = again(routed(bench.events(enter(bench, 'A', deep))));
    expect(read.pools[0]?.v3?.ticks.length).toBe(8);
    expect(read.legs.find((leg) => leg.venueID === poolsID)?.qty).toBe(read.pools[0]?.maxQty);
    expect(bytes.length).toBeLessThan(700);
  });
});
