// The gateway as a process: recovers, joins the parts, and only then listens.

import type { AdminCommand, ParentOrder, Recorded } from '../../spec/events/index.ts';
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
import type { FixSessionConfig, GatewayConfig } from '../config/index.ts';
import { type Decision, type DeskStopped, type DeskView, stateHash } from '../desk/index.ts';
import { type SessionDriver, accept, tcpNetwork } from '../fix/index.ts';
import { type Journal, type JournalFatal, journalDefaults, openJournal } from '../journal/index.ts';
import { poolsOf } from './chain-adapter.ts';
import { createChainHost } from './chain-host.ts';
import { ColdOrders } from './cold-orders.ts';
import { type DeskHost, type VenueEffect, createDeskHost } from './desk-host.ts';
import { type DropCopyHost, createDropCopyHost } from './drop-copy-host.ts';
import { type FixHost, type FixSession, createFixHost } from './fix-host.ts';
import { Flow, type FlowBounds, flowing } from './flow.ts';
import { createMessageRates } from './message-rates.ts';
import { workerPages } from './page-source.ts';
import { realClock, realTimers } from './real-world.ts';
import { type Recovered, recover } from './recovery.ts';
import { Releases } from './releases.ts';
import { tableNames } from './tables.ts';
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
/** A snapshot is written each so many records, so that a restart replays no more than twice that. */
const SNAPSHOT_EVERY = 200_000;
/** A clean stop waits so long for Logouts to be answered. */
const LOGOUT_PATIENCE_MS = 1_000;

/** Why a running gateway ends by itself. */
export type GatewayEnd =
  | { readonly type: 'JournalFailed'; readonly fatal: JournalFatal }
  | { readonly type: 'DeskStopped'; readonly cause: DeskStopped };

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
  readonly recovery: { readonly ms: number; readonly replayedRecords: number };
  readonly journal: Journal;
  readonly desk: DeskView;
  readonly venues: readonly VenueHost[];
  readonly sessions: FixHost;
  /** An operator's command; settles with what it came to, once that is durable. */
  operate(command: AdminCommand): Promise<readonly Recorded[]>;
  readonly dropCopies: DropCopyHost;
  book(venueID: VenueID, instrumentID: InstrumentID): BookSnapshot | null;
  pool(venueID: VenueID, instrumentID: InstrumentID): PoolSnapshot | null;
  stateHash(): string;
  /** Logs sessions off, writes a snapshot, closes the journal. */
  stop(text: string): Promise<void>;
}

/** Throws JournalRefused, JournalCorrupt, or with the address that could not be had. */
export async function startGateway(
  config: GatewayConfig,
  ports: GatewayPorts,
): Promise<RunningGateway> {
  const { log } = ports;
  const clock = realClock((byMs) => {
    const how =
      byMs > 0 ? 'forward: followed at once' : 'back: time goes on, slower, until it fits';
    log.error({ byMs }, `the system clock was set ${how}`);
  });
  const timers = realTimers();
  const startedAt = clock.monotonic();
  const journal = await openJournal({
    ...journalDefaults,
    folder: config.dataFolder,
    tables: tableNames,
    clock,
    timers,
    durability: config.durability,
  });
  let assembled: Assembled | null = null;
  try {
    await ports.owned();
    const recovered = recover(journal);
    const recoveryMs = Number((clock.monotonic() - startedAt) / 1_000_000n);
    assembled = assemble(config, ports, { clock, timers, journal, recovered });
    await journal.flush();
    const acceptor = await accept({
      network: flowing(tcpNetwork(), assembled.flow),
      timers,
      log,
      address: config.listen.fix,
      sessions: [...assembled.fix.drivers, ...assembled.copies.drivers],
    });
    return running(assembled, {
      ports,
      timers,
      journal,
      acceptor,
      recovery: { ms: recoveryMs, replayedRecords: recovered.replayedRecords },
    });
  } catch (error) {
    await assembled?.close();
    await journal.close();
    throw error;
  }
}

interface Assembled {
  readonly host: DeskHost;
  readonly fix: FixHost;
  readonly flow: Flow;
  readonly copies: DropCopyHost;
  readonly venues: readonly VenueHost[];
  readonly recovered: Recovered;
  readonly books: ReadonlyMap<string, BookSnapshot>;
  readonly pools: ReadonlyMap<string, PoolSnapshot>;
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
  const fix = createFixHost({
    rates,
    sessions: config.sessions.map(fixSessionOf),
    journal,
    releases,
    clock,
    timers,
    log,
    lastTime: recovered.lastTime,
    host: () => host,
    seen: (session, direction, msgType) => ports.messageSeen(session, direction, msgType),
  });

  const copies = createDropCopyHost({
    sessions: config.dropCopies.map((one) => ({ ...fixSessionOf(one), filter: one.filter })),
    pages: workerPages({
      data: {
        folder: config.dataFolder,
        durability: config.durability,
        consumers: config.dropCopies.map(({ sessionID, filter }) => ({ sessionID, filter })),
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
      pool: (venueID, id) => pools.get(bookKey(venueID, id)) ?? null,
    },
    settings: config.settings,
    maxQueuedRecords: QUEUE_BOUNDS.refuseAboveRecords,
    profile: (sessionID) => profiles.get(sessionID) ?? null,
    isAccount: (account) => accounts.has(account),
    balance: (venueID, asset) => balances.of(venueID, asset),
    venue: (venueID) => venues.get(venueID)?.view ?? null,
    session: (sessionID) => fix.driver(sessionID) ?? copies.driver(sessionID),
    toVenue: (effect) => venues.get(venueOf(effect))?.perform(effect),
    sent: (sessionID, msgType) => ports.messageSeen(sessionID, 'out', msgType),
    observed: (decision) => {
      flow.look();
      ports.decided(decision);
    },
    readers: () => copies.readers(),
    stopped: (cause) => ports.ended({ type: 'DeskStopped', cause }),
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

  function putInDoubt(venueID: VenueID, cause: string): void {
    for (const { child, inDoubt } of childrenAt(state, venueID)) {
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
      stateChanged: (next) => {
        if (next === 'Down' || next === 'Stopped') balances.forget(venue.venueID);
        host.enter({ type: 'Tick' });
      },
      open: (nextIntent) => childrenAt(state, venue.venueID, nextIntent),
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
        for (const pool of found) pools.set(bookKey(pool.venueID, pool.instrumentID), pool);
      },
      stateChanged: () => host.enter({ type: 'Tick' }),
      open: (nextIntent) => childrenAt(state, venueID, nextIntent),
      failed: (cause) => putInDoubt(venueID, cause),
      account: () => state.chainAccounts.get(venueID) ?? null,
      whenDurable: (act) => releases.when(journal.nextSequence - 1, act),
    });
    venues.set(venueID, one);
  }
  // Adopted before the start's own effects, which ask about the children; connected behind its commit.
  for (const venue of venues.values()) {
    venue.adopt(childrenAt(state, venue.venueID));
    releases.when(journal.nextSequence - 1, () => venue.start());
  }

  let snapshotAt = journal.nextSequence;
  const ticking = timers.every(TICK_MS, () => {
    host.enter({ type: 'Tick' });
    if (journal.nextSequence - snapshotAt < SNAPSHOT_EVERY) return;
    snapshotAt = journal.nextSequence;
    host.snapshot().catch((error: unknown) => {
      log.error({ error: String(error) }, 'the snapshot could not be written');
    });
  });

  return {
    host,
    fix,
    flow,
    copies,
    venues: [...venues.values()],
    recovered,
    books,
    pools,
    async close() {
      ticking.cancel();
      await copies.close();
      await Promise.all([...venues.values()].map((venue) => venue.close()));
    },
  };
}

interface Listening {
  readonly ports: GatewayPorts;
  readonly timers: Timers;
  readonly journal: Journal;
  readonly acceptor: { readonly port: number; close(text: string): void };
  readonly recovery: RunningGateway['recovery'];
}

function running(assembled: Assembled, listening: Listening): RunningGateway {
  const { host, fix, copies, venues, recovered, books, pools } = assembled;
  const { journal, acceptor, timers } = listening;
  return {
    fixPort: acceptor.port,
    recovery: listening.recovery,
    journal,
    desk: recovered.state,
    venues,
    sessions: fix,
    operate: (command) => host.operate(command),
    dropCopies: copies,
    book: (venueID, id) => books.get(bookKey(venueID, id)) ?? null,
    pool: (venueID, id) => pools.get(bookKey(venueID, id)) ?? null,
    stateHash: () => stateHash(recovered.state),
    async stop(text) {
      acceptor.close(text);
      await allLoggedOff([...fix.drivers, ...copies.drivers], timers);
      await assembled.close();
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
    },
    username: config.username,
    password: config.password,
  };
}

function venueOf(effect: VenueEffect): VenueID {
  return effect.type === 'SubmitChild' ? effect.child.venueID : effect.venueID;
}

function bookKey(venueID: VenueID, instrumentID: InstrumentID): string {
  return `${venueID}\u0000${instrumentID}`;
}

/** Every child below that intent that has not ended, as its venue must know it. */
function childrenAt(
  state: DeskView,
  venueID: VenueID,
  nextIntent = state.nextIntent,
): readonly AdoptedChild[] {
  const adopted: AdoptedChild[] = [];
  for (const order of state.orders.values()) {
    for (const child of order.children) {
      if (child.venueID !== venueID || child.phase === 'Ended') continue;
      if (child.intent >= nextIntent) continue;
      adopted.push({
        child: childOrderOf(order, child),
        venueOrderID: child.venueOrderID,
        cumQty: child.cumQty,
        decidedAt: child.decidedAt,
        inDoubt: child.phase !== 'Working',
        cancelWanted: child.cancel !== 'None',
      });
    }
  }
  return adopted;
}

function childOrderOf(
  order: ParentOrder,
  child: ParentOrder['children'][number],
): AdoptedChild['child'] {
  const { childID, venueID, venueSymbol, price, orderQty, timeInForce } = child;
  const { instrumentID, side } = order;
  return { childID, venueID, instrumentID, venueSymbol, side, price, orderQty, timeInForce };
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
    const here = configured.listings.find((one) => one.venueID === venueID);
    const known = state.instruments.get(configured.instrumentID);
    if (here === undefined || known === undefined) return [];
    const one = bySymbol.get(here.venueSymbol);
    // In the order of the configuration, whichever venue spoke last: else each word is a new version.
    const listings = configured.listings.flatMap((listing): readonly Listing[] => {
      if (listing.venueID === venueID) {
        return one?.state === 'Trading' ? [listingOf(venueID, one)] : [];
      }
      return known.listings.filter((other) => other.venueID === listing.venueID);
    });
    return [{ ...known, listings, state: listings.length > 0 ? 'Trading' : 'Halted' }];
  });
}

function listingOf(venueID: VenueID, found: ListingFound): Listing {
  const { venueSymbol, tick, lot, minQty, maxQty, minNotional } = found;
  return { venueID, venueSymbol, tick, lot, minQty, maxQty, minNotional };
}
