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
  /** drop copy → how far it has come. */
  dropCopies: 'drop-copies',
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

/** Texts end in a zero byte, numbers are eight big-endian bytes. Ten keys an order: one allocation each. */
export function keyOf(...parts: readonly (string | number)[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += typeof part === 'number' ? 8 : Buffer.byteLength(part) + 1;
  const key = Buffer.alloc(length);
  let at = 0;
  for (const part of parts) {
    if (typeof part === 'number') {
      key.writeUInt32BE(Math.floor(part / 2 ** 32), at);
      key.writeUInt32BE(part >>> 0, at + 4);
      at += 8;
    } else {
      at += key.write(part, at, 'utf8') + 1;
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
