// What of an epoch's reports may not have arrived, when a connection has ended.
import { describe, expect, test } from '@jest/globals';
import { type Delivery, ended, takenOver } from '../../../../gateway/process/fix-records.ts';
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

describe('what a process before this one leaves', () => {
  test('ends with its last record', () => {
    const left = takenOver(connected(1_000, 900), { lastTime: at(5_000), now: at(6_000) });
    expect(left).toEqual({ epoch: 3, connection: null, cutoff: at(4_980) });
  });

  test('under a clock that was ahead of ours is not later than what is sent from now on', () => {
    const behind = { lastTime: at(5_000), now: at(4_950) };
    expect(takenOver(connected(1_000, 900), behind).cutoff).toBe(at(4_930));
    const away: Delivery = { epoch: 3, connection: null, cutoff: at(4_980) };
    expect(takenOver(away, behind)).toEqual({ ...away, cutoff: at(4_950) });
  });
});
