// What of an epoch's reports may not have arrived, when a connection has ended.
import { describe, expect, test } from '@jest/globals';
import { type Delivery, ended } from '../../../../gateway/process/fix-records.ts';
import { epochNs } from '../../../../spec/units/index.ts';

const at = (seconds: number) => epochNs(BigInt(seconds) * 1_000_000_000n);
const connected = (loggedOnAt: number, cutoff: number): Delivery => ({
  epoch: 3,
  connection: { loggedOnAt: at(loggedOnAt), heartBtInt: 10 },
  cutoff: at(cutoff),
});

describe('when a connection has ended', () => {
  test('the last two heartbeat intervals are not known to have arrived', () => {
    const delivery = ended(connected(1_000, 900), at(5_000));
    expect(delivery).toEqual({ epoch: 3, connection: null, cutoff: at(4_980) });
  });

  test('one shorter than that keeps the cutoff that it began with', () => {
    expect(ended(connected(1_000, 900), at(1_015)).cutoff).toBe(at(900));
  });

  test('a cutoff that is later than two intervals ago is none', () => {
    expect(ended(connected(1_000, 1_000), at(1_015)).cutoff).toBe(at(995));
  });

  test('a second crash without a connection moves nothing', () => {
    const first = ended(connected(1_000, 900), at(5_000));
    expect(ended(first, at(9_000))).toEqual(first);
  });
});
