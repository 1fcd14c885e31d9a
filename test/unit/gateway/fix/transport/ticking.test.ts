import { expect, test } from '@jest/globals';
import { inTurns, tickBehindReading } from '../../../../../gateway/fix/transport/ticking.ts';

/** What waits for the next turn of the loop. */
function loop() {
  const waiting: (() => void)[] = [];
  return { soon: (run: () => void) => void waiting.push(run), turn: () => waiting.shift()?.() };
}

const sessions = Array.from({ length: 40 }, (_, at) => at);

test('a thousand heartbeats that are due together do not go before what arrives: sixteen sessions a turn', () => {
  const { soon, turn } = loop();
  const ticked: number[] = [];
  const tick = inTurns(
    soon,
    () => sessions,
    (one: number) => void ticked.push(one),
  );
  tick();
  expect(ticked).toEqual(sessions.slice(0, 16));
  turn();
  expect(ticked).toEqual(sessions.slice(0, 32));
  tick(); // The round is not through: no second one begins beside it.
  turn();
  expect(ticked).toEqual(sessions);
  turn();
  tick();
  expect(ticked.length).toBe(40 + 16);
});

test('in a simulated world, where nothing waits unseen, all are ticked at once', () => {
  const ticked: number[] = [];
  inTurns(
    undefined,
    () => sessions,
    (one: number) => void ticked.push(one),
  )();
  expect(ticked).toEqual(sessions);
});

test('after a tick that threw the next round begins with the first session', () => {
  const { soon, turn } = loop();
  let isBroken = true;
  const ticked: number[] = [];
  const tick = inTurns(
    soon,
    () => sessions,
    (one: number) => {
      if (isBroken && one === 20) throw new Error('broken');
      ticked.push(one);
    },
  );
  tick();
  expect(turn).toThrow('broken');
  isBroken = false;
  tick();
  turn();
  turn();
  expect(ticked.slice(20)).toEqual(sessions);
});

test('a tick comes behind what waits when it is due, and until then it tells silence', () => {
  const { soon, turn } = loop();
  const seen: string[] = [];
  let fire = (): void => undefined;
  const timers = {
    after: () => ({ cancel() {} }),
    every(_: number, run: () => void) {
      fire = run;
      return { cancel() {} };
    },
  };
  const ticking = tickBehindReading({ timers, soon }, 250, {
    due: () => void seen.push('due'),
    tick: () => void seen.push('tick'),
  });
  fire();
  expect(seen).toEqual(['due']);
  seen.push('read');
  turn();
  expect(seen).toEqual(['due', 'read', 'tick']);
  fire();
  ticking.cancel();
  turn();
  expect(seen).toEqual(['due', 'read', 'tick', 'due']);
});
