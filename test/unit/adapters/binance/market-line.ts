// A hand on the other end of the market line: streams, snapshots and time for the market machine.

import type { MachineAction, MarketInput, VenueMarket } from '../../../../adapters/port/index.ts';
import {
  type BinanceMarketConfig,
  MARKET_DEFAULTS,
  createBinanceMarket,
} from '../../../../adapters/binance/index.ts';
import type { EpochNs } from '../../../../spec/ports/index.ts';
import { asInstrumentID, asVenueID } from '../../../../spec/terms/index.ts';
import { epochNs } from '../../../../spec/units/index.ts';
import type { BookSnapshot, VenueNotice } from '../../../../spec/venues/index.ts';

export function marketConfig(symbols: readonly string[]): BinanceMarketConfig {
  return {
    ...MARKET_DEFAULTS,
    venueID: asVenueID('binance'),
    restURL: 'https://venue.test',
    streamURL: 'wss://venue.test:9443',
    symbols: symbols.map((venueSymbol) => ({
      venueSymbol,
      instrumentID: asInstrumentID(venueSymbol),
    })),
  };
}

export function exchangeInfo(
  symbols: readonly string[],
  tickSize = '0.01',
  stepSize = '0.001',
): unknown {
  return {
    symbols: symbols.map((symbol) => ({
      symbol,
      status: 'TRADING',
      baseAsset: 'BASE',
      quoteAsset: 'QUOTE',
      filters: [
        { filterType: 'PRICE_FILTER', minPrice: tickSize, maxPrice: '1000000', tickSize },
        { filterType: 'LOT_SIZE', minQty: stepSize, maxQty: '9000000', stepSize },
        { filterType: 'NOTIONAL', minNotional: '5' },
      ],
    })),
  };
}

export interface AskedHttp {
  readonly requestID: string;
  readonly url: string;
}

export class MarketLine {
  readonly machine: VenueMarket;
  readonly symbols: readonly string[];
  readonly asked: AskedHttp[] = [];
  readonly opened: { readonly channel: string; readonly url: string }[] = [];
  readonly closed: string[] = [];
  readonly frames: string[] = [];
  readonly notices: VenueNotice[] = [];
  readonly books = new Map<string, BookSnapshot>();
  /** Books of the newest step. */
  newest: readonly BookSnapshot[] = [];
  now: EpochNs = epochNs(1_700_000_000_000_000_000n);

  constructor(symbols: readonly string[] = ['BTCUSDT'], more: Partial<BinanceMarketConfig> = {}) {
    this.symbols = symbols;
    this.machine = createBinanceMarket({ ...marketConfig(symbols), ...more });
  }

  step(input: MarketInput): void {
    const output = this.machine.step(input);
    this.newest = output.books;
    for (const book of output.books) this.books.set(book.venueSymbol, book);
    this.notices.push(...output.notices);
    for (const action of output.actions) this.#take(action);
  }

  #take(action: MachineAction): void {
    if (action.type === 'SendHttp') this.asked.push(action);
    if (action.type === 'OpenChannel') this.opened.push(action);
    if (action.type === 'CloseChannel') this.closed.push(action.channel);
    if (action.type === 'SendFrame') this.frames.push(action.text);
  }

  get channel(): string {
    return this.opened.at(-1)?.channel ?? 'none';
  }

  start(info: unknown = exchangeInfo(this.symbols)): this {
    this.step({ type: 'Started', now: this.now });
    this.step({ type: 'ChannelOpened', channel: this.channel, now: this.now });
    this.reply('exchangeInfo', info);
    return this;
  }

  /** Answers the oldest question whose address contains `part`. Throws where there is none. */
  reply(
    part: string,
    body: unknown,
    status = 200,
    headers: Readonly<Record<string, string>> = {},
  ): void {
    const index = this.asked.findIndex((request) => request.url.includes(part));
    const [request] = index < 0 ? [] : this.asked.splice(index, 1);
    if (request === undefined) throw new Error(`${part} was not asked for`);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const outcome = { type: 'Answered', status, headers, body: text } as const;
    this.step({ type: 'HttpReplied', requestID: request.requestID, outcome, now: this.now });
  }

  asks(part: string): boolean {
    return this.asked.some((request) => request.url.includes(part));
  }

  bytes(text: string, channel = this.channel): void {
    this.step({
      type: 'FrameReceived',
      channel,
      frame: new TextEncoder().encode(text),
      now: this.now,
    });
  }

  depth(
    first: number,
    last: number,
    bids: readonly (readonly [string, string])[],
    asks: readonly (readonly [string, string])[],
    symbol = 'BTCUSDT',
  ): void {
    const data = { e: 'depthUpdate', E: 1, s: symbol, U: first, u: last, b: bids, a: asks };
    this.bytes(JSON.stringify({ stream: `${symbol.toLowerCase()}@depth@100ms`, data }));
  }

  top(u: number, b: string, B: string, a: string, A: string, symbol = 'BTCUSDT'): void {
    const data = { u, s: symbol, b, B, a, A };
    this.bytes(JSON.stringify({ stream: `${symbol.toLowerCase()}@bookTicker`, data }));
  }

  /** Joined: 100 for 1, 101 for 2, at update 10. */
  live(): this {
    this.start();
    this.reply('depth', {
      lastUpdateId: 10,
      bids: [['100.00', '1.000']],
      asks: [['101.00', '2.000']],
    });
    return this;
  }

  wait(ms: number): void {
    for (let passed = 0; passed < ms; passed += 100) {
      this.now = epochNs(this.now + 100_000_000n);
      this.step({ type: 'ClockTicked', now: this.now });
    }
  }

  book(symbol = 'BTCUSDT'): BookSnapshot | undefined {
    return this.books.get(symbol);
  }

  reasons(): string[] {
    return this.notices.flatMap((notice) =>
      notice.type === 'Remarked' ? [String(notice.fields['reason'] ?? notice.sentence)] : [],
    );
  }
}
