// What is shown of limits: what is held, what open orders could add, what is left. Figures by hand.
import { expect, test } from '@jest/globals';
import { limitRows } from '../../../../gateway/operator/limit-views.ts';
import {
  account,
  acknowledged,
  childOf,
  enter,
  filled,
  newBench,
  noLimits,
  qty,
  sessionID,
} from '../../../fixtures/desk.ts';

const rowsOf = (bench: ReturnType<typeof newBench>) =>
  limitRows(bench.state, (asked) => (asked === sessionID ? bench.accounts : []));

test('a position is used by what is held and reserved by what is open; the nearest account speaks', () => {
  const bench = newBench({
    limits: [
      { ...noLimits, maxLongPosition: qty(25), maxShortPosition: qty(1), maxOpenOrders: 3 },
      { ...noLimits, scope: 'session', scopeID: sessionID, maxOrdersPerSecond: 7 },
    ],
  });
  bench.send(enter(bench, 'A')); // 10 at 100.
  bench.send(acknowledged(childOf(bench, 'A')));
  bench.send(filled(childOf(bench, 'A'), 'e1', 4)); // 4 held, 6 open.
  bench.send(enter(bench, 'B', { side: 'sell', orderQty: qty('1.5') })); // Short by 1.5 - 4 at worst.
  const place = { scope: 'firm', id: '', changed: null } as const;
  const nearest = `${account} BTC/USDT`;
  expect(rowsOf(bench)).toEqual([
    {
      ...place,
      name: 'maxLongPosition',
      limit: '25',
      unit: 'BTC',
      used: '4',
      reserved: '6',
      headroom: '15',
      nearest,
    },
    {
      ...place,
      name: 'maxShortPosition',
      limit: '1',
      unit: 'BTC',
      used: '-4',
      reserved: '1.5',
      headroom: '3.5',
      nearest,
    },
    {
      ...place,
      name: 'maxOpenOrders',
      limit: '3',
      unit: '',
      used: '2',
      reserved: '0',
      headroom: '1',
      nearest: null,
    },
    {
      ...place,
      scope: 'session',
      id: 'ACME',
      name: 'maxOrdersPerSecond',
      limit: '7',
      unit: '',
      used: null,
      reserved: null,
      headroom: null,
      nearest: null,
    },
  ]);
});

test('a limit that was lowered under what is open shows what is missing, and who did it', () => {
  const bench = newBench();
  bench.send(enter(bench, 'A')); // 10 at 100 are worth 1000.
  bench.send({
    type: 'SetLimit',
    scope: 'account',
    scopeID: account,
    name: 'maxOpenNotional',
    value: 900n * 10n ** 36n,
    currency: null,
    who: 'kim',
    reason: 'quiet day',
  });
  expect(rowsOf(bench)).toEqual([
    {
      scope: 'account',
      id: account,
      name: 'maxOpenNotional',
      limit: '900',
      unit: 'USDT',
      used: '0',
      reserved: '1000',
      headroom: '-100',
      nearest: null,
      changed: {
        who: 'kim',
        when: '2026-11-21T12:00:00.000000000Z',
        reason: 'quiet day',
        configured: 'none',
      },
    },
  ]);
});
