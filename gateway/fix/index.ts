export { defaultFramerLimits, Framer, type Frame, type FramerLimits } from './codec/framer.ts';
export { MessageView, type Fields, type GarbledCause } from './codec/message-view.ts';
export { MessageWriter, type MessageBody, type TimePrecision } from './codec/message-writer.ts';
export type { MessageAudit, Reception } from './audit.ts';
export { holdsSecret, masked, secretTags } from './codec/mask.ts';
export { bytesOf, utcTimestampIn, type DecimalProblem } from './codec/values.ts';
export {
  defaultValidationRules,
  validate,
  type ValidationProblem,
  type ValidationRules,
} from './codec/validate.ts';
export { readDictionary } from './dictionary/read-dictionary.ts';
export { DictionaryFileError } from './dictionary/xml.ts';
export {
  fieldOf,
  frameAgain,
  frameMessage,
  type HeaderFields,
  type HeaderIdentity,
} from './codec/frame-message.ts';
export {
  defaultSessionSettings,
  sameSecret,
  sessionIDOf,
  type Credentials,
  type GivenCredentials,
  type SessionID,
  type SessionRules,
  type SessionSettings,
} from './session/settings.ts';
export {
  hasEarlyDue,
  initialState,
  type LogonVerdict,
  type Deliver,
  type Phase,
  type Rejection,
  type Send,
  type SessionAction,
  type SessionInput,
  type SessionState,
  type Step,
} from './session/state.ts';
export {
  isDate,
  isTime,
  isZone,
  scheduleOf,
  scheduleProblem,
  WEEKDAYS,
  type Hours,
  type Schedule,
  type ScheduleSettings,
  type Weekday,
} from './session/schedule.ts';
export { step } from './session/step.ts';
export type { Throttle } from './session/buckets.ts';
export { routeBack } from './session/turn.ts';
export {
  type KeepingStore,
  memoryStore,
  type SentMessage,
  type SentRange,
  type SessionChange,
  type SessionStore,
  type StoredSession,
} from './store.ts';
export {
  type DriverParts,
  type DurabilityGate,
  type SessionApplication,
  SessionDriver,
} from './transport/driver.ts';
export {
  defaultDriverLimits,
  type DriverLimits,
  type SendOptions,
  type Wire,
} from './transport/driver-parts.ts';
export { decodeMessage, diskStore, type DiskStoreOptions, storeTables } from './disk-store.ts';
export { storeGate, type StoreGateParts } from './transport/store-gate.ts';
export { memoryGate } from './transport/memory-gate.ts';
export {
  accept,
  defaultAcceptorLimits,
  type Acceptor,
  type AcceptorLimits,
  type AcceptorParts,
  type Admission,
  type LogonRequest,
  type Refused,
} from './transport/acceptor.ts';
export {
  defaultInitiatorLimits,
  initiate,
  type Initiator,
  type InitiatorLimits,
  type InitiatorParts,
} from './transport/initiator.ts';
export {
  type CompIDs,
  SessionDirectory,
  type SessionTemplates,
} from './transport/directory.ts';
export { tcpNetwork } from './transport/tcp.ts';
export {
  type KeyPair,
  type TlsConnecting,
  type TlsListening,
  type TlsNetwork,
  tlsConnecting,
  tlsListening,
} from './transport/tls.ts';
