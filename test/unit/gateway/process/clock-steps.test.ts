// Time by which things grow old: without the steps forward, and never ahead of the desk's own.
import { expect, test } from '@jest/globals';
import { withoutSteps } from '../../../../gateway/process/clock-steps.ts';
import { wallClock } from '../../../../gateway/process/wall-clock.ts';
import { noon } from '../fix/transport/pair.ts';

const SECOND = 1_000_000_000n;

/** A machine's time, which goes on by ten seconds at a time, and what it was set by. */
class Machine {
  monotonicNs = 0n;
  setByNs = 0n;
  readonly clock = wallClock({
    wall: () => noon + this.monotonicNs + this.setByNs,
    monotonic: () => this.monotonicNs,
  });

  tenSeconds(): void {
    this.monotonicNs += 10n * SECOND;
    this.clock.now();
  }
}

test('a clock that is set forward by an hour has grown ten seconds older in ten seconds, and then twenty', () => {
  const machine = new Machine();
  const aged = withoutSteps(machine.clock);
  machine.setByNs = 3_600n * SECOND;
  machine.tenSeconds();
  expect(machine.clock.now()).toBe(noon + 3_610n * SECOND);
  expect(aged()).toBe(noon + 10n * SECOND);
  machine.tenSeconds();
  expect(aged()).toBe(noon + 20n * SECOND);
});

test('nothing is older than by the desk`s own time, which goes slower when the clock is set back', () => {
  const machine = new Machine();
  const aged = withoutSteps(machine.clock);
  machine.setByNs = -3_600n * SECOND;
  machine.tenSeconds();
  machine.tenSeconds();
  // A tenth slower.
  expect(machine.clock.now()).toBe(noon + 18n * SECOND);
  expect(aged()).toBe(noon + 18n * SECOND);
});
