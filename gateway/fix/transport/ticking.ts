// The clock of sessions, behind what has arrived.

import type { TimerHandle, Timers } from '../../../spec/ports/index.ts';

export interface TickingParts {
  readonly timers: Timers;
  /** Runs it behind what waits now, sockets too. Without it nothing waits unseen: a simulated world. */
  readonly soon?: (run: () => void) => void;
}

/**
 * Ticks so often, and each time behind what has arrived when `due` is called. When this process has stood still, its timers
 * are due before its sockets are read: a peer whose heartbeats lie there unread would be found silent, and cut. It may stand
 * still between the reading and the tick as well, so that only what is older than `due` is sure to have been read.
 */
export function tickBehindReading(
  { timers, soon }: TickingParts,
  everyMs: number,
  { due, tick }: { readonly due: () => void; readonly tick: () => void },
): TimerHandle {
  let isOver = false;
  const ticking = timers.every(everyMs, () => {
    due();
    if (soon === undefined) return tick();
    return soon(() => {
      if (!isOver) tick();
    });
  });
  return {
    cancel() {
      isOver = true;
      ticking.cancel();
    },
  };
}

/**
 * So many sessions a turn: when a thousand have a heartbeat due at one tick, their writes take some 10 ms, and what
 * arrives meanwhile would wait for all of them.
 */
const SESSIONS_A_TURN = 16;

/**
 * Ticks all, and lets what has arrived go in between. A round begins when the one before is through: of a process that
 * is too slow for its sessions no heap of rounds remains.
 */
export function inTurns<One>(
  soon: TickingParts['soon'],
  all: () => Iterable<One>,
  tick: (one: One) => void,
): () => void {
  let rest: Iterator<One> | null = null;
  const takeTurn = (round: Iterator<One>): void => {
    rest = null; // Should a tick throw, the next round is begun all the same.
    for (let taken = 0; soon === undefined || taken < SESSIONS_A_TURN; taken += 1) {
      const next = round.next();
      if (next.done === true) return;
      tick(next.value);
    }
    rest = round;
    soon(() => {
      takeTurn(round);
    });
  };
  return () => {
    if (rest === null) takeTurn(all()[Symbol.iterator]());
  };
}
