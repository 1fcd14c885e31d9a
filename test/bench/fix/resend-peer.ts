// A client in a process of its own that asks for all that it was ever sent, and looks at the numbers of what comes.
// Run: node dist/test/bench/fix/resend-peer.js PORT MESSAGES; it says "on" when it is logged on; told "ask" it asks, and says
// how many came, in how many ms, when the last has come.

import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';
import { frameMessage, MessageWriter } from '../../../gateway/fix/index.ts';
import { MsgType, Tag } from '../../../spec/dictionaries/index.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';
import { DESK, LONG } from './resend-store.ts';

const [port, messages] = process.argv.slice(2);
const last = Number(messages) + 1;
const writer = new MessageWriter();
const socket = createConnection({ port: Number(port), host: '127.0.0.1', noDelay: true });
let nextOut = 1;
let heard = 1;
let askedAt = 0;
let rest: Buffer = Buffer.alloc(0);
let isOn = false;

function send(body: Parameters<typeof frameMessage>[2]): void {
  const identity = {
    beginString: 'FIX.4.4',
    senderCompID: LONG,
    targetCompID: DESK,
    timePrecision: 3,
  } as const;
  const sendingTime = (BigInt(Date.now()) * 1_000_000n) as EpochNs;
  const header = { origSendingTime: null, possResend: false, further: null, sendingTime };
  socket.write(frameMessage(identity, { ...header, msgSeqNum: nextOut++ }, body).slice());
}

const NUMBER = Buffer.from('\u000134=');
const NEWS = Buffer.from('\u000135=B\u0001');

/** News come with the numbers from 2 on, none missing; whatever else is sent is not looked at. */
function take(bytes: Buffer): Buffer {
  let at = 0;
  for (let found = bytes.indexOf(NEWS); found >= 0; found = bytes.indexOf(NEWS, at)) {
    const number = bytes.indexOf(NUMBER, found);
    const end = number < 0 ? -1 : bytes.indexOf(1, number + NUMBER.length);
    if (end < 0) break;
    const msgSeqNum = Number(bytes.toString('latin1', number + NUMBER.length, end));
    if (msgSeqNum !== heard + 1) throw new Error(`${msgSeqNum} came behind ${heard}`);
    heard = msgSeqNum;
    at = end;
  }
  return bytes.subarray(Math.max(at, bytes.length - 64));
}

socket.on('connect', () => {
  send(writer.begin(MsgType.Logon).int(98, 0).int(Tag.HeartBtInt, 300).end());
});
socket.on('data', (chunk) => {
  if (!isOn && chunk.includes('\u000135=A\u0001')) {
    isOn = true;
    console.log('on');
  }
  rest = take(rest.length === 0 ? chunk : Buffer.concat([rest, chunk]));
  if (heard === last) {
    console.log(`${last - 1} ${(performance.now() - askedAt).toFixed(0)}`);
    heard += 1;
  }
});
socket.on('close', () => {
  if (heard <= last) throw new Error(`closed behind number ${heard}`);
});
createInterface({ input: process.stdin }).on('line', (line) => {
  if (line === 'quit') process.exit(0);
  askedAt = performance.now();
  send(writer.begin(MsgType.ResendRequest).int(Tag.BeginSeqNo, 2).int(Tag.EndSeqNo, last).end());
});
