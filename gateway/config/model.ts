// What a gateway is configured with, checked and in its own units.

import type {
  AccountID,
  Instrument,
  LimitBasis,
  Limits,
  SessionID,
  VenueID,
} from '../../spec/terms/index.ts';
import type { DeskSettings, Fees, VenueLists } from '../desk/index.ts';
import type { CopyFilter } from '../dropcopy/index.ts';
import type { ChainVenueConfig } from './chain-model.ts';
import type { Secret } from './secret.ts';

export interface GatewayConfig {
  /** The file that it came from; null where it was made in memory. */
  readonly file: string | null;
  /** 0 to 65,535: a part of every child id. */
  readonly desk: number;
  /** Absolute. */
  readonly dataFolder: string;
  /** `fsync`: a commit returns when the disk has it. `os`: when the operating system has it. */
  readonly durability: Durability;
  readonly log: LogConfig;
  readonly listen: { readonly fix: Address; readonly http: Address };
  readonly settings: DeskSettings;
  readonly limits: readonly Limits[];
  readonly sessions: readonly SessionConfig[];
  readonly dropCopies: readonly DropCopyConfig[];
  readonly instruments: readonly InstrumentConfig[];
  readonly venues: readonly VenueConfig[];
  readonly chainVenues: readonly ChainVenueConfig[];
}

export type Durability = 'fsync' | 'os';
export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

export interface LogConfig {
  readonly level: LogLevel;
  /** Absolute; null is standard output. */
  readonly file: string | null;
}

export interface Address {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
}

/** A FIX session, as its two parties agreed it. */
export interface FixSessionConfig {
  readonly sessionID: SessionID;
  readonly beginString: 'FIX.4.4';
  /** Ours. */
  readonly senderCompID: string;
  /** The peer's. */
  readonly targetCompID: string;
  readonly username: string;
  readonly password: Secret;
  /** Seconds that the peer may ask for. */
  readonly heartBtInt: { readonly min: number; readonly max: number };
}

/** A client's. */
export interface SessionConfig extends FixSessionConfig {
  /** It may trade for these. */
  readonly accounts: readonly AccountID[];
  /** Orders and replaces older than this are rejected. */
  readonly staleOrderAgeMs: number;
  /** What the limit prices of its orders bound. */
  readonly limitBasis: LimitBasis;
  /** Where its orders may go. */
  readonly venues: VenueLists;
  /** Its immediate-or-cancel orders may go to venues on a chain. */
  readonly iocOnChain: boolean;
}

/** One that gets copies of reports. */
export interface DropCopyConfig extends FixSessionConfig {
  readonly filter: CopyFilter;
}

/** Grid and state of a listing are the venue's to tell; the configuration names it only. */
export interface InstrumentConfig {
  readonly instrumentID: Instrument['instrumentID'];
  /** As in `BTC/USDT`. */
  readonly symbol: string;
  readonly base: string;
  readonly quote: string;
  readonly listings: readonly ListingConfig[];
}

export interface ListingConfig {
  readonly venueID: VenueID;
  readonly venueSymbol: string;
}

/** A protocol that an adapter speaks. */
export type AdapterName = 'binance' | 'kraken';

export interface VenueConfig {
  readonly venueID: VenueID;
  readonly adapter: AdapterName;
  readonly restURL: string;
  /** The WebSocket that takes orders. */
  readonly ordersURL: string;
  /** The market data streams. */
  readonly marketURL: string;
  readonly credentials: VenueCredentials;
  /** What the account pays there: routing and all-in limits go by it. */
  readonly fees: Fees;
  /** How long after it was sent the venue may take a request: a window, or the order's own deadline. */
  readonly recvWindowMs: number;
}

export type VenueCredentials =
  | { readonly type: 'HMAC'; readonly apiKey: Secret; readonly secret: Secret }
  /** The private key is PEM, PKCS #8. */
  | { readonly type: 'Ed25519'; readonly apiKey: Secret; readonly privateKey: Secret };
