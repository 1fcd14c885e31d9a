// One step of any venue's order machine: what each input does is the same for all, but for what the venue
// says on its lines and wants to hear.

import type { HttpOutcome, OrdersInput, OrdersOutput } from '../port/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import type { ChildLedger } from './ledger.ts';
import type { Lines } from './lines.ts';
import type { Placing } from './placing.ts';
import type { Turn } from './turn.ts';

export interface OrderParts {
  readonly turn: Turn;
  readonly ledger: ChildLedger;
  readonly lines: Lines;
  readonly placing: Placing;
  readonly inquiry: { findUnknown(desk: number): void };
}

/** The venue's own part of a machine. */
export interface VenueHand {
  started(): void;
  received(channel: string, frame: Uint8Array): void;
  replied(requestID: string, outcome: HttpOutcome): void;
  ticked(): void;
  /** Sends the cancels and questions that can go now. */
  pump(): void;
}

export function stepOrders(input: OrdersInput, parts: OrderParts, hand: VenueHand): OrdersOutput {
  parts.turn.begin(input.now);
  take(input, parts, hand);
  return parts.turn.output();
}

function take(input: OrdersInput, parts: OrderParts, hand: VenueHand): void {
  const { turn, ledger, lines, placing, inquiry } = parts;
  switch (input.type) {
    case 'Submit':
      return placing.submit(input.child);
    case 'Cancel':
      return placing.cancel(input.childID);
    case 'Amend':
      return placing.amend(input.amend);
    case 'FrameReceived':
      return hand.received(input.channel, input.frame);
    case 'HttpReplied':
      return hand.replied(input.requestID, input.outcome);
    case 'ClockTicked':
      return hand.ticked();
    case 'Started':
      hand.started();
      return lines.start();
    case 'Adopt':
      placing.adopt(input.children);
      return hand.pump();
    case 'Resolve':
      placing.resolve(input.childID);
      return hand.pump();
    case 'FindUnknown':
      inquiry.findUnknown(input.desk);
      return hand.pump();
    case 'Forget':
      return ledger.forget(input.childID, turn.now);
    case 'ChannelOpened':
      return lines.opened(input.channel);
    case 'ChannelClosed':
      lines.closed(input.channel, input.cause);
      return hand.pump();
    default:
      return unreachable(input);
  }
}
