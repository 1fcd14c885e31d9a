// An order, new or as a replace would make it, before the risk checks, and the price it may reach.

import {
  type Held,
  type Refusal,
  checkOrder,
  collaredPrice,
  finestTick,
  strictest,
} from '../../../risk/index.ts';
import type { ParentOrder } from '../../../spec/events/index.ts';
import type {
  AccountID,
  ClOrdID,
  Instrument,
  OrdType,
  SessionID,
  Side,
} from '../../../spec/terms/index.ts';
import {
  type Price,
  type Qty,
  ZERO_NOTIONAL,
  ZERO_QTY,
  asSignedQty,
  subtractQty,
} from '../../../spec/units/index.ts';
import type { DeskView } from '../evolve/state.ts';
import type { Context, SessionProfile } from './context.ts';
import { heldBy } from './held.ts';
import { whyNoMarket } from './no-market.ts';
import { referencePriceOf } from './reference-price.ts';

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
  /** The order that a replace would change. */
  readonly replaced: ParentOrder | null;
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
  const { profile, replaced } = proposal;
  const { accounts } = profile;
  const account = proposal.account ?? onlyAccount(profile);
  const sessionID: SessionID = profile.sessionID;
  const instrumentID = state.bySymbol.get(proposal.symbol);
  const instrument =
    instrumentID === undefined ? null : (state.instruments.get(instrumentID) ?? null);
  const referencePrice = instrument === null ? null : referencePriceOf(context, instrument);
  const limits = [...state.limits.values()];
  const kills = [...state.kills.values()];
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
      openQty: openQtyOf(proposal),
      replacedPrice: proposal.replaced?.worstPrice ?? null,
    },
    {
      instrument,
      limits,
      kills,
      accounts,
      isClOrdIDTaken: proposal.isClOrdIDTaken,
      referencePrice,
      noMarket:
        instrument === null || referencePrice !== null ? null : whyNoMarket(context, instrument),
      marketCollarBps,
      held: placed === null ? NOTHING_HELD : heldBy(state, placed, { accounts, replaced }),
      rate: context.rate(sessionID),
    },
  );
  if (refusal !== null) return { type: 'Refused', refusal };
  const tick = instrument === null ? null : finestTick(instrument);
  if (instrument === null || account === null || referencePrice === null || tick === null) {
    throw new Error('the checks passed an order without instrument, account or market');
  }
  const worstPrice =
    proposal.price ??
    collaredPrice(proposal.side, referencePrice, { collarBps: marketCollarBps, tick });
  return { type: 'Passed', instrument, account, referencePrice, worstPrice };
}

/** As it is reserved: until the old quantity is dead, the larger of old and new. */
function openQtyOf({ orderQty, replaced }: Proposal): Qty {
  if (replaced === null) return orderQty;
  const wanted = orderQty > replaced.cumQty ? subtractQty(orderQty, replaced.cumQty) : ZERO_QTY;
  return wanted > replaced.leavesQty ? wanted : replaced.leavesQty;
}

/** Of no account or no instrument: what needs one refuses before. */
const NOTHING_HELD: Held = {
  position: asSignedQty(0n),
  buyQty: ZERO_QTY,
  sellQty: ZERO_QTY,
  open: () => ({ orders: 0, notional: ZERO_NOTIONAL }),
};

function onlyAccount(profile: SessionProfile): AccountID | null {
  return profile.accounts.length === 1 ? (profile.accounts[0] ?? null) : null;
}
