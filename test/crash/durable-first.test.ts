// I1 as it is seen on the sockets: what SIGKILL cannot show, because the page cache survives it.

import { describe, expect, test } from '@jest/globals';
import { type RecordingProxy, startRecordingProxy } from '../counterparties/recording-proxy.ts';
import { type Rig, sleep } from '../counterparties/rig.ts';
import {
  type LabClient,
  cancelOf,
  labClient,
  newOrder,
  reports,
  tradable,
  withDesk,
} from './desk.ts';
import { type SlowDisk, committedAfter, slowDisk } from './slow-disk.ts';

const DELAY_MS = 300;
/** What glibc says of a heap that was written over. */
const OVERWRITTEN =
  /(munmap_chunk|free|malloc|realloc)\(\): |corrupted size vs\. prev_size|double free or corruption|malloc_consolidate|corrupted double-linked list/;

/** A bound on hanging, no claim. */
const PATIENCE_MS = 180_000;

interface Lab {
  readonly folder: string;
  readonly rig: Rig;
  readonly disk: SlowDisk;
  readonly proxy: RecordingProxy;
  readonly client: LabClient;
}

/** A desk on the slow disk with a proxy before its venue, ready to trade. */
async function inLab(use: (lab: Lab) => Promise<void>): Promise<void> {
  const proxies: RecordingProxy[] = [];
  const between = async (exchangePort: number): Promise<number> => {
    const proxy = await startRecordingProxy(exchangePort);
    proxies.push(proxy);
    return proxy.port;
  };
  const sessions = [
    { id: 'ACME', accounts: ['A1'] },
    { id: 'IDLE', accounts: ['I1'] },
  ];
  await withDesk({ between, sessions }, async (rig, folder) => {
    const disk = slowDisk(folder);
    await rig.startGateway(disk.environment);
    const client = labClient(rig, folder);
    const [proxy] = proxies;
    if (proxy === undefined) throw new Error('no proxy was asked for');
    try {
      await rig.healthy();
      await tradable(client);
      await use({ rig, folder, disk, proxy, client });
    } finally {
      await client.fix.stop();
      proxy.close();
    }
  });
}

/** When the venue was first asked for something with `words` in it; null: never. */
function askedAt(proxy: RecordingProxy, method: string, since: bigint): bigint | null {
  return (
    proxy.passed.find(({ at, text }) => at >= since && text.includes(`"${method}"`))?.at ?? null
  );
}

describe('with a disk that takes 300 ms to flush', () => {
  test(
    'I1: no byte that an order causes leaves for client or venue before the commit that holds it',
    async () => {
      await inLab(async ({ disk, proxy, client }) => {
        disk.tell(`sync delay ${DELAY_MS}`);
        await sleep(2 * DELAY_MS);
        for (let round = 1; round <= 3; round += 1) {
          const order = `R${round}`;
          const sentAt = process.hrtime.bigint();
          client.fix.send('D', newOrder(order));
          const accepted = await client.until('New', reports('0', order));
          const committed = committedAfter(disk.calls(), sentAt);
          expect(committed).not.toBeNull();
          expect(accepted.at >= (committed ?? 0n)).toBe(true);
          await sleep(50);
          const placed = askedAt(proxy, 'order.place', sentAt);
          expect(placed).not.toBeNull();
          expect((placed ?? 0n) >= (committed ?? 0n)).toBe(true);

          await sleep(2 * DELAY_MS);
          const cancelledAt = process.hrtime.bigint();
          client.fix.send('F', cancelOf(`C${round}`, order));
          const pending = await client.until('PendingCancel', reports('6', `C${round}`));
          const cancelCommitted = committedAfter(disk.calls(), cancelledAt);
          expect(pending.at >= (cancelCommitted ?? pending.at + 1n)).toBe(true);
          const ended = await client.until('Canceled', reports('4', `C${round}`));
          const cancelAsked = askedAt(proxy, 'order.cancel', cancelledAt);
          expect(cancelAsked).not.toBeNull();
          expect((cancelAsked ?? 0n) >= (cancelCommitted ?? 0n)).toBe(true);
          // The venue's answer is an event too, and has a commit of its own.
          const answered = committedAfter(disk.calls(), cancelAsked ?? 0n);
          expect(ended.at >= (answered ?? ended.at + 1n)).toBe(true);
        }
        disk.tell('');
        expect(client.violations).toEqual([]);
      });
    },
    PATIENCE_MS,
  );
});

describe('with a disk that fails', () => {
  test.each([
    ['a flush fails with EIO', 'sync fail 5'],
    ['the write of the meta page fails with EIO', 'write fail 5'],
  ])(
    'I1: when %s nothing of the order leaves, and the gateway ends at once with its own code',
    async (_name, order) => {
      await inLab(async ({ rig, disk, proxy, client }) => {
        client.fix.send('D', newOrder('BEFORE'));
        await client.until('New', reports('0', 'BEFORE'));
        await sleep(200);
        const ended = rig.gatewayEnded();
        disk.tell(order);
        const sentAt = process.hrtime.bigint();
        client.fix.send('D', newOrder('LOST'));
        expect(await ended).toBe(6);
        const endedAt = process.hrtime.bigint();
        const failed = disk.calls().find(({ begin, result }) => begin > sentAt && result < 0);
        expect(endedAt - (failed?.end ?? 0n)).toBeLessThan(2_000_000_000n);
        expect(rig.gatewayLog()).toMatch(/the journal failed/);
        expect(client.heard.some((message) => message.get(11) === 'LOST')).toBe(false);
        expect(askedAt(proxy, 'order.place', sentAt)).toBeNull();
        // With a disk that works it is asked for again, and placed once.
        disk.tell('');
        await rig.startGateway(disk.environment);
        await client.until('an answer at last', (message) => message.get(11) === 'LOST');
        expect(client.violations).toEqual([]);
      });
    },
    PATIENCE_MS,
  );

  test(
    'row 17: a commit that is refused for space for good ends the gateway, unseen by anyone',
    async () => {
      await inLab(async ({ rig, disk, proxy, client }) => {
        const ended = rig.gatewayEnded();
        disk.tell('write fail 28');
        const sentAt = process.hrtime.bigint();
        client.fix.send('D', newOrder('LOST'));
        const code = await ended;
        // LMDB writes its message about a refused write into 100 bytes, whatever its length (mdb_page_flush of lmdb 3.5.6):
        // now and then the C library sees its heap overwritten, and ends the process before or while we do.
        expect(rig.gatewayLog()).toContain('No space left on device');
        if (code === null) expect(rig.gatewayLog()).toMatch(OVERWRITTEN);
        else
          expect([code, rig.gatewayLog()]).toEqual([
            6,
            expect.stringMatching(/the journal failed/),
          ]);
        expect(client.heard.some((message) => message.get(11) === 'LOST')).toBe(false);
        expect(askedAt(proxy, 'order.place', sentAt)).toBeNull();
      });
    },
    PATIENCE_MS,
  );
});

test(
  'while a flush takes 3 s heartbeats go on where no report waits, and no session ends',
  async () => {
    await inLab(async ({ rig, folder, disk, client }) => {
      const idle = labClient(rig, folder, { id: 'IDLE', heartBtInt: 1 });
      await idle.loggedOn();
      disk.tell('sync delay 3000');
      client.fix.send('D', newOrder('SLOW'));
      const flushing = Date.now() + 200;
      while (idle.fix.lastHeardAt < flushing) await sleep(10);
      // It was heard while the order's commit, begun before, was still being flushed.
      expect(client.heard.some((message) => message.get(11) === 'SLOW')).toBe(false);
      await client.until('New', reports('0', 'SLOW'));
      expect([...client.ends, ...idle.ends]).toEqual([]);
      disk.tell('');
      await idle.fix.stop();
    });
  },
  PATIENCE_MS,
);
