// Whether a venue takes our credentials, and how long it is left alone while it does not.

import { type BackoffPolicy, backoffMs } from './backoff.ts';
import type { Lines, Session } from './lines.ts';
import type { Turn } from './turn.ts';
import type { CredentialsRefused } from '../../spec/venues/index.ts';

export interface CredentialsParts {
  readonly turn: Turn;
  readonly lines: Lines;
  /** Its spread and seed: the waits are those of a person who mends a key, not of a line that was lost. */
  readonly backoff: BackoffPolicy;
}

/** A request that was refused for its key, signature or rights. */
export interface RefusedRequest extends CredentialsRefused {
  /** The kind of request that has to be done before the venue is believed to take them again. */
  readonly shownBy: string;
}

const FIRST_MS = 1_000;
/** Often enough behind a key that was mended; seldom enough for a venue that counts what it refuses. */
const MOST_MS = 60_000;

/**
 * Mutable: what was refused, and how often in a row. A key may be let log on and read, and not trade: so the wait begins
 * anew only when all that was refused has been done since. What is said on a line that is to be replaced is no news.
 */
export class Credentials {
  readonly #parts: CredentialsParts;
  /** Kinds of requests that have to be done. */
  readonly #unshown = new Set<string>();
  #attempt = 0;

  constructor(parts: CredentialsParts) {
    this.#parts = parts;
  }

  /** However many are refused on one line, they are one finding. */
  refused(session: Session, { request, text, shownBy }: RefusedRequest): void {
    const { turn, lines, backoff } = this.#parts;
    if (!lines.isOnTrial(session)) return;
    if (this.#unshown.size === 0) this.#tell({ request, text });
    this.#unshown.add(shownBy);
    const policy = { ...backoff, firstMs: FIRST_MS, maxMs: MOST_MS };
    const waitMs = backoffMs(policy, this.#attempt);
    this.#attempt += 1;
    lines.openAnew(`credentials refused: ${text}`, turn.in(waitMs));
  }

  /** A request of this kind was done. */
  done(session: Session, request: string): void {
    if (this.#unshown.size === 0 || !this.#parts.lines.isOnTrial(session)) return;
    if (!this.#unshown.delete(request) || this.#unshown.size > 0) return;
    this.#attempt = 0;
    this.#tell(null);
  }

  #tell(refused: CredentialsRefused | null): void {
    const { turn } = this.#parts;
    turn.notice({ type: 'CredentialsJudged', venueID: turn.venueID, refused });
  }
}
