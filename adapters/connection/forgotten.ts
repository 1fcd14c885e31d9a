// Children that the desk has booked whole, remembered for a while yet, in the order in which they go.

import type { EpochNs } from '../../spec/ports/index.ts';
import type { ChildID } from '../../spec/terms/index.ts';

/** Mutable. */
export class Forgotten {
  /** In the order of their time; those before `#gone` are gone. */
  #children: { readonly childID: ChildID; readonly at: EpochNs }[] = [];
  #gone = 0;
  readonly #most: number;

  /** `most`: of more the oldest goes before its time. */
  constructor(most: number) {
    this.#most = most;
  }

  /** To be gone at `at`, which is not before that of the one before. */
  add(childID: ChildID, at: EpochNs): void {
    this.#children.push({ childID, at });
  }

  /** The next that goes by now; null: no more. */
  next(now: EpochNs): ChildID | null {
    const next = this.#children[this.#gone];
    const remembered = this.#children.length - this.#gone;
    if (next === undefined || (next.at > now && remembered <= this.#most)) {
      this.#tidy();
      return null;
    }
    this.#gone += 1;
    return next.childID;
  }

  #tidy(): void {
    if (this.#gone * 2 <= this.#children.length) return;
    this.#children = this.#children.slice(this.#gone);
    this.#gone = 0;
  }
}
