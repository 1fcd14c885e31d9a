// User data streams: what happens to an account's orders and balances, to everyone who subscribed.
// Source: user-data-stream.md; events travel inside WS API connections, one subscription id each.

import type { ExchangeListener } from './exchange.ts';
import type { Faults } from './faults.ts';
import { accountPositionJson, balanceUpdateJson, executionReportJson } from './frames.ts';
import type { Account } from './terms.ts';

export interface Subscription {
  readonly account: Account;
  /** Given to the socket as it is. */
  send(event: string): void;
}

export interface UserStreams {
  readonly listener: Pick<ExchangeListener, 'executed' | 'balancesChanged' | 'credited'>;
  subscribe(subscription: Subscription): void;
  unsubscribe(subscription: Subscription): void;
}

export function createUserStreams(now: () => number, faults: Faults): UserStreams {
  const subscriptions = new Map<Account, Set<Subscription>>();
  let queue: { readonly to: Set<Subscription>; readonly event: string }[] = [];

  const flush = (): void => {
    const events = queue;
    queue = [];
    for (const { to, event } of events) for (const subscription of to) subscription.send(event);
  };
  // Events leave after the answer to the request that caused them: in a microtask of its own.
  const push = (to: Set<Subscription>, event: string): void => {
    if (queue.length === 0) queueMicrotask(flush);
    queue.push({ to, event });
  };
  const tell = (
    account: Account,
    about: { readonly symbol?: string; readonly event: string },
    write: () => string,
  ): void => {
    const to = subscriptions.get(account);
    if (to === undefined || to.size === 0) return;
    if (faults.any() && faults.take('swallowEvent', about) !== null) return;
    const event = write();
    push(to, event);
    if (faults.any() && faults.take('duplicateEvent', about) !== null) push(to, event);
  };

  return {
    listener: {
      executed: (execution) =>
        tell(
          execution.order.account,
          { symbol: execution.order.symbol, event: execution.type },
          () => executionReportJson(execution, now()),
        ),
      balancesChanged: (account, assets) =>
        tell(account, { event: 'outboundAccountPosition' }, () =>
          accountPositionJson(account, assets, now()),
        ),
      credited: (account, asset, delta) => {
        tell(account, { event: 'balanceUpdate' }, () => balanceUpdateJson(asset, delta, now()));
        tell(account, { event: 'outboundAccountPosition' }, () =>
          accountPositionJson(account, [asset], now()),
        );
      },
    },
    subscribe: (subscription) => {
      const found = subscriptions.get(subscription.account);
      if (found === undefined) subscriptions.set(subscription.account, new Set([subscription]));
      else found.add(subscription);
    },
    unsubscribe: (subscription) =>
      void subscriptions.get(subscription.account)?.delete(subscription),
  };
}
