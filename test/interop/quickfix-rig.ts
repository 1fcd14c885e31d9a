// QuickFIX C++ at the real gateway on the simulated exchange: what the files of its tests share.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { ExecType, MsgType, Tag } from '../../spec/dictionaries/index.ts';
import { type Cable, layCable } from '../counterparties/cable.ts';
import type { ClientProcess, Message } from '../counterparties/client.ts';
import {
  type OrderTold,
  auditReports,
  fillsBooked,
  fillsTold,
  isFinal,
  ledgerOf,
} from '../counterparties/evidence.ts';
import { buildQuickFix, startQuickFix } from '../counterparties/quickfix.ts';
import { type Rig, sleep, startRig } from '../counterparties/rig.ts';

export const quickfix = buildQuickFix();

if (quickfix.type === 'Absent') {
  process.stderr.write(`QuickFIX's interoperability tests are skipped: ${quickfix.why}\n`);
} else if (quickfix.dictionaries === null) {
  process.stderr.write('QuickFIX has no dictionaries here: it does not validate our messages\n');
}

/** Skips where there is no QuickFIX. */
export const run: (name: string, tests: () => void) => void =
  quickfix.type === 'Absent' ? describe.skip : describe;

const SESSIONS = ['PROBE', 'LIFE', 'LOAD', 'WIRE', 'RESET', 'BEAT', 'CRASH'] as const;

export type SessionName = (typeof SESSIONS)[number];

export let folder: string;

export let rig: Rig;

/** Every client ever started, with what it was told. */
export const clients: { readonly name: SessionName; readonly client: ClientProcess }[] = [];

const cables: Cable[] = [];

export async function cableTo(port: number): Promise<Cable> {
  const cable = await layCable(port);
  cables.push(cable);
  return cable;
}

/** Exchange and gateway for all tests of a file. To be called once. */
export function useRig(): void {
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
}

/** The book stands still for minutes here. */
const RISK = {
  marketCollarBps: 300,
  staleBookMs: 600_000,
  inDoubtBoundMs: 30_000,
  firm: { maxOrderNotional: '1000000 USDT', priceCollarBps: 5_000 },
};

/** Others bid 1000 at 99 and ask 1000 at 101 and 102; ours at 100 are the first that a trade meets. */
export async function quote(symbol: string): Promise<void> {
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
export async function marketsAreLive(): Promise<void> {
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
export async function others(
  side: 'BUY' | 'SELL',
  symbol: string,
  quantity: string,
  price: string,
) {
  await rig.control('POST', '/control/trade', { symbol, side, quantity, price });
}

interface Joining {
  readonly port?: number;
  readonly heartBtInt?: number;
  readonly resetOnLogon?: boolean;
  readonly password?: string;
}

/** Starts a client without waiting for its logon. */
export function connect(name: SessionName, options: Joining = {}): ClientProcess {
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

export async function logOn(name: SessionName, options: Joining = {}): Promise<ClientProcess> {
  const client = connect(name, options);
  await client.until('logon', () => client.isLoggedOn);
  return client;
}

export const ETH = { [Tag.Symbol]: 'ETH/USDT', [Tag.Side]: '1' };

export const RESTING = {
  ...ETH,
  [Tag.OrderQty]: '3',
  [Tag.OrdType]: '2',
  [Tag.Price]: '100',
  [Tag.TimeInForce]: '1',
};

export function enter(
  client: ClientProcess,
  clOrdID: string,
  terms: Readonly<Record<number, string>> = {},
) {
  client.send(MsgType.NewOrderSingle, { [Tag.ClOrdID]: clOrdID, ...RESTING, ...terms });
}

export function cancel(client: ClientProcess, clOrdID: string, origClOrdID: string): void {
  const terms = { ...ETH, [Tag.OrderQty]: '3' };
  client.send(MsgType.OrderCancelRequest, {
    [Tag.ClOrdID]: clOrdID,
    [Tag.OrigClOrdID]: origClOrdID,
    ...terms,
  });
}

export function replace(
  client: ClientProcess,
  clOrdID: string,
  terms: Readonly<Record<number, string>>,
): void {
  const all = { ...RESTING, [Tag.ClOrdID]: clOrdID, ...terms };
  client.send(MsgType.OrderCancelReplaceRequest, all);
}

/** The next report on that ClOrdID with that ExecType. */
export function reported(
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
export function history(client: ClientProcess, clOrdID: string): readonly (string | undefined)[] {
  return client.received
    .filter((message) => message.get(Tag.ClOrdID) === clOrdID)
    .map((message) => message.get(Tag.ExecType));
}

export function figures(message: Message): readonly (string | undefined)[] {
  return [Tag.OrdStatus, Tag.CumQty, Tag.LeavesQty].map((tag) => message.get(tag));
}

export function messagesOf(name: SessionName): readonly Message[] {
  return clients.filter((one) => one.name === name).flatMap(({ client }) => client.received);
}

export function told(name: SessionName): readonly OrderTold[] {
  return [...auditReports({ client: name, received: messagesOf(name) }).values()];
}

export async function ledger() {
  return ledgerOf(await rig.control('GET', '/control/ledger'));
}

/** All that clients were told, and all that the exchange has booked: the same fills, figure for figure. */
export async function expectLedgerAgrees(): Promise<void> {
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

/** Cancels what is open, and again what turns up open, until every order was reported final. */
export async function endAll(client: ClientProcess, name: SessionName): Promise<void> {
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
export async function synchronised(client: ClientProcess): Promise<void> {
  for (const round of ['one', 'two']) {
    const from = client.received.length;
    const testReqID = `${round} ${from}`;
    client.send(MsgType.TestRequest, { [Tag.TestReqID]: testReqID });
    const isAnswer = (message: Message) => message.get(Tag.TestReqID) === testReqID;
    await client.receive('the answer to a test request', isAnswer, from);
  }
}

/** What the clients have rejected of our messages, by QuickFIX's own dictionary. */
export function rejects(): readonly Message[] {
  return clients
    .flatMap(({ client }) => client.sent)
    .filter(
      (one) =>
        one.get(Tag.MsgType) === MsgType.Reject ||
        one.get(Tag.MsgType) === MsgType.BusinessMessageReject,
    );
}
