// New terms of orders that rest: sent once each, and followed until the venue has shown which terms the order has.
// The answer alone is not enough: what was filled before it is told on the stream, and the stream is in order.

import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import type { ChildID } from '../../spec/terms/index.ts';
import type { ChildAmend } from '../../spec/venues/index.ts';
import type { Child } from './child.ts';
import type { ChildLedger } from './ledger.ts';
import type { Session } from './lines.ts';
import type { Turn } from './turn.ts';
import type { Verdict } from './verdict.ts';
import type { OrderView } from './views.ts';

export type Terms = Pick<ChildAmend, 'price' | 'orderQty'>;

export interface AmendsParts {
  readonly turn: Turn;
  readonly ledger: ChildLedger;
  readonly inquiry: {
    ask(childID: ChildID): void;
    /** From when on an answer shows what has become of a request that was sent at `sentAt`. */
    countsFrom(sentAt: EpochNs): EpochNs;
  };
  /** Whether the venue's budget has room for it. */
  affords(child: Child): boolean;
  /** With a deadline of its own, that of orders: past it the venue does not carry it out any more. */
  send(child: Child, terms: Terms, line: Session): void;
}

/** `Sent`: no answer yet. `Taken`: the venue says that it did it. `InDoubt`: there is no answer, or none that says. */
interface Pending {
  readonly terms: Terms;
  readonly sentAt: EpochNs;
  standing: 'Sent' | 'Taken' | 'InDoubt';
  /** When the order is asked for, unless it is known before. */
  askAt: EpochNs;
}

/** An amend that was taken shows itself in an event: without it for so long, the order is asked for. */
const EVENT_MS = 1_000;
/** And again after so long. */
const ASK_EVERY_MS = 5_000;

/** Mutable: at most one amend of each child. */
export class Amends {
  readonly #parts: AmendsParts;
  readonly #pending = new Map<ChildID, Pending>();

  constructor(parts: AmendsParts) {
    this.#parts = parts;
  }

  /** Why nothing can be sent for `child` now; null: it can. */
  hindrance(child: Child): string | null {
    if (this.#of(child.childID) !== null) return 'another amend of it is on its way';
    return this.#parts.affords(child) ? null : 'rate budget';
  }

  send(child: Child, { price, orderQty }: Terms, line: Session): void {
    const terms = { price, orderQty };
    const { now } = this.#parts.turn;
    this.#pending.set(child.childID, { terms, sentAt: now, standing: 'Sent', askAt: now });
    this.#parts.send(child, terms, line);
  }

  /** Sent by a process before this one, up to this instant, for all that is known (crash row 7). */
  adopt(childID: ChildID, terms: Terms): void {
    const { turn } = this.#parts;
    const askAt = turn.in(ASK_EVERY_MS);
    this.#pending.set(childID, { terms, sentAt: turn.now, standing: 'InDoubt', askAt });
  }

  answered(childID: ChildID, verdict: Verdict): void {
    const pending = this.#of(childID);
    if (pending === null) return; // The order has ended, or has shown its terms.
    switch (verdict.type) {
      case 'Done':
        pending.standing = 'Taken';
        pending.askAt = this.#parts.turn.in(EVENT_MS);
        return;
      case 'NoSuchOrder':
        this.#refused(childID, verdict.text);
        return this.#parts.inquiry.ask(childID);
      case 'Refused':
      case 'Throttled':
      case 'WrongTime':
      case 'NotAuthorized':
        return this.#refused(childID, verdict.text);
      case 'DuplicateID':
      case 'Archived':
      case 'Unknown':
        return this.#fallInDoubt(childID, pending, verdict.text);
      default:
        return unreachable(verdict);
    }
  }

  /** It will not be answered. */
  unanswered(childID: ChildID, cause: string): void {
    const pending = this.#of(childID);
    if (pending !== null) this.#fallInDoubt(childID, pending, cause);
  }

  #fallInDoubt(childID: ChildID, pending: Pending, cause: string): void {
    const { turn, inquiry } = this.#parts;
    pending.standing = 'InDoubt';
    pending.askAt = inquiry.countsFrom(pending.sentAt);
    turn.report({ type: 'AmendUnknown', childID, cause });
    inquiry.ask(childID); // The new terms count whenever they are shown.
  }

  #refused(childID: ChildID, text: string): void {
    this.#pending.delete(childID);
    this.#parts.turn.report({ type: 'AmendRefused', childID, text });
  }

  /** The venue's event that an order of ours has new terms, whoever asked for them. */
  told(child: Child, order: OrderView): void {
    const terms = termsOf(order);
    if (terms === null) return;
    const pending = this.#of(child.childID);
    if (pending !== null && isSame(terms, pending.terms)) return this.#took(child, pending, order);
    if (isSame(terms, child)) return; // Said before.
    const { childID } = child;
    const sentence = 'the venue gave an order of ours other terms than were asked for';
    this.#parts.turn.remark('warn', sentence, { childID });
    this.#parts.ledger.amended(childID, terms);
  }

  /**
   * An order as an answer or a list shows it, asked for at `askedAt`; null: it is not known how old it is. The terms of
   * before say that the amend did nothing only where it could not be done any more when they were asked for.
   */
  shown(child: Child, order: OrderView, askedAt: EpochNs | null): void {
    const { childID } = child;
    const pending = this.#of(childID);
    const terms = termsOf(order);
    if (pending === null || terms === null) return;
    if (isSame(terms, pending.terms)) return this.#took(child, pending, order);
    const { turn, ledger, inquiry } = this.#parts;
    const countsFrom = inquiry.countsFrom(pending.sentAt);
    if (askedAt === null || askedAt < countsFrom) {
      const again = pending.standing === 'Taken' ? turn.in(EVENT_MS) : countsFrom;
      pending.askAt = again > turn.now ? again : turn.in(EVENT_MS);
      return;
    }
    if (isSame(terms, child)) {
      return this.#refused(childID, 'the venue shows the terms of before, after its deadline');
    }
    this.#pending.delete(childID);
    ledger.amended(childID, terms);
  }

  /** With no more than is filled the venue cancels the rest: then the order's end is told, and not its terms. */
  #took(child: Child, pending: Pending, order: OrderView): void {
    if (order.executedQty >= pending.terms.orderQty) {
      pending.standing = 'Taken';
      pending.askAt = this.#parts.turn.in(EVENT_MS);
      return;
    }
    this.#pending.delete(child.childID);
    this.#parts.ledger.amended(child.childID, pending.terms);
  }

  /** Asks for the orders whose terms are not known. */
  ask(): void {
    const { turn, inquiry } = this.#parts;
    for (const childID of this.#pending.keys()) {
      const pending = this.#of(childID);
      if (pending === null || pending.standing === 'Sent' || turn.now < pending.askAt) continue;
      pending.askAt = turn.in(ASK_EVERY_MS);
      inquiry.ask(childID);
    }
  }

  /** Null where none is pending: with the order's end its terms are of no more interest. */
  #of(childID: ChildID): Pending | null {
    const pending = this.#pending.get(childID);
    if (pending === undefined) return null;
    if (this.#parts.ledger.child(childID)?.end === null) return pending;
    this.#pending.delete(childID);
    return null;
  }
}

function termsOf({ price, origQty }: OrderView): Terms | null {
  return price === null || origQty === null ? null : { price, orderQty: origQty };
}

function isSame(one: Terms, other: Terms): boolean {
  return one.price === other.price && one.orderQty === other.orderQty;
}
