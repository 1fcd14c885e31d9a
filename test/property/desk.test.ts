// What must hold after every event of any history (design, I2 to I5 and I7).
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../gateway/desk/decide/index.ts';
import { startDesk } from '../../gateway/desk/decide/start-desk.ts';
import {
  type Context,
  type DeskState,
  cutHash,
  emptyState,
  evolve,
  hashOfSnapshot,
  holdingKey,
  questionOf,
  restoreState,
  restoreTrusting,
  snapshotOf,
  stateHash,
} from '../../gateway/desk/index.ts';
import { exposureOf } from '../../risk/index.ts';
import {
  type Child,
  type ClientReport,
  type Command,
  type ParentOrder,
  type Recorded,
  SnapshotReader,
  type Tick,
  WireWriter,
  encodeDeskSnapshot,
} from '../../spec/events/index.ts';
import { route, routeWhole } from '../../router/index.ts';
import type { VenueID } from '../../spec/terms/index.ts';
import { type Bench, otherID, qty, reportsOf, venueID } from '../fixtures/desk.ts';
import { type Step, amendHistories, benchFor, commandOf, histories } from './history.ts';

const seed = Number(process.env['SEED'] ?? 1);
const runs = { seed, numRuns: Number(process.env['RUNS'] ?? 150) };

/** Plays the steps one by one on a new bench; `after` looks at each. */
function play(steps: readonly Step[], after: (bench: Bench, from: number) => void): Bench {
  const bench = benchFor(steps);
  for (const step of steps) {
    const from = bench.recorded.length;
    bench.send(commandOf(bench, step));
    after(bench, from);
  }
  return bench;
}

const holds = (law: (steps: readonly Step[]) => void) =>
  fc.assert(fc.property(fc.oneof(histories(), amendHistories()), law), runs);

/** Bought less sold there, from the events alone; no fill of these histories has a fee. */
function tradedAt(recorded: readonly Recorded[], venue: VenueID) {
  const sides = new Map<string, { readonly side: string; readonly venueID: VenueID }>();
  const sideOf = new Map<string, string>();
  const traded = { qty: 0n, notional: 0n };
  for (const { event } of recorded) {
    if (event.type === 'OrderAccepted') sideOf.set(event.orderID, event.side);
    if (event.type === 'ChildDecided') {
      sides.set(event.childID, { side: sideOf.get(event.orderID) ?? '', venueID: event.venueID });
    }
    if (event.type !== 'ChildFilled') continue;
    const child = sides.get(event.childID);
    if (child?.venueID !== venue) continue;
    const sign = child.side === 'buy' ? 1n : -1n;
    traded.qty += sign * event.lastQty;
    traded.notional += sign * event.lastQty * event.lastPx;
  }
  return traded;
}

const start = { type: 'StartDesk', desk: 1 } as const;

/** The state's snapshot, as it is read. */
function written(state: DeskState): SnapshotReader {
  const writer = new WireWriter();
  encodeDeskSnapshot(snapshotOf(state), writer);
  return new SnapshotReader(writer.finish());
}

/** Of a child with new terms under way, on the larger ones. */
function mostOpenOf({ orderQty, cumQty, amend }: Child): bigint {
  const most = amend !== null && amend.orderQty > orderQty ? amend.orderQty : orderQty;
  return most - cumQty;
}

const freshHash = (state: DeskState) => stateHash(restoreState(snapshotOf(state)));

describe('after every command of any history', () => {
  test('no command is refused for a throw: every history can be decided', () => {
    holds((steps) => {
      play(steps, (bench, from) => {
        const refused = bench.recorded
          .slice(from)
          .flatMap(({ event }) => (event.type === 'CommandRefused' ? [event.error] : []));
        expect(refused).toEqual([]);
      });
    });
  });

  test('I3: OrderQty + Overfill = CumQty + LeavesQty + Dead, and CumQty is the children`s', () => {
    holds((steps) => {
      play(steps, (bench) => {
        for (const order of allOrders(bench)) {
          const { orderQty, overfillQty, cumQty, leavesQty, deadQty } = order;
          expect(orderQty + overfillQty).toBe(cumQty + leavesQty + deadQty);
          expect(leavesQty >= 0n && deadQty >= 0n && overfillQty >= 0n).toBe(true);
          expect(order.children.reduce((sum, child) => sum + child.cumQty, 0n)).toBe(cumQty);
        }
      });
    });
  });

  test('I3: children that are not being cancelled are never open for more than is left', () => {
    holds((steps) => {
      play(steps, (bench) => {
        for (const order of bench.state.orders.values()) {
          const open = order.children.filter((child) => child.phase !== 'Ended');
          const free = open.filter(
            (child) =>
              child.cancel === 'None' &&
              child.endReported === null &&
              child.phase !== 'InDoubt' &&
              // One that its venue refused to cancel is cancelled again in its time.
              child.cancelRefusedAt === null &&
              order.pendingCancel === null,
          );
          const openQty = free.reduce((sum, child) => sum + child.orderQty - child.cumQty, 0n);
          expect(openQty <= order.leavesQty).toBe(true);
          // On the terms that are under way it is the larger of what is left before and behind the replace.
          const most = free.reduce((sum, child) => sum + mostOpenOf(child), 0n);
          const wanted = (order.pendingReplace?.orderQty ?? 0n) - order.cumQty;
          expect(most <= (wanted > order.leavesQty ? wanted : order.leavesQty)).toBe(true);
        }
      });
    });
  });

  test('I3: a child and its siblings that are not dead on evidence are open for no more than is left', () => {
    let beside = 0;
    holds((steps) => {
      const bench = play(steps, () => undefined);
      const state = emptyState();
      for (const one of bench.recorded) {
        const { event } = one;
        if (event.type === 'ChildDecided') {
          const parent = state.orders.get(event.orderID);
          const open = parent?.children.filter((child) => child.phase !== 'Ended') ?? [];
          const openQty = open.reduce((sum, child) => sum + mostOpenOf(child), 0n);
          expect(openQty + event.orderQty <= (parent?.leavesQty ?? 0n)).toBe(true);
          if (open.length > 0) beside += 1;
        }
        evolve(state, one);
      }
    });
    // The law is about siblings: there must have been some.
    expect(beside).toBeGreaterThan(20);
  });

  test('new terms are within what is reserved for the order, and hold at once or are repaired by a cancel', () => {
    const came = { decided: 0, held: 0, refused: 0, proven: 0, doubted: 0 };
    const law = (steps: readonly Step[]): void => {
      const bench = play(steps, ({ state }) => {
        for (const { children, pendingReplace } of state.orders.values()) {
          for (const child of children) {
            // None is under way for nothing: the replace that it is for waits for it.
            if (child.amend === null) continue;
            expect([child.phase === 'Ended', pendingReplace === null]).toEqual([false, false]);
          }
        }
      });
      bench.recorded.forEach(({ event }, at) => {
        if (event.type === 'ChildAmendDecided') came.decided += 1;
        if (event.type === 'ChildAmendRefused') came.refused += 1;
        if (event.type === 'ChildAmendPutInDoubt') came.doubted += 1;
        if (event.type !== 'ChildAmended') return;
        came.held += 1;
        const next = bench.recorded[at + 2]?.event;
        if (next?.type === 'ChildFilled' && next.childID === event.childID) came.proven += 1;
      });
    };
    fc.assert(fc.property(amendHistories(), law), runs);
    for (const count of Object.values(came)) expect(count).toBeGreaterThan(2);
  });

  test('a recorded routing, asked again, gives the recorded plan', () => {
    holds((steps) => {
      for (const { event } of play(steps, () => undefined).recorded) {
        if (event.type !== 'RouteDecided') continue;
        const { order, sources } = questionOf(event);
        const plan = event.how === 'Whole' ? routeWhole(order, sources) : route(order, sources);
        const { filledQty, cost, legs } = event;
        expect([plan.filledQty, plan.cost, plan.legs]).toEqual([filledQty, cost, legs]);
      }
    });
  });

  test('an order that does not rest is routed three times at most, and nothing of it rests', () => {
    holds((steps) => {
      for (const order of allOrders(play(steps, () => undefined))) {
        if (order.timeInForce !== 'IOC' && order.timeInForce !== 'FOK') continue;
        const routings = order.children.map((child) => child.routing ?? 0);
        expect(Math.max(0, ...routings)).toBeLessThanOrEqual(3);
        expect(order.children.every((child) => child.timeInForce !== 'GTC')).toBe(true);
      }
    });
  });

  test('I4: exposures and open orders are what the orders give, positions what the fills give', () => {
    holds((steps) => {
      const bench = play(steps, ({ state }) => {
        for (const exposure of state.exposures.values()) {
          const { account, instrumentID } = exposure;
          expect(exposure).toEqual(exposureOf(state.orders.values(), account, instrumentID));
        }
      });
      expect(positionsOf(bench.state)).toEqual(positionsFrom(bench.recorded));
    });
  });

  test('I4: what is held at a venue is what was agreed there and every fill since', () => {
    let moved = 0;
    holds((steps) => {
      const bench = benchFor(steps);
      const assets = ['BTC', 'USDT'];
      for (const venue of [venueID, otherID]) {
        for (const asset of assets) {
          bench.balances.set(`${venue} ${asset}`, qty(1_000));
          const told = { venueID: venue, asset, total: qty(1_000) };
          bench.send({ type: 'AgreeHolding', ...told, who: 'kim', reason: 'first' });
        }
      }
      bench.balances.clear();
      for (const step of steps) bench.send(commandOf(bench, step));
      for (const venue of [venueID, otherID]) {
        const traded = tradedAt(bench.recorded, venue);
        if (traded.notional !== 0n) moved += 1;
        const own = assets.map(
          (asset) => bench.state.holdings.get(holdingKey({ venueID: venue, asset }))?.amount,
        );
        const scale = 10n ** 18n;
        expect(own).toEqual([
          (qty(1_000) + traded.qty) * scale,
          qty(1_000) * scale - traded.notional,
        ]);
      }
    });
    expect(moved).toBeGreaterThan(0);
  });

  test('I2: the same again changes nothing more', () => {
    holds((steps) => {
      const bench = benchFor(steps);
      for (const step of steps) {
        const command = commandOf(bench, step);
        bench.send(command);
        if (command.type === 'StartDesk' || command.type === 'Tick') continue;
        const once = stateHash(bench.state);
        bench.send(command);
        expect(stateHash(bench.state)).toBe(once);
      }
    });
  });

  test('I2: whatever was said before, said again in the end books nothing', () => {
    holds((steps) => {
      const bench = benchFor(steps);
      const commands = steps.map((step) => {
        const command = commandOf(bench, step);
        bench.send(command);
        return command;
      });
      const fills = commands.filter(
        (one) => one.type === 'ReportFromVenue' && one.report.type === 'Filled',
      );
      const once = positionsOf(bench.state);
      for (const command of fills) bench.send(command);
      expect(positionsOf(bench.state)).toEqual(once);
    });
  });

  test('I7: no order ends while a child of it is open or in doubt', () => {
    holds((steps) => {
      const bench = benchFor(steps);
      for (const step of steps) {
        const { ended } = bench.send(commandOf(bench, step));
        for (const order of ended) {
          expect(order.children.filter((child) => child.phase !== 'Ended')).toEqual([]);
          expect(order.leavesQty).toBe(0n);
        }
      }
    });
  });

  test('while a kill switch is active nothing is accepted or placed where it reaches', () => {
    let stopped = 0;
    holds((steps) => {
      const state = emptyState();
      for (const one of play(steps, () => undefined).recorded) {
        const { event } = one;
        const reached = (order: ParentOrder): boolean =>
          [...state.kills.values()].some(
            ({ scope, scopeID }) =>
              scope === 'firm' ||
              (scope === 'account' && scopeID === order.account) ||
              (scope === 'session' && scopeID === order.sessionID) ||
              (scope === 'instrument' && scopeID === order.instrumentID),
          );
        const isStopped = (venueID: string): boolean =>
          [...state.kills.values()].some(
            (kill) => kill.scope === 'venue' && kill.scopeID === venueID,
          );
        if (event.type === 'ChildDecided') expect(isStopped(event.venueID)).toBe(false);
        const { after } = evolve(state, one);
        if (event.type === 'OrderKilled') stopped += 1;
        if (after === null) continue;
        if (event.type === 'OrderAccepted' || event.type === 'ChildDecided') {
          expect([event.type, reached(after)]).toEqual([event.type, false]);
        }
      }
      // Whatever is open there, is stopped.
      for (const order of state.orders.values()) {
        const isEnding = order.pendingCancel !== null || order.expiring || order.killedBy !== null;
        if (!isEnding && state.kills.size > 0) {
          expect([...state.kills.values()].every(({ scope }) => scope === 'venue')).toBe(true);
        }
      }
    });
    expect(stopped).toBeGreaterThan(10);
  });

  test('OrdStatus always fits the quantities beside it', () => {
    holds((steps) => {
      const bench = benchFor(steps);
      for (const step of steps) {
        const { effects } = bench.send(commandOf(bench, step));
        for (const report of reportsOf(effects)) expect(misfit(report)).toBeNull();
      }
    });
  });

  test('ExecIDs never repeat', () => {
    holds((steps) => {
      const bench = benchFor(steps);
      const seen = new Set<string>();
      for (const step of steps) {
        const { effects } = bench.send(commandOf(bench, step));
        for (const report of reportsOf(effects)) {
          if (report.type !== 'ExecutionReport') continue;
          expect(seen.has(report.execID)).toBe(false);
          seen.add(report.execID);
        }
      }
    });
  });
});

describe('replay (I5)', () => {
  test('the events alone give the same state, also from a snapshot in their midst', () => {
    fc.assert(
      fc.property(histories(), fc.nat(), (steps, cut) => {
        const bench = play(steps, () => undefined);
        const { recorded, state } = bench;
        const at = cut % (recorded.length + 1);
        const replayed = emptyState();
        for (const one of recorded.slice(0, at)) evolve(replayed, one);
        const restored = restoreState(structuredClone(snapshotOf(replayed)));
        for (const one of recorded.slice(at)) {
          evolve(replayed, one);
          evolve(restored, one);
        }
        const hash = stateHash(state);
        expect([stateHash(replayed), stateHash(restored), freshHash(state)]).toEqual([
          hash,
          hash,
          hash,
        ]);
        expect(indexesOf(restored)).toEqual(indexesOf(state));
        expect(indexesOf(replayed)).toEqual(indexesOf(state));
      }),
      runs,
    );
  });

  test('a state that takes over its recorded hash comes to the same hashes as one that computes its own', () => {
    fc.assert(
      fc.property(histories(), fc.nat(), (steps, cut) => {
        const { recorded } = play(steps, () => undefined);
        const at = cut % (recorded.length + 1);
        const replayed = emptyState();
        for (const one of recorded.slice(0, at)) evolve(replayed, one);
        const trusting = restoreTrusting(written(replayed), freshHash(replayed));
        expect(stateHash(trusting)).toBe(freshHash(trusting));
        for (const [index, one] of recorded.slice(at).entries()) {
          evolve(trusting, one);
          if (index % 3 === 0) expect(stateHash(trusting)).toBe(freshHash(trusting));
        }
        expect(stateHash(trusting)).toBe(freshHash(trusting));
      }),
      runs,
    );
  });

  test('orders that rest since a snapshot are as if they had been read', () => {
    fc.assert(
      fc.property(histories(), fc.nat(), (steps, cut) => {
        const { recorded } = play(steps, () => undefined);
        const at = cut % (recorded.length + 1);
        const replayed = emptyState();
        for (const one of recorded.slice(0, at)) evolve(replayed, one);
        const trusting = restoreTrusting(written(replayed), freshHash(replayed));
        const asBefore = (): void => {
          expect(trusting.orders.size).toBe(replayed.orders.size);
          expect(indexesOf(trusting)).toEqual(indexesOf(replayed));
          expect(heldIn(trusting)).toEqual(heldIn(replayed));
          expect(startDesk(trusting, start)).toEqual(startDesk(replayed, start));
        };
        asBefore();
        for (const one of recorded.slice(at)) {
          evolve(replayed, one);
          evolve(trusting, one);
        }
        asBefore();
        expect(hashOfSnapshot(written(replayed))).toBe(stateHash(replayed));
        expect(stateHash(trusting)).toBe(stateHash(replayed));
        expect(snapshotOf(trusting)).toEqual(snapshotOf(replayed));
        expect(trusting.orders.resting()).toEqual([]);
      }),
      { ...runs, numRuns: Math.ceil(runs.numRuns / 3) },
    );
  });

  test('a cut of the hash is that of its moment, whatever happens before it is finished', () => {
    fc.assert(
      fc.property(histories(), fc.nat(), fc.nat(9), (steps, first, entities) => {
        const { recorded } = play(steps, () => undefined);
        const at = first % (recorded.length + 1);
        const state = emptyState();
        for (const one of recorded.slice(0, at)) evolve(state, one);
        const then = freshHash(state);
        const cut = cutHash(state);
        for (const one of recorded.slice(at)) {
          cut.advance(entities);
          evolve(state, one);
        }
        expect(cut.finish()).toBe(then);
        expect(stateHash(state)).toBe(freshHash(state));
        expect(cut.finish()).toBe(then);
      }),
      runs,
    );
  });

  test('a state restored in the midst decides as the one that was not', () => {
    fc.assert(
      fc.property(histories(25), fc.nat(), (steps, cut) => {
        const at = cut % steps.length;
        const bench = benchFor(steps);
        for (const step of steps.slice(0, at)) bench.send(commandOf(bench, step));
        const restored = benchFor(steps, {
          state: restoreState(snapshotOf(bench.state)),
          isStarted: false,
        });
        for (const [id, order] of bench.ended) restored.ended.set(id, order);
        restored.recorded.push(...bench.recorded);
        restored.now = bench.now;
        copyMarket(bench, restored);
        for (const step of steps.slice(at)) {
          const command = commandOf(bench, step);
          copyMarket(bench, restored);
          expect(restored.events(command)).toEqual(bench.events(command));
        }
      }),
      { ...runs, numRuns: 100 },
    );
  });
});

/** What is decided for a command: of a tick, a turn for each order. */
function decidedOf(bench: Bench, command: Command | Tick): readonly Command[] {
  if (command.type !== 'Tick') return [command];
  return [...bench.state.orders.keys()].map((orderID) => ({ type: 'TickOrder', orderID }));
}

describe('decide', () => {
  test('changes nothing of the state, whether it throws or not', () => {
    fc.assert(
      fc.property(histories(25), fc.integer({ min: 1, max: 4 }), (steps, fuse) => {
        const bench = benchFor(steps);
        for (const step of steps) {
          const command = commandOf(bench, step);
          const before = structuredClone(snapshotOf(bench.state));
          const indexes = indexesOf(bench.state);
          for (const one of decidedOf(bench, command)) {
            try {
              decide(bench.state, one, faulty(bench.context(one), fuse));
            } catch (error) {
              expect(String(error)).toBe('Error: a fault of the context');
            }
          }
          expect(snapshotOf(bench.state)).toEqual(before);
          expect(indexesOf(bench.state)).toEqual(indexes);
          bench.send(command);
        }
      }),
      { ...runs, numRuns: 100 },
    );
  });
});

/** A context that throws when it is asked for the `fuse`th time. */
function faulty(context: Context, fuse: number): Context {
  let left = fuse;
  const burn = () => {
    left -= 1;
    if (left === 0) throw new Error('a fault of the context');
  };
  return {
    ...context,
    market: {
      ...context.market,
      book(venueID, instrumentID) {
        burn();
        return context.market.book(venueID, instrumentID);
      },
    },
    venue(venueID) {
      burn();
      return context.venue(venueID);
    },
    profile(sessionID) {
      burn();
      return context.profile(sessionID);
    },
  };
}

function copyMarket(from: Bench, to: Bench): void {
  to.now = from.now;
  to.venueState = from.venueState;
  to.book = from.book;
  Object.assign(to.other, from.other);
}

/** Hot orders, and ended ones as they stand in the indexes. */
function allOrders(bench: Bench): readonly ParentOrder[] {
  return [...bench.state.orders.values(), ...bench.ended.values()];
}

function positionsOf(state: DeskState): readonly string[] {
  return [...state.positions.values()]
    .map((one) => `${one.account} ${one.qty} ${one.boughtNotional} ${one.soldNotional}`)
    .toSorted();
}

/** From the events alone: each fill once, by its order's side. */
function positionsFrom(recorded: readonly Recorded[]): readonly string[] {
  const sides = new Map<string, 'buy' | 'sell'>();
  let [qty, bought, sold] = [0n, 0n, 0n];
  let any = false;
  for (const { event } of recorded) {
    if (event.type === 'OrderAccepted') sides.set(event.orderID, event.side);
    if (event.type !== 'ChildFilled') continue;
    any = true;
    const amount = event.lastQty * event.lastPx;
    if (sides.get(event.orderID) === 'buy') {
      qty += event.lastQty;
      bought += amount;
    } else {
      qty -= event.lastQty;
      sold += amount;
    }
  }
  return any ? [`ACME-1 ${qty} ${bought} ${sold}`] : [];
}

/** An exposure of no order is kept, or it is not. */
function heldIn({ exposures }: DeskState): ReadonlyMap<string, unknown> {
  return new Map([...exposures].filter(([, { openOrders }]) => openOrders > 0));
}

function indexesOf(state: DeskState): readonly (readonly string[])[] {
  return [state.byClOrdID, state.byChild, state.bySymbol].map((index) =>
    [...index].map(([key, value]) => `${key} ${value}`).toSorted(),
  );
}

/** Null where status and quantities agree. Source: FIX 4.4 Vol 4, Execution Report, LeavesQty. */
function misfit(report: ClientReport): string | null {
  if (report.type !== 'ExecutionReport') return null;
  const { ordStatus, orderQty, cumQty, leavesQty } = report;
  const isKnown = report.orderID !== null;
  const fits = {
    New: cumQty === 0n && leavesQty === orderQty && orderQty > 0n,
    PartiallyFilled: cumQty > 0n && leavesQty > 0n && cumQty + leavesQty === orderQty,
    Filled: leavesQty === 0n && cumQty >= orderQty && cumQty > 0n,
    Canceled: leavesQty === 0n && cumQty < orderQty,
    Expired: leavesQty === 0n && cumQty < orderQty,
    Rejected: leavesQty === 0n && cumQty === 0n,
    PendingCancel: cumQty + leavesQty >= orderQty,
    PendingReplace: cumQty + leavesQty >= orderQty,
  }[ordStatus];
  return fits && (isKnown || ordStatus === 'Rejected')
    ? null
    : `${report.execType} ${ordStatus} of ${orderQty}: ${cumQty} done, ${leavesQty} left`;
}
