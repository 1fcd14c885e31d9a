// What the account has, told as the desk's venues tell their balances; and a word where its coin pays for no swap.

import type { Turn } from '../connection/index.ts';
import { asQty, formatDecimal } from '../../spec/units/index.ts';
import { type AssetBalance, gasAsset } from '../../spec/venues/index.ts';
import type { UniswapOrdersConfig } from './config.ts';
import { mostGasOf } from './gas.ts';
import { fromTokenAmount } from './prices.ts';
import type { Round } from './round.ts';

/** Mutable: one for each account. */
export class Balances {
  readonly #config: UniswapOrdersConfig;
  readonly #turn: Turn;
  #told = '';
  #isShort = false;

  constructor(config: UniswapOrdersConfig, turn: Turn) {
    this.#config = config;
    this.#turn = turn;
  }

  /** As of one head; nothing where nothing has changed since. */
  looked(round: Round): void {
    const { venueID, coin } = this.#config;
    const balances: AssetBalance[] = [{ asset: gasAsset(coin), total: asQty(round.coin) }];
    const tokens = this.#config.pools.flatMap(({ base, quote }) => [base, quote]);
    for (const { asset, address, decimals } of tokens) {
      const held = round.balances.get(address);
      if (held === undefined || balances.some((one) => one.asset === asset)) continue;
      balances.push({ asset, total: asQty(fromTokenAmount(held, decimals)) });
    }
    this.#warn(round);
    const said = balances.map(({ asset, total }) => `${asset} ${total}`).join();
    if (said === this.#told) return;
    this.#told = said;
    this.#turn.notice({ type: 'BalancesFound', venueID, isWhole: true, balances });
  }

  #warn({ coin, head }: Round): void {
    const needed = mostGasOf(this.#config, head.baseFeePerGas);
    const isShort = coin < needed;
    if (isShort && !this.#isShort) {
      const held = formatDecimal(coin);
      const mayCost = formatDecimal(needed);
      const sentence = 'the account has too little coin for the gas of one swap';
      this.#turn.remark('error', sentence, { coin: this.#config.coin, held, mayCost });
    }
    this.#isShort = isShort;
  }
}
