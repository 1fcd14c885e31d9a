// TLS at the port: versions, certificates, and what is said to whom does not speak it.
import { connect } from 'node:net';
import { connect as tlsConnect, type ConnectionOptions } from 'node:tls';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { PeerCertificate, Transport } from '../../../../../spec/ports/index.ts';
import {
  tlsConnecting,
  tlsListening,
  type TlsConnecting,
  type TlsListening,
  type TlsNetwork,
} from '../../../../../gateway/fix/transport/tls.ts';
import { makeCertificate } from '../../../../counterparties/certificates.ts';

const authority = makeCertificate({ commonName: 'Test CA', isAuthority: true });
const server = makeCertificate({
  commonName: 'gateway',
  issuer: authority,
  dnsName: 'gateway.test',
});
const client = makeCertificate({ commonName: 'oms', issuer: authority });
const loner = makeCertificate({ commonName: 'oms' });
const expired = makeCertificate({
  commonName: 'oms',
  issuer: authority,
  validFrom: new Date(Date.now() - 2_000_000),
  validTo: new Date(Date.now() - 1_000_000),
});

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

interface Heard {
  readonly transports: Transport[];
  readonly failures: string[];
  readonly text: string[];
}

async function listening(
  changes: Partial<TlsListening> = {},
): Promise<Heard & { readonly port: number; readonly network: TlsNetwork }> {
  const heard: Heard = { transports: [], failures: [], text: [] };
  const network = tlsListening({
    own: server,
    clientCA: authority.certificate,
    clientCertificate: 'optional',
    minVersion: 'TLSv1.2',
    handshakeTimeoutMs: 2_000,
    maxConnections: 100,
    mayConnect: () => true,
    failed: (_, cause) => heard.failures.push(cause),
    ...changes,
  });
  const listener = await network.listen({ host: '127.0.0.1', port: 0 }, (transport) => {
    heard.transports.push(transport);
    return {
      received(bytes) {
        heard.text.push(Buffer.from(bytes).toString());
        transport.write(bytes);
      },
      drained() {},
      closed() {},
    };
  });
  closing.push(() => {
    listener.close();
    for (const transport of heard.transports) transport.destroy();
  });
  return { ...heard, port: listener.port, network };
}

/** What a TLS client comes to: the protocol it agreed on and the echo of its word, or why not. */
function said(port: number, options: ConnectionOptions = {}): Promise<string> {
  return new Promise((resolve) => {
    const socket = tlsConnect({ port, host: '127.0.0.1', rejectUnauthorized: false, ...options });
    socket.once('secureConnect', () => socket.write('hello'));
    socket.once('data', (bytes) => {
      resolve(`${socket.getProtocol()} ${bytes.toString()}`);
      socket.destroy();
    });
    socket.once('error', (error) => resolve(error.message));
    socket.once('close', () => resolve('closed'));
  });
}

/** All that comes back for these bytes until the end. */
function answerTo(port: number, bytes: string | Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(answer));
  });
}

const shownBy = (options: ConnectionOptions, changes?: Partial<TlsListening>) =>
  listening(changes).then(async (at): Promise<PeerCertificate | null | undefined> => {
    await said(at.port, options);
    return at.transports[0]?.tls?.peer;
  });
const own = ({ certificate, key }: typeof client) => ({ cert: certificate, key });

describe('a connection', () => {
  test.each(['TLSv1.2', 'TLSv1.3'] as const)('speaks %s', async (version) => {
    const { port } = await listening();
    expect(await said(port, { minVersion: version, maxVersion: version })).toBe(`${version} hello`);
  });

  test('older than the least version comes to nothing', async () => {
    const { port, transports } = await listening({ minVersion: 'TLSv1.3' });
    expect(await said(port, { maxVersion: 'TLSv1.2' })).not.toContain('hello');
    expect(transports).toEqual([]);
  });

  test('shows its certificate, by fingerprint and subject', async () => {
    const peer = await shownBy(own(client));
    expect(peer).toMatchObject({ subject: 'CN=oms', isTrusted: true });
    expect(`sha256:${peer?.fingerprint}`).toBe(client.pin);
  });

  test('with a certificate that no authority signed is known by its fingerprint, and not trusted', async () => {
    const peer = await shownBy(own(loner));
    expect([`sha256:${peer?.fingerprint}`, peer?.isTrusted]).toEqual([loner.pin, false]);
  });

  test('with an expired one is not trusted', async () => {
    expect(await shownBy(own(expired))).toMatchObject({ isTrusted: false });
  });

  test('without authorities none is trusted, whoever signed it', async () => {
    expect(await shownBy(own(client), { clientCA: null })).toMatchObject({ isTrusted: false });
  });

  test('without a certificate has none; where one is required it is closed', async () => {
    expect(await shownBy({})).toBeNull();
    const { port, transports, failures } = await listening({ clientCertificate: 'required' });
    expect(await said(port)).not.toContain('hello');
    expect(transports).toEqual([]);
    expect(failures).toEqual(['no client certificate']);
    expect(await said(port, own(client))).toContain('hello');
  });

  test('from an address that may not connect is closed before a hand is shaken', async () => {
    const { port } = await listening({ mayConnect: () => false });
    expect(await answerTo(port, Uint8Array.of(22, 3, 1))).toBe('');
  });
});

test.each([
  ['a Logon in plain text', '8=FIX.4.4\x019=5\x0135=A\x0110=000\x01'],
  ['an HTTP request', 'GET / HTTP/1.1\r\n\r\n'],
])('%s on a TLS port is closed unanswered', async (_, bytes) => {
  const { port, transports, failures } = await listening();
  expect(await answerTo(port, bytes)).toBe('');
  expect(transports).toEqual([]);
  expect(failures).toEqual(['no TLS: its first byte begins no handshake']);
});

test('a connection that says nothing is closed in time', async () => {
  const { port } = await listening({ handshakeTimeoutMs: 50 });
  expect(await answerTo(port, '')).toBe('');
});

test('a renewed certificate is what the next connection sees; the one before lives on', async () => {
  const { port, network } = await listening();
  const seen = (): Promise<string> =>
    new Promise((resolve) => {
      const socket = tlsConnect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
        resolve(String(socket.getPeerCertificate().subject.CN));
        socket.destroy();
      });
    });
  const live = tlsConnect({ port, host: '127.0.0.1', rejectUnauthorized: false });
  await new Promise((resolve) => live.once('secureConnect', resolve));
  const next = makeCertificate({ commonName: 'renewed', issuer: authority });
  expect(() => network.renew({ certificate: next.certificate, key: client.key })).toThrow();
  expect(await seen()).toBe('gateway');
  network.renew(next);
  expect(await seen()).toBe('renewed');
  const echo = new Promise((resolve) => live.once('data', (bytes) => resolve(bytes.toString())));
  live.write('still here');
  expect(await echo).toBe('still here');
  live.destroy();
});

describe('an initiator', () => {
  const pinnedTo = (pem: string): TlsConnecting => ({
    ca: null,
    pinned: pem,
    own: null,
    serverName: null,
  });

  async function outcome(settings: TlsConnecting, changes?: Partial<TlsListening>) {
    const at = await listening(changes);
    return new Promise<string>((resolve) => {
      tlsConnecting(settings).connect(
        { host: '127.0.0.1', port: at.port },
        (transport) => {
          transport.write(Buffer.from('hello'));
          return {
            received(bytes) {
              resolve(Buffer.from(bytes).toString());
              transport.destroy();
            },
            drained() {},
            closed: resolve,
          };
        },
        resolve,
      );
    });
  }

  test('talks to the one certificate that was agreed on, whatever its name', async () => {
    expect(await outcome(pinnedTo(server.certificate))).toBe('hello');
  });

  test('talks to no other', async () => {
    expect(await outcome(pinnedTo(loner.certificate))).toContain('is not the one');
  });

  test('believes an authority for the name that it calls', async () => {
    const trusting = { ca: authority.certificate, pinned: null, own: null };
    expect(await outcome({ ...trusting, serverName: 'gateway.test' })).toBe('hello');
    expect(await outcome({ ...trusting, serverName: 'other.test' })).toContain('altnames');
    const stranger = { ca: loner.certificate, pinned: null, own: null, serverName: 'gateway.test' };
    expect(await outcome(stranger)).toContain('certificate');
  });

  test('shows its own certificate', async () => {
    const settings = { ...pinnedTo(server.certificate), own: client };
    expect(await outcome(settings, { clientCertificate: 'required' })).toBe('hello');
  });
});
