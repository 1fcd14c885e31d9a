// Pages that are read and actions that are asked for, on loopback, one request a connection.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Address } from '../config/index.ts';

export interface StatusServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** The paths that are answered; whatever throws is answered with 500. */
export type Pages = ReadonlyMap<string, () => Answer | Promise<Answer>>;

/** What is asked for with POST and a body of JSON. */
export interface Posted {
  readonly path: string;
  /** The header, or empty. */
  readonly authorization: string;
  readonly body: string;
}

/** Answers a POST; whatever throws is answered with 500. */
export type Action = (posted: Posted) => Promise<Answer>;
export type Actions = ReadonlyMap<string, Action>;

/** A command of an operator is a few hundred bytes. */
const MAX_BODY_BYTES = 16_384;
const MAX_HEADER_BYTES = 8_192;
/** A scraper and a person; a few more may overlap. */
const MAX_CONNECTIONS = 32;
const REQUEST_TIMEOUT_MS = 5_000;
const CHECK_TIMEOUTS_MS = 1_000;

/** Rejects with the address in its message where that cannot be had. */
export function serveStatus(
  address: Address,
  pages: Pages,
  actions: Actions = new Map(),
): Promise<StatusServer> {
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: REQUEST_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: CHECK_TIMEOUTS_MS,
      keepAlive: false,
    },
    (request, response) => void respond(request, response, { pages, actions }),
  );
  server.maxConnections = MAX_CONNECTIONS;
  server.timeout = 2 * REQUEST_TIMEOUT_MS; // A connection on which nothing moves.
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(new Error(`${address.host}:${address.port} cannot be listened at: ${error.message}`)),
    );
    server.listen(address.port, address.host, () => {
      const { port } = server.address() as AddressInfo;
      resolve({ port, close: () => closed(server) });
    });
  });
}

function closed(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  offered: Offered,
): Promise<void> {
  const answer = await answerTo(request, offered);
  if (response.destroyed) return;
  response.writeHead(answer.status, {
    'content-type': answer.contentType,
    'content-length': Buffer.byteLength(answer.body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'close',
    ...(answer.status === 405
      ? { allow: offered.actions.has(pathOf(request)) ? 'POST' : 'GET, HEAD' }
      : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

interface Offered {
  readonly pages: Pages;
  readonly actions: Actions;
}

async function answerTo(request: IncomingMessage, { pages, actions }: Offered): Promise<Answer> {
  const { method, headers } = request;
  const action = actions.get(pathOf(request));
  if (action !== undefined) return answerToPost(request, action);
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'only GET and HEAD are answered');
  if (hasBody(headers)) return plain(413, 'a body is not taken');
  const page = pages.get(pathOf(request));
  if (page === undefined) return plain(404, `there is: ${[...pages.keys()].join(', ')}`);
  try {
    return await page();
  } catch {
    return plain(500, 'the status could not be told');
  }
}

async function answerToPost(request: IncomingMessage, action: Action): Promise<Answer> {
  const { method, headers } = request;
  if (method !== 'POST') return plain(405, 'only POST is answered here');
  if (!/^application\/json(;|$)/.test(headers['content-type'] ?? '')) {
    return plain(415, 'the body is to be application/json');
  }
  const body = await bodyOf(request);
  if (body === null) return plain(413, `a body of at most ${MAX_BODY_BYTES} bytes is taken`);
  try {
    return await action({
      path: pathOf(request),
      authorization: headers.authorization ?? '',
      body,
    });
  } catch {
    return plain(500, 'the request could not be answered');
  }
}

/** Null: more than is taken, or the connection ended within it. No more than that is ever held. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request) {
      const part: Buffer = Buffer.from(chunk);
      bytes += part.length;
      if (bytes > MAX_BODY_BYTES) return null;
      chunks.push(part);
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function pathOf({ url = '' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '';
}

function hasBody(headers: IncomingMessage['headers']): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

function plain(status: number, sentence: string): Answer {
  return { status, contentType: 'text/plain; charset=utf-8', body: `${sentence}\n` };
}
