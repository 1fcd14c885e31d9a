// Accounts: their balances, their open orders, their counts.

import type { Account, Balance } from './terms.ts';

export function balanceOf(account: Account, asset: string): Balance {
  const found = account.balances.get(asset);
  if (found !== undefined) return found;
  const balance: Balance = { free: 0n, locked: 0n };
  account.balances.set(asset, balance);
  return balance;
}

export function openOn(account: Account, symbol: string): number {
  let count = 0;
  for (const order of account.open.values()) if (order.symbol === symbol) count += 1;
  return count;
}

// The first fill of an order gives its unfilled-order count back (faqs/order_count_decrement.md).
export function giveBackCount(account: Account): void {
  for (const count of account.orderCounts) if (count.count > 0) count.count -= 1;
}
