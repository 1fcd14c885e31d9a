// Who may come in, and as whom.
import { describe, expect, test } from '@jest/globals';
import type { LogonRequest, LogonVerdict, Refused } from '../../../../gateway/fix/index.ts';
import {
  addressOf,
  certificateProblem,
  createAdmissions,
} from '../../../../gateway/process/admission.ts';
import type { FixSession, SessionAccess } from '../../../../gateway/process/fix-session.ts';
import type { MonotonicNs, PeerCertificate, Transport } from '../../../../spec/ports/index.ts';
import { asSessionID } from '../../../../spec/terms/index.ts';
import { epochNs } from '../../../../spec/units/index.ts';
import { fix44 } from '../../../../spec/dictionaries/index.ts';

const now = epochNs(1_000n);
const open: SessionAccess = { addresses: [], clientCertificates: [], tlsOnly: false };
const pin = 'a'.repeat(64);
const peer: PeerCertificate = {
  fingerprint: pin,
  subject: 'O=ACME,CN=oms',
  isTrusted: true,
  validFrom: epochNs(500n),
  validTo: epochNs(1_500n),
};
const over = (shown: PeerCertificate | null) => ({ tls: { protocol: 'TLSv1.3', peer: shown } });
const bound = (...clientCertificates: string[]): SessionAccess => ({ ...open, clientCertificates });

describe('a session and the certificate that is shown', () => {
  test.each<[string, SessionAccess, Pick<Transport, 'tls'>, string | null]>([
    ['an open session in plain text', open, {}, null],
    ['an open session over TLS', open, over(null), null],
    ['one for TLS alone in plain text', { ...open, tlsOnly: true }, {}, 'TLS alone'],
    ['one for TLS alone over TLS', { ...open, tlsOnly: true }, over(null), null],
    ['a bound one in plain text', bound(`sha256:${pin}`), {}, 'TLS alone'],
    [
      'a bound one without a certificate',
      bound(`sha256:${pin}`),
      over(null),
      'no client certificate',
    ],
    ['its pin', bound(`sha256:${pin}`), over(peer), null],
    [
      'its pin, whoever signed it',
      bound(`sha256:${pin}`),
      over({ ...peer, isTrusted: false }),
      null,
    ],
    ['another pin', bound(`sha256:${'b'.repeat(64)}`), over(peer), "not the session's"],
    [
      'the second of its pins',
      bound(`sha256:${'b'.repeat(64)}`, `sha256:${pin}`),
      over(peer),
      null,
    ],
    ['its subject', bound('O=ACME,CN=oms'), over(peer), null],
    [
      'its subject, from nobody known',
      bound('O=ACME,CN=oms'),
      over({ ...peer, isTrusted: false }),
      'not the',
    ],
    ['a part of its subject', bound('CN=oms'), over(peer), "not the session's"],
    [
      'its pin, expired',
      bound(`sha256:${pin}`),
      over({ ...peer, validTo: epochNs(999n) }),
      'out of its time',
    ],
    [
      'its pin, too early',
      bound(`sha256:${pin}`),
      over({ ...peer, validFrom: epochNs(1_001n) }),
      'out of',
    ],
  ])('%s', (_, access, transport, problem) => {
    const found = certificateProblem(access, transport, now);
    if (problem === null) expect(found).toBeNull();
    else expect(found).toContain(problem);
  });
});

test.each([
  ['192.0.2.1:5000', '192.0.2.1'],
  ['::ffff:192.0.2.1:5000', '192.0.2.1'],
  ['2001:db8::1:5000', '2001:db8::1'],
])('the address of %s is %s', (remoteAddress, address) => {
  expect(addressOf(remoteAddress)).toBe(address);
});

/** A desk with one session, whose password is "right". */
function desk(access: SessionAccess, listener: readonly string[] = []) {
  let monotonic = 0n;
  const session: FixSession = {
    id: asSessionID('ACME'),
    settings: {
      beginString: 'FIX.4.4',
      senderCompID: 'CW',
      targetCompID: 'ACME',
      minHeartBtInt: 1,
      maxHeartBtInt: 60,
    },
    dictionary: fix44,
    username: 'acme',
    password: null,
    access,
  };
  const admission = createAdmissions({
    session: (name) => (name === 'FIX.4.4:CW->ACME' ? session : null),
    credentials: {
      check: (_, { password }, decided) =>
        decided(password === 'right' ? { type: 'Accepted' } : { type: 'Denied', text: 'no' }),
    },
    clock: { now: () => now, monotonic: () => monotonic as MonotonicNs },
  }).at(listener);
  return {
    from: (remoteAddress: string) => admission.refusal({ remoteAddress } as Transport),
    logsOn(remoteAddress: string, password = 'right'): LogonVerdict | Refused | null {
      let verdict: LogonVerdict | Refused | null = null;
      const request: LogonRequest = {
        sessionID: 'FIX.4.4:CW->ACME',
        transport: { remoteAddress } as Transport,
        username: 'acme',
        password,
        newPassword: null,
      };
      admission.judge(request, (found) => (verdict = found));
      return verdict;
    },
    pass: (ms: number) => (monotonic += BigInt(ms) * 1_000_000n),
  };
}

describe('addresses', () => {
  test.each([
    ['10.1.2.3:1', null],
    ['::ffff:10.1.2.3:1', null],
    ['11.0.0.1:1', 'not on the list'],
    ['2001:db8:0:1::9:1', null],
    ['2001:db9::9:1', 'not on the list'],
    ['192.0.2.7:1', null],
    ['192.0.2.8:1', 'not on the list'],
  ])('a listener for nets, asked by %s', (address, reason) => {
    const found = desk(open, ['10.0.0.0/8', '2001:db8::/32', '192.0.2.7']).from(address);
    if (reason === null) expect(found).toBeNull();
    else expect(found).toContain(reason);
  });

  test('a session with a list takes no right password from elsewhere', () => {
    const one = desk({ ...open, addresses: ['10.0.0.0/8'] });
    expect(one.logsOn('10.1.1.1:1')).toEqual({ type: 'Accepted' });
    expect(one.logsOn('11.1.1.1:1')).toMatchObject({ type: 'Refused' });
  });
});

describe('who fails again and again', () => {
  test('waits after three failures, longer each time, and is heard again', () => {
    const one = desk(open);
    for (let count = 0; count < 4; count += 1)
      expect(one.logsOn('192.0.2.1:1', 'wrong')).toMatchObject({ type: 'Denied' });
    expect(one.logsOn('192.0.2.1:1')).toMatchObject({ type: 'Refused' });
    one.pass(999);
    expect(one.logsOn('192.0.2.1:1')).toMatchObject({ type: 'Refused' });
    one.pass(1);
    expect(one.logsOn('192.0.2.1:1', 'wrong')).toMatchObject({ type: 'Denied' });
    one.pass(1_999);
    expect(one.logsOn('192.0.2.1:1')).toMatchObject({ type: 'Refused' });
    one.pass(1);
    expect(one.logsOn('192.0.2.1:1')).toEqual({ type: 'Accepted' });
  });

  test('is forgotten once he was right', () => {
    const one = desk(open);
    for (let count = 0; count < 3; count += 1) one.logsOn('192.0.2.1:1', 'wrong');
    one.logsOn('192.0.2.1:1');
    for (let count = 0; count < 3; count += 1) one.logsOn('192.0.2.1:1', 'wrong');
    expect(one.logsOn('192.0.2.1:1')).toEqual({ type: 'Accepted' });
  });

  test('locks out nobody at another address', () => {
    const one = desk(open);
    for (let count = 0; count < 9; count += 1) one.logsOn('192.0.2.1:1', 'wrong');
    expect(one.logsOn('192.0.2.2:1')).toEqual({ type: 'Accepted' });
  });

  test('twenty times from one address: it is not listened to for a while', () => {
    const one = desk(open);
    for (let count = 0; count < 40; count += 1) {
      one.logsOn('192.0.2.1:1', 'wrong');
      one.pass(300_000);
      if (count < 20) expect(one.from('192.0.2.1:2')).toBeNull();
    }
    one.logsOn('192.0.2.1:1', 'wrong');
    expect(one.from('192.0.2.1:2')).toContain('too many failed logons');
    expect(one.from('192.0.2.2:2')).toBeNull();
  });
});
