export { type BackoffPolicy, backoffMs } from './backoff.ts';
export { type RateLimit, RateBudget } from './rate-budget.ts';
export { type ClockSkew, type TimeExchange, NO_SKEW, atVenue, skewOf } from './clock-skew.ts';
