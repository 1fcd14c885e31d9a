// The form of a situation that `causeway route` reads: each value checked for itself.

import * as z from 'zod';
import { parseDecimal } from '../../spec/units/index.ts';

/** No venue shows as many. */
const MOST_LEVELS = 10_000;
/** A pool of spacing 1 has 1,774,544 possible ticks; the fullest real ones have some thousands. */
const MOST_TICKS = 20_000;
const MOST_VENUES = 64;
/** Digits of a whole number: 2^256 has 78. */
const WHOLE = /^-?\d{1,78}$/;

/** A value that `read` understands; where it gives null the problem expects `expected`. */
function field<T>(expected: string, read: (value: unknown) => T | null): z.ZodType<T> {
  return z.unknown().transform((value, context): T => {
    const got = read(value);
    if (got !== null) return got;
    context.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  });
}

/** 18 decimals. A JSON number has been through a float: decimals are text. */
function decimalOf(value: unknown): bigint | null {
  const decimal = typeof value === 'string' ? parseDecimal(value) : null;
  return decimal?.type === 'Exact' ? decimal.value : null;
}

function decimal(expected: string, isRight: (value: bigint) => boolean): z.ZodType<bigint> {
  return field(`${expected} in quotes, at most 18 decimals`, (value) => {
    const exact = decimalOf(value);
    return exact !== null && isRight(exact) ? exact : null;
  });
}

const positive = decimal('a decimal above 0, such as "0.01",', (value) => value > 0n);
const notNegative = decimal('a decimal from 0, such as "0.60",', (value) => value >= 0n);
/** Below 10,000, above -10,000: a rebate. */
const bookFeeBps = decimal('basis points, such as "10",', (value) => {
  return value < 10_000n * 10n ** 18n && value > -10_000n * 10n ** 18n;
});
/** A pool counts its fee in hundredths of a basis point. */
const poolFeeBps = decimal('basis points in steps of 0.01, such as "30",', (value) => {
  return value >= 0n && value < 10_000n * 10n ** 18n && value % 10n ** 16n === 0n;
});

function whole(low: number, high: number): z.ZodType<number> {
  return field(`a whole number from ${low} to ${high}`, (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= low && value <= high
      ? value
      : null,
  );
}

const integer: z.ZodType<bigint> = field('a whole number in quotes, such as "1000"', (value) =>
  typeof value === 'string' && WHOLE.test(value) ? BigInt(value) : null,
);

function oneOf<const T extends string>(...values: readonly T[]): z.ZodType<T> {
  const expected = `one of ${values.join(', ')}`;
  return field(expected, (value) => values.find((one) => one === value) ?? null);
}

/** At most so many: counted before any is looked at. */
function listOf<T>(
  item: z.ZodType<T>,
  { most, what }: { readonly most: number; readonly what: string },
): z.ZodType<readonly T[]> {
  const bounded: z.ZodType<readonly unknown[]> = field(
    `a list of ${what}, at most ${most}`,
    (value) => (Array.isArray(value) && value.length <= most ? (value as unknown[]) : null),
  );
  return bounded.pipe(z.array(item));
}

const name = field('a name of 1 to 32 visible characters', (value) =>
  typeof value === 'string' && /^[!-~]{1,32}$/.test(value) ? value : null,
);

function pair<A, B>(first: z.ZodType<A>, second: z.ZodType<B>, expected: string) {
  return z.tuple([first, second], { error: () => expected });
}

const levels = listOf(pair(positive, notNegative, 'a pair ["price", "quantity"]'), {
  most: MOST_LEVELS,
  what: 'pairs ["price", "quantity"]',
});

/** Keys beside these are let pass with a word. */
function map<S extends z.ZodRawShape>(shape: S) {
  return z.looseObject(shape, { error: () => `a map of ${Object.keys(shape).join(', ')}` });
}

const order = map({
  side: oneOf('buy', 'sell'),
  orderQty: positive,
  limit: z
    .union([z.null(), positive], { error: () => 'null, or a decimal above 0 in quotes' })
    .optional(),
  limitBasis: oneOf('gross', 'allIn').optional(),
});

const book = map({
  name,
  kind: oneOf('book'),
  tick: positive,
  lot: positive,
  minQty: notNegative.optional(),
  maxQty: positive.optional(),
  minNotional: notNegative.optional(),
  takerFeeBps: bookFeeBps,
  makerFeeBps: bookFeeBps.optional(),
  asks: levels.optional(),
  bids: levels.optional(),
});

/** 36 decimals fit a Notional; no token in use has more. */
const decimals = map({ base: whole(0, 36), quote: whole(0, 36) });

const ofPool = {
  gasCost: notNegative.optional(),
  lot: positive.optional(),
  minQty: notNegative.optional(),
};

const v2 = map({
  name,
  kind: oneOf('v2'),
  reserves: map({ base: notNegative, quote: notNegative }),
  decimals: decimals.optional(),
  feeBps: poolFeeBps,
  ...ofPool,
});

const v3 = map({
  name,
  kind: oneOf('v3'),
  decimals,
  baseIsToken0: z.boolean({ error: () => 'true or false' }),
  sqrtPriceX96: integer,
  tick: whole(-(2 ** 31), 2 ** 31),
  liquidity: integer,
  tickSpacing: whole(1, 887_272),
  feePips: whole(0, 999_999),
  ticks: listOf(pair(whole(-(2 ** 31), 2 ** 31), integer, 'a pair [tick, "liquidityNet"]'), {
    most: MOST_TICKS,
    what: 'pairs [tick, "liquidityNet"]',
  }),
  ...ofPool,
});

/** By its kind: a wrong key is then one of that kind alone. */
const kinds = { book, v2, v3 } as const;
const KINDS = 'a venue of kind book, v2 or v3';

const venue = z
  .looseObject({ kind: z.unknown() }, { error: () => KINDS })
  .transform((value, context): WrittenVenue => {
    const kind = Object.keys(kinds).find((one) => one === value.kind) as
      | keyof typeof kinds
      | undefined;
    if (kind === undefined) {
      context.addIssue({ code: 'custom', path: ['kind'], message: 'one of book, v2, v3' });
      return z.NEVER;
    }
    const parsed = kinds[kind].safeParse(value);
    if (parsed.success) return parsed.data as WrittenVenue;
    for (const issue of parsed.error.issues) {
      context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message });
    }
    return z.NEVER;
  });

export const schema = map({
  order,
  venues: listOf(venue, { most: MOST_VENUES, what: 'venues' }),
});

export type WrittenBook = z.infer<typeof book>;
export type WrittenV2 = z.infer<typeof v2>;
export type WrittenV3 = z.infer<typeof v3>;
export type WrittenVenue = WrittenBook | WrittenV2 | WrittenV3;
export type WrittenOrder = z.infer<typeof order>;

/** The keys of each map, by kind: what stands beside them is named in a warning. */
export const KEYS: Readonly<Record<string, readonly string[]>> = {
  situation: Object.keys(schema.shape),
  order: Object.keys(order.shape),
  book: Object.keys(book.shape),
  v2: Object.keys(v2.shape),
  v3: Object.keys(v3.shape),
};
