// What tsc leaves to be done: the bin's mode, files whose source is gone, and files that are not TypeScript.
import { chmodSync, existsSync } from 'node:fs';
import { pruneDist } from './prune-dist.ts';

pruneDist('.', 'dist');

const bin = 'dist/gateway/cli/main.js';
if (existsSync(bin)) chmodSync(bin, 0o755);
