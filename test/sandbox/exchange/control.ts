// The control interface for tests, on a port of its own: faults, ledger, other participants, funds.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { amount, formatDecimal } from './decimal.ts';
import { balanceOf } from './accounts.ts';
import { FAULT_KINDS } from './faults.ts';
import { readBody, sendJson } from './http.ts';
import { ledgerChunks } from './ledger.ts';
import { fund } from './participants.ts';
import { clientKey, isOpen } from './terms.ts';
import type { NewOrder, Order, Side } from './terms.ts';
import type { Controls, Core } from './core.ts';

interface Outcome {
  readonly status: number;
  readonly body: unknown;
}

const MAX_BODY_BYTES = 1_048_576;

const side = z.enum(['BUY', 'SELL']);
const figure = z.string().regex(/^\d{1,12}(\.\d{1,8})?$/, 'expected a decimal such as "1.5"');
const faultSchema = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  count: z.int().min(1).default(1),
  symbol: z.string().optional(),
  side: side.optional(),
  method: z.string().optional(),
  clientOrderId: z.string().optional(),
  event: z.string().optional(),
  delayMs: z.int().min(0).optional(),
  status: z.int().min(500).max(599).optional(),
  code: z.int().optional(),
  executed: z.boolean().optional(),
  quantity: figure.optional(),
});
const faultsSchema = z.union([faultSchema, z.array(faultSchema)]);
const tradeSchema = z.strictObject({
  symbol: z.string(),
  side,
  price: figure.optional(),
  quantity: figure,
});
const levels = z.array(z.tuple([figure, figure])).max(5_000);
const bookSchema = z.strictObject({ symbol: z.string(), bids: levels, asks: levels });
const whichSchema = z.strictObject({
  symbol: z.string(),
  orderId: z.int().optional(),
  clientOrderId: z.string().optional(),
  quantity: figure.optional(),
});
const creditSchema = z.strictObject({ account: z.string(), asset: z.string(), amount: figure });
const participantsSchema = z.strictObject({ running: z.boolean(), symbol: z.string().optional() });
const priceSchema = z.strictObject({ symbol: z.string(), price: figure });
const stepSchema = z.strictObject({ steps: z.int().min(1).max(10_000).default(1) });
const clockSchema = z.strictObject({ offsetMs: z.int() });
const disconnectSchema = z.strictObject({ channel: z.string().default('all') });
const systemSchema = z.strictObject({ system: z.string() });
const banSchema = z.strictObject({
  durationMs: z.int().min(0),
  status: z.enum(['418', '429']).default('418'),
});
const revokeSchema = z.strictObject({ apiKey: z.string() });
const symbolSchema = z.strictObject({
  symbol: z.string(),
  status: z.enum(['TRADING', 'HALT', 'BREAK']),
});

/** Serves one request of the control interface. */
export async function serveControl(
  core: Core,
  controls: Controls,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const text = await readBody(request, MAX_BODY_BYTES);
  if (text === null) return sendJson(response, 413, '{"problem":"body over 1 MiB"}');
  const route = `${request.method} ${url.pathname}`;
  if (route === 'GET /control/ledger') {
    return sendLedger(core, url.searchParams, response);
  }
  const body = readJson(text);
  const outcome =
    body === undefined ? bad('the body is no JSON') : routed(core, controls, route, body);
  return sendJson(response, outcome.status, JSON.stringify(outcome.body));
}

function routed(core: Core, controls: Controls, route: string, body: unknown): Outcome {
  const { participants } = core;
  switch (route) {
    case 'GET /control/health':
      return good(health(core, controls));
    case 'GET /control/faults':
      return good({ armed: core.faults.armed(), struck: core.faults.struck() });
    case 'DELETE /control/faults':
      core.faults.clear();
      return good({ armed: [] });
    case 'POST /control/faults':
      return checked(faultsSchema, body, (faults) => {
        for (const fault of Array.isArray(faults) ? faults : [faults]) core.faults.arm(fault);
        return good({ armed: core.faults.armed() });
      });
    case 'POST /control/trade':
      return checked(tradeSchema, body, (trade) => tradeAgainstBook(core, trade));
    case 'POST /control/book':
      return checked(bookSchema, body, (book) => setBook(core, book));
    case 'POST /control/fill':
      return checked(whichSchema, body, (which) => fillOrder(core, which));
    case 'POST /control/expire':
      return checked(whichSchema, body, (which) => {
        const order = orderNamed(core, which);
        return order !== null && core.exchange.end(order, 'EXPIRED')
          ? good({})
          : missing('open order');
      });
    case 'POST /control/credit':
      return checked(creditSchema, body, (credit) => creditAccount(core, credit));
    case 'POST /control/participants':
      return checked(participantsSchema, body, ({ running, symbol }) => {
        if (participants === null) return missing('other participants');
        if (running) participants.start(symbol);
        else participants.stop(symbol);
        return good({ prices: participants.prices() });
      });
    case 'POST /control/step':
      return checked(stepSchema, body, ({ steps }) => {
        if (participants === null) return missing('other participants');
        for (let i = 0; i < steps; i += 1) participants.step();
        return good({ prices: participants.prices() });
      });
    case 'POST /control/price':
      return checked(priceSchema, body, ({ symbol, price }) =>
        participants?.setPrice(symbol, amount(price)) === true
          ? good({ prices: participants.prices() })
          : missing(`other participants on ${symbol}`),
      );
    case 'POST /control/clock':
      return checked(clockSchema, body, ({ offsetMs }) => {
        core.skew(offsetMs);
        return good({ serverTime: core.now() });
      });
    case 'POST /control/disconnect':
      return checked(disconnectSchema, body, ({ channel }) => {
        const before = controls.connections();
        return controls.cut(channel) ? good({ cut: before }) : missing(`channel ${channel}`);
      });
    case 'POST /control/ban':
      return checked(banSchema, body, ({ durationMs, status }) => {
        const until = core.now() + durationMs;
        controls.refuse(until, status === '418' ? 'banned' : 'exhausted');
        return good({ until });
      });
    case 'POST /control/revoke':
      return checked(revokeSchema, body, ({ apiKey }) =>
        controls.revoke(apiKey) ? good({}) : missing('API key'),
      );
    case 'POST /control/shutdown-notice':
      controls.announceShutdown();
      return good({});
    case 'POST /control/system':
      return checked(systemSchema, body, ({ system }) =>
        controls.setSystem(system) ? good({ system }) : missing(`system state ${system}`),
      );
    case 'POST /control/symbol':
      return checked(symbolSchema, body, ({ symbol, status }) => {
        const market = core.exchange.market(symbol);
        if (market === undefined) return missing(`symbol ${symbol}`);
        market.status = status;
        return good({ symbol, status });
      });
    default:
      return { status: 404, body: { problem: `no ${route}` } };
  }
}

function health(core: Core, controls: Controls): unknown {
  const { participants } = core;
  const clients = [...core.exchange.accounts.values()].filter((account) => account.client);
  return {
    serverTime: core.now(),
    connections: controls.connections(),
    orders: clients.reduce((sum, account) => sum + account.orders.length, 0),
    trades: clients.reduce((sum, account) => sum + account.trades.length, 0),
    prices: participants?.prices() ?? {},
    symbols: [...core.exchange.markets.values()].map((market) => ({
      symbol: market.rules.symbol,
      status: market.status,
      bids: market.bids.depth,
      asks: market.asks.depth,
      participants: participants?.running(market.rules.symbol) ?? false,
    })),
  };
}

// Another participant takes: at the price if one is given, else whatever the book asks.
function tradeAgainstBook(core: Core, trade: z.infer<typeof tradeSchema>): Outcome {
  const market = core.exchange.market(trade.symbol);
  if (market === undefined) return missing(`symbol ${trade.symbol}`);
  const limit =
    trade.price === undefined ? farPrice(core, trade.symbol, trade.side) : amount(trade.price);
  const order: NewOrder = {
    symbol: trade.symbol,
    side: trade.side,
    type: 'LIMIT',
    timeInForce: 'IOC',
    price: limit,
    quantity: amount(trade.quantity),
    quoteOrderQty: 0n,
    clientOrderId: null,
  };
  fund(core.exchange, core.house, market, order);
  const placed = core.exchange.place(core.house, order);
  if (!placed.ok) return bad(placed.msg);
  return good({
    executedQty: formatDecimal(placed.order.executedQty),
    trades: placed.fills.map((fill) => ({
      id: fill.id,
      price: formatDecimal(fill.price),
      qty: formatDecimal(fill.qty),
    })),
  });
}

// A price that reaches through the whole other side.
function farPrice(core: Core, symbol: string, takes: Side): bigint {
  const market = core.exchange.market(symbol);
  if (market === undefined) return 0n;
  const makers = takes === 'BUY' ? market.asks : market.bids;
  let far = takes === 'BUY' ? market.rules.maxPrice : market.rules.minPrice;
  for (const level of makers.fromBest()) far = level.price;
  return far;
}

// The house's own quotes are taken away, and these put in their place.
function setBook(core: Core, book: z.infer<typeof bookSchema>): Outcome {
  const { participants } = core;
  const market = core.exchange.market(book.symbol);
  if (market === undefined) return missing(`symbol ${book.symbol}`);
  if (participants?.running(book.symbol) === true) {
    return {
      status: 409,
      body: { problem: `other participants quote ${book.symbol}: stop them first` },
    };
  }
  for (const order of [...core.house.open.values()]) {
    if (order.symbol === book.symbol && isOpen(order)) core.exchange.cancel(order, null);
  }
  const refused: string[] = [];
  const quote = (quoted: Side, price: string, quantity: string): void => {
    const order: NewOrder = {
      symbol: book.symbol,
      side: quoted,
      type: 'LIMIT',
      timeInForce: 'GTC',
      price: amount(price),
      quantity: amount(quantity),
      quoteOrderQty: 0n,
      clientOrderId: null,
    };
    fund(core.exchange, core.house, market, order);
    const placed = core.exchange.place(core.house, order);
    if (!placed.ok) refused.push(`${quoted} ${quantity}@${price}: ${placed.msg}`);
  };
  for (const [price, quantity] of book.bids) quote('BUY', price, quantity);
  for (const [price, quantity] of book.asks) quote('SELL', price, quantity);
  return refused.length === 0
    ? good({ lastUpdateId: market.lastUpdateId, bids: market.bids.depth, asks: market.asks.depth })
    : bad(refused.join('; '));
}

function fillOrder(core: Core, which: z.infer<typeof whichSchema>): Outcome {
  const order = orderNamed(core, which);
  if (order === null) return missing('order');
  const quantity = which.quantity === undefined ? order.origQty : amount(which.quantity);
  const trade = core.exchange.fillDirectly(order, quantity, core.house);
  if (trade === null) return bad('nothing left of it, or its owner has spent the funds');
  return good({ id: trade.id, price: formatDecimal(trade.price), qty: formatDecimal(trade.qty) });
}

function orderNamed(core: Core, which: z.infer<typeof whichSchema>): Order | null {
  const { symbol, orderId, clientOrderId } = which;
  if (orderId !== undefined) return core.exchange.market(symbol)?.orders.get(orderId) ?? null;
  if (clientOrderId === undefined) return null;
  for (const account of core.exchange.accounts.values()) {
    const order = account.byClientOrderId.get(clientKey(symbol, clientOrderId));
    if (order !== undefined) return order;
  }
  return null;
}

function creditAccount(core: Core, credit: z.infer<typeof creditSchema>): Outcome {
  const account = core.exchange.accounts.get(credit.account);
  if (account === undefined) return missing(`account ${credit.account}`);
  core.exchange.credit(account, credit.asset, amount(credit.amount));
  return good({ free: formatDecimal(balanceOf(account, credit.asset).free) });
}

function sendLedger(core: Core, query: URLSearchParams, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const filter = { account: query.get('account'), symbol: query.get('symbol') };
  let piece = '';
  for (const chunk of ledgerChunks(core.exchange, filter)) {
    piece += chunk;
    if (piece.length < 65_536) continue;
    response.write(piece);
    piece = '';
  }
  response.end(piece);
}

function checked<S extends z.ZodType>(
  schema: S,
  body: unknown,
  act: (value: z.infer<S>) => Outcome,
): Outcome {
  const parsed = schema.safeParse(body);
  if (parsed.success) return act(parsed.data);
  return bad(
    parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
  );
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

function bad(problem: string): Outcome {
  return { status: 400, body: { problem } };
}

function missing(what: string): Outcome {
  return { status: 404, body: { problem: `no such ${what}` } };
}
