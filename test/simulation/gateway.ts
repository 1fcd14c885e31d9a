// One process of the gateway, assembled as gateway/process does, over a modelled world: the real journal,
// recovery, desk, order entry and FIX sessions; simulated are time, disk, network and venue.

import { type DeskState, stateHash } from '../../gateway/desk/index.ts';
import { accept, defaultAcceptorLimits } from '../../gateway/fix/index.ts';
import { type InlineJournal, openInlineJournal } from '../../gateway/journal/index.ts';
import { ColdOrders } from '../../gateway/process/cold-orders.ts';
import { type DeskHost, createDeskHost } from '../../gateway/process/desk-host.ts';
import { createFixHost } from '../../gateway/process/fix-host.ts';
import { createMessageRates } from '../../gateway/process/message-rates.ts';
import { recover } from '../../gateway/process/recovery.ts';
import { Releases } from '../../gateway/process/releases.ts';
import { tableNames } from '../../gateway/process/tables.ts';
import { type VenueID, asAccountID, asSessionID } from '../../spec/terms/index.ts';
import type { AdoptedChild } from '../../spec/venues/index.ts';
import { noFees, noLimits, profile, settings, twoVenues } from '../fixtures/desk.ts';
import { simulatedBook } from './market.ts';
import { gatewayCompID } from './client.ts';
import type { ModelledDisk } from './disk.ts';
import type { SimulatedNetwork } from './network.ts';
import { type Adapter, type SimulatedVenue, capabilities } from './venue.ts';
import type { Witness } from './witness.ts';
import { Broken, type Life, type World } from './world.ts';

export interface Surroundings {
  readonly world: World;
  readonly disk: ModelledDisk;
  readonly network: SimulatedNetwork;
  readonly venues: readonly SimulatedVenue[];
  readonly witness: Witness;
  readonly clients: readonly string[];
  /** The process has to end, in one word why. */
  ended(life: Life, why: string): void;
}

export interface SimulatedGateway {
  readonly life: Life;
  readonly journal: InlineJournal;
  readonly state: DeskState;
  readonly host: DeskHost;
  readonly adapters: readonly Adapter[];
}

/** Throws JournalCorrupt where the disk is not whole, and Broken where recovery is not exact. */
export function startGateway(around: Surroundings, life: Life): SimulatedGateway {
  const { world, disk, witness } = around;
  const clock = world.clock();
  const log = world.log(life.name);
  const journal = openInlineJournal({
    disk: disk.open(life),
    tables: tableNames,
    clock,
    epoch: null,
    commits: 'when-told',
    releaseReserve: () => disk.releaseReserve(),
  });
  journal.onFatal((fatal) => around.ended(life, fatal.type));
  const recovered = recover(journal);
  const { state } = recovered;
  checkRecovered(state, witness, journal);

  const cold = new ColdOrders(journal);
  const releases = new Releases();
  const timers = world.timers(life);
  const rates = createMessageRates();
  const fix = createFixHost({
    rates,
    sessions: around.clients.map((name) => ({
      id: asSessionID(name),
      settings: {
        beginString: 'FIX.4.4',
        senderCompID: gatewayCompID,
        targetCompID: name,
        minHeartBtInt: 1,
        maxHeartBtInt: 60,
      },
      username: null,
      password: null,
    })),
    journal,
    releases,
    clock,
    timers,
    log,
    lastTime: recovered.lastTime,
    host: () => host,
    seen: () => undefined,
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
  const host: DeskHost = createDeskHost({
    rates,
    state,
    journal,
    cold,
    releases,
    marks: recovered.marks,
    clock,
    log,
    market: { book: (venueID) => simulatedBook(world, venueID), pool: () => null },
    settings,
    maxQueuedRecords: 200,
    profile: (sessionID) => ({
      ...profile,
      sessionID,
      accounts: [asAccountID(`${sessionID}-1`)],
    }),
    isAccount: (account) => around.clients.some((name) => account === `${name}-1`),
    balance: () => null,
    venue(asked) {
      const adapter = adapters.get(asked);
      if (adapter === undefined) return null;
      return { state: adapter.state, capabilities, fees: noFees, chain: null };
    },
    session: (sessionID) => fix.driver(sessionID),
    toVenue: (effect) => {
      const venueID = effect.type === 'SubmitChild' ? effect.child.venueID : effect.venueID;
      if (!life.isOver) adapters.get(venueID)?.perform(effect);
    },
    sent: () => undefined,
    observed: () => undefined,
    readers: () => [],
    stopped: (cause) => {
      throw new Broken('the desk stopped', cause.message);
    },
  });
  journal.onDurable((durable) => {
    releases.release(durable);
    cold.release(durable);
  });
  fix.takeOver();
  host.enter({ type: 'StartDesk', desk: 1 });
  host.enter({ type: 'ConfigureDesk', instruments: [twoVenues], limits: [noLimits] });
  for (const [venueID, adapter] of adapters) {
    adapter.adopt(childrenOf(state, venueID));
    releases.when(journal.nextSequence - 1, () => adapter.start());
  }
  timers.every(1_000, () => host.enter({ type: 'Tick' }));
  void listen(around, life, { journal, fix, log });
  return { life, journal, state, host, adapters: [...adapters.values()] };
}

async function listen(
  { world, network }: Surroundings,
  life: Life,
  parts: {
    readonly journal: InlineJournal;
    readonly fix: ReturnType<typeof createFixHost>;
    readonly log: ReturnType<World['log']>;
  },
): Promise<void> {
  await parts.journal.flush().catch(() => undefined);
  if (life.isOver) return;
  await accept({
    network: network.of(life),
    timers: world.timers(life),
    log: parts.log,
    address: { host: 'gateway', port: 9_876 },
    sessions: parts.fix.drivers,
    limits: { ...defaultAcceptorLimits, tickMs: 1_000 },
  });
  world.tell(life.name, 'listens');
}

/** I5: the state from snapshot and replay is the one that all durable events give. */
function checkRecovered(state: DeskState, witness: Witness, journal: InlineJournal): void {
  const found = stateHash(state);
  const wanted = stateHash(witness.shadow);
  if (found !== wanted) {
    throw new Broken('I5', `recovery gave the state ${found}, the durable events give ${wanted}`);
  }
  if (journal.nextSequence !== witness.lastSequence + 1) {
    throw new Broken('I1', `the journal goes on at ${journal.nextSequence}, not behind its end`);
  }
}

function childrenOf(state: DeskState, venueID: VenueID): readonly AdoptedChild[] {
  return [...state.orders.values()].flatMap((order) =>
    order.children
      .filter((child) => child.venueID === venueID && child.phase !== 'Ended')
      .map((child) => ({
        child: {
          childID: child.childID,
          venueID: child.venueID,
          instrumentID: order.instrumentID,
          venueSymbol: child.venueSymbol,
          side: order.side,
          price: child.price,
          orderQty: child.orderQty,
          timeInForce: child.timeInForce,
        },
        venueOrderID: child.venueOrderID,
        cumQty: child.cumQty,
        decidedAt: child.decidedAt,
        inDoubt: child.phase !== 'Working',
        cancelWanted: child.cancel !== 'None',
      })),
  );
}
