// From an empty chain to funded pools: tokens, Uniswap v2 and v3 as published, liquidity near a price.

import { setTimeout as delay } from 'node:timers/promises';
import { type Abi, encodeDeployData, encodeFunctionData, getAddress, parseAbi } from 'viem';
import { v2Abi, v3Abi, tokenAbi } from './abi.ts';
import { type ContractName, type Hex, bytecodeOf } from './artifacts.ts';
import { type Rpc, hex } from './rpc.ts';
import { tokenBytecode } from './token-bytecode.ts';

export interface Token {
  readonly symbol: string;
  readonly address: Hex;
  readonly decimals: number;
}

/** One pool of `base` and `quote`, as a venue is configured with it. */
export interface Pool {
  readonly name: string;
  readonly kind: 'v2' | 'v3';
  readonly address: Hex;
  readonly base: Token;
  readonly quote: Token;
  readonly baseIsToken0: boolean;
  /** Hundredths of a basis point; 3000 in every v2 pool. */
  readonly feePips: number;
  /** 0 in v2. */
  readonly tickSpacing: number;
}

export interface Deployment {
  readonly chainId: number;
  readonly factoryV2: Hex;
  readonly factoryV3: Hex;
  readonly positionManager: Hex;
  /** SwapRouter02: for v3 pools. In v2 pools it gives out a little more than the exact amount that is asked for. */
  readonly router: Hex;
  /** UniswapV2Router02: for v2 pools. */
  readonly routerV2: Hex;
  readonly quoter: Hex;
  readonly tickLens: Hex;
  readonly tokens: { readonly WETH: Token; readonly WBTC: Token; readonly USDT: Token };
  readonly pools: readonly Pool[];
}

/** Price of one base in quote, by symbol: `ETHUSDT`. Models of a market, so plain numbers. */
export type Prices = Readonly<Record<string, number>>;

/** The node's own account that deploys and provides liquidity. */
export const PROVIDER = 0;
const FAR_DEADLINE = 2n ** 40n;
const GAS = 12_000_000;
const MANY = 10n ** 30n;
/** The node mines a moment after it has answered. */
const RECEIPT_TRIES = 400;
/** Factor either side of the price and quote value a side, of the positions in each v3 pool: steep in the middle. */
const POSITIONS = [
  { factor: 1.5, quoteValue: 4_000_000 },
  { factor: 1.05, quoteValue: 2_000_000 },
  { factor: 1.01, quoteValue: 1_500_000 },
  { factor: 1.004, quoteValue: 800_000 },
] as const;
/** Quote value of either side of each v2 pool. */
const V2_VALUE = 12_000_000;

/** A contract call from one of the node's own accounts, mined at once (the node mines for each transaction). */
export async function transact(
  rpc: Rpc,
  from: Hex,
  call: { readonly to?: Hex; readonly data: Hex; readonly value?: bigint },
): Promise<{ readonly contractAddress: Hex | null }> {
  const hash = await rpc.call<Hex>('eth_sendTransaction', [
    {
      from,
      ...(call.to === undefined ? {} : { to: call.to }),
      data: call.data,
      value: hex(call.value ?? 0n),
      gas: hex(GAS),
    },
  ]);
  for (let tries = 0; tries < RECEIPT_TRIES; tries += 1) {
    const receipt = await rpc.call<Receipt | null>('eth_getTransactionReceipt', [hash]);
    if (receipt?.status === '0x1') return receipt;
    if (receipt !== null) throw new Error(`transaction ${hash} reverted`);
    await delay(5);
  }
  throw new Error(`transaction ${hash} was not mined at once`);
}

interface Receipt {
  readonly status: Hex;
  readonly contractAddress: Hex | null;
}

/** The node must mine for each transaction. `liquidity` is a part of the usual. Takes about a second. */
export async function deploy(rpc: Rpc, prices: Prices, liquidity = 1): Promise<Deployment> {
  const provider = await providerOf(rpc);
  await rpc.call('anvil_setBalance', [provider, hex(MANY)]);

  const create = async (code: Hex, abi: Abi, args: readonly unknown[]): Promise<Hex> => {
    const data = encodeDeployData({ abi, bytecode: code, args });
    const { contractAddress } = await transact(rpc, provider, { data });
    if (contractAddress === null) throw new Error('a deployment gave no address');
    return getAddress(contractAddress);
  };
  const published = (name: ContractName, signature: string, args: readonly unknown[]) =>
    create(bytecodeOf(name), parseAbi([signature]), args);

  const token = async (symbol: string, decimals: number, strict: boolean): Promise<Token> => ({
    symbol,
    decimals,
    address: await create(tokenBytecode, tokenAbi, [symbol, decimals, strict]),
  });
  const USDT = await token('USDT', 6, true);
  const WBTC = await token('WBTC', 8, false);
  const weth = await published('WETH9', 'constructor()', []);
  const WETH: Token = { symbol: 'WETH', decimals: 18, address: weth };

  const factoryV2 = await published('UniswapV2Factory', 'constructor(address feeToSetter)', [
    provider,
  ]);
  const factoryV3 = await published('UniswapV3Factory', 'constructor()', []);
  const zero: Hex = `0x${'0'.repeat(40)}`;
  const positionManager = await published(
    'NonfungiblePositionManager',
    'constructor(address factory, address weth, address descriptor)',
    [factoryV3, weth, zero],
  );
  const routerV2 = await published(
    'UniswapV2Router02',
    'constructor(address factory, address weth)',
    [factoryV2, weth],
  );
  const router = await published(
    'SwapRouter02',
    'constructor(address factoryV2, address factoryV3, address positionManager, address weth)',
    [factoryV2, factoryV3, positionManager, weth],
  );
  const quoter = await published('QuoterV2', 'constructor(address factory, address weth)', [
    factoryV3,
    weth,
  ]);
  const tickLens = await published('TickLens', 'constructor()', []);

  await fund(rpc, provider, { WETH, WBTC, USDT }, 10n ** 6n);
  for (const { address } of [WETH, WBTC, USDT]) {
    for (const spender of [routerV2, positionManager]) {
      const data = encodeFunctionData({
        abi: tokenAbi,
        functionName: 'approve',
        args: [spender, 2n ** 256n - 1n],
      });
      await transact(rpc, provider, { to: address, data });
    }
  }

  const means: Means = {
    rpc,
    provider,
    factoryV2,
    factoryV3,
    positionManager,
    routerV2,
    liquidity,
  };
  const eth = priceOf(prices, 'ETHUSDT');
  const btc = priceOf(prices, 'BTCUSDT');
  const pools: Pool[] = [
    await addV2(means, WETH, USDT, eth),
    await addV3(means, WETH, USDT, { feePips: 500, tickSpacing: 10, price: eth }),
    await addV3(means, WETH, USDT, { feePips: 3000, tickSpacing: 60, price: eth }),
    await addV2(means, WBTC, USDT, btc),
    await addV3(means, WBTC, USDT, { feePips: 500, tickSpacing: 10, price: btc }),
    await addV3(means, WBTC, USDT, { feePips: 3000, tickSpacing: 60, price: btc }),
  ];
  const chainId = Number(await rpc.call<Hex>('eth_chainId'));
  return {
    chainId,
    factoryV2,
    factoryV3,
    positionManager,
    router,
    routerV2,
    quoter,
    tickLens,
    tokens: { WETH, WBTC, USDT },
    pools,
  };
}

/** So many whole units of each token, and as much in the chain's own coin. */
export async function fund(
  rpc: Rpc,
  account: Hex,
  tokens: Deployment['tokens'],
  units: bigint,
): Promise<void> {
  const provider = await providerOf(rpc);
  const { WETH, WBTC, USDT } = tokens;
  if (account !== provider) await rpc.call('anvil_setBalance', [account, hex(units * 10n ** 18n)]);
  const wrapped = units * 10n ** 18n;
  const deposit = encodeFunctionData({ abi: tokenAbi, functionName: 'deposit' });
  await transact(rpc, provider, { to: WETH.address, data: deposit, value: wrapped });
  if (account !== provider) {
    const args = [account, wrapped] as const;
    const data = encodeFunctionData({ abi: tokenAbi, functionName: 'transfer', args });
    await transact(rpc, provider, { to: WETH.address, data });
  }
  // A dollar is worth less than a coin: a thousand of them for each.
  for (const [token, value] of [
    [WBTC, units * 10n ** 8n],
    [USDT, units * 1_000n * 10n ** 6n],
  ] as const) {
    const args = [account, value] as const;
    const data = encodeFunctionData({ abi: tokenAbi, functionName: 'mint', args });
    await transact(rpc, provider, { to: token.address, data });
  }
}

/** Whether it holds anything of one of them. */
export async function hasFunds(
  rpc: Rpc,
  account: Hex,
  tokens: Deployment['tokens'],
): Promise<boolean> {
  const args = [account] as const;
  const data = encodeFunctionData({ abi: tokenAbi, functionName: 'balanceOf', args });
  for (const { address } of Object.values(tokens)) {
    const held = await rpc.call<Hex>('eth_call', [{ to: address, data }, 'latest']);
    if (BigInt(held) > 0n) return true;
  }
  return false;
}

/** One more pool, of tokens that the provider has and has approved for; the node must mine for each transaction. */
export async function addPool(
  rpc: Rpc,
  deployment: Deployment,
  of: {
    readonly base: Token;
    readonly quote: Token;
    /** Null: a v2 pool. */
    readonly v3: { readonly feePips: number; readonly tickSpacing: number } | null;
    readonly price: number;
    readonly liquidity: number;
  },
): Promise<Pool> {
  const means = { ...deployment, rpc, provider: await providerOf(rpc), liquidity: of.liquidity };
  const { base, quote, price, v3 } = of;
  return v3 === null
    ? addV2(means, base, quote, price)
    : addV3(means, base, quote, { ...v3, price });
}

/** Liquidity between two ticks of a v3 pool, as much as a quote value gives at most. */
export async function provideBetween(
  rpc: Rpc,
  deployment: Deployment,
  pool: Pool,
  range: {
    readonly tickLower: number;
    readonly tickUpper: number;
    readonly price: number;
    readonly quoteValue: number;
  },
): Promise<void> {
  const means = { ...deployment, rpc, provider: await providerOf(rpc), liquidity: 1 };
  await provide(means, pool, range);
}

/** The account that deploys and provides. */
export async function providerOf(rpc: Rpc): Promise<Hex> {
  const provider = (await rpc.call<readonly Hex[]>('eth_accounts'))[PROVIDER];
  if (provider === undefined) throw new Error('the node has no accounts of its own');
  return provider;
}

interface Means {
  readonly rpc: Rpc;
  readonly provider: Hex;
  readonly factoryV2: Hex;
  readonly factoryV3: Hex;
  readonly positionManager: Hex;
  readonly routerV2: Hex;
  readonly liquidity: number;
}

async function addV2(means: Means, base: Token, quote: Token, price: number): Promise<Pool> {
  const { rpc, provider, routerV2, factoryV2, liquidity } = means;
  const value = V2_VALUE * liquidity;
  const data = encodeFunctionData({
    abi: v2Abi,
    functionName: 'addLiquidity',
    args: [
      base.address,
      quote.address,
      units(value / price, base.decimals),
      units(value, quote.decimals),
      0n,
      0n,
      provider,
      FAR_DEADLINE,
    ],
  });
  await transact(rpc, provider, { to: routerV2, data });
  const question = encodeFunctionData({
    abi: v2Abi,
    functionName: 'getPair',
    args: [base.address, quote.address],
  });
  const address = await addressAt(rpc, factoryV2, question);
  return poolOf('v2', address, { base, quote, feePips: 3000, tickSpacing: 0 });
}

async function addV3(
  means: Means,
  base: Token,
  quote: Token,
  of: { readonly feePips: number; readonly tickSpacing: number; readonly price: number },
): Promise<Pool> {
  const { rpc, provider, positionManager, factoryV3 } = means;
  const { feePips, tickSpacing, price } = of;
  const baseIsToken0 = isBelow(base, quote);
  const [token0, token1] = baseIsToken0 ? [base, quote] : [quote, base];
  const data = encodeFunctionData({
    abi: v3Abi,
    functionName: 'createAndInitializePoolIfNecessary',
    args: [
      token0.address,
      token1.address,
      feePips,
      sqrtPriceX96(rawPrice(price, base, quote, baseIsToken0)),
    ],
  });
  await transact(rpc, provider, { to: positionManager, data });
  for (const { factor, quoteValue } of POSITIONS) {
    const ends = [price / factor, price * factor]
      .map((end) => tickNear(rawPrice(end, base, quote, baseIsToken0), tickSpacing))
      .sort((a, b) => a - b);
    const [tickLower = 0, tickUpper = 0] = ends;
    await provide(
      means,
      { base, quote, baseIsToken0, feePips },
      { tickLower, tickUpper, price, quoteValue },
    );
  }
  const question = encodeFunctionData({
    abi: v3Abi,
    functionName: 'getPool',
    args: [token0.address, token1.address, feePips],
  });
  const address = await addressAt(rpc, factoryV3, question);
  return poolOf('v3', address, { base, quote, feePips, tickSpacing });
}

async function provide(
  { rpc, provider, positionManager, liquidity }: Means,
  pool: Pick<Pool, 'base' | 'quote' | 'baseIsToken0' | 'feePips'>,
  range: Parameters<typeof provideBetween>[3],
): Promise<void> {
  const { base, quote, baseIsToken0, feePips } = pool;
  const { tickLower, tickUpper, price, quoteValue } = range;
  const [token0, token1] = baseIsToken0 ? [base, quote] : [quote, base];
  const value = quoteValue * liquidity;
  const amountBase = units(value / price, base.decimals);
  const amountQuote = units(value, quote.decimals);
  const data = encodeFunctionData({
    abi: v3Abi,
    functionName: 'mint',
    args: [
      {
        token0: token0.address,
        token1: token1.address,
        fee: feePips,
        tickLower,
        tickUpper,
        amount0Desired: baseIsToken0 ? amountBase : amountQuote,
        amount1Desired: baseIsToken0 ? amountQuote : amountBase,
        amount0Min: 0n,
        amount1Min: 0n,
        recipient: provider,
        deadline: FAR_DEADLINE,
      },
    ],
  });
  await transact(rpc, provider, { to: positionManager, data });
}

function poolOf(
  kind: Pool['kind'],
  address: Hex,
  of: Pick<Pool, 'base' | 'quote' | 'feePips' | 'tickSpacing'>,
): Pool {
  const { base, quote, feePips } = of;
  const name = `${base.symbol}/${quote.symbol}-${kind}${kind === 'v3' ? `-${feePips}` : ''}`;
  return { name, kind, address, ...of, baseIsToken0: isBelow(base, quote) };
}

async function addressAt(rpc: Rpc, to: Hex, data: Hex): Promise<Hex> {
  const word = await rpc.call<Hex>('eth_call', [{ to, data }, 'latest']);
  return getAddress(`0x${word.slice(-40)}`);
}

/** Addresses are ordered as numbers. */
function isBelow(a: Token, b: Token): boolean {
  return BigInt(a.address) < BigInt(b.address);
}

/** Price of token0 in token1, in their smallest units. */
export function rawPrice(price: number, base: Token, quote: Token, baseIsToken0: boolean): number {
  const raw = (price * 10 ** quote.decimals) / 10 ** base.decimals;
  return baseIsToken0 ? raw : 1 / raw;
}

/** As exact as a number can be: the sandbox only sets where a market begins. */
export function sqrtPriceX96(raw: number): bigint {
  return BigInt(Math.floor(Math.sqrt(raw) * 2 ** 48)) << 48n;
}

function tickNear(raw: number, spacing: number): number {
  return Math.round(Math.log(raw) / Math.log(1.0001) / spacing) * spacing;
}

/** A number of whole units in a token's smallest ones. */
export function units(amount: number, decimals: number): bigint {
  return (BigInt(Math.round(amount * 1e6)) * 10n ** BigInt(decimals)) / 1_000_000n;
}

function priceOf(prices: Prices, symbol: string): number {
  const price = prices[symbol];
  if (price === undefined) throw new Error(`no price to begin with for ${symbol}`);
  return price;
}
