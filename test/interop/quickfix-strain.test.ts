// QuickFIX C++ under strain: many orders at once, connections that break, a gateway that is killed. Nothing is lost and
// nothing done twice, and it rejects none of our messages.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ExecType, MsgType, OrdStatus, Tag } from '../../spec/dictionaries/index.ts';
import type { Cable } from '../counterparties/cable.ts';
import type { ClientProcess } from '../counterparties/client.ts';
import { auditReports, exact, isFinal } from '../counterparties/evidence.ts';
import { sleep } from '../counterparties/rig.ts';
import {
  cableTo,
  cancel,
  clients,
  endAll,
  enter,
  expectLedgerAgrees,
  ledger,
  logOn,
  marketsAreLive,
  messagesOf,
  others,
  rejects,
  reported,
  rig,
  run,
  synchronised,
  told,
  useRig,
} from './quickfix-rig.ts';

useRig();

run('many at once', () => {
  const SOL = { [Tag.Symbol]: 'SOL/USDT' };
  let client: ClientProcess;
  beforeAll(async () => {
    client = await logOn('LOAD');
  });
  afterAll(() => client.close());

  test('500 orders are all taken, filled and cancelled, and the ledger agrees', async () => {
    // 500 buys of 1.01 to 6.00, on five prices: 1752.5 in all.
    for (let index = 1; index <= 500; index += 1) {
      const price = `${(1000 - (index % 5)) / 10}`;
      enter(client, `many ${index}`, {
        ...SOL,
        [Tag.OrderQty]: `${(100 + index) / 100}`,
        [Tag.Price]: price,
      });
    }
    await client.until('500 orders are open', () => told('LOAD').length === 500);
    for (let round = 0; round < 10; round += 1) await others('SELL', 'SOLUSDT', '60', '99');
    await endAll(client, 'LOAD');
    await expectLedgerAgrees();
    const cumQty = told('LOAD').reduce((sum, order) => sum + order.cumQty, 0n);
    expect(cumQty).toBe(exact('600'));
    const ids = (await ledger()).orders.map(({ clientOrderId }) => clientOrderId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('100 cancels race a fill: each order ends once, with what was filled', async () => {
    const before = told('LOAD').length;
    for (let index = 0; index < 100; index += 1) {
      enter(client, `race ${index}`, { ...SOL, [Tag.OrderQty]: '2' });
    }
    await client.until('100 orders are open', () => told('LOAD').length === before + 100);
    const trades: Promise<void>[] = [];
    for (let index = 0; index < 100; index += 1) {
      cancel(client, `race ${index} c`, `race ${index}`);
      // All of one order, or half of one.
      trades.push(others('SELL', 'SOLUSDT', index % 2 === 0 ? '2' : '1', '100'));
      if (index % 10 === 9) await Promise.all(trades.splice(0));
    }
    await client.until('100 answers', () => {
      const answered = client.received.filter(
        (message) =>
          /^race \d+ c$/.test(message.get(Tag.ClOrdID) ?? '') &&
          (message.get(Tag.ExecType) === ExecType.Canceled ||
            message.get(Tag.MsgType) === MsgType.OrderCancelReject),
      );
      return answered.length === 100;
    });
    expect(told('LOAD').filter(({ ordStatus }) => !isFinal(ordStatus))).toEqual([]);
    const outcomes = new Set(told('LOAD').map(({ ordStatus }) => ordStatus));
    expect([...outcomes].sort()).toEqual([OrdStatus.Filled, OrdStatus.Canceled]);
    await expectLedgerAgrees();
  });
});

run('a connection that breaks', () => {
  const BTC = { [Tag.Symbol]: 'BTC/USDT', [Tag.OrderQty]: '0.5' };
  let cable: Cable;
  let client: ClientProcess;
  beforeAll(async () => {
    cable = await cableTo(rig.fixPort);
    client = await logOn('WIRE', { port: cable.port });
  });
  afterAll(() => client.close());

  async function loggedOnAgain(logons: number): Promise<void> {
    await client.until('another logon', () => client.logons > logons && client.isLoggedOn);
  }

  test('amid a report: QuickFIX asks for what it missed, and gets each report once', async () => {
    const { logons } = client;
    cable.cutAfter(5_000); // About the 25th report, in its middle.
    for (let index = 0; index < 100; index += 1) enter(client, `cut ${index}`, BTC);
    await loggedOnAgain(logons);
    await client.until('100 orders are reported', () => told('WIRE').length === 100);
    const requests = client.sent.filter((one) => one.get(Tag.MsgType) === MsgType.ResendRequest);
    expect(requests.length).toBeGreaterThan(0);
    await others('SELL', 'BTCUSDT', '25', '100');
    await client.until(
      '50 are filled',
      () => told('WIRE').filter(({ ordStatus }) => ordStatus === OrdStatus.Filled).length === 50,
    );
    await expectLedgerAgrees();
  });

  test('while it sends: the gateway asks, and each order is executed once', async () => {
    const { logons } = client;
    const before = told('WIRE').length;
    cable.plugged(false);
    for (let index = 0; index < 20; index += 1) enter(client, `gap ${index}`, BTC);
    await sleep(200);
    cable.plugged(true);
    await loggedOnAgain(logons);
    await client.until('20 orders are reported', () => told('WIRE').length === before + 20);
    const asked = client.received.filter((one) => one.get(Tag.MsgType) === MsgType.ResendRequest);
    expect(asked.length).toBeGreaterThan(0);
    const open = (await ledger()).orders.filter(
      ({ symbol, status }) => symbol === 'BTCUSDT' && status === 'NEW',
    );
    expect(open).toHaveLength(70);
  });

  test('a ResendRequest for all gives every report again as PossDup, and the rest as gap fill', async () => {
    const from = client.received.length;
    const reports = client.received.filter(
      (one) => one.get(Tag.MsgType) === MsgType.ExecutionReport,
    );
    client.send(MsgType.ResendRequest, { [Tag.BeginSeqNo]: '1', [Tag.EndSeqNo]: '0' });
    client.send(MsgType.TestRequest, { [Tag.TestReqID]: 'after resend' });
    await client.receive(
      'the answer after it',
      (message) => message.get(Tag.TestReqID) === 'after resend',
      from,
    );
    // QuickFIX drops what it already had, and counts on: a new order shows that no number went astray.
    enter(client, 'after resend', BTC);
    await reported(client, 'after resend', ExecType.New);
    expect(reports.length).toBeGreaterThan(0);
    auditReports({ client: 'WIRE', received: messagesOf('WIRE') });
  });

  test('a client that is killed takes up its numbers, and gets what it missed', async () => {
    for (let index = 0; index < 50; index += 1) enter(client, `kill ${index}`, BTC);
    await reported(client, 'kill 10', ExecType.New);
    await client.kill();
    await sleep(300);
    client = await logOn('WIRE', { port: cable.port });
    await synchronised(client);
    await endAll(client, 'WIRE');
    await expectLedgerAgrees();
    const left = (await ledger()).orders.filter(
      ({ symbol, status }) => symbol === 'BTCUSDT' && status === 'NEW',
    );
    expect(left).toEqual([]);
  });
});

run('a gateway that is killed', () => {
  /** How often it is killed; LIVES=6 for more. */
  const lives = Array.from({ length: Number(process.env['LIVES'] ?? 1) }, (_, life) => life);

  test('QuickFIX goes on with its numbers, misses nothing, and nothing is done twice', async () => {
    const client = await logOn('CRASH');
    const BTC = { [Tag.Symbol]: 'BTC/USDT', [Tag.OrderQty]: '0.5' };
    for (const life of lives) {
      const { logons } = client;
      for (let index = 0; index < 60; index += 1) enter(client, `life ${life} ${index}`, BTC);
      await reported(client, `life ${life} 5`, ExecType.New);
      await others('SELL', 'BTCUSDT', '10', '100');
      await rig.killGateway();
      await rig.startGateway();
      await client.until('another logon', () => client.logons > logons && client.isLoggedOn);
      await rig.healthy();
      await marketsAreLive();
    }
    await client.until('all are answered', () => {
      const answered = new Set(messagesOf('CRASH').map((message) => message.get(Tag.ClOrdID)));
      return lives.every((life) =>
        Array.from({ length: 60 }, (_, index) => `life ${life} ${index}`).every((id) =>
          answered.has(id),
        ),
      );
    });
    await endAll(client, 'CRASH');
    await expectLedgerAgrees();
    const { orders } = await ledger();
    expect(orders.filter(({ status }) => status === 'NEW')).toEqual([]);
    await client.close();
  }, 120_000);
});

run("QuickFIX's own dictionary", () => {
  test('rejects none of our messages', () => {
    expect(rejects()).toEqual([]);
    expect(clients.flatMap(({ client }) => client.received).length).toBeGreaterThan(1_000);
  });
});
