// A small disk that fills (row 17): new orders are refused with the reason, cancels go on, and with room
// again orders are taken. Needs root, to mount a disk of memory.

import { afterAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cancelOf, newOrder, reports, trading, withDesk } from './desk.ts';
import { type Rig, sleep } from '../counterparties/rig.ts';

/** A bound on hanging, no claim. */
const PATIENCE_MS = 180_000;
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

/** Waits until `/health` says so of why no new order is taken. */
async function until(rig: Rig, fits: (closedFor: string | null) => boolean): Promise<void> {
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${rig.httpPort}/health`);
    const { closedFor } = (await response.json()) as { readonly closedFor: string | null };
    if (fits(closedFor)) return;
    await sleep(50);
  }
}

(isMounted ? test : test.skip)(
  'below the watermark orders are refused with the reason, cancels go on, and it resumes within 5 s',
  async () => {
    mkdirSync(join(disk, 'journal'));
    await withDesk({ config: { dataFolder: join(disk, 'journal') } }, async (rig, folder) => {
      const client = await trading(rig, folder);
      client.fix.send('D', newOrder('RESTS'));
      await client.until('New', reports('0', 'RESTS'));

      const filler = join(disk, 'filler');
      writeFileSync(filler, Buffer.alloc(FILLER_MIB * 1024 * 1024));
      await until(rig, (closedFor) => closedFor !== null);
      client.fix.send('D', newOrder('REFUSED'));
      const refused = await client.until('Rejected', reports('8', 'REFUSED'));
      expect(refused.get(58)).toMatch(/disk of the journal is nearly full/);
      client.fix.send('F', cancelOf('CANCEL', 'RESTS'));
      await client.until('Canceled', reports('4', 'CANCEL'));

      const roomAt = Date.now();
      rmSync(filler);
      await until(rig, (closedFor) => closedFor === null);
      expect(Date.now() - roomAt).toBeLessThan(5_000);
      client.fix.send('D', newOrder('TAKEN'));
      await client.until('New', reports('0', 'TAKEN'));
      expect([...client.ends, ...client.violations]).toEqual([]);
      await client.fix.stop();
    });
  },
  PATIENCE_MS,
);
