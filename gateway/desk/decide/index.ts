// What a command comes to: events, from state, command and context alone. A throw changes nothing.

import { unreachable } from '../../../spec/proof/index.ts';
import type { Command, Event, RejectOrder } from '../../../spec/events/index.ts';
import type { DeskView } from '../evolve/state.ts';
import { agreeHolding } from './agree-holding.ts';
import { cancelOrder } from './cancel-order.ts';
import { configureDesk } from './configure-desk.ts';
import type { Context } from './context.ts';
import { enterOrder } from './enter-order.ts';
import { engageKill, rearmKill } from './operate-kill.ts';
import { resetLimit, setLimit } from './operate-limit.ts';
import { replaceOrder } from './replace-order.ts';
import { reportFromVenue } from './report-from-venue.ts';
import { reportStatus } from './report-status.ts';
import { resolveChild } from './resolve-child.ts';
import { resumeVenue } from './resume-venue.ts';
import { startDesk } from './start-desk.ts';
import { tickOrder } from './tick-order.ts';

export function decide(state: DeskView, command: Command, context: Context): readonly Event[] {
  switch (command.type) {
    case 'EnterOrder':
      return enterOrder(state, command, context);
    case 'RejectOrder':
      return [rejection(command)];
    case 'CancelOrder':
      return cancelOrder(state, command, context);
    case 'ReplaceOrder':
      return replaceOrder(state, command, context);
    case 'RequestOrderStatus':
      return reportStatus(state, command, context);
    case 'RefuseMessage':
      return [{ ...command, type: 'MessageRefused' }];
    case 'ReportFromVenue':
      return reportFromVenue(state, command, context);
    case 'ConfigureDesk':
      return configureDesk(state, command);
    case 'StartDesk':
      return startDesk(state, command);
    case 'ResumeVenue':
      return resumeVenue(state, command, context);
    case 'EngageKill':
      return engageKill(state, command, context);
    case 'RearmKill':
      return rearmKill(state, command);
    case 'SetLimit':
      return setLimit(state, command, context);
    case 'ResetLimit':
      return resetLimit(state, command);
    case 'ResolveChild':
      return resolveChild(state, command, context);
    case 'AgreeHolding':
      return agreeHolding(state, command, context);
    case 'TickOrder':
      return tickOrder(state, command, context);
    default:
      return unreachable(command);
  }
}

function rejection(command: RejectOrder): Event {
  return { ...command, type: 'OrderRejected', check: '' };
}
