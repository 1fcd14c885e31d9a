// One simulated Kraken on real sockets: the shared engine, and Kraken's protocol around it.

import type { RunningCore } from '../exchange/core.ts';
import { createFaults, usualMethods } from '../exchange/faults.ts';
import { type Ground, type Wire, startProcess } from '../exchange/process.ts';
import { createKeys } from './auth.ts';
import { createCounters } from './counters.ts';
import { createExecutions } from './executions.ts';
import { createIds } from './ids.ts';
import { type KrakenOptions, withUsual } from './options.ts';
import { serveRest } from './rest.ts';
import { type SocketApi, createSocketApi } from './socket.ts';
import { SYSTEM_STATES, type SystemState, type Venue } from './venue.ts';

export interface KrakenUrls {
  /** Base of REST paths: `${rest}/0/public/Time`. */
  readonly rest: string;
  readonly privateSocket: string;
  readonly publicSocket: string;
  readonly control: string;
}

export interface RunningKraken extends RunningCore {
  readonly urls: KrakenUrls;
}

const BOOKS_EVERY_MS = 50;
const HEARTBEAT_MS = 1_000;
const USUAL_METHODS = usualMethods({
  place: 'add_order',
  cancel: 'cancel_order',
  status: 'QueryOrders',
});

/** Starts an exchange in this process. Resolves once it listens. */
export async function startKraken(given: Partial<KrakenOptions> = {}): Promise<RunningKraken> {
  const options = withUsual(given);
  const faults = createFaults(USUAL_METHODS);
  const { address, control, ...running } = await startProcess(options, options.accounts, {
    faults,
    wire: (ground) => krakenWire(options, ground),
  });
  return {
    ...running,
    urls: {
      rest: `http://${address}`,
      privateSocket: `ws://${address}/v2`,
      publicSocket: `ws://${address}/v2`,
      control,
    },
  };
}

function krakenWire(options: KrakenOptions, { faults, now }: Ground): Wire {
  const executions = createExecutions(faults);
  let venue: Venue | null = null;
  let sockets: SocketApi | null = null;
  let system: SystemState = 'online';
  let refusedUntil = 0;
  let amends = 0;
  const cut = (channel: string): boolean => {
    if (!['private', 'public', 'all'].includes(channel)) return false;
    for (const kind of ['private', 'public'] as const) {
      if (channel !== kind && channel !== 'all') continue;
      for (const socket of sockets?.sockets(kind) ?? []) socket.terminate();
    }
    return true;
  };
  return {
    listener: {
      ...executions.listener,
      traded: () => undefined,
      levelChanged: () => undefined,
      settled: () => undefined,
      balancesChanged: (account, assets) => sockets?.tellBalances(account, assets),
      credited: (account, asset) => sockets?.tellBalances(account, [asset]),
    },
    feesIn: 'quote',
    orderCounts: () => [],
    attach(core, accounts) {
      const ids = createIds(core.exchange);
      const keys = createKeys(core.random, now);
      executions.attach(ids);
      for (const [place, client] of options.accounts.entries()) {
        const account = accounts[place];
        for (const { apiKey, secret } of client.keys) {
          if (account !== undefined) keys.add(apiKey, secret, account);
        }
      }
      venue = {
        ...core,
        ids,
        keys,
        counters: createCounters(options.limits, now),
        system: () => system,
        nextAmendID() {
          amends += 1;
          return ids.amendID(amends);
        },
        refusedUntil: () => refusedUntil,
        cut: (channel) => void cut(channel),
      };
      sockets = createSocketApi(venue, executions);
    },
    async serve(request, response) {
      if (venue !== null) await serveRest(venue, request, response);
    },
    upgradeObjection: (url) =>
      now() < refusedUntil
        ? '429 Too Many Requests'
        : url.pathname === '/v2'
          ? null
          : '404 Not Found',
    accept: (socket) => sockets?.accept(socket),
    periodic: [
      { everyMs: BOOKS_EVERY_MS, run: () => sockets?.flush() },
      { everyMs: HEARTBEAT_MS, run: () => sockets?.beat() },
    ],
    controls: {
      connections: () => ({
        private: sockets?.sockets('private').length ?? 0,
        public: sockets?.sockets('public').length ?? 0,
      }),
      cut,
      refuse: (until) => void (refusedUntil = until),
      revoke: (apiKey) => venue?.keys.revoke(apiKey) ?? false,
      announceShutdown: () => undefined, // Kraken says nothing of the kind.
      setSystem(state) {
        const known = SYSTEM_STATES.find((one) => one === state);
        if (known === undefined) return false;
        system = known;
        sockets?.tellSystem();
        return true;
      },
    },
    sockets: () => [...(sockets?.sockets('private') ?? []), ...(sockets?.sockets('public') ?? [])],
  };
}
