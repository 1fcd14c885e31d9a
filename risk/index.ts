export { checkOrder, checks } from './checks/index.ts';
export type { ProposedOrder, Refusal, RiskView } from './checks/proposal.ts';
export {
  coverChild,
  emptyExposure,
  exposureOf,
  holdsTheSame,
  moveExposure,
  type Exposure,
  reservationOf,
  type Reservation,
} from './exposure/exposure.ts';
export { strictest, type StrictestLimit } from './limits/strictest.ts';
export { collaredPrice, finestTick } from './limits/collar.ts';
