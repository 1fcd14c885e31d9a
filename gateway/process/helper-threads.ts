// The threads that V8 has beside the desk's own, which collect garbage and compile, give way to it.

import { readdirSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

/**
 * Of nice(2). A collection of the whole heap keeps four of them busy for 30 to 50 ms; on two cores the desk's thread had a third
 * of one of them meanwhile. With 10 they no longer end on a machine that others use up, and the desk waits for them:
 * docs/decisions/0051.
 */
const GIVE_WAY = 5;
const LAST_NICE = 19;

/**
 * For whoever has made no threads yet: all that are there but the caller's, V8's and those of Node's file operations. Threads
 * that are made later are not touched. Without /proc nothing is done. Linux alone has priorities by thread.
 */
export function letHelpersYield(): void {
  if (process.platform !== 'linux') return;
  const nice = Math.min(getPriority() + GIVE_WAY, LAST_NICE);
  for (const thread of threadsOf('/proc/self/task')) {
    if (thread !== process.pid) makeNice(thread, nice);
  }
}

/** False: it has ended meanwhile, or the system forbids it; it stays as it is. */
function makeNice(thread: number, nice: number): boolean {
  try {
    setPriority(thread, nice);
    return true;
  } catch {
    return false;
  }
}

function threadsOf(folder: string): readonly number[] {
  try {
    return readdirSync(folder).map(Number);
  } catch {
    return [];
  }
}
