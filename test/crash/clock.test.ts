// Time that does not behave: the event loop blocked, the system's clock set by an hour.

import { expect, test } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sleep } from '../counterparties/rig.ts';
import { type LabClient, labClient, newOrder, reports, tradable, withDesk } from './desk.ts';
import { patched } from './poisoned.ts';

/** A bound on hanging, no claim. */
const PATIENCE_MS = 180_000;
const HOUR_MS = 3_600_000;

/** When the idle client heard each; its log comes with its first lines. */
function heartbeats(folder: string): readonly number[] {
  const log = join(folder, 'IDLE.fix.log');
  if (!existsSync(log)) return [];
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => / < .*\|35=0\|/.test(line))
    .map((line) => Date.parse(line.slice(0, 24)));
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 30_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error('it did not come to hold within 30 s');
    await sleep(20);
  }
}

const SESSIONS = ['ACME', 'IDLE'].map((id) => ({ id, accounts: [`${id}-1`] }));
const WITH_ACCOUNT = { 1: 'ACME-1' };

function clients(rig: Parameters<typeof labClient>[0], folder: string): [LabClient, LabClient] {
  const client = labClient(rig, folder, { heartBtInt: 30 });
  return [client, labClient(rig, folder, { id: 'IDLE', heartBtInt: 1 })];
}

test(
  'an event loop that was blocked for 3 s raises an alarm, and no burst of what was due meanwhile follows',
  async () => {
    const { dist, remove } = patched([
      {
        file: 'gateway/cli/start.js',
        before: 'export async function start(file, options) {',
        planted: `process.on('SIGUSR2', () => { const end = Date.now() + 3_000; while (Date.now() < end); });`,
      },
    ]);
    await withDesk({ dist, sessions: SESSIONS }, async (rig, folder) => {
      const gateway = await rig.startGateway();
      const [client, idle] = clients(rig, folder);
      await rig.healthy();
      await tradable(client, 'WARM', WITH_ACCOUNT);
      await idle.loggedOn();
      await until(() => heartbeats(folder).length >= 2);
      const before = Date.now();
      gateway.kill('SIGUSR2');
      await until(() => rig.gatewayLog().includes('the event loop was blocked'));
      const delayMs = Number(/"delayMs":(\d+)[^\n]*event loop/.exec(rig.gatewayLog())?.[1]);
      expect(delayMs).toBeGreaterThan(2_500);
      await sleep(1_000);
      // One a second is due, three were missed: in four seconds come two or three, not six.
      const seconds = Math.ceil((Date.now() - before) / 1_000);
      const heard = heartbeats(folder).filter((at) => at >= before).length;
      expect(heard).toBeLessThanOrEqual(seconds - 2);
      await tradable(client, 'AFTER', WITH_ACCOUNT);
      expect([...client.ends, ...idle.ends, ...client.violations, ...idle.violations]).toEqual([]);
      await client.fix.stop();
      await idle.fix.stop();
    });
    remove();
  },
  PATIENCE_MS,
);

/** A gateway whose wall clock is the machine's plus what stands in a file. */
function withOffset(folder: string): {
  environment: Record<string, string>;
  set(ms: number): void;
} {
  const file = join(folder, 'clock-offset');
  const preload = join(folder, 'clock.mjs');
  writeFileSync(file, '0');
  writeFileSync(
    preload,
    `import { readFileSync } from 'node:fs';
     const now = Date.now.bind(Date);
     Date.now = () => now() + Number(readFileSync(${JSON.stringify(file)}, 'utf8'));`,
  );
  return {
    environment: { NODE_OPTIONS: `--import ${preload}` },
    set: (ms) => writeFileSync(file, String(ms)),
  };
}

test(
  'the clock set back by an hour: heartbeats go on, orders are taken, the venue is signed to; set right, all is as before; by a minute across a restart: time goes on',
  async () => {
    await withDesk({ sessions: SESSIONS }, async (rig, folder) => {
      const clock = withOffset(folder);
      await rig.startGateway(clock.environment);
      const [client, idle] = clients(rig, folder);
      await rig.healthy();
      await tradable(client, 'WARM', WITH_ACCOUNT);
      await idle.loggedOn();
      clock.set(-HOUR_MS);
      await until(() => rig.gatewayLog().includes('the system clock was set back'));
      const from = heartbeats(folder).length;
      await until(() => heartbeats(folder).length >= from + 3);
      await tradable(client, 'BACK', WITH_ACCOUNT);
      client.fix.send('D', newOrder('HIT', { 1: 'ACME-1', 44: '3300', 59: '3' }));
      await client.until('Trade', reports('F', 'HIT'));
      clock.set(0);
      await tradable(client, 'RIGHT', WITH_ACCOUNT);
      expect([...client.ends, ...idle.ends, ...client.violations, ...idle.violations]).toEqual([]);
      await client.fix.stop();
      await idle.fix.stop();
      // A minute less across a restart: the desk goes on from its last record, and is what it was to its clients.
      await rig.stopGateway();
      clock.set(-60_000);
      await rig.startGateway(clock.environment);
      const again = labClient(rig, folder, { resets: true });
      await tradable(again, 'HELD', WITH_ACCOUNT);
      const said = /"behindMs":(\d+)[^\n]*is behind the journal's last record/.exec(
        rig.gatewayLog(),
      );
      expect(Number(said?.[1])).toBeGreaterThan(30_000);
      expect([...again.ends, ...again.violations]).toEqual([]);
      await again.fix.stop();
    });
  },
  PATIENCE_MS,
);

test(
  "the clock set forward by an hour: followed, said, and a client's message of an hour ago is not executed",
  async () => {
    await withDesk({ sessions: SESSIONS }, async (rig, folder) => {
      const clock = withOffset(folder);
      await rig.startGateway(clock.environment);
      const client = labClient(rig, folder, { heartBtInt: 30 });
      await rig.healthy();
      await tradable(client, 'WARM', WITH_ACCOUNT);
      clock.set(HOUR_MS);
      await until(() => rig.gatewayLog().includes('the system clock was set forward'));
      client.fix.send('D', newOrder('LATE', WITH_ACCOUNT));
      const said = (): string => readFileSync(join(folder, 'ACME.fix.log'), 'utf8');
      await until(() => / < .*\|35=3\|.*\|373=10\|/.test(said())); // SendingTime accuracy problem.
      await until(() => client.ends.length > 0);
      expect(client.heard.some((message) => message.get(11) === 'LATE')).toBe(false);
      expect(rig.gateway?.exitCode).toBeNull();
      await client.fix.stop();
      clock.set(0);
      await rig.stopGateway();
      await rig.startGateway();
      const again = labClient(rig, folder, { resets: true });
      await tradable(again, 'RIGHT', WITH_ACCOUNT);
      expect(rig.gatewayLog()).toContain("far behind the journal's last record");
      await again.fix.stop();
    });
  },
  PATIENCE_MS,
);
