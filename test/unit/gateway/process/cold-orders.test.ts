// Ended orders are found again, and their ClOrdIDs are known to be taken, whatever is durable when they are asked for.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openInlineJournal } from '../../../../gateway/journal/index.ts';
import { ColdOrders } from '../../../../gateway/process/cold-orders.ts';
import { IDFilter } from '../../../../gateway/process/id-filter.ts';
import { tableNames } from '../../../../gateway/process/tables.ts';
import type { ParentOrder } from '../../../../spec/events/index.ts';
import { asChildID, asClOrdID, asOrderID } from '../../../../spec/terms/index.ts';
import type { EpochNs } from '../../../../spec/ports/index.ts';
import { epochNs, tradeDate } from '../../../../spec/units/index.ts';
import { childOf, enter, filled, newBench, orderOf } from '../../../fixtures/desk.ts';
import { batchOf, memoryDisk, realClock } from '../journal/support.ts';

/** 2026-11-22T12:00:00Z, and the same on the days behind it. */
const noon = 1_795_348_800_000_000_000n;
const on = (day: number): EpochNs => epochNs(noon + BigInt(day) * 86_400_000_000_000n);

function endedOrder(): ParentOrder {
  const bench = newBench();
  bench.send(enter(bench, 'A'));
  bench.send(filled(childOf(bench, 'A'), 'e1', 10));
  return orderOf(bench, 'A');
}
const template = endedOrder();

type Step =
  | { readonly type: 'End'; readonly id: number; readonly day: number }
  | { readonly type: 'Commit' | 'Restart' }
  | { readonly type: 'Ask'; readonly day: number };

const day = fc.nat(3);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ type: fc.constant('End' as const), id: fc.nat(30), day }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('Commit' as const) }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('Restart' as const) }) },
    { weight: 4, arbitrary: fc.record({ type: fc.constant('Ask' as const), day }) },
  ),
  { maxLength: 80 },
);

test('I2: a ClOrdID is taken on the day on which its order ended, durable or not, before and behind a restart', () => {
  fc.assert(
    fc.property(steps, (script) => {
      const options = { disk: memoryDisk(), tables: tableNames, clock: realClock, epoch: null };
      let journal = openInlineJournal({ ...options, commits: 'when-told' });
      let cold = new ColdOrders(journal);
      journal.onDurable((durable) => cold.release(durable));
      const taken = new Set<string>();
      for (const [index, step] of script.entries()) {
        switch (step.type) {
          case 'End': {
            const clOrdIDs = [asClOrdID(`C${step.id}`), asClOrdID(`also ${step.id}`)];
            const order = { ...template, orderID: asOrderID(`O${index}`), clOrdIDs };
            const puts = cold.add(order, on(step.day), journal.nextSequence);
            journal.append(batchOf(journal, ['ended'], puts));
            for (const id of clOrdIDs) taken.add(`${step.day} ${id}`);
            break;
          }
          case 'Commit':
            journal.commitNow();
            break;
          case 'Restart':
            journal.commitNow();
            journal = openInlineJournal({ ...options, commits: 'when-told' });
            cold = new ColdOrders(journal);
            journal.onDurable((durable) => cold.release(durable));
            break;
          default:
            for (let id = 0; id <= 30; id += 1) {
              for (const name of [`C${id}`, `also ${id}`]) {
                const date = tradeDate(on(step.day));
                const found = cold.isClOrdIDTaken(template.sessionID, date, name);
                expect(found).toBe(taken.has(`${step.day} ${name}`));
                const order = cold.byClOrdID(template.sessionID, date, name);
                expect(order?.clOrdIDs.includes(asClOrdID(name)) ?? false).toBe(found);
              }
            }
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('a day of more ids than are read at the start is looked up one by one', () => {
  const journal = openInlineJournal({
    disk: memoryDisk(),
    tables: tableNames,
    clock: realClock,
    epoch: null,
    commits: 'on-append',
  });
  const before = new ColdOrders(journal);
  const clOrdIDs = Array.from({ length: 10_001 }, (_, index) => asClOrdID(`C${index}`));
  const puts = before.add({ ...template, clOrdIDs }, on(0), journal.nextSequence);
  journal.append(batchOf(journal, ['ended'], puts));
  const cold = new ColdOrders(journal);
  const isTaken = (id: string) => cold.isClOrdIDTaken(template.sessionID, tradeDate(on(0)), id);
  expect(['C0', 'C9999', 'C10000', 'C10001'].map(isTaken)).toEqual([true, true, true, false]);
});

test('a filter says of every id that was added that it may be there, and of few others', () => {
  const filter = new IDFilter();
  for (let index = 0; index < 100_000; index += 1) filter.add(`ORDER-${index}`);
  let missing = 0;
  let strangers = 0;
  for (let index = 0; index < 100_000; index += 1) {
    if (!filter.mayHave(`ORDER-${index}`)) missing += 1;
    if (filter.mayHave(`OTHER-${index}`)) strangers += 1;
  }
  expect(missing).toBe(0);
  // 100,000 of 2^32 hashes are taken: 2.3 of 100,000 strangers are to be expected.
  expect(strangers).toBeLessThan(20);
});

test('the order of a child is found in its newest form, fresh or durable, last or not', () => {
  const options = { disk: memoryDisk(), tables: tableNames, clock: realClock, epoch: null };
  const journal = openInlineJournal({ ...options, commits: 'when-told' });
  const cold = new ColdOrders(journal);
  journal.onDurable((durable) => cold.release(durable));
  const [child] = template.children;
  if (child === undefined) throw new Error('the order has no child');
  const formOf = (name: string, text: string): ParentOrder => ({
    ...template,
    orderID: asOrderID(name),
    children: [{ ...child, childID: asChildID(name) }],
    symbol: text,
  });
  const end = (order: ParentOrder): void => {
    journal.append(batchOf(journal, ['ended'], cold.add(order, on(0), journal.nextSequence)));
  };
  const found = (name: string): string | undefined => cold.byChildID(name)?.symbol;
  end(formOf('A', 'first'));
  expect(found('A')).toBe('first');
  end(formOf('B', 'other'));
  expect([found('A'), found('B'), found('C')]).toEqual(['first', 'other', undefined]);
  end(formOf('A', 'again'));
  expect([found('A'), found('B')]).toEqual(['again', 'other']);
  journal.commitNow();
  expect([found('A'), found('B'), found('C')]).toEqual(['again', 'other', undefined]);
});
