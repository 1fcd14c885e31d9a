// Where the desk listens: two of its parts cannot share an address, which only its start would find out.

import type { Finding } from './references.ts';
import { record } from './written.ts';

const PARTS = ['fix', 'fixTls', 'http'] as const;
const ALL_ADDRESSES: ReadonlySet<unknown> = new Set(['0.0.0.0', '::']);

export function sharedAddresses(data: unknown): readonly Finding[] {
  const listen = record(record(data)['listen']);
  const parts = PARTS.map((name) => ({ name, ...record(listen[name]) })) as readonly Listening[];
  return parts.flatMap((part, at) => {
    const other = parts.slice(0, at).find((earlier) => isShared(earlier, part));
    if (other === undefined) return [];
    const found = `${String(part.port)}, which listen.${other.name} has`;
    return [{ path: ['listen', part.name, 'port'], found, expected: 'a port of its own' }];
  });
}

interface Listening {
  readonly name: (typeof PARTS)[number];
  readonly host?: unknown;
  readonly port?: unknown;
}

/** Port 0 is any free one. */
function isShared(one: Listening, other: Listening): boolean {
  if (typeof one.port !== 'number' || one.port === 0 || one.port !== other.port) return false;
  return one.host === other.host || ALL_ADDRESSES.has(one.host) || ALL_ADDRESSES.has(other.host);
}
