// How many messages each session has sent within the last second: for limits on rates. What a restart
// forgets is a second's worth.

import { MsgType } from '../../spec/dictionaries/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import type { SessionID } from '../../spec/terms/index.ts';

const WINDOW_NS = 1_000_000_000n;

export interface MessageRates {
  /** One application message, as it arrives. */
  count(sessionID: SessionID, msgType: string, at: EpochNs): void;
  /** Within the second that ends at `at`. */
  of(sessionID: SessionID, at: EpochNs): { readonly messages: number; readonly orders: number };
}

export function createMessageRates(): MessageRates {
  const messages = new Map<SessionID, Window>();
  const orders = new Map<SessionID, Window>();
  return {
    count(sessionID, msgType, at) {
      windowOf(messages, sessionID).add(at);
      const isOrder =
        msgType === MsgType.NewOrderSingle || msgType === MsgType.OrderCancelReplaceRequest;
      if (isOrder) windowOf(orders, sessionID).add(at);
    },
    of: (sessionID, at) => ({
      messages: windowOf(messages, sessionID).count(at),
      orders: windowOf(orders, sessionID).count(at),
    }),
  };
}

function windowOf(windows: Map<SessionID, Window>, sessionID: SessionID): Window {
  const found = windows.get(sessionID);
  if (found !== undefined) return found;
  const made = new Window();
  windows.set(sessionID, made);
  return made;
}

/** Times within the last second, oldest first; as many as a session can send in one. */
class Window {
  #times: EpochNs[] = [];
  #head = 0;

  add(at: EpochNs): void {
    this.#forget(at);
    this.#times.push(at);
  }

  count(at: EpochNs): number {
    this.#forget(at);
    return this.#times.length - this.#head;
  }

  #forget(at: EpochNs): void {
    while (at - (this.#times[this.#head] ?? at) >= WINDOW_NS) this.#head += 1;
    if (this.#head < 256 || this.#head * 2 < this.#times.length) return;
    this.#times = this.#times.slice(this.#head);
    this.#head = 0;
  }
}
