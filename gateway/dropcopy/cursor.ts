// How far a drop copy has come, in journal sequences: all that is kept of it. Plain data.

import type { EpochNs } from '../../spec/ports/index.ts';
import { epochNs } from '../../spec/units/index.ts';

export interface Cursor {
  /** Of the FIX session's numbers. */
  readonly epoch: number;
  /** Every copy of events up to here is known to have arrived. */
  readonly confirmed: number;
  /** Every copy of events up to here has its number in this epoch, or had arrived before. */
  readonly sent: number;
  /** No copy of an event behind this was ever numbered. At least `sent`. */
  readonly everSent: number;
  /** When it last had been given all there was. */
  readonly wholeAt: EpochNs;
}

const BYTES = 40;

export function encodeCursor(cursor: Cursor): Uint8Array {
  const bytes = new Uint8Array(BYTES);
  const view = new DataView(bytes.buffer);
  const { epoch, confirmed, sent, everSent, wholeAt } = cursor;
  [epoch, confirmed, sent, everSent].forEach((value, index) =>
    view.setBigUint64(index * 8, BigInt(value)),
  );
  view.setBigInt64(32, wholeAt);
  return bytes;
}

/** Throws for bytes of another length: the cursor is not guessed. */
export function decodeCursor(bytes: Uint8Array): Cursor {
  if (bytes.length !== BYTES)
    throw new Error(`a cursor of ${bytes.length} bytes: ${BYTES} expected`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = (index: number): number => Number(view.getBigUint64(index * 8));
  const wholeAt = epochNs(view.getBigInt64(32));
  return { epoch: at(0), confirmed: at(1), sent: at(2), everSent: at(3), wholeAt };
}

/** A drop copy that is new begins behind `sequence`. */
export function cursorFrom(sequence: number, epoch: number, now: EpochNs): Cursor {
  return { epoch, confirmed: sequence, sent: sequence, everSent: sequence, wholeAt: now };
}

/**
 * A new epoch: what is not known to have arrived is sent again under new numbers (design, Journal and
 * recovery). In the same epoch the peer asks for it by its numbers.
 */
export function inEpoch(cursor: Cursor, epoch: number): Cursor {
  return epoch === cursor.epoch ? cursor : { ...cursor, epoch, sent: cursor.confirmed };
}

export function sentTo(cursor: Cursor, sequence: number): Cursor {
  return { ...cursor, sent: sequence, everSent: Math.max(cursor.everSent, sequence) };
}
