// What tsc leaves to be done: files whose source is gone, the bundle, and the bin's mode.
import { chmodSync } from 'node:fs';
import { BIN } from './bin.ts';
import { bundle } from './bundle.ts';
import { pruneDist } from './prune-dist.ts';

pruneDist('.', 'dist');
await bundle();
chmodSync(BIN, 0o755);
