// Limits that an operator changes while the desk runs, and which has the last word after a restart.
import { describe, expect, test } from '@jest/globals';
import { restoreState, snapshotOf, stateHash } from '../../../../gateway/desk/index.ts';
import type { Event, LimitPlace } from '../../../../spec/events/index.ts';
import { type Limits, asInstrumentID } from '../../../../spec/terms/index.ts';
import {
  type Bench,
  account,
  enter,
  instrument,
  newBench,
  noLimits,
  noon,
  orderOf,
  qty,
  replace,
  symbol,
} from '../../../fixtures/desk.ts';
import { resting } from './arrangement.ts';

const by = { who: 'kim', reason: 'client call' } as const;
const ofAccount = { scope: 'account', scopeID: account, name: 'maxOrderQty' } as const;
const ofFirm = { scope: 'firm', scopeID: '', name: 'maxOrderQty' } as const;

function set(
  bench: Bench,
  place: LimitPlace,
  value: bigint | null,
  currency: string | null = null,
) {
  return bench.events({ type: 'SetLimit', ...place, value, currency, ...by });
}

const reset = (bench: Bench, place: LimitPlace): readonly Event[] =>
  bench.events({ type: 'ResetLimit', ...place, ...by });

/** As each start does: the limits of the configuration. */
function configure(bench: Bench, ...limits: readonly Partial<Limits>[]): readonly Event[] {
  return bench.events({
    type: 'ConfigureDesk',
    instruments: [],
    limits: limits.map((one) => ({ ...noLimits, ...one })),
  });
}

/** The reject's text; null where the order is accepted. */
function refusal(bench: Bench, clOrdID: string, orderQty: number): string | null {
  const [event] = bench.events(enter(bench, clOrdID, { orderQty: qty(orderQty) }));
  return event?.type === 'OrderRejected' ? event.text : null;
}

describe('a limit that is set', () => {
  test('judges the next order; an order that is open stays, and may still lower its risk', () => {
    const { bench } = resting();
    expect(set(bench, ofAccount, qty(4)).map(({ type }) => type)).toEqual(['LimitChanged']);
    expect(refusal(bench, 'B', 5)).toBe(`OrderQty(38) 5 BTC is over account ${account}'s 4 BTC`);
    expect(refusal(bench, 'C', 4)).toBeNull();
    expect(orderOf(bench, 'A')).toMatchObject({ endedHow: null, leavesQty: qty(10) });
    const [down] = bench.events(replace(bench, ['D', 'A'], { orderQty: qty(9) }));
    expect(down?.type).toBe('ReplaceRequested');
  });

  test('is on record with who and why, the old figure, the new one, and the configured one', () => {
    const bench = newBench({ limits: [{ ...noLimits, maxOrderQty: qty(50) }] });
    expect(set(bench, ofFirm, qty(60))).toEqual([
      {
        type: 'LimitChanged',
        ...ofFirm,
        ...by,
        before: qty(50),
        after: qty(60),
        configured: qty(50),
      },
    ]);
    expect(set(bench, ofFirm, null)).toEqual([
      { type: 'LimitChanged', ...ofFirm, ...by, before: qty(60), after: null, configured: qty(50) },
    ]);
    expect([...bench.state.limitChanges.values()]).toEqual([
      { ...ofFirm, ...by, value: null, configured: qty(50), at: noon },
    ]);
    expect(refusal(bench, 'A', 1_000)).toBeNull();
  });

  test('the strictest still wins: a looser one at another level does nothing', () => {
    const bench = newBench({ limits: [{ ...noLimits, maxOrderQty: qty(5) }] });
    set(bench, ofAccount, qty(100));
    expect(refusal(bench, 'A', 6)).toBe("OrderQty(38) 6 BTC is over the firm's 5 BTC");
  });

  test('of an instrument is named by its symbol', () => {
    const bench = newBench();
    set(bench, { scope: 'instrument', scopeID: symbol, name: 'maxOpenOrders' }, 1n);
    expect(refusal(bench, 'A', 1)).toBeNull();
    expect(refusal(bench, 'B', 1)).toBe("1 orders are open, instrument BTC-USDT's limit is 1");
  });

  test('is in the snapshot and in the state hash, and leaves no trace when it is reset', () => {
    const bench = newBench({ limits: [{ ...noLimits, maxOrderQty: qty(50) }] });
    const before = stateHash(bench.state);
    set(bench, ofFirm, qty(60));
    const restored = restoreState(structuredClone(snapshotOf(bench.state)));
    expect(stateHash(restored)).toBe(stateHash(bench.state));
    expect(restored.limits).toEqual(bench.state.limits);
    expect(restored.limitChanges).toEqual(bench.state.limitChanges);
    expect(stateHash(bench.state)).not.toBe(before);
    expect(reset(bench, ofFirm)).toEqual([
      { type: 'LimitReset', ...ofFirm, ...by, before: qty(60), after: qty(50) },
    ]);
    expect(stateHash(bench.state)).toBe(before);
  });
});

describe('the configuration at a start', () => {
  test('as it was: the change stands, and nothing is journaled', () => {
    const bench = newBench({ limits: [{ ...noLimits, maxOrderQty: qty(50) }] });
    set(bench, ofFirm, qty(60));
    set(bench, ofAccount, qty(55));
    expect(configure(bench, { maxOrderQty: qty(50) })).toEqual([]);
    expect(refusal(bench, 'A', 56)).toContain(`account ${account}'s 55 BTC`);
  });

  test('with another figure of its own: it has the last word, on record', () => {
    const bench = newBench({ limits: [{ ...noLimits, maxOrderQty: qty(50) }] });
    set(bench, ofFirm, qty(60));
    const events = configure(bench, { maxOrderQty: qty(40) });
    expect(events).toEqual([
      {
        type: 'LimitReset',
        ...ofFirm,
        who: 'configuration',
        reason: 'the configuration has another figure now',
        before: qty(60),
        after: qty(40),
      },
      { type: 'LimitsSet', limits: { ...noLimits, maxOrderQty: qty(40) } },
    ]);
    expect(bench.state.limitChanges.size).toBe(0);
    expect(refusal(bench, 'A', 41)).toContain("the firm's 40 BTC");
    expect(configure(bench, { maxOrderQty: qty(40) })).toEqual([]);
  });

  test('with another figure of another limit: the change stands beside it', () => {
    const bench = newBench({ limits: [{ ...noLimits, maxOrderQty: qty(50) }] });
    set(bench, ofFirm, qty(60));
    configure(bench, { maxOrderQty: qty(50), maxOpenOrders: 1 });
    expect(bench.state.limits.get('firm\u0001')).toMatchObject({
      maxOrderQty: qty(60),
      maxOpenOrders: 1,
    });
    expect(bench.state.limitChanges.size).toBe(1);
  });

  test('that sets nothing there: a change of what it never limited stands', () => {
    const bench = newBench();
    set(bench, ofAccount, qty(4));
    expect(configure(bench, {})).toEqual([]);
    expect(refusal(bench, 'A', 5)).toContain(`account ${account}'s 4 BTC`);
  });

  test('that limits a scope no more: neither its figure nor the change of it holds', () => {
    const limits: Limits = {
      ...noLimits,
      scope: 'account',
      scopeID: account,
      maxOrderQty: qty(4),
      maxOpenOrders: 9,
    };
    const bench = newBench({ limits: [noLimits, limits] });
    set(bench, { ...ofAccount, name: 'maxOpenOrders' }, 1n);
    configure(bench, {});
    for (const id of ['A', 'B']) expect(refusal(bench, id, 1_000)).toBeNull();
    expect(bench.state.limitChanges.size).toBe(0);
  });
});

describe('what is refused to an operator, on record, and changes nothing', () => {
  const euro = {
    ...instrument,
    instrumentID: asInstrumentID('BTC-EUR'),
    symbol: 'BTC/EUR',
    quote: 'EUR',
  };

  test.each<readonly [string, LimitPlace, bigint, string | null, string]>([
    [
      'an account that is none',
      { ...ofAccount, scopeID: 'A9' },
      qty(1),
      null,
      'there is no account A9',
    ],
    [
      'a rate of an account',
      { ...ofAccount, name: 'maxOrdersPerSecond' },
      5n,
      null,
      'maxOrdersPerSecond is a limit of the firm and of sessions, not of an account',
    ],
    [
      'an amount in another currency',
      { scope: 'instrument', scopeID: symbol, name: 'maxOrderNotional' },
      10n ** 36n,
      'EUR',
      'maxOrderNotional is an amount of USDT, found EUR',
    ],
    [
      'an amount over instruments of several quotes',
      { ...ofAccount, name: 'maxOpenNotional' },
      10n ** 36n,
      'USDT',
      'instruments have the quotes USDT, EUR: set maxOpenNotional for each instrument',
    ],
  ])('%s', (_name, place, value, currency, text) => {
    const bench = newBench({ instruments: [instrument, euro] });
    const before = stateHash(bench.state);
    expect(set(bench, place, value, currency)).toEqual([
      { type: 'AdminRefused', commandType: 'SetLimit', ...by, text },
    ]);
    expect(stateHash(bench.state)).toBe(before);
  });

  test('the reset of what was not changed', () => {
    expect(reset(newBench(), ofAccount)).toMatchObject([
      { type: 'AdminRefused', text: `account ${account}'s maxOrderQty is as configured` },
    ]);
  });
});
