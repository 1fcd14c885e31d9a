// `npm run check`: all that must hold before a commit. Prints each step's time.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

interface Step {
  readonly name: string;
  readonly command: string;
}

const jest =
  'node --experimental-vm-modules --disable-warning=ExperimentalWarning node_modules/jest/bin/jest.js';

/** The steps that only read, side by side in two lanes: as many as the smallest machine has cores. */
const lanes: readonly (readonly Step[])[] = [
  [
    { name: 'format', command: 'node_modules/.bin/biome format .' },
    { name: 'types', command: 'node_modules/.bin/tsc -p tsconfig.json --noEmit' },
    {
      name: 'lint',
      command: 'node_modules/.bin/oxlint --type-aware --report-unused-disable-directives',
    },
    { name: 'rooms', command: 'node dist/test/tools/check-rooms.js' },
    ...generatedStep(),
  ],
  [{ name: 'unit', command: `${jest} --selectProjects unit --maxWorkers=1` }],
];

/** The generated files are compared only once something is generated. */
function generatedStep(): readonly Step[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  if (scripts['generate'] === undefined) return [];
  return [{ name: 'generated', command: 'npm run --silent generate -- --check' }];
}

/** Runs a step and prints its output only when it fails. */
async function holds(step: Step): Promise<boolean> {
  const startedAt = Date.now();
  const child = spawn('bash', ['-c', step.command], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  if (code !== 0) console.log(`\n${Buffer.concat(output).toString('utf8').trimEnd()}\n`);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'}  ${step.name.padEnd(10)} ${seconds} s`);
  return code === 0;
}

async function allHold(steps: readonly Step[]): Promise<boolean> {
  let all = true;
  for (const step of steps) all = (await holds(step)) && all;
  return all;
}

const results = await Promise.all(lanes.map(allHold));
process.exitCode = results.every(Boolean) ? 0 : 1;
