// One simulated exchange on real sockets: its parts made and joined, started and stopped.

import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { readApiKey } from './auth.ts';
import type { ApiKey } from './auth.ts';
import { serveControl } from './control.ts';
import type { ControlledVenue } from './control.ts';
import { amount } from './decimal.ts';
import { Exchange } from './exchange.ts';
import { createFaults } from './faults.ts';
import type { Fault } from './faults.ts';
import { createLimits, orderCounts } from './limits.ts';
import { withUsual } from './options.ts';
import type { ExchangeProcessOptions } from './options.ts';
import { createParticipants } from './participants.ts';
import type { Participants } from './participants.ts';
import { seededRandom } from './random.ts';
import { serveRest } from './rest.ts';
import { loadExchange, saveExchange } from './saved.ts';
import { gatherWrites, keepAlive } from './sockets.ts';
import { createMarketStreams } from './streams.ts';
import type { Account } from './terms.ts';
import { createUserStreams } from './user-streams.ts';
import type { Venue } from './venue.ts';
import { createWsApi } from './ws-api.ts';

export interface ExchangeUrls {
  /** Base of REST paths: `${rest}/api/v3/order`. */
  readonly rest: string;
  readonly wsApi: string;
  /** Base of stream paths: `${streams}/ws/btcusdt@trade`. */
  readonly streams: string;
  readonly control: string;
}

export interface RunningExchange {
  readonly urls: ExchangeUrls;
  readonly exchange: Exchange;
  readonly participants: Participants | null;
  arm(fault: Fault): void;
  /** Server time is the machine's plus this. */
  skew(offsetMs: number): void;
  cut(channel: 'wsApi' | 'streams' | 'all'): void;
  stop(): Promise<void>;
}

/** The largest frame that a client may send; Binance's own requests are far below. */
const MAX_PAYLOAD_BYTES = 65_536;

/** What an exchange that is killed may forget, where it remembers at all. */
const SAVE_EVERY_MS = 2_000;

/** Starts an exchange in this process. Resolves once it listens. */
export async function startExchange(
  given: Partial<ExchangeProcessOptions> = {},
): Promise<RunningExchange> {
  const options = withUsual(given);
  let offsetMs = 0;
  const now = (): number => Date.now() + offsetMs;
  const random = seededRandom(options.seed);
  const faults = createFaults();
  const limits = createLimits(options.limits, now);
  const userStreams = createUserStreams(now, faults);
  const marketStreams = createMarketStreams(now, faults);
  const exchange = new Exchange({
    symbols: options.symbols,
    now,
    random,
    listener: { ...userStreams.listener, ...marketStreams.listener },
  });
  marketStreams.attach(exchange);
  const keys = addClients(exchange, options);
  const house = foreigner(exchange, 'house', options);
  const participants = addParticipants(exchange, options);
  const waiting = new Set<NodeJS.Timeout>();

  const venue: Venue = {
    exchange,
    faults,
    limits,
    keys,
    random,
    house,
    revoke: (apiKey) => keys.delete(apiKey),
    now,
    after: (delayMs, run) => {
      const timer = setTimeout(() => {
        waiting.delete(timer);
        run();
      }, delayMs);
      waiting.add(timer);
    },
    cut: (channel) => {
      if (channel !== 'streams') for (const socket of wsApi.sockets) socket.terminate();
      if (channel !== 'wsApi') for (const socket of marketStreams.sockets) socket.terminate();
    },
  };
  const wsApi = createWsApi(venue, userStreams);
  const controlled: ControlledVenue = {
    venue,
    participants,
    skew: (ms) => void (offsetMs = ms),
    connections: () => ({ wsApi: wsApi.sockets.size, streams: marketStreams.sockets.size }),
    announceShutdown: () => wsApi.announceShutdown(),
  };

  const upgrades = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MAX_PAYLOAD_BYTES,
  });
  const accept = (socket: WebSocket, request: IncomingMessage, url: URL): void => {
    socket.on('error', () => socket.terminate());
    keepAlive(socket, options.keepAlive, now);
    gatherWrites(socket, request.socket);
    const age = setTimeout(() => socket.close(1000), options.connectionLifeMs);
    socket.on('close', () => clearTimeout(age));
    if (url.pathname === '/ws-api/v3') {
      wsApi.accept(socket, {
        address: request.socket.remoteAddress ?? '',
        query: url.searchParams,
      });
    } else marketStreams.accept(socket, url);
  };
  const publicServer = createServer((request, response) =>
    serve(serveRest(venue, request, response), response),
  );
  publicServer.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '/', 'http://sandbox');
    const refused = upgradeObjection(url);
    if (refused !== null) return refuseUpgrade(socket, refused);
    return upgrades.handleUpgrade(request, socket, head, (accepted) =>
      accept(accepted, request, url),
    );
  });
  const controlServer = createServer((request, response) =>
    serve(serveControl(controlled, request, response), response),
  );

  const timers = [
    setInterval(() => marketStreams.flush('100ms'), 100),
    setInterval(() => marketStreams.flush('1000ms'), 1_000),
  ];
  const { stateFile } = options;
  if (stateFile !== null) {
    loadExchange(exchange, stateFile);
    timers.push(setInterval(() => saveExchange(exchange, stateFile), SAVE_EVERY_MS));
  }
  const paceMs = options.participants?.paceMs;
  if (participants !== null && paceMs !== undefined) {
    participants.start();
    participants.step();
    timers.push(setInterval(() => participants.step(), paceMs));
  }
  const publicPort = await listen(publicServer, options.host, options.port);
  // The control interface is for this machine alone, whatever the public one listens on.
  const controlPort = await listen(controlServer, '127.0.0.1', options.controlPort);
  return {
    urls: {
      rest: `http://${options.host}:${publicPort}`,
      wsApi: `ws://${options.host}:${publicPort}/ws-api/v3`,
      streams: `ws://${options.host}:${publicPort}`,
      control: `http://127.0.0.1:${controlPort}`,
    },
    exchange,
    participants,
    arm: (fault) => faults.arm(fault),
    skew: (ms) => controlled.skew(ms),
    cut: (channel) => venue.cut(channel),
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      for (const timer of waiting) clearTimeout(timer);
      if (stateFile !== null) saveExchange(exchange, stateFile);
      wsApi.announceShutdown();
      for (const socket of [...wsApi.sockets, ...marketStreams.sockets]) socket.terminate();
      await Promise.all([close(publicServer), close(controlServer)]);
    },
  };
}

function addClients(exchange: Exchange, options: ExchangeProcessOptions): Map<string, ApiKey> {
  const keys = new Map<string, ApiKey>();
  for (const client of options.accounts) {
    const account = exchange.addAccount(client.name, {
      client: true,
      fees: client.fees,
      counts: orderCounts(options.limits),
    });
    for (const [asset, text] of Object.entries(client.balances)) {
      exchange.credit(account, asset, amount(text));
    }
    for (const key of client.keys) {
      if (keys.has(key.apiKey)) throw new Error(`API key "${key.apiKey}" is given twice`);
      keys.set(key.apiKey, readApiKey(key, account));
    }
  }
  return keys;
}

function addParticipants(exchange: Exchange, options: ExchangeProcessOptions): Participants | null {
  if (options.participants === null) return null;
  const accounts = {
    maker: foreigner(exchange, 'maker', options),
    taker: foreigner(exchange, 'taker', options),
  };
  // A stream of its own, so that clients' requests do not change the market's course.
  const random = seededRandom(options.seed + 1);
  return createParticipants(exchange, accounts, { options: options.participants, random });
}

function foreigner(exchange: Exchange, name: string, options: ExchangeProcessOptions): Account {
  return exchange.addAccount(name, {
    client: false,
    fees: { maker: 0n, taker: 0n },
    counts: orderCounts(options.limits),
  });
}

function upgradeObjection(url: URL): string | null {
  const { pathname } = url;
  const known =
    pathname === '/ws-api/v3' ||
    pathname === '/stream' ||
    pathname === '/ws' ||
    pathname.startsWith('/ws/');
  if (!known) return '404 Not Found';
  const timeUnit = url.searchParams.get('timeUnit')?.toUpperCase();
  // Microseconds are not simulated: better no connection than times of another unit.
  return timeUnit === 'MICROSECOND' ? '400 Bad Request' : null;
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

// A client that goes away in the middle is no matter; anything else is answered as the bug it is.
function serve(serving: Promise<void>, response: ServerResponse): void {
  serving.catch((error: unknown) => {
    if (response.destroyed || response.headersSent) return;
    response.writeHead(500);
    response.end(String(error));
  });
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, rejected) => {
    server.once('error', rejected);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
