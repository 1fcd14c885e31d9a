// Limits as they hold: the configuration's, and over them what operators have changed.

import type { EventOf, LimitChange, LimitPlace } from '../../../spec/events/index.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';
import { type Limits, unlimited, withLimit } from '../../../spec/terms/index.ts';
import {
  type DeskState,
  type DeskView,
  limitsKey,
  putLimitChange,
  putLimits,
  removeLimitChange,
} from './state.ts';

export function evolveLimits(
  state: DeskState,
  event: EventOf<'LimitsSet' | 'LimitChanged' | 'LimitReset'>,
  at: EpochNs,
): void {
  switch (event.type) {
    case 'LimitsSet': {
      const changes = changesOf(state, event.limits);
      return putLimits(
        state,
        changes.reduce((held, { name, value }) => withLimit(held, name, value), event.limits),
      );
    }
    case 'LimitChanged': {
      const { scope, scopeID, name, after: value, configured, who, reason } = event;
      putLimits(state, withLimit(limitsOf(state, event), name, value));
      return putLimitChange(state, { scope, scopeID, name, value, configured, who, reason, at });
    }
    case 'LimitReset':
      putLimits(state, withLimit(limitsOf(state, event), event.name, event.after));
      return removeLimitChange(state, event);
  }
}

/** Of a scope that has none yet: no limit. */
export function limitsOf(
  state: Pick<DeskView, 'limits'>,
  place: Pick<LimitPlace, 'scope' | 'scopeID'>,
): Limits {
  return state.limits.get(limitsKey(place)) ?? unlimited(place);
}

/** The operators' changes in a scope. */
export function changesOf(
  state: Pick<DeskView, 'limitChanges'>,
  { scope, scopeID }: Pick<LimitPlace, 'scope' | 'scopeID'>,
): readonly LimitChange[] {
  return [...state.limitChanges.values()].filter(
    (change) => change.scope === scope && change.scopeID === scopeID,
  );
}

/** The limits of a scope as the configuration has them: changes taken back. */
export function configuredLimits(state: DeskView, limits: Limits): Limits {
  return changesOf(state, limits).reduce(
    (held, { name, configured }) => withLimit(held, name, configured),
    limits,
  );
}
