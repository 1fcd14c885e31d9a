// The venue of pools of a seed's world: its chain, its node and signer, how the desk is configured for it, and what the
// chain says of every child in the end.

import { addressOf } from '../../adapters/chain/index.ts';
import type { Address } from '../../adapters/chain/index.ts';
import { runPools } from '../../adapters/connection/index.ts';
import { type UniswapPool, createUniswapMarket } from '../../adapters/uniswap/index.ts';
import type { ChainVenueConfig } from '../../gateway/config/index.ts';
import type { ChainWays } from '../../gateway/process/chain-host.ts';
import type { Clock } from '../../spec/ports/index.ts';
import type { PoolSnapshot, SignedTransaction } from '../../spec/venues/index.ts';
import type { ChildID, Instrument, OrderID } from '../../spec/terms/index.ts';
import { asRate } from '../../spec/units/index.ts';
import { instrumentID, poolsID, poolsListing, twoVenues } from '../fixtures/desk.ts';
import type { Chance } from './chance.ts';
import { FINAL_DEPTH, type Keen, ModelledChain } from './chain.ts';
import { type ChainTerms, type Mined, type Signed, poolAt100 } from './chain-execution.ts';
import { SimulatedNode } from './node.ts';
import type { Witness } from './witness.ts';
import { Broken, type Life, type World } from './world.ts';

const CHAIN_ID = 31_337;
const GWEI = 1_000_000_000n;
/** The machines look at the chain this often: blocks come every two seconds. */
const LOOKS_MS = 500;
const NS_PER_S = 1_000_000_000n;

/** One process, and what it does with the pools' states. */
interface WaysFor {
  readonly life: Life;
  readonly clock: Clock;
  pooled(pools: readonly PoolSnapshot[]): void;
}

/** Instruments of a world with a chain: the two exchanges, and the pool. */
export const withChain: Instrument = {
  ...twoVenues,
  listings: [...twoVenues.listings, poolsListing],
};

export interface ChainVenueParts {
  readonly world: World;
  readonly chance: Chance;
  readonly keen: Keen | null;
  readonly witness: Witness;
  /** What breaks within is told, whoever catches it there. */
  guard(run: () => void): void;
  /** A child's bytes leave: is its order covered for it? */
  checkCovered(orderID: OrderID, childID: ChildID): void;
}

export class SimulatedChainVenue {
  readonly chain: ModelledChain;
  readonly node: SimulatedNode;
  readonly config: ChainVenueConfig;
  readonly pools: readonly UniswapPool[];
  readonly #parts: ChainVenueParts;
  readonly #left = new Set<string>();

  constructor(parts: ChainVenueParts) {
    const { world, chance } = parts;
    this.#parts = parts;
    const kind = chance.pick(['v2', 'v3'] as const);
    world.count(`chain: a pool of ${kind}`);
    const terms = termsOf(kind, chance);
    this.chain = new ModelledChain(terms, world, parts.keen);
    const { feePips } = terms.firstPool;
    const tickSpacing = terms.firstPool.type === 'V3' ? terms.firstPool.tickSpacing : 0;
    const { tick, lot, minQty, maxQty, venueSymbol } = poolsListing;
    const onGrid = { tick, lot, minQty, maxQty };
    const pool = { kind, address: terms.pool, feePips, tickSpacing, ...onGrid };
    const token = (asset: string, address: Address, decimals: number) => ({
      asset,
      address,
      decimals,
      approvesFromZero: decimals === 6,
    });
    const [base, quote] = [token('BTC', terms.base, 18), token('USDT', terms.quote, 6)];
    this.pools = [{ ...pool, venueSymbol, instrumentID, base, quote }];
    this.config = {
      venueID: poolsID,
      rpcURL: 'http://node',
      chainID: CHAIN_ID,
      account: terms.account,
      signerSocket: '/signer',
      gasInstrument: instrumentID,
      coin: 'BTC',
      confirmations: chance.pick([1, 1, 2, 3]),
      finalDepth: FINAL_DEPTH,
      deadlineS: chance.pick([8, 20]),
      maxSlippage: asRate(10n ** 15n), // A thousandth.
      maxFeePerGas: 30n * GWEI,
      priorityFeePerGas: GWEI,
      contracts: contractsOf(terms),
      tokens: new Map([
        ['BTC', base],
        ['USDT', quote],
      ]),
      pools: [{ ...pool, name: venueSymbol }],
    };
    const limit = (address: Address, symbol: string, units: bigint) => ({
      address,
      symbol,
      perSwap: 15n * units,
      perHour: chance.pick([60n, 1_000_000n]) * units,
    });
    this.node = new SimulatedNode({
      world,
      chain: this.chain,
      chainID: CHAIN_ID,
      policy: {
        chainID: CHAIN_ID,
        routers: terms.routers,
        tokens: [
          limit(terms.base, 'BTC', 10n ** 18n),
          limit(terms.quote, 'USDT', 100n * 10n ** 6n),
        ],
        maxFeePerGas: 30n * GWEI,
        maxGasLimit: 2_000_000,
        maxDeadlineS: 60,
      },
      left: (signed) => parts.guard(() => this.#bytesLeave(signed)),
    });
  }

  /** What stands between one process's machines and the chain. */
  ways({ life, clock, pooled }: WaysFor): ChainWays {
    const http = () => this.node.of(life);
    return {
      http,
      pools: () => {
        const machine = createUniswapMarket({
          ...this.config,
          pools: this.pools,
          pollMs: LOOKS_MS,
          silenceMs: 5_000,
          tickReach: 4_000,
          blocksHeld: 64,
          answerBoundMs: 5_000,
        });
        const ports = { clock, timers: this.timers(life), sockets, http: http() };
        const running = runPools(machine, ports, {
          pooled,
          noticed: () => undefined,
          failed: (error) => {
            throw error;
          },
        });
        running.start();
        return { close: () => Promise.resolve(running.close()) };
      },
    };
  }

  timers(life: Life) {
    return this.#parts.world.timers(life, 'in passing', LOOKS_MS);
  }

  // ---- What must be true of it ----------------------------------------------------------------------

  /** I1, I2 and I3 where signed bytes leave. */
  #bytesLeave({ hash, transaction }: Signed): void {
    const { witness, world } = this.#parts;
    const known = witness.signed.get(hash);
    if (known === undefined) {
      throw new Broken('I1', `nonce ${transaction.nonce} was broadcast before it was durable`);
    }
    const isFirst = !this.#left.has(hash);
    this.#left.add(hash);
    world.count(isFirst ? 'chain: broadcast' : 'chain: broadcast again');
    if (!isFirst || known.purpose !== 'Swap') return;
    const orderID = witness.decided.get(known.childID)?.orderID;
    if (orderID === undefined) throw new Broken('I4', `a swap of no child: ${known.childID}`);
    this.#parts.checkCovered(orderID, known.childID);
  }

  /** Bytes of it have left for the node. */
  hasLeft(hash: string): boolean {
    return this.#left.has(hash);
  }

  /** Of one order: swapped, and what may still be. */
  outAndDone(orderID: OrderID): bigint {
    const { witness } = this.#parts;
    let sum = 0n;
    for (const [childID, swaps] of witness.swapsOf) {
      const decided = witness.decided.get(childID);
      if (decided?.orderID === orderID && this.#mayBe(swaps)) sum += decided.orderQty;
    }
    return sum;
  }

  /** Swapped, or not yet impossible: by the blocks that nothing takes back. */
  #mayBe(swaps: readonly SignedTransaction[]): boolean {
    if (this.swapOf(swaps) !== null) return true;
    const { final } = this.chain;
    return swaps.some(({ nonce, deadline, hash }) => {
      if (!this.#left.has(hash)) return false;
      return final.nonce <= nonce && BigInt(final.timestamp) * NS_PER_S <= deadline;
    });
  }

  /** The one of them that is on the chain now and gave something. */
  swapOf(swaps: readonly SignedTransaction[]): Mined | null {
    for (const { mined } of this.chain.blocks) {
      const found = mined.find((one) => swaps.some(({ hash }) => hash === one.hash));
      if (found?.succeeded === true) return found;
    }
    return null;
  }

  /** Every swap that is on the chain, as its order's fill: quantity and price with 18 decimals. */
  fills(): readonly ChainFill[] {
    const { witness } = this.#parts;
    const fills: ChainFill[] = [];
    for (const { mined } of this.chain.blocks) {
      for (const { hash, swap } of mined) {
        if (swap === null) continue;
        const known = witness.signed.get(hash);
        const orderID =
          known === undefined ? undefined : witness.decided.get(known.childID)?.orderID;
        if (known === undefined || orderID === undefined) {
          throw new Broken('I2', `a swap on the chain that the journal does not know: ${hash}`);
        }
        const quote = swap.quote * 10n ** 12n; // 6 decimals to 18.
        const lastPx = halfEven(quote * 10n ** 18n, swap.base);
        fills.push({ orderID, side: known.side, lastQty: swap.base, lastPx });
      }
    }
    return fills;
  }

  /** Nothing of it is open: every nonce is settled, no fill can be taken back. */
  get isSettled(): boolean {
    const account = this.#parts.witness.shadow.chainAccounts.get(poolsID);
    return account === undefined || account.transactions.length + account.fills.length === 0;
  }
}

export interface ChainFill {
  readonly orderID: OrderID;
  readonly side: 'buy' | 'sell';
  readonly lastQty: bigint;
  readonly lastPx: bigint;
}

const sockets = {
  open(): never {
    throw new Broken('a chain is asked over HTTP', 'a socket was opened');
  },
};

function termsOf(kind: 'v2' | 'v3', chance: Chance): ChainTerms {
  // Which of the two tokens comes first is the pool's affair.
  const [low, high] = [addressAt(0x11), addressAt(0x22)];
  const [base, quote] = chance.happens(500) ? [low, high] : [high, low];
  return {
    account: addressAt(0xaa),
    base,
    quote,
    pool: addressAt(0x33),
    routers: { v2: addressAt(0x44), v3: addressAt(0x55) },
    firstPool: poolAt100(kind, 20_000n, base === low),
    chance,
  };
}

function contractsOf({ routers }: ChainTerms): ChainVenueConfig['contracts'] {
  return {
    factoryV2: addressAt(0x66),
    factoryV3: addressAt(0x77),
    routerV2: routers.v2,
    routerV3: routers.v3,
    tickLens: addressAt(0x88),
  };
}

function addressAt(byte: number): Address {
  const found = addressOf(`0x${byte.toString(16).padStart(2, '0').repeat(20)}`);
  if (found === null) throw new Error('no address');
  return found;
}

/** Rounded half to even. */
function halfEven(dividend: bigint, divisor: bigint): bigint {
  const [quotient, twice] = [dividend / divisor, (dividend % divisor) * 2n];
  const isUp = twice > divisor || (twice === divisor && quotient % 2n === 1n);
  return isUp ? quotient + 1n : quotient;
}
