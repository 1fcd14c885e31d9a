export type { BookLevel, BookSnapshot, BookState } from './books.ts';
export type {
  AssetBalance,
  BalancesFound,
  Capabilities,
  ListingFound,
  VenueNotice,
  VenueState,
} from './notices.ts';
export type { AdoptedChild, ChildOrder, ChildTimeInForce, Fill, Liquidity } from './orders.ts';
export type { PoolSnapshot } from './pools.ts';
export type { ChildEndHow, VenueReport } from './reports.ts';
export type { MarketTrade } from './trades.ts';
export type {
  ChainAccount,
  ProvisionalFill,
  SignedTransaction,
  TransactionPurpose,
} from './transactions.ts';
