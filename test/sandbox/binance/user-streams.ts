// User data streams: what happens to an account's orders and balances, to everyone who subscribed.
// Source: user-data-stream.md; events travel inside WS API connections, one subscription id each.

import type { ExchangeListener } from '../exchange/exchange.ts';
import type { Faults } from '../exchange/faults.ts';
import { type Subscriber, createSubscribers } from '../exchange/subscribers.ts';
import type { Account } from '../exchange/terms.ts';
import { accountPositionJson, balanceUpdateJson, executionReportJson } from './frames.ts';

/** An event is given to the socket as it is. */
export type Subscription = Subscriber<string>;

export interface UserStreams {
  readonly listener: Pick<ExchangeListener, 'executed' | 'balancesChanged' | 'credited'>;
  subscribe(subscription: Subscription): void;
  unsubscribe(subscription: Subscription): void;
}

export function createUserStreams(now: () => number, faults: Faults): UserStreams {
  const subscribers = createSubscribers<string>();
  const tell = (
    account: Account,
    about: { readonly symbol?: string; readonly event: string },
    write: () => string,
  ): void => {
    if (!subscribers.hears(account)) return;
    if (faults.any() && faults.take('swallowEvent', about) !== null) return;
    const event = write();
    subscribers.push(account, event);
    if (faults.any() && faults.take('duplicateEvent', about) !== null) {
      subscribers.push(account, event);
    }
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
    subscribe: (subscription) => subscribers.subscribe(subscription),
    unsubscribe: (subscription) => subscribers.unsubscribe(subscription),
  };
}
