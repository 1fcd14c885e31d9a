// Every message in and out is kept and found again: what a peer said and heard, against `causeway messages`.

import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { sleep } from '../counterparties/rig.ts';
import { BIN } from '../tools/bin.ts';
import { objectsOf, runCli } from '../unit/gateway/cli/run-cli.ts';
import { newOrder, withDesk } from './desk.ts';
import { RawPeer } from './raw-peer.ts';

/** A bound on hanging, no claim. */
const PATIENCE_MS = 180_000;

/** Direction, MsgType and number of each, without what comes by the clock alone. */
function brief(objects: readonly Record<string, unknown>[]): readonly string[] {
  return objects
    .map(({ direction, msgType, header, notes }) => {
      const fields = header as readonly { readonly tag: number; readonly value: string }[];
      const number = fields.find(({ tag }) => tag === 34)?.value;
      return `${String(direction)} ${String(msgType)} ${number} ${(notes as string[]).join()}`.trim();
    })
    .filter((line) => !line.startsWith('out 0'));
}

test(
  'a session from its Logon to its Logout, beside the running gateway and after it',
  async () => {
    await withDesk({}, async (rig) => {
      await rig.startGateway();
      await rig.healthy();
      const peer = await RawPeer.loggedOn(rig.fixPort);
      peer.say('D', newOrder('KEPT-1', { 38: '-1' }));
      await peer.answers();
      peer.say('D', [[11, 'KEPT-2']]);
      expect(await peer.hear()).toContain('|35=3|');
      peer.say('2', [
        [7, '1'],
        [16, '0'],
      ]);
      expect(await peer.hear()).toContain('|35=4|');
      await peer.answers();
      peer.write(peer.framed('0', [], { 34: '99' }).replace(/10=\d{3}/, '10=999'));
      peer.say('5', []);
      await sleep(300);
      peer.close('end');
      const args = ['messages', '--data', rig.dataFolder, '--session', 'ACME'];
      const live = await runCli([...args, '--json']);
      const all = [
        'in A 1',
        'out A 1',
        'in D 2',
        'out 8 2',
        'in 1 3',
        'in D 4',
        'out 3 4',
        'in 2 5',
        // The Logon is filled over, the report goes again, its Heartbeat and the Reject are filled over.
        'out 4 1',
        'out 8 2 sent again with PossDupFlag(43)=Y; here as it was at first',
        'out 4 3',
        'in 1 6',
        'in 0 99 garbled: ignored, its number not used up,CheckSum(10) should be',
        'in 5 7',
        'out 5 6',
      ];
      const lines = brief(objectsOf(live.stdout)).map((line) =>
        line.replace(/(should be) \d+$/, '$1'),
      );
      expect(lines).toEqual(all);
      const times = objectsOf(live.stdout).map(({ at }) => String(at));
      expect(times).toEqual(times.toSorted());
      expect(times[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/);

      const one = await runCli([...args, '--clordid', 'KEPT-1', '--app', '--limit', '1', '--json']);
      expect(brief(objectsOf(one.stdout))).toEqual([
        'out 8 2 sent again with PossDupFlag(43)=Y; here as it was at first',
      ]);
      await rig.stopGateway();
      const stopped = await runCli([...args, '--raw', '--type', 'D']);
      expect(stopped.stdout.split('\n').map((line) => /\|11=([^|]+)/.exec(line)?.[1])).toEqual([
        'KEPT-1',
        'KEPT-2',
        undefined,
      ]);
    });
  },
  PATIENCE_MS,
);

test(
  '--follow shows what comes',
  async () => {
    await withDesk({}, async (rig) => {
      await rig.startGateway();
      await rig.healthy();
      const main = resolve(BIN);
      const args = ['messages', '--data', rig.dataFolder, '--follow', '--app', '--raw'];
      const child = spawn(process.execPath, [main, ...args], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let text = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      try {
        const peer = await RawPeer.loggedOn(rig.fixPort);
        for (let attempt = 0; !text.includes('|11=LIVE-') && attempt < 60; attempt += 1) {
          peer.say('D', newOrder(`LIVE-${attempt}`, { 38: '-1' }));
          await peer.answers();
          await sleep(200);
        }
        expect(text).toMatch(/\|35=D\|.*\|11=LIVE-\d+\|/);
        peer.close();
      } finally {
        child.kill();
      }
    });
  },
  PATIENCE_MS,
);
