// One simulated exchange on real sockets: engine, participants, control and a protocol made and joined,
// started and stopped. The protocol is a `Wire`.

import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { serveControl } from './control.ts';
import type { Controls, Core, RunningCore } from './core.ts';
import { amount } from './decimal.ts';
import { Exchange } from './exchange.ts';
import type { ExchangeListener } from './exchange.ts';
import type { Faults } from './faults.ts';
import type { FeeAsset } from './exchange.ts';
import { createParticipants } from './participants.ts';
import type { ParticipantOptions, Participants } from './participants.ts';
import { seededRandom } from './random.ts';
import { loadExchange, saveExchange } from './saved.ts';
import { gatherWrites, keepAlive } from './sockets.ts';
import type { KeepAlive } from './sockets.ts';
import type { Account, FeeRates, OrderCount, SymbolRules } from './terms.ts';

export interface ProcessOptions {
  readonly host: string;
  /** 0: any free port. All that is public shares it. */
  readonly port: number;
  readonly controlPort: number;
  /** Seeds generated ids and the other participants' market. */
  readonly seed: number;
  readonly symbols: readonly SymbolRules[];
  /** Null: nobody else trades unless a test says so. */
  readonly participants: ParticipantOptions | null;
  readonly keepAlive: KeepAlive;
  /** Connections are closed at this age. */
  readonly connectionLifeMs: number;
  /** Clients' orders, trades and balances are kept there over a restart; null: they are not. */
  readonly stateFile: string | null;
}

export interface ClientOptions {
  readonly name: string;
  readonly balances: Readonly<Record<string, string>>;
  readonly fees: FeeRates;
}

/** What a protocol knows before the engine runs. */
export interface Ground {
  readonly faults: Faults;
  now(): number;
}

/** One protocol's side of an exchange. */
export interface Wire {
  readonly listener: ExchangeListener;
  /** In which asset fees are taken. */
  readonly feesIn: FeeAsset;
  /** Every account counts its unfilled orders in these, where the protocol has such limits. */
  orderCounts(): readonly OrderCount[];
  /** The engine is there, and its clients are: `accounts` in the order in which they were given. */
  attach(core: Core, accounts: readonly Account[]): void;
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** A status line that refuses a WebSocket; null: it is welcome. */
  upgradeObjection(url: URL): string | null;
  accept(socket: WebSocket, request: IncomingMessage, url: URL): void;
  readonly periodic: readonly { readonly everyMs: number; readonly run: () => void }[];
  readonly controls: Controls;
  readonly sockets: () => Iterable<WebSocket>;
}

export interface StartedProcess extends RunningCore {
  /** `127.0.0.1:46495`. */
  readonly address: string;
  readonly control: string;
}

/** The largest frame that a client may send; requests are far below. */
const MAX_PAYLOAD_BYTES = 65_536;

/** What an exchange that is killed may forget, where it remembers at all. */
const SAVE_EVERY_MS = 2_000;

/** Starts an exchange in this process. Resolves once it listens. */
export async function startProcess(
  options: ProcessOptions,
  clients: readonly ClientOptions[],
  of: { readonly faults: Faults; readonly wire: (ground: Ground) => Wire },
): Promise<StartedProcess> {
  let offsetMs = 0;
  const now = (): number => Date.now() + offsetMs;
  const random = seededRandom(options.seed);
  const { faults } = of;
  const wire = of.wire({ faults, now });
  const exchange = new Exchange({
    symbols: options.symbols,
    now,
    random,
    listener: wire.listener,
    feesIn: wire.feesIn,
  });
  const accounts = clients.map((client) => addClient(exchange, client, wire.orderCounts()));
  const foreigner = (name: string): Account =>
    exchange.addAccount(name, {
      client: false,
      fees: { maker: 0n, taker: 0n },
      counts: wire.orderCounts(),
    });
  const house = foreigner('house');
  const participants = addParticipants(exchange, options, { foreigner, now });
  const waiting = new Set<NodeJS.Timeout>();
  const core: Core = {
    exchange,
    faults,
    random,
    house,
    participants,
    now,
    skew: (ms) => void (offsetMs = ms),
    after: (delayMs, run) => {
      const timer = setTimeout(() => {
        waiting.delete(timer);
        run();
      }, delayMs);
      waiting.add(timer);
    },
  };
  wire.attach(core, accounts);

  const publicServer = createServer((request, response) =>
    serve(wire.serve(request, response), response),
  );
  acceptUpgrades(publicServer, wire, options, now);
  const controlServer = createServer((request, response) =>
    serve(serveControl(core, wire.controls, request, response), response),
  );
  const timers = wire.periodic.map(({ everyMs, run }) => setInterval(run, everyMs));
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
    address: `${options.host}:${publicPort}`,
    control: `http://127.0.0.1:${controlPort}`,
    exchange,
    participants,
    arm: (fault) => faults.arm(fault),
    skew: (ms) => core.skew(ms),
    cut: (channel) => void wire.controls.cut(channel),
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      for (const timer of waiting) clearTimeout(timer);
      if (stateFile !== null) saveExchange(exchange, stateFile);
      wire.controls.announceShutdown();
      for (const socket of wire.sockets()) socket.terminate();
      await Promise.all([close(publicServer), close(controlServer)]);
    },
  };
}

function acceptUpgrades(
  server: Server,
  wire: Wire,
  options: ProcessOptions,
  now: () => number,
): void {
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
    wire.accept(socket, request, url);
  };
  server.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '/', 'http://sandbox');
    const refused = wire.upgradeObjection(url);
    if (refused !== null) return refuseUpgrade(socket, refused);
    return upgrades.handleUpgrade(request, socket, head, (accepted) =>
      accept(accepted, request, url),
    );
  });
}

function addClient(
  exchange: Exchange,
  client: ClientOptions,
  counts: readonly OrderCount[],
): Account {
  const { name, fees } = client;
  const account = exchange.addAccount(name, { client: true, fees, counts });
  for (const [asset, text] of Object.entries(client.balances)) {
    exchange.credit(account, asset, amount(text));
  }
  return account;
}

function addParticipants(
  exchange: Exchange,
  options: ProcessOptions,
  of: { readonly foreigner: (name: string) => Account; readonly now: () => number },
): Participants | null {
  if (options.participants === null) return null;
  const accounts = { maker: of.foreigner('maker'), taker: of.foreigner('taker') };
  // A stream of its own, so that clients' requests do not change the market's course.
  const random = seededRandom(options.seed + 1);
  const settings = { options: options.participants, random, now: of.now };
  return createParticipants(exchange, accounts, settings);
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
