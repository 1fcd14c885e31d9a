// Crash row 7: a desk that dies while new terms for a child are under way at Kraken, and comes back. Which terms the child has
// is asked of the venue; what was never sent is placed by cancel and new.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventType } from '../../spec/events/index.ts';
import { fillsBooked, fillsTold, ledgerOf } from '../counterparties/evidence.ts';
import { utc } from '../counterparties/fix-client.ts';
import { type Rig, startRig } from '../counterparties/rig.ts';
import { type CrashPoint, arm, disarm, durable, is, plantsOf } from './crash-points.ts';
import { type LabClient, cancelOf, newOrder, reports, trading, until } from './desk.ts';
import { eventsIn, orderIn, patched } from './poisoned.ts';

/** A bound on hanging, no claim. */
const PATIENCE_MS = 120_000;

const points: readonly CrashPoint[] = [
  { name: 'amend durable', ...durable, when: is('ChildAmendDecided') },
  {
    name: 'amend sent',
    file: 'adapters/connection/sockets.js',
    before: 'socket.send(text);',
    when: `text.includes('"amend_order"')`,
  },
  {
    name: 'amend heard',
    file: 'gateway/process/venue-host.js',
    before: 'reported: (report) => {',
    when: `report.type === 'Amended'`,
  },
];

interface Lab {
  readonly rig: Rig;
  readonly folder: string;
  readonly client: LabClient;
}

let lab: Lab;
let removeBuild: () => void;

beforeAll(async () => {
  const { dist, remove } = patched(plantsOf(points));
  removeBuild = remove;
  const folder = mkdtempSync(join(tmpdir(), 'causeway-amends-'));
  const rig = await startRig({
    folder,
    dist,
    seed: 11,
    venues: ['kraken'],
    sessions: [{ id: 'ACME', accounts: ['A1'], staleOrderAgeMs: 120_000 }],
    exchangeArguments: ['--no-limits'], // A desk is not started so often.
    gatewayEnvironment: { CRASH_POINTS: folder },
    config: { risk: { marketCollarBps: 300, staleBookMs: 60_000, inDoubtBoundMs: 60_000 } },
  });
  const client = await trading(rig, folder);
  lab = { rig, folder, client };
}, PATIENCE_MS);

afterAll(async () => {
  await lab.client.fix.stop();
  await lab.rig.close();
  removeBuild();
  rmSync(lab.folder, { recursive: true, force: true, maxRetries: 10 });
}, PATIENCE_MS);

interface Case {
  readonly point: string;
  /** How many stand in the journal when the process has died. */
  readonly onDisk: Partial<Record<EventType, number>>;
  /** And when the replace has taken effect. */
  readonly after: Partial<Record<EventType, number>>;
}

const under = { ReplaceRequested: 1, ChildAmendDecided: 1, ChildAmended: 0, OrderReplaced: 0 };

const cases: readonly Case[] = [
  {
    point: 'amend durable',
    onDisk: under,
    // Never sent, which the venue's old terms show behind the deadline: cancelled and placed anew.
    after: {
      ChildAmendPutInDoubt: 1,
      ChildAmended: 0,
      ChildAmendRefused: 1,
      ChildCancelDecided: 1,
      ChildDecided: 2,
    },
  },
  // Whether the venue had it before the process died is its own affair.
  { point: 'amend sent', onDisk: under, after: { ChildAmendPutInDoubt: 1, OrderReplaced: 1 } },
  {
    point: 'amend heard',
    onDisk: under,
    after: {
      ChildAmendPutInDoubt: 1,
      ChildAmended: 1,
      ChildAmendRefused: 0,
      ChildCancelDecided: 0,
      ChildDecided: 1,
    },
  },
];

test.each(cases)(
  'row 7: died at "$point"',
  async ({ point, onDisk, after }) => {
    const { rig, folder, client } = lab;
    const [old, next, stop] = [`OLD ${point}`, `NEW ${point}`, `STOP ${point}`];
    client.fix.send('D', newOrder(old));
    await until('its child works', async () => {
      has(rig, old, { ChildAcknowledged: 1 });
    });
    arm(folder, point);
    const death = rig.gatewayEnded();
    client.fix.send('G', [
      [11, next],
      [41, old],
      [1, 'A1'],
      [55, 'ETH/USDT'],
      [54, '1'],
      [60, utc()],
      [38, '0.8'],
      [40, '2'],
      [44, '2890'],
    ]);
    expect(await death).toBeNull(); // By a signal, no exit of its own.
    disarm(folder, point);
    has(rig, old, onDisk);
    await rig.startGateway();
    const replaced = await client.until('Replaced', reports('5', next), PATIENCE_MS);
    expect([replaced.get(41), replaced.get(38), replaced.get(44)]).toEqual([old, '0.8', '2890']);
    // Whatever became of the new terms: one order is there, and it has them.
    await until('it rests', async () => {
      has(rig, old, after);
      const open = ledgerOf(await rig.control('GET', '/control/ledger')).orders.filter(
        ({ status }) => status === 'NEW',
      );
      expect(open).toMatchObject([{ origQty: '0.80000000', price: '2890.00000000' }]);
    });
    client.fix.send('F', cancelOf(stop, next));
    await client.until('Canceled', reports('4', stop), PATIENCE_MS);
    const ledger = ledgerOf(await rig.control('GET', '/control/ledger'));
    expect(ledger.orders.filter(({ status }) => status === 'NEW')).toEqual([]);
    const received = client.heard.map(({ fields }) => new Map(fields));
    expect(fillsTold([{ client: 'ACME', received }])).toEqual(fillsBooked(ledger));
    expect(client.violations).toEqual([]);
  },
  PATIENCE_MS,
);

/** So many of each, of the order that came with this ClOrdID. */
function has(rig: Rig, clOrdID: string, wanted: Partial<Record<EventType, number>>): void {
  const { orderID } = orderIn(rig, clOrdID);
  const events = eventsIn(rig).filter((event) => 'orderID' in event && event.orderID === orderID);
  const found = Object.keys(wanted).map((type) => [
    type,
    events.filter((event) => event.type === type).length,
  ]);
  expect(Object.fromEntries(found)).toEqual(wanted);
}
