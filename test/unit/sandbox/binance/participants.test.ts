import { describe, expect, test } from '@jest/globals';
import { amount, formatDecimal } from '../../../sandbox/exchange/decimal.ts';
import { NO_LIMITS, orderCounts } from '../../../sandbox/binance/limits.ts';
import { createParticipants, USUAL_PARTICIPANTS } from '../../../sandbox/exchange/participants.ts';
import type { Participants } from '../../../sandbox/exchange/participants.ts';
import { seededRandom } from '../../../sandbox/exchange/random.ts';
import { order, testMarket } from './market.ts';
import type { TestMarket } from './market.ts';

function busyMarket(seed: number): {
  readonly market: TestMarket;
  readonly participants: Participants;
} {
  const market = testMarket();
  const foreigner = (name: string): ReturnType<TestMarket['account']> =>
    market.exchange.addAccount(name, {
      client: false,
      fees: { maker: 0n, taker: 0n },
      counts: orderCounts(NO_LIMITS),
    });
  const participants = createParticipants(
    market.exchange,
    { maker: foreigner('maker'), taker: foreigner('taker') },
    { options: USUAL_PARTICIPANTS, random: seededRandom(seed), now: () => 0 },
  );
  participants.start();
  return { market, participants };
}

function course(seed: number): string[] {
  const { market, participants } = busyMarket(seed);
  for (let i = 0; i < 50; i += 1) participants.step();
  return market.trades.map(
    (trade) => `${trade.symbol} ${formatDecimal(trade.qty)}@${formatDecimal(trade.price)}`,
  );
}

describe('other participants', () => {
  test('the same seed gives the same trades, another seed others', () => {
    expect(course(1)).toEqual(course(1));
    expect(course(1)).not.toEqual(course(2));
  });

  test('they quote both sides of every symbol around its price', () => {
    const { market, participants } = busyMarket(3);
    for (let i = 0; i < 20; i += 1) participants.step();
    for (const { rules, bids, asks } of market.exchange.markets.values()) {
      const price = Number(participants.prices()[rules.symbol]);
      expect(bids.depth).toBeGreaterThan(10);
      expect(asks.depth).toBeGreaterThan(10);
      expect(Number(bids.best()?.price) / 1e8 / price).toBeGreaterThan(0.999);
      expect(Number(asks.best()?.price) / 1e8 / price).toBeLessThan(1.001);
    }
  });

  test("a client's resting order near the price is filled over time", () => {
    const { market, participants } = busyMarket(4);
    participants.step();
    const ann = market.account('ann');
    const bid = market.exchange.market('BTCUSDT')?.bids.best()?.price ?? 0n;
    const placed = market.exchange.place(ann, order(`BUY 0.01 @ ${formatDecimal(bid)}`));
    for (let i = 0; i < 500 && placed.ok && placed.order.status !== 'FILLED'; i += 1)
      participants.step();
    expect(placed.ok && placed.order.status).toBe('FILLED');
  });

  test('a set price moves the quotes through a resting order', () => {
    const { market, participants } = busyMarket(5);
    participants.step();
    const placed = market.exchange.place(market.account('ann'), order('BUY 0.01 @ 55000'));
    participants.setPrice('BTCUSDT', amount('54000'));
    expect(placed.ok && placed.order.status).toBe('FILLED');
  });

  test('stopped, they take their quotes off the book', () => {
    const { market, participants } = busyMarket(6);
    participants.step();
    participants.stop('BTCUSDT');
    const depth = (symbol: string): number => market.exchange.market(symbol)?.bids.depth ?? -1;
    expect([depth('BTCUSDT'), depth('ETHUSDT') > 0]).toEqual([0, true]);
  });

  test('their ended orders are forgotten: memory does not grow with time', () => {
    const { market, participants } = busyMarket(7);
    for (let i = 0; i < 300; i += 1) participants.step();
    const btc = market.exchange.market('BTCUSDT');
    expect(btc?.orders.size).toBeLessThanOrEqual(2 * USUAL_PARTICIPANTS.levels);
  });
});
