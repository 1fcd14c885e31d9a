export type {
  HttpOutcome,
  MachineAction,
  WireInput,
} from './wire.ts';
export type { MarketCounters, MarketInput, MarketOutput, VenueMarket } from './market.ts';
export type { OrdersInput, OrdersOutput, VenueOrders } from './orders.ts';

export type { PoolMarket, PoolMarketOutput } from './pools.ts';
export type {
  ApproveCall,
  CancelCall,
  PartSwap,
  SigningAnswer,
  SigningCall,
  SigningRequest,
  SigningTransaction,
  SwapCall,
  SwapsCall,
} from './signing.ts';
export type { NonceRequest, NonceSigner, RequestSigner } from './signer.ts';
export type { VenueSymbol } from './symbols.ts';
export type { ChainInput, ChainOrders } from './chain.ts';
export type { CaptureRecord, CaptureSurvey, CapturedMarket } from './capture.ts';
