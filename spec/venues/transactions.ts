// What a chain's account has signed. Durable before it is broadcast: the same bytes may then be sent again and again.

import type { EpochNs } from '../ports/index.ts';
import type { ChildID, Side, VenueExecID, VenueID, VenueOrderID } from '../terms/index.ts';

/** `Cancel`: nothing to oneself, in the place of another transaction of the nonce. */
export type TransactionPurpose = 'Swap' | 'Approve' | 'Cancel';

/** One of several swaps of a transaction. Amounts as the transaction's. */
export interface SignedSwap {
  readonly venueSymbol: string;
  readonly amountIn: bigint;
  readonly amountOut: bigint;
}

/** One of the transactions that were ever signed for a nonce: each of them may be mined until one of them is final. */
export interface SignedTransaction {
  readonly nonce: number;
  /** `0x` and 64 hexadecimal digits. */
  readonly hash: string;
  readonly raw: Uint8Array;
  readonly purpose: TransactionPurpose;
  /** The child for whose sake it is. */
  readonly childID: ChildID;
  /** Of several swaps: one whose router all go by. */
  readonly venueSymbol: string;
  readonly side: Side;
  /** Swap: paid, exactly or at most. Approve: let go. In the token's own integers. */
  readonly amountIn: bigint;
  /** Swap: received, at least or exactly. */
  readonly amountOut: bigint;
  /** Later, the chain refuses the swap. */
  readonly deadline: EpochNs;
  readonly gasLimit: number;
  /** Wei for each unit of gas. */
  readonly maxFeePerGas: bigint;
  readonly maxPriorityFeePerGas: bigint;
  /** The swaps of one that has several; empty: the one that it says itself. The amounts above are their sums. */
  readonly swaps: readonly SignedSwap[];
}

/** A fill that was reported and is not final yet: a reorganisation may take it back. */
export interface ProvisionalFill {
  readonly childID: ChildID;
  readonly venueOrderID: VenueOrderID;
  readonly venueExecID: VenueExecID;
}

/** The account of one venue: nonces are given out once, and what is signed is kept until its nonce is final. */
export interface ChainAccount {
  readonly venueID: VenueID;
  readonly nextNonce: number;
  readonly transactions: readonly SignedTransaction[];
  readonly fills: readonly ProvisionalFill[];
}
