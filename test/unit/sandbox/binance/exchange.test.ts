import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { amount, formatDecimal } from '../../../sandbox/exchange/decimal.ts';
import type { Exchange } from '../../../sandbox/exchange/exchange.ts';
import { isOpen } from '../../../sandbox/exchange/terms.ts';
import type { Account, NewOrder, Order, Placed } from '../../../sandbox/exchange/terms.ts';
import { order, testMarket } from './market.ts';

function accepted(placed: Placed): Order {
  if (!placed.ok) throw new Error(placed.msg);
  return placed.order;
}

function prices(placed: Placed): string[] {
  return placed.ok
    ? placed.fills.map((fill) => `${formatDecimal(fill.qty)}@${formatDecimal(fill.price)}`)
    : [placed.msg];
}

function free(account: Account, asset: string): string {
  return formatDecimal(account.balances.get(asset)?.free ?? 0n);
}

function locked(account: Account, asset: string): string {
  return formatDecimal(account.balances.get(asset)?.locked ?? 0n);
}

describe('matching', () => {
  test('the best price trades first, at one price the oldest order', () => {
    const market = testMarket();
    const [ann, ben] = [market.account('ann'), market.account('ben')];
    market.exchange.place(ann, order('SELL 1 @ 101', { clientOrderId: 'worse' }));
    market.exchange.place(ann, order('SELL 1 @ 100', { clientOrderId: 'older' }));
    market.exchange.place(ann, order('SELL 1 @ 100', { clientOrderId: 'newer' }));
    const taken = market.exchange.place(ben, order('BUY 2.5 @ 101'));
    expect(prices(taken)).toEqual([
      '1.00000000@100.00000000',
      '1.00000000@100.00000000',
      '0.50000000@101.00000000',
    ]);
    expect(
      market.executions.filter((e) => e.trade?.isMaker).map((e) => e.order.placedClientOrderId),
    ).toEqual(['older', 'newer', 'worse']);
  });

  test('a trade happens at the price of the resting order', () => {
    const market = testMarket();
    const [ann, ben] = [market.account('ann'), market.account('ben')];
    market.exchange.place(ann, order('BUY 1 @ 105'));
    expect(prices(market.exchange.place(ben, order('SELL 1 @ 100')))).toEqual([
      '1.00000000@105.00000000',
    ]);
  });

  test('what a GTC order does not fill rests; what an IOC order does not fill is EXPIRED', () => {
    const market = testMarket();
    const [ann, ben] = [market.account('ann'), market.account('ben')];
    market.exchange.place(ann, order('SELL 1 @ 100'));
    const ioc = accepted(
      market.exchange.place(
        ben,
        order('BUY 3 @ 100', { timeInForce: 'IOC', clientOrderId: 'ioc' }),
      ),
    );
    expect([ioc.status, formatDecimal(ioc.executedQty)]).toEqual(['EXPIRED', '1.00000000']);
    const gtc = accepted(market.exchange.place(ben, order('BUY 3 @ 99')));
    expect(gtc.status).toBe('NEW');
    expect(market.story.filter((line) => line.startsWith('ioc'))).toEqual([
      'ioc NEW NEW',
      'ioc TRADE PARTIALLY_FILLED',
      'ioc EXPIRED EXPIRED',
    ]);
    expect(market.executions.find((e) => e.type === 'EXPIRED')?.expiryReason).toBe(
      'UNFILLED_IOC_QUANTITY_EXPIRED',
    );
  });

  test('a FOK order fills whole or is EXPIRED without a trade', () => {
    const market = testMarket();
    const [ann, ben] = [market.account('ann'), market.account('ben')];
    market.exchange.place(ann, order('SELL 1 @ 100'));
    market.exchange.place(ann, order('SELL 1 @ 101'));
    const fok = { timeInForce: 'FOK' } as const;
    const short = market.exchange.place(ben, order('BUY 2 @ 100', fok));
    expect([accepted(short).status, prices(short)]).toEqual(['EXPIRED', []]);
    expect(accepted(market.exchange.place(ben, order('BUY 2 @ 101', fok))).status).toBe('FILLED');
  });

  test('a LIMIT_MAKER order that would take is rejected and changes nothing', () => {
    const market = testMarket();
    const [ann, ben] = [market.account('ann'), market.account('ben')];
    market.exchange.place(ann, order('SELL 1 @ 100'));
    expect(market.exchange.place(ben, order('BUY 1 @ 100', { type: 'LIMIT_MAKER' }))).toEqual({
      ok: false,
      code: -2010,
      msg: 'Order would immediately match and take.',
    });
    expect([free(ben, 'USDT'), locked(ben, 'USDT')]).toEqual(['100000000.00000000', '0.00000000']);
    expect(
      accepted(market.exchange.place(ben, order('BUY 1 @ 99', { type: 'LIMIT_MAKER' }))).status,
    ).toBe('NEW');
  });

  test('a market order trades through the levels; with nothing left it is EXPIRED', () => {
    const market = testMarket();
    const [ann, ben] = [market.account('ann'), market.account('ben')];
    market.exchange.place(ann, order('SELL 1 @ 100'));
    market.exchange.place(ann, order('SELL 1 @ 102'));
    const taken = market.exchange.place(ben, order('BUY 5'));
    expect(prices(taken)).toEqual(['1.00000000@100.00000000', '1.00000000@102.00000000']);
    expect(accepted(taken).status).toBe('EXPIRED');
    expect(locked(ben, 'USDT')).toBe('0.00000000');
  });

  test('quoteOrderQty buys whole steps for at most that much', () => {
    const market = testMarket();
    const [ann, ben] = [market.account('ann'), market.account('ben')];
    market.exchange.place(ann, order('SELL 1 @ 30000'));
    const taken = market.exchange.place(ben, order('BUY 0', { quoteOrderQty: amount('100') }));
    // 100 / 30000 = 0.003333.., in steps of 0.00001: 0.00333 for 99.9.
    expect(prices(taken)).toEqual(['0.00333000@30000.00000000']);
    expect(free(ben, 'USDT')).toBe('99999900.10000000');
  });

  test('an account may trade with itself (self-trade prevention NONE)', () => {
    const market = testMarket();
    const ann = market.account('ann');
    market.exchange.place(ann, order('SELL 1 @ 100'));
    expect(accepted(market.exchange.place(ann, order('BUY 1 @ 100'))).status).toBe('FILLED');
    expect(ann.trades.map((trade) => trade.isMaker)).toEqual([false, true]);
  });

  test('trade ids count up by one within each symbol', () => {
    const market = testMarket();
    const [ann, ben] = [market.account('ann'), market.account('ben')];
    for (const symbol of ['BTCUSDT', 'ETHUSDT', 'BTCUSDT']) {
      market.exchange.place(ann, order('SELL 1 @ 100', { symbol }));
      market.exchange.place(ben, order('BUY 1 @ 100', { symbol }));
    }
    expect(market.trades.map((trade) => [trade.symbol, trade.id])).toEqual([
      ['BTCUSDT', 1_000_001],
      ['ETHUSDT', 1_000_001],
      ['BTCUSDT', 1_000_002],
    ]);
  });
});

describe('funds', () => {
  test('a resting buy locks its notional, a better fill gives the difference back', () => {
    const market = testMarket();
    const [ann, ben] = [market.account('ann', { USDT: '1000' }), market.account('ben')];
    market.exchange.place(ben, order('SELL 1 @ 100'));
    market.exchange.place(ann, order('BUY 2 @ 110'));
    // 1 bought at 100 (fee 0.2 % of 1 BTC), 1 resting at 110.
    expect([free(ann, 'USDT'), locked(ann, 'USDT'), free(ann, 'BTC')]).toEqual([
      '790.00000000',
      '110.00000000',
      '0.99800000',
    ]);
  });

  test('the fee is taken from what is received, at the maker or the taker rate', () => {
    const market = testMarket();
    const [ann, ben] = [market.account('ann'), market.account('ben')];
    market.exchange.place(ann, order('SELL 1 @ 1000'));
    market.exchange.place(ben, order('BUY 1 @ 1000'));
    // Maker 0.1 % of 1000 USDT, taker 0.2 % of 1 BTC.
    expect(ann.trades.map((t) => [formatDecimal(t.commission), t.commissionAsset])).toEqual([
      ['1.00000000', 'USDT'],
    ]);
    expect(ben.trades.map((t) => [formatDecimal(t.commission), t.commissionAsset])).toEqual([
      ['0.00200000', 'BTC'],
    ]);
  });

  test('an order over the free balance is rejected with -2010', () => {
    const market = testMarket();
    const ann = market.account('ann', { USDT: '100' });
    expect(market.exchange.place(ann, order('BUY 2 @ 60'))).toMatchObject({
      code: -2010,
      msg: 'Account has insufficient balance for requested action.',
    });
  });

  // Any sequence of requests of three accounts: what was credited is in balances and fees, and nowhere
  // is a balance negative; every lock is that of the open orders.
  test.each(['received', 'quote'] as const)(
    'the sum of every asset stays what was credited, fees in %s',
    (feesIn) => {
      fc.assert(
        fc.property(fc.array(anyAction(), { minLength: 1, maxLength: 60 }), (actions) => {
          const market = testMarket({}, feesIn);
          const accounts = ['ann', 'ben', 'cat'].map((name) =>
            market.account(name, { BTC: '10', USDT: '1000' }),
          );
          for (const action of actions) {
            const account = accounts[action.who];
            if (account === undefined) continue;
            if (action.type === 'place') market.exchange.place(account, action.order);
            const open = [...account.open.values()][0];
            if (action.type === 'cancel' && open !== undefined) market.exchange.cancel(open, null);
            if (action.type === 'amend' && open !== undefined)
              market.exchange.amend(open, amount(action.to), null);
            const cat = accounts[2];
            if (action.type === 'fill' && open !== undefined && cat !== undefined) {
              market.exchange.fillDirectly(open, amount(action.to), cat);
            }
            expectConserved(market.exchange);
          }
        }),
        { numRuns: 300 },
      );
    },
  );
});

type Action =
  | { readonly type: 'place'; readonly who: number; readonly order: NewOrder }
  | { readonly type: 'cancel'; readonly who: number }
  | { readonly type: 'amend' | 'fill'; readonly who: number; readonly to: string };

function anyAction(): fc.Arbitrary<Action> {
  const who = fc.integer({ min: 0, max: 2 });
  const side = fc.constantFrom('BUY', 'SELL');
  const quantity = fc.integer({ min: 1, max: 40 }).map((tenths) => `${tenths / 10}`);
  const limit = fc.record({
    type: fc.constant('place' as const),
    who,
    order: fc
      .tuple(
        side,
        quantity,
        fc.integer({ min: 95, max: 105 }),
        fc.constantFrom('GTC', 'IOC', 'FOK'),
      )
      .map(([buys, size, price, timeInForce]) =>
        order(`${buys} ${size} @ ${price}`, { timeInForce }),
      ),
  });
  const market = fc.record({
    type: fc.constant('place' as const),
    who,
    order: fc.tuple(side, quantity).map(([buys, size]) => order(`${buys} ${size}`)),
  });
  const spend = fc.record({
    type: fc.constant('place' as const),
    who,
    order: fc
      .tuple(side, fc.integer({ min: 5, max: 500 }))
      .map(([buys, quote]) => order(`${buys} 0`, { quoteOrderQty: amount(String(quote)) })),
  });
  return fc.oneof(
    { weight: 5, arbitrary: limit },
    market,
    spend,
    fc.record({ type: fc.constant('cancel' as const), who }),
    fc.record({ type: fc.constantFrom('amend' as const, 'fill' as const), who, to: quantity }),
  );
}

function expectConserved(exchange: Exchange): void {
  const held = new Map(exchange.feesTaken);
  for (const account of exchange.accounts.values()) {
    for (const [asset, balance] of account.balances) {
      expect(balance.free >= 0n && balance.locked >= 0n).toBe(true);
      held.set(asset, (held.get(asset) ?? 0n) + balance.free + balance.locked);
    }
    for (const [asset, buys] of [
      ['USDT', 'BUY'],
      ['BTC', 'SELL'],
    ] as const) {
      let locks = 0n;
      for (const open of account.open.values()) if (open.side === buys) locks += open.locked;
      expect(account.balances.get(asset)?.locked ?? 0n).toBe(locks);
    }
  }
  for (const [asset, credited] of exchange.credited) expect(held.get(asset)).toBe(credited);
  const market = exchange.market('BTCUSDT');
  const bid = market?.bids.best()?.price ?? 0n;
  const ask = market?.asks.best()?.price ?? 10n ** 18n;
  expect(bid < ask).toBe(true);
}

describe('filters', () => {
  test.each([
    ['BUY 1 @ 100.001', -1013, 'Filter failure: PRICE_FILTER'],
    ['BUY 1 @ 0', -1013, 'Filter failure: PRICE_FILTER'],
    ['BUY 1 @ 1000000.01', -1013, 'Filter failure: PRICE_FILTER'],
    ['BUY 0.000001 @ 100', -1013, 'Filter failure: LOT_SIZE'],
    ['BUY 0.100001 @ 100', -1013, 'Filter failure: LOT_SIZE'],
    ['BUY 9000.00001 @ 100', -1013, 'Filter failure: LOT_SIZE'],
    ['BUY 0.04999 @ 100', -1013, 'Filter failure: NOTIONAL'],
  ])('%s is refused with %i %s', (text, code, msg) => {
    const market = testMarket();
    expect(market.exchange.place(market.account('ann'), order(text))).toEqual({
      ok: false,
      code,
      msg,
    });
  });

  test('the smallest order that all filters allow is taken', () => {
    const market = testMarket();
    expect(market.exchange.place(market.account('ann'), order('BUY 0.05 @ 100')).ok).toBe(true);
  });

  test('a halted symbol takes no order', () => {
    const market = testMarket();
    const btc = market.exchange.market('BTCUSDT');
    if (btc !== undefined) btc.status = 'HALT';
    expect(market.exchange.place(market.account('ann'), order('BUY 1 @ 100'))).toMatchObject({
      msg: 'Market is closed.',
    });
  });
});

describe('client order ids', () => {
  test('an id of an open order is refused as a duplicate, and free again once that order has ended', () => {
    const market = testMarket();
    const ann = market.account('ann');
    const first = accepted(
      market.exchange.place(ann, order('BUY 1 @ 100', { clientOrderId: 'same' })),
    );
    const again = (): Placed =>
      market.exchange.place(ann, order('BUY 1 @ 100', { clientOrderId: 'same' }));
    expect(again()).toEqual({ ok: false, code: -2010, msg: 'Duplicate order sent.' });
    market.exchange.cancel(first, null);
    expect(again().ok).toBe(true);
  });

  test('cancelling gives the order a new id and names the old one in C', () => {
    const market = testMarket();
    const placed = accepted(
      market.exchange.place(market.account('ann'), order('BUY 1 @ 100', { clientOrderId: 'old' })),
    );
    market.exchange.cancel(placed, 'new');
    const report = market.executions[market.executions.length - 1];
    expect([report?.type, report?.origClientOrderId, placed.clientOrderId]).toEqual([
      'CANCELED',
      'old',
      'new',
    ]);
  });

  test('an ended order cannot be cancelled: -2011', () => {
    const market = testMarket();
    const placed = accepted(market.exchange.place(market.account('ann'), order('BUY 1 @ 100')));
    market.exchange.cancel(placed, null);
    expect(market.exchange.cancel(placed, null)).toEqual({
      ok: false,
      code: -2011,
      msg: 'Unknown order sent.',
    });
  });
});

describe('amending', () => {
  test('a smaller quantity keeps the place in the queue and releases funds', () => {
    const market = testMarket();
    const [ann, ben] = [market.account('ann', { USDT: '1000' }), market.account('ben')];
    const first = accepted(
      market.exchange.place(ann, order('BUY 5 @ 100', { clientOrderId: 'first' })),
    );
    market.exchange.place(ben, order('BUY 5 @ 100', { clientOrderId: 'second' }));
    expect(market.exchange.amend(first, amount('2'), 'first').ok).toBe(true);
    expect([free(ann, 'USDT'), locked(ann, 'USDT')]).toEqual(['800.00000000', '200.00000000']);
    market.exchange.place(ben, order('SELL 2 @ 100'));
    expect(first.status).toBe('FILLED');
  });

  test.each([
    ['6', -2038, 'Order amend (quantity increase) is not supported.'],
    ['5', -2038, 'The requested action would change no state; rejecting.'],
    ['0.000001', -1013, 'Filter failure: LOT_SIZE'],
  ])('newQty %s of an order for 5 is refused with %i', (to, code, msg) => {
    const market = testMarket();
    const placed = accepted(market.exchange.place(market.account('ann'), order('BUY 5 @ 100')));
    expect(market.exchange.amend(placed, amount(to), null)).toEqual({ ok: false, code, msg });
  });
});

describe('what only tests ask for', () => {
  test('a cancelled order may still be filled: its report comes late, its status tells both', () => {
    const market = testMarket();
    const [ann, ben] = [market.account('ann'), market.account('ben')];
    const placed = accepted(
      market.exchange.place(ann, order('BUY 2 @ 100', { clientOrderId: 'late' })),
    );
    market.exchange.cancel(placed, null);
    market.exchange.fillDirectly(placed, amount('1'), ben);
    expect(market.story.filter((line) => line.startsWith('late'))).toEqual([
      'late NEW NEW',
      'late CANCELED CANCELED',
      'late TRADE CANCELED',
    ]);
    expect(ann.trades).toHaveLength(1);
    expectConserved(market.exchange);
  });

  test('a direct fill is cut to whole steps, so that no lock is left over', () => {
    const market = testMarket();
    const [ann, ben] = [market.account('ann'), market.account('ben')];
    const placed = accepted(market.exchange.place(ann, order('BUY 2 @ 100.01')));
    market.exchange.fillDirectly(placed, amount('0.12345678'), ben);
    expect(formatDecimal(placed.executedQty)).toBe('0.12345000');
    market.exchange.fillDirectly(placed, amount('2'), ben);
    expect([placed.status, locked(ann, 'USDT')]).toEqual(['FILLED', '0.00000000']);
  });

  test('the exchange may end an order by itself', () => {
    const market = testMarket();
    const placed = accepted(market.exchange.place(market.account('ann'), order('BUY 2 @ 100')));
    expect(market.exchange.end(placed, 'EXPIRED')).toBe(true);
    expect(isOpen(placed)).toBe(false);
    expect(market.executions[market.executions.length - 1]?.expiryReason).toBe('EXCHANGE_CANCELED');
    expectConserved(market.exchange);
  });
});
