// What a start takes for granted is proved while the desk runs: 1,000,000 records take seconds, and a start has two.
//
// Every byte that makes the state is verified before it is used, by the checksums of its records and the digest of its
// snapshot. What is left to prove is that the bytes were decoded into the state that was written, and that nobody has
// changed or taken away what lies before.

import { Worker } from 'node:worker_threads';
import type { Log } from '../../spec/ports/index.ts';
import type { FromProofWorker, ProofWorkerData } from './proof-worker.ts';

export interface ProofParts {
  readonly data: ProofWorkerData;
  readonly log: Log;
  /** The state is not to be trusted: the process must end. */
  refuted(text: string): void;
}

export type ProofStatus = 'Running' | 'Proved' | 'LogDamaged' | 'Refuted' | 'Failed';

export interface Proof {
  status(): ProofStatus;
  close(): Promise<void>;
}

export function startProof({ data, log, refuted }: ProofParts): Proof {
  let status: ProofStatus = 'Running';
  const worker = new Worker(new URL('./proof-worker.js', import.meta.url), { workerData: data });
  worker.on('message', (said: FromProofWorker) => {
    if (said.type === 'Proved') {
      status = 'Proved';
      log.info({ records: said.records }, 'the journal is proved from its beginning');
      return;
    }
    const { of, text } = said;
    status = of === 'State' ? 'Refuted' : 'LogDamaged';
    const sentence =
      of === 'State'
        ? 'the journal does not prove the state that the desk has started with'
        : 'the journal is damaged before its newest snapshot: the desk runs on nothing of that';
    log.error({ text }, sentence);
    if (of === 'State') refuted(text);
  });
  worker.on('error', (error) => {
    status = 'Failed';
    log.error({ error: error.message }, 'the journal could not be proved');
  });
  worker.unref();
  return {
    status: () => status,
    async close() {
      worker.removeAllListeners();
      await worker.terminate();
    },
  };
}
