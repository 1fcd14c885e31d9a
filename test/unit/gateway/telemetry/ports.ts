// Ports and a status for telemetry's tests.

import type { Clock, MonotonicNs, Timers } from '../../../../spec/ports/index.ts';
import { epochNs } from '../../../../spec/units/index.ts';
import {
  createTelemetry,
  type DeskStatus,
  type Telemetry,
} from '../../../../gateway/telemetry/index.ts';

export interface ManualPorts {
  readonly clock: Clock;
  readonly timers: Timers;
  /** Moves the clock, then fires every periodic timer once. */
  advance(ms: number): void;
}

export function manualPorts(): ManualPorts {
  let elapsedNs = 0n;
  const periodic = new Set<() => void>();
  return {
    clock: {
      now: () => epochNs(1_795_000_000_000_000_000n + elapsedNs),
      monotonic: () => elapsedNs as MonotonicNs,
    },
    timers: {
      after: () => ({ cancel: () => undefined }),
      every: (_periodMs, fire) => {
        periodic.add(fire);
        return { cancel: () => void periodic.delete(fire) };
      },
    },
    advance: (ms) => {
      elapsedNs += BigInt(ms) * 1_000_000n;
      for (const fire of periodic) fire();
    },
  };
}

export const running: DeskStatus = {
  desk: 'Running',
  closedFor: null,
  journal: {
    lagMs: 2,
    queuedRecords: 3,
    firstSequence: 41,
    logBytes: 4_096,
    trimmedRecords: 40,
    archivedRecords: 40,
    removedValues: 7,
    retentionFailures: 0,
    isDamaged: false,
  },
  venues: [
    {
      venueID: 'binance',
      state: 'Ready',
      credentialsRefused: null,
      bookAgeMs: 120,
      inDoubtOrders: 1,
      inDoubtOldestAgeMs: 4_500,
      balanceBreaks: 2,
    },
  ],
  sessions: [{ sessionID: 'ACME', state: 'LoggedOn' }],
  dropCopies: [{ sessionID: 'RISK', state: 'LoggedOut', lagMs: 61_500 }],
  kills: [],
};

export function telemetryWith(
  status: () => DeskStatus,
  ports: ManualPorts = manualPorts(),
): Telemetry {
  return createTelemetry({
    desk: 1,
    version: '0.1.0',
    log: { level: 'error', file: '/dev/null' },
    sessions: ['ACME'],
    venues: ['binance'],
    dropCopies: ['RISK'],
    clock: ports.clock,
    timers: ports.timers,
    status,
  });
}
