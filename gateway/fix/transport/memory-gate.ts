// A gate that holds nothing back: the memory store has each change at once.

import type { KeepingStore } from '../store.ts';
import type { DurabilityGate } from './driver.ts';

/** For a client and for tests: nothing survives the process, so nothing is waited for. */
export function memoryGate(store: KeepingStore): DurabilityGate {
  return {
    changesWaiting(session) {
      const change = session.takeChanges();
      if (change === null) return;
      store.apply(change);
      session.release(change.ticket);
    },
  };
}
