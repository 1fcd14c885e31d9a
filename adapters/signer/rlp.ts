// Recursive length prefix, as transactions are written. Source: Ethereum Yellow Paper, appendix B.

export type RlpItem = Uint8Array | readonly RlpItem[];

export function encodeRlp(item: RlpItem): Uint8Array {
  if (item instanceof Uint8Array) {
    const [only] = item;
    if (item.length === 1 && only !== undefined && only < 0x80) return item;
    return joined([prefix(0x80, item.length), item]);
  }
  const body = joined(item.map(encodeRlp));
  return joined([prefix(0xc0, body.length), body]);
}

/** Big-endian without leading zeros; zero is empty. */
export function rlpNumber(value: bigint): Uint8Array {
  if (value < 0n) throw new RangeError(`no negative number is written: ${value}`);
  if (value === 0n) return new Uint8Array(0);
  const digits = value.toString(16);
  return bytesOf(digits.length % 2 === 0 ? digits : `0${digits}`);
}

function prefix(base: number, length: number): Uint8Array {
  if (length < 56) return Uint8Array.of(base + length);
  const size = rlpNumber(BigInt(length));
  return joined([Uint8Array.of(base + 55 + size.length), size]);
}

/** Of hexadecimal digits, `0x` in front or not. */
export function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex.startsWith('0x') ? hex.slice(2) : hex, 'hex'));
}

export function hexOf(bytes: Uint8Array): string {
  return `0x${Buffer.from(bytes).toString('hex')}`;
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
