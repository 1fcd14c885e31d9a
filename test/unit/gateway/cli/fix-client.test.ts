// One order against desks that misbehave: our own acceptor, with an application that a test writes.

import { afterEach, describe, expect, test } from '@jest/globals';
import { fix44, MsgType, Tag } from '../../../../spec/dictionaries/index.ts';
import type { Log } from '../../../../spec/ports/index.ts';
import { asPrice, asQty, ONE } from '../../../../spec/units/index.ts';
import {
  SessionDirectory,
  accept,
  type Acceptor,
  type Deliver,
  defaultSessionSettings,
  memoryGate,
  memoryStore,
  MessageWriter,
  SessionDriver,
  tcpNetwork,
} from '../../../../gateway/fix/index.ts';
import { type Outcome, sendOverFix, type Staying } from '../../../../gateway/cli/fix-client.ts';
import type { ReportLine } from '../../../../gateway/cli/fix-messages.ts';
import { realClock, realTimers } from '../../../../gateway/process/index.ts';

const clock = realClock();
const timers = realTimers();
const silent: Log = { error: nothing, warn: nothing, info: nothing, debug: nothing };
const acceptors: Acceptor[] = [];

function nothing(): void {
  return undefined;
}

afterEach(() => {
  for (const acceptor of acceptors.splice(0)) acceptor.close('over');
});

type Behaviour = (message: Deliver, desk: SessionDriver, cut: () => void) => void;

/** A desk that does as told with what it gets; its port. */
async function deskThat(behave: Behaviour): Promise<number> {
  const store = memoryStore();
  let cut: () => void = nothing;
  const network = tcpNetwork();
  const driver: SessionDriver = new SessionDriver({
    rules: {
      settings: {
        ...defaultSessionSettings,
        role: 'Acceptor',
        beginString: 'FIX.4.4',
        senderCompID: 'CAUSEWAY',
        targetCompID: 'CLI',
      },
      dictionary: fix44,
      authenticate: ({ password }) => password === 'right',
    },
    store,
    gate: memoryGate(store),
    clock,
    log: silent,
    application: {
      deliver: (message, desk) => behave(message, desk, () => cut()),
      loggedOn: nothing,
      loggedOff: nothing,
    },
  });
  const acceptor = await accept({
    network: {
      ...network,
      listen: (address, accepted) =>
        network.listen(address, (transport) => {
          cut = () => transport.destroy();
          return accepted(transport);
        }),
    },
    timers,
    log: silent,
    address: { host: '127.0.0.1', port: 0 },
    sessions: new SessionDirectory([driver]),
  });
  acceptors.push(acceptor);
  return acceptor.port;
}

interface Heard {
  readonly outcome: Outcome;
  readonly reports: readonly ReportLine[];
}

async function send(
  port: number,
  options: Partial<Staying> & { password?: string } = {},
): Promise<Heard> {
  const reports: ReportLine[] = [];
  const { password = 'right', ...staying } = options;
  const outcome = await sendOverFix(
    { clock, timers, network: tcpNetwork() },
    {
      host: '127.0.0.1',
      port,
      beginString: 'FIX.4.4',
      dictionary: fix44,
      senderCompID: 'CLI',
      targetCompID: 'CAUSEWAY',
      heartBtInt: 5,
      username: 'cli',
      tls: null,
      password,
    },
    {
      clOrdID: 'C1',
      account: 'A1',
      symbol: 'BTC/USDT',
      side: 'buy',
      orderQty: asQty(ONE),
      ordType: 'Limit',
      price: asPrice(60_000n * ONE),
      timeInForce: 'GTC',
      directives: { exDestination: null, include: [], exclude: [] },
      amends: null,
      cancelAfterMs: null,
      wait: false,
      ...staying,
    },
    (report) => reports.push(report),
  );
  return { outcome, reports };
}

/** An ExecutionReport by hand: type and status as FIX codes. */
function report(
  desk: SessionDriver,
  clOrdID: string,
  codes: { execType: string; ordStatus: string },
): void {
  desk.send(
    new MessageWriter()
      .begin(MsgType.ExecutionReport)
      .string(Tag.OrderID, 'O1')
      .string(Tag.ClOrdID, clOrdID)
      .string(Tag.ExecID, `E-${clOrdID}-${codes.execType}`)
      .char(Tag.ExecType, codes.execType)
      .char(Tag.OrdStatus, codes.ordStatus)
      .string(Tag.Symbol, 'BTC/USDT')
      .char(Tag.Side, '1')
      .decimal(Tag.LeavesQty, 0n)
      .decimal(Tag.CumQty, 0n)
      .decimal(Tag.AvgPx, 0n)
      .end(),
  );
}

describe('I7: what was sent and not answered is in doubt, never failed', () => {
  test('when the connection breaks behind the order', async () => {
    const { outcome } = await send(await deskThat((_message, _desk, cut) => cut()));
    expect(outcome).toMatchObject({ type: 'InDoubt', last: null });
  });

  test('when the connection breaks behind a report that did not end it', async () => {
    const port = await deskThat((_message, desk, cut) => {
      report(desk, 'C1', { execType: '0', ordStatus: '0' });
      timers.after(50, cut);
    });
    const { outcome } = await send(port, { wait: true });
    expect(outcome).toMatchObject({ type: 'InDoubt', last: { orderID: 'O1' } });
  });
});

describe('what was never sent is not in doubt', () => {
  test('a Logon that is denied', async () => {
    const { outcome } = await send(await deskThat(nothing), { password: 'wrong' });
    expect(outcome.type).toBe('Unreachable');
    expect(JSON.stringify(outcome)).not.toContain('wrong');
  });
});

test("reports of other orders, which an earlier connection may have missed, are not this one's", async () => {
  const port = await deskThat((_message, desk) => {
    report(desk, 'C0', { execType: '4', ordStatus: '4' });
    report(desk, 'C1', { execType: '0', ordStatus: '0' });
  });
  const { outcome, reports } = await send(port);
  expect(outcome.type).toBe('Resting');
  expect(reports.map(({ execID }) => execID)).toEqual(['E-C1-0']);
});

test('a message that the desk refuses as such is a rejection with its text', async () => {
  const port = await deskThat((message, desk) =>
    desk.send(
      new MessageWriter()
        .begin(MsgType.BusinessMessageReject)
        .int(Tag.RefSeqNum, message.msgSeqNum)
        .string(Tag.RefMsgType, 'D')
        .int(Tag.BusinessRejectReason, 4)
        .string(Tag.Text, 'not now')
        .end(),
    ),
  );
  expect((await send(port)).outcome).toEqual({ type: 'Rejected', text: 'not now' });
});

describe('a cancel that is not carried out leaves the order as it is', () => {
  test('refused by OrderCancelReject: it rests', async () => {
    const port = await deskThat((message, desk) => {
      if (message.view.msgType === MsgType.NewOrderSingle) {
        return report(desk, 'C1', { execType: '0', ordStatus: '0' });
      }
      return void desk.send(
        new MessageWriter()
          .begin(MsgType.OrderCancelReject)
          .string(Tag.OrderID, 'O1')
          .string(Tag.ClOrdID, 'C1-C')
          .string(Tag.OrigClOrdID, 'C1')
          .char(Tag.OrdStatus, '0')
          .char(Tag.CxlRejResponseTo, '1')
          .int(Tag.CxlRejReason, 2)
          .string(Tag.Text, 'no')
          .end(),
      );
    });
    const { outcome, reports } = await send(port, { cancelAfterMs: 20 });
    expect(outcome).toMatchObject({ type: 'Resting', last: { orderID: 'O1', execType: 'New' } });
    expect(reports.map(({ execType }) => execType)).toEqual(['New', 'CancelReject']);
  });

  test('refused as a message: that is no rejection of the order', async () => {
    const port = await deskThat((message, desk, cut) => {
      if (message.view.msgType === MsgType.NewOrderSingle) {
        return report(desk, 'C1', { execType: '0', ordStatus: '0' });
      }
      desk.reject({
        refSeqNum: message.msgSeqNum,
        refMsgType: 'F',
        refTagID: 41,
        reason: 5,
        text: 'no',
        headerFields: null,
      });
      timers.after(50, cut);
      return undefined;
    });
    const { outcome } = await send(port, { cancelAfterMs: 20 });
    expect(outcome).toMatchObject({ type: 'InDoubt', last: { execType: 'New' } });
  });
});
