// Which answers of Binance mean *rejected* and which mean *unknown*. The one table that decides it.
//
// Source: binance-spot-api-docs, errors.md and web-socket-api.md (status codes), snapshot 2026-07-21.

import type { Verdict } from '../connection/index.ts';

export interface Answer {
  readonly status: number;
  /** Null where the answer carries no readable code. */
  readonly code: number | null;
  readonly msg: string;
}

/** Codes after which the request may have been done, whatever the status says. */
const MAY_BE_DONE = new Set([-1000, -1001, -1006, -1007, -1008, -1016, -2021, -2022]);

/** Codes by which the venue states that the request was not done. All others leave it unknown. */
const NOT_DONE = new Set([
  -1010, -1013, -1014, -1020, -1100, -1101, -1102, -1103, -1104, -1105, -1106, -1108, -1111, -1112,
  -1114, -1115, -1116, -1117, -1118, -1119, -1120, -1121, -1122, -1127, -1128, -1130, -1134, -1135,
  -1139, -1145, -1151, -1194, -2010, -2011, -2016, -2038, -2039,
]);
const NOT_AUTHORIZED = new Set([-1002, -1022, -2014, -2015]);

/** `status` as in HTTP; a WebSocket answer carries the same figures. */
export function judge(answer: Answer): Verdict {
  const { status, code } = answer;
  const text = `${answer.msg === '' ? 'no text' : answer.msg} (status ${status}${code === null ? '' : `, code ${code}`})`;
  if (status === 200) return { type: 'Done' };
  if (status < 400 || status >= 500 || status === 409) return { type: 'Unknown', text };
  if (code !== null && MAY_BE_DONE.has(code)) return { type: 'Unknown', text };
  if (code === -1015) return { type: 'Throttled', what: 'Orders', banned: false, text };
  if (status === 418 || status === 429 || code === -1003) {
    return { type: 'Throttled', what: 'Everything', banned: status === 418, text };
  }
  if (code === -1021) return { type: 'WrongTime', text };
  if (code !== null && NOT_AUTHORIZED.has(code)) return { type: 'NotAuthorized', text };
  if (code === -2010 && answer.msg.startsWith('Duplicate')) return { type: 'DuplicateID', text };
  if (code === -2013) return { type: 'NoSuchOrder', text };
  if (code === -2011 && answer.msg.startsWith('Unknown order'))
    return { type: 'NoSuchOrder', text };
  if (code === -2026) return { type: 'Archived', text };
  if (code !== null && NOT_DONE.has(code)) return { type: 'Refused', text };
  return { type: 'Unknown', text };
}

export { backOffMs, retryAfterMs } from '../connection/index.ts';
