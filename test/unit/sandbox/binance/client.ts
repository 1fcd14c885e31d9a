// A small client of the simulated exchange, written from the protocol alone.

import { createHmac } from 'node:crypto';
import { WebSocket } from 'ws';
import { startExchange, USUAL_FEES } from '../../../sandbox/binance/index.ts';
import type { ExchangeProcessOptions, RunningExchange } from '../../../sandbox/binance/index.ts';

export const API_KEY = 'test-key';
const SECRET = 'test-secret';

/** JSON as it came: the tests say what they expect of it. */
export type Loose = ReturnType<typeof JSON.parse>;

export type Frame = Readonly<Record<string, Loose>>;

export interface TestClient {
  /** Sends a signed request and resolves to its answer. */
  call(method: string, params?: Readonly<Record<string, unknown>>): Promise<Frame>;
  send(frame: string): void;
  /** Everything received that answers no request, oldest first. */
  readonly events: Frame[];
  readonly raw: string[];
  readonly socket: WebSocket;
}

export async function startQuiet(
  options: Partial<ExchangeProcessOptions> = {},
): Promise<RunningExchange> {
  return startExchange({
    participants: null,
    accounts: [
      {
        name: 'ann',
        balances: { BTC: '100', ETH: '100', USDT: '1000000' },
        fees: USUAL_FEES,
        keys: [{ type: 'HMAC', apiKey: API_KEY, secret: SECRET }],
      },
    ],
    ...options,
  });
}

export function signed(params: Readonly<Record<string, unknown>>, timestamp = Date.now()): Frame {
  const all: Record<string, unknown> = { ...params, apiKey: API_KEY, timestamp };
  const payload = Object.keys(all)
    .sort()
    .map((name) => `${name}=${String(all[name])}`)
    .join('&');
  return { ...all, signature: createHmac('sha256', SECRET).update(payload).digest('hex') };
}

export async function connect(running: RunningExchange, query = ''): Promise<TestClient> {
  const socket = await open(`${running.urls.wsApi}${query}`);
  const waiting = new Map<number, (frame: Frame) => void>();
  const events: Frame[] = [];
  const raw: string[] = [];
  let nextId = 1;
  socket.on('message', (data) => {
    const text = String(data);
    raw.push(text);
    const frame = parsed(text);
    const answer = waiting.get(frame['id']);
    if (answer === undefined) events.push(frame);
    else {
      waiting.delete(frame['id']);
      answer(frame);
    }
  });
  return {
    socket,
    events,
    raw,
    send: (frame) => socket.send(frame),
    call: (method, params = {}) =>
      new Promise((resolve) => {
        const id = nextId;
        nextId += 1;
        waiting.set(id, resolve);
        socket.send(JSON.stringify({ id, method, params: signed(params) }));
      }),
  };
}

export function open(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}

export async function rest(
  running: RunningExchange,
  request: string,
  params: Readonly<Record<string, string>> = {},
): Promise<{
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Loose;
}> {
  const [verb, path] = request.split(' ');
  const query = new URLSearchParams({ ...params, timestamp: String(Date.now()) }).toString();
  const signature = createHmac('sha256', SECRET).update(query).digest('hex');
  const response = await fetch(`${running.urls.rest}${path}?${query}&signature=${signature}`, {
    method: verb ?? 'GET',
    headers: { 'X-MBX-APIKEY': API_KEY },
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

export async function control(
  running: RunningExchange,
  request: string,
  body?: unknown,
): Promise<Loose> {
  const [verb, path] = request.split(' ');
  const response = await fetch(`${running.urls.control}${path}`, {
    method: verb ?? 'GET',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, ...parsed(await response.text()) };
}

/** Resolves once the condition holds; fails after twenty seconds. */
export async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; waited < 20_000; waited += 5) {
    if (holds()) return;
    await pause(5);
  }
  throw new Error('the condition did not come to hold within 20 s');
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function parsed(text: string): Frame {
  try {
    return JSON.parse(text);
  } catch {
    return { unreadable: text };
  }
}
