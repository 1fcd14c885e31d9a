// The account's nonces: given out once, each kept until one transaction of it is final.

import type { Address, Follower, Receipt } from '../chain/index.ts';
import { type ChildID, type VenueOrderID, asVenueOrderID } from '../../spec/terms/index.ts';
import { type Slot, gasOf, isSwap } from './slots.ts';

/** Mutable: one for each account. */
export class Nonces {
  readonly #account: Address;
  readonly #follower: Follower;
  readonly #slots = new Map<number, Slot>();
  /** Gas of approvals that are final, by the child whose swap is not. */
  readonly #settledGas = new Map<ChildID, bigint>();
  #next = 0;

  constructor(account: Address, follower: Follower) {
    this.#account = account;
    this.#follower = follower;
  }

  get next(): number {
    return this.#next;
  }

  /** The lowest nonce that is not settled; null: none. */
  get lowest(): number | null {
    return this.ascending()[0]?.nonce ?? null;
  }

  /** The journal gave out as many, or others have used the account. */
  skipTo(nonce: number): void {
    this.#next = nonce;
  }

  /** A nonce out of the journal, which has given out more. */
  restore(slot: Slot): void {
    this.#slots.set(slot.nonce, slot);
  }

  /** The next nonce is used up. */
  take(slot: Slot): void {
    this.#slots.set(slot.nonce, slot);
    this.#next = slot.nonce + 1;
  }

  slot(nonce: number): Slot | undefined {
    return this.#slots.get(nonce);
  }

  ascending(): readonly Slot[] {
    return [...this.#slots.values()].sort((a, b) => a.nonce - b.nonce);
  }

  /** What receipts are wanted for: every hash of a nonce that is not known to be mined. */
  hashesInDoubt(): readonly string[] {
    return this.ascending()
      .filter((slot) => !this.isMined(slot))
      .flatMap((slot) => slot.attempts)
      .filter(({ durable }) => durable)
      .map(({ transaction }) => transaction.hash);
  }

  /** Mined in a block that is on the chain as we hold it, or in one older than that. */
  isMined(slot: Slot): boolean {
    return slot.mined !== null && this.stands(slot.mined);
  }

  /** Another chain is held than the one on which they were seen: each is asked for anew. */
  forgetMined(): void {
    for (const slot of this.#slots.values()) slot.mined = null;
  }

  stands(receipt: Receipt): boolean {
    const { oldest } = this.#follower;
    if (oldest === null) return false;
    return receipt.blockNumber < oldest.number || this.#follower.holds(receipt.blockHash);
  }

  /** What the approvals of a child have cost, settled ones too. */
  approvalGas(childID: ChildID): bigint {
    let gas = this.#settledGas.get(childID) ?? 0n;
    for (const slot of this.#slots.values()) {
      if (slot.childID === childID && !isSwap(slot) && slot.mined !== null)
        gas += gasOf(slot.mined);
    }
    return gas;
  }

  /** One transaction of it is final: the others can never be mined. */
  settle(slot: Slot): void {
    this.#slots.delete(slot.nonce);
    if (isSwap(slot)) this.#settledGas.delete(slot.childID);
    else if (slot.mined !== null) {
      const before = this.#settledGas.get(slot.childID) ?? 0n;
      this.#settledGas.set(slot.childID, before + gasOf(slot.mined));
    }
  }

  orderID(nonce: number): VenueOrderID {
    return asVenueOrderID(`${this.#account}/${nonce}`);
  }
}
