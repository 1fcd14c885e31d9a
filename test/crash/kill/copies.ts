// Drop copies against what the journal says was due: the same reports as the clients', and the venue's names.

import type { Consumer, Copied } from './consumer.ts';
import type { Told } from './trader.ts';

/** One fill as all tell it. */
export interface Fill {
  /** Symbol, the venue's order, its execution. */
  readonly trade: string;
  readonly childID: string;
  readonly side: string;
  readonly qty: string;
  readonly price: string;
  /** The exact amount of a swap; null: price times quantity is it. */
  readonly quoteQty: string | null;
}

/** All that was due, as the journal's events give it. */
export interface DueCopies {
  /** By client session and ExecID. */
  readonly reports: ReadonlyMap<string, ReadonlyMap<string, Told>>;
  readonly fills: readonly Fill[];
  /** Children that were decided. */
  readonly children: number;
}

/** Nothing came that no event tells of (I1). */
export function unfoundedCopies(consumer: Consumer, due: DueCopies): readonly string[] {
  const problems: string[] = [];
  for (const copy of consumer.copies.values()) {
    if (copy.parentID !== '') continue;
    const expected = due.reports.get(copy.client)?.get(copy.told.execID);
    if (expected === undefined) problems.push(`${consumer.name} got ${shown(copy)}: no such event`);
    else if (shown(copy.told) !== shown(expected)) {
      problems.push(`${consumer.name} got ${shown(copy)}, the client ${shown(expected)}`);
    }
  }
  return problems;
}

/** Everything came; of each trade the venue's order and execution, by the parent and by the child. */
export function copiesAgree(
  consumer: Consumer,
  due: DueCopies,
  withChildren: boolean,
): readonly string[] {
  const problems = [...unfoundedCopies(consumer, due)];
  for (const one of due.reports.values()) {
    for (const [execID, told] of one) {
      if (!consumer.copies.has(execID)) {
        problems.push(`${consumer.name} never got ${shown(told)}`);
      }
    }
  }
  const copies = [...consumer.copies.values()];
  const parents = copies.filter(({ parentID }) => parentID === '');
  const children = copies.filter(({ parentID }) => parentID !== '');
  problems.push(...tradesAgree(`${consumer.name}, parents`, parents, due.fills));
  if (!withChildren) {
    if (children.length > 0) problems.push(`${consumer.name} got copies of children`);
    return problems;
  }
  problems.push(...tradesAgree(`${consumer.name}, children`, children, due.fills));
  const begun = children.filter(({ told }) => told.execType === 'A').length;
  if (begun !== due.children) {
    problems.push(`${consumer.name} got ${begun} children, ${due.children} were decided`);
  }
  return problems;
}

function tradesAgree(who: string, copies: readonly Copied[], fills: readonly Fill[]): string[] {
  const line = (childID: string, names: string, qty: string, price: string): string =>
    `${childID} ${names} ${qty} @ ${price}`;
  const found = copies
    .filter(({ told }) => told.execType === 'F')
    .map((copy) =>
      line(
        copy.childID,
        `${copy.venueOrderID} ${copy.venueExecID}`,
        copy.told.lastQty,
        copy.told.lastPx,
      ),
    )
    .toSorted();
  const booked = fills
    .map(({ childID, trade, qty, price }) =>
      line(childID, trade.slice(trade.indexOf(' ') + 1), qty, price),
    )
    .toSorted();
  const problems = booked.filter((one) => !found.includes(one)).map((one) => `${who}: lost ${one}`);
  if (found.length !== booked.length) {
    problems.push(`${who}: ${found.length} trades, ${booked.length} in the journal`);
  }
  return problems;
}

function shown(value: unknown): string {
  return JSON.stringify(value);
}
