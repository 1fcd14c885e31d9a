// What a chain is made of, as far as we read it.

declare const id: unique symbol;

/** 20 bytes as `0x` and 40 lower-case hexadecimal digits. */
export type Address = string & { readonly [id]: 'address' };
/** 32 bytes as `0x` and 64 lower-case hexadecimal digits. */
export type BlockHash = string & { readonly [id]: 'blockHash' };
export type TransactionHash = string & { readonly [id]: 'transactionHash' };

export interface Block {
  readonly number: bigint;
  readonly hash: BlockHash;
  readonly parentHash: BlockHash;
  /** Seconds since 1970, by the block's maker. */
  readonly timestamp: bigint;
  /** Wei for each unit of gas. */
  readonly baseFeePerGas: bigint;
}

export interface ChainLog {
  readonly address: Address;
  readonly topics: readonly string[];
  /** Whole 32-byte words as hexadecimal, `0x` in front. */
  readonly data: string;
  readonly logIndex: number;
}

export interface Receipt {
  readonly transactionHash: TransactionHash;
  readonly blockHash: BlockHash;
  readonly blockNumber: bigint;
  readonly succeeded: boolean;
  readonly gasUsed: bigint;
  /** Wei for each unit of gas. */
  readonly effectiveGasPrice: bigint;
  /** In the order in which they were written. */
  readonly logs: readonly ChainLog[];
}

const ADDRESS = /^0x[0-9a-fA-F]{40}$/;
const HASH = /^0x[0-9a-fA-F]{64}$/;

/** Null where `text` is none. Letters of either case are the same address. */
export function addressOf(text: string): Address | null {
  return ADDRESS.test(text) ? (text.toLowerCase() as Address) : null;
}

export function blockHashOf(text: string): BlockHash | null {
  return HASH.test(text) ? (text.toLowerCase() as BlockHash) : null;
}

export function transactionHashOf(text: string): TransactionHash | null {
  return HASH.test(text) ? (text.toLowerCase() as TransactionHash) : null;
}
