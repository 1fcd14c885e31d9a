// The parts of a gateway, made and joined.

import type { Clock, Log, Timers } from '../../spec/ports/index.ts';
import type { SessionID, VenueID } from '../../spec/terms/index.ts';
import type { GatewayConfig } from '../config/index.ts';
import type { Decision, DeskStopped } from '../desk/index.ts';
import { sessionIDOf } from '../fix/index.ts';
import type { Journal, JournalFatal } from '../journal/index.ts';
import { dialectOf } from '../orderentry/index.ts';
import { type Adoption, adoption } from './adoption.ts';
import { type Admissions, createAdmissions } from './admission.ts';
import { createAuditTrail } from './audit-trail.ts';
import { ColdOrders } from './cold-orders.ts';
import { configuredInstruments } from './configured-instruments.ts';
import { configuredSessions } from './configured-sessions.ts';
import { createCredentials } from './credentials.ts';
import { type DeskHost, type VenueEffect, createDeskHost } from './desk-host.ts';
import { type DropCopyHost, createDropCopyHost } from './drop-copy-host.ts';
import { type FixHost, createFixHost } from './fix-host.ts';
import { driverLimitsOf } from './fix-listeners.ts';
import { Flow, type FlowBounds } from './flow.ts';
import { MarketPicture } from './market-picture.ts';
import { createMessageRates } from './message-rates.ts';
import { workerPages } from './page-source.ts';
import { parsePasswordHash } from './password-hash.ts';
import type { Recovered } from './recovery.ts';
import { realSoon } from './real-world.ts';
import { Releases } from './releases.ts';
import { type RetentionStatus, startRetention } from './retention.ts';
import { snapshotEvery } from './snapshot-pace.ts';
import { workerPlanner } from './trim-planner.ts';
import { UnknownOrders } from './unknown-orders.ts';
import { BALANCE_LOOK_MS, BalanceWatch } from './balance-watch.ts';
import { VenueBalances } from './venue-balances.ts';
import type { VenueHost } from './venue-host.ts';
import { createVenueHosts } from './venue-hosts.ts';

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

export interface Assembled {
  readonly admissions: Admissions;
  readonly host: DeskHost;
  readonly fix: FixHost;
  readonly flow: Flow;
  readonly copies: DropCopyHost;
  readonly venues: readonly VenueHost[];
  readonly recovered: Recovered;
  readonly picture: MarketPicture;
  readonly unknown: UnknownOrders;
  readonly balanceWatch: BalanceWatch;
  readonly adopting: Adoption;
  retained(): RetentionStatus;
  close(): Promise<void>;
}

export interface Foundation {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly journal: Journal;
  readonly recovered: Recovered;
}

/** Joins the parts over what was recovered. Venues are taken over behind it, and nobody is listened to yet. */
export function assemble(
  config: GatewayConfig,
  ports: GatewayPorts,
  { clock, timers, journal, recovered }: Foundation,
): Assembled {
  const { log } = ports;
  const { state } = recovered;
  const cold = new ColdOrders(journal);
  const releases = new Releases();
  const picture = new MarketPicture();
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
  const sessions = configuredSessions(config);
  const fix = createFixHost({
    rates,
    sessions: sessions.clients,
    templates: sessions.templates,
    others: sessions.copies.map(({ settings }) => sessionIDOf(settings)),
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
    sessions: sessions.copies,
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
    market: picture,
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
      fix.watchClock();
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
    const sentence = 'passwords are kept in plain text: `causeway credentials hash` makes hashes';
    log.warn({ sessions: inPlain.map(({ sessionID }) => sessionID) }, sentence);
  }
  const admissions = createAdmissions({
    session: (name) => sessions.find(name),
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

  const venues = createVenueHosts({
    config,
    state,
    host,
    picture,
    balances,
    unknown,
    flow,
    clock,
    timers,
    log,
    whenDurable: (act) => releases.when(journal.nextSequence - 1, act),
  });
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
    watchClock: () => fix.watchClock(),
  });

  return {
    admissions,
    host,
    fix,
    flow,
    copies,
    venues: [...venues.values()],
    recovered,
    picture,
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

/** Null: each of them. */
function venueOf(effect: VenueEffect): VenueID | null {
  if (effect.type === 'SubmitChild') return effect.child.venueID;
  return effect.type === 'AmendChild' ? effect.amend.venueID : effect.venueID;
}
