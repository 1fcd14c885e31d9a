// What waits for the disk: done in order, when the journal says that its cause is durable (I1).

import { type Durable, asDurable } from '../../spec/proof/index.ts';

interface Waiting {
  readonly sequence: number;
  readonly act: (durably: <T>(value: T) => Durable<T>) => void;
}

export class Releases {
  readonly #waiting: Waiting[] = [];
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
      this.#head += 1;
      next.act(asDurable);
    }
    if (this.#head > 1024 && this.#head * 2 > this.#waiting.length) {
      this.#waiting.splice(0, this.#head);
      this.#head = 0;
    }
  }

  get length(): number {
    return this.#waiting.length - this.#head;
  }
}
