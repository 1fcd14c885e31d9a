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
import { asNotional, asPrice, asSignedQty, isOnTick, notional } from '../../../spec/units/index.ts';
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
  openQty: qty(10),
  replacedPrice: null,
};

const view: RiskView = {
  instrument,
  limits: [],
  kills: [],
  accounts: [account],
  isClOrdIDTaken: false,
  referencePrice: price(100),
  noMarket: null,
  marketCollarBps: 100,
  held: {
    position: asSignedQty(0n),
    buyQty: qty(0),
    sellQty: qty(0),
    open: () => ({ orders: 0, notional: asNotional(0n) }),
  },
  rate: { messages: 1, orders: 1 },
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

describe('positions', () => {
  const limits = [
    { ...noLimits, maxLongPosition: qty(50), maxShortPosition: qty(0) },
    { ...noLimits, scope: 'account' as const, scopeID: account, maxShortPosition: qty(5) },
  ];
  const held = (position: bigint, buyQty: number, sellQty: number) => ({
    ...view.held,
    position: asSignedQty(position * 10n ** 18n),
    buyQty: qty(buyQty),
    sellQty: qty(sellQty),
  });

  test('maxLongPosition: position, all open buys and the order are at most the limit', () => {
    expect(refusal({}, { limits, held: held(25n, 15, 100) })).toBeNull();
    expect(refusal({}, { limits, held: held(26n, 15, 100) })).toEqual([
      'maxLongPosition',
      'OrderExceedsLimit',
      "account ACME-1 could come to hold 51 BTC, over the firm's 50 BTC",
    ]);
  });

  test('maxShortPosition: position less all open sells and the order; the strictest wins', () => {
    const sell = { side: 'sell' as const };
    expect(refusal(sell, { limits, held: held(25n, 100, 15) })).toBeNull();
    expect(refusal(sell, { limits, held: held(24n, 100, 15) })).toEqual([
      'maxShortPosition',
      'OrderExceedsLimit',
      "account ACME-1 could come to be short of 1 BTC, over the firm's 0 BTC",
    ]);
  });

  test('an order that lowers what a limit measures is not refused by it', () => {
    expect(refusal({ side: 'sell' }, { limits, held: held(1_000n, 0, 0) })).toBeNull();
    expect(refusal({ side: 'buy' }, { limits, held: held(-1_000n, 0, 0) })).toBeNull();
  });

  test('of a replace, what is filled already is in the position and counts once', () => {
    const replaced = { orderQty: qty(30), openQty: qty(10) };
    expect(refusal(replaced, { limits, held: held(40n, 0, 0) })).toBeNull();
    expect(
      refusal({ orderQty: qty(30), openQty: qty(30) }, { limits, held: held(40n, 0, 0) }),
    ).toEqual(expect.arrayContaining(['maxLongPosition']));
  });
});

describe('what is open', () => {
  const limits = [
    { ...noLimits, maxOpenOrders: 3, maxOpenNotional: asNotional(5_000n * 10n ** 36n) },
    { ...noLimits, scope: 'account' as const, scopeID: account, maxOpenOrders: 2 },
  ];
  const open = (firm: number, ofAccount: number, worth = 0n) => ({
    ...view.held,
    open: ({ scope }: { readonly scope: string }) => ({
      orders: scope === 'firm' ? firm : ofAccount,
      notional: asNotional(worth * 10n ** 36n),
    }),
  });

  test('maxOpenOrders: each limit counts its own scope', () => {
    expect(refusal({}, { limits, held: open(2, 1) })).toBeNull();
    expect(refusal({}, { limits, held: open(2, 2) })).toEqual([
      'maxOpenOrders',
      'OrderExceedsLimit',
      "2 orders are open, account ACME-1's limit is 2",
    ]);
    expect(refusal({}, { limits, held: open(3, 0) })).toEqual([
      'maxOpenOrders',
      'OrderExceedsLimit',
      "3 orders are open, the firm's limit is 3",
    ]);
  });

  test('maxOpenNotional: with the order at its worst price, 10 at 100', () => {
    expect(refusal({}, { limits, held: open(0, 0, 4_000n) })).toBeNull();
    expect(refusal({}, { limits, held: open(0, 0, 4_001n) })).toEqual([
      'maxOpenNotional',
      'OrderExceedsLimit',
      "with it 5001 USDT would be open, over the firm's 5000 USDT",
    ]);
  });

  test('a replace to a lower price holds the old one until the old quantity is dead', () => {
    const held = open(0, 0, 4_000n);
    expect(refusal({ price: price(99), replacedPrice: price(100) }, { limits, held })).toBeNull();
    expect(refusal({ price: price(99), replacedPrice: price(101) }, { limits, held })).toEqual(
      expect.arrayContaining(['maxOpenNotional']),
    );
  });
});

describe('rates', () => {
  const limits = [
    { ...noLimits, maxOrdersPerSecond: 20, maxMessagesPerSecond: 30 },
    { ...noLimits, scope: 'session' as const, scopeID: sessionID, maxOrdersPerSecond: 10 },
  ];

  test('maxOrderRate: the strictest of firm and session', () => {
    expect(refusal({}, { limits, rate: { messages: 10, orders: 10 } })).toBeNull();
    expect(refusal({}, { limits, rate: { messages: 11, orders: 11 } })).toEqual([
      'maxOrderRate',
      'BrokerOption',
      "11 orders within a second, session ACME's limit is 10",
    ]);
  });

  test('maxMessageRate: messages of any kind', () => {
    expect(refusal({}, { limits, rate: { messages: 30, orders: 1 } })).toBeNull();
    expect(refusal({}, { limits, rate: { messages: 31, orders: 1 } })).toEqual([
      'maxMessageRate',
      'BrokerOption',
      "31 messages within a second, the firm's limit is 30; cancels are taken",
    ]);
  });
});

describe('liveMarket', () => {
  test('says of each venue why it shows no market', () => {
    const noMarket = "sandbox's book is 7200 ms old, at most 5000 is allowed";
    expect(refusal({}, { referencePrice: null, noMarket })).toEqual([
      'liveMarket',
      'ExchangeClosed',
      `there is no live market in BTC/USDT now: ${noMarket}`,
    ]);
  });
});
