// Fields and values of other FIX versions than 4.4, whose names the generated constants have.

/** Of FIX 4.2. Source: its fields 20 and 109. */
export const EarlierTag = {
  ExecTransType: 20,
  /** Later one of the Parties. */
  ClientID: 109,
} as const;

export const ExecTransType = { New: '0', Cancel: '1', Status: '3' } as const;

/** ExecType(150) of a fill in FIX 4.2. */
export const FillExecType = { PartialFill: '1', Fill: '2' } as const;

/** OrdStatus(39) = 5 in FIX 4.2: replaced, with or without executions. */
export const REPLACED = '5';

/** Of versions behind it: fields that would change an order's meaning. Source: FIX 5.0 SP2, New Order - Single. */
export const LATER_TERMS: readonly (readonly [number, string])[] = [
  [957, 'NoStrategyParameters(957)'],
  [1082, 'SecondaryDisplayQty(1082)'],
  [1083, 'DisplayWhen(1083)'],
  [1084, 'DisplayMethod(1084)'],
  [1089, 'MatchIncrement(1089)'],
  [1090, 'MaxPriceLevels(1090)'],
  [1092, 'PriceProtectionScope(1092)'],
  [1094, 'PegPriceType(1094)'],
  [1100, 'TriggerType(1100)'],
  [1102, 'TriggerPrice(1102)'],
  [1138, 'DisplayQty(1138)'],
  [1629, 'ExposureDuration(1629)'],
  [1822, 'MinQtyMethod(1822)'],
  [2362, 'SelfMatchPreventionID(2362)'],
];
