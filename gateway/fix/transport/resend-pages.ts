// A resend, page by page from the store, at the pace at which the peer reads.

import type { SessionInput, SessionState } from '../session/state.ts';
import type { SentMessage, SentRange } from '../store.ts';
import type { DriverLimits } from './driver-parts.ts';

export interface ResendPagesParts {
  readonly limits: Pick<DriverLimits, 'resendPageMessages'>;
  /** Runs it when the other sessions have had their turn; without it page follows page. */
  readonly soon: ((run: () => void) => void) | undefined;
  state(): SessionState;
  sentMessages(range: Omit<SentRange, 'sessionID'>): readonly SentMessage[];
  step(page: Omit<Extract<SessionInput, { type: 'ResendPage' }>, 'now'>): void;
  /** Lets out what waits and may leave. */
  flush(): void;
  /** False: what is not passed over may not be left behind, or the peer has enough to read. */
  mayGoOn(end: number): boolean;
  /** The next page, as a call of its own into the driver. */
  next(): void;
}

export class ResendPages {
  readonly #parts: ResendPagesParts;
  /** Up to here the store has been read for the resend at hand. */
  #from = 0;
  /** The next page has its turn soon. */
  #isDue = false;
  #served = 0;

  constructor(parts: ResendPagesParts) {
    this.#parts = parts;
  }

  /** Pages so far, of all resends: more than before means that the peer reads. */
  get served(): number {
    return this.#served;
  }

  /** A resend has begun. Its pages go out by `serve`. */
  begin(fromSeqNum: number): void {
    this.#from = fromSeqNum;
  }

  /**
   * Where there is a `soon`, one page a turn: a kernel that takes all at once says `drained` before any other
   * socket is looked at, and a long resend would be alone in the world.
   */
  serve(): void {
    const { soon } = this.#parts;
    for (;;) {
      this.#parts.flush();
      const { resend } = this.#parts.state();
      if (resend === null || this.#isDue || !this.#parts.mayGoOn(resend.end)) return;
      this.#page();
      if (this.#parts.state().resend !== null && soon !== undefined) this.#nextSoon(soon);
    }
  }

  /** No more numbers than a page has messages: a store that looks for the rest of a million each time took 26 ms a page. */
  #page(): void {
    const { resend, epoch } = this.#parts.state();
    if (resend === null) return;
    const limit = this.#parts.limits.resendPageMessages;
    const fromSeqNum = Math.max(resend.next, this.#from);
    const toSeqNum = Math.min(resend.end, fromSeqNum + limit - 1);
    const messages = this.#parts.sentMessages({ epoch, fromSeqNum, toSeqNum, limit });
    this.#from = toSeqNum + 1;
    this.#served += 1;
    this.#parts.step({ type: 'ResendPage', messages, toSeqNum });
  }

  #nextSoon(soon: (run: () => void) => void): void {
    this.#isDue = true;
    soon(() => {
      this.#isDue = false;
      this.#parts.next();
    });
  }
}
