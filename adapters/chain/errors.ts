// What a node's refusal of a raw transaction means. Codes differ from node to node, so texts decide.
// Source: uniswap.md §8, after anvil 1.7.1, go-ethereum core/txpool and the texts of other nodes.

export type SendVerdict =
  /** Held already: as good as accepted. */
  | 'Known'
  /** Some transaction of this nonce is mined: ask for the receipts of all our own. */
  | 'NonceTooLow'
  /** An older transaction of the nonce lives on: bump from the highest fees ever signed. */
  | 'Underpriced'
  /** This node will never take these bytes. */
  | 'RefusedForGood'
  /** Not taken now: the same bytes later. */
  | 'NotNow'
  /** Anything may have come of it: the same bytes again. */
  | 'Unknown';

const TEXTS: readonly (readonly [RegExp, SendVerdict])[] = [
  [/already known|already imported|known transaction|alreadyknown/i, 'Known'],
  [/nonce too low|oldnonce|nonce is too low/i, 'NonceTooLow'],
  [
    /replacement transaction underpriced|could not replace existing tx|replacementnotallowed|feetoolowtocompete/i,
    'Underpriced',
  ],
  [
    /insufficient funds|upfront cost exceeds|less than block base fee|txpool is full|transaction underpriced|feetoolow|account limit exceeded|limit exceeded|too many requests|noncegap|nonce too high/i,
    'NotNow',
  ],
  [
    /intrinsic gas|exceeds block gas limit|gas limit too high|gas limit is too high|invalid chain id|invalid sender|invalid signature|rlp|execution reverted|transaction type not supported/i,
    'RefusedForGood',
  ],
];

export function judgeRefusal(message: string): SendVerdict {
  return TEXTS.find(([pattern]) => pattern.test(message))?.[1] ?? 'Unknown';
}
