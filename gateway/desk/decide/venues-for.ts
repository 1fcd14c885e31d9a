// Which venues may take an order's open quantity now, and why the others may not.

import { killAt } from '../../../risk/index.ts';
import type { ParentOrder } from '../../../spec/events/index.ts';
import type { Instrument, Listing, VenueID } from '../../../spec/terms/index.ts';
import type { DeskView } from '../evolve/state.ts';
import type { Context, SessionProfile, VenueView } from './context.ts';
import { type Cover, type Funded, coverAt, fundsOf } from './funds.ts';
import { isImmediate } from './order-kind.ts';

/** A venue that takes new children of the order now. */
export interface Usable {
  readonly listing: Listing;
  readonly venue: VenueView;
  /** Null, or why nothing is taken out of its book now: a child may rest there all the same. */
  readonly takesNot: string | null;
}

export interface Barred {
  readonly venueID: VenueID;
  /** `Never`: by the order or its session. `Refused`: by the venue's own word. `Now`: it may change by itself. */
  readonly how: 'Never' | 'Refused' | 'Now';
  readonly why: string;
}

export interface Venues {
  /** In the order of the listings. */
  readonly usable: readonly Usable[];
  readonly barred: readonly Barred[];
  /** Of those that would take it, and do not surely have all that it takes. */
  readonly covers: readonly Cover[];
}

/** As much of an order as its venues depend on. */
export type Asking = Pick<
  ParentOrder,
  'sessionID' | 'ordType' | 'timeInForce' | 'directives' | 'exclusions'
> &
  Funded;

export function venuesFor(
  state: DeskView,
  context: Context,
  asked: { readonly order: Asking; readonly instrument: Instrument },
): Venues {
  const { order, instrument } = asked;
  const profile = context.profile(order.sessionID);
  const usable: Usable[] = [];
  const barred: Barred[] = [];
  const covers: Cover[] = [];
  for (const listing of instrument.listings) {
    const { venueID } = listing;
    const forbidden = forbiddenBy(order, profile, venueID);
    const venue = context.venue(venueID);
    const offChain = venue?.chain == null ? null : offChainOnly(order, profile);
    if (forbidden !== null) barred.push({ venueID, how: 'Never', why: forbidden });
    else if (offChain !== null) barred.push({ venueID, how: 'Never', why: offChain });
    else if (venue === null) barred.push({ venueID, how: 'Now', why: 'is not configured' });
    else if (state.quarantined.has(venueID)) {
      barred.push({ venueID, how: 'Now', why: 'is quarantined' });
    } else if (killAt(state.kills.values(), venueID) !== null) {
      barred.push({ venueID, how: 'Now', why: 'is stopped by its kill switch' });
    } else if (venue.state !== 'Ready') {
      barred.push({ venueID, how: 'Now', why: `is ${venue.state}` });
    } else {
      const spent = spentOn(order, context, venueID);
      if (spent !== null) {
        barred.push({ venueID, ...spent });
        continue;
      }
      const cover = coverAt(state, context, { order, instrument, venueID, venue });
      // Once for a venue, however many pools of it are listed: they are paid out of one balance.
      if (cover !== null && !covers.some((one) => one.venueID === venueID)) covers.push(cover);
      if (cover !== null && cover.qty < listing.minQty) {
        barred.push({ venueID, how: 'Now', why: `has only ${fundsOf(cover)} of ours free` });
        continue;
      }
      usable.push({
        listing: withinFunds(listing, cover),
        venue,
        takesNot: takesNot(order, context, venueID),
      });
    }
  }
  return { usable, barred, covers };
}

/** A venue gets no more than our funds there cover. */
function withinFunds(listing: Listing, cover: Cover | null): Listing {
  if (cover === null || cover.qty >= listing.maxQty) return listing;
  return { ...listing, maxQty: cover.qty };
}

/** Null, or by whose word the order never goes there. */
function forbiddenBy(
  { directives }: Asking,
  profile: SessionProfile | null,
  venueID: VenueID,
): string | null {
  if (directives !== null) {
    const { exDestination, include, exclude } = directives;
    if (exDestination !== null && exDestination !== venueID) {
      return `is not ${exDestination}, where the order goes by ExDestination(100)`;
    }
    if (include.length > 0 && !include.includes(venueID)) return 'is none that the order names';
    if (exclude.includes(venueID)) return 'is excluded by the order';
  }
  if (profile === null) return null;
  const { include, exclude } = profile.venues;
  const isLeftOut = include.length > 0 && !include.includes(venueID);
  return isLeftOut || exclude.includes(venueID) ? "is not among its session's venues" : null;
}

/** Null, or why it goes to no chain: its client waits for an answer that comes with a block. */
function offChainOnly({ timeInForce }: Asking, profile: SessionProfile | null): string | null {
  if (timeInForce !== 'IOC' || profile === null || profile.iocOnChain) return null;
  return 'is on a chain, where IOC orders of its session do not go';
}

/**
 * Null, or why the order does not go there any more, or not yet. An order that does not rest goes to a
 * venue that failed it no second time: its life is too short to wait for anything.
 */
function spentOn(
  order: Asking,
  context: Context,
  venueID: VenueID,
): Omit<Barred, 'venueID'> | null {
  if (isImmediate(order)) {
    const failed = order.children.some(
      (child) =>
        child.venueID === venueID && child.phase === 'Ended' && child.endedHow !== 'Filled',
    );
    return failed ? { how: 'Refused', why: 'did not fill its child before' } : null;
  }
  const exclusion = order.exclusions.find((one) => one.venueID === venueID);
  if (exclusion === undefined || exclusion.until <= context.now) return null;
  switch (exclusion.how) {
    case 'Refused':
      return { how: 'Refused', why: 'refused a child of it' };
    case 'Ended':
      return { how: 'Refused', why: 'ended a child of it unasked' };
    case 'NotSent':
      return { how: 'Now', why: 'could not be sent to' };
    case 'Faded':
      return null;
  }
}

function takesNot(order: Asking, context: Context, venueID: VenueID): string | null {
  const isOpenThere = order.children.some(
    (child) => child.venueID === venueID && child.phase !== 'Ended',
  );
  if (isOpenThere) return 'has a child of it already';
  const faded = order.exclusions.find((one) => one.venueID === venueID && one.how === 'Faded');
  return faded !== undefined && faded.until > context.now ? 'showed what was not there' : null;
}
