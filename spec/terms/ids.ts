// Identifiers, each a type of its own, so that none is taken for another.

declare const id: unique symbol;

/** ClOrdID(11): the client's own, unique per session and trade date. */
export type ClOrdID = string & { readonly [id]: 'clOrdID' };
/** OrderID(37): ours, one per chain of replaces, never reused. */
export type OrderID = string & { readonly [id]: 'orderID' };
/** ExecID(17): desk, journal sequence, ordinal: equal in every resend. */
export type ExecID = string & { readonly [id]: 'execID' };
/** Our client order id at a venue, a UUIDv4 in form. See `child-id.ts`. */
export type ChildID = string & { readonly [id]: 'childID' };
/** The venue's own order id. */
export type VenueOrderID = string & { readonly [id]: 'venueOrderID' };
/** The venue's execution id: unique with venue, account, instrument and venue order id (I2). */
export type VenueExecID = string & { readonly [id]: 'venueExecID' };
/** A configured venue, such as `binance`. */
export type VenueID = string & { readonly [id]: 'venueID' };
/** Account(1): whose position it is. */
export type AccountID = string & { readonly [id]: 'accountID' };
/** A configured client session, such as `ACME`. */
export type SessionID = string & { readonly [id]: 'sessionID' };
/** An instrument of ours; its Symbol(55), such as `BTC/USDT`, is data. */
export type InstrumentID = string & { readonly [id]: 'instrumentID' };

export const asClOrdID = (text: string): ClOrdID => text as ClOrdID;
export const asOrderID = (text: string): OrderID => text as OrderID;
export const asExecID = (text: string): ExecID => text as ExecID;
export const asVenueOrderID = (text: string): VenueOrderID => text as VenueOrderID;
export const asVenueExecID = (text: string): VenueExecID => text as VenueExecID;
export const asVenueID = (text: string): VenueID => text as VenueID;
export const asAccountID = (text: string): AccountID => text as AccountID;
export const asSessionID = (text: string): SessionID => text as SessionID;
export const asInstrumentID = (text: string): InstrumentID => text as InstrumentID;

/** No configured name has one. */
const OF_TEMPLATE = '/';

/** A session that a template has made is named after both. */
export function sessionOfTemplate(template: SessionID, compID: string): SessionID {
  return asSessionID(`${template}${OF_TEMPLATE}${compID}`);
}

/** The template that has made the session, and its client's CompID; null: it was configured by itself. */
export function madeOf(
  sessionID: SessionID,
): { readonly template: SessionID; readonly compID: string } | null {
  const at = sessionID.indexOf(OF_TEMPLATE);
  if (at < 0) return null;
  return { template: asSessionID(sessionID.slice(0, at)), compID: sessionID.slice(at + 1) };
}

/** Does a word about the session `named` concern this one: is it that, or made of that template? */
export function isOfSession(sessionID: SessionID, named: string): boolean {
  return sessionID === named || madeOf(sessionID)?.template === named;
}
