// Bad input without end: the gateway's memory after many such messages is what it was after a few.
//
//   npm run --silent flood -- --messages 1000000
//
// Compared is RSS: what the process has allocated (RssAnon) and pages of files that it has mapped (RssFile).

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type Socket, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { frameOf, textOf, utc } from '../../counterparties/fix-client.ts';
import { type Rig, sleep, startRig } from '../../counterparties/rig.ts';
import { newOrder } from '../desk.ts';

const SOH = '\u0001';
const CLIENT = 'FLOOD';
/** Memory is compared with that after so many messages. */
const WARM = 10_000;
const MOST_GROWTH = 1.2;
/** It is looked at each so many messages. */
const STEP = 50_000;
/** Messages of one write, and how many may wait for their answers. */
const BATCH = 100;
const MOST_UNANSWERED = 1_000;
const STUCK_AFTER_MS = 60_000;

/** A bad message: what its fields are, and whether it is answered. */
interface Bad {
  readonly msgType: string;
  readonly changes: Readonly<Record<number, string | null>>;
  readonly further?: string;
  /** Its bytes are spoilt: it is passed over, and its number is still free. */
  readonly isGarbled?: boolean;
}

const KINDS: readonly Bad[] = [
  { msgType: 'D', changes: { 55: 'DOGE/USDT' } },
  { msgType: 'D', changes: { 38: '0.50001' } },
  { msgType: 'D', changes: { 44: '2900.001' } },
  { msgType: 'D', changes: { 38: '-1' } },
  { msgType: 'D', changes: { 44: '1e5' } },
  { msgType: 'D', changes: { 1: 'B1' } },
  { msgType: 'D', changes: { 44: null } },
  { msgType: 'D', changes: { 54: 'Z' } },
  { msgType: 'D', changes: {}, further: `0=x${SOH}` },
  { msgType: 'D', changes: {}, further: `4999=x${SOH}` },
  { msgType: 'D', changes: {}, further: `38=2${SOH}` },
  { msgType: 'D', changes: {}, isGarbled: true },
  { msgType: 'F', changes: { 41: 'NOBODY' } },
  { msgType: 'c', changes: { 320: 'R', 321: '0' } },
];
/** One in so many has a ClOrdID of 10,000 characters. */
const LONG_EVERY = 200;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { messages: { type: 'string', default: '100000' } } });
  const messages = Number(values.messages);
  const folder = mkdtempSync(join(tmpdir(), 'causeway-flood-'));
  const rig = await startRig({
    folder,
    seed: 7,
    sessions: [{ id: CLIENT, accounts: ['A1'] }],
    durability: 'os',
    exchangeArguments: ['--pace-ms', '1000'],
    config: { log: { level: 'error' } },
    // V8 grows its heap before it collects: kept small, what still grows is kept for good.
    gatewayEnvironment: { NODE_OPTIONS: '--max-semi-space-size=4 --max-old-space-size=96' },
  });
  await rig.startGateway();
  await rig.healthy();
  const problem = await flood(rig, messages);
  await rig.close();
  if (problem === null) rmSync(folder, { recursive: true, force: true });
  else console.log(`FAIL ${problem}; kept: ${folder}`);
  console.log(problem === null ? '1 passed, 0 failed' : '0 passed, 1 failed');
  process.exit(problem === null ? 0 : 1);
}

/** What went wrong; null: nothing. */
async function flood(rig: Rig, messages: number): Promise<string | null> {
  const startedAt = Date.now();
  const peer = await Flooder.loggedOn(rig.fixPort);
  await peer.send(WARM);
  await sleep(1_000);
  const before = memoryOf(rig);
  for (let left = messages - WARM; left > 0; left -= STEP) {
    await peer.send(Math.min(left, STEP));
    const { anon, file } = memoryOf(rig);
    console.log(`${peer.sent}: own ${mib(anon)} MiB, mapped file ${mib(file)} MiB`);
  }
  await sleep(1_000);
  const after = memoryOf(rig);
  const seconds = (Date.now() - startedAt) / 1_000;
  console.log(
    `${messages} bad messages in ${seconds.toFixed(1)} s, ${peer.answers} answers; MiB after ${WARM} and ` +
      `at the end: own ${mib(before.anon)} and ${mib(after.anon)}, mapped file ${mib(before.file)} and ${mib(after.file)}`,
  );
  if (peer.isClosed) return 'the session did not live';
  const growth = (after.anon + after.file) / (before.anon + before.file);
  if (growth > MOST_GROWTH) return `RSS is ${growth.toFixed(2)} of what it was, not ${MOST_GROWTH}`;
  return null;
}

interface Memory {
  readonly anon: number;
  readonly file: number;
}

/** In KiB. */
function memoryOf(rig: Rig): Memory {
  const status = readFileSync(`/proc/${rig.gateway?.pid}/status`, 'utf8');
  const figure = (name: string): number =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]);
  return { anon: figure('RssAnon'), file: figure('RssFile') };
}

function mib(kib: number): string {
  return (kib / 1_024).toFixed(0);
}

class Flooder {
  readonly #socket: Socket;
  #nextOut = 1;
  #sent = 0;
  #expected = 1;
  answers = 0;
  isClosed = false;
  #tail = '';

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#count(chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.isClosed = true;
    });
  }

  static async loggedOn(port: number): Promise<Flooder> {
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
    const peer = new Flooder(socket);
    const body = `98=0${SOH}108=60${SOH}141=Y${SOH}553=${CLIENT}${SOH}554=${CLIENT}-password${SOH}`;
    socket.write(peer.#framed('A', body));
    await sleep(500);
    return peer;
  }

  async send(count: number): Promise<void> {
    for (let left = count; left > 0 && !this.isClosed; left -= BATCH) {
      let batch = '';
      for (let at = 0; at < Math.min(BATCH, left); at += 1) batch += this.#next();
      if (!this.#socket.write(batch, 'latin1')) {
        await new Promise<void>((resolve) => {
          this.#socket.once('drain', () => resolve());
          this.#socket.once('close', () => resolve());
        });
      }
      await this.#answered(MOST_UNANSWERED);
    }
    await this.#answered(0);
  }

  get sent(): number {
    return this.#sent;
  }

  async #answered(unanswered: number): Promise<void> {
    const until = Date.now() + STUCK_AFTER_MS;
    while (this.#expected - this.answers > unanswered && !this.isClosed) {
      if (Date.now() > until)
        throw new Error(`${this.#expected} answers expected, ${this.answers} came`);
      await sleep(1);
    }
  }

  #next(): string {
    const kind = KINDS[this.#sent % KINDS.length];
    if (kind === undefined) return '';
    this.#sent += 1;
    const isLong = this.#sent % LONG_EVERY === 0;
    const clOrdID = isLong ? 'x'.repeat(10_000) : `F${this.#sent}`;
    const body = textOf(newOrder(clOrdID, kind.changes)) + (kind.further ?? '');
    const message = this.#framed(kind.msgType, body);
    if (kind.isGarbled !== true) {
      this.#expected += 1;
      return message;
    }
    this.#nextOut -= 1;
    return message.replace(/10=\d\d\d/, '10=xyz');
  }

  #framed(msgType: string, body: string): string {
    const head = `35=${msgType}${SOH}34=${this.#nextOut}${SOH}49=${CLIENT}${SOH}56=CAUSEWAY${SOH}52=${utc()}${SOH}`;
    this.#nextOut += 1;
    return frameOf(head + body);
  }

  /** Heartbeats are no answers. */
  #count(chunk: string): void {
    const text = this.#tail + chunk;
    const last = text.lastIndexOf(`${SOH}10=`);
    const whole = last < 0 ? 0 : last + 4;
    for (const match of text.slice(0, whole).matchAll(/\u000135=(.)/g)) {
      if (match[1] !== '0') this.answers += 1;
    }
    this.#tail = text.slice(whole);
  }
}

await main();
