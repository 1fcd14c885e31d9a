// The gateway, loaded where it is started: what needs only the real clock stays quick.

import type { GatewayConfig } from '../config/index.ts';
import type { GatewayPorts, RunningGateway } from './start-gateway.ts';

/** Throws JournalRefused, JournalCorrupt, or with the address that could not be had. */
export async function startGateway(
  config: GatewayConfig,
  ports: GatewayPorts,
): Promise<RunningGateway> {
  const loaded = await import('./start-gateway.ts');
  return loaded.startGateway(config, ports);
}
