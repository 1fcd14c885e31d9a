// Balances that the desk books and its venue tells are compared, over restarts; what was paid in is accepted by a person.

import { expect, test } from '@jest/globals';
import { sleep } from '../counterparties/rig.ts';
import { objectsOf, runCli } from '../unit/gateway/cli/run-cli.ts';
import { eventsIn } from './poisoned.ts';
import { labClient, newOrder, reports, tradable, withDesk } from './desk.ts';

/** A bound on hanging, no claim. */
const PATIENCE_MS = 180_000;
const RISK = { marketCollarBps: 300, staleBookMs: 60_000, inDoubtBoundMs: 30_000 };

test(
  'a trade moves both alike, a deposit behind a kill is found at the start, and is accepted by name',
  async () => {
    const options = { exchangeArguments: ['--no-participants'], config: { risk: RISK } };
    await withDesk(options, async (rig, folder) => {
      const data = rig.dataFolder;
      const recon = async (): Promise<Record<string, readonly string[]>> => {
        const { stdout } = await runCli(['recon', '--json', '--data', data]);
        return Object.fromEntries(
          objectsOf(stdout).map((row) => [
            String(row['asset']),
            [String(row['own']), String(row['told']), String(row['difference'])],
          ]),
        );
      };
      const until = async (
        what: string,
        fits: (rows: Awaited<ReturnType<typeof recon>>) => boolean,
      ) => {
        for (let tries = 0; tries < 60; tries += 1) {
          const rows = await recon();
          if (fits(rows)) return rows;
          await sleep(1_000);
        }
        throw new Error(`never: ${what}`);
      };
      await rig.startGateway();
      await rig.control('POST', '/control/book', {
        symbol: 'ETHUSDT',
        bids: [['2990', '50']],
        asks: [['3010', '50']],
      });
      const client = labClient(rig, folder);
      await rig.healthy();
      await tradable(client);
      // As the exchange gave them: what it told first is in the books.
      const first = await until('agreed', ({ ETH }) => ETH?.[0] === '2000');
      expect(first['USDT']).toEqual(['10000000', '10000000', '0']);
      client.fix.send('D', newOrder('SELL', { 54: '2', 44: '2990', 59: '3', 38: '10' }));
      await client.until('Trade', reports('F', 'SELL'));
      const traded = await until('booked and told', ({ ETH }) => ETH?.[1] === '1990');
      expect(traded['ETH']).toEqual(['1990', '1990', '0']);
      expect(traded['USDT']?.[2]).toBe('0');
      await rig.killGateway();
      const credit = { account: 'causeway', asset: 'ETH', amount: '1.5' };
      await rig.control('POST', '/control/credit', credit);
      await rig.startGateway();
      await rig.healthy();
      const apart = await until('compared', ({ ETH }) => ETH !== undefined && ETH[2] !== '0');
      expect(apart['ETH']).toEqual(['1990', '1991.5', '1.5']);
      const accept = [
        'recon',
        'accept',
        'binance',
        'ETH',
        '--reason',
        'paid in, ticket 91',
        '--yes',
      ];
      const accepted = await runCli([...accept, '--data', data]);
      expect([accepted.code, accepted.stdout]).toEqual([
        0,
        'ETH at binance: the venue says 1991.5, the desk has booked 1990. Accepted, the difference of +1.5 counts as paid in ' +
          'or out; no order and no position changes.\nIt is accepted; on record with your name and reason.\n',
      ]);
      const now = await until('accepted', ({ ETH }) => ETH?.[2] === '0');
      expect(now['ETH']).toEqual(['1991.5', '1991.5', '0']);
      expect(
        eventsIn(rig)
          .filter(({ type }) => type === 'HoldingAgreed')
          .at(-1),
      ).toMatchObject({
        asset: 'ETH',
        reason: 'paid in, ticket 91',
      });
      expect(client.violations).toEqual([]);
      await client.fix.stop();
    });
  },
  PATIENCE_MS,
);
