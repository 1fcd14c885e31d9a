// Which answers of Kraken mean *rejected* and which mean *unknown*. The one table that decides it.
//
// Source: Kraken API Center, guides/spot-errors, spot-clordid and spot-ratelimits, mirrored 2026-08.

import type { Verdict } from '../connection/index.ts';

/** Not done, by the venue's own word. All of `EOrder` besides. What is in no list leaves it unknown. */
const NOT_DONE = new Set([
  'EGeneral:Invalid arguments',
  'EService:Market in cancel_only mode',
  'EService:Market in post_only mode',
  'EAPI:Invalid nonce',
]);

/** The key may not do it, so nothing was done. */
const NOT_AUTHORIZED = new Set([
  'EAPI:Invalid key',
  'EAPI:Invalid signature',
  'EGeneral:Permission denied',
]);

/** Whether the venue no longer takes the token of a line. */
export function isSessionLost(error: string): boolean {
  return error.startsWith('ESession:');
}

/**
 * `error`: the venue's own sentence, such as `EOrder:Insufficient funds`; empty: it was done. An
 * error may have a third part that says which argument it means.
 */
export function judge(error: string): Verdict {
  if (error === '') return { type: 'Done' };
  const text = error.slice(0, 300);
  const [family = '', what = ''] = text.split(':');
  const kind = `${family}:${what}`;
  if (/cl_ord_id|duplicate/i.test(text)) return { type: 'DuplicateID', text };
  if (NOT_AUTHORIZED.has(kind)) return { type: 'NotAuthorized', text };
  switch (kind) {
    case 'EOrder:Rate limit exceeded':
      return { type: 'Throttled', what: 'Orders', banned: false, text };
    case 'EAPI:Rate limit exceeded':
      return { type: 'Throttled', what: 'Everything', banned: false, text };
    case 'EOrder:Unknown order':
      return { type: 'NoSuchOrder', text };
    case 'EService:Deadline elapsed':
      return { type: 'WrongTime', text };
    default:
      return family === 'EOrder' || NOT_DONE.has(kind)
        ? { type: 'Refused', text }
        : { type: 'Unknown', text };
  }
}
