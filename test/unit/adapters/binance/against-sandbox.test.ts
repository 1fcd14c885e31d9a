// The adapter, its shell and real sockets, against an exchange that speaks the protocol and knows nothing of us.

import { generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import {
  MARKET_DEFAULTS,
  ORDERS_DEFAULTS,
  createBinanceMarket,
  createBinanceOrders,
} from '../../../../adapters/binance/index.ts';
import type { RequestSigner, VenueMarket, VenueOrders } from '../../../../adapters/port/index.ts';
import {
  createEd25519Signer,
  createHmacSigner,
} from '../../../../gateway/process/venue-signers.ts';
import { asDurable } from '../../../../spec/proof/index.ts';
import { asInstrumentID, asVenueID } from '../../../../spec/terms/index.ts';
import { type RunningExchange, USUAL_FEES, startExchange } from '../../../sandbox/binance/index.ts';
import { provesItself } from '../proofs.ts';
import { until } from '../real-ports.ts';
import { SandboxDesk, decimal } from '../sandbox-desk.ts';

const VENUE = {
  venueID: asVenueID('binance'),
  symbols: [{ venueSymbol: 'BTCUSDT', instrumentID: asInstrumentID('BTC/USDT') }],
};
const KEYS = generateKeyPairSync('ed25519');
const HMAC = createHmacSigner('hmac-key', 'hmac-secret');
const ED25519 = createEd25519Signer(
  'ed-key',
  KEYS.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
);

jest.setTimeout(20_000); // A proof of absence waits for the order's own deadline.

type Desk = SandboxDesk<RunningExchange>;

function ordersOf(desk: Desk, signer: RequestSigner): VenueOrders {
  return createBinanceOrders(
    {
      ...ORDERS_DEFAULTS,
      ...VENUE,
      wsApiURL: desk.exchange.urls.wsApi,
      recvWindowMs: 1_000,
      queryLagMs: 100,
      answerBoundMs: 600,
      auditEveryMs: 1_000,
      backoff: { firstMs: 50, maxMs: 500, spread: 0.5, seed: 1 },
    },
    signer,
  );
}

function listen(desk: Desk): VenueMarket {
  const machine = createBinanceMarket({
    ...MARKET_DEFAULTS,
    ...VENUE,
    restURL: desk.exchange.urls.rest,
    streamURL: desk.exchange.urls.streams,
    silenceMs: 1_000,
    backoff: { firstMs: 50, maxMs: 500, spread: 0.5, seed: 1 },
  });
  desk.listen(machine);
  return machine;
}

let open: Desk | null = null;

async function exchangeDesk(participants = false): Promise<Desk> {
  const exchange = await startExchange({
    ...(participants ? {} : { participants: null }),
    accounts: [
      {
        name: 'client',
        balances: { BTC: '1000', USDT: '100000000' },
        fees: USUAL_FEES,
        keys: [
          { type: 'HMAC', apiKey: 'hmac-key', secret: 'hmac-secret' },
          {
            type: 'Ed25519',
            apiKey: 'ed-key',
            publicKeyPem: KEYS.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
          },
        ],
      },
    ],
  });
  open = new SandboxDesk(exchange, 'BTCUSDT');
  return open;
}

async function readyDesk(signer: RequestSigner = ED25519): Promise<Desk> {
  const desk = await exchangeDesk();
  desk.connect(ordersOf(desk, signer));
  await desk.ready();
  await desk.control('book', {
    symbol: 'BTCUSDT',
    bids: [['49000', '1']],
    asks: [
      ['51000', '0.4'],
      ['51001', '0.3'],
    ],
  });
  return desk;
}

afterEach(async () => {
  await open?.close();
  open = null;
});

describe.each([
  ['HMAC', HMAC],
  ['Ed25519', ED25519],
] as const)('with %s', (_, signer) => {
  test('connects, reconciles, and knows its listings', async () => {
    const desk = await readyDesk(signer);
    expect(desk.notices.find((notice) => notice.type === 'ListingsFound')).toMatchObject({
      listings: [
        {
          venueSymbol: 'BTCUSDT',
          tick: decimal('0.01'),
          lot: decimal('0.00001'),
          state: 'Trading',
        },
      ],
    });
  });

  test('rests and is cancelled', async () => {
    const desk = await readyDesk(signer);
    const child = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(child, ['Acknowledged']);
    desk.orders.cancel(asDurable(child.childID));
    await desk.hears(child, ['Acknowledged', 'Ended Canceled 0']);
  });

  test('IOC takes two levels, the rest expires', async () => {
    const desk = await readyDesk(signer);
    const child = desk.submit(desk.child('51001', '1', { timeInForce: 'IOC' }));
    await until(
      () => desk.of(child).length === 4,
      () => desk.tell(),
    );
    expect(desk.of(child).sort()).toEqual([
      'Acknowledged',
      'Ended Expired 0.7',
      'Filled child 0.3@51001',
      'Filled child 0.4@51000',
    ]);
  });

  test('FOK that does not fit ends unfilled', async () => {
    const desk = await readyDesk(signer);
    const child = desk.submit(desk.child('51001', '5', { timeInForce: 'FOK' }));
    await desk.hears(child, ['Acknowledged', 'Ended Expired 0']);
  });

  test("a venue's filter refuses it", async () => {
    const desk = await readyDesk(signer);
    const child = desk.submit(desk.child('48000.001', '0.5'));
    await desk.hears(child, ['Refused']);
  });
});

provesItself({
  symbol: 'BTCUSDT',
  readyDesk,
  ordersOf: (desk) => ordersOf(desk, ED25519),
  badAnswers: [
    ['lost', { kind: 'lostAck' }],
    ['a cut line', { kind: 'disconnect', executed: true }],
    ['500', { kind: 'serverError', executed: true }],
    ['-1006', { kind: 'serverError', code: -1006, executed: true }],
    ['a time-out', { kind: 'timeout', executed: true }],
    ['503', { kind: 'unavailable', executed: true }],
    ['HTML', { kind: 'html', executed: true }],
    ['cut JSON', { kind: 'cutJson', executed: true }],
  ],
  words: { new: 'NEW', trade: 'TRADE', orderLine: 'wsApi', questions: ['order.status'] },
});

describe('the line', () => {
  test('is replaced before the venue shuts it', async () => {
    const desk = await readyDesk();
    await desk.control('shutdown-notice', {});
    const states = desk.notices.length;
    const child = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(child, ['Acknowledged']);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(desk.notices.slice(states).filter((notice) => notice.type === 'StateChanged')).toEqual(
      [],
    );
    const after = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(after, ['Acknowledged']);
  });

  test('a venue whose clock is hours off is understood; one that jumps is understood again', async () => {
    const desk = await exchangeDesk();
    desk.exchange.skew(-3_600_000);
    desk.connect(ordersOf(desk, HMAC));
    await desk.ready();
    const first = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(first, ['Acknowledged']);
    desk.exchange.skew(5_000);
    const second = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(second, ['Refused']);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const third = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(third, ['Acknowledged']);
  });

  test('a key that may not trade for a while: not ready, tried later and later, and what rests is heard of', async () => {
    const desk = await readyDesk();
    const resting = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(resting, ['Acknowledged']);
    desk.exchange.arm({ kind: 'notPermitted', count: 1_000 });
    const refused = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(refused, ['Refused']);
    expect(desk.reports.at(-1)).toMatchObject({
      text: 'Invalid API-key, IP, or permissions for action. (status 401, code -2015)',
    });
    expect(desk.state()).toBe('Reconciling');
    await desk.control('trade', {
      symbol: 'BTCUSDT',
      side: 'SELL',
      price: '48000',
      quantity: '1.2',
    });
    await desk.hears(resting, ['Acknowledged', 'Filled child 0.2@48000']);
    await desk.ready();
    const again = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(again, ['Refused']);
    await fetch(`${desk.exchange.urls.control}/control/faults`, { method: 'DELETE' });
    await desk.ready();
    const taken = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(taken, ['Acknowledged']);
    desk.orders.cancel(asDurable(resting.childID));
    await desk.hears(resting, ['Acknowledged', 'Filled child 0.2@48000', 'Ended Canceled 0.2']);
    expect([refused, again, taken].map((child) => desk.ordersAtVenue(child))).toEqual([0, 0, 1]);
    const told = desk.notices.flatMap((one) =>
      one.type === 'CredentialsJudged' ? [one.refused?.request ?? 'taken'] : [],
    );
    expect(told).toEqual(['Place', 'taken']);
  });

  test('banned: patient to the end of it, then back', async () => {
    const desk = await readyDesk();
    const child = desk.submit(desk.child('48000', '0.5'));
    await desk.hears(child, ['Acknowledged']);
    await desk.control('ban', { durationMs: 1_500 });
    desk.orders.cancel(asDurable(child.childID));
    await desk.hears(child, ['Acknowledged', 'Ended Canceled 0']);
  });
});

describe('the market', () => {
  test("follows the venue's book, and its top is bookTicker's", async () => {
    const desk = await exchangeDesk(true);
    const machine = listen(desk);
    await until(
      () => machine.counters().compared > 5,
      () => JSON.stringify(machine.counters()),
    );
    expect(machine.counters()).toMatchObject({ differing: 0, gaps: 0 });
    expect(desk.books.at(-1)).toMatchObject({ state: 'Live', venueSymbol: 'BTCUSDT' });
    expect(desk.books.at(-1)?.bids.length).toBeGreaterThan(1);
  });

  test('a change left out: invalid, and live again from a new snapshot', async () => {
    const desk = await exchangeDesk(true);
    const machine = listen(desk);
    await until(
      () => desk.books.at(-1)?.state === 'Live',
      () => desk.tell(),
    );
    desk.exchange.arm({ kind: 'depthGap', count: 1, symbol: 'BTCUSDT' });
    await until(
      () => machine.counters().gaps === 1,
      () => desk.tell(),
    );
    expect(desk.books.some((book) => book.state === 'Invalid')).toBe(true);
    await until(
      () => desk.books.at(-1)?.state === 'Live',
      () => desk.tell(),
    );
  });

  test('a quiet market is not a dead one, and a cut line is', async () => {
    const desk = await exchangeDesk();
    listen(desk);
    await until(
      () => desk.books.at(-1)?.state === 'Live',
      () => desk.tell(),
    );
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(desk.books.at(-1)?.state).toBe('Live');
    expect(desk.state()).toBe('Ready');
    desk.exchange.cut('streams');
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
