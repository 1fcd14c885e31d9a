// One client that trades without pause: orders of all kinds, cancels that race fills, replaces, status
// requests. It keeps every report by its ExecID, and what it knows of each order from them alone.

import { FixClient, type FixMessage, describe, utc } from '../../counterparties/fix-client.ts';

export interface TraderOptions {
  readonly name: string;
  readonly port: number;
  readonly resets: boolean;
  /** Some orders name one of these as ExDestination(100): venues that would else get few. */
  readonly destinations: readonly string[];
  readonly logFile: string;
  /** Uniform, 0 <= x < 1. */
  readonly random: () => number;
  /** The market's price of a symbol such as `BTC/USDT`; null while unknown. */
  readonly price: (symbol: string) => number | null;
  /** Is the gateway being killed or stopped? Then a lost connection is no fault of the session. */
  readonly mayDie: () => boolean;
}

/** An ExecutionReport's figures, as text. */
export interface Told {
  readonly execID: string;
  readonly execType: string;
  readonly ordStatus: string;
  readonly orderID: string;
  readonly clOrdID: string;
  readonly origClOrdID: string;
  readonly orderQty: string;
  readonly cumQty: string;
  readonly leavesQty: string;
  readonly lastQty: string;
  readonly lastPx: string;
}

interface Order {
  readonly symbol: string;
  readonly side: string;
  readonly rests: boolean;
  qty: number;
  price: number;
  clOrdID: string;
  isKnown: boolean;
  isEnded: boolean;
  isLost: boolean;
  /** ClOrdID of the request that is under way. */
  pending: string | null;
  pendingSince: number;
  askedAt: number;
}

interface Terms {
  readonly symbol: string;
  readonly lots: number;
  readonly decimals: number;
}

/** Quantities from `lots` to ten times that, in units of 10^-decimals. */
const INSTRUMENTS: readonly Terms[] = [
  { symbol: 'BTC/USDT', lots: 150, decimals: 5 },
  { symbol: 'ETH/USDT', lots: 300, decimals: 4 },
  { symbol: 'SOL/USDT', lots: 500, decimals: 3 },
];

/** The part of the orders that do not rest which name their venue. */
const DIRECTED = 0.06;
const MAX_RESTING = 25;
/** Of the kinds of orders, as they are drawn: all, and those that do not rest. */
const ALL_KINDS = 1;
const NOT_RESTING = 0.46;
const PACE_MS = 12;
/** Seconds; the shortest there is, so that reports soon count as arrived when sequence numbers are reset. */
export const HEART_BT_INT = 1;

export class Trader {
  readonly name: string;
  readonly client: FixClient;
  readonly told = new Map<string, Told>();
  readonly violations: string[] = [];
  /** Reports that came again with PossResend=Y. */
  repeated = 0;
  sentOrders = 0;
  readonly #options: TraderOptions;
  readonly #orders = new Map<string, Order>();
  /** By each ClOrdID of an order's chain. */
  readonly #byClOrdID = new Map<string, Order>();
  #nextID = 1;
  #trading: NodeJS.Timeout | null = null;

  constructor(options: TraderOptions) {
    this.#options = options;
    this.name = options.name;
    this.client = new FixClient({
      port: options.port,
      compID: options.name,
      password: `${options.name}-password`,
      heartBtInt: HEART_BT_INT,
      resets: options.resets,
      logFile: options.logFile,
      received: (message) => this.#received(message),
      ended: (cause) => {
        if (options.mayDie() || this.client.stoodStill) return;
        this.violations.push(`the session died: ${cause}`);
      },
      violated: (rule) => this.violations.push(rule),
    });
  }

  start(): void {
    this.client.start();
    this.goOn();
  }

  /** Trades, also behind `pause`. */
  goOn(): void {
    this.#trading ??= setInterval(() => this.#act(), PACE_MS);
  }

  /** No more orders; `settle` then brings the open ones to their end. */
  pause(): void {
    if (this.#trading !== null) clearInterval(this.#trading);
    this.#trading = null;
  }

  /** Asks for the end of what is open. True once nothing is. */
  settle(): boolean {
    let open = 0;
    const now = Date.now();
    for (const order of this.#orders.values()) {
      if (order.isEnded || order.isLost) continue;
      open += 1;
      if (now - order.askedAt < 1_000) continue;
      order.askedAt = now;
      if (order.isKnown) this.#cancel(order);
      else this.#askStatus(order, order.clOrdID);
    }
    return open === 0;
  }

  /** Orders that were sent in a connection that broke, and never arrived. */
  get lost(): readonly string[] {
    return [...this.#orders].filter(([, order]) => order.isLost).map(([clOrdID]) => clOrdID);
  }

  get openOrders(): readonly string[] {
    return [...this.#orders.values()]
      .filter((order) => !order.isEnded && !order.isLost)
      .map(({ clOrdID, isKnown, pending }) => `${clOrdID} known=${isKnown} pending=${pending}`);
  }

  #act(): void {
    if (!this.client.isLoggedOn) return;
    const { random } = this.#options;
    const resting = [...this.#orders.values()].filter(
      (order) => order.isKnown && !order.isEnded && order.rests,
    );
    const target = resting[Math.floor(random() * resting.length)];
    const draw = random();
    if (resting.length >= MAX_RESTING || (target !== undefined && draw < 0.3)) {
      if (target === undefined) return;
      if (this.#isPending(target)) {
        // All that rests may be in doubt for half a minute: what does not rest still shows that the gateway is there.
        if (resting.length >= MAX_RESTING && draw < 0.1) this.#enter(NOT_RESTING);
        return;
      }
      if (draw < 0.12) return this.#replace(target);
      if (draw < 0.16) return this.#askStatus(target, target.clOrdID);
      return this.#cancel(target);
    }
    // A cancel on the heels of its order races it through gateway and venue.
    const order = this.#enter();
    if (order?.rests === true && random() < 0.1) this.#cancel(order);
  }

  /** A request of a client that resets dies with its connection: another one may follow. */
  #isPending(order: Order): boolean {
    if (order.pending === null) return false;
    return !this.#options.resets || Date.now() - order.pendingSince < 1_000;
  }

  #enter(kinds = ALL_KINDS): Order | null {
    const { random, price } = this.#options;
    const terms = INSTRUMENTS[Math.floor(random() * INSTRUMENTS.length)] ?? INSTRUMENTS[0];
    if (terms === undefined) return null;
    const mid = price(terms.symbol);
    if (mid === null) return null;
    const side = random() < 0.5 ? '1' : '2';
    const kind = random() * kinds;
    const [ordType, timeInForce, awayBps] =
      kind < 0.3
        ? ['2', '3', -4]
        : kind < 0.38
          ? ['2', '4', -6]
          : kind < 0.46
            ? ['1', '3', 0]
            : kind < 0.5
              ? ['1', '0', 0]
              : kind < 0.75
                ? ['2', '1', 4 * random() - 0.5]
                : ['2', '0', 4 * random() - 0.5];
    const away = (side === '1' ? -1 : 1) * Number(awayBps);
    const lots = Math.round(terms.lots * (1 + 9 * random()) * (random() < 0.05 ? 20 : 1));
    const order: Order = {
      symbol: random() < 0.01 ? 'DOGE/USDT' : terms.symbol,
      side,
      rests: timeInForce === '1' || timeInForce === '0',
      qty: lots / 10 ** terms.decimals,
      price: mid * (1 + away / 10_000),
      clOrdID: this.#newID(),
      isKnown: false,
      isEnded: false,
      isLost: false,
      pending: null,
      pendingSince: 0,
      askedAt: Date.now(),
    };
    const fields: (readonly [number, string])[] = [
      [11, order.clOrdID],
      [1, `${this.name}-1`],
      [55, order.symbol],
      [54, side],
      [60, utc()],
      [38, order.qty.toFixed(terms.decimals)],
      [40, String(ordType)],
      [59, String(timeInForce)],
    ];
    if (ordType === '2') fields.push([44, order.price.toFixed(2)]);
    if (!order.rests) fields.push(...this.#destination(terms.symbol));
    if (!this.client.send('D', fields)) return null;
    this.sentOrders += 1;
    this.#orders.set(order.clOrdID, order);
    this.#byClOrdID.set(order.clOrdID, order);
    return order;
  }

  /** Of the coins that all venues list. */
  #destination(symbol: string): readonly (readonly [number, string])[] {
    const { destinations, random } = this.#options;
    if (destinations.length === 0 || symbol === 'SOL/USDT' || random() > DIRECTED) return [];
    const venue = destinations[Math.floor(random() * destinations.length)];
    return venue === undefined ? [] : [[100, venue]];
  }

  #replace(order: Order): void {
    const { random } = this.#options;
    const terms = INSTRUMENTS.find(({ symbol }) => symbol === order.symbol);
    if (terms === undefined) return;
    const clOrdID = this.#newID();
    const qty = Number((order.qty * (0.5 + 1.2 * random())).toFixed(terms.decimals));
    const price = order.price * (1 + (4 * random() - 2) / 10_000);
    const isSent = this.client.send('G', [
      [11, clOrdID],
      [41, order.clOrdID],
      [1, `${this.name}-1`],
      [55, order.symbol],
      [54, order.side],
      [60, utc()],
      [38, qty.toFixed(terms.decimals)],
      [40, '2'],
      [44, price.toFixed(2)],
    ]);
    if (!isSent) return;
    order.pending = clOrdID;
    order.pendingSince = Date.now();
    this.#byClOrdID.set(clOrdID, order);
  }

  #cancel(order: Order): void {
    const clOrdID = this.#newID();
    const isSent = this.client.send('F', [
      [11, clOrdID],
      [41, order.clOrdID],
      [55, order.symbol],
      [54, order.side],
      [60, utc()],
    ]);
    if (!isSent) return;
    order.pending = clOrdID;
    order.pendingSince = Date.now();
    this.#byClOrdID.set(clOrdID, order);
  }

  #askStatus(order: Order, clOrdID: string): void {
    this.client.send('H', [
      [11, clOrdID],
      [55, order.symbol],
      [54, order.side],
    ]);
  }

  #received(message: FixMessage): void {
    switch (message.msgType) {
      case '8':
        return this.#report(message);
      case '9':
        return this.#cancelRejected(message);
      default:
        this.violations.push(`not expected: ${describe(message)}`);
    }
  }

  #report(message: FixMessage): void {
    const told = toldIn(message);
    const before = this.told.get(told.execID);
    if (before !== undefined) {
      this.repeated += 1;
      if (!message.possResend) {
        this.violations.push(`ExecID came again without PossResend: ${describe(message)}`);
      }
      if (JSON.stringify(before) !== JSON.stringify(told)) {
        this.violations.push(`ExecID came again with other figures: ${describe(message)}`);
      }
      return;
    }
    this.told.set(told.execID, told);
    const order = this.#byClOrdID.get(told.clOrdID) ?? this.#byClOrdID.get(told.origClOrdID);
    if (order === undefined) {
      this.violations.push(`a report for no order of ours: ${describe(message)}`);
      return;
    }
    if (told.execType === 'I' && told.orderID === 'NONE') {
      if (!order.isKnown) order.isLost = true;
      return;
    }
    order.isKnown = true;
    // A rejected order is none: its rejection may be caught up on behind the answer that it is unknown.
    if (order.isLost && told.orderID !== 'NONE') {
      this.violations.push(`reported after it was unknown: ${describe(message)}`);
    }
    if (told.execType === '5') {
      order.clOrdID = told.clOrdID;
      order.qty = Number(told.orderQty);
      order.price = Number(message.get(44) ?? order.price);
    }
    // What is pending is not told by reports about the order before it.
    if (told.clOrdID === order.pending && !'6EI'.includes(told.execType)) order.pending = null;
    if ('248C'.includes(told.ordStatus)) order.isEnded = true;
  }

  #cancelRejected(message: FixMessage): void {
    const order = this.#byClOrdID.get(message.get(11) ?? '');
    if (order === undefined) {
      this.violations.push(`a cancel reject for no request of ours: ${describe(message)}`);
      return;
    }
    if (order.pending === message.get(11)) order.pending = null;
    // A fill that came before its cancel was pending leaves it to this one to say that it is filled.
    if (message.get(37) !== 'NONE' && '248C'.includes(message.get(39) ?? '?')) order.isEnded = true;
    const latest = message.get(41);
    // Behind a crash the gateway's word is newer than ours on which request was accepted last.
    if (latest !== null && this.#byClOrdID.get(latest) === order && message.get(37) !== 'NONE') {
      order.clOrdID = latest;
    }
  }

  #newID(): string {
    const id = `${this.name}-${this.#nextID}`;
    this.#nextID += 1;
    return id;
  }
}

export function toldIn(message: FixMessage): Told {
  const text = (tag: number): string => message.get(tag) ?? '';
  return {
    execID: text(17),
    execType: text(150),
    ordStatus: text(39),
    orderID: text(37),
    clOrdID: text(11),
    origClOrdID: text(41),
    orderQty: text(38),
    cumQty: text(14),
    leavesQty: text(151),
    lastQty: text(32),
    lastPx: text(31),
  };
}
