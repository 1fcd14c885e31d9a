// The engine with a store of its own, without a desk: an acceptor that is killed goes on where it was.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { startEcho } from '../counterparties/echo.ts';
import { RawPeer } from '../crash/raw-peer.ts';
import { utc } from '../counterparties/fix-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'causeway-echo-'));
const ISLD = { 56: 'ISLD' };

afterAll(() => rmSync(folder, { recursive: true }));

async function loggedOn(port: number, nextOut: number): Promise<readonly [RawPeer, string]> {
  const peer = await RawPeer.connect(port, 'TW44');
  peer.nextOut = nextOut;
  peer.say(
    'A',
    [
      [98, '0'],
      [108, '30'],
    ],
    ISLD,
  );
  return [peer, await peer.hear()];
}

function order(peer: RawPeer, clOrdID: string): void {
  const terms = [
    [55, 'ETH/USDT'],
    [54, '1'],
    [60, utc()],
    [40, '1'],
    [38, '1'],
  ] as const;
  peer.say('D', [[11, clOrdID], ...terms], ISLD);
}

test('killed and started again it goes on with both numbers, and sends again what it sent before', async () => {
  const before = await startEcho('--store', folder);
  const [first, logon] = await loggedOn(before.port, 1);
  expect(logon).toContain('|35=A|');
  expect(logon).toContain('|34=1|');
  order(first, 'one');
  const echoed = await first.hear();
  expect(echoed).toContain('|34=2|');
  await before.end('SIGKILL');

  const after = await startEcho('--store', folder);
  const [second, answer] = await loggedOn(after.port, 3);
  const number = Number(/\|34=(\d+)\|/.exec(answer)?.[1]);
  expect(answer).toContain('|35=A|');
  expect(number).toBeGreaterThan(2);
  second.say(
    '2',
    [
      [7, '2'],
      [16, '0'],
    ],
    ISLD,
  );
  const again = await second.hear();
  expect(again).toContain('|34=2|');
  expect(again).toContain('|43=Y|');
  expect(again).toContain('|11=one|');
  const rest = await second.hear();
  expect(rest).toContain('|35=4|');
  expect(rest).toContain(`|36=${number + 1}|`);
  order(second, 'two');
  expect(await second.hear()).toContain(`|34=${number + 1}|`);
  const low = await loggedOnAgain(after.port, second);
  expect(low).toContain('|35=5|');
  expect(low).toContain('MsgSeqNum');
  await after.end();
}, 30_000);

/** Another connection of the peer, which begins at 1 again. */
async function loggedOnAgain(port: number, before: RawPeer): Promise<string> {
  before.say('5', [], ISLD);
  expect(await before.hear()).toContain('|35=5|');
  before.close();
  const [, answer] = await loggedOn(port, 1);
  return answer;
}
