// The kill switch on a real desk: what is open is cancelled on the exchanges' word, what is in doubt stays in
// doubt, and neither SIGKILL nor a restart lifts it (crash row 15).

import { describe, expect, test } from '@jest/globals';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Rig, sleep } from '../counterparties/rig.ts';
import { type CliRun, objectsOf, runCli } from '../unit/gateway/cli/run-cli.ts';
import {
  type DeskOptions,
  type LabClient,
  cancelOf,
  labClient,
  newOrder,
  reports,
  tradable,
  trading,
  withDesk,
} from './desk.ts';
import { eventsIn, orderIn, untilJournaled } from './poisoned.ts';

/** A bound on hanging, no claim. */
const PATIENCE_MS = 180_000;

const kill = (rig: Rig, ...args: readonly string[]): Promise<CliRun> =>
  runCli(['kill', ...args, '--data', rig.dataFolder]);

/** A desk of the accounts A1 and A2, with a client that has traded. */
async function withClient(
  use: (rig: Rig, client: LabClient) => Promise<void>,
  options: DeskOptions = {},
): Promise<void> {
  const sessions = [{ id: 'ACME', accounts: ['A1', 'A2'] }];
  await withDesk({ sessions, ...options }, async (rig, folder) => {
    const client = await trading(rig, folder);
    await use(rig, client);
    expect(client.violations).toEqual([]);
    await client.fix.stop();
  });
}

async function resting(rig: Rig, client: LabClient, ids: readonly string[], account = 'A1') {
  for (const id of ids) client.fix.send('D', newOrder(id, { 1: account }));
  for (const id of ids) {
    await client.until('New', reports('0', id));
    const { orderID } = orderIn(rig, id);
    await untilJournaled(
      rig,
      `${id} works`,
      (event) => event.type === 'ChildAcknowledged' && event.orderID === orderID,
    );
  }
}

/** The children of an order's that no event has ended. */
function openChildren(rig: Rig, clOrdID: string): readonly string[] {
  const { orderID } = orderIn(rig, clOrdID);
  const open = new Set<string>();
  for (const event of eventsIn(rig)) {
    if (!('childID' in event) || !('orderID' in event) || event.orderID !== orderID) continue;
    if (event.type === 'ChildDecided') open.add(event.childID);
    if (/^Child(Ended|Refused|ProvenAbsent)$/.test(event.type)) open.delete(event.childID);
  }
  return [...open];
}

async function rejectionOf(client: LabClient, clOrdID: string, account = 'A1') {
  client.fix.send('D', newOrder(clOrdID, { 1: account }));
  const answer = await client.until('an answer', (message) => message.get(11) === clOrdID);
  return [answer.get(150), answer.get(103) ?? '', answer.get(58) ?? ''];
}

const health = async (rig: Rig): Promise<Record<string, unknown>> =>
  (await (await fetch(`http://127.0.0.1:${rig.httpPort}/health`)).json()) as Record<
    string,
    unknown
  >;

const metrics = async (rig: Rig): Promise<string> =>
  (await fetch(`http://127.0.0.1:${rig.httpPort}/metrics`)).text();

/** The order arrives, its answer and its event do not, and questions about it are not answered either. */
const DOUBT = [
  { kind: 'timeout', count: 1, executed: true },
  { kind: 'swallowEvent', count: 1, event: 'NEW' },
  { kind: 'serverError', method: 'order.status', count: 100_000, status: 503 },
  // Nor what is open, by which the switch would find it.
  { kind: 'serverError', method: 'openOrders.status', count: 100_000, status: 503 },
];

test(
  'an account is killed with orders that rest and one in doubt; it stays so over SIGKILL, and is re-armed',
  async () => {
    await withClient(async (rig, client) => {
      await resting(rig, client, ['R1', 'R2', 'R3']);
      await resting(rig, client, ['OTHER'], 'A2');
      await rig.control('POST', '/control/faults', DOUBT);
      client.fix.send('D', newOrder('DOUBT'));
      const inDoubt = (event: ReturnType<typeof eventsIn>[number]): boolean =>
        event.type === 'ChildPutInDoubt' && event.orderID === orderIn(rig, 'DOUBT').orderID;
      await untilJournaled(rig, 'the doubt', inDoubt);

      const mute = await kill(rig, '--account', 'A1', '--reason', 'runaway');
      expect([mute.code, mute.stderr]).toEqual([2, expect.stringContaining('say --yes')]);
      expect(mute.stdout).toContain('It cancels 4 orders, binance 4 open (1 in doubt)');
      expect(eventsIn(rig).some(({ type }) => type === 'KillEngaged')).toBe(false);

      const thrown = ['--account', 'A1', '--reason', 'runaway', '--yes', '--wait', '4', '--json'];
      const killed = await kill(rig, ...thrown);
      expect(killed.code).toBe(5);
      expect(objectsOf(killed.stdout)).toEqual([
        {
          type: 'Killed',
          scope: 'account',
          id: 'A1',
          orders: 1,
          venues: [{ venueID: 'binance', open: 1, inDoubt: 1 }],
          unknown: [{ venueID: 'binance', isAnswered: false, orders: [], more: 0 }],
        },
      ]);
      for (const id of ['R1', 'R2', 'R3']) {
        const report = await client.until('Canceled', reports('4', id));
        expect([report.get(39), report.get(58)]).toEqual([
          '4',
          'cancelled by the kill switch of account A1',
        ]);
        expect(openChildren(rig, id)).toEqual([]);
      }
      expect(client.heard.some(reports('4', 'DOUBT'))).toBe(false);
      expect(client.heard.some(reports('4', 'OTHER'))).toBe(false);
      // Asked again by the command, and the venue by the desk.
      expect(eventsIn(rig)).toContainEqual(
        expect.objectContaining({ type: 'KillVerified', asked: [expect.anything()] }),
      );

      const stopped = /^the kill switch of account A1 stops orders since \S+Z; cancels are taken$/;
      expect(await rejectionOf(client, 'NO1')).toEqual(['8', '0', expect.stringMatching(stopped)]);
      expect((await rejectionOf(client, 'YES1', 'A2'))[0]).toBe('0');
      expect(await health(rig)).toMatchObject({
        status: 'degraded',
        kills: [{ scope: 'account', id: 'A1', childrenLeft: 1 }],
      });
      const text = await metrics(rig);
      expect(text).toContain('causeway_kill_switches_active{scope="account"} 1');
      expect(text).toContain('causeway_kill_switch_children_left{scope="account"} 1');
      expect(text).toContain('causeway_risk_refusals_total{reason="killSwitch"} 1');
      const [before] = objectsOf((await kill(rig, 'list', '--json')).stdout);
      expect(before).toMatchObject({ scope: 'account', id: 'A1', reason: 'runaway', orders: 1 });

      await rig.killGateway();
      await rig.control('DELETE', '/control/faults');
      await rig.startGateway();
      await client.loggedOn();
      expect((await rejectionOf(client, 'NO2'))[2]).toMatch(stopped);
      const [after] = objectsOf((await kill(rig, '--json')).stdout);
      const { since, who: by } = before ?? {};
      expect(after).toMatchObject({
        scope: 'account',
        id: 'A1',
        since,
        who: by,
        reason: 'runaway',
      });

      // A start asks for all open orders at once: found alive, it is cancelled, and only then the client hears.
      const report = await client.until('Canceled', reports('4', 'DOUBT'));
      expect(report.get(58)).toBe('cancelled by the kill switch of account A1');
      const done = await kill(rig, ...thrown);
      expect([done.code, objectsOf(done.stdout)]).toEqual([
        0,
        [{ type: 'Killed', scope: 'account', id: 'A1', orders: 0, venues: [], unknown: [] }],
      ]);

      const lifted = await kill(rig, '--rearm', '--account', 'A1', '--reason', 'fixed', '--yes');
      expect([lifted.code, lifted.stderr]).toEqual([0, '']);
      const nothing = await kill(rig, '--rearm', '--account', 'A1', '--reason', 'x', '--yes');
      expect([nothing.code, nothing.stderr]).toEqual([
        3,
        expect.stringContaining('no kill switch of account A1 is active'),
      ]);
      await tradable(client, 'AFTER');
      expect((await kill(rig)).stdout).toBe('No kill switch is active.\n');
      // On record, each with who and why.
      const admin = eventsIn(rig).filter(({ type }) => /^Kill(Engaged|Rearmed)$/.test(type));
      const who = expect.stringMatching(/./);
      expect(admin).toEqual([
        { type: 'KillEngaged', scope: 'account', scopeID: 'A1', who, reason: 'runaway' },
        { type: 'KillRearmed', scope: 'account', scopeID: 'A1', who, reason: 'fixed' },
      ]);
      client.fix.send('F', cancelOf('C1', 'OTHER'));
      await client.until('Canceled', reports('4', 'C1'));
    });
  },
  PATIENCE_MS,
);

test(
  'SIGKILL amid a kill: what is durable of it is gone on with, before any logon is answered',
  async () => {
    await withClient(async (rig, client) => {
      const ids = Array.from({ length: 20 }, (_, at) => `R${at + 1}`);
      await resting(rig, client, ids);
      // Cancels are carried out and not answered, so that the end comes amid them.
      const lost = { kind: 'lostAck', method: 'order.cancel', count: 1_000 };
      const silent = { kind: 'swallowEvent', count: 100_000 };
      await rig.control('POST', '/control/faults', [lost, silent]);
      const running = kill(rig, '--firm', '--reason', 'stop all', '--yes', '--wait', '20');
      await untilJournaled(rig, 'the kill', ({ type }) => type === 'KillEngaged');
      await rig.killGateway();
      expect((await running).code).toBe(5);
      await rig.control('DELETE', '/control/faults');
      const heardBefore = client.heard.length;

      await rig.startGateway();
      await client.loggedOn();
      expect((await rejectionOf(client, 'NO'))[2]).toMatch(/^the kill switch of the firm stops/);
      for (const id of ids) await client.until('Canceled', reports('4', id));
      for (const id of ids) {
        expect(client.heard.filter(reports('4', id))).toHaveLength(1);
        expect(openChildren(rig, id)).toEqual([]);
      }
      expect(client.heard.slice(heardBefore).some(({ msgType }) => msgType === 'j')).toBe(false);
      const done = await kill(rig, '--firm', '--reason', 'is it done?', '--yes');
      expect([done.code, done.stderr]).toEqual([0, '']);
      await rig.stopGateway();
      await rig.startGateway(); // From a snapshot.
      await client.loggedOn();
      expect((await rejectionOf(client, 'NO2'))[2]).toMatch(/^the kill switch of the firm stops/);
    });
  },
  PATIENCE_MS,
);

test(
  'orders that the journal has lost are found at both venues, cancelled, and left over until they are gone',
  async () => {
    const options: DeskOptions = {
      venues: ['binance', 'kraken'],
      exchangeArguments: ['--no-participants'],
    };
    await withDesk(options, async (rig, folder) => {
      await rig.startGateway();
      await deepBooks(rig);
      const client = labClient(rig, folder);
      await rig.healthy();
      await tradable(client);
      const venues = ['binance', 'kraken'] as const;
      for (const [at, venue] of venues.entries()) {
        client.fix.send('D', newOrder(`R${at}`, { 100: venue, 59: '1' }));
        await client.until('New', reports('0', `R${at}`));
      }
      const open = async (): Promise<readonly number[]> =>
        Promise.all(
          venues.map(async (venue) => {
            const { accounts } = (await rig.controlAt(venue, 'GET', '/control/ledger')) as {
              readonly accounts: readonly { readonly orders: readonly { status: string }[] }[];
            };
            const orders = accounts.flatMap((account) => account.orders);
            return orders.filter(({ status }) => status === 'NEW').length;
          }),
        );
      const until = Date.now() + 30_000;
      while ((await open()).join() !== '1,1') {
        if (Date.now() > until) throw new Error(`open at the venues: ${(await open()).join()}`);
        await sleep(50);
      }
      await client.fix.stop();
      await rig.killGateway();
      rmSync(rig.dataFolder, { recursive: true });
      rmSync(`${rig.dataFolder}.witness`, { force: true });

      await rig.startGateway();
      await rig.healthy();
      const killed = await kill(rig, '--firm', '--reason', 'lost', '--yes', '--json');
      expect([killed.code, objectsOf(killed.stdout)]).toEqual([
        0,
        [{ type: 'Killed', scope: 'firm', id: '', orders: 0, venues: [], unknown: [] }],
      ]);
      expect(await open()).toEqual([0, 0]);
      const sentence = 'a cancel was sent for an open order that the desk does not know';
      expect(rig.gatewayLog().split(sentence)).toHaveLength(3);
    });
  },
  PATIENCE_MS,
);

describe('by the HTTP interface', () => {
  test(
    "a venue's switch sends orders over the other, with the key alone",
    async () => {
      const options: DeskOptions = {
        venues: ['binance', 'kraken'],
        exchangeArguments: ['--no-participants'],
      };
      await withDesk(options, async (rig, folder) => {
        await rig.startGateway();
        await deepBooks(rig);
        const client = labClient(rig, folder);
        await rig.healthy();
        await tradable(client);
        const { url, token } = JSON.parse(
          readFileSync(join(rig.dataFolder, 'operator.json'), 'utf8'),
        ) as { readonly url: string; readonly token: string };
        const asked = async (path: string, body: unknown, bearer = token) => {
          const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
          const init = { method: 'POST', headers, body: JSON.stringify(body) };
          const response = await fetch(`${url}/operator/${path}`, init);
          return [response.status, await response.json()] as const;
        };
        const target = { scope: 'venue', id: 'binance' };
        const request = { who: 'kim', reason: 'wrong fills', ...target };
        expect((await asked('kill', request, 'x'))[0]).toBe(401);
        expect(await asked('kill', { ...request, scope: 'planet' })).toMatchObject([400, {}]);
        expect(await asked('kill', { ...request, id: undefined })).toEqual([
          400,
          { problems: ['id: expected the name of a venue'] },
        ]);
        expect(await asked('kill', { ...request, id: 'nowhere' })).toEqual([
          409,
          { problems: ['there is no venue nowhere'] },
        ]);
        await resting(rig, client, ['R1']);
        const [first] = openChildren(rig, 'R1');
        const venueOf = (childID: string | undefined): string =>
          eventsIn(rig).flatMap((event) =>
            event.type === 'ChildDecided' && event.childID === childID ? [event.venueID] : [],
          )[0] ?? '';
        const there = venueOf(first);
        const other = there === 'binance' ? 'kraken' : 'binance';
        const killed = await asked('kill', { ...request, id: there });
        expect(killed).toMatchObject([200, { events: [{ type: 'KillEngaged' }] }]);
        // The order itself goes on, over the other venue; the client hears nothing of it.
        const until = Date.now() + 30_000;
        while (venueOf(openChildren(rig, 'R1').at(-1)) !== other) {
          if (Date.now() > until) throw new Error('R1 does not go on');
          await sleep(50);
        }
        expect(client.heard.some(reports('4', 'R1'))).toBe(false);
        client.fix.send('D', newOrder('BUY', { 38: '2', 44: '3300', 59: '3' }));
        const trade = await client.until('Trade', reports('F', 'BUY'));
        expect(trade.get(30)).toBe(other);
        expect((await asked('kill/reach', { scope: 'venue', id: there }))[1]).toEqual({
          scope: 'venue',
          id: there,
          orders: 0,
          venues: [],
          unknown: [],
        });
        expect((await asked('kill/rearm', { ...request, id: there }))[0]).toBe(200);
        expect(await asked('kills', {})).toEqual([200, { kills: [] }]);
        await client.fix.stop();
      });
    },
    PATIENCE_MS,
  );
});

async function deepBooks(rig: Rig): Promise<void> {
  for (const venue of ['binance', 'kraken'] as const) {
    const name = venue === 'kraken' ? 'ETH/USDT' : 'ETHUSDT';
    await rig.controlAt(venue, 'POST', '/control/book', {
      symbol: name,
      bids: [['2990', '50']],
      asks: [['3010', '50']],
    });
  }
}
