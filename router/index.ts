export type {
  BookSource,
  PoolSource,
  RouteLeg,
  RouteOrder,
  RoutePlan,
  Source,
  Unused,
} from './plan.ts';
