// Risk limits as data. Of all that apply to an order the strictest wins.

import { type Notional, type Qty, asNotional, asQty } from '../units/index.ts';

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

export type LimitName = Exclude<keyof Limits, 'scope' | 'scopeID'>;

/**
 * What a limit's figure is, as a whole number: a quantity with 18 decimals, an amount of the quote currency
 * with 36, basis points, or a count.
 */
export interface LimitKind {
  readonly unit: 'qty' | 'amount' | 'bps' | 'count';
  readonly least: bigint;
  /** Null: it has no most. */
  readonly most: bigint | null;
  /** Of what a session sends: for firm and session alone. */
  readonly isRate: boolean;
}

const MOST_COUNTED = 1_000_000n;
/** Ten thousand: all of the price. */
const MOST_BPS = 10_000n;

export const limitKinds: Readonly<Record<LimitName, LimitKind>> = {
  maxOrderQty: { unit: 'qty', least: 1n, most: null, isRate: false },
  maxOrderNotional: { unit: 'amount', least: 1n, most: null, isRate: false },
  priceCollarBps: { unit: 'bps', least: 1n, most: MOST_BPS, isRate: false },
  maxLongPosition: { unit: 'qty', least: 0n, most: null, isRate: false },
  maxShortPosition: { unit: 'qty', least: 0n, most: null, isRate: false },
  maxOpenOrders: { unit: 'count', least: 1n, most: MOST_COUNTED, isRate: false },
  maxOpenNotional: { unit: 'amount', least: 1n, most: null, isRate: false },
  maxOrdersPerSecond: { unit: 'count', least: 1n, most: MOST_COUNTED, isRate: true },
  maxMessagesPerSecond: { unit: 'count', least: 1n, most: MOST_COUNTED, isRate: true },
};

/** No limit at all, in that scope. */
export function unlimited({ scope, scopeID }: Pick<Limits, 'scope' | 'scopeID'>): Limits {
  return {
    scope,
    scopeID,
    maxOrderQty: null,
    maxOrderNotional: null,
    priceCollarBps: null,
    maxLongPosition: null,
    maxShortPosition: null,
    maxOpenOrders: null,
    maxOpenNotional: null,
    maxOrdersPerSecond: null,
    maxMessagesPerSecond: null,
  };
}

/** The figure of one limit, in the unit of its kind. */
export function limitFigure(limits: Limits, name: LimitName): bigint | null {
  const figure = limits[name];
  return figure === null ? null : BigInt(figure);
}

/** The limits with one of them changed. */
export function withLimit(limits: Limits, name: LimitName, figure: bigint | null): Limits {
  switch (name) {
    case 'maxOrderQty':
    case 'maxLongPosition':
    case 'maxShortPosition':
      return { ...limits, [name]: figure === null ? null : asQty(figure) };
    case 'maxOrderNotional':
    case 'maxOpenNotional':
      return { ...limits, [name]: figure === null ? null : asNotional(figure) };
    case 'priceCollarBps':
    case 'maxOpenOrders':
    case 'maxOrdersPerSecond':
    case 'maxMessagesPerSecond':
      return { ...limits, [name]: figure === null ? null : Number(figure) };
  }
}
