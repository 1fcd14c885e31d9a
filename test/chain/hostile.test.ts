// Tokens that misbehave, staged on a real node: what arrived is booked to the last unit, what did not is no fill, and a
// swap that fails costs its gas and nothing else (routing.md, failure modes: hostile tokens and pools).

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { encodeDeployData, encodeFunctionData } from 'viem';
import type { ChildID } from '../../spec/terms/index.ts';
import { tokenAbi } from '../sandbox/chain/abi.ts';
import { HOSTILE, compileHostileToken } from '../sandbox/chain/artifacts.ts';
import {
  type Hex,
  type Pool,
  type Token,
  addPool,
  hex,
  providerOf,
  startChain,
  transact,
} from '../sandbox/chain/index.ts';
import { poolOf } from './configured.ts';
import { ACCOUNT_TEXT, ChainDesk } from './desk.ts';

const PATIENCE_MS = 60_000;
const GWEI = 10n ** 9n;
const E18 = 10n ** 18n;
const FAR = { buy: '11', sell: '9' } as const;

let desk: ChainDesk;
let token: Token;

beforeAll(async () => {
  const chain = await startChain({ blockTimeS: null, participants: null, funded: [ACCOUNT_TEXT] });
  const { rpc } = chain.node;
  const { deployment } = chain;
  await rpc.call('evm_setAutomine', [true]);
  const provider = await providerOf(rpc);
  const bytecode = compileHostileToken();
  const code = encodeDeployData({ abi: tokenAbi, bytecode, args: ['HOST', 18, false] });
  const { contractAddress } = await transact(rpc, provider, { data: code });
  if (contractAddress === null) throw new Error('the token was not deployed');
  token = { symbol: 'HOST', address: contractAddress, decimals: 18 };
  for (const account of [provider, ACCOUNT_TEXT]) await say('mint', account, 10n ** 9n * E18);
  for (const spender of [deployment.routerV2, deployment.positionManager]) {
    await say('approve', spender, 10n ** 30n);
  }
  const of = { base: token, quote: deployment.tokens.USDT, price: 10, liquidity: 0.01 };
  const pools: Pool[] = [
    await addPool(rpc, deployment, { ...of, v3: null }),
    await addPool(rpc, deployment, { ...of, v3: { feePips: 3_000, tickSpacing: 60 } }),
  ];
  await rpc.call('evm_setAutomine', [false]);
  desk = new ChainDesk(chain, {}, () =>
    pools.map((pool) => ({ ...poolOf(pool), venueSymbol: `HOST-${pool.kind}` })),
  );
  desk.furtherTokens = [token];
  await desk.startSigner();
  await desk.startOrders();

  async function say(functionName: 'mint' | 'approve', account: Hex, value: bigint): Promise<void> {
    const data = encodeFunctionData({ abi: tokenAbi, functionName, args: [account, value] });
    await transact(rpc, provider, { to: token.address, data });
  }
}, PATIENCE_MS);
afterAll(() => desk.end());
beforeEach(() => behave(HOSTILE.behaves));

describe.each(['v2', 'v3'] as const)('in a %s pool, a token', (kind) => {
  const venueSymbol = `HOST-${kind}`;

  test(
    'that keeps a part of each transfer: a buy is booked with what arrived, and what was paid for it',
    async () => {
      await behave(HOSTILE.keepsAPart);
      const before = await held();
      const child = desk.submit('buy', '10', FAR.buy, venueSymbol);
      await ended(child);
      const after = await held();
      expect(after.host - before.host).toBe((99n * E18) / 10n);
      const [fill, ...more] = desk.of('Filled', child).map((one) => one.fill);
      expect(more).toEqual([]);
      expect(fill).toMatchObject({
        lastQty: after.host - before.host,
        grossTradeAmt: (before.usdt - after.usdt) * 10n ** 30n,
        feeAmount: before.coin - after.coin,
      });
      expect(desk.of('Ended', child)).toMatchObject([
        { how: 'Filled', cumQty: after.host - before.host },
      ]);
    },
    PATIENCE_MS,
  );

  test(
    'that keeps a part of each transfer: a sell brings the pool too little, and fails whole',
    async () => {
      await behave(HOSTILE.keepsAPart);
      await failsWhole(() => desk.submit('sell', '10', FAR.sell, venueSymbol));
    },
    PATIENCE_MS,
  );

  test.each([
    ['returns false', 'buy', HOSTILE.returnsFalse],
    ['returns false', 'sell', HOSTILE.returnsFalse],
    ['reverts', 'buy', HOSTILE.reverts],
    ['reverts', 'sell', HOSTILE.reverts],
  ] as const)(
    'that %s on a transfer: a %s fails whole, and its gas is told with its end',
    async (_, side, mode) => {
      await behave(mode);
      await failsWhole(() => desk.submit(side, '10', FAR[side], venueSymbol));
    },
    PATIENCE_MS,
  );

  test.each(['buy', 'sell'] as const)(
    'that returns nothing, as Tether’s: a %s fills exactly',
    async (side) => {
      await behave(HOSTILE.returnsNothing);
      const before = await held();
      const child = desk.submit(side, '10', FAR[side], venueSymbol);
      await ended(child);
      const after = await held();
      const sign = side === 'buy' ? 1n : -1n;
      expect(sign * (after.host - before.host)).toBe(10n * E18);
      expect(desk.of('Filled', child).map((one) => one.fill)).toMatchObject([
        {
          lastQty: 10n * E18,
          grossTradeAmt: sign * (before.usdt - after.usdt) * 10n ** 30n,
          feeAmount: before.coin - after.coin,
        },
      ]);
    },
    PATIENCE_MS,
  );
});

test(
  'one that says it has moved what it has not: paid for and not received is no fill, and a person is told',
  async () => {
    await behave(HOSTILE.lies);
    const before = await held();
    const child = desk.submit('buy', '10', FAR.buy, 'HOST-v3');
    await ended(child);
    const after = await held();
    expect([after.host - before.host, after.usdt < before.usdt]).toEqual([0n, true]);
    expect(desk.of('Filled', child)).toEqual([]);
    // Money left for it, so it is no cancel: its fills are missing until a person has said what they are.
    expect(desk.of('Ended', child)).toMatchObject([
      {
        how: 'Filled',
        cumQty: 10n * E18,
        text: expect.stringMatching(/nothing came from it$/),
        fee: { amount: before.coin - after.coin, asset: 'ETH' },
      },
    ]);
    const told = desk.notices.filter(
      (one) => one.type === 'Remarked' && one.sentence.endsWith('nothing came from it'),
    );
    expect(told.length).toBe(1);
  },
  PATIENCE_MS,
);

/** Nothing moves but gas, which is told to the wei. */
async function failsWhole(submit: () => ChildID): Promise<void> {
  const before = await held();
  const child = submit();
  await ended(child);
  const after = await held();
  expect(desk.of('Filled', child)).toEqual([]);
  expect([after.host, after.usdt]).toEqual([before.host, before.usdt]);
  expect(desk.of('Ended', child)).toMatchObject([
    {
      how: 'Canceled',
      cumQty: 0n,
      text: expect.stringMatching(/^the pool refused the swap in block \d+$/),
      fee: { amount: before.coin - after.coin, asset: 'ETH' },
    },
  ]);
}

/** From the next block on. */
async function behave(mode: number): Promise<void> {
  const { rpc } = desk.chain.node;
  await rpc.call('evm_setAutomine', [true]);
  const data = encodeFunctionData({ abi: tokenAbi, functionName: 'behave', args: [mode] });
  await transact(rpc, await providerOf(rpc), { to: token.address, data });
  await rpc.call('evm_setAutomine', [false]);
}

async function held() {
  const coin = await desk.chain.node.rpc.call<Hex>('eth_getBalance', [ACCOUNT_TEXT, 'latest']);
  return {
    host: await desk.balance(token),
    usdt: await desk.balance(desk.chain.deployment.tokens.USDT),
    coin: BigInt(coin),
  };
}

const ended = (child: ChildID) => mineUntil(() => desk.of('Ended', child).length > 0, 'it ended');

/** A block now and then, until it holds. */
async function mineUntil(holds: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 100 && !holds(); tries += 1) {
    await desk.until(holds, what, 250).catch(() => undefined);
    await desk.chain.node.rpc.call('anvil_setNextBlockBaseFeePerGas', [hex(10n * GWEI)]);
    await desk.chain.mine();
  }
  await desk.until(holds, what, 1_000);
}
