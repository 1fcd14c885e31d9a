// Balances as venues tell them, beside the books: first taken over, then compared, and raised where they stay apart.
import { describe, expect, test } from '@jest/globals';
import { BalanceWatch, type HoldingCompared } from '../../../../gateway/process/balance-watch.ts';
import { VenueBalances } from '../../../../gateway/process/venue-balances.ts';
import { epochNs, formatDecimal, formatNotional } from '../../../../spec/units/index.ts';
import { type VenueState, gasAsset } from '../../../../spec/venues/index.ts';
import {
  type Bench,
  acknowledged,
  childOf,
  enter,
  filled,
  newBench,
  noon,
  qty,
  venueID,
} from '../../../fixtures/desk.ts';

const MINUTE = 60_000_000_000n;

/** A desk whose venue tells balances, and a watch over the two. */
function watched(bench: Bench = newBench()) {
  const balances = new VenueBalances();
  const raised: string[] = [];
  const at = { now: noon as bigint, state: 'Ready' as VenueState };
  const log = (level: string) => (fields: object, sentence: string) => {
    raised.push(`${level} ${JSON.stringify(fields)} ${sentence.split(':')[0]}`);
  };
  const watch = new BalanceWatch({
    view: bench.state,
    balances,
    venues: () => [{ venueID, state: at.state }],
    clock: { now: () => epochNs(at.now), monotonic: () => at.now as never },
    log: {
      error: log('error'),
      warn: log('warn'),
      info: log('info'),
      debug: log('debug'),
    } as never,
    agree: (command) => {
      bench.balances.set(`${venueID} ${command.asset}`, command.total);
      bench.send(command);
    },
  });
  const tell = (told: Readonly<Record<string, string>>, isWhole = false) =>
    balances.found({
      type: 'BalancesFound',
      venueID,
      isWhole,
      balances: Object.entries(told).map(([asset, total]) => ({ asset, total: qty(total) })),
    });
  const look = (laterNs = 0n) => {
    at.now += laterNs;
    watch.look();
    return watch.compared.map(short);
  };
  return { bench, at, balances, raised, tell, look };
}

const short = ({ asset, own, told, difference }: HoldingCompared) =>
  `${asset} ${own === null ? '-' : formatNotional(own)} ${formatDecimal(told)} ${formatNotional(difference)}`;

/** Told once, looked at twice: agreed. */
function agreed(bench?: Bench) {
  const desk = watched(bench);
  desk.tell({ BTC: '10', USDT: '1000' }, true);
  desk.look();
  desk.look();
  return desk;
}

describe('what a venue tells for the first time', () => {
  test('is taken into the books at the second look at which nothing moved', () => {
    const desk = watched();
    desk.tell({ BTC: '10' }, true);
    expect(desk.look()).toEqual(['BTC - 10 0', 'USDT - 0 0']);
    desk.tell({ BTC: '11' });
    desk.look();
    expect(desk.bench.state.holdings.size).toBe(0);
    desk.look();
    expect(desk.look()).toEqual(['BTC 11 11 0', 'USDT 0 0 0']);
    expect(desk.bench.recorded.at(-1)?.event).toMatchObject({
      type: 'HoldingAgreed',
      who: 'causeway',
    });
  });

  test('waits while a child is on its way there', () => {
    const desk = watched();
    desk.bench.send(enter(desk.bench, 'A'));
    desk.tell({ BTC: '10' }, true);
    desk.look();
    desk.look();
    expect(desk.bench.state.holdings.size).toBe(0);
    desk.bench.send(acknowledged(childOf(desk.bench, 'A')));
    desk.look();
    desk.look();
    expect(desk.bench.state.holdings.size).toBe(2);
  });

  test('is not of a venue that is not ready, nor of what gas is paid in', () => {
    const desk = watched();
    desk.at.state = 'Reconciling';
    desk.tell({ BTC: '10', [gasAsset('ETH')]: '3' }, true);
    expect(desk.look()).toEqual([]);
    desk.at.state = 'Ready';
    expect(desk.look()).toEqual(['BTC - 10 0', 'USDT - 0 0']);
  });
});

describe('a difference', () => {
  test('is none while fills and balances move together', () => {
    const desk = agreed();
    desk.bench.send(enter(desk.bench, 'A'));
    desk.bench.send(acknowledged(childOf(desk.bench, 'A')));
    desk.bench.send(filled(childOf(desk.bench, 'A'), 'X-1', '2', '100'));
    desk.tell({ BTC: '12', USDT: '800' });
    expect(desk.look()).toEqual(['BTC 12 12 0', 'USDT 800 800 0']);
    desk.look(3n * MINUTE);
    expect(desk.raised).toEqual([]);
  });

  test('that stays for two minutes is raised once; one that moves is on its way', () => {
    const desk = agreed();
    desk.tell({ USDT: '900' });
    expect(desk.look()).toEqual(['BTC 10 10 0', 'USDT 1000 900 -100']);
    desk.look(MINUTE);
    desk.tell({ USDT: '899' });
    desk.look(MINUTE);
    expect(desk.raised).toEqual([]);
    desk.look(2n * MINUTE);
    desk.look(2n * MINUTE);
    expect(desk.raised).toEqual([
      `error {"venueID":"${venueID}","asset":"USDT","own":"1000","told":"899","difference":"-101"} a balance is not what the desk has booked`,
    ]);
  });

  test('that a person accepts is none any more', () => {
    const desk = agreed();
    desk.tell({ USDT: '900' });
    desk.look();
    desk.look(2n * MINUTE);
    desk.bench.balances.set(`${venueID} USDT`, qty('900'));
    const reason = 'paid out, ticket 91';
    desk.bench.send({
      type: 'AgreeHolding',
      venueID,
      asset: 'USDT',
      total: qty('900'),
      who: 'kim',
      reason,
    });
    expect(desk.look()).toEqual(['BTC 10 10 0', 'USDT 900 900 0']);
    expect(desk.raised.map((line) => line.split(' ')[0])).toEqual(['error', 'warn']);
  });

  test('of less than a hundred-thousandth is shown and not raised: venues round', () => {
    const desk = agreed();
    desk.tell({ USDT: '1000.000009' });
    expect(desk.look()[1]).toBe('USDT 1000 1000.000009 0.000009');
    desk.look(5n * MINUTE);
    expect(desk.raised).toEqual([]);
    desk.tell({ USDT: '1000.00001' });
    desk.look();
    desk.look(2n * MINUTE);
    expect(desk.raised).toHaveLength(1);
  });

  test('is found at a start too: what is booked is in the journal, what is told is new', () => {
    const { bench } = agreed();
    const next = watched(bench);
    next.tell({ BTC: '9', USDT: '1000' }, true);
    expect(next.look()).toEqual(['BTC 10 9 -1', 'USDT 1000 1000 0']);
  });
});
