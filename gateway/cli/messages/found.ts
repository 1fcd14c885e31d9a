// A message as it was found, wherever that was: its text, and what is known of it besides.

import type { EpochNs } from '../../../spec/ports/index.ts';

export interface FoundMessage {
  /** One character a byte, fields separated by SOH. */
  readonly text: string;
  /** Null: not told there. */
  readonly at: EpochNs | null;
  readonly direction: Direction | null;
  /** The engine's name of it, `FIX.4.4:CAUSEWAY->ACME`; null: not told there. */
  readonly session: string | null;
  /** What a reader must know before he believes it. */
  readonly notes: readonly string[];
}

export type Direction = 'in' | 'out';
