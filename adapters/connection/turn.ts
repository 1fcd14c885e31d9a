// One step of a venue's machine: its time on both clocks, and what it asks for and says.

import { type ClockSkew, NO_SKEW, atVenue, skewOf } from './clock-skew.ts';
import type { MachineAction, OrdersOutput } from '../port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import type { VenueID } from '../../spec/terms/index.ts';
import { epochMs, epochNs } from '../../spec/units/index.ts';
import type { VenueNotice, VenueReport } from '../../spec/venues/index.ts';

export type RemarkLevel = 'error' | 'warn' | 'info';
export type RemarkFields = Readonly<Record<string, string | number>>;

/** A reading of the venue's clock that is older gives way to any new one. */
const READING_LASTS_MS = 300_000;
/** A reading this much worse than the present one is not taken. */
const WORSE_MOST = 4n;

/** Mutable: the parts of one machine share it, and `begin` starts it anew for each input. */
export class Turn {
  readonly #venueID: VenueID;
  #now: EpochNs = epochNs(0n);
  #skew: ClockSkew = NO_SKEW;
  #skewReadAt: EpochNs | null = null;
  /** Null: not asked for in this step yet. */
  #venueMs: number | null = null;
  #actions: MachineAction[] = [];
  #reports: VenueReport[] = [];
  #notices: VenueNotice[] = [];

  constructor(venueID: VenueID) {
    this.#venueID = venueID;
  }

  begin(now: EpochNs): void {
    this.#now = now;
    this.#venueMs = null;
    this.#actions = [];
    this.#reports = [];
    this.#notices = [];
  }

  output(): OrdersOutput {
    return { actions: this.#actions, reports: this.#reports, notices: this.#notices };
  }

  act(action: MachineAction): void {
    this.#actions.push(action);
  }

  report(report: VenueReport): void {
    this.#reports.push(report);
  }

  notice(notice: VenueNotice): void {
    this.#notices.push(notice);
  }

  remark(level: RemarkLevel, sentence: string, fields: RemarkFields): void {
    const venueID = this.#venueID;
    this.#notices.push({ type: 'Remarked', venueID, level, sentence, fields });
  }

  get venueID(): VenueID {
    return this.#venueID;
  }

  get now(): EpochNs {
    return this.#now;
  }

  get venueNow(): EpochNs {
    return this.atVenue(this.#now);
  }

  /** Whole milliseconds of the venue's clock. */
  get venueMs(): number {
    this.#venueMs ??= epochMs(this.venueNow);
    return this.#venueMs;
  }

  get skewErrorNs(): bigint {
    return this.#skew.errorNs;
  }

  /** When the venue's clock was read last; null: never, or not to be trusted any more. */
  get skewReadAt(): EpochNs | null {
    return this.#skewReadAt;
  }

  atVenue(ours: EpochNs): EpochNs {
    return atVenue(this.#skew, ours);
  }

  in(ms: number): EpochNs {
    return epochNs(this.#now + BigInt(ms) * 1_000_000n);
  }

  aged(since: EpochNs, ms: number): boolean {
    return this.#now - since >= BigInt(ms) * 1_000_000n;
  }

  /**
   * A better reading replaces the one before; so does any, when that one is old or not trusted.
   * `venueUnitNs`: what the venue rounds its time down to.
   */
  readClock(sentAt: EpochNs, venueTime: EpochNs, venueUnitNs: bigint): void {
    const skew = skewOf({ sentAt, receivedAt: this.#now, venueTime, venueUnitNs });
    const trusted = this.#skewReadAt !== null && !this.aged(this.#skewReadAt, READING_LASTS_MS);
    if (trusted && skew.errorNs > WORSE_MOST * this.#skew.errorNs) return;
    this.#skew = skew;
    this.#skewReadAt = this.#now;
    this.#venueMs = null;
  }

  /** The venue found our time wrong: the next reading counts, however long it took. */
  distrustClock(): void {
    this.#skewReadAt = null;
  }
}
