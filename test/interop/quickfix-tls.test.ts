// QuickFIX C++ has no TLS of its own here: stunnel, which we did not write either, carries it to the gateway's TLS port,
// shows a certificate that is bound to the session, and proves ours.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { makeCertificate } from '../counterparties/certificates.ts';
import type { ClientProcess } from '../counterparties/client.ts';
import { buildQuickFix, startQuickFix } from '../counterparties/quickfix.ts';
import { type Rig, freePort, sleep, startRig } from '../counterparties/rig.ts';

const quickfix = buildQuickFix();
const hasStunnel = spawnSync('stunnel', ['-version']).error === undefined;
const missing = quickfix.type === 'Absent' ? quickfix.why : hasStunnel ? null : 'no stunnel here';
if (missing !== null) process.stderr.write(`QuickFIX over TLS is skipped: ${missing}\n`);
const run = missing === null ? describe : describe.skip;

const authority = makeCertificate({ commonName: 'Ours', isAuthority: true });
const gateway = makeCertificate({ commonName: 'localhost', issuer: authority });
const client = makeCertificate({ commonName: 'oms-1', issuer: authority });
const stranger = makeCertificate({ commonName: 'oms-2', issuer: authority });

let folder: string;
let rig: Rig;
let tlsPort: number;
const tunnels: ChildProcess[] = [];
const clients: ClientProcess[] = [];

beforeAll(async () => {
  if (missing !== null) return;
  folder = mkdtempSync(join(tmpdir(), 'causeway-quickfix-tls-'));
  rig = await startRig({
    folder,
    seed: 3,
    sessions: [{ id: 'QFTLS', accounts: ['A1'] }],
  });
  tlsPort = await freePort();
  write('gateway.pem', gateway.certificate);
  write('gateway.key', gateway.key);
  write('authority.pem', authority.certificate);
  for (const [name, one] of [
    ['client', client],
    ['stranger', stranger],
  ] as const) {
    write(`${name}.pem`, one.certificate);
    write(`${name}.key`, one.key);
  }
  const config = parse(readFileSync(rig.configFile, 'utf8'));
  config.listen.fixTls = {
    host: '127.0.0.1',
    port: tlsPort,
    certificateFile: 'gateway.pem',
    keyFile: 'gateway.key',
    clientCAFile: 'authority.pem',
  };
  config.sessions[0].clientCertificates = [client.pin];
  writeFileSync(rig.configFile, JSON.stringify(config));
  await rig.startGateway();
  await rig.healthy();
}, 60_000);

afterAll(async () => {
  for (const one of clients) await one.close();
  for (const tunnel of tunnels) tunnel.kill('SIGTERM');
  await rig?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}, 30_000);

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text, { mode: 0o600 });
}

/** In plain on this side, TLS on the gateway's; it shows that certificate. Gives the plain port. */
async function tunnel(certificate: 'client' | 'stranger', version: string): Promise<number> {
  const port = await freePort();
  const settings = [
    'foreground = yes',
    'pid =',
    'debug = notice',
    '[fix]',
    'client = yes',
    `accept = 127.0.0.1:${port}`,
    `connect = 127.0.0.1:${tlsPort}`,
    `cert = ${join(folder, `${certificate}.pem`)}`,
    `key = ${join(folder, `${certificate}.key`)}`,
    `CAfile = ${join(folder, 'authority.pem')}`,
    'verifyChain = yes',
    'checkHost = localhost',
    `sslVersion = ${version}`,
  ];
  const file = `stunnel-${port}.conf`;
  write(file, `${settings.join('\n')}\n`);
  const child = spawn('stunnel', [join(folder, file)], { stdio: ['ignore', 'pipe', 'pipe'] });
  tunnels.push(child);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  for (let tries = 0; !said.includes('Configuration successful'); tries += 1) {
    if (tries === 200 || child.exitCode !== null) throw new Error(`stunnel: ${said}`);
    await sleep(50);
  }
  return port;
}

function connect(port: number, name: string): ClientProcess {
  if (quickfix.type === 'Absent') throw new Error(quickfix.why);
  const one = startQuickFix({
    program: quickfix,
    folder: join(folder, name),
    senderCompID: 'QFTLS',
    port,
    resetOnLogon: true,
  });
  clients.push(one);
  return one;
}

run('QuickFIX through stunnel', () => {
  test.each(['TLSv1.2', 'TLSv1.3'])('logs on and trades over %s', async (version) => {
    const one = connect(await tunnel('client', version), version);
    await one.until('logon', () => one.isLoggedOn);
    const terms = { 55: 'ETH/USDT', 54: '1', 38: '0.1', 40: '1', 59: '3', 1: 'A1' };
    one.send('D', { ...terms, 11: version });
    const filled = await one.receive(
      'the last of its trades',
      (message) => message.get(11) === version && message.get(39) === '2',
    );
    expect([filled.get(150), filled.get(14), filled.get(151)]).toEqual(['F', '0.1', '0']);
    await one.close();
  });

  test('with a certificate of the same authority that is not the session`s it gets no answer', async () => {
    const one = connect(await tunnel('stranger', 'TLSv1.3'), 'stranger');
    const log = (): string => rig.gatewayLog();
    for (let tries = 0; !log().includes('connection closed unanswered') && tries < 200; tries += 1)
      await sleep(50);
    expect(log()).toContain('connection closed unanswered');
    expect(one.isLoggedOn).toBe(false);
    await one.close();
  });
});
