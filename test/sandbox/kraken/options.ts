// What a simulated Kraken can be started with, and what is taken without it. Tick, lot, minimum and fees
// are not the other exchange's, on purpose.

import { amount } from '../exchange/decimal.ts';
import { USUAL_PARTICIPANTS } from '../exchange/participants.ts';
import type { ClientOptions, ProcessOptions } from '../exchange/process.ts';
import { REAL_KEEP_ALIVE } from '../exchange/sockets.ts';
import type { FeeRates, SymbolRules } from '../exchange/terms.ts';

export interface AccountOptions extends ClientOptions {
  readonly keys: readonly { readonly apiKey: string; readonly secret: string }[];
}

/** A counter that refuses what would pass `most`, and how fast it falls. */
export interface CounterOptions {
  readonly most: number;
  readonly decayPerSecond: number;
}

export interface LimitOptions {
  /** The trading engine's, for each account and pair. */
  readonly trading: CounterOptions;
  /** The REST interface's, for each key. */
  readonly rest: CounterOptions;
  /** Of one account in one pair at once. */
  readonly openOrders: number;
}

/** How far an account is verified. */
export const TIERS = ['starter', 'intermediate', 'pro'] as const;
export type Tier = (typeof TIERS)[number];

export interface KrakenOptions extends ProcessOptions {
  readonly accounts: readonly AccountOptions[];
  readonly limits: LimitOptions;
}

/** Maker 0.25 %, taker 0.4 %: the lowest tier. */
export const USUAL_FEES: FeeRates = { maker: 250_000n, taker: 400_000n };
/** A desk of high volume pays less: maker nothing, taker 0.1 %. What `main.ts` takes. */
export const DESK_FEES: FeeRates = { maker: 0n, taker: 100_000n };
/** Kraken API Center, guides/spot-ratelimits and guides/spot-rest-ratelimits, 2026-08. */
export const REAL_LIMITS: Readonly<Record<Tier, LimitOptions>> = {
  starter: {
    trading: { most: 60, decayPerSecond: 1 },
    rest: { most: 15, decayPerSecond: 0.33 },
    openOrders: 60,
  },
  intermediate: {
    trading: { most: 125, decayPerSecond: 2.34 },
    rest: { most: 20, decayPerSecond: 0.5 },
    openOrders: 80,
  },
  pro: {
    trading: { most: 180, decayPerSecond: 3.75 },
    rest: { most: 20, decayPerSecond: 1 },
    openOrders: 225,
  },
};
/** For benches and kill tests, which send more than Kraken would take. */
export const NO_LIMITS: LimitOptions = {
  trading: { most: 1_000_000_000, decayPerSecond: 1 },
  rest: { most: 1_000_000_000, decayPerSecond: 1 },
  openOrders: 1_000,
};

const DAY_MS = 86_400_000;

/** Each takes as many open orders as the limits say, whatever stands here. */
export const USUAL_SYMBOLS: readonly SymbolRules[] = [
  symbol('BTC', { tick: '0.1', step: '0.000001', minQty: '0.0001', maxPrice: '1000000' }),
  symbol('ETH', { tick: '0.05', step: '0.00001', minQty: '0.002', maxPrice: '1000000' }),
  symbol('SOL', { tick: '0.001', step: '0.0001', minQty: '0.05', maxPrice: '100000' }),
];

/** The same market as the other exchange's, under this one's names, with wider quotes. */
export const KRAKEN_PARTICIPANTS = {
  ...USUAL_PARTICIPANTS,
  prices: Object.fromEntries(
    Object.entries(USUAL_PARTICIPANTS.prices).map(([name, price]) => [
      name.replace(/USDT$/, '/USDT'),
      price,
    ]),
  ),
  halfSpreadBps: 1.5,
  gapBps: 1.2,
  quoteValue: 15_000,
};

export function withUsual(options: Partial<KrakenOptions>): KrakenOptions {
  const limits = options.limits ?? REAL_LIMITS.starter;
  const symbols = options.symbols ?? USUAL_SYMBOLS;
  return {
    host: '127.0.0.1',
    port: 0,
    controlPort: 0,
    seed: 1,
    accounts: [],
    participants: KRAKEN_PARTICIPANTS,
    keepAlive: REAL_KEEP_ALIVE,
    connectionLifeMs: DAY_MS,
    stateFile: null,
    ...options,
    limits,
    symbols: symbols.map((rules) => ({ ...rules, maxNumOrders: limits.openOrders })),
  };
}

function symbol(
  baseAsset: string,
  of: {
    readonly tick: string;
    readonly step: string;
    readonly minQty: string;
    readonly maxPrice: string;
  },
): SymbolRules {
  return {
    symbol: `${baseAsset}/USDT`,
    baseAsset,
    quoteAsset: 'USDT',
    tickSize: amount(of.tick),
    minPrice: amount(of.tick),
    maxPrice: amount(of.maxPrice),
    stepSize: amount(of.step),
    minQty: amount(of.minQty),
    maxQty: amount('100000'),
    minNotional: amount('0.5'),
    maxNumOrders: 60,
    amendAllowed: true,
  };
}
