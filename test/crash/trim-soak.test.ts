// LMDB's list of free pages has open faults under long append-and-trim: hundreds of thousands of records on a real disk, with
// kill -9 in between, each time opened again and verified.
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { verifyJournal } from '../../gateway/journal/index.ts';
import { inFolder } from '../unit/gateway/journal/support.ts';

const program = fileURLToPath(new URL('./trim-forever.js', import.meta.url));
/** Records appended over all lives; SOAK_RECORDS is for a longer one by hand. */
const RECORDS = Number(process.env['SOAK_RECORDS'] ?? 240_000);
const LIVES = 6;
/** A bound on hanging, no claim. */
const PATIENCE_MS = 600_000;

test(
  'records appended and trimmed without end, the process killed: the log verifies, the file stays flat',
  () =>
    inFolder(async (folder) => {
      const sizes: number[] = [];
      let first = 1;
      for (let life = 1; life <= LIVES; life += 1) {
        const told = await killed(folder, (RECORDS / LIVES) * life);
        const verified = await verifyJournal(folder);
        expect(verified.problems).toEqual([]);
        expect(verified.lastSequence).toBeGreaterThanOrEqual(told.durable);
        expect(verified.firstSequence).toBeGreaterThanOrEqual(told.first);
        expect(verified.firstSequence).toBeGreaterThan(first);
        first = verified.firstSequence;
        sizes.push(statSync(join(folder, 'store', 'data.mdb')).size);
      }
      expect(first).toBeGreaterThan(RECORDS * 0.8);
      // As large as the first lives made it, whatever went through since.
      const early = Math.max(...sizes.slice(0, 3));
      console.log(`data.mdb, bytes, after each life: ${sizes.join(' ')}`);
      expect(sizes.at(-1)).toBeLessThan(early * 1.1);
    }),
  PATIENCE_MS,
);

interface Told {
  readonly durable: number;
  readonly first: number;
}

/** Starts the program, kills it once it has come so far, and returns what it said last. */
function killed(folder: string, durable: number): Promise<Told> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    const told = (): Told => {
      const lines = output.slice(0, output.lastIndexOf('\n')).split('\n');
      const [one = 0, other = 0] = (lines.at(-1) ?? '').split(' ').map(Number);
      return { durable: one, first: other };
    };
    child.stdout.on('data', (chunk: Buffer) => {
      output = output.slice(-200) + chunk.toString('utf8');
      if (told().durable >= durable) child.kill('SIGKILL');
    });
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') return resolve(told());
      reject(new Error(`the program ended by itself with ${code}`));
    });
  });
}
