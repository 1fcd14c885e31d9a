// What arrives at the signer's socket, read without trust: a field too many is refused like one too few.

import * as z from 'zod';
import type { SigningRequest } from '../port/index.ts';
import { type Result, err, ok } from '../../spec/proof/index.ts';

const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/, 'expected an address');
const amount = z.string().regex(/^\d{1,78}$/, 'expected a whole number in digits');
const pool = z.enum(['v2', 'v3']);
const whole = z.int().min(0);
/** More transactions are never asked for together: a reset and an approval for a swap. */
const MOST_TRANSACTIONS = 4;

/** More pools are never swapped in by one transaction. */
const MOST_SWAPS = 8;

const swap = {
  pool,
  tokenIn: address,
  tokenOut: address,
  feePips: whole.max(999_999),
  exact: z.enum(['in', 'out']),
  amountIn: amount,
  amountOut: amount,
};

const call = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Swap'), ...swap, deadline: whole }),
  z.strictObject({
    type: z.literal('Swaps'),
    swaps: z.array(z.strictObject(swap)).min(1).max(MOST_SWAPS),
    deadline: whole,
  }),
  z.strictObject({ type: z.literal('Approve'), pool, token: address, amount }),
  z.strictObject({ type: z.literal('Cancel') }),
]);

const request = z.strictObject({
  chainID: whole,
  account: address,
  transactions: z
    .array(
      z.strictObject({
        nonce: whole,
        gasLimit: whole,
        maxFeePerGas: amount,
        maxPriorityFeePerGas: amount,
        call,
      }),
    )
    .min(1)
    .max(MOST_TRANSACTIONS),
});

export function readRequest(text: string): Result<SigningRequest, string> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err('no JSON');
  }
  const parsed = request.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  return err(
    parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
  );
}
