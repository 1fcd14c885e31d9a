// An order, new or as a replace would make it, before the risk checks, and the price it may reach.

import { type Refusal, checkOrder, collaredPrice, strictest } from '../../../risk/index.ts';
import type {
  AccountID,
  ClOrdID,
  Instrument,
  OrdType,
  SessionID,
  Side,
} from '../../../spec/terms/index.ts';
import { type Price, type Qty, asPrice } from '../../../spec/units/index.ts';
import type { BookSnapshot } from '../../../spec/venues/index.ts';
import type { DeskView } from '../evolve/state.ts';
import type { Context, SessionProfile } from './context.ts';

export interface Proposal {
  readonly profile: SessionProfile;
  readonly clOrdID: ClOrdID;
  readonly account: AccountID | null;
  readonly symbol: string;
  readonly side: Side;
  readonly ordType: OrdType;
  readonly price: Price | null;
  readonly orderQty: Qty;
  readonly isClOrdIDTaken: boolean;
}

export interface Judged {
  readonly type: 'Passed';
  readonly instrument: Instrument;
  readonly account: AccountID;
  readonly referencePrice: Price;
  /** The limit or the market order's collar. */
  readonly worstPrice: Price;
}

export type Judgement = Judged | { readonly type: 'Refused'; readonly refusal: Refusal };

export function judge(state: DeskView, context: Context, proposal: Proposal): Judgement {
  const { profile } = proposal;
  const account = proposal.account ?? onlyAccount(profile);
  const sessionID: SessionID = profile.sessionID;
  const instrumentID = state.bySymbol.get(proposal.symbol);
  const instrument =
    instrumentID === undefined ? null : (state.instruments.get(instrumentID) ?? null);
  const referencePrice = instrument === null ? null : referencePriceOf(context, instrument);
  const limits = [...state.limits.values()];
  const placed =
    instrument === null || account === null
      ? null
      : { sessionID, account, instrumentID: instrument.instrumentID };
  const collar = placed === null ? null : strictest(limits, 'priceCollarBps', placed);
  const marketCollarBps = collar?.amount ?? context.settings.marketCollarBps;
  const refusal = checkOrder(
    {
      sessionID,
      account,
      clOrdID: proposal.clOrdID,
      symbol: proposal.symbol,
      side: proposal.side,
      ordType: proposal.ordType,
      price: proposal.price,
      orderQty: proposal.orderQty,
    },
    {
      instrument,
      limits,
      accounts: profile.accounts,
      isClOrdIDTaken: proposal.isClOrdIDTaken,
      referencePrice,
      marketCollarBps,
    },
  );
  if (refusal !== null) return { type: 'Refused', refusal };
  const tick = instrument?.listings[0]?.tick;
  if (instrument === null || account === null || referencePrice === null || tick === undefined) {
    throw new Error('the checks passed an order without instrument, account or market');
  }
  const worstPrice =
    proposal.price ??
    collaredPrice(proposal.side, referencePrice, { collarBps: marketCollarBps, tick });
  return { type: 'Passed', instrument, account, referencePrice, worstPrice };
}

/** The mid of the first live, fresh book; with one side empty, the other side's best. */
export function referencePriceOf(context: Context, instrument: Instrument): Price | null {
  for (const listing of instrument.listings) {
    const book = context.market.book(listing.venueID, instrument.instrumentID);
    if (book === null || !isFresh(context, book)) continue;
    const bid = book.bids[0];
    const ask = book.asks[0];
    if (bid === undefined && ask === undefined) continue;
    const low = BigInt((bid ?? ask)?.[0] ?? 0);
    const high = BigInt((ask ?? bid)?.[0] ?? 0);
    return asPrice(((low + high) * book.tick) / 2n);
  }
  return null;
}

export function isFresh(context: Context, book: BookSnapshot): boolean {
  const ageNs = context.now - book.receivedAt;
  return book.state === 'Live' && ageNs <= BigInt(context.settings.staleBookMs) * 1_000_000n;
}

function onlyAccount(profile: SessionProfile): AccountID | null {
  return profile.accounts.length === 1 ? (profile.accounts[0] ?? null) : null;
}
