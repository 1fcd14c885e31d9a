// A limit's figure as text: as an operator types it, and as it is shown.

import type { Result } from '../proof/index.ts';
import { ONE, formatDecimal, formatNotional, parseDecimal } from '../units/index.ts';
import { type LimitKind, type LimitName, limitKinds } from './limits.ts';

export interface LimitTyped {
  /** In the unit of the limit's kind; null: no limit. */
  readonly value: bigint | null;
  /** Of an amount, where it was said. */
  readonly currency: string | null;
}

/** An amount may name its currency. */
const AMOUNT = /^(\S+?)(?: ([A-Z0-9]{1,20}))?$/;
const WHOLE = /^\d{1,7}$/;
const NONE = 'none';

/** Not understood: what is expected. */
export function parseLimit(name: LimitName, text: string): Result<LimitTyped, string> {
  const kind = limitKinds[name];
  const expected = `${expectedOf(kind)}, or ${NONE}`;
  if (text === NONE) return { ok: true, value: { value: null, currency: null } };
  const [, digits = '', currency] = kind.unit === 'amount' ? (AMOUNT.exec(text) ?? []) : ['', text];
  const value = figureIn(kind, digits);
  if (value === null || value < kind.least) return { ok: false, error: expected };
  if (kind.most !== null && value > kind.most) return { ok: false, error: expected };
  return { ok: true, value: { value, currency: currency ?? null } };
}

export function formatLimit(name: LimitName, figure: bigint): string {
  switch (limitKinds[name].unit) {
    case 'qty':
      return formatDecimal(figure);
    case 'amount':
      return formatNotional(figure);
    case 'bps':
    case 'count':
      return String(figure);
  }
}

function figureIn({ unit }: LimitKind, digits: string): bigint | null {
  if (unit === 'bps' || unit === 'count') return WHOLE.test(digits) ? BigInt(digits) : null;
  const decimal = parseDecimal(digits);
  if (decimal.type !== 'Exact') return null;
  return unit === 'qty' ? decimal.value : decimal.value * ONE;
}

function expectedOf({ unit, least, most }: LimitKind): string {
  switch (unit) {
    case 'qty':
      return least === 0n ? 'a decimal such as 50 or 0' : 'a decimal above 0, such as 50';
    case 'amount':
      return 'an amount above 0, such as 1000000 or "1000000 USDT"';
    case 'bps':
    case 'count':
      return `a whole number from ${least} to ${most}`;
  }
}
