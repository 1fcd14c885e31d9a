// A process for the crash test: appends without end and says which sequences it was told are durable.
import { writeSync } from 'node:fs';
import { openJournal } from '../../../../gateway/journal/index.ts';
import { batchOf, bytesOf, optionsFor } from './support.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: append-forever <folder>');

const journal = await openJournal(optionsFor(folder));
journal.onFatal((fatal) => {
  writeSync(2, `${fatal.text}\n`);
  process.exit(70);
});
journal.onDurable((sequence) => writeSync(1, `${sequence}\n`));
for (;;) {
  for (let batch = 0; batch < 20; batch += 1) {
    const sequence = journal.nextSequence;
    const value = bytesOf(`${sequence}`);
    const puts = [{ table: 'orders', key: bytesOf('last'), value }];
    journal.append(batchOf(journal, [`event ${sequence}`, 'its second record'], puts));
  }
  // 8,000 records a second: commits overlap with appends, and the folder stays small.
  await new Promise((resolve) => setTimeout(resolve, 5));
}
