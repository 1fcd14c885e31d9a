// `causeway journal verify`: proves that a journal, or archives of one, are whole, or names each place where they are not.

import { verifyArchive, verifyJournal } from '../journal/index.ts';
import { ExitCode } from './exit-codes.ts';
import { overJournal } from './journal-errors.ts';
import { createOutput, table } from './output.ts';

export function verify(folder: string, options: { readonly json: boolean }): Promise<ExitCode> {
  const out = createOutput(options);
  return overJournal(out, async () => {
    const { problems, ...counts } = await verifyJournal(folder);
    for (const problem of problems) out.object({ type: 'Problem', ...problem });
    out.object({ type: 'Verified', folder, problems: problems.length, ...counts });
    if (problems.length > 0) {
      const rows = problems.map(({ place, found, expected }) => [place, found, expected]);
      out.line(table(['place', 'found', 'expected'], rows));
      out.line(out.style('red', `${folder}: ${problems.length} problems`));
      return ExitCode.FailedCheck;
    }
    const { records, commits, snapshots, values, firstSequence } = counts;
    const from = firstSequence === 1 ? '' : ` from ${firstSequence} on`;
    const counted = `${records} records${from} in ${commits} commits, ${snapshots} snapshots, ${values} values`;
    out.line(`${out.style('green', 'ok')}  ${folder}: ${counted}; all checksums and hashes hold`);
    return ExitCode.Done;
  });
}

/** The first that is damaged ends it. */
export function verifyArchives(
  files: readonly string[],
  options: { readonly json: boolean },
): Promise<ExitCode> {
  const out = createOutput(options);
  return overJournal(out, async () => {
    for (const file of files) {
      const { first, last, desk, records, isBase, stateHash } = verifyArchive(file);
      out.object({ type: 'VerifiedArchive', file, desk, first, last, records, isBase, stateHash });
      const ok = out.style('green', 'ok');
      out.line(
        `${ok}  ${file}: records ${first} to ${last} of desk ${desk}; all checksums and hashes hold`,
      );
    }
    return ExitCode.Done;
  });
}
