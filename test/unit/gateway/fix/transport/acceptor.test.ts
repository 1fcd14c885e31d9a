import { describe, expect, test } from '@jest/globals';
import { createConnection } from 'node:net';
import { fix44 } from '../../../../../spec/dictionaries/index.ts';
import type {
  EpochNs,
  Log,
  Network,
  Timers,
  Transport,
  TransportEvents,
} from '../../../../../spec/ports/index.ts';
import {
  defaultSessionSettings,
  type SessionSettings,
} from '../../../../../gateway/fix/session/settings.ts';
import { memoryStore } from '../../../../../gateway/fix/store.ts';
import {
  type Admission,
  accept,
  defaultAcceptorLimits,
} from '../../../../../gateway/fix/transport/acceptor.ts';
import {
  SessionDirectory,
  type SessionTemplates,
} from '../../../../../gateway/fix/transport/directory.ts';
import { SessionDriver } from '../../../../../gateway/fix/transport/driver.ts';
import { initiate } from '../../../../../gateway/fix/transport/initiator.ts';
import { memoryGate } from '../../../../../gateway/fix/transport/memory-gate.ts';
import { tcpNetwork } from '../../../../../gateway/fix/transport/tcp.ts';
import { raw, shown, whole } from '../wire-text.ts';
import { MemoryWire, noon } from './pair.ts';

const logs: string[] = [];
const log: Log = {
  error() {},
  warn: ({ reason }) => void logs.push(String(reason)),
  info() {},
  debug() {},
};

class Connection extends MemoryWire implements Transport {
  readonly remoteAddress = '192.0.2.1:5000';
  events: TransportEvents | null = null;

  receive(bytes: Uint8Array): this {
    this.events?.received(bytes);
    return this;
  }
}

function session(
  targetCompID: string,
  role: 'Acceptor' | 'Initiator' = 'Acceptor',
  now = (): EpochNs => noon as EpochNs,
  terms: Partial<SessionSettings> = {},
): SessionDriver {
  const store = memoryStore();
  const [senderCompID, peer] = role === 'Acceptor' ? ['CW', targetCompID] : [targetCompID, 'CW'];
  return new SessionDriver({
    rules: {
      settings: {
        ...defaultSessionSettings,
        role,
        beginString: 'FIX.4.4',
        senderCompID,
        targetCompID: peer,
        ...terms,
      },
      dictionary: fix44,
      authenticate: () => true,
    },
    store,
    application: { deliver() {}, loggedOn() {}, loggedOff() {} },
    gate: memoryGate(store),
    clock: { now },
    log,
  });
}

/** A port whose callers are made by hand, and timers that fire when told. */
async function listening(
  limits = defaultAcceptorLimits,
  sessions = [session('ACME'), session('ZENITH')],
  further: { readonly templates?: SessionTemplates; readonly admission?: Admission } = {},
) {
  logs.length = 0;
  let accepted: (transport: Transport) => TransportEvents = () => {
    throw new Error('nobody listens');
  };
  const network: Network = {
    listen: async (_, take) => {
      accepted = take;
      return { port: 9876, close() {} };
    },
    connect() {},
  };
  const pending = new Set<() => void>();
  const timers: Timers = {
    after(_, fire) {
      pending.add(fire);
      return { cancel: () => void pending.delete(fire) };
    },
    every: () => ({ cancel() {} }),
  };
  const directory = new SessionDirectory(sessions, further.templates);
  const address = { host: '::', port: 9876 };
  const { admission } = further;
  const judged = admission === undefined ? {} : { admission };
  await accept({ network, timers, log, address, sessions: directory, limits, ...judged });
  return {
    /** Live. */
    sessions: directory.sessions,
    connect(): Connection {
      const connection = new Connection();
      connection.events = accepted(connection);
      return connection;
    },
    fireTimers() {
      for (const fire of [...pending]) fire();
    },
    get waiting(): number {
      return pending.size;
    },
  };
}

const logon = (from: string, to = 'CW') =>
  whole(`35=A|49=${from}|56=${to}|34=1|52=20261121-12:00:00|98=0|108=30|`);

describe('one port, many sessions', () => {
  test('a connection is the session’s that its Logon names', async () => {
    const port = await listening();
    const connection = port.connect().receive(logon('ZENITH'));
    expect(port.sessions.map(({ state }) => state.phase)).toEqual(['Disconnected', 'LoggedOn']);
    expect(shown(connection.written[0] ?? raw(''))).toContain('|49=CW|56=ZENITH|');
  });

  test('a Logon in pieces, with the next message behind it', async () => {
    const port = await listening();
    const stream = [
      ...logon('ACME'),
      ...whole('35=1|49=ACME|56=CW|34=2|52=20261121-12:00:00|112=x|'),
    ];
    const connection = port.connect();
    for (const byte of stream) connection.receive(Uint8Array.of(byte));
    expect(connection.written).toHaveLength(2);
    expect(port.sessions[0]?.state.nextInMsgSeqNum).toBe(3);
  });

  test('of the same CompIDs the sub- and location IDs tell which: each has numbers of its own', async () => {
    const at = (terms: Partial<SessionSettings>) => session('ACME', 'Acceptor', undefined, terms);
    const port = await listening(defaultAcceptorLimits, [
      at({}),
      at({ isQualified: true, targetSubID: 'OMS1' }),
      at({ isQualified: true, targetSubID: 'OMS2', targetLocationID: 'LDN' }),
    ]);
    expect(port.sessions.map(({ sessionID }) => sessionID)).toEqual([
      'FIX.4.4:CW->ACME',
      'FIX.4.4:CW->ACME OMS1',
      'FIX.4.4:CW->ACME OMS2 LDN',
    ]);
    const from = (ids: string) =>
      whole(`35=A|49=ACME|56=CW|34=1|52=20261121-12:00:00|${ids}98=0|108=30|`);
    const phases = () => port.sessions.map(({ state }) => state.phase === 'LoggedOn');
    const second = port.connect().receive(from('50=OMS2|142=LDN|'));
    expect(phases()).toEqual([false, false, true]);
    expect(shown(second.written[0] ?? raw(''))).toContain('|57=OMS2|143=LDN|');
    port.connect().receive(from('50=OMS1|142=ANYWHERE|'));
    expect(phases()).toEqual([false, true, true]);
    // Neither's: it is the session that goes by the CompIDs alone.
    port.connect().receive(from('50=OMS3|'));
    expect(phases()).toEqual([true, true, true]);
  });

  test('where every session of the CompIDs is qualified, a Logon of none of them is closed unanswered', async () => {
    const only = session('ACME', 'Acceptor', undefined, { isQualified: true, targetSubID: 'OMS1' });
    const port = await listening(defaultAcceptorLimits, [only]);
    const connection = port.connect().receive(logon('ACME'));
    expect(connection.isDestroyed).toBe(true);
    expect(connection.written).toEqual([]);
  });

  test('LOG-04: a second connection of a live session is closed without a message', async () => {
    const port = await listening();
    const first = port.connect().receive(logon('ACME'));
    const second = port.connect().receive(logon('ACME'));
    expect(second.isDestroyed).toBe(true);
    expect(second.written).toEqual([]);
    expect(first.isDestroyed).toBe(false);
    second.events?.closed('closed');
    expect(port.sessions[0]?.state).toMatchObject({ phase: 'LoggedOn', nextOutMsgSeqNum: 2 });
    expect(logs).toEqual(['the session is live']);
  });

  test('a session is free again when its connection has closed', async () => {
    const port = await listening();
    port.connect().receive(logon('ACME')).events?.closed('reset');
    const again = port
      .connect()
      .receive(whole('35=A|49=ACME|56=CW|34=2|52=20261121-12:00:00|98=0|108=30|'));
    expect(again.written).toHaveLength(1);
  });

  test('the end of a connection that was cut does not end the one that came after it', async () => {
    const port = await listening();
    const first = port.connect().receive(logon('ACME')).receive(raw('8=FIX.4.4|9=100000000|35=0|'));
    expect(first.isDestroyed).toBe(true);
    const second = port
      .connect()
      .receive(whole('35=A|49=ACME|56=CW|34=2|52=20261121-12:00:00|98=0|108=30|'));
    first.receive(logon('ACME')).events?.closed('gone'); // Sockets close late.
    second.receive(whole('35=1|49=ACME|56=CW|34=3|52=20261121-12:00:00|112=x|'));
    expect(second.written.map((bytes) => shown(bytes).includes('|112=x|'))).toEqual([false, true]);
    expect(second.isDestroyed).toBe(false);
  });

  test.each([
    ['LOG-05: CompIDs of no session', logon('NOBODY'), 'CompIDs of no session'],
    ['LOG-05: the other way round', logon('CW', 'ACME'), 'CompIDs of no session'],
    ['a version that nobody speaks', whole('35=A|', 'FIX.3.9'), 'a version that no session speaks'],
    ['LOG-07: no Logon', whole('35=0|49=ACME|56=CW|34=1|'), 'the first message is no Logon'],
    ['LOG-08: a wrong CheckSum', raw('8=FIX.4.4|9=5|35=A|10=000|'), 'the first message is garbled'],
    ['LOG-08: a wrong BodyLength', raw('8=FIX.4.4|9=4|35=A|10=000|'), 'Garbled'],
    ['an HTTP request', raw('GET / HTTP/1.1\r\n\r\n'), 'NotFix'],
    ['a TLS hello', Uint8Array.of(22, 3, 1, 2, 0, 1, 0, 1, 252), 'NotFix'],
    ['a length beyond the bound', raw('8=FIX.4.4|9=100000000|35=A|'), 'TooLong'],
  ])('%s is closed unanswered', async (_, bytes, reason) => {
    const port = await listening();
    const connection = port.connect().receive(bytes);
    expect(connection.isDestroyed).toBe(true);
    expect(connection.written).toEqual([]);
    expect(logs).toEqual([reason]);
    expect(port.waiting).toBe(0);
  });

  test('a connection that sends nothing is closed at the time limit', async () => {
    const port = await listening();
    const silent = port.connect();
    const halfway = port.connect().receive(logon('ACME').slice(0, 30));
    const live = port.connect().receive(logon('ZENITH'));
    port.fireTimers();
    expect([silent, halfway, live].map(({ isDestroyed }) => isDestroyed)).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('connections at once are bounded, and counted down when they close', async () => {
    const port = await listening({ ...defaultAcceptorLimits, maxConnections: 2 });
    const [first] = [port.connect(), port.connect()];
    expect(port.connect().isDestroyed).toBe(true);
    first?.events?.closed('gone');
    expect(port.connect().isDestroyed).toBe(false);
  });
});

describe('a template of sessions', () => {
  /** Of every CompID that begins with DESK, and two at most. */
  const desks = (): SessionTemplates => {
    let count = 0;
    const refusal = (targetCompID: string) =>
      !targetCompID.startsWith('DESK')
        ? 'CompIDs of no session'
        : count === 2
          ? 'there are two'
          : null;
    return {
      dictionary: (beginString) => (beginString === 'FIX.4.4' ? fix44 : null),
      refusal: ({ targetCompID }) => refusal(targetCompID),
      make({ targetCompID }) {
        const why = refusal(targetCompID);
        if (why !== null) return why;
        count += 1;
        return session(targetCompID);
      },
    };
  };
  type Decided = Parameters<Admission['judge']>[1];
  /** Decides when it is told to. */
  const patient = () => {
    const asked: { readonly sessionID: string; readonly decided: Decided }[] = [];
    const admission: Admission = {
      refusal: () => null,
      judge: ({ sessionID }, decided) => void asked.push({ sessionID, decided }),
    };
    return { admission, asked };
  };
  const names = (port: { readonly sessions: readonly SessionDriver[] }) =>
    port.sessions.map(({ sessionID }) => sessionID);

  test('makes one for each client whose CompID it has, with numbers of its own', async () => {
    const port = await listening(defaultAcceptorLimits, [], { templates: desks() });
    const seventh = port.connect().receive(logon('DESK7'));
    port.connect().receive(logon('DESK8'));
    expect(names(port)).toEqual(['FIX.4.4:CW->DESK7', 'FIX.4.4:CW->DESK8']);
    expect(port.sessions.map(({ state }) => state.phase)).toEqual(['LoggedOn', 'LoggedOn']);
    expect(shown(seventh.written[0] ?? raw(''))).toContain('|49=CW|56=DESK7|34=1|');
    seventh.events?.closed('gone');
    // It is there again for the client that comes back: no other is made.
    port.connect().receive(whole('35=A|49=DESK7|56=CW|34=2|52=20261121-12:00:00|98=0|108=30|'));
    expect(port.sessions[0]?.state).toMatchObject({ phase: 'LoggedOn', nextInMsgSeqNum: 3 });
    expect(names(port)).toHaveLength(2);
  });

  test('never takes a client whose session was agreed by itself', async () => {
    const port = await listening(defaultAcceptorLimits, [session('DESK7')], { templates: desks() });
    port.connect().receive(logon('DESK7'));
    expect(names(port)).toEqual(['FIX.4.4:CW->DESK7']);
  });

  test('makes no more than it may', async () => {
    const port = await listening(defaultAcceptorLimits, [], { templates: desks() });
    for (const client of ['DESK1', 'DESK2']) port.connect().receive(logon(client));
    const third = port.connect().receive(logon('DESK3'));
    expect(third.isDestroyed).toBe(true);
    expect(third.written).toEqual([]);
    expect(logs).toEqual(['there are two']);
    expect(names(port)).toHaveLength(2);
  });

  test.each([
    ['denied', { type: 'Denied', text: 'not accepted' } as const, 'not accepted'],
    ['refused', { type: 'Refused', reason: 'too many' } as const, 'too many'],
  ])('makes none for a client that is %s: it is closed unanswered', async (_, verdict, reason) => {
    const { admission, asked } = patient();
    const port = await listening(defaultAcceptorLimits, [], { templates: desks(), admission });
    const connection = port.connect().receive(logon('DESK7'));
    expect(asked.map(({ sessionID }) => sessionID)).toEqual(['FIX.4.4:CW->DESK7']);
    asked[0]?.decided(verdict);
    expect(connection.isDestroyed).toBe(true);
    expect(connection.written).toEqual([]);
    expect(logs).toEqual([reason]);
    expect(names(port)).toEqual([]);
  });

  test('two that come at once under one CompID are one session, and the second is closed', async () => {
    const { admission, asked } = patient();
    const port = await listening(defaultAcceptorLimits, [], { templates: desks(), admission });
    const first = port.connect().receive(logon('DESK7'));
    const second = port.connect().receive(logon('DESK7'));
    for (const { decided } of asked) decided({ type: 'Accepted' });
    expect(names(port)).toEqual(['FIX.4.4:CW->DESK7']);
    expect([first, second].map(({ isDestroyed }) => isDestroyed)).toEqual([false, true]);
    expect(logs).toEqual(['the session is live']);
  });

  test.each([
    ['a CompID that it has not', logon('NOBODY'), 'CompIDs of no session'],
    [
      'a version that it does not speak',
      whole('35=A|', 'FIX.4.2'),
      'a version that no session speaks',
    ],
  ])('%s is closed unanswered', async (_, bytes, reason) => {
    const port = await listening(defaultAcceptorLimits, [], { templates: desks() });
    expect(port.connect().receive(bytes).isDestroyed).toBe(true);
    expect(logs).toEqual([reason]);
  });
});

test('over TCP: an initiator logs on, is heard, and logs off', async () => {
  const network = tcpNetwork();
  const timers: Timers = {
    after(delayMs, fire) {
      const timer = setTimeout(fire, delayMs);
      return { cancel: () => clearTimeout(timer) };
    },
    every: () => ({ cancel() {} }),
  };
  const acceptor = session('ACME');
  const limits = { ...defaultAcceptorLimits, logonTimeoutMs: 1000 };
  const address = { host: '127.0.0.1', port: 0 };
  const listener = await accept({
    network,
    timers,
    log,
    address,
    sessions: new SessionDirectory([acceptor]),
    limits,
  });
  const client = session('ACME', 'Initiator');
  const initiator = initiate({
    network,
    timers,
    log,
    address: { ...address, port: listener.port },
    session: client,
  });
  const until = async (holds: () => boolean) => {
    for (let turn = 0; turn < 500 && !holds(); turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(holds()).toBe(true);
  };
  await until(() => client.state.phase === 'LoggedOn' && acceptor.state.phase === 'LoggedOn');
  initiator.close('done');
  await until(() => !client.isConnected && !acceptor.isConnected);
  expect(acceptor.state.nextInMsgSeqNum).toBe(3);
  listener.close('test is over');
});

test('what lay unread while the process stood still is read before its silence is judged', async () => {
  let now = noon as EpochNs;
  const acceptor = session('ACME', 'Acceptor', () => now);
  const timers: Timers = {
    after(delayMs, fire) {
      const timer = setTimeout(fire, delayMs);
      return { cancel: () => clearTimeout(timer) };
    },
    every(everyMs, fire) {
      const timer = setInterval(fire, everyMs);
      return { cancel: () => clearInterval(timer) };
    },
  };
  const limits = { ...defaultAcceptorLimits, logonTimeoutMs: 1_000, tickMs: 20 };
  const address = { host: '127.0.0.1', port: 0 };
  const network = tcpNetwork();
  const soon = (run: () => void) => void setImmediate(run);
  const sessions = [acceptor];
  const listener = await accept({
    network,
    timers,
    soon,
    log,
    address,
    sessions: new SessionDirectory(sessions),
    limits,
  });
  let heard = '';
  const peer = createConnection(listener.port, '127.0.0.1', () => peer.write(logon('ACME')));
  peer.on('data', (bytes) => void (heard += bytes.toString('latin1')));
  const until = async (holds: () => boolean) => {
    for (let turn = 0; turn < 500 && !holds(); turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(holds()).toBe(true);
  };
  try {
    await until(() => heard.includes('\u000135=A\u0001'));
    // Among the timers: those that are due by then come next, and then the sockets.
    await new Promise((resolve) => setTimeout(resolve, 0));
    peer.write(whole('35=0|49=ACME|56=CW|34=2|52=20261121-12:00:00|'));
    now = (now + 37_000_000_000n) as EpochNs; // The interval, a fifth of it, and a second.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    await until(() => acceptor.state.nextInMsgSeqNum === 3);
    await new Promise((resolve) => setTimeout(resolve, 60)); // Three ticks.
    expect(heard).not.toContain('\u000135=1\u0001');
    expect(acceptor.state.phase).toBe('LoggedOn');
  } finally {
    peer.destroy();
    listener.close('test is over');
  }
});
