// A node that is not ours, or not up to date: nothing is signed by its word (bad-inputs-and-faults.md, EVM responses).

import { expect, test } from '@jest/globals';
import { addressOf } from '../../../../adapters/chain/index.ts';
import type { MachineAction } from '../../../../adapters/port/index.ts';
import {
  UNISWAP_ORDERS_DEFAULTS,
  createUniswapOrders,
} from '../../../../adapters/uniswap/index.ts';
import { asVenueID } from '../../../../spec/terms/index.ts';
import { epochNs } from '../../../../spec/units/index.ts';
import type { VenueNotice } from '../../../../spec/venues/index.ts';

const ACCOUNT = `0x${'44'.repeat(20)}`;
const zero = addressOf(`0x${'0'.repeat(40)}`);
const account = addressOf(ACCOUNT);
if (zero === null || account === null) throw new Error('no address');

const contracts = {
  factoryV2: zero,
  factoryV3: zero,
  routerV2: zero,
  routerV3: zero,
  tickLens: zero,
};
const config = {
  ...UNISWAP_ORDERS_DEFAULTS,
  venueID: asVenueID('uniswap'),
  rpcURL: 'http://node',
  signerURL: 'unix:signer.sock:',
  chainID: 1337,
  account,
  coin: 'ETH',
  contracts,
  pools: [],
  fees: { maxFeePerGas: 100n, priorityFeePerGas: 1n },
  confirmations: 1,
  finalDepth: 4,
  deadlineS: 60,
};

type Answers = Readonly<Record<string, unknown>>;

const HEAD = {
  number: '0x9',
  hash: `0x${'9'.repeat(64)}`,
  parentHash: `0x${'8'.repeat(64)}`,
  timestamp: '0x1',
  baseFeePerGas: '0x1',
};
const USUAL: Answers = {
  eth_chainId: '0x539',
  eth_getBlockByNumber: HEAD,
  eth_getTransactionCount: '0x5',
  eth_getBalance: '0xde0b6b3a7640000',
};

/** What the venue says of itself once node and signer have answered; `nextNonce` is the journal's. */
function states(answers: Answers, nextNonce = 5): readonly string[] {
  const machine = createUniswapOrders(config);
  let now = 1_795_262_400_000_000_000n;
  const notices: VenueNotice[] = [];
  const take = (input: Parameters<typeof machine.step>[0]): readonly MachineAction[] => {
    const output = machine.step(input);
    notices.push(...output.notices);
    return output.actions;
  };
  const { venueID } = config;
  const adopted = { venueID, nextNonce, transactions: [], fills: [] };
  let open = [
    ...take({ type: 'AdoptAccount', account: adopted, now: epochNs(now) }),
    ...take({ type: 'Started', now: epochNs(now) }),
  ];
  for (let turn = 0; turn < 12; turn += 1) {
    const next: MachineAction[] = [];
    for (const action of open) {
      if (action.type !== 'SendHttp') continue;
      const { method } = JSON.parse(action.body ?? '{}') as { readonly method?: string };
      const body =
        method === undefined
          ? JSON.stringify({ type: 'Account', account: ACCOUNT })
          : JSON.stringify({ jsonrpc: '2.0', id: 1, result: answers[method] ?? null });
      const outcome = { type: 'Answered', status: 200, headers: {}, body } as const;
      const { requestID } = action;
      next.push(...take({ type: 'HttpReplied', requestID, outcome, now: epochNs(now) }));
    }
    now += 300_000_000n; // More than a poll.
    open = [...next, ...take({ type: 'ClockTicked', now: epochNs(now) })];
  }
  const said = notices.flatMap((one) =>
    one.type === 'Remarked' ? [`${one.level}: ${one.sentence}`] : [],
  );
  const states = notices.flatMap((one) =>
    one.type === 'StateChanged' ? [`${one.state}: ${one.cause}`] : [],
  );
  return [...said, ...states];
}

test('a node that agrees with the journal makes the venue ready', () => {
  expect(states(USUAL).at(-1)).toBe('Ready: node, signer and nonces agree');
});

test('one of another chain stops it', () => {
  const said = states({ ...USUAL, eth_chainId: '0x1' });
  expect(said.at(-1)).toBe('Stopped: the node is of another chain');
  expect(said.join()).not.toContain('Ready');
});

test('one that counts fewer transactions than the journal has given out and settled keeps it from trading', () => {
  const said = states({ ...USUAL, eth_getTransactionCount: '0x3' });
  expect(said.at(-1)).toMatch(/^Reconciling/);
  expect(said).toContain(
    'error: the chain counts fewer transactions of the account than the journal: another chain, or one that was set back',
  );
  expect(said.join()).not.toContain('Ready');
});

test.each([
  ['a base fee of 0x', { eth_getBlockByNumber: { ...HEAD, baseFeePerGas: '0x' } }],
  ['no head at all', { eth_getBlockByNumber: null }],
  ['a count that is none', { eth_getTransactionCount: '0x' }],
  ['a balance that is none', { eth_getBalance: 'much' }],
])('one that answers %s is not believed ready', (_title, answers) => {
  expect(states({ ...USUAL, ...answers }).join()).not.toContain('Ready');
});
