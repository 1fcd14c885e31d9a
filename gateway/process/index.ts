export type { GatewayEnd, GatewayPorts, RunningGateway } from './start-gateway.ts';
export { type JournalForms, loadJournalForms, startGateway } from './load-gateway.ts';
export { realClock, realRandom, realTimers } from './real-world.ts';
