// A signer's own list, as the tests of its room have it.

import { type Address, addressOf } from '../../../../adapters/chain/index.ts';
import type { SigningPolicy } from '../../../../adapters/signer/policy.ts';

export const USDT = the(`0x${'11'.repeat(20)}`);
export const WETH = the(`0x${'22'.repeat(20)}`);
export const STRANGE = the(`0x${'66'.repeat(20)}`);
export const ACCOUNT = the(`0x${'aa'.repeat(20)}`);

/** 1,000 USDT a swap and 2,500 an hour; 1 WETH and 2. */
export function policyWith(changes: Partial<SigningPolicy>): SigningPolicy {
  return {
    chainID: 1337,
    routers: { v2: the(`0x${'33'.repeat(20)}`), v3: the(`0x${'44'.repeat(20)}`) },
    tokens: [
      { address: USDT, symbol: 'USDT', perSwap: 1_000_000_000n, perHour: 2_500_000_000n },
      { address: WETH, symbol: 'WETH', perSwap: 10n ** 18n, perHour: 2n * 10n ** 18n },
    ],
    maxFeePerGas: 100_000_000_000n,
    maxGasLimit: 1_000_000,
    maxDeadlineS: 120,
    ...changes,
  };
}

function the(text: string): Address {
  const address = addressOf(text);
  if (address === null) throw new Error(`no address: ${text}`);
  return address;
}
