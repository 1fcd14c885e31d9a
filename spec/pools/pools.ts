// Automated market makers as their contracts hold them: the tokens' own integers, prices as token1 per token0.

/** Uniswap v2 and its forks: reserve0 times reserve1 never falls. */
export interface V2Pool {
  readonly type: 'V2';
  readonly reserve0: bigint;
  readonly reserve1: bigint;
  /** Millionths of what is paid in: 3000 is the 0.3 % of Uniswap's own pairs. Forks have others. */
  readonly feePips: number;
}

/** An initialised tick: some position begins or ends here, though its net may be 0. Liquidity changes by net, going up. */
export type InitialisedTick = readonly [tick: number, liquidityNet: bigint];

/** Uniswap v3, and v4 without hooks and with a fixed fee: liquidity differs between ticks. */
export interface V3Pool {
  readonly type: 'V3';
  /** Root of token1 per token0, in 2^-96. */
  readonly sqrtPriceX96: bigint;
  /** slot0's own: may be one below the tick of the price. From the last event, never derived. */
  readonly tick: number;
  /** In range now. */
  readonly liquidity: bigint;
  readonly tickSpacing: number;
  /** Millionths of what is paid in. */
  readonly feePips: number;
  /** Ascending by tick, each a multiple of the spacing: gross above 0. */
  readonly ticks: readonly InitialisedTick[];
}

export type Pool = V2Pool | V3Pool;

/** One swap against one state of a pool. Amounts are the tokens' own integers. */
export interface SwapRequest {
  /** Which token is paid in; the other is received. */
  readonly tokenIn: 0 | 1;
  /** Exact in: of the token paid. Exact out: of the token received. Above 0. */
  readonly amount: bigint;
  /** v3 only: the price is not moved beyond; without it, as far as there is liquidity. */
  readonly sqrtPriceLimitX96?: bigint;
}

/** What the contract would do on this state: to the wei. */
export interface SwapQuote {
  readonly type: 'Quoted';
  /** The swapper pays this of tokenIn, fee included. */
  readonly amountIn: bigint;
  /** The swapper receives this of the other token. */
  readonly amountOut: bigint;
  /** The pool after it. */
  readonly after: Pool;
  /** Initialised ticks crossed: each costs gas. */
  readonly ticksCrossed: number;
  /** Steps of the swap's loop, ends of empty words among them: each costs gas, too. */
  readonly steps: number;
  /** False: the limit, or the end of liquidity, came before the amount was used up. */
  readonly isWhole: boolean;
}

/** There is nothing to send: the contract would revert, or nothing would change hands. */
export interface NoQuote {
  readonly type: 'NoQuote';
  readonly why: string;
}

export type SwapAnswer = SwapQuote | NoQuote;

/** One whole of a fee in pips. */
export const PIPS = 1_000_000;
