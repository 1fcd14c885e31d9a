export type { OperatedDesk } from './actions.ts';
export { operatorActions } from './load-actions.ts';
export {
  type OperatorKey,
  createOperatorKey,
  newOperatorToken,
  hasOperatorKey,
  readOperatorKey,
  removeOperatorKey,
} from './key.ts';
export type { DoubtRow } from './doubt-views.ts';
export type { HoldingRow } from './holding-views.ts';
export type { KillRow, LeftRow, UnknownLeft, VenueLeft } from './kill-views.ts';
export type { BookLevelRow, BookVenueRow, ConsolidatedBook, VenueBook } from './book.ts';
export type { LimitRow } from './limit-views.ts';
export type { VenuePool } from './pool-steps.ts';
export type { Situation, SituationVenue } from './situation.ts';
export type { OrderRow, PositionRow, SessionRow, VenueRow } from './views.ts';
