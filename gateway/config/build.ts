// From a file's own words to the configuration in its units. Nothing can be wrong any more.

import { dirname, resolve } from 'node:path';
import {
  type LimitScope,
  type Limits,
  asAccountID,
  asInstrumentID,
  asSessionID,
  asVenueID,
} from '../../spec/terms/index.ts';
import { ZERO_RATE } from '../../spec/units/index.ts';
import { chainVenueOf } from './chain-build.ts';
import { type Dictionaries, dictionaryIn, validationOf } from './fix-dictionaries.ts';
import type {
  DropCopyConfig,
  FixSessionConfig,
  FixTlsListenConfig,
  GatewayConfig,
  InstrumentConfig,
  RetentionConfig,
  SessionConfig,
  VenueConfig,
  VenueCredentials,
} from './model.ts';
import type {
  Written,
  WrittenDropCopy,
  WrittenLimits,
  WrittenSession,
  WrittenVenue,
} from './schema.ts';
import type { Secret } from './secret.ts';
import { hoursOf, termsOf, throttleOf } from './session-build.ts';

/** What a key that may be left out stands for then. */
export const DEFAULTS = {
  durability: 'fsync',
  logLevel: 'info',
  heartBtInt: { min: 5, max: 120 },
  staleOrderAgeMs: 10_000,
  maxSessions: 100,
  children: false,
  recvWindowMs: 1_000,
  tier: 'starter',
  limitPrice: 'gross',
  iocOnChain: false,
  tlsOnly: false,
  clientCertificate: 'optional',
  minVersion: 'TLSv1.2',
  connections: {
    maxConnections: 2_000,
    maxAwaitingLogon: 1_000,
    logonTimeoutMs: 10_000,
    maxMessageBytes: 65_536,
    maxQueuedBytes: 4_194_304,
  },
} as const;

export function build(
  written: Written,
  origin: { file: string | null; folder: string },
  dictionaries: Dictionaries = new Map(),
): GatewayConfig {
  const { risk, log } = written;
  return {
    file: origin.file,
    desk: written.desk,
    dataFolder: resolve(origin.folder, written.dataFolder),
    durability: written.durability ?? DEFAULTS.durability,
    retention: retentionOf(written.retention, origin.folder),
    log: {
      level: log?.level ?? DEFAULTS.logLevel,
      file: log?.file === undefined ? null : resolve(origin.folder, log.file),
    },
    listen: {
      fix: { ...written.listen.fix, addresses: written.listen.fix.addresses ?? [] },
      fixTls: fixTlsOf(written.listen.fixTls),
      http: written.listen.http,
    },
    connections: { ...DEFAULTS.connections, ...stated(written.listen.limits ?? {}) },
    settings: {
      marketCollarBps: risk.marketCollarBps,
      staleBookMs: risk.staleBookMs,
      inDoubtBoundMs: risk.inDoubtBoundMs,
    },
    limits: [
      limitsOf('firm', '', risk.firm ?? {}),
      ...scoped('session', risk.sessions),
      ...scoped('account', risk.accounts),
      ...scoped('instrument', risk.instruments),
    ],
    sessions: written.sessions.map((one) => sessionOf(one, dictionaries)),
    dropCopies: (written.dropCopies ?? []).map((one) => dropCopyOf(one, dictionaries)),
    instruments: written.instruments.map(instrumentOf),
    venues: Object.entries(written.venues).map(([id, venue]) => venueOf(id, venue)),
    chainVenues: Object.entries(written.chainVenues ?? {}).map(([id, venue]) =>
      chainVenueOf(id, venue, origin.folder),
    ),
  };
}

function fixTlsOf(tls: Written['listen']['fixTls']): FixTlsListenConfig | null {
  if (tls === undefined) return null;
  return {
    host: tls.host,
    port: tls.port,
    addresses: tls.addresses ?? [],
    certificate: tls.certificateFile,
    key: tls.keyFile,
    clientCA: tls.clientCAFile ?? null,
    clientCertificate: tls.clientCertificate ?? DEFAULTS.clientCertificate,
    minVersion: tls.minVersion ?? DEFAULTS.minVersion,
  };
}

/** Without the keys that were left out. */
function stated<T extends object>(keys: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const found: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const key in keys) {
    const value = keys[key];
    if (isStated(value)) found[key] = value;
  }
  return found;
}

function isStated<T>(value: T): value is Exclude<T, undefined> {
  return value !== undefined;
}

const BYTES_A_MB = 1_000_000;

function retentionOf(retention: Written['retention'], folder: string): RetentionConfig {
  const { logDays, logMaxMB, archiveFolder, messageDays, orderDays } = retention ?? {};
  return {
    logDays: logDays ?? null,
    logMaxBytes: logMaxMB === undefined ? null : logMaxMB * BYTES_A_MB,
    archiveFolder: archiveFolder === undefined ? null : resolve(folder, archiveFolder),
    messageDays: messageDays ?? null,
    orderDays: orderDays ?? null,
  };
}

function scoped(
  scope: LimitScope,
  byID: Readonly<Record<string, WrittenLimits>> | undefined,
): readonly Limits[] {
  return Object.entries(byID ?? {}).map(([id, limits]) => limitsOf(scope, id, limits));
}

function limitsOf(scope: LimitScope, scopeID: string, limits: WrittenLimits): Limits {
  return {
    scope,
    scopeID,
    maxOrderQty: limits.maxOrderQty ?? null,
    maxOrderNotional: limits.maxOrderNotional?.notional ?? null,
    priceCollarBps: limits.priceCollarBps ?? null,
    maxLongPosition: limits.maxLongPosition ?? null,
    maxShortPosition: limits.maxShortPosition ?? null,
    maxOpenOrders: limits.maxOpenOrders ?? null,
    maxOpenNotional: limits.maxOpenNotional?.notional ?? null,
    maxOrdersPerSecond: limits.maxOrdersPerSecond ?? null,
    maxMessagesPerSecond: limits.maxMessagesPerSecond ?? null,
  };
}

function sessionOf(session: WrittenSession, dictionaries: Dictionaries): SessionConfig {
  return {
    ...fixSessionOf(session, dictionaries),
    ...templateOf(session),
    accounts: session.accounts.map(asAccountID),
    throttle: throttleOf(session.throttle),
    staleOrderAgeMs: session.staleOrderAgeMs ?? DEFAULTS.staleOrderAgeMs,
    limitBasis: session.limitPrice ?? DEFAULTS.limitPrice,
    venues: {
      include: (session.venues?.include ?? []).map(asVenueID),
      exclude: (session.venues?.exclude ?? []).map(asVenueID),
    },
    iocOnChain: session.iocOnChain ?? DEFAULTS.iocOnChain,
  };
}

/** The `*` is for the reader: a template's TargetCompID is what those of its sessions begin with. */
function templateOf({
  template,
  targetCompID,
}: WrittenSession): Pick<SessionConfig, 'template' | 'targetCompID'> {
  if (template === undefined) return { template: null, targetCompID };
  const maxSessions = template.maxSessions ?? DEFAULTS.maxSessions;
  return { template: { maxSessions }, targetCompID: targetCompID.slice(0, -1) };
}

function dropCopyOf(dropCopy: WrittenDropCopy, dictionaries: Dictionaries): DropCopyConfig {
  const { sessions, accounts, children } = dropCopy;
  return {
    ...fixSessionOf(dropCopy, dictionaries),
    filter: {
      sessions: sessions?.map(asSessionID) ?? null,
      accounts: accounts?.map(asAccountID) ?? null,
      children: children ?? DEFAULTS.children,
    },
  };
}

function fixSessionOf(
  session: WrittenSession | WrittenDropCopy,
  dictionaries: Dictionaries,
): FixSessionConfig {
  return {
    sessionID: asSessionID(session.id),
    beginString: session.beginString,
    senderCompID: session.senderCompID,
    targetCompID: session.targetCompID,
    username: session.username,
    password: either(session.password, session.passwordFile),
    heartBtInt: session.heartBtInt ?? DEFAULTS.heartBtInt,
    access: {
      addresses: session.addresses ?? [],
      clientCertificates: session.clientCertificates ?? [],
      tlsOnly: session.tlsOnly ?? DEFAULTS.tlsOnly,
    },
    dictionary: dictionaryIn(session, dictionaries),
    validation: validationOf(session.validation),
    fix: termsOf(session.fix),
    schedule: hoursOf(session.schedule),
  };
}

function instrumentOf(instrument: Written['instruments'][number]): InstrumentConfig {
  const { symbol, listings } = instrument;
  const [base = '', quote = ''] = symbol.split('/');
  return {
    instrumentID: asInstrumentID(symbol),
    symbol,
    base,
    quote,
    listings: listings.map((one) => ({ venueID: asVenueID(one.venue), venueSymbol: one.symbol })),
  };
}

function venueOf(id: string, venue: WrittenVenue): VenueConfig {
  return {
    venueID: asVenueID(id),
    adapter: venue.adapter,
    restURL: venue.rest,
    ordersURL: venue.orders,
    marketURL: venue.market,
    credentials: credentialsOf(venue),
    fees: { taker: venue.fees?.takerBps ?? ZERO_RATE, maker: venue.fees?.makerBps ?? ZERO_RATE },
    recvWindowMs: venue.recvWindowMs ?? DEFAULTS.recvWindowMs,
    tier: venue.tier ?? DEFAULTS.tier,
  };
}

function credentialsOf(venue: WrittenVenue): VenueCredentials {
  const apiKey = either(venue.apiKey, venue.apiKeyFile);
  const privateKey = venue.privateKey ?? venue.privateKeyFile;
  if (privateKey !== undefined) return { type: 'Ed25519', apiKey, privateKey };
  return { type: 'HMAC', apiKey, secret: either(venue.secret, venue.secretFile) };
}

function either(inline: Secret | undefined, inFile: Secret | undefined): Secret {
  const secret = inline ?? inFile;
  if (secret === undefined) throw new Error('a secret is missing that the rules require');
  return secret;
}

/** The folder that a configuration's relative paths start from. */
export function folderOf(file: string): string {
  return dirname(resolve(file));
}
