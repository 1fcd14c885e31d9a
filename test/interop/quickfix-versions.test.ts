// QuickFIX C++ as a client in FIX 4.2 and 5.0 SP2, with the standard's dictionaries: what it is told it takes.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ClientProcess, Message } from '../counterparties/client.ts';
import { buildQuickFix, startQuickFix } from '../counterparties/quickfix.ts';
import { type Rig, sleep, startRig } from '../counterparties/rig.ts';

const quickfix = buildQuickFix();
if (quickfix.type === 'Absent')
  process.stderr.write(`QuickFIX's tests of versions are skipped: ${quickfix.why}\n`);
const run = quickfix.type === 'Absent' ? describe.skip : describe;

let folder: string;
let rig: Rig;

beforeAll(async () => {
  if (quickfix.type === 'Absent') return;
  folder = mkdtempSync(join(tmpdir(), 'causeway-quickfix-versions-'));
  rig = await startRig({
    folder,
    seed: Number(process.env['SEED'] ?? 1),
    sessions: [
      { id: 'QF42', accounts: ['A42'], version: { beginString: 'FIX.4.2' } },
      {
        id: 'QF50',
        accounts: ['A50'],
        version: { beginString: 'FIXT.1.1', defaultApplVerID: 'FIX.5.0SP2' },
      },
    ],
    dropCopies: [
      { id: 'RISK42', version: { beginString: 'FIX.4.2' } },
      {
        id: 'RISK50',
        children: true,
        version: { beginString: 'FIXT.1.1', defaultApplVerID: 'FIX.5.0SP2' },
      },
    ],
    exchangeArguments: ['--no-participants'],
    config: {
      risk: {
        marketCollarBps: 300,
        staleBookMs: 600_000,
        inDoubtBoundMs: 30_000,
        firm: { maxOrderNotional: '1000000 USDT', priceCollarBps: 5_000 },
      },
    },
  });
  await rig.control('POST', '/control/book', {
    symbol: 'ETHUSDT',
    bids: [['99.00', '1000']],
    asks: [['101.00', '1000']],
  });
  for (const symbol of ['BTCUSDT', 'SOLUSDT'])
    await rig.control('POST', '/control/book', {
      symbol,
      bids: [['99', '1']],
      asks: [['101', '1']],
    });
  await rig.startGateway();
  await rig.healthy();
}, 60_000);

afterAll(async () => {
  await rig?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}, 30_000);

type Version = 'FIX.4.2' | 'FIX.5.0SP2';

async function logOn(
  senderCompID: string,
  version: Version,
  resetOnLogon = false,
): Promise<ClientProcess> {
  if (quickfix.type === 'Absent') throw new Error(quickfix.why);
  const client = startQuickFix({
    program: quickfix,
    folder: join(folder, senderCompID),
    senderCompID,
    port: rig.fixPort,
    version,
    resetOnLogon,
  });
  await client.until('logon', () => client.isLoggedOn);
  return client;
}

/** HandlInst(21) is required up to FIX 4.3, and allowed later. */
const TERMS = { 55: 'ETH/USDT', 54: '1', 38: '3', 40: '2', 44: '100', 59: '1', 21: '1' };

/** The report on that ClOrdID that says all of these. */
function told(
  client: ClientProcess,
  clOrdID: string,
  says: Readonly<Record<number, string>>,
): Promise<Message> {
  return client.receive(
    `${clOrdID} ${JSON.stringify(says)}`,
    (message) =>
      message.get(11) === clOrdID &&
      Object.entries(says).every(([tag, value]) => message.get(Number(tag)) === value),
  );
}

function others(quantity: string, price: string) {
  return rig.control('POST', '/control/trade', {
    symbol: 'ETHUSDT',
    side: 'SELL',
    quantity,
    price,
  });
}

/** An order that a book which is not live yet refuses is sent again. */
async function enterWhenLive(client: ClientProcess, account: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    client.send('D', { ...TERMS, 11: `probe ${tries}`, 1: account, 59: '3', 44: '90' });
    const answer = await client.receive(
      'a probe’s answer',
      (one) => one.get(11) === `probe ${tries}`,
    );
    if (answer.get(39) !== '8') return;
    await sleep(50);
  }
  throw new Error('the market is not live');
}

interface Spoken {
  readonly version: Version;
  readonly id: string;
  readonly account: string;
  /** What of a fill, and of a whole one, says so. */
  readonly partialFill: Readonly<Record<number, string>>;
  readonly fill: Readonly<Record<number, string>>;
  readonly replaced: Readonly<Record<number, string>>;
}

run.each<Spoken>([
  {
    version: 'FIX.4.2',
    id: 'QF42',
    account: 'A42',
    partialFill: { 20: '0', 150: '1', 39: '1' },
    fill: { 20: '0', 150: '2', 39: '2' },
    replaced: { 20: '0', 150: '5', 39: '5' },
  },
  {
    version: 'FIX.5.0SP2',
    id: 'QF50',
    account: 'A50',
    partialFill: { 150: 'F', 39: '1' },
    fill: { 150: 'F', 39: '2' },
    replaced: { 150: '5', 39: '1' },
  },
])('QuickFIX in $version', ({ version, id, account, partialFill, fill, replaced }) => {
  let client: ClientProcess;
  const spoken: ClientProcess[] = [];

  beforeAll(async () => {
    client = await logOn(id, version);
    spoken.push(client);
    await enterWhenLive(client, account);
  });

  afterAll(async () => {
    await client.close();
  });

  test('an order is filled in part, replaced, and cancelled', async () => {
    client.send('D', { ...TERMS, 11: 'A', 1: account });
    await told(client, 'A', { 150: '0', 39: '0', 151: '3' });
    await others('1', '100');
    await told(client, 'A', { ...partialFill, 32: '1', 31: '100', 14: '1', 151: '2' });
    client.send('G', { ...TERMS, 11: 'B', 41: 'A', 1: account, 38: '5', 44: '99.5' });
    await told(client, 'B', { 41: 'A', 150: 'E', 39: 'E' });
    await told(client, 'B', { 41: 'A', 38: '5', 14: '1', 151: '4', 44: '99.5', ...replaced });
    client.send('F', { 11: 'C', 41: 'B', 55: 'ETH/USDT', 54: '1', 38: '5' });
    await told(client, 'C', { 41: 'B', 150: '6', 39: '6' });
    await told(client, 'C', { 41: 'B', 150: '4', 39: '4', 14: '1', 151: '0' });
  });

  test('an order is filled whole while its client is away, and is told again in the same version', async () => {
    client.send('D', { ...TERMS, 11: 'D', 1: account, 38: '2' });
    await told(client, 'D', { 150: '0' });
    client.logout();
    await client.until('logout', () => !client.isLoggedOn);
    await client.close();
    await others('2', '100');
    await sleep(300);
    client = await logOn(id, version);
    spoken.push(client);
    const again = await told(client, 'D', { ...fill, 32: '2', 14: '2', 151: '0' });
    expect(again.get(43)).toBe('Y');
  });

  test('what it may have missed when it resets its numbers follows in the same version, PossResend(97)=Y', async () => {
    client.send('D', { ...TERMS, 11: 'F', 1: account, 38: '2' });
    await told(client, 'F', { 150: '0' });
    await client.kill();
    await others('2', '100');
    await sleep(300);
    client = await logOn(id, version, true);
    spoken.push(client);
    const again = await told(client, 'F', { ...fill, 32: '2', 14: '2', 151: '0' });
    expect(again.get(97)).toBe('Y');
  });

  test('a cancel that comes too late, and a status of an order that nobody knows', async () => {
    client.send('F', { 11: 'E', 41: 'D', 55: 'ETH/USDT', 54: '1', 38: '2' });
    const reject = await client.receive('a cancel reject', (one) => one.get(35) === '9');
    expect([
      reject.get(11),
      reject.get(41),
      reject.get(39),
      reject.get(434),
      reject.get(102),
    ]).toEqual(['E', 'D', '2', '1', '0']);
    client.send('H', { 11: 'nobody', 55: 'ETH/USDT', 54: '1' });
    await told(client, 'nobody', {
      39: '8',
      103: '5',
      ...(version === 'FIX.4.2' ? { 20: '3' } : { 150: 'I' }),
    });
  });

  test('it has refused nothing of what it was told', () => {
    const refused = spoken
      .flatMap(({ sent }) => sent)
      .filter((one) => ['3', 'j'].includes(one.get(35) ?? ''));
    expect(refused).toEqual([]);
  });
});

run('a drop copy', () => {
  test('FIX 4.2: the client is ClientID(109), and each trade is copied once', async () => {
    const risk = await logOn('RISK42', 'FIX.4.2');
    const copy = await told(risk, 'D', { 20: '0', 150: '2', 109: 'QF42' });
    expect(copy.get(115)).toBe('QF42');
    expect(copy.has(453)).toBe(false);
    expect(risk.sent.filter((one) => one.get(35) === '3')).toEqual([]);
    await risk.close();
  });

  test('FIX 5.0 SP2: children too, with their parents in ClOrdLinkID(583)', async () => {
    const risk = await logOn('RISK50', 'FIX.5.0SP2');
    await told(risk, 'D', { 150: 'F', 797: 'Y', 448: 'QF50', 452: '13' });
    await risk.receive('a child’s trade', (one) => one.has(583) && one.get(150) === 'F');
    expect(risk.sent.filter((one) => one.get(35) === '3')).toEqual([]);
    await risk.close();
  });
});
