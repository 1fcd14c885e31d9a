export type { HoldingCompared } from './balance-watch.ts';
export type { ProofStatus } from './proof.ts';
export type { GatewayEnd, GatewayPorts } from './assembly.ts';
export type { RunningGateway } from './start-gateway.ts';
export {
  type JournalForms,
  type JournalState,
  loadJournalForms,
  startGateway,
  stateOfJournal,
} from './load-gateway.ts';
export { DEFAULT_LN, hashPassword, parsePasswordHash } from './password-hash.ts';
export { GOES_ON_NS } from './wall-clock.ts';
export { realClock, realRandom, realTimers } from './real-world.ts';
