// What a signing process is asked: structured transactions, never bytes. Amounts and addresses as JSON can carry them.

/** `0x` and 40 hexadecimal digits. */
type AddressText = string;
/** A whole number of the token's own integers, in decimal digits. */
type AmountText = string;

/** One swap in one pool, of two tokens; what comes out goes to the signing account itself. */
export interface SwapCall {
  readonly type: 'Swap';
  readonly pool: 'v2' | 'v3';
  readonly tokenIn: AddressText;
  readonly tokenOut: AddressText;
  /** v3: which pool of the two. */
  readonly feePips: number;
  readonly exact: 'in' | 'out';
  /** Paid: exactly, or at most. */
  readonly amountIn: AmountText;
  /** Received: at least, or exactly. */
  readonly amountOut: AmountText;
  /** Seconds since 1970: later, the chain refuses it. */
  readonly deadline: number;
}

/** One of several swaps: as of one alone, but that all share a deadline. */
export type PartSwap = Omit<SwapCall, 'type' | 'deadline'>;

/** Swaps in several pools: all of them or none. Of v2 pools exact input only: that router gives out more than asked. */
export interface SwapsCall {
  readonly type: 'Swaps';
  readonly swaps: readonly PartSwap[];
  readonly deadline: number;
}

/** Lets the pool's router take so much of a token, no more. */
export interface ApproveCall {
  readonly type: 'Approve';
  readonly pool: 'v2' | 'v3';
  readonly token: AddressText;
  readonly amount: AmountText;
}

/** Nothing, to oneself: takes the place of another transaction of the nonce. */
export interface CancelCall {
  readonly type: 'Cancel';
}

export type SigningCall = SwapCall | SwapsCall | ApproveCall | CancelCall;

export interface SigningTransaction {
  readonly nonce: number;
  readonly gasLimit: number;
  /** Wei, in decimal digits. */
  readonly maxFeePerGas: string;
  readonly maxPriorityFeePerGas: string;
  readonly call: SigningCall;
}

/** All of them or none. */
export interface SigningRequest {
  readonly chainID: number;
  readonly account: AddressText;
  readonly transactions: readonly SigningTransaction[];
}

export type SigningAnswer =
  | {
      readonly type: 'Signed';
      /** In the order of the request; `raw` as `0x` and hexadecimal digits. */
      readonly signed: readonly { readonly hash: string; readonly raw: string }[];
    }
  | { readonly type: 'Refused'; readonly text: string };
