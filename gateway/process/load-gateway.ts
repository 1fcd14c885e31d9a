// The gateway, loaded where it is started: what needs only the real clock stays quick.

import type { GatewayConfig } from '../config/index.ts';
import type { GatewayPorts } from './assembly.ts';
import type { decodeAudit } from './audit-trail.ts';
import type { decodeMessage } from '../fix/index.ts';
import type { decodeIncoming } from './fix-records.ts';
import { letHeapGrow } from './heap.ts';
import { letHelpersYield } from './helper-threads.ts';
import type { RecoverySource } from './recovery.ts';
import type { RunningGateway } from './start-gateway.ts';
import type { namesKept } from './session-names.ts';
import type { tables } from './tables.ts';

/** Throws JournalRefused, JournalCorrupt, or with the address that could not be had. */
export async function startGateway(
  config: GatewayConfig,
  ports: GatewayPorts,
): Promise<RunningGateway> {
  letHeapGrow();
  letHelpersYield();
  const { openDeskJournal } = await import('./open-journal.ts');
  const opening = openDeskJournal(config, ports.log);
  // Meanwhile: the journal's thread takes 0.2 s on another core until it has the store open.
  const loading = import('./start-gateway.ts');
  const opened = await opening;
  const { startOver } = await loading;
  return startOver(opened, config, ports);
}

/** What the gateway's tables in a journal are called, how a message stands in them, and whose they are. */
export interface JournalForms {
  readonly tables: typeof tables;
  readonly decodeMessage: typeof decodeMessage;
  readonly decodeIncoming: typeof decodeIncoming;
  readonly decodeAudit: typeof decodeAudit;
  readonly namesKept: typeof namesKept;
}

export async function loadJournalForms(): Promise<JournalForms> {
  const [{ decodeMessage }, { decodeIncoming }, { decodeAudit }, { namesKept }, { tables }] =
    await Promise.all([
      import('../fix/index.ts'),
      import('./fix-records.ts'),
      import('./audit-trail.ts'),
      import('./session-names.ts'),
      import('./tables.ts'),
    ]);
  return { tables, decodeMessage, decodeIncoming, decodeAudit, namesKept };
}

/** What a journal comes to when it is read as a start reads it. */
export interface JournalState {
  readonly desk: number;
  readonly stateHash: string;
  readonly openOrders: number;
}

/** Throws JournalCorrupt, or UnreadableEvent, with the place. */
export async function stateOfJournal(journal: RecoverySource): Promise<JournalState> {
  const [{ recover }, { stateHash }] = await Promise.all([
    import('./recovery.ts'),
    import('../desk/index.ts'),
  ]);
  const { state } = recover(journal);
  return { desk: state.desk, stateHash: stateHash(state), openOrders: state.orders.size };
}
