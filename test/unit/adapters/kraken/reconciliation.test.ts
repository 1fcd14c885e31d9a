// What is asked, and what need not be, when a machine or a line comes back.

import { describe, expect, test } from '@jest/globals';
import { TIER_LIMITS } from '../../../../adapters/kraken/index.ts';
import { asVenueExecID, asVenueOrderID } from '../../../../spec/terms/index.ts';
import { ZERO_QTY, asPrice, asQty, epochNs } from '../../../../spec/units/index.ts';
import type { ChildOrder } from '../../../../spec/venues/index.ts';
import {
  CONFIG,
  ONE,
  ScriptedKraken,
  child,
  restOrder,
  restTrade,
  trade,
} from './scripted-line.ts';

describe('behind a crash', () => {
  const LOWEST = { ...CONFIG, ...TIER_LIMITS.starter, orderDeadlineMs: 1_000, queryLagMs: 500 };
  const resting = Array.from({ length: 60 }, (_, place) => child(place + 1));
  const doubted = Array.from({ length: 30 }, (_, place) => child(place + 101));
  const adopt = (line: ScriptedKraken): void => {
    const decidedAt = epochNs(line.now - 5_000_000_000n);
    const known = { cumQty: ZERO_QTY, fills: [], decidedAt, cancelWanted: false, amend: null };
    line.step({
      type: 'Adopt',
      children: [
        ...resting.map((one, place) => ({
          ...known,
          child: one,
          venueOrderID: asVenueOrderID(`O${place}`),
          inDoubt: false,
        })),
        ...doubted.map((one) => ({ ...known, child: one, venueOrderID: null, inDoubt: true })),
      ],
      now: line.now,
    });
  };
  const listed = (orders: readonly ChildOrder[], from = 0): Record<string, unknown> =>
    Object.fromEntries(
      orders.map((one, place) => [`O${from + place}`, restOrder({ cl_ord_id: one.childID })]),
    );

  // 15 calls and one more in 3 s: asked one by one, ninety orders took five minutes.
  test('ninety orders are known at once at the lowest tier, and each answer counts for its own', () => {
    const line = new ScriptedKraken(LOWEST);
    adopt(line);
    // Of those in doubt ten rest, ten are filled, and ten never arrived.
    line.open = { ...listed(resting), ...listed(doubted.slice(0, 10), 100) };
    line.closedOrders = Object.fromEntries(
      doubted
        .slice(10, 20)
        .map((one, place) => [
          `O${110 + place}`,
          restOrder({ status: 'closed', cl_ord_id: one.childID, vol_exec: '1' }),
        ]),
    );
    line.trades = Object.fromEntries(
      Array.from({ length: 10 }, (_, place) => [`T${place}`, restTrade(`O${110 + place}`, '1')]),
    );
    line.ready();
    expect(line.state()).toBe('Ready');
    line.wait(6_000);
    const heard = line.heard();
    const count = (start: string) => heard.filter((text) => text.startsWith(start)).length;
    expect([count('Filled child'), count('Ended Filled 1'), count('Absent')]).toEqual([10, 10, 10]);
    expect(count('Acknowledged')).toBe(20); // What was in doubt; of the others it had been heard.
    line.wait(30_000);
    expect(line.heard()).toEqual([]);
  });

  const closedWith = (orders: readonly ChildOrder[], qty = '1'): Record<string, unknown> =>
    Object.fromEntries(
      orders.map((one, place) => [
        `O${200 + place}`,
        restOrder({ status: 'closed', cl_ord_id: one.childID, vol: qty, vol_exec: qty }),
      ]),
    );
  const callsOf = (line: ScriptedKraken, path: string): number =>
    line.paths.filter((one) => one === path).length;

  test('what is open is heard from the stream: REST is asked for a token, and for what is missing', () => {
    const line = new ScriptedKraken(LOWEST);
    adopt(line);
    line.open = { ...listed(resting), ...listed(doubted, 100) };
    line.ready();
    line.wait(6_000);
    expect(line.paths.filter((path) => path !== 'AssetPairs')).toEqual(['GetWebSocketsToken']);
    expect(line.heard().filter((text) => text.startsWith('Acknowledged'))).toHaveLength(30);
  });

  test('a stream that begins with nothing is not waited for longer than 2 s', () => {
    const line = new ScriptedKraken(LOWEST);
    line.isSilent = true;
    adopt(line);
    line.open = { ...listed(resting), ...listed(doubted, 100) };
    line.ready();
    line.wait(1_900);
    expect([line.state(), callsOf(line, 'OpenOrders')]).toEqual(['Reconciling', 0]);
    line.wait(4_000);
    expect(line.state()).toBe('Ready');
    expect(line.heard().filter((text) => text.startsWith('Acknowledged'))).toHaveLength(30);
  });

  test('trades of the stream that fill what is missing are not asked for', () => {
    const line = new ScriptedKraken(LOWEST);
    adopt(line);
    line.open = listed(resting);
    line.closedOrders = closedWith(doubted.slice(0, 1));
    line.snapshotTrades = [
      { ...trade('O200', 'T1', 1, 1), cl_ord_id: doubted[0]?.childID, order_status: 'filled' },
    ];
    line.ready();
    line.wait(1_000);
    expect(line.heard()).toEqual([
      'Acknowledged O200',
      'Filled child T1 1@100.5',
      'Ended Filled 1',
    ]);
    expect(line.paths.filter((path) => path.includes('Trades'))).toEqual([]);
  });

  test('missing fills are asked for by the ids that their orders name, twenty in a call', () => {
    const line = new ScriptedKraken(LOWEST);
    adopt(line);
    line.open = listed(resting);
    line.closedOrders = closedWith(doubted.slice(0, 25));
    line.trades = Object.fromEntries([
      ...doubted.slice(0, 25).map((_, row) => [`T${row}`, restTrade(`O${200 + row}`, '1')]),
      ...Array.from({ length: 300 }, (_, row) => [`X${row}`, restTrade('OX', '1')]),
    ]);
    line.ready();
    line.wait(1_900); // Behind 2 s the proofs for the others begin.
    const heard = line.heard();
    expect(heard.filter((text) => text.startsWith('Filled child'))).toHaveLength(25);
    expect(heard.filter((text) => text === 'Ended Filled 1')).toHaveLength(25);
    expect([callsOf(line, 'QueryTrades'), callsOf(line, 'TradesHistory')]).toEqual([2, 0]);
  });

  test('an order that names no trades has them looked for from the newest on, no further than one is missing', () => {
    const line = new ScriptedKraken(LOWEST);
    adopt(line);
    line.open = listed(resting);
    line.closedOrders = closedWith(doubted.slice(0, 1));
    line.namesTrades = false;
    const older = Array.from({ length: 300 }, (_, row) => [
      `T${row}`,
      { ...restTrade('OX', '1'), time: 1_699_999_990 }, // Of before.
    ]);
    line.trades = { TNEW: restTrade('O200', '1'), ...Object.fromEntries(older) };
    line.ready();
    line.wait(1_900); // Behind 2 s the proofs for the others begin.
    expect(line.heard().toSorted()).toEqual([
      'Acknowledged O200',
      'Ended Filled 1',
      'Filled child TNEW 1@100.5',
    ]);
    expect(callsOf(line, 'TradesHistory')).toBe(1);
  });

  test('a trade that is known from before the crash is not missing', () => {
    const line = new ScriptedKraken(LOWEST);
    const [one] = resting;
    if (one === undefined) throw new Error('none rests');
    const decidedAt = epochNs(line.now - 5_000_000_000n);
    const cumQty = asQty(400_000_000_000_000_000n);
    const fills = [
      {
        venueExecID: asVenueExecID('T1'),
        lastQty: cumQty,
        lastPx: asPrice(100_500_000_000_000_000_000n),
      },
    ];
    const known = { child: one, venueOrderID: asVenueOrderID('O0'), cumQty, fills, decidedAt };
    const children = [{ ...known, inDoubt: false, cancelWanted: false, amend: null }];
    line.step({ type: 'Adopt', children, now: line.now });
    line.open = { O0: restOrder({ cl_ord_id: one.childID, vol_exec: '0.5' }) };
    line.snapshotTrades = [trade('O0', 'T1', 0.4, 0.4), trade('O0', 'T2', 0.1, 0.5)];
    line.ready();
    line.wait(3_000);
    expect(line.heard()).toEqual(['Filled child T2 0.1@100.5']);
    expect(line.paths.filter((path) => path !== 'AssetPairs')).toEqual(['GetWebSocketsToken']);
  });

  test('the counter is full from calls of before: the next one comes when it has room again', () => {
    const line = new ScriptedKraken(LOWEST);
    adopt(line);
    line.open = listed(resting);
    line.step({ type: 'Started', now: line.now });
    line.connect(() => line.refuseRest('EAPI:Rate limit exceeded'));
    // It falls by a third of a unit a second, and queries leave a fifth of the 15 to others: 13 s.
    const before = line.paths.length;
    line.wait(11_000);
    expect(line.paths.slice(before)).toEqual([]);
    line.wait(3_000);
    expect(line.paths.slice(before)).toContain('ClosedOrders');
  });

  test.each([
    ['of three, each is asked for itself', 3, 3],
    ['of more, none: the proof reads all pages', 4, 0],
  ])('whose name is on no page that was read: %s', (_, inDoubt, asked) => {
    const line = new ScriptedKraken(LOWEST);
    const decidedAt = epochNs(line.now - 5_000_000_000n);
    const known = { cumQty: ZERO_QTY, fills: [], decidedAt, cancelWanted: false, amend: null };
    const children = doubted
      .slice(0, inDoubt)
      .map((one) => ({ ...known, child: one, venueOrderID: null, inDoubt: true }));
    line.step({ type: 'Adopt', children, now: line.now });
    line.countedBeside = 20; // Of the closed ones this many are on further pages.
    line.ready();
    line.wait(1_500);
    expect(line.asked.filter((form) => form.get('cl_ord_id') !== null)).toHaveLength(asked);
    expect(line.heard().filter((text) => text === 'Absent')).toEqual([]);
  });
});

describe('after a line was lost', () => {
  /** As many as a snapshot has. */
  const newest = (timestamp: string) =>
    Array.from({ length: 50 }, (_, row) => ({ ...trade('OX', `X${row}`, 1, 1), timestamp }));

  test.each([
    ['fewer than fifty: these are all', newest('2023-11-14T22:13:20.250000Z').slice(1), 0],
    ['older than the loss', newest('2023-11-14T22:10:00.000000Z'), 0],
    ['all of them since the loss', newest('2023-11-14T22:13:20.250000Z'), 1],
  ])('the stream begins with trades, %s', (_, trades, calls) => {
    const line = new ScriptedKraken().ready();
    line.wait(1_000);
    line.drop();
    line.snapshotTrades = trades;
    line.wait(1_000);
    const before = line.paths.length;
    line.connect();
    line.wait(3_000);
    expect(line.state()).toBe('Ready');
    const asked = line.paths.slice(before).filter((path) => path === 'TradesHistory');
    expect(asked).toHaveLength(calls);
  });

  test('all trades since are read, page by page', () => {
    const line = new ScriptedKraken().ready();
    line.answer(line.submit(child(1, '60')), { order_id: 'O1' });
    line.heard();
    line.wait(100);
    line.drop();
    line.snapshotTrades = newest('2023-11-14T22:13:20.250000Z');
    line.namesTrades = false;
    const rows = Array.from({ length: 60 }, (_, row) => [`T${row}`, restTrade('O1', '1')] as const);
    line.trades = Object.fromEntries(rows);
    line.closedOrders = {
      O1: restOrder({ status: 'closed', cl_ord_id: ONE.childID, vol: '60', vol_exec: '60' }),
    };
    line.wait(1_000);
    line.connect();
    line.wait(1_000);
    const heard = line.heard();
    expect(heard.filter((text) => text.startsWith('Filled child'))).toHaveLength(60);
    expect(heard).toContain('Ended Filled 60');
    expect(line.paths.filter((path) => path === 'TradesHistory').length).toBeGreaterThan(1);
  });

  test('the venue asks for patience: nothing is asked for so long', () => {
    const line = new ScriptedKraken().ready();
    line.drop();
    line.wait(1_000, false);
    line.step({ type: 'ChannelOpened', channel: line.channel, now: line.now });
    line.reply(line.takeHttp('GetWebSocketsToken'), { error: ['EAPI:Rate limit exceeded'] });
    line.wait(4_000, false);
    expect(line.https).toEqual([]);
  });
});
