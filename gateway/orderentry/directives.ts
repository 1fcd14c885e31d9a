// Where an order is to go: ExDestination(100), and two lists under user tags.

import { Tag, UserTag } from '../../spec/dictionaries/index.ts';
import { type VenueDirectives, type VenueID, asVenueID } from '../../spec/terms/index.ts';
import type { Fields } from '../fix/index.ts';

/** An order's list names so many venues at most. */
const VENUES_MOST = 16;

/** Null: it names no venue. */
export function directivesIn(message: Fields): VenueDirectives | null {
  const exDestination = message.string(Tag.ExDestination);
  const include = message.string(UserTag.IncludeVenues);
  const exclude = message.string(UserTag.ExcludeVenues);
  if (exDestination === null && include === null && exclude === null) return null;
  return {
    exDestination: exDestination === null ? null : asVenueID(exDestination),
    include: venuesIn(include),
    exclude: venuesIn(exclude),
  };
}

/** Null, or why the order's lists are not taken. */
export function tooManyVenues(message: Fields): string | null {
  for (const [tag, name] of LISTS) {
    const count = venuesIn(message.string(tag)).length;
    if (count > VENUES_MOST)
      return `${name} names ${count} venues, at most ${VENUES_MOST} are taken`;
  }
  return null;
}

const LISTS: readonly (readonly [number, string])[] = [
  [UserTag.IncludeVenues, 'IncludeVenues(5101)'],
  [UserTag.ExcludeVenues, 'ExcludeVenues(5102)'],
];

function venuesIn(text: string | null): readonly VenueID[] {
  return text === null
    ? []
    : text
        .split(' ')
        .filter((name) => name !== '')
        .map(asVenueID);
}
