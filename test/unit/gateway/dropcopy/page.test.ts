import { describe, expect, test } from '@jest/globals';
import { restoreState, snapshotOf, evolve, emptyState } from '../../../../gateway/desk/index.ts';
import {
  type Copy,
  type CopyFilter,
  type EventSource,
  PageReader,
} from '../../../../gateway/dropcopy/index.ts';
import { createDeskProjection } from '../../../../gateway/process/desk-projection.ts';
import { WireWriter, encodeDeskSnapshot, type Recorded } from '../../../../spec/events/index.ts';
import { asAccountID, asSessionID, asVenueExecID } from '../../../../spec/terms/index.ts';
import {
  type Bench,
  acknowledged,
  cancel,
  childOf,
  ended,
  enter,
  filled,
  newBench,
  price,
  qty,
  replace,
  says,
  venueOrderIDOf,
} from '../../../fixtures/desk.ts';
import { dictionaryOf, fix44 } from '../../../../spec/dictionaries/index.ts';
import { dialectOf } from '../../../../gateway/orderentry/index.ts';

const ALL: CopyFilter = { sessions: null, accounts: null, children: false };
const WITH_CHILDREN: CopyFilter = { ...ALL, children: true };
/** The desk's start and its configuration are the first three events: the orders' begin at 4. */
const FIRST = 3;

/** What the bench has recorded, with snapshots at these sequences. */
function sourceOf(recorded: readonly Recorded[], snapshots: readonly number[] = []): EventSource {
  return {
    newestSnapshot(before) {
      const sequence = snapshots.filter((one) => one < before).at(-1);
      if (sequence === undefined) return null;
      const state = emptyState();
      for (const one of recorded.slice(0, sequence)) evolve(state, one);
      const writer = new WireWriter();
      encodeDeskSnapshot(snapshotOf(restoreState(snapshotOf(state))), writer);
      return { sequence, bytes: writer.finish().slice() };
    },
    events: (from, through) => recorded.slice(from - 1, through),
  };
}

const BOUNDS = { maxCopies: 1_000, maxEvents: 10_000 };

function readerOf(
  source: EventSource,
  filter: CopyFilter = ALL,
  bounds = BOUNDS,
  dictionary = fix44,
): PageReader {
  return new PageReader({
    source,
    projection: createDeskProjection(),
    filter,
    bounds,
    dialect: dialectOf(dictionary),
    compIDOf: (sessionID) => `${sessionID}-COMP`,
  });
}

function text({ bytes }: Copy): string {
  return Buffer.from(bytes).toString('latin1').replaceAll('\u0001', '|');
}

const fieldsOf = (copy: Copy): ReadonlyMap<string, string> =>
  new Map(
    text(copy)
      .split('|')
      .map((field) => [field.slice(0, field.indexOf('=')), field.slice(field.indexOf('=') + 1)]),
  );

/** Of each copy the fields with these tags. */
function shown(copies: readonly Copy[], ...tags: readonly number[]): readonly string[] {
  return copies.map((copy) => {
    const fields = fieldsOf(copy);
    return tags.map((tag) => `${tag}=${fields.get(String(tag)) ?? '-'}`).join(' ');
  });
}

/** An order for 10 that the venue takes, fills for 4 at 99.5, and whose rest is cancelled. */
function aLife(): Bench {
  const bench = newBench();
  bench.send(enter(bench, 'A'));
  const child = childOf(bench, 'A');
  bench.send(acknowledged(child));
  bench.send(filled(child, 'X1', 4, '99.5'));
  bench.send(cancel(bench, 'C', 'A'));
  bench.send(ended(child, 'Canceled', 4));
  return bench;
}

describe("a client's report", () => {
  test('is copied in every field, and says who the client is: CopyMsgIndicator(797)=Y', () => {
    const bench = aLife();
    const [first] = readerOf(sourceOf(bench.recorded)).read(FIRST, bench.recorded.length).copies;
    expect(first === undefined ? null : text(first)).toBe(
      '37=ORD-1-1|11=A|17=1-4-0|150=0|39=0|1=ACME-1|55=BTC/USDT|54=1|38=10|40=2|44=100|59=1|' +
        '151=10|14=0|6=0|60=20261121-12:00:00.000|453=1|448=ACME-COMP|447=D|452=13|797=Y|',
    );
    expect(first?.clientCompID).toBe('ACME-COMP');
  });

  test('in FIX 4.2 says in ClientID(109) who the client is, of the venue the order alone', () => {
    const bench = aLife();
    const reader = readerOf(sourceOf(bench.recorded), ALL, BOUNDS, dictionaryOf('FIX.4.2'));
    const [accepted, trade] = reader.read(FIRST, bench.recorded.length).copies;
    expect(accepted === undefined ? null : text(accepted)).toBe(
      '37=ORD-1-1|11=A|17=1-4-0|20=0|150=0|39=0|1=ACME-1|55=BTC/USDT|54=1|38=10|40=2|44=100|59=1|' +
        '32=0|31=0|151=10|14=0|6=0|60=20261121-12:00:00.000|109=ACME-COMP|',
    );
    const child = childOf(bench, 'A');
    expect(shown(trade === undefined ? [] : [trade], 20, 150, 32, 198, 526, 527, 797)).toEqual([
      `20=0 150=1 32=4 198=V${child.slice(0, 8)}${child.slice(-12)} 526=- 527=- 797=-`,
    ]);
  });

  test("of a trade has the venue's order, execution and the child's id at the venue", () => {
    const bench = aLife();
    const child = childOf(bench, 'A');
    const { copies } = readerOf(sourceOf(bench.recorded)).read(FIRST, bench.recorded.length);
    const trades = copies.filter((copy) => fieldsOf(copy).get('150') === 'F');
    const venueOrderID = `V${child.slice(0, 8)}${child.slice(-12)}`;
    expect(shown(trades, 32, 31, 30, 198, 526, 527)).toEqual([
      `32=4 31=99.5 30=sandbox 198=${venueOrderID} 526=${child} 527=X1`,
    ]);
  });

  test('of each kind is copied, with the ExecIDs of the events that they tell of', () => {
    const bench = aLife();
    const { copies } = readerOf(sourceOf(bench.recorded)).read(FIRST, bench.recorded.length);
    const types = bench.recorded.map(({ event }) => event.type);
    const at = (type: string): string => `17=1-${types.indexOf(type as never) + 1}-0`;
    expect(shown(copies, 150, 39, 14, 17)).toEqual([
      `150=0 39=0 14=0 ${at('OrderAccepted')}`,
      `150=F 39=1 14=4 ${at('ChildFilled')}`,
      `150=6 39=6 14=4 ${at('CancelRequested')}`,
      `150=4 39=4 14=4 ${at('OrderEnded')}`,
    ]);
  });

  test('OrderCancelReject and BusinessMessageReject are no ExecutionReports: no copy', () => {
    const bench = newBench();
    bench.send(cancel(bench, 'C', 'NOBODY'));
    const page = readerOf(sourceOf(bench.recorded)).read(FIRST, bench.recorded.length);
    expect(bench.recorded.length).toBe(FIRST + 1);
    expect(page).toEqual({ through: FIRST + 1, copies: [] });
  });
});

describe('a child', () => {
  test('whose fill its chain took back: TradeCancel, with the ExecID of its own Trade in ExecRefID(19)', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const child = childOf(bench, 'A');
    bench.send(filled(child, 'X1', 4, '99.5'));
    bench.send(
      says({
        type: 'FillCancelled',
        childID: child,
        venueOrderID: venueOrderIDOf(child),
        venueExecID: asVenueExecID('X1'),
        text: 'gone',
      }),
    );
    const { copies } = readerOf(sourceOf(bench.recorded), WITH_CHILDREN).read(
      FIRST,
      bench.recorded.length,
    );
    const ofChild = copies.filter((copy) => fieldsOf(copy).has('583')).slice(-2);
    const at = (type: string): string =>
      `1-${bench.recorded.findIndex(({ event }) => event.type === type) + 1}-1`;
    expect(shown(ofChild, 150, 39, 32, 31, 14, 151, 527, 17, 19)).toEqual([
      `150=F 39=1 32=4 31=99.5 14=4 151=6 527=X1 17=${at('ChildFilled')} 19=-`,
      `150=H 39=0 32=4 31=99.5 14=0 151=10 527=X1 17=${at('ChildFillCancelled')} 19=${at('ChildFilled')}`,
    ]);
  });

  test("is told of from its intent to its end, under its own id and its parent's", () => {
    const bench = aLife();
    const child = childOf(bench, 'A');
    const { copies } = readerOf(sourceOf(bench.recorded), WITH_CHILDREN).read(
      FIRST,
      bench.recorded.length,
    );
    const ofChild = copies.filter((copy) => fieldsOf(copy).has('583'));
    const venueOrderID = `V${child.slice(0, 8)}${child.slice(-12)}`;
    expect(shown(ofChild, 150, 39, 151, 14, 6, 198, 527)).toEqual([
      '150=A 39=A 151=10 14=0 6=0 198=- 527=-',
      `150=0 39=0 151=10 14=0 6=0 198=${venueOrderID} 527=-`,
      `150=F 39=1 151=6 14=4 6=99.5 198=${venueOrderID} 527=X1`,
      `150=4 39=4 151=0 14=4 6=99.5 198=${venueOrderID} 527=-`,
    ]);
    expect(new Set(shown(ofChild, 37, 11, 583, 526, 30, 797))).toEqual(
      new Set([`37=${child} 11=${child} 583=ORD-1-1 526=A 30=sandbox 797=-`]),
    );
  });

  test('whose venue has taken new terms: Replaced, with the terms as they are now, under the id that it keeps', () => {
    const bench = newBench();
    bench.replace = 'native';
    bench.send(enter(bench, 'A'));
    const child = childOf(bench, 'A');
    bench.send(acknowledged(child));
    bench.send(filled(child, 'X1', 4));
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(20), price: price('99.5') }));
    bench.send(says({ type: 'Amended', childID: child, price: price('99.5'), orderQty: qty(20) }));
    const { copies } = readerOf(sourceOf(bench.recorded), WITH_CHILDREN).read(
      FIRST,
      bench.recorded.length,
    );
    const ofChild = copies.filter((copy) => fieldsOf(copy).has('583')).slice(-1);
    expect(shown(ofChild, 150, 39, 38, 44, 14, 151, 11, 41)).toEqual([
      `150=5 39=1 38=20 44=99.5 14=4 151=16 11=${child} 41=${child}`,
    ]);
  });

  test("has ExecIDs of its own: of one event the parent's report ends in 0, the child's in 1", () => {
    const bench = aLife();
    const { copies } = readerOf(sourceOf(bench.recorded), WITH_CHILDREN).read(
      FIRST,
      bench.recorded.length,
    );
    const execIDs = copies.map((copy) => fieldsOf(copy).get('17') ?? '');
    expect(new Set(execIDs).size).toBe(execIDs.length);
    const trade = copies.filter((copy) => fieldsOf(copy).get('150') === 'F');
    const { sequence } = trade[0] ?? { sequence: 0 };
    expect(shown(trade, 17)).toEqual([`17=1-${sequence}-0`, `17=1-${sequence}-1`]);
  });

  test('that a venue filled after its end is told of with the status in which it ended', () => {
    const bench = aLife();
    bench.send(filled(childOf(bench, 'A'), 'X2', 1));
    const { copies } = readerOf(sourceOf(bench.recorded), WITH_CHILDREN).read(
      FIRST,
      bench.recorded.length,
    );
    const late = copies.filter((copy) => fieldsOf(copy).get('527') === 'X2');
    expect(shown(late, 150, 39, 151, 14)).toEqual([
      '150=F 39=4 151=0 14=5',
      '150=F 39=4 151=0 14=5',
    ]);
  });
});

describe('a filter', () => {
  const countOf = (filter: Partial<CopyFilter>): number => {
    const bench = aLife();
    const reader = readerOf(sourceOf(bench.recorded), { ...WITH_CHILDREN, ...filter });
    return reader.read(FIRST, bench.recorded.length).copies.length;
  };

  test('lets through what is of its sessions and its accounts, and nothing else', () => {
    expect(countOf({})).toBe(8);
    expect(countOf({ sessions: [asSessionID('ACME')], accounts: [asAccountID('ACME-1')] })).toBe(8);
    expect(countOf({ sessions: [asSessionID('OTHER')] })).toBe(0);
    expect(countOf({ accounts: [asAccountID('ACME-2')] })).toBe(0);
  });
});

describe('a page', () => {
  test('I5: whatever the pages and wherever reading begins, the copies are the same', () => {
    const bench = aLife();
    bench.send(enter(bench, 'B'));
    bench.send(filled(childOf(bench, 'B'), 'Y1', 10));
    const { recorded } = bench;
    const end = recorded.length;
    const whole = readerOf(sourceOf(recorded), WITH_CHILDREN).read(0, end).copies.map(text);
    expect(whole.length).toBeGreaterThan(10);
    for (const snapshots of [[], [FIRST, 6], [9]]) {
      for (let cut = 0; cut <= end; cut += 1) {
        const reader = readerOf(sourceOf(recorded, snapshots), WITH_CHILDREN, {
          maxCopies: 1,
          maxEvents: 3,
        });
        const found: string[] = [];
        for (let at = cut; at < end; ) {
          const page = reader.read(at, end);
          found.push(...page.copies.map(text));
          at = page.through;
        }
        expect(found).toEqual(whole.slice(whole.length - found.length));
        const behind = readerOf(sourceOf(recorded), WITH_CHILDREN).read(cut, end).copies;
        expect(found).toEqual(behind.map(text));
      }
    }
  });

  test("ends at its bound, and never between one event's copies", () => {
    const bench = aLife();
    const types = bench.recorded.map(({ event }) => event.type);
    const fill = types.indexOf('ChildFilled') + 1;
    const reader = readerOf(sourceOf(bench.recorded), WITH_CHILDREN, {
      maxCopies: 1,
      maxEvents: 100,
    });
    const page = reader.read(fill - 1, bench.recorded.length);
    expect([page.through, page.copies.length]).toEqual([fill, 2]);
  });
});
