// What the tests of chain accounts ask of a desk's state.

import type { DeskState } from '../../../../gateway/desk/index.ts';
import type { Position } from '../../../../spec/events/index.ts';

export {
  type DeskState,
  restoreState,
  snapshotOf,
  stateHash,
} from '../../../../gateway/desk/index.ts';

export function positionsOf(state: DeskState): readonly Position[] {
  return [...state.positions.values()];
}
