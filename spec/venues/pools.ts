// A pool as the desk sees it: immutable, as of one block.

import type { Pool } from '../pools/index.ts';
import type { EpochNs } from '../ports/index.ts';
import type { InstrumentID, VenueID } from '../terms/index.ts';
import type { BookState } from './books.ts';

export interface PoolSnapshot {
  readonly venueID: VenueID;
  readonly instrumentID: InstrumentID;
  /** The venue's name of it. */
  readonly venueSymbol: string;
  /** Only a `Live` pool may be quoted: without the state of the head there is no quote. */
  readonly state: BookState;
  /** The block after which the pool stands so. */
  readonly blockNumber: bigint;
  /** When that block, or the last proof that it is still the head, was received; our clock. */
  readonly receivedAt: EpochNs;
  readonly pool: Pool;
  /** Decimals of the two tokens: one unit of the currency is 10^decimals of the token's own integers. */
  readonly decimals: { readonly base: number; readonly quote: number };
  readonly baseIsToken0: boolean;
  /** What one swap alone costs in gas, whatever its size: of the chain's own coin, which has 18 decimals. */
  readonly gasWei: bigint;
  /** What of it is the transaction's: paid once where several pools' swaps are one. */
  readonly sharedGasWei: bigint;
  /** What one swap may take at most, approvals before it too: the account must have as much while it is pending. */
  readonly mostGasWei: bigint;
  /** What each initialised tick that is crossed adds. */
  readonly tickGasWei: bigint;
}
