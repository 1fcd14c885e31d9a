// Balances as real venues tell them: an order that they do not cover is refused before it is sent, and what
// trades and deposits change is known at once.

import { expect, test } from '@jest/globals';
import { sleep } from '../counterparties/rig.ts';
import { labClient, newOrder, reports, tradable, withDesk } from './desk.ts';

/** A bound on hanging, no claim. */
const PATIENCE_MS = 180_000;
const RISK = { marketCollarBps: 300, staleBookMs: 60_000, inDoubtBoundMs: 30_000 };

test.each([['binance' as const], ['kraken' as const]])(
  'an order that our balances at %s do not cover is refused, and a deposit lets the next one pass',
  async (venue) => {
    const options = {
      venues: [venue],
      exchangeArguments: ['--no-participants'],
      config: { risk: RISK },
    };
    await withDesk(options, async (rig, folder) => {
      await rig.startGateway();
      await rig.control('POST', '/control/book', {
        symbol: venue === 'kraken' ? 'ETH/USDT' : 'ETHUSDT',
        bids: [['2990', '50']],
        asks: [['3010', '50']],
      });
      const client = labClient(rig, folder);
      await rig.healthy();
      await tradable(client);
      const answerTo = async (clOrdID: string, changes: Record<number, string>) => {
        client.fix.send('D', newOrder(clOrdID, changes));
        const answer = await client.until('an answer', (message) => message.get(11) === clOrdID);
        return [answer.get(150), answer.get(103) ?? '', answer.get(58) ?? ''];
      };
      const sell = { 54: '2', 44: '3500', 59: '1' };
      // The exchange gave 2,000 ETH and 10,000,000 USDT; venues' fees are not configured here.
      expect(await answerTo('SELL', { ...sell, 38: '2000.5' })).toEqual([
        '8',
        '3',
        `our free balances cover 2000 of 2000.5 ETH: 2000 ETH at ${venue}`,
      ]);
      expect((await answerTo('RESTS', { ...sell, 38: '1900' }))[0]).toBe('0');
      expect((await answerTo('MORE', { ...sell, 38: '100.5' }))[2]).toBe(
        `our free balances cover 100 of 100.5 ETH: 100 ETH at ${venue}`,
      );
      // A trade moves both balances: 10 ETH less, and what they brought more.
      expect((await answerTo('HIT', { ...sell, 38: '10', 44: '2990', 59: '3' }))[0]).toBe('0');
      await client.until('Trade', reports('F', 'HIT'));
      await sleep(200);
      expect((await answerTo('AFTER', { ...sell, 38: '90.5' }))[2]).toBe(
        `our free balances cover 90 of 90.5 ETH: 90 ETH at ${venue}`,
      );
      await rig.control('POST', '/control/credit', {
        account: 'causeway',
        asset: 'ETH',
        amount: '1',
      });
      await sleep(200);
      expect((await answerTo('PAID', { ...sell, 38: '90.5' }))[0]).toBe('0');
      expect(client.violations).toEqual([]);
      await client.fix.stop();
    });
  },
  PATIENCE_MS,
);
