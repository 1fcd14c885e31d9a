// Where the rest of a resting limit order is posted: where fees and queue are best.

import {
  type Notional,
  type Price,
  type Qty,
  type Rate,
  asPrice,
  asQty,
  formatDecimal,
} from '../spec/units/index.ts';
import type { VenueID } from '../spec/terms/index.ts';
import type { BookLevel } from '../spec/venues/index.ts';
import { UNIT, ceilDiv, ceilTo, floorDiv, floorTo } from './curves/curve.ts';
import type { RouteOrder, Unused } from './plan.ts';

/** A venue at which an order may rest. */
export interface RestSource {
  readonly venueID: VenueID;
  readonly tick: Price;
  readonly lot: Qty;
  readonly minQty: Qty;
  readonly maxQty: Qty;
  readonly minNotional: Notional;
  /** Of the quote amount; negative is a rebate. */
  readonly makerFee: Rate;
  /** Of the order's own side, which it joins; best first. */
  readonly own: readonly BookLevel[];
  /** The best of the other side; null: none is shown. */
  readonly opposite: BookLevel | null;
}

export interface RestPlace {
  readonly venueID: VenueID;
  readonly qty: Qty;
  /** On the venue's tick, within the limit, and not where it would trade at once. */
  readonly price: Price;
  /** What stands at that price or before it. */
  readonly queueAhead: Qty;
  readonly why: string;
}

export interface RestPlan {
  /** Null: no venue takes it. */
  readonly place: RestPlace | null;
  readonly unused: readonly Unused[];
}

/** Fees that differ by less are equal, and the queue decides: half a basis point. */
const SAME_FEE = UNIT / 20_000n;

/** `order.orderQty` is the rest; without a limit nothing rests. */
export function placeRest(order: RouteOrder, sources: readonly RestSource[]): RestPlan {
  const places: Offer[] = [];
  const unused: Unused[] = [];
  for (const source of sources) {
    const offer = offerOf(order, source);
    if (typeof offer === 'string') unused.push({ venueID: source.venueID, why: offer });
    else places.push(offer);
  }
  const best = bestOf(places);
  if (best === null) return { place: null, unused };
  for (const offer of places) {
    if (offer !== best) unused.push({ venueID: offer.source.venueID, why: whyNot(offer, best) });
  }
  const { source, qty, price, queueAhead } = best;
  const why = `maker fee ${bps(source.makerFee)} bps, ${formatDecimal(queueAhead)} ahead of it at ${formatDecimal(price)}`;
  return { place: { venueID: source.venueID, qty, price, queueAhead, why }, unused };
}

interface Offer {
  readonly source: RestSource;
  readonly qty: Qty;
  readonly price: Price;
  readonly queueAhead: Qty;
}

/** What of the rest the venue would take and where; or why it would not. */
function offerOf(order: RouteOrder, source: RestSource): Offer | string {
  if (order.limit === null) return 'an order without a limit does not rest';
  const { lot, minQty, maxQty, minNotional } = source;
  const price = restPrice(order, order.limit, source);
  if (price <= 0n) return 'no price of its tick is within the limit';
  const qty = floorTo(order.orderQty < maxQty ? order.orderQty : maxQty, lot);
  if (qty === 0n) return `its lot of ${formatDecimal(lot)} is more than the rest`;
  if (qty < minQty) return `its minimum of ${formatDecimal(minQty)} is more than the rest`;
  if (price * qty < minNotional) return 'the rest is worth less than its minimum';
  return {
    source,
    qty: asQty(qty),
    price: asPrice(price),
    queueAhead: ahead(order, source, price),
  };
}

/** The limit on the venue's tick, and one tick short of the other side: it is to rest, at the maker's fee. */
function restPrice({ side, limitBasis }: RouteOrder, limit: Price, source: RestSource): bigint {
  const { tick, makerFee, opposite } = source;
  const isBuy = side === 'buy';
  const fee = limitBasis === 'allIn' ? makerFee : 0n;
  const within = isBuy
    ? floorTo(floorDiv(limit * UNIT, UNIT + fee), tick)
    : ceilTo(ceilDiv(limit * UNIT, UNIT - fee), tick);
  if (opposite === null) return within;
  const short = BigInt(opposite[0] + (isBuy ? -1 : 1)) * tick;
  return (isBuy ? within < short : within > short) ? within : short;
}

function ahead({ side }: RouteOrder, { own, tick, lot }: RestSource, price: bigint): Qty {
  let lots = 0n;
  for (const [ticks, size] of own) {
    const level = BigInt(ticks) * tick;
    if (side === 'buy' ? level < price : level > price) break;
    lots += BigInt(size);
  }
  return asQty(lots * lot);
}

function bestOf(offers: readonly Offer[]): Offer | null {
  const [first] = offers;
  if (first === undefined) return null;
  const least = offers.reduce<bigint>(
    (fee, { source }) => (source.makerFee < fee ? source.makerFee : fee),
    first.source.makerFee,
  );
  return offers
    .filter(({ source }) => source.makerFee - least < SAME_FEE)
    .reduce((best, offer) => (offer.queueAhead < best.queueAhead ? offer : best));
}

function whyNot({ source, queueAhead }: Offer, best: Offer): string {
  const [fee, bestFee] = [bps(source.makerFee), bps(best.source.makerFee)];
  if (source.makerFee - best.source.makerFee >= SAME_FEE) {
    return `its maker fee is ${fee} bps, ${best.source.venueID} asks ${bestFee}`;
  }
  return `${formatDecimal(queueAhead)} would stand ahead, at ${best.source.venueID} ${formatDecimal(best.queueAhead)}`;
}

function bps(rate: Rate): string {
  return formatDecimal(rate * 10_000n);
}
