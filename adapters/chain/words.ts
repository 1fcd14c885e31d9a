// A contract's 32-byte words, as they stand in calls, answers and logs. Source: Solidity, Contract ABI Specification.

import { type Address, addressOf } from './terms.ts';

const WORD_DIGITS = 64;
const HEX = /^0x[0-9a-fA-F]*$/;

/** An unsigned number as one word, without `0x`. Throws where it does not fit. */
export function uintWord(value: bigint): string {
  if (value < 0n || value >= 2n ** 256n) throw new RangeError(`no word holds ${value}`);
  return value.toString(16).padStart(WORD_DIGITS, '0');
}

/** A signed number as one word, in two's complement. */
export function intWord(value: bigint): string {
  return uintWord(BigInt.asUintN(256, value));
}

export function addressWord(address: Address): string {
  return address.slice(2).padStart(WORD_DIGITS, '0');
}

/** The words of an answer or of a log's data; null where it is no whole number of them. */
export function wordsOf(data: string): readonly bigint[] | null {
  if (!HEX.test(data) || (data.length - 2) % WORD_DIGITS !== 0) return null;
  const words: bigint[] = [];
  for (let at = 2; at < data.length; at += WORD_DIGITS) {
    words.push(BigInt(`0x${data.slice(at, at + WORD_DIGITS)}`));
  }
  return words;
}

/** A word as a signed number. */
export function signed(word: bigint): bigint {
  return BigInt.asIntN(256, word);
}

/** Null where the word is wider than an address. */
export function addressIn(word: bigint): Address | null {
  return word >= 2n ** 160n ? null : addressOf(`0x${word.toString(16).padStart(40, '0')}`);
}

/** Bytes as hexadecimal digits, `0x` in front. */
export function hexOf(bytes: Uint8Array): string {
  let digits = '0x';
  for (const byte of bytes) digits += byte.toString(16).padStart(2, '0');
  return digits;
}

/** Null where the text is no whole number of bytes. */
export function bytesOf(hex: string): Uint8Array | null {
  if (!HEX.test(hex) || hex.length % 2 !== 0) return null;
  const bytes = new Uint8Array((hex.length - 2) / 2);
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = Number.parseInt(hex.slice(2 + 2 * at, 4 + 2 * at), 16);
  }
  return bytes;
}
