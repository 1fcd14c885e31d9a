// What `decide` is given besides state and command: the time, the market, who asks, what was looked up.

import type { MessageRate } from '../../../risk/index.ts';
import type { ParentOrder } from '../../../spec/events/index.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';
import type {
  AccountID,
  InstrumentID,
  LimitBasis,
  SessionID,
  VenueID,
} from '../../../spec/terms/index.ts';
import type { Qty, Rate } from '../../../spec/units/index.ts';
import type {
  BookSnapshot,
  Capabilities,
  PoolSnapshot,
  VenueState,
} from '../../../spec/venues/index.ts';

/** What a client session may do, as configured. */
export interface SessionProfile {
  readonly sessionID: SessionID;
  readonly accounts: readonly AccountID[];
  /** Orders and replaces older than this are rejected (crash row 1). */
  readonly staleOrderAgeMs: number;
  /** What the limit prices of its orders bound. */
  readonly limitBasis: LimitBasis;
  readonly venues: VenueLists;
  /** Immediate-or-cancel orders may go to venues on a chain, which answer with the next block or later. */
  readonly iocOnChain: boolean;
}

/** Where a session's orders may go: only to `include`, where it names any, and never to `exclude`. */
export interface VenueLists {
  readonly include: readonly VenueID[];
  readonly exclude: readonly VenueID[];
}

/** What a venue takes of the quote amount of a trade; negative is a rebate. */
export interface Fees {
  readonly taker: Rate;
  readonly maker: Rate;
}

/** What sets a venue of pools on a chain apart from an exchange. */
export interface ChainTerms {
  /** Gas is paid in its base, and valued at what its market says. */
  readonly gasInstrument: InstrumentID;
  /** What gas is paid in, by name. */
  readonly coin: string;
  /** A swap may come out worse than planned by so much, and never beyond its order's limit. */
  readonly maxSlippage: Rate;
}

export interface VenueView {
  readonly state: VenueState;
  readonly capabilities: Capabilities;
  readonly fees: Fees;
  /** Null: an exchange. */
  readonly chain: ChainTerms | null;
}

/** The books and pools as they stand, immutable; no remote call is made inside a decision. */
export interface MarketView {
  book(venueID: VenueID, instrumentID: InstrumentID): BookSnapshot | null;
  /** As of the newest block. */
  pool(venueID: VenueID, venueSymbol: string): PoolSnapshot | null;
}

/** What the shell found in the journal's indexes for this command. */
export interface LookedUp {
  /** The ended order that the command speaks of, where no hot one is meant. */
  readonly order: ParentOrder | null;
  /** The command's ClOrdID was used today by an order that has ended. */
  readonly isClOrdIDTaken: boolean;
}

export const NOTHING_FOUND: LookedUp = { order: null, isClOrdIDTaken: false };

export interface DeskSettings {
  /** The collar of a market order where no limit sets one. */
  readonly marketCollarBps: number;
  /** A book older than this is no reference for a price. */
  readonly staleBookMs: number;
  /** In doubt for longer than this: the operator is called. */
  readonly inDoubtBoundMs: number;
}

export interface Context {
  /** The stamp that the command got on entry. */
  readonly now: EpochNs;
  readonly market: MarketView;
  readonly settings: DeskSettings;
  venue(venueID: VenueID): VenueView | null;
  profile(sessionID: SessionID): SessionProfile | null;
  /** May any session trade for it? */
  isAccount(account: AccountID): boolean;
  /** What the account has of an asset there, what its orders hold included; null: the venue does not tell. */
  balance(venueID: VenueID, asset: string): Qty | null;
  /** What the session has sent within the last second, this message included. */
  rate(sessionID: SessionID): MessageRate;
  readonly lookedUp: LookedUp;
  /** Null, or why no new order is taken now: the journal's queue or the disk is too full. */
  readonly closedFor: string | null;
}
