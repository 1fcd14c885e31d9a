import { describe, expect, test } from '@jest/globals';
import { cursorFrom, decodeCursor, encodeCursor } from '../../../../gateway/dropcopy/cursor.ts';
import {
  type FeedAction,
  type FeedInput,
  type FeedState,
  initialFeed,
  lagNs,
  stepFeed,
} from '../../../../gateway/dropcopy/feed.ts';
import type { Copy } from '../../../../gateway/dropcopy/page.ts';
import { epochNs } from '../../../../spec/units/index.ts';

const NOON = 1_795_262_400_000_000_000n;
const SECOND = 1_000_000_000n;

function copyOf(sequence: number): Copy {
  return { sequence, msgType: '8', bytes: new Uint8Array(400), clientCompID: 'ACME' };
}

type WithoutNow<T> = T extends unknown ? Omit<T, 'now'> : never;

/** A feed that begins behind record 100, in epoch 1. */
class Bench {
  state: FeedState = initialFeed(cursorFrom(100, 1, epochNs(NOON)), epochNs(NOON));
  /** Seconds after noon. */
  clock = 0;

  take(input: WithoutNow<FeedInput>): readonly FeedAction[] {
    const now = epochNs(NOON + BigInt(this.clock) * SECOND);
    const { state, actions } = stepFeed(this.state, { ...input, now } as FeedInput);
    this.state = state;
    return actions;
  }

  logOn(epoch = 1): readonly FeedAction[] {
    return this.take({ type: 'LoggedOn', epoch, heartBtInt: 30 });
  }

  look(durable: number, outstandingBytes = 0): readonly FeedAction[] {
    return this.take({ type: 'Look', durable, outstandingBytes });
  }

  /** The read that was asked for finds copies of these events. */
  found(through: number, ...sequences: readonly number[]): readonly FeedAction[] {
    const copies = sequences.map(copyOf);
    return this.take({ type: 'PageRead', turn: this.state.turn, page: { through, copies } });
  }

  committed(): void {
    this.take({ type: 'Committed', turn: this.state.turn });
  }

  /** Read, sent and committed in one go. */
  sends(through: number, ...sequences: readonly number[]): readonly FeedAction[] {
    this.look(through);
    const actions = this.found(through, ...sequences);
    this.committed();
    return actions;
  }

  /** The peer answers the TestRequest that is due by now. */
  confirms(): void {
    this.clock += 30;
    const [asked] = this.look(this.state.readThrough);
    if (asked?.type !== 'RequestTest') throw new Error('no TestRequest');
    this.take({ type: 'TestAnswered', testReqID: asked.testReqID });
  }
}

function liveBench(): Bench {
  const bench = new Bench();
  bench.logOn();
  return bench;
}

const possResent = (actions: readonly FeedAction[]): readonly number[] =>
  actions.flatMap((action) =>
    action.type === 'Send'
      ? action.copies
          .filter(({ sequence }) => sequence <= action.possResendThrough)
          .map(({ sequence }) => sequence)
      : [],
  );

describe('reading', () => {
  test('nobody is connected: nothing is read', () => {
    expect(new Bench().look(1_000)).toEqual([]);
  });

  test('goes on behind the last page, to what is durable', () => {
    const bench = liveBench();
    expect(bench.look(150)).toEqual([{ type: 'Read', turn: 2, after: 100, through: 150 }]);
    bench.found(140, 110, 140);
    bench.committed();
    expect(bench.look(160)).toEqual([{ type: 'Read', turn: 3, after: 140, through: 160 }]);
  });

  test('one page at a time: the next is read when the one before is durable', () => {
    const bench = liveBench();
    bench.look(150);
    expect(bench.look(160)).toEqual([]);
    bench.found(150, 110);
    expect(bench.look(160)).toEqual([]);
    bench.committed();
    expect(bench.look(160)).toHaveLength(1);
  });

  test('numbers, copies and cursor go into one batch', () => {
    const bench = liveBench();
    bench.look(150);
    expect(bench.found(150, 110)).toMatchObject([
      {
        type: 'Send',
        copies: [{ sequence: 110 }],
        cursor: { epoch: 1, confirmed: 100, sent: 150 },
      },
    ]);
  });

  test('a page without a copy is passed over without a write, until 50,000 events', () => {
    const bench = liveBench();
    bench.look(50_099);
    expect(bench.found(50_099)).toEqual([]);
    bench.look(50_100);
    expect(bench.found(50_100)).toMatchObject([
      { type: 'Save', cursor: { confirmed: 50_100, sent: 50_100 } },
    ]);
  });

  test('a read that failed is asked for again', () => {
    const bench = liveBench();
    bench.look(150);
    bench.take({ type: 'ReadFailed', turn: bench.state.turn });
    expect(bench.look(150)).toEqual([{ type: 'Read', turn: 3, after: 100, through: 150 }]);
  });

  test('a page that comes when its connection has ended is passed over, and read again', () => {
    const bench = liveBench();
    bench.look(150);
    const { turn } = bench.state;
    bench.take({ type: 'LoggedOff' });
    bench.logOn();
    const page = { through: 150, copies: [copyOf(110)] };
    expect(bench.take({ type: 'PageRead', turn, page })).toEqual([]);
    expect(bench.look(150)).toMatchObject([{ type: 'Read', after: 100, through: 150 }]);
  });
});

describe('a slow peer', () => {
  test('nothing is read while more than 256 KiB wait for the socket', () => {
    const bench = liveBench();
    expect(bench.look(150, 256 * 1024 + 1)).toEqual([]);
    expect(bench.look(150, 256 * 1024)).toHaveLength(1);
  });

  test('2,000 copies that are not known to have arrived: it is waited for the answer', () => {
    const bench = liveBench();
    const sequences = Array.from({ length: 2_000 }, (_, index) => 101 + index);
    bench.sends(2_100, ...sequences);
    const [asked] = bench.look(2_200);
    expect(asked).toMatchObject({ type: 'RequestTest' });
    expect(bench.look(2_200)).toEqual([]);
    if (asked?.type === 'RequestTest') {
      bench.take({ type: 'TestAnswered', testReqID: asked.testReqID });
    }
    expect(bench.look(2_200)).toMatchObject([{ type: 'Read', after: 2_100 }]);
  });

  test('one that answers no TestRequest, and reads, gets its copies all the same', () => {
    const bench = liveBench();
    bench.sends(2_100, ...Array.from({ length: 2_000 }, (_, index) => 101 + index));
    bench.look(2_200);
    bench.clock += 119; // Twice twice HeartBtInt.
    expect(bench.look(2_200)).toEqual([]);
    bench.clock += 1;
    expect(bench.look(2_200, 1)).toEqual([]);
    expect(bench.look(2_200)).toMatchObject([{ type: 'Read', after: 2_100 }]);
    expect(bench.state.cursor.confirmed).toBe(100);
  });
});

describe('what has arrived', () => {
  test('is asked for once a heartbeat interval at most, and known by the answer alone', () => {
    const bench = liveBench();
    bench.sends(150, 110);
    bench.clock += 29;
    expect(bench.look(150)).toEqual([]);
    bench.clock += 1;
    expect(bench.look(150)).toEqual([{ type: 'RequestTest', testReqID: 'COPY-1-150' }]);
    expect(bench.look(150)).toEqual([]);
    bench.take({ type: 'TestAnswered', testReqID: 'COPY-1-140' });
    expect(bench.state.cursor.confirmed).toBe(100);
    bench.take({ type: 'TestAnswered', testReqID: 'COPY-1-150' });
    expect(bench.state.cursor.confirmed).toBe(150);
  });

  test('the answer confirms what was sent before the question, not what came behind it', () => {
    const bench = liveBench();
    bench.sends(150, 110);
    bench.clock += 30;
    bench.look(150);
    bench.sends(160, 155);
    bench.take({ type: 'TestAnswered', testReqID: 'COPY-1-150' });
    expect(bench.state.cursor).toMatchObject({ confirmed: 150, sent: 160 });
  });
});

describe('a new connection', () => {
  test('in the same epoch goes on: the peer asks for what it missed by its numbers', () => {
    const bench = liveBench();
    bench.sends(150, 110, 150);
    bench.take({ type: 'LoggedOff' });
    bench.logOn();
    expect(bench.look(160)).toMatchObject([{ type: 'Read', after: 150, through: 160 }]);
  });

  test('in a new epoch begins behind what is known to have arrived, with PossResend=Y', () => {
    const bench = liveBench();
    bench.sends(150, 110, 150);
    bench.confirms();
    bench.sends(160, 155, 158);
    bench.take({ type: 'LoggedOff' });
    bench.logOn(2);
    expect(bench.look(170)).toMatchObject([{ type: 'Read', after: 150, through: 170 }]);
    const actions = bench.found(170, 155, 158, 165);
    expect(possResent(actions)).toEqual([155, 158]);
    expect(actions).toMatchObject([{ cursor: { epoch: 2, confirmed: 150, sent: 170 } }]);
  });

  test('a second reset before anything of the first is confirmed begins at the same place', () => {
    const bench = liveBench();
    bench.sends(160, 155, 158);
    bench.logOn(2);
    bench.look(160);
    bench.found(156, 155);
    bench.committed();
    bench.logOn(3);
    expect(bench.look(160)).toMatchObject([{ type: 'Read', after: 100, through: 160 }]);
    expect(possResent(bench.found(160, 155, 158))).toEqual([155, 158]);
  });

  test('behind a restart the cursor alone says where it goes on', () => {
    const bench = liveBench();
    bench.sends(160, 155);
    const kept = decodeCursor(encodeCursor(bench.state.cursor));
    expect(kept).toEqual(bench.state.cursor);
    const next = new Bench();
    next.state = initialFeed(kept, epochNs(NOON));
    next.logOn(2);
    expect(next.look(200)).toMatchObject([{ type: 'Read', after: 100, through: 200 }]);
    expect(possResent(next.found(200, 155, 180))).toEqual([155]);
  });
});

describe('the lag', () => {
  const lag = (bench: Bench, durable: number): bigint =>
    lagNs(bench.state, durable, epochNs(NOON + BigInt(bench.clock) * SECOND)) / SECOND;

  test('is the time since it was given all there was; 0 while it is', () => {
    const bench = liveBench();
    bench.clock = 10;
    bench.sends(150, 110);
    bench.clock = 25;
    expect(lag(bench, 150)).toBe(0n);
    expect(lag(bench, 151)).toBe(15n);
  });

  test('grows while it is away, from when it was last whole', () => {
    const bench = liveBench();
    bench.clock = 10;
    bench.look(100);
    bench.take({ type: 'LoggedOff' });
    bench.clock = 70;
    expect(lag(bench, 200)).toBe(60n);
  });

  test('of one that trades without pause is that of its last page', () => {
    const bench = liveBench();
    for (let second = 1; second <= 5; second += 1) {
      bench.clock = second;
      bench.sends(100 + second, 100 + second);
    }
    expect(lag(bench, 106)).toBe(0n);
  });
});

test('a cursor of another length is not guessed', () => {
  expect(() => decodeCursor(new Uint8Array(32))).toThrow('a cursor of 32 bytes: 40 expected');
});
