// The simulated chain as a desk's venues: one for each kind of pool, each with an account and a signing process of its
// own, since an account has one writer. What `npm start` and the end-to-end tests run.

import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { keyFromFile } from '../../adapters/signer/key.ts';
import { BIN } from '../tools/bin.ts';
import type { Deployment, Pool } from './chain/deploy.ts';
import { endWithUs } from './end-with-us.ts';

/** A venue and the pools that it trades: an instrument has one pool at a venue. */
const VENUES = [
  { name: 'uniswap-v3', kind: 'v3', feePips: 500 },
  { name: 'uniswap-v2', kind: 'v2', feePips: 3_000 },
] as const;

export const CHAIN_VENUE_NAMES: readonly string[] = VENUES.map(({ name }) => name);

export interface ChainAccount {
  readonly venue: string;
  /** `0x` and 40 hexadecimal digits. */
  readonly account: string;
  readonly keyFile: string;
  readonly socket: string;
  readonly signerFile: string;
}

/** Keys are made once, and kept. Socket paths are short: a system takes about a hundred characters. */
export function chainAccounts(
  folder: string,
  venues: readonly string[] = CHAIN_VENUE_NAMES,
): readonly ChainAccount[] {
  return venues.map((name) => {
    const keyFile = join(folder, `${name}.key`);
    if (!existsSync(keyFile)) writePrivately(keyFile, randomBytes(32).toString('hex'));
    const { account } = keyFromFile(keyFile);
    const [socket, signerFile] = [join(folder, `${name}.sock`), join(folder, `${name}.yaml`)];
    return { venue: name, account, keyFile, socket, signerFile };
  });
}

export interface ChainOptions {
  readonly accounts: readonly ChainAccount[];
  readonly seed: number;
  /** Kept there over a restart; null: it begins anew. */
  readonly stateFile: string | null;
  /** The control interface of an exchange whose prices the others in the pools follow; null: nobody else swaps. */
  readonly pricesFrom: string | null;
  /** Per cent of the usual that lie in the pools, and that gas costs. */
  readonly liquidity: number;
  readonly gas: number;
  /** Where its complaints go. */
  readonly logFile: string | null;
}

export interface StartedChain {
  readonly process: ChildProcess;
  readonly rpc: string;
  readonly control: string;
  readonly deployment: Deployment;
}

export async function startChainProcess(options: ChainOptions): Promise<StartedChain> {
  const { accounts, seed, stateFile, pricesFrom, liquidity, gas, logFile } = options;
  const log = logFile === null ? 'inherit' : openSync(logFile, 'a');
  const child = spawn(
    process.execPath,
    [
      'dist/test/sandbox/chain/main.js',
      ...['--seed', String(seed)],
      ...['--liquidity', String(liquidity), '--gas', String(gas)],
      ...(stateFile === null ? [] : ['--state', stateFile]),
      ...(pricesFrom === null ? ['--no-participants'] : ['--prices-from', pricesFrom]),
      ...accounts.flatMap(({ account }) => ['--fund', account]),
    ],
    { stdio: ['ignore', 'pipe', log], detached: true },
  );
  endWithUs(child, 'SIGTERM'); // It takes its node with it.
  if (typeof log === 'number') closeSync(log);
  const said = await firstLine(child, 'the simulated chain');
  const { listening, deployment } = JSON.parse(said) as {
    readonly listening: { readonly rpc: string; readonly control: string };
    readonly deployment: Deployment;
  };
  return { process: child, ...listening, deployment };
}

/** `causeway signer` for one account, once it listens. */
export async function startSigner(
  deployment: Deployment,
  account: ChainAccount,
): Promise<ChildProcess> {
  const { router, routerV2, chainId: chainID, tokens } = deployment;
  const limit = { perSwap: '1000000', perHour: '1000000000' };
  const config = {
    socket: account.socket,
    chainID,
    keyFile: account.keyFile,
    routers: { v2: routerV2, v3: router },
    tokens: Object.values(tokens).map((token) => ({ ...token, ...limit })),
    maxFeePerGasGwei: 400,
    maxGasLimit: 2_000_000,
    maxDeadlineS: 120,
  };
  writePrivately(account.signerFile, stringify(config));
  const child = spawn(process.execPath, [BIN, 'signer', '--config', account.signerFile, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  endWithUs(child, 'SIGTERM');
  await firstLine(child, `the signer of ${account.venue}`);
  return child;
}

/** What a configuration says under `chainVenues`. */
export function chainVenueData(
  { rpc, deployment }: Pick<StartedChain, 'rpc' | 'deployment'>,
  accounts: readonly ChainAccount[],
): Readonly<Record<string, unknown>> {
  const { chainId: chainID, factoryV2, factoryV3, routerV2, router, tickLens } = deployment;
  const { WETH, WBTC, USDT } = deployment.tokens;
  const token = ({ address, decimals }: Pool['base']) => ({ address, decimals });
  return Object.fromEntries(
    accounts.map(({ venue, account, socket }) => [
      venue,
      {
        rpc,
        chainID,
        account,
        signer: socket,
        gasInstrument: 'ETH/USDT',
        confirmations: 1,
        finalDepth: 4,
        deadlineSeconds: 60,
        maxSlippageBps: '30',
        maxFeePerGasGwei: '300',
        priorityFeePerGasGwei: '0.1',
        contracts: { factoryV2, factoryV3, routerV2, routerV3: router, tickLens },
        tokens: {
          ETH: token(WETH),
          BTC: token(WBTC),
          USDT: { ...token(USDT), approvesFromZero: true },
        },
        pools: Object.fromEntries(
          poolsAt(venue, deployment).map((pool) => [nameOf(pool), poolData(pool)]),
        ),
      },
    ]),
  );
}

/** What `instruments` list at these venues, by symbol. */
export function chainListings(
  deployment: Deployment,
  venues: readonly string[] = CHAIN_VENUE_NAMES,
): ReadonlyMap<string, readonly { readonly venue: string; readonly symbol: string }[]> {
  const listings = new Map<string, { readonly venue: string; readonly symbol: string }[]>();
  for (const venue of venues) {
    for (const pool of poolsAt(venue, deployment)) {
      const symbol = `${pool.base.symbol.replace(/^W/, '')}/${pool.quote.symbol}`;
      const known = listings.get(symbol) ?? [];
      listings.set(symbol, [...known, { venue, symbol: nameOf(pool) }]);
    }
  }
  return listings;
}

function poolsAt(venue: string, { pools }: Deployment): readonly Pool[] {
  const of = VENUES.find(({ name }) => name === venue);
  return pools.filter(({ kind, feePips }) => kind === of?.kind && feePips === of.feePips);
}

/** As `ETHUSDT-v3`. */
function nameOf({ base, quote, kind }: Pool): string {
  return `${base.symbol.replace(/^W/, '')}${quote.symbol}-${kind}`;
}

function poolData({
  kind,
  address,
  feePips,
  tickSpacing,
}: Pool): Readonly<Record<string, unknown>> {
  return {
    kind,
    address,
    feePips,
    ...(kind === 'v3' ? { tickSpacing } : {}),
    tick: '0.01',
    lot: '0.0001',
    minQty: '0.001',
    maxQty: '1000',
  };
}

function writePrivately(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, text, { mode: 0o600 });
}

function firstLine(child: ChildProcess, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (!said.includes('\n')) return;
      child.removeAllListeners('exit');
      resolve(said.split('\n', 1)[0] ?? '');
    });
  });
}
