// Seeds that are played side by side: a run is one thread's work, and machines have several.

import { Worker } from 'node:worker_threads';
import type { Outcome } from './seed-worker.ts';
import type { RunOptions } from './simulate.ts';

/** Plays all of them in so many threads; `played` hears of each as it is done. */
export async function playAll(
  all: readonly RunOptions[],
  threads: number,
  played: (options: RunOptions, outcome: Outcome) => Promise<void>,
): Promise<void> {
  let next = 0;
  const player = async (): Promise<void> => {
    const worker = new Worker(new URL('./seed-worker.js', import.meta.url));
    try {
      for (;;) {
        const options = all[next];
        next += 1;
        if (options === undefined) return;
        const outcome = await new Promise<Outcome>((resolve, reject) => {
          worker.once('message', resolve);
          worker.once('error', reject);
          worker.postMessage(options);
        });
        worker.removeAllListeners('error');
        await played(options, outcome);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, all.length) }, player));
}
