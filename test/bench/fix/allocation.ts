// What decoding leaves on the heap. Run by codec.ts with a young space that a batch fits into, so that nothing is
// collected while it is counted.

import { getHeapStatistics } from 'node:v8';
import { Framer, MessageView, validate } from '../../../gateway/fix/index.ts';
import { fix44 } from '../../../spec/dictionaries/index.ts';
import { encoded, type Kind, KINDS, VARIANTS } from './messages.ts';
import { readAll } from './read-all.ts';

const MESSAGES = 1_000_000;
const BATCH = 50_000;
const framer = new Framer();
const view = new MessageView(fix44);
let sink = 0;

function decode(message: Uint8Array): void {
  framer.push(message);
  if (framer.next() !== 'Message') throw new Error('not framed');
  if (view.read(framer.bytes, framer.start, framer.end) !== null) throw new Error('garbled');
}

const runs: Readonly<Record<string, (message: Uint8Array) => void>> = {
  decode,
  'decode, validate'(message) {
    decode(message);
    if (validate(view) !== null) throw new Error('invalid');
  },
  'decode, validate, read all'(message) {
    decode(message);
    if (validate(view) !== null) throw new Error('invalid');
    sink += readAll(view, false);
  },
  'the same, in bigints'(message) {
    decode(message);
    if (validate(view) !== null) throw new Error('invalid');
    sink += readAll(view, true);
  },
};

function batch(kind: Kind, run: (message: Uint8Array) => void): number {
  const messages = encoded[kind];
  globalThis.gc?.();
  const before = getHeapStatistics().used_heap_size;
  for (let at = 0; at < BATCH; at += 1) {
    const message = messages[at % VARIANTS];
    if (message !== undefined) run(message);
  }
  return getHeapStatistics().used_heap_size - before;
}

for (const kind of KINDS) {
  for (const [what, run] of Object.entries(runs)) {
    batch(kind, run); // The compiler's own.
    batch(kind, run);
    let bytes = 0;
    for (let done = 0; done < MESSAGES; done += BATCH) bytes += batch(kind, run);
    console.log(`${kind}\t${what}\t${(bytes / MESSAGES).toFixed(0)}`);
  }
}
if (sink === 0) throw new Error('nothing was read');
