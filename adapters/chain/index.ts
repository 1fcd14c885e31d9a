export {
  type Address,
  type Block,
  type BlockHash,
  type ChainLog,
  type Receipt,
  type TransactionHash,
  addressOf,
  blockHashOf,
  transactionHashOf,
} from './terms.ts';
export {
  type HttpAnswer,
  type Json,
  type JsonObject,
  type RpcQuestion,
  type RpcReply,
  isArray,
  isObject,
  quantity,
  quantityOf,
  readBlock,
  readLogs,
  readReceipt,
  readReply,
  rpcBody,
  textOf,
} from './rpc.ts';
export {
  addressIn,
  addressWord,
  bytesOf,
  hexOf,
  intWord,
  signed,
  uintWord,
  wordsOf,
} from './words.ts';
export { type Followed, Follower } from './follower.ts';
export { type SendVerdict, judgeRefusal } from './errors.ts';
export { type FeePolicy, type Fees, bumpedFees, firstFees, highestFees } from './fees.ts';
