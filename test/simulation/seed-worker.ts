// A thread that plays the seeds that it is given, one after the other.

import { parentPort } from 'node:worker_threads';
import { type Run, type RunOptions, simulate } from './simulate.ts';

/** What came of one, as it crosses threads. Whoever wants its story plays it again. */
export type Outcome = Pick<Run, 'seconds' | 'counts'> & { readonly isBroken: boolean };

parentPort?.on('message', (options: RunOptions) => {
  void simulate(options).then(({ seconds, counts, failure }) => {
    const outcome: Outcome = { seconds, counts, isBroken: failure !== null };
    parentPort?.postMessage(outcome);
  });
});
