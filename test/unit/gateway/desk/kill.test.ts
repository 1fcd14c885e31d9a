// Kill switches: what each level blocks and cancels, what only evidence ends, and what is on record.
import { describe, expect, test } from '@jest/globals';
import { restoreState, snapshotOf, stateHash } from '../../../../gateway/desk/index.ts';
import { residueOf } from '../../../../gateway/desk/residue.ts';
import type { KillScope } from '../../../../spec/terms/index.ts';
import {
  type Bench,
  account,
  acknowledged,
  cancel,
  childOf,
  ended,
  enter,
  executions,
  filled,
  newBench,
  orderOf,
  otherID,
  qty,
  replace,
  says,
  sessionID,
  symbol,
  venueID,
} from '../../../fixtures/desk.ts';
import { rest, resting, second, tick, types } from './arrangement.ts';
import { childAt, children, gtc, twoBooks } from './two-books.ts';

const by = { who: 'kim', reason: 'runaway' } as const;

function kill(bench: Bench, scope: KillScope, scopeID = '') {
  return bench.send({ type: 'EngageKill', scope, scopeID, ...by });
}

function rearm(bench: Bench, scope: KillScope, scopeID = '') {
  return bench.send({ type: 'RearmKill', scope, scopeID, ...by });
}

/** ExecType, and Text, of the answer to a new order. */
const answerTo = (bench: Bench, clOrdID: string) => {
  const [report] = executions(bench.reports(enter(bench, clOrdID)));
  return [report?.execType, report?.text];
};

describe.each<readonly [KillScope, string, string, string]>([
  ['firm', '', 'the firm', 'BrokerOption'],
  ['account', account, `account ${account}`, 'BrokerOption'],
  ['session', sessionID, `session ${sessionID}`, 'BrokerOption'],
  ['instrument', symbol, 'instrument BTC-USDT', 'ExchangeClosed'],
])('a kill switch of the %s', (scope, scopeID, words, ordRejReason) => {
  test('stops what is open and cancels its children; the order ends with their evidence, unasked', () => {
    const { bench } = resting();
    const decision = kill(bench, scope, scopeID);
    expect(types(decision)).toEqual(['KillEngaged', 'OrderKilled', 'ChildCancelDecided']);
    expect(decision.effects).toContainEqual({
      type: 'CancelChild',
      venueID,
      childID: childOf(bench, 'A'),
    });
    expect(orderOf(bench, 'A').endedHow).toBeNull();
    const [report] = executions(bench.reports(ended(childOf(bench, 'A'), 'Canceled', 0)));
    expect(report).toMatchObject({
      execType: 'Canceled',
      ordStatus: 'Canceled',
      clOrdID: 'A',
      text: `cancelled by the kill switch of ${words}`,
    });
  });

  test('refuses new orders with its own code and text until it is lifted', () => {
    const bench = newBench();
    kill(bench, scope, scopeID);
    const [rejected] = bench.events(enter(bench, 'A'));
    expect(rejected).toMatchObject({
      type: 'OrderRejected',
      check: 'killSwitch',
      ordRejReason,
      text: `the kill switch of ${words} stops orders since 2026-11-21T12:00:00Z; cancels are taken`,
    });
    expect(types(rearm(bench, scope, scopeID))).toEqual(['KillRearmed']);
    expect(answerTo(bench, 'B')[0]).toBe('New');
  });

  test('is in the snapshot and in the state hash', () => {
    const bench = newBench();
    const before = stateHash(bench.state);
    kill(bench, scope, scopeID);
    expect(stateHash(bench.state)).not.toBe(before);
    const restored = restoreState(structuredClone(snapshotOf(bench.state)));
    expect(stateHash(restored)).toBe(stateHash(bench.state));
    expect([...restored.kills.values()]).toMatchObject([{ ...by, scope, since: bench.now }]);
    rearm(bench, scope, scopeID);
    expect(stateHash(bench.state)).toBe(before);
  });
});

describe('what a kill switch leaves to others', () => {
  test('cancels and fills go on: the client cancels, a late fill is booked', () => {
    const { bench } = resting();
    kill(bench, 'firm');
    expect(bench.events(cancel(bench, 'B', 'A'))[0]?.type).toBe('CancelRequested');
    const [trade] = executions(bench.reports(filled(childOf(bench, 'A'), 'e1', 4)));
    expect(trade).toMatchObject({ execType: 'Trade', lastQty: qty(4), leavesQty: qty(6) });
    bench.send(ended(childOf(bench, 'A'), 'Canceled', 4));
    expect(orderOf(bench, 'A')).toMatchObject({ endedHow: 'Canceled', cumQty: qty(4) });
  });

  test('an order that is filled before its cancel arrives ends as Filled', () => {
    const { bench } = resting();
    kill(bench, 'account', account);
    bench.send(filled(childOf(bench, 'A'), 'e1', 10));
    expect(orderOf(bench, 'A').endedHow).toBe('Filled');
  });

  test.each<readonly [KillScope, string]>([
    ['account', 'ACME-2'],
    ['session', 'ACME2'],
  ])('the %s of somebody else', (scope, scopeID) => {
    const bench = newBench();
    bench.accounts = [account, 'ACME-2' as typeof account];
    bench.send(enter(bench, 'A', { account }));
    expect(types(kill(bench, scope, scopeID))).toEqual(['KillEngaged']);
    const [report] = executions(bench.reports(enter(bench, 'B', { account })));
    expect(report?.execType).toBe('New');
  });
});

describe('requests that meet a kill switch', () => {
  test('a pending replace is refused, and its order ends', () => {
    const { bench } = resting();
    bench.send(replace(bench, ['B', 'A'], { orderQty: qty(12) }));
    expect(types(kill(bench, 'firm'))).toEqual(['KillEngaged', 'RequestRejected', 'OrderKilled']);
    bench.send(ended(childOf(bench, 'A'), 'Canceled', 0));
    expect(orderOf(bench, 'A')).toMatchObject({ endedHow: 'Canceled', children: [{}] });
  });

  test('no replace is taken, up or down: what it would place is stopped', () => {
    const { bench } = resting();
    kill(bench, 'account', account);
    for (const [id, orderQty] of [
      ['B', qty(12)],
      ['C', qty(1)],
    ] as const) {
      expect(bench.events(replace(bench, [id, 'A'], { orderQty }))[0]).toMatchObject({
        type: 'RequestRejected',
        cxlRejReason: 'BrokerOption',
        text: `the kill switch of account ${account} has stopped it`,
      });
    }
  });

  test('what it stopped stays stopped when it is lifted before the venue has spoken', () => {
    const { bench } = resting();
    kill(bench, 'firm');
    rearm(bench, 'firm');
    bench.send(ended(childOf(bench, 'A'), 'Canceled', 0));
    expect(orderOf(bench, 'A')).toMatchObject({ endedHow: 'Canceled', children: [{}] });
  });
});

describe('only evidence ends a child', () => {
  test('one in doubt stays in doubt; found alive it is cancelled, found absent its order ends', () => {
    const bench = newBench();
    bench.send(enter(bench, 'A'));
    bench.send(enter(bench, 'B'));
    for (const id of ['A', 'B']) {
      bench.send(says({ type: 'Unknown', childID: childOf(bench, id), cause: 'time-out' }));
    }
    expect(types(kill(bench, 'firm'))).toEqual(['KillEngaged', 'OrderKilled', 'OrderKilled']);
    bench.now += 3_600n * second;
    bench.send(tick);
    expect(residueOf(bench.state, { scope: 'firm', scopeID: '' }).children).toMatchObject([
      { phase: 'InDoubt' },
      { phase: 'InDoubt' },
    ]);
    expect(types(bench.send(acknowledged(childOf(bench, 'A'))))).toEqual([
      'ChildAcknowledged',
      'ChildCancelDecided',
    ]);
    const absent = { type: 'Absent', childID: childOf(bench, 'B'), evidence: 'history' } as const;
    expect(types(bench.send(says(absent)))).toEqual(['ChildProvenAbsent', 'OrderEnded']);
    expect(orderOf(bench, 'B')).toMatchObject({ endedHow: 'Canceled', children: [{}] });
  });

  test('thrown again, it asks the venues for each child that is left, and keeps who threw it first', () => {
    const { bench } = resting();
    kill(bench, 'firm');
    const childID = childOf(bench, 'A');
    const again = bench.send({
      type: 'EngageKill',
      scope: 'firm',
      scopeID: '',
      who: 'lee',
      reason: 'is it dead?',
    });
    expect(again.recorded.map(({ event }) => event)).toEqual([
      {
        type: 'KillVerified',
        scope: 'firm',
        scopeID: '',
        who: 'lee',
        reason: 'is it dead?',
        asked: [{ venueID, childID }],
      },
    ]);
    expect(again.effects).toEqual([
      { type: 'ResolveChild', venueID, childID },
      { type: 'FindUnknown', venueID: null, desk: 1 },
    ]);
    expect([...bench.state.kills.values()]).toMatchObject([by]);
  });

  test('a restart puts its cancels in doubt, and sends them again', () => {
    const { bench } = resting();
    kill(bench, 'firm');
    expect(types(bench.send({ type: 'StartDesk', desk: 1 }))).toEqual([
      'DeskStarted',
      'ChildCancelPutInDoubt',
    ]);
    expect(types(bench.send(tick))).toEqual(['ChildCancelDecided']);
    expect(answerTo(bench, 'B')[0]).toBe('Rejected');
  });
});

describe("a venue's kill switch", () => {
  test('cancels what is there, and the order goes on over the others', () => {
    const bench = twoBooks({ here: '0', there: '0' });
    bench.send(enter(bench, 'A', gtc));
    const [first] = orderOf(bench, 'A').children;
    const there = first?.venueID ?? venueID;
    const rest = there === venueID ? otherID : venueID;
    bench.send(acknowledged(childAt(bench, 'A', there), there));
    expect(types(kill(bench, 'venue', there))).toEqual(['KillEngaged', 'ChildCancelDecided']);
    bench.send(ended(childAt(bench, 'A', there), 'Canceled', 0, '', there));
    expect(children(bench, 'A')).toEqual([`${there} 10 GTC Ended`, `${rest} 10 GTC Sent`]);
    bench.send(enter(bench, 'B', gtc));
    expect(orderOf(bench, 'B').children.map((child) => child.venueID)).toEqual([rest]);
  });

  test('one in doubt there is cancelled once found, though its order goes on', () => {
    const bench = twoBooks({ here: '5', there: '5' });
    bench.send(enter(bench, 'A', gtc));
    const childID = childAt(bench, 'A', venueID);
    bench.send(says({ type: 'Unknown', childID, cause: 'time-out' }));
    kill(bench, 'venue', venueID);
    expect(types(bench.send(acknowledged(childID)))).toEqual([
      'ChildAcknowledged',
      'ChildCancelDecided',
    ]);
  });

  test('a cancel that the venue refuses is sent again, as any other', () => {
    const bench = twoBooks({ here: '5', there: '5' });
    bench.send(enter(bench, 'A', gtc));
    const childID = childAt(bench, 'A', venueID);
    kill(bench, 'venue', venueID);
    bench.send(says({ type: 'CancelRefused', childID, text: 'busy' }));
    expect(types(bench.send(tick))).not.toContain('ChildCancelDecided');
    bench.now += second;
    expect(types(bench.send(tick))).toContain('ChildCancelDecided');
  });

  test('where no other venue is left, new orders are refused, and what rests waits until it is lifted', () => {
    const { bench } = resting();
    kill(bench, 'venue', venueID);
    bench.send(ended(childOf(bench, 'A'), 'Canceled', 0));
    expect(orderOf(bench, 'A')).toMatchObject({ endedHow: null, leavesQty: qty(10) });
    expect(answerTo(bench, 'B')).toEqual([
      'Rejected',
      'BTC/USDT cannot be traded now: sandbox is stopped by its kill switch',
    ]);
    rearm(bench, 'venue', venueID);
    expect(types(bench.send(tick))).toEqual(['ChildDecided']);
  });
});

describe('what is refused to an operator, on record', () => {
  test.each<readonly [KillScope, string, string]>([
    ['firm', 'x', 'the firm has no name, found x'],
    ['account', 'A9', 'there is no account A9'],
    ['session', 'BOLT', 'there is no session BOLT'],
    ['venue', 'nowhere', 'there is no venue nowhere'],
    ['instrument', 'DOGE/USDT', 'there is no instrument DOGE/USDT'],
  ])('a kill switch of the %s %s', (scope, scopeID, text) => {
    const bench = newBench();
    const before = stateHash(bench.state);
    expect(kill(bench, scope, scopeID).recorded.map(({ event }) => event)).toEqual([
      { type: 'AdminRefused', commandType: 'EngageKill', ...by, text },
    ]);
    expect(stateHash(bench.state)).toBe(before);
  });

  test('lifting one that is not active', () => {
    expect(rearm(newBench(), 'account', account).recorded[0]?.event).toMatchObject({
      type: 'AdminRefused',
      commandType: 'RearmKill',
      text: `no kill switch of account ${account} is active`,
    });
  });
});

test('an order that cannot be stopped holds up no other', () => {
  const bench = newBench();
  for (const id of ['A', 'B', 'C']) rest(bench, id);
  const { orderID } = orderOf(bench, 'B');
  bench.marked.add(`TickOrder ${orderID} OrderKilled ChildCancelDecided`);
  expect(types(kill(bench, 'firm'))).toEqual([
    'KillEngaged',
    'OrderKilled',
    'ChildCancelDecided',
    'CommandRefused',
    'OrderKilled',
    'ChildCancelDecided',
  ]);
  expect(orderOf(bench, 'B').killedBy).toBeNull();
  expect(answerTo(bench, 'D')[0]).toBe('Rejected');
});

test('thousands of orders are stopped at once, not as time goes on', () => {
  const bench = newBench();
  for (let at = 1; at <= 3_000; at += 1) bench.send(enter(bench, `A${at}`));
  const { recorded } = kill(bench, 'firm');
  expect(recorded.filter(({ event }) => event.type === 'ChildCancelDecided')).toHaveLength(3_000);
});
