// The journal's tables and how their keys are made. Keys sort as their parts do.

import type { TradeDate } from '../../spec/units/index.ts';

export const tables = {
  /** session → its next numbers and epoch. */
  fixSessions: 'fix-sessions',
  /** session, epoch, MsgSeqNum → a message that we sent, whole. */
  fixOutgoing: 'fix-outgoing',
  /** session, epoch, MsgSeqNum → an application message that we got, whole. */
  fixIncoming: 'fix-incoming',
  /** session → what of its epoch may not have arrived. */
  fixDelivery: 'fix-delivery',
  /** OrderID → an ended order. */
  orders: 'orders',
  /** session, trade date of its end, ClOrdID → OrderID. */
  clOrdIDs: 'clordids',
  /** child id → OrderID, of ended orders. */
  children: 'children',
  /** key of a command → why it stopped the desk. */
  marks: 'marks',
} as const;

export const tableNames: readonly string[] = Object.values(tables);

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Texts end in a zero byte, numbers are eight big-endian bytes. */
export function keyOf(...parts: readonly (string | number)[]): Uint8Array {
  const pieces = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part));
  const length = pieces.reduce<number>(
    (sum, piece) => sum + (typeof piece === 'number' ? 8 : piece.length + 1),
    0,
  );
  const key = new Uint8Array(length);
  const view = new DataView(key.buffer);
  let at = 0;
  for (const piece of pieces) {
    if (typeof piece === 'number') {
      view.setBigUint64(at, BigInt(piece));
      at += 8;
    } else {
      key.set(piece, at);
      at += piece.length + 1;
    }
  }
  return key;
}

export function clOrdIDKey(sessionID: string, date: TradeDate, clOrdID: string): Uint8Array {
  return keyOf(sessionID, date, clOrdID);
}

export function textBytes(text: string): Uint8Array {
  return encoder.encode(text);
}

export function bytesText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
