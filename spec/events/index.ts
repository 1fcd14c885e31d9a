export type {
  CancelOrder,
  Command,
  ConfigureDesk,
  EnterOrder,
  Origin,
  RefuseMessage,
  RejectOrder,
  ReplaceOrder,
  ReportFromVenue,
  RequestOrderStatus,
  StartDesk,
  Tick,
  TickOrder,
} from './commands.ts';
export type {
  AdminCommand,
  ChildLeft,
  EngageKill,
  Kill,
  LimitChange,
  LimitPlace,
  Operator,
  Quarantine,
  RearmKill,
  ResetLimit,
  ResumeVenue,
  SetLimit,
} from './operations.ts';
export type { Event, EventOf, EventType, Recorded } from './events.ts';
export type {
  Child,
  ChildCancelState,
  ChildFill,
  ChildPhase,
  DeskSnapshot,
  EndReported,
  Exclusion,
  ExclusionHow,
  OrderEndHow,
  ParentOrder,
  PendingCancel,
  PendingReplace,
  Position,
} from './entities.ts';
export type {
  LegDecided,
  RouteBook,
  RouteHow,
  RouteLevel,
  RoutePool,
  RouteTick,
  RouteV2,
  RouteV3,
  VenueUnused,
} from './routes.ts';
export type {
  BusinessMessageReject,
  ClientReport,
  ExecutionReport,
  OrderCancelReject,
} from './client-reports.ts';
export {
  decodeDeskSnapshot,
  decodeEvent,
  decodeParentOrder,
  encodeDeskSnapshot,
  encodeEvent,
  encodeParentOrder,
  eventSchemaVersion,
  recordTypes,
} from './codec.generated.ts';
export { UnreadableEvent, WireReader, WireWriter } from './wire.ts';
