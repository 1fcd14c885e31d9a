// The messages of the FIX benches, many of each kind: ids, prices and times differ, so that nothing is foreseen.

import { frameMessage, type MessageBody, MessageWriter } from '../../../gateway/fix/index.ts';
import { ExecType, MsgType, OrdStatus, Side, Tag } from '../../../spec/dictionaries/index.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';

export type Kind = 'NewOrderSingle' | 'ExecutionReport' | 'MarketDataSnapshotFullRefresh';
export const KINDS: readonly Kind[] = [
  'NewOrderSingle',
  'ExecutionReport',
  'MarketDataSnapshotFullRefresh',
];

/** Different messages of a kind: more than a processor foresees, few enough for its second cache. */
export const VARIANTS = 256;
const NOON = 1_795_262_400_123_000_000n; // 2026-11-21T12:00:00.123Z
const UNIT = 10n ** 18n;
const CENT = 10n ** 16n;

export const identity = {
  beginString: 'FIX.4.4',
  senderCompID: 'ACME',
  targetCompID: 'CAUSEWAY',
  timePrecision: 3,
} as const;

/** What one message says, ready to be written: numbers as the engine's callers hold them. */
export interface Facts {
  readonly time: EpochNs;
  readonly clOrdID: string;
  readonly execType: '0' | 'F';
  readonly orderID: string;
  readonly execID: string;
  readonly price: bigint;
  readonly orderQty: bigint;
  readonly lastQty: bigint;
  readonly leavesQty: bigint;
  readonly levels: readonly Level[];
}

interface Level {
  readonly type: '0' | '1';
  readonly price: bigint;
  readonly size: bigint;
}

export const facts: readonly Facts[] = Array.from({ length: VARIANTS }, (_, at) => ({
  time: (NOON + BigInt(at) * 1_000_000n) as EpochNs,
  clOrdID: `ORD-20261121-${String(100_000 + at * 37)}`,
  execType: ExecType.Trade,
  orderID: `CW-0000000${String(1_000_000 + at)}`,
  execID: `1-00000${String(10_000_000 + at * 11)}-0`,
  price: 3_100n * UNIT + BigInt(at + 1) * CENT,
  orderQty: BigInt(at + 2) * CENT * 25n,
  lastQty: BigInt(at + 1) * CENT * 25n,
  leavesQty: CENT * 25n,
  levels: Array.from({ length: 20 }, (_, level) => ({
    type: level < 10 ? '0' : '1',
    price: 3_100n * UNIT + BigInt(at + 1 + 7 * (level < 10 ? -level : level - 9)) * CENT,
    size: BigInt((at + 2) * (level + 1)) * CENT * 25n + CENT + 10n ** 14n,
  })),
}));

export const writers: Readonly<Record<Kind, (writer: MessageWriter, of: Facts) => MessageBody>> = {
  NewOrderSingle: (writer, of) =>
    writer
      .begin(MsgType.NewOrderSingle)
      .string(Tag.ClOrdID, of.clOrdID)
      .string(Tag.Symbol, 'ETH/USDT')
      .char(Tag.Side, Side.Buy)
      .utcTimestamp(Tag.TransactTime, of.time)
      .decimal(Tag.OrderQty, of.orderQty)
      .char(Tag.OrdType, '2')
      .decimal(Tag.Price, of.price)
      .char(Tag.TimeInForce, '0')
      .end(),
  ExecutionReport: (writer, of) =>
    writer
      .begin(MsgType.ExecutionReport)
      .string(Tag.OrderID, of.orderID)
      .string(Tag.ClOrdID, of.clOrdID)
      .string(Tag.ExecID, of.execID)
      .char(Tag.ExecType, of.execType)
      .char(Tag.OrdStatus, OrdStatus.PartiallyFilled)
      .string(Tag.Account, 'ALPHA')
      .string(Tag.Symbol, 'ETH/USDT')
      .char(Tag.Side, Side.Buy)
      .decimal(Tag.OrderQty, of.orderQty)
      .char(Tag.OrdType, '2')
      .decimal(Tag.Price, of.price)
      .char(Tag.TimeInForce, '0')
      .decimal(Tag.LastQty, of.lastQty)
      .decimal(Tag.LastPx, of.price)
      .decimal(Tag.LeavesQty, of.leavesQty)
      .decimal(Tag.CumQty, of.lastQty)
      .decimal(Tag.AvgPx, of.price)
      .utcTimestamp(Tag.TransactTime, of.time)
      .end(),
  MarketDataSnapshotFullRefresh(writer, of) {
    writer
      .begin(MsgType.MarketDataSnapshotFullRefresh)
      .string(Tag.MDReqID, 'BOOK-1')
      .string(Tag.Symbol, 'ETH/USDT')
      .int(Tag.NoMDEntries, 20);
    for (const { type, price, size } of of.levels) {
      writer.char(Tag.MDEntryType, type).decimal(Tag.MDEntryPx, price);
      writer.decimal(Tag.MDEntrySize, size);
    }
    return writer.end();
  },
};

const writer = new MessageWriter();
const unchanged: Partial<Facts> = {};

/** Body, header and trailer of one message. */
export function encode(kind: Kind, at: number, change: Partial<Facts> = unchanged): Uint8Array {
  const base = facts[at % VARIANTS] ?? facts[0];
  if (base === undefined) throw new Error('no facts');
  const of = change === unchanged ? base : { ...base, ...change };
  const header = {
    msgSeqNum: 1000 + at,
    sendingTime: of.time,
    origSendingTime: null,
    possResend: false,
    further: null,
  };
  return frameMessage(identity, header, writers[kind](writer, of));
}

/** Each in memory of its own, as a chunk of a socket is. */
export const encoded: Readonly<Record<Kind, readonly Uint8Array[]>> = {
  NewOrderSingle: all('NewOrderSingle'),
  ExecutionReport: all('ExecutionReport'),
  MarketDataSnapshotFullRefresh: all('MarketDataSnapshotFullRefresh'),
};

function all(kind: Kind): readonly Uint8Array[] {
  return Array.from({ length: VARIANTS }, (_, at) => encode(kind, at).slice());
}
