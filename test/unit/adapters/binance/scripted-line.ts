// A hand on the other end of the order socket: reads what the machine sends, and answers as told.

import type {
  OrdersInput,
  OrdersOutput,
  RequestSigner,
  VenueOrders,
} from '../../../../adapters/port/index.ts';
import {
  type BinanceOrdersConfig,
  ORDERS_DEFAULTS,
  createBinanceOrders,
} from '../../../../adapters/binance/index.ts';
import type { EpochNs } from '../../../../spec/ports/index.ts';
import {
  type Durable,
  type Reserved,
  asDurable,
  asReserved,
} from '../../../../spec/proof/index.ts';
import {
  type ChildID,
  asInstrumentID,
  asVenueID,
  asVenueOrderID,
  childIDOf,
} from '../../../../spec/terms/index.ts';
import {
  asPrice,
  asQty,
  epochMs,
  epochNs,
  formatDecimal,
  parseDecimal,
} from '../../../../spec/units/index.ts';
import type {
  AdoptedChild,
  ChildOrder,
  VenueNotice,
  VenueReport,
} from '../../../../spec/venues/index.ts';

export const CONFIG: BinanceOrdersConfig = {
  ...ORDERS_DEFAULTS,
  venueID: asVenueID('binance'),
  wsApiURL: 'wss://venue.test/ws-api/v3',
  symbols: [{ venueSymbol: 'BTCUSDT', instrumentID: asInstrumentID('BTC/USDT') }],
};

export const HMAC: RequestSigner = {
  apiKey: 'KEY',
  algorithm: 'HMAC-SHA256',
  sign: () => 'f'.repeat(64),
};
export const ED25519: RequestSigner = { apiKey: 'KEY', algorithm: 'Ed25519', sign: () => 'c2ln' };

export const START = epochNs(1_700_000_000_000_000_000n);

export interface SentRequest {
  readonly channel: string;
  readonly id: string;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface VenueOrder {
  readonly orderId: number;
  readonly clientOrderId: string;
  readonly status: string;
  readonly executedQty: string;
  readonly origQty?: string;
}

export class ScriptedLine {
  readonly machine: VenueOrders;
  readonly reports: VenueReport[] = [];
  readonly notices: VenueNotice[] = [];
  /** Requests that wait for an answer. */
  readonly requests: SentRequest[] = [];
  /** Everything ever sent. */
  readonly sent: SentRequest[] = [];
  readonly opened: string[] = [];
  readonly closed: string[] = [];
  now: EpochNs = START;
  /** As `account.status` tells them. */
  balances: readonly object[] = [{ asset: 'BTC', free: '1.00000000', locked: '0.50000000' }];
  /** Venue's clock minus ours. */
  venueAheadMs = 0;

  constructor(config: BinanceOrdersConfig = CONFIG, signer: RequestSigner = HMAC) {
    this.machine = createBinanceOrders(config, signer);
  }

  step(input: OrdersInput): OrdersOutput {
    const output = this.machine.step(input);
    this.reports.push(...output.reports);
    this.notices.push(...output.notices);
    for (const action of output.actions) {
      if (action.type === 'OpenChannel') this.opened.push(action.channel);
      if (action.type === 'CloseChannel') this.closed.push(action.channel);
      if (action.type !== 'SendFrame') continue;
      const request = {
        channel: action.channel,
        ...(JSON.parse(action.text) as Omit<SentRequest, 'channel'>),
      };
      this.requests.push(request);
      this.sent.push(request);
    }
    return output;
  }

  get channel(): string {
    return this.opened.at(-1) ?? 'none';
  }

  frame(value: unknown, channel = this.channel): void {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    this.step({
      type: 'FrameReceived',
      channel,
      frame: new TextEncoder().encode(text),
      now: this.now,
    });
  }

  event(event: Readonly<Record<string, unknown>>, channel = this.channel): void {
    this.frame({ subscriptionId: 0, event }, channel);
  }

  /** Waits `ms`, in ticks of 100 ms. */
  wait(ms: number): void {
    for (let passed = 0; passed < ms; passed += 100) {
      this.now = epochNs(this.now + 100_000_000n);
      this.step({ type: 'ClockTicked', now: this.now });
    }
  }

  /** The oldest request of `method` that waits. Throws where there is none. */
  take(method: string): SentRequest {
    const index = this.requests.findIndex((request) => request.method === method);
    const [request] = index < 0 ? [] : this.requests.splice(index, 1);
    if (request === undefined) {
      throw new Error(
        `no ${method} was asked, but ${this.requests.map((r) => r.method).join(' ')}`,
      );
    }
    return request;
  }

  has(method: string): boolean {
    return this.requests.some((request) => request.method === method);
  }

  count(method: string): number {
    return this.sent.filter((request) => request.method === method).length;
  }

  answer(request: SentRequest, result: unknown, more: object = {}): void {
    this.frame({ id: request.id, status: 200, result, ...more }, request.channel);
  }

  refuse(
    request: SentRequest,
    status: number,
    code: number | null,
    msg: string,
    data?: object,
  ): void {
    const error = {
      ...(code === null ? {} : { code }),
      msg,
      ...(data === undefined ? {} : { data }),
    };
    this.frame({ id: request.id, status, error }, request.channel);
  }

  /** Answers whatever of this kind waits, with what `result` makes of it. */
  answerAll(method: string, result: (request: SentRequest) => unknown): void {
    while (this.has(method)) {
      const request = this.take(method);
      this.answer(request, result(request));
    }
  }

  adopt(children: readonly AdoptedChild[]): void {
    this.step({ type: 'Adopt', children, now: this.now });
  }

  start(): void {
    this.step({ type: 'Started', now: this.now });
  }

  /** From `OpenChannel` to the subscription; `open` are the orders that the venue lists. */
  connect(
    open: readonly VenueOrder[] = [],
    subscription = 'userDataStream.subscribe.signature',
  ): void {
    this.step({ type: 'ChannelOpened', channel: this.channel, now: this.now });
    this.answer(this.take('time'), { serverTime: epochMs(this.now) + this.venueAheadMs });
    if (this.has('session.logon')) this.answer(this.take('session.logon'), { apiKey: 'KEY' });
    this.answer(this.take(subscription), { subscriptionId: 0 });
    this.answer(this.take('exchangeInfo'), EXCHANGE_INFO);
    this.answer(this.take('openOrders.status'), open.map(orderResult));
    if (this.has('account.status')) {
      this.answer(this.take('account.status'), { balances: this.balances });
    }
  }

  ready(): this {
    this.start();
    this.connect();
    return this;
  }

  drop(channel = this.channel): void {
    for (let index = this.requests.length - 1; index >= 0; index -= 1) {
      if (this.requests[index]?.channel === channel) this.requests.splice(index, 1);
    }
    this.step({ type: 'ChannelClosed', channel, cause: 'cut', now: this.now });
  }

  submit(child: ChildOrder): void {
    this.step({ type: 'Submit', child: sendable(child), now: this.now });
  }

  cancel(childID: ChildID): void {
    this.step({ type: 'Cancel', childID: asDurable(childID), now: this.now });
  }

  resolve(childID: ChildID): void {
    this.step({ type: 'Resolve', childID: asDurable(childID), now: this.now });
  }

  /** The reports since the last call, in short. */
  heard(): string[] {
    return this.reports.splice(0).map(inShort);
  }

  states(): string[] {
    return this.notices.flatMap((notice) => (notice.type === 'StateChanged' ? [notice.state] : []));
  }

  /** What was said of our credentials: which request was refused, or `taken`. */
  credentials(): string[] {
    return this.notices.flatMap((notice) =>
      notice.type === 'CredentialsJudged' ? [notice.refused?.request ?? 'taken'] : [],
    );
  }

  /** Until the next line is opened, in ms; -1 if none is within `mostMs`. */
  waitForLine(mostMs = 120_000): number {
    const opened = this.opened.length;
    for (let waited = 0; waited <= mostMs; waited += 100) {
      if (this.opened.length > opened) return waited;
      this.wait(100);
    }
    return -1;
  }

  remarks(): string[] {
    return this.notices.flatMap((notice) => (notice.type === 'Remarked' ? [notice.sentence] : []));
  }
}

export function inShort(report: VenueReport): string {
  switch (report.type) {
    case 'Filled': {
      const { venueExecID, lastQty, lastPx } = report.fill;
      return `Filled ${report.childID === null ? 'stranger' : 'child'} ${venueExecID} ${amount(lastQty)}@${amount(lastPx)}`;
    }
    case 'Acknowledged':
      return `Acknowledged ${report.venueOrderID}`;
    case 'Ended':
      return `Ended ${report.how} ${amount(report.cumQty)}`;
    case 'Amended':
      return `Amended ${amount(report.orderQty)}@${amount(report.price)}`;
    default:
      return report.type;
  }
}

function amount(value: bigint): string {
  return formatDecimal(value);
}

export function decimal(text: string): bigint {
  const parsed = parseDecimal(text);
  if (parsed.type !== 'Exact') throw new Error(`no decimal: ${text}`);
  return parsed.value;
}

export function child(
  intent: number,
  orderQty = '1',
  timeInForce: ChildOrder['timeInForce'] = 'GTC',
): ChildOrder {
  return {
    childID: childIDOf({ desk: 1, epoch: 1, intent }),
    venueID: asVenueID('binance'),
    instrumentID: asInstrumentID('BTC/USDT'),
    venueSymbol: 'BTCUSDT',
    side: 'buy',
    price: asPrice(decimal('100.5')),
    orderQty: asQty(decimal(orderQty)),
    timeInForce,
  };
}

function sendable(order: ChildOrder): Durable<Reserved<ChildOrder>> {
  return asDurable(asReserved(order));
}

export function orderResult(order: VenueOrder): Record<string, unknown> {
  return {
    symbol: 'BTCUSDT',
    orderListId: -1,
    price: '100.50000000',
    origQty: '1.00000000',
    side: 'BUY',
    type: 'LIMIT',
    timeInForce: 'GTC',
    ...order,
  };
}

/** A fill's event, or with `t: -1` another. */
export function execution(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    e: 'executionReport',
    E: 1_700_000_000_000,
    s: 'BTCUSDT',
    S: 'BUY',
    o: 'LIMIT',
    f: 'GTC',
    q: '1.00000000',
    p: '100.50000000',
    C: '',
    r: 'NONE',
    l: '0.00000000',
    L: '0.00000000',
    n: '0',
    N: null,
    T: 1_700_000_000_000,
    t: -1,
    m: false,
    ...fields,
  };
}

export function trade(
  id: number,
  orderId: number,
  qty: string,
  price = '100.5',
): Record<string, unknown> {
  return {
    symbol: 'BTCUSDT',
    id,
    orderId,
    orderListId: -1,
    price,
    qty,
    quoteQty: '0',
    commission: '0.001',
    commissionAsset: 'BNB',
    time: 1_700_000_000_000,
    isBuyer: true,
    isMaker: false,
    isBestMatch: true,
  };
}

export const EXCHANGE_INFO = {
  timezone: 'UTC',
  serverTime: 1_700_000_000_000,
  rateLimits: [
    { rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: 6000 },
    { rateLimitType: 'ORDERS', interval: 'SECOND', intervalNum: 10, limit: 50 },
    { rateLimitType: 'ORDERS', interval: 'DAY', intervalNum: 1, limit: 160000 },
  ],
  exchangeFilters: [],
  symbols: [
    {
      symbol: 'BTCUSDT',
      status: 'TRADING',
      baseAsset: 'BTC',
      quoteAsset: 'USDT',
      filters: [
        {
          filterType: 'PRICE_FILTER',
          minPrice: '0.01000000',
          maxPrice: '1000000.00000000',
          tickSize: '0.01000000',
        },
        {
          filterType: 'LOT_SIZE',
          minQty: '0.00001000',
          maxQty: '9000.00000000',
          stepSize: '0.00001000',
        },
        { filterType: 'NOTIONAL', minNotional: '5.00000000', applyMinToMarket: true },
      ],
    },
  ],
};

/** The order that most tests are about. */
export const ONE = child(1);

/** It is sent, and rests. */
export function placed(line: ScriptedLine, order = ONE, orderId = 7): void {
  line.submit(order);
  const answer = orderResult({
    orderId,
    clientOrderId: order.childID,
    status: 'NEW',
    executedQty: '0.0',
  });
  line.answer(line.take('order.place'), answer);
  // No `expect`: benches place orders too, and run outside jest.
  const heard = line.heard().join(', ');
  if (heard !== `Acknowledged ${orderId}`) throw new Error(`the line heard: ${heard}`);
}

/** It rests since before the machine was. */
export function adopted(more: Partial<AdoptedChild> = {}): AdoptedChild {
  return {
    child: ONE,
    venueOrderID: asVenueOrderID('7'),
    cumQty: asQty(0n),
    fills: [],
    decidedAt: epochNs(START - 60_000_000_000n),
    inDoubt: false,
    cancelWanted: false,
    amend: null,
    ...more,
  };
}
