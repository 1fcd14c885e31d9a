// ccxt, which we did not write, trades on the simulated Kraken: its figures are the ledger's.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { NO_LIMITS, type RunningKraken, USUAL_FEES, startKraken } from '../sandbox/kraken/index.ts';
import { type Loose, importCcxt } from './ccxt.ts';

const ccxt = await importCcxt('kraken');
const run = ccxt === null ? describe.skip : describe;
const SECRET = Buffer.from('ccxt has a secret of its own').toString('base64');

let exchange: RunningKraken;
let client: Loose;

beforeAll(async () => {
  if (ccxt === null) return;
  exchange = await startKraken({
    seed: 11,
    limits: NO_LIMITS, // Its own limiter is off.
    accounts: [
      {
        name: 'ccxt',
        balances: { BTC: '10', ETH: '100', SOL: '1000', USDT: '1000000' },
        fees: USUAL_FEES,
        keys: [{ apiKey: 'ccxt-key', secret: SECRET }],
      },
    ],
  });
  const { rest, publicSocket, privateSocket } = exchange.urls;
  client = new ccxt.Exchange({ apiKey: 'ccxt-key', secret: SECRET });
  client.enableRateLimit = false;
  client.urls.api = {
    ...client.urls.api,
    public: rest,
    private: rest,
    ws: {
      publicV2: publicSocket,
      privateV2: privateSocket,
      public: publicSocket,
      private: privateSocket,
    },
  };
  await client.loadHttpProxyAgent(); // Its name for the agent of unencrypted WebSockets.
});

afterAll(async () => {
  await client?.close();
  await exchange?.stop();
});

async function ledger(): Promise<Loose> {
  const whole: Loose = await (await fetch(`${exchange.urls.control}/control/ledger`)).json();
  return whole.accounts[0];
}

function post(path: string, body: unknown): Promise<Response> {
  return fetch(`${exchange.urls.control}${path}`, { method: 'POST', body: JSON.stringify(body) });
}

run('ccxt over REST', () => {
  test('markets: ticks, lots, minima and fees are those of the exchange', async () => {
    const markets = await client.loadMarkets();
    expect(Object.keys(markets).sort()).toEqual(['BTC/USDT', 'ETH/USDT', 'SOL/USDT']);
    expect(markets['BTC/USDT']).toMatchObject({
      id: 'XBTUSDT',
      spot: true,
      active: true,
      taker: 0.004,
      maker: 0.0025,
      precision: { price: 0.1, amount: 0.000001 },
      limits: { amount: { min: 0.0001 }, cost: { min: 0.5 } },
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
    const [open] = await client.fetchOpenOrders('BTC/USDT');
    expect([open.id, open.clientOrderId, open.amount, open.filled, open.price]).toEqual([
      placed.id,
      'ccxt-1',
      0.01,
      0,
      50_000,
    ]);
    await client.cancelOrder(placed.id, 'BTC/USDT');
    expect(await client.fetchOpenOrders('BTC/USDT')).toEqual([]);
    expect((await client.fetchOrder(placed.id, 'BTC/USDT')).status).toBe('canceled');
    const closed = await client.fetchClosedOrders('BTC/USDT');
    expect(closed.map(({ id }: Loose) => id)).toContain(placed.id);
    const { orders } = await ledger();
    expect(orders.at(-1)).toMatchObject({ status: 'CANCELED', clientOrderId: 'ccxt-1' });
  });

  test('a limit order is amended in its place: the same order, with its new price and amount', async () => {
    const placed = await client.createOrder('BTC/USDT', 'limit', 'buy', 0.01, 50_000, {
      clientOrderId: 'ccxt-amend',
    });
    await post('/control/fill', {
      symbol: 'BTC/USDT',
      clientOrderId: 'ccxt-amend',
      quantity: '0.004',
    });
    const edited = await client.editOrder(placed.id, 'BTC/USDT', 'limit', 'buy', 0.02, 50_000.1);
    expect(edited.info.amend_id).toMatch(/^T[A-Z2-7]{5}-[A-Z2-7]{5}-[A-Z2-7]{6}$/);
    expect(await client.fetchOrder(placed.id, 'BTC/USDT')).toMatchObject({
      status: 'open',
      price: 50_000.1,
      amount: 0.02,
      filled: 0.004,
      remaining: 0.016,
    });
    const refused = await client
      .editOrder(placed.id, 'BTC/USDT', 'limit', 'buy', 1_000, 50_000)
      .catch((problem: Loose) => problem);
    expect(refused).toBeInstanceOf(ccxt?.errors['InsufficientFunds']);
    await client.cancelOrder(placed.id, 'BTC/USDT');
    const { orders } = await ledger();
    expect(orders.at(-1)).toMatchObject({ status: 'CANCELED', origQty: '0.02000000' });
  });

  test("a market order: amount, cost, average and fees are the ledger's", async () => {
    const placed = await client.createOrder('ETH/USDT', 'market', 'sell', 1.5);
    const order = await client.fetchOrder(placed.id, 'ETH/USDT');
    const { orders, trades } = await ledger();
    const kept = orders.at(-1);
    const fees = trades
      .filter((trade: Loose) => trade.symbol === 'ETH/USDT')
      .reduce((sum: number, trade: Loose) => sum + Number(trade.commission), 0);
    expect(order).toMatchObject({ status: 'closed', filled: 1.5, fee: { currency: 'USDT' } });
    expect(order.cost).toBeCloseTo(Number(kept.cumQuote), 6);
    expect(order.average).toBeCloseTo(Number(kept.cumQuote) / 1.5, 6);
    expect(Number(order.fee.cost)).toBeCloseTo(fees, 6); // ccxt gives text here.
  });

  test('a resting order that others fill is closed, and in my trades as a maker', async () => {
    const placed = await client.createOrder('SOL/USDT', 'limit', 'buy', 2, 149, {
      postOnly: true,
      clientOrderId: 'ccxt-2',
    });
    const fill = { symbol: 'SOL/USDT', clientOrderId: 'ccxt-2' };
    await post('/control/fill', { ...fill, quantity: '0.5' });
    expect(await client.fetchOrder(placed.id, 'SOL/USDT')).toMatchObject({
      status: 'open',
      filled: 0.5,
      remaining: 1.5,
    });
    await post('/control/fill', fill);
    expect((await client.fetchOrder(placed.id, 'SOL/USDT')).status).toBe('closed');
    const mine = await client.fetchMyTrades('SOL/USDT');
    expect(
      mine.map((trade: Loose) => [trade.order, trade.amount, trade.price, trade.takerOrMaker]),
    ).toEqual([
      [placed.id, 0.5, 149, 'maker'],
      [placed.id, 1.5, 149, 'maker'],
    ]);
    // The same by the ids that the order names, twenty in a call.
    const { info } = await client.fetchOrder(placed.id, 'SOL/USDT');
    const own = await client.fetchOrderTrades(placed.id, 'SOL/USDT', undefined, undefined, {
      trades: info.trades,
    });
    expect(own.map((trade: Loose) => [trade.id, trade.amount]).toSorted()).toEqual(
      mine.map((trade: Loose) => [trade.id, trade.amount]).toSorted(),
    );
  });

  test("all my trades and my balances are the ledger's, figure for figure", async () => {
    const { trades, balances } = await ledger();
    for (const symbol of ['BTC/USDT', 'ETH/USDT', 'SOL/USDT']) {
      const mine = await client.fetchMyTrades(symbol);
      const theirs = trades.filter((trade: Loose) => trade.symbol === symbol);
      expect(
        mine
          .map((trade: Loose) => [trade.amount, trade.cost, trade.fee.cost, trade.fee.currency])
          .sort(),
      ).toEqual(
        theirs
          .map((trade: Loose) => [
            Number(trade.qty),
            Number(trade.quoteQty),
            Number(trade.commission),
            trade.commissionAsset,
          ])
          .sort(),
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
    ['too little money', ['BTC/USDT', 'limit', 'buy', 1_000, 60_000], 'InsufficientFunds'],
    ['below the minimum', ['BTC/USDT', 'limit', 'buy', 0.00009, 60_000], 'InvalidOrder'],
  ])('%s is an error that ccxt knows', async (_name, order, error) => {
    const failed = await client.createOrder(...order).catch((problem: Loose) => problem);
    expect(failed).toBeInstanceOf(ccxt?.errors[error]);
  });

  test('an unavailable engine is a NetworkError of ccxt', async () => {
    await post('/control/faults', { kind: 'unavailable' });
    const failed = await client
      .createOrder('BTC/USDT', 'limit', 'buy', 0.01, 50_000)
      .catch((problem: Loose) => problem);
    expect(failed).toBeInstanceOf(ccxt?.errors.NetworkError);
  });
});

run('ccxt over WebSockets', () => {
  test("its order book, kept from snapshot and updates, is the exchange's", async () => {
    let book: Loose;
    for (let i = 0; i < 8; i += 1) book = await client.watchOrderBook('ETH/USDT', 10);
    await post('/control/participants', { running: false, symbol: 'ETH/USDT' });
    await post('/control/book', {
      symbol: 'ETH/USDT',
      bids: [
        ['2990.00', '2'],
        ['2989.50', '3'],
      ],
      asks: [['3010.05', '4']],
    });
    for (let i = 0; i < 20 && (book.bids.length !== 2 || book.asks.length !== 1); i += 1) {
      book = await client.watchOrderBook('ETH/USDT', 10);
    }
    expect([
      book.bids.map(([price, amount]: number[]) => [price, amount]),
      book.asks.map(([price, amount]: number[]) => [price, amount]),
    ]).toEqual([
      [
        [2_990, 2],
        [2_989.5, 3],
      ],
      [[3_010.05, 4]],
    ]);
  });

  test('orders placed over the socket are reported on the executions channel, and their trades', async () => {
    const watched = client.watchOrders('ETH/USDT');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const placed = await client.createOrderWs('ETH/USDT', 'limit', 'buy', 1, 2_900, {
      clientOrderId: 'ccxt-ws',
    });
    const [seen] = await watched;
    expect(seen.amount).toBe(1);
    const trades = client.watchMyTrades('ETH/USDT'); // At first those of the snapshot.
    await post('/control/fill', { symbol: 'ETH/USDT', clientOrderId: 'ccxt-ws', quantity: '0.25' });
    let told = await trades;
    for (let i = 0; i < 5 && told.at(-1).order !== placed.id; i += 1) {
      told = await client.watchMyTrades('ETH/USDT');
    }
    expect(told.at(-1)).toMatchObject({ order: placed.id, amount: 0.25, price: 2_900 });
    await client.cancelOrderWs(placed.id);
    const { orders } = await ledger();
    expect(orders.at(-1)).toMatchObject({ status: 'CANCELED', executedQty: '0.25000000' });
  });

  test('an order amended over the socket is told with its new terms', async () => {
    const watched = client.watchOrders('ETH/USDT');
    const placed = await client.createOrderWs('ETH/USDT', 'limit', 'buy', 1, 2_900);
    await watched;
    const edited = await client.editOrderWs(placed.id, 'ETH/USDT', 'limit', 'buy', 2, 2_900.05);
    expect(edited.info).toMatchObject({ order_id: placed.id, amend_id: expect.any(String) });
    // An event without a symbol is an entry of its own there.
    const kept = (): Loose => client.orders.findLast(({ id }: Loose) => id === placed.id);
    for (let i = 0; i < 100 && kept().amount !== 2; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(kept()).toMatchObject({ amount: 2, price: 2_900.05, status: 'open' });
    await client.cancelOrderWs(placed.id);
    const { orders } = await ledger();
    expect(orders.at(-1)).toMatchObject({ status: 'CANCELED', origQty: '2.00000000' });
  });
});
