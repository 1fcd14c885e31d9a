// Who hears of an account's orders: events leave after the answer to the request that caused them.

import type { Account } from './terms.ts';

export interface Subscriber<Event> {
  readonly account: Account;
  send(event: Event): void;
}

export interface Subscribers<Event> {
  subscribe(one: Subscriber<Event>): void;
  unsubscribe(one: Subscriber<Event>): void;
  hears(account: Account): boolean;
  /** Sent in a microtask of its own, in order. */
  push(account: Account, event: Event): void;
}

export function createSubscribers<Event>(): Subscribers<Event> {
  const byAccount = new Map<Account, Set<Subscriber<Event>>>();
  let queue: { readonly to: Set<Subscriber<Event>>; readonly event: Event }[] = [];
  const flush = (): void => {
    const events = queue;
    queue = [];
    for (const { to, event } of events) for (const subscriber of to) subscriber.send(event);
  };
  return {
    subscribe: (one) => {
      const found = byAccount.get(one.account);
      if (found === undefined) byAccount.set(one.account, new Set([one]));
      else found.add(one);
    },
    unsubscribe: (one) => void byAccount.get(one.account)?.delete(one),
    hears: (account) => (byAccount.get(account)?.size ?? 0) > 0,
    push: (account, event) => {
      const to = byAccount.get(account);
      if (to === undefined) return;
      if (queue.length === 0) queueMicrotask(flush);
      queue.push({ to, event });
    },
  };
}
