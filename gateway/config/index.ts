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
  FixTlsListenConfig,
  GatewayConfig,
  InstrumentConfig,
  ListingConfig,
  LogConfig,
  LogLevel,
  RetentionConfig,
  SessionConfig,
  VenueConfig,
  VenueCredentials,
} from './model.ts';
export type { CertificateFile } from './certificate-file.ts';
export type { ChainVenueConfig, PoolConfig } from './chain-model.ts';
export { CHAIN_DEFAULTS } from './chain-build.ts';
export { secretFilesOf } from './secret-files.ts';
export { type Secret, isSecret, secretOf } from './secret.ts';
export { DEFAULTS } from './build.ts';
export { type FixTerms, mirrored, SESSION_DEFAULTS } from './session-build.ts';
export {
  CLI_SESSION,
  EMBEDDED_PORTS,
  type EmbeddedChain,
  type EmbeddedFile,
  type EmbeddedOptions,
  type EmbeddedVenue,
  embeddedDefaults,
  embeddedFiles,
} from './embedded.ts';
