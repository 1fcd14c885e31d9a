// The control interface of the simulated chain, on a port of its own: faults, blocks, other people, funds.

import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { z } from 'zod';
import { readBody, sendJson } from '../exchange/http.ts';
import type { RunningChain } from './chain.ts';
import { PROXY_FAULTS } from './proxy.ts';

interface Outcome {
  readonly status: number;
  readonly body: unknown;
}

const MAX_BODY_BYTES = 1_048_576;

const faultSchema = z.strictObject({
  kind: z.enum(PROXY_FAULTS),
  count: z.int().min(1).optional(),
  method: z.string().optional(),
  delayMs: z.int().min(0).optional(),
  status: z.int().min(400).max(599).optional(),
  code: z.int().optional(),
  message: z.string().optional(),
});
const mineSchema = z.strictObject({ blocks: z.int().min(1).max(1_000).default(1) });
const reorganiseSchema = z.strictObject({ depth: z.int().min(1).max(60) });
const participantsSchema = z.strictObject({ running: z.boolean() });
const fundSchema = z.strictObject({
  account: z.templateLiteral(['0x', z.string().regex(/^[0-9a-fA-F]{40}$/)]),
  units: z.int().min(1).max(1_000_000).default(1_000),
});
const nodeSchema = z.strictObject({
  like: z.enum(['geth', 'anvil']).optional(),
  lagBlocks: z.int().min(0).max(60).optional(),
});

export async function serveControl(
  chain: RunningChain,
  port: number,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(chain, request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return;
      sendJson(response, 500, JSON.stringify({ problem: String(error) }));
    });
  });
  const listening = await listen(server, port);
  return {
    url: `http://127.0.0.1:${listening}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  chain: RunningChain,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://sandbox');
  const text = await readBody(request, MAX_BODY_BYTES);
  const body = text === null ? undefined : readJson(text);
  const outcome =
    body === undefined
      ? { status: 400, body: { problem: 'the body is no JSON' } }
      : await routed(chain, `${request.method} ${pathname}`, body);
  sendJson(response, outcome.status, JSON.stringify(outcome.body));
}

async function routed(chain: RunningChain, route: string, body: unknown): Promise<Outcome> {
  const { proxy, node } = chain;
  switch (route) {
    case 'GET /control/health':
      return good({
        block: Number(await node.rpc.call<string>('eth_blockNumber')),
        prices: chain.participants?.prices() ?? {},
        requests: proxy.counts(),
        struck: proxy.struck(),
      });
    case 'GET /control/deployment':
      return good(chain.deployment);
    case 'POST /control/faults':
      return checked(faultSchema, body, (fault) => {
        const { kind, ...rest } = fault;
        const given = Object.entries(rest).filter(([, value]) => value !== undefined);
        proxy.arm({ kind, ...Object.fromEntries(given) });
        return good({});
      });
    case 'DELETE /control/faults':
      proxy.clear();
      return good({});
    case 'POST /control/node':
      return checked(nodeSchema, body, ({ like, lagBlocks }) => {
        if (like !== undefined) proxy.behaveLikeGeth(like === 'geth');
        if (lagBlocks !== undefined) proxy.lagBy(lagBlocks);
        return good({});
      });
    case 'POST /control/mine':
      return checked(mineSchema, body, async ({ blocks }) => {
        await chain.mine(blocks);
        return good({});
      });
    case 'POST /control/reorganise':
      return checked(reorganiseSchema, body, async ({ depth }) => {
        await node.rpc.call('anvil_reorg', [depth, []]);
        return good({});
      });
    case 'POST /control/participants':
      return checked(participantsSchema, body, ({ running }) => {
        chain.run(running);
        return good({});
      });
    case 'POST /control/fund':
      return checked(fundSchema, body, async ({ account, units }) => {
        await chain.fund(account, BigInt(units));
        return good({});
      });
    default:
      return { status: 404, body: { problem: `no such request: ${route}` } };
  }
}

async function checked<S extends z.ZodType>(
  schema: S,
  body: unknown,
  act: (value: z.infer<S>) => Outcome | Promise<Outcome>,
): Promise<Outcome> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return act(parsed.data);
  const problem = parsed.error.issues
    .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    .join('; ');
  return { status: 400, body: { problem } };
}

function readJson(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Answered as a bad request.
  }
}

function good(body: unknown): Outcome {
  return { status: 200, body };
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
