// A gateway killed with SIGKILL in the middle of appending, and what the next one finds.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { openJournal, verifyJournal } from '../../../../gateway/journal/index.ts';
import { inFolder, optionsFor, text } from './support.ts';

const program = fileURLToPath(new URL('./append-forever.js', import.meta.url));

test(
  'I1: every sequence that was acknowledged before kill -9 is there, and the lock died with the process',
  () =>
    inFolder(async (folder) => {
      let acknowledgedBefore = 0;
      for (const killedAfterMs of [150, 400, 250]) {
        const acknowledged = await killed(folder, killedAfterMs);
        expect(acknowledged).toBeGreaterThan(acknowledgedBefore);
        acknowledgedBefore = acknowledged;

        const verified = await verifyJournal(folder);
        expect(verified.values).toBe(1);
        expect(verified.problems).toEqual([]);
        expect(verified.lastSequence).toBeGreaterThanOrEqual(acknowledged);
        const journal = await openJournal(optionsFor(folder));
        let last = 0;
        let wrong = 0;
        for (const record of journal.replay(1)) {
          last += 1;
          if (record.sequence !== last) wrong += 1;
          if (record.ordinal === 0 && text(record.payload) !== `event ${last}`) wrong += 1;
        }
        expect(wrong).toBe(0);
        expect(last).toBeGreaterThanOrEqual(acknowledged);
        // What belongs to one decision is there or not as a whole: the put says the batch that the log ends with.
        expect(text(journal.get('orders', Buffer.from('last')) ?? Buffer.from(''))).toBe(
          `${last - 1}`,
        );
        await journal.close();
      }
    }),
  60_000,
);

/** Starts the program, kills it that long after its first acknowledgement, and returns the last one. */
function killed(folder: string, afterMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    let killer: NodeJS.Timeout | null = null;
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      killer ??= setTimeout(() => child.kill('SIGKILL'), afterMs);
    });
    child.once('exit', (code, signal) => {
      if (signal !== 'SIGKILL')
        return reject(new Error(`the program ended by itself with ${code}`));
      const whole = output.slice(0, output.lastIndexOf('\n')).split('\n');
      resolve(Number(whole.at(-1)));
    });
  });
}
