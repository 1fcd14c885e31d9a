// The desk's rules that no matrix shows: doubt, time, replaces and new orders that are refused, venues in quarantine,
// commands that cannot be decided, and what a client is told of a duplicate.
import { describe, expect, test } from '@jest/globals';
import { restoreState, snapshotOf, stateHash } from '../../../../gateway/desk/index.ts';
import { asAccountID, asSessionID, asVenueID } from '../../../../spec/terms/index.ts';
import { asLots, asTicks, epochNs } from '../../../../spec/units/index.ts';
import {
  type Bench,
  acknowledged,
  bookAt,
  cancel,
  childOf,
  ended,
  enter,
  executions,
  filled,
  instrument,
  newBench,
  noLimits,
  noon,
  orderOf,
  price,
  qty,
  replace,
  replacedChild,
  says,
  status,
  venueID,
} from '../../../fixtures/desk.ts';
import { rest, resting, second, tick } from './arrangement.ts';

const types = (bench: Bench, from: number) =>
  bench.recorded.slice(from).map((one) => one.event.type);

describe('in doubt', () => {
  test('the operator is called once for each doubt, not once for each child', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const childID = childOf(bench, 'A');
    bench.send(says({ type: 'Unknown', childID, cause: 'time-out' }));
    bench.now += 31n * second;
    expect(bench.events(tick).map((event) => event.type)).toEqual(['InDoubtOverdue']);
    expect(bench.events(tick)).toEqual([]);
    bench.send(filled(childID, 'e1', 1)); // It arrived: this doubt is over.
    bench.send(cancel(bench, 'B', 'A'));
    bench.send(says({ type: 'CancelUnknown', childID, cause: 'time-out' }));
    bench.now += 31n * second;
    expect(bench.events(tick).map((event) => event.type)).toContain('InDoubtOverdue');
  });

  test('a doubt 30 s old is not overdue yet', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    bench.send(says({ type: 'Unknown', childID: childOf(bench, 'A'), cause: 'time-out' }));
    bench.now += 30n * second;
    expect(bench.events(tick)).toEqual([]);
  });

  test('a parent does not end, and its status request says what is awaited', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const childID = childOf(bench, 'A');
    bench.send(says({ type: 'Unknown', childID, cause: 'time-out' }));
    bench.send(cancel(bench, 'B', 'A'));
    expect(orderOf(bench, 'A').endedHow).toBeNull();
    expect(executions(bench.reports(status(bench, 'A')))).toMatchObject([
      {
        execType: 'OrderStatus',
        ordStatus: 'PendingCancel',
        text: `awaiting whether the order reached sandbox (child ${childID})`,
      },
    ]);
  });

  test('once found, it is cancelled as its order was', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const childID = childOf(bench, 'A');
    bench.send(says({ type: 'Unknown', childID, cause: 'time-out' }));
    bench.send(cancel(bench, 'B', 'A'));
    const { effects } = bench.send(acknowledged(childID));
    expect(effects).toEqual([{ type: 'CancelChild', venueID, childID }]);
  });

  test('at a start everything that was under way is in doubt, and what works is not', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    rest(bench, 'B');
    const { effects } = bench.send({ type: 'StartDesk', desk: 1 });
    expect(effects.filter((one) => one.type === 'ResolveChild')).toEqual([
      { type: 'ResolveChild', venueID, childID: childOf(bench, 'A') },
    ]);
    expect(bench.state.epoch).toBe(2);
  });

  test('a new attempt after proven absence has a new id', () => {
    const bench = newBench();
    const { first, second: next } = replacedChild(bench);
    expect(new Set([first, next]).size).toBe(2);
  });

  test('a venue that takes no attempt gets the next at once, then after 1 s, 2 s and so on', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const attempts = (): number => orderOf(bench, 'A').children.length;
    const lost = (): void => {
      const childID = childOf(bench, 'A');
      bench.send(says({ type: 'Unknown', childID, cause: 'Invalid session' }));
      bench.send(says({ type: 'Absent', childID, evidence: 'history' }));
    };
    lost();
    expect(attempts()).toBe(2);
    for (const [waits, made] of [
      [1n, 2],
      [2n, 3],
      [4n, 4],
    ] as const) {
      lost();
      bench.now += waits * 1_000_000_000n - 1n;
      bench.send(tick);
      expect(attempts()).toBe(made);
      bench.now += 1n;
      bench.send(tick);
      expect(attempts()).toBe(made + 1);
    }
  });

  test('absence of an IOC order ends it: nothing rests', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A', { timeInForce: 'IOC' }));
    const childID = childOf(bench, 'A');
    bench.send(says({ type: 'Unknown', childID, cause: 'time-out' }));
    const reports = executions(bench.reports(says({ type: 'Absent', childID, evidence: '' })));
    expect(reports).toMatchObject([{ execType: 'Rejected', ordStatus: 'Rejected' }]);
  });
});

describe('time', () => {
  const midnight = 1_795_305_600_000_000_000n;

  test('a Day order expires at 00:00 UTC, when its child has ended', () => {
    const { bench, childID } = resting({ timeInForce: 'Day' });
    bench.now = midnight - 1n;
    expect(bench.events(tick)).toEqual([]);
    bench.now = midnight;
    expect(bench.events(tick).map((event) => event.type)).toEqual([
      'OrderExpiring',
      'ChildCancelDecided',
    ]);
    expect(executions(bench.reports(ended(childID, 'Canceled', 0)))).toMatchObject([
      { execType: 'Expired', ordStatus: 'Expired', leavesQty: 0n },
    ]);
  });

  test('orders that expire together do so in bounded batches, each of them once', () => {
    const bench = newBench();
    for (let order = 1; order <= 2_500; order += 1) {
      bench.send(enter(bench, `A${order}`, { timeInForce: 'Day' }));
    }
    bench.now += 12n * 3_600n * second;
    const batches = [1, 2, 3, 4].map(() => bench.events(tick));
    expect(batches.map((events) => events.length)).toEqual([2_000, 2_000, 1_000, 0]);
    const expiring = batches.flat().filter((event) => event.type === 'OrderExpiring');
    expect(expiring).toHaveLength(2_500);
  });

  test('orders that waited for a venue all get their child in one tick, numbered in turn', () => {
    const bench = newBench();
    for (const id of ['A', 'B', 'C']) bench.send(enter(bench, id));
    for (const id of ['A', 'B', 'C']) {
      const childID = childOf(bench, id);
      bench.send(says({ type: 'Unknown', childID, cause: 'time-out' }));
      bench.venueState = 'Down';
      bench.send(says({ type: 'Absent', childID, evidence: 'complete history' }));
    }
    bench.venueState = 'Ready';
    const decided = bench.events(tick).filter((event) => event.type === 'ChildDecided');
    expect(decided.map((event) => event.intent)).toEqual([4, 5, 6]);
    expect(bench.state.nextIntent).toBe(7);
    const ids = ['A', 'B', 'C'].flatMap((id) => orderOf(bench, id).children);
    expect(new Set(ids.map((child) => child.childID)).size).toBe(6);
  });

  test('what stopped the desk for one order is refused to that order, and the others have their time', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A', { timeInForce: 'Day' }));
    bench.send(enter(bench, 'B', { timeInForce: 'Day' }));
    const { orderID } = orderOf(bench, 'A');
    bench.marked.add(`TickOrder ${orderID} OrderExpiring ChildCancelDecided`);
    bench.send(acknowledged(childOf(bench, 'A')));
    bench.send(acknowledged(childOf(bench, 'B')));
    bench.now = midnight;
    expect(bench.events(tick).map((event) => event.type)).toEqual([
      'CommandRefused',
      'OrderExpiring',
      'ChildCancelDecided',
    ]);
    expect(bench.events(tick)).toEqual([]);
    // Something else may still become of it.
    bench.send(cancel(bench, 'C', 'A'));
    expect(bench.events(tick).map((event) => event.type)).toEqual(['OrderExpiring']);
  });

  test('one that is filled in full while it expires is Filled, a pending replace too late', () => {
    const { bench, childID } = resting({ timeInForce: 'Day' });
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(15) }));
    bench.now = midnight;
    bench.send(tick);
    const reports = bench.reports(filled(childID, 'e1', 10));
    expect(reports.map((one) => ('execType' in one ? one.execType : one.type))).toEqual([
      'Trade',
      'OrderCancelReject',
    ]);
    expect(orderOf(bench, 'A').endedHow).toBe('Filled');
  });
});

describe('a replace', () => {
  test('that changes nothing keeps the child and takes the new ClOrdID', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const before = childOf(bench, 'A');
    const reports = executions(bench.reports(replace(bench, ['B', 'A'])));
    expect(reports.map((one) => [one.execType, one.clOrdID, one.origClOrdID])).toEqual([
      ['PendingReplace', 'B', 'A'],
      ['Replaced', 'B', 'A'],
    ]);
    expect(childOf(bench, 'B')).toBe(before);
    expect(orderOf(bench, 'B').children[0]?.cancel).toBe('None');
  });

  test('is superseded by a cancel, which may name either id', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(12) }));
    expect(bench.reports(cancel(bench, 'C', 'B'))).toMatchObject([
      { type: 'OrderCancelReject', clOrdID: 'B', origClOrdID: 'A', ordStatus: 'New' },
      { execType: 'PendingCancel', clOrdID: 'C', origClOrdID: 'A', ordStatus: 'PendingCancel' },
    ]);
  });

  test.each([
    ['account', { account: asAccountID('ACME-2') }, 'Account(1) cannot change from ACME-1'],
    [
      'currency',
      { currency: 'EUR' },
      'Currency(15)=EUR is none of BTC/USDT: quantities are in BTC, prices in USDT',
    ],
    ['symbol', { symbol: 'ETH/USDT' }, 'Symbol(55) cannot change from BTC/USDT'],
    ['side', { side: 'sell' }, 'Side(54) cannot change from buy'],
    ['type', { ordType: 'Market', price: null }, 'OrdType(40) cannot change from Limit'],
    ['time in force', { timeInForce: 'Day' }, 'TimeInForce(59) cannot change from GTC'],
  ] as const)('cannot change the %s', (_what, terms, text) => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    expect(
      bench.reports(replace(bench, ['B', 'A'], { orderQty: qty(12), ...terms })),
    ).toMatchObject([{ type: 'OrderCancelReject', cxlRejReason: 'BrokerOption', text }]);
  });

  test('may repeat account and currency', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const repeated = { orderQty: qty(12), account: asAccountID('ACME-1'), currency: 'USDT' };
    expect(bench.reports(replace(bench, ['B', 'A'], repeated))).toMatchObject([
      { execType: 'PendingReplace' },
    ]);
  });

  test('older than the session allows is refused, never executed late', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const sentAt = epochNs(noon - 10_001_000_000n);
    expect(bench.reports(replace(bench, ['B', 'A'], { orderQty: qty(12), sentAt }))).toMatchObject([
      { type: 'OrderCancelReject', text: "sent 10001 ms ago, this session's limit is 10000 ms" },
    ]);
  });
});

describe('a new order', () => {
  test.each([['BTC'], ['USDT'], [null]])('may be in Currency(15) %s', (currency) => {
    const bench = newBench();
    expect(bench.reports(enter(bench, 'A', { currency }))).toMatchObject([{ execType: 'New' }]);
  });

  test('in another Currency(15) is refused: its price would mean something else', () => {
    const bench = newBench();
    expect(bench.reports(enter(bench, 'A', { currency: 'EUR' }))).toMatchObject([
      {
        execType: 'Rejected',
        ordRejReason: 'UnsupportedOrderCharacteristic',
        text: 'Currency(15)=EUR is none of BTC/USDT: quantities are in BTC, prices in USDT',
      },
    ]);
  });

  const rejected = (bench: Bench, terms: Parameters<typeof enter>[2]) =>
    executions(bench.reports(enter(bench, 'A', terms))).map((one) => [one.ordRejReason, one.text]);

  test('older than the session allows is rejected as stale; at the bound it is taken', () => {
    const bench = newBench();
    expect(rejected(bench, { sentAt: epochNs(noon - 10_001_000_000n) })).toEqual([
      ['StaleOrder', "sent 10001 ms ago, this session's limit is 10000 ms"],
    ]);
    expect(rejected(bench, { sentAt: epochNs(noon - 10_000_000_000n) })).toEqual([[null, null]]);
  });

  test('is rejected while its venue is not ready', () => {
    const bench = newBench();
    bench.venueState = 'Reconciling';
    expect(rejected(bench, {})).toEqual([
      ['ExchangeClosed', 'BTC/USDT cannot be traded now: sandbox is Reconciling'],
    ]);
  });

  test('is rejected while the disk is too full; cancels go on', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    bench.closedFor = 'the disk is nearly full';
    expect(executions(bench.reports(enter(bench, 'B')))).toMatchObject([
      { execType: 'Rejected', ordRejReason: 'BrokerOption', text: 'the disk is nearly full' },
    ]);
    expect(bench.reports(cancel(bench, 'C', 'A'))).toMatchObject([{ execType: 'PendingCancel' }]);
  });

  test('of a session without a profile is rejected', () => {
    const bench = newBench();
    expect(rejected(bench, { origin: bench.origin(asSessionID('NOBODY')) })).toEqual([
      ['Other', 'this session may not enter orders'],
    ]);
  });

  test('an account is taken as the only one, and asked for where there are several', () => {
    const bench = newBench();
    bench.send(enter(bench, 'X'));
    expect(orderOf(bench, 'X').account).toBe('ACME-1');
    bench.accounts = [asAccountID('ACME-1'), asAccountID('ACME-2')];
    expect(rejected(bench, {})[0]?.[0]).toBe('UnknownAccount');
  });

  test('a market order goes out as a limit IOC child at the collar', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A', { ordType: 'Market', price: null, timeInForce: 'Day' }));
    // The mid is 100 and the collar 100 bps.
    expect(orderOf(bench, 'A').children).toMatchObject([{ price: price(101), timeInForce: 'IOC' }]);
  });

  test('fill or kill that no fresh book shows in full is cancelled, and nothing is sent', () => {
    const bench = newBench();
    const thin = { ...bookAt(noon), asks: [[asTicks(10_001), asLots(9_999)]] as const };
    bench.book = thin;
    const terms = { timeInForce: 'FOK', price: price('100.01') } as const;
    const { effects } = bench.send(enter(bench, 'A', terms));
    expect(effects.map((one) => one.type)).toEqual(['ReportToClient', 'ReportToClient']);
    bench.book = { ...thin, asks: [[asTicks(10_001), asLots(10_000)]] };
    expect(bench.send(enter(bench, 'B', terms)).effects.at(-1)?.type).toBe('SubmitChild');
  });

  test('resent as possible duplicate is answered with the status of the one that we have', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const reports = executions(bench.reports(enter(bench, 'A', { possResend: true })));
    expect(reports).toMatchObject([{ execType: 'OrderStatus', ordStatus: 'New', clOrdID: 'A' }]);
    expect(bench.state.orders.size).toBe(1);
  });

  test('with the ClOrdID of an open order is rejected with the status of that one (F.1.a)', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    bench.send(filled(childOf(bench, 'A'), 'e1', 4));
    const reports = executions(bench.reports(enter(bench, 'A', { orderQty: qty(15) })));
    expect(reports).toMatchObject([
      {
        execType: 'Rejected',
        ordStatus: 'PartiallyFilled',
        ordRejReason: 'DuplicateOrder',
        orderID: 'ORD-1-1',
        orderQty: qty(10),
        cumQty: qty(4),
      },
    ]);
  });

  test("another session's ClOrdID is not taken", () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const origin = bench.origin(asSessionID('ACME2'));
    expect(executions(bench.reports(enter(bench, 'A', { origin })))[0]?.ordStatus).toBe('New');
  });
});

describe('instruments and limits', () => {
  const configured = (bench: Bench, change: Partial<typeof instrument>) =>
    bench.events({
      type: 'ConfigureDesk',
      instruments: [{ ...instrument, ...change }],
      limits: [noLimits],
    });

  test('what has not changed makes no event, a change makes a new version', () => {
    const bench = newBench();
    expect(configured(bench, {})).toEqual([]);
    expect(configured(bench, { state: 'Halted' })).toMatchObject([
      { type: 'InstrumentDefined', instrument: { version: 2, state: 'Halted' } },
    ]);
  });

  test('a symbol that an instrument gave up finds nothing, restored or not (I5)', () => {
    const bench = newBench();
    configured(bench, { symbol: 'XBT/USDT' });
    expect([...bench.state.bySymbol.keys()]).toEqual(['XBT/USDT']);
    const restored = restoreState(snapshotOf(bench.state));
    expect([...restored.bySymbol]).toEqual([...bench.state.bySymbol]);
    expect(stateHash(restored)).toBe(stateHash(bench.state));
  });
});

describe('a venue in quarantine', () => {
  const resume = (id: typeof venueID) =>
    ({ type: 'ResumeVenue', venueID: id, who: 'kim', reason: 'looked' }) as const;

  function quarantined() {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const childID = childOf(bench, 'A');
    bench.marked.add(`sandbox ${JSON.stringify({ type: 'Refused', childID, text: 'boom' })}`);
    bench.send(says({ type: 'Refused', childID, text: 'boom' }));
    return bench;
  }

  test('is resumed by an operator, on record, and asked for all that is open there', () => {
    const bench = quarantined();
    const { nextIntent } = bench.state;
    const { recorded, effects } = bench.send(resume(venueID));
    expect(recorded.map(({ event }) => event)).toEqual([
      { type: 'VenueResumed', venueID, who: 'kim', reason: 'looked', nextIntent },
    ]);
    expect(effects).toContainEqual({ type: 'AskAgain', venueID, nextIntent });
    expect(executions(bench.reports(enter(bench, 'B')))[0]?.execType).toBe('New');
  });

  test('whose adapter has stopped is resumed likewise', () => {
    const bench = newBench();
    bench.venueState = 'Stopped';
    const { effects } = bench.send(resume(venueID));
    expect(effects).toContainEqual({ type: 'AskAgain', venueID, nextIntent: 1 });
  });

  test('keeps its first cause and its time over a snapshot', () => {
    const bench = quarantined();
    const [one] = bench.state.quarantined.values();
    expect(one).toMatchObject({ venueID, since: noon, cause: expect.stringContaining('boom') });
    const restored = restoreState(snapshotOf(bench.state));
    expect([...restored.quarantined.values()]).toEqual([one]);
    expect(stateHash(restored)).toBe(stateHash(bench.state));
  });

  test.each([
    ['that is in none', venueID, 'sandbox is not quarantined, and its adapter runs'],
    ['that is none', asVenueID('nowhere'), 'there is no venue nowhere'],
  ])('%s: the request is refused, on record, and changes nothing', (_name, id, text) => {
    const bench = newBench();
    const before = stateHash(bench.state);
    const { recorded, effects } = bench.send(resume(id));
    expect(recorded.map(({ event }) => event)).toEqual([
      { type: 'AdminRefused', commandType: 'ResumeVenue', who: 'kim', reason: 'looked', text },
    ]);
    expect(effects.map(({ type }) => type)).toEqual(['RaiseAlarm']);
    expect(stateHash(bench.state)).toBe(before);
  });
});

describe('a command that cannot be decided', () => {
  test("a venue's is journaled as refused and its venue quarantined", () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const childID = childOf(bench, 'A');
    bench.marked.add(`sandbox ${JSON.stringify({ type: 'Refused', childID, text: 'boom' })}`);
    const from = bench.recorded.length;
    bench.send(says({ type: 'Refused', childID, text: 'boom' }));
    expect(types(bench, from)).toEqual(['CommandRefused', 'VenueQuarantined']);
    expect(executions(bench.reports(enter(bench, 'B')))[0]?.text).toBe(
      'BTC/USDT cannot be traded now: sandbox is quarantined',
    );
  });

  test("a client's is answered with a BusinessMessageReject that names its MsgType", () => {
    const bench = newBench();
    const command = enter(bench, 'A');
    bench.marked.add('ACME 1 1');
    expect(bench.reports(command)).toMatchObject([
      {
        type: 'BusinessMessageReject',
        refSeqNum: 1,
        refMsgType: 'D',
        businessRejectReason: 'Other',
      },
    ]);
  });
});
