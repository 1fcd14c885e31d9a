// Runs a list of suites one at a time, adds up what they counted, and ends with one line: `N passed, N failed`.
import { spawn, spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { type Suite, type SuiteList, lists } from './suites.ts';

/** What a suite came to. `problem` is set when the counts alone do not tell that it failed. */
export interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  readonly problem: string | null;
}

/** How to run: the seed that each suite finds in its environment, and where what it prints goes. */
export interface Manner {
  readonly seed: string;
  readonly print: (text: string | Uint8Array) => void;
}

const LAST_LINE_BYTES = 4096; // Enough for the last line; a suite may print megabytes before it.
const GRACE_MS = 3000; // Between the polite signal and the other.

/** Runs every suite, the rest too when one fails. Output passes through as it comes. */
export async function runSuites(list: SuiteList, manner: Manner): Promise<readonly Outcome[]> {
  const endsAt = Date.now() + list.limitMs;
  const outcomes: Outcome[] = [];
  for (const suite of list.suites) {
    manner.print(`\n== ${suite.name}: ${suite.command}\n`);
    outcomes.push(await runSuite(suite, manner, endsAt - Date.now()));
  }
  return outcomes;
}

/** The time of each suite, then the sum alone on the last line. */
export function summary(outcomes: readonly Outcome[]): string {
  const lines = outcomes.map(({ name, passed, failed, seconds, problem }) => {
    const counts = `${seconds.toFixed(1)} s, ${passed} passed, ${failed} failed`;
    return `${name}: ${counts}${problem === null ? '' : ` (${problem})`}`;
  });
  const passed = sum(outcomes.map((outcome) => outcome.passed));
  const failed = sum(outcomes.map((outcome) => outcome.failed));
  return [...lines, `${passed} passed, ${failed} failed`].join('\n');
}

/** The seed of a commit: its first seven hexadecimal digits as a number, the same wherever it is run. */
export function seedOf(commit: string): string {
  return String(Number.parseInt(commit.slice(0, 7), 16));
}

/** Runs one suite in a process group of its own, so that nothing of it outlives its time. */
async function runSuite(suite: Suite, manner: Manner, limitMs: number): Promise<Outcome> {
  const startedAt = Date.now();
  if (limitMs <= 0) return outcome(suite, '', 0, 'no time was left to run it', startedAt);
  const child = spawn('bash', ['-c', suite.command], {
    detached: true,
    env: { ...process.env, SEED: manner.seed },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const signalGroup = (signal: NodeJS.Signals) => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, signal);
  };
  const stop = () => {
    signalGroup('SIGKILL');
    process.exit(130);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  let tail = '';
  child.stdout.on('data', (chunk: Buffer) => {
    manner.print(chunk);
    tail = (tail + chunk.toString('utf8')).slice(-LAST_LINE_BYTES);
  });
  let problem: string | null = null;
  let hardTimer: NodeJS.Timeout | undefined;
  const timer = setTimeout(() => {
    problem = `killed: the time for all suites was used up after ${Math.round(limitMs / 1000)} s`;
    signalGroup('SIGTERM'); // A suite that runs suites of its own takes them along.
    hardTimer = setTimeout(() => signalGroup('SIGKILL'), GRACE_MS);
  }, limitMs);
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  clearTimeout(timer);
  clearTimeout(hardTimer);
  process.off('SIGINT', stop).off('SIGTERM', stop);
  return outcome(suite, tail, code, problem, startedAt);
}

/** A suite without a count, with a count of nothing, or with a bad exit that its count hides, has failed. */
function outcome(
  suite: Suite,
  output: string,
  code: number | null,
  problem: string | null,
  startedAt: number,
): Outcome {
  const counted = countsOf(output);
  const { passed, failed } = counted ?? { passed: 0, failed: 0 };
  const found = problem ?? problemOf(counted, code);
  return {
    name: suite.name,
    passed,
    failed: found !== null && failed === 0 ? 1 : failed,
    seconds: (Date.now() - startedAt) / 1000,
    problem: found,
  };
}

function problemOf(counted: Counts | null, code: number | null): string | null {
  if (counted === null) return `its last line gave no counts; exit ${code}`;
  if (counted.passed + counted.failed === 0) return 'it ran no test';
  if (counted.failed === 0 && code !== 0) return `exit ${code}`;
  return null;
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** The counts on the last line that is not blank; null when it holds none. */
export function countsOf(output: string): Counts | null {
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  const match = /^(\d+) passed, (\d+) failed$/.exec(last);
  return match === null ? null : { passed: Number(match[1]), failed: Number(match[2]) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The commit that is checked out. A copy without its history has none: its seed is that of all zeros. */
function commitHere(): string {
  const { status, stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '0000000';
}

async function main(name: string): Promise<void> {
  const list = lists.get(name);
  if (list === undefined) {
    throw new Error(`list of suites: found "${name}", expected ${[...lists.keys()].join(' or ')}`);
  }
  const seed = process.env['SEED'] ?? seedOf(commitHere());
  console.log(`SEED=${seed}`);
  const outcomes = await runSuites(list, { seed, print: (text) => process.stdout.write(text) });
  console.log(`\n${summary(outcomes)}`);
  process.exitCode = outcomes.every((outcome) => outcome.failed === 0) ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(process.argv[2] ?? '');
}
