// A simulated exchange that speaks Binance Spot's protocols; knows nothing of the product.

export { startExchange, type ExchangeUrls, type RunningExchange } from './server.ts';
export {
  USUAL_FEES,
  USUAL_SYMBOLS,
  type AccountOptions,
  type ExchangeProcessOptions,
} from './options.ts';
export { NO_LIMITS, REAL_LIMITS, type LimitOptions } from './limits.ts';
export {
  USUAL_PARTICIPANTS,
  type ParticipantOptions,
  type Participants,
} from '../exchange/participants.ts';
export { type ApiKeyOptions } from './auth.ts';
export { type Fault, type FaultKind } from '../exchange/faults.ts';
export { type SymbolRules } from '../exchange/terms.ts';
