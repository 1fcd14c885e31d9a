// TLS, addresses and certificates in a configuration: what is wrong is named, with its place.
import { afterEach, describe, expect, test } from '@jest/globals';
import { loadConfig, formatProblems } from '../../../../gateway/config/index.ts';
import { makeCertificate } from '../../../counterparties/certificates.ts';
import { changed, type DeskFolder, EXAMPLE, folderWith, removeFolders } from './desk-folder.ts';

afterEach(removeFolders);

const own = makeCertificate({ commonName: 'gateway' });
const FIX = '  fix:';
const TLS = `  fixTls:
    host: 127.0.0.1
    port: 9443
    certificateFile: secrets/gateway.pem
    keyFile: secrets/gateway.key
`;
const SESSION = '    targetCompID: ACME';

function withTls({ tls = TLS, session = '' } = {}): DeskFolder {
  const text = changed(SESSION, `${SESSION}${session}`, changed(FIX, `${tls}${FIX}`));
  const made = folderWith(text);
  made.writeSecret('secrets/gateway.pem', own.certificate);
  made.writeSecret('secrets/gateway.key', own.key);
  return made;
}

function problems(made: DeskFolder): string {
  const loaded = loadConfig(made.file, {});
  return loaded.ok ? '' : formatProblems(loaded.error).replaceAll(`${made.folder}/`, '');
}

test('the usual keys, and what they stand for when they are left out', () => {
  const { file } = withTls({
    session: `
    addresses: [10.0.0.0/8, "2001:db8::1"]
    clientCertificates: ["${own.pin.replace('sha256:', 'SHA256:').toUpperCase()}"]`,
  });
  const loaded = loadConfig(file, {});
  if (!loaded.ok) throw new Error(formatProblems(loaded.error));
  const { listen, sessions, connections } = loaded.value.config;
  expect(listen.fixTls).toMatchObject({
    port: 9443,
    addresses: [],
    clientCA: null,
    clientCertificate: 'optional',
    minVersion: 'TLSv1.2',
  });
  expect(listen.fixTls?.certificate.pem).toBe(own.certificate);
  expect(sessions[0]?.access).toEqual({
    addresses: ['10.0.0.0/8', '2001:db8::1'],
    clientCertificates: [own.pin],
    tlsOnly: false,
  });
  expect(connections.maxAwaitingLogon).toBe(1_000);
});

describe('refused, with its line:', () => {
  test.each([
    [
      'a key that others can read',
      (made: DeskFolder) => made.writeSecret('secrets/gateway.key', own.key, 0o644),
      'listen.fixTls.keyFile',
      '0600: other users can read this secret',
    ],
    [
      'a file that is no key',
      (made: DeskFolder) => made.writeSecret('secrets/gateway.key', 'nonsense'),
      'listen.fixTls.keyFile',
      'a private key in PEM form',
    ],
    [
      'a file without a certificate',
      (made: DeskFolder) => made.writeSecret('secrets/gateway.pem', 'nonsense'),
      'listen.fixTls.certificateFile',
      'a file of PEM certificates',
    ],
  ])('%s', (_, breakIt, key, expected) => {
    const made = withTls();
    breakIt(made);
    expect(problems(made)).toContain(key);
    expect(problems(made)).toContain(expected);
    expect(problems(made)).not.toContain('PRIVATE');
  });

  test.each([
    ['addresses: [10.0.0.0/33]', 'an IPv4 or IPv6 address, or a net'],
    ['addresses: [localhost]', 'an IPv4 or IPv6 address, or a net'],
    ['clientCertificates: ["sha256:abc"]', 'the 64 hexadecimal digits'],
    ['clientCertificates: ["O=ACME,CN=oms"]', 'listen.fixTls.clientCAFile, or a fingerprint'],
  ])('%s', (session, expected) => {
    expect(problems(withTls({ session: `\n    ${session}` }))).toContain(expected);
  });

  test('a certificate, or TLS alone, where none listens for TLS', () => {
    const bound = { tls: '', session: `\n    clientCertificates: ["${own.pin}"]` };
    expect(problems(withTls(bound))).toContain('listen.fixTls, over which it could be used');
    const only = { tls: '', session: '\n    tlsOnly: true' };
    expect(problems(withTls(only))).toContain('sessions[0].tlsOnly');
  });

  test('a certificate of a client where none is asked for', () => {
    const tls = `${TLS}    clientCertificate: none\n`;
    const session = `\n    clientCertificates: ["${own.pin}"]`;
    expect(problems(withTls({ tls, session }))).toContain('optional or required');
  });

  test('a key in the configuration itself', () => {
    const tls = TLS.replace(
      'keyFile: secrets/gateway.key',
      'keyFile: secrets/gateway.key\n    key: "x"',
    );
    expect(problems(withTls({ tls }))).toContain('fixTls');
  });
});

test('without TLS nothing of it is there', () => {
  const { file } = folderWith(EXAMPLE);
  const loaded = loadConfig(file, {});
  expect(loaded.ok && loaded.value.config.listen.fixTls).toBeNull();
});
