// The rules that hold between keys. Each reads the data as written and passes over what is malformed:
// the schema has spoken of that already, and so all problems of a file come out at once.

import { VERSIONS_OVER_FIXT } from '../../spec/dictionaries/index.ts';
import { chainRules } from './chain-rules.ts';
import { type Amount, parseAmount } from './fields.ts';
import { sharedAddresses } from './listen-rules.ts';
import type { Path } from './problems.ts';
import type { Finding } from './references.ts';
import { type Entry, type Placed, entries, items, list, record } from './written.ts';

export interface CrossFindings {
  readonly problems: readonly Finding[];
  /** `text` in place of what was found and expected. */
  readonly warnings: readonly { readonly path: Path; readonly text: string }[];
}

/** Names the place of a path, as in `desk.yaml:14`. */
export type PlaceOf = (path: Path) => string;

export function crossRules(data: unknown, placeOf: PlaceOf): CrossFindings {
  const file = readFile(data);
  return {
    problems: [
      ...unique(
        fixSessions(file).map(({ path, value }) => [[...path, 'id'], value['id']]),
        placeOf,
      ),
      ...sameCompIDs(file, placeOf),
      ...unique(
        file.instruments.map(({ path, value }) => [[...path, 'symbol'], value['symbol']]),
        placeOf,
      ),
      ...fixSessions(file).flatMap((session) => [
        ...oneSecret(session, 'password'),
        ...heartBeats(session),
        ...applVerID(session),
        ...qualifiedByNothing(session),
        ...templateRules(session),
        ...certificateRules(data, session),
        ...daysOrWeek(session),
        ...unique(list(session.value['accounts'], [...session.path, 'accounts']), placeOf),
        ...namedVenues(file, session),
      ]),
      ...file.dropCopies.flatMap((dropCopy) => unknownInFilter(file, dropCopy)),
      ...file.dropCopies.flatMap(childrenWithoutName),
      ...listings(file, placeOf),
      ...file.venues.flatMap(venueSecrets),
      ...krakenRules(file),
      ...chainRules({
        venues: file.chainVenues,
        exchanges: file.venues,
        instruments: file.instruments,
      }),
      ...sharedAddresses(data),
      ...archiveOfNothing(data),
      ...(file.venues.length + file.chainVenues.length > 0 ? [] : noVenue(data)),
      ...unknownScopes(file),
      ...currencies(file),
    ],
    warnings: [...looserThanParent(file), ...withoutLimit(file), ...withoutFees(file)],
  };
}

/** An archive is of what goes from the log: with nothing to go there is none. */
function archiveOfNothing(data: unknown): readonly Finding[] {
  const retention = record(record(data)['retention']);
  const { archiveFolder, logDays, logMaxMB } = retention;
  if (archiveFolder === undefined || logDays !== undefined || logMaxMB !== undefined) return [];
  return [
    {
      path: ['retention', 'archiveFolder'],
      found: JSON.stringify(archiveFolder),
      expected:
        'logDays or logMaxMB beside it: else nothing goes from the log, and nothing is archived',
    },
  ];
}

/** websocket-v2/add_order: `deadline` is at least so far ahead. */
const KRAKEN_DEADLINE_LEAST_MS = 500;

interface LimitEntry extends Entry {
  readonly scope: 'firm' | 'session' | 'account' | 'instrument';
  readonly scopeID: string;
}

interface WrittenFile {
  readonly sessions: readonly Entry[];
  readonly dropCopies: readonly Entry[];
  readonly instruments: readonly Entry[];
  readonly venues: readonly Entry[];
  readonly chainVenues: readonly Entry[];
  readonly limits: readonly LimitEntry[];
}

function readFile(data: unknown): WrittenFile {
  const file = record(data);
  const risk = record(file['risk']);
  const scoped = (key: string, scope: LimitEntry['scope']): readonly LimitEntry[] =>
    entries(risk[key], ['risk', key]).map((entry) => ({
      ...entry,
      scope,
      scopeID: String(entry.path.at(-1)),
    }));
  const firm: LimitEntry = {
    path: ['risk', 'firm'],
    value: record(risk['firm']),
    scope: 'firm',
    scopeID: '',
  };
  return {
    sessions: items(file['sessions'], ['sessions']),
    dropCopies: items(file['dropCopies'], ['dropCopies']),
    instruments: items(file['instruments'], ['instruments']),
    venues: entries(file['venues'], ['venues']),
    chainVenues: entries(file['chainVenues'], ['chainVenues']),
    limits: [
      firm,
      ...scoped('sessions', 'session'),
      ...scoped('accounts', 'account'),
      ...scoped('instruments', 'instrument'),
    ],
  };
}

function unique(values: readonly Placed[], placeOf: PlaceOf): readonly Finding[] {
  const first = new Map<string, Path>();
  const findings: Finding[] = [];
  for (const [path, value] of values) {
    if (typeof value !== 'string') continue;
    const earlier = first.get(value);
    if (earlier === undefined) first.set(value, path);
    else {
      const found = `${JSON.stringify(value)} again, first at ${placeOf(earlier)}`;
      findings.push({ path, found, expected: 'each once' });
    }
  }
  return findings;
}

function sameCompIDs(file: WrittenFile, placeOf: PlaceOf): readonly Finding[] {
  const earlier: Entry[] = [];
  const findings: Finding[] = [];
  for (const session of fixSessions(file)) {
    const { path, value } = session;
    const { senderCompID, targetCompID } = value;
    if (typeof senderCompID !== 'string' || typeof targetCompID !== 'string') continue;
    const same = earlier.find((one) => !isToldFrom(one, session));
    earlier.push(session);
    if (same === undefined) continue;
    const pair = `${senderCompID} and ${targetCompID}`;
    findings.push({
      path: [...path, 'targetCompID'],
      found: `CompIDs ${pair} again, first at ${placeOf([...same.path, 'targetCompID'])}`,
      expected:
        'a pair of its own for each session, or fix.qualified with a sub- or location ID that both have and that differs',
    });
  }
  return findings;
}

const SUB_IDS = ['senderSubID', 'senderLocationID', 'targetSubID', 'targetLocationID'];

/** Of the same CompIDs one may be told by those alone; the others by an ID that both have, each its own. */
function isToldFrom(one: Entry, other: Entry): boolean {
  const differs = (key: string) => one.value[key] !== other.value[key];
  if (differs('senderCompID') || differs('targetCompID')) return true;
  const [a, b] = [record(one.value['fix']), record(other.value['fix'])];
  if (a['qualified'] !== true || b['qualified'] !== true)
    return a['qualified'] === true || b['qualified'] === true;
  return SUB_IDS.some((key) => a[key] !== undefined && b[key] !== undefined && a[key] !== b[key]);
}

/** A template says by its `*` that it is one; its sessions are told by their CompIDs alone. */
function templateRules({ path, value }: Entry): readonly Finding[] {
  const { template, targetCompID } = value;
  if (template === undefined || typeof targetCompID !== 'string') return [];
  const findings: Finding[] = [];
  if (!targetCompID.endsWith('*'))
    findings.push({
      path: [...path, 'targetCompID'],
      found: JSON.stringify(targetCompID),
      expected: 'what the CompIDs of its clients begin with, and a * behind it, as DESK*',
    });
  if (record(value['fix'])['qualified'] === true)
    findings.push({
      path: [...path, 'fix', 'qualified'],
      found: 'true',
      expected: 'false: the sessions of a template are told by their CompIDs alone',
    });
  return findings;
}

function qualifiedByNothing({ path, value }: Entry): readonly Finding[] {
  const terms = record(value['fix']);
  if (terms['qualified'] !== true || SUB_IDS.some((key) => terms[key] !== undefined)) return [];
  return [
    {
      path: [...path, 'fix', 'qualified'],
      found: 'true',
      expected: `one of ${SUB_IDS.join(', ')} beside it`,
    },
  ];
}

/** Clients' sessions and drop copies: both are the acceptor's, and known by their CompIDs. */
function fixSessions(file: WrittenFile): readonly Entry[] {
  return [...file.sessions, ...file.dropCopies];
}

/** A filter that nothing passes is a copy that somebody waits for. */
function unknownInFilter(file: WrittenFile, dropCopy: Entry): readonly Finding[] {
  const known = {
    sessions: file.sessions.map(({ value }) => value['id']),
    accounts: file.sessions.flatMap(({ value }) => list(value['accounts'], []).map(([, id]) => id)),
  };
  return (['sessions', 'accounts'] as const).flatMap((key) =>
    list(dropCopy.value[key], [...dropCopy.path, key]).flatMap(([path, id]): readonly Finding[] => {
      if (typeof id !== 'string' || known[key].includes(id)) return [];
      const expected = key === 'sessions' ? 'the id of a client session' : "a session's account";
      return [{ path, found: null, expected }];
    }),
  );
}

/** Exactly one of `kind` and `kindFile`. */
function oneSecret(entry: Entry, kind: string): readonly Finding[] {
  const file = `${kind}File`;
  const inline = entry.value[kind] !== undefined;
  const inFile = entry.value[file] !== undefined;
  if (inline !== inFile) return [];
  if (inline) {
    const path = [...entry.path, file];
    return [{ path, found: `${kind} and ${file}`, expected: 'one of the two' }];
  }
  return [{ path: [...entry.path, file], found: null, expected: `${file} or ${kind}: \${NAME}` }];
}

function venueSecrets(venue: Entry): readonly Finding[] {
  const has = (kind: string) =>
    venue.value[kind] !== undefined || venue.value[`${kind}File`] !== undefined;
  const key = oneSecret(venue, 'apiKey');
  if (has('secret') && has('privateKey')) {
    const expected = 'secretFile (HMAC) or privateKeyFile (Ed25519)';
    return [...key, { path: [...venue.path], found: 'secret and privateKey', expected }];
  }
  return [...key, ...oneSecret(venue, has('privateKey') ? 'privateKey' : 'secret')];
}

/** What Kraken wants otherwise: its deadline's least, its kind of key, its names of pairs; and it alone has tiers. */
function krakenRules(file: WrittenFile): readonly Finding[] {
  const krakens = file.venues.filter(({ value }) => value['adapter'] === 'kraken');
  const tiers = file.venues
    .filter(({ value }) => value['tier'] !== undefined && value['adapter'] !== 'kraken')
    .map(({ path }) => ({
      path: [...path, 'tier'],
      found: null,
      expected: 'no tier: kraken alone',
    }));
  const names = new Set(krakens.map(({ path }) => path.at(-1)));
  const own = krakens.flatMap(({ path, value }): readonly Finding[] => {
    const { recvWindowMs } = value;
    const isShort = typeof recvWindowMs === 'number' && recvWindowMs < KRAKEN_DEADLINE_LEAST_MS;
    const keys = ['privateKey', 'privateKeyFile'].filter((key) => value[key] !== undefined);
    return [
      ...(isShort
        ? [{ path: [...path, 'recvWindowMs'], found: null, expected: '500 to 60000 for kraken' }]
        : []),
      ...keys.map((key) => ({ path: [...path, key], found: null, expected: 'secretFile: kraken' })),
    ];
  });
  const pairs = file.instruments
    .flatMap(({ path, value }) => items(value['listings'], [...path, 'listings']))
    .filter(({ value }) => typeof value['venue'] === 'string' && names.has(value['venue']))
    .filter(({ value }) => typeof value['symbol'] === 'string' && !value['symbol'].includes('/'))
    .map(({ path }) => ({
      path: [...path, 'symbol'],
      found: null,
      expected: 'a pair of kraken, as BTC/USDT',
    }));
  return [...tiers, ...own, ...pairs];
}

function heartBeats(session: Entry): readonly Finding[] {
  const { min, max } = record(session.value['heartBtInt']);
  if (typeof min !== 'number' || typeof max !== 'number' || min <= max) return [];
  const path = [...session.path, 'heartBtInt', 'max'];
  return [{ path, found: null, expected: `at least min, ${min}` }];
}

/** FIXT.1.1 says nothing of what travels over it; the versions before it are their own. */
function applVerID({ path, value }: Entry): readonly Finding[] {
  const { beginString, defaultApplVerID } = value;
  const isOverFixt = beginString === 'FIXT.1.1';
  if (typeof beginString !== 'string' || isOverFixt === (defaultApplVerID !== undefined)) return [];
  if (isOverFixt) {
    const expected = `one of ${VERSIONS_OVER_FIXT.join(', ')} beside beginString FIXT.1.1`;
    return [{ path: [...path, 'defaultApplVerID'], found: 'nothing', expected }];
  }
  const expected = `no such key beside beginString ${beginString}: it is for FIXT.1.1`;
  return [{ path: [...path, 'defaultApplVerID'], found: null, expected }];
}

/** FIX has ClOrdLinkID(583) from 4.3 on: before, nothing tells a child's report from its parent's. */
function childrenWithoutName({ path, value }: Entry): readonly Finding[] {
  const { beginString, children } = value;
  if (children !== true || beginString !== 'FIX.4.2') return [];
  const expected =
    'false, or a beginString from FIX.4.3 on: before, no field tells a child from its parent, and risk would count both';
  return [{ path: [...path, 'children'], found: 'true with FIX.4.2', expected }];
}

/** A session is open by the day or by the week. */
function daysOrWeek(session: Entry): readonly Finding[] {
  const { days, weekly } = record(session.value['schedule']);
  if (days === undefined || weekly === undefined) return [];
  const path = [...session.path, 'schedule', 'weekly'];
  return [{ path, found: 'days and weekly', expected: 'one of the two' }];
}

function venueNames(file: WrittenFile): readonly string[] {
  return [...file.venues, ...file.chainVenues].map(({ path }) => String(path.at(-1)));
}

/** A list that names a venue which is not there would silently mean another one. */
function namedVenues(file: WrittenFile, session: Entry): readonly Finding[] {
  const venues = venueNames(file);
  const lists = record(session.value['venues']);
  return ['include', 'exclude'].flatMap((key) =>
    list(lists[key], [...session.path, 'venues', key]).flatMap(([path, value]) =>
      typeof value !== 'string' || venues.includes(value)
        ? []
        : [{ path, found: null, expected: `a venue of this file: ${venues.join(', ')}` }],
    ),
  );
}

/** Where an instrument has several venues, one without fees looks free, and draws the orders. */
function withoutFees(file: WrittenFile): CrossFindings['warnings'] {
  const rivals = new Set(
    file.instruments.flatMap(({ path, value }) => {
      const all = items(value['listings'], [...path, 'listings']).map((one) => one.value['venue']);
      return new Set(all).size > 1 ? all : [];
    }),
  );
  return file.venues.flatMap(({ path, value }) =>
    rivals.has(path.at(-1)) && value['fees'] === undefined
      ? [{ path, text: 'no fees are set: routing takes it for free beside other venues' }]
      : [],
  );
}

function listings(file: WrittenFile, placeOf: PlaceOf): readonly Finding[] {
  const venues = new Set<unknown>(venueNames(file));
  const known = [...venues].join(', ');
  const all = file.instruments.flatMap(({ path, value }) =>
    items(value['listings'], [...path, 'listings']),
  );
  const unknown = all.flatMap(({ path, value }): readonly Finding[] => {
    const { venue } = value;
    if (typeof venue !== 'string' || venues.has(venue)) return [];
    const expected = known === '' ? 'a venue of this file' : `a venue of this file: ${known}`;
    return [{ path: [...path, 'venue'], found: null, expected }];
  });
  const twice = unique(
    all.map(({ path, value: { venue, symbol } }) => [
      [...path, 'symbol'],
      typeof venue === 'string' && typeof symbol === 'string' ? `${symbol} at ${venue}` : null,
    ]),
    placeOf,
  );
  return [...unknown, ...twice];
}

/** A session that nobody can log on to is a slip of the pen. */
function certificateRules(data: unknown, { path, value }: Entry): readonly Finding[] {
  const { fixTls } = record(record(data)['listen']);
  const certificates = list(value['clientCertificates'], [...path, 'clientCertificates']);
  if (fixTls === undefined) {
    const expected = 'listen.fixTls, over which it could be used';
    const key = value['tlsOnly'] === true ? 'tlsOnly' : 'clientCertificates';
    if (value['tlsOnly'] !== true && certificates.length === 0) return [];
    return [{ path: [...path, key], found: 'no TLS', expected }];
  }
  const { clientCAFile, clientCertificate } = record(fixTls);
  if (clientCertificate === 'none' && certificates.length > 0) {
    const expected = 'listen.fixTls.clientCertificate: optional or required';
    return [{ path: [...path, 'clientCertificates'], found: 'no certificate asked for', expected }];
  }
  if (clientCAFile !== undefined) return [];
  return certificates
    .filter(([, one]) => typeof one === 'string' && !/^sha256:/i.test(one))
    .map(([at]) => ({
      path: at,
      found: 'a subject, and nobody who vouches for it',
      expected: 'listen.fixTls.clientCAFile, or a fingerprint',
    }));
}

function noVenue(data: unknown): readonly Finding[] {
  const { venues } = record(data);
  if (venues === undefined || typeof venues !== 'object') return []; // The schema says so.
  return [{ path: ['venues'], found: 'none', expected: 'at least one venue' }];
}

/** A limit for nobody is a limit that somebody believes in. */
function unknownScopes(file: WrittenFile): readonly Finding[] {
  const known = {
    firm: [''],
    session: file.sessions.map(({ value }) => value['id']),
    account: file.sessions.flatMap(({ value }) => list(value['accounts'], []).map(([, id]) => id)),
    instrument: file.instruments.map(({ value }) => value['symbol']),
  };
  return file.limits.flatMap(({ scope, scopeID, path }): readonly Finding[] => {
    if (known[scope].includes(scopeID)) return [];
    return [{ path, found: `no such ${scope}`, expected: `the name of a configured ${scope}` }];
  });
}

/**
 * A limit on notional counts in the quote currency of the order's instrument and is compared as a
 * number. So its currency must be the quote of every instrument that it can meet: above an instrument
 * that is all of them.
 */
function currencies(file: WrittenFile): readonly Finding[] {
  return AMOUNT_NAMES.flatMap((name) => currenciesOf(file, name));
}

function currenciesOf(file: WrittenFile, name: AmountName): readonly Finding[] {
  return file.limits.flatMap((limits): readonly Finding[] => {
    const amount = amountOf(limits, name);
    if (amount === null) return [];
    const met = file.instruments
      .map(({ value }) => value['symbol'])
      .filter((symbol) => typeof symbol === 'string')
      .filter((symbol) => limits.scope !== 'instrument' || symbol === limits.scopeID);
    const others = met.filter((symbol) => quoteOf(symbol) !== amount.currency);
    if (others.length === 0) return [];
    const quotes = new Set(met.map(quoteOf));
    const expected =
      quotes.size > 1
        ? `a limit for each instrument: they are quoted in ${[...quotes].join(', ')}`
        : `an amount in ${[...quotes].join()}, the quote of ${others.join(', ')}`;
    return [{ path: [...limits.path, name], found: null, expected }];
  });
}

interface LooserFinding {
  readonly path: Path;
  readonly text: string;
}

const LIMIT_NAMES = [
  'maxOrderQty',
  'maxOrderNotional',
  'priceCollarBps',
  'maxLongPosition',
  'maxShortPosition',
  'maxOpenOrders',
  'maxOpenNotional',
  'maxOrdersPerSecond',
  'maxMessagesPerSecond',
] as const;
/** Limits with a currency. */
const AMOUNT_NAMES = ['maxOrderNotional', 'maxOpenNotional'] as const;
type AmountName = (typeof AMOUNT_NAMES)[number];

/** Accepted: of all limits above an order the strictest wins. Its author may believe otherwise. */
function looserThanParent(file: WrittenFile): readonly LooserFinding[] {
  return file.limits.flatMap((child) =>
    file.limits
      .filter((parent) => isParent(parent, child, file))
      .flatMap((parent) =>
        LIMIT_NAMES.flatMap((limit): readonly LooserFinding[] => {
          const figure = figureOf(child.value[limit]);
          const above = figureOf(parent.value[limit]);
          if (figure === null || above === null || figure <= above) return [];
          const whose =
            parent.scope === 'firm' ? "the firm's" : `${parent.scope} ${parent.scopeID}'s`;
          const text = `looser than ${whose} ${String(parent.value[limit])}: the strictest wins`;
          return [{ path: [...child.path, limit], text }];
        }),
      ),
  );
}

function isParent(parent: LimitEntry, child: LimitEntry, file: WrittenFile): boolean {
  if (parent.scope === 'firm') return child.scope !== 'firm';
  if (parent.scope !== 'session' || child.scope !== 'account') return false;
  const session = file.sessions.find(({ value }) => value['id'] === parent.scopeID);
  return list(session?.value['accounts'], []).some(([, id]) => id === child.scopeID);
}

/** An instrument without a bound on an order's notional, whoever sends it. */
function withoutLimit(file: WrittenFile): readonly LooserFinding[] {
  const has = (scope: LimitEntry['scope'], scopeID: string) =>
    file.limits.some(
      (one) => one.scope === scope && one.scopeID === scopeID && amountOf(one) !== null,
    );
  if (has('firm', '')) return [];
  return file.instruments.flatMap(({ path, value: { symbol } }): readonly LooserFinding[] => {
    if (typeof symbol !== 'string' || has('instrument', symbol)) return [];
    const text = 'neither the firm nor this instrument has a maxOrderNotional';
    return [{ path: [...path, 'symbol'], text }];
  });
}

function amountOf(limits: Entry, name: AmountName = 'maxOrderNotional'): Amount | null {
  const amount = limits.value[name];
  return typeof amount === 'string' ? parseAmount(amount) : null;
}

/** A limit's figure, for comparing two of the same name. */
function figureOf(value: unknown): bigint | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : null;
  if (typeof value !== 'string') return null;
  return (parseAmount(value) ?? parseAmount(`${value} ANY`))?.notional ?? null;
}

function quoteOf(symbol: string): string {
  return symbol.slice(symbol.indexOf('/') + 1);
}
