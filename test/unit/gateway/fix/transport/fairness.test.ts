import { describe, expect, test } from '@jest/globals';
import type { EpochNs } from '../../../../../spec/ports/index.ts';
import { defaultDriverLimits } from '../../../../../gateway/fix/transport/driver-parts.ts';
import { MemoryWire, noon, Pair, Side } from './pair.ts';

/** What the loop of events does: each thing that waits has its turn, then what came in meanwhile. */
class Loop {
  #waiting: (() => void)[] = [];
  readonly soon = (run: () => void): void => void this.#waiting.push(run);

  get isIdle(): boolean {
    return this.#waiting.length === 0;
  }

  turn(): void {
    const now = this.#waiting;
    this.#waiting = [];
    for (const run of now) run();
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(chunks));
}

/** A gateway's session, logged on, and `count` messages that its client has ready to send, in one chunk. */
function loggedOn(loop: Loop, options: ConstructorParameters<typeof Side>[2] = {}) {
  const pair = new Pair({ gateway: { ...options, soon: loop.soon } });
  pair.connect();
  pair.settle();
  while (!loop.isIdle) loop.turn();
  const chunk = (count: number, from = 0): Uint8Array => {
    for (let at = 0; at < count; at += 1) pair.client.send(`${from + at}`);
    const bytes = joined(pair.client.wire?.written ?? []);
    if (pair.client.wire !== null) pair.client.wire.written = [];
    return bytes;
  };
  return { pair, chunk, gateway: pair.gateway };
}

describe('fair between sessions', () => {
  test('a session that floods is read for 16 messages, then another has its turn', () => {
    const loop = new Loop();
    const flooding = loggedOn(loop);
    const other = loggedOn(loop);
    flooding.gateway.driver.receive(flooding.chunk(1000));
    other.gateway.driver.receive(other.chunk(1));
    expect(flooding.gateway.received).toHaveLength(16);
    expect(other.gateway.received).toEqual(['0']);
  });

  test('two that flood take turns, and both are heard whole and in order', () => {
    const loop = new Loop();
    const first = loggedOn(loop);
    const second = loggedOn(loop);
    first.gateway.driver.receive(first.chunk(100));
    second.gateway.driver.receive(second.chunk(100));
    let apart = 0;
    while (!loop.isIdle) {
      loop.turn();
      const lead = first.gateway.received.length - second.gateway.received.length;
      apart = Math.max(apart, Math.abs(lead));
    }
    expect(apart).toBeLessThanOrEqual(16);
    const all = Array.from({ length: 100 }, (_, at) => `${at}`);
    expect([first.gateway.received, second.gateway.received]).toEqual([all, all]);
  });

  test('what comes while its turn is awaited is heard behind what came before', () => {
    const loop = new Loop();
    const { gateway, chunk } = loggedOn(loop);
    gateway.driver.receive(chunk(40));
    gateway.driver.receive(chunk(40, 40));
    expect(gateway.received).toHaveLength(16);
    while (!loop.isIdle) loop.turn();
    expect(gateway.received).toEqual(Array.from({ length: 80 }, (_, at) => `${at}`));
  });

  test('what is not taken yet is bounded: above it the peer is not read, below it again', () => {
    const loop = new Loop();
    const limits = { ...defaultDriverLimits, maxUnreadBytes: 4_000 };
    const { gateway, chunk } = loggedOn(loop, { limits });
    gateway.driver.receive(chunk(100));
    expect(gateway.wire?.isPaused).toBe(true);
    while (!loop.isIdle) loop.turn();
    expect(gateway.wire?.isPaused).toBe(false);
    expect(gateway.received).toHaveLength(100);
  });

  test('a peer that says all it has and closes is heard to the end', () => {
    const loop = new Loop();
    const { gateway, chunk } = loggedOn(loop);
    gateway.driver.receive(chunk(50));
    gateway.driver.closed('the peer closed');
    expect(gateway.received).toHaveLength(50);
    while (!loop.isIdle) loop.turn();
    expect(gateway.received).toHaveLength(50);
  });

  test('a turn that was due on a connection that is gone is not taken on the next', () => {
    const loop = new Loop();
    const { pair, gateway, chunk } = loggedOn(loop);
    gateway.driver.receive(chunk(50));
    pair.cut();
    pair.connect();
    pair.settle();
    while (!loop.isIdle) loop.turn();
    expect(gateway.received).toHaveLength(50);
    expect(gateway.wire).toBeInstanceOf(MemoryWire);
  });
});

test('a resend goes out a page at a turn, also where the wire takes all of it at once', () => {
  const loop = new Loop();
  const limits = { ...defaultDriverLimits, resendPageMessages: 10 };
  const pair = new Pair({ gateway: { soon: loop.soon, limits } });
  pair.connect();
  pair.settle();
  pair.cut();
  for (let at = 0; at < 35; at += 1) pair.gateway.send(`${at}`);
  pair.connect();
  pair.settle();
  expect(pair.client.received).toHaveLength(10);
  const after: number[] = [];
  while (!loop.isIdle) {
    loop.turn();
    pair.settle();
    after.push(pair.client.received.length);
  }
  expect(after.slice(0, 3)).toEqual([20, 30, 35]);
  expect(pair.client.received).toEqual(Array.from({ length: 35 }, (_, at) => `${at}`));
});

describe('a throttle that queues', () => {
  const throttle = { messagesPerSecond: 10, ordersPerSecond: null, above: 'queue' } as const;

  test('THR-03: takes one second’s worth, leaves the rest unread, and takes it as its rate allows', () => {
    const pair = new Pair({ gateway: { settings: { throttle } } });
    pair.connect();
    pair.settle();
    for (let at = 0; at < 25; at += 1) pair.client.send(`${at}`);
    pair.carry();
    const { received, wire } = pair.gateway;
    expect(received).toHaveLength(10);
    expect(wire?.isPaused).toBe(true);
    const after = (ms: number): number => {
      pair.clock.now = (pair.clock.now + BigInt(ms) * 1_000_000n) as EpochNs;
      pair.gateway.driver.tick();
      return received.length;
    };
    expect([after(250), after(250), after(500)]).toEqual([12, 15, 20]);
    expect(after(500)).toBe(25);
    expect(wire?.isPaused).toBe(false);
    expect(received).toEqual(Array.from({ length: 25 }, (_, at) => `${at}`));
  });

  test('a message that waits when its connection ends is sent again, and had once', () => {
    const pair = new Pair({ gateway: { settings: { throttle } } });
    pair.connect();
    pair.settle();
    for (let at = 0; at < 12; at += 1) pair.client.send(`${at}`);
    pair.carry();
    pair.cut();
    pair.clock.now = (noon + 60_000_000_000n) as EpochNs;
    pair.connect();
    pair.settle();
    expect(pair.gateway.received).toEqual(Array.from({ length: 12 }, (_, at) => `${at}`));
  });
});
