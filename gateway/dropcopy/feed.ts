// One drop copy's pace, as a machine: when to read on in the journal, what to send, what is known to
// have arrived. It reads only as fast as the peer takes it, and one page at a time.
//
// That a copy has arrived is known by the peer's answer to a TestRequest that was sent behind it. A write
// to a socket shows nothing: a slow peer leaves megabytes in the buffers between.

import { unreachable } from '../../spec/proof/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { type Cursor, inEpoch, sentTo } from './cursor.ts';
import type { Copy, Page } from './page.ts';

/** Copies that may be under way to the peer, about 400 bytes each. */
const WINDOW_COPIES = 2_000;
/** With so much of ours waiting for the socket nothing more is read. */
const HIGH_WATER_BYTES = 256 * 1024;
/** Events read without a copy in them, behind which the cursor is written all the same. */
const SAVE_EVERY = 50_000;
/** Where HeartBtInt is 0, and the least wait for an answer. */
const LEAST_PATIENCE_NS = 10_000_000_000n;
const NS_PER_SECOND = 1_000_000_000n;

export interface FeedState {
  readonly cursor: Cursor;
  /** There is no copy up to here that is not sent. At least `cursor.sent`. */
  readonly readThrough: number;
  readonly isLive: boolean;
  /** Seconds. */
  readonly heartBtInt: number;
  readonly step: 'Idle' | 'Reading' | 'Committing';
  /** Counts what was asked for: an answer to an older question is passed over. */
  readonly turn: number;
  /** The read that is under way. */
  readonly asked: { readonly through: number; readonly at: EpochNs } | null;
  /** Copies sent and not known to have arrived. */
  readonly unconfirmed: number;
  /** When the first of them was sent. */
  readonly unconfirmedSince: EpochNs;
  readonly test: Test | null;
}

/** The TestRequest that is not answered. */
export interface Test {
  readonly testReqID: string;
  /** What its answer confirms. */
  readonly sequence: number;
  readonly copies: number;
}

export type FeedInput =
  | {
      readonly type: 'LoggedOn';
      readonly epoch: number;
      readonly heartBtInt: number;
      readonly now: EpochNs;
    }
  | { readonly type: 'LoggedOff' }
  /** Time to look whether there is more. */
  | {
      readonly type: 'Look';
      readonly durable: number;
      readonly outstandingBytes: number;
      readonly now: EpochNs;
    }
  | {
      readonly type: 'PageRead';
      readonly turn: number;
      readonly page: Page;
      readonly now: EpochNs;
    }
  | { readonly type: 'ReadFailed'; readonly turn: number }
  | { readonly type: 'Committed'; readonly turn: number }
  | { readonly type: 'TestAnswered'; readonly testReqID: string; readonly now: EpochNs };

export type FeedAction =
  | {
      readonly type: 'Read';
      readonly turn: number;
      readonly after: number;
      readonly through: number;
    }
  /** Number the copies and keep the cursor, in one batch; then say `Committed`. */
  | {
      readonly type: 'Send';
      readonly turn: number;
      readonly copies: readonly Copy[];
      /** Copies of events up to here may have been had: PossResend(97)=Y. */
      readonly possResendThrough: number;
      readonly cursor: Cursor;
    }
  | { readonly type: 'Save'; readonly cursor: Cursor }
  | { readonly type: 'RequestTest'; readonly testReqID: string };

export interface FeedStep {
  readonly state: FeedState;
  readonly actions: readonly FeedAction[];
}

export function initialFeed(cursor: Cursor, now: EpochNs): FeedState {
  return {
    cursor,
    readThrough: cursor.sent,
    isLive: false,
    heartBtInt: 0,
    step: 'Idle',
    turn: 0,
    asked: null,
    unconfirmed: 0,
    unconfirmedSince: now,
    test: null,
  };
}

export function stepFeed(state: FeedState, input: FeedInput): FeedStep {
  switch (input.type) {
    case 'LoggedOn':
      return does(loggedOn(state, input));
    case 'LoggedOff':
      return loggedOff(state);
    case 'Look':
      return look(state, input);
    case 'PageRead':
      return input.turn === state.turn ? pageRead(state, input.page, input.now) : does(state);
    case 'ReadFailed':
    case 'Committed':
      return does(input.turn === state.turn ? { ...state, step: 'Idle' } : state);
    case 'TestAnswered':
      return does(confirmed(state, input));
    default:
      return unreachable(input);
  }
}

/** What was under way in an earlier connection is asked for by its numbers, or read again. */
function loggedOn(
  state: FeedState,
  { epoch, heartBtInt, now }: Extract<FeedInput, { type: 'LoggedOn' }>,
): FeedState {
  const cursor = inEpoch(state.cursor, epoch);
  const isSame = cursor === state.cursor;
  return {
    ...state,
    cursor,
    readThrough: isSame ? state.readThrough : cursor.sent,
    isLive: true,
    heartBtInt,
    step: 'Idle',
    turn: state.turn + 1,
    // How many they are a restart has forgotten; one is enough to ask.
    unconfirmed: cursor.sent > cursor.confirmed ? Math.max(state.unconfirmed, 1) : 0,
    unconfirmedSince: now,
    test: null,
  };
}

function loggedOff(state: FeedState): FeedStep {
  const cursor = passed(state);
  const next: FeedState = {
    ...state,
    cursor,
    isLive: false,
    step: 'Idle',
    turn: state.turn + 1,
    test: null,
  };
  return does(next, { type: 'Save', cursor });
}

function look(state: FeedState, seen: Extract<FeedInput, { type: 'Look' }>): FeedStep {
  if (!state.isLive) return does(state);
  const asked = askIfDue(state, seen.now);
  const { step, readThrough, turn, cursor } = asked.state;
  const { durable: through, now } = seen;
  if (through <= readThrough) {
    return does({ ...asked.state, cursor: { ...cursor, wholeAt: now } }, ...asked.actions);
  }
  if (step !== 'Idle' || isBlocked(asked.state, seen)) return asked;
  const next: FeedState = {
    ...asked.state,
    step: 'Reading',
    turn: turn + 1,
    asked: { through, at: now },
  };
  return does(next, ...asked.actions, {
    type: 'Read',
    turn: turn + 1,
    after: readThrough,
    through,
  });
}

/**
 * Behind: by the window, until an answer comes. A peer that answers no TestRequest and yet reads gets its
 * copies: they only count as not arrived.
 */
function isBlocked(
  state: FeedState,
  { outstandingBytes, now }: { readonly outstandingBytes: number; readonly now: EpochNs },
): boolean {
  if (outstandingBytes > HIGH_WATER_BYTES) return true;
  if (state.unconfirmed < WINDOW_COPIES) return false;
  return outstandingBytes > 0 || now - state.unconfirmedSince < 2n * patience(state);
}

/** At half the window, or when the oldest has been under way for a while. One question at a time. */
function askIfDue(state: FeedState, now: EpochNs): FeedStep {
  const { unconfirmed, unconfirmedSince, test, cursor } = state;
  if (unconfirmed === 0 || test !== null) return does(state);
  const isDue = unconfirmed >= WINDOW_COPIES / 2 || now - unconfirmedSince >= patience(state) / 2n;
  if (!isDue) return does(state);
  const testReqID = `COPY-${cursor.epoch}-${cursor.sent}`;
  const next: FeedState = {
    ...state,
    test: { testReqID, sequence: cursor.sent, copies: unconfirmed },
  };
  return does(next, { type: 'RequestTest', testReqID });
}

function patience({ heartBtInt }: FeedState): bigint {
  const two = 2n * BigInt(heartBtInt) * NS_PER_SECOND;
  return two > LEAST_PATIENCE_NS ? two : LEAST_PATIENCE_NS;
}

function pageRead(state: FeedState, page: Page, now: EpochNs): FeedStep {
  const { copies, through } = page;
  const { turn, asked } = state;
  const wholeAt = asked?.through === through ? asked.at : state.cursor.wholeAt;
  const cursor = { ...state.cursor, wholeAt };
  if (copies.length > 0) {
    const sent = sentTo(cursor, through);
    const next: FeedState = {
      ...state,
      step: 'Committing',
      cursor: sent,
      readThrough: through,
      unconfirmed: state.unconfirmed + copies.length,
      unconfirmedSince: state.unconfirmed === 0 ? now : state.unconfirmedSince,
    };
    const possResendThrough = cursor.everSent;
    return does(next, { type: 'Send', turn, copies, possResendThrough, cursor: sent });
  }
  const next: FeedState = { ...state, cursor, step: 'Idle', readThrough: through };
  if (through - cursor.sent < SAVE_EVERY) return does(next);
  const moved = passed(next);
  return does({ ...next, cursor: moved }, { type: 'Save', cursor: moved });
}

/** The cursor behind what had no copy; where nothing is under way there is nothing to arrive. */
function passed({ cursor, readThrough, unconfirmed }: FeedState): Cursor {
  const moved = sentTo(cursor, readThrough);
  return unconfirmed === 0 ? { ...moved, confirmed: readThrough } : moved;
}

function confirmed(
  state: FeedState,
  { testReqID, now }: Extract<FeedInput, { type: 'TestAnswered' }>,
): FeedState {
  const { test, cursor } = state;
  if (test === null || test.testReqID !== testReqID) return state;
  return {
    ...state,
    test: null,
    unconfirmed: Math.max(0, state.unconfirmed - test.copies),
    unconfirmedSince: now,
    cursor: { ...cursor, confirmed: Math.max(cursor.confirmed, test.sequence) },
  };
}

/** Age of the oldest thing that it was not given yet, at most; 0: it was given all up to `durable`. */
export function lagNs(state: FeedState, durable: number, now: EpochNs): bigint {
  if (durable <= state.readThrough) return 0n;
  const lag = now - state.cursor.wholeAt;
  return lag > 0n ? lag : 0n;
}

function does(state: FeedState, ...actions: readonly FeedAction[]): FeedStep {
  return { state, actions };
}
