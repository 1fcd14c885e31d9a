// What must be true where everything has come to rest, and where everything is over: clients, disk, venues, chain, drop
// copies and positions tell of the same trades.

import type { ParentOrder } from '../../spec/events/index.ts';
import type { OrderID, VenueID } from '../../spec/terms/index.ts';
import { listing, otherListing, poolsID } from '../fixtures/desk.ts';
import type { SimulatedChainVenue } from './chain-venue.ts';
import type { SimulatedClient } from './client.ts';
import type { DropCopyTerms, SimulatedDropCopy } from './drop-copy.ts';
import type { SimulatedVenue } from './venue.ts';
import type { Witness } from './witness.ts';
import { Broken } from './world.ts';

export interface WhatIsLeft {
  readonly witness: Witness;
  readonly venues: readonly SimulatedVenue[];
  readonly chain: SimulatedChainVenue | null;
  readonly clients: readonly SimulatedClient[];
  readonly copies: readonly SimulatedDropCopy[];
  /** Orders about which a venue said what was not so. */
  readonly lied: ReadonlySet<OrderID>;
}

/** ExecIDs of what a drop copy must have been told. */
export function wantedCopies({ reports }: Witness, { children }: DropCopyTerms): readonly string[] {
  return children ? [...reports.parents, ...reports.children] : [...reports.parents];
}

export function checkResting(left: WhatIsLeft): void {
  for (const order of left.witness.shadow.orders.values()) {
    const open = order.children.filter((one) => one.phase !== 'Ended');
    if (open.length === 0 && isLeftAlone(order, order.leavesQty)) continue;
    const isThere = open.every(({ childID, venueID }) => ledgerOf(left, venueID).has(childID));
    if (open.length === 0 || !isThere) {
      throw new Broken('I7', `order ${order.orderID} rests, and not at its venues`);
    }
    for (const { childID, venueID, orderQty, price } of open) {
      const { child: there } = ledgerOf(left, venueID).get(childID) ?? {};
      if (there?.orderQty === orderQty && there.price === price) continue;
      const what = `child ${childID} is ${orderQty} at ${price}, and at its venue ${there?.orderQty} at ${there?.price}`;
      throw new Broken('a child has the terms that its venue has', what);
    }
  }
}

function ledgerOf(left: WhatIsLeft, venueID: VenueID): SimulatedVenue['ledger'] {
  const venue = left.venues.find(({ listing: one }) => one.venueID === venueID);
  if (venue === undefined) throw new Broken('I2', `a child at ${venueID}, which is no venue`);
  return venue.ledger;
}

/** Clients, disk, venue and positions tell of the same trades. */
export function checkEnd(left: WhatIsLeft): void {
  const atVenues = left.venues.flatMap(({ ledger }) => [...ledger.values()]);
  for (const { child, end } of atVenues) {
    if (end === null) throw new Broken('I7', `child ${child.childID} still works at the venue`);
  }
  for (const { orderID, overfillQty } of left.witness.ended.values()) {
    if (overfillQty === 0n || left.lied.has(orderID)) continue;
    throw new Broken(
      'I3',
      `order ${orderID} has an overfill, and no venue filled what it called dead`,
    );
  }
  const onChain = left.chain?.fills() ?? [];
  const venueFills = [
    ...atVenues.flatMap(({ fills, child, orderID }) =>
      fills.map((fill) => `${orderID} ${child.side} ${fill.lastQty} ${fill.lastPx}`),
    ),
    ...onChain.map((fill) => `${fill.orderID} ${fill.side} ${fill.lastQty} ${fill.lastPx}`),
  ];
  const clientFills = left.clients.flatMap(({ trades }) =>
    [...trades.values()].map(
      ({ orderID, side, lastQty, lastPx }) =>
        `${orderID} ${side === '1' ? 'buy' : 'sell'} ${lastQty} ${lastPx}`,
    ),
  );
  checkSame('what the venues filled is what the clients were told', venueFills, clientFills);
  for (const copy of left.copies) checkCopies(left, copy);
  checkPositions(left);
  for (const exposure of left.witness.shadow.exposures.values()) {
    const held = exposure.buyQty + exposure.sellQty + exposure.buyNotional + exposure.sellNotional;
    if (held !== 0n || exposure.openOrders !== 0) throw new Broken('I4', 'exposure is left over');
  }
}

/** Every report, once; and of those that a client heard, what the client heard. */
function checkCopies(left: WhatIsLeft, { terms, told }: SimulatedDropCopy): void {
  const rule = `drop copy ${terms.name} was told of every report`;
  checkSame(rule, wantedCopies(left.witness, terms), [...told.keys()]);
  for (const { reports } of left.clients) {
    for (const [execID, heard] of reports) {
      if (told.get(execID) === heard) continue;
      const what = `${execID}: ${heard}, and not ${told.get(execID) ?? 'nothing'}`;
      throw new Broken('a drop copy says what the client was told', what);
    }
  }
}

function checkPositions(left: WhatIsLeft): void {
  const sums = new Map<string, bigint>();
  const all = left.venues.flatMap(({ ledger }) => [...ledger.values()]);
  for (const { child, orderID, fills } of all) {
    const account = left.witness.order(orderID)?.account ?? '';
    for (const { lastQty } of fills) {
      const signed: bigint = child.side === 'buy' ? lastQty : 0n - lastQty;
      sums.set(account, (sums.get(account) ?? 0n) + signed);
    }
  }
  for (const { orderID, side, lastQty } of left.chain?.fills() ?? []) {
    const account = left.witness.order(orderID)?.account ?? '';
    const signed = side === 'buy' ? lastQty : -lastQty;
    sums.set(account, (sums.get(account) ?? 0n) + signed);
  }
  // An account whose only fill was taken back has a position of nothing.
  const wanted = [...sums]
    .filter(([, qty]) => qty !== 0n)
    .map(([account, qty]) => `${account} ${qty}`);
  const found = [...left.witness.shadow.positions.values()]
    .filter(({ qty }) => qty !== 0n)
    .map(({ account, qty }) => `${account} ${qty}`);
  checkSame('I4: positions are the sum of the venue`s fills', wanted, found);
}

/** So much of it waits, and no venue is to be tried: each has failed it, or takes no such quantity. */
function isLeftAlone({ exclusions }: ParentOrder, waiting: bigint): boolean {
  return [listing, otherListing].every(
    ({ venueID, minQty, lot }) =>
      waiting < minQty + lot || exclusions.some((one) => one.venueID === venueID),
  );
}

/** Its children work, none is being cancelled, and nothing waits that a venue could take: those that failed it are left alone. */
export function isAtRest(order: ParentOrder): boolean {
  const { children, exclusions, leavesQty } = order;
  const open = children.filter((child) => child.phase !== 'Ended');
  const isMoving = open.some(({ phase, cancel }) => phase !== 'Working' || cancel !== 'None');
  // A swap rests nowhere: its block comes, or its deadline.
  if (isMoving || open.some(({ venueID }) => venueID === poolsID)) return false;
  const waiting = leavesQty - open.reduce((sum, one) => sum + one.orderQty - one.cumQty, 0n);
  // Open for too much: its children are cancelled, again where their venue refuses.
  if (waiting < 0n) return false;
  return (open.length > 0 || exclusions.length > 0) && isLeftAlone(order, waiting);
}

function checkSame(rule: string, wanted: readonly string[], found: readonly string[]): void {
  const a = wanted.toSorted();
  const b = found.toSorted();
  const at = a.findIndex((one, index) => one !== b[index]);
  if (at < 0 && a.length === b.length) return;
  const where = at < 0 ? a.length : at;
  throw new Broken(
    rule,
    `${a.length} and ${b.length}, at first ${a[where] ?? 'nothing'} and ${b[where] ?? 'nothing'}`,
  );
}
