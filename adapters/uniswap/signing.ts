// Children become swaps under nonces of the account: what the signer is asked for, one job after the other, and what
// comes of its word.

import { type Block, bumpedFees, firstFees } from '../chain/index.ts';
import type { SigningAnswer } from '../port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import type { ChildID } from '../../spec/terms/index.ts';
import { epochNs } from '../../spec/units/index.ts';
import type {
  ChildOrder,
  SignedSwap,
  SignedTransaction,
  TransactionPurpose,
} from '../../spec/venues/index.ts';
import type { AccountPorts, SigningJob, Unsigned } from './account-ports.ts';
import { type Children, notSent } from './children.ts';
import { callOf, readSigned, refusalOf } from './jobs.ts';
import { gasLimitOf } from './gas.ts';
import { approvalsFor, paymentOf, shortageOf } from './means.ts';
import type { Nonces } from './nonces.ts';
import type { Round } from './round.ts';
import { type Slot, firstOf, highestOf, newAttempt, newSlot, wantCancel } from './slots.ts';
import { type SwapTerms, termsOf } from './swaps.ts';

const CANCEL_GAS = 21_000;
const NS_PER_S = 1_000_000_000n;

/** Mutable: one for each account. */
export class Signing {
  readonly #ports: AccountPorts;
  readonly #nonces: Nonces;
  readonly #children: Children;
  /** Children that wait for the signer, which signs one after the other. */
  #queue: ChildID[] = [];
  #job: SigningJob | null = null;
  #round: Round | null = null;

  constructor(ports: AccountPorts, nonces: Nonces, children: Children) {
    this.#ports = ports;
    this.#nonces = nonces;
    this.#children = children;
  }

  /** What the account has, as of the newest head that was looked at. */
  looked(round: Round): void {
    this.#round = round;
  }

  enqueue(childID: ChildID): void {
    this.#queue.push(childID);
    this.pump();
  }

  /** False: it does not wait here. */
  withdraw(childID: ChildID): boolean {
    const isWaiting = this.#queue.includes(childID);
    this.#queue = this.#queue.filter((one) => one !== childID);
    return isWaiting;
  }

  pump(): void {
    while (this.#job === null) {
      const childID = this.#queue.shift();
      if (childID === undefined) return;
      const entry = this.#children.get(childID);
      if (entry === undefined || entry.child === null || entry.end !== null) continue;
      const transactions = this.#transactionsFor(entry.child);
      if (typeof transactions === 'string') {
        this.#children.end(entry, notSent(transactions));
        continue;
      }
      this.#ask({ type: 'Child', childID, transactions });
    }
  }

  #ask(job: SigningJob): void {
    this.#job = job;
    const { turn, sign } = this.#ports;
    turn.act(
      sign(
        job,
        job.transactions.map((one) => ({
          nonce: one.nonce,
          gasLimit: one.gasLimit,
          maxFeePerGas: String(one.maxFeePerGas),
          maxPriorityFeePerGas: String(one.maxPriorityFeePerGas),
          call: one.call,
        })),
      ),
    );
  }

  /** Its approvals and its swaps, which are one transaction, or why it cannot be. */
  #transactionsFor(child: ChildOrder): readonly Unsigned[] | string {
    const { config, follower } = this.#ports;
    const { head } = follower;
    const terms = termsOf(config, child);
    if (typeof terms === 'string') return terms;
    if (this.#round === null || head === null) return 'the chain is not known yet';
    const fees = firstFees(head.baseFeePerGas, config.fees);
    if (fees === null) return `gas is above the cap: the base fee is ${head.baseFeePerGas} wei`;
    const payment = paymentOf(terms);
    const shared = {
      ...fees,
      childID: child.childID,
      venueSymbol: payment.pool.venueSymbol,
      side: child.side,
      deadline: this.#deadline(head),
    };
    const means = { config, nonces: this.#nonces, round: this.#round };
    const wanted = [
      ...approvalsFor(means, payment).map((amountIn) => ({
        purpose: 'Approve' as const,
        amountIn,
        amountOut: 0n,
        gasLimit: config.gasLimits.approve,
        swaps: [],
      })),
      {
        purpose: 'Swap' as const,
        amountIn: payment.amountIn,
        amountOut: payment.amountOut,
        gasLimit: gasLimitOf(config, terms),
        swaps: terms.length > 1 ? terms.map(signedSwap) : [],
      },
    ];
    const unsigned: Unsigned[] = [];
    for (const [at, one] of wanted.entries()) {
      const transaction = { ...shared, ...one, nonce: this.#nonces.next + at };
      const call = callOf(transaction, config);
      if (call === null) return `pool ${shared.venueSymbol} is not configured`;
      unsigned.push({ ...transaction, call });
    }
    return shortageOf(means, { payment, unsigned }) ?? unsigned;
  }

  #deadline(head: Block): EpochNs {
    const ours = this.#ports.turn.now / NS_PER_S + 1n;
    const seconds = ours > head.timestamp ? ours : head.timestamp;
    return epochNs((seconds + BigInt(this.#ports.config.deadlineS)) * NS_PER_S);
  }

  /** A further transaction for the nonce, dearer by an eighth: the same call, or nothing to ourselves. */
  replace(slot: Slot): void {
    const { config, follower } = this.#ports;
    const head = follower.head;
    const first = firstOf(slot);
    if (this.#job !== null || slot.signing || head === null) return;
    const fees = bumpedFees(highestOf(slot), head.baseFeePerGas, config.fees);
    if (fees === null) return; // At the cap: what was sent stays the last bid.
    const purpose: TransactionPurpose = slot.cancelWanted ? 'Cancel' : first.purpose;
    const gasLimit = purpose === 'Cancel' ? CANCEL_GAS : first.gasLimit;
    const { hash: _hash, raw: _raw, ...same } = first;
    const transaction = { ...same, ...fees, purpose, gasLimit };
    const call = callOf(transaction, config);
    if (call === null) return;
    slot.signing = true;
    this.#ask({ type: 'Replace', nonce: slot.nonce, transactions: [{ ...transaction, call }] });
  }

  /** The signer's word, or that there was none. */
  answered(job: SigningJob, answer: SigningAnswer | null): void {
    this.#job = null;
    const signed = answer?.type === 'Signed' ? readSigned(job, answer.signed) : null;
    if (signed === null) this.#notSigned(job, refusalOf(answer));
    else if (job.type === 'Child') this.#childSigned(job.childID, signed);
    else this.#replacementSigned(job.nonce, signed);
    this.pump();
  }

  #notSigned(job: SigningJob, text: string): void {
    if (job.type === 'Replace') {
      const slot = this.#nonces.slot(job.nonce);
      if (slot !== undefined) slot.signing = false; // Tried again with the next head.
      return this.#ports.turn.remark('warn', 'a replacement was not signed', {
        nonce: job.nonce,
        text,
      });
    }
    const entry = this.#children.get(job.childID);
    if (entry !== undefined) this.#children.end(entry, notSent(text));
  }

  #childSigned(childID: ChildID, transactions: readonly SignedTransaction[]): void {
    const { turn, follower } = this.#ports;
    const entry = this.#children.get(childID);
    if (entry === undefined) return; // Forgotten meanwhile: the bytes were never durable, and go.
    const block = follower.head?.number ?? 0n;
    for (const one of transactions) {
      const slot = newSlot([one], { durable: false, block, now: turn.now });
      this.#nonces.take(slot);
      if (one.purpose !== 'Swap') continue;
      entry.nonce = one.nonce;
      if (entry.cancelWanted) wantCancel(slot);
    }
    turn.report({ type: 'TransactionsSigned', childID, transactions });
  }

  #replacementSigned(nonce: number, transactions: readonly SignedTransaction[]): void {
    const slot = this.#nonces.slot(nonce);
    if (slot === undefined) return; // Settled meanwhile.
    slot.signing = false;
    for (const one of transactions) slot.attempts.push(newAttempt(one, false));
    this.#ports.turn.report({ type: 'TransactionsSigned', childID: slot.childID, transactions });
  }
}

function signedSwap({ pool, amountIn, amountOut }: SwapTerms): SignedSwap {
  return { venueSymbol: pool.venueSymbol, amountIn, amountOut };
}
