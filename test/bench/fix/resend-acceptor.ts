// Our engine over a journal, in a process of its own: one session whose history is long, and one beside it that gets a
// report of 26 fields for each order, on disk before it leaves.
// Run: node dist/test/bench/fix/resend-acceptor.js FOLDER MESSAGES; it says its port when the history is there; "quit" ends it.

import { createInterface } from 'node:readline';
import {
  SessionDirectory,
  accept,
  type DurabilityGate,
  defaultSessionSettings,
  MessageWriter,
  type SessionApplication,
  SessionDriver,
  tcpNetwork,
} from '../../../gateway/fix/index.ts';
import {
  journalDefaults,
  openJournal,
  releaseWhenDurable,
} from '../../../gateway/journal/index.ts';
import { journalStore, putsOf } from '../../../gateway/process/fix-records.ts';
import { realClock, realSoon, realTimers } from '../../../gateway/process/real-world.ts';
import { tableNames } from '../../../gateway/process/tables.ts';
import { fix44, Tag } from '../../../spec/dictionaries/index.ts';
import type { Log } from '../../../spec/ports/index.ts';
import { facts, VARIANTS, writers } from './messages.ts';
import { DESK, LONG, SHORT, writeHistory } from './resend-store.ts';

const [, , folder = '', messages] = process.argv;
const clock = realClock();
const nothing = (): void => undefined;
const complain = (fields: object, sentence: string): void =>
  console.error(sentence, JSON.stringify(fields));
const log: Log = { error: complain, warn: complain, info: nothing, debug: nothing };
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

const writer = new MessageWriter();
let answered = 0;
const application: SessionApplication = {
  deliver({ view }, session) {
    const base = facts[answered % VARIANTS] ?? facts[0];
    if (base === undefined) throw new Error('no facts');
    answered += 1;
    const clOrdID = view.string(Tag.ClOrdID) ?? '';
    const of = { ...base, clOrdID, time: clock.now(), execType: '0' } as const;
    session.send(writers.ExecutionReport(writer, of));
  },
  loggedOn: nothing,
  loggedOff: nothing,
};

function sessionOf(targetCompID: string): SessionDriver {
  const settings = {
    ...defaultSessionSettings,
    role: 'Acceptor',
    beginString: 'FIX.4.4',
    senderCompID: DESK,
    targetCompID,
  } as const;
  return new SessionDriver({
    rules: { settings, dictionary: fix44, authenticate: () => true },
    store: journalStore(journal),
    application,
    gate,
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
  sessions: new SessionDirectory([sessionOf(LONG), sessionOf(SHORT)]),
});
console.log(acceptor.port);
createInterface({ input: process.stdin }).on('line', () => process.exit(0));
