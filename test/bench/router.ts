// The router alone: a decision over three books of 50 levels and four pools, and the quotes that it is made of.
//
//   node dist/test/bench/router.js [--json]
import { Bench } from 'tinybench';
import { type BookSource, type PoolSource, type Source, route } from '../../router/index.ts';
import {
  type V3Pool,
  quoteExactIn,
  quoteExactOut,
  sqrtPriceAtTick,
} from '../../spec/pools/index.ts';
import { asVenueID } from '../../spec/terms/index.ts';
import { asLots, asNotional, asPrice, asQty, asRate, asTicks } from '../../spec/units/index.ts';
import { rootAt } from '../fixtures/pool-contract.ts';

const E18 = 10n ** 18n;
/** 25 million of them in an order of 25: rounding to lots is no matter, as on most venues. */
const LOT = E18 / 1_000_000n;

/** 50 levels from 3,000 up, a cent or more apart, of about one each. */
function book(at: number, feeBps: bigint): BookSource {
  return {
    type: 'Book',
    venueID: asVenueID(`book${at}`),
    tick: asPrice(E18 / 100n),
    lot: asQty(LOT),
    minQty: asQty(LOT * 1_000n),
    maxQty: asQty(LOT * 10n ** 10n),
    minNotional: asNotional(5n * E18 * E18),
    takerFee: asRate((feeBps * E18) / 10_000n),
    levels: Array.from({ length: 50 }, (_, level) => [
      asTicks(300_000 + at * 7 + level * (11 + at)),
      asLots(400_000 + ((level * 7_919 + at * 104_729) % 1_200_000)),
    ]),
  };
}

function pool(at: number, state: PoolSource['pool']): PoolSource {
  return {
    type: 'Pool',
    venueID: asVenueID(`pool${at}`),
    pool: state,
    decimals: { base: 18, quote: 6 },
    baseIsToken0: true,
    lot: asQty(LOT),
    minQty: asQty(LOT),
    maxQty: asQty(LOT * 10n ** 10n),
    gasCost: asNotional((E18 * E18 * 6n) / 10n),
  };
}

const v2 = (base: bigint, price: bigint) =>
  ({
    type: 'V2',
    reserve0: base * E18,
    reserve1: base * price * 10n ** 6n,
    feePips: 3000,
  }) as const;

/** Around 3,000 of 6 decimals to one of 18; so many ticks on each side, whose liquidity falls off. */
function v3(feePips: number, tickSpacing: number, unit: bigint): V3Pool {
  const tick = -196_276;
  const nearest = Math.floor(tick / tickSpacing) * tickSpacing;
  const nets = new Map<number, bigint>();
  for (let step = 1; step <= 30; step += 1) {
    const size = unit / BigInt(step);
    nets.set(nearest - step * tickSpacing, size);
    nets.set(nearest + step * tickSpacing, -size);
  }
  const ticks = [...nets].toSorted(([a], [b]) => a - b);
  const liquidity = ticks.reduce((sum, [at, net]) => (at <= tick ? sum + net : sum), 0n);
  return {
    type: 'V3',
    sqrtPriceX96: sqrtPriceAtTick(tick) + 1n,
    tick,
    liquidity,
    tickSpacing,
    feePips,
    ticks,
  };
}

const dense = v3(500, 10, 10n ** 17n);
const books = [book(0, 1n), book(1, 2n), book(2, 0n)];
const pools = [
  pool(0, v2(4_000n, 2_988n)),
  pool(1, v2(900n, 2_985n)),
  pool(2, v3(3000, 60, 3n * 10n ** 16n)),
  pool(3, dense),
];
const sources: readonly Source[] = [...books, ...pools];
const order = {
  side: 'buy',
  orderQty: asQty(25n * E18),
  limit: null,
  limitBasis: 'gross',
} as const;

/** The same state as another object: what is remembered of a state is not there. */
const anew = (state: V3Pool): V3Pool => ({ ...state });
const freshBlock = (): readonly Source[] =>
  sources.map((source) =>
    source.type === 'Pool' ? { ...source, pool: { ...source.pool } } : { ...source },
  );

/** An amount that crosses 20 ticks. */
const acrossTicks = amountAcross(20);

function amountAcross(ticks: number): bigint {
  const root = rootAt(dense.tick + 10 * ticks + 5);
  const answer = quoteExactOut(dense, { tokenIn: 1, amount: 2n ** 120n, sqrtPriceLimitX96: root });
  if (answer.type === 'NoQuote') throw new Error(answer.why);
  if (answer.ticksCrossed !== ticks) throw new Error(`crosses ${answer.ticksCrossed} ticks`);
  return answer.amountOut;
}

let sink = 0;
const blocks = Array.from({ length: 64 }, freshBlock);
let block = 0;

const bench = new Bench({ name: 'router', time: 1_500, warmupTime: 500 });
bench
  .add('v2 quote', () => {
    const answer = quoteExactOut(pools[0]?.pool ?? dense, { tokenIn: 1, amount: E18 });
    sink += answer.type === 'Quoted' ? 1 : 0;
  })
  .add('v3 quote across 20 ticks, a state seen first', () => {
    const answer = quoteExactOut(anew(dense), { tokenIn: 1, amount: acrossTicks });
    sink += answer.type === 'Quoted' ? answer.ticksCrossed : 0;
  })
  .add('v3 quote across 20 ticks, the state known', () => {
    const answer = quoteExactIn(dense, { tokenIn: 1, amount: acrossTicks / 3n });
    sink += answer.type === 'Quoted' ? 1 : 0;
  })
  .add('decision over 3 books of 50 levels and 4 pools', () => {
    sink += route(order, sources).legs.length;
  })
  .add('the same, each pool`s state seen first', () => {
    const now = blocks[block % blocks.length] ?? sources;
    blocks[block % blocks.length] = freshBlock();
    block += 1;
    sink += route(order, now).legs.length;
  })
  .add('the same over 8 pools, each with its gas', () => {
    const eight = [
      ...pools,
      ...pools.map((one, at) => ({ ...one, venueID: asVenueID(`more${at}`) })),
    ];
    sink += route(order, eight).legs.length;
  });
await bench.run();

const plan = route(order, sources);
if (!process.argv.includes('--json')) {
  const legs = plan.legs.map(({ venueID, qty }) => `${venueID} ${Number(qty) / 1e18}`);
  console.log(`plan of the decision: ${legs.join(', ')}; bound ${plan.boundBps} bp`);
}
for (const task of bench.tasks) {
  const { result } = task;
  if ('error' in result) throw result.error;
  if (!('latency' in result)) continue;
  const us = (ms: number) => Number((ms * 1e3).toFixed(2));
  const { p50, p99, p999 } = result.latency;
  const row = { name: task.name, p50Us: us(p50), p99Us: us(p99), p999Us: us(p999) };
  if (process.argv.includes('--json')) console.log(JSON.stringify(row));
  else {
    const figures = `p50 ${row.p50Us} us  p99 ${row.p99Us} us  p99.9 ${row.p999Us} us`;
    console.log(`${row.name.padEnd(50)} ${figures}`);
  }
}
if (sink === 0) throw new Error('nothing was done');
