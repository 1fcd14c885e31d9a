// A key that may not trade for a while: the operator is told once and plainly, clients get the venue's words, and once
// the key is good again the desk goes on by itself.

import { expect, test } from '@jest/globals';
import type { Rig } from '../counterparties/rig.ts';
import { objectsOf, runCli } from '../unit/gateway/cli/run-cli.ts';
import { type Heard, newOrder, tradable, trading, until, withDesk } from './desk.ts';

/** A bound on hanging, no claim. */
const PATIENCE_MS = 180_000;
const CODE = 'Invalid API-key, IP, or permissions for action. (status 401, code -2015)';
const METRIC = 'causeway_venue_credentials_refused{venue="binance"}';

const page = async (rig: Rig, path: string): Promise<string> =>
  (await fetch(`http://127.0.0.1:${rig.httpPort}${path}`)).text();

/** Lines of the gateway's log with this sentence. */
const logged = (rig: Rig, sentence: string): string[] =>
  rig
    .gatewayLog()
    .split('\n')
    .filter((line) => line.includes(sentence));

test(
  'a venue that refuses our key is not ready, is told by one line, health, metrics and `venues`, and comes back by itself',
  async () => {
    await withDesk({}, async (rig, folder) => {
      const client = await trading(rig, folder);

      await rig.control('POST', '/control/faults', { kind: 'notPermitted', count: 100_000 });
      const notReady = logged(rig, '"state":"Reconciling"').length;
      const refusedAt = async (clOrdID: string): Promise<void> => {
        client.fix.send('D', newOrder(clOrdID, { 59: '3' }));
        const ended = (message: Heard): boolean =>
          message.get(11) === clOrdID && ['4', '8', 'C'].includes(message.get(39) ?? '');
        await client.until('its end', ended);
      };
      await refusedAt('FIRST');
      // By the log: on a busy machine its next line may be ready before its health is asked for.
      await until(
        'it is told as not ready',
        async () => logged(rig, '"state":"Reconciling"').length > notReady,
      );
      expect(JSON.parse(await page(rig, '/health'))).toMatchObject({
        status: 'degraded',
        venues: [{ credentialsRefused: { request: 'Place', text: CODE } }],
      });
      expect(await page(rig, '/metrics')).toContain(`${METRIC} 1\n`);
      const seen = await runCli(['venues', '--data', rig.dataFolder]);
      expect(seen.stdout).toContain(`refused: ${CODE}`);
      expect(
        objectsOf((await runCli(['venues', '--json', '--data', rig.dataFolder])).stdout),
      ).toMatchObject([{ venueID: 'binance', credentialsRefused: { text: CODE } }]);

      // It is tried again by itself, and an order shows that the key is no better.
      const reopened = async (times: number): Promise<void> =>
        until(
          'the venue is tried again',
          async () => logged(rig, '"state":"Ready"').length > times,
        );
      await reopened(1);
      await refusedAt('SECOND');
      const sentence = 'the venue refuses our credentials';
      expect(logged(rig, sentence)).toHaveLength(1);
      expect(logged(rig, sentence)[0]).toContain('-2015');

      await rig.control('DELETE', '/control/faults');
      await reopened(2);
      await tradable(client, 'AFTER');
      await rig.healthy();
      expect(await page(rig, '/metrics')).toContain(`${METRIC} 0\n`);
      expect(logged(rig, 'the venue takes our credentials again')).toHaveLength(1);
      expect(client.violations).toEqual([]);
      await client.fix.stop();
    });
  },
  PATIENCE_MS,
);
