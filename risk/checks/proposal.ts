// What a check looks at, and what it says.

import type { Kill } from '../../spec/events/index.ts';
import type {
  AccountID,
  ClOrdID,
  Instrument,
  Limits,
  OrdRejReason,
  OrdType,
  SessionID,
  Side,
} from '../../spec/terms/index.ts';
import type { Price, Qty, SignedQty } from '../../spec/units/index.ts';
import type { OpenTotals } from '../exposure/totals.ts';

/** An order, or what a replace would make of one, before it is accepted. */
export interface ProposedOrder {
  readonly sessionID: SessionID;
  readonly clOrdID: ClOrdID;
  readonly account: AccountID | null;
  readonly symbol: string;
  readonly side: Side;
  readonly ordType: OrdType;
  readonly price: Price | null;
  readonly orderQty: Qty;
  /** What it could still execute: of a replace, what is filled already left out. */
  readonly openQty: Qty;
  /** Of the order that it would replace: held until that is dead. Null: it replaces none. */
  readonly replacedPrice: Price | null;
}

/** What an account holds and has open, the order that is judged not among it. */
export interface Held {
  /** Of the order's account in its instrument. */
  readonly position: SignedQty;
  readonly buyQty: Qty;
  readonly sellQty: Qty;
  /** In the scope of these limits. */
  open(limits: Limits): OpenTotals;
}

/** What a session has sent within the last second. */
export interface MessageRate {
  readonly messages: number;
  /** New orders and replaces. */
  readonly orders: number;
}

/** The desk's own state, as far as checks see it. */
export interface RiskView {
  /** Null where the symbol is none of ours. */
  readonly instrument: Instrument | null;
  readonly limits: Iterable<Limits>;
  /** The kill switches that are active. */
  readonly kills: Iterable<Kill>;
  /** The accounts that the session may trade for. */
  readonly accounts: readonly AccountID[];
  readonly isClOrdIDTaken: boolean;
  /** The mid of a live book; null where there is none. */
  readonly referencePrice: Price | null;
  /** Why there is none, venue by venue; null where there is one. */
  readonly noMarket: string | null;
  readonly held: Held;
  readonly rate: MessageRate;
  /** The collar of a market order where no limit sets one. */
  readonly marketCollarBps: number;
}

/** Why an order may not be sent. `text` says what was found and what was expected. */
export interface Refusal {
  readonly check: string;
  readonly ordRejReason: OrdRejReason;
  readonly text: string;
}

export type Check = (order: ProposedOrder, view: RiskView) => Refusal | null;

export function refuse(check: string, ordRejReason: OrdRejReason, text: string): Refusal {
  return { check, ordRejReason, text };
}
