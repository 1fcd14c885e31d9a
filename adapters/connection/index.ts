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
export { type Verdict } from './verdict.ts';
export { type ExecutionView, type OrderView, type TradeView } from './views.ts';
export { Turn } from './turn.ts';
export {
  type Json,
  type JsonObject,
  decimalOf,
  instantOf,
  integerOf,
  isArray,
  isObject,
  numberOf,
  parseBytes,
  parseBytesExactly,
  parseText,
  parseTextExactly,
  priceOf,
  qtyOf,
  secondsOf,
  textOf,
  timestampOf,
  wholeIDOf,
} from './json.ts';
export {
  type Members,
  type Name,
  ParsedMembers,
  instantIn,
  nameOf,
  priceIn,
  qtyIn,
} from './members.ts';
export { PlainJson } from './plain-json.ts';
export { type GridReader, MALFORMED, OFF_GRID, gridReader } from './grid-reader.ts';
export { BookSide, LevelReader, type Unusable, unusable } from './book-side.ts';
export { type Grid, type ListingsRead, checkedListings, sameListings } from './listings.ts';
export { ListingsWatch } from './listings-watch.ts';
export { Amends, type Terms } from './amends.ts';
export { type Child } from './child.ts';
export { ChildLedger, sinksOf } from './ledger.ts';
export { Lines, type Session } from './lines.ts';
export { Credentials } from './credentials.ts';
export { MarketLines } from './market-lines.ts';
export { type ShownBook, changedBooks, invalidate } from './shown-books.ts';
export { type InFlight, InFlights } from './in-flight.ts';
export { type Asking, type Query, Questions, retryMs } from './questions.ts';
export { Inquiry, type OrderQuestion, type RoundOutcome, type VenueQuestion } from './inquiry.ts';
export { Placing } from './placing.ts';
export { type OrderParts, type VenueHand, stepOrders } from './order-step.ts';
export { crc32 } from './crc32.ts';
export { backOffMs, retryAfterMs } from './patience.ts';
export { type CounterPolicy, Counters } from './counters.ts';
export { type RunningChainOrders, runChainOrders } from './chain-shell.ts';
export { CaptureReplay, NO_WAITING, type Replayed } from './replay.ts';
export { DecimalsSeen, unitOf } from './decimals-seen.ts';
