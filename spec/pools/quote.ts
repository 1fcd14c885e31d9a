// One question for every kind of pool.

import { unreachable } from '../proof/index.ts';
import type { Pool, SwapAnswer, SwapRequest } from './pools.ts';
import { v2ExactIn, v2ExactOut } from './v2.ts';
import { v3ExactIn, v3ExactOut } from './v3.ts';

/** What exactly `request.amount` of tokenIn gets; a v3 pool may use only a part of it. */
export function quoteExactIn(pool: Pool, request: SwapRequest): SwapAnswer {
  switch (pool.type) {
    case 'V2':
      return v2ExactIn(pool, request);
    case 'V3':
      return v3ExactIn(pool, request);
    default:
      return unreachable(pool);
  }
}

/** What exactly `request.amount` of the other token costs; a v3 pool may give only a part of it. */
export function quoteExactOut(pool: Pool, request: SwapRequest): SwapAnswer {
  switch (pool.type) {
    case 'V2':
      return v2ExactOut(pool, request);
    case 'V3':
      return v3ExactOut(pool, request);
    default:
      return unreachable(pool);
  }
}
