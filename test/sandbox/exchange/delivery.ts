// Faults that strike once a request has been carried out: what becomes of its order, and of its answer.

import type { Core } from './core.ts';
import { amount } from './decimal.ts';
import type { Fault, Occasion } from './faults.ts';
import { isOpen } from './terms.ts';
import type { Order } from './terms.ts';

export type Delivery =
  | { readonly type: 'Now' }
  | { readonly type: 'Later'; readonly delayMs: number }
  | { readonly type: 'Never' }
  | { readonly type: 'CutConnections' }
  | { readonly type: 'Html' }
  | { readonly type: 'HalfJson' };

/** What a request that was carried out did. */
export interface Done {
  readonly placed: Order | null;
  readonly cancelled: Order | null;
}

export const NOW: Delivery = { type: 'Now' };
const DEFAULT_DELAY_MS = 50;

/** How the answer is delivered, after the armed faults that fit have struck. */
export function deliveryAfter(core: Core, occasion: Occasion, done: Done): Delivery {
  const { faults } = core;
  followUps(core, occasion, done);
  const filled = fillBeforeAck(core, occasion, done.placed);
  if (filled !== null) return { type: 'Later', delayMs: filled.delayMs ?? DEFAULT_DELAY_MS };
  const slow = faults.take('slowAck', occasion);
  if (slow !== null) return { type: 'Later', delayMs: slow.delayMs ?? DEFAULT_DELAY_MS };
  if (faults.take('lostAck', occasion) !== null) return { type: 'Never' };
  if (faults.take('disconnect', occasion) !== null) return { type: 'CutConnections' };
  if (faults.take('html', occasion) !== null) return { type: 'Html' };
  if (faults.take('cutJson', occasion) !== null) return { type: 'HalfJson' };
  return NOW;
}

function followUps(core: Core, occasion: Occasion, { placed, cancelled }: Done): void {
  if (cancelled !== null) {
    const fault = core.faults.take('lateFill', occasion);
    if (fault === null) return;
    const quantity = fault.quantity === undefined ? cancelled.origQty : amount(fault.quantity);
    core.after(fault.delayMs ?? DEFAULT_DELAY_MS, () => {
      core.exchange.fillDirectly(cancelled, quantity, core.house);
    });
  }
  if (placed !== null) {
    const fault = core.faults.take('lateReject', occasion);
    if (fault === null) return;
    core.after(fault.delayMs ?? DEFAULT_DELAY_MS, () => {
      core.exchange.end(placed, 'REJECTED');
    });
  }
}

// The order fills after its answer was made and before the answer is sent.
function fillBeforeAck(core: Core, occasion: Occasion, placed: Order | null): Fault | null {
  if (placed === null || !isOpen(placed)) return null;
  const fault = core.faults.take('fillBeforeAck', occasion);
  if (fault === null) return null;
  const quantity = fault.quantity === undefined ? placed.origQty : amount(fault.quantity);
  core.exchange.fillDirectly(placed, quantity, core.house);
  return fault;
}
