// What tsc leaves to be done: the bin's mode, and files that are not TypeScript.
import { chmodSync, existsSync } from 'node:fs';

const bin = 'dist/gateway/cli/main.js';
if (existsSync(bin)) chmodSync(bin, 0o755);
