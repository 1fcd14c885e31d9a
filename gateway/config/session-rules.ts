// What holds between the keys of a client's session or a drop copy, and between sessions.

import { VERSIONS_OVER_FIXT } from '../../spec/dictionaries/index.ts';
import type { Finding } from './references.ts';
import { type PlaceOf, type WrittenFile, fixSessions, venueNames } from './written-file.ts';
import { type Entry, list, record } from './written.ts';

export function sameCompIDs(file: WrittenFile, placeOf: PlaceOf): readonly Finding[] {
  const earlier: Entry[] = [];
  const findings: Finding[] = [];
  for (const session of fixSessions(file)) {
    const { path, value } = session;
    const { senderCompID, targetCompID } = value;
    if (typeof senderCompID !== 'string' || typeof targetCompID !== 'string') continue;
    const same = earlier.find((one) => !isToldFrom(one, session));
    earlier.push(session);
    if (same === undefined) continue;
    const pair = `${senderCompID} and ${targetCompID}`;
    findings.push({
      path: [...path, 'targetCompID'],
      found: `CompIDs ${pair} again, first at ${placeOf([...same.path, 'targetCompID'])}`,
      expected:
        'a pair of its own for each session, or fix.qualified with a sub- or location ID that both have and that differs',
    });
  }
  return findings;
}

const SUB_IDS = ['senderSubID', 'senderLocationID', 'targetSubID', 'targetLocationID'];

/** Of the same CompIDs one may be told by those alone; the others by an ID that both have, each its own. */
function isToldFrom(one: Entry, other: Entry): boolean {
  const differs = (key: string) => one.value[key] !== other.value[key];
  if (differs('senderCompID') || differs('targetCompID')) return true;
  const [a, b] = [record(one.value['fix']), record(other.value['fix'])];
  if (a['qualified'] !== true || b['qualified'] !== true)
    return a['qualified'] === true || b['qualified'] === true;
  return SUB_IDS.some((key) => a[key] !== undefined && b[key] !== undefined && a[key] !== b[key]);
}

/** A template says by its `*` that it is one; its sessions are told by their CompIDs alone. */
export function templateRules({ path, value }: Entry): readonly Finding[] {
  const { template, targetCompID } = value;
  if (template === undefined || typeof targetCompID !== 'string') return [];
  const findings: Finding[] = [];
  if (!targetCompID.endsWith('*'))
    findings.push({
      path: [...path, 'targetCompID'],
      found: JSON.stringify(targetCompID),
      expected: 'what the CompIDs of its clients begin with, and a * behind it, as DESK*',
    });
  if (record(value['fix'])['qualified'] === true)
    findings.push({
      path: [...path, 'fix', 'qualified'],
      found: 'true',
      expected: 'false: the sessions of a template are told by their CompIDs alone',
    });
  return findings;
}

export function qualifiedByNothing({ path, value }: Entry): readonly Finding[] {
  const terms = record(value['fix']);
  if (terms['qualified'] !== true || SUB_IDS.some((key) => terms[key] !== undefined)) return [];
  return [
    {
      path: [...path, 'fix', 'qualified'],
      found: 'true',
      expected: `one of ${SUB_IDS.join(', ')} beside it`,
    },
  ];
}

export function heartBeats(session: Entry): readonly Finding[] {
  const { min, max } = record(session.value['heartBtInt']);
  if (typeof min !== 'number' || typeof max !== 'number' || min <= max) return [];
  const path = [...session.path, 'heartBtInt', 'max'];
  return [{ path, found: null, expected: `at least min, ${min}` }];
}

/** FIXT.1.1 says nothing of what travels over it; the versions before it are their own. */
export function applVerID({ path, value }: Entry): readonly Finding[] {
  const { beginString, defaultApplVerID } = value;
  const isOverFixt = beginString === 'FIXT.1.1';
  if (typeof beginString !== 'string' || isOverFixt === (defaultApplVerID !== undefined)) return [];
  if (isOverFixt) {
    const expected = `one of ${VERSIONS_OVER_FIXT.join(', ')} beside beginString FIXT.1.1`;
    return [{ path: [...path, 'defaultApplVerID'], found: 'nothing', expected }];
  }
  const expected = `no such key beside beginString ${beginString}: it is for FIXT.1.1`;
  return [{ path: [...path, 'defaultApplVerID'], found: null, expected }];
}

/** A session is open by the day or by the week. */
export function daysOrWeek(session: Entry): readonly Finding[] {
  const { days, weekly } = record(session.value['schedule']);
  if (days === undefined || weekly === undefined) return [];
  const path = [...session.path, 'schedule', 'weekly'];
  return [{ path, found: 'days and weekly', expected: 'one of the two' }];
}

/** A session that nobody can log on to is a slip of the pen. */
export function certificateRules(data: unknown, { path, value }: Entry): readonly Finding[] {
  const { fixTls } = record(record(data)['listen']);
  const certificates = list(value['clientCertificates'], [...path, 'clientCertificates']);
  if (fixTls === undefined) {
    const expected = 'listen.fixTls, over which it could be used';
    const key = value['tlsOnly'] === true ? 'tlsOnly' : 'clientCertificates';
    if (value['tlsOnly'] !== true && certificates.length === 0) return [];
    return [{ path: [...path, key], found: 'no TLS', expected }];
  }
  const { clientCAFile, clientCertificate } = record(fixTls);
  if (clientCertificate === 'none' && certificates.length > 0) {
    const expected = 'listen.fixTls.clientCertificate: optional or required';
    return [{ path: [...path, 'clientCertificates'], found: 'no certificate asked for', expected }];
  }
  if (clientCAFile !== undefined) return [];
  return certificates
    .filter(([, one]) => typeof one === 'string' && !/^sha256:/i.test(one))
    .map(([at]) => ({
      path: at,
      found: 'a subject, and nobody who vouches for it',
      expected: 'listen.fixTls.clientCAFile, or a fingerprint',
    }));
}

/** A filter that nothing passes is a copy that somebody waits for. */
export function unknownInFilter(file: WrittenFile, dropCopy: Entry): readonly Finding[] {
  const known = {
    sessions: file.sessions.map(({ value }) => value['id']),
    accounts: file.sessions.flatMap(({ value }) => list(value['accounts'], []).map(([, id]) => id)),
  };
  return (['sessions', 'accounts'] as const).flatMap((key) =>
    list(dropCopy.value[key], [...dropCopy.path, key]).flatMap(([path, id]): readonly Finding[] => {
      if (typeof id !== 'string' || known[key].includes(id)) return [];
      const expected = key === 'sessions' ? 'the id of a client session' : "a session's account";
      return [{ path, found: null, expected }];
    }),
  );
}

/** FIX has ClOrdLinkID(583) from 4.3 on: before, nothing tells a child's report from its parent's. */
export function childrenWithoutName({ path, value }: Entry): readonly Finding[] {
  const { beginString, children } = value;
  if (children !== true || beginString !== 'FIX.4.2') return [];
  const expected =
    'false, or a beginString from FIX.4.3 on: before, no field tells a child from its parent, and risk would count both';
  return [{ path: [...path, 'children'], found: 'true with FIX.4.2', expected }];
}

/** A list that names a venue which is not there would silently mean another one. */
export function namedVenues(file: WrittenFile, session: Entry): readonly Finding[] {
  const venues = venueNames(file);
  const lists = record(session.value['venues']);
  return ['include', 'exclude'].flatMap((key) =>
    list(lists[key], [...session.path, 'venues', key]).flatMap(([path, value]) =>
      typeof value !== 'string' || venues.includes(value)
        ? []
        : [{ path, found: null, expected: `a venue of this file: ${venues.join(', ')}` }],
    ),
  );
}
