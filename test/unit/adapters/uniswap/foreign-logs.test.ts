// What is booked of a receipt: our pool's own swap and what it sent us, whatever else is written there; and words that
// are cut or too many are no answer (bad-inputs-and-faults.md, EVM responses).

import { describe, expect, test } from '@jest/globals';
import {
  type Address,
  addressWord,
  readReceipt,
  uintWord,
} from '../../../../adapters/chain/index.ts';
import { firstWord, reservesAnswer, slot0Answer } from '../../../../adapters/uniswap/calls.ts';
import { type PoolState, TOPICS, afterLog } from '../../../../adapters/uniswap/logs.ts';
import { fillOf } from '../../../../adapters/uniswap/swaps.ts';
import { asInstrumentID, asVenueOrderID } from '../../../../spec/terms/index.ts';
import { asPrice, asQty, epochNs } from '../../../../spec/units/index.ts';

const at = (digits: string) => `0x${digits.repeat(20)}` as Address;
const [POOL, BASE, QUOTE, ACCOUNT, STRANGER] = ['11', '22', '33', '44', '55'].map(at) as [
  Address,
  Address,
  Address,
  Address,
  Address,
];
const TRANSFER = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';
const E18 = 10n ** 18n;

const pool = {
  venueSymbol: 'ETHUSDT',
  instrumentID: asInstrumentID('ETH/USDT'),
  kind: 'v2',
  address: POOL,
  base: { asset: 'ETH', address: BASE, decimals: 18, approvesFromZero: false },
  quote: { asset: 'USDT', address: QUOTE, decimals: 6, approvesFromZero: true },
  feePips: 3_000,
  tickSpacing: 0,
  tick: asPrice(1n),
  lot: asQty(1n),
  minQty: asQty(1n),
  maxQty: asQty(E18),
} as const;

const data = (...words: readonly bigint[]) => `0x${words.map(uintWord).join('')}`;

/** 3,000 paid in for one out. */
const swap = (address: Address) => ({
  address,
  topics: [TOPICS.v2Swap],
  data: data(0n, 3_000_000_000n, E18, 0n),
});

const transfer = (token: Address, [from, to]: readonly [Address, Address], amount: bigint) => ({
  address: token,
  topics: [TRANSFER, `0x${addressWord(from)}`, `0x${addressWord(to)}`],
  data: data(amount),
});

function booked(logs: readonly object[]) {
  const receipt = readReceipt({
    transactionHash: `0x${'a'.repeat(64)}`,
    blockHash: `0x${'b'.repeat(64)}`,
    blockNumber: '0x1',
    status: '0x1',
    gasUsed: '0x1',
    effectiveGasPrice: '0x1',
    logs: logs.map((log, logIndex) => ({ ...log, logIndex: `0x${(logIndex + 9).toString(16)}` })),
  });
  if (receipt === null) throw new Error('no receipt');
  const venueOrderID = asVenueOrderID('0');
  const mined = { receipt, side: 'buy', account: ACCOUNT, chainID: 1, venueOrderID } as const;
  return fillOf({ ...mined, transactTime: epochNs(0n) }, pool);
}

describe('a fill', () => {
  test('is of our pool`s own event: the same words of another contract before it count for nothing', () => {
    const fill = booked([swap(STRANGER), transfer(BASE, [POOL, ACCOUNT], E18), swap(POOL)]);
    expect(fill?.lastQty).toBe(E18);
    expect(fill?.venueExecID).toBe(`1:0x${'a'.repeat(64)}:2`);
    expect(booked([swap(STRANGER)])).toBeNull();
  });

  test('is what the pool sent us of the token itself, not what others did, nor a token that calls itself so', () => {
    const fill = booked([
      transfer(BASE, [POOL, ACCOUNT], E18),
      transfer(BASE, [STRANGER, ACCOUNT], 5n * E18),
      transfer(BASE, [POOL, STRANGER], 7n * E18),
      transfer(STRANGER, [POOL, ACCOUNT], 9n * E18),
      swap(POOL),
    ]);
    expect(fill?.lastQty).toBe(E18);
  });

  test('of a token that keeps a hundredth of each transfer is what arrived, at the price that this comes to', () => {
    const fill = booked([transfer(BASE, [POOL, ACCOUNT], (99n * E18) / 100n), swap(POOL)]);
    expect(fill?.lastQty).toBe((99n * E18) / 100n);
    expect(fill?.grossTradeAmt).toBe(3_000n * 10n ** 36n);
    expect(fill?.lastPx).toBe(3_030_303_030_303_030_303_030n); // 3,000 / 0.99.
  });

  test('is none where the pool`s words are cut or too many', () => {
    const cut = { ...swap(POOL), data: data(0n, 1n, 1n) };
    expect(booked([cut])).toBeNull();
    expect(booked([{ ...cut, data: data(0n, 1n, 1n, 0n, 0n) }])).toBeNull();
    expect(booked([{ ...cut, data: `${data(0n, 1n, 1n, 0n)}0` }])).toBeNull();
  });
});

describe('an answer of one word too few, one too many, or half a word', () => {
  const wrong = (count: number): readonly string[] => {
    const words = Array.from({ length: count + 1 }, () => 1n);
    return [
      data(...words.slice(0, count - 1)),
      data(...words),
      data(...words.slice(0, count)).slice(0, -2),
    ];
  };
  test.each([
    ['a number', 1, firstWord],
    ['reserves', 3, reservesAnswer],
    ['slot0', 7, slot0Answer],
  ] as const)('is no %s', (_title, count, read) => {
    const right = data(...Array.from({ length: count }, () => 1n));
    expect(read(right)).not.toBeNull();
    for (const text of wrong(count)) expect(read(text)).toBeNull();
  });

  test('is no log of a pool: its block is not followed', () => {
    const state: PoolState = {
      pool: { type: 'V2', reserve0: 1n, reserve1: 1n, feePips: 3_000 },
      gross: new Map(),
    };
    const log = { address: POOL, topics: [TOPICS.v2Sync], logIndex: 0, data: data(2n, 2n) };
    expect(afterLog(state, log)?.pool).toMatchObject({ reserve0: 2n });
    for (const text of wrong(2)) expect(afterLog(state, { ...log, data: text })).toBeNull();
  });
});
