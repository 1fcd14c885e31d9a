// `causeway journal verify`: proves that a journal is whole, or names each place where it is not.

import { JournalRefused, verifyJournal } from '../journal/index.ts';
import { ExitCode } from './exit-codes.ts';
import { createOutput, table } from './output.ts';

export async function verify(
  folder: string,
  options: { readonly json: boolean },
): Promise<ExitCode> {
  const out = createOutput(options);
  try {
    const { problems, ...counts } = await verifyJournal(folder);
    for (const problem of problems) out.object({ type: 'Problem', ...problem });
    out.object({ type: 'Verified', folder, problems: problems.length, ...counts });
    if (problems.length > 0) {
      const rows = problems.map(({ place, found, expected }) => [place, found, expected]);
      out.line(table(['place', 'found', 'expected'], rows));
      out.line(out.style('red', `${folder}: ${problems.length} problems`));
      return ExitCode.FailedCheck;
    }
    const { records, commits, snapshots, values } = counts;
    const counted = `${records} records in ${commits} commits, ${snapshots} snapshots, ${values} values`;
    out.line(`${out.style('green', 'ok')}  ${folder}: ${counted}; all checksums and hashes hold`);
    return ExitCode.Done;
  } catch (error) {
    if (!(error instanceof JournalRefused)) throw error;
    out.error(`causeway: ${error.message}`);
    return ExitCode.Refused;
  }
}
