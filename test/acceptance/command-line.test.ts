// The commands against a running desk: the real gateway and the simulated exchange, each a process.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Rig, startRig } from '../counterparties/rig.ts';
import { type CliRun, objectsOf, runCli } from '../unit/gateway/cli/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'causeway-desk-'));
let rig: Rig;

beforeAll(async () => {
  rig = await startRig({ folder, seed: 7, sessions: [{ id: 'CLI', accounts: ['A1'] }] });
  await rig.startGateway();
  await rig.healthy();
});

afterAll(async () => {
  await rig.close();
  rmSync(folder, { recursive: true });
});

function order(...args: readonly string[]): Promise<CliRun> {
  return runCli(['order', ...args, '--config', rig.configFile]);
}

describe('causeway start', () => {
  test('says where each part listens and how to send the first order', () => {
    const log = readFileSync(join(folder, 'gateway.log'), 'utf8');
    expect(log).toMatch(/causeway 0\.1\.0, desk 1: recovery done in [\d.]+ s, 0 records replayed/);
    expect(log).toContain(`FIX      127.0.0.1:${rig.fixPort}   sessions CLI`);
    expect(log).toContain(`health   http://127.0.0.1:${rig.httpPort}/health`);
    expect(log).toContain(`metrics  http://127.0.0.1:${rig.httpPort}/metrics`);
    expect(log).toContain('npx causeway order buy 0.01 BTC/USDT --market --config');
  });

  test('a second desk on the folder is refused with 3', async () => {
    const second = await runCli(['start', '--config', rig.configFile]);
    expect(second.code).toBe(3);
  });
});

describe('causeway order', () => {
  test('shows the reports of an order that fills, and ends with 0', async () => {
    const { code, stdout } = await order(
      'buy',
      '0.01',
      'BTC/USDT',
      '--limit',
      '65000',
      '--tif',
      'ioc',
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^buy 0\.01 BTC\/USDT limit 65000 IOC\n/);
    expect(stdout).toMatch(/New +New +0 +0\.01\n/);
    expect(stdout).toMatch(/Trade +Filled +0\.01 @ [\d.]+ +0\.01 +0 +[\d.]+ +binance\n/);
    expect(stdout).toMatch(/filled 0\.01 of 0\.01 at [\d.]+, after/);
    expect(stdout).toContain('its story: causeway story ORD-1-');
  });

  test('of a resting order ends while it rests', async () => {
    const { code, stdout } = await order(
      'buy',
      '0.1',
      'BTC/USDT',
      '--limit',
      '50000',
      '--tif',
      'gtc',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('rests, 0.1 open, filled 0 of 0.1');
  });

  test('with --cancel-after asks for its cancel and ends with it', async () => {
    const { code, stdout } = await order(
      'buy',
      '0.1',
      'BTC/USDT',
      '--limit',
      '50000',
      '--cancel-after',
      '200',
      '--json',
    );
    expect(code).toBe(0);
    expect(objectsOf(stdout).map(({ execType, type }) => execType ?? type)).toEqual([
      'New',
      'PendingCancel',
      'Canceled',
      'Ended',
    ]);
  });

  test('that is rejected ends with 3 and says why', async () => {
    const { code, stdout } = await order('buy', '1', 'DOGE/USDT');
    expect(code).toBe(3);
    expect(stdout).toContain('rejected: Symbol(55) DOGE/USDT is not known here');
  });
});

describe('causeway order of an open one', () => {
  const resting = ['buy', '0.2', 'BTC/USDT', '--limit', '50000', '--tif', 'gtc'];

  test('is sent under a given ClOrdID to a given venue, replaced, and cancelled by its OrderID', async () => {
    const sent = await order(...resting, '--cl-ord-id', 'MINE-1', '--venue', 'binance', '--json');
    const { orderID } = objectsOf(sent.stdout).at(-1) as { orderID: string };
    expect(objectsOf(sent.stdout).at(-1)).toMatchObject({ type: 'Resting', clOrdID: 'MINE-1' });
    const changed = ['--limit', '50001', '--qty', '0.3'];
    const replaced = await order('replace', 'MINE-1', ...changed, '--json');
    expect(replaced.code).toBe(0);
    expect(objectsOf(replaced.stdout)).toContainEqual(
      expect.objectContaining({ execType: 'Replaced', orderID, leavesQty: '0.3' }),
    );
    const open = await runCli(['orders', '--data', rig.dataFolder, '--json']);
    expect(objectsOf(open.stdout)).toContainEqual(
      expect.objectContaining({ orderID, price: '50001', orderQty: '0.3' }),
    );
    const cancelled = await order('cancel', orderID, '--json');
    expect([cancelled.code, objectsOf(cancelled.stdout).at(-1)]).toEqual([
      0,
      expect.objectContaining({ type: 'Ended', ordStatus: 'Canceled', orderID }),
    ]);
  });

  test('whose replace the desk rejects ends with 3, and the order is as it was', async () => {
    const sent = await order(...resting, '--json');
    const { orderID } = objectsOf(sent.stdout).at(-1) as { orderID: string };
    const replaced = await order('replace', orderID, '--limit', '1000000');
    expect([replaced.code, replaced.stdout]).toEqual([3, expect.stringContaining('rejected: ')]);
    const open = await runCli(['orders', '--data', rig.dataFolder, '--json']);
    expect(objectsOf(open.stdout)).toContainEqual(
      expect.objectContaining({ orderID, price: '50000', ordStatus: 'New' }),
    );
    const filtered = await Promise.all(
      [
        ['--client', 'CLI', '--account', 'A1'],
        ['--client', 'CLI', '--account', 'A2'],
        ['--client', 'ACME'],
      ].map((filter) => runCli(['orders', ...filter, '--data', rig.dataFolder, '--json'])),
    );
    const shows = filtered.map(({ stdout }) => stdout.includes(`"${orderID}"`));
    expect(shows).toEqual([true, false, false]);
    expect((await order('cancel', orderID)).code).toBe(0);
  });

  test('that is not open is refused with 3, a replace that changes nothing is a wrong line, 2', async () => {
    expect((await order('cancel', 'ORD-9-9')).code).toBe(3);
    expect((await order('replace', 'ORD-9-9')).code).toBe(2);
  });

  test('to no venue that lists it is rejected', async () => {
    const { code, stdout } = await order(...resting, '--exclude', 'binance, kraken');
    expect([code, stdout]).toEqual([3, expect.stringContaining('rejected: ')]);
  });
});

describe('causeway book', () => {
  const book = (...args: readonly string[]): Promise<CliRun> =>
    runCli(['book', ...args, '--data', rig.dataFolder]);

  test('is one ladder, best in the middle, with the part of each venue', async () => {
    const { code, stdout } = await book('BTC/USDT', '--depth', '4', '--json');
    expect(code).toBe(0);
    const [head, venue, ...levels] = objectsOf(stdout);
    expect(head).toMatchObject({ type: 'Book', symbol: 'BTC/USDT', allIn: false });
    expect(venue).toMatchObject({ type: 'Venue', venueID: 'binance', book: 'Live', askShare: 1 });
    const prices = (side: string): number[] =>
      levels.filter((level) => level['side'] === side).map(({ price }) => Number(price));
    expect(prices('bid')).toHaveLength(4);
    expect(prices('ask')).toHaveLength(4);
    expect(prices('bid')).toEqual(prices('bid').toSorted((a, b) => b - a));
    expect(prices('ask')).toEqual(prices('ask').toSorted((a, b) => a - b));
    expect(prices('bid')[0]).toBeLessThan(prices('ask')[0] ?? 0);
    expect((await book('BTC/USDT', '--all-in')).stdout).toContain("prices with taker's fees");
  });

  test('of an instrument that is not there ends with 2, without a desk with 4', async () => {
    const unknown = await book('DOGE/USDT');
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('no instrument DOGE/USDT, there is: BTC/USDT');
    expect((await runCli(['book', 'BTC/USDT', '--data', folder])).code).toBe(4);
  });
});

describe('causeway route on the running desk', () => {
  const route = (...args: readonly string[]): Promise<CliRun> =>
    runCli(['route', ...args, '--data', rig.dataFolder]);

  test('plans over its books as they stand, and sends nothing', async () => {
    const before = await runCli(['orders', '--data', rig.dataFolder, '--json']);
    const { code, stdout } = await route('buy', '0.2', 'BTC/USDT', '--json');
    expect(code).toBe(0);
    const [plan] = objectsOf(stdout);
    const legs = [expect.objectContaining({ venue: 'binance', qty: '0.2' })];
    expect(plan).toMatchObject({ filledQty: '0.2', unused: [], legs });
    expect((await runCli(['orders', '--data', rig.dataFolder, '--json'])).stdout).toBe(
      before.stdout,
    );
    const low = objectsOf((await route('buy', '1', 'BTC/USDT', '--limit', '1', '--json')).stdout);
    expect(low[0]).toMatchObject({ filledQty: '0', legs: [] });
  });

  test('writes the situation, which gives the plan again', async () => {
    const { code, stdout } = await route('sell', '0.2', 'BTC/USDT', '--situation');
    expect(code).toBe(0);
    const file = join(folder, 'situation.json');
    writeFileSync(file, stdout);
    const again = await runCli(['route', '--input', file, '--json']);
    expect([again.code, again.stderr]).toEqual([0, '']);
    expect(objectsOf(again.stdout)[0]).toMatchObject({ filledQty: '0.2' });
    const situation = JSON.parse(stdout) as { venues: Record<string, unknown>[] };
    expect(situation.venues).toMatchObject([{ name: 'binance', kind: 'book', takerFeeBps: '0' }]);
  });

  test('an order that cannot be read ends with 2, as does an instrument that is not there', async () => {
    const wrong = await route('buy', 'much', 'BTC/USDT');
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      expect.stringMatching(/order\.orderQty "much" .*a decimal above 0/),
    ]);
    expect((await route('buy', '1', 'DOGE/USDT')).code).toBe(2);
    expect((await runCli(['route', 'buy', '1', 'BTC/USDT', '--data', folder])).code).toBe(4);
  });
});

describe('causeway doctor', () => {
  test('reaches the venue, measures flush and clock, and finds nothing that fails', async () => {
    const { code, stdout } = await runCli(['doctor', '--config', rig.configFile, '--json']);
    const findings = objectsOf(stdout);
    // A disk that others use may be as slow as it likes: its figure is the machine's.
    const failed = findings.filter(({ state }) => state === 'fail');
    expect(failed.filter(({ check }) => check !== 'disk flush')).toEqual([]);
    expect(code).toBe(failed.length === 0 ? 0 : 1);
    const found = new Map(findings.map((one) => [one['check'], String(one['found'])]));
    expect(found.get('disk flush')).toMatch(/^p50 [\d.]+ ms, p99 [\d.]+ ms, .* of 100$/);
    expect(found.get('clock')).toMatch(/^\d+ ms (ahead of|behind) binance, ± \d+ ms$/);
    expect(found.get('binance market data')).toMatch(/ in \d+ ms$/);
    expect(found.get('FIX port')).toMatch(/, where a desk runs$/);
    expect(findings.every(({ state, remedy }) => state === 'ok' || remedy !== '')).toBe(true);
  });
});

describe('causeway story', () => {
  test('tells request, checks, child and why, fill and every report, beside the running desk', async () => {
    const sent = await order('sell', '0.5', 'ETH/USDT', '--json');
    const { orderID, clOrdID } = objectsOf(sent.stdout).at(-1) as {
      orderID: string;
      clOrdID: string;
    };
    const byOrderID = await runCli(['story', orderID, '--data', rig.dataFolder, '--json']);
    expect(byOrderID.code).toBe(0);
    const steps = objectsOf(byOrderID.stdout);
    expect(steps.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'FIX in',
        'check',
        'accepted',
        'FIX out',
        'child to binance',
        'child works',
        'filled',
        'ended',
      ]),
    );
    const how = (what: string) =>
      steps.filter((step) => step['what'] === what).map((step) => String(step['how']));
    expect(how('FIX in')[0]).toContain(`ClOrdID(11)=${clOrdID}`);
    expect(how('FIX in')[0]).toContain('Side(54)=2 [Sell]');
    expect(how('check')).toContainEqual(
      expect.stringMatching(/^maxOrderNotional passed: .* USDT; the firm's limit is 1000000 USDT$/),
    );
    expect(how('child to binance')[0]).toContain('why: ');
    expect(how('FIX out')).toHaveLength(2);
    const byClOrdID = await runCli(['story', clOrdID, '--data', rig.dataFolder, '--json']);
    expect(byClOrdID.stdout).toBe(byOrderID.stdout);
  });

  test('of a rejected order names the check that refused it and those before', async () => {
    const sent = await order('buy', '50', 'BTC/USDT', '--limit', '60000', '--json');
    const { clOrdID } = objectsOf(sent.stdout).at(-1) as { clOrdID: string };
    const { stdout } = await runCli(['story', clOrdID, '--data', rig.dataFolder]);
    expect(stdout).toMatch(/^No order came of it, /);
    expect(stdout).toMatch(/check +knownAccount passed\n/);
    expect(stdout).toMatch(
      /check +maxOrderNotional refused: 3000000 USDT is over the firm's 1000000 USDT/,
    );
  });

  test('of an unknown id ends with 1', async () => {
    const { code, stderr } = await runCli(['story', 'ORD-9-9', '--data', rig.dataFolder]);
    expect(code).toBe(1);
    expect(stderr).toContain('no order with the OrderID or ClOrdID "ORD-9-9"');
  });
});

describe('metrics of the running desk', () => {
  test('count its messages, refusals and acknowledgements', async () => {
    const text = await (await fetch(`http://127.0.0.1:${rig.httpPort}/metrics`)).text();
    expect(text).toMatch(
      /causeway_fix_messages_total\{session="CLI",direction="in",msg_type="D"\} [1-9]/,
    );
    expect(text).toMatch(/causeway_risk_refusals_total\{reason="maxOrderNotional"\} 1/);
    expect(text).toMatch(/causeway_order_ack_duration_seconds_count [1-9]/);
    expect(text).toMatch(/causeway_journal_flush_duration_seconds_count [1-9]/);
    expect(text).toMatch(/causeway_venue_book_age_seconds\{venue="binance"\} \d/);
  });

  test('are those of docs/metrics.md, names, types and labels', async () => {
    const text = await (await fetch(`http://127.0.0.1:${rig.httpPort}/metrics`)).text();
    const page = readFileSync('docs/metrics.md', 'utf8');
    const documented = new Map(
      [...page.matchAll(/^\| `(causeway_\w+)` \| (\w+) \| (.*?) \|/gm)].map(
        ([, name = '', type = '', labels = '']) => [
          name,
          [type, new Set([...labels.matchAll(/`(\w+)`/g)].map(([, label]) => label))],
        ],
      ),
    );
    const found = [...text.matchAll(/^# TYPE (\S+) (\w+)$/gm)];
    expect(found.map(([, name = '']) => name).toSorted()).toEqual(
      [...documented.keys()].toSorted(),
    );
    for (const [, name = '', type] of found) {
      const series = [...text.matchAll(new RegExp(`^${name}(?:_bucket)?\\{([^}]*)\\}`, 'gm'))];
      const labels = series.flatMap(([, inner = '']) => [...inner.matchAll(/(\w+)="/g)]);
      const names = new Set(labels.map(([, label]) => label).filter((label) => label !== 'le'));
      const [documentedType, documentedLabels] = documented.get(name) ?? [];
      expect([name, documentedType]).toEqual([name, type]);
      // A metric that has no series yet shows no label.
      if (series.length > 0) expect([name, documentedLabels]).toEqual([name, names]);
    }
  });
});

// The last: it stops the desk.
describe('causeway journal verify', () => {
  test('is refused while a desk has the folder, and holds when it has stopped', async () => {
    const beside = await runCli(['journal', 'verify', '--data', rig.dataFolder]);
    expect(beside.code).toBe(3);
    expect(beside.stderr).toContain('belongs to a running gateway');
    expect(await rig.stopGateway()).toBe(0);
    const after = await runCli(['journal', 'verify', '--data', rig.dataFolder]);
    expect(after.code).toBe(0);
    expect(after.stdout).toMatch(/^ok {2}.*all checksums and hashes hold\n$/);
  });
});
