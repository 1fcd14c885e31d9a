import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { WebSocket } from 'ws';
import { amount } from '../../../sandbox/exchange/decimal.ts';
import { createFaults, usualMethods } from '../../../sandbox/exchange/faults.ts';
import { depthJson } from '../../../sandbox/binance/frames.ts';
import { createMarketStreams } from '../../../sandbox/binance/streams.ts';
import type { MarketStreams } from '../../../sandbox/binance/streams.ts';
import type { Account } from '../../../sandbox/exchange/terms.ts';
import { order, testMarket } from './market.ts';
import type { TestMarket } from './market.ts';
import type { Frame } from './client.ts';

interface Listening {
  readonly market: TestMarket;
  readonly streams: MarketStreams;
  readonly faults: ReturnType<typeof createFaults>;
  readonly frames: Frame[];
  readonly accounts: readonly Account[];
  say(control: Frame): void;
}

// What a socket does here: remembers what it was sent, and says what the test says.
class FakeSocket extends EventEmitter {
  readonly OPEN = 1;
  readonly readyState = 1;
  readonly bufferedAmount = 0;
  readonly frames: Frame[] = [];
  send(frame: string): void {
    this.frames.push(JSON.parse(frame));
  }
  terminate(): void {
    this.emit('close');
  }
}

function listen(path: string): Listening {
  let time = 1_000;
  const faults = createFaults(
    usualMethods({ place: 'order.place', cancel: 'order.cancel', status: 'order.status' }),
  );
  // Each look at the clock is a second later, so that the bound on messages is out of the way.
  const streams = createMarketStreams(() => (time += 1_000), faults);
  const market = testMarket(streams.listener);
  streams.attach(market.exchange);
  const socket = new FakeSocket();
  streams.accept(socket as unknown as WebSocket, new URL(path, 'ws://sandbox'));
  const accounts = ['ann', 'ben'].map((name) => market.account(name));
  return {
    market,
    streams,
    faults,
    frames: socket.frames,
    accounts,
    say: (control) => void socket.emit('message', Buffer.from(JSON.stringify(control))),
  };
}

type Step =
  | { readonly type: 'place'; readonly who: number; readonly text: string }
  | { readonly type: 'cancel'; readonly who: number }
  | { readonly type: 'flush' };

function anySteps(): fc.Arbitrary<Step[]> {
  const who = fc.integer({ min: 0, max: 1 });
  const place = fc
    .tuple(
      who,
      fc.constantFrom('BUY', 'SELL'),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 90, max: 110 }),
    )
    .map(([by, side, quantity, price]) => ({
      type: 'place' as const,
      who: by,
      text: `${side} ${quantity} @ ${price}`,
    }));
  return fc.array(
    fc.oneof(
      { weight: 4, arbitrary: place },
      { weight: 2, arbitrary: fc.record({ type: fc.constant('cancel' as const), who }) },
      fc.constant({ type: 'flush' as const }),
    ),
    { minLength: 1, maxLength: 80 },
  );
}

function play(listening: Listening, steps: readonly Step[]): void {
  for (const step of steps) {
    if (step.type === 'flush') {
      listening.streams.flush('100ms');
      continue;
    }
    const account = listening.accounts[step.who];
    if (account === undefined) continue;
    if (step.type === 'place') listening.market.exchange.place(account, order(step.text));
    const open = [...account.open.values()][0];
    if (step.type === 'cancel' && open !== undefined) listening.market.exchange.cancel(open, null);
  }
  listening.streams.flush('100ms');
}

function snapshot(listening: Listening): Frame {
  const market = listening.market.exchange.market('BTCUSDT');
  if (market === undefined) throw new Error('no market');
  return JSON.parse(depthJson(market, 5_000));
}

function rebuilt(from: Frame, differences: readonly Frame[]): Frame {
  const sides = {
    bids: new Map<string, string>(from['bids']),
    asks: new Map<string, string>(from['asks']),
  };
  let bookId = from['lastUpdateId'];
  for (const difference of differences) {
    if (difference['u'] <= bookId) continue;
    expect(difference['U']).toBeLessThanOrEqual(bookId + 1);
    bookId = difference['u'];
    for (const [side, changes] of [
      [sides.bids, difference['b']],
      [sides.asks, difference['a']],
    ]) {
      for (const [price, quantity] of changes) {
        if (quantity === '0.00000000') side.delete(price);
        else side.set(price, quantity);
      }
    }
  }
  const sorted = (side: Map<string, string>, sign: number): string[][] =>
    [...side].sort(([a], [b]) => sign * (Number(a) - Number(b)));
  return { lastUpdateId: bookId, bids: sorted(sides.bids, -1), asks: sorted(sides.asks, 1) };
}

describe('the diff stream', () => {
  test('each difference begins where the last one ended: U = previous u + 1', () => {
    fc.assert(
      fc.property(anySteps(), (steps) => {
        const listening = listen('/ws/btcusdt@depth@100ms');
        const begin = snapshot(listening)['lastUpdateId'];
        play(listening, steps);
        let last = begin;
        for (const difference of listening.frames) {
          expect(difference['U']).toBe(last + 1);
          expect(difference['u']).toBeGreaterThanOrEqual(difference['U']);
          last = difference['u'];
        }
        expect(last).toBe(snapshot(listening)['lastUpdateId']);
      }),
    );
  });

  test('a snapshot taken at any time plus the differences is the book', () => {
    fc.assert(
      fc.property(anySteps(), anySteps(), (before, after) => {
        const listening = listen('/ws/btcusdt@depth@100ms');
        play(listening, before);
        for (const account of listening.accounts)
          listening.market.exchange.place(account, order('BUY 1 @ 91'));
        const from = snapshot(listening);
        play(listening, after);
        expect(rebuilt(from, listening.frames)).toEqual(snapshot(listening));
      }),
    );
  });

  test('the top of the rebuilt book is the bookTicker of the same update id', () => {
    fc.assert(
      fc.property(anySteps(), (steps) => {
        const listening = listen('/stream?streams=btcusdt@depth@100ms/btcusdt@bookTicker');
        const from = snapshot(listening);
        play(
          listening,
          steps.flatMap((step): Step[] => [step, { type: 'flush' }]),
        );
        const differences: Frame[] = [];
        const tickers = new Map<number, Frame>();
        for (const { stream, data } of listening.frames as { stream: string; data: Frame }[]) {
          if (stream.endsWith('bookTicker')) tickers.set(data['u'], data);
          else differences.push(data);
          const ticker = tickers.get(differences[differences.length - 1]?.['u']);
          if (ticker === undefined || stream.endsWith('bookTicker')) continue;
          const book = rebuilt(from, differences);
          const none = ['0.00000000', '0.00000000'];
          expect([book['bids'][0] ?? none, book['asks'][0] ?? none]).toEqual([
            [ticker['b'], ticker['B']],
            [ticker['a'], ticker['A']],
          ]);
        }
      }),
    );
  });

  test('depthGap: one difference is left out, so the next does not join', () => {
    const listening = listen('/ws/btcusdt@depth@100ms');
    const place = (price: number): void =>
      play(listening, [{ type: 'place', who: 0, text: `BUY 1 @ ${price}` }]);
    place(100);
    listening.faults.arm({ kind: 'depthGap', count: 1, symbol: 'BTCUSDT' });
    place(101);
    place(102);
    const [first, second] = listening.frames;
    expect(listening.frames).toHaveLength(2);
    expect(second?.['U']).toBe(first?.['u'] + 2);
  });
});

describe('trades', () => {
  test('trades of one taker at one price are one aggregate', () => {
    const listening = listen('/stream?streams=btcusdt@aggTrade/btcusdt@trade');
    const [ann, ben] = listening.accounts;
    if (ann === undefined || ben === undefined) throw new Error('two accounts');
    for (const text of ['SELL 1 @ 100', 'SELL 2 @ 100', 'SELL 1 @ 101'])
      listening.market.exchange.place(ann, order(text));
    listening.market.exchange.place(ben, order('BUY 4 @ 101'));
    const of = (name: string): Frame[] =>
      listening.frames
        .filter((frame) => frame['stream'] === `btcusdt@${name}`)
        .map((frame) => frame['data']);
    expect(of('trade').map((trade) => [trade['t'], trade['q'], trade['m']])).toEqual([
      [1_000_001, '1.00000000', false],
      [1_000_002, '2.00000000', false],
      [1_000_003, '1.00000000', false],
    ]);
    expect(
      of('aggTrade').map((trade) => [trade['a'], trade['p'], trade['q'], trade['f'], trade['l']]),
    ).toEqual([
      [1, '100.00000000', '3.00000000', 1_000_001, 1_000_002],
      [2, '101.00000000', '1.00000000', 1_000_003, 1_000_003],
    ]);
  });
});

describe('subscriptions', () => {
  test("SUBSCRIBE, LIST_SUBSCRIPTIONS and UNSUBSCRIBE answer with the request's id", () => {
    const listening = listen('/ws');
    listening.say({ method: 'SUBSCRIBE', params: ['btcusdt@trade', 'btcusdt@depth5'], id: 1 });
    listening.say({ method: 'UNSUBSCRIBE', params: ['btcusdt@trade'], id: 'two' });
    listening.say({ method: 'LIST_SUBSCRIPTIONS', id: null });
    listening.say({ method: 'NONSENSE', id: 4 });
    expect(listening.frames.slice(0, 3)).toEqual([
      { result: null, id: 1 },
      { result: null, id: 'two' },
      { result: ['btcusdt@depth5'], id: null },
    ]);
    expect(listening.frames[3]).toMatchObject({ code: 2 });
  });

  test('a partial book shows its levels, again only when something changed', () => {
    const listening = listen('/ws/btcusdt@depth5@100ms');
    for (let price = 90; price < 98; price += 1)
      play(listening, [{ type: 'place', who: 0, text: `BUY 1 @ ${price}` }]);
    listening.streams.flush('100ms');
    const last = listening.frames[listening.frames.length - 1];
    expect(last?.['bids'].map(([price]: string[]) => price)).toEqual(
      [97, 96, 95, 94, 93].map((price) => `${price}.00000000`),
    );
    expect(listening.frames).toHaveLength(8);
  });
});

describe('against recorded frames', () => {
  // The recordings stand beside the repository; without them there is nothing to compare with.
  const recorded = recordedFrames();
  const run = recorded === null ? test.skip : test;
  run.each([['depth@100ms'], ['bookTicker'], ['aggTrade']])(
    '@%s has the recorded fields in their order',
    (name) => {
      const listening = listen(`/stream?streams=btcusdt@${name}`);
      play(listening, [
        { type: 'place', who: 0, text: 'SELL 1 @ 100' },
        { type: 'place', who: 1, text: 'BUY 1 @ 100' },
        { type: 'place', who: 1, text: 'BUY 1 @ 99' },
      ]);
      const theirs = recorded?.find((frame) => frame['stream'].endsWith(`@${name}`));
      const ours = listening.frames.find((frame) => frame['stream'] === `btcusdt@${name}`);
      expect(Object.keys(ours?.['data'])).toEqual(Object.keys(theirs?.['data']));
      const kinds = (data: Frame): string[] => Object.values(data).map((value) => typeof value);
      expect(kinds(ours?.['data'])).toEqual(kinds(theirs?.['data']));
    },
  );
});

function recordedFrames(): Frame[] | null {
  try {
    const text = readFileSync('../shared/recordings/binance/spot-2021-10-12.ws', 'utf8');
    const frames = text
      .split('\n')
      .slice(1)
      .filter((line) => line.includes('{'));
    return frames.map((line) => JSON.parse(line.slice(line.indexOf('{'))));
  } catch {
    process.stderr.write(
      'no recordings at ../shared/recordings/binance: the comparison with them is skipped\n',
    );
    return null;
  }
}

test('amounts are written with eight decimals and read back exactly', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 26n }), (units) => {
      const text = `${units / 100_000_000n}.${String(units % 100_000_000n).padStart(8, '0')}`;
      expect(amount(text)).toBe(units);
    }),
  );
});
