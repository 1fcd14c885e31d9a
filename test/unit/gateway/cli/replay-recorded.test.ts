// What the simulated Kraken sends for two seconds, written down as a recorder would, and led through the adapter: with
// the venue's grids in it, and without. A plain book that this test keeps says what must come out.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { KRAKEN_PARTICIPANTS, startKraken } from '../../../sandbox/kraken/index.ts';
import { objectsOf, runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'causeway-recorded-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SYMBOLS = ['BTC/USDT', 'ETH/USDT', 'SOL/USDT'];
const DEPTH = 10;
const RECORDED_MS = 2_000;

/** Lines in the form of a capture, the last within a second of its own. */
async function recorded(): Promise<readonly string[]> {
  const exchange = await startKraken({
    seed: 5,
    participants: { ...KRAKEN_PARTICIPANTS, paceMs: 20 },
  });
  const lines: string[] = [];
  const socket = new WebSocket(exchange.urls.publicSocket, { perMessageDeflate: false });
  const at = (): string => (Date.now() / 1_000).toFixed(6);
  socket.on('message', (data: Buffer) => lines.push(`${at()}: ${data.toString('utf8')}`));
  await new Promise((resolve) => socket.once('open', resolve));
  lines.push(`${exchange.urls.publicSocket} <-> ${at()}`);
  const subscribe = (params: object): void =>
    socket.send(JSON.stringify({ method: 'subscribe', params }));
  subscribe({ channel: 'instrument', snapshot: true });
  subscribe({ channel: 'book', symbol: SYMBOLS, depth: DEPTH, snapshot: true });
  await new Promise((resolve) => setTimeout(resolve, RECORDED_MS));
  socket.terminate();
  await exchange.stop();
  return lines;
}

interface BookMessage {
  readonly channel: string;
  readonly type: string;
  readonly data: readonly {
    readonly symbol: string;
    readonly bids: readonly { readonly price: number; readonly qty: number }[];
    readonly asks: readonly { readonly price: number; readonly qty: number }[];
  }[];
}

type Side = Map<number, number>;

/** The best of each side at the end, and how many messages there were. */
function plainly(lines: readonly string[]) {
  const books = new Map<string, { bids: Side; asks: Side }>();
  let messages = 0;
  const apply = (side: Side, levels: BookMessage['data'][number]['bids'], sign: 1 | -1): void => {
    for (const { price, qty } of levels) {
      if (qty === 0) side.delete(price);
      else side.set(price, qty);
    }
    const best = [...side.keys()].toSorted((a, b) => (a - b) * sign);
    for (const price of best.slice(DEPTH)) side.delete(price);
  };
  for (const line of lines) {
    const json = line.slice(line.indexOf(': ') + 2);
    if (!json.startsWith('{')) continue;
    const { channel, type, data } = JSON.parse(json) as BookMessage;
    if (channel !== 'book') continue;
    for (const { symbol, bids, asks } of data) {
      messages += 1;
      const fresh = { bids: new Map<number, number>(), asks: new Map<number, number>() };
      const book = type === 'snapshot' ? fresh : (books.get(symbol) ?? fresh);
      books.set(symbol, book);
      apply(book.bids, bids, -1);
      apply(book.asks, asks, 1);
    }
  }
  const tops = [...books].map(([symbol, { bids, asks }]) => {
    const [bid, ask] = [Math.max(...bids.keys()), Math.min(...asks.keys())];
    return [symbol, bid, bids.get(bid), ask, asks.get(ask)];
  });
  return { messages, tops };
}

test('each message holds its checksum, and the last tops are those of a plain book', async () => {
  const lines = await recorded();
  const { messages, tops } = plainly(lines);
  expect(messages).toBeGreaterThan(20);
  const withGrids = join(folder, 'with.ws');
  const without = join(folder, 'without.ws');
  writeFileSync(withGrids, lines.join('\n'));
  writeFileSync(without, lines.filter((line) => !line.includes('"instrument"')).join('\n'));
  for (const file of [withGrids, without]) {
    const { code, stdout, stderr } = await runCli(['replay', 'kraken', file, '--json']);
    expect([code, stderr]).toEqual([0, '']);
    const objects = objectsOf(stdout);
    expect(objects.at(-1)).toMatchObject({
      books: 3,
      liveBooks: 3,
      checksCompared: messages,
      checksumFailures: 0,
      faults: 0,
    });
    const last = objects.filter(({ type }) => type === 'Top').slice(-3);
    const told = last.map((top) => [
      top['symbol'],
      ...[top['bid'], top['bidQty'], top['ask'], top['askQty']].map(Number),
    ]);
    expect(new Set(told.map((one) => JSON.stringify(one)))).toEqual(
      new Set(tops.map((one) => JSON.stringify(one))),
    );
  }
});
