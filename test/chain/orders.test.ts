// Children as swaps on a real node: durable first, once, and dead only on evidence (uniswap.md §7, §8; routing.md).

import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import {
  GWEI,
  PATIENCE_MS,
  baseFee,
  coinHeld,
  desk,
  durable,
  emptyBlocks,
  ended,
  mineUntil,
  rawOf,
  setCoin,
  settled,
  signedFor,
  swapsOf,
  useDesk,
} from './swaps.ts';

useDesk();

test(
  'a buy receives exactly its quantity for no more than its limit, approvals and gas on it',
  async () => {
    const { WETH, USDT } = desk.chain.deployment.tokens;
    const before = [await desk.balance(WETH), await desk.balance(USDT)] as const;
    const child = desk.submit('buy', '2', '3030');
    await mineUntil(() => desk.of('Ended', child).length > 0, 'it ended');
    const [fill, ...more] = desk.of('Filled', child);
    expect(more).toEqual([]);
    expect(desk.of('Acknowledged', child).length).toBe(1);
    expect(desk.of('Ended', child)).toMatchObject([{ how: 'Filled', cumQty: 2n * 10n ** 18n }]);
    const paid = before[1] - (await desk.balance(USDT));
    expect((await desk.balance(WETH)) - before[0]).toBe(2n * 10n ** 18n);
    expect(paid).toBeLessThanOrEqual(6_060_000_000n);
    // The price is the quotient of what was paid: times the quantity, to the token's last unit.
    expect(Number(fill?.fill.lastPx ?? 0n) / 1e18).toBeCloseTo(Number(paid) / 1e6 / 2, 9);
    // A swap and an approval of more than 120,000 gas at 11 gwei.
    expect(fill?.fill.feeAmount ?? 0n).toBeGreaterThan(120_000n * 11n * GWEI);
    expect(fill?.fill.feeAsset).toBe('ETH');
  },
  PATIENCE_MS,
);

test(
  'a sell in a v2 pool pays exactly its quantity, for no less than its limit',
  async () => {
    const { WBTC, USDT } = desk.chain.deployment.tokens;
    const before = [await desk.balance(WBTC), await desk.balance(USDT)] as const;
    const child = desk.submit('sell', '0.25', '59000', 'BTCUSDT');
    await mineUntil(() => desk.of('Ended', child).length > 0, 'it ended');
    expect(before[0] - (await desk.balance(WBTC))).toBe(25_000_000n);
    expect((await desk.balance(USDT)) - before[1]).toBeGreaterThanOrEqual(14_750_000_000n);
    expect(desk.of('Filled', child).length).toBe(1);
  },
  PATIENCE_MS,
);

test(
  'a buy in a v2 pool receives exactly its quantity, too',
  async () => {
    const { WBTC } = desk.chain.deployment.tokens;
    const before = await desk.balance(WBTC);
    const child = desk.submit('buy', '0.1', '61000', 'BTCUSDT');
    await mineUntil(() => desk.of('Ended', child).length > 0, 'it ended');
    expect((await desk.balance(WBTC)) - before).toBe(10_000_000n);
  },
  PATIENCE_MS,
);

test(
  'what the pool does not give at the limit is cancelled, once its refusal is final, and its gas is on it',
  async () => {
    const before = await coinHeld();
    const child = desk.submit('sell', '1', '4000');
    await desk.mineOurs();
    await desk.chain.mine(2);
    await delay(200);
    expect(desk.of('Ended', child)).toEqual([]);
    await desk.chain.mine(4);
    await ended(child);
    expect(desk.of('Ended', child)).toMatchObject([
      {
        how: 'Canceled',
        cumQty: 0n,
        text: expect.stringMatching(/^the pool refused the swap in block \d+$/),
        // What the account has less of the chain's coin: nothing else was sent meanwhile.
        fee: { amount: before - (await coinHeld()), asset: 'ETH' },
      },
    ]);
    expect(before - (await coinHeld())).toBeGreaterThan(20_000n * 10n * GWEI);
    expect(desk.of('Filled', child)).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  'several children at once take nonces one after the other, and each fills once',
  async () => {
    const from = await desk.count();
    const children = [
      desk.submit('buy', '0.5', '3100'),
      desk.submit('sell', '0.3', '2900'),
      desk.submit('buy', '0.02', '62000', 'BTCUSDT'),
      desk.submit('buy', '0.4', '3100'),
    ];
    await desk.until(() => signedFor(children).length >= 6, 'all are signed');
    await mineUntil(
      () => children.every((child) => desk.of('Ended', child).length > 0),
      'all ended',
    );
    for (const child of children) expect(desk.of('Filled', child).length).toBe(1);
    // A busy machine may bid for one anew before it is mined: that is no further nonce.
    const nonces = [...new Set(signedFor(children).map(({ nonce }) => nonce))];
    expect(nonces).toEqual(nonces.map((_, at) => from + at));
  },
  PATIENCE_MS,
);

test(
  'two children whose gas the account can pay for one of: the other is refused before anything of it is signed',
  async () => {
    const first = desk.submit('sell', '0.1', '2800');
    await desk.mineOurs();
    await ended(first);
    await settled();
    const had = await coinHeld();
    const [swap] = swapsOf(first);
    const most = BigInt(swap?.gasLimit ?? 0) * (swap?.maxFeePerGas ?? 0n);
    await setCoin((most * 3n) / 2n);
    const children = [desk.submit('sell', '0.1', '2800'), desk.submit('sell', '0.2', '2800')];
    await mineUntil(
      () =>
        children.every((one) => desk.of('Refused', one).length + desk.of('Ended', one).length > 0),
      'both ended',
    );
    const [filled, refused] = children;
    await setCoin(had);
    expect(desk.of('Filled', filled ?? first).length).toBe(1);
    expect(desk.of('Refused', refused ?? first)).toMatchObject([
      { text: expect.stringMatching(/gas may cost .* ETH, the account has /) },
    ]);
    expect(swapsOf(refused ?? first)).toEqual([]);
  },
  PATIENCE_MS,
);

describe('answers that are lost', () => {
  test.each([
    ['cut after the node has it', 'loseAnswer'],
    ['never given', 'hang'],
    ['a page of HTML after the node has it', 'badGateway'],
    ['a page of HTML instead', 'html'],
    ['a request that never arrives', 'dropRequest'],
  ] as const)(
    '%s: in doubt, the same bytes again, one fill',
    async (_title, kind) => {
      const { proxy } = desk.chain;
      // No approval goes before it: the allowance is there.
      const child = desk.submit('sell', '0.1', '2800');
      proxy.arm({ kind, count: 2 });
      await mineUntil(() => desk.of('Ended', child).length > 0, 'it ended');
      expect(desk.of('Filled', child).length).toBe(1);
      const signed = signedFor([child]).filter(({ purpose }) => purpose === 'Swap');
      expect(new Set(signed.map(({ nonce }) => nonce)).size).toBe(1);
    },
    PATIENCE_MS,
  );

  test(
    'the same bytes twice is no refusal, in the words of any node',
    async () => {
      const { proxy } = desk.chain;
      proxy.behaveLikeGeth(true);
      const child = desk.submit('sell', '0.1', '2800');
      await desk.pending();
      await delay(5_500); // It is shown to the node again: "already known".
      expect(proxy.counts()['eth_sendRawTransaction'] ?? 0).toBeGreaterThan(1);
      expect(desk.of('Refused', child)).toEqual([]);
      await desk.chain.mine();
      await ended(child);
      expect(desk.of('Filled', child).length).toBe(1);
      proxy.behaveLikeGeth(false);
    },
    PATIENCE_MS,
  );
});

describe('a transaction that blocks leave out', () => {
  test(
    'is bid for anew by an eighth or more of both fees, under the same nonce, and fills once',
    async () => {
      desk.chain.proxy.behaveLikeGeth(true);
      const child = desk.submit('sell', '0.2', '2800');
      await desk.pending();
      await emptyBlocks(3, 40n * GWEI); // Its cap was 21 gwei: the node lets it go.
      await desk.until(() => swapsOf(child).length >= 2, 'it is signed anew');
      const [first, second] = swapsOf(child);
      if (first === undefined || second === undefined) throw new Error('no two bids');
      expect(second.nonce).toBe(first.nonce);
      expect(second.maxFeePerGas * 8n).toBeGreaterThanOrEqual(first.maxFeePerGas * 9n);
      expect(second.maxPriorityFeePerGas * 8n).toBeGreaterThanOrEqual(
        first.maxPriorityFeePerGas * 9n,
      );
      await mineUntil(() => desk.of('Ended', child).length > 0, 'it ended');
      expect(desk.of('Filled', child).length).toBe(1);
      desk.chain.proxy.behaveLikeGeth(false);
    },
    PATIENCE_MS,
  );

  test(
    'may be mined by the older of its two hashes: that one is booked',
    async () => {
      const child = desk.submit('sell', '0.2', '2800');
      await desk.pending();
      // The newer bid is sent and never arrives: whether it did is not known, and both hashes are watched.
      desk.chain.proxy.arm({ kind: 'dropRequest', count: 100 });
      await emptyBlocks(3, 40n * GWEI);
      await desk.until(() => swapsOf(child).length >= 2, 'it is signed anew');
      const [first] = swapsOf(child);
      await desk.chain.node.rpc.call('anvil_dropAllTransactions');
      await baseFee(5n * GWEI);
      await desk.chain.node.rpc.call('eth_sendRawTransaction', [rawOf(first?.raw)]);
      await desk.chain.mine();
      await ended(child);
      expect(desk.of('Filled', child)[0]?.fill.venueExecID).toContain(first?.hash ?? 'none');
      expect(desk.of('Filled', child).length).toBe(1);
    },
    PATIENCE_MS,
  );

  test(
    'and whose deadline a final block has passed has expired, and its nonce is used by a cancel',
    async () => {
      desk.chain.proxy.arm({ kind: 'refuse', message: 'txpool is full', count: 10_000 });
      const child = desk.submit('sell', '0.2', '2800');
      await desk.until(() => swapsOf(child).length === 1, 'it is signed');
      await desk.chain.node.rpc.call('evm_increaseTime', [120]);
      await desk.chain.mine(6);
      await ended(child);
      expect(desk.of('Ended', child)).toMatchObject([{ how: 'Expired', cumQty: 0n }]);
      desk.chain.proxy.clear();
      await mineUntil(() => desk.account?.transactions.length === 0, 'its nonce is settled');
      expect(desk.of('Filled', child)).toEqual([]);
      const last = signedFor([child]).at(-1);
      expect(last?.purpose).toBe('Cancel');
    },
    PATIENCE_MS,
  );
});

describe('a cancel', () => {
  test(
    'is a transfer to ourselves under the same nonce; dead once that is final',
    async () => {
      const child = desk.submit('sell', '0.2', '2800');
      await desk.pending();
      desk.orders.cancel(durable(child));
      await desk.until(
        () => signedFor([child]).some(({ purpose }) => purpose === 'Cancel'),
        'a cancel is signed',
      );
      await delay(200);
      await desk.chain.mine();
      await delay(200);
      expect(desk.of('Ended', child)).toEqual([]);
      await desk.chain.mine(5);
      await ended(child);
      expect(desk.of('Ended', child)).toMatchObject([{ how: 'Canceled', cumQty: 0n }]);
      expect(desk.of('Filled', child)).toEqual([]);
    },
    PATIENCE_MS,
  );

  test(
    'that comes too late is refused, and the fill stands',
    async () => {
      const child = desk.submit('sell', '0.2', '2800');
      await desk.mineOurs();
      await ended(child);
      desk.orders.cancel(durable(child));
      expect(desk.of('Filled', child).length).toBe(1);
      expect(desk.of('Ended', child).at(-1)).toMatchObject({ how: 'Filled' });
    },
    PATIENCE_MS,
  );
});

describe('a process that dies', () => {
  test(
    'between signed and sent sends the same bytes again',
    async () => {
      desk.broadcasts = false;
      const child = desk.submit('sell', '0.2', '2800');
      await desk.until(() => swapsOf(child).length === 1, 'it is signed');
      desk.kill();
      desk.broadcasts = true;
      await desk.startOrders();
      await mineUntil(() => desk.of('Ended', child).length > 0, 'it ended');
      expect(desk.of('Filled', child).length).toBe(1);
      expect(swapsOf(child).length).toBe(1);
    },
    PATIENCE_MS,
  );

  test(
    'between sent and mined finds its fill',
    async () => {
      const child = desk.submit('sell', '0.2', '2800');
      await desk.pending();
      desk.kill();
      await desk.chain.mine(2);
      await desk.startOrders();
      await ended(child);
      expect(desk.of('Filled', child).length).toBe(1);
    },
    PATIENCE_MS,
  );

  test(
    'and whose reported fill is reorganised away meanwhile takes it back',
    async () => {
      const child = desk.submit('sell', '0.2', '2800');
      await desk.mineOurs();
      await ended(child);
      desk.kill();
      await desk.chain.node.rpc.call('anvil_reorg', [1, []]);
      await desk.startOrders();
      await desk.until(
        () => desk.of('FillCancelled', child).length === 1,
        'the fill is taken back',
      );
      await mineUntil(() => desk.of('Filled', child).length === 2, 'it fills again');
      // It was not adopted: it had ended. Its end is told all the same.
      await desk.until(() => desk.of('Ended', child).length === 2, 'its end is told again');
    },
    PATIENCE_MS,
  );
});

describe('the signer', () => {
  test(
    'that is gone stops trading and nothing else; back, it goes on',
    async () => {
      await desk.stopSigner();
      await desk.until(() => desk.venueState === 'Connecting', 'the venue is not ready');
      const refused = desk.submit('sell', '0.2', '2800');
      expect(desk.of('Refused', refused)).toMatchObject([
        { text: expect.stringMatching(/^not sent: /) },
      ]);
      await desk.startSigner();
      await desk.until(() => desk.venueState === 'Ready', 'the venue is ready again');
      const child = desk.submit('sell', '0.2', '2800');
      await mineUntil(() => desk.of('Ended', child).length > 0, 'it ended');
      expect(desk.of('Filled', child).length).toBe(1);
    },
    PATIENCE_MS,
  );

  test(
    'that refuses gives the child its words, and no nonce is lost',
    async () => {
      const before = desk.account?.nextNonce;
      const child = desk.submit('sell', '1000001', '1');
      await desk.until(() => desk.of('Refused', child).length === 1, 'it is refused');
      expect(desk.account?.nextNonce).toBe(before);
    },
    PATIENCE_MS,
  );
});

test(
  'a base fee above the cap refuses a child before anything is signed',
  async () => {
    await baseFee(400n * GWEI);
    await desk.chain.mine();
    await delay(300);
    const child = desk.submit('sell', '0.2', '2800');
    expect(desk.of('Refused', child)).toMatchObject([
      { text: expect.stringMatching(/^not sent: gas is above the cap: /) },
    ]);
  },
  PATIENCE_MS,
);
