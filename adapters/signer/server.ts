// The signing process: one socket that only its own user may open, one question at a time, answers of three kinds.

import { chmodSync, existsSync, rmSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { connect } from 'node:net';
import type { SigningAnswer } from '../port/index.ts';
import type { Clock } from '../../spec/ports/index.ts';
import { type SignerConfig } from './config.ts';
import { type SigningKey, keyFromFile, keyFromKeystore } from './key.ts';
import { type Spent, judge, recordSpent } from './policy.ts';
import { readRequest } from './request.ts';
import { loadSpent, saveSpent } from './spent.ts';
import { signTransaction } from './transaction.ts';

export interface RunningSigner {
  readonly account: string;
  stop(): Promise<void>;
}

export interface SignerPorts {
  readonly clock: Clock;
  /** Each answer, for a log: never a key, never signed bytes. */
  answered(answer: { readonly what: string; readonly refusal: string | null }): void;
}

/** A request has some hundred bytes. */
const MAX_REQUEST_BYTES = 16_384;
const NS_PER_S = 1_000_000_000n;

/** Throws where the key cannot be had, or the socket is another signer's. */
export async function startSigner(
  config: SignerConfig,
  ports: SignerPorts,
): Promise<RunningSigner> {
  const key = keyOf(config);
  let spent: readonly Spent[] = loadSpent(config.spentFile);
  await clearSocket(config.socket);

  const answer = (text: string): SigningAnswer => {
    const request = readRequest(text);
    if (!request.ok) return { type: 'Refused', text: `not a request: ${request.error}` };
    const now = Number(ports.clock.now() / NS_PER_S);
    const judged = judge(request.value, config.policy, { account: key.account, now, spent });
    if (judged.type === 'Refused') return judged;
    spent = recordSpent(spent, judged.spending, now);
    saveSpent(config.spentFile, spent); // Before anything is signed by it.
    const signed = request.value.transactions.map((one) =>
      signTransaction(one, config.policy, key),
    );
    return { type: 'Signed', signed };
  };

  const server = createServer((request, response) => {
    serve(request, response, { account: key.account, answer, ports }).catch((error: unknown) => {
      // The key's own errors carry no key, but nobody outside needs them.
      ports.answered({ what: 'request', refusal: String(error) });
      send(response, 500, { type: 'Refused', text: 'the signer failed' });
    });
  });
  const before = process.umask(0o177); // The socket is born with mode 0600.
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(config.socket, () => resolve());
    });
  } finally {
    process.umask(before);
  }
  chmodSync(config.socket, 0o600);
  return {
    account: key.account,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function keyOf({ key }: SignerConfig): SigningKey {
  return key.type === 'File' ? keyFromFile(key.file) : keyFromKeystore(key.file, key.passwordFile);
}

interface Serving {
  readonly account: string;
  readonly answer: (text: string) => SigningAnswer;
  readonly ports: SignerPorts;
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  serving: Serving,
): Promise<void> {
  const route = `${request.method} ${request.url}`;
  const text = await readBody(request);
  if (text === null) return send(response, 413, { type: 'Refused', text: 'a request too large' });
  if (route === 'POST /account') {
    return send(response, 200, { type: 'Account', account: serving.account });
  }
  if (route !== 'POST /sign') {
    return send(response, 404, { type: 'Refused', text: `no such request: ${route}` });
  }
  const answer = serving.answer(text);
  const refusal = answer.type === 'Refused' ? answer.text : null;
  serving.ports.answered({ what: 'sign', refusal });
  send(response, 200, answer);
}

/** Null where it is longer than a request may be. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    const chunk = Buffer.from(part);
    bytes += chunk.length;
    if (bytes > MAX_REQUEST_BYTES) return null;
    parts.push(chunk);
  }
  return Buffer.concat(parts).toString('utf8');
}

function send(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** A signer that was killed leaves its socket; one that lives keeps it. */
async function clearSocket(path: string): Promise<void> {
  if (!existsSync(path)) return;
  const isAlive = await new Promise<boolean>((resolve) => {
    const probe = connect(path);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
  if (isAlive) throw new Error(`${path}: another signer listens there`);
  rmSync(path);
}
