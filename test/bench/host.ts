// What the desk's thread pays for one order without sockets and without a disk: a NewOrderSingle's bytes in, its
// report and child out, the venue's acknowledgement and fill in, the Trade out. Commits are taken for done at once.
//
//   node dist/test/bench/host.js [ROUNDS] [cold]
//
// Of each of an order's four turns the median (a turn that the machine's other work cut short counts for little),
// and the CPU time of all of them, least and median of the rounds. `cold`: between two turns other memory goes
// through the caches, as it does between real orders.

import { MsgType, Tag, fix44 } from '../../spec/dictionaries/index.ts';
import {
  type ChildID,
  asSessionID,
  asVenueExecID,
  asVenueOrderID,
} from '../../spec/terms/index.ts';
import { epochNs } from '../../spec/units/index.ts';
import type { Capabilities, VenueReport } from '../../spec/venues/index.ts';
import { emptyState } from '../../gateway/desk/index.ts';
import { MessageWriter, frameMessage } from '../../gateway/fix/index.ts';
import { JournalCore } from '../../gateway/journal/core.ts';
import { createAuditTrail } from '../../gateway/process/audit-trail.ts';
import { ColdOrders } from '../../gateway/process/cold-orders.ts';
import { type DeskHost, createDeskHost } from '../../gateway/process/desk-host.ts';
import { createFixHost } from '../../gateway/process/fix-host.ts';
import { createMessageRates } from '../../gateway/process/message-rates.ts';
import { realClock, realTimers } from '../../gateway/process/index.ts';
import { Releases } from '../../gateway/process/releases.ts';
import { tableNames } from '../../gateway/process/tables.ts';
import {
  account,
  bookAt,
  instrument,
  noFees,
  noLimits,
  price,
  profile,
  qty,
  settings,
  venueID,
} from '../fixtures/desk.ts';
import { median } from './gateway/figures.ts';

const ROUNDS = Number(process.argv[2] ?? 40);
const ORDERS = 500;
const identity = {
  beginString: 'FIX.4.4',
  senderCompID: 'ACME',
  targetCompID: 'CAUSEWAY',
  timePrecision: 3,
} as const;
const capabilities: Capabilities = {
  timesInForce: ['GTC', 'IOC', 'FOK'],
  postOnly: false,
  replace: 'cancelAndNew',
  orderDeadlineMs: 5_000,
  queryLagMs: 1_000,
};
const sessionID = asSessionID('ACME');
const clock = realClock();
const timers = realTimers();
const log = { error: fail, warn: () => undefined, info: () => undefined, debug: () => undefined };

function fail(fields: object, sentence: string): void {
  throw new Error(`${sentence}: ${JSON.stringify(fields)}`);
}

/** Where frames are copied to, as into the ring. */
const ring = new Uint8Array(64 * 1024 * 1024);
let ringAt = 0;
let queued = 0;
let bytesQueued = 0;

const journal = new JournalCore(
  {
    disk: {
      get: () => null,
      *range() {},
      commit: () => undefined,
      close: () => undefined,
    },
    refresh: () => undefined,
    submit(frame, lastSequence) {
      if (ringAt + frame.length > ring.length) ringAt = 0;
      ring.set(frame, ringAt);
      ringAt += frame.length;
      bytesQueued += frame.length;
      queued = lastSequence;
      return true;
    },
    urge: () => undefined,
    logBytes: () => 0,
    queuedBytes: () => 0,
    durable: () => queued,
    spaceLow: () => false,
    close: () => Promise.resolve(),
  },
  { tables: tableNames, clock, epoch: null },
);

const state = emptyState();
const cold = new ColdOrders(journal);
const releases = new Releases();
const children: ChildID[] = [];
let written = 0;
let sink = 0;
const rates = createMessageRates();
const audit = createAuditTrail(() => host.saveAudit('All'));
const fix = createFixHost({
  rates,
  sessions: [
    {
      id: sessionID,
      settings: {
        beginString: 'FIX.4.4',
        senderCompID: 'CAUSEWAY',
        targetCompID: 'ACME',
        minHeartBtInt: 1,
        maxHeartBtInt: 60,
      },
      dictionary: fix44,
      username: null,
      password: null,
    },
  ],
  journal,
  clock,
  timers,
  log,
  lastTime: epochNs(0n),
  audit,
  host: () => host,
  seen: () => undefined,
});
const host: DeskHost = createDeskHost({
  rates,
  state,
  journal,
  cold,
  releases,
  marks: new Set(),
  clock,
  log,
  market: { book: () => bookAt(clock.now()), pool: () => null },
  settings,
  maxQueuedRecords: 100_000,
  profile: (asked) => ({ ...profile, sessionID: asked }),
  isAccount: () => true,
  balance: () => null,
  venue: (asked) =>
    asked === venueID ? { state: 'Ready', capabilities, fees: noFees, chain: null } : null,
  session: (asked) => fix.driver(asked),
  sessions: () => fix.drivers,
  toVenue(effect) {
    if (effect.type === 'SubmitChild') children.push(effect.child.childID);
  },
  sent: () => undefined,
  audit,
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
host.enter({ type: 'StartDesk', desk: 1 });
host.enter({ type: 'ConfigureDesk', instruments: [instrument], limits: [noLimits] });
journal.poll();

const found = fix.driver(sessionID);
if (found === null) throw new Error('no session');
const session = found;
session.open({
  write(bytes) {
    written += 1;
    sink += bytes.length;
    return true;
  },
  queuedBytes: 0,
  end: () => undefined,
  destroy: () => undefined,
});

const writer = new MessageWriter();
let msgSeqNum = 0;

function framed(body: ReturnType<MessageWriter['end']>): Uint8Array {
  msgSeqNum += 1;
  const sendingTime = clock.now();
  const fields = { msgSeqNum, sendingTime, origSendingTime: null, possResend: false };
  return frameMessage(identity, { ...fields, further: null }, body);
}

function newOrderSingle(clOrdID: string): Uint8Array {
  return framed(
    writer
      .begin(MsgType.NewOrderSingle)
      .string(Tag.ClOrdID, clOrdID)
      .string(Tag.Account, account)
      .string(Tag.Symbol, 'BTC/USDT')
      .string(Tag.Side, '1')
      .utcTimestamp(Tag.TransactTime, clock.now(), 3)
      .string(Tag.OrderQty, '0.01')
      .string(Tag.OrdType, '2')
      .string(Tag.Price, '100.25')
      .string(Tag.TimeInForce, '1')
      .end(),
  );
}

function reports(childID: ChildID, count: number): readonly VenueReport[] {
  const venueOrderID = asVenueOrderID(String(1_000_000 + count));
  const fill = {
    venueOrderID,
    venueExecID: asVenueExecID(String(5_000_000 + count)),
    lastQty: qty('0.01'),
    lastPx: price('100.25'),
    liquidity: 'taker' as const,
    feeAmount: 1_000_000_000_000n,
    feeAsset: 'BTC',
    transactTime: clock.now(),
  };
  return [
    { type: 'Acknowledged', childID, venueOrderID },
    { type: 'Filled', childID, venueSymbol: 'BTCUSDT', fill },
  ];
}

const others = new Float64Array(512 * 1024);
const isCold = process.argv[3] === 'cold';

/** Four megabytes, more than the inner caches hold. */
function chill(): void {
  if (!isCold) return;
  for (let at = 0; at < others.length; at += 8) others[at] = (others[at] ?? 0) + 1;
}

const TURNS = ['order in', 'durable: report and child out', 'venue reports in', 'Trade out'];

/** Microseconds of each turn, and the CPU's of an order. */
interface Round {
  readonly turns: readonly number[];
  readonly cpu: number;
}

function round(number: number): Round {
  const orders = Array.from({ length: ORDERS }, (_, count) =>
    newOrderSingle(`R${number}-${count}`),
  );
  const spent = TURNS.map(() => new Float64Array(ORDERS));
  let count = 0;
  const timed = (turn: number, run: () => void): void => {
    chill();
    const from = process.hrtime.bigint();
    run();
    const column = spent[turn];
    if (column !== undefined) column[count] = Number(process.hrtime.bigint() - from) / 1_000;
  };
  const before = process.cpuUsage();
  for (const order of orders) {
    timed(0, () => session.receive(order));
    timed(1, () => journal.poll());
    const child = children.pop();
    if (child === undefined) throw new Error('no child went out');
    const said = reports(child, number * ORDERS + count);
    timed(2, () => {
      for (const report of said) host.enter({ type: 'ReportFromVenue', venueID, report });
    });
    timed(3, () => journal.poll());
    count += 1;
  }
  const { user, system } = process.cpuUsage(before);
  return { turns: spent.map((column) => median(column)), cpu: (user + system) / ORDERS };
}

session.receive(framed(writer.begin(MsgType.Logon).int(98, 0).int(Tag.HeartBtInt, 30).end()));
journal.poll();
for (let warm = 0; warm < 20; warm += 1) round(-warm - 1);
written = 0;
bytesQueued = 0;
const rounds = Array.from({ length: ROUNDS }, (_, number) => round(number));
const orders = ROUNDS * ORDERS;
if (written !== 2 * orders || state.orders.size !== 0)
  throw new Error('not every order was traded');
const us = (value: number) => value.toFixed(1).padStart(6);
const line = (name: string, values: readonly number[]): void => {
  const least = us(Math.min(...values));
  process.stdout.write(`${name.padEnd(32)} least ${least} us  median ${us(median(values))} us\n`);
};
TURNS.forEach((name, turn) => {
  const column = rounds.map(({ turns }) => turns[turn] ?? Number.NaN);
  line(name, column);
});
if (!isCold) {
  const cpu = rounds.map((one) => one.cpu);
  line('CPU of an order', cpu);
}
process.stdout.write(`${(bytesQueued / orders).toFixed(0)} bytes to the journal an order\n`);
if (sink === 0) throw new Error('nothing was done');
process.exit(0);
