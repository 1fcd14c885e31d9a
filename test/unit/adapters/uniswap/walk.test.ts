// The order side follows heads; its questions to the node are answered here by hand.

import { expect, test } from '@jest/globals';
import { addressOf } from '../../../../adapters/chain/index.ts';
import type { MachineAction } from '../../../../adapters/port/index.ts';
import {
  UNISWAP_ORDERS_DEFAULTS,
  createUniswapOrders,
} from '../../../../adapters/uniswap/index.ts';
import { asVenueID } from '../../../../spec/terms/index.ts';
import { epochNs } from '../../../../spec/units/index.ts';

const zero = addressOf(`0x${'0'.repeat(40)}`);
if (zero === null) throw new Error('no address');

const machine = createUniswapOrders({
  ...UNISWAP_ORDERS_DEFAULTS,
  venueID: asVenueID('uniswap'),
  rpcURL: 'http://node',
  signerURL: 'unix:signer.sock:',
  chainID: 1337,
  account: zero,
  coin: 'ETH',
  contracts: { factoryV2: zero, factoryV3: zero, routerV2: zero, routerV3: zero, tickLens: zero },
  pools: [],
  fees: { maxFeePerGas: 100n, priorityFeePerGas: 1n },
  confirmations: 1,
  finalDepth: 4,
  deadlineS: 60,
});

interface Question {
  readonly requestID: string;
  readonly method: string;
}

let now = 1_795_262_400_000_000_000n;

function asked(actions: readonly MachineAction[]): readonly Question[] {
  return actions.flatMap((action) => {
    if (action.type !== 'SendHttp' || !action.url.startsWith('http')) return [];
    const { method } = JSON.parse(action.body ?? '{}') as { readonly method: string };
    return [{ requestID: action.requestID, method }];
  });
}

function ticked(): readonly Question[] {
  now += 300_000_000n; // More than a poll.
  return asked(machine.step({ type: 'ClockTicked', now: epochNs(now) }).actions);
}

function answered(question: Question | undefined, result: unknown): readonly Question[] {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, result });
  const outcome = { type: 'Answered', status: 200, headers: {}, body } as const;
  const requestID = question?.requestID ?? 'none';
  return asked(
    machine.step({ type: 'HttpReplied', requestID, outcome, now: epochNs(now) }).actions,
  );
}

function block(n: number): object {
  const hash = (of: number): string => `0x${of.toString(16).padStart(64, '0')}`;
  return {
    number: `0x${n.toString(16)}`,
    hash: hash(n),
    parentHash: hash(n - 1),
    timestamp: '0x1',
    baseFeePerGas: '0x1',
  };
}

const HEAD = 'eth_getBlockByNumber';
const PARENT = 'eth_getBlockByHash';

// Without that a node that answers more slowly than it is polled began the walk anew for ever.
test('no head is asked for while a way back to what is held is walked, however slow the node', () => {
  const [chain] = asked(machine.step({ type: 'Started', now: epochNs(now) }).actions);
  answered(chain, '0x539');
  const [first] = ticked();
  expect(first?.method).toBe(HEAD);
  answered(first, block(1));
  const [second] = ticked().filter(({ method }) => method === HEAD);
  const [parent] = answered(second, block(4)).filter(({ method }) => method === PARENT);
  expect(parent?.method).toBe(PARENT);
  expect(ticked().filter(({ method }) => method === HEAD)).toEqual([]);
  const [grandparent] = answered(parent, block(3)).filter(({ method }) => method === PARENT);
  expect(ticked().filter(({ method }) => method === HEAD)).toEqual([]);
  const after = [...answered(grandparent, block(2)), ...ticked()];
  expect(after.map(({ method }) => method)).toContain(HEAD);
});
