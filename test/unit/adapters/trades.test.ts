// The market's trades, followed where a machine is told to. Frames: the documented ones (Binance web-socket-streams.md,
// Kraken websocket-v2/trade).

import { describe, expect, test } from '@jest/globals';
import {
  MARKET_DEFAULTS as BINANCE,
  createBinanceMarket,
} from '../../../adapters/binance/index.ts';
import { MARKET_DEFAULTS as KRAKEN, createKrakenMarket } from '../../../adapters/kraken/index.ts';
import type { MarketOutput, VenueMarket } from '../../../adapters/port/index.ts';
import { asInstrumentID, asVenueID } from '../../../spec/terms/index.ts';
import { formatDecimal, isoTime } from '../../../spec/units/index.ts';
import type { MarketTrade } from '../../../spec/venues/index.ts';
import { START } from './binance/scripted-line.ts';

const symbolsOf = (venueSymbol: string) => [
  { venueSymbol, instrumentID: asInstrumentID(venueSymbol) },
];

const binance = (trades: boolean): VenueMarket =>
  createBinanceMarket({
    ...BINANCE,
    venueID: asVenueID('binance'),
    restURL: 'https://venue.test',
    streamURL: 'wss://venue.test',
    symbols: symbolsOf('BNBBTC'),
    trades,
  });

const kraken = (trades: boolean): VenueMarket =>
  createKrakenMarket({
    ...KRAKEN,
    venueID: asVenueID('kraken'),
    marketURL: 'wss://venue.test/v2',
    symbols: symbolsOf('MATIC/USD'),
    trades,
  });

/** What is asked for on connecting, and what comes of these frames. */
function heard(
  machine: VenueMarket,
  frames: readonly unknown[],
): { readonly asked: string; readonly outputs: readonly MarketOutput[] } {
  const started = machine.step({ type: 'Started', now: START });
  const opened = machine.step({ type: 'ChannelOpened', channel: 'market.1', now: START });
  const outputs = frames.map((frame) =>
    machine.step({
      type: 'FrameReceived',
      channel: 'market.1',
      frame: new TextEncoder().encode(JSON.stringify(frame)),
      now: START,
    }),
  );
  return { asked: JSON.stringify([...started.actions, ...opened.actions]), outputs };
}

const told = ({ trades }: MarketOutput): readonly string[] =>
  trades.map(
    ({ venueSymbol, tradeID, isAggregate, takerSide, price, qty, tradedAt }: MarketTrade) =>
      `${venueSymbol} ${tradeID}${isAggregate ? '*' : ''} ${takerSide} ` +
      `${formatDecimal(qty)} @ ${formatDecimal(price)} ${isoTime(tradedAt)}`,
  );

const AGGREGATE = {
  stream: 'bnbbtc@aggTrade',
  data: {
    e: 'aggTrade',
    E: 1672515782136,
    s: 'BNBBTC',
    a: 12345,
    p: '0.001',
    q: '100',
    f: 100,
    l: 105,
    T: 1672515782136,
    m: true,
    M: true,
  },
};
const SINGLE = {
  stream: 'bnbbtc@trade',
  data: { ...AGGREGATE.data, e: 'trade', t: 12346, m: false, a: undefined },
};

describe('Binance', () => {
  test('one by one and together; the buyer being the maker, a seller took', () => {
    const { asked, outputs } = heard(binance(true), [AGGREGATE, SINGLE]);
    expect(asked).toContain('bnbbtc@depth@100ms/bnbbtc@bookTicker/bnbbtc@aggTrade');
    expect(outputs.flatMap(told)).toEqual([
      'BNBBTC 12345* sell 100 @ 0.001 2022-12-31T19:43:02.136000000Z',
      'BNBBTC 12346 buy 100 @ 0.001 2022-12-31T19:43:02.136000000Z',
    ]);
  });

  test('are neither asked for nor told on a desk', () => {
    const { asked, outputs } = heard(binance(false), [AGGREGATE]);
    expect(asked).not.toContain('aggTrade');
    expect(outputs.flatMap(told)).toEqual([]);
  });

  test.each(['a', 'p', 'q', 'T', 'm'])('one without %s is said to be unreadable', (field) => {
    const data = { ...AGGREGATE.data, [field]: undefined };
    const { outputs } = heard(binance(true), [{ ...AGGREGATE, data }]);
    expect(outputs.flatMap(told)).toEqual([]);
    expect(outputs[0]?.notices).toMatchObject([
      { level: 'warn', sentence: 'a trade cannot be read' },
    ]);
  });
});

const TRADE = {
  symbol: 'MATIC/USD',
  side: 'sell',
  price: 0.5117,
  qty: 40.0,
  ord_type: 'market',
  trade_id: 4665906,
  timestamp: '2023-09-25T07:49:37.708706Z',
};

describe('Kraken', () => {
  test('of each update; a snapshot tells what is past', () => {
    const message = (type: string, data: readonly object[]) => ({ channel: 'trade', type, data });
    const { asked, outputs } = heard(kraken(true), [
      message('snapshot', [TRADE]),
      message('update', [TRADE, { ...TRADE, trade_id: 4665907, side: 'buy', qty: 0.00000001 }]),
    ]);
    expect(asked).toContain('trade');
    expect(outputs.flatMap(told)).toEqual([
      'MATIC/USD 4665906 sell 40 @ 0.5117 2023-09-25T07:49:37.708706000Z',
      'MATIC/USD 4665907 buy 0.00000001 @ 0.5117 2023-09-25T07:49:37.708706000Z',
    ]);
  });

  test('are neither asked for nor told on a desk', () => {
    const update = { channel: 'trade', type: 'update', data: [TRADE] };
    const { asked, outputs } = heard(kraken(false), [update]);
    expect(asked).not.toContain('trade');
    expect(outputs.flatMap(told)).toEqual([]);
  });
});
