// FIX order state change matrices, played through the desk row by row. The tables are the FIX Trading
// Community's, kept beside the project; where that file is not there, nothing is played, and said so.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { ClientReport, Command } from '../../../../spec/events/index.ts';
import { asLots, asTicks, epochNs, formatDecimal } from '../../../../spec/units/index.ts';
import {
  type Bench,
  bookAt,
  cancel,
  childOf,
  ended,
  enter,
  filled,
  newBench,
  noLimits,
  noon,
  orderOf,
  price,
  qty,
  replace,
  says,
  status,
} from '../../../fixtures/desk.ts';

const file = '../shared/order-state-matrices.yaml';

interface Row {
  readonly t: string | number;
  readonly dir: 'in' | 'out' | 'event';
  readonly msg?: string;
  readonly ClOrdID?: string;
  readonly OrigClOrdID?: string;
  readonly ExecType?: string;
  readonly OrdStatus?: string;
  readonly OrderQty?: number;
  readonly CumQty?: number;
  readonly LeavesQty?: number;
  readonly LastQty?: number;
  readonly alt?: boolean;
  readonly crosses?: boolean;
  readonly optional?: boolean;
  readonly fields?: Readonly<Record<string, string>>;
}

interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Row[];
}

/** How a row differs from what the row alone says, or why it stands for nothing here. */
interface Note {
  /** This many rows are played; the rest belong to something that is not there yet. */
  readonly rows?: number;
  /** The request at this label is refused at once: it is too old. */
  readonly staleAt?: string;
  /** Alternatives that are played beside the main branch, by label. */
  readonly alternatives?: readonly string[];
}

/**
 * What is played. An alternative is a refusal by our own limits or by the venue. Those where a person
 * refuses a cancel, or a request that is pending, are not played: cancels always count, and a pending
 * request is refused only when the order was filled first or a cancel supersedes it.
 */
const played: Readonly<Record<string, Note>> = {
  'A.1.a': { alternatives: ['2', '3'] },
  'B.1.a': { alternatives: ['2'] },
  'B.1.b': { alternatives: ['2'] },
  'B.1.f': {},
  'C.1.a': { alternatives: ['2', '4'] },
  'C.1.c': { rows: 4, alternatives: ['2', '5'] }, // An order that was filled is not opened again.
  'C.2.a': { alternatives: ['2'] },
  'C.3.b': { alternatives: ['2'] },
  'D.1.a': { alternatives: ['2'] },
  'D.1.b': { alternatives: ['2'], staleAt: '4' },
  'D.2.d': {},
  'E.1.b': { alternatives: ['2'] },
  'F.1.a': {},
  'G.1.a': {},
  'G.1.b': { alternatives: ['2'] },
  'H.1.a': {},
  'H.1.c': {},
  'I.1.a': { alternatives: ['2'] },
  'J.1.b': { rows: 6 }, // Then an execution is busted; the late fill of a cancelled order is below.
  'K.1.a': { alternatives: ['2'] },
  'X.A.1.a': { alternatives: ['2', '3'] },
  'X.A.1.c': { alternatives: ['2'] },
  'X.A.1.d': { alternatives: ['2'] },
  'X.I.1.a': { alternatives: ['2', '5'] },
};

const notPlayed: Readonly<Record<string, string>> = {
  'A.1.b': 'DoneForDay is not sent: a Day order expires at 00:00 UTC, as Expired',
  'B.1.d': 'New is sent as soon as the order is durable, so no cancel comes before it',
  'D.2.a': 'a second replace is refused while one is pending, as in D.2.d',
  'E.1.a': 'telephoned orders: later',
  'E.1.d': 'an unsolicited restatement of OrderQty: no venue of ours declines in part',
  'E.1.e': 'ExecInst, cancel if not best: later',
  'F.1.c': 'telephoned orders: later',
  'J.1.c': 'trade corrections: later',
  'L.1.a': 'guarantees (Stopped): none are given',
  'L.1.b': 'CashOrderQty: later',
  'X.A.1.b': 'DoneForDay is not sent: a Day order expires at 00:00 UTC, as Expired',
};

/** Reports of the tables that the desk does not send, for a reason that is its own. */
const neverSent = new Set(['DoneForDay', 'Restated']);

const scenarios: readonly Scenario[] = existsSync(file)
  ? (parse(readFileSync(file, 'utf8')) as { readonly scenarios: readonly Scenario[] }).scenarios
  : [];

if (scenarios.length === 0) {
  test.skip(`NOT PLAYED: the order state matrices are not at ${file}`, () => undefined);
} else {
  describe('order state change matrices', playAll);
}

function playAll(): void {
  let rowsCompared = 0;
  for (const { id, title, rows } of scenarios) {
    const note = played[id];
    if (note === undefined) continue;
    const main = uncrossed(rows.slice(0, note.rows).filter((row) => row.alt !== true));
    test(`${id} ${title}`, () => {
      rowsCompared += play(main, note);
    });
    for (const [at, row] of rows.entries()) {
      const t = String(row.t);
      if (row.alt !== true || !(note.alternatives ?? []).includes(t)) continue;
      const before = rows.slice(0, at).filter((one) => one.alt !== true && String(one.t) !== t);
      test(`${id} ${title}: at ${t}, ${row.ExecType ?? 'rejected'} instead`, () => {
        const staleAt = row.msg === '9' ? String(before.at(-1)?.t) : undefined;
        rowsCompared += play([...before, row], { ...note, ...(staleAt && { staleAt }) });
      });
    }
  }

  test('every scenario is played, or has a reason why not; and so many rows were compared', () => {
    const known = [...Object.keys(played), ...Object.keys(notPlayed)].toSorted();
    expect(scenarios.map((one) => one.id).toSorted()).toEqual(known);
    expect(Object.keys(played)).toHaveLength(24);
    expect(rowsCompared).toBe(ROWS);
  });
}

/** A report that crosses a request on the connection left before the request was read. */
function uncrossed(rows: readonly Row[]): readonly Row[] {
  const late = rows.filter((row) => row.crosses === true && row.dir === 'in');
  return rows.flatMap((row) => {
    if (row.crosses !== true) return [row];
    return row.dir === 'in' ? [] : [row, ...late];
  });
}

const ROWS = 116;

/** Plays the rows in order; the number of reports that were compared. */
function play(rows: readonly Row[], note: Note): number {
  const bench = newBench();
  const stage: Stage = { bench, rows, note, heard: [], executed: 0 };
  let compared = 0;
  for (const [at, row] of rows.entries()) {
    if (row.dir === 'event') continue;
    if (row.dir === 'in') {
      stage.heard.push(...bench.reports(commandOf(stage, row, at)));
      continue;
    }
    if (neverSent.has(row.ExecType ?? '')) continue;
    let report = takeHeard(stage, row);
    for (const stimulus of report === null ? stimuliOf(stage, row) : []) {
      stage.heard.push(...bench.reports(stimulus));
      report = takeHeard(stage, row);
    }
    expect([row, report === null ? null : cellsOf(report, row)]).toEqual([row, cellsOfRow(row)]);
    compared += 1;
  }
  // What the tables do not show, since the sender may leave it out or sends it bundled.
  const rest = stage.heard.filter((one) => !isOwnChoice(one));
  expect(rest).toEqual([]);
  return compared;
}

interface Stage {
  readonly bench: Bench;
  readonly rows: readonly Row[];
  readonly note: Note;
  readonly heard: ClientReport[];
  executed: number;
}

/** New, PendingCancel and PendingReplace are always sent, also where a table goes without. */
function isOwnChoice(report: ClientReport): boolean {
  if (report.type !== 'ExecutionReport') return false;
  return ['New', 'PendingCancel', 'PendingReplace'].includes(report.execType);
}

/** The first report heard that the row can mean; own choices before it are passed over. */
function takeHeard(stage: Stage, row: Row): ClientReport | null {
  while (stage.heard.length > 0) {
    const first = stage.heard[0];
    if (first === undefined) return null;
    if (isMeant(first, row)) {
      stage.heard.shift();
      return first;
    }
    if (!isOwnChoice(first)) return null;
    stage.heard.shift();
  }
  return null;
}

function isMeant(report: ClientReport, row: Row): boolean {
  if (row.msg === '9') return report.type === 'OrderCancelReject';
  return report.type === 'ExecutionReport' && report.execType === execTypeOf(row);
}

function execTypeOf(row: Row): string | undefined {
  return row.ExecType === 'Replace' ? 'Replaced' : row.ExecType;
}

/** The command that a row in means; told by the rows behind it how it will be answered. */
function commandOf(stage: Stage, row: Row, at: number): Command {
  const { bench, rows, note } = stage;
  const id = row.ClOrdID ?? '';
  const original = row.OrigClOrdID ?? '';
  switch (row.msg) {
    case 'D': {
      const next = rows[at + 1];
      const isRefused =
        next?.ExecType === 'Rejected' && next.OrdStatus === 'Rejected' && isAlone(rows, at);
      bench.send({
        type: 'ConfigureDesk',
        instruments: [],
        limits: [{ ...noLimits, maxOrderQty: isRefused ? qty(1) : null }],
      });
      const isFok = row.fields?.['TimeInForce'] === '4';
      // A fill or kill order that cannot be filled: the book shows one lot too few.
      bench.book = isFok ? thinBook(row.OrderQty ?? 0) : null;
      return enter(bench, id, {
        orderQty: qty(row.OrderQty ?? 0),
        ...(isFok ? { timeInForce: 'FOK', price: price('100.01') } : {}),
      });
    }
    case 'F':
      return cancel(bench, id, original);
    case 'G': {
      const isStale = note.staleAt === String(row.t);
      const sentAt = epochNs(isStale ? noon - 60_000_000_000n : noon);
      // The same quantity means another price.
      const orderQty = qty(row.OrderQty ?? 0);
      const isSame = orderOf(bench, original).orderQty === orderQty;
      return replace(bench, [id, original], {
        orderQty,
        sentAt,
        ...(isSame ? { price: price('99.5') } : {}),
      });
    }
    case 'H':
      return status(bench, id);
    default:
      throw new Error(`no command for ${row.msg}`);
  }
}

/** The rejection is the answer to the request itself: there was no New between. */
function isAlone(rows: readonly Row[], at: number): boolean {
  return rows[at + 1]?.dir === 'out' && rows[at + 1]?.fields?.['OrdRejReason'] === undefined;
}

function thinBook(orderQty: number) {
  return { ...bookAt(noon), asks: [[asTicks(10_001), asLots(orderQty * 1_000 - 1)]] as const };
}

/** What the venue must say for a row out that was not heard yet. */
function stimuliOf(stage: Stage, row: Row): readonly Command[] {
  const { bench } = stage;
  const holder = row.OrigClOrdID ?? row.ClOrdID ?? '';
  const childID = childOf(bench, holder);
  const cumQty = formatDecimal(childCumQty(bench, holder));
  switch (row.ExecType) {
    case 'Trade':
      stage.executed += 1;
      return [filled(childID, `e${stage.executed}`, row.LastQty ?? 0)];
    case 'Canceled':
    case 'Replace':
      return [ended(childID, 'Canceled', cumQty)];
    case 'Rejected':
      return [says({ type: 'Refused', childID, text: 'rejected by the exchange' })];
    default:
      return [];
  }
}

function childCumQty(bench: Bench, clOrdID: string): bigint {
  return orderOf(bench, clOrdID).children.at(-1)?.cumQty ?? 0n;
}

type Cells = Readonly<Record<string, unknown>>;

function cellsOfRow(row: Row): Cells {
  const { ClOrdID, OrigClOrdID, OrdStatus, OrderQty, CumQty, LeavesQty, LastQty } = row;
  const ExecType = execTypeOf(row);
  const cells = { ClOrdID, OrigClOrdID, ExecType, OrdStatus, OrderQty, CumQty, LeavesQty, LastQty };
  const { CxlRejReason, OrdRejReason } = row.fields ?? {};
  return given({ ...cells, CxlRejReason, OrdRejReason });
}

/** The cells of a report that the row gives, in the table's own words. */
function cellsOf(report: ClientReport, row: Row): Cells {
  const asked = cellsOfRow(row);
  const found = { ...allCells(report) };
  return Object.fromEntries(Object.entries(found).filter(([name]) => name in asked));
}

function allCells(report: ClientReport): Cells {
  switch (report.type) {
    case 'OrderCancelReject':
      return {
        ClOrdID: report.clOrdID,
        OrigClOrdID: report.origClOrdID,
        OrdStatus: report.ordStatus,
        CxlRejReason: { TooLateToCancel: '0', UnknownOrder: '1', AlreadyPending: '3' }[
          String(report.cxlRejReason)
        ],
      };
    case 'ExecutionReport':
      return {
        ClOrdID: report.clOrdID,
        OrigClOrdID: report.origClOrdID,
        ExecType: report.execType,
        OrdStatus: report.ordStatus,
        OrderQty: number(report.orderQty),
        CumQty: number(report.cumQty),
        LeavesQty: number(report.leavesQty),
        LastQty: number(report.lastQty),
        OrdRejReason: { UnknownOrder: '5', DuplicateOrder: '6' }[String(report.ordRejReason)],
      };
    case 'BusinessMessageReject':
      return {};
  }
}

function number(amount: bigint): number {
  return Number(formatDecimal(amount));
}

function given(cells: Cells): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined));
}

// The rest of J.1.b, without the bust that stands between in the table.
test('J.1.b: a late fill on a cancelled order is reported, and it stays Canceled', () => {
  const bench = newBench();
  bench.send(enter(bench, 'X', { orderQty: qty(10_000) }));
  const childID = childOf(bench, 'X');
  bench.send(cancel(bench, 'Y', 'X'));
  bench.send(ended(childID, 'Canceled', 0));
  const row: Row = { t: '8', dir: 'out', ClOrdID: 'X', ExecType: 'Trade', OrdStatus: 'Canceled' };
  const cells = { ...row, OrderQty: 10_000, CumQty: 4_000, LeavesQty: 0, LastQty: 4_000 };
  const reports = bench.reports(filled(childID, 'F', 4_000, 51));
  expect(reports.map((one) => cellsOf(one, cells))).toEqual([cellsOfRow(cells)]);
});
