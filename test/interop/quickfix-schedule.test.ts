// QuickFIX C++ and our engine keep a day's hours in New York over the night on which its clocks go back, in simulated time:
// as a client of our acceptor, and as the acceptor of our initiator.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  accept,
  type Acceptor,
  defaultSessionSettings,
  initiate,
  type Initiator,
  memoryGate,
  memoryStore,
  MessageWriter,
  scheduleOf,
  SessionDirectory,
  SessionDriver,
  tcpNetwork,
} from '../../gateway/fix/index.ts';
import { realTimers } from '../../gateway/process/real-world.ts';
import { ExecType, fix44, MsgType, Tag } from '../../spec/dictionaries/index.ts';
import type { Log } from '../../spec/ports/index.ts';
import { type ClientProcess, type Message, startClient } from '../counterparties/client.ts';
import { buildQuickFix } from '../counterparties/quickfix.ts';
import { freePort, sleep } from '../counterparties/rig.ts';
import {
  fakeTimeLibrary,
  type SimulatedTime,
  simulatedTime,
} from '../counterparties/simulated-time.ts';

const quickfix = buildQuickFix();
const library = fakeTimeLibrary();
const missing = quickfix.type === 'Absent' ? quickfix.why : library === null ? 'no faketime' : null;
if (missing !== null)
  process.stderr.write(`QuickFIX under a schedule is not tried here: ${missing}\n`);
const run = missing === null ? describe : describe.skip;

const NEW_YORK = 'America/New_York';
/** Open 08:00 to 17:00: on Saturday in summer time, 12:00 to 21:00 UTC; on Sunday not, 13:00 to 22:00. */
const schedule = scheduleOf({
  timeZone: NEW_YORK,
  start: '08:00',
  end: '17:00',
  days: ['Sat', 'Sun'],
  holidays: [],
  resetSequence: true,
});
/** More than a third of the hours that are passed over while a session is on, so that neither side takes it for dead. */
const HEART_BT_INT = 20_000;
const PATIENCE_MS = 10_000;
const silent: Log = { error() {}, warn() {}, info() {}, debug() {} };
const nothing = (): void => undefined;

let folder: string;
let time: SimulatedTime;
let acceptor: Acceptor;
let initiator: Initiator | null = null;
const clients: ClientProcess[] = [];
/** Our initiator's: how often it was logged on, and what it heard of QuickFIX. */
const ours = { logons: 0, isOn: false, reports: 0, driver: null as SessionDriver | null };

interface Wanted {
  readonly role: 'Acceptor' | 'Initiator';
  readonly targetCompID: string;
  readonly application: ConstructorParameters<typeof SessionDriver>[0]['application'];
}

function sessionOf({ role, targetCompID, application }: Wanted): SessionDriver {
  const store = memoryStore();
  return new SessionDriver({
    rules: {
      settings: {
        ...defaultSessionSettings,
        role,
        beginString: 'FIX.4.4',
        senderCompID: 'CAUSEWAY',
        targetCompID,
        heartBtInt: HEART_BT_INT,
        maxHeartBtInt: HEART_BT_INT,
      },
      dictionary: fix44,
      schedule,
      authenticate: () => true,
    },
    store,
    application,
    gate: memoryGate(store),
    clock: time.clock,
    log: silent,
  });
}

/** Answers each message with a News. */
const answering: Wanted['application'] = {
  deliver(_, session) {
    const news = new MessageWriter().begin(MsgType.News).string(Tag.Headline, 'heard');
    session.send(news.int(33, 1).string(Tag.Text, 'yes').end());
  },
  loggedOn: nothing,
  loggedOff: nothing,
};

const listening: Wanted['application'] = {
  deliver({ view }) {
    if (view.string(Tag.ExecType) === ExecType.New) ours.reports += 1;
  },
  loggedOn() {
    ours.logons += 1;
    ours.isOn = true;
  },
  loggedOff() {
    ours.isOn = false;
  },
};

/** QuickFIX under that time, in New York; `terms` are lines of its settings. */
function start(name: string, mode: 'client' | 'acceptor', terms: readonly string[]): ClientProcess {
  if (quickfix.type === 'Absent') throw new Error(quickfix.why);
  const own = join(folder, name);
  mkdirSync(own);
  const settings = join(own, 'settings.cfg');
  const lines = [
    '[DEFAULT]',
    `ConnectionType=${mode === 'client' ? 'initiator' : 'acceptor'}`,
    'ReconnectInterval=1',
    'UseDataDictionary=N',
    'UseLocalTime=Y',
    `FileStorePath=${join(own, 'store')}`,
    `HeartBtInt=${HEART_BT_INT}`,
    ...terms,
    'BeginString=FIX.4.4',
    `SenderCompID=${name}`,
    'TargetCompID=CAUSEWAY',
  ];
  writeFileSync(settings, `${lines.join('\n')}\n`);
  const client = startClient({
    command: 'env',
    arguments: [...time.environment(NEW_YORK), quickfix.file, mode, settings],
    logFile: join(own, 'stderr.log'),
  });
  clients.push(client);
  return client;
}

function connecting(hours: readonly string[]): readonly string[] {
  const to = ['SocketConnectHost=127.0.0.1', `SocketConnectPort=${acceptor.port}`];
  return [...to, ...hours, '[SESSION]'];
}

/** A client without hours of its own: what its Logon is told. */
async function refusal(name: string): Promise<Message> {
  const always = ['StartTime=00:00:00', 'EndTime=00:00:00', 'NonStopSession=Y'];
  const client = start(name, 'client', connecting(always));
  const logout = await client.receive('a Logout', (one) => one.get(Tag.MsgType) === MsgType.Logout);
  await client.kill();
  expect(client.logons).toBe(0);
  return logout;
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 20) {
    if (waited > PATIENCE_MS) throw new Error(`${what}: not within ${PATIENCE_MS} ms`);
    await sleep(20);
  }
}

const numbers = (messages: readonly Message[], msgType: string) =>
  messages
    .filter((one) => one.get(Tag.MsgType) === msgType)
    .map((one) => [one.get(Tag.MsgSeqNum), one.get(Tag.ResetSeqNumFlag)]);

/** The client says something, and is answered. Gives the answer's number. */
async function asks(client: ClientProcess): Promise<number> {
  const from = client.received.length;
  client.send(MsgType.News, { [Tag.Headline]: 'here', 33: '1', [Tag.Text]: 'x' });
  const answer = await client.receive(
    'an answer',
    (one) => one.get(Tag.MsgType) === MsgType.News,
    from,
  );
  return Number(answer.get(Tag.MsgSeqNum));
}

async function reported(count: number): Promise<void> {
  const terms = new MessageWriter().begin(MsgType.NewOrderSingle).string(Tag.ClOrdID, `${count}`);
  ours.driver?.send(
    terms
      .string(Tag.Symbol, 'ETH')
      .char(Tag.Side, '1')
      .utcTimestamp(Tag.TransactTime, time.clock.now())
      .int(Tag.OrderQty, 1)
      .char(Tag.OrdType, '1')
      .end(),
  );
  await until('a report', () => ours.reports === count);
}

beforeAll(async () => {
  if (missing !== null || library === null) return;
  folder = mkdtempSync(join(tmpdir(), 'causeway-schedule-'));
  time = simulatedTime(library, folder, '2026-10-31T11:30:00Z');
  acceptor = await accept({
    network: tcpNetwork(),
    timers: realTimers(),
    log: silent,
    address: { host: '127.0.0.1', port: 0 },
    sessions: new SessionDirectory(
      ['EARLY', 'DAY', 'TOO-EARLY'].map((targetCompID) =>
        sessionOf({ role: 'Acceptor', targetCompID, application: answering }),
      ),
    ),
  });
});

afterAll(async () => {
  initiator?.close('done');
  for (const client of clients) await client.kill();
  acceptor?.close('done');
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

run('a day’s hours in New York, over the night on which its clocks go back', () => {
  let day: ClientProcess;

  test('a Logon before the window is refused with a Logout that says when it opens', async () => {
    expect((await refusal('EARLY')).get(Tag.Text)).toBe(
      'the session is closed; it opens: 2026-10-31T08:00-04:00[America/New_York]',
    );
  });

  test('when the window opens both log on, with number 1', async () => {
    // Its own day ends half an hour later, so that it is ours that ends the session.
    day = start('DAY', 'client', connecting(['StartTime=08:00:00', 'EndTime=17:30:00']));
    const port = await freePort();
    const hours = ['StartTime=08:00:00', 'EndTime=17:00:00'];
    start('VENUE', 'acceptor', [`SocketAcceptPort=${port}`, ...hours, '[SESSION]']);
    ours.driver = sessionOf({ role: 'Initiator', targetCompID: 'VENUE', application: listening });
    initiator = initiate({
      network: tcpNetwork(),
      timers: realTimers(),
      log: silent,
      address: { host: '127.0.0.1', port },
      session: ours.driver,
    });
    await sleep(1_200); // Both look at their hours once a second.
    expect([numbers(day.sent, MsgType.Logon), ours.logons]).toEqual([[], 0]);
    time.set('2026-10-31T12:00:01Z');
    await day.until('logon', () => day.isLoggedOn);
    await until('our logon', () => ours.isOn);
    expect(await asks(day)).toBe(2);
    await reported(1);
    expect(numbers(day.received, MsgType.Logon)).toEqual([['1', undefined]]);
  });

  test('hours later both are still on; when the window ends both are logged out', async () => {
    time.set('2026-10-31T20:50:00Z');
    await day.until('a TestRequest is answered', () =>
      day.sent.some((one) => one.get(Tag.MsgType) === MsgType.Heartbeat),
    );
    expect(await asks(day)).toBeGreaterThan(2);
    await reported(2);
    time.set('2026-10-31T20:59:59Z');
    await day.until('logout', () => !day.isLoggedOn);
    await until('our logout', () => !ours.isOn);
    const logout = day.received.find((one) => one.get(Tag.MsgType) === MsgType.Logout);
    expect(logout?.get(Tag.Text)).toBe(
      'the session is closed; it opens: 2026-11-01T08:00-05:00[America/New_York]',
    );
    expect(Number(logout?.get(Tag.MsgSeqNum))).toBeGreaterThan(2);
    expect([day.logons, ours.logons]).toEqual([1, 1]);
  });

  test('in the morning, at an hour that was open a day ago by UTC, it is not yet open', async () => {
    time.set('2026-11-01T12:30:00Z');
    expect((await refusal('TOO-EARLY')).get(Tag.Text)).toBe(
      'the session is closed; it opens: 2026-11-01T08:00-05:00[America/New_York]',
    );
    expect([day.logons, ours.logons]).toEqual([1, 1]);
  });

  test('the next window begins both numbers again, with no ResetSeqNumFlag', async () => {
    const sent = day.sent.length;
    const received = day.received.length;
    time.set('2026-11-01T13:00:01Z');
    await day.until('logon', () => day.isLoggedOn);
    await until('our logon', () => ours.isOn);
    expect(numbers(day.sent.slice(sent), MsgType.Logon)).toEqual([['1', undefined]]);
    expect(numbers(day.received.slice(received), MsgType.Logon)).toEqual([['1', undefined]]);
    expect(await asks(day)).toBe(2);
    await reported(3);
    expect(ours.driver?.state).toMatchObject({ nextInMsgSeqNum: 3, nextOutMsgSeqNum: 3 });
  });
});
