export { gasAsset, isGasAsset } from './notices.ts';
export type { BookLevel, BookSnapshot, BookState } from './books.ts';
export type {
  AssetBalance,
  BalancesFound,
  Capabilities,
  CredentialsRefused,
  ListingFound,
  UnknownFound,
  UnknownOrder,
  VenueNotice,
  VenueState,
} from './notices.ts';
export type {
  AdoptedChild,
  ChildAmend,
  ChildOrder,
  ChildSwap,
  ChildTimeInForce,
  Fill,
  FillKnown,
  Liquidity,
} from './orders.ts';
export type { PoolSnapshot } from './pools.ts';
export type { ChildEndHow, VenueReport } from './reports.ts';
export type { MarketTrade } from './trades.ts';
export type {
  ChainAccount,
  ProvisionalFill,
  SignedSwap,
  SignedTransaction,
  TransactionPurpose,
} from './transactions.ts';
