// The command line as an operator of a running desk: found and let in by the key in its data folder.

import { request as httpRequest } from 'node:http';
import { userInfo } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { type OperatorKey, readOperatorKey } from '../operator/index.ts';
import { ExitCode } from './exit-codes.ts';
import type { Output } from './output.ts';

/** What came of a request. `Lost`: sent, and no whole answer: what it did is not known. */
export type Answered =
  | { readonly type: 'Done'; readonly body: unknown }
  | { readonly type: 'Refused'; readonly status: number; readonly problems: readonly string[] }
  | { readonly type: 'Unreachable'; readonly cause: string }
  | { readonly type: 'Lost'; readonly cause: string };

/** A desk answers when its disk has: a flush may take its bound of 10 s. */
const ANSWER_WITHIN_MS = 15_000;

/** One request. `path` such as `venues/resume`. */
export async function askDesk(folder: string, path: string, body: object): Promise<Answered> {
  let key: OperatorKey | null;
  try {
    key = readOperatorKey(folder);
  } catch (error) {
    return { type: 'Unreachable', cause: `its key cannot be read: ${messageOf(error)}` };
  }
  if (key === null) return { type: 'Unreachable', cause: `no desk runs on ${folder}` };
  return post(key, path, JSON.stringify(body));
}

function post(key: OperatorKey, path: string, body: string): Promise<Answered> {
  return new Promise((resolve) => {
    let isSent = false;
    const failed = (error: Error): void =>
      resolve({ type: isSent ? 'Lost' : 'Unreachable', cause: error.message });
    const headers = {
      authorization: `Bearer ${key.token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const asked = httpRequest(
      `${key.url}/operator/${path}`,
      { method: 'POST', headers, timeout: ANSWER_WITHIN_MS },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', failed);
        response.on('end', () =>
          resolve(answerOf(response.statusCode ?? 0, Buffer.concat(chunks).toString('utf8'))),
        );
      },
    );
    asked.on('socket', (socket) => socket.once('connect', () => (isSent = true)));
    asked.on('timeout', () => asked.destroy(new Error(`no answer within ${ANSWER_WITHIN_MS} ms`)));
    asked.on('error', failed);
    asked.end(body);
  });
}

function answerOf(status: number, text: string): Answered {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = { problems: [text.trim()] };
  }
  if (status === 200) return { type: 'Done', body };
  const { problems } = body as { readonly problems?: readonly string[] };
  if (status >= 500) return { type: 'Lost', cause: (problems ?? []).join('; ') };
  return { type: 'Refused', status, problems: problems ?? [`status ${status}`] };
}

/** Says why nothing came of it; `did` says what may have been done. */
export function failure(
  out: Output,
  answered: Exclude<Answered, { readonly type: 'Done' }>,
  did: string | null = null,
): ExitCode {
  switch (answered.type) {
    case 'Refused':
      out.error(`causeway: refused: ${answered.problems.join('; ')}`);
      out.object({ type: 'Refused', problems: answered.problems });
      return answered.status === 400 ? ExitCode.Usage : ExitCode.Refused;
    case 'Unreachable':
      out.error(`causeway: the desk cannot be reached: ${answered.cause}; nothing was done`);
      out.object({ type: 'Unreachable', cause: answered.cause });
      return ExitCode.Unreachable;
    case 'Lost':
      if (did === null) {
        out.error(`causeway: no answer: ${answered.cause}`);
        return ExitCode.Unreachable;
      }
      out.error(`causeway: in doubt whether ${did}: ${answered.cause}; look before you repeat it`);
      out.object({ type: 'InDoubt', cause: answered.cause });
      return ExitCode.InDoubt;
  }
}

/** Who asks, for the journal. */
export function userName(): string {
  return userInfo().username;
}

/**
 * Asks a person; `yes`: it was said before. Null: it is wanted; else the exit code, and what was said about it. Without
 * a terminal nobody is asked: `--yes` is to say so.
 */
export async function withheld(
  out: Output,
  question: string,
  yes: boolean,
): Promise<ExitCode | null> {
  if (yes) return null;
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    out.error('causeway: there is no terminal to ask on: say --yes; --help says more');
    return ExitCode.Usage;
  }
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asking.question(`${question} [y/N] `);
  asking.close();
  if (/^y(es)?$/i.test(answer.trim())) return null;
  out.error('causeway: nothing was done');
  return ExitCode.Refused;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
