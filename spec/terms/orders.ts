// The words of an order's life, under their FIX names. Codes are the wire's business.

export type Side = 'buy' | 'sell';

/** OrdType(40). */
export type OrdType = 'Market' | 'Limit';

/** TimeInForce(59). Day ends at 00:00 UTC. */
export type TimeInForce = 'Day' | 'GTC' | 'IOC' | 'FOK';

/** What a limit price bounds: the price at a venue alone, or the price with the venue's fee. */
export type LimitBasis = 'gross' | 'allIn';

/** OrdStatus(39). */
export type OrdStatus =
  | 'New'
  | 'PartiallyFilled'
  | 'Filled'
  | 'Canceled'
  | 'PendingCancel'
  | 'Rejected'
  | 'Expired'
  | 'PendingReplace';

/** ExecType(150) of FIX 4.4. */
export type ExecType =
  | 'New'
  | 'Canceled'
  | 'Replaced'
  | 'PendingCancel'
  | 'Rejected'
  | 'Expired'
  | 'PendingReplace'
  | 'Trade'
  | 'TradeCancel'
  | 'OrderStatus';

/** OrdRejReason(103) of FIX 4.4. */
export type OrdRejReason =
  | 'BrokerOption' // 0
  | 'UnknownSymbol' // 1
  | 'ExchangeClosed' // 2
  | 'OrderExceedsLimit' // 3
  | 'UnknownOrder' // 5
  | 'DuplicateOrder' // 6
  | 'StaleOrder' // 8
  | 'UnsupportedOrderCharacteristic' // 11
  | 'IncorrectQuantity' // 13
  | 'UnknownAccount' // 15
  | 'Other'; // 99

/** CxlRejReason(102) of FIX 4.4. */
export type CxlRejReason =
  | 'TooLateToCancel' // 0
  | 'UnknownOrder' // 1
  | 'BrokerOption' // 2
  | 'AlreadyPending' // 3
  | 'DuplicateClOrdID' // 6
  | 'Other'; // 99

/** CxlRejResponseTo(434). */
export type CxlRejResponseTo = 'Cancel' | 'Replace';

/** BusinessRejectReason(380) of FIX 4.4. */
export type BusinessRejectReason =
  | 'Other' // 0
  | 'UnknownID' // 1
  | 'UnknownSecurity' // 2
  | 'UnsupportedMessageType' // 3
  | 'ApplicationNotAvailable' // 4
  | 'ConditionallyRequiredFieldMissing' // 5
  | 'NotAuthorized'; // 6
