// The desk's rules that no matrix shows: late fills, contradictory venues, doubt, time, and what a
// client is told of a duplicate.
import { describe, expect, test } from '@jest/globals';
import {
  awaitedOf,
  ordStatusOf,
  restoreState,
  snapshotOf,
  stateHash,
} from '../../../../gateway/desk/index.ts';
import type { ParentOrder } from '../../../../spec/events/index.ts';
import { asAccountID, asSessionID } from '../../../../spec/terms/index.ts';
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
  says,
  status,
  venueID,
  venueOrderIDOf,
} from '../../../fixtures/desk.ts';

const second = 1_000_000_000n;
const tick = { type: 'Tick' } as const;

const types = (bench: Bench, from: number) =>
  bench.recorded.slice(from).map((one) => one.event.type);

/** A resting order A of 10, whose first child was proven absent and whose second is out. */
function replacedChild(bench: Bench) {
  bench.send(enter(bench, 'A'));
  const first = childOf(bench, 'A');
  bench.send(says({ type: 'Unknown', childID: first, cause: 'time-out' }));
  bench.send(says({ type: 'Absent', childID: first, evidence: 'complete history' }));
  const second = childOf(bench, 'A');
  expect(second).not.toBe(first);
  bench.send(acknowledged(second));
  return { first, second };
}

describe('a fill of a child that was held for dead', () => {
  test('I3: the child that took its place is cancelled, since it is open for more than is left', () => {
    const bench = newBench();
    const { first, second: live } = replacedChild(bench);
    const { effects } = bench.send(filled(first, 'late', 4));
    expect(effects.filter((one) => one.type === 'CancelChild')).toEqual([
      { type: 'CancelChild', venueID, childID: live },
    ]);
    bench.send(ended(live, 'Canceled', 0));
    const order = orderOf(bench, 'A');
    expect(order.endedHow).toBeNull();
    expect(order.children.at(-1)).toMatchObject({ orderQty: qty(6), phase: 'Sent' });
  });

  test('when nothing is left, its successor is cancelled and the order ends filled', () => {
    const bench = newBench();
    const { first, second: live } = replacedChild(bench);
    bench.send(filled(first, 'late', 10));
    bench.send(ended(live, 'Canceled', 0));
    expect(orderOf(bench, 'A')).toMatchObject({ endedHow: 'Filled', cumQty: qty(10) });
    expect(bench.state.orders.size).toBe(0);
  });

  test('ends an order that waited for a venue, so that no tick places a child of nothing', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const childID = childOf(bench, 'A');
    bench.send(says({ type: 'Unknown', childID, cause: 'time-out' }));
    bench.venueState = 'Down';
    bench.send(says({ type: 'Absent', childID, evidence: 'complete history' }));
    bench.send(filled(childID, 'late', 10));
    bench.venueState = 'Ready';
    expect(bench.events(tick)).toEqual([]);
    expect(orderOf(bench, 'A').endedHow).toBe('Filled');
  });

  test('the successor is cancelled again after a restart, when its cancel was in doubt', () => {
    const bench = newBench();
    const { first } = replacedChild(bench);
    bench.send(filled(first, 'late', 4));
    bench.send({ type: 'StartDesk', desk: 1 });
    expect(bench.events(tick).map((event) => event.type)).toEqual(['ChildCancelDecided']);
  });

  test('on a cancelled order it lowers Dead, and is told as the Trade that it is', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const childID = childOf(bench, 'A');
    bench.send(cancel(bench, 'B', 'A'));
    bench.send(ended(childID, 'Canceled', 0));
    const reports = executions(bench.reports(filled(childID, 'late', 4)));
    expect(reports).toMatchObject([
      { execType: 'Trade', ordStatus: 'Canceled', cumQty: qty(4), leavesQty: 0n, clOrdID: 'A' },
    ]);
    expect(orderOf(bench, 'A')).toMatchObject({ deadQty: qty(6), cumQty: qty(4) });
    expect(bench.state.orders.size).toBe(0);
  });

  test('on a rejected order the status is no longer Rejected: something was executed', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A', { timeInForce: 'IOC' }));
    const childID = childOf(bench, 'A');
    bench.send(says({ type: 'Refused', childID, text: 'no' }));
    const reports = executions(bench.reports(filled(childID, 'late', 4)));
    expect(reports).toMatchObject([{ execType: 'Trade', ordStatus: 'Canceled', cumQty: qty(4) }]);
  });
});

describe('overfill', () => {
  test('is booked, told and alarmed', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const { effects } = bench.send(filled(childOf(bench, 'A'), 'e1', 12));
    expect(orderOf(bench, 'A')).toMatchObject({ overfillQty: qty(2), cumQty: qty(12) });
    expect(effects.map((one) => one.type)).toEqual(['ReportToClient', 'RaiseAlarm', 'ForgetChild']);
  });

  test('counts against the quantity that a pending replace asks for: 15 wanted, 12 done, 3 left', () => {
    const bench = newBench();
    const { first, second: live } = replacedChild(bench);
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(15) }));
    bench.send(filled(first, 'late', 10));
    bench.send(filled(live, 'e2', 2));
    expect(orderOf(bench, 'A').overfillQty).toBe(qty(2));
    bench.send(ended(live, 'Canceled', 2));
    expect(orderOf(bench, 'B')).toMatchObject({
      orderQty: qty(15),
      cumQty: qty(12),
      leavesQty: qty(3),
      overfillQty: 0n,
    });
  });
});

describe('a venue that contradicts itself', () => {
  test('I7: absent is not believed of a child whose end it has reported', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const childID = childOf(bench, 'A');
    bench.send(ended(childID, 'Canceled', 4));
    bench.send(says({ type: 'Absent', childID, evidence: 'complete history' }));
    expect(orderOf(bench, 'A').children).toHaveLength(1);
    bench.send(filled(childID, 'e1', 4));
    expect(orderOf(bench, 'A')).toMatchObject({ endedHow: 'Canceled', cumQty: qty(4) });
  });

  test('I7: absent is not believed of a child that it has acknowledged', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const childID = childOf(bench, 'A');
    bench.send(acknowledged(childID));
    bench.send(says({ type: 'Refused', childID, text: 'duplicate order' }));
    bench.send(says({ type: 'Absent', childID, evidence: 'complete history' }));
    expect(orderOf(bench, 'A').children).toMatchObject([{ phase: 'InDoubt' }]);
  });

  test('I7: refused is not believed of a child whose end with fills it has reported', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    const childID = childOf(bench, 'A');
    bench.send(ended(childID, 'Canceled', 4));
    bench.send(says({ type: 'Refused', childID, text: 'no' }));
    expect(orderOf(bench, 'A').endedHow).toBeNull();
  });

  test('a child held for dead that turns out executed is swept once, however often its end is said', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A', { timeInForce: 'IOC' }));
    const childID = childOf(bench, 'A');
    bench.send(says({ type: 'Refused', childID, text: 'no' }));
    const sweep = bench.send(acknowledged(childID)).effects;
    expect(sweep).toEqual([{ type: 'CancelChild', venueID, childID }]);
    bench.send(filled(childID, 'e1', 10));
    bench.send(ended(childID, 'Filled', 10));
    // The venue's answer to the sweep of an order that has ended: what it was, and how it ended.
    expect(bench.send(acknowledged(childID)).recorded).toEqual([]);
    expect(bench.send(ended(childID, 'Filled', 10)).recorded).toEqual([]);
  });

  test('I7: an end with more than is booked, of a child held for dead, opens a query', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A', { timeInForce: 'IOC' }));
    const childID = childOf(bench, 'A');
    bench.send(says({ type: 'Refused', childID, text: 'no' }));
    const { effects } = bench.send(ended(childID, 'Canceled', 4));
    expect(effects).toContainEqual({ type: 'ResolveChild', venueID, childID });
    expect(bench.send(ended(childID, 'Canceled', 4)).recorded).toEqual([]);
  });
});

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
    bench.send(enter(bench, 'B'));
    bench.send(acknowledged(childOf(bench, 'B')));
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
    const bench = newBench();
    bench.send(enter(bench, 'A', { timeInForce: 'Day' }));
    const childID = childOf(bench, 'A');
    bench.send(acknowledged(childID));
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

  test('one that is filled in full while it expires is Filled, a pending replace too late', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A', { timeInForce: 'Day' }));
    const childID = childOf(bench, 'A');
    bench.send(acknowledged(childID));
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

describe('ordStatusOf', () => {
  const base: ParentOrder = (() => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    return orderOf(bench, 'A');
  })();
  const origin = { sessionID: base.sessionID, sessionEpoch: 1, msgSeqNum: 9 };
  const pendingCancel = { clOrdID: base.clOrdID, origClOrdID: base.clOrdID, origin };
  const pendingReplace = { ...pendingCancel, orderQty: qty(1), price: null, worstPrice: price(1) };
  const quantities = (cum: number, leaves: number, dead: number) => ({
    cumQty: qty(cum),
    leavesQty: qty(leaves),
    deadQty: qty(dead),
  });

  // Source: FIX 4.4 Vol 4, Execution Report, OrdStatus precedence.
  test.each([
    ['New', quantities(0, 10, 0)],
    ['PartiallyFilled', quantities(3, 7, 0)],
    ['Filled', quantities(10, 0, 0)],
    ['PendingReplace', { ...quantities(10, 0, 0), pendingReplace }],
    ['PendingCancel', { ...quantities(10, 0, 0), pendingReplace, pendingCancel }],
    ['PendingCancel', { ...quantities(3, 7, 0), pendingCancel }],
    ['Canceled', { ...quantities(3, 0, 7), pendingCancel, endedHow: 'Canceled' }],
    ['Canceled', { ...quantities(0, 0, 10), endedHow: 'Canceled' }],
    ['Expired', { ...quantities(3, 0, 7), endedHow: 'Expired' }],
    ['Rejected', { ...quantities(0, 0, 10), endedHow: 'Rejected' }],
    ['Filled', { ...quantities(10, 0, 0), endedHow: 'Canceled' }],
    ['Filled', { ...quantities(12, 0, 0), overfillQty: qty(2), endedHow: 'Filled' }],
  ] as const)('%s: %p', (ordStatus, change) => {
    expect(ordStatusOf({ ...base, ...change })).toBe(ordStatus);
  });

  test('nothing is awaited of an order without a doubt or a cancel', () => {
    expect(awaitedOf(base)).toBe('');
  });
});

test('venue order ids of two children differ', () => {
  const bench = newBench();
  const { first, second: next } = replacedChild(bench);
  expect(venueOrderIDOf(first)).not.toBe(venueOrderIDOf(next));
});
