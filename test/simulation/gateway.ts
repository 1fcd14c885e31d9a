// One process of the gateway, assembled as gateway/process does, over a modelled world: the real journal,
// recovery, desk, order entry and FIX sessions; simulated are time, disk, network and venue.

import { type DeskState, restoreState, snapshotOf, stateHash } from '../../gateway/desk/index.ts';
import {
  SessionDirectory,
  type SessionDriver,
  accept,
  defaultAcceptorLimits,
} from '../../gateway/fix/index.ts';
import { type InlineJournal, openInlineJournal } from '../../gateway/journal/index.ts';
import { type Adoption, adoption, childrenOf } from '../../gateway/process/adoption.ts';
import { createAuditTrail } from '../../gateway/process/audit-trail.ts';
import { type ChainHostParts, createChainHost } from '../../gateway/process/chain-host.ts';
import { ColdOrders } from '../../gateway/process/cold-orders.ts';
import {
  type DeskHost,
  type VenueEffect,
  createDeskHost,
} from '../../gateway/process/desk-host.ts';
import { type DropCopyHost, createDropCopyHost } from '../../gateway/process/drop-copy-host.ts';
import { createFixHost } from '../../gateway/process/fix-host.ts';
import type { FixSession } from '../../gateway/process/fix-session.ts';
import { createMessageRates } from '../../gateway/process/message-rates.ts';
import { type RecoverySource, recover } from '../../gateway/process/recovery.ts';
import { Releases } from '../../gateway/process/releases.ts';
import type { Retention } from '../../gateway/process/retention.ts';
import { tableNames } from '../../gateway/process/tables.ts';
import type { VenueHost } from '../../gateway/process/venue-host.ts';
import { wallClock } from '../../gateway/process/wall-clock.ts';
import type { Clock } from '../../spec/ports/index.ts';
import { type VenueID, asAccountID, asSessionID } from '../../spec/terms/index.ts';
import type { AdoptedChild, PoolSnapshot } from '../../spec/venues/index.ts';
import { noFees, noLimits, profile, settings, twoVenues } from '../fixtures/desk.ts';
import { simulatedBook } from './market.ts';
import { type SimulatedChainVenue, withChain } from './chain-venue.ts';
import { gatewayCompID } from './client.ts';
import type { ModelledDisk } from './disk.ts';
import type { SimulatedNetwork } from './network.ts';
import { simulatedPages } from './pages.ts';
import type { Parts } from './parts.ts';
import { type ArchiveFolder, FOLD_BEHIND, TRIM_ENTRIES, simulatedRetention } from './retention.ts';
import type { Undurable } from './rows.ts';
import type { Adapter, SimulatedVenue } from './venue.ts';
import { type Spoken, speechOf } from './versions.ts';
import type { Witness } from './witness.ts';
import { Broken, type Life, type Skew, type World } from './world.ts';
import { dialectOf } from '../../gateway/orderentry/index.ts';

/** Seconds more, and clients would take our SendingTime(52) for wrong. */
const MOST_LATE_NS = 30_000_000_000n;

/** From there a machine can be set back by more than a start goes on by, and be little behind the others. */
const FAR_AHEAD_NS = 80_000_000_000n;

/** A drop copy is looked after this often: what it is told is so much later. */
const COPY_LOOKS_MS = 100;

/** Between two slices of a snapshot. */
const SLICE_PAUSE_MS = 2;
/** Long enough that clients are served between two orders that venues take over. */
const ADOPTION_PAUSE_MS = 5;

export interface Surroundings {
  readonly world: World;
  readonly disk: ModelledDisk;
  readonly network: SimulatedNetwork;
  readonly venues: readonly SimulatedVenue[];
  readonly witness: Witness;
  readonly clients: readonly string[];
  readonly parts: Parts;
  readonly archives: ArchiveFolder;
  readonly chain: SimulatedChainVenue | null;
  /** A rule is broken, where nobody who is called back may throw. */
  broken(cause: Broken): void;
  /** What waits for the disk of a process. */
  undurable(life: Life): Undurable;
  /** A process takes connections. */
  listens(life: Life): void;
  /** The process has to end, in one word why. */
  ended(life: Life, why: string): void;
}

export interface SimulatedGateway {
  readonly life: Life;
  /** Of its machine's clock. */
  readonly skew: Skew;
  readonly journal: InlineJournal;
  readonly state: DeskState;
  readonly host: DeskHost;
  readonly adapters: readonly Adapter[];
  readonly copies: DropCopyHost;
  readonly chain: VenueHost | null;
  readonly retention: Retention | null;
  /** What is to go is being archived. */
  isArchiving(): boolean;
}

/** Throws JournalCorrupt where the disk is not whole, and Broken where recovery is not exact. */
export function startGateway(around: Surroundings, life: Life): SimulatedGateway {
  const { world, disk, witness } = around;
  const skew = skewAtStart(around);
  const clock = wallClock({ wall: () => world.now + skew.ns, monotonic: () => world.now });
  const log = world.log(life.name);
  const opened = disk.open(life);
  const journal = openInlineJournal({
    disk: opened,
    tables: tableNames,
    clock,
    epoch: null,
    commits: 'when-told',
    releaseReserve: () => disk.releaseReserve(),
    ...(around.parts.retention === null
      ? {}
      : { trimEntries: TRIM_ENTRIES, foldBehind: FOLD_BEHIND }),
  });
  clock.goOnFrom(journal.lastTime);
  around.undurable(life).watch(journal);
  journal.onFatal((fatal) => around.ended(life, fatal.type));
  const recovered = recover(journal, 'Beside');
  const { state } = recovered;
  // Of the same once more: to hash a state is to read the orders that rest in it.
  checkRecovered(recover(journal, 'Beside').state, witness, journal);
  checkOlder(journal, witness);

  const cold = new ColdOrders(journal);
  const releases = new Releases();
  const timers = world.timers(life);
  const rates = createMessageRates();
  const audit = createAuditTrail(() => host.saveAudit('All'));
  const fix = createFixHost({
    rates,
    sessions: around.clients.map((name) => sessionWith(name, around.parts.spoken)),
    journal,
    clock,
    timers,
    log,
    lastTime: recovered.lastTime,
    audit,
    host: () => host,
    seen: () => undefined,
  });
  const copies = createDropCopyHost({
    sessions: around.parts.dropCopies.map(({ name, children }) => ({
      ...sessionWith(name, around.parts.spoken),
      filter: { sessions: null, accounts: null, children },
    })),
    pages: pagesFor(around, life, journal),
    journal,
    releases,
    clock,
    timers: world.timers(life, 'in passing', COPY_LOOKS_MS),
    log,
    host: () => host,
    seen: () => undefined,
    audit,
  });
  const adapters = new Map<VenueID, Adapter>();
  for (const venue of around.venues) {
    const { venueID } = venue.listing;
    const adapter = venue.connect(life, {
      reported: (report) => host.enter({ type: 'ReportFromVenue', venueID, report }),
      stateChanged: () => host.enter({ type: 'Tick' }),
    });
    adapters.set(venueID, adapter);
  }
  const pools = new Map<VenueID, PoolSnapshot>();
  const chain = chainHost(around, {
    life,
    clock,
    journal,
    state,
    releases,
    pools,
    host: () => host,
  });
  const host: DeskHost = createDeskHost({
    rates,
    state,
    journal,
    cold,
    releases,
    marks: recovered.marks,
    clock,
    log,
    market: {
      book: (venueID) => simulatedBook(world, venueID, clock.now()),
      pool: (venueID) => pools.get(venueID) ?? null,
    },
    settings,
    maxQueuedRecords: 200,
    profile: (sessionID) => ({
      ...profile,
      sessionID,
      accounts: [asAccountID(`${sessionID}-1`)],
      iocOnChain: around.chain !== null,
    }),
    isAccount: (account) => around.clients.some((name) => account === `${name}-1`),
    balance: () => null,
    venue(asked) {
      if (asked === chain?.venueID) return chain.view;
      const adapter = adapters.get(asked);
      if (adapter === undefined) return null;
      const { state: venueState, capabilities } = adapter;
      return { state: venueState, capabilities, fees: noFees, chain: null };
    },
    session: (sessionID) => fix.driver(sessionID) ?? copies.driver(sessionID),
    sessions: () => [...fix.drivers, ...copies.drivers],
    toVenue: (effect) => {
      const venueID = venueOf(effect);
      if (venueID === null) return; // Nobody but this desk has orders at these venues.
      adopting.whenDone(() => {
        if (life.isOver) return;
        if (venueID === chain?.venueID) chain.perform(effect);
        else adapters.get(venueID)?.perform(effect);
      });
    },
    sent: () => undefined,
    audit,
    observed: () => fix.watchClock(),
    readers: () => copies.readers(),
    // Few enough that commands come between two slices of one snapshot.
    slices: {
      orders: 1,
      pause: () => new Promise((resolve) => world.after(life, SLICE_PAUSE_MS, resolve)),
    },
    stopped: (cause) => around.broken(new Broken('the desk stopped', cause.message)),
  });
  journal.onDurable((durable) => {
    releases.release(durable);
    cold.release(durable);
  });
  fix.takeOver();
  copies.begin();
  host.enter({ type: 'StartDesk', desk: 1 });
  host.enter({
    type: 'ConfigureDesk',
    instruments: [around.chain === null ? twoVenues : withChain],
    limits: [noLimits],
  });
  const venues = new Map<VenueID, Pick<VenueHost, 'adopt' | 'start'>>(adapters);
  if (chain !== null) venues.set(chain.venueID, chain);
  const adopting = adoption({
    state,
    venues: [...venues].map(([venueID, venue]) => ({
      venueID,
      adopt: (children: readonly AdoptedChild[]) => venue.adopt(children),
    })),
    slice: 1,
    soon: (run) => timers.after(ADOPTION_PAUSE_MS, run),
    failed: (error) => around.broken(new Broken('I5', `an order cannot be read: ${String(error)}`)),
  });
  for (const venue of venues.values()) {
    releases.when(journal.nextSequence - 1, () => adopting.whenDone(() => venue.start()));
  }
  const retained = simulatedRetention(around.parts, {
    world,
    life,
    disk: opened,
    folder: around.archives,
    journal,
    clock,
    log,
    copies,
    fix,
  });
  timers.every(1_000, () => {
    if (adopting.isDone) host.enter({ type: 'Tick' });
    host.saveAudit('Due');
  });
  void listen(around, life, {
    journal,
    adopting,
    drivers: [...fix.drivers, ...copies.drivers],
    log,
  });
  return {
    life,
    skew,
    journal,
    state,
    host,
    copies,
    chain,
    retention: retained?.retention ?? null,
    isArchiving: () => retained?.planner.isArchiving === true,
    adapters: [...adapters.values()],
  };
}

interface ChainParts {
  readonly life: Life;
  readonly clock: Clock;
  readonly journal: InlineJournal;
  readonly state: DeskState;
  readonly releases: Releases;
  /** Kept current. */
  readonly pools: Map<VenueID, PoolSnapshot>;
  host(): DeskHost;
}

/** As gateway/process has it, over the modelled chain; null where the world has none. */
function chainHost(
  { world, chain }: Surroundings,
  { life, clock, journal, state, releases, pools, host }: ChainParts,
): VenueHost | null {
  if (chain === null) return null;
  const { config } = chain;
  const { venueID } = config;
  const pooled = (found: readonly PoolSnapshot[]): void => {
    for (const pool of found) pools.set(venueID, pool);
  };
  const parts: ChainHostParts = {
    config,
    pools: chain.pools,
    clock,
    timers: chain.timers(life),
    log: world.log(life.name),
    pooled,
    reported: (report) => host().enter({ type: 'ReportFromVenue', venueID, report }),
    listingsFound: () => undefined,
    balancesFound: () => undefined, // Its worlds have no bounds of funds.
    unknownFound: () => undefined, // Nothing rests in a pool.
    stateChanged: () => host().enter({ type: 'Tick' }),
    failed: (cause) => {
      throw new Broken('the chain`s adapter goes on', cause);
    },
    open: (nextIntent) => childrenOf(state.orders.values(), venueID, nextIntent),
    account: () => state.chainAccounts.get(venueID) ?? null,
    whenDurable: (act) => releases.when(journal.nextSequence - 1, act),
  };
  return createChainHost(parts, chain.ways({ life, clock, pooled }));
}

function sessionWith(name: string, spoken: Spoken): FixSession {
  const { beginString, dictionary } = speechOf(name, spoken);
  return {
    id: asSessionID(name),
    settings: {
      beginString,
      senderCompID: gatewayCompID,
      targetCompID: name,
      minHeartBtInt: 1,
      maxHeartBtInt: 60,
    },
    dictionary,
    username: null,
    password: null,
  };
}

function pagesFor({ world, parts, clients }: Surroundings, life: Life, journal: InlineJournal) {
  const consumers = parts.dropCopies.map(({ name, children }) => ({
    sessionID: asSessionID(name),
    filter: { sessions: null, accounts: null, children },
    dialect: dialectOf(speechOf(name, parts.spoken).dictionary),
  }));
  return simulatedPages({ world, life, chance: parts.copyChance, journal, consumers, clients });
}

async function listen(
  around: Surroundings,
  life: Life,
  parts: {
    readonly journal: InlineJournal;
    readonly adopting: Adoption;
    readonly drivers: readonly SessionDriver[];
    readonly log: ReturnType<World['log']>;
  },
): Promise<void> {
  const { world, network } = around;
  await parts.journal.flush().catch(() => undefined);
  if (life.isOver) return;
  await accept({
    network: network.of(life),
    timers: world.timers(life),
    log: parts.log,
    address: { host: 'gateway', port: 9_876 },
    sessions: new SessionDirectory(parts.drivers),
    limits: { ...defaultAcceptorLimits, tickMs: 1_000 },
  });
  world.tell(life.name, 'listens');
  around.listens(life);
  parts.adopting.goOn();
}

/** I5: the state from snapshot and replay is the one that all durable events give. */
function checkRecovered(state: DeskState, witness: Witness, journal: InlineJournal): void {
  const found = stateHash(state);
  const wanted = stateHash(witness.shadow);
  // The one goes on from what the snapshot's record names, the other is of all that the state holds.
  for (const one of [found, stateHash(restoreState(snapshotOf(state)))]) {
    if (one === wanted) continue;
    throw new Broken('I5', `recovery gave the state ${one}, the durable events give ${wanted}`);
  }
  if (journal.nextSequence !== witness.lastSequence + 1) {
    throw new Broken('I1', `the journal goes on at ${journal.nextSequence}, not behind its end`);
  }
}

/** Of the machine on which a process starts. */
function skewAtStart({ world, witness, parts: { clockChance } }: Surroundings): Skew {
  const skew: Skew = { ns: 0n };
  if (world.laterFault(60, 'clock: behind at a start')) {
    skew.ns = -BigInt(world.later.between(1, 20_000)) * 1_000_000n;
  }
  const isLate = witness.lastTime < world.now - MOST_LATE_NS;
  if (clockChance === null || witness.lastSequence === 0 || isLate) return skew;
  const aheadNs = witness.lastTime - world.now;
  if (
    aheadNs > FAR_AHEAD_NS &&
    world.fault(500, 'clock: set far back across a restart', clockChance)
  ) {
    skew.ns = aheadNs - BigInt(clockChance.between(121_000, 130_000)) * 1_000_000n;
  } else if (world.fault(150, 'clock: set back across a restart', clockChance)) {
    skew.ns = aheadNs - BigInt(clockChance.between(1, 100_000)) * 1_000_000n;
  }
  return skew;
}

/** I5: where the log begins later, the older of two snapshots and the log behind it give the same state still. */
function checkOlder(journal: InlineJournal, witness: Witness): void {
  const [newest] = journal.snapshots();
  if (newest === undefined || journal.firstSequence === 1) return;
  const older: RecoverySource = {
    newestSnapshot: () => journal.newestSnapshot(newest),
    replay: (from) => journal.replay(from),
    range: (...asked) => journal.range(...asked),
  };
  const found = stateHash(recover(older, 'Beside').state);
  const wanted = stateHash(witness.shadow);
  if (found === wanted) return;
  throw new Broken('I5', `the older snapshot gives the state ${found}, not ${wanted}`);
}

function venueOf(effect: VenueEffect): VenueID | null {
  if (effect.type === 'SubmitChild') return effect.child.venueID;
  return effect.type === 'AmendChild' ? effect.amend.venueID : effect.venueID;
}
