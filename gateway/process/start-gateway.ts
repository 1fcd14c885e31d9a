// The gateway as a process: recovers, joins the parts, and only then listens.

import type { AdminCommand, Recorded } from '../../spec/events/index.ts';
import type { Clock, Log, Timers } from '../../spec/ports/index.ts';
import type {
  Instrument,
  InstrumentID,
  Listing,
  SessionID,
  VenueID,
} from '../../spec/terms/index.ts';
import type {
  AdoptedChild,
  BookSnapshot,
  ListingFound,
  PoolSnapshot,
} from '../../spec/venues/index.ts';
import type { FixSessionConfig, GatewayConfig, SessionConfig } from '../config/index.ts';
import { type Decision, type DeskStopped, type DeskView, stateHash } from '../desk/index.ts';
import { SessionDirectory, type SessionDriver, sessionIDOf } from '../fix/index.ts';
import type { Journal, JournalFatal } from '../journal/index.ts';
import { dialectOf } from '../orderentry/index.ts';
import { type Adoption, adoption, childrenOf } from './adoption.ts';
import { type Admissions, createAdmissions } from './admission.ts';
import { createAuditTrail } from './audit-trail.ts';
import { poolsOf } from './chain-adapter.ts';
import { createChainHost } from './chain-host.ts';
import { ColdOrders } from './cold-orders.ts';
import { createCredentials } from './credentials.ts';
import { type DeskHost, type VenueEffect, createDeskHost } from './desk-host.ts';
import { type DropCopyHost, createDropCopyHost } from './drop-copy-host.ts';
import { type FixHost, createFixHost } from './fix-host.ts';
import { driverLimitsOf, type FixAcceptors, listenForFix } from './fix-listeners.ts';
import type { FixSession } from './fix-session.ts';
import { type SessionTemplate, madeBy } from './session-templates.ts';
import { Flow, type FlowBounds, flowing } from './flow.ts';
import { createMessageRates } from './message-rates.ts';
import { workerPages } from './page-source.ts';
import type { OpenedJournal } from './open-journal.ts';
import { parsePasswordHash } from './password-hash.ts';
import { type Proof, type ProofStatus, startProof } from './proof.ts';
import { type Recovered, recover } from './recovery.ts';
import { realSoon } from './real-world.ts';
import { Releases } from './releases.ts';
import { type RetentionStatus, startRetention } from './retention.ts';
import { snapshotEvery } from './snapshot-pace.ts';
import { workerPlanner } from './trim-planner.ts';
import { type UnknownAtVenue, UnknownOrders } from './unknown-orders.ts';
import { BALANCE_LOOK_MS, BalanceWatch, type HoldingCompared } from './balance-watch.ts';
import { VenueBalances } from './venue-balances.ts';
import { type VenueHost, createVenueHost } from './venue-host.ts';

/** What may wait for the disk: about a second's worth of records, then what a long flush leaves behind. */
const QUEUE_BOUNDS = {
  /** New orders are refused above this. */
  refuseAboveRecords: 100_000,
  /** Clients and venues are left unread above this, and read again when it has halved. */
  pauseAboveRecords: 200_000,
  pauseAboveBytes: 128 * 1024 * 1024,
};
const FLOW_BOUNDS: FlowBounds = {
  pauseAbove: { records: QUEUE_BOUNDS.pauseAboveRecords, bytes: QUEUE_BOUNDS.pauseAboveBytes },
  resumeBelow: {
    records: QUEUE_BOUNDS.pauseAboveRecords / 2,
    bytes: QUEUE_BOUNDS.pauseAboveBytes / 2,
  },
};
/** Time's own command comes so often. */
const TICK_MS = 1_000;
/** A snapshot each day at least, where retention waits for one to stand behind. */
const SNAPSHOT_EVERY_NS = 86_400_000_000_000n;
/** Orders of a snapshot between two turns of the event loop: about a millisecond. */
const SNAPSHOT_SLICE = 100;
/** Orders that are read and handed to their venues between two turns of the event loop: a millisecond or two. */
const ADOPTED_AT_ONCE = 100;
/** A clean stop waits so long for Logouts to be answered. */
const LOGOUT_PATIENCE_MS = 1_000;

/** Why a running gateway ends by itself. */
export type GatewayEnd =
  | { readonly type: 'JournalFailed'; readonly fatal: JournalFatal }
  | { readonly type: 'DeskStopped'; readonly cause: DeskStopped }
  /** The state that it started with is not the one that the journal proves. */
  | { readonly type: 'StateRefuted'; readonly text: string };

export interface GatewayPorts {
  readonly log: Log;
  /** The data folder is this process's own; recovery waits. From here on something may listen. */
  owned(): Promise<void>;
  /** Called once; the caller ends the process. */
  ended(end: GatewayEnd): void;
  /** For metrics. */
  decided(decision: Decision): void;
  messageSeen(session: SessionID, direction: 'in' | 'out', msgType: string): void;
}

export interface RunningGateway {
  readonly fixPort: number;
  /** Null: none listens for TLS. */
  readonly fixTlsPort: number | null;
  readonly recovery: { readonly ms: number; readonly replayedRecords: number };
  /** By which it records, and dates books. */
  readonly clock: Clock;
  readonly journal: Journal;
  readonly desk: DeskView;
  readonly venues: readonly VenueHost[];
  readonly sessions: FixHost;
  /** An operator's command; settles with what it came to, once that is durable. */
  operate(command: AdminCommand): Promise<readonly Recorded[]>;
  readonly dropCopies: DropCopyHost;
  book(venueID: VenueID, instrumentID: InstrumentID): BookSnapshot | null;
  pool(venueID: VenueID, venueSymbol: string): PoolSnapshot | null;
  /** What venues that were asked for it have open beside the desk's orders. */
  unknownOrders(): readonly UnknownAtVenue[];
  /** What venues say that we have, beside what is booked. */
  holdings(): readonly HoldingCompared[];
  stateHash(): string;
  /** What retention has let go of since the start. */
  retained(): RetentionStatus;
  /** How far the journal is proved from its beginning, beside the desk. */
  proof(): ProofStatus;
  /** Logs sessions off, writes a snapshot, closes the journal. */
  stop(text: string): Promise<void>;
}

/** Throws JournalCorrupt, or with the address that could not be had: then the journal is closed. */
export async function startOver(
  { clock, timers, startedAt, journal }: OpenedJournal,
  config: GatewayConfig,
  ports: GatewayPorts,
): Promise<RunningGateway> {
  const { log } = ports;
  let assembled: Assembled | null = null;
  try {
    await ports.owned();
    const recovered = recover(journal, 'Beside');
    const recoveredThrough = journal.durableSequence;
    const recoveryMs = Number((clock.monotonic() - startedAt) / 1_000_000n);
    assembled = assemble(config, ports, { clock, timers, journal, recovered });
    await journal.flush();
    const { flow } = assembled;
    const acceptors = await listenForFix(config, {
      timers,
      log,
      clock,
      flowing: (network) => flowing(network, flow),
      sessions: new SessionDirectory(
        [...assembled.fix.drivers, ...assembled.copies.drivers],
        assembled.fix.templates,
      ),
      admissions: assembled.admissions,
    });
    assembled.adopting.goOn();
    const { dataFolder: folder, durability } = config;
    const { snapshotAt } = recovered;
    const proof = startProof({
      data: { folder, durability, snapshotAt, through: recoveredThrough },
      log,
      refuted: (text) => ports.ended({ type: 'StateRefuted', text }),
    });
    return running(assembled, {
      proof,
      clock,
      timers,
      journal,
      acceptors,
      recovery: { ms: recoveryMs, replayedRecords: recovered.replayedRecords },
    });
  } catch (error) {
    await assembled?.close();
    await journal.close();
    throw error;
  }
}

interface Assembled {
  readonly admissions: Admissions;
  readonly host: DeskHost;
  readonly fix: FixHost;
  readonly flow: Flow;
  readonly copies: DropCopyHost;
  readonly venues: readonly VenueHost[];
  readonly recovered: Recovered;
  readonly books: ReadonlyMap<string, BookSnapshot>;
  readonly pools: ReadonlyMap<string, PoolSnapshot>;
  readonly unknown: UnknownOrders;
  readonly balanceWatch: BalanceWatch;
  readonly adopting: Adoption;
  retained(): RetentionStatus;
  close(): Promise<void>;
}

interface Foundation {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly journal: Journal;
  readonly recovered: Recovered;
}

function assemble(
  config: GatewayConfig,
  ports: GatewayPorts,
  { clock, timers, journal, recovered }: Foundation,
): Assembled {
  const { log } = ports;
  const { state } = recovered;
  const cold = new ColdOrders(journal);
  const releases = new Releases();
  const books = new Map<string, BookSnapshot>();
  const pools = new Map<string, PoolSnapshot>();
  const venues = new Map<VenueID, VenueHost>();
  const profiles = new Map(config.sessions.map((session) => [session.sessionID, session]));

  const balances = new VenueBalances();
  const unknown = new UnknownOrders(clock);
  const accounts = new Set(config.sessions.flatMap((session) => session.accounts));

  const flow = new Flow(
    () => journal.queueDepth,
    FLOW_BOUNDS,
    (isPaused, depth) => {
      const sentence = isPaused
        ? 'the journal is behind: clients and venues are left unread'
        : 'the journal has caught up: clients and venues are read again';
      log[isPaused ? 'warn' : 'info']({ records: depth.records, bytes: depth.bytes }, sentence);
    },
  );
  const rates = createMessageRates();
  const audit = createAuditTrail(() => host.saveAudit('All'));
  const templates = config.sessions.flatMap((one): readonly SessionTemplate[] =>
    one.template === null ? [] : [{ ...one.template, session: clientSessionOf(one) }],
  );
  const byName = new Map(
    [
      ...config.sessions.filter(({ template }) => template === null).map(clientSessionOf),
      ...config.dropCopies.map(fixSessionOf),
    ].map((session) => [sessionIDOf(session.settings), session]),
  );
  const fix = createFixHost({
    rates,
    sessions: config.sessions.filter(({ template }) => template === null).map(clientSessionOf),
    templates,
    others: config.dropCopies.map((one) => sessionIDOf(fixSessionOf(one).settings)),
    made({ id: sessionID, settings: { targetCompID } }, { id }) {
      const profile = profiles.get(id);
      if (profile !== undefined) profiles.set(sessionID, { ...profile, sessionID, targetCompID });
    },
    journal,
    clock,
    timers,
    log,
    soon: (run) => flow.soon(run),
    lastTime: recovered.lastTime,
    audit,
    limits: driverLimitsOf(config.connections),
    host: () => host,
    seen: (session, direction, msgType) => ports.messageSeen(session, direction, msgType),
  });

  const copies = createDropCopyHost({
    soon: (run) => flow.soon(run),
    sessions: config.dropCopies.map((one) => ({ ...fixSessionOf(one), filter: one.filter })),
    pages: workerPages({
      data: {
        folder: config.dataFolder,
        durability: config.durability,
        consumers: config.dropCopies.map(({ sessionID, filter, dictionary }) => ({
          sessionID,
          filter,
          dialect: dialectOf(dictionary),
        })),
        compIDs: config.sessions.map(({ sessionID, targetCompID }) => [sessionID, targetCompID]),
      },
      timers,
      log,
    }),
    journal,
    releases,
    clock,
    timers,
    log,
    audit,
    limits: driverLimitsOf(config.connections),
    host: () => host,
    seen: (session, direction, msgType) => ports.messageSeen(session, direction, msgType),
  });

  const host = createDeskHost({
    rates,
    state,
    journal,
    cold,
    releases,
    marks: recovered.marks,
    clock,
    log,
    market: {
      book: (venueID, id) => books.get(bookKey(venueID, id)) ?? null,
      pool: (venueID, name) => pools.get(poolKey(venueID, name)) ?? null,
    },
    settings: config.settings,
    maxQueuedRecords: QUEUE_BOUNDS.refuseAboveRecords,
    profile: (sessionID) => profiles.get(sessionID) ?? null,
    isAccount: (account) => accounts.has(account),
    balance: (venueID, asset) => balances.of(venueID, asset),
    venue: (venueID) => venues.get(venueID)?.view ?? null,
    session: (sessionID) => fix.driver(sessionID) ?? copies.driver(sessionID),
    sessions: () => [...fix.drivers, ...copies.drivers],
    toVenue: (effect) => {
      adopting.whenDone(() => {
        const venueID = venueOf(effect);
        for (const venue of venueID === null ? venues.values() : [venues.get(venueID)]) {
          if (effect.type === 'FindUnknown' && venue !== undefined) unknown.asked(venue.venueID);
          venue?.perform(effect);
        }
      });
    },
    sent: (sessionID, msgType) => ports.messageSeen(sessionID, 'out', msgType),
    audit,
    observed: (decision) => {
      flow.look();
      ports.decided(decision);
    },
    readers: () => copies.readers(),
    slices: {
      orders: SNAPSHOT_SLICE,
      pause: () => new Promise((resolve) => timers.after(1, resolve)),
    },
    stopped: (cause) => ports.ended({ type: 'DeskStopped', cause }),
  });

  const inPlain = [...config.sessions, ...config.dropCopies].filter(
    ({ password }) => parsePasswordHash(password.reveal()) === null,
  );
  if (inPlain.length > 0) {
    const sessions = inPlain.map(({ sessionID }) => sessionID);
    const sentence = 'passwords are kept in plain text: `causeway credentials hash` makes hashes';
    log.warn({ sessions }, sentence);
  }
  const admissions = createAdmissions({
    session: (name) => byName.get(name) ?? madeBy(templates, name)?.session ?? null,
    credentials: createCredentials({
      journal,
      clock,
      log,
      save(put, durable) {
        host.savePuts([put]);
        releases.when(journal.nextSequence - 1, durable);
      },
    }),
    clock,
  });

  journal.onFatal((fatal) => ports.ended({ type: 'JournalFailed', fatal }));
  journal.onDurable((durable) => {
    releases.release(durable);
    cold.release(durable);
    flow.look();
  });

  fix.takeOver();
  copies.begin();
  host.enter({ type: 'StartDesk', desk: config.desk });
  host.enter({
    type: 'ConfigureDesk',
    instruments: configuredInstruments(config, state),
    limits: config.limits,
  });

  const openAt = (venueID: VenueID, nextIntent: number): readonly AdoptedChild[] =>
    childrenOf(state.orders.values(), venueID, nextIntent);

  function putInDoubt(venueID: VenueID, cause: string): void {
    for (const { child, inDoubt } of openAt(venueID, state.nextIntent)) {
      const report = { type: 'Unknown', childID: child.childID, cause } as const;
      if (inDoubt) host.enter({ type: 'ReportFromVenue', venueID, report });
    }
  }

  for (const venue of config.venues) {
    const symbols = config.instruments.flatMap(({ instrumentID, listings }) =>
      listings
        .filter(({ venueID }) => venueID === venue.venueID)
        .map(({ venueSymbol }) => ({ venueSymbol, instrumentID })),
    );
    const one = createVenueHost({
      config: venue,
      symbols,
      clock,
      timers,
      log,
      flow,
      reported: (report) => host.enter({ type: 'ReportFromVenue', venueID: venue.venueID, report }),
      listingsFound: (listings) => {
        const instruments = listed(config, state, venue.venueID, listings);
        host.enter({ type: 'ConfigureDesk', instruments, limits: [] });
      },
      booked: (found) => {
        for (const book of found) books.set(bookKey(book.venueID, book.instrumentID), book);
      },
      balancesFound: (found) => balances.found(found),
      unknownFound: (found) => unknown.found(found),
      stateChanged: (next) => {
        if (next === 'Down' || next === 'Stopped') balances.forget(venue.venueID);
        host.enter({ type: 'Tick' });
      },
      open: (nextIntent) => openAt(venue.venueID, nextIntent),
      failed: (cause) => putInDoubt(venue.venueID, cause),
    });
    venues.set(venue.venueID, one);
  }
  for (const venue of config.chainVenues) {
    const { venueID } = venue;
    const one = createChainHost({
      config: venue,
      pools: poolsOf(venue, config),
      clock,
      timers,
      log,
      reported: (report) => host.enter({ type: 'ReportFromVenue', venueID, report }),
      listingsFound: (listings) => {
        const instruments = listed(config, state, venueID, listings);
        host.enter({ type: 'ConfigureDesk', instruments, limits: [] });
      },
      pooled: (found) => {
        for (const pool of found) pools.set(poolKey(pool.venueID, pool.venueSymbol), pool);
      },
      balancesFound: (found) => balances.found(found),
      stateChanged: (next) => {
        if (next === 'Down' || next === 'Stopped') balances.forget(venueID);
        host.enter({ type: 'Tick' });
      },
      unknownFound: (found) => unknown.found(found),
      open: (nextIntent) => openAt(venueID, nextIntent),
      failed: (cause) => putInDoubt(venueID, cause),
      account: () => state.chainAccounts.get(venueID) ?? null,
      whenDurable: (act) => releases.when(journal.nextSequence - 1, act),
    });
    venues.set(venueID, one);
  }
  // Before the start's own effects, which ask about the children; connected behind its commit.
  const adopting = adoption({
    state,
    venues: [...venues.values()],
    slice: ADOPTED_AT_ONCE,
    soon: realSoon,
    failed: (error) => ports.ended({ type: 'StateRefuted', text: String(error) }),
  });
  for (const venue of venues.values()) {
    releases.when(journal.nextSequence - 1, () => adopting.whenDone(() => venue.start()));
  }

  const balanceWatch = new BalanceWatch({
    view: state,
    balances,
    venues: () => [...venues.values()].map(({ venueID, view }) => ({ venueID, state: view.state })),
    clock,
    log,
    agree: (command) => host.enter(command),
  });
  const comparing = timers.every(BALANCE_LOOK_MS, () => balanceWatch.look());

  const retains = Object.values(config.retention).some((kept) => kept !== null);
  let snapshotAt = journal.nextSequence;
  let snapshotTime = clock.monotonic();
  const ticking = timers.every(TICK_MS, () => {
    if (adopting.isDone) host.enter({ type: 'Tick' });
    host.saveAudit('Due');
    const isDaily = retains && clock.monotonic() - snapshotTime >= SNAPSHOT_EVERY_NS;
    const due = snapshotEvery(state.orders.size);
    if (journal.nextSequence - snapshotAt < due && !isDaily) return;
    snapshotAt = journal.nextSequence;
    snapshotTime = clock.monotonic();
    host.snapshot().catch((error: unknown) => {
      log.error({ error: String(error) }, 'the snapshot could not be written');
    });
  });

  const { dataFolder: folder, durability, desk } = config;
  const { archiveFolder } = config.retention;
  const retention = startRetention({
    config: config.retention,
    planner: workerPlanner({ folder, durability, desk, archiveFolder }),
    journal,
    clock,
    timers,
    log,
    readers: () => copies.readers(),
    unconfirmed: () => copies.unconfirmed(),
  });

  return {
    admissions,
    host,
    fix,
    flow,
    copies,
    venues: [...venues.values()],
    recovered,
    books,
    pools,
    unknown,
    balanceWatch,
    adopting,
    retained: () => retention.status(),
    async close() {
      adopting.close();
      ticking.cancel();
      comparing.cancel();
      await retention.close();
      await copies.close();
      await Promise.all([...venues.values()].map((venue) => venue.close()));
    },
  };
}

interface Listening {
  readonly proof: Proof;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly journal: Journal;
  readonly acceptors: FixAcceptors;
  readonly recovery: RunningGateway['recovery'];
}

function running(assembled: Assembled, listening: Listening): RunningGateway {
  const { host, fix, copies, venues, recovered, books, pools, unknown, adopting } = assembled;
  const { journal, acceptors, clock, timers, proof } = listening;
  return {
    fixPort: acceptors.port,
    fixTlsPort: acceptors.tlsPort,
    recovery: listening.recovery,
    clock,
    journal,
    desk: recovered.state,
    venues,
    sessions: fix,
    operate: (command) =>
      new Promise((resolve, reject) => {
        adopting.whenDone(() => void host.operate(command).then(resolve, reject));
      }),
    dropCopies: copies,
    book: (venueID, id) => books.get(bookKey(venueID, id)) ?? null,
    pool: (venueID, name) => pools.get(poolKey(venueID, name)) ?? null,
    unknownOrders: () => unknown.all,
    holdings: () => assembled.balanceWatch.compared,
    stateHash: () => stateHash(recovered.state),
    retained: () => assembled.retained(),
    proof: () => proof.status(),
    async stop(text) {
      acceptors.close(text);
      await proof.close();
      await allLoggedOff([...fix.drivers, ...copies.drivers], timers);
      await assembled.close();
      host.saveAudit('All');
      await host.snapshot();
      await journal.close();
    },
  };
}

function allLoggedOff(drivers: readonly SessionDriver[], timers: Timers): Promise<void> {
  return new Promise((resolve) => {
    const startedWith = LOGOUT_PATIENCE_MS / 20;
    let left = startedWith;
    const watch = timers.every(20, () => {
      left -= 1;
      if (left > 0 && drivers.some((driver) => driver.isConnected)) return;
      watch.cancel();
      resolve();
    });
  });
}

/** A client's, with its throttle; or a template of clients'. */
function clientSessionOf(config: SessionConfig): FixSession {
  const session = fixSessionOf(config);
  return { ...session, settings: { ...session.settings, throttle: config.throttle } };
}

function fixSessionOf(config: FixSessionConfig): FixSession {
  const { sessionID, heartBtInt, beginString, senderCompID, targetCompID } = config;
  return {
    id: sessionID,
    settings: {
      beginString,
      senderCompID,
      targetCompID,
      minHeartBtInt: heartBtInt.min,
      maxHeartBtInt: heartBtInt.max,
      ...config.fix,
      validation: config.validation,
    },
    schedule: config.schedule,
    dictionary: config.dictionary,
    username: config.username,
    password: config.password,
    access: config.access,
  };
}

/** Null: each of them. */
function venueOf(effect: VenueEffect): VenueID | null {
  if (effect.type === 'SubmitChild') return effect.child.venueID;
  return effect.type === 'AmendChild' ? effect.amend.venueID : effect.venueID;
}

function poolKey(venueID: VenueID, venueSymbol: string): string {
  return `${venueID}\u0000${venueSymbol}`;
}

function bookKey(venueID: VenueID, instrumentID: InstrumentID): string {
  return `${venueID}\u0000${instrumentID}`;
}

/** As configured, on the grids that were last known; a venue's own word comes when it is connected. */
function configuredInstruments(config: GatewayConfig, state: DeskView): readonly Instrument[] {
  return config.instruments.map(({ instrumentID, symbol, base, quote, listings }) => {
    const known = state.instruments.get(instrumentID);
    const names = new Set(listings.map(({ venueID }) => venueID));
    return {
      instrumentID,
      version: 0,
      symbol,
      base,
      quote,
      state: known?.state ?? 'Halted',
      listings: (known?.listings ?? []).filter(({ venueID }) => names.has(venueID)),
    };
  });
}

/** The configured instruments with one venue's grids put in their place. */
function listed(
  config: GatewayConfig,
  state: DeskView,
  venueID: VenueID,
  found: readonly ListingFound[],
): readonly Instrument[] {
  const bySymbol = new Map(found.map((one) => [one.venueSymbol, one]));
  return config.instruments.flatMap((configured) => {
    const isHere = configured.listings.some((one) => one.venueID === venueID);
    const known = state.instruments.get(configured.instrumentID);
    if (!isHere || known === undefined) return [];
    // In the order of the configuration, whichever venue spoke last: else each word is a new version.
    const listings = configured.listings.flatMap((listing): readonly Listing[] => {
      const { venueSymbol } = listing;
      if (listing.venueID === venueID) {
        const one = bySymbol.get(venueSymbol);
        return one?.state === 'Trading' ? [listingOf(venueID, one)] : [];
      }
      return known.listings.filter(
        (other) => other.venueID === listing.venueID && other.venueSymbol === venueSymbol,
      );
    });
    return [{ ...known, listings, state: listings.length > 0 ? 'Trading' : 'Halted' }];
  });
}

function listingOf(venueID: VenueID, found: ListingFound): Listing {
  const { venueSymbol, tick, lot, minQty, maxQty, minNotional } = found;
  return { venueID, venueSymbol, tick, lot, minQty, maxQty, minNotional };
}
