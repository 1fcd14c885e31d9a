// How far the heap grows between two collections of all of it.

import { setFlagsFromString } from 'node:v8';

/** One of V8's own: a Node that has none ignores it without a sound. */
export const GROWTH_FLAG = '--heap-growing-percent';

/**
 * By half as much again as lives. V8's own bound is a few MB where little is promoted, so at 1,000 orders a second a heap of
 * 40 MB was collected every four seconds, and each time orders of 15 to 30 ms waited. By as much again as lives, a flood of bad
 * messages grows the process by more than a fifth: docs/decisions/0047. V8 reads the flag at each collection.
 */
export function letHeapGrow(): void {
  setFlagsFromString(`${GROWTH_FLAG}=50`);
}
