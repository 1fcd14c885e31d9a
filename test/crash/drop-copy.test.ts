// A drop copy over the real process: away, killed, slow and reset, it has every report once by ExecID.

import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { FixClient, type FixMessage } from '../counterparties/fix-client.ts';
import { type Rig, sleep } from '../counterparties/rig.ts';
import { type LabClient, labClient, newOrder, tradable, withDesk } from './desk.ts';

const MINUTE = 60_000;
const PATIENCE_MS = 30_000;

/** What both the client's report and its copy say, and what makes them the same. */
const SAME = [37, 11, 41, 17, 150, 39, 1, 55, 54, 38, 44, 32, 31, 30, 151, 14, 6, 60, 58] as const;

/** The consumer: it keeps each ExecID once, in the order of arrival, over all its connections. */
class Consumer {
  readonly copies = new Map<string, FixMessage>();
  readonly problems: string[] = [];
  /** Copies that came again, with PossResend=Y. */
  repeated = 0;
  #client: FixClient;
  readonly #rig: Rig;
  readonly #logFile: string;
  readonly id: string;

  constructor(rig: Rig, folder: string, id: string) {
    this.#rig = rig;
    this.#logFile = join(folder, `${id}.fix.log`);
    this.id = id;
    this.#client = this.#connected(false);
  }

  get fix(): FixClient {
    return this.#client;
  }

  /** Comes back with ResetSeqNumFlag=Y at each Logon. */
  async reset(): Promise<void> {
    this.#client.leave();
    await this.#client.stop();
    this.#client = this.#connected(true);
  }

  #connected(resets: boolean): FixClient {
    const client = new FixClient({
      port: this.#rig.fixPort,
      compID: this.id,
      password: `${this.id}-password`,
      heartBtInt: 1,
      resets,
      logFile: this.#logFile,
      received: (message) => this.#received(message),
      violated: (rule) => this.problems.push(rule),
    });
    client.start();
    return client;
  }

  #received(message: FixMessage): void {
    if (message.msgType !== '8') return;
    const execID = message.get(17) ?? '';
    const before = this.copies.get(execID);
    if (before === undefined) {
      const last = [...this.copies.keys()].at(-1);
      if (last !== undefined && !isBehind(execID, last)) {
        this.problems.push(`${execID} came behind ${last}`);
      }
      this.copies.set(execID, message);
      return;
    }
    this.repeated += 1;
    if (!message.possResend) this.problems.push(`${execID} came again without PossResend`);
    if (figures(message) !== figures(before))
      this.problems.push(`${execID} came again, and not the same`);
  }
}

/** ExecIDs are desk, journal sequence, ordinal: their order is the journal's. */
function isBehind(execID: string, other: string): boolean {
  const [, sequence = 0, ordinal = 0] = execID.split('-').map(Number);
  const [, before = 0, ordinalBefore = 0] = other.split('-').map(Number);
  return sequence > before || (sequence === before && ordinal > ordinalBefore);
}

function figures(message: FixMessage): string {
  return SAME.map((tag) => `${tag}=${message.get(tag) ?? ''}`).join('|');
}

function reportsOf(client: LabClient): ReadonlyMap<string, FixMessage> {
  const reports = client.heard.filter(({ msgType }) => msgType === '8');
  return new Map(reports.map((message) => [message.get(17) ?? '', message]));
}

/** Orders that fill at once, and some that rest, until told to stop. */
function trading(client: LabClient): () => void {
  let next = 1;
  const timer = setInterval(() => {
    const clOrdID = `T${next}`;
    const kind = next % 3;
    next += 1;
    const price = kind === 0 ? '2500' : '3400';
    client.fix.send('D', newOrder(clOrdID, { 44: price, 38: '0.01', 59: kind === 1 ? '1' : '3' }));
  }, 10);
  return () => clearInterval(timer);
}

async function until(what: string, holds: () => boolean, ms = PATIENCE_MS): Promise<void> {
  const end = Date.now() + ms;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await sleep(10);
  }
}

/** Until the client has heard so many more reports. */
async function told(client: LabClient, more: number): Promise<void> {
  const before = reportsOf(client).size;
  await until(`${more} more reports`, () => reportsOf(client).size >= before + more);
}

/** Until both have heard the same number of reports, and no more come. */
async function settled(client: LabClient, consumer: Consumer): Promise<void> {
  let seen = '';
  let since = Date.now();
  await until('as many copies as reports', () => {
    const [reports, copies] = [reportsOf(client).size, consumer.copies.size];
    const now = `${reports} ${copies}`;
    if (now !== seen) since = Date.now();
    seen = now;
    return reports === copies && Date.now() - since > 1_000;
  });
}

test(
  'DC-01, DC-02: away over a SIGKILL, slow, killed while slow and reset, a drop copy gets every report',
  async () => {
    const dropCopies = [{ id: 'RISK' }];
    await withDesk({ dropCopies, durability: 'os' }, async (rig, folder) => {
      await rig.startGateway();
      const client = labClient(rig, folder, { heartBtInt: 1 });
      const consumer = new Consumer(rig, folder, 'RISK');
      let stop = (): void => undefined;
      try {
        await rig.healthy(PATIENCE_MS);
        await tradable(client);
        stop = trading(client);
        await until('the first copies', () => consumer.copies.size > 50);

        consumer.fix.leave();
        await told(client, 50);
        await rig.killGateway();
        await rig.startGateway();
        await told(client, 100);
        consumer.fix.comeBack();
        await until('back', () => consumer.copies.size > 300);

        // It reads nothing more, and no order waits for it.
        consumer.fix.hold();
        await told(client, 1_000);
        await rig.killGateway();
        await consumer.reset();
        await rig.startGateway();
        await told(client, 200);
        stop();
        await settled(client, consumer);
      } finally {
        stop();
        await consumer.fix.stop();
        await client.fix.stop();
      }

      const reports = reportsOf(client);
      expect(consumer.problems).toEqual([]);
      expect(client.violations).toEqual([]);
      expect([...consumer.copies.keys()].toSorted()).toEqual([...reports.keys()].toSorted());
      for (const [execID, report] of reports) {
        const copy = consumer.copies.get(execID);
        expect(copy === undefined ? null : figures(copy)).toBe(figures(report));
        expect(copy?.get(797)).toBe('Y');
        expect(copy?.get(115)).toBe('ACME');
      }
      expect(consumer.repeated).toBeGreaterThan(0);
    });
  },
  3 * MINUTE,
);

test(
  'DC-01, DC-03: no order is entered on a drop copy, and each of several gets what its filter lets through',
  async () => {
    const sessions = [
      { id: 'ACME', accounts: ['A1', 'A2'] },
      { id: 'OTHER', accounts: ['O1'] },
    ];
    const dropCopies = [
      { id: 'OF-A2', accounts: ['A2'], children: true },
      { id: 'OF-OTHER', sessions: ['OTHER'] },
    ];
    await withDesk({ sessions, dropCopies, durability: 'os' }, async (rig, folder) => {
      await rig.startGateway();
      const client = labClient(rig, folder);
      const ofA2 = labClient(rig, folder, { id: 'OF-A2' });
      const ofOther = labClient(rig, folder, { id: 'OF-OTHER' });
      try {
        await rig.healthy(PATIENCE_MS);
        await tradable(client);
        await ofA2.loggedOn();
        await ofOther.loggedOn();

        ofA2.fix.send('D', newOrder('COPY1'));
        const refused = await ofA2.until('a refusal', ({ msgType }) => msgType === 'j');
        expect([refused.get(372), refused.get(380), refused.get(379)]).toEqual(['D', '6', 'COPY1']);

        client.fix.send('D', newOrder('FILLS', { 1: 'A2', 44: '3400', 38: '0.01', 59: '3' }));
        await client.until(
          'Trade',
          (message) => message.get(11) === 'FILLS' && message.get(150) === 'F',
        );
        const parent = await ofA2.until(
          "the parent's trade",
          (message) => message.get(11) === 'FILLS' && message.get(150) === 'F',
        );
        const child = await ofA2.until(
          "the child's trade",
          (message) => message.get(583) === parent.get(37) && message.get(150) === 'F',
        );
        expect(child.get(11)).toBe(parent.get(526));
        expect(child.get(198)).toBe(parent.get(198));
        expect(child.get(527)).toBe(parent.get(527));
        expect([child.get(526), child.get(1), child.get(30)]).toEqual(['FILLS', 'A2', 'binance']);

        const accounts = ofA2.heard
          .filter(({ msgType }) => msgType === '8')
          .map((one) => one.get(1));
        expect(new Set(accounts)).toEqual(new Set(['A2']));
        expect(ofOther.heard).toEqual([]);
        expect([...ofA2.violations, ...ofOther.violations, ...client.violations]).toEqual([]);
        const metrics = await fetch(`http://127.0.0.1:${rig.httpPort}/metrics`);
        expect(await metrics.text()).toMatch(/causeway_drop_copy_lag_seconds\{consumer="OF-A2"\} /);
      } finally {
        for (const one of [client, ofA2, ofOther]) await one.fix.stop();
      }
    });
  },
  2 * MINUTE,
);
