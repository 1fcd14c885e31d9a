import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import type { Exchange } from '../../../sandbox/exchange/exchange.ts';
import { USUAL_FEES, startExchange } from '../../../sandbox/binance/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'exchange-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start() {
  return startExchange({
    participants: null,
    stateFile: join(folder, 'state'),
    accounts: ['one', 'two'].map((name) => ({
      name,
      balances: { BTC: '10', USDT: '1000000' },
      fees: USUAL_FEES,
      keys: [],
    })),
  });
}

function place(exchange: Exchange, name: string, side: 'BUY' | 'SELL', qty: bigint, id: string) {
  const account = exchange.accounts.get(name);
  if (account === undefined) throw new Error(`no account ${name}`);
  const price = 60_000n * 100_000_000n;
  return exchange.place(account, {
    symbol: 'BTCUSDT',
    side,
    type: 'LIMIT',
    timeInForce: 'GTC',
    price,
    quantity: qty,
    quoteOrderQty: 0n,
    clientOrderId: id,
  });
}

test('an exchange that was stopped knows orders, trades, balances and its numbers when it comes back', async () => {
  const first = await start();
  place(first.exchange, 'one', 'SELL', 100_000_000n, 'resting');
  place(first.exchange, 'two', 'BUY', 40_000_000n, 'taking');
  const before = first.exchange.accounts.get('one');
  await first.stop();

  const second = await start();
  const one = second.exchange.accounts.get('one');
  expect(one?.balances).toEqual(before?.balances);
  expect(one?.trades.map((trade) => trade.id)).toEqual(before?.trades.map((trade) => trade.id));
  const rest = place(second.exchange, 'two', 'BUY', 100_000_000n, 'again');
  expect(rest.ok && rest.order.orderId).toBe(1_000_003);
  expect(rest.ok && rest.order.executedQty).toBe(60_000_000n);
  expect(one?.orders.map((order) => [order.placedClientOrderId, order.status])).toEqual([
    ['resting', 'FILLED'],
  ]);
  await second.stop();
});
