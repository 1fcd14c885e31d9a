// What an account holds and has open besides the order that is judged.

import { type Held, emptyExposure, moveExposure, openTotals } from '../../../risk/index.ts';
import type { ParentOrder } from '../../../spec/events/index.ts';
import type { AccountID, InstrumentID } from '../../../spec/terms/index.ts';
import { asSignedQty } from '../../../spec/units/index.ts';
import { type DeskView, positionKey } from '../evolve/state.ts';

const NO_POSITION = asSignedQty(0n);

/** `accounts` are the session's; `replaced` is the order that a replace would change. */
export function heldBy(
  state: DeskView,
  placed: { readonly account: AccountID; readonly instrumentID: InstrumentID },
  of: { readonly accounts: readonly AccountID[]; readonly replaced: ParentOrder | null },
): Held {
  const { account, instrumentID } = placed;
  const key = positionKey(account, instrumentID);
  const kept = state.exposures.get(key) ?? emptyExposure(account, instrumentID);
  const without = of.replaced === null ? kept : moveExposure(kept, of.replaced, null);
  return {
    position: state.positions.get(key)?.qty ?? NO_POSITION,
    buyQty: without.buyQty,
    sellQty: without.sellQty,
    open: (limits) => {
      const others = [...state.exposures].map(([one, found]) => (one === key ? without : found));
      return openTotals(others, limits, of.accounts);
    },
  };
}
