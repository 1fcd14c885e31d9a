// What each venue says that we have, beside what the desk has booked there: looked at when the venue has told, and at
// intervals. A difference that stays is raised to the operator; nothing is booked or stopped by it.

import type { AgreeHolding } from '../../spec/events/index.ts';
import type { Clock, EpochNs, Log } from '../../spec/ports/index.ts';
import type { VenueID } from '../../spec/terms/index.ts';
import { ONE, type Qty, ZERO_QTY, formatDecimal, formatNotional } from '../../spec/units/index.ts';
import { isGasAsset, type VenueState } from '../../spec/venues/index.ts';
import { type DeskView, holdingKey } from '../desk/index.ts';
import type { VenueBalances } from './venue-balances.ts';

/** How often the two are compared. */
export const BALANCE_LOOK_MS = 5_000;
/**
 * A fill and the balance that it changes are told apart, and one on a chain is booked blocks behind its swap: only
 * a difference that stays the same for so long is raised.
 */
const RAISED_AFTER_NS = 120_000_000_000n;
/** 0.00001 of an asset, with 36 decimals: venues round what they book, and tell it unrounded. */
const DUST = 10n ** 31n;
/** One asset at one venue, compared. */
export interface HoldingCompared {
  readonly venueID: VenueID;
  readonly asset: string;
  /** By the desk's books, 36 decimals; null: not agreed yet. */
  readonly own: bigint | null;
  readonly told: Qty;
  /** Told less own, 36 decimals. */
  readonly difference: bigint;
  /** Since when it has been the same; null: there is none. */
  readonly since: EpochNs | null;
  /** It stayed, and an operator was called. */
  readonly isRaised: boolean;
}

export interface BalanceWatchParts {
  readonly view: DeskView;
  readonly balances: Pick<VenueBalances, 'all'>;
  venues(): Iterable<{ readonly venueID: VenueID; readonly state: VenueState }>;
  readonly clock: Clock;
  readonly log: Log;
  /** What a venue tells for the first time goes into the books. */
  agree(command: AgreeHolding): void;
}

export class BalanceWatch {
  readonly #parts: BalanceWatchParts;
  /** By venue and asset; of venues that tell nothing now there are none. */
  #compared = new Map<string, HoldingCompared>();
  /** By venue: what is told there and what is open there, while something of it is in no book. */
  readonly #before = new Map<VenueID, string>();

  constructor(parts: BalanceWatchParts) {
    this.#parts = parts;
  }

  /** Assets of venues that tell them, as they were at the last look. */
  get compared(): readonly HoldingCompared[] {
    return [...this.#compared.values()];
  }

  look(): void {
    const next = new Map<string, HoldingCompared>();
    for (const { venueID, state } of this.#parts.venues()) {
      const told = state === 'Ready' ? this.#parts.balances.all(venueID) : null;
      if (told === null) this.#before.delete(venueID);
      else this.#lookAt(venueID, told, next);
    }
    this.#compared = next;
  }

  #lookAt(
    venueID: VenueID,
    told: ReadonlyMap<string, Qty>,
    next: Map<string, HoldingCompared>,
  ): void {
    const { view, clock } = this.#parts;
    const unknown: { readonly asset: string; readonly total: Qty }[] = [];
    for (const asset of this.#assetsAt(venueID, told)) {
      const key = holdingKey({ venueID, asset });
      const own = view.holdings.get(key)?.amount ?? null;
      const total = told.get(asset) ?? ZERO_QTY;
      if (own === null) unknown.push({ asset, total });
      const difference = own === null ? 0n : total * ONE - own;
      const before = this.#compared.get(key);
      const isSame = before?.difference === difference;
      const since = difference === 0n ? null : isSame ? before.since : clock.now();
      const isRaised = this.#isRaised({ difference, since }, before ?? null);
      const one = { venueID, asset, own, told: total, difference, since, isRaised };
      if (isRaised !== (before?.isRaised ?? false)) this.#raise(one);
      next.set(key, one);
    }
    this.#agreeFirst(venueID, told, unknown);
  }

  /** Once raised it stays so until the two agree, however the difference moves. */
  #isRaised(
    { difference, since }: Pick<HoldingCompared, 'difference' | 'since'>,
    before: HoldingCompared | null,
  ): boolean {
    const isDust = difference < DUST && -difference < DUST;
    if (isDust || since === null) return false;
    return before?.isRaised === true || this.#parts.clock.now() - since >= RAISED_AFTER_NS;
  }

  #raise({ venueID, asset, own, told, difference, isRaised }: HoldingCompared): void {
    const fields = {
      venueID,
      asset,
      own: formatNotional(own ?? 0n),
      told: formatDecimal(told),
      difference: formatNotional(difference),
    };
    if (!isRaised) {
      this.#parts.log.warn(fields, 'a balance is again what the desk has booked');
      return;
    }
    this.#parts.log.error(
      fields,
      'a balance is not what the desk has booked: look for fills that are missing, and for what was paid in or out; ' +
        '`causeway recon` shows it',
    );
  }

  /**
   * Only behind a look at which nothing there was on its way and all was as it is now: a fill that is in the balance
   * and not yet in the books would be counted twice.
   */
  #agreeFirst(
    venueID: VenueID,
    told: ReadonlyMap<string, Qty>,
    unknown: readonly { readonly asset: string; readonly total: Qty }[],
  ): void {
    if (unknown.length === 0) {
      this.#before.delete(venueID);
      return;
    }
    const now = this.#situationAt(venueID, told);
    const before = this.#before.get(venueID);
    if (now === null) this.#before.delete(venueID);
    else this.#before.set(venueID, now);
    if (now === null || now !== before) return;
    for (const { asset, total } of unknown) {
      const reason = 'as the venue told it for the first time';
      this.#parts.agree({ type: 'AgreeHolding', venueID, asset, total, who: 'causeway', reason });
    }
  }

  /** Null: something is on its way there, or not known. */
  #situationAt(venueID: VenueID, told: ReadonlyMap<string, Qty>): string | null {
    const parts = [...told].map(([asset, total]) => `${asset} ${total}`);
    for (const order of this.#parts.view.orders.values()) {
      for (const { venueID: at, childID, phase, cumQty, endReported } of order.children) {
        if (at !== venueID || phase === 'Ended') continue;
        if (phase !== 'Working' || endReported !== null) return null;
        parts.push(`${childID} ${cumQty}`);
      }
    }
    return parts.join('\n');
  }

  /** Those of its instruments, what it says that we have, and what is in the books; not what gas is paid in. */
  #assetsAt(venueID: VenueID, told: ReadonlyMap<string, Qty>): ReadonlySet<string> {
    const assets = new Set<string>();
    for (const { base, quote, listings } of this.#parts.view.instruments.values()) {
      if (listings.some((listing) => listing.venueID === venueID)) assets.add(base).add(quote);
    }
    for (const [asset, total] of told) {
      if (total !== ZERO_QTY && !isGasAsset(asset)) assets.add(asset);
    }
    for (const { venueID: at, asset } of this.#parts.view.holdings.values()) {
      if (at === venueID) assets.add(asset);
    }
    return assets;
  }
}
