// Chance from a seed: the same seed gives the same world, on any machine.

export interface Chance {
  /** A whole number in [0, bound). */
  below(bound: number): number;
  /** A whole number in [low, high]. */
  between(low: number, high: number): number;
  /** True in `perMille` of 1,000 cases. */
  happens(perMille: number): boolean;
  pick<T>(choices: readonly T[]): T;
}

/** SplitMix32 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const below = (bound: number): number => Math.floor((next() / 4_294_967_296) * bound);
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    happens: (perMille) => below(1_000) < perMille,
    pick<T>(choices: readonly T[]): T {
      const found = choices[below(choices.length)];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
  };
}
