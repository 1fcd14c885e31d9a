import { expect, test } from '@jest/globals';
import { MessageWriter } from '../../../../gateway/fix/index.ts';
import { dialectOf, writeReport } from '../../../../gateway/orderentry/index.ts';
import type { ExecutionReport } from '../../../../spec/events/index.ts';
import {
  asAccountID,
  asClOrdID,
  asExecID,
  asOrderID,
  asSessionID,
  asVenueID,
} from '../../../../spec/terms/index.ts';
import { asNotional, asPrice, asQty, epochNs } from '../../../../spec/units/index.ts';
import { fix44 } from '../../../../spec/dictionaries/index.ts';

const ONE = 10n ** 18n;
const at = epochNs(BigInt(Date.UTC(2026, 10, 21, 4)) * 1_000_000n);

const trade: ExecutionReport = {
  type: 'ExecutionReport',
  sessionID: asSessionID('ACME'),
  orderID: asOrderID('ORD-1-1'),
  clOrdID: asClOrdID('A'),
  origClOrdID: null,
  execID: asExecID('1-12-0'),
  execType: 'Trade',
  execRefID: null,
  ordStatus: 'PartiallyFilled',
  ordRejReason: null,
  ordStatusReqID: null,
  account: asAccountID('A1'),
  symbol: 'BTC/USDT',
  side: 'buy',
  ordType: 'Limit',
  price: asPrice(60_000n * ONE),
  timeInForce: 'IOC',
  orderQty: asQty(4n * ONE),
  lastQty: asQty(ONE),
  grossTradeAmt: null,
  lastPx: asPrice(59_999n * ONE),
  cumQty: asQty(3n * ONE),
  leavesQty: asQty(ONE),
  cumNotional: asNotional(179_998n * ONE * ONE),
  lastMkt: asVenueID('binance'),
  liquidity: 'taker',
  transactTime: at,
  text: null,
};

function written(report: Parameters<typeof writeReport>[1]): string {
  const { msgType, bytes } = writeReport(new MessageWriter(), report, dialectOf(fix44));
  return `35=${msgType}|${new TextDecoder('latin1').decode(bytes).replaceAll('\u0001', '|')}`;
}

test('a trade carries LastQty, LastPx, and AvgPx rounded once', () => {
  // 179998 / 3 = 59999.333…: 18 decimals, half to even.
  expect(written(trade)).toBe(
    '35=8|37=ORD-1-1|11=A|17=1-12-0|150=F|39=1|1=A1|55=BTC/USDT|54=1|38=4|40=2|44=60000|59=3|' +
      '32=1|31=59999|30=binance|851=2|151=1|14=3|6=59999.333333333333333333|60=20261121-04:00:00.000|',
  );
});

test('a rejection without an order says OrderID NONE and its reason', () => {
  const text = written({
    ...trade,
    orderID: null,
    execType: 'Rejected',
    ordStatus: 'Rejected',
    ordRejReason: 'UnknownSymbol',
    text: 'Symbol(55) X is not known here',
  });
  expect(text).toContain('|37=NONE|'.slice(1));
  expect(text).toContain('|150=8|39=8|103=1|');
  expect(text).toContain('|58=Symbol(55) X is not known here|');
  expect(text).not.toContain('|32=');
});

test.each([
  ['TooLateToCancel', 0],
  ['UnknownOrder', 1],
  ['BrokerOption', 2],
  ['AlreadyPending', 3],
  ['DuplicateClOrdID', 6],
] as const)('CxlRejReason %s is %i', (cxlRejReason, code) => {
  const text = written({
    type: 'OrderCancelReject',
    sessionID: trade.sessionID,
    orderID: trade.orderID,
    clOrdID: asClOrdID('B'),
    origClOrdID: asClOrdID('A'),
    ordStatus: 'Filled',
    responseTo: 'Replace',
    cxlRejReason,
    transactTime: at,
    text: 'why',
  });
  expect(text).toContain(`|11=B|41=A|39=2|434=2|102=${code}|`);
});

test('a BusinessMessageReject names the message and the field', () => {
  const text = written({
    type: 'BusinessMessageReject',
    sessionID: trade.sessionID,
    refSeqNum: 7,
    refMsgType: 'D',
    refID: 'A',
    businessRejectReason: 'ConditionallyRequiredFieldMissing',
    text: 'Price(44) is required',
  });
  expect(text).toBe('35=j|45=7|372=D|379=A|380=5|58=Price(44) is required|');
});
