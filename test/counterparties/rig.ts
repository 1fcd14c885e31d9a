// A desk for end-to-end tests: simulated exchanges and the real gateway, each a process of its own, in one
// temporary folder.

import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import {
  type ChainAccount,
  type StartedChain,
  chainAccounts,
  chainListings,
  chainVenueData,
  startChainProcess,
  startSigner,
} from '../sandbox/chain-venues.ts';
import { endWithUs } from '../sandbox/end-with-us.ts';
import { BIN } from '../tools/bin.ts';

/** What a test may change of the usual desk. */
export interface RigOptions {
  /** Empty: logs, configuration, journal and keys go there. */
  readonly folder: string;
  readonly seed: number;
  /** Client sessions: CompID of the client, its accounts. Passwords are `<id>-password`. */
  readonly sessions: readonly RigSession[];
  /** Sessions that get copies; passwords as above. */
  readonly dropCopies?: readonly RigDropCopy[];
  readonly durability?: 'fsync' | 'os';
  /** The exchanges; every instrument is listed at each. The usual one is Binance alone. */
  readonly venues?: readonly RigVenue[];
  /** Venues on a simulated chain beside them, which list BTC and ETH: `uniswap-v3`, `uniswap-v2`. */
  readonly chainVenues?: readonly string[];
  /** Further arguments of each exchange, such as `--no-participants`. */
  readonly exchangeArguments?: readonly string[];
  /** Merged over the top level of the configuration. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Environment of the gateway, such as LD_PRELOAD. */
  readonly gatewayEnvironment?: Readonly<Record<string, string>>;
  /** The built tree that the gateway runs from, file by file; the usual one is the bin as it is shipped. */
  readonly dist?: string;
  /** The port that the gateway finds each exchange at, such as a proxy's in front of `exchangePort`. */
  between?(exchangePort: number): Promise<number>;
}

export type RigVenue = 'binance' | 'kraken';

export interface RigSession {
  readonly id: string;
  readonly accounts: readonly string[];
  /** The usual one is 10 s. */
  readonly staleOrderAgeMs?: number;
  /** Its IOC orders may go to a chain. */
  readonly iocOnChain?: boolean;
  /** Absent: FIX.4.4. */
  readonly version?: RigVersion;
  /** Further keys of it. */
  readonly terms?: Readonly<Record<string, unknown>>;
}

export interface RigVersion {
  readonly beginString: string;
  readonly defaultApplVerID?: string;
}

export interface RigDropCopy {
  readonly id: string;
  readonly sessions?: readonly string[];
  readonly accounts?: readonly string[];
  readonly children?: boolean;
  readonly version?: RigVersion;
}

/** Of whichever exchange: its REST, its socket for orders, its socket for market data. */
export interface ExchangeUrls {
  readonly rest: string;
  readonly wsApi: string;
  readonly streams: string;
  readonly control: string;
}

/** A simulated chain with the signing processes of its accounts. */
export interface RigChain extends StartedChain {
  readonly accounts: readonly ChainAccount[];
  /** By venue. */
  readonly signers: Map<string, ChildProcess>;
}

export interface Rig {
  /** Null: the desk has none. */
  readonly chain: RigChain | null;
  /** Of the first exchange. */
  readonly urls: ExchangeUrls;
  readonly fixPort: number;
  readonly httpPort: number;
  readonly configFile: string;
  readonly dataFolder: string;
  /** The gateway's process now; null while it is down. */
  readonly gateway: ChildProcess | null;
  /** Starts it and waits until it accepts connections. Rejects, with its log's end, if it exits before. */
  startGateway(environment?: Readonly<Record<string, string>>): Promise<ChildProcess>;
  /** Starts it and waits for its end, for one that is to be refused or to fail. */
  runGateway(environment?: Readonly<Record<string, string>>): Promise<number | null>;
  /** Waits, for 30 s at most, until the gateway of now has ended; its exit code, null for a signal. */
  gatewayEnded(): Promise<number | null>;
  /** All that it has said so far, in every life. */
  gatewayLog(): string;
  /** SIGKILL, and waits for the end. */
  killGateway(): Promise<void>;
  /** SIGTERM, and waits; gives the exit code. */
  stopGateway(): Promise<number | null>;
  /** The control interface of the first exchange. */
  control(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
  /** That of a certain one. */
  controlAt(
    venue: RigVenue,
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<unknown>;
  /** Waits until `/health` is ok and every venue's books are live, within `ms`. */
  healthy(ms?: number): Promise<void>;
  /** Ends all processes. */
  close(): Promise<void>;
}

export async function startRig(options: RigOptions): Promise<Rig> {
  const { folder } = options;
  mkdirSync(folder, { recursive: true });
  const exchanges: StartedExchange[] = [];
  for (const venue of options.venues ?? ['binance']) {
    exchanges.push(await startExchangeProcess(options, venue));
  }
  const [first] = exchanges;
  if (first === undefined) throw new Error('a desk without an exchange');
  const { urls } = first;
  const hasChain = (options.chainVenues ?? []).length > 0;
  const chain = hasChain ? await startChain(options, first.urls.control) : null;
  const [fixPort, httpPort] = [await freePort(), await freePort()];
  const configFile = join(folder, 'desk.yaml');
  writeFileSync(configFile, stringify(configOf(options, { exchanges, chain, fixPort, httpPort })));

  let gateway: ChildProcess | null = null;
  const ended = (child: ChildProcess): Promise<number | null> =>
    child.exitCode !== null || child.signalCode !== null
      ? Promise.resolve(child.exitCode)
      : new Promise((resolve) => child.once('exit', (code) => resolve(code)));

  const spawnGateway = (environment: Readonly<Record<string, string>>): ChildProcess => {
    const log = openSync(join(folder, 'gateway.log'), 'a');
    const { dist } = options;
    const main = dist === undefined ? BIN : join(dist, 'gateway/cli/main.js');
    const child = spawn(process.execPath, [main, 'start', '--config', configFile], {
      stdio: ['ignore', log, log],
      env: { ...process.env, ...options.gatewayEnvironment, ...environment },
    });
    closeSync(log);
    return endWithUs(child, 'SIGKILL');
  };
  const rig: Rig = {
    chain,
    urls,
    fixPort,
    httpPort,
    configFile,
    dataFolder: join(folder, 'journal'),
    get gateway() {
      return gateway;
    },
    async startGateway(environment = {}) {
      const child = spawnGateway(environment);
      gateway = child;
      void ended(child).then(() => {
        if (gateway === child) gateway = null;
      });
      await Promise.race([
        accepting(fixPort),
        ended(child).then((code) => {
          throw new Error(
            `the gateway ended with ${code} before it listened: see ${folder}/gateway.log`,
          );
        }),
      ]);
      return child;
    },
    runGateway: (environment = {}) => ended(spawnGateway(environment)),
    gatewayEnded: () =>
      gateway === null
        ? Promise.resolve(null)
        : within(30_000, 'the gateway runs on', ended(gateway)),
    gatewayLog: () => readFileSync(join(folder, 'gateway.log'), 'utf8'),
    async killGateway() {
      const child = gateway;
      if (child === null) return;
      child.kill('SIGKILL');
      await ended(child);
    },
    async stopGateway() {
      const child = gateway;
      if (child === null) return null;
      child.kill('SIGTERM');
      return ended(child);
    },
    control: (method, path, body) => rig.controlAt(first.venue, method, path, body),
    async controlAt(venue, method, path, body) {
      const at = exchanges.find((exchange) => exchange.venue === venue)?.urls.control;
      const response = await fetch(`${at}${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        headers: { 'content-type': 'application/json' },
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return text === '' ? null : JSON.parse(text);
    },
    async healthy(ms = 45_000) {
      const until = Date.now() + ms;
      for (;;) {
        const response = await fetch(`http://127.0.0.1:${httpPort}/health`).catch(() => null);
        const said = response === null ? 'no answer' : await response.text();
        if (isWhole(said)) return;
        if (Date.now() > until) throw new Error(`the gateway is not healthy: ${said}`);
        await sleep(50);
      }
    },
    async close() {
      await rig.killGateway();
      for (const exchange of exchanges) exchange.process.kill('SIGTERM');
      for (const signer of chain?.signers.values() ?? []) signer.kill('SIGTERM');
      chain?.process.kill('SIGTERM');
      for (const exchange of exchanges) await ended(exchange.process);
      if (chain !== null) await ended(chain.process);
    },
  };
  return rig;
}

function isWhole(health: string): boolean {
  if (!health.startsWith('{')) return false;
  const { status, venues } = JSON.parse(health) as {
    readonly status: string;
    readonly venues: readonly { readonly bookAgeMs: number | null }[];
  };
  return status === 'ok' && venues.every(({ bookAgeMs }) => bookAgeMs !== null);
}

/** The exchange's addresses as the gateway has them: REST, orders and streams share one port. */
async function seenThrough(urls: ExchangeUrls, options: RigOptions): Promise<ExchangeUrls> {
  if (options.between === undefined) return urls;
  const exchangePort = new URL(urls.rest).port;
  const port = await options.between(Number(exchangePort));
  const through = (url: string): string => url.replace(`:${exchangePort}`, `:${port}`);
  const { rest, wsApi, streams, control } = urls;
  return { rest: through(rest), wsApi: through(wsApi), streams: through(streams), control };
}

interface StartedExchange {
  readonly venue: RigVenue;
  readonly process: ChildProcess;
  readonly urls: ExchangeUrls;
  /** As the gateway has them. */
  readonly seen: ExchangeUrls;
  readonly apiKey: string;
  readonly secret: string;
}

interface Addresses {
  readonly exchanges: readonly StartedExchange[];
  readonly chain: RigChain | null;
  readonly fixPort: number;
  readonly httpPort: number;
}

function configOf(options: RigOptions, at: Addresses): Readonly<Record<string, unknown>> {
  const { folder } = options;
  for (const { venue, apiKey, secret } of at.exchanges) {
    writeSecret(folder, `secrets/${venue}.key`, apiKey);
    writeSecret(folder, `secrets/${venue}.secret`, secret);
  }
  return {
    desk: 1,
    dataFolder: './journal',
    durability: options.durability ?? 'fsync',
    listen: {
      fix: { host: '127.0.0.1', port: at.fixPort },
      http: { host: '127.0.0.1', port: at.httpPort },
    },
    risk: {
      marketCollarBps: 300,
      staleBookMs: 60_000,
      inDoubtBoundMs: 30_000,
      firm: { maxOrderNotional: '1000000 USDT', priceCollarBps: 5_000 },
    },
    sessions: options.sessions.map(({ id, accounts, staleOrderAgeMs = 10_000, ...rest }) => ({
      ...fixSessionOf(folder, id, rest.version),
      accounts,
      staleOrderAgeMs,
      ...(rest.iocOnChain === undefined ? {} : { iocOnChain: rest.iocOnChain }),
      ...rest.terms,
    })),
    ...(options.dropCopies === undefined
      ? {}
      : {
          dropCopies: options.dropCopies.map(({ id, version, ...filter }) => ({
            ...fixSessionOf(folder, id, version),
            ...filter,
          })),
        }),
    instruments: ['BTC', 'ETH', 'SOL'].map((base) => ({
      symbol: `${base}/USDT`,
      listings: [
        ...at.exchanges.map(({ venue }) => ({
          venue,
          symbol: venue === 'kraken' ? `${base}/USDT` : `${base}USDT`,
        })),
        ...((at.chain === null
          ? null
          : chainListings(at.chain.deployment, options.chainVenues).get(`${base}/USDT`)) ?? []),
      ],
    })),
    venues: Object.fromEntries(
      at.exchanges.map(({ venue, seen }) => [
        venue,
        {
          adapter: venue,
          rest: seen.rest,
          orders: seen.wsApi,
          market: seen.streams,
          // As the simulated exchanges take them: beside a pool's own fee they decide.
          ...(at.chain === null ? {} : { fees: { takerBps: '10', makerBps: '10' } }),
          apiKeyFile: `secrets/${venue}.key`,
          secretFile: `secrets/${venue}.secret`,
          recvWindowMs: 1_000,
          ...(venue === 'kraken' ? { tier: 'pro' } : {}),
        },
      ]),
    ),
    ...(at.chain === null ? {} : { chainVenues: chainVenueData(at.chain, at.chain.accounts) }),
    ...options.config,
  };
}

async function startChain(
  { folder, seed, chainVenues }: RigOptions,
  pricesFrom: string,
): Promise<RigChain> {
  const accounts = chainAccounts(join(folder, 'chain'), chainVenues);
  const logFile = join(folder, 'chain.log');
  const started = await startChainProcess({
    accounts,
    seed,
    stateFile: null,
    pricesFrom,
    liquidity: 12,
    gas: 2,
    logFile,
  });
  const signers = new Map<string, ChildProcess>();
  for (const account of accounts) {
    signers.set(account.venue, await startSigner(started.deployment, account));
  }
  return { ...started, accounts, signers };
}

function fixSessionOf(
  folder: string,
  id: string,
  version: RigVersion = { beginString: 'FIX.4.4' },
): Readonly<Record<string, unknown>> {
  writeSecret(folder, `secrets/${id}.password`, `${id}-password`);
  return {
    id,
    ...version,
    senderCompID: 'CAUSEWAY',
    targetCompID: id,
    username: id,
    passwordFile: `secrets/${id}.password`,
    heartBtInt: { min: 1, max: 120 },
  };
}

const KEY_OPTIONS = { binance: '--hmac-key-file', kraken: '--key-file' } as const;

async function startExchangeProcess(
  options: RigOptions,
  venue: RigVenue,
): Promise<StartedExchange> {
  const apiKey = randomBytes(16).toString('hex');
  const secret = randomBytes(32).toString(venue === 'kraken' ? 'base64' : 'hex');
  const keyFile = writeSecret(
    options.folder,
    `exchange.${venue}.json`,
    JSON.stringify({ apiKey, secret }),
  );
  const child = spawn(
    process.execPath,
    [
      `dist/test/sandbox/${venue}/main.js`,
      KEY_OPTIONS[venue],
      keyFile,
      '--seed',
      String(options.seed),
      '--no-limits',
      '--quiet',
      ...(options.exchangeArguments ?? []),
    ],
    { stdio: ['ignore', 'pipe', openSync(join(options.folder, 'exchange.log'), 'a')] },
  );
  endWithUs(child, 'SIGKILL');
  const said = await listening(child);
  const urls = {
    rest: said['rest'] ?? '',
    wsApi: said['wsApi'] ?? said['privateSocket'] ?? '',
    streams: said['streams'] ?? said['publicSocket'] ?? '',
    control: said['control'] ?? '',
  };
  const seen = await seenThrough(urls, options);
  return { venue, process: child, urls, seen, apiKey, secret };
}

function listening(child: ChildProcess): Promise<Readonly<Record<string, string>>> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', (code) => reject(new Error(`the exchange ended with ${code}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const line = said.split('\n', 1)[0] ?? '';
      if (!said.includes('\n')) return;
      child.removeAllListeners('exit');
      resolve((JSON.parse(line) as { listening: Readonly<Record<string, string>> }).listening);
    });
  });
}

function writeSecret(folder: string, name: string, text: string): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { mode: 0o600 });
  return file;
}

/** Below what systems give to connections that go out: none of those takes it while a gateway restarts. */
const LEAST_PORT = 10_000;
const PORTS = 22_000;

/** One that nothing listens at. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = LEAST_PORT + randomInt(PORTS);
    if (await isFree(port)) return port;
  }
  throw new Error('no port is free');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Settles when something accepts connections there. Tries for as long as the caller waits. */
async function accepting(port: number): Promise<void> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (isOpen) return;
    await sleep(25);
  }
  throw new Error(`nothing accepts connections at ${port}`);
}

/** Rejects where it takes longer: a test that waits for ever leaves its processes behind. */
export async function within<T>(ms: number, otherwise: string, outcome: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${otherwise}: not within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([outcome, late]);
  } finally {
    clearTimeout(timer);
  }
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
