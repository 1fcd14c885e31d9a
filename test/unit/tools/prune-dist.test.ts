// A deleted source takes its built files along.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { pruneDist } from '../../tools/prune-dist.ts';

test('built files without a source go, all others stay', () => {
  const root = mkdtempSync(join(tmpdir(), 'causeway-prune-'));
  try {
    mkdirSync(join(root, 'spec'));
    mkdirSync(join(root, 'dist/spec'), { recursive: true });
    writeFileSync(join(root, 'spec/kept.ts'), '');
    for (const file of ['kept.js', 'kept.d.ts', 'gone.js', 'gone.js.map', 'gone.d.ts', 'a.yaml']) {
      writeFileSync(join(root, 'dist/spec', file), '');
    }
    const removed = pruneDist(root, join(root, 'dist'));
    expect([...removed].sort()).toEqual(['spec/gone.d.ts', 'spec/gone.js', 'spec/gone.js.map']);
    expect(readdirSync(join(root, 'dist/spec')).sort()).toEqual(['a.yaml', 'kept.d.ts', 'kept.js']);
  } finally {
    rmSync(root, { recursive: true });
  }
});
