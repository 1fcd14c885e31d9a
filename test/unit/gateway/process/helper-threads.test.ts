// V8's helpers give way to the desk: in a process of its own, by the priorities that the kernel tells.

import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

const SCRIPT = `
import { readFileSync, readdirSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { letHelpersYield } from './dist/gateway/process/helper-threads.js';

const niceOf = (thread) => {
  const stat = readFileSync('/proc/self/task/' + thread + '/stat', 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
};
const threads = () => readdirSync('/proc/self/task').map(Number);
setPriority(getPriority() + Number(process.argv[1]));
const before = threads().filter((thread) => thread !== process.pid);
letHelpersYield();
const worker = new Worker('require("node:worker_threads").parentPort.on("message", () => {})', { eval: true });
worker.once('online', () => {
  const later = threads().filter((thread) => thread !== process.pid && !before.includes(thread));
  console.log(JSON.stringify({ own: niceOf(process.pid), helpers: before.map(niceOf), later: later.map(niceOf) }));
  process.exit();
});
`;

interface Nice {
  readonly own: number;
  readonly helpers: readonly number[];
  readonly later: readonly number[];
}

/** In a process that is so much nicer than this one. */
function yielded(nicer: number): Nice {
  const parameters = ['--input-type=module', '--eval', SCRIPT, String(nicer)];
  return JSON.parse(execFileSync(process.execPath, parameters, { encoding: 'utf8' }));
}

test("the helpers give way, the desk's own thread and those that it makes later do not", () => {
  const { own, helpers, later } = yielded(0);
  expect(helpers.length).toBeGreaterThanOrEqual(4); // V8's own, as many as Node asks for.
  expect(new Set(helpers)).toEqual(new Set([own + 5]));
  expect(later.length).toBeGreaterThanOrEqual(1);
  expect(new Set(later)).toEqual(new Set([own]));
});

test('not beyond the lowest priority that there is', () => {
  const { own, helpers } = yielded(17);
  expect(own).toBeGreaterThanOrEqual(17);
  expect(new Set(helpers)).toEqual(new Set([19]));
});
