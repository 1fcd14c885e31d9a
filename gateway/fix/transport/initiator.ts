// The client's side: connects, logs on, and comes back after a while when the connection ends.

import type { Log, Network, TimerHandle, Timers } from '../../../spec/ports/index.ts';
import type { SessionDriver } from './driver.ts';
import { tickBehindReading } from './ticking.ts';

export interface InitiatorParts {
  readonly network: Network;
  readonly timers: Timers;
  /** As in `DriverParts`: a session looks at the clock behind what has arrived. */
  readonly soon?: (run: () => void) => void;
  readonly log: Log;
  readonly address: { readonly host: string; readonly port: number };
  readonly session: SessionDriver;
  readonly limits?: InitiatorLimits;
}

export interface InitiatorLimits {
  readonly tickMs: number;
  /** Wait before the next try; doubled by each failed one, up to the bound. */
  readonly reconnectMs: number;
  readonly maxReconnectMs: number;
}

export const defaultInitiatorLimits: InitiatorLimits = {
  tickMs: 250,
  reconnectMs: 1000,
  maxReconnectMs: 60_000,
};

export interface Initiator {
  /** Logs off, and does not come back. */
  close(text: string): void;
}

export function initiate(parts: InitiatorParts): Initiator {
  const { network, timers, log, address, session } = parts;
  const limits = parts.limits ?? defaultInitiatorLimits;
  let waitMs = limits.reconnectMs;
  let retry: TimerHandle | null = null;
  let isClosed = false;

  const connect = () => {
    retry = null;
    if (!session.isOpen) {
      retry = timers.after(limits.reconnectMs, connect);
      return;
    }
    network.connect(
      address,
      (transport) => {
        session.open(transport);
        return {
          received: (bytes) => {
            session.receive(bytes);
            if (session.state.phase === 'LoggedOn') waitMs = limits.reconnectMs;
          },
          drained: () => session.drained(),
          closed: (cause) => {
            session.closed(cause);
            again(cause);
          },
        };
      },
      again,
    );
  };
  const again = (cause: string) => {
    if (isClosed) return ticking.cancel();
    log.info({ sessionID: session.sessionID, cause, waitMs }, 'connects again after a while');
    retry = timers.after(waitMs, connect);
    waitMs = Math.min(waitMs * 2, limits.maxReconnectMs);
  };
  const ticking = tickBehindReading(parts, limits.tickMs, {
    due: () => session.tickIsDue(),
    tick: () => session.tick(),
  });
  connect();
  return {
    close(text) {
      isClosed = true;
      retry?.cancel();
      if (session.isConnected) session.logout(text);
      else ticking.cancel();
    },
  };
}
