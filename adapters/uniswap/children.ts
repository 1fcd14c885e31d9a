// The account's children, and what the desk is told of them.

import type { Turn } from '../connection/index.ts';
import type { ChildID } from '../../spec/terms/index.ts';
import type { ChildEndHow, ChildOrder } from '../../spec/venues/index.ts';
import type { Nonces } from './nonces.ts';
import { type Slot, isSwap } from './slots.ts';

export interface Entry {
  readonly childID: ChildID;
  /** Null: it had ended before this process began, and lives again because its fill was taken back. */
  readonly child: ChildOrder | null;
  /** The nonce of its swap; null: nothing is signed. */
  nonce: number | null;
  acknowledged: boolean;
  doubted: boolean;
  /** The desk asked for its end while it was at the signer. */
  cancelWanted: boolean;
  /** What was said last of its end, to be said again. */
  end: Ending | null;
  /** The desk asks no more for it; a fill that is taken back is still told. */
  forgotten: boolean;
}

export type Ending =
  | { readonly type: 'Refused'; readonly text: string; readonly notSent?: true }
  | { readonly type: 'Absent'; readonly evidence: string }
  | {
      readonly type: 'Ended';
      readonly how: ChildEndHow;
      readonly cumQty: ChildOrder['orderQty'];
      readonly text: string;
      readonly fee?: { readonly amount: bigint; readonly asset: string };
    };

/** Mutable: one for each account. */
export class Children {
  readonly #turn: Turn;
  readonly #nonces: Nonces;
  readonly #entries = new Map<ChildID, Entry>();

  constructor(turn: Turn, nonces: Nonces) {
    this.#turn = turn;
    this.#nonces = nonces;
  }

  get(childID: ChildID): Entry | undefined {
    return this.#entries.get(childID);
  }

  /** A new one in the place of what was there. */
  enter(childID: ChildID, child: ChildOrder | null): Entry {
    const entry: Entry = {
      childID,
      child,
      nonce: null,
      acknowledged: false,
      doubted: false,
      cancelWanted: false,
      end: null,
      forgotten: false,
    };
    this.#entries.set(childID, entry);
    return entry;
  }

  /** Until its nonce is settled it may have to be told of again. */
  forget(childID: ChildID): void {
    const entry = this.#entries.get(childID);
    if (entry === undefined) return;
    entry.forgotten = true;
    if (entry.nonce === null || this.#nonces.slot(entry.nonce) === undefined) {
      this.#entries.delete(childID);
    }
  }

  /** The nonce of its swap is settled: nothing more can come of it. */
  settled(childID: ChildID): void {
    if (this.#entries.get(childID)?.forgotten === true) this.#entries.delete(childID);
  }

  /** The desk holds it for open again, and is told of its end anew. */
  revive({ childID, nonce }: Slot): void {
    const entry = this.#entries.get(childID) ?? this.enter(childID, null);
    entry.nonce ??= nonce;
    entry.end = null;
    entry.forgotten = false;
    entry.acknowledged = false;
    entry.doubted = true; // Told by the fill that is taken back.
  }

  end(entry: Entry, ending: Ending): void {
    entry.end = ending;
    this.sayEnd(entry, ending);
  }

  sayEnd(entry: Entry, ending: Ending): void {
    const { childID } = entry;
    if (ending.type !== 'Ended') return this.#turn.report({ ...ending, childID });
    if (entry.nonce === null) return;
    const venueOrderID = this.#nonces.orderID(entry.nonce);
    this.#turn.report({ ...ending, childID, venueOrderID });
  }

  doubt(slot: Slot, cause: string): void {
    const entry = this.#entries.get(slot.childID);
    if (!isSwap(slot) || entry === undefined || entry.acknowledged || entry.doubted) return;
    entry.doubted = true;
    this.#turn.report({ type: 'Unknown', childID: slot.childID, cause });
  }

  acknowledge(slot: Slot): void {
    const entry = this.#entries.get(slot.childID);
    if (!isSwap(slot) || entry === undefined || entry.acknowledged || entry.end !== null) return;
    entry.acknowledged = true;
    const venueOrderID = this.#nonces.orderID(slot.nonce);
    this.#turn.report({ type: 'Acknowledged', childID: slot.childID, venueOrderID });
  }

  refuseCancel(slot: Slot): void {
    slot.cancelAsked = false;
    const { childID } = slot;
    const text = `mined in block ${slot.mined?.blockNumber ?? 0n}`;
    this.#turn.report({ type: 'CancelRefused', childID, text });
  }
}

/** Nobody outside has seen anything of it. */
export function notSent(why: string): Ending {
  return { type: 'Refused', text: `not sent: ${why}`, notSent: true };
}
