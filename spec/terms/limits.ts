// Risk limits as data. Of all that apply to an order the strictest wins.

import type { Notional, Qty } from '../units/index.ts';

export type LimitScope = 'firm' | 'session' | 'account' | 'instrument';

/** The limits of one scope; null is no limit at this level. */
export interface Limits {
  readonly scope: LimitScope;
  /** The session, account or instrument; empty for the firm. */
  readonly scopeID: string;
  readonly maxOrderQty: Qty | null;
  /** In the instrument's quote currency. */
  readonly maxOrderNotional: Notional | null;
  /** How far a price may stand beyond the reference price, against the client, in basis points. */
  readonly priceCollarBps: number | null;
  /** Of one account in one instrument, with all that its open orders could still add. */
  readonly maxLongPosition: Qty | null;
  /** Below zero; zero: it sells only what it has. */
  readonly maxShortPosition: Qty | null;
  /** Open at the same time, in this scope. */
  readonly maxOpenOrders: number | null;
  /** Of all that is open in this scope, in the quote currency. */
  readonly maxOpenNotional: Notional | null;
  /** New orders and replaces of one session; for firm and session alone. */
  readonly maxOrdersPerSecond: number | null;
  /** Application messages of one session; for firm and session alone. */
  readonly maxMessagesPerSecond: number | null;
}
