// Retention in a simulated world: days are seconds, the log goes in small slices, archives are files. What goes is looked
// at from outside, as it goes and in the end.

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archivistOver } from '../../gateway/journal/archivist.ts';
import { diskTables } from '../../gateway/journal/core.ts';
import { foldedThrough } from '../../gateway/journal/folding.ts';
import { type InlineJournal, verifyArchive, verifyDisk } from '../../gateway/journal/index.ts';
import { decodeStart, logStart, startTable } from '../../gateway/journal/log-start.ts';
import { unseal } from '../../gateway/journal/sealed.ts';
import { manifestSequences } from '../../gateway/journal/snapshots.ts';
import type { DropCopyHost } from '../../gateway/process/drop-copy-host.ts';
import type { FixHost } from '../../gateway/process/fix-host.ts';
import { type Retention, startRetention } from '../../gateway/process/retention.ts';
import { tableNames, tables } from '../../gateway/process/tables.ts';
import { type TrimPlanner, plannedTrim } from '../../gateway/process/trim-planner.ts';
import type { Clock, Disk, Log } from '../../spec/ports/index.ts';
import type { Chance } from './chance.ts';
import { wantedCopies } from './ending.ts';
import type { SimulatedDropCopy } from './drop-copy.ts';
import type { Parts } from './parts.ts';
import type { RetentionTerms } from './retention-terms.ts';
import type { Witness } from './witness.ts';
import { Broken, type Life, type World } from './world.ts';

type Write = Parameters<Disk['commit']>[0][number];

/** A second. */
const RETENTION_DAY_NS = 1_000_000_000n;
/** A world's log has some hundreds of records: few in a slice make many slices. */
export const TRIM_ENTRIES = 24;
/** So that tables are up to date within its few records. */
export const FOLD_BEHIND = 40;

/** Of one world; made when the first file is. */
export class ArchiveFolder {
  #folder: string | null = null;

  get path(): string {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'causeway-archives-'));
    return this.#folder;
  }

  /** What a process leaves that dies while it writes. */
  leaveIncomplete(from: number): void {
    mkdirSync(this.path, { recursive: true });
    const name = `${String(from).padStart(16, '0')}-${'9'.repeat(16)}.cswy.incomplete`;
    writeFileSync(join(this.path, name), 'CSWYJNL1');
  }

  get files(): readonly string[] {
    if (this.#folder === null) return [];
    const names = readdirSync(this.#folder).filter((name) => name.endsWith('.cswy'));
    return names.toSorted().map((name) => join(this.path, name));
  }

  remove(): void {
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true });
  }
}

interface SimulatedPlannerParts {
  readonly world: World;
  readonly life: Life;
  readonly chance: Chance;
  readonly terms: RetentionTerms;
  readonly disk: Disk;
  readonly folder: ArchiveFolder;
}

interface SimulatedPlanner extends TrimPlanner {
  /** Of the process at hand. */
  readonly isArchiving: boolean;
}

/** The worker as the product has it, over the modelled disk: it reads for a while, and writes for a while. */
function simulatedPlanner(parts: SimulatedPlannerParts): SimulatedPlanner {
  const { world, life, chance, terms, disk, folder } = parts;
  const archivist = archivistOver(disk, diskTables(tableNames));
  const pause = (delayMs: number): Promise<void> =>
    new Promise((resolve) => world.after(life, delayMs, resolve, 'in passing'));
  let isArchiving = false;
  return {
    get isArchiving() {
      return isArchiving;
    },
    async plan(wish) {
      await pause(chance.between(1, 200));
      if (world.fault(40, 'retention: its worker ended', chance)) {
        return { type: 'Failed', error: 'the worker ended' };
      }
      const through = archivist.plan(wish);
      const archiveFolder = terms.archives ? folder.path : null;
      if (through > 0 && archiveFolder !== null) {
        isArchiving = true;
        folder.leaveIncomplete(logStart(disk).firstSequence);
        await pause(chance.between(50, 3_000));
        isArchiving = false;
        if (world.fault(60, 'archive: no room', chance)) {
          return { type: 'Failed', error: 'ENOSPC: no space left on device' };
        }
      }
      const planned = plannedTrim(archivist, { ...wish, through }, { desk: 1, archiveFolder });
      // An archive that stands, and nothing has gone yet.
      if (archiveFolder !== null) await pause(chance.between(1, 3_000));
      return planned;
    },
    close: () => Promise.resolve(),
  };
}

/** Tables from which only retention takes. */
const WENT: ReadonlySet<string> = new Set([
  tables.fixOutgoing,
  tables.fixIncoming,
  tables.fixAudit,
  tables.clOrdIDs,
]);

export interface RetentionPlace {
  readonly world: World;
  readonly life: Life;
  readonly disk: Disk;
  readonly folder: ArchiveFolder;
  readonly journal: InlineJournal;
  readonly clock: Clock;
  readonly log: Log;
  readonly copies: DropCopyHost;
  readonly fix: Pick<FixHost, 'watchClock'>;
}

/** Of one process, as the product starts it; null where the world keeps its journal. */
export function simulatedRetention(
  { retention: terms, retentionChance: chance }: Pick<Parts, 'retention' | 'retentionChance'>,
  { world, life, disk, folder, journal, clock, log, copies, fix }: RetentionPlace,
): { readonly retention: Retention; readonly planner: SimulatedPlanner } | null {
  if (terms === null) return null;
  const planner = simulatedPlanner({ world, life, chance, terms, disk, folder });
  const retention = startRetention({
    config: terms.config,
    dayNs: RETENTION_DAY_NS,
    planner,
    journal,
    clock,
    timers: world.timers(life, 'in passing'),
    log,
    readers: () => copies.readers(),
    unconfirmed: () => copies.unconfirmed(),
    watchClock: () => fix.watchClock(),
  });
  return { retention, planner };
}

export interface TrimWatchParts {
  readonly world: World;
  readonly disk: Disk;
  readonly witness: Witness;
  readonly terms: RetentionTerms | null;
  readonly folder: ArchiveFolder;
  copies(): readonly SimulatedDropCopy[];
}

/** What is let go of, judged by what is on disk and by what drop copies were told. */
export class TrimWatch {
  readonly #parts: TrimWatchParts;

  constructor(parts: TrimWatchParts) {
    this.#parts = parts;
  }

  committed(writes: readonly Write[]): void {
    if (this.#parts.terms === null) return;
    for (const { table, key, value } of writes) {
      if (value === null && WENT.has(table)) this.#parts.world.count(`retention: ${table} went`);
      if (table !== startTable || value === null) continue;
      this.#checkStart(decodeStart(unseal(table, key, value)).firstSequence);
    }
  }

  #checkStart(firstSequence: number): void {
    const { world, disk, witness } = this.#parts;
    const gone = firstSequence - 1;
    world.count('retention: a slice of the log went');
    world.tell('disk', () => `the log begins at ${firstSequence}`);
    const snapshots = manifestSequences({ get: () => null, range: disk.range });
    const older = snapshots[1] ?? 0;
    if (gone > older) {
      throw new Broken(RULE, `${gone} went, the older snapshot is at ${older}`);
    }
    const folded = foldedThrough(disk);
    if (gone > folded) throw new Broken(RULE, `${gone} went, the tables have ${folded}`);
    for (const { terms, everTold } of this.#parts.copies()) {
      const untold = wantedCopies(witness, terms).find((execID) => !everTold.has(execID));
      if (untold === undefined || Number(untold.split('-')[1]) > gone) continue;
      throw new Broken(RULE, `${gone} went, and ${terms.name} was not told ${untold}`);
    }
  }

  /** The log from where it begins, and all archives with it, are the chain that was. */
  checkEnd(): void {
    const { disk, terms, folder, world } = this.#parts;
    if (terms === null) return;
    const { problems, firstSequence } = verifyDisk(disk, tableNames);
    const [problem] = problems;
    if (problem !== undefined) {
      const { place, found, expected } = problem;
      throw new Broken('the journal verifies', `${place}: ${found}, expected ${expected}`);
    }
    if (firstSequence > 1) world.count('retention: the log begins later at the end');
    if (!terms.archives) return;
    const { previousHash } = logStart(disk);
    let [next, hash] = [1, '0'.repeat(64)];
    for (const file of folder.files) {
      const archive = verifyArchive(file);
      world.count('archive: whole at the end');
      if (archive.first !== next || archive.previousHash !== hash) {
        throw new Broken(ARCHIVES, `${file} begins at ${archive.first}, not at ${next}`);
      }
      [next, hash] = [archive.last + 1, archive.hash];
    }
    if (next < firstSequence) {
      throw new Broken(ARCHIVES, `they end at ${next - 1}, the log begins at ${firstSequence}`);
    }
    const isBehind = next === firstSequence && hash !== Buffer.from(previousHash).toString('hex');
    if (isBehind) throw new Broken(ARCHIVES, 'the log does not go on where they end');
  }
}

const RULE = 'what is still needed is not let go';
const ARCHIVES = 'archives and log are one chain';
