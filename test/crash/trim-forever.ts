// A process for the soak: appends and trims without end, as a queue does, and says how far both have come.
import { writeSync } from 'node:fs';
import { type BatchPut, openJournal } from '../../gateway/journal/index.ts';
import { optionsFor, realClock } from '../unit/gateway/journal/support.ts';

/** Records that stay. */
const KEPT = 20_000;
const SNAPSHOT_EVERY = 5_000;
const BATCHES_A_TURN = 200;

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: trim-forever <folder>');

const journal = await openJournal(optionsFor(folder));
journal.onFatal((fatal) => {
  writeSync(2, `${fatal.text}\n`);
  process.exit(70);
});
const payload = new Uint8Array(260).fill(7);
const state = new Uint8Array(50_000).fill(9);
let snapshotAt = journal.nextSequence;
let removed = Math.max(0, snapshotAt - 2 * KEPT);
for (;;) {
  for (let batch = 0; batch < BATCHES_A_TURN; batch += 1) {
    const sequence = journal.nextSequence;
    // A table that is appended to and trimmed with the log, as that of messages is.
    const puts: BatchPut[] = [{ table: 'orders', key: [sequence], value: payload }];
    for (; removed < sequence - KEPT; removed += 1) {
      puts.push({ table: 'orders', key: [removed], value: null });
    }
    const records = [{ type: 7, schemaVersion: 1, payload }];
    journal.append({ firstSequence: sequence, time: realClock.now(), records, puts });
  }
  if (journal.nextSequence - snapshotAt >= SNAPSHOT_EVERY) {
    snapshotAt = journal.nextSequence;
    await journal.writeSnapshot(snapshotAt - 1, state, new Uint8Array(32));
  }
  for (let slice = 0; slice < 4; slice += 1) {
    await journal.trim(journal.nextSequence - KEPT);
    journal.append({
      firstSequence: journal.nextSequence,
      time: realClock.now(),
      records: [{ type: 8, schemaVersion: 1, payload }],
      puts: [],
    });
  }
  await journal.flush();
  writeSync(1, `${journal.durableSequence} ${journal.firstSequence}\n`);
}
