// Each check: what passes at the edge of its bound, what is refused one step beyond, and in which words.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  checkOrder,
  collaredPrice,
  type ProposedOrder,
  type RiskView,
  strictest,
} from '../../../risk/index.ts';
import { asAccountID, asClOrdID, asSessionID } from '../../../spec/terms/index.ts';
import { asNotional, asPrice, isOnTick, notional } from '../../../spec/units/index.ts';
import {
  account,
  instrument,
  instrumentID,
  listing,
  noLimits,
  price,
  qty,
  sessionID,
  symbol,
} from '../../fixtures/desk.ts';

const order: ProposedOrder = {
  sessionID,
  clOrdID: asClOrdID('A'),
  account,
  symbol,
  side: 'buy',
  ordType: 'Limit',
  price: price(100),
  orderQty: qty(10),
};

const view: RiskView = {
  instrument,
  limits: [],
  accounts: [account],
  isClOrdIDTaken: false,
  referencePrice: price(100),
  marketCollarBps: 100,
};

function refusal(change: Partial<ProposedOrder>, seen: Partial<RiskView> = {}) {
  const found = checkOrder({ ...order, ...change }, { ...view, ...seen });
  return found === null ? null : [found.check, found.ordRejReason, found.text];
}

test('an order within all bounds passes', () => {
  expect(refusal({})).toBeNull();
  expect(refusal({ ordType: 'Market', price: null })).toBeNull();
});

describe('duplicateClOrdID', () => {
  test('refuses a ClOrdID that was used before', () => {
    expect(refusal({}, { isClOrdIDTaken: true })).toEqual([
      'duplicateClOrdID',
      'DuplicateOrder',
      'ClOrdID(11) A was used before',
    ]);
  });
});

describe('knownInstrument', () => {
  test('refuses a symbol that is none of ours', () => {
    expect(refusal({ symbol: 'X/Y' }, { instrument: null })).toEqual([
      'knownInstrument',
      'UnknownSymbol',
      'Symbol(55) X/Y is not known here',
    ]);
  });

  test('refuses a halted one, and one that no venue lists', () => {
    const closed = [
      'knownInstrument',
      'ExchangeClosed',
      'BTC/USDT is not trading at any venue now',
    ];
    expect(refusal({}, { instrument: { ...instrument, state: 'Halted' } })).toEqual(closed);
    expect(refusal({}, { instrument: { ...instrument, listings: [] } })).toEqual(closed);
  });
});

describe('knownAccount', () => {
  test("refuses an account that is not the session's, without saying whose it is", () => {
    expect(refusal({ account: asAccountID('OTHER') })).toEqual([
      'knownAccount',
      'UnknownAccount',
      'Account(1) OTHER is not an account of this session',
    ]);
  });

  test('refuses none where the session has several', () => {
    const accounts = [account, asAccountID('ACME-2')];
    expect(refusal({ account: null }, { accounts })).toEqual([
      'knownAccount',
      'UnknownAccount',
      'Account(1) is required: this session trades for 2 accounts',
    ]);
  });
});

describe('orderOnGrid', () => {
  const bounded = { ...listing, minQty: qty(1), maxQty: qty(10), minNotional: asNotional(0n) };
  const at = (one: typeof listing) => ({ instrument: { ...instrument, listings: [one] } });

  test.each([
    [{ orderQty: qty(0) }, 'IncorrectQuantity', 'OrderQty(38) must be above 0'],
    [{ price: price(0) }, 'Other', 'Price(44) must be above 0'],
    [{ price: price(-1) }, 'Other', 'Price(44) must be above 0'],
    [
      { orderQty: qty('1.0005') },
      'IncorrectQuantity',
      'OrderQty(38) 1.0005 is not a multiple of the lot 0.001',
    ],
    [{ orderQty: qty('0.999') }, 'IncorrectQuantity', 'OrderQty(38) 0.999 is below the minimum 1'],
    [
      { orderQty: qty('10.001') },
      'IncorrectQuantity',
      'OrderQty(38) 10.001 is above the maximum 10',
    ],
    [{ price: price('100.005') }, 'Other', 'Price(44) 100.005 is not a multiple of the tick 0.01'],
  ] as const)('refuses %p', (change, reason, text) => {
    expect(refusal(change, at(bounded))).toEqual(['orderOnGrid', reason, text]);
  });

  test('the bounds themselves pass', () => {
    expect(refusal({ orderQty: qty(1) }, at(bounded))).toBeNull();
    expect(refusal({ orderQty: qty(10) }, at(bounded))).toBeNull();
  });

  test('the least order value of the venue passes, one lot less does not', () => {
    const least = { ...bounded, minNotional: notional(price(100), qty(5)) };
    expect(refusal({ orderQty: qty(5) }, at(least))).toBeNull();
    expect(refusal({ orderQty: qty('4.999') }, at(least))?.[1]).toBe('IncorrectQuantity');
  });

  test('one venue that can take it is enough', () => {
    const other = { ...bounded, maxQty: qty(100) };
    const both = { instrument: { ...instrument, listings: [bounded, other] } };
    expect(refusal({ orderQty: qty(50) }, both)).toBeNull();
    expect(refusal({ orderQty: qty(101) }, both)?.[2]).toBe(
      'OrderQty(38) 101 is above the maximum 100',
    );
  });
});

describe('maxOrderQty', () => {
  const limits = [{ ...noLimits, maxOrderQty: qty(10) }];

  test('the limit itself passes, one lot more does not', () => {
    expect(refusal({ orderQty: qty(10) }, { limits })).toBeNull();
    expect(refusal({ orderQty: qty('10.001') }, { limits })).toEqual([
      'maxOrderQty',
      'OrderExceedsLimit',
      "OrderQty(38) 10.001 BTC is over the firm's 10 BTC",
    ]);
  });
});

describe('priceCollar', () => {
  const limits = [{ ...noLimits, priceCollarBps: 50 }];

  test.each([
    ['buy', '100.50', null],
    ['buy', '100.51', 'above 100.5'],
    ['buy', '1', null],
    ['sell', '99.50', null],
    ['sell', '99.49', 'below 99.5'],
    ['sell', '1000', null],
  ] as const)('a %s at %s around 100, 50 bps: %s', (side, at, found) => {
    const text = refusal({ side, price: price(at) }, { limits })?.[2] ?? null;
    if (found === null) expect(text).toBeNull();
    else expect(text).toBe(`Price(44) ${at} is ${found}, the firm's collar of 50 bps around 100`);
  });

  test('without a live market no order passes', () => {
    expect(refusal({}, { referencePrice: null })).toEqual([
      'priceCollar',
      'ExchangeClosed',
      'there is no live market in BTC/USDT now',
    ]);
  });
});

describe('maxOrderNotional', () => {
  const limits = [{ ...noLimits, maxOrderNotional: notional(price(100), qty(10)) }];

  test('the limit itself passes, one tick more does not', () => {
    expect(refusal({}, { limits })).toBeNull();
    expect(refusal({ price: price('100.01') }, { limits })).toEqual([
      'maxOrderNotional',
      'OrderExceedsLimit',
      "1000.1 USDT is over the firm's 1000 USDT",
    ]);
  });

  test('a market buy counts at its collar', () => {
    const market = { ordType: 'Market', price: null } as const;
    // 9.9 at 101, the collar of 100 bps, is 999.9; one hundredth more is 1000.91.
    expect(refusal({ ...market, orderQty: qty('9.9') }, { limits })).toBeNull();
    expect(refusal({ ...market, orderQty: qty('9.91') }, { limits })?.[0]).toBe('maxOrderNotional');
  });

  test('a sell counts at the market where its limit is lower', () => {
    const sell = { side: 'sell', price: price('99.01') } as const;
    expect(refusal({ ...sell, orderQty: qty('10.001') }, { limits })?.[2]).toBe(
      "1000.1 USDT is over the firm's 1000 USDT",
    );
  });
});

describe('strictest', () => {
  const placed = { sessionID, account, instrumentID };
  const of = (
    scope: 'firm' | 'session' | 'account' | 'instrument',
    scopeID: string,
    size: number,
  ) => ({ ...noLimits, scope, scopeID, maxOrderQty: qty(size) }) as const;

  test('the smallest of those that apply wins, and says whose it is', () => {
    const limits = [
      of('firm', '', 5),
      of('session', sessionID, 4),
      of('account', account, 3),
      of('instrument', instrumentID, 6),
      of('session', asSessionID('OTHER'), 1),
    ];
    expect(strictest(limits, 'maxOrderQty', placed)).toEqual({
      amount: qty(3),
      whose: "account ACME-1's",
    });
  });

  test('null is no limit, zero is one', () => {
    expect(strictest([noLimits], 'maxOrderQty', placed)).toBeNull();
    expect(strictest([noLimits, of('firm', '', 0)], 'maxOrderQty', placed)?.amount).toBe(0n);
  });
});

describe('collaredPrice', () => {
  const anyReference = fc.bigInt({ min: 1n, max: 10n ** 24n }).map(asPrice);
  const anyTick = fc.bigInt({ min: 1n, max: 10n ** 20n }).map(asPrice);

  test('is on the tick and never beyond the collar', () => {
    fc.assert(
      fc.property(anyReference, anyTick, fc.integer({ min: 0, max: 10_000 }), (...drawn) => {
        const [reference, tick, collarBps] = drawn;
        const buy = collaredPrice('buy', reference, { collarBps, tick });
        const sell = collaredPrice('sell', reference, { collarBps, tick });
        expect(isOnTick(buy, tick) && isOnTick(sell, tick)).toBe(true);
        expect(buy * 10_000n <= reference * BigInt(10_000 + collarBps)).toBe(true);
        expect(sell * 10_000n >= reference * BigInt(10_000 - collarBps)).toBe(true);
        expect(sell >= tick).toBe(true);
      }),
    );
  });
});
