// The first decision of a process: a new epoch, and doubt about everything that was under way.

import type { Event, StartDesk } from '../../../spec/events/index.ts';
import type { DeskView } from '../evolve/state.ts';

/** Crash rows 4, 6 and 7: an intent, a cancel or an amend that was sent, or not, is in doubt until the venue speaks. */
export function startDesk(state: DeskView, command: StartDesk): readonly Event[] {
  const events: Event[] = [{ type: 'DeskStarted', desk: command.desk, epoch: state.epoch + 1 }];
  // Of one that still rests since the snapshot nothing is under way.
  for (const { orderID, children } of state.orders.awake()) {
    for (const { childID, phase, cancel, amend } of children) {
      if (phase === 'Sent') {
        const cause = 'the process ended after the intent was durable';
        events.push({ type: 'ChildPutInDoubt', orderID, childID, cause });
      }
      if (phase !== 'Ended' && cancel === 'Sent') {
        const cause = 'the process ended after the cancel was decided';
        events.push({ type: 'ChildCancelPutInDoubt', orderID, childID, cause });
      }
      if (amend?.phase === 'Sent') {
        const cause = 'the process ended after new terms were decided';
        events.push({ type: 'ChildAmendPutInDoubt', orderID, childID, cause });
      }
    }
  }
  return events;
}
