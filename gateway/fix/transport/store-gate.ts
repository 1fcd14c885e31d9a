// A gate over a store that keeps sessions itself: what one turn of the event loop brings is one commit.

import type { KeepingStore } from '../store.ts';
import type { DurabilityGate, SessionDriver } from './driver.ts';

export interface StoreGateParts {
  readonly store: KeepingStore;
  /** Runs it when all that is waiting now has had its turn. */
  soon(run: () => void): void;
}

/** One gate for all sessions of a store: their changes go to disk together, and leave when they are there. */
export function storeGate({ store, soon }: StoreGateParts): DurabilityGate {
  let waiting = new Set<SessionDriver>();

  function commit(): void {
    const sessions = [...waiting];
    waiting = new Set();
    const changes = sessions.map((session) => session.takeChanges());
    store.apply(...changes.filter((change) => change !== null));
    for (const [at, session] of sessions.entries()) {
      const change = changes[at] ?? null;
      if (change !== null) session.release(change.ticket);
    }
  }

  return {
    changesWaiting(session) {
      if (waiting.size === 0) soon(commit);
      waiting.add(session);
    },
  };
}
