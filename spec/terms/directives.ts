// Where a client wants its order to go, and where not.

import type { VenueID } from './ids.ts';

export interface VenueDirectives {
  /** ExDestination(100): only there. */
  readonly exDestination: VenueID | null;
  /** Only to these; empty is any. */
  readonly include: readonly VenueID[];
  /** Never to these. */
  readonly exclude: readonly VenueID[];
}
