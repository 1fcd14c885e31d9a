// How much a session may send, as arithmetic: two buckets that hold one second's worth each, so that
// after a silence so many may come at once.

import { MsgType } from '../../../spec/dictionaries/index.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';

export interface Throttle {
  /** Application messages of any kind; null: as many as come. */
  readonly messagesPerSecond: number | null;
  /** New orders and replaces among them. */
  readonly ordersPerSecond: number | null;
  /**
   * `queue`: what is above waits unread in its sender's socket. `reject`: it is answered with a
   * BusinessMessageReject and not delivered, up to `refusalsPerSecond`; what is above that waits, too. `disconnect`: the session ends with a Logout, and the
   * message is asked for at the next logon.
   */
  readonly above: 'queue' | 'reject' | 'disconnect';
}

/** When each bucket is full again: a bucket is empty when that is a second ahead. */
export interface Buckets {
  readonly messagesFullAt: bigint;
  readonly ordersFullAt: bigint;
  /** Of refusals. */
  readonly refusalsFullAt: bigint;
  /** It was said in the log that the session is above; not again until a bucket has been full. */
  readonly isAbove: boolean;
}

export const fullBuckets: Buckets = {
  messagesFullAt: 0n,
  ordersFullAt: 0n,
  refusalsFullAt: 0n,
  isAbove: false,
};

/** So many times what may come, and so many at least: enough for any mistake, too few for a flood to be others' trouble. */
const REFUSALS = { times: 10, least: 1_000 };

const SECOND = 1_000_000_000n;

export const ORDERS: ReadonlySet<string> = new Set([
  MsgType.NewOrderSingle,
  MsgType.OrderCancelReplaceRequest,
  MsgType.NewOrderList,
  MsgType.NewOrderMultileg,
  MsgType.MultilegOrderCancelReplace,
  MsgType.NewOrderCross,
  MsgType.CrossOrderCancelReplaceRequest,
]);

/** One message, as the buckets see it. */
export interface Arriving {
  readonly msgType: string;
  readonly now: EpochNs;
}

/** How long until both have one for it; 0: they have. */
export function emptyFor(
  { messagesPerSecond, ordersPerSecond }: Throttle,
  { messagesFullAt, ordersFullAt }: Buckets,
  { msgType, now }: Arriving,
): bigint {
  const messages = missing(messagesFullAt, messagesPerSecond, now);
  const orders = ORDERS.has(msgType) ? missing(ordersFullAt, ordersPerSecond, now) : 0n;
  return messages > orders ? messages : orders;
}

/** How many messages above are answered in a second. */
export function refusalsPerSecond({ messagesPerSecond, ordersPerSecond }: Throttle): number {
  const most = Math.max(messagesPerSecond ?? 0, ordersPerSecond ?? 0);
  return Math.max(REFUSALS.least, most * REFUSALS.times);
}

/** How long until one more is answered; 0: it is now. */
export function unansweredFor(
  throttle: Throttle,
  { refusalsFullAt }: Buckets,
  now: EpochNs,
): bigint {
  return missing(refusalsFullAt, refusalsPerSecond(throttle), now);
}

/** The buckets when one more is answered, with `isAbove` for whoever looks next. */
export function refused(throttle: Throttle, buckets: Buckets, now: EpochNs): Buckets {
  const { refusalsFullAt } = buckets;
  const perSecond = refusalsPerSecond(throttle);
  return {
    ...buckets,
    refusalsFullAt: fullAfterNext(refusalsFullAt, perSecond, now),
    isAbove: true,
  };
}

/** How long until the bucket has one to give. */
function missing(fullAt: bigint, perSecond: number | null, now: EpochNs): bigint {
  if (perSecond === null) return 0n;
  const after = fullAfterNext(fullAt, perSecond, now);
  return after - now > SECOND ? after - now - SECOND : 0n;
}

function fullAfterNext(fullAt: bigint, perSecond: number, now: EpochNs): bigint {
  return (fullAt > now ? fullAt : now) + SECOND / BigInt(perSecond);
}

/** The buckets without what this message takes, below their bottom if need be. */
export function taken(
  { messagesPerSecond, ordersPerSecond }: Throttle,
  { messagesFullAt, ordersFullAt, refusalsFullAt, isAbove }: Buckets,
  { msgType, now }: Arriving,
): Buckets {
  const isOrder = ORDERS.has(msgType);
  return {
    refusalsFullAt,
    messagesFullAt:
      messagesPerSecond === null
        ? messagesFullAt
        : fullAfterNext(messagesFullAt, messagesPerSecond, now),
    ordersFullAt:
      ordersPerSecond === null || !isOrder
        ? ordersFullAt
        : fullAfterNext(ordersFullAt, ordersPerSecond, now),
    // In a flood one is taken now and then: that is no end of it.
    isAbove: isAbove && (messagesFullAt > now || ordersFullAt > now),
  };
}
