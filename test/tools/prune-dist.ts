// Takes out of dist what no source stands behind any more: a deleted test must not go on running.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

const built = /\.(js|js\.map|d\.ts)$/;

/** Removes each built file under `dist` whose TypeScript source is gone from `root`; returns what it removed. */
export function pruneDist(root: string, dist: string): readonly string[] {
  const orphans = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && built.test(entry.name))
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)))
    .filter((file) => !existsSync(join(root, file.replace(built, '.ts'))));
  for (const file of orphans) rmSync(join(dist, file));
  return orphans;
}
