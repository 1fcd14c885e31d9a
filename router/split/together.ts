// Pools that go as one transaction: its own gas is paid once, whichever of them are used. Which transactions there are
// is tried in every way; within one way each pool costs its own gas alone, and the general search holds.

import { type Curve, notionalToFloat } from '../curves/curve.ts';
import { type Searched, type Split, isBetter, transactionOf } from './split.ts';

/** Each doubles the searches. Further ones are always open, and the bound takes their own gas for nothing. */
const MOST_TRIED = 4;

type Search = (curves: readonly Curve[]) => Searched | null;

/** The best of all ways; a bound that holds for all of them. */
export function searchTogether(curves: readonly Curve[], search: Search): Searched | null {
  const names = [...new Set(curves.flatMap((curve) => transactionOf(curve)?.name ?? []))];
  if (names.length === 0) return search(curves);
  const tried = names.slice(0, MOST_TRIED);
  const found: Way[] = [];
  for (let mask = 2 ** tried.length - 1; mask >= 0; mask -= 1) {
    const isOpen = (name: string): boolean => {
      const at = tried.indexOf(name);
      return at < 0 || (mask >> at) % 2 === 1;
    };
    const way = searchOpen(curves, isOpen, { tried, search });
    if (way !== null) found.push(way);
  }
  return bestOf(found);
}

interface Way {
  readonly searched: Searched;
  /** Nothing that uses just these transactions costs less. */
  readonly lower: number | 'exact';
}

function searchOpen(
  curves: readonly Curve[],
  isOpen: (name: string) => boolean,
  { tried, search }: { readonly tried: readonly string[]; readonly search: Search },
): Way | null {
  const members = curves.flatMap((curve, at) => {
    const name = transactionOf(curve)?.name;
    return name === undefined || isOpen(name) ? [at] : [];
  });
  const searched = search(members.flatMap((at) => curves[at] ?? []));
  if (searched === null) return null;
  const qtys = curves.map(() => 0n);
  members.forEach((at, place) => (qtys[at] = searched.split.qtys[place] ?? 0n));
  const open = tried.filter((name) => isOpen(name) && isAmong(curves, members, name));
  const gas = open.reduce((sum, name) => sum + notionalToFloat(gasNamed(curves, name)), 0);
  const lower = searched.lower === 'exact' ? 'exact' : searched.lower + gas;
  return { searched: { ...searched, split: { ...searched.split, qtys } }, lower };
}

function isAmong(curves: readonly Curve[], members: readonly number[], name: string): boolean {
  return members.some((at) => {
    const curve = curves[at];
    return curve !== undefined && transactionOf(curve)?.name === name;
  });
}

function gasNamed(curves: readonly Curve[], name: string): bigint {
  for (const curve of curves) {
    const transaction = transactionOf(curve);
    if (transaction?.name === name) return transaction.gasCost;
  }
  return 0n;
}

/** Ways that fill less bound nothing: what is filled is compared with what fills as much. */
function bestOf(found: readonly Way[]): Searched | null {
  let best: Searched | null = null;
  for (const { searched } of found) {
    if (isBetter(searched.split, best?.split ?? null)) best = searched;
  }
  if (best === null) return null;
  const { filled } = best.split;
  const equals = found.filter(({ searched }) => searched.split.filled === filled);
  return { ...best, lower: leastOf(equals, best.split) };
}

/** One that was searched exactly bounds itself by its own cost, which is no less than the best. */
function leastOf(ways: readonly Way[], best: Split): number | 'exact' {
  const bounds = ways.flatMap(({ lower }) => (lower === 'exact' ? [] : [lower]));
  if (bounds.length === 0) return 'exact';
  return Math.min(...bounds, notionalToFloat(best.cost));
}
