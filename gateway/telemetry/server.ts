// GET /health and GET /metrics on loopback, one request a connection.

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

const MAX_HEADER_BYTES = 8_192;
/** A scraper and a person; a few more may overlap. */
const MAX_CONNECTIONS = 32;
const REQUEST_TIMEOUT_MS = 5_000;
const CHECK_TIMEOUTS_MS = 1_000;

/** Rejects with the address in its message where that cannot be had. */
export function serveStatus(address: Address, pages: Pages): Promise<StatusServer> {
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: REQUEST_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: CHECK_TIMEOUTS_MS,
      keepAlive: false,
    },
    (request, response) => void respond(request, response, pages),
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
  pages: Pages,
): Promise<void> {
  const answer = await answerTo(request, pages);
  if (response.destroyed) return;
  response.writeHead(answer.status, {
    'content-type': answer.contentType,
    'content-length': Buffer.byteLength(answer.body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'close',
    ...(answer.status === 405 ? { allow: 'GET, HEAD' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

async function answerTo(request: IncomingMessage, pages: Pages): Promise<Answer> {
  const { method, headers, url = '' } = request;
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'only GET and HEAD are answered');
  if (hasBody(headers)) return plain(413, 'a body is not taken');
  const page = pages.get(url.split('?', 1)[0] ?? '');
  if (page === undefined) return plain(404, `there is: ${[...pages.keys()].join(', ')}`);
  try {
    return await page();
  } catch {
    return plain(500, 'the status could not be told');
  }
}

function hasBody(headers: IncomingMessage['headers']): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

function plain(status: number, sentence: string): Answer {
  return { status, contentType: 'text/plain; charset=utf-8', body: `${sentence}\n` };
}
