// An operator has looked at a venue: its quarantine is lifted, or its adapter, which had stopped, starts again.

import type { AdminCommand, Event, ResumeVenue } from '../../../spec/events/index.ts';
import type { DeskView } from '../evolve/state.ts';
import type { Context } from './context.ts';

export function resumeVenue(
  state: DeskView,
  command: ResumeVenue,
  context: Context,
): readonly Event[] {
  const { venueID, who, reason } = command;
  const venue = context.venue(venueID);
  if (state.quarantined.has(venueID) || venue?.state === 'Stopped') {
    return [{ type: 'VenueResumed', venueID, who, reason, nextIntent: state.nextIntent }];
  }
  return venue === null
    ? refuseOperator(command, `there is no venue ${venueID}`)
    : refuseOperator(command, `${venueID} is not quarantined, and its adapter runs`);
}

/** Answered and journaled: what was asked of the desk is on record, though it did nothing. */
export function refuseOperator(command: AdminCommand, text: string): readonly Event[] {
  const { type: commandType, who, reason } = command;
  return [{ type: 'AdminRefused', commandType, who, reason, text }];
}
