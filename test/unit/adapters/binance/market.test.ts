import { describe, expect, test } from '@jest/globals';
import { LEVELS_PER_MESSAGE_MOST } from '../../../../adapters/connection/book-side.ts';
import { MALFORMED, OFF_GRID, gridReader } from '../../../../adapters/connection/grid-reader.ts';
import { epochNs } from '../../../../spec/units/index.ts';
import { MarketLine, exchangeInfo } from './market-line.ts';

describe('the stream', () => {
  test('is one combined line with depth and top of each symbol, in lower case', () => {
    const line = new MarketLine(['BTCUSDT', 'ETHBTC']);
    line.step({ type: 'Started', now: line.now });
    expect(line.opened[0]?.url).toBe(
      'wss://venue.test:9443/stream?streams=btcusdt@depth@100ms/btcusdt@bookTicker/ethbtc@depth@100ms/ethbtc@bookTicker',
    );
  });

  test('more symbols than one line takes are refused', () => {
    const symbols = Array.from({ length: 513 }, (_, index) => `S${index}USDT`);
    expect(() => new MarketLine(symbols)).toThrow('expected 1 to 512');
  });

  test('lost: every book is invalid at once, and a new line starts from new snapshots', () => {
    const line = new MarketLine().live();
    line.step({ type: 'ChannelClosed', channel: line.channel, cause: 'cut', now: line.now });
    expect(line.book()).toMatchObject({ state: 'Invalid', bids: [], asks: [] });
    line.wait(1_000);
    expect(line.opened).toHaveLength(2);
    line.step({ type: 'ChannelOpened', channel: line.channel, now: line.now });
    line.reply('depth', { lastUpdateId: 20, bids: [['100', '1']], asks: [] });
    expect(line.book()).toMatchObject({ state: 'Live', updateID: 20 });
  });

  test('silent: it is asked whether it lives, and given up when it says nothing', () => {
    const line = new MarketLine().live();
    line.wait(10_000);
    expect(line.frames).toHaveLength(1);
    expect(JSON.parse(line.frames[0] ?? '')).toMatchObject({ method: 'LIST_SUBSCRIPTIONS' });
    line.bytes('{"result":[],"id":3}');
    line.wait(9_900);
    expect(line.book()?.state).toBe('Live');
    line.wait(10_200);
    expect(line.book()?.state).toBe('Invalid');
    expect(line.closed).toHaveLength(1);
    line.wait(1_000);
    expect(line.opened).toHaveLength(2);
  });

  test('about to shut down: the next line is read beside it, and no book is lost', () => {
    const line = new MarketLine().live();
    const first = line.channel;
    line.bytes('{"stream":"x","data":{"e":"serverShutdown","E":1}}');
    expect(line.opened).toHaveLength(2);
    line.step({ type: 'ChannelOpened', channel: line.channel, now: line.now });
    line.depth(11, 11, [['100', '3']], []);
    const again = { e: 'depthUpdate', s: 'BTCUSDT', U: 11, u: 11, b: [['100', '3']], a: [] };
    line.bytes(JSON.stringify({ stream: 'btcusdt@depth@100ms', data: again }), first);
    line.wait(3_100);
    expect(line.closed).toEqual([first]);
    line.depth(12, 12, [], [['101', '4']]);
    expect(line.book()).toMatchObject({ state: 'Live', updateID: 12 });
  });
});

describe('a book', () => {
  test("is joined: old changes dropped, the first kept one contains the snapshot's next", () => {
    const line = new MarketLine().start();
    line.depth(5, 8, [['90.00', '9.000']], []);
    line.depth(9, 12, [['99.00', '5.000']], [['101.00', '0.000']]);
    line.depth(13, 14, [], [['102.00', '1.000']]);
    line.reply('depth', {
      lastUpdateId: 10,
      bids: [['98.00', '1.000']],
      asks: [['101.00', '2.000']],
    });
    expect(line.book()).toMatchObject({
      state: 'Live',
      updateID: 14,
      bids: [
        [9900, 5000],
        [9800, 1000],
      ],
      asks: [[10200, 1000]],
    });
  });

  test('a snapshot older than the stream is asked for again', () => {
    const line = new MarketLine().start();
    line.depth(20, 21, [['99', '5']], []);
    line.reply('depth', { lastUpdateId: 10, bids: [], asks: [] });
    expect(line.book()).toBeUndefined();
    line.wait(300);
    line.reply('depth', { lastUpdateId: 20, bids: [], asks: [] });
    expect(line.book()).toMatchObject({ state: 'Live', updateID: 21 });
  });

  test('a gap makes it invalid in that very step', () => {
    const line = new MarketLine().live();
    line.depth(12, 13, [['100', '5']], []);
    expect(line.newest).toMatchObject([{ state: 'Invalid', bids: [], asks: [] }]);
    line.wait(1_000);
    line.reply('depth', { lastUpdateId: 13, bids: [['100', '5']], asks: [] });
    expect(line.book()?.state).toBe('Live');
  });

  test('a repeated or backward change is ignored', () => {
    const line = new MarketLine().live();
    line.depth(11, 12, [['100', '5']], []);
    line.depth(11, 12, [['100', '7']], []);
    line.depth(3, 4, [['100', '8']], []);
    expect(line.book()).toMatchObject({ state: 'Live', updateID: 12, bids: [[10000, 5000]] });
  });

  test('deleting a level that is not there is nothing', () => {
    const line = new MarketLine().live();
    line.depth(11, 11, [['99.99', '0']], []);
    expect(line.book()).toMatchObject({ state: 'Live', bids: [[10000, 1000]] });
  });

  test('published is at most so many levels, best first, and once a step', () => {
    const line = new MarketLine(['BTCUSDT'], { publishedLevels: 2 }).start();
    line.reply('depth', {
      lastUpdateId: 1,
      bids: [
        ['1', '1'],
        ['3', '1'],
        ['2', '1'],
      ],
      asks: [
        ['9', '1'],
        ['7', '1'],
        ['8', '1'],
      ],
    });
    expect(line.newest).toHaveLength(1);
    expect(line.book()).toMatchObject({
      bids: [
        [300, 1000],
        [200, 1000],
      ],
      asks: [
        [700, 1000],
        [800, 1000],
      ],
    });
  });

  test.each([
    ['a crossed book', [['101.00', '1']], []],
    ['a price of zero', [['0.00', '1']], []],
    ['a level ["100.00","-1"]', [['100.00', '-1']], []],
    ['a level ["NaN","1"]', [['NaN', '1']], []],
    ['a level ["1e2","1"]', [['1e2', '1']], []],
    ['a level off the grid: ["100.005","1"]', [['100.005', '1']], []],
    ['a level off the grid: ["100.00","0.0001"]', [['100.00', '0.0001']], []],
    ['a level off the grid: ["999999999999999999","1"]', [['999999999999999999', '1']], []],
  ] as const)('%s is excluded, with the reason', (reason, bids, asks) => {
    const line = new MarketLine().live();
    line.depth(11, 11, bids, asks);
    expect(line.book()?.state).toBe('Invalid');
    expect(line.reasons()).toContain(reason);
    line.wait(1_000);
    expect(line.asks('depth')).toBe(true);
  });

  test('a message with more levels than any market has is excluded', () => {
    const line = new MarketLine().live();
    const many = Array.from({ length: LEVELS_PER_MESSAGE_MOST + 1 }, () => ['1', '1'] as const);
    line.depth(11, 11, many, []);
    expect(line.book()?.state).toBe('Invalid');
    expect(line.reasons()).toContain(`${LEVELS_PER_MESSAGE_MOST + 1} levels in one message`);
    const edge = new MarketLine().live();
    edge.depth(11, 11, many.slice(1), []);
    expect(edge.book()?.state).toBe('Live');
  });

  test('a frame beyond the bound, a byte order mark, cut JSON, bytes that are no text: excluded, not thrown', () => {
    for (const frame of [
      new Uint8Array(64 * 1024 * 1024),
      new TextEncoder().encode('\uFEFF{"stream":"x","data":{}}'),
      new TextEncoder().encode('{"stream":"btcusdt@depth'),
      new Uint8Array([0xff, 0xfe, 0x00]),
      new Uint8Array(),
      new TextEncoder().encode('[1,2]'),
    ]) {
      const line = new MarketLine().live();
      line.step({ type: 'FrameReceived', channel: line.channel, frame, now: line.now });
      expect(line.book()?.state).toBe('Invalid');
    }
  });

  test('fields missing or of another kind are excluded, not thrown', () => {
    for (const data of [
      { e: 'depthUpdate', s: 'BTCUSDT' },
      { e: 'depthUpdate', s: 'BTCUSDT', U: '11', u: 11, b: [], a: [] },
      { e: 'depthUpdate', s: 'BTCUSDT', U: 12, u: 11, b: [], a: [] },
      { e: 'depthUpdate', s: 'BTCUSDT', U: 11, u: 11, b: {}, a: [] },
      { e: 'depthUpdate', s: 'BTCUSDT', U: 11, u: 11, b: [null], a: [] },
      { e: 'depthUpdate', s: 'BTCUSDT', U: 11, u: 11, b: [[true, 1]], a: [] },
      { u: 11, s: 'BTCUSDT', b: null, B: '1', a: '2', A: '1', e: 'bookTicker' },
    ]) {
      const line = new MarketLine().live();
      line.bytes(JSON.stringify({ stream: 'btcusdt@depth@100ms', data }));
      expect([data, line.book()?.state]).toEqual([data, 'Invalid']);
    }
  });

  test('levels that are numbers are read as texts are', () => {
    const [numbers, texts] = [new MarketLine().live(), new MarketLine().live()];
    const change = { e: 'depthUpdate', s: 'BTCUSDT', U: 11, u: 11, a: [] };
    const stream = 'btcusdt@depth@100ms';
    const levels = [
      [99.25, 1.5],
      [98, 2],
    ];
    numbers.bytes(JSON.stringify({ stream, data: { ...change, b: levels } }));
    texts.bytes(
      JSON.stringify({ stream, data: { ...change, b: levels.map((one) => one.map(String)) } }),
    );
    expect(numbers.book()).toEqual(texts.book());
    expect(numbers.book()).toMatchObject({
      state: 'Live',
      bids: expect.arrayContaining([[9_925, 1_500]]),
    });
  });

  test('events of other kinds and of symbols that nobody asked for change nothing', () => {
    const line = new MarketLine().live();
    line.bytes('{"stream":"btcusdt@aggTrade","data":{"e":"aggTrade","s":"BTCUSDT","p":"NaN"}}');
    line.bytes('{"stream":"x@depth@100ms","data":{"e":"depthUpdate","s":"__proto__","U":1,"u":2}}');
    expect(line.book()?.state).toBe('Live');
  });

  test('a new grid makes it invalid until it is read on that grid', () => {
    const line = new MarketLine().live();
    line.depth(11, 11, [['100.005', '1']], []);
    line.wait(100);
    line.reply('exchangeInfo', exchangeInfo(['BTCUSDT'], '0.001'));
    line.wait(1_000);
    line.reply('depth', { lastUpdateId: 11, bids: [['100.005', '1']], asks: [] });
    expect(line.book()).toMatchObject({
      state: 'Live',
      bids: [[100_005, 1000]],
      tick: 1_000_000_000_000_000n,
    });
  });

  test('a symbol without a usable grid has no book, and the others have theirs', () => {
    const line = new MarketLine(['BTCUSDT', 'GONE']);
    line.start(exchangeInfo(['BTCUSDT']));
    expect(line.asks('symbol=GONE')).toBe(false);
    expect(line.asks('symbol=BTCUSDT')).toBe(true);
    expect(line.notices).toContainEqual(
      expect.objectContaining({ fields: { venueSymbol: 'GONE', fault: 'it is not listed' } }),
    );
  });
});

describe('bookTicker', () => {
  test('agrees at the same update id: nothing happens', () => {
    const line = new MarketLine().live();
    line.top(11, '100.00', '5.000', '101.00', '2.000');
    line.depth(11, 11, [['100', '5']], []);
    line.top(11, '100.00', '5.000', '101.00', '2.000');
    expect(line.machine.counters()).toEqual({ compared: 2, differing: 0, gaps: 0 });
  });

  test('contradicts at the same update id: the book is invalid, and told why', () => {
    const line = new MarketLine().live();
    line.top(12, '100.00', '9.000', '101.00', '2.000');
    line.depth(11, 11, [['100', '5']], []);
    expect(line.book()?.state).toBe('Live');
    line.depth(12, 12, [['100', '6']], []);
    expect(line.book()?.state).toBe('Invalid');
    expect(line.reasons()).toContain('a top that bookTicker contradicts at update 12');
  });
});

describe('patience', () => {
  test('429 with a Retry-After: no snapshot before it is over', () => {
    const line = new MarketLine(['BTCUSDT'], { silenceMs: 600_000 }).start();
    line.reply('depth', '<html>', 429, { 'retry-after': '30' });
    line.wait(29_000);
    expect(line.asks('depth')).toBe(false);
    line.wait(1_500);
    expect(line.asks('depth')).toBe(true);
  });

  test('snapshots that keep failing are asked for later and later', () => {
    const line = new MarketLine(['BTCUSDT'], { silenceMs: 600_000 }).start();
    let asked = 0;
    for (let waited = 0; waited < 60_000; waited += 100) {
      if (line.asks('depth')) {
        asked += 1;
        line.reply('depth', 'cut', 502);
      }
      line.wait(100);
    }
    expect(asked).toBeGreaterThan(10);
    expect(asked).toBeLessThan(40);
  });
});

describe('decimals on the grid', () => {
  const tick = gridReader(10_000_000_000_000_000n); // 0.01
  const quarter = gridReader(250_000_000_000_000_000n); // 0.25
  const ten = gridReader(10_000_000_000_000_000_000n); // 10
  test.each([
    ['0.35', 35],
    ['0.35000000', 35],
    ['1', 100],
    ['1.', 100],
    ['.5', 50],
    ['007.10', 710],
    ['0', 0],
    ['90071992547409.91', 9007199254740991],
    ['0.355', OFF_GRID],
    ['90071992547409.92', OFF_GRID],
    ['99999999999999999999', OFF_GRID],
    ['', MALFORMED],
    ['.', MALFORMED],
    ['-1', MALFORMED],
    ['+1', MALFORMED],
    ['1e2', MALFORMED],
    ['1,0', MALFORMED],
    ['1.0.0', MALFORMED],
    [' 1', MALFORMED],
    ['１', MALFORMED],
    ['Infinity', MALFORMED],
  ])('%j in hundredths is %d', (text, ticks) => {
    expect(tick(text)).toBe(ticks);
  });
  test('steps that are no power of ten', () => {
    expect([quarter('1.75'), quarter('1.80'), ten('120'), ten('125'), ten('120.00')]).toEqual([
      7,
      OFF_GRID,
      12,
      OFF_GRID,
      12,
    ]);
  });
  test('a safe whole number is its digits; what is neither that nor text is malformed', () => {
    expect(tick(1)).toBe(tick('1'));
    expect([tick(1.5), tick(null), tick(undefined), tick(['1'])]).toEqual([
      MALFORMED,
      MALFORMED,
      MALFORMED,
      MALFORMED,
    ]);
  });
});

describe('the request weight', () => {
  const used = { 'x-mbx-used-weight-1m': '2990' };

  test('over half used: snapshots wait for the next minute, which is said once', () => {
    const line = new MarketLine();
    line.now = epochNs(1_700_000_038_000_000_000n); // Two seconds before the minute's end.
    line.step({ type: 'Started', now: line.now });
    line.step({ type: 'ChannelOpened', channel: line.channel, now: line.now });
    line.reply('exchangeInfo', exchangeInfo(line.symbols), 200, used);
    line.wait(1_000);
    expect(line.asks('depth')).toBe(false);
    expect(line.reasons()).toEqual([
      'snapshots wait: the rest of the request weight is kept for orders',
    ]);
    line.wait(1_000);
    expect(line.asks('depth')).toBe(true);
  });

  test('its limit is the one that the venue states', () => {
    const line = new MarketLine();
    line.step({ type: 'Started', now: line.now });
    line.step({ type: 'ChannelOpened', channel: line.channel, now: line.now });
    const stated = {
      rateLimitType: 'REQUEST_WEIGHT',
      interval: 'MINUTE',
      intervalNum: 1,
      limit: 12_000,
    };
    const info = { ...Object(exchangeInfo(line.symbols)), rateLimits: [stated] };
    line.reply('exchangeInfo', info, 200, used);
    expect(line.asks('depth')).toBe(true);
  });
});
