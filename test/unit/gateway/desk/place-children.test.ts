// When nothing is placed, and whether the order waits then or is given up, and in which words.
import { describe, expect, test } from '@jest/globals';
import {
  type Bench,
  childOf,
  ended,
  enter,
  instrument,
  listing,
  newBench,
  noLimits,
  orderOf,
  poolOf,
  poolsOnly,
  price,
  qty,
  says,
  venueID,
} from '../../../fixtures/desk.ts';
import { lastEvent, rest, second, tick, types } from './arrangement.ts';
import { asNotional, asRate } from '../../../../spec/units/index.ts';
import { children, gtc, ioc, refuses, twoBooks } from './two-books.ts';

/** Its venue says nothing with it: what the client reads is ours. */
const refusesMutely = (bench: Bench, clOrdID: string, notSent = false) => {
  const child = orderOf(bench, clOrdID).children.at(-1);
  const childID = childOf(bench, clOrdID);
  return bench.send(
    says({ type: 'Refused', childID, text: '', ...(notSent && { notSent }) }, child?.venueID),
  );
};

describe('an order waits', () => {
  test.each([
    ['while its instrument is halted', { state: 'Halted' }],
    ['while no venue lists its instrument', { listings: [] }],
  ] as const)('%s, and goes on with it', (_title, change) => {
    const bench = newBench();
    const configured = (terms: Partial<typeof instrument>) =>
      bench.send({
        type: 'ConfigureDesk',
        instruments: [{ ...instrument, ...terms }],
        limits: [noLimits],
      });
    rest(bench, 'A');
    configured(change);
    bench.send(ended(childOf(bench, 'A'), 'Canceled', 0, 'halted'));
    bench.now += 60n * second;
    expect(types(bench.send(tick))).toEqual([]);
    expect(orderOf(bench, 'A').endedHow).toBeNull();
    configured({});
    expect(types(bench.send(tick))).toEqual(['ChildDecided']);
  });

  test('while a kill switch is over it, though the order itself could not be stopped', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const childID = childOf(bench, 'A');
    bench.send(says({ type: 'Unknown', childID, cause: 'time-out' }));
    bench.marked.add(`TickOrder ${orderOf(bench, 'A').orderID} OrderKilled`);
    const kill = { scope: 'firm', scopeID: '', who: 'kim', reason: 'runaway' } as const;
    expect(types(bench.send({ type: 'EngageKill', ...kill }))).toContain('CommandRefused');
    const absent = says({ type: 'Absent', childID, evidence: 'complete history' });
    expect(types(bench.send(absent))).toEqual(['ChildProvenAbsent']);
    expect(orderOf(bench, 'A')).toMatchObject({ killedBy: null, endedHow: null });
    bench.send({ type: 'RearmKill', ...kill });
    expect(types(bench.send(tick))).toEqual(['ChildDecided']);
  });
});

describe('an order is given up', () => {
  test('that does not rest, when a kill switch over it stops what would go on elsewhere', () => {
    const bench = twoBooks({ here: '20', there: '20' });
    bench.send(enter(bench, 'A', ioc));
    const childID = childOf(bench, 'A');
    bench.send(says({ type: 'Unknown', childID, cause: 'time-out' }));
    bench.marked.add(`TickOrder ${orderOf(bench, 'A').orderID} OrderKilled`);
    bench.send({ type: 'EngageKill', scope: 'firm', scopeID: '', who: 'kim', reason: 'runaway' });
    bench.send(ended(childID, 'Expired', 0));
    expect(orderOf(bench, 'A')).toMatchObject({ killedBy: null, endedHow: 'Canceled' });
    expect(children(bench, 'A')).toEqual(['sandbox 10 IOC Ended']);
  });

  test('after 50 failures, though another venue would take it', () => {
    const bench = twoBooks({ here: '0', there: '0' });
    bench.send(enter(bench, 'A', gtc));
    let last = refusesMutely(bench, 'A', true);
    for (let failures = 2; failures <= 50; failures += 1) {
      bench.now += 60n * second;
      expect(orderOf(bench, 'A').endedHow).toBeNull();
      last = refusesMutely(bench, 'A', true);
    }
    expect(children(bench, 'A')).toHaveLength(50);
    expect(lastEvent(last)).toMatchObject({
      type: 'OrderEnded',
      how: 'Rejected',
      text: 'no venue took it in 50 attempts',
    });
  });

  test('when each venue has refused it: which, and why, where they said nothing', () => {
    const bench = twoBooks({ here: '0', there: '0' });
    bench.send(enter(bench, 'A', gtc));
    refusesMutely(bench, 'A');
    expect(lastEvent(refusesMutely(bench, 'A'))).toMatchObject({
      type: 'OrderEnded',
      text: 'sandbox refused a child of it, other refused a child of it',
    });
  });
});

describe('nothing is written down', () => {
  test('of a fill or kill whose last venue is down when the first refuses it', () => {
    const bench = twoBooks({ here: '20', there: '20' });
    bench.send(enter(bench, 'A', { ...ioc, timeInForce: 'FOK' }));
    bench.other.state = 'Down';
    expect(types(refuses(bench, 'A', venueID))).toEqual(['ChildRefused', 'OrderEnded']);
  });

  test('of an order that waits for a pool to come within its limit, second by second', () => {
    const bench = newBench({ instruments: [poolsOnly] });
    bench.pools.pool = poolOf('1000', '100000');
    bench.send(enter(bench, 'A', { price: price(99) }));
    bench.now += second;
    expect(types(bench.send(tick))).toEqual([]);
    expect(orderOf(bench, 'A')).toMatchObject({ endedHow: null, children: [] });
  });
});

describe('where resting costs more than taking, and an all-in limit leaves too little for the venue`s minimum', () => {
  /** 10 at 100 is 1,000; with a maker's fee of a tenth the limit is 90.90. */
  function dear(): Bench {
    const minNotional = asNotional(price(950) * qty(1));
    const bench = newBench({
      instruments: [{ ...instrument, listings: [{ ...listing, minNotional }] }],
    });
    bench.profile = { ...bench.profile, limitBasis: 'allIn' };
    bench.fees = { taker: asRate(0n), maker: asRate(qty('0.1')) };
    return bench;
  }

  test('an order that would rest is not taken', () => {
    const bench = dear();
    const last = lastEvent(bench.send(enter(bench, 'A')));
    expect(last).toMatchObject({ type: 'OrderEnded', text: '10 is less than any venue takes' });
  });

  test('one that takes at once or not at all pays no such fee, and is sent', () => {
    const bench = dear();
    bench.send(enter(bench, 'A', { timeInForce: 'IOC' }));
    expect(children(bench, 'A')).toEqual(['sandbox 10 IOC Sent']);
  });
});
