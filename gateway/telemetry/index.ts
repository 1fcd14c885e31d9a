export { createTelemetry, type Telemetry, type TelemetryOptions } from './telemetry.ts';
export type { FixMessageFact } from './metrics.ts';
export type { Action, Actions, Answer, StatusServer } from './server.ts';
export {
  type DeskStatus,
  type DropCopyStatus,
  type HealthWord,
  healthOf,
  type KillStatus,
  type SessionStatus,
  type VenueStatus,
} from './status.ts';
