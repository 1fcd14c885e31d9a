// Who keeps what no store keeps: a port, for sessions whose every message is to be shown later.

import type { EpochNs } from '../../spec/ports/index.ts';

/**
 * `Taken`: its turn had come, or it was answered without one. `Early`: behind a gap; it is taken later,
 * or comes again. `Garbled`: no message, its number is not used up.
 */
export type Reception = 'Taken' | 'Early' | 'Garbled';

/**
 * Hears every message of one session, but for two kinds that are kept by others: what is delivered is
 * the application's to keep, and what the application sends is in the session's changes. Called before
 * what follows from the message. Bytes are valid within the call, and may hold secrets (`masked`).
 */
export interface MessageAudit {
  received(bytes: Uint8Array, at: EpochNs, reception: Reception): void;
  /** An admin message, or a gap fill. It may not have arrived, like all that is sent. */
  sent(bytes: Uint8Array, at: EpochNs): void;
  /** An application message that the store has went out again under its number. */
  sentAgain(message: { readonly epoch: number; readonly msgSeqNum: number }, at: EpochNs): void;
}
