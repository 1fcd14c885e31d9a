// What a venue's balance leaves for an order: what it has, less what our children there may still take.

import {
  costOf,
  coveredBy,
  fundsFor,
  highestPriceOf,
  openQtyOfChild,
} from '../../../risk/index.ts';
import type { Child, ParentOrder } from '../../../spec/events/index.ts';
import type { Instrument, Listing, VenueID } from '../../../spec/terms/index.ts';
import { type Qty, type Rate, ZERO_QTY, asQty, formatDecimal } from '../../../spec/units/index.ts';
import type { DeskView } from '../evolve/state.ts';
import type { Context, VenueView } from './context.ts';

/** As much of an order as its funds depend on. */
export interface Funded
  extends Pick<ParentOrder, 'side' | 'worstPrice' | 'leavesQty' | 'children'> {
  /** Null: it is not accepted yet. */
  readonly orderID: ParentOrder['orderID'] | null;
}

/** What a venue has free of the asset that an order takes, and how much of the order that covers. */
export interface Cover {
  readonly venueID: VenueID;
  readonly asset: string;
  readonly free: Qty;
  readonly qty: Qty;
}

/** Null: the venue tells no balance, or it covers all that is left of the order, whatever else is open. */
export function coverAt(
  state: DeskView,
  context: Context,
  asked: {
    readonly order: Funded;
    readonly instrument: Instrument;
    readonly venueID: VenueID;
    readonly venue: VenueView;
  },
): Cover | null {
  const { order, instrument, venueID, venue } = asked;
  const { side, worstPrice } = order;
  const asset = side === 'buy' ? instrument.quote : instrument.base;
  const balance = context.balance(venueID, asset);
  if (balance === null) return null;
  const fee = higher(venue);
  const all = fundsFor(order.leavesQty, { side, worstPrice, fee });
  // Of thousands of open orders the sums tell enough, where there is enough.
  if (balance >= all + reservedAnywhere(state, asset, fee)) return null;
  const taken = takenAt(state, order, { venueID, asset, fee });
  const free = balance > taken ? asQty(balance - taken) : ZERO_QTY;
  return { venueID, asset, free, qty: coveredBy(free, { side, worstPrice, fee }) };
}

/** Of an asset, by all open orders, wherever their children are: no less than those at one venue may take. */
function reservedAnywhere(state: DeskView, asset: string, fee: Rate): bigint {
  let reserved = 0n;
  for (const { instrumentID, buyNotional, sellQty } of state.exposures.values()) {
    const instrument = state.instruments.get(instrumentID);
    if (instrument?.quote === asset) reserved += costOf(buyNotional, fee);
    if (instrument?.base === asset) reserved += sellQty;
  }
  return reserved;
}

/**
 * Of an asset, by children there that have not ended, in doubt included: what they may still take. The venue
 * counts some of it as free and some not, so a balance is all of it, and this is taken off.
 */
function takenAt(
  state: DeskView,
  asking: Funded,
  { venueID, asset, fee }: { venueID: VenueID; asset: string; fee: Rate },
): bigint {
  let taken = 0n;
  for (const order of state.orders.values()) {
    const instrument = state.instruments.get(order.instrumentID);
    if (asset !== (order.side === 'buy' ? instrument?.quote : instrument?.base)) continue;
    // The order that asks may have changed in this very turn: its children are those that it has now.
    const { children } = order.orderID === asking.orderID ? asking : order;
    for (const child of children) {
      if (child.venueID !== venueID || child.phase === 'Ended') continue;
      const worstPrice = highestPriceOf(child);
      taken += fundsFor(leftOf(child), { side: order.side, worstPrice, fee });
    }
  }
  return taken;
}

/** A venue may fill more than it was sent. */
function leftOf(child: Child): bigint {
  const open = openQtyOfChild(child);
  return open > 0n ? open : 0n;
}

function higher({ fees }: VenueView): Rate {
  return fees.taker > fees.maker ? fees.taker : fees.maker;
}

/**
 * Null, or why the order's funds are not there: of the venues that may take it now each tells a balance, and
 * all together cover less than it.
 */
export function shortOf(
  qty: Qty,
  at: {
    readonly usable: readonly { readonly listing: Pick<Listing, 'venueID'> }[];
    readonly covers: readonly Cover[];
    readonly base: string;
  },
): string | null {
  const { usable, covers, base } = at;
  if (covers.length === 0) return null;
  const known = new Set(covers.map(({ venueID }) => venueID));
  if (usable.some(({ listing }) => !known.has(listing.venueID))) return null;
  const covered = covers.reduce((sum, cover) => sum + cover.qty, 0n);
  if (covered >= qty) return null;
  const free = covers.map((cover) => `${fundsOf(cover)} at ${cover.venueID}`);
  return `our free balances cover ${formatDecimal(covered)} of ${formatDecimal(qty)} ${base}: ${free.join(', ')}`;
}

export function fundsOf({ free, asset }: Cover): string {
  return `${formatDecimal(free)} ${asset}`;
}
