export { type Environment, type LoadedConfig, loadConfig } from './load.ts';
export {
  type ConfigProblem,
  type ConfigWarning,
  formatProblems,
  formatWarnings,
} from './problems.ts';
export type {
  AdapterName,
  Address,
  DropCopyConfig,
  Durability,
  FixSessionConfig,
  GatewayConfig,
  InstrumentConfig,
  ListingConfig,
  LogConfig,
  LogLevel,
  SessionConfig,
  VenueConfig,
  VenueCredentials,
} from './model.ts';
export { type ConfiguredNames, namesIn } from './names.ts';
export { secretFilesOf } from './secret-files.ts';
export { type Secret, isSecret, secretOf } from './secret.ts';
export { DEFAULTS } from './build.ts';
export {
  CLI_SESSION,
  EMBEDDED_PORTS,
  type EmbeddedFile,
  type EmbeddedOptions,
  type EmbeddedVenue,
  embeddedDefaults,
  embeddedFiles,
} from './embedded.ts';
