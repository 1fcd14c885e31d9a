// A proxy in front of the node: another node's rules and words, answers that are lost or late, a head that lags.
// What armed faults do is theirs alone; the rest passes as it is.

import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { type TransactionSerialized, parseTransaction, recoverTransactionAddress } from 'viem';
import { readBody } from '../exchange/http.ts';

export const PROXY_FAULTS = [
  /** The node never gets the request; the connection is cut. */
  'dropRequest',
  /** The node does it; the connection is cut instead of an answer. */
  'loseAnswer',
  /** The node does it; the answer never comes. */
  'hang',
  /** The node does it; the answer comes after `delayMs`. */
  'delay',
  /** Not passed on: answered with `status` and a page of HTML. */
  'html',
  /** The node does it, and 502 is answered. */
  'badGateway',
  /** Not passed on: answered as the error `message`, with `code`. */
  'refuse',
] as const;

export interface ProxyFault {
  readonly kind: (typeof PROXY_FAULTS)[number];
  /** How often it strikes (1). */
  readonly count?: number;
  /** Which JSON-RPC method it waits for (eth_sendRawTransaction). */
  readonly method?: string;
  readonly delayMs?: number;
  readonly status?: number;
  readonly code?: number;
  readonly message?: string;
}

export interface NodeProxy {
  readonly url: string;
  arm(fault: ProxyFault): void;
  clear(): void;
  struck(): number;
  /** Replacements need a tenth more of both fees, and texts are geth's. */
  behaveLikeGeth(on: boolean): void;
  /** Each other question about the latest block is answered as of so many blocks before. */
  lagBy(blocks: number): void;
  /** Requests that came, by method. */
  counts(): Readonly<Record<string, number>>;
  stop(): Promise<void>;
}

interface Armed {
  readonly fault: ProxyFault;
  left: number;
}

interface Request {
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}

interface Fees {
  readonly hash: string;
  readonly cap: bigint;
  readonly tip: bigint;
}

const MAX_BODY_BYTES = 4 * 1024 * 1024;
/** geth's words where this node has others. Source: go-ethereum core/txpool/errors.go. */
const GETH_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/transaction already imported/i, 'already known'],
  [/insufficient funds/i, 'insufficient funds for gas * price + value'],
];

export async function startProxy(options: {
  readonly upstream: string;
  readonly port: number;
}): Promise<NodeProxy> {
  const { upstream } = options;
  const armed: Armed[] = [];
  const counts = new Map<string, number>();
  const pending = new Map<string, Fees>();
  const waiting = new Set<NodeJS.Timeout>();
  let struck = 0;
  let isGeth = false;
  let lag = 0;
  let asked = 0;

  const faultFor = (method: string): ProxyFault | null => {
    const at = armed.findIndex(
      ({ fault }) => (fault.method ?? 'eth_sendRawTransaction') === method,
    );
    const one = armed[at];
    if (one === undefined) return null;
    one.left -= 1;
    if (one.left <= 0) armed.splice(at, 1);
    struck += 1;
    return one.fault;
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = await readBody(request, MAX_BODY_BYTES);
    if (text === null) return void response.writeHead(413).end();
    const question = JSON.parse(text) as Request;
    counts.set(question.method, (counts.get(question.method) ?? 0) + 1);
    const fault = faultFor(question.method);
    if (fault?.kind === 'dropRequest') return void request.socket.destroy();
    if (fault?.kind === 'html') return sendHtml(response, fault.status ?? 502);
    if (fault?.kind === 'refuse') {
      const { code = -32000, message = 'refused' } = fault;
      return sendAnswer(response, { id: question.id, error: { code, message } });
    }
    const answer = await answered(question);
    if (fault?.kind === 'loseAnswer') return void request.socket.destroy();
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'badGateway') return sendHtml(response, fault.status ?? 502);
    if (fault?.kind !== 'delay') return sendAnswer(response, answer);
    const timer = setTimeout(() => {
      waiting.delete(timer);
      sendAnswer(response, answer);
    }, fault.delayMs ?? 1_000);
    waiting.add(timer);
  };

  const answered = async (question: Request): Promise<Answer> => {
    if (isGeth && question.method === 'eth_sendRawTransaction') {
      const refusal = await underpriced(question);
      if (refusal !== null) return { id: question.id, error: { code: -32000, message: refusal } };
    }
    const answer = await pass(await lagged(question));
    if (!isGeth || answer.error === undefined) return answer;
    const { message } = answer.error;
    const geths = GETH_TEXTS.find(([pattern]) => pattern.test(message))?.[1];
    return { id: question.id, error: { ...answer.error, code: -32000, message: geths ?? message } };
  };

  /** geth replaces only for a tenth more of both fees. Source: core/txpool/legacypool/list.go. */
  const underpriced = async (question: Request): Promise<string | null> => {
    const raw = String(question.params[0]) as TransactionSerialized;
    const { nonce, maxFeePerGas = 0n, maxPriorityFeePerGas = 0n } = parseTransaction(raw);
    const key = `${await recoverTransactionAddress({ serializedTransaction: raw })} ${nonce}`;
    const before = pending.get(key);
    if (before?.hash === raw) return null;
    const enough = (now: bigint, old: bigint): boolean => now > old && now * 100n >= old * 110n;
    if (
      before !== undefined &&
      !(enough(maxFeePerGas, before.cap) && enough(maxPriorityFeePerGas, before.tip))
    ) {
      return 'replacement transaction underpriced';
    }
    pending.set(key, { hash: raw, cap: maxFeePerGas, tip: maxPriorityFeePerGas });
    return null;
  };

  /** Each other question sees an older head: two nodes behind one address. */
  const lagged = async (question: Request): Promise<Request> => {
    if (lag === 0 || !question.params.includes('latest')) return question;
    asked += 1;
    if (asked % 2 === 0) return question;
    const head = await pass({ id: 0, method: 'eth_blockNumber', params: [] });
    const older = BigInt(String(head.result)) - BigInt(lag);
    const shown = `0x${(older < 0n ? 0n : older).toString(16)}`;
    return { ...question, params: question.params.map((one) => (one === 'latest' ? shown : one)) };
  };

  const pass = async (question: Request): Promise<Answer> => {
    const reply = await fetch(upstream, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', ...question }),
    });
    return (await reply.json()) as Answer;
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return;
      sendHtml(response, 502, String(error)); // The node is gone: so a proxy says.
    });
  });
  const port = await listen(server, options.port);
  return {
    url: `http://127.0.0.1:${port}`,
    arm: (fault) => void armed.push({ fault, left: fault.count ?? 1 }),
    clear: () => void armed.splice(0),
    struck: () => struck,
    behaveLikeGeth: (on) => void (isGeth = on),
    lagBy: (blocks) => void (lag = blocks),
    counts: () => Object.fromEntries(counts),
    stop: () =>
      new Promise((resolve) => {
        for (const timer of waiting) clearTimeout(timer);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

function sendAnswer(response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return;
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ jsonrpc: '2.0', ...answer }));
}

function sendHtml(response: ServerResponse, status: number, why = 'bad gateway'): void {
  response.writeHead(status, { 'content-type': 'text/html' });
  response.end(`<html><body><h1>${status}</h1><p>${why}</p></body></html>`);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
