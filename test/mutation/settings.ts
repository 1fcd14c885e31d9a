// The settings under which StrykerJS 9.6 works on this house: ESM, TypeScript without a JavaScript API, jest on `dist`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Room, built, workFolder, writeTogether } from './rooms.ts';

/** The two files that a run reads and writes, relative to the root. */
export interface Run {
  readonly settings: string;
  readonly report: string;
}

const DRY_RUN_MINUTES = 10;
const PATIENCE_MS = 20_000; // Beside what the tests took unchanged: an endless loop is a change that was found.
const RUNS_A_PROCESS = 40; // jest's vm modules are never let go: 2.5 GB after 300 runs, and each slower than the last.

/** Writes what jest and StrykerJS read for one room. */
export function writeSettings(
  room: Room,
  sources: readonly string[],
  withProperties: boolean,
): Run {
  mkdirSync(workFolder, { recursive: true });
  const jestConfig = `dist/test/mutation/${room.name}.jest.json`;
  const jest = {
    rootDir: '../../..',
    roots: ['<rootDir>/dist'],
    testMatch: [`<rootDir>/${writeTogether(room, withProperties)}`],
    transform: {},
    testTimeout: 60_000,
    testEnvironment: './dist/test/mutation/environment.js', // StrykerJS resolves it itself, and knows no <rootDir>.
  };
  writeFileSync(jestConfig, JSON.stringify(jest));
  const report = join(workFolder, `${room.name}.json`);
  const settings = join(workFolder, `${room.name}.settings.json`);
  const stryker = {
    mutate: sources.map((source) => `dist/${built(source)}`),
    testRunner: 'jest',
    plugins: ['@stryker-mutator/jest-runner'],
    testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    jest: { projectType: 'custom', configFile: jestConfig, enableFindRelatedTests: false },
    coverageAnalysis: 'perTest',
    ignoreStatic: true, // What runs once at import is asked by every test: one change costs a whole run.
    tsconfigFile: 'no-tsconfig.json', // One that is there is read through TypeScript's API, which 7 has not.
    disableTypeChecks: false,
    concurrency: 1,
    maxTestRunnerReuse: RUNS_A_PROCESS,
    timeoutMS: PATIENCE_MS,
    dryRunTimeoutMinutes: DRY_RUN_MINUTES,
    tempDirName: join(workFolder, room.name), // In the house, so that packages are found upwards.
    symlinkNodeModules: false,
    ignorePatterns: ['/docs', '/coverage', '/dist/fuzz', '/test/interop', '/test/mutation'],
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: report },
    allowConsoleColors: false,
  };
  writeFileSync(settings, JSON.stringify(stryker));
  return { settings, report };
}
