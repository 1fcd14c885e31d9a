// The kinds of value that a venue on a chain is configured with.

import type { z } from 'zod';
import { type Address, addressOf } from '../../adapters/chain/index.ts';
import { type Rate, ONE, asRate, parseDecimal } from '../../spec/units/index.ts';
import { field } from './fields.ts';

/** YAML reads `0x15…` without quotes as a number. */
export const address: z.ZodType<Address> = field(
  'an address in quotes: 0x and 40 hexadecimal digits',
  (value) => (typeof value === 'string' ? addressOf(value) : null),
);

const WEI_IN_GWEI = 10n ** 9n;

/** Wei for each unit of gas, written in gwei. */
export const gwei: z.ZodType<bigint> = field(
  'gwei in quotes, such as "100" or "0.05", at most 9 decimals',
  (value) => {
    const decimal = typeof value === 'string' ? parseDecimal(value) : null;
    if (decimal?.type !== 'Exact' || decimal.value <= 0n) return null;
    const wei = decimal.value * WEI_IN_GWEI;
    return wei % ONE === 0n ? wei / ONE : null;
  },
);

const BPS_IN_ONE = 10_000n;
const MOST_SLIPPAGE_BPS = 1_000n;

/** A part of a price, written in basis points. */
export const slippageBps: z.ZodType<Rate> = field(
  'basis points in quotes, from "0" to "1000"',
  (value) => {
    const decimal = typeof value === 'string' ? parseDecimal(value) : null;
    if (decimal?.type !== 'Exact' || decimal.value % BPS_IN_ONE !== 0n) return null;
    const isWithin = decimal.value >= 0n && decimal.value <= MOST_SLIPPAGE_BPS * ONE;
    return isWithin ? asRate(decimal.value / BPS_IN_ONE) : null;
  },
);
