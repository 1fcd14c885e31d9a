// What happened at each venue by its own account: the exchanges' ledgers, and the chain's own logs and receipts.

import type { Rig, RigChain, RigVenue } from '../../counterparties/rig.ts';
import type { Hex } from '../../sandbox/chain/artifacts.ts';
import { rpcTo } from '../../sandbox/chain/rpc.ts';
import { idsAmong } from '../../sandbox/kraken/ids.ts';
import { USUAL_SYMBOLS } from '../../sandbox/kraken/options.ts';

/** One trade, under the names that the desk has for it. */
export interface VenueTrade {
  /** Listing, the venue's order, its execution. */
  readonly trade: string;
  /** As in `ETHUSDT`. */
  readonly pair: string;
  /** Null where the venue does not name it. */
  readonly childID: string | null;
  readonly side: 'buy' | 'sell';
  readonly qty: string;
  /** Null on a chain: there are two amounts. */
  readonly price: string | null;
  /** Null at an exchange. */
  readonly quoteQty: string | null;
}

export interface VenueOrder {
  readonly childID: string;
  readonly isOpen: boolean;
}

export interface Ledger {
  readonly orders: readonly VenueOrder[];
  readonly trades: readonly VenueTrade[];
  /** Hashes of what our accounts sent and the chain has. */
  readonly transactions: readonly string[];
}

/** One of our accounts' swaps as the chain has it. */
export interface Swap {
  readonly receipt: Receipt;
  readonly nonce: number;
}

/** `swaps`: those of earlier calls, by transaction and block. What is in a block does not change; which blocks there are is asked. */
export async function ledgerOf(
  rig: Rig,
  venues: readonly RigVenue[],
  swaps = new Map<string, Swap>(),
): Promise<Ledger> {
  const exchanges = await Promise.all(
    venues.map(async (venue) =>
      exchangeLedger(venue, (await rig.controlAt(venue, 'GET', '/control/ledger')) as Written),
    ),
  );
  const chain = rig.chain === null ? [] : [await chainLedger(rig.chain, swaps)];
  const all = [...exchanges, ...chain];
  return {
    orders: all.flatMap(({ orders }) => orders),
    trades: all.flatMap(({ trades }) => trades),
    transactions: all.flatMap(({ transactions }) => transactions),
  };
}

interface Written {
  readonly accounts: readonly {
    readonly orders: readonly {
      readonly clientOrderId: string;
      readonly status: string;
    }[];
    readonly trades: readonly {
      readonly symbol: string;
      readonly id: number;
      readonly orderId: number;
      readonly clientOrderId: string;
      readonly side: string;
      readonly price: string;
      readonly qty: string;
    }[];
  }[];
}

const KRAKEN_IDS = idsAmong(USUAL_SYMBOLS.map(({ symbol }) => symbol));

function exchangeLedger(venue: RigVenue, { accounts }: Written): Ledger {
  return {
    orders: accounts.flatMap(({ orders }) =>
      orders.map(({ clientOrderId, status }) => ({
        childID: clientOrderId,
        isOpen: status === 'NEW' || status === 'PARTIALLY_FILLED',
      })),
    ),
    trades: accounts.flatMap(({ trades }) =>
      trades.map((one) => ({
        trade: `${one.symbol} ${namesAt(venue, one)}`,
        pair: one.symbol.replace('/', ''),
        childID: one.clientOrderId,
        side: one.side === 'BUY' ? 'buy' : 'sell',
        qty: one.qty,
        price: one.price,
        quoteQty: null,
      })),
    ),
    transactions: [],
  };
}

/** The exchange's own names of order and execution. */
function namesAt(
  venue: RigVenue,
  one: { readonly symbol: string; readonly id: number; readonly orderId: number },
): string {
  if (venue === 'binance') return `${one.orderId} ${one.id}`;
  const { symbol, orderId } = one;
  return `${KRAKEN_IDS.orderID(symbol, orderId)} ${KRAKEN_IDS.tradeID(symbol, one)}`;
}

interface Log {
  readonly address: Hex;
  readonly topics: readonly Hex[];
  readonly data: Hex;
  readonly transactionHash: Hex;
  readonly blockHash: Hex;
}

interface Receipt {
  readonly status: Hex;
  readonly logs: readonly Log[];
}

/** keccak256 of `Swap(address,uint256,uint256,uint256,uint256,address)` and of `Swap(address,address,int256,int256,uint160,uint128,int24)`. */
const SWAPS = {
  v2: '0xd78ad95fa46c994b6551d0da85fc275fe613ce37657fb8d5e3d130840159d822',
  v3: '0xc42079f94a6350d7e6235f29174924f928cc2ac818eb64fed8004e115fbcca67',
} as const;

/** Out of every block, transaction by transaction: each that one of our accounts sent, and the swap in its receipt. */
async function chainLedger(
  { rpc, deployment, accounts }: RigChain,
  known: Map<string, Swap>,
): Promise<Ledger> {
  const node = rpcTo(rpc);
  const trades: VenueTrade[] = [];
  const transactions: string[] = [];
  for (const { venue, account } of accounts) {
    const kind = venue === 'uniswap-v2' ? 'v2' : 'v3';
    const receiver = `0x${account.slice(2).padStart(64, '0')}`;
    const filter = { fromBlock: '0x0', toBlock: 'latest', topics: [SWAPS[kind], null, receiver] };
    const swaps = await node.call<readonly Log[]>('eth_getLogs', [filter]);
    for (const { transactionHash, blockHash } of swaps) {
      const place = `${transactionHash} in ${blockHash}`;
      const { receipt, nonce } = known.get(place) ?? (await swapOf(node, transactionHash));
      known.set(place, { receipt, nonce });
      transactions.push(transactionHash);
      const ordinal = receipt.logs.findIndex(({ topics }) => topics[0] === SWAPS[kind]);
      const log = receipt.logs[ordinal];
      const pool = deployment.pools.find(
        ({ address }) => address.toLowerCase() === log?.address.toLowerCase(),
      );
      if (log === undefined || pool === undefined) throw new Error(`no swap in ${transactionHash}`);
      const [amount0, amount1] = kind === 'v3' ? ofV3(log.data) : ofV2(log.data);
      const [base, quote] = pool.baseIsToken0 ? [amount0, amount1] : [amount1, amount0];
      const pair = `${pool.base.symbol.replace(/^W/, '')}${pool.quote.symbol}`;
      trades.push({
        trade: `${pair}-${kind} ${account}/${nonce} ${deployment.chainId}:${transactionHash}:${ordinal}`,
        pair,
        childID: null,
        side: base < 0n ? 'buy' : 'sell',
        qty: decimal(base, pool.base.decimals),
        price: null,
        quoteQty: decimal(quote, pool.quote.decimals),
      });
    }
  }
  return { orders: [], trades, transactions };
}

async function swapOf(node: ReturnType<typeof rpcTo>, transactionHash: Hex): Promise<Swap> {
  const [receipt, { nonce }] = await Promise.all([
    node.call<Receipt>('eth_getTransactionReceipt', [transactionHash]),
    node.call<{ readonly nonce: Hex }>('eth_getTransactionByHash', [transactionHash]),
  ]);
  return { receipt, nonce: Number(nonce) };
}

/** What the pool got is positive, what it gave negative. */
function ofV3(data: Hex): readonly [bigint, bigint] {
  return [signed(word(data, 0)), signed(word(data, 1))];
}

function ofV2(data: Hex): readonly [bigint, bigint] {
  const [in0, in1, out0, out1] = [0, 1, 2, 3].map((at) => word(data, at));
  return [(in0 ?? 0n) - (out0 ?? 0n), (in1 ?? 0n) - (out1 ?? 0n)];
}

function word(data: Hex, at: number): bigint {
  return BigInt(`0x${data.slice(2 + at * 64, 66 + at * 64)}`);
}

function signed(value: bigint): bigint {
  return value >= 1n << 255n ? value - (1n << 256n) : value;
}

/** The magnitude, without zeros at its end. */
function decimal(amount: bigint, decimals: number): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  return `${digits.slice(0, -decimals)}${fraction === '' ? '' : `.${fraction}`}`;
}
