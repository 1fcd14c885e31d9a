// A long resend out of a real store, while another session goes on. What is claimed is what was on the wires and in
// memory, not how long it took: that is measured by `bench -- resend`, with a million.

import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fix44 } from '../../spec/dictionaries/index.ts';
import type { Log, Network } from '../../spec/ports/index.ts';
import {
  SessionDirectory,
  accept,
  type Acceptor,
  defaultSessionSettings,
  memoryGate,
  memoryStore,
  SessionDriver,
  type SessionStore,
  tcpNetwork,
} from '../../gateway/fix/index.ts';
import { type Journal, journalDefaults, openJournal } from '../../gateway/journal/index.ts';
import { journalStore } from '../../gateway/process/fix-records.ts';
import { realClock, realSoon, realTimers } from '../../gateway/process/real-world.ts';
import { tableNames } from '../../gateway/process/tables.ts';
import { writeHistory } from '../bench/fix/resend-store.ts';
import { whole } from '../unit/gateway/fix/wire-text.ts';

const MESSAGES = 10_000;
/** Two or three pages lie between, of 10 KB each. */
const MOST_BYTES_BETWEEN = 64 * 1024;
const PAGE = 32;
/** Garbage collected; a message is about 280 bytes. */
const MOST_KEPT_BYTES = 48 * 1024 * 1024;

const silent: Log = { error() {}, warn() {}, info() {}, debug() {} };
const clock = realClock();
const folder = mkdtempSync(join(tmpdir(), 'causeway-resend-'));
let journal: Journal;
let acceptor: Acceptor;
/** What the desk wrote to each peer, by the remote address. */
const written = new Map<string, number>();

function driver(targetCompID: string, from: SessionStore): SessionDriver {
  const settings = {
    ...defaultSessionSettings,
    role: 'Acceptor',
    beginString: 'FIX.4.4',
    senderCompID: 'CW',
    targetCompID,
  } as const;
  return new SessionDriver({
    rules: { settings, dictionary: fix44, authenticate: () => true },
    store: from,
    application: { deliver() {}, loggedOn() {}, loggedOff() {} },
    gate: memoryGate(memoryStore()),
    clock,
    log: silent,
    soon: realSoon,
  });
}

function counting(network: Network): Network {
  return {
    ...network,
    listen: (address, accepted) =>
      network.listen(address, (transport) => {
        const { remoteAddress } = transport;
        const write = transport.write.bind(transport);
        transport.write = (bytes) => {
          written.set(remoteAddress, (written.get(remoteAddress) ?? 0) + bytes.length);
          return write(bytes);
        };
        return accepted(transport);
      }),
  };
}

beforeAll(async () => {
  journal = await openJournal({
    ...journalDefaults,
    folder,
    tables: tableNames,
    clock,
    timers: realTimers(),
    durability: 'os',
  });
  await writeHistory(journal, { messages: MESSAGES, time: clock.now() });
  acceptor = await accept({
    network: counting(tcpNetwork()),
    timers: realTimers(),
    log: silent,
    address: { host: '127.0.0.1', port: 0 },
    sessions: new SessionDirectory([
      driver('LONG', journalStore(journal)),
      driver('SHORT', memoryStore()),
    ]),
  });
}, 30_000);

afterAll(async () => {
  acceptor.close('done');
  await journal.close();
  rmSync(folder, { recursive: true, force: true });
  rmSync(`${folder}.witness`, { force: true });
}, 60_000);

interface Peer {
  readonly socket: Socket;
  readonly address: string;
  send(msgType: string, msgSeqNum: number, body: string): void;
}

async function peer(senderCompID: string, heard: (bytes: Buffer) => void): Promise<Peer> {
  const socket = connect({ host: '127.0.0.1', port: acceptor.port });
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.on('data', heard);
  return {
    socket,
    address: `127.0.0.1:${socket.localPort}`,
    send(msgType, msgSeqNum, body) {
      const time = new Date().toISOString().replaceAll('-', '').replace('T', '-').slice(0, 17);
      const header = `35=${msgType}|49=${senderCompID}|56=CW|34=${msgSeqNum}|52=${time}|`;
      socket.write(whole(header + body));
    },
  };
}

/** Numbers of messages sent again, in the order of their coming. */
class Numbers {
  #rest = '';
  last = 1;
  isInOrder = true;

  hear(bytes: Buffer): void {
    const text = this.#rest + bytes.toString('latin1');
    let from = 0;
    for (let end = text.indexOf(TRAILER); end >= 0; end = text.indexOf(TRAILER, from)) {
      if (end + TRAILER_LENGTH > text.length) break;
      const message = text.slice(from, end + 1);
      from = end + TRAILER_LENGTH;
      if (!message.includes('\u000135=B\u0001')) continue;
      const msgSeqNum = Number(/\u000134=(\d+)\u0001/.exec(message)?.[1]);
      this.isInOrder &&= msgSeqNum === this.last + 1;
      this.last = msgSeqNum;
    }
    this.#rest = text.slice(from);
  }
}

const TRAILER = '\u000110=';
const TRAILER_LENGTH = 8;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function keptBytes(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

test('messages are sent again whole and in order, and the other session is answered between two pages', async () => {
  const numbers = new Numbers();
  const long = await peer('LONG', (bytes) => numbers.hear(bytes));
  let answered: (() => void) | null = null;
  const short = await peer('SHORT', () => answered?.());
  const answer = () => new Promise<void>((resolve) => (answered = resolve));
  const ended = new Promise<never>((_, reject) => {
    const end = () => reject(new Error('a session has ended'));
    for (const { socket } of [long, short]) socket.once('close', end);
  });
  const loggedOn = answer();
  short.send('A', 1, '98=0|108=300|');
  await Promise.race([loggedOn, ended]);
  long.send('A', 1, '98=0|108=300|');
  const before = keptBytes();
  long.send('2', 2, `7=2|16=${MESSAGES + 1}|`);
  let rounds = 0;
  let mostBetween = 0;
  let mostKept = 0;
  while (numbers.last < MESSAGES + 1) {
    const sentBefore = written.get(long.address) ?? 0;
    const answering = answer();
    short.send('1', rounds + 2, '112=x|');
    await Promise.race([answering, ended]);
    mostBetween = Math.max(mostBetween, (written.get(long.address) ?? 0) - sentBefore);
    if (rounds % 200 === 0) mostKept = Math.max(mostKept, keptBytes() - before);
    rounds += 1;
  }
  process.stderr.write(
    `resend: ${rounds} answers to the other session, at most ${mostBetween} bytes between question and answer, ${mostKept} bytes kept\n`,
  );
  expect(numbers).toMatchObject({ last: MESSAGES + 1, isInOrder: true });
  expect(mostBetween).toBeLessThan(MOST_BYTES_BETWEEN);
  expect(mostKept).toBeLessThan(MOST_KEPT_BYTES);
  expect(rounds).toBeGreaterThan(MESSAGES / PAGE / 4);
  ended.catch(() => undefined);
  for (const { socket } of [long, short]) socket.destroy();
}, 30_000);
