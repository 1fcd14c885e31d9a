// One port, many sessions: a connection belongs to none until its Logon says whose it is.

import { type Dictionary, MsgType, Tag } from '../../../spec/dictionaries/index.ts';
import type {
  Log,
  Network,
  TimerHandle,
  Timers,
  Transport,
  TransportEvents,
} from '../../../spec/ports/index.ts';
import { Framer } from '../codec/framer.ts';
import { MessageView } from '../codec/message-view.ts';
import { textIn } from '../codec/values.ts';
import { type SessionID, sessionIDOf } from '../session/settings.ts';
import { defaultDriverLimits, type DriverLimits, type SessionDriver } from './driver.ts';

export interface AcceptorParts {
  readonly network: Network;
  readonly timers: Timers;
  readonly log: Log;
  readonly address: { readonly host: string; readonly port: number };
  readonly sessions: readonly SessionDriver[];
  readonly limits?: AcceptorLimits;
}

export interface AcceptorLimits {
  readonly driver: DriverLimits;
  /** Connections at once, logged on or not. */
  readonly maxConnections: number;
  /** A connection without a whole Logon by then is closed. */
  readonly logonTimeoutMs: number;
  /** How often each session looks at the clock. */
  readonly tickMs: number;
}

export const defaultAcceptorLimits: AcceptorLimits = {
  driver: defaultDriverLimits,
  maxConnections: 1000,
  logonTimeoutMs: 10_000,
  tickMs: 250, // A heartbeat is then at most a quarter of a second late.
};

export interface Acceptor {
  readonly port: number;
  /** Logs every session off and listens no more. */
  close(text: string): void;
}

/** Listens. Throws when the address cannot be had. */
export async function accept(parts: AcceptorParts): Promise<Acceptor> {
  const limits = parts.limits ?? defaultAcceptorLimits;
  const sessions = new Map(parts.sessions.map((session) => [session.sessionID, session]));
  const dictionaries = new Map(
    parts.sessions.map(({ rules }) => [rules.settings.beginString, rules.dictionary]),
  );
  let connections = 0;
  const listener = await parts.network.listen(parts.address, (transport) => {
    if (connections >= limits.maxConnections)
      return refused(parts, transport, 'too many connections');
    connections += 1;
    const free = () => {
      connections -= 1;
    };
    return connection({ parts, limits, sessions, dictionaries, transport, free });
  });
  const ticking = parts.timers.every(limits.tickMs, () => {
    for (const session of sessions.values()) session.tick();
  });
  return {
    port: listener.port,
    close(text) {
      listener.close();
      for (const session of sessions.values()) session.logout(text);
      parts.timers.after(limits.logonTimeoutMs, () => ticking.cancel());
    },
  };
}

function refused(parts: AcceptorParts, transport: Transport, reason: string): TransportEvents {
  parts.log.warn({ remoteAddress: transport.remoteAddress, reason }, 'connection refused');
  transport.destroy();
  return { received() {}, drained() {}, closed() {} };
}

interface Arrival {
  readonly parts: AcceptorParts;
  readonly limits: AcceptorLimits;
  readonly sessions: ReadonlyMap<SessionID, SessionDriver>;
  readonly dictionaries: ReadonlyMap<string, Dictionary>;
  readonly transport: Transport;
  readonly free: () => void;
}

/** Until its first message is whole a connection has bytes and a time limit, nothing else. */
function connection(arrival: Arrival): TransportEvents {
  const { parts, limits, transport } = arrival;
  const framer = new Framer(limits.driver.framer);
  let chunks: Uint8Array[] = [];
  let session: SessionDriver | null = null;
  let isOver = false;
  const close = (reason: string) => {
    parts.log.warn(
      { remoteAddress: transport.remoteAddress, reason },
      'connection closed unanswered',
    );
    isOver = true;
    timer.cancel();
    transport.destroy();
  };
  const timer: TimerHandle = parts.timers.after(limits.logonTimeoutMs, () => {
    if (session === null && !isOver) close('no Logon in time');
  });
  return {
    received(bytes) {
      if (isOver) return;
      if (session !== null) {
        if (session.isOn(transport)) session.receive(bytes);
        return;
      }
      chunks.push(bytes.slice());
      framer.push(bytes);
      const frame = framer.next();
      if (frame === 'More') return;
      const found = frame === 'Message' ? sessionOf(arrival, framer) : frame;
      if (typeof found === 'string') return close(found);
      timer.cancel();
      session = found;
      found.open(transport);
      for (const chunk of chunks) found.receive(chunk);
      chunks = [];
    },
    drained() {
      if (session?.isOn(transport) === true) session.drained();
    },
    closed(cause) {
      timer.cancel();
      isOver = true;
      arrival.free();
      if (session?.isOn(transport) === true) session.closed(cause);
    },
  };
}

/** The session that a first message asks for, or why it gets none: without a word, in either case. */
function sessionOf(arrival: Arrival, framer: Framer): SessionDriver | string {
  const { bytes, start, end } = framer;
  const beginString = textIn(bytes, start + 2, bytes.indexOf(soh, start));
  const dictionary = arrival.dictionaries.get(beginString);
  if (dictionary === undefined) return 'a version that no session speaks';
  const view = new MessageView(dictionary);
  if (view.read(bytes, start, end) !== null) return 'the first message is garbled';
  if (view.msgType !== MsgType.Logon) return 'the first message is no Logon';
  const senderCompID = view.string(Tag.TargetCompID) ?? '';
  const targetCompID = view.string(Tag.SenderCompID) ?? '';
  const session = arrival.sessions.get(sessionIDOf({ beginString, senderCompID, targetCompID }));
  if (session === undefined) return 'CompIDs of no session';
  if (session.isConnected) return 'the session is live';
  return session;
}

const soh = 0x01;
