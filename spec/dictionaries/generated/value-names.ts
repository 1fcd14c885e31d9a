// What values are called, a line a field: `number value=Name value=Name …`. Written by test/tools/generate-dictionaries.ts: change that, not this.

export const usualNames = `
4 B=Buy S=Sell T=Trade X=Cross
5 N=New C=Cancel R=Replace
8 FIX.4.2=Fix42 FIX.4.4=Fix44 FIXT.1.1=Fixt11
13 1=PerUnit 2=Percent 3=Absolute 4=PercentageWaivedCashDiscount 5=PercentageWaivedEnhancedUnits 6=PointsPerBondOrContract 7=BasisPoints 8=AmountPerContract
18 0=StayOnOfferSide 1=NotHeld 2=Work 3=GoAlong 4=OverTheDay 5=Held 6=ParticipateDoNotInitiate 7=StrictScale 8=TryToScale 9=StayOnBidSide A=NoCross B=OkToCross C=CallFirst D=PercentOfVolume E=DoNotIncrease F=DoNotReduce G=AllOrNone H=ReinstateOnSystemFailure I=InstitutionsOnly J=ReinstateOnTradingHalt K=CancelOnTradingHalt L=LastPeg M=MidPricePeg N=NonNegotiable O=OpeningPeg P=MarketPeg Q=CancelOnSystemFailure R=PrimaryPeg S=Suspend T=FixedPegToLocalBestBidOrOfferAtTimeOfOrder U=CustomerDisplayInstruction V=Netting W=PegToVwap X=TradeAlong Y=TryToStop Z=CancelIfNotBest a=TrailingStopPeg b=StrictLimit c=IgnorePriceValidityChecks d=PegToLimitPrice e=WorkToTargetStrategy f=IntermarketSweep g=ExternalRoutingAllowed h=ExternalRoutingNotAllowed i=ImbalanceOnly j=SingleExecutionRequestedForBlockTrade k=BestExecution l=SuspendOnSystemFailure m=SuspendOnTradingHalt n=ReinstateOnConnectionLoss o=CancelOnConnectionLoss p=SuspendOnConnectionLoss q=Release r=ExecuteAsDeltaNeutral s=ExecuteAsDurationNeutral t=ExecuteAsFxNeutral u=MinGuaranteedFillEligible v=BypassNonDisplayLiquidity w=Lock x=IgnoreNotionalValueChecks y=TrdAtRefPx z=AllowFacilitation
20 0=New 1=Cancel 2=Correct 3=Status
21 1=AutomatedExecutionNoIntervention 2=AutomatedExecutionInterventionOk 3=ManualOrder
22 1=Cusip 2=Sedol 3=Quik 4=IsinNumber 5=RicCode 6=IsoCurrencyCode 7=IsoCountryCode 8=ExchangeSymbol 9=ConsolidatedTapeAssociation A=BloombergSymbol B=Wertpapier C=Dutch D=Valoren E=Sicovam F=Belgian G=Common H=ClearingHouse I=IsdaFpMlSpecification J=OptionPriceReportingAuthority K=IsdaFpMlurl L=LetterOfCredit M=MarketplaceAssignedIdentifier N=MarkitRedEntityClip P=MarkitRedPairClip Q=CftcCommodityCode R=IsdaCommodityReferencePrice S=FinancialInstrumentGlobalIdentifier T=LegalEntityIdentifier U=Synthetic V=FidessaInstrumentMnemonic W=IndexName X=UniformSymbol Y=DigitalTokenIdentifier
24 A=Autex B=Bridge
25 H=High L=Low M=Medium
27 S=Small M=Medium L=Large U=UndisclosedQuantity
28 N=New C=Cancel R=Replace
29 1=Agent 2=CrossAsAgent 3=CrossAsPrincipal 4=Principal 5=RisklessPrincipal
35 0=Heartbeat 1=TestRequest 2=ResendRequest 3=Reject 4=SequenceReset 5=Logout 6=Ioi 7=Advertisement 8=ExecutionReport 9=OrderCancelReject A=Logon B=News C=Email D=NewOrderSingle E=NewOrderList F=OrderCancelRequest G=OrderCancelReplaceRequest H=OrderStatusRequest J=AllocationInstruction K=ListCancelRequest L=ListExecute M=ListStatusRequest N=ListStatus P=AllocationInstructionAck Q=DontKnowTrade R=QuoteRequest S=Quote T=SettlementInstructions V=MarketDataRequest W=MarketDataSnapshotFullRefresh X=MarketDataIncrementalRefresh Y=MarketDataRequestReject Z=QuoteCancel a=QuoteStatusRequest b=MassQuoteAck c=SecurityDefinitionRequest d=SecurityDefinition e=SecurityStatusRequest f=SecurityStatus g=TradingSessionStatusRequest h=TradingSessionStatus i=MassQuote j=BusinessMessageReject k=BidRequest l=BidResponse m=ListStrikePrice n=XmLnonFix o=RegistrationInstructions p=RegistrationInstructionsResponse q=OrderMassCancelRequest r=OrderMassCancelReport s=NewOrderCross t=CrossOrderCancelReplaceRequest u=CrossOrderCancelRequest v=SecurityTypeRequest w=SecurityTypes x=SecurityListRequest y=SecurityList z=DerivativeSecurityListRequest AA=DerivativeSecurityList AB=NewOrderMultileg AC=MultilegOrderCancelReplace AD=TradeCaptureReportRequest AE=TradeCaptureReport AF=OrderMassStatusRequest AG=QuoteRequestReject AH=RfqRequest AI=QuoteStatusReport AJ=QuoteResponse AK=Confirmation AL=PositionMaintenanceRequest AM=PositionMaintenanceReport AN=RequestForPositions AO=RequestForPositionsAck AP=PositionReport AQ=TradeCaptureReportRequestAck AR=TradeCaptureReportAck AS=AllocationReport AT=AllocationReportAck AU=ConfirmationAck AV=SettlementInstructionRequest AW=AssignmentReport AX=CollateralRequest AY=CollateralAssignment AZ=CollateralResponse BA=CollateralReport BB=CollateralInquiry BC=NetworkCounterpartySystemStatusRequest BD=NetworkCounterpartySystemStatusResponse BE=UserRequest BF=UserResponse BG=CollateralInquiryAck BH=ConfirmationRequest BO=ContraryIntentionReport BP=SecurityDefinitionUpdateReport BK=SecurityListUpdateReport BL=AdjustedPositionReport BM=AllocationInstructionAlert BN=ExecutionAck BJ=TradingSessionList BI=TradingSessionListRequest BQ=SettlementObligationReport BR=DerivativeSecurityListUpdateReport BS=TradingSessionListUpdateReport BT=MarketDefinitionRequest BU=MarketDefinition BV=MarketDefinitionUpdateReport BW=ApplicationMessageRequest BX=ApplicationMessageRequestAck BY=ApplicationMessageReport BZ=OrderMassActionReport CA=OrderMassActionRequest CB=UserNotification CC=StreamAssignmentRequest CD=StreamAssignmentReport CE=StreamAssignmentReportAck CF=PartyDetailsListRequest CG=PartyDetailsListReport CH=MarginRequirementInquiry CI=MarginRequirementInquiryAck CJ=MarginRequirementReport CK=PartyDetailsListUpdateReport CL=PartyRiskLimitsRequest CM=PartyRiskLimitsReport CN=SecurityMassStatusRequest CO=SecurityMassStatus CQ=AccountSummaryReport CR=PartyRiskLimitsUpdateReport CS=PartyRiskLimitsDefinitionRequest CT=PartyRiskLimitsDefinitionRequestAck CU=PartyEntitlementsRequest CV=PartyEntitlementsReport CW=QuoteAck CX=PartyDetailsDefinitionRequest CY=PartyDetailsDefinitionRequestAck CZ=PartyEntitlementsUpdateReport DA=PartyEntitlementsDefinitionRequest DB=PartyEntitlementsDefinitionRequestAck DC=TradeMatchReport DD=TradeMatchReportAck DE=PartyRiskLimitsReportAck DF=PartyRiskLimitCheckRequest DG=PartyRiskLimitCheckRequestAck DH=PartyActionRequest DI=PartyActionReport DJ=MassOrder DK=MassOrderAck DL=PositionTransferInstruction DM=PositionTransferInstructionAck DN=PositionTransferReport DO=MarketDataStatisticsRequest DP=MarketDataStatisticsReport DQ=CollateralReportAck DR=MarketDataReport DS=CrossRequest DT=CrossRequestAck DU=AllocationInstructionAlertRequest DV=AllocationInstructionAlertRequestAck DW=TradeAggregationRequest DX=TradeAggregationReport EA=PayManagementReport EB=PayManagementReportAck DY=PayManagementRequest DZ=PayManagementRequestAck
39 0=New 1=PartiallyFilled 2=Filled 3=DoneForDay 4=Canceled 5=Replaced 6=PendingCancel 7=Stopped 8=Rejected 9=Suspended A=PendingNew B=Calculated C=Expired D=AcceptedForBidding E=PendingReplace
40 1=Market 2=Limit 3=Stop 4=StopLimit 5=MarketOnClose 6=WithOrWithout 7=LimitOrBetter 8=LimitWithOrWithout 9=OnBasis A=OnClose B=LimitOnClose C=ForexMarket D=PreviouslyQuoted E=PreviouslyIndicated F=ForexLimit G=ForexSwap H=ForexPreviouslyQuoted I=Funari J=MarketIfTouched K=MarketWithLeftOverAsLimit L=PreviousFundValuationPoint M=NextFundValuationPoint P=Pegged Q=CounterOrderSelection R=StopOnBidOrOffer S=StopLimitOnBidOrOffer
43 N=No Y=Yes
47 N=AgentForOtherMember B=ShortExemptTransactionAType D=ProgramOrderMember E=ShortExemptTransactionForPrincipal F=ShortExemptTransactionWType H=ShortExemptTransactionIType I=IndividualInvestor J=ProprietaryAlgo K=AgencyAlgo M=ProgramOrderOtherMember A=AgencySingleOrder O=ProprietaryTransactionAffiliated P=Principal R=TransactionNonMember S=SpecialistTrades T=TransactionUnaffiliatedMember U=AgencyIndexArb W=AllOtherOrdersAsAgentForOtherMember X=ShortExemptTransactionMemberNotAffliated Y=AgencyNonAlgo Z=ShortExemptTransactionNonMember L=ShortExemptTransactionMemberAffliated C=ProprietaryNonAlgo
54 1=Buy 2=Sell 3=BuyMinus 4=SellPlus 5=SellShort 6=SellShortExempt 7=Undisclosed 8=Cross 9=CrossShort A=CrossShortExempt B=AsDefined C=Opposite D=Subscribe E=Redeem F=Lend G=Borrow H=SellUndisclosed
59 0=Day 1=GoodTillCancel 2=AtTheOpening 3=ImmediateOrCancel 4=FillOrKill 5=GoodTillCrossing 6=GoodTillDate 7=AtTheClose 8=GoodThroughCrossing 9=AtCrossing A=GoodForTime B=GoodForAuction C=GoodForMonth
61 0=Normal 1=Flash 2=Background
63 0=Regular 1=Cash 2=NextDay 3=TPlus2 4=TPlus3 5=TPlus4 6=Future 7=WhenAndIfIssued 8=SellersOption 9=TPlus5 B=BrokenDate C=FxSpotNextSettlement A=T1
65 CD=EucpWithLumpSumInterest WI=WhenIssued
71 0=New 1=Replace 2=Cancel 3=Preliminary 4=Calculated 5=CalculatedWithoutPreliminary 6=Reversal
77 C=Close F=Fifo O=Open R=Rolled N=CloseButNotifyOnOpen D=Default
81 0=Regular 1=SoftDollar 2=StepIn 3=StepOut 4=SoftDollarStepIn 5=SoftDollarStepOut 6=PlanSponsor
87 0=Accepted 1=BlockLevelReject 2=AccountLevelReject 3=Received 4=Incomplete 5=RejectedByIntermediary 6=AllocationPending 7=Reversed 8=CancelledByIntermediary 9=Claimed 10=Refused 11=PendingGiveUpApproval 12=Cancelled 13=PendingTakeUpApproval 14=ReversalPending
88 0=UnknownAccount 1=IncorrectQuantity 2=IncorrectAveragePrice 3=UnknownExecutingBrokerMnemonic 4=CommissionDifference 5=UnknownOrderId 6=UnknownListId 7=OtherSeeText 8=IncorrectAllocatedQuantity 9=CalculationDifference 10=UnknownOrStaleExecId 11=MismatchedData 12=UnknownClOrdId 13=WarehouseRequestRejected 14=DuplicateOrMissingIndividualAllocId 15=TradeNotRecognized 16=DuplicateTrade 17=IncorrectOrMissingInstrument 18=IncorrectOrMissingSettlDate 19=IncorrectOrMissingFundIdOrFundName 20=IncorrectOrMissingSettlInstructions 21=IncorrectOrMissingFees 22=IncorrectOrMissingTax 23=UnknownOrMissingParty 24=IncorrectOrMissingSide 25=IncorrectOrMissingNetMoney 26=IncorrectOrMissingTradeDate 27=IncorrectOrMissingSettlCcyInstructions 28=IncorrectOrMissingProcessCode 99=Other
94 0=New 1=Reply 2=AdminReply
97 N=No Y=Yes
98 0=NoneOther 1=Pkcs 2=Des 3=Pkcsdes 4=Pgpdes 5=Pgpdesmd5 6=Pemdesmd5
100 0=None 4=Posit
102 0=TooLateToCancel 1=UnknownOrder 2=BrokerCredit 3=OrderAlreadyInPendingStatus 4=UnableToProcessOrderMassCancelRequest 5=OrigOrdModTime 6=DuplicateClOrdId 7=PriceExceedsCurrentPrice 8=PriceExceedsCurrentPriceBand 18=InvalidPriceIncrement 99=Other
103 0=BrokerCredit 1=UnknownSymbol 2=ExchangeClosed 3=OrderExceedsLimit 4=TooLateToEnter 5=UnknownOrder 6=DuplicateOrder 7=DuplicateOfAVerballyCommunicatedOrder 8=StaleOrder 9=TradeAlongRequired 10=InvalidInvestorId 11=UnsupportedOrderCharacteristic 12=SurveillanceOption 13=IncorrectQuantity 14=IncorrectAllocatedQuantity 15=UnknownAccount 16=PriceExceedsCurrentPriceBand 18=InvalidPriceIncrement 19=ReferencePriceNotAvailable 20=NotionalValueExceedsThreshold 21=AlgorithmRiskThresholdBreached 22=ShortSellNotPermitted 23=ShortSellSecurityPreBorrowRestriction 24=ShortSellAccountPreBorrowRestriction 25=InsufficientCreditLimit 26=ExceededClipSizeLimit 27=ExceededMaxNotionalOrderAmt 28=ExceededDv01Pv01Limit 29=ExceededCs01Limit 99=Other
104 A=AllOrNone B=MarketOnClose C=AtTheClose D=Vwap E=Axe F=AxeOnBid G=AxeOnOffer H=ClientNaturalWorking I=InTouchWith J=PositionWanted K=MarketMaking L=Limit M=MoreBehind N=ClientNaturalBlock O=AtTheOpen P=TakingAPosition Q=AtTheMarket R=ReadyToTrade S=PortfolioShown T=ThroughTheDay U=Unwind V=Versus W=Indication X=CrossingOpportunity Y=AtTheMidpoint Z=PreOpen 1=QuantityNegotiable 2=AllowLateBids 3=ImmediateOrCounter 4=AutoTrade a=AutomaticSpot b=PlatformCalculatedSpot c=OutsideSpread d=DeferredSpot n=NegotiatedSpot
113 N=No Y=Yes
114 N=No Y=Yes
121 N=No Y=Yes
123 N=No Y=Yes
125 F=FullRemainingQuantity P=PartialCancel
127 A=UnknownSymbol B=WrongSide C=QuantityExceedsOrder D=NoMatchingOrder E=PriceExceedsLimit F=CalculationDifference G=NoMatchingExecutionReport Z=Other
130 N=No Y=Yes
139 1=Regulatory 2=Tax 3=LocalCommission 4=ExchangeFees 5=Stamp 6=Levy 7=Other 8=Markup 9=ConsumptionTax 10=PerTransaction 11=Conversion 12=Agent 13=TransferFee 14=SecurityLending 15=TradeReporting 16=TaxOnPrincipalAmount 17=TaxOnAccruedInterestAmount 18=NewIssuanceFee 19=ServiceFee 20=OddLotFee 21=AuctionFee 22=ValueAddedTax 23=SalesTax 24=ExecutionFee 25=OrderEntryFee 26=OrderModificationFee 27=OrdersCancellationFee 28=MarketDataAccessFee 29=MarketDataTerminalFee 30=MarketDataVolumeFee 31=ClearingFee 32=SettlementFee 33=Rebates 34=Discounts 35=Payments 36=NonMonetaryPayments
141 N=No Y=Yes
150 0=New 3=DoneForDay 4=Canceled 5=Replaced 6=PendingCancel 7=Stopped 8=Rejected 9=Suspended A=PendingNew B=Calculated C=Expired D=Restated E=PendingReplace F=Trade G=TradeCorrect H=TradeCancel I=OrderStatus J=TradeInAClearingHold K=TradeHasBeenReleasedToClearing L=TriggeredOrActivatedBySystem M=Locked N=Released 1=PartialFill 2=Fill
156 M=Multiply D=Divide
160 0=Default 1=StandingInstructionsProvided 2=SpecificAllocationAccountOverriding 3=SpecificAllocationAccountStanding 4=SpecificOrderForASingleAccount 5=RequestReject
163 N=New C=Cancel R=Replace T=Restate
165 1=BrokerCredit 2=Institution 3=Investor
167 UST=UsTreasuryNoteOld USTB=UsTreasuryBillOld EUSUPRA=EuroSupranationalCoupons FAC=FederalAgencyCoupon FADN=FederalAgencyDiscountNote PEF=PrivateExportFunding SUPRA=UsdSupranationalCoupons CORP=CorporateBond CPP=CorporatePrivatePlacement CB=ConvertibleBond DUAL=DualCurrency EUCORP=EuroCorporateBond EUFRN=EuroCorporateFloatingRateNotes FRN=UsCorporateFloatingRateNotes XLINKD=IndexedLinked STRUCT=StructuredNotes YANK=YankeeCorporateBond DIMSUMCORP=OffshoreIssuedChineseYuanCorporateBond PRCORP=PreferredCorporateBond FOR=ForeignExchangeContract FXNDF=NonDeliverableForward FXSPOT=FxSpot FXFWD=FxForward FXSWAP=FxSwap FXNDS=NonDeliverableSwap FXBN=FxBankNote FXDN=ForeignCurrencyDiscountNote CAP=Cap CDS=CreditDefaultSwap CLLR=Collar CMDTYSWAP=CommoditySwap EXOTIC=Exotic OOC=OptionsOnCombo FLR=Floor FRA=Fra FUT=Future FWD=DerivativeForward IRS=InterestRateSwap TRS=TotalReturnSwap LOANLEASE=LoanLease OOF=OptionsOnFutures OOP=OptionsOnPhysical OPT=Option SPOTFWD=SpotForward SWAPTION=SwapOption XMISSION=Transmission INDEX=Index BDBSKT=BondBasket CFD=ContractForDifference CRLTNSWAP=CorrelationSwap DVDNDSWAP=DiviendSwap EQBSKT=EquityBasket EQFWD=EquityForward RTRNSWAP=ReturnSwap VARSWAP=VarianceSwap PRTFLIOSWAP=PortfolioSwaps FUTSWAP=FuturesOnASwap FWDSWAP=ForwardsOnASwap FWDFRTAGMT=ForwardFreightAgreement SPREADBET=SpreadBetting ETC=ExchangeTradedCommodity CS=CommonStock PS=PreferredStock DR=DepositoryReceipts REPO=Repurchase FORWARD=Forward BUYSELL=BuySellback SECLOAN=SecuritiesLoan SECPLEDGE=SecuritiesPledge DVPLDG=DeliveryVersusPledge COLLBSKT=CollateralBasket SFP=StructuredFinanceProduct MRGNLOAN=MarginLoan BRADY=BradyBond CAN=CanadianTreasuryNotes CTB=CanadianTreasuryBills EUSOV=EuroSovereigns PROV=CanadianProvincialBonds TB=TreasuryBill TBOND=UsTreasuryBond TINT=InterestStripFromAnyBondOrNote TBILL=UsTreasuryBill TIPS=TreasuryInflationProtectedSecurities TCAL=PrincipalStripOfACallableBondOrNote TPRN=PrincipalStripFromANonCallableBondOrNote TNOTE=UsTreasuryNote DIMSUMSOV=OffshoreIssuedChineseYuanSovereignBond SOV=SovereignBond TFRN=UsTreasuryFloatingRateNote TERM=TermLoan RVLV=RevolverLoan RVLVTRM=Revolver BRIDGE=BridgeLoan LOFC=LetterOfCredit SWING=SwingLineFacility DINP=DebtorInPossession DEFLTED=Defaulted WITHDRN=Withdrawn REPLACD=Replaced MATURED=Matured AMENDED=Amended RETIRED=Retired BA=BankersAcceptance BDN=BankDepositoryNote BN=BankNotes BOX=BillOfExchanges CAMM=CanadianMoneyMarkets CD=CertificateOfDeposit CL=CallLoans CP=CommercialPaper DN=DepositNotes EUCD=EuroCertificateOfDeposit EUCP=EuroCommercialPaper LQN=LiquidityNote MTN=MediumTermNotes ONITE=Overnight PN=PromissoryNote STN=ShortTermLoanNote PZFJ=PlazosFijos SLQN=SecuredLiquidityNote TD=TimeDeposit TLQN=TermLiquidityNote XCN=ExtendedCommNote YCD=YankeeCertificateOfDeposit BAB=BankAcceptedBill BNST=ShortTermBankNote CLCP=CallableCommercialPaper CN=CommercialNote CPIB=InterestBearingCommercialPaper EUMTN=EuroMediumTermNote EUNCP=EuroNegotiableCommercialPaper EUSTLQN=EuroStructuredLiquidityNote EUTD=EuroTimeDeposit JCD=JumboCertificateOfDeposit MMF=MoneyMarketFund MN=MasterNote NCD=NegotiableCertificateOfDeposit NCP=NegotiableCommercialPaper RCD=RetailCertificateOfDeposit TDR=TermDepositReceipt ABS=AssetBackedSecurities CMB=CanadianMortgageBonds CMBS=Corp CMO=CollateralizedMortgageObligation IET=IoetteMortgage MBS=MortgageBackedSecurities MIO=MortgageInterestOnly MPO=MortgagePrincipalOnly MPP=MortgagePrivatePlacement MPT=MiscellaneousPassThrough PFAND=Pfandbrief TBA=ToBeAnnounced AN=OtherAnticipationNotes COFO=CertificateOfObligation COFP=CertificateOfParticipation GO=GeneralObligationBonds MT=MandatoryTender RAN=RevenueAnticipationNote REV=RevenueBonds SPCLA=SpecialAssessment SPCLO=SpecialObligation SPCLT=SpecialTax TAN=TaxAnticipationNote TAXA=TaxAllocation TECP=TaxExemptCommercialPaper TMCP=TaxableMunicipalCp TRAN=TaxRevenueAnticipationNote VRDN=VariableRateDemandNote WAR=Warrant MCPIB=MunicipalInterestBearingCommercialPaper TMB=TaxableMunicipalBond VRDO=VariableRateDemandObligation MF=MutualFund MLEG=MultilegInstrument NONE=NoSecurityType ?=Wildcard CASH=Cash Other=Other ETN=ExchangeTradedNote SECDERIV=SecuritizedDerivative ETF=ExchangeTradedFund DIGITAL=DigitalAsset WLD=WildcardEntry RP=RepurchaseAgreement POOL=AgencyPools RVRP=ReverseRepurchaseAgreement FHA=FederalHousingAuthority FHL=FederalHomeLoan FN=FederalNationalMortgageAssociation GN=GovernmentNationalMortgageAssociation GOVT=TreasuriesAgencyDebenture MUNI=MunicipalBond SL=StudentLoanMarketingAssociation ZOO=CatsTigersAndLions
169 0=Other 1=Dtcsid 2=ThomsonAlert 3=AGlobalCustodian 4=AccountNet
172 0=Versus 1=Free 2=TriParty 3=HoldInCustody
197 0=FxNetting 1=FxSwap
201 0=Put 1=Call 2=Other 3=Chooser
203 0=Covered 1=Uncovered
204 0=Customer 1=Firm
208 N=No Y=Yes
209 1=Match 2=Forward 3=ForwardAndMatch 4=AutoClaimGiveUp
216 1=TargetFirm 2=TargetList 3=BlockFirm 4=BlockList 5=TargetPerson 6=BlockPerson
219 5=Old10 1=Curve 2=FiveYr 4=TenYr 6=ThirtyYr 7=Old30 8=ThreeMolibor 9=SixMolibor 3=Old5
221 EONIA=Eonia EUREPO=Eurepo Euribor=Euribor FutureSWAP=FutureSwap LIBID=Libid LIBOR=Libor MuniAAA=MuniAaa OTHER=Other Pfandbriefe=Pfandbriefe SONIA=Sonia SWAP=Swap Treasury=Treasury FEDEFF=FedFundRateEffective FEDOPEN=FedOpen EURIBOR=Euribor AUBSW=Aubsw BUBOR=Bubor CDOR=Cdor CIBOR=Cibor EONIASWAP=Eoniaswap ESTR=Estr EURODOLLAR=Eurodollar EUROSWISS=Euroswiss GCFREPO=Gcfrepo ISDAFIX=Isdafix JIBAR=Jibar MOSPRIM=Mosprim NIBOR=Nibor PRIBOR=Pribor SOFR=Sofr STIBOR=Stibor TELBOR=Telbor TIBOR=Tibor WIBOR=Wibor AONIA=Aonia AONIA-R=Aoniar BKBM=Bkbm CD91D=Cd19D CORRA=Corra DIRR-TN=Dirrtn EIBOR=Eibor FixingRepoRate=FixingRepoRate HIBOR=Hibor IBR=Ibr KLIBOR=Klibor MIBOR=Mibor NZONIA=Nzonia PHIREF=Phiref REIBOR=Reibor SAIBOR=Saibor SARON=Saron SORA=Sora TLREF=Tlref TIIE=Tiie THBFIX=Thbfix TONAR=Tonar
233 AMT=AlternativeMinimumTax AUTOREINV=AutoReinvestment BANKQUAL=BankQualified BGNCON=BargainConditions COUPON=CouponRange CURRENCY=IsoCurrencyCode CUSTOMDATE=CustomStart GEOG=Geographics HAIRCUT=ValuationDiscount INSURED=Insured ISSUE=IssueDate ISSUER=Issuer ISSUESIZE=IssueSizeRange LOOKBACK=LookbackDays LOT=ExplicitLotIdentifier LOTVAR=LotVariance MAT=MaturityYearAndMonth MATURITY=MaturityRange MAXSUBS=MaximumSubstitutions MINDNOM=MinimumDenomination MININCR=MinimumIncrement MINQTY=MinimumQuantity PAYFREQ=PaymentFrequency PIECES=NumberOfPieces PMAX=PoolsMaximum PPL=PoolsPerLot PPM=PoolsPerMillion PPT=PoolsPerTrade PRICE=PriceRange PRICEFREQ=PricingFrequency PROD=ProductionYear PROTECT=CallProtection PURPOSE=Purpose PXSOURCE=BenchmarkPriceSource RATING=RatingSourceAndRange REDEMPTION=TypeOfRedemption RESTRICTED=Restricted SECTOR=MarketSector SECTYPE=SecurityTypeIncludedOrExcluded STRUCT=Structure SUBSFREQ=SubstitutionsFrequency SUBSLEFT=SubstitutionsLeft TEXT=FreeformText TRDVAR=TradeVariance WAC=WeightedAverageCoupon WAL=WeightedAverageLifeCoupon WALA=WeightedAverageLoanAge WAM=WeightedAverageMaturity WHOLE=WholePool YIELD=YieldRange ORIGAMT=OriginalAmount POOLEFFDT=PoolEffectiveDate POOLINITFCTR=PoolInitialFactor TRANCHE=Tranche SUBSTITUTION=Substitution MULTEXCHFLLBCK=Multexchfllbck COMPSECFLLBCK=Compsecfllbck LOCLJRSDCTN=Locljrsdctn RELVJRSDCTN=Relvjrsdctn INCURRCVY=IncurredRecovery ADDTRM=AdditionalTerm MODEQTYDLVY=ModifiedEquityDelivery NOREFOBLIG=NoReferenceOblication UNKREFOBLIG=UnknownReferenceObligation ALLGUARANTEES=AllGuarantees REFPX=ReferencePrice REFPOLICY=ReferencePolicy SECRDLIST=SecuredList AVFICO=AverageFicoScore AVSIZE=AverageLoanSize MAXBAL=MaximumLoanBalance POOL=PoolIdentifier ROLLTYPE=TypeOfRollTrade REFTRADE=ReferenceToRollingOrClosingTrade REFPRIN=PrincipalOfRollingOrClosingTrade REFINT=InterestOfRollingOrClosingTrade AVAILQTY=AvailableOfferQuantityToBeShownToTheStreet BROKERCREDIT=BrokerCredit INTERNALPX=OfferPriceToBeShownToInternalBrokers INTERNALQTY=OfferQuantityToBeShownToInternalBrokers LEAVEQTY=TheMinimumResidualOfferQuantity MAXORDQTY=MaximumOrderSize ORDRINCR=OrderQuantityIncrement PRIMARY=PrimaryOrSecondaryMarketIndicator SALESCREDITOVR=BrokerSalesCreditOverride TRADERCREDIT=TraderCredit DISCOUNT=DiscountRate YTM=YieldToMaturity PAYOFF=InterestPayoffOfRollingOrAmendingTrade ABS=AbsolutePrepaymentSpeed CPP=ConstantPrepaymentPenalty CPR=ConstantPrepaymentRate CPY=ConstantPrepaymentYield HEP=FinalCprOfHomeEquityPrepaymentCurve MHP=PercentOfManufacturedHousingPrepaymentCurve MPR=MonthlyPrepaymentRate PPC=PercentOfProspectusPrepaymentCurve PSA=PercentOfBmaPrepaymentCurve SMM=SingleMonthlyMortality
235 AFTERTAX=AfterTaxYield ANNUAL=AnnualYield ATISSUE=YieldAtIssue AVGMATURITY=YieldToAverageMaturity BOOK=BookYield CALL=YieldToNextCall CHANGE=YieldChangeSinceClose CLOSE=ClosingYield COMPOUND=CompoundYield CURRENT=CurrentYield GOVTEQUIV=GvntEquivalentYield GROSS=TrueGrossYield INFLATION=YieldWithInflationAssumption INVERSEFLOATER=InverseFloaterBondYield LASTCLOSE=MostRecentClosingYield LASTMONTH=ClosingYieldMostRecentMonth LASTQUARTER=ClosingYieldMostRecentQuarter LASTYEAR=ClosingYieldMostRecentYear LONGAVGLIFE=YieldToLongestAverageLife MARK=MarkToMarketYield MATURITY=YieldToMaturity NEXTREFUND=YieldToNextRefund OPENAVG=OpenAverageYield PREVCLOSE=PreviousCloseYield PROCEEDS=ProceedsYield PUT=YieldToNextPut SEMIANNUAL=SemiAnnualYield SHORTAVGLIFE=YieldToShortestAverageLife SIMPLE=SimpleYield TAXEQUIV=TaxEquivalentYield TENDER=YieldToTenderDate TRUE=TrueYield VALUE1_32=YieldValueOf32nds WORST=YieldToWorst VALUE1/32=YieldValueOf132 LONGEST=YieldToLongestAverage SHORTEST=YieldToShortestAverage AVGLIFE=YieldToAverageLife
263 0=Snapshot 1=SnapshotAndUpdates 2=DisablePreviousSnapshot
265 0=FullRefresh 1=IncrementalRefresh
269 0=Bid 1=Offer 2=Trade 3=IndexValue 4=OpeningPrice 5=ClosingPrice 6=SettlementPrice 7=TradingSessionHighPrice 8=TradingSessionLowPrice 9=Vwap A=Imbalance B=TradeVolume C=OpenInterest D=CompositeUnderlyingPrice E=SimulatedSellPrice F=SimulatedBuyPrice G=MarginRate H=MidPrice J=EmptyBook K=SettleHighPrice L=SettleLowPrice M=PriorSettlePrice N=SessionHighBid O=SessionLowOffer P=EarlyPrices Q=AuctionClearingPrice S=SwapValueFactor R=DailyValueAdjustmentForLongPositions T=CumulativeValueAdjustmentForLongPositions U=DailyValueAdjustmentForShortPositions V=CumulativeValueAdjustmentForShortPositions W=FixingPrice X=CashRate Y=RecoveryRate Z=RecoveryRateForLong a=RecoveryRateForShort b=MarketBid c=MarketOffer d=ShortSaleMinPrice e=PreviousClosingPrice g=ThresholdLimitPriceBanding h=DailyFinancingValue i=AccruedFinancingValue t=Twap
274 0=PlusTick 1=ZeroPlusTick 2=MinusTick 3=ZeroMinusTick
276 A=Open B=Closed C=ExchangeBest D=ConsolidatedBest E=Locked F=Crossed G=Depth H=FastTrading I=NonFirm L=Manual J=OutrightPrice K=ImpliedPrice M=DepthOnOffer N=DepthOnBid O=Closing P=NewsDissemination Q=TradingRange R=OrderInflux S=DueToRelated T=NewsPending U=AdditionalInfo V=AdditionalInfoDueToRelated W=Resume X=ViewOfCommon Y=VolumeAlert Z=OrderImbalance a=EquipmentChangeover b=NoOpen c=RegularEth d=AutomaticExecution e=AutomaticExecutionEth f=FastMarketEth g=InactiveEth h=Rotation i=RotationEth j=Halt k=HaltEth l=DueToNewsDissemination m=DueToNewsPending n=TradingResume o=OutOfSequence p=BidSpecialist q=OfferSpecialist r=BidOfferSpecialist s=EndOfDaySam t=ForbiddenSam u=FrozenSam v=PreOpeningSam w=OpeningSam x=OpenSam y=SurveillanceSam z=SuspendedSam 0=ReservedSam 1=NoActiveSam 2=Restricted 3=RestOfBookVwap 4=BetterPricesInConditionalOrders 5=MedianPrice 6=FullCurve 7=FlatCurve
277 A=Cash B=AveragePriceTrade C=CashTrade D=NextDay E=Opening F=IntradayTradeDetail G=Rule127Trade H=Rule155Trade I=SoldLast J=NextDayTrade K=Opened L=Seller M=Sold N=StoppedStock P=ImbalanceMoreBuyers Q=ImbalanceMoreSellers R=OpeningPrice S=BargainCondition T=ConvertedPriceIndicator U=ExchangeLast V=FinalPriceOfSession W=ExPit X=Crossed Y=TradesResultingFromManual Z=TradesResultingFromIntermarketSweep a=VolumeOnly b=DirectPlus c=Acquisition d=Bunched e=Distribution f=BunchedSale g=SplitTrade h=CancelStopped i=CancelEth j=CancelStoppedEth k=OutOfSequenceEth l=CancelLastEth m=SoldLastSaleEth n=CancelLast o=SoldLastSale p=CancelOpen q=CancelOpenEth r=OpenedSaleEth s=CancelOnly t=CancelOnlyEth u=LateOpenEth v=AutoExecutionEth w=Reopen x=ReopenEth y=Adjusted z=AdjustedEth AA=Spread AB=SpreadEth AC=Straddle AD=StraddleEth AE=Stopped AF=StoppedEth AG=RegularEth AH=Combo AI=ComboEth AJ=OfficialClosingPrice AK=PriorReferencePrice 0=Cancel AL=StoppedSoldLast AM=StoppedOutOfSequence AN=OfficialClosingPriceDup AO=CrossedOld AP=FastMarket AQ=AutomaticExecution AR=FormT AS=BasketIndex AT=BurstBasket AU=TradeThroughExempt AV=QuoteSpread AW=LastAuctionPrice AX=HighPrice AY=LowPrice AZ=SystematicInternaliser BA=AwayMarket BB=MidpointPrice BC=TradedBeforeIssueDate BD=PreviousClosingPrice BE=NationalBestBidOffer 1=ImpliedTrade 2=MarketplaceEnteredTrade 3=MultiAssetClassMultilegTrade 4=MultilegToMultilegTrade 5=ShortSaleMinPrice 6=Benchmark
279 0=New 1=Change 2=Delete 3=DeleteThru 4=DeleteFrom 5=Overlay
281 0=UnknownSymbol 1=DuplicateMdReqId 2=InsufficientBandwidth 3=InsufficientPermissions 4=UnsupportedSubscriptionRequestType 5=UnsupportedMarketDepth 6=UnsupportedMdUpdateType 7=UnsupportedAggregatedBook 8=UnsupportedMdEntryType 9=UnsupportedTradingSessionId A=UnsupportedScope B=UnsupportedOpenCloseSettleFlag C=UnsupportedMdImplicitDelete D=InsufficientCredit
285 0=Cancellation 1=Error
286 0=DailyOpen 1=SessionOpen 2=DeliverySettlementEntry 3=ExpectedEntry 4=EntryFromPreviousBusinessDay 5=TheoreticalPriceValue
291 1=Bankrupt 2=PendingDelisting 3=Restricted
292 A=ExDividend B=ExDistribution C=ExRights D=New E=ExInterest F=CashDividend G=StockDividend H=NonIntegerStockSplit I=ReverseStockSplit J=StandardIntegerStockSplit K=PositionConsolidation L=LiquidationReorganization M=MergerReorganization N=RightsOffering O=ShareholderMeeting P=Spinoff Q=TenderOffer R=Warrant S=SpecialAction T=SymbolConversion U=Cusip V=LeapRollover W=SuccessionEvent
297 0=Accepted 1=CancelForSymbol 2=CanceledForSecurityType 3=CanceledForUnderlying 4=CanceledAll 5=Rejected 6=RemovedFromMarket 7=Expired 8=Query 9=QuoteNotFound 10=Pending 11=Pass 12=LockedMarketWarning 13=CrossMarketWarning 14=CanceledDueToLockMarket 15=CanceledDueToCrossMarket 16=Active 17=Canceled 18=UnsolicitedQuoteReplenishment 19=PendingEndTrade 20=TooLateToEnd 21=Traded 22=TradedAndRemoved 23=ContractTerminates
298 1=CancelForOneOrMoreSecurities 2=CancelForSecurityType 3=CancelForUnderlyingSecurity 4=CancelAllQuotes 5=CancelSpecifiedSingleQuote 6=CancelByTypeOfQuote 7=CancelForSecurityIssuer 8=CancelForIssuerOfUnderlyingSecurity
300 1=UnknownSymbol 2=Exchange 3=QuoteRequestExceedsLimit 4=TooLateToEnter 5=UnknownQuote 6=DuplicateQuote 7=InvalidBid 8=InvalidPrice 9=NotAuthorizedToQuoteSecurity 10=PriceExceedsCurrentPriceBand 11=QuoteLocked 12=InvalidOrUnknownSecurityIssuer 13=InvalidOrUnknownIssuerOfUnderlyingSecurity 14=NotionalValueExceedsThreshold 15=PriceExceedsCurrentPriceBandDepr 16=ReferencePriceNotAvailable 17=InsufficientCreditLimit 18=ExceededClipSizeLimit 19=ExceededMaxNotionalOrderAmt 20=ExceededDv01Pv01Limit 21=ExceededCs01Limit 99=Other
301 0=NoAcknowledgement 1=AcknowledgeOnlyNegativeOrErroneousQuotes 2=AcknowledgeEachQuoteMessage 3=SummaryAcknowledgement
303 1=Manual 2=Automatic 3=ConfirmQuote
321 0=RequestSecurityIdentityAndSpecifications 1=RequestSecurityIdentityForSpecifications 2=RequestListSecurityTypes 3=RequestListSecurities 4=Symbol 5=SecurityTypeAndOrCfiCode 6=Product 7=TradingSessionId 8=AllSecurities 9=MarketIdOrMarketId
323 1=AcceptAsIs 2=AcceptWithRevisions 3=ListOfSecurityTypesReturnedPerRequest 4=ListOfSecuritiesReturnedPerRequest 5=RejectSecurityProposal 6=CannotMatchSelectionCriteria
326 1=OpeningDelay 2=TradingHalt 3=Resume 4=NoOpen 5=PriceIndication 6=TradingRangeIndication 7=MarketImbalanceBuy 8=MarketImbalanceSell 9=MarketOnCloseImbalanceBuy 10=MarketOnCloseImbalanceSell 12=NoMarketImbalance 13=NoMarketOnCloseImbalance 14=ItsPreOpening 15=NewPriceIndication 16=TradeDisseminationTime 17=ReadyToTrade 18=NotAvailableForTrading 19=NotTradedOnThisMarket 20=UnknownOrInvalid 21=PreOpen 22=OpeningRotation 23=FastMarket 24=PreCross 25=Cross 26=PostClose 27=NoCancel
327 0=NewsDissemination 1=OrderInflux 2=OrderImbalance 3=AdditionalInformation 4=NewsPending 5=EquipmentChangeover D=NewsDissemination E=OrderInflux I=OrderImbalance M=AdditionalInformation P=NewPending X=EquipmentChangeover
334 1=Cancel 2=Error 3=Correction
336 1=Day 2=HalfDay 3=Morning 4=Afternoon 5=Evening 6=AfterHours 7=Holiday
338 1=Electronic 2=OpenOutcry 3=TwoParty 4=Voice
339 1=Testing 2=Simulated 3=Production
340 0=Unknown 1=Halted 2=Open 3=Closed 4=PreOpen 5=PreClose 6=RequestRejected
347 ISO-2022-JP=Iso2022Jp EUC-JP=Eucjp Shift_JIS=ShiftJis UTF-8=Utf8
368 1=UnknownSymbol 2=Exchange 3=QuoteExceedsLimit 4=TooLateToEnter 5=UnknownQuote 6=DuplicateQuote 7=InvalidBidAskSpread 8=InvalidPrice 9=NotAuthorizedToQuoteSecurity
373 0=InvalidTagNumber 1=RequiredTagMissing 2=TagNotDefinedForThisMessageType 3=UndefinedTag 4=TagSpecifiedWithoutAValue 5=ValueIsIncorrect 6=IncorrectDataFormatForValue 7=DecryptionProblem 8=SignatureProblem 9=CompidProblem 10=SendingtimeAccuracyProblem 11=InvalidMsgtype 12=XmlValidationError 13=TagAppearsMoreThanOnce 14=TagSpecifiedOutOfRequiredOrder 15=RepeatingGroupFieldsOutOfOrder 16=IncorrectNumingroupCountForRepeatingGroup 17=NonDataValueIncludesFieldDelimiter 18=InvalidUnsupportedApplicationVersion 99=Other
374 C=Cancel N=New
378 0=GtCorporateAction 1=GtRenewal 2=VerbalChange 3=RepricingOfOrder 4=BrokerOption 5=PartialDeclineOfOrderQty 6=CancelOnTradingHalt 7=CancelOnSystemFailure 8=Market 9=Canceled 10=WarehouseRecap 11=PegRefresh 12=CancelOnConnectionLoss 13=CancelOnLogout 14=AssignTimePriority 15=CancelledForTradePriceViolation 16=CancelledForCrossImbalance 17=CxldSmp 18=CxldSmpAggressive 19=CxldSmpPassive 20=CxldSmpAggressivePassive 99=Other
380 0=Other 1=UnknownId 2=UnknownSecurity 3=UnsupportedMessageType 4=ApplicationNotAvailable 5=ConditionallyRequiredFieldMissing 6=NotAuthorized 7=DeliverToFirmNotAvailableAtThisTime 8=ThrottleLimitExceeded 9=ThrottleLimitExceededSessionDisconnected 10=ThrottledMessagesRejectedOnRequest 18=InvalidPriceIncrement
385 R=Receive S=Send
388 0=RelatedToDisplayedPrice 1=RelatedToMarketPrice 2=RelatedToPrimaryPrice 3=RelatedToLocalPrimaryPrice 4=RelatedToMidpointPrice 5=RelatedToLastTradePrice 6=RelatedToVwap 7=AveragePriceGuarantee
394 1=NonDisclosed 2=Disclosed 3=NoBiddingProcess
399 1=Sector 2=Country 3=Index
401 1=SideValue1 2=SideValue2
409 1=FiveDayMovingAverage 2=TwentyDayMovingAverage 3=NormalMarketSize 4=Other
414 1=BuySideRequests 2=SellSideSends 3=RealTimeExecutionReports
416 1=Net 2=Gross
418 A=Agency G=VwapGuarantee J=GuaranteedClose R=RiskTrade
419 2=ClosingPriceAtMorningSession 3=ClosingPrice 4=CurrentPrice 5=Sq 6=VwapThroughADay 7=VwapThroughAMorningSession 8=VwapThroughAnAfternoonSession 9=VwapThroughADayExcept A=VwapThroughAMorningSessionExcept B=VwapThroughAnAfternoonSessionExcept C=Strike D=Open Z=Others
423 1=Percentage 2=PerUnit 3=FixedAmount 4=Discount 5=Premium 6=Spread 7=TedPrice 8=TedYield 9=Yield 10=FixedCabinetTradePrice 11=VariableCabinetTradePrice 12=PriceSpread 13=ProductTicksInHalves 14=ProductTicksInFourths 15=ProductTicksInEighths 16=ProductTicksInSixteenths 17=ProductTicksInThirtySeconds 18=ProductTicksInSixtyFourths 19=ProductTicksInOneTwentyEighths 20=NormalRateRepresentation 21=InverseRateRepresentation 22=BasisPoints 23=UpfrontPoints 24=InterestRate 25=PercentageNotional
427 0=BookOutAllTradesOnDayOfExecution 1=AccumulateUntilFilledOrExpired 2=AccumulateUntilVerballyNotifiedOtherwise
429 1=Ack 2=Response 3=Timed 4=ExecStarted 5=AllDone 6=Alert
430 1=Net 2=Gross
431 1=InBiddingProcess 2=ReceivedForExecution 3=Executing 4=Cancelling 5=Alert 6=AllDone 7=Reject
433 1=Immediate 2=WaitForInstruction 3=SellDriven 4=BuyDrivenCashTopUp 5=BuyDrivenCashWithdraw
434 1=OrderCancelRequest 2=OrderCancelReplaceRequest
442 1=SingleSecurity 2=IndividualLegOfAMultiLegSecurity 3=MultiLegSecurity
447 6=UkNationalInsuranceOrPensionNumber 7=UsSocialSecurityNumber 8=UsEmployerOrTaxIdNumber 9=AustralianBusinessNumber A=AustralianTaxFileNumber J=TaxId 1=KoreanInvestorId 2=TaiwaneseForeignInvestorId 3=TaiwaneseTradingAcct 4=MalaysianCentralDepository 5=ChineseInvestorId I=IsitcAcronym B=Bic C=GeneralIdentifier D=Proprietary E=IsoCountryCode F=SettlementEntityLocation G=Mic H=CsdParticipant K=AustralianCompanyNumber L=AustralianRegisteredBodyNumber M=CftcReportingFirmIdentifier N=LegalEntityIdentifier O=InterimIdentifier P=ShortCodeIdentifier Q=NationalIdNaturalPerson R=IndiaPermanentAccountNumber S=Fdid T=Spsaid U=MasterSpsaid
452 1=ExecutingFirm 2=BrokerOfCredit 3=ClientId 4=ClearingFirm 5=InvestorId 6=IntroducingFirm 7=EnteringFirm 8=Locate 9=FundManagerClientId 10=SettlementLocation 11=OrderOriginationTrader 12=ExecutingTrader 13=OrderOriginationFirm 14=GiveupClearingFirmDepr 15=CorrespondantClearingFirm 16=ExecutingSystem 17=ContraFirm 18=ContraClearingFirm 19=SponsoringFirm 20=UnderlyingContraFirm 21=ClearingOrganization 22=Exchange 24=CustomerAccount 25=CorrespondentClearingOrganization 26=CorrespondentBroker 27=Buyer 28=Custodian 29=Intermediary 30=Agent 31=SubCustodian 32=Beneficiary 33=InterestedParty 34=RegulatoryBody 35=LiquidityProvider 36=EnteringTrader 37=ContraTrader 38=PositionAccount 39=ContraInvestorId 40=TransferToFirm 41=ContraPositionAccount 42=ContraExchange 43=InternalCarryAccount 44=OrderEntryOperatorId 45=SecondaryAccountNumber 46=ForeignFirm 47=ThirdPartyAllocationFirm 48=ClaimingAccount 49=AssetManager 50=PledgorAccount 51=PledgeeAccount 52=LargeTraderReportableAccount 53=TraderMnemonic 54=SenderLocation 55=SessionId 56=AcceptableCounterparty 57=UnacceptableCounterparty 58=EnteringUnit 59=ExecutingUnit 60=IntroducingBroker 61=QuoteOriginator 62=ReportOriginator 63=SystematicInternaliser 64=MultilateralTradingFacility 65=RegulatedMarket 66=MarketMaker 67=InvestmentFirm 68=HostCompetentAuthority 69=HomeCompetentAuthority 70=CompetentAuthorityLiquidity 71=CompetentAuthorityTransactionVenue 72=ReportingIntermediary 73=ExecutionVenue 74=MarketDataEntryOriginator 75=LocationId 76=DeskId 77=MarketDataMarket 78=AllocationEntity 79=PrimeBroker 80=StepOutFirm 81=BrokerClearingId 82=CentralRegistrationDepository 83=ClearingAccount 84=AcceptableSettlingCounterparty 85=UnacceptableSettlingCounterparty 86=ClsMemberBank 87=InConcertGroup 88=InConcertControllingEntity 89=LargePositionsReportingAccount 90=SettlementFirm 91=SettlementAccount 92=ReportingMarketCenter 93=RelatedReportingMarketCenter 94=AwayMarket 95=GiveupTradingFirm 96=TakeupTradingFirm 97=GiveupClearingFirm 98=TakeupClearingFirm 99=OriginatingMarket 100=MarginAccount 101=CollateralAssetAccount 102=DataRepository 103=CalculationAgent 104=ExerciseNoticeSender 105=ExerciseNoticeReceiver 106=RateReferenceBank 107=Correspondent 109=BeneficiaryBank 110=Borrower 111=PrimaryObligator 112=Guarantor 113=ExcludedReferenceEntity 114=DeterminingParty 115=HedgingParty 116=ReportingEntity 117=SalesPerson 118=Operator 119=Csd 120=Icsd 121=TradingSubAccount 122=InvestmentDecisionMaker 123=PublishingIntermediary 124=CsdParticipant 125=Issuer 126=ContraCustomerAccount 127=ContraInvestmentDecisionMaker
460 1=Agency 2=Commodity 3=Corporate 4=Currency 5=Equity 6=Government 7=Index 8=Loan 9=Moneymarket 10=Mortgage 11=Municipal 12=Other 13=Financing
465 6=Contracts 7=Other 5=Currency 4=Originalface 3=Currentface 2=Bonds 1=Shares 8=Par
468 0=RoundToNearest 1=RoundDown 2=RoundUp
477 1=Crest 2=Nscc 3=Euroclear 4=Clearstream 5=Cheque 6=TelegraphicTransfer 7=FedWire 8=DirectCredit 9=AchCredit 10=Bpay 11=HighValueClearingSystemHvacs 12=ReinvestInFund 999=Other
480 Y=Yes N=NoExecutionOnly M=NoWaiverAgreement O=NoInstitutional
481 Y=Passed N=NotChecked 1=ExemptBelowLimit 2=ExemptMoneyType 3=ExemptAuthorised
484 B=BidPrice C=CreationPrice D=CreationPricePlusAdjustmentPercent E=CreationPricePlusAdjustmentAmount O=OfferPrice P=OfferPriceMinusAdjustmentPercent Q=OfferPriceMinusAdjustmentAmount S=SinglePrice
487 0=New 1=Cancel 2=Replace 3=Release 4=Reverse 5=CancelDueToBackOutOfTrade N=New R=Replace C=Cancel
492 1=Crest 2=Nscc 3=Euroclear 4=Clearstream 5=Cheque 6=TelegraphicTransfer 7=FedWire 8=DebitCard 9=DirectDebit 10=DirectCredit 11=CreditCard 12=AchDebit 13=AchCredit 14=Bpay 15=HighValueClearingSystem 16=Chips 17=Swift 18=Chaps 19=Sic 20=EuroSic 999=Other
495 0=None 1=MaxiIsa 2=Tessa 3=MiniCashIsa 4=MiniStocksAndSharesIsa 5=MiniInsuranceIsa 6=CurrentYearPayment 7=PriorYearPayment 8=AssetTransfer 9=EmployeePriorYear 10=EmployeeCurrentYear 11=EmployerPriorYear 12=EmployerCurrentYear 13=NonFundPrototypeIra 14=NonFundQualifiedPlan 15=DefinedContributionPlan 16=Ira 17=IraRollover 18=Keogh 19=ProfitSharingPlan 20=Us401K 21=SelfDirectedIra 22=Us403b 23=Us457 24=RothIraPrototype 25=RothIraNonPrototype 26=RothConversionIraPrototype 27=RothConversionIraNonPrototype 28=EducationIraPrototype 29=EducationIraNonPrototype 999=Other
497 N=No Y=Yes
506 A=Accepted R=Rejected H=Held N=Reminder
507 1=InvalidAccountType 2=InvalidTaxExemptType 3=InvalidOwnershipType 4=NoRegDetails 5=InvalidRegSeqNo 6=InvalidRegDetails 7=InvalidMailingDetails 8=InvalidMailingInstructions 9=InvalidInvestorId 10=InvalidInvestorIdSource 11=InvalidDateOfBirth 12=InvalidCountry 13=InvalidDistribInstns 14=InvalidPercentage 15=InvalidPaymentMethod 16=InvalidAccountName 17=InvalidAgentCode 18=InvalidAccountNum 99=Other
514 0=New 2=Cancel 1=Replace
517 J=JointInvestors T=TenantsInCommon 2=JointTrustees
519 1=CommissionAmount 2=CommissionPercent 3=InitialChargeAmount 4=InitialChargePercent 5=DiscountAmount 6=DiscountPercent 7=DilutionLevyAmount 8=DilutionLevyPercent 9=ExitChargeAmount 10=ExitChargePercent 11=FundBasedRenewalCommissionPercent 12=ProjectedFundValue 13=FundBasedRenewalCommissionOnOrder 14=FundBasedRenewalCommissionOnFund 15=NetSettlementAmount
522 1=IndividualInvestor 2=PublicCompany 3=PrivateCompany 4=IndividualTrustee 5=CompanyTrustee 6=PensionPlan 7=CustodianUnderGiftsToMinorsAct 8=Trusts 9=Fiduciaries 10=NetworkingSubAccount 11=NonProfitOrganization 12=CorporateBody 13=Nominee 14=InstitutionalCustomer 15=Combined 16=MemberFirmEmployee 17=MarketMakingAccount 18=ProprietaryAccount 19=NonbrokerDealer 20=UnknownBeneficialOwnerType 21=FirmsErrorAccount 22=FirmAgencyAveragePriceAccount
528 A=Agency G=Proprietary I=Individual P=Principal R=RisklessPrincipal W=AgentForOtherMember M=MixedCapacity
529 1=ProgramTrade 2=IndexArbitrage 3=NonIndexArbitrage 4=CompetingMarketMaker 5=ActingAsMarketMakerOrSpecialistInSecurity 6=ActingAsMarketMakerOrSpecialistInUnderlying 7=ForeignEntity 8=ExternalMarketParticipant 9=ExternalInterConnectedMarketLinkage A=RisklessArbitrage B=IssuerHolding C=IssuePriceStabilization D=NonAlgorithmic E=Algorithmic F=Cross G=InsiderAccount H=SignificantShareholder I=NormalCourseIssuerBid
530 1=CancelOrdersForASecurity 2=CancelOrdersForAnUnderlyingSecurity 3=CancelOrdersForAProduct 4=CancelOrdersForAcfiCode 5=CancelOrdersForASecurityType 6=CancelOrdersForATradingSession 7=CancelAllOrders 8=CancelOrdersForAMarket 9=CancelOrdersForAMarketSegment A=CancelOrdersForASecurityGroup B=CancelOrdersForSecurityIssuer C=CancelForIssuerOfUnderlyingSecurity
531 0=CancelRequestRejected 1=CancelOrdersForASecurity 2=CancelOrdersForAnUnderlyingSecurity 3=CancelOrdersForAProduct 4=CancelOrdersForAcfiCode 5=CancelOrdersForASecurityType 6=CancelOrdersForATradingSession 7=CancelAllOrders 8=CancelOrdersForAMarket 9=CancelOrdersForAMarketSegment A=CancelOrdersForASecurityGroup B=CancelOrdersForASecuritiesIssuer C=CancelOrdersForIssuerOfUnderlyingSecurity
532 0=MassCancelNotSupported 1=InvalidOrUnknownSecurity 2=InvalidOrUnknownUnderlyingSecurity 3=InvalidOrUnknownProduct 4=InvalidOrUnknownCfiCode 5=InvalidOrUnknownSecurityType 6=InvalidOrUnknownTradingSession 7=InvalidOrUnknownMarket 8=InvalidOrUnkownMarketSegment 9=InvalidOrUnknownSecurityGroup 10=InvalidOrUnknownSecurityIssuer 11=InvalidOrUnknownIssuerOfUnderlyingSecurity 99=Other
537 0=Indicative 1=Tradeable 2=RestrictedTradeable 3=Counter 4=InitiallyTradeable
544 1=Cash 2=MarginOpen 3=MarginClose
546 1=LocalMarket 2=National 3=Global
549 1=CrossAon 2=CrossIoc 3=CrossOneSide 4=CrossSamePrice 5=BasisCross 6=ContingentCross 7=VwapCross 8=StsCross 9=CustomerToCustomer
550 0=None 1=BuySideIsPrioritized 2=SellSideIsPrioritized
552 1=OneSide 2=BothSides
559 0=Symbol 1=SecurityTypeAnd 2=Product 3=TradingSessionId 4=AllSecurities 5=MarketIdOrMarketId
560 0=ValidRequest 1=InvalidOrUnsupportedRequest 2=NoInstrumentsFound 3=NotAuthorizedToRetrieveInstrumentData 4=InstrumentDataTemporarilyUnavailable 5=RequestForInstrumentDataNotSupported
563 0=ReportByMulitlegSecurityOnly 1=ReportByMultilegSecurityAndInstrumentLegs 2=ReportByInstrumentLegsOnly
567 1=UnknownOrInvalidTradingSessionId 99=Other
569 0=AllTrades 1=MatchedTradesMatchingCriteria 2=UnmatchedTradesThatMatchCriteria 3=UnreportedTradesThatMatchCriteria 4=AdvisoriesThatMatchCriteria
573 0=Compared 1=Uncompared 2=AdvisoryOrAlert 3=Mismatched
574 1=OnePartyTradeReport 2=TwoPartyTradeReport 3=ConfirmedTradeReport 4=AutoMatch 5=CrossAuction 6=CounterOrderSelection 7=CallAuction 8=Issuing 9=SystematicInternaliser 10=AutoMatchLastLook 11=CrossAuctionLastLook M3=ActAcceptedTrade M4=ActDefaultTrade M5=ActDefaultAfterM2 M6=Actm6Match A1=ExactMatchPlus4BadgesExecTime A2=ExactMatchPlus4Badges A3=ExactMatchPlus2BadgesExecTime A4=ExactMatchPlus2Badges A5=ExactMatchPlusExecTime AQ=StampedAdvisoriesOrSpecialistAccepts S1=A1ExactMatchSummarizedQuantity S2=A2ExactMatchSummarizedQuantity S3=A3ExactMatchSummarizedQuantity S4=A4ExactMatchSummarizedQuantity S5=A5ExactMatchSummarizedQuantity M1=ExactMatchMinusBadgesTimes M2=SummarizedMatchMinusBadgesTimes MT=OcsLockedIn 60=OnePartyPrivatelyNegotiatedTradeReport 61=TwoPartyPrivatelyNegotiatedTradeReport 62=ContinuousAutoMatch 63=CrossAuction 64=CounterOrderSelection 65=CallAuction
577 0=ProcessNormally 1=ExcludeFromAllNetting 2=BilateralNettingOnly 3=ExClearing 4=SpecialTrade 5=MultilateralNetting 6=ClearAgainstCentralCounterparty 7=ExcludeFromCentralCounterparty 8=ManualMode 9=AutomaticPostingMode 10=AutomaticGiveUpMode 11=QualifiedServiceRepresentativeQsr 12=CustomerTrade 13=SelfClearing 14=BuyIn
581 1=CarriedCustomerSide 2=CarriedNonCustomerSide 3=HouseTrader 4=FloorTrader 6=CarriedNonCustomerSideCrossMargined 7=HouseTraderCrossMargined 8=JointBackOfficeAccount 9=EquitiesSpecialist 10=OptionsMarketMaker 11=OptionsFirmAccount 12=AccountCustomerNonCustomerOrders 13=AccountOrdersMultipleCustomers
582 1=MemberTradingForTheirOwnAccount 2=ClearingFirmTradingForItsProprietaryAccount 3=MemberTradingForAnotherMember 4=AllOther 5=RetailCustomer
585 1=StatusForOrdersForASecurity 2=StatusForOrdersForAnUnderlyingSecurity 3=StatusForOrdersForAProduct 4=StatusForOrdersForAcfiCode 5=StatusForOrdersForASecurityType 6=StatusForOrdersForATradingSession 7=StatusForAllOrders 8=StatusForOrdersForAPartyId 9=StatusForSecurityIssuer 10=StatusForIssuerOfUnderlyingSecurity
589 0=Auto 1=SpeakWithOrderInitiatorBeforeBooking 2=Accumulate
590 0=EachPartialExecutionIsABookableUnit 1=AggregatePartialExecutionsOnThisOrder 2=AggregateExecutionsForThisSymbol
591 0=ProRata 1=DoNotProRata
625 1=PreTrading 2=OpeningOrOpeningAuction 3=Continuous 4=ClosingOrClosingAuction 5=PostTrading 6=ScheduledIntradayAuction 7=Quiescent 8=AnyAuction 9=UnscheduledIntradayAuction 10=OutOfMainSessionTrading 11=PrivateAuction 12=PublicAuction 13=GroupAuction
626 1=Calculated 2=Preliminary 3=SellsideCalculatedUsingPreliminary 4=SellsideCalculatedWithoutPreliminary 5=ReadyToBook 6=BuysideReadyToBook 7=WarehouseInstruction 8=RequestToIntermediary 9=Accept 10=Reject 11=AcceptPending 12=IncompleteGroup 13=CompleteGroup 14=ReversalPending 15=ReopenGroup 16=CancelGroup 17=Giveup 18=Takeup 19=RefuseTakeup 20=InitiateReversal 21=Reverse 22=RefuseReversal 23=SubAllocationGiveup 24=ApproveGiveup 25=ApproveTakeup 26=NotionalValueAveragePxGroupAlloc
635 1=FirstYearDelegate 2=SecondYearDelegate 3=ThirdYearDelegate 4=FourthYearDelegate 5=FifthYearDelegate 9=SixthYearDelegate B=CboeMember C=NonMemberAndCustomer E=EquityMemberAndClearingMember F=FullAndAssociateMember H=Firms106HAnd106J I=Gim L=Lessee106FEmployees M=AllOtherOwnershipTypes
638 0=PriorityUnchanged 1=LostPriorityAsResultOfOrderChange
658 1=UnknownSymbol 2=Exchange 3=QuoteRequestExceedsLimit 4=TooLateToEnter 5=InvalidPrice 6=NotAuthorizedToRequestQuote 7=NoMatchForInquiry 8=NoMarketForInstrument 9=NoInventory 10=Pass 11=InsufficientCredit 12=ExceededClipSizeLimit 13=ExceededMaxNotionalOrderAmt 14=ExceededDv01Pv01Limit 15=ExceededCs01Limit 99=Other
660 1=Bic 2=SidCode 3=Tfm 4=Omgeo 5=DtccCode 6=Spsaid 99=Other
665 1=Received 2=MismatchedAccount 3=MissingSettlementInstructions 4=Confirmed 5=RequestRejected
666 0=New 1=Replace 2=Cancel
668 1=BookEntry 2=Bearer
690 1=ParForPar 2=ModifiedDuration 4=Risk 5=Proceeds
692 1=Percent 2=PerShare 3=FixedAmount 4=Discount 5=Premium 6=Spread 7=TedPrice 8=TedYield 9=YieldSpread 10=Yield 12=PriceSpread 13=ProductTicksInHalves 14=ProductTicksInFourths 15=ProductTicksInEighths 16=ProductTicksInSixteenths 17=ProductTicksInThirtySeconds 18=ProductTicksInSixtyFourths 19=ProductTicksInOneTwentyEighths 20=NormalRateRepresentation 21=InverseRateRepresentation 22=BasisPoints 23=UpFrontPoints 24=InterestRate 25=PercentageOfNotional
694 1=Hit 2=Counter 3=Expired 4=Cover 5=DoneAway 6=Pass 7=EndTrade 8=TimedOut 9=Tied 10=TiedCover 11=Accept 12=TerminateContract
703 ALC=AllocationTradeQty AS=OptionAssignment ASF=AsOfTradeQty DLV=DeliveryQty ETR=ElectronicTradeQty EX=OptionExerciseQty FIN=EndOfDayQty IAS=IntraSpreadQty IES=InterSpreadQty PA=AdjustmentQty PIT=PitTradeQty SOD=StartOfDayQty SPL=IntegralSplit TA=TransactionFromAssignment TOT=TotalTransactionQty TQ=TransactionQuantity TRF=TransferTradeQty TX=TransactionFromExercise XM=CrossMarginQty RCV=ReceiveQuantity CAA=CorporateActionAdjustment DN=DeliveryNoticeQty EP=ExchangeForPhysicalQty PNTN=PrivatelyNegotiatedTradeQty DLT=NetDeltaQty CEA=CreditEventAdjustment SEA=SuccessionEventAdjustment NET=NetQty GRS=GrossQty ITD=IntradayQty NDAS=GrossLongNonDeltaAdjustedSwaptionPosition DAS=LongDeltaAdjustedPairedSwaptionPosition EXP=ExpiringQuantity UNEX=QuantityNotExercised REQ=RequestedExerciseQuantity CFE=CashFuturesEquivalentQuantity SECLN=LoanOrBorrowedQuantity
706 0=Submitted 1=Accepted 2=Rejected
707 CASH=CashAmount CRES=CashResidualAmount FMTM=FinalMarkToMarketAmount IMTM=IncrementalMarkToMarketAmount PREM=PremiumAmount SMTM=StartOfDayMarkToMarketAmount TVAR=TradeVariationAmount VADJ=ValueAdjustedAmount SETL=SettlementValue ICPN=InitialTradeCouponAmount ACPN=AccruedCouponAmount CPN=CouponAmount IACPN=IncrementalAccruedCoupon CMTM=CollateralizedMarkToMarket ICMTM=IncrementalCollateralizedMarkToMarket DLV=CompensationAmount BANK=TotalBankedAmount COLAT=TotalCollateralizedAmount LSNV=LongPairedSwapNotionalValue SSNV=ShortPairedSwapNotionalValue SACPN=StartOfDayAccruedCoupon NPV=NetPresentValue SNPV=StartOfDayNetPresentValue NCF=NetCashFlow PVFEES=PresentValueOfFees PV01=PresentValueOneBasisPoints 5YREN=FiveYearEquivalentNotional UMTM=UndiscountedMarkToMarket MTD=MarkToModel VMTM=MarkToMarketVariance VMTD=MarkToModelVariance UPFRNT=UpfrontPayment ENDV=EndVale MGNLN=OutstandingMarginLoan LNVL=LoanValue
709 1=Exercise 2=DoNotExercise 3=PositionAdjustment 4=PositionChangeSubmission 5=Pledge 6=LargeTraderSubmission 7=LargePositionsReportingSubmission 8=LongHoldings 9=InternalTransfer 10=TransferOfFirm 11=ExternalTransfer 12=CorporateAction 13=Notification 14=PositionCreation 15=Closeout 16=Reopen
712 1=New 2=Replace 3=Cancel 4=Reverse
716 ITD=Intraday RTH=RegularTradingHours ETH=ElectronicTradingHours EOD=EndOfDay
718 0=ProcessRequestAsMarginDisposition 1=DeltaPlus 2=DeltaMinus 3=Final 4=CustomerSpecificPosition
722 0=Accepted 1=AcceptedWithWarnings 2=Rejected 3=Completed 4=CompletedWithWarnings
723 0=SuccessfulCompletion 1=Rejected 99=Other
724 0=Positions 1=Trades 2=Exercises 3=Assignments 4=SettlementActivity 5=BackoutMessage 6=DeltaPositions 7=NetPosition 8=LargePositionsReporting 9=ExercisePositionReportingSubmission 10=PositionLimitReportingSubmissing
725 0=Inband 1=OutOfBand
728 0=ValidRequest 1=InvalidOrUnsupportedRequest 2=NoPositionsFoundThatMatchCriteria 3=NotAuthorizedToRequestPositions 4=RequestForPositionNotSupported 99=Other
729 0=Completed 1=CompletedWithWarnings 2=Rejected
731 1=Final 2=Theoretical
744 P=ProRata R=Random
747 A=Automatic M=Manual
749 0=Successful 1=InvalidOrUnknownInstrument 2=InvalidTypeOfTradeRequested 3=InvalidParties 4=InvalidTransportTypeRequested 5=InvalidDestinationRequested 8=TradeRequestTypeNotSupported 9=NotAuthorized 99=Other
750 0=Accepted 1=Completed 2=Rejected
751 0=Successful 1=InvalidPartyInformation 2=UnknownInstrument 3=UnauthorizedToReportTrades 4=InvalidTradeType 5=PriceExceedsCurrentPriceBand 6=ReferencePriceNotAvailable 7=NotionalValueExceedsThreshold 99=Other
752 1=SingleSecurity 2=IndividualLegOfAMultilegSecurity 3=MultilegSecurity
770 1=ExecutionTime 2=TimeIn 3=TimeOut 4=BrokerReceipt 5=BrokerExecution 6=DeskReceipt 7=SubmissionToClearing 8=TimePriority 9=OrderbookEntryTime 10=OrderSubmissionTime 11=PubliclyReported 12=PublicReportUpdated 13=NonPubliclyReported 14=NonPublicReportUpdated 15=SubmittedForConfirmation 16=UpdatedForConfirmation 17=Confirmed 18=UpdatedForClearing 19=Cleared 20=AllocationsSubmitted 21=AllocationsUpdated 22=AllocationsCompleted 23=SubmittedToRepository 24=PostTrdContntnEvnt 25=PostTradeValuation 26=PreviousTimePriority 27=IdentifierAssigned 28=PreviousIdentifierAssigned 29=OrderCancellationTime 30=OrderModificationTime 31=OrderRoutingTime 32=TradeCancellationTime 33=TradeModificationTime 34=ReferenceTimeForNbbo
773 1=Status 2=Confirmation 3=ConfirmationRequestRejected
774 1=MismatchedAccount 2=MissingSettlementInstructions 3=UnknownOrMissingIndividualAllocId 4=TransactionNotRecognized 5=DuplicateTransaction 6=IncorrectOrMissingInstrument 7=IncorrectOrMissingPrice 8=IncorrectOrMissingCommission 9=IncorrectOrMissingSettlDate 10=IncorrectOrMissingFundIdOrFundName 11=IncorrectOrMissingQuantity 12=IncorrectOrMissingFees 13=IncorrectOrMissingTax 14=IncorrectOrMissingParty 15=IncorrectOrMissingSide 16=IncorrectOrMissingNetMoney 17=IncorrectOrMissingTradeDate 18=IncorrectOrMissingSettlCcyInstructions 19=IncorrectOrMissingCapacity 99=Other
775 0=RegularBooking 1=Cfd 2=TotalReturnSwap
780 0=UseDefaultInstructions 1=DeriveFromParametersProvided 2=FullDetailsProvided 3=SsidbiDsProvided 4=PhoneForInstructions
787 C=Cash S=Securities
788 1=Overnight 2=Term 3=Flexible 4=Open
792 0=UnableToProcessRequest 1=UnknownAccount 2=NoMatchingSettlementInstructionsFound 99=Other
794 2=PreliminaryRequestToIntermediary 3=SellsideCalculatedUsingPreliminary 4=SellsideCalculatedWithoutPreliminary 5=WarehouseRecap 8=RequestToIntermediary 9=Accept 10=Reject 11=AcceptPending 12=Complete 14=ReversePending 15=Giveup 16=Takeup 17=Reversal 18=Alleged 19=SubAllocationGiveup
796 1=OriginalDetailsIncomplete 2=ChangeInUnderlyingOrderDetails 3=CancelledByGiveupFirm 99=Other
798 1=CarriedCustomerSide 2=CarriedNonCustomerSide 3=HouseTrader 4=FloorTrader 6=CarriedNonCustomerSideCrossMargined 7=HouseTraderCrossMargined 8=JointBackOfficeAccount
803 1=Firm 2=Person 3=System 4=Application 5=FullLegalNameOfFirm 6=PostalAddress 7=PhoneNumber 8=EmailAddress 9=ContactName 10=SecuritiesAccountNumber 11=RegistrationNumber 12=RegisteredAddressForConfirmation 13=RegulatoryStatus 14=RegistrationName 15=CashAccountNumber 16=Bic 17=CsdParticipantMemberCode 18=RegisteredAddress 19=FundAccountName 20=TelexNumber 21=FaxNumber 22=SecuritiesAccountName 23=CashAccountName 24=Department 25=LocationDesk 26=PositionAccountType 27=SecurityLocateId 28=MarketMaker 29=EligibleCounterparty 30=ProfessionalClient 31=Location 32=ExecutionVenue 33=CurrencyDeliveryIdentifier 34=AddressCity 35=AddressStateOrProvince 36=AddressPostalCode 37=AddressStreet 38=AddressIsoCountryCode 39=IsoCountryCode 40=MarketSegment 41=CustomerAccountType 42=OmnibusAccount 43=FundsSegregationType 44=GuaranteeFund 45=SwapDealer 46=MajorParticipant 47=FinancialEntity 48=UsPerson 49=ReportingEntityIndicator 50=ElectedClearingRequirementException 51=BusinessCenter 52=ReferenceText 53=ShortMarkingExemptAccount 54=ParentFirmIdentifier 55=ParentFirmName 56=DealIdentifier 57=SystemTradeId 58=SystemTradeSubId 59=FcmCode 60=DlvryTrmlCode 61=VolntyRptEntity 62=RptObligJursdctn 63=VolntyRptJursdctn 64=CompanyActivities 65=EeAreaDomiciled 66=ContractLinked 67=ContractAbove 68=VolntyRptPty 69=EndUser 70=LocationOrJurisdiction 71=DerivativesDealer 72=Domicile 73=ExemptFromRecognition 74=Payer 75=Receiver 76=SystematicInternaliser 77=PublishingEntityIndicator 78=FirstName 79=Surname 80=DateOfBirth 81=OrderTransmittingFirm 82=OrderTransmittingFirmBuyer 83=OrderTransmitterSeller 84=LegalEntityIdentifier 85=SubSectorClassification 86=PartySide 87=LegalRegistrationCountry
808 1=PendingAccept 2=PendingRelease 3=PendingReversal 4=Accept 5=BlockLevelReject 6=AccountLevelReject
814 0=NoActionTaken 1=QueueFlushed 2=OverlayLast 3=EndSession
815 0=NoActionTaken 1=QueueFlushed 2=OverlayLast 3=EndSession
819 0=NoAveragePricing 1=Trade 2=LastTrade 3=NotionalValueAveragePxGroupTrade 4=AveragePricedTrade
826 0=AllocationNotRequired 1=AllocationRequired 2=UseAllocationProvidedWithTheTrade 3=AllocationGiveUpExecutor 4=AllocationFromExecutor 5=AllocationToClaimAccount 6=TradeSplit
827 0=ExpireOnTradingSessionClose 1=ExpireOnTradingSessionOpen 2=SpecifiedExpiration
828 0=RegularTrade 1=BlockTrade 2=Efp 3=Transfer 4=LateTrade 5=TTrade 6=WeightedAveragePriceTrade 7=BunchedTrade 8=LateBunchedTrade 9=PriorReferencePriceTrade 10=AfterHoursTrade 11=ExchangeForRisk 12=ExchangeForSwap 13=ExchangeOfFuturesFor 14=ExchangeOfOptionsForOptions 15=TradingAtSettlement 16=AllOrNone 17=FuturesLargeOrderExecution 18=ExchangeOfFuturesForFutures 19=OptionInterimTrade 20=OptionCabinetTrade 22=PrivatelyNegotiatedTrades 23=SubstitutionOfFuturesForForwards 48=NonStandardSettlement 49=DerivativeRelatedTransaction 50=PortfolioTrade 51=VolumeWeightedAverageTrade 52=ExchangeGrantedTrade 53=RepurchaseAgreement 54=Otc 55=ExchangeBasisFacility 56=OpeningTrade 57=NettedTrade 58=BlockSwapTrade 59=CreditEventTrade 60=SuccessionEventTrade 61=GiveUpGiveInTrade 62=DarkTrade 63=TechnicalTrade 64=Benchmark 65=PackageTrade 66=RollTrade 24=ErrorTrade 25=SpecialCumDividend 26=SpecialExDividend 27=SpecialCumCoupon 28=SpecialExCoupon 29=CashSettlement 30=SpecialPrice 31=GuaranteedDelivery 32=SpecialCumRights 33=SpecialExRights 34=SpecialCumCapitalRepayments 35=SpecialExCapitalRepayments 36=SpecialCumBonus 37=SpecialExBonus 38=LargeTrade 39=WorkedPrincipalTrade 40=BlockTrades 41=NameChange 42=PortfolioTransfer 43=ProrogationBuy 44=ProrogationSell 45=OptionExercise 46=DeltaNeutralTransaction 47=FinancingTransaction
829 0=Cmta 1=InternalTransferOrAdjustment 2=ExternalTransferOrTransferOfAccount 3=RejectForSubmittingSide 4=AdvisoryForContraSide 5=OffsetDueToAnAllocation 6=OnsetDueToAnAllocation 7=DifferentialSpread 8=ImpliedSpreadLegExecutedAgainstAnOutright 9=TransactionFromExercise 10=TransactionFromAssignment 11=Acats 33=OffHoursTrade 34=OnHoursTrade 35=OtcQuote 36=ConvertedSwap 40=WashTrade 41=TradeAtSettlement 42=AuctionTrade 43=TradeAtMarker 44=CreditDefault 45=CreditRestructuring 46=Merger 47=SpinOff 48=MultilateralCompression 50=Balancing 51=BasisTradeIndexClose 52=TradeAtCashOpen 53=TrdSubmitVenueClrSettl 54=BilateralCompression 14=Ai 15=B 16=K 17=Lc 18=M 19=N 20=Nm 21=Nr 22=P 23=Pa 24=Pc 25=Pn 26=R 27=Ro 28=Rt 29=Sw 30=T 31=Wn 32=Wt 37=CrossedTrade 38=InterimProtectedTrade 39=LargeInScale
835 0=Floating 1=Fixed
836 0=Price 1=BasisPoints 2=Ticks 3=PriceTier 4=Percentage
837 0=OrBetter 1=Strict 2=OrWorse
838 1=MoreAggressive 2=MorePassive
840 1=Local 2=National 3=Global 4=NationalExcludingLocal
841 0=Floating 1=Fixed
842 0=Price 1=BasisPoints 2=Ticks 3=PriceTier
843 0=OrBetter 1=Strict 2=OrWorse
844 1=MoreAggressive 2=MorePassive
846 1=Local 2=National 3=Global 4=NationalExcludingLocal
847 1=Vwap 2=Participate 3=MininizeMarketImpact
851 0=NeitherAddedNorRemovedLiquidity 1=AddedLiquidity 2=RemovedLiquidity 3=LiquidityRoutedOut 4=Auction 5=TriggeredStopOrder 6=TriggeredContingencyOrder 7=TriggeredMarketOrder 8=RemovedLiquidityAfterFirmOrderCommitment 9=AuctionExecutionAfterFirmOrderCommitment 10=Unknown 11=Other
853 0=DealerSoldShort 1=DealerSoldShortExempt 2=SellingCustomerSoldShort 3=SellingCustomerSoldShortExempt 4=QualifiedServiceRepresentative 5=QsrOrAguContraSideSoldShortExempt
854 0=Units 1=Contracts 2=UnitsOfMeasurePerTimeUnit
856 0=Submit 1=Alleged 2=Accept 3=Decline 4=Addendum 5=No 6=TradeReportCancel 7=LockedIn 8=Defaulted 9=InvalidCmta 10=Pended 11=AllegedNew 12=AllegedAddendum 13=AllegedNo 14=AllegedTradeReportCancel 15=AllegedTradeBreak 16=Verify 17=Dispute 18=NonMaterialUpdate
857 0=NotSpecified 1=ExplicitListProvided
865 1=Put 2=Call 3=Tender 4=SinkingFundCall 5=Activation 6=Inactiviation 7=LastEligibleTradeDate 8=SwapStartDate 9=SwapEndDate 10=SwapRollDate 11=SwapNextStartDate 12=SwapNextRollDate 13=FirstDeliveryDate 14=LastDeliveryDate 15=InitialInventoryDueDate 16=FinalInventoryDueDate 17=FirstIntentDate 18=LastIntentDate 19=PositionRemovalDate 20=MinimumNotice 21=DeliveryStartTime 22=DeliveryEndTime 23=FirstNoticeDate 24=LastNoticeDate 25=FirstExerciseDate 26=RedemptionDate 27=TrdCntntnEfctvDt 99=Other
871 1=Flat 2=ZeroCoupon 3=InterestBearing 4=NoPeriodicPayments 5=VariableRate 6=LessFeeForPut 7=SteppedCoupon 8=CouponPeriod 9=When 10=OriginalIssueDiscount 11=Callable 12=EscrowedToMaturity 13=EscrowedToRedemptionDate 14=PreRefunded 15=InDefault 16=Unrated 17=Taxable 18=Indexed 19=SubjectToAlternativeMinimumTax 20=OriginalIssueDiscountPrice 21=CallableBelowMaturityValue 22=CallableWithoutNotice 23=PriceTickRulesForSecurity 24=TradeTypeEligibilityDetailsForSecurity 25=InstrumentDenominator 26=InstrumentNumerator 27=InstrumentPricePrecision 28=InstrumentStrikePrice 29=TradeableIndicator 30=InstrumentEligibleAnonOrders 31=MinGuaranteedFillVolume 32=MinGuaranteedFillStatus 33=TradeAtSettlementEligibility 34=TestInstrument 35=DummyInstrument 36=NegativeSettlementPriceEligibility 37=NegativeStrikePriceEligibility 38=UsStdContractInd 39=AdmittedToTradingOnTradingVenue 40=AverageDailyNotionalAmount 41=AverageDailyNumberTrades 99=Text
875 1=Program3a3 2=Program42 3=Program3a2 4=Program3a3And3c7 5=Program3a4 6=Program3a5 7=Program3a7 8=Program3c7 99=Other
891 0=Absolute 1=PerUnit 2=Percentage
895 0=Initial 1=Scheduled 2=TimeWarning 3=MarginDeficiency 4=MarginExcess 5=ForwardCollateralDemand 6=EventOfDefault 7=AdverseTaxEvent 8=TransferDeposit 9=TransferWithdrawal 10=Pledge
896 0=TradeDate 1=GcInstrument 2=CollateralInstrument 3=SubstitutionEligible 4=NotAssigned 5=PartiallyAssigned 6=FullyAssigned 7=OutstandingTrades
903 0=New 1=Replace 2=Cancel 3=Release 4=Reverse
905 0=Received 1=Accepted 2=Declined 3=Rejected 4=TransactionPending 5=TransactionCompletedWithWarning
906 0=UnknownDeal 1=UnknownOrInvalidInstrument 2=UnauthorizedTransaction 3=InsufficientCollateral 4=InvalidTypeOfCollateral 5=ExcessiveSubstitution 99=Other
910 0=Unassigned 1=PartiallyAssigned 2=AssignmentProposed 3=Assigned 4=Challenged 5=Reused
919 0=VersusPayment 1=Free 2=TriParty 3=HoldInCustody 4=DeliverByValue
924 1=LogOnUser 2=LogOffUser 3=ChangePasswordForUser 4=RequestIndividualUserStatus 5=RequestThrottleLimit
926 1=LoggedIn 2=NotLoggedIn 3=UserNotRecognised 4=PasswordIncorrect 5=PasswordChanged 6=Other 7=ForcedUserLogoutByExchange 8=SessionShutdownWarning 9=ThrottleParametersChanged
928 1=Connected 2=NotConnectedUnexpected 3=NotConnectedExpected 4=InProcess
935 1=Snapshot 2=Subscribe 4=StopSubscribing 8=LevelOfDetail
937 1=Full 2=IncrementalUpdate
939 0=Accepted 1=Rejected 2=Cancelled 3=AcceptedWithErrors 4=PendingNew 5=PendingCancel 6=PendingReplace 7=Terminated 8=PendingVerification 9=DeemedVerified 10=Verified 11=Disputed
940 1=Received 2=ConfirmRejected 3=Affirmed
944 0=Retain 1=Add 2=Remove
945 0=Accepted 1=AcceptedWithWarnings 2=Completed 3=CompletedWithWarnings 4=Rejected
946 0=Successful 1=InvalidOrUnknownInstrument 2=InvalidOrUnknownCollateralType 3=InvalidParties 4=InvalidTransportTypeRequested 5=InvalidDestinationRequested 6=NoCollateralFoundForTheTradeSpecified 7=NoCollateralFoundForTheOrderSpecified 8=CollateralInquiryTypeNotSupported 9=UnauthorizedForCollateralInquiry 99=Other
959 1=Int 2=Length 3=NumInGroup 4=SeqNum 5=TagNum 6=Float 7=Qty 8=Price 9=PriceOffset 10=Amt 11=Percentage 12=Char 13=Boolean 14=String 15=MultipleCharValue 16=Currency 17=Exchange 18=MonthYear 19=UtcTimestamp 20=UtcTimeOnly 21=LocalMktDate 22=UtcDateOnly 23=Data 24=MultipleStringValue 25=Country 26=Language 27=TzTimeOnly 28=TzTimestamp 29=Tenor
965 1=Active 2=Inactive 3=ActiveClosingOrdersOnly 4=Expired 5=Delisted 6=KnockedOut 7=KnockOutRevoked 8=PendingExpiry 9=Suspended 10=Published 11=PendingDeletion
974 FIXED=Fixed DIFF=Diff
975 2=TPlus1 4=TPlus3 5=TPlus4
980 A=Add D=Delete M=Modify
982 1=AutoExercise 2=NonAutoExercise 3=FinalWillBeExercised 4=ContraryIntention 5=Difference
992 1=SubAllocate 2=ThirdPartyAllocation
996 Bcf=BillionCubicFeet CBM=CubicMeters GJ=Gigajoules kHR=HeatRate kWh=KilowattHours MHR=MegaHeatRate MMBtu=OneMillionBtu MWh=MegawattHours thm=Therms tnCO2=TonsOfCarbonDioxide MMbbl=MillionBarrels Alw=Allowances Bbl=Barrels BDFT=BoardFeet Bu=Bushels Ccy=Currency CDD=CoolingDegreeDay CER=CertifiedEmissionsReduction CPD=CriticalPrecipDay CRT=ClimateReserveTonnes cwt=Hundredweight day=Day dt=DryMetricTons EnvAllwnc=EnvAllwncCert EnvCrd=EnvironmentalCredit EnvOfst=EnvironmentalOffset g=Grams Gal=Gallons GT=GrossTons HDD=HeatingDegreeDay IPNT=IndexPoint kg=Kilograms kL=Kiloliters kW-a=KilowattYear kW-d=KilowattDay kW-h=KilowattHour kW-M=KilowattMonth kW-min=KilowattMinute L=Liters lbs=Pounds MW-a=MegawattYear MW-d=MegawattDay MW-h=MegawattHour MW-M=MegawattMonth MW-min=MegawattMinute oz_tr=TroyOunces PRINC=PrincipalWithRelationToDebtInstrument t=MetricTons tn=Tons a=Are ac=Acre cL=Centiliter cM=Centimeter DGE=DieselGallonEquivalent ft=Foot Gal_gb=GbGallon GGE=GasolineGallonEquivalent ha=Hectare in=Inch kM=Kilometer M=Meter mi=Mile mL=Milliliter mM=Millimeter oz=UsOunce pc=Piece pt=UsPint pt_gb=GbPint qt=UsQuart qt_gb=GbQuart SqcM=SquareCentimeter Sqft=SquareFoot Sqin=SquareInch SqkM=SquareKilometer SqM=SquareMeter Sqmi=SquareMile SqmM=SquareMillimeter Sqyd=SquareYard yd=Yard USD=UsDollars
997 H=Hour Min=Minute S=Second D=Day Wk=Week Mo=Month Yr=Year Q=Quarter
1002 1=Automatic 2=Guarantor 3=Manual 4=BrokerAssigned
1015 0=False 1=True
1021 1=TopOfBook 2=PriceDepth 3=OrderDepth
1024 0=Book 1=OffBook 2=Cross 3=QuoteDrivenMarket 4=DarkOrderBook 5=AuctionDrivenMarket 6=QuoteNegotiation 7=VoiceNegotiation 8=HybridMarket
1031 A=PhoneSimple B=PhoneComplex C=FcmProvidedScreen D=OtherProvidedScreen E=ClientProvidedPlatformControlledByFcm F=ClientProvidedPlatformDirectToExchange H=AlgoEngine J=PriceAtExecution W=DeskElectronic X=DeskPit Y=ClientElectronic Z=ClientPit ADD=AddOnOrder AON=AllOrNone CND=ConditionalOrder CNH=CashNotHeld CSH=DeliveryInstructionsCash DIR=DirectedOrder DLO=DiscretionaryLimitOrder E.W=ExchangeForPhysicalTransaction FOK=FillOrKill IDX=IntraDayCross IO=ImbalanceOnly IOC=ImmediateOrCancel ISO=IntermarketSweepOrder LOO=LimitOnOpen LOC=LimitOnClose MAO=MarketAtOpen MAC=MarketAtClose MOO=MarketOnOpen MOC=MarketOnClose MPT=MergerRelatedTransferPosition MQT=MinimumQuantity MTL=MarketToLimit ND=DeliveryInstructionsNextDay NH=NotHeld OPT=OptionsRelatedTransaction OVD=OverTheDay PEG=Pegged RSV=ReserveSizeOrder S.W=StopStockTransaction SCL=Scale SLR=DeliveryInstructionsSellersOption TMO=TimeOrder TS=TrailingStop WRK=Work F0=StayOnOfferside F3=GoAlong F6=ParticipateDoNotInitiate F7=StrictScale F8=TryToScale F9=StayOnBidside FA=NoCross FB=OkToCross FC=CallFirst FD=PercentOfVolume FH=ReinstateOnSystemFailure FI=InstitutionOnly FJ=ReinstateOnTradingHalt FK=CancelOnTradingHalf FL=LastPeg FM=MidPricePeg FN=NonNegotiable FO=OpeningPeg FP=MarketPeg FQ=CancelOnSystemFailure FR=PrimaryPeg FS=Suspend FT=FixedPegToLocalBbo FW=PegToVwap FX=TradeAlong FY=TryToStop FZ=CancelIfNotBest Fb=StrictLimit Fc=IgnorePriceValidityChecks Fd=PegToLimitPrice Fe=WorkToTargetStrategy G=GOrderAndFcmapIorFix
1032 1=Finraoats 2=FiaExecutionSourceCode
1033 A=Agency AR=Arbitrage B=BlockTrading C=ConvertibleDesk CR=CentralRiskBooks D=Derivatives EC=EquityCapitalMarkets IN=International IS=Institutional O=Other PF=PreferredTrading PR=Proprietary PT=ProgramTrading S=Sales SW=Swaps T=TradingDeskSystem TR=Treasury FB=FloorBroker
1034 1=Finraoats
1035 ADD=AddOnOrder AON=AllOrNone CNH=CashNotHeld DIR=DirectedOrder E.W=ExchangeForPhysicalTransaction FOK=FillOrKill IO=ImbalanceOnly IOC=ImmediateOrCancel LOO=LimitOnOpen LOC=LimitOnClose MAO=MarketAtOpen MAC=MarketAtClose MOO=MarketOnOpen MOC=MarketOnClose MQT=MinimumQuantity NH=NotHeld OVD=OverTheDay PEG=Pegged RSV=ReserveSizeOrder S.W=StopStockTransaction SCL=Scale TMO=TimeOrder TS=TrailingStop WRK=Work
1036 0=Received 1=Accepted 2=DontKnow
1043 0=SpecificDeposit 1=General
1046 D=Divide M=Multiply
1047 O=Open C=Close R=Rolled F=Fifo
1048 A=Agent P=Principal R=RisklessPrincipal
1049 P=ProRata R=Random
1070 0=Indicative 1=Tradeable 2=RestrictedTradeable 3=Counter 4=IndicativeAndTradeable
1081 0=SecondaryOrderId 1=OrderId 2=MdEntryId 3=QuoteEntryId 4=OriginalOrderId 5=QuoteId 6=QuoteReqId 7=PreviousOrderIdentifier 8=PreviousQuoteIdentifier 9=ParentOrderIdentifier A=ManualOrderIdentifier
1083 1=Immediate 2=Exhaust
1084 1=Initial 2=New 3=Random 4=Undisclosed
1092 0=None 1=Local 2=National 3=Global
1093 1=OddLot 2=RoundLot 3=BlockLot 4=RoundLotBasedUpon
1094 1=LastPeg 2=MidPricePeg 3=OpeningPeg 4=MarketPeg 5=PrimaryPeg 7=PegToVwap 8=TrailingStopPeg 9=PegToLimitPrice 10=ShortSaleMinPricePeg 6=FixedPegToLocalBestBidOrOfferAtTimeOfOrder
1100 1=PartialExecution 2=SpecifiedTradingSession 3=NextAuction 4=PriceMovement 5=OnOrderEntryOrModification
1101 1=Activate 2=Modify 3=Cancel
1107 1=BestOffer 2=LastTrade 3=BestBid 4=BestBidOrLastTrade 5=BestOfferOrLastTrade 6=BestMid
1108 0=None 1=Local 2=National 3=Global
1109 U=Up D=Down
1111 1=Market 2=Limit
1115 1=Order 2=Quote 3=PrivatelyNegotiatedTrade 4=MultilegOrder 5=LinkedOrder 6=QuoteRequest 7=ImpliedOrder 8=CrossOrder 9=StreamingPrice A=InternalCrossOrder
1123 0=TradeConfirmation 1=TwoPartyReport 2=OnePartyReportForMatching 3=OnePartyReportForPassThrough 4=AutomatedFloorOrderRouting 5=TwoPartyReportForClaim 6=OnePartyReport 7=ThirdPtyRptForPassThrough 8=OnePartyReportAutoMatch
1128 0=Fix27 1=Fix30 2=Fix40 3=Fix41 4=Fix42 5=Fix43 6=Fix44 7=Fix50 8=Fix50Sp1 9=Fix50Sp2 10=FixLatest
1133 B=Bic C=GeneralIdentifier D=Proprietary E=IsoCountryCode G=Mic
1144 0=NotImplied 1=ImpliedIn 2=ImpliedOut 3=BothImpliedInAndImpliedOut
1159 1=Preliminary 2=Final
1162 C=Cancel N=New R=Replace T=Restate
1164 1=InstructionsOfBroker 2=InstructionsForInstitution 3=Investor 4=BuyersSettlementInstructions 5=SellersSettlementInstructions
1167 0=Accepted 5=Rejected 6=RemovedFromMarket 7=Expired 12=LockedMarketWarning 13=CrossMarketWarning 14=CanceledDueToLockMarket 15=CanceledDueToCrossMarket 16=Active
1172 1=AllMarketParticipants 2=SpecifiedMarketParticipants 3=AllMarketMakers 4=PrimaryMarketMaker
1174 1=OrderImbalance 2=TradingResumes 3=PriceVolatilityInterruption 4=ChangeOfTradingSession 5=ChangeOfTradingSubsession 6=ChangeOfSecurityTradingStatus 7=ChangeOfBookType 8=ChangeOfMarketDepth 9=CorporateAction
1176 1=ExchangeLast 2=High 3=AveragePrice 4=Turnover
1178 1=Customer 2=CustomerProfessional 3=DoNotTradeThrough
1193 C=CashSettlementRequired P=PhysicalSettlementRequired E=Election
1194 0=European 1=American 2=Bermuda 99=Other
1196 STD=Standard INX=Index INT=InterestRateIndex PCTPAR=PercentOfPar
1197 EQTY=PremiumStyle FUT=FuturesStyleMarkToMarket FUTDA=FuturesStyleWithAnAttachedCashAdjustment CDS=CdsStyleCollateralization CDSD=CdsInDeliveryUseRecoveryRateToCalculate
1198 0=PreListedOnly 1=UserRequested
1209 0=RegularTrading 1=VariableCabinet 2=FixedCabinet 3=TradedAsASpreadLeg 4=SettledAsASpreadLeg 5=TradedAsSpread
1302 0=Months 1=Days 2=Weeks 3=Years
1303 0=YearMonthOnly 1=YearMonthDay 2=YearMonthWeek
1306 0=Price 1=Ticks 2=Percentage
1324 A=Add D=Delete M=Modify S=Snapshot
1347 0=Retransmission 1=Subscription 2=RequestLastSeqNum 3=RequestApplications 4=Unsubscribe 5=CancelRetransmission 6=CancelRetransmissionUnsubscribe
1348 0=RequestSuccessfullyProcessed 1=ApplicationDoesNotExist 2=MessagesNotAvailable
1354 0=ApplicationDoesNotExist 1=MessagesRequestedAreNotAvailable 2=UserNotAuthorizedForApplication
1368 0=TradingResumes 1=ChangeOfTradingSession 2=ChangeOfTradingSubsession 3=ChangeOfTradingStatus
1373 1=SuspendOrders 2=ReleaseOrdersFromSuspension 3=CancelOrders
1374 1=AllOrdersForASecurity 2=AllOrdersForAnUnderlyingSecurity 3=AllOrdersForAProduct 4=AllOrdersForAcfiCode 5=AllOrdersForASecurityType 6=AllOrdersForATradingSession 7=AllOrders 8=AllOrdersForAMarket 9=AllOrdersForAMarketSegment 10=AllOrdersForASecurityGroup 11=CancelForSecurityIssuer 12=CancelForIssuerOfUnderlyingSecurity
1375 0=Rejected 1=Accepted 2=Completed
1376 0=MassActionNotSupported 1=InvalidOrUnknownSecurity 2=InvalidOrUnknownUnderlyingSecurity 3=InvalidOrUnknownProduct 4=InvalidOrUnknownCfiCode 5=InvalidOrUnknownSecurityType 6=InvalidOrUnknownTradingSession 7=InvalidOrUnknownMarket 8=InvalidOrUnknownMarketSegment 9=InvalidOrUnknownSecurityGroup 10=InvalidOrUnknownSecurityIssuer 11=InvalidOrUnknownIssuerOfUnderlyingSecurity 99=Other
1377 0=PredefinedMultilegSecurity 1=UserDefinedMultilegSecurity 2=UserDefined
1378 0=NetPrice 1=ReversedNetPrice 2=YieldDifference 3=Individual 4=ContractWeightedAveragePrice 5=MultipliedPrice
1385 1=OneCancelsTheOther 2=OneTriggersTheOther 3=OneUpdatesTheOtherAbsolute 4=OneUpdatesTheOtherProportional 5=BidAndOffer 6=BidAndOfferOco
1386 0=BrokerCredit 2=ExchangeClosed 4=TooLateToEnter 5=UnknownOrder 6=DuplicateOrder 11=UnsupportedOrderCharacteristic 99=Other
1390 0=DoNotPublishTrade 1=PublishTrade 2=DeferredPublication 3=Published
1395 A=Add D=Delete M=Modify
1409 0=SessionActive 1=SessionPasswordChanged 2=SessionPasswordDueToExpire 3=NewSessionPasswordDoesNotComplyWithPolicy 4=SessionLogoutComplete 5=InvalidUsernameOrPassword 6=AccountLocked 7=LogonsAreNotAllowedAtThisTime 8=PasswordExpired 9=ReceivedMsgSeqNumTooLow 10=ReceivedNextExpectedMsgSeqNumTooHigh
1426 0=ApplSeqNumReset 1=LastMessageSent 2=ApplicationAlive 3=ResendComplete
1429 0=Seconds 1=TenthsOfASecond 2=HundredthsOfASecond 3=Milliseconds 4=Microseconds 5=Nanoseconds 10=Minutes 11=Hours 12=Days 13=Weeks 14=Months 15=Years
1430 E=Electronic P=Pit X=ExPit C=ClearingHouse R=RegisteredMarket O=OffMarket B=CentralLimitOrderBook Q=QuoteDrivenMarket D=DarkOrderBook A=AuctionDrivenMarket N=QuoteNegotiation V=VoiceNegotiation H=HybridMarket z=OtherMarket
1431 0=GtcFromPreviousDay 1=PartialFillRemaining 2=OrderChanged
1432 1=MemberTradingForTheirOwnAccount 2=ClearingFirmTradingForItsProprietaryAccount 3=MemberTradingForAnotherMember 4=AllOther
1434 0=UtilityProvidedStandardModel 1=ProprietaryModel
1435 0=Shares 1=Hours 2=Days
1439 0=NercEasternOffPeak 1=NercWesternOffPeak 2=NercCalendarAllDaysInMonth 3=NercEasternPeak 4=NercWesternPeak 5=AllTimes 6=OnPeak 7=OffPeak 8=Base 9=Block 99=Other
1446 0=Bloomberg 1=Reuters 2=Telerate 3=IsdaRateOption 99=Other
1447 0=Primary 1=Secondary
1449 FR=FullRestructuring MR=ModifiedRestructuring MM=ModifiedModRestructuring XR=NoRestructuringSpecified
1450 SD=SeniorSecured SR=Senior SB=Subordinated JR=Junior MZ=Mezzanine SN=SeniorNonPreferred
1470 1=IndustryClassification 2=TradingList 3=Market 4=NewspaperList
1471 1=Icb 2=Naics 3=Gics
1473 0=CompanyNews 1=MarketplaceNews 2=FinancialMarketNews 3=TechnicalNews 99=OtherNews
1477 0=Replacement 1=OtherLanguage 2=Complimentary 3=Withdrawal
1478 1=FixedStrike 2=StrikeSetAtExpiration 3=StrikeSetToAverageAcrossLife 4=StrikeSetToOptimalValue
1479 1=LessThan 2=LessThanOrEqual 3=Equal 4=GreaterThanOrEqual 5=GreaterThan
1481 1=Regular 2=SpecialReference 3=OptimalValue 4=AverageValue
1482 1=Vanilla 2=Capped 3=Binary 4=Asian 5=Barrier 6=DigitalBarrier 7=Lookback 8=OtherPathDependent 99=Other
1484 1=Capped 2=Trigger 3=KnockInUp 4=KnockInDown 5=KnockOutUp 6=KnockOutDown 7=Underlying 8=ResetBarrier 9=RollingBarrier 10=OneTouch 11=NoTouch 12=DblOneTouch 13=DblNoTouch 14=FxComposite 15=FxQuanto 16=FxCrssCcy 17=StrkSpread 18=ClndrSpread 19=PxObsvtn 20=PassThrough 21=StrkSched 22=EquityValuation 23=DividendValuation
1487 1=LessThanComplexEventPrice 2=LessThanOrEqualToComplexEventPrice 3=EqualToComplexEventPrice 4=GreaterThanOrEqualToComplexEventPrice 5=GreaterThanComplexEventPrice
1489 1=Expiration 2=Immediate 3=SpecifiedDate 4=Close 5=Open 6=OfficialSettlPrice 7=DerivativesClose 8=AsSpecifiedMasterConfirmation
1490 1=And 2=Or
1498 1=StreamAssignmentForNewCustomer 2=StreamAssignmentForExistingCustomer
1502 0=UnknownClient 1=ExceedsMaximumSize 2=UnknownOrInvalidCurrencyPair 3=NoAvailableStream 99=Other
1503 0=AssignmentAccepted 1=AssignmentRejected
1511 0=ValidRequest 1=InvalidOrUnsupportedRequest 2=NoDataFound 3=NotAuthorized 4=DataTemporarilyUnavailable 5=RequestForDataNotSupported 99=Other
1515 0=IsAlso 1=ClearsFor 2=ClearsThrough 3=TradesFor 4=TradesThrough 5=Sponsors 6=SponsoredThrough 7=ProvidesGuaranteeFor 8=IsGuaranteedBy 9=MemberOf 10=HasMembers 11=ProvidesMarketplaceFor 12=ParticipantOfMarketplace 13=CarriesPositionsFor 14=PostsTradesTo 15=EntersTradesFor 16=EntersTradesThrough 17=ProvidesQuotesTo 18=RequestsQuotesFrom 19=InvestsFor 20=InvestsThrough 21=BrokersTradesFor 22=BrokersTradesThrough 23=ProvidesTradingServicesFor 24=UsesTradingServicesOf 25=ApprovesOf 26=ApprovedBy 27=ParentFirmFor 28=SubsidiaryOf 29=RegulatoryOwnerOf 30=OwnedByRegulatory 31=Controls 32=IsControlledBy 33=LegalOwnerOf 34=OwnedByLegal 35=BeneficialOwnerOf 36=OwnedByBeneficial 37=SettlesFor 38=SettlesThrough
1523 0=Accepted 1=Rejected 2=Received
1530 0=CreditLimit 1=GrossLimit 2=NetLimit 3=Exposure 4=LongLimit 5=ShortLimit 6=CashMargin 7=AdditionalMargin 8=TotalMargin 9=LimitConsumed 10=ClipSize 11=MaxNotionalOrderSize 12=Dv01Pv01Limit 13=Cs01Limit 14=VolumeLimitPerTimePeriod 15=VolFilledPctOrdVolTmPeriod 16=NotlFilledPctNotlTmPeriod 17=TransactionExecutionLimitPerTimePeriod
1535 1=Include 2=Exclude
1575 AMTZ=Amortizing COMP=Compounding CNST=ConstantNotionalSchedule ACRT=AccretingNotionalSchedule CUST=CustomNotionalSchedule
1583 0=Fee 1=CreditControls 2=Margin 3=EntitlementOrEligibility 4=MarketData 5=AccountSelection 6=DeliveryProcess 7=Sector
1585 0=OptionsSettlement 1=PendingErosionAdjustment 2=FinalErosionAdjustment 3=TearUpCouponAmount 4=PriceAlignmentInterest 5=DeliveryInvoiceCharges 6=DeliveryStorageCharges
1598 0=TradeClearingAtExecutionPrice 1=TradeClearingAtAlternateClearingPrice
1607 1=InvalidInstrumentRequested 2=InstrumentAlreadyExists 3=RequestTypeNotSupported 4=SystemUnavailableForInstrumentCreation 5=IneligibleInstrumentGroup 6=InstrumentIdUnavailable 7=InvalidOrMissingDataOnOptionLeg 8=InvalidOrMissingDataOnFutureLeg 10=InvalidOrMissingDataOnFxLeg 11=InvalidLegPriceSpecified 12=InvalidInstrumentStructureSpecified
1609 0=ThrottleLimitNotExceededNotQueued 1=QueuedDueToThrottleLimitExceeded
1611 0=QueueInbound 1=QueueOutbound 2=Reject 3=Disconnect 4=Warning
1612 0=InboundRate 1=OutstandingRequests
1617 1=Assignment 2=Rejected 3=Terminate
1625 1=Match 2=DoNotMatch
1628 0=ThisOrder 1=OtherOrder 2=AllOtherOrdersForGivenSecurity 3=AllOtherOrdersForGivenSecurityAndPrice 4=AllOtherOrdersForGivenSecurityAndSide 5=AllOtherOrdersForGivenSecurityPriceAndSide
1631 0=CreditLimit 1=GrossPositionLimit 2=NetPositionLimit 3=RiskExposureLimit 4=LongPositionLimit 5=ShortPositionLimit
1637 0=Summary 1=Detail 2=ExcessDeficit 3=NetPosition
1638 0=Summary 1=Detail 2=ExcessDeficit
1641 0=Successful 1=InvalidOrUnknownInstrument 2=InvalidOrUnknownMarginClass 3=InvalidParties 4=InvalidTransportTypeReq 5=InvalidDestinationReq 6=NoMarginReqFound 7=MarginReqInquiryQualifierNotSupported 8=UnauthorizedForMarginReqInquiry 99=Other
1644 1=AdditionalMargin 2=AdjustedMargin 3=UnadjustedMargin 4=BinaryAddOnAmount 5=CashBalanceAmount 6=ConcentrationMargin 7=CoreMargin 8=DeliveryMargin 9=DiscretionaryMargin 10=FuturesSpreadMargin 11=InitialMargin 12=LiquidatingMargin 13=MarginCallAmount 14=MarginDeficitAmount 15=MarginExcessAmount 16=OptionPremiumAmount 17=PremiumMargin 18=ReserveMargin 19=SecurityCollateralAmount 20=StressTestAddOnAmount 21=SuperMargin 22=TotalMargin 23=VariationMargin 24=SecondaryVariationMargin 25=RolledUpMarginDeficit 26=SpreadResponseMargin 27=SystemicRiskMargin 28=CurveRiskMargin 29=IndexSpreadRiskMargin 30=SectorRiskMargin 31=JumpToDefaultRiskMargin 32=BasisRiskMargin 33=InterestRateRiskMargin 34=JumpToHealthRiskMargin 35=OtherRiskMargin
1648 1=HedgesForInstrument 2=Underlier 3=EquityEquivalent 4=NearestExchangeTradedContract 5=RetailEquivalent 6=Leg
1655 0=NoParticipation 1=BuyParticipation 2=SellParticipation 3=BothBuyAndSellParticipation
1672 0=Active 1=Suspended 2=Halted
1674 23=FirmOrLegalEntity 18=Current 19=New 24=NaturalPerson 0=Agency 1=Principal 2=RisklessPrincipal 30=ExchangeOrderSubmitter 9=PrimaryTrdRepository 10=OrigTrdRepository 11=AddtnlIntlTrdRepository 12=AddtnlDomesticTrdRepository 25=RegularTrader 26=HeadTrader 27=Supervisor 22=Algorithm 13=RelatedExchange 14=OptionsExchange 15=SpecifiedExchange 16=ConstituentExchange 7=Bank 8=Hub 28=TriParty 29=Lender 3=GeneralClearingMember 4=IndividualClearingMember 5=PreferredMarketMaker 6=DirectedMarketMaker 20=DesignatedSponsor 21=Specialist 17=ExemptFromTradeReporting
1685 0=RejectIfThrottleLimitExceeded 1=QueueIfThrottleLimitExceeded
1686 0=OutstandingRequestsUnchanged 1=OutstandingRequestsDecreased
1687 0=NoRestrictions 1=SecurityNotShortable 2=SecurityNotShortableAtOrBelowBestBid 3=SecurityNotShortableWithoutPreBorrow
1688 0=ExemptionReasonUnknown 1=IncomingSse 2=AboveNationalBestBid 3=DelayedDelivery 4=OddLot 5=DomesticArbitrage 6=InternationalArbitrage 7=UnderwriterOrSyndicateDistribution 8=RisklessPrincipal 9=Vwap
1724 1=OrderReceivedFromCustomer 2=OrderReceivedFromWithinFirm 3=OrderReceivedFromAnotherBrokerDealer 4=OrderReceivedFromCustomerOrWithFirm 5=OrderReceivedFromDirectAccessCustomer 6=OrderReceivedFromForeignDealerEquivalent 7=OrderReceivedFromExecutionOnlyService
1735 0=Rollup 1=DoNotRollUp
1738 0=Completed 1=Refused 2=Cancelled
1739 0=Bond 1=ConvertBond 2=Mortgage 3=Loan
1740 0=PercentPar 1=DealSpread 2=UpfrontPnts 3=UpfrontAmt 4=ParUpfrontAmt 5=SpreadUpfrontAmt 6=UpfrontPntsAmt
1741 1=Percentage 3=FixedAmount
1744 0=NoApplRecoveryNeeded 1=ApplRecoveryNeeded
1760 1=Definitions 2=Utilization 3=DefinitionsAndUtilizations
1761 0=Successful 1=InvalidParty 2=InvalidRelatedParty 3=InvalidRiskLimitType 4=InvalidRiskLimitId 5=InvalidRiskLimitAmount 6=InvalidRiskWarningLevelAction 7=InvalidRiskInstrumentScope 8=RiskLimitActionsNotSupported 9=WarningLevelsNotSupported 10=WarningLevelActionsNotSupported 11=RiskInstrumentScopeNotSupported 12=RiskLimitNotApprovedForParty 13=RiskLimitAlreadyDefinedForParty 14=InstrumentNotApprovedForParty 98=NotAuthorized 99=Other
1767 0=QueueInbound 1=QueueOutbound 2=Reject 3=Disconnect 4=Warning 5=PingCreditCheckWithRevalidation 6=PingCreditCheckNoRevalidation 7=PushCreditCheckWithRevalidation 8=PushCreditCheckNoRevalidation 9=Suspend 10=HaltTrading
1775 0=Trade 1=MakeMarkets 2=HoldPositions 3=PerformGiveUps 4=SubmitIoIs 5=SubscribeMarketData 6=ShortWithPreBorrow 7=SubmitQuoteRequests 8=RespondToQuoteRequests
1779 29=Tenor 32=Pattern 33=Reserved100Plus 34=Reserved1000Plus 35=Reserved4000Plus 14=String 15=MultipleCharValue 16=Currency 17=Exchange 18=MonthYear 19=UtcTimestamp 20=UtcTimeOnly 21=LocalMktDate 22=UtcDateOnly 23=Data 24=MultipleStringValue 25=Country 26=Language 27=TzTimeOnly 28=TzTimestamp 31=XmlData 12=Char 13=Boolean 6=Float 7=Qty 8=Price 9=PriceOffset 10=Amt 11=Percentage 1=Int 2=Length 3=NumInGroup 4=SeqNum 5=TagNum 30=DayOfMonth
1785 0=Automatic 1=Manual
1786 0=NumberOfUnits 1=NumberOfRoundLots
1796 1=Added 2=Modified 3=Deleted 4=PartiallyFilled 5=Filled 6=Suspended 7=Released 8=Restated 9=Locked 10=Triggered 11=Activated
1798 1=AddOrderRequest 2=ModifyOrderRequest 3=DeleteOrderRequest 4=OrderEnteredOob 5=OrderModifiedOob 6=OrderDeletedOob 7=OrderActivatedOrTriggered 8=OrderExpired 9=ReserveOrderRefreshed 10=AwayMarketBetter 11=CorporateAction 12=StartOfDay 13=EndOfDay
1803 0=None 1=BlockOrderAuction 2=DirectedOrderAuction 3=ExposureOrderAuction 4=FlashOrderAuction 5=FacilitationOrderAuction 6=SolicitationOrderAuction 7=PriceImprovementMechanism 8=DirectedOrderPriceImprovementMechanism
1805 0=AutomatedAuctionPermitted 1=AutomatedAuctionNotPermitted
1807 0=NotLocked 1=AwayMarketNetter 2=ThreeTickLocked 3=LockedByMarketMaker 4=DirectedOrderLock 5=MultilegLock 6=MarketOrderLock 7=PreAssignmentLock
1810 1=Iso 2=NoAwayMarketBetterCheck
1813 1=Volume 2=Price 3=Side 4=Aon 5=General 6=ClearingAccount 7=CmtaAccount
1814 0=No 1=Yes 2=UseDefaultSetting
1815 1=Customer 2=CustomerProfessional 3=BrokerDealer 4=CustomerBrokerDealer 5=Principal 6=MarketMaker 7=AwayMarketMaker 8=SystematicInternaliser
1816 1=Customer 2=Firm 3=MarketMaker
1821 1=NbBid 2=NbOffer
1822 1=Once 2=Multiple
1823 0=NotTriggered 1=Triggered 2=StopOrderTriggered 3=OcoOrderTriggered 4=OtoOrderTriggered 5=OuoOrderTriggered
1827 H=Hour Min=Minute S=Second D=Day Wk=Week Mo=Month Yr=Year
1832 0=NotCleared 1=Cleared 2=Submitted 3=Rejected
1833 0=TwoComponentIntercommoditySpread 1=IndexOrBasket 2=TwoComponentLocationBasis 99=Other
1834 0=Principal 1=Agent 2=Customer 3=Counterparty
1839 0=SpecialCumDividend 1=SpecialCumRights 2=SpecialExDividend 3=SpecialExRights 4=SpecialCumCoupon 5=SpecialCumCapitalRepayments 6=SpecialExCoupon 7=SpecialExCapitalRepayments 8=CashSettlement 9=SpecialCumBonus 10=SpecialPrice 11=SpecialExBonus 12=GuaranteedDelivery 13=SpecialDividend 14=PriceImprovement 15=NonPriceFormingTrade 16=TradeExemptedFromTradingObligation 17=PricePending 18=PriceNotApplicable
1840 0=PendingClear 1=Claimed 2=Cleared 3=Rejected
1842 0=ClearedQuantity 1=LongSideClaimedQuantity 2=ShortSideClaimedQuantity 3=LongSideRejectedQuantity 4=ShortSideRejectedQuantity 5=PendingQuantity 6=TransactionQuantity 7=RemainingQuantity 8=PreviousRemainingQuantity
1848 0=Add 1=DoNotAdd
1849 0=Offset 1=Onset
1853 0=NoAvgPricing 1=TradeIsPartAvgPriceGrp 2=LastTradeIsPartAvgPriceGrp
1857 0=NonFixSource 1=TradeId 2=SecondaryTradeId 3=TradeReportId 4=FirmTradeId 5=SecondaryFirmTradeId 6=RegulatoryTradeId
1863 1=PosMaintRptId 2=TransferId 3=PositionEntityId
1865 0=ReceivedNotYetProcessed 1=Accepted 2=Rejected
1869 1=PriceCheck 2=NotionalValueCheck 3=QuantityCheck
1870 0=DoNotCheck 1=Check 2=BestEffort
1877 0=Successful 1=InvalidParty 2=InvalidRelatedParty 3=InvalidPartyStatus 98=NotAuthorized 99=Other
1878 0=Accepted 1=AcceptedWithChanges 2=Rejected 3=AcceptancePending
1879 0=Accepted 1=AcceptedWithChanges 2=Rejected
1881 0=Successful 1=InvalidParty 2=InvalidRelatedParty 3=InvalidEntitlementType 4=InvalidEntitlementId 5=InvalidEntitlementAttribute 6=InvalidInstrumentScope 7=InvalidMarketSegmentScope 8=InvalidStartDate 9=InvalidEndDate 10=InstrumentScopeNotSupported 11=MarketSegmentScopeNotSupported 12=EntitlementNotApprovedForParty 13=EntitlementAlreadyDefinedForParty 14=InstrumentNotApprovedForParty 98=NotAuthorized 99=Other
1883 0=Accepted 1=AcceptedWithChanges 2=Rejected 3=Pending 4=Requested 5=Deferred
1896 0=ReceivedNotProcessed 1=Accepted 2=Rejected
1897 0=Successful 1=InvalidPartyInformation 2=UnknownInstrument 3=Unauthorized 4=InvalidTradeType 99=Other
1904 0=InitialBlockTrade 1=Allocation 2=Clearing 3=Compression 4=Novation 5=Termination 6=PostTrdVal
1905 1=UniqueTransactionIdentifier
1906 0=Current 1=Previous 2=Block 3=Related 4=ClearedBlockTrade 5=TradingVenueTransactionIdentifier
1923 0=Amount 1=Percentage
1924 0=DoNotIntendToClear 1=IntendToClear
1927 0=NonElectronic 1=Electronic 2=Unconfirmed
1931 0=NonElectronic 1=Electronic
1932 0=NoException 1=Exception 2=EndUserException 3=InterAffiliateException 4=TreasuryAffiliateException 5=CooperativeException
1933 PAY=Pay RCV=Rcv NA=Na
1934 0=Rt 1=Pet 2=Snapshot 3=Confirmation 4=Rtpet 5=PetConfirmation 6=RtpetConfirmation 7=PostTrade 8=Verification 9=PstTrdEvnt 10=PstTrdEvntRtReportable 11=Lmtf 12=Datf 13=Volo 14=Fwaf 15=Idaf 16=Volw 17=Fulf 18=Fula 19=Fulv 20=Fulj 21=Coaf 22=Order 23=ChildOrder 24=OrderRoute 25=Trade 26=Quote 27=Supplement 28=NewTransaction 29=TransactionCorrection 30=TransactionModification 31=CollateralUpdate 32=MarginUpdate 33=TransactionReportedInError 34=TerminationEarlyTermination
1936 0=Uncollateralized 1=PartiallyCollateralized 2=OneWayCollaterallization 3=FullyCollateralized 4=NetExposure
1937 0=Novation 1=PartialNovation 2=TradeUnwind 3=PartialTradeUnwind 4=Exercise 5=Netting 6=FullNetting 7=PartialNetting 8=Amendment 9=Increase 10=CreditEvent 11=StrategicRestructuring 12=SuccessionEventReorganization 13=SuccessionEventRenaming 14=Porting 15=Withdrawl 16=Void 17=AccountTransfer 18=GiveUp 19=TakeUp 20=AveragePricing 21=Reversal 22=AllocTrdPosting 23=Cascade 24=Delivery 25=OptionAsgn 26=Expiration 27=Maturity 28=EqualPosAdj 29=UnequalPosAdj 30=Correction 31=EarlyTermination 32=Rerate 99=Other
1938 1=InterestRate 2=Currency 3=Credit 4=Equity 5=Commodity 6=Other 7=Cash 8=Debt 9=Fund 10=LoanFacility 11=Index
1939 13=Metals 14=Bullion 15=Energy 16=CommodityIndex 17=Agricultural 18=Environmental 19=Freight 41=Fertilizer 42=IndustrialProduct 43=Inflation 44=Paper 45=Polypropylene 46=OfficialEconomicStatistics 4=SingleName 5=CreditIndex 6=IndexTranche 7=CreditBasket 3=Basket 38=FxCrossRates 39=FxEmergingMarkets 40=FxMajors 20=Government 21=Agency 22=Corporate 23=Financing 24=MoneyMarket 25=Mortgage 26=Municipal 9=Common 10=Preferred 11=EquityIndex 12=EquityBasket 34=DividendIndex 35=StockDividend 36=ExchangeTradedFund 37=VolatilityIndex 27=MutualFund 28=CollectiveInvestmentVehicle 29=InvestmentProgram 30=SpecializedAccountProgram 1=SingleCurrency 2=CrossCurrency 31=TermLoan 32=BridgeLoan 33=LetterOfCredit 8=Exotic 47=OtherC10 48=Other
1941 BS=BasisSwap IX=IndexSwap BB=BroadBasedSecuritySwap SK=BasketSwap
1946 0=Zero 1=FixedRate 2=FloatingRate 3=Structured
1949 D=Day Wk=Week Mo=Month Yr=Year H=Hour Min=Minute S=Second T=Term
1950 0=OneOne 1=ThirtyThreeSixtyUs 2=ThirtyThreeSixtySia 3=ThirtyThreeSixtyM 4=ThirtyEThreeSixty 5=ThirtyEThreeSixtyIsda 6=ActThreeSixty 7=ActThreeSixtyFiveFixed 8=ActActAfb 9=ActActIcma 10=ActActIsmaUltimo 11=ActActIsda 12=BusTwoFiftyTwo 13=ThirtyEPlusThreeSixty 14=ActThreeSixtyFiveL 15=NlThreeSixtyFive 16=NlThreeSixty 17=Act364 18=ThirtyThreeSixtyFive 19=ThirtyActual 20=ThirtyThreeSixtyIcma 21=ThirtyETwoThreeSixty 22=ThirtyEThreeThreeSixty 99=Other
1954 0=Unknown 1=FirstLien 2=SecondLien 3=ThirdLien
1955 0=BridgeLoan 1=LetterOfCredit 2=RevolvingLoan 3=SwinglineFunding 4=TermLoan 5=TradeClaim
1956 1=Asian 2=AustralianNewZealand 3=EuropeanEmergingMarkets 4=Japanese 5=NorthAmericanHighYield 6=NorthAmericanInsurance 7=NorthAmericanInvestmentGrade 8=Singaporean 9=WesternEuropean 10=WesternEuropeanInsurance
1980 0=BlockToBeAllocated 1=BlockNotToBeAllocated 2=AllocatedTrade
2012 0=Bond 1=ConvertibleBond 2=Mortgage 3=Loan
2109 0=Base64 1=RawBinary
2115 0=AutoSpot 1=NegotiatedSpot 2=PhoneSpot
2121 0=Close 1=Open 2=OfficialSettl 3=ValuationTime 4=ExcahgneSettlTime 5=DerivativesClose 6=AsSpecified
2126 0=Currency1PerCurrency2 1=Currency2PerCurrency1
2134 0=SellerNotifies 1=BuyerNotifies 2=SellerOrBuyerNotifies
2141 STD=Straddle STG=Strangle BF=Butterfly CNDR=Condor CISN=CallableInversibleSnowball OTHER=Other
2143 1=Negotiation 2=Cancellation
2210 1=Financials 2=Commodities 3=AlternativeInvestments
2316 0=Accepted 1=Rejected
2317 0=UnkRiskLmtRprtId 1=UnkPty 99=Other
2320 0=New 1=Cancel 2=Replace
2321 0=Submit 1=LimitConsumed
2323 0=AllOrNone 1=Partial
2325 0=Approved 1=PartiallyApproved 2=Rejected 3=ApprovalPending 4=Cancelled
2326 0=Successful 1=InvalidParty 2=ReqExceedsCreditLimit 3=ReqExceedsClipSizeLimit 4=ReqExceedsMaxNotional 99=Other
2329 0=Suspend 1=HaltTrading 2=Reinstate
2332 0=Accepted 1=Completed 2=Rejected
2333 0=InvalidParty 1=UnkReqParty 98=NotAuthorized 99=Other
2335 0=RiskLimitRequestId 1=RiskLimitCheckId 3=OutOfBandId
2339 0=None 1=PlusOneModel 2=PingModel 3=PushModel
2343 0=Accepted 1=Rejected 2=ClaimRequired 3=PreDefinedLimitCheckSucceeded 4=PreDefinedLimitCheckFailed 5=PreDefinedAutoAcceptRuleInvoked 6=PreDefinedAutoRejectRuleInvoked 7=AcceptedByClearingFirm 8=RejectedByClearingFirm 9=Pending 10=AcceptedByCreditHub 11=RejectedByCreditHub 12=PendingCreditHubCheck 13=AcceptedByExecVenue 14=RejectedByExecVenue
2347 0=None 1=SefRequiredTransaction 2=SefPermittedTransaction
2355 0=Disabled 1=Enabled
2356 0=NoRemunerationPaid 1=RemunerationPaid
2375 I=IsinOrAltInstrmtId E=InterimTaxonomy
2387 0=DoesNotApply 1=ContingentTrade 2=NonContingentTrade
2397 1=ClearingMember 2=Client
2402 1=OrderEntry 2=HItLift 3=ViewIndicativePx 4=ViewExecutablePx 5=SingleQuote 6=StreamingQuotes 7=SingleBroker 8=MultiBrokers
2403 1=QuoteEntry 2=QuoteModification
2405 0=Unspecified 1=Manual 2=Automated 3=VoiceBrokered
2425 1=Accepted 2=AcceptedWithAdditionalEvents 3=Rejected
2426 0=Successful 1=ResponseLevelNotSupported 2=InvalidMarket 3=InvalidMarketSegment 99=Other
2427 0=NoAck 1=MinimumAck 2=AckEach 3=SummaryAck
2429 1=Add 2=Modify 3=Delete 4=Suspend 5=Release
2431 1=OrdAddedOnRequest 2=OrdReplacedOnRequest 3=OrdCxldOnRequest 4=UnsolicitedOrdCxl 5=NonRestingOrdAddedOnRequest 6=OrdReplacedWithNonRestingOrdOnRequest 7=TriggerOrdReplacedOnRequest 8=SuspendedOrdReplacedOnRequest 9=SuspendedOrdCxldOnRequest 10=OrdCxlPending 11=PendingCxlExecuted 12=RestingOrdTriggered 13=SuspendedOrdActivated 14=ActiveOrdSuspended 15=OrdExpired
2439 0=New 1=Replace 2=Cancel
2440 0=RequestTransfer 1=AcceptTransfer 2=DeclineTransfer
2441 0=InterFirmTransfer 1=IntraFirmTransfer 2=Cmta
2442 0=Received 1=RejectedByIntermediary 2=AcceptPending 3=Accepted 4=Declined 5=Cancelled
2443 0=Success 1=InvalidParty 2=UnknownInstrument 3=UnauthorizedToSubmitXfer 4=UnknownPosition 99=Other
2444 0=Submit 1=Alleged
2456 1=Count 2=AverageVolume 3=TotalVolume 4=Distribution 5=Ratio 6=Liquidity 7=Vwap 8=Volatility 9=Duration 10=Tick 11=AverageValue 12=TotalValue 13=High 14=Low 15=Midpoint 16=First 17=Last 18=Final 19=ExchangeBest 20=ExchangeBestWithVolume 21=ConsolidatedBest 22=ConsolidatedBestWithVolume 23=Twap 24=AverageDuration 25=AveragePrice 26=TotalFees 27=TotalBenefits 28=MedianValue 29=AverageLiquidity 30=MedianDuration
2457 1=BidPrices 2=OfferPrices 3=BidDepth 4=OfferDepth 5=Orders 6=Quotes 7=OrdersAndQuotes 8=Trades 9=TradePrices 10=AuctionPrices 11=OpeningPrices 12=ClosingPrices 13=SettlementPrices 14=UnderlyingPrices 15=OpenInterest 16=IndexValues 17=MarginRates 18=Outages 19=ScheduledAuctions 20=ReferencePrices 21=TradeValue 22=MarketDataFeeItems 23=Rebates 24=Discounts 25=Payments 26=Taxes 27=Levies 28=Benefits 29=Fees 30=OrdersRfQs 31=MarketMakers 32=TradingInterruptions 33=TradingSuspensions 34=NoQuotes 35=RequestForQuotes 36=TradeVolume
2458 1=Visible 2=Hidden 3=Indicative 4=Tradeable 5=Passive 6=MarketConsensus 7=Power 8=HardwareError 9=SoftwareError 10=NetworkError 11=Failed 12=Executed 13=Entered 14=Modified 15=Cancelled 16=MarketDataAccess 17=TerminalAccess 18=Volume 19=Cleared 20=Settled 21=Other 22=Monetary 23=NonMonetary 24=Gross 25=LargeInScale 26=NeitherHiddenNorLargeInScale 27=CorporateAction 28=VenueDecision 29=MinimumTimePeriod 30=Open 31=NotExecuted 32=Aggressive 33=Directed
2459 1=EntryRate 2=ModificationRate 3=CancelRate 4=DownwardMove 5=UpwardMove
2464 1=SlidingWindow 2=SlidingWindowPeak 3=FixedDateRange 4=FixedTimeRange 5=CurrentTimeUnit 6=PreviousTimeUnit 7=MaximumRange 8=MaximumRangeUpToPreviousTimeUnit
2472 1=BuyersToSellers 2=UpticksToDownticks 3=MarketMakerToNonMarketMaker 4=AutomatedToNonAutomated 5=OrdersToTrades 6=QuotesToTrades 7=OrdersAndQuotesToTrades 8=FailedToTotalTradedValue 9=BenefitsToTotalTradedValue 10=FeesToTotalTradedValue 11=TradeVolumeToTotalTradedVolume 12=OrdersToTotalNumberOrders
2473 0=Successful 1=InvalidOrUnknownMarket 2=InvalidOrUnknownMarketSegment 3=InvalidOrUnknownSecurityList 4=InvalidOrUnknownInstruments 5=InvalidParties 6=TradeDateOutOfSupportedRange 7=UnsupportedStatisticType 8=UnsupportedScopeOrSubScope 9=UnsupportedScopeType 10=MarketDepthNotSupported 11=FrequencyNotSupported 12=UnsupportedStatisticInterval 13=UnsupportedStatisticDateRange 14=UnsupportedStatisticTimeRange 15=UnsupportedRatioType 16=InvalidOrUnknownTradeInputSource 17=InvalidOrUnknownTradingSession 18=UnauthorizedForStatisticRequest 99=Other
2477 1=Active 2=Inactive
2479 1=Absolute 2=Percentage
2487 0=UnknownTrade 1=UnknownInstrument 2=UnknownCounterparty 3=UnknownPosition 4=UnacceptableCollateral 99=Other
2488 0=Accepted 1=Received 2=Rejected
2523 0=NoCross 1=CrossRejected 2=CrossAccepted
2524 0=NotReported 1=OnBook 2=SiSeller 3=SiBuyer 4=NonSiSeller 5=SubDelegationByFirm 6=Reportable 7=NonSiBuyer 8=OffBook 9=NotReportable
2530 1=AswSpread 2=Ois 3=ZSpread 4=DiscountMargin 5=ISpread 6=Oas 7=GSpread 8=CdsBasis 9=CdsInterpolatedBasis 10=Dv01 11=Pv01 12=Cs01
2532 1=Bid 2=Mid 3=Offer
2535 1=StartInstrumentRefData 2=EndInstrumentRefData 3=StartOffMarketTrades 4=EndOffMarketTrades 5=StartOrderBookTrades 6=EndOrderBookTrades 7=StartOpenInterest 8=EndOpenInterest 9=StartSettlementPrices 10=EndSettlementPrices 11=StartStatsRefData 12=EndStatsRefData 13=StartStatistics 14=EndStatistics
2542 1=Active 2=Inactive 3=Published
2543 1=Pool 2=Retail 3=Wholesale
2544 1=InterProductSpread
2547 1=MarketSegmentPoolMember 2=RetailSegment 3=WholesaleSegment
2570 0=NoPriority 1=UnconditionalPriority
2579 1=Shares 2=Derivatives 3=PaymentVsPayment 4=Notional 5=Cascade 6=Repurchase 99=Other
2592 0=Automatic 1=Manual
2594 0=AggregatedOrder 1=PendingAllocation 2=LiquidityProvisionActivityOrder 3=RiskReductionOrder 4=AlgorithmicOrder 5=SystematicInternaliserOrder 6=AllExecutionsSubmittedToApa 7=OrderExecutionInstructedByClient 8=LargeInScale 9=Hidden 10=SubjectToEusto 11=SubjectToUksto 12=RepresentativeOrder 13=LinkageType 14=ExemptFromSto
2599 0=Close 1=HedgeElection
2601 0=Bid 1=Mid 2=Offer
2602 0=CalculationAgent 1=OptionsExchange
2617 0=Execution 1=PortfolioRebalancing 2=Standard
2632 0=MarketValuation 1=PortfolioValue 2=ValueConfirmed 3=CollateralCreditValue 4=AdditionalCollateralValue 5=EstimatedMarketValuation
2641 0=Unspecified 1=Acceptance 2=Broker 3=ClearingBroker 4=Retail 5=SalesCommission 6=LocalCommission 7=ResearchPayment
2667 0=NonAlgorithmicTrade 1=AlgorithmicTrade
2669 0=PreTradeTransparencyWaiver 1=PostTradeDeferral 2=ExemptFromPublication 3=OrderLevelPublicationToSubscribers 4=PriceLevelPublicationToSubscribers 5=OrderLevelPublicationToThePublic 6=PublicationInternalToExecutionVenue
2670 0=NoBookOrderDueToAverageSpreadPrice 1=NoBookOrderDueToRefPrice 2=NoBookOrderDueToOtherConditions 3=NoPublicPriceDueToRefPrice 4=NoPublicPriceDueToIlliquid 5=NoPublicPriceDueToOrderSize 6=DeferralDueToLargeInScale 7=DeferralDueToIlliquid 8=DeferralDueToSizeSpecific 9=NoPublicPriceDueToLargeInScale 10=NoPublicPriceSizeDueToOrderHidden 11=ExemptedDueToSecuritiesFinancingTransaction 12=ExemptedDueToEscbPolicyTransaction 13=ExceptionDueToReportByPaper 14=ExceptionDueToTradeExecutedWithNonReportingParty 15=ExceptionDueToIntraFirmOrder 16=ReportedOutsideReportingHours
2675 0=None 1=TradingRiskControl 2=ClearingRiskControl 3=MarketMakerProtection 4=StopTrading 5=EmergencyAction 6=SessionLossLogout 7=DuplicateLogin 8=ProductNotTraded 9=InstrumentNotTraded 10=CompleInstrumentDeleted 11=CircuitBreakerActivated 99=Other
2677 0=OrderSuspended 1=InstrumentSuspended
2679 0=NoChange 1=ExecutingPartyChange 2=EnteringPartyChange 3=SpecifiedPartyChange
2681 0=StandardItm 1=Atmitm 2=AtmCallItm 3=AtmPutItm
2704 0=NoRestriction 1=TradedOnlyOnTradingVenue 2=TradedOnlyOnSi 3=TradedOnTradingVenueOrSi
2705 0=Normal 1=Stressed 2=Exceptional
2707 0=QuoteAboveStandardMarketSize 1=QuoteAboveSpecificInstrumentSize 2=QuoteApplicableForLiquidtyProvisionActivity 3=QuoteIssuerStatus 4=BidOrAskRequest
2710 0=AccruedInterestIsFactored 1=TaxIsFactored 2=BondAmortizationIsFactored
2711 1=Range1 2=Range2 3=Range3
2712 0=Contributes 1=DoesNotContribute
2725 0=ResearchPaymentAccount 1=CommissionSharingAgreement 2=OtherTypeResearchPayment
2736 0=ArgusMcCloskey 1=Baltic 2=Exchange 3=GlobalCoal 4=IhsMcCloskey 5=Platts 99=Other
2748 0=AdmitToTradeRequestDate 1=AdmitToTradeApprovalDate 2=AdmitToTradeOrFirstTradeDate 3=TerminationDate
2753 1=Dividend 2=Variance 3=Volatility 4=TotalReturn 5=ContractForDifference 6=CreditDefault 7=SpreadBet 8=Price 9=ForwardPriceUnderlyingInstrument 99=Other
2763 0=TimeWeightedAveragePrice 1=VolumeWeightedAveragePrice 2=PercentOfVolumeAveragePrice 3=LimitOrderAveragePrice
2767 0=Added 1=Canceled 2=Replaced 3=Changed 4=Pending
2768 0=Accepted 1=Rejected
2773 0=NoMatchingConfirmation 1=NoMatchingAllocation 2=AllocationDataElementMissing 3=ConfirmationDataElementMissing 4=DataDifferenceNotWithinTolerance 5=MatchWithinTolerance 99=Other
2774 1=AccruedInterest 2=DealPrice 3=TradeDate 4=SettlementDate 5=SideIndicator 6=TradedCurrency 7=AccountId 8=ExecutingBrokerId 9=SettlementCurrencyAndAmount 10=InvestmentManagerId 11=NetAmount 12=PlaceOfSettlement 13=Commissions 14=SecurityIdentifier 15=QualityAllocated 16=Principal 17=Fees 18=Tax
2779 1=FixedAmount 2=Percentage
2782 1=Mandatory 2=Optional
2788 0=New 1=Cancel 2=Replace
2790 0=Accepted 1=Rejected
2791 0=UnknownOrders 1=UnknownExecutionFills 99=Other
2795 0=Regular 1=Offshore 2=Onshore
2804 0=New 1=Replace 2=Status
2806 0=Received 1=Accepted 2=Rejected 3=Disputed
2811 0=New 1=Cancel
2813 0=Received 1=Accepted 2=Rejected 3=Disputed
2819 0=DebitPay 1=CreditReceive
2823 0=New 1=Initiated 2=Pending 3=Confirmed 4=Rejected
2830 C=CustomerOrClient E=ExchangeOrExecutionVenue F=FirmOrBroker
2831 0=Bid 1=Offer 2=MidPrice
2834 0=NotApplicable 1=Direct 2=Sip 3=Hybrid
2844 0=MoneyMarketFund 1=OtherComingledPool 2=RepoMarket 3=DirectPurchaseOfSecurities 4=OtherInvestments
2846 0=Repo 1=Cash 2=FreeCedits 3=CustomerShortSales 4=BrokerShortSales 5=UnsecuredBorrowing 99=Other
2851 0=Posted 1=Received
2872 0=ExclusiveArrangement 1=CollateralReuse 2=CollateralArrangmentType
2883 0=NoRoutingArrangmentInPlace 1=RoutingArrangementInPlace
2888 0=NonFixSource 1=SystemOrderIdentifier 2=ClientOrderIdentifier 3=SecondaryOrderIdentifier 4=SecondaryClientOrderIdentifier
2890 0=NotSpecified 1=OrderAggregation 2=OrderSplit
2897 1=Cusip 2=Sedol 4=IsinNumber 6=IsoCurrencyCode S=FinancialInstrumentGlobalIdentifier Y=DigitalTokenIdentifier
2963 0=NotMultiJrsdctnEligible 1=MultiJrsdctnEligible
2964 1=CancelAggressive 2=CancelPassive 3=CancelAggressivePassive
40027 0=Bid 1=Mid 2=Offer
40038 0=Market 1=Highest 2=AverageMarket 3=AverageHighest 4=BlendedMarket 5=BlendedHighest 6=AverageBlendedMarket 7=AverageBlendedHighest
40050 0=PaymentCashSettlement 1=PhysicalDelivery
40091 0=MandatoryEarlyTermination 1=OptionalEarlyTermination 2=Cancelable 3=Extendable 4=MutualEarlyTermination 5=Evergreen 6=Callable 7=Puttable
40097 D=Day Wk=Week Mo=Month Yr=Year
40098 0=ExercisingParty 1=NonExercisingParty 2=MasterAgreeent 3=Supplement
40099 1=Buy 2=Sell
40108 0=CashPrice 1=CashPriceAlternate 2=ParYieldCurveAdjusted 3=ZeroCouponYieldCurveAdjusted 4=ParYieldCurveUnadjusted 5=CrossCurrency 6=CollateralizedPrice
40111 0=Bid 1=Mid 2=Offer 3=ExercisingPartyPays
40126 D=Day Wk=Week Mo=Month Yr=Year
40144 0=Unadjusted 1=Adjusted
40173 0=Unadjusted 1=Adjusted
40196 D=Day Wk=Week Mo=Month Yr=Year
40197 0=Business 1=Calendar 2=CommodityBusiness 3=CurrencyBusiness 4=ExchangeBusiness 5=ScheduledTradingDay
40200 H=RestructuringMultipleHoldingObligations E=RestructuringMultipleCreditEventNotices C=FloatingRateInterestShortfall
40213 0=Brokerage 1=UpfrontFee 2=IndependentAmountCollateral 3=PrincipalExchange 4=NovationTermination 5=EarlyTerminationProvision 6=CancelableProvision 7=ExtendibleProvision 8=CapRateProvision 9=FloorRateProvision 10=OptionPremium 11=SettlementPayment 12=CashSettl 13=SecurityLending 14=Rebate 99=Other
40214 1=Buy 2=Sell
40227 0=Standard 1=Net 2=StandardfNet
40738 0=Periodic 1=Initial 2=Single 3=Dividend 4=Interest 5=DividendReturn 6=PriceReturn 7=TotalReturn 8=Variance 9=Correlation
40744 0=Standard 1=Fra
40747 0=None 1=Flat 2=Straight 3=SpreadExclusive
40754 D=Day Wk=Week Mo=Month Yr=Year T=Term
40760 D=Day Wk=Week Mo=Month Yr=Year
40766 MON=Monday TUE=Tuesday WED=Wednesday THU=Thursday FRI=Friday SAT=Saturday SUN=Sunday
40790 0=Bloomberg 1=Reuters 2=Telerate 99=Other
40791 D=Day Wk=Week Mo=Month Yr=Year
40795 0=Short 1=Long
40796 0=BondEquivalentYield 1=MoneyMarketYield
40798 1=Buyer 2=Seller
40801 1=Buyer 2=Seller
40806 0=Unweighted 1=Weighted
40807 0=ZeroInterestRateMethod 1=NegativeInterestRateMethod
40809 D=Day Wk=Week Mo=Month Yr=Year
40810 0=Business 1=Calendar 2=CommodityBusiness 3=CurrencyBusiness 4=ExchangeBusiness 5=ScheduledTradingDay
40811 0=None 1=LinearZeroYield
40816 0=None 1=Isda 2=Afma
40827 0=Unadjusted 1=Adjusted
40829 0=Notional 1=CashFlow 2=FxLinkedNotional 3=FixedRate 4=FutureValueNotional 5=KnownAmount 6=FloatingRateMultiplier 7=Spread 8=CapRate 9=FloorRate 10=NonDeliverableSettlPaymentDates 11=NonDeliverableSettlCalculationDates 12=NonDeliverableFxFixingDates 13=SettlPeriodNotnl 14=SettlPeriodPx 15=CalcPeriod 16=DividendAccrualRateMultiplier 17=DividendAccrualRateSpread 18=DividendAccrualCapRate 19=DividendAccrualFloorRate 20=CompoundingRateMultiplier 21=CompoundingRateSpread 22=CompoundingCapRate 23=CompoundingFloorRate
40849 0=Initial 1=Previous
40873 0=Initial 1=Final 2=CompoundingInitial 3=CompoundingFinal
40874 0=Short 1=Long
40920 0=Business 1=Calendar 2=CommodityBusiness 3=CurrencyBusiness 4=ExchangeBusiness 5=ScheduledTradingDay
40921 0=NotApplicable 1=None 2=FollowingDay 3=FloatingRateNote 4=ModifiedFollowingDay 5=PrecedingDay 6=ModifiedPrecedingDay 7=NearestDay
40922 1=FirstDay 2=SecondDay 3=ThirdDay 4=FourthDay 5=FifthDay 6=SixthDay 7=SeventhDay 8=EighthDay 9=NinthDay 10=TenthDay 11=EleventhDay 12=TwelvthDay 13=ThirteenthDay 14=ForteenthDay 15=FifteenthDay 16=SixteenthDay 17=SeventeenthDay 18=EighteenthDay 19=NineteenthDay 20=TwentiethDay 21=TwentyFirstDay 22=TwentySecondDay 23=TwentyThirdDay 24=TwentyFourthDay 25=TwentyFifthDay 26=TwentySixthDay 27=TwentySeventhDay 28=TwentyEigthDa28y 29=TwentyNinthDay 30=ThirtiethDay EOM=Eom FRN=Frn IMM=Imm IMMCAD=Immcad IMMAUD=Immaud IMMNZD=Immnzd SFE=Sfe NONE=None TBILL=Tbill MON=Mon TUE=Tue WED=Wed THU=Thu FRI=Fri SAT=Sat SUN=Sun
40993 0=Initial 1=Intermediate 2=Final 3=Prepaid 4=Postpaid 5=Variable 6=Fixed 7=Swap 8=Conditional 9=FixedRate 10=FloatingRate
41011 0=AsianOut 1=AsianIn 2=BarrierCap 3=BarrierFloor 4=KnockOut 5=KnockIn
41024 0=Business 1=Calendar 2=CommodityBusiness 3=CurrencyBusiness 4=ExchangeBusiness 5=ScheduledTradingDay
41038 0=Notional 1=Delivery 2=PhysicalSettlPeriods
41046 0=Absolute 1=Percentage
41049 0=AllTimes 1=OnPeak 2=OffPeak 3=Base 4=BlockHours 5=Other
41050 0=DoNotIncludeHolidays 1=IncludeHolidays
41052 1=Monday 2=Tuesday 3=Wednesday 4=Thursday 5=Friday 6=Saturday 7=Sunday 8=AllWeekdays 9=AllDays 10=AllWeekends
41057 0=Hour 1=Timestamp
41058 0=Periodic 1=Initial 2=Single
41063 1=Firm 2=NonFirm 3=ForceMajeure 4=SystemFirm 5=UnitFirm
41069 0=Transfers 1=DoesNotTransfer
41075 1=Buyer 2=Seller
41080 0=Buyer 1=Seller
41087 0=NotApplicable 1=Applicable 2=AsInMasterAgreement 3=AsInConfirmation
41088 0=MasterAgreement 1=Confirmation
41097 0=Basket 1=Bond 2=Cash 3=Commodity 4=ConvertibleBond 5=Equity 6=ExchangeTradedFund 7=Future 8=Index 9=Loan 10=Mortgage 11=MutualFund
41111 0=NotRequired 1=NonElectronic 2=Electronic 3=Unknown
41139 0=Unadjusted 1=Adjusted
41159 0=Business 1=Calendar 2=Commodity 3=Currency 4=Exchange 5=Scheduled
41160 0=Prepaid 1=Postpaid 2=Variable 3=Fixed
41199 0=Average 1=Maximum 2=Minimum 3=Cumulative
41206 0=Absolute 1=Percentage
41214 0=All 1=First 2=Last 3=Penultimate
41228 0=EveryDay 1=Monday 2=Tuesday 3=Wednesday 4=Thursday 5=Friday 6=Saturday 7=Sunday
41267 Wk=Week Mo=Month
41273 D=Day
41282 0=City 1=Airport 2=WeatherStation 3=WeatherIndex
41308 0=Term 1=PerBusinessDay 2=PerCalculationPeriod 3=PerSettlPeriod 4=PerCalendarDay 5=PerHour 6=PerMonth
42192 0=Proprietary 1=Eic
42217 0=Close 1=Hedge
42246 0=ExDate 1=RecordDate
42247 0=RecordAmount 1=ExAmount 2=PaidAmount 3=PerMasterConfirm
42258 0=PotentialAdjustment 1=CashEquivalent
42259 0=EquityAmountReceiver 1=CalculationAgent
42604 0=Initial 1=InitialAndFinal 2=Final 3=AnyPeriod
42674 0=Volatility 1=Variance
42679 0=Previous 1=Last 2=Both
42707 0=FlatFee 1=AmortizedFee 2=FundingFee 3=FlatAndFundingFee 4=AmortizedAndFundingFee
42710 0=PriceValuation 1=DividendValuation
42736 0=Initial 1=Interim 2=Final
42748 0=Open 1=OfficialSettlPx 2=Xetra 3=Close 4=DerivativesClose 5=High 6=Low 7=AsSpecifiedInMasterConfirmation
42759 0=None 1=FuturesPrice 2=OptionsPrice
42766 0=Gross 1=Net 2=Accrued 3=CleanNet
42769 0=AbsoluteTerms 1=PercentageOfNotional
42787 0=Execution 1=PortfolioRebalancing 2=Standard
50002 0=Update 1=Snapshot`;

/** Of one version, where it says otherwise. */
export const otherNames: Readonly<Record<string, string>> = {
  'FIX.5.0SP2': `
98 0=None 6=Pem
373 9=CompIdProblem 10=SendingTimeAccuracyProblem 11=InvalidMsgType 16=IncorrectNumInGroupCountForRepeatingGroup 18=InvalidUnsupportedApplVer`,
  'FIX.5.0SP1': `
18 q=ReleaseFromSuspension
35 BN=ExecutionAcknowledgement b=MassQuoteAcknowledgement
88 2=IncorrectAveragegPrice
98 0=None 6=Pem
103 12=SurveillenceOption
167 PFAND=Pfandbriefe
269 9=TradingSessionVwapPrice
277 AN=OfficalClosingPrice AV=OutsideSpread 3=MultAssetClassMultilegTrade
298 5=CancelQuoteSpecifiedInQuoteId
373 9=CompIdProblem 10=SendingTimeAccuracyProblem 11=InvalidMsgType 16=IncorrectNumInGroupCountForRepeatingGroup 17=Non 18=Invalid
423 13=ProductTicksInHalfs 15=ProductTicksInEights 18=ProductTicksInSixtyForths 19=ProductTicksInOneTwentyEights
434 2=OrderCancel
452 14=GiveupClearingFirm
532 2=InvalidOrUnkownUnderlyingSecurity
625 6=IntradayAuction
751 1=InvalidPartyOnformation
1032 1=Nasdoats
1033 T=Trading
1034 1=Nasdoats
1036 2=Don
1209 0=Regular 1=Variable 2=Fixed`,
  'FIX.5.0': `
35 b=MassQuoteAcknowledgement n=XmlNonFix BN=ExecutionAcknowledgement
88 2=IncorrectAveragegPrice
98 0=None 6=Pem
103 12=SurveillenceOption
167 PFAND=Pfandbriefe
269 9=TradingSessionVwapPrice
277 AN=OfficalClosingPrice
298 5=CancelQuoteSpecifiedInQuoteId
373 9=CompIdProblem 10=SendingTimeAccuracyProblem 11=InvalidMsgType 16=IncorrectNumInGroupCountForRepeatingGroup 17=Non
423 13=ProductTicksInHalfs 15=ProductTicksInEights 18=ProductTicksInSixtyForths 19=ProductTicksInOneTwentyEights
434 2=OrderCancel
452 14=GiveupClearingFirm
532 2=InvalidOrUnkownUnderlyingSecurity
751 1=InvalidPartyOnformation
1032 1=Nasdoats
1033 T=Trading
1034 1=Nasdoats
1036 2=Don`,
  'FIX.4.4': `
35 b=MassQuoteAcknowledgement n=XmlNonFix
88 2=IncorrectAveragegPrice
98 0=None 6=Pem
167 PFAND=Pfandbriefe
269 9=TradingSessionVwapPrice
327 P=NewsPending
373 9=CompIdProblem 10=SendingTimeAccuracyProblem 11=InvalidMsgType 16=IncorrectNumInGroupCountForRepeatingGroup 17=Non
427 2=AccumulateUntilVerballlyNotifiedOtherwise
434 2=OrderCancel
452 14=GiveupClearingFirm
532 2=InvalidOrUnkownUnderlyingSecurity
751 1=InvalidPartyOnformation`,
  'FIX.4.3': `
35 b=MassQuoteAcknowledgement n=XmlNonFix
88 2=IncorrectAveragegPrice
98 6=Pem 0=None
103 12=SurveillenceOption
235 VALUE1/32=YieldValueOf32nds
269 9=TradingSessionVwapPrice
327 P=NewsPending
373 17=Non 16=IncorrectNumInGroupCountForRepeatingGroup 11=InvalidMsgType 9=CompIdProblem 10=SendingTimeAccuracyProblem
427 2=AccumulateUntilVerballlyNotifiedOtherwise
434 2=OrderCancel
452 14=GiveupClearingFirm
532 2=InvalidOrUnkownUnderlyingSecurity`,
  'FIX.4.2': `
35 b=MassQuoteAcknowledgement
88 2=IncorrectAveragegPrice
98 0=None 6=Pem
269 9=TradingSessionVwapPrice
327 P=NewsPending
373 10=SendingTimeAccuracyProblem 11=InvalidMsgType 9=CompIdProblem
427 2=AccumulateUntilVerballlyNotifiedOtherwise
434 2=OrderCancel`,
  'FIX.4.1': `
88 2=IncorrectAveragegPrice
98 0=None 6=Pem`,
  'FIX.4.0': `
88 2=IncorrectAveragegPrice
98 0=None 6=Pem`,
};
