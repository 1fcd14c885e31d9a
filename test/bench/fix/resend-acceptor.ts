// Our engine over a journal, in a process of its own: one session whose history is long, and one beside it whose reports
// are on disk before they leave.
// Run: node dist/test/bench/fix/resend-acceptor.js FOLDER MESSAGES; it says its port when the history is there; "quit" ends it.

import { createInterface } from 'node:readline';
import type { DurabilityGate } from '../../../gateway/fix/index.ts';
import {
  journalDefaults,
  openJournal,
  releaseWhenDurable,
} from '../../../gateway/journal/index.ts';
import { journalStore, putsOf } from '../../../gateway/process/fix-records.ts';
import { realClock, realSoon, realTimers } from '../../../gateway/process/real-world.ts';
import { tableNames } from '../../../gateway/process/tables.ts';
import { answerOrders } from './answering.ts';
import { DESK, LONG, SHORT, writeHistory } from './resend-store.ts';

const [, , folder = '', messages] = process.argv;
const clock = realClock();
const journal = await openJournal({
  ...journalDefaults,
  folder,
  tables: tableNames,
  clock,
  timers: realTimers(),
  soon: realSoon,
  durability: 'os', // What is measured is the engine, not the disk.
});
const began = performance.now();
await writeHistory(journal, { messages: Number(messages), time: clock.now() });
console.error(
  `${messages} messages stored in ${((performance.now() - began) / 1000).toFixed(1)} s`,
);

const releases = releaseWhenDurable<() => void>(journal, (run) => run());
const payload = new Uint8Array(1);
/** As the gateway's: a session's change is one batch, and leaves when that is on disk. */
const gate: DurabilityGate = {
  changesWaiting(session) {
    const change = session.takeChanges();
    if (change === null) return;
    const last = journal.append({
      firstSequence: journal.nextSequence,
      time: clock.now(),
      records: [{ type: 7, schemaVersion: 1, payload }],
      puts: putsOf(change),
    });
    releases.hold(last, () => session.release(change.ticket));
  },
};

const { port } = await answerOrders(
  [LONG, SHORT].map((targetCompID) => ({
    senderCompID: DESK,
    targetCompID,
    store: journalStore(journal),
    gate,
    throttle: null,
  })),
);
console.log(port);
createInterface({ input: process.stdin }).on('line', () => process.exit(0));
