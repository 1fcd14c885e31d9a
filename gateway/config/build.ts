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
import type {
  DropCopyConfig,
  FixSessionConfig,
  GatewayConfig,
  InstrumentConfig,
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

/** What a key that may be left out stands for then. */
export const DEFAULTS = {
  durability: 'fsync',
  logLevel: 'info',
  heartBtInt: { min: 5, max: 120 },
  staleOrderAgeMs: 10_000,
  children: false,
  recvWindowMs: 1_000,
  limitPrice: 'gross',
  iocOnChain: false,
} as const;

export function build(
  written: Written,
  origin: { file: string | null; folder: string },
): GatewayConfig {
  const { risk, log } = written;
  return {
    file: origin.file,
    desk: written.desk,
    dataFolder: resolve(origin.folder, written.dataFolder),
    durability: written.durability ?? DEFAULTS.durability,
    log: {
      level: log?.level ?? DEFAULTS.logLevel,
      file: log?.file === undefined ? null : resolve(origin.folder, log.file),
    },
    listen: written.listen,
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
    sessions: written.sessions.map(sessionOf),
    dropCopies: (written.dropCopies ?? []).map(dropCopyOf),
    instruments: written.instruments.map(instrumentOf),
    venues: Object.entries(written.venues).map(([id, venue]) => venueOf(id, venue)),
    chainVenues: Object.entries(written.chainVenues ?? {}).map(([id, venue]) =>
      chainVenueOf(id, venue, origin.folder),
    ),
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

function sessionOf(session: WrittenSession): SessionConfig {
  return {
    ...fixSessionOf(session),
    accounts: session.accounts.map(asAccountID),
    staleOrderAgeMs: session.staleOrderAgeMs ?? DEFAULTS.staleOrderAgeMs,
    limitBasis: session.limitPrice ?? DEFAULTS.limitPrice,
    venues: {
      include: (session.venues?.include ?? []).map(asVenueID),
      exclude: (session.venues?.exclude ?? []).map(asVenueID),
    },
    iocOnChain: session.iocOnChain ?? DEFAULTS.iocOnChain,
  };
}

function dropCopyOf(dropCopy: WrittenDropCopy): DropCopyConfig {
  const { sessions, accounts, children } = dropCopy;
  return {
    ...fixSessionOf(dropCopy),
    filter: {
      sessions: sessions?.map(asSessionID) ?? null,
      accounts: accounts?.map(asAccountID) ?? null,
      children: children ?? DEFAULTS.children,
    },
  };
}

function fixSessionOf(session: WrittenSession | WrittenDropCopy): FixSessionConfig {
  return {
    sessionID: asSessionID(session.id),
    beginString: session.beginString,
    senderCompID: session.senderCompID,
    targetCompID: session.targetCompID,
    username: session.username,
    password: either(session.password, session.passwordFile),
    heartBtInt: session.heartBtInt ?? DEFAULTS.heartBtInt,
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
