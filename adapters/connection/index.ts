export { type BackoffPolicy, backoffMs } from './backoff.ts';
export { type RateLimit, RateBudget } from './rate-budget.ts';
export { type ClockSkew, type TimeExchange, NO_SKEW, atVenue, skewOf } from './clock-skew.ts';
export {
  type Socket,
  type SocketEvents,
  type SocketLimits,
  type Sockets,
  SOCKET_LIMITS,
  createSockets,
} from './sockets.ts';
export { type HttpClient, type HttpQuestion, MAX_BODY_BYTES, createHttpClient } from './http.ts';
export {
  type MarketListener,
  type OrdersListener,
  type RunningMarket,
  type RunningOrders,
  type ShellPorts,
  runMarket,
  runOrders,
} from './shell.ts';
export { type PoolsListener, runPools } from './pools-shell.ts';
