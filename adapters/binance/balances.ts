// The account's balances: all of them as `account.status` gives them, and parts as the user stream tells.
//
// Source: binance-spot-api-docs, web-socket-api.md (account.status) and user-data-stream.md
// (outboundAccountPosition), snapshot 2026-07-21.

import {
  type Json,
  type Members,
  isArray,
  isObject,
  nameOf,
  qtyIn,
  qtyOf,
  textOf,
} from '../connection/index.ts';
import { asQty } from '../../spec/units/index.ts';
import type { AssetBalance } from '../../spec/venues/index.ts';

/** `Account information` costs as much. */
export const ACCOUNT_WEIGHT = 20;

const EVENT = {
  balances: nameOf('B'),
  asset: nameOf('a'),
  free: nameOf('f'),
  locked: nameOf('l'),
} as const;

/** Null: one of them cannot be read. */
export function readPosition(event: Members): readonly AssetBalance[] | null {
  const balances: AssetBalance[] = [];
  for (const item of event.objects(EVENT.balances)) {
    const asset = item.word(EVENT.asset);
    const free = qtyIn(item, EVENT.free);
    const locked = qtyIn(item, EVENT.locked);
    if (asset === null || free === null || locked === null) return null;
    balances.push({ asset, total: asQty(free + locked) });
  }
  return balances;
}

/** Null where the result is none of an account. */
export function readAccount(result: Json | undefined): readonly AssetBalance[] | null {
  if (!isObject(result) || !isArray(result['balances'])) return null;
  const balances: AssetBalance[] = [];
  for (const item of result['balances']) {
    if (!isObject(item)) return null;
    const asset = textOf(item, 'asset');
    const free = qtyOf(item, 'free');
    const locked = qtyOf(item, 'locked');
    if (asset === null || free === null || locked === null) return null;
    balances.push({ asset, total: asQty(free + locked) });
  }
  return balances;
}
