// Our engine as an acceptor in a process of its own, with its sessions' stores in memory.
// Run: node dist/test/bench/fix/acceptor.js [SESSIONS [queue|reject LIMIT]], the last throttled so; it prints its port; "quit" ends it, "memory" prints bytes.

import { createInterface } from 'node:readline';
import { memoryGate, memoryStore, type Throttle } from '../../../gateway/fix/index.ts';
import { type AnsweredSession, answerOrders } from './answering.ts';

/** What one session's store keeps for resends. */
const KEPT_MESSAGES = 1_000;
const [, , count = '1', above, limit] = process.argv;
const sessions = Number(count);

function throttleOf(): Throttle | null {
  if (above !== 'queue' && above !== 'reject') return null;
  return { messagesPerSecond: Number(limit), ordersPerSecond: null, above };
}

function sessionOf(at: number): AnsweredSession {
  const store = memoryStore(KEPT_MESSAGES);
  return {
    senderCompID: 'CAUSEWAY',
    targetCompID: at === 0 ? 'ACME' : `ACME${at}`,
    store,
    gate: memoryGate(store),
    throttle: at > 0 && at === sessions - 1 ? throttleOf() : null,
  };
}

const { port, answered } = await answerOrders(
  Array.from({ length: sessions }, (_, at) => sessionOf(at)),
);
console.log(port);
createInterface({ input: process.stdin }).on('line', (line) => {
  if (line === 'quit') process.exit(0);
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  console.log(`${rss} ${heapUsed + external} ${answered()}`);
});
