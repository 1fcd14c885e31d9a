// What venues say that we have, beside the desk's books, for whoever has to explain a difference.

import { formatDecimal, formatNotional, isoTime } from '../../spec/units/index.ts';
import type { HoldingCompared } from '../process/index.ts';

export interface HoldingRow {
  readonly venueID: string;
  readonly asset: string;
  /** By the desk's books; null: in none yet. */
  readonly own: string | null;
  readonly told: string;
  /** Told less own; `0` where they agree. */
  readonly difference: string;
  /** Since when the difference is the same; null: there is none. */
  readonly since: string | null;
  /** It stayed, and the operator was called. */
  readonly isRaised: boolean;
}

/** Those that were raised first, then by venue and asset. */
export function holdingRows(compared: readonly HoldingCompared[]): readonly HoldingRow[] {
  return compared
    .toSorted(
      (a, b) =>
        Number(b.isRaised) - Number(a.isRaised) ||
        a.venueID.localeCompare(b.venueID, 'en') ||
        a.asset.localeCompare(b.asset, 'en'),
    )
    .map(({ venueID, asset, own, told, difference, since, isRaised }) => ({
      venueID,
      asset,
      own: own === null ? null : formatNotional(own),
      told: formatDecimal(told),
      difference: formatNotional(difference),
      since: since === null ? null : isoTime(since),
      isRaised,
    }));
}
