// The gateway, loaded where it is started: what needs only the real clock stays quick.

import type { GatewayConfig } from '../config/index.ts';
import type { decodeMessage } from './fix-records.ts';
import type { GatewayPorts, RunningGateway } from './start-gateway.ts';
import type { tables } from './tables.ts';

/** Throws JournalRefused, JournalCorrupt, or with the address that could not be had. */
export async function startGateway(
  config: GatewayConfig,
  ports: GatewayPorts,
): Promise<RunningGateway> {
  const loaded = await import('./start-gateway.ts');
  return loaded.startGateway(config, ports);
}

/** What the gateway's tables in a journal are called, and how a message stands in them. */
export interface JournalForms {
  readonly tables: typeof tables;
  readonly decodeMessage: typeof decodeMessage;
}

export async function loadJournalForms(): Promise<JournalForms> {
  const [records, names] = await Promise.all([import('./fix-records.ts'), import('./tables.ts')]);
  return { tables: names.tables, decodeMessage: records.decodeMessage };
}
