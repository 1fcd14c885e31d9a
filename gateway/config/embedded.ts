// The configuration of a desk that nobody configured: `npm start` with simulated venues beside it.

import { resolve } from 'node:path';
import { stringify } from 'yaml';
import { build } from './build.ts';
import type { AdapterName, GatewayConfig, RateTier } from './model.ts';
import { schema } from './schema.ts';
import { secretOf } from './secret.ts';

export interface EmbeddedOptions {
  /** Holds `desk.yaml`, `secrets/` and `journal/`. */
  readonly folder: string;
  readonly fixPort: number;
  readonly httpPort: number;
  /** Each instrument is listed at all of them, in this order. */
  readonly venues: readonly EmbeddedVenue[];
  /** Null: the desk has no venue on a chain. */
  readonly chain: EmbeddedChain | null;
  /** Made anew by who starts it. */
  readonly passwords: { readonly CLI: string; readonly ACME: string };
}

/** A venue under its adapter's name. */
export interface EmbeddedVenue {
  readonly adapter: AdapterName;
  readonly restURL: string;
  readonly ordersURL: string;
  readonly marketURL: string;
  readonly apiKey: string;
  readonly secret: string;
  /** What it takes of the quote amount, in basis points, as text. */
  readonly fees: { readonly takerBps: string; readonly makerBps: string };
  /** Of an account at `kraken`. */
  readonly tier?: RateTier;
}

/** What a file says of venues on a chain: which pools there are is known once the chain runs. */
export interface EmbeddedChain {
  /** As under `chainVenues`. */
  readonly venues: Readonly<Record<string, unknown>>;
  /** As under `instruments[].listings`, by symbol. */
  readonly listings: ReadonlyMap<
    string,
    readonly { readonly venue: string; readonly symbol: string }[]
  >;
}

/** The addresses that `npm start` listens at and `causeway order` calls. */
export const EMBEDDED_PORTS = { fix: 9880, http: 9881 } as const;
/** The session of `causeway order`. */
export const CLI_SESSION = 'CLI';

/** Sessions of `causeway order --fix-version`, beside it. */
const OTHER_VERSIONS = [
  { id: 'CLI42', beginString: 'FIX.4.2' },
  { id: 'CLI50SP2', beginString: 'FIXT.1.1', defaultApplVerID: 'FIX.5.0SP2' },
] as const;

export interface EmbeddedFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  readonly mode: number;
}

/** The same in memory. */
export function embeddedDefaults(options: EmbeddedOptions): GatewayConfig {
  const data = dataOf(options, (key, value) => [key, secretOf(value)]);
  return build(schema.parse(data), { file: null, folder: resolve(options.folder) });
}

/** As files, for `causeway start --config`: `desk.yaml` first, then its secrets with mode 0600. */
export function embeddedFiles(options: EmbeddedOptions): readonly EmbeddedFile[] {
  const secrets: EmbeddedFile[] = [];
  const data = dataOf(options, (key, value, file) => {
    const path = resolve(options.folder, 'secrets', file);
    secrets.push({ path, text: `${value}\n`, mode: 0o600 });
    return [`${key}File`, `secrets/${file}`];
  });
  const head =
    '# Written by `npm start`, which writes it anew each time. Copy it to keep a change.\n';
  const desk = {
    path: resolve(options.folder, 'desk.yaml'),
    text: head + stringify(data, { lineWidth: 0, aliasDuplicateObjects: false }),
    mode: 0o644,
  };
  return [desk, ...secrets];
}

type SecretEntry = (key: string, value: string, file: string) => readonly [string, unknown];

function dataOf(
  options: EmbeddedOptions,
  secretEntry: SecretEntry,
): Readonly<Record<string, unknown>> {
  const { venues, passwords, chain } = options;
  const session = (name: 'CLI' | 'ACME', accounts: readonly string[]) => ({
    id: name,
    beginString: 'FIX.4.4',
    senderCompID: 'CAUSEWAY',
    targetCompID: name,
    username: name.toLowerCase(),
    ...Object.fromEntries([
      secretEntry('password', passwords[name], `${name.toLowerCase()}.password`),
    ]),
    accounts,
  });
  // `causeway order` at the market is immediate-or-cancel, and waits for the chain's word.
  const cli = { ...session(CLI_SESSION, ['CLI']), iocOnChain: chain !== null };
  return {
    desk: 1,
    dataFolder: './journal',
    durability: 'fsync',
    listen: {
      fix: { host: '127.0.0.1', port: options.fixPort },
      http: { host: '127.0.0.1', port: options.httpPort },
    },
    risk: {
      marketCollarBps: 300,
      staleBookMs: 5_000,
      inDoubtBoundMs: 30_000,
      firm: { maxOrderNotional: '1000000 USDT', priceCollarBps: 2_000 },
      instruments: {
        'BTC/USDT': { maxOrderQty: '50' },
        'ETH/USDT': { maxOrderQty: '1000' },
        'SOL/USDT': { maxOrderQty: '10000' },
      },
    },
    sessions: [
      cli,
      session('ACME', ['A1', 'A2']),
      ...OTHER_VERSIONS.map(({ id, ...version }) => ({ ...cli, id, targetCompID: id, ...version })),
    ],
    instruments: ['BTC', 'ETH', 'SOL'].map((base) => ({
      symbol: `${base}/USDT`,
      listings: [
        ...venues.map(({ adapter }) => ({
          venue: adapter,
          symbol: adapter === 'kraken' ? `${base}/USDT` : `${base}USDT`,
        })),
        ...(chain?.listings.get(`${base}/USDT`) ?? []),
      ],
    })),
    venues: Object.fromEntries(
      venues.map((venue) => [
        venue.adapter,
        {
          adapter: venue.adapter,
          fees: venue.fees,
          rest: venue.restURL,
          orders: venue.ordersURL,
          market: venue.marketURL,
          ...Object.fromEntries([
            secretEntry('apiKey', venue.apiKey, `${venue.adapter}.key`),
            secretEntry('secret', venue.secret, `${venue.adapter}.secret`),
          ]),
          recvWindowMs: 1_000,
          ...(venue.tier === undefined ? {} : { tier: venue.tier }),
        },
      ]),
    ),
    ...(chain === null ? {} : { chainVenues: chain.venues }),
  };
}
