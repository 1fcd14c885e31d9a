// The keys of a configuration. A key that is not here is an error.

import * as z from 'zod';
import { VERSIONS_OVER_FIXT, VERSIONS_OVER_THEMSELVES } from '../../spec/dictionaries/index.ts';
import { chainVenue } from './chain-schema.ts';
import {
  addresses,
  amount,
  certificates,
  clientCertificate,
  compID,
  feeBps,
  host,
  keys,
  listOf,
  loopbackHost,
  mapOf,
  name,
  oneOf,
  path,
  qty,
  qtyOrNone,
  secret,
  symbol,
  truth,
  url,
  userName,
  venueSymbol,
  whole,
} from './fields.ts';
import { fixTerms, schedule, throttle } from './session-schema.ts';

const port = whole(0, 65_535);
const milliseconds = (max: number) => whole(1, max);
const HOUR_MS = 3_600_000;

const boundsOfOrders = {
  maxOrderQty: qty.optional(),
  maxOrderNotional: amount.optional(),
  priceCollarBps: whole(1, 10_000).optional(),
  maxLongPosition: qtyOrNone.optional(),
  maxShortPosition: qtyOrNone.optional(),
  maxOpenOrders: whole(1, 1_000_000).optional(),
  maxOpenNotional: amount.optional(),
};

const limits = keys(boundsOfOrders);

/** Of firm and sessions: rates count what a session sends, whatever it is about. */
const limitsWithRates = keys({
  ...boundsOfOrders,
  maxOrdersPerSecond: whole(1, 1_000_000).optional(),
  maxMessagesPerSecond: whole(1, 1_000_000).optional(),
});

const validation = keys({
  allowUnknownUserTags: truth.optional(),
  checkRequired: truth.optional(),
  checkKnownTags: truth.optional(),
  checkMembership: truth.optional(),
  checkHasValue: truth.optional(),
  checkFormats: truth.optional(),
  checkValues: truth.optional(),
  checkPlaces: truth.optional(),
  checkRepeatedTags: truth.optional(),
  checkGroupCounts: truth.optional(),
  checkGroupOrder: truth.optional(),
  checkNestedGroups: truth.optional(),
  checkDataLengths: truth.optional(),
});

/** No order is taken in 4.0 and 4.1: decision 0032. */
const [, , ...VERSIONS_OF_ORDERS] = VERSIONS_OVER_THEMSELVES;

const fixSession = {
  id: name,
  beginString: oneOf(...VERSIONS_OF_ORDERS, 'FIXT.1.1'),
  defaultApplVerID: oneOf(...VERSIONS_OVER_FIXT).optional(),
  senderCompID: compID,
  targetCompID: compID,
  username: userName,
  password: secret.optional(),
  passwordFile: secret.optional(),
  heartBtInt: keys({ min: whole(1, 3_600), max: whole(1, 3_600) }).optional(),
  addresses: listOf(addresses, 'addresses').optional(),
  clientCertificates: listOf(clientCertificate, 'certificates').optional(),
  tlsOnly: truth.optional(),
  dictionary: path.optional(),
  validation: validation.optional(),
  fix: fixTerms.optional(),
  schedule: schedule.optional(),
};

const session = keys({
  ...fixSession,
  template: keys({ maxSessions: whole(1, 10_000).optional() }).optional(),
  accounts: listOf(name, 'accounts'),
  throttle: throttle.optional(),
  staleOrderAgeMs: milliseconds(HOUR_MS).optional(),
  limitPrice: oneOf('gross', 'allIn').optional(),
  iocOnChain: truth.optional(),
  venues: keys({
    include: listOf(name, 'venues').optional(),
    exclude: listOf(name, 'venues').optional(),
  }).optional(),
});

const dropCopy = keys({
  ...fixSession,
  sessions: listOf(name, 'sessions').optional(),
  accounts: listOf(name, 'accounts').optional(),
  children: truth.optional(),
});

const instrument = keys({
  symbol,
  listings: listOf(keys({ venue: name, symbol: venueSymbol }), 'listings'),
});

const venue = keys({
  adapter: oneOf('binance', 'kraken'),
  fees: keys({ takerBps: feeBps, makerBps: feeBps }).optional(),
  rest: url('https'),
  orders: url('wss'),
  market: url('wss'),
  apiKey: secret.optional(),
  apiKeyFile: secret.optional(),
  secret: secret.optional(),
  secretFile: secret.optional(),
  privateKey: secret.optional(),
  privateKeyFile: secret.optional(),
  tier: oneOf('starter', 'intermediate', 'pro').optional(),
  recvWindowMs: milliseconds(60_000).optional(), // Neither venue takes more than 60,000.
});

export const schema = keys({
  desk: whole(0, 65_535),
  dataFolder: path,
  durability: oneOf('fsync', 'os').optional(),
  retention: keys({
    logDays: whole(1, 36_500).optional(),
    logMaxMB: whole(16, 100_000_000).optional(),
    archiveFolder: path.optional(),
    messageDays: whole(1, 36_500).optional(),
    // A request is looked up on its day and the day before; venues tell fills of a week.
    orderDays: whole(7, 36_500).optional(),
  }).optional(),
  log: keys({
    level: oneOf('error', 'warn', 'info', 'debug').optional(),
    file: path.optional(),
  }).optional(),
  listen: keys({
    fix: keys({ host, port, addresses: listOf(addresses, 'addresses').optional() }),
    fixTls: keys({
      host,
      port,
      certificateFile: certificates,
      keyFile: secret,
      clientCAFile: certificates.optional(),
      clientCertificate: oneOf('required', 'optional', 'none').optional(),
      minVersion: oneOf('TLSv1.2', 'TLSv1.3').optional(),
      addresses: listOf(addresses, 'addresses').optional(),
    }).optional(),
    limits: keys({
      maxConnections: whole(1, 100_000).optional(),
      maxAwaitingLogon: whole(1, 100_000).optional(),
      logonTimeoutMs: milliseconds(60_000).optional(),
      maxMessageBytes: whole(1_024, 1_048_576).optional(),
      maxQueuedBytes: whole(65_536, 67_108_864).optional(),
    }).optional(),
    http: keys({ host: loopbackHost, port }),
  }),
  risk: keys({
    marketCollarBps: whole(1, 10_000),
    staleBookMs: milliseconds(HOUR_MS),
    inDoubtBoundMs: milliseconds(HOUR_MS),
    firm: limitsWithRates.optional(),
    sessions: mapOf(limitsWithRates, 'limits by session').optional(),
    accounts: mapOf(limits, 'limits by account').optional(),
    instruments: mapOf(limits, 'limits by symbol').optional(),
  }),
  sessions: listOf(session, 'sessions'),
  dropCopies: listOf(dropCopy, 'drop copies').optional(),
  instruments: listOf(instrument, 'instruments'),
  venues: mapOf(venue, 'venues'),
  chainVenues: mapOf(chainVenue, 'venues on chains').optional(),
});

/** The file's own words, each value checked for itself. */
export type Written = z.infer<typeof schema>;
export type WrittenLimits = z.infer<typeof limits> & Partial<z.infer<typeof limitsWithRates>>;
export type WrittenValidation = WrittenSession['validation'];
export type WrittenSession = z.infer<typeof session>;
export type WrittenDropCopy = z.infer<typeof dropCopy>;
export type WrittenVenue = z.infer<typeof venue>;
