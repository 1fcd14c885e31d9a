// Binance's own samples, through the adapter's readers and writers.

import { describe, expect, test } from '@jest/globals';
import { createHmacSigner } from '../../../../gateway/process/venue-signers.ts';
import { parseBytes, parseText } from '../../../../adapters/connection/json.ts';
import {
  readOrder,
  readOrderFrame,
  signaturePayload,
  signed,
  writeRequest,
} from '../../../../adapters/binance/wire.ts';
import { MarketLine, exchangeInfo } from './market-line.ts';
import { ScriptedLine, child, decimal } from './scripted-line.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

// web-socket-api.md, order.place (FULL), shortened as on the protocol card §3.
const PLACED = `{"id":"5637..","status":200,"result":{"symbol":"BTCUSDT","orderId":12569099453,"orderListId":-1,"clientOrderId":"4d96324ff9d44481926157ec08158a40","transactTime":1660801715793,"price":"23416.10000000","origQty":"0.00847000","executedQty":"0.00847000","origQuoteOrderQty":"0.000000","cummulativeQuoteQty":"198.33521500","status":"FILLED","timeInForce":"GTC","type":"LIMIT","side":"SELL","workingTime":1660801715793,"fills":[{"price":"23416.10000000","qty":"0.00635000","commission":"0.000000","commissionAsset":"BNB","tradeId":1650422481},{"price":"23416.50000000","qty":"0.00212000","commission":"0.000000","commissionAsset":"BNB","tradeId":1650422482}]},"rateLimits":[{"rateLimitType":"ORDERS","interval":"SECOND","intervalNum":10,"limit":50,"count":1}]}`;
const REFUSED =
  '{"id":"e2a8..","status":400,"error":{"code":-2010,"msg":"Account has insufficient balance for requested action."}}';
const UNAUTHORIZED =
  '{"id":null,"status":401,"error":{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}}';
// user-data-stream.md, executionReport.
const EXECUTED = `{"subscriptionId":0,"event":{"e":"executionReport","E":1499405658658,"s":"ETHBTC","c":"mUvoqJxFIILMdfAW5iGSOW","S":"BUY","o":"LIMIT","f":"GTC","q":"1.00000000","p":"0.10264410","P":"0.00000000","F":"0.00000000","g":-1,"C":"","x":"NEW","X":"NEW","r":"NONE","i":4293153,"l":"0.00000000","z":"0.00000000","L":"0.00000000","n":"0","N":null,"T":1499405658657,"t":-1,"I":8641984,"w":true,"m":false,"M":false,"O":1499405658657,"Z":"0.00000000","Y":"0.00000000","Q":"0.00000000","W":1499405658657,"V":"NONE"}}`;

describe('samples of the order socket', () => {
  test('the answer to order.place, with its rate limits', () => {
    const frame = readOrderFrame(bytes(PLACED));
    expect(frame).toMatchObject({
      type: 'Replied',
      id: '5637..',
      status: 200,
      rateLimits: [{ limit: { kind: 'ORDERS', windowMs: 10_000, limit: 50 }, count: 1 }],
    });
    expect(frame.type === 'Replied' ? readOrder(frame.result) : null).toEqual({
      venueSymbol: 'BTCUSDT',
      venueOrderID: '12569099453',
      clientOrderID: '4d96324ff9d44481926157ec08158a40',
      status: 'FILLED',
      side: 'SELL',
      price: decimal('23416.1'),
      origQty: decimal('0.00847'),
      executedQty: decimal('0.00847'),
    });
  });

  test('the refusal, and the word that the session is no longer authorized', () => {
    expect(readOrderFrame(bytes(REFUSED))).toMatchObject({ status: 400, code: -2010 });
    expect(readOrderFrame(bytes(UNAUTHORIZED))).toMatchObject({
      id: null,
      status: 401,
      code: -2015,
    });
  });

  test('the executionReport of a new order', () => {
    expect(readOrderFrame(bytes(EXECUTED))).toMatchObject({
      type: 'Executed',
      execution: {
        executionType: 'NEW',
        fill: null,
        reason: '',
        order: {
          venueSymbol: 'ETHBTC',
          venueOrderID: '4293153',
          clientOrderID: 'mUvoqJxFIILMdfAW5iGSOW',
          status: 'NEW',
          executedQty: 0n,
        },
      },
    });
  });

  test('the machine takes each of them, and none of them is an order of ours', () => {
    const line = new ScriptedLine().ready();
    for (const text of [PLACED, REFUSED, EXECUTED]) line.frame(text);
    for (const e of [
      'outboundAccountPosition',
      'balanceUpdate',
      'listStatus',
      'externalLockUpdate',
    ])
      line.event({ e, E: 1 });
    expect(line.heard()).toEqual([]);
    expect(line.remarks()).toEqual([]);
    line.event({ e: 'eventStreamTerminated', E: 1 });
    expect(line.closed).toEqual([line.channel]);
  });

  test('the answer FULL acknowledges and ends; its trades come as events', () => {
    const line = new ScriptedLine().ready();
    const order = child(1);
    line.submit(order);
    const request = line.take('order.place');
    line.frame(
      PLACED.replace('5637..', request.id).replace(
        '4d96324ff9d44481926157ec08158a40',
        order.childID,
      ),
    );
    expect(line.heard()).toEqual(['Acknowledged 12569099453']);
    line.wait(1_100); // They have not come: the end is said without them.
    expect(line.heard()).toEqual(['Ended Filled 0.00847']);
  });
});

test('the depthUpdate of the documentation goes into its book', () => {
  const line = new MarketLine(['BNBBTC']).start(exchangeInfo(['BNBBTC'], '0.0001', '1'));
  line.reply('depth', { lastUpdateId: 156, bids: [], asks: [] });
  line.bytes(
    '{"e":"depthUpdate","E":1672515782136,"s":"BNBBTC","U":157,"u":160,"b":[["0.0024","10"]],"a":[["0.0026","100"]]}',
  );
  expect(line.book('BNBBTC')).toMatchObject({
    state: 'Live',
    updateID: 160,
    bids: [[24, 10]],
    asks: [[26, 100]],
  });
});

describe('signatures', () => {
  const signer = createHmacSigner(
    'vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A',
    'NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j',
  );
  const order = {
    side: 'SELL',
    type: 'LIMIT',
    timeInForce: 'GTC',
    price: '52000.00',
    quantity: '0.01000000',
    recvWindow: 100,
    symbol: 'BTCUSDT',
    timestamp: 1645423376532,
  };

  test('HMAC: sorted by name, joined, signed (web-socket-api.md, recomputed)', () => {
    expect(signed(order, signer)['signature']).toBe(
      'aa1b5712c094bc4e57c05a1a5c1fd8d88dcd628338ea863fec7b88e59fe2db24',
    );
  });

  test('HMAC: a symbol beyond ASCII is signed as its UTF-8 bytes, not percent-encoded', () => {
    const wide = {
      ...order,
      price: '0.10000000',
      quantity: '1.00000000',
      recvWindow: 5000,
      side: 'BUY',
      symbol: '１２３４５６',
    };
    expect(signed(wide, signer)['signature']).toBe(
      'b33892ae8e687c939f4468c6268ddd4c40ac1af18ad19a064864c47bae0752cd',
    );
  });

  test("the documentation's own example, with newOrderRespType", () => {
    expect(signed({ ...order, newOrderRespType: 'ACK' }, signer)['signature']).toBe(
      'cc15477742bd704c29492d96c7ead9414dfd8e0ec4a00f947bb5bb454ddbd08a',
    );
  });

  test('the payload says what the frame says', () => {
    const params = {
      symbol: 'BTCUSDT',
      orderId: 9_007_199_254_740_993n,
      timestamp: 1_645_423_376_532,
    };
    expect(signaturePayload(params)).toBe(
      'orderId=9007199254740993&symbol=BTCUSDT&timestamp=1645423376532',
    );
    expect(writeRequest('1', 'order.status', params)).toBe(
      '{"id":"1","method":"order.status","params":{"symbol":"BTCUSDT","orderId":9007199254740993,"timestamp":1645423376532}}',
    );
  });
});

describe('JSON from a stranger', () => {
  test('what a number cannot hold exactly becomes its digits, everything else is left alone', () => {
    expect(parseText('{"a":9007199254740993,"b":9007199254740991,"c":-9007199254740993}')).toEqual({
      a: '9007199254740993',
      b: 9007199254740991,
      c: '-9007199254740993',
    });
    expect(
      parseText(
        '{"a":[90071992547409931,1.12345678901234567],"s":"x:90071992547409931,\\"90071992547409931"}',
      ),
    ).toEqual({
      a: ['90071992547409931', '1.12345678901234567'],
      s: 'x:90071992547409931,"90071992547409931',
    });
  });

  test('a byte order mark, bytes that are no text and cut JSON are nothing', () => {
    expect(parseBytes(new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d]))).toBeUndefined();
    expect(parseBytes(new Uint8Array([0x22, 0xff, 0x22]))).toBeUndefined();
    expect(parseBytes(bytes('{"a":'))).toBeUndefined();
    expect(parseText('NaN')).toBeUndefined();
  });

  // Another exchange that speaks this protocol may write numbers where Binance writes texts.
  test.each([
    ['0.10264411', '0.001', '0.00000001'],
    ['123456789.123456789012345678', '90071992547409931', '1e-7'],
    ['23416', '3', '0'],
    ['23416.0', '1.50', '-0.000001'],
  ])(
    'prices and quantities that are numbers, %s and %s, are read as exactly as texts',
    (L, l, n) => {
      const whole = JSON.parse(EXECUTED).event as Record<string, unknown>;
      const event = { ...whole, x: 'TRADE', X: 'FILLED', t: 5 };
      const written = (quote: string): Uint8Array => {
        const plain = n === '1e-7' && quote !== '' ? '0.0000001' : n;
        const more = `"l":${quote}${l}${quote},"z":${quote}${l}${quote},"L":${quote}${L}${quote},"n":${quote}${plain}${quote}`;
        return bytes(`{"event":${JSON.stringify(event).slice(0, -1)},${more}}}`);
      };
      const asTexts = readOrderFrame(written('"'));
      expect(asTexts).toMatchObject({
        type: 'Executed',
        execution: { fill: { venueExecID: '5' } },
      });
      expect(readOrderFrame(written(''))).toEqual(asTexts);
    },
  );

  test.each([
    ['L', '0'],
    ['L', '-1'],
    ['l', '0.00000000'],
  ])('a fill with %s of %s is none, and is asked about', (name, value) => {
    const whole = JSON.parse(EXECUTED).event as Record<string, unknown>;
    const filled = { ...whole, x: 'TRADE', X: 'FILLED', l: '1', L: '1', z: '1', t: 5 };
    const frame = readOrderFrame(bytes(JSON.stringify({ event: { ...filled, [name]: value } })));
    expect(frame.type).toBe('Unreadable');
  });

  test('an order whose origClOrderId is empty goes by its clientOrderId', () => {
    const result = { ...JSON.parse(PLACED).result, origClientOrderId: '' };
    expect(readOrder(result)?.clientOrderID).toBe('4d96324ff9d44481926157ec08158a40');
  });

  test('an execution report with a field missing or malformed is unreadable, whichever it is', () => {
    const whole = JSON.parse(EXECUTED).event as Record<string, unknown>;
    const filled = { ...whole, x: 'TRADE', X: 'FILLED', l: '1', L: '1', z: '1', t: 5 };
    expect(readOrderFrame(bytes(JSON.stringify({ event: filled }))).type).toBe('Executed');
    for (const name of ['s', 'i', 'c', 'X', 'x', 'z', 't', 'l', 'L', 'n', 'T', 'm']) {
      for (const bad of [undefined, null, {}, 'NaN', -1.5]) {
        const isWord = bad === 'NaN' || bad === -1.5; // Read as its digits.
        if (isWord && ['s', 'c', 'X', 'x'].includes(name)) continue; // A text may say anything.
        if (bad === -1.5 && name === 'n') continue; // A rebate.
        const frame = readOrderFrame(bytes(JSON.stringify({ event: { ...filled, [name]: bad } })));
        expect([name, bad, frame.type]).toEqual([name, bad, 'Unreadable']);
      }
    }
  });
});
