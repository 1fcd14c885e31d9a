// Sources in the words of a person: decimals as text.
import type { BookSource, PoolSource, RouteOrder } from '../../../router/index.ts';
import type { V2Pool } from '../../../spec/pools/index.ts';
import { asVenueID } from '../../../spec/terms/index.ts';
import {
  ONE,
  asLots,
  asNotional,
  asPrice,
  asQty,
  asRate,
  asTicks,
  parseDecimal,
} from '../../../spec/units/index.ts';

export function decimal(text: string): bigint {
  const parsed = parseDecimal(text);
  if (parsed.type !== 'Exact') throw new Error(`no decimal: ${text}`);
  return parsed.value;
}

export const qty = (text: string) => asQty(decimal(text));
export const price = (text: string) => asPrice(decimal(text));
export const quote = (text: string) => asNotional(decimal(text) * ONE);

export interface BookTerms {
  readonly tick?: string;
  readonly lot?: string;
  readonly minQty?: string;
  readonly maxQty?: string;
  readonly minNotional?: string;
  readonly feeBps?: string;
}

/** Levels as [price, quantity], best first. */
export function book(
  name: string,
  levels: readonly (readonly [string, string])[],
  terms: BookTerms = {},
): BookSource {
  const [tick, lot] = [price(terms.tick ?? '0.01'), qty(terms.lot ?? '0.1')];
  return {
    type: 'Book',
    venueID: asVenueID(name),
    tick,
    lot,
    minQty: qty(terms.minQty ?? '0'),
    maxQty: qty(terms.maxQty ?? '1000000'),
    minNotional: quote(terms.minNotional ?? '0'),
    takerFee: asRate(decimal(terms.feeBps ?? '0') / 10_000n),
    levels: levels.map(([at, size]) => [
      asTicks(Number(price(at) / tick)),
      asLots(Number(qty(size) / lot)),
    ]),
  };
}

export interface PoolTerms {
  readonly base: string;
  readonly quote: string;
  readonly feePips?: number;
  readonly gas?: string;
  readonly lot?: string;
  readonly minQty?: string;
  readonly maxQty?: string;
}

/** A v2 pool whose tokens both have 18 decimals. */
export function pool(name: string, terms: PoolTerms): PoolSource {
  const state: V2Pool = {
    type: 'V2',
    reserve0: decimal(terms.base),
    reserve1: decimal(terms.quote),
    feePips: terms.feePips ?? 0,
  };
  return {
    type: 'Pool',
    venueID: asVenueID(name),
    pool: state,
    decimals: { base: 18, quote: 18 },
    baseIsToken0: true,
    lot: qty(terms.lot ?? '0.1'),
    minQty: qty(terms.minQty ?? '0'),
    maxQty: qty(terms.maxQty ?? '1000000'),
    gasCost: quote(terms.gas ?? '0'),
  };
}

export function buy(orderQty: string, limit: string | null = null): RouteOrder {
  return order('buy', orderQty, limit);
}

export function sell(orderQty: string, limit: string | null = null): RouteOrder {
  return order('sell', orderQty, limit);
}

function order(side: 'buy' | 'sell', orderQty: string, limit: string | null): RouteOrder {
  return {
    side,
    orderQty: qty(orderQty),
    limit: limit === null ? null : price(limit),
    limitBasis: 'gross',
  };
}
