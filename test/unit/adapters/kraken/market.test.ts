// The market machine, frame by frame: what a book survives, and what takes it away at once.

import { describe, expect, test } from '@jest/globals';
import { MARKET_DEFAULTS, createKrakenMarket } from '../../../../adapters/kraken/index.ts';
import { crc32 } from '../../../../adapters/connection/index.ts';
import type { MachineAction, MarketInput, VenueMarket } from '../../../../adapters/port/index.ts';
import type { EpochNs } from '../../../../spec/ports/index.ts';
import { asInstrumentID, asVenueID } from '../../../../spec/terms/index.ts';
import { epochNs } from '../../../../spec/units/index.ts';
import type { BookSnapshot, VenueNotice } from '../../../../spec/venues/index.ts';
import { START } from '../binance/scripted-line.ts';

const SYMBOL = 'BTC/USD';

/** The documented pair (websocket-v2/instrument), shortened. */
const PAIR = {
  symbol: SYMBOL,
  base: 'BTC',
  quote: 'USD',
  status: 'online',
  qty_precision: 8,
  qty_increment: 0.00000001,
  price_precision: 1,
  cost_precision: 5,
  cost_min: 0.5,
  price_increment: 0.1,
  qty_min: 0.0001,
};

type Level = readonly [price: number, qty: number];

class Market {
  readonly machine: VenueMarket = createKrakenMarket({
    ...MARKET_DEFAULTS,
    venueID: asVenueID('kraken'),
    marketURL: 'wss://venue.test/v2',
    symbols: [{ venueSymbol: SYMBOL, instrumentID: asInstrumentID(SYMBOL) }],
    depth: 10,
  });
  readonly books: BookSnapshot[] = [];
  readonly notices: VenueNotice[] = [];
  readonly actions: MachineAction[] = [];
  now: EpochNs = START;

  step(input: MarketInput): void {
    const output = this.machine.step(input);
    this.books.push(...output.books);
    this.notices.push(...output.notices);
    this.actions.push(...output.actions);
  }

  get channel(): string {
    const opened = this.actions.flatMap((one) => (one.type === 'OpenChannel' ? [one.channel] : []));
    return opened.at(-1) ?? 'none';
  }

  /** Methods and channels of what was said since the last call. */
  said(): string[] {
    return this.actions.splice(0).flatMap((one) => {
      if (one.type !== 'SendFrame') return [];
      const { method, params } = JSON.parse(one.text) as {
        method: string;
        params?: { channel?: string };
      };
      return [`${method} ${params?.channel ?? ''}`.trim()];
    });
  }

  frame(value: unknown): void {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const frame = new TextEncoder().encode(text);
    this.step({ type: 'FrameReceived', channel: 'market.1', frame, now: this.now });
  }

  instruments(pairs: readonly object[], type = 'snapshot'): void {
    this.frame({ channel: 'instrument', type, data: { assets: [], pairs } });
  }

  book(
    type: 'snapshot' | 'update',
    bids: readonly Level[],
    asks: readonly Level[],
    sum?: number,
  ): void {
    const checksum = sum ?? sumOf(asks, bids);
    const levels = (side: readonly Level[]): object[] =>
      side.map(([price, qty]) => ({ price, qty }));
    const data = [{ symbol: SYMBOL, bids: levels(bids), asks: levels(asks), checksum }];
    this.frame({ channel: 'book', type, data });
  }

  wait(ms: number): void {
    for (let passed = 0; passed < ms; passed += 100) {
      this.now = epochNs(this.now + 100_000_000n);
      this.step({ type: 'ClockTicked', now: this.now });
    }
  }

  get state(): string {
    return this.books.at(-1)?.state ?? 'none';
  }

  remarks(): string[] {
    return this.notices.flatMap((one) => (one.type === 'Remarked' ? [one.sentence] : []));
  }

  started(): this {
    this.step({ type: 'Started', now: this.now });
    this.step({ type: 'ChannelOpened', channel: 'market.1', now: this.now });
    return this;
  }

  live(): this {
    this.started().instruments([PAIR]);
    this.book('snapshot', [[99.9, 1]], [[100.1, 2]]);
    return this;
  }
}

/** Price at one decimal and quantity at eight, as whole numbers: asks, then bids, best first. */
function sumOf(asks: readonly Level[], bids: readonly Level[]): number {
  const digits = (side: readonly Level[]): string =>
    side.map(([price, qty]) => `${Math.round(price * 10)}${Math.round(qty * 1e8)}`).join('');
  return crc32(digits(asks) + digits(bids));
}

test('the grids are asked for first, then the books', () => {
  const market = new Market().started();
  expect(market.said()).toEqual(['subscribe instrument']);
  market.instruments([PAIR, { ...PAIR, symbol: 'ETH/USD' }]);
  expect(market.said()).toEqual(['subscribe book']);
  market.book('snapshot', [[99.9, 1]], [[100.1, 2]]);
  expect(market.books.at(-1)).toMatchObject({
    state: 'Live',
    venueSymbol: SYMBOL,
    bids: [[999, 100_000_000]],
    asks: [[1_001, 200_000_000]],
  });
});

test('the update of the documentation (card §5) is read with its numbers as they stand', () => {
  const market = new Market().live();
  market.frame(
    '{"channel":"book","type":"update","data":[{"symbol":"MATIC/USD","bids":[{"price":0.5657,"qty":1098.3947558}],"asks":[],"checksum":2114181697,"timestamp":"2023-10-06T17:35:55.440295Z"}]}',
  );
  expect(market.state).toBe('Live'); // Of a pair that nobody asked for.
});

describe('a message takes the book away at once, and it is subscribed to again', () => {
  const bad: readonly (readonly [string, (market: Market) => void])[] = [
    ['a wrong checksum', (market) => market.book('update', [[99.8, 1]], [], 1)],
    [
      'no checksum',
      (market) =>
        market.frame({
          channel: 'book',
          type: 'update',
          data: [{ symbol: SYMBOL, bids: [], asks: [] }],
        }),
    ],
    [
      'a crossed book',
      (market) =>
        market.book(
          'update',
          [[100.2, 1]],
          [],
          sumOf(
            [[100.1, 2]],
            [
              [100.2, 1],
              [99.9, 1],
            ],
          ),
        ),
    ],
    ['a price of zero', (market) => market.book('update', [[0, 1]], [])],
    ['a negative quantity', (market) => market.book('update', [[99.8, -1]], [])],
    ['a price off the tick', (market) => market.book('update', [[99.85, 1]], [])],
    [
      'NaN',
      (market) =>
        market.frame(
          '{"channel":"book","type":"update","data":[{"symbol":"BTC/USD","bids":[{"price":NaN,"qty":1}]}]}',
        ),
    ],
    ['cut JSON', (market) => market.frame('{"channel":"book","type":"upd')],
    [
      '20,001 levels',
      (market) =>
        market.book(
          'update',
          Array.from({ length: 20_001 }, (_, level) => [level + 1, 1] as const),
          [],
        ),
    ],
  ];

  test.each(bad)('%s', (_, send) => {
    const market = new Market().live();
    market.said();
    send(market);
    expect(market.state).toBe('Invalid');
    expect(market.books.at(-1)).toMatchObject({ bids: [], asks: [] });
    expect(market.said()).toEqual(['unsubscribe book']);
    market.book('update', [[99.8, 1]], []); // Of the old subscription: not heard.
    expect(market.state).toBe('Invalid');
    market.wait(1_000);
    expect(market.said()).toEqual(['subscribe book']);
    market.book('snapshot', [[99.9, 1]], [[100.1, 2]]);
    expect(market.state).toBe('Live');
  });
});

test('its tries are spread out: six failures take ten seconds and more', () => {
  const market = new Market().live();
  market.said();
  for (let failure = 0; failure < 6; failure += 1) {
    market.book('update', [[99.8, 1]], [], 1);
    for (let waited = 0; market.said().includes('subscribe book') === false; waited += 100) {
      market.wait(100);
      expect(waited).toBeLessThan(15_000);
    }
    market.book('snapshot', [[99.9, 1]], [[100.1, 2]]);
  }
  expect(Number(market.now - START) / 1e9).toBeGreaterThan(10);
});

test('a halt, a new grid and a pair that is gone', () => {
  const market = new Market().live();
  market.instruments([{ symbol: SYMBOL, status: 'cancel_only' }], 'update');
  const listings = (): unknown =>
    market.notices.flatMap((one) => (one.type === 'ListingsFound' ? one.listings : [])).at(-1);
  expect(listings()).toMatchObject({ venueSymbol: SYMBOL, state: 'Halted' });
  expect(market.state).toBe('Live');
  market.instruments([{ symbol: SYMBOL, price_increment: 0.5 }], 'update');
  expect(market.state).toBe('Invalid');
  market.instruments([], 'snapshot');
  expect(market.remarks()).toContain('a configured symbol cannot be traded');
});

test('a tick of zero is no grid, and there is no book', () => {
  const market = new Market().started();
  market.said();
  market.instruments([{ ...PAIR, price_increment: 0 }]);
  expect(market.said()).toEqual([]);
  expect(market.state).toBe('Invalid');
});

test('a subscription that is refused is asked for again, later', () => {
  const market = new Market().started();
  market.instruments([PAIR]);
  market.said();
  market.frame({
    method: 'subscribe',
    success: false,
    symbol: SYMBOL,
    error: 'Currency pair not supported',
  });
  expect(market.said()).toEqual(['unsubscribe book']);
  market.wait(1_000);
  expect(market.said()).toEqual(['subscribe book']);
});

test('a snapshot that does not come is asked for again after 10 s', () => {
  const market = new Market().started();
  market.instruments([PAIR]);
  market.said();
  for (let second = 0; second < 11; second += 1) {
    market.frame({ channel: 'heartbeat' });
    market.wait(1_000);
  }
  expect(market.said()).toEqual(expect.arrayContaining(['unsubscribe book', 'subscribe book']));
});

test('silence is asked about, then the line is given up and opened again', () => {
  const market = new Market().live();
  market.said();
  market.wait(10_100);
  expect(market.said()).toEqual(['ping']);
  market.frame({ method: 'pong', req_id: 3 });
  market.wait(9_000);
  expect(market.said()).toEqual([]);
  market.wait(11_000);
  expect(market.state).toBe('Invalid');
  expect(market.actions.some(({ type }) => type === 'CloseChannel')).toBe(true);
  market.wait(1_000);
  expect(market.channel).toBe('market.2');
});
