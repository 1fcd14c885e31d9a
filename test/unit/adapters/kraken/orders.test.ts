// What the order machine says and sends, step by step: what a simulated exchange cannot be made to do.

import { describe, expect, test } from '@jest/globals';
import { epochNs } from '../../../../spec/units/index.ts';
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

describe('after a line was lost', () => {
  test('all trades since are read, page by page', () => {
    const line = new ScriptedKraken().ready();
    line.answer(line.submit(child(1, '60')), { order_id: 'O1' });
    line.heard();
    line.drop();
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
