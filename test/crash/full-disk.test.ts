// A small disk that fills (row 17): new orders are refused with the reason, cancels go on, and with room
// again orders are taken. Needs root, to mount a disk of memory.

import { afterAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cancelOf, labClient, newOrder, reports, tradable, withDesk } from './desk.ts';
import { sleep } from '../counterparties/rig.ts';

const MINUTE = 60_000;
/** The journal holds back 64 MiB of it, and calls less than 256 MiB of room nearly full. */
const DISK_MIB = 400;
const FILLER_MIB = 120;

const disk = mkdtempSync(join(tmpdir(), 'causeway-full-'));

function mayMount(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MIB}m`, 'tmpfs', disk], {
      stdio: 'pipe',
    });
    return true;
  } catch {
    return false;
  }
}

const isMounted = mayMount();

afterAll(() => {
  if (isMounted) execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

(isMounted ? test : test.skip)(
  'below the watermark orders are refused with the reason, cancels go on, and it resumes within 5 s',
  async () => {
    mkdirSync(join(disk, 'journal'));
    await withDesk({ config: { dataFolder: join(disk, 'journal') } }, async (rig, folder) => {
      await rig.startGateway();
      const client = labClient(rig, folder);
      await rig.healthy();
      await tradable(client);
      client.fix.send('D', newOrder('RESTS'));
      await client.until('New', reports('0', 'RESTS'));

      const filler = join(disk, 'filler');
      writeFileSync(filler, Buffer.alloc(FILLER_MIB * 1024 * 1024));
      await sleep(1_500);
      client.fix.send('D', newOrder('REFUSED'));
      const refused = await client.until('Rejected', reports('8', 'REFUSED'));
      expect(refused.get(58)).toMatch(/disk of the journal is nearly full/);
      client.fix.send('F', cancelOf('CANCEL', 'RESTS'));
      await client.until('Canceled', reports('4', 'CANCEL'));

      rmSync(filler);
      await sleep(1_500);
      client.fix.send('D', newOrder('TAKEN'));
      await client.until('New', reports('0', 'TAKEN'), 3_500);
      expect([...client.ends, ...client.violations]).toEqual([]);
      await client.fix.stop();
    });
  },
  MINUTE,
);
