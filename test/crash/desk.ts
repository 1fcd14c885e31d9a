// What the crash tests share: a desk in a folder that goes again, and a client that remembers.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FixClient, type Fields, type FixMessage, utc } from '../counterparties/fix-client.ts';
import { type Rig, type RigOptions, sleep, startRig } from '../counterparties/rig.ts';

/** How long something is waited for that must come: a busy machine has stretched a second to ten. */
const PATIENCE_MS = 30_000;

/** By the desk's folder: a client that goes on calling would keep a failed test's process for ever. */
const clients = new Map<string, FixClient[]>();

export type DeskOptions = Partial<RigOptions>;

/** Runs `use` with a desk of one session, ACME; its folder is kept if `use` throws. */
export async function withDesk(
  options: DeskOptions,
  use: (rig: Rig, folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-crash-'));
  const rig = await startRig({
    folder,
    seed: 7,
    sessions: [{ id: 'ACME', accounts: ['A1'] }],
    ...options,
  });
  try {
    await use(rig, folder);
  } catch (error) {
    console.error(`kept: ${folder}`);
    throw error;
  } finally {
    for (const client of clients.get(folder) ?? []) await client.stop();
    clients.delete(folder);
    await rig.close();
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}

/** A message with the time when it was read from the socket. */
export interface Heard extends FixMessage {
  /** CLOCK_MONOTONIC, in nanoseconds. */
  readonly at: bigint;
}

export interface LabClient {
  readonly fix: FixClient;
  readonly heard: readonly Heard[];
  /** How each connection ended, and what of the session's rules the gateway broke. */
  readonly ends: readonly string[];
  readonly violations: readonly string[];
  /** The first message, heard or still to come, that `fits`. Throws after `ms`. */
  until(what: string, fits: (message: Heard) => boolean, ms?: number): Promise<Heard>;
  loggedOn(ms?: number): Promise<void>;
}

export function labClient(
  rig: Rig,
  folder: string,
  options: {
    readonly resets?: boolean;
    readonly heartBtInt?: number;
    readonly id?: string;
    readonly username?: string;
    readonly password?: string;
  } = {},
): LabClient {
  const heard: Heard[] = [];
  const ends: string[] = [];
  const violations: string[] = [];
  const compID = options.id ?? 'ACME';
  const fix = new FixClient({
    port: rig.fixPort,
    compID,
    ...(options.username === undefined ? {} : { username: options.username }),
    password: options.password ?? `${compID}-password`,
    heartBtInt: options.heartBtInt ?? 5,
    resets: options.resets ?? false,
    logFile: join(folder, `${compID}.fix.log`),
    received: (message) => heard.push({ ...message, at: process.hrtime.bigint() }),
    ended: (cause) => ends.push(cause),
    violated: (rule) => violations.push(rule),
  });
  clients.set(folder, [...(clients.get(folder) ?? []), fix]);
  fix.start();
  return {
    fix,
    heard,
    ends,
    violations,
    async until(what, fits, ms = PATIENCE_MS) {
      const until = Date.now() + ms;
      for (;;) {
        const found = heard.find(fits);
        if (found !== undefined) return found;
        if (Date.now() > until) throw new Error(`not heard within ${ms} ms: ${what}`);
        await sleep(2);
      }
    },
    async loggedOn(ms = PATIENCE_MS) {
      const until = Date.now() + ms;
      while (!fix.isLoggedOn) {
        if (Date.now() > until) throw new Error(`not logged on within ${ms} ms`);
        await sleep(2);
      }
    },
  };
}

/** Sends orders until one is accepted: books of all symbols come one after the other. */
export async function tradable(
  client: LabClient,
  prefix = 'WARM',
  changes: Readonly<Record<number, string>> = {},
): Promise<void> {
  await client.loggedOn();
  for (let attempt = 1; attempt <= 50; attempt += 1) {
    const clOrdID = `${prefix}${attempt}`;
    client.fix.send('D', newOrder(clOrdID, { 59: '3', ...changes }));
    const answer = await client.until('an answer', (message) => message.get(11) === clOrdID);
    if (answer.get(150) === '0') return;
    await sleep(100);
  }
  throw new Error('no order is accepted');
}

/** Starts the desk with a client of ACME's: both are there, and orders are accepted. */
export async function trading(rig: Rig, folder: string): Promise<LabClient> {
  await rig.startGateway();
  const client = labClient(rig, folder);
  await rig.healthy();
  await tradable(client);
  return client;
}

/** A NewOrderSingle that the desk accepts while its book is near 3,000 USDT; `changes` go over it. */
export function newOrder(
  clOrdID: string,
  changes: Readonly<Record<number, string | null>> = {},
): Fields {
  const fields = new Map<number, string>([
    [11, clOrdID],
    [1, 'A1'],
    [55, 'ETH/USDT'],
    [54, '1'],
    [60, utc()],
    [38, '0.5'],
    [40, '2'],
    [44, '2900'],
    [59, '1'],
  ]);
  for (const [tag, value] of Object.entries(changes)) {
    if (value === null) fields.delete(Number(tag));
    else fields.set(Number(tag), value);
  }
  return [...fields];
}

export function cancelOf(clOrdID: string, origClOrdID: string): Fields {
  return [
    [11, clOrdID],
    [41, origClOrdID],
    [55, 'ETH/USDT'],
    [54, '1'],
    [60, utc()],
  ];
}

/** Is it the ExecutionReport of this type about this order? */
export function reports(execType: string, clOrdID: string): (message: FixMessage) => boolean {
  return (message) =>
    message.msgType === '8' && message.get(150) === execType && message.get(11) === clOrdID;
}

/** Asks again and again until `holds` neither throws nor says false. Throws with the last problem after `ms`. */
export async function until(
  what: string,
  holds: () => Promise<void | boolean>,
  ms = 45_000,
): Promise<void> {
  const end = Date.now() + ms;
  for (;;) {
    let problem: unknown = what;
    try {
      if ((await holds()) !== false) return;
    } catch (error) {
      problem = error;
    }
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`, { cause: problem });
    await sleep(100);
  }
}
