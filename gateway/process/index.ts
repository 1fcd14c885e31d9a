export type { GatewayEnd, GatewayPorts, RunningGateway } from './start-gateway.ts';
export { startGateway } from './load-gateway.ts';
export { realClock, realRandom, realTimers } from './real-world.ts';
export { tables } from './tables.ts';
export { decodeMessage } from './fix-records.ts';
