// What the order machine says and sends, step by step: what a simulated exchange cannot be made to do.

import { describe, expect, test } from '@jest/globals';
import { asInstrumentID } from '../../../../spec/terms/index.ts';
import type { ChildOrder } from '../../../../spec/venues/index.ts';
import {
  CONFIG,
  ONE,
  ScriptedKraken,
  TOKEN,
  child,
  restOrder,
  restTrade,
  trade,
} from './scripted-line.ts';

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
