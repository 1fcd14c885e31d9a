// Seeded randomness: the same seed gives the same market, ids and quotes.

export interface SeededRandom {
  /** In [0, 1). */
  unit(): number;
  /** A whole number in [0, bound). */
  below(bound: number): number;
  /** Standard normal. */
  normal(): number;
  /** `length` characters of the alphabet that Binance's own generated client order ids use. */
  id(length: number): string;
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The 32-bit mixer "mulberry32": small, fast, and good enough for a simulated market. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (bound: number): number => Math.floor(unit() * bound);
  return {
    unit,
    below,
    // Box and Muller, "A Note on the Generation of Random Normal Deviates" (1958).
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    id: (length) => {
      let text = '';
      for (let i = 0; i < length; i += 1) text += ALPHABET.charAt(below(ALPHABET.length));
      return text;
    },
  };
}
