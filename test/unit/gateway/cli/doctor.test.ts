// What the doctor makes of figures; that it reads the right ones is shown against a running desk.

import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { judgedNode } from '../../../../gateway/cli/doctor-chain.ts';
import {
  fileSystemFinding,
  judgedFlushes,
  recordedFinding,
} from '../../../../gateway/cli/doctor-folder.ts';
import type { EpochNs } from '../../../../spec/ports/index.ts';
import { limitFindings, nodeFinding } from '../../../../gateway/cli/doctor-machine.ts';
import { clockFinding } from '../../../../gateway/cli/doctor-network.ts';
import { EXAMPLE, changed, folderWith, removeFolders } from '../config/desk-folder.ts';
import { objectsOf, runCli } from './run-cli.ts';

afterEach(removeFolders);

test.each([
  ['20.18.0', 'ok'],
  ['22.0.0', 'ok'],
  ['20.17.9', 'fail'],
  ['18.99.0', 'fail'],
])('Node %s is %s: 20.18 is the oldest', (version, state) => {
  expect(nodeFinding(version).state).toBe(state);
});

describe('limits of the process', () => {
  const limits = (files: string, size: string, core: string): string =>
    [
      'Limit                     Soft Limit           Hard Limit           Units     ',
      `Max file size             ${size}            unlimited            bytes     `,
      `Max core file size        ${core}                    unlimited            bytes     `,
      `Max open files            ${files}                 1048576              files     `,
    ].join('\n');

  test.each([
    ['4096', 'ok'],
    ['4095', 'warn'],
    ['1024', 'warn'],
    ['1023', 'fail'],
  ])('%s open files are %s', (files, state) => {
    expect(limitFindings(limits(files, 'unlimited', '0'))).toMatchObject([
      { check: 'open files', state, found: files },
      { check: 'file size', state: 'ok' },
      { check: 'core dumps', state: 'ok' },
    ]);
  });

  test('a bound on the size of a file fails, a core file is warned of', () => {
    expect(limitFindings(limits('4096', '1000000', 'unlimited')).map(({ state }) => state)).toEqual(
      ['ok', 'fail', 'warn'],
    );
  });
});

test.each([
  [0xef53, 'ok', 'ext4'],
  [0x58465342, 'ok', 'xfs'],
  [0x01021994, 'fail', 'tmpfs'],
  [0x6969, 'fail', 'nfs'],
  [0x12345, 'warn', 'of type 0x12345'],
])('file system 0x%s is %s', (magic, state, name) => {
  expect(fileSystemFinding(magic, '/d')).toMatchObject({ state, found: `${name}: /d` });
});

describe('flushes', () => {
  const times = (usual: number, slowest: number): readonly number[] => [
    ...Array.from({ length: 97 }, () => usual),
    slowest,
    slowest,
    slowest,
  ];

  test.each([
    [0.5, 2, 'ok'],
    [0.5, 10, 'ok'],
    [0.5, 10.1, 'warn'],
    [0.5, 100.1, 'fail'],
    [0.009, 0.02, 'warn'], // Faster than any disk.
  ])('of %s ms, the slowest %s ms, are %s', (usual, slowest, state) => {
    expect(judgedFlushes(times(usual, slowest)).state).toBe(state);
  });
});

test.each([
  [0, 5, 'ok'],
  [-100, 0, 'ok'],
  [101, 0, 'warn'],
  [600, 520, 'ok'], // A venue's whole second says no more.
  [-1_001, 0, 'fail'],
  [1_200, 150, 'fail'],
])('a clock that is %s ms ahead, known to ± %s ms, is %s', (offset, error, state) => {
  expect(clockFinding('kraken', offset, error).state).toBe(state);
});

test.each([
  [{ chainID: 1, block: 7, ageMs: 60_000 }, 'ok'],
  [{ chainID: 1, block: 7, ageMs: 60_001 }, 'warn'],
  [{ chainID: 5, block: 7, ageMs: 0 }, 'fail'],
  [{ chainID: null, block: 7, ageMs: 0 }, 'fail'],
  [{ chainID: 1, block: null, ageMs: 0 }, 'fail'],
])('a node that says %j is %s for chain 1', (seen, state) => {
  expect(judgedNode('n', 1, seen).state).toBe(state);
});

test.each([
  [-5_000, 'ok', ''],
  [999, 'ok', ''],
  [1_000, 'warn', ', 1 s ahead'],
  [120_000, 'warn', ', 120 s ahead'],
  [120_001, 'fail', ', 120 s ahead'],
])('a last record %s ms ahead of the machine is %s', (aheadMs, state, said) => {
  const now = 1_763_726_400_000_000_000n as EpochNs;
  const finding = recordedFinding((now + BigInt(aheadMs) * 1_000_000n) as EpochNs, now);
  expect(finding.state).toBe(state);
  expect(finding.found).toContain(said);
});

describe('causeway doctor', () => {
  test('of a configuration that cannot be used says each fault and ends with 1', async () => {
    const { code, stdout } = await runCli(['doctor', '--config', '/nonexistent.yaml', '--json']);
    expect(code).toBe(1);
    expect(objectsOf(stdout)).toContainEqual(
      expect.objectContaining({ check: 'configuration', state: 'fail' }),
    );
  });

  test('where venues cannot be reached and others may write a folder of keys fails for each', async () => {
    const nowhere = EXAMPLE.replaceAll(/https:\/\/[^\s"]+/g, 'http://127.0.0.1:1').replaceAll(
      /wss:\/\/[^\s"]+/g,
      'ws://127.0.0.1:1',
    );
    const { file } = folderWith(nowhere);
    const secrets = join(dirname(file), 'secrets');
    mkdirSync(secrets, { recursive: true });
    chmodSync(secrets, 0o777);
    const { code, stdout } = await runCli(['doctor', '--config', file, '--json']);
    expect(code).toBe(1);
    const failed = objectsOf(stdout).filter(({ state }) => state === 'fail');
    expect(failed.map(({ check }) => check)).toEqual(
      expect.arrayContaining(["keys' folder", 'binance REST', 'binance orders']),
    );
    expect(failed.every(({ remedy }) => remedy !== '')).toBe(true);
  });

  test('of a data folder that would lie in a file says what is wrong with it', async () => {
    const below = changed('dataFolder: ./data', 'dataFolder: ./secrets/acme.password/data');
    const { file } = folderWith(below);
    const { code, stdout, stderr } = await runCli(['doctor', '--config', file, '--json']);
    expect(stderr).toBe('');
    expect(code).toBe(1);
    expect(objectsOf(stdout)).toContainEqual(
      expect.objectContaining({ check: 'disk flush', state: 'fail' }),
    );
  });
});
