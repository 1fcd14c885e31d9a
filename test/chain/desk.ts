// The order side of a venue of pools on a real node, with as much of a desk as it needs: what is signed is kept as the
// journal would keep it, and only then broadcast.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { encodeFunctionData } from 'viem';
import {
  type RunningChainOrders,
  createHttpClient,
  createSockets,
  runChainOrders,
} from '../../adapters/connection/index.ts';
import { type RunningSigner, readSignerConfig, startSigner } from '../../adapters/signer/index.ts';
import {
  type UniswapOrdersConfig,
  UNISWAP_ORDERS_DEFAULTS,
  type UniswapPool,
  createUniswapOrders,
} from '../../adapters/uniswap/index.ts';
import { evolve } from '../../gateway/desk/evolve/index.ts';
import { emptyState } from '../../gateway/desk/evolve/state.ts';
import { realClock, realTimers } from '../../gateway/process/real-world.ts';
import type { Event } from '../../spec/events/index.ts';
import { asDurable, asReserved } from '../../spec/proof/index.ts';
import { type ChildID, type Side, asChildID, asVenueID } from '../../spec/terms/index.ts';
import { asPrice, asQty, epochNs } from '../../spec/units/index.ts';
import type {
  AdoptedChild,
  ChainAccount,
  ChildOrder,
  ChildSwap,
  VenueNotice,
  VenueReport,
} from '../../spec/venues/index.ts';
import { tokenAbi } from '../sandbox/chain/abi.ts';
import {
  type Hex,
  type Pool,
  type RunningChain,
  type Token,
  hex,
  startChain,
} from '../sandbox/chain/index.ts';
import { contractsOf, poolOf, the } from './configured.ts';

/** The fifth account of the test mnemonic: known to everybody. */
export const KEY: Hex = '0x47e179ec197488593b187f80a00eb0da91f1b9d0b13f8733639f19c30a34926a';
export const ACCOUNT_TEXT: Hex = '0x15d34aaf54267db7d7c367839aaf71a00a2c6a65';
export const ACCOUNT = the(ACCOUNT_TEXT);
const VENUE = asVenueID('uniswap');
const ONE = 10n ** 18n;

/** The report's own kind, by its name. */
export type ReportOf<T extends VenueReport['type']> = Extract<VenueReport, { readonly type: T }>;

export class ChainDesk {
  readonly chain: RunningChain;
  readonly folder: string;
  readonly config: UniswapOrdersConfig;
  readonly reports: VenueReport[] = [];
  readonly notices: VenueNotice[] = [];
  readonly #state = emptyState();
  readonly #children = new Map<ChildID, ChildOrder>();
  readonly #ended = new Set<ChildID>();
  #signer: RunningSigner | null = null;
  #orders: RunningChainOrders | null = null;
  #sequence = 1;
  #childNumber = 0;
  /** Tokens beside the sandbox's own that the signer signs for. */
  furtherTokens: readonly Token[] = [];
  /** False: what is signed is kept, and the process dies before it leaves. */
  broadcasts = true;

  constructor(
    chain: RunningChain,
    changes: Partial<UniswapOrdersConfig>,
    pools: (all: readonly Pool[]) => readonly UniswapPool[],
  ) {
    this.chain = chain;
    this.folder = mkdtempSync(join(tmpdir(), 'causeway-chain-desk-'));
    const { deployment, proxy } = chain;
    this.config = {
      ...UNISWAP_ORDERS_DEFAULTS,
      venueID: VENUE,
      rpcURL: proxy.url,
      signerURL: `unix:${join(this.folder, 'signer.sock')}:`,
      chainID: deployment.chainId,
      account: ACCOUNT,
      coin: 'ETH',
      contracts: contractsOf(deployment),
      pools: pools(deployment.pools),
      fees: { maxFeePerGas: 300n * 10n ** 9n, priorityFeePerGas: 10n ** 9n },
      confirmations: 1,
      finalDepth: 4,
      deadlineS: 60,
      bumpAfterBlocks: 2,
      pollMs: 20,
      ...changes,
    };
  }

  static async begin(
    changes: Partial<UniswapOrdersConfig> = {},
    pools: (all: readonly Pool[]) => readonly UniswapPool[] = onePoolEach,
  ): Promise<ChainDesk> {
    const chain = await startChain({
      blockTimeS: null,
      participants: null,
      funded: [ACCOUNT_TEXT],
    });
    await letTakeWETH(chain);
    const desk = new ChainDesk(chain, changes, pools);
    await desk.startSigner();
    await desk.startOrders();
    return desk;
  }

  async startSigner(): Promise<void> {
    const { deployment } = this.chain;
    const { WETH, WBTC, USDT } = deployment.tokens;
    writeFileSync(join(this.folder, 'key'), KEY, { mode: 0o600 });
    const limit = { perSwap: '1000000', perHour: '100000000' };
    const read = readSignerConfig(
      {
        socket: 'signer.sock',
        chainID: deployment.chainId,
        keyFile: 'key',
        routers: { v2: deployment.routerV2, v3: deployment.router },
        tokens: [WETH, WBTC, USDT, ...this.furtherTokens].map(({ symbol, address, decimals }) => ({
          symbol,
          address,
          decimals,
          ...limit,
        })),
        maxFeePerGasGwei: 500,
        maxGasLimit: 2_000_000,
        maxDeadlineS: 3_600,
      },
      join(this.folder, 'signer.yaml'),
    );
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    this.#signer = await startSigner(read.value, { clock: realClock(), answered: () => undefined });
  }

  async stopSigner(): Promise<void> {
    await this.#signer?.stop();
    this.#signer = null;
  }

  /** As after a restart: with what the journal has, and nothing else. */
  async startOrders(): Promise<void> {
    const timers = realTimers();
    const orders = runChainOrders(
      createUniswapOrders(this.config),
      {
        clock: realClock(),
        timers,
        sockets: createSockets(timers),
        http: createHttpClient(timers),
      },
      {
        reported: (report) => this.#reported(report),
        noticed: (notice) => void this.notices.push(notice),
        failed: (error) => {
          throw error;
        },
      },
    );
    this.#orders = orders;
    orders.adoptAccount(this.account);
    orders.adopt(this.#adopted());
    orders.start();
    await this.until(() => this.venueState === 'Ready', 'the venue is ready');
  }

  /** As if the journal had got no further than the child's first fills. */
  forgetFillsAfter(childID: ChildID, count: number): void {
    const account = this.account;
    if (account === null) return;
    const own = account.fills.filter((fill) => fill.childID === childID).slice(count);
    const fills = account.fills.filter((fill) => !own.includes(fill));
    this.#state.chainAccounts.set(VENUE, { ...account, fills });
    this.#ended.delete(childID);
  }

  kill(): void {
    this.#orders?.close();
    this.#orders = null;
  }

  get account(): ChainAccount | null {
    return this.#state.chainAccounts.get(VENUE) ?? null;
  }

  get venueState(): string {
    const said = this.notices.filter((one) => one.type === 'StateChanged');
    return said.at(-1)?.state ?? 'Down';
  }

  get orders(): RunningChainOrders {
    if (this.#orders === null) throw new Error('the order side does not run');
    return this.#orders;
  }

  /** Quantity and limit in units of the market. */
  submit(side: Side, qty: string, limit: string, venueSymbol = 'ETHUSDT'): ChildID {
    return this.#submit(side, { venueSymbol, price: limit, orderQty: qty }, []);
  }

  /** One child with a part in each of several pools: name, quantity and limit. */
  submitTogether(
    side: Side,
    parts: readonly (readonly [venueSymbol: string, qty: string, limit: string])[],
    /** What the plan says of each part. */
    ticksCrossed = 1,
  ): ChildID {
    const swaps = parts.map(([venueSymbol, qty, limit]) => ({
      venueSymbol,
      orderQty: asQty(decimal(qty)),
      price: asPrice(decimal(limit)),
      ticksCrossed,
    }));
    const [[venueSymbol, , price] = ['', '', '']] = parts;
    const orderQty = swaps.reduce((sum, part) => sum + part.orderQty, 0n);
    return this.#submit(side, { venueSymbol, price, orderQty }, swaps);
  }

  #submit(
    side: Side,
    of: {
      readonly venueSymbol: string;
      readonly price: string;
      readonly orderQty: string | bigint;
    },
    swaps: readonly ChildSwap[],
  ): ChildID {
    const { venueSymbol, price, orderQty } = of;
    this.#childNumber += 1;
    const childID = asChildID(`child-${this.#childNumber}`);
    const pool = this.config.pools.find((one) => one.venueSymbol === venueSymbol);
    if (pool === undefined) throw new Error('no such pool');
    const child: ChildOrder = {
      childID,
      venueID: VENUE,
      instrumentID: pool.instrumentID,
      venueSymbol,
      side,
      price: asPrice(decimal(price)),
      orderQty: asQty(typeof orderQty === 'string' ? decimal(orderQty) : orderQty),
      timeInForce: 'IOC',
      ...(swaps.length > 0 ? { swaps } : {}),
    };
    this.#children.set(childID, child);
    this.orders.submit(asDurable(asReserved(child)));
    return childID;
  }

  of<T extends VenueReport['type']>(type: T, childID: ChildID): readonly ReportOf<T>[] {
    return this.reports.filter(
      (one): one is ReportOf<T> => one.type === type && one.childID === childID,
    );
  }

  async until(holds: () => boolean, what: string, patienceMs = 15_000): Promise<void> {
    const endsAt = Date.now() + patienceMs;
    while (Date.now() < endsAt) {
      if (holds()) return;
      await delay(10);
    }
    const said = JSON.stringify(
      { reports: this.reports.slice(-12), notices: this.notices.slice(-6) },
      (_key, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value instanceof Uint8Array ? '…' : value,
    );
    throw new Error(`it did not come about that ${what}: ${said}`);
  }

  /** A block as soon as the node holds a transaction of ours. */
  async mineOurs(): Promise<void> {
    await this.pending();
    await this.chain.mine();
  }

  async pending(): Promise<void> {
    for (let tries = 0; tries < 1_000; tries += 1) {
      const { pending } = await this.chain.node.rpc.call<{ readonly pending: Hex }>(
        'txpool_status',
      );
      if (BigInt(pending) > 0n) return;
      await delay(10);
    }
    await this.until(() => false, 'anything of ours reached the node', 1);
  }

  async balance(token: { readonly address: Hex }): Promise<bigint> {
    const args = [ACCOUNT_TEXT] as const;
    const data = encodeFunctionData({ abi: tokenAbi, functionName: 'balanceOf', args });
    const call = { to: token.address, data };
    return BigInt(await this.chain.node.rpc.call<Hex>('eth_call', [call, 'latest']));
  }

  async count(): Promise<number> {
    return Number(
      await this.chain.node.rpc.call<Hex>('eth_getTransactionCount', [ACCOUNT, 'latest']),
    );
  }

  async end(): Promise<void> {
    this.kill();
    await this.stopSigner();
    await this.chain.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #reported(report: VenueReport): void {
    this.reports.push(report);
    if (report.type === 'TransactionsSigned') {
      for (const transaction of report.transactions) {
        this.#record({ type: 'TransactionSigned', venueID: VENUE, transaction });
        if (!this.broadcasts) continue;
        queueMicrotask(() => this.#orders?.broadcast(asDurable(transaction.hash)));
      }
    }
    if (report.type === 'NonceSettled') {
      const { nonce, hash } = report;
      this.#record({ type: 'TransactionSettled', venueID: VENUE, nonce, hash });
    }
    if (report.type === 'Filled' && report.childID !== null) {
      const { venueOrderID, venueExecID } = report.fill;
      const account = this.account;
      if (account === null) return;
      const fill = { childID: report.childID, venueOrderID, venueExecID };
      this.#state.chainAccounts.set(VENUE, { ...account, fills: [...account.fills, fill] });
    }
    if (report.type === 'Ended' || report.type === 'Refused' || report.type === 'Absent') {
      this.#ended.add(report.childID);
    }
  }

  #record(event: Event): void {
    evolve(this.#state, { sequence: this.#sequence, at: epochNs(0n), event });
    this.#sequence += 1;
  }

  #adopted(): readonly AdoptedChild[] {
    const open = [...this.#children.values()].filter(({ childID }) => !this.#ended.has(childID));
    return open.map((child) => ({
      child,
      venueOrderID: null,
      cumQty: asQty(0n),
      fills: [],
      decidedAt: epochNs(0n),
      inDoubt: true,
      cancelWanted: false,
      amend: null,
    }));
  }
}

/**
 * The account was used before, by others: v3's router may take its WETH already, so that a sell is one transaction
 * alone. It is one of the node's own accounts.
 */
async function letTakeWETH(chain: RunningChain): Promise<void> {
  const { router, tokens } = chain.deployment;
  const args = [router, 2n ** 255n] as const;
  const data = encodeFunctionData({ abi: tokenAbi, functionName: 'approve', args });
  const call = { from: ACCOUNT_TEXT, to: tokens.WETH.address, data, gas: hex(100_000) };
  await chain.node.rpc.call('eth_sendTransaction', [call]);
  await chain.mine(2);
}

/** One pool for each instrument: v3 of 0.05 %, and v2 of BTC. */
function onePoolEach(pools: readonly Pool[]): readonly UniswapPool[] {
  return pools
    .filter(
      ({ kind, feePips, base }) =>
        (base.symbol === 'WETH' && feePips === 500) || (base.symbol === 'WBTC' && kind === 'v2'),
    )
    .map(poolOf);
}

function decimal(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole) * ONE + BigInt(fraction.padEnd(18, '0'));
}
