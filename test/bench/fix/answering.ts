// Our engine as an acceptor without business: each NewOrderSingle gets one ExecutionReport of 26 fields. Validation is on;
// what a session keeps, and what its reports wait for, is the caller's.

import {
  SessionDirectory,
  accept,
  type DurabilityGate,
  defaultAcceptorLimits,
  defaultSessionSettings,
  MessageWriter,
  type SessionApplication,
  SessionDriver,
  type SessionStore,
  tcpNetwork,
  type Throttle,
} from '../../../gateway/fix/index.ts';
import { realClock, realSoon, realTimers } from '../../../gateway/process/real-world.ts';
import { fix44, Tag } from '../../../spec/dictionaries/index.ts';
import type { Log } from '../../../spec/ports/index.ts';
import { facts, VARIANTS, writers } from './messages.ts';

export interface AnsweredSession {
  readonly senderCompID: string;
  readonly targetCompID: string;
  readonly store: SessionStore;
  readonly gate: DurabilityGate;
  readonly throttle: Throttle | null;
}

export interface Answering {
  readonly port: number;
  /** Orders so far, of all sessions. */
  answered(): number;
}

const clock = realClock();
const nothing = (): void => undefined;
const complain = (fields: object, sentence: string): void =>
  console.error(sentence, JSON.stringify(fields));
const log: Log = { error: complain, warn: complain, info: nothing, debug: nothing };
const writer = new MessageWriter();

export async function answerOrders(sessions: readonly AnsweredSession[]): Promise<Answering> {
  let answered = 0;
  const application: SessionApplication = {
    deliver({ view }, session) {
      const base = facts[answered % VARIANTS] ?? facts[0];
      if (base === undefined) throw new Error('no facts');
      answered += 1;
      const clOrdID = view.string(Tag.ClOrdID) ?? '';
      // The load waits for an acknowledgement.
      const of = { ...base, clOrdID, time: clock.now(), execType: '0' } as const;
      session.send(writers.ExecutionReport(writer, of));
    },
    loggedOn: nothing,
    loggedOff: nothing,
  };
  const { port } = await accept({
    network: tcpNetwork(),
    timers: realTimers(),
    soon: realSoon,
    log,
    address: { host: '127.0.0.1', port: 0 },
    sessions: new SessionDirectory(sessions.map((one) => driverOf(one, application))),
    limits: { ...defaultAcceptorLimits, maxConnections: sessions.length + 10 },
  });
  return { port, answered: () => answered };
}

function driverOf(
  { store, gate, ...settings }: AnsweredSession,
  application: SessionApplication,
): SessionDriver {
  return new SessionDriver({
    rules: {
      settings: {
        ...defaultSessionSettings,
        role: 'Acceptor',
        beginString: 'FIX.4.4',
        ...settings,
      },
      dictionary: fix44,
      authenticate: () => true,
    },
    store,
    application,
    gate,
    clock,
    log,
    soon: realSoon,
  });
}
