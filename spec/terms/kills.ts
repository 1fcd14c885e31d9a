// How far a kill switch reaches.

export type KillScope = 'firm' | 'account' | 'session' | 'venue' | 'instrument';

/** What a switch is for: `scopeID` names the account, session, venue or instrument; empty for the firm. */
export interface KillTarget {
  readonly scope: KillScope;
  readonly scopeID: string;
}
