// `causeway order`: one order as a client would send it, and its reports as they come.

import { tcpNetwork } from '../fix/index.ts';
import { realClock, realRandom, realTimers } from '../process/index.ts';
import {
  type OrdType,
  type Side,
  type TimeInForce,
  type VenueID,
  asVenueID,
} from '../../spec/terms/index.ts';
import { asPrice, asQty, epochMs, parseDecimal } from '../../spec/units/index.ts';
import type { ExitCode } from './exit-codes.ts';
import { type Counterparty, type Staying, sendOverFix } from './fix-client.ts';
import type { OrderTerms } from './fix-messages.ts';
import { announce, conclude, show } from './order-report.ts';
import { type Misuse, type SessionArguments, misused, quoted, sessionOf } from './order-session.ts';
import { createOutput, type Output } from './output.ts';

/** As typed. */
export interface OrderArguments extends SessionArguments {
  readonly side: Side;
  readonly qty: string;
  readonly symbol: string;
  readonly limit?: string;
  readonly market?: boolean;
  readonly tif?: string;
  readonly account?: string;
  readonly clOrdId?: string;
  readonly venue?: string;
  /** Separated by commas. */
  readonly include?: string;
  readonly exclude?: string;
  readonly cancelAfter?: number;
  readonly wait?: boolean;
  readonly json: boolean;
}

export async function sendOrder(args: OrderArguments): Promise<ExitCode> {
  const out = createOutput(args);
  const terms = termsOf(args);
  if ('misuse' in terms) return misused(out, terms);
  const session = sessionOf(args);
  if ('misuse' in session) return misused(out, session);
  const account = args.account ?? session.accounts[0];
  const order = { ...terms, account, clOrdID: args.clOrdId ?? newClOrdID(), amends: null };
  const staying = { cancelAfterMs: args.cancelAfter ?? null, wait: args.wait === true };
  return performed(out, session.peer, { ...order, ...staying });
}

/** Sends it, and tells what comes of it. */
export async function performed(
  out: Output,
  peer: Counterparty,
  order: OrderTerms & Staying,
): Promise<ExitCode> {
  const clock = realClock();
  const world = { clock, timers: realTimers(), network: tcpNetwork() };
  announce(out, order, peer);
  const startedAt = clock.monotonic();
  const outcome = await sendOverFix(world, peer, order, (report) => show(out, report));
  const ms = Number(clock.monotonic() - startedAt) / 1_000_000;
  return conclude(out, { outcome, order, peer, ms });
}

type Terms = Omit<OrderTerms, 'clOrdID' | 'account' | 'amends'>;

/** As FIX clients may write it here: printable, no longer than is taken. */
const ID = /^[\x21-\x7e]{1,64}$/;

function termsOf(args: OrderArguments): Terms | Misuse {
  const orderQty = positive(args.qty);
  if (orderQty === null)
    return { misuse: `the quantity ${quoted(args.qty)} is no decimal above 0` };
  if (args.limit !== undefined && args.market === true) {
    return { misuse: 'an order has --limit or --market, not both' };
  }
  const price = args.limit === undefined ? null : positive(args.limit);
  if (args.limit !== undefined && price === null) {
    return { misuse: `the limit ${quoted(args.limit)} is no decimal above 0` };
  }
  const ordType: OrdType = price === null ? 'Market' : 'Limit';
  const timeInForce = TIF[args.tif ?? (price === null ? 'ioc' : 'day')];
  if (timeInForce === undefined)
    return { misuse: `no such time in force: ${quoted(args.tif ?? '')}` };
  if (!ID.test(args.symbol)) return { misuse: 'the symbol is one word' };
  if (args.clOrdId !== undefined && !ID.test(args.clOrdId)) {
    return { misuse: 'a ClOrdID is one word of at most 64 characters' };
  }
  return {
    side: args.side,
    symbol: args.symbol,
    orderQty: asQty(orderQty),
    ordType,
    price: price === null ? null : asPrice(price),
    timeInForce,
    directives: {
      exDestination: args.venue === undefined ? null : asVenueID(args.venue),
      include: venuesIn(args.include),
      exclude: venuesIn(args.exclude),
    },
  };
}

function venuesIn(text = ''): readonly VenueID[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map(asVenueID);
}

const TIF: Readonly<Record<string, TimeInForce>> = {
  day: 'Day',
  gtc: 'GTC',
  ioc: 'IOC',
  fok: 'FOK',
};

export function positive(text: string): bigint | null {
  const decimal = parseDecimal(text);
  return decimal.type === 'Exact' && decimal.value > 0n ? decimal.value : null;
}

/** Unique for a client that sends less than a million orders a millisecond. */
export function newClOrdID(): string {
  const ms = epochMs(realClock().now());
  const spread = realRandom().below(36 ** 4);
  return `C${ms.toString(36)}${spread.toString(36).padStart(4, '0')}`.toUpperCase();
}
