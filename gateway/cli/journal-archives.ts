// `causeway journal export` and `import`: a journal as files that any language can read, and back.

import { eventSchemaVersion } from '../../spec/events/index.ts';
import { epochNs } from '../../spec/units/index.ts';
import {
  type JournalReader,
  type Stretch,
  openJournalReader,
  openJournalView,
  stageImport,
} from '../journal/index.ts';
import { type JournalState, loadJournalForms, stateOfJournal } from '../process/index.ts';
import { ExitCode } from './exit-codes.ts';
import { overJournal } from './journal-errors.ts';
import { type Output, createOutput } from './output.ts';

const DAY_NS = 86_400_000_000_000n;

export interface ExportChoice {
  readonly data: string;
  readonly to: string;
  /** Sequences. */
  readonly from: number | null;
  readonly through: number | null;
  /** UTC, as in 2026-11-20. */
  readonly day: string | null;
  readonly json: boolean;
}

export function exportJournal(choice: ExportChoice): Promise<ExitCode> {
  const out = createOutput(choice);
  return overJournal(out, async () => {
    const view = openJournalView(choice.data);
    try {
      const { desk, stateHash } = await stateOfJournal(view.reader);
      const stretch = stretchOf(choice);
      const archived = view.exportTo(choice.to, {
        stretch,
        schema: eventSchemaVersion,
        desk,
        stateHash,
      });
      const { first, last, records, values, bytes } = archived;
      out.object({ type: 'Exported', file: choice.to, desk, ...archived });
      const tables = values === 0 ? '' : `, ${values} values of its tables`;
      out.line(
        `${out.style('green', 'ok')}  ${choice.to}: ${records} records, ${first} to ${last}, of desk ${desk}${tables}; ${megabytes(bytes)}`,
      );
      if (archived.stateHash !== null) out.line(`    state hash ${archived.stateHash}`);
      return ExitCode.Done;
    } finally {
      await view.closed();
    }
  });
}

export function importJournal(
  files: readonly string[],
  options: { readonly data: string; readonly json: boolean },
): Promise<ExitCode> {
  const out = createOutput(options);
  return overJournal(out, async () => {
    const { tables } = await loadJournalForms();
    const staged = await stageImport(files, {
      folder: options.data,
      schema: eventSchemaVersion,
      tables: Object.values(tables),
    });
    try {
      const { end, verification } = staged;
      const { desk, stateHash } = await stateIn(staged.folder);
      const { records, firstSequence: first, lastSequence: last } = verification;
      if (end.stateHash !== null && end.stateHash !== stateHash) {
        const cause = `the state hash is ${stateHash}, the archive says ${end.stateHash}: nothing was imported`;
        out.error(`causeway: ${cause}`);
        out.object({ type: 'Problem', place: 'state', found: stateHash, expected: end.stateHash });
        return ExitCode.FailedCheck;
      }
      staged.publish();
      out.object({ type: 'Imported', folder: options.data, desk, first, last, records, stateHash });
      sayWhole(out, options.data, { records, first, last, desk });
      const how = end.stateHash === null ? '' : ', as the archive says';
      out.line(`    state hash ${stateHash}${how}`);
      return ExitCode.Done;
    } finally {
      staged.discard();
    }
  });
}

/** What a journal that no gateway has comes to. Throws as reading does. */
export async function stateIn(folder: string): Promise<JournalState> {
  let reader: JournalReader | null = null;
  try {
    reader = openJournalReader(folder);
    return await stateOfJournal(reader);
  } finally {
    reader?.close();
  }
}

export function sayWhole(
  out: Output,
  folder: string,
  what: {
    readonly records: number;
    readonly first: number;
    readonly last: number;
    readonly desk: number;
  },
): void {
  const { records, first, last, desk } = what;
  out.line(
    `${out.style('green', 'ok')}  ${folder}: ${records} records, ${first} to ${last}, of desk ${desk}; verified`,
  );
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function stretchOf({ from, through, day }: ExportChoice): Stretch {
  if (day !== null) {
    const start = BigInt(Date.parse(`${day}T00:00:00Z`)) * 1_000_000n;
    return { type: 'Time', from: epochNs(start), to: epochNs(start + DAY_NS) };
  }
  if (from === null && through === null) return { type: 'All' };
  return { type: 'Sequences', from: from ?? 0, through: through ?? Number.MAX_SAFE_INTEGER };
}
