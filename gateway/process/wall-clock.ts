// UTC as wall anchor plus monotonic time: what a desk's clock does when the machine's is set, or was set back between
// two processes.

import type { Clock, EpochNs, MonotonicNs } from '../../spec/ports/index.ts';

const NS_PER_MS = 1_000_000n;
/** A clock that was set by more than this is followed; smaller differences are left to monotonic time. */
const RESYNC_NS = 500n * NS_PER_MS;
const RESYNC_EVERY_NS = 1_000n * NS_PER_MS;
/** Set back, time goes on by a tenth slower: a heartbeat is then still within the fifth that peers allow. */
const SLEW = 10n;
/**
 * How far behind the journal's last record a start goes on from that record. Counterparties allow SendingTime(52) two
 * minutes either way: a wall that is wrong by more lets no client in, and so makes no stale order look young.
 */
export const GOES_ON_NS = 120_000n * NS_PER_MS;

/** What a machine says of the time, in nanoseconds. */
export interface MachineTime {
  wall(): bigint;
  monotonic(): bigint;
}

/** How a clock that goes on from the last record's time stands to the machine's. */
export type GoingOn =
  | { readonly type: 'Ahead' }
  /** Time goes on from the record's, slower, until it fits. */
  | { readonly type: 'Held'; readonly behindNs: bigint }
  /** Too far: the machine is believed. */
  | { readonly type: 'Behind'; readonly behindNs: bigint };

export interface WallClock extends Clock {
  /** Before anything is recorded: `time` is the last that an earlier process has recorded. */
  goOnFrom(time: EpochNs): GoingOn;
}

export interface WallClockOptions {
  /** Wall less monotonic time of another clock of this machine, which this one is to agree with. */
  readonly anchor?: bigint;
  /** Hears of each step of the machine's clock, in milliseconds. */
  stepped?(byMs: number): void;
}

/**
 * When the machine's clock is set forward the anchor follows at once, since orders must not look younger than they are.
 * When it is set back, time neither follows nor stands still, or every time-out and heartbeat would: it goes on, slower,
 * until the wall has caught up.
 */
export function wallClock(machine: MachineTime, options: WallClockOptions = {}): WallClock {
  const { stepped = () => undefined } = options;
  let checkedAt = machine.monotonic();
  const wall = machine.wall() - checkedAt;
  let anchor = options.anchor ?? wall;
  let last = 0n;
  let drift = wall - anchor;

  function follow(monotonic: bigint): void {
    const fresh = machine.wall() - monotonic;
    const drifted = fresh - anchor;
    const step = drifted - drift;
    const elapsed = monotonic - checkedAt;
    checkedAt = monotonic;
    if (drifted > RESYNC_NS) anchor = fresh;
    else if (drifted < -RESYNC_NS) anchor -= elapsed / SLEW;
    drift = fresh - anchor;
    if (step > RESYNC_NS || step < -RESYNC_NS) stepped(Number(step / NS_PER_MS));
  }

  return {
    now() {
      const monotonic = machine.monotonic();
      if (monotonic - checkedAt > RESYNC_EVERY_NS) follow(monotonic);
      const now = anchor + monotonic;
      last = now > last ? now : last;
      return last as EpochNs;
    },
    monotonic: () => machine.monotonic() as MonotonicNs,
    goOnFrom(time) {
      const monotonic = machine.monotonic();
      const behindNs = time - (anchor + monotonic);
      if (behindNs <= 0n) return { type: 'Ahead' };
      if (behindNs > GOES_ON_NS) return { type: 'Behind', behindNs };
      anchor = time - monotonic;
      drift -= behindNs;
      return { type: 'Held', behindNs };
    },
  };
}

/** For a thread whose clock is to agree with this one. */
export function anchorOf(clock: Clock): bigint {
  return clock.now() - clock.monotonic();
}
