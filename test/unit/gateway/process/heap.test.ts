// How far the heap grows is told to V8 in its own words.

import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { GROWTH_FLAG } from '../../../../gateway/process/heap.ts';

test('the flag is one that this Node has', () => {
  const flags = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  expect(flags).toContain(`  ${GROWTH_FLAG} (`);
});
