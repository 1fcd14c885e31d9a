export type {
  BookSource,
  PoolSource,
  RouteLeg,
  RouteOrder,
  RoutePlan,
  Source,
  Unused,
} from './plan.ts';
export { route, routeWhole } from './route.ts';
