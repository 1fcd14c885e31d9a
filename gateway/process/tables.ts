// The journal's tables and what their keys are made of.

import type { TradeDate } from '../../spec/units/index.ts';
import type { KeyParts } from '../journal/index.ts';

export const tables = {
  /** session → its next numbers and epoch. */
  fixSessions: 'fix-sessions',
  /** session, epoch, MsgSeqNum → a message that we sent, whole. */
  fixOutgoing: 'fix-outgoing',
  /** session, epoch, MsgSeqNum → an application message that we got, whole. */
  fixIncoming: 'fix-incoming',
  /** session, time in ns, ordinal → any other message of a session, or which were sent again. */
  fixAudit: 'fix-audit',
  /** session (as configured) → the password that it changed its own to. */
  fixCredentials: 'fix-credentials',
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

export function clOrdIDKey(sessionID: string, date: TradeDate, clOrdID: string): KeyParts {
  return [sessionID, date, clOrdID];
}

export function textBytes(text: string): Uint8Array {
  return encoder.encode(text);
}

export function bytesText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
