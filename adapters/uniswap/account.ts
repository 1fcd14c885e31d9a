// The account: children become swaps under nonces of its own, signed bytes leave once they are durable, every hash of a
// nonce is watched until one is final, and only then is what died called dead.
//
// Source: uniswap.md §7, §8 and §10; the crash rows 11 and 12 of the design.

import type { RpcReply } from '../chain/index.ts';
import type { SigningAnswer } from '../port/index.ts';
import type { ChildID } from '../../spec/terms/index.ts';
import type {
  AdoptedChild,
  ChainAccount,
  ChildOrder,
  SignedTransaction,
} from '../../spec/venues/index.ts';
import type { AccountPorts, SigningJob } from './account-ports.ts';
import { Children } from './children.ts';
import { Nonces } from './nonces.ts';
import type { Round } from './round.ts';
import { Sending } from './sending.ts';
import { Settling } from './settling.ts';
import { Signing } from './signing.ts';
import { isSwap, newSlot, newestOf, wantCancel } from './slots.ts';

/** Of a nonce out of the journal, before the first head. */
const NOT_SENT_YET = 0n;

/** Mutable: one for each account. All that it does is in its turn. */
export class Account {
  readonly #ports: AccountPorts;
  readonly #nonces: Nonces;
  readonly #children: Children;
  readonly #signing: Signing;
  readonly #sending: Sending;
  readonly #settling: Settling;

  constructor(ports: AccountPorts) {
    this.#ports = ports;
    this.#nonces = new Nonces(ports.config.account, ports.follower);
    this.#children = new Children(ports.turn, this.#nonces);
    this.#signing = new Signing(ports, this.#nonces, this.#children);
    this.#sending = new Sending(ports, this.#nonces, this.#children);
    this.#settling = new Settling(ports, this.#nonces, this.#children);
  }

  get nextNonce(): number {
    return this.#nonces.next;
  }

  /** The lowest nonce that is not settled; null: none. */
  get lowestNonce(): number | null {
    return this.#nonces.lowest;
  }

  /** Others have used the account: their nonces are gone. */
  skipTo(nonce: number): void {
    this.#nonces.skipTo(nonce);
  }

  hashesInDoubt(): readonly string[] {
    return this.#nonces.hashesInDoubt();
  }

  /** The chain shares no block with what was held: nothing that was seen on it is known to stand. */
  chainLost(): void {
    this.#nonces.forgetMined();
  }

  // ---- What the desk asks ------------------------------------------------------------------------

  adoptAccount(account: ChainAccount | null): void {
    if (account === null) return;
    this.#nonces.skipTo(account.nextNonce);
    const byNonce = new Map<number, SignedTransaction[]>();
    for (const one of account.transactions) {
      const list = byNonce.get(one.nonce) ?? [];
      list.push(one);
      byNonce.set(one.nonce, list);
    }
    for (const [nonce, transactions] of byNonce) {
      const slot = newSlot(transactions, {
        durable: true,
        block: NOT_SENT_YET,
        now: this.#ports.turn.now,
      });
      slot.ended = true; // Unless its child is adopted, too.
      const orderID = this.#nonces.orderID(nonce);
      slot.booked = account.fills
        .filter(({ venueOrderID }) => venueOrderID === orderID)
        .map(({ venueExecID }) => venueExecID);
      this.#nonces.restore(slot);
    }
  }

  adopt(children: readonly AdoptedChild[]): void {
    for (const { child, venueOrderID, cancelWanted } of children) {
      const slot = this.#nonces
        .ascending()
        .find((one) => isSwap(one) && one.childID === child.childID);
      const entry = this.#children.enter(child.childID, child);
      entry.nonce = slot?.nonce ?? null;
      entry.acknowledged = venueOrderID !== null;
      if (slot === undefined) {
        // What was signed and not durable died with the process: nobody has the bytes.
        const evidence = 'the journal has no transaction of it';
        this.#children.end(entry, { type: 'Absent', evidence });
        continue;
      }
      slot.ended = false;
      if (cancelWanted) wantCancel(slot);
    }
  }

  submit(child: ChildOrder): void {
    const { childID } = child;
    const { turn } = this.#ports;
    if (this.#children.get(childID) !== undefined) {
      return turn.remark('error', 'a child was submitted twice; it is sent once', { childID });
    }
    this.#children.enter(childID, child);
    this.#signing.enqueue(childID);
  }

  cancel(childID: ChildID): void {
    const entry = this.#children.get(childID);
    if (entry === undefined) {
      const text = 'this child is not known here';
      return this.#ports.turn.report({ type: 'CancelRefused', childID, text });
    }
    if (entry.end !== null) return this.#children.sayEnd(entry, entry.end);
    if (this.#signing.withdraw(childID)) {
      const evidence = 'cancelled before it was signed';
      return this.#children.end(entry, { type: 'Absent', evidence });
    }
    const slot = entry.nonce === null ? undefined : this.#nonces.slot(entry.nonce);
    if (slot === undefined) {
      entry.cancelWanted = true; // At the signer: its place is taken once it is signed.
      return;
    }
    if (this.#nonces.isMined(slot)) return this.#children.refuseCancel(slot);
    wantCancel(slot);
    this.#signing.replace(slot);
  }

  resolve(childID: ChildID): void {
    const { turn } = this.#ports;
    const entry = this.#children.get(childID);
    if (entry === undefined) {
      const sentence = 'asked to resolve a child that is not known here';
      return turn.remark('error', sentence, { childID });
    }
    if (entry.end !== null) return this.#children.sayEnd(entry, entry.end);
    if (entry.nonce === null) return;
    const slot = this.#nonces.slot(entry.nonce);
    if (slot === undefined) return;
    if (slot.attempts.some(({ accepted }) => accepted) || this.#nonces.isMined(slot)) {
      const venueOrderID = this.#nonces.orderID(slot.nonce);
      return turn.report({ type: 'Acknowledged', childID, venueOrderID });
    }
    slot.resendAt = turn.now;
  }

  forget(childID: ChildID): void {
    this.#children.forget(childID);
  }

  broadcast(hash: string): void {
    this.#sending.broadcast(hash);
  }

  // ---- What signer, node and time say ------------------------------------------------------------

  signerAnswered(job: SigningJob, answer: SigningAnswer | null): void {
    this.#signing.answered(job, answer);
  }

  sendAnswered(nonce: number, hash: string, reply: RpcReply): void {
    this.#sending.answered(nonce, hash, reply);
  }

  ticked(): void {
    this.#sending.ticked();
    this.#signing.pump();
  }

  /** At one head, whole. */
  evaluate(round: Round): void {
    this.#signing.looked(round);
    this.#settling.evaluate(round);
    this.#bid(round);
    this.#signing.pump();
  }

  /** The lowest nonce that blocks leave out bids more, and what is to be cancelled is. */
  #bid(round: Round): void {
    const patience = BigInt(this.#ports.config.bumpAfterBlocks);
    let isLowest = true;
    for (const slot of this.#nonces.ascending()) {
      if (this.#nonces.isMined(slot) || newestOf(slot) === null) continue;
      // Adopted: the same bytes have left again just now.
      if (slot.sentAtBlock === NOT_SENT_YET) slot.sentAtBlock = round.head.number;
      const waited = round.head.number - slot.sentAtBlock;
      const hasCancel = slot.attempts.some(({ transaction }) => transaction.purpose === 'Cancel');
      const isStuck = isLowest && waited >= patience;
      if (isStuck || (slot.cancelWanted && !hasCancel)) this.#signing.replace(slot);
      isLowest = false;
    }
  }
}
