// What an order costs beside the desk, without sockets and disk: at the venue's adapter, from the child to its last
// report, and in the FIX engine, from the client's bytes to the reports' bytes.
// Run: node dist/test/bench/wire.js

import {
  type Deliver,
  type MessageBody,
  MessageWriter,
  SessionDriver,
  defaultSessionSettings,
  frameMessage,
} from '../../gateway/fix/index.ts';
import { commandOf, dialectOf, writeReport } from '../../gateway/orderentry/index.ts';
import { putsOf } from '../../gateway/process/fix-records.ts';
import { MsgType, Tag, fix44 } from '../../spec/dictionaries/index.ts';
import type { ExecutionReport } from '../../spec/events/index.ts';
import { asDurable, asReserved } from '../../spec/proof/index.ts';
import {
  asAccountID,
  asClOrdID,
  asExecID,
  asOrderID,
  asSessionID,
  asVenueID,
} from '../../spec/terms/index.ts';
import { asPrice, asQty, epochNs, notional } from '../../spec/units/index.ts';
import { ED25519, ScriptedLine, child } from '../unit/adapters/binance/scripted-line.ts';

const ORDERS_A_ROUND = 500;
const ROUNDS = 60;
/** The first rounds are the compiler's. */
const WARM_UP_ROUNDS = 10;
/** Orders that wait for their commit, as when the disk is busy. */
const UNDURABLE = 1_000;
const NOON_MS = 1_795_262_400_123; // 2026-11-21T12:00:00.123Z
const NOON = epochNs(BigInt(NOON_MS) * 1_000_000n);
/** More than a forgotten child is remembered. */
const BETWEEN_ROUNDS_NS = 700_000_000_000n;

let sink = 0;

/** CPU of the process, all of its threads: the neighbours' does not count. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** The frames of an order that trades at once, as Binance writes them: answer, NEW, TRADE, balances. */
function framesOf(requestID: number, name: string): readonly Buffer[] {
  const orderID = 12_569_099_453 + requestID;
  const report = (what: string, executed: string, last: string) =>
    `{"subscriptionId":0,"event":{"e":"executionReport","E":${NOON_MS},"s":"BTCUSDT","c":"${name}","S":"BUY",` +
    `"o":"LIMIT","f":"IOC","q":"1.00000000","p":"100.50000000","P":"0.00000000","F":"0.00000000","g":-1,"C":"",` +
    `${what},"r":"NONE","i":${orderID},${last},"z":"${executed}","T":${NOON_MS},"I":${orderID * 2},"w":false,` +
    `"m":false,"M":true,"O":${NOON_MS},"Z":"100.50","Y":"100.50","Q":"0.00000000","W":${NOON_MS},"V":"NONE"}}`;
  const limits = [
    '"ORDERS","interval":"SECOND","intervalNum":10',
    '"REQUEST_WEIGHT","interval":"MINUTE","intervalNum":1',
  ].map((limit) => `{"rateLimitType":${limit},"limit":100000000,"count":1}`);
  const nothing = '"l":"0.00000000","L":"0.00000000","n":"0","N":null,"t":-1';
  const trade = `"l":"1.00000000","L":"100.50000000","n":"0.00000100","N":"BTC","t":${orderID}`;
  return [
    `{"id":"${requestID}","status":200,"result":{"symbol":"BTCUSDT","orderId":${orderID},"orderListId":-1,` +
      `"clientOrderId":"${name}","transactTime":${NOON_MS},"price":"100.50000000","origQty":"1.00000000",` +
      `"executedQty":"1.00000000","origQuoteOrderQty":"0.00000000","cummulativeQuoteQty":"100.50000000",` +
      `"status":"FILLED","timeInForce":"IOC","type":"LIMIT","side":"BUY","workingTime":${NOON_MS},` +
      `"selfTradePreventionMode":"NONE"},"rateLimits":[${limits.join(',')}]}`,
    report('"x":"NEW","X":"NEW"', '0.00000000', nothing),
    report('"x":"TRADE","X":"FILLED"', '1.00000000', trade),
    `{"subscriptionId":0,"event":{"e":"outboundAccountPosition","E":${NOON_MS},"u":${NOON_MS},"B":[{"a":"BTC","f":` +
      `"100.00000000","l":"0.00000000"},{"a":"USDT","f":"10000000.00000000","l":"0.00000000"}]}}`,
  ].map((text) => Buffer.from(text, 'utf8'));
}

/** A round of the adapter, in ms. */
function venueRounds(): () => number {
  const line = new ScriptedLine(undefined, ED25519);
  line.start();
  line.connect([], 'userDataStream.subscribe');
  const { machine, channel } = line;
  let { now } = line;
  let sent = Number(line.sent.at(-1)?.id);
  let intent = 0;
  return () => {
    const orders = Array.from({ length: ORDERS_A_ROUND }, () => {
      intent += 1;
      sent += 1;
      const order = child(intent, '1', 'IOC');
      const frames = framesOf(sent, order.childID);
      return { order: asDurable(asReserved(order)), childID: order.childID, frames };
    });
    const from = cpuMs();
    for (const { order, childID, frames } of orders) {
      sink += machine.step({ type: 'Submit', child: order, now }).actions.length;
      for (const frame of frames) {
        sink += machine.step({ type: 'FrameReceived', channel, frame, now }).reports.length;
      }
      machine.step({ type: 'Forget', childID, now });
    }
    const spent = cpuMs() - from;
    now = epochNs(now + BETWEEN_ROUNDS_NS);
    sent += machine.step({ type: 'ClockTicked', now }).actions.length;
    return spent;
  };
}

const ACCEPTED: ExecutionReport = {
  type: 'ExecutionReport',
  sessionID: asSessionID('ACME'),
  orderID: asOrderID('ORD-1-123456'),
  clOrdID: asClOrdID('C'),
  origClOrdID: null,
  ordStatusReqID: null,
  execID: asExecID('1-00000000000012345-0'),
  execType: 'New',
  execRefID: null,
  ordStatus: 'New',
  ordRejReason: null,
  account: asAccountID('A1'),
  symbol: 'BTC/USDT',
  side: 'buy',
  orderQty: asQty(10n ** 16n),
  ordType: 'Limit',
  price: asPrice(72_000n * 10n ** 18n),
  timeInForce: 'IOC',
  lastQty: asQty(0n),
  grossTradeAmt: null,
  lastPx: asPrice(0n),
  lastMkt: null,
  liquidity: null,
  leavesQty: asQty(10n ** 16n),
  cumQty: asQty(0n),
  cumNotional: notional(asPrice(0n), asQty(0n)),
  transactTime: NOON,
  text: null,
};
const TRADED: ExecutionReport = {
  ...ACCEPTED,
  execType: 'Trade',
  ordStatus: 'Filled',
  lastQty: ACCEPTED.orderQty,
  lastPx: asPrice(71_999n * 10n ** 18n),
  lastMkt: asVenueID('binance'),
  liquidity: 'taker',
  leavesQty: asQty(0n),
  cumQty: ACCEPTED.orderQty,
  cumNotional: notional(asPrice(71_999n * 10n ** 18n), ACCEPTED.orderQty),
};

/** A session whose application answers each order with two reports; what waits for a commit is in `tickets`. */
function answeringSession(tickets: number[]): SessionDriver {
  const writer = new MessageWriter();
  const dialect = dialectOf(fix44);
  const sessionID = asSessionID('ACME');
  return new SessionDriver({
    rules: {
      settings: {
        ...defaultSessionSettings,
        beginString: 'FIX.4.4',
        senderCompID: 'CAUSEWAY',
        targetCompID: 'ACME',
        role: 'Acceptor',
      },
      dictionary: fix44,
      authenticate: () => true,
    },
    store: { load: () => null, sentMessages: () => [] },
    application: {
      deliver({ view, msgSeqNum }: Deliver, session) {
        const header = { msgType: view.msgType, possResend: false, origSendingTime: null };
        const origin = { sessionID, sessionEpoch: 1, msgSeqNum };
        const translation = commandOf(view, header, origin);
        if (translation.type !== 'Command' || translation.command.type !== 'EnterOrder') {
          throw new Error('no order');
        }
        const { clOrdID } = translation.command;
        session.send(writeReport(writer, { ...ACCEPTED, clOrdID }, dialect));
        session.send(writeReport(writer, { ...TRADED, clOrdID }, dialect));
      },
      loggedOn() {},
      loggedOff() {},
    },
    gate: {
      changesWaiting(session) {
        const change = session.takeChanges();
        if (change === null) return;
        sink += putsOf(change).length;
        tickets.push(change.ticket);
      },
    },
    clock: { now: () => NOON },
    log: { error() {}, warn() {}, info() {}, debug() {} },
  });
}

/** A round of the FIX engine, in ms. */
function fixRounds(): () => number {
  const tickets: number[] = [];
  const driver = answeringSession(tickets);
  const peer = {
    beginString: 'FIX.4.4',
    senderCompID: 'ACME',
    targetCompID: 'CAUSEWAY',
    timePrecision: 3,
  } as const;
  const writer = new MessageWriter();
  let msgSeqNum = 0;
  const framed = (body: MessageBody): Uint8Array => {
    msgSeqNum += 1;
    const header = { msgSeqNum, sendingTime: NOON, origSendingTime: null };
    return frameMessage(peer, { ...header, possResend: false, further: null }, body);
  };
  driver.open({
    write(bytes) {
      sink += bytes.length;
      return true;
    },
    queuedBytes: 0,
    end() {},
    destroy() {},
  });
  const logon = writer.begin(MsgType.Logon).int(Tag.EncryptMethod, 0).int(Tag.HeartBtInt, 30);
  driver.receive(framed(logon.end()));
  return () => {
    const orders = Array.from({ length: ORDERS_A_ROUND }, (_, index) =>
      framed(
        writer
          .begin(MsgType.NewOrderSingle)
          .string(Tag.ClOrdID, `L${msgSeqNum}-${index}`)
          .string(Tag.Account, 'A1')
          .char(Tag.HandlInst, '1')
          .string(Tag.Symbol, 'BTC/USDT')
          .char(Tag.Side, '1')
          .utcTimestamp(Tag.TransactTime, NOON)
          .decimal(Tag.OrderQty, 10n ** 16n)
          .char(Tag.OrdType, '2')
          .decimal(Tag.Price, 72_000n * 10n ** 18n)
          .char(Tag.TimeInForce, '3')
          .end(),
      ),
    );
    const from = cpuMs();
    for (const order of orders) {
      driver.receive(order);
      while (tickets.length > UNDURABLE) driver.release(tickets.shift() ?? 0);
    }
    return cpuMs() - from;
  };
}

function measure(name: string, round: () => number): void {
  const us: number[] = [];
  for (let index = 0; index < ROUNDS; index += 1) us.push((round() * 1_000) / ORDERS_A_ROUND);
  const sorted = us.slice(WARM_UP_ROUNDS).sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2).padStart(7);
  process.stdout.write(
    `${name.padEnd(56)} CPU an order: least ${at(0)} us  p25 ${at(0.25)} us  p50 ${at(0.5)} us\n`,
  );
}

measure('a child sent, and what the venue says of it taken', venueRounds());
measure('a NewOrderSingle taken, its command, two reports out', fixRounds());
if (sink === 0) throw new Error('nothing was done');
