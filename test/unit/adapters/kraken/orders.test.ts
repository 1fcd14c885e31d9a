// What the order machine says and sends, step by step: what a simulated exchange cannot be made to do.

import { describe, expect, test } from '@jest/globals';
import { TIER_LIMITS } from '../../../../adapters/kraken/index.ts';
import { asInstrumentID, asVenueExecID, asVenueOrderID } from '../../../../spec/terms/index.ts';
import { ZERO_QTY, asPrice, asQty, epochNs } from '../../../../spec/units/index.ts';
import type { ChildOrder } from '../../../../spec/venues/index.ts';
import {
  CONFIG,
  ScriptedKraken,
  TOKEN,
  child,
  restOrder,
  restTrade,
  trade,
} from './scripted-line.ts';

const ONE = child(1);

describe('a line', () => {
  test('asks for a token, the time and the subscription, and then for what is open', () => {
    const line = new ScriptedKraken();
    line.step({ type: 'Started', now: line.now });
    line.step({ type: 'ChannelOpened', channel: line.channel, now: line.now });
    const token = line.takeHttp('GetWebSocketsToken');
    expect([token.method, token.headers['API-Key'], token.headers['API-Sign']]).toEqual([
      'POST',
      'KEY',
      'SIGNED',
    ]);
    line.reply(token, { error: [], result: { token: TOKEN, expires: 900 } });
    const ping = line.take('ping');
    line.frame({ method: 'pong', req_id: ping.req_id, time_in: '2023-11-14T22:13:20.000000Z' });
    expect(line.take('subscribe').params).toEqual({
      channel: 'executions',
      snap_orders: true,
      snap_trades: true,
      token: TOKEN,
    });
  });

  test('with no token is given up and opened again, later and later, 15 s at most', () => {
    const line = new ScriptedKraken();
    line.step({ type: 'Started', now: line.now });
    const waits: number[] = [];
    for (let tries = 0; tries < 9; tries += 1) {
      line.step({ type: 'ChannelOpened', channel: line.channel, now: line.now });
      line.reply(line.takeHttp('GetWebSocketsToken'), { error: ['EAPI:Invalid key'] });
      const before = line.opened.length;
      let waited = 0;
      for (; line.opened.length === before; waited += 100) line.wait(100, false);
      waits.push(waited);
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(15_100);
    expect(Math.min(...waits.slice(5))).toBeGreaterThanOrEqual(10_500);
    expect(line.closed).toHaveLength(9);
  });

  test('private questions go one at a time, each nonce above the one before', () => {
    const line = new ScriptedKraken();
    const nonces: bigint[] = [];
    line.step({ type: 'Started', now: line.now });
    line.step({ type: 'ChannelOpened', channel: line.channel, now: line.now });
    line.serve = () => {
      for (let next = line.https.shift(); next !== undefined; next = line.https.shift()) {
        if (next.method === 'POST') {
          expect(line.https.filter(({ method }) => method === 'POST')).toEqual([]);
          nonces.push(BigInt(new URLSearchParams(next.body ?? '').get('nonce') ?? '0'));
        }
        const result = next.url.includes('Token') ? { token: TOKEN } : { open: {}, trades: {} };
        line.reply(next, { error: [], result });
      }
    };
    line.serve();
    line.frame({ method: 'pong', req_id: 1, time_in: '2023-11-14T22:13:20.000000Z' });
    line.subscribe();
    line.serve();
    line.answer(line.submit(ONE), { order_id: 'O1' }); // It is audited from now on.
    line.now = epochNs(line.now - 5_000_000_000n); // A clock that goes back.
    line.wait(60_000);
    expect(nonces.length).toBeGreaterThan(2);
    expect(nonces).toEqual([...new Set(nonces)].toSorted((a, b) => (a < b ? -1 : 1)));
  });

  test('the token is in no report and in no notice', () => {
    const line = new ScriptedKraken().ready();
    line.submit(ONE);
    line.frame('not JSON');
    line.drop();
    line.wait(1_000);
    const said = JSON.stringify([line.reports, line.notices], (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(said).toContain('Unknown');
    expect(said).not.toContain(TOKEN);
  });

  test('a gap in the sequence: a new subscription on the same line, and no order until it is whole', () => {
    const line = new ScriptedKraken().ready();
    expect(line.state()).toBe('Ready');
    line.lose();
    line.executed({ order_id: 'O1', exec_type: 'status' });
    expect(line.state()).not.toBe('Ready');
    expect(line.take('unsubscribe').params).toMatchObject({ channel: 'executions' });
    line.subscribe();
    line.serve();
    expect(line.state()).toBe('Ready');
    expect(line.opened).toHaveLength(1);
  });

  test('a message that is said again is nothing new', () => {
    const line = new ScriptedKraken().ready();
    line.executed({ order_id: 'O1', exec_type: 'status' });
    line.frame({ channel: 'executions', type: 'update', sequence: 2, data: [] });
    expect(line.has('unsubscribe')).toBe(false);
  });
});

describe('an order', () => {
  test('carries its id, its own deadline on the venue’s clock, and the token', () => {
    const line = new ScriptedKraken().ready();
    const sent = line.submit(ONE);
    expect(sent.params).toMatchObject({
      cl_ord_id: ONE.childID,
      deadline: '2023-11-14T22:13:25.000Z', // 22:13:20 and 5 s.
      token: TOKEN,
    });
  });

  test.each([
    ['EOrder:Insufficient funds', 'Refused'],
    ['EService:Deadline elapsed', 'Refused'],
    ['EOrder:Rate limit exceeded', 'Refused'],
    ['EGeneral:Permission denied', 'Refused'],
    ['EGeneral:Internal error', 'Unknown'],
    ['EService:Busy', 'Unknown'],
    ['ETomorrow:An unknown error', 'Unknown'],
    ['EOrder:cl_ord_id already in use', 'Unknown'],
  ])('%s: %s, and it is never sent again', (error, outcome) => {
    const line = new ScriptedKraken().ready();
    line.refuse(line.submit(ONE), error);
    expect(line.heard()).toEqual([outcome]);
    line.wait(2_000);
    expect(line.has('add_order')).toBe(false);
  });

  // Else each order that follows is refused in the same way, and is sent again for as long as it rests.
  test('a line whose token is no longer taken is given up, and the next one gets its own', () => {
    const line = new ScriptedKraken().ready();
    line.refuse(line.submit(ONE), 'ESession:Invalid session');
    expect(line.heard()).toEqual(['Unknown']);
    expect([line.closed.length, line.state()]).toEqual([1, 'Down']);
    line.wait(2_000, false);
    expect(line.opened).toHaveLength(2);
    line.connect();
    expect(line.state()).toBe('Ready');
  });

  test('a cancel that finds the token no longer taken is asked about on the next line', () => {
    const line = new ScriptedKraken().ready();
    line.answer(line.submit(ONE), { order_id: 'O1' });
    line.cancel(ONE.childID);
    line.refuse(line.take('cancel_order'), 'ESession:Invalid session');
    expect(line.closed).toHaveLength(1);
    expect(line.heard()).toEqual(['Acknowledged O1', 'CancelUnknown']);
  });

  test('an answer without its order leaves it in doubt', () => {
    const line = new ScriptedKraken().ready();
    line.answer(line.submit(ONE), {});
    expect(line.heard()).toEqual(['Unknown']);
  });

  test('no answer leaves it in doubt when the bound is over, and a late one still counts', () => {
    const line = new ScriptedKraken().ready();
    const sent = line.submit(ONE);
    line.wait(10_100, false); // REST is silent, too.
    expect(line.heard()).toEqual(['Unknown']);
    line.answer(sent, { order_id: 'O1' });
    expect(line.heard()).toEqual(['Acknowledged O1']);
  });

  test('fills come from trades alone, the end from filled', () => {
    const line = new ScriptedKraken().ready();
    line.answer(line.submit(ONE), { order_id: 'O1' });
    line.executed(trade('O1', 'T1', 1, 1));
    expect(line.heard()).toEqual(['Acknowledged O1', 'Filled child T1 1@100.5']);
    line.executed({ order_id: 'O1', exec_type: 'filled', order_status: 'filled' });
    expect(line.heard()).toEqual(['Ended Filled 1']);
  });

  test('its end is told with what was executed, though the last event has no figure', () => {
    const line = new ScriptedKraken().ready();
    line.executed({
      order_id: 'O1',
      cl_ord_id: ONE.childID,
      symbol: ONE.venueSymbol,
      order_qty: 1,
      cum_qty: 0,
      exec_type: 'pending_new',
      order_status: 'pending_new',
    }); // Of nobody yet: it was not sent from here.
    line.answer(line.submit(ONE), { order_id: 'O1' });
    line.executed(trade('O1', 'T1', 0.25, 0.25));
    line.executed({ order_id: 'O1', exec_type: 'canceled', order_status: 'canceled' });
    expect(line.heard()).toEqual([
      'Acknowledged O1',
      'Filled child T1 0.25@100.5',
      'Ended Canceled 0.25',
    ]);
  });

  test('that the venue changes by itself is told to a person, and nothing ends', () => {
    const line = new ScriptedKraken().ready();
    line.answer(line.submit(ONE), { order_id: 'O1' });
    line.executed({
      order_id: 'O1',
      exec_type: 'restated',
      symbol: ONE.venueSymbol,
      reason: 'why',
    });
    expect(line.heard()).toEqual(['Acknowledged O1']);
    expect(line.remarks()).toEqual(['the venue changed an order of ours by itself']);
  });

  test('a fill of a stranger is shown once, and booked on no child', () => {
    const line = new ScriptedKraken().ready();
    const later = { timestamp: '2023-11-14T22:14:00.000000Z' };
    line.executed({ ...trade('OX', 'T9', 1, 1), ...later });
    line.executed({ ...trade('OX', 'T9', 1, 1), ...later });
    expect(line.heard()).toEqual(['Filled stranger T9 1@100.5']);
  });

  test('a trade that cannot be read is asked for', () => {
    const line = new ScriptedKraken().ready();
    line.answer(line.submit(ONE), { order_id: 'O1' });
    line.heard();
    line.open = { O1: restOrder({ cl_ord_id: ONE.childID, vol_exec: '0.5' }) };
    line.trades = { T1: restTrade('O1', '0.5') };
    line.executed({ ...trade('O1', 'T1', 0.5, 0.5), last_price: 'NaN' });
    expect(line.heard()).toEqual([]);
    line.wait(3_000);
    expect(line.heard()).toEqual(['Filled child T1 0.5@100.5']);
    expect(line.remarks()).toContain('a frame of the private socket cannot be read');
  });
});

describe('a cancel', () => {
  test('names one order; further answers under its id are nothing', () => {
    const line = new ScriptedKraken().ready();
    line.answer(line.submit(ONE), { order_id: 'O1' });
    line.cancel(ONE.childID);
    const sent = line.take('cancel_order');
    expect(sent.params).toEqual({ cl_ord_id: [ONE.childID], token: TOKEN });
    line.answer(sent, { order_id: 'O1', cl_ord_id: ONE.childID });
    line.refuse(sent, 'EOrder:Unknown order');
    expect(line.heard()).toEqual(['Acknowledged O1']);
    line.executed({ order_id: 'O1', exec_type: 'canceled', order_status: 'canceled', cum_qty: 0 });
    expect(line.heard()).toEqual(['Ended Canceled 0']);
  });

  test('that was taken and whose event does not come is asked about', () => {
    const line = new ScriptedKraken().ready();
    line.answer(line.submit(ONE), { order_id: 'O1' });
    line.cancel(ONE.childID);
    line.answer(line.take('cancel_order'), { order_id: 'O1' });
    line.heard();
    line.closedOrders = { O1: restOrder({ status: 'canceled', cl_ord_id: ONE.childID }) };
    line.wait(1_500);
    expect(line.heard()).toEqual(['Ended Canceled 0']);
  });

  test('of a young order costs 8 of the pair’s 60: beyond them it waits, and goes as they decay', () => {
    const line = new ScriptedKraken().ready();
    const orders = Array.from({ length: 10 }, (_, intent) => child(intent + 1));
    for (const [place, order] of orders.entries()) {
      line.answer(line.submit(order), { order_id: `O${place}` });
    }
    for (const { childID } of orders) line.cancel(childID);
    // Ten orders cost 10; six cancels 48, which makes 58; a seventh would make 66.
    expect(line.frames.filter(({ method }) => method === 'cancel_order')).toHaveLength(6);
    line.wait(6_100); // 6 less, and the others are older than 5 s: 6 each.
    expect(line.frames.filter(({ method }) => method === 'cancel_order')).toHaveLength(7);
  });
});

describe('cancels that wait for a pair’s counter', () => {
  const ETHER = { venueSymbol: 'ETH/USDT', instrumentID: asInstrumentID('ETH/USDT') };
  const rest = (line: ScriptedKraken, order: ChildOrder): ChildOrder => {
    line.answer(line.submit(order), { order_id: `O-${order.childID}` });
    return order;
  };
  const cancelled = (line: ScriptedKraken): unknown[] =>
    line.frames
      .filter(({ method }) => method === 'cancel_order')
      .flatMap(({ params }) => params['cl_ord_id']);

  test('hold up no other pair’s', () => {
    const line = new ScriptedKraken({ ...CONFIG, symbols: [...CONFIG.symbols, ETHER] }).ready();
    const many = Array.from({ length: 10 }, (_, place) => rest(line, child(place + 1)));
    const other = rest(line, { ...child(11), ...ETHER });
    for (const { childID } of [...many, other]) line.cancel(childID);
    expect(cancelled(line)).toHaveLength(7); // Six of the ten, as above, and the other.
    expect(cancelled(line)).toContain(other.childID);
  });

  test('let an older order’s go first, which costs less', () => {
    const line = new ScriptedKraken().ready();
    const old = rest(line, child(1));
    line.wait(300_000);
    const young = Array.from({ length: 10 }, (_, place) => rest(line, child(place + 2)));
    for (const { childID } of [...young, old]) line.cancel(childID);
    expect(cancelled(line)).toContain(old.childID); // It costs nothing any more.
  });
});

describe('a proof of absence', () => {
  const doubted = (): ScriptedKraken => {
    const line = new ScriptedKraken({ ...CONFIG, orderDeadlineMs: 1_000, queryLagMs: 500 }).ready();
    line.refuse(line.submit(ONE), 'EGeneral:Internal error');
    expect(line.heard()).toEqual(['Unknown']);
    return line;
  };

  test('comes after deadline and twice the lag, and not before', () => {
    const line = doubted();
    line.wait(1_900);
    expect(line.heard()).toEqual([]);
    line.wait(5_000);
    expect(line.heard()).toEqual(['Absent']);
  });

  test('is none while a trade is of an order that no list shows', () => {
    const line = doubted();
    line.trades = { T1: restTrade('OUNKNOWN', '1') };
    line.wait(8_000);
    expect(line.heard().filter((text) => text === 'Absent')).toEqual([]);
    expect(line.remarks()).toContain('a child stays in doubt: its absence cannot be proven');
  });

  test('is none where the order is among the closed ones', () => {
    const line = doubted();
    line.closedOrders = {
      O1: restOrder({ status: 'closed', cl_ord_id: ONE.childID, vol_exec: '1' }),
    };
    line.trades = { T1: restTrade('O1', '1') };
    line.wait(5_000);
    expect(line.heard().sort()).toEqual([
      'Acknowledged O1',
      'Ended Filled 1',
      'Filled child T1 1@100.5',
    ]);
  });
});

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
