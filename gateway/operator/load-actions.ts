// The operator's interface, loaded where a desk is started: whoever only asks a desk stays quick.

import type { operatorActions } from './actions.ts';
import type { killRows } from './kill-views.ts';

/** What a desk answers its operator with. */
export interface OperatorSide {
  readonly operatorActions: typeof operatorActions;
  readonly killRows: typeof killRows;
}

export async function loadOperatorSide(): Promise<OperatorSide> {
  const [actions, kills] = await Promise.all([import('./actions.ts'), import('./kill-views.ts')]);
  return { operatorActions: actions.operatorActions, killRows: kills.killRows };
}
