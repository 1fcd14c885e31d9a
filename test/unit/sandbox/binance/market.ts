// An engine with a still clock and nobody listening, for tests of the matching rules.

import { amount } from '../../../sandbox/exchange/decimal.ts';
import { Exchange } from '../../../sandbox/exchange/exchange.ts';
import type { ExchangeListener, FeeAsset } from '../../../sandbox/exchange/exchange.ts';
import { NO_LIMITS, orderCounts } from '../../../sandbox/binance/limits.ts';
import { USUAL_SYMBOLS } from '../../../sandbox/binance/options.ts';
import { seededRandom } from '../../../sandbox/exchange/random.ts';
import type { Account, Execution, NewOrder, PublicTrade } from '../../../sandbox/exchange/terms.ts';

export interface TestMarket {
  readonly exchange: Exchange;
  readonly executions: Execution[];
  /** Type and status of each report at the moment it was made. */
  readonly story: string[];
  readonly trades: PublicTrade[];
  account(name: string, balances?: Readonly<Record<string, string>>): Account;
  setTime(time: number): void;
}

export const RICH = { BTC: '1000', ETH: '1000', SOL: '1000', USDT: '100000000' };

export function testMarket(
  listener: Partial<ExchangeListener> = {},
  feesIn: FeeAsset = 'received',
): TestMarket {
  const executions: Execution[] = [];
  const story: string[] = [];
  const trades: PublicTrade[] = [];
  let now = 1_700_000_000_000;
  const exchange = new Exchange({
    symbols: USUAL_SYMBOLS,
    now: () => now,
    random: seededRandom(1),
    feesIn,
    listener: {
      executed: (execution) => {
        executions.push(execution);
        const { order, type } = execution;
        story.push(`${order.placedClientOrderId} ${type} ${order.status}`);
      },
      traded: (trade) => void trades.push(trade),
      levelChanged: () => undefined,
      settled: () => undefined,
      balancesChanged: () => undefined,
      credited: () => undefined,
      ...listener,
    },
  });
  return {
    exchange,
    executions,
    story,
    trades,
    setTime: (time) => void (now = time),
    account: (name, balances = RICH) => {
      const account = exchange.addAccount(name, {
        client: true,
        fees: { maker: 100_000n, taker: 200_000n },
        counts: orderCounts(NO_LIMITS),
      });
      for (const [asset, text] of Object.entries(balances))
        exchange.credit(account, asset, amount(text));
      return account;
    },
  };
}

/** "BUY 0.5 @ 100" as an order on BTCUSDT; without a price a market order. */
export function order(text: string, of: Partial<NewOrder> = {}): NewOrder {
  const [side, quantity, , price] = text.split(' ');
  return {
    symbol: 'BTCUSDT',
    side: side === 'SELL' ? 'SELL' : 'BUY',
    type: price === undefined ? 'MARKET' : 'LIMIT',
    timeInForce: 'GTC',
    price: price === undefined ? 0n : amount(price),
    quantity: amount(quantity ?? ''),
    quoteOrderQty: 0n,
    clientOrderId: null,
    ...of,
  };
}
