// What all transports of one simulated exchange share, and the shape of its answers.

import type { Core } from '../exchange/core.ts';
import type { Rejection } from '../exchange/terms.ts';
import type { ApiKey } from './auth.ts';
import { errorJson } from './frames.ts';
import type { Limits } from './limits.ts';

export interface Venue extends Core {
  readonly limits: Limits;
  readonly keys: ReadonlyMap<string, ApiKey>;
  /** Cuts connections at once, without a closing handshake. */
  cut(channel: 'wsApi' | 'streams' | 'all'): void;
}

/** An answer before a transport wraps it: `json` is the result, or the error object. */
export interface Answer {
  readonly status: number;
  readonly ok: boolean;
  readonly json: string;
  readonly retryAfter?: number;
  /** Order counts belong into the answer's rate limits. */
  readonly counted?: boolean;
}

export function success(json: string): Answer {
  return { status: 200, ok: true, json };
}

export function failure(status: number, code: number, msg: string): Answer {
  return { status, ok: false, json: errorJson(code, msg) };
}

/** Binance answers 401 to a key that it does not take and 400 to nearly everything else. */
export function refusal(rejection: Rejection): Answer {
  const status = rejection.code === -2014 || rejection.code === -2015 ? 401 : 400;
  return failure(status, rejection.code, rejection.msg);
}

export function tooMany(
  status: 418 | 429,
  code: number,
  msg: string,
  times: { now: number; retryAfter: number },
): Answer {
  const data = `{"serverTime":${times.now},"retryAfter":${times.retryAfter}}`;
  return {
    status,
    ok: false,
    json: `{"code":${code},"msg":${JSON.stringify(msg)},"data":${data}}`,
    retryAfter: times.retryAfter,
  };
}
