// What can be wrong with a journal, in words that name the place.
import type { Problem } from '../../spec/proof/index.ts';

/** The journal's bytes are not what was written: where, what was found, what was expected. */
export class JournalCorrupt extends Error {
  readonly problem: Problem;

  constructor(place: string, found: string, expected: string) {
    super(`journal corrupt at ${place}: found ${found}, expected ${expected}`);
    this.name = 'JournalCorrupt';
    this.problem = { place, found, expected };
  }
}

/** The journal cannot be opened here: the text says why and what would help. */
export class JournalRefused extends Error {
  constructor(text: string) {
    super(text);
    this.name = 'JournalRefused';
  }
}

/** Why nothing more will become durable. The process must end; the next start replays. */
export interface JournalFatal {
  readonly type:
    | 'OutOfSpace'
    | 'CommitFailed'
    | 'CommitTimedOut'
    | 'ThreadEnded'
    | 'QueueFull'
    | 'FolderLost';
  /** One plain sentence for the log and the operator. */
  readonly text: string;
}

/** What an error says, whichever realm it comes from. */
export function textOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) {
    return String(error.message);
  }
  return String(error);
}

/** Does a failed commit say that the disk (ENOSPC, EDQUOT) or the map (MDB_MAP_FULL) is full? */
export function saysOutOfSpace(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT') return true;
  if (code === 28 || code === 122 || code === -30792) return true;
  return /no space left|ENOSPC|MDB_MAP_FULL|quota exceeded/i.test(textOf(error));
}
