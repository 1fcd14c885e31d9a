// QuickFIX's acceptance scripts, of each version that is given, against our engine. Scripts and runner lie next to the project,
// and need Python 3.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Echo, startEcho } from '../counterparties/echo.ts';

const SHARED = '../shared/fix';
const SCRIPTS = join(SHARED, 'acceptance');
const RUNNER = join(SHARED, 'run_at.py');

/** Scripts of one version share CompIDs, so each runs alone with its acceptor's session of that version. */
const ACCEPTORS = 3;
const VERSIONS = ['fix42', 'fix44', 'fix50sp2'] as const;
/** They wait for heartbeats: 34 s and 13 s. The others take less than a second each. */
const LONGEST = ['6_SendTestRequest.def', '4a_NoDataSentDuringHeartBtInt.def'];

const missing = whatIsMissing();
if (missing !== null) {
  process.stderr.write(`the FIX acceptance scripts are skipped: ${missing}\n`);
}
const run = missing === null ? describe : describe.skip;
const scripts =
  missing === null
    ? VERSIONS.flatMap((version) =>
        scriptsIn(join(SCRIPTS, version)).map((script) => `${version}/${script}`),
      )
    : ['none'];

function whatIsMissing(): string | null {
  if (!existsSync(SCRIPTS) || !existsSync(RUNNER)) return `no scripts in ${SHARED}`;
  if (spawnSync('python3', ['--version']).status !== 0) return 'no python3 here';
  return null;
}

interface Queue {
  readonly version: string;
  readonly waiting: string[];
}

function longestFirst(version: string): string[] {
  return scriptsIn(join(SCRIPTS, version)).toSorted(
    (a, b) => LONGEST.indexOf(b) - LONGEST.indexOf(a),
  );
}

function scriptsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.def'))
    .sort();
}

interface Outcome {
  readonly code: number | null;
  readonly said: string;
}

function runScript(port: number, script: string): Promise<Outcome> {
  const child = spawn('python3', [RUNNER, '127.0.0.1', `${port}`, script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

run('the acceptance scripts', () => {
  const outcomes = new Map<string, Outcome>();
  const acceptors: Echo[] = [];

  beforeAll(async () => {
    const queues = VERSIONS.map((version) => ({ version, waiting: longestFirst(version) }));
    await Promise.all(
      Array.from({ length: ACCEPTORS }, async () => {
        const acceptor = await startEcho();
        acceptors.push(acceptor);
        await Promise.all(queues.map((queue) => work(queue, acceptor.port)));
      }),
    );
  }, 180_000);

  async function work({ version, waiting }: Queue, port: number): Promise<void> {
    for (let script = waiting.shift(); script !== undefined; script = waiting.shift()) {
      outcomes.set(`${version}/${script}`, await runScript(port, join(SCRIPTS, version, script)));
    }
  }

  afterAll(async () => {
    for (const acceptor of acceptors) await acceptor.end();
  });

  test.each(scripts)('%s', (script) => {
    expect(outcomes.get(script)).toEqual({
      code: 0,
      said: expect.stringContaining('passed 1 of 1'),
    });
  });
});
