// One port, many sessions: a connection belongs to none until its Logon says whose it is.

import { MsgType, Tag } from '../../../spec/dictionaries/index.ts';
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
import type { SessionID } from '../session/settings.ts';
import type { LogonVerdict } from '../session/state.ts';
import type { NamedSession, SessionDirectory } from './directory.ts';
import type { SessionDriver } from './driver.ts';
import { defaultDriverLimits, type DriverLimits } from './driver-parts.ts';
import { inTurns, tickBehindReading } from './ticking.ts';

export interface AcceptorParts {
  readonly network: Network;
  readonly timers: Timers;
  /** As in `DriverParts`: a session looks at the clock behind what has arrived. */
  readonly soon?: (run: () => void) => void;
  readonly log: Log;
  readonly address: { readonly host: string; readonly port: number };
  readonly sessions: SessionDirectory;
  readonly limits?: AcceptorLimits;
  readonly admission?: Admission;
  /** False: another acceptor of the same sessions looks at the clock for them. */
  readonly ticks?: boolean;
}

/** Who may come in, and who he is: asked before a session hears of the connection. */
export interface Admission {
  /** Of a new connection. Null: it may speak; else why it is closed. */
  refusal(transport: Transport): string | null;
  /**
   * Of a Logon for a session that is free, or that a template would make: that is made for `Accepted` alone. `decided` is called once, at once or later; `Refused` is closed
   * unanswered, any other verdict is the session's to carry out.
   */
  judge(logon: LogonRequest, decided: (verdict: LogonVerdict | Refused) => void): void;
}

/** What a Logon says of who sends it. */
export interface LogonRequest {
  readonly sessionID: SessionID;
  readonly transport: Transport;
  readonly username: string | null;
  readonly password: string | null;
  readonly newPassword: string | null;
}

/** `reason` is for the log. */
export interface Refused {
  readonly type: 'Refused';
  readonly reason: string;
}

export interface AcceptorLimits {
  readonly driver: DriverLimits;
  /** Connections at once, logged on or not. */
  readonly maxConnections: number;
  /** Of them without a session. */
  readonly maxAwaitingLogon: number;
  /** A connection without a whole Logon by then is closed. */
  readonly logonTimeoutMs: number;
  /** How often each session looks at the clock. */
  readonly tickMs: number;
}

export const defaultAcceptorLimits: AcceptorLimits = {
  driver: defaultDriverLimits,
  maxConnections: 2000,
  maxAwaitingLogon: 1000,
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
  const { sessions } = parts;
  let connections = 0;
  let awaiting = 0;
  const listener = await parts.network.listen(parts.address, (transport) => {
    if (connections >= limits.maxConnections)
      return refused(parts, transport, 'too many connections');
    const refusal = parts.admission?.refusal(transport) ?? null;
    if (refusal !== null) return refused(parts, transport, refusal);
    if (awaiting >= limits.maxAwaitingLogon)
      return refused(parts, transport, 'too many connections without a Logon');
    connections += 1;
    awaiting += 1;
    const free = () => {
      connections -= 1;
    };
    const settled = () => {
      awaiting -= 1;
    };
    return connection({ parts, limits, transport, free, settled });
  });
  const tickAll = inTurns(
    parts.soon,
    () => sessions.sessions,
    (session) => {
      session.tick();
    },
  );
  const ticks = parts.ticks !== false;
  const ticking = tickBehindReading(parts, limits.tickMs, {
    due() {
      if (ticks) for (const session of sessions.sessions) session.tickIsDue();
    },
    tick() {
      if (ticks) tickAll();
    },
  });
  return {
    port: listener.port,
    close(text) {
      listener.close();
      for (const session of sessions.sessions) session.logout(text);
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
  readonly transport: Transport;
  readonly free: () => void;
  /** It has a session, or has closed without: called once. */
  readonly settled: () => void;
}

/** Until its first message is whole a connection has bytes and a time limit, nothing else. */
function connection(arrival: Arrival): TransportEvents {
  const { parts, limits, transport } = arrival;
  const framer = new Framer(limits.driver.framer);
  let chunks: Uint8Array[] = [];
  let bytesKept = 0;
  let session: SessionDriver | null = null;
  let isJudged = false;
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
      bytesKept += bytes.length;
      if (isJudged) {
        if (bytesKept > 2 * limits.driver.framer.maxBodyLength) close('much is said before logon');
        return;
      }
      framer.push(bytes);
      const frame = framer.next();
      if (frame === 'More') return;
      const found = frame === 'Message' ? sessionOf(arrival, framer) : frame;
      if (typeof found === 'string') return close(found);
      isJudged = true;
      timer.cancel(); // Its Logon is whole; the verdict comes, though many may be before it.
      judge(parts, found, transport, (verdict) => {
        if (isOver) return;
        if (verdict?.type === 'Refused') return close(verdict.reason);
        const asked = sessionFor(parts.sessions, found.named, verdict);
        if (typeof asked === 'string') return close(asked);
        if (asked.isConnected) return close('the session is live');
        arrival.settled();
        session = asked;
        session.open(transport, verdict);
        for (const chunk of chunks) session.receive(chunk);
        chunks = [];
      });
    },
    drained() {
      if (session?.isOn(transport) === true) session.drained();
    },
    closed(cause) {
      timer.cancel();
      isOver = true;
      arrival.free();
      if (session === null) arrival.settled();
      if (session?.isOn(transport) === true) session.closed(cause);
    },
  };
}

interface Asked {
  readonly named: NamedSession;
  readonly given: Pick<LogonRequest, 'username' | 'password' | 'newPassword'>;
}

function judge(
  { admission }: AcceptorParts,
  { named, given }: Asked,
  transport: Transport,
  decided: (verdict: LogonVerdict | Refused | null) => void,
): void {
  if (admission === undefined) decided(null);
  else admission.judge({ ...given, sessionID: named.sessionID, transport }, decided);
}

/** One that a template makes is made for who may log on: a name that somebody has guessed leaves no trace. */
function sessionFor(
  sessions: SessionDirectory,
  named: NamedSession,
  verdict: LogonVerdict | null,
): SessionDriver | string {
  if (named.session !== null) return named.session;
  if (verdict?.type === 'Denied') return verdict.text;
  return sessions.made(named.compIDs);
}

/** The session that a first message asks for, or why it gets none: without a word, in either case. */
function sessionOf({ parts: { sessions } }: Arrival, framer: Framer): Asked | string {
  const { bytes, start, end } = framer;
  const beginString = textIn(bytes, start + 2, bytes.indexOf(soh, start));
  const dictionary = sessions.dictionary(beginString);
  if (dictionary === null) return 'a version that no session speaks';
  const view = new MessageView(dictionary);
  if (view.read(bytes, start, end) !== null) return 'the first message is garbled';
  if (view.msgType !== MsgType.Logon) return 'the first message is no Logon';
  const senderCompID = view.string(Tag.TargetCompID) ?? '';
  const targetCompID = view.string(Tag.SenderCompID) ?? '';
  const named = sessions.named({ beginString, senderCompID, targetCompID }, view);
  if (typeof named === 'string') return named;
  if (named.session?.isConnected === true) return 'the session is live';
  return {
    named,
    given: {
      username: view.string(Tag.Username),
      password: view.string(Tag.Password),
      newPassword: view.string(Tag.NewPassword),
    },
  };
}

const soh = 0x01;
