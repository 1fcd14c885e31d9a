// Orders, cancels and amends on their way: an order and an amend are sent once, a cancel until it is answered,
// and what is not answered is in doubt until the venue has said what is.

import { unreachable } from '../../spec/proof/index.ts';
import type { ChildID, VenueOrderID } from '../../spec/terms/index.ts';
import type { AdoptedChild, ChildAmend, ChildOrder } from '../../spec/venues/index.ts';
import type { Amends } from './amends.ts';
import type { Child } from './child.ts';
import type { ChildLedger } from './ledger.ts';
import type { Lines, Session } from './lines.ts';
import type { Turn } from './turn.ts';
import type { Verdict } from './verdict.ts';

export interface PlacingParts {
  readonly turn: Turn;
  readonly ledger: ChildLedger;
  readonly lines: Lines;
  readonly venueSymbols: readonly string[];
  /** What is asked about a child, and given up. */
  readonly inquiry: { ask(childID: ChildID): void; drop(childID: ChildID): void };
  /** Null: at this venue an order keeps its terms. */
  readonly amends: Amends | null;
  /** Whether the venue's budget has room for one more order of this kind. */
  affordsOrder(child: ChildOrder): boolean;
  sendOrder(child: ChildOrder, line: Session): void;
  sendCancel(child: Child, line: Session): CancelSent;
}

/** Whether the venue's budget has room: for this one not now, and perhaps for another; or for none. */
export type CancelSent = 'Sent' | 'ThisWaits' | 'AllWait';

/** Whether the answer is an order, and this child's; then it is taken. */
export type ShowsChild = (childID: ChildID) => boolean;

/** Mutable: the cancels that wait, and those that wait for an answer. */
export class Placing {
  readonly #parts: PlacingParts;
  readonly #cancelWanted = new Set<ChildID>();
  readonly #cancelling = new Set<ChildID>();

  constructor(parts: PlacingParts) {
    this.#parts = parts;
  }

  /** Sent in this very step or refused; never kept, never sent twice. */
  submit(child: ChildOrder): void {
    const { turn, ledger, lines } = this.#parts;
    const { childID } = child;
    if (ledger.child(childID) !== null) {
      const sentence = 'a child was submitted twice; it is sent once';
      return turn.remark('error', sentence, { childID });
    }
    const line = lines.forOrders();
    const hindrance = this.#hindrance(child, line);
    if (line === null || hindrance !== null) {
      const text = `not sent: ${hindrance ?? 'venue not connected'}`;
      return turn.report({ type: 'Refused', childID, text, notSent: true });
    }
    ledger.submit(child, turn.now);
    this.#parts.sendOrder(child, line);
  }

  #hindrance(child: ChildOrder, line: Session | null): string | null {
    const { lines, venueSymbols } = this.#parts;
    if (!venueSymbols.includes(child.venueSymbol)) {
      return `symbol ${child.venueSymbol} is not configured`;
    }
    if (line === null) return `venue not connected (${lines.state})`;
    return lines.gated ?? (this.#parts.affordsOrder(child) ? null : 'rate budget');
  }

  cancel(childID: ChildID): void {
    const { turn, ledger } = this.#parts;
    const child = ledger.child(childID);
    if (child === null) {
      const text = 'this child is not known here';
      return turn.report({ type: 'CancelRefused', childID, text });
    }
    if (child.standing === 'Ended' || child.standing === 'Refused' || child.standing === 'Absent') {
      ledger.answer(childID);
      return;
    }
    this.want(childID);
    this.sendCancels();
  }

  /** Sent in this very step or refused; never kept, never sent twice. */
  amend(amend: ChildAmend): void {
    const { turn, ledger, lines, amends } = this.#parts;
    const { childID } = amend;
    const child = ledger.child(childID);
    const line = lines.forOrders();
    const hindrance = this.#amendHindrance(childID, child);
    if (amends === null || child === null || line === null || hindrance !== null) {
      const text = `not sent: ${hindrance ?? `venue not connected (${lines.state})`}`;
      return turn.report({ type: 'AmendRefused', childID, text });
    }
    amends.send(child, amend, line);
  }

  #amendHindrance(childID: ChildID, child: Child | null): string | null {
    const { lines, amends } = this.#parts;
    if (amends === null) return 'this venue amends nothing';
    if (child === null) return 'this child is not known here';
    if (child.standing !== 'Working') return 'it does not work there';
    if (this.#cancelWanted.has(childID) || this.#cancelling.has(childID)) {
      return 'it is being cancelled';
    }
    return lines.gated ?? amends.hindrance(child);
  }

  /** It is to be cancelled, whoever wants it. */
  want(childID: ChildID): void {
    this.#cancelWanted.add(childID);
  }

  adopt(children: readonly AdoptedChild[]): void {
    const { turn, ledger, inquiry, amends } = this.#parts;
    for (const adopted of children) {
      const { childID } = adopted.child;
      ledger.adopt(adopted, turn.now);
      if (adopted.amend !== null) amends?.adopt(childID, adopted.amend);
      if (adopted.inDoubt) ledger.want(childID);
      if (adopted.cancelWanted) this.want(childID);
      inquiry.ask(childID);
    }
  }

  resolve(childID: ChildID): void {
    const { turn, ledger, inquiry } = this.#parts;
    if (ledger.child(childID) === null) {
      const sentence = 'asked to resolve a child that is not known here';
      return turn.remark('error', sentence, { childID });
    }
    if (!ledger.answer(childID)) inquiry.ask(childID);
  }

  /** Cancels wait for a line and for the venue's patience, never for other requests. */
  sendCancels(): void {
    if (this.#cancelWanted.size === 0) return;
    const { ledger, lines } = this.#parts;
    const line = lines.forOrders() ?? lines.forQuestions();
    if (line === null) return;
    for (const childID of this.#cancelWanted) {
      if (this.#cancelling.has(childID)) continue;
      const child = ledger.child(childID);
      if (child === null || child.end !== null) {
        this.#cancelWanted.delete(childID);
        continue;
      }
      const sent = this.#parts.sendCancel(child, line);
      if (sent === 'AllWait') return;
      if (sent === 'ThisWaits') continue;
      this.#cancelWanted.delete(childID);
      this.#cancelling.add(childID);
    }
  }

  /** An order was answered. */
  placed(childID: ChildID, verdict: Verdict, showsChild: ShowsChild): void {
    switch (verdict.type) {
      case 'Done':
        if (showsChild(childID)) return;
        return this.fallInDoubt(childID, 'the answer to it cannot be read');
      case 'Refused':
      case 'Throttled':
      case 'WrongTime':
      case 'NotAuthorized':
        this.#parts.inquiry.drop(childID);
        return this.#parts.ledger.refuse(childID, verdict.text);
      case 'DuplicateID':
      case 'NoSuchOrder':
      case 'Archived':
      case 'Unknown':
        return this.fallInDoubt(childID, verdict.text);
      default:
        return unreachable(verdict);
    }
  }

  /** An order will not be answered, or its answer does not say what became of it. */
  fallInDoubt(childID: ChildID, cause: string): void {
    const { ledger, inquiry } = this.#parts;
    ledger.doubt(childID, cause);
    if (ledger.child(childID)?.standing === 'InDoubt') inquiry.ask(childID);
  }

  /** A cancel was answered. */
  cancelled(childID: ChildID, verdict: Verdict, showsChild: ShowsChild): void {
    this.#cancelling.delete(childID);
    switch (verdict.type) {
      case 'Done':
        if (showsChild(childID)) return;
        return this.#cancelInDoubt(childID, 'the answer to the cancel cannot be read');
      case 'Throttled':
      case 'WrongTime':
        return this.want(childID); // Not done, and wanted still.
      case 'Refused':
      case 'NotAuthorized':
      case 'DuplicateID':
      case 'NoSuchOrder':
      case 'Archived':
        this.#parts.turn.report({ type: 'CancelRefused', childID, text: verdict.text });
        return this.#askWhatIs(childID);
      case 'Unknown':
        return this.#cancelInDoubt(childID, verdict.text);
      default:
        return unreachable(verdict);
    }
  }

  /** A cancel will not be answered. */
  cancelUnanswered(childID: ChildID, cause: string): void {
    this.#cancelling.delete(childID);
    this.#cancelInDoubt(childID, cause);
  }

  #cancelInDoubt(childID: ChildID, cause: string): void {
    if (this.#parts.ledger.child(childID)?.end !== null) return; // Its end was seen meanwhile.
    this.#parts.turn.report({ type: 'CancelUnknown', childID, cause });
    this.#askWhatIs(childID);
  }

  /** The venue's word on the cancel of an open order that no child names. */
  cancelledUnknown(venueOrderID: VenueOrderID, answer: string): void {
    const sentence = 'a cancel was sent for an open order that the desk does not know';
    this.#parts.turn.remark('warn', sentence, { venueOrderID, answer });
  }

  /** And says it, even if it is what was said before. */
  #askWhatIs(childID: ChildID): void {
    this.#parts.ledger.want(childID);
    this.#parts.inquiry.ask(childID);
  }
}
