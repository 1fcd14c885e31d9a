// What a gateway is configured with, checked and in its own units.

import type { Dictionary, VersionOverItself } from '../../spec/dictionaries/index.ts';
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
import type { CertificateFile } from './certificate-file.ts';
import type { ScheduleSettings, Throttle, ValidationRules } from '../fix/index.ts';
import type { ChainVenueConfig } from './chain-model.ts';
import type { Secret } from './secret.ts';
import type { FixTerms } from './session-build.ts';

export interface GatewayConfig {
  /** The file that it came from; null where it was made in memory. */
  readonly file: string | null;
  /** 0 to 65,535: a part of every child id. */
  readonly desk: number;
  /** Absolute. */
  readonly dataFolder: string;
  /** `fsync`: a commit returns when the disk has it. `os`: when the operating system has it. */
  readonly durability: Durability;
  readonly retention: RetentionConfig;
  readonly log: LogConfig;
  readonly listen: {
    readonly fix: FixListenConfig;
    /** Null: there is none. */
    readonly fixTls: FixTlsListenConfig | null;
    readonly http: Address;
  };
  /** Of FIX connections. */
  readonly connections: ConnectionLimits;
  readonly settings: DeskSettings;
  readonly limits: readonly Limits[];
  readonly sessions: readonly SessionConfig[];
  readonly dropCopies: readonly DropCopyConfig[];
  readonly instruments: readonly InstrumentConfig[];
  readonly venues: readonly VenueConfig[];
  readonly chainVenues: readonly ChainVenueConfig[];
}

/** How long the journal keeps what it needs no more; null: for ever. */
export interface RetentionConfig {
  /** Of the log: commits that are older may go. */
  readonly logDays: number | null;
  /** Above this the log's oldest commits go, whatever their age. */
  readonly logMaxBytes: number | null;
  /** Absolute. What goes from the log is written there first; null: it is not. */
  readonly archiveFolder: string | null;
  /** Of messages sent and got: a resend of older ones is a gap fill. */
  readonly messageDays: number | null;
  /** Of ended orders, by the day of their end. */
  readonly orderDays: number | null;
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

export interface FixListenConfig extends Address {
  /** Those that may connect, single or as nets; empty: all. */
  readonly addresses: readonly string[];
}

export interface FixTlsListenConfig extends FixListenConfig {
  /** Its own, then those that lead to its authority. */
  readonly certificate: CertificateFile;
  /** PEM. */
  readonly key: Secret;
  /** Null: clients' certificates count by their fingerprints alone. */
  readonly clientCA: CertificateFile | null;
  readonly clientCertificate: 'required' | 'optional' | 'none';
  readonly minVersion: 'TLSv1.2' | 'TLSv1.3';
}

export interface ConnectionLimits {
  readonly maxConnections: number;
  readonly maxAwaitingLogon: number;
  readonly logonTimeoutMs: number;
  readonly maxMessageBytes: number;
  readonly maxQueuedBytes: number;
}

/** A FIX session, as its two parties agreed it. */
export interface FixSessionConfig {
  readonly sessionID: SessionID;
  /** Its `dictionary` has the version of what travels over FIXT.1.1. */
  readonly beginString: Exclude<VersionOverItself, 'FIX.4.0' | 'FIX.4.1'> | 'FIXT.1.1';
  /** Ours. */
  readonly senderCompID: string;
  /** The peer's. */
  readonly targetCompID: string;
  readonly username: string;
  readonly password: Secret;
  /** Seconds that the peer may ask for. */
  readonly heartBtInt: { readonly min: number; readonly max: number };
  readonly access: SessionAccessConfig;
  /** Of its version, with the session's own file laid over it where it has one. */
  readonly dictionary: Dictionary;
  readonly validation: ValidationRules;
  readonly fix: FixTerms;
  /** Null: always open, and its numbers go on for ever. */
  readonly schedule: ScheduleSettings | null;
}

/** From where, and with what, it may be logged on to. Empty lists bound nothing. */
export interface SessionAccessConfig {
  readonly addresses: readonly string[];
  /** `sha256:…` or a subject; one of them must be shown. */
  readonly clientCertificates: readonly string[];
  readonly tlsOnly: boolean;
}

/** A client's. */
export interface SessionConfig extends FixSessionConfig {
  /** Not null: each client whose CompID begins with `targetCompID` gets a session of its own, up to so many. */
  readonly template: { readonly maxSessions: number } | null;
  /** It may trade for these. */
  readonly accounts: readonly AccountID[];
  /** Null: as much as comes, up to what `risk` says of rates. */
  readonly throttle: Throttle | null;
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

/** How far an account is verified, as Kraken names it: what it may ask of the venue goes by it. */
export type RateTier = 'starter' | 'intermediate' | 'pro';

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
  /** Of an account at `kraken`; the others have none. */
  readonly tier: RateTier;
}

export type VenueCredentials =
  | { readonly type: 'HMAC'; readonly apiKey: Secret; readonly secret: Secret }
  /** The private key is PEM, PKCS #8. */
  | { readonly type: 'Ed25519'; readonly apiKey: Secret; readonly privateKey: Secret };
