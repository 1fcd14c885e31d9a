// The `balances` channel: all of the account's assets once, then each as it moves.
//
// Source: Kraken API Center, websocket-v2/balances, mirrored 2026-08.

import {
  type Json,
  type JsonObject,
  isArray,
  isObject,
  qtyOf,
  textOf,
  wholeIDOf,
} from '../connection/index.ts';
import type { AssetBalance } from '../../spec/venues/index.ts';

export interface BalancesTold {
  readonly type: 'BalancesTold';
  readonly isSnapshot: boolean;
  /** Grows by one with each message of the line. */
  readonly sequence: number;
  readonly balances: readonly AssetBalance[];
}

/** Orders are paid out of this wallet alone. */
const WALLET = { type: 'spot', id: 'main' } as const;

/** Null: something of it cannot be read. */
export function readBalances(json: JsonObject): BalancesTold | null {
  const sequence = Number(wholeIDOf(json, 'sequence') ?? -1);
  const { data } = json;
  if (!Number.isSafeInteger(sequence) || sequence < 0 || !isArray(data)) return null;
  const isSnapshot = json['type'] === 'snapshot';
  const balances: AssetBalance[] = [];
  for (const item of data) {
    const asset = isObject(item) ? textOf(item, 'asset') : null;
    if (!isObject(item) || asset === null) return null;
    const wallet = isSnapshot ? spotWallet(item['wallets']) : moved(item);
    if (wallet === null) continue; // Of another wallet.
    const total = qtyOf(wallet, 'balance');
    if (total === null) return null;
    balances.push({ asset, total });
  }
  return { type: 'BalancesTold', isSnapshot, sequence, balances };
}

function spotWallet(wallets: Json | undefined): JsonObject | null {
  for (const wallet of isArray(wallets) ? wallets : []) {
    if (isObject(wallet) && wallet['type'] === WALLET.type && wallet['id'] === WALLET.id) {
      return wallet;
    }
  }
  return null;
}

function moved(item: JsonObject): JsonObject | null {
  const isSpot = item['wallet_type'] === WALLET.type && item['wallet_id'] === WALLET.id;
  return isSpot ? item : null;
}
