// Orders and sources that no desk would send: every figure over its whole range, nothing that fits another.
import type { RouteOrder, Source } from '../../../router/index.ts';
import type { Pool } from '../../../spec/pools/index.ts';
import { asVenueID } from '../../../spec/terms/index.ts';
import { asLots, asNotional, asPrice, asQty, asRate, asTicks } from '../../../spec/units/index.ts';
import { type Draw, E18, drawFrom } from './draw.ts';

/** Of 1 to so many digits. */
function digits(draw: Draw, most: number): bigint {
  let text = String(draw.whole(1, 9));
  for (let count = draw.whole(1, most); text.length < count; ) text += String(draw.whole(0, 9));
  return BigInt(text);
}

export function hostile(seed: number): {
  readonly order: RouteOrder;
  readonly sources: readonly Source[];
} {
  const draw = drawFrom(seed);
  const side = draw.one(['buy', 'sell'] as const);
  const order: RouteOrder = {
    side,
    orderQty: asQty(digits(draw, 30)),
    limit: draw.one([null, null, asPrice(digits(draw, 24))]),
    limitBasis: draw.one(['gross', 'allIn'] as const),
  };
  const books = Array.from({ length: draw.whole(0, 4) }, (_, at) => book(draw, side, at));
  const pools = Array.from({ length: draw.whole(0, 3) }, (_, at) => pool(draw, at));
  return { order, sources: [...books, ...pools] };
}

function book(draw: Draw, side: 'buy' | 'sell', at: number): Source {
  let ticks = draw.whole(1, 2 ** draw.whole(1, 40));
  const levels = Array.from({ length: draw.whole(0, 12) }, () => {
    const level = [asTicks(ticks), asLots(draw.whole(0, 2 ** draw.whole(1, 50)))] as const;
    ticks += (side === 'buy' ? 1 : -1) * draw.whole(-1, 2 ** draw.whole(0, 20));
    return level;
  });
  return {
    type: 'Book',
    venueID: asVenueID(`book${at}`),
    tick: asPrice(digits(draw, 20)),
    lot: asQty(digits(draw, 22)),
    minQty: asQty(digits(draw, 22) - 1n),
    maxQty: asQty(digits(draw, 30)),
    minNotional: asNotional(draw.one([0n, digits(draw, 40)])),
    takerFee: asRate(draw.one([0n, E18 / 1000n, -E18 / 10_000n, E18 - 1n, E18])),
    levels,
  };
}

function pool(draw: Draw, at: number): Source {
  return {
    type: 'Pool',
    venueID: asVenueID(`pool${at}`),
    pool: state(draw),
    decimals: { base: draw.one([0, 6, 18, 24]), quote: draw.one([0, 6, 18, 36]) },
    baseIsToken0: draw.one([true, false]),
    lot: asQty(draw.one([1n, E18, digits(draw, 20)])),
    minQty: asQty(draw.one([0n, digits(draw, 20)])),
    maxQty: asQty(draw.one([0n, ...Array.from({ length: 4 }, () => digits(draw, 40))])),
    gasCost: asNotional(draw.one([0n, digits(draw, 40)])),
  };
}

function state(draw: Draw): Pool {
  const feePips = draw.one([0, 3000, 999_999, 1_000_000]);
  if (draw.one([true, false])) {
    return { type: 'V2', reserve0: digits(draw, 35), reserve1: digits(draw, 35) - 1n, feePips };
  }
  // The price of tick 0, so that most are sound; ticks and liquidity are whatever is drawn.
  const tickSpacing = draw.one([1, 60, 16_000]);
  const above = Array.from({ length: draw.whole(0, 4) }, (_, step) => step + 1);
  return {
    type: 'V3',
    sqrtPriceX96: 2n ** 96n + digits(draw, 24),
    tick: draw.one([0, 0, 0, 7]),
    liquidity: draw.one([0n, digits(draw, 38)]),
    tickSpacing,
    feePips,
    ticks: above.map((step) => [step * tickSpacing * 9, digits(draw, 30)] as const),
  };
}
