// What StrykerJS changes, and the tests that have to miss it.
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Product code with the tests that hold it: those that run in this process, as StrykerJS has to reach what they load. */
export interface Room {
  readonly name: string;
  /** Folders of the product, each ending in a slash. */
  readonly product: readonly string[];
  /** Folders of unit tests. */
  readonly tests: readonly string[];
  /** Tests that are left out: what they try runs in another process, or takes minutes. */
  readonly leftOut: RegExp;
  /** Tests of laws, 20 s for a change that lives: only on demand. */
  readonly properties: readonly string[];
}

export const rooms: readonly Room[] = [
  {
    name: 'desk',
    product: ['gateway/desk/', 'risk/'],
    tests: ['test/unit/gateway/desk', 'test/unit/risk'],
    leftOut: /^$/,
    properties: ['test/property/desk.test.ts', 'test/property/limits.test.ts'],
  },
  {
    name: 'journal',
    product: ['gateway/journal/'],
    tests: ['test/unit/gateway/journal'],
    leftOut: /\/(archive|crash|faults|witness)[.]test[.]ts$/,
    properties: ['test/property/snapshot-taker.test.ts'],
  },
];

/** Sources of one room, as they were asked for: files, or folders whose files are all meant. */
export function sourcesOf(room: Room, asked: readonly string[]): readonly string[] {
  const wanted = asked.length === 0 ? room.product : asked.map((path) => posix.normalize(path));
  const mine = wanted.filter((path) =>
    room.product.some((folder) => `${path}/`.startsWith(folder)),
  );
  return [...new Set(mine.flatMap(typescriptUnder))].toSorted();
}

function typescriptUnder(path: string): readonly string[] {
  if (!existsSync(path)) throw new Error(`stryker: found no ${path}, expected a file or a folder`);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => posix.join(path, name));
}

/** fast-check looks for the smallest example of what failed, until the change counts as one that never ended: 60 s for nothing. */
const firstExampleIsEnough = `import fc from 'fast-check';
fc.configureGlobal({ endOnFailure: true });
`;

/**
 * All tests of a room as one file, whose modules jest loads once: with a file for each, every change would pay for
 * loading the desk two dozen times. Written into `dist`, where the next build takes it out again.
 * @returns the file, relative to the root.
 */
export function writeTogether(room: Room, withProperties: boolean): string {
  const units = room.tests.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => posix.join(folder, name))
      .filter((file) => file.endsWith('.test.ts') && !room.leftOut.test(file)),
  );
  const files = [...units.toSorted(), ...(withProperties ? room.properties : [])];
  const imports = files.map(
    (file) => `import '${posix.relative('test/mutation', built(file))}';\n`,
  );
  const together = `dist/test/mutation/${room.name}-together.test.js`;
  mkdirSync('dist/test/mutation', { recursive: true });
  writeFileSync(together, [...imports, firstExampleIsEnough].join(''));
  return together;
}

/** What tsc makes of a source, relative to `dist`. */
export function built(source: string): string {
  return source.replace(/[.]ts$/, '.js');
}

/** Where StrykerJS works and reports: in a folder that git, the formatter and the linter pass over. */
export const workFolder = join('coverage', 'mutation');
