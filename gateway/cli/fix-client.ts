// One order over FIX, or its cancel or replace: logs on with a fresh epoch, sends it, hears of it until it ends or rests.

import { type Dictionary, MsgType } from '../../spec/dictionaries/index.ts';
import type { Clock, Log, Network, TimerHandle, Timers } from '../../spec/ports/index.ts';
import type { FixTerms } from '../config/index.ts';
import {
  defaultSessionSettings,
  type Fields,
  memoryGate,
  memoryStore,
  SessionDriver,
  type TlsConnecting,
  tlsConnecting,
} from '../fix/index.ts';
import {
  type OrderTerms,
  type ReportLine,
  cancelOf,
  readMessage,
  requestOf,
} from './fix-messages.ts';

export interface ClientWorld {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly network: Network;
}

export interface Counterparty {
  readonly host: string;
  readonly port: number;
  readonly beginString: string;
  /** Of the session's version. */
  readonly dictionary: Dictionary;
  /** The client's, then the desk's. */
  readonly senderCompID: string;
  readonly targetCompID: string;
  /** Seconds. After a reset the desk repeats what it sent within two of them: the least is best. */
  readonly heartBtInt: number;
  readonly username: string;
  readonly password: string;
  /** Null: in plain text. */
  readonly tls: TlsConnecting | null;
  /** What else the session asks of a client. */
  readonly terms?: FixTerms;
}

export interface Staying {
  /** Null: no cancel is asked for. */
  readonly cancelAfterMs: number | null;
  /** Stay until it has ended, though it rests. */
  readonly wait: boolean;
}

export type Outcome =
  | { readonly type: 'Ended'; readonly last: ReportLine }
  | { readonly type: 'Resting'; readonly last: ReportLine }
  | { readonly type: 'Rejected'; readonly text: string }
  | { readonly type: 'Unreachable'; readonly cause: string }
  /** It was sent, and what became of it is not known here. */
  | { readonly type: 'InDoubt'; readonly cause: string; readonly last: ReportLine | null };

/** No word of an order for so long: it is in doubt here. */
const REPORT_PATIENCE_MS = 10_000;
/** An order that may not rest, and has not ended for so long. */
const END_PATIENCE_MS = 60_000;
/** A resting order without a further report for so long: it rests. */
const QUIET_MS = 400;
const LOGON_PATIENCE_MS = 5_000;
const LOGOUT_PATIENCE_MS = 1_000;
const TICK_MS = 100;

const FINAL: ReadonlySet<string> = new Set(['Filled', 'Canceled', 'Rejected', 'Expired']);

/** Settles once, with the connection closed. `reported` hears each report of this order. */
export function sendOverFix(
  world: ClientWorld,
  peer: Counterparty,
  order: OrderTerms & Staying,
  reported: (report: ReportLine) => void,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const { timers, network } = world;
    const pending = new Set<TimerHandle>();
    let outcome: Outcome | null = null;
    let isSent = false;
    let orderSeqNum = 0;
    let last: ReportLine | null = null;
    let quiet: TimerHandle | null = null;
    let reason = 'the connection closed';

    const after = (ms: number, act: () => void): TimerHandle => {
      const timer = timers.after(ms, act);
      pending.add(timer);
      return timer;
    };
    const over = (): void => {
      for (const timer of pending) timer.cancel();
      ticking.cancel();
      resolve(outcome ?? lost(reason));
    };
    const lost = (cause: string): Outcome =>
      isSent ? { type: 'InDoubt', cause, last } : { type: 'Unreachable', cause };
    /** Logs off politely; whoever does not answer is left. */
    const end = (found: Outcome): void => {
      if (outcome !== null) return;
      outcome = found;
      if (!session.isConnected) return over();
      after(LOGOUT_PATIENCE_MS, over);
      session.logout('done');
    };

    const heard = (report: ReportLine): void => {
      reported(report);
      quiet?.cancel();
      const isCancelReject = report.msgType === MsgType.OrderCancelReject;
      if (!isCancelReject) last = report;
      if (report.ordStatus === 'Rejected') return end({ type: 'Rejected', text: report.text });
      if (isCancelReject && order.amends !== null) {
        return end({ type: 'Rejected', text: report.text });
      }
      if (FINAL.has(report.ordStatus) && !isCancelReject)
        return end({ type: 'Ended', last: report });
      const awaitsCancel = order.cancelAfterMs !== null && !isCancelReject;
      if (!mayRest(order) || order.wait || awaitsCancel) return;
      if (order.amends !== null && report.execType !== 'Replaced') return; // It is on its way.
      const resting = last ?? report;
      quiet = after(QUIET_MS, () => end({ type: 'Resting', last: resting }));
    };
    const cancel = (driver: SessionDriver): void => {
      driver.send(cancelOf(order, world.clock.now()));
      after(END_PATIENCE_MS, () =>
        end(lost(`its cancel was not answered within ${END_PATIENCE_MS / 1_000} s`)),
      );
    };

    const session = sessionOf(world, peer, {
      loggedOn: (driver) => {
        isSent = true;
        orderSeqNum = driver.send(requestOf(order, world.clock.now(), peer.dictionary)).msgSeqNum;
        after(REPORT_PATIENCE_MS, () => {
          if (last === null) end(lost(`no report within ${REPORT_PATIENCE_MS / 1_000} s`));
        });
        if (!mayRest(order) || order.amends !== null) {
          after(END_PATIENCE_MS, () => end(lost(`not ended within ${END_PATIENCE_MS / 1_000} s`)));
        }
        if (order.cancelAfterMs === null) return;
        after(order.cancelAfterMs, () => cancel(driver));
      },
      received: (message, msgType) => {
        const said = readMessage(message, { msgType, order, orderSeqNum, at: world.clock.now() });
        if (said.type === 'Report') heard(said.report);
        if (said.type === 'Refused') end({ type: 'Rejected', text: said.text });
      },
      noted: (text) => {
        reason = text;
      },
    });
    const ticking = timers.every(TICK_MS, () => session.tick());
    after(LOGON_PATIENCE_MS, () => {
      if (!isSent) end(lost(`no logon within ${LOGON_PATIENCE_MS / 1_000} s`));
    });
    const { connect } = peer.tls === null ? network : tlsConnecting(peer.tls);
    connect(
      { host: peer.host, port: peer.port },
      (transport) => {
        session.open(transport);
        return {
          received: (bytes) => session.receive(bytes),
          drained: () => session.drained(),
          closed: (cause) => {
            session.closed(cause);
            over();
          },
        };
      },
      (cause) => {
        reason = cause;
        over();
      },
    );
  });
}

function mayRest(order: OrderTerms): boolean {
  return order.timeInForce === 'Day' || order.timeInForce === 'GTC';
}

interface SessionEvents {
  loggedOn(driver: SessionDriver): void;
  received(message: Fields, msgType: string): void;
  /** Why the session ends, as the engine sees it. */
  noted(text: string): void;
}

function sessionOf(world: ClientWorld, peer: Counterparty, events: SessionEvents): SessionDriver {
  const store = memoryStore();
  const { beginString, dictionary, senderCompID, targetCompID, heartBtInt } = peer;
  const { username, password } = peer;
  const note: Log['info'] = ({ reason }) => {
    if (typeof reason === 'string') events.noted(reason);
  };
  return new SessionDriver({
    rules: {
      settings: {
        ...defaultSessionSettings,
        role: 'Initiator',
        beginString,
        senderCompID,
        targetCompID,
        heartBtInt,
        askReset: true,
        ...peer.terms,
        credentials: { username, password },
      },
      dictionary,
      authenticate: () => true,
    },
    store,
    gate: memoryGate(store),
    clock: world.clock,
    log: { error: note, warn: note, info: note, debug: note },
    application: {
      deliver: ({ view }) => events.received(view, view.msgType),
      loggedOn: (driver) => events.loggedOn(driver),
      loggedOff: (_driver, reason) => events.noted(reason),
    },
  });
}
