// The lines of a venue's market data: opened, watched for silence, and replaced before they end.

import { type BackoffPolicy, backoffMs } from './backoff.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import type { VenueState } from '../../spec/venues/index.ts';
import type { Turn } from './turn.ts';

interface Line {
  readonly channel: string;
  /** Counts up: which of two is the newer. */
  readonly ordinal: number;
  open: boolean;
  openedAt: EpochNs;
  heardAt: EpochNs;
  /** When it was asked whether it lives; null: nothing is asked. */
  probedAt: EpochNs | null;
}

export interface MarketLinesParts {
  readonly turn: Turn;
  readonly url: string;
  readonly backoff: BackoffPolicy;
  /** Nothing received for so long, and no answer to a probe for as long again: the line is dead. */
  readonly silenceMs: number;
  /** The next line is opened when one is so old; null: the venue ends none for its age. */
  readonly renewAfterMs: number | null;
  /** It is open. `isOnly`: what came before is not known to be whole, since no other was read all the while. */
  opened(isOnly: boolean): void;
  /** None is open any more. */
  lost(cause: string): void;
  /** Asks on that line for any answer. */
  probe(channel: string): void;
  /** The venue wants to hear nothing for so long. */
  blockedMs(): number;
}

/** Both lines are read for so long, then the older one is closed. */
const OVERLAP_MS = 3_000;
/** A line that opens must open within this. */
const OPEN_WITHIN_MS = 30_000;
/** Open for so long: the next loss is a new one. */
const STEADY_AFTER_MS = 10_000;

/** Mutable: one venue has one line, or two while one replaces the other. */
export class MarketLines {
  readonly #parts: MarketLinesParts;
  readonly #turn: Turn;
  readonly #lines = new Map<string, Line>();
  #count = 0;
  #attempt = 0;
  #connectAt: EpochNs | null = null;
  #state: VenueState = 'Down';

  constructor(parts: MarketLinesParts) {
    this.#parts = parts;
    this.#turn = parts.turn;
  }

  get isOpen(): boolean {
    return this.#openLines() > 0;
  }

  /** The channel of the newest line; null: there is none. */
  get newest(): string | null {
    let newest: string | null = null;
    for (const channel of this.#lines.keys()) newest = channel;
    return newest;
  }

  start(): void {
    this.#open('starting');
  }

  #open(cause: string): void {
    this.#count += 1;
    const channel = `market.${this.#count}`;
    const { now } = this.#turn;
    this.#connectAt = null;
    this.#lines.set(channel, {
      channel,
      ordinal: this.#count,
      open: false,
      openedAt: now,
      heardAt: now,
      probedAt: null,
    });
    this.#turn.act({ type: 'OpenChannel', channel, url: this.#parts.url });
    this.#tell(cause);
  }

  /** The next line is opened while the present one works. */
  openNext(): void {
    if (this.#connectAt !== null) return;
    for (const line of this.#lines.values()) if (!line.open) return;
    if (this.#lines.size < 2) this.#open('renewing the line');
  }

  opened(channel: string): void {
    const line = this.#lines.get(channel);
    if (line === undefined) return;
    line.open = true;
    line.openedAt = this.#turn.now;
    line.heardAt = this.#turn.now;
    this.#tell('connected');
    this.#parts.opened(this.#openLines() === 1);
  }

  closed(channel: string, cause: string): void {
    const line = this.#lines.get(channel);
    if (line === undefined) return;
    this.#lines.delete(channel);
    if (line.open && this.#turn.aged(line.openedAt, STEADY_AFTER_MS)) this.#attempt = 0;
    if (this.#openLines() === 0) this.#parts.lost(`the line was lost: ${cause}`);
    if (this.#lines.size === 0) {
      const waitMs = backoffMs(this.#parts.backoff, this.#attempt);
      this.#connectAt = this.#turn.in(Math.max(waitMs, this.#parts.blockedMs()));
      this.#attempt += 1;
    }
    this.#tell(cause);
  }

  #giveUp({ channel }: Line, cause: string): void {
    this.#turn.act({ type: 'CloseChannel', channel, cause });
    this.closed(channel, cause);
  }

  /** Something came on it: it lives. False: it is no line any more. */
  heard(channel: string): boolean {
    const line = this.#lines.get(channel);
    if (line === undefined) return false;
    line.heardAt = this.#turn.now;
    line.probedAt = null;
    return true;
  }

  ticked(): void {
    if (this.#connectAt !== null && this.#turn.now >= this.#connectAt) {
      this.#open('connecting again');
    }
    for (const line of [...this.#lines.values()]) this.#watch(line);
  }

  #watch(line: Line): void {
    const { renewAfterMs, silenceMs } = this.#parts;
    if (!line.open) {
      if (this.#turn.aged(line.openedAt, OPEN_WITHIN_MS)) this.#giveUp(line, 'it did not open');
      return;
    }
    if (this.#outlived(line)) return this.#giveUp(line, 'replaced by a newer line');
    if (renewAfterMs !== null && this.#turn.aged(line.openedAt, renewAfterMs)) this.openNext();
    if (line.probedAt !== null) {
      if (this.#turn.aged(line.probedAt, silenceMs)) this.#giveUp(line, 'it is silent');
      return;
    }
    if (!this.#turn.aged(line.heardAt, silenceMs)) return;
    line.probedAt = this.#turn.now;
    this.#parts.probe(line.channel);
  }

  /** Whether a newer line has been read beside it for long enough. */
  #outlived(line: Line): boolean {
    for (const other of this.#lines.values()) {
      const isNewer = other.open && other.ordinal > line.ordinal;
      if (isNewer && this.#turn.aged(other.openedAt, OVERLAP_MS)) return true;
    }
    return false;
  }

  #openLines(): number {
    let open = 0;
    for (const line of this.#lines.values()) if (line.open) open += 1;
    return open;
  }

  #tell(cause: string): void {
    const state: VenueState = this.isOpen ? 'Ready' : this.#lines.size > 0 ? 'Connecting' : 'Down';
    if (state === this.#state) return;
    this.#state = state;
    const { venueID } = this.#turn;
    this.#turn.notice({ type: 'StateChanged', venueID, state, cause });
  }
}
