// One simulated exchange on real sockets: its parts made and joined, started and stopped.

import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import type { RunningCore } from '../exchange/core.ts';
import { createFaults, usualMethods } from '../exchange/faults.ts';
import { type Ground, type Wire, startProcess } from '../exchange/process.ts';
import type { Account } from '../exchange/terms.ts';
import { readApiKey } from './auth.ts';
import type { ApiKey } from './auth.ts';
import { createLimits, orderCounts } from './limits.ts';
import { withUsual } from './options.ts';
import type { ExchangeProcessOptions } from './options.ts';
import { serveRest } from './rest.ts';
import { createMarketStreams } from './streams.ts';
import { createUserStreams } from './user-streams.ts';
import type { Venue } from './venue.ts';
import { type WsApi, createWsApi } from './ws-api.ts';

export interface ExchangeUrls {
  /** Base of REST paths: `${rest}/api/v3/order`. */
  readonly rest: string;
  readonly wsApi: string;
  /** Base of stream paths: `${streams}/ws/btcusdt@trade`. */
  readonly streams: string;
  readonly control: string;
}

export interface RunningExchange extends RunningCore {
  readonly urls: ExchangeUrls;
}

const USUAL_METHODS = usualMethods({
  place: 'order.place',
  cancel: 'order.cancel',
  status: 'order.status',
});

/** Starts an exchange in this process. Resolves once it listens. */
export async function startExchange(
  given: Partial<ExchangeProcessOptions> = {},
): Promise<RunningExchange> {
  const options = withUsual(given);
  const faults = createFaults(USUAL_METHODS);
  const { address, control, ...running } = await startProcess(options, options.accounts, {
    faults,
    wire: (ground) => binanceWire(options, ground),
  });
  return {
    ...running,
    urls: {
      rest: `http://${address}`,
      wsApi: `ws://${address}/ws-api/v3`,
      streams: `ws://${address}`,
      control,
    },
  };
}

function binanceWire(options: ExchangeProcessOptions, { faults, now }: Ground): Wire {
  const limits = createLimits(options.limits, now);
  const userStreams = createUserStreams(now, faults);
  const marketStreams = createMarketStreams(now, faults);
  const keys = new Map<string, ApiKey>();
  let venue: Venue | null = null;
  let wsApi: WsApi | null = null;
  const cut = (channel: string): boolean => {
    if (!['wsApi', 'streams', 'all'].includes(channel)) return false;
    if (channel !== 'streams') for (const socket of wsApi?.sockets ?? []) socket.terminate();
    if (channel !== 'wsApi') for (const socket of marketStreams.sockets) socket.terminate();
    return true;
  };
  return {
    listener: { ...userStreams.listener, ...marketStreams.listener },
    feesIn: 'received',
    orderCounts: () => orderCounts(options.limits),
    attach(core, accounts) {
      marketStreams.attach(core.exchange);
      addKeys(keys, options, accounts);
      venue = { ...core, limits, keys, cut: (channel) => void cut(channel) };
      wsApi = createWsApi(venue, userStreams);
    },
    async serve(request, response) {
      if (venue !== null) await serveRest(venue, request, response);
    },
    upgradeObjection,
    accept(socket, request, url) {
      if (url.pathname === '/ws-api/v3') acceptApi(wsApi, socket, request, url);
      else marketStreams.accept(socket, url);
    },
    periodic: [
      { everyMs: 100, run: () => marketStreams.flush('100ms') },
      { everyMs: 1_000, run: () => marketStreams.flush('1000ms') },
    ],
    controls: {
      connections: () => ({
        wsApi: wsApi?.sockets.size ?? 0,
        streams: marketStreams.sockets.size,
      }),
      cut,
      refuse: (until, how) => (how === 'banned' ? limits.ban(until) : limits.exhaust(until)),
      revoke: (apiKey) => keys.delete(apiKey),
      announceShutdown: () => wsApi?.announceShutdown(),
      setSystem: () => false, // Binance has a state for each symbol alone.
    },
    sockets: () => [...(wsApi?.sockets ?? []), ...marketStreams.sockets],
  };
}

function acceptApi(
  wsApi: WsApi | null,
  socket: WebSocket,
  request: IncomingMessage,
  url: URL,
): void {
  wsApi?.accept(socket, {
    address: request.socket.remoteAddress ?? '',
    query: url.searchParams,
  });
}

function addKeys(
  keys: Map<string, ApiKey>,
  options: ExchangeProcessOptions,
  accounts: readonly Account[],
): void {
  for (const [place, client] of options.accounts.entries()) {
    const account = accounts[place];
    for (const key of client.keys) {
      if (keys.has(key.apiKey)) throw new Error(`API key "${key.apiKey}" is given twice`);
      if (account !== undefined) keys.set(key.apiKey, readApiKey(key, account));
    }
  }
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
