// The `executions` channel: each subscriber counts its own messages, so that a lost one shows.

import type { ExchangeListener } from '../exchange/exchange.ts';
import type { Faults } from '../exchange/faults.ts';
import { type Subscriber, createSubscribers } from '../exchange/subscribers.ts';
import type { Account } from '../exchange/terms.ts';
import { isOpen } from '../exchange/terms.ts';
import { type EventJson, executionEvents, orderJson, tradeJson } from './frames.ts';
import type { Ids } from './ids.ts';

export interface Executions {
  readonly listener: Pick<ExchangeListener, 'executed'>;
  /** The ids exist from here on. */
  attach(ids: Ids): void;
  subscribe(subscription: Subscriber<EventJson>): void;
  unsubscribe(subscription: Subscriber<EventJson>): void;
}

const SNAPSHOT_TRADES = 50;

export function createExecutions(faults: Faults): Executions {
  const subscribers = createSubscribers<EventJson>();
  let ids: Ids | null = null;
  const tell = (account: Account, event: EventJson): void => {
    if (faults.any() && faults.take('swallowEvent', event) !== null) return;
    subscribers.push(account, event);
    if (faults.any() && faults.take('duplicateEvent', event) !== null) {
      subscribers.push(account, event);
    }
  };
  return {
    listener: {
      executed: (execution) => {
        const { account } = execution.order;
        if (ids === null || !subscribers.hears(account)) return;
        for (const event of executionEvents(execution, ids)) tell(account, event);
      },
    },
    attach: (made) => void (ids = made),
    subscribe: (one) => subscribers.subscribe(one),
    unsubscribe: (one) => subscribers.unsubscribe(one),
  };
}

/** The data of a snapshot: what is open, and the newest trades. */
export function snapshotItems(
  account: Account,
  ids: Ids,
  wanted: { readonly orders: boolean; readonly trades: boolean },
): string[] {
  const orders = wanted.orders ? account.orders.filter(isOpen) : [];
  const trades = wanted.trades ? account.trades.slice(-SNAPSHOT_TRADES) : [];
  return [
    ...orders.map((order) => orderJson(order, ids, { execType: 'new', time: order.updateTime })),
    ...trades.map((trade) => tradeJson(trade, ids)),
  ];
}
