// What is offered for gas, under a cap, and what a replacement must offer. Source: uniswap.md §7, EIP-1559.

export interface Fees {
  /** Wei for each unit of gas, both. */
  readonly maxFeePerGas: bigint;
  readonly maxPriorityFeePerGas: bigint;
}

export interface FeePolicy {
  readonly maxFeePerGas: bigint;
  readonly priorityFeePerGas: bigint;
}

/** Twice the base fee and the tip: five full blocks long enough. Null: even this block is above the cap. */
export function firstFees(baseFee: bigint, policy: FeePolicy): Fees | null {
  const tip = policy.priorityFeePerGas;
  if (baseFee + tip > policy.maxFeePerGas) return null;
  return {
    maxFeePerGas: least(2n * baseFee + tip, policy.maxFeePerGas),
    maxPriorityFeePerGas: tip,
  };
}

/**
 * An eighth more of both than was ever signed for the nonce, rounded up (every node asks for a tenth, some for an
 * eighth), and no less than a first offer would be now. Null: above the cap.
 */
export function bumpedFees(highest: Fees, baseFee: bigint, policy: FeePolicy): Fees | null {
  const maxPriorityFeePerGas = eighthMore(highest.maxPriorityFeePerGas);
  const needed = eighthMore(highest.maxFeePerGas);
  if (needed > policy.maxFeePerGas) return null;
  const wanted = least(2n * baseFee + maxPriorityFeePerGas, policy.maxFeePerGas);
  return { maxFeePerGas: wanted > needed ? wanted : needed, maxPriorityFeePerGas };
}

export function highestFees(all: readonly Fees[]): Fees {
  let maxFeePerGas = 0n;
  let maxPriorityFeePerGas = 0n;
  for (const one of all) {
    if (one.maxFeePerGas > maxFeePerGas) maxFeePerGas = one.maxFeePerGas;
    if (one.maxPriorityFeePerGas > maxPriorityFeePerGas) {
      maxPriorityFeePerGas = one.maxPriorityFeePerGas;
    }
  }
  return { maxFeePerGas, maxPriorityFeePerGas };
}

function eighthMore(fee: bigint): bigint {
  return (fee * 9n + 7n) / 8n;
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
