// What must agree behind any number of kills: the clients' reports, the journal, the exchanges' ledgers, the chain.

import {
  type DeskState,
  effectsOf,
  emptyState,
  evolve,
  stateHash,
} from '../../../gateway/desk/index.ts';
import { MessageWriter } from '../../../gateway/fix/index.ts';
import { dialectOf, writeReport } from '../../../gateway/orderentry/index.ts';
import { exposureOf } from '../../../risk/index.ts';
import type { EventOf, ExecutionReport, Recorded } from '../../../spec/events/index.ts';
import { formatDecimal, formatNotional } from '../../../spec/units/index.ts';
import type { DueCopies, Fill } from './copies.ts';
import type { JournalFile } from './journal-file.ts';
import type { Ledger } from './ledgers.ts';
import type { Told, Trader } from './trader.ts';
import { fix44 } from '../../../spec/dictionaries/index.ts';

/** Follows a journal from its first record, event by event. */
export class Audit {
  readonly #journal: JournalFile;
  readonly #state: DeskState = emptyState();
  readonly #writer = new MessageWriter();
  #next = 1;
  /** Every ExecutionReport that the journal says was due, by session and ExecID. */
  readonly #due = new Map<string, Map<string, Told>>();
  readonly #fills: Fill[] = [];
  readonly #execIDOfTrade = new Map<string, string>();
  readonly #symbolOfChild = new Map<string, string>();
  readonly #absent = new Set<string>();
  /** Hashes of what was signed: only these may be on the chain. */
  readonly #signed = new Set<string>();
  readonly #orderIDs = new Set<string>();
  readonly #clOrdIDs = new Set<string>();
  readonly #problems: string[] = [];
  /** How many of a trader's reports were compared. */
  readonly #compared = new Map<string, number>();
  #inDoubt = 0;
  events = 0;

  constructor(journal: JournalFile) {
    this.#journal = journal;
  }

  /** Reads on to the journal's end; what broke an invariant on the way. */
  advance(): readonly string[] {
    const before = this.#problems.length;
    for (const recorded of this.#journal.events(this.#next)) {
      this.#next = recorded.sequence + 1;
      this.events += 1;
      this.#apply(recorded);
    }
    return this.#problems.slice(before);
  }

  /** Of a gateway that was just killed: all that it let out is in the journal (I1). */
  letOut(traders: readonly Trader[], ledger: Ledger): readonly string[] {
    const problems = traders.flatMap((trader) => this.#unfoundedNow(trader));
    for (const { childID } of ledger.orders) {
      if (!this.#symbolOfChild.has(childID)) {
        problems.push(`at the venue and not in the journal: child ${childID}`);
      }
    }
    for (const hash of ledger.transactions) {
      if (!this.#signed.has(hash)) problems.push(`on the chain and not in the journal: ${hash}`);
    }
    return problems;
  }

  /** When nothing changes any more: the three agree, trade by trade, and nothing is left open. */
  agreed(traders: readonly Trader[], ledger: Ledger): readonly string[] {
    return [
      ...traders.flatMap((trader) => this.#unfounded(trader)),
      ...traders.flatMap((trader) => this.#untold(trader)),
      ...this.#tradeByTrade(traders, ledger),
      ...this.#childrenOnce(ledger),
      ...this.#positionsAgree(ledger),
      ...[...this.#state.orders.keys()].map((orderID) => `still open: order ${orderID}`),
      ...traders
        .flatMap((trader) => trader.lost.filter((id) => this.#clOrdIDs.has(id)))
        .map((id) => `the client was told that ${id} is unknown, the journal has it`),
    ];
  }

  /** What drop copies were due. */
  get dueCopies(): DueCopies {
    return { reports: this.#due, fills: this.#fills, children: this.#symbolOfChild.size };
  }

  /** The hash of the replayed state; the gateway's own of the same point; null where it wrote none. */
  stateHashes(): { readonly replayed: string; readonly gateway: string | null } {
    const snapshot = this.#journal.newestSnapshot();
    return { replayed: stateHash(this.#state), gateway: snapshot?.stateHash ?? null };
  }

  /** Children whose fate a crash left open, and those of them that never arrived. */
  get doubts(): { readonly inDoubt: number; readonly absent: number } {
    return { inDoubt: this.#inDoubt, absent: this.#absent.size };
  }

  /** Sent, outcome not known, as of the journal's last record that was read. */
  childrenInDoubt(): ReadonlySet<string> {
    const found = new Set<string>();
    for (const { children } of this.#state.orders.values()) {
      for (const { childID, inDoubtSince } of children) {
        if (inDoubtSince !== null) found.add(childID);
      }
    }
    return found;
  }

  get trades(): number {
    return this.#fills.length;
  }

  get reports(): number {
    return [...this.#due.values()].reduce((sum, one) => sum + one.size, 0);
  }

  get children(): number {
    return this.#symbolOfChild.size;
  }

  #apply(recorded: Recorded): void {
    const { event, sequence } = recorded;
    if (event.type === 'OrderAccepted') {
      if (this.#orderIDs.has(event.orderID))
        this.#problem(sequence, `OrderID ${event.orderID} twice`);
      this.#orderIDs.add(event.orderID);
      const name = `${event.origin.sessionID} ${event.clOrdID}`;
      if (this.#clOrdIDs.has(name)) this.#problem(sequence, `${name} accepted twice (I2)`);
      this.#clOrdIDs.add(name);
      this.#clOrdIDs.add(event.clOrdID);
    }
    if (event.type === 'ChildDecided') this.#decided(recorded.sequence, event);
    if (event.type === 'ChildPutInDoubt') this.#inDoubt += 1;
    if (event.type === 'TransactionSigned') this.#signed.add(event.transaction.hash);
    if (event.type === 'ChildProvenAbsent') this.#absent.add(event.childID);
    if (NEVER.has(event.type)) this.#problem(sequence, `${event.type}: ${text(event)}`);
    const evolved = evolve(this.#state, recorded);
    if (event.type === 'ChildFilled') this.#filled(recorded.sequence, event, evolved.before?.side);
    const order = evolved.after ?? evolved.before;
    if (order !== null) {
      const { orderQty, overfillQty, cumQty, leavesQty, deadQty, account, instrumentID } = order;
      const amounts = [orderQty, overfillQty, cumQty, leavesQty, deadQty];
      if (
        orderQty + overfillQty !== cumQty + leavesQty + deadQty ||
        amounts.some((one) => one < 0n)
      ) {
        this.#problem(sequence, `I3 is broken by ${text(event)}: ${text(order)}`);
      }
      const ofChildren = order.children.reduce((sum, child) => sum + child.cumQty, 0n);
      if (ofChildren !== cumQty) this.#problem(sequence, `I3: CumQty is not the children's sum`);
      const kept = this.#state.exposures.get(`${account}\u0001${instrumentID}`);
      const found = exposureOf(this.#state.orders.values(), account, instrumentID);
      if (kept !== undefined && text(kept) !== text(found)) {
        this.#problem(
          sequence,
          `I4 is broken by ${text(event)}: ${text(kept)}, not ${text(found)}`,
        );
      }
    }
    for (const effect of effectsOf(recorded, evolved, this.#state.desk)) {
      if (effect.type !== 'ReportToClient' || effect.report.type !== 'ExecutionReport') continue;
      this.#isDue(effect.report);
    }
  }

  #decided(sequence: number, event: EventOf<'ChildDecided'>): void {
    if (this.#symbolOfChild.has(event.childID))
      this.#problem(sequence, `${event.childID} decided twice`);
    this.#symbolOfChild.set(event.childID, event.venueSymbol);
  }

  #filled(sequence: number, event: EventOf<'ChildFilled'>, side: string | undefined): void {
    const symbol = this.#symbolOfChild.get(event.childID) ?? '?';
    const trade = `${symbol} ${event.venueOrderID} ${event.venueExecID}`;
    if (this.#execIDOfTrade.has(trade))
      this.#problem(sequence, `trade ${trade} is booked twice (I2)`);
    this.#execIDOfTrade.set(trade, `${this.#state.desk}-${sequence}-0`);
    this.#fills.push({
      trade,
      childID: event.childID,
      side: side ?? '?',
      qty: formatDecimal(event.lastQty),
      price: formatDecimal(event.lastPx),
      quoteQty: event.grossTradeAmt === null ? null : formatNotional(event.grossTradeAmt),
    });
  }

  #isDue(report: ExecutionReport): void {
    const { sessionID } = report;
    const told = this.#asTold(report);
    const due = this.#due.get(sessionID) ?? new Map<string, Told>();
    if (due.has(told.execID)) this.#problems.push(`ExecID ${told.execID} is used twice`);
    due.set(told.execID, told);
    this.#due.set(sessionID, due);
  }

  #asTold(report: ExecutionReport): Told {
    const { bytes } = writeReport(this.#writer, report, dialectOf(fix44));
    const fields = new Map<string, string>();
    for (const field of Buffer.from(bytes).toString('latin1').split('\u0001')) {
      const equals = field.indexOf('=');
      if (equals > 0) fields.set(field.slice(0, equals), field.slice(equals + 1));
    }
    const get = (tag: number): string => fields.get(String(tag)) ?? '';
    return {
      execID: get(17),
      execType: get(150),
      ordStatus: get(39),
      orderID: get(37),
      clOrdID: get(11),
      origClOrdID: get(41),
      orderQty: get(38),
      cumQty: get(14),
      leavesQty: get(151),
      lastQty: get(32),
      lastPx: get(31),
    };
  }

  /** Of what it was told since the last time: a journal forgets nothing, and in the end all is compared once more. */
  #unfoundedNow(trader: Trader): string[] {
    const from = this.#compared.get(trader.name) ?? 0;
    this.#compared.set(trader.name, trader.told.size);
    return this.#unfounded(trader, from);
  }

  #unfounded(trader: Trader, from = 0): string[] {
    const due = this.#due.get(trader.name);
    const problems: string[] = [];
    let place = 0;
    for (const [execID, told] of trader.told) {
      place += 1;
      if (place <= from) continue;
      const expected = due?.get(execID);
      if (expected === undefined)
        problems.push(`${trader.name} was told ${text(told)}: no such event`);
      else if (text(expected) !== text(told)) {
        problems.push(`${trader.name} was told ${text(told)}, the journal says ${text(expected)}`);
      }
    }
    return problems;
  }

  #untold(trader: Trader): string[] {
    return [...(this.#due.get(trader.name) ?? [])]
      .filter(([execID]) => !trader.told.has(execID))
      .map(([, told]) => `${trader.name} was never told ${text(told)}`);
  }

  #tradeByTrade(traders: readonly Trader[], ledger: Ledger): string[] {
    const problems: string[] = [];
    const booked = new Map(this.#fills.map((fill) => [fill.trade, fill]));
    const told = new Map(traders.flatMap((trader) => [...trader.told]));
    const atVenue = new Set<string>();
    for (const one of ledger.trades) {
      const { trade } = one;
      if (atVenue.has(trade)) problems.push(`the ledger has ${trade} twice`);
      atVenue.add(trade);
      const fill = booked.get(trade);
      if (fill === undefined) {
        problems.push(`lost: the venue's trade ${text(one)} is not in the journal`);
        continue;
      }
      const said = {
        trade,
        childID: one.childID ?? fill.childID,
        side: one.side,
        qty: plain(one.qty),
        price: one.price === null ? fill.price : plain(one.price),
        quoteQty: one.quoteQty,
      };
      if (text(fill) !== text(said)) problems.push(`journal ${text(fill)}, venue ${text(said)}`);
      const report = told.get(this.#execIDOfTrade.get(trade) ?? '');
      if (report === undefined) problems.push(`lost: no client was told of ${trade}`);
      else if (
        report.execType !== 'F' ||
        report.lastQty !== fill.qty ||
        report.lastPx !== fill.price
      ) {
        problems.push(`the client was told ${text(report)} of ${text(said)}`);
      }
    }
    for (const fill of this.#fills) {
      if (!atVenue.has(fill.trade)) problems.push(`made up: ${text(fill)} is not in the ledger`);
    }
    const trades = [...told.values()].filter(({ execType }) => execType === 'F').length;
    if (trades !== atVenue.size) {
      problems.push(`${trades} trades told, ${atVenue.size} in the ledger`);
    }
    return problems;
  }

  #childrenOnce(ledger: Ledger): string[] {
    const problems: string[] = [];
    const seen = new Set<string>();
    for (const { childID, isOpen } of ledger.orders) {
      if (seen.has(childID)) problems.push(`child ${childID} was sent twice`);
      seen.add(childID);
      if (!this.#symbolOfChild.has(childID)) problems.push(`child ${childID} is nobody's`);
      if (this.#absent.has(childID)) {
        problems.push(`child ${childID} was proven absent, and the venue has it`);
      }
      if (isOpen) problems.push(`child ${childID} is open at the venue`);
    }
    return problems;
  }

  #positionsAgree(ledger: Ledger): string[] {
    const atVenue = new Map<string, bigint>();
    for (const { pair, side, qty } of ledger.trades) {
      const signed = units(qty) * (side === 'buy' ? 1n : -1n);
      atVenue.set(pair, (atVenue.get(pair) ?? 0n) + signed);
    }
    const here = new Map<string, bigint>();
    for (const { instrumentID, qty } of this.#state.positions.values()) {
      const instrument = this.#state.instruments.get(instrumentID);
      const symbol = instrument?.symbol.replace('/', '') ?? '?';
      here.set(symbol, (here.get(symbol) ?? 0n) + qty);
    }
    return [...new Set([...atVenue.keys(), ...here.keys()])]
      .filter((symbol) => (atVenue.get(symbol) ?? 0n) !== (here.get(symbol) ?? 0n))
      .map((symbol) => `position in ${symbol}: ${here.get(symbol)}, venue ${atVenue.get(symbol)}`);
  }

  #problem(sequence: number, sentence: string): void {
    this.#problems.push(`record ${sequence}: ${sentence}`);
  }
}

/** What a venue that keeps its word and a gateway without a bug never cause. */
const NEVER: ReadonlySet<string> = new Set([
  'CommandRefused',
  'VenueQuarantined',
  'FillUnmatched',
  'FillConflicted',
]);

/** Without the zeros at its end. */
function plain(decimal: string): string {
  return formatDecimal(units(decimal));
}

function units(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(18, '0'));
}

function text(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? `${one}` : one));
}
