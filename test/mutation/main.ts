// `npm run --silent stryker -- [--with-properties] [files or folders]`: StrykerJS over desk, risk and journal.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { type FileResult, type Report, resultsOf, scoreOf, sumOf } from './report.ts';
import { type Room, rooms, sourcesOf, workFolder } from './rooms.ts';
import { writeSettings } from './settings.ts';

const bin = 'test/mutation/node_modules/@stryker-mutator/core/bin/stryker.js';

/** StrykerJS has a package file of its own: nobody else waits for it. */
function installWhereMissing(): void {
  if (existsSync(bin)) return;
  const arguments_ = [
    'install',
    '--no-audit',
    '--no-fund',
    '--silent',
    '--prefix',
    'test/mutation',
  ];
  const { status } = spawnSync('npm', arguments_, { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`npm ${arguments_.join(' ')}: exit ${status}`);
}

/** Changes the sources one operator at a time and runs the room's tests on each; its progress goes to stderr. */
async function mutated(
  room: Room,
  sources: readonly string[],
  withProperties: boolean,
): Promise<readonly FileResult[]> {
  const { settings, report } = writeSettings(room, sources, withProperties);
  rmSync(report, { force: true });
  const child = spawn(process.execPath, [bin, 'run', settings], { stdio: ['ignore', 2, 2] });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  rmSync(join(workFolder, room.name), { recursive: true, force: true });
  if (!existsSync(report))
    throw new Error(`StrykerJS left no report for ${room.name}: exit ${code}`);
  return resultsOf(JSON.parse(readFileSync(report, 'utf8')) as Report, (file) =>
    readFileSync(`${file}.map`, 'utf8'),
  );
}

function table(results: readonly FileResult[]): string {
  const head = ['file', 'killed', 'timed out', 'survived', 'no coverage', 'ignored', 'score'];
  const rows = new Table({
    head,
    style: { head: [], border: [], compact: true },
    colAligns: ['left', ...head.slice(1).map(() => 'right' as const)],
  });
  const total = { source: 'all', counts: sumOf(results.map(({ counts }) => counts)) };
  for (const { source, counts } of [...results, total]) {
    const { killed, timedOut, survived, noCoverage, ignored } = counts;
    const score = `${scoreOf(counts).toFixed(1)} %`;
    rows.push([source, killed, timedOut, survived, noCoverage, ignored, score]);
  }
  return rows.toString();
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'with-properties': { type: 'boolean', default: false } },
  });
  const asked = rooms.map((room) => ({ room, sources: sourcesOf(room, positionals) }));
  const work = asked.filter(({ sources }) => sources.length > 0);
  if (work.length === 0) {
    const known = rooms.flatMap(({ product }) => product).join(', ');
    throw new Error(`stryker: found ${positionals.join(' ')}, expected files under ${known}`);
  }
  installWhereMissing();
  const results: FileResult[] = [];
  for (const { room, sources } of work) {
    results.push(...(await mutated(room, sources, values['with-properties'])));
  }
  for (const survivor of results.flatMap(({ survivors }) => survivors)) console.log(survivor);
  console.log(`\n${table(results)}`);
  const { killed, timedOut, survived, noCoverage, errors } = sumOf(results.map((r) => r.counts));
  const failed = errors === 0 ? '' : `, ${errors} could not be run`;
  console.log(`${killed + timedOut} found, ${survived + noCoverage} not found${failed}`);
}

await main();
