// What a desk tells about itself: log, metrics, health. No other room knows pino or prom-client.

import type { Clock, Log, Timers } from '../../spec/ports/index.ts';
import type { Address, LogConfig } from '../config/index.ts';
import { createLog } from './log.ts';
import { createMetrics, type FixMessageFact } from './metrics.ts';
import { type Actions, type Answer, serveStatus, type StatusServer } from './server.ts';
import { type DeskStatus, healthOf } from './status.ts';

export interface TelemetryOptions {
  readonly desk: number;
  /** Of the package. */
  readonly version: string;
  readonly log: LogConfig;
  /** Only these are labels; any other counts as `other`. */
  readonly sessions: readonly string[];
  readonly venues: readonly string[];
  readonly dropCopies: readonly string[];
  readonly clock: Clock;
  readonly timers: Timers;
  /** Asked at each look at health or metrics. */
  status(): DeskStatus;
}

export interface Telemetry {
  readonly log: Log;
  countFixMessage(message: FixMessageFact): void;
  /** `reason` is the check that refused, such as `maxOrderNotional`. */
  countRiskRefusal(reason: string): void;
  /** NewOrderSingle read to its first ExecutionReport written. */
  observeOrderAck(durationMs: number): void;
  observeJournalFlush(durationMs: number): void;
  /** Listens for GET /health, GET /metrics and `actions`. Rejects where the address cannot be had. */
  serve(address: Address, actions?: Actions): Promise<StatusServer>;
  /** Stops its timer and writes out the log. Servers are closed by who opened them. */
  close(): Promise<void>;
}

const LOOP_PERIOD_MS = 100;
/** Later than this: heartbeats and reports were late too, and a person should know why. */
const BLOCKED_MS = 1_000;
const NS_PER_MS = 1_000_000;

/** Throws where the log's file cannot be opened. */
export function createTelemetry(options: TelemetryOptions): Telemetry {
  const log = createLog(options.log, options.clock, { desk: options.desk });
  const metrics = createMetrics(options);
  const watch = watchEventLoop(options, (delayMs) => {
    metrics.observeEventLoopDelay(delayMs);
    if (delayMs < BLOCKED_MS) return;
    log.error(
      { delayMs: Math.round(delayMs) },
      'the event loop was blocked: nothing was heard or said',
    );
  });

  const health = (): Answer => {
    const status = options.status();
    const word = healthOf(status);
    const body = `${JSON.stringify({ status: word, ...status })}\n`;
    return { status: word === 'down' ? 503 : 200, contentType: 'application/json', body };
  };
  const metricsPage = async (): Promise<Answer> => ({
    status: 200,
    contentType: metrics.contentType,
    body: await metrics.text(options.status(), log.droppedLines()),
  });

  return {
    log,
    countFixMessage: (message) => metrics.countFixMessage(message),
    countRiskRefusal: (reason) => metrics.countRiskRefusal(reason),
    observeOrderAck: (durationMs) => metrics.observeOrderAck(durationMs),
    observeJournalFlush: (durationMs) => metrics.observeJournalFlush(durationMs),
    serve: (address, actions) =>
      serveStatus(
        address,
        new Map<string, () => Answer | Promise<Answer>>([
          ['/health', health],
          ['/metrics', metricsPage],
        ]),
        actions,
      ),
    close: () => {
      watch.cancel();
      return log.close();
    },
  };
}

function watchEventLoop(
  ports: Pick<TelemetryOptions, 'clock' | 'timers'>,
  observe: (delayMs: number) => void,
): { cancel(): void } {
  let last = ports.clock.monotonic();
  return ports.timers.every(LOOP_PERIOD_MS, () => {
    const now = ports.clock.monotonic();
    observe(Math.max(0, Number(now - last) / NS_PER_MS - LOOP_PERIOD_MS));
    last = now;
  });
}
