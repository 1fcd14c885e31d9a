// What may leave the process waits here until the events that caused it are on disk (I1).
import { type Durable, asDurable } from '../../spec/proof/index.ts';
import type { Journal } from './face.ts';

export interface Release<T> {
  /** Keeps `effect` until the batch whose last sequence this is has become durable. Sequences never fall. */
  hold(sequence: number, effect: T): void;
  /** Effects that wait. */
  readonly held: number;
}

/** Delivers each held effect once, in order, when the journal says that its batch is durable; never after a failure. */
export function releaseWhenDurable<T>(
  journal: Pick<Journal, 'onDurable' | 'durableSequence'>,
  deliver: (effect: Durable<T>) => void,
): Release<T> {
  let waiting: { readonly sequence: number; readonly effect: T }[] = [];
  let next = 0;

  journal.onDurable(drain);
  return {
    hold(sequence, effect) {
      waiting.push({ sequence, effect });
      // It may have become durable within `append` itself.
      if (sequence <= journal.durableSequence) drain(journal.durableSequence);
    },
    get held() {
      return waiting.length - next;
    },
  };

  function drain(durable: number): void {
    for (;;) {
      const first = waiting[next];
      if (first === undefined || first.sequence > durable) break;
      next += 1;
      deliver(asDurable(first.effect));
    }
    if (next === waiting.length) {
      waiting = [];
      next = 0;
    } else if (next > 1_024) {
      waiting = waiting.slice(next);
      next = 0;
    }
  }
}
