// A session that sends more than it may: it waits, is answered, or is left.

import {
  BusinessRejectReason,
  MsgType,
  SessionRejectReason,
  Tag,
} from '../../../spec/dictionaries/index.ts';
import type { MessageView } from '../codec/message-view.ts';
import {
  type Arriving,
  emptyFor,
  ORDERS,
  refused,
  taken,
  type Throttle,
  unansweredFor,
} from './buckets.ts';
import type { SessionSettings } from './settings.ts';
import type { SessionState } from './state.ts';
import {
  admin,
  logoutAndClose,
  note,
  reject,
  routeBack,
  sendApplication,
  type Turn,
} from './turn.ts';

/** What lessens risk is counted, and never held against anybody. */
const ALWAYS_TAKEN: ReadonlySet<string> = new Set([
  MsgType.OrderCancelRequest,
  MsgType.OrderMassCancelRequest,
  MsgType.CrossOrderCancelRequest,
]);

const ADMIN: ReadonlySet<string> = new Set([
  MsgType.Heartbeat,
  MsgType.TestRequest,
  MsgType.ResendRequest,
  MsgType.Reject,
  MsgType.SequenceReset,
  MsgType.Logout,
  MsgType.Logon,
]);

/**
 * Nanoseconds that a message of this type has to wait before it is read; 0: none. Where what is above waits, or
 * where more is above than is answered; the messages behind it wait too, since their numbers follow its own.
 */
export function waitNs(
  { throttle }: SessionSettings,
  { buckets, gap, phase }: SessionState,
  message: Arriving,
): bigint {
  if (throttle === null || throttle.above === 'disconnect' || phase !== 'LoggedOn') return 0n;
  if (ADMIN.has(message.msgType) || gap !== null) return 0n;
  const untilTaken = emptyFor(throttle, buckets, message);
  if (untilTaken === 0n || throttle.above === 'queue') return untilTaken;
  if (ALWAYS_TAKEN.has(message.msgType)) return 0n;
  const untilAnswered = unansweredFor(throttle, buckets, message.now);
  return untilAnswered < untilTaken ? untilAnswered : untilTaken;
}

/** Counts a message that is due. True: it is above, and has had its answer; it is not delivered. */
export function isHeldBack(turn: Turn, view: MessageView, msgSeqNum: number): boolean {
  const { state, rules, now } = turn;
  const { throttle } = rules.settings;
  // What was asked for is not held against the peer: a gap bounds it.
  if (throttle === null || state.gap !== null) return false;
  const { msgType } = view;
  const isAbove =
    throttle.above !== 'queue' &&
    !ALWAYS_TAKEN.has(msgType) &&
    emptyFor(throttle, state.buckets, { msgType, now }) > 0n;
  if (!isAbove) {
    state.buckets = taken(throttle, state.buckets, { msgType, now });
    return false;
  }
  const text = `more than ${limitText(throttle, msgType)}`;
  if (!state.buckets.isAbove) note(turn, 'warn', 'the session sends too much', { text });
  state.buckets = refused(throttle, state.buckets, now);
  if (throttle.above === 'disconnect') logoutAndClose(turn, text);
  else refuse(turn, view, { msgSeqNum, text });
  return true;
}

function limitText({ messagesPerSecond, ordersPerSecond }: Throttle, msgType: string): string {
  const messages = messagesPerSecond === null ? [] : [`${messagesPerSecond} messages`];
  const orders =
    ordersPerSecond === null || !ORDERS.has(msgType) ? [] : [`${ordersPerSecond} orders`];
  return `${[...messages, ...orders].join(' or ')} a second`;
}

/** `Throttle limit exceeded`, where a version has that reason for BusinessRejectReason(380). */
const THROTTLE_LIMIT_EXCEEDED = 8;

/** FIX 4.0 and 4.1 have no BusinessMessageReject: a Reject says the same. */
function refuse(
  turn: Turn,
  view: MessageView,
  { msgSeqNum, text }: { readonly msgSeqNum: number; readonly text: string },
): void {
  const { dictionary } = turn.rules;
  const message = dictionary.messages.get(MsgType.BusinessMessageReject);
  if (message === undefined)
    return reject(turn, view, msgSeqNum, {
      reason: SessionRejectReason.Other,
      refTagID: null,
      text,
    });
  const reasons = dictionary.fields.get(Tag.BusinessRejectReason)?.values;
  const reason =
    reasons?.has(`${THROTTLE_LIMIT_EXCEEDED}`) === true
      ? THROTTLE_LIMIT_EXCEEDED
      : Number(BusinessRejectReason.Other);
  const body = admin(MsgType.BusinessMessageReject)
    .int(Tag.RefSeqNum, msgSeqNum)
    .string(Tag.RefMsgType, view.msgType);
  const clOrdID = view.string(Tag.ClOrdID);
  if (clOrdID !== null && clOrdID !== '') body.string(Tag.BusinessRejectRefID, clOrdID);
  body.int(Tag.BusinessRejectReason, reason).string(Tag.Text, text);
  sendApplication(turn, body.end(), { possResend: false, further: routeBack(view) });
}
