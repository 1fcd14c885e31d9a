// What a configuration says of where orders go: fees, what a limit bounds, lists of venues.
import { afterEach, describe, expect, test } from '@jest/globals';
import { formatProblems, loadConfig } from '../../../../gateway/config/index.ts';
import { changed, folderWith, lineOf, only, removeFolders, warningsOf } from './desk-folder.ts';

afterEach(removeFolders);

const FEES = '{ takerBps: "10", makerBps: "10" }';

function loaded(text: string) {
  const result = loadConfig(folderWith(text).file, {});
  if (!result.ok) throw new Error(formatProblems(result.error));
  return result.value.config;
}

describe('fees', () => {
  test('are exact parts of an amount: 7.5 bps are 0.00075, and a rebate is negative', () => {
    const [venue] = loaded(changed(FEES, '{ takerBps: "7.5", makerBps: "-0.5" }')).venues;
    expect(venue?.fees).toEqual({ taker: 750_000_000_000_000n, maker: -50_000_000_000_000n });
  });

  test.each(['10', '"1e1"', '"0.000000000000001"', '"1001"'])('%s is none', (written) => {
    expect(only(changed(FEES, `{ takerBps: ${written}, makerBps: "0" }`))).toContain(
      `desk.yaml:${lineOf(FEES)}  venues.binance.fees.takerBps`,
    );
  });

  test('left out beside another venue are warned of: it looks free, and draws the orders', () => {
    const two = changed(
      'listings: [{ venue: binance, symbol: BTCUSDT }]',
      'listings: [{ venue: binance, symbol: BTCUSDT }, { venue: second, symbol: BTCUSDT }]',
      `${changed(`    fees: ${FEES}`, '    # no fees')}
  second:
    adapter: binance
    fees: { takerBps: "1", makerBps: "1" }
    rest: https://api.binance.com
    orders: wss://ws-api.binance.com:443/ws-api/v3
    market: wss://stream.binance.com:9443/stream
    apiKeyFile: secrets/binance.key
    privateKeyFile: secrets/binance.pem
`,
    );
    expect(warningsOf(two)).toContain(
      'venues.binance  warning: no fees are set: routing takes it for free beside other venues',
    );
    expect(warningsOf(two)).not.toContain('venues.second  warning');
  });
});

describe('a session', () => {
  const LIMIT = 'limitPrice: gross';

  test('says what its limits bound; without it the price alone', () => {
    expect(loaded(changed(LIMIT, 'limitPrice: allIn')).sessions[0]?.limitBasis).toBe('allIn');
    expect(loaded(changed(`    ${LIMIT}`, '    # nothing')).sessions[0]?.limitBasis).toBe('gross');
  });

  test('says where its orders may go; a venue that is not there is an error', () => {
    const text = changed(LIMIT, 'venues: { exclude: [binance] }');
    expect(loaded(text).sessions[0]?.venues).toEqual({ include: [], exclude: ['binance'] });
    expect(only(changed(LIMIT, 'venues: { include: [kraken] }'))).toContain(
      'sessions[0].venues.include[0]',
    );
  });
});
