// Field values under names. Written by test/tools/generate-dictionaries.ts: change that, not this.

export const AdvSide = {
  Buy: 'B',
  Sell: 'S',
  Cross: 'X',
  Trade: 'T',
} as const;
export type AdvSide = (typeof AdvSide)[keyof typeof AdvSide];

export const AdvTransType = {
  New: 'N',
  Cancel: 'C',
  Replace: 'R',
} as const;
export type AdvTransType = (typeof AdvTransType)[keyof typeof AdvTransType];

export const CommType = {
  PerUnit: '1',
  Percent: '2',
  Absolute: '3',
  PercentageWaivedCashDiscount: '4',
  PercentageWaivedEnhancedUnits: '5',
  PointsPerBondOrContract: '6',
} as const;
export type CommType = (typeof CommType)[keyof typeof CommType];

export const ExecInst = {
  NotHeld: '1',
  Work: '2',
  GoAlong: '3',
  OverTheDay: '4',
  Held: '5',
  ParticipateDoNotInitiate: '6',
  StrictScale: '7',
  TryToScale: '8',
  StayOnBidSide: '9',
  StayOnOfferSide: '0',
  NoCross: 'A',
  OkToCross: 'B',
  CallFirst: 'C',
  PercentOfVolume: 'D',
  DoNotIncrease: 'E',
  DoNotReduce: 'F',
  AllOrNone: 'G',
  ReinstateOnSystemFailure: 'H',
  InstitutionsOnly: 'I',
  ReinstateOnTradingHalt: 'J',
  CancelOnTradingHalt: 'K',
  LastPeg: 'L',
  MidPricePeg: 'M',
  NonNegotiable: 'N',
  OpeningPeg: 'O',
  MarketPeg: 'P',
  CancelOnSystemFailure: 'Q',
  PrimaryPeg: 'R',
  Suspend: 'S',
  CustomerDisplayInstruction: 'U',
  Netting: 'V',
  PegToVwap: 'W',
  TradeAlong: 'X',
  TryToStop: 'Y',
  CancelIfNotBest: 'Z',
  TrailingStopPeg: 'a',
  StrictLimit: 'b',
  IgnorePriceValidityChecks: 'c',
  PegToLimitPrice: 'd',
  WorkToTargetStrategy: 'e',
} as const;
export type ExecInst = (typeof ExecInst)[keyof typeof ExecInst];

export const HandlInst = {
  AutomatedExecutionNoIntervention: '1',
  AutomatedExecutionInterventionOk: '2',
  ManualOrder: '3',
} as const;
export type HandlInst = (typeof HandlInst)[keyof typeof HandlInst];

export const SecurityIDSource = {
  Cusip: '1',
  Sedol: '2',
  Quik: '3',
  IsinNumber: '4',
  RicCode: '5',
  IsoCurrencyCode: '6',
  IsoCountryCode: '7',
  ExchangeSymbol: '8',
  ConsolidatedTapeAssociation: '9',
  BloombergSymbol: 'A',
  Wertpapier: 'B',
  Dutch: 'C',
  Valoren: 'D',
  Sicovam: 'E',
  Belgian: 'F',
  Common: 'G',
  ClearingHouse: 'H',
  IsdaFpMlSpecification: 'I',
  OptionPriceReportingAuthority: 'J',
} as const;
export type SecurityIDSource = (typeof SecurityIDSource)[keyof typeof SecurityIDSource];

export const IOIQltyInd = {
  Low: 'L',
  Medium: 'M',
  High: 'H',
} as const;
export type IOIQltyInd = (typeof IOIQltyInd)[keyof typeof IOIQltyInd];

export const IOIQty = {
  Small: 'S',
  Medium: 'M',
  Large: 'L',
} as const;
export type IOIQty = (typeof IOIQty)[keyof typeof IOIQty];

export const IOITransType = {
  New: 'N',
  Cancel: 'C',
  Replace: 'R',
} as const;
export type IOITransType = (typeof IOITransType)[keyof typeof IOITransType];

export const LastCapacity = {
  Agent: '1',
  CrossAsAgent: '2',
  CrossAsPrincipal: '3',
  Principal: '4',
} as const;
export type LastCapacity = (typeof LastCapacity)[keyof typeof LastCapacity];

export const OrdStatus = {
  New: '0',
  PartiallyFilled: '1',
  Filled: '2',
  DoneForDay: '3',
  Canceled: '4',
  PendingCancel: '6',
  Stopped: '7',
  Rejected: '8',
  Suspended: '9',
  PendingNew: 'A',
  Calculated: 'B',
  Expired: 'C',
  AcceptedForBidding: 'D',
  PendingReplace: 'E',
} as const;
export type OrdStatus = (typeof OrdStatus)[keyof typeof OrdStatus];

export const OrdType = {
  Market: '1',
  Limit: '2',
  Stop: '3',
  StopLimit: '4',
  WithOrWithout: '6',
  LimitOrBetter: '7',
  LimitWithOrWithout: '8',
  OnBasis: '9',
  PreviouslyQuoted: 'D',
  PreviouslyIndicated: 'E',
  ForexSwap: 'G',
  Funari: 'I',
  MarketIfTouched: 'J',
  MarketWithLeftOverAsLimit: 'K',
  PreviousFundValuationPoint: 'L',
  NextFundValuationPoint: 'M',
  Pegged: 'P',
} as const;
export type OrdType = (typeof OrdType)[keyof typeof OrdType];

export const Side = {
  Buy: '1',
  Sell: '2',
  BuyMinus: '3',
  SellPlus: '4',
  SellShort: '5',
  SellShortExempt: '6',
  Undisclosed: '7',
  Cross: '8',
  CrossShort: '9',
  CrossShortExempt: 'A',
  AsDefined: 'B',
  Opposite: 'C',
  Subscribe: 'D',
  Redeem: 'E',
  Lend: 'F',
  Borrow: 'G',
} as const;
export type Side = (typeof Side)[keyof typeof Side];

export const TimeInForce = {
  Day: '0',
  GoodTillCancel: '1',
  AtTheOpening: '2',
  ImmediateOrCancel: '3',
  FillOrKill: '4',
  GoodTillCrossing: '5',
  GoodTillDate: '6',
  AtTheClose: '7',
} as const;
export type TimeInForce = (typeof TimeInForce)[keyof typeof TimeInForce];

export const Urgency = {
  Normal: '0',
  Flash: '1',
  Background: '2',
} as const;
export type Urgency = (typeof Urgency)[keyof typeof Urgency];

export const SettlType = {
  Regular: '0',
  Cash: '1',
  NextDay: '2',
  TPlus2: '3',
  TPlus3: '4',
  TPlus4: '5',
  Future: '6',
  WhenAndIfIssued: '7',
  SellersOption: '8',
  TPlus5: '9',
} as const;
export type SettlType = (typeof SettlType)[keyof typeof SettlType];

export const AllocTransType = {
  New: '0',
  Replace: '1',
  Cancel: '2',
} as const;
export type AllocTransType = (typeof AllocTransType)[keyof typeof AllocTransType];

export const PositionEffect = {
  Open: 'O',
  Close: 'C',
  Rolled: 'R',
  Fifo: 'F',
} as const;
export type PositionEffect = (typeof PositionEffect)[keyof typeof PositionEffect];

export const ProcessCode = {
  Regular: '0',
  SoftDollar: '1',
  StepIn: '2',
  StepOut: '3',
  SoftDollarStepIn: '4',
  SoftDollarStepOut: '5',
  PlanSponsor: '6',
} as const;
export type ProcessCode = (typeof ProcessCode)[keyof typeof ProcessCode];

export const AllocStatus = {
  Accepted: 0,
  BlockLevelReject: 1,
  AccountLevelReject: 2,
  Received: 3,
  Incomplete: 4,
  RejectedByIntermediary: 5,
} as const;
export type AllocStatus = (typeof AllocStatus)[keyof typeof AllocStatus];

export const AllocRejCode = {
  UnknownAccount: 0,
  IncorrectQuantity: 1,
  IncorrectAveragegPrice: 2,
  UnknownExecutingBrokerMnemonic: 3,
  CommissionDifference: 4,
  UnknownOrderId: 5,
  UnknownListId: 6,
  OtherSeeText: 7,
  IncorrectAllocatedQuantity: 8,
  CalculationDifference: 9,
  UnknownOrStaleExecId: 10,
  MismatchedData: 11,
  UnknownClOrdId: 12,
  WarehouseRequestRejected: 13,
} as const;
export type AllocRejCode = (typeof AllocRejCode)[keyof typeof AllocRejCode];

export const EmailType = {
  New: '0',
  Reply: '1',
  AdminReply: '2',
} as const;
export type EmailType = (typeof EmailType)[keyof typeof EmailType];

export const EncryptMethod = {
  None: 0,
  Pkcs: 1,
  Des: 2,
  Pkcsdes: 3,
  Pgpdes: 4,
  Pgpdesmd5: 5,
  Pem: 6,
} as const;
export type EncryptMethod = (typeof EncryptMethod)[keyof typeof EncryptMethod];

export const CxlRejReason = {
  TooLateToCancel: 0,
  UnknownOrder: 1,
  BrokerCredit: 2,
  OrderAlreadyInPendingStatus: 3,
  UnableToProcessOrderMassCancelRequest: 4,
  OrigOrdModTime: 5,
  DuplicateClOrdId: 6,
  Other: 99,
} as const;
export type CxlRejReason = (typeof CxlRejReason)[keyof typeof CxlRejReason];

export const OrdRejReason = {
  BrokerCredit: 0,
  UnknownSymbol: 1,
  ExchangeClosed: 2,
  OrderExceedsLimit: 3,
  TooLateToEnter: 4,
  UnknownOrder: 5,
  DuplicateOrder: 6,
  DuplicateOfAVerballyCommunicatedOrder: 7,
  StaleOrder: 8,
  TradeAlongRequired: 9,
  InvalidInvestorId: 10,
  UnsupportedOrderCharacteristic: 11,
  IncorrectQuantity: 13,
  IncorrectAllocatedQuantity: 14,
  UnknownAccount: 15,
  Other: 99,
} as const;
export type OrdRejReason = (typeof OrdRejReason)[keyof typeof OrdRejReason];

export const IOIQualifier = {
  AllOrNone: 'A',
  MarketOnClose: 'B',
  AtTheClose: 'C',
  Vwap: 'D',
  InTouchWith: 'I',
  Limit: 'L',
  MoreBehind: 'M',
  AtTheOpen: 'O',
  TakingAPosition: 'P',
  AtTheMarket: 'Q',
  ReadyToTrade: 'R',
  PortfolioShown: 'S',
  ThroughTheDay: 'T',
  Versus: 'V',
  Indication: 'W',
  CrossingOpportunity: 'X',
  AtTheMidpoint: 'Y',
  PreOpen: 'Z',
} as const;
export type IOIQualifier = (typeof IOIQualifier)[keyof typeof IOIQualifier];

export const DKReason = {
  UnknownSymbol: 'A',
  WrongSide: 'B',
  QuantityExceedsOrder: 'C',
  NoMatchingOrder: 'D',
  PriceExceedsLimit: 'E',
  CalculationDifference: 'F',
  Other: 'Z',
} as const;
export type DKReason = (typeof DKReason)[keyof typeof DKReason];

export const MiscFeeType = {
  Regulatory: '1',
  Tax: '2',
  LocalCommission: '3',
  ExchangeFees: '4',
  Stamp: '5',
  Levy: '6',
  Other: '7',
  Markup: '8',
  ConsumptionTax: '9',
  PerTransaction: '10',
  Conversion: '11',
  Agent: '12',
} as const;
export type MiscFeeType = (typeof MiscFeeType)[keyof typeof MiscFeeType];

export const ExecType = {
  New: '0',
  DoneForDay: '3',
  Canceled: '4',
  Replaced: '5',
  PendingCancel: '6',
  Stopped: '7',
  Rejected: '8',
  Suspended: '9',
  PendingNew: 'A',
  Calculated: 'B',
  Expired: 'C',
  Restated: 'D',
  PendingReplace: 'E',
  Trade: 'F',
  TradeCorrect: 'G',
  TradeCancel: 'H',
  OrderStatus: 'I',
} as const;
export type ExecType = (typeof ExecType)[keyof typeof ExecType];

export const SettlCurrFxRateCalc = {
  Multiply: 'M',
  Divide: 'D',
} as const;
export type SettlCurrFxRateCalc = (typeof SettlCurrFxRateCalc)[keyof typeof SettlCurrFxRateCalc];

export const SettlInstMode = {
  StandingInstructionsProvided: '1',
  SpecificOrderForASingleAccount: '4',
  RequestReject: '5',
} as const;
export type SettlInstMode = (typeof SettlInstMode)[keyof typeof SettlInstMode];

export const SettlInstTransType = {
  New: 'N',
  Cancel: 'C',
  Replace: 'R',
  Restate: 'T',
} as const;
export type SettlInstTransType = (typeof SettlInstTransType)[keyof typeof SettlInstTransType];

export const SettlInstSource = {
  BrokerCredit: '1',
  Institution: '2',
  Investor: '3',
} as const;
export type SettlInstSource = (typeof SettlInstSource)[keyof typeof SettlInstSource];

export const SecurityType = {
  EuroSupranationalCoupons: 'EUSUPRA',
  FederalAgencyCoupon: 'FAC',
  FederalAgencyDiscountNote: 'FADN',
  PrivateExportFunding: 'PEF',
  UsdSupranationalCoupons: 'SUPRA',
  CorporateBond: 'CORP',
  CorporatePrivatePlacement: 'CPP',
  ConvertibleBond: 'CB',
  DualCurrency: 'DUAL',
  EuroCorporateBond: 'EUCORP',
  IndexedLinked: 'XLINKD',
  StructuredNotes: 'STRUCT',
  YankeeCorporateBond: 'YANK',
  ForeignExchangeContract: 'FOR',
  CommonStock: 'CS',
  PreferredStock: 'PS',
  BradyBond: 'BRADY',
  EuroSovereigns: 'EUSOV',
  UsTreasuryBond: 'TBOND',
  InterestStripFromAnyBondOrNote: 'TINT',
  TreasuryInflationProtectedSecurities: 'TIPS',
  PrincipalStripOfACallableBondOrNote: 'TCAL',
  PrincipalStripFromANonCallableBondOrNote: 'TPRN',
  UsTreasuryNoteOld: 'UST',
  UsTreasuryBillOld: 'USTB',
  UsTreasuryNote: 'TNOTE',
  UsTreasuryBill: 'TBILL',
  Repurchase: 'REPO',
  Forward: 'FORWARD',
  BuySellback: 'BUYSELL',
  SecuritiesLoan: 'SECLOAN',
  SecuritiesPledge: 'SECPLEDGE',
  TermLoan: 'TERM',
  RevolverLoan: 'RVLV',
  Revolver: 'RVLVTRM',
  BridgeLoan: 'BRIDGE',
  LetterOfCredit: 'LOFC',
  SwingLineFacility: 'SWING',
  DebtorInPossession: 'DINP',
  Defaulted: 'DEFLTED',
  Withdrawn: 'WITHDRN',
  Replaced: 'REPLACD',
  Matured: 'MATURED',
  Amended: 'AMENDED',
  Retired: 'RETIRED',
  BankersAcceptance: 'BA',
  BankNotes: 'BN',
  BillOfExchanges: 'BOX',
  CertificateOfDeposit: 'CD',
  CallLoans: 'CL',
  CommercialPaper: 'CP',
  DepositNotes: 'DN',
  EuroCertificateOfDeposit: 'EUCD',
  EuroCommercialPaper: 'EUCP',
  LiquidityNote: 'LQN',
  MediumTermNotes: 'MTN',
  Overnight: 'ONITE',
  PromissoryNote: 'PN',
  PlazosFijos: 'PZFJ',
  ShortTermLoanNote: 'STN',
  TimeDeposit: 'TD',
  ExtendedCommNote: 'XCN',
  YankeeCertificateOfDeposit: 'YCD',
  AssetBackedSecurities: 'ABS',
  Corp: 'CMBS',
  CollateralizedMortgageObligation: 'CMO',
  IoetteMortgage: 'IET',
  MortgageBackedSecurities: 'MBS',
  MortgageInterestOnly: 'MIO',
  MortgagePrincipalOnly: 'MPO',
  MortgagePrivatePlacement: 'MPP',
  MiscellaneousPassThrough: 'MPT',
  Pfandbriefe: 'PFAND',
  ToBeAnnounced: 'TBA',
  OtherAnticipationNotes: 'AN',
  CertificateOfObligation: 'COFO',
  CertificateOfParticipation: 'COFP',
  GeneralObligationBonds: 'GO',
  MandatoryTender: 'MT',
  RevenueAnticipationNote: 'RAN',
  RevenueBonds: 'REV',
  SpecialAssessment: 'SPCLA',
  SpecialObligation: 'SPCLO',
  SpecialTax: 'SPCLT',
  TaxAnticipationNote: 'TAN',
  TaxAllocation: 'TAXA',
  TaxExemptCommercialPaper: 'TECP',
  TaxRevenueAnticipationNote: 'TRAN',
  VariableRateDemandNote: 'VRDN',
  Warrant: 'WAR',
  MutualFund: 'MF',
  MultilegInstrument: 'MLEG',
  NoSecurityType: 'NONE',
  Future: 'FUT',
  Option: 'OPT',
} as const;
export type SecurityType = (typeof SecurityType)[keyof typeof SecurityType];

export const StandInstDbType = {
  Other: 0,
  Dtcsid: 1,
  ThomsonAlert: 2,
  AGlobalCustodian: 3,
  AccountNet: 4,
} as const;
export type StandInstDbType = (typeof StandInstDbType)[keyof typeof StandInstDbType];

export const SettlDeliveryType = {
  Versus: 0,
  Free: 1,
  TriParty: 2,
  HoldInCustody: 3,
} as const;
export type SettlDeliveryType = (typeof SettlDeliveryType)[keyof typeof SettlDeliveryType];

export const AllocLinkType = {
  FxNetting: 0,
  FxSwap: 1,
} as const;
export type AllocLinkType = (typeof AllocLinkType)[keyof typeof AllocLinkType];

export const PutOrCall = {
  Put: 0,
  Call: 1,
} as const;
export type PutOrCall = (typeof PutOrCall)[keyof typeof PutOrCall];

export const CoveredOrUncovered = {
  Covered: 0,
  Uncovered: 1,
} as const;
export type CoveredOrUncovered = (typeof CoveredOrUncovered)[keyof typeof CoveredOrUncovered];

export const AllocHandlInst = {
  Match: 1,
  Forward: 2,
  ForwardAndMatch: 3,
} as const;
export type AllocHandlInst = (typeof AllocHandlInst)[keyof typeof AllocHandlInst];

export const RoutingType = {
  TargetFirm: 1,
  TargetList: 2,
  BlockFirm: 3,
  BlockList: 4,
} as const;
export type RoutingType = (typeof RoutingType)[keyof typeof RoutingType];

export const StipulationType = {
  AlternativeMinimumTax: 'AMT',
  AutoReinvestment: 'AUTOREINV',
  BankQualified: 'BANKQUAL',
  BargainConditions: 'BGNCON',
  CouponRange: 'COUPON',
  IsoCurrencyCode: 'CURRENCY',
  CustomStart: 'CUSTOMDATE',
  Geographics: 'GEOG',
  ValuationDiscount: 'HAIRCUT',
  Insured: 'INSURED',
  IssueDate: 'ISSUE',
  Issuer: 'ISSUER',
  IssueSizeRange: 'ISSUESIZE',
  LookbackDays: 'LOOKBACK',
  ExplicitLotIdentifier: 'LOT',
  LotVariance: 'LOTVAR',
  MaturityYearAndMonth: 'MAT',
  MaturityRange: 'MATURITY',
  MaximumSubstitutions: 'MAXSUBS',
  MinimumQuantity: 'MINQTY',
  MinimumIncrement: 'MININCR',
  MinimumDenomination: 'MINDNOM',
  PaymentFrequency: 'PAYFREQ',
  NumberOfPieces: 'PIECES',
  PoolsMaximum: 'PMAX',
  PoolsPerMillion: 'PPM',
  PoolsPerLot: 'PPL',
  PoolsPerTrade: 'PPT',
  PriceRange: 'PRICE',
  PricingFrequency: 'PRICEFREQ',
  ProductionYear: 'PROD',
  CallProtection: 'PROTECT',
  Purpose: 'PURPOSE',
  BenchmarkPriceSource: 'PXSOURCE',
  RatingSourceAndRange: 'RATING',
  TypeOfRedemption: 'REDEMPTION',
  Restricted: 'RESTRICTED',
  MarketSector: 'SECTOR',
  SecurityTypeIncludedOrExcluded: 'SECTYPE',
  Structure: 'STRUCT',
  SubstitutionsFrequency: 'SUBSFREQ',
  SubstitutionsLeft: 'SUBSLEFT',
  FreeformText: 'TEXT',
  TradeVariance: 'TRDVAR',
  WeightedAverageCoupon: 'WAC',
  WeightedAverageLifeCoupon: 'WAL',
  WeightedAverageLoanAge: 'WALA',
  WeightedAverageMaturity: 'WAM',
  WholePool: 'WHOLE',
  YieldRange: 'YIELD',
} as const;
export type StipulationType = (typeof StipulationType)[keyof typeof StipulationType];

export const YieldType = {
  AfterTaxYield: 'AFTERTAX',
  AnnualYield: 'ANNUAL',
  YieldAtIssue: 'ATISSUE',
  YieldToAverageMaturity: 'AVGMATURITY',
  BookYield: 'BOOK',
  YieldToNextCall: 'CALL',
  YieldChangeSinceClose: 'CHANGE',
  ClosingYield: 'CLOSE',
  CompoundYield: 'COMPOUND',
  CurrentYield: 'CURRENT',
  TrueGrossYield: 'GROSS',
  GvntEquivalentYield: 'GOVTEQUIV',
  YieldWithInflationAssumption: 'INFLATION',
  InverseFloaterBondYield: 'INVERSEFLOATER',
  MostRecentClosingYield: 'LASTCLOSE',
  ClosingYieldMostRecentMonth: 'LASTMONTH',
  ClosingYieldMostRecentQuarter: 'LASTQUARTER',
  ClosingYieldMostRecentYear: 'LASTYEAR',
  YieldToLongestAverageLife: 'LONGAVGLIFE',
  MarkToMarketYield: 'MARK',
  YieldToMaturity: 'MATURITY',
  YieldToNextRefund: 'NEXTREFUND',
  OpenAverageYield: 'OPENAVG',
  YieldToNextPut: 'PUT',
  PreviousCloseYield: 'PREVCLOSE',
  ProceedsYield: 'PROCEEDS',
  SemiAnnualYield: 'SEMIANNUAL',
  YieldToShortestAverageLife: 'SHORTAVGLIFE',
  SimpleYield: 'SIMPLE',
  TaxEquivalentYield: 'TAXEQUIV',
  YieldToTenderDate: 'TENDER',
  TrueYield: 'TRUE',
  YieldValueOf132: 'VALUE1/32',
  YieldToWorst: 'WORST',
} as const;
export type YieldType = (typeof YieldType)[keyof typeof YieldType];

export const SubscriptionRequestType = {
  Snapshot: '0',
  SnapshotAndUpdates: '1',
  DisablePreviousSnapshot: '2',
} as const;
export type SubscriptionRequestType = (typeof SubscriptionRequestType)[keyof typeof SubscriptionRequestType];

export const MDUpdateType = {
  FullRefresh: 0,
  IncrementalRefresh: 1,
} as const;
export type MDUpdateType = (typeof MDUpdateType)[keyof typeof MDUpdateType];

export const MDEntryType = {
  Bid: '0',
  Offer: '1',
  Trade: '2',
  IndexValue: '3',
  OpeningPrice: '4',
  ClosingPrice: '5',
  SettlementPrice: '6',
  TradingSessionHighPrice: '7',
  TradingSessionLowPrice: '8',
  TradingSessionVwapPrice: '9',
  Imbalance: 'A',
  TradeVolume: 'B',
  OpenInterest: 'C',
} as const;
export type MDEntryType = (typeof MDEntryType)[keyof typeof MDEntryType];

export const TickDirection = {
  PlusTick: '0',
  ZeroPlusTick: '1',
  MinusTick: '2',
  ZeroMinusTick: '3',
} as const;
export type TickDirection = (typeof TickDirection)[keyof typeof TickDirection];

export const QuoteCondition = {
  Open: 'A',
  Closed: 'B',
  ExchangeBest: 'C',
  ConsolidatedBest: 'D',
  Locked: 'E',
  Crossed: 'F',
  Depth: 'G',
  FastTrading: 'H',
  NonFirm: 'I',
} as const;
export type QuoteCondition = (typeof QuoteCondition)[keyof typeof QuoteCondition];

export const TradeCondition = {
  Cash: 'A',
  AveragePriceTrade: 'B',
  CashTrade: 'C',
  NextDay: 'D',
  Opening: 'E',
  IntradayTradeDetail: 'F',
  Rule127Trade: 'G',
  Rule155Trade: 'H',
  SoldLast: 'I',
  NextDayTrade: 'J',
  Opened: 'K',
  Seller: 'L',
  Sold: 'M',
  StoppedStock: 'N',
  ImbalanceMoreBuyers: 'P',
  ImbalanceMoreSellers: 'Q',
  OpeningPrice: 'R',
} as const;
export type TradeCondition = (typeof TradeCondition)[keyof typeof TradeCondition];

export const MDUpdateAction = {
  New: '0',
  Change: '1',
  Delete: '2',
} as const;
export type MDUpdateAction = (typeof MDUpdateAction)[keyof typeof MDUpdateAction];

export const MDReqRejReason = {
  UnknownSymbol: '0',
  DuplicateMdReqId: '1',
  InsufficientBandwidth: '2',
  InsufficientPermissions: '3',
  UnsupportedSubscriptionRequestType: '4',
  UnsupportedMarketDepth: '5',
  UnsupportedMdUpdateType: '6',
  UnsupportedAggregatedBook: '7',
  UnsupportedMdEntryType: '8',
  UnsupportedTradingSessionId: '9',
  UnsupportedScope: 'A',
  UnsupportedOpenCloseSettleFlag: 'B',
  UnsupportedMdImplicitDelete: 'C',
} as const;
export type MDReqRejReason = (typeof MDReqRejReason)[keyof typeof MDReqRejReason];

export const DeleteReason = {
  Cancellation: '0',
  Error: '1',
} as const;
export type DeleteReason = (typeof DeleteReason)[keyof typeof DeleteReason];

export const OpenCloseSettlFlag = {
  DailyOpen: '0',
  SessionOpen: '1',
  DeliverySettlementEntry: '2',
  ExpectedEntry: '3',
  EntryFromPreviousBusinessDay: '4',
  TheoreticalPriceValue: '5',
} as const;
export type OpenCloseSettlFlag = (typeof OpenCloseSettlFlag)[keyof typeof OpenCloseSettlFlag];

export const FinancialStatus = {
  Bankrupt: '1',
  PendingDelisting: '2',
} as const;
export type FinancialStatus = (typeof FinancialStatus)[keyof typeof FinancialStatus];

export const CorporateAction = {
  ExDividend: 'A',
  ExDistribution: 'B',
  ExRights: 'C',
  New: 'D',
  ExInterest: 'E',
} as const;
export type CorporateAction = (typeof CorporateAction)[keyof typeof CorporateAction];

export const QuoteStatus = {
  Accepted: 0,
  CancelForSymbol: 1,
  CanceledForSecurityType: 2,
  CanceledForUnderlying: 3,
  CanceledAll: 4,
  Rejected: 5,
  RemovedFromMarket: 6,
  Expired: 7,
  Query: 8,
  QuoteNotFound: 9,
  Pending: 10,
  Pass: 11,
  LockedMarketWarning: 12,
  CrossMarketWarning: 13,
  CanceledDueToLockMarket: 14,
  CanceledDueToCrossMarket: 15,
} as const;
export type QuoteStatus = (typeof QuoteStatus)[keyof typeof QuoteStatus];

export const QuoteCancelType = {
  CancelForOneOrMoreSecurities: 1,
  CancelForSecurityType: 2,
  CancelForUnderlyingSecurity: 3,
  CancelAllQuotes: 4,
} as const;
export type QuoteCancelType = (typeof QuoteCancelType)[keyof typeof QuoteCancelType];

export const QuoteRejectReason = {
  UnknownSymbol: 1,
  Exchange: 2,
  QuoteRequestExceedsLimit: 3,
  TooLateToEnter: 4,
  UnknownQuote: 5,
  DuplicateQuote: 6,
  InvalidBid: 7,
  InvalidPrice: 8,
  NotAuthorizedToQuoteSecurity: 9,
  Other: 99,
} as const;
export type QuoteRejectReason = (typeof QuoteRejectReason)[keyof typeof QuoteRejectReason];

export const QuoteResponseLevel = {
  NoAcknowledgement: 0,
  AcknowledgeOnlyNegativeOrErroneousQuotes: 1,
  AcknowledgeEachQuoteMessage: 2,
} as const;
export type QuoteResponseLevel = (typeof QuoteResponseLevel)[keyof typeof QuoteResponseLevel];

export const QuoteRequestType = {
  Manual: 1,
  Automatic: 2,
} as const;
export type QuoteRequestType = (typeof QuoteRequestType)[keyof typeof QuoteRequestType];

export const SecurityRequestType = {
  RequestSecurityIdentityAndSpecifications: 0,
  RequestSecurityIdentityForSpecifications: 1,
  RequestListSecurityTypes: 2,
  RequestListSecurities: 3,
} as const;
export type SecurityRequestType = (typeof SecurityRequestType)[keyof typeof SecurityRequestType];

export const SecurityResponseType = {
  AcceptAsIs: 1,
  AcceptWithRevisions: 2,
  RejectSecurityProposal: 5,
  CannotMatchSelectionCriteria: 6,
} as const;
export type SecurityResponseType = (typeof SecurityResponseType)[keyof typeof SecurityResponseType];

export const SecurityTradingStatus = {
  OpeningDelay: 1,
  TradingHalt: 2,
  Resume: 3,
  NoOpen: 4,
  PriceIndication: 5,
  TradingRangeIndication: 6,
  MarketImbalanceBuy: 7,
  MarketImbalanceSell: 8,
  MarketOnCloseImbalanceBuy: 9,
  MarketOnCloseImbalanceSell: 10,
  NoMarketImbalance: 12,
  NoMarketOnCloseImbalance: 13,
  ItsPreOpening: 14,
  NewPriceIndication: 15,
  TradeDisseminationTime: 16,
  ReadyToTrade: 17,
  NotAvailableForTrading: 18,
  NotTradedOnThisMarket: 19,
  UnknownOrInvalid: 20,
  PreOpen: 21,
  OpeningRotation: 22,
  FastMarket: 23,
} as const;
export type SecurityTradingStatus = (typeof SecurityTradingStatus)[keyof typeof SecurityTradingStatus];

export const HaltReasonChar = {
  OrderImbalance: 'I',
  EquipmentChangeover: 'X',
  NewsPending: 'P',
  NewsDissemination: 'D',
  OrderInflux: 'E',
  AdditionalInformation: 'M',
} as const;
export type HaltReasonChar = (typeof HaltReasonChar)[keyof typeof HaltReasonChar];

export const Adjustment = {
  Cancel: 1,
  Error: 2,
  Correction: 3,
} as const;
export type Adjustment = (typeof Adjustment)[keyof typeof Adjustment];

export const TradSesMethod = {
  Electronic: 1,
  OpenOutcry: 2,
  TwoParty: 3,
} as const;
export type TradSesMethod = (typeof TradSesMethod)[keyof typeof TradSesMethod];

export const TradSesMode = {
  Testing: 1,
  Simulated: 2,
  Production: 3,
} as const;
export type TradSesMode = (typeof TradSesMode)[keyof typeof TradSesMode];

export const TradSesStatus = {
  Unknown: 0,
  Halted: 1,
  Open: 2,
  Closed: 3,
  PreOpen: 4,
  PreClose: 5,
  RequestRejected: 6,
} as const;
export type TradSesStatus = (typeof TradSesStatus)[keyof typeof TradSesStatus];

export const MessageEncoding = {
  Iso2022Jp: 'ISO-2022-JP',
  Eucjp: 'EUC-JP',
  ShiftJis: 'Shift_JIS',
  Utf8: 'UTF-8',
} as const;
export type MessageEncoding = (typeof MessageEncoding)[keyof typeof MessageEncoding];

export const SessionRejectReason = {
  InvalidTagNumber: 0,
  RequiredTagMissing: 1,
  TagNotDefinedForThisMessageType: 2,
  UndefinedTag: 3,
  TagSpecifiedWithoutAValue: 4,
  ValueIsIncorrect: 5,
  IncorrectDataFormatForValue: 6,
  DecryptionProblem: 7,
  SignatureProblem: 8,
  CompIdProblem: 9,
  SendingTimeAccuracyProblem: 10,
  InvalidMsgType: 11,
  XmlValidationError: 12,
  TagAppearsMoreThanOnce: 13,
  TagSpecifiedOutOfRequiredOrder: 14,
  RepeatingGroupFieldsOutOfOrder: 15,
  IncorrectNumInGroupCountForRepeatingGroup: 16,
  Non: 17,
  Other: 99,
  InvalidUnsupportedApplicationVersion: 18,
} as const;
export type SessionRejectReason = (typeof SessionRejectReason)[keyof typeof SessionRejectReason];

export const BidRequestTransType = {
  New: 'N',
  Cancel: 'C',
} as const;
export type BidRequestTransType = (typeof BidRequestTransType)[keyof typeof BidRequestTransType];

export const ExecRestatementReason = {
  GtCorporateAction: 0,
  GtRenewal: 1,
  VerbalChange: 2,
  RepricingOfOrder: 3,
  BrokerOption: 4,
  PartialDeclineOfOrderQty: 5,
  CancelOnTradingHalt: 6,
  CancelOnSystemFailure: 7,
  Market: 8,
  Canceled: 9,
  WarehouseRecap: 10,
  Other: 99,
} as const;
export type ExecRestatementReason = (typeof ExecRestatementReason)[keyof typeof ExecRestatementReason];

export const BusinessRejectReason = {
  Other: 0,
  UnknownId: 1,
  UnknownSecurity: 2,
  UnsupportedMessageType: 3,
  ApplicationNotAvailable: 4,
  ConditionallyRequiredFieldMissing: 5,
  NotAuthorized: 6,
  DeliverToFirmNotAvailableAtThisTime: 7,
} as const;
export type BusinessRejectReason = (typeof BusinessRejectReason)[keyof typeof BusinessRejectReason];

export const MsgDirection = {
  Send: 'S',
  Receive: 'R',
} as const;
export type MsgDirection = (typeof MsgDirection)[keyof typeof MsgDirection];

export const DiscretionInst = {
  RelatedToDisplayedPrice: '0',
  RelatedToMarketPrice: '1',
  RelatedToPrimaryPrice: '2',
  RelatedToLocalPrimaryPrice: '3',
  RelatedToMidpointPrice: '4',
  RelatedToLastTradePrice: '5',
  RelatedToVwap: '6',
} as const;
export type DiscretionInst = (typeof DiscretionInst)[keyof typeof DiscretionInst];

export const BidType = {
  NonDisclosed: 1,
  Disclosed: 2,
  NoBiddingProcess: 3,
} as const;
export type BidType = (typeof BidType)[keyof typeof BidType];

export const BidDescriptorType = {
  Sector: 1,
  Country: 2,
  Index: 3,
} as const;
export type BidDescriptorType = (typeof BidDescriptorType)[keyof typeof BidDescriptorType];

export const SideValueInd = {
  SideValue1: 1,
  SideValue2: 2,
} as const;
export type SideValueInd = (typeof SideValueInd)[keyof typeof SideValueInd];

export const LiquidityIndType = {
  FiveDayMovingAverage: 1,
  TwentyDayMovingAverage: 2,
  NormalMarketSize: 3,
  Other: 4,
} as const;
export type LiquidityIndType = (typeof LiquidityIndType)[keyof typeof LiquidityIndType];

export const ProgRptReqs = {
  BuySideRequests: 1,
  SellSideSends: 2,
  RealTimeExecutionReports: 3,
} as const;
export type ProgRptReqs = (typeof ProgRptReqs)[keyof typeof ProgRptReqs];

export const IncTaxInd = {
  Net: 1,
  Gross: 2,
} as const;
export type IncTaxInd = (typeof IncTaxInd)[keyof typeof IncTaxInd];

export const BidTradeType = {
  RiskTrade: 'R',
  VwapGuarantee: 'G',
  Agency: 'A',
  GuaranteedClose: 'J',
} as const;
export type BidTradeType = (typeof BidTradeType)[keyof typeof BidTradeType];

export const BasisPxType = {
  ClosingPriceAtMorningSession: '2',
  ClosingPrice: '3',
  CurrentPrice: '4',
  Sq: '5',
  VwapThroughADay: '6',
  VwapThroughAMorningSession: '7',
  VwapThroughAnAfternoonSession: '8',
  VwapThroughADayExcept: '9',
  VwapThroughAMorningSessionExcept: 'A',
  VwapThroughAnAfternoonSessionExcept: 'B',
  Strike: 'C',
  Open: 'D',
  Others: 'Z',
} as const;
export type BasisPxType = (typeof BasisPxType)[keyof typeof BasisPxType];

export const PriceType = {
  Percentage: 1,
  PerUnit: 2,
  FixedAmount: 3,
  Discount: 4,
  Premium: 5,
  Spread: 6,
  TedPrice: 7,
  TedYield: 8,
  Yield: 9,
  FixedCabinetTradePrice: 10,
  VariableCabinetTradePrice: 11,
} as const;
export type PriceType = (typeof PriceType)[keyof typeof PriceType];

export const GTBookingInst = {
  BookOutAllTradesOnDayOfExecution: 0,
  AccumulateUntilFilledOrExpired: 1,
  AccumulateUntilVerballlyNotifiedOtherwise: 2,
} as const;
export type GTBookingInst = (typeof GTBookingInst)[keyof typeof GTBookingInst];

export const ListStatusType = {
  Ack: 1,
  Response: 2,
  Timed: 3,
  ExecStarted: 4,
  AllDone: 5,
  Alert: 6,
} as const;
export type ListStatusType = (typeof ListStatusType)[keyof typeof ListStatusType];

export const NetGrossInd = {
  Net: 1,
  Gross: 2,
} as const;
export type NetGrossInd = (typeof NetGrossInd)[keyof typeof NetGrossInd];

export const ListOrderStatus = {
  InBiddingProcess: 1,
  ReceivedForExecution: 2,
  Executing: 3,
  Cancelling: 4,
  Alert: 5,
  AllDone: 6,
  Reject: 7,
} as const;
export type ListOrderStatus = (typeof ListOrderStatus)[keyof typeof ListOrderStatus];

export const ListExecInstType = {
  Immediate: '1',
  WaitForInstruction: '2',
  SellDriven: '3',
  BuyDrivenCashTopUp: '4',
  BuyDrivenCashWithdraw: '5',
} as const;
export type ListExecInstType = (typeof ListExecInstType)[keyof typeof ListExecInstType];

export const CxlRejResponseTo = {
  OrderCancelRequest: '1',
  OrderCancel: '2',
} as const;
export type CxlRejResponseTo = (typeof CxlRejResponseTo)[keyof typeof CxlRejResponseTo];

export const MultiLegReportingType = {
  SingleSecurity: '1',
  IndividualLegOfAMultiLegSecurity: '2',
  MultiLegSecurity: '3',
} as const;
export type MultiLegReportingType = (typeof MultiLegReportingType)[keyof typeof MultiLegReportingType];

export const PartyIDSource = {
  Bic: 'B',
  GeneralIdentifier: 'C',
  Proprietary: 'D',
  IsoCountryCode: 'E',
  SettlementEntityLocation: 'F',
  Mic: 'G',
  CsdParticipant: 'H',
  KoreanInvestorId: '1',
  TaiwaneseForeignInvestorId: '2',
  TaiwaneseTradingAcct: '3',
  MalaysianCentralDepository: '4',
  ChineseInvestorId: '5',
  UkNationalInsuranceOrPensionNumber: '6',
  UsSocialSecurityNumber: '7',
  UsEmployerOrTaxIdNumber: '8',
  AustralianBusinessNumber: '9',
  AustralianTaxFileNumber: 'A',
  IsitcAcronym: 'I',
} as const;
export type PartyIDSource = (typeof PartyIDSource)[keyof typeof PartyIDSource];

export const PartyRole = {
  ExecutingFirm: 1,
  BrokerOfCredit: 2,
  ClientId: 3,
  ClearingFirm: 4,
  InvestorId: 5,
  IntroducingFirm: 6,
  EnteringFirm: 7,
  Locate: 8,
  FundManagerClientId: 9,
  SettlementLocation: 10,
  OrderOriginationTrader: 11,
  ExecutingTrader: 12,
  OrderOriginationFirm: 13,
  GiveupClearingFirm: 14,
  CorrespondantClearingFirm: 15,
  ExecutingSystem: 16,
  ContraFirm: 17,
  ContraClearingFirm: 18,
  SponsoringFirm: 19,
  UnderlyingContraFirm: 20,
  ClearingOrganization: 21,
  Exchange: 22,
  CustomerAccount: 24,
  CorrespondentClearingOrganization: 25,
  CorrespondentBroker: 26,
  Buyer: 27,
  Custodian: 28,
  Intermediary: 29,
  Agent: 30,
  SubCustodian: 31,
  Beneficiary: 32,
  InterestedParty: 33,
  RegulatoryBody: 34,
  LiquidityProvider: 35,
  EnteringTrader: 36,
  ContraTrader: 37,
  PositionAccount: 38,
} as const;
export type PartyRole = (typeof PartyRole)[keyof typeof PartyRole];

export const Product = {
  Agency: 1,
  Commodity: 2,
  Corporate: 3,
  Currency: 4,
  Equity: 5,
  Government: 6,
  Index: 7,
  Loan: 8,
  Moneymarket: 9,
  Mortgage: 10,
  Municipal: 11,
  Other: 12,
  Financing: 13,
} as const;
export type Product = (typeof Product)[keyof typeof Product];

export const RoundingDirection = {
  RoundToNearest: '0',
  RoundDown: '1',
  RoundUp: '2',
} as const;
export type RoundingDirection = (typeof RoundingDirection)[keyof typeof RoundingDirection];

export const DistribPaymentMethod = {
  Crest: 1,
  Nscc: 2,
  Euroclear: 3,
  Clearstream: 4,
  Cheque: 5,
  TelegraphicTransfer: 6,
  FedWire: 7,
  DirectCredit: 8,
  AchCredit: 9,
  Bpay: 10,
  HighValueClearingSystemHvacs: 11,
  ReinvestInFund: 12,
} as const;
export type DistribPaymentMethod = (typeof DistribPaymentMethod)[keyof typeof DistribPaymentMethod];

export const CancellationRights = {
  Yes: 'Y',
  NoExecutionOnly: 'N',
  NoWaiverAgreement: 'M',
  NoInstitutional: 'O',
} as const;
export type CancellationRights = (typeof CancellationRights)[keyof typeof CancellationRights];

export const MoneyLaunderingStatus = {
  Passed: 'Y',
  NotChecked: 'N',
  ExemptBelowLimit: '1',
  ExemptMoneyType: '2',
  ExemptAuthorised: '3',
} as const;
export type MoneyLaunderingStatus = (typeof MoneyLaunderingStatus)[keyof typeof MoneyLaunderingStatus];

export const ExecPriceType = {
  BidPrice: 'B',
  CreationPrice: 'C',
  CreationPricePlusAdjustmentPercent: 'D',
  CreationPricePlusAdjustmentAmount: 'E',
  OfferPrice: 'O',
  OfferPriceMinusAdjustmentPercent: 'P',
  OfferPriceMinusAdjustmentAmount: 'Q',
  SinglePrice: 'S',
} as const;
export type ExecPriceType = (typeof ExecPriceType)[keyof typeof ExecPriceType];

export const PaymentMethod = {
  Crest: 1,
  Nscc: 2,
  Euroclear: 3,
  Clearstream: 4,
  Cheque: 5,
  TelegraphicTransfer: 6,
  FedWire: 7,
  DebitCard: 8,
  DirectDebit: 9,
  DirectCredit: 10,
  CreditCard: 11,
  AchDebit: 12,
  AchCredit: 13,
  Bpay: 14,
  HighValueClearingSystem: 15,
} as const;
export type PaymentMethod = (typeof PaymentMethod)[keyof typeof PaymentMethod];

export const TaxAdvantageType = {
  None: 0,
  MaxiIsa: 1,
  Tessa: 2,
  MiniCashIsa: 3,
  MiniStocksAndSharesIsa: 4,
  MiniInsuranceIsa: 5,
  CurrentYearPayment: 6,
  PriorYearPayment: 7,
  AssetTransfer: 8,
  EmployeePriorYear: 9,
  EmployeeCurrentYear: 10,
  EmployerPriorYear: 11,
  EmployerCurrentYear: 12,
  NonFundPrototypeIra: 13,
  NonFundQualifiedPlan: 14,
  DefinedContributionPlan: 15,
  Ira: 16,
  IraRollover: 17,
  Keogh: 18,
  ProfitSharingPlan: 19,
  Us401K: 20,
  SelfDirectedIra: 21,
  Us403b: 22,
  Us457: 23,
  RothIraPrototype: 24,
  RothIraNonPrototype: 25,
  RothConversionIraPrototype: 26,
  RothConversionIraNonPrototype: 27,
  EducationIraPrototype: 28,
  EducationIraNonPrototype: 29,
} as const;
export type TaxAdvantageType = (typeof TaxAdvantageType)[keyof typeof TaxAdvantageType];

export const FundRenewWaiv = {
  Yes: 'Y',
  No: 'N',
} as const;
export type FundRenewWaiv = (typeof FundRenewWaiv)[keyof typeof FundRenewWaiv];

export const RegistStatus = {
  Accepted: 'A',
  Rejected: 'R',
  Held: 'H',
  Reminder: 'N',
} as const;
export type RegistStatus = (typeof RegistStatus)[keyof typeof RegistStatus];

export const RegistRejReasonCode = {
  InvalidAccountType: 1,
  InvalidTaxExemptType: 2,
  InvalidOwnershipType: 3,
  NoRegDetails: 4,
  InvalidRegSeqNo: 5,
  InvalidRegDetails: 6,
  InvalidMailingDetails: 7,
  InvalidMailingInstructions: 8,
  InvalidInvestorId: 9,
  InvalidInvestorIdSource: 10,
  InvalidDateOfBirth: 11,
  InvalidCountry: 12,
  InvalidDistribInstns: 13,
  InvalidPercentage: 14,
  InvalidPaymentMethod: 15,
  InvalidAccountName: 16,
  InvalidAgentCode: 17,
  InvalidAccountNum: 18,
  Other: 99,
} as const;
export type RegistRejReasonCode = (typeof RegistRejReasonCode)[keyof typeof RegistRejReasonCode];

export const RegistTransType = {
  New: '0',
  Replace: '1',
  Cancel: '2',
} as const;
export type RegistTransType = (typeof RegistTransType)[keyof typeof RegistTransType];

export const OwnershipType = {
  JointInvestors: 'J',
  TenantsInCommon: 'T',
  JointTrustees: '2',
} as const;
export type OwnershipType = (typeof OwnershipType)[keyof typeof OwnershipType];

export const ContAmtType = {
  CommissionAmount: 1,
  CommissionPercent: 2,
  InitialChargeAmount: 3,
  InitialChargePercent: 4,
  DiscountAmount: 5,
  DiscountPercent: 6,
  DilutionLevyAmount: 7,
  DilutionLevyPercent: 8,
  ExitChargeAmount: 9,
  ExitChargePercent: 10,
  FundBasedRenewalCommissionPercent: 11,
  ProjectedFundValue: 12,
  FundBasedRenewalCommissionOnOrder: 13,
  FundBasedRenewalCommissionOnFund: 14,
  NetSettlementAmount: 15,
} as const;
export type ContAmtType = (typeof ContAmtType)[keyof typeof ContAmtType];

export const OwnerType = {
  IndividualInvestor: 1,
  PublicCompany: 2,
  PrivateCompany: 3,
  IndividualTrustee: 4,
  CompanyTrustee: 5,
  PensionPlan: 6,
  CustodianUnderGiftsToMinorsAct: 7,
  Trusts: 8,
  Fiduciaries: 9,
  NetworkingSubAccount: 10,
  NonProfitOrganization: 11,
  CorporateBody: 12,
  Nominee: 13,
} as const;
export type OwnerType = (typeof OwnerType)[keyof typeof OwnerType];

export const OrderCapacity = {
  Agency: 'A',
  Proprietary: 'G',
  Individual: 'I',
  Principal: 'P',
  RisklessPrincipal: 'R',
  AgentForOtherMember: 'W',
} as const;
export type OrderCapacity = (typeof OrderCapacity)[keyof typeof OrderCapacity];

export const OrderRestrictions = {
  ProgramTrade: '1',
  IndexArbitrage: '2',
  NonIndexArbitrage: '3',
  CompetingMarketMaker: '4',
  ActingAsMarketMakerOrSpecialistInSecurity: '5',
  ActingAsMarketMakerOrSpecialistInUnderlying: '6',
  ForeignEntity: '7',
  ExternalMarketParticipant: '8',
  ExternalInterConnectedMarketLinkage: '9',
  RisklessArbitrage: 'A',
} as const;
export type OrderRestrictions = (typeof OrderRestrictions)[keyof typeof OrderRestrictions];

export const MassCancelRequestType = {
  CancelOrdersForASecurity: '1',
  CancelOrdersForAnUnderlyingSecurity: '2',
  CancelOrdersForAProduct: '3',
  CancelOrdersForAcfiCode: '4',
  CancelOrdersForASecurityType: '5',
  CancelOrdersForATradingSession: '6',
  CancelAllOrders: '7',
} as const;
export type MassCancelRequestType = (typeof MassCancelRequestType)[keyof typeof MassCancelRequestType];

export const MassCancelResponse = {
  CancelRequestRejected: '0',
  CancelOrdersForASecurity: '1',
  CancelOrdersForAnUnderlyingSecurity: '2',
  CancelOrdersForAProduct: '3',
  CancelOrdersForAcfiCode: '4',
  CancelOrdersForASecurityType: '5',
  CancelOrdersForATradingSession: '6',
  CancelAllOrders: '7',
} as const;
export type MassCancelResponse = (typeof MassCancelResponse)[keyof typeof MassCancelResponse];

export const MassCancelRejectReason = {
  MassCancelNotSupported: '0',
  InvalidOrUnknownSecurity: '1',
  InvalidOrUnkownUnderlyingSecurity: '2',
  InvalidOrUnknownProduct: '3',
  InvalidOrUnknownCfiCode: '4',
  InvalidOrUnknownSecurityType: '5',
  InvalidOrUnknownTradingSession: '6',
  Other: '99',
} as const;
export type MassCancelRejectReason = (typeof MassCancelRejectReason)[keyof typeof MassCancelRejectReason];

export const QuoteType = {
  Indicative: 0,
  Tradeable: 1,
  RestrictedTradeable: 2,
  Counter: 3,
} as const;
export type QuoteType = (typeof QuoteType)[keyof typeof QuoteType];

export const CashMargin = {
  Cash: '1',
  MarginOpen: '2',
  MarginClose: '3',
} as const;
export type CashMargin = (typeof CashMargin)[keyof typeof CashMargin];

export const Scope = {
  LocalMarket: '1',
  National: '2',
  Global: '3',
} as const;
export type Scope = (typeof Scope)[keyof typeof Scope];

export const CrossType = {
  CrossAon: 1,
  CrossIoc: 2,
  CrossOneSide: 3,
  CrossSamePrice: 4,
} as const;
export type CrossType = (typeof CrossType)[keyof typeof CrossType];

export const CrossPrioritization = {
  None: 0,
  BuySideIsPrioritized: 1,
  SellSideIsPrioritized: 2,
} as const;
export type CrossPrioritization = (typeof CrossPrioritization)[keyof typeof CrossPrioritization];

export const NoSides = {
  OneSide: 1,
  BothSides: 2,
} as const;
export type NoSides = (typeof NoSides)[keyof typeof NoSides];

export const SecurityListRequestType = {
  Symbol: 0,
  SecurityTypeAnd: 1,
  Product: 2,
  TradingSessionId: 3,
  AllSecurities: 4,
} as const;
export type SecurityListRequestType = (typeof SecurityListRequestType)[keyof typeof SecurityListRequestType];

export const SecurityRequestResult = {
  ValidRequest: 0,
  InvalidOrUnsupportedRequest: 1,
  NoInstrumentsFound: 2,
  NotAuthorizedToRetrieveInstrumentData: 3,
  InstrumentDataTemporarilyUnavailable: 4,
  RequestForInstrumentDataNotSupported: 5,
} as const;
export type SecurityRequestResult = (typeof SecurityRequestResult)[keyof typeof SecurityRequestResult];

export const MultiLegRptTypeReq = {
  ReportByMulitlegSecurityOnly: 0,
  ReportByMultilegSecurityAndInstrumentLegs: 1,
  ReportByInstrumentLegsOnly: 2,
} as const;
export type MultiLegRptTypeReq = (typeof MultiLegRptTypeReq)[keyof typeof MultiLegRptTypeReq];

export const TradSesStatusRejReason = {
  UnknownOrInvalidTradingSessionId: 1,
  Other: 99,
} as const;
export type TradSesStatusRejReason = (typeof TradSesStatusRejReason)[keyof typeof TradSesStatusRejReason];

export const TradeRequestType = {
  AllTrades: 0,
  MatchedTradesMatchingCriteria: 1,
  UnmatchedTradesThatMatchCriteria: 2,
  UnreportedTradesThatMatchCriteria: 3,
  AdvisoriesThatMatchCriteria: 4,
} as const;
export type TradeRequestType = (typeof TradeRequestType)[keyof typeof TradeRequestType];

export const MatchStatus = {
  Compared: '0',
  Uncompared: '1',
  AdvisoryOrAlert: '2',
} as const;
export type MatchStatus = (typeof MatchStatus)[keyof typeof MatchStatus];

export const MatchType = {
  ExactMatchPlus4BadgesExecTime: 'A1',
  ExactMatchPlus4Badges: 'A2',
  ExactMatchPlus2BadgesExecTime: 'A3',
  ExactMatchPlus2Badges: 'A4',
  ExactMatchPlusExecTime: 'A5',
  StampedAdvisoriesOrSpecialistAccepts: 'AQ',
  A1ExactMatchSummarizedQuantity: 'S1',
  A2ExactMatchSummarizedQuantity: 'S2',
  A3ExactMatchSummarizedQuantity: 'S3',
  A4ExactMatchSummarizedQuantity: 'S4',
  A5ExactMatchSummarizedQuantity: 'S5',
  ExactMatchMinusBadgesTimes: 'M1',
  SummarizedMatchMinusBadgesTimes: 'M2',
  OcsLockedIn: 'MT',
  ActAcceptedTrade: 'M3',
  ActDefaultTrade: 'M4',
  ActDefaultAfterM2: 'M5',
  Actm6Match: 'M6',
} as const;
export type MatchType = (typeof MatchType)[keyof typeof MatchType];

export const ClearingInstruction = {
  ProcessNormally: 0,
  ExcludeFromAllNetting: 1,
  BilateralNettingOnly: 2,
  ExClearing: 3,
  SpecialTrade: 4,
  MultilateralNetting: 5,
  ClearAgainstCentralCounterparty: 6,
  ExcludeFromCentralCounterparty: 7,
  ManualMode: 8,
  AutomaticPostingMode: 9,
  AutomaticGiveUpMode: 10,
  QualifiedServiceRepresentativeQsr: 11,
  CustomerTrade: 12,
  SelfClearing: 13,
} as const;
export type ClearingInstruction = (typeof ClearingInstruction)[keyof typeof ClearingInstruction];

export const AccountType = {
  CarriedCustomerSide: 1,
  CarriedNonCustomerSide: 2,
  HouseTrader: 3,
  FloorTrader: 4,
  CarriedNonCustomerSideCrossMargined: 6,
  HouseTraderCrossMargined: 7,
  JointBackOfficeAccount: 8,
} as const;
export type AccountType = (typeof AccountType)[keyof typeof AccountType];

export const CustOrderCapacity = {
  MemberTradingForTheirOwnAccount: 1,
  ClearingFirmTradingForItsProprietaryAccount: 2,
  MemberTradingForAnotherMember: 3,
  AllOther: 4,
} as const;
export type CustOrderCapacity = (typeof CustOrderCapacity)[keyof typeof CustOrderCapacity];

export const MassStatusReqType = {
  StatusForOrdersForASecurity: 1,
  StatusForOrdersForAnUnderlyingSecurity: 2,
  StatusForOrdersForAProduct: 3,
  StatusForOrdersForAcfiCode: 4,
  StatusForOrdersForASecurityType: 5,
  StatusForOrdersForATradingSession: 6,
  StatusForAllOrders: 7,
  StatusForOrdersForAPartyId: 8,
} as const;
export type MassStatusReqType = (typeof MassStatusReqType)[keyof typeof MassStatusReqType];

export const DayBookingInst = {
  Auto: '0',
  SpeakWithOrderInitiatorBeforeBooking: '1',
  Accumulate: '2',
} as const;
export type DayBookingInst = (typeof DayBookingInst)[keyof typeof DayBookingInst];

export const BookingUnit = {
  EachPartialExecutionIsABookableUnit: '0',
  AggregatePartialExecutionsOnThisOrder: '1',
  AggregateExecutionsForThisSymbol: '2',
} as const;
export type BookingUnit = (typeof BookingUnit)[keyof typeof BookingUnit];

export const PreallocMethod = {
  ProRata: '0',
  DoNotProRata: '1',
} as const;
export type PreallocMethod = (typeof PreallocMethod)[keyof typeof PreallocMethod];

export const AllocType = {
  Calculated: 1,
  Preliminary: 2,
  ReadyToBook: 5,
  WarehouseInstruction: 7,
  RequestToIntermediary: 8,
} as const;
export type AllocType = (typeof AllocType)[keyof typeof AllocType];

export const ClearingFeeIndicator = {
  CboeMember: 'B',
  NonMemberAndCustomer: 'C',
  EquityMemberAndClearingMember: 'E',
  FullAndAssociateMember: 'F',
  Firms106HAnd106J: 'H',
  Gim: 'I',
  Lessee106FEmployees: 'L',
  AllOtherOwnershipTypes: 'M',
  FirstYearDelegate: '1',
  SecondYearDelegate: '2',
  ThirdYearDelegate: '3',
  FourthYearDelegate: '4',
  FifthYearDelegate: '5',
  SixthYearDelegate: '9',
} as const;
export type ClearingFeeIndicator = (typeof ClearingFeeIndicator)[keyof typeof ClearingFeeIndicator];

export const PriorityIndicator = {
  PriorityUnchanged: 0,
  LostPriorityAsResultOfOrderChange: 1,
} as const;
export type PriorityIndicator = (typeof PriorityIndicator)[keyof typeof PriorityIndicator];

export const QuoteRequestRejectReason = {
  UnknownSymbol: 1,
  Exchange: 2,
  QuoteRequestExceedsLimit: 3,
  TooLateToEnter: 4,
  InvalidPrice: 5,
  NotAuthorizedToRequestQuote: 6,
  NoMatchForInquiry: 7,
  NoMarketForInstrument: 8,
  NoInventory: 9,
  Pass: 10,
  Other: 99,
} as const;
export type QuoteRequestRejectReason = (typeof QuoteRequestRejectReason)[keyof typeof QuoteRequestRejectReason];

export const AcctIDSource = {
  Bic: 1,
  SidCode: 2,
  Tfm: 3,
  Omgeo: 4,
  DtccCode: 5,
  Other: 99,
} as const;
export type AcctIDSource = (typeof AcctIDSource)[keyof typeof AcctIDSource];

export const ConfirmStatus = {
  Received: 1,
  MismatchedAccount: 2,
  MissingSettlementInstructions: 3,
  Confirmed: 4,
  RequestRejected: 5,
} as const;
export type ConfirmStatus = (typeof ConfirmStatus)[keyof typeof ConfirmStatus];

export const ConfirmTransType = {
  New: 0,
  Replace: 1,
  Cancel: 2,
} as const;
export type ConfirmTransType = (typeof ConfirmTransType)[keyof typeof ConfirmTransType];

export const DeliveryForm = {
  BookEntry: 1,
  Bearer: 2,
} as const;
export type DeliveryForm = (typeof DeliveryForm)[keyof typeof DeliveryForm];

export const LegSwapType = {
  ParForPar: 1,
  ModifiedDuration: 2,
  Risk: 4,
  Proceeds: 5,
} as const;
export type LegSwapType = (typeof LegSwapType)[keyof typeof LegSwapType];

export const QuotePriceType = {
  Percent: 1,
  PerShare: 2,
  FixedAmount: 3,
  Discount: 4,
  Premium: 5,
  Spread: 6,
  TedPrice: 7,
  TedYield: 8,
  YieldSpread: 9,
  Yield: 10,
} as const;
export type QuotePriceType = (typeof QuotePriceType)[keyof typeof QuotePriceType];

export const QuoteRespType = {
  Hit: 1,
  Counter: 2,
  Expired: 3,
  Cover: 4,
  DoneAway: 5,
  Pass: 6,
} as const;
export type QuoteRespType = (typeof QuoteRespType)[keyof typeof QuoteRespType];

export const PosType = {
  TransactionQuantity: 'TQ',
  IntraSpreadQty: 'IAS',
  InterSpreadQty: 'IES',
  EndOfDayQty: 'FIN',
  StartOfDayQty: 'SOD',
  OptionExerciseQty: 'EX',
  OptionAssignment: 'AS',
  TransactionFromExercise: 'TX',
  TransactionFromAssignment: 'TA',
  PitTradeQty: 'PIT',
  TransferTradeQty: 'TRF',
  ElectronicTradeQty: 'ETR',
  AllocationTradeQty: 'ALC',
  AdjustmentQty: 'PA',
  AsOfTradeQty: 'ASF',
  DeliveryQty: 'DLV',
  TotalTransactionQty: 'TOT',
  CrossMarginQty: 'XM',
  IntegralSplit: 'SPL',
} as const;
export type PosType = (typeof PosType)[keyof typeof PosType];

export const PosQtyStatus = {
  Submitted: 0,
  Accepted: 1,
  Rejected: 2,
} as const;
export type PosQtyStatus = (typeof PosQtyStatus)[keyof typeof PosQtyStatus];

export const PosAmtType = {
  FinalMarkToMarketAmount: 'FMTM',
  IncrementalMarkToMarketAmount: 'IMTM',
  TradeVariationAmount: 'TVAR',
  StartOfDayMarkToMarketAmount: 'SMTM',
  PremiumAmount: 'PREM',
  CashResidualAmount: 'CRES',
  CashAmount: 'CASH',
  ValueAdjustedAmount: 'VADJ',
} as const;
export type PosAmtType = (typeof PosAmtType)[keyof typeof PosAmtType];

export const PosTransType = {
  Exercise: 1,
  DoNotExercise: 2,
  PositionAdjustment: 3,
  PositionChangeSubmission: 4,
  Pledge: 5,
} as const;
export type PosTransType = (typeof PosTransType)[keyof typeof PosTransType];

export const PosMaintAction = {
  New: 1,
  Replace: 2,
  Cancel: 3,
} as const;
export type PosMaintAction = (typeof PosMaintAction)[keyof typeof PosMaintAction];

export const SettlSessID = {
  Intraday: 'ITD',
  RegularTradingHours: 'RTH',
  ElectronicTradingHours: 'ETH',
} as const;
export type SettlSessID = (typeof SettlSessID)[keyof typeof SettlSessID];

export const AdjustmentType = {
  ProcessRequestAsMarginDisposition: 0,
  DeltaPlus: 1,
  DeltaMinus: 2,
  Final: 3,
} as const;
export type AdjustmentType = (typeof AdjustmentType)[keyof typeof AdjustmentType];

export const PosMaintStatus = {
  Accepted: 0,
  AcceptedWithWarnings: 1,
  Rejected: 2,
  Completed: 3,
  CompletedWithWarnings: 4,
} as const;
export type PosMaintStatus = (typeof PosMaintStatus)[keyof typeof PosMaintStatus];

export const PosMaintResult = {
  SuccessfulCompletion: 0,
  Rejected: 1,
  Other: 99,
} as const;
export type PosMaintResult = (typeof PosMaintResult)[keyof typeof PosMaintResult];

export const PosReqType = {
  Positions: 0,
  Trades: 1,
  Exercises: 2,
  Assignments: 3,
} as const;
export type PosReqType = (typeof PosReqType)[keyof typeof PosReqType];

export const ResponseTransportType = {
  Inband: 0,
  OutOfBand: 1,
} as const;
export type ResponseTransportType = (typeof ResponseTransportType)[keyof typeof ResponseTransportType];

export const PosReqResult = {
  ValidRequest: 0,
  InvalidOrUnsupportedRequest: 1,
  NoPositionsFoundThatMatchCriteria: 2,
  NotAuthorizedToRequestPositions: 3,
  RequestForPositionNotSupported: 4,
  Other: 99,
} as const;
export type PosReqResult = (typeof PosReqResult)[keyof typeof PosReqResult];

export const PosReqStatus = {
  Completed: 0,
  CompletedWithWarnings: 1,
  Rejected: 2,
} as const;
export type PosReqStatus = (typeof PosReqStatus)[keyof typeof PosReqStatus];

export const SettlPriceType = {
  Final: 1,
  Theoretical: 2,
} as const;
export type SettlPriceType = (typeof SettlPriceType)[keyof typeof SettlPriceType];

export const AssignmentMethod = {
  Random: 'R',
  ProRata: 'P',
} as const;
export type AssignmentMethod = (typeof AssignmentMethod)[keyof typeof AssignmentMethod];

export const ExerciseMethod = {
  Automatic: 'A',
  Manual: 'M',
} as const;
export type ExerciseMethod = (typeof ExerciseMethod)[keyof typeof ExerciseMethod];

export const TradeRequestResult = {
  Successful: 0,
  InvalidOrUnknownInstrument: 1,
  InvalidTypeOfTradeRequested: 2,
  InvalidParties: 3,
  InvalidTransportTypeRequested: 4,
  InvalidDestinationRequested: 5,
  TradeRequestTypeNotSupported: 8,
  NotAuthorized: 9,
  Other: 99,
} as const;
export type TradeRequestResult = (typeof TradeRequestResult)[keyof typeof TradeRequestResult];

export const TradeRequestStatus = {
  Accepted: 0,
  Completed: 1,
  Rejected: 2,
} as const;
export type TradeRequestStatus = (typeof TradeRequestStatus)[keyof typeof TradeRequestStatus];

export const TradeReportRejectReason = {
  Successful: 0,
  InvalidPartyOnformation: 1,
  UnknownInstrument: 2,
  UnauthorizedToReportTrades: 3,
  InvalidTradeType: 4,
  Other: 99,
} as const;
export type TradeReportRejectReason = (typeof TradeReportRejectReason)[keyof typeof TradeReportRejectReason];

export const SideMultiLegReportingType = {
  SingleSecurity: 1,
  IndividualLegOfAMultilegSecurity: 2,
  MultilegSecurity: 3,
} as const;
export type SideMultiLegReportingType = (typeof SideMultiLegReportingType)[keyof typeof SideMultiLegReportingType];

export const TrdRegTimestampType = {
  ExecutionTime: 1,
  TimeIn: 2,
  TimeOut: 3,
  BrokerReceipt: 4,
  BrokerExecution: 5,
} as const;
export type TrdRegTimestampType = (typeof TrdRegTimestampType)[keyof typeof TrdRegTimestampType];

export const ConfirmType = {
  Status: 1,
  Confirmation: 2,
  ConfirmationRequestRejected: 3,
} as const;
export type ConfirmType = (typeof ConfirmType)[keyof typeof ConfirmType];

export const ConfirmRejReason = {
  MismatchedAccount: 1,
  MissingSettlementInstructions: 2,
  Other: 99,
} as const;
export type ConfirmRejReason = (typeof ConfirmRejReason)[keyof typeof ConfirmRejReason];

export const BookingType = {
  RegularBooking: 0,
  Cfd: 1,
  TotalReturnSwap: 2,
} as const;
export type BookingType = (typeof BookingType)[keyof typeof BookingType];

export const AllocSettlInstType = {
  UseDefaultInstructions: 0,
  DeriveFromParametersProvided: 1,
  FullDetailsProvided: 2,
  SsidbiDsProvided: 3,
  PhoneForInstructions: 4,
} as const;
export type AllocSettlInstType = (typeof AllocSettlInstType)[keyof typeof AllocSettlInstType];

export const DlvyInstType = {
  Securities: 'S',
  Cash: 'C',
} as const;
export type DlvyInstType = (typeof DlvyInstType)[keyof typeof DlvyInstType];

export const TerminationType = {
  Overnight: 1,
  Term: 2,
  Flexible: 3,
  Open: 4,
} as const;
export type TerminationType = (typeof TerminationType)[keyof typeof TerminationType];

export const SettlInstReqRejCode = {
  UnableToProcessRequest: 0,
  UnknownAccount: 1,
  NoMatchingSettlementInstructionsFound: 2,
  Other: 99,
} as const;
export type SettlInstReqRejCode = (typeof SettlInstReqRejCode)[keyof typeof SettlInstReqRejCode];

export const AllocReportType = {
  SellsideCalculatedUsingPreliminary: 3,
  SellsideCalculatedWithoutPreliminary: 4,
  WarehouseRecap: 5,
  RequestToIntermediary: 8,
} as const;
export type AllocReportType = (typeof AllocReportType)[keyof typeof AllocReportType];

export const AllocCancReplaceReason = {
  OriginalDetailsIncomplete: 1,
  ChangeInUnderlyingOrderDetails: 2,
  Other: 99,
} as const;
export type AllocCancReplaceReason = (typeof AllocCancReplaceReason)[keyof typeof AllocCancReplaceReason];

export const AllocAccountType = {
  CarriedCustomerSide: 1,
  CarriedNonCustomerSide: 2,
  HouseTrader: 3,
  FloorTrader: 4,
  CarriedNonCustomerSideCrossMargined: 6,
  HouseTraderCrossMargined: 7,
  JointBackOfficeAccount: 8,
} as const;
export type AllocAccountType = (typeof AllocAccountType)[keyof typeof AllocAccountType];

export const PartySubIDType = {
  Firm: 1,
  Person: 2,
  System: 3,
  Application: 4,
  FullLegalNameOfFirm: 5,
  PostalAddress: 6,
  PhoneNumber: 7,
  EmailAddress: 8,
  ContactName: 9,
  SecuritiesAccountNumber: 10,
  RegistrationNumber: 11,
  RegisteredAddressForConfirmation: 12,
  RegulatoryStatus: 13,
  RegistrationName: 14,
  CashAccountNumber: 15,
  Bic: 16,
  CsdParticipantMemberCode: 17,
  RegisteredAddress: 18,
  FundAccountName: 19,
  TelexNumber: 20,
  FaxNumber: 21,
  SecuritiesAccountName: 22,
  CashAccountName: 23,
  Department: 24,
  LocationDesk: 25,
  PositionAccountType: 26,
} as const;
export type PartySubIDType = (typeof PartySubIDType)[keyof typeof PartySubIDType];

export const AllocIntermedReqType = {
  PendingAccept: 1,
  PendingRelease: 2,
  PendingReversal: 3,
  Accept: 4,
  BlockLevelReject: 5,
  AccountLevelReject: 6,
} as const;
export type AllocIntermedReqType = (typeof AllocIntermedReqType)[keyof typeof AllocIntermedReqType];

export const ApplQueueResolution = {
  NoActionTaken: 0,
  QueueFlushed: 1,
  OverlayLast: 2,
  EndSession: 3,
} as const;
export type ApplQueueResolution = (typeof ApplQueueResolution)[keyof typeof ApplQueueResolution];

export const ApplQueueAction = {
  NoActionTaken: 0,
  QueueFlushed: 1,
  OverlayLast: 2,
  EndSession: 3,
} as const;
export type ApplQueueAction = (typeof ApplQueueAction)[keyof typeof ApplQueueAction];

export const AvgPxIndicator = {
  NoAveragePricing: 0,
  Trade: 1,
  LastTrade: 2,
} as const;
export type AvgPxIndicator = (typeof AvgPxIndicator)[keyof typeof AvgPxIndicator];

export const TradeAllocIndicator = {
  AllocationNotRequired: 0,
  AllocationRequired: 1,
  UseAllocationProvidedWithTheTrade: 2,
} as const;
export type TradeAllocIndicator = (typeof TradeAllocIndicator)[keyof typeof TradeAllocIndicator];

export const ExpirationCycle = {
  ExpireOnTradingSessionClose: 0,
  ExpireOnTradingSessionOpen: 1,
} as const;
export type ExpirationCycle = (typeof ExpirationCycle)[keyof typeof ExpirationCycle];

export const TrdType = {
  RegularTrade: 0,
  BlockTrade: 1,
  Efp: 2,
  Transfer: 3,
  LateTrade: 4,
  TTrade: 5,
  WeightedAveragePriceTrade: 6,
  BunchedTrade: 7,
  LateBunchedTrade: 8,
  PriorReferencePriceTrade: 9,
  AfterHoursTrade: 10,
} as const;
export type TrdType = (typeof TrdType)[keyof typeof TrdType];

export const PegMoveType = {
  Floating: 0,
  Fixed: 1,
} as const;
export type PegMoveType = (typeof PegMoveType)[keyof typeof PegMoveType];

export const PegOffsetType = {
  Price: 0,
  BasisPoints: 1,
  Ticks: 2,
  PriceTier: 3,
} as const;
export type PegOffsetType = (typeof PegOffsetType)[keyof typeof PegOffsetType];

export const PegLimitType = {
  OrBetter: 0,
  Strict: 1,
  OrWorse: 2,
} as const;
export type PegLimitType = (typeof PegLimitType)[keyof typeof PegLimitType];

export const PegRoundDirection = {
  MoreAggressive: 1,
  MorePassive: 2,
} as const;
export type PegRoundDirection = (typeof PegRoundDirection)[keyof typeof PegRoundDirection];

export const PegScope = {
  Local: 1,
  National: 2,
  Global: 3,
  NationalExcludingLocal: 4,
} as const;
export type PegScope = (typeof PegScope)[keyof typeof PegScope];

export const DiscretionMoveType = {
  Floating: 0,
  Fixed: 1,
} as const;
export type DiscretionMoveType = (typeof DiscretionMoveType)[keyof typeof DiscretionMoveType];

export const DiscretionOffsetType = {
  Price: 0,
  BasisPoints: 1,
  Ticks: 2,
  PriceTier: 3,
} as const;
export type DiscretionOffsetType = (typeof DiscretionOffsetType)[keyof typeof DiscretionOffsetType];

export const DiscretionLimitType = {
  OrBetter: 0,
  Strict: 1,
  OrWorse: 2,
} as const;
export type DiscretionLimitType = (typeof DiscretionLimitType)[keyof typeof DiscretionLimitType];

export const DiscretionRoundDirection = {
  MoreAggressive: 1,
  MorePassive: 2,
} as const;
export type DiscretionRoundDirection = (typeof DiscretionRoundDirection)[keyof typeof DiscretionRoundDirection];

export const DiscretionScope = {
  Local: 1,
  National: 2,
  Global: 3,
  NationalExcludingLocal: 4,
} as const;
export type DiscretionScope = (typeof DiscretionScope)[keyof typeof DiscretionScope];

export const TargetStrategy = {
  Vwap: 1,
  Participate: 2,
  MininizeMarketImpact: 3,
} as const;
export type TargetStrategy = (typeof TargetStrategy)[keyof typeof TargetStrategy];

export const LastLiquidityInd = {
  AddedLiquidity: 1,
  RemovedLiquidity: 2,
  LiquidityRoutedOut: 3,
} as const;
export type LastLiquidityInd = (typeof LastLiquidityInd)[keyof typeof LastLiquidityInd];

export const ShortSaleReason = {
  DealerSoldShort: 0,
  DealerSoldShortExempt: 1,
  SellingCustomerSoldShort: 2,
  SellingCustomerSoldShortExempt: 3,
  QualifiedServiceRepresentative: 4,
  QsrOrAguContraSideSoldShortExempt: 5,
} as const;
export type ShortSaleReason = (typeof ShortSaleReason)[keyof typeof ShortSaleReason];

export const QtyType = {
  Units: 0,
  Contracts: 1,
} as const;
export type QtyType = (typeof QtyType)[keyof typeof QtyType];

export const TradeReportType = {
  Submit: 0,
  Alleged: 1,
  Accept: 2,
  Decline: 3,
  Addendum: 4,
  No: 5,
  TradeReportCancel: 6,
  LockedIn: 7,
} as const;
export type TradeReportType = (typeof TradeReportType)[keyof typeof TradeReportType];

export const AllocNoOrdersType = {
  NotSpecified: 0,
  ExplicitListProvided: 1,
} as const;
export type AllocNoOrdersType = (typeof AllocNoOrdersType)[keyof typeof AllocNoOrdersType];

export const EventType = {
  Put: 1,
  Call: 2,
  Tender: 3,
  SinkingFundCall: 4,
  Other: 99,
} as const;
export type EventType = (typeof EventType)[keyof typeof EventType];

export const InstrAttribType = {
  Flat: 1,
  ZeroCoupon: 2,
  InterestBearing: 3,
  NoPeriodicPayments: 4,
  VariableRate: 5,
  LessFeeForPut: 6,
  SteppedCoupon: 7,
  CouponPeriod: 8,
  When: 9,
  OriginalIssueDiscount: 10,
  Callable: 11,
  EscrowedToMaturity: 12,
  EscrowedToRedemptionDate: 13,
  PreRefunded: 14,
  InDefault: 15,
  Unrated: 16,
  Taxable: 17,
  Indexed: 18,
  SubjectToAlternativeMinimumTax: 19,
  OriginalIssueDiscountPrice: 20,
  CallableBelowMaturityValue: 21,
  CallableWithoutNotice: 22,
  Text: 99,
} as const;
export type InstrAttribType = (typeof InstrAttribType)[keyof typeof InstrAttribType];

export const CPProgram = {
  Program3a3: 1,
  Program42: 2,
  Other: 99,
} as const;
export type CPProgram = (typeof CPProgram)[keyof typeof CPProgram];

export const MiscFeeBasis = {
  Absolute: 0,
  PerUnit: 1,
  Percentage: 2,
} as const;
export type MiscFeeBasis = (typeof MiscFeeBasis)[keyof typeof MiscFeeBasis];

export const CollAsgnReason = {
  Initial: 0,
  Scheduled: 1,
  TimeWarning: 2,
  MarginDeficiency: 3,
  MarginExcess: 4,
  ForwardCollateralDemand: 5,
  EventOfDefault: 6,
  AdverseTaxEvent: 7,
} as const;
export type CollAsgnReason = (typeof CollAsgnReason)[keyof typeof CollAsgnReason];

export const CollInquiryQualifier = {
  TradeDate: 0,
  GcInstrument: 1,
  CollateralInstrument: 2,
  SubstitutionEligible: 3,
  NotAssigned: 4,
  PartiallyAssigned: 5,
  FullyAssigned: 6,
  OutstandingTrades: 7,
} as const;
export type CollInquiryQualifier = (typeof CollInquiryQualifier)[keyof typeof CollInquiryQualifier];

export const CollAsgnTransType = {
  New: 0,
  Replace: 1,
  Cancel: 2,
  Release: 3,
  Reverse: 4,
} as const;
export type CollAsgnTransType = (typeof CollAsgnTransType)[keyof typeof CollAsgnTransType];

export const CollAsgnRespType = {
  Received: 0,
  Accepted: 1,
  Declined: 2,
  Rejected: 3,
} as const;
export type CollAsgnRespType = (typeof CollAsgnRespType)[keyof typeof CollAsgnRespType];

export const CollAsgnRejectReason = {
  UnknownDeal: 0,
  UnknownOrInvalidInstrument: 1,
  UnauthorizedTransaction: 2,
  InsufficientCollateral: 3,
  InvalidTypeOfCollateral: 4,
  ExcessiveSubstitution: 5,
  Other: 99,
} as const;
export type CollAsgnRejectReason = (typeof CollAsgnRejectReason)[keyof typeof CollAsgnRejectReason];

export const CollStatus = {
  Unassigned: 0,
  PartiallyAssigned: 1,
  AssignmentProposed: 2,
  Assigned: 3,
  Challenged: 4,
} as const;
export type CollStatus = (typeof CollStatus)[keyof typeof CollStatus];

export const DeliveryType = {
  VersusPayment: 0,
  Free: 1,
  TriParty: 2,
  HoldInCustody: 3,
} as const;
export type DeliveryType = (typeof DeliveryType)[keyof typeof DeliveryType];

export const UserRequestType = {
  LogOnUser: 1,
  LogOffUser: 2,
  ChangePasswordForUser: 3,
  RequestIndividualUserStatus: 4,
} as const;
export type UserRequestType = (typeof UserRequestType)[keyof typeof UserRequestType];

export const UserStatus = {
  LoggedIn: 1,
  NotLoggedIn: 2,
  UserNotRecognised: 3,
  PasswordIncorrect: 4,
  PasswordChanged: 5,
  Other: 6,
} as const;
export type UserStatus = (typeof UserStatus)[keyof typeof UserStatus];

export const StatusValue = {
  Connected: 1,
  NotConnectedUnexpected: 2,
  NotConnectedExpected: 3,
  InProcess: 4,
} as const;
export type StatusValue = (typeof StatusValue)[keyof typeof StatusValue];

export const NetworkRequestType = {
  Snapshot: 1,
  Subscribe: 2,
  StopSubscribing: 4,
  LevelOfDetail: 8,
} as const;
export type NetworkRequestType = (typeof NetworkRequestType)[keyof typeof NetworkRequestType];

export const NetworkStatusResponseType = {
  Full: 1,
  IncrementalUpdate: 2,
} as const;
export type NetworkStatusResponseType = (typeof NetworkStatusResponseType)[keyof typeof NetworkStatusResponseType];

export const TrdRptStatus = {
  Accepted: 0,
  Rejected: 1,
} as const;
export type TrdRptStatus = (typeof TrdRptStatus)[keyof typeof TrdRptStatus];

export const AffirmStatus = {
  Received: 1,
  ConfirmRejected: 2,
  Affirmed: 3,
} as const;
export type AffirmStatus = (typeof AffirmStatus)[keyof typeof AffirmStatus];

export const CollAction = {
  Retain: 0,
  Add: 1,
  Remove: 2,
} as const;
export type CollAction = (typeof CollAction)[keyof typeof CollAction];

export const CollInquiryStatus = {
  Accepted: 0,
  AcceptedWithWarnings: 1,
  Completed: 2,
  CompletedWithWarnings: 3,
  Rejected: 4,
} as const;
export type CollInquiryStatus = (typeof CollInquiryStatus)[keyof typeof CollInquiryStatus];

export const CollInquiryResult = {
  Successful: 0,
  InvalidOrUnknownInstrument: 1,
  InvalidOrUnknownCollateralType: 2,
  InvalidParties: 3,
  InvalidTransportTypeRequested: 4,
  InvalidDestinationRequested: 5,
  NoCollateralFoundForTheTradeSpecified: 6,
  NoCollateralFoundForTheOrderSpecified: 7,
  CollateralInquiryTypeNotSupported: 8,
  UnauthorizedForCollateralInquiry: 9,
  Other: 99,
} as const;
export type CollInquiryResult = (typeof CollInquiryResult)[keyof typeof CollInquiryResult];

export const ApplVerID = {
  Fix27: '0',
  Fix30: '1',
  Fix40: '2',
  Fix41: '3',
  Fix42: '4',
  Fix43: '5',
  Fix44: '6',
  Fix50: '7',
  Fix50Sp1: '8',
  Fix50Sp2: '9',
} as const;
export type ApplVerID = (typeof ApplVerID)[keyof typeof ApplVerID];

export const SessionStatus = {
  SessionActive: 0,
  SessionPasswordChanged: 1,
  SessionPasswordDueToExpire: 2,
  NewSessionPasswordDoesNotComplyWithPolicy: 3,
  SessionLogoutComplete: 4,
  InvalidUsernameOrPassword: 5,
  AccountLocked: 6,
  LogonsAreNotAllowedAtThisTime: 7,
  PasswordExpired: 8,
} as const;
export type SessionStatus = (typeof SessionStatus)[keyof typeof SessionStatus];
