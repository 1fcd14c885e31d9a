// Which files a configuration names for its secrets, found or not: for whoever looks at their folders.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { folderOf } from './build.ts';
import { isSecretFileKey } from './references.ts';
import { readYaml } from './yaml.ts';

/** Absolute, each once. `file` has been loaded. */
export function secretFilesOf(file: string): readonly string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, item] of Object.entries(value)) {
      if (isSecretFileKey(key) && typeof item === 'string' && !item.startsWith('${')) {
        found.add(resolve(folderOf(file), item));
      } else walk(item);
    }
  };
  walk(readYaml(file, readFileSync(file, 'utf8')).data);
  return [...found];
}
