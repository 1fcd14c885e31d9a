// The rules that hold between keys. Each reads the data as written and passes over what is malformed:
// the schema has spoken of that already, and so all problems of a file come out at once.

import { chainRules } from './chain-rules.ts';
import { currencies, looserThanParent, unknownScopes, withoutLimit } from './limit-rules.ts';
import { sharedAddresses } from './listen-rules.ts';
import type { Finding } from './references.ts';
import {
  applVerID,
  certificateRules,
  childrenWithoutName,
  daysOrWeek,
  heartBeats,
  namedVenues,
  qualifiedByNothing,
  sameCompIDs,
  templateRules,
  unknownInFilter,
} from './session-rules.ts';
import {
  krakenRules,
  listings,
  noVenue,
  oneSecret,
  venueSecrets,
  withoutFees,
} from './venue-rules.ts';
import { type PlaceOf, type RuleWarning, fixSessions, readFile, unique } from './written-file.ts';
import { list, record } from './written.ts';

export interface CrossFindings {
  readonly problems: readonly Finding[];
  readonly warnings: readonly RuleWarning[];
}

export function crossRules(data: unknown, placeOf: PlaceOf): CrossFindings {
  const file = readFile(data);
  return {
    problems: [
      ...unique(
        fixSessions(file).map(({ path, value }) => [[...path, 'id'], value['id']]),
        placeOf,
      ),
      ...sameCompIDs(file, placeOf),
      ...unique(
        file.instruments.map(({ path, value }) => [[...path, 'symbol'], value['symbol']]),
        placeOf,
      ),
      ...fixSessions(file).flatMap((session) => [
        ...oneSecret(session, 'password'),
        ...heartBeats(session),
        ...applVerID(session),
        ...qualifiedByNothing(session),
        ...templateRules(session),
        ...certificateRules(data, session),
        ...daysOrWeek(session),
        ...unique(list(session.value['accounts'], [...session.path, 'accounts']), placeOf),
        ...namedVenues(file, session),
      ]),
      ...file.dropCopies.flatMap((dropCopy) => unknownInFilter(file, dropCopy)),
      ...file.dropCopies.flatMap(childrenWithoutName),
      ...listings(file, placeOf),
      ...file.venues.flatMap(venueSecrets),
      ...krakenRules(file),
      ...chainRules({
        venues: file.chainVenues,
        exchanges: file.venues,
        instruments: file.instruments,
      }),
      ...sharedAddresses(data),
      ...archiveOfNothing(data),
      ...(file.venues.length + file.chainVenues.length > 0 ? [] : noVenue(data)),
      ...unknownScopes(file),
      ...currencies(file),
    ],
    warnings: [...looserThanParent(file), ...withoutLimit(file), ...withoutFees(file)],
  };
}

/** An archive is of what goes from the log: with nothing to go there is none. */
function archiveOfNothing(data: unknown): readonly Finding[] {
  const retention = record(record(data)['retention']);
  const { archiveFolder, logDays, logMaxMB } = retention;
  if (archiveFolder === undefined || logDays !== undefined || logMaxMB !== undefined) return [];
  return [
    {
      path: ['retention', 'archiveFolder'],
      found: JSON.stringify(archiveFolder),
      expected:
        'logDays or logMaxMB beside it: else nothing goes from the log, and nothing is archived',
    },
  ];
}
