// The order side of a venue that costs as little as possible: takes every order, fills it whole at its limit, and
// notes when it came. It speaks Binance's order socket as far as the adapter asks, and checks nothing.
//
// The simulated exchange is the better venue, and `--venue sandbox` uses it; but at 185 us of CPU an order it is the
// busiest process of the three on a machine of two cores, and the bench would measure the neighbour's appetite.
// Answers and events per order are the exchange's: the answer, NEW, TRADE and outboundAccountPosition.
//
//   node dist/test/bench/gateway/venue.js     says {"orders": "ws://…"}; then takes lines
//   take FILE    writes when each order came, since the last time, as float64 ms, and says "took N"

import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { type WebSocket, WebSocketServer } from 'ws';

interface Request {
  readonly id: string;
  readonly method: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What the exchange itself answers; the adapter reads grids and limits from it. */
const exchangeInfo = await fetch(`${process.argv[2]}/api/v3/exchangeInfo`).then((got) =>
  got.json(),
);

let arrivals: number[] = [];
let lastOrderID = 1_000_000;

function answer(socket: WebSocket, frame: Buffer): void {
  const at = Number(process.hrtime.bigint()) / 1e6;
  const request = JSON.parse(frame.toString('latin1')) as Request;
  if (request.method === 'order.place') {
    arrivals.push(at);
    return place(socket, request);
  }
  socket.send(`{"id":"${request.id}",${resultOf(request)},"rateLimits":[]}`);
}

function resultOf({ method }: Request): string {
  switch (method) {
    case 'time':
      return `"status":200,"result":{"serverTime":${Date.now()}}`;
    case 'session.logon':
    case 'userDataStream.subscribe':
    case 'userDataStream.subscribe.signature':
      return '"status":200,"result":{"subscriptionId":0}';
    case 'openOrders.status':
      return '"status":200,"result":[]';
    case 'exchangeInfo':
      return `"status":200,"result":${JSON.stringify(exchangeInfo)}`;
    default:
      return '"status":400,"error":{"code":-2013,"msg":"Order does not exist."}';
  }
}

function place(socket: WebSocket, { id, params }: Request): void {
  lastOrderID += 1;
  const now = Date.now();
  const { symbol, side, type, timeInForce, price, quantity, newClientOrderId: name } = params;
  const quote = (Number(price) * Number(quantity)).toFixed(8);
  const result =
    `{"symbol":"${symbol}","orderId":${lastOrderID},"orderListId":-1,"clientOrderId":"${name}",` +
    `"transactTime":${now},"price":"${price}","origQty":"${quantity}","executedQty":"${quantity}",` +
    `"origQuoteOrderQty":"0.00000000","cummulativeQuoteQty":"${quote}","status":"FILLED","timeInForce":` +
    `"${timeInForce}","type":"${type}","side":"${side}","workingTime":${now},"selfTradePreventionMode":"NONE"}`;
  const limits =
    '[{"rateLimitType":"REQUEST_WEIGHT","interval":"MINUTE","intervalNum":1,"limit":100000000,"count":1}]';
  const report = (what: string, executed: string, last: string) =>
    `{"subscriptionId":0,"event":{"e":"executionReport","E":${now},"s":"${symbol}","c":"${name}","S":"${side}",` +
    `"o":"${type}","f":"${timeInForce}","q":"${quantity}","p":"${price}","P":"0.00000000","F":"0.00000000","g":-1,` +
    `"C":"",${what},"r":"NONE","i":${lastOrderID},${last},"z":"${executed}","T":${now},"I":${lastOrderID * 2},` +
    `"w":false,"m":false,"M":true,"O":${now},"Z":"${quote}","Y":"${quote}","Q":"0.00000000","W":${now},"V":"NONE"}}`;
  socket.send(`{"id":"${id}","status":200,"result":${result},"rateLimits":${limits}}`);
  socket.send(
    report(
      '"x":"NEW","X":"NEW"',
      '0.00000000',
      '"l":"0.00000000","L":"0.00000000","n":"0","N":null,"t":-1',
    ),
  );
  socket.send(
    report(
      '"x":"TRADE","X":"FILLED"',
      String(quantity),
      `"l":"${quantity}","L":"${price}","n":"0.00000100","N":"BTC","t":${lastOrderID}`,
    ),
  );
  socket.send(
    `{"subscriptionId":0,"event":{"e":"outboundAccountPosition","E":${now},"u":${now},"B":[{"a":"BTC","f":` +
      `"100.00000000","l":"0.00000000"},{"a":"USDT","f":"10000000.00000000","l":"0.00000000"}]}}`,
  );
}

const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (socket, request) => {
  const tcp = request.socket;
  tcp.setNoDelay(true);
  socket.on('message', (data) => {
    // The frames of one answer, and of all requests of one segment, leave as one write.
    tcp.cork();
    answer(socket, data as Buffer);
    process.nextTick(() => tcp.uncork());
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  process.stdout.write(
    `${JSON.stringify({ orders: `ws://127.0.0.1:${address.port}/ws-api/v3` })}\n`,
  );
});
createInterface({ input: process.stdin }).on('line', (line) => {
  const [, file] = line.split(' ');
  if (file === undefined) return;
  const taken = arrivals;
  arrivals = [];
  writeFileSync(file, new Uint8Array(Float64Array.from(taken).buffer));
  process.stdout.write(`took ${taken.length}\n`);
});
