// What an operator names: the firm, an account, a session, a venue, an instrument by its symbol.

import {
  type KillScope,
  asAccountID,
  asInstrumentID,
  asSessionID,
  asVenueID,
} from '../../../spec/terms/index.ts';
import type { DeskView } from '../evolve/state.ts';
import type { Context } from './context.ts';

export interface Scoped<S extends KillScope> {
  readonly scope: S;
  /** Empty for the firm. */
  readonly scopeID: string;
}

/** An instrument is known by its id. */
export function scopeNamed<S extends KillScope>(
  state: DeskView,
  { scope, scopeID }: Scoped<S>,
): Scoped<S> {
  if (scope !== 'instrument') return { scope, scopeID };
  return { scope, scopeID: state.bySymbol.get(scopeID) ?? scopeID };
}

/** Null, or what there is not. */
export function unknownScope(
  state: DeskView,
  { scope, scopeID }: Scoped<KillScope>,
  context: Context,
): string | null {
  if (isKnown(state, { scope, scopeID }, context)) return null;
  return scope === 'firm'
    ? `the firm has no name, found ${scopeID}`
    : `there is no ${scope} ${scopeID}`;
}

function isKnown(
  state: DeskView,
  { scope, scopeID }: Scoped<KillScope>,
  context: Context,
): boolean {
  switch (scope) {
    case 'firm':
      return scopeID === '';
    case 'account':
      return context.isAccount(asAccountID(scopeID));
    case 'session':
      return context.profile(asSessionID(scopeID)) !== null;
    case 'venue':
      return context.venue(asVenueID(scopeID)) !== null;
    case 'instrument':
      return state.instruments.has(asInstrumentID(scopeID));
  }
}
