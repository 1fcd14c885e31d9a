// JSON-RPC: what a node is asked, and what its answer means. Source: ethereum/execution-apis, JSON-RPC 2.0.

import {
  type Block,
  type ChainLog,
  type Receipt,
  addressOf,
  blockHashOf,
  transactionHashOf,
} from './terms.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

export interface RpcQuestion {
  readonly method: string;
  readonly params: readonly Json[];
}

/** `Unknown`: nothing that a node said. What was asked may have been done. */
export type RpcReply =
  | { readonly type: 'Result'; readonly result: Json }
  | { readonly type: 'Refused'; readonly code: number; readonly message: string }
  | { readonly type: 'Unknown'; readonly cause: string };

/** What came back over HTTP; null: nothing whole. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** Each question is a request of its own: the answer's id only says that it is one. */
const QUESTION = 1;

export function rpcBody(question: RpcQuestion): string {
  return JSON.stringify({ jsonrpc: '2.0', id: QUESTION, ...question });
}

/** A server's own error and a page of HTML say nothing of what became of the request. */
export function readReply(answer: HttpAnswer): RpcReply {
  const json = parsed(answer.body);
  if (!isObject(json)) return { type: 'Unknown', cause: `HTTP ${answer.status} without JSON` };
  const { error, result, id } = json;
  if (id !== QUESTION) return { type: 'Unknown', cause: 'an answer to another question' };
  if (isObject(error)) {
    // An empty result beside an error is how some nodes write one.
    if (result !== undefined && result !== null) {
      return { type: 'Unknown', cause: 'a result and an error' };
    }
    const { code, message } = error;
    if (typeof message !== 'string') return { type: 'Unknown', cause: 'an error without words' };
    return { type: 'Refused', code: typeof code === 'number' ? code : 0, message };
  }
  if (result === undefined || answer.status !== 200) {
    return { type: 'Unknown', cause: `HTTP ${answer.status} without a result` };
  }
  return { type: 'Result', result };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined; // The caller says what it means that no JSON came.
  }
}

export function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

export function isArray(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

/** A quantity such as `0x1b4`. */
export function quantityOf(json: Json | undefined): bigint | null {
  return typeof json === 'string' && /^0x[0-9a-fA-F]{1,64}$/.test(json) ? BigInt(json) : null;
}

export function quantity(value: bigint | number): string {
  return `0x${value.toString(16)}`;
}

export function textOf(json: Json | undefined): string | null {
  return typeof json === 'string' ? json : null;
}

/** Null where it is none, or none of a chain with a base fee. */
export function readBlock(json: Json): Block | null {
  if (!isObject(json)) return null;
  const number = quantityOf(json['number']);
  const hash = blockHashOf(textOf(json['hash']) ?? '');
  const parentHash = blockHashOf(textOf(json['parentHash']) ?? '');
  const timestamp = quantityOf(json['timestamp']);
  const baseFeePerGas = quantityOf(json['baseFeePerGas']);
  if (number === null || hash === null || parentHash === null) return null;
  if (timestamp === null || baseFeePerGas === null) return null;
  return { number, hash, parentHash, timestamp, baseFeePerGas };
}

/** The logs of one block or receipt in their order; null where one of them cannot be read. */
export function readLogs(json: Json | undefined): readonly ChainLog[] | null {
  if (!isArray(json)) return null;
  const logs: ChainLog[] = [];
  for (const one of json) {
    const log = readLog(one);
    if (log === null) return null;
    logs.push(log);
  }
  return logs.sort((a, b) => a.logIndex - b.logIndex);
}

function readLog(json: Json): ChainLog | null {
  if (!isObject(json)) return null;
  const address = addressOf(textOf(json['address']) ?? '');
  const data = textOf(json['data']);
  const logIndex = quantityOf(json['logIndex']);
  const topics = json['topics'];
  if (address === null || data === null || logIndex === null || !isArray(topics)) return null;
  const words = topics.map((one) => textOf(one) ?? '');
  return { address, data, topics: words, logIndex: Number(logIndex) };
}

export function readReceipt(json: Json): Receipt | null {
  if (!isObject(json)) return null;
  const transactionHash = transactionHashOf(textOf(json['transactionHash']) ?? '');
  const blockHash = blockHashOf(textOf(json['blockHash']) ?? '');
  const blockNumber = quantityOf(json['blockNumber']);
  const status = quantityOf(json['status']);
  const gasUsed = quantityOf(json['gasUsed']);
  const effectiveGasPrice = quantityOf(json['effectiveGasPrice']);
  const logs = readLogs(json['logs']);
  if (transactionHash === null || blockHash === null || blockNumber === null) return null;
  if (status === null || gasUsed === null || effectiveGasPrice === null || logs === null)
    return null;
  const succeeded = status === 1n;
  return { transactionHash, blockHash, blockNumber, succeeded, gasUsed, effectiveGasPrice, logs };
}
