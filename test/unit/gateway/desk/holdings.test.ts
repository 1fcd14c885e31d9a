// What the desk has booked of each asset at each venue, to be held beside what the venue tells.
import { describe, expect, test } from '@jest/globals';
import { restoreState, snapshotOf, stateHash } from '../../../../gateway/desk/index.ts';
import type { Command } from '../../../../spec/events/index.ts';
import { asVenueID } from '../../../../spec/terms/index.ts';
import { formatNotional } from '../../../../spec/units/index.ts';
import {
  type Bench,
  childOf,
  decimal,
  filled,
  newBench,
  qty,
  venueID,
} from '../../../fixtures/desk.ts';
import { rest } from './arrangement.ts';

const by = { who: 'kim', reason: 'ticket 91' } as const;

function agree(bench: Bench, asset: string, total: string, venue = venueID): void {
  bench.balances.set(`${venue} ${asset}`, qty(total));
  bench.send({ type: 'AgreeHolding', venueID: venue, asset, total: qty(total), ...by });
}

const own = (bench: Bench, asset: string): string | null => {
  const holding = [...bench.state.holdings.values()].find((one) => one.asset === asset);
  return holding === undefined ? null : formatNotional(holding.amount);
};

/** A fill for which the venue takes its fee in an asset. */
function fillWithFee(bench: Bench, fee: { readonly amount: string; readonly asset: string }): void {
  const command: Command = filled(childOf(bench, 'A'), 'X-1', '2', '100');
  if (command.type !== 'ReportFromVenue' || command.report.type !== 'Filled') throw new Error();
  const { report } = command;
  const fill = { ...report.fill, feeAmount: decimal(fee.amount), feeAsset: fee.asset };
  bench.send({ ...command, report: { ...report, fill } });
}

describe('what we have at a venue', () => {
  test('is what was agreed, and is in no book before', () => {
    const bench = newBench();
    expect(own(bench, 'USDT')).toBeNull();
    agree(bench, 'USDT', '1000.5');
    expect(own(bench, 'USDT')).toBe('1000.5');
    expect(bench.recorded.at(-1)?.event).toMatchObject({
      type: 'HoldingAgreed',
      asset: 'USDT',
      before: null,
      ...by,
    });
  });

  test('moves with each fill: what is bought, what it cost, and the fee in its asset', () => {
    const bench = newBench();
    for (const [asset, total] of [
      ['BTC', '10'],
      ['USDT', '1000'],
      ['BNB', '5'],
    ] as const) {
      agree(bench, asset, total);
    }
    rest(bench, 'A');
    fillWithFee(bench, { amount: '0.015', asset: 'BNB' });
    // 2 bought at 100: 10 + 2, 1000 - 200, 5 - 0.015.
    expect([own(bench, 'BTC'), own(bench, 'USDT'), own(bench, 'BNB')]).toEqual([
      '12',
      '800',
      '4.985',
    ]);
  });

  test('of an asset that no one has agreed stays in no book', () => {
    const bench = newBench();
    agree(bench, 'BTC', '10');
    rest(bench, 'A');
    fillWithFee(bench, { amount: '0', asset: 'USDT' });
    expect([own(bench, 'BTC'), own(bench, 'USDT')]).toEqual(['12', null]);
  });

  test('is the same behind a snapshot (I5)', () => {
    const bench = newBench();
    agree(bench, 'USDT', '7');
    const restored = restoreState(snapshotOf(bench.state));
    expect(stateHash(restored)).toBe(stateHash(bench.state));
    expect([...restored.holdings.values()]).toEqual([...bench.state.holdings.values()]);
    const empty = newBench();
    expect(stateHash(empty.state)).not.toBe(stateHash(bench.state));
  });
});

describe('a balance is agreed only as its venue tells it now', () => {
  const refused = (bench: Bench, command: Partial<{ venue: string; total: string }>) => {
    const [event] = bench.events({
      type: 'AgreeHolding',
      venueID: asVenueID(command.venue ?? venueID),
      asset: 'USDT',
      total: qty(command.total ?? '7'),
      ...by,
    });
    expect(bench.state.holdings.size).toBe(0);
    return event?.type === 'AdminRefused' ? event.text : null;
  };

  test.each([
    ['another total', { total: '8' }, `${venueID} tells 7 USDT now, not 8`],
    ['no such venue', { venue: 'nowhere' }, 'there is no venue nowhere'],
  ])('%s', (_, command, text) => {
    const bench = newBench();
    bench.balances.set(`${venueID} USDT`, qty('7'));
    expect(refused(bench, command)).toBe(text);
  });

  test('a venue that tells none', () => {
    expect(refused(newBench(), {})).toBe(`${venueID} tells no balances now`);
  });
});
