// Preloaded into the gateway: a CPU profile of its main thread, written when it ends, to CAUSEWAY_PROFILE.
// Node takes no --cpu-prof from NODE_OPTIONS, and the rig's command line is the product's.

import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { isMainThread } from 'node:worker_threads';

const file = process.env['CAUSEWAY_PROFILE'];
if (isMainThread && file !== undefined) {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: 500 });
  session.post('Profiler.start');
  process.once('exit', () => {
    session.post('Profiler.stop', (error, { profile }) => {
      if (error === null) writeFileSync(file, JSON.stringify(profile));
    });
  });
}
