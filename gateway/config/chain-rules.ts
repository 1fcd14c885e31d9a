// The rules between the keys of venues on chains and the rest of the file.

import { DECIMALS, parseDecimal } from '../../spec/units/index.ts';
import type { Path } from './problems.ts';
import type { Finding } from './references.ts';
import { type Entry, entries, items, record } from './written.ts';

interface Chains {
  readonly venues: readonly Entry[];
  readonly exchanges: readonly Entry[];
  readonly instruments: readonly Entry[];
}

/** `venues` are the chain's; of exchanges only the names count. */
export function chainRules({ venues, exchanges, instruments }: Chains): readonly Finding[] {
  const taken = new Set(exchanges.map(({ path }) => path.at(-1)));
  return venues.flatMap((venue) => [
    ...(taken.has(venue.path.at(-1))
      ? [{ path: venue.path, found: 'a name of venues', expected: 'a name of its own' }]
      : []),
    ...poolsRules(venue),
    ...feeRules(venue),
    ...gasRules(venue, instruments),
    ...listingRules(venue, instruments),
  ]);
}

interface Listed {
  readonly path: Path;
  readonly symbol: string;
  /** Of the instrument. */
  readonly base: string;
  readonly quote: string;
}

function listedAt(venue: Entry, instruments: readonly Entry[]): readonly Listed[] {
  const name = venue.path.at(-1);
  return instruments.flatMap(({ path, value }) => {
    const [base = '', quote = ''] = String(value['symbol']).split('/');
    return items(value['listings'], [...path, 'listings'])
      .filter((one) => one.value['venue'] === name && typeof one.value['symbol'] === 'string')
      .map((one) => ({ path: one.path, symbol: String(one.value['symbol']), base, quote }));
  });
}

/** Each pool is traded; an instrument may have several of a venue, whose swaps then go as one transaction. */
function listingRules(venue: Entry, instruments: readonly Entry[]): readonly Finding[] {
  const name = String(venue.path.at(-1));
  const pools = entries(venue.value['pools'], [...venue.path, 'pools']);
  const names = pools.map(({ path }) => String(path.at(-1)));
  const listed = listedAt(venue, instruments);
  const unlisted = pools
    .filter(({ path }) => !listed.some(({ symbol }) => symbol === path.at(-1)))
    .map(({ path }) => ({ path, found: 'no listing', expected: 'the listing of an instrument' }));
  const wrong = listed.flatMap(({ path, symbol, base, quote }): readonly Finding[] => {
    const at = [...path, 'symbol'];
    if (!names.includes(symbol)) {
      return [{ path: at, found: null, expected: `a pool of ${name}: ${names.join(', ')}` }];
    }
    return tokenRules(venue, { symbol, base, quote });
  });
  return [...unlisted, ...wrong];
}

function tokenRules(
  venue: Entry,
  { symbol, base, quote }: Omit<Listed, 'path'>,
): readonly Finding[] {
  const tokens = record(venue.value['tokens']);
  const missing = [base, quote]
    .filter((currency) => tokens[currency] === undefined)
    .map((currency) => ({
      path: [...venue.path, 'tokens'],
      found: `no ${currency}`,
      expected: `the tokens of ${base}/${quote}`,
    }));
  const { decimals } = record(tokens[base]);
  const { lot } = record(record(venue.value['pools'])[symbol]);
  const parsed = typeof lot === 'string' ? parseDecimal(lot) : null;
  if (typeof decimals !== 'number' || parsed?.type !== 'Exact') return missing;
  if (parsed.value % 10n ** BigInt(Math.max(DECIMALS - decimals, 0)) === 0n) return missing;
  const path = [...venue.path, 'pools', symbol, 'lot'];
  return [...missing, { path, found: null, expected: `at most ${decimals} decimals: ${base}'s` }];
}

function poolsRules(venue: Entry): readonly Finding[] {
  return entries(venue.value['pools'], [...venue.path, 'pools']).flatMap(({ path, value }) => {
    const { kind, feePips, tickSpacing } = value;
    const findings: Finding[] = [];
    if (kind === 'v3' && feePips === undefined) {
      findings.push({ path: [...path, 'feePips'], found: null, expected: 'the fee of a v3 pool' });
    }
    if (kind === 'v3' && tickSpacing === undefined) {
      const expected = 'the tick spacing of a v3 pool';
      findings.push({ path: [...path, 'tickSpacing'], found: null, expected });
    }
    if (kind === 'v2' && tickSpacing !== undefined) {
      findings.push({ path: [...path, 'tickSpacing'], found: null, expected: 'none in a v2 pool' });
    }
    return findings;
  });
}

function feeRules({ path, value }: Entry): readonly Finding[] {
  const [tip, cap] = [value['priorityFeePerGasGwei'], value['maxFeePerGasGwei']].map((one) =>
    typeof one === 'string' ? parseDecimal(one) : null,
  );
  if (tip?.type !== 'Exact' || cap?.type !== 'Exact' || tip.value <= cap.value) return [];
  const expected = 'at most maxFeePerGasGwei, which holds it';
  return [{ path: [...path, 'priorityFeePerGasGwei'], found: null, expected }];
}

/** What gas costs is compared with prices: it must have one in the same currency. */
function gasRules(venue: Entry, instruments: readonly Entry[]): readonly Finding[] {
  const { gasInstrument } = venue.value;
  if (typeof gasInstrument !== 'string') return [];
  const path = [...venue.path, 'gasInstrument'];
  if (!instruments.some(({ value }) => value['symbol'] === gasInstrument)) {
    return [{ path, found: null, expected: 'an instrument of this file' }];
  }
  const quote = gasInstrument.slice(gasInstrument.indexOf('/') + 1);
  const others = listedAt(venue, instruments).filter((one) => one.quote !== quote);
  if (others.length === 0) return [];
  const quotes = [...new Set(others.map((one) => one.quote))].join(', ');
  return [{ path, found: null, expected: `an instrument quoted in ${quotes}, as its pools are` }];
}
