// HTTP as the shell needs it: connections kept, answers bounded in size and time.

import { Agent as HttpAgent, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { HttpOutcome } from '../port/index.ts';
import type { Timers } from '../../spec/ports/index.ts';

export interface HttpQuestion {
  readonly method: string;
  /** http, https, or `unix:FILE:/path`: a socket on this machine. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly timeoutMs: number;
}

export interface HttpClient {
  /** `done` is called once. */
  send(question: HttpQuestion, done: (outcome: HttpOutcome) => void): void;
  close(): void;
}

/** An answer that is larger is none: the whole list of a venue's symbols fits. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;
const SOCKETS_PER_HOST = 8;
const UNIX_URL = /^unix:([^:]+):(\/.*)$/;

export function createHttpClient(
  timers: Timers,
  maxBodyBytes: number = MAX_BODY_BYTES,
): HttpClient {
  const plain = new HttpAgent({ keepAlive: true, maxSockets: SOCKETS_PER_HOST });
  const secure = new HttpsAgent({ keepAlive: true, maxSockets: SOCKETS_PER_HOST });
  return {
    send(question, done) {
      const encrypted = question.url.startsWith('https:');
      ask(question, { timers, maxBodyBytes, encrypted, agent: encrypted ? secure : plain }, done);
    },
    close() {
      plain.destroy();
      secure.destroy();
    },
  };
}

interface Means {
  readonly timers: Timers;
  readonly maxBodyBytes: number;
  readonly encrypted: boolean;
  readonly agent: HttpAgent | HttpsAgent;
}

function ask(question: HttpQuestion, means: Means, done: (outcome: HttpOutcome) => void): void {
  let over = false;
  const finish = (outcome: HttpOutcome): void => {
    if (over) return;
    over = true;
    bound.cancel();
    done(outcome);
  };
  const fail = (cause: string): void => finish({ type: 'Failed', cause });
  const send = means.encrypted ? httpsRequest : httpRequest;
  const { method, headers, body, timeoutMs } = question;
  const heard = (response: IncomingMessage): void => {
    const parts: Buffer[] = [];
    let bytes = 0;
    response.on('data', (part: Buffer) => {
      bytes += part.byteLength;
      parts.push(part);
      if (bytes <= means.maxBodyBytes) return;
      fail(`an answer of more than ${means.maxBodyBytes} bytes`);
      asking.destroy();
    });
    response.on('end', () =>
      finish({
        type: 'Answered',
        status: response.statusCode ?? 0,
        headers: plainHeaders(response.headers),
        body: Buffer.concat(parts).toString('utf8'),
      }),
    );
    response.on('error', (error) => fail(error.message));
    response.on('close', () => fail('the answer was cut'));
  };
  const local = UNIX_URL.exec(question.url);
  const asking =
    local === null
      ? send(question.url, { method, headers, agent: means.agent }, heard)
      : httpRequest({ socketPath: local[1], path: local[2], method, headers }, heard);
  const bound = means.timers.after(timeoutMs, () => {
    fail(`no answer within ${timeoutMs} ms`);
    asking.destroy();
  });
  asking.on('error', (error) => fail(error.message));
  asking.end(body ?? undefined);
}

function plainHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return plain;
}
