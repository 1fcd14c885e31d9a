// How far a venue's clock is from ours, from one question and its answer.

import type { EpochNs } from '../../spec/ports/index.ts';
import { epochNs } from '../../spec/units/index.ts';

export interface ClockSkew {
  /** Venue's time minus ours. */
  readonly offsetNs: bigint;
  /** The true offset is within this of it: half the round trip and the venue's own rounding. */
  readonly errorNs: bigint;
}

export interface TimeExchange {
  readonly sentAt: EpochNs;
  readonly receivedAt: EpochNs;
  /** What the venue said, and the unit that it rounds down to. */
  readonly venueTime: EpochNs;
  readonly venueUnitNs: bigint;
}

/** Until a venue has told its time: equal, and not known how well. */
export const NO_SKEW: ClockSkew = { offsetNs: 0n, errorNs: 1_000_000_000n };

/** The venue read its clock somewhere between our two readings: the middle is the best guess. */
export function skewOf({ sentAt, receivedAt, venueTime, venueUnitNs }: TimeExchange): ClockSkew {
  const half = (receivedAt - sentAt) / 2n;
  return {
    offsetNs: venueTime + venueUnitNs / 2n - (sentAt + half),
    errorNs: half + venueUnitNs / 2n,
  };
}

/** Our instant on the venue's clock. */
export function atVenue(skew: ClockSkew, ours: EpochNs): EpochNs {
  return epochNs(ours + skew.offsetNs);
}
