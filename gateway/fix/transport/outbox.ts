// Messages on their way to the peer: in the order of their numbers, each when its commit is on disk, and none
// that is new before the end of a resend.

import type { SessionState } from '../session/state.ts';
import type { Wire } from './driver-parts.ts';
import { Fifo } from './fifo.ts';

/** A message on its way out. It leaves when all before it have, and its own ticket is released. */
export interface Outgoing {
  readonly msgSeqNum: number;
  readonly bytes: Uint8Array;
  /** Waits for the peer's Logon. */
  readonly isApplication: boolean;
  /** 0: waits for no commit. */
  readonly ticket: number;
}

export interface OutboxParts {
  readonly maxQueuedBytes: number;
  state(): SessionState;
  /** The peer reads too slowly: closes at once. */
  cut(reason: string): void;
}

export class Outbox {
  readonly #parts: OutboxParts;
  #wire: Wire | null = null;
  #queue = new Fifo<Outgoing>();
  #queuedBytes = 0;
  #releasedTicket = 0;
  /** The wire ends when the queue is empty. */
  #isEnding = false;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  get isEnding(): boolean {
    return this.#isEnding;
  }

  /** Messages that have not left. */
  get length(): number {
    return this.#queue.length;
  }

  get queuedBytes(): number {
    return this.#queuedBytes;
  }

  /** The number of the first that has not left; null: none is here. */
  get first(): number | null {
    return this.#queue.first?.msgSeqNum ?? null;
  }

  /** What is here waits for the disk, not for the peer. */
  get isBehindDisk(): boolean {
    return (this.#queue.first?.ticket ?? 0) > this.#releasedTicket;
  }

  open(wire: Wire): void {
    this.#wire = wire;
    this.#isEnding = false;
  }

  /** What was queued is not lost: it is in a change, and the peer asks for its number. */
  drop(): void {
    this.#wire = null;
    this.#isEnding = false;
    this.#queue.clear();
    this.#queuedBytes = 0;
  }

  /** Their Logon was not accepted: application messages wait for the next one. */
  dropApplication(): void {
    this.#queue = this.#queue.filtered(({ isApplication }) => !isApplication);
    this.#queuedBytes = 0;
    for (const { bytes } of this.#queue) this.#queuedBytes += bytes.length;
  }

  /** Takes a numbered message; it leaves now, if nothing is in its way. */
  post(one: Outgoing): void {
    const mayLeave = one.ticket === 0 && this.#queue.length === 0;
    if (mayLeave && !this.#isBehindResend(one)) return this.write(one.bytes);
    this.#queue.push(one);
    this.#queuedBytes += one.bytes.length;
    this.#bound();
  }

  /** Past all that waits: what is sent again. */
  write(bytes: Uint8Array): void {
    this.#wire?.write(bytes);
    this.#bound();
  }

  release(ticket: number): void {
    this.#releasedTicket = ticket;
    this.flush();
  }

  /** Lets out what may leave. */
  flush(): void {
    const isEarly = this.#parts.state().phase === 'LogonSent';
    for (let next = this.#queue.first; next !== undefined; next = this.#queue.first) {
      if (this.#wire === null || next.ticket > this.#releasedTicket) break;
      if (isEarly && next.isApplication) break;
      if (this.#isBehindResend(next)) break;
      this.#queue.shift();
      this.#queuedBytes -= next.bytes.length;
      this.write(next.bytes);
    }
    if (this.#isEnding && this.#queue.length === 0) this.#wire?.end();
  }

  /** Ends the wire behind what is here. */
  end(): void {
    this.#isEnding = true;
    if (this.#queue.length === 0) this.#wire?.end();
  }

  /**
   * Until a resend has ended nothing with a number above its end leaves: a peer may take a later number for
   * the end of what it asked for, and wait for the rest for ever (QuickFIX did).
   */
  #isBehindResend({ msgSeqNum }: Outgoing): boolean {
    const { resend } = this.#parts.state();
    return resend !== null && msgSeqNum > resend.end;
  }

  #bound(): void {
    const queued = this.#queuedBytes + (this.#wire?.queuedBytes ?? 0);
    if (queued > this.#parts.maxQueuedBytes) this.#parts.cut('the peer does not read');
  }
}
