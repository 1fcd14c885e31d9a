// How fast the codec is, against the least that there is to do: one pass over the same bytes.
// Run: node dist/test/bench/codec.js [--json]

import { Bench } from 'tinybench';
import { ExecType, fix44, MsgType, OrdStatus, Side, Tag } from '../../spec/dictionaries/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import {
  Framer,
  frameMessage,
  MessageView,
  MessageWriter,
  validate,
} from '../../gateway/fix/index.ts';
import { jsPureFix } from './jspurefix.ts';

const identity = {
  beginString: 'FIX.4.4',
  senderCompID: 'ACME',
  targetCompID: 'CAUSEWAY',
  timePrecision: 3,
} as const;
const noon = 1_795_262_400_123_000_000n as EpochNs; // 2026-11-21T12:00:00.123Z
const header = {
  msgSeqNum: 1234,
  sendingTime: noon,
  origSendingTime: null,
  possResend: false,
  further: null,
};
const writer = new MessageWriter();
const newOrderSingle = frameMessage(
  identity,
  header,
  writer
    .begin(MsgType.NewOrderSingle)
    .string(Tag.ClOrdID, 'ORD-20261121-000123')
    .char(Tag.HandlInst, '1')
    .string(Tag.Symbol, 'ETH/USDT')
    .char(Tag.Side, Side.Buy)
    .utcTimestamp(Tag.TransactTime, noon)
    .decimal(Tag.OrderQty, 2_500_000_000_000_000_000n)
    .char(Tag.OrdType, '2')
    .decimal(Tag.Price, 3_100_250_000_000_000_000_000n)
    .char(Tag.TimeInForce, '0')
    .end(),
);

let sink = 0;

function scan(bytes: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 1) sum += bytes[at] ?? 0;
  return sum;
}

const view = new MessageView(fix44);
const framer = new Framer();

function frameReadValidate(): number {
  framer.push(newOrderSingle);
  if (framer.next() !== 'Message') throw new Error('not framed');
  if (view.read(framer.bytes, framer.start, framer.end) !== null) throw new Error('garbled');
  if (validate(view) !== null) throw new Error('invalid');
  return view.count;
}

function report() {
  return writer
    .begin(MsgType.ExecutionReport)
    .string(Tag.OrderID, 'CW-0000000000000042')
    .string(Tag.ClOrdID, 'ORD-20261121-000123')
    .string(Tag.ExecID, '1-00000000000012345-0')
    .char(Tag.ExecType, ExecType.Trade)
    .char(Tag.OrdStatus, OrdStatus.PartiallyFilled)
    .string(Tag.Symbol, 'ETH/USDT')
    .char(Tag.Side, Side.Buy)
    .decimal(Tag.OrderQty, 2_500_000_000_000_000_000n)
    .decimal(Tag.LastQty, 400_000_000_000_000_000n)
    .decimal(Tag.LastPx, 3_099_800_000_000_000_000_000n)
    .decimal(Tag.LeavesQty, 2_100_000_000_000_000_000n)
    .decimal(Tag.CumQty, 400_000_000_000_000_000n)
    .decimal(Tag.AvgPx, 3_099_800_000_000_000_000_000n)
    .utcTimestamp(Tag.TransactTime, noon)
    .end();
}

const bench = new Bench({ name: `${newOrderSingle.length}-byte NewOrderSingle`, time: 500 });
bench
  .add('floor: one pass over the bytes', () => void (sink += scan(newOrderSingle)))
  .add('causeway: index', () => void (sink += view.read(newOrderSingle) === null ? 1 : 0))
  .add('causeway: frame, index and validate', () => void (sink += frameReadValidate()))
  .add('causeway: read 8 fields of it', () => {
    view.read(newOrderSingle);
    sink += (view.string(Tag.ClOrdID)?.length ?? 0) + (view.string(Tag.Symbol)?.length ?? 0);
    sink += view.decimal(Tag.OrderQty) === 2_500_000_000_000_000_000n ? 1 : 0;
    sink += view.decimal(Tag.Price) === 0n ? 1 : 0;
    sink += view.char(Tag.Side) === '1' ? 1 : 0;
    sink += view.char(Tag.OrdType) === '2' ? 1 : 0;
    sink += view.char(Tag.TimeInForce) === '0' ? 1 : 0;
    sink += view.utcTimestamp(Tag.TransactTime) === noon ? 1 : 0;
  })
  .add('causeway: encode an ExecutionReport', () => {
    sink += frameMessage(identity, header, report()).length;
  });
const peer = await jsPureFix();
if (peer === null) {
  console.error(
    'jspurefix is not installed: npm install --no-audit --no-fund --prefix test/interop',
  );
} else {
  bench
    .add('jspurefix: parse to a view', () => void (sink += peer.decode(newOrderSingle, false)))
    .add('jspurefix: parse and validate', () => void (sink += peer.decode(newOrderSingle, true)));
}

await bench.run();
const floor = bench.tasks[0]?.result;
const p50 = (result: typeof floor) =>
  result !== undefined && 'latency' in result ? result.latency.p50 : NaN;
for (const task of bench.tasks) {
  const { result } = task;
  if ('error' in result) throw result.error;
  if (!('latency' in result)) continue;
  const { p50: middle, p99, p999 } = result.latency;
  const ns = (ms: number) => Math.round(ms * 1e6);
  const ratio =
    result.throughput.mean /
    (floor !== undefined && 'throughput' in floor ? floor.throughput.mean : NaN);
  const row = {
    name: task.name,
    p50Ns: ns(middle),
    p99Ns: ns(p99),
    p999Ns: ns(p999),
    timesFloor: Number((middle / p50(floor)).toFixed(1)),
    perSecond: Math.round(result.throughput.mean),
    meanTimesFloor: Number((1 / ratio).toFixed(1)),
  };
  if (process.argv.includes('--json')) console.log(JSON.stringify(row));
  else
    console.log(
      `${row.name.padEnd(40)} p50 ${row.p50Ns} ns  p99 ${row.p99Ns} ns  p99.9 ${row.p999Ns} ns  ${row.timesFloor} x floor`,
    );
}
if (sink === 0) throw new Error('nothing was done');
console.log(`${newOrderSingle.length} bytes, Node ${process.version}`);
