import { describe, expect, test } from '@jest/globals';
import { MessageView, bytesOf } from '../../../../gateway/fix/index.ts';
import { type Translation, commandOf } from '../../../../gateway/orderentry/index.ts';
import { fix44 } from '../../../../spec/dictionaries/index.ts';
import type { Origin } from '../../../../spec/events/index.ts';
import { asSessionID } from '../../../../spec/terms/index.ts';
import { epochNs } from '../../../../spec/units/index.ts';

const origin: Origin = { sessionID: asSessionID('ACME'), sessionEpoch: 1, msgSeqNum: 7 };
const transactTime = '20261121-04:00:00.000';
const sentAt = epochNs(BigInt(Date.UTC(2026, 10, 21, 4)) * 1_000_000n);

/** A body such as `11=A|55=BTC/USDT`, framed, read and translated. */
function translated(msgType: string, body: string, possResend = false): Translation {
  const fields = `35=${msgType}|34=7|49=ACME|52=${transactTime}|56=CAUSEWAY|${body}|`;
  const text = `8=FIX.4.4|9=${fields.length}|${fields}`.replaceAll('|', '\u0001');
  const sum = bytesOf(text).reduce((total, byte) => total + byte, 0) % 256;
  const view = new MessageView(fix44);
  expect(view.read(bytesOf(`${text}10=${String(sum).padStart(3, '0')}\u0001`))).toBeNull();
  return commandOf(view, { msgType, possResend, origSendingTime: null }, origin);
}

const order = (change: Readonly<Record<string, string | null>> = {}): string =>
  Object.entries({
    11: 'A',
    1: 'A1',
    55: 'BTC/USDT',
    54: '1',
    38: '0.5',
    40: '2',
    44: '60000',
    59: '1',
    60: transactTime,
    ...change,
  })
    .filter(([, value]) => value !== null)
    .map(([tag, value]) => `${tag}=${value}`)
    .join('|');

describe('NewOrderSingle(D)', () => {
  test('is read exactly, under the names of its fields', () => {
    expect(translated('D', order())).toEqual({
      type: 'Command',
      command: {
        type: 'EnterOrder',
        origin,
        clOrdID: 'A',
        account: 'A1',
        symbol: 'BTC/USDT',
        side: 'buy',
        ordType: 'Limit',
        price: 60_000n * 10n ** 18n,
        orderQty: 5n * 10n ** 17n,
        timeInForce: 'GTC',
        currency: null,
        sentAt,
        possResend: false,
        directives: null,
      },
    });
  });

  test('ExDestination(100) and the lists under 5101 and 5102 say where it may go', () => {
    const { command } = commandIn(translated('D', order({ 100: 'kraken' })));
    expect(command).toMatchObject({
      directives: { exDestination: 'kraken', include: [], exclude: [] },
    });
    const lists = commandIn(translated('D', order({ 5101: 'kraken binance', 5102: 'coinbase' })));
    expect(lists.command).toMatchObject({
      directives: { exDestination: null, include: ['kraken', 'binance'], exclude: ['coinbase'] },
    });
    expect(commandIn(translated('D', order({}))).command).toMatchObject({ directives: null });
  });

  test('a list names 16 venues at most', () => {
    const names = (count: number) => Array.from({ length: count }, (_, at) => `v${at}`).join(' ');
    expect(commandIn(translated('D', order({ 5101: names(16) }))).command.type).toBe('EnterOrder');
    expect(commandIn(translated('D', order({ 5102: names(17) }))).command).toMatchObject({
      type: 'RejectOrder',
      ordRejReason: 'UnsupportedOrderCharacteristic',
      text: 'ExcludeVenues(5102) names 17 venues, at most 16 are taken',
    });
  });

  test('without TimeInForce(59) it is Day; a market order’s Price(44) is not looked at', () => {
    const { command } = commandIn(translated('D', order({ 59: null, 40: '1' })));
    expect(command).toMatchObject({ timeInForce: 'Day', ordType: 'Market', price: null });
  });

  test.each([
    [
      'an order type that we do not carry out',
      { 40: '3', 99: '1' },
      'UnsupportedOrderCharacteristic',
    ],
    ['a time in force that we do not carry out', { 59: '6' }, 'UnsupportedOrderCharacteristic'],
    ['a field that would change its meaning', { 111: '0.1' }, 'UnsupportedOrderCharacteristic'],
    ['a manual order', { 21: '3' }, 'UnsupportedOrderCharacteristic'],
    ['a VWAP order', { 847: '1' }, 'UnsupportedOrderCharacteristic'],
    ['an iceberg', { 210: '0.1' }, 'UnsupportedOrderCharacteristic'],
    ['a quantity in contracts', { 854: '1' }, 'UnsupportedOrderCharacteristic'],
    ['a price in per cent', { 423: '1' }, 'UnsupportedOrderCharacteristic'],
    ['an allocation', { 78: '1|79=B|80=0.5' }, 'UnsupportedOrderCharacteristic'],
    ['an option', { 201: '1', 202: '60000' }, 'UnsupportedOrderCharacteristic'],
    ['a negative quantity', { 38: '-1' }, 'IncorrectQuantity'],
  ])('%s is rejected as an order', (_what, change, ordRejReason) => {
    const { command } = commandIn(translated('D', order(change)));
    expect(command).toMatchObject({ type: 'RejectOrder', clOrdID: 'A', ordRejReason });
  });

  test('a price per unit and a quantity in units are what is meant anyway', () => {
    const { command } = commandIn(translated('D', order({ 423: '2', 854: '0' })));
    expect(command).toMatchObject({ type: 'EnterOrder' });
  });

  test.each([
    [
      'a limit order without Price(44)',
      { 44: null },
      'ConditionallyRequiredFieldMissing',
      'Price(44)',
    ],
    ['no OrderQty(38)', { 38: null }, 'ConditionallyRequiredFieldMissing', 'OrderQty(38)'],
    ['a short sale', { 54: '5' }, 'Other', 'Side(54)=5'],
  ])('%s gets a BusinessMessageReject that names the field', (_what, change, reason, name) => {
    const { command } = commandIn(translated('D', order(change)));
    expect(command).toMatchObject({
      type: 'RefuseMessage',
      refMsgType: 'D',
      businessRejectReason: reason,
    });
    expect(command.type === 'RefuseMessage' && command.text).toContain(name);
  });

  test.each([
    ['a price with 19 decimals is never rounded', { 44: '1.0000000000000000001' }, 44, 6],
    ['a quantity of 1e-19 is never rounded', { 38: `0.${'0'.repeat(18)}1` }, 38, 6],
    ['an exponent is no decimal', { 44: '1e5' }, 44, 6],
    ['hexadecimal is no decimal', { 38: '0x1' }, 38, 6],
    ['a ClOrdID of 10,000 characters', { 11: 'x'.repeat(10_000) }, 11, 5],
  ])('%s: Reject(3)', (_what, change, refTagID, reason) => {
    expect(translated('D', order(change))).toMatchObject({
      type: 'SessionReject',
      refTagID,
      reason,
    });
  });

  test.each(['__proto__', 'constructor', 'a b', 'x'.repeat(64)])(
    'ClOrdID %s is an ordinary id',
    (clOrdID) => {
      expect(commandIn(translated('D', order({ 11: clOrdID }))).command).toMatchObject({ clOrdID });
    },
  );
});

describe('other messages', () => {
  test('a replace keeps its time in force when TimeInForce(59) is left out', () => {
    const { command } = commandIn(translated('G', order({ 41: 'Z', 59: null })));
    expect(command).toMatchObject({ type: 'ReplaceOrder', origClOrdID: 'Z', timeInForce: null });
  });

  test('a replace carries Account(1) and Currency(15), for the desk to compare', () => {
    const { command } = commandIn(translated('G', order({ 41: 'Z', 1: 'A2', 15: 'EUR' })));
    expect(command).toMatchObject({ type: 'ReplaceOrder', account: 'A2', currency: 'EUR' });
  });

  test('a replace to a negative quantity is answered as one to none', () => {
    const { command } = commandIn(translated('G', order({ 41: 'Z', 38: '-1' })));
    expect(command).toMatchObject({ type: 'ReplaceOrder', orderQty: 0n });
  });

  test('a cancel names the order by OrigClOrdID(41)', () => {
    const { command } = commandIn(translated('F', order({ 41: 'Z', 37: 'ORD-1-9' })));
    expect(command).toMatchObject({
      type: 'CancelOrder',
      clOrdID: 'A',
      origClOrdID: 'Z',
      orderID: 'ORD-1-9',
    });
  });

  test('a status request gives OrdStatusReqID(790) back', () => {
    const { command } = commandIn(translated('H', '11=A|55=BTC/USDT|54=2|790=Q1'));
    expect(command).toMatchObject({
      type: 'RequestOrderStatus',
      ordStatusReqID: 'Q1',
      side: 'sell',
    });
  });

  test('a message that is no order entry is refused as unsupported', () => {
    const { command } = commandIn(translated('V', '262=1'));
    expect(command).toMatchObject({
      type: 'RefuseMessage',
      refMsgType: 'V',
      businessRejectReason: 'UnsupportedMessageType',
    });
  });
});

function commandIn(translation: Translation) {
  if (translation.type !== 'Command') throw new Error(`found ${JSON.stringify(translation)}`);
  return translation;
}
