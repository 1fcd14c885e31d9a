export type {
  AccountID,
  ChildID,
  ClOrdID,
  ExecID,
  InstrumentID,
  OrderID,
  SessionID,
  VenueExecID,
  VenueID,
  VenueOrderID,
} from './ids.ts';
export {
  asAccountID,
  asClOrdID,
  asExecID,
  asInstrumentID,
  asOrderID,
  asSessionID,
  asVenueExecID,
  asVenueID,
  asVenueOrderID,
  isOfSession,
  madeOf,
  sessionOfTemplate,
} from './ids.ts';
export { type ChildIntent, asChildID, childIDOf, intentOfChildID } from './child-id.ts';
export type {
  BusinessRejectReason,
  CxlRejReason,
  CxlRejResponseTo,
  ExecType,
  LimitBasis,
  OrdRejReason,
  OrdStatus,
  OrdType,
  Side,
  TimeInForce,
} from './orders.ts';
export type { VenueDirectives } from './directives.ts';
export type { Instrument, InstrumentState, Listing } from './instruments.ts';
export type { KillScope, KillTarget } from './kills.ts';
export { type LimitTyped, formatLimit, parseLimit } from './limit-figures.ts';
export {
  type LimitKind,
  type LimitName,
  type LimitScope,
  type Limits,
  limitFigure,
  limitKinds,
  unlimited,
  withLimit,
} from './limits.ts';
