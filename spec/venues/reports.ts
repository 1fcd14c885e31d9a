// What a venue says of our orders. A closed union, *unknown* among it; it reaches the desk by one path.

import type { ChildID, VenueExecID, VenueOrderID } from '../terms/index.ts';
import type { Price, Qty } from '../units/index.ts';
import type { Fill } from './orders.ts';
import type { SignedTransaction } from './transactions.ts';

export type ChildEndHow = 'Filled' | 'Canceled' | 'Expired' | 'Rejected';

export type VenueReport =
  /** It works at the venue, or did: the venue knows it. Also the answer to a query for one in doubt. */
  | {
      readonly type: 'Acknowledged';
      readonly childID: ChildID;
      readonly venueOrderID: VenueOrderID;
    }
  /** It never worked: the venue's word or, `notSent`, ours, because nothing was sent at all. */
  | {
      readonly type: 'Refused';
      readonly childID: ChildID;
      readonly text: string;
      readonly notSent?: true;
    }
  /** Sent, outcome not known: time-out, 5xx, connection lost. In doubt. */
  | { readonly type: 'Unknown'; readonly childID: ChildID; readonly cause: string }
  /** Proven by complete history after the order's own deadline: it never arrived. */
  | { readonly type: 'Absent'; readonly childID: ChildID; readonly evidence: string }
  /** `childID` is null where the venue names only its own order id and the adapter knows no child of it. */
  | {
      readonly type: 'Filled';
      readonly childID: ChildID | null;
      readonly venueSymbol: string;
      readonly fill: Fill;
    }
  /** It is dead at the venue. `cumQty` is the venue's final figure; fills up to it may still be on the way. */
  | {
      readonly type: 'Ended';
      readonly childID: ChildID;
      readonly venueOrderID: VenueOrderID;
      readonly how: ChildEndHow;
      readonly cumQty: Qty;
      readonly text: string;
      /** What its end cost though nothing was traded: gas. With 18 decimals of the asset. */
      readonly fee?: { readonly amount: bigint; readonly asset: string };
    }
  /** The venue's word: this cancel did nothing. The adapter then queries and reports what is. */
  | { readonly type: 'CancelRefused'; readonly childID: ChildID; readonly text: string }
  /** A cancel was sent, its outcome is not known. */
  | { readonly type: 'CancelUnknown'; readonly childID: ChildID; readonly cause: string }
  /** It has these terms now: the answer to an amend, the venue's event, or the answer to a query. */
  | {
      readonly type: 'Amended';
      readonly childID: ChildID;
      readonly price: Price;
      readonly orderQty: Qty;
    }
  /** The venue's word: the amend did nothing; or ours, because nothing was sent. The child is as it was. */
  | { readonly type: 'AmendRefused'; readonly childID: ChildID; readonly text: string }
  /** An amend was sent, its outcome is not known: it is asked which terms the child has. */
  | { readonly type: 'AmendUnknown'; readonly childID: ChildID; readonly cause: string }
  /** Signed and not yet sent: each is broadcast once the journal has it (crash row 11). */
  | {
      readonly type: 'TransactionsSigned';
      readonly childID: ChildID;
      readonly transactions: readonly SignedTransaction[];
    }
  /** One transaction of this nonce is final: the others can never be mined. `hash` is empty where it is a stranger's. */
  | {
      readonly type: 'NonceSettled';
      readonly childID: ChildID;
      readonly nonce: number;
      readonly hash: string;
    }
  /** A reported fill is not on the chain any more (crash row 12). It may come again under the same execution id. */
  | {
      readonly type: 'FillCancelled';
      readonly childID: ChildID;
      readonly venueOrderID: VenueOrderID;
      readonly venueExecID: VenueExecID;
      readonly text: string;
    };
