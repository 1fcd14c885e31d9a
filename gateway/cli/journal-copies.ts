// `causeway journal backup` and `compact`: a store copied key by key, and proved before it counts.

import { compactJournal, stageBackup } from '../journal/index.ts';
import { ExitCode } from './exit-codes.ts';
import { megabytes, sayWhole, stateIn } from './journal-archives.ts';
import { overJournal } from './journal-errors.ts';
import { createOutput } from './output.ts';

export function backup(options: {
  readonly data: string;
  readonly to: string;
  readonly json: boolean;
}): Promise<ExitCode> {
  const out = createOutput(options);
  return overJournal(out, async () => {
    const staged = await stageBackup(options.data, options.to);
    try {
      const { desk, stateHash } = await stateIn(staged.folder);
      const { records, firstSequence: first, lastSequence: last } = staged.verification;
      staged.publish();
      out.object({ type: 'BackedUp', folder: options.to, desk, first, last, records, stateHash });
      sayWhole(out, options.to, { records, first, last, desk });
      out.line(`    state hash ${stateHash}`);
      return ExitCode.Done;
    } finally {
      staged.discard();
    }
  });
}

export function compact(options: {
  readonly data: string;
  readonly json: boolean;
}): Promise<ExitCode> {
  const out = createOutput(options);
  return overJournal(out, async () => {
    const compacted = await compactJournal(options.data);
    const { bytesBefore, bytes, records } = compacted;
    out.object({ type: 'Compacted', folder: options.data, ...compacted });
    out.line(
      `${out.style('green', 'ok')}  ${options.data}: ${records} records in ${megabytes(bytes)}, where it had ${megabytes(bytesBefore)}; verified`,
    );
    return ExitCode.Done;
  });
}
