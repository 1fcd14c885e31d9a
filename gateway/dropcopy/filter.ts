// Which reports a drop copy gets.

import { type AccountID, type SessionID, isOfSession } from '../../spec/terms/index.ts';

export interface CopyFilter {
  /** Null: of every client session. */
  readonly sessions: readonly SessionID[] | null;
  /** Null: of every account, and of what has none. */
  readonly accounts: readonly AccountID[] | null;
  /** Reports of the children too. */
  readonly children: boolean;
}

/** Whose order it is that a report tells of. */
export interface Owner {
  readonly sessionID: SessionID;
  readonly account: AccountID | null;
}

export function isFor({ sessions, accounts }: CopyFilter, owner: Owner): boolean {
  if (sessions !== null && !sessions.some((one) => isOfSession(owner.sessionID, one))) return false;
  if (accounts === null) return true;
  return owner.account !== null && accounts.includes(owner.account);
}
