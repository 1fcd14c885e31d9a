// Who may come in, and as whom: addresses, certificates, passwords, and how often somebody may be wrong.

import { BlockList, isIPv6 } from 'node:net';
import type { Clock, EpochNs, Transport } from '../../spec/ports/index.ts';
import { madeOf } from '../../spec/terms/index.ts';
import type { Admission } from '../fix/index.ts';
import { type BackOffBounds, createBackOff } from './back-off.ts';
import type { Credentials } from './credentials.ts';
import type { FixSession, SessionAccess } from './fix-session.ts';

export interface AdmissionParts {
  /** By the engine's name: configured, or as a template would make it. */
  session(name: string): FixSession | null;
  readonly credentials: Credentials;
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
}

/** A slip of the pen is free; who guesses has 20 tries in an hour. */
const OF_SESSION: BackOffBounds = {
  free: 3,
  firstMs: 1_000,
  mostMs: 300_000,
  forgetMs: 3_600_000,
  mostKeys: 10_000,
};
/** Many clients may share an address. */
const OF_ADDRESS: BackOffBounds = { ...OF_SESSION, free: 20 };

export interface Admissions {
  /** Of one listener: the addresses that it takes; empty: all. */
  at(addresses: readonly string[]): Admission & {
    /** The same question, of an address without its port. */
    addressRefusal(address: string): string | null;
  };
}

export function createAdmissions(parts: AdmissionParts): Admissions {
  const { credentials, clock } = parts;
  /** By session and address: nobody locks out another's session from elsewhere. */
  const ofSession = createBackOff(OF_SESSION, clock);
  const ofAddress = createBackOff(OF_ADDRESS, clock);
  const lists = new WeakMap<SessionAccess, BlockList | null>();
  const listFor = (access: SessionAccess): BlockList | null => {
    const known = lists.get(access);
    if (known !== undefined) return known;
    const list = listOf(access.addresses);
    lists.set(access, list);
    return list;
  };

  return {
    at(addresses) {
      const list = listOf(addresses);
      const addressRefusal = (address: string): string | null => {
        if (list !== null && !isIn(list, address)) return 'an address that is not on the list';
        return ofAddress.waitMs(address) > 0 ? 'too many failed logons from this address' : null;
      };
      return {
        addressRefusal,
        refusal: ({ remoteAddress }) => addressRefusal(addressOf(remoteAddress)),
        judge({ sessionID, transport, ...given }, decided) {
          const found = parts.session(sessionID);
          if (found === null) return decided({ type: 'Refused', reason: 'no such session' });
          const address = addressOf(transport.remoteAddress);
          // Who guesses at a template's sessions guesses at one password, under as many names as he likes.
          const key = `${madeOf(found.id)?.template ?? sessionID} ${address}`;
          const own = listFor(found.access ?? OPEN);
          const refuse = (reason: string): void => decided({ type: 'Refused', reason });
          if (own !== null && !isIn(own, address))
            return refuse("an address that is not on the session's list");
          if (ofSession.waitMs(key) > 0) return refuse('too many failed logons of this session');
          const fail = (): void => {
            ofSession.failed(key);
            ofAddress.failed(address);
          };
          const problem = certificateProblem(found.access ?? OPEN, transport, clock.now());
          if (problem !== null) {
            fail();
            return refuse(problem);
          }
          credentials.check(found, given, (verdict) => {
            if (verdict.type === 'Denied') fail();
            if (verdict.type === 'Accepted') ofSession.succeeded(key);
            decided(verdict);
          });
        },
      };
    },
  };
}

const OPEN: SessionAccess = { addresses: [], clientCertificates: [], tlsOnly: false };

/** Why the transport does not do for the session; null: it does. */
export function certificateProblem(
  { clientCertificates, tlsOnly }: SessionAccess,
  { tls }: Pick<Transport, 'tls'>,
  now: EpochNs,
): string | null {
  const isPinned = clientCertificates.length > 0;
  if (tls === undefined) return isPinned || tlsOnly ? 'the session is for TLS alone' : null;
  if (!isPinned) return null;
  const { peer } = tls;
  if (peer === null) return 'no client certificate, and the session is bound to one';
  if (now < peer.validFrom || now > peer.validTo) return 'a client certificate out of its time';
  const fits = clientCertificates.some((one) =>
    one.startsWith(PIN)
      ? one.slice(PIN.length) === peer.fingerprint
      : peer.isTrusted && one === peer.subject,
  );
  return fits ? null : "a client certificate that is not the session's";
}

const PIN = 'sha256:';

/** Null: no bounds. */
function listOf(addresses: readonly string[]): BlockList | null {
  if (addresses.length === 0) return null;
  const list = new BlockList();
  for (const one of addresses) {
    const [net = '', prefix] = one.split('/');
    const family = isIPv6(net) ? 'ipv6' : 'ipv4';
    list.addSubnet(net, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return list;
}

function isIn(list: BlockList, address: string): boolean {
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** Without its port, and an IPv4 address as one where an IPv6 socket took it. */
export function addressOf(remoteAddress: string): string {
  const address = remoteAddress.slice(0, remoteAddress.lastIndexOf(':'));
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
