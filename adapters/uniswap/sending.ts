// Signed bytes on their way to the node: sent once the journal has them, and again until they are mined.

import { type RpcReply, hexOf, judgeRefusal } from '../chain/index.ts';
import { backoffMs } from '../connection/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import type { AccountPorts } from './account-ports.ts';
import type { Children } from './children.ts';
import type { Nonces } from './nonces.ts';
import { type Attempt, type Slot, attemptOf, isSwap, newestOf } from './slots.ts';

const RESEND = { firstMs: 500, maxMs: 15_000, spread: 0.2, seed: 0 } as const;
/** What a node has accepted is shown to it again so often: it may have dropped it. */
const REMIND_MS = 4_000;

/** One for each account. */
export class Sending {
  readonly #ports: AccountPorts;
  readonly #nonces: Nonces;
  readonly #children: Children;

  constructor(ports: AccountPorts, nonces: Nonces, children: Children) {
    this.#ports = ports;
    this.#nonces = nonces;
    this.#children = children;
  }

  /** The journal has it. */
  broadcast(hash: string): void {
    for (const slot of this.#nonces.ascending()) {
      const attempt = attemptOf(slot, hash);
      if (attempt === null) continue;
      attempt.durable = true;
      slot.sentAtBlock = this.#ports.follower.head?.number ?? 0n;
      slot.tries = 0;
      return this.#send(slot, attempt);
    }
    this.#ports.turn.remark('error', 'asked to broadcast what was never signed here', { hash });
  }

  /** What waits for an answer, or was accepted and is not mined, is sent again, lowest nonce first. */
  ticked(): void {
    const { now } = this.#ports.turn;
    for (const slot of this.#nonces.ascending()) {
      const newest = newestOf(slot);
      if (this.#nonces.isMined(slot) || newest === null || now < slot.resendAt) continue;
      if (!newest.refusedForGood) this.#send(slot, newest);
    }
  }

  #send(slot: Slot, attempt: Attempt): void {
    const { turn, send } = this.#ports;
    slot.resendAt = turn.in(backoffMs(RESEND, slot.tries) + REMIND_MS);
    slot.tries += 1;
    const { hash, raw } = attempt.transaction;
    turn.act(send(slot.nonce, hash, hexOf(raw)));
  }

  answered(nonce: number, hash: string, reply: RpcReply): void {
    const slot = this.#nonces.slot(nonce);
    const attempt = slot === undefined ? null : attemptOf(slot, hash);
    if (slot === undefined || attempt === null) return;
    const verdict = reply.type === 'Refused' ? judgeRefusal(reply.message) : null;
    if (reply.type === 'Result' || verdict === 'Known') {
      attempt.accepted = true;
      return this.#children.acknowledge(slot);
    }
    const words = reply.type === 'Unknown' ? reply.cause : reply.message;
    switch (verdict) {
      case 'RefusedForGood':
        attempt.refusedForGood = true;
        return this.#refusedForGood(slot, attempt, words);
      case 'Underpriced':
        return; // What lives on is watched; the next bid starts from the highest.
      case 'NonceTooLow':
        return; // The receipts of the next round tell which of ours it was.
      case 'NotNow':
        slot.resendAt = this.#ports.turn.in(backoffMs(RESEND, slot.tries));
        return;
      case 'Unknown':
      case null:
        attempt.doubted = true;
        slot.resendAt = this.#ports.turn.in(backoffMs(RESEND, slot.tries));
        return this.#children.doubt(slot, words);
      default:
        return unreachable(verdict);
    }
  }

  /** Dead only where nothing else of the nonce ever left, and no copy of it may be anywhere. */
  #refusedForGood(slot: Slot, attempt: Attempt, text: string): void {
    const isOnly = slot.attempts.length === 1 && !attempt.doubted && !attempt.accepted;
    slot.cancelWanted = true; // The nonce must be used all the same.
    if (!isOnly || !isSwap(slot) || slot.ended) return;
    slot.ended = true;
    const entry = this.#children.get(slot.childID);
    if (entry !== undefined) this.#children.end(entry, { type: 'Refused', text });
  }
}
