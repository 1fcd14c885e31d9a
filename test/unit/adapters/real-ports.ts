// The machine's own clock, timers and sockets, for tests against something that listens.

import {
  type ShellPorts,
  createHttpClient,
  createSockets,
} from '../../../adapters/connection/index.ts';
import type { Clock, Timers } from '../../../spec/ports/index.ts';
import { epochNs } from '../../../spec/units/index.ts';
import type { MonotonicNs } from '../../../spec/ports/index.ts';

export interface RealPorts extends ShellPorts {
  stop(): void;
}

export function realPorts(): RealPorts {
  const anchor = BigInt(Date.now()) * 1_000_000n - process.hrtime.bigint();
  const clock: Clock = {
    now: () => epochNs(anchor + process.hrtime.bigint()),
    monotonic: () => process.hrtime.bigint() as MonotonicNs,
  };
  const stops = new Set<() => void>();
  const timers: Timers = {
    after(delayMs, fire) {
      const timer = setTimeout(fire, delayMs);
      stops.add(() => clearTimeout(timer));
      return { cancel: () => clearTimeout(timer) };
    },
    every(periodMs, fire) {
      const timer = setInterval(fire, periodMs);
      stops.add(() => clearInterval(timer));
      return { cancel: () => clearInterval(timer) };
    },
  };
  const http = createHttpClient(timers);
  return {
    clock,
    timers,
    http,
    sockets: createSockets(timers),
    stop() {
      for (const stop of stops) stop();
      http.close();
    },
  };
}

/** Resolves when `holds` does; throws after `withinMs` with what `tell` says. */
export async function until(
  holds: () => boolean,
  tell: () => string,
  withinMs = 10_000,
): Promise<void> {
  const end = Date.now() + withinMs;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${tell()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
