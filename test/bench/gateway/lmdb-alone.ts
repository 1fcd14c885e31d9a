// The floor: one thread that commits to LMDB what is due by now, and does nothing else.
//
//   node dist/test/bench/gateway/lmdb-alone.js FOLDER RATE COUNT BYTES DURABILITY FILE
//
// One put of BYTES an order, transactionSync, overlappingSync false. Nobody hands it the orders: it looks at the
// clock, so it has no thread to be woken by, no record to encode and nobody to tell. Latency counts from when the
// order was due. FILE gets COUNT float64: milliseconds.

import { writeFileSync } from 'node:fs';
import { openLmdbDisk } from '../../../gateway/journal/lmdb-disk.ts';
import { sequenceKey } from '../../../gateway/journal/keys.ts';

const [folder = '', rate = '', count = '', bytes = '', durability = '', file = ''] =
  process.argv.slice(2);
const perMs = Number(rate) / 1_000;
const total = Number(count);
const value = new Uint8Array(Number(bytes)).fill(7);
const never = new Int32Array(new SharedArrayBuffer(4));
const latencies = new Float64Array(total);
const disk = openLmdbDisk({
  folder,
  tables: ['log'],
  durability: durability === 'os' ? 'os' : 'fsync',
});

const nowMs = () => Number(process.hrtime.bigint()) / 1e6;
const start = nowMs();
let done = 0;
while (done < total) {
  const due = Math.min(total, Math.floor((nowMs() - start) * perMs) + 1);
  if (due <= done) {
    Atomics.wait(never, 0, 0, Math.max(0, start + done / perMs - nowMs()));
    continue;
  }
  const first = done;
  const writes = Array.from({ length: due - done }, (_, index) => ({
    table: 'log',
    key: sequenceKey(first + index + 1),
    value,
  }));
  disk.commit(writes);
  const at = nowMs();
  for (; done < due; done += 1) latencies[done] = at - (start + done / perMs);
}
disk.close();
writeFileSync(file, new Uint8Array(latencies.buffer));
