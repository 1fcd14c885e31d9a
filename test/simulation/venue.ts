// A venue with an adapter in front of it, as the desk knows them: requests in, VenueReports out. What
// really happened is in its ledger; what is said of it may be late, lost, repeated or out of order.

import type { VenueEffect } from '../../gateway/process/desk-host.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import {
  type ChildID,
  type Listing,
  type OrderID,
  asVenueExecID,
  asVenueOrderID,
} from '../../spec/terms/index.ts';
import { type Qty, ZERO_QTY, addQty, asQty, subtractQty } from '../../spec/units/index.ts';
import type {
  AdoptedChild,
  Capabilities,
  ChildAmend,
  ChildEndHow,
  ChildOrder,
  Fill,
  VenueReport,
  VenueState,
} from '../../spec/venues/index.ts';
import type { Chance } from './chance.ts';
import type { Witness } from './witness.ts';
import { Broken, type Life, type World } from './world.ts';

const capabilities: Capabilities = {
  timesInForce: ['GTC', 'IOC', 'FOK'],
  postOnly: false,
  replace: 'cancelAndNew',
  orderDeadlineMs: 5_000,
  queryLagMs: 500,
};

/** The adapter gives up waiting for an answer. */
const ANSWER_MS = 2_000;
/** The adapter compares its children with the venue. */
const AUDIT_MS = 5_000;

export interface VenueOrder {
  /** On the terms that it has now. */
  child: ChildOrder;
  readonly orderID: OrderID;
  readonly fills: Fill[];
  cumQty: Qty;
  /** Null while it works. */
  end: ChildEndHow | 'Refused' | null;
  /** The venue was started again, and knows nothing of it but its trades. */
  isForgotten: boolean;
}

/** What is true over all venues together. */
export interface Floor {
  /** Orders with a fill behind a venue's final word: there overfill is no fault of the desk's. */
  readonly lied: Set<OrderID>;
  /** Filled, working and on its way, wherever it is. */
  outAndDone(orderID: OrderID): bigint;
}

export interface VenueParts {
  readonly world: World;
  readonly witness: Witness;
  readonly floor: Floor;
  readonly amends: Chance | null;
  /** The draws of a key that may not trade for a while; null: it always may. */
  readonly keys: Chance | null;
}

export class SimulatedVenue {
  readonly #world: World;
  readonly #witness: Witness;
  readonly #floor: Floor;
  readonly #life: Life;
  readonly listing: Listing;
  readonly ledger = new Map<ChildID, VenueOrder>();
  readonly #submitted = new Map<ChildID, EpochNs>();
  /** New terms on their way here, by child. */
  readonly #amending = new Map<ChildID, { readonly orderQty: Qty; readonly sentAt: EpochNs }>();
  /** The draws of new terms for a child; null: it takes none. */
  readonly amends: Chance | null;
  #adapter: Adapter | null = null;
  readonly #keys: Chance | null;
  /** Until then the key may not trade. */
  #refusesKeyUntil = 0n;
  #execs = 0;

  constructor(listing: Listing, around: VenueParts) {
    this.listing = listing;
    this.amends = around.amends;
    this.#keys = around.keys;
    this.#life = { name: `venue ${listing.venueID}`, isOver: false };
    this.#world = around.world;
    this.#witness = around.witness;
    this.#floor = around.floor;
  }

  /** The adapter of a new process. */
  connect(life: Life, heard: AdapterEars): Adapter {
    this.#adapter = new Adapter({ world: this.#world, venue: this, life, heard });
    return this.#adapter;
  }

  /** A child leaves the gateway: it must be durable, new, and covered by what its order has left. */
  submitted(child: ChildOrder): void {
    const { childID } = child;
    const decided = this.#witness.decided.get(childID);
    if (decided === undefined)
      throw new Broken('I1', `child ${childID} left before it was durable`);
    if (this.#submitted.has(childID)) throw new Broken('I2', `child ${childID} was sent twice`);
    this.#submitted.set(childID, this.#world.now);
    this.checkCovered(decided.orderID, childID);
  }

  /** New terms leave the gateway: they must be durable, leave once, and be covered by their order or its pending replace. */
  amendSent(amend: ChildAmend): void {
    const { childID, price, orderQty } = amend;
    const decided = this.#witness.amendsDecided.get(childID);
    if (decided?.price !== price || decided.orderQty !== orderQty) {
      throw new Broken('I1', `new terms for ${childID} left, and are not durable or left before`);
    }
    this.#witness.amendsDecided.delete(childID);
    this.#amending.set(childID, { orderQty, sentAt: this.#world.now });
    const orderID = this.#witness.decided.get(childID)?.orderID;
    if (orderID !== undefined) this.checkCovered(orderID, childID);
  }

  /** From here on more may be filled of its order than was asked for. */
  lieAbout(childID: ChildID): void {
    const orderID = this.#witness.decided.get(childID)?.orderID;
    if (orderID !== undefined) this.#floor.lied.add(orderID);
  }

  /** The request's way to the venue goes on without the process. */
  later(delayMs: number, run: () => void): void {
    this.#world.after(this.#life, delayMs, run);
  }

  /** I3 at the venue: what is filled, what works and what comes is at most the order's quantity. */
  checkCovered(orderID: OrderID, childID: ChildID): void {
    const order = this.#witness.order(orderID);
    if (order === null) throw new Broken('I4', `child ${childID} is of no durable order`);
    const sum = this.#floor.outAndDone(orderID);
    const wanted = order.pendingReplace?.orderQty ?? 0n;
    const most = wanted > order.orderQty ? wanted : order.orderQty;
    if (sum > most && !this.#floor.lied.has(orderID)) {
      throw new Broken('I3', `order ${orderID} of ${order.orderQty} has ${sum} out and done`);
    }
  }

  /** Of one order: filled and working here, and what was sent and may still arrive. */
  outAndDone(orderID: OrderID): bigint {
    let sum = 0n;
    for (const [childID, sentAt] of this.#submitted) {
      const decided = this.#witness.decided.get(childID);
      if (decided?.orderID !== orderID) continue;
      const there = this.ledger.get(childID);
      if (there !== undefined) sum += there.end === null ? this.#mostQtyOf(there) : there.cumQty;
      else if (!this.#isTooLate(sentAt)) sum += decided.orderQty;
    }
    return sum;
  }

  #mostQtyOf({ child }: VenueOrder): bigint {
    const coming = this.#amending.get(child.childID);
    const mayCome = coming !== undefined && !this.#isTooLate(coming.sentAt);
    return mayCome && coming.orderQty > child.orderQty ? coming.orderQty : child.orderQty;
  }

  #isTooLate(sentAt: EpochNs): boolean {
    return this.#world.now - sentAt > BigInt(capabilities.orderDeadlineMs) * 1_000_000n;
  }

  arrived(child: ChildOrder, sentAt: EpochNs): void {
    const { chance } = this.#world;
    if (this.#isTooLate(sentAt)) return;
    const orderID = this.#witness.decided.get(child.childID)?.orderID;
    if (orderID === undefined) throw new Broken('I1', 'an order arrived that nobody decided');
    const order: VenueOrder = {
      child,
      orderID,
      fills: [],
      cumQty: ZERO_QTY,
      end: null,
      isForgotten: false,
    };
    this.ledger.set(child.childID, order);
    if (this.#floor.lied.has(orderID)) {
      this.#world.count('venue: an order arrived that was called absent');
    }
    if (this.#refusesKey()) {
      order.end = 'Refused';
      this.#say({ type: 'Refused', childID: child.childID, text: 'the key may not trade' });
      return this.#adapter?.keyRefused();
    }
    this.#adapter?.orderTaken();
    if (chance.happens(30)) {
      order.end = 'Refused';
      this.#world.count('venue: refused');
      if (this.#world.laterFault(100, 'venue: refused late')) {
        // Long behind the adapter's patience: it is in doubt by then.
        return this.later(this.#world.later.between(2_100, 9_000), () => this.sayAll(order));
      }
      return this.#say({ type: 'Refused', childID: child.childID, text: 'insufficient balance' });
    }
    if (this.#world.laterFault(30, 'venue: fill before its acknowledgement')) {
      this.later(this.#world.later.between(20, 3_000), () => this.#say(acknowledged(order)));
    } else this.#say(acknowledged(order));
    switch (child.timeInForce) {
      case 'GTC':
        // Some rest until they are cancelled.
        if (chance.happens(600)) this.#match(order);
        return;
      case 'IOC':
        for (let left = chance.below(3); left > 0; left -= 1) this.#fill(order, this.#part(order));
        return this.#die(order, 'Expired');
      case 'FOK':
        if (chance.happens(700)) this.#fill(order, child.orderQty);
        return this.#die(order, 'Expired');
    }
  }

  /** Orders are refused for a while, each of them; all else goes on. */
  #refusesKey(): boolean {
    if (this.#keys === null) return false;
    const { now } = this.#world;
    const isGood = now >= this.#refusesKeyUntil;
    if (isGood && this.#world.fault(30, 'venue: key refused', this.#keys)) {
      this.#refusesKeyUntil = now + BigInt(this.#keys.between(300, 20_000)) * 1_000_000n;
    }
    return now < this.#refusesKeyUntil;
  }

  /** Null: no such order. */
  cancel(childID: ChildID): VenueOrder | null {
    const order = this.known(childID);
    if (order !== null && order.end === null) {
      this.#die(order, 'Canceled');
      return order;
    }
    this.#world.count('venue: cancel raced');
    return null;
  }

  /** What it answers to new terms; null: nothing, they came behind their deadline. */
  amend({ childID, price, orderQty }: ChildAmend, sentAt: EpochNs): VenueReport | null {
    if (this.#amending.get(childID)?.sentAt === sentAt) this.#amending.delete(childID);
    if (this.#isTooLate(sentAt)) return null;
    const refused = (text: string): VenueReport => ({ type: 'AmendRefused', childID, text });
    const order = this.known(childID);
    if (order === null || order.end !== null) {
      this.#world.count('venue: amend raced');
      return refused('unknown order');
    }
    if (this.amends !== null && this.#world.fault(40, 'venue: amend refused', this.amends)) {
      return refused('not now');
    }
    if (orderQty <= order.cumQty) {
      this.#world.count('venue: amend to less than is filled');
      this.#die(order, 'Canceled');
      return refused('nothing would be left');
    }
    const oldQty = order.child.orderQty;
    order.child = { ...order.child, price, orderQty };
    this.#world.count('venue: amended');
    this.#world.tell(
      this.#life.name,
      () => `amends …${childID.slice(-6)}: ${Number(orderQty) / 1e18} at ${Number(price) / 1e18}`,
    );
    this.#sayOnStream(amended(order));
    this.#fillUpTo(order, oldQty);
    return amended(order);
  }

  /** Before its answer is heard, perhaps: all of the old quantity, and the order works on. */
  #fillUpTo(order: VenueOrder, oldQty: Qty): void {
    const name = 'venue: filled up to the old quantity on new terms';
    if (this.amends === null || order.child.orderQty <= oldQty) return;
    if (!this.#world.fault(100, name, this.amends)) return;
    this.later(this.amends.between(1, 10), () => {
      const isOpen = order.end === null && order.child.orderQty > oldQty;
      if (isOpen && order.cumQty < oldQty) this.#fill(order, subtractQty(oldQty, order.cumQty));
    });
  }

  /** What the venue itself has of it; null: no such order. */
  known(childID: ChildID): VenueOrder | null {
    const order = this.ledger.get(childID);
    return order === undefined || order.isForgotten ? null : order;
  }

  /** It is started again, and with it ends what worked: nobody is told. */
  restart(): void {
    for (const order of this.ledger.values()) {
      if (order.end !== null) continue;
      order.end = 'Canceled';
      order.isForgotten = true;
      // What it has traded it still tells of, behind an absence that it proves.
      if (order.cumQty > 0n) this.#floor.lied.add(order.orderID);
      this.#world.count('venue: orders forgotten');
      this.#world.tell(this.#life.name, () => `forgets …${order.child.childID.slice(-6)}`);
    }
  }

  /** Everything that the venue knows of an order, said again. */
  sayAll(order: VenueOrder): void {
    const { childID } = order.child;
    if (order.isForgotten) return;
    if (order.end === 'Refused') {
      return this.#say({ type: 'Refused', childID, text: 'insufficient balance' });
    }
    if (order.end === null) this.#say(acknowledged(order));
    for (const fill of order.fills) this.#say(filled(order, fill));
    if (order.end !== null) this.#say(ended(order, order.end));
  }

  /** Fills that no durable event shows: what a cursor of the venue's would bring. */
  sayFillsSince(): void {
    for (const order of this.ledger.values()) {
      for (const fill of order.fills) {
        const key = `${fill.venueOrderID} ${fill.venueExecID}`;
        if (!this.#witness.fills.has(key)) this.#say(filled(order, fill));
      }
    }
  }

  /** The list of what works, which also shows what was held for dead. */
  sayOpen(): void {
    for (const order of this.ledger.values()) {
      if (order.end === null) this.#say(acknowledged(order));
    }
  }

  #match(order: VenueOrder): void {
    const { chance } = this.#world;
    this.later(chance.between(300, 9_000), () => {
      if (order.end !== null) return;
      if (this.#world.fault(30, 'venue: unsolicited cancel')) return this.#die(order, 'Canceled');
      this.#fill(order, this.#part(order));
      if (order.end === null) this.#match(order);
    });
  }

  #part(order: VenueOrder): Qty {
    const left = subtractQty(order.child.orderQty, order.cumQty);
    const lots = Number(left / this.listing.lot);
    const part = this.#world.chance.happens(300) ? lots : this.#world.chance.between(1, lots);
    return asQty(BigInt(part) * this.listing.lot);
  }

  #fill(order: VenueOrder, lastQty: Qty): void {
    if (lastQty === 0n || order.end === 'Filled') return;
    this.#execs += 1;
    const fill: Fill = {
      venueOrderID: venueOrderIDOf(order.child.childID),
      venueExecID: asVenueExecID(`x${this.#execs}`),
      lastQty,
      lastPx: order.child.price,
      liquidity: this.#world.chance.pick(['maker', 'taker']),
      feeAmount: 0n,
      feeAsset: 'USDT',
      transactTime: this.#world.now,
    };
    order.fills.push(fill);
    order.cumQty = addQty(order.cumQty, lastQty);
    this.#world.tell(
      this.#life.name,
      () => `fills …${order.child.childID.slice(-6)}: ${Number(lastQty) / 1e18}`,
    );
    this.#sayOnStream(filled(order, fill));
    if (order.cumQty === order.child.orderQty) this.#die(order, 'Filled');
  }

  #die(order: VenueOrder, how: ChildEndHow): void {
    if (order.end !== null) return;
    order.end = how;
    this.#world.tell(this.#life.name, () => `ends …${order.child.childID.slice(-6)}: ${how}`);
    this.#sayOnStream(ended(order, how));
    if (how === 'Filled' || !this.#world.fault(4, 'venue: fill behind its final word')) return;
    this.later(this.#world.chance.between(1, 4_000), () => {
      this.#floor.lied.add(order.orderID);
      this.#fill(order, this.#part(order));
    });
  }

  /** What is pushed may be lost in silence: the audit finds it. */
  #sayOnStream(report: VenueReport): void {
    if (!this.#world.fault(15, 'venue: report lost on the stream')) this.#say(report);
  }

  #say(report: VenueReport): void {
    this.#adapter?.carry(report);
  }
}

/** What an adapter reports to. */
export interface AdapterEars {
  reported(report: VenueReport): void;
  stateChanged(): void;
}

interface AdapterParts {
  readonly world: World;
  readonly venue: SimulatedVenue;
  readonly life: Life;
  readonly heard: AdapterEars;
}

/** One process's side: it waits for answers, asks again, and audits; it forgets with the process. */
export class Adapter {
  readonly #parts: AdapterParts;
  /** Children that it looks after, and since when. */
  readonly #known = new Map<ChildID, EpochNs>();
  readonly #answered = new Set<ChildID>();
  readonly #cancelAnswered = new Set<ChildID>();
  /** New terms that no answer was had to. */
  readonly #amends = new Map<ChildID, AskedTerms>();
  /** In a row, without an order that was taken. */
  #keyRefusals = 0;
  state: VenueState = 'Down';

  constructor(parts: AdapterParts) {
    this.#parts = parts;
  }

  /** Takes over the children of the process before. */
  adopt(children: readonly AdoptedChild[]): void {
    const { now } = this.#parts.world;
    for (const { child, amend } of children) {
      this.#known.set(child.childID, now);
      if (amend !== null) this.#amends.set(child.childID, { ...amend, sentAt: now });
    }
  }

  get capabilities(): Capabilities {
    return this.#parts.venue.amends === null
      ? capabilities
      : { ...capabilities, replace: 'native' };
  }

  /** Connects, asks for each child, then is ready. A venue may be down when the process starts. */
  start(): void {
    const { world, life, venue } = this.#parts;
    if (world.fault(100, 'venue: down at the start')) {
      world.after(life, world.chance.between(1_000, 60_000), () => this.#connect());
    } else this.#connect();
    const audit = (): void => {
      world.after(life, AUDIT_MS, () => {
        audit();
        if (this.state !== 'Ready') return;
        for (const childID of this.#known.keys()) {
          const order = venue.known(childID);
          if (order !== null) venue.sayAll(order);
        }
        venue.sayOpen();
        venue.sayFillsSince();
      });
    };
    audit();
  }

  perform(effect: VenueEffect): void {
    switch (effect.type) {
      case 'SubmitChild':
        return this.#submit(effect.child);
      case 'CancelChild':
        return this.#cancel(effect.childID);
      case 'AmendChild':
        return this.#amend(effect.amend);
      case 'ResolveChild':
        return this.#resolve(effect.childID);
      case 'ForgetChild':
        this.#known.delete(effect.childID);
        return;
      case 'AskAgain':
        return this.breakDown(); // On its way up again it asks for everything.
      case 'FindUnknown': // Nobody but this desk has orders here.
      case 'BroadcastTransaction':
        return; // Nobody signs for this venue.
    }
  }

  /** The connection to the venue breaks for a while: what is said meanwhile is not heard. */
  breakDown(): void {
    const { world, life } = this.#parts;
    if (this.state === 'Down') return;
    this.#setState('Down');
    world.after(life, world.chance.between(200, 4_000), () => this.#connect());
  }

  /** No new order goes there until a new line is reconciled; later each time. */
  keyRefused(): void {
    const { world, life } = this.#parts;
    if (life.isOver || this.state !== 'Ready') return;
    this.#setState('Reconciling');
    const waitMs = Math.min(1_000 * 2 ** this.#keyRefusals, 60_000);
    this.#keyRefusals += 1;
    world.after(life, waitMs, () => {
      if (this.state === 'Reconciling') this.#connect();
    });
  }

  orderTaken(): void {
    this.#keyRefusals = 0;
  }

  /** A report on its way to the desk. */
  carry(report: VenueReport): void {
    const { world, life } = this.#parts;
    if (life.isOver || this.state === 'Down') return;
    this.#deliver(report);
    if (world.fault(20, 'venue: report twice')) this.#deliver(report);
  }

  #deliver(report: VenueReport): void {
    const { world, life, heard } = this.#parts;
    const late = world.fault(30, 'venue: report late');
    world.after(life, world.chance.between(1, late ? 3_000 : 15), () => {
      if (report.childID !== null) {
        // What is said of a cancel or of new terms says nothing of whether the order arrived.
        if (!isOfRequest(report)) this.#answered.add(report.childID);
        if (isAnswer(report, this.#amends.get(report.childID))) this.#amends.delete(report.childID);
        const endsCancel = report.type === 'Ended' || report.type === 'CancelRefused';
        if (endsCancel) this.#cancelAnswered.add(report.childID);
      }
      heard.reported(report);
    });
  }

  #connect(): void {
    const { world, life, venue } = this.#parts;
    this.#setState('Reconciling');
    for (const childID of this.#known.keys()) this.#resolve(childID);
    venue.sayOpen();
    venue.sayFillsSince();
    world.after(life, world.chance.between(20, 400), () => {
      if (this.state === 'Reconciling') this.#setState('Ready');
    });
  }

  #setState(state: VenueState): void {
    const { world, heard, venue } = this.#parts;
    this.state = state;
    world.tell(`adapter ${venue.listing.venueID}`, `is ${state}`);
    heard.stateChanged();
  }

  #submit(child: ChildOrder): void {
    const { world, life, venue } = this.#parts;
    const { childID } = child;
    if (this.state === 'Down' || world.fault(25, 'adapter: not sent')) {
      const text = `not sent: ${this.state === 'Down' ? 'venue not connected' : 'rate budget'}`;
      return this.#deliver({ type: 'Refused', childID, text, notSent: true });
    }
    venue.submitted(child);
    this.#known.set(childID, world.now);
    world.after(life, ANSWER_MS, () => {
      if (this.#answered.has(childID)) return;
      world.count('adapter: order timed out');
      this.#deliver({ type: 'Unknown', childID, cause: 'no answer in time' });
    });
    if (world.fault(25, 'venue: order lost')) return;
    const isSlow = world.fault(25, 'venue: order slow');
    const sentAt = world.now;
    const delayMs = isSlow ? world.chance.between(1_000, 7_000) : world.chance.between(1, 30);
    venue.later(delayMs, () => venue.arrived(child, sentAt));
  }

  #cancel(childID: ChildID): void {
    const { world, life, venue } = this.#parts;
    this.#cancelAnswered.delete(childID);
    world.after(life, ANSWER_MS, () => {
      if (this.#cancelAnswered.has(childID)) return;
      world.count('adapter: cancel timed out');
      this.#deliver({ type: 'CancelUnknown', childID, cause: 'no answer in time' });
    });
    if (this.state === 'Down' || world.fault(30, 'venue: cancel lost')) return;
    venue.later(world.chance.between(1, 30), () => {
      const order = venue.cancel(childID);
      if (order !== null || life.isOver) return;
      this.carry({ type: 'CancelRefused', childID, text: 'unknown order' });
      const known = venue.known(childID);
      if (known !== null) venue.sayAll(known);
    });
  }

  #amend(amend: ChildAmend): void {
    const { world, life, venue } = this.#parts;
    const { childID, price, orderQty } = amend;
    const chance = venue.amends;
    if (chance === null) throw new Broken('cancel and new', `new terms for ${childID}`);
    if (this.state === 'Down' || world.fault(25, 'adapter: amend not sent', chance)) {
      return this.#deliver({ type: 'AmendRefused', childID, text: 'not sent' });
    }
    venue.amendSent(amend);
    const sentAt = world.now;
    const asked: AskedTerms = { price, orderQty, sentAt };
    this.#amends.set(childID, asked);
    world.after(life, ANSWER_MS, () => {
      if (this.#amends.get(childID) !== asked) return;
      world.count('adapter: amend timed out');
      this.#deliver({ type: 'AmendUnknown', childID, cause: 'no answer in time' });
    });
    if (world.fault(60, 'venue: amend lost', chance)) return;
    const isSlow = world.fault(60, 'venue: amend slow', chance);
    venue.later(isSlow ? chance.between(1_000, 7_000) : chance.between(1, 30), () => {
      const answer = venue.amend(amend, sentAt);
      if (answer === null || life.isOver) return;
      if (!world.fault(60, 'venue: amend answer lost', chance)) this.carry(answer);
    });
  }

  /** Which terms the child has; old ones are the answer once the new ones can no longer come. */
  #resolveAmend(childID: ChildID): void {
    const { world, life, venue } = this.#parts;
    const asked = this.#amends.get(childID);
    const order = venue.known(childID);
    if (asked === undefined || venue.amends === null) return;
    if (order !== null && isSame(asked, order.child)) return this.carry(amended(order));
    if (order !== null && order.end !== null) return;
    const ageMs = Number((world.now - asked.sentAt) / 1_000_000n);
    const settledAt = capabilities.orderDeadlineMs + capabilities.queryLagMs;
    const isEarly = ageMs <= settledAt;
    if (isEarly && !world.fault(30, 'adapter: old terms told too early', venue.amends)) {
      world.after(life, settledAt - ageMs + 100, () => this.#resolveAmend(childID));
      return;
    }
    if (isEarly) venue.lieAbout(childID);
    this.carry({ type: 'AmendRefused', childID, text: 'it has its old terms' });
  }

  /** Asks; where the venue knows nothing, again once it can no longer take the order (design, recovery). */
  #resolve(childID: ChildID): void {
    const { world, life, venue } = this.#parts;
    world.after(life, world.chance.between(5, 60), () => {
      this.#resolveAmend(childID);
      const order = venue.known(childID);
      if (order !== null) return venue.sayAll(order);
      const since = this.#known.get(childID);
      if (since === undefined) return;
      const provenAt = capabilities.orderDeadlineMs + 2 * capabilities.queryLagMs;
      const ageMs = Number((world.now - since) / 1_000_000n);
      const isWrong = this.state === 'Ready' && world.fault(150, 'adapter: absence that is wrong');
      if (isWrong) venue.lieAbout(childID);
      if (!isWrong && (ageMs <= provenAt || this.state !== 'Ready')) {
        world.after(life, Math.max(provenAt - ageMs, 0) + 100, () => this.#resolve(childID));
        return;
      }
      world.count('adapter: proved absence');
      this.carry({ type: 'Absent', childID, evidence: 'complete history after the deadline' });
    });
  }
}

interface AskedTerms extends Pick<ChildAmend, 'price' | 'orderQty'> {
  readonly sentAt: EpochNs;
}

function isSame(
  asked: AskedTerms | undefined,
  { price, orderQty }: Pick<ChildAmend, 'price' | 'orderQty'>,
): boolean {
  return asked?.price === price && asked.orderQty === orderQty;
}

/** Are new terms for a child answered by this: with those that were asked for, or a refusal? */
function isAnswer(report: VenueReport, asked: AskedTerms | undefined): boolean {
  return report.type === 'AmendRefused' || (report.type === 'Amended' && isSame(asked, report));
}

function isOfRequest({ type }: VenueReport): boolean {
  switch (type) {
    case 'CancelRefused':
    case 'CancelUnknown':
    case 'AmendRefused':
    case 'AmendUnknown':
      return true;
    default:
      return false;
  }
}

export function venueOrderIDOf(childID: ChildID) {
  return asVenueOrderID(`V-${childID.slice(-12)}`);
}

function acknowledged(order: VenueOrder): VenueReport {
  const { childID } = order.child;
  return { type: 'Acknowledged', childID, venueOrderID: venueOrderIDOf(childID) };
}

function amended({ child }: VenueOrder): VenueReport {
  const { childID, price, orderQty } = child;
  return { type: 'Amended', childID, price, orderQty };
}

function filled(order: VenueOrder, fill: Fill): VenueReport {
  const { childID, venueSymbol } = order.child;
  return { type: 'Filled', childID, venueSymbol, fill };
}

function ended(order: VenueOrder, how: ChildEndHow): VenueReport {
  const { childID } = order.child;
  const venueOrderID = venueOrderIDOf(childID);
  return { type: 'Ended', childID, venueOrderID, how, cumQty: order.cumQty, text: '' };
}
