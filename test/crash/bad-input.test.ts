// Bad input over the real socket: each gets its own answer, changes nothing else, and the session lives
// where FIX says so.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Fields, textOf, utc } from '../counterparties/fix-client.ts';
import { type Rig, sleep, startRig } from '../counterparties/rig.ts';
import { newOrder } from './desk.ts';
import { RawPeer } from './raw-peer.ts';

const SOH = '\u0001';
/** A bound on hanging, no claim. */
const PATIENCE_MS = 180_000;
const folder = mkdtempSync(join(tmpdir(), 'causeway-bad-input-'));
/** A session for each test: nothing of one follows into another. */
const PEERS = Array.from({ length: 130 }, (_one, at) => `PEER${at}`);
let rig: Rig;
let nextPeer = 0;
let nextID = 1;

beforeAll(async () => {
  rig = await startRig({
    folder,
    seed: 7,
    sessions: PEERS.map((id) => ({ id, accounts: ['A1'] })),
  });
  await rig.startGateway();
  await rig.healthy();
  const peer = await loggedOn();
  await untilTradable(peer);
  peer.close();
}, PATIENCE_MS);

afterAll(async () => {
  await rig.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

function peerID(): string {
  nextPeer += 1;
  const id = PEERS[nextPeer - 1];
  if (id === undefined) throw new Error('more tests than sessions');
  return id;
}

const loggedOn = (id = peerID()): Promise<RawPeer> => RawPeer.loggedOn(rig.fixPort, id);

function freshID(): string {
  nextID += 1;
  return `ID-${nextID}`;
}

async function untilTradable(peer: RawPeer): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    peer.say('D', newOrder(freshID(), { 59: '3' }));
    const answers = await peer.answers();
    if (answers.some((answer) => answer.includes('|150=0|'))) return;
  }
  throw new Error('no order is accepted');
}

/** It still takes an order: the session lives and nothing is left of what came before. */
async function takesAnOrder(peer: RawPeer): Promise<void> {
  const clOrdID = freshID();
  peer.say('D', newOrder(clOrdID, { 59: '3', 38: '0.01' }));
  const answers = await peer.answers();
  const about = answers.filter((answer) => answer.includes(`|11=${clOrdID}|`));
  expect(about[0] ?? answers.join('\n')).toMatch(/\|150=0\|/);
}

const order = (changes: Readonly<Record<number, string | null>>): Fields =>
  newOrder(freshID(), changes);
const doubled = (fields: Fields, tag: number, value: string): Fields => [...fields, [tag, value]];
/** Fields as they stand on the wire, whatever their tags are. */
const raw = (tag: string, value: string): Fields => [[tag as unknown as number, value]];

describe('an order that is not to be had gets its own answer, and the session lives', () => {
  test.each<[string, () => Fields, RegExp]>([
    ['an unknown symbol', () => order({ 55: 'DOGE/USDT' }), /35=8.*\|39=8\|103=1\|/],
    ['a quantity off the lot', () => order({ 38: '0.50001' }), /35=8.*\|39=8\|103=13\|.*lot/],
    ['a price off the tick', () => order({ 44: '2900.001' }), /35=8.*\|39=8\|.*tick/],
    ['a quantity of 0', () => order({ 38: '0' }), /35=8.*\|39=8\|103=13\|/],
    ['a negative quantity', () => order({ 38: '-1' }), /35=8.*\|39=8\|103=13\|/],
    ['a quantity above every maximum', () => order({ 38: '99999999999' }), /35=8.*\|39=8\|103=/],
    [
      'a quantity of 19 decimals',
      () => order({ 38: '0.0000000000000000001' }),
      /35=3.*\|371=38\|.*\|373=6\|/,
    ],
    ['an exponent', () => order({ 44: '1e5' }), /35=3.*\|371=44\|.*\|373=6\|/],
    ['NaN', () => order({ 44: 'NaN' }), /35=3.*\|371=44\|.*\|373=6\|/],
    ['a hexadecimal price', () => order({ 44: '0x1' }), /35=3.*\|371=44\|.*\|373=6\|/],
    [
      '30 digits behind the point',
      () => order({ 44: `2900.${'1'.repeat(30)}` }),
      /35=3.*\|371=44\|.*\|373=6\|/,
    ],
    [
      'digits of another script',
      () => order({ 44: Buffer.from('２９００').toString('latin1') }),
      /35=3.*\|371=44\|.*\|373=6\|/,
    ],
    ['30 digits before the point', () => order({ 44: '1'.repeat(30) }), /35=8.*\|39=8\|103=/],
    ['61 digits', () => order({ 44: '1'.repeat(61) }), /35=3.*\|371=44\|.*\|373=6\|/],
    ['a quantity of -0', () => order({ 38: '-0' }), /35=8.*\|39=8\|103=13\|/],
    ['a quantity of "."', () => order({ 38: '.' }), /35=3.*\|371=38\|.*\|373=6\|/],
    ['a quantity of "5. "', () => order({ 38: '5. ' }), /35=3.*\|371=38\|.*\|373=6\|/],
    ['a quantity of +5', () => order({ 38: '+5' }), /35=3.*\|371=38\|.*\|373=6\|/],
    ['a negative price', () => order({ 44: '-2900' }), /35=8.*\|39=8\|103=/],
    ['no price in a limit order', () => order({ 44: null }), /35=j.*\|372=D\|.*\|380=5\|/],
    [
      'a ClOrdID of 10,000 characters',
      () => order({ 11: 'x'.repeat(10_000) }),
      /35=3.*\|371=11\|.*\|373=5\|/,
    ],
    ['an empty ClOrdID', () => order({ 11: '' }), /35=3.*\|371=11\|.*\|373=4\|/],
    ['no ClOrdID', () => order({ 11: null }), /35=3.*\|371=11\|.*\|373=1\|/],
    ["another session's account", () => order({ 1: 'B1' }), /35=8.*\|39=8\|103=15\|/],
    ['OrderQty twice', () => doubled(order({}), 38, '0.7'), /35=3.*\|371=38\|.*\|373=13\|/],
    ['an unknown side', () => order({ 54: 'Z' }), /35=3.*\|371=54\|.*\|373=5\|/],
    ['an order type that is not offered', () => order({ 40: '3' }), /35=8.*\|39=8\|103=11\|/],
    ['tag 0', () => [...order({}), ...raw('0', 'x')], /35=3.*\|373=0\|/],
    ['tag 00038', () => [...order({}), ...raw('00038', '1')], /35=3.*\|373=0\|/],
    ['a negative tag', () => [...order({}), ...raw('-5', '1')], /35=3.*\|373=0\|/],
    ['a tag of 2^40', () => [...order({}), ...raw('1099511627776', '1')], /35=3.*\|373=0\|/],
    ['a tag that no message has', () => [...order({}), ...raw('4999', '1')], /35=3.*\|373=[023]\|/],
  ])('%s', async (_name, fields, answer) => {
    const peer = await loggedOn();
    peer.say('D', fields());
    expect(await peer.hear()).toMatch(answer);
    await takesAnOrder(peer);
    peer.close();
  });

  test.each<[string, string, Fields, RegExp]>([
    ['that is not offered', 'c', raw('320', 'R1').concat(raw('321', '0')), /35=j.*\|380=3\|/],
    ['that FIX does not know', 'ZZ', [], /35=[3j]/],
  ])('a message type %s', async (_name, msgType, fields, answer) => {
    const peer = await loggedOn();
    peer.say(msgType, fields);
    expect(await peer.hear()).toMatch(answer);
    await takesAnOrder(peer);
    peer.close();
  });

  // FIX 4.4 Vol 1, float: a point may begin or end the number, and a whole part of 0 may be left out.
  test.each([
    ['.5', '0.5'],
    ['5.', '5'],
    ['0.50000', '0.5'],
    ['00000000000000000000000000005', '5'],
  ])('an OrderQty of %s is exactly %s', async (written, orderQty) => {
    const peer = await loggedOn();
    peer.say('D', order({ 38: written, 59: '3' }));
    const [answer] = await peer.answers();
    expect(answer).toMatch(/35=8.*\|150=0\|/);
    expect(answer).toContain(`|151=${orderQty}|`);
    peer.close();
  });

  test.each(['__proto__', 'constructor', '   '])('ClOrdID "%s" is an ordinary one', async (id) => {
    const peer = await loggedOn();
    peer.say('D', newOrder(id, { 59: '3', 38: '0.01' }));
    const [answer] = await peer.answers();
    expect(answer).toMatch(/35=8/);
    expect(answer).toContain(`|11=${id}|`);
    await takesAnOrder(peer);
    peer.close();
  });
});

describe('bytes that are no message', () => {
  test.each<[string, string | Buffer]>([
    ['an HTTP request', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a TLS hello', Buffer.from('16030100a5010000a10303', 'hex')],
    ['noise', Buffer.from(Array.from({ length: 5_000 }, (_one, at) => (at * 7919) % 256))],
    ['a message that is no Logon', `8=FIX.4.4${SOH}9=5${SOH}35=0${SOH}10=163${SOH}`],
    ['a Logon of another version', `8=FIX.4.2${SOH}9=5${SOH}35=A${SOH}10=178${SOH}`],
  ])('%s instead of a Logon is closed unanswered', async (_name, bytes) => {
    const peer = await RawPeer.connect(rig.fixPort);
    peer.write(bytes);
    expect(await peer.hear()).toBe('closed');
  });

  test('a wrong CheckSum is passed over, and its number is asked for', async () => {
    const peer = await loggedOn();
    peer.write(peer.framed('D', order({})).replace(/10=\d\d\d/, '10=999'));
    peer.say('1', [[112, 'THERE']]);
    expect(await peer.hear()).toMatch(/35=2.*\|7=2\|/);
    peer.close();
  });

  test.each(['-1', '+5', '1e3', '0x10', '', '7'])(
    'a BodyLength of "%s" is garbled, and the next message is found',
    async (length) => {
      const peer = await loggedOn();
      const message = peer.framed('D', order({}), { 34: '2' });
      peer.write(message.replace(/9=\d+/, `9=${length}`));
      await takesAnOrder(peer);
      peer.close();
    },
  );

  test('a BodyLength padded with zeros is one', async () => {
    const peer = await loggedOn();
    const text = peer.framed('1', [[112, 'PADDED']]);
    const padded = text.replace(/9=(\d+)/, '9=0000$1').slice(0, -7);
    let sum = 0;
    for (let at = 0; at < padded.length; at += 1) sum += padded.charCodeAt(at);
    peer.write(`${padded}10=${String(sum % 256).padStart(3, '0')}${SOH}`);
    await takesAnOrder(peer);
    peer.close();
  });

  test('100 MB announced is disconnected at the bound, before the bytes come', async () => {
    const peer = await loggedOn();
    peer.write(`8=FIX.4.4${SOH}9=100000000${SOH}35=D${SOH}`);
    expect(await peer.hear()).toBe('closed');
  });

  test.each<[string, string]>([
    ['one short', '4'],
    ['one long', '6'],
    ['past the end of the message', '5000'],
  ])('a data length %s smuggles no field in', async (_name, length) => {
    const peer = await loggedOn();
    const data = `a${SOH}10=`;
    const fields = [...order({}), [354, length], [355, data]] as const;
    peer.write(peer.framed('D', fields, { 34: '2' }));
    const answers = await peer.answers();
    expect(answers.filter((answer) => answer.includes('|150=0|'))).toEqual([]);
    peer.close();
  });

  test('half a message and a reset: it is asked for again and applied once', async () => {
    const clOrdID = freshID();
    const id = peerID();
    const first = await loggedOn(id);
    const whole = first.framed('D', newOrder(clOrdID, { 59: '3' }));
    first.write(whole.slice(0, 80));
    await sleep(50);
    first.close();
    const again = await RawPeer.connect(rig.fixPort, id);
    again.nextOut = 3;
    await sleep(100);
    again.say('A', [
      [98, '0'],
      [108, '30'],
      [553, id],
      [554, `${id}-password`],
    ]);
    expect(await again.hear()).toMatch(/35=A/);
    expect(await again.hear()).toMatch(/35=2.*\|7=2\|/);
    const dup = { 34: '2', 43: 'Y', 122: utc() };
    for (let times = 0; times < 3; times += 1) again.say('D', newOrder(clOrdID, { 59: '3' }), dup);
    const answers = await again.answers();
    expect(answers.filter((answer) => answer.includes('|150=0|'))).toHaveLength(1);
    again.close();
  });
});

describe('numbers and times that do not fit', () => {
  test.each<[string, () => Readonly<Record<number, string | null>>, RegExp]>([
    ['no MsgSeqNum', () => ({ 34: null }), /35=5.*MsgSeqNum/],
    ['MsgSeqNum 0', () => ({ 34: '0' }), /35=5.*too low/],
    ['a negative MsgSeqNum', () => ({ 34: '-3' }), /35=5.*too low/],
    [
      'a SendingTime 121 s ago',
      () => ({ 52: utc(new Date(Date.now() - 121_000)) }),
      /35=3.*\|373=10\|/,
    ],
    [
      'a SendingTime 121 s ahead',
      () => ({ 52: utc(new Date(Date.now() + 121_000)) }),
      /35=3.*\|373=10\|/,
    ],
    ['the year 9999', () => ({ 52: '99991231-23:59:59.999' }), /35=3.*\|373=10\|/],
    ['the year 0001', () => ({ 52: '00010101-00:00:00' }), /35=3.*\|373=10\|/],
    ['another CompID', () => ({ 49: 'EVIL' }), /35=3.*\|373=9\|/],
  ])('%s ends the session with its reason', async (_name, header, answer) => {
    const peer = await loggedOn();
    peer.say('D', order({}), header());
    const answers = await peer.answers();
    expect(answers.join('\n')).toMatch(answer);
    expect(answers.join('\n')).toMatch(/35=5/);
    peer.close();
  });

  const now = (): string => utc().slice(0, 17);

  test.each<[string, () => string]>([
    ['without a fraction', () => now()],
    ['with one digit of it', () => `${now()}.5`],
    ['with nine digits of it', () => `${now()}.123456789`],
  ])('a SendingTime %s is one', async (_name, sendingTime) => {
    const peer = await loggedOn();
    peer.say('D', order({ 59: '3', 38: '0.01' }), { 52: sendingTime() });
    expect(await peer.hear()).toMatch(/35=8.*\|150=0\|/);
    peer.close();
  });

  test.each<[string, () => string]>([
    ['with 15 digits of a fraction', () => `${now()}.123456789012345`],
    ['with a point and no digit', () => `${now()}.`],
    ['of the second 61', () => `${now().slice(0, 15)}61`],
    ['of the hour 24', () => `${now().slice(0, 9)}24:00:00`],
    ['of 30 February', () => `20260230-12:00:00`],
    ['in local form', () => `2026-11-28T12:00:00Z`],
    ['that is empty', () => ''],
  ])('a SendingTime %s is rejected, and changes nothing', async (_name, sendingTime) => {
    const peer = await loggedOn();
    peer.say('D', order({ 59: '3' }), { 52: sendingTime() });
    const answers = await peer.answers();
    expect(answers.join('\n')).toMatch(/35=3.*\|371=52\|/);
    expect(answers.some((answer) => answer.includes('|150=0|'))).toBe(false);
    peer.close();
  });

  test('a leap second in TransactTime is the second behind it', async () => {
    const peer = await loggedOn();
    // The last one there was: so long ago that the order is stale, and read without a fault.
    peer.say('D', order({ 60: '20161231-23:59:60.500' }));
    expect(await peer.hear()).toMatch(/35=8.*\|39=8\|103=8\|.*58=sent \d+ ms ago/);
    await takesAnOrder(peer);
    peer.close();
  });

  test('MsgSeqNum 2^53+1 is too high: a ResendRequest, and the session lives', async () => {
    const peer = await loggedOn();
    peer.say('0', [], { 34: '9007199254740993' });
    expect(await peer.hear()).toMatch(/35=2.*\|7=2\|/);
    await takesAnOrder(peer);
    peer.close();
  });

  test.each([
    [
      'a GapFill backwards',
      [
        [123, 'Y'],
        [36, '1'],
      ] as Fields,
    ],
    [
      'a GapFill beyond 2^31',
      [
        [123, 'Y'],
        [36, '2147483648'],
      ] as Fields,
    ],
    [
      'a Reset backwards',
      [
        [123, 'N'],
        [36, '1'],
      ] as Fields,
    ],
  ])('%s is rejected with 373=5 and changes nothing', async (_name, fields) => {
    const peer = await loggedOn();
    peer.say('4', fields, { 34: '2' });
    expect(await peer.hear()).toMatch(/35=3.*\|373=5\|/);
    peer.nextOut = 2;
    await takesAnOrder(peer);
    peer.close();
  });

  test('a repeat with another quantity makes no second order', async () => {
    const peer = await loggedOn();
    const clOrdID = freshID();
    peer.say('D', newOrder(clOrdID, { 59: '3', 38: '0.01' }));
    while (!/\|150=[48]\|/.test(await peer.hear())); // Its end.
    peer.say('D', newOrder(clOrdID, { 59: '3', 38: '5' }), { 34: '2', 43: 'Y', 122: utc() });
    expect(await peer.answers()).toEqual([]);
    await takesAnOrder(peer);
    peer.close();
  });

  test('a thousand ResendRequests are served one at a time, and the session lives', async () => {
    const peer = await loggedOn();
    for (let count = 0; count < 20; count += 1) peer.say('D', order({ 59: '3', 38: '0.01' }));
    await peer.answers();
    const request = textOf([
      [7, '1'],
      [16, '0'],
    ]);
    expect(request).toContain('7=1');
    for (let count = 0; count < 1_000; count += 1) {
      peer.say('2', [
        [7, '1'],
        [16, '0'],
      ]);
    }
    await peer.answers();
    expect(peer.isClosed).toBe(false);
    await takesAnOrder(peer);
    peer.close();
  });
});

test(
  'a second gateway on the same folder is refused before it listens, and names the one that has it',
  async () => {
    const pid = rig.gateway?.pid;
    expect(await rig.runGateway()).toBe(3);
    expect(rig.gatewayLog()).toMatch(new RegExp(`belongs to a running gateway, pid ${pid}`));
    await takesAnOrder(await loggedOn());
  },
  PATIENCE_MS,
);
