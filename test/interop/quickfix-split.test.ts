// QuickFIX C++, which we did not write, sends one order to a desk over two exchanges and two pools. It comes back as
// one order with the fills of all four, and those are what the exchanges' ledgers and the chain's own logs have.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ExecType, MsgType, OrdStatus, Tag } from '../../spec/dictionaries/index.ts';
import type { ClientProcess, Message } from '../counterparties/client.ts';
import { auditReports, exact, isFinal } from '../counterparties/evidence.ts';
import { buildQuickFix, startQuickFix } from '../counterparties/quickfix.ts';
import { type Rig, sleep, startRig } from '../counterparties/rig.ts';
import { ledgerOf } from '../crash/kill/ledgers.ts';
import { isNodeInstalled } from '../sandbox/chain/node.ts';

const quickfix = buildQuickFix();
const isHere = quickfix.type !== 'Absent' && isNodeInstalled();
if (!isHere) process.stderr.write('skipped: no QuickFIX, or no node of a chain, here\n');
const run = isHere ? describe : describe.skip;

const EXCHANGES = ['binance', 'kraken'] as const;
const SYMBOLS = { binance: 'ETHUSDT', kraken: 'ETH/USDT' } as const;
/** Little, and below the pools, which began at 3,000. */
const BOOK = { bids: [['2980', '40']], asks: [['2985', '30']] } as const;
const POOLS = ['uniswap-v2', 'uniswap-v3'] as const;
/** A bound on hanging, no claim. */
const PATIENCE_MS = 120_000;

let folder: string;
let rig: Rig;
let client: ClientProcess;

beforeAll(async () => {
  if (quickfix.type === 'Absent' || !isHere) return;
  folder = mkdtempSync(join(tmpdir(), 'causeway-split-'));
  rig = await startRig({
    folder,
    seed: 11,
    sessions: [{ id: 'SPLIT', accounts: ['SPLIT-1'], iocOnChain: true }],
    venues: EXCHANGES,
    chainVenues: POOLS,
    exchangeArguments: ['--common-seed', '7'],
  });
  await rig.startGateway();
  await rig.healthy();
  client = startQuickFix({
    program: quickfix,
    folder: join(folder, 'client'),
    senderCompID: 'SPLIT',
    port: rig.fixPort,
  });
  await client.until('logon', () => client.isLoggedOn);
  // Others' swaps in the same block could move a shallow pool beyond the bound of ours; and at exchanges prices go by the
  // time of day, so that in some minutes the v2 pool was too dear for any part.
  const body = JSON.stringify({ running: false });
  await fetch(`${rig.chain?.control}/control/participants`, { method: 'POST', body });
  for (const venue of EXCHANGES) {
    await rig.controlAt(venue, 'POST', '/control/participants', { running: false });
    await rig.controlAt(venue, 'POST', '/control/book', { symbol: SYMBOLS[venue], ...BOOK });
  }
  await sleep(2_500);
}, PATIENCE_MS);

afterAll(async () => {
  await client?.close();
  await rig?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}, PATIENCE_MS);

/** An execution in words that report and ledger share; of a swap its exact amount, not the rounded price. */
function fillOf(venue: string, qty: string, price: string | null, amount: string | null): string {
  const paid = amount === null ? `at ${exact(price ?? '0')}` : `for ${exact(amount)}`;
  return `${venue} ${exact(qty)} ${paid}`;
}

function told(report: Message): string {
  const venue = report.get(Tag.LastMkt) ?? '?';
  const amount = report.get(Tag.GrossTradeAmt) ?? null;
  return fillOf(venue, report.get(Tag.LastQty) ?? '', report.get(Tag.LastPx) ?? '', amount);
}

/** By the form of an execution's name: Kraken's begin with T, a swap's name its pool. */
function venueOf({ trade }: { readonly trade: string }): string {
  const pool = /^\w+-(v[23]) /.exec(trade)?.[1];
  if (pool !== undefined) return `uniswap-${pool}`;
  return / T[A-Z2-7]{5}-/.test(trade) ? 'kraken' : 'binance';
}

run('an order of QuickFIX over two exchanges and two pools', () => {
  test(
    'comes back as one order, with every fill of all four venues, as those have them',
    async () => {
      const clOrdID = 'over all four';
      client.send(MsgType.NewOrderSingle, {
        [Tag.ClOrdID]: clOrdID,
        [Tag.Account]: 'SPLIT-1',
        [Tag.Symbol]: 'ETH/USDT',
        [Tag.Side]: '1',
        // So much more than the exchanges have that the v3 pool's price moves beyond the 30 bps that a v2 pool takes.
        [Tag.OrderQty]: '220',
        [Tag.OrdType]: '2',
        [Tag.Price]: '3300',
        [Tag.TimeInForce]: '1',
      });
      const ends = () =>
        client.received.filter(
          (message) =>
            message.get(Tag.ClOrdID) === clOrdID && isFinal(message.get(Tag.OrdStatus) ?? ''),
        );
      await client.until('the end of the order', () => ends().length > 0, PATIENCE_MS);
      const [end] = ends();
      const cumQty = exact('220');
      expect([end?.get(Tag.OrdStatus), end?.get(Tag.LeavesQty)]).toEqual([OrdStatus.Filled, '0']);
      const { received } = client;
      const orders = [...auditReports({ client: 'SPLIT', received }).values()];
      expect(orders.map((one) => [one.cumQty, one.leavesQty])).toEqual([[cumQty, 0n]]);
      const fills = received.filter((message) => message.get(Tag.ExecType) === ExecType.Trade);
      const venues = new Set(fills.map((fill) => fill.get(Tag.LastMkt)));
      expect(venues).toEqual(new Set([...EXCHANGES, ...POOLS]));

      const { trades } = await ledgerOf(rig, EXCHANGES);
      const booked = trades.map((one) => fillOf(venueOf(one), one.qty, one.price, one.quoteQty));
      const byText = (a: string, b: string) => a.localeCompare(b);
      expect(fills.map(told).toSorted(byText)).toEqual(booked.toSorted(byText));
      const rejects = client.sent.filter((one) =>
        [MsgType.Reject, MsgType.BusinessMessageReject].some(
          (type) => one.get(Tag.MsgType) === type,
        ),
      );
      expect(rejects).toEqual([]);
    },
    PATIENCE_MS * 2,
  );
});
