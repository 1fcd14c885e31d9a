// What Binance really sent: no gap after the join, and the top equal to bookTicker at the same update.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { MarketLine, exchangeInfo } from './market-line.ts';

const SYMBOLS = ['NKNUSDT', 'BLZETH', 'LRCBTC', 'RUNEEUR'];

/** `../shared/recordings/binance` beside the project, or beside a folder above it. */
function recordings(): string | null {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const place = join(folder, '..', 'shared', 'recordings', 'binance');
    if (existsSync(join(place, 'spot-2021-10-12.ws'))) return place;
    if (dirname(folder) === folder) return null;
  }
}

const place = recordings();
if (place === null)
  console.warn('SKIPPED: no recordings of Binance in ../shared/recordings/binance');

interface Recorded {
  readonly at: number;
  readonly frame?: string;
  readonly snapshot?: { readonly symbol: string; readonly body: string };
}

/** `earlier`: snapshots come so much before they were recorded, after their symbol's first changes. */
function recorded(folder: string): Recorded[] {
  const lines = (name: string): string[] =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  const frames = lines('spot-2021-10-12.ws')
    .slice(1)
    .map((line) => {
      const colon = line.indexOf(': ');
      return { at: Number(line.slice(0, colon)), frame: line.slice(colon + 2) };
    });
  const snapshots = lines('spot-2021-10-12.http').map((line) => {
    const match = /symbol=(\w+)&limit=1000 -> ([\d.]+): (.*)$/.exec(line);
    if (match === null) throw new Error(`not a recorded answer: ${line.slice(0, 80)}`);
    return { at: Number(match[2]), snapshot: { symbol: match[1] ?? '', body: match[3] ?? '' } };
  });
  return [...frames, ...snapshots].sort((a, b) => a.at - b.at);
}

(place === null ? describe.skip : describe)('the recording of 2021-10-12', () => {
  const all = place === null ? [] : recorded(place);

  test('every frame goes through: no gap after the join, every top equal where the update ids are', () => {
    const line = new MarketLine(SYMBOLS).start(exchangeInfo(SYMBOLS, '0.00000001', '0.00000001'));
    const afterJoin = new Set<string>();
    let frames = 0;
    for (const { frame, snapshot } of all) {
      if (frame !== undefined) {
        frames += 1;
        line.bytes(frame);
      } else if (snapshot !== undefined) {
        line.reply(`depth?symbol=${snapshot.symbol}&`, snapshot.body);
        afterJoin.add(snapshot.symbol);
      }
      for (const symbol of afterJoin)
        expect([symbol, line.book(symbol)?.state]).toEqual([symbol, 'Live']);
    }
    const counters = line.machine.counters();
    expect(frames).toBe(all.length - 4);
    expect(afterJoin.size).toBe(4);
    expect(counters.compared).toBeGreaterThan(0);
    expect(counters).toMatchObject({ differing: 0, gaps: 0 });
  });

  test('with one change left out, that book is invalid at the next one', () => {
    const line = new MarketLine(['NKNUSDT']).start(
      exchangeInfo(['NKNUSDT'], '0.00000001', '0.00000001'),
    );
    let joined = 0;
    let left = false;
    for (const { frame, snapshot } of all) {
      if (snapshot?.symbol === 'NKNUSDT') line.reply('depth?symbol=NKNUSDT&', snapshot.body);
      if (frame?.includes('"nknusdt@depth') !== true) continue;
      if (line.book('NKNUSDT')?.state !== 'Live') continue;
      joined += 1;
      if (joined === 3) {
        left = true;
        continue;
      }
      line.bytes(frame);
      if (joined === 4) break;
    }
    expect(left).toBe(true);
    expect(line.book('NKNUSDT')?.state).toBe('Invalid');
    expect(line.machine.counters().gaps).toBe(1);
  });
});
