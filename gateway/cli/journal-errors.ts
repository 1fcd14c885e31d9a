// What may be wrong with a journal or an archive, as a command says it.

import { JournalCorrupt, JournalRefused } from '../journal/index.ts';
import { ExitCode } from './exit-codes.ts';
import { isFileError } from './file-errors.ts';
import type { Output } from './output.ts';

/** Runs it; a journal that is refused or damaged, or a file that the system refuses, is said in one line, with its exit code. */
export async function overJournal(out: Output, run: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof JournalRefused) {
      out.error(`causeway: ${error.message}`);
      out.object({ type: 'Refused', cause: error.message });
      return ExitCode.Refused;
    }
    if (isFileError(error)) {
      out.error(`causeway: ${error.message}`);
      out.object({ type: 'Refused', cause: error.message });
      return ExitCode.Refused;
    }
    if (!(error instanceof JournalCorrupt)) throw error;
    out.error(`causeway: ${error.message}`);
    out.object({ type: 'Problem', ...error.problem });
    return ExitCode.FailedCheck;
  }
}
