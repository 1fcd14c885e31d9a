// The acceptor that QuickFIX-style acceptance scripts talk to: our engine with an application that
// echoes. Run: node dist/test/acceptance/echo.js --port 9876 [--store FOLDER] [--verbose]
//
// With a store it goes on with its numbers when it is started again, and sends again what it sent before; without one each Logon
// begins at 1, as the scripts expect.

import {
  BusinessRejectReason,
  dictionaryOf,
  type FixVersion,
  MsgType,
  Place,
  SessionRejectReason,
  Tag,
} from '../../spec/dictionaries/index.ts';
import type { Clock, EpochNs, Log, Timers } from '../../spec/ports/index.ts';
import {
  SessionDirectory,
  accept,
  diskStore,
  type DurabilityGate,
  type Deliver,
  defaultSessionSettings,
  defaultValidationRules,
  memoryGate,
  memoryStore,
  MessageWriter,
  routeBack,
  SessionDriver,
  type SessionApplication,
  type SessionSettings,
  type SessionStore,
  storeGate,
  storeTables,
  tcpNetwork,
} from '../../gateway/fix/index.ts';
import { openLmdbDisk } from '../../gateway/journal/index.ts';

interface EchoSession {
  readonly version: FixVersion;
  readonly settings: SessionSettings;
}

function option(name: string): string | null {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
}

const folder = option('--store');

/** FIX 4.0 and 4.1 know no fractions of a second. */
const WHOLE_SECONDS: ReadonlySet<FixVersion> = new Set(['FIX.4.0', 'FIX.4.1']);

function sessionOf(
  targetCompID: string,
  version: FixVersion,
  further: Partial<SessionSettings> = {},
): EchoSession {
  const settings: SessionSettings = {
    ...defaultSessionSettings,
    role: 'Acceptor',
    beginString: dictionaryOf(version).beginString,
    senderCompID: 'ISLD',
    targetCompID,
    timePrecision: WHOLE_SECONDS.has(version) ? 0 : 3,
    resetOnLogon: folder === null,
    closeAfterLogout: true,
    testReqID: 'TEST', // The scripts compare it.
    minHeartBtInt: 0, // From the peer, whatever it is.
    maxHeartBtInt: 86_400,
    ...further,
  };
  return { version, settings };
}

/** The scripts' sessions. */
const sessions: readonly EchoSession[] = [
  sessionOf('TW40', 'FIX.4.0'),
  sessionOf('TW41', 'FIX.4.1'),
  sessionOf('TW42', 'FIX.4.2'),
  sessionOf('TW43', 'FIX.4.3'),
  sessionOf('TW44', 'FIX.4.4'),
  sessionOf('TW50', 'FIX.5.0'),
  sessionOf('TW50SP1', 'FIX.5.0SP1'),
  sessionOf('TW50SP2', 'FIX.5.0SP2'),
  sessionOf('TW', 'FIX.4.4'),
  sessionOf('NO_CHECK_FIELDS_HAVE_VALUES', 'FIX.4.4', {
    validation: { ...defaultValidationRules, checkHasValue: false },
  }),
];

const echoed: ReadonlySet<string> = new Set([
  MsgType.NewOrderSingle,
  MsgType.SecurityDefinition,
  MsgType.Email,
]);

function echoApplication(): SessionApplication {
  const writer = new MessageWriter();
  const seen = new Set<string>();
  return {
    deliver({ view, msgSeqNum, possResend }, session) {
      if (view.msgType === MsgType.Reject) return;
      if (!echoed.has(view.msgType)) return refuse(writer, { view, msgSeqNum }, session);
      const clOrdID = view.string(Tag.ClOrdID);
      if (view.msgType === MsgType.NewOrderSingle && clOrdID !== null) {
        if (possResend && seen.has(clOrdID)) return;
        seen.add(clOrdID);
      }
      session.send(echoOf(writer, view), { headerFields: furtherHeaderOf(view) });
    },
    loggedOn: () => seen.clear(),
    loggedOff() {},
  };
}

/** BusinessMessageReject is in FIX 4.2 and later. */
function refuse(
  writer: MessageWriter,
  { view, msgSeqNum }: Pick<Deliver, 'view' | 'msgSeqNum'>,
  session: SessionDriver,
): void {
  const text = 'Unsupported Message Type';
  if (!view.dictionary.messages.has(MsgType.BusinessMessageReject)) {
    return session.reject({
      refSeqNum: msgSeqNum,
      refMsgType: view.msgType,
      refTagID: null,
      reason: SessionRejectReason.Other,
      text,
      headerFields: routeBack(view),
    });
  }
  writer
    .begin(MsgType.BusinessMessageReject)
    .int(Tag.RefSeqNum, msgSeqNum)
    .string(Tag.RefMsgType, view.msgType)
    .int(Tag.BusinessRejectReason, BusinessRejectReason.UnsupportedMessageType)
    .string(Tag.Text, text);
  // The scripts for FIXT expect it here, though no version has it in this message.
  const { applVerID } = session.rules.dictionary;
  if (applVerID !== null) writer.string(Tag.DefaultApplVerID, applVerID);
  session.send(writer.end());
}

function echoOf(writer: MessageWriter, view: Deliver['view']) {
  writer.begin(view.msgType);
  for (let index = 0; index < view.count; index += 1) {
    if ((view.dictionary.places[view.tagAt(index)] ?? Place.Body) !== Place.Body) continue;
    writer.fields(view.buffer.subarray(view.fieldStartAt(index), view.endAt(index) + 1));
  }
  return writer.end();
}

/** What each side says for itself; the rest of a header is echoed like the body. */
const OWN_HEADER: ReadonlySet<number> = new Set([
  Tag.BeginString,
  Tag.BodyLength,
  Tag.MsgType,
  Tag.SenderCompID,
  Tag.TargetCompID,
  Tag.MsgSeqNum,
  Tag.SendingTime,
  Tag.PossDupFlag,
  Tag.OrigSendingTime,
]);

function furtherHeaderOf(view: Deliver['view']): Uint8Array | null {
  const fields: Uint8Array[] = [];
  for (let index = 0; index < view.count; index += 1) {
    const tag = view.tagAt(index);
    if (view.dictionary.places[tag] !== Place.Header || OWN_HEADER.has(tag)) continue;
    fields.push(view.buffer.slice(view.fieldStartAt(index), view.endAt(index) + 1));
  }
  return fields.length === 0 ? null : Buffer.concat(fields);
}

const clock: Clock = {
  now: () => (BigInt(Date.now()) * 1_000_000n) as EpochNs,
  monotonic: () => process.hrtime.bigint() as ReturnType<Clock['monotonic']>,
};

const timers: Timers = {
  after(delayMs, fire) {
    const timer = setTimeout(fire, delayMs);
    return { cancel: () => clearTimeout(timer) };
  },
  every(periodMs, fire) {
    const timer = setInterval(fire, periodMs);
    return { cancel: () => clearInterval(timer) };
  },
};

const verbose = process.argv.includes('--verbose');
const say = (level: string) => (fields: object, sentence: string) => {
  if (verbose) console.error(level, sentence, JSON.stringify(fields));
};
const log: Log = { error: say('error'), warn: say('warn'), info: say('info'), debug: say('debug') };

interface Keeping {
  readonly store: SessionStore;
  readonly gate: DurabilityGate;
}

/** A store for all sessions, or for each one that forgets with the process. */
function keeping(): () => Keeping {
  if (folder === null)
    return () => {
      const store = memoryStore();
      return { store, gate: memoryGate(store) };
    };
  const tables = Object.values(storeTables);
  const store = diskStore({ disk: openLmdbDisk({ folder, tables, durability: 'fsync' }) });
  const gate = storeGate({ store, soon: setImmediate });
  return () => ({ store, gate });
}

const kept = keeping();
const acceptor = await accept({
  network: tcpNetwork(),
  timers,
  log,
  address: { host: '127.0.0.1', port: Number(option('--port') ?? 0) },
  sessions: new SessionDirectory(
    sessions.map(
      ({ settings, version }) =>
        new SessionDriver({
          rules: { settings, dictionary: dictionaryOf(version), authenticate: () => true },
          ...kept(),
          application: echoApplication(),
          clock,
          log,
        }),
    ),
  ),
});
console.log(`listening on 127.0.0.1:${acceptor.port}`);
