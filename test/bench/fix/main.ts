// The FIX engine beside the floor, jspurefix, QuickFIX C++ and bare sockets, in one run.
//
//   npm run --silent bench -- fix [--quick] [--only codec,allocation,trip] [--rounds 15]

import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { load } from '../gateway/figures.ts';
import { measureAllocation, measureCodec } from './codec.ts';
import { measureTrip } from './trip.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== 'fix'),
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: 'codec,allocation,trip' },
    rounds: { type: 'string' },
  },
});
const parts = new Set(values.only.split(','));
const rounds = Number(values.rounds ?? (values.quick ? 5 : 15));
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), 'causeway-fix-bench-'));
try {
  say(`${cpus()[0]?.model ?? 'unknown CPU'}, ${cpus().length} cores, Node ${process.version}`);
  say(`load average at the start ${load()}`);
  if (parts.has('codec')) await measureCodec(folder, rounds, say);
  if (parts.has('allocation')) {
    say('\nallocated, over a million messages:');
    measureAllocation(say);
  }
  if (parts.has('trip')) await measureTrip(folder, Math.ceil(rounds / 2), say);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
