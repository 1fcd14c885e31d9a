// A venue whose sockets stay open and say nothing: what is there is in doubt, for as long as nobody knows; a
// person who has looked there may say what became of it.

import { expect, test } from '@jest/globals';
import { type Cable, layCable } from '../counterparties/cable.ts';
import { ledgerOf } from '../counterparties/evidence.ts';
import { type Rig, sleep } from '../counterparties/rig.ts';
import { type CliRun, objectsOf, runCli } from '../unit/gateway/cli/run-cli.ts';
import { cancelOf, newOrder, reports, tradable, trading, withDesk } from './desk.ts';
import { eventsIn } from './poisoned.ts';

/** A bound on hanging, no claim. */
const PATIENCE_MS = 180_000;

const operator = (rig: Rig, ...args: readonly string[]): Promise<CliRun> =>
  runCli([...args, '--data', rig.dataFolder]);

test(
  'an order in a black hole stays in doubt until an operator says on record that it never arrived; then its cancel is confirmed',
  async () => {
    const cables: Cable[] = [];
    const options = {
      between: async (exchangePort: number) => {
        const cable = await layCable(exchangePort);
        cables.push(cable);
        return cable.port;
      },
    };
    try {
      await withDesk(options, async (rig, folder) => {
        const client = await trading(rig, folder);
        for (const cable of cables) cable.held(true);
        client.fix.send('D', newOrder('HOLE'));
        const orderID = (await client.until('New', reports('0', 'HOLE'))).get(37);
        const doubted = async () =>
          objectsOf((await operator(rig, 'resolve', '--json')).stdout).filter(
            (row) => row['orderID'] === orderID,
          );
        client.fix.send('F', cancelOf('STOP', 'HOLE'));
        await client.until('PendingCancel', reports('6', 'STOP'));
        let doubts = await doubted();
        const patience = Date.now() + 30_000;
        while (doubts.length === 0 && Date.now() < patience) {
          await sleep(200);
          doubts = await doubted();
        }
        expect(doubts).toMatchObject([
          { doubt: 'Order', venueID: 'binance', venueOrderID: null, orderQty: '0.5', cumQty: '0' },
        ]);
        const childID = String(doubts[0]?.['childID']);
        expect(client.heard.some(reports('4', 'STOP'))).toBe(false); // Never by a time-out (I7).

        const mute = await operator(rig, 'resolve', 'absent', childID, '--reason', 'their list');
        expect([mute.code, mute.stderr]).toEqual([2, expect.stringContaining('say --yes')]);
        const other = await operator(rig, 'resolve', 'absent', 'X-1', '--reason', 'x', '--yes');
        expect([other.code, other.stderr]).toEqual([3, expect.stringContaining('X-1')]);
        const early = await operator(
          rig,
          ...['resolve', 'ended', childID, '--cum-qty', '0.5', '--venue-order', '9'],
          ...['--reason', 'their list', '--yes'],
        );
        expect([early.code, early.stderr]).toEqual([
          3,
          expect.stringContaining('only 0 are booked'),
        ]);

        const said = await operator(
          rig,
          ...['resolve', 'absent', childID, '--reason', 'their list', '--yes'],
        );
        expect([said.code, said.stderr]).toEqual([0, '']);
        const canceled = await client.until('Canceled', reports('4', 'STOP'));
        expect([canceled.get(39), canceled.get(14), canceled.get(151)]).toEqual(['4', '0', '0']);
        expect(await doubted()).toEqual([]);
        expect(eventsIn(rig).filter(({ type }) => type === 'ChildResolved')).toMatchObject([
          { childID, how: 'Absent', reason: 'their list', who: expect.stringMatching(/./) },
        ]);
        expect((await operator(rig, 'story', 'HOLE')).stdout).toContain('resolved by hand');

        // What had been held arrives now, behind the deadline that the order itself carried.
        for (const cable of cables) cable.held(false);
        await rig.healthy();
        const { orders } = ledgerOf(await rig.control('GET', '/control/ledger'));
        expect(orders.filter(({ clientOrderId }) => clientOrderId === childID)).toEqual([]);
        await tradable(client, 'AFTER');
        expect(client.violations).toEqual([]);
        await client.fix.stop();
      });
    } finally {
      for (const cable of cables) await cable.close();
    }
  },
  PATIENCE_MS,
);
