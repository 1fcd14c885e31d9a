// The adapter, its shell and real sockets, against an exchange that speaks the protocol and knows nothing of us.

import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { MARKET_DEFAULTS, createKrakenMarket } from '../../../../adapters/kraken/index.ts';
import type { VenueMarket } from '../../../../adapters/port/index.ts';
import { asDurable } from '../../../../spec/proof/index.ts';
import { REAL_LIMITS } from '../../../sandbox/kraken/index.ts';
import { provesItself } from '../proofs.ts';
import { until } from '../real-ports.ts';
import { decimal } from '../sandbox-desk.ts';
import {
  BACKOFF,
  type Desk,
  VENUE,
  closeDesk,
  exchangeDesk,
  ordersOf,
  readyDesk,
} from './exchange-desk.ts';

jest.setTimeout(30_000); // A proof of absence waits for the order's own deadline.

function listen(desk: Desk): VenueMarket {
  const machine = createKrakenMarket({
    ...MARKET_DEFAULTS,
    ...VENUE,
    marketURL: desk.exchange.urls.publicSocket,
    depth: 10,
    silenceMs: 3_000,
    backoff: BACKOFF,
  });
  desk.listen(machine);
  return machine;
}

afterEach(closeDesk);

describe('an order', () => {
  test('connects, reconciles, and knows its listings', async () => {
    const desk = await readyDesk();
    await until(
      () => desk.notices.some((notice) => notice.type === 'ListingsFound'),
      () => desk.tell(),
    );
    expect(desk.notices.find((notice) => notice.type === 'ListingsFound')).toMatchObject({
      listings: [
        {
          venueSymbol: 'BTC/USDT',
          base: 'BTC',
          quote: 'USDT',
          tick: decimal('0.1'),
          lot: decimal('0.000001'),
          minQty: decimal('0.0001'),
          minNotional: decimal('0.5') * 10n ** 18n,
          state: 'Trading',
        },
      ],
    });
  });

  test('rests and is cancelled', async () => {
    const desk = await readyDesk();
    const child = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(child, ['Acknowledged']);
    desk.orders.cancel(asDurable(child.childID));
    await desk.hears(child, ['Acknowledged', 'Ended Canceled 0']);
  });

  test('IOC takes two levels, the rest is cancelled; fees are in the quote currency', async () => {
    const desk = await readyDesk();
    const child = desk.submit(desk.child('51001', '1', { timeInForce: 'IOC' }));
    await until(
      () => desk.of(child).length === 4,
      () => desk.tell(),
    );
    expect(
      desk
        .of(child)
        .map((text) => text.replace(/T\S+ /, ''))
        .sort(),
    ).toEqual([
      'Acknowledged',
      'Ended Canceled 0.7',
      'Filled child 0.3@51001',
      'Filled child 0.4@51000',
    ]);
    const fills = desk.reports.flatMap((report) => (report.type === 'Filled' ? [report.fill] : []));
    // 0.4 % of 0.4 × 51000 and of 0.3 × 51001.
    expect(fills.map(({ feeAmount, feeAsset }) => [feeAmount, feeAsset])).toEqual([
      [decimal('81.6'), 'USDT'],
      [decimal('61.2012'), 'USDT'],
    ]);
  });

  test('FOK that does not fit ends unfilled', async () => {
    const desk = await readyDesk();
    const child = desk.submit(desk.child('51001', '5', { timeInForce: 'FOK' }));
    await desk.hears(child, ['Acknowledged', 'Ended Canceled 0']);
  });

  test.each([
    ['off the tick', '48000.01', '0.5'],
    ['below the minimum', '48000', '0.00009'],
    ['beyond the money', '48000', '99999'],
  ])('%s is refused', async (_, price, qty) => {
    const desk = await readyDesk();
    const child = desk.submit(desk.child(price, qty));
    await desk.hears(child, ['Refused']);
  });

  test('past its own deadline is refused by the engine', async () => {
    const desk = await readyDesk();
    desk.exchange.skew(10_000); // The engine's clock runs ahead after ours was read.
    const child = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(child, ['Refused']);
    await new Promise((resolve) => setTimeout(resolve, 200)); // And is read again.
    const after = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(after, ['Acknowledged']);
  });
});

provesItself({
  symbol: 'BTC/USDT',
  readyDesk,
  ordersOf,
  badAnswers: [
    ['lost', { kind: 'lostAck' }],
    ['a cut line', { kind: 'disconnect' }],
    ['EGeneral:Internal error', { kind: 'serverError', executed: true }],
    ['EService:Unavailable', { kind: 'unavailable', executed: true }],
    ['HTML', { kind: 'html' }],
    ['cut JSON', { kind: 'cutJson' }],
  ],
  words: {
    new: 'pending_new',
    trade: 'trade',
    orderLine: 'private',
    questions: ['OpenOrders', 'ClosedOrders'],
  },
});

describe('the line', () => {
  test('one lost in a gap of the sequence is found at once, by a new subscription', async () => {
    const desk = await readyDesk();
    const child = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(child, ['Acknowledged']);
    desk.exchange.arm({ kind: 'sequenceGap', count: 1, event: 'trade' });
    const fill = { symbol: 'BTC/USDT', clientOrderId: child.childID, quantity: '0.2' };
    await desk.control('fill', fill);
    await desk.control('fill', fill);
    await until(
      () => desk.of(child).length === 3,
      () => desk.tell(),
    );
    expect(desk.of(child)).toEqual([
      'Acknowledged',
      'Filled child 0.2@48000',
      'Filled child 0.2@48000',
    ]);
    await desk.ready();
  });

  test('a venue that takes no orders gets none, and cancels all the same', async () => {
    const desk = await readyDesk();
    const child = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(child, ['Acknowledged']);
    await desk.control('system', { system: 'cancel_only' });
    await until(
      () => desk.state() === 'Reconciling',
      () => desk.tell(),
    );
    const refused = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(refused, ['Refused']);
    expect(desk.ordersAtVenue(refused)).toBe(0);
    desk.orders.cancel(asDurable(child.childID));
    await desk.hears(child, ['Acknowledged', 'Ended Canceled 0']);
    await desk.control('system', { system: 'online' });
    await desk.ready();
  });

  // Two lines tell the same events while the next one is tried.
  test('a key that may not place for a while: not ready, tried on new lines, and each fill is heard once', async () => {
    const desk = await readyDesk();
    const resting = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(resting, ['Acknowledged']);
    desk.exchange.arm({ kind: 'notPermitted', count: 1_000 });
    const refused = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(refused, ['Refused']);
    expect(desk.state()).toBe('Reconciling');
    const fill = { symbol: 'BTC/USDT', side: 'SELL', price: '48000', quantity: '1.2' };
    await desk.control('trade', fill);
    await desk.hears(resting, ['Acknowledged', 'Filled child 0.2@48000']);
    await desk.ready();
    const again = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(again, ['Refused']);
    await fetch(`${desk.exchange.urls.control}/control/faults`, { method: 'DELETE' });
    desk.orders.cancel(asDurable(resting.childID));
    await desk.hears(resting, ['Acknowledged', 'Filled child 0.2@48000', 'Ended Canceled 0.2']);
    await desk.ready();
    const taken = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(taken, ['Acknowledged']);
    expect([refused, again, taken].map((child) => desk.ordersAtVenue(child))).toEqual([0, 0, 1]);
    expect(desk.of(resting)).toHaveLength(3);
  });

  test('refused by REST for a while: patient to the end of it, then back', async () => {
    const desk = await readyDesk();
    const child = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(child, ['Acknowledged']);
    await desk.control('ban', { durationMs: 1_500 });
    desk.exchange.cut('private');
    await until(
      () => desk.state() === 'Down',
      () => desk.tell(),
    );
    desk.orders.cancel(asDurable(child.childID));
    await desk.hears(child, ['Acknowledged', 'Ended Canceled 0'], 20_000);
  });

  // Source: Kraken API Center, GetWebSocketsToken: used in time, it lives as long as its connection has a subscription.
  test('is the same for longer than its token may wait for its first use', async () => {
    const desk = await readyDesk();
    const child = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(child, ['Acknowledged']);
    desk.exchange.skew(901_000);
    desk.orders.cancel(asDurable(child.childID));
    await desk.hears(child, ['Acknowledged', 'Ended Canceled 0']);
    const states = desk.notices.flatMap((one) => (one.type === 'StateChanged' ? [one.state] : []));
    expect(states).not.toContain('Down');
  });

  test("keeps within the pair's counter: the venue never has to say so", async () => {
    const desk = await readyDesk(REAL_LIMITS.starter);
    const children = Array.from({ length: 60 }, () => desk.submit(desk.child('48000', '0.01')));
    await until(
      () => children.every((child) => desk.of(child).length > 0),
      () => desk.tell(),
    );
    const refused = desk.reports.filter((report) => report.type === 'Refused');
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map(({ text }) => text))).toEqual(new Set(['not sent: rate budget']));
    // Room is left for the cancels of young orders, 8 each: three at once, the others as it decays.
    const working = children.filter((child) => desk.of(child)[0] === 'Acknowledged').slice(0, 3);
    for (const { childID } of working) desk.orders.cancel(asDurable(childID));
    for (const child of working) await desk.hears(child, ['Acknowledged', 'Ended Canceled 0']);
  });
});

describe('the market', () => {
  test("follows the venue's book by its checksums", async () => {
    const desk = await exchangeDesk(true);
    const machine = listen(desk);
    await until(
      () => machine.counters().compared > 10,
      () => JSON.stringify(machine.counters()),
    );
    expect(machine.counters().differing).toBe(0);
    expect(desk.books.at(-1)).toMatchObject({ state: 'Live', venueSymbol: 'BTC/USDT' });
    expect(desk.books.at(-1)?.bids.length).toBe(10);
  });

  test.each(['depthGap', 'checksum'] as const)(
    '%s: invalid at once, and live again from a new snapshot',
    async (kind) => {
      const desk = await exchangeDesk(true);
      const machine = listen(desk);
      await until(
        () => desk.books.at(-1)?.state === 'Live',
        () => desk.tell(),
      );
      desk.exchange.arm({ kind, count: 1, symbol: 'BTC/USDT' });
      await until(
        () => machine.counters().differing === 1,
        () => desk.tell(),
      );
      expect(desk.books.some((book) => book.state === 'Invalid')).toBe(true);
      await until(
        () => desk.books.at(-1)?.state === 'Live',
        () => desk.tell(),
      );
    },
  );

  test('a quiet market is not a dead one, and a cut line is', async () => {
    const desk = await exchangeDesk();
    listen(desk);
    await until(
      () => desk.books.at(-1)?.state === 'Live',
      () => desk.tell(),
    );
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(desk.books.at(-1)?.state).toBe('Live');
    expect(desk.state()).toBe('Ready');
    desk.exchange.cut('public');
    await until(
      () => desk.books.at(-1)?.state === 'Invalid',
      () => desk.tell(),
    );
    await until(
      () => desk.books.at(-1)?.state === 'Live',
      () => desk.tell(),
    );
  });
});
