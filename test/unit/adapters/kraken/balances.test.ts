// The channel of balances: all of them in its snapshot, each as it moves, and all anew behind a gap.
import { describe, expect, test } from '@jest/globals';
import { qty } from '../../../fixtures/desk.ts';
import { ScriptedKraken } from './scripted-line.ts';

const told = (line: ScriptedKraken) =>
  line.notices.flatMap((notice) => (notice.type === 'BalancesFound' ? [notice] : []));

const main = { wallet_type: 'spot', wallet_id: 'main' } as const;

function snapshot(line: ScriptedKraken, sequence = 1): void {
  const wallets = [
    { type: 'earn', id: 'flex', balance: 5 },
    { type: 'spot', id: 'main', balance: 1.25 },
  ];
  const data = [{ asset: 'BTC', asset_class: 'currency', balance: 6.25, wallets }];
  line.frame({ channel: 'balances', type: 'snapshot', sequence, data });
}

const update = (line: ScriptedKraken, sequence: number, item: object): void =>
  line.frame({ channel: 'balances', type: 'update', sequence, data: [item] });

describe('balances', () => {
  test('are those of the spot wallet, which orders are paid from', () => {
    const line = new ScriptedKraken().ready();
    snapshot(line);
    expect(told(line)).toEqual([
      {
        type: 'BalancesFound',
        venueID: 'kraken',
        isWhole: true,
        balances: [{ asset: 'BTC', total: qty('1.25') }],
      },
    ]);
    update(line, 2, { asset: 'BTC', balance: 0.75, amount: -0.5, ...main });
    update(line, 3, { asset: 'BTC', balance: 9, wallet_type: 'earn', wallet_id: 'flex' });
    expect(
      told(line)
        .slice(1)
        .map(({ isWhole, balances }) => ({ isWhole, balances })),
    ).toEqual([
      { isWhole: false, balances: [{ asset: 'BTC', total: qty('0.75') }] },
      { isWhole: false, balances: [] },
    ]);
  });

  test('behind a lost message all are heard anew, and nothing is believed before', () => {
    const line = new ScriptedKraken().ready();
    snapshot(line);
    update(line, 3, { asset: 'BTC', balance: 0.75, ...main });
    expect(told(line)).toHaveLength(1);
    expect(line.take('unsubscribe').params).toMatchObject({ channel: 'balances' });
    expect(line.take('subscribe').params).toMatchObject({ channel: 'balances', snapshot: true });
    update(line, 4, { asset: 'BTC', balance: 0.5, ...main });
    expect(told(line)).toHaveLength(1);
    snapshot(line, 5);
    expect(told(line)).toHaveLength(2);
    expect(line.state()).toBe('Ready');
  });

  test('that the venue does not tell hold nothing up, and a person hears of it', () => {
    const line = new ScriptedKraken().ready();
    line.drop();
    line.wait(1_000);
    line.connect();
    expect(line.state()).toBe('Ready');
    expect(told(line)).toEqual([]);
  });
});
