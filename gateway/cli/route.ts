// `causeway route`: what the router would do with an order in a given situation, and why. Sends nothing.

import {
  type RouteLeg,
  type RouteOrder,
  type RoutePlan,
  type Source,
  type Unused,
  route,
} from '../../router/index.ts';
import { quoteExactIn, quoteExactOut } from '../../spec/pools/index.ts';
import {
  type Notional,
  type Qty,
  averagePrice,
  formatDecimal,
  formatNotional,
} from '../../spec/units/index.ts';
import { formatProblems, formatWarnings } from '../config/index.ts';
import { ExitCode } from './exit-codes.ts';
import { type Output, bar, createOutput, table } from './output.ts';
import { type RouteInput, readRouteInput } from './route-input.ts';

/** Characters of the bar that is all of the order. */
const BAR = 24;

export function showRoute(file: string, options: { readonly json: boolean }): ExitCode {
  const out = createOutput(options);
  const input = readRouteInput(file);
  if (!input.ok) {
    for (const problem of input.error) out.object({ type: 'Problem', ...problem });
    out.error(formatProblems(input.error));
    return ExitCode.FailedCheck;
  }
  if (input.value.warnings.length > 0) out.error(formatWarnings(input.value.warnings));
  return showPlan(out, input.value);
}

/** Neither an order nor a situation, or both. */
export function misusedRoute(): ExitCode {
  createOutput({ json: false }).error(
    'causeway: a route has an order, such as buy 50 ETH/USDT, or --input; --help says more',
  );
  return ExitCode.Usage;
}

/** Asks the router, and tells what it says. */
export function showPlan(out: Output, input: RouteInput): ExitCode {
  const { order, venues } = input;
  const sources = venues.flatMap((venue) => (venue.type === 'Source' ? [venue.source] : []));
  const plan = route(order, sources);
  const unused = unusedOf(input, plan);
  out.object({
    filledQty: formatDecimal(plan.filledQty),
    cost: formatNotional(plan.cost),
    boundBps: plan.boundBps,
    legs: plan.legs.map(legObject),
    unused: unused.map(({ venueID, why }) => ({ venue: venueID, why })),
  });
  if (!out.json) draw(out, { order, sources, plan, unused });
  return ExitCode.Done;
}

/** In the order of the file: what the router did not use, and what could not be asked. */
function unusedOf(
  { venues }: RouteInput,
  plan: RoutePlan,
): readonly { venueID: string; why: string }[] {
  return venues.flatMap((venue): { venueID: string; why: string }[] => {
    if (venue.type === 'Excluded') return [{ venueID: venue.name, why: venue.why }];
    const unused: Unused | undefined = plan.unused.find(
      ({ venueID }) => venueID === venue.source.venueID,
    );
    return unused === undefined ? [] : [unused];
  });
}

function legObject({ venueID, qty, worstPrice, cost, marginalPrice }: RouteLeg) {
  return {
    venue: venueID,
    qty: formatDecimal(qty),
    worstPrice: formatDecimal(worstPrice),
    cost: formatNotional(cost),
    marginalPrice: formatDecimal(marginalPrice),
  };
}

interface Drawn {
  readonly order: RouteOrder;
  readonly sources: readonly Source[];
  readonly plan: RoutePlan;
  readonly unused: readonly { readonly venueID: string; readonly why: string }[];
}

function draw(out: Output, { order, sources, plan, unused }: Drawn): void {
  const limit = order.limit === null ? 'at any price' : `limit ${formatDecimal(order.limit)}`;
  const basis = order.limit !== null && order.limitBasis === 'allIn' ? ' all-in' : '';
  out.line(out.style('bold', `${order.side} ${formatDecimal(order.orderQty)} ${limit}${basis}`));
  out.line();
  if (plan.legs.length > 0) {
    const head = ['venue', 'share', '', 'qty', 'depth', 'average', 'worst', 'next', 'quote'];
    const numbers = ['', 'qty', 'average', 'worst', 'next', 'quote'];
    out.line(
      table(
        head,
        plan.legs.map((leg) => legRow(leg, order, sources)),
        numbers,
      ),
    );
    out.line();
  }
  if (unused.length > 0) {
    out.line(
      table(
        ['not used', 'because'],
        unused.map(({ venueID, why }) => [venueID, why]),
      ),
    );
    out.line();
  }
  out.line(summary(out, order, plan));
}

function legRow(leg: RouteLeg, order: RouteOrder, sources: readonly Source[]): string[] {
  const source = sources.find(({ venueID }) => venueID === leg.venueID);
  return [
    leg.venueID,
    bar(Number(leg.qty), Number(order.orderQty), BAR),
    `${percent(leg.qty, order.orderQty)} %`,
    formatDecimal(leg.qty),
    source === undefined ? '' : depth(source, leg, order),
    rounded(averagePrice(leg.cost, leg.qty)),
    rounded(leg.worstPrice),
    rounded(leg.marginalPrice),
    roundedNotional(leg.cost),
  ];
}

/** How far into its venue a leg goes. */
function depth(source: Source, { qty, worstPrice }: RouteLeg, { side }: RouteOrder): string {
  if (source.type === 'Book') {
    const used = source.levels.filter(([ticks]) => {
      const price = BigInt(ticks) * source.tick;
      return side === 'buy' ? price <= worstPrice : price >= worstPrice;
    });
    return `${used.length} of ${count(source.levels.length, 'level')}`;
  }
  if (source.pool.type === 'V2') return 'curve';
  const amount = (qty * 10n ** BigInt(source.decimals.base)) / 10n ** 18n;
  const tokenIn = (side === 'buy') === source.baseIsToken0 ? 1 : 0;
  const quote = (side === 'buy' ? quoteExactOut : quoteExactIn)(source.pool, { tokenIn, amount });
  return quote.type === 'Quoted' ? `crosses ${count(quote.ticksCrossed, 'tick')}` : '';
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function summary(out: Output, { side, orderQty }: RouteOrder, plan: RoutePlan): string {
  const { filledQty, cost, boundBps } = plan;
  const all = `${formatDecimal(filledQty)} of ${formatDecimal(orderQty)}`;
  if (filledQty === 0n) return out.style('yellow', `${all}: no venue takes any of it`);
  const verb = side === 'buy' ? 'costs' : 'brings';
  const average = rounded(averagePrice(cost, filledQty));
  const gap =
    boundBps === 0 ? 'no split is better' : `no split is better by more than ${boundBps} bp`;
  const text = `${all} ${verb} ${roundedNotional(cost)}, fees and gas included: ${average} each; ${gap}`;
  return filledQty === orderQty ? out.style('green', text) : out.style('yellow', text);
}

function percent(qty: Qty, of: Qty): string {
  const tenths = (qty * 1000n + of / 2n) / of;
  return `${tenths / 10n}.${tenths % 10n}`;
}

/** For the eye: at most six decimals. `--json` has all of them. */
function rounded(price: bigint): string {
  const step = 10n ** 12n;
  return formatDecimal(((price + step / 2n) / step) * step);
}

function roundedNotional(cost: Notional): string {
  return rounded(cost / 10n ** 18n);
}
