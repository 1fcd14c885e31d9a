import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readRouteInput } from '../../../../gateway/cli/route-input.ts';
import { objectsOf, runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'causeway-route-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;

function fileOf(situation: unknown): string {
  const file = join(folder, `${(files += 1)}.json`);
  writeFileSync(
    file,
    typeof situation === 'string' ? situation : JSON.stringify(situation, null, 1),
  );
  return file;
}

const order = { side: 'buy', orderQty: '12', limit: null };
/** Its first two at 100.1 with the fee, the rest at 100.15005. */
const a = {
  name: 'A',
  kind: 'book',
  tick: '0.01',
  lot: '0.000001',
  minQty: '0.001',
  takerFeeBps: '10',
  asks: [
    ['100.00', '2'],
    ['100.05', '20'],
  ],
  bids: [],
};
const p = {
  name: 'P',
  kind: 'v2',
  reserves: { base: '5000', quote: '500100' },
  feeBps: '5',
  gasCost: '0.60',
};
/** Price 1, one range of 60 ticks on each side. */
const u = {
  name: 'U',
  kind: 'v3',
  decimals: { base: 18, quote: 6 },
  baseIsToken0: true,
  sqrtPriceX96: '79228162514264337593543950336',
  tick: 0,
  liquidity: '1000',
  tickSpacing: 60,
  feePips: 3000,
  ticks: [
    [-60, '1000'],
    [60, '-1000'],
  ],
  gasCost: '0.9',
};

describe('causeway route --json', () => {
  test('prints what the router would do as one object, decimals as text', async () => {
    const { code, stdout, stderr } = await runCli([
      'route',
      '--input',
      fileOf({ order, venues: [a, p, u] }),
      '--json',
    ]);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    // 2 at 100.1 and 10 at 100.15005. The pool begins at 100.07 and would save less than its gas.
    expect(objectsOf(stdout)).toEqual([
      {
        filledQty: '12',
        cost: '1201.7005',
        boundBps: expect.any(Number),
        legs: [
          {
            venue: 'A',
            qty: '12',
            worstPrice: '100.05',
            cost: '1201.7005',
            marginalPrice: '100.15005',
          },
        ],
        unused: [
          {
            venue: 'P',
            why: expect.stringMatching(/^it would save .* less than its gas of 0\.6$/),
          },
          { venue: 'U', why: expect.any(String) },
        ],
      },
    ]);
  });

  test('a pool without its gas is used at equal marginal prices', async () => {
    const { stdout } = await runCli([
      'route',
      '--input',
      fileOf({ order, venues: [a, { ...p, gasCost: '0' }] }),
      '--json',
    ]);
    const [plan] = objectsOf(stdout);
    // 100.02 / 0.9995 · 5000² / (5000 − x)² = 100.15005: x = 1.99…; the rest of A at that price.
    expect(plan).toMatchObject({ filledQty: '12', legs: [{ venue: 'A' }, { venue: 'P' }] });
    const legs = plan?.['legs'] as { qty: string; marginalPrice: string }[];
    expect(Number(legs[1]?.qty)).toBeCloseTo(
      5000 * (1 - Math.sqrt(100.02 / 0.9995 / 100.15005)),
      6,
    );
    expect(Number(legs[1]?.marginalPrice)).toBeCloseTo(100.15005, 6);
  });
});

describe('causeway route', () => {
  test('draws the split: a bar for each venue, then why the others are not used', async () => {
    const { code, stdout } = await runCli(['route', '--input', fileOf({ order, venues: [a, p] })]);
    expect(code).toBe(0);
    expect(stdout).toContain('buy 12 at any price\n');
    expect(stdout).toMatch(/A {6}█{24} {2}100\.0 % +12 {2}2 of 2 levels/);
    expect(stdout).toMatch(/P {9}it would save /);
    expect(stdout).toContain('12 of 12 costs 1201.7005, fees and gas included: 100.141708 each');
  });

  test('of the example prints what the README shows', async () => {
    const { stdout } = await runCli(['route', '--input', 'docs/examples/situation.json']);
    expect(readFileSync('README.md', 'utf8')).toContain(stdout);
  });

  test('says so when no venue takes any of it', async () => {
    const { code, stdout } = await runCli([
      'route',
      '--input',
      fileOf({ order: { ...order, limit: '90' }, venues: [a] }),
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('0 of 12: no venue takes any of it');
    expect(stdout).toContain('its best ask 100 is beyond the limit 90');
  });

  test('of a broken situation says all that is wrong with it, each with its line, and ends with 1', async () => {
    const venues = [
      { ...a, tick: '0', asks: [['1e2', 2]] },
      { ...p, feeBps: '5.001' },
      { name: 'X', kind: 'v9' },
    ];
    const file = fileOf({ order: { side: 'hold', orderQty: 12 }, venues });
    const { code, stdout, stderr } = await runCli(['route', '--input', file]);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(7);
    expect(lines[0]).toMatch(`${file}:3 `);
    expect(lines[0]).toMatch(/order\.side +found "hold" +expected one of buy, sell$/);
    expect(lines[1]).toMatch(/:4 .*order\.orderQty +found 12 +expected a decimal above 0/);
    expect(lines[2]).toMatch(/venues\[0\]\.tick +found "0"/);
    expect(lines[3]).toMatch(/venues\[0\]\.asks\[0\]\[0\] +found "1e2"/);
    expect(lines[4]).toMatch(/venues\[0\]\.asks\[0\]\[1\] +found 2 /);
    expect(lines[5]).toMatch(
      /venues\[1\]\.feeBps +found "5\.001" +expected basis points in steps of 0\.01/,
    );
    expect(lines[6]).toMatch(/venues\[2\]\.kind +found "v9" +expected one of book, v2, v3$/);
  });

  test('without --input is a wrong use', async () => {
    const { code, stderr } = await runCli(['route']);
    expect(code).toBe(2);
    expect(stderr).toContain('a route has an order, such as buy 50 ETH/USDT, or --input');
  });
});

describe('what is wrong with a situation', () => {
  const problemsOf = (situation: unknown) => {
    const read = readRouteInput(fileOf(situation));
    return read.ok
      ? []
      : read.error.map(({ key, found, expected }) => `${key} ${found}, ${expected}`);
  };

  test.each([
    ['', 'an empty file, one JSON object'],
    ['{"order": ', 'broken JSON, one JSON object'],
    ['[]', '[], a map of order, venues'],
    [{ order, venues: [] }, 'venues an empty list, at least one venue'],
    [{ order, venues: [a, a] }, 'venues[1].name "A" again, first at venues[0], a name of its own'],
    [{ order, venues: 'all' }, 'venues "all", a list of venues, at most 64'],
    [{ order, venues: [null] }, 'venues[0] null, a venue of kind book, v2 or v3'],
    [
      { order: { ...order, limit: 100 }, venues: [a] },
      'order.limit 100, null, or a decimal above 0',
    ],
    [
      { order, venues: [{ ...a, lot: '0.0000000000000000001' }] },
      'venues[0].lot "0.0000000000000000001", a decimal above 0',
    ],
    [
      { order, venues: [{ ...a, asks: [['100']] }] },
      'venues[0].asks[0] ["100"], a pair ["price", "quantity"]',
    ],
    [
      { order, venues: [{ ...a, takerFeeBps: '10000' }] },
      'venues[0].takerFeeBps "10000", basis points',
    ],
    [{ order, venues: [{ ...u, ticks: undefined }] }, 'venues[0].ticks nothing, a list of pairs'],
    [
      { order, venues: [{ ...u, liquidity: 1000 }] },
      'venues[0].liquidity 1000, a whole number in quotes',
    ],
    [
      { order, venues: [{ ...u, tickSpacing: 0.5 }] },
      'venues[0].tickSpacing 0.5, a whole number from 1',
    ],
    [
      { order, venues: [{ ...u, baseIsToken0: 'yes' }] },
      'venues[0].baseIsToken0 "yes", true or false',
    ],
  ])('%j', (situation, expected) => {
    expect(problemsOf(situation)[0]?.trim()).toContain(expected);
  });

  test('a million levels are counted, not read', () => {
    const asks = Array.from({ length: 400_000 }, () => ['9', '1']);
    expect(problemsOf({ order, venues: [{ ...a, asks }] })[0]).toMatch(/bytes, at most 8388608$/);
    const text = JSON.stringify({ order, venues: [{ ...a, asks }] });
    expect(problemsOf(text)[0]).toContain('venues[0].asks a list of 400000, a list of pairs');
  });

  test('a key that is none is named in a warning and passed over', () => {
    const read = readRouteInput(fileOf({ order, venues: [{ ...a, takerFee: '1' }], more: 1 }));
    expect(read.ok && read.value.warnings.map(({ key }) => key)).toEqual([
      'more',
      'venues[0].takerFee',
    ]);
  });
});

describe('a venue that can not be quoted is left out with the reason', () => {
  test.each([
    [
      'a crossed book',
      { ...a, bids: [['100.01', '1']] },
      'its book is crossed: bid 100.01, ask 100',
    ],
    [
      'a price off the tick',
      { ...a, asks: [['100.005', '1']] },
      'its ask 100.005 is not on its tick of 0.01',
    ],
    [
      'a quantity beyond 2^53 lots',
      { ...a, lot: '0.000000000000000001' },
      'its ask of 2 at 100 is beyond 2^53 of its steps',
    ],
    ['reserves of 0', { ...p, reserves: { base: '0', quote: '5' } }, 'a reserve of it is empty'],
    [
      'reserves finer than the token',
      { ...p, reserves: { base: '0.1', quote: '5' }, decimals: { base: 0, quote: 0 } },
      'its reserves have more decimals than their tokens',
    ],
    ['a tick out of range', { ...u, ticks: [[900_000, '1']] }, 'its tick 900000 is out of range'],
    ['the tick of another price', { ...u, tick: 50 }, 'its tick is 50, its price that of tick 0'],
    ['no price', { ...u, sqrtPriceX96: '0' }, 'its sqrtPriceX96 0 is out of range'],
    ['a tick off the spacing', { ...u, ticks: [[61, '-1']] }, 'its tick 61 is no multiple of 60'],
    [
      'ticks that take more liquidity than there is',
      { ...u, ticks: [[60, '-1001']] },
      'its liquidity falls below 0 at tick 60',
    ],
  ])('%s', (_, venue, why) => {
    const read = readRouteInput(fileOf({ order, venues: [venue] }));
    expect(read.ok && read.value.venues).toEqual([{ type: 'Excluded', name: venue.name, why }]);
  });

  test('liquidity 0, missing sides and optional keys are no faults', () => {
    const { bids: _, minQty: __, ...bare } = a;
    const venues = [bare, { ...u, liquidity: '0', ticks: [] }, { ...p, lot: '0.5', minQty: '1' }];
    const read = readRouteInput(fileOf({ order: { side: 'sell', orderQty: '1' }, venues }));
    expect(read.ok && read.value.venues.map(({ type }) => type)).toEqual([
      'Source',
      'Source',
      'Source',
    ]);
  });

  test('a tick that is one off its price, as worked out by hand, is mended', () => {
    const read = readRouteInput(fileOf({ order, venues: [{ ...u, tick: 1 }] }));
    expect(read.ok && read.value.venues).toMatchObject([{ source: { pool: { tick: 0 } } }]);
  });
});
