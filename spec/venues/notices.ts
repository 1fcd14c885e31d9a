// What an adapter says of its venue itself, as opposed to our orders there.

import type { InstrumentState, VenueID, VenueOrderID } from '../terms/index.ts';
import type { Notional, Price, Qty } from '../units/index.ts';
import type { ChildTimeInForce } from './orders.ts';

/** `Ready`: connected and reconciled. In any other state no new child goes there; cancels do. */
export type VenueState = 'Down' | 'Connecting' | 'Reconciling' | 'Ready' | 'Stopped';

/** What a venue can do, as data: desk and router ask no more of it than this. */
export interface Capabilities {
  readonly timesInForce: readonly ChildTimeInForce[];
  readonly postOnly: boolean;
  /** `native`: one request that keeps the id chain; `cancelAndNew`: the desk composes it (crash row 8). */
  readonly replace: 'native' | 'cancelAndNew';
  /** How long after sending the venue may still take an order (its recvWindow or deadline). */
  readonly orderDeadlineMs: number;
  /** How far the venue's queries may lag its matching, as the venue states or as we assume. */
  readonly queryLagMs: number;
}

/** The grid of one symbol, as the venue states it. */
export interface ListingFound {
  readonly venueSymbol: string;
  readonly base: string;
  readonly quote: string;
  readonly state: InstrumentState;
  readonly tick: Price;
  readonly lot: Qty;
  readonly minQty: Qty;
  readonly maxQty: Qty;
  readonly minNotional: Notional;
}

/** What the account has of an asset, what its orders hold included. */
export interface AssetBalance {
  /** As in the instruments' base and quote. */
  readonly asset: string;
  readonly total: Qty;
}

const FOR_GAS = ' for gas';

/** The name under which a chain's account tells what it has for gas: its coin is no token that is traded. */
export function gasAsset(coin: string): string {
  return coin + FOR_GAS;
}

/** A balance under such a name. */
export function isGasAsset(asset: string): boolean {
  return asset.endsWith(FOR_GAS);
}

export interface BalancesFound {
  readonly type: 'BalancesFound';
  readonly venueID: VenueID;
  /** All of them: of what is not among them there is nothing. */
  readonly isWhole: boolean;
  readonly balances: readonly AssetBalance[];
}

/** An open order of the account that this desk does not know. */
export interface UnknownOrder {
  readonly venueSymbol: string;
  readonly venueOrderID: VenueOrderID;
  readonly clientOrderID: string;
  /** Its id is one that this desk gives: it was ours, and a cancel was sent for it. */
  readonly isOurs: boolean;
}

/** What is open at the venue, all of it asked for, and is no order of the desk's. */
export interface UnknownFound {
  readonly type: 'UnknownFound';
  readonly venueID: VenueID;
  readonly orders: readonly UnknownOrder[];
}

export interface CredentialsRefused {
  readonly request: string;
  readonly text: string;
}

export type VenueNotice =
  | {
      readonly type: 'StateChanged';
      readonly venueID: VenueID;
      readonly state: VenueState;
      readonly cause: string;
    }
  | {
      readonly type: 'ListingsFound';
      readonly venueID: VenueID;
      readonly listings: readonly ListingFound[];
    }
  | BalancesFound
  | UnknownFound
  /** `refused`: which request was, for its key, signature or rights, and the venue's words with its code; null: it takes them again. */
  | {
      readonly type: 'CredentialsJudged';
      readonly venueID: VenueID;
      readonly refused: CredentialsRefused | null;
    }
  /** Something for a person on call: a quirk, a clock skew, a ban, an unreadable frame. */
  | {
      readonly type: 'Remarked';
      readonly venueID: VenueID;
      readonly level: 'error' | 'warn' | 'info';
      readonly sentence: string;
      readonly fields: Readonly<Record<string, string | number>>;
    };
