// Orders in every FIX version that is spoken, and by sessions of the same CompIDs, through the real process: our own client,
// a simulated exchange.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Rig, type RigVersion, startRig } from '../counterparties/rig.ts';
import { objectsOf, runCli } from '../unit/gateway/cli/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'causeway-versions-'));
const VERSIONS = [
  ['4.2', 'CLI42', { beginString: 'FIX.4.2' }],
  ['4.3', 'CLI43', { beginString: 'FIX.4.3' }],
  ['4.4', 'CLI', { beginString: 'FIX.4.4' }],
  ['5.0', 'CLI50', { beginString: 'FIXT.1.1', defaultApplVerID: 'FIX.5.0' }],
  ['5.0SP1', 'CLI50SP1', { beginString: 'FIXT.1.1', defaultApplVerID: 'FIX.5.0SP1' }],
  ['5.0SP2', 'CLI50SP2', { beginString: 'FIXT.1.1', defaultApplVerID: 'FIX.5.0SP2' }],
] satisfies readonly (readonly [string, string, RigVersion])[];
let rig: Rig;

beforeAll(async () => {
  rig = await startRig({
    folder,
    seed: 11,
    sessions: [
      ...VERSIONS.map(([, id, version]) => ({ id, accounts: [id], version })),
      ...['ONE', 'TWO'].map((targetSubID) => ({
        id: `FLOOR-${targetSubID}`,
        accounts: [targetSubID],
        terms: { targetCompID: 'FLOOR', fix: { qualified: true, targetSubID } },
      })),
    ],
  });
  await rig.startGateway();
  await rig.healthy();
});

afterAll(async () => {
  await rig.close();
  rmSync(folder, { recursive: true });
});

async function order(...args: readonly string[]) {
  const run = await runCli(['order', ...args, '--config', rig.configFile, '--json']);
  return { code: run.code, said: objectsOf(run.stdout), stderr: run.stderr };
}

function kinds(said: readonly Readonly<Record<string, unknown>>[]): readonly unknown[] {
  return said.map(({ execType, type }) => execType ?? type);
}

/** The messages of a session, as they went over the wire. */
async function sent(session: string): Promise<string> {
  const asked = ['messages', '--data', rig.dataFolder, '--session', session, '--raw'];
  return (await runCli(asked)).stdout;
}

describe.each(VERSIONS.map(([version, session]) => ({ version, session })))(
  'FIX $version',
  ({ version, session }) => {
    const buy = ['buy', '0.01', 'BTC/USDT', '--fix-version', version];

    test('an order is filled', async () => {
      const { code, said } = await order(...buy, '--limit', '65000', '--tif', 'ioc');
      expect(code).toBe(0);
      expect(kinds(said)).toEqual(['New', 'Trade', 'Ended']);
      expect(said[1]).toMatchObject({ ordStatus: 'Filled', lastQty: '0.01', cumQty: '0.01' });
    });

    test('an order rests, is replaced, and is cancelled', async () => {
      const rests = await order(...buy, '--limit', '50000', '--tif', 'gtc');
      expect(kinds(rests.said)).toEqual(['New', 'Resting']);
      const orderID = String(rests.said.at(-1)?.['orderID']);
      const replaced = await order('replace', orderID, '--qty', '0.02', '--fix-version', version);
      expect(kinds(replaced.said)).toEqual(['PendingReplace', 'Replaced', 'Resting']);
      const canceled = await order('cancel', orderID, '--fix-version', version);
      expect(kinds(canceled.said)).toEqual(['PendingCancel', 'Canceled', 'Ended']);
    });

    test('an order that is rejected says why', async () => {
      const { code, said } = await order('buy', '1', 'DOGE/USDT', '--fix-version', version);
      expect(code).toBe(3);
      expect(JSON.stringify(said)).toContain('Symbol(55) DOGE/USDT is not known here');
    });

    test('all of it was said in that version, and none of it was refused', async () => {
      const text = await sent(session);
      const beginString = version.startsWith('5') ? 'FIXT.1.1' : `FIX.${version}`;
      const lines = text.split('\n').filter((line) => line.includes('8=FIX'));
      expect(lines.length).toBeGreaterThan(10);
      for (const line of lines) expect(line).toContain(`8=${beginString}|`);
      expect(text).not.toMatch(/\|35=(3|j)\|/);
      const reports = lines.filter((line) => line.includes('|35=8|'));
      const isOld = version === '4.2';
      for (const report of reports) expect(report.includes('|20=0|')).toBe(isOld);
      expect(
        reports.some((report) => report.includes(isOld ? '|150=2|39=2|' : '|150=F|39=2|')),
      ).toBe(true);
    });
  },
);

test.each(['ONE', 'TWO'])(
  'FLOOR and its sub-ID %s are a session with numbers of its own',
  async (subID) => {
    const session = ['--session', `FLOOR-${subID}`];
    const { code, said } = await order('buy', '0.01', 'BTC/USDT', '--tif', 'ioc', ...session);
    expect([code, ...kinds(said)]).toEqual([0, 'New', 'Trade', 'Ended']);
    const lines = (await sent(`FIX.4.4:CAUSEWAY->FLOOR ${subID}`)).split('\n').filter(Boolean);
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) expect(line).toMatch(new RegExp(`\\|5[07]=${subID}\\|`));
  },
);

test('a version that no session speaks is refused, with those that there are', async () => {
  const { code, stderr } = await order(
    'buy',
    '1',
    'BTC/USDT',
    '--session',
    'CLI',
    '--fix-version',
    '4.2',
  );
  expect(code).toBe(2);
  expect(stderr).toContain('no session "CLI" that speaks FIX.4.2');
  expect(stderr).toContain('CLI42 (FIX.4.2)');
});
