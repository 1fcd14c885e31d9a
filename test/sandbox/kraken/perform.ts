// One order, amend or cancel carried out, with the faults that a test armed for it: what to answer, and how.

import { type Delivery, NOW, deliveryAfter } from '../exchange/delivery.ts';
import type { Occasion } from '../exchange/faults.ts';
import type { Added } from './operations.ts';
import { type Answer, type Venue, failure } from './venue.ts';

export interface Performed {
  readonly answer: Answer;
  readonly delivery: Delivery;
}

/** `run` carries the request out; faults may strike before it, in its place or after it. */
export function perform(venue: Venue, occasion: Occasion, run: () => Added): Performed {
  if (!venue.faults.any()) return { answer: run().answer, delivery: NOW };
  const held = venue.faults.take('heldRequest', occasion);
  if (held !== null) {
    if (held.delayMs !== undefined) venue.after(held.delayMs, () => void run());
    return { answer: failure(''), delivery: { type: 'Never' } };
  }
  const instead = before(venue, occasion, run);
  if (instead !== null) return { answer: failure(instead), delivery: NOW };
  const { answer, order } = run();
  const isCancel = occasion.method === 'cancel_order';
  const delivery = deliveryAfter(venue, occasion, {
    placed: isCancel ? null : order,
    cancelled: isCancel ? order : null,
  });
  return { answer, delivery };
}

function before(venue: Venue, occasion: Occasion, run: () => Added): string | null {
  const { faults } = venue;
  if (faults.take('tooManyRequests', occasion) !== null) return 'EOrder:Rate limit exceeded';
  if (faults.take('notPermitted', occasion) !== null) return 'EGeneral:Permission denied';
  const busy = faults.take('unavailable', occasion);
  if (busy !== null) {
    if (busy.executed === true) run();
    return 'EService:Unavailable';
  }
  const broken = faults.take('serverError', occasion) ?? faults.take('timeout', occasion);
  if (broken === null) return null;
  if (broken.executed !== false) run();
  return 'EGeneral:Internal error';
}
