export {
  type GatewayEnd,
  type GatewayPorts,
  type RunningGateway,
  startGateway,
} from './start-gateway.ts';
