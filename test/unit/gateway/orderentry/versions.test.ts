// The same reports in each FIX version, written by hand from the specifications: FIX 4.2 to 5.0 SP2, Execution Report,
// Order Cancel Reject and Business Message Reject, and FIX 4.2, appendix D.

import { describe, expect, test } from '@jest/globals';
import { frameMessage } from '../../../../gateway/fix/codec/frame-message.ts';
import { MessageView } from '../../../../gateway/fix/codec/message-view.ts';
import { validate } from '../../../../gateway/fix/codec/validate.ts';
import { MessageWriter } from '../../../../gateway/fix/index.ts';
import { commandOf, dialectOf, writeReport } from '../../../../gateway/orderentry/index.ts';
import { dictionaryOf, type FixVersion } from '../../../../spec/dictionaries/index.ts';
import type {
  BusinessMessageReject,
  ClientReport,
  ExecutionReport,
  OrderCancelReject,
} from '../../../../spec/events/index.ts';
import {
  asAccountID,
  asClOrdID,
  asExecID,
  asOrderID,
  asSessionID,
  asVenueID,
} from '../../../../spec/terms/index.ts';
import { asNotional, asPrice, asQty, epochNs } from '../../../../spec/units/index.ts';
import { ORDER_VERSIONS } from '../../../fixtures/fix-versions.ts';
import { whole } from '../fix/wire-text.ts';

const ONE = 10n ** 18n;
const at = epochNs(BigInt(Date.UTC(2026, 10, 28, 9, 30)) * 1_000_000n);

function qty(units: number) {
  return asQty(BigInt(units) * ONE);
}

/** Buy 10 at 100, good till cancelled. */
const fresh: ExecutionReport = {
  type: 'ExecutionReport',
  sessionID: asSessionID('ACME'),
  orderID: asOrderID('ORD-1-1'),
  clOrdID: asClOrdID('X'),
  origClOrdID: null,
  execID: asExecID('1-5-0'),
  execType: 'New',
  execRefID: null,
  ordStatus: 'New',
  ordRejReason: null,
  ordStatusReqID: null,
  account: asAccountID('A1'),
  symbol: 'BTC/USDT',
  side: 'buy',
  ordType: 'Limit',
  price: asPrice(100n * ONE),
  timeInForce: 'GTC',
  orderQty: qty(10),
  lastQty: qty(0),
  lastPx: asPrice(0n),
  grossTradeAmt: null,
  cumQty: qty(0),
  leavesQty: qty(10),
  cumNotional: asNotional(0n),
  lastMkt: null,
  liquidity: null,
  transactTime: at,
  text: null,
};

const partFill: ExecutionReport = {
  ...fresh,
  execType: 'Trade',
  ordStatus: 'PartiallyFilled',
  lastQty: qty(4),
  lastPx: asPrice(99n * ONE),
  cumQty: qty(4),
  leavesQty: qty(6),
  cumNotional: asNotional(396n * ONE * ONE),
  lastMkt: asVenueID('kraken'),
  liquidity: 'maker',
};

const fill: ExecutionReport = {
  ...partFill,
  ordStatus: 'Filled',
  lastQty: qty(6),
  cumQty: qty(10),
  leavesQty: qty(0),
  cumNotional: asNotional(990n * ONE * ONE),
};

const EXECUTIONS = {
  new: fresh,
  'partial fill': partFill,
  'partial fill, pending cancel': { ...partFill, ordStatus: 'PendingCancel' },
  fill,
  'fill, pending cancel': { ...fill, ordStatus: 'PendingCancel' },
  canceled: {
    ...fresh,
    clOrdID: asClOrdID('Y'),
    origClOrdID: asClOrdID('X'),
    execType: 'Canceled',
    ordStatus: 'Canceled',
    leavesQty: qty(0),
  },
  'pending cancel': {
    ...fresh,
    clOrdID: asClOrdID('Y'),
    origClOrdID: asClOrdID('X'),
    execType: 'PendingCancel',
    ordStatus: 'PendingCancel',
  },
  'pending replace': {
    ...fresh,
    clOrdID: asClOrdID('Y'),
    origClOrdID: asClOrdID('X'),
    execType: 'PendingReplace',
    ordStatus: 'PendingReplace',
  },
  'replaced, unfilled': {
    ...fresh,
    clOrdID: asClOrdID('Y'),
    origClOrdID: asClOrdID('X'),
    execType: 'Replaced',
    orderQty: qty(11),
    leavesQty: qty(11),
  },
  'replaced, to what is filled': {
    ...fill,
    clOrdID: asClOrdID('Y'),
    origClOrdID: asClOrdID('X'),
    execType: 'Replaced',
    lastMkt: null,
    liquidity: null,
  },
  rejected: {
    ...fresh,
    orderID: null,
    execType: 'Rejected',
    ordStatus: 'Rejected',
    ordRejReason: 'UnknownAccount',
    leavesQty: qty(0),
    text: 'Account(1) B7 is not known here',
  },
  expired: { ...fresh, execType: 'Expired', ordStatus: 'Expired', leavesQty: qty(0) },
  'trade cancel': {
    ...partFill,
    execID: asExecID('1-9-0'),
    execType: 'TradeCancel',
    execRefID: asExecID('1-5-0'),
    ordStatus: 'New',
    cumQty: qty(0),
    leavesQty: qty(10),
    cumNotional: asNotional(0n),
    liquidity: null,
  },
  status: { ...partFill, execType: 'OrderStatus', ordStatusReqID: 'Q1' },
  'unknown order': {
    ...fresh,
    orderID: null,
    execType: 'OrderStatus',
    ordStatus: 'Rejected',
    ordRejReason: 'UnknownOrder',
    account: null,
    ordType: null,
    price: null,
    timeInForce: null,
    orderQty: qty(0),
    leavesQty: qty(0),
    text: 'no order X',
  },
} satisfies Record<string, ExecutionReport>;
type Execution = keyof typeof EXECUTIONS;

const cancelReject: OrderCancelReject = {
  type: 'OrderCancelReject',
  sessionID: fresh.sessionID,
  orderID: fresh.orderID,
  clOrdID: asClOrdID('Y'),
  origClOrdID: asClOrdID('X'),
  ordStatus: 'PendingReplace',
  responseTo: 'Replace',
  cxlRejReason: 'DuplicateClOrdID',
  transactTime: at,
  text: 'why',
};

const businessReject: BusinessMessageReject = {
  type: 'BusinessMessageReject',
  sessionID: fresh.sessionID,
  refSeqNum: 7,
  refMsgType: 'D',
  refID: 'X',
  businessRejectReason: 'NotAuthorized',
  text: 'why',
};

function bodyOf(report: ClientReport, version: FixVersion) {
  return writeReport(new MessageWriter(), report, dialectOf(dictionaryOf(version)));
}

function written(report: ClientReport, version: FixVersion): string {
  const { msgType, bytes } = bodyOf(report, version);
  return `35=${msgType}|${new TextDecoder('latin1').decode(bytes).replaceAll('\u0001', '|')}`;
}

/** What an order's reports have in common: all but what happened, and its figures. */
const TERMS = '1=A1|55=BTC/USDT|54=1|38=10|40=2|44=100|59=1|';
const TIME = '60=20261128-09:30:00.000|';

describe('FIX 4.2: ExecTransType(20), ExecType(150) 1 and 2 for fills, LastShares(32) and LastPx(31) in every report', () => {
  const zero = '32=0|31=0|';
  test.each<[Execution, string]>([
    ['new', `37=ORD-1-1|11=X|17=1-5-0|20=0|150=0|39=0|${TERMS}${zero}151=10|14=0|6=0|${TIME}`],
    [
      'partial fill',
      `37=ORD-1-1|11=X|17=1-5-0|20=0|150=1|39=1|${TERMS}32=4|31=99|30=kraken|151=6|14=4|6=99|${TIME}`,
    ],
    [
      'partial fill, pending cancel',
      `37=ORD-1-1|11=X|17=1-5-0|20=0|150=1|39=6|${TERMS}32=4|31=99|30=kraken|151=6|14=4|6=99|${TIME}`,
    ],
    [
      'fill',
      `37=ORD-1-1|11=X|17=1-5-0|20=0|150=2|39=2|${TERMS}32=6|31=99|30=kraken|151=0|14=10|6=99|${TIME}`,
    ],
    [
      'fill, pending cancel',
      `37=ORD-1-1|11=X|17=1-5-0|20=0|150=2|39=6|${TERMS}32=6|31=99|30=kraken|151=0|14=10|6=99|${TIME}`,
    ],
    [
      'canceled',
      `37=ORD-1-1|11=Y|41=X|17=1-5-0|20=0|150=4|39=4|${TERMS}${zero}151=0|14=0|6=0|${TIME}`,
    ],
    [
      'pending cancel',
      `37=ORD-1-1|11=Y|41=X|17=1-5-0|20=0|150=6|39=6|${TERMS}${zero}151=10|14=0|6=0|${TIME}`,
    ],
    [
      'pending replace',
      `37=ORD-1-1|11=Y|41=X|17=1-5-0|20=0|150=E|39=E|${TERMS}${zero}151=10|14=0|6=0|${TIME}`,
    ],
    [
      'replaced, unfilled',
      `37=ORD-1-1|11=Y|41=X|17=1-5-0|20=0|150=5|39=5|${TERMS.replace('38=10', '38=11')}${zero}151=11|14=0|6=0|${TIME}`,
    ],
    // D11: "filled" takes precedence over "replaced".
    [
      'replaced, to what is filled',
      `37=ORD-1-1|11=Y|41=X|17=1-5-0|20=0|150=5|39=2|${TERMS}${zero}151=0|14=10|6=99|${TIME}`,
    ],
    // 15, unknown account, came with FIX 4.4: 0 is the broker's option.
    [
      'rejected',
      `37=NONE|11=X|17=1-5-0|20=0|150=8|39=8|103=0|${TERMS}${zero}151=0|14=0|6=0|${TIME}58=Account(1) B7 is not known here|`,
    ],
    ['expired', `37=ORD-1-1|11=X|17=1-5-0|20=0|150=C|39=C|${TERMS}${zero}151=0|14=0|6=0|${TIME}`],
    [
      'trade cancel',
      `37=ORD-1-1|11=X|17=1-9-0|20=1|150=0|39=0|19=1-5-0|${TERMS}32=4|31=99|30=kraken|151=10|14=0|6=0|${TIME}`,
    ],
    ['status', `37=ORD-1-1|11=X|17=1-5-0|20=3|150=1|39=1|${TERMS}${zero}151=6|14=4|6=99|${TIME}`],
    [
      'unknown order',
      `37=NONE|11=X|17=1-5-0|20=3|150=8|39=8|103=5|55=BTC/USDT|54=1|38=0|${zero}151=0|14=0|6=0|${TIME}58=no order X|`,
    ],
  ])('%s', (execution, expected) => {
    expect(written(EXECUTIONS[execution], 'FIX.4.2')).toBe(`35=8|${expected}`);
  });

  test('an OrderCancelReject has CxlRejResponseTo(434); a duplicate id is the broker’s option', () => {
    expect(written(cancelReject, 'FIX.4.2')).toBe(
      `35=9|37=ORD-1-1|11=Y|41=X|39=E|434=2|102=2|${TIME}58=why|`,
    );
  });

  test('a BusinessMessageReject, not authorized being another reason yet', () => {
    expect(written(businessReject, 'FIX.4.2')).toBe('35=j|45=7|372=D|379=X|380=0|58=why|');
  });
});

describe.each<FixVersion>(['FIX.4.3', 'FIX.4.4', 'FIX.5.0SP2'])(
  '%s: ExecType says what happened, LastQty and LastPx are of trades',
  (version) => {
    const maker = version === 'FIX.4.3' ? '' : '851=1|';
    const statusID = version === 'FIX.4.3' ? '' : '790=Q1|';
    const account = version === 'FIX.4.3' ? 0 : 15;
    test.each<[Execution, string]>([
      ['new', `37=ORD-1-1|11=X|17=1-5-0|150=0|39=0|${TERMS}151=10|14=0|6=0|${TIME}`],
      [
        'partial fill',
        `37=ORD-1-1|11=X|17=1-5-0|150=F|39=1|${TERMS}32=4|31=99|30=kraken|${maker}151=6|14=4|6=99|${TIME}`,
      ],
      [
        'fill',
        `37=ORD-1-1|11=X|17=1-5-0|150=F|39=2|${TERMS}32=6|31=99|30=kraken|${maker}151=0|14=10|6=99|${TIME}`,
      ],
      ['canceled', `37=ORD-1-1|11=Y|41=X|17=1-5-0|150=4|39=4|${TERMS}151=0|14=0|6=0|${TIME}`],
      [
        'pending replace',
        `37=ORD-1-1|11=Y|41=X|17=1-5-0|150=E|39=E|${TERMS}151=10|14=0|6=0|${TIME}`,
      ],
      [
        'replaced, unfilled',
        `37=ORD-1-1|11=Y|41=X|17=1-5-0|150=5|39=0|${TERMS.replace('38=10', '38=11')}151=11|14=0|6=0|${TIME}`,
      ],
      [
        'rejected',
        `37=NONE|11=X|17=1-5-0|150=8|39=8|103=${account}|${TERMS}151=0|14=0|6=0|${TIME}58=Account(1) B7 is not known here|`,
      ],
      [
        'trade cancel',
        `37=ORD-1-1|11=X|17=1-9-0|150=H|39=0|19=1-5-0|${TERMS}32=4|31=99|30=kraken|151=10|14=0|6=0|${TIME}`,
      ],
      ['status', `37=ORD-1-1|11=X|${statusID}17=1-5-0|150=I|39=1|${TERMS}151=6|14=4|6=99|${TIME}`],
      [
        'unknown order',
        `37=NONE|11=X|17=1-5-0|150=I|39=8|103=5|55=BTC/USDT|54=1|38=0|151=0|14=0|6=0|${TIME}58=no order X|`,
      ],
    ])('%s', (execution, expected) => {
      expect(written(EXECUTIONS[execution], version)).toBe(`35=8|${expected}`);
    });

    test('OrderCancelReject and BusinessMessageReject', () => {
      expect(written(cancelReject, version)).toBe(
        `35=9|37=ORD-1-1|11=Y|41=X|39=E|434=2|102=6|${TIME}58=why|`,
      );
      expect(written(businessReject, version)).toBe('35=j|45=7|372=D|379=X|380=6|58=why|');
    });
  },
);

describe.each(ORDER_VERSIONS)(
  '%s: what is sent is valid by the dictionary of the version',
  (version) => {
    const dictionary = dictionaryOf(version);
    const identity = {
      beginString: dictionary.beginString,
      senderCompID: 'CAUSEWAY',
      targetCompID: 'ACME',
      timePrecision: 3,
    } as const;
    const header = {
      msgSeqNum: 7,
      sendingTime: at,
      origSendingTime: null,
      possResend: false,
      further: null,
    };
    const gross = { ...partFill, grossTradeAmt: asNotional(396n * ONE * ONE) };
    const reasons = [
      'TooLateToCancel',
      'UnknownOrder',
      'BrokerOption',
      'AlreadyPending',
      'DuplicateClOrdID',
      'Other',
    ] as const;
    const all: readonly (readonly [string, ClientReport])[] = [
      ...Object.entries(EXECUTIONS),
      ['gross amount', gross],
      ...reasons.map(
        (cxlRejReason) =>
          [`cancel reject ${cxlRejReason}`, { ...cancelReject, cxlRejReason }] as const,
      ),
      ['business reject', businessReject],
    ];
    test.each(all)('%s', (_, report) => {
      const view = new MessageView(dictionary);
      expect(view.read(frameMessage(identity, header, bodyOf(report, version)))).toBeNull();
      expect(validate(view)).toBeNull();
    });
  },
);

describe('requests of other versions', () => {
  const origin = { sessionID: fresh.sessionID, sessionEpoch: 1, msgSeqNum: 2 };
  const order = '11=X|55=BTC/USDT|54=1|38=10|40=2|44=100|59=1|1=A1|';

  function commandIn(version: FixVersion, msgType: string, body: string) {
    const dictionary = dictionaryOf(version);
    const view = new MessageView(dictionary);
    const sent = `35=${msgType}|49=ACME|56=CAUSEWAY|34=2|52=20261128-09:30:00|${body}`;
    expect(view.read(whole(sent, dictionary.beginString))).toBeNull();
    expect(validate(view)).toBeNull();
    const header = { msgType, possResend: false, origSendingTime: null };
    const translation = commandOf(view, header, origin);
    if (translation.type !== 'Command') throw new Error(translation.text);
    return translation.command;
  }

  test.each<[FixVersion, string]>([
    ['FIX.4.2', '21=1|60=20261128-09:30:00|'],
    ['FIX.4.3', '21=1|60=20261128-09:30:00|'],
    ['FIX.5.0', '60=20261128-09:30:00|'],
    ['FIX.5.0SP1', '60=20261128-09:30:00|'],
    ['FIX.5.0SP2', '60=20261128-09:30:00|'],
  ])('%s: a NewOrderSingle enters an order', (version, rest) => {
    expect(commandIn(version, 'D', `${order}${rest}5102=kraken|`)).toMatchObject({
      type: 'EnterOrder',
      clOrdID: 'X',
      price: 100n * ONE,
      orderQty: 10n * ONE,
      timeInForce: 'GTC',
      sentAt: at,
      directives: { exclude: ['kraken'] },
    });
  });

  test('HandlInst(21)=3, a manual order, is refused by name in FIX 4.2 too', () => {
    expect(commandIn('FIX.4.2', 'D', `${order}21=3|60=20261128-09:30:00|`)).toMatchObject({
      type: 'RejectOrder',
      text: 'HandlInst(21)=3, a manual order, is not supported here',
    });
  });

  test.each([
    ['1138=1|', 'DisplayQty(1138) is not supported here'],
    ['1100=4|1102=99|', 'TriggerType(1100) is not supported here'],
    ['957=1|958=Aggression|', 'NoStrategyParameters(957) is not supported here'],
  ])('FIX 5.0 SP2: %s is refused by name', (field, text) => {
    const body = `${order}60=20261128-09:30:00|${field}`;
    expect(commandIn('FIX.5.0SP2', 'D', body)).toMatchObject({ type: 'RejectOrder', text });
  });
});
