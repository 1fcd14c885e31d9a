export { checkOrder, checks } from './checks/index.ts';
export type { Held, MessageRate, ProposedOrder, Refusal, RiskView } from './checks/proposal.ts';
export { highestPriceOf, mostQtyOf, openQtyOfChild } from './exposure/open-qty.ts';
export {
  coverAmend,
  coverChild,
  emptyExposure,
  exposureOf,
  holdsTheSame,
  moveExposure,
  type Exposure,
  type Reserving,
  reservationOf,
  type Reservation,
} from './exposure/exposure.ts';
export { type Reachable, killAt, killOver, killed, reaches } from './killswitch/reach.ts';
export { type Taking, costOf, coveredBy, fundsFor } from './funds/cover.ts';
export { openTotals, type OpenTotals } from './exposure/totals.ts';
export { strictest, type StrictestLimit, whose } from './limits/strictest.ts';
export { collaredPrice, finestTick } from './limits/collar.ts';
