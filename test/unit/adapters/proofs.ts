// What any venue's order machine must prove against a simulated exchange, in the same words for all.

import { describe, expect, test } from '@jest/globals';
import type { VenueOrders } from '../../../adapters/port/index.ts';
import { asDurable } from '../../../spec/proof/index.ts';
import { childIDOf } from '../../../spec/terms/index.ts';
import { asQty, epochNs } from '../../../spec/units/index.ts';
import type { RunningCore } from '../../sandbox/exchange/core.ts';
import type { Fault } from '../../sandbox/exchange/faults.ts';
import { until } from './real-ports.ts';
import type { SandboxDesk } from './sandbox-desk.ts';

type Running = RunningCore & { readonly urls: { readonly control: string } };

export interface ProvedVenue<One extends Running> {
  /** The exchange's name for BTC/USDT. */
  readonly symbol: string;
  /** Connected and reconciled, on a book of 1 at 49000 against 0.4 at 51000 and 0.3 at 51001. */
  readyDesk(): Promise<SandboxDesk<One>>;
  ordersOf(desk: SandboxDesk<One>): VenueOrders;
  /** Answers to an order that leave it in doubt, each with the fault that makes it. */
  readonly badAnswers: readonly (readonly [name: string, fault: Partial<Fault>])[];
  readonly words: {
    /** The events of a new order and of a trade. */
    readonly new: string;
    readonly trade: string;
    /** The connections that orders go out on. */
    readonly orderLine: string;
    /** The methods that are asked for an order by its id. */
    readonly questions: readonly string[];
  };
}

/** Faults that the exchange can also show without carrying the request out. */
const REFUSABLE = new Set(['serverError', 'timeout', 'unavailable']);

/** Declares the tests. */
export function provesItself<One extends Running>(venue: ProvedVenue<One>): void {
  describe('an order whose answer is lost or bad', () => {
    const bad = venue.badAnswers;

    test.each(bad)(
      '%s, although it was taken: in doubt at most, found, one order',
      async (_, fault) => {
        const desk = await venue.readyDesk();
        desk.exchange.arm({ count: 1, ...fault } as Fault);
        const child = desk.submit(desk.child('48000', '0.5'));
        await until(
          () => desk.of(child).includes('Acknowledged'),
          () => desk.tell(),
        );
        desk.orders.resolve(asDurable(child.childID));
        await new Promise((resolve) => setTimeout(resolve, 500));
        expect(
          desk.of(child).filter((text) => text !== 'Unknown' && text !== 'Acknowledged'),
        ).toEqual([]);
        expect(desk.ordersAtVenue(child)).toBe(1);
      },
    );

    test.each(
      bad
        .filter(([, { kind }]) => REFUSABLE.has(kind ?? ''))
        .map(([name, fault]) => [name, { ...fault, executed: false }] as const),
    )('%s, and never taken: in doubt, then proven absent', async (_, fault) => {
      const desk = await venue.readyDesk();
      desk.exchange.arm({ count: 1, ...fault } as Fault);
      const child = desk.submit(desk.child('48000', '0.5'));
      await desk.hears(child, ['Unknown', 'Absent'], 15_000);
      expect(desk.ordersAtVenue(child)).toBe(0);
    });

    test('"not found" although it is there: a stale read is not absence', async () => {
      const desk = await venue.readyDesk();
      desk.exchange.arm({ kind: 'disconnect', count: 1 });
      for (const method of venue.words.questions) {
        desk.exchange.arm({ kind: 'notFound', count: 3, method });
      }
      desk.exchange.arm({ kind: 'swallowEvent', count: 9, event: venue.words.new });
      const child = desk.submit(desk.child('48000', '0.5'));
      await desk.hears(child, ['Unknown', 'Acknowledged']);
    });
  });

  describe('fills', () => {
    test('before the acknowledgement', async () => {
      const desk = await venue.readyDesk();
      desk.exchange.arm({ kind: 'fillBeforeAck', count: 1, quantity: '0.1' });
      const child = desk.submit(desk.child('48000', '0.5'));
      await until(
        () => desk.of(child).length >= 2,
        () => desk.tell(),
      );
      expect(desk.of(child)).toEqual(['Acknowledged', 'Filled child 0.1@48000']);
    });

    test('after the cancel was acknowledged', async () => {
      const desk = await venue.readyDesk();
      const child = desk.submit(desk.child('48000', '0.5'));
      await desk.hears(child, ['Acknowledged']);
      desk.exchange.arm({ kind: 'lateFill', count: 1, quantity: '0.1', delayMs: 50 });
      desk.orders.cancel(asDurable(child.childID));
      await until(
        () => desk.of(child).includes('Filled child 0.1@48000'),
        () => desk.tell(),
      );
      expect(desk.of(child).filter((text) => text.startsWith('Ended'))).toHaveLength(1);
    });

    test('one swallowed by a stream that looks healthy is found by the audit', async () => {
      const desk = await venue.readyDesk();
      const child = desk.submit(desk.child('48000', '0.5'));
      await desk.hears(child, ['Acknowledged']);
      desk.exchange.arm({ kind: 'swallowEvent', count: 1, event: venue.words.trade });
      await desk.control('fill', {
        symbol: venue.symbol,
        clientOrderId: child.childID,
        quantity: '0.2',
      });
      await desk.hears(child, ['Acknowledged', 'Filled child 0.2@48000'], 5_000);
    });

    test('said twice come once', async () => {
      const desk = await venue.readyDesk();
      desk.exchange.arm({ kind: 'duplicateEvent', count: 9 });
      const child = desk.submit(desk.child('48000', '0.5'));
      await desk.hears(child, ['Acknowledged']);
      await desk.control('fill', { symbol: venue.symbol, clientOrderId: child.childID });
      await desk.hears(child, ['Acknowledged', 'Filled child 0.5@48000', 'Ended Filled 0.5']);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(desk.of(child)).toHaveLength(3);
    });

    test('while the line is down are found when it is up', async () => {
      const desk = await venue.readyDesk();
      const child = desk.submit(desk.child('48000', '0.5'));
      const other = desk.submit(desk.child('47000', '0.5'));
      await desk.hears(other, ['Acknowledged']);
      desk.exchange.cut(venue.words.orderLine);
      await desk.control('fill', {
        symbol: venue.symbol,
        clientOrderId: child.childID,
        quantity: '0.2',
      });
      await desk.control('fill', { symbol: venue.symbol, clientOrderId: other.childID });
      await until(
        () => desk.of(child).length === 2 && desk.of(other).length === 3,
        () => desk.tell(),
      );
      expect(desk.of(child)).toEqual(['Acknowledged', 'Filled child 0.2@48000']);
      expect(desk.of(other).sort()).toEqual([
        'Acknowledged',
        'Ended Filled 0.5',
        'Filled child 0.5@47000',
      ]);
    });
  });

  describe('after a restart', () => {
    test('adopts what the process before it left', async () => {
      const before = await venue.readyDesk();
      const child = before.submit(before.child('48000', '0.5'));
      await before.hears(child, ['Acknowledged']);
      before.orders.close();
      await before.control('fill', {
        symbol: venue.symbol,
        clientOrderId: child.childID,
        quantity: '0.2',
      });
      before.reports.length = 0;
      const never = before.child('48000', '0.1');
      const decidedAt = epochNs(before.ports.clock.now() - 1_000_000_000n);
      const left = {
        venueOrderID: null,
        cumQty: asQty(0n),
        fills: [],
        decidedAt,
        inDoubt: true,
        cancelWanted: false,
        amend: null,
      };
      before.connect(venue.ordersOf(before), [
        { ...left, child },
        { ...left, child: never },
      ]);
      await before.hears(child, ['Acknowledged', 'Filled child 0.2@48000']);
      await before.hears(never, ['Absent'], 15_000);
    });
  });
  describe('what is open and not known to the desk', () => {
    test("is shown, and cancelled where its id is of the desk's form and number", async () => {
      const desk = await venue.readyDesk();
      const known = desk.submit(desk.child('48000', '0.5'));
      const forgotten = desk.submit(desk.child('47000', '0.1'));
      const elsewhere = childIDOf({ desk: 60_000, epoch: 1, intent: 1 });
      const others = desk.submit(desk.child('46000', '0.1', { childID: elsewhere }));
      for (const child of [known, forgotten, others]) await desk.hears(child, ['Acknowledged']);
      desk.orders.close();
      const decidedAt = epochNs(desk.ports.clock.now() - 1_000_000_000n);
      const left = {
        venueOrderID: null,
        cumQty: asQty(0n),
        fills: [],
        decidedAt,
        cancelWanted: false,
        amend: null,
      };
      desk.connect(venue.ordersOf(desk), [{ ...left, child: known, inDoubt: true }]);
      await desk.ready();

      const found = async (after: number) => {
        desk.orders.findUnknown(desk.desk);
        const all = () => desk.notices.filter((notice) => notice.type === 'UnknownFound');
        await until(
          () => all().length > after,
          () => desk.tell(),
        );
        return all()
          .at(-1)
          ?.orders.map(({ clientOrderID, isOurs }) => `${clientOrderID} ${isOurs}`)
          .toSorted();
      };
      const stranger = `${elsewhere} false`;
      expect(await found(0)).toEqual([`${forgotten.childID} true`, stranger].toSorted());
      await until(
        () => desk.openAtVenue(forgotten) === 0,
        () => desk.tell(),
      );
      expect([desk.openAtVenue(known), desk.openAtVenue(others)]).toEqual([1, 1]);
      expect(await found(1)).toEqual([stranger]);
    });
  });
}
