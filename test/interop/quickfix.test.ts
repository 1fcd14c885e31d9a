// QuickFIX C++, which we did not write, trades through the real gateway on the simulated exchange. What it
// is told agrees with itself and with the exchange's ledger, and it rejects none of our messages.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ExecType, MsgType, OrdStatus, Tag } from '../../spec/dictionaries/index.ts';
import type { ClientProcess, Message } from '../counterparties/client.ts';
import { isFinal } from '../counterparties/evidence.ts';
import { startQuickFix } from '../counterparties/quickfix.ts';
import { sleep } from '../counterparties/rig.ts';
import {
  ETH,
  RESTING,
  cableTo,
  cancel,
  connect,
  endAll,
  enter,
  expectLedgerAgrees,
  figures,
  folder,
  history,
  ledger,
  logOn,
  others,
  quickfix,
  quote,
  rejects,
  replace,
  reported,
  rig,
  run,
  told,
  useRig,
} from './quickfix-rig.ts';

useRig();
afterAll(() => {
  expect(rejects()).toEqual([]);
});

const REPLACE_REQUEST = '2'; // CxlRejResponseTo(434) of an OrderCancelReplaceRequest.

run('the life of an order, as QuickFIX sees it', () => {
  /** Its book stands still here, so that what the gateway has seen of it is what there is. */
  const BTC = { [Tag.Symbol]: 'BTC/USDT' };
  let client: ClientProcess;
  beforeAll(async () => {
    client = await logOn('LIFE');
  });
  afterAll(async () => {
    client.logout();
    await client.until('logout', () => !client.isLoggedOn);
    await client.close();
  });

  test.each([
    ['Day', '0'],
    ['Good Till Cancel', '1'],
  ])('a limit order, %s, rests with all of it open', async (name, timeInForce) => {
    enter(client, `rest ${name}`, { [Tag.TimeInForce]: timeInForce });
    const report = await reported(client, `rest ${name}`, ExecType.New);
    expect(figures(report)).toEqual([OrdStatus.New, '0', '3']);
    expect(report.get(Tag.TimeInForce)).toBe(timeInForce);
    cancel(client, `rest ${name} cancel`, `rest ${name}`);
    const last = await reported(client, `rest ${name} cancel`, ExecType.Canceled);
    expect(figures(last)).toEqual([OrdStatus.Canceled, '0', '0']);
    expect(last.get(Tag.OrigClOrdID)).toBe(`rest ${name}`);
  });

  test('a partial fill leaves the rest open, a second one ends the order', async () => {
    enter(client, 'partial');
    await reported(client, 'partial', ExecType.New);
    await others('SELL', 'ETHUSDT', '1', '100');
    const first = await reported(client, 'partial', ExecType.Trade);
    expect(figures(first)).toEqual([OrdStatus.PartiallyFilled, '1', '2']);
    await others('SELL', 'ETHUSDT', '2', '100');
    const second = await client.receive(
      'the second fill',
      (message) => message.get(Tag.ClOrdID) === 'partial' && message.get(Tag.LastQty) === '2',
    );
    expect(figures(second)).toEqual([OrdStatus.Filled, '3', '0']);
  });

  test('Immediate or Cancel takes what its limit allows, and what is left is cancelled', async () => {
    enter(client, 'ioc', { [Tag.TimeInForce]: '3', [Tag.Price]: '101', [Tag.OrderQty]: '1001' });
    const last = await reported(client, 'ioc', ExecType.Canceled);
    expect(figures(last)).toEqual([OrdStatus.Canceled, '1000', '0']);
    await quote('ETHUSDT');
  });

  test('Fill or Kill that the book cannot fill is cancelled, and reaches no venue', async () => {
    const { length } = (await ledger()).orders;
    enter(client, 'fok none', {
      [Tag.TimeInForce]: '4',
      [Tag.Price]: '102',
      [Tag.OrderQty]: '3000',
    });
    const last = await reported(client, 'fok none', ExecType.Canceled);
    expect(figures(last)).toEqual([OrdStatus.Canceled, '0', '0']);
    expect((await ledger()).orders).toHaveLength(length);
  });

  test('Fill or Kill that the book can fill is filled whole', async () => {
    enter(client, 'fok', {
      ...BTC,
      [Tag.TimeInForce]: '4',
      [Tag.Price]: '101',
      [Tag.OrderQty]: '2.5',
    });
    const trade = await reported(client, 'fok', ExecType.Trade);
    expect(figures(trade)).toEqual([OrdStatus.Filled, '2.5', '0']);
  });

  test('a market order takes at the prices of the book', async () => {
    const { [Tag.Price]: _, ...terms } = { ...RESTING, ...BTC };
    client.send(MsgType.NewOrderSingle, { ...terms, [Tag.ClOrdID]: 'market', [Tag.OrdType]: '1' });
    const trade = await reported(client, 'market', ExecType.Trade);
    expect(figures(trade)).toEqual([OrdStatus.Filled, '3', '0']);
    expect(trade.get(Tag.LastPx)).toBe('101');
  });

  test('a replace changes price and quantity under the same OrderID', async () => {
    enter(client, 'replace');
    const first = await reported(client, 'replace', ExecType.New);
    replace(client, 'replace 2', {
      [Tag.OrigClOrdID]: 'replace',
      [Tag.OrderQty]: '5',
      [Tag.Price]: '99.5',
    });
    const second = await reported(client, 'replace 2', ExecType.Replaced);
    expect(figures(second)).toEqual([OrdStatus.New, '0', '5']);
    expect(second.get(Tag.Price)).toBe('99.5');
    expect(second.get(Tag.OrderID)).toBe(first.get(Tag.OrderID));
    expect(history(client, 'replace 2')).toEqual([ExecType.PendingReplace, ExecType.Replaced]);
    await others('SELL', 'ETHUSDT', '5', '99.5');
    const trade = await reported(client, 'replace 2', ExecType.Trade);
    expect(figures(trade)).toEqual([OrdStatus.Filled, '5', '0']);
  });

  test('a replace that fills cross keeps every fill, and its quantity counts them', async () => {
    for (let index = 0; index < 20; index += 1) {
      const clOrdID = `cross ${index}`;
      enter(client, clOrdID);
      await reported(client, clOrdID, ExecType.New);
      const traded = others('SELL', 'ETHUSDT', index % 2 === 0 ? '1' : '3', '100');
      replace(client, `${clOrdID} r`, { [Tag.OrigClOrdID]: clOrdID, [Tag.OrderQty]: '5' });
      await traded;
      await client.receive(
        `the answer to ${clOrdID}`,
        (message) =>
          message.get(Tag.ClOrdID) === `${clOrdID} r` &&
          (message.get(Tag.ExecType) === ExecType.Replaced ||
            message.get(Tag.MsgType) === MsgType.OrderCancelReject),
      );
    }
    await endAll(client, 'LIFE');
    await expectLedgerAgrees();
  });

  test('a replace of the side is refused, and the order stays as it is', async () => {
    enter(client, 'side');
    await reported(client, 'side', ExecType.New);
    replace(client, 'side 2', { [Tag.OrigClOrdID]: 'side', [Tag.Side]: '2' });
    const refusal = await client.receive(
      'OrderCancelReject',
      (message) => message.get(Tag.ClOrdID) === 'side 2',
    );
    expect(
      [Tag.MsgType, Tag.CxlRejResponseTo, Tag.OrdStatus].map((tag) => refusal.get(tag)),
    ).toEqual([MsgType.OrderCancelReject, REPLACE_REQUEST, OrdStatus.New]);
    cancel(client, 'side 3', 'side');
    await reported(client, 'side 3', ExecType.Canceled);
  });

  test('cancel and replace of an unknown order are rejected as unknown', async () => {
    cancel(client, 'no 1', 'never sent');
    replace(client, 'no 2', { [Tag.OrigClOrdID]: 'never sent' });
    for (const [clOrdID, responseTo] of [
      ['no 1', '1'],
      ['no 2', REPLACE_REQUEST],
    ] as const) {
      const refusal = await client.receive(
        'OrderCancelReject',
        (message) => message.get(Tag.ClOrdID) === clOrdID,
      );
      expect(refusal.get(Tag.CxlRejResponseTo)).toBe(responseTo);
      expect(refusal.get(Tag.CxlRejReason)).toBe('1');
    }
  });

  test('a cancel of a filled order comes too late', async () => {
    cancel(client, 'late', 'partial');
    const refusal = await client.receive(
      'OrderCancelReject',
      (message) => message.get(Tag.ClOrdID) === 'late',
    );
    expect(refusal.get(Tag.CxlRejReason)).toBe('0');
    expect(refusal.get(Tag.OrdStatus)).toBe(OrdStatus.Filled);
  });

  test('a status request tells the state of an open order, of an ended one, and of none', async () => {
    enter(client, 'status');
    await reported(client, 'status', ExecType.New);
    const ask = async (clOrdID: string) => {
      const from = client.received.length;
      client.send(MsgType.OrderStatusRequest, { ...ETH, [Tag.ClOrdID]: clOrdID });
      return reported(client, clOrdID, ExecType.OrderStatus, from);
    };
    expect(figures(await ask('status'))).toEqual([OrdStatus.New, '0', '3']);
    expect(figures(await ask('partial'))).toEqual([OrdStatus.Filled, '3', '0']);
    const none = await ask('never sent');
    expect(figures(none)).toEqual([OrdStatus.Rejected, '0', '0']);
    expect(none.get(Tag.OrdRejReason)).toBe('5');
    cancel(client, 'status 2', 'status');
    await reported(client, 'status 2', ExecType.Canceled);
  });

  test.each([
    ['an unknown symbol', { [Tag.Symbol]: 'DOGE/USDT' }, '1'],
    ['a quantity off the lot', { [Tag.OrderQty]: '0.00005' }, '13'],
    ['a price off the tick', { [Tag.Price]: '100.005' }, '99'],
    ['a ClOrdID that was used before', { [Tag.ClOrdID]: 'partial' }, '6'],
    ['a stop order', { [Tag.OrdType]: '3', [Tag.StopPx]: '105' }, '11'],
    ['Good Till Date', { [Tag.TimeInForce]: '6', [Tag.ExpireDate]: '20991231' }, '11'],
    ["another desk's account", { [Tag.Account]: 'LOAD-1' }, '15'],
    ['more than the limit', { [Tag.OrderQty]: '9000', [Tag.Price]: '149' }, '3'],
  ])('%s is rejected for that reason, and reaches no venue', async (name, terms, reason) => {
    const { length } = (await ledger()).orders;
    const from = client.received.length;
    enter(client, `reject ${name}`, terms);
    const report = await client.receive(
      'a reject',
      (message) => message.get(Tag.ExecType) === ExecType.Rejected,
      from,
    );
    expect(report.get(Tag.OrdRejReason)).toBe(reason);
    expect(report.get(Tag.Text)).toBeDefined();
    expect((await ledger()).orders).toHaveLength(length);
  });

  test('a limit order without a price is refused with the field that is missing', async () => {
    const { [Tag.Price]: _, ...terms } = RESTING;
    client.send(MsgType.NewOrderSingle, { ...terms, [Tag.ClOrdID]: 'no price' });
    const refusal = await client.receive(
      'BusinessMessageReject',
      (message) => message.get(Tag.MsgType) === MsgType.BusinessMessageReject,
    );
    expect(refusal.get(Tag.BusinessRejectReason)).toBe('5');
    expect(refusal.get(Tag.Text)).toContain('Price(44)');
  });

  test('a message that we do not offer is refused as unsupported', async () => {
    client.send(MsgType.SecurityListRequest, { 320: '1', 559: '4' });
    const refusal = await client.receive(
      'BusinessMessageReject',
      (message) => message.get(Tag.RefMsgType) === MsgType.SecurityListRequest,
    );
    expect(refusal.get(Tag.BusinessRejectReason)).toBe('3');
  });

  test("what it was told of all this is the exchange's ledger", async () => {
    await expectLedgerAgrees();
    expect(told('LIFE').filter(({ ordStatus }) => !isFinal(ordStatus))).toEqual([]);
  });
});

run('the session', () => {
  test('a wrong password is not let in, and is told no more than that', async () => {
    const client = connect('BEAT', { password: 'wrong' });
    await client.until('two attempts', () => {
      return client.sent.filter((one) => one.get(Tag.MsgType) === MsgType.Logon).length >= 2;
    });
    expect(client.logons).toBe(0);
    await client.close();
    rmSync(join(folder, 'BEAT', 'store'), { recursive: true, force: true });
  });

  test('heartbeats flow both ways, and a test request is answered with its id', async () => {
    const client = await logOn('BEAT', { heartBtInt: 1, resetOnLogon: true });
    const beats = (messages: readonly Message[]) =>
      messages.filter((one) => one.get(Tag.MsgType) === MsgType.Heartbeat).length;
    await client.until('two beats each way', () => {
      return beats(client.received) >= 2 && beats(client.sent) >= 2;
    });
    client.send(MsgType.TestRequest, { [Tag.TestReqID]: 'are you there' });
    const answer = await client.receive(
      'the answer',
      (message) => message.get(Tag.TestReqID) === 'are you there',
    );
    expect(answer.get(Tag.MsgType)).toBe(MsgType.Heartbeat);
    expect(client.logons).toBe(1);
    await client.close();
  });

  test('a second connection of the same session is refused, and the first goes on', async () => {
    const client = await logOn('BEAT', { resetOnLogon: true });
    if (quickfix.type === 'Absent') return;
    const second = startQuickFix({
      program: quickfix,
      folder: join(folder, 'BEAT-second'),
      senderCompID: 'BEAT',
      port: rig.fixPort,
    });
    await second.until('an attempt', () => second.sent.length > 0);
    await sleep(500);
    expect(second.logons).toBe(0);
    client.send(MsgType.TestRequest, { [Tag.TestReqID]: 'still here' });
    await client.receive('the answer', (message) => message.get(Tag.TestReqID) === 'still here');
    await second.kill();
    client.logout();
    await client.until('logout', () => !client.isLoggedOn);
    const last = client.received.at(-1);
    expect(last?.get(Tag.MsgType)).toBe(MsgType.Logout);
    await client.close();
  });

  test('ResetSeqNumFlag starts both numbers at 1, and what was missed follows as PossResend', async () => {
    const cable = await cableTo(rig.fixPort);
    const client = await logOn('RESET', { port: cable.port, resetOnLogon: true });
    enter(client, 'reset 1', { [Tag.Symbol]: 'SOL/USDT' });
    await reported(client, 'reset 1', ExecType.New);
    const { logons } = client;
    cable.plugged(false);
    await others('SELL', 'SOLUSDT', '1', '100');
    await sleep(300);
    const from = client.received.length;
    cable.plugged(true);
    await client.until('another logon', () => client.logons > logons && client.isLoggedOn);
    const trade = await reported(client, 'reset 1', ExecType.Trade, from);
    expect(trade.get(Tag.PossResend)).toBe('Y');
    expect(figures(trade)).toEqual([OrdStatus.PartiallyFilled, '1', '2']);
    const logon = client.received.slice(from).find((one) => one.get(Tag.MsgType) === MsgType.Logon);
    expect([logon?.get(Tag.ResetSeqNumFlag), logon?.get(Tag.MsgSeqNum)]).toEqual(['Y', '1']);
    cancel(client, 'reset 2', 'reset 1');
    await reported(client, 'reset 2', ExecType.Canceled);
    await expectLedgerAgrees();
    await client.close();
  });
});
