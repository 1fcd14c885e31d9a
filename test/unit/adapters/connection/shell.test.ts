// The shell on real sockets: bounds, silence, cuts, order of things, and a machine that throws.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type WebSocket, WebSocketServer } from 'ws';
import {
  createHttpClient,
  createSockets,
  runMarket,
  runOrders,
  SOCKET_LIMITS,
} from '../../../../adapters/connection/index.ts';
import type {
  HttpOutcome,
  MachineAction,
  OrdersInput,
  VenueOrders,
} from '../../../../adapters/port/index.ts';
import { asDurable, asReserved } from '../../../../spec/proof/index.ts';
import { asInstrumentID, asVenueID, childIDOf } from '../../../../spec/terms/index.ts';
import { ZERO_PRICE, ZERO_QTY, epochNs } from '../../../../spec/units/index.ts';
import type { BookSnapshot, VenueReport } from '../../../../spec/venues/index.ts';
import { type RealPorts, realPorts, until } from '../real-ports.ts';

const CHILD = asDurable(childIDOf({ desk: 1, epoch: 1, intent: 1 }));

let ports: RealPorts | null = null;
const closing: (() => void)[] = [];

function real(): RealPorts {
  ports = realPorts();
  return ports;
}

afterEach(() => {
  ports?.stop();
  for (const close of closing.splice(0)) close();
});

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

async function venue(accepted: (socket: WebSocket) => void): Promise<string> {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', accepted);
  closing.push(() => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  });
  return `ws://127.0.0.1:${await listening(server)}/`;
}

describe('a socket', () => {
  test('a frame beyond the bound closes it, and is not handed on', async () => {
    const url = await venue((socket) => socket.send('x'.repeat(2_000)));
    const heard: string[] = [];
    createSockets(real().timers, { ...SOCKET_LIMITS, maxFrameBytes: 1_000 }).open(url, {
      opened: () => heard.push('opened'),
      received: () => heard.push('received'),
      closed: (cause) => heard.push(cause),
    });
    await until(
      () => heard.length === 2,
      () => heard.join(),
    );
    expect(heard).toEqual(['opened', 'Max payload size exceeded']);
  });

  test('offers no compression, so no frame grows on the way in', async () => {
    const extensions: string[] = [];
    const server = createServer();
    server.on('upgrade', (request, socket) => {
      extensions.push(request.headers['sec-websocket-extensions'] ?? 'none');
      socket.destroy();
    });
    const port = await listening(server);
    const heard: string[] = [];
    createSockets(real().timers).open(`ws://127.0.0.1:${port}`, {
      opened: () => {},
      received: () => {},
      closed: (cause) => heard.push(cause),
    });
    await until(
      () => heard.length === 1,
      () => heard.join(),
    );
    expect(extensions).toEqual(['none']);
  });

  test('a peer that answers no ping is given up', async () => {
    const url = await venue((socket) => {
      socket.pause(); // It neither reads nor answers.
    });
    const heard: string[] = [];
    createSockets(real().timers, { ...SOCKET_LIMITS, silenceMs: 100 }).open(url, {
      opened: () => {},
      received: () => {},
      closed: (cause) => heard.push(cause),
    });
    await until(
      () => heard.length === 1,
      () => heard.join(),
    );
    expect(heard).toEqual(['nothing heard for 200 ms']);
  });

  test('a quiet peer that answers pings lives on; ours are answered with their payload', async () => {
    const pongs: string[] = [];
    let pings = 0;
    const url = await venue((socket) => {
      socket.on('pong', (data) => pongs.push(data.toString()));
      socket.on('ping', () => (pings += 1));
      socket.ping('1493');
    });
    const heard: string[] = [];
    const socket = createSockets(real().timers, { ...SOCKET_LIMITS, silenceMs: 400 }).open(url, {
      opened: () => heard.push('opened'),
      received: () => {},
      closed: (cause) => heard.push(cause),
    });
    while (pings < 3) await new Promise((resolve) => setTimeout(resolve, 20));
    expect([heard, pongs]).toEqual([['opened'], ['1493']]);
    socket.close('done');
  });

  test('paused: what comes waits unread at the peer, its silence is not counted, and nothing is lost', async () => {
    const url = await venue((socket) => {
      socket.on('message', () => {
        for (let at = 0; at < 500; at += 1) socket.send(`frame ${at}`);
      });
    });
    const heard: string[] = [];
    const socket = createSockets(real().timers, { ...SOCKET_LIMITS, silenceMs: 30 }).open(url, {
      opened: () => {
        socket.pause();
        socket.send('go');
      },
      received: (frame) => heard.push(Buffer.from(frame).toString()),
      closed: (cause) => heard.push(cause),
    });
    await new Promise((resolve) => setTimeout(resolve, 300)); // Ten times the silence that is borne.
    expect(heard).toEqual([]);
    socket.resume();
    await until(
      () => heard.length === 500,
      () => heard.slice(-3).join(),
    );
    expect(heard.every((text, at) => text === `frame ${at}`)).toBe(true);
    socket.close('done');
  });

  test('nobody listens: closed, with the reason', async () => {
    const heard: string[] = [];
    createSockets(real().timers).open('ws://127.0.0.1:1/', {
      opened: () => {},
      received: () => {},
      closed: (cause) => heard.push(cause),
    });
    await until(
      () => heard.length === 1,
      () => heard.join(),
    );
    expect(heard[0]).toContain('ECONNREFUSED');
  });
});

describe('an HTTP answer', () => {
  async function ask(
    answer: (response: Parameters<NonNullable<Parameters<typeof createServer>[1]>>[1]) => void,
    timeoutMs = 5_000,
  ): Promise<HttpOutcome> {
    const port = await listening(createServer((_, response) => answer(response)));
    const client = createHttpClient(real().timers, 1_000);
    closing.push(() => client.close());
    const question = { method: 'GET', headers: {}, body: null, timeoutMs };
    return new Promise((resolve) =>
      client.send({ ...question, url: `http://127.0.0.1:${port}/` }, resolve),
    );
  }

  test('comes whole, with its status and its headers in lower case', async () => {
    const outcome = await ask((response) => {
      response.writeHead(429, { 'Retry-After': '7' });
      response.end('slow down');
    });
    expect(outcome).toMatchObject({
      type: 'Answered',
      status: 429,
      headers: { 'retry-after': '7' },
      body: 'slow down',
    });
  });

  test('beyond the bound is none', async () => {
    const outcome = await ask((response) => response.end('x'.repeat(1_001)));
    expect(outcome).toEqual({ type: 'Failed', cause: 'an answer of more than 1000 bytes' });
  });

  test('cut in the middle is none', async () => {
    const outcome = await ask((response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('half');
      setTimeout(() => response.destroy(), 20);
    });
    expect(outcome.type).toBe('Failed');
  });

  test('that does not come is none after its bound', async () => {
    const outcome = await ask(() => {}, 50);
    expect(outcome).toEqual({ type: 'Failed', cause: 'no answer within 50 ms' });
  });
});

describe('a running machine', () => {
  /** Opens one channel, and does for each input what `acts` says. */
  function scripted(
    heard: OrdersInput['type'][],
    acts: (input: OrdersInput) => readonly MachineAction[],
  ): VenueOrders {
    return {
      capabilities: {
        timesInForce: ['GTC'],
        postOnly: false,
        replace: 'cancelAndNew',
        orderDeadlineMs: 1,
        queryLagMs: 1,
      },
      step(input) {
        if (input.type !== 'ClockTicked') heard.push(input.type);
        const reports =
          input.type === 'Cancel'
            ? [{ type: 'CancelRefused', childID: input.childID, text: 'no' } as const]
            : [];
        return { actions: acts(input), reports, notices: [] };
      },
    };
  }

  test('writes the frame within the call, before the desk is told', async () => {
    const received: string[] = [];
    const url = await venue((socket) =>
      socket.on('message', (data) => received.push(String(data))),
    );
    const heard: OrdersInput['type'][] = [];
    const order: string[] = [];
    const used = real();
    const orders = runOrders(
      scripted(heard, (input) => {
        if (input.type === 'Started') return [{ type: 'OpenChannel', channel: 'a', url }];
        if (input.type === 'Cancel') return [{ type: 'SendFrame', channel: 'a', text: 'cancel' }];
        return [];
      }),
      {
        ...used,
        sockets: {
          open(address, events) {
            const socket = used.sockets.open(address, events);
            return {
              ...socket,
              close: (cause) => socket.close(cause),
              send(text) {
                order.push(`sent ${text}`);
                socket.send(text);
              },
            };
          },
        },
      },
      { reported: () => order.push('told'), noticed: () => {}, failed: () => {} },
    );
    orders.start();
    await until(
      () => heard.includes('ChannelOpened'),
      () => heard.join(),
    );
    orders.cancel(CHILD);
    expect(order).toEqual(['sent cancel', 'told']);
    await until(
      () => received.length === 1,
      () => received.join(),
    );
    orders.close();
  });

  test('a call from within a report follows it, in the same turn', () => {
    const heard: OrdersInput['type'][] = [];
    const orders = runOrders(
      scripted(heard, () => []),
      real(),
      {
        reported: () => {
          if (heard.length < 3) orders.cancel(CHILD);
          heard.push('ClockTicked'); // A mark: the listener has returned.
        },
        noticed: () => {},
        failed: () => {},
      },
    );
    orders.cancel(CHILD);
    expect(heard.slice(0, 4)).toEqual(['Cancel', 'ClockTicked', 'Cancel', 'ClockTicked']);
    orders.close();
  });

  test('of market data that throws leaves no book behind that looks live', () => {
    const books: string[] = [];
    const book: BookSnapshot = {
      venueID: asVenueID('v'),
      instrumentID: asInstrumentID('i'),
      venueSymbol: 's',
      state: 'Live',
      updateID: 1,
      receivedAt: epochNs(1n),
      tick: ZERO_PRICE,
      lot: ZERO_QTY,
      bids: [],
      asks: [],
    };
    let started = false;
    const market = runMarket(
      {
        counters: () => ({ gaps: 0, compared: 0, differing: 0 }),
        step(input) {
          if (input.type === 'Started' && started) throw new Error('a bug');
          started = true;
          return { actions: [], books: [book], trades: [], notices: [] };
        },
      },
      real(),
      {
        booked: (newest) => books.push(...newest.map(({ state }) => state)),
        traded: () => {},
        noticed: () => {},
        failed: (error) => books.push(String(error)),
      },
    );
    market.start();
    market.start();
    expect(books).toEqual(['Live', 'Invalid', 'Error: a bug']);
  });

  test('that throws takes its own venue down and nothing else: closed, told once, deaf', async () => {
    let cut = false;
    const url = await venue((socket) => socket.on('close', () => (cut = true)));
    const heard: OrdersInput['type'][] = [];
    const failures: unknown[] = [];
    const orders = runOrders(
      scripted(heard, (input) => {
        if (input.type === 'Started') return [{ type: 'OpenChannel', channel: 'a', url }];
        if (input.type === 'Cancel') throw new Error('a bug');
        return [];
      }),
      real(),
      { reported: () => {}, noticed: () => {}, failed: (error) => failures.push(error) },
    );
    orders.start();
    await until(
      () => heard.includes('ChannelOpened'),
      () => heard.join(),
    );
    expect(() => orders.cancel(CHILD)).not.toThrow();
    orders.cancel(CHILD);
    expect(failures.map(String)).toEqual(['Error: a bug']);
    await until(
      () => cut,
      () => 'the line is open',
    );
  });

  test('answers a submit after its failure as refused, since it was never sent, and one that failed it not', () => {
    const reports: VenueReport[] = [];
    const orders = runOrders(
      scripted([], (input) => {
        if (input.type === 'Submit') throw new Error('a bug');
        return [];
      }),
      real(),
      { reported: (report) => reports.push(report), noticed: () => {}, failed: () => {} },
    );
    const child = {
      childID: CHILD,
      venueID: asVenueID('sandbox'),
      instrumentID: asInstrumentID('BTC-USDT'),
      venueSymbol: 'BTCUSDT',
      side: 'buy' as const,
      price: ZERO_PRICE,
      orderQty: ZERO_QTY,
      timeInForce: 'GTC' as const,
    };
    orders.submit(asDurable(asReserved(child)));
    expect(reports).toEqual([]);
    orders.submit(asDurable(asReserved(child)));
    const text = 'not sent: the adapter of the venue has stopped';
    expect(reports).toEqual([{ type: 'Refused', childID: CHILD, text, notSent: true }]);
  });
});
