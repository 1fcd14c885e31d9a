// What the simulated Kraken must be right about by itself: its signatures, its ids, its prices.

import { describe, expect, test } from '@jest/globals';
import { amount } from '../../../sandbox/exchange/decimal.ts';
import { createParticipants } from '../../../sandbox/exchange/participants.ts';
import { seededRandom } from '../../../sandbox/exchange/random.ts';
import { createKeys } from '../../../sandbox/kraken/auth.ts';
import { checksumOf, n } from '../../../sandbox/kraken/frames.ts';
import { createIds } from '../../../sandbox/kraken/ids.ts';
import { createCounters } from '../../../sandbox/kraken/counters.ts';
import {
  KRAKEN_PARTICIPANTS,
  REAL_LIMITS,
  USUAL_SYMBOLS,
} from '../../../sandbox/kraken/options.ts';
import { USUAL_PARTICIPANTS } from '../../../sandbox/exchange/participants.ts';
import { Exchange } from '../../../sandbox/exchange/exchange.ts';
import { USUAL_SYMBOLS as BINANCE_SYMBOLS } from '../../../sandbox/binance/index.ts';
import type { ParticipantOptions } from '../../../sandbox/exchange/participants.ts';
import type { SymbolRules } from '../../../sandbox/exchange/terms.ts';

const SILENT = {
  executed: () => undefined,
  traded: () => undefined,
  levelChanged: () => undefined,
  settled: () => undefined,
  balancesChanged: () => undefined,
  credited: () => undefined,
};
const FREE = { client: false, fees: { maker: 0n, taker: 0n }, counts: [] };

function engine(symbols: readonly SymbolRules[] = USUAL_SYMBOLS, now = () => 0): Exchange {
  const random = seededRandom(1);
  return new Exchange({ symbols, now, random, listener: SILENT, feesIn: 'quote' });
}

describe('signatures', () => {
  // guides/spot-rest-auth.
  const SECRET =
    'kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==';
  const request = {
    path: '/0/private/AddOrder',
    apiKey: 'key',
    signature:
      '4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==',
    body: 'nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25',
  };
  const keys = () => {
    const made = createKeys(seededRandom(1), () => 0);
    made.add('key', SECRET, engine().addAccount('client', FREE));
    return made;
  };

  test('the documented one is taken, and its nonce once', () => {
    const taken = keys();
    expect(taken.identify(request).ok).toBe(true);
    expect(taken.identify(request)).toEqual({ ok: false, error: 'EAPI:Invalid nonce' });
  });

  test('another body, path or key is not', () => {
    const said = (changed: object): unknown => keys().identify({ ...request, ...changed });
    expect(said({ body: request.body.replace('1.25', '1.26') })).toEqual({
      ok: false,
      error: 'EAPI:Invalid signature',
    });
    expect(said({ path: '/0/private/CancelOrder' })).toMatchObject({ ok: false });
    expect(said({ apiKey: 'other' })).toEqual({ ok: false, error: 'EAPI:Invalid key' });
  });

  test('a token lasts fifteen minutes', () => {
    let now = 0;
    const made = createKeys(seededRandom(1), () => now);
    const account = engine().addAccount('client', FREE);
    const token = made.giveToken(account);
    expect(made.accountOfToken(token)).toBe(account);
    now = 900_001;
    expect(made.accountOfToken(token)).toBeNull();
  });
});

describe('ids', () => {
  test('have Kraken’s form, are unlike each other, and lead back to their orders', () => {
    const exchange = engine();
    const ids = createIds(exchange);
    const account = exchange.addAccount('client', { ...FREE, client: true });
    exchange.credit(account, 'USDT', amount('1000000'));
    const orders = ['BTC/USDT', 'ETH/USDT'].flatMap((symbol) =>
      [1, 2, 3].map((place) => {
        const placed = exchange.place(account, {
          symbol,
          side: 'BUY',
          type: 'LIMIT',
          timeInForce: 'GTC',
          price: amount(String(100 * place)),
          quantity: amount('0.1'),
          quoteOrderQty: 0n,
          clientOrderId: null,
        });
        if (!placed.ok) throw new Error(placed.msg);
        return placed.order;
      }),
    );
    const texts = orders.map((order) => ids.orderID(order));
    expect(new Set(texts).size).toBe(6);
    for (const text of texts) expect(text).toMatch(/^O[A-Z2-7]{5}-[A-Z2-7]{5}-[A-Z2-7]{6}$/);
    expect(texts.map((text) => ids.orderOf(text))).toEqual(orders);
    expect(ids.orderOf('OAAAAA-AAAAA-AAAAAA')).toBeNull();
    expect(ids.orderOf('nonsense')).toBeNull();
  });
});

// guides/spot-rest-ratelimits and guides/spot-ratelimits.
describe('counters', () => {
  test.each([
    ['starter' as const, 15, 3_031],
    ['intermediate' as const, 20, 2_000],
    ['pro' as const, 20, 1_000],
  ])('of REST at %s: %d calls at once, and one more after %d ms', (tier, most, msOfOne) => {
    let now = 0;
    const counters = createCounters(REAL_LIMITS[tier], () => now);
    const call = () => counters.call('key', 'OpenOrders');
    expect(Array.from({ length: most + 1 }, call)).toEqual([...Array(most).fill(true), false]);
    now = msOfOne - 2;
    expect(call()).toBe(false);
    now = msOfOne;
    expect(call()).toBe(true);
    expect(call()).toBe(false);
  });

  test('of REST count a history twice, an order not at all, and each key for itself', () => {
    const counters = createCounters(REAL_LIMITS.pro, () => 0);
    const histories = Array.from({ length: 11 }, () => counters.call('key', 'TradesHistory'));
    expect(histories).toEqual([...Array(10).fill(true), false]);
    expect(counters.call('key', 'AddOrder')).toBe(true);
    expect(counters.call('other', 'OpenOrders')).toBe(true);
  });

  test.each([
    ['starter' as const, 60],
    ['intermediate' as const, 125],
    ['pro' as const, 180],
  ])('of the engine at %s: %d orders at once in each pair', (tier, most) => {
    const counters = createCounters(REAL_LIMITS[tier], () => 0);
    const orders = Array.from({ length: most + 1 }, () => counters.add('client', 'BTC/USDT'));
    expect(orders).toEqual([...Array(most).fill(true), false]);
    expect(counters.add('client', 'ETH/USDT')).toBe(true);
  });
});

// guides/spot-amends: the place in the queue stays where it can.
describe('an order with new terms', () => {
  const exchange = engine();
  const owner = (name: string) => {
    const account = exchange.addAccount(name, { ...FREE, client: true });
    exchange.credit(account, 'USDT', amount('1000'));
    exchange.credit(account, 'BTC', amount('10'));
    return (side: 'BUY' | 'SELL', price: string, quantity: string) => {
      const placed = exchange.place(account, {
        symbol: 'BTC/USDT',
        side,
        type: 'LIMIT',
        timeInForce: 'GTC',
        price: amount(price),
        quantity: amount(quantity),
        quoteOrderQty: 0n,
        clientOrderId: null,
      });
      if (!placed.ok) throw new Error(placed.msg);
      return placed.order;
    };
  };
  const locked = (name: string): bigint | undefined =>
    exchange.accounts.get(name)?.balances.get('USDT')?.locked;

  test.each([
    ['less of it keeps its place', 'less', '100', '0.5', ['0.5', '0.1']],
    ['more of it goes behind', 'more', '100', '1.5', ['0', '0.6']],
    ['a worse price goes behind', 'worse', '99', '1', ['0', '0.6']],
    ['a better price goes before', 'better', '101', '1', ['0.6', '0']],
  ])('%s', (_, name, price, quantity, [first = '', second = '']) => {
    const [mine, others] = [owner(`${name} one`), owner(`${name} two`)];
    const order = mine('BUY', '100', '1');
    const behind = others('BUY', '100', '1');
    const terms = { price: amount(price), quantity: amount(quantity), postOnly: false };
    expect(exchange.revise(order, terms)).toBeNull();
    expect(locked(`${name} one`)).toBe((amount(price) * amount(quantity)) / amount('1'));
    others('SELL', '99', '0.6');
    expect([order.executedQty, behind.executedQty]).toEqual([amount(first), amount(second)]);
    exchange.cancel(order, null);
    exchange.cancel(behind, null);
    expect(exchange.market('BTC/USDT')?.bids.depth).toBe(0);
    expect([locked(`${name} one`), locked(`${name} two`)]).toEqual([0n, 0n]);
  });

  test('for no more than is filled is cancelled, and keeps what was filled', () => {
    const [mine, others] = [owner('filled one'), owner('filled two')];
    const order = mine('BUY', '100', '1');
    others('SELL', '100', '0.6');
    const terms = { price: amount('100'), quantity: amount('0.6'), postOnly: false };
    expect(exchange.revise(order, terms)).toBeNull();
    expect([order.status, order.executedQty]).toEqual(['CANCELED', amount('0.6')]);
    expect(locked('filled one')).toBe(0n);
  });

  test('beyond its owner’s money is as it was', () => {
    const order = owner('poor')('BUY', '100', '1');
    const terms = { price: amount('100'), quantity: amount('11'), postOnly: false };
    expect(exchange.revise(order, terms)).toMatchObject({ ok: false });
    expect([order.origQty, locked('poor')]).toEqual([amount('1'), amount('100')]);
    exchange.cancel(order, null);
  });
});

test.each([
  [0, 4],
  [5_000, 3],
  [10_000, 2],
  [15_000, 1],
])('the amend of an order %d ms old costs %d', (ageMs, cost) => {
  const counters = createCounters(REAL_LIMITS.starter, () => 0);
  const amends = Array.from({ length: 61 }, () => counters.amend('client', 'BTC/USDT', ageMs));
  expect(amends.filter(Boolean)).toHaveLength(60 / cost);
});

test('amounts are JSON numbers without zeros that say nothing', () => {
  expect(['7', '100', '0.005', '26599.9', '0'].map((text) => n(amount(text)))).toEqual([
    '7',
    '100',
    '0.005',
    '26599.9',
    '0',
  ]);
});

test('the checksum of an empty book is that of no text', () => {
  const market = engine().market('BTC/USDT');
  expect(market === undefined ? null : checksumOf(market)).toBe(0);
});

describe('prices', () => {
  const pricesAt = (
    options: ParticipantOptions,
    of: { readonly symbols: readonly SymbolRules[]; readonly seed: number },
  ): number[] => {
    let now = 1_700_000_000_000;
    const exchange = engine(of.symbols.slice(0, 1), () => now);
    const [maker, taker] = ['maker', 'taker'].map((name) => exchange.addAccount(name, FREE));
    if (maker === undefined || taker === undefined) throw new Error('no accounts');
    const random = seededRandom(of.seed);
    const participants = createParticipants(
      exchange,
      { maker, taker },
      { options, random, now: () => now },
    );
    participants.start();
    return Array.from({ length: 400 }, () => {
      now += 250;
      participants.step();
      const [price] =
        Object.entries(participants.prices()).find(([name]) => name.startsWith('BTC')) ?? [];
      return Number(participants.prices()[price ?? '']);
    });
  };
  const binance = pricesAt(
    { ...USUAL_PARTICIPANTS, levels: 2, commonSeed: 7 },
    { symbols: BINANCE_SYMBOLS, seed: 1 },
  );

  test('of two exchanges with one common seed stay within 20 basis points, and are not the same', () => {
    const kraken = pricesAt(
      { ...KRAKEN_PARTICIPANTS, levels: 2, commonSeed: 7 },
      { symbols: USUAL_SYMBOLS, seed: 2 },
    );
    const apart = kraken.map((price, step) => Math.abs(price / (binance[step] ?? 0) - 1) * 10_000);
    expect(Math.max(...apart)).toBeLessThan(20);
    expect(Math.max(...apart)).toBeGreaterThan(1);
  });

  test('move along the path, and another seed has another one', () => {
    const moved = (prices: readonly number[]): number =>
      (Math.max(...prices) / Math.min(...prices) - 1) * 10_000;
    expect(moved(binance)).toBeGreaterThan(5);
    const other = pricesAt(
      { ...KRAKEN_PARTICIPANTS, levels: 2, commonSeed: 8 },
      { symbols: USUAL_SYMBOLS, seed: 2 },
    );
    const apart = other.map((price, step) => Math.abs(price / (binance[step] ?? 0) - 1) * 10_000);
    expect(Math.max(...apart)).toBeGreaterThan(20);
  });
});
