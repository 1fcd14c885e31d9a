// What holds between the limits, and between them and what they are for.

import { type Amount, parseAmount } from './fields.ts';
import type { Finding } from './references.ts';
import type { LimitEntry, RuleWarning, WrittenFile } from './written-file.ts';
import { type Entry, list } from './written.ts';

/** A limit for nobody is a limit that somebody believes in. */
export function unknownScopes(file: WrittenFile): readonly Finding[] {
  const known = {
    firm: [''],
    session: file.sessions.map(({ value }) => value['id']),
    account: file.sessions.flatMap(({ value }) => list(value['accounts'], []).map(([, id]) => id)),
    instrument: file.instruments.map(({ value }) => value['symbol']),
  };
  return file.limits.flatMap(({ scope, scopeID, path }): readonly Finding[] => {
    if (known[scope].includes(scopeID)) return [];
    return [{ path, found: `no such ${scope}`, expected: `the name of a configured ${scope}` }];
  });
}

/**
 * A limit on notional counts in the quote currency of the order's instrument and is compared as a
 * number. So its currency must be the quote of every instrument that it can meet: above an instrument
 * that is all of them.
 */
export function currencies(file: WrittenFile): readonly Finding[] {
  return AMOUNT_NAMES.flatMap((name) => currenciesOf(file, name));
}

function currenciesOf(file: WrittenFile, name: AmountName): readonly Finding[] {
  return file.limits.flatMap((limits): readonly Finding[] => {
    const amount = amountOf(limits, name);
    if (amount === null) return [];
    const met = file.instruments
      .map(({ value }) => value['symbol'])
      .filter((symbol) => typeof symbol === 'string')
      .filter((symbol) => limits.scope !== 'instrument' || symbol === limits.scopeID);
    const others = met.filter((symbol) => quoteOf(symbol) !== amount.currency);
    if (others.length === 0) return [];
    const quotes = new Set(met.map(quoteOf));
    const expected =
      quotes.size > 1
        ? `a limit for each instrument: they are quoted in ${[...quotes].join(', ')}`
        : `an amount in ${[...quotes].join()}, the quote of ${others.join(', ')}`;
    return [{ path: [...limits.path, name], found: null, expected }];
  });
}

const LIMIT_NAMES = [
  'maxOrderQty',
  'maxOrderNotional',
  'priceCollarBps',
  'maxLongPosition',
  'maxShortPosition',
  'maxOpenOrders',
  'maxOpenNotional',
  'maxOrdersPerSecond',
  'maxMessagesPerSecond',
] as const;

/** Limits with a currency. */
const AMOUNT_NAMES = ['maxOrderNotional', 'maxOpenNotional'] as const;

type AmountName = (typeof AMOUNT_NAMES)[number];

/** Accepted: of all limits above an order the strictest wins. Its author may believe otherwise. */
export function looserThanParent(file: WrittenFile): readonly RuleWarning[] {
  return file.limits.flatMap((child) =>
    file.limits
      .filter((parent) => isParent(parent, child, file))
      .flatMap((parent) =>
        LIMIT_NAMES.flatMap((limit): readonly RuleWarning[] => {
          const figure = figureOf(child.value[limit]);
          const above = figureOf(parent.value[limit]);
          if (figure === null || above === null || figure <= above) return [];
          const whose =
            parent.scope === 'firm' ? "the firm's" : `${parent.scope} ${parent.scopeID}'s`;
          const text = `looser than ${whose} ${String(parent.value[limit])}: the strictest wins`;
          return [{ path: [...child.path, limit], text }];
        }),
      ),
  );
}

function isParent(parent: LimitEntry, child: LimitEntry, file: WrittenFile): boolean {
  if (parent.scope === 'firm') return child.scope !== 'firm';
  if (parent.scope !== 'session' || child.scope !== 'account') return false;
  const session = file.sessions.find(({ value }) => value['id'] === parent.scopeID);
  return list(session?.value['accounts'], []).some(([, id]) => id === child.scopeID);
}

/** An instrument without a bound on an order's notional, whoever sends it. */
export function withoutLimit(file: WrittenFile): readonly RuleWarning[] {
  const has = (scope: LimitEntry['scope'], scopeID: string) =>
    file.limits.some(
      (one) => one.scope === scope && one.scopeID === scopeID && amountOf(one) !== null,
    );
  if (has('firm', '')) return [];
  return file.instruments.flatMap(({ path, value: { symbol } }): readonly RuleWarning[] => {
    if (typeof symbol !== 'string' || has('instrument', symbol)) return [];
    const text = 'neither the firm nor this instrument has a maxOrderNotional';
    return [{ path: [...path, 'symbol'], text }];
  });
}

function amountOf(limits: Entry, name: AmountName = 'maxOrderNotional'): Amount | null {
  const amount = limits.value[name];
  return typeof amount === 'string' ? parseAmount(amount) : null;
}

/** A limit's figure, for comparing two of the same name. */
function figureOf(value: unknown): bigint | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : null;
  if (typeof value !== 'string') return null;
  return (parseAmount(value) ?? parseAmount(`${value} ANY`))?.notional ?? null;
}

function quoteOf(symbol: string): string {
  return symbol.slice(symbol.indexOf('/') + 1);
}
