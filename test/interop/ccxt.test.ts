// ccxt, which we did not write, trades on the simulated exchange: its figures are the ledger's.

import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startExchange, USUAL_FEES } from '../sandbox/binance/index.ts';
import type { RunningExchange } from '../sandbox/binance/index.ts';
import { type Loose, importCcxt } from './ccxt.ts';

const ccxt = await importCcxt('binance');
const run = ccxt === null ? describe.skip : describe;

const API_KEY = 'ccxt-key';
const { publicKey, privateKey } = generateKeyPairSync('ed25519');

let exchange: RunningExchange;
let client: Loose;

beforeAll(async () => {
  if (ccxt === null) return;
  exchange = await startExchange({
    seed: 11,
    accounts: [
      {
        name: 'ccxt',
        balances: { BTC: '10', ETH: '100', USDT: '1000000' },
        fees: USUAL_FEES,
        keys: [
          { type: 'HMAC', apiKey: API_KEY, secret: 'ccxt-secret' },
          {
            type: 'Ed25519',
            apiKey: 'ccxt-ed25519',
            publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
          },
        ],
      },
    ],
  });
  client = pointed(new ccxt.Exchange({ apiKey: API_KEY, secret: 'ccxt-secret' }));
  await client.loadHttpProxyAgent(); // Its name for the agent of unencrypted WebSockets.
});

afterAll(async () => {
  await client?.close();
  await exchange?.stop();
});

/** Only spot, and only this machine. */
function pointed(one: Loose): Loose {
  const { rest, streams, wsApi } = exchange.urls;
  one.options.defaultType = 'spot';
  one.options.fetchMarkets = { types: ['spot'] };
  one.options.fetchCurrencies = false;
  one.options.fetchMargins = false;
  one.enableRateLimit = false;
  one.urls.api = {
    ...one.urls.api,
    public: `${rest}/api/v3`,
    private: `${rest}/api/v3`,
    v1: `${rest}/api/v1`,
    ws: { spot: `${streams}/ws`, 'ws-api': { spot: wsApi } },
  };
  return one;
}

async function ledger(): Promise<Loose> {
  const whole: Loose = await (await fetch(`${exchange.urls.control}/control/ledger`)).json();
  return whole.accounts[0];
}

/** Order ids are unique per symbol only. */
async function ledgerOrder(symbol: string, id: string): Promise<Loose> {
  return (await ledger()).orders.find(
    (order: Loose) => order.symbol === symbol && String(order.orderId) === id,
  );
}

function post(path: string, body: unknown): Promise<Response> {
  return fetch(`${exchange.urls.control}${path}`, { method: 'POST', body: JSON.stringify(body) });
}

run('ccxt over REST', () => {
  test('markets: ticks, lots and minima are those of the exchange', async () => {
    const markets = await client.loadMarkets();
    expect(Object.keys(markets).sort()).toEqual(['BTC/USDT', 'ETH/USDT', 'SOL/USDT']);
    expect(markets['ETH/USDT']).toMatchObject({
      id: 'ETHUSDT',
      spot: true,
      active: true,
      precision: { price: 0.01, amount: 0.0001 },
      limits: { amount: { min: 0.0001 }, price: { min: 0.01 }, cost: { min: 5 } },
    });
  });

  test('order book: uncrossed, and of the depth that was asked for', async () => {
    const book = await client.fetchOrderBook('BTC/USDT', 5);
    expect([book.bids.length, book.asks.length]).toEqual([5, 5]);
    expect(book.bids[0][0]).toBeLessThan(book.asks[0][0]);
  });

  test('a limit order is placed, found among the open ones, and cancelled', async () => {
    const placed = await client.createOrder('BTC/USDT', 'limit', 'buy', 0.01, 50_000, {
      clientOrderId: 'ccxt-1',
    });
    expect(placed).toMatchObject({
      status: 'open',
      clientOrderId: 'ccxt-1',
      amount: 0.01,
      filled: 0,
      price: 50_000,
    });
    expect((await client.fetchOpenOrders('BTC/USDT')).map((order: Loose) => order.id)).toEqual([
      placed.id,
    ]);
    const canceled = await client.cancelOrder(placed.id, 'BTC/USDT');
    expect(canceled.status).toBe('canceled');
    expect(await client.fetchOpenOrders('BTC/USDT')).toEqual([]);
    expect((await client.fetchOrder(placed.id, 'BTC/USDT')).status).toBe('canceled');
    expect(await ledgerOrder('BTCUSDT', placed.id)).toMatchObject({
      status: 'CANCELED',
      clientOrderId: 'ccxt-1',
    });
  });

  test("a market order: amount, cost, average and fees are the ledger's", async () => {
    const placed = await client.createOrder('ETH/USDT', 'market', 'sell', 1.5);
    const order = await ledgerOrder('ETHUSDT', placed.id);
    const trades = (await ledger()).trades.filter(
      (trade: Loose) => trade.symbol === 'ETHUSDT' && trade.orderId === order.orderId,
    );
    const fees = trades.reduce((sum: number, trade: Loose) => sum + Number(trade.commission), 0);
    expect(placed).toMatchObject({ status: 'closed', filled: 1.5, cost: Number(order.cumQuote) });
    expect(placed.average).toBeCloseTo(Number(order.cumQuote) / 1.5, 8);
    expect(placed.fee).toMatchObject({ currency: 'USDT' });
    expect(placed.fee.cost).toBeCloseTo(fees, 8);
  });

  test('a resting order that others fill is closed, and in my trades as a maker', async () => {
    const placed = await client.createOrder('SOL/USDT', 'limit', 'buy', 2, 149, { postOnly: true });
    await post('/control/fill', { symbol: 'SOLUSDT', orderId: Number(placed.id), quantity: '0.5' });
    expect(await client.fetchOrder(placed.id, 'SOL/USDT')).toMatchObject({
      status: 'open',
      filled: 0.5,
      remaining: 1.5,
    });
    await post('/control/fill', { symbol: 'SOLUSDT', orderId: Number(placed.id) });
    expect(await client.fetchOrder(placed.id, 'SOL/USDT')).toMatchObject({
      status: 'closed',
      filled: 2,
    });
    const mine = await client.fetchMyTrades('SOL/USDT');
    expect(
      mine.map((trade: Loose) => [trade.order, trade.amount, trade.price, trade.takerOrMaker]),
    ).toEqual([
      [placed.id, 0.5, 149, 'maker'],
      [placed.id, 1.5, 149, 'maker'],
    ]);
  });

  test("all my trades and my balances are the ledger's, figure for figure", async () => {
    const { trades, balances } = await ledger();
    for (const symbol of ['BTC/USDT', 'ETH/USDT', 'SOL/USDT']) {
      const mine = await client.fetchMyTrades(symbol);
      const theirs = trades.filter((trade: Loose) => trade.symbol === symbol.replace('/', ''));
      expect(
        mine.map((trade: Loose) => [
          trade.id,
          trade.amount,
          trade.cost,
          trade.fee.cost,
          trade.fee.currency,
        ]),
      ).toEqual(
        theirs.map((trade: Loose) => [
          String(trade.id),
          Number(trade.qty),
          Number(trade.quoteQty),
          Number(trade.commission),
          trade.commissionAsset,
        ]),
      );
    }
    const held = await client.fetchBalance();
    for (const [asset, { free, locked }] of Object.entries<Loose>(balances)) {
      expect([asset, held[asset].free, held[asset].used]).toEqual([
        asset,
        Number(free),
        Number(locked),
      ]);
    }
  });

  test.each([
    ['too little money', ['BTC/USDT', 'limit', 'buy', 100, 60_000], 'InsufficientFunds'],
    ['below the minimum', ['BTC/USDT', 'limit', 'buy', 0.00001, 60_000], 'BadRequest'],
    [
      'post-only that would take',
      ['BTC/USDT', 'limit', 'buy', 0.01, 90_000, { postOnly: true }],
      'OrderImmediatelyFillable',
    ],
  ])('%s is an error that ccxt knows', async (_name, order, error) => {
    const failed = await client.createOrder(...order).catch((problem: Loose) => problem);
    expect(failed).toBeInstanceOf(ccxt?.errors[error]);
  });

  test('an unknown order is OrderNotFound', async () => {
    const failed = await client.fetchOrder('1', 'BTC/USDT').catch((problem: Loose) => problem);
    expect(failed).toBeInstanceOf(ccxt?.errors.OrderNotFound);
  });

  test('a time-out at the exchange is a NetworkError, and the order lives', async () => {
    const { orders } = await ledger();
    await post('/control/faults', { kind: 'timeout' });
    const failed = await client
      .createOrder('BTC/USDT', 'limit', 'buy', 0.01, 50_000)
      .catch((problem: Loose) => problem);
    expect(failed).toBeInstanceOf(ccxt?.errors.NetworkError);
    expect((await ledger()).orders).toHaveLength(orders.length + 1);
    await client.cancelAllOrders('BTC/USDT');
  });

  test('Ed25519 signatures of ccxt are accepted', async () => {
    if (ccxt === null) return;
    const secret = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const other = pointed(new ccxt.Exchange({ apiKey: 'ccxt-ed25519', secret }));
    expect((await other.fetchBalance()).BTC.free).toBe((await client.fetchBalance()).BTC.free);
    await other.close();
  });
});

run('ccxt over WebSockets', () => {
  test("its order book, kept from snapshot and differences, is the exchange's", async () => {
    let book: Loose;
    for (let i = 0; i < 8; i += 1) book = await client.watchOrderBook('ETH/USDT');
    await post('/control/participants', { running: false, symbol: 'ETHUSDT' });
    await post('/control/book', {
      symbol: 'ETHUSDT',
      bids: [
        ['2990.00', '2'],
        ['2989.50', '3'],
      ],
      asks: [['3010.00', '4']],
    });
    for (let i = 0; i < 20 && (book.bids.length > 2 || book.asks.length > 1); i += 1) {
      book = await client.watchOrderBook('ETH/USDT');
    }
    expect([
      book.bids.map(([price, amount]: number[]) => [price, amount]),
      book.asks.map(([price, amount]: number[]) => [price, amount]),
    ]).toEqual([
      [
        [2_990, 2],
        [2_989.5, 3],
      ],
      [[3_010, 4]],
    ]);
  });

  test('orders placed over the WS API are reported on its user stream', async () => {
    const watched = client.watchOrders('ETH/USDT');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const placed = await client.createOrderWs('ETH/USDT', 'limit', 'buy', 1, 2_900);
    const [seen] = await watched;
    expect([seen.id, seen.status, seen.amount]).toEqual([placed.id, 'open', 1]);
    expect((await client.cancelOrderWs(placed.id, 'ETH/USDT')).status).toBe('canceled');
  });
});
