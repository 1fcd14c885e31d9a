// A journal of so many records with so many orders open at its end, as a desk writes it, snapshots and all.

import { clOrdIDKey, emptyState } from '../../gateway/desk/evolve/state.ts';
import { type Journal, journalDefaults, openJournal } from '../../gateway/journal/index.ts';
import { createAuditTrail } from '../../gateway/process/audit-trail.ts';
import { ColdOrders } from '../../gateway/process/cold-orders.ts';
import { type DeskHost, createDeskHost } from '../../gateway/process/desk-host.ts';
import { realClock, realTimers } from '../../gateway/process/index.ts';
import { createMessageRates } from '../../gateway/process/message-rates.ts';
import { Releases } from '../../gateway/process/releases.ts';
import { snapshotEvery } from '../../gateway/process/snapshot-pace.ts';
import { tableNames } from '../../gateway/process/tables.ts';
import type { Command } from '../../spec/events/index.ts';
import {
  asClOrdID,
  asInstrumentID,
  asVenueExecID,
  asVenueID,
  asVenueOrderID,
} from '../../spec/terms/index.ts';
import type { Capabilities } from '../../spec/venues/index.ts';
import {
  bookAt,
  instrument,
  noFees,
  noLimits,
  price,
  profile,
  qty,
  sessionID,
  settings,
} from '../fixtures/desk.ts';

/** Orders between two waits for the disk. */
const ORDERS_A_TURN = 500;
const venueID = asVenueID('binance');
const instrumentID = asInstrumentID('BTC/USDT');
const capabilities: Capabilities = {
  timesInForce: ['GTC', 'IOC', 'FOK'],
  postOnly: false,
  replace: 'cancelAndNew',
  orderDeadlineMs: 5_000,
  queryLagMs: 1_000,
};

export interface BuiltStore {
  readonly records: number;
  readonly open: number;
  /** Behind the newest snapshot: what a start replays. */
  readonly behindSnapshot: number;
  readonly snapshotBytes: number;
}

/** `folder` is new. Takes about a minute for a million records. */
export async function buildStore(
  folder: string,
  { records, open }: { readonly records: number; readonly open: number },
): Promise<BuiltStore> {
  const clock = realClock();
  const journal = await openJournal({
    ...journalDefaults,
    folder,
    tables: tableNames,
    clock,
    timers: realTimers(),
    durability: 'os',
  });
  const desk = deskOver(journal, clock);
  let snapshotAt = 0;
  let entered = 0;
  const ordersBefore = (): number => Math.round((journal.nextSequence / records) * open);
  while (journal.nextSequence < records) {
    for (let turn = 0; turn < ORDERS_A_TURN && journal.nextSequence < records; turn += 1) {
      entered += 1;
      // Open orders come evenly among those that end: old ones stay open over many snapshots.
      desk.order(entered, desk.openOrders < ordersBefore());
    }
    await journal.flush();
    if (journal.nextSequence - snapshotAt < snapshotEvery(desk.openOrders)) continue;
    // None near the end: the process dies half an interval behind one, or more.
    if (records - journal.nextSequence < snapshotEvery(desk.openOrders) / 2) continue;
    snapshotAt = journal.nextSequence;
    await desk.host.snapshot();
  }
  const snapshot = journal.newestSnapshot();
  const built = {
    records: journal.nextSequence - 1,
    open: desk.openOrders,
    behindSnapshot: journal.nextSequence - 1 - (snapshot?.sequence ?? 0),
    snapshotBytes: snapshot?.bytes.length ?? 0,
  };
  await journal.close();
  return built;
}

interface BuildingDesk {
  readonly host: DeskHost;
  readonly openOrders: number;
  order(count: number, staysOpen: boolean): void;
}

function deskOver(journal: Journal, clock: ReturnType<typeof realClock>): BuildingDesk {
  const state = emptyState();
  const cold = new ColdOrders(journal);
  const releases = new Releases();
  const host: DeskHost = createDeskHost({
    rates: createMessageRates(),
    state,
    journal,
    cold,
    releases,
    marks: new Set(),
    clock,
    log: {
      error: (fields, sentence) => {
        throw new Error(`${sentence}: ${JSON.stringify(fields)}`);
      },
      warn: () => undefined,
      info: () => undefined,
      debug: () => undefined,
    },
    market: { book: () => ({ ...bookAt(clock.now()), venueID, instrumentID }), pool: () => null },
    settings,
    maxQueuedRecords: 1_000_000,
    profile: (asked) => ({ ...profile, sessionID: asked }),
    isAccount: () => true,
    balance: () => null,
    venue: () => ({ state: 'Ready', capabilities, fees: noFees, chain: null }),
    session: () => null,
    sessions: () => [],
    toVenue: () => undefined,
    sent: () => undefined,
    audit: createAuditTrail(() => undefined),
    observed: () => undefined,
    readers: () => [],
    slices: { orders: 1_000, pause: () => new Promise((resolve) => setImmediate(resolve)) },
    stopped: (cause) => {
      throw cause;
    },
  });
  journal.onDurable((durable) => {
    releases.release(durable);
    cold.release(durable);
  });
  const listings = instrument.listings.slice(0, 1).map((listing) => {
    return { ...listing, venueID, venueSymbol: 'BTCUSDT' };
  });
  host.enter({ type: 'StartDesk', desk: 1 });
  const listed = { ...instrument, instrumentID, listings };
  host.enter({ type: 'ConfigureDesk', instruments: [listed], limits: [noLimits] });

  const command = (count: number): Command => ({
    type: 'EnterOrder',
    origin: { sessionID, sessionEpoch: 1, msgSeqNum: count },
    clOrdID: asClOrdID(`C${count}`),
    account: null,
    symbol: 'BTC/USDT',
    side: 'buy',
    ordType: 'Limit',
    price: price(100),
    orderQty: qty('0.01'),
    timeInForce: 'GTC',
    currency: null,
    sentAt: clock.now(),
    possResend: false,
    directives: null,
  });
  /** The venue's word comes for the child that the order's decision made: it is known before it is durable. */
  const answered = (count: number, staysOpen: boolean): void => {
    const orderID = state.byClOrdID.get(clOrdIDKey(sessionID, asClOrdID(`C${count}`)));
    const order = orderID === undefined ? undefined : state.orders.get(orderID);
    const childID = order?.children.at(-1)?.childID;
    if (childID === undefined) throw new Error('the order has no child');
    const venueOrderID = asVenueOrderID(String(1_000_000 + count));
    const report = { type: 'Acknowledged', childID, venueOrderID } as const;
    host.enter({ type: 'ReportFromVenue', venueID, report });
    if (staysOpen) return;
    const fill = {
      venueOrderID,
      venueExecID: asVenueExecID(String(5_000_000 + count)),
      lastQty: qty('0.01'),
      lastPx: price(100),
      liquidity: 'taker' as const,
      feeAmount: 1_000_000_000_000n,
      feeAsset: 'BTC',
      transactTime: clock.now(),
    };
    const filled = { type: 'Filled', childID, venueSymbol: 'BTCUSDT', fill } as const;
    host.enter({ type: 'ReportFromVenue', venueID, report: filled });
  };
  return {
    host,
    get openOrders() {
      return state.orders.size;
    },
    order(count, staysOpen) {
      host.enter(command(count));
      answered(count, staysOpen);
    },
  };
}
