// One nonce of the account: every transaction ever signed for it, which of them is mined, and what was reported of it.

import type { Fees, Receipt } from '../chain/index.ts';
import { highestFees } from '../chain/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import type { ChildID } from '../../spec/terms/index.ts';
import type { Fill, SignedTransaction } from '../../spec/venues/index.ts';

export interface Attempt {
  readonly transaction: SignedTransaction;
  /** The journal has it: it may leave. */
  durable: boolean;
  /** A node said that it has it. */
  accepted: boolean;
  /** Its outcome at some node is not known. */
  doubted: boolean;
  /** A node will never take it. */
  refusedForGood: boolean;
}

export interface Slot {
  readonly nonce: number;
  readonly childID: ChildID;
  /** Oldest first. Never empty. */
  readonly attempts: Attempt[];
  mined: Receipt | null;
  /** The fills that were reported and not taken back, by their execution ids. */
  booked: readonly Fill['venueExecID'][];
  /** What of the base they are together; null: not known here. */
  bookedQty: Fill['lastQty'] | null;
  /** The block whose figures were reported; null: not known here. In another block the pool may give other amounts. */
  bookedIn: Receipt['blockHash'] | null;
  /** The end was reported. */
  ended: boolean;
  /** Looks in a row at which the nonce was used up and no transaction of ours was found. */
  strangerSeen: number;
  /** A transfer to ourselves is to take its place. */
  cancelWanted: boolean;
  /** A cancel that the desk asked for has not been answered. */
  cancelAsked: boolean;
  /** A further transaction is at the signer. */
  signing: boolean;
  /** Number of the head behind which something was last sent for it. */
  sentAtBlock: bigint;
  resendAt: EpochNs;
  tries: number;
}

export function newSlot(
  transactions: readonly SignedTransaction[],
  of: { readonly durable: boolean; readonly block: bigint; readonly now: EpochNs },
): Slot {
  const [first] = transactions;
  if (first === undefined) throw new Error('a nonce without a transaction');
  return {
    nonce: first.nonce,
    childID: first.childID,
    attempts: transactions.map((one) => newAttempt(one, of.durable)),
    mined: null,
    booked: [],
    bookedQty: null,
    bookedIn: null,
    ended: false,
    strangerSeen: 0,
    cancelWanted: false,
    cancelAsked: false,
    signing: false,
    sentAtBlock: of.block,
    resendAt: of.now,
    tries: 0,
  };
}

export function newAttempt(transaction: SignedTransaction, durable: boolean): Attempt {
  return { transaction, durable, accepted: false, doubted: false, refusedForGood: false };
}

/** The first that was signed: what the nonce is for. */
export function firstOf(slot: Slot): SignedTransaction {
  const [first] = slot.attempts;
  if (first === undefined) throw new Error(`nonce ${slot.nonce} has no transaction`);
  return first.transaction;
}

/** The newest that may leave: it offers the most. */
export function newestOf(slot: Slot): Attempt | null {
  return slot.attempts.findLast((attempt) => attempt.durable) ?? null;
}

export function attemptOf(slot: Slot, hash: string): Attempt | null {
  return slot.attempts.find(({ transaction }) => transaction.hash === hash) ?? null;
}

export function highestOf(slot: Slot): Fees {
  return highestFees(slot.attempts.map(({ transaction }) => transaction));
}

export function isSwap(slot: Slot): boolean {
  return firstOf(slot).purpose === 'Swap';
}

/** What the transaction that is mined was for; null while none is. */
export function minedPurpose(slot: Slot): SignedTransaction['purpose'] | null {
  if (slot.mined === null) return null;
  return attemptOf(slot, slot.mined.transactionHash)?.transaction.purpose ?? null;
}

/** The desk asked for its end. */
export function wantCancel(slot: Slot): void {
  slot.cancelWanted = true;
  slot.cancelAsked = true;
}

export function gasOf(receipt: Receipt): bigint {
  return receipt.gasUsed * receipt.effectiveGasPrice;
}

/** Coin that must be there while it is pending: the dearest of its transactions. */
export function gasReserved(slot: Slot): bigint {
  let most = 0n;
  for (const { transaction } of slot.attempts) {
    const cost = BigInt(transaction.gasLimit) * transaction.maxFeePerGas;
    if (cost > most) most = cost;
  }
  return most;
}
