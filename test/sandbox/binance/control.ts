// The control interface for tests, on a port of its own: faults, ledger, other participants, funds.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { amount, formatDecimal } from './decimal.ts';
import { balanceOf } from './accounts.ts';
import { FAULT_KINDS } from './faults.ts';
import { readBody, sendJson } from './http.ts';
import { ledgerChunks } from './ledger.ts';
import { fund } from './participants.ts';
import type { Participants } from './participants.ts';
import { clientKey, isOpen } from './terms.ts';
import type { NewOrder, Order, Side } from './terms.ts';
import type { Venue } from './venue.ts';

export interface ControlledVenue {
  readonly venue: Venue;
  readonly participants: Participants | null;
  skew(offsetMs: number): void;
  connections(): { readonly wsApi: number; readonly streams: number };
  announceShutdown(): void;
}

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
const disconnectSchema = z.strictObject({
  channel: z.enum(['wsApi', 'streams', 'all']).default('all'),
});
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
  controlled: ControlledVenue,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const text = await readBody(request, MAX_BODY_BYTES);
  if (text === null) return sendJson(response, 413, '{"problem":"body over 1 MiB"}');
  const route = `${request.method} ${url.pathname}`;
  if (route === 'GET /control/ledger') {
    return sendLedger(controlled.venue, url.searchParams, response);
  }
  const body = readJson(text);
  const outcome = body === undefined ? bad('the body is no JSON') : routed(controlled, route, body);
  return sendJson(response, outcome.status, JSON.stringify(outcome.body));
}

function routed(controlled: ControlledVenue, route: string, body: unknown): Outcome {
  const { venue, participants } = controlled;
  switch (route) {
    case 'GET /control/health':
      return good(health(controlled));
    case 'GET /control/faults':
      return good({ armed: venue.faults.armed(), struck: venue.faults.struck() });
    case 'DELETE /control/faults':
      venue.faults.clear();
      return good({ armed: [] });
    case 'POST /control/faults':
      return checked(faultsSchema, body, (faults) => {
        for (const fault of Array.isArray(faults) ? faults : [faults]) venue.faults.arm(fault);
        return good({ armed: venue.faults.armed() });
      });
    case 'POST /control/trade':
      return checked(tradeSchema, body, (trade) => tradeAgainstBook(venue, trade));
    case 'POST /control/book':
      return checked(bookSchema, body, (book) => setBook(venue, participants, book));
    case 'POST /control/fill':
      return checked(whichSchema, body, (which) => fillOrder(venue, which));
    case 'POST /control/expire':
      return checked(whichSchema, body, (which) => {
        const order = orderNamed(venue, which);
        return order !== null && venue.exchange.end(order, 'EXPIRED')
          ? good({})
          : missing('open order');
      });
    case 'POST /control/credit':
      return checked(creditSchema, body, (credit) => creditAccount(venue, credit));
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
        controlled.skew(offsetMs);
        return good({ serverTime: venue.now() });
      });
    case 'POST /control/disconnect':
      return checked(disconnectSchema, body, ({ channel }) => {
        const before = controlled.connections();
        venue.cut(channel);
        return good({ cut: before });
      });
    case 'POST /control/ban':
      return checked(banSchema, body, ({ durationMs, status }) => {
        const until = venue.now() + durationMs;
        if (status === '418') venue.limits.ban(until);
        else venue.limits.exhaust(until);
        return good({ until });
      });
    case 'POST /control/revoke':
      return checked(revokeSchema, body, ({ apiKey }) =>
        venue.revoke(apiKey) ? good({}) : missing('API key'),
      );
    case 'POST /control/shutdown-notice':
      controlled.announceShutdown();
      return good({});
    case 'POST /control/symbol':
      return checked(symbolSchema, body, ({ symbol, status }) => {
        const market = venue.exchange.market(symbol);
        if (market === undefined) return missing(`symbol ${symbol}`);
        market.status = status;
        return good({ symbol, status });
      });
    default:
      return { status: 404, body: { problem: `no ${route}` } };
  }
}

function health(controlled: ControlledVenue): unknown {
  const { venue, participants } = controlled;
  const clients = [...venue.exchange.accounts.values()].filter((account) => account.client);
  return {
    serverTime: venue.now(),
    connections: controlled.connections(),
    orders: clients.reduce((sum, account) => sum + account.orders.length, 0),
    trades: clients.reduce((sum, account) => sum + account.trades.length, 0),
    prices: participants?.prices() ?? {},
    symbols: [...venue.exchange.markets.values()].map((market) => ({
      symbol: market.rules.symbol,
      status: market.status,
      bids: market.bids.depth,
      asks: market.asks.depth,
      participants: participants?.running(market.rules.symbol) ?? false,
    })),
  };
}

// Another participant takes: at the price if one is given, else whatever the book asks.
function tradeAgainstBook(venue: Venue, trade: z.infer<typeof tradeSchema>): Outcome {
  const market = venue.exchange.market(trade.symbol);
  if (market === undefined) return missing(`symbol ${trade.symbol}`);
  const limit =
    trade.price === undefined ? farPrice(venue, trade.symbol, trade.side) : amount(trade.price);
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
  fund(venue.exchange, venue.house, market, order);
  const placed = venue.exchange.place(venue.house, order);
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
function farPrice(venue: Venue, symbol: string, takes: Side): bigint {
  const market = venue.exchange.market(symbol);
  if (market === undefined) return 0n;
  const makers = takes === 'BUY' ? market.asks : market.bids;
  let far = takes === 'BUY' ? market.rules.maxPrice : market.rules.minPrice;
  for (const level of makers.fromBest()) far = level.price;
  return far;
}

// The house's own quotes are taken away, and these put in their place.
function setBook(
  venue: Venue,
  participants: Participants | null,
  book: z.infer<typeof bookSchema>,
): Outcome {
  const market = venue.exchange.market(book.symbol);
  if (market === undefined) return missing(`symbol ${book.symbol}`);
  if (participants?.running(book.symbol) === true) {
    return {
      status: 409,
      body: { problem: `other participants quote ${book.symbol}: stop them first` },
    };
  }
  for (const order of [...venue.house.open.values()]) {
    if (order.symbol === book.symbol && isOpen(order)) venue.exchange.cancel(order, null);
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
    fund(venue.exchange, venue.house, market, order);
    const placed = venue.exchange.place(venue.house, order);
    if (!placed.ok) refused.push(`${quoted} ${quantity}@${price}: ${placed.msg}`);
  };
  for (const [price, quantity] of book.bids) quote('BUY', price, quantity);
  for (const [price, quantity] of book.asks) quote('SELL', price, quantity);
  return refused.length === 0
    ? good({ lastUpdateId: market.lastUpdateId, bids: market.bids.depth, asks: market.asks.depth })
    : bad(refused.join('; '));
}

function fillOrder(venue: Venue, which: z.infer<typeof whichSchema>): Outcome {
  const order = orderNamed(venue, which);
  if (order === null) return missing('order');
  const quantity = which.quantity === undefined ? order.origQty : amount(which.quantity);
  const trade = venue.exchange.fillDirectly(order, quantity, venue.house);
  if (trade === null) return bad('nothing left of it, or its owner has spent the funds');
  return good({ id: trade.id, price: formatDecimal(trade.price), qty: formatDecimal(trade.qty) });
}

function orderNamed(venue: Venue, which: z.infer<typeof whichSchema>): Order | null {
  const { symbol, orderId, clientOrderId } = which;
  if (orderId !== undefined) return venue.exchange.market(symbol)?.orders.get(orderId) ?? null;
  if (clientOrderId === undefined) return null;
  for (const account of venue.exchange.accounts.values()) {
    const order = account.byClientOrderId.get(clientKey(symbol, clientOrderId));
    if (order !== undefined) return order;
  }
  return null;
}

function creditAccount(venue: Venue, credit: z.infer<typeof creditSchema>): Outcome {
  const account = venue.exchange.accounts.get(credit.account);
  if (account === undefined) return missing(`account ${credit.account}`);
  venue.exchange.credit(account, credit.asset, amount(credit.amount));
  return good({ free: formatDecimal(balanceOf(account, credit.asset).free) });
}

function sendLedger(venue: Venue, query: URLSearchParams, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const filter = { account: query.get('account'), symbol: query.get('symbol') };
  let piece = '';
  for (const chunk of ledgerChunks(venue.exchange, filter)) {
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
