// What waits for the disk: done in order, when the journal says that its cause is durable (I1).

import { type Durable, asDurable } from '../../spec/proof/index.ts';

interface Waiting {
  readonly sequence: number;
  readonly act: (durably: <T>(value: T) => Durable<T>) => void;
}

/** In the place of what was done: a decision that is kept until the list is cut is copied by every collection. */
const DONE: Waiting = { sequence: 0, act: () => undefined };
/** A new list each time that all is done takes room for 17, of which most held one. */
const CUT_FROM = 64;

export class Releases {
  #waiting: Waiting[] = [];
  #head = 0;

  /** `act` runs once everything up to `sequence` is durable; sequences do not fall. */
  when(sequence: number, act: Waiting['act']): void {
    this.#waiting.push({ sequence, act });
  }

  /** Runs what waited for `durable` and below, in the order in which it came. */
  release(durable: number): void {
    for (;;) {
      const next = this.#waiting[this.#head];
      if (next === undefined || next.sequence > durable) break;
      this.#waiting[this.#head] = DONE;
      this.#head += 1;
      next.act(asDurable);
    }
    if (this.#head >= CUT_FROM && this.#head * 2 > this.#waiting.length) {
      this.#waiting = this.#waiting.slice(this.#head);
      this.#head = 0;
    }
  }

  get length(): number {
    return this.#waiting.length - this.#head;
  }
}
