// The other participants: makers who quote around a seeded price, takers who trade now and then.

import { crc32 } from 'node:zlib';
import { amount, SCALE } from './decimal.ts';
import { balanceOf } from './accounts.ts';
import type { Exchange } from './exchange.ts';
import type { Market } from './market.ts';
import { seededRandom } from './random.ts';
import type { SeededRandom } from './random.ts';
import type { Account, NewOrder, Order, Side } from './terms.ts';
import { isOpen } from './terms.ts';

export interface ParticipantOptions {
  /** Starting price by symbol. Symbols without one have no other participants. */
  readonly prices: Readonly<Record<string, string>>;
  /** Time between two steps; each moves every symbol once. */
  readonly paceMs: number;
  /** Price levels that the makers keep on each side. */
  readonly levels: number;
  /** Standard deviation of one step of the price, in basis points. */
  readonly volatilityBps: number;
  /** Half of the distance between best bid and best ask, in basis points. */
  readonly halfSpreadBps: number;
  /** Distance between two levels, in basis points. */
  readonly gapBps: number;
  /** Chance that a step brings a trade, per symbol. */
  readonly tradeChance: number;
  /** What a quote is worth on average, in units of the quote asset. */
  readonly quoteValue: number;
  /** Null: prices walk by themselves. Else they stay near a path that all exchanges with this seed share. */
  readonly commonSeed: number | null;
}

export const USUAL_PARTICIPANTS: ParticipantOptions = {
  prices: { BTCUSDT: '60000', ETHUSDT: '3000', SOLUSDT: '150' },
  paceMs: 250,
  levels: 20,
  volatilityBps: 1,
  halfSpreadBps: 1,
  gapBps: 1,
  tradeChance: 0.3,
  quoteValue: 20_000,
  commonSeed: null,
};

/** The logarithm of a price against its start, at a time in milliseconds since 1970. */
type CommonPath = (timeMs: number) => number;

/** Share of an exchange's own deviation that is left after a step: it returns to the common path. */
const RETURNS = 0.9;
/** Periods of the common path's swings, in milliseconds: from half a minute to a quarter of an hour. */
const PERIODS_MS = [31_000, 67_000, 149_000, 331_000, 907_000];
/** A swing's height against the step of one exchange's own noise, by the root of its period in steps. */
const SWING = 0.25;
const STEP_MS = 250;

/**
 * Swings of several periods whose phases come from the seed and the asset: the same at the same time in
 * every process, without a word between them.
 */
function commonPath(seed: number, asset: string, volatilityBps: number): CommonPath {
  const random = seededRandom(seed ^ crc32(asset));
  const swings = PERIODS_MS.map((periodMs) => ({
    periodMs,
    phase: 2 * Math.PI * random.unit(),
    height: SWING * (volatilityBps / 10_000) * Math.sqrt(periodMs / STEP_MS),
  }));
  return (timeMs) =>
    swings.reduce(
      (sum, { periodMs, phase, height }) =>
        sum + height * Math.sin((2 * Math.PI * (timeMs % periodMs)) / periodMs + phase),
      0,
    );
}

export interface Participants {
  /** Moves every running symbol's price once and lets everybody act on it. */
  step(): void;
  start(symbol?: string): void;
  /** Stops quoting and takes the quotes off the book. */
  stop(symbol?: string): void;
  setPrice(symbol: string, price: bigint): boolean;
  running(symbol: string): boolean;
  prices(): Readonly<Record<string, string>>;
}

interface Actor {
  readonly market: Market;
  /** What the symbol costs on the common path, where there is one. */
  readonly common: CommonPath | null;
  /** This exchange's own deviation from it, as a logarithm. */
  deviation: number;
  /** By how much a test moved the price away from it, as a logarithm. */
  shift: number;
  readonly start: number;
  price: number;
  running: boolean;
  /** One quote a level: bids at even places, asks at odd ones. */
  readonly quotes: (Order | null)[];
}

export function createParticipants(
  exchange: Exchange,
  accounts: { readonly maker: Account; readonly taker: Account },
  settings: {
    readonly options: ParticipantOptions;
    readonly random: SeededRandom;
    readonly now: () => number;
  },
): Participants {
  const { options, random, now } = settings;
  const actors: Actor[] = [];
  for (const market of exchange.markets.values()) {
    const price = options.prices[market.rules.symbol];
    if (price === undefined) continue;
    const quotes = new Array<Order | null>(options.levels * 2).fill(null);
    const { commonSeed } = options;
    const { baseAsset } = market.rules;
    const common =
      commonSeed === null ? null : commonPath(commonSeed, baseAsset, options.volatilityBps);
    const start = Number(price);
    const fair = common === null ? start : start * Math.exp(common(now()));
    const own = { deviation: 0, shift: 0, running: false, quotes };
    actors.push({ market, common, start, price: fair, ...own });
  }
  const named = (symbol: string | undefined): Actor[] =>
    actors.filter((actor) => symbol === undefined || actor.market.rules.symbol === symbol);

  const act = (actor: Actor): void => {
    move(actor);
    quote(actor);
    if (random.unit() < options.tradeChance) take(actor);
  };
  const move = (actor: Actor): void => {
    const step = (options.volatilityBps / 10_000) * random.normal();
    if (actor.common === null) {
      actor.price *= Math.exp(step);
      return;
    }
    actor.deviation = actor.deviation * RETURNS + step;
    actor.price = actor.start * Math.exp(actor.common(now()) + actor.shift + actor.deviation);
  };
  const quote = (actor: Actor): void => {
    for (let place = 0; place < actor.quotes.length; place += 1) requote(actor, place);
  };
  // A quote moves once the price has left it by a level's distance.
  const requote = (actor: Actor, place: number): void => {
    const side: Side = place % 2 === 0 ? 'BUY' : 'SELL';
    const away = (options.halfSpreadBps + (place >> 1) * options.gapBps) / 10_000;
    const target = actor.price * (side === 'BUY' ? 1 - away : 1 + away);
    const present = actor.quotes[place] ?? null;
    if (present !== null && isOpen(present)) {
      const off = Math.abs(Number(present.price) / 1e8 - target) / target;
      if (off < options.gapBps / 10_000) return;
      exchange.cancel(present, null);
    }
    const value = options.quoteValue * (0.5 + random.unit());
    actor.quotes[place] = placeFor(accounts.maker, actor.market, {
      side,
      price: target,
      quantity: value / target,
      timeInForce: 'GTC',
    });
  };
  const take = (actor: Actor): void => {
    const side: Side = random.unit() < 0.5 ? 'BUY' : 'SELL';
    const reach = (options.halfSpreadBps + 3 * options.gapBps) / 10_000;
    placeFor(accounts.taker, actor.market, {
      side,
      price: actor.price * (side === 'BUY' ? 1 + reach : 1 - reach),
      quantity: (options.quoteValue * 2 * random.unit()) / actor.price,
      timeInForce: 'IOC',
    });
  };
  const placeFor = (
    account: Account,
    market: Market,
    of: {
      readonly side: Side;
      readonly price: number;
      readonly quantity: number;
      readonly timeInForce: 'GTC' | 'IOC';
    },
  ): Order | null => {
    const order: NewOrder = {
      symbol: market.rules.symbol,
      side: of.side,
      type: 'LIMIT',
      timeInForce: of.timeInForce,
      price: onGrid(of.price, market.rules.tickSize),
      quantity: onGrid(of.quantity, market.rules.stepSize),
      quoteOrderQty: 0n,
      clientOrderId: null,
    };
    fund(exchange, account, market, order);
    const placed = exchange.place(account, order);
    return placed.ok ? placed.order : null;
  };

  return {
    step: () => {
      for (const actor of actors) if (actor.running) act(actor);
    },
    start: (symbol) => {
      for (const actor of named(symbol)) actor.running = true;
    },
    stop: (symbol) => {
      for (const actor of named(symbol)) {
        actor.running = false;
        for (const order of actor.quotes)
          if (order !== null && isOpen(order)) exchange.cancel(order, null);
        actor.quotes.fill(null);
      }
    },
    setPrice: (symbol, price) => {
      const [actor] = named(symbol);
      if (actor === undefined) return false;
      const moved = Number(price) / 1e8;
      actor.shift += Math.log(moved / actor.price);
      actor.price = moved;
      if (actor.running) quote(actor);
      return true;
    },
    running: (symbol) => named(symbol).some((actor) => actor.running),
    prices: () =>
      Object.fromEntries(
        actors.map((actor) => [actor.market.rules.symbol, actor.price.toFixed(8)]),
      ),
  };
}

/** Lends what the order needs: other participants never run out of money. */
export function fund(exchange: Exchange, account: Account, market: Market, order: NewOrder): void {
  const asset = order.side === 'BUY' ? market.rules.quoteAsset : market.rules.baseAsset;
  const need = order.side === 'BUY' ? (order.price * order.quantity) / SCALE : order.quantity;
  const { free } = balanceOf(account, asset);
  if (free < need) exchange.credit(account, asset, need * 1_000n - free);
}

function onGrid(value: number, grid: bigint): bigint {
  const units = amount(value.toFixed(8));
  const floored = (units / grid) * grid;
  return floored === 0n ? grid : floored;
}
