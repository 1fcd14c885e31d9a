// `npm start`: the gateway on embedded defaults, and beside it two simulated exchanges and, where the node is
// installed, a simulated chain with the signers of its accounts, each a process of its own. The gateway is started by
// its command line, as anyone else would.

import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  EMBEDDED_PORTS,
  type EmbeddedChain,
  type EmbeddedVenue,
  embeddedFiles,
} from '../../gateway/config/index.ts';
import {
  chainAccounts,
  chainListings,
  chainVenueData,
  startChainProcess,
  startSigner,
} from './chain-venues.ts';
import { BIN } from '../tools/bin.ts';
import { isNodeInstalled } from './chain/node.ts';

/** Both quote near one path of prices: it is the same for all exchanges with this seed. */
const COMMON_SEED = 7;
/** A gateway that does not stop by itself within this is killed. */
const STOP_PATIENCE_MS = 10_000;

interface Key {
  readonly apiKey: string;
  readonly secret: string;
}

interface Keys {
  readonly binance: Key;
  readonly kraken: Key;
  readonly passwords: { readonly CLI: string; readonly ACME: string };
}

/** A folder of before the second exchange has one key, the first one's. */
type KeptKeys = Partial<Keys & Key>;

interface Exchange {
  readonly process: ChildProcess;
  /** The address of its control interface. */
  readonly control: string;
  readonly venue: EmbeddedVenue;
}

async function main(): Promise<void> {
  const said = process.env['CAUSEWAY_DATA'];
  const folder = resolve(said === undefined || said === '' ? 'data' : said);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const keys = keysIn(folder);
  const first = startExchange('binance', folder, keys.binance);
  const [exchanges, chain] = await Promise.all([
    Promise.all([first, startExchange('kraken', folder, keys.kraken)]),
    first.then(({ control }) => startChain(folder, control)),
  ]);

  const [config, ...secrets] = embeddedFiles({
    folder,
    fixPort: port('CAUSEWAY_FIX_PORT', EMBEDDED_PORTS.fix),
    httpPort: port('CAUSEWAY_HTTP_PORT', EMBEDDED_PORTS.http),
    venues: exchanges.map(({ venue }) => venue),
    chain: chain?.embedded ?? null,
    passwords: keys.passwords,
  });
  if (config === undefined) throw new Error('the embedded configuration has no files');
  for (const file of secrets) writePrivately(file.path, file.text);
  writeFileSync(config.path, config.text);

  const gateway = spawn(process.execPath, [BIN, 'start', '--config', config.path], {
    stdio: 'inherit',
    detached: true,
  });
  stopTogether(gateway, [
    ...exchanges.map((exchange) => ({ name: 'a simulated exchange', process: exchange.process })),
    ...(chain?.processes ?? []),
  ]);
}

/** Fees as the simulated exchanges take them. */
const EXCHANGES = {
  binance: {
    name: 'Binance Spot',
    keyOption: '--hmac-key-file',
    seed: '1',
    stateFile: 'state.json',
    fees: { takerBps: '10', makerBps: '10' },
    tier: null,
  },
  kraken: {
    name: 'Kraken',
    keyOption: '--key-file',
    seed: '2',
    stateFile: 'kraken.state',
    fees: { takerBps: '10', makerBps: '0' },
    tier: 'pro', // A desk's: the fees are no beginner's either.
  },
} as const;

async function startExchange(
  adapter: keyof typeof EXCHANGES,
  folder: string,
  key: Key,
): Promise<Exchange> {
  const { name, keyOption, seed, stateFile, fees, tier } = EXCHANGES[adapter];
  const own = join(folder, 'exchange');
  const keyFile = join(own, `${adapter}.key.json`);
  writePrivately(keyFile, JSON.stringify(key));
  const child = spawn(
    process.execPath,
    [
      `dist/test/sandbox/${adapter}/main.js`,
      keyOption,
      keyFile,
      '--state',
      join(own, stateFile),
      '--seed',
      seed,
      '--common-seed',
      String(COMMON_SEED),
      '--quiet',
      ...(tier === null ? [] : ['--tier', tier]),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], detached: true },
  );
  const urls = await listening(child, name);
  process.stdout.write(
    `simulated ${name.padEnd(14)} ${urls['rest']} (control ${urls['control']})\n`,
  );
  const verified = tier === null ? {} : { tier };
  const venue = { adapter, fees, ...verified, ...key, ...addressesOf(urls) };
  return { process: child, control: urls['control'] ?? '', venue };
}

/** So much lies in the pools, and gas costs so little, that an order of some coins is split over exchanges and pools. */
const DEMO_MARKET = { liquidity: 12, gas: 2 };

interface Chain {
  readonly embedded: EmbeddedChain;
  readonly processes: readonly Beside[];
}

/** Null where the node is not installed: it is a development package, which has none for some systems. */
async function startChain(folder: string, pricesFrom: string): Promise<Chain | null> {
  if (!isNodeInstalled()) {
    process.stdout.write('no chain: the package of its node is not installed\n');
    return null;
  }
  const own = join(folder, 'chain');
  const accounts = chainAccounts(own);
  const chain = await startChainProcess({
    accounts,
    seed: 3,
    stateFile: join(own, 'state.json'),
    pricesFrom,
    ...DEMO_MARKET,
    logFile: null,
  });
  const signers = await Promise.all(
    accounts.map((account) => startSigner(chain.deployment, account)),
  );
  process.stdout.write(`simulated chain          ${chain.rpc} (control ${chain.control})\n`);
  return {
    embedded: {
      venues: chainVenueData(chain, accounts),
      listings: chainListings(chain.deployment),
    },
    processes: [
      { name: 'the simulated chain', process: chain.process },
      ...signers.map((signer) => ({ name: 'a signer', process: signer })),
    ],
  };
}

/** The two exchanges name their sockets as their venues do. */
function addressesOf(urls: Urls): Pick<EmbeddedVenue, 'restURL' | 'ordersURL' | 'marketURL'> {
  return {
    restURL: urls['rest'] ?? '',
    ordersURL: urls['wsApi'] ?? urls['privateSocket'] ?? '',
    marketURL: urls['streams'] ?? urls['publicSocket'] ?? '',
  };
}

interface Beside {
  readonly name: string;
  readonly process: ChildProcess;
}

/** A signal stops the gateway, then the others: what the gateway says last still finds its venues. */
function stopTogether(gateway: ChildProcess, others: readonly Beside[]): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      gateway.kill('SIGTERM');
      setTimeout(() => gateway.kill('SIGKILL'), STOP_PATIENCE_MS).unref();
    });
  }
  gateway.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 0 : 1);
    for (const other of others) other.process.kill('SIGTERM');
  });
  for (const { name, process: other } of others) {
    other.once('exit', (code) => {
      if (gateway.exitCode !== null || gateway.signalCode !== null) return;
      process.stderr.write(`${name} ended with ${code}; the gateway goes on without it\n`);
    });
  }
}

/** Made once, kept beside the journal: the exchange and the client's command line use the same. */
function keysIn(folder: string): Keys {
  const file = join(folder, 'exchange', 'keys.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as KeptKeys) : {};
  const fresh = (): string => randomBytes(24).toString('hex');
  const keys: Keys = {
    binance: kept.binance ?? {
      apiKey: kept.apiKey ?? fresh(),
      secret: kept.secret ?? fresh(),
    },
    kraken: kept.kraken ?? { apiKey: fresh(), secret: randomBytes(64).toString('base64') },
    passwords: kept.passwords ?? { CLI: fresh(), ACME: fresh() },
  };
  writePrivately(file, JSON.stringify(keys));
  return keys;
}

function writePrivately(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, text, { mode: 0o600 });
}

function port(variable: string, usual: number): number {
  const said = process.env[variable];
  return said === undefined ? usual : Number(said);
}

type Urls = Readonly<Record<string, string>>;

function listening(exchange: ChildProcess, name: string): Promise<Urls> {
  return new Promise((settle, reject) => {
    let said = '';
    exchange.once('exit', (code) => reject(new Error(`the simulated ${name} ended with ${code}`)));
    exchange.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const line = said.split('\n', 1)[0];
      if (line === undefined || !said.includes('\n')) return;
      settle((JSON.parse(line) as { readonly listening: Urls }).listening);
    });
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
