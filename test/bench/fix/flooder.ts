// A client that sends orders as fast as its socket takes them, in a process of its own, and reads what comes.
// Run: node dist/test/bench/fix/flooder.js PORT COMPID; it says "on" when it is logged on, and "N" sent when told "end".

import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';
import { frameMessage, MessageWriter } from '../../../gateway/fix/index.ts';
import { MsgType, Tag } from '../../../spec/dictionaries/index.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';
import { facts, writers } from './messages.ts';

/** Some 11 KB a write. */
const AT_ONCE = 64;
const [port, senderCompID = ''] = process.argv.slice(2);
const writer = new MessageWriter();
const socket = createConnection({ port: Number(port), host: '127.0.0.1', noDelay: true });
let next = 1;
let isOn = false;

function framed(body: Parameters<typeof frameMessage>[2]): Uint8Array {
  const identity = {
    beginString: 'FIX.4.4',
    senderCompID,
    targetCompID: 'CAUSEWAY',
    timePrecision: 3,
  } as const;
  const sendingTime = (BigInt(Date.now()) * 1_000_000n) as EpochNs;
  const header = { origSendingTime: null, possResend: false, further: null, sendingTime };
  return frameMessage(identity, { ...header, msgSeqNum: next++ }, body).slice();
}

function flood(): void {
  const [of] = facts;
  if (of === undefined) throw new Error('no facts');
  const orders: Uint8Array[] = [];
  for (let at = 0; at < AT_ONCE; at += 1) {
    orders.push(framed(writers.NewOrderSingle(writer, { ...of, clOrdID: `F${next}` })));
  }
  const mayGoOn = socket.write(Buffer.concat(orders));
  if (mayGoOn) setImmediate(flood);
  else socket.once('drain', flood);
}

socket.on('connect', () => {
  socket.write(
    framed(writer.begin(MsgType.Logon).int(98, 0).int(Tag.HeartBtInt, 30).bool(141, true).end()),
  );
});
socket.on('data', (chunk) => {
  if (isOn || !chunk.includes('\u000135=A\u0001')) return;
  isOn = true;
  console.log('on');
  flood();
});
socket.on('error', () => undefined);
createInterface({ input: process.stdin }).on('line', () => {
  console.log(next - 2);
  process.exit(0);
});
