// Recorded market data, and what an adapter must say of it so that its own machine can be led through it again.

import type { EpochNs } from '../../spec/ports/index.ts';
import type { VenueID } from '../../spec/terms/index.ts';
import type { VenueMarket } from './market.ts';

/** What one line of a capture says. `at`: when it was recorded. */
export type CaptureRecord =
  | { readonly type: 'Connected'; readonly address: string; readonly at: EpochNs | null }
  | { readonly type: 'Frame'; readonly frame: Uint8Array; readonly at: EpochNs }
  /** A good answer to a GET of `url`. */
  | { readonly type: 'Answer'; readonly url: string; readonly body: string; readonly at: EpochNs }
  /** What the recorder itself sent or noted. */
  | { readonly type: 'Aside' };

/** A machine that hears the capture, and what the venue would tell it that the capture need not hold. */
export interface CapturedMarket {
  readonly market: VenueMarket;
  readonly venueSymbols: readonly string[];
  /**
   * What an HTTP answer is about, such as `depth NKNUSDT`: a recorded one and the machine's own question
   * that have the same are question and answer. Null: nothing that this machine asks for.
   */
  topicOf(url: string): string | null;
  /** The answer to a question whose topic the capture does not hold; null: there is none. */
  answer(topic: string): string | null;
  /** What the venue says to a frame that the machine sends: its grids, or that it lives. */
  replies(text: string): readonly string[];
}

/** First reading of a capture: which symbols, on which grid. Bounded by their number. */
export interface CaptureSurvey {
  see(record: CaptureRecord): void;
  /** Machines that together follow all of its symbols; none where it holds no book of this venue. */
  markets(venueID: VenueID): readonly CapturedMarket[];
}
