// TLS with certificates bound to sessions, hashed passwords, and both renewed while the desk runs and over a restart.

import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect as tlsConnect, type TLSSocket } from 'node:tls';
import { hashPassword } from '../../gateway/process/password-hash.ts';
import { makeCertificate, type TestCertificate } from '../counterparties/certificates.ts';
import { frameOf, shown, textOf, utc, type Fields } from '../counterparties/fix-client.ts';
import { freePort, type Rig, sleep } from '../counterparties/rig.ts';
import { runCli } from '../unit/gateway/cli/run-cli.ts';
import { withDesk } from './desk.ts';
import { RawPeer } from './raw-peer.ts';

/** A bound on hanging, no claim. */
const PATIENCE_MS = 180_000;

const SOH = '\u0001';
const authority = makeCertificate({ commonName: 'Clients', isAuthority: true });
const client = makeCertificate({ commonName: 'oms-1', issuer: authority });
const successor = makeCertificate({ commonName: 'oms-2', issuer: authority });
const stranger = makeCertificate({ commonName: 'oms-1' });

/** A FIX client over TLS that says what it is told to. */
class TlsPeer {
  readonly #socket: TLSSocket;
  #text = '';
  #isClosed = false;
  #next = 1;

  constructor(port: number, own: TestCertificate | null) {
    this.#socket = tlsConnect({
      port,
      host: '127.0.0.1',
      rejectUnauthorized: false,
      ...(own === null ? {} : { cert: own.certificate, key: own.key }),
    });
    this.#socket.on('data', (bytes) => (this.#text += bytes.toString('latin1')));
    this.#socket.on('error', () => undefined);
    this.#socket.on('close', () => (this.#isClosed = true));
  }

  say(msgType: string, fields: Fields): this {
    const head = textOf([
      [34, String(this.#next++)],
      [49, 'ACME'],
      [56, 'CAUSEWAY'],
      [52, utc()],
    ]);
    this.#socket.write(frameOf(`35=${msgType}${SOH}${head}${textOf(fields)}`), 'latin1');
    return this;
  }

  logon(password: string, newPassword: string | null = null): this {
    return this.say('A', [
      [98, '0'],
      [108, '30'],
      [141, 'Y'],
      [553, 'ACME'],
      [554, password],
      ...(newPassword === null ? [] : ([[925, newPassword]] as const)),
    ]);
  }

  /** Until `part` was said, or all is over; what was said. */
  async hear(part: string): Promise<string> {
    for (let turn = 0; turn < 1_000; turn += 1) {
      if (shown(this.#text).includes(part)) return part;
      if (this.#isClosed) return this.#text === '' ? 'closed unanswered' : shown(this.#text);
      await sleep(10);
    }
    return 'silence';
  }

  /** Whose certificate the gateway shows. */
  async seen(): Promise<string> {
    if (this.#socket.getPeerCertificate().subject === undefined)
      await new Promise((resolve) => this.#socket.once('secureConnect', resolve));
    return String(this.#socket.getPeerCertificate().subject.CN);
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** What a wrong password is told, once the connection has ended: until then the session is live. */
async function denied(port: number, password: string): Promise<string> {
  const peer = new TlsPeer(port, client).logon(password);
  const said = await peer.hear('|35=5|');
  peer.close();
  await sleep(200);
  return said;
}

async function configure(rig: Rig, folder: string): Promise<number> {
  const tlsPort = await freePort();
  const config = parse(readFileSync(rig.configFile, 'utf8'));
  show(folder, makeCertificate({ commonName: 'gateway-1' }));
  write(folder, 'clients.pem', authority.certificate);
  config.listen.fixTls = {
    host: '127.0.0.1',
    port: tlsPort,
    certificateFile: 'gateway.pem',
    keyFile: 'gateway.key',
    clientCAFile: 'clients.pem',
  };
  config.sessions[0].clientCertificates = [client.pin, 'CN=oms-2'];
  writeFileSync(rig.configFile, JSON.stringify(config));
  write(folder, 'secrets/ACME.password', await hashPassword('first password', 12));
  return tlsPort;
}

/** In the place of the one before. */
function show(folder: string, { certificate, key }: TestCertificate): void {
  write(folder, 'gateway.key', key);
  write(folder, 'gateway.pem', certificate);
}

function write(folder: string, name: string, text: string): void {
  writeFileSync(join(folder, name), text, { mode: 0o600 });
}

test(
  'who shows the certificate and knows the password is let in; each may be renewed',
  async () => {
    await withDesk({}, async (rig, folder) => {
      const port = await configure(rig, folder);
      await rig.startGateway();
      await rig.healthy();

      const plain = await RawPeer.connect(rig.fixPort);
      plain.say('A', [
        [98, '0'],
        [108, '30'],
        [141, 'Y'],
        [553, 'ACME'],
        [554, 'first password'],
      ]);
      expect(await plain.hear()).toBe('closed');
      for (const own of [null, stranger]) {
        const peer = new TlsPeer(port, own).logon('first password');
        expect(await peer.hear('|35=A|')).toBe('closed unanswered');
      }
      expect(await denied(port, 'wrong')).toBe('|35=5|');
      await sleep(1_000); // The fourth failure costs a second.

      const live = new TlsPeer(port, client).logon('first password', 'second password');
      expect(await live.hear('|35=A|')).toBe('|35=A|');
      expect(await live.seen()).toBe('gateway-1');

      show(folder, makeCertificate({ commonName: 'gateway-2' }));
      let seen = 'gateway-1';
      for (let turn = 0; seen === 'gateway-1' && turn < 60; turn += 1) {
        await sleep(500);
        const other = new TlsPeer(port, client);
        seen = await other.seen();
        other.close();
      }
      expect(seen).toBe('gateway-2');
      live.say('1', [[112, 'STILL']]);
      expect(await live.hear('|112=STILL|')).toBe('|112=STILL|');

      await rig.killGateway();
      live.close();
      await rig.startGateway();
      await rig.healthy();
      expect(await denied(port, 'first password')).toBe('|35=5|');
      const next = new TlsPeer(port, successor).logon('second password');
      expect(await next.hear('|35=A|')).toBe('|35=A|');
      next.close();
      await sleep(200);

      write(folder, 'client.both', client.certificate + client.key);
      const order = ['order', 'buy', '0.01', 'ETH/USDT', '--config', rig.configFile];
      const as = [...order, '--session', 'ACME', '--tls', join(folder, 'client.both')];
      const sent = await runCli(as, { env: { CAUSEWAY_PASSWORD: 'second password' } });
      expect([sent.code, sent.stderr]).toEqual([0, '']);
      expect(sent.stdout).toContain('filled 0.01 of 0.01');
      const without = await runCli(as);
      expect([without.code, without.stderr]).toEqual([
        2,
        expect.stringContaining('CAUSEWAY_PASSWORD'),
      ]);
    });
  },
  PATIENCE_MS,
);
