// What every simulated exchange has, whatever protocol it speaks: the engine, the faults, the clock, and
// the control interface that tests reach it by.

import type { Exchange } from './exchange.ts';
import type { Fault, Faults } from './faults.ts';
import type { Participants } from './participants.ts';
import type { SeededRandom } from './random.ts';
import type { Account } from './terms.ts';

export interface Core {
  readonly exchange: Exchange;
  readonly faults: Faults;
  readonly random: SeededRandom;
  /** Trades against clients when a test or a fault asks for it; its funds are unlimited. */
  readonly house: Account;
  readonly participants: Participants | null;
  /** The server's clock in milliseconds, skewed if a test skewed it. */
  now(): number;
  /** Server time is the machine's plus this. */
  skew(offsetMs: number): void;
  /** Runs later, unless the exchange stops before. */
  after(delayMs: number, run: () => void): void;
}

/** What the control interface asks of the protocol's side. */
export interface Controls {
  /** Open connections by kind. */
  connections(): Readonly<Record<string, number>>;
  /** Cuts connections at once, without a closing handshake; false: no such kind. */
  cut(channel: string): boolean;
  /** Refuses everything until then, milliseconds of the server's clock. */
  refuse(until: number, how: 'banned' | 'exhausted'): void;
  /** Takes an API key back; false: there is none of that name. */
  revoke(apiKey: string): boolean;
  /** Tells the connections that the exchange is about to go away. */
  announceShutdown(): void;
  /** The system's state, as far as the protocol has one; false: it has no such state. */
  setSystem(state: string): boolean;
}

export interface RunningCore {
  readonly exchange: Exchange;
  readonly participants: Participants | null;
  arm(fault: Fault): void;
  skew(offsetMs: number): void;
  cut(channel: string): void;
  stop(): Promise<void>;
}
