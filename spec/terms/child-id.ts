// A child's id at its venue: 128 bits in the form of a UUIDv4, the same for the same intent.
//
// 122 free bits: desk 16, epoch 24, intent number 48, check 34. The check tells our ids from a
// stranger's that has the same form; it is no secret.

import type { ChildID } from './ids.ts';

/** What a child id says: which desk decided it, in which epoch, as which intent. */
export interface ChildIntent {
  /** 0 to 65,535. */
  readonly desk: number;
  /** 0 to 16,777,215: one more at each start of the desk. */
  readonly epoch: number;
  /** 1 to 2^48 - 1: counts the intents of the desk, across epochs. */
  readonly intent: number;
}

const CHECK_BITS = 34n;
const CHECK_MASK = (1n << CHECK_BITS) - 1n;
const FORM = /^([0-9a-f]{8})-([0-9a-f]{4})-4([0-9a-f]{3})-([89ab])([0-9a-f]{3})-([0-9a-f]{12})$/;

/** Throws RangeError where a part does not fit its bits. */
export function childIDOf(intent: ChildIntent): ChildID {
  fits(intent.desk, 2 ** 16, 'desk');
  fits(intent.epoch, 2 ** 24, 'epoch');
  fits(intent.intent, 2 ** 48, 'intent');
  const facts =
    (BigInt(intent.desk) << 72n) | (BigInt(intent.epoch) << 48n) | BigInt(intent.intent);
  const bits = (facts << CHECK_BITS) | check(facts);
  const high = bits >> 74n; // 48 bits before the version
  const middle = (bits >> 62n) & 0xfffn; // 12 bits after it
  const low = bits & ((1n << 62n) - 1n); // 62 bits after the variant
  const text = ((high << 80n) | (4n << 76n) | (middle << 64n) | (2n << 62n) | low)
    .toString(16)
    .padStart(32, '0');
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}` as ChildID;
}

/** Null where `text` is no child id of any Causeway desk. Dashes are required. */
export function intentOfChildID(text: string): ChildIntent | null {
  const match = FORM.exec(text);
  if (match === null) return null;
  const all = BigInt(`0x${text.replaceAll('-', '')}`);
  const bits =
    ((all >> 80n) << 74n) | (((all >> 64n) & 0xfffn) << 62n) | (all & ((1n << 62n) - 1n));
  const facts = bits >> CHECK_BITS;
  if (check(facts) !== (bits & CHECK_MASK)) return null;
  return {
    desk: Number(facts >> 72n),
    epoch: Number((facts >> 48n) & 0xffffffn),
    intent: Number(facts & 0xffffffffffffn),
  };
}

/** For decoders: `text` came from us. */
export function asChildID(text: string): ChildID {
  return text as ChildID;
}

/** The finalizer of MurmurHash3 (64 bit, A. Appleby) over the facts, cut to 34 bits. */
function check(facts: bigint): bigint {
  let hash = BigInt.asUintN(64, facts ^ (facts >> 64n) ^ 0x9e3779b97f4a7c15n);
  hash = BigInt.asUintN(64, (hash ^ (hash >> 33n)) * 0xff51afd7ed558ccdn);
  hash = BigInt.asUintN(64, (hash ^ (hash >> 33n)) * 0xc4ceb9fe1a85ec53n);
  return (hash ^ (hash >> 33n)) & CHECK_MASK;
}

function fits(value: number, bound: number, name: string): void {
  if (Number.isSafeInteger(value) && value >= 0 && value < bound) return;
  throw new RangeError(`${name} of a child id: found ${value}, expected 0 to ${bound - 1}`);
}
