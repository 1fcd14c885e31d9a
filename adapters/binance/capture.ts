// A recording of Binance's streams and snapshots: its symbols, and the grid that the market machine needs and that
// the recording holds (`exchangeInfo`) or lets be seen (the decimals of what it quotes).

import {
  DecimalsSeen,
  type Json,
  type JsonObject,
  NO_WAITING,
  isArray,
  isObject,
  parseBytes,
  parseText,
  textOf,
  unitOf,
} from '../connection/index.ts';
import type { CaptureRecord, CaptureSurvey, CapturedMarket } from '../port/index.ts';
import { type VenueID, asInstrumentID } from '../../spec/terms/index.ts';
import { MARKET_DEFAULTS } from './config.ts';
import { createBinanceMarket } from './market.ts';

/** Symbols of one machine: with their trades they fit on one line. */
const SYMBOLS_MOST = 300;
const LISTINGS = 'exchangeInfo';
/** What a derived listing says of what no book depends on. */
const ANY_MOST = '90000000';

export function surveyBinance(): CaptureSurvey {
  /** In the order of their snapshots, then of their frames: few are asked for at once. */
  const seen = new Map<string, DecimalsSeen>();
  const snapshots = new Set<string>();
  let listings: string | null = null;

  function decimalsOf(symbol: string): DecimalsSeen {
    let decimals = seen.get(symbol);
    if (decimals === undefined) seen.set(symbol, (decimals = new DecimalsSeen(false)));
    return decimals;
  }

  function seeAnswer(url: string, body: string): void {
    const topic = topicOf(url);
    if (topic === LISTINGS) listings = body;
    if (topic === null || topic === LISTINGS) return;
    const symbol = topic.slice(DEPTH.length);
    const json = parseText(body);
    if (!isObject(json)) return;
    snapshots.add(symbol);
    seeLevels(decimalsOf(symbol), json['bids'], json['asks']);
  }

  return {
    see(record: CaptureRecord) {
      if (record.type === 'Answer') return seeAnswer(record.url, record.body);
      if (record.type === 'Frame') seeFrame(record.frame, decimalsOf);
    },
    markets(venueID) {
      const ordered = [...snapshots, ...[...seen.keys()].filter((name) => !snapshots.has(name))];
      const found: CapturedMarket[] = [];
      for (let at = 0; at < ordered.length; at += SYMBOLS_MOST) {
        const names = ordered.slice(at, at + SYMBOLS_MOST);
        const info = listingsOf(names, listings, seen);
        found.push(captured(venueID, names, info));
      }
      return found;
    },
  };
}

function seeFrame(frame: Uint8Array, decimalsOf: (symbol: string) => DecimalsSeen): void {
  const json = parseBytes(frame);
  if (!isObject(json)) return;
  const data = isObject(json['data']) ? json['data'] : json;
  const symbol = textOf(data, 's');
  if (symbol === null) return;
  if (textOf(data, 'e') === 'depthUpdate') {
    return seeLevels(decimalsOf(symbol), data['b'], data['a']);
  }
  if (textOf(data, 'B') === null || textOf(data, 'A') === null) return;
  const decimals = decimalsOf(symbol);
  decimals.see(data['b'], data['B']);
  decimals.see(data['a'], data['A']);
}

function seeLevels(decimals: DecimalsSeen, ...sides: readonly (Json | undefined)[]): void {
  for (const side of sides) {
    if (!isArray(side)) continue;
    for (const level of side) if (isArray(level)) decimals.see(level[0], level[1]);
  }
}

const DEPTH = 'depth ';

function topicOf(url: string): string | null {
  const path = /\/api\/v3\/(depth|exchangeInfo)(?:\?([^#]*))?$/.exec(url);
  if (path?.[1] === 'exchangeInfo') return LISTINGS;
  const symbol = /(?:^|&)symbol=([^&]+)/.exec(path?.[2] ?? '')?.[1];
  return symbol === undefined ? null : `${DEPTH}${decodeURIComponent(symbol)}`;
}

/** The recorded listings, completed by the grid of what is quoted. */
function listingsOf(
  names: readonly string[],
  recorded: string | null,
  seen: ReadonlyMap<string, DecimalsSeen>,
): string {
  const json = recorded === null ? undefined : parseText(recorded);
  const listed = isObject(json) && isArray(json['symbols']) ? json['symbols'].filter(isObject) : [];
  const symbols = names.map(
    (name): JsonObject =>
      listed.find((one) => textOf(one, 'symbol') === name) ?? derivedListing(name, seen.get(name)),
  );
  return JSON.stringify({ symbols });
}

function derivedListing(symbol: string, decimals: DecimalsSeen | undefined): JsonObject {
  const tickSize = unitOf(decimals?.price ?? 0);
  const stepSize = unitOf(decimals?.qty ?? 0);
  return {
    symbol,
    status: 'TRADING',
    baseAsset: symbol,
    quoteAsset: symbol,
    filters: [
      { filterType: 'PRICE_FILTER', tickSize },
      { filterType: 'LOT_SIZE', minQty: stepSize, maxQty: ANY_MOST, stepSize },
    ],
  };
}

function captured(venueID: VenueID, names: readonly string[], info: string): CapturedMarket {
  const market = createBinanceMarket({
    ...MARKET_DEFAULTS,
    venueID,
    restURL: 'https://recorded',
    streamURL: 'wss://recorded',
    symbols: names.map((name) => ({ venueSymbol: name, instrumentID: asInstrumentID(name) })),
    trades: true,
    backoff: NO_WAITING,
  });
  return {
    market,
    venueSymbols: names,
    topicOf,
    answer: (topic) => (topic === LISTINGS ? info : null),
    replies: () => ['{"result":[],"id":0}'], // Asked whether it lives: the recording goes on, so it does.
  };
}
