// Kraken's own samples, as the protocol card has them, through the adapter's readers and writers.

import { describe, expect, test } from '@jest/globals';
import { Book } from '../../../../adapters/kraken/book.ts';
import { judge } from '../../../../adapters/kraken/errors.ts';
import { OrderMerge } from '../../../../adapters/kraken/merge.ts';
import { readRest, readTrades, signedRequest } from '../../../../adapters/kraken/rest.ts';
import { pairNames, restName, symbolOfNames } from '../../../../adapters/kraken/symbols.ts';
import {
  addOrderParams,
  childIDOfClientOrderID,
  endOf,
  readOrderFrame,
  writeRequest,
} from '../../../../adapters/kraken/wire.ts';
import { crc32, parseTextExactly } from '../../../../adapters/connection/index.ts';
import { createNonceSigner } from '../../../../gateway/process/venue-signers.ts';
import {
  asChildID,
  asInstrumentID,
  asVenueID,
  asVenueOrderID,
  childIDOf,
} from '../../../../spec/terms/index.ts';
import { asPrice, asQty, epochNs } from '../../../../spec/units/index.ts';
import { decimal } from '../sandbox-desk.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('samples of the private socket (card §3, §4)', () => {
  test('add_order is answered with the id, or with the sentence that refuses it', () => {
    const taken =
      '{"method":"add_order","req_id":123456789,"result":{"order_id":"AA5JGQ-SBMRC-SCJ7J7","order_userref":100054},"success":true,"time_in":"2023-09-21T14:15:07.197274Z","time_out":"2023-09-21T14:15:07.205301Z"}';
    expect(readOrderFrame(bytes(taken))).toEqual({
      type: 'Replied',
      id: '123456789',
      method: 'add_order',
      error: '',
      result: { order_id: 'AA5JGQ-SBMRC-SCJ7J7', order_userref: '100054' },
      timeIn: 1_695_305_707_197_274_000n,
    });
    const refused =
      '{"error":"EOrder:Insufficient funds","method":"add_order","req_id":123456789,"success":false,"time_in":"2023-09-21T14:15:07.197274Z","time_out":"2023-09-21T14:15:07.205301Z"}';
    expect(readOrderFrame(bytes(refused))).toMatchObject({
      error: 'EOrder:Insufficient funds',
      result: null,
    });
  });

  test('amend_order is an answer like the others', () => {
    const amended =
      '{"method":"amend_order","result":{"amend_id":"TTW6PD-RC36L-ZZSWNU","cl_ord_id":"2c6be801-1f53-4f79-a0bb-4ea1c95dfae9"},"success":true}';
    expect(readOrderFrame(bytes(amended))).toMatchObject({
      type: 'Replied',
      id: null,
      method: 'amend_order',
      error: '',
    });
  });

  test('an order that is new: only what has changed', () => {
    const update =
      '{"channel":"executions","type":"update","sequence":9,"data":[{"timestamp":"2023-09-22T10:33:05.709982Z","order_status":"new","exec_type":"new","order_userref":3,"order_id":"OK4GJX-KSTLS-7DZZO5"}]}';
    expect(readOrderFrame(bytes(update))).toMatchObject({
      type: 'Executed',
      isSnapshot: false,
      sequence: 9,
      parts: [
        {
          venueOrderID: 'OK4GJX-KSTLS-7DZZO5',
          execType: 'new',
          status: 'new',
          venueSymbol: null,
          cumQty: null,
          fill: null,
        },
      ],
    });
  });

  const TRADE =
    '{"channel":"executions","type":"update","sequence":10,"data":[{"order_id":"OK4GJX-KSTLS-7DZZO5","exec_id":"TGBB7L-HT5LX-J3BZ4A","exec_type":"trade","trade_id":62887576,"symbol":"BTC/USD","side":"sell","last_qty":0.005,"last_price":26599.9,"liquidity_ind":"t","cost":132.9995,"order_status":"partially_filled","cum_qty":0.005,"cum_cost":132.9995,"avg_price":26599.9,"fees":[{"asset":"USD","qty":0.3458}],"timestamp":"2023-09-22T10:33:05.709993Z"}]}';

  test('a trade: its figures are the digits of the text, its fee has an asset', () => {
    const frame = readOrderFrame(bytes(TRADE));
    const [part] = frame.type === 'Executed' ? frame.parts : [];
    expect(part?.fill).toEqual({
      venueOrderID: 'OK4GJX-KSTLS-7DZZO5',
      venueExecID: 'TGBB7L-HT5LX-J3BZ4A',
      lastQty: decimal('0.005'),
      lastPx: decimal('26599.9'),
      liquidity: 'taker',
      feeAmount: decimal('0.3458'),
      feeAsset: 'USD',
      transactTime: 1_695_378_785_709_993_000n,
    });
  });

  test.each(['exec_id', 'last_qty', 'last_price', 'liquidity_ind', 'symbol', 'timestamp'])(
    'a trade without %s cannot be read',
    (name) => {
      const broken = TRADE.replace(`"${name}":`, `"not_${name}":`);
      expect(readOrderFrame(bytes(broken)).type).toBe('Unreadable');
    },
  );

  test('updates are merged: the second names neither symbol nor quantity', () => {
    const merge = new OrderMerge();
    const parts = [
      '{"order_id":"O1","cl_ord_id":"c","symbol":"BTC/USD","order_qty":2,"cum_qty":0,"exec_type":"pending_new","order_status":"pending_new","side":"buy","limit_price":5}',
      '{"order_id":"O1","exec_type":"canceled","order_status":"canceled","reason":"User requested"}',
    ].map((item, place) =>
      readOrderFrame(
        bytes(`{"channel":"executions","type":"update","sequence":${place},"data":[${item}]}`),
      ),
    );
    const views = parts.flatMap((frame) =>
      frame.type === 'Executed' ? frame.parts.map((part) => merge.merge(part, () => null)) : [],
    );
    expect(views[1]).toMatchObject({
      executionType: 'canceled',
      reason: 'User requested',
      order: {
        venueSymbol: 'BTC/USD',
        clientOrderID: 'c',
        status: 'canceled',
        origQty: decimal('2'),
        executedQty: 0n,
      },
    });
  });

  test('filled without a figure is the whole quantity; what was executed never becomes less', () => {
    const merge = new OrderMerge();
    const hear = (item: string): bigint | undefined => {
      const text = `{"channel":"executions","type":"update","sequence":1,"data":[${item}]}`;
      const frame = readOrderFrame(bytes(text));
      const [part] = frame.type === 'Executed' ? frame.parts : [];
      return part === undefined ? undefined : merge.merge(part, () => null)?.order.executedQty;
    };
    expect(
      hear('{"order_id":"O1","symbol":"BTC/USD","order_qty":2,"cum_qty":1,"exec_type":"new"}'),
    ).toBe(decimal('1'));
    expect(hear('{"order_id":"O1","cum_qty":0.5,"exec_type":"status"}')).toBe(decimal('1'));
    expect(hear('{"order_id":"O1","exec_type":"filled","order_status":"filled"}')).toBe(
      decimal('2'),
    );
  });

  test('the state of the system, a heartbeat and a pong', () => {
    expect(
      readOrderFrame(
        bytes('{"channel":"status","type":"update","data":[{"system":"cancel_only"}]}'),
      ),
    ).toEqual({ type: 'SystemTold', system: 'cancel_only' });
    expect(readOrderFrame(bytes('{"channel":"heartbeat"}'))).toEqual({ type: 'Other' });
    expect(
      readOrderFrame(
        bytes('{"method":"pong","req_id":101,"time_in":"2023-09-24T14:10:23.799685Z"}'),
      ),
    ).toMatchObject({ id: '101', method: 'pong', error: '' });
  });
});

describe('what we say', () => {
  test('add_order: numbers with all their digits, the deadline cut to milliseconds', () => {
    const params = addOrderParams(
      {
        childID: asChildID('6d1b345e-2821-40e2-ad83-4ecb18a06876'),
        venueID: asVenueID('kraken'),
        instrumentID: asInstrumentID('BTC/USD'),
        venueSymbol: 'BTC/USD',
        side: 'buy',
        price: asPrice(decimal('26500.4')),
        orderQty: asQty(decimal('0.00000001')),
        timeInForce: 'GTC',
      },
      epochNs(1_671_960_659_123_999_999n),
    );
    expect(writeRequest('123456789', 'add_order', [...params, ['token', '"t"']])).toBe(
      '{"method":"add_order","params":{"order_type":"limit","side":"buy","limit_price":26500.4,"order_qty":0.00000001,"symbol":"BTC/USD","cl_ord_id":"6d1b345e-2821-40e2-ad83-4ecb18a06876","time_in_force":"gtc","fee_preference":"quote","deadline":"2022-12-25T09:30:59.123Z","token":"t"},"req_id":123456789}',
    );
  });

  test('a child is known by its id with dashes, without them, and in capitals; a stranger is not', () => {
    const childID = childIDOf({ desk: 1, epoch: 2, intent: 3 });
    expect(childIDOfClientOrderID(childID)).toBe(childID);
    expect(childIDOfClientOrderID(childID.replaceAll('-', '').toUpperCase())).toBe(childID);
    expect(childIDOfClientOrderID('6d1b345e-2821-40e2-ad83-4ecb18a06876')).toBeNull();
    expect(childIDOfClientOrderID('my-order')).toBeNull();
  });

  test('a private REST request is signed as in the documentation (card §2)', () => {
    const signer = createNonceSigner(
      'KEY',
      'kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==',
    );
    const { headers, body } = signedRequest(
      '/0/private/AddOrder',
      {
        nonce: 1_616_492_376_594n,
        params: 'ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25',
      },
      signer,
    );
    expect(body).toBe(
      'nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25',
    );
    expect(headers).toMatchObject({
      'API-Key': 'KEY',
      'API-Sign':
        '4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==',
    });
  });

  test('a secret that is no base64 is refused without a word of it', () => {
    expect(() => createNonceSigner('KEY', 'not base64!')).toThrow('no base64');
    expect(() => createNonceSigner('KEY', 'not base64!')).not.toThrow('not base64!');
  });
});

describe('which errors mean rejected and which unknown (card §10)', () => {
  test.each([
    ['', 'Done'],
    ['EOrder:Insufficient funds', 'Refused'],
    ['EOrder:Orders limit exceeded', 'Refused'],
    ['EOrder:An error of tomorrow', 'Refused'],
    ['EOrder:Rate limit exceeded', 'Throttled'],
    ['EOrder:Unknown order', 'NoSuchOrder'],
    ['EGeneral:Invalid arguments', 'Refused'],
    ['EGeneral:Invalid arguments:volume', 'Refused'],
    ['EService:Deadline elapsed', 'WrongTime'],
    ['EService:Market in cancel_only mode', 'Refused'],
    ['EService:Market in post_only mode', 'Refused'],
    ['EAPI:Invalid nonce', 'Refused'],
    ['EAPI:Invalid key', 'NotAuthorized'],
    ['EGeneral:Permission denied', 'NotAuthorized'],
    ['EOrder:cl_ord_id already in use', 'DuplicateID'],
    ['EGeneral:Invalid arguments:cl_ord_id', 'DuplicateID'],
    ['EGeneral:Internal error', 'Unknown'],
    ['EService:Unavailable', 'Unknown'],
    ['EService:Busy', 'Unknown'],
    ['ESession:Invalid session', 'Unknown'],
    ['EFuture:An error of tomorrow', 'Unknown'],
    ['no colon at all', 'Unknown'],
  ])('%s: %s', (error, verdict) => {
    expect(judge(error).type).toBe(verdict);
  });

  test('on REST anything but 200 with an error list says nothing', () => {
    const answered = (status: number, body: string) =>
      readRest({ type: 'Answered', status, headers: {}, body }).error;
    expect(answered(200, '{"error":[],"result":{}}')).toBe('');
    expect(answered(200, '{"error":["EOrder:Unknown order"]}')).toBe('EOrder:Unknown order');
    expect(answered(520, 'cloudflare')).toBe('status 520');
    expect(answered(200, '<html>')).toBe('an answer that cannot be read');
    expect(answered(200, '{"result":{}}')).toBe('an answer that cannot be read');
    expect(readRest({ type: 'Failed', cause: 'cut' }).error).toBe('no answer: cut');
  });

  test('how an order has ended, on the socket and on REST', () => {
    expect(['filled', 'closed', 'canceled', 'expired'].map(endOf)).toEqual([
      'Filled',
      'Filled',
      'Canceled',
      'Expired',
    ]);
    expect(['pending_new', 'new', 'partially_filled', 'open', 'pending', ''].map(endOf)).toEqual(
      Array.from({ length: 6 }, () => null),
    );
  });
});

describe('the checksum of a book (card §5)', () => {
  // guides/spot-ws-book-v2; recomputed there and here.
  const ASKS =
    '45285.2/0.00100000 45286.4/1.54571953 45286.6/1.54571109 45289.6/1.54560911 45290.2/0.15890660 45291.8/1.54553491 45294.7/0.04454749 45296.1/0.35380000 45297.5/0.09945542 45299.5/0.18772827';
  const BIDS =
    '45283.5/0.10000000 45283.4/1.54582015 45282.1/0.10000000 45281.0/0.10000000 45280.3/1.54592586 45279.0/0.07990000 45277.6/0.03310103 45277.5/0.30000000 45277.3/1.54602737 45276.6/0.15445238';
  const levels = (text: string): number[] =>
    text.split(' ').flatMap((level) => {
      const [price = '', qty = ''] = level.split('/');
      return [Math.round(Number(price) * 10), Math.round(Number(qty) * 1e8)];
    });
  const grid = {
    tick: asPrice(decimal('0.1')),
    lot: asQty(decimal('0.00000001')),
    unitsPerTick: 1,
    unitsPerLot: 1,
  };

  test('is 3310070434 for the documented one', () => {
    const book = new Book(grid, 10);
    const message = { asks: levels(ASKS), bids: levels(BIDS), checksum: 3_310_070_434 };
    expect(book.apply(message)).toBe('Applied');
    expect(book.checksum()).toBe(3_310_070_434);
  });

  test('what is beyond the depth goes before the sum, without having been deleted', () => {
    const book = new Book(grid, 10);
    const nearer = levels('45285.1/0.00100000'); // Pushes 45299.5 out.
    book.apply({ asks: levels(ASKS), bids: levels(BIDS), checksum: 3_310_070_434 });
    const first = book.apply({ asks: nearer, bids: [], checksum: 0 });
    expect(first).toBe('Checksum');
    expect(book.asks(100)).toHaveLength(10);
    // Without that level 45299.5 is unknown, and so is the sum.
    expect(book.apply({ asks: [452_851, 0], bids: [], checksum: 3_310_070_434 })).toBe('Checksum');
    expect(
      book.apply({ asks: levels('45299.5/0.18772827'), bids: [], checksum: 3_310_070_434 }),
    ).toBe('Applied');
  });

  test('a tick of several units counts in units of the last decimal', () => {
    const book = new Book({ ...grid, tick: asPrice(decimal('0.5')), unitsPerTick: 5 }, 10);
    book.apply({ asks: [], bids: [3, 7], checksum: 0 }); // 1.5 and 0.00000007
    expect(book.checksum()).toBe(crc32('157'));
  });

  test('CRC-32 of the standard test string', () => {
    expect(crc32('123456789')).toBe(0xcb_f4_39_26);
    expect(crc32('')).toBe(0);
  });
});

describe('names', () => {
  test('one pair has several', () => {
    expect(pairNames('BTC/USD')).toEqual(
      expect.arrayContaining(['BTC/USD', 'XBT/USD', 'XBTUSD', 'XXBTZUSD']),
    );
    expect(restName('BTC/USDT')).toBe('XBTUSDT');
    expect(symbolOfNames(['XXBTZUSD'], ['ETH/USD', 'BTC/USD'])).toBe('BTC/USD');
    expect(symbolOfNames(['XETHZUSD'], ['BTC/USD'])).toBeNull();
  });

  test('a trade of the history (rest-api/get-trade-history) is the one of the socket', () => {
    const result = parseTextExactly(
      '{"trades":{"THVRQM-33VKH-UCI7BS":{"ordertxid":"OQCLML-BW3P3-BUCMWZ","postxid":"TKH2SE-M7IF5-CFI7LT","pair":"XXBTZUSD","time":1688667796.8802,"type":"buy","ordertype":"limit","price":"30010.00000","cost":"600.20000","fee":"0.00000","vol":"0.02000000","margin":"0.00000","misc":"","trade_id":39482674,"maker":true}},"count":2346}',
    );
    expect(readTrades(result, ['BTC/USD'])).toEqual({
      count: 2_346,
      items: [
        {
          venueSymbol: 'BTC/USD',
          fill: {
            venueOrderID: asVenueOrderID('OQCLML-BW3P3-BUCMWZ'),
            venueExecID: 'THVRQM-33VKH-UCI7BS',
            lastQty: decimal('0.02'),
            lastPx: decimal('30010'),
            liquidity: 'maker',
            feeAmount: 0n,
            feeAsset: 'USD',
            transactTime: 1_688_667_796_880_200_000n,
          },
        },
      ],
    });
  });
});

describe('numbers', () => {
  test('are the digits of the text: zeros, long ones and exponents, strings left alone', () => {
    expect(
      parseTextExactly(
        '{"a":45281.0,"b":0.10000000,"c":9007199254740993,"s":"1 \\"2\\" 3","e":[1e-8]}',
      ),
    ).toEqual({
      a: '45281.0',
      b: '0.10000000',
      c: '9007199254740993',
      s: '1 "2" 3',
      e: ['0.00000001'],
    });
    expect(parseTextExactly('[-1.25E+3,25e-1,1e400]')).toEqual(['-1250', '2.5', '1e400']);
    for (const broken of ['NaN', '{"a":01}', '{"a":1', '.5']) {
      expect(parseTextExactly(broken)).toBeUndefined();
    }
  });
});
