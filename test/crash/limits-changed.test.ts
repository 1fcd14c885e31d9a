// Limits changed on a real desk while orders flow: in force at once, over SIGKILL and restarts, until they are
// reset or the configuration has another figure (crash row 15).

import { expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { type Rig, sleep } from '../counterparties/rig.ts';
import { type CliRun, objectsOf, runCli } from '../unit/gateway/cli/run-cli.ts';
import { type LabClient, newOrder, reports, tradable, trading, withDesk } from './desk.ts';
import { eventsIn } from './poisoned.ts';

/** A bound on hanging, no claim. */
const PATIENCE_MS = 180_000;

const limits = (rig: Rig, ...args: readonly string[]): Promise<CliRun> =>
  runCli(['limits', ...args, '--data', rig.dataFolder]);

const because = ['--reason', 'client call', '--yes'];

async function answerTo(client: LabClient, clOrdID: string, qty = '0.5') {
  client.fix.send('D', newOrder(clOrdID, { 38: qty, 59: '3' }));
  const answer = await client.until('an answer', (message) => message.get(11) === clOrdID);
  return [answer.get(150), answer.get(103) ?? '', answer.get(58) ?? ''];
}

/** Sends an order each few milliseconds, until it is told to stop; gives how many it sent. */
function flow(client: LabClient): () => Promise<number> {
  let sent = 0;
  let isOver = false;
  const running = (async () => {
    while (!isOver) {
      sent += 1;
      client.fix.send('D', newOrder(`F${sent}`, { 59: '3' }));
      await sleep(5);
    }
  })();
  return async () => {
    isOver = true;
    await running;
    return sent;
  };
}

test(
  'a limit that is changed while orders flow judges each order behind it, and stands over SIGKILL',
  async () => {
    await withDesk({}, async (rig, folder) => {
      const client = await trading(rig, folder);
      client.fix.send('D', newOrder('RESTS', { 38: '2' }));
      await client.until('New', reports('0', 'RESTS'));

      const stop = flow(client);
      await sleep(300);
      const set = await limits(rig, 'set', 'account/A1', 'maxOrderQty=0.4', ...because);
      expect([set.code, set.stderr]).toEqual([0, '']);
      expect(set.stdout).toContain('account/A1: maxOrderQty is no limit and becomes 0.4.');
      await sleep(300);
      const sent = await stop();
      await client.until('the last answer', (message) => message.get(11) === `F${sent}`);
      // In the order of the journal: all before the change are taken, all behind it refused.
      const told = eventsIn(rig).flatMap((event) => {
        if (event.type === 'LimitChanged') return ['changed'];
        const isFlow = 'clOrdID' in event && /^F\d+$/.test(event.clOrdID);
        if (!isFlow) return [];
        return event.type === 'OrderAccepted' || event.type === 'OrderRejected' ? [event.type] : [];
      });
      const at = told.indexOf('changed');
      expect(told.slice(0, at).every((type) => type === 'OrderAccepted')).toBe(true);
      expect(told.slice(at + 1).every((type) => type === 'OrderRejected')).toBe(true);
      expect(at).toBeGreaterThan(5);
      expect(told.length - at).toBeGreaterThan(5);
      expect(client.heard.some(reports('4', 'RESTS'))).toBe(false);

      await rig.killGateway();
      await rig.startGateway();
      await client.loggedOn();
      expect(await answerTo(client, 'NO')).toEqual([
        '8',
        '3',
        "OrderQty(38) 0.5 ETH is over account A1's 0.4 ETH",
      ]);
      const shown = await limits(rig, '--account', 'A1', '--json');
      expect(objectsOf(shown.stdout)).toMatchObject([
        {
          scope: 'account',
          id: 'A1',
          name: 'maxOrderQty',
          limit: '0.4',
          changed: { who: expect.stringMatching(/./), reason: 'client call', configured: 'none' },
        },
      ]);

      await rig.healthy();
      const reset = await limits(rig, 'reset', 'account/A1', 'maxOrderQty', ...because);
      expect([reset.code, reset.stderr]).toEqual([0, '']);
      await tradable(client, 'AFTER');
      expect(client.violations).toEqual([]);
      await client.fix.stop();
    });
  },
  PATIENCE_MS,
);

test(
  'after a restart a change stands, and falls when the configuration has another figure',
  async () => {
    await withDesk({}, async (rig, folder) => {
      const client = await trading(rig, folder);
      await limits(rig, 'set', 'firm', 'maxOrderNotional=1000 USDT', ...because);
      const over = "1450 USDT is over the firm's 1000 USDT";
      expect((await answerTo(client, 'NO1'))[2]).toBe(over);
      await rig.stopGateway();
      await rig.startGateway();
      await client.loggedOn();
      await rig.healthy();
      expect((await answerTo(client, 'NO2'))[2]).toBe(over);

      await rig.stopGateway();
      const config = readFileSync(rig.configFile, 'utf8');
      expect(config).toContain('1000000 USDT');
      writeFileSync(rig.configFile, config.replace('1000000 USDT', '900000 USDT'));
      await rig.startGateway();
      await client.loggedOn();
      await rig.healthy();
      await tradable(client, 'AFTER');
      const rows = objectsOf((await limits(rig, 'show', '--json')).stdout);
      expect(rows).toContainEqual(
        expect.objectContaining({ name: 'maxOrderNotional', limit: '900000', changed: null }),
      );
      expect(eventsIn(rig).filter(({ type }) => /^Limit(Changed|Reset)$/.test(type))).toMatchObject(
        [
          { type: 'LimitChanged', reason: 'client call' },
          { type: 'LimitReset', who: 'configuration' },
        ],
      );

      const wrong = async (...args: readonly string[]) => {
        const { code, stderr } = await limits(rig, ...args, ...because);
        return [code, stderr.trim()];
      };
      expect(await wrong('set', 'firm', 'maxFoo=1')).toEqual([
        2,
        expect.stringMatching(
          /^causeway: refused: name: found "maxFoo", expected one of maxOrderQty, /,
        ),
      ]);
      expect(await wrong('set', 'firm', 'maxOpenOrders=many')).toEqual([
        2,
        'causeway: refused: maxOpenOrders: found "many", expected a whole number from 1 to 1000000, or none',
      ]);
      expect(await wrong('set', 'account/A9', 'maxOpenOrders=1')).toEqual([
        3,
        'causeway: refused: there is no account A9',
      ]);
      expect(await wrong('set', 'desk', 'maxOpenOrders=1')).toEqual([
        2,
        expect.stringContaining('scope'),
      ]);
      const mute = await limits(rig, 'set', 'firm', 'maxOpenOrders=1', '--reason', 'x');
      expect([mute.code, mute.stderr]).toEqual([2, expect.stringContaining('say --yes')]);
      await client.fix.stop();
    });
  },
  PATIENCE_MS,
);
