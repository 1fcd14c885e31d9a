export { defaultFramerLimits, Framer, type Frame, type FramerLimits } from './codec/framer.ts';
export { MessageView, type Fields, type GarbledCause } from './codec/message-view.ts';
export { MessageWriter, type MessageBody, type TimePrecision } from './codec/message-writer.ts';
export { bytesOf, type DecimalProblem } from './codec/values.ts';
export {
  defaultValidationRules,
  validate,
  type ValidationProblem,
  type ValidationRules,
} from './codec/validate.ts';
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
  type Deliver,
  type Phase,
  type Rejection,
  type Send,
  type SessionAction,
  type SessionInput,
  type SessionState,
  type Step,
} from './session/state.ts';
export { step } from './session/step.ts';
export { routeBack } from './session/turn.ts';
export {
  memoryStore,
  type MemoryStore,
  type SentMessage,
  type SentRange,
  type SessionChange,
  type SessionStore,
  type StoredSession,
} from './store.ts';
export {
  defaultDriverLimits,
  SessionDriver,
  type DriverLimits,
  type DriverParts,
  type DurabilityGate,
  type SendOptions,
  type SessionApplication,
  type Wire,
} from './transport/driver.ts';
export { memoryGate } from './transport/memory-gate.ts';
export {
  accept,
  defaultAcceptorLimits,
  type Acceptor,
  type AcceptorLimits,
  type AcceptorParts,
} from './transport/acceptor.ts';
export {
  defaultInitiatorLimits,
  initiate,
  type Initiator,
  type InitiatorLimits,
  type InitiatorParts,
} from './transport/initiator.ts';
export { tcpNetwork } from './transport/tcp.ts';
