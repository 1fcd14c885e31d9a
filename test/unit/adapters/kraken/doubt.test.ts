// What it takes to say that nothing is there.

import { describe, expect, test } from '@jest/globals';
import { CONFIG, ONE, ScriptedKraken, restOrder, restTrade } from './scripted-line.ts';

describe('a proof of absence', () => {
  const doubted = (): ScriptedKraken => {
    const line = new ScriptedKraken({ ...CONFIG, orderDeadlineMs: 1_000, queryLagMs: 500 }).ready();
    line.refuse(line.submit(ONE), 'EGeneral:Internal error');
    expect(line.heard()).toEqual(['Unknown']);
    return line;
  };

  test('comes after deadline and twice the lag, and not before', () => {
    const line = doubted();
    line.wait(1_900);
    expect(line.heard()).toEqual([]);
    line.wait(5_000);
    expect(line.heard()).toEqual(['Absent']);
  });

  test('is none while a trade is of an order that no list shows', () => {
    const line = doubted();
    line.trades = { T1: restTrade('OUNKNOWN', '1') };
    line.wait(8_000);
    expect(line.heard().filter((text) => text === 'Absent')).toEqual([]);
    expect(line.remarks()).toContain('a child stays in doubt: its absence cannot be proven');
  });

  test('is none where the order is among the closed ones', () => {
    const line = doubted();
    line.closedOrders = {
      O1: restOrder({ status: 'closed', cl_ord_id: ONE.childID, vol_exec: '1' }),
    };
    line.trades = { T1: restTrade('O1', '1') };
    line.wait(5_000);
    expect(line.heard().sort()).toEqual([
      'Acknowledged O1',
      'Ended Filled 1',
      'Filled child T1 1@100.5',
    ]);
  });
});
