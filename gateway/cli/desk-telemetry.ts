// What a running desk tells about itself: each decision as figures, and its state when somebody asks.

import type { Clock } from '../../spec/ports/index.ts';
import { type VenueID, madeOf } from '../../spec/terms/index.ts';
import type { GatewayConfig } from '../config/index.ts';
import { type Decision, type DeskView, residueOf } from '../desk/index.ts';
import { isoTime } from '../../spec/units/index.ts';
import type { GatewayPorts, ProofStatus, RunningGateway } from '../process/index.ts';
import type {
  DeskStatus,
  KillStatus,
  SessionStatus,
  Telemetry,
  VenueStatus,
} from '../telemetry/index.ts';

type Figures = Pick<
  Telemetry,
  'countRiskRefusal' | 'countFixMessage' | 'observeOrderAck' | 'observeJournalFlush'
>;

export interface DeskTelemetry {
  readonly ports: Pick<GatewayPorts, 'decided' | 'messageSeen'>;
  /** From now on decisions are timed until they are durable. */
  attach(gateway: RunningGateway): void;
  stopping(): void;
  status(): DeskStatus;
}

interface Undurable {
  readonly sequence: number;
  readonly atNs: bigint;
  readonly isOrder: boolean;
}

const NS_PER_MS = 1_000_000;

/** `figures` is asked for late: telemetry itself asks for the status. */
export function deskTelemetry(
  config: GatewayConfig,
  clock: Clock,
  figures: () => Figures,
): DeskTelemetry {
  let gateway: RunningGateway | null = null;
  let isStopping = false;
  const undurable: Undurable[] = [];
  const ageMs = (atNs: bigint) => Number(clock.monotonic() - atNs) / NS_PER_MS;

  const durable = (sequence: number): void => {
    const done = undurable.findIndex((one) => one.sequence > sequence);
    const released = undurable.splice(0, done < 0 ? undurable.length : done);
    const [oldest] = released;
    if (oldest !== undefined) figures().observeJournalFlush(ageMs(oldest.atNs));
    for (const one of released) if (one.isOrder) figures().observeOrderAck(ageMs(one.atNs));
  };

  return {
    ports: {
      decided: (decision) => {
        for (const { event } of decision.recorded) {
          if (event.type !== 'OrderRejected') continue;
          figures().countRiskRefusal(event.check === '' ? event.ordRejReason : event.check);
        }
        const last = decision.recorded.at(-1);
        if (gateway === null || last === undefined) return;
        undurable.push({
          sequence: last.sequence,
          atNs: clock.monotonic(),
          isOrder: isNewOrder(decision),
        });
      },
      messageSeen: (sessionID, direction, msgType) =>
        figures().countFixMessage({
          // Of one label, however many sessions a template makes.
          sessionID: madeOf(sessionID)?.template ?? sessionID,
          direction,
          msgType,
        }),
    },
    attach: (running) => {
      gateway = running;
      running.journal.onDurable(durable);
    },
    stopping: () => {
      isStopping = true;
    },
    status: () => {
      const [oldest] = undurable;
      const retained = gateway?.retained();
      return {
        desk: isStopping ? 'Stopping' : gateway === null ? 'Starting' : 'Running',
        closedFor: gateway?.journal.spaceLow === true ? 'the disk is nearly full' : null,
        journal: {
          lagMs: oldest === undefined ? 0 : ageMs(oldest.atNs),
          queuedRecords: gateway?.journal.queueDepth.records ?? 0,
          firstSequence: gateway?.journal.firstSequence ?? 0,
          logBytes: gateway?.journal.logBytes ?? 0,
          trimmedRecords: retained?.trimmedRecords ?? 0,
          archivedRecords: retained?.archivedRecords ?? 0,
          removedValues: retained?.removedValues ?? 0,
          retentionFailures: retained?.failures ?? 0,
          isDamaged: isDamaged(gateway?.proof()),
        },
        venues: gateway === null ? [] : venuesOf(config, gateway),
        sessions: clientSessions(config, gateway),
        dropCopies: (gateway?.dropCopies.status() ?? []).map(({ sessionID, isLive, lagMs }) => ({
          sessionID,
          state: isLive ? 'LoggedOn' : 'LoggedOut',
          lagMs,
        })),
        kills: gateway === null ? [] : killsOf(gateway.desk),
      };
    },
  };
}

/** Those of the configuration, and those that its templates have made. */
function clientSessions(
  { sessions }: GatewayConfig,
  gateway: RunningGateway | null,
): readonly SessionStatus[] {
  if (gateway === null) {
    const configured = sessions.filter(({ template }) => template === null);
    return configured.map(({ sessionID }) => ({ sessionID, state: 'LoggedOut' }));
  }
  return gateway.sessions.drivers.map((driver) => ({
    sessionID: gateway.sessions.sessionID(driver),
    state: driver.state.phase === 'LoggedOn' ? 'LoggedOn' : 'LoggedOut',
  }));
}

function isDamaged(proof: ProofStatus | undefined): boolean {
  return proof !== undefined && proof !== 'Running' && proof !== 'Proved';
}

function killsOf(desk: DeskView): readonly KillStatus[] {
  return [...desk.kills.values()].map((kill) => ({
    scope: kill.scope,
    id: kill.scopeID,
    since: isoTime(kill.since),
    childrenLeft: residueOf(desk, kill).children.length,
  }));
}

function isNewOrder({ command }: Decision): boolean {
  return command.type === 'EnterOrder' || command.type === 'RejectOrder';
}

function venuesOf(config: GatewayConfig, gateway: RunningGateway): readonly VenueStatus[] {
  const { clock } = gateway;
  const doubts = doubtsByVenue(gateway.desk);
  const breaks = gateway.holdings().filter(({ isRaised }) => isRaised);
  return gateway.venues.map(({ venueID, view, credentialsRefused }) => {
    const since = doubts.get(venueID) ?? [];
    const oldest = since.reduce((min, at) => (at < min ? at : min), clock.now() as bigint);
    return {
      venueID,
      state: view.state,
      credentialsRefused,
      bookAgeMs: bookAgeMs(config, gateway, venueID),
      inDoubtOrders: since.length,
      inDoubtOldestAgeMs: since.length === 0 ? 0 : Number(clock.now() - oldest) / NS_PER_MS,
      balanceBreaks: breaks.filter((one) => one.venueID === venueID).length,
    };
  });
}

function doubtsByVenue(desk: DeskView): ReadonlyMap<VenueID, readonly bigint[]> {
  const doubts = new Map<VenueID, bigint[]>();
  for (const { children } of desk.orders.awake()) {
    for (const { venueID, inDoubtSince } of children) {
      if (inDoubtSince === null) continue;
      doubts.set(venueID, [...(doubts.get(venueID) ?? []), inDoubtSince]);
    }
  }
  return doubts;
}

function bookAgeMs(
  config: GatewayConfig,
  gateway: RunningGateway,
  venueID: VenueID,
): number | null {
  const now = gateway.clock.now();
  const books = config.instruments
    .flatMap(({ instrumentID, listings }) =>
      listings
        .filter((listing) => listing.venueID === venueID)
        .map(
          ({ venueSymbol }) =>
            gateway.book(venueID, instrumentID) ?? gateway.pool(venueID, venueSymbol),
        ),
    )
    .filter((shown) => shown !== null);
  if (books.length === 0) return null;
  return Math.max(...books.map(({ receivedAt }) => Number(now - receivedAt) / NS_PER_MS));
}
