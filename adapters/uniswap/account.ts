// The account: children become swaps under nonces of its own, signed bytes leave once they are durable, every hash of a
// nonce is watched until one is final, and only then is what died called dead.
//
// Source: uniswap.md §7, §8 and §10; the crash rows 11 and 12 of the design.

import {
  type Address,
  type Block,
  type Follower,
  type Receipt,
  type RpcReply,
  bumpedFees,
  bytesOf,
  firstFees,
  hexOf,
  judgeRefusal,
} from '../chain/index.ts';
import { type Turn, backoffMs } from '../connection/index.ts';
import type {
  MachineAction,
  SigningAnswer,
  SigningCall,
  SigningTransaction,
} from '../port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import { type ChildID, type VenueOrderID, asVenueOrderID } from '../../spec/terms/index.ts';
import { ZERO_QTY, epochNs, formatDecimal } from '../../spec/units/index.ts';
import type {
  AdoptedChild,
  ChainAccount,
  ChildEndHow,
  ChildOrder,
  SignedTransaction,
  TransactionPurpose,
} from '../../spec/venues/index.ts';
import type { UniswapOrdersConfig, UniswapPool } from './config.ts';
import { type Round, allowanceKey } from './round.ts';
import {
  type Attempt,
  type Slot,
  attemptOf,
  firstOf,
  gasReserved,
  highestOf,
  isSwap,
  minedPurpose,
  newAttempt,
  newSlot,
  newestOf,
} from './slots.ts';
import { type SwapTerms, fillOf, swapTerms, tokensFor } from './swaps.ts';

/** What the signer is asked for. */
export type SigningJob =
  | {
      readonly type: 'Child';
      readonly childID: ChildID;
      readonly transactions: readonly Unsigned[];
    }
  | {
      readonly type: 'Replace';
      readonly nonce: number;
      readonly transactions: readonly Unsigned[];
    };

/** A transaction that waits for its hash and bytes. */
export type Unsigned = Omit<SignedTransaction, 'hash' | 'raw'> & { readonly call: SigningCall };

export interface AccountPorts {
  readonly config: UniswapOrdersConfig;
  readonly turn: Turn;
  readonly follower: Follower;
  sign(job: SigningJob, transactions: readonly SigningTransaction[]): MachineAction;
  send(nonce: number, hash: string, raw: string): MachineAction;
}

interface Entry {
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

type Ending =
  | { readonly type: 'Refused'; readonly text: string; readonly notSent?: true }
  | { readonly type: 'Absent'; readonly evidence: string }
  | {
      readonly type: 'Ended';
      readonly how: ChildEndHow;
      readonly cumQty: ChildOrder['orderQty'];
      readonly text: string;
      readonly fee?: { readonly amount: bigint; readonly asset: string };
    };

const RESEND = { firstMs: 500, maxMs: 15_000, spread: 0.2, seed: 0 } as const;
/** What a node has accepted is shown to it again so often: it may have dropped it. */
const REMIND_MS = 4_000;
const CANCEL_GAS = 21_000;
/** Of a nonce out of the journal, before the first head. */
const NOT_SENT_YET = 0n;
/** So many looks in a row must find a nonce used up and no transaction of ours. */
const STRANGER_AT = 3;
const NS_PER_S = 1_000_000_000n;

/** Mutable: one for each account. All that it does is in its turn. */
export class Account {
  readonly #ports: AccountPorts;
  readonly #slots = new Map<number, Slot>();
  readonly #children = new Map<ChildID, Entry>();
  /** Children that wait for the signer, which signs one after the other. */
  #queue: ChildID[] = [];
  #signing: SigningJob | null = null;
  /** Gas of approvals that are final, by the child whose swap is not. */
  readonly #settledGas = new Map<ChildID, bigint>();
  #nextNonce = 0;
  #round: Round | null = null;

  constructor(ports: AccountPorts) {
    this.#ports = ports;
  }

  get nextNonce(): number {
    return this.#nextNonce;
  }

  /** The lowest nonce that is not settled; null: none. */
  get lowestNonce(): number | null {
    return this.#ascending()[0]?.nonce ?? null;
  }

  /** Others have used the account: their nonces are gone. */
  skipTo(nonce: number): void {
    this.#nextNonce = nonce;
  }

  /** What receipts are wanted for: every hash of a nonce that is not known to be mined. */
  hashesInDoubt(): readonly string[] {
    return this.#ascending()
      .filter((slot) => !this.#isMined(slot))
      .flatMap((slot) => slot.attempts)
      .filter(({ durable }) => durable)
      .map(({ transaction }) => transaction.hash);
  }

  // ---- What the desk asks ------------------------------------------------------------------------

  adoptAccount(account: ChainAccount | null): void {
    if (account === null) return;
    this.#nextNonce = account.nextNonce;
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
      const orderID = this.#orderID(nonce);
      slot.booked =
        account.fills.find(({ venueOrderID }) => venueOrderID === orderID)?.venueExecID ?? null;
      this.#slots.set(nonce, slot);
    }
  }

  adopt(children: readonly AdoptedChild[]): void {
    for (const { child, venueOrderID, cancelWanted } of children) {
      const slot = this.#ascending().find((one) => isSwap(one) && one.childID === child.childID);
      const entry: Entry = {
        ...newEntry(child.childID, child),
        nonce: slot?.nonce ?? null,
        acknowledged: venueOrderID !== null,
      };
      this.#children.set(child.childID, entry);
      if (slot === undefined) {
        // What was signed and not durable died with the process: nobody has the bytes.
        this.#end(entry, { type: 'Absent', evidence: 'the journal has no transaction of it' });
        continue;
      }
      slot.ended = false;
      if (cancelWanted) this.#wantCancel(slot);
    }
  }

  submit(child: ChildOrder): void {
    const { childID } = child;
    const { turn } = this.#ports;
    if (this.#children.has(childID)) {
      return turn.remark('error', 'a child was submitted twice; it is sent once', { childID });
    }
    this.#children.set(childID, newEntry(childID, child));
    this.#queue.push(childID);
    this.#pump();
  }

  cancel(childID: ChildID): void {
    const { turn } = this.#ports;
    const entry = this.#children.get(childID);
    if (entry === undefined) {
      const text = 'this child is not known here';
      return turn.report({ type: 'CancelRefused', childID, text });
    }
    if (entry.end !== null) return this.#sayEnd(entry, entry.end);
    if (this.#queue.includes(childID)) {
      this.#queue = this.#queue.filter((one) => one !== childID);
      return this.#end(entry, { type: 'Absent', evidence: 'cancelled before it was signed' });
    }
    const slot = entry.nonce === null ? undefined : this.#slots.get(entry.nonce);
    if (slot === undefined) {
      entry.cancelWanted = true; // At the signer: its place is taken once it is signed.
      return;
    }
    if (this.#isMined(slot)) return this.#refuseCancel(slot);
    this.#wantCancel(slot);
    this.#replace(slot);
  }

  resolve(childID: ChildID): void {
    const { turn } = this.#ports;
    const entry = this.#children.get(childID);
    if (entry === undefined) {
      const sentence = 'asked to resolve a child that is not known here';
      return turn.remark('error', sentence, { childID });
    }
    if (entry.end !== null) return this.#sayEnd(entry, entry.end);
    if (entry.nonce === null) return;
    const slot = this.#slots.get(entry.nonce);
    if (slot === undefined) return;
    if (slot.attempts.some(({ accepted }) => accepted) || this.#isMined(slot)) {
      return turn.report({
        type: 'Acknowledged',
        childID,
        venueOrderID: this.#orderID(slot.nonce),
      });
    }
    slot.resendAt = turn.now;
  }

  /** Until its nonce is settled it may have to be told of again. */
  forget(childID: ChildID): void {
    const entry = this.#children.get(childID);
    if (entry === undefined) return;
    entry.forgotten = true;
    if (entry.nonce === null || !this.#slots.has(entry.nonce)) this.#children.delete(childID);
  }

  /** The journal has it. */
  broadcast(hash: string): void {
    for (const slot of this.#slots.values()) {
      const attempt = attemptOf(slot, hash);
      if (attempt === null) continue;
      attempt.durable = true;
      slot.sentAtBlock = this.#ports.follower.head?.number ?? 0n;
      slot.tries = 0;
      return this.#send(slot, attempt);
    }
    this.#ports.turn.remark('error', 'asked to broadcast what was never signed here', { hash });
  }

  // ---- Signing -----------------------------------------------------------------------------------

  #pump(): void {
    while (this.#signing === null) {
      const childID = this.#queue.shift();
      if (childID === undefined) return;
      const entry = this.#children.get(childID);
      if (entry === undefined || entry.child === null || entry.end !== null) continue;
      const transactions = this.#transactionsFor(entry.child);
      if (typeof transactions === 'string') {
        this.#end(entry, notSent(transactions));
        continue;
      }
      this.#ask({ type: 'Child', childID, transactions });
    }
  }

  #ask(job: SigningJob): void {
    this.#signing = job;
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

  /** Its approvals and its swap, or why it cannot be. */
  #transactionsFor(child: ChildOrder): readonly Unsigned[] | string {
    const { config, follower } = this.#ports;
    const pool = config.pools.find(({ venueSymbol }) => venueSymbol === child.venueSymbol);
    const head = follower.head;
    if (pool === undefined) return `pool ${child.venueSymbol} is not configured`;
    if (this.#round === null || head === null) return 'the chain is not known yet';
    const terms = swapTerms(child, pool);
    if (typeof terms === 'string') return terms;
    const fees = firstFees(head.baseFeePerGas, config.fees);
    if (fees === null) return `gas is above the cap: the base fee is ${head.baseFeePerGas} wei`;
    const deadline = this.#deadline(head);
    const shared = {
      ...fees,
      childID: child.childID,
      venueSymbol: child.venueSymbol,
      side: child.side,
      deadline,
    };
    const calls = [
      ...this.#approvals(pool, terms).map((amount) => ({
        purpose: 'Approve' as const,
        amountIn: amount,
        amountOut: 0n,
        gasLimit: config.gasLimits.approve,
      })),
      {
        purpose: 'Swap' as const,
        amountIn: terms.amountIn,
        amountOut: terms.amountOut,
        gasLimit: config.gasLimits[pool.kind],
      },
    ];
    const unsigned = calls.map((one, at): Unsigned => {
      const transaction = { ...shared, ...one, nonce: this.#nextNonce + at };
      return { ...transaction, call: callOf(transaction, pool) };
    });
    return this.#shortage(terms, unsigned) ?? unsigned;
  }

  /** What the router must be let to take: exactly this swap's, over zero where the token wants it. */
  #approvals(pool: UniswapPool, terms: SwapTerms): readonly bigint[] {
    const { config } = this.#ports;
    const router = pool.kind === 'v2' ? config.contracts.routerV2 : config.contracts.routerV3;
    const key = allowanceKey(terms.tokenIn.address, router);
    const isUsed = this.#ascending().some(
      (slot) => !this.#isMined(slot) && this.#paysBy(slot, terms.tokenIn.address, pool.kind),
    );
    const allowed = this.#round?.allowances.get(key) ?? 0n;
    if (!isUsed && allowed >= terms.amountIn) return [];
    const isZero = !isUsed && allowed === 0n;
    return terms.tokenIn.approvesFromZero && !isZero ? [0n, terms.amountIn] : [terms.amountIn];
  }

  #paysBy(slot: Slot, token: Address, kind: UniswapPool['kind']): boolean {
    const { venueSymbol, side } = firstOf(slot);
    const pool = this.#poolNamed(venueSymbol);
    return pool?.kind === kind && tokensFor(side, pool).tokenIn.address === token;
  }

  /** Two pending transactions never count on the same coin or token. Null: there is enough. */
  #shortage(terms: SwapTerms, unsigned: readonly Unsigned[]): string | null {
    const round = this.#round;
    if (round === null) return 'the chain is not known yet';
    let coin = 0n;
    let token = terms.amountIn;
    for (const one of unsigned) coin += BigInt(one.gasLimit) * one.maxFeePerGas;
    for (const slot of this.#ascending()) {
      if (this.#isMined(slot)) continue;
      coin += gasReserved(slot);
      const { venueSymbol, side, amountIn } = firstOf(slot);
      const pool = this.#poolNamed(venueSymbol);
      if (!isSwap(slot) || pool === null) continue;
      if (tokensFor(side, pool).tokenIn.address === terms.tokenIn.address) token += amountIn;
    }
    if (coin > round.coin) {
      const { coin: name } = this.#ports.config;
      return `gas may cost ${formatDecimal(coin)} ${name}, the account has ${formatDecimal(round.coin)}`;
    }
    const held = round.balances.get(terms.tokenIn.address) ?? 0n;
    if (token <= held) return null;
    return `${token} units of ${terms.tokenIn.address} are needed, the account has ${held}`;
  }

  #deadline(head: Block): EpochNs {
    const ours = this.#ports.turn.now / NS_PER_S + 1n;
    const seconds = ours > head.timestamp ? ours : head.timestamp;
    return epochNs((seconds + BigInt(this.#ports.config.deadlineS)) * NS_PER_S);
  }

  /** The signer's word, or that there was none. */
  signerAnswered(job: SigningJob, answer: SigningAnswer | null): void {
    this.#signing = null;
    const signed = answer?.type === 'Signed' ? readSigned(job, answer.signed) : null;
    if (signed === null) this.#notSigned(job, refusalOf(answer));
    else if (job.type === 'Child') this.#childSigned(job, signed);
    else this.#replacementSigned(job, signed);
    this.#pump();
  }

  #notSigned(job: SigningJob, text: string): void {
    if (job.type === 'Replace') {
      const slot = this.#slots.get(job.nonce);
      if (slot !== undefined) slot.signing = false; // Tried again with the next head.
      return this.#ports.turn.remark('warn', 'a replacement was not signed', {
        nonce: job.nonce,
        text,
      });
    }
    const entry = this.#children.get(job.childID);
    if (entry !== undefined) this.#end(entry, notSent(text));
  }

  #childSigned(
    job: Extract<SigningJob, { type: 'Child' }>,
    transactions: readonly SignedTransaction[],
  ): void {
    const { turn, follower } = this.#ports;
    const entry = this.#children.get(job.childID);
    if (entry === undefined) return; // Forgotten meanwhile: the bytes were never durable, and go.
    const block = follower.head?.number ?? 0n;
    for (const one of transactions) {
      this.#slots.set(one.nonce, newSlot([one], { durable: false, block, now: turn.now }));
      this.#nextNonce = one.nonce + 1;
      if (one.purpose === 'Swap') entry.nonce = one.nonce;
    }
    const swap = entry.nonce === null ? undefined : this.#slots.get(entry.nonce);
    if (swap !== undefined && entry.cancelWanted) this.#wantCancel(swap);
    turn.report({ type: 'TransactionsSigned', childID: job.childID, transactions });
  }

  #replacementSigned(
    job: Extract<SigningJob, { type: 'Replace' }>,
    transactions: readonly SignedTransaction[],
  ): void {
    const slot = this.#slots.get(job.nonce);
    if (slot === undefined) return; // Settled meanwhile.
    slot.signing = false;
    for (const one of transactions) slot.attempts.push(newAttempt(one, false));
    this.#ports.turn.report({ type: 'TransactionsSigned', childID: slot.childID, transactions });
  }

  /** A further transaction for the nonce, dearer by an eighth: the same call, or nothing to ourselves. */
  #replace(slot: Slot): void {
    const { config, follower } = this.#ports;
    const head = follower.head;
    const pool = this.#poolNamed(firstOf(slot).venueSymbol);
    if (this.#signing !== null || slot.signing || head === null || pool === null) return;
    const fees = bumpedFees(highestOf(slot), head.baseFeePerGas, config.fees);
    if (fees === null) return; // At the cap: what was sent stays the last bid.
    const { nonce } = slot;
    const first = firstOf(slot);
    const purpose: TransactionPurpose = slot.cancelWanted ? 'Cancel' : first.purpose;
    const gasLimit = purpose === 'Cancel' ? CANCEL_GAS : first.gasLimit;
    const { hash: _hash, raw: _raw, ...same } = first;
    const transaction = { ...same, ...fees, purpose, gasLimit };
    slot.signing = true;
    this.#ask({
      type: 'Replace',
      nonce,
      transactions: [{ ...transaction, call: callOf(transaction, pool) }],
    });
  }

  // ---- Sending -----------------------------------------------------------------------------------

  #send(slot: Slot, attempt: Attempt): void {
    const { turn, send } = this.#ports;
    slot.resendAt = turn.in(backoffMs(RESEND, slot.tries) + REMIND_MS);
    slot.tries += 1;
    const { hash, raw } = attempt.transaction;
    turn.act(send(slot.nonce, hash, hexOf(raw)));
  }

  sendAnswered(nonce: number, hash: string, reply: RpcReply): void {
    const slot = this.#slots.get(nonce);
    const attempt = slot === undefined ? null : attemptOf(slot, hash);
    if (slot === undefined || attempt === null) return;
    const verdict = reply.type === 'Refused' ? judgeRefusal(reply.message) : null;
    if (reply.type === 'Result' || verdict === 'Known') {
      attempt.accepted = true;
      return this.#acknowledge(slot);
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
        return this.#doubt(slot, words);
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
    if (entry !== undefined) this.#end(entry, { type: 'Refused', text });
  }

  #doubt(slot: Slot, cause: string): void {
    const entry = this.#children.get(slot.childID);
    if (!isSwap(slot) || entry === undefined || entry.acknowledged || entry.doubted) return;
    entry.doubted = true;
    this.#ports.turn.report({ type: 'Unknown', childID: slot.childID, cause });
  }

  #acknowledge(slot: Slot): void {
    const entry = this.#children.get(slot.childID);
    if (!isSwap(slot) || entry === undefined || entry.acknowledged || entry.end !== null) return;
    entry.acknowledged = true;
    const venueOrderID = this.#orderID(slot.nonce);
    this.#ports.turn.report({ type: 'Acknowledged', childID: slot.childID, venueOrderID });
  }

  /** Time goes on: what waits for an answer, or was accepted and is not mined, is sent again, lowest nonce first. */
  ticked(): void {
    const { now } = this.#ports.turn;
    for (const slot of this.#ascending()) {
      const newest = newestOf(slot);
      if (this.#isMined(slot) || newest === null || now < slot.resendAt) continue;
      if (!newest.refusedForGood) this.#send(slot, newest);
    }
    this.#pump();
  }

  // ---- What the chain says -----------------------------------------------------------------------

  /** At one head, whole: what is mined, what is so no more, what is final. */
  evaluate(round: Round): void {
    this.#round = round;
    for (const slot of this.#ascending()) {
      this.#look(slot, round);
      this.#settle(slot, round);
    }
    this.#bid(round);
    this.#pump();
  }

  #look(slot: Slot, round: Round): void {
    if (this.#isMined(slot)) return;
    const answers = slot.attempts.map(({ transaction }) => round.receipts.get(transaction.hash));
    const found = answers.find((one) => one !== undefined && one !== null && this.#stands(one));
    if (found !== undefined && found !== null) {
      slot.mined = found;
      this.#acknowledge(slot);
      if (slot.booked !== null && !slot.booked.includes(`:${found.transactionHash}:`)) {
        this.#takeBack(slot, 'another transaction of the nonce is on the chain');
      }
      if (slot.cancelAsked && minedPurpose(slot) === 'Swap') this.#refuseCancel(slot);
      return;
    }
    slot.mined = null;
    // Asked for each of them, and the node has none: it is not on this chain.
    const isGone = slot.attempts.every(
      ({ transaction, durable }) => !durable || round.receipts.get(transaction.hash) === null,
    );
    if (slot.booked === null || !isGone) return;
    this.#takeBack(slot, `it is not on the chain any more at block ${round.head.number}`);
    slot.resendAt = this.#ports.turn.now; // The same bytes again, with the patience of a first bid.
    slot.sentAtBlock = round.head.number;
  }

  #takeBack(slot: Slot, text: string): void {
    const venueExecID = slot.booked;
    if (venueExecID === null) return;
    slot.booked = null;
    slot.ended = false;
    this.#revive(slot);
    const { childID } = slot;
    const venueOrderID = this.#orderID(slot.nonce);
    this.#ports.turn.remark('warn', 'a reported fill was reorganised away', {
      childID,
      venueExecID,
    });
    this.#ports.turn.report({ type: 'FillCancelled', childID, venueOrderID, venueExecID, text });
  }

  /** The desk holds it for open again, and is told of its end anew. */
  #revive(slot: Slot): void {
    const { childID, nonce } = slot;
    const entry = this.#children.get(childID) ?? { ...newEntry(childID, null), nonce };
    entry.end = null;
    entry.forgotten = false;
    entry.acknowledged = false;
    entry.doubted = true; // Told by the fill that is taken back.
    this.#children.set(childID, entry);
  }

  #settle(slot: Slot, round: Round): void {
    const { mined } = slot;
    if (mined === null || !this.#isMined(slot)) return this.#settleUnmined(slot, round);
    const purpose = minedPurpose(slot);
    const depth = round.head.number - mined.blockNumber + 1n;
    if (
      purpose === 'Swap' &&
      mined.succeeded &&
      depth >= BigInt(this.#ports.config.confirmations)
    ) {
      this.#book(slot, mined);
    }
    if (round.finalBlock === null || mined.blockNumber > round.finalBlock.number) return;
    if (isSwap(slot) && purpose !== 'Swap') {
      this.#endSlot(slot, 'Canceled', 'a cancel took its place on the chain', gasOf(mined));
    } else if (purpose === 'Swap' && !mined.succeeded) {
      const text = `the pool refused the swap in block ${mined.blockNumber}`;
      this.#endSlot(slot, 'Canceled', text, gasOf(mined));
    }
    this.#forgetSlot(slot, mined.transactionHash);
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
      return this.#forgetSlot(slot, '');
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

  #book(slot: Slot, receipt: Receipt): void {
    const { config, turn, follower } = this.#ports;
    const { venueSymbol, side } = firstOf(slot);
    const pool = this.#poolNamed(venueSymbol);
    if (slot.booked === null && pool !== null) {
      const timestamp = follower.block(receipt.blockHash)?.timestamp;
      const fill = fillOf({
        receipt,
        pool,
        side,
        account: config.account,
        chainID: config.chainID,
        venueOrderID: this.#orderID(slot.nonce),
        feeAsset: config.coin,
        transactTime: timestamp === undefined ? turn.now : epochNs(timestamp * NS_PER_S),
      });
      if (fill === null) {
        const hash = receipt.transactionHash;
        return turn.remark('error', 'a swap of ours succeeded without a swap of its pool', {
          hash,
        });
      }
      slot.booked = fill.venueExecID;
      slot.bookedQty = fill.lastQty;
      const feeAmount = fill.feeAmount + this.#approvalGas(slot.childID);
      turn.report({
        type: 'Filled',
        childID: slot.childID,
        venueSymbol,
        fill: { ...fill, feeAmount },
      });
    }
    this.#endSlot(slot, 'Filled', '');
  }

  /** `gas` is what the transaction cost that ended it; a fill has told its own. */
  #endSlot(slot: Slot, how: ChildEndHow, text: string, gas = 0n): void {
    if (slot.ended) return;
    slot.ended = true;
    const entry = this.#children.get(slot.childID);
    if (entry === undefined) return;
    const filledQty = slot.bookedQty ?? entry.child?.orderQty ?? ZERO_QTY;
    const cumQty = how === 'Filled' ? filledQty : ZERO_QTY;
    const amount = how === 'Filled' ? 0n : gas + this.#approvalGas(slot.childID);
    const fee = amount === 0n ? {} : { fee: { amount, asset: this.#ports.config.coin } };
    this.#end(entry, { type: 'Ended', how, cumQty, text, ...fee });
  }

  /** What the approvals of a child have cost, settled ones too. */
  #approvalGas(childID: ChildID): bigint {
    let gas = this.#settledGas.get(childID) ?? 0n;
    for (const slot of this.#slots.values()) {
      if (slot.childID === childID && !isSwap(slot) && slot.mined !== null)
        gas += gasOf(slot.mined);
    }
    return gas;
  }

  #forgetSlot(slot: Slot, hash: string): void {
    this.#slots.delete(slot.nonce);
    if (isSwap(slot)) this.#settledGas.delete(slot.childID);
    else if (slot.mined !== null) {
      const before = this.#settledGas.get(slot.childID) ?? 0n;
      this.#settledGas.set(slot.childID, before + gasOf(slot.mined));
    }
    const { childID, nonce } = slot;
    if (isSwap(slot) && this.#children.get(childID)?.forgotten === true) {
      this.#children.delete(childID);
    }
    this.#ports.turn.report({ type: 'NonceSettled', childID, nonce, hash });
  }

  /** The lowest nonce that blocks leave out bids more, and what is to be cancelled is. */
  #bid(round: Round): void {
    const patience = BigInt(this.#ports.config.bumpAfterBlocks);
    let isLowest = true;
    for (const slot of this.#ascending()) {
      if (this.#isMined(slot) || newestOf(slot) === null) continue;
      // Adopted: the same bytes have left again just now.
      if (slot.sentAtBlock === NOT_SENT_YET) slot.sentAtBlock = round.head.number;
      const waited = round.head.number - slot.sentAtBlock;
      const hasCancel = slot.attempts.some(({ transaction }) => transaction.purpose === 'Cancel');
      const isStuck = isLowest && waited >= patience;
      if (isStuck || (slot.cancelWanted && !hasCancel)) this.#replace(slot);
      isLowest = false;
    }
  }

  #wantCancel(slot: Slot): void {
    slot.cancelWanted = true;
    slot.cancelAsked = true;
  }

  #refuseCancel(slot: Slot): void {
    slot.cancelAsked = false;
    const { childID } = slot;
    const text = `mined in block ${slot.mined?.blockNumber ?? 0n}`;
    this.#ports.turn.report({ type: 'CancelRefused', childID, text });
  }

  // ---- Small things ------------------------------------------------------------------------------

  #end(entry: Entry, ending: Ending): void {
    entry.end = ending;
    this.#sayEnd(entry, ending);
  }

  #sayEnd(entry: Entry, ending: Ending): void {
    const { childID } = entry;
    const { turn } = this.#ports;
    if (ending.type !== 'Ended') return turn.report({ ...ending, childID });
    if (entry.nonce === null) return;
    turn.report({ ...ending, childID, venueOrderID: this.#orderID(entry.nonce) });
  }

  /** Mined in a block that is on the chain as we hold it, or in one older than that. */
  #isMined(slot: Slot): boolean {
    return slot.mined !== null && this.#stands(slot.mined);
  }

  #stands(receipt: Receipt): boolean {
    const { follower } = this.#ports;
    const { oldest } = follower;
    if (oldest === null) return false;
    return receipt.blockNumber < oldest.number || follower.holds(receipt.blockHash);
  }

  #ascending(): readonly Slot[] {
    return [...this.#slots.values()].sort((a, b) => a.nonce - b.nonce);
  }

  #poolNamed(venueSymbol: string): UniswapPool | null {
    return this.#ports.config.pools.find((pool) => pool.venueSymbol === venueSymbol) ?? null;
  }

  #orderID(nonce: number): VenueOrderID {
    return asVenueOrderID(`${this.#ports.config.account}/${nonce}`);
  }
}

/** Nobody outside has seen anything of it. */
function notSent(why: string): Ending {
  return { type: 'Refused', text: `not sent: ${why}`, notSent: true };
}

function newEntry(childID: ChildID, child: ChildOrder | null): Entry {
  return {
    childID,
    child,
    nonce: null,
    acknowledged: false,
    doubted: false,
    cancelWanted: false,
    end: null,
    forgotten: false,
  };
}

function gasOf(receipt: Receipt): bigint {
  return receipt.gasUsed * receipt.effectiveGasPrice;
}

function callOf(transaction: Omit<Unsigned, 'call'>, pool: UniswapPool): SigningCall {
  const { purpose, side, amountIn, amountOut, deadline } = transaction;
  const { tokenIn, tokenOut } = tokensFor(side, pool);
  switch (purpose) {
    case 'Cancel':
      return { type: 'Cancel' };
    case 'Approve':
      return { type: 'Approve', pool: pool.kind, token: tokenIn.address, amount: String(amountIn) };
    case 'Swap':
      return {
        type: 'Swap',
        pool: pool.kind,
        tokenIn: tokenIn.address,
        tokenOut: tokenOut.address,
        feePips: pool.feePips,
        exact: side === 'buy' ? 'out' : 'in',
        amountIn: String(amountIn),
        amountOut: String(amountOut),
        deadline: Number(deadline / NS_PER_S),
      };
    default:
      return unreachable(purpose);
  }
}

/** Null where the answer is not one pair of hash and bytes for each that was asked for. */
function readSigned(
  job: SigningJob,
  signed: readonly { readonly hash: string; readonly raw: string }[],
): readonly SignedTransaction[] | null {
  if (signed.length !== job.transactions.length) return null;
  const all: SignedTransaction[] = [];
  for (const [at, { call: _call, ...transaction }] of job.transactions.entries()) {
    const raw = bytesOf(signed[at]?.raw ?? '');
    const hash = signed[at]?.hash ?? '';
    if (raw === null || raw.length === 0 || !/^0x[0-9a-f]{64}$/.test(hash)) return null;
    all.push({ ...transaction, hash, raw });
  }
  return all;
}

function refusalOf(answer: SigningAnswer | null): string {
  if (answer === null) return 'the signer does not answer';
  return answer.type === 'Refused'
    ? `the signer refused: ${answer.text}`
    : 'the signer said nothing';
}
