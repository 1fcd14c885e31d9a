// Every link fails, one after the other, until none is left, and comes back in another order: nothing is
// doubled, nothing is lost, and it recovers by itself.

import { expect, test } from '@jest/globals';
import { type Cable, layCable } from '../counterparties/cable.ts';
import type { Message } from '../counterparties/client.ts';
import {
  auditReports,
  fillsBooked,
  fillsTold,
  isFinal,
  ledgerOf,
} from '../counterparties/evidence.ts';
import { sleep } from '../counterparties/rig.ts';
import { type LabClient, labClient, newOrder, tradable, withDesk } from './desk.ts';

/** A bound on hanging, no claim. */
const PATIENCE_MS = 240_000;
const ROUNDS = 4;
const CLIENTS = ['ACME', 'BETA'];

/** Numerical Recipes' LCG: the same order of failures for the same seed. */
function chanceOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function shuffled<T>(all: readonly T[], below: (bound: number) => number): readonly T[] {
  const rest = [...all];
  return all.map(() => rest.splice(below(rest.length), 1)).flat();
}

const messagesOf = ({ heard }: LabClient): readonly Message[] =>
  heard.map(({ fields }) => new Map(fields));

/** Each round clogs links over which something goes: an exchange that came back late would have nothing to lose. */
async function tradesAgain(clients: readonly LabClient[]): Promise<void> {
  const traded = (): number =>
    clients.reduce((sum, { heard }) => sum + heard.filter((one) => one.get(150) === 'F').length, 0);
  const enough = traded() + 6;
  for (const end = Date.now() + 45_000; traded() < enough; await sleep(50)) {
    if (Date.now() > end) throw new Error('nothing trades any more');
  }
}

test(
  'all links clogged in one order and freed in another, four times: what clients are told is the ledger of the exchange',
  async () => {
    const seed = Number(process.env['SEED'] ?? 1);
    const below = chanceOf(seed);
    const cables: Cable[] = [];
    const options = {
      sessions: CLIENTS.map((id) => ({ id, accounts: [`${id}-1`], staleOrderAgeMs: 120_000 })),
      between: async (exchangePort: number) => {
        const cable = await layCable(exchangePort);
        cables.push(cable);
        return cable.port;
      },
    };
    await withDesk(options, async (rig, folder) => {
      await rig.startGateway();
      const clients: LabClient[] = [];
      for (const id of CLIENTS) {
        const cable = await layCable(rig.fixPort);
        cables.push(cable);
        clients.push(labClient({ ...rig, fixPort: cable.port }, folder, { id, heartBtInt: 2 }));
      }
      await rig.healthy();
      const all = async (prefix: string): Promise<void> => {
        for (const [at, client] of clients.entries()) {
          await tradable(client, prefix, { 1: `${CLIENTS[at]}-1` });
        }
      };
      await all('WARM');
      let count = 0;
      const enter = (): void => {
        for (const [at, client] of clients.entries()) {
          count += 1;
          const price = count % 3 === 0 ? '2900' : '3300'; // Two of three meet the book.
          const changes = { 1: `${CLIENTS[at]}-1`, 38: '0.05', 44: price, 59: '3' };
          client.fix.send('D', newOrder(`${CLIENTS[at]}-${count}`, changes));
        }
      };
      const pacing = setInterval(enter, 40);
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const isPlugged of [false, true]) {
          for (const cable of shuffled(cables, below)) {
            await sleep(100 + below(400));
            cable.plugged(isPlugged);
          }
        }
        await sleep(500 + below(1_000));
        await tradesAgain(clients);
      }
      clearInterval(pacing);
      await rig.healthy();
      await all('END');

      // Until each order that a client was told of has ended, and both sides say the same.
      const agree = async (): Promise<void> => {
        const accounts = clients.map((client, at) => ({
          client: CLIENTS[at] ?? '',
          received: messagesOf(client),
        }));
        for (const account of accounts) {
          const open = [...auditReports(account).values()].filter(
            ({ ordStatus }) => !isFinal(ordStatus),
          );
          expect(open).toEqual([]);
        }
        const ledger = ledgerOf(await rig.control('GET', '/control/ledger'));
        expect(fillsTold(accounts)).toEqual(fillsBooked(ledger));
        expect(fillsBooked(ledger).length).toBeGreaterThan(20);
      };
      const end = Date.now() + 60_000;
      for (;;) {
        try {
          await agree();
          break;
        } catch (error) {
          if (Date.now() > end) throw new Error(`seed ${seed}`, { cause: error });
          await sleep(500);
        }
      }
      expect(clients.flatMap(({ violations }) => violations)).toEqual([]);
      for (const client of clients) await client.fix.stop();
    });
    for (const cable of cables) await cable.close();
  },
  PATIENCE_MS,
);

test(
  'a thousand clients that log on at once after a restart are all let in, while another trades',
  async () => {
    const ids = Array.from({ length: 999 }, (_one, at) => `C${at}`);
    const sessions = ['ACME', ...ids].map((id) => ({ id, accounts: [`${id}-1`] }));
    await withDesk({ sessions }, async (rig, folder) => {
      await rig.startGateway();
      const trader = labClient(rig, folder, { heartBtInt: 30 });
      await rig.healthy();
      await tradable(trader, 'WARM', { 1: 'ACME-1' });
      await rig.killGateway();
      const crowd = ids.map((id) => labClient(rig, folder, { id, heartBtInt: 60 }));
      await rig.startGateway();
      const startedAt = Date.now();
      await tradable(trader, 'MEANWHILE', { 1: 'ACME-1' });
      for (const client of crowd) await client.loggedOn(120_000);
      console.log(`1,000 sessions up within ${Date.now() - startedAt} ms`);
      expect(crowd.flatMap(({ violations }) => violations)).toEqual([]);
      await tradable(trader, 'AFTER', { 1: 'ACME-1' });
      await Promise.all([trader, ...crowd].map((client) => client.fix.stop()));
    });
  },
  PATIENCE_MS,
);
