// What an order costs from FIX in to child out and to report out, beside LMDB alone and QuickFIX, in one run.
//
//   npm run --silent bench -- [--quick] [--only latency,fixed,throughput,cpu] [--rates 200,1000] [--pairs 10]
//                             [--seconds 3] [--venue sandbox]
//
// `--only all-venues`: to the last child of an order that is split over two exchanges; then with a pool of each kind
// beside them, on a real node, at the rates of `--pool-rates`.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BenchDesk, bytesPerOrder, closeDesks, startBenchDesk } from './desk.ts';
import { type Percentiles, cpuOf, cpuSpent, load, median, percentiles, spread } from './figures.ts';
import {
  compileFixedSync,
  compileLoad,
  compileQuickFix,
  compileStalls,
  lmdbAlone,
  run,
  stallsOfMachine,
  startQuickFixAcceptor,
  talk,
} from './processes.ts';
import { isNodeInstalled } from '../../sandbox/chain/node.ts';
import { topFunctions } from './profile.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: 'latency,fixed,throughput,cpu' },
    rates: { type: 'string', default: '200,1000,2000,5000' },
    'pool-rates': { type: 'string', default: '2,5' },
    pairs: { type: 'string' },
    seconds: { type: 'string' },
    venue: { type: 'string', default: 'fake' },
  },
});
const pairs = Number(values.pairs ?? (values.quick ? 2 : 10));
const seconds = Number(values.seconds ?? (values.quick ? 1 : 3));
const rates = values.rates.split(',').map(Number);
const poolRates = values['pool-rates'].split(',').map(Number);
const venue = values.venue === 'sandbox' ? 'sandbox' : 'fake';
const parts = new Set(values.only.split(','));

/** What is unanswered at most where the peer's speed is asked for. */
const WINDOW = 1_000;
/** The latency of a desk that has just started is its compiler's. */
const WARM_UP_ORDERS = 10_000;
/** Orders at each rate, where each waits for a chain. */
const POOL_ORDERS = 100;
/** The aims of the issue. */
const AIM = { childOut: 1.5, reportOut: 3, fixedP99Ms: 5 } as const;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const root = mkdtempSync(join(tmpdir(), 'causeway-bench-'));
const loadProgram = need(compileLoad(), 'the load generator needs gcc');
let folders = 0;
const folder = (name: string): string => {
  folders += 1;
  return join(root, `${name}-${folders}`);
};

function need(file: string | null, why: string): string {
  if (file === null) throw new Error(why);
  return file;
}

async function warm(desk: BenchDesk): Promise<void> {
  await desk.run({ rate: 1_000, count: 1_000, window: 0, final: 'F' });
  await desk.run({ rate: 0, count: WARM_UP_ORDERS, window: 100, final: 'F' });
}

type Column = 'sent' | 'childOut' | 'accepted' | 'traded';

/** Rounds of ours and of LMDB alone, one after the other, at one rate. */
async function latency(
  desk: BenchDesk,
  rate: number,
  {
    bytes,
    childOut = 'child at the venue',
  }: { readonly bytes: number; readonly childOut?: string },
): Promise<void> {
  const count = Math.max(200, rate * seconds);
  const columns: Record<Column | 'floor', Percentiles[]> = {
    sent: [],
    floor: [],
    childOut: [],
    accepted: [],
    traded: [],
  };
  for (let pair = 0; pair < pairs; pair += 1) {
    const ours = await desk.run({ rate, count, window: 0, final: 'F' });
    for (const column of ['sent', 'childOut', 'accepted', 'traded'] as const) {
      columns[column].push(percentiles(ours[column]));
    }
    const alone = lmdbAlone(folder('floor'), { rate, count, bytes, durability: 'fsync' });
    columns.floor.push(percentiles(alone));
  }
  say(`\n${rate} orders/s, ${pairs} pairs of ${count} orders, ms from due; load average ${load()}`);
  const names = {
    sent: 'sent by the load',
    floor: 'LMDB alone, committed',
    childOut,
    accepted: 'New at the client',
    traded: 'Trade at the client',
  };
  for (const column of ['sent', 'floor', 'childOut', 'accepted', 'traded'] as const) {
    const of = (which: keyof Percentiles) => spread(columns[column].map((one) => one[which]));
    say(`  ${names[column].padEnd(22)} p50 ${of('p50')}  p99 ${of('p99')}  p99.9 ${of('p999')}`);
  }
  const ratio = (column: Column, which: 'p50' | 'p99') =>
    median(columns[column].map((one, pair) => one[which] / (columns.floor[pair]?.[which] ?? 0)));
  for (const [column, aim] of [
    ['childOut', AIM.childOut],
    ['accepted', AIM.reportOut],
    ['traded', AIM.reportOut],
  ] as const) {
    const figures = (['p50', 'p99'] as const).map((which) => {
      const times = ratio(column, which);
      return `${which} ${times.toFixed(2)} ${times <= aim ? 'met' : 'NOT met'}`;
    });
    say(`  ${names[column]} over LMDB alone, median of pairs, aim ${aim}: ${figures.join(', ')}`);
  }
}

/** Of a desk of its own: the journal is read when nobody writes it. */
async function sizeOfOrder(at: 'fake' | 'two' | 'sandbox'): Promise<number> {
  const desk = await startBenchDesk({
    folder: folder('size'),
    durability: 'os',
    venue: at,
    loadProgram,
    environment: {},
  });
  await desk.run({ rate: 0, count: 500, window: 50, final: 'F' });
  await desk.close();
  return bytesPerOrder(desk.dataFolder);
}

async function measureLatency(): Promise<void> {
  const bytes = await sizeOfOrder(venue);
  say(`one order's first commit writes ${bytes} bytes: LMDB alone writes as many an order`);
  const desk = await startBenchDesk({
    folder: folder('fsync'),
    durability: 'fsync',
    venue,
    loadProgram,
    environment: {},
  });
  try {
    await warm(desk);
    for (const rate of rates) await latency(desk, rate, { bytes });
  } finally {
    await desk.close();
  }
}

/** Two exchanges with Binance's protocol: Kraken's own limits end at 3.75 orders a second in a pair. */
async function measureAllVenues(): Promise<void> {
  const bytes = await sizeOfOrder('two');
  say(`split in two, its first commit writes ${bytes} bytes: LMDB alone writes as many an order`);
  const desk = await startBenchDesk({
    folder: folder('two'),
    durability: 'fsync',
    venue: 'two',
    loadProgram,
    environment: {},
  });
  try {
    await warm(desk);
    for (const rate of rates) await latency(desk, rate, { bytes, childOut: 'all children out' });
  } finally {
    await desk.close();
  }
}

/**
 * The same with a venue of pools beside them. A swap is out when its nonce and then its signature are durable: two more
 * commits, and another process. The chain takes some a second, so there is no LMDB alone to compare with.
 */
async function measurePools(pools: 'uniswap-v3' | 'uniswap-v2'): Promise<void> {
  const desk = await startBenchDesk({
    folder: folder(pools),
    durability: 'fsync',
    venue: 'two',
    pools,
    loadProgram,
    environment: {},
  });
  try {
    for (const rate of poolRates) {
      const count = values.quick ? POOL_ORDERS / 5 : POOL_ORDERS;
      const ran = await desk.run({ rate, count, window: 0, final: 'F' });
      say(`\n${pools}, ${rate} orders/s, ${count} orders, ms from due; load average ${load()}`);
      for (const [name, times] of [
        ['children at exchanges', ran.exchangesOut],
        ['swap at the node', ran.swapOut],
        ['all children out', ran.childOut],
        ['New at the client', ran.accepted],
        ['first Trade', ran.traded],
      ] as const) {
        const { p50, p99 } = percentiles(times);
        say(`  ${name.padEnd(22)} p50 ${p50.toFixed(2)}  p99 ${p99.toFixed(2)}`);
      }
    }
  } finally {
    await desk.close();
  }
}

/** Every flush takes a millisecond: what the gateway itself adds to a disk that does not vary. */
async function measureFixedSync(): Promise<void> {
  const shim = compileFixedSync();
  if (shim === null) return say('\nfixed flush: left out, no gcc');
  const environment = { LD_PRELOAD: join(process.cwd(), shim), CAUSEWAY_SYNC_US: '1000' };
  const desk = await startBenchDesk({
    folder: folder('fixed'),
    durability: 'fsync',
    venue,
    loadProgram,
    environment,
  });
  try {
    await warm(desk);
    const rounds: Record<'childOut' | 'accepted' | 'traded', Percentiles[]> = {
      childOut: [],
      accepted: [],
      traded: [],
    };
    for (let round = 0; round < pairs; round += 1) {
      const ran = await desk.run({ rate: 2_000, count: 2_000 * seconds, window: 0, final: 'F' });
      for (const column of ['childOut', 'accepted', 'traded'] as const) {
        rounds[column].push(percentiles(ran[column]));
      }
    }
    say(`\nfdatasync takes 1 ms, 2000 orders/s, ${pairs} rounds; load average ${load()}`);
    for (const column of ['childOut', 'accepted', 'traded'] as const) {
      const of = (which: keyof Percentiles) => spread(rounds[column].map((one) => one[which]));
      const p99 = median(rounds[column].map((one) => one.p99));
      const verdict = p99 < AIM.fixedP99Ms ? 'met' : 'NOT met';
      say(
        `  ${column.padEnd(9)} p50 ${of('p50')}  p99 ${of('p99')}  p99.9 ${of('p999')}   p99 under 5 ms: ${verdict}`,
      );
    }
  } finally {
    await desk.close();
  }
}

/** Orders a second with so many unanswered at most: ours, durability os, and QuickFIX, in turn. */
async function measureThroughput(): Promise<void> {
  const program = compileQuickFix();
  const desk = await startBenchDesk({
    folder: folder('os'),
    durability: 'os',
    venue,
    loadProgram,
    environment: {},
  });
  const quickFix =
    program === null ? null : await startQuickFixAcceptor(program, folder('quickfix'));
  try {
    const client =
      quickFix === null
        ? null
        : talk(
            loadProgram,
            [quickFix.port, 'ACME', 'QUICKFIX', '', '', 'BTC/USDT', '60000', '0.01'].map(String),
          );
    await client?.hear();
    await warm(desk);
    const count = values.quick ? 5_000 : 20_000;
    const figures = { ours: [] as number[], acked: [] as number[], quickFix: [] as number[] };
    for (let pair = 0; pair < Math.max(3, pairs / 2); pair += 1) {
      const ours = await desk.run({ rate: 0, count, window: WINDOW, final: 'F' });
      figures.ours.push(count / ours.seconds);
      if (client === null) continue;
      const file = join(root, 'quickfix-ran');
      const theirs = await run(client, { rate: 0, count, window: WINDOW, final: '0', file });
      figures.quickFix.push(count / theirs.seconds);
    }
    await client?.close();
    say(`\norders/s, ${count} orders, ${WINDOW} unanswered at most; load average ${load()}`);
    say(`  causeway, durability os, executed and reported   ${spread(figures.ours, 0)}`);
    if (quickFix === null) say('  QuickFIX: left out, it does not compile here');
    else say(`  QuickFIX acceptor, file store, acknowledged      ${spread(figures.quickFix, 0)}`);
  } finally {
    await quickFix?.peer.close();
    await desk.close();
  }
}

/** The gateway's own CPU for one order, by thread, and where its main thread spends it. */
async function measureCpu(): Promise<void> {
  for (const durability of ['fsync', 'os'] as const) {
    const desk = await startBenchDesk({
      folder: folder('cpu'),
      durability,
      venue,
      loadProgram,
      environment: {},
    });
    try {
      await warm(desk);
      for (const rate of rates) {
        const count = rate * Math.max(seconds, 2);
        const before = cpuOf(desk.pid);
        await desk.run({ rate, count, window: 0, final: 'F' });
        const after = cpuOf(desk.pid);
        const threads = cpuSpent(before, after)
          .filter(([, us]) => us / count >= 1)
          .map(([tid, us]) => `${tid === desk.pid ? 'main' : 'other'} ${(us / count).toFixed(0)}`);
        const all = ((after.all - before.all) / count).toFixed(0);
        say(`CPU an order, ${durability}, ${rate}/s: ${all} us (${threads.join(', ')})`);
      }
    } finally {
      await desk.close();
    }
  }
}

async function profile(): Promise<void> {
  const profiles = folder('profiles');
  mkdirSync(profiles);
  const desk = await startBenchDesk({
    folder: folder('profiled'),
    durability: 'os',
    venue,
    loadProgram,
    environment: {
      NODE_OPTIONS: `--import ${new URL('./profiler.js', import.meta.url).href}`,
      CAUSEWAY_PROFILE: join(profiles, 'main.cpuprofile'),
    },
  });
  await warm(desk);
  await desk.run({ rate: 1_000, count: 1_000 * Math.max(seconds, 5), window: 0, final: 'F' });
  await desk.close();
  for (const line of topFunctions(profiles, 45)) say(line);
}

// Told to stop, it leaves no process behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void closeDesks().then(() => process.exit(1));
  });
}
try {
  say(`${cpus()[0]?.model ?? 'unknown CPU'}, ${cpus().length} cores, Node ${process.version}`);
  say(`venue: ${venue}; load average at the start ${load()}`);
  const stalls = compileStalls();
  if (stalls !== null) say(`the machine alone: ${stallsOfMachine(stalls)}`);
  if (parts.has('latency')) await measureLatency();
  if (parts.has('all-venues')) await measureAllVenues();
  if (parts.has('all-venues') || parts.has('pools')) {
    if (!isNodeInstalled()) say('\npools: left out, no node is installed');
    else for (const pools of ['uniswap-v3', 'uniswap-v2'] as const) await measurePools(pools);
  }
  if (parts.has('fixed')) await measureFixedSync();
  if (parts.has('throughput')) await measureThroughput();
  if (parts.has('cpu')) await measureCpu();
  if (parts.has('cpu') || parts.has('profile')) await profile();
} finally {
  await closeDesks();
  if (process.env['KEEP'] === undefined) rmSync(root, { recursive: true, force: true });
}
