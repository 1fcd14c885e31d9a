// From the peer's bytes to one message after the other: as many as the session's turn allows, and none above its throttle.

import { unreachable } from '../../../spec/proof/index.ts';
import { Framer } from '../codec/framer.ts';
import type { GarbledCause, MessageView } from '../codec/message-view.ts';
import type { DriverLimits, Wire } from './driver-parts.ts';

export interface Garbled {
  readonly cause: GarbledCause | 'Frame';
  /** Null: no frame was found. */
  readonly bytes: Uint8Array | null;
  /** Of the chunk's: one line in the log for a chunk of rubbish, not one for each of its pieces. */
  readonly isFirst: boolean;
}

export interface InboxParts {
  readonly limits: Pick<DriverLimits, 'framer' | 'messagesPerTurn' | 'maxUnreadBytes'>;
  /** Each message is read into it before `take`. */
  readonly view: MessageView;
  readonly soon: ((run: () => void) => void) | undefined;
  now(): bigint;
  /** ns until the message in the view may be taken. */
  waitNs(): bigint;
  take(): void;
  garbled(what: Garbled): void;
  /** Nothing that follows can be read. */
  unreadable(reason: string): void;
  /** Its next turn has come. */
  turn(): void;
}

export class Inbox {
  readonly #parts: InboxParts;
  #wire: Wire | null = null;
  #framer: Framer;
  /** More of what came is to be taken: soon, or when a throttle lets it. */
  #isMoreDue = false;
  /** A message above the throttle, taken from the framer, and when it may be read. */
  #held: { readonly bytes: Uint8Array; readonly until: bigint } | null = null;
  #isReadingPaused = false;
  #isGarbledNoted = false;

  constructor(parts: InboxParts) {
    this.#parts = parts;
    this.#framer = new Framer(parts.limits.framer);
  }

  /** What was behind the last connection's messages ends with it. */
  open(wire: Wire): void {
    this.drop();
    this.#wire = wire;
    this.#framer = new Framer(this.#parts.limits.framer);
  }

  drop(): void {
    this.#wire = null;
    this.#isMoreDue = false;
    this.#held = null;
    this.#isReadingPaused = false;
  }

  /** True: its messages may be taken now. */
  push(chunk: Uint8Array): boolean {
    this.#framer.push(chunk);
    this.#isGarbledNoted = false;
    if (!this.#isMoreDue && this.#held === null) return true;
    this.#boundUnread();
    return false;
  }

  /** A throttle held a message, and lets it now. */
  get isHeldDue(): boolean {
    return this.#held !== null && this.#parts.now() >= this.#held.until;
  }

  /** As many as a turn has; of the rest it is seen to that their turn comes. */
  takeTurn(): void {
    const { soon, limits } = this.#parts;
    this.#takeFrames(soon === undefined ? Number.POSITIVE_INFINITY : limits.messagesPerTurn);
  }

  /** The connection has closed: what it had said is heard, but for what a throttle holds. */
  takeRest(): void {
    if (this.#isMoreDue) this.#takeFrames(Number.POSITIVE_INFINITY);
  }

  #takeFrames(most: number): void {
    this.#isMoreDue = false;
    let left = most;
    while (left > 0 && this.#wire !== null && this.#takeFrame()) left -= 1;
    if (left === 0 && this.#wire !== null) this.#takeMoreSoon();
    this.#boundUnread();
  }

  #takeMoreSoon(): void {
    const wire = this.#wire;
    this.#isMoreDue = true;
    this.#parts.soon?.(() => {
      if (this.#isMoreDue && this.#wire === wire) this.#parts.turn();
    });
  }

  /** Much that is not taken yet stays in the peer's socket, and the memory here bounded. */
  #boundUnread(): void {
    const { maxUnreadBytes } = this.#parts.limits;
    const isTooMuch = this.#held !== null || this.#framer.pending > maxUnreadBytes;
    if (isTooMuch === this.#isReadingPaused) return;
    this.#isReadingPaused = isTooMuch;
    if (isTooMuch) this.#wire?.pause?.();
    else this.#wire?.resume?.();
  }

  /** False: nothing whole is left, or nothing may be taken now. */
  #takeFrame(): boolean {
    if (this.#held !== null) return this.#takeHeld(this.#held);
    const frame = this.#framer.next();
    switch (frame) {
      case 'More':
        return false;
      case 'Message':
        this.#takeMessage();
        return true;
      case 'Garbled':
        this.#takeGarbled('Frame', null);
        return true;
      case 'TooLong':
        this.#parts.unreadable('BodyLength(9) beyond the bound');
        return false;
      case 'NotFix':
        this.#parts.unreadable('the bytes are no FIX');
        return false;
      default:
        return unreachable(frame);
    }
  }

  #takeMessage(): void {
    const { view } = this.#parts;
    const { bytes, start, end } = this.#framer;
    const cause = view.read(bytes, start, end);
    if (cause !== null) return this.#takeGarbled(cause, bytes.subarray(start, end));
    const wait = this.#parts.waitNs();
    if (wait === 0n) return this.#parts.take();
    this.#held = { bytes: view.message.slice(), until: this.#parts.now() + wait };
  }

  #takeHeld({ bytes, until }: { readonly bytes: Uint8Array; readonly until: bigint }): boolean {
    if (this.#parts.now() < until) return false;
    this.#held = null;
    if (this.#parts.view.read(bytes) === null) this.#parts.take();
    return true;
  }

  #takeGarbled(cause: Garbled['cause'], bytes: Uint8Array | null): void {
    const isFirst = !this.#isGarbledNoted;
    this.#isGarbledNoted = true;
    this.#parts.garbled({ cause, bytes, isFirst });
  }
}
