// A desk that dies on the way of a swap, and of a fill that its chain takes back, and comes back: rows 11 and 12 of
// docs/recovery.md, on the real node.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Event } from '../../spec/events/index.ts';
import { type Rig, sleep, startRig } from '../counterparties/rig.ts';
import {
  type CrashPoint,
  arm,
  decided,
  disarm,
  durable,
  is,
  plantsOf,
} from '../crash/crash-points.ts';
import { type LabClient, cancelOf, labClient, newOrder, until } from '../crash/desk.ts';
import { type Plant, eventsIn, patched } from '../crash/poisoned.ts';
import { TOPICS } from '../../adapters/uniswap/logs.ts';
import { rpcTo } from '../sandbox/chain/index.ts';

const PATIENCE_MS = 120_000;
const POOL = 'uniswap-v3';

/** JavaScript: an event that signs a swap; an approval is signed and sent before one. */
const isSwap = "event.type === 'TransactionSigned' && event.transaction.purpose === 'Swap'";
/** One is among what is decided or durable. */
const ofASwap = `decision.recorded.some(({ event }) => ${isSwap})`;

/** Which hashes are swaps. */
const noteSwaps: Plant = {
  ...decided,
  planted:
    `for (const { event } of decision.recorded) if (${isSwap}) ` +
    '(globalThis.swaps ??= new Set()).add(event.transaction.hash);',
};

const points = [
  { name: 'swap signed', ...decided, when: ofASwap },
  { name: 'swap durable', ...durable, when: ofASwap },
  {
    name: 'swap sent',
    file: 'adapters/uniswap/orders.js',
    before: "if (about.type === 'Send') {",
    when: 'globalThis.swaps?.has(about.hash) === true',
  },
  { name: 'swap mined', ...decided, when: is('ChildFilled') },
  { name: 'taken back decided', ...decided, when: is('ChildFillCancelled') },
  { name: 'taken back durable', ...durable, when: is('ChildFillCancelled') },
] as const satisfies readonly CrashPoint[];

const folder = mkdtempSync(join(tmpdir(), 'causeway-chain-points-'));
let rig: Rig;
let client: LabClient;
let removeBuild: () => void;
let round = 0;

beforeAll(async () => {
  const { dist, remove } = patched([noteSwaps, ...plantsOf(points)]);
  removeBuild = remove;
  rig = await startRig({
    folder,
    dist,
    seed: 11,
    sessions: [{ id: 'ACME', accounts: ['A1'], iocOnChain: true, staleOrderAgeMs: 120_000 }],
    chainVenues: [POOL],
    gatewayEnvironment: { CRASH_POINTS: folder },
  });
  await rig.startGateway();
  await rig.healthy();
  client = labClient(rig, folder);
  await client.loggedOn();
  // Others' swaps would move the pool beyond the bound of ours, and in other blocks differently.
  await control('participants', { running: false });
  await sleep(2_500);
}, PATIENCE_MS);

afterAll(async () => {
  await client.fix.stop();
  await rig.close();
  removeBuild();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}, PATIENCE_MS);

async function control(path: string, body: unknown): Promise<void> {
  const response = await fetch(`${rig.chain?.control}/control/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
}

/** Swaps of our account in the pools, as the chain has them now: by their hashes. */
async function swapsOnChain(): Promise<readonly string[]> {
  const { chain } = rig;
  if (chain === null) throw new Error('the rig has no chain');
  const accounts = chain.accounts.map(({ account }) => account.toLowerCase().slice(2));
  const filter = { fromBlock: '0x0', toBlock: 'latest', topics: [[TOPICS.v3Swap]] };
  const logs = await rpcTo(chain.rpc).call<
    readonly { readonly transactionHash: string; readonly topics: readonly string[] }[]
  >('eth_getLogs', [filter]);
  return logs
    .filter(({ topics }) => accounts.some((one) => topics[2]?.endsWith(one) === true))
    .map(({ transactionHash }) => transactionHash);
}

/** Fills that stand: booked and not taken back, by the hash within their execution ids. */
function standing(events: readonly Event[]): readonly string[] {
  const ids = new Set<string>();
  for (const event of events) {
    if (event.type === 'ChildFilled') ids.add(event.venueExecID);
    if (event.type === 'ChildFillCancelled') ids.delete(event.venueExecID);
  }
  return [...ids].map((id) => id.split(':')[1] ?? '');
}

/** What the client was told was traded, less what was taken back, by ExecID. */
function told(clOrdID: string): number {
  const seen = new Map<string, number>();
  for (const message of client.heard) {
    if (message.msgType !== '8' || message.get(11) !== clOrdID) continue;
    const sign = message.get(150) === 'F' ? 1 : message.get(150) === 'H' ? -1 : 0;
    seen.set(message.get(17) ?? '', sign * Number(message.get(32)));
  }
  return [...seen.values()].reduce((sum, qty) => sum + qty, 0);
}

const count = (events: readonly Event[], type: Event['type']): number =>
  events.filter((event) => event.type === type).length;

const signed = (events: readonly Event[]) =>
  events.flatMap((event) => (event.type === 'TransactionSigned' ? [event.transaction] : []));

const settled = (events: readonly Event[]): ReadonlySet<number> =>
  new Set(events.flatMap((event) => (event.type === 'TransactionSettled' ? [event.nonce] : [])));

/** Until its trade is told. */
const traded = (clOrdID: string) =>
  client.until('the trade', (one) => one.get(11) === clOrdID && one.get(150) === 'F');

interface Case {
  readonly row: string;
  readonly point: (typeof points)[number]['name'];
  /** Armed behind the trade, and led to by a reorganisation of so many blocks. */
  readonly depth?: number;
  readonly onDisk: Readonly<Record<string, number>>;
}

const cases: readonly Case[] = [
  { row: '11', point: 'swap signed', onDisk: { ChildDecided: 1, swaps: 0, ChildFilled: 0 } },
  { row: '11', point: 'swap durable', onDisk: { ChildDecided: 1, swaps: 1, ChildFilled: 0 } },
  { row: '11', point: 'swap sent', onDisk: { swaps: 1, ChildFilled: 0 } },
  { row: '11, 5', point: 'swap mined', onDisk: { swaps: 1, ChildFilled: 0 } },
  {
    row: '12',
    point: 'taken back decided',
    depth: 2,
    onDisk: { swaps: 1, ChildFilled: 1, ChildFillCancelled: 0 },
  },
  {
    row: '12',
    point: 'taken back durable',
    depth: 2,
    onDisk: { swaps: 1, ChildFilled: 1, ChildFillCancelled: 1 },
  },
];

test('every point has a case', () => {
  expect(cases.map(({ point }) => point)).toEqual(points.map(({ name }) => name));
});

test.each(cases)(
  'row $row: died at "$point"',
  async ({ point, depth, onDisk }) => {
    round += 1;
    await rig.healthy(); // Its pools are known: an order that no venue can take now is rejected.
    const from = eventsIn(rig).length;
    const clOrdID = `SWAP-${round}`;
    const order = { 38: '0.7', 40: '1', 44: null, 59: '3', 100: POOL };
    const death = rig.gatewayEnded();
    if (depth === undefined) arm(folder, point);
    client.fix.send('D', newOrder(clOrdID, order));
    if (depth !== undefined) {
      await traded(clOrdID);
      arm(folder, point);
      await control('reorganise', { depth });
    }
    expect(await death).toBeNull(); // By a signal, no exit of its own.
    disarm(folder, point);
    const left = eventsIn(rig).slice(from);
    const found = Object.keys(onDisk).map((name) => [
      name,
      name === 'swaps'
        ? signed(left).filter(({ purpose }) => purpose === 'Swap').length
        : count(left, name as Event['type']),
    ]);
    expect(Object.fromEntries(found)).toEqual(onDisk);
    await rig.startGateway();
    // What may end by itself does; an order that is still asking is cancelled by its client.
    client.fix.send('F', cancelOf(`STOP-${round}`, clOrdID));
    await until('client, journal and chain say the same', async () => {
      const events = eventsIn(rig);
      const own = events.slice(from);
      expect(count(own, 'OrderEnded')).toBeGreaterThan(0);
      // Final, so that no later round meets this one's swap: between two blocks neither side may have it.
      expect(signed(own).filter(({ nonce }) => !settled(events).has(nonce))).toEqual([]);
      const chain = await swapsOnChain();
      expect(new Set(chain).size).toBe(chain.length);
      expect(standing(events).toSorted()).toEqual(chain.toSorted());
      expect(told(clOrdID)).toBeCloseTo(0.7 * standing(own).length, 9);
      expect(standing(own).length).toBeLessThanOrEqual(1); // Never twice.
    });
    // One nonce, one transaction or one that bids more for it: what was not on disk was never sent.
    const swaps = signed(eventsIn(rig)).filter(({ purpose }) => purpose === 'Swap');
    const childOf = new Map<number, string>();
    for (const { nonce, childID } of swaps) {
      expect(childOf.get(nonce) ?? childID).toBe(childID);
      childOf.set(nonce, childID);
    }
    expect(client.violations).toEqual([]);
  },
  PATIENCE_MS,
);
