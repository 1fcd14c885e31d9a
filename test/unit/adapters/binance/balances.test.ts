// Balances: all of them as the account is asked, parts as the user stream tells.
import { describe, expect, test } from '@jest/globals';
import { qty } from '../../../fixtures/desk.ts';
import { ScriptedLine } from './scripted-line.ts';

const told = (line: ScriptedLine) =>
  line.notices.flatMap((notice) => (notice.type === 'BalancesFound' ? [notice] : []));

describe('balances', () => {
  test('are asked for at each line, free and locked together', () => {
    const line = new ScriptedLine().ready();
    expect(told(line)).toEqual([
      {
        type: 'BalancesFound',
        venueID: 'binance',
        isWhole: true,
        balances: [{ asset: 'BTC', total: qty('1.5') }],
      },
    ]);
  });

  test('that an outboundAccountPosition names change, and no others', () => {
    const line = new ScriptedLine().ready();
    line.event({
      e: 'outboundAccountPosition',
      E: 1,
      u: 1,
      B: [
        { a: 'BTC', f: '0.25000000', l: '0.00000000' },
        { a: 'USDT', f: '100.00000000', l: '7.50000000' },
      ],
    });
    expect(told(line).at(-1)).toMatchObject({
      isWhole: false,
      balances: [
        { asset: 'BTC', total: qty('0.25') },
        { asset: 'USDT', total: qty('107.5') },
      ],
    });
  });

  test.each([
    [{ a: 'BTC', f: '-1', l: '0' }],
    [{ a: 'BTC', f: 'much', l: '0' }],
    [{ f: '1', l: '0' }],
  ])('that cannot be read are said, and none of them counts: %j', (item) => {
    const line = new ScriptedLine().ready();
    const before = told(line).length;
    line.event({ e: 'outboundAccountPosition', E: 1, u: 1, B: [item] });
    expect(told(line)).toHaveLength(before);
    expect(line.notices.at(-1)).toMatchObject({ type: 'Remarked', level: 'error' });
  });

  test('that are not told hold nothing up', () => {
    const line = new ScriptedLine();
    line.balances = [{ asset: 'BTC' }];
    line.ready();
    expect(line.states().at(-1)).toBe('Ready');
    expect(told(line)).toEqual([]);
  });
});
