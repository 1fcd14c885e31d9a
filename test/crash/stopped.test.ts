// A gateway that stands still, or that loses its folder: what is stale is not sent, and nobody is left guessing.

import { expect, test } from '@jest/globals';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { type RecordingProxy, startRecordingProxy } from '../counterparties/recording-proxy.ts';
import { sleep } from '../counterparties/rig.ts';
import { type DeskOptions, labClient, newOrder, reports, tradable, withDesk } from './desk.ts';

/** A bound on hanging, no claim. */
const PATIENCE_MS = 180_000;
const STALE_AFTER_MS = 1_000;
const JOURNAL_FAILED = 6;

const placed = (proxy: RecordingProxy | undefined): number =>
  proxy?.passed.filter(({ text }) => text.includes('"order.place"')).length ?? 0;

function watched(proxies: RecordingProxy[]): DeskOptions {
  return {
    sessions: [{ id: 'ACME', accounts: ['A1'], staleOrderAgeMs: STALE_AFTER_MS }],
    between: async (exchangePort) => {
      const proxy = await startRecordingProxy(exchangePort);
      proxies.push(proxy);
      return proxy.port;
    },
  };
}

test(
  'SIGSTOP, then SIGCONT: an order that has grown stale meanwhile is rejected, and not sent',
  async () => {
    const proxies: RecordingProxy[] = [];
    await withDesk(watched(proxies), async (rig, folder) => {
      const gateway = await rig.startGateway();
      const client = labClient(rig, folder, { heartBtInt: 30 });
      await rig.healthy();
      await tradable(client);
      await sleep(200);
      const before = placed(proxies[0]);
      gateway.kill('SIGSTOP');
      client.fix.send('D', newOrder('STALE'));
      await sleep(3 * STALE_AFTER_MS);
      gateway.kill('SIGCONT');
      const refused = await client.until('Rejected', reports('8', 'STALE'));
      expect(refused.get(103)).toBe('8');
      expect(placed(proxies[0])).toBe(before);
      await tradable(client, 'FRESH');
      expect(client.ends).toEqual([]);
      await client.fix.stop();
    });
    for (const proxy of proxies) proxy.close();
  },
  PATIENCE_MS,
);

test(
  'row 1: an order that a crash left undecided is asked for again, and rejected once it is too old',
  async () => {
    const proxies: RecordingProxy[] = [];
    await withDesk(watched(proxies), async (rig, folder) => {
      const gateway = await rig.startGateway();
      const client = labClient(rig, folder, { heartBtInt: 30 });
      await rig.healthy();
      await tradable(client);
      await sleep(200);
      const before = placed(proxies[0]);
      gateway.kill('SIGSTOP'); // Its bytes are read by nobody.
      client.fix.send('D', newOrder('STALE'));
      await sleep(50);
      await rig.killGateway();
      await sleep(STALE_AFTER_MS);
      await rig.startGateway();
      const refused = await client.until('Rejected', reports('8', 'STALE'));
      expect(refused.get(103)).toBe('8');
      expect(placed(proxies[0])).toBe(before);
      expect(client.violations).toEqual([]);
      await client.fix.stop();
    });
    for (const proxy of proxies) proxy.close();
  },
  PATIENCE_MS,
);

test.each([
  ['its lock', 'gateway.lock', /lock of the data folder .* was removed/],
  ['its whole folder', '.', /the data folder .* was removed/],
])(
  'a gateway that loses %s stops with a plain word',
  async (_name, lost, word) => {
    await withDesk({}, async (rig, folder) => {
      await rig.startGateway();
      const ended = rig.gatewayEnded();
      // In one step: a gateway that is still at work writes anew into a folder that is being emptied.
      renameSync(join(rig.dataFolder, lost), join(folder, 'lost'));
      expect(await ended).toBe(JOURNAL_FAILED);
      expect(rig.gatewayLog()).toMatch(word);
    });
  },
  PATIENCE_MS,
);
