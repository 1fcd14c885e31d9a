// Sessions that a template has made: they trade, and what a client has missed waits for it behind a kill.

import { expect, test } from '@jest/globals';
import { objectsOf, runCli } from '../unit/gateway/cli/run-cli.ts';
import { labClient, newOrder, reports, tradable, until, withDesk } from './desk.ts';

/** A bound on hanging, no claim. */
const PATIENCE_MS = 180_000;

const DESKS = {
  id: 'DESKS',
  accounts: ['A1'],
  terms: { targetCompID: 'DESK*', template: { maxSessions: 2 } },
};

test(
  'each client of a template trades in a session of its own; behind a kill it is there again, with what its client missed',
  async () => {
    const options = { sessions: [DESKS], dropCopies: [{ id: 'RISK', sessions: ['DESKS'] }] };
    await withDesk(options, async (rig, folder) => {
      await rig.startGateway();
      const as = (id: string, password = 'DESKS-password') =>
        labClient(rig, folder, { id, username: 'DESKS', password });
      const copy = labClient(rig, folder, { id: 'RISK' });
      const first = as('DESK1');
      await rig.healthy();
      await tradable(first);
      // Neither a name that somebody guessed nor a third client gets one.
      const guess = as('DESK2', 'guessed');
      await until('the guess is cut', async () => guess.ends.length > 0);
      await guess.fix.stop();
      const second = as('DESK2');
      await second.loggedOn();
      const third = as('DESK3');
      await until('the third is cut', async () => third.ends.length > 0);
      await third.fix.stop();
      expect([...guess.heard, ...third.heard]).toEqual([]);

      // A ClOrdID is its session's: both may have it.
      for (const client of [first, second]) {
        client.fix.send('D', newOrder('SAME', { 44: '2000' }));
        await client.until('New', reports('0', 'SAME'));
      }
      second.fix.leave();
      const operator = ['--data', rig.dataFolder];
      const thrown = ['--session', 'DESKS', '--reason', 'runaway', '--yes'];
      const killed = await runCli(['kill', ...thrown, ...operator]);
      expect(killed.code).toBe(0);
      await first.until('its end', reports('4', 'SAME'));
      await rig.killGateway();
      expect(second.heard.filter(reports('4', 'SAME'))).toEqual([]);
      await rig.startGateway();
      second.fix.comeBack();
      const missed = await second.until('its end', reports('4', 'SAME'));
      expect(missed.get(58)).toBe('cancelled by the kill switch of session DESKS');
      const rows = objectsOf((await runCli(['sessions', '--json', ...operator])).stdout);
      expect(rows).toMatchObject([
        { sessionID: 'DESKS/DESK1', openOrders: 0 },
        { sessionID: 'DESKS/DESK2', state: 'LoggedOn', openOrders: 0 },
      ]);
      await until(
        'both ends are copied',
        async () => copy.heard.filter(reports('4', 'SAME')).length === 2,
      );
      for (const client of [first, second, copy]) expect(client.violations).toEqual([]);
    });
  },
  PATIENCE_MS,
);
