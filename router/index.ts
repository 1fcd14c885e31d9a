export type {
  BookSource,
  PoolSource,
  RouteLeg,
  RouteOrder,
  RoutePlan,
  SharedTransaction,
  Source,
  Unused,
} from './plan.ts';
export { route, routeWhole } from './route.ts';
export { type RestPlace, type RestPlan, type RestSource, placeRest } from './rest.ts';
export { trimmed } from './trim.ts';
