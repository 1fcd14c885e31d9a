// Venues on a chain in the configuration: the page's own example, and what is wrong with one, with its place.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { formatProblems, loadConfig } from '../../../../gateway/config/index.ts';
import { poolsOf } from '../../../../gateway/process/chain-adapter.ts';
import { changed, folderWith, only, problemsOf, removeFolders } from './desk-folder.ts';

afterEach(removeFolders);

/** The example of docs/configuration.md, its instrument in the place of the example file's ETH/USDT. */
const page = readFileSync('docs/configuration.md', 'utf8');
const [, example = ''] = /```yaml\n(chainVenues:[\s\S]*?)```/.exec(page) ?? [];
const [venues = '', listing = ''] = example.split('instruments:\n');
const DESK =
  changed(
    `  - symbol: ETH/USDT
    listings: [{ venue: binance, symbol: ETHUSDT }]
`,
    listing,
  ) + venues;

const but = (from: string, to: string) => changed(from, to, DESK);

test('the example of the page loads, and its pool has the tokens of the instrument that lists it', () => {
  const { file, folder } = folderWith(DESK);
  const loaded = loadConfig(file, {});
  if (!loaded.ok) throw new Error(formatProblems(loaded.error));
  const { config } = loaded.value;
  const [venue] = config.chainVenues;
  if (venue === undefined) throw new Error('no venue');
  expect(venue).toMatchObject({
    venueID: 'uniswap',
    chainID: 1,
    signerSocket: join(folder, 'signer.sock'),
    coin: 'ETH',
    confirmations: 1,
    finalDepth: null,
    deadlineS: 60,
    maxSlippage: 3_000_000_000_000_000n, // 30 bps.
    maxFeePerGas: 100_000_000_000n,
    priorityFeePerGas: 1_000_000_000n,
  });
  expect(poolsOf(venue, config)).toMatchObject([
    {
      venueSymbol: 'ETHUSDT-v3',
      instrumentID: 'ETH/USDT',
      kind: 'v3',
      address: '0x11b815efb8f581194ae79006d24e0d814b7697f6',
      base: { address: '0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2', decimals: 18 },
      quote: { decimals: 6, approvesFromZero: true },
      feePips: 500,
      tickSpacing: 10,
    },
  ]);
});

describe('what is wrong is named by its key', () => {
  test.each([
    [
      'an address without quotes is a number',
      '"0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65"',
      '0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65',
      'uniswap.account',
      'in quotes',
    ],
    [
      'one that is too short',
      '"0x1F98431c8aD98523631AE4a59f267346ea31F984"',
      '"0x1F98"',
      'contracts.factoryV3',
      '40 hexadecimal digits',
    ],
    [
      'a plain http node elsewhere',
      'https://node.example.com',
      'http://node.example.com',
      'uniswap.rpc',
      'loopback only',
    ],
    [
      'gas in a float',
      'maxFeePerGasGwei: "100"',
      'maxFeePerGasGwei: 100',
      'maxFeePerGasGwei',
      'gwei in quotes',
    ],
    [
      'a tip above the cap',
      'priorityFeePerGasGwei: "1"',
      'priorityFeePerGasGwei: "101"',
      'priorityFeePerGasGwei',
      'at most maxFeePerGasGwei',
    ],
    [
      'a listing of no pool',
      'symbol: ETHUSDT-v3',
      'symbol: ETHUSDT-v2',
      'listings[1].symbol',
      'a pool of uniswap: ETHUSDT-v3',
    ],
    [
      'a v3 pool without its spacing',
      ' tickSpacing: 10,',
      '',
      'ETHUSDT-v3.tickSpacing',
      'the tick spacing of a v3 pool',
    ],
    ['a v2 pool with one', 'kind: v3', 'kind: v2', 'ETHUSDT-v3.tickSpacing', 'none in a v2 pool'],
    [
      'a currency without a token',
      '      USDT: {',
      '      USDC: {',
      'uniswap.tokens',
      'the tokens of ETH/USDT',
    ],
    [
      'a lot finer than the token',
      'decimals: 18 }',
      'decimals: 3 }',
      'ETHUSDT-v3.lot',
      "at most 3 decimals: ETH's",
    ],
    [
      'gas of an instrument that is not there',
      'gasInstrument: ETH/USDT',
      'gasInstrument: POL/USDT',
      'uniswap.gasInstrument',
      'an instrument of this file',
    ],
  ])('%s', (_what, from, to, key, expected) => {
    const problems = problemsOf(but(from, to));
    const found = problems.find((one) => one.key.endsWith(key));
    expect(found?.expected).toContain(expected);
    expect(found?.place).toMatch(/desk\.yaml:\d+$/);
  });

  test('a pool that nothing lists', () => {
    const text = but(', { venue: uniswap, symbol: ETHUSDT-v3 }', '');
    expect(only(text)).toContain('chainVenues.uniswap.pools.ETHUSDT-v3');
  });

  test('a pool that is listed twice; a second pool of the instrument may be', () => {
    const two = (symbol: string) =>
      but(
        '{ venue: uniswap, symbol: ETHUSDT-v3 }',
        `{ venue: uniswap, symbol: ETHUSDT-v3 }, { venue: uniswap, symbol: ${symbol} }`,
      );
    const second = two('again').replace(
      '    pools:\n',
      `    pools:
      again:
        { kind: v2, address: "0x11b815efB8f581194ae79006d24E0d814B7697F6",
          tick: "0.01", lot: "0.0001", minQty: "0.01", maxQty: "500" }
`,
    );
    expect(problemsOf(second)).toEqual([]);
    expect(only(two('ETHUSDT-v3'))).toContain('each once');
  });

  test('a name that an exchange has', () => {
    const text = DESK.replaceAll('uniswap', 'binance');
    const keys = problemsOf(text).map(({ key, expected }) => `${key} ${expected}`);
    expect(keys).toContain('chainVenues.binance a name of its own');
  });
});

test('a desk may have no exchange at all', () => {
  const text = DESK.replace(/venues:\n {2}binance:[\s\S]*?(?=chainVenues:)/, 'venues: {}\n');
  expect(problemsOf(text).map(({ key }) => key)).not.toContain('venues');
  const none = text.slice(0, text.indexOf('chainVenues:'));
  expect(problemsOf(none).map(({ key }) => key)).toContain('venues');
});
