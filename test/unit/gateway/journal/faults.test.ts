// The journal over a disk that fails or hangs under LMDB: an interposed library fails the system calls themselves.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { openJournal } from '../../../../gateway/journal/index.ts';
import { inFolder, optionsFor, text } from './support.ts';

const program = fileURLToPath(new URL('./append-under-faults.js', import.meta.url));
const source = 'test/unit/gateway/journal/faulty-disk.c';
const canInterpose = process.platform === 'linux' && spawnSync('cc', ['--version']).status === 0;
const where = canInterpose ? test : test.skip;

/** What the system says of a write that is refused. */
const refusals = new Map([
  ['write-eio', 'Input/output error'],
  ['write-enospc', 'No space left on device'],
]);

where.each([
  ['flush-eio', /^CommitFailed: the journal failed: /, 'reserve kept'],
  ['write-eio', /^CommitFailed: the journal failed: /, 'reserve kept'],
  ['write-enospc', /^OutOfSpace: the journal failed: /, 'reserve released'],
  ['hang', /^CommitTimedOut: a commit of the journal did not return in 1500 ms$/, 'reserve kept'],
])(
  'I1: %s is fatal, nothing of it is acknowledged, and the next start finds what was',
  (fault, outcome, reserve) =>
    inFolder(async (folder) => {
      const faults = join(folder, 'faults');
      const data = join(folder, 'data');
      mkdirSync(faults);
      const library = join(folder, 'faulty-disk.so');
      execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl']);
      const { stdout, stderr, signal } = spawnSync(
        process.execPath,
        [program, data, faults, fault],
        {
          env: { ...process.env, LD_PRELOAD: library, FAULTS: faults },
          timeout: 20_000,
          encoding: 'utf8',
        },
      );
      const refusal = refusals.get(fault);
      if (refusal !== undefined && signal === 'SIGABRT') {
        // lmdb-js 3.5.6 describes a failed write in a buffer of 100 bytes that its sentence can outgrow
        // (mdb_page_flush), and glibc then ends the process: with LMDB's word for the cause, and nothing
        // acknowledged, which is what counts.
        expect(stderr).toContain(`Write error: ${refusal}`);
        expect(stdout).toBe('');
      } else {
        const said: unknown = JSON.parse(stdout);
        expect(said).toEqual({ outcome: expect.stringMatching(outcome), told: [1], reserve });
      }

      const journal = await openJournal(optionsFor(data));
      const payloads = [...journal.replay(1)].map((record) => text(record.payload));
      expect(payloads[0]).toBe('before');
      // What hung was written after all, and may be there: it was never acknowledged.
      expect(payloads.slice(1)).toEqual(fault === 'hang' ? ['during'] : []);
      await journal.close();
    }),
);
