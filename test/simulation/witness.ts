// What the disk saw: every durable event, kept apart from the desk that wrote it. The desk is judged by
// this, by what clients heard and by what the venue did, not by its own figures.

import {
  type DeskState,
  emptyState,
  evolve,
  ordStatusOf,
  questionOf,
} from '../../gateway/desk/index.ts';
import { markerType, readRecord } from '../../gateway/journal/records.ts';
import { exposureOf } from '../../risk/index.ts';
import { route, routeWhole } from '../../router/index.ts';
import { type Child, type Event, type ParentOrder, decodeEvent } from '../../spec/events/index.ts';
import type { Disk } from '../../spec/ports/index.ts';
import type { ChildID, OrderID } from '../../spec/terms/index.ts';
import type { Qty } from '../../spec/units/index.ts';
import type { ChildAmend, SignedTransaction } from '../../spec/venues/index.ts';
import { pairOf } from './pairs.ts';
import { Broken, type World, text } from './world.ts';

type Write = Parameters<Disk['commit']>[0][number];

type Placed = Pick<ParentOrder, 'account' | 'sessionID' | 'instrumentID'>;

export interface BookedFill {
  readonly childID: ChildID;
  readonly orderID: OrderID;
  readonly lastQty: Qty;
  readonly lastPx: bigint;
}

/** Events of which a client gets an ExecutionReport(8). */
const PARENT_REPORTS: ReadonlySet<Event['type']> = new Set<Event['type']>([
  'OrderAccepted',
  'OrderRejected',
  'CancelRequested',
  'ReplaceRequested',
  'OrderReplaced',
  'OrderEnded',
  'StatusReported',
  'ChildFilled',
  'ChildFillCancelled',
]);
/** Events of which a drop copy with children gets one of the child's. */
const CHILD_REPORTS: ReadonlySet<Event['type']> = new Set<Event['type']>([
  'ChildDecided',
  'ChildAcknowledged',
  'ChildFilled',
  'ChildFillCancelled',
  'ChildRefused',
  'ChildProvenAbsent',
  'ChildAmended',
  'ChildEnded',
]);

/** Desk 1; a parent's report has ordinal 0, its child's of the same event 1. */
function execIDOf(sequence: number, ordinal: 0 | 1): string {
  return `1-${sequence}-${ordinal}`;
}

/** Exposures are recomputed from the orders this often, in commits. */
const EXPOSURE_EVERY = 4;

/** Set back by more, a machine is believed. */
const MOST_HELD_NS = 120_000_000_000n;

export class Witness {
  readonly #world: World;
  /** The state that the durable events give, one by one from the first. */
  readonly shadow: DeskState = emptyState();
  readonly ended = new Map<OrderID, ParentOrder>();
  readonly decided = new Map<ChildID, { readonly orderID: OrderID; readonly orderQty: Qty }>();
  /** By venue order id and execution id. */
  readonly fills = new Map<string, BookedFill>();
  /** By hash: what was ever signed and is durable. */
  readonly signed = new Map<string, SignedTransaction>();
  /** Swaps that were signed for a child: all of one nonce. */
  readonly swapsOf = new Map<ChildID, SignedTransaction[]>();
  readonly #nonceOf = new Map<number, ChildID>();
  readonly cancelsDecided = new Set<ChildID>();
  /** Of new terms for a child, those that were decided and have not left. */
  readonly amendsDecided = new Map<ChildID, Pick<ChildAmend, 'price' | 'orderQty'>>();
  readonly rejectedRequests = new Set<string>();
  /** ExecIDs of all reports that the durable events make: of parents and of children. */
  readonly reports = { parents: new Set<string>(), children: new Set<string>() };
  readonly #origins = new Set<string>();
  lastSequence = 0;
  /** Of the last record. */
  lastTime = 0n;
  #commits = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** The order as the durable events have it. */
  order(orderID: OrderID): ParentOrder | null {
    return this.shadow.orders.get(orderID) ?? this.ended.get(orderID) ?? null;
  }

  committed(writes: readonly Write[]): void {
    for (const { table, key, value } of writes) {
      // A record's key is its sequence; a commit's is longer.
      if (table !== 'log' || value === null || key.length !== 8) continue;
      const { sequence, type, schemaVersion, time, payload } = readRecord(value, 'a record');
      this.lastSequence = sequence;
      if (time < this.lastTime && this.lastTime - time < MOST_HELD_NS) {
        throw new Broken('recorded time does not run backwards', `record ${sequence} at ${time}`);
      }
      this.lastTime = time;
      if (type === markerType) continue;
      const event = decodeEvent(type, schemaVersion, payload);
      this.#checkSiblings(event);
      this.#checkKills(event);
      const { before, after } = evolve(this.shadow, { sequence, at: time, event });
      this.#noteReports(event, sequence, before);
      this.#note(event, after);
    }
    this.#commits += 1;
    if (this.#commits % EXPOSURE_EVERY === 0) this.#checkExposures();
  }

  #note(event: Event, after: ParentOrder | null): void {
    this.#world.tell('disk', () => `${event.type} ${brief(event)}`);
    this.#world.count(`event: ${event.type}`);
    if (after !== null) checkConservation(after);
    if (after !== null) this.#notePairs(after);
    switch (event.type) {
      case 'OrderAccepted':
      case 'OrderRejected':
      case 'CancelRequested':
      case 'ReplaceRequested':
        return this.#once(event);
      case 'RequestRejected':
        this.rejectedRequests.add(`${event.origin.sessionID} ${event.clOrdID}`);
        return event.wasPending ? undefined : this.#once(event);
      case 'StatusReported':
        return this.#once(event);
      case 'ChildDecided':
        if (this.decided.has(event.childID)) {
          throw new Broken('I2', `child ${event.childID} was decided twice`);
        }
        this.decided.set(event.childID, event);
        return;
      case 'RouteDecided':
        return this.#checkReplays(event);
      case 'ChildCancelDecided':
        this.cancelsDecided.add(event.childID);
        return;
      case 'ChildAmendDecided': {
        const { price, orderQty } = event;
        this.amendsDecided.set(event.childID, { price, orderQty });
        return;
      }
      case 'ChildFilled':
        return this.#booked(event);
      case 'ChildFillCancelled':
        if (!this.fills.delete(`${event.venueOrderID} ${event.venueExecID}`)) {
          throw new Broken('I2', `fill ${event.venueExecID} was taken back, and was not booked`);
        }
        return;
      case 'TransactionSigned':
        return this.#noteSigned(event.transaction);
      case 'OrderEnded':
        if (after !== null) this.ended.set(after.orderID, after);
        return;
      case 'FillUnmatched':
        throw new Broken('I2', `fill ${event.venueExecID} was taken for a stranger's`);
      case 'FillConflicted':
        throw new Broken('I2', `fill ${event.venueExecID} came with other figures`);
      case 'CommandRefused':
        throw new Broken('a command could not be decided', `${event.key}: ${event.error}`);
      default:
        return;
    }
  }

  /** Which states an order and its children have had at one time. */
  #notePairs(order: ParentOrder): void {
    const status = ordStatusOf(order);
    for (const { phase, cancel, amend } of order.children) {
      const states: string[] = [phase];
      if (phase !== 'Ended' && cancel !== 'None') states.push(`cancel ${cancel}`);
      if (amend !== null) states.push(`amend ${amend.phase}`);
      this.#world.count(pairOf(status, states.join(', ')));
    }
  }

  /** What drop copies must be told of, by the events alone. */
  #noteReports(event: Event, sequence: number, before: ParentOrder | null): void {
    const { parents, children } = this.reports;
    // A fill has told of the end itself, and one that had ended and came back has been told of.
    const isSilentEnd =
      event.type === 'OrderEnded' && (event.how === 'Filled' || before?.endedHow !== null);
    if (PARENT_REPORTS.has(event.type) && !isSilentEnd) parents.add(execIDOf(sequence, 0));
    const isSilentChild = event.type === 'ChildEnded' && event.how === 'Filled';
    if (CHILD_REPORTS.has(event.type) && !isSilentChild) children.add(execIDOf(sequence, 1));
  }

  /** I3: a child and its siblings that are not dead on evidence are open for no more than is left. */
  #checkSiblings(event: Event): void {
    if (event.type === 'ChildAmendDecided') return this.#checkAmend(event);
    if (event.type !== 'ChildDecided') return;
    const parent = this.shadow.orders.get(event.orderID);
    if (parent === undefined)
      throw new Broken('I2', `a child of ${event.orderID}, which is not open`);
    const siblings = parent.children.filter((child) => child.phase !== 'Ended');
    const openQty = siblings.reduce((sum, one) => sum + mostOpenOf(one), 0n);
    if (openQty + event.orderQty > parent.leavesQty) {
      throw new Broken(
        'I3',
        `order ${event.orderID} has ${parent.leavesQty} left, ${openQty} open and ${event.orderQty} more decided`,
      );
    }
    if (siblings.length > 0) this.#world.count('desk: a child beside its siblings');
    if (siblings.some(({ venueID }) => venueID !== event.venueID)) {
      this.#world.count('desk: an order open at both venues');
    }
  }

  /** I3: new terms and what else is open are no more than the order has left, before the replace or behind it. */
  #checkAmend(event: Extract<Event, { readonly type: 'ChildAmendDecided' }>): void {
    const { orderID, childID, orderQty } = event;
    const parent = this.shadow.orders.get(orderID);
    const child = parent?.children.find((one) => one.childID === childID);
    if (parent === undefined || child === undefined || child.phase === 'Ended') {
      throw new Broken('I2', `new terms for ${childID}, which is not open`);
    }
    const siblings = parent.children.filter((one) => one !== child && one.phase !== 'Ended');
    const openQty = siblings.reduce((sum, one) => sum + mostOpenOf(one), 0n);
    const wanted = (parent.pendingReplace?.orderQty ?? 0n) - parent.cumQty;
    const left = wanted > parent.leavesQty ? wanted : parent.leavesQty;
    if (openQty + orderQty - child.cumQty > left) {
      throw new Broken('I3', `order ${orderID} has ${left} left, its child is to have ${orderQty}`);
    }
  }

  /** Where a kill switch reaches, no order is taken and no child placed; what it has stopped stays stopped. */
  #checkKills(event: Event): void {
    const { kills, orders } = this.shadow;
    const stops = (scope: string, scopeID: string): boolean =>
      [...kills.values()].some((kill) => kill.scope === scope && kill.scopeID === scopeID);
    const reached = (order: Placed): boolean =>
      stops('firm', '') ||
      stops('account', order.account) ||
      stops('session', order.sessionID) ||
      stops('instrument', order.instrumentID);
    if (event.type === 'OrderAccepted') {
      const { account, instrumentID, origin } = event;
      if (reached({ account, instrumentID, sessionID: origin.sessionID })) {
        throw new Broken('a kill switch', `order ${event.orderID} was accepted where it reaches`);
      }
    }
    if (event.type !== 'ChildDecided') return;
    const parent = orders.get(event.orderID);
    if (parent === undefined) return;
    if (stops('venue', event.venueID) || reached(parent) || parent.killedBy !== null) {
      throw new Broken('a kill switch', `child ${event.childID} was decided where it reaches`);
    }
  }

  /** What the router saw is in the record: asked again, it answers the same. */
  #checkReplays(event: Extract<Event, { readonly type: 'RouteDecided' }>): void {
    if (event.routing > 1) this.#world.count('desk: routed again');
    if (event.legs.length > 1) this.#world.count('desk: split');
    const { order, sources } = questionOf(event);
    const plan = event.how === 'Whole' ? routeWhole(order, sources) : route(order, sources);
    const isSame =
      plan.cost === event.cost &&
      plan.filledQty === event.filledQty &&
      text(plan.legs) === text(event.legs);
    if (!isSame)
      throw new Broken('a routing replays', `order ${event.orderID} was routed otherwise`);
  }

  /** One message of a client has one effect (I2). */
  #once(event: Extract<Event, { readonly origin: unknown }> & Event): void {
    if (!('origin' in event) || event.origin === null) return;
    const { sessionID, sessionEpoch, msgSeqNum } = event.origin;
    const key = `${sessionID} ${sessionEpoch} ${msgSeqNum}`;
    if (this.#origins.has(key)) {
      throw new Broken('I2', `message ${key} had a second effect, ${event.type}`);
    }
    this.#origins.add(key);
  }

  /** A nonce is one child's, and a child has one swap's nonce. */
  #noteSigned(transaction: SignedTransaction): void {
    const { hash, nonce, childID, purpose } = transaction;
    if ((this.#nonceOf.get(nonce) ?? childID) !== childID) {
      throw new Broken('I2', `nonce ${nonce} was signed for a second child`);
    }
    this.#nonceOf.set(nonce, childID);
    this.signed.set(hash, transaction);
    if (purpose !== 'Swap') return;
    const swaps = this.swapsOf.get(childID) ?? [];
    if (swaps.some((one) => one.nonce !== nonce)) {
      throw new Broken('I2', `child ${childID} was signed under a second nonce, ${nonce}`);
    }
    this.swapsOf.set(childID, [...swaps, transaction]);
  }

  #booked(event: Extract<Event, { readonly type: 'ChildFilled' }>): void {
    const { venueOrderID, venueExecID, childID, orderID, lastQty, lastPx } = event;
    const key = `${venueOrderID} ${venueExecID}`;
    if (this.fills.has(key)) throw new Broken('I2', `fill ${key} was booked twice`);
    this.fills.set(key, { childID, orderID, lastQty, lastPx });
  }

  #checkExposures(): void {
    for (const [key, kept] of this.shadow.exposures) {
      const found = exposureOf(this.shadow.orders.values(), kept.account, kept.instrumentID);
      const isSame =
        found.buyQty === kept.buyQty &&
        found.sellQty === kept.sellQty &&
        found.buyNotional === kept.buyNotional &&
        found.sellNotional === kept.sellNotional &&
        found.openOrders === kept.openOrders;
      if (!isSame) throw new Broken('I4', `the exposure of ${key} is not what its orders give`);
    }
  }
}

/** Of a child with new terms under way, on the larger ones. */
function mostOpenOf({ orderQty, cumQty, amend }: Child): bigint {
  const most = amend !== null && amend.orderQty > orderQty ? amend.orderQty : orderQty;
  return most - cumQty;
}

function checkConservation(order: ParentOrder): void {
  const { orderID, orderQty, overfillQty, cumQty, leavesQty, deadQty, children } = order;
  const filled = children.reduce((sum, child) => sum + child.cumQty, 0n);
  if (orderQty + overfillQty !== cumQty + leavesQty + deadQty || filled !== cumQty) {
    throw new Broken('I3', `order ${orderID} does not add up`);
  }
  if (order.endedHow !== null && children.some((child) => child.phase !== 'Ended')) {
    throw new Broken('I7', `order ${orderID} ended with an open child`);
  }
}

/** What names an event, for the story. */
function brief(event: Event): string {
  const named: string[] = [];
  for (const [name, value] of Object.entries(event)) {
    if (['orderID', 'clOrdID', 'childID', 'how', 'venueExecID', 'epoch'].includes(name)) {
      named.push(name === 'childID' ? `child …${String(value).slice(-6)}` : String(value));
    }
    if (['orderQty', 'lastQty', 'finalCumQty'].includes(name) && typeof value === 'bigint') {
      named.push(`${name} ${Number(value) / 1e18}`);
    }
    if (name === 'text' || name === 'cause' || name === 'error') named.push(`"${String(value)}"`);
  }
  return named.join(' ');
}
