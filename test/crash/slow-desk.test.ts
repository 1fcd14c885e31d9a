// A desk that is behind its disk leaves its sockets unread: what waits, waits at who sent it, in bounds.

import { expect, test } from '@jest/globals';
import { sleep } from '../counterparties/rig.ts';
import { labClient, newOrder, tradable, withDesk } from './desk.ts';
import { patched } from './poisoned.ts';
import { slowDisk } from './slow-disk.ts';

/** A bound on hanging, no claim. */
const PATIENCE_MS = 180_000;
const ORDERS = 1_500;
/**
 * Above 400 records sockets are left unread: then come at most the rest of a chunk of 64 KiB from the
 * client, 370 orders of two events each, and of one from the venue, some 200 reports.
 */
const MOST_QUEUED = 400 + 2 * 370 + 200;

test(
  'while each flush takes 300 ms, orders and reports wait unread, no session ends, and none is lost',
  async () => {
    const { dist, remove } = patched([
      {
        file: 'gateway/process/assembly.js',
        before: 'pauseAboveRecords: 200_000,',
        planted: 'pauseAboveRecords: 400,',
      },
    ]);
    const sessions = ['ACME', 'IDLE'].map((id) => ({
      id,
      accounts: [`${id}-1`],
      staleOrderAgeMs: 120_000,
    }));
    await withDesk({ dist, sessions }, async (rig, folder) => {
      const disk = slowDisk(folder);
      await rig.startGateway(disk.environment);
      const client = labClient(rig, folder, { heartBtInt: 30 });
      await rig.healthy();
      await tradable(client, 'WARM', { 1: 'ACME-1' });
      const idle = labClient(rig, folder, { id: 'IDLE', heartBtInt: 1 });
      await idle.loggedOn();

      disk.tell('sync delay 300');
      await sleep(200);
      for (let at = 0; at < ORDERS; at += 1) {
        client.fix.send('D', newOrder(`O${at}`, { 1: 'ACME-1', 38: '0.01' }));
      }
      let most = 0;
      const accepted = new Set<string>();
      const until = Date.now() + 90_000;
      while (accepted.size < ORDERS) {
        if (Date.now() > until)
          throw new Error(`${accepted.size} of ${ORDERS} orders are accepted`);
        const response = await fetch(`http://127.0.0.1:${rig.httpPort}/health`);
        const { journal } = (await response.json()) as {
          readonly journal: { readonly queuedRecords: number };
        };
        most = Math.max(most, journal.queuedRecords);
        for (const message of client.heard) {
          const clOrdID = message.get(11) ?? '';
          if (message.get(150) === '0' && clOrdID.startsWith('O')) accepted.add(clOrdID);
        }
        await sleep(20);
      }
      disk.tell('');
      expect(most).toBeGreaterThan(400);
      expect(most).toBeLessThan(MOST_QUEUED);
      expect(rig.gatewayLog()).toMatch(/clients and venues are left unread/);
      expect(rig.gatewayLog()).toMatch(/clients and venues are read again/);
      expect([...client.ends, ...idle.ends]).toEqual([]);
      expect([...client.violations, ...idle.violations]).toEqual([]);
      await tradable(client, 'AFTER', { 1: 'ACME-1' });
      await client.fix.stop();
      await idle.fix.stop();
    });
    remove();
  },
  PATIENCE_MS,
);
