// Kraken's several names for one pair and one asset.

import type { SymbolRules } from '../exchange/terms.ts';

const OLDER: Readonly<Record<string, string>> = { BTC: 'XBT' };
/** The old currencies have a letter in front on REST. */
const LONG: Readonly<Record<string, string>> = { BTC: 'XXBT', ETH: 'XETH', USD: 'ZUSD' };

/** `XBT` for `BTC`. */
export function olderName(asset: string): string {
  return OLDER[asset] ?? asset;
}

/** `XXBT` for `BTC`. */
export function longName(asset: string): string {
  return LONG[asset] ?? asset;
}

/** `XBTUSDT`: what REST calls `BTC/USDT`. */
export function altName(rules: SymbolRules): string {
  return olderName(rules.baseAsset) + olderName(rules.quoteAsset);
}

/** `XBT/USDT`: what version 1 of the sockets calls it. */
export function wsName(rules: SymbolRules): string {
  return `${olderName(rules.baseAsset)}/${olderName(rules.quoteAsset)}`;
}

/** Whether a client means this pair. */
export function isNamed(rules: SymbolRules, name: string): boolean {
  return [rules.symbol, altName(rules), wsName(rules)].includes(name);
}
