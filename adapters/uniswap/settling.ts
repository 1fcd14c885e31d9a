// What the chain says of each nonce at one head, whole: what is mined, what is so no more, what is final. Only behind
// a final block is what died called dead.

import type { Receipt } from '../chain/index.ts';
import { ZERO_QTY, asQty, epochNs } from '../../spec/units/index.ts';
import type { ChildEndHow } from '../../spec/venues/index.ts';
import type { AccountPorts } from './account-ports.ts';
import type { Children } from './children.ts';
import type { Nonces } from './nonces.ts';
import type { Round } from './round.ts';
import { type Slot, firstOf, gasOf, isSwap, minedPurpose } from './slots.ts';
import { type BookedSwap, fillOf, poolNamed, swapsIn } from './swaps.ts';

/** So many looks in a row must find a nonce used up and no transaction of ours. */
const STRANGER_AT = 3;
const NS_PER_S = 1_000_000_000n;

/** One for each account. */
export class Settling {
  readonly #ports: AccountPorts;
  readonly #nonces: Nonces;
  readonly #children: Children;

  constructor(ports: AccountPorts, nonces: Nonces, children: Children) {
    this.#ports = ports;
    this.#nonces = nonces;
    this.#children = children;
  }

  evaluate(round: Round): void {
    for (const slot of this.#nonces.ascending()) {
      this.#look(slot, round);
      this.#settle(slot, round);
    }
  }

  #look(slot: Slot, round: Round): void {
    if (this.#nonces.isMined(slot)) return;
    const answers = slot.attempts.map(({ transaction }) => round.receipts.get(transaction.hash));
    const found = answers.find(
      (one) => one !== undefined && one !== null && this.#nonces.stands(one),
    );
    if (found !== undefined && found !== null) {
      slot.mined = found;
      this.#children.acknowledge(slot);
      if (slot.booked.some((id) => !id.includes(`:${found.transactionHash}:`))) {
        this.#takeBack(slot, 'another transaction of the nonce is on the chain');
      } else if (!found.succeeded) {
        this.#takeBack(slot, `the pool refused it in block ${found.blockNumber}, where it is now`);
      }
      if (slot.cancelAsked && minedPurpose(slot) === 'Swap') this.#children.refuseCancel(slot);
      return;
    }
    slot.mined = null;
    // Asked for each of them, and the node has none: it is not on this chain.
    const isGone = slot.attempts.every(
      ({ transaction, durable }) => !durable || round.receipts.get(transaction.hash) === null,
    );
    if (slot.booked.length === 0 || !isGone) return;
    this.#takeBack(slot, `it is not on the chain any more at block ${round.head.number}`);
    slot.resendAt = this.#ports.turn.now; // The same bytes again, with the patience of a first bid.
    slot.sentAtBlock = round.head.number;
  }

  #takeBack(slot: Slot, text: string): void {
    const { booked, childID } = slot;
    if (booked.length === 0) return;
    slot.booked = [];
    slot.bookedQty = null;
    slot.bookedIn = null;
    slot.ended = false;
    this.#children.revive(slot);
    const venueOrderID = this.#nonces.orderID(slot.nonce);
    for (const venueExecID of booked) {
      this.#ports.turn.remark('warn', 'a reported fill was reorganised away', {
        childID,
        venueExecID,
      });
      this.#ports.turn.report({ type: 'FillCancelled', childID, venueOrderID, venueExecID, text });
    }
  }

  #settle(slot: Slot, round: Round): void {
    const { mined } = slot;
    if (mined === null || !this.#nonces.isMined(slot)) return this.#settleUnmined(slot, round);
    const purpose = minedPurpose(slot);
    const depth = round.head.number - mined.blockNumber + 1n;
    const isToBook =
      purpose === 'Swap' && mined.succeeded && depth >= BigInt(this.#ports.config.confirmations);
    if (isToBook) this.#book(slot, mined);
    if (round.finalBlock === null || mined.blockNumber > round.finalBlock.number) return;
    if (isSwap(slot) && purpose !== 'Swap') {
      this.#endSlot(slot, 'Canceled', 'a cancel took its place on the chain', gasOf(mined));
    } else if (purpose === 'Swap' && !mined.succeeded) {
      const count = swapsIn(firstOf(slot)).length;
      const what =
        count > 1 ? `a pool refused one of ${count} swaps, so all,` : 'the pool refused the swap';
      const text = `${what} in block ${mined.blockNumber}`;
      this.#endSlot(slot, 'Canceled', text, gasOf(mined));
    } else if (isToBook && slot.bookedIn === null) this.#endUnbooked(slot, mined);
    this.#settled(slot, mined.transactionHash);
  }

  #settleUnmined(slot: Slot, round: Round): void {
    const { finalBlock, countAtFinal } = round;
    if (finalBlock === null || countAtFinal === null) return;
    if (countAtFinal > BigInt(slot.nonce)) {
      const isAsked = slot.attempts.every(({ transaction, durable }) =>
        durable ? round.receipts.get(transaction.hash) === null : true,
      );
      slot.strangerSeen = isAsked ? slot.strangerSeen + 1 : 0;
      if (slot.strangerSeen < STRANGER_AT) return; // One answer may be a lagging node's.
      this.#ports.turn.remark('error', 'a transaction that is not ours took a nonce', {
        nonce: slot.nonce,
      });
      if (isSwap(slot)) this.#endSlot(slot, 'Canceled', 'another transaction took its nonce');
      return this.#settled(slot, '');
    }
    if (!isSwap(slot)) return;
    const { deadline } = firstOf(slot);
    if (finalBlock.timestamp * NS_PER_S > deadline) {
      this.#endSlot(
        slot,
        'Expired',
        `not mined by its deadline; block ${finalBlock.number} is final`,
      );
    }
    // It would only cost gas now; the nonce must be used, for those behind it.
    if (round.head.timestamp * NS_PER_S > deadline) slot.cancelWanted = true;
  }

  /** One fill for each pool, once for each block that they are in. */
  #book(slot: Slot, receipt: Receipt): void {
    const { config, turn } = this.#ports;
    // In another block than the one that was told they are said again: the desk knows whether that is news.
    if (slot.bookedIn === receipt.blockHash) return this.#endSlot(slot, 'Filled', '');
    const fills = this.#fillsOf(slot, receipt);
    if (fills === null) return; // A person is told once it is final.
    let cumQty = 0n;
    // What the whole transaction took in gas is on its first fill.
    let feeAmount = gasOf(receipt) + this.#nonces.approvalGas(slot.childID);
    slot.bookedIn = receipt.blockHash;
    slot.booked = fills.map(({ fill }) => fill.venueExecID);
    for (const { venueSymbol, fill } of fills) {
      cumQty += fill.lastQty;
      turn.report({
        type: 'Filled',
        childID: slot.childID,
        venueSymbol,
        fill: { ...fill, feeAmount, feeAsset: config.coin },
      });
      feeAmount = 0n;
    }
    slot.bookedQty = asQty(cumQty);
    this.#endSlot(slot, 'Filled', '');
  }

  /**
   * Mined, and not as it should be: a pool has not swapped, or its token did not come. What was paid is gone, so it is
   * no cancel: it has ended with its whole quantity, whose fills are missing until a person has said what they are.
   */
  #endUnbooked(slot: Slot, receipt: Receipt): void {
    const { childID } = slot;
    const hash = receipt.transactionHash;
    const text = 'the swap succeeded, but its pool has not swapped or nothing came from it';
    this.#ports.turn.remark('error', text, { childID, hash });
    this.#endSlot(slot, 'Filled', text, gasOf(receipt));
  }

  /** Null where the receipt lacks the swap of any of its pools, or what came from it. */
  #fillsOf(
    slot: Slot,
    receipt: Receipt,
  ): readonly { readonly venueSymbol: string; readonly fill: BookedSwap }[] | null {
    const { config, turn, follower } = this.#ports;
    const first = firstOf(slot);
    const timestamp = follower.block(receipt.blockHash)?.timestamp;
    const mined = {
      receipt,
      side: first.side,
      account: config.account,
      chainID: config.chainID,
      venueOrderID: this.#nonces.orderID(slot.nonce),
      transactTime: timestamp === undefined ? turn.now : epochNs(timestamp * NS_PER_S),
    };
    const swaps = swapsIn(first);
    const fills = swaps.flatMap(({ venueSymbol }) => {
      const pool = poolNamed(config, venueSymbol);
      const fill = pool === null ? null : fillOf(mined, pool);
      return fill === null ? [] : [{ venueSymbol, fill }];
    });
    return fills.length < swaps.length ? null : fills;
  }

  /** `gas` is what the transaction cost that ended it; a fill has told its own. */
  #endSlot(slot: Slot, how: ChildEndHow, text: string, gas = 0n): void {
    if (slot.ended) return;
    slot.ended = true;
    const entry = this.#children.get(slot.childID);
    if (entry === undefined) return;
    const filledQty = slot.bookedQty ?? entry.child?.orderQty ?? ZERO_QTY;
    const cumQty = how === 'Filled' ? filledQty : ZERO_QTY;
    const isTold = how === 'Filled' && slot.bookedIn !== null; // With its fills.
    const amount = isTold ? 0n : gas + this.#nonces.approvalGas(slot.childID);
    const fee = amount === 0n ? {} : { fee: { amount, asset: this.#ports.config.coin } };
    this.#children.end(entry, { type: 'Ended', how, cumQty, text, ...fee });
  }

  #settled(slot: Slot, hash: string): void {
    const { childID, nonce } = slot;
    this.#nonces.settle(slot);
    if (isSwap(slot)) this.#children.settled(childID);
    this.#ports.turn.report({ type: 'NonceSettled', childID, nonce, hash });
  }
}
