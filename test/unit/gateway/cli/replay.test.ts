// Captures through the adapter, held against a book that this test keeps itself, plainly, out of the same lines.

import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, describe, expect, test } from '@jest/globals';
import { captureLines } from '../../../../gateway/cli/capture-files.ts';
import { objectsOf, runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'causeway-replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, lines: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

/** `../shared/recordings` beside the project, or beside a folder above it. */
function recordings(): string | null {
  for (let from = process.cwd(); ; from = dirname(from)) {
    const place = join(from, '..', 'shared', 'recordings');
    if (existsSync(place)) return place;
    if (dirname(from) === from) return null;
  }
}

const place = recordings();
if (place === null) console.warn('SKIPPED: no recordings in ../shared/recordings');

/** Each venue's captures: the files that have all but the ending in common. */
function captures(): readonly (readonly [string, string, readonly string[]])[] {
  if (place === null) return [];
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const files = readdirSync(join(place, name)).filter((file) => /\.(ws|http)/.test(file));
      const stems = [...new Set(files.map((file) => file.replace(/\.(ws|http).*$/, '')))];
      return stems.map((stem): readonly [string, string, readonly string[]] => [
        name,
        stem,
        files.filter((file) => file.startsWith(stem)).map((file) => join(place, name, file)),
      ]);
    });
}

type Side = Map<string, string>;

/** Of Binance, with numbers and sorting where the adapter has a sorted book in whole ticks. */
class PlainBook {
  readonly bids: Side = new Map();
  readonly asks: Side = new Map();
  readonly early: Depth[] = [];
  updateID: number | null = null;

  change(depth: Depth): void {
    if (this.updateID === null) this.early.push(depth);
    else if (depth.u > this.updateID) {
      set(this.bids, depth.b);
      set(this.asks, depth.a);
      this.updateID = depth.u;
    }
  }

  join(snapshot: { lastUpdateId: number; bids: Levels; asks: Levels }): void {
    set(this.bids, snapshot.bids);
    set(this.asks, snapshot.asks);
    this.updateID = snapshot.lastUpdateId;
    for (const depth of this.early.splice(0)) this.change(depth);
  }

  top(): readonly (number | undefined)[] {
    const [bid, bidQty] = best(this.bids, -1);
    const [ask, askQty] = best(this.asks, 1);
    return [bid, bidQty, ask, askQty];
  }
}

type Levels = readonly (readonly [string, string])[];
interface Depth {
  readonly U: number;
  readonly u: number;
  readonly b: Levels;
  readonly a: Levels;
}

function set(side: Side, levels: Levels): void {
  for (const [price, qty] of levels) {
    if (Number(qty) === 0) side.delete(price);
    else side.set(price, qty);
  }
}

function best(side: Side, direction: 1 | -1): readonly number[] {
  const levels = [...side].map(([price, qty]) => [Number(price), Number(qty)] as const);
  levels.sort((a, b) => (a[0] - b[0]) * direction);
  return levels[0] ?? [];
}

interface Expected {
  frames: number;
  answers: number;
  aggregateTrades: number;
  /** `bookTicker` frames that speak of an update at which the book then stood. */
  tops: number;
  readonly rows: Map<string, readonly (number | undefined)[]>;
}

function expectedOf(files: readonly string[]): Expected {
  const lines = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((text) => {
        const match = /^(?:(https?:\S+) -> )?(\d+\.\d+): (.*)$/.exec(text);
        return match === null
          ? []
          : [{ url: match[1], at: Number(match[2]), body: match[3] ?? '' }];
      }),
  );
  lines.sort((a, b) => a.at - b.at);
  const books = new Map<string, PlainBook>();
  const tickers: { s: string; u: number }[] = [];
  const stood = new Set<string>();
  const expected: Expected = {
    frames: 0,
    answers: 0,
    aggregateTrades: 0,
    tops: 0,
    rows: new Map(),
  };
  const bookOf = (symbol: string): PlainBook => {
    const book = books.get(symbol) ?? new PlainBook();
    books.set(symbol, book);
    return book;
  };
  lines.forEach(({ url, at, body }, index) => {
    if (url === undefined) {
      expected.frames += 1;
      const { stream, data } = JSON.parse(body) as { stream: string; data: Depth & { s: string } };
      if (stream.includes('@depth')) bookOf(data.s).change(data);
      if (stream.includes('@aggTrade')) expected.aggregateTrades += 1;
      if (stream.includes('@bookTicker')) tickers.push(data);
    } else {
      expected.answers += 1;
      const symbol = /symbol=(\w+)/.exec(url)?.[1] ?? '';
      const { early } = bookOf(symbol);
      const last = (JSON.parse(body) as { lastUpdateId: number }).lastUpdateId;
      for (const { u } of early) if (u > last) stood.add(`${symbol} ${u}`);
      stood.add(`${symbol} ${last}`);
      bookOf(symbol).join(JSON.parse(body) as Parameters<PlainBook['join']>[0]);
    }
    for (const [symbol, { updateID }] of books) {
      if (updateID !== null) stood.add(`${symbol} ${updateID}`);
    }
    const second = Math.floor(at);
    const next = lines[index + 1];
    for (
      let end = second;
      end < (next === undefined ? second + 1 : Math.floor(next.at));
      end += 1
    ) {
      const time = `${new Date(end * 1000).toISOString().slice(0, 19)}Z`;
      for (const [symbol, book] of books) {
        if (book.updateID !== null) expected.rows.set(`${time} ${symbol}`, book.top());
      }
    }
  });
  expected.tops = tickers.filter(({ s, u }) => stood.has(`${s} ${u}`)).length;
  return expected;
}

(place === null ? describe.skip : describe)('the recordings', () => {
  test('there is at least one', () => expect(captures().length).toBeGreaterThan(0));

  test.each(captures())(
    '%s %s: books, trades, gaps and tops are those of a plain count',
    async (venue, _stem, files) => {
      const { code, stdout, stderr } = await runCli(['replay', venue, ...files, '--json']);
      expect([code, stderr]).toEqual([0, '']);
      const objects = objectsOf(stdout);
      const all = objects.at(-1);
      if (venue !== 'binance') {
        expect(all).toMatchObject({ type: 'Replayed', gaps: 0, checksumFailures: 0, problems: 0 });
        return;
      }
      const { frames, answers, aggregateTrades, tops, rows } = expectedOf(files);
      expect(tops).toBeGreaterThan(0);
      expect(all).toMatchObject({
        type: 'Replayed',
        frames,
        answers,
        aggregateTrades,
        checksCompared: tops,
        checksumFailures: 0,
        gaps: 0,
        problems: 0,
      });
      expect(objects.filter(({ type }) => type === 'Trade')).toHaveLength(aggregateTrades);
      const told = objects
        .filter(({ type }) => type === 'Top')
        .map((one): [string, readonly (number | undefined)[]] => [
          `${String(one['second'])} ${String(one['symbol'])}`,
          [one['bid'], one['bidQty'], one['ask'], one['askQty']].map(Number),
        ]);
      expect(new Map(told)).toEqual(rows);
      expect(told).toHaveLength(rows.size);
    },
  );

  test('a change that is left out is a gap, with the line at which it shows, and 1', async () => {
    const [, , files] = captures().find(([venue]) => venue === 'binance') ?? ['', '', []];
    const lines = files.flatMap((file) =>
      file.includes('.ws') ? readFileSync(file, 'utf8').split('\n') : [],
    );
    const changes = lines.flatMap((line, at) => (line.includes('"nknusdt@depth') ? [at] : []));
    const [left = 0, shows = 0] = changes.slice(20);
    const file = fileOf('left-out.ws', lines.toSpliced(left, 1));
    const answers = files.filter((one) => one.includes('.http'));
    const { code, stdout } = await runCli(['replay', 'binance', file, ...answers, '--json']);
    expect(code).toBe(1);
    const objects = objectsOf(stdout);
    expect(objects.filter(({ type }) => type === 'Gap')).toMatchObject([
      { symbol: 'NKNUSDT', file, line: shows }, // Counted from 1, one line less before it.
    ]);
    expect(objects.at(-1)).toMatchObject({ gaps: 1, liveBooks: 3 });
  });
});

describe('Kraken', () => {
  // The documented book and its checksum (guides/spot-ws-book-v2): no pair's grid is in it.
  const ASKS =
    '45285.2/0.00100000 45286.4/1.54571953 45286.6/1.54571109 45289.6/1.54560911 45290.2/0.15890660 ' +
    '45291.8/1.54553491 45294.7/0.04454749 45296.1/0.35380000 45297.5/0.09945542 45299.5/0.18772827';
  const BIDS =
    '45283.5/0.10000000 45283.4/1.54582015 45282.1/0.10000000 45281.0/0.10000000 45280.3/1.54592586 ' +
    '45279.0/0.07990000 45277.6/0.03310103 45277.5/0.30000000 45277.3/1.54602737 45276.6/0.15445238';
  const levels = (text: string): string =>
    `[${text.replaceAll(/(\S+)\/(\S+)/g, '{"price":$1,"qty":$2}').replaceAll(' ', ',')}]`;
  const snapshot = `{"channel":"book","type":"snapshot","data":[{"symbol":"BTC/USD","bids":${levels(BIDS)},"asks":${levels(ASKS)},"checksum":3310070434}]}`;
  const trade =
    '{"channel":"trade","type":"update","data":[{"symbol":"BTC/USD","side":"sell","price":45283.5,"qty":0.05,' +
    '"ord_type":"market","trade_id":4665906,"timestamp":"2023-09-25T07:49:37.708706Z"}]}';
  const wrong =
    '{"channel":"book","type":"update","data":[{"symbol":"BTC/USD","bids":[{"price":45283.5,"qty":0.05000000}],' +
    '"asks":[],"checksum":3310070434,"timestamp":"2023-10-06T17:35:55.440295Z"}]}';
  const start = 'wss://ws.kraken.com/v2 <-> 1696613755.0';

  test('the documented book is live by its checksum, its trades are told', async () => {
    const file = fileOf('kraken.ws', [
      start,
      `1696613755.1: ${snapshot}`,
      `1696613755.2: ${trade}`,
    ]);
    const { code, stdout } = await runCli(['replay', 'kraken', file, '--json']);
    expect(code).toBe(0);
    const objects = objectsOf(stdout);
    expect(objects).toContainEqual({
      type: 'Top',
      second: '2023-10-06T17:35:55Z',
      symbol: 'BTC/USD',
      state: 'Live',
      bid: '45283.5',
      bidQty: '0.1',
      ask: '45285.2',
      askQty: '0.001',
      updateID: 1,
    });
    expect(objects).toContainEqual({
      type: 'Trade',
      at: '2023-09-25T07:49:37.708706000Z',
      symbol: 'BTC/USD',
      tradeID: '4665906',
      isAggregate: false,
      side: 'sell',
      price: '45283.5',
      qty: '0.05',
    });
    expect(objects.at(-1)).toMatchObject({ checksCompared: 1, checksumFailures: 0, trades: 1 });
  });

  test('a change whose checksum does not hold takes the book away at its line, and ends with 1', async () => {
    const lines = [start, `1696613755.1: ${snapshot}`, `1696613756.5: ${wrong}`];
    const file = fileOf('kraken-wrong.ws', lines);
    const { code, stdout } = await runCli(['replay', 'kraken', file, '--json']);
    expect(code).toBe(1);
    const objects = objectsOf(stdout);
    expect(objects.filter(({ type }) => type === 'ChecksumFailure')).toMatchObject([
      { symbol: 'BTC/USD', file, line: 3, at: '2023-10-06T17:35:56.500000000Z' },
    ]);
    expect(objects.filter(({ type }) => type === 'Top').map(({ state }) => state)).toEqual([
      'Live',
      'Invalid',
    ]);
    expect(objects.at(-1)).toMatchObject({ checksCompared: 2, checksumFailures: 1, liveBooks: 0 });
  });

  test('a new connection with a new snapshot makes it live again', async () => {
    const again = 'wss://ws.kraken.com/v2 <-> 1696613757.0';
    const file = fileOf('kraken-again.ws', [
      start,
      `1696613755.1: ${snapshot}`,
      `1696613756.5: ${wrong}`,
      again,
      `1696613757.1: ${snapshot}`,
    ]);
    const { stdout } = await runCli(['replay', 'kraken', file, '--json']);
    expect(objectsOf(stdout).at(-1)).toMatchObject({ checksumFailures: 1, liveBooks: 1 });
  });

  test('decimals that are in no number of the capture are found by the checksum', async () => {
    // The pair has two decimals of price and five of quantity; the recorder has dropped what is zero at the end.
    const checksum = crc32('10025' + '50000' + '10020' + '120000'); // 100.25 for 0.5, 100.2 for 1.2.
    const book =
      '{"symbol":"ABC/USD","bids":[{"price":100.2,"qty":1.2}],"asks":[{"price":100.25,"qty":0.5}],' +
      `"checksum":${checksum}}`;
    const frame = `{"channel":"book","type":"snapshot","data":[${book}]}`;
    const file = fileOf('kraken-short.ws', [start, `1696613755.1: ${frame}`]);
    const { code, stdout } = await runCli(['replay', 'kraken', file, '--json']);
    expect(code).toBe(0);
    expect(objectsOf(stdout).at(-1)).toMatchObject({ liveBooks: 1, checksumFailures: 0 });
  });

  test('without --json it is a table that says the same', async () => {
    const file = fileOf('kraken-table.ws', [start, `1696613755.1: ${snapshot}`]);
    const { stdout } = await runCli(['replay', 'kraken', file]);
    expect(stdout).toMatch(
      /2023-10-06T17:35:55 +BTC\/USD +0\.1 +45283\.5 +45285\.2 +0\.001 +Live\n/,
    );
    expect(stdout).toContain('1 of 1 books live, 0 gaps, 0 of 1 checksums differ');
  });
});

describe('what cannot be replayed', () => {
  test('a line that is not in the form is named by file and line, the rest is replayed, 1', async () => {
    const good =
      '1633998512.5: {"stream":"btcusdt@depth","data":{"e":"depthUpdate","s":"BTCUSDT","U":1,"u":1,"b":[],"a":[]}}';
    const file = fileOf('odd.ws', ['wss://a.test', good, 'yesterday: {}', good]);
    const { code, stdout, stderr } = await runCli(['replay', 'binance', file, '--json']);
    expect(code).toBe(1);
    expect(stderr).toContain(
      `${file}:3  found "yesterday: {}"  expected "<unix seconds>: <frame>"`,
    );
    expect(objectsOf(stdout)).toContainEqual(
      expect.objectContaining({ type: 'Problem', file, line: 3 }),
    );
    expect(objectsOf(stdout).at(-1)).toMatchObject({ frames: 2, problems: 1 });
  });

  test('a frame that is cut is told with its line, 1', async () => {
    const file = fileOf('cut.ws', [
      'wss://a.test',
      '1633998512.5: {"stream":"btcusdt@depth","data":{"e":"depthUpdate","s":"BTCUSDT","U":1,"u":1,"b":[],"a":[]}}',
      '1633998512.6: {"stream":"btcusdt@dep',
    ]);
    const { code, stdout } = await runCli(['replay', 'binance', file, '--json']);
    expect(code).toBe(1);
    expect(objectsOf(stdout)).toContainEqual(
      expect.objectContaining({ type: 'Remark', level: 'error', file, line: 3 }),
    );
  });

  test('a file that is not there is named, 1', async () => {
    const { code, stderr } = await runCli(['replay', 'kraken', '/nonexistent.ws']);
    expect(code).toBe(1);
    expect(stderr).toContain('/nonexistent.ws');
  });

  test("another venue's capture has no book, 1", async () => {
    const file = fileOf('other.ws', [
      'wss://a.test <-> 1.0',
      '1.5: [0,{"as":[]},"book-10","XBT/USD"]',
    ]);
    const { code, stderr } = await runCli(['replay', 'kraken', file]);
    expect(code).toBe(1);
    expect(stderr).toContain('there is no book of kraken in');
  });

  test('an unknown venue is a wrong command line, 2', async () => {
    const { code, stderr } = await runCli(['replay', 'nasdaq', 'x']);
    expect(code).toBe(2);
    expect(stderr).toContain('Allowed choices are binance, kraken');
  });
});

describe('the lines of a capture', () => {
  test('over any border of the reader are whole, the last without its end too', () => {
    const long = 'x'.repeat(300_000);
    const frames = Array.from({ length: 20 }, (_, at) => `${at}.5: {"n":${at},"long":"${long}"}`);
    const file = join(folder, 'long.ws');
    writeFileSync(file, frames.join('\r\n'));
    const read = [...captureLines([file])].map(({ line, record }) =>
      record.type === 'Frame' ? `${line} ${Buffer.from(record.frame).toString()}` : record.type,
    );
    expect(read).toEqual(
      frames.map((text, at) => `${at + 1} ${text.slice(text.indexOf(' ') + 1)}`),
    );
  });

  test('of several files come in the order of their times, to the nanosecond', () => {
    const one = fileOf('one.ws', ['wss://a.test <-> 1.0', '1.000000002: {}', '3.5: {}']);
    const two = fileOf('two.http', [
      'https://a.test/x -> 1.000000001: {}',
      'https://a.test/x -> 2: {}',
    ]);
    const times = [...captureLines([one, two])].map(({ record }) =>
      'at' in record ? record.at : null,
    );
    expect(times).toEqual([
      1_000_000_000n,
      1_000_000_001n,
      1_000_000_002n,
      2_000_000_000n,
      3_500_000_000n,
    ]);
  });

  test('what the recorder sent or noted is passed over, a header behind an answer is cut off', () => {
    const file = fileOf('asides.ws', [
      'configuration: {"symbols":[]}',
      'wss://a.test <- 1.5: {"op":"subscribe"}',
      'https://a.test/x -> 2.5: {"a":{}} header: {"Date": "today"}',
    ]);
    expect([...captureLines([file])].map(({ record }) => record)).toEqual([
      { type: 'Aside' },
      { type: 'Aside' },
      { type: 'Answer', url: 'https://a.test/x', body: '{"a":{}}', at: 2_500_000_000n },
    ]);
  });
});
