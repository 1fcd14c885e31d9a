export {
  type ChainTerms,
  type Context,
  type DeskSettings,
  type Fees,
  type LookedUp,
  type MarketView,
  NOTHING_FOUND,
  type SessionProfile,
  type VenueLists,
  type VenueView,
} from './decide/context.ts';
export { isCrossed, isFresh, isFreshPool } from './decide/shown.ts';
export { referencePriceOf } from './decide/reference-price.ts';
export { gasCostOf } from './decide/gas-cost.ts';
export { questionOf } from './decide/route-record.ts';
export { type Effect, childOrder, effectsOf } from './effects/index.ts';
export { evolve, type Evolved } from './evolve/index.ts';
export {
  type DeskState,
  type DeskView,
  emptyState,
  holdingKey,
  snapshotOf,
} from './evolve/state.ts';
export { hashOfSnapshot, restoreState, restoreTrusting } from './evolve/restore.ts';
export { type HashCut, cutHash, stateHash } from './evolve/state-hash.ts';
export { type Doubt, doubtOf } from './doubts.ts';
export { type Residue, residueOf } from './residue.ts';
export { awaitedOf, ordStatusOf } from './order-status.ts';
export {
  createDesk,
  type Decision,
  type Desk,
  type DeskPorts,
  DeskStopped,
  keyOf,
  originOf,
  take,
  turn,
} from './pipeline.ts';
