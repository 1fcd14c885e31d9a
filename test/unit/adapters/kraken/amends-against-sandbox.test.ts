// Amends on real sockets, against an exchange that knows nothing of us: whatever becomes of the request, what is told
// in the end is what the exchange has.

import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { asDurable } from '../../../../spec/proof/index.ts';
import { asVenueOrderID } from '../../../../spec/terms/index.ts';
import { asPrice, asQty, epochNs } from '../../../../spec/units/index.ts';
import type { ChildOrder } from '../../../../spec/venues/index.ts';
import { formatDecimal } from '../../../sandbox/exchange/decimal.ts';
import type { Fault } from '../../../sandbox/exchange/faults.ts';
import { until } from '../real-ports.ts';
import { decimal } from '../sandbox-desk.ts';
import { type Desk, closeDesk, ordersOf, readyDesk } from './exchange-desk.ts';

jest.setTimeout(30_000); // What is in doubt waits for the amend's own deadline.

afterEach(closeDesk);

const METHOD = 'amend_order';
const OLD = '0.50000000@48000.00000000';
const NEW = '0.70000000@48100.00000000';
const AMENDED = 'Amended 0.7@48100';

/** An order of 0.5 at 48000 that rests. */
async function resting(desk: Desk): Promise<ChildOrder> {
  const child = desk.submit(desk.child('48000', '0.5'));
  await desk.hears(child, ['Acknowledged']);
  return child;
}

/** Its one order as the exchange has it: quantity and price. */
function atVenue(desk: Desk, { childID }: ChildOrder): string {
  const orders = desk.exchange.exchange.accounts.get('client')?.orders ?? [];
  const [order, ...others] = orders.filter((one) => one.placedClientOrderId === childID);
  if (order === undefined || others.length > 0) throw new Error('not one order');
  return `${formatDecimal(order.origQty)}@${formatDecimal(order.price)}`;
}

/** What was said of it beyond that it is not known yet. */
function known(desk: Desk, child: ChildOrder): string[] {
  return desk.of(child).filter((text) => text !== 'Acknowledged' && text !== 'AmendUnknown');
}

async function knows(desk: Desk, child: ChildOrder): Promise<string[]> {
  await until(
    () => known(desk, child).length > 0,
    () => desk.tell(),
  );
  return known(desk, child);
}

/** Until the exchange has the request that a fault waits for. */
async function struck(desk: Desk): Promise<void> {
  for (;;) {
    const answer = await fetch(`${desk.exchange.urls.control}/control/faults`);
    if (!(await answer.text()).includes(METHOD)) return;
  }
}

describe('an amend', () => {
  test('gives the order its new price and quantity, and it stays the same order', async () => {
    const desk = await readyDesk();
    const child = await resting(desk);
    desk.amend(child, '48100', '0.7');
    await desk.hears(child, ['Acknowledged', AMENDED]);
    expect(atVenue(desk, child)).toBe(NEW);
    const fill = { symbol: 'BTC/USDT', clientOrderId: child.childID };
    await desk.control('fill', fill);
    const whole = ['Filled child 0.7@48100', 'Ended Filled 0.7'];
    await desk.hears(child, ['Acknowledged', AMENDED, ...whole]);
  });

  test.each([
    ['off the tick', '48000.01', '0.5'],
    ['below the minimum', '48000', '0.00009'],
    ['beyond the money', '48000', '99999'],
  ])('%s is refused, and the order is as it was', async (_, price, qty) => {
    const desk = await readyDesk();
    const child = await resting(desk);
    desk.amend(child, price, qty);
    await desk.hears(child, ['Acknowledged', 'AmendRefused']);
    expect(atVenue(desk, child)).toBe(OLD);
  });

  test('to a price that others show takes what they show, and the rest rests there', async () => {
    const desk = await readyDesk();
    const child = await resting(desk);
    desk.amend(child, '51000', '0.5');
    await desk.hears(child, ['Acknowledged', 'Amended 0.5@51000', 'Filled child 0.4@51000']);
    expect(desk.openAtVenue(child)).toBe(1);
  });

  test('to no more than is filled: the rest is cancelled', async () => {
    const desk = await readyDesk();
    const child = await resting(desk);
    const fill = { symbol: 'BTC/USDT', clientOrderId: child.childID, quantity: '0.3' };
    await desk.control('fill', fill);
    desk.amend(child, '48000', '0.2');
    await desk.hears(child, ['Acknowledged', 'Filled child 0.3@48000', 'Ended Canceled 0.3']);
  });

  test('and a cancel right behind it: the order ends, once', async () => {
    const desk = await readyDesk();
    const child = await resting(desk);
    desk.exchange.arm({ kind: 'slowAck', count: 1, method: METHOD, delayMs: 300 });
    desk.amend(child, '48100', '0.7');
    desk.orders.cancel(asDurable(child.childID));
    await desk.hears(child, ['Acknowledged', AMENDED, 'Ended Canceled 0']);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(desk.of(child)).toHaveLength(3);
  });

  test('whose order is filled before its answer comes: new terms, then the fill', async () => {
    const desk = await readyDesk();
    const child = await resting(desk);
    desk.exchange.arm({ kind: 'fillBeforeAck', count: 1, method: METHOD });
    desk.amend(child, '48100', '0.7');
    const whole = ['Filled child 0.7@48100', 'Ended Filled 0.7'];
    await desk.hears(child, ['Acknowledged', AMENDED, ...whole]);
  });
});

describe('an amend whose answer is late, lost or bad', () => {
  const DONE = {
    'answered late': { kind: 'slowAck', delayMs: 900 },
    lost: { kind: 'lostAck' },
    'EGeneral:Internal error': { kind: 'serverError', executed: true },
    'EService:Unavailable': { kind: 'unavailable', executed: true },
    HTML: { kind: 'html' },
    'cut JSON': { kind: 'cutJson' },
    'carried out late, within its deadline': { kind: 'heldRequest', delayMs: 100 },
  } as const;
  const CUT = { 'a cut line': { kind: 'disconnect' } } as const;
  const NOT_DONE = {
    'never arrived': { kind: 'heldRequest' },
    'arrived after its deadline': { kind: 'heldRequest', delayMs: 1_400 },
    'EGeneral:Internal error': { kind: 'serverError', executed: false },
    'EService:Unavailable': { kind: 'unavailable', executed: false },
  } as const;

  /** An order for each fault, amended under it; what is known of each when all else is over, and its terms. */
  async function after(
    desk: Desk,
    faults: Readonly<Record<string, Partial<Fault>>>,
  ): Promise<Readonly<Record<string, readonly string[]>>> {
    const children = new Map<string, ChildOrder>();
    for (const name of Object.keys(faults)) children.set(name, await resting(desk));
    for (const [name, child] of children) {
      const only = { count: 1, method: METHOD, clientOrderId: child.childID };
      desk.exchange.arm({ ...only, ...faults[name] } as Fault);
      desk.amend(child, '48100', '0.7');
    }
    for (const child of children.values()) await knows(desk, child);
    await new Promise((resolve) => setTimeout(resolve, 1_500)); // Beyond all deadlines.
    return Object.fromEntries(
      [...children].map(([name, child]) => [name, [...known(desk, child), atVenue(desk, child)]]),
    );
  }

  function all(faults: object, outcome: readonly string[]): object {
    return Object.fromEntries(Object.keys(faults).map((name) => [name, outcome]));
  }

  test.each([DONE, CUT])('although it was done: amended, once (%#)', async (faults) => {
    expect(await after(await readyDesk(), faults)).toEqual(all(faults, [AMENDED, NEW]));
  });

  test.each([DONE, CUT])('and its event never comes: found all the same (%#)', async (faults) => {
    const desk = await readyDesk();
    desk.exchange.arm({ kind: 'swallowEvent', count: 99, event: 'amended' });
    expect(await after(desk, faults)).toEqual(all(faults, [AMENDED, NEW]));
  });

  test('and that was not done: unknown, then refused', async () => {
    const desk = await readyDesk();
    expect(await after(desk, NOT_DONE)).toEqual(all(NOT_DONE, ['AmendRefused', OLD]));
    const unknown = desk.reports.filter(({ type }) => type === 'AmendUnknown');
    expect(unknown).toHaveLength(Object.keys(NOT_DONE).length);
  });

  test('the event is lost in a gap of the sequence: the new subscription shows the terms', async () => {
    const desk = await readyDesk();
    const child = await resting(desk);
    desk.exchange.arm({ kind: 'sequenceGap', count: 1, event: 'amended' });
    desk.amend(child, '48100', '0.7');
    const fill = { symbol: 'BTC/USDT', clientOrderId: child.childID, quantity: '0.1' };
    await desk.control('fill', fill);
    await until(
      () => known(desk, child).length === 2,
      () => desk.tell(),
    );
    expect(known(desk, child).toSorted()).toEqual([AMENDED, 'Filled child 0.1@48100']);
  });
});

describe('an amend of before a crash (crash row 7)', () => {
  async function killed(fault: Partial<Fault>): Promise<readonly [Desk, ChildOrder]> {
    const desk = await readyDesk();
    const child = await resting(desk);
    const [first] = desk.reports;
    if (first?.type !== 'Acknowledged') throw new Error('not acknowledged');
    desk.exchange.arm({ count: 1, method: METHOD, ...fault } as Fault);
    desk.amend(child, '48100', '0.7');
    await struck(desk);
    desk.orders.close();
    desk.reports.length = 0;
    desk.connect(ordersOf(desk), [
      {
        child,
        venueOrderID: asVenueOrderID(first.venueOrderID),
        cumQty: asQty(0n),
        fills: [],
        decidedAt: epochNs(desk.ports.clock.now() - 1_000_000_000n),
        inDoubt: false,
        cancelWanted: false,
        amend: { price: asPrice(decimal('48100')), orderQty: asQty(decimal('0.7')) },
      },
    ]);
    return [desk, child];
  }

  test.each([
    ['was done', { kind: 'lostAck' }, AMENDED, NEW],
    ['is done while the next process starts', { kind: 'heldRequest', delayMs: 100 }, AMENDED, NEW],
    ['never arrived', { kind: 'heldRequest' }, 'AmendRefused', OLD],
  ] as const)('%s', async (_, fault, told, terms) => {
    const [desk, child] = await killed(fault);
    expect(await knows(desk, child)).toEqual([told]);
    expect(atVenue(desk, child)).toBe(terms);
  });
});
