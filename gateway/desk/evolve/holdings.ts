// What we have of each asset at each venue by the books: what was agreed with the venue, and every fill since.
// It is compared with what the venue tells; nothing is decided by it. Amounts have 36 decimals: a Qty times ONE.

import type { EventOf, ParentOrder } from '../../../spec/events/index.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';
import type { VenueID } from '../../../spec/terms/index.ts';
import { ONE, grossOf } from '../../../spec/units/index.ts';
import { type DeskState, holdingKey, putHolding } from './state.ts';

export function agreeHolding(
  state: DeskState,
  { venueID, asset, total }: EventOf<'HoldingAgreed'>,
  at: EpochNs,
): void {
  putHolding(state, { venueID, asset, amount: total * ONE, agreedAt: at });
}

/** `sign` -1 takes a fill back. What a swap costs in gas is paid in the chain's coin, which is no holding. */
export function bookHoldings(
  state: DeskState,
  order: ParentOrder,
  booked: {
    readonly venueID: VenueID;
    readonly fill: EventOf<'ChildFilled' | 'ChildFillCancelled'>;
    readonly sign: 1n | -1n;
  },
): void {
  if (state.holdings.size === 0) return;
  const { venueID, fill, sign } = booked;
  const instrument = state.instruments.get(order.instrumentID);
  if (instrument === undefined) return;
  const bought = order.side === 'buy' ? sign : -sign;
  move(state, { venueID, asset: instrument.base, by: bought * fill.lastQty * ONE });
  move(state, { venueID, asset: instrument.quote, by: -bought * grossOf(fill) });
  if (fill.type === 'ChildFilled' && fill.grossTradeAmt === null) {
    move(state, { venueID, asset: fill.feeAsset, by: -fill.feeAmount * ONE });
  }
}

function move(
  state: DeskState,
  {
    venueID,
    asset,
    by,
  }: { readonly venueID: VenueID; readonly asset: string; readonly by: bigint },
): void {
  const holding = state.holdings.get(holdingKey({ venueID, asset }));
  if (holding === undefined || by === 0n) return;
  const { agreedAt } = holding;
  putHolding(state, { venueID, asset, amount: holding.amount + by, agreedAt });
}
