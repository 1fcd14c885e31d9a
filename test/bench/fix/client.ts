// A FIX client for benches, in the bench's own process.

import { createConnection, type Socket } from 'node:net';
import { frameMessage, MessageWriter } from '../../../gateway/fix/index.ts';
import { MsgType, Tag } from '../../../spec/dictionaries/index.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';
import { facts, writers } from './messages.ts';

const CL_ORD_ID = Buffer.from('\u000111=');
const TEST_REQ_ID = Buffer.from('\u0001112=');
const writer = new MessageWriter();

interface CompIDs {
  readonly senderCompID: string;
  readonly targetCompID: string;
}

/** A client that knows as little of FIX as it can: it counts, sends, and looks for its ClOrdIDs. */
export class Client {
  readonly #socket: Socket;
  readonly #ids: CompIDs;
  #next = 1;
  /** When each order that is not answered was sent, in ms. */
  readonly #sent = new Map<string, number>();
  readonly latencies: number[] = [];
  #rest: Buffer = Buffer.alloc(0);
  loggedOn: () => void = () => undefined;

  constructor(port: number, who: number | CompIDs) {
    this.#ids =
      typeof who === 'number'
        ? { senderCompID: who === 0 ? 'ACME' : `ACME${who}`, targetCompID: 'CAUSEWAY' }
        : who;
    this.#socket = createConnection({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (chunk) => this.#received(chunk));
  }

  logon(): void {
    this.#send(writer.begin(MsgType.Logon).int(98, 0).int(Tag.HeartBtInt, 1).bool(141, true).end());
  }

  heartbeat(): void {
    this.#send(writer.begin(MsgType.Heartbeat).end());
  }

  order(number: number): void {
    const [of] = facts;
    if (of === undefined) throw new Error('no facts');
    const clOrdID = `B${number}`;
    this.#sent.set(clOrdID, performance.now());
    this.#send(writers.NewOrderSingle(writer, { ...of, clOrdID }));
  }

  get unanswered(): number {
    return this.#sent.size;
  }

  close(): void {
    this.#socket.destroy();
  }

  #send(body: Parameters<typeof frameMessage>[2]): void {
    const identity = { beginString: 'FIX.4.4', ...this.#ids, timePrecision: 3 } as const;
    const sendingTime = (BigInt(Date.now()) * 1_000_000n) as EpochNs;
    const header = { origSendingTime: null, possResend: false, further: null, sendingTime };
    this.#socket.write(frameMessage(identity, { ...header, msgSeqNum: this.#next++ }, body));
  }

  #received(chunk: Buffer): void {
    const at = performance.now();
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let seen = 0;
    if (bytes.includes('\u000135=A\u0001')) this.loggedOn();
    const asked = bytes.indexOf(TEST_REQ_ID);
    if (asked >= 0 && bytes.indexOf(1, asked + 5) > 0) {
      const testReqID = bytes.toString('latin1', asked + 5, bytes.indexOf(1, asked + 5));
      this.#send(writer.begin(MsgType.Heartbeat).string(Tag.TestReqID, testReqID).end());
      seen = asked + 5;
    }
    for (let found = bytes.indexOf(CL_ORD_ID); found >= 0; found = bytes.indexOf(CL_ORD_ID, seen)) {
      const end = bytes.indexOf(1, found + 4);
      if (end < 0) break;
      const clOrdID = bytes.toString('latin1', found + 4, end);
      const sentAt = this.#sent.get(clOrdID);
      if (sentAt !== undefined) this.latencies.push(at - sentAt);
      this.#sent.delete(clOrdID);
      seen = end;
    }
    this.#rest =
      seen === 0 && bytes.length > 65_536
        ? Buffer.alloc(0)
        : bytes.subarray(Math.max(seen, bytes.length - 64));
  }
}

export const pause = (ms: number): Promise<void> =>
  new Promise((done) => void setTimeout(done, ms));
