// What a venue says that we have is taken into the books: at first, and where a person has found why the two differ.

import type { AgreeHolding, Event } from '../../../spec/events/index.ts';
import { formatDecimal } from '../../../spec/units/index.ts';
import { type DeskView, holdingKey } from '../evolve/state.ts';
import type { Context } from './context.ts';
import { refuseOperator } from './resume-venue.ts';

export function agreeHolding(
  state: DeskView,
  command: AgreeHolding,
  context: Context,
): readonly Event[] {
  const { venueID, asset, total, who, reason } = command;
  if (context.venue(venueID) === null)
    return refuseOperator(command, `there is no venue ${venueID}`);
  const told = context.balance(venueID, asset);
  if (told === null) return refuseOperator(command, `${venueID} tells no balances now`);
  if (told !== total) {
    const text = `${venueID} tells ${formatDecimal(told)} ${asset} now, not ${formatDecimal(total)}`;
    return refuseOperator(command, text);
  }
  const before = state.holdings.get(holdingKey({ venueID, asset }))?.amount ?? null;
  return [{ type: 'HoldingAgreed', venueID, asset, total, before, who, reason }];
}
