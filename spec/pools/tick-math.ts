// Prices at ticks: 1.0001^(tick / 2) in 2^-96, as v3's contract computes it, bit for bit.

/** The lowest and highest tick, and their prices. */
export const MIN_TICK = -887_272;
export const MAX_TICK = 887_272;
export const MIN_SQRT_PRICE_X96 = 4_295_128_739n;
export const MAX_SQRT_PRICE_X96 =
  1_461_446_703_485_210_103_287_273_052_203_988_822_378_723_970_342n;

const MAX_UINT256 = 2n ** 256n - 1n;
const ONE_X128 = 2n ** 128n;

/** Root of 1.0001^-(2^bit), for bits 0 to 19 of a tick, in 2^-128: known constants of TickMath. */
const ROOTS_X128: readonly bigint[] = [
  0xfffcb933bd6fad37aa2d162d1a594001n,
  0xfff97272373d413259a46990580e213an,
  0xfff2e50f5f656932ef12357cf3c7fdccn,
  0xffe5caca7e10e4e61c3624eaa0941cd0n,
  0xffcb9843d60f6159c9db58835c926644n,
  0xff973b41fa98c081472e6896dfb254c0n,
  0xff2ea16466c96a3843ec78b326b52861n,
  0xfe5dee046a99a2a811c461f1969c3053n,
  0xfcbe86c7900a88aedcffc83b479aa3a4n,
  0xf987a7253ac413176f2b074cf7815e54n,
  0xf3392b0822b70005940c7a398e4b70f3n,
  0xe7159475a2c29b7443b29c7fa6e889d9n,
  0xd097f3bdfd2022b8845ad8f792aa5825n,
  0xa9f746462d870fdf8a65dc1f90e061e5n,
  0x70d869a156d2a1b890bb3df62baf32f7n,
  0x31be135f97d08fd981231505542fcfa6n,
  0x9aa508b5b7a84e1c677de54f3e99bc9n,
  0x5d6af8dedb81196699c329225ee604n,
  0x2216e584f5fa1ea926041bedfe98n,
  0x48a170391f7dc42444e8fa2n,
];

/** Results that were asked for: a quote asks for the same few ticks again and again (2 µs each). */
const known = new Map<number, bigint>();
/** 16,384 ticks, some 2 MB; beyond it all are forgotten, and those in use come back. */
const MOST_KNOWN = 16_384;

/** Throws beyond the lowest and highest tick. */
export function sqrtPriceAtTick(tick: number): bigint {
  const before = known.get(tick);
  if (before !== undefined) return before;
  if (!Number.isSafeInteger(tick) || tick < MIN_TICK || tick > MAX_TICK) {
    throw new RangeError(`no tick from ${MIN_TICK} to ${MAX_TICK}: ${tick}`);
  }
  const sqrtPrice = computed(tick);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(tick, sqrtPrice);
  return sqrtPrice;
}

function computed(tick: number): bigint {
  const distance = Math.abs(tick);
  let ratio = ONE_X128;
  for (let bit = 0; bit < ROOTS_X128.length; bit += 1) {
    if ((distance & (1 << bit)) !== 0) ratio = (ratio * (ROOTS_X128[bit] ?? 0n)) >> 128n;
  }
  if (tick > 0) ratio = MAX_UINT256 / ratio;
  return (ratio + 0xffffffffn) >> 32n; // From 2^-128 to 2^-96, rounded up.
}

/** The greatest tick whose price is not above `sqrtPriceX96`. Throws below the lowest price, and from the highest on. */
export function tickAtSqrtPrice(sqrtPriceX96: bigint): number {
  if (sqrtPriceX96 < MIN_SQRT_PRICE_X96 || sqrtPriceX96 >= MAX_SQRT_PRICE_X96) {
    throw new RangeError(`no root of a price: ${sqrtPriceX96}`);
  }
  // The float is right to some 1e-9 of a tick's width times 2e6; the exact table decides.
  const guess = Math.floor(Math.log(Number(sqrtPriceX96) / 2 ** 96) / (Math.log(1.0001) / 2));
  let tick = Math.min(Math.max(guess, MIN_TICK), MAX_TICK - 1);
  while (tick > MIN_TICK && sqrtPriceAtTick(tick) > sqrtPriceX96) tick -= 1;
  while (tick < MAX_TICK - 1 && sqrtPriceAtTick(tick + 1) <= sqrtPriceX96) tick += 1;
  return tick;
}
