// A desk that dies at each point on the way of an order, one after the other over one journal, and comes back: what
// docs/recovery.md says of the point, and behind each that nothing was lost and nothing done twice.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Event, EventType } from '../../spec/events/index.ts';
import { type Cable, layCable } from '../counterparties/cable.ts';
import type { Message } from '../counterparties/client.ts';
import {
  auditReports,
  fillsBooked,
  fillsTold,
  isFinal,
  ledgerOf,
} from '../counterparties/evidence.ts';
import { type Fields, utc } from '../counterparties/fix-client.ts';
import { type Rig, startRig } from '../counterparties/rig.ts';
import { type CliRun, objectsOf, runCli } from '../unit/gateway/cli/run-cli.ts';
import { type CrashPointName, arm, crashPlants, crashPoints, disarm } from './crash-points.ts';
import { type LabClient, cancelOf, labClient, newOrder, reports, tradable, until } from './desk.ts';
import { eventsIn, patched } from './poisoned.ts';

/** A bound on hanging, no claim. */
const PATIENCE_MS = 120_000;

interface Lab {
  readonly rig: Rig;
  readonly folder: string;
  readonly client: LabClient;
  readonly risk: LabClient;
  readonly cable: Cable;
  /** Counts the points, so that each has ClOrdIDs of its own. */
  round: number;
  /** ClOrdIDs of orders; each has to be answered. */
  readonly sent: Set<string>;
}

/** What a point's client and operator do before it is armed, and what leads to it. */
interface Approach {
  before?(lab: Lab): Promise<void>;
  lead(lab: Lab): Promise<void>;
}

let lab: Lab;
let removeBuild: () => void;

async function setUp(): Promise<void> {
  const { dist, remove } = patched(crashPlants);
  removeBuild = remove;
  const folder = mkdtempSync(join(tmpdir(), 'causeway-points-'));
  const cables: Cable[] = [];
  const rig = await startRig({
    folder,
    dist,
    seed: 11,
    sessions: [{ id: 'ACME', accounts: ['A1'], staleOrderAgeMs: 120_000 }],
    dropCopies: [{ id: 'RISK' }],
    gatewayEnvironment: { CRASH_POINTS: folder },
    config: {
      risk: {
        marketCollarBps: 300,
        staleBookMs: 60_000,
        inDoubtBoundMs: 2_000, // For what time decides.
        firm: { maxOrderNotional: '1000000 USDT', priceCollarBps: 5_000 },
      },
    },
    between: async (exchangePort) => {
      const cable = await layCable(exchangePort);
      cables.push(cable);
      return cable.port;
    },
  });
  await rig.startGateway();
  const client = labClient(rig, folder, { heartBtInt: 1 });
  const risk = labClient(rig, folder, { id: 'RISK', heartBtInt: 1 });
  const [cable] = cables;
  if (cable === undefined) throw new Error('no cable to the exchange');
  lab = { rig, folder, client, risk, cable, round: 0, sent: new Set() };
  await rig.healthy();
  await tradable(client);
  // Else the first case may put its exchange's answer into a black hole, and it would be in doubt beside the case's own.
  await client.until('the end of what was tried', (message) => message.get(39) === '4');
}

async function tearDown(): Promise<void> {
  await lab.client.fix.stop();
  await lab.risk.fix.stop();
  await lab.rig.close();
  await lab.cable.close();
  removeBuild();
  rmSync(lab.folder, { recursive: true, force: true, maxRetries: 10 });
}

const operator = ({ rig }: Lab, ...args: readonly string[]): Promise<CliRun> =>
  runCli([...args, '--data', rig.dataFolder]);

const named = ({ round }: Lab, name: string): string => `${name}${round}`;

function enter(at: Lab, name: string, changes: Readonly<Record<number, string>> = {}): void {
  at.sent.add(named(at, name));
  at.client.fix.send('D', newOrder(named(at, name), changes));
}

/** Trades at once. */
const hit = (at: Lab): void => enter(at, 'HIT', { 38: '0.05', 44: '3300', 59: '3' });
/** Rests. */
const rest = (at: Lab, name = 'REST'): void => enter(at, name);
const cancel = (at: Lab, name = 'REST'): void =>
  void at.client.fix.send('F', cancelOf(named(at, `STOP-${name}-`), named(at, name)));
const replace = (at: Lab): void => {
  const fields: Fields = [
    [11, named(at, 'NEW')],
    [41, named(at, 'REST')],
    [1, 'A1'],
    [55, 'ETH/USDT'],
    [54, '1'],
    [60, utc()],
    [38, '0.4'],
    [40, '2'],
    [44, '2890'],
  ];
  at.client.fix.send('G', fields);
};

/** Until an order rests at the exchange, so that a cancel of it is one of a known order. */
async function works(at: Lab, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    rest(at, name);
    await at.client.until('New', reports('0', named(at, name)));
  }
  await until('they rest at the exchange', async () => {
    const { orders } = ledgerOf(await at.rig.control('GET', '/control/ledger'));
    expect(orders.filter(({ status }) => status === 'NEW')).toHaveLength(names.length);
  });
}

/** A resting order goes into a black hole, and is in doubt. */
async function doubted(at: Lab): Promise<void> {
  at.cable.held(true);
  rest(at);
  await at.client.until('New', reports('0', named(at, 'REST')));
  await until('it is in doubt', async () => expect(await doubts(at)).toHaveLength(1));
}

const doubts = async (at: Lab) => objectsOf((await operator(at, 'resolve', '--json')).stdout);

const trades: Approach = { lead: async (at) => hit(at) };
const cancels: Approach = { before: (at) => works(at, 'REST'), lead: async (at) => cancel(at) };
const replaces: Approach = { before: (at) => works(at, 'REST'), lead: async (at) => replace(at) };
const stops: Approach = { lead: async ({ rig }) => void (await rig.stopGateway()) };
const kills: Approach = {
  before: (at) => works(at, 'REST', 'OTHER'),
  lead: async (at) => {
    await operator(at, 'kill', '--firm', '--reason', 'crash', '--yes', '--wait', '1');
  },
};
const limits: Approach = {
  lead: async (at) => {
    const change = `maxOpenOrders=${50 + at.round}`;
    await operator(at, 'limits', 'set', 'firm', change, '--reason', 'crash', '--yes');
  },
};
/** The desk dies while it starts: it is stopped first, and its next life is the one. */
const starts: Approach = {
  before: async (at) => {
    hit(at);
    await at.client.until('Trade', reports('F', named(at, 'HIT')));
    await at.rig.killGateway();
  },
  lead: async ({ rig }) => void (await rig.runGateway()),
};
const time: Approach = { before: doubted, lead: async () => undefined };
const word: Approach = {
  before: doubted,
  lead: async (at) => {
    const [row] = await doubts(at);
    const childID = String(row?.['childID']);
    await operator(at, 'resolve', 'absent', childID, '--reason', 'crash', '--yes');
  },
};

const waits: Approach = { lead: async () => undefined };
const restsAlone: Approach = { lead: async (at) => rest(at) };

/** Events behind those of the point before, and how many of them stand in the journal when the process has died. */
type OnDisk = Partial<Record<EventType, number>>;

interface Case {
  readonly row: string;
  readonly point: CrashPointName;
  readonly way: Approach;
  readonly onDisk: OnDisk;
  /** What must have come of it when all is settled. `events`: of this point's round. */
  after?(at: Lab, events: readonly Event[]): void | Promise<void>;
}

const cases: readonly Case[] = [
  { row: '1', point: 'read', way: trades, onDisk: { OrderAccepted: 0 }, after: onceDecided },
  {
    row: '1',
    point: 'order decided',
    way: trades,
    onDisk: { OrderAccepted: 0, ChildDecided: 0 },
    after: onceDecided,
  },
  {
    row: '2, 4',
    point: 'order durable',
    way: trades,
    onDisk: { OrderAccepted: 1, ChildDecided: 1, ChildFilled: 0 },
    after(at, events) {
      // Never sent, which the venue proves; it is not sent again blindly, and ends.
      expect(count(events, 'ChildProvenAbsent')).toBe(1);
      expect(count(events, 'ChildFilled')).toBe(0);
      expect(count(events, 'OrderEnded')).toBeGreaterThan(0);
      expect(heard(at, 'F', 'HIT')).toBe(0);
    },
  },
  {
    row: '4',
    point: 'order sent',
    way: trades,
    onDisk: { ChildDecided: 1, ChildAcknowledged: 0, ChildFilled: 0 },
    after: onceSent,
  },
  { row: '3', point: 'admin message sent', way: waits, onDisk: {} },
  {
    row: '5',
    point: 'acknowledgement heard',
    way: restsAlone,
    onDisk: { OrderAccepted: 1, ChildAcknowledged: 0 },
    after: onceSent,
  },
  {
    row: '5',
    point: 'fill heard',
    way: trades,
    onDisk: { OrderAccepted: 1, ChildFilled: 0 },
    after: onceFilled,
  },
  { row: '5', point: 'fill decided', way: trades, onDisk: { ChildFilled: 0 }, after: onceFilled },
  { row: '2', point: 'fill durable', way: trades, onDisk: { ChildFilled: 1 }, after: onceFilled },
  {
    row: '6',
    point: 'cancel durable',
    way: cancels,
    onDisk: { CancelRequested: 1, ChildCancelDecided: 1, ChildEndReported: 0 },
    after: onceCancelled,
  },
  {
    row: '6',
    point: 'cancel sent',
    way: cancels,
    onDisk: { ChildCancelDecided: 1, ChildEndReported: 0 },
    after: onceCancelled,
  },
  {
    row: '6',
    point: 'end heard',
    way: cancels,
    onDisk: { ChildCancelDecided: 1, ChildEndReported: 0, OrderEnded: 0 },
    after: onceCancelled,
  },
  {
    row: '8',
    point: 'replace decided',
    way: replaces,
    onDisk: { ReplaceRequested: 1, OrderReplaced: 0 },
    after: onceReplaced,
  },
  {
    row: '8',
    point: 'replace durable',
    way: replaces,
    onDisk: { OrderReplaced: 1, ChildDecided: 2 },
    after: onceReplaced,
  },
  {
    row: '9',
    point: 'half cancelled',
    way: kills,
    onDisk: { KillEngaged: 1, OrderKilled: 2 },
    after: (at, events) => allKilled(at, events),
  },
  {
    row: '10',
    point: 'time decided',
    way: time,
    onDisk: { ChildPutInDoubt: 1, InDoubtOverdue: 0 },
    after: onceSent,
  },
  { row: '13', point: 'within a commit', way: trades, onDisk: {} },
  { row: '13', point: 'committed', way: trades, onDisk: {} },
  { row: '13', point: 'snapshot without manifest', way: stops, onDisk: {} },
  { row: '14', point: 'replaying', way: starts, onDisk: { ChildFilled: 1, DeskStarted: 0 } },
  { row: '14', point: 'desk started', way: starts, onDisk: { DeskStarted: 1 } },
  {
    row: '15',
    point: 'kill decided',
    way: kills,
    onDisk: { KillEngaged: 0, OrderKilled: 0 },
    async after(at) {
      expect(await active(at)).toEqual([]);
    },
  },
  {
    row: '15',
    point: 'kill durable',
    way: kills,
    onDisk: { KillEngaged: 1 },
    after: (at, events) => allKilled(at, events),
  },
  {
    row: '15',
    point: 'limit decided',
    way: limits,
    onDisk: { LimitChanged: 0 },
    async after(at) {
      expect(await maxOpenOrders(at)).not.toBe(String(50 + at.round));
    },
  },
  {
    row: '15',
    point: 'limit durable',
    way: limits,
    onDisk: { LimitChanged: 1 },
    async after(at) {
      expect(await maxOpenOrders(at)).toBe(String(50 + at.round));
    },
  },
  {
    row: '15',
    point: 'word decided',
    way: word,
    onDisk: { ChildPutInDoubt: 1, ChildResolved: 0 },
    after: onceSent,
  },
  { row: '2, drop copy', point: 'copies numbered', way: trades, onDisk: {} },
  { row: '2, drop copy', point: 'copies durable', way: trades, onDisk: {} },
  { row: '2, drop copy', point: 'copies sent', way: trades, onDisk: {} },
];

/** The tests of one half of the points: each half is minutes, and has a desk of its own. */
export function testPoints(half: 'first' | 'second'): void {
  const middle = Math.ceil(cases.length / 2);
  const own = half === 'first' ? cases.slice(0, middle) : cases.slice(middle);
  beforeAll(setUp, PATIENCE_MS);
  afterAll(tearDown, PATIENCE_MS);
  if (half === 'first') test('every point of the table has a case', everyPointHasACase);
  test.each(own)('row $row: died at "$point"', die, PATIENCE_MS);
}

function everyPointHasACase(): void {
  expect(cases.map(({ point }) => point).toSorted()).toEqual(
    crashPoints.map(({ name }) => name).toSorted(),
  );
}

async function die({ point, way, onDisk, after }: Case): Promise<void> {
  const at = lab;
  at.round += 1;
  const from = eventsIn(at.rig).length;
  const { rig, folder, client, risk, cable } = at;
  const since = { client: client.heard.length, risk: risk.heard.length };
  await way.before?.(at);
  arm(folder, point);
  const death = rig.gatewayEnded();
  await way.lead(at);
  expect(await death).toBeNull(); // By a signal, no exit of its own.
  disarm(folder, point);
  const left = eventsIn(rig).slice(from);
  const found = Object.keys(onDisk).map((type) => [type, count(left, type as EventType)]);
  expect(Object.fromEntries(found)).toEqual(onDisk);
  cable.held(false);
  await rig.startGateway();
  await trading(at);
  await settled(at);
  await after?.(at, eventsIn(rig).slice(from));
  for (const kill of await active(at)) {
    expect(kill).toMatchObject({ scope: 'firm' });
    await operator(at, 'kill', '--rearm', '--firm', '--reason', 'over', '--yes');
  }
  await tradable(client, named(at, 'GOES-ON-'));
  await settled(at);
  expect([...client.violations, ...risk.violations]).toEqual([]);
  expect(client.heard.length).toBeGreaterThan(since.client);
  expect(risk.heard.length).toBeGreaterThan(since.risk);
}

/** Its venue is reconciled and shows its books, whatever a kill switch says. */
async function trading({ rig }: Lab): Promise<void> {
  await until('the venue is ready', async () => {
    const answer = await fetch(`http://127.0.0.1:${rig.httpPort}/health`);
    const { venues } = (await answer.json()) as { readonly venues: readonly unknown[] };
    expect(venues).toMatchObject([{ state: 'Ready', bookAgeMs: expect.any(Number) }]);
  });
}

/** Every order has ended, by a cancel at last, and client, drop copy, journal and exchange tell the same fills. */
async function settled(at: Lab): Promise<void> {
  const { client, risk, rig } = at;
  const asked = new Set<string>();
  await until('all has ended, and all say the same', async () => {
    const account = { client: 'ACME', received: messagesOf(client) };
    const open = [...auditReports(account).values()].filter(({ ordStatus }) => !isFinal(ordStatus));
    for (const { clOrdID, ordStatus } of open) {
      if (ordStatus === '6' || ordStatus === 'E' || asked.has(clOrdID)) continue;
      asked.add(clOrdID);
      client.fix.send('F', cancelOf(`END-${at.round}-${clOrdID}`, clOrdID));
    }
    const ledger = ledgerOf(await rig.control('GET', '/control/ledger'));
    const ids = ledger.orders.map(({ clientOrderId }) => clientOrderId);
    expect(new Set(ids).size).toBe(ids.length); // No child was sent twice.
    expect(ledger.orders.filter(({ status }) => status === 'NEW')).toEqual([]);
    expect(open).toEqual([]);
    const silent = [...at.sent].filter((id) => !client.heard.some((one) => one.get(11) === id));
    expect(silent).toEqual([]);
    expect(fillsTold([account])).toEqual(fillsBooked(ledger));
    expect(execIDs(risk)).toEqual(execIDs(client));
  });
}

/** Those of reports that are journaled: the answer to a status request has none of its own. */
function execIDs({ heard }: LabClient): readonly string[] {
  const reportsAlone = heard.filter((one) => one.msgType === '8');
  return [...new Set(reportsAlone.map((one) => one.get(17) ?? ''))].toSorted();
}

const messagesOf = ({ heard: all }: LabClient): readonly Message[] =>
  all.map(({ fields }) => new Map(fields));

function count(events: readonly Event[], type: EventType): number {
  return events.filter((event) => event.type === type).length;
}

/** How often the client heard of the round's order, by ExecID. */
function heard(at: Lab, execType: string, name: string): number {
  const all = at.client.heard.filter(reports(execType, named(at, name)));
  return new Set(all.map((one) => one.get(17))).size;
}

function onceSent(_at: Lab, events: readonly Event[]): void {
  const ofTheWay = events.filter(({ type }) => type === 'OrderAccepted').length;
  expect(ofTheWay).toBeGreaterThan(0);
  expect(count(events, 'FillConflicted') + count(events, 'FillUnmatched')).toBe(0);
}

/** It came again, was decided once, and its client heard of it: a desk that has no book yet rejects it. */
function onceDecided(at: Lab, events: readonly Event[]): void {
  const decisions = events.filter(
    (event) =>
      (event.type === 'OrderAccepted' || event.type === 'OrderRejected') &&
      event.clOrdID === named(at, 'HIT'),
  );
  expect(decisions).toHaveLength(1);
  expect(heard(at, '0', 'HIT') + heard(at, '8', 'HIT')).toBe(1);
}

function onceFilled(at: Lab, events: readonly Event[]): void {
  const accepted = events.filter(
    (event) => event.type === 'OrderAccepted' && event.clOrdID === named(at, 'HIT'),
  );
  expect(accepted).toHaveLength(1);
  expect(heard(at, 'F', 'HIT')).toBeGreaterThan(0);
}

function onceCancelled(at: Lab): void {
  expect(heard(at, '4', 'STOP-REST-')).toBe(1);
}

function onceReplaced(at: Lab): void {
  expect(heard(at, '5', 'NEW')).toBe(1);
}

/** The switch is in force, and what it stops has ended, each once. */
async function allKilled(at: Lab, events: readonly Event[]): Promise<void> {
  expect(await active(at)).toMatchObject([{ scope: 'firm', orders: 0, venues: [] }]);
  expect(count(events, 'OrderKilled')).toBe(2);
  expect([heard(at, '4', 'REST'), heard(at, '4', 'OTHER')]).toEqual([1, 1]);
}

async function active(at: Lab): Promise<readonly Record<string, unknown>[]> {
  return objectsOf((await operator(at, 'kill', 'list', '--json')).stdout);
}

async function maxOpenOrders(at: Lab): Promise<unknown> {
  const rows = objectsOf((await operator(at, 'limits', '--json')).stdout);
  return rows.find(({ scope, name }) => scope === 'firm' && name === 'maxOpenOrders')?.['limit'];
}
