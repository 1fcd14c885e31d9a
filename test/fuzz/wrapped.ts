// A body in its frame: BodyLength and CheckSum are right, so that what is inside is looked at.

/** `|` stands for SOH. */
export function wrapped(body: Uint8Array, beginString: string): Uint8Array {
  const head = Buffer.from(`8=${beginString}|9=${body.length}|`);
  const bytes = Buffer.concat([head, body]);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === 0x7c) bytes[at] = 1;
    sum += bytes[at] ?? 0;
  }
  return Buffer.concat([bytes, Buffer.from(`10=${String(sum % 256).padStart(3, '0')}\u0001`)]);
}
