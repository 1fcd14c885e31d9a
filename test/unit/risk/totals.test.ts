// What is open in a limit's scope: the firm's everything, else what is of that session, account or instrument.
import { expect, test } from '@jest/globals';
import { type Exposure, emptyExposure, openTotals } from '../../../risk/index.ts';
import { asAccountID, asInstrumentID } from '../../../spec/terms/index.ts';
import { asNotional } from '../../../spec/units/index.ts';

const one = asAccountID('A1');
const two = asAccountID('A2');
const three = asAccountID('B1');
const btc = asInstrumentID('BTC-USDT');
const eth = asInstrumentID('ETH-USDT');

/** Open in one account and instrument: so many orders, buys and sells worth so much. */
function open(
  account: Exposure['account'],
  instrumentID: Exposure['instrumentID'],
  [orders, buys, sells]: readonly [number, bigint, bigint],
): Exposure {
  return {
    ...emptyExposure(account, instrumentID),
    openOrders: orders,
    buyNotional: asNotional(buys),
    sellNotional: asNotional(sells),
  };
}

const exposures = [
  open(one, btc, [1, 100n, 1n]),
  open(one, eth, [2, 200n, 20n]),
  open(two, btc, [4, 400n, 0n]),
  open(three, eth, [8, 0n, 800n]),
];

/** What the session of the accounts A1 and A2 is judged by. */
const within = (scope: 'firm' | 'session' | 'account' | 'instrument', scopeID: string) => {
  const { orders, notional } = openTotals(exposures, { scope, scopeID }, [one, two]);
  return [orders, notional];
};

test('buys and sells of the firm are added up, and do not net', () => {
  expect(within('firm', '')).toEqual([15, 1521n]);
});

test("a session's are those of its accounts, whatever its own name", () => {
  expect(within('session', 'A1')).toEqual([7, 721n]);
});

test("an account's are its own", () => {
  expect(within('account', 'A1')).toEqual([3, 321n]);
  expect(within('account', 'B1')).toEqual([8, 800n]);
});

test("an instrument's are those of every account", () => {
  expect(within('instrument', 'BTC-USDT')).toEqual([5, 501n]);
  expect(within('instrument', 'DOGE-USDT')).toEqual([0, 0n]);
});
