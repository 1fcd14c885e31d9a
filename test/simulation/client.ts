// A client: a FIX initiator with a memory, which trades at random and believes only what it is told.

import {
  type Deliver,
  type MessageBody,
  MessageWriter,
  type SendOptions,
  SessionDriver,
  defaultSessionSettings,
  initiate,
  memoryGate,
  memoryStore,
} from '../../gateway/fix/index.ts';
import { MsgType, Tag } from '../../spec/dictionaries/index.ts';
import type { Network } from '../../spec/ports/index.ts';
import { ONE, asQty, formatDecimal } from '../../spec/units/index.ts';
import { symbol } from '../fixtures/desk.ts';
import type { Chance } from './chance.ts';
import { toldBy } from './told.ts';
import type { SimulatedNetwork } from './network.ts';
import { type Speech, in44, spokenBy } from './versions.ts';
import { Broken, FIRST_DAY, type Life, type World } from './world.ts';

export const gatewayCompID = 'CAUSEWAY';

/** What the client asked for, and how that was answered. */
interface Request {
  readonly msgType: 'D' | 'F' | 'G' | 'H';
  readonly clOrdID: string;
  /** The order's first ClOrdID. */
  readonly first: string;
  readonly terms: Terms;
  readonly body: MessageBody;
  answers: number;
  isSettled: boolean;
}

interface Terms {
  readonly side: '1' | '2';
  readonly orderQty: bigint;
}

/** An order as the client sees it. */
export interface ClientOrder {
  readonly first: string;
  readonly terms: Terms;
  /** The ClOrdID of the last request that was not rejected. */
  clOrdID: string;
  orderID: string | null;
  ordStatus: string | null;
  isResting: boolean;
  readonly isDay: boolean;
  /** On which it was accepted, by the desk's clock: 8 digits; null: not known. */
  day: string | null;
}

interface Trade {
  readonly orderID: string;
  readonly side: string;
  readonly lastQty: bigint;
  readonly lastPx: bigint;
}

/** OrdStatus(39) of an order that is over. */
const OVER = new Set(['2', '4', '8', 'C']);
/** ExecType(150) that settles a request: Canceled, Replaced, and Filled's cancel reject is a 9. */
const ANSWER = {
  New: '0',
  Canceled: '4',
  Replaced: '5',
  PendingCancel: '6',
  Rejected: '8',
} as const;

export interface ClientParts {
  readonly world: World;
  readonly network: SimulatedNetwork;
  readonly amends: Chance | null;
  readonly speech: Speech;
  /** What ends with the day is left to it. */
  readonly dayEnds: boolean;
}

export class SimulatedClient {
  readonly name: string;
  readonly #world: World;
  readonly #life: Life;
  readonly #driver: SessionDriver;
  readonly #writer = new MessageWriter();
  readonly #requests = new Map<string, Request>();
  readonly orders = new Map<string, ClientOrder>();
  readonly trades = new Map<string, Trade>();
  /** What each report said, as a drop copy must say it, by ExecID. */
  readonly reports = new Map<string, string>();
  readonly #seen = new Map<string, string>();
  readonly #cumQty = new Map<string, bigint>();
  /** ExecIDs of trades that were taken back. */
  readonly #cancelledTrades = new Set<string>();
  #count = 0;
  /** Each logon opens a new epoch: what was on its way may be lost, and what is heard comes out of order. */
  readonly #resets: boolean;
  /** By OrderID: the journal sequence of the newest report. */
  readonly #newest = new Map<string, number>();
  isTrading = true;

  /** The draws of a client that changes what rests; null: it does so no more than others. */
  readonly #amends: Chance | null;
  readonly #speech: Speech;
  readonly #dayEnds: boolean;
  readonly #network: SimulatedNetwork;
  /** Simulated seconds until which it reaches nobody. */
  #awayUntil = 0;

  constructor(name: string, around: ClientParts) {
    const { world, network, amends, speech, dayEnds } = around;
    this.#dayEnds = dayEnds;
    this.#amends = amends;
    this.#speech = speech;
    world.count(spokenBy('client', speech.version));
    this.name = name;
    this.#world = world;
    this.#life = { name, isOver: false };
    this.#resets = world.chance.happens(150);
    if (this.#resets) world.count('client: resets at each logon');
    const store = memoryStore();
    this.#driver = new SessionDriver({
      rules: {
        settings: {
          ...defaultSessionSettings,
          role: 'Initiator',
          beginString: speech.beginString,
          senderCompID: name,
          targetCompID: gatewayCompID,
          askReset: this.#resets,
        },
        dictionary: speech.dictionary,
        authenticate: () => true,
      },
      store,
      clock: world.clock(),
      log: world.log(name),
      gate: memoryGate(store),
      application: {
        deliver: (message) => this.#heard(message),
        loggedOn: (_session, { epochOpened }) => {
          world.tell(name, `is logged on${epochOpened ? ', in a new epoch' : ''}`);
          if (epochOpened) this.#sendAgain();
        },
        loggedOff: (_session, reason) => world.tell(name, `is logged off: ${reason}`),
      },
    });
    this.#network = network;
    initiate({
      network: this.#plugged(network.of(this.#life)),
      timers: world.timers(this.#life),
      log: world.log(name),
      address: { host: 'gateway', port: 9_876 },
      session: this.#driver,
      limits: { tickMs: 1_000, reconnectMs: 200, maxReconnectMs: 2_000 },
    });
    this.#actOn();
  }

  /** Reaches nobody for so long, and says nothing before. */
  goAway(seconds: number): void {
    this.#world.tell(this.name, `is away for ${seconds} s`);
    this.#awayUntil = this.#world.seconds + seconds;
    this.#network.unplug(this.#life);
  }

  #plugged(network: Network): Network {
    return {
      listen: (...asked) => network.listen(...asked),
      connect: (address, opened, failed) => {
        if (this.#world.seconds >= this.#awayUntil) {
          return network.connect(address, opened, failed);
        }
        this.#world.after(this.#life, 1, () => failed('no network'), 'in passing');
      },
    };
  }

  get isLoggedOn(): boolean {
    return this.#driver.state.phase === 'LoggedOn';
  }

  /** Requests that nothing answered yet. */
  get unanswered(): readonly string[] {
    return [...this.#requests.values()]
      .filter((request) => !request.isSettled)
      .map(({ msgType, clOrdID }) => `${msgType} ${clOrdID}`);
  }

  /** Cancels every order that is not over, but for those that must end with their day. */
  cancelAll(): void {
    if (!this.isLoggedOn) return;
    for (const order of this.orders.values()) {
      if (isOver(order) || order.ordStatus === '6' || order.ordStatus === null) continue;
      if (this.#dayEnds && order.isDay && order.day === FIRST_DAY) continue;
      this.#cancel(order);
    }
  }

  /**
   * What was asked in the epoch before and not answered: an order is sent again as a possible resend; of
   * another request the client finds out by asking for the order.
   */
  #sendAgain(): void {
    for (const request of this.#requests.values()) {
      if (request.isSettled) continue;
      if (request.msgType === 'D') {
        this.#world.count('client: order sent again');
        this.#send(request.body, { possResend: true });
        continue;
      }
      request.isSettled = true;
      const order = this.orders.get(request.first);
      if (order !== undefined && order.orderID !== null) this.#ask(order);
    }
  }

  #actOn(): void {
    this.#world.after(this.#life, this.#world.chance.between(50, 900), () => {
      if (this.isTrading && this.#world.happens(`${this.name} acts`)) this.#act();
      this.#actOn();
    });
  }

  #act(): void {
    const { chance } = this.#world;
    if (!this.isLoggedOn && !chance.happens(300)) return;
    const resting = this.#someResting();
    if (resting !== null) return this.#replace(resting, restingTerms(resting, this.#amends));
    const order = this.#someOrder();
    const what = chance.below(100);
    if (order === null || what < 50) return this.#enter();
    if (what < 70) return this.#cancel(order);
    if (what < 92) return this.#replace(order);
    this.#ask(order);
  }

  /** Where venues take new terms: an order that may rest still, every other time. */
  #someResting(): ClientOrder | null {
    if (this.#amends?.happens(500) !== true) return null;
    const resting = [...this.orders.values()].filter(
      (order) => order.isResting && (order.ordStatus === '0' || order.ordStatus === '1'),
    );
    return resting.length === 0 ? null : this.#amends.pick(resting.slice(-4));
  }

  /** One of the newest, mostly; now and then any, ended or not. */
  #someOrder(): ClientOrder | null {
    const all = [...this.orders.values()];
    const { chance } = this.#world;
    if (all.length === 0) return null;
    return chance.pick(chance.happens(900) ? all.slice(-4) : all);
  }

  #enter(): void {
    const { chance } = this.#world;
    // The ClOrdID of an order that was rejected is free again.
    const known = chance.happens(30) ? this.#someOrder() : null;
    // It is free on another day, and the desk's clock says when that begins.
    const isDuplicate = known !== null && known.orderID !== null && !this.#dayEnds;
    const clOrdID = isDuplicate ? known.first : this.#nextID();
    const side = chance.pick(['1', '2'] as const);
    const timeInForce = chance.pick(['0', '1', '1', '3', '4'] as const);
    const isMarket = chance.happens(150);
    const orderQty = someQty(this.#world);
    const out = this.#writer
      .begin(MsgType.NewOrderSingle)
      .string(Tag.ClOrdID, clOrdID)
      .string(Tag.Symbol, chance.happens(15) ? 'NO/SUCH' : symbol)
      .char(Tag.Side, side)
      .utcTimestamp(Tag.TransactTime, this.#world.now)
      .decimal(Tag.OrderQty, orderQty)
      .char(Tag.OrdType, isMarket ? '1' : '2');
    if (this.#speech.needsHandlInst) out.char(Tag.HandlInst, '1');
    if (!isMarket) out.decimal(Tag.Price, somePrice(this.#world));
    out.char(Tag.TimeInForce, timeInForce);
    const terms = { side, orderQty };
    if (isDuplicate) {
      this.#world.count('client: duplicate ClOrdID');
    } else {
      const isResting = !isMarket && (timeInForce === '0' || timeInForce === '1');
      const isDay = timeInForce === '0';
      const fresh = { orderID: null, ordStatus: null, day: null };
      this.orders.set(clOrdID, { first: clOrdID, terms, clOrdID, isResting, isDay, ...fresh });
    }
    const body = ownCopy(out.end());
    if (!isDuplicate) this.#asked({ msgType: 'D', clOrdID, first: clOrdID, terms, body });
    this.#send(body);
  }

  #cancel(order: ClientOrder): void {
    const clOrdID = this.#nextID();
    const out = this.#writer
      .begin(MsgType.OrderCancelRequest)
      .string(Tag.OrigClOrdID, order.clOrdID)
      .string(Tag.ClOrdID, clOrdID)
      .string(Tag.Symbol, symbol)
      .char(Tag.Side, order.terms.side)
      .utcTimestamp(Tag.TransactTime, this.#world.now)
      .decimal(Tag.OrderQty, order.terms.orderQty);
    const body = ownCopy(out.end());
    this.#asked({ msgType: 'F', clOrdID, first: order.first, terms: order.terms, body });
    this.#send(body);
  }

  #replace(order: ClientOrder, terms: Asked | null = null): void {
    const clOrdID = this.#nextID();
    const orderQty = terms?.orderQty ?? someQty(this.#world);
    const out = this.#writer
      .begin(MsgType.OrderCancelReplaceRequest)
      .string(Tag.OrigClOrdID, order.clOrdID)
      .string(Tag.ClOrdID, clOrdID)
      .string(Tag.Symbol, symbol)
      .char(Tag.Side, order.terms.side)
      .utcTimestamp(Tag.TransactTime, this.#world.now)
      .decimal(Tag.OrderQty, orderQty)
      .char(Tag.OrdType, '2')
      .decimal(Tag.Price, terms?.price ?? somePrice(this.#world));
    if (this.#speech.needsHandlInst) out.char(Tag.HandlInst, '1');
    const body = ownCopy(out.end());
    this.#asked({ msgType: 'G', clOrdID, first: order.first, terms: order.terms, body });
    this.#send(body);
  }

  #ask(order: ClientOrder): void {
    this.#send(
      this.#writer
        .begin(MsgType.OrderStatusRequest)
        .string(Tag.ClOrdID, order.clOrdID)
        .string(Tag.Symbol, symbol)
        .char(Tag.Side, order.terms.side)
        .end(),
    );
  }

  #nextID(): string {
    this.#count += 1;
    return `${this.name}-${this.#count}`;
  }

  #asked(request: Omit<Request, 'answers' | 'isSettled'>): void {
    this.#requests.set(request.clOrdID, { ...request, answers: 0, isSettled: false });
  }

  #send(body: MessageBody, options: SendOptions = {}): void {
    const { msgSeqNum, bytes } = this.#driver.send(body, options);
    this.#world.count(`client: sent ${body.msgType}`);
    this.#world.tell(this.name, () => `sends ${msgSeqNum} ${readable(bytes)}`);
  }

  #heard({ view, msgSeqNum, possDup, possResend }: Deliver): void {
    const field = in44(this.#speech.version, (tag) => view.string(tag) ?? '');
    this.#world.tell(
      this.name,
      () => `hears ${msgSeqNum}${possDup ? ' again' : ''} ${readable(view.message)}`,
    );
    switch (view.msgType) {
      case MsgType.ExecutionReport:
        return this.#executed(field, (tag) => decimalIn(view.decimal(tag)));
      case MsgType.OrderCancelReject:
        return this.#rejected(field, possResend);
      default:
        throw new Broken('an answer that no request deserves', readable(view.message));
    }
  }

  #executed(field: (tag: number) => string, decimal: (tag: number) => bigint): void {
    const execID = field(Tag.ExecID);
    const clOrdID = field(Tag.ClOrdID);
    const execType = field(Tag.ExecType);
    const orderID = field(Tag.OrderID);
    const told = `${clOrdID} ${execType} ${orderID} ${decimal(Tag.CumQty)} ${decimal(Tag.LeavesQty)}`;
    const before = this.#seen.get(execID);
    if (before !== undefined) {
      if (before !== told) throw new Broken('I2', `ExecID ${execID} came back with other figures`);
      return;
    }
    this.#seen.set(execID, told);
    this.reports.set(execID, toldBy(field));
    if (execType === 'F') this.#traded({ execID, orderID, side: field(Tag.Side) }, decimal);
    if (execType === 'H') this.#tradeCancelled(field(Tag.ExecRefID), orderID);
    if (execType === 'I') return this.#answeredAgain(clOrdID, orderID, field(Tag.OrdStatus));
    if (!this.#resets) this.#checkSum(orderID, decimal(Tag.CumQty));
    this.#answer(clOrdID, execType, orderID);
    if (!this.#isNews(execID, orderID)) return;
    const order = this.#orderOf(clOrdID, orderID);
    if (order === undefined) return;
    if (execType === ANSWER.Replaced) order.clOrdID = clOrdID;
    if (orderID !== 'NONE') order.orderID = orderID;
    if (execType === ANSWER.New) order.day = field(Tag.TransactTime).slice(0, 8);
    order.ordStatus = field(Tag.OrdStatus);
  }

  /** A report of an earlier epoch may come behind a later one. */
  #isNews(execID: string, orderID: string): boolean {
    const sequence = Number(execID.split('-')[1]);
    if (orderID !== 'NONE' && sequence < (this.#newest.get(orderID) ?? 0)) return false;
    this.#newest.set(orderID, sequence);
    return true;
  }

  /** A status is also the answer to an order that was sent again. */
  #answeredAgain(clOrdID: string, orderID: string, ordStatus: string): void {
    const request = this.#requests.get(clOrdID);
    const order = this.orders.get(request?.first ?? clOrdID);
    if (!this.#resets || orderID === 'NONE' || order === undefined) return;
    if (request?.msgType === 'D') request.isSettled = true;
    order.orderID = orderID;
    order.ordStatus = ordStatus;
  }

  #traded(
    { execID, orderID, side }: { execID: string; orderID: string; side: string },
    decimal: (tag: number) => bigint,
  ): void {
    const lastQty = decimal(Tag.LastQty);
    const lastPx = decimal(Tag.LastPx);
    if (this.#cancelledTrades.has(execID)) return;
    this.trades.set(execID, { orderID, side, lastQty, lastPx });
    this.#cumQty.set(orderID, (this.#cumQty.get(orderID) ?? 0n) + lastQty);
  }

  /** A client that resets may hear of the trade only behind its end. */
  #tradeCancelled(execRefID: string, orderID: string): void {
    const trade = this.trades.get(execRefID);
    this.#world.count('client: trade cancelled');
    this.#cancelledTrades.add(execRefID);
    if (trade === undefined && !this.#resets) {
      throw new Broken('a trade cancel names its trade', `${execRefID} is none of ${orderID}`);
    }
    if (trade === undefined) return;
    this.trades.delete(execRefID);
    this.#cumQty.set(orderID, (this.#cumQty.get(orderID) ?? 0n) - trade.lastQty);
  }

  /** Reports come in order: what was traded so far is what the report says, to the last unit. */
  #checkSum(orderID: string, cumQty: bigint): void {
    const sum = this.#cumQty.get(orderID) ?? 0n;
    if (orderID === 'NONE' || sum === cumQty) return;
    throw new Broken(
      'the client`s trades add up to CumQty',
      `order ${orderID}: ${formatDecimal(sum)} traded, CumQty(14) ${formatDecimal(cumQty)}`,
    );
  }

  #answer(clOrdID: string, execType: string, orderID: string): void {
    const request = this.#requests.get(clOrdID);
    if (request === undefined) return;
    if (request.msgType === 'D') {
      const isRejected = execType === ANSWER.Rejected;
      const isOtherOrder = isRejected && orderID !== 'NONE';
      if (execType !== ANSWER.New && (!isRejected || isOtherOrder || request.isSettled)) return;
      request.answers += 1;
      // One that was rejected and is sent again is judged again.
      if (request.answers > 1 && !this.#resets) {
        throw new Broken('I2', `order ${clOrdID} was answered twice`);
      }
      request.isSettled = true;
      return;
    }
    if (execType === ANSWER.PendingCancel || execType === 'E') {
      request.answers += 1;
      if (request.answers > 1) throw new Broken('I2', `request ${clOrdID} was pending twice`);
    }
    const settling = request.msgType === 'F' ? ANSWER.Canceled : ANSWER.Replaced;
    if (execType === settling) request.isSettled = true;
  }

  #rejected(field: (tag: number) => string, possResend: boolean): void {
    const clOrdID = field(Tag.ClOrdID);
    const ordStatus = field(Tag.OrdStatus);
    const request = this.#requests.get(clOrdID);
    if (request === undefined) throw new Broken('a reject of what was not asked', clOrdID);
    const isAgain = possResend || this.#resets;
    if (request.isSettled && !isAgain) {
      throw new Broken('I2', `request ${clOrdID} was settled twice`);
    }
    request.isSettled = true;
    const order = this.orders.get(request.first);
    if (order === undefined || order.orderID === null) return;
    // One that comes again may be older than what is known: only an end is news, and of this order.
    const isNews = OVER.has(ordStatus) && field(Tag.OrderID) === order.orderID;
    if (!isAgain || isNews) order.ordStatus = ordStatus;
  }

  #orderOf(clOrdID: string, orderID: string): ClientOrder | undefined {
    const first = this.#requests.get(clOrdID)?.first ?? clOrdID;
    const order = this.orders.get(first);
    if (order?.orderID !== null && order?.orderID !== orderID && orderID !== 'NONE')
      return undefined;
    return orderID === 'NONE' && order?.orderID !== null ? undefined : order;
  }
}

export function isOver(order: ClientOrder): boolean {
  return order.ordStatus !== null && OVER.has(order.ordStatus);
}

interface Asked {
  readonly orderQty: bigint;
  readonly price: bigint;
}

/** On its own side of the market, mostly: what takes something that is shown is routed anew. */
function restingTerms({ terms }: ClientOrder, chance: Chance | null): Asked | null {
  if (chance === null) return null;
  const cents = BigInt(chance.between(-2, 60));
  const price = (terms.side === '1' ? 9_997n - cents : 10_003n + cents) * (ONE / 100n);
  return { price, orderQty: asQty(BigInt(chance.between(1, 20_000)) * (ONE / 1_000n)) };
}

/** Mostly on the lot; now and then zero, off the lot or too large. */
function someQty({ chance }: World): bigint {
  if (chance.happens(20)) return chance.pick([0n, ONE / 10_000n, 10_000_000n * ONE]);
  return asQty(BigInt(chance.between(1, 20_000)) * (ONE / 1_000n));
}

/** Within a tenth of 100, on the tick; now and then off it or beyond the collar. */
function somePrice({ chance }: World): bigint {
  if (chance.happens(15)) return chance.pick([ONE / 1_000n, 500n * ONE]);
  return BigInt(chance.between(9_990, 10_010)) * (ONE / 100n);
}

/** The writer's buffer is used again for the next message. */
function ownCopy({ msgType, bytes }: MessageBody): MessageBody {
  return { msgType, bytes: bytes.slice() };
}

function decimalIn(found: bigint | string): bigint {
  return typeof found === 'bigint' ? found : 0n;
}

/** Header fields that tell nothing of the story. */
const DULL = /^(8|9|10|34|49|52|56|60|122)=/;

/** A FIX message as a person reads it. */
export function readable(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .split('\u0001')
    .filter((one) => one !== '' && !DULL.test(one))
    .join(' ');
}
