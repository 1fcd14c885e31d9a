// What a desk listens at and whom it calls: ports, the venues' REST and sockets, and our clock against theirs.

import { createServer } from 'node:net';
import { createHttpClient, createSockets } from '../../adapters/connection/index.ts';
import type { HttpOutcome } from '../../adapters/port/index.ts';
import type { Clock, Timers } from '../../spec/ports/index.ts';
import type { AdapterName, Address, GatewayConfig, VenueConfig } from '../config/index.ts';
import { hasOperatorKey } from '../operator/index.ts';
import type { Finding } from './doctor-finding.ts';

export interface World {
  readonly clock: Clock;
  readonly timers: Timers;
}

const ANSWER_WITHIN_MS = 5_000;
const NS_PER_MS = 1_000_000;
/** Venues refuse what is a second ahead of them. */
const CLOCK_FAIL_MS = 1_000;
const CLOCK_WARN_MS = 100;

export async function listenFindings({
  listen,
  dataFolder,
}: GatewayConfig): Promise<readonly Finding[]> {
  const isRunning = hasOperatorKey(dataFolder);
  return Promise.all([
    listenFinding('FIX port', listen.fix, isRunning),
    listenFinding('health port', listen.http, isRunning),
  ]);
}

/** Taken for a moment, and given back. */
function listenFinding(
  check: string,
  { host, port }: Address,
  isRunning: boolean,
): Promise<Finding> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isOurs = error.code === 'EADDRINUSE' && isRunning;
      const found = isOurs ? `${host}:${port}, where a desk runs` : error.message;
      const remedy = isOurs ? '' : 'another port, or an end of who listens there';
      resolve({ check, state: isOurs ? 'ok' : 'fail', found, remedy });
    });
    server.listen(port, host, () =>
      server.close(() =>
        resolve({ check, state: 'ok', found: `${host}:${port} is free`, remedy: '' }),
      ),
    );
  });
}

/** Each venue's clock and reach, in the order of the configuration. */
export async function venueFindings(
  config: GatewayConfig,
  world: World,
): Promise<readonly Finding[]> {
  const http = createHttpClient(world.timers);
  const all = await Promise.all(
    config.venues.map(async (venue) => [
      ...(await clockFindings(venue, world, http)),
      await socketFinding(`${venue.venueID} orders`, venue.ordersURL, world),
      await socketFinding(`${venue.venueID} market data`, marketURL(config, venue), world),
    ]),
  );
  http.close();
  return all.flat();
}

/** Where its streams are asked for: Binance names them in the address. */
function marketURL({ instruments }: GatewayConfig, { venueID, adapter, marketURL }: VenueConfig) {
  if (adapter !== 'binance') return marketURL;
  const listing = instruments
    .flatMap(({ listings }) => listings)
    .find((one) => one.venueID === venueID);
  const symbol = encodeURIComponent((listing?.venueSymbol ?? 'btcusdt').toLowerCase());
  return `${marketURL}/stream?streams=${symbol}@bookTicker`;
}

interface TimePage {
  readonly path: string;
  /** Milliseconds since 1970 in the answer; null where it is none. */
  read(body: unknown): number | null;
  /** What the venue cuts its time down to. */
  readonly unitMs: number;
}

/** Sources: binance-spot-api-docs rest-api.md "Check server time"; Kraken API Center, get-server-time. */
const TIME_PAGES: Readonly<Record<AdapterName, TimePage>> = {
  binance: {
    path: '/api/v3/time',
    unitMs: 1,
    read: (body) => numberAt(body, 'serverTime'),
  },
  kraken: {
    path: '/0/public/Time',
    unitMs: 1_000,
    read(body) {
      const seconds = numberAt(fieldOf(body, 'result'), 'unixtime');
      return seconds === null ? null : seconds * 1_000;
    },
  },
};

async function clockFindings(
  { venueID, adapter, restURL }: VenueConfig,
  { clock }: World,
  http: ReturnType<typeof createHttpClient>,
): Promise<readonly Finding[]> {
  const page = TIME_PAGES[adapter];
  const url = `${restURL}${page.path}`;
  const sentAt = clock.now();
  const outcome = await new Promise<HttpOutcome>((resolve) => {
    const question = { method: 'GET', url, headers: {}, body: null, timeoutMs: ANSWER_WITHIN_MS };
    http.send(question, resolve);
  });
  const tookMs = Number(clock.now() - sentAt) / NS_PER_MS;
  const check = `${venueID} REST`;
  if (outcome.type === 'Failed' || outcome.status !== 200) {
    const found = outcome.type === 'Failed' ? outcome.cause : `status ${outcome.status}`;
    return [{ check, state: 'fail', found: `${url}: ${found}`, remedy: REACH_REMEDY }];
  }
  const reached: Finding = {
    check,
    state: 'ok',
    found: `${restURL} in ${tookMs.toFixed(0)} ms`,
    remedy: '',
  };
  const theirs = page.read(parsed(outcome.body));
  if (theirs === null) return [reached];
  // Half of the way there, half of the way back; a venue's whole second began somewhere within it.
  const offsetMs = Number(sentAt) / NS_PER_MS + tookMs / 2 - (theirs + page.unitMs / 2);
  return [reached, clockFinding(venueID, offsetMs, tookMs / 2 + page.unitMs / 2)];
}

const REACH_REMEDY = 'address, name server, firewall; the venue may be down';

/** `offsetMs`: how far we are ahead of the venue, known to ± `errorMs`. Exported for tests. */
export function clockFinding(venue: string, offsetMs: number, errorMs: number): Finding {
  const surely = Math.max(0, Math.abs(offsetMs) - errorMs);
  const state = surely > CLOCK_FAIL_MS ? 'fail' : surely > CLOCK_WARN_MS ? 'warn' : 'ok';
  const side = offsetMs < 0 ? 'behind' : 'ahead of';
  return {
    check: 'clock',
    state,
    found: `${Math.abs(offsetMs).toFixed(0)} ms ${side} ${venue}, ± ${errorMs.toFixed(0)} ms`,
    remedy: state === 'ok' ? '' : 'synchronise the clock: chronyd or systemd-timesyncd',
  };
}

function socketFinding(check: string, url: string, { clock, timers }: World): Promise<Finding> {
  return new Promise((resolve) => {
    const startedAt = clock.monotonic();
    const sockets = createSockets(timers, { ...PROBE });
    let isOpen = false;
    const socket = sockets.open(url, {
      opened() {
        isOpen = true;
        const ms = Number(clock.monotonic() - startedAt) / NS_PER_MS;
        socket.close('looked');
        resolve({ check, state: 'ok', found: `${url} in ${ms.toFixed(0)} ms`, remedy: '' });
      },
      received: () => undefined,
      closed(cause) {
        if (isOpen) return;
        resolve({ check, state: 'fail', found: `${url}: ${cause}`, remedy: REACH_REMEDY });
      },
    });
  });
}

const PROBE = {
  maxFrameBytes: 1_048_576,
  handshakeMs: ANSWER_WITHIN_MS,
  silenceMs: ANSWER_WITHIN_MS,
  maxQueuedBytes: 65_536,
} as const;

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : null;
}

function numberAt(value: unknown, name: string): number | null {
  const found = fieldOf(value, name);
  return typeof found === 'number' ? found : null;
}
