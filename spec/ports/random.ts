// Randomness enters here: seeded in simulation, the operating system's in production.

export interface Random {
  /** `length` random bytes. */
  bytes(length: number): Uint8Array;
  /** A whole number in [0, bound), bound at most 2^32. */
  below(bound: number): number;
}
