// New terms for an order that rests, step by step: sent once, and told only as the venue has shown them.

import { describe, expect, test } from '@jest/globals';
import { asVenueOrderID } from '../../../../spec/terms/index.ts';
import { ZERO_QTY, asPrice, asQty, epochNs } from '../../../../spec/units/index.ts';
import { decimal } from '../binance/scripted-line.ts';
import {
  CONFIG,
  ScriptedKraken,
  type SentFrame,
  TOKEN,
  amended,
  child,
  restOrder,
  trade,
} from './scripted-line.ts';

const ONE = child(1, '2'); // 2 at 100.5.
/** What nobody knows is decided 1 s, and twice 0.5 s, after it was sent. */
const QUICK = { ...CONFIG, orderDeadlineMs: 1_000, queryLagMs: 500 };

function resting(): ScriptedKraken {
  const line = new ScriptedKraken(QUICK).ready();
  line.answer(line.submit(ONE), { order_id: 'O1' });
  line.open = { O1: listed() };
  line.heard();
  return line;
}

/** The order as REST lists it: as it was, or with other terms. */
function listed(price = '100.5', vol = '2', more: object = {}): Record<string, unknown> {
  const descr = { pair: 'XBTUSDT', type: 'buy', ordertype: 'limit', price };
  return restOrder({ cl_ord_id: ONE.childID, vol, descr, ...more });
}

/** Amended to 3 at 101. */
function sent(line: ScriptedKraken): SentFrame {
  line.amend(ONE.childID, '101', '3');
  return line.take('amend_order');
}

const TAKEN = { amend_id: 'TTW6PD-RC36L-ZZSWNU', cl_ord_id: ONE.childID };

describe('an amend', () => {
  test('names the order, the whole quantity, the price, and a deadline of its own', () => {
    expect(sent(resting()).params).toEqual({
      cl_ord_id: ONE.childID,
      order_qty: 3,
      limit_price: 101,
      deadline: '2023-11-14T22:13:21.000Z', // 22:13:20 and 1 s.
      token: TOKEN,
    });
  });

  test.each(['event', 'answer'])('is told once, by the event; the %s comes first', (first) => {
    const line = resting();
    const frame = sent(line);
    if (first === 'answer') line.answer(frame, TAKEN);
    expect(line.heard()).toEqual([]);
    line.executed(amended('O1', 101, 3));
    expect(line.heard()).toEqual(['Amended 3@101']);
    if (first === 'event') line.answer(frame, TAKEN);
    line.executed(amended('O1', 101, 3));
    line.open = { O1: listed('101', '3') };
    line.wait(5_000);
    expect(line.heard()).toEqual([]);
  });

  test('that was taken and whose event does not come is asked about', () => {
    const line = resting();
    line.answer(sent(line), TAKEN);
    line.open = { O1: listed('101', '3') };
    line.wait(900);
    expect(line.heard()).toEqual([]);
    line.wait(300);
    expect(line.heard()).toEqual(['Amended 3@101']);
  });

  test('that was taken, while a query lags: asked again, and not taken for refused', () => {
    const line = resting();
    line.answer(sent(line), TAKEN);
    line.wait(1_500); // REST shows 2 at 100.5 meanwhile.
    line.open = { O1: listed('101', '3') };
    line.wait(1_200);
    expect(line.heard()).toEqual(['Amended 3@101']);
  });

  test.each([
    'EOrder:Insufficient funds',
    'EOrder:Rate limit exceeded',
    'EGeneral:Invalid arguments:volume',
    'EService:Deadline elapsed',
    'EService:Market in cancel_only mode',
  ])('%s: it did nothing', (error) => {
    const line = resting();
    line.refuse(sent(line), error);
    expect(line.reports.splice(0)).toEqual([
      { type: 'AmendRefused', childID: ONE.childID, text: error },
    ]);
    line.wait(5_000);
    expect(line.heard()).toEqual([]);
  });

  test('of an order that the venue does not know: refused, and it is asked what became of it', () => {
    const line = resting();
    line.open = {};
    line.closedOrders = { O1: listed('100.5', '2', { status: 'canceled' }) };
    line.refuse(sent(line), 'EOrder:Unknown order');
    line.serve();
    expect(line.heard()).toEqual(['AmendRefused', 'Ended Canceled 0']);
  });

  test('goes out once: another meanwhile is not sent', () => {
    const line = resting();
    sent(line);
    line.amend(ONE.childID, '102', '3');
    expect(line.heard()).toEqual(['AmendRefused']);
    expect(line.has('amend_order')).toBe(false);
    line.executed(amended('O1', 101, 3));
    line.amend(ONE.childID, '102', '3');
    expect(line.has('amend_order')).toBe(true);
  });

  test.each<readonly [string, (line: ScriptedKraken) => void]>([
    ['there is no line', (line) => line.drop()],
    ['it is being cancelled', (line) => line.cancel(ONE.childID)],
    [
      'it has ended',
      (line) => line.executed({ order_id: 'O1', exec_type: 'canceled', order_status: 'canceled' }),
    ],
    [
      'the venue takes no orders',
      (line) => line.frame({ channel: 'status', type: 'update', data: [{ system: 'post_only' }] }),
    ],
  ])('is not sent where %s', (_, hinder) => {
    const line = resting();
    hinder(line);
    line.heard();
    line.amend(ONE.childID, '101', '3');
    expect(line.has('amend_order')).toBe(false);
    expect(line.reports.splice(0)).toEqual([
      { type: 'AmendRefused', childID: ONE.childID, text: expect.stringMatching(/^not sent: /) },
    ]);
  });

  test('of a young order costs 4 of the pair’s 60, and orders and amends leave cancels 40 % of them', () => {
    const line = new ScriptedKraken(QUICK).ready();
    const orders = Array.from({ length: 10 }, (_, place) => child(place + 1));
    for (const [place, order] of orders.entries()) {
      line.answer(line.submit(order), { order_id: `O${place}` });
    }
    for (const { childID } of orders) line.amend(childID, '101', '3');
    // Ten orders cost 10; six amends 24, which makes 34; a seventh would make 38, and 36 is 60 % of 60.
    expect(line.frames.filter(({ method }) => method === 'amend_order')).toHaveLength(6);
    for (const { childID } of orders) line.cancel(childID);
    // Three cancels of 8 make 58.
    expect(line.frames.filter(({ method }) => method === 'cancel_order')).toHaveLength(3);
  });

  test('is not asked about while its answer may come', () => {
    const line = resting();
    sent(line);
    line.wait(5_000);
    expect(line.paths.filter((path) => path === 'QueryOrders')).toEqual([]);
  });

  test('does not hold up a cancel', () => {
    const line = resting();
    const frame = sent(line);
    line.cancel(ONE.childID);
    line.answer(line.take('cancel_order'), { order_id: 'O1' });
    line.executed({ order_id: 'O1', exec_type: 'canceled', order_status: 'canceled', cum_qty: 0 });
    line.refuse(frame, 'EOrder:Unknown order');
    line.wait(5_000);
    expect(line.heard()).toEqual(['Ended Canceled 0']);
  });

  test('to no more than is filled ends the order: its end is told, and no terms', () => {
    const line = resting();
    line.amend(ONE.childID, '100.5', '1');
    const frame = line.take('amend_order');
    line.executed(trade('O1', 'T1', 1, 1));
    line.answer(frame, TAKEN);
    line.executed(amended('O1', 100.5, 1, 1));
    line.executed({ order_id: 'O1', exec_type: 'canceled', order_status: 'canceled', cum_qty: 1 });
    line.wait(2_000);
    expect(line.heard()).toEqual(['Filled child T1 1@100.5', 'Ended Canceled 1']);
  });

  test('whose order is filled whole at its new quantity: what was filled is what was told', () => {
    const line = resting();
    line.answer(sent(line), TAKEN);
    line.executed(amended('O1', 101, 3), trade('O1', 'T1', 3, 3));
    line.executed({ order_id: 'O1', exec_type: 'filled', order_status: 'filled' });
    expect(line.heard()).toEqual(['Amended 3@101', 'Filled child T1 3@100.5', 'Ended Filled 3']);
  });

  test('that nobody asked for is told all the same, and to a person', () => {
    const line = resting();
    line.executed(amended('O1', 99, 2));
    expect(line.heard()).toEqual(['Amended 2@99']);
    expect(line.remarks()).toEqual([
      'the venue gave an order of ours other terms than were asked for',
    ]);
  });
});

describe('an amend in doubt', () => {
  test.each([
    'EGeneral:Internal error',
    'EService:Unavailable',
    'EService:Busy',
    'ETomorrow:An unknown error',
    'EOrder:cl_ord_id is odd',
  ])('%s: unknown, until the old terms are shown after its deadline and twice the lag', (error) => {
    const line = resting();
    line.refuse(sent(line), error);
    expect(line.heard()).toEqual(['AmendUnknown']);
    line.wait(1_900);
    expect(line.heard()).toEqual([]);
    line.wait(400);
    expect(line.heard()).toEqual(['AmendRefused']);
  });

  test('shows itself in the first answer where it was done', () => {
    const line = resting();
    line.open = { O1: listed('101', '3') };
    line.refuse(sent(line), 'EService:Busy');
    line.serve();
    expect(line.heard()).toEqual(['AmendUnknown', 'Amended 3@101']);
    line.wait(5_000);
    expect(line.heard()).toEqual([]);
  });

  test('done late, after the old terms were shown: amended, and never refused', () => {
    const line = resting();
    line.refuse(sent(line), 'EService:Busy');
    line.wait(900); // The old terms are shown meanwhile.
    line.executed(amended('O1', 101, 3));
    line.open = { O1: listed('101', '3') };
    line.wait(5_000);
    expect(line.heard()).toEqual(['AmendUnknown', 'Amended 3@101']);
  });

  test('no answer when the bound is over; a late one still counts', () => {
    const line = resting();
    const frame = sent(line);
    line.wait(10_100, false); // REST is silent, too.
    expect(line.heard()).toEqual(['AmendUnknown']);
    line.refuse(frame, 'EOrder:Insufficient funds');
    expect(line.heard()).toEqual(['AmendRefused']);
  });

  test('a line that is lost leaves it in doubt; the next one begins with the terms', () => {
    const line = resting();
    sent(line);
    line.drop();
    expect(line.heard()).toEqual(['AmendUnknown']);
    line.open = { O1: listed('101', '3') };
    line.wait(1_000);
    line.connect();
    expect(line.heard()).toEqual(['Amended 3@101']);
  });

  test('the old terms in the beginning of a line are of no known age: they decide nothing', () => {
    const line = resting();
    sent(line);
    line.drop();
    line.wait(1_500);
    line.connect();
    expect(line.heard()).toEqual(['AmendUnknown']);
    line.wait(1_500); // It counts from the line on.
    expect(line.heard()).toEqual([]);
    line.wait(1_000);
    expect(line.heard()).toEqual(['AmendRefused']);
  });

  test('and its order has ended meanwhile: the end is what there is to say', () => {
    const line = resting();
    line.open = {};
    line.closedOrders = { O1: listed('101', '3', { status: 'canceled' }) };
    line.refuse(sent(line), 'EService:Busy');
    line.wait(5_000);
    expect(line.heard()).toEqual(['AmendUnknown', 'Ended Canceled 0']);
  });
});

describe('an amend of before a crash', () => {
  const adopting = (): ScriptedKraken => {
    const line = new ScriptedKraken(QUICK);
    const decidedAt = epochNs(line.now - 5_000_000_000n);
    const amend = { price: asPrice(decimal('101')), orderQty: asQty(decimal('3')) };
    const known = { child: ONE, venueOrderID: asVenueOrderID('O1'), cumQty: ZERO_QTY, fills: [] };
    const children = [{ ...known, decidedAt, inDoubt: false, cancelWanted: false, amend }];
    line.step({ type: 'Adopt', children, now: line.now });
    return line;
  };

  test('was done: the line begins with its terms', () => {
    const line = adopting();
    line.open = { O1: listed('101', '3') };
    line.ready();
    expect(line.heard()).toEqual(['Amended 3@101']);
  });

  test('did not arrive: after its deadline and twice the lag the old terms say so', () => {
    const line = adopting();
    line.open = { O1: listed() };
    line.ready();
    line.wait(1_900);
    expect(line.heard()).toEqual([]);
    line.wait(400);
    expect(line.heard()).toEqual(['AmendRefused']);
  });

  test('arrived late: the event says so', () => {
    const line = adopting();
    line.open = { O1: listed() };
    line.ready();
    line.executed(amended('O1', 101, 3));
    expect(line.heard()).toEqual(['Amended 3@101']);
  });
});
