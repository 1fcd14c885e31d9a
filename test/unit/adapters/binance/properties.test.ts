// Laws: whatever the order and however often, the same is said once; a book is the venue's or is none.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ScriptedLine, child, execution, inShort, orderResult } from './scripted-line.ts';
import { MarketLine } from './market-line.ts';

const ONE = child(1);

/** The life of one order in events: 0.2 five times, or fewer and a cancel. */
function lifeOf(fills: number): Record<string, unknown>[] {
  const events = [execution({ c: ONE.childID, x: 'NEW', X: 'NEW', i: 7, z: '0' })];
  for (let fill = 1; fill <= fills; fill += 1) {
    const X = fill === 5 ? 'FILLED' : 'PARTIALLY_FILLED';
    const z = (0.2 * fill).toFixed(1);
    events.push(
      execution({ c: ONE.childID, x: 'TRADE', X, i: 7, z, l: '0.2', L: `${100 + fill}`, t: fill }),
    );
  }
  if (fills === 5) return events;
  const z = (0.2 * fills).toFixed(1);
  return [
    ...events,
    execution({ c: 'other', C: ONE.childID, x: 'CANCELED', X: 'CANCELED', i: 7, z }),
  ];
}

describe('execution reports', () => {
  test('in any order, any number of times, with the answer anywhere: the same reports, each once', () => {
    const history = fc.integer({ min: 0, max: 5 }).chain((fills) => {
      const life = lifeOf(fills);
      const repeated = fc.array(fc.constantFrom(...life), { maxLength: 10 });
      return repeated.chain((more) =>
        fc.record({
          fills: fc.constant(fills),
          events: fc.shuffledSubarray([...life, ...more.map((event) => ({ ...event }))], {
            minLength: life.length + more.length,
          }),
          answerAt: fc.nat({ max: life.length + more.length }),
        }),
      );
    });
    fc.assert(
      fc.property(history, ({ fills, events, answerAt }) => {
        const line = new ScriptedLine().ready();
        line.submit(ONE);
        const answer = orderResult({
          orderId: 7,
          clientOrderId: ONE.childID,
          status: 'NEW',
          executedQty: '0',
        });
        const steps = [...events.map((event) => () => line.event(event))];
        steps.splice(answerAt, 0, () => line.answer(line.take('order.place'), answer));
        for (const step of steps) step();
        const cum = Number((0.2 * fills).toFixed(1));
        const expected = [
          'Acknowledged 7',
          ...Array.from(
            { length: fills },
            (_, index) => `Filled child ${index + 1} 0.2@${101 + index}`,
          ),
          `Ended ${fills === 5 ? 'Filled' : 'Canceled'} ${cum}`,
        ];
        expect(line.reports.map(inShort).sort()).toEqual(expected.sort());
        expect(line.reports[0]?.type).toBe('Acknowledged');
      }),
      { numRuns: 200 },
    );
  });
});

type Side = Map<number, number>;

interface Venue {
  readonly bids: Side;
  readonly asks: Side;
  readonly changes: {
    readonly first: number;
    readonly last: number;
    readonly bids: [string, string][];
    readonly asks: [string, string][];
  }[];
}

const change = fc.record({
  updates: fc.integer({ min: 1, max: 3 }),
  bids: fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.nat({ max: 3 })), { maxLength: 4 }),
  asks: fc.array(fc.tuple(fc.integer({ min: 51, max: 100 }), fc.nat({ max: 3 })), { maxLength: 4 }),
});

/** What a venue would send for these changes, and what its book then is. */
function venueOf(
  steps: readonly { updates: number; bids: [number, number][]; asks: [number, number][] }[],
): Venue {
  const venue: Venue = { bids: new Map(), asks: new Map(), changes: [] };
  let last = 10;
  for (const { updates, bids, asks } of steps) {
    const write = (side: Side, levels: readonly [number, number][]): [string, string][] => {
      for (const [price, qty] of levels) {
        if (qty === 0) side.delete(price);
        else side.set(price, qty);
      }
      return levels.map(([price, qty]) => [`${price}.00`, `${qty}.000`]);
    };
    venue.changes.push({
      first: last + 1,
      last: last + updates,
      bids: write(venue.bids, bids),
      asks: write(venue.asks, asks),
    });
    last += updates;
  }
  return venue;
}

function levelsOf(side: Side, direction: 1 | -1): number[][] {
  return [...side]
    .sort(([a], [b]) => (a - b) * direction)
    .map(([price, qty]) => [price * 100, qty * 1000]);
}

describe('a book', () => {
  test("after any changes is the venue's, level by level", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (steps) => {
        const venue = venueOf(steps);
        const line = new MarketLine().start();
        line.reply('depth', { lastUpdateId: 10, bids: [], asks: [] });
        for (const { first, last, bids, asks } of venue.changes)
          line.depth(first, last, bids, asks);
        const book = line.book();
        expect(book?.state).toBe('Live');
        expect(book?.bids).toEqual(levelsOf(venue.bids, -1));
        expect(book?.asks).toEqual(levelsOf(venue.asks, 1));
      }),
    );
  });

  test('with any change lost is invalid from the next one on', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 2, maxLength: 30 }), fc.nat(), (steps, pick) => {
        const venue = venueOf(steps);
        const lost = pick % (venue.changes.length - 1);
        const line = new MarketLine().start();
        line.reply('depth', { lastUpdateId: 10, bids: [], asks: [] });
        venue.changes.forEach(({ first, last, bids, asks }, index) => {
          if (index === lost) return;
          line.depth(first, last, bids, asks);
          expect(line.book()?.state).toBe(index < lost ? 'Live' : 'Invalid');
        });
      }),
    );
  });

  test('with changes repeated and overtaken by older ones is the same', () => {
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 20 }),
        fc.array(fc.nat(), { maxLength: 20 }),
        (steps, repeats) => {
          const venue = venueOf(steps);
          const line = new MarketLine().start();
          line.reply('depth', { lastUpdateId: 10, bids: [], asks: [] });
          venue.changes.forEach(({ first, last, bids, asks }, index) => {
            line.depth(first, last, bids, asks);
            const old = venue.changes[(repeats[index] ?? 0) % (index + 1)];
            if (old !== undefined) line.depth(old.first, old.last, old.bids, old.asks);
          });
          expect(line.book()?.bids).toEqual(levelsOf(venue.bids, -1));
          expect(line.book()?.asks).toEqual(levelsOf(venue.asks, 1));
        },
      ),
    );
  });
});

test('no frame whatever makes a machine throw', () => {
  const orders = new ScriptedLine().ready();
  const market = new MarketLine().live();
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.json().map((text) => new TextEncoder().encode(text)),
      ),
      (frame) => {
        orders.step({ type: 'FrameReceived', channel: orders.channel, frame, now: orders.now });
        market.step({ type: 'FrameReceived', channel: market.channel, frame, now: market.now });
      },
    ),
    { numRuns: 1_000 },
  );
});
