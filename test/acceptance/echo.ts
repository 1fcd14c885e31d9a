// The acceptor that QuickFIX-style acceptance scripts talk to: our engine with an application that
// echoes. Run: node dist/test/acceptance/echo.js --port 9876

import { fix44, MsgType, Place, Tag, BusinessRejectReason } from '../../spec/dictionaries/index.ts';
import type { Clock, EpochNs, Log, Timers } from '../../spec/ports/index.ts';
import {
  accept,
  type Deliver,
  defaultSessionSettings,
  defaultValidationRules,
  memoryGate,
  memoryStore,
  MessageWriter,
  SessionDriver,
  type SessionApplication,
  type SessionSettings,
  tcpNetwork,
} from '../../gateway/fix/index.ts';

const acceptance: Omit<SessionSettings, 'beginString' | 'targetCompID'> = {
  ...defaultSessionSettings,
  role: 'Acceptor',
  senderCompID: 'ISLD',
  resetOnLogon: true,
  closeAfterLogout: true,
  testReqID: 'TEST', // The scripts compare it.
};

/** The scripts' sessions; further versions are further lines. */
const sessions: readonly SessionSettings[] = [
  { ...acceptance, beginString: 'FIX.4.4', targetCompID: 'TW44' },
  { ...acceptance, beginString: 'FIX.4.4', targetCompID: 'TW' },
  {
    ...acceptance,
    beginString: 'FIX.4.4',
    targetCompID: 'NO_CHECK_FIELDS_HAVE_VALUES',
    validation: { ...defaultValidationRules, checkHasValue: false },
  },
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
      if (!echoed.has(view.msgType)) {
        writer
          .begin(MsgType.BusinessMessageReject)
          .int(Tag.RefSeqNum, msgSeqNum)
          .string(Tag.RefMsgType, view.msgType)
          .int(Tag.BusinessRejectReason, BusinessRejectReason.UnsupportedMessageType)
          .string(Tag.Text, 'Unsupported Message Type');
        session.send(writer.end());
        return;
      }
      const clOrdID = view.string(Tag.ClOrdID);
      if (view.msgType === MsgType.NewOrderSingle && clOrdID !== null) {
        if (possResend && seen.has(clOrdID)) return;
        seen.add(clOrdID);
      }
      session.send(echoOf(writer, view), { possResend });
    },
    loggedOn: () => seen.clear(),
    loggedOff() {},
  };
}

function echoOf(writer: MessageWriter, view: Deliver['view']) {
  writer.begin(view.msgType);
  for (let index = 0; index < view.count; index += 1) {
    if ((view.dictionary.places[view.tagAt(index)] ?? Place.Body) !== Place.Body) continue;
    writer.fields(view.buffer.subarray(view.fieldStartAt(index), view.endAt(index) + 1));
  }
  return writer.end();
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

const portAt = process.argv.indexOf('--port');
const port = portAt < 0 ? 0 : Number(process.argv[portAt + 1]);
const acceptor = await accept({
  network: tcpNetwork(),
  timers,
  log,
  address: { host: '127.0.0.1', port },
  sessions: sessions.map((settings) => {
    const store = memoryStore();
    return new SessionDriver({
      rules: { settings, dictionary: fix44, authenticate: () => true },
      store,
      application: echoApplication(),
      gate: memoryGate(store),
      clock,
      log,
    });
  }),
});
console.log(`listening on 127.0.0.1:${acceptor.port}`);
