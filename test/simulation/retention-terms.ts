// How the journal of a simulated world is let go of.

import type { RetentionConfig } from '../../gateway/config/index.ts';
import type { Chance } from './chance.ts';

/** How a world lets go of its journal, drawn once. */
export interface RetentionTerms {
  /** What goes from the log is archived. */
  readonly archives: boolean;
  /** Its days are seconds. */
  readonly config: RetentionConfig;
}

/**
 * As the product asks for seven days: longer than a venue's last word is behind an order's end, with what the desk needs
 * to hear of it when it is down or the word is lost.
 */
const FEWEST_ORDER_DAYS = 15;

export function someRetention(chance: Chance): RetentionTerms {
  const log = chance.pick(['age', 'size', 'both'] as const);
  return {
    archives: chance.happens(400),
    config: {
      logDays: log === 'size' ? null : chance.between(2, 15),
      logMaxBytes: log === 'age' ? null : chance.between(10, 120) * 1_000,
      archiveFolder: null,
      messageDays: chance.happens(500) ? chance.between(5, 30) : null,
      orderDays: chance.happens(500) ? chance.between(FEWEST_ORDER_DAYS, 30) : null,
    },
  };
}
