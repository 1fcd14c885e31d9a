// A hand on the other end of Kraken's socket and REST: reads what the order machine sends, answers as told.

import {
  type KrakenOrdersConfig,
  ORDERS_DEFAULTS,
  createKrakenOrders,
} from '../../../../adapters/kraken/index.ts';
import type {
  MachineAction,
  NonceSigner,
  OrdersInput,
  VenueOrders,
} from '../../../../adapters/port/index.ts';
import type { EpochNs } from '../../../../spec/ports/index.ts';
import { asDurable, asReserved } from '../../../../spec/proof/index.ts';
import { type ChildID, asInstrumentID, asVenueID } from '../../../../spec/terms/index.ts';
import { asPrice, asQty, epochNs, isoTime } from '../../../../spec/units/index.ts';
import type { ChildOrder, VenueNotice, VenueReport } from '../../../../spec/venues/index.ts';
import { START, child as anyChild, decimal, inShort } from '../binance/scripted-line.ts';

export const SYMBOL = 'BTC/USDT';
export const TOKEN = 'a-bearers-token';

export const CONFIG: KrakenOrdersConfig = {
  ...ORDERS_DEFAULTS,
  venueID: asVenueID('kraken'),
  restURL: 'https://rest.test',
  privateURL: 'wss://venue.test/v2',
  symbols: [{ venueSymbol: SYMBOL, instrumentID: asInstrumentID('BTC/USDT') }],
  restCounter: { most: 1_000, decayPerSecond: 100 },
};

const SIGNER: NonceSigner = { apiKey: 'KEY', algorithm: 'HMAC-SHA512', sign: () => 'SIGNED' };

export function child(intent: number, orderQty = '1'): ChildOrder {
  return { ...anyChild(intent, orderQty), venueSymbol: SYMBOL };
}

export interface SentFrame {
  readonly channel: string;
  readonly method: string;
  readonly req_id: number;
  readonly params: Readonly<Record<string, unknown>>;
}

type Http = Extract<MachineAction, { type: 'SendHttp' }>;

export class ScriptedKraken {
  readonly machine: VenueOrders;
  readonly reports: VenueReport[] = [];
  readonly notices: VenueNotice[] = [];
  readonly frames: SentFrame[] = [];
  readonly https: Http[] = [];
  readonly opened: string[] = [];
  readonly closed: string[] = [];
  now: EpochNs = START;
  /** What REST lists; each question is answered from these, in the turn after it was asked. */
  open: Readonly<Record<string, unknown>> = {};
  closedOrders: Readonly<Record<string, unknown>> = {};
  trades: Readonly<Record<string, unknown>> = {};
  /** Closed orders that are counted and not listed where none is named. */
  countedBeside = 0;
  /** The newest trades, as the channel tells them at a subscription. */
  snapshotTrades: readonly Readonly<Record<string, unknown>>[] = [];
  /** Whether orders name their trades where that is asked for. */
  namesTrades = true;
  /** Names of all REST questions that were served. */
  readonly paths: string[] = [];
  /** The channel begins without a snapshot. */
  isSilent = false;
  /** The forms of all private questions that were served. */
  readonly asked: URLSearchParams[] = [];
  #sequence = 0;

  constructor(config: KrakenOrdersConfig = CONFIG) {
    this.machine = createKrakenOrders(config, SIGNER);
  }

  step(input: OrdersInput): void {
    const output = this.machine.step(input);
    this.reports.push(...output.reports);
    this.notices.push(...output.notices);
    for (const action of output.actions) {
      if (action.type === 'OpenChannel') this.opened.push(action.channel);
      if (action.type === 'CloseChannel') this.closed.push(action.channel);
      if (action.type === 'SendHttp') this.https.push(action);
      if (action.type !== 'SendFrame') continue;
      const { channel, text } = action;
      this.frames.push({ channel, params: {}, ...(JSON.parse(text) as object) } as SentFrame);
    }
  }

  get channel(): string {
    return this.opened.at(-1) ?? 'none';
  }

  frame(value: unknown): void {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const frame = new TextEncoder().encode(text);
    this.step({ type: 'FrameReceived', channel: this.channel, frame, now: this.now });
  }

  /** The oldest frame of `method` that waits. Throws where there is none. */
  take(method: string): SentFrame {
    const place = this.frames.findIndex((one) => one.method === method);
    const [found] = place < 0 ? [] : this.frames.splice(place, 1);
    if (found === undefined)
      throw new Error(`no ${method} but ${this.frames.map((f) => f.method).join()}`);
    return found;
  }

  has(method: string): boolean {
    return this.frames.some((one) => one.method === method);
  }

  answer({ method, req_id }: SentFrame, result: unknown): void {
    this.frame({ method, req_id, success: true, result });
  }

  refuse({ method, req_id }: SentFrame, error: string): void {
    this.frame({ method, req_id, success: false, error });
  }

  executed(...data: readonly object[]): void {
    this.#sequence += 1;
    this.frame({ channel: 'executions', type: 'update', sequence: this.#sequence, data });
  }

  /** Counts a message that never comes. */
  lose(): void {
    this.#sequence += 1;
  }

  /** The oldest REST question, by the end of its path. */
  takeHttp(name: string): Http {
    const place = this.https.findIndex(({ url }) => url.split('?')[0]?.endsWith(`/${name}`));
    const [found] = place < 0 ? [] : this.https.splice(place, 1);
    if (found === undefined)
      throw new Error(`no ${name} but ${this.https.map((h) => h.url).join()}`);
    return found;
  }

  reply({ requestID }: Http, body: unknown, status = 200): void {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const outcome = { type: 'Answered', status, headers: {}, body: text } as const;
    this.step({ type: 'HttpReplied', requestID, outcome, now: this.now });
  }

  /** Answers what REST was asked, until it is asked no more. */
  serve(): void {
    for (let next = this.https.shift(); next !== undefined; next = this.https.shift()) {
      const name = nameOf(next);
      this.paths.push(name);
      this.reply(next, {
        error: [],
        result: this.#result(name, new URLSearchParams(next.body ?? '')),
      });
    }
  }

  /** Refuses the oldest private question that waits. */
  refuseRest(error: string): void {
    const place = this.https.findIndex(({ method }) => method === 'POST');
    const [next] = place < 0 ? [] : this.https.splice(place, 1);
    if (next === undefined) throw new Error('no private question waits');
    this.paths.push(nameOf(next));
    this.reply(next, { error: [error] });
  }

  #result(name: string, form: URLSearchParams): unknown {
    this.asked.push(form);
    const named = (list: Readonly<Record<string, unknown>>): object =>
      Object.fromEntries(
        Object.entries(list).filter(
          ([, order]) =>
            form.get('cl_ord_id') === null ||
            (order as { cl_ord_id?: string }).cl_ord_id === form.get('cl_ord_id'),
        ),
      );
    const count = (list: object): number => Object.keys(list).length;
    switch (name) {
      case 'AssetPairs':
        return ASSET_PAIRS;
      case 'GetWebSocketsToken':
        return { token: TOKEN, expires: 900 };
      case 'OpenOrders':
        return { open: named(this.open) };
      case 'ClosedOrders':
        return {
          closed: this.#withTrades(named(this.closedOrders), form),
          count: count(named(this.closedOrders)) + (form.has('cl_ord_id') ? 0 : this.countedBeside),
        };
      case 'TradesHistory': {
        const from = Number(form.get('ofs'));
        const page = Object.entries(this.trades).slice(from, from + 50);
        return { trades: Object.fromEntries(page), count: count(this.trades) };
      }
      case 'QueryTrades': {
        const ids = (form.get('txid') ?? '').split(',');
        return Object.fromEntries(Object.entries(this.trades).filter(([id]) => ids.includes(id)));
      }
      default:
        return this.#queried(form);
    }
  }

  /** Of `QueryOrders`: the orders, and on request the ids of their trades. */
  #queried(form: URLSearchParams): unknown {
    const ids = (form.get('txid') ?? '').split(',');
    const orders = Object.entries({ ...this.open, ...this.closedOrders });
    return this.#withTrades(Object.fromEntries(orders.filter(([id]) => ids.includes(id))), form);
  }

  #withTrades(orders: object, form: URLSearchParams): object {
    if (form.get('trades') !== 'true' || !this.namesTrades) return orders;
    const tradesOf = (id: string): string[] =>
      Object.entries(this.trades)
        .filter(([, one]) => (one as { ordertxid: string }).ordertxid === id)
        .map(([tradeID]) => tradeID);
    return Object.fromEntries(
      Object.entries(orders).map(([id, order]) => [
        id,
        { ...(order as object), trades: tradesOf(id) },
      ]),
    );
  }

  /** From `OpenChannel` to `Ready`; `before`: what is done before REST answers anything about orders. */
  connect(before: () => void = () => undefined): void {
    this.step({ type: 'ChannelOpened', channel: this.channel, now: this.now });
    this.serve();
    const ping = this.take('ping');
    const time = `${isoTime(this.now).slice(0, 26)}Z`;
    this.frame({ method: 'pong', req_id: ping.req_id, time_in: time, time_out: time });
    this.subscribe();
    before();
    this.serve();
  }

  /** Answers a subscription, with a snapshot of what is open, and that of balances behind it. */
  subscribe(): void {
    this.answer(this.take('subscribe'), { channel: 'executions' });
    this.#sequence += 1;
    const data = this.isSilent ? null : [...this.#openParts(), ...this.snapshotTrades];
    if (data !== null) {
      this.frame({ channel: 'executions', type: 'snapshot', sequence: this.#sequence, data });
    }
    if (this.has('subscribe')) this.answer(this.take('subscribe'), { channel: 'balances' });
  }

  #openParts(): unknown[] {
    return Object.entries(this.open).map(([orderID, order]) => {
      const { cl_ord_id, vol, vol_exec } = order as Readonly<Record<string, string>>;
      const { price } = (order as { readonly descr: { readonly price: string } }).descr;
      return {
        order_id: orderID,
        exec_type: 'new',
        order_status: vol_exec === '0.00000000' ? 'new' : 'partially_filled',
        symbol: SYMBOL,
        side: 'buy',
        limit_price: Number(price),
        order_qty: Number(vol),
        cum_qty: Number(vol_exec),
        ...(cl_ord_id === undefined ? {} : { cl_ord_id }),
        timestamp: '2023-11-14T22:13:20.000000Z',
      };
    });
  }

  ready(): this {
    this.step({ type: 'Started', now: this.now });
    this.connect();
    return this;
  }

  /** Waits `ms`, in ticks of 100 ms; REST is answered meanwhile. */
  wait(ms: number, serves = true): void {
    for (let passed = 0; passed < ms; passed += 100) {
      this.now = epochNs(this.now + 100_000_000n);
      this.step({ type: 'ClockTicked', now: this.now });
      if (serves) this.serve();
    }
  }

  drop(): void {
    this.step({ type: 'ChannelClosed', channel: this.channel, cause: 'cut', now: this.now });
  }

  submit(order: ChildOrder): SentFrame {
    this.step({ type: 'Submit', child: asDurable(asReserved(order)), now: this.now });
    return this.take('add_order');
  }

  cancel(childID: ChildID): void {
    this.step({ type: 'Cancel', childID: asDurable(childID), now: this.now });
  }

  amend(childID: ChildID, price: string, orderQty: string): void {
    const terms = { price: asPrice(decimal(price)), orderQty: asQty(decimal(orderQty)) };
    const amend = asDurable(asReserved({ childID, venueID: CONFIG.venueID, ...terms }));
    this.step({ type: 'Amend', amend, now: this.now });
  }

  /** The reports since the last call, in short. */
  heard(): string[] {
    return this.reports.splice(0).map(inShort);
  }

  state(): string {
    const states = this.notices.flatMap((one) => (one.type === 'StateChanged' ? [one.state] : []));
    return states.at(-1) ?? 'none';
  }

  remarks(): string[] {
    return this.notices.flatMap((one) => (one.type === 'Remarked' ? [one.sentence] : []));
  }
}

function nameOf({ url }: Http): string {
  return url.split('?')[0]?.split('/').at(-1) ?? '';
}

const ASSET_PAIRS = {
  XBTUSDT: {
    altname: 'XBTUSDT',
    wsname: 'XBT/USDT',
    base: 'XXBT',
    quote: 'USDT',
    pair_decimals: 1,
    lot_decimals: 8,
    ordermin: '0.00005',
    costmin: '0.5',
    tick_size: '0.1',
    status: 'online',
  },
};

/** An order as REST lists it. */
export function restOrder(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    refid: null,
    status: 'open',
    opentm: 1_700_000_000.1,
    descr: { pair: 'XBTUSDT', type: 'buy', ordertype: 'limit', price: '100.5' },
    vol: '1.00000000',
    vol_exec: '0.00000000',
    ...fields,
  };
}

export function restTrade(orderID: string, vol: string): Record<string, unknown> {
  return {
    ordertxid: orderID,
    pair: 'XBTUSDT',
    time: 1_700_000_000.25,
    type: 'buy',
    price: '100.5',
    cost: '0',
    fee: '0.1',
    vol,
    trade_id: 1,
    maker: false,
  };
}

/** New terms as the executions channel tells them; figures as an amended order had them in January 2026. */
export function amended(
  orderID: string,
  price: number,
  orderQty: number,
  cumQty = 0,
): Record<string, unknown> {
  return {
    timestamp: '2023-11-14T22:13:20.250000Z',
    exec_type: 'amended',
    order_status: cumQty === 0 ? 'new' : 'partially_filled',
    cum_qty: cumQty,
    reason: 'User requested',
    amended: true,
    order_qty: orderQty,
    limit_price: price,
    limit_price_type: 'static',
    order_id: orderID,
  };
}

/** A trade as the executions channel tells it. */
export function trade(
  orderID: string,
  execID: string,
  lastQty: number,
  cumQty: number,
): Record<string, unknown> {
  return {
    order_id: orderID,
    exec_id: execID,
    exec_type: 'trade',
    symbol: SYMBOL,
    last_qty: lastQty,
    last_price: 100.5,
    liquidity_ind: 't',
    order_status: 'partially_filled',
    cum_qty: cumQty,
    fees: [{ asset: 'USDT', qty: 0.1 }],
    timestamp: '2023-11-14T22:13:20.250000Z',
  };
}

/** The order that most tests are about. */
export const ONE = child(1);
