// What nobody knows of a child: whether it arrived, what its cancel or its amend did, where fills of it are.

import type { Child } from '../../spec/events/index.ts';

/** A venue that refused to cancel a child so often: the operator is called, once for that child. */
export const CANCEL_REFUSALS_BOUND = 5;

/**
 * `Order`: whether it arrived. `Cancel`: what its cancel did. `Amend`: which terms it has. `Fills`: it has ended, and fills up
 * to its end are missing.
 */
export type Doubt = 'Order' | 'Cancel' | 'Amend' | 'Fills';

/** Null: its venue has told all there is. */
export function doubtOf(child: Child): Doubt | null {
  if (child.phase === 'Ended') return null;
  if (child.phase === 'InDoubt') return 'Order';
  if (child.endReported !== null) return 'Fills';
  // A venue that has lost the order refuses every cancel of it, and names no end.
  const isKeptBack = (child.cancelRefusals ?? 0) >= CANCEL_REFUSALS_BOUND;
  if (child.cancel === 'InDoubt' || isKeptBack) return 'Cancel';
  return child.amend?.phase === 'InDoubt' ? 'Amend' : null;
}
