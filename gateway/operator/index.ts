export { type OperatedDesk, operatorActions } from './actions.ts';
export {
  type OperatorKey,
  createOperatorKey,
  newOperatorToken,
  readOperatorKey,
  removeOperatorKey,
} from './key.ts';
export type { BookLevelRow, BookVenueRow, ConsolidatedBook, VenueBook } from './book.ts';
export type { Situation, SituationBook } from './situation.ts';
export { BOOK_DEPTH_MOST } from './requests.ts';
export type { OrderRow, PositionRow, SessionRow, VenueRow } from './views.ts';
