// Which orders a kill switch reaches, and what is said of it.
import { expect, test } from '@jest/globals';
import { checkOrder, killAt, killOver } from '../../../risk/index.ts';
import type { Kill } from '../../../spec/events/index.ts';
import {
  type KillScope,
  asAccountID,
  asInstrumentID,
  asSessionID,
  asVenueID,
} from '../../../spec/terms/index.ts';
import { epochNs } from '../../../spec/units/index.ts';
import { noon } from '../../fixtures/desk.ts';

const kill = (scope: KillScope, scopeID = ''): Kill => ({
  scope,
  scopeID,
  who: 'kim',
  reason: 'runaway',
  since: epochNs(noon),
});

const order = {
  sessionID: asSessionID('ACME'),
  account: asAccountID('A1'),
  instrumentID: asInstrumentID('BTC/USDT'),
};

test.each<readonly [KillScope, string, boolean]>([
  ['firm', '', true],
  ['account', 'A1', true],
  ['account', 'A2', false],
  ['account', 'ACME', false],
  ['session', 'ACME', true],
  ['session', 'BOLT', false],
  ['instrument', 'BTC/USDT', true],
  ['instrument', 'ETH/USDT', false],
  ['venue', 'binance', false],
])('the switch of the %s %s reaches an order of ACME, A1, BTC/USDT: %s', (scope, id, reached) => {
  expect(killOver([kill(scope, id)], order) !== null).toBe(reached);
});

test('an order of no known account or instrument is reached by firm and session alone', () => {
  const unknown = { ...order, account: null, instrumentID: null };
  expect(killOver([kill('account', 'A1'), kill('instrument', 'BTC/USDT')], unknown)).toBeNull();
  expect(killOver([kill('account', 'A1'), kill('session', 'ACME')], unknown)?.scope).toBe(
    'session',
  );
});

test("a venue's switch is that venue's alone", () => {
  const kills = [kill('firm'), kill('venue', 'kraken')];
  expect(killAt(kills, asVenueID('kraken'))).toBe(kills[1]);
  expect(killAt(kills, asVenueID('binance'))).toBeNull();
});

test('it refuses before any other check: a stopped client learns nothing else', () => {
  const refusal = checkOrder(
    {
      ...order,
      clOrdID: 'A' as never,
      symbol: 'NONE/SUCH',
      side: 'buy',
      ordType: 'Limit',
      price: null,
      orderQty: 0n as never,
      openQty: 0n as never,
      replacedPrice: null,
    },
    {
      instrument: null,
      limits: [],
      kills: [kill('session', 'ACME')],
      accounts: [],
      isClOrdIDTaken: true,
      referencePrice: null,
      noMarket: null,
      marketCollarBps: 1,
      held: {
        position: 0n as never,
        buyQty: 0n as never,
        sellQty: 0n as never,
        open: () => ({ orders: 0, notional: 0n as never }),
      },
      rate: { messages: 1, orders: 1 },
    },
  );
  expect(refusal).toEqual({
    check: 'killSwitch',
    ordRejReason: 'BrokerOption',
    text: 'the kill switch of session ACME stops orders since 2026-11-21T12:00:00Z; cancels are taken',
  });
});
