// jspurefix, a second engine that we did not write, trades through the real gateway.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ExecType, MsgType, OrdStatus, Tag } from '../../spec/dictionaries/index.ts';
import { type ClientProcess, type Message, startClient } from '../counterparties/client.ts';
import {
  auditReports,
  fillsBooked,
  fillsTold,
  isFinal,
  ledgerOf,
} from '../counterparties/evidence.ts';
import { type Rig, sleep, startRig } from '../counterparties/rig.ts';

// Installed by `npm install --no-audit --no-fund --prefix test/interop`, next to this file's source.
const packageFile = fileURLToPath(new URL('../../../test/interop/package.json', import.meta.url));
const program = fileURLToPath(new URL('jspurefix/client.js', import.meta.url));
const isInstalled = existsSync(join(packageFile, '../node_modules/jspurefix/package.json'));
if (!isInstalled) {
  process.stderr.write(
    'jspurefix is not installed: its interoperability tests are skipped. ' +
      'Install it with: npm install --no-audit --no-fund --prefix test/interop\n',
  );
}
/** It reads its dictionary for a second or two; beside busy neighbours that was 11 s, and once more than 20. */
const STARTS_WITHIN_MS = 90_000;

const run = isInstalled ? describe : describe.skip;

run('jspurefix as a client', () => {
  let folder: string;
  let rig: Rig;
  let client: ClientProcess;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'causeway-jspurefix-'));
    rig = await startRig({
      folder,
      seed: Number(process.env['SEED'] ?? 1),
      sessions: [{ id: 'JSP', accounts: ['A1'] }],
      exchangeArguments: ['--no-participants'],
    });
    const [bids, asks] = [[['99.00', '1000']], [['101.00', '1000']]];
    await rig.control('POST', '/control/book', { symbol: 'ETHUSDT', bids, asks });
    await rig.startGateway();
    await rig.healthy();
    client = startClient({
      command: process.execPath,
      arguments: [program, packageFile, '127.0.0.1', `${rig.fixPort}`, 'JSP', 'JSP-password'],
      logFile: join(folder, 'client.log'),
    });
    await client.until('logon', () => client.isLoggedOn, STARTS_WITHIN_MS);
    await marketIsLive();
  }, 2 * STARTS_WITHIN_MS);

  afterAll(async () => {
    await client?.close();
    await rig?.close();
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  const RESTING = {
    [Tag.Symbol]: 'ETH/USDT',
    [Tag.Side]: '1',
    [Tag.OrderQty]: '3',
    [Tag.OrdType]: '2',
    [Tag.Price]: '100.5',
    [Tag.TimeInForce]: '1',
  };

  function enter(clOrdID: string, terms: Readonly<Record<number, string>> = {}): void {
    client.send(MsgType.NewOrderSingle, { [Tag.ClOrdID]: clOrdID, ...RESTING, ...terms });
  }

  function reported(clOrdID: string, execType: string): Promise<Message> {
    return client.receive(
      `ExecType ${execType} of ${clOrdID}`,
      (message) => message.get(Tag.ClOrdID) === clOrdID && message.get(Tag.ExecType) === execType,
    );
  }

  function figures(message: Message): readonly (string | undefined)[] {
    return [Tag.OrdStatus, Tag.CumQty, Tag.LeavesQty].map((tag) => message.get(tag));
  }

  /** Fill or Kill far from the market, until it is not refused. */
  async function marketIsLive(): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      enter(`probe ${tries}`, { [Tag.TimeInForce]: '4', [Tag.Price]: '90' });
      const answer = await client.receive(
        'an answer to the probe',
        (message) =>
          message.get(Tag.ClOrdID) === `probe ${tries}` &&
          message.get(Tag.ExecType) !== ExecType.New,
      );
      if (answer.get(Tag.ExecType) === ExecType.Canceled) return;
      await sleep(50);
    }
    throw new Error('the market does not come alive');
  }

  test('an order rests, is filled in part, and cancelled', async () => {
    enter('one');
    expect(figures(await reported('one', ExecType.New))).toEqual([OrdStatus.New, '0', '3']);
    const trade = { symbol: 'ETHUSDT', side: 'SELL', quantity: '1.25', price: '100.50' };
    await rig.control('POST', '/control/trade', trade);
    const fill = await reported('one', ExecType.Trade);
    expect(figures(fill)).toEqual([OrdStatus.PartiallyFilled, '1.25', '1.75']);
    expect(fill.get(Tag.LastPx)).toBe('100.5');
    client.send(MsgType.OrderCancelRequest, {
      [Tag.ClOrdID]: 'one cancel',
      [Tag.OrigClOrdID]: 'one',
      [Tag.Symbol]: 'ETH/USDT',
      [Tag.Side]: '1',
      [Tag.OrderQty]: '3',
    });
    const last = await reported('one cancel', ExecType.Canceled);
    expect(figures(last)).toEqual([OrdStatus.Canceled, '1.25', '0']);
  });

  test('a replace moves an order, and takes what it then meets', async () => {
    enter('two');
    await reported('two', ExecType.New);
    client.send(MsgType.OrderCancelReplaceRequest, {
      ...RESTING,
      [Tag.ClOrdID]: 'two 2',
      [Tag.OrigClOrdID]: 'two',
      [Tag.Price]: '101',
    });
    await reported('two 2', ExecType.Replaced);
    expect(figures(await reported('two 2', ExecType.Trade))).toEqual([OrdStatus.Filled, '3', '0']);
  });

  test('rejects are read: an unknown symbol, a cancel of nothing', async () => {
    enter('three', { [Tag.Symbol]: 'DOGE/USDT' });
    expect((await reported('three', ExecType.Rejected)).get(Tag.OrdRejReason)).toBe('1');
    client.send(MsgType.OrderCancelRequest, {
      [Tag.ClOrdID]: 'four',
      [Tag.OrigClOrdID]: 'never sent',
      [Tag.Symbol]: 'ETH/USDT',
      [Tag.Side]: '1',
      [Tag.OrderQty]: '3',
    });
    const refusal = await client.receive(
      'OrderCancelReject',
      (message) => message.get(Tag.MsgType) === MsgType.OrderCancelReject,
    );
    expect(refusal.get(Tag.CxlRejReason)).toBe('1');
  });

  test("it rejects none of our messages, and what it was told is the exchange's ledger", async () => {
    const account = { client: 'JSP', received: client.received };
    const orders = [...auditReports(account).values()];
    expect(orders.filter(({ ordStatus }) => !isFinal(ordStatus))).toEqual([]);
    const ledger = ledgerOf(await rig.control('GET', '/control/ledger'));
    expect(fillsTold([account])).toEqual(fillsBooked(ledger));
    expect(client.sent.filter((one) => one.get(Tag.MsgType) === MsgType.Reject)).toEqual([]);
  });

  test('it logs out, and is answered', async () => {
    client.logout();
    await client.until('logout', () => !client.isLoggedOn);
  });
});
