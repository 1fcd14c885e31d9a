// The operator's interface, loaded where a desk is started: whoever only asks a desk stays quick.

import type { Action } from '../telemetry/index.ts';
import type { OperatorParts } from './actions.ts';

/** By path. */
export async function operatorActions(parts: OperatorParts): Promise<ReadonlyMap<string, Action>> {
  const loaded = await import('./actions.ts');
  return loaded.operatorActions(parts);
}
