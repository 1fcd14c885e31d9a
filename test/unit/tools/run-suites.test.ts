// A suite passes only by a count on its last line; the sum of all is the last line of the run.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { countLine } from '../../tools/jest-reporter.ts';
import { countsOf, runSuites, seedOf, summary } from '../../tools/run-suites.ts';
import { lists } from '../../tools/suites.ts';

const LIMIT_MS = 20_000;
const manner = { seed: '42', print: () => {} };

async function run(command: string, limitMs = LIMIT_MS) {
  const [outcome] = await runSuites({ suites: [{ name: 'it', command }], limitMs }, manner);
  return outcome;
}

describe('the count line', () => {
  test('jest’s totals; a file that could not run is a failure', () => {
    const totals = { numPassedTests: 5, numFailedTests: 2, numRuntimeErrorTestSuites: 1 };
    expect(countLine(totals)).toBe('5 passed, 3 failed');
  });

  test.each([
    ['3 passed, 0 failed\n', { passed: 3, failed: 0 }],
    ['noise\n3 passed, 1 failed\n\n', { passed: 3, failed: 1 }],
    ['3 passed, 1 failed\nnoise\n', null],
    ['Tests: 3 passed, 1 failed\n', null],
    ['3 passed, 1 failed, 2 skipped\n', null],
    ['', null],
  ])('in %j', (output, counts) => {
    expect(countsOf(output)).toEqual(counts);
  });
});

describe('a suite', () => {
  test('that counts and exits with 0 has passed', async () => {
    expect(await run('echo 3 passed, 0 failed')).toMatchObject({
      passed: 3,
      failed: 0,
      problem: null,
    });
  });

  test('that counts failures has failed by that many', async () => {
    expect(await run('echo 3 passed, 2 failed; exit 1')).toMatchObject({ passed: 3, failed: 2 });
  });

  test('that prints no count has failed', async () => {
    expect(await run('echo all is well')).toMatchObject({ passed: 0, failed: 1 });
  });

  test('that ran no test has failed', async () => {
    expect(await run('echo 0 passed, 0 failed')).toMatchObject({ passed: 0, failed: 1 });
  });

  test('whose exit contradicts its count has failed', async () => {
    expect(await run('echo 3 passed, 0 failed; exit 7')).toMatchObject({ failed: 1 });
  });

  test('that outlives the time is killed with what it started, and has failed', async () => {
    const outcome = await run('sleep 60 & echo 3 passed, 0 failed; wait', 300);
    expect(outcome).toMatchObject({ failed: 1, problem: expect.stringContaining('killed') });
    expect(outcome?.seconds).toBeLessThan(15);
  });

  test('is given the seed', async () => {
    expect(await run('echo $SEED passed, 0 failed')).toMatchObject({ passed: 42 });
  });

  test('runs although the one before it failed', async () => {
    const suites = [
      { name: 'first', command: 'exit 1' },
      { name: 'second', command: 'echo 2 passed, 0 failed' },
    ];
    const outcomes = await runSuites({ suites, limitMs: LIMIT_MS }, manner);
    expect(outcomes.map(({ passed, failed }) => [passed, failed])).toEqual([
      [0, 1],
      [2, 0],
    ]);
  });
});

test('the summary ends with the sum alone', () => {
  const outcomes = [
    { name: 'unit', passed: 3, failed: 0, seconds: 1.25, problem: null },
    { name: 'kill', passed: 0, failed: 1, seconds: 2, problem: 'exit 7' },
  ];
  expect(summary(outcomes).split('\n')).toEqual([
    'unit: 1.3 s, 3 passed, 0 failed',
    'kill: 2.0 s, 0 passed, 1 failed (exit 7)',
    '3 passed, 1 failed',
  ]);
});

test('the seed is the commit’s first seven hexadecimal digits', () => {
  expect(seedOf('00000ff3b1c2')).toBe('255');
});

test('every folder of test/ that holds tests has a suite of its name: none is forgotten', () => {
  const names = [...lists.values()].flatMap((list) =>
    list.suites.flatMap(({ name }) => name.split(' and ')),
  );
  const folders = readdirSync('test', { withFileTypes: true }).filter((it) => it.isDirectory());
  const kinds = folders.map((it) => it.name).filter((kind) => testsOf(kind).length > 0);
  expect(kinds).toContain('unit');
  expect(kinds.filter((kind) => !names.includes(kind))).toEqual([]);
});

function testsOf(kind: string): readonly string[] {
  return readdirSync(`test/${kind}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.includes('node_modules/'))
    .filter((file) => file.endsWith('.test.ts'));
}
