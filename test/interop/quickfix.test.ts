// QuickFIX C++, which we did not write, trades through the real gateway on the simulated exchange. What it
// is told agrees with itself and with the exchange's ledger, and it rejects none of our messages.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ExecType, MsgType, OrdStatus, Tag } from '../../spec/dictionaries/index.ts';
import { type Cable, layCable } from '../counterparties/cable.ts';
import type { ClientProcess, Message } from '../counterparties/client.ts';
import {
  type OrderTold,
  auditReports,
  exact,
  fillsBooked,
  fillsTold,
  isFinal,
  ledgerOf,
} from '../counterparties/evidence.ts';
import { buildQuickFix, startQuickFix } from '../counterparties/quickfix.ts';
import { type Rig, sleep, startRig } from '../counterparties/rig.ts';

const quickfix = buildQuickFix();
if (quickfix.type === 'Absent') {
  process.stderr.write(`QuickFIX's interoperability tests are skipped: ${quickfix.why}\n`);
} else if (quickfix.dictionaries === null) {
  process.stderr.write('QuickFIX has no dictionaries here: it does not validate our messages\n');
}
const run = quickfix.type === 'Absent' ? describe.skip : describe;

const SESSIONS = ['PROBE', 'LIFE', 'LOAD', 'WIRE', 'RESET', 'BEAT', 'CRASH'] as const;
type SessionName = (typeof SESSIONS)[number];

const REPLACE_REQUEST = '2'; // CxlRejResponseTo(434) of an OrderCancelReplaceRequest.

let folder: string;
let rig: Rig;

/** Every client ever started, with what it was told. */
const clients: { readonly name: SessionName; readonly client: ClientProcess }[] = [];

const cables: Cable[] = [];

async function cableTo(port: number): Promise<Cable> {
  const cable = await layCable(port);
  cables.push(cable);
  return cable;
}

beforeAll(async () => {
  if (quickfix.type === 'Absent') return;
  folder = mkdtempSync(join(tmpdir(), 'causeway-quickfix-'));
  rig = await startRig({
    folder,
    seed: Number(process.env['SEED'] ?? 1),
    sessions: SESSIONS.map((id) => ({ id, accounts: [`${id}-1`] })),
    exchangeArguments: ['--no-participants'],
    config: { risk: RISK },
  });
  for (const base of ['BTC', 'ETH', 'SOL']) await quote(`${base}USDT`);
  await rig.startGateway();
  await rig.healthy();
  await marketsAreLive();
}, 60_000);

afterAll(async () => {
  for (const { client } of clients) await client.close();
  for (const cable of cables) await cable.close();
  await rig?.close();
  const keeps = process.env['KEEP'] !== undefined; // KEEP=1 leaves logs and journal to look at.
  if (folder !== undefined && !keeps) rmSync(folder, { recursive: true, force: true });
}, 30_000);

/** The book stands still for minutes here. */
const RISK = {
  marketCollarBps: 300,
  staleBookMs: 600_000,
  inDoubtBoundMs: 30_000,
  firm: { maxOrderNotional: '1000000 USDT', priceCollarBps: 5_000 },
};

/** Others bid 1000 at 99 and ask 1000 at 101 and 102; ours at 100 are the first that a trade meets. */
async function quote(symbol: string): Promise<void> {
  await rig.control('POST', '/control/book', {
    symbol,
    bids: [['99.00', '1000']],
    asks: [
      ['101.00', '1000'],
      ['102.00', '1000'],
    ],
  });
}

/** Venue and books are joined apart: asks with orders that cannot be filled until none is refused. */
async function marketsAreLive(): Promise<void> {
  const client = await logOn('PROBE');
  for (const base of ['BTC', 'ETH', 'SOL']) {
    for (let tries = 0; ; tries += 1) {
      const from = client.received.length;
      const [clOrdID, symbol] = [`${base} ${probes}`, `${base}/USDT`];
      probes += 1;
      const terms = { [Tag.TimeInForce]: '4', [Tag.OrderQty]: '5', [Tag.Price]: '90' };
      enter(client, clOrdID, { ...terms, [Tag.Symbol]: symbol });
      const answer = await client.receive(
        'an answer to the probe',
        (message) => message.get(Tag.ClOrdID) === clOrdID,
        from,
      );
      if (answer.get(Tag.ExecType) !== ExecType.Rejected) break;
      if (tries === 100) throw new Error(`${symbol}: ${answer.get(Tag.Text)}`);
      await sleep(50);
    }
  }
  await client.close();
}

let probes = 0;

/** Another participant takes what there is at that price. */
async function others(side: 'BUY' | 'SELL', symbol: string, quantity: string, price: string) {
  await rig.control('POST', '/control/trade', { symbol, side, quantity, price });
}

interface Joining {
  readonly port?: number;
  readonly heartBtInt?: number;
  readonly resetOnLogon?: boolean;
  readonly password?: string;
}

/** Starts a client without waiting for its logon. */
function connect(name: SessionName, options: Joining = {}): ClientProcess {
  if (quickfix.type === 'Absent') throw new Error(quickfix.why);
  const client = startQuickFix({
    program: quickfix,
    folder: join(folder, name),
    senderCompID: name,
    port: rig.fixPort,
    ...options,
  });
  clients.push({ name, client });
  return client;
}

async function logOn(name: SessionName, options: Joining = {}): Promise<ClientProcess> {
  const client = connect(name, options);
  await client.until('logon', () => client.isLoggedOn);
  return client;
}

const ETH = { [Tag.Symbol]: 'ETH/USDT', [Tag.Side]: '1' };
const RESTING = {
  ...ETH,
  [Tag.OrderQty]: '3',
  [Tag.OrdType]: '2',
  [Tag.Price]: '100',
  [Tag.TimeInForce]: '1',
};

function enter(
  client: ClientProcess,
  clOrdID: string,
  terms: Readonly<Record<number, string>> = {},
) {
  client.send(MsgType.NewOrderSingle, { [Tag.ClOrdID]: clOrdID, ...RESTING, ...terms });
}

function cancel(client: ClientProcess, clOrdID: string, origClOrdID: string): void {
  const terms = { ...ETH, [Tag.OrderQty]: '3' };
  client.send(MsgType.OrderCancelRequest, {
    [Tag.ClOrdID]: clOrdID,
    [Tag.OrigClOrdID]: origClOrdID,
    ...terms,
  });
}

function replace(
  client: ClientProcess,
  clOrdID: string,
  terms: Readonly<Record<number, string>>,
): void {
  const all = { ...RESTING, [Tag.ClOrdID]: clOrdID, ...terms };
  client.send(MsgType.OrderCancelReplaceRequest, all);
}

/** The next report on that ClOrdID with that ExecType. */
function reported(
  client: ClientProcess,
  clOrdID: string,
  execType: string,
  from = 0,
): Promise<Message> {
  return client.receive(
    `ExecType ${execType} of ${clOrdID}`,
    (message) => message.get(Tag.ClOrdID) === clOrdID && message.get(Tag.ExecType) === execType,
    from,
  );
}

/** The ExecTypes of an order so far. */
function history(client: ClientProcess, clOrdID: string): readonly (string | undefined)[] {
  return client.received
    .filter((message) => message.get(Tag.ClOrdID) === clOrdID)
    .map((message) => message.get(Tag.ExecType));
}

function figures(message: Message): readonly (string | undefined)[] {
  return [Tag.OrdStatus, Tag.CumQty, Tag.LeavesQty].map((tag) => message.get(tag));
}

function messagesOf(name: SessionName): readonly Message[] {
  return clients.filter((one) => one.name === name).flatMap(({ client }) => client.received);
}

function told(name: SessionName): readonly OrderTold[] {
  return [...auditReports({ client: name, received: messagesOf(name) }).values()];
}

async function ledger() {
  return ledgerOf(await rig.control('GET', '/control/ledger'));
}

/** All that clients were told, and all that the exchange has booked: the same fills, figure for figure. */
async function expectLedgerAgrees(): Promise<void> {
  const accounts = SESSIONS.map((client) => ({ client, received: messagesOf(client) }));
  const all = () => fillsTold(SESSIONS.map((client) => ({ client, received: messagesOf(client) })));
  for (let tries = 0; tries < 100; tries += 1) {
    if (all().length >= (await ledger()).trades.length) break;
    await sleep(50);
  }
  for (const account of accounts)
    auditReports({ ...account, received: messagesOf(account.client) });
  expect(all()).toEqual(fillsBooked(await ledger()));
}

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

/** Cancels what is open, and again what turns up open, until every order was reported final. */
async function endAll(client: ClientProcess, name: SessionName): Promise<void> {
  const asked = new Set<string>();
  const open = () => told(name).filter(({ ordStatus }) => !isFinal(ordStatus));
  for (const until = Date.now() + 20_000; open().length > 0; ) {
    for (const { clOrdID, symbol, side } of open()) {
      if (asked.has(clOrdID)) continue;
      asked.add(clOrdID);
      client.send(MsgType.OrderCancelRequest, {
        [Tag.ClOrdID]: `end ${clOrdID}`,
        [Tag.OrigClOrdID]: clOrdID,
        [Tag.Symbol]: symbol,
        [Tag.Side]: side,
        [Tag.OrderQty]: '1',
      });
      asked.add(`end ${clOrdID}`);
    }
    if (Date.now() > until)
      throw new Error(
        `still open: ${open()
          .map(({ clOrdID }) => clOrdID)
          .join(', ')}`,
      );
    await sleep(100);
  }
}

/** Settles when all that either side has sent so far has arrived, gaps included. */
async function synchronised(client: ClientProcess): Promise<void> {
  for (const round of ['one', 'two']) {
    const from = client.received.length;
    const testReqID = `${round} ${from}`;
    client.send(MsgType.TestRequest, { [Tag.TestReqID]: testReqID });
    const isAnswer = (message: Message) => message.get(Tag.TestReqID) === testReqID;
    await client.receive('the answer to a test request', isAnswer, from);
  }
}

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
    const rejects = clients
      .flatMap(({ client }) => client.sent)
      .filter(
        (one) =>
          one.get(Tag.MsgType) === MsgType.Reject ||
          one.get(Tag.MsgType) === MsgType.BusinessMessageReject,
      );
    expect(rejects).toEqual([]);
    expect(clients.flatMap(({ client }) => client.received).length).toBeGreaterThan(1_000);
  });
});
