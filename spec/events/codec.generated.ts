// Generated from journal.proto by test/tools/generate-codec.ts. Do not edit.

import { unreachable } from '../proof/index.ts';
import type { EpochNs } from '../ports/index.ts';
import type { AccountID, BusinessRejectReason, ChildID, ClOrdID, CxlRejReason, CxlRejResponseTo, Instrument, InstrumentID, InstrumentState, KillScope, LimitBasis, LimitName, LimitScope, Limits, Listing, OrdRejReason, OrdStatus, OrdType, OrderID, SessionID, Side, TimeInForce, VenueDirectives, VenueExecID, VenueID, VenueOrderID } from '../terms/index.ts';
import type { Notional, Price, Qty, Rate, SignedQty } from '../units/index.ts';
import type { ChainAccount, ChildEndHow, ChildSwap, ChildTimeInForce, Liquidity, ProvisionalFill, SignedSwap, SignedTransaction, TransactionPurpose } from '../venues/index.ts';
import type { Origin } from './commands.ts';
import type { Child, ChildCancelState, ChildFill, ChildOutline, ChildPhase, DeskSnapshot, EndReported, Exclusion, ExclusionHow, OrderEndHow, ParentOrder, ParentOrderOutline, PendingAmend, PendingCancel, PendingReplace, Position } from './entities.ts';
import type { AdminRefused, CancelOverdue, CancelRequested, ChildAcknowledged, ChildAmendDecided, ChildAmendPutInDoubt, ChildAmendRefused, ChildAmended, ChildCancelDecided, ChildCancelPutInDoubt, ChildCancelRefused, ChildDecided, ChildEndReported, ChildEnded, ChildFillCancelled, ChildFilled, ChildProvenAbsent, ChildPutInDoubt, ChildRefused, ChildResolved, CommandRefused, DeskStarted, Event, EventOf, FillConflicted, FillUnmatched, HoldingAgreed, InDoubtOverdue, InstrumentDefined, KillEngaged, KillRearmed, KillVerified, LimitChanged, LimitReset, LimitsSet, MessageRefused, OrderAccepted, OrderEnded, OrderExpiring, OrderKilled, OrderRecalled, OrderRejected, OrderReplaced, ReplaceRequested, RequestRejected, RouteDecided, StatusReported, TransactionSettled, TransactionSigned, VenueExcluded, VenueQuarantined, VenueResumed } from './events.ts';
import type { ChildLeft, FindingHow, Holding, Kill, LimitChange, Quarantine } from './operations.ts';
import type { LegDecided, RouteBook, RouteHow, RouteLevel, RoutePool, RouteTick, RouteV2, RouteV3, VenueUnused } from './routes.ts';
import {
  UnreadableEvent,
  WireReader,
  type WireWriter,
  nothing,
  present,
  unknownField,
  withNext,
  wordOf,
} from './wire.ts';

/** The version that the journal.proto of this build has. */
export const eventSchemaVersion = 4;

const sideNumbers: Readonly<Record<Side, number>> = {
  buy: 1,
  sell: 2,
};
const sideWords: readonly (Side | undefined)[] = [
  undefined,
  'buy',
  'sell',
];

const ordTypeNumbers: Readonly<Record<OrdType, number>> = {
  Market: 1,
  Limit: 2,
};
const ordTypeWords: readonly (OrdType | undefined)[] = [
  undefined,
  'Market',
  'Limit',
];

const timeInForceNumbers: Readonly<Record<TimeInForce, number>> = {
  Day: 1,
  GTC: 2,
  IOC: 3,
  FOK: 4,
};
const timeInForceWords: readonly (TimeInForce | undefined)[] = [
  undefined,
  'Day',
  'GTC',
  'IOC',
  'FOK',
];

const childTimeInForceNumbers: Readonly<Record<ChildTimeInForce, number>> = {
  GTC: 2,
  IOC: 3,
  FOK: 4,
};
const childTimeInForceWords: readonly (ChildTimeInForce | undefined)[] = [
  undefined,
  undefined,
  'GTC',
  'IOC',
  'FOK',
];

const findingHowNumbers: Readonly<Record<FindingHow, number>> = {
  Absent: 1,
  Filled: 2,
  Ended: 3,
};
const findingHowWords: readonly (FindingHow | undefined)[] = [
  undefined,
  'Absent',
  'Filled',
  'Ended',
];

const ordStatusNumbers: Readonly<Record<OrdStatus, number>> = {
  New: 1,
  PartiallyFilled: 2,
  Filled: 3,
  Canceled: 4,
  PendingCancel: 5,
  Rejected: 6,
  Expired: 7,
  PendingReplace: 8,
};
const ordStatusWords: readonly (OrdStatus | undefined)[] = [
  undefined,
  'New',
  'PartiallyFilled',
  'Filled',
  'Canceled',
  'PendingCancel',
  'Rejected',
  'Expired',
  'PendingReplace',
];

const ordRejReasonNumbers: Readonly<Record<OrdRejReason, number>> = {
  BrokerOption: 1,
  UnknownSymbol: 2,
  ExchangeClosed: 3,
  OrderExceedsLimit: 4,
  UnknownOrder: 5,
  DuplicateOrder: 6,
  StaleOrder: 7,
  UnsupportedOrderCharacteristic: 8,
  IncorrectQuantity: 9,
  UnknownAccount: 10,
  Other: 11,
};
const ordRejReasonWords: readonly (OrdRejReason | undefined)[] = [
  undefined,
  'BrokerOption',
  'UnknownSymbol',
  'ExchangeClosed',
  'OrderExceedsLimit',
  'UnknownOrder',
  'DuplicateOrder',
  'StaleOrder',
  'UnsupportedOrderCharacteristic',
  'IncorrectQuantity',
  'UnknownAccount',
  'Other',
];

const cxlRejReasonNumbers: Readonly<Record<CxlRejReason, number>> = {
  TooLateToCancel: 1,
  UnknownOrder: 2,
  BrokerOption: 3,
  AlreadyPending: 4,
  DuplicateClOrdID: 5,
  Other: 6,
};
const cxlRejReasonWords: readonly (CxlRejReason | undefined)[] = [
  undefined,
  'TooLateToCancel',
  'UnknownOrder',
  'BrokerOption',
  'AlreadyPending',
  'DuplicateClOrdID',
  'Other',
];

const cxlRejResponseToNumbers: Readonly<Record<CxlRejResponseTo, number>> = {
  Cancel: 1,
  Replace: 2,
};
const cxlRejResponseToWords: readonly (CxlRejResponseTo | undefined)[] = [
  undefined,
  'Cancel',
  'Replace',
];

const businessRejectReasonNumbers: Readonly<Record<BusinessRejectReason, number>> = {
  Other: 1,
  UnknownID: 2,
  UnknownSecurity: 3,
  UnsupportedMessageType: 4,
  ApplicationNotAvailable: 5,
  ConditionallyRequiredFieldMissing: 6,
  NotAuthorized: 7,
};
const businessRejectReasonWords: readonly (BusinessRejectReason | undefined)[] = [
  undefined,
  'Other',
  'UnknownID',
  'UnknownSecurity',
  'UnsupportedMessageType',
  'ApplicationNotAvailable',
  'ConditionallyRequiredFieldMissing',
  'NotAuthorized',
];

const instrumentStateNumbers: Readonly<Record<InstrumentState, number>> = {
  Trading: 1,
  Halted: 2,
};
const instrumentStateWords: readonly (InstrumentState | undefined)[] = [
  undefined,
  'Trading',
  'Halted',
];

const limitScopeNumbers: Readonly<Record<LimitScope, number>> = {
  firm: 1,
  session: 2,
  account: 3,
  instrument: 4,
};
const limitScopeWords: readonly (LimitScope | undefined)[] = [
  undefined,
  'firm',
  'session',
  'account',
  'instrument',
];

const limitNameNumbers: Readonly<Record<LimitName, number>> = {
  maxOrderQty: 1,
  maxOrderNotional: 2,
  priceCollarBps: 3,
  maxLongPosition: 4,
  maxShortPosition: 5,
  maxOpenOrders: 6,
  maxOpenNotional: 7,
  maxOrdersPerSecond: 8,
  maxMessagesPerSecond: 9,
};
const limitNameWords: readonly (LimitName | undefined)[] = [
  undefined,
  'maxOrderQty',
  'maxOrderNotional',
  'priceCollarBps',
  'maxLongPosition',
  'maxShortPosition',
  'maxOpenOrders',
  'maxOpenNotional',
  'maxOrdersPerSecond',
  'maxMessagesPerSecond',
];

const killScopeNumbers: Readonly<Record<KillScope, number>> = {
  firm: 1,
  account: 2,
  session: 3,
  venue: 4,
  instrument: 5,
};
const killScopeWords: readonly (KillScope | undefined)[] = [
  undefined,
  'firm',
  'account',
  'session',
  'venue',
  'instrument',
];

const liquidityNumbers: Readonly<Record<Liquidity, number>> = {
  maker: 1,
  taker: 2,
};
const liquidityWords: readonly (Liquidity | undefined)[] = [
  undefined,
  'maker',
  'taker',
];

const childEndHowNumbers: Readonly<Record<ChildEndHow, number>> = {
  Filled: 1,
  Canceled: 2,
  Expired: 3,
  Rejected: 4,
};
const childEndHowWords: readonly (ChildEndHow | undefined)[] = [
  undefined,
  'Filled',
  'Canceled',
  'Expired',
  'Rejected',
];

const orderEndHowNumbers: Readonly<Record<OrderEndHow, number>> = {
  Filled: 1,
  Canceled: 2,
  Expired: 3,
  Rejected: 4,
};
const orderEndHowWords: readonly (OrderEndHow | undefined)[] = [
  undefined,
  'Filled',
  'Canceled',
  'Expired',
  'Rejected',
];

const transactionPurposeNumbers: Readonly<Record<TransactionPurpose, number>> = {
  Swap: 1,
  Approve: 2,
  Cancel: 3,
};
const transactionPurposeWords: readonly (TransactionPurpose | undefined)[] = [
  undefined,
  'Swap',
  'Approve',
  'Cancel',
];

const childPhaseNumbers: Readonly<Record<ChildPhase, number>> = {
  Sent: 1,
  Working: 2,
  InDoubt: 3,
  Ended: 4,
};
const childPhaseWords: readonly (ChildPhase | undefined)[] = [
  undefined,
  'Sent',
  'Working',
  'InDoubt',
  'Ended',
];

const childCancelStateNumbers: Readonly<Record<ChildCancelState, number>> = {
  None: 1,
  Sent: 2,
  InDoubt: 3,
};
const childCancelStateWords: readonly (ChildCancelState | undefined)[] = [
  undefined,
  'None',
  'Sent',
  'InDoubt',
];

const amendPhaseNumbers: Readonly<Record<PendingAmend['phase'], number>> = {
  Sent: 1,
  InDoubt: 2,
};
const amendPhaseWords: readonly (PendingAmend['phase'] | undefined)[] = [
  undefined,
  'Sent',
  'InDoubt',
];

const limitBasisNumbers: Readonly<Record<LimitBasis, number>> = {
  gross: 1,
  allIn: 2,
};
const limitBasisWords: readonly (LimitBasis | undefined)[] = [
  undefined,
  'gross',
  'allIn',
];

const routeHowNumbers: Readonly<Record<RouteHow, number>> = {
  Split: 1,
  Whole: 2,
};
const routeHowWords: readonly (RouteHow | undefined)[] = [
  undefined,
  'Split',
  'Whole',
];

const exclusionHowNumbers: Readonly<Record<ExclusionHow, number>> = {
  Refused: 1,
  Ended: 2,
  NotSent: 3,
  Faded: 4,
};
const exclusionHowWords: readonly (ExclusionHow | undefined)[] = [
  undefined,
  'Refused',
  'Ended',
  'NotSent',
  'Faded',
];

const commandSourceNumbers: Readonly<Record<EventOf<'CommandRefused'>['source'], number>> = {
  client: 1,
  venue: 2,
  timer: 3,
  operator: 4,
};
const commandSourceWords: readonly (EventOf<'CommandRefused'>['source'] | undefined)[] = [
  undefined,
  'client',
  'venue',
  'timer',
  'operator',
];

/** The journal's record type of each event. */
export const recordTypes: Readonly<Record<Event['type'], number>> = {
  DeskStarted: 1,
  InstrumentDefined: 2,
  LimitsSet: 3,
  OrderAccepted: 4,
  OrderRejected: 5,
  CancelRequested: 6,
  ReplaceRequested: 7,
  RequestRejected: 8,
  OrderReplaced: 9,
  OrderExpiring: 10,
  OrderEnded: 11,
  OrderRecalled: 12,
  StatusReported: 13,
  MessageRefused: 14,
  CommandRefused: 15,
  VenueQuarantined: 16,
  VenueResumed: 40,
  AdminRefused: 41,
  KillEngaged: 42,
  KillRearmed: 43,
  KillVerified: 44,
  OrderKilled: 45,
  LimitChanged: 46,
  LimitReset: 47,
  ChildDecided: 17,
  ChildAcknowledged: 18,
  ChildRefused: 19,
  ChildPutInDoubt: 20,
  ChildProvenAbsent: 21,
  ChildFilled: 22,
  ChildEndReported: 23,
  ChildEnded: 24,
  ChildCancelDecided: 25,
  ChildCancelRefused: 26,
  ChildCancelPutInDoubt: 27,
  InDoubtOverdue: 28,
  FillUnmatched: 29,
  FillConflicted: 30,
  RouteDecided: 31,
  VenueExcluded: 32,
  CancelOverdue: 33,
  TransactionSigned: 50,
  TransactionSettled: 51,
  ChildFillCancelled: 52,
  ChildAmendDecided: 48,
  ChildAmended: 49,
  ChildAmendRefused: 53,
  ChildAmendPutInDoubt: 54,
  ChildResolved: 66,
  HoldingAgreed: 67,
};

/** The payload of an event. Throws UnreadableEvent for a value that the schema cannot hold. */
export function encodeEvent(event: Event, writer: WireWriter): Uint8Array {
  writer.reset();
  switch (event.type) {
    case 'DeskStarted':
      encodeDeskStarted(event, writer);
      break;
    case 'InstrumentDefined':
      encodeInstrumentDefined(event, writer);
      break;
    case 'LimitsSet':
      encodeLimitsSet(event, writer);
      break;
    case 'OrderAccepted':
      encodeOrderAccepted(event, writer);
      break;
    case 'OrderRejected':
      encodeOrderRejected(event, writer);
      break;
    case 'CancelRequested':
      encodeCancelRequested(event, writer);
      break;
    case 'ReplaceRequested':
      encodeReplaceRequested(event, writer);
      break;
    case 'RequestRejected':
      encodeRequestRejected(event, writer);
      break;
    case 'OrderReplaced':
      encodeOrderReplaced(event, writer);
      break;
    case 'OrderExpiring':
      encodeOrderExpiring(event, writer);
      break;
    case 'OrderEnded':
      encodeOrderEnded(event, writer);
      break;
    case 'OrderRecalled':
      encodeOrderRecalled(event, writer);
      break;
    case 'StatusReported':
      encodeStatusReported(event, writer);
      break;
    case 'MessageRefused':
      encodeMessageRefused(event, writer);
      break;
    case 'CommandRefused':
      encodeCommandRefused(event, writer);
      break;
    case 'VenueQuarantined':
      encodeVenueQuarantined(event, writer);
      break;
    case 'VenueResumed':
      encodeVenueResumed(event, writer);
      break;
    case 'AdminRefused':
      encodeAdminRefused(event, writer);
      break;
    case 'KillEngaged':
      encodeKillEngaged(event, writer);
      break;
    case 'KillRearmed':
      encodeKillRearmed(event, writer);
      break;
    case 'KillVerified':
      encodeKillVerified(event, writer);
      break;
    case 'OrderKilled':
      encodeOrderKilled(event, writer);
      break;
    case 'LimitChanged':
      encodeLimitChanged(event, writer);
      break;
    case 'LimitReset':
      encodeLimitReset(event, writer);
      break;
    case 'ChildDecided':
      encodeChildDecided(event, writer);
      break;
    case 'ChildAcknowledged':
      encodeChildAcknowledged(event, writer);
      break;
    case 'ChildRefused':
      encodeChildRefused(event, writer);
      break;
    case 'ChildPutInDoubt':
      encodeChildPutInDoubt(event, writer);
      break;
    case 'ChildProvenAbsent':
      encodeChildProvenAbsent(event, writer);
      break;
    case 'ChildFilled':
      encodeChildFilled(event, writer);
      break;
    case 'ChildEndReported':
      encodeChildEndReported(event, writer);
      break;
    case 'ChildEnded':
      encodeChildEnded(event, writer);
      break;
    case 'ChildCancelDecided':
      encodeChildCancelDecided(event, writer);
      break;
    case 'ChildCancelRefused':
      encodeChildCancelRefused(event, writer);
      break;
    case 'ChildCancelPutInDoubt':
      encodeChildCancelPutInDoubt(event, writer);
      break;
    case 'InDoubtOverdue':
      encodeInDoubtOverdue(event, writer);
      break;
    case 'FillUnmatched':
      encodeFillUnmatched(event, writer);
      break;
    case 'FillConflicted':
      encodeFillConflicted(event, writer);
      break;
    case 'RouteDecided':
      encodeRouteDecided(event, writer);
      break;
    case 'VenueExcluded':
      encodeVenueExcluded(event, writer);
      break;
    case 'CancelOverdue':
      encodeCancelOverdue(event, writer);
      break;
    case 'TransactionSigned':
      encodeTransactionSigned(event, writer);
      break;
    case 'TransactionSettled':
      encodeTransactionSettled(event, writer);
      break;
    case 'ChildFillCancelled':
      encodeChildFillCancelled(event, writer);
      break;
    case 'ChildAmendDecided':
      encodeChildAmendDecided(event, writer);
      break;
    case 'ChildAmended':
      encodeChildAmended(event, writer);
      break;
    case 'ChildAmendRefused':
      encodeChildAmendRefused(event, writer);
      break;
    case 'ChildAmendPutInDoubt':
      encodeChildAmendPutInDoubt(event, writer);
      break;
    case 'ChildResolved':
      encodeChildResolved(event, writer);
      break;
    case 'HoldingAgreed':
      encodeHoldingAgreed(event, writer);
      break;
    default:
      return unreachable(event);
  }
  return writer.finish();
}

/**
 * The event of a journal record. Throws UnreadableEvent for a record that a later build wrote, and for bytes that
 * are not what the schema says.
 */
export function decodeEvent(recordType: number, schemaVersion: number, payload: Uint8Array): Event {
  if (schemaVersion > eventSchemaVersion) {
    throw new UnreadableEvent(
      'a journal record',
      `schema version ${schemaVersion}`,
      `at most ${eventSchemaVersion}, which this build reads`,
    );
  }
  const reader = new WireReader(payload);
  switch (recordType) {
    case 1:
      return decodeDeskStarted(reader);
    case 2:
      return decodeInstrumentDefined(reader);
    case 3:
      return decodeLimitsSet(reader);
    case 4:
      return decodeOrderAccepted(reader);
    case 5:
      return decodeOrderRejected(reader);
    case 6:
      return decodeCancelRequested(reader);
    case 7:
      return decodeReplaceRequested(reader);
    case 8:
      return decodeRequestRejected(reader);
    case 9:
      return decodeOrderReplaced(reader);
    case 10:
      return decodeOrderExpiring(reader);
    case 11:
      return decodeOrderEnded(reader);
    case 12:
      return decodeOrderRecalled(reader);
    case 13:
      return decodeStatusReported(reader);
    case 14:
      return decodeMessageRefused(reader);
    case 15:
      return decodeCommandRefused(reader);
    case 16:
      return decodeVenueQuarantined(reader);
    case 40:
      return decodeVenueResumed(reader);
    case 41:
      return decodeAdminRefused(reader);
    case 42:
      return decodeKillEngaged(reader);
    case 43:
      return decodeKillRearmed(reader);
    case 44:
      return decodeKillVerified(reader);
    case 45:
      return decodeOrderKilled(reader);
    case 46:
      return decodeLimitChanged(reader);
    case 47:
      return decodeLimitReset(reader);
    case 17:
      return decodeChildDecided(reader);
    case 18:
      return decodeChildAcknowledged(reader);
    case 19:
      return decodeChildRefused(reader);
    case 20:
      return decodeChildPutInDoubt(reader);
    case 21:
      return decodeChildProvenAbsent(reader);
    case 22:
      return decodeChildFilled(reader);
    case 23:
      return decodeChildEndReported(reader);
    case 24:
      return decodeChildEnded(reader);
    case 25:
      return decodeChildCancelDecided(reader);
    case 26:
      return decodeChildCancelRefused(reader);
    case 27:
      return decodeChildCancelPutInDoubt(reader);
    case 28:
      return decodeInDoubtOverdue(reader);
    case 29:
      return decodeFillUnmatched(reader);
    case 30:
      return decodeFillConflicted(reader);
    case 31:
      return decodeRouteDecided(reader);
    case 32:
      return decodeVenueExcluded(reader);
    case 33:
      return decodeCancelOverdue(reader);
    case 50:
      return decodeTransactionSigned(reader);
    case 51:
      return decodeTransactionSettled(reader);
    case 52:
      return decodeChildFillCancelled(reader);
    case 48:
      return decodeChildAmendDecided(reader);
    case 49:
      return decodeChildAmended(reader);
    case 53:
      return decodeChildAmendRefused(reader);
    case 54:
      return decodeChildAmendPutInDoubt(reader);
    case 66:
      return decodeChildResolved(reader);
    case 67:
      return decodeHoldingAgreed(reader);
    default:
      throw new UnreadableEvent('a journal record', `record type ${recordType}`, 'a known one');
  }
}

export function encodeOrigin(value: Origin, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.sessionID, 'Origin.sessionID');
  writer.tag(16);
  writer.uint(value.sessionEpoch, 'Origin.sessionEpoch');
  writer.tag(24);
  writer.uint(value.msgSeqNum, 'Origin.msgSeqNum');
}

export function decodeOrigin(reader: WireReader): Origin {
  let sessionID_: Origin['sessionID'] | undefined;
  let sessionEpoch_: Origin['sessionEpoch'] | undefined;
  let msgSeqNum_: Origin['msgSeqNum'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        sessionID_ = reader.string('Origin.sessionID') as SessionID;
        break;
      case 16:
        sessionEpoch_ = reader.uint('Origin.sessionEpoch');
        break;
      case 24:
        msgSeqNum_ = reader.uint('Origin.msgSeqNum');
        break;
      default:
        throw unknownField(tag, 'Origin');
    }
  }
  return {
    sessionID: present(sessionID_, 'Origin.sessionID'),
    sessionEpoch: present(sessionEpoch_, 'Origin.sessionEpoch'),
    msgSeqNum: present(msgSeqNum_, 'Origin.msgSeqNum'),
  };
}

export function encodeListing(value: Listing, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.venueID, 'Listing.venueID');
  writer.tag(18);
  writer.string(value.venueSymbol, 'Listing.venueSymbol');
  writer.tag(26);
  writer.amount(value.tick, 'Listing.tick');
  writer.tag(34);
  writer.amount(value.lot, 'Listing.lot');
  writer.tag(42);
  writer.amount(value.minQty, 'Listing.minQty');
  writer.tag(50);
  writer.amount(value.maxQty, 'Listing.maxQty');
  writer.tag(58);
  writer.amount(value.minNotional, 'Listing.minNotional');
}

export function decodeListing(reader: WireReader): Listing {
  let venueID_: Listing['venueID'] | undefined;
  let venueSymbol_: Listing['venueSymbol'] | undefined;
  let tick_: Listing['tick'] | undefined;
  let lot_: Listing['lot'] | undefined;
  let minQty_: Listing['minQty'] | undefined;
  let maxQty_: Listing['maxQty'] | undefined;
  let minNotional_: Listing['minNotional'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        venueID_ = reader.string('Listing.venueID') as VenueID;
        break;
      case 18:
        venueSymbol_ = reader.string('Listing.venueSymbol');
        break;
      case 26:
        tick_ = reader.amount('Listing.tick') as Price;
        break;
      case 34:
        lot_ = reader.amount('Listing.lot') as Qty;
        break;
      case 42:
        minQty_ = reader.amount('Listing.minQty') as Qty;
        break;
      case 50:
        maxQty_ = reader.amount('Listing.maxQty') as Qty;
        break;
      case 58:
        minNotional_ = reader.amount('Listing.minNotional') as Notional;
        break;
      default:
        throw unknownField(tag, 'Listing');
    }
  }
  return {
    venueID: present(venueID_, 'Listing.venueID'),
    venueSymbol: present(venueSymbol_, 'Listing.venueSymbol'),
    tick: present(tick_, 'Listing.tick'),
    lot: present(lot_, 'Listing.lot'),
    minQty: present(minQty_, 'Listing.minQty'),
    maxQty: present(maxQty_, 'Listing.maxQty'),
    minNotional: present(minNotional_, 'Listing.minNotional'),
  };
}

export function encodeInstrument(value: Instrument, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.instrumentID, 'Instrument.instrumentID');
  writer.tag(16);
  writer.uint(value.version, 'Instrument.version');
  writer.tag(26);
  writer.string(value.symbol, 'Instrument.symbol');
  writer.tag(34);
  writer.string(value.base, 'Instrument.base');
  writer.tag(42);
  writer.string(value.quote, 'Instrument.quote');
  writer.tag(48);
  writer.uint(instrumentStateNumbers[value.state], 'Instrument.state');
  for (const item of value.listings) {
    writer.tag(58);
    writer.message(item, encodeListing);
  }
}

export function decodeInstrument(reader: WireReader): Instrument {
  let instrumentID_: Instrument['instrumentID'] | undefined;
  let version_: Instrument['version'] | undefined;
  let symbol_: Instrument['symbol'] | undefined;
  let base_: Instrument['base'] | undefined;
  let quote_: Instrument['quote'] | undefined;
  let state_: Instrument['state'] | undefined;
  let listings_: Instrument['listings'] = nothing;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        instrumentID_ = reader.string('Instrument.instrumentID') as InstrumentID;
        break;
      case 16:
        version_ = reader.uint('Instrument.version');
        break;
      case 26:
        symbol_ = reader.string('Instrument.symbol');
        break;
      case 34:
        base_ = reader.string('Instrument.base');
        break;
      case 42:
        quote_ = reader.string('Instrument.quote');
        break;
      case 48:
        state_ = wordOf(instrumentStateWords, reader.uint('Instrument.state'), 'Instrument.state');
        break;
      case 58:
        listings_ = withNext(listings_, reader.message(decodeListing, 'Instrument.listings'));
        break;
      default:
        throw unknownField(tag, 'Instrument');
    }
  }
  return {
    instrumentID: present(instrumentID_, 'Instrument.instrumentID'),
    version: present(version_, 'Instrument.version'),
    symbol: present(symbol_, 'Instrument.symbol'),
    base: present(base_, 'Instrument.base'),
    quote: present(quote_, 'Instrument.quote'),
    state: present(state_, 'Instrument.state'),
    listings: listings_,
  };
}

export function encodeLimits(value: Limits, writer: WireWriter): void {
  writer.tag(8);
  writer.uint(limitScopeNumbers[value.scope], 'Limits.scope');
  writer.tag(18);
  writer.string(value.scopeID, 'Limits.scopeID');
  if (value.maxOrderQty !== null) {
    writer.tag(26);
    writer.amount(value.maxOrderQty, 'Limits.maxOrderQty');
  }
  if (value.maxOrderNotional !== null) {
    writer.tag(34);
    writer.amount(value.maxOrderNotional, 'Limits.maxOrderNotional');
  }
  if (value.priceCollarBps !== null) {
    writer.tag(40);
    writer.uint(value.priceCollarBps, 'Limits.priceCollarBps');
  }
  if (value.maxLongPosition !== null) {
    writer.tag(50);
    writer.amount(value.maxLongPosition, 'Limits.maxLongPosition');
  }
  if (value.maxShortPosition !== null) {
    writer.tag(58);
    writer.amount(value.maxShortPosition, 'Limits.maxShortPosition');
  }
  if (value.maxOpenOrders !== null) {
    writer.tag(64);
    writer.uint(value.maxOpenOrders, 'Limits.maxOpenOrders');
  }
  if (value.maxOpenNotional !== null) {
    writer.tag(74);
    writer.amount(value.maxOpenNotional, 'Limits.maxOpenNotional');
  }
  if (value.maxOrdersPerSecond !== null) {
    writer.tag(80);
    writer.uint(value.maxOrdersPerSecond, 'Limits.maxOrdersPerSecond');
  }
  if (value.maxMessagesPerSecond !== null) {
    writer.tag(88);
    writer.uint(value.maxMessagesPerSecond, 'Limits.maxMessagesPerSecond');
  }
}

export function decodeLimits(reader: WireReader): Limits {
  let scope_: Limits['scope'] | undefined;
  let scopeID_: Limits['scopeID'] | undefined;
  let maxOrderQty_: Limits['maxOrderQty'] = null;
  let maxOrderNotional_: Limits['maxOrderNotional'] = null;
  let priceCollarBps_: Limits['priceCollarBps'] = null;
  let maxLongPosition_: Limits['maxLongPosition'] = null;
  let maxShortPosition_: Limits['maxShortPosition'] = null;
  let maxOpenOrders_: Limits['maxOpenOrders'] = null;
  let maxOpenNotional_: Limits['maxOpenNotional'] = null;
  let maxOrdersPerSecond_: Limits['maxOrdersPerSecond'] = null;
  let maxMessagesPerSecond_: Limits['maxMessagesPerSecond'] = null;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        scope_ = wordOf(limitScopeWords, reader.uint('Limits.scope'), 'Limits.scope');
        break;
      case 18:
        scopeID_ = reader.string('Limits.scopeID');
        break;
      case 26:
        maxOrderQty_ = reader.amount('Limits.maxOrderQty') as Qty;
        break;
      case 34:
        maxOrderNotional_ = reader.amount('Limits.maxOrderNotional') as Notional;
        break;
      case 40:
        priceCollarBps_ = reader.uint('Limits.priceCollarBps');
        break;
      case 50:
        maxLongPosition_ = reader.amount('Limits.maxLongPosition') as Qty;
        break;
      case 58:
        maxShortPosition_ = reader.amount('Limits.maxShortPosition') as Qty;
        break;
      case 64:
        maxOpenOrders_ = reader.uint('Limits.maxOpenOrders');
        break;
      case 74:
        maxOpenNotional_ = reader.amount('Limits.maxOpenNotional') as Notional;
        break;
      case 80:
        maxOrdersPerSecond_ = reader.uint('Limits.maxOrdersPerSecond');
        break;
      case 88:
        maxMessagesPerSecond_ = reader.uint('Limits.maxMessagesPerSecond');
        break;
      default:
        throw unknownField(tag, 'Limits');
    }
  }
  return {
    scope: present(scope_, 'Limits.scope'),
    scopeID: present(scopeID_, 'Limits.scopeID'),
    maxOrderQty: maxOrderQty_,
    maxOrderNotional: maxOrderNotional_,
    priceCollarBps: priceCollarBps_,
    maxLongPosition: maxLongPosition_,
    maxShortPosition: maxShortPosition_,
    maxOpenOrders: maxOpenOrders_,
    maxOpenNotional: maxOpenNotional_,
    maxOrdersPerSecond: maxOrdersPerSecond_,
    maxMessagesPerSecond: maxMessagesPerSecond_,
  };
}

export function encodeVenueDirectives(value: VenueDirectives, writer: WireWriter): void {
  if (value.exDestination !== null) {
    writer.tag(10);
    writer.string(value.exDestination, 'VenueDirectives.exDestination');
  }
  for (const item of value.include) {
    writer.tag(18);
    writer.string(item, 'VenueDirectives.include');
  }
  for (const item of value.exclude) {
    writer.tag(26);
    writer.string(item, 'VenueDirectives.exclude');
  }
}

export function decodeVenueDirectives(reader: WireReader): VenueDirectives {
  let exDestination_: VenueDirectives['exDestination'] = null;
  let include_: VenueDirectives['include'] = nothing;
  let exclude_: VenueDirectives['exclude'] = nothing;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        exDestination_ = reader.string('VenueDirectives.exDestination') as VenueID;
        break;
      case 18:
        include_ = withNext(include_, reader.string('VenueDirectives.include') as VenueID);
        break;
      case 26:
        exclude_ = withNext(exclude_, reader.string('VenueDirectives.exclude') as VenueID);
        break;
      default:
        throw unknownField(tag, 'VenueDirectives');
    }
  }
  return {
    exDestination: exDestination_,
    include: include_,
    exclude: exclude_,
  };
}

export function encodeExclusion(value: Exclusion, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.venueID, 'Exclusion.venueID');
  writer.tag(16);
  writer.uint(exclusionHowNumbers[value.how], 'Exclusion.how');
  writer.tag(25);
  writer.sfixed64(value.until, 'Exclusion.until');
  writer.tag(32);
  writer.uint(value.times, 'Exclusion.times');
}

export function decodeExclusion(reader: WireReader): Exclusion {
  let venueID_: Exclusion['venueID'] | undefined;
  let how_: Exclusion['how'] | undefined;
  let until_: Exclusion['until'] | undefined;
  let times_: Exclusion['times'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        venueID_ = reader.string('Exclusion.venueID') as VenueID;
        break;
      case 16:
        how_ = wordOf(exclusionHowWords, reader.uint('Exclusion.how'), 'Exclusion.how');
        break;
      case 25:
        until_ = reader.sfixed64('Exclusion.until') as EpochNs;
        break;
      case 32:
        times_ = reader.uint('Exclusion.times');
        break;
      default:
        throw unknownField(tag, 'Exclusion');
    }
  }
  return {
    venueID: present(venueID_, 'Exclusion.venueID'),
    how: present(how_, 'Exclusion.how'),
    until: present(until_, 'Exclusion.until'),
    times: present(times_, 'Exclusion.times'),
  };
}

export function encodeRouteLevel(value: RouteLevel, writer: WireWriter): void {
  writer.tag(8);
  writer.uint(value.ticks, 'RouteLevel.ticks');
  writer.tag(16);
  writer.uint(value.lots, 'RouteLevel.lots');
}

export function decodeRouteLevel(reader: WireReader): RouteLevel {
  let ticks_: RouteLevel['ticks'] | undefined;
  let lots_: RouteLevel['lots'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        ticks_ = reader.uint('RouteLevel.ticks');
        break;
      case 16:
        lots_ = reader.uint('RouteLevel.lots');
        break;
      default:
        throw unknownField(tag, 'RouteLevel');
    }
  }
  return {
    ticks: present(ticks_, 'RouteLevel.ticks'),
    lots: present(lots_, 'RouteLevel.lots'),
  };
}

export function encodeRouteBook(value: RouteBook, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.venueID, 'RouteBook.venueID');
  writer.tag(18);
  writer.amount(value.tick, 'RouteBook.tick');
  writer.tag(26);
  writer.amount(value.lot, 'RouteBook.lot');
  writer.tag(34);
  writer.amount(value.minQty, 'RouteBook.minQty');
  writer.tag(42);
  writer.amount(value.maxQty, 'RouteBook.maxQty');
  writer.tag(50);
  writer.amount(value.minNotional, 'RouteBook.minNotional');
  writer.tag(58);
  writer.amount(value.takerFee, 'RouteBook.takerFee');
  writer.tag(66);
  writer.amount(value.levelLot, 'RouteBook.levelLot');
  for (const item of value.levels) {
    writer.tag(74);
    writer.message(item, encodeRouteLevel);
  }
}

export function decodeRouteBook(reader: WireReader): RouteBook {
  let venueID_: RouteBook['venueID'] | undefined;
  let tick_: RouteBook['tick'] | undefined;
  let lot_: RouteBook['lot'] | undefined;
  let minQty_: RouteBook['minQty'] | undefined;
  let maxQty_: RouteBook['maxQty'] | undefined;
  let minNotional_: RouteBook['minNotional'] | undefined;
  let takerFee_: RouteBook['takerFee'] | undefined;
  let levelLot_: RouteBook['levelLot'] | undefined;
  let levels_: RouteBook['levels'] = nothing;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        venueID_ = reader.string('RouteBook.venueID') as VenueID;
        break;
      case 18:
        tick_ = reader.amount('RouteBook.tick') as Price;
        break;
      case 26:
        lot_ = reader.amount('RouteBook.lot') as Qty;
        break;
      case 34:
        minQty_ = reader.amount('RouteBook.minQty') as Qty;
        break;
      case 42:
        maxQty_ = reader.amount('RouteBook.maxQty') as Qty;
        break;
      case 50:
        minNotional_ = reader.amount('RouteBook.minNotional') as Notional;
        break;
      case 58:
        takerFee_ = reader.amount('RouteBook.takerFee') as Rate;
        break;
      case 66:
        levelLot_ = reader.amount('RouteBook.levelLot') as Qty;
        break;
      case 74:
        levels_ = withNext(levels_, reader.message(decodeRouteLevel, 'RouteBook.levels'));
        break;
      default:
        throw unknownField(tag, 'RouteBook');
    }
  }
  return {
    venueID: present(venueID_, 'RouteBook.venueID'),
    tick: present(tick_, 'RouteBook.tick'),
    lot: present(lot_, 'RouteBook.lot'),
    minQty: present(minQty_, 'RouteBook.minQty'),
    maxQty: present(maxQty_, 'RouteBook.maxQty'),
    minNotional: present(minNotional_, 'RouteBook.minNotional'),
    takerFee: present(takerFee_, 'RouteBook.takerFee'),
    levelLot: present(levelLot_, 'RouteBook.levelLot'),
    levels: levels_,
  };
}

export function encodeRouteV2(value: RouteV2, writer: WireWriter): void {
  writer.tag(10);
  writer.amount(value.reserve0, 'RouteV2.reserve0');
  writer.tag(18);
  writer.amount(value.reserve1, 'RouteV2.reserve1');
  writer.tag(24);
  writer.uint(value.feePips, 'RouteV2.feePips');
}

export function decodeRouteV2(reader: WireReader): RouteV2 {
  let reserve0_: RouteV2['reserve0'] | undefined;
  let reserve1_: RouteV2['reserve1'] | undefined;
  let feePips_: RouteV2['feePips'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        reserve0_ = reader.amount('RouteV2.reserve0');
        break;
      case 18:
        reserve1_ = reader.amount('RouteV2.reserve1');
        break;
      case 24:
        feePips_ = reader.uint('RouteV2.feePips');
        break;
      default:
        throw unknownField(tag, 'RouteV2');
    }
  }
  return {
    reserve0: present(reserve0_, 'RouteV2.reserve0'),
    reserve1: present(reserve1_, 'RouteV2.reserve1'),
    feePips: present(feePips_, 'RouteV2.feePips'),
  };
}

export function encodeRouteTick(value: RouteTick, writer: WireWriter): void {
  writer.tag(8);
  writer.uint(value.tickAboveLowest, 'RouteTick.tickAboveLowest');
  writer.tag(18);
  writer.amount(value.liquidityNet, 'RouteTick.liquidityNet');
}

export function decodeRouteTick(reader: WireReader): RouteTick {
  let tickAboveLowest_: RouteTick['tickAboveLowest'] | undefined;
  let liquidityNet_: RouteTick['liquidityNet'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        tickAboveLowest_ = reader.uint('RouteTick.tickAboveLowest');
        break;
      case 18:
        liquidityNet_ = reader.amount('RouteTick.liquidityNet');
        break;
      default:
        throw unknownField(tag, 'RouteTick');
    }
  }
  return {
    tickAboveLowest: present(tickAboveLowest_, 'RouteTick.tickAboveLowest'),
    liquidityNet: present(liquidityNet_, 'RouteTick.liquidityNet'),
  };
}

export function encodeRouteV3(value: RouteV3, writer: WireWriter): void {
  writer.tag(10);
  writer.amount(value.sqrtPriceX96, 'RouteV3.sqrtPriceX96');
  writer.tag(16);
  writer.uint(value.tickAboveLowest, 'RouteV3.tickAboveLowest');
  writer.tag(26);
  writer.amount(value.liquidity, 'RouteV3.liquidity');
  writer.tag(32);
  writer.uint(value.tickSpacing, 'RouteV3.tickSpacing');
  writer.tag(40);
  writer.uint(value.feePips, 'RouteV3.feePips');
  for (const item of value.ticks) {
    writer.tag(50);
    writer.message(item, encodeRouteTick);
  }
}

export function decodeRouteV3(reader: WireReader): RouteV3 {
  let sqrtPriceX96_: RouteV3['sqrtPriceX96'] | undefined;
  let tickAboveLowest_: RouteV3['tickAboveLowest'] | undefined;
  let liquidity_: RouteV3['liquidity'] | undefined;
  let tickSpacing_: RouteV3['tickSpacing'] | undefined;
  let feePips_: RouteV3['feePips'] | undefined;
  let ticks_: RouteV3['ticks'] = nothing;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        sqrtPriceX96_ = reader.amount('RouteV3.sqrtPriceX96');
        break;
      case 16:
        tickAboveLowest_ = reader.uint('RouteV3.tickAboveLowest');
        break;
      case 26:
        liquidity_ = reader.amount('RouteV3.liquidity');
        break;
      case 32:
        tickSpacing_ = reader.uint('RouteV3.tickSpacing');
        break;
      case 40:
        feePips_ = reader.uint('RouteV3.feePips');
        break;
      case 50:
        ticks_ = withNext(ticks_, reader.message(decodeRouteTick, 'RouteV3.ticks'));
        break;
      default:
        throw unknownField(tag, 'RouteV3');
    }
  }
  return {
    sqrtPriceX96: present(sqrtPriceX96_, 'RouteV3.sqrtPriceX96'),
    tickAboveLowest: present(tickAboveLowest_, 'RouteV3.tickAboveLowest'),
    liquidity: present(liquidity_, 'RouteV3.liquidity'),
    tickSpacing: present(tickSpacing_, 'RouteV3.tickSpacing'),
    feePips: present(feePips_, 'RouteV3.feePips'),
    ticks: ticks_,
  };
}

export function encodeRoutePool(value: RoutePool, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.venueID, 'RoutePool.venueID');
  writer.tag(18);
  writer.amount(value.lot, 'RoutePool.lot');
  writer.tag(26);
  writer.amount(value.minQty, 'RoutePool.minQty');
  writer.tag(34);
  writer.amount(value.maxQty, 'RoutePool.maxQty');
  writer.tag(42);
  writer.amount(value.gasCost, 'RoutePool.gasCost');
  writer.tag(48);
  writer.uint(value.baseDecimals, 'RoutePool.baseDecimals');
  writer.tag(56);
  writer.uint(value.quoteDecimals, 'RoutePool.quoteDecimals');
  writer.tag(64);
  writer.bool(value.baseIsToken0);
  writer.tag(72);
  writer.uint(value.blockNumber, 'RoutePool.blockNumber');
  if (value.v2 !== null) {
    writer.tag(82);
    writer.message(value.v2, encodeRouteV2);
  }
  if (value.v3 !== null) {
    writer.tag(90);
    writer.message(value.v3, encodeRouteV3);
  }
  if (value.venueSymbol !== null) {
    writer.tag(98);
    writer.string(value.venueSymbol, 'RoutePool.venueSymbol');
  }
  if (value.tickGasCost !== null) {
    writer.tag(106);
    writer.amount(value.tickGasCost, 'RoutePool.tickGasCost');
  }
  if (value.transaction !== null) {
    writer.tag(114);
    writer.string(value.transaction, 'RoutePool.transaction');
  }
  if (value.transactionGasCost !== null) {
    writer.tag(122);
    writer.amount(value.transactionGasCost, 'RoutePool.transactionGasCost');
  }
}

export function decodeRoutePool(reader: WireReader): RoutePool {
  let venueID_: RoutePool['venueID'] | undefined;
  let lot_: RoutePool['lot'] | undefined;
  let minQty_: RoutePool['minQty'] | undefined;
  let maxQty_: RoutePool['maxQty'] | undefined;
  let gasCost_: RoutePool['gasCost'] | undefined;
  let baseDecimals_: RoutePool['baseDecimals'] | undefined;
  let quoteDecimals_: RoutePool['quoteDecimals'] | undefined;
  let baseIsToken0_: RoutePool['baseIsToken0'] | undefined;
  let blockNumber_: RoutePool['blockNumber'] | undefined;
  let v2_: RoutePool['v2'] = null;
  let v3_: RoutePool['v3'] = null;
  let venueSymbol_: RoutePool['venueSymbol'] = null;
  let tickGasCost_: RoutePool['tickGasCost'] = null;
  let transaction_: RoutePool['transaction'] = null;
  let transactionGasCost_: RoutePool['transactionGasCost'] = null;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        venueID_ = reader.string('RoutePool.venueID') as VenueID;
        break;
      case 18:
        lot_ = reader.amount('RoutePool.lot') as Qty;
        break;
      case 26:
        minQty_ = reader.amount('RoutePool.minQty') as Qty;
        break;
      case 34:
        maxQty_ = reader.amount('RoutePool.maxQty') as Qty;
        break;
      case 42:
        gasCost_ = reader.amount('RoutePool.gasCost') as Notional;
        break;
      case 48:
        baseDecimals_ = reader.uint('RoutePool.baseDecimals');
        break;
      case 56:
        quoteDecimals_ = reader.uint('RoutePool.quoteDecimals');
        break;
      case 64:
        baseIsToken0_ = reader.bool('RoutePool.baseIsToken0');
        break;
      case 72:
        blockNumber_ = reader.uint('RoutePool.blockNumber');
        break;
      case 82:
        v2_ = reader.message(decodeRouteV2, 'RoutePool.v2');
        break;
      case 90:
        v3_ = reader.message(decodeRouteV3, 'RoutePool.v3');
        break;
      case 98:
        venueSymbol_ = reader.string('RoutePool.venueSymbol');
        break;
      case 106:
        tickGasCost_ = reader.amount('RoutePool.tickGasCost') as Notional;
        break;
      case 114:
        transaction_ = reader.string('RoutePool.transaction');
        break;
      case 122:
        transactionGasCost_ = reader.amount('RoutePool.transactionGasCost') as Notional;
        break;
      default:
        throw unknownField(tag, 'RoutePool');
    }
  }
  return {
    venueID: present(venueID_, 'RoutePool.venueID'),
    lot: present(lot_, 'RoutePool.lot'),
    minQty: present(minQty_, 'RoutePool.minQty'),
    maxQty: present(maxQty_, 'RoutePool.maxQty'),
    gasCost: present(gasCost_, 'RoutePool.gasCost'),
    baseDecimals: present(baseDecimals_, 'RoutePool.baseDecimals'),
    quoteDecimals: present(quoteDecimals_, 'RoutePool.quoteDecimals'),
    baseIsToken0: present(baseIsToken0_, 'RoutePool.baseIsToken0'),
    blockNumber: present(blockNumber_, 'RoutePool.blockNumber'),
    v2: v2_,
    v3: v3_,
    venueSymbol: venueSymbol_,
    tickGasCost: tickGasCost_,
    transaction: transaction_,
    transactionGasCost: transactionGasCost_,
  };
}

export function encodeLegDecided(value: LegDecided, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.venueID, 'LegDecided.venueID');
  writer.tag(18);
  writer.amount(value.qty, 'LegDecided.qty');
  writer.tag(26);
  writer.amount(value.worstPrice, 'LegDecided.worstPrice');
  writer.tag(34);
  writer.amount(value.cost, 'LegDecided.cost');
  writer.tag(42);
  writer.amount(value.marginalPrice, 'LegDecided.marginalPrice');
  if (value.venueSymbol !== null) {
    writer.tag(50);
    writer.string(value.venueSymbol, 'LegDecided.venueSymbol');
  }
  if (value.gasCost !== null) {
    writer.tag(58);
    writer.amount(value.gasCost, 'LegDecided.gasCost');
  }
  if (value.ticksCrossed !== null) {
    writer.tag(64);
    writer.uint(value.ticksCrossed, 'LegDecided.ticksCrossed');
  }
}

export function decodeLegDecided(reader: WireReader): LegDecided {
  let venueID_: LegDecided['venueID'] | undefined;
  let qty_: LegDecided['qty'] | undefined;
  let worstPrice_: LegDecided['worstPrice'] | undefined;
  let cost_: LegDecided['cost'] | undefined;
  let marginalPrice_: LegDecided['marginalPrice'] | undefined;
  let venueSymbol_: LegDecided['venueSymbol'] = null;
  let gasCost_: LegDecided['gasCost'] = null;
  let ticksCrossed_: LegDecided['ticksCrossed'] = null;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        venueID_ = reader.string('LegDecided.venueID') as VenueID;
        break;
      case 18:
        qty_ = reader.amount('LegDecided.qty') as Qty;
        break;
      case 26:
        worstPrice_ = reader.amount('LegDecided.worstPrice') as Price;
        break;
      case 34:
        cost_ = reader.amount('LegDecided.cost') as Notional;
        break;
      case 42:
        marginalPrice_ = reader.amount('LegDecided.marginalPrice') as Price;
        break;
      case 50:
        venueSymbol_ = reader.string('LegDecided.venueSymbol');
        break;
      case 58:
        gasCost_ = reader.amount('LegDecided.gasCost') as Notional;
        break;
      case 64:
        ticksCrossed_ = reader.uint('LegDecided.ticksCrossed');
        break;
      default:
        throw unknownField(tag, 'LegDecided');
    }
  }
  return {
    venueID: present(venueID_, 'LegDecided.venueID'),
    qty: present(qty_, 'LegDecided.qty'),
    worstPrice: present(worstPrice_, 'LegDecided.worstPrice'),
    cost: present(cost_, 'LegDecided.cost'),
    marginalPrice: present(marginalPrice_, 'LegDecided.marginalPrice'),
    venueSymbol: venueSymbol_,
    gasCost: gasCost_,
    ticksCrossed: ticksCrossed_,
  };
}

export function encodeVenueUnused(value: VenueUnused, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.venueID, 'VenueUnused.venueID');
  writer.tag(18);
  writer.string(value.why, 'VenueUnused.why');
}

export function decodeVenueUnused(reader: WireReader): VenueUnused {
  let venueID_: VenueUnused['venueID'] | undefined;
  let why_: VenueUnused['why'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        venueID_ = reader.string('VenueUnused.venueID') as VenueID;
        break;
      case 18:
        why_ = reader.string('VenueUnused.why');
        break;
      default:
        throw unknownField(tag, 'VenueUnused');
    }
  }
  return {
    venueID: present(venueID_, 'VenueUnused.venueID'),
    why: present(why_, 'VenueUnused.why'),
  };
}

export function encodeEndReported(value: EndReported, writer: WireWriter): void {
  writer.tag(8);
  writer.uint(childEndHowNumbers[value.how], 'EndReported.how');
  writer.tag(18);
  writer.amount(value.finalCumQty, 'EndReported.finalCumQty');
  writer.tag(26);
  writer.string(value.text, 'EndReported.text');
}

export function decodeEndReported(reader: WireReader): EndReported {
  let how_: EndReported['how'] | undefined;
  let finalCumQty_: EndReported['finalCumQty'] | undefined;
  let text_: EndReported['text'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        how_ = wordOf(childEndHowWords, reader.uint('EndReported.how'), 'EndReported.how');
        break;
      case 18:
        finalCumQty_ = reader.amount('EndReported.finalCumQty') as Qty;
        break;
      case 26:
        text_ = reader.string('EndReported.text');
        break;
      default:
        throw unknownField(tag, 'EndReported');
    }
  }
  return {
    how: present(how_, 'EndReported.how'),
    finalCumQty: present(finalCumQty_, 'EndReported.finalCumQty'),
    text: present(text_, 'EndReported.text'),
  };
}

export function encodeChildFill(value: ChildFill, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.venueOrderID, 'ChildFill.venueOrderID');
  writer.tag(18);
  writer.string(value.venueExecID, 'ChildFill.venueExecID');
  writer.tag(26);
  writer.amount(value.lastQty, 'ChildFill.lastQty');
  writer.tag(34);
  writer.amount(value.lastPx, 'ChildFill.lastPx');
  if (value.sequence !== null) {
    writer.tag(40);
    writer.uint(value.sequence, 'ChildFill.sequence');
  }
  if (value.grossTradeAmt !== null) {
    writer.tag(50);
    writer.amount(value.grossTradeAmt, 'ChildFill.grossTradeAmt');
  }
}

export function decodeChildFill(reader: WireReader): ChildFill {
  let venueOrderID_: ChildFill['venueOrderID'] | undefined;
  let venueExecID_: ChildFill['venueExecID'] | undefined;
  let lastQty_: ChildFill['lastQty'] | undefined;
  let lastPx_: ChildFill['lastPx'] | undefined;
  let sequence_: ChildFill['sequence'] = null;
  let grossTradeAmt_: ChildFill['grossTradeAmt'] = null;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        venueOrderID_ = reader.string('ChildFill.venueOrderID') as VenueOrderID;
        break;
      case 18:
        venueExecID_ = reader.string('ChildFill.venueExecID') as VenueExecID;
        break;
      case 26:
        lastQty_ = reader.amount('ChildFill.lastQty') as Qty;
        break;
      case 34:
        lastPx_ = reader.amount('ChildFill.lastPx') as Price;
        break;
      case 40:
        sequence_ = reader.uint('ChildFill.sequence');
        break;
      case 50:
        grossTradeAmt_ = reader.amount('ChildFill.grossTradeAmt') as Notional;
        break;
      default:
        throw unknownField(tag, 'ChildFill');
    }
  }
  return {
    venueOrderID: present(venueOrderID_, 'ChildFill.venueOrderID'),
    venueExecID: present(venueExecID_, 'ChildFill.venueExecID'),
    lastQty: present(lastQty_, 'ChildFill.lastQty'),
    lastPx: present(lastPx_, 'ChildFill.lastPx'),
    sequence: sequence_,
    grossTradeAmt: grossTradeAmt_,
  };
}

export function encodeChildSwap(value: ChildSwap, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.venueSymbol, 'ChildSwap.venueSymbol');
  writer.tag(18);
  writer.amount(value.orderQty, 'ChildSwap.orderQty');
  writer.tag(26);
  writer.amount(value.price, 'ChildSwap.price');
  writer.tag(32);
  writer.uint(value.ticksCrossed, 'ChildSwap.ticksCrossed');
}

export function decodeChildSwap(reader: WireReader): ChildSwap {
  let venueSymbol_: ChildSwap['venueSymbol'] | undefined;
  let orderQty_: ChildSwap['orderQty'] | undefined;
  let price_: ChildSwap['price'] | undefined;
  let ticksCrossed_: ChildSwap['ticksCrossed'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        venueSymbol_ = reader.string('ChildSwap.venueSymbol');
        break;
      case 18:
        orderQty_ = reader.amount('ChildSwap.orderQty') as Qty;
        break;
      case 26:
        price_ = reader.amount('ChildSwap.price') as Price;
        break;
      case 32:
        ticksCrossed_ = reader.uint('ChildSwap.ticksCrossed');
        break;
      default:
        throw unknownField(tag, 'ChildSwap');
    }
  }
  return {
    venueSymbol: present(venueSymbol_, 'ChildSwap.venueSymbol'),
    orderQty: present(orderQty_, 'ChildSwap.orderQty'),
    price: present(price_, 'ChildSwap.price'),
    ticksCrossed: present(ticksCrossed_, 'ChildSwap.ticksCrossed'),
  };
}

export function encodePendingAmend(value: PendingAmend, writer: WireWriter): void {
  writer.tag(10);
  writer.amount(value.price, 'PendingAmend.price');
  writer.tag(18);
  writer.amount(value.orderQty, 'PendingAmend.orderQty');
  writer.tag(24);
  writer.uint(amendPhaseNumbers[value.phase], 'PendingAmend.phase');
}

export function decodePendingAmend(reader: WireReader): PendingAmend {
  let price_: PendingAmend['price'] | undefined;
  let orderQty_: PendingAmend['orderQty'] | undefined;
  let phase_: PendingAmend['phase'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        price_ = reader.amount('PendingAmend.price') as Price;
        break;
      case 18:
        orderQty_ = reader.amount('PendingAmend.orderQty') as Qty;
        break;
      case 24:
        phase_ = wordOf(amendPhaseWords, reader.uint('PendingAmend.phase'), 'PendingAmend.phase');
        break;
      default:
        throw unknownField(tag, 'PendingAmend');
    }
  }
  return {
    price: present(price_, 'PendingAmend.price'),
    orderQty: present(orderQty_, 'PendingAmend.orderQty'),
    phase: present(phase_, 'PendingAmend.phase'),
  };
}

export function encodeChild(value: Child, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.childID, 'Child.childID');
  writer.tag(16);
  writer.uint(value.intent, 'Child.intent');
  writer.tag(26);
  writer.string(value.venueID, 'Child.venueID');
  writer.tag(34);
  writer.string(value.venueSymbol, 'Child.venueSymbol');
  writer.tag(42);
  writer.amount(value.price, 'Child.price');
  writer.tag(50);
  writer.amount(value.orderQty, 'Child.orderQty');
  writer.tag(56);
  writer.uint(childTimeInForceNumbers[value.timeInForce], 'Child.timeInForce');
  writer.tag(65);
  writer.sfixed64(value.decidedAt, 'Child.decidedAt');
  writer.tag(72);
  writer.uint(childPhaseNumbers[value.phase], 'Child.phase');
  writer.tag(80);
  writer.uint(childCancelStateNumbers[value.cancel], 'Child.cancel');
  if (value.venueOrderID !== null) {
    writer.tag(90);
    writer.string(value.venueOrderID, 'Child.venueOrderID');
  }
  writer.tag(98);
  writer.amount(value.cumQty, 'Child.cumQty');
  for (const item of value.fills) {
    writer.tag(106);
    writer.message(item, encodeChildFill);
  }
  if (value.endReported !== null) {
    writer.tag(114);
    writer.message(value.endReported, encodeEndReported);
  }
  if (value.endedHow !== null) {
    writer.tag(120);
    writer.uint(childEndHowNumbers[value.endedHow], 'Child.endedHow');
  }
  if (value.inDoubtSince !== null) {
    writer.tag(129);
    writer.sfixed64(value.inDoubtSince, 'Child.inDoubtSince');
  }
  writer.tag(136);
  writer.bool(value.overdueRaised);
  if (value.routing !== null) {
    writer.tag(144);
    writer.uint(value.routing, 'Child.routing');
  }
  if (value.cancelRefusals !== null) {
    writer.tag(152);
    writer.uint(value.cancelRefusals, 'Child.cancelRefusals');
  }
  if (value.cancelRefusedAt !== null) {
    writer.tag(161);
    writer.sfixed64(value.cancelRefusedAt, 'Child.cancelRefusedAt');
  }
  for (const item of value.swaps) {
    writer.tag(170);
    writer.message(item, encodeChildSwap);
  }
  if (value.amend !== null) {
    writer.tag(178);
    writer.message(value.amend, encodePendingAmend);
  }
}

export function decodeChild(reader: WireReader): Child {
  let childID_: Child['childID'] | undefined;
  let intent_: Child['intent'] | undefined;
  let venueID_: Child['venueID'] | undefined;
  let venueSymbol_: Child['venueSymbol'] | undefined;
  let price_: Child['price'] | undefined;
  let orderQty_: Child['orderQty'] | undefined;
  let timeInForce_: Child['timeInForce'] | undefined;
  let decidedAt_: Child['decidedAt'] | undefined;
  let phase_: Child['phase'] | undefined;
  let cancel_: Child['cancel'] | undefined;
  let venueOrderID_: Child['venueOrderID'] = null;
  let cumQty_: Child['cumQty'] | undefined;
  let fills_: Child['fills'] = nothing;
  let endReported_: Child['endReported'] = null;
  let endedHow_: Child['endedHow'] = null;
  let inDoubtSince_: Child['inDoubtSince'] = null;
  let overdueRaised_: Child['overdueRaised'] | undefined;
  let routing_: Child['routing'] = null;
  let cancelRefusals_: Child['cancelRefusals'] = null;
  let cancelRefusedAt_: Child['cancelRefusedAt'] = null;
  let swaps_: Child['swaps'] = nothing;
  let amend_: Child['amend'] = null;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        childID_ = reader.string('Child.childID') as ChildID;
        break;
      case 16:
        intent_ = reader.uint('Child.intent');
        break;
      case 26:
        venueID_ = reader.string('Child.venueID') as VenueID;
        break;
      case 34:
        venueSymbol_ = reader.string('Child.venueSymbol');
        break;
      case 42:
        price_ = reader.amount('Child.price') as Price;
        break;
      case 50:
        orderQty_ = reader.amount('Child.orderQty') as Qty;
        break;
      case 56:
        timeInForce_ = wordOf(childTimeInForceWords, reader.uint('Child.timeInForce'), 'Child.timeInForce');
        break;
      case 65:
        decidedAt_ = reader.sfixed64('Child.decidedAt') as EpochNs;
        break;
      case 72:
        phase_ = wordOf(childPhaseWords, reader.uint('Child.phase'), 'Child.phase');
        break;
      case 80:
        cancel_ = wordOf(childCancelStateWords, reader.uint('Child.cancel'), 'Child.cancel');
        break;
      case 90:
        venueOrderID_ = reader.string('Child.venueOrderID') as VenueOrderID;
        break;
      case 98:
        cumQty_ = reader.amount('Child.cumQty') as Qty;
        break;
      case 106:
        fills_ = withNext(fills_, reader.message(decodeChildFill, 'Child.fills'));
        break;
      case 114:
        endReported_ = reader.message(decodeEndReported, 'Child.endReported');
        break;
      case 120:
        endedHow_ = wordOf(childEndHowWords, reader.uint('Child.endedHow'), 'Child.endedHow');
        break;
      case 129:
        inDoubtSince_ = reader.sfixed64('Child.inDoubtSince') as EpochNs;
        break;
      case 136:
        overdueRaised_ = reader.bool('Child.overdueRaised');
        break;
      case 144:
        routing_ = reader.uint('Child.routing');
        break;
      case 152:
        cancelRefusals_ = reader.uint('Child.cancelRefusals');
        break;
      case 161:
        cancelRefusedAt_ = reader.sfixed64('Child.cancelRefusedAt') as EpochNs;
        break;
      case 170:
        swaps_ = withNext(swaps_, reader.message(decodeChildSwap, 'Child.swaps'));
        break;
      case 178:
        amend_ = reader.message(decodePendingAmend, 'Child.amend');
        break;
      default:
        throw unknownField(tag, 'Child');
    }
  }
  return {
    childID: present(childID_, 'Child.childID'),
    intent: present(intent_, 'Child.intent'),
    venueID: present(venueID_, 'Child.venueID'),
    venueSymbol: present(venueSymbol_, 'Child.venueSymbol'),
    price: present(price_, 'Child.price'),
    orderQty: present(orderQty_, 'Child.orderQty'),
    timeInForce: present(timeInForce_, 'Child.timeInForce'),
    decidedAt: present(decidedAt_, 'Child.decidedAt'),
    phase: present(phase_, 'Child.phase'),
    cancel: present(cancel_, 'Child.cancel'),
    venueOrderID: venueOrderID_,
    cumQty: present(cumQty_, 'Child.cumQty'),
    fills: fills_,
    endReported: endReported_,
    endedHow: endedHow_,
    inDoubtSince: inDoubtSince_,
    overdueRaised: present(overdueRaised_, 'Child.overdueRaised'),
    routing: routing_,
    cancelRefusals: cancelRefusals_,
    cancelRefusedAt: cancelRefusedAt_,
    swaps: swaps_,
    amend: amend_,
  };
}

export function encodePendingCancel(value: PendingCancel, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.clOrdID, 'PendingCancel.clOrdID');
  writer.tag(18);
  writer.string(value.origClOrdID, 'PendingCancel.origClOrdID');
  writer.tag(26);
  writer.message(value.origin, encodeOrigin);
}

export function decodePendingCancel(reader: WireReader): PendingCancel {
  let clOrdID_: PendingCancel['clOrdID'] | undefined;
  let origClOrdID_: PendingCancel['origClOrdID'] | undefined;
  let origin_: PendingCancel['origin'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        clOrdID_ = reader.string('PendingCancel.clOrdID') as ClOrdID;
        break;
      case 18:
        origClOrdID_ = reader.string('PendingCancel.origClOrdID') as ClOrdID;
        break;
      case 26:
        origin_ = reader.message(decodeOrigin, 'PendingCancel.origin');
        break;
      default:
        throw unknownField(tag, 'PendingCancel');
    }
  }
  return {
    clOrdID: present(clOrdID_, 'PendingCancel.clOrdID'),
    origClOrdID: present(origClOrdID_, 'PendingCancel.origClOrdID'),
    origin: present(origin_, 'PendingCancel.origin'),
  };
}

export function encodePendingReplace(value: PendingReplace, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.clOrdID, 'PendingReplace.clOrdID');
  writer.tag(18);
  writer.string(value.origClOrdID, 'PendingReplace.origClOrdID');
  writer.tag(26);
  writer.message(value.origin, encodeOrigin);
  writer.tag(34);
  writer.amount(value.orderQty, 'PendingReplace.orderQty');
  if (value.price !== null) {
    writer.tag(42);
    writer.amount(value.price, 'PendingReplace.price');
  }
  writer.tag(50);
  writer.amount(value.worstPrice, 'PendingReplace.worstPrice');
}

export function decodePendingReplace(reader: WireReader): PendingReplace {
  let clOrdID_: PendingReplace['clOrdID'] | undefined;
  let origClOrdID_: PendingReplace['origClOrdID'] | undefined;
  let origin_: PendingReplace['origin'] | undefined;
  let orderQty_: PendingReplace['orderQty'] | undefined;
  let price_: PendingReplace['price'] = null;
  let worstPrice_: PendingReplace['worstPrice'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        clOrdID_ = reader.string('PendingReplace.clOrdID') as ClOrdID;
        break;
      case 18:
        origClOrdID_ = reader.string('PendingReplace.origClOrdID') as ClOrdID;
        break;
      case 26:
        origin_ = reader.message(decodeOrigin, 'PendingReplace.origin');
        break;
      case 34:
        orderQty_ = reader.amount('PendingReplace.orderQty') as Qty;
        break;
      case 42:
        price_ = reader.amount('PendingReplace.price') as Price;
        break;
      case 50:
        worstPrice_ = reader.amount('PendingReplace.worstPrice') as Price;
        break;
      default:
        throw unknownField(tag, 'PendingReplace');
    }
  }
  return {
    clOrdID: present(clOrdID_, 'PendingReplace.clOrdID'),
    origClOrdID: present(origClOrdID_, 'PendingReplace.origClOrdID'),
    origin: present(origin_, 'PendingReplace.origin'),
    orderQty: present(orderQty_, 'PendingReplace.orderQty'),
    price: price_,
    worstPrice: present(worstPrice_, 'PendingReplace.worstPrice'),
  };
}

export function encodeParentOrder(value: ParentOrder, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'ParentOrder.orderID');
  writer.tag(18);
  writer.string(value.sessionID, 'ParentOrder.sessionID');
  writer.tag(26);
  writer.string(value.clOrdID, 'ParentOrder.clOrdID');
  for (const item of value.clOrdIDs) {
    writer.tag(34);
    writer.string(item, 'ParentOrder.clOrdIDs');
  }
  writer.tag(42);
  writer.string(value.account, 'ParentOrder.account');
  writer.tag(50);
  writer.string(value.instrumentID, 'ParentOrder.instrumentID');
  writer.tag(56);
  writer.uint(value.instrumentVersion, 'ParentOrder.instrumentVersion');
  writer.tag(66);
  writer.string(value.symbol, 'ParentOrder.symbol');
  writer.tag(72);
  writer.uint(sideNumbers[value.side], 'ParentOrder.side');
  writer.tag(80);
  writer.uint(ordTypeNumbers[value.ordType], 'ParentOrder.ordType');
  if (value.price !== null) {
    writer.tag(90);
    writer.amount(value.price, 'ParentOrder.price');
  }
  writer.tag(98);
  writer.amount(value.worstPrice, 'ParentOrder.worstPrice');
  writer.tag(104);
  writer.uint(timeInForceNumbers[value.timeInForce], 'ParentOrder.timeInForce');
  writer.tag(114);
  writer.amount(value.orderQty, 'ParentOrder.orderQty');
  writer.tag(122);
  writer.amount(value.cumQty, 'ParentOrder.cumQty');
  writer.tag(130);
  writer.amount(value.leavesQty, 'ParentOrder.leavesQty');
  writer.tag(138);
  writer.amount(value.deadQty, 'ParentOrder.deadQty');
  writer.tag(146);
  writer.amount(value.overfillQty, 'ParentOrder.overfillQty');
  writer.tag(154);
  writer.amount(value.cumNotional, 'ParentOrder.cumNotional');
  writer.tag(161);
  writer.sfixed64(value.acceptedAt, 'ParentOrder.acceptedAt');
  if (value.expireAt !== null) {
    writer.tag(169);
    writer.sfixed64(value.expireAt, 'ParentOrder.expireAt');
  }
  if (value.pendingCancel !== null) {
    writer.tag(178);
    writer.message(value.pendingCancel, encodePendingCancel);
  }
  if (value.pendingReplace !== null) {
    writer.tag(186);
    writer.message(value.pendingReplace, encodePendingReplace);
  }
  writer.tag(192);
  writer.bool(value.expiring);
  for (const item of value.children) {
    writer.tag(202);
    writer.message(item, encodeChild);
  }
  if (value.endedHow !== null) {
    writer.tag(208);
    writer.uint(orderEndHowNumbers[value.endedHow], 'ParentOrder.endedHow');
  }
  if (value.limitBasis !== null) {
    writer.tag(216);
    writer.uint(limitBasisNumbers[value.limitBasis], 'ParentOrder.limitBasis');
  }
  if (value.directives !== null) {
    writer.tag(226);
    writer.message(value.directives, encodeVenueDirectives);
  }
  for (const item of value.exclusions) {
    writer.tag(234);
    writer.message(item, encodeExclusion);
  }
  if (value.killedBy !== null) {
    writer.tag(338);
    writer.string(value.killedBy, 'ParentOrder.killedBy');
  }
}

export function decodeParentOrder(reader: WireReader): ParentOrder {
  let orderID_: ParentOrder['orderID'] | undefined;
  let sessionID_: ParentOrder['sessionID'] | undefined;
  let clOrdID_: ParentOrder['clOrdID'] | undefined;
  let clOrdIDs_: ParentOrder['clOrdIDs'] = nothing;
  let account_: ParentOrder['account'] | undefined;
  let instrumentID_: ParentOrder['instrumentID'] | undefined;
  let instrumentVersion_: ParentOrder['instrumentVersion'] | undefined;
  let symbol_: ParentOrder['symbol'] | undefined;
  let side_: ParentOrder['side'] | undefined;
  let ordType_: ParentOrder['ordType'] | undefined;
  let price_: ParentOrder['price'] = null;
  let worstPrice_: ParentOrder['worstPrice'] | undefined;
  let timeInForce_: ParentOrder['timeInForce'] | undefined;
  let orderQty_: ParentOrder['orderQty'] | undefined;
  let cumQty_: ParentOrder['cumQty'] | undefined;
  let leavesQty_: ParentOrder['leavesQty'] | undefined;
  let deadQty_: ParentOrder['deadQty'] | undefined;
  let overfillQty_: ParentOrder['overfillQty'] | undefined;
  let cumNotional_: ParentOrder['cumNotional'] | undefined;
  let acceptedAt_: ParentOrder['acceptedAt'] | undefined;
  let expireAt_: ParentOrder['expireAt'] = null;
  let pendingCancel_: ParentOrder['pendingCancel'] = null;
  let pendingReplace_: ParentOrder['pendingReplace'] = null;
  let expiring_: ParentOrder['expiring'] | undefined;
  let children_: ParentOrder['children'] = nothing;
  let endedHow_: ParentOrder['endedHow'] = null;
  let limitBasis_: ParentOrder['limitBasis'] = null;
  let directives_: ParentOrder['directives'] = null;
  let exclusions_: ParentOrder['exclusions'] = nothing;
  let killedBy_: ParentOrder['killedBy'] = null;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('ParentOrder.orderID') as OrderID;
        break;
      case 18:
        sessionID_ = reader.string('ParentOrder.sessionID') as SessionID;
        break;
      case 26:
        clOrdID_ = reader.string('ParentOrder.clOrdID') as ClOrdID;
        break;
      case 34:
        clOrdIDs_ = withNext(clOrdIDs_, reader.string('ParentOrder.clOrdIDs') as ClOrdID);
        break;
      case 42:
        account_ = reader.string('ParentOrder.account') as AccountID;
        break;
      case 50:
        instrumentID_ = reader.string('ParentOrder.instrumentID') as InstrumentID;
        break;
      case 56:
        instrumentVersion_ = reader.uint('ParentOrder.instrumentVersion');
        break;
      case 66:
        symbol_ = reader.string('ParentOrder.symbol');
        break;
      case 72:
        side_ = wordOf(sideWords, reader.uint('ParentOrder.side'), 'ParentOrder.side');
        break;
      case 80:
        ordType_ = wordOf(ordTypeWords, reader.uint('ParentOrder.ordType'), 'ParentOrder.ordType');
        break;
      case 90:
        price_ = reader.amount('ParentOrder.price') as Price;
        break;
      case 98:
        worstPrice_ = reader.amount('ParentOrder.worstPrice') as Price;
        break;
      case 104:
        timeInForce_ = wordOf(timeInForceWords, reader.uint('ParentOrder.timeInForce'), 'ParentOrder.timeInForce');
        break;
      case 114:
        orderQty_ = reader.amount('ParentOrder.orderQty') as Qty;
        break;
      case 122:
        cumQty_ = reader.amount('ParentOrder.cumQty') as Qty;
        break;
      case 130:
        leavesQty_ = reader.amount('ParentOrder.leavesQty') as Qty;
        break;
      case 138:
        deadQty_ = reader.amount('ParentOrder.deadQty') as Qty;
        break;
      case 146:
        overfillQty_ = reader.amount('ParentOrder.overfillQty') as Qty;
        break;
      case 154:
        cumNotional_ = reader.amount('ParentOrder.cumNotional') as Notional;
        break;
      case 161:
        acceptedAt_ = reader.sfixed64('ParentOrder.acceptedAt') as EpochNs;
        break;
      case 169:
        expireAt_ = reader.sfixed64('ParentOrder.expireAt') as EpochNs;
        break;
      case 178:
        pendingCancel_ = reader.message(decodePendingCancel, 'ParentOrder.pendingCancel');
        break;
      case 186:
        pendingReplace_ = reader.message(decodePendingReplace, 'ParentOrder.pendingReplace');
        break;
      case 192:
        expiring_ = reader.bool('ParentOrder.expiring');
        break;
      case 202:
        children_ = withNext(children_, reader.message(decodeChild, 'ParentOrder.children'));
        break;
      case 208:
        endedHow_ = wordOf(orderEndHowWords, reader.uint('ParentOrder.endedHow'), 'ParentOrder.endedHow');
        break;
      case 216:
        limitBasis_ = wordOf(limitBasisWords, reader.uint('ParentOrder.limitBasis'), 'ParentOrder.limitBasis');
        break;
      case 226:
        directives_ = reader.message(decodeVenueDirectives, 'ParentOrder.directives');
        break;
      case 234:
        exclusions_ = withNext(exclusions_, reader.message(decodeExclusion, 'ParentOrder.exclusions'));
        break;
      case 338:
        killedBy_ = reader.string('ParentOrder.killedBy');
        break;
      default:
        throw unknownField(tag, 'ParentOrder');
    }
  }
  return {
    orderID: present(orderID_, 'ParentOrder.orderID'),
    sessionID: present(sessionID_, 'ParentOrder.sessionID'),
    clOrdID: present(clOrdID_, 'ParentOrder.clOrdID'),
    clOrdIDs: clOrdIDs_,
    account: present(account_, 'ParentOrder.account'),
    instrumentID: present(instrumentID_, 'ParentOrder.instrumentID'),
    instrumentVersion: present(instrumentVersion_, 'ParentOrder.instrumentVersion'),
    symbol: present(symbol_, 'ParentOrder.symbol'),
    side: present(side_, 'ParentOrder.side'),
    ordType: present(ordType_, 'ParentOrder.ordType'),
    price: price_,
    worstPrice: present(worstPrice_, 'ParentOrder.worstPrice'),
    timeInForce: present(timeInForce_, 'ParentOrder.timeInForce'),
    orderQty: present(orderQty_, 'ParentOrder.orderQty'),
    cumQty: present(cumQty_, 'ParentOrder.cumQty'),
    leavesQty: present(leavesQty_, 'ParentOrder.leavesQty'),
    deadQty: present(deadQty_, 'ParentOrder.deadQty'),
    overfillQty: present(overfillQty_, 'ParentOrder.overfillQty'),
    cumNotional: present(cumNotional_, 'ParentOrder.cumNotional'),
    acceptedAt: present(acceptedAt_, 'ParentOrder.acceptedAt'),
    expireAt: expireAt_,
    pendingCancel: pendingCancel_,
    pendingReplace: pendingReplace_,
    expiring: present(expiring_, 'ParentOrder.expiring'),
    children: children_,
    endedHow: endedHow_,
    limitBasis: limitBasis_,
    directives: directives_,
    exclusions: exclusions_,
    killedBy: killedBy_,
  };
}

export function encodePosition(value: Position, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.account, 'Position.account');
  writer.tag(18);
  writer.string(value.instrumentID, 'Position.instrumentID');
  writer.tag(26);
  writer.amount(value.qty, 'Position.qty');
  writer.tag(34);
  writer.amount(value.boughtNotional, 'Position.boughtNotional');
  writer.tag(42);
  writer.amount(value.soldNotional, 'Position.soldNotional');
}

export function decodePosition(reader: WireReader): Position {
  let account_: Position['account'] | undefined;
  let instrumentID_: Position['instrumentID'] | undefined;
  let qty_: Position['qty'] | undefined;
  let boughtNotional_: Position['boughtNotional'] | undefined;
  let soldNotional_: Position['soldNotional'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        account_ = reader.string('Position.account') as AccountID;
        break;
      case 18:
        instrumentID_ = reader.string('Position.instrumentID') as InstrumentID;
        break;
      case 26:
        qty_ = reader.amount('Position.qty') as SignedQty;
        break;
      case 34:
        boughtNotional_ = reader.amount('Position.boughtNotional') as Notional;
        break;
      case 42:
        soldNotional_ = reader.amount('Position.soldNotional') as Notional;
        break;
      default:
        throw unknownField(tag, 'Position');
    }
  }
  return {
    account: present(account_, 'Position.account'),
    instrumentID: present(instrumentID_, 'Position.instrumentID'),
    qty: present(qty_, 'Position.qty'),
    boughtNotional: present(boughtNotional_, 'Position.boughtNotional'),
    soldNotional: present(soldNotional_, 'Position.soldNotional'),
  };
}

export function encodeQuarantine(value: Quarantine, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.venueID, 'Quarantine.venueID');
  writer.tag(18);
  writer.string(value.cause, 'Quarantine.cause');
  writer.tag(25);
  writer.sfixed64(value.since, 'Quarantine.since');
}

export function decodeQuarantine(reader: WireReader): Quarantine {
  let venueID_: Quarantine['venueID'] | undefined;
  let cause_: Quarantine['cause'] | undefined;
  let since_: Quarantine['since'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        venueID_ = reader.string('Quarantine.venueID') as VenueID;
        break;
      case 18:
        cause_ = reader.string('Quarantine.cause');
        break;
      case 25:
        since_ = reader.sfixed64('Quarantine.since') as EpochNs;
        break;
      default:
        throw unknownField(tag, 'Quarantine');
    }
  }
  return {
    venueID: present(venueID_, 'Quarantine.venueID'),
    cause: present(cause_, 'Quarantine.cause'),
    since: present(since_, 'Quarantine.since'),
  };
}

export function encodeKill(value: Kill, writer: WireWriter): void {
  writer.tag(8);
  writer.uint(killScopeNumbers[value.scope], 'Kill.scope');
  writer.tag(18);
  writer.string(value.scopeID, 'Kill.scopeID');
  writer.tag(26);
  writer.string(value.who, 'Kill.who');
  writer.tag(34);
  writer.string(value.reason, 'Kill.reason');
  writer.tag(41);
  writer.sfixed64(value.since, 'Kill.since');
}

export function decodeKill(reader: WireReader): Kill {
  let scope_: Kill['scope'] | undefined;
  let scopeID_: Kill['scopeID'] | undefined;
  let who_: Kill['who'] | undefined;
  let reason_: Kill['reason'] | undefined;
  let since_: Kill['since'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        scope_ = wordOf(killScopeWords, reader.uint('Kill.scope'), 'Kill.scope');
        break;
      case 18:
        scopeID_ = reader.string('Kill.scopeID');
        break;
      case 26:
        who_ = reader.string('Kill.who');
        break;
      case 34:
        reason_ = reader.string('Kill.reason');
        break;
      case 41:
        since_ = reader.sfixed64('Kill.since') as EpochNs;
        break;
      default:
        throw unknownField(tag, 'Kill');
    }
  }
  return {
    scope: present(scope_, 'Kill.scope'),
    scopeID: present(scopeID_, 'Kill.scopeID'),
    who: present(who_, 'Kill.who'),
    reason: present(reason_, 'Kill.reason'),
    since: present(since_, 'Kill.since'),
  };
}

export function encodeLimitChange(value: LimitChange, writer: WireWriter): void {
  writer.tag(8);
  writer.uint(limitScopeNumbers[value.scope], 'LimitChange.scope');
  writer.tag(18);
  writer.string(value.scopeID, 'LimitChange.scopeID');
  writer.tag(24);
  writer.uint(limitNameNumbers[value.name], 'LimitChange.name');
  writer.tag(34);
  writer.string(value.who, 'LimitChange.who');
  writer.tag(42);
  writer.string(value.reason, 'LimitChange.reason');
  if (value.value !== null) {
    writer.tag(50);
    writer.amount(value.value, 'LimitChange.value');
  }
  if (value.configured !== null) {
    writer.tag(58);
    writer.amount(value.configured, 'LimitChange.configured');
  }
  writer.tag(65);
  writer.sfixed64(value.at, 'LimitChange.at');
}

export function decodeLimitChange(reader: WireReader): LimitChange {
  let scope_: LimitChange['scope'] | undefined;
  let scopeID_: LimitChange['scopeID'] | undefined;
  let name_: LimitChange['name'] | undefined;
  let who_: LimitChange['who'] | undefined;
  let reason_: LimitChange['reason'] | undefined;
  let value_: LimitChange['value'] = null;
  let configured_: LimitChange['configured'] = null;
  let at_: LimitChange['at'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        scope_ = wordOf(limitScopeWords, reader.uint('LimitChange.scope'), 'LimitChange.scope');
        break;
      case 18:
        scopeID_ = reader.string('LimitChange.scopeID');
        break;
      case 24:
        name_ = wordOf(limitNameWords, reader.uint('LimitChange.name'), 'LimitChange.name');
        break;
      case 34:
        who_ = reader.string('LimitChange.who');
        break;
      case 42:
        reason_ = reader.string('LimitChange.reason');
        break;
      case 50:
        value_ = reader.amount('LimitChange.value');
        break;
      case 58:
        configured_ = reader.amount('LimitChange.configured');
        break;
      case 65:
        at_ = reader.sfixed64('LimitChange.at') as EpochNs;
        break;
      default:
        throw unknownField(tag, 'LimitChange');
    }
  }
  return {
    scope: present(scope_, 'LimitChange.scope'),
    scopeID: present(scopeID_, 'LimitChange.scopeID'),
    name: present(name_, 'LimitChange.name'),
    who: present(who_, 'LimitChange.who'),
    reason: present(reason_, 'LimitChange.reason'),
    value: value_,
    configured: configured_,
    at: present(at_, 'LimitChange.at'),
  };
}

export function encodeHolding(value: Holding, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.venueID, 'Holding.venueID');
  writer.tag(18);
  writer.string(value.asset, 'Holding.asset');
  writer.tag(26);
  writer.amount(value.amount, 'Holding.amount');
  writer.tag(33);
  writer.sfixed64(value.agreedAt, 'Holding.agreedAt');
}

export function decodeHolding(reader: WireReader): Holding {
  let venueID_: Holding['venueID'] | undefined;
  let asset_: Holding['asset'] | undefined;
  let amount_: Holding['amount'] | undefined;
  let agreedAt_: Holding['agreedAt'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        venueID_ = reader.string('Holding.venueID') as VenueID;
        break;
      case 18:
        asset_ = reader.string('Holding.asset');
        break;
      case 26:
        amount_ = reader.amount('Holding.amount');
        break;
      case 33:
        agreedAt_ = reader.sfixed64('Holding.agreedAt') as EpochNs;
        break;
      default:
        throw unknownField(tag, 'Holding');
    }
  }
  return {
    venueID: present(venueID_, 'Holding.venueID'),
    asset: present(asset_, 'Holding.asset'),
    amount: present(amount_, 'Holding.amount'),
    agreedAt: present(agreedAt_, 'Holding.agreedAt'),
  };
}

export function encodeChildLeft(value: ChildLeft, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.venueID, 'ChildLeft.venueID');
  writer.tag(18);
  writer.string(value.childID, 'ChildLeft.childID');
}

export function decodeChildLeft(reader: WireReader): ChildLeft {
  let venueID_: ChildLeft['venueID'] | undefined;
  let childID_: ChildLeft['childID'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        venueID_ = reader.string('ChildLeft.venueID') as VenueID;
        break;
      case 18:
        childID_ = reader.string('ChildLeft.childID') as ChildID;
        break;
      default:
        throw unknownField(tag, 'ChildLeft');
    }
  }
  return {
    venueID: present(venueID_, 'ChildLeft.venueID'),
    childID: present(childID_, 'ChildLeft.childID'),
  };
}

export function encodeSignedSwap(value: SignedSwap, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.venueSymbol, 'SignedSwap.venueSymbol');
  writer.tag(18);
  writer.amount(value.amountIn, 'SignedSwap.amountIn');
  writer.tag(26);
  writer.amount(value.amountOut, 'SignedSwap.amountOut');
}

export function decodeSignedSwap(reader: WireReader): SignedSwap {
  let venueSymbol_: SignedSwap['venueSymbol'] | undefined;
  let amountIn_: SignedSwap['amountIn'] | undefined;
  let amountOut_: SignedSwap['amountOut'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        venueSymbol_ = reader.string('SignedSwap.venueSymbol');
        break;
      case 18:
        amountIn_ = reader.amount('SignedSwap.amountIn');
        break;
      case 26:
        amountOut_ = reader.amount('SignedSwap.amountOut');
        break;
      default:
        throw unknownField(tag, 'SignedSwap');
    }
  }
  return {
    venueSymbol: present(venueSymbol_, 'SignedSwap.venueSymbol'),
    amountIn: present(amountIn_, 'SignedSwap.amountIn'),
    amountOut: present(amountOut_, 'SignedSwap.amountOut'),
  };
}

export function encodeSignedTransaction(value: SignedTransaction, writer: WireWriter): void {
  writer.tag(8);
  writer.uint(value.nonce, 'SignedTransaction.nonce');
  writer.tag(18);
  writer.string(value.hash, 'SignedTransaction.hash');
  writer.tag(26);
  writer.bytes(value.raw);
  writer.tag(32);
  writer.uint(transactionPurposeNumbers[value.purpose], 'SignedTransaction.purpose');
  writer.tag(42);
  writer.string(value.childID, 'SignedTransaction.childID');
  writer.tag(50);
  writer.string(value.venueSymbol, 'SignedTransaction.venueSymbol');
  writer.tag(56);
  writer.uint(sideNumbers[value.side], 'SignedTransaction.side');
  writer.tag(66);
  writer.amount(value.amountIn, 'SignedTransaction.amountIn');
  writer.tag(74);
  writer.amount(value.amountOut, 'SignedTransaction.amountOut');
  writer.tag(81);
  writer.sfixed64(value.deadline, 'SignedTransaction.deadline');
  writer.tag(88);
  writer.uint(value.gasLimit, 'SignedTransaction.gasLimit');
  writer.tag(98);
  writer.amount(value.maxFeePerGas, 'SignedTransaction.maxFeePerGas');
  writer.tag(106);
  writer.amount(value.maxPriorityFeePerGas, 'SignedTransaction.maxPriorityFeePerGas');
  for (const item of value.swaps) {
    writer.tag(114);
    writer.message(item, encodeSignedSwap);
  }
}

export function decodeSignedTransaction(reader: WireReader): SignedTransaction {
  let nonce_: SignedTransaction['nonce'] | undefined;
  let hash_: SignedTransaction['hash'] | undefined;
  let raw_: SignedTransaction['raw'] | undefined;
  let purpose_: SignedTransaction['purpose'] | undefined;
  let childID_: SignedTransaction['childID'] | undefined;
  let venueSymbol_: SignedTransaction['venueSymbol'] | undefined;
  let side_: SignedTransaction['side'] | undefined;
  let amountIn_: SignedTransaction['amountIn'] | undefined;
  let amountOut_: SignedTransaction['amountOut'] | undefined;
  let deadline_: SignedTransaction['deadline'] | undefined;
  let gasLimit_: SignedTransaction['gasLimit'] | undefined;
  let maxFeePerGas_: SignedTransaction['maxFeePerGas'] | undefined;
  let maxPriorityFeePerGas_: SignedTransaction['maxPriorityFeePerGas'] | undefined;
  let swaps_: SignedTransaction['swaps'] = nothing;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        nonce_ = reader.uint('SignedTransaction.nonce');
        break;
      case 18:
        hash_ = reader.string('SignedTransaction.hash');
        break;
      case 26:
        raw_ = reader.bytes('SignedTransaction.raw');
        break;
      case 32:
        purpose_ = wordOf(transactionPurposeWords, reader.uint('SignedTransaction.purpose'), 'SignedTransaction.purpose');
        break;
      case 42:
        childID_ = reader.string('SignedTransaction.childID') as ChildID;
        break;
      case 50:
        venueSymbol_ = reader.string('SignedTransaction.venueSymbol');
        break;
      case 56:
        side_ = wordOf(sideWords, reader.uint('SignedTransaction.side'), 'SignedTransaction.side');
        break;
      case 66:
        amountIn_ = reader.amount('SignedTransaction.amountIn');
        break;
      case 74:
        amountOut_ = reader.amount('SignedTransaction.amountOut');
        break;
      case 81:
        deadline_ = reader.sfixed64('SignedTransaction.deadline') as EpochNs;
        break;
      case 88:
        gasLimit_ = reader.uint('SignedTransaction.gasLimit');
        break;
      case 98:
        maxFeePerGas_ = reader.amount('SignedTransaction.maxFeePerGas');
        break;
      case 106:
        maxPriorityFeePerGas_ = reader.amount('SignedTransaction.maxPriorityFeePerGas');
        break;
      case 114:
        swaps_ = withNext(swaps_, reader.message(decodeSignedSwap, 'SignedTransaction.swaps'));
        break;
      default:
        throw unknownField(tag, 'SignedTransaction');
    }
  }
  return {
    nonce: present(nonce_, 'SignedTransaction.nonce'),
    hash: present(hash_, 'SignedTransaction.hash'),
    raw: present(raw_, 'SignedTransaction.raw'),
    purpose: present(purpose_, 'SignedTransaction.purpose'),
    childID: present(childID_, 'SignedTransaction.childID'),
    venueSymbol: present(venueSymbol_, 'SignedTransaction.venueSymbol'),
    side: present(side_, 'SignedTransaction.side'),
    amountIn: present(amountIn_, 'SignedTransaction.amountIn'),
    amountOut: present(amountOut_, 'SignedTransaction.amountOut'),
    deadline: present(deadline_, 'SignedTransaction.deadline'),
    gasLimit: present(gasLimit_, 'SignedTransaction.gasLimit'),
    maxFeePerGas: present(maxFeePerGas_, 'SignedTransaction.maxFeePerGas'),
    maxPriorityFeePerGas: present(maxPriorityFeePerGas_, 'SignedTransaction.maxPriorityFeePerGas'),
    swaps: swaps_,
  };
}

export function encodeProvisionalFill(value: ProvisionalFill, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.childID, 'ProvisionalFill.childID');
  writer.tag(18);
  writer.string(value.venueOrderID, 'ProvisionalFill.venueOrderID');
  writer.tag(26);
  writer.string(value.venueExecID, 'ProvisionalFill.venueExecID');
}

export function decodeProvisionalFill(reader: WireReader): ProvisionalFill {
  let childID_: ProvisionalFill['childID'] | undefined;
  let venueOrderID_: ProvisionalFill['venueOrderID'] | undefined;
  let venueExecID_: ProvisionalFill['venueExecID'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        childID_ = reader.string('ProvisionalFill.childID') as ChildID;
        break;
      case 18:
        venueOrderID_ = reader.string('ProvisionalFill.venueOrderID') as VenueOrderID;
        break;
      case 26:
        venueExecID_ = reader.string('ProvisionalFill.venueExecID') as VenueExecID;
        break;
      default:
        throw unknownField(tag, 'ProvisionalFill');
    }
  }
  return {
    childID: present(childID_, 'ProvisionalFill.childID'),
    venueOrderID: present(venueOrderID_, 'ProvisionalFill.venueOrderID'),
    venueExecID: present(venueExecID_, 'ProvisionalFill.venueExecID'),
  };
}

export function encodeChainAccount(value: ChainAccount, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.venueID, 'ChainAccount.venueID');
  writer.tag(16);
  writer.uint(value.nextNonce, 'ChainAccount.nextNonce');
  for (const item of value.transactions) {
    writer.tag(26);
    writer.message(item, encodeSignedTransaction);
  }
  for (const item of value.fills) {
    writer.tag(34);
    writer.message(item, encodeProvisionalFill);
  }
}

export function decodeChainAccount(reader: WireReader): ChainAccount {
  let venueID_: ChainAccount['venueID'] | undefined;
  let nextNonce_: ChainAccount['nextNonce'] | undefined;
  let transactions_: ChainAccount['transactions'] = nothing;
  let fills_: ChainAccount['fills'] = nothing;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        venueID_ = reader.string('ChainAccount.venueID') as VenueID;
        break;
      case 16:
        nextNonce_ = reader.uint('ChainAccount.nextNonce');
        break;
      case 26:
        transactions_ = withNext(transactions_, reader.message(decodeSignedTransaction, 'ChainAccount.transactions'));
        break;
      case 34:
        fills_ = withNext(fills_, reader.message(decodeProvisionalFill, 'ChainAccount.fills'));
        break;
      default:
        throw unknownField(tag, 'ChainAccount');
    }
  }
  return {
    venueID: present(venueID_, 'ChainAccount.venueID'),
    nextNonce: present(nextNonce_, 'ChainAccount.nextNonce'),
    transactions: transactions_,
    fills: fills_,
  };
}

export function encodeDeskSnapshot(value: DeskSnapshot, writer: WireWriter): void {
  writer.tag(8);
  writer.uint(value.desk, 'DeskSnapshot.desk');
  writer.tag(16);
  writer.uint(value.epoch, 'DeskSnapshot.epoch');
  writer.tag(24);
  writer.uint(value.nextOrder, 'DeskSnapshot.nextOrder');
  writer.tag(32);
  writer.uint(value.nextIntent, 'DeskSnapshot.nextIntent');
  for (const item of value.instruments) {
    writer.tag(42);
    writer.message(item, encodeInstrument);
  }
  for (const item of value.limits) {
    writer.tag(50);
    writer.message(item, encodeLimits);
  }
  for (const item of value.orders) {
    writer.tag(58);
    writer.message(item, encodeParentOrder);
  }
  for (const item of value.positions) {
    writer.tag(66);
    writer.message(item, encodePosition);
  }
  for (const item of value.quarantined) {
    writer.tag(74);
    writer.string(item, 'DeskSnapshot.quarantined');
  }
  for (const item of value.quarantines) {
    writer.tag(82);
    writer.message(item, encodeQuarantine);
  }
  for (const item of value.chainAccounts) {
    writer.tag(242);
    writer.message(item, encodeChainAccount);
  }
  for (const item of value.kills) {
    writer.tag(338);
    writer.message(item, encodeKill);
  }
  for (const item of value.limitChanges) {
    writer.tag(346);
    writer.message(item, encodeLimitChange);
  }
  for (const item of value.holdings) {
    writer.tag(354);
    writer.message(item, encodeHolding);
  }
}

export function decodeDeskSnapshot(reader: WireReader): DeskSnapshot {
  let desk_: DeskSnapshot['desk'] | undefined;
  let epoch_: DeskSnapshot['epoch'] | undefined;
  let nextOrder_: DeskSnapshot['nextOrder'] | undefined;
  let nextIntent_: DeskSnapshot['nextIntent'] | undefined;
  let instruments_: DeskSnapshot['instruments'] = nothing;
  let limits_: DeskSnapshot['limits'] = nothing;
  let orders_: DeskSnapshot['orders'] = nothing;
  let positions_: DeskSnapshot['positions'] = nothing;
  let quarantined_: DeskSnapshot['quarantined'] = nothing;
  let quarantines_: DeskSnapshot['quarantines'] = nothing;
  let chainAccounts_: DeskSnapshot['chainAccounts'] = nothing;
  let kills_: DeskSnapshot['kills'] = nothing;
  let limitChanges_: DeskSnapshot['limitChanges'] = nothing;
  let holdings_: DeskSnapshot['holdings'] = nothing;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        desk_ = reader.uint('DeskSnapshot.desk');
        break;
      case 16:
        epoch_ = reader.uint('DeskSnapshot.epoch');
        break;
      case 24:
        nextOrder_ = reader.uint('DeskSnapshot.nextOrder');
        break;
      case 32:
        nextIntent_ = reader.uint('DeskSnapshot.nextIntent');
        break;
      case 42:
        instruments_ = withNext(instruments_, reader.message(decodeInstrument, 'DeskSnapshot.instruments'));
        break;
      case 50:
        limits_ = withNext(limits_, reader.message(decodeLimits, 'DeskSnapshot.limits'));
        break;
      case 58:
        orders_ = withNext(orders_, reader.message(decodeParentOrder, 'DeskSnapshot.orders'));
        break;
      case 66:
        positions_ = withNext(positions_, reader.message(decodePosition, 'DeskSnapshot.positions'));
        break;
      case 74:
        quarantined_ = withNext(quarantined_, reader.string('DeskSnapshot.quarantined') as VenueID);
        break;
      case 82:
        quarantines_ = withNext(quarantines_, reader.message(decodeQuarantine, 'DeskSnapshot.quarantines'));
        break;
      case 242:
        chainAccounts_ = withNext(chainAccounts_, reader.message(decodeChainAccount, 'DeskSnapshot.chainAccounts'));
        break;
      case 338:
        kills_ = withNext(kills_, reader.message(decodeKill, 'DeskSnapshot.kills'));
        break;
      case 346:
        limitChanges_ = withNext(limitChanges_, reader.message(decodeLimitChange, 'DeskSnapshot.limitChanges'));
        break;
      case 354:
        holdings_ = withNext(holdings_, reader.message(decodeHolding, 'DeskSnapshot.holdings'));
        break;
      default:
        throw unknownField(tag, 'DeskSnapshot');
    }
  }
  return {
    desk: present(desk_, 'DeskSnapshot.desk'),
    epoch: present(epoch_, 'DeskSnapshot.epoch'),
    nextOrder: present(nextOrder_, 'DeskSnapshot.nextOrder'),
    nextIntent: present(nextIntent_, 'DeskSnapshot.nextIntent'),
    instruments: instruments_,
    limits: limits_,
    orders: orders_,
    positions: positions_,
    quarantined: quarantined_,
    quarantines: quarantines_,
    chainAccounts: chainAccounts_,
    kills: kills_,
    limitChanges: limitChanges_,
    holdings: holdings_,
  };
}

export function encodeDeskStarted(value: DeskStarted, writer: WireWriter): void {
  writer.tag(8);
  writer.uint(value.desk, 'DeskStarted.desk');
  writer.tag(16);
  writer.uint(value.epoch, 'DeskStarted.epoch');
}

export function decodeDeskStarted(reader: WireReader): DeskStarted {
  let desk_: DeskStarted['desk'] | undefined;
  let epoch_: DeskStarted['epoch'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        desk_ = reader.uint('DeskStarted.desk');
        break;
      case 16:
        epoch_ = reader.uint('DeskStarted.epoch');
        break;
      default:
        throw unknownField(tag, 'DeskStarted');
    }
  }
  return {
    type: 'DeskStarted',
    desk: present(desk_, 'DeskStarted.desk'),
    epoch: present(epoch_, 'DeskStarted.epoch'),
  };
}

export function encodeInstrumentDefined(value: InstrumentDefined, writer: WireWriter): void {
  writer.tag(10);
  writer.message(value.instrument, encodeInstrument);
}

export function decodeInstrumentDefined(reader: WireReader): InstrumentDefined {
  let instrument_: InstrumentDefined['instrument'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        instrument_ = reader.message(decodeInstrument, 'InstrumentDefined.instrument');
        break;
      default:
        throw unknownField(tag, 'InstrumentDefined');
    }
  }
  return {
    type: 'InstrumentDefined',
    instrument: present(instrument_, 'InstrumentDefined.instrument'),
  };
}

export function encodeLimitsSet(value: LimitsSet, writer: WireWriter): void {
  writer.tag(10);
  writer.message(value.limits, encodeLimits);
}

export function decodeLimitsSet(reader: WireReader): LimitsSet {
  let limits_: LimitsSet['limits'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        limits_ = reader.message(decodeLimits, 'LimitsSet.limits');
        break;
      default:
        throw unknownField(tag, 'LimitsSet');
    }
  }
  return {
    type: 'LimitsSet',
    limits: present(limits_, 'LimitsSet.limits'),
  };
}

export function encodeOrderAccepted(value: OrderAccepted, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'OrderAccepted.orderID');
  writer.tag(18);
  writer.message(value.origin, encodeOrigin);
  writer.tag(26);
  writer.string(value.clOrdID, 'OrderAccepted.clOrdID');
  writer.tag(34);
  writer.string(value.account, 'OrderAccepted.account');
  writer.tag(42);
  writer.string(value.instrumentID, 'OrderAccepted.instrumentID');
  writer.tag(48);
  writer.uint(value.instrumentVersion, 'OrderAccepted.instrumentVersion');
  writer.tag(58);
  writer.string(value.symbol, 'OrderAccepted.symbol');
  writer.tag(64);
  writer.uint(sideNumbers[value.side], 'OrderAccepted.side');
  writer.tag(72);
  writer.uint(ordTypeNumbers[value.ordType], 'OrderAccepted.ordType');
  if (value.price !== null) {
    writer.tag(82);
    writer.amount(value.price, 'OrderAccepted.price');
  }
  writer.tag(90);
  writer.amount(value.worstPrice, 'OrderAccepted.worstPrice');
  writer.tag(96);
  writer.uint(timeInForceNumbers[value.timeInForce], 'OrderAccepted.timeInForce');
  writer.tag(106);
  writer.amount(value.orderQty, 'OrderAccepted.orderQty');
  writer.tag(114);
  writer.amount(value.referencePrice, 'OrderAccepted.referencePrice');
  if (value.expireAt !== null) {
    writer.tag(121);
    writer.sfixed64(value.expireAt, 'OrderAccepted.expireAt');
  }
  if (value.limitBasis !== null) {
    writer.tag(128);
    writer.uint(limitBasisNumbers[value.limitBasis], 'OrderAccepted.limitBasis');
  }
  if (value.directives !== null) {
    writer.tag(138);
    writer.message(value.directives, encodeVenueDirectives);
  }
}

export function decodeOrderAccepted(reader: WireReader): OrderAccepted {
  let orderID_: OrderAccepted['orderID'] | undefined;
  let origin_: OrderAccepted['origin'] | undefined;
  let clOrdID_: OrderAccepted['clOrdID'] | undefined;
  let account_: OrderAccepted['account'] | undefined;
  let instrumentID_: OrderAccepted['instrumentID'] | undefined;
  let instrumentVersion_: OrderAccepted['instrumentVersion'] | undefined;
  let symbol_: OrderAccepted['symbol'] | undefined;
  let side_: OrderAccepted['side'] | undefined;
  let ordType_: OrderAccepted['ordType'] | undefined;
  let price_: OrderAccepted['price'] = null;
  let worstPrice_: OrderAccepted['worstPrice'] | undefined;
  let timeInForce_: OrderAccepted['timeInForce'] | undefined;
  let orderQty_: OrderAccepted['orderQty'] | undefined;
  let referencePrice_: OrderAccepted['referencePrice'] | undefined;
  let expireAt_: OrderAccepted['expireAt'] = null;
  let limitBasis_: OrderAccepted['limitBasis'] = null;
  let directives_: OrderAccepted['directives'] = null;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('OrderAccepted.orderID') as OrderID;
        break;
      case 18:
        origin_ = reader.message(decodeOrigin, 'OrderAccepted.origin');
        break;
      case 26:
        clOrdID_ = reader.string('OrderAccepted.clOrdID') as ClOrdID;
        break;
      case 34:
        account_ = reader.string('OrderAccepted.account') as AccountID;
        break;
      case 42:
        instrumentID_ = reader.string('OrderAccepted.instrumentID') as InstrumentID;
        break;
      case 48:
        instrumentVersion_ = reader.uint('OrderAccepted.instrumentVersion');
        break;
      case 58:
        symbol_ = reader.string('OrderAccepted.symbol');
        break;
      case 64:
        side_ = wordOf(sideWords, reader.uint('OrderAccepted.side'), 'OrderAccepted.side');
        break;
      case 72:
        ordType_ = wordOf(ordTypeWords, reader.uint('OrderAccepted.ordType'), 'OrderAccepted.ordType');
        break;
      case 82:
        price_ = reader.amount('OrderAccepted.price') as Price;
        break;
      case 90:
        worstPrice_ = reader.amount('OrderAccepted.worstPrice') as Price;
        break;
      case 96:
        timeInForce_ = wordOf(timeInForceWords, reader.uint('OrderAccepted.timeInForce'), 'OrderAccepted.timeInForce');
        break;
      case 106:
        orderQty_ = reader.amount('OrderAccepted.orderQty') as Qty;
        break;
      case 114:
        referencePrice_ = reader.amount('OrderAccepted.referencePrice') as Price;
        break;
      case 121:
        expireAt_ = reader.sfixed64('OrderAccepted.expireAt') as EpochNs;
        break;
      case 128:
        limitBasis_ = wordOf(limitBasisWords, reader.uint('OrderAccepted.limitBasis'), 'OrderAccepted.limitBasis');
        break;
      case 138:
        directives_ = reader.message(decodeVenueDirectives, 'OrderAccepted.directives');
        break;
      default:
        throw unknownField(tag, 'OrderAccepted');
    }
  }
  return {
    type: 'OrderAccepted',
    orderID: present(orderID_, 'OrderAccepted.orderID'),
    origin: present(origin_, 'OrderAccepted.origin'),
    clOrdID: present(clOrdID_, 'OrderAccepted.clOrdID'),
    account: present(account_, 'OrderAccepted.account'),
    instrumentID: present(instrumentID_, 'OrderAccepted.instrumentID'),
    instrumentVersion: present(instrumentVersion_, 'OrderAccepted.instrumentVersion'),
    symbol: present(symbol_, 'OrderAccepted.symbol'),
    side: present(side_, 'OrderAccepted.side'),
    ordType: present(ordType_, 'OrderAccepted.ordType'),
    price: price_,
    worstPrice: present(worstPrice_, 'OrderAccepted.worstPrice'),
    timeInForce: present(timeInForce_, 'OrderAccepted.timeInForce'),
    orderQty: present(orderQty_, 'OrderAccepted.orderQty'),
    referencePrice: present(referencePrice_, 'OrderAccepted.referencePrice'),
    expireAt: expireAt_,
    limitBasis: limitBasis_,
    directives: directives_,
  };
}

export function encodeOrderRejected(value: OrderRejected, writer: WireWriter): void {
  writer.tag(10);
  writer.message(value.origin, encodeOrigin);
  writer.tag(18);
  writer.string(value.clOrdID, 'OrderRejected.clOrdID');
  if (value.account !== null) {
    writer.tag(26);
    writer.string(value.account, 'OrderRejected.account');
  }
  writer.tag(34);
  writer.string(value.symbol, 'OrderRejected.symbol');
  writer.tag(40);
  writer.uint(sideNumbers[value.side], 'OrderRejected.side');
  writer.tag(50);
  writer.amount(value.orderQty, 'OrderRejected.orderQty');
  writer.tag(56);
  writer.uint(ordRejReasonNumbers[value.ordRejReason], 'OrderRejected.ordRejReason');
  writer.tag(66);
  writer.string(value.check, 'OrderRejected.check');
  writer.tag(74);
  writer.string(value.text, 'OrderRejected.text');
}

export function decodeOrderRejected(reader: WireReader): OrderRejected {
  let origin_: OrderRejected['origin'] | undefined;
  let clOrdID_: OrderRejected['clOrdID'] | undefined;
  let account_: OrderRejected['account'] = null;
  let symbol_: OrderRejected['symbol'] | undefined;
  let side_: OrderRejected['side'] | undefined;
  let orderQty_: OrderRejected['orderQty'] | undefined;
  let ordRejReason_: OrderRejected['ordRejReason'] | undefined;
  let check_: OrderRejected['check'] | undefined;
  let text_: OrderRejected['text'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        origin_ = reader.message(decodeOrigin, 'OrderRejected.origin');
        break;
      case 18:
        clOrdID_ = reader.string('OrderRejected.clOrdID') as ClOrdID;
        break;
      case 26:
        account_ = reader.string('OrderRejected.account') as AccountID;
        break;
      case 34:
        symbol_ = reader.string('OrderRejected.symbol');
        break;
      case 40:
        side_ = wordOf(sideWords, reader.uint('OrderRejected.side'), 'OrderRejected.side');
        break;
      case 50:
        orderQty_ = reader.amount('OrderRejected.orderQty') as Qty;
        break;
      case 56:
        ordRejReason_ = wordOf(ordRejReasonWords, reader.uint('OrderRejected.ordRejReason'), 'OrderRejected.ordRejReason');
        break;
      case 66:
        check_ = reader.string('OrderRejected.check');
        break;
      case 74:
        text_ = reader.string('OrderRejected.text');
        break;
      default:
        throw unknownField(tag, 'OrderRejected');
    }
  }
  return {
    type: 'OrderRejected',
    origin: present(origin_, 'OrderRejected.origin'),
    clOrdID: present(clOrdID_, 'OrderRejected.clOrdID'),
    account: account_,
    symbol: present(symbol_, 'OrderRejected.symbol'),
    side: present(side_, 'OrderRejected.side'),
    orderQty: present(orderQty_, 'OrderRejected.orderQty'),
    ordRejReason: present(ordRejReason_, 'OrderRejected.ordRejReason'),
    check: present(check_, 'OrderRejected.check'),
    text: present(text_, 'OrderRejected.text'),
  };
}

export function encodeCancelRequested(value: CancelRequested, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'CancelRequested.orderID');
  writer.tag(18);
  writer.message(value.origin, encodeOrigin);
  writer.tag(26);
  writer.string(value.clOrdID, 'CancelRequested.clOrdID');
  writer.tag(34);
  writer.string(value.origClOrdID, 'CancelRequested.origClOrdID');
}

export function decodeCancelRequested(reader: WireReader): CancelRequested {
  let orderID_: CancelRequested['orderID'] | undefined;
  let origin_: CancelRequested['origin'] | undefined;
  let clOrdID_: CancelRequested['clOrdID'] | undefined;
  let origClOrdID_: CancelRequested['origClOrdID'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('CancelRequested.orderID') as OrderID;
        break;
      case 18:
        origin_ = reader.message(decodeOrigin, 'CancelRequested.origin');
        break;
      case 26:
        clOrdID_ = reader.string('CancelRequested.clOrdID') as ClOrdID;
        break;
      case 34:
        origClOrdID_ = reader.string('CancelRequested.origClOrdID') as ClOrdID;
        break;
      default:
        throw unknownField(tag, 'CancelRequested');
    }
  }
  return {
    type: 'CancelRequested',
    orderID: present(orderID_, 'CancelRequested.orderID'),
    origin: present(origin_, 'CancelRequested.origin'),
    clOrdID: present(clOrdID_, 'CancelRequested.clOrdID'),
    origClOrdID: present(origClOrdID_, 'CancelRequested.origClOrdID'),
  };
}

export function encodeReplaceRequested(value: ReplaceRequested, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'ReplaceRequested.orderID');
  writer.tag(18);
  writer.message(value.origin, encodeOrigin);
  writer.tag(26);
  writer.string(value.clOrdID, 'ReplaceRequested.clOrdID');
  writer.tag(34);
  writer.string(value.origClOrdID, 'ReplaceRequested.origClOrdID');
  writer.tag(42);
  writer.amount(value.orderQty, 'ReplaceRequested.orderQty');
  if (value.price !== null) {
    writer.tag(50);
    writer.amount(value.price, 'ReplaceRequested.price');
  }
  writer.tag(58);
  writer.amount(value.worstPrice, 'ReplaceRequested.worstPrice');
  writer.tag(66);
  writer.amount(value.referencePrice, 'ReplaceRequested.referencePrice');
}

export function decodeReplaceRequested(reader: WireReader): ReplaceRequested {
  let orderID_: ReplaceRequested['orderID'] | undefined;
  let origin_: ReplaceRequested['origin'] | undefined;
  let clOrdID_: ReplaceRequested['clOrdID'] | undefined;
  let origClOrdID_: ReplaceRequested['origClOrdID'] | undefined;
  let orderQty_: ReplaceRequested['orderQty'] | undefined;
  let price_: ReplaceRequested['price'] = null;
  let worstPrice_: ReplaceRequested['worstPrice'] | undefined;
  let referencePrice_: ReplaceRequested['referencePrice'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('ReplaceRequested.orderID') as OrderID;
        break;
      case 18:
        origin_ = reader.message(decodeOrigin, 'ReplaceRequested.origin');
        break;
      case 26:
        clOrdID_ = reader.string('ReplaceRequested.clOrdID') as ClOrdID;
        break;
      case 34:
        origClOrdID_ = reader.string('ReplaceRequested.origClOrdID') as ClOrdID;
        break;
      case 42:
        orderQty_ = reader.amount('ReplaceRequested.orderQty') as Qty;
        break;
      case 50:
        price_ = reader.amount('ReplaceRequested.price') as Price;
        break;
      case 58:
        worstPrice_ = reader.amount('ReplaceRequested.worstPrice') as Price;
        break;
      case 66:
        referencePrice_ = reader.amount('ReplaceRequested.referencePrice') as Price;
        break;
      default:
        throw unknownField(tag, 'ReplaceRequested');
    }
  }
  return {
    type: 'ReplaceRequested',
    orderID: present(orderID_, 'ReplaceRequested.orderID'),
    origin: present(origin_, 'ReplaceRequested.origin'),
    clOrdID: present(clOrdID_, 'ReplaceRequested.clOrdID'),
    origClOrdID: present(origClOrdID_, 'ReplaceRequested.origClOrdID'),
    orderQty: present(orderQty_, 'ReplaceRequested.orderQty'),
    price: price_,
    worstPrice: present(worstPrice_, 'ReplaceRequested.worstPrice'),
    referencePrice: present(referencePrice_, 'ReplaceRequested.referencePrice'),
  };
}

export function encodeRequestRejected(value: RequestRejected, writer: WireWriter): void {
  if (value.orderID !== null) {
    writer.tag(10);
    writer.string(value.orderID, 'RequestRejected.orderID');
  }
  writer.tag(18);
  writer.message(value.origin, encodeOrigin);
  writer.tag(26);
  writer.string(value.clOrdID, 'RequestRejected.clOrdID');
  writer.tag(34);
  writer.string(value.origClOrdID, 'RequestRejected.origClOrdID');
  writer.tag(40);
  writer.uint(ordStatusNumbers[value.ordStatus], 'RequestRejected.ordStatus');
  writer.tag(48);
  writer.uint(cxlRejResponseToNumbers[value.responseTo], 'RequestRejected.responseTo');
  writer.tag(56);
  writer.uint(cxlRejReasonNumbers[value.cxlRejReason], 'RequestRejected.cxlRejReason');
  writer.tag(64);
  writer.bool(value.wasPending);
  writer.tag(74);
  writer.string(value.text, 'RequestRejected.text');
}

export function decodeRequestRejected(reader: WireReader): RequestRejected {
  let orderID_: RequestRejected['orderID'] = null;
  let origin_: RequestRejected['origin'] | undefined;
  let clOrdID_: RequestRejected['clOrdID'] | undefined;
  let origClOrdID_: RequestRejected['origClOrdID'] | undefined;
  let ordStatus_: RequestRejected['ordStatus'] | undefined;
  let responseTo_: RequestRejected['responseTo'] | undefined;
  let cxlRejReason_: RequestRejected['cxlRejReason'] | undefined;
  let wasPending_: RequestRejected['wasPending'] | undefined;
  let text_: RequestRejected['text'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('RequestRejected.orderID') as OrderID;
        break;
      case 18:
        origin_ = reader.message(decodeOrigin, 'RequestRejected.origin');
        break;
      case 26:
        clOrdID_ = reader.string('RequestRejected.clOrdID') as ClOrdID;
        break;
      case 34:
        origClOrdID_ = reader.string('RequestRejected.origClOrdID') as ClOrdID;
        break;
      case 40:
        ordStatus_ = wordOf(ordStatusWords, reader.uint('RequestRejected.ordStatus'), 'RequestRejected.ordStatus');
        break;
      case 48:
        responseTo_ = wordOf(cxlRejResponseToWords, reader.uint('RequestRejected.responseTo'), 'RequestRejected.responseTo');
        break;
      case 56:
        cxlRejReason_ = wordOf(cxlRejReasonWords, reader.uint('RequestRejected.cxlRejReason'), 'RequestRejected.cxlRejReason');
        break;
      case 64:
        wasPending_ = reader.bool('RequestRejected.wasPending');
        break;
      case 74:
        text_ = reader.string('RequestRejected.text');
        break;
      default:
        throw unknownField(tag, 'RequestRejected');
    }
  }
  return {
    type: 'RequestRejected',
    orderID: orderID_,
    origin: present(origin_, 'RequestRejected.origin'),
    clOrdID: present(clOrdID_, 'RequestRejected.clOrdID'),
    origClOrdID: present(origClOrdID_, 'RequestRejected.origClOrdID'),
    ordStatus: present(ordStatus_, 'RequestRejected.ordStatus'),
    responseTo: present(responseTo_, 'RequestRejected.responseTo'),
    cxlRejReason: present(cxlRejReason_, 'RequestRejected.cxlRejReason'),
    wasPending: present(wasPending_, 'RequestRejected.wasPending'),
    text: present(text_, 'RequestRejected.text'),
  };
}

export function encodeOrderReplaced(value: OrderReplaced, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'OrderReplaced.orderID');
  writer.tag(18);
  writer.string(value.clOrdID, 'OrderReplaced.clOrdID');
  writer.tag(26);
  writer.string(value.origClOrdID, 'OrderReplaced.origClOrdID');
  writer.tag(34);
  writer.amount(value.orderQty, 'OrderReplaced.orderQty');
  if (value.price !== null) {
    writer.tag(42);
    writer.amount(value.price, 'OrderReplaced.price');
  }
  writer.tag(50);
  writer.amount(value.worstPrice, 'OrderReplaced.worstPrice');
}

export function decodeOrderReplaced(reader: WireReader): OrderReplaced {
  let orderID_: OrderReplaced['orderID'] | undefined;
  let clOrdID_: OrderReplaced['clOrdID'] | undefined;
  let origClOrdID_: OrderReplaced['origClOrdID'] | undefined;
  let orderQty_: OrderReplaced['orderQty'] | undefined;
  let price_: OrderReplaced['price'] = null;
  let worstPrice_: OrderReplaced['worstPrice'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('OrderReplaced.orderID') as OrderID;
        break;
      case 18:
        clOrdID_ = reader.string('OrderReplaced.clOrdID') as ClOrdID;
        break;
      case 26:
        origClOrdID_ = reader.string('OrderReplaced.origClOrdID') as ClOrdID;
        break;
      case 34:
        orderQty_ = reader.amount('OrderReplaced.orderQty') as Qty;
        break;
      case 42:
        price_ = reader.amount('OrderReplaced.price') as Price;
        break;
      case 50:
        worstPrice_ = reader.amount('OrderReplaced.worstPrice') as Price;
        break;
      default:
        throw unknownField(tag, 'OrderReplaced');
    }
  }
  return {
    type: 'OrderReplaced',
    orderID: present(orderID_, 'OrderReplaced.orderID'),
    clOrdID: present(clOrdID_, 'OrderReplaced.clOrdID'),
    origClOrdID: present(origClOrdID_, 'OrderReplaced.origClOrdID'),
    orderQty: present(orderQty_, 'OrderReplaced.orderQty'),
    price: price_,
    worstPrice: present(worstPrice_, 'OrderReplaced.worstPrice'),
  };
}

export function encodeOrderExpiring(value: OrderExpiring, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'OrderExpiring.orderID');
}

export function decodeOrderExpiring(reader: WireReader): OrderExpiring {
  let orderID_: OrderExpiring['orderID'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('OrderExpiring.orderID') as OrderID;
        break;
      default:
        throw unknownField(tag, 'OrderExpiring');
    }
  }
  return {
    type: 'OrderExpiring',
    orderID: present(orderID_, 'OrderExpiring.orderID'),
  };
}

export function encodeOrderEnded(value: OrderEnded, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'OrderEnded.orderID');
  writer.tag(16);
  writer.uint(orderEndHowNumbers[value.how], 'OrderEnded.how');
  writer.tag(26);
  writer.string(value.text, 'OrderEnded.text');
}

export function decodeOrderEnded(reader: WireReader): OrderEnded {
  let orderID_: OrderEnded['orderID'] | undefined;
  let how_: OrderEnded['how'] | undefined;
  let text_: OrderEnded['text'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('OrderEnded.orderID') as OrderID;
        break;
      case 16:
        how_ = wordOf(orderEndHowWords, reader.uint('OrderEnded.how'), 'OrderEnded.how');
        break;
      case 26:
        text_ = reader.string('OrderEnded.text');
        break;
      default:
        throw unknownField(tag, 'OrderEnded');
    }
  }
  return {
    type: 'OrderEnded',
    orderID: present(orderID_, 'OrderEnded.orderID'),
    how: present(how_, 'OrderEnded.how'),
    text: present(text_, 'OrderEnded.text'),
  };
}

export function encodeOrderRecalled(value: OrderRecalled, writer: WireWriter): void {
  writer.tag(10);
  writer.message(value.order, encodeParentOrder);
}

export function decodeOrderRecalled(reader: WireReader): OrderRecalled {
  let order_: OrderRecalled['order'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        order_ = reader.message(decodeParentOrder, 'OrderRecalled.order');
        break;
      default:
        throw unknownField(tag, 'OrderRecalled');
    }
  }
  return {
    type: 'OrderRecalled',
    order: present(order_, 'OrderRecalled.order'),
  };
}

export function encodeStatusReported(value: StatusReported, writer: WireWriter): void {
  writer.tag(10);
  writer.message(value.origin, encodeOrigin);
  if (value.orderID !== null) {
    writer.tag(18);
    writer.string(value.orderID, 'StatusReported.orderID');
  }
  if (value.recalled !== null) {
    writer.tag(26);
    writer.message(value.recalled, encodeParentOrder);
  }
  writer.tag(34);
  writer.string(value.clOrdID, 'StatusReported.clOrdID');
  if (value.ordStatusReqID !== null) {
    writer.tag(42);
    writer.string(value.ordStatusReqID, 'StatusReported.ordStatusReqID');
  }
  writer.tag(50);
  writer.string(value.symbol, 'StatusReported.symbol');
  writer.tag(56);
  writer.uint(sideNumbers[value.side], 'StatusReported.side');
  writer.tag(66);
  writer.string(value.text, 'StatusReported.text');
}

export function decodeStatusReported(reader: WireReader): StatusReported {
  let origin_: StatusReported['origin'] | undefined;
  let orderID_: StatusReported['orderID'] = null;
  let recalled_: StatusReported['recalled'] = null;
  let clOrdID_: StatusReported['clOrdID'] | undefined;
  let ordStatusReqID_: StatusReported['ordStatusReqID'] = null;
  let symbol_: StatusReported['symbol'] | undefined;
  let side_: StatusReported['side'] | undefined;
  let text_: StatusReported['text'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        origin_ = reader.message(decodeOrigin, 'StatusReported.origin');
        break;
      case 18:
        orderID_ = reader.string('StatusReported.orderID') as OrderID;
        break;
      case 26:
        recalled_ = reader.message(decodeParentOrder, 'StatusReported.recalled');
        break;
      case 34:
        clOrdID_ = reader.string('StatusReported.clOrdID') as ClOrdID;
        break;
      case 42:
        ordStatusReqID_ = reader.string('StatusReported.ordStatusReqID');
        break;
      case 50:
        symbol_ = reader.string('StatusReported.symbol');
        break;
      case 56:
        side_ = wordOf(sideWords, reader.uint('StatusReported.side'), 'StatusReported.side');
        break;
      case 66:
        text_ = reader.string('StatusReported.text');
        break;
      default:
        throw unknownField(tag, 'StatusReported');
    }
  }
  return {
    type: 'StatusReported',
    origin: present(origin_, 'StatusReported.origin'),
    orderID: orderID_,
    recalled: recalled_,
    clOrdID: present(clOrdID_, 'StatusReported.clOrdID'),
    ordStatusReqID: ordStatusReqID_,
    symbol: present(symbol_, 'StatusReported.symbol'),
    side: present(side_, 'StatusReported.side'),
    text: present(text_, 'StatusReported.text'),
  };
}

export function encodeMessageRefused(value: MessageRefused, writer: WireWriter): void {
  writer.tag(10);
  writer.message(value.origin, encodeOrigin);
  writer.tag(18);
  writer.string(value.refMsgType, 'MessageRefused.refMsgType');
  writer.tag(24);
  writer.uint(businessRejectReasonNumbers[value.businessRejectReason], 'MessageRefused.businessRejectReason');
  if (value.refID !== null) {
    writer.tag(34);
    writer.string(value.refID, 'MessageRefused.refID');
  }
  writer.tag(42);
  writer.string(value.text, 'MessageRefused.text');
}

export function decodeMessageRefused(reader: WireReader): MessageRefused {
  let origin_: MessageRefused['origin'] | undefined;
  let refMsgType_: MessageRefused['refMsgType'] | undefined;
  let businessRejectReason_: MessageRefused['businessRejectReason'] | undefined;
  let refID_: MessageRefused['refID'] = null;
  let text_: MessageRefused['text'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        origin_ = reader.message(decodeOrigin, 'MessageRefused.origin');
        break;
      case 18:
        refMsgType_ = reader.string('MessageRefused.refMsgType');
        break;
      case 24:
        businessRejectReason_ = wordOf(businessRejectReasonWords, reader.uint('MessageRefused.businessRejectReason'), 'MessageRefused.businessRejectReason');
        break;
      case 34:
        refID_ = reader.string('MessageRefused.refID');
        break;
      case 42:
        text_ = reader.string('MessageRefused.text');
        break;
      default:
        throw unknownField(tag, 'MessageRefused');
    }
  }
  return {
    type: 'MessageRefused',
    origin: present(origin_, 'MessageRefused.origin'),
    refMsgType: present(refMsgType_, 'MessageRefused.refMsgType'),
    businessRejectReason: present(businessRejectReason_, 'MessageRefused.businessRejectReason'),
    refID: refID_,
    text: present(text_, 'MessageRefused.text'),
  };
}

export function encodeCommandRefused(value: CommandRefused, writer: WireWriter): void {
  writer.tag(8);
  writer.uint(commandSourceNumbers[value.source], 'CommandRefused.source');
  writer.tag(18);
  writer.string(value.key, 'CommandRefused.key');
  if (value.origin !== null) {
    writer.tag(26);
    writer.message(value.origin, encodeOrigin);
  }
  if (value.venueID !== null) {
    writer.tag(34);
    writer.string(value.venueID, 'CommandRefused.venueID');
  }
  writer.tag(42);
  writer.string(value.commandType, 'CommandRefused.commandType');
  writer.tag(50);
  writer.bytes(value.bytes);
  writer.tag(58);
  writer.string(value.error, 'CommandRefused.error');
}

export function decodeCommandRefused(reader: WireReader): CommandRefused {
  let source_: CommandRefused['source'] | undefined;
  let key_: CommandRefused['key'] | undefined;
  let origin_: CommandRefused['origin'] = null;
  let venueID_: CommandRefused['venueID'] = null;
  let commandType_: CommandRefused['commandType'] | undefined;
  let bytes_: CommandRefused['bytes'] | undefined;
  let error_: CommandRefused['error'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        source_ = wordOf(commandSourceWords, reader.uint('CommandRefused.source'), 'CommandRefused.source');
        break;
      case 18:
        key_ = reader.string('CommandRefused.key');
        break;
      case 26:
        origin_ = reader.message(decodeOrigin, 'CommandRefused.origin');
        break;
      case 34:
        venueID_ = reader.string('CommandRefused.venueID') as VenueID;
        break;
      case 42:
        commandType_ = reader.string('CommandRefused.commandType');
        break;
      case 50:
        bytes_ = reader.bytes('CommandRefused.bytes');
        break;
      case 58:
        error_ = reader.string('CommandRefused.error');
        break;
      default:
        throw unknownField(tag, 'CommandRefused');
    }
  }
  return {
    type: 'CommandRefused',
    source: present(source_, 'CommandRefused.source'),
    key: present(key_, 'CommandRefused.key'),
    origin: origin_,
    venueID: venueID_,
    commandType: present(commandType_, 'CommandRefused.commandType'),
    bytes: present(bytes_, 'CommandRefused.bytes'),
    error: present(error_, 'CommandRefused.error'),
  };
}

export function encodeVenueQuarantined(value: VenueQuarantined, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.venueID, 'VenueQuarantined.venueID');
  writer.tag(18);
  writer.string(value.cause, 'VenueQuarantined.cause');
}

export function decodeVenueQuarantined(reader: WireReader): VenueQuarantined {
  let venueID_: VenueQuarantined['venueID'] | undefined;
  let cause_: VenueQuarantined['cause'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        venueID_ = reader.string('VenueQuarantined.venueID') as VenueID;
        break;
      case 18:
        cause_ = reader.string('VenueQuarantined.cause');
        break;
      default:
        throw unknownField(tag, 'VenueQuarantined');
    }
  }
  return {
    type: 'VenueQuarantined',
    venueID: present(venueID_, 'VenueQuarantined.venueID'),
    cause: present(cause_, 'VenueQuarantined.cause'),
  };
}

export function encodeVenueResumed(value: VenueResumed, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.venueID, 'VenueResumed.venueID');
  writer.tag(18);
  writer.string(value.who, 'VenueResumed.who');
  writer.tag(26);
  writer.string(value.reason, 'VenueResumed.reason');
  writer.tag(32);
  writer.uint(value.nextIntent, 'VenueResumed.nextIntent');
}

export function decodeVenueResumed(reader: WireReader): VenueResumed {
  let venueID_: VenueResumed['venueID'] | undefined;
  let who_: VenueResumed['who'] | undefined;
  let reason_: VenueResumed['reason'] | undefined;
  let nextIntent_: VenueResumed['nextIntent'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        venueID_ = reader.string('VenueResumed.venueID') as VenueID;
        break;
      case 18:
        who_ = reader.string('VenueResumed.who');
        break;
      case 26:
        reason_ = reader.string('VenueResumed.reason');
        break;
      case 32:
        nextIntent_ = reader.uint('VenueResumed.nextIntent');
        break;
      default:
        throw unknownField(tag, 'VenueResumed');
    }
  }
  return {
    type: 'VenueResumed',
    venueID: present(venueID_, 'VenueResumed.venueID'),
    who: present(who_, 'VenueResumed.who'),
    reason: present(reason_, 'VenueResumed.reason'),
    nextIntent: present(nextIntent_, 'VenueResumed.nextIntent'),
  };
}

export function encodeAdminRefused(value: AdminRefused, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.commandType, 'AdminRefused.commandType');
  writer.tag(18);
  writer.string(value.who, 'AdminRefused.who');
  writer.tag(26);
  writer.string(value.reason, 'AdminRefused.reason');
  writer.tag(34);
  writer.string(value.text, 'AdminRefused.text');
}

export function decodeAdminRefused(reader: WireReader): AdminRefused {
  let commandType_: AdminRefused['commandType'] | undefined;
  let who_: AdminRefused['who'] | undefined;
  let reason_: AdminRefused['reason'] | undefined;
  let text_: AdminRefused['text'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        commandType_ = reader.string('AdminRefused.commandType');
        break;
      case 18:
        who_ = reader.string('AdminRefused.who');
        break;
      case 26:
        reason_ = reader.string('AdminRefused.reason');
        break;
      case 34:
        text_ = reader.string('AdminRefused.text');
        break;
      default:
        throw unknownField(tag, 'AdminRefused');
    }
  }
  return {
    type: 'AdminRefused',
    commandType: present(commandType_, 'AdminRefused.commandType'),
    who: present(who_, 'AdminRefused.who'),
    reason: present(reason_, 'AdminRefused.reason'),
    text: present(text_, 'AdminRefused.text'),
  };
}

export function encodeKillEngaged(value: KillEngaged, writer: WireWriter): void {
  writer.tag(8);
  writer.uint(killScopeNumbers[value.scope], 'KillEngaged.scope');
  writer.tag(18);
  writer.string(value.scopeID, 'KillEngaged.scopeID');
  writer.tag(26);
  writer.string(value.who, 'KillEngaged.who');
  writer.tag(34);
  writer.string(value.reason, 'KillEngaged.reason');
}

export function decodeKillEngaged(reader: WireReader): KillEngaged {
  let scope_: KillEngaged['scope'] | undefined;
  let scopeID_: KillEngaged['scopeID'] | undefined;
  let who_: KillEngaged['who'] | undefined;
  let reason_: KillEngaged['reason'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        scope_ = wordOf(killScopeWords, reader.uint('KillEngaged.scope'), 'KillEngaged.scope');
        break;
      case 18:
        scopeID_ = reader.string('KillEngaged.scopeID');
        break;
      case 26:
        who_ = reader.string('KillEngaged.who');
        break;
      case 34:
        reason_ = reader.string('KillEngaged.reason');
        break;
      default:
        throw unknownField(tag, 'KillEngaged');
    }
  }
  return {
    type: 'KillEngaged',
    scope: present(scope_, 'KillEngaged.scope'),
    scopeID: present(scopeID_, 'KillEngaged.scopeID'),
    who: present(who_, 'KillEngaged.who'),
    reason: present(reason_, 'KillEngaged.reason'),
  };
}

export function encodeKillRearmed(value: KillRearmed, writer: WireWriter): void {
  writer.tag(8);
  writer.uint(killScopeNumbers[value.scope], 'KillRearmed.scope');
  writer.tag(18);
  writer.string(value.scopeID, 'KillRearmed.scopeID');
  writer.tag(26);
  writer.string(value.who, 'KillRearmed.who');
  writer.tag(34);
  writer.string(value.reason, 'KillRearmed.reason');
}

export function decodeKillRearmed(reader: WireReader): KillRearmed {
  let scope_: KillRearmed['scope'] | undefined;
  let scopeID_: KillRearmed['scopeID'] | undefined;
  let who_: KillRearmed['who'] | undefined;
  let reason_: KillRearmed['reason'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        scope_ = wordOf(killScopeWords, reader.uint('KillRearmed.scope'), 'KillRearmed.scope');
        break;
      case 18:
        scopeID_ = reader.string('KillRearmed.scopeID');
        break;
      case 26:
        who_ = reader.string('KillRearmed.who');
        break;
      case 34:
        reason_ = reader.string('KillRearmed.reason');
        break;
      default:
        throw unknownField(tag, 'KillRearmed');
    }
  }
  return {
    type: 'KillRearmed',
    scope: present(scope_, 'KillRearmed.scope'),
    scopeID: present(scopeID_, 'KillRearmed.scopeID'),
    who: present(who_, 'KillRearmed.who'),
    reason: present(reason_, 'KillRearmed.reason'),
  };
}

export function encodeKillVerified(value: KillVerified, writer: WireWriter): void {
  writer.tag(8);
  writer.uint(killScopeNumbers[value.scope], 'KillVerified.scope');
  writer.tag(18);
  writer.string(value.scopeID, 'KillVerified.scopeID');
  writer.tag(26);
  writer.string(value.who, 'KillVerified.who');
  writer.tag(34);
  writer.string(value.reason, 'KillVerified.reason');
  for (const item of value.asked) {
    writer.tag(42);
    writer.message(item, encodeChildLeft);
  }
}

export function decodeKillVerified(reader: WireReader): KillVerified {
  let scope_: KillVerified['scope'] | undefined;
  let scopeID_: KillVerified['scopeID'] | undefined;
  let who_: KillVerified['who'] | undefined;
  let reason_: KillVerified['reason'] | undefined;
  let asked_: KillVerified['asked'] = nothing;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        scope_ = wordOf(killScopeWords, reader.uint('KillVerified.scope'), 'KillVerified.scope');
        break;
      case 18:
        scopeID_ = reader.string('KillVerified.scopeID');
        break;
      case 26:
        who_ = reader.string('KillVerified.who');
        break;
      case 34:
        reason_ = reader.string('KillVerified.reason');
        break;
      case 42:
        asked_ = withNext(asked_, reader.message(decodeChildLeft, 'KillVerified.asked'));
        break;
      default:
        throw unknownField(tag, 'KillVerified');
    }
  }
  return {
    type: 'KillVerified',
    scope: present(scope_, 'KillVerified.scope'),
    scopeID: present(scopeID_, 'KillVerified.scopeID'),
    who: present(who_, 'KillVerified.who'),
    reason: present(reason_, 'KillVerified.reason'),
    asked: asked_,
  };
}

export function encodeOrderKilled(value: OrderKilled, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'OrderKilled.orderID');
  writer.tag(18);
  writer.string(value.by, 'OrderKilled.by');
}

export function decodeOrderKilled(reader: WireReader): OrderKilled {
  let orderID_: OrderKilled['orderID'] | undefined;
  let by_: OrderKilled['by'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('OrderKilled.orderID') as OrderID;
        break;
      case 18:
        by_ = reader.string('OrderKilled.by');
        break;
      default:
        throw unknownField(tag, 'OrderKilled');
    }
  }
  return {
    type: 'OrderKilled',
    orderID: present(orderID_, 'OrderKilled.orderID'),
    by: present(by_, 'OrderKilled.by'),
  };
}

export function encodeLimitChanged(value: LimitChanged, writer: WireWriter): void {
  writer.tag(8);
  writer.uint(limitScopeNumbers[value.scope], 'LimitChanged.scope');
  writer.tag(18);
  writer.string(value.scopeID, 'LimitChanged.scopeID');
  writer.tag(24);
  writer.uint(limitNameNumbers[value.name], 'LimitChanged.name');
  writer.tag(34);
  writer.string(value.who, 'LimitChanged.who');
  writer.tag(42);
  writer.string(value.reason, 'LimitChanged.reason');
  if (value.before !== null) {
    writer.tag(50);
    writer.amount(value.before, 'LimitChanged.before');
  }
  if (value.after !== null) {
    writer.tag(58);
    writer.amount(value.after, 'LimitChanged.after');
  }
  if (value.configured !== null) {
    writer.tag(66);
    writer.amount(value.configured, 'LimitChanged.configured');
  }
}

export function decodeLimitChanged(reader: WireReader): LimitChanged {
  let scope_: LimitChanged['scope'] | undefined;
  let scopeID_: LimitChanged['scopeID'] | undefined;
  let name_: LimitChanged['name'] | undefined;
  let who_: LimitChanged['who'] | undefined;
  let reason_: LimitChanged['reason'] | undefined;
  let before_: LimitChanged['before'] = null;
  let after_: LimitChanged['after'] = null;
  let configured_: LimitChanged['configured'] = null;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        scope_ = wordOf(limitScopeWords, reader.uint('LimitChanged.scope'), 'LimitChanged.scope');
        break;
      case 18:
        scopeID_ = reader.string('LimitChanged.scopeID');
        break;
      case 24:
        name_ = wordOf(limitNameWords, reader.uint('LimitChanged.name'), 'LimitChanged.name');
        break;
      case 34:
        who_ = reader.string('LimitChanged.who');
        break;
      case 42:
        reason_ = reader.string('LimitChanged.reason');
        break;
      case 50:
        before_ = reader.amount('LimitChanged.before');
        break;
      case 58:
        after_ = reader.amount('LimitChanged.after');
        break;
      case 66:
        configured_ = reader.amount('LimitChanged.configured');
        break;
      default:
        throw unknownField(tag, 'LimitChanged');
    }
  }
  return {
    type: 'LimitChanged',
    scope: present(scope_, 'LimitChanged.scope'),
    scopeID: present(scopeID_, 'LimitChanged.scopeID'),
    name: present(name_, 'LimitChanged.name'),
    who: present(who_, 'LimitChanged.who'),
    reason: present(reason_, 'LimitChanged.reason'),
    before: before_,
    after: after_,
    configured: configured_,
  };
}

export function encodeLimitReset(value: LimitReset, writer: WireWriter): void {
  writer.tag(8);
  writer.uint(limitScopeNumbers[value.scope], 'LimitReset.scope');
  writer.tag(18);
  writer.string(value.scopeID, 'LimitReset.scopeID');
  writer.tag(24);
  writer.uint(limitNameNumbers[value.name], 'LimitReset.name');
  writer.tag(34);
  writer.string(value.who, 'LimitReset.who');
  writer.tag(42);
  writer.string(value.reason, 'LimitReset.reason');
  if (value.before !== null) {
    writer.tag(50);
    writer.amount(value.before, 'LimitReset.before');
  }
  if (value.after !== null) {
    writer.tag(58);
    writer.amount(value.after, 'LimitReset.after');
  }
}

export function decodeLimitReset(reader: WireReader): LimitReset {
  let scope_: LimitReset['scope'] | undefined;
  let scopeID_: LimitReset['scopeID'] | undefined;
  let name_: LimitReset['name'] | undefined;
  let who_: LimitReset['who'] | undefined;
  let reason_: LimitReset['reason'] | undefined;
  let before_: LimitReset['before'] = null;
  let after_: LimitReset['after'] = null;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        scope_ = wordOf(limitScopeWords, reader.uint('LimitReset.scope'), 'LimitReset.scope');
        break;
      case 18:
        scopeID_ = reader.string('LimitReset.scopeID');
        break;
      case 24:
        name_ = wordOf(limitNameWords, reader.uint('LimitReset.name'), 'LimitReset.name');
        break;
      case 34:
        who_ = reader.string('LimitReset.who');
        break;
      case 42:
        reason_ = reader.string('LimitReset.reason');
        break;
      case 50:
        before_ = reader.amount('LimitReset.before');
        break;
      case 58:
        after_ = reader.amount('LimitReset.after');
        break;
      default:
        throw unknownField(tag, 'LimitReset');
    }
  }
  return {
    type: 'LimitReset',
    scope: present(scope_, 'LimitReset.scope'),
    scopeID: present(scopeID_, 'LimitReset.scopeID'),
    name: present(name_, 'LimitReset.name'),
    who: present(who_, 'LimitReset.who'),
    reason: present(reason_, 'LimitReset.reason'),
    before: before_,
    after: after_,
  };
}

export function encodeChildDecided(value: ChildDecided, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'ChildDecided.orderID');
  writer.tag(18);
  writer.string(value.childID, 'ChildDecided.childID');
  writer.tag(24);
  writer.uint(value.intent, 'ChildDecided.intent');
  writer.tag(34);
  writer.string(value.venueID, 'ChildDecided.venueID');
  writer.tag(42);
  writer.string(value.venueSymbol, 'ChildDecided.venueSymbol');
  writer.tag(50);
  writer.amount(value.price, 'ChildDecided.price');
  writer.tag(58);
  writer.amount(value.orderQty, 'ChildDecided.orderQty');
  writer.tag(64);
  writer.uint(childTimeInForceNumbers[value.timeInForce], 'ChildDecided.timeInForce');
  writer.tag(74);
  writer.string(value.why, 'ChildDecided.why');
  if (value.routing !== null) {
    writer.tag(80);
    writer.uint(value.routing, 'ChildDecided.routing');
  }
  for (const item of value.swaps) {
    writer.tag(90);
    writer.message(item, encodeChildSwap);
  }
}

export function decodeChildDecided(reader: WireReader): ChildDecided {
  let orderID_: ChildDecided['orderID'] | undefined;
  let childID_: ChildDecided['childID'] | undefined;
  let intent_: ChildDecided['intent'] | undefined;
  let venueID_: ChildDecided['venueID'] | undefined;
  let venueSymbol_: ChildDecided['venueSymbol'] | undefined;
  let price_: ChildDecided['price'] | undefined;
  let orderQty_: ChildDecided['orderQty'] | undefined;
  let timeInForce_: ChildDecided['timeInForce'] | undefined;
  let why_: ChildDecided['why'] | undefined;
  let routing_: ChildDecided['routing'] = null;
  let swaps_: ChildDecided['swaps'] = nothing;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('ChildDecided.orderID') as OrderID;
        break;
      case 18:
        childID_ = reader.string('ChildDecided.childID') as ChildID;
        break;
      case 24:
        intent_ = reader.uint('ChildDecided.intent');
        break;
      case 34:
        venueID_ = reader.string('ChildDecided.venueID') as VenueID;
        break;
      case 42:
        venueSymbol_ = reader.string('ChildDecided.venueSymbol');
        break;
      case 50:
        price_ = reader.amount('ChildDecided.price') as Price;
        break;
      case 58:
        orderQty_ = reader.amount('ChildDecided.orderQty') as Qty;
        break;
      case 64:
        timeInForce_ = wordOf(childTimeInForceWords, reader.uint('ChildDecided.timeInForce'), 'ChildDecided.timeInForce');
        break;
      case 74:
        why_ = reader.string('ChildDecided.why');
        break;
      case 80:
        routing_ = reader.uint('ChildDecided.routing');
        break;
      case 90:
        swaps_ = withNext(swaps_, reader.message(decodeChildSwap, 'ChildDecided.swaps'));
        break;
      default:
        throw unknownField(tag, 'ChildDecided');
    }
  }
  return {
    type: 'ChildDecided',
    orderID: present(orderID_, 'ChildDecided.orderID'),
    childID: present(childID_, 'ChildDecided.childID'),
    intent: present(intent_, 'ChildDecided.intent'),
    venueID: present(venueID_, 'ChildDecided.venueID'),
    venueSymbol: present(venueSymbol_, 'ChildDecided.venueSymbol'),
    price: present(price_, 'ChildDecided.price'),
    orderQty: present(orderQty_, 'ChildDecided.orderQty'),
    timeInForce: present(timeInForce_, 'ChildDecided.timeInForce'),
    why: present(why_, 'ChildDecided.why'),
    routing: routing_,
    swaps: swaps_,
  };
}

export function encodeChildAcknowledged(value: ChildAcknowledged, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'ChildAcknowledged.orderID');
  writer.tag(18);
  writer.string(value.childID, 'ChildAcknowledged.childID');
  writer.tag(26);
  writer.string(value.venueOrderID, 'ChildAcknowledged.venueOrderID');
}

export function decodeChildAcknowledged(reader: WireReader): ChildAcknowledged {
  let orderID_: ChildAcknowledged['orderID'] | undefined;
  let childID_: ChildAcknowledged['childID'] | undefined;
  let venueOrderID_: ChildAcknowledged['venueOrderID'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('ChildAcknowledged.orderID') as OrderID;
        break;
      case 18:
        childID_ = reader.string('ChildAcknowledged.childID') as ChildID;
        break;
      case 26:
        venueOrderID_ = reader.string('ChildAcknowledged.venueOrderID') as VenueOrderID;
        break;
      default:
        throw unknownField(tag, 'ChildAcknowledged');
    }
  }
  return {
    type: 'ChildAcknowledged',
    orderID: present(orderID_, 'ChildAcknowledged.orderID'),
    childID: present(childID_, 'ChildAcknowledged.childID'),
    venueOrderID: present(venueOrderID_, 'ChildAcknowledged.venueOrderID'),
  };
}

export function encodeChildRefused(value: ChildRefused, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'ChildRefused.orderID');
  writer.tag(18);
  writer.string(value.childID, 'ChildRefused.childID');
  writer.tag(26);
  writer.string(value.text, 'ChildRefused.text');
  if (value.notSent !== null) {
    writer.tag(32);
    writer.bool(value.notSent);
  }
}

export function decodeChildRefused(reader: WireReader): ChildRefused {
  let orderID_: ChildRefused['orderID'] | undefined;
  let childID_: ChildRefused['childID'] | undefined;
  let text_: ChildRefused['text'] | undefined;
  let notSent_: ChildRefused['notSent'] = null;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('ChildRefused.orderID') as OrderID;
        break;
      case 18:
        childID_ = reader.string('ChildRefused.childID') as ChildID;
        break;
      case 26:
        text_ = reader.string('ChildRefused.text');
        break;
      case 32:
        notSent_ = reader.bool('ChildRefused.notSent');
        break;
      default:
        throw unknownField(tag, 'ChildRefused');
    }
  }
  return {
    type: 'ChildRefused',
    orderID: present(orderID_, 'ChildRefused.orderID'),
    childID: present(childID_, 'ChildRefused.childID'),
    text: present(text_, 'ChildRefused.text'),
    notSent: notSent_,
  };
}

export function encodeChildPutInDoubt(value: ChildPutInDoubt, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'ChildPutInDoubt.orderID');
  writer.tag(18);
  writer.string(value.childID, 'ChildPutInDoubt.childID');
  writer.tag(26);
  writer.string(value.cause, 'ChildPutInDoubt.cause');
}

export function decodeChildPutInDoubt(reader: WireReader): ChildPutInDoubt {
  let orderID_: ChildPutInDoubt['orderID'] | undefined;
  let childID_: ChildPutInDoubt['childID'] | undefined;
  let cause_: ChildPutInDoubt['cause'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('ChildPutInDoubt.orderID') as OrderID;
        break;
      case 18:
        childID_ = reader.string('ChildPutInDoubt.childID') as ChildID;
        break;
      case 26:
        cause_ = reader.string('ChildPutInDoubt.cause');
        break;
      default:
        throw unknownField(tag, 'ChildPutInDoubt');
    }
  }
  return {
    type: 'ChildPutInDoubt',
    orderID: present(orderID_, 'ChildPutInDoubt.orderID'),
    childID: present(childID_, 'ChildPutInDoubt.childID'),
    cause: present(cause_, 'ChildPutInDoubt.cause'),
  };
}

export function encodeChildProvenAbsent(value: ChildProvenAbsent, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'ChildProvenAbsent.orderID');
  writer.tag(18);
  writer.string(value.childID, 'ChildProvenAbsent.childID');
  writer.tag(26);
  writer.string(value.evidence, 'ChildProvenAbsent.evidence');
}

export function decodeChildProvenAbsent(reader: WireReader): ChildProvenAbsent {
  let orderID_: ChildProvenAbsent['orderID'] | undefined;
  let childID_: ChildProvenAbsent['childID'] | undefined;
  let evidence_: ChildProvenAbsent['evidence'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('ChildProvenAbsent.orderID') as OrderID;
        break;
      case 18:
        childID_ = reader.string('ChildProvenAbsent.childID') as ChildID;
        break;
      case 26:
        evidence_ = reader.string('ChildProvenAbsent.evidence');
        break;
      default:
        throw unknownField(tag, 'ChildProvenAbsent');
    }
  }
  return {
    type: 'ChildProvenAbsent',
    orderID: present(orderID_, 'ChildProvenAbsent.orderID'),
    childID: present(childID_, 'ChildProvenAbsent.childID'),
    evidence: present(evidence_, 'ChildProvenAbsent.evidence'),
  };
}

export function encodeChildFilled(value: ChildFilled, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'ChildFilled.orderID');
  writer.tag(18);
  writer.string(value.childID, 'ChildFilled.childID');
  writer.tag(26);
  writer.string(value.venueOrderID, 'ChildFilled.venueOrderID');
  writer.tag(34);
  writer.string(value.venueExecID, 'ChildFilled.venueExecID');
  writer.tag(42);
  writer.amount(value.lastQty, 'ChildFilled.lastQty');
  writer.tag(50);
  writer.amount(value.lastPx, 'ChildFilled.lastPx');
  writer.tag(56);
  writer.uint(liquidityNumbers[value.liquidity], 'ChildFilled.liquidity');
  writer.tag(66);
  writer.amount(value.feeAmount, 'ChildFilled.feeAmount');
  writer.tag(74);
  writer.string(value.feeAsset, 'ChildFilled.feeAsset');
  writer.tag(81);
  writer.sfixed64(value.transactTime, 'ChildFilled.transactTime');
  if (value.grossTradeAmt !== null) {
    writer.tag(90);
    writer.amount(value.grossTradeAmt, 'ChildFilled.grossTradeAmt');
  }
}

export function decodeChildFilled(reader: WireReader): ChildFilled {
  let orderID_: ChildFilled['orderID'] | undefined;
  let childID_: ChildFilled['childID'] | undefined;
  let venueOrderID_: ChildFilled['venueOrderID'] | undefined;
  let venueExecID_: ChildFilled['venueExecID'] | undefined;
  let lastQty_: ChildFilled['lastQty'] | undefined;
  let lastPx_: ChildFilled['lastPx'] | undefined;
  let liquidity_: ChildFilled['liquidity'] | undefined;
  let feeAmount_: ChildFilled['feeAmount'] | undefined;
  let feeAsset_: ChildFilled['feeAsset'] | undefined;
  let transactTime_: ChildFilled['transactTime'] | undefined;
  let grossTradeAmt_: ChildFilled['grossTradeAmt'] = null;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('ChildFilled.orderID') as OrderID;
        break;
      case 18:
        childID_ = reader.string('ChildFilled.childID') as ChildID;
        break;
      case 26:
        venueOrderID_ = reader.string('ChildFilled.venueOrderID') as VenueOrderID;
        break;
      case 34:
        venueExecID_ = reader.string('ChildFilled.venueExecID') as VenueExecID;
        break;
      case 42:
        lastQty_ = reader.amount('ChildFilled.lastQty') as Qty;
        break;
      case 50:
        lastPx_ = reader.amount('ChildFilled.lastPx') as Price;
        break;
      case 56:
        liquidity_ = wordOf(liquidityWords, reader.uint('ChildFilled.liquidity'), 'ChildFilled.liquidity');
        break;
      case 66:
        feeAmount_ = reader.amount('ChildFilled.feeAmount');
        break;
      case 74:
        feeAsset_ = reader.string('ChildFilled.feeAsset');
        break;
      case 81:
        transactTime_ = reader.sfixed64('ChildFilled.transactTime') as EpochNs;
        break;
      case 90:
        grossTradeAmt_ = reader.amount('ChildFilled.grossTradeAmt') as Notional;
        break;
      default:
        throw unknownField(tag, 'ChildFilled');
    }
  }
  return {
    type: 'ChildFilled',
    orderID: present(orderID_, 'ChildFilled.orderID'),
    childID: present(childID_, 'ChildFilled.childID'),
    venueOrderID: present(venueOrderID_, 'ChildFilled.venueOrderID'),
    venueExecID: present(venueExecID_, 'ChildFilled.venueExecID'),
    lastQty: present(lastQty_, 'ChildFilled.lastQty'),
    lastPx: present(lastPx_, 'ChildFilled.lastPx'),
    liquidity: present(liquidity_, 'ChildFilled.liquidity'),
    feeAmount: present(feeAmount_, 'ChildFilled.feeAmount'),
    feeAsset: present(feeAsset_, 'ChildFilled.feeAsset'),
    transactTime: present(transactTime_, 'ChildFilled.transactTime'),
    grossTradeAmt: grossTradeAmt_,
  };
}

export function encodeChildEndReported(value: ChildEndReported, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'ChildEndReported.orderID');
  writer.tag(18);
  writer.string(value.childID, 'ChildEndReported.childID');
  writer.tag(26);
  writer.string(value.venueOrderID, 'ChildEndReported.venueOrderID');
  writer.tag(32);
  writer.uint(childEndHowNumbers[value.how], 'ChildEndReported.how');
  writer.tag(42);
  writer.amount(value.finalCumQty, 'ChildEndReported.finalCumQty');
  writer.tag(50);
  writer.string(value.text, 'ChildEndReported.text');
  if (value.feeAmount !== null) {
    writer.tag(58);
    writer.amount(value.feeAmount, 'ChildEndReported.feeAmount');
  }
  if (value.feeAsset !== null) {
    writer.tag(66);
    writer.string(value.feeAsset, 'ChildEndReported.feeAsset');
  }
}

export function decodeChildEndReported(reader: WireReader): ChildEndReported {
  let orderID_: ChildEndReported['orderID'] | undefined;
  let childID_: ChildEndReported['childID'] | undefined;
  let venueOrderID_: ChildEndReported['venueOrderID'] | undefined;
  let how_: ChildEndReported['how'] | undefined;
  let finalCumQty_: ChildEndReported['finalCumQty'] | undefined;
  let text_: ChildEndReported['text'] | undefined;
  let feeAmount_: ChildEndReported['feeAmount'] = null;
  let feeAsset_: ChildEndReported['feeAsset'] = null;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('ChildEndReported.orderID') as OrderID;
        break;
      case 18:
        childID_ = reader.string('ChildEndReported.childID') as ChildID;
        break;
      case 26:
        venueOrderID_ = reader.string('ChildEndReported.venueOrderID') as VenueOrderID;
        break;
      case 32:
        how_ = wordOf(childEndHowWords, reader.uint('ChildEndReported.how'), 'ChildEndReported.how');
        break;
      case 42:
        finalCumQty_ = reader.amount('ChildEndReported.finalCumQty') as Qty;
        break;
      case 50:
        text_ = reader.string('ChildEndReported.text');
        break;
      case 58:
        feeAmount_ = reader.amount('ChildEndReported.feeAmount');
        break;
      case 66:
        feeAsset_ = reader.string('ChildEndReported.feeAsset');
        break;
      default:
        throw unknownField(tag, 'ChildEndReported');
    }
  }
  return {
    type: 'ChildEndReported',
    orderID: present(orderID_, 'ChildEndReported.orderID'),
    childID: present(childID_, 'ChildEndReported.childID'),
    venueOrderID: present(venueOrderID_, 'ChildEndReported.venueOrderID'),
    how: present(how_, 'ChildEndReported.how'),
    finalCumQty: present(finalCumQty_, 'ChildEndReported.finalCumQty'),
    text: present(text_, 'ChildEndReported.text'),
    feeAmount: feeAmount_,
    feeAsset: feeAsset_,
  };
}

export function encodeChildEnded(value: ChildEnded, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'ChildEnded.orderID');
  writer.tag(18);
  writer.string(value.childID, 'ChildEnded.childID');
  writer.tag(24);
  writer.uint(childEndHowNumbers[value.how], 'ChildEnded.how');
}

export function decodeChildEnded(reader: WireReader): ChildEnded {
  let orderID_: ChildEnded['orderID'] | undefined;
  let childID_: ChildEnded['childID'] | undefined;
  let how_: ChildEnded['how'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('ChildEnded.orderID') as OrderID;
        break;
      case 18:
        childID_ = reader.string('ChildEnded.childID') as ChildID;
        break;
      case 24:
        how_ = wordOf(childEndHowWords, reader.uint('ChildEnded.how'), 'ChildEnded.how');
        break;
      default:
        throw unknownField(tag, 'ChildEnded');
    }
  }
  return {
    type: 'ChildEnded',
    orderID: present(orderID_, 'ChildEnded.orderID'),
    childID: present(childID_, 'ChildEnded.childID'),
    how: present(how_, 'ChildEnded.how'),
  };
}

export function encodeChildCancelDecided(value: ChildCancelDecided, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'ChildCancelDecided.orderID');
  writer.tag(18);
  writer.string(value.childID, 'ChildCancelDecided.childID');
}

export function decodeChildCancelDecided(reader: WireReader): ChildCancelDecided {
  let orderID_: ChildCancelDecided['orderID'] | undefined;
  let childID_: ChildCancelDecided['childID'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('ChildCancelDecided.orderID') as OrderID;
        break;
      case 18:
        childID_ = reader.string('ChildCancelDecided.childID') as ChildID;
        break;
      default:
        throw unknownField(tag, 'ChildCancelDecided');
    }
  }
  return {
    type: 'ChildCancelDecided',
    orderID: present(orderID_, 'ChildCancelDecided.orderID'),
    childID: present(childID_, 'ChildCancelDecided.childID'),
  };
}

export function encodeChildCancelRefused(value: ChildCancelRefused, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'ChildCancelRefused.orderID');
  writer.tag(18);
  writer.string(value.childID, 'ChildCancelRefused.childID');
  writer.tag(26);
  writer.string(value.text, 'ChildCancelRefused.text');
}

export function decodeChildCancelRefused(reader: WireReader): ChildCancelRefused {
  let orderID_: ChildCancelRefused['orderID'] | undefined;
  let childID_: ChildCancelRefused['childID'] | undefined;
  let text_: ChildCancelRefused['text'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('ChildCancelRefused.orderID') as OrderID;
        break;
      case 18:
        childID_ = reader.string('ChildCancelRefused.childID') as ChildID;
        break;
      case 26:
        text_ = reader.string('ChildCancelRefused.text');
        break;
      default:
        throw unknownField(tag, 'ChildCancelRefused');
    }
  }
  return {
    type: 'ChildCancelRefused',
    orderID: present(orderID_, 'ChildCancelRefused.orderID'),
    childID: present(childID_, 'ChildCancelRefused.childID'),
    text: present(text_, 'ChildCancelRefused.text'),
  };
}

export function encodeChildCancelPutInDoubt(value: ChildCancelPutInDoubt, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'ChildCancelPutInDoubt.orderID');
  writer.tag(18);
  writer.string(value.childID, 'ChildCancelPutInDoubt.childID');
  writer.tag(26);
  writer.string(value.cause, 'ChildCancelPutInDoubt.cause');
}

export function decodeChildCancelPutInDoubt(reader: WireReader): ChildCancelPutInDoubt {
  let orderID_: ChildCancelPutInDoubt['orderID'] | undefined;
  let childID_: ChildCancelPutInDoubt['childID'] | undefined;
  let cause_: ChildCancelPutInDoubt['cause'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('ChildCancelPutInDoubt.orderID') as OrderID;
        break;
      case 18:
        childID_ = reader.string('ChildCancelPutInDoubt.childID') as ChildID;
        break;
      case 26:
        cause_ = reader.string('ChildCancelPutInDoubt.cause');
        break;
      default:
        throw unknownField(tag, 'ChildCancelPutInDoubt');
    }
  }
  return {
    type: 'ChildCancelPutInDoubt',
    orderID: present(orderID_, 'ChildCancelPutInDoubt.orderID'),
    childID: present(childID_, 'ChildCancelPutInDoubt.childID'),
    cause: present(cause_, 'ChildCancelPutInDoubt.cause'),
  };
}

export function encodeInDoubtOverdue(value: InDoubtOverdue, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'InDoubtOverdue.orderID');
  writer.tag(18);
  writer.string(value.childID, 'InDoubtOverdue.childID');
  writer.tag(24);
  writer.uint(value.ageMs, 'InDoubtOverdue.ageMs');
}

export function decodeInDoubtOverdue(reader: WireReader): InDoubtOverdue {
  let orderID_: InDoubtOverdue['orderID'] | undefined;
  let childID_: InDoubtOverdue['childID'] | undefined;
  let ageMs_: InDoubtOverdue['ageMs'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('InDoubtOverdue.orderID') as OrderID;
        break;
      case 18:
        childID_ = reader.string('InDoubtOverdue.childID') as ChildID;
        break;
      case 24:
        ageMs_ = reader.uint('InDoubtOverdue.ageMs');
        break;
      default:
        throw unknownField(tag, 'InDoubtOverdue');
    }
  }
  return {
    type: 'InDoubtOverdue',
    orderID: present(orderID_, 'InDoubtOverdue.orderID'),
    childID: present(childID_, 'InDoubtOverdue.childID'),
    ageMs: present(ageMs_, 'InDoubtOverdue.ageMs'),
  };
}

export function encodeFillUnmatched(value: FillUnmatched, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.venueID, 'FillUnmatched.venueID');
  writer.tag(18);
  writer.string(value.venueSymbol, 'FillUnmatched.venueSymbol');
  writer.tag(26);
  writer.string(value.venueOrderID, 'FillUnmatched.venueOrderID');
  writer.tag(34);
  writer.string(value.venueExecID, 'FillUnmatched.venueExecID');
  writer.tag(42);
  writer.amount(value.lastQty, 'FillUnmatched.lastQty');
  writer.tag(50);
  writer.amount(value.lastPx, 'FillUnmatched.lastPx');
}

export function decodeFillUnmatched(reader: WireReader): FillUnmatched {
  let venueID_: FillUnmatched['venueID'] | undefined;
  let venueSymbol_: FillUnmatched['venueSymbol'] | undefined;
  let venueOrderID_: FillUnmatched['venueOrderID'] | undefined;
  let venueExecID_: FillUnmatched['venueExecID'] | undefined;
  let lastQty_: FillUnmatched['lastQty'] | undefined;
  let lastPx_: FillUnmatched['lastPx'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        venueID_ = reader.string('FillUnmatched.venueID') as VenueID;
        break;
      case 18:
        venueSymbol_ = reader.string('FillUnmatched.venueSymbol');
        break;
      case 26:
        venueOrderID_ = reader.string('FillUnmatched.venueOrderID') as VenueOrderID;
        break;
      case 34:
        venueExecID_ = reader.string('FillUnmatched.venueExecID') as VenueExecID;
        break;
      case 42:
        lastQty_ = reader.amount('FillUnmatched.lastQty') as Qty;
        break;
      case 50:
        lastPx_ = reader.amount('FillUnmatched.lastPx') as Price;
        break;
      default:
        throw unknownField(tag, 'FillUnmatched');
    }
  }
  return {
    type: 'FillUnmatched',
    venueID: present(venueID_, 'FillUnmatched.venueID'),
    venueSymbol: present(venueSymbol_, 'FillUnmatched.venueSymbol'),
    venueOrderID: present(venueOrderID_, 'FillUnmatched.venueOrderID'),
    venueExecID: present(venueExecID_, 'FillUnmatched.venueExecID'),
    lastQty: present(lastQty_, 'FillUnmatched.lastQty'),
    lastPx: present(lastPx_, 'FillUnmatched.lastPx'),
  };
}

export function encodeFillConflicted(value: FillConflicted, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'FillConflicted.orderID');
  writer.tag(18);
  writer.string(value.childID, 'FillConflicted.childID');
  writer.tag(26);
  writer.string(value.venueExecID, 'FillConflicted.venueExecID');
  writer.tag(34);
  writer.amount(value.bookedQty, 'FillConflicted.bookedQty');
  writer.tag(42);
  writer.amount(value.bookedPx, 'FillConflicted.bookedPx');
  writer.tag(50);
  writer.amount(value.reportedQty, 'FillConflicted.reportedQty');
  writer.tag(58);
  writer.amount(value.reportedPx, 'FillConflicted.reportedPx');
}

export function decodeFillConflicted(reader: WireReader): FillConflicted {
  let orderID_: FillConflicted['orderID'] | undefined;
  let childID_: FillConflicted['childID'] | undefined;
  let venueExecID_: FillConflicted['venueExecID'] | undefined;
  let bookedQty_: FillConflicted['bookedQty'] | undefined;
  let bookedPx_: FillConflicted['bookedPx'] | undefined;
  let reportedQty_: FillConflicted['reportedQty'] | undefined;
  let reportedPx_: FillConflicted['reportedPx'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('FillConflicted.orderID') as OrderID;
        break;
      case 18:
        childID_ = reader.string('FillConflicted.childID') as ChildID;
        break;
      case 26:
        venueExecID_ = reader.string('FillConflicted.venueExecID') as VenueExecID;
        break;
      case 34:
        bookedQty_ = reader.amount('FillConflicted.bookedQty') as Qty;
        break;
      case 42:
        bookedPx_ = reader.amount('FillConflicted.bookedPx') as Price;
        break;
      case 50:
        reportedQty_ = reader.amount('FillConflicted.reportedQty') as Qty;
        break;
      case 58:
        reportedPx_ = reader.amount('FillConflicted.reportedPx') as Price;
        break;
      default:
        throw unknownField(tag, 'FillConflicted');
    }
  }
  return {
    type: 'FillConflicted',
    orderID: present(orderID_, 'FillConflicted.orderID'),
    childID: present(childID_, 'FillConflicted.childID'),
    venueExecID: present(venueExecID_, 'FillConflicted.venueExecID'),
    bookedQty: present(bookedQty_, 'FillConflicted.bookedQty'),
    bookedPx: present(bookedPx_, 'FillConflicted.bookedPx'),
    reportedQty: present(reportedQty_, 'FillConflicted.reportedQty'),
    reportedPx: present(reportedPx_, 'FillConflicted.reportedPx'),
  };
}

export function encodeRouteDecided(value: RouteDecided, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'RouteDecided.orderID');
  writer.tag(16);
  writer.uint(value.routing, 'RouteDecided.routing');
  writer.tag(24);
  writer.uint(routeHowNumbers[value.how], 'RouteDecided.how');
  writer.tag(32);
  writer.uint(sideNumbers[value.side], 'RouteDecided.side');
  writer.tag(42);
  writer.amount(value.orderQty, 'RouteDecided.orderQty');
  writer.tag(50);
  writer.amount(value.limit, 'RouteDecided.limit');
  writer.tag(56);
  writer.uint(limitBasisNumbers[value.limitBasis], 'RouteDecided.limitBasis');
  for (const item of value.books) {
    writer.tag(66);
    writer.message(item, encodeRouteBook);
  }
  writer.tag(74);
  writer.amount(value.filledQty, 'RouteDecided.filledQty');
  writer.tag(82);
  writer.amount(value.cost, 'RouteDecided.cost');
  writer.tag(90);
  writer.string(value.boundBps, 'RouteDecided.boundBps');
  for (const item of value.legs) {
    writer.tag(98);
    writer.message(item, encodeLegDecided);
  }
  for (const item of value.unused) {
    writer.tag(106);
    writer.message(item, encodeVenueUnused);
  }
  for (const item of value.pools) {
    writer.tag(114);
    writer.message(item, encodeRoutePool);
  }
}

export function decodeRouteDecided(reader: WireReader): RouteDecided {
  let orderID_: RouteDecided['orderID'] | undefined;
  let routing_: RouteDecided['routing'] | undefined;
  let how_: RouteDecided['how'] | undefined;
  let side_: RouteDecided['side'] | undefined;
  let orderQty_: RouteDecided['orderQty'] | undefined;
  let limit_: RouteDecided['limit'] | undefined;
  let limitBasis_: RouteDecided['limitBasis'] | undefined;
  let books_: RouteDecided['books'] = nothing;
  let filledQty_: RouteDecided['filledQty'] | undefined;
  let cost_: RouteDecided['cost'] | undefined;
  let boundBps_: RouteDecided['boundBps'] | undefined;
  let legs_: RouteDecided['legs'] = nothing;
  let unused_: RouteDecided['unused'] = nothing;
  let pools_: RouteDecided['pools'] = nothing;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('RouteDecided.orderID') as OrderID;
        break;
      case 16:
        routing_ = reader.uint('RouteDecided.routing');
        break;
      case 24:
        how_ = wordOf(routeHowWords, reader.uint('RouteDecided.how'), 'RouteDecided.how');
        break;
      case 32:
        side_ = wordOf(sideWords, reader.uint('RouteDecided.side'), 'RouteDecided.side');
        break;
      case 42:
        orderQty_ = reader.amount('RouteDecided.orderQty') as Qty;
        break;
      case 50:
        limit_ = reader.amount('RouteDecided.limit') as Price;
        break;
      case 56:
        limitBasis_ = wordOf(limitBasisWords, reader.uint('RouteDecided.limitBasis'), 'RouteDecided.limitBasis');
        break;
      case 66:
        books_ = withNext(books_, reader.message(decodeRouteBook, 'RouteDecided.books'));
        break;
      case 74:
        filledQty_ = reader.amount('RouteDecided.filledQty') as Qty;
        break;
      case 82:
        cost_ = reader.amount('RouteDecided.cost') as Notional;
        break;
      case 90:
        boundBps_ = reader.string('RouteDecided.boundBps');
        break;
      case 98:
        legs_ = withNext(legs_, reader.message(decodeLegDecided, 'RouteDecided.legs'));
        break;
      case 106:
        unused_ = withNext(unused_, reader.message(decodeVenueUnused, 'RouteDecided.unused'));
        break;
      case 114:
        pools_ = withNext(pools_, reader.message(decodeRoutePool, 'RouteDecided.pools'));
        break;
      default:
        throw unknownField(tag, 'RouteDecided');
    }
  }
  return {
    type: 'RouteDecided',
    orderID: present(orderID_, 'RouteDecided.orderID'),
    routing: present(routing_, 'RouteDecided.routing'),
    how: present(how_, 'RouteDecided.how'),
    side: present(side_, 'RouteDecided.side'),
    orderQty: present(orderQty_, 'RouteDecided.orderQty'),
    limit: present(limit_, 'RouteDecided.limit'),
    limitBasis: present(limitBasis_, 'RouteDecided.limitBasis'),
    books: books_,
    filledQty: present(filledQty_, 'RouteDecided.filledQty'),
    cost: present(cost_, 'RouteDecided.cost'),
    boundBps: present(boundBps_, 'RouteDecided.boundBps'),
    legs: legs_,
    unused: unused_,
    pools: pools_,
  };
}

export function encodeVenueExcluded(value: VenueExcluded, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'VenueExcluded.orderID');
  writer.tag(18);
  writer.string(value.venueID, 'VenueExcluded.venueID');
  writer.tag(24);
  writer.uint(exclusionHowNumbers[value.how], 'VenueExcluded.how');
  writer.tag(34);
  writer.string(value.text, 'VenueExcluded.text');
  writer.tag(41);
  writer.sfixed64(value.until, 'VenueExcluded.until');
}

export function decodeVenueExcluded(reader: WireReader): VenueExcluded {
  let orderID_: VenueExcluded['orderID'] | undefined;
  let venueID_: VenueExcluded['venueID'] | undefined;
  let how_: VenueExcluded['how'] | undefined;
  let text_: VenueExcluded['text'] | undefined;
  let until_: VenueExcluded['until'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('VenueExcluded.orderID') as OrderID;
        break;
      case 18:
        venueID_ = reader.string('VenueExcluded.venueID') as VenueID;
        break;
      case 24:
        how_ = wordOf(exclusionHowWords, reader.uint('VenueExcluded.how'), 'VenueExcluded.how');
        break;
      case 34:
        text_ = reader.string('VenueExcluded.text');
        break;
      case 41:
        until_ = reader.sfixed64('VenueExcluded.until') as EpochNs;
        break;
      default:
        throw unknownField(tag, 'VenueExcluded');
    }
  }
  return {
    type: 'VenueExcluded',
    orderID: present(orderID_, 'VenueExcluded.orderID'),
    venueID: present(venueID_, 'VenueExcluded.venueID'),
    how: present(how_, 'VenueExcluded.how'),
    text: present(text_, 'VenueExcluded.text'),
    until: present(until_, 'VenueExcluded.until'),
  };
}

export function encodeCancelOverdue(value: CancelOverdue, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'CancelOverdue.orderID');
  writer.tag(18);
  writer.string(value.childID, 'CancelOverdue.childID');
  writer.tag(24);
  writer.uint(value.refusals, 'CancelOverdue.refusals');
}

export function decodeCancelOverdue(reader: WireReader): CancelOverdue {
  let orderID_: CancelOverdue['orderID'] | undefined;
  let childID_: CancelOverdue['childID'] | undefined;
  let refusals_: CancelOverdue['refusals'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('CancelOverdue.orderID') as OrderID;
        break;
      case 18:
        childID_ = reader.string('CancelOverdue.childID') as ChildID;
        break;
      case 24:
        refusals_ = reader.uint('CancelOverdue.refusals');
        break;
      default:
        throw unknownField(tag, 'CancelOverdue');
    }
  }
  return {
    type: 'CancelOverdue',
    orderID: present(orderID_, 'CancelOverdue.orderID'),
    childID: present(childID_, 'CancelOverdue.childID'),
    refusals: present(refusals_, 'CancelOverdue.refusals'),
  };
}

export function encodeTransactionSigned(value: TransactionSigned, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.venueID, 'TransactionSigned.venueID');
  writer.tag(18);
  writer.message(value.transaction, encodeSignedTransaction);
}

export function decodeTransactionSigned(reader: WireReader): TransactionSigned {
  let venueID_: TransactionSigned['venueID'] | undefined;
  let transaction_: TransactionSigned['transaction'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        venueID_ = reader.string('TransactionSigned.venueID') as VenueID;
        break;
      case 18:
        transaction_ = reader.message(decodeSignedTransaction, 'TransactionSigned.transaction');
        break;
      default:
        throw unknownField(tag, 'TransactionSigned');
    }
  }
  return {
    type: 'TransactionSigned',
    venueID: present(venueID_, 'TransactionSigned.venueID'),
    transaction: present(transaction_, 'TransactionSigned.transaction'),
  };
}

export function encodeTransactionSettled(value: TransactionSettled, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.venueID, 'TransactionSettled.venueID');
  writer.tag(16);
  writer.uint(value.nonce, 'TransactionSettled.nonce');
  writer.tag(26);
  writer.string(value.hash, 'TransactionSettled.hash');
}

export function decodeTransactionSettled(reader: WireReader): TransactionSettled {
  let venueID_: TransactionSettled['venueID'] | undefined;
  let nonce_: TransactionSettled['nonce'] | undefined;
  let hash_: TransactionSettled['hash'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        venueID_ = reader.string('TransactionSettled.venueID') as VenueID;
        break;
      case 16:
        nonce_ = reader.uint('TransactionSettled.nonce');
        break;
      case 26:
        hash_ = reader.string('TransactionSettled.hash');
        break;
      default:
        throw unknownField(tag, 'TransactionSettled');
    }
  }
  return {
    type: 'TransactionSettled',
    venueID: present(venueID_, 'TransactionSettled.venueID'),
    nonce: present(nonce_, 'TransactionSettled.nonce'),
    hash: present(hash_, 'TransactionSettled.hash'),
  };
}

export function encodeChildFillCancelled(value: ChildFillCancelled, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'ChildFillCancelled.orderID');
  writer.tag(18);
  writer.string(value.childID, 'ChildFillCancelled.childID');
  writer.tag(26);
  writer.string(value.venueOrderID, 'ChildFillCancelled.venueOrderID');
  writer.tag(34);
  writer.string(value.venueExecID, 'ChildFillCancelled.venueExecID');
  writer.tag(42);
  writer.amount(value.lastQty, 'ChildFillCancelled.lastQty');
  writer.tag(50);
  writer.amount(value.lastPx, 'ChildFillCancelled.lastPx');
  if (value.refSequence !== null) {
    writer.tag(56);
    writer.uint(value.refSequence, 'ChildFillCancelled.refSequence');
  }
  writer.tag(66);
  writer.string(value.text, 'ChildFillCancelled.text');
  if (value.grossTradeAmt !== null) {
    writer.tag(74);
    writer.amount(value.grossTradeAmt, 'ChildFillCancelled.grossTradeAmt');
  }
}

export function decodeChildFillCancelled(reader: WireReader): ChildFillCancelled {
  let orderID_: ChildFillCancelled['orderID'] | undefined;
  let childID_: ChildFillCancelled['childID'] | undefined;
  let venueOrderID_: ChildFillCancelled['venueOrderID'] | undefined;
  let venueExecID_: ChildFillCancelled['venueExecID'] | undefined;
  let lastQty_: ChildFillCancelled['lastQty'] | undefined;
  let lastPx_: ChildFillCancelled['lastPx'] | undefined;
  let refSequence_: ChildFillCancelled['refSequence'] = null;
  let text_: ChildFillCancelled['text'] | undefined;
  let grossTradeAmt_: ChildFillCancelled['grossTradeAmt'] = null;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('ChildFillCancelled.orderID') as OrderID;
        break;
      case 18:
        childID_ = reader.string('ChildFillCancelled.childID') as ChildID;
        break;
      case 26:
        venueOrderID_ = reader.string('ChildFillCancelled.venueOrderID') as VenueOrderID;
        break;
      case 34:
        venueExecID_ = reader.string('ChildFillCancelled.venueExecID') as VenueExecID;
        break;
      case 42:
        lastQty_ = reader.amount('ChildFillCancelled.lastQty') as Qty;
        break;
      case 50:
        lastPx_ = reader.amount('ChildFillCancelled.lastPx') as Price;
        break;
      case 56:
        refSequence_ = reader.uint('ChildFillCancelled.refSequence');
        break;
      case 66:
        text_ = reader.string('ChildFillCancelled.text');
        break;
      case 74:
        grossTradeAmt_ = reader.amount('ChildFillCancelled.grossTradeAmt') as Notional;
        break;
      default:
        throw unknownField(tag, 'ChildFillCancelled');
    }
  }
  return {
    type: 'ChildFillCancelled',
    orderID: present(orderID_, 'ChildFillCancelled.orderID'),
    childID: present(childID_, 'ChildFillCancelled.childID'),
    venueOrderID: present(venueOrderID_, 'ChildFillCancelled.venueOrderID'),
    venueExecID: present(venueExecID_, 'ChildFillCancelled.venueExecID'),
    lastQty: present(lastQty_, 'ChildFillCancelled.lastQty'),
    lastPx: present(lastPx_, 'ChildFillCancelled.lastPx'),
    refSequence: refSequence_,
    text: present(text_, 'ChildFillCancelled.text'),
    grossTradeAmt: grossTradeAmt_,
  };
}

export function encodeChildAmendDecided(value: ChildAmendDecided, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'ChildAmendDecided.orderID');
  writer.tag(18);
  writer.string(value.childID, 'ChildAmendDecided.childID');
  writer.tag(26);
  writer.amount(value.price, 'ChildAmendDecided.price');
  writer.tag(34);
  writer.amount(value.orderQty, 'ChildAmendDecided.orderQty');
}

export function decodeChildAmendDecided(reader: WireReader): ChildAmendDecided {
  let orderID_: ChildAmendDecided['orderID'] | undefined;
  let childID_: ChildAmendDecided['childID'] | undefined;
  let price_: ChildAmendDecided['price'] | undefined;
  let orderQty_: ChildAmendDecided['orderQty'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('ChildAmendDecided.orderID') as OrderID;
        break;
      case 18:
        childID_ = reader.string('ChildAmendDecided.childID') as ChildID;
        break;
      case 26:
        price_ = reader.amount('ChildAmendDecided.price') as Price;
        break;
      case 34:
        orderQty_ = reader.amount('ChildAmendDecided.orderQty') as Qty;
        break;
      default:
        throw unknownField(tag, 'ChildAmendDecided');
    }
  }
  return {
    type: 'ChildAmendDecided',
    orderID: present(orderID_, 'ChildAmendDecided.orderID'),
    childID: present(childID_, 'ChildAmendDecided.childID'),
    price: present(price_, 'ChildAmendDecided.price'),
    orderQty: present(orderQty_, 'ChildAmendDecided.orderQty'),
  };
}

export function encodeChildAmended(value: ChildAmended, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'ChildAmended.orderID');
  writer.tag(18);
  writer.string(value.childID, 'ChildAmended.childID');
  writer.tag(26);
  writer.amount(value.price, 'ChildAmended.price');
  writer.tag(34);
  writer.amount(value.orderQty, 'ChildAmended.orderQty');
}

export function decodeChildAmended(reader: WireReader): ChildAmended {
  let orderID_: ChildAmended['orderID'] | undefined;
  let childID_: ChildAmended['childID'] | undefined;
  let price_: ChildAmended['price'] | undefined;
  let orderQty_: ChildAmended['orderQty'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('ChildAmended.orderID') as OrderID;
        break;
      case 18:
        childID_ = reader.string('ChildAmended.childID') as ChildID;
        break;
      case 26:
        price_ = reader.amount('ChildAmended.price') as Price;
        break;
      case 34:
        orderQty_ = reader.amount('ChildAmended.orderQty') as Qty;
        break;
      default:
        throw unknownField(tag, 'ChildAmended');
    }
  }
  return {
    type: 'ChildAmended',
    orderID: present(orderID_, 'ChildAmended.orderID'),
    childID: present(childID_, 'ChildAmended.childID'),
    price: present(price_, 'ChildAmended.price'),
    orderQty: present(orderQty_, 'ChildAmended.orderQty'),
  };
}

export function encodeChildAmendRefused(value: ChildAmendRefused, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'ChildAmendRefused.orderID');
  writer.tag(18);
  writer.string(value.childID, 'ChildAmendRefused.childID');
  writer.tag(26);
  writer.string(value.text, 'ChildAmendRefused.text');
}

export function decodeChildAmendRefused(reader: WireReader): ChildAmendRefused {
  let orderID_: ChildAmendRefused['orderID'] | undefined;
  let childID_: ChildAmendRefused['childID'] | undefined;
  let text_: ChildAmendRefused['text'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('ChildAmendRefused.orderID') as OrderID;
        break;
      case 18:
        childID_ = reader.string('ChildAmendRefused.childID') as ChildID;
        break;
      case 26:
        text_ = reader.string('ChildAmendRefused.text');
        break;
      default:
        throw unknownField(tag, 'ChildAmendRefused');
    }
  }
  return {
    type: 'ChildAmendRefused',
    orderID: present(orderID_, 'ChildAmendRefused.orderID'),
    childID: present(childID_, 'ChildAmendRefused.childID'),
    text: present(text_, 'ChildAmendRefused.text'),
  };
}

export function encodeChildAmendPutInDoubt(value: ChildAmendPutInDoubt, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'ChildAmendPutInDoubt.orderID');
  writer.tag(18);
  writer.string(value.childID, 'ChildAmendPutInDoubt.childID');
  writer.tag(26);
  writer.string(value.cause, 'ChildAmendPutInDoubt.cause');
}

export function decodeChildAmendPutInDoubt(reader: WireReader): ChildAmendPutInDoubt {
  let orderID_: ChildAmendPutInDoubt['orderID'] | undefined;
  let childID_: ChildAmendPutInDoubt['childID'] | undefined;
  let cause_: ChildAmendPutInDoubt['cause'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('ChildAmendPutInDoubt.orderID') as OrderID;
        break;
      case 18:
        childID_ = reader.string('ChildAmendPutInDoubt.childID') as ChildID;
        break;
      case 26:
        cause_ = reader.string('ChildAmendPutInDoubt.cause');
        break;
      default:
        throw unknownField(tag, 'ChildAmendPutInDoubt');
    }
  }
  return {
    type: 'ChildAmendPutInDoubt',
    orderID: present(orderID_, 'ChildAmendPutInDoubt.orderID'),
    childID: present(childID_, 'ChildAmendPutInDoubt.childID'),
    cause: present(cause_, 'ChildAmendPutInDoubt.cause'),
  };
}

export function encodeChildResolved(value: ChildResolved, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.orderID, 'ChildResolved.orderID');
  writer.tag(18);
  writer.string(value.childID, 'ChildResolved.childID');
  writer.tag(24);
  writer.uint(findingHowNumbers[value.how], 'ChildResolved.how');
  writer.tag(34);
  writer.string(value.who, 'ChildResolved.who');
  writer.tag(42);
  writer.string(value.reason, 'ChildResolved.reason');
}

export function decodeChildResolved(reader: WireReader): ChildResolved {
  let orderID_: ChildResolved['orderID'] | undefined;
  let childID_: ChildResolved['childID'] | undefined;
  let how_: ChildResolved['how'] | undefined;
  let who_: ChildResolved['who'] | undefined;
  let reason_: ChildResolved['reason'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.string('ChildResolved.orderID') as OrderID;
        break;
      case 18:
        childID_ = reader.string('ChildResolved.childID') as ChildID;
        break;
      case 24:
        how_ = wordOf(findingHowWords, reader.uint('ChildResolved.how'), 'ChildResolved.how');
        break;
      case 34:
        who_ = reader.string('ChildResolved.who');
        break;
      case 42:
        reason_ = reader.string('ChildResolved.reason');
        break;
      default:
        throw unknownField(tag, 'ChildResolved');
    }
  }
  return {
    type: 'ChildResolved',
    orderID: present(orderID_, 'ChildResolved.orderID'),
    childID: present(childID_, 'ChildResolved.childID'),
    how: present(how_, 'ChildResolved.how'),
    who: present(who_, 'ChildResolved.who'),
    reason: present(reason_, 'ChildResolved.reason'),
  };
}

export function encodeHoldingAgreed(value: HoldingAgreed, writer: WireWriter): void {
  writer.tag(10);
  writer.string(value.venueID, 'HoldingAgreed.venueID');
  writer.tag(18);
  writer.string(value.asset, 'HoldingAgreed.asset');
  writer.tag(26);
  writer.amount(value.total, 'HoldingAgreed.total');
  if (value.before !== null) {
    writer.tag(34);
    writer.amount(value.before, 'HoldingAgreed.before');
  }
  writer.tag(42);
  writer.string(value.who, 'HoldingAgreed.who');
  writer.tag(50);
  writer.string(value.reason, 'HoldingAgreed.reason');
}

export function decodeHoldingAgreed(reader: WireReader): HoldingAgreed {
  let venueID_: HoldingAgreed['venueID'] | undefined;
  let asset_: HoldingAgreed['asset'] | undefined;
  let total_: HoldingAgreed['total'] | undefined;
  let before_: HoldingAgreed['before'] = null;
  let who_: HoldingAgreed['who'] | undefined;
  let reason_: HoldingAgreed['reason'] | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        venueID_ = reader.string('HoldingAgreed.venueID') as VenueID;
        break;
      case 18:
        asset_ = reader.string('HoldingAgreed.asset');
        break;
      case 26:
        total_ = reader.amount('HoldingAgreed.total') as Qty;
        break;
      case 34:
        before_ = reader.amount('HoldingAgreed.before');
        break;
      case 42:
        who_ = reader.string('HoldingAgreed.who');
        break;
      case 50:
        reason_ = reader.string('HoldingAgreed.reason');
        break;
      default:
        throw unknownField(tag, 'HoldingAgreed');
    }
  }
  return {
    type: 'HoldingAgreed',
    venueID: present(venueID_, 'HoldingAgreed.venueID'),
    asset: present(asset_, 'HoldingAgreed.asset'),
    total: present(total_, 'HoldingAgreed.total'),
    before: before_,
    who: present(who_, 'HoldingAgreed.who'),
    reason: present(reason_, 'HoldingAgreed.reason'),
  };
}

export function decodeChildOutline(reader: WireReader): ChildOutline {
  let childID_: ChildOutline['childID'] | undefined;
  let phase_: ChildOutline['phase'] | undefined;
  let cancel_: ChildOutline['cancel'] | undefined;
  let endReported_: ChildOutline['endReported'] = null;
  let inDoubtSince_: ChildOutline['inDoubtSince'] = null;
  let amend_: ChildOutline['amend'] = null;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        childID_ = reader.freshString('Child.childID') as ChildID;
        break;
      case 72:
        phase_ = wordOf(childPhaseWords, reader.uint('Child.phase'), 'Child.phase');
        break;
      case 80:
        cancel_ = wordOf(childCancelStateWords, reader.uint('Child.cancel'), 'Child.cancel');
        break;
      case 114:
        endReported_ = reader.message(decodeEndReported, 'Child.endReported');
        break;
      case 129:
        inDoubtSince_ = reader.sfixed64('Child.inDoubtSince') as EpochNs;
        break;
      case 178:
        amend_ = reader.message(decodePendingAmend, 'Child.amend');
        break;
      case 16:
      case 26:
      case 34:
      case 42:
      case 50:
      case 56:
      case 65:
      case 90:
      case 98:
      case 106:
      case 120:
      case 136:
      case 144:
      case 152:
      case 161:
      case 170:
        reader.skip(tag, 'Child');
        break;
      default:
        throw unknownField(tag, 'Child');
    }
  }
  return {
    childID: present(childID_, 'Child.childID'),
    phase: present(phase_, 'Child.phase'),
    cancel: present(cancel_, 'Child.cancel'),
    endReported: endReported_,
    inDoubtSince: inDoubtSince_,
    amend: amend_,
  };
}

export function decodeParentOrderOutline(reader: WireReader): ParentOrderOutline {
  let orderID_: ParentOrderOutline['orderID'] | undefined;
  let sessionID_: ParentOrderOutline['sessionID'] | undefined;
  let clOrdIDs_: ParentOrderOutline['clOrdIDs'] = nothing;
  let account_: ParentOrderOutline['account'] | undefined;
  let instrumentID_: ParentOrderOutline['instrumentID'] | undefined;
  let side_: ParentOrderOutline['side'] | undefined;
  let worstPrice_: ParentOrderOutline['worstPrice'] | undefined;
  let cumQty_: ParentOrderOutline['cumQty'] | undefined;
  let leavesQty_: ParentOrderOutline['leavesQty'] | undefined;
  let pendingCancel_: ParentOrderOutline['pendingCancel'] = null;
  let pendingReplace_: ParentOrderOutline['pendingReplace'] = null;
  let children_: ParentOrderOutline['children'] = nothing;
  let endedHow_: ParentOrderOutline['endedHow'] = null;
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        orderID_ = reader.freshString('ParentOrder.orderID') as OrderID;
        break;
      case 18:
        sessionID_ = reader.string('ParentOrder.sessionID') as SessionID;
        break;
      case 34:
        clOrdIDs_ = withNext(clOrdIDs_, reader.freshString('ParentOrder.clOrdIDs') as ClOrdID);
        break;
      case 42:
        account_ = reader.string('ParentOrder.account') as AccountID;
        break;
      case 50:
        instrumentID_ = reader.string('ParentOrder.instrumentID') as InstrumentID;
        break;
      case 72:
        side_ = wordOf(sideWords, reader.uint('ParentOrder.side'), 'ParentOrder.side');
        break;
      case 98:
        worstPrice_ = reader.amount('ParentOrder.worstPrice') as Price;
        break;
      case 122:
        cumQty_ = reader.amount('ParentOrder.cumQty') as Qty;
        break;
      case 130:
        leavesQty_ = reader.amount('ParentOrder.leavesQty') as Qty;
        break;
      case 178:
        pendingCancel_ = reader.message(decodePendingCancel, 'ParentOrder.pendingCancel');
        break;
      case 186:
        pendingReplace_ = reader.message(decodePendingReplace, 'ParentOrder.pendingReplace');
        break;
      case 202:
        children_ = withNext(children_, reader.message(decodeChildOutline, 'ParentOrder.children'));
        break;
      case 208:
        endedHow_ = wordOf(orderEndHowWords, reader.uint('ParentOrder.endedHow'), 'ParentOrder.endedHow');
        break;
      case 26:
      case 56:
      case 66:
      case 80:
      case 90:
      case 104:
      case 114:
      case 138:
      case 146:
      case 154:
      case 161:
      case 169:
      case 192:
      case 216:
      case 226:
      case 234:
      case 338:
        reader.skip(tag, 'ParentOrder');
        break;
      default:
        throw unknownField(tag, 'ParentOrder');
    }
  }
  return {
    orderID: present(orderID_, 'ParentOrder.orderID'),
    sessionID: present(sessionID_, 'ParentOrder.sessionID'),
    clOrdIDs: clOrdIDs_,
    account: present(account_, 'ParentOrder.account'),
    instrumentID: present(instrumentID_, 'ParentOrder.instrumentID'),
    side: present(side_, 'ParentOrder.side'),
    worstPrice: present(worstPrice_, 'ParentOrder.worstPrice'),
    cumQty: present(cumQty_, 'ParentOrder.cumQty'),
    leavesQty: present(leavesQty_, 'ParentOrder.leavesQty'),
    pendingCancel: pendingCancel_,
    pendingReplace: pendingReplace_,
    children: children_,
    endedHow: endedHow_,
  };
}
