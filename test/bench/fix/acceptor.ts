// Our engine as an acceptor in a process of its own, without business: each NewOrderSingle gets one ExecutionReport of
// 26 fields. Store in memory, validation on.
// Run: node dist/test/bench/fix/acceptor.js [SESSIONS [queue|reject LIMIT]], the last throttled so; it prints its port; "quit" ends it, "memory" prints bytes.

import { createInterface } from 'node:readline';
import {
  SessionDirectory,
  accept,
  type Deliver,
  defaultAcceptorLimits,
  defaultSessionSettings,
  memoryGate,
  memoryStore,
  MessageWriter,
  type SessionApplication,
  SessionDriver,
  tcpNetwork,
  type Throttle,
} from '../../../gateway/fix/index.ts';
import { realClock, realSoon, realTimers } from '../../../gateway/process/real-world.ts';
import { fix44, Tag } from '../../../spec/dictionaries/index.ts';
import type { Log } from '../../../spec/ports/index.ts';
import { facts, VARIANTS, writers } from './messages.ts';

/** What one session's store keeps for resends. */
const KEPT_MESSAGES = 1_000;
const sessions = Number(process.argv[2] ?? 1);
const [, , , above, limit] = process.argv;
const clock = realClock();
const nothing = (): void => undefined;
const complain = (fields: object, sentence: string): void =>
  console.error(sentence, JSON.stringify(fields));
const log: Log = { error: complain, warn: complain, info: nothing, debug: nothing };
const writer = new MessageWriter();
let answered = 0;

const application: SessionApplication = {
  deliver({ view }: Deliver, session) {
    const base = facts[answered % VARIANTS] ?? facts[0];
    if (base === undefined) throw new Error('no facts');
    answered += 1;
    const clOrdID = view.string(Tag.ClOrdID) ?? '';
    // The load waits for an acknowledgement.
    const of = { ...base, clOrdID, time: clock.now(), execType: '0' } as const;
    session.send(writers.ExecutionReport(writer, of));
  },
  loggedOn: nothing,
  loggedOff: nothing,
};

function throttleOf(): Throttle | null {
  if (above !== 'queue' && above !== 'reject') return null;
  return { messagesPerSecond: Number(limit), ordersPerSecond: null, above };
}

function sessionOf(targetCompID: string, throttle: Throttle | null): SessionDriver {
  const store = memoryStore(KEPT_MESSAGES);
  return new SessionDriver({
    rules: {
      settings: {
        ...defaultSessionSettings,
        role: 'Acceptor',
        beginString: 'FIX.4.4',
        senderCompID: 'CAUSEWAY',
        targetCompID,
        throttle,
      },
      dictionary: fix44,
      authenticate: () => true,
    },
    store,
    application,
    gate: memoryGate(store),
    clock,
    log,
    soon: realSoon,
  });
}

const acceptor = await accept({
  network: tcpNetwork(),
  timers: realTimers(),
  soon: realSoon,
  log,
  address: { host: '127.0.0.1', port: 0 },
  sessions: new SessionDirectory(
    Array.from({ length: sessions }, (_, at) =>
      sessionOf(
        at === 0 ? 'ACME' : `ACME${at}`,
        at > 0 && at === sessions - 1 ? throttleOf() : null,
      ),
    ),
  ),
  limits: { ...defaultAcceptorLimits, maxConnections: sessions + 10 },
});
console.log(acceptor.port);
createInterface({ input: process.stdin }).on('line', (line) => {
  if (line === 'quit') process.exit(0);
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  console.log(`${rss} ${heapUsed + external} ${answered}`);
});
