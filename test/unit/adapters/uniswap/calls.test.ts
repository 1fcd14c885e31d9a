// The contracts' selectors and topics against an encoder that we did not write.

import { describe, expect, test } from '@jest/globals';
import { encodeAbiParameters, toEventSelector, toFunctionSelector } from 'viem';
import {
  SELECTORS,
  populatedTicksAnswer,
  wordsAround,
} from '../../../../adapters/uniswap/calls.ts';
import { TOPICS } from '../../../../adapters/uniswap/logs.ts';

const FUNCTIONS: Readonly<Record<keyof typeof SELECTORS, string>> = {
  getReserves: 'getReserves()',
  slot0: 'slot0()',
  liquidity: 'liquidity()',
  token0: 'token0()',
  token1: 'token1()',
  fee: 'fee()',
  tickSpacing: 'tickSpacing()',
  decimals: 'decimals()',
  getPair: 'getPair(address,address)',
  getPool: 'getPool(address,address,uint24)',
  getPopulatedTicksInWord: 'getPopulatedTicksInWord(address,int16)',
  allowance: 'allowance(address,address)',
  balanceOf: 'balanceOf(address)',
};

const EVENTS: Readonly<Record<keyof typeof TOPICS, string>> = {
  v2Sync: 'Sync(uint112,uint112)',
  v2Swap: 'Swap(address,uint256,uint256,uint256,uint256,address)',
  v3Swap: 'Swap(address,address,int256,int256,uint160,uint128,int24)',
  v3Mint: 'Mint(address,address,int24,int24,uint128,uint256,uint256)',
  v3Burn: 'Burn(address,int24,int24,uint128,uint256,uint256)',
};

test.each(Object.entries(FUNCTIONS))('%s has the selector of %s', (name, signature) => {
  expect(SELECTORS[name as keyof typeof SELECTORS]).toBe(
    toFunctionSelector(`function ${signature}`),
  );
});

test.each(Object.entries(EVENTS))('%s has the topic of %s', (name, signature) => {
  expect(TOPICS[name as keyof typeof TOPICS]).toBe(toEventSelector(`event ${signature}`));
});

describe('the populated ticks of a word', () => {
  const parts = [
    {
      type: 'tuple[]',
      components: [{ type: 'int24' }, { type: 'int128' }, { type: 'uint128' }],
    },
  ] as const;

  test('come ascending, with net and gross, negative ones too', () => {
    const data = encodeAbiParameters(parts, [
      [
        [120, -5n, 7n],
        [-60, 5n, 5n],
      ],
    ]);
    expect(populatedTicksAnswer(data)).toEqual({
      ticks: [
        [-60, 5n],
        [120, -5n],
      ],
      gross: new Map([
        [120, 7n],
        [-60, 5n],
      ]),
    });
  });

  test('may be none', () => {
    const data = encodeAbiParameters(parts, [[]]);
    expect(populatedTicksAnswer(data)).toEqual({ ticks: [], gross: new Map() });
  });

  test('that are cut off are none at all', () => {
    const data = encodeAbiParameters(parts, [[[1, 2n, 3n]]]);
    expect(populatedTicksAnswer(data.slice(0, -64))).toBeNull();
    expect(populatedTicksAnswer('0x')).toBeNull();
  });
});

// Words hold 256 ticks of the spacing each, counted from tick 0, and are floored, not truncated (uniswap.md §5).
test.each([
  [0, 1, 10, [-1, 0]],
  [-1, 60, 1, [-1, 0]],
  [15_360, 60, 0, [1]],
  [200_000, 10, 50_000, Array.from({ length: 40 }, (_, i) => 58 + i)],
])(
  'around tick %d of spacing %d, %d ticks either side, lie the words %j',
  (tick, spacing, reach, words) => {
    expect(wordsAround(tick, spacing, reach)).toEqual(words);
  },
);
