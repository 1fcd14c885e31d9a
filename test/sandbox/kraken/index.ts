// A simulated exchange that speaks Kraken's protocols; knows nothing of the product.

export { type KrakenUrls, type RunningKraken, startKraken } from './server.ts';
export {
  KRAKEN_PARTICIPANTS,
  type LimitOptions,
  type KrakenOptions,
  NO_LIMITS,
  REAL_LIMITS,
  TIERS,
  type Tier,
  USUAL_FEES,
  USUAL_SYMBOLS,
} from './options.ts';
