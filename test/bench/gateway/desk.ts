// The gateway under test: its own process, market data from the simulated exchange, orders to the bench's venue, to two
// of them, with a chain's pool or without, or to the exchange itself, and one client.

import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { journalDefaults, keyOf, openJournal } from '../../../gateway/journal/index.ts';
import { realClock, realTimers } from '../../../gateway/process/index.ts';
import { decodeMessage } from '../../../gateway/fix/index.ts';
import { tableNames, tables } from '../../../gateway/process/tables.ts';
import { recordTypes } from '../../../spec/events/index.ts';
import { type Rig, sleep, startRig } from '../../counterparties/rig.ts';
import { type NodeWatch, watchNode } from './node-watch.ts';
import { type Ran, type RunOrder, type Talker, compileVenue, run, talk } from './processes.ts';

export interface BenchDeskOptions {
  readonly folder: string;
  readonly durability: 'fsync' | 'os';
  /** `two`: the bench's venue twice, on one book that shows half of each order at its best price. */
  readonly venue: 'fake' | 'two' | 'sandbox';
  /** With `two`: a venue of pools on a real node beside them, which each order takes a third of. */
  readonly pools?: 'uniswap-v3' | 'uniswap-v2';
  readonly loadProgram: string;
  /** Of the gateway: LD_PRELOAD, NODE_OPTIONS. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface BenchDesk {
  readonly pid: number;
  /** With the time from due to the arrival of the order, or of its last child, where the bench's venues took it. */
  run(order: Omit<RunOrder, 'file'>): Promise<Ran & Outs>;
  readonly dataFolder: string;
  close(): Promise<void>;
}

/** Milliseconds from when each order was due. */
export interface Outs {
  /** Its last child. */
  readonly childOut: Float64Array;
  /** The last of those at exchanges. */
  readonly exchangesOut: Float64Array;
  /** Its swap had come to the node; empty where there are no pools. */
  readonly swapOut: Float64Array;
}

/** A price far above the market: the order trades at once; within the collar of the rig. */
const PRICE_OVER_MARKET = 1.2;
const QTY = '0.01';
/** What each of two venues shows at its best price: an order takes both. */
const HALF_QTY = '0.005';
const SECOND = 'second';
/** Both halves, and as much again as one of them from the pool: what the exchanges show behind their halves is dearer than its gas. */
const QTY_WITH_POOL = '0.015';
/** Below the pools' price, and above it. */
const BEST_ASK = { alone: '60000.00', besidePools: '59000.00' } as const;
const NEXT_ASK = { alone: '60100.00', besidePools: '66000.00' } as const;
/** Its orders go to the exchanges alone: the chain would take an hour for what warms a desk. */
const WARMER = 'WARM';
const WARM_UP = ['run 1000 1000 0 F', 'run 0 10000 100 F'] as const;

/** Whatever a bench that fails, or is stopped, has left running. */
const open = new Set<() => Promise<void>>();

export async function closeDesks(): Promise<void> {
  await Promise.allSettled([...open].map((close) => close()));
}

export async function startBenchDesk(options: BenchDeskOptions): Promise<BenchDesk> {
  const { folder, environment, pools } = options;
  mkdirSync(folder, { recursive: true });
  const rig = await startRig({
    folder,
    seed: 7,
    sessions: [
      { id: 'ACME', accounts: ['A1'], iocOnChain: true },
      { id: WARMER, accounts: ['W1'], iocOnChain: true },
    ],
    durability: options.durability,
    config: { log: { level: 'warn' } },
    ...(pools === undefined ? {} : { chainVenues: [pools] }),
    ...(options.venue === 'two' ? { exchangeArguments: ['--no-participants'] } : {}),
  });
  open.add(() => rig.close());
  if (options.venue === 'two') await showHalves(rig, pools === undefined ? 'alone' : 'besidePools');
  const venues: Talker[] = [];
  for (const name of NAMES[options.venue]) {
    const venue = await startVenue(rig, name);
    venues.push(venue);
    open.add(() => venue.close());
  }
  const node = pools === undefined ? null : await watchedNode(rig, pools);
  open.add(async () => node?.close());
  const price = await limitPrice(rig);
  await rig.startGateway(environment);
  await rig.healthy(30_000);
  const clientOf = async (id: string, qty: string): Promise<Talker> => {
    const words = [rig.fixPort, id, 'CAUSEWAY', id, `${id}-password`, 'BTC/USDT', price, qty];
    const client = talk(options.loadProgram, words.map(String));
    open.add(() => client.close());
    await client.hear();
    return client;
  };
  if (node !== null) {
    const warmer = await clientOf(WARMER, QTY);
    await firstTrade(warmer, join(folder, 'ran'));
    for (const line of WARM_UP) await warmer.ask(`${line} ${join(folder, 'ran')}`);
    await warmer.close();
  }
  const client = await clientOf('ACME', node === null ? QTY : QTY_WITH_POOL);
  await firstTrade(client, join(folder, 'ran'));
  await node?.take(1);
  for (const venue of venues) await venue.ask(`take ${join(folder, 'arrivals')}`);

  return {
    get pid() {
      return rig.gateway?.pid ?? 0;
    },
    dataFolder: rig.dataFolder,
    async run(order) {
      const ran = await run(client, { ...order, file: join(folder, 'ran') });
      const outs: Float64Array[] = [];
      for (const venue of venues) outs.push(await arrived(venue, folder, ran));
      const swaps = node === null ? null : sinceDue(await node.take(ran.count), ran);
      const exchangesOut = lastOf(outs);
      return {
        ...ran,
        childOut: lastOf(swaps === null ? outs : [...outs, swaps]),
        exchangesOut,
        swapOut: swaps ?? new Float64Array(0),
      };
    },
    async close() {
      await client.close();
      await rig.stopGateway();
      await rig.close();
      node?.close();
      for (const venue of venues) await venue.close();
    },
  };
}

/** The desk listens before its books are live: until an order is taken, each is rejected. */
async function firstTrade(client: Talker, file: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const [, , answered, rejected] = (await client.ask(`run 0 1 1 F ${file}`)).split(' ');
    if (answered === '1' && rejected === '0') return;
    await sleep(100);
  }
  throw new Error('the desk takes no order');
}

/** One child an order at each venue, in the order of one session: the n-th to arrive is of the n-th that was sent. */
async function arrived(venue: Talker, folder: string, ran: Ran): Promise<Float64Array> {
  const file = join(folder, 'arrivals');
  const said = await venue.ask(`take ${file}`);
  if (said !== `took ${ran.count}`) throw new Error(`${ran.count} orders sent, the venue ${said}`);
  const times = new Float64Array(new Uint8Array(readFileSync(file)).buffer);
  return sinceDue(times, ran);
}

function sinceDue(times: Float64Array, { dueMs }: Ran): Float64Array {
  return times.map((at, index) => at - (dueMs[index] ?? 0));
}

/** What the gateway sends to the node is seen on its way. */
async function watchedNode(rig: Rig, pools: string): Promise<NodeWatch> {
  if (rig.chain === null) throw new Error('this desk has no chain');
  const watch = await watchNode(rig.chain.rpc);
  const config = parse(readFileSync(rig.configFile, 'utf8'));
  config.chainVenues[pools].rpc = watch.url;
  writeFileSync(rig.configFile, stringify(config));
  return watch;
}

/** Under these names the bench's venues are in the configuration. */
const NAMES = { sandbox: [], fake: ['binance'], two: ['binance', SECOND] } as const;

/** The book stands still: the bench's venues take nothing from it. */
async function showHalves(rig: Rig, where: keyof typeof BEST_ASK): Promise<void> {
  for (const symbol of ['BTCUSDT', 'ETHUSDT', 'SOLUSDT']) {
    const asks = [
      [BEST_ASK[where], HALF_QTY],
      [NEXT_ASK[where], '1000'],
    ];
    await rig.control('POST', '/control/book', { symbol, bids: [['58000.00', '1000']], asks });
  }
}

/** When an order's last child was out. */
function lastOf(outs: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array(), ...rest] = outs;
  return first.map((at, order) => Math.max(at, ...rest.map((one) => one[order] ?? Number.NaN)));
}

/** A venue of the bench, put into the configuration that the rig has written. */
async function startVenue(rig: Rig, name: 'binance' | typeof SECOND): Promise<Talker> {
  const program = compileVenue();
  if (program === null) throw new Error("the bench's venue needs gcc");
  const info = join(rig.configFile, '../exchange-info.json');
  const answer = await fetch(`${rig.urls.rest}/api/v3/exchangeInfo`);
  writeFileSync(info, await answer.text()); // The adapter reads grids and limits from it.
  const venue = talk(program, [info]);
  const { orders } = JSON.parse(await venue.hear()) as { readonly orders: string };
  const config = parse(readFileSync(rig.configFile, 'utf8'));
  const keyFile = join(rig.configFile, '../secrets/binance.pem');
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  const { secretFile: _, ...binance } = config.venues.binance;
  const own = { orders, privateKeyFile: 'secrets/binance.pem' };
  config.venues[name] = structuredClone({ ...binance, ...own }); // YAML would name what they share.
  if (name === SECOND) {
    for (const { listings } of config.instruments) listings.push({ ...listings[0], venue: SECOND });
  }
  writeFileSync(rig.configFile, stringify(config));
  return venue;
}

async function limitPrice(rig: Rig): Promise<string> {
  const answer = await fetch(`${rig.urls.rest}/api/v3/ticker/bookTicker?symbol=BTCUSDT`);
  const { askPrice } = (await answer.json()) as { readonly askPrice: string };
  return (Number(askPrice) * PRICE_OVER_MARKET).toFixed(0);
}

const FIRST_COMMIT: ReadonlySet<number> = new Set([
  recordTypes.OrderAccepted,
  recordTypes.RouteDecided,
  recordTypes.ChildDecided,
]);

/**
 * What one order's first commit writes: its events' records, the message that it came in, the report that goes out,
 * the session's numbers; keys and seals included. Read from a journal that nobody has open.
 */
export async function bytesPerOrder(dataFolder: string): Promise<number> {
  const journal = await openJournal({
    ...journalDefaults,
    folder: dataFolder,
    tables: tableNames,
    clock: realClock(),
    timers: realTimers(),
  });
  const header = 36 + 8; // A record's own header, and its key.
  const seal = 4;
  let orders = 0;
  let bytes = 0;
  for (const { type, payload } of journal.replay(1)) {
    if (type === recordTypes.OrderAccepted) orders += 1;
    if (FIRST_COMMIT.has(type)) {
      bytes += header + payload.length;
    }
  }
  const session = 24 + seal + 20;
  const range = [keyOf(0), new Uint8Array(64).fill(255)] as const;
  const mean = (table: string, of: (key: Uint8Array, value: Uint8Array) => boolean): number => {
    let count = 0;
    let sum = 0;
    for (const [key, value] of journal.range(table, ...range)) {
      if (!of(key, value)) continue;
      count += 1;
      sum += key.length + value.length + seal;
    }
    return count === 0 ? 0 : sum / count;
  };
  const got = mean(tables.fixIncoming, () => true);
  const told = mean(tables.fixOutgoing, (key, value) =>
    Buffer.from(decodeMessage(key, value).bytes).includes('\u0001150=0\u0001'),
  );
  await journal.close();
  return Math.round(bytes / orders + session + got + told);
}
