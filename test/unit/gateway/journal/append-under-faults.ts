// A process for the fault tests: appends, sets off a fault, appends again, and prints what it was told.
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openJournal } from '../../../../gateway/journal/index.ts';
import { batchOf, optionsFor } from './support.ts';

const [folder, faults, fault] = process.argv.slice(2);
if (folder === undefined || faults === undefined || fault === undefined) {
  throw new Error('usage: append-under-faults <folder> <faults folder> <fault>');
}

/** Released and written again, where there is room again, it is another file. */
const writtenAt = (): number | null =>
  statSync(join(folder, 'reserve'), { throwIfNoEntry: false })?.mtimeMs ?? null;

const journal = await openJournal({ ...optionsFor(folder), commitBoundMs: 1_500 });
const told: number[] = [];
journal.onDurable((sequence) => told.push(sequence));
const fatal = new Promise<string>((resolve) =>
  journal.onFatal((cause) => resolve(`${cause.type}: ${cause.text}`)),
);
journal.append(batchOf(journal, ['before']));
await journal.flush();

const reserveBefore = writtenAt();
const trigger = join(faults, fault);
writeFileSync(trigger, '');
journal.append(batchOf(journal, ['during']));
const outcome = await Promise.race([fatal, journal.flush().then(() => 'written')]).catch(
  () => fatal,
);
rmSync(trigger);
// What hung goes on now: it must not be acknowledged any more.
await new Promise((resolve) => setTimeout(resolve, 100));
journal.poll();
const reserve = writtenAt() === reserveBefore ? 'reserve kept' : 'reserve released';
console.log(JSON.stringify({ outcome, told, reserve }));
process.exit(0);
