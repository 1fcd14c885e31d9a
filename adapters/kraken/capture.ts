// A recording of Kraken's public socket (version 2): its symbols, their depth, and the grid and decimals that the
// checksum is made with: from the `instrument` channel, else those with which the first snapshot's sum holds.

import {
  DecimalsSeen,
  type Json,
  type JsonObject,
  NO_WAITING,
  crc32,
  isArray,
  isObject,
  parseBytesExactly,
  parseText,
  textOf,
  unitOf,
  wholeIDOf,
} from '../connection/index.ts';
import type { CaptureRecord, CaptureSurvey, CapturedMarket } from '../port/index.ts';
import { type VenueID, asInstrumentID } from '../../spec/terms/index.ts';
import { type Depth, MARKET_DEFAULTS } from './config.ts';
import { createKrakenMarket } from './market.ts';

interface SeenSymbol {
  readonly decimals: DecimalsSeen;
  /** The first one, as it was. */
  snapshot: JsonObject | null;
  /** As the venue confirmed it; null: it did not. */
  depth: number | null;
  /** Levels on the larger side of a snapshot. */
  levels: number;
}

const DEPTHS: readonly Depth[] = [10, 25, 100, 500, 1000];
/** No pair of the venue has more. */
const PRECISION_MOST = 10;
/** Levels that a checksum counts. */
const SUMMED = 10;
const SYMBOLS_MOST = 500;

export function surveyKraken(): CaptureSurvey {
  const seen = new Map<string, SeenSymbol>();
  const pairs = new Map<string, JsonObject>();

  function seeBook(item: JsonObject, isSnapshot: boolean): void {
    const name = textOf(item, 'symbol');
    if (name === null) return;
    const symbol = seen.get(name) ?? newSymbol();
    seen.set(name, symbol);
    for (const side of [item['bids'], item['asks']]) {
      if (!isArray(side)) continue;
      for (const level of side) {
        if (isObject(level)) symbol.decimals.see(level['price'], level['qty']);
      }
      if (isSnapshot) symbol.levels = Math.max(symbol.levels, side.length);
    }
    if (isSnapshot) symbol.snapshot ??= item;
  }

  /** `{"method":"subscribe","result":{"channel":"book","depth":10,"symbol":"BTC/USD"},"success":true}`. */
  function seeConfirmed(result: Json | undefined): void {
    if (!isObject(result) || result['channel'] !== 'book') return;
    const name = textOf(result, 'symbol');
    const depth = Number(wholeIDOf(result, 'depth') ?? 0);
    if (name === null || depth === 0) return;
    const symbol = seen.get(name) ?? newSymbol();
    seen.set(name, { ...symbol, depth });
  }

  function seeFrame(frame: Uint8Array): void {
    const json = parseBytesExactly(frame);
    if (!isObject(json)) return;
    const data = json['data'];
    if (json['channel'] === 'book' && isArray(data)) {
      for (const item of data) if (isObject(item)) seeBook(item, json['type'] === 'snapshot');
    } else if (json['channel'] === 'instrument' && isObject(data) && isArray(data['pairs'])) {
      for (const pair of data['pairs']) {
        const name = isObject(pair) ? textOf(pair, 'symbol') : null;
        if (isObject(pair) && name !== null && !pairs.has(name)) pairs.set(name, pair);
      }
    } else if (json['method'] === 'subscribe') {
      seeConfirmed(json['result']);
    }
  }

  return {
    see(record: CaptureRecord) {
      if (record.type === 'Frame') seeFrame(record.frame);
    },
    markets(venueID) {
      const byDepth = new Map<Depth, string[]>();
      for (const [name, symbol] of seen) {
        const depth = depthOf(symbol);
        byDepth.set(depth, [...(byDepth.get(depth) ?? []), name]);
      }
      return [...byDepth].flatMap(([depth, names]) => {
        const found: CapturedMarket[] = [];
        for (let at = 0; at < names.length; at += SYMBOLS_MOST) {
          const some = names.slice(at, at + SYMBOLS_MOST);
          const listed = some.map((name) => pairs.get(name) ?? derivedPair(name, seen.get(name)));
          found.push(captured(venueID, some, { depth, pairs: listed }));
        }
        return found;
      });
    },
  };
}

function newSymbol(): SeenSymbol {
  return { decimals: new DecimalsSeen(true), snapshot: null, depth: null, levels: 0 };
}

/** As confirmed, else the least that holds its snapshots. */
function depthOf({ depth, levels }: SeenSymbol): Depth {
  const least = depth ?? levels;
  return DEPTHS.find((one) => one >= least) ?? 1000;
}

function derivedPair(symbol: string, seen: SeenSymbol | undefined): JsonObject {
  const [price, qty] = seen === undefined ? [0, 0] : precisionsOf(seen);
  const [base = symbol, quote = symbol] = symbol.split('/');
  return {
    symbol,
    base,
    quote,
    status: 'online',
    price_precision: String(price),
    qty_precision: String(qty),
    price_increment: unitOf(price),
    qty_increment: unitOf(qty),
    qty_min: unitOf(qty),
  };
}

/** The least from what was seen up with which the snapshot's checksum holds; what was seen where none does. */
function precisionsOf({ decimals, snapshot }: SeenSymbol): readonly [price: number, qty: number] {
  const seen = [decimals.price, decimals.qty] as const;
  if (snapshot === null) return seen;
  for (let price = seen[0]; price <= PRECISION_MOST; price += 1) {
    for (let qty = seen[1]; qty <= PRECISION_MOST; qty += 1) {
      if (String(sumOf(snapshot, price, qty)) === wholeIDOf(snapshot, 'checksum')) {
        return [price, qty];
      }
    }
  }
  return seen;
}

function sumOf(snapshot: JsonObject, price: number, qty: number): number {
  const digits = (side: Json | undefined, ascending: boolean): string =>
    (isArray(side) ? side.filter(isObject) : [])
      .toSorted((a, b) => (Number(a['price']) - Number(b['price'])) * (ascending ? 1 : -1))
      .slice(0, SUMMED)
      .map((level) => whole(level['price'], price) + whole(level['qty'], qty))
      .join('');
  return crc32(digits(snapshot['asks'], true) + digits(snapshot['bids'], false));
}

/** Without its point and without zeros before it. */
function whole(text: Json | undefined, decimals: number): string {
  const [units = '', fraction = ''] = String(text).split('.');
  return (units + fraction.padEnd(decimals, '0')).replace(/^0+/, '');
}

interface Listed {
  readonly depth: Depth;
  readonly pairs: readonly JsonObject[];
}

function captured(
  venueID: VenueID,
  names: readonly string[],
  { depth, pairs }: Listed,
): CapturedMarket {
  const market = createKrakenMarket({
    ...MARKET_DEFAULTS,
    venueID,
    marketURL: 'wss://recorded/v2',
    symbols: names.map((name) => ({ venueSymbol: name, instrumentID: asInstrumentID(name) })),
    trades: true,
    depth,
    backoff: NO_WAITING,
  });
  const instruments = JSON.stringify({
    channel: 'instrument',
    type: 'snapshot',
    data: { assets: [], pairs },
  });
  return {
    market,
    venueSymbols: names,
    topicOf: () => null,
    answer: () => null,
    replies(text) {
      const said = parseText(text);
      if (!isObject(said)) return [];
      if (said['method'] === 'ping') return ['{"method":"pong"}'];
      const { params } = said;
      const isAsked = isObject(params) && params['channel'] === 'instrument';
      return isAsked ? [instruments] : [];
    },
  };
}
