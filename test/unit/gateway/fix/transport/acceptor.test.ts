import { describe, expect, test } from '@jest/globals';
import { fix44 } from '../../../../../spec/dictionaries/index.ts';
import type {
  EpochNs,
  Log,
  Network,
  Timers,
  Transport,
  TransportEvents,
} from '../../../../../spec/ports/index.ts';
import { defaultSessionSettings } from '../../../../../gateway/fix/session/settings.ts';
import { memoryStore } from '../../../../../gateway/fix/store.ts';
import { accept, defaultAcceptorLimits } from '../../../../../gateway/fix/transport/acceptor.ts';
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
  pause(): void {}
  resume(): void {}
  readonly isPaused = false;

  receive(bytes: Uint8Array): this {
    this.events?.received(bytes);
    return this;
  }
}

function session(targetCompID: string, role: 'Acceptor' | 'Initiator' = 'Acceptor'): SessionDriver {
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
      },
      dictionary: fix44,
      authenticate: () => true,
    },
    store,
    application: { deliver() {}, loggedOn() {}, loggedOff() {} },
    gate: memoryGate(store),
    clock: { now: () => noon as EpochNs },
    log,
  });
}

/** A port whose callers are made by hand, and timers that fire when told. */
async function listening(limits = defaultAcceptorLimits) {
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
  const sessions = [session('ACME'), session('ZENITH')];
  await accept({ network, timers, log, address: { host: '::', port: 9876 }, sessions, limits });
  return {
    sessions,
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
  const listener = await accept({ network, timers, log, address, sessions: [acceptor], limits });
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
