// The names that the FIX engine gives to sessions, as a journal has them.

import type { JournalReader } from '../journal/index.ts';
import { tables } from './tables.ts';

/** Of all sessions that the journal has numbers of. Its table of sessions must be there. */
export function namesKept(journal: Pick<JournalReader, 'range'>): readonly string[] {
  const names = journal.range(tables.fixSessions, new Uint8Array(1), Uint8Array.of(0xff));
  return [...names].map(([key]) => Buffer.from(key.subarray(0, -1)).toString('utf8'));
}
